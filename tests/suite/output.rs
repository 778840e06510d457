//! What is written, and what is never touched (O5–O8).

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::time::{Duration, SystemTime};

use crate::harness::{TestSite, files, is_page};

fn small_site() -> TestSite {
    TestSite::new()
        .seed("a.md", "---\ntags: [Rust, SQL]\nteam: Core\n---\n# A\n\n```rust\nfn main() {}\n```\n")
        .seed("b.md", "# B\n\nFully remote.\n")
        .seed("c/_index.md", "---\ncompany: Acme\n---\n")
        .seed("c/d.toml.md", "+++\ntitle = \"D\"\n+++\ntext\n")
}

fn contents(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    files(folder).into_iter().map(|file| (file.clone(), fs::read(folder.join(file)).expect("a file"))).collect()
}

#[cfg(unix)]
fn stamps(folder: &Path) -> BTreeMap<String, (SystemTime, u64)> {
    use std::os::unix::fs::MetadataExt as _;
    let stamp = |file: &String| {
        let metadata = fs::symlink_metadata(folder.join(file)).expect("metadata");
        (metadata.modified().expect("a time"), metadata.ino())
    };
    files(folder).iter().map(|file| (file.clone(), stamp(file))).collect()
}

#[test]
fn o5_builds_are_identical_whatever_threads_zone_and_folder() {
    let (one, two) = (small_site(), small_site());
    let run = |site: &TestSite, threads: &str, zone: &str| {
        let mut command = site.command(&["build", "--date", "2026-06-01"]);
        command.env("RAYON_NUM_THREADS", threads).env("TZ", zone).env("LANG", "tr_TR.UTF-8");
        site.finish(command).succeeds();
    };
    run(&one, "1", "Pacific/Kiritimati");
    run(&two, "7", "America/Los_Angeles");
    assert_eq!(contents(&one.path("output")), contents(&two.path("output")));
}

#[test]
fn o5_the_day_comes_from_source_date_epoch() {
    let site = TestSite::new().seed("a.md", "---\ncloses: 2026-05-31\n---\n# A\n");
    let at = |seconds: &str| {
        let mut command = site.command(&["build"]);
        command.env("SOURCE_DATE_EPOCH", seconds);
        site.finish(command).succeeds().main("/jobs/a/").contains("class=\"posting closed\"")
    };
    assert!(!at("1748736000"), "1 June 2025");
    assert!(at("1780272000"), "1 June 2026");
}

#[cfg(unix)]
#[test]
fn o6_a_second_build_touches_nothing_but_the_manifest() {
    let site = small_site();
    site.build().succeeds();
    let before = stamps(&site.path("output"));
    std::thread::sleep(Duration::from_millis(20));
    let run = site.build().succeeds();
    assert!(run.stdout.contains("nothing had changed"), "{}", run.stdout);
    let mut after = stamps(&site.path("output"));
    after.insert("careers-manifest.json".into(), before["careers-manifest.json"]);
    assert_eq!(before, after);
}

#[cfg(unix)]
#[test]
fn o6_files_and_folders_can_be_read_by_a_host() {
    use std::os::unix::fs::PermissionsExt as _;
    let site = small_site();
    site.build().succeeds();
    for entry in walkdir::WalkDir::new(site.path("output")).into_iter().map(|entry| entry.expect("readable")) {
        let mode = entry.metadata().expect("metadata").permissions().mode() & 0o777;
        let wanted = if entry.file_type().is_dir() { 0o755 } else { 0o644 };
        assert_eq!(mode, wanted, "{}", entry.path().display());
    }
}

#[test]
fn o7_folders_that_are_not_the_outputs_are_refused() {
    let site = small_site().file("photos/cat.jpg", "meow").file("templates/x.html", "");
    for folder in [".", "seeds", "seeds/c", "photos", "templates", "/"] {
        let run = site.build_with(&["--output", folder]).fails(1);
        assert!(run.stderr.contains("help:"), "{folder}: {}", run.stderr);
    }
    assert_eq!(fs::read(site.path("photos/cat.jpg")).expect("the cat"), b"meow");
    assert_eq!(files(&site.path("photos")), ["cat.jpg"]);
}

#[test]
fn o7_home_is_refused() {
    let site = small_site().file("home/notes.txt", "mine");
    let mut command = site.command(&["build", "--output", "home"]);
    command.env("HOME", site.path("home"));
    site.finish(command).fails(1);
    assert_eq!(files(&site.path("home")), ["notes.txt"]);
}

