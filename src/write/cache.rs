//! What builds make with effort, kept from one to the next beside the project (O9).
//!
//! In goes a name that stands for all that its content is made from, out comes that content, or nothing: a file that is not
//! exactly as it was stored counts as none. No output depends on what is here, and failing to store is no error.

use std::fs;
use std::path::{Path, PathBuf};

use rustc_hash::FxHashSet;

/// A folder of things made.
#[derive(Debug, Clone)]
pub struct Cache {
    folder: PathBuf,
}

/// How many bytes of a file are the hash of the others.
const HASH: usize = 16;

impl Cache {
    /// The things that are kept in a project's folder of caches; it need not exist.
    pub fn new(caches: &Path) -> Self {
        Self { folder: caches.join("made") }
    }

    /// What is kept under a name, without `/`.
    pub fn get(&self, name: &str) -> Option<Vec<u8>> {
        let mut bytes = fs::read(self.folder.join(name)).ok()?;
        let (known, content) = bytes.split_at_checked(HASH)?;
        if known != super::hash(content).to_be_bytes() {
            return None;
        }
        bytes.drain(..HASH);
        Some(bytes)
    }

    /// Keeps something, in place of what had its name.
    pub fn put(&self, name: &str, content: &[u8]) {
        let stored = [&super::hash(content).to_be_bytes()[..], content].concat();
        let waiting = self.folder.join(format!("{name}-{}", std::process::id()));
        // Whatever goes wrong, the next build makes it anew.
        let written = self
            .make_folder()
            .and_then(|()| fs::write(&waiting, stored))
            .and_then(|()| fs::rename(&waiting, self.folder.join(name)));
        if written.is_err() {
            _ = fs::remove_file(&waiting);
        }
    }

    /// Removes what has another name than these, so that the folder does not grow from build to build.
    pub fn keep_only<'a>(&self, names: impl Iterator<Item = &'a str>) {
        let Ok(entries) = fs::read_dir(&self.folder) else { return };
        let names: FxHashSet<&str> = names.collect();
        for entry in entries.flatten() {
            let is_file = entry.file_type().is_ok_and(|kind| kind.is_file());
            if is_file && entry.file_name().to_str().is_none_or(|name| !names.contains(name)) {
                _ = fs::remove_file(entry.path());
            }
        }
    }

    fn make_folder(&self) -> std::io::Result<()> {
        if self.folder.is_dir() {
            return Ok(());
        }
        fs::create_dir_all(&self.folder)?;
        let Some(caches) = self.folder.parent() else { return Ok(()) };
        let ignored = caches.join(".gitignore");
        if ignored.exists() { Ok(()) } else { fs::write(ignored, "*\n") }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn o9_what_is_kept_comes_back_only_whole() {
        let folder = tempfile::tempdir().expect("a folder");
        let cache = Cache::new(&folder.path().join(".careers"));
        assert_eq!(cache.get("a.png"), None);
        cache.put("a.png", b"picture");
        assert_eq!(cache.get("a.png").as_deref(), Some(&b"picture"[..]));
        let file = folder.path().join(".careers/made/a.png");
        let stored = fs::read(&file).expect("a file");
        for broken in [&stored[..stored.len() - 1], &stored[..3], b"", b"0123456789abcdefpicture"] {
            fs::write(&file, broken).expect("a file");
            assert_eq!(cache.get("a.png"), None);
        }
    }

    #[test]
    fn o9_what_no_build_asks_for_any_more_is_removed() {
        let folder = tempfile::tempdir().expect("a folder");
        let cache = Cache::new(folder.path());
        cache.put("a.png", b"a");
        cache.put("b.png", b"b");
        cache.keep_only(["b.png", "c.png"].into_iter());
        assert_eq!((cache.get("a.png"), cache.get("b.png")), (None, Some(b"b".to_vec())));
    }
}
