//! What is said of postings that a job board's feed can't carry.

use crate::boards::{CONFIG, FEEDS, parsed, posting, site};
use crate::harness::TestSite;

#[test]
fn a_posting_that_a_feed_cannot_carry_is_left_out_with_a_warning_that_says_what_to_add() {
    let all = "Indeed, LinkedIn, Adzuna, Jooble and Talent.com feeds leave";
    for (front_matter, left_out_of, feeds, lacks, add) in [
        (
            "locations: Berlin, Germany\napply: jobs@acme.example\n",
            &["linkedin"][..],
            "LinkedIn feed leaves",
            "where to apply on the web",
            "`apply: https://…`",
        ),
        (
            "locations: Germany\n",
            &["indeed", "talent"],
            "Indeed and Talent.com feeds leave",
            "the town",
            "`locations: Berlin, Germany`",
        ),
        ("locations: Kleinkleckersdorf\n", &FEEDS, all, "a place and its country", "`locations: Berlin, Germany`"),
        ("remote: full\n", &FEEDS, all, "which countries one may live in", "`remote_countries: [DE, FR]`"),
    ] {
        let run = site(&[("a.md", front_matter)]).build().succeeds();
        let warning = format!("the {feeds} out this posting, which does not say {lacks}\n");
        assert!(run.stderr.contains(&warning) && run.stderr.contains(&format!("help: add {add}")), "{}", run.stderr);
        assert_eq!(run.stderr.matches("[not-in-feed]").count(), 1, "{}", run.stderr);
        let empty: Vec<&str> = FEEDS.into_iter().filter(|feed| parsed(&run, feed).1.is_empty()).collect();
        assert_eq!(empty, left_out_of);
    }
}

#[test]
fn short_texts_and_those_without_a_date_or_a_company_are_told_feed_by_feed() {
    let config = CONFIG.replace("[company]\nname = \"Acme\"\n", "");
    let run = TestSite::new()
        .file("careers.toml", config)
        .seed("a.md", "---\nlocations: Berlin, Germany\napply: https://acme.example/\n---\n# Baker\n\nWe bake.\n")
        .build()
        .succeeds();
    for warning in [
        "the Indeed and Talent.com feeds leave out this posting, which does not say when it was posted or who hires\n",
        "the LinkedIn feed leaves out this posting, which does not say who hires or what the work is in 100 characters or more\n",
        "the Adzuna feed leaves out this posting, which does not say what the work is in 100 characters or more\n",
        "the Jooble feed leaves out this posting, which does not say when it was posted\n",
    ] {
        assert!(run.stderr.contains(warning), "{warning}{}", run.stderr);
    }
}

#[test]
fn a_feed_that_nobody_asked_for_is_neither_written_nor_warned_about() {
    let config = CONFIG.replace("= true", "= false").replace("adzuna = false", "adzuna = true");
    let site = TestSite::new()
        .file("careers.toml", config)
        .seed("a.md", posting("apply: jobs@acme.example\nlocations: Berlin, Germany\n"));
    let run = site.build_with(&["--strict"]).succeeds();
    let feeds: Vec<String> = run.files().into_iter().filter(|file| file.starts_with("feeds/")).collect();
    assert_eq!(feeds, ["feeds/adzuna.xml"]);
}

#[test]
fn what_a_whole_feed_lacks_is_told_once() {
    let config = "[feeds]\nlinkedin = true\n";
    let site = TestSite::new()
        .file("careers.toml", config)
        .seed("a.md", posting("company: Acme\nlocations: Berlin, Germany\n"));
    let run = site.build().succeeds();
    assert!(run.stderr.contains("feeds for job boards are not written") && !run.has("/feeds"), "{}", run.stderr);
    let run = site.build_with(&["--base-url", "https://example.com"]).succeeds();
    assert!(
        run.stderr.contains("LinkedIn asks for the e-mail address") && run.has("/feeds/linkedin.xml"),
        "{}",
        run.stderr
    );
}