#[test]
fn o7_adopting_a_folder_leaves_what_is_in_it() {
    let site = small_site().file("public/cat.jpg", "meow").file("output/.gitignore", "*");
    site.build_with(&["--output", "public", "--adopt-output"]).succeeds();
    site.remove("seeds/b.md");
    site.build_with(&["--output", "public"]).succeeds();
    assert!(site.path("public/cat.jpg").exists() && site.path("public/jobs/a").exists());
    assert!(!site.path("public/jobs/b").exists());
    // A folder with nothing but dot files is as good as empty.
    site.build().succeeds();
    assert!(site.path("output/.gitignore").exists());
}

#[test]
fn o7_the_manifest_lists_files_and_pages_and_nothing_private() {
    let site = small_site();
    let run = site.build().succeeds();
    let manifest: serde_json::Value = serde_json::from_str(&run.page("/careers-manifest.json")).expect("JSON");
    let listed: Vec<&String> = manifest["files"].as_object().expect("files").keys().collect();
    let there: Vec<String> = run.files().into_iter().filter(|file| file != "careers-manifest.json").collect();
    assert_eq!(listed, there.iter().collect::<Vec<_>>());
    let pages = manifest["pages"].as_array().expect("pages");
    assert!(pages.iter().any(|page| page["route"] == "/jobs/a/" && page["source"] == "a.md"), "{pages:?}");
    assert!(!manifest.to_string().contains(&*site.path("").to_string_lossy()));
}

#[test]
fn o8_a_build_with_errors_leaves_the_previous_output_as_it_was() {
    let site = small_site();
    site.build().succeeds();
    let before = contents(&site.path("output"));
    site.edit("seeds/a.md", "# Changed\n");
    site.edit("templates/term.html", "{{ nothing.of.the.kind }}");
    let run = site.build().fails(1);
    assert!(run.stderr.contains("templates/term.html:1:4"), "{}", run.stderr);
    assert_eq!(contents(&site.path("output")), before);
    site.remove("templates/term.html");
    site.build().succeeds();
    assert_ne!(contents(&site.path("output")), before);
}

#[test]
fn o8_an_error_on_the_first_build_leaves_nothing_behind() {
    let site = small_site().file("templates/term.html", "{{ nothing.of.the.kind }}");
    site.build().fails(1);
    assert_eq!(files(&site.path("output")), Vec::<String>::new());
}

/// Kills builds at moments spread over their whole length; each file must then be whole, and the next build right.
#[test]
fn o8_a_killed_build_leaves_no_cut_file_and_locks_nobody_out() {
    let mut site = TestSite::new();
    for index in 0..400 {
        let long = "A sentence that makes the page longer. ".repeat(200);
        site = site.seed(&format!("posting-of-the-{index}-kind.md"), format!("# Posting {index}\n\n{long}\n"));
    }
    let start = SystemTime::now();
    site.build().succeeds();
    let whole = start.elapsed().expect("a clock that goes on");
    let first = contents(&site.path("output"));

    for (kill, fresh) in (0..20_u32).map(|kill| (kill, kill % 2 == 0)) {
        if fresh {
            let _ = fs::remove_dir_all(site.path("output"));
        }
        // One posting differs each time, so that files are replaced as well as made.
        site.edit(
            "seeds/posting-of-the-7-kind.md",
            format!("# Posting {}\n\n{}\n", 1000 + kill, "New text. ".repeat(800)),
        );
        let mut child = site.command(&["build", "--date", "2026-06-01"]).spawn().expect("the program runs");
        std::thread::sleep(whole * kill / 20);
        let _ = child.kill();
        child.wait().expect("it ends");
        for (file, bytes) in contents(&site.path("output")) {
            if is_page(&file) && !file.contains(".careers-tmp-") {
                assert!(bytes.ends_with(b"</html>\n"), "{file} was cut by kill {kill}");
            }
        }
        site.build().succeeds();
        assert!(files(&site.path("output")).iter().all(|file| !file.contains(".careers-tmp-")));
    }
    site.edit(
        "seeds/posting-of-the-7-kind.md",
        format!("# Posting 7\n\n{}\n", "A sentence that makes the page longer. ".repeat(200)),
    );
    site.build().succeeds();
    assert_eq!(contents(&site.path("output")), first);
}
