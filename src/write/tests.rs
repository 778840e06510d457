//! The promises of the output folder, held against a folder on the disk.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use super::*;

mod compressed;
mod kills;
#[cfg(unix)]
mod links;

/// A project with an output folder.
struct Site {
    folder: tempfile::TempDir,
    adopt: bool,
}

/// Everything below a folder: path, whether it is a file, bytes, and when it was last written.
type Snapshot = BTreeMap<PathBuf, (bool, Vec<u8>, SystemTime)>;

impl Site {
    fn new() -> Self {
        Self { folder: tempfile::tempdir().expect("a temporary folder"), adopt: false }
    }

    fn adopting(mut self) -> Self {
        self.adopt = true;
        self
    }

    fn output(&self) -> PathBuf {
        self.folder.path().join("output")
    }

    /// Puts a file into the output folder that `careers` does not know.
    fn foreign(self, path: &str, text: &str) -> Self {
        let path = self.output().join(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, text).expect("a file");
        self
    }

    fn open(&self, paths: &[&str]) -> Result<Output, Diagnostic> {
        let planned = paths.iter().map(|path| Planned { path: (*path).into(), origin: "a.md".into(), page: None });
        let plan = Plan::new(planned.collect()).expect("no collision");
        Output::open(
            &self.output(),
            plan,
            &Guard { root: self.folder.path(), home: None, sources: &[], adopt: self.adopt },
        )
    }

    /// Begins a build and puts all its files.
    fn begin(&self, files: &[(&str, &str)]) -> Result<Output, Diagnostic> {
        let output = self.open(&files.iter().map(|(path, _)| *path).collect::<Vec<_>>())?;
        files.iter().try_for_each(|(path, text)| output.put(path, text.as_bytes()))?;
        Ok(output)
    }

    fn build(&self, files: &[(&str, &str)]) -> Result<Summary, Diagnostic> {
        self.begin(files)?.commit()
    }

    /// Builds what must succeed.
    fn built(self, files: &[(&str, &str)]) -> Self {
        self.build(files).expect("a build");
        self
    }

    fn read(&self, path: &str) -> Option<String> {
        fs::read_to_string(self.output().join(path)).ok()
    }

    fn snapshot(&self) -> Snapshot {
        snapshot(&self.output())
    }

    /// The paths of all files in the output, but for the manifest.
    fn files(&self) -> Vec<String> {
        let all = self.snapshot().into_iter().filter(|(_, (is_file, ..))| *is_file);
        all.map(|(path, _)| path.to_string_lossy().into_owned()).filter(|path| path != MANIFEST_NAME).collect()
    }
}

fn snapshot(folder: &Path) -> Snapshot {
    let entries = walkdir::WalkDir::new(folder).min_depth(1).into_iter().map(|entry| entry.expect("an entry"));
    let described = entries.map(|entry| {
        let there = entry.path().symlink_metadata().expect("metadata");
        let bytes = if there.is_file() { fs::read(entry.path()).expect("a file") } else { Vec::new() };
        let path = entry.path().strip_prefix(folder).expect("below").to_path_buf();
        (path, (there.is_file(), bytes, there.modified().expect("a time")))
    });
    described.collect()
}

fn summary(written: usize, unchanged: usize, removed: usize) -> Summary {
    Summary { written, unchanged, removed }
}

const OLD: &[(&str, &str)] = &[
    ("index.html", "two jobs"),
    ("jobs/a/index.html", "job a"),
    ("jobs/b/index.html", "job b"),
    ("style.css", "body {}"),
    ("tags/rust/index.html", "rust"),
];
const NEW: &[(&str, &str)] = &[
    ("index.html", "one job!"),
    ("jobs/a/index.html", "job a, with more to do"),
    ("jobs/c/index.html", "job c"),
    ("style.css", "body {}"),
    ("teams/x/y/z.html", "z"),
];

#[test]
fn a_build_makes_the_folder_equal_to_the_files() {
    let site = Site::new();
    assert_eq!(site.build(OLD), Ok(summary(5, 0, 0)));
    assert_eq!(site.build(NEW), Ok(summary(4, 1, 2)));
    assert_eq!(site.files(), NEW.iter().map(|(path, _)| *path).collect::<Vec<_>>());
    for (path, text) in NEW {
        assert_eq!(site.read(path).as_deref(), Some(*text), "{path}");
    }
}

