//! Teams in sentences, titles, lines and headings.

mod around;
mod prose;
mod values;

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
        ("We are a firm in search of a clerk for our litigation department.", Some("Litigation")),
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

#[test]
fn f2_a_sentence_that_tells_how_many_the_team_are_names_it() {
    for (text, expected) in [
        ("De afdeling Rompen telt zes mensen.", Some("Rompen")),
        ("Die Abteilung Rumpfbau besteht aus sechs Leuten.", Some("Rumpfbau")),
        ("L'équipe Coques compte six personnes.", Some("Coques")),
        ("L'équipe Québec compte six personnes.", None),
        ("El equipo de Cascos está formado por seis personas.", Some("Cascos")),
        ("O time de Cascos tem seis pessoas.", Some("Cascos")),
        ("A equipe de Cascos é formada por seis pessoas.", Some("Cascos")),
        ("Il team Scafi è composto da sei persone.", Some("Scafi")),
        ("Teamet Skrov består av sex personer.", Some("Skrov")),
        ("The Life at Sea team consists of six welders.", Some("Life at Sea")),
        ("Ons team telt zes mensen.", None),
        ("Das Team Hamburg besteht aus sechs Leuten.", None),
        ("L'entreprise compte six personnes.", None),
        ("Teamet består av sex personer.", None),
        ("El equipo está formado por seis personas.", None),
    ] {
        let facts = draft().heading(1, "Welder").key("company", "Acme").paragraph(text).facts();
        assert_eq!(facts.team.map(|field| field.value).as_deref(), expected, "{text}");
    }
}

#[test]
fn f2_a_sentence_says_where_the_post_is() {
    for (text, expected) in [
        ("Wij zoeken een lasser voor team Rompen in Zwolle.", Some("Rompen")),
        ("Wij zoeken een lasser voor team en klant.", None),
        ("Vi söker en svetsare till team Skrov.", Some("Skrov")),
        ("Vi jobbar i team. Stockholm är nära.", None),
        ("Du kommer att tillhöra avdelningen Köl.", Some("Köl")),
        ("Vous serez rattaché à l'équipe Coques, à Nantes.", Some("Coques")),
        ("Buscamos soldador para nuestra área de Cascos.", Some("Cascos")),
        ("Te unirás al equipo de Atención al Cliente.", Some("Atención al Cliente")),
        ("Procuramos uma pessoa para o time Cascos, em Natal.", Some("Cascos")),
        ("Cerchiamo una persona per l'ufficio Acquisti.", Some("Acquisti")),
        ("Working in the harbour office within the Hulls and Keels team, you weld.", Some("Hulls and Keels")),
        ("You would be working in our Hull Repair department.", Some("Hull Repair")),
        ("This role sits within Product Marketing and reports to Jane.", Some("Product Marketing")),
        ("The yard sits in Research Park.", None),
        ("Working within budgets, you buy steel.", None),
        ("You know what is said within the Hulls team.", None),
        ("We are hiring a welder in the Department of Steel at the University of Ulm.", Some("Department of Steel")),
        ("We are looking for a welder at the Institute of Steel of the University of Ulm.", Some("Institute of Steel")),
        ("We are looking for somebody who has been at the Hulls team.", None),
        ("The Department of Steel at Ulm University has an exciting opportunity.", Some("Department of Steel")),
        ("The University of Ulm has an exciting opportunity.", None),
        ("Du arbeitest eng mit dem Team Vertrieb zusammen.", None),
        ("Du arbeitest mit dem Team Einkauf und dem Bereich Vertrieb zusammen.", None),
        ("Im Team Vertrieb arbeiten wir eng zusammen.", Some("Vertrieb")),
        ("技术部现招聘焊工一名。", Some("技术部")),
        ("A vacancy has arisen within the Registry team.", Some("Registry")),
        ("There is always room for stories within the harbour.", None),
        ("Verstärken Sie unsere Abteilung Rumpfbau!", Some("Rumpfbau")),
        ("Verstärken Sie unser Team Anfang Mai!", None),
        ("Le poste est rattaché au service Coques.", Some("Coques")),
        ("Entrerai a far parte dell'ufficio Acquisti.", Some("Acquisti")),
        ("Jij komt ons team Rompen versterken.", Some("Rompen")),
        ("Du bliver en del af vores afdeling Skrog.", Some("Skrog")),
    ] {
        let facts = draft().heading(1, "Welder").paragraph(text).facts();
        assert_eq!(facts.team.map(|field| field.value).as_deref(), expected, "{text}");
    }
    let below = |first: &str| draft().heading(1, "Welder").heading(2, "Your tasks").paragraph(first);
    assert!(below("You join our Hulls team.").facts().team.is_some());
    assert_eq!(below("You weld.").paragraph("You help others join our Hulls team.").facts().team, None);
}

