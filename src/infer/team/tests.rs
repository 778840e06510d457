//! Teams in sentences, titles, lines and headings.

use crate::infer::fixture::draft;

#[test]
fn f2_a_sentence_near_the_top_names_the_team() {
    for (text, expected) in [
        ("We want you to join our Platform team.", Some("Platform")),
        ("The post is part of the Faculty of Hulls and Keels.\nThe group welds.", Some("Faculty of Hulls and Keels")),
        ("As part of the Customer Success team, you weld.", Some("Customer Success")),
        ("Die Stelle ist im Fachbereich Hafen und Umwelt angesiedelt.", Some("Hafen und Umwelt")),
        ("Acme, a yard and part of the Hullmouth group, is growing.", None),
        ("Work with our product and engineering teams.", None),
        ("Join our growing marketing team in Ulm.", Some("Marketing")),
        ("Join our growing engineering team in Ulm.", None),
        ("You will be part of the Hulls & Keels team.", Some("Hulls & Keels")),
        ("Verstärkung für unser Vertriebsteam gesucht.", Some("Vertrieb")),
        ("Bei uns wird im Einkaufsteam ein Platz frei.", Some("Einkauf")),
        ("In ons salesteam las je schepen.", Some("Sales")),
        ("Für unser Entwicklungsteam suchen wir dich.", None),
        ("Für unser Schweißerteam suchen wir dich.", None),
        ("Wir suchen Verstärkung für das Team Nord.", Some("Team Nord")),
        ("Você vai integrar o setor Jurídico, em Natal.", Some("Jurídico")),
        ("You would weld as a member of the Steel Faculty.", Some("Steel Faculty")),
        ("The post is based in the School of Naval Steel on our Ulm campus.", Some("School of Naval Steel")),
        ("Zur Verstärkung unseres Marketing-Teams suchen wir dich.", Some("Marketing")),
        ("Du arbeitest im Hamburger Team.", None),
        ("Du arbeitest im Scrum-Team.", None),
        ("In het Digitale Media Team las je schepen.", Some("Digitale Media")),
        ("Venez rejoindre notre équipe Produit !", Some("Produit")),
        ("Venez rejoindre notre équipe dynamique.", None),
        ("Au sein de l'équipe Paris, vous soudez.", None),
        ("Formarás parte del equipo de Ingeniería.", Some("Ingeniería")),
        ("Você vai atuar no time de Produto, em Natal.", Some("Produto")),
        ("Our Hulls team is looking for a welder.", Some("Hulls")),
        ("Unser Marketing-Team sucht Verstärkung.", Some("Marketing")),
        ("Für unser Team Vertrieb suchen wir dich.", Some("Vertrieb")),
        ("Für unser Team suchen wir Verstärkung.", None),
        ("Für unser Team Verstärkung zu finden ist schwer.", None),
        ("Au sein du pôle Marketing, vous soudez.", Some("Marketing")),
        ("Te incorporarás al departamento de Marketing.", Some("Marketing")),
        ("Je werkt op de afdeling Inkoop.", Some("Inkoop")),
        ("You will work in the Operations department.", Some("Operations")),
        ("Our team is looking for a welder.", None),
        ("In der Arbeitsgruppe Stahlbau ist eine Stelle frei.", Some("Stahlbau")),
        ("Our Hulls & Keels team (three welders) builds the ships.", Some("Hulls & Keels")),
        ("Join our research team in Ulm.", None),
        ("Our customers' Hulls team is looking for steel.", None),
        ("We are looking for the first hire on the Legal team.", Some("Legal")),
        ("We are hiring a Senior Welder for our Hulls team.", Some("Hulls")),
        ("We are looking for somebody who sells steel to the Finance team.", None),
        ("We are hiring. Talk to those on the Platform team.", None),
        ("You will report to the Head of Hulls.", None),
        ("You will work with the Platform team.", None),
        ("Join our team.", None),
        ("Join our small, friendly team.", None),
        ("Join our Acme team.", None),
        ("Join the Acme Platform team.", Some("Platform")),
        ("Join our New Hulls team.", Some("New Hulls")),
        ("Join our Global team.", None),
        ("Join our leadership development and teaching team.", None),
        ("Join us, and the best team.", None),
        ("As a welder on our Hulls team, you weld.", Some("Hulls")),
        ("You will work on the Hulls team.", Some("Hulls")),
        ("You will write tools for the Hulls team.", None),
        ("Zeta looks for a welder to join its Customer Success team.", Some("Customer Success")),
        ("You'll be part of Acme's Hulls team.", Some("Hulls")),
        ("You'll be part of a small but growing Hulls team.", Some("Hulls")),
        ("The Hulls team builds the hulls of our ships.", Some("Hulls")),
        ("The Hulls team at Acme is looking for a welder.", Some("Hulls")),
        ("The team builds ships.", None),
        ("The marketing team sits next door.", None),
        ("We want you on our development team.", None),
        ("Vous intégrez le service Marketing.", Some("Marketing")),
        ("Nous servons le service public.", None),
        ("This post is part of the Hull Support Unit.", Some("Hull Support Unit")),
        ("You weld as part of Project teams.", None),
        ("You will join the Faculty of Hulls and the Sea.", Some("Faculty of Hulls and the Sea")),
    ] {
        let facts = draft().heading(1, "Welder").key("company", "Acme").paragraph(text).facts();
        assert_eq!(facts.team.map(|field| field.value).as_deref(), expected, "{text}");
    }
}