#[test]
fn files_may_be_put_by_many_threads() {
    let site = Site::new();
    let paths: Vec<String> = (0..200).map(|n| format!("{}/{}/index.html", n % 3, n % 50 * 10 + n / 50)).collect();
    let output = site.open(&paths.iter().map(String::as_str).collect::<Vec<_>>()).expect("open");
    std::thread::scope(|threads| {
        for part in paths.chunks(50) {
            let output = &output;
            threads.spawn(move || part.iter().for_each(|path| output.put(path, path.as_bytes()).expect("a file")));
        }
    });
    assert_eq!(output.commit(), Ok(summary(200, 0, 0)));
    assert!(paths.iter().all(|path| site.read(path).as_ref() == Some(path)));
}

#[test]
fn o5_two_builds_of_the_same_files_are_equal_in_any_order() {
    let mut reversed = NEW.to_vec();
    reversed.reverse();
    let (cold, warm) = (Site::new().built(NEW), Site::new().built(OLD).built(&reversed));
    let bytes =
        |site: &Site| -> Vec<_> { site.snapshot().into_iter().map(|(path, (_, bytes, _))| (path, bytes)).collect() };
    assert_eq!(bytes(&cold), bytes(&warm));
}

#[test]
fn o6_a_build_that_changes_nothing_touches_nothing() {
    let site = Site::new().built(OLD);
    let before = site.snapshot();
    assert_eq!(site.build(OLD), Ok(summary(0, 5, 0)));
    assert_eq!(site.snapshot(), before);
}

#[cfg(unix)]
#[test]
fn o6_unchanged_files_keep_their_time_and_inode() {
    use std::os::unix::fs::MetadataExt;
    let site = Site::new().built(OLD);
    let state = |path: &str| fs::metadata(site.output().join(path)).map(|m| (m.ino(), m.mtime_nsec())).expect("a file");
    let (same, other) = (state("style.css"), state("index.html"));
    site.build(NEW).expect("a build");
    assert_eq!(state("style.css"), same);
    assert_ne!(state("index.html"), other);
}

#[test]
fn o6_a_file_edited_by_hand_is_put_right_though_its_size_is_the_same() {
    let site = Site::new().built(OLD).foreign("jobs/a/index.html", "JOB A");
    assert_eq!(site.build(OLD), Ok(summary(1, 4, 0)));
    assert_eq!(site.read("jobs/a/index.html").as_deref(), Some("job a"));
}

#[test]
fn o6_a_file_longer_than_the_buffer_is_compared_to_its_end() {
    let (long, other) = ("x".repeat(40_000), "x".repeat(39_999) + "y");
    let site = Site::new().built(&[("a", &long)]);
    assert_eq!(site.build(&[("a", &long)]), Ok(summary(0, 1, 0)));
    assert_eq!(site.build(&[("a", &other)]), Ok(summary(1, 0, 0)));
}

/// Runs itself once more under a umask that would leave nothing to others.
#[cfg(unix)]
#[test]
fn o6_files_are_0644_and_folders_0755_whatever_the_umask() {
    use std::os::unix::fs::PermissionsExt;
    const ME: &str = "write::tests::o6_files_are_0644_and_folders_0755_whatever_the_umask";
    let site = Site::new().built(OLD).built(NEW);
    for entry in walkdir::WalkDir::new(site.output()) {
        let entry = entry.expect("an entry");
        let mode = entry.metadata().expect("metadata").permissions().mode() & 0o7777;
        assert_eq!(mode, if entry.file_type().is_dir() { 0o755 } else { 0o644 }, "{}", entry.path().display());
    }
    if std::env::var_os("CAREERS_TEST_CHILD").is_none() {
        let me = std::env::current_exe().expect("a test binary");
        let script = format!("umask 077; exec \"$0\" --exact {ME}");
        let child =
            std::process::Command::new("sh").args(["-c", &script]).arg(me).env("CAREERS_TEST_CHILD", "1").output();
        let child = child.expect("a process");
        assert!(child.status.success(), "{}", String::from_utf8_lossy(&child.stdout));
    }
}