#[test]
fn f1_what_a_label_tells_of_the_team_is_no_part_of_its_name() {
    for (line, expected) in [
        ("Team: Hulls, which is five people and a dog", Some("Hulls")),
        ("Team: Hulls – six welders", Some("Hulls")),
        ("Department: Hulls (12 people)", Some("Hulls")),
        ("Department: Hulls, led by Jane Roe", Some("Hulls")),
        ("Abteilung: Rumpfbau, das sind fünf Leute", Some("Rumpfbau")),
        ("Service : Coques, qui compte trois personnes", Some("Coques")),
        ("Departamento: Cascos (cinco personas)", Some("Cascos")),
        ("Reparto: Scafi, che conta sei persone", Some("Scafi")),
        ("Afdeling: Rompen, zes mensen", Some("Rompen")),
        ("Department: Hulls, Keels and Masts", Some("Hulls, Keels and Masts")),
        ("Department: Hulls and Keels (H&K)", Some("Hulls and Keels (H&K)")),
    ] {
        let facts = draft().heading(1, "Welder").paragraph(line).paragraph("You weld.").facts();
        assert_eq!(facts.team.map(|field| field.value).as_deref(), expected, "{line}");
    }
}

#[test]
fn f1_a_label_of_many_things_leads_to_a_team_where_it_can_be_nothing_else() {
    for (line, expected) in [
        ("Area: Client Services", Some("Client Services")),
        ("Category: Marketing", Some("Marketing")),
        ("Time: Cascos e Quilhas", Some("Cascos e Quilhas")),
        ("Time: Full Time", None),
        ("Time: 9 to 5", None),
        ("Area: Ulm and around", None),
    ] {
        let facts = draft().heading(1, "Welder").paragraph(line).paragraph("You weld.").facts();
        assert_eq!(facts.team.map(|field| field.value).as_deref(), expected, "{line}");
    }
}

#[test]
fn f1_a_line_of_facts_names_what_a_usual_department_is_joined_with() {
    for (line, expected) in [
        ("Fixed term to 30 June 2027 (leave cover) | Full time | Ropes & Research", Some("Ropes & Research")),
        ("Legal · Hullwerk · Hybrid", Some("Legal")),
        ("Brand & Media GmbH · Full-time", None),
        ("Ropes & Knots · Full-time", None),
    ] {
        let facts = draft().heading(1, "Welder").paragraph(line).paragraph("You weld.").facts();
        assert_eq!(facts.team.map(|field| field.value).as_deref(), expected, "{line}");
    }
}

#[test]
fn f1_the_titles_suffix_is_the_team_that_the_text_names_on_either_side_of_the_word() {
    for (title, text, expected) in [
        ("Welder – Life at Sea", "Our Life at Sea team cooks.", Some("Life at Sea")),
        ("Schweißer (Flotte)", "In der Abteilung Flotte ist viel los.", Some("Flotte")),
        ("Schweißer (Ulm)", "Unser Team Ulm freut sich.", None),
        ("Welder – Life at Sea", "Our team at sea is small.", None),
    ] {
        let facts = draft().key("title", title).paragraph(text).facts();
        assert_eq!(facts.team.map(|field| field.value).as_deref(), expected, "{title}");
    }
}
