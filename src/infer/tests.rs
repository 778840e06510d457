//! The order of the sources (F1), and what holds for the stage as a whole.

use super::fixture::{draft, list, map, scalar};
use super::*;
use crate::data::Entry;

fn folder(entries: &[(&str, &str)]) -> Vec<Entry> {
    let entry = |(key, text): &(&str, &str)| Entry { key: (*key).to_owned(), key_span: 0..0, value: scalar(text) };
    entries.iter().map(entry).collect()
}

fn names(facts: &Facts) -> Vec<&str> {
    facts.locations.iter().flat_map(|field| &field.value).map(|place| place.name.as_str()).collect()
}

#[test]
fn f1_the_more_trusted_source_wins_and_is_named() {
    use OriginKind::{Body, Config, Description, Folder, FrontMatter, Label, Title};
    let folder = folder(&[("company", "Folder Ltd")]);
    let with_config = Defaults { company: Some("Config Ltd"), ..Defaults::default() };
    let with_folder = Defaults { folder: &folder, ..with_config };
    let kind = |fixture: fixture::Fixture, defaults: &Defaults<'_>| {
        fixture.infer_with(defaults).0.company.map(|field| field.origin.kind)
    };
    assert_eq!(kind(draft().key("company", "Own Ltd"), &with_folder), Some(FrontMatter));
    assert_eq!(kind(draft().paragraph("Company: Own Ltd"), &with_folder), Some(Folder));
    assert_eq!(kind(draft().paragraph("Company: Own Ltd"), &with_config), Some(Config));
    assert_eq!(kind(draft().paragraph("Company: Own Ltd"), &Defaults::default()), Some(Label));

    let remote = |fixture: fixture::Fixture| fixture.facts().remote.map(|field| field.origin.kind);
    let body = "We are a fully remote team.";
    assert_eq!(remote(draft().key("remote", "no").paragraph("Remote: yes")), Some(FrontMatter));
    assert_eq!(remote(draft().key("subtitle", "Remote").heading(1, "X (Hybrid)").paragraph("Remote: no")), Some(Label));
    assert_eq!(remote(draft().key("subtitle", "Remote").heading(1, "X (Hybrid)").paragraph(body)), Some(Description));
    assert_eq!(remote(draft().heading(1, "X (Hybrid)").paragraph(body)), Some(Title));
    assert_eq!(remote(draft().heading(1, "X").paragraph(body)), Some(Body));
}

#[test]
fn f1_what_a_text_in_front_matter_tells_is_said_to_stand_there() {
    let origins = |text: &str| {
        let facts = draft().key("intro_box_text", text).paragraph("We build ships.").facts();
        [facts.apply.map(|field| field.origin.kind), facts.tags.map(|field| field.origin.kind)]
    };
    let told = Some(OriginKind::Description);
    assert_eq!(origins("We build ships all day long. Send your CV to ann@example.com.")[0], told);
    assert_eq!(origins("You write Rust and Python, and deploy it with Kubernetes.")[1], told);
}

#[test]
fn f1_a_text_about_remote_work_alone_gives_the_place_too() {
    let facts = draft().heading(1, "Welder").paragraph("We're a fully remote team.").facts();
    let place = facts.locations.expect("a place");
    assert!(place.value[0].is_remote() && place.origin.line == Some(3));
    let facts = draft().key("location", "Ulm").heading(1, "Welder").paragraph("We're a fully remote team.").facts();
    assert_eq!(names(&facts), ["Ulm"]);
}

#[test]
fn f1_a_town_in_the_name_of_the_file_is_asked_for_last() {
    for (text, expected) in [
        ("We weld hulls.", "Hamburg"),
        ("The role is based in Leeds.", "Leeds"),
        ("We're a fully remote team.", "Remote"),
    ] {
        assert_eq!(names(&draft().path("ship-welder-hamburg.md").paragraph(text).facts()), [expected], "{text}");
    }
}

