//! Whatever happens to a project's files, what is served is what a build of them would write.

use std::collections::BTreeSet;
use std::fs;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use proptest::prelude::*;

use crate::harness::{Run, TestSite};
use crate::served::Served;

/// Something that happens to the files of a project.
#[derive(Debug, Clone)]
enum Edit {
    Write(&'static str, String),
    Remove(&'static str),
    Rename(&'static str, &'static str),
    /// More text below what is there.
    Add(&'static str, &'static str),
}

const POSTINGS: [&str; 5] = ["seeds/a.md", "seeds/b.md", "seeds/acme/c.md", "seeds/acme/a.md", "seeds/deep/er/d.md"];
/// What several postings may have in common.
const COMMON: &str = "\n- You like open source\n";
const FOLDERS: [&str; 5] = ["seeds/acme", "seeds/other", "seeds/deep", "templates", "pages"];

fn edits() -> impl Strategy<Value = Vec<Edit>> {
    let posting = (prop::sample::select(&POSTINGS[..]), 0..6_u32, prop::sample::select(vec!["Rust", "Go", "SQL"]));
    let posting = posting.prop_map(|(file, number, tag)| {
        let picture = if number % 2 == 0 { "![x](x.png) and [b](b.md)" } else { "" };
        Edit::Write(file, format!("---\ntags: [{tag}]\n---\n# Role {number}\n\n{picture}\n"))
    });
    let others = prop::sample::select(vec![
        Edit::Write("seeds/x.png", "one".into()),
        Edit::Write("seeds/x.png", "two".into()),
        Edit::Write("seeds/acme/x.png", "three".into()),
        Edit::Write("seeds/_index.md", "---\nteam: Everybody\n---\n".into()),
        Edit::Write("seeds/acme/_index.md", "---\ncompany: Acme\n---\nAbout ![x](x.png).\n".into()),
        Edit::Write("seeds/acme/_index.md", "---\ncompany: Acme & Sons\n---\n".into()),
        Edit::Write("pages/one.md", "# One\n\n![x](x.png) and [a](../seeds/a.md)\n".into()),
        Edit::Write("pages/one.md", "---\nnav: false\n---\nOther words.\n".into()),
        Edit::Write("pages/deep/two.md", "# Two\n\n[One](../one.md)\n".into()),
        Edit::Write("pages/x.png", "four".into()),
        Edit::Write("templates/404.html", "Nothing at all.".into()),
        Edit::Write("templates/404.html", "{% if %}".into()),
        Edit::Write("templates/slots/footer.html", "<p>A footer.</p>".into()),
        Edit::Write("templates/style.css", "body { color: red }".into()),
        Edit::Write("templates/card.html", "{{ no.such.thing }}".into()),
        Edit::Write("themes/mine/404.html", "Mine.".into()),
        Edit::Write("careers.toml", "[site]\ntitle = \"One\"\n[lists]\npaginate_by = 1\n".into()),
        Edit::Write("careers.toml", "[site]\ntitle = \"Two\"\nbase_url = \"https://example.com/x/\"\n".into()),
        Edit::Write("careers.toml", "[theme]\nname = \"mine\"\n[build]\nseeds = \"seeds/acme\"\n".into()),
        Edit::Write("careers.toml", "[company]\nname = \"We\"\n[build]\nraw_html = \"allow\"\n".into()),
        Edit::Write(
            "careers.toml",
            "[site]\nbase_url = \"https://example.com/x/\"\nlanguages = [\"de\", \"ar\"]\n".into(),
        ),
        Edit::Write("seeds/a.de.md", "# Rolle A\n\n![x](x.png)\n".into()),
        Edit::Write("seeds/deep/ar/d.md", "# Role D\n".into()),
        Edit::Write("i18n/de.toml", "[roles]\nopen = \"Stellen\"\n".into()),
        Edit::Write("careers.toml", "[site\n".into()),
    ]);
    let removed: Vec<&str> = POSTINGS
        .into_iter()
        .chain(["seeds/x.png", "seeds/acme/x.png", "seeds/acme/_index.md", "seeds/_index.md", "careers.toml"])
        .chain([
            "pages/one.md",
            "pages/x.png",
            "pages",
            "templates/404.html",
            "templates/card.html",
            "templates/style.css",
            "seeds/acme",
            "templates",
            "seeds/deep",
        ])
        .collect();
    let removed = prop::sample::select(removed).prop_map(Edit::Remove);
    let places: Vec<&str> = POSTINGS.into_iter().chain(FOLDERS).collect();
    let renamed = (prop::sample::select(places.clone()), prop::sample::select(places));
    let renamed = renamed.prop_map(|(from, to)| Edit::Rename(from, to));
    let texts = vec![COMMON, "\nA paragraph more.\n", "\nApply until 2020-01-31.\n", "\n![x](x.png)\n"];
    let added = (prop::sample::select(&POSTINGS[..]), prop::sample::select(texts));
    let added = added.prop_map(|(file, text)| Edit::Add(file, text));
    prop::collection::vec(prop_oneof![3 => posting, 3 => others, 2 => removed, 2 => renamed, 3 => added], 1..5)
}

/// Does it as far as it can be done.
fn apply(site: &TestSite, edit: &Edit) {
    match edit {
        Edit::Write(file, text) => {
            // Where a folder has been renamed to a file's name, there is nothing to write.
            if let Some(folder) = site.path(file).parent() {
                let _ = fs::create_dir_all(folder);
            }
            let _ = fs::write(site.path(file), text);
        }
        Edit::Remove(path) => {
            let path = site.path(path);
            let _ = if path.is_dir() { fs::remove_dir_all(path) } else { fs::remove_file(path) };
        }
        Edit::Rename(from, to) => {
            if let Some(folder) = site.path(to).parent() {
                let _ = fs::create_dir_all(folder);
            }
            let _ = fs::rename(site.path(from), site.path(to));
        }
        Edit::Add(file, text) => {
            let file = site.path(file);
            let _ = fs::read_to_string(&file).and_then(|before| fs::write(file, before + text));
        }
    }
}

/// What differs between what is served and what a build has written; the manifest belongs to the folder alone.
fn difference(served: &Served, built: &Run, base: &str, before: &BTreeSet<String>) -> Option<String> {
    let files: BTreeSet<String> = built.files().into_iter().filter(|file| file != "careers-manifest.json").collect();
    for file in &files {
        let got = served.get(&format!("{base}{file}"));
        if got.status != 200 {
            return Some(format!("{file} is {}", got.status));
        }
        if got.page() != String::from_utf8_lossy(&built.bytes(file)) {
            return Some(format!("{file} differs"));
        }
    }
    let gone = before.iter().find(|file| !files.contains(*file) && served.get(&format!("{base}{file}")).status != 404);
    gone.map(|file| format!("{file} is still there"))
}

/// The path of the base URL that a configuration gives.
fn base_of(site: &TestSite) -> &'static str {
    let config = fs::read_to_string(site.path("careers.toml")).unwrap_or_default();
    if config.contains("/x/") { "/x/" } else { "/" }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, max_shrink_iters: 20, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn s4_after_any_edits_what_is_served_is_what_a_build_would_write(rounds in prop::collection::vec(edits(), 1..5)) {
        let site = TestSite::new().seed("a.md", "# A\n\n![x](x.png)\n").seed("x.png", "zero").seed("acme/c.md", "# C\n");
        let served = Served::start(&site, &[]);
        let mut before = BTreeSet::new();
        for edits in rounds {
            for edit in &edits {
                apply(&site, edit);
            }
            let built = site.build();
            if built.code == Some(0) {
                let base = base_of(&site);
                let last = std::cell::RefCell::new(None);
                served.until(&format!("what is built is served after {edits:?}"), || {
                    let difference = difference(&served, &built, base, &before);
                    let same = difference.is_none();
                    if !same && last.replace(difference.clone()) != difference {
                        eprintln!("{}", difference.unwrap_or_default());
                    }
                    same
                });
                before = built.files().into_iter().filter(|file| file != "careers-manifest.json").collect();
            } else {
                // Nothing can be built, and it goes on.
                prop_assert!(served.get("/_careers/live.js").status == 200 || served.get("/x/_careers/live.js").status == 200);
            }
        }
    }
}

/// What a posting says may follow from what its neighbours say.
#[test]
fn s4_what_postings_have_in_common_is_weighed_anew_with_each_save() {
    let text = |title: &str, own: &str| format!("# {title}\n\n## Tasks\n{COMMON}- {own}\n");
    let site = TestSite::new()
        .seed("a.md", text("Helm", "Kafka, Redis, MySQL"))
        .seed("b.md", text("Keel", "Rust, Tokio, Bazel"));
    let served = Served::start(&site, &[]);
    assert_eq!(served.get("/tags/open-source/").status, 200);
    for (file, words, tells) in [
        ("seeds/c.md", text("Mast", "Figma, Photoshop, InDesign, Typography"), false),
        ("seeds/c.md", text("Mast", "Figma, Photoshop, InDesign, Typography") + "\nMore.\n", false),
        ("seeds/b.md", "# Keel\n\nNothing of that.\n".into(), true),
    ] {
        site.edit(file, words);
        let built = site.build().succeeds();
        served.until("what is built is served", || difference(&served, &built, "/", &BTreeSet::new()).is_none());
        assert_eq!(served.get("/tags/open-source/").status == 200, tells, "{file}");
    }
}

/// Saves and looks at the same time: each answer is a whole page, none older than one that has been seen.
#[test]
fn s3_saves_under_load_never_answer_404_or_half_a_page() {
    let saves: usize = std::env::var("CAREERS_SOAK").ok().and_then(|saves| saves.parse().ok()).unwrap_or(150);
    let mut site = TestSite::new();
    for index in 0..20 {
        site = site.seed(&format!("posting-{index}.md"), format!("# Posting {index}\n\n{}\n", "Words. ".repeat(500)));
    }
    site.edit("seeds/a.md", "# A\n\nSave 0 end.\n");
    let served = Served::start(&site, &[]);
    let over = AtomicBool::new(false);
    let shown = |body: &str| -> usize {
        let words = body.split_once("<p>Save ").and_then(|(_, rest)| rest.split_once(" end.</p>"));
        words.expect("a whole page").0.parse().expect("a number")
    };
    let mut first = 0;
    thread::scope(|scope| {
        for client in 0..8 {
            let (served, over) = (&served, &over);
            scope.spawn(move || {
                let mut last = 0;
                while !over.load(Ordering::Relaxed) {
                    let got = served.get("/jobs/a/");
                    assert_eq!(got.status, 200, "client {client}");
                    assert!(got.body.ends_with("</html>\n"), "half a page for client {client}");
                    let now = shown(&got.body);
                    assert!(now >= last, "client {client} saw {last}, then {now}");
                    last = now;
                    let home = served.get("/");
                    assert_eq!((home.status, home.body.ends_with("</html>\n")), (200, true), "client {client}");
                }
            });
        }
        for save in 1..=saves {
            site.edit("seeds/a.md", format!("# A\n\nSave {save} end.\n"));
            served.until("the save is shown", || shown(&served.get("/jobs/a/").body) == save);
            if save == saves.min(50) {
                first = memory(&served);
            }
        }
        over.store(true, Ordering::Relaxed);
    });
    let grown = memory(&served).saturating_sub(first);
    eprintln!(
        "{saves} saves, {} rebuilds, {first} kB after the first 50 and {grown} kB more at the end",
        served.rebuilds().len()
    );
    assert!(grown < 20_000, "{grown} kB more than after the first 50 saves");
}

/// Memory in use, in kilobytes; 0 where the system does not tell.
fn memory(served: &Served) -> usize {
    let status = fs::read_to_string(format!("/proc/{}/status", served.id())).unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    line.and_then(|line| line.split_whitespace().next()).and_then(|number| number.parse().ok()).unwrap_or(0)
}
