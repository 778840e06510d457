use super::super::fixture::draft;
use super::*;

fn places(facts: &Facts) -> Vec<&str> {
    facts.locations.iter().flat_map(|field| &field.value).map(|place| place.name.as_str()).collect()
}

#[test]
fn f1_a_yes_to_work_in_one_place_is_a_no_to_remote_work() {
    for (text, expected) in [
        ("On-site: yes", Some(Remote::No)),
        ("Onsite: true", Some(Remote::No)),
        ("On-site: no", None),
        ("On-site: 3 days a week", Some(Remote::Hybrid)),
        ("Remote: yes", Some(Remote::Full)),
    ] {
        let facts = draft().heading(1, "Welder").paragraph(text).facts();
        assert_eq!(facts.remote.map(|field| field.value), expected, "{text}");
    }
}

#[test]
fn f1_labelled_lines_are_read_in_all_their_shapes() {
    for text in [
        "Location: Ulm",
        "📍 Standort: Ulm",
        "Location\tUlm",
        "Location – Ulm",
        "Location/Duty Station: Ulm",
        "Location\nUlm",
        "Location:\nHullwerk Labs\nHafenstraße 4\n89073 Ulm",
        "Location: Ulm / Flexible hours",
        "📍 Ulm",
        "Lieu : Ulm",
        "Team: Steel | Location: Ulm",
        "Hi there\nOrt: Ulm",
        "Where? Ulm",
        "Standort Ulm",
        "[3] Standort: Ulm",
        "勤務地　Ulm",
        "Placering: Ulm",
        "Miejsce pracy: Ulm",
        "1.2 Arbeitsort: Ulm",
        "Sites: Ulm",
        "Commune : Ulm",
        "Hvor: Ulm",
    ] {
        let facts = draft().heading(1, "Welder").paragraph(text).facts();
        assert_eq!(places(&facts), ["Ulm"], "{text}");
    }
    let facts = draft().heading(2, "Location").paragraph("Ulm").facts();
    assert_eq!(places(&facts), ["Ulm"]);
    let facts = draft().paragraph("Location").paragraph("Ulm, Germany").facts();
    assert_eq!(places(&facts), ["Ulm, Germany"]);
    let wide = "【船好き求む】港の造船所で船体を溶接する正社員の溶接工募集＠港町エリア";
    let facts = draft().path("hull.md").heading(1, "職種名").paragraph(wide).heading(1, "仕事内容").facts();
    assert_eq!(facts.heading.or(facts.title).map(|title| title.value).as_deref(), Some(wide));
    let far_below = (0..20).fold(draft().heading(1, "Welder"), |fixture, _| fixture.item("Weld."));
    assert_eq!(places(&far_below.heading(2, "Location").paragraph("Ulm").facts()), ["Ulm"]);
    let far_below = (0..40).fold(draft().heading(1, "Welder"), |fixture, _| fixture.item("Weld."));
    assert_eq!(places(&far_below.paragraph("Plats: Ulm.").facts()), ["Ulm"]);
    let far_below = (0..40).fold(draft().heading(1, "Welder"), |fixture, _| fixture.item("Weld."));
    let cell = "勤務拠点\n\t\n〒123-4567 愛知県小牧市1-2\n\n※お車での通勤が可能です。駐車場もありますので、お気軽にご相談ください。";
    assert_eq!(places(&far_below.row(cell).facts()), ["愛知県小牧市"]);
    let far_below = (0..40).fold(draft().heading(1, "Welder"), |fixture, _| fixture.item("Weld."));
    let facts = far_below.paragraph("[5] 就業場所\n溶接研究室（愛知県小牧市中央１－２）").facts();
    assert_eq!(places(&facts), ["愛知県小牧市"]);
    let facts = draft().paragraph("一、岗位地点：上海\n二、应聘条件：会焊接").facts();
    assert_eq!(places(&facts), ["上海"]);
    let facts = draft().row("Location\tType").row("Ulm\tFull-time").facts();
    assert_eq!((places(&facts), facts.employment_type.as_ref().map(|field| field.value.len())), (vec!["Ulm"], Some(1)));
    let facts = draft().heading(2, "部门").paragraph("船体技术部").facts();
    assert_eq!(facts.team.map(|team| team.value).as_deref(), Some("船体技术部"));
    let facts = draft().heading(2, "Location").item("Ulm").item("Bern").facts();
    assert_eq!(places(&facts), ["Ulm", "Bern"]);
}