#[test]
fn f1_the_titles_own_suffix_names_the_team() {
    for (title, expected) in [
        ("Welder, Hulls team", Some("Hulls")),
        ("Welder (Team Hulls)", Some("Hulls")),
        ("Welder – Customer Success Squad", Some("Customer Success")),
        ("Welder, join our team", None),
        ("Hulls Team Lead", None),
        ("Welder, Hulls", None),
        ("Welder, Keels", Some("Keels")),
    ] {
        let facts =
            draft().key("title", title).paragraph("Write to Jane of the Keels team or the Masts group.").facts();
        assert_eq!(facts.team.map(|field| field.value).as_deref(), expected, "{title}");
    }
}

#[test]
fn f2_a_heading_or_a_line_of_front_matter_names_the_team() {
    for (heading, expected) in
        [("About the Hulls team:", Some("Hulls")), ("The Hulls team", Some("Hulls")), ("The team", None)]
    {
        let facts = draft().heading(1, "Welder").heading(2, heading).paragraph("We weld.").facts();
        assert_eq!(facts.team.map(|field| field.value).as_deref(), expected, "{heading}");
    }
    for (below, expected) in [("Hulls", Some("Hulls")), ("We weld", None), ("our people weld ships", None)] {
        let facts = draft().heading(1, "Welder").heading(2, "Team").paragraph(below).facts();
        assert_eq!(facts.team.map(|field| field.value).as_deref(), expected, "{below}");
    }
    let told = draft().key("title", "Welder").key("description", "You join the Hulls team.").facts();
    assert_eq!(told.team.map(|field| field.value).as_deref(), Some("Hulls"));
}

#[test]
fn f1_a_category_or_an_institute_of_front_matter_is_the_team_where_it_can_be_nothing_else() {
    for (key, value, expected) in [
        ("category", "Marketing", Some("Marketing")),
        ("institute", "Faculty of Steel", Some("Faculty of Steel")),
        ("unit", "Hulls and Data", Some("Hulls and Data")),
        ("dependencia", "Taller de Quillas", Some("Taller de Quillas")),
        ("unit", "Month", None),
        ("category", "jobs", None),
        ("category", "Open", None),
        ("category", "marketing", None),
        ("institute", "University of Ulm", None),
    ] {
        let facts = draft().key("title", "Welder").key(key, value).facts();
        assert_eq!(facts.team.map(|field| field.value).as_deref(), expected, "{key}: {value}");
    }
}

#[test]
fn f3_teams_among_benefits_or_requirements_are_others() {
    for heading in ["Requirements", "Benefits", "About us"] {
        let facts =
            draft().heading(1, "Welder").heading(2, heading).paragraph("Many want to join our Platform team.").facts();
        assert_eq!(facts.team, None, "{heading}");
    }
}

#[test]
fn f1_the_town_before_a_usual_department_is_no_part_of_its_name() {
    let team = |text: &str| draft().heading(1, "Welder").paragraph(text).facts().team.map(|field| field.value);
    assert_eq!(team("You join our Chicago sales team."), team("You join our sales team."));
    assert_eq!(team("You join our Hull Support team.").as_deref(), Some("Hull Support"));
    assert_eq!(team("You join our Deep Hull team.").as_deref(), Some("Deep Hull"));
}

#[test]
fn f2_a_line_names_the_unit_beside_the_institution() {
    let team = |company: &str, line: &str| {
        let draft = draft().heading(1, "Welder").key("company", company).paragraph(line).paragraph("You weld.");
        draft.facts().team.map(|team| team.value)
    };
    for (company, line, expected) in [
        ("City of Ulm", "City of Ulm — Parks and Gardens", Some("Parks and Gardens")),
        ("Ulm University Hospital", "Ulm University Hospital · Nursing · Ulm", Some("Nursing")),
        ("Gemeinde Nahtheim", "Gemeinde Nahtheim – Referat Hafen – Vollzeit", Some("Referat Hafen")),
        ("City of Ulm", "City of Ulm — Germany", None),
        ("City of Ulm", "City of Ulm — Welder", None),
        ("City of Ulm", "City of Ulm — Dock Hamburg", None),
        ("City of Ulm", "City of Ulm — a town by the river", None),
        ("Hullwerk", "Hullwerk — Ships and Boats", None),
    ] {
        assert_eq!(team(company, line).as_deref(), expected, "{line}");
    }
}

