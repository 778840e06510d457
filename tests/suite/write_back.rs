//! `careers explain --write` (F4).

use std::collections::BTreeMap;
use std::fs;

use proptest::prelude::*;
use serde_json::Value;

use crate::harness::{Run, TestSite};

const POSTING: &str = "# Senior Welder: ships & co.\n\n**Location:** Ulm, Germany (hybrid)\n**Type:** Full-time\n\n\
    We build ships that sail by themselves on every sea of this wide world, in a yard that has stood at the same bend of \
    the river for more than a hundred years, and we are looking for somebody who joins their hulls.\n\nSalary: €40,000 - €50,000 per year\n\n\
    ## Requirements\n\n- 3+ years of experience with Rust\n\n## How to apply\n\nSend your CV to jobs@example.com by 31 March 2031.\n";

fn read(site: &TestSite, file: &str) -> Vec<u8> {
    fs::read(site.path(file)).expect("a file")
}

fn write(site: &TestSite) -> Run {
    site.run(&["explain", "--write", "--date", "2026-06-01"])
}

/// Value and kind of origin of each field, by file.
fn explained(site: &TestSite) -> BTreeMap<String, BTreeMap<String, (Value, String)>> {
    let run = site.run(&["explain", "--format", "json", "--date", "2026-06-01"]).succeeds();
    let rows = run.stdout.lines().map(|line| serde_json::from_str::<Value>(line).expect("JSON"));
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    rows.map(|row| {
        let fields = row["fields"].as_object().expect("fields").iter();
        let known =
            fields.map(|(name, field)| (name.clone(), (field["value"].clone(), text(&field["origin"]["kind"]))));
        (text(&row["file"]), known.collect())
    })
    .collect()
}

/// Asserts that `--write` leaves values, pages and texts as they are, and has nothing more to do afterwards.
#[track_caller]
fn keeps_everything(site: &TestSite, files: &[&str]) {
    let (before, pages) = (explained(site), site.build().succeeds().pages());
    let texts: Vec<_> = files.iter().map(|file| read(site, file)).collect();
    write(site).succeeds();
    let after = explained(site);
    for (file, fields) in &before {
        for (name, (value, kind)) in fields {
            let (now, origin) = &after[file][name];
            let is_shared = ["default", "config", "folder", "git"].contains(&kind.as_str());
            assert!(
                now == value && (is_shared || origin == "front_matter"),
                "{file} {name}: {value} → {now}, {origin}"
            );
        }
        assert_eq!(fields.len(), after[file].len(), "{file}");
    }
    assert_eq!(site.build().succeeds().pages(), pages);
    let written: Vec<_> = files.iter().map(|file| read(site, file)).collect();
    for (text, now) in texts.iter().zip(&written) {
        let body = text.windows(6).position(|bytes| bytes == b"# Seni").expect("the text");
        assert!(now.ends_with(&text[body..]), "{}", String::from_utf8_lossy(now));
    }
    let again = write(site).succeeds();
    assert_eq!(again.stdout, "");
    assert!(files.iter().zip(written).all(|(file, text)| read(site, file) == text));
}

#[test]
fn f4_what_was_inferred_is_written_and_nothing_else_changes() {
    let site = TestSite::new()
        .seed("a.md", POSTING)
        .seed("b.md", format!("---\n# a comment\nteam: Hulls # so\ntags:\n---\n\n{POSTING}"))
        .seed("c.md", format!("+++\nteam = \"Hulls\"\n\n[extra]\nx = 1\n+++\n\n{POSTING}"))
        .seed("d.md", format!("{{\"team\": \"Hulls\"}}\n\n{POSTING}"))
        .seed("2025-01-02-e.md", format!("\u{feff}---\nteam: Hulls\n---\n{POSTING}").replace('\n', "\r\n"))
        .seed("g.md", POSTING.replace("every sea", "jedem Meer, auch u\u{308}ber den Atlantik"))
        .seed("acme/_index.md", "---\ncompany: Acme\nteam: Masts\n---\n")
        .seed("acme/f.md", POSTING);
    keeps_everything(
        &site,
        &[
            "seeds/a.md",
            "seeds/b.md",
            "seeds/c.md",
            "seeds/d.md",
            "seeds/2025-01-02-e.md",
            "seeds/g.md",
            "seeds/acme/f.md",
        ],
    );
    let text = |file| String::from_utf8(read(&site, file)).expect("UTF-8");
    assert!(
        text("seeds/b.md").starts_with("---\n# a comment\nteam: Hulls # so\ntags: [Welding, Rust]"),
        "{}",
        text("seeds/b.md")
    );
    let dated = text("seeds/2025-01-02-e.md");
    assert!(
        dated.starts_with("\u{feff}---\r\nteam: Hulls\r\n") && dated.contains("\r\nposted: 2025-01-02\r\n"),
        "{dated}"
    );
    assert!(!dated.replace("\r\n", "").contains('\n'));
    // What the folder says stays its word.
    assert!(!text("seeds/acme/f.md").contains("Acme") && !text("seeds/acme/f.md").contains("Masts"));
}

