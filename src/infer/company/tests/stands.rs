//! Names told by where they stand, and by what only employers have and do.

use super::company;
use crate::infer::fixture::draft;

#[test]
fn f1_where_a_name_stands_tells_whose_it_is() {
    for (text, expected) in [
        ("Since 1999 Acme has kept ships afloat.", "Acme"),
        ("Seit 1999 baut die HullWerk Boote.", "HullWerk"),
        ("Sinds 1999 bouwt Hullwerk boten.", "Hullwerk"),
        ("Acme & Keel, dry dock restaurant, 48 seats", "Acme & Keel"),
        ("Acme – the company behind the yellow buoys.", "Acme"),
        ("Hullwerk / Agentur für Schiffe", "Hullwerk"),
        ("Acme (a co-operative of twelve) wants you to weld.", "Acme"),
        ("Hull Museum, Ulm", "Hull Museum"),
        ("Tierarztpraxis Doe\nMarktplatz 4\n89073 Ulm", "Tierarztpraxis Doe"),
        ("Zahnarztpraxis am Hafen", "Zahnarztpraxis am Hafen"),
        ("Clinique vétérinaire des Quais", "Clinique vétérinaire des Quais"),
        ("© 2025 Acme. All rights reserved.", "Acme"),
        ("Jane Doe, Head of Hulls, Acme", "Acme"),
        ("Terre de voiles recrute un soudeur.", "Terre de voiles"),
        ("First Hull Church is looking for a welder.", "First Hull Church"),
        ("Doe Architekten baut Werften.", "Doe Architekten"),
        ("Acme group – Hafenstraße 4, 89073 Ulm", "Acme"),
        ("hullwork – a Ulm based startup for docks.", "hullwork"),
        ("HGV VAN is a technology company.", "HGV VAN"),
        ("Acme is a trusted partner to all who sail.", "Acme"),
        ("With forty welders, Acme builds ships.", "Acme"),
        ("The data controller is Acme Hulls.", "Acme Hulls"),
        ("Van der Werf Boten is gevestigd in Delft.", "Van der Werf Boten"),
        ("Dock 44 builds boats.", "Dock 44"),
        ("St Anna's cares for sailors.", "St Anna's"),
        ("The Governors of St Anna's Primary School wish to appoint a welder.", "St Anna's Primary School"),
        ("Boats to the Isles is looking for a welder.", "Boats to the Isles"),
        ("La commune de Brestelle (900 habitants), au bord de l'eau, recrute.", "commune de Brestelle"),
        ("La boulangerie Acmé recrute.", "boulangerie Acmé"),
        ("Hull & Co. is looking for a welder.", "Hull & Co."),
        ("아크메는 배에서 빠르게 성장하고 있는 회사입니다.", "아크메"),
        ("アクメのミッションは、船を造ることです。", "アクメ"),
    ] {
        assert_eq!(company(draft().heading(1, "Welder").paragraph(text)).as_deref(), Some(expected), "{text}");
    }
    let above = draft().heading(1, "Acme is looking for you").heading(2, "Welder").paragraph("We weld.");
    assert_eq!(company(above).as_deref(), Some("Acme"));
    let below = draft().heading(1, "Welder").heading(2, "Acme Hull Labs").paragraph("We weld.");
    assert_eq!(company(below).as_deref(), Some("Acme Hull Labs"));
    assert_eq!(company(draft().heading(1, "Acme - intern positions").paragraph("Weld.")).as_deref(), Some("Acme"));
    let bold = draft().heading(1, "Welder").paragraph("Hull Co.").paragraph("We weld.");
    assert_eq!(company(bold).as_deref(), Some("Hull Co"));
    let asked = draft().heading(2, "Requirements").item("Steel").item("Acme does not sponsor visas.").item("Iron");
    assert_eq!(company(asked).as_deref(), Some("Acme"));
    let below_the_lists = draft().heading(2, "Requirements").item("Steel").paragraph("Acme is hiring.");
    assert_eq!(company(below_the_lists).as_deref(), Some("Acme"));
}

