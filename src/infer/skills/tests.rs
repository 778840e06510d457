use super::super::fixture::{Fixture, draft};
use super::*;

fn tags(fixture: Fixture) -> Vec<String> {
    // The file's name is the title where there is no other, and names no skill.
    fixture.path("one.md").facts().tags.map(|field| field.value).unwrap_or_default()
}

fn asked(text: &str) -> Vec<String> {
    tags(draft().heading(2, "Requirements").item(text))
}

fn titled(title: &str) -> Vec<String> {
    tags(draft().heading(1, title))
}

#[test]
fn f2_spellings_become_canonical_names() {
    for (text, expected) in [
        ("NodeJS and Postgres", vec!["Node.js", "PostgreSQL"]),
        ("Typescript/React front-end", vec!["TypeScript", "React"]),
        ("C++, C# and .NET", vec!["C++", "C#", ".NET"]),
        ("Rust, in Iowa City, IA or San Juan, PR", vec!["Rust"]),
        ("GCP (Cloud Run, etc)", vec!["Google Cloud"]),
        ("Vue.js", vec!["Vue.js"]),
        ("PHP7, k8s", vec!["PHP", "Kubernetes"]),
        ("C/C++", vec!["C", "C++"]),
        ("Go", vec!["Go"]),
        ("Python, Go, Rust", vec!["Python", "Go", "Rust"]),
        ("Solid understanding of Go fundamentals", vec!["Go"]),
        ("Fluent in Go or similar", vec!["Go"]),
        ("Elixir (using Phoenix framework)", vec!["Elixir", "Phoenix"]),
        ("MongoDBやRedisの経験", vec!["MongoDB", "Redis"]),
        ("Blutabnahmen und EKG", vec!["Blutentnahme", "Electrocardiography"]),
        ("Bread making and croissants", vec!["Baking"]),
        ("GMDSS and ECDIS", vec!["Deck operations"]),
        ("Kilns, and the wheel", vec!["Ceramics"]),
        ("InSAR from Sentinel-1", vec!["Remote sensing"]),
        ("R and Python", vec!["Python", "R"]),
        ("UX/UI and Mapbox", vec!["Mapbox", "UX", "UI"]),
        ("HTML5, CSS3 and CouchDB", vec!["HTML", "CSS", "CouchDB"]),
        ("React with Pinia, SSO and ETL", vec!["React", "Pinia", "SSO", "ETL"]),
        ("Python, MATLAB or R", vec!["Python", "MATLAB", "R"]),
        ("K8S, LLMs and data warehouses", vec!["Kubernetes", "Large language models", "Data warehousing"]),
    ] {
        assert_eq!(asked(text), expected, "{text}");
    }
}

#[test]
fn f2_who_does_a_trade_names_it_in_their_language() {
    for (title, expected) in [
        ("Tischlerin (m/w/d)", "Tischlerei"),
        ("Infirmier de nuit", "Soins infirmiers"),
        ("Enfermera", "Enfermería"),
        ("Vrachtwagenchauffeur", "Rijden"),
        ("Magazziniere", "Magazzino"),
        ("Undersköterska", "Omvårdnad"),
        ("Advogada", "Direito"),
        ("Lasser", "Lassen"),
        ("Welder", "Welding"),
        ("Solicitor", "Law"),
    ] {
        assert!(titled(title).iter().any(|tag| tag == expected), "{title}: {:?}", titled(title));
    }
}

#[test]
fn f3_a_trades_name_that_is_an_everyday_word_counts_in_titles_alone() {
    for text in ["Wir lassen dich in Ruhe", "Recht auf Ruhe", "La conduite de projets", "Zorg voor de haven"] {
        assert!(asked(text).is_empty(), "{text}: {:?}", asked(text));
    }
    assert!(titled("Server Engineer").iter().all(|tag| tag != "Food service"));
}

