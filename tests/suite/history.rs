//! Dates from git (F1), and what is kept of them (O9).

use std::process::Command;

use serde_json::Value;

use crate::harness::{Run, TestSite};

/// Runs git in the site's folder, as somebody on the first of March 2024.
fn git(site: &TestSite, arguments: &[&str]) {
    git_on(site, "2024-03-01T23:30:00-05:00", arguments);
}

fn git_on(site: &TestSite, date: &str, arguments: &[&str]) {
    let named = ["-c", "user.name=A", "-c", "user.email=a@example.com", "-c", "commit.gpgsign=false"];
    let status = Command::new("git")
        .args(named)
        .args(arguments)
        .current_dir(site.path(""))
        .env("GIT_AUTHOR_DATE", date)
        .env("GIT_CONFIG_GLOBAL", "/dev/null")
        .stdout(std::process::Stdio::null())
        .status();
    assert!(status.expect("git runs").success(), "git {arguments:?}");
}

fn committed() -> TestSite {
    let site = TestSite::new()
        .seed("a.md", "# Welder\n\nWe weld.\n")
        .seed("2023-05-06-b.md", "# Baker\n")
        .seed("c.md", "---\nposted: 2022-01-02\n---\n# Cook\n");
    git(&site, &["init", "--quiet"]);
    git(&site, &["add", "."]);
    git(&site, &["commit", "--quiet", "-m", "add"]);
    site
}

/// The posted date and the kind of its origin, file by file.
fn posted(run: &Run) -> Vec<(String, String, String)> {
    let rows = run.stdout.lines().map(|line| serde_json::from_str::<Value>(line).expect("JSON"));
    let text = |value: &Value| value.as_str().unwrap_or("").to_owned();
    let posted = |row: &Value| row["fields"]["posted"].clone();
    rows.map(|row| (text(&row["file"]), text(&posted(&row)["value"]), text(&posted(&row)["origin"]["kind"]))).collect()
}

fn explained(site: &TestSite) -> Run {
    site.run(&["explain", "--format", "json", "--date", "2026-06-01"]).succeeds()
}

fn row(file: &str, date: &str, kind: &str) -> (String, String, String) {
    (file.into(), date.into(), kind.into())
}

#[test]
fn f1_git_is_the_last_resort_for_the_posted_date() {
    let site = committed();
    git(&site, &["mv", "seeds/a.md", "seeds/d.md"]);
    git_on(&site, "2024-05-01T00:00:00Z", &["commit", "--quiet", "-am", "rename"]);
    site.edit("seeds/d.md", "# Welder\n\nWe weld well.\n");
    site.edit("seeds/new.md", "# Sailor\n");
    let expected = [
        row("2023-05-06-b.md", "2023-05-06", "file_name"),
        row("c.md", "2022-01-02", "front_matter"),
        // Half past eleven in the evening, five hours behind.
        row("d.md", "2024-03-02", "git"),
        row("new.md", "", ""),
    ];
    assert_eq!(posted(&explained(&site)), expected);
}

#[test]
fn o9_the_history_is_kept_and_nothing_depends_on_what_is_kept() {
    let site = committed();
    let first = posted(&explained(&site));
    assert!(site.path(".careers/history.json").is_file() && site.path(".careers/.gitignore").is_file());
    assert_eq!(posted(&explained(&site)), first);
    site.edit(".careers/history.json", "broken");
    assert_eq!(posted(&explained(&site)), first);
    std::fs::remove_dir_all(site.path(".careers")).expect("a folder");
    assert_eq!(posted(&explained(&site)), first);
}

#[test]
fn o5_who_asks_and_how_git_is_set_up_change_nothing() {
    let site = committed();
    let first = posted(&explained(&site));
    git(&site, &["config", "log.showSignature", "true"]);
    git(&site, &["config", "core.fsmonitor", "touch fsmonitor-ran"]);
    git(&site, &["config", "core.pager", "touch pager-ran"]);
    git(&site, &["config", "log.date", "iso"]);
    std::fs::remove_dir_all(site.path(".careers")).expect("a folder");
    let mut command = site.command(&["explain", "--format", "json", "--date", "2026-06-01"]);
    command.env("GIT_DIR", "/nowhere").env("TZ", "Asia/Tokyo");
    assert_eq!(posted(&site.finish(command).succeeds()), first);
    assert!(!site.path("fsmonitor-ran").exists() && !site.path("pager-ran").exists());
}

