//! The history of one commit, kept beside the project.
//!
//! In goes a commit's name, out comes its log as it was stored, or nothing: a file that is of another commit, of another
//! version, or not exactly as it was written counts as none. A commit's name stands for all of its history, so what is
//! read here is what git would say. Failing to write is no error.

use std::fs;
use std::path::Path;

use super::log::Log;

/// The file in `.careers/`; its first line is the hash of the rest.
const NAME: &str = "history.json";

/// Reads the log of `head`.
pub(super) fn load(folder: &Path, head: &str) -> Option<Log> {
    let text = fs::read_to_string(folder.join(NAME)).ok()?;
    let (hash, content) = text.split_once('\n')?;
    if hash != blake3::hash(content.as_bytes()).to_hex().as_str() {
        return None;
    }
    let (of, rows) = serde_json::from_str::<(String, Vec<(String, String, String)>)>(content).ok()?;
    let rows = rows.into_iter().map(|(path, first, last)| Some((path, first.parse().ok()?, last.parse().ok()?)));
    (of == key(head)).then(|| rows.collect::<Option<Vec<_>>>().map(Log::from_rows))?
}

/// Stores the log of `head`, in place of any other.
pub(super) fn store(folder: &Path, head: &str, log: &Log) {
    let rows: Vec<_> =
        log.rows().into_iter().map(|(path, first, last)| (path, first.to_string(), last.to_string())).collect();
    let Ok(content) = serde_json::to_string(&(key(head), rows)) else { return };
    let text = format!("{}\n{content}", blake3::hash(content.as_bytes()).to_hex());
    let waiting = folder.join(format!("{NAME}-{}", std::process::id()));
    // Whatever goes wrong, the next build asks git again.
    let written = fs::create_dir_all(folder)
        .and_then(
            |()| if folder.join(".gitignore").exists() { Ok(()) } else { fs::write(folder.join(".gitignore"), "*\n") },
        )
        .and_then(|()| fs::write(&waiting, text))
        .and_then(|()| fs::rename(&waiting, folder.join(NAME)));
    if written.is_err() {
        _ = fs::remove_file(&waiting);
    }
}

/// What a stored log is of: another version of the program may read histories in another way.
fn key(head: &str) -> String {
    format!("{} {head}", env!("CARGO_PKG_VERSION"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn o9_a_log_comes_back_for_its_own_commit_and_only_whole() {
        let folder = tempfile::tempdir().expect("a folder");
        let cache = folder.path().join(".careers");
        let log = Log::parse(b"\x0186405\0\nA\0a \xc3\xbc.md\0");
        assert_eq!(load(&cache, "c0ffee"), None);
        store(&cache, "c0ffee", &log);
        assert_eq!(load(&cache, "c0ffee"), Some(log));
        assert_eq!(load(&cache, "decaf"), None);
        let file = cache.join(NAME);
        let text = fs::read_to_string(&file).expect("a file");
        for broken in [text.replace("1970-01-02", "1971-01-02"), text[..text.len() - 1].to_owned(), String::new()] {
            fs::write(&file, broken).expect("a file");
            assert_eq!(load(&cache, "c0ffee"), None);
        }
    }
}
