use super::super::fixture::draft;
use super::*;

fn ways(fixture: super::super::fixture::Fixture) -> Vec<String> {
    fixture.facts().apply.map(|field| field.value).unwrap_or_default()
}

#[test]
fn f2_addresses_are_made_complete() {
    for (text, expected) in [
        ("https://example.com/a?b=1", Some("https://example.com/a?b=1")),
        ("example.com/apply", Some("https://example.com/apply")),
        ("jobs@example.com", Some("mailto:jobs@example.com")),
        ("<jobs@example.com>", Some("mailto:jobs@example.com")),
        ("Send your CV to a.b+c@example.co.uk.", Some("mailto:a.b+c@example.co.uk")),
        ("mailto:jobs@example.com", Some("mailto:jobs@example.com")),
        ("by post", None),
        ("form.md", None),
        ("e.g", None),
        ("@example", None),
        ("a@b", None),
        ("javascript:alert(1)", None),
        ("", None),
    ] {
        assert_eq!(address(text).as_deref(), expected, "{text}");
    }
}

#[test]
fn f1_links_that_ask_to_apply_come_first() {
    let fixture = draft()
        .paragraph("See our tools, then Apply here or write.")
        .link("our tools", "https://example.com/tools")
        .link("Apply here", "https://example.com/form")
        .paragraph("Send your CV to jobs@example.com.");
    assert_eq!(ways(fixture), ["https://example.com/form"]);
    for text in ["Jetzt bewerben", "Postuler", "Solliciteer nu", "👉 Apply now!"] {
        let fixture = draft().paragraph(text).link(text, "https://example.com/form");
        assert_eq!(ways(fixture), ["https://example.com/form"], "{text}");
    }
    let pointing = draft().paragraph("To apply, fill in this form.").link("this form", "https://example.com/form");
    assert_eq!(ways(pointing), ["https://example.com/form"]);
}

#[test]
fn f1_links_to_tracking_systems_count_by_their_host() {
    let host = |url: &str| ways(draft().paragraph("Welder").link("Welder", url));
    assert_eq!(host("https://jobs.lever.co/acme/1"), ["https://jobs.lever.co/acme/1"]);
    assert_eq!(host("https://acme.teamtailor.com/jobs/1"), ["https://acme.teamtailor.com/jobs/1"]);
    assert!(host("https://clever.co/acme").is_empty());
    assert!(host("https://example.com/?to=lever.co").is_empty());
    let all = draft().paragraph("See all jobs").link("all jobs", "https://jobs.lever.co/acme");
    assert!(ways(all).is_empty());
}

#[test]
fn f1_an_address_counts_where_applications_go_there() {
    for text in [
        "Send your CV to jobs@example.com.",
        "To apply, write to `jobs@example.com` with a sample.",
        "Schick uns deine Unterlagen an jobs@example.com!",
        "Interested? Send us an email (jobs@example.com).",
        "Submit a resume, e.g. as PDF, to jobs@example.com",
    ] {
        assert_eq!(ways(draft().paragraph(text)), ["mailto:jobs@example.com"], "{text}");
    }
    let section = draft().heading(2, "How to apply").paragraph("jobs@example.com");
    assert_eq!(ways(section), ["mailto:jobs@example.com"]);
    let link = draft().heading(2, "How to apply").paragraph("Write to Ann.").link("Ann", "mailto:ann@example.com");
    assert_eq!(ways(link), ["mailto:ann@example.com"]);
}

#[test]
fn f3_addresses_for_anything_else_do_not_count() {
    for text in [
        "Questions? Write to ann@example.com.",
        "If you have questions, send an email to ann@example.com.",
        "For accommodation contact ann@example.com.",
        "Our founder is ann@example.com.",
        "Apply magic to a@b",
        "Send your CV to @acme on Twitter.",
    ] {
        assert!(ways(draft().heading(1, "Welder").paragraph(text)).is_empty(), "{text}");
    }
    for (text, url) in [
        ("how we apply physics", "https://example.com"),
        ("Apply now", "./form.md"),
        ("our values", "https://example.com"),
    ] {
        assert!(ways(draft().paragraph(text).link(text, url)).is_empty(), "{text}");
    }
}

#[test]
fn f3_an_incomplete_address_is_a_warning_unless_the_domain_is_known() {
    let fixture = || draft().heading(2, "Hiring process").item("Submit a CV to jobs@[our main domain]");
    let (facts, diagnostics) = fixture().infer();
    assert!(facts.apply.is_none());
    let told: Vec<_> = diagnostics.iter().map(|d| (d.code, d.message.as_str())).collect();
    assert_eq!(told, [("incomplete-address", "`jobs@[our main domain]` is no address that one can write to")]);
    let (facts, diagnostics) = fixture().infer_with(&Defaults { domain: Some("example.com"), ..Defaults::default() });
    assert_eq!(facts.apply.map(|field| field.value), Some(vec!["mailto:jobs@example.com".to_owned()]));
    assert!(diagnostics.is_empty());
}
