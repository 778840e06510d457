//! Pages as a candidate sees them.

use crate::harness::{TestSite, text};

#[test]
fn a_posting_page_shows_all_its_facts() {
    let run = TestSite::new()
        .seed(
            "a.md",
            "---\ntitle: Baker\ncompany: Acme\nlocations: [Berlin]\nremote: hybrid\nteam: Kitchen\nlevel: Senior\n\
             employment_type: [FULL_TIME, PART_TIME]\nsalary: {min: 50000, max: 60000, currency: EUR, period: YEAR}\n\
             posted: 2026-05-30\ncloses: 2026-07-01\ntags: [Sourdough]\napply: https://example.com/apply\n---\nWe bake.\n",
        )
        .build()
        .succeeds();
    let main = text(&run.main("/jobs/a/"));
    for fact in [
        "Baker",
        "Acme",
        "Berlin",
        "Hybrid",
        "Kitchen",
        "Senior",
        "Full-time",
        "Part-time",
        "\u{20ac}50,000 \u{2013} \u{20ac}60,000 a year",
        "30 May 2026",
        "1 July 2026",
        "Sourdough",
        "Apply",
        "We bake.",
    ] {
        assert!(main.contains(fact), "{fact}\n{main}");
    }
    let card = text(&run.main("/"));
    for fact in ["1 open role", "Baker", "New", "Berlin", "Hybrid", "Full-time", "\u{20ac}50,000"] {
        assert!(card.contains(fact), "{fact}\n{card}");
    }
}

#[test]
fn o3_a_closed_posting_says_so_and_offers_no_way_to_apply() {
    let run = TestSite::new()
        .seed("a.md", "---\ncloses: 2026-05-01\napply: https://example.com/apply\n---\n# Baker\n")
        .build()
        .succeeds();
    let page = run.page("/jobs/a/");
    assert!(page.contains("This role is closed since 1 May 2026") && page.contains("noindex"));
    assert!(!page.contains("example.com/apply"));
    assert!(text(&run.main("/")).contains("no open roles"));
}

#[test]
fn drafts_are_marked_where_they_are_shown() {
    let site = TestSite::new().seed("a.md", "---\ndraft: true\n---\n# Baker\n");
    assert!(!site.build().succeeds().has("jobs/a"));
    let run = site.build_with(&["--drafts"]).succeeds();
    assert!(run.main("/jobs/a/").contains("This is a draft") && run.main("/").contains("Draft"));
}

#[test]
fn the_title_is_the_only_first_level_heading() {
    let run = TestSite::new().seed("a.md", "---\ntitle: Baker\n---\n# About us\n\n### Deep\n\n# More\n").build();
    let main = run.succeeds().main("/jobs/a/");
    assert_eq!(main.matches("<h1").count(), 1);
    assert!(main.contains("About us") && main.contains("<h2"), "{main}");
}

#[test]
fn a_home_page_is_grouped_by_team() {
    let run = TestSite::new()
        .seed("a.md", "---\nteam: Kitchen\nposted: 2026-05-01\n---\n# Baker\n")
        .seed("b.md", "# Driver\n")
        .seed("c.md", "---\nteam: Kitchen\nposted: 2026-05-02\n---\n# Cook\n")
        .build()
        .succeeds();
    let main = text(&run.main("/"));
    let at = |word: &str| main.find(word).unwrap_or_else(|| panic!("{word}\n{main}"));
    assert!(at("Kitchen") < at("Cook") && at("Cook") < at("Baker") && at("Baker") < at("Driver"), "{main}");
}

#[test]
fn similar_roles_are_open_and_share_most() {
    let run = TestSite::new()
        .seed("a.md", "---\ntags: [Rust, SQL]\n---\n# A role\n")
        .seed("b.md", "---\ntags: [Rust, SQL]\n---\n# Best match\n")
        .seed("c.md", "---\ntags: [Rust]\n---\n# Second match\n")
        .seed("d.md", "---\ntags: [Rust, SQL]\nstatus: closed\n---\n# Closed match\n")
        .seed("e.md", "---\ntags: [Paint]\n---\n# No match\n")
        .build()
        .succeeds();
    let main = run.main("/jobs/a/");
    let related = main.split("Similar roles").nth(1).expect("similar roles");
    let at = |word: &str| related.find(word);
    assert!(at("Best match") < at("Second match") && at("Best match").is_some(), "{related}");
    assert!(at("Closed match").is_none() && at("No match").is_none() && at("A role").is_none(), "{related}");
}