#[test]
fn git_is_not_asked_where_every_posting_has_its_date() {
    let site = committed();
    site.remove("seeds/a.md");
    explained(&site);
    assert!(!site.path(".careers").exists());
}

#[test]
fn f3_a_history_that_is_cut_short_gives_no_dates_and_says_so() {
    let site = committed();
    site.edit("seeds/a.md", "# Welder\n\nWe weld well.\n");
    git(&site, &["commit", "--quiet", "-am", "edit"]);
    let clone = TestSite::new();
    clone.remove_folder("seeds");
    let from = format!("file://{}", site.path("").display());
    git(&clone, &["clone", "--quiet", "--depth", "1", &from, "."]);
    let run = explained(&clone);
    assert_eq!(posted(&run)[1], row("a.md", "", ""));
    assert!(run.stderr.contains("shallow clone") && run.stderr.contains("fetch-depth: 0"), "{}", run.stderr);
    let outside = TestSite::new().seed("a.md", "# Welder\n").build_with(&["-v"]).succeeds();
    assert!(outside.stderr.contains("in no git repository"), "{}", outside.stderr);
}

/// The address of each posting with what the sitemap says of its last change.
fn last_changes(site: &TestSite) -> Vec<(String, String)> {
    let sitemap = std::fs::read_to_string(site.path("output/sitemap.xml")).expect("a sitemap");
    let urls = sitemap.split("<url>").filter_map(|url| {
        let between = |open: &str, close: &str| Some(url.split_once(open)?.1.split_once(close)?.0.to_owned());
        let name = between("/jobs/", "/</loc>")?;
        Some((name, between("<lastmod>", "</lastmod>").unwrap_or_default()))
    });
    let mut changes: Vec<_> = urls.collect();
    changes.sort();
    changes
}

#[test]
fn o3_the_sitemap_has_the_last_change_that_is_stated_or_committed_or_none() {
    let site = TestSite::new()
        .file("careers.toml", "[site]\nbase_url = \"https://example.com\"\n")
        .seed("edited.md", "---\nposted: 2024-01-01\n---\n# Welder\n")
        .seed("stated.md", "---\nposted: 2024-01-01\nupdated: 2024-02-02\n---\n# Baker\n")
        .seed("ahead.md", "---\nposted: 2024-06-01\n---\n# Cook\n");
    git(&site, &["init", "--quiet"]);
    git(&site, &["add", "."]);
    git(&site, &["commit", "--quiet", "-m", "add"]);
    site.edit("seeds/edited.md", "---\nposted: 2024-01-01\n---\n# Welder\n\nWe weld.\n");
    git_on(&site, "2024-05-04T12:00:00Z", &["commit", "--quiet", "-am", "edit"]);
    site.edit("seeds/sailor.md", "---\nposted: 2024-01-01\n---\n# Sailor\n");
    site.build().succeeds();
    let expected = [("ahead", "2024-06-01"), ("edited", "2024-05-04"), ("sailor", ""), ("stated", "2024-02-02")];
    assert_eq!(last_changes(&site), expected.map(|(name, day)| (name.to_owned(), day.to_owned())));

    let clone = TestSite::new();
    clone.remove_folder("seeds");
    let from = format!("file://{}", site.path("").display());
    git(&clone, &["clone", "--quiet", "--depth", "1", &from, "."]);
    // Every posting has its first day, so nothing that people asked for is missing.
    let run = clone.build_with(&["--base-url", "https://example.com"]).succeeds();
    assert!(!run.stderr.contains("shallow"), "{}", run.stderr);
    assert_eq!(last_changes(&clone)[1], ("edited".into(), String::new()));
}