#[test]
fn f2_each_label_fills_its_field() {
    let facts = draft()
        .heading(1, "Welder")
        .item("Type: Full-time with a view of the dock")
        .item("Department: Hulls")
        .item("Salary: €40-50K")
        .item("Closing date: 2 May 2024")
        .item("Remote: no")
        .item("Apply: jobs@example.com")
        .facts();
    let origin = facts.team.as_ref().map(|team| (team.value.as_str(), team.origin.kind, team.origin.line));
    assert_eq!(origin, Some(("Hulls", OriginKind::Label, Some(5))));
    assert_eq!(facts.employment_type.map(|field| field.value.len()), Some(1));
    assert_eq!(facts.salary.and_then(|field| field.value.max), Some(50_000.0));
    assert_eq!(facts.closes.map(|field| field.value.to_string()).as_deref(), Some("2024-05-02"));
    assert_eq!(facts.remote.map(|field| field.value), Some(Remote::No));
    assert_eq!(facts.apply.map(|field| field.value), Some(vec!["mailto:jobs@example.com".to_owned()]));
}

#[test]
fn f2_days_and_teams_stand_below_headings_and_in_lists_of_definitions() {
    let facts = draft()
        .heading(1, "Welder")
        .heading(2, "Directorate")
        .paragraph("Hulls and Keels")
        .heading(2, "Date advertised")
        .paragraph("2 May 2024")
        .paragraph(": **Closed** — 31 May 2024")
        .facts();
    assert_eq!(facts.team.map(|field| field.value).as_deref(), Some("Hulls and Keels"));
    assert_eq!(facts.posted.map(|field| field.value.to_string()).as_deref(), Some("2024-05-02"));
    assert_eq!(facts.closes.map(|field| field.value.to_string()).as_deref(), Some("2024-05-31"));
}

#[test]
fn f2_a_list_below_a_label_offers_a_choice() {
    let facts =
        draft().heading(2, "Employment type").item("Full-time employee").item("Freelance").item("Sailor").facts();
    assert_eq!(facts.employment_type.map(|field| field.value.len()), Some(2));
}

#[test]
fn f3_prose_with_a_colon_is_no_label() {
    for text in [
        "What we need: Berlin",
        "The location: a place where we meet, talk, eat, and sometimes, when the wind is right, build things together.",
        "Location: TBD",
        "Sector: Banking",
        "Location:",
        "Germany",
        "Our location of choice: Ulm",
        "Location – what a view",
        "Location what a view",
        "Place Ulm welders first",
        "Where? Nobody knows",
        "Remote: the future of work is here",
        "Office: +49 30 1234567",
    ] {
        let facts = draft().heading(1, "Welder").item(text).facts();
        assert!(facts.locations.is_none() && facts.remote.is_none() && facts.team.is_none(), "{text}");
    }
    let facts = draft().heading(1, "Welder").code("Location: Ulm").facts();
    assert!(facts.locations.is_none());
}

#[test]
fn f1_lines_far_below_are_not_labels() {
    let mut fixture = draft().heading(1, "Welder");
    for _ in 0..20 {
        fixture = fixture.item("Weld.");
    }
    assert!(fixture.item("Team: Hulls").facts().team.is_none());
}

#[test]
fn f1_a_label_for_remote_work_is_answered_in_many_ways() {
    for (text, expected) in [
        ("Remote: yes, within Europe", Some(Remote::Full)),
        ("Remoto: Sí", Some(Remote::Full)),
        ("Télétravail : 100%", Some(Remote::Full)),
        ("Remote: 2 days a week", Some(Remote::Hybrid)),
        ("Home Office: ja, nach Absprache", Some(Remote::Hybrid)),
        ("リモート：週2日可", Some(Remote::Hybrid)),
        ("Work model: 3 days office, 2 days home", Some(Remote::Hybrid)),
        ("Télétravail : non", Some(Remote::No)),
        ("Can I work from home?\tAlways. We have left our yard.", Some(Remote::Full)),
        ("Setup: On site for 90 days, then hybrid", Some(Remote::Hybrid)),
        ("Remote eligible: Hybrid", Some(Remote::Hybrid)),
        ("Remote? Sometimes.", Some(Remote::Hybrid)),
        ("Is it remote? No idea yet.", None),
        ("Remote: pumps and valves", None),
        ("Remote: 24 pumps", None),
    ] {
        let facts = draft().heading(1, "Welder").paragraph(text).facts();
        assert_eq!(facts.remote.map(|field| field.value), expected, "{text}");
    }
}

#[test]
fn f1_a_labelled_name_may_hold_full_stops() {
    for name in ["St. Anna", "Acme Hulls Ltd.", "Dr. Keel", "Acme S.A."] {
        let facts = draft().heading(1, "Welder").item(&format!("Company: {name}")).facts();
        assert_eq!(facts.company.map(|company| company.value).as_deref(), Some(name));
    }
    let facts = draft().heading(1, "Welder").item("Company: We weld. We sail.").facts();
    assert_eq!(facts.company, None);
}

