//! Teams behind labels and under keys, and values that name none.

use crate::data::{Node, Value};
use crate::infer::fixture::{draft, list, map, node, scalar};

#[test]
fn f1_a_label_leads_to_a_team_in_a_list_a_line_of_its_own_and_a_sentence() {
    for (line, expected) in [
        ("Ward / Department: Dock Hospital", Some("Dock Hospital")),
        ("Serviço: Cascos e Quilhas", Some("Cascos e Quilhas")),
        ("Division\nHull Repair", Some("Hull Repair")),
        ("Team\nJane Roe\nJohn Doe", None),
        ("Afdeling – Rompen", Some("Rompen")),
        ("Team — Ulm", None),
        ("Team – About us", None),
        ("Service – Qualität – Preis", None),
        ("Afdeling: Rompen.", Some("Rompen")),
        ("Hullwerk, Ulm. Department: Hulls. Full-time.", Some("Hulls")),
        ("Estaleiro, Ulm. Serviço: Casco exterior. Horário de 35 horas.", Some("Casco exterior")),
        ("We weld. Our team: Great people. Come by.", None),
        ("Settore: Ufficio Scafi", Some("Ufficio Scafi")),
        ("Sector: Hulls Department", Some("Hulls Department")),
        ("Category: Service Jobs", None),
        ("Sector: Energy Group", None),
        ("Team: Hulls – Ulm – full-time", Some("Hulls")),
        ("Team: Hulls – Keels", Some("Hulls – Keels")),
    ] {
        let facts = draft().heading(1, "Welder").paragraph(line).paragraph("You weld.").facts();
        assert_eq!(facts.team.map(|field| field.value).as_deref(), expected, "{line}");
    }
}

#[test]
fn f3_how_many_the_team_are_is_no_team() {
    for (line, expected) in [
        ("Team: 6 people, 2 dogs", None),
        ("Team: six welders", None),
        ("Team: We are four and a dog", None),
        ("Team: About ten", None),
        ("Team: 12 Personen", None),
        ("Team: Fünf Leute", None),
        ("Équipe : huit personnes", None),
        ("Equipo: unas diez personas", None),
        ("チーム：5名", None),
        ("Team: 3D Hulls", Some("3D Hulls")),
        ("Team: Seven Seas", Some("Seven Seas")),
    ] {
        let facts = draft().heading(1, "Welder").paragraph(line).paragraph("You weld.").facts();
        assert_eq!(facts.team.map(|field| field.value).as_deref(), expected, "{line}");
    }
}

#[test]
fn f3_a_part_of_a_country_is_no_team() {
    let team = |lines: &str| draft().heading(1, "Welder").paragraph(lines).facts().team.map(|field| field.value);
    assert_eq!(team("Département : Finistère"), None);
    assert_eq!(team("Departamento: Cascal\nMunicipio: Quillas"), None);
    assert_eq!(team("Departamento: Compras\nMunicipio: Quillas").as_deref(), Some("Compras"));
    assert_eq!(team("Departamento: Cascos\nCiudad: Quillas").as_deref(), Some("Cascos"));
}

#[test]
fn f1_a_part_is_the_team_where_another_label_gives_the_whole() {
    let facts = draft().heading(1, "Welder").item("University: Ulm University").item("Institute: Institute of Steel");
    assert_eq!(facts.facts().team.map(|field| field.value).as_deref(), Some("Institute of Steel"));
    let facts = draft().heading(1, "Welder").item("Institute: Institute of Steel").facts();
    assert_eq!(facts.team, None);
    assert_eq!(facts.company.map(|field| field.value).as_deref(), Some("Institute of Steel"));
}

#[test]
fn f1_front_matter_names_a_team_in_pairs_and_under_keys_of_many_things() {
    let pair = |name: &str, value: &str| map(&[("label", scalar(name)), ("value", scalar(value))]);
    let pairs = |name: &str, value: &str| node(Value::List(vec![pair("Reports to", "Jane"), pair(name, value)]));
    let team = |key: &str, value: Node| {
        let facts = draft().key("title", "Welder").entry(key, value).paragraph("You weld.").facts();
        facts.team.map(|field| field.value)
    };
    for (key, value, expected) in [
        ("meta", pairs("Department", "Hull Repair"), Some("Hull Repair")),
        ("meta", pairs("Department", "all of those who weld"), None),
        ("meta", pairs("Group", "Hullmouth"), None),
        ("time", scalar("Produto"), Some("Produto")),
        ("time", scalar("Full Time"), None),
        ("dzial", scalar("Kadłuby"), Some("Kadłuby")),
        ("practice_group", scalar("Ships & Harbours"), Some("Ships & Harbours")),
        ("team", scalar("6 people"), None),
        ("team", scalar("5"), None),
        ("team", list(&["ann", "jane-r"]), None),
        ("team", list(&["hulls", "marketing"]), Some("hulls, marketing")),
        ("departments", list(&["hulls", "keels"]), Some("hulls, keels")),
    ] {
        let shown = format!("{key}: {value:?}");
        assert_eq!(team(key, value).as_deref(), expected, "{shown}");
    }
}
