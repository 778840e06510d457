//! A posting's life as its readers, search engines and hosts see it (O3, O4, O10).

use std::fs;

use crate::harness::{Run, TestSite, text};

const CONFIG: &str = "[site]\nbase_url = \"https://example.com/careers/\"\n[company]\nname = \"Acme\"\n";
const BAKER: &str = "---\ntitle: Baker\nposted: 2026-05-01\ncloses: 2026-06-10\ntags: [Bread]\nlocations: [Berlin, Germany]\n\
     aliases: [/stellen/baecker/]\napply: https://example.com/apply\n---\nWe bake bread.\n";
const COOK: &str = "---\ntitle: Cook\nposted: 2026-05-01\ntags: [Soup]\n---\nWe cook soup.\n";

/// What `careers changes` says since the build before; then this build becomes the one before.
fn changes(site: &TestSite) -> Vec<String> {
    let run = site.run(&["changes", "--since", "before.json"]).succeeds();
    remember(site);
    run.stdout.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" ")).collect()
}

fn remember(site: &TestSite) {
    fs::copy(site.path("output/careers-manifest.json"), site.path("before.json")).expect("a manifest");
}

/// Whether the home page, the feeds and the sitemap speak of the baker.
fn told(run: &Run) -> [bool; 4] {
    ["/", "/feed.xml", "/jobs.json", "/sitemap.xml"].map(|file| run.page(file).contains("/careers/jobs/baker/"))
}

#[test]
fn o3_a_posting_opens_closes_by_date_alone_and_is_deleted() {
    let base = "https://example.com/careers";
    let site = TestSite::new().file("careers.toml", CONFIG).seed("cook.md", COOK);
    site.build().succeeds();
    remember(&site);

    // It opens.
    site.edit("seeds/baker.md", BAKER);
    let open = site.build_with(&["--date", "2026-06-10"]).succeeds();
    assert_eq!(told(&open), [true; 4]);
    let page = open.page("/jobs/baker/");
    assert!(page.contains("https://example.com/apply") && page.contains("\"JobPosting\""), "{page}");
    assert!(open.has("/tags/bread/index.html"));
    let redirects = "/careers/stellen/baecker/ /careers/jobs/baker/ 301\n";
    assert_eq!(open.page("/_redirects"), redirects);
    let told_of = changes(&site);
    assert!(told_of.contains(&format!("new {base}/jobs/baker/")), "{told_of:?}");
    assert!(told_of.contains(&format!("new {base}/tags/bread/")), "{told_of:?}");
    assert!(told_of.iter().all(|line| line.starts_with("new ")), "{told_of:?}");

    // A day later, with the same files, it is closed.
    let closed = site.build_with(&["--date", "2026-06-11"]).succeeds();
    assert_eq!(told(&closed), [false; 4]);
    let page = closed.page("/jobs/baker/");
    assert!(text(&page).contains("This role is closed"), "{page}");
    assert!(
        page.contains("noindex") && !page.contains("https://example.com/apply") && !page.contains("\"JobPosting\"")
    );
    assert!(!closed.has("/tags/bread/index.html"));
    assert_eq!(closed.page("/_redirects"), redirects, "old addresses still lead to it");
    let told_of = changes(&site);
    assert!(told_of.contains(&format!("closed {base}/jobs/baker/")), "{told_of:?}");
    assert!(told_of.contains(&format!("gone {base}/tags/bread/")), "{told_of:?}");
    assert!(!told_of.iter().any(|line| line.contains("cook")), "{told_of:?}");

    // Another day changes nothing.
    site.build_with(&["--date", "2026-06-12"]).succeeds();
    assert_eq!(changes(&site), ["nothing has changed"]);

    // Its file is deleted.
    site.remove("seeds/baker.md");
    let deleted = site.build_with(&["--date", "2026-06-13"]).succeeds();
    assert_eq!(told(&deleted), [false; 4]);
    assert!(!deleted.has("/jobs/baker/index.html") && !deleted.has("/_redirects"));
    assert!(!deleted.has("/stellen/baecker/index.html"), "its old address leads nowhere any more");
    assert_eq!(changes(&site), [format!("gone {base}/jobs/baker/")]);
}

#[test]
fn o10_a_new_look_is_no_change_and_a_new_sentence_is() {
    let site = TestSite::new().file("careers.toml", CONFIG).seed("baker.md", BAKER).seed("cook.md", COOK);
    let before = site.build().succeeds().page("/jobs/baker/");
    remember(&site);
    site.edit("careers.toml", format!("{CONFIG}[theme.options]\nbrand = \"#aa2200\"\n"));
    let run = site.build().succeeds();
    assert_ne!(run.page("/jobs/baker/"), before, "the stylesheet has another name");
    assert_eq!(changes(&site), ["nothing has changed"]);
    site.edit("seeds/cook.md", format!("{COOK}\nAnd stew.\n"));
    site.build().succeeds();
    assert_eq!(changes(&site), ["changed https://example.com/careers/jobs/cook/"]);
}
