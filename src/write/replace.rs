//! A file of the user's own gets another content, whole or not at all.

use std::fs::{self, OpenOptions};
use std::io::Write as _;
use std::path::Path;

use super::io_error;
use crate::diagnostic::Diagnostic;

/// Replaces the file at `path`, which held `old`, by `new`. It keeps its permissions; a link, a file that may not be
/// written, and one that has changed in the meantime stay as they are.
pub fn replace(path: &Path, old: &[u8], new: &[u8]) -> Result<(), Diagnostic> {
    let failed = |error| io_error("write", path, &error);
    let refused = |why: &str| Diagnostic::error("io", format!("cannot write `{}`: {why}", path.display()));
    let metadata = fs::symlink_metadata(path).map_err(failed)?;
    if metadata.is_symlink() {
        return Err(refused("it is a link"));
    }
    // Whether this user may write it is for the system to say; a renamed file would not ask.
    drop(OpenOptions::new().append(true).open(path).map_err(failed)?);
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let waiting = path.with_file_name(format!("{}{}-{name}", super::staging::PREFIX, std::process::id()));
    let placed = OpenOptions::new().write(true).create_new(true).open(&waiting).and_then(|mut file| {
        file.write_all(new)?;
        file.set_permissions(metadata.permissions())?;
        // What somebody wrote is not to be lost even where the power is.
        file.sync_all()?;
        if fs::read(path)? != old {
            return Err(std::io::Error::other("it has changed while it was read"));
        }
        fs::rename(&waiting, path)
    });
    placed.map_err(|error| {
        _ = fs::remove_file(&waiting);
        failed(error)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_replaced_with_its_permissions_and_nothing_is_left_beside_it() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("a.md");
        fs::write(&path, "old").expect("a file");
        #[cfg(unix)]
        fs::set_permissions(&path, std::os::unix::fs::PermissionsExt::from_mode(0o640)).expect("permissions");
        let permissions = fs::metadata(&path).expect("a file").permissions();
        replace(&path, b"old", b"new").expect("replaced");
        assert_eq!(fs::read_to_string(&path).expect("a file"), "new");
        assert_eq!(fs::metadata(&path).expect("a file").permissions(), permissions);
        assert!(replace(&path, b"other", b"newer").is_err());
        assert_eq!(fs::read_to_string(&path).expect("a file"), "new");
        assert_eq!(fs::read_dir(folder.path()).expect("a folder").count(), 1);
    }

    #[cfg(unix)]
    #[test]
    fn links_stay_as_they_are_and_the_system_says_who_may_write() {
        let folder = tempfile::tempdir().expect("a folder");
        let (path, link) = (folder.path().join("a.md"), folder.path().join("b.md"));
        fs::write(&path, "old").expect("a file");
        std::os::unix::fs::symlink(&path, &link).expect("a link");
        assert!(replace(&link, b"old", b"new").is_err());
        fs::set_permissions(&path, std::os::unix::fs::PermissionsExt::from_mode(0o444)).expect("permissions");
        let may_write = OpenOptions::new().append(true).open(&path).is_ok();
        assert_eq!(replace(&path, b"old", b"new").is_ok(), may_write);
        let text = fs::read_to_string(&path).expect("a file");
        assert_eq!(text, if may_write { "new" } else { "old" });
    }
}
