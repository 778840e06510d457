use super::*;

#[test]
fn a_row_knows_its_section_and_spellings() {
    static TABLE: Table = Table::new("# c\nW\n[a]\nX: y, z\n\n[b c]\nC#\n[a]\nV");
    let read = |rows: Vec<Row>| -> Vec<_> {
        rows.into_iter().map(|row| (row.section, row.forms().collect::<Vec<_>>())).collect()
    };
    let all = [("", vec!["W"]), ("a", vec!["X", "y", "z"]), ("b c", vec!["C#"]), ("a", vec!["V"])];
    assert_eq!(read(TABLE.rows().collect()), all);
    assert_eq!(TABLE.words(""), ["W"]);
    assert_eq!(TABLE.words("a"), ["X", "y", "z", "V"]);
    let of_family: Vec<_> = TABLE.family("b ").map(|(member, row)| (member, row.name)).collect();
    assert_eq!(of_family, [("c", "C#")]);
}

#[test]
fn a_phrase_means_what_its_section_does() {
    static TABLE: Table = Table::new("# c\n\n[yard]\nhull: Schiff\n\n[town]\nUlm\n");
    let meaning = TABLE.lexicon_of(|section| (section == "yard").then_some(7));
    assert_eq!((meaning.exactly("schiff"), meaning.exactly("ulm")), (Some(7), None));
    assert_eq!(TABLE.lexicon("town").exactly("ulm"), Some(()));
}
