//! Teams around the title, beside pictograms and in what stands for a heading; and the sentences that place a post.

use crate::infer::fixture::draft;

#[test]
fn f1_the_trail_of_pages_to_the_title_names_the_team() {
    for (trail, expected) in [
        ("Home › Careers › Customer Support › Welder", Some("Customer Support")),
        ("Startseite » Jobs » Marketing", Some("Marketing")),
        ("Home / Blog / Marketing / Ships", None),
        ("Home › Careers › Welder", None),
        ("Hulls › Marketing › Welder", None),
        ("Home › Careers › Marketing › Sales › Welder", None),
    ] {
        let facts = draft().paragraph(trail).heading(1, "Welder").paragraph("You weld.").facts();
        assert_eq!(facts.team.map(|field| field.value).as_deref(), expected, "{trail}");
    }
}

#[test]
fn f1_the_heading_of_the_job_and_the_one_above_name_the_team() {
    for (heading, expected) in [
        ("Welder | Docks | City of Hullmouth", Some("Docks")),
        ("Welder | Part-time | City of Hullmouth", None),
        ("Welder | Docks | Hullwerk", None),
    ] {
        let facts = draft().heading(1, heading).paragraph("You weld.").facts();
        assert_eq!(facts.team.map(|field| field.value).as_deref(), expected, "{heading}");
    }
    for (above, expected) in [
        ("Security Engineering", Some("Security Engineering")),
        ("Hulls team", Some("Hulls")),
        ("Our Product", None),
        ("Hulls", None),
    ] {
        let page = draft().heading(1, "Careers").heading(2, above).heading(3, "Ship Engineer").paragraph("You weld.");
        assert_eq!(page.facts().team.map(|field| field.value).as_deref(), expected, "{above}");
        let page = draft().heading(1, "Ship Engineer").heading(2, above).paragraph("You weld.").facts();
        assert!(page.team.is_none() || above == "Hulls team", "{above}");
    }
}

#[test]
fn f1_lines_that_can_be_nothing_else_name_the_team() {
    for (lines, expected) in [
        ("👥 Hulls team\n📍 Ulm\n🕒 Full-time", Some("Hulls")),
        ("👥 6 people\n📍 Ulm\n🕒 Full-time", None),
        ("From the Hulls department", Some("Hulls")),
        ("Hullwerk • Ulm • team Rompen", Some("Rompen")),
        ("Hullwerk • Ulm • Marketing", None),
        ("Chantier de Brest – Direction de la flotte", Some("Direction de la flotte")),
        ("Chantier de Brest – School of thought", None),
    ] {
        let facts = draft().heading(1, "Welder").paragraph(lines).paragraph("You weld.").facts();
        assert_eq!(facts.team.map(|field| field.value).as_deref(), expected, "{lines}");
    }
    // The title of a call-out is a paragraph.
    let below =
        |name: &str| draft().heading(1, "Welder").paragraph("Team").paragraph(name).paragraph("You weld.").facts();
    assert_eq!(below("Harbour Relations").team.map(|field| field.value).as_deref(), Some("Harbour Relations"));
    assert_eq!(below("Jane Roe").team, None);
    let beside = |line: &str| draft().heading(1, "Welder").key("company", "City of Ulm").paragraph(line).facts();
    let team = beside("City of Ulm | Team Hafen | Vollzeit").team;
    assert_eq!(team.map(|field| field.value).as_deref(), Some("Hafen"));
}

#[test]
fn f2_a_sentence_says_where_the_post_or_the_reader_belongs() {
    for (text, expected) in [
        ("You'd belong to Finance, which is five people.", Some("Finance")),
        ("The role sits within Dock Operations and reports to its head.", Some("Dock Operations")),
        ("Du gehörst zum Marketing und schreibst.", Some("Marketing")),
        ("The yard belongs to Data Services.", None),
        ("The yard belongs to Hull Operations.", None),
        ("The role sits within Hull Technology Services.", None),
        ("The role sits in Ulm.", None),
        ("El astillero busca a alguien para incorporarse a su área de Cascos, en Vigo.", Some("Cascos")),
        ("Cerchiamo una persona da inserire nell'ufficio Scafi.", Some("Scafi")),
        ("Si unirà all'ufficio Scafi.", Some("Scafi")),
        ("Le soudeur rejoindra le service Coques.", Some("Coques")),
        (
            "La Ville de Brest recrute au sein de sa Direction des bâtiments un soudeur.",
            Some("Direction des bâtiments"),
        ),
        ("W dziale Kadłuby Fundacji Morze zwalnia się miejsce.", Some("Kadłuby")),
        ("あなたには造船部で、検査をお願いします。", Some("造船部")),
        ("面接は造船部で、来週です。", None),
        ("Envíe su currículo al departamento de Cascos.", None),
        ("Candidaturas para o departamento de recursos humanos.", None),
        ("Adressez votre candidature au service Coques.", None),
        ("Rückfragen beantwortet Jane Roe in der Abteilung Personal.", None),
    ] {
        let facts = draft().heading(1, "Welder").paragraph(text).facts();
        assert_eq!(facts.team.map(|field| field.value).as_deref(), expected, "{text}");
    }
    // What stands for a heading counts for none of the first paragraphs.
    let mut text = draft().heading(1, "Welder");
    for section in ["1. Acme", "2. Ships", "3. Hulls", "4. Keels", "5. The post"] {
        text = text.paragraph(section);
    }
    assert_eq!(text.paragraph("You join our Hulls team.").facts().team.unwrap().value, "Hulls");
}

#[test]
fn f1_the_titles_suffix_keeps_the_word_for_a_unit() {
    let team = |title: &str| draft().key("title", title).paragraph("You weld.").facts().team.map(|team| team.value);
    assert_eq!(team("Nurse – Hull Surgery Unit").as_deref(), Some("Hull Surgery Unit"));
    assert_eq!(team("Welder – Hulls team").as_deref(), Some("Hulls"));
}