#[test]
fn f1_a_list_of_facts_far_below_tells_of_remote_work() {
    let far_below = || (0..20).fold(draft().heading(1, "Welder"), |fixture, _| fixture.item("Weld."));
    let remote = |text: &str| far_below().paragraph(text).facts().remote.map(|field| field.value);
    assert_eq!(remote("Pay: by tariff\nRemote: up to 2 days a week\nLeave: 30 days"), Some(Remote::Hybrid));
    assert_eq!(remote("Remote: pumps and valves\nHulls: steel"), None);
    let facts = draft().heading(1, "Welder").heading(2, "What we offer").item("Place of work: Ulm, Germany").facts();
    assert_eq!(places(&facts), ["Ulm, Germany"]);
}

#[test]
fn f1_a_bold_word_and_its_full_stop_label_a_paragraph() {
    let facts = |text: &str| draft().heading(1, "Welder").paragraph("Hello.").paragraph(text).facts();
    assert_eq!(places(&facts("The place. Ulm, Germany. You walk to work.")), ["Ulm, Germany"]);
    assert!(places(&facts("The place. A yard like no other. You walk to work.")).is_empty());
    assert!(places(&facts("Office. Ulm is far.")).is_empty());
}

#[test]
fn i4_a_label_may_add_places_to_those_of_another() {
    for (text, expected) in [
        ("Primary location: Dublin\nAdditional locations: Leeds; Lyon", vec!["Dublin", "Leeds", "Lyon"]),
        ("Standort: Ulm\nWeitere Standorte: Ulm, Köln", vec!["Ulm", "Köln"]),
        ("Location: Dublin\nOther locations: none yet, ask us", vec!["Dublin"]),
        ("Location: Dublin\nSuppliers: Leeds", vec!["Dublin"]),
    ] {
        let facts = draft().heading(1, "Welder").paragraph(text).facts();
        let names: Vec<_> = facts.locations.into_iter().flat_map(|field| field.value).map(|place| place.name).collect();
        assert_eq!(names, expected, "{text}");
    }
}

#[test]
fn i4_where_the_work_is_done_is_told_under_any_key_and_beside_the_hours() {
    use Remote::{Full, Hybrid, No};
    for (value, expected) in [
        ("On-Site", Some(No)),
        ("Hybrid", Some(Hybrid)),
        ("Remote", Some(Full)),
        ("Office", None),
        ("In-house", None),
        ("Hybrid drives", None),
    ] {
        let facts = draft().heading(1, "Welder").key("jobSite", value).facts();
        assert_eq!(facts.remote.map(|field| field.value), expected, "{value}");
    }
    for (text, expected) in [
        ("Carga horária: 30 horas semanais, presencial.", Some(No)),
        ("Hours: 30 a week, hybrid", Some(Hybrid)),
        ("Type: Full-time, office", None),
        ("Job Type: Full-time (in-office)", Some(No)),
    ] {
        let facts = draft().heading(1, "Welder").paragraph(text).facts();
        assert_eq!(facts.remote.map(|field| field.value), expected, "{text}");
    }
}

#[test]
fn f1_the_first_row_of_a_table_may_hold_other_words_beside_labels() {
    let facts = |rows: [&str; 2]| rows.iter().fold(draft().heading(1, "Smed"), |draft, row| draft.row(row)).facts();
    assert_eq!(places(&facts(["Hvad\tHvor\tHvornår\tTimer", "Smed\tUlm\t1. maj\t37 t/uge"])), ["Ulm"]);
    assert!(places(&facts(["Hulls\tOrt\tWelds\tAnchors", "Ten\tUlm\t12\t14"])).is_empty());
    let facts = facts(["Workplace\tRemote", "Hours\t40"]);
    assert_eq!(places(&facts), ["Remote"]);
    assert_eq!(facts.remote.map(|field| field.value), Some(Remote::Full));
}

#[test]
fn f3_what_begins_as_a_label_may_be_a_name() {
    let said = |text: &str| draft().heading(1, "Welder").paragraph(text).facts();
    assert!(!places(&said("TOWN OF HULL, NOVA SCOTIA")).contains(&"OF HULL, NOVA SCOTIA"));
    assert_eq!(places(&said("Based at: the yard in Ulm, with a day a month in Kiel")), ["Ulm"]);
    let firm = said("Firma: Stocznia Dudziński sp. z o.o.").company.map(|field| field.value);
    assert_eq!(firm.as_deref(), Some("Stocznia Dudziński sp. z o.o."));
    let needs = draft().paragraph("Hull School").paragraph("**SPECIAL NEEDS ASSISTANT – May**").facts();
    assert_ne!(needs.company.map(|field| field.value).as_deref(), Some("SPECIAL"));
}