#[test]
fn f1_what_only_employers_have_and_do_tells_who_they_are() {
    for (text, expected) in [
        ("We are Acme – we weld ships.", "Acme"),
        ("Our name is Acme.", "Acme"),
        ("Acme's head office is in Ulm.", "Acme"),
        ("Acme employees weld.", "Acme"),
        ("What makes Acme special is its welders.", "Acme"),
        ("All that we do at Acme starts with steel.", "Acme"),
        ("I run the yard at Acme and need a welder.", "Acme"),
        ("You will be an employee of Acme.", "Acme"),
        ("That is why we founded Acme.", "Acme"),
        ("Acme never asks for payment.", "Acme"),
        ("To learn more about Acme, visit our website.", "Acme"),
        ("Acme pays for your boots. More about Acme is online.", "Acme"),
        ("Wir heißen Hullwerk und schweißen.", "Hullwerk"),
        ("Wir sind hullwerk, das Unternehmen hinter Keelr.", "hullwerk"),
        ("If you join Acme, you weld.", "Acme"),
        ("Sailors love the boats that we make at Acme.", "Acme"),
        ("At Acme , we weld.", "Acme"),
        ("Seit 1999 engagiert sich HullWerk für Boote.", "HullWerk"),
        ("Acme will make reasonable accommodations.", "Acme"),
        ("Remote work is part of Acme's DNA.", "Acme"),
        ("Ansprechpartnerin bei Hullwerk ist Frau Doe.", "Hullwerk"),
        ("Oportunidade na Acme, que solda.", "Acme"),
    ] {
        assert_eq!(company(draft().heading(1, "Welder").paragraph(text)).as_deref(), Some(expected), "{text}");
    }
    for (key, name, expected) in [
        ("school", "Hull Sailing School", Some("Hull Sailing School")),
        ("practice", "Ann Hull Dental", Some("Ann Hull Dental")),
        ("practice", "Steel", None),
        ("school", "School of Steel", None),
    ] {
        assert_eq!(company(draft().key("title", "Welder").key(key, name).paragraph("We weld.")).as_deref(), expected);
    }
    let titled = |title: &str| company(draft().key("title", title).paragraph("We weld."));
    assert_eq!(titled("Acme Labs: Welder").as_deref(), Some("Acme Labs"));
    assert_eq!(titled("Steel Department: Welder"), None);
    let told = draft().key("title", "Welder").key("company_details_name", "Acme Hulls").paragraph("We weld.");
    assert_eq!(company(told).as_deref(), Some("Acme Hulls"));
    let spelt = draft().heading(1, "Welder").paragraph("Care for Acme. Write to jobs [at] acme [dot] com");
    assert_eq!(company(spelt).as_deref(), Some("Acme"));
    assert_eq!(company(draft().heading(1, "Soldador(a) Pleno").paragraph("Soldamos barcos.")), None);
    let in_words = draft().heading(1, "Welder").paragraph("Care for Acme Hulls and write to jobs@acmehulls.com");
    assert_eq!(company(in_words).as_deref(), Some("Acme Hulls"));
    let small = draft().heading(1, "Welder").paragraph("hullworks sells anvils. Write to jobs@hullworks.com");
    assert_eq!(company(small).as_deref(), Some("hullworks"));
    let below = draft().key("title", "Welder").key("footer", "Write to:\n\nHullwerk GmbH & Co. KG\nJane Doe, Ulm");
    assert_eq!(company(below).as_deref(), Some("Hullwerk GmbH & Co. KG"));
    let alike = draft().heading(1, "Welder").paragraph("Hull Yard has a crane. Write to jobs@hullyard-ulm.com");
    assert_eq!(company(alike).as_deref(), Some("Hull Yard"));
}

#[test]
fn f1_names_have_particles_places_in_brackets_and_the_first_place_in_a_path() {
    for (text, expected) in [
        ("Jane Doe\nHullwerk De Boot B.V.", "Hullwerk De Boot B.V."),
        ("© Keel Haulage (Ulm) Ltd · Map", "Keel Haulage (Ulm) Ltd"),
        ("Keel & Hull / Jobs / Welder", "Keel & Hull"),
        ("船をつくっている「船工坊ドック」です。", "船工坊ドック"),
        ("こんにちは。合同会社ふなべり工房です。", "合同会社ふなべり工房"),
        ("Office for Naval Hulls", "Office for Naval Hulls"),
    ] {
        let facts = draft().paragraph(text).heading(1, "Welder").paragraph("You weld.");
        assert_eq!(company(facts).as_deref(), Some(expected), "{text}");
    }
    for text in ["Home / Jobs / Welder", "Governors / Jobs / Welder", "Steel / Iron / Welder"] {
        assert_eq!(company(draft().paragraph(text).heading(1, "Welder").paragraph("You weld.")), None, "{text}");
    }
}