#[test]
fn o7_the_manifest_lists_every_file_with_its_hash_and_every_page() {
    let site = Site::new();
    let changed = Some("2026-11-21".into());
    let page = PageEntry { route: "/a/".into(), source: Some("a.md".into()), changed, ..PageEntry::default() };
    let planned = |path: &str, page| Planned { path: path.into(), origin: "a.md".into(), page };
    let plan =
        vec![planned("a/index.html", Some(page.clone())), planned("never-put.html", None), planned("b.css", None)];
    let guard = Guard { root: site.folder.path(), home: None, sources: &[], adopt: false };
    let output = Output::open(&site.output(), Plan::new(plan).expect("a plan"), &guard).expect("open");
    output.put("a/index.html", b"abc").expect("a file");
    output.put("b.css", b"").expect("a file");
    output.commit().expect("a build");
    let manifest = Manifest::parse(site.read(MANIFEST_NAME).expect("a manifest").as_bytes()).expect("readable");
    // The test vectors of BLAKE3 for "abc" and for nothing.
    let (abc, nothing) = ("6437b3ac38465133ffb63b75273a8db5", "af1349b9f5f9a1a6a0404dea36dcc949");
    let expected = [("a/index.html", abc), ("b.css", nothing)];
    assert_eq!(manifest.files.iter().map(|(path, hash)| (&**path, &**hash)).collect::<Vec<_>>(), expected);
    assert_eq!((manifest.pages, manifest.building), (vec![page], false));
}

#[test]
fn o7_a_folder_with_files_that_careers_did_not_make_is_refused_and_left_alone() {
    let site = Site::new().foreign("index.html", "mine");
    let before = site.snapshot();
    let refusal = site.build(OLD).expect_err("a refusal");
    assert_eq!(refusal.code, "output-folder");
    assert!(refusal.help.expect("help").contains("--adopt-output"));
    assert_eq!(site.snapshot(), before);
}

#[test]
fn o7_dot_files_cname_and_well_known_count_as_empty_and_stay() {
    let kept = [".git/HEAD", ".gitignore", ".well-known/security.txt", "CNAME"];
    let site = kept.iter().fold(Site::new(), |site, path| site.foreign(path, "mine"));
    let site = site.built(OLD).built(&[]);
    assert_eq!(site.files(), kept);
}

#[test]
fn o7_what_a_build_no_longer_makes_vanishes_with_its_folders_and_nothing_else_does() {
    let site = Site::new().built(OLD).foreign("jobs/b/notes.txt", "mine").foreign("mine/a.txt", "mine");
    assert_eq!(site.build(&[]), Ok(summary(0, 0, 5)));
    assert_eq!(site.files(), ["jobs/b/notes.txt", "mine/a.txt"]);
    assert!(!site.output().join("jobs/a").exists() && !site.output().join("tags").exists());
}

#[test]
fn o7_a_foreign_file_on_a_path_of_the_build_is_an_error_unless_its_bytes_are_the_same() {
    let site = Site::new().foreign("CNAME", "jobs.example.com").built(&[("CNAME", "jobs.example.com")]);
    let site = site.built(&[]).foreign("CNAME", "mine");
    let before = site.snapshot();
    let error = site.build(&[("a.html", "a"), ("CNAME", "jobs.example.com")]).expect_err("an error");
    assert!(error.message.contains("CNAME` would be overwritten"), "{}", error.message);
    assert_eq!(site.snapshot(), before);
}

#[test]
fn o7_an_adopted_folder_keeps_its_files_but_for_those_on_the_build_s_paths() {
    let site = Site::new().foreign("index.html", "mine").foreign("mine/a.txt", "mine").adopting().built(OLD);
    assert_eq!(site.read("index.html").as_deref(), Some("two jobs"));
    assert_eq!(site.read("mine/a.txt").as_deref(), Some("mine"));
    assert_eq!(site.build(&[]), Ok(summary(0, 0, 5)));
    assert_eq!(site.files(), ["mine/a.txt"]);
}

