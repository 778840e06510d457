//! The files beside postings, indexes of folders and pages that those refer to.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use rustc_hash::FxHashMap;

use super::changes::Touched;
use crate::discover::{self, Found};
use crate::extract::Reference;
use crate::model::Attachment;

/// The files that one file refers to, by target.
pub(super) type Attachments = Arc<[(String, Attachment)]>;

/// Reads such files for as long as those that refer to them are read, each once, however many refer to it.
#[derive(Default)]
pub(super) struct AttachmentReader {
    known: Mutex<FxHashMap<PathBuf, Arc<OnceLock<Option<Attachment>>>>>,
}

impl AttachmentReader {
    /// The files that `file` refers to.
    pub(super) fn all<'a>(&self, file: &Found, references: impl IntoIterator<Item = &'a Reference>) -> Attachments {
        let mut found: Vec<(String, Attachment)> = Vec::new();
        for reference in references {
            if found.iter().all(|(target, _)| *target != reference.target)
                && let Some(attachment) = self.one(file, &reference.target)
            {
                found.push((reference.target.clone(), attachment));
            }
        }
        found.into()
    }

    /// The file that `file` refers to as `target`, if it is there.
    pub(super) fn one(&self, file: &Found, target: &str) -> Option<Attachment> {
        let path = discover::attachment(file, target)?;
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        let slot = known.entry(path.clone()).or_default().clone();
        // Others may look for other files while this one is read.
        drop(known);
        let read = || Some(Attachment::beside(file.shown.clone(), &path, &discover::read_bytes(&path).ok()?));
        slot.get_or_init(read).as_ref().map(|attachment| attachment.of(file.shown.clone()))
    }
}

/// Whether references of the file at `path` below `root` lead to a file that may have come, changed or gone.
pub(super) fn refer_to<'a>(
    references: impl IntoIterator<Item = &'a Reference>,
    touched: &Touched<'_>,
    path: &str,
    root: &Path,
) -> bool {
    let target = |reference: &Reference| discover::below(path, &reference.target).map(|path| root.join(path));
    references.into_iter().filter_map(target).any(|file| touched.has(&file))
}

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "there have to be files to read")]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn a_file_is_read_once_for_all_postings_that_refer_to_it() {
        let folder = tempfile::tempdir().expect("a folder");
        for file in ["a.md", "b.md", "x.pdf"] {
            fs::write(folder.path().join(file), file).expect("a file");
        }
        let found = discover::seeds(&[folder.path().into()], &[], &mut Vec::new());
        let reader = AttachmentReader::default();
        let first = reader.one(&found[0], "x.pdf").expect("an attachment");
        fs::write(folder.path().join("x.pdf"), "other").expect("a file");
        assert_eq!(reader.one(&found[1], "./x.pdf"), Some(first.of(found[1].shown.clone())));
        assert_ne!(AttachmentReader::default().one(&found[0], "x.pdf"), Some(first));
    }
}