#[test]
fn f1_titles_have_names_of_any_words_in_capitals() {
    for (title, expected) in [
        ("Ships We Love is seeking a Dock Welder", Some("Ships We Love")),
        ("Welder at Weld for Ulm", Some("Weld for Ulm")),
        ("Who We Are is hiring", None),
        ("We is hiring a welder", None),
    ] {
        assert_eq!(company(draft().key("title", title).paragraph("You weld.")).as_deref(), expected, "{title}");
    }
    let label = draft().heading(1, "Welder").paragraph("Employer: Hull Ltd, publisher of Ship News");
    assert_eq!(company(label).as_deref(), Some("Hull Ltd"));
}

#[test]
fn f3_others_may_stand_there_as_well() {
    for text in [
        "In 2010 Sales grew.",
        "Seit 2010 auch Tunnel.",
        "Jane, who runs a company in Ulm, sails.",
        "Welding, Ulm",
        "Jane Doe\nHead of Hulls",
        "Photo by Jane Doe",
        "Theme by Keelr",
        "© 2025. All rights reserved.",
        "You report to the Minister of Hulls. The Minister of Hulls is kind.",
        "Die Werft ist alt. Die Werft sucht jemanden.",
        "Jane has been with us since 1999.",
        "Jane leads the team.",
        "Für die Gemeinde Ulmen bauen wir Boote.",
        "Die Lehre an der Hochschule Ulm hast du abgeschlossen.",
        "Our founders met at Hull University.",
        "We compete with Zeta. Zeta is big.",
        "Keelr ist eine Software für Werften.",
        "You know Bootstrap 4, and Bootstrap 4 is known to you.",
        "Wir sind Familie.",
        "Flexible Hours, London",
        "Primary School is fun.",
        "Frau Doe\nMarktplatz 4\n89073 Ulm",
        "Restaurant de quartier recherche un soudeur.",
        "I learned to weld at Keelr.",
        "We host at Keelr, a bar.",
        "Freude am Steuer ist Pflicht.",
        "En Marzo empezamos.",
        "Jane Doe, Head of Hulls",
        "Hear what our welder, Jane Doe, has to say of all that we do here.",
        "Abstimmung mit der Hullwerk GmbH",
        "Bewirb dich jetzt bei Frau Doe.",
        "Send your application to Jane Doe.",
        "An interview with Jane Doe, and a conversation with Jill Doe.",
        "Jane Doe, Marktplatz 4, 89073 Ulm",
        "© 2025 Jane Doe",
        "There is a bar that we meet at Keelr.",
        "Boats for Hullwerk GmbH",
        "The 6th is free, and the 6th is a day of 30-minute talks.",
        "We are VC-funded.",
        "Arbeiten und Lernen ist Pflicht.",
        "加入博士后。",
        "We are Inventive.",
        "Bei Regen bleiben wir drin.",
    ] {
        assert_eq!(company(draft().heading(1, "Welder").paragraph(text)), None, "{text}");
    }
}

#[test]
fn f1_the_only_university_that_a_scholars_posting_names_is_the_employer() {
    let of = |title: &str, text: &str| company(draft().heading(1, title).paragraph(text));
    for (title, text, expected) in [
        ("Postdoc in Steel", "Apply at the portal of the University of Hullen.", Some("University of Hullen")),
        ("PhD position", "Our grant is on hulls. Hullen University pays.", Some("Hullen University")),
        ("Doktorand (m/w/d)", "Unser Projekt läuft an der Hochschule Hullen.", Some("Hochschule Hullen")),
        ("Postdoc in Steel", "The University of Hullen and Keel University weld.", None),
        ("Welder", "Apply at the portal of the University of Hullen.", None),
    ] {
        assert_eq!(of(title, text).as_deref(), expected, "{title}: {text}");
    }
    let asked = draft().heading(1, "Postdoc").heading(2, "Requirements").item("A degree of the University of Hullen");
    assert_eq!(company(asked), None);
}