#[test]
fn f1_a_date_in_front_of_the_name_is_the_posted_date() {
    let facts = draft().path("2024-05-01-welder.md").facts();
    assert_eq!(
        facts.posted.map(|field| (field.value.to_string(), field.origin.kind)),
        Some(("2024-05-01".to_owned(), OriginKind::FileName))
    );
    let facts = draft().path("2024-05-01-welder.md").key("date", "2023-01-01").facts();
    assert_eq!(facts.posted.map(|field| field.value.to_string()).as_deref(), Some("2023-01-01"));
}

#[test]
fn f3_an_empty_posting_has_a_title_and_nothing_else() {
    let (facts, diagnostics) = draft().path("ship-welder.md").infer();
    let title = facts.title.clone().map(|field| field.value);
    assert_eq!(title.as_deref(), Some("Ship Welder"));
    let rest = Facts { title: None, level: None, ..facts };
    assert_eq!(format!("{rest:?}"), format!("{:?}", Facts::default()));
    assert!(diagnostics.is_empty());
}

#[test]
fn f3_an_office_of_the_folder_is_not_that_of_a_remote_role() {
    let folder = folder(&[("location", "Ulm"), ("title", "Acme"), ("date", "2020-01-01")]);
    let defaults = Defaults { folder: &folder, ..Defaults::default() };
    let (facts, _) = draft().heading(1, "Welder").key("remote", "yes").infer_with(&defaults);
    assert_eq!(names(&facts), [Place::REMOTE]);
    let (facts, _) = draft().heading(1, "Welder").infer_with(&defaults);
    assert_eq!(names(&facts), ["Ulm"]);
    assert_eq!((facts.title.map(|field| field.value).as_deref(), facts.posted), (Some("Welder"), None));
}

#[test]
fn i5_odd_input_never_panics() {
    let odd = [
        "",
        " ",
        "\u{0}",
        "@",
        "a@",
        "@[",
        "(",
        "%",
        "100%",
        "€",
        "–",
        "：",
        "\t",
        "👩\u{200d}💻",
        "İstanbul: ß",
        "𝔘𝔫𝔦",
        "- - -",
        "日本：東京",
        "1/2/3",
        "9999999999999999999999 years",
        "\u{1f44b}@\u{1f44b}.com",
        "{{ x }}",
        "İ".repeat(50).as_str(),
        "go.",
        "C",
        "Remote (",
        "…%…–%",
    ]
    .map(str::to_owned);
    for text in &odd {
        for key in [
            "title",
            "location",
            "salary",
            "date",
            "remote",
            "type",
            "tags",
            "apply",
            "company",
            "experience",
            "process",
            "lang",
            "status",
        ] {
            let _ = draft().key(key, text).facts();
            let _ = draft().entry(key, list(&[text, text])).facts();
            let _ = draft().entry(key, map(&[("min", scalar(text)), ("name", scalar(text))])).facts();
        }
        let fixture = draft()
            .path(text)
            .heading(1, text)
            .heading(2, "Requirements")
            .paragraph(text)
            .item(text)
            .row(text)
            .code(text);
        let _ = fixture.link(text, text).facts();
    }
}

#[test]
#[expect(clippy::disallowed_methods, reason = "only a clock can tell that time does not grow with the square")]
fn i5_a_huge_posting_is_read_in_linear_time() {
    const TEXTS: [&str; 17] = [
        "(",
        ")",
        "(at) (",
        "a ",
        "Go, ",
        "@",
        "1 ",
        "remote ",
        "experience of Rust. ",
        "a@b.c ",
        "- ",
        "apply by,\n",
        "Posted on 1 March 2024, ",
        "Acme is ",
        "in Ulm, ",
        "office or ",
        "$1 ",
    ];
    let fixture = TEXTS.iter().fold(draft().key("title", &"Ulm, ".repeat(20_000)), |fixture, text| {
        fixture.heading(2, "Requirements").paragraph(&text.repeat(50_000 / text.len()))
    });
    // As many links as there are addresses.
    let fixture = (0..2_000).fold(fixture, |fixture, _| fixture.link("a@b.c", "mailto:a@b.c"));
    let started = std::time::Instant::now();
    let _ = fixture.facts();
    assert!(started.elapsed().as_secs() < 20, "{:?}", started.elapsed());
}
