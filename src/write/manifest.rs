//! `careers-manifest.json`: what the output folder holds, and since when.
//!
//! In go paths, hashes and pages, out comes the same JSON for the same site. What is read back is anybody's data: a path
//! that `careers` would not write itself is dropped, so that a forged manifest can't name a file outside the folder.
//! Nothing in it is secret, since it is published with the site.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::compress;
use super::plan::is_safe;

/// The manifest's name in the output folder.
pub const NAME: &str = "careers-manifest.json";

/// The form of manifest that this program writes, and the only one it reads.
const VERSION: u32 = 1;

/// What a finished build left in its output folder; or, with `building`, what a killed one may have left.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    version: u32,
    /// A build is under way, or was killed: `files` and `pages` are those of the build before.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub building: bool,
    /// What the build under way writes, without what it leaves as it is.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub writing: Vec<String>,
    /// Each file's path below the folder, with the first half of its BLAKE3 hash in hexadecimal. Not the manifest itself.
    #[serde(default)]
    pub files: BTreeMap<String, String>,
    /// The pages, by route.
    #[serde(default)]
    pub pages: Vec<PageEntry>,
    /// How compressed files were made, where there are any: [`super::compress::VERSION`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) compression: Option<u32>,
}

/// A page, as the manifest lists it.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct PageEntry {
    /// Its address below the base URL, unencoded: `/jobs/rust/`.
    pub route: String,
    /// The posting it shows, relative to the seeds; a list has none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    /// The day of its last change, `2026-11-21`, where that is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub changed: Option<String>,
    /// A hash of what it says, whatever it looks like; a list has none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub digest: Option<String>,
    /// It says that the posting takes no more applications.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub closed: bool,
}

impl Manifest {
    /// The manifest of a finished build.
    pub(super) fn new(files: BTreeMap<String, String>, mut pages: Vec<PageEntry>) -> Self {
        pages.sort_unstable();
        let compression = files.keys().any(|path| compress::is_compressed(path)).then_some(compress::VERSION);
        Self { version: VERSION, files, pages, compression, ..Self::default() }
    }

    /// Reads a manifest that anybody may have written.
    ///
    /// # Errors
    /// Why it can't be used: it is no JSON, or not of this program's form.
    pub fn parse(json: &[u8]) -> Result<Self, String> {
        let mut manifest: Self = serde_json::from_slice(json).map_err(|error| error.to_string())?;
        if manifest.version != VERSION {
            return Err(format!("its version is {}, this program knows {VERSION}", manifest.version));
        }
        manifest.files.retain(|path, _| is_safe(path));
        manifest.writing.retain(|path| is_safe(path));
        Ok(manifest)
    }

    /// The manifest as it is published.
    pub(super) fn to_json(&self) -> Vec<u8> {
        let mut json = serde_json::to_vec_pretty(self).expect("text keys and values are always JSON");
        json.push(b'\n');
        json
    }

    /// The same site while a build that writes the files `staged` is under way.
    pub(super) fn under_way<'a>(mut self, staged: impl Iterator<Item = &'a str>) -> Self {
        self.version = VERSION;
        self.building = true;
        // A killed build's files stay listed, until a build has finished.
        self.writing.extend(staged.map(str::to_string));
        self.writing.sort_unstable();
        self.writing.dedup();
        self
    }

    /// The hashes of its files, if compressed ones among them are as this program makes them.
    pub(super) fn reusable(&self) -> Option<&BTreeMap<String, String>> {
        (self.compression == Some(compress::VERSION) && !self.building).then_some(&self.files)
    }

    /// The files that `careers` wrote and so may remove, sorted.
    pub(super) fn owned(self) -> Vec<String> {
        let mut owned: Vec<_> = self.files.into_keys().chain(self.writing).collect();
        owned.sort_unstable();
        owned.dedup();
        owned
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(route: &str) -> PageEntry {
        PageEntry { route: route.into(), source: Some("a.md".into()), ..PageEntry::default() }
    }

    #[test]
    fn o7_the_manifest_lists_files_and_pages_in_one_order() {
        let files = BTreeMap::from([("b.html".into(), "02".into()), ("a.html".into(), "01".into())]);
        let manifest = Manifest::new(files, vec![page("/b/"), page("/a/")]);
        let json = String::from_utf8(manifest.to_json()).expect("UTF-8");
        assert_eq!(
            json.split_whitespace().collect::<String>(),
            concat!(
                r#"{"version":1,"files":{"a.html":"01","b.html":"02"},"#,
                r#""pages":[{"route":"/a/","source":"a.md"},{"route":"/b/","source":"a.md"}]}"#
            )
        );
        assert_eq!(Manifest::parse(json.as_bytes()), Ok(manifest));
    }

    #[test]
    fn o7_paths_that_careers_would_not_write_are_dropped_when_a_manifest_is_read() {
        let json =
            br#"{"version":1,"files":{"../x":"","/etc/passwd":"",".git/HEAD":"","a/b":""},"writing":["../y","c"]}"#;
        assert_eq!(Manifest::parse(json).expect("readable").owned(), ["a/b", "c"]);
    }

    #[test]
    fn a_manifest_of_another_form_is_refused_with_a_reason() {
        for (json, reason) in [
            (r#"{"version":2,"files":{}}"#, "its version is 2"),
            ("<<<<<<< HEAD", "expected value"),
            (r#"{"files":{}}"#, "missing field `version`"),
            (r#"{"version":1,"files":["a"]}"#, "invalid type"),
        ] {
            let error = Manifest::parse(json.as_bytes()).expect_err(json);
            assert!(error.contains(reason), "{json}: {error}");
        }
    }

    #[test]
    fn o8_a_manifest_under_way_still_lists_the_files_of_the_build_before() {
        let before = Manifest::new(BTreeMap::from([("a".into(), "01".into())]), vec![page("/a/")]);
        let killed = before.clone().under_way(["b"].into_iter());
        let again = Manifest::parse(&killed.to_json()).expect("readable").under_way(["c", "b"].into_iter());
        assert!(again.building);
        assert_eq!((&again.files, &again.pages), (&before.files, &before.pages));
        assert_eq!(again.owned(), ["a", "b", "c"]);
    }
}