#[test]
fn f2_fields_of_every_trade_are_known() {
    for (text, expected) in [
        ("Experience in bookkeeping and payroll", vec!["Bookkeeping", "Payroll"]),
        ("Grant proposals and donor relations", vec!["Grant writing", "Donor relations"]),
        ("You know food hygiene (HACCP) and menu planning", vec!["Food safety", "Cooking"]),
        ("Forklift licence, order picking", vec!["Forklift operation", "Warehousing"]),
        ("Good with Figma", vec!["Figma"]),
        ("Experience in R&D", vec!["Research"]),
        ("Patient care, wound care", vec!["Nursing", "Wound care"]),
        ("Three years in event planning", vec!["Event planning"]),
        ("Kenntnisse in Abwassertechnik und Kostenrechnung", vec!["Abwassertechnik", "Kostenrechnung"]),
        ("Experience with nephrology and cash flow management", vec!["Nephrology", "Cash flow"]),
        ("Skills in molecular dynamics and glaciology", vec!["Molecular dynamics", "Glaciology"]),
        ("You have run hackathons and webinars", vec!["Hackathons", "Webinars"]),
        ("Raman spectroscopy and flow cytometry", vec!["Raman spectroscopy", "Flow cytometry"]),
        ("QGIS, participatory mapping", vec!["QGIS", "Mapping"]),
        ("Malware analysis with YARA", vec!["YARA", "Malware analysis"]),
    ] {
        assert_eq!(asked(text), expected, "{text}");
    }
}

#[test]
fn f2_names_in_other_languages_stay_in_them_and_never_come_twice() {
    for (text, expected) in [
        ("Erfahrung in maschinellem Lernen", vec!["Maschinelles Lernen"]),
        ("機械学習の経験", vec!["機械学習"]),
        ("Projektmanagement (project management)", vec!["Projektmanagement"]),
        ("Expérience en comptabilité", vec!["Comptabilité"]),
        ("Conocimientos de gestión de proyectos", vec!["Gestión de proyectos"]),
        ("Prospection et création de contenu", vec!["Prospection", "Création de contenu"]),
        ("Atendimento ao cliente e negociação", vec!["Atendimento ao cliente", "Negociação"]),
        ("熟悉 Swift，了解文件系统", vec!["Swift", "文件系统"]),
        ("Kundenakquise und Teamführung", vec!["Kundenakquise", "Teamführung"]),
    ] {
        assert_eq!(asked(text), expected, "{text}");
    }
}