#[test]
fn o7_a_manifest_that_cannot_be_read_is_refused_unless_adopted() {
    let site = Site::new().built(OLD).foreign(MANIFEST_NAME, "<<<<<<< HEAD");
    let refusal = site.build(OLD).expect_err("a refusal");
    assert!(refusal.message.starts_with("can't tell what `careers` made here"), "{}", refusal.message);
    assert_eq!(site.adopting().build(OLD), Ok(summary(0, 5, 0)));
}

#[test]
fn o7_a_forged_manifest_removes_nothing_outside_the_folder() {
    let site = Site::new().foreign("kept/a", "mine").foreign(".git/config", "mine");
    let outside = site.folder.path().join("secret.txt");
    fs::write(&outside, "mine").expect("a file");
    let paths = ["../secret.txt", "kept/../../secret.txt", &outside.to_string_lossy(), ".git/config", "kept", "none/x"];
    let files: Vec<String> = paths.iter().map(|path| format!("{path:?}:\"\"")).collect();
    let forged = format!(r#"{{"version":1,"files":{{{}}},"writing":["../secret.txt"]}}"#, files.join(","));
    let site = site.foreign(MANIFEST_NAME, &forged);
    assert_eq!(site.build(&[]), Ok(summary(0, 0, 0)));
    assert!(outside.exists());
    assert_eq!(site.files(), [".git/config", "kept/a"]);
}

#[test]
fn o8_a_build_that_fails_leaves_the_output_as_it_was() {
    let site = Site::new().built(OLD).foreign("mine/a.txt", "mine");
    let before = site.snapshot();
    site.begin(NEW).expect("a build").abort();
    assert_eq!(site.snapshot(), before);
    drop(site.begin(NEW).expect("a build"));
    assert_eq!(site.snapshot(), before);
}

#[test]
fn o8_a_first_build_that_fails_leaves_no_folder() {
    let site = Site::new();
    site.begin(OLD).expect("a build").abort();
    assert!(!site.output().exists());
    fs::create_dir(site.output()).expect("a folder");
    site.begin(OLD).expect("a build").abort();
    assert_eq!(site.snapshot(), Snapshot::new());
}

#[test]
fn a_file_may_become_a_folder_and_a_folder_a_file() {
    let site = Site::new().built(&[("a", "file"), ("b/c", "file"), ("d/e/f", "file")]);
    assert_eq!(site.build(&[("a/b", "1"), ("b", "2"), ("d/e", "3")]), Ok(summary(3, 0, 3)));
    assert_eq!(site.files(), ["a/b", "b", "d/e"]);
}

#[test]
fn a_foreign_file_or_folder_in_the_way_is_an_error_and_nothing_changes() {
    let site = Site::new().built(&[("jobs/a", "")]).foreign("about", "mine").foreign("team/notes", "mine");
    let before = site.snapshot();
    for (files, what) in [([("jobs/a", ""), ("about/x", "")], "a file"), ([("jobs/a", ""), ("team", "")], "a folder")] {
        let error = site.build(&files).expect_err(what);
        assert!(error.message.contains(&format!("is {what} that `careers` did not make")), "{}", error.message);
        assert_eq!(site.snapshot(), before);
    }
}

#[test]
fn a_file_that_was_not_planned_or_comes_twice_is_an_error() {
    let output = Site::new().open(&["a"]).expect("open");
    assert_eq!(output.put("b", b"").expect_err("an error").code, "output-path");
    output.put("a", b"").expect("a file");
    assert_eq!(output.put("a", b"").expect_err("an error").code, "output-collision");
}

#[test]
fn an_error_of_the_system_names_action_and_path() {
    let site = Site::new();
    let long = "x".repeat(300);
    let error = site.build(&[(&long, "")]).expect_err("an error");
    assert_eq!(error.message, format!("cannot write `{}`: file name too long", site.output().join(long).display()));
    fs::write(site.output(), "a file where the folder should be").expect("a file");
    let error = site.build(OLD).expect_err("an error");
    assert_eq!(error.code, "io");
    assert_eq!(error.message, format!("cannot read `{}`: not a directory", site.output().display()));
}