#[test]
fn f2_a_deadline_that_is_closed_closes_the_posting() {
    let facts = draft().heading(1, "Welder").heading(3, "Closing date: CLOSED").paragraph("We weld.").facts();
    assert_eq!(facts.status.map(|field| field.value), Some(crate::posting::Status::Closed));
}

#[test]
fn f1_the_first_sentence_of_a_value_may_be_all_that_is_a_place() {
    for (text, expected) in [
        ("Location: our yard in Ulm. The owner lives in Kiel.", vec!["Ulm"]),
        ("Where: our shed at Dockside, Leeds. The owner lives in Kiel.", vec!["Leeds"]),
        ("Work site: Austin, TX, and yards throughout the county. Remote work is not offered.", vec!["Austin, TX"]),
        ("Stützpunkt: Ankerstraße, Ulm", vec!["Ulm"]),
        ("Depot: Ulm", vec!["Ulm"]),
        ("Branch: Leeds", vec!["Leeds"]),
        ("Markt: Ulm", vec!["Ulm"]),
        ("Branch: Steel", vec![]),
        ("Region: Germany", vec![]),
    ] {
        assert_eq!(places(&draft().heading(1, "Welder").paragraph(text).facts()), expected, "{text}");
    }
    let below = |text: &str| draft().heading(1, "Welder").heading(2, "Where you will be based").paragraph(text).facts();
    assert_eq!(places(&below("Our yards in Ulm or in Kiel. Now and then you sail.")), ["Ulm", "Kiel"]);
    assert_eq!(places(&below("Our yards in Leeds or in Nowhere Junction.")), ["Leeds", "Nowhere Junction"]);
    assert!(places(&below("We care where steel is from. Ulm has none.")).is_empty());
}

#[test]
fn f1_labels_without_a_colon_lead_to_names_where_labelled_lines_stand_beside_them() {
    for (text, team, company, level) in [
        ("Team Hulls\nLocation Ulm", Some("Hulls"), None, None),
        (
            "Abteilung Hafen und Umwelt\nArbeitgeber Hullwerk\nStandort Ulm",
            Some("Hafen und Umwelt"),
            Some("Hullwerk"),
            None,
        ),
        ("Closing 1 May 2025\nÉquipe Coques\nLevel Senior", Some("Coques"), None, Some("Senior")),
        ("Avdelning: Skrov\nOrt: Ulm", Some("Skrov"), None, None),
        ("Team Hulls", None, None, None),
        ("Team player\nLocation Ulm", None, None, None),
        ("Team Welder\nLocation Ulm", None, None, None),
        ("Company Driver\nLocation Ulm", None, None, None),
        ("Team Hulls, and you.\nLocation Ulm", None, None, None),
    ] {
        let facts = draft().heading(1, "Welder").paragraph(text).facts();
        assert_eq!(facts.team.map(|field| field.value).as_deref(), team, "{text}");
        assert_eq!(facts.company.map(|field| field.value).as_deref(), company, "{text}");
        assert_eq!(facts.level.map(|field| field.value).as_deref(), level, "{text}");
    }
    let facts = draft().heading(1, "Welder").item("Team Hulls").item("Location Ulm").facts();
    assert_eq!(facts.team.map(|field| field.value).as_deref(), Some("Hulls"));
    let facts = draft().heading(1, "Welder").item("Team Events").item("Weld hulls").facts();
    assert_eq!(facts.team, None);
}

#[test]
fn f1_labels_and_values_one_after_the_other_are_a_list_of_definitions() {
    let list = |texts: &[&str]| {
        texts
            .iter()
            .fold(draft().heading(1, "Welder"), |draft, text| draft.paragraph(text))
            .paragraph("You weld.")
            .facts()
    };
    let facts = list(&["Department", "Hulls", "Company", "Hullwerk", "Salary", "50,000 EUR a year", "Place", "Ulm"]);
    assert_eq!(facts.team.as_ref().map(|field| (field.value.as_str(), field.origin.line)), Some(("Hulls", Some(5))));
    assert_eq!(facts.company.as_ref().map(|field| field.value.as_str()), Some("Hullwerk"));
    assert_eq!(places(&facts), ["Ulm"]);
    assert!(facts.salary.is_some());
    assert_eq!(
        list(&["Abteilung", "hafen", "Frist", "1.5.2025"]).team.map(|field| field.value).as_deref(),
        Some("hafen")
    );
    // A label by itself may open a section of prose.
    assert_eq!(list(&["Company", "steel since 1900", "Tasks", "Weld hulls"]).company, None);
    assert_eq!(list(&["Team", "We weld ships.", "Place", "Ulm"]).team, None);
}