#[test]
fn f4_a_file_that_had_to_be_salvaged_is_refused_and_the_others_are_done() {
    let broken =
        "---\ntitle: Welder: ships\nteam: [x\n---\nWe weld ships in Ulm, all day, in every weather there is.\n";
    let site = TestSite::new()
        .seed("a.md", broken)
        .seed("b.md", "# Baker\n\nWe bake bread that people like, in an oven made of stone.\n")
        .seed("c.md", b"# Caf\xe9\n\nWe brew coffee that people like, in a house made of stone.\n")
        .seed("d.md", "");
    let run = write(&site).fails(1);
    assert!(run.stderr.contains("its front matter could not be read as it stands"), "{}", run.stderr);
    assert!(run.stderr.contains("seeds/a.md:2") && run.stderr.contains("it is not UTF-8"), "{}", run.stderr);
    assert_eq!(run.stdout, "seeds/b.md: wrote title, summary, tags, language\n");
    assert_eq!(read(&site, "seeds/a.md"), broken.as_bytes());
    assert_eq!(read(&site, "seeds/d.md"), b"");
}

#[test]
fn f4_only_the_files_that_are_named_are_written_and_json_tells_what() {
    let site = TestSite::new().seed("a.md", POSTING).seed("b.md", POSTING);
    let run = site.run(&["explain", "--write", "--format", "json", "seeds/b.md"]).succeeds();
    let line: Value = serde_json::from_str(run.stdout.trim()).expect("one line of JSON");
    assert_eq!(line["file"], "seeds/b.md");
    assert!(line["written"].as_array().is_some_and(|fields| fields.contains(&"apply".into())));
    assert_eq!(read(&site, "seeds/a.md"), POSTING.as_bytes());
}

#[cfg(unix)]
#[test]
fn f4_a_link_is_not_followed() {
    let site = TestSite::new().file("kept.md", POSTING);
    std::os::unix::fs::symlink("../kept.md", site.path("seeds/a.md")).expect("a link");
    let run = site.run(&["explain", "--write", "seeds/a.md"]).fails(1);
    assert!(run.stderr.contains("it is a link"), "{}", run.stderr);
    assert_eq!(read(&site, "kept.md"), POSTING.as_bytes());
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(12) })]

    #[test]
    fn f4_any_posting_says_the_same_afterwards(
        above in proptest::sample::select(&["", "---\nlayout: job\n---\n", "+++\nx = 1\n[extra]\nteam = \"A\"\n+++\n", "{\n  \"x\": 1\n}\n"][..]),
        title in proptest::sample::select(&["# Senior Welder", "# Senior Welder (m/w/d) – Ulm", "# Senior \"C++\" #1: yes", "# Senior 溶接工"][..]),
        lines in prop::sample::subsequence(LINES, 0..LINES.len()),
        crlf in any::<bool>(),
    ) {
        let text = format!("{above}{title}\n\n{}\n", lines.join("\n\n"));
        let text = if crlf { text.replace('\n', "\r\n") } else { text };
        let site = TestSite::new().seed("3f2a9c81b7.md", text);
        keeps_everything(&site, &["seeds/3f2a9c81b7.md"]);
    }
}

const LINES: &[&str] = &[
    "**Location:** Ulm; Kyoto, Japan; Remote",
    "Remote (EU & UK, +/- 3 hours)",
    "Employment type: part-time, freelance",
    "**Department:** No. 5 - Hulls: big ones",
    "Salary: $18.50 - $20 per hour",
    "Posted on March 1, 2026",
    "We are Acme, the \"best\" ship-builders: since 1999, we float on # every sea.",
    "You need 5+ years of experience with C#, C++, Go and `node.js`.",
    "Full-time position in our office in Berlin.",
    "## Hiring process\n\n1. Send a CV: short\n2. Call, 30 min (30 min)\n3. Interview - with [us](https://example.com)",
    "[Apply now](https://example.com/a?b=c#d)",
    "Apply by 31 March 2031 at the latest.",
];

#[test]
fn f4_nothing_is_written_where_the_configuration_is_broken() {
    // What is lost of the configuration may be what names the folder of postings.
    let broken = "[build]\nraw_html = allow\nseeds = \"jobs\"\n";
    let site = TestSite::new().seed("a.md", POSTING).file("jobs/b.md", POSTING).file("careers.toml", broken);
    let run = write(&site).fails(1);
    assert!(run.stdout.is_empty() && run.stderr.contains("careers.toml:2"), "{}{}", run.stdout, run.stderr);
    assert_eq!((read(&site, "seeds/a.md"), read(&site, "jobs/b.md")), (POSTING.into(), POSTING.into()));
}