#[test]
fn f1_an_acronym_in_brackets_stands_for_the_name_before_it() {
    let text = "A job at the Hull Research Institute (HRI) is open. HRI is hiring, and at HRI we weld.";
    assert_eq!(company(draft().heading(1, "Welder").paragraph(text)).as_deref(), Some("Hull Research Institute"));
    let other = "ACME is hiring. At ACME we weld (steel).";
    assert_eq!(company(draft().heading(1, "Welder").paragraph(other)).as_deref(), Some("ACME"));
}

#[test]
fn f1_what_there_is_to_do_is_done_at_the_employers() {
    let does = |item: &str| company(draft().heading(1, "Welder").heading(2, "Responsibilities").item(item));
    assert_eq!(does("Shape welding at Keel Foundation").as_deref(), Some("Keel Foundation"));
    assert_eq!(does("Weld with partners at Hullen University"), None);
    let raised = |text: &str| company(draft().heading(1, "Welder").paragraph(text));
    assert_eq!(raised("You take Hullwerk to the next level.").as_deref(), Some("Hullwerk"));
    assert_eq!(raised("Dieser Blog ist voll mit Schiffen."), None);
}

#[test]
fn f1_an_institution_or_a_firm_of_a_trade_stands_behind_the_job() {
    for (heading, title, expected) in [
        ("Welder: Hull Shipyard Trust", "Welder", Some("Hull Shipyard Trust")),
        ("Receptionist | The Keel Hotel | Ulm", "Receptionist", Some("Keel Hotel")),
        ("Planner gezocht – Scheepsbedrijf Kiel, Ulm", "Planner", Some("Scheepsbedrijf Kiel")),
        ("Schweißer gesucht – Schiffbau Kiel, Ulm", "Schweißer", Some("Schiffbau Kiel")),
        ("Pharmacist – Independent Community Pharmacy", "Pharmacist – Independent Community Pharmacy", None),
        ("Welder – Night Shift, Ulm", "Welder – Night Shift", None),
        ("Roofer – Doe & Sons Roofing – Ulm", "Roofer", Some("Doe & Sons Roofing")),
        ("Consultant: Public Sector & Energy", "Consultant: Public Sector & Energy", None),
        ("Manager | Hotel & Leisure | Ulm", "Manager | Hotel & Leisure", None),
        ("Nurse: Hospital Discharge Team", "Nurse: Hospital Discharge Team", None),
        ("Teacher – Secondary School Maths", "Teacher – Secondary School Maths", None),
        ("Monteur – Gebäudetechnik Nord", "Monteur – Gebäudetechnik Nord", None),
    ] {
        let facts = draft().heading(1, heading).paragraph("Two docks and a crane.").facts();
        assert_eq!(facts.company.map(|field| field.value).as_deref(), expected, "{heading}");
        assert_eq!(facts.title.map(|field| field.value).as_deref(), Some(title), "{heading}");
    }
}

#[test]
fn f1_where_a_name_stands_makes_it_the_employers() {
    for (text, expected) in [
        ("Scheepsbedrijf Kiel uit Ulm is op zoek naar een lasser.", Some("Scheepsbedrijf Kiel")),
        ("Willkommen im Seniorenstift Kielhof!", Some("Seniorenstift Kielhof")),
        ("Acme Dock Works BV stores keels at the Hullmouth terminal.", Some("Acme Dock Works BV")),
        ("The Centre for Tidal Steel in Ulm develops models of hulls.", Some("Centre for Tidal Steel")),
        ("School of Steel, University of Northgate", Some("University of Northgate")),
        ("La Municipalidad de Quilla invita a profesionales a soldar.", Some("Municipalidad de Quilla")),
        ("La Coque Dorée, chantier à Brest, recrute. CV : jobs@lacoquedoree.example", Some("La Coque Dorée")),
        ("We're blue hull coffee, a small café. Write to hi@bluehullcoffee.example", Some("blue hull coffee")),
        ("We're three old friends, a small firm. Write to hi@example.com", None),
        ("You will weld as a fitter at the Hullmouth terminal.", None),
    ] {
        let facts = draft().heading(1, "Welder").paragraph(text).facts();
        assert_eq!(facts.company.map(|field| field.value).as_deref(), expected, "{text}");
    }
    let below = draft().heading(1, "Welder").heading(2, "Praxis Dr. Doe, Ulm").paragraph("Wir sind drei.");
    assert_eq!(below.facts().company.map(|field| field.value).as_deref(), Some("Praxis Dr. Doe"));
}
