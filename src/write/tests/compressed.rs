//! Compressed forms beside files (O9).

use super::*;

fn build(site: &Site, text: &str) -> Summary {
    let planned = ["a.html", "small.html", "a.png"];
    let planned = planned.map(|path| Planned { path: path.into(), origin: "a.md".into(), page: None });
    let plan = Plan::new(with_compressed(planned.into())).expect("no collision");
    let guard = Guard { root: site.folder.path(), home: None, sources: &[], adopt: false };
    let output = Output::open(&site.output(), plan, &guard).expect("open");
    for (path, text) in [("a.html", text), ("small.html", "small"), ("a.png", text)] {
        output.put(path, text.as_bytes()).expect("a file");
    }
    output.commit().expect("a build")
}

#[test]
fn o9_text_over_a_small_size_gets_compressed_forms_which_the_manifest_lists() {
    let site = Site::new();
    build(&site, &"text ".repeat(500));
    let manifest = read_manifest(&site.output()).expect("readable").expect("a manifest");
    let files: Vec<&str> = manifest.files.keys().map(String::as_str).collect();
    assert_eq!(files, ["a.html", "a.html.br", "a.html.gz", "a.png", "small.html"]);
    for file in files {
        assert!(site.output().join(file).exists(), "{file}");
    }
}

#[test]
fn o9_compressed_forms_follow_their_file_and_are_put_right() {
    let site = Site::new();
    build(&site, &"one ".repeat(500));
    assert_eq!(build(&site, &"one ".repeat(500)), Summary { written: 0, unchanged: 5, removed: 0 });
    fs::write(site.output().join("a.html.br"), "changed by hand").expect("a file");
    assert_eq!(build(&site, &"one ".repeat(500)), Summary { written: 1, unchanged: 4, removed: 0 });
    let before = fs::read(site.output().join("a.html.gz")).expect("a file");
    assert_eq!(build(&site, &"two ".repeat(500)), Summary { written: 4, unchanged: 1, removed: 0 });
    assert_ne!(fs::read(site.output().join("a.html.gz")).expect("a file"), before);
}

#[test]
fn o9_what_another_version_compressed_is_compressed_again() {
    let site = Site::new();
    build(&site, &"one ".repeat(500));
    let manifest = site.read(MANIFEST_NAME).expect("a manifest");
    let compressed = fs::read(site.output().join("a.html.br")).expect("a file");
    let other = manifest.replace("\"compression\": 1", "\"compression\": 0");
    assert_ne!(other, manifest);
    // The other version's bytes, as its manifest lists them.
    let other = other.replace(&hex(hash(&compressed)), &hex(hash(b"otherwise")));
    fs::write(site.output().join("a.html.br"), "otherwise").expect("a file");
    fs::write(site.output().join(MANIFEST_NAME), other).expect("a manifest");
    assert_eq!(build(&site, &"one ".repeat(500)).written, 1);
    assert_eq!(fs::read(site.output().join("a.html.br")).expect("a file"), compressed);
}