#[test]
fn f3_the_word_for_a_team_in_the_companys_name_names_no_team() {
    let of = |company: &str| {
        let facts =
            draft().heading(1, "Pfleger").key("company", company).paragraph("Bei uns im Pflegeteam pflegst du.");
        facts.facts().team.map(|field| field.value)
    };
    assert_eq!(of("Pflegeteam Ulm"), None);
}

#[test]
fn f1_a_line_of_facts_names_a_usual_department() {
    for (line, expected) in [
        ("Ulm · Marketing · Full-time", Some("Marketing")),
        ("Customer Success | Ulm, Germany | Part-time", Some("Customer Success")),
        ("Ulm / Research & Development / Full-time", Some("Research & Development")),
        ("Vertrieb · Vollzeit · Ulm", Some("Vertrieb")),
        ("造船部｜正社員｜大阪", Some("造船部")),
        ("Abteilung Rumpfbau | Ulm | Vollzeit", Some("Rumpfbau")),
        ("Équipe Coques · Ulm · CDI", Some("Coques")),
        ("Hulls team · Ulm · Full-time", Some("Hulls")),
        ("Ventas · Ulm · Jornada completa", Some("Ventas")),
        ("Dział Spawania | Ulm | Remote", Some("Dział Spawania")),
        ("Ulm · Marketing · Design · Full-time", None),
        ("Ulm · Hullwerk · Full-time", None),
        ("Welder, Hulls team · Ulm · Full-time", None),
        ("本部｜正社員｜大阪", None),
        ("Marketing · Design", None),
    ] {
        let facts = draft().heading(1, "Welder").paragraph(line).paragraph("You weld.").facts();
        assert_eq!(facts.team.map(|field| field.value).as_deref(), expected, "{line}");
    }
    let facts = draft().heading(1, "Welder").item("Marketing").item("Full-time").item("Ulm").facts();
    assert_eq!(facts.team, None);
}

#[test]
fn f2_a_sentence_names_the_team_that_seeks_somebody_or_has_a_post() {
    for (text, expected) in [
        ("You sit in the Hulls and Keels team.", Some("Hulls and Keels")),
        ("Work in the product and engineering team.", None),
        ("Join us in the Steel department at the yard.", Some("Steel")),
        ("The Hulls and Keels department of the yard offers ships to all.", Some("Hulls and Keels")),
        ("Im Team Rumpfbau unserer Werft wird eine Stelle frei.", Some("Rumpfbau")),
        ("Im Team Verstärkung zu haben ist schön.", None),
        ("Am Institut für Stahlbau der Universität Ulm ist eine Stelle zu besetzen.", Some("Institut für Stahlbau")),
        ("Am Institut für Stahlbau ist eine Stelle zu besetzen.", None),
        ("Die Stelle ist beim Amt für Hafen der Stadt Ulm angesiedelt.", Some("Amt für Hafen")),
        ("The Department of Steel at the University of Ulm is hiring.", Some("Department of Steel")),
        ("The Department of Steel is hiring.", None),
        ("The Hulls Group at the Department of Steel, Ulm, invites applications.", Some("Department of Steel")),
        ("Le service Coques du chantier recherche un soudeur.", Some("Coques")),
        ("De afdeling Rompen zoekt iemand.", Some("Rompen")),
        ("Du blir en del av teamet Skrov.", Some("Skrov")),
        ("Innerhalb des Bereichs Rumpfbau arbeitest du.", Some("Rumpfbau")),
        ("The role sits within the Hulls function.", Some("Hulls")),
        ("当社の造船部に所属していただきます。", Some("造船部")),
        ("本公司造船部招聘焊工一名。", Some("造船部")),
        ("本部では船をつくります。", None),
        ("会社の一部では船をつくります。", None),
        ("You write for the Department of Steel in Ulm.", None),
        ("Au Département de Métallurgie, un poste est à pourvoir.", Some("Département de Métallurgie")),
        ("Unsere Rechtsabteilung sucht Verstärkung.", Some("Rechtsabteilung")),
        ("Für unsere Rechtsabteilung suchen wir dich.", Some("Rechtsabteilung")),
        ("Unsere Fachabteilung sucht Verstärkung.", None),
        ("Bewerbungen bitte an unsere Rechtsabteilung.", None),
        ("Onze inkoopafdeling zoekt iemand.", Some("Inkoopafdeling")),
        ("Vår inköpsavdelning söker en svetsare.", Some("Inköpsavdelning")),
        ("Notre équipe Coques recrute.", Some("Coques")),
        ("Vous travaillez avec notre équipe Coques.", None),
        ("Nuestro equipo de Cascos busca soldador.", Some("Cascos")),
        ("Nosso time de Cascos está contratando.", Some("Cascos")),
        ("Voor het team Rompen van de werf zoeken we iemand.", Some("Rompen")),
    ] {
        let facts = draft().heading(1, "Welder").paragraph(text).facts();
        assert_eq!(facts.team.map(|field| field.value).as_deref(), expected, "{text}");
    }
}