#[test]
fn f3_everyday_words_are_no_skills() {
    for text in [
        "Go to see the boats",
        "Go through a week of training, then go home",
        "Ready, set, go",
        "You react swiftly and express yourself",
        "A swift spark of node in the chef's helm",
        "Learn, Play, Grow",
        "A beer after work, and a warm reception",
        "We send a meg or two",
        "Bring rust to a stop",
        "The rest of the segment",
        "A temporal square on your workday",
        "Write to tom@react.com or see go.dev",
        "C-level people, R-rated jokes",
        "less than <2 minutes",
        "Reactive people in Google offices",
        "Our driver is curiosity, you nurse no grudge",
        "Editor of nothing, teacher of all",
        "A gleam of metal, an espresso, a capacitor",
        "Interpreting what people mean, drafting letters",
        "Read https://example.com or http://example.com first",
        "Write to ann@hullwerk.net or call us",
        "CAD 27.50 an hour, or $50,000 CAD a year",
        "Our farm has 55 Jerseys and a Jersey bull",
        "Pflege der Stammdaten und Pflege von Kundendaten",
        "Nuestra librería de código, su laboratorio y la banca",
        "Une police d'assurance pour nos enseignes et la brasserie",
        "We hire without regard to race, religion, age or genetics",
        "We value diversity, equity and inclusion",
        "Move fast, buffer little, drift never",
        "Less is more, and what matters matters",
        "We renovate a foundry, render help, and love the architecture of it",
        "An avid reader of galaxies, with cadence and gusto",
        "A history of shipping, a law of delivery",
    ] {
        assert_eq!(asked(text), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn f3_a_phrase_that_is_none_keeps_the_skill_in_it_from_counting() {
    assert!(asked("No visa sponsorship for this role").is_empty());
    assert!(asked("Rust; storm drains and storm damage").iter().all(|tag| tag != "Storm"));
    assert_eq!(asked("Sponsorship of regattas"), ["Sponsorship"]);
}

#[test]
fn f2_a_title_names_the_trade() {
    for (title, expected) in [
        ("Registered Nurse", vec!["Nursing"]),
        ("Dachdecker (m/w/d)", vec!["Dachdeckerei"]),
        ("Hairdresser", vec!["Hairdressing"]),
        ("Krankenpfleger (m/w/d)", vec!["Nursing"]),
        ("Buchhalterin", vec!["Buchhaltung"]),
        ("Go Developer", vec!["Go", "Software development"]),
        ("Developer (Go)", vec!["Software development", "Go"]),
        ("Delivery Driver", vec!["Driving"]),
        ("Chief Dreamer", vec![]),
        ("システムエンジニア", vec!["Systems engineering"]),
        ("Chef", vec![]),
        ("Chef (Spring)", vec![]),
        ("Software Architect", vec!["Software architecture"]),
        ("Polsterer (m/w/d)", vec!["Polsterei"]),
        ("Couvreur", vec!["Couverture zinguerie"]),
        ("Élagueur", vec!["Élagage"]),
        ("Librero en Ulm", vec!["Librería"]),
        ("Logopedist", vec!["Logopedie"]),
        ("Pest Controller", vec!["Pest control"]),
        ("Claims Handler", vec!["Insurance"]),
    ] {
        let mut found = titled(title);
        found.sort();
        let mut expected = expected;
        expected.sort_unstable();
        assert_eq!(found, expected, "{title}");
    }
}

#[test]
fn f3_what_only_repeats_the_title_gives_way_to_skills() {
    let fixture = draft().heading(1, "Frontend Developer").heading(2, "Requirements");
    assert_eq!(tags(fixture.item("React, Redux, Storybook")), ["React", "Redux", "Storybook"]);
}

#[test]
fn f3_customers_integrations_and_the_company_are_no_skills() {
    let facts = draft()
        .heading(2, "About us")
        .paragraph("We use Java and sell to banks.")
        .heading(2, "About the role")
        .paragraph("Our back-end is in Elixir.")
        .item("Add integrations to tools like Mailchimp, Stripe and Salesforce")
        .item("Trusted by teams on Docker")
        .heading(2, "Benefits")
        .item("A course in Haskell, dental care, childcare and a fitness allowance")
        .heading(2, "Else")
        .item("Transit and child care subsidies")
        .item("Child care subsidies");
    assert_eq!(tags(facts), ["Elixir"]);
}

#[test]
fn f2_a_stack_counts_wherever_it_is_told() {
    let facts = draft()
        .heading(2, "About our team")
        .paragraph("We are twelve. The site is written in Erlang and talks to Kafka, Redis and MySQL. We like boats.");
    assert_eq!(tags(facts), ["Erlang", "Kafka", "Redis", "MySQL"]);
    let about_tools =
        draft().heading(2, "Sobre tecnologias e ferramentas").item("Erlang").heading(2, "Links").item("Facebook");
    assert_eq!(tags(about_tools), ["Erlang"]);
}

#[test]
fn f3_a_sentence_about_customers_silences_itself_alone() {
    let facts = draft()
        .heading(2, "Tasks")
        .paragraph("Our tool is used by people on Docker. You write Kotlin.")
        .item("You keep the marketing team happy");
    assert_eq!(tags(facts), ["Kotlin"]);
}

#[test]
fn f3_fields_of_another_trade_are_a_neighbours() {
    let engineer = draft()
        .heading(1, "Kotlin Engineer")
        .heading(2, "Tasks")
        .item("You explain features to sales")
        .item("You write Kotlin, Kafka and Redis")
        .item("You join sales calls");
    assert_eq!(tags(engineer), ["Kotlin", "Kafka", "Redis"]);
    let seller =
        draft().heading(1, "Salesperson").heading(2, "Tasks").item("Sales to banks").item("Sales to shops in Ulm");
    assert_eq!(tags(seller), ["Sales"]);
}

#[test]
fn f2_what_is_asked_for_and_named_in_the_title_comes_first() {
    let fixture = draft()
        .heading(1, "Rust Developer")
        .paragraph("We work with Terraform, and sometimes Perl.")
        .heading(2, "Requirements")
        .item("Kafka")
        .item("Rust")
        .item("JSON");
    assert_eq!(tags(fixture), ["Rust", "Kafka", "Terraform", "Perl", "JSON"]);
}

#[test]
fn f3_an_employer_is_no_skill() {
    let welder = || draft().heading(1, "Welder").heading(2, "You know").item("GitBook and Docker");
    assert_eq!(tags(welder()), ["Welding", "GitBook", "Docker"]);
    assert_eq!(tags(welder().key("company", "GitBook")), ["Welding", "Docker"]);
}

#[test]
fn f2_there_are_ten_tags_at_most() {
    let many = "Rust, Kafka, Redis, MySQL, Docker, Ansible, Terraform, Python, Perl, Ruby, Haskell, Erlang";
    assert_eq!(asked(many).len(), 10);
}

#[test]
fn f2_a_short_text_gets_the_one_skill_it_names() {
    assert_eq!(tags(draft().paragraph("We like open source, and boats.")), ["Open source"]);
    assert_eq!(tags(draft().paragraph("You draw boats, and work with Blender.")), ["Blender"]);
    assert_eq!(tags(draft().paragraph("Whoever draws our boats works with Figma.")), ["Figma"]);
}

#[test]
fn f2_what_stands_in_front_matter_counts_as_text_does() {
    let fixture = draft().key("title", "Welder").key("description", "You draw boats in Blender, and fix wiring.");
    assert_eq!(tags(fixture), ["Welding", "Blender"]);
    assert_eq!(tags(draft().key("title", "Registered Nurse")), ["Nursing"]);
    assert_eq!(tags(draft().path("nurse.md")), Vec::<String>::new());
}

#[test]
fn f2_an_everyday_word_that_leads_an_item_of_what_is_asked_is_a_skill() {
    let asked = |item: &str| draft().heading(1, "Captain").heading(2, "Requirements").item(item).facts().tags;
    assert_eq!(asked("Go (or another language, if you like)").map(|tags| tags.value), Some(vec!["Go".to_owned()]));
    assert_eq!(asked("TS/SCI clearance").map(|tags| tags.value), None);
}

#[test]
fn f2_where_little_is_asked_fields_of_the_trade_count_that_are_said_once() {
    let fixture = draft()
        .heading(1, "Marketing Manager")
        .paragraph("Our yard has an office with Slack.")
        .heading(2, "Tasks")
        .paragraph("You look after SEO and social media.");
    assert_eq!(tags(fixture), ["Marketing", "SEO", "Social media"]);
}

#[test]
fn f3_subjects_of_degrees_and_neighbours_of_the_role_are_no_fields() {
    let fixture = draft()
        .heading(2, "Requirements")
        .item("A degree in physics or mathematics")
        .item("Work closely with marketing, sales and product design")
        .paragraph("The Faculty of Mathematics and Physics is known for its crane.");
    assert_eq!(tags(fixture), Vec::<String>::new());
}

#[test]
fn i4_front_matter_tags_win_and_get_their_usual_spelling() {
    let with = |given: &str| tags(draft().key("tags", given).heading(2, "Requirements").item("Java"));
    assert_eq!(with("golang, Boat Building"), ["Go", "Boat Building"]);
    assert_eq!(with("buchhaltung, C, r"), ["Buchhaltung", "C", "R"]);
    assert_eq!(with("Nurse"), ["Nurse"]);
    // Where, when and how one works is no skill, and neither is what the page is.
    for terms in ["full-time", "remote, Ulm", "hiring, archive"] {
        assert_eq!(with(terms), ["Java"], "{terms}");
    }
    assert_eq!(with("full-time, Nurse"), ["full-time", "Nurse"]);
    assert!(draft().key("tags", "full-time").facts().employment_type.is_some());
}

#[test]
fn the_vocabulary_has_no_spelling_that_hides_another() {
    let mut names = std::collections::HashSet::new();
    for skill in &VOCABULARY.skills {
        assert!(names.insert(skill.name), "{} stands twice", skill.name);
        assert_eq!(canonical(skill.name), Some(skill.name), "a name that leads to another");
    }
    assert!(names.len() >= 2500);
}
