//! What may have changed since a project was last read.

use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use rustc_hash::FxHashSet;

use crate::discover;

/// What may have changed. It may name too much, never too little.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Changes {
    /// Nobody knows: everything is looked at.
    Everything,
    /// Files and folders that have come, changed or gone, as the project's own paths begin. A folder stands for all in it.
    Paths(BTreeSet<PathBuf>),
}

/// [`Changes`] held against what lies on the disk now.
pub(super) enum Touched<'a> {
    Everything,
    Paths {
        exact: FxHashSet<&'a OsStr>,
        /// Those that are no files: folders, and what has gone.
        others: Vec<&'a Path>,
    },
}

impl Changes {
    pub(super) fn touched(&self) -> Touched<'_> {
        match self {
            Self::Everything => Touched::Everything,
            Self::Paths(paths) => Touched::Paths {
                exact: paths.iter().map(|path| path.as_os_str()).collect(),
                others: paths.iter().map(PathBuf::as_path).filter(|path| !discover::is_plain_file(path)).collect(),
            },
        }
    }
}

impl Touched<'_> {
    /// Whether a file may have changed.
    pub(super) fn has(&self, file: &Path) -> bool {
        match self {
            Self::Everything => true,
            Self::Paths { exact, others } => {
                exact.contains(file.as_os_str()) || others.iter().any(|other| lies_in(file, other))
            }
        }
    }

    /// Whether anything in a folder may have changed.
    pub(super) fn has_in(&self, folder: &Path) -> bool {
        match self {
            Self::Everything => true,
            Self::Paths { exact, others } => {
                exact.iter().any(|path| Path::new(path).starts_with(folder))
                    || others.iter().any(|other| folder.starts_with(other))
            }
        }
    }

    /// Whether files may have come or gone, where `files` were known.
    pub(super) fn moves<'f>(&self, files: &(impl Iterator<Item = &'f Path> + Clone)) -> bool {
        match self {
            Self::Everything => true,
            Self::Paths { exact, others } => {
                let gone = |path: &Path| files.clone().any(|file| lies_in(file, path));
                let is_known = |path: &Path| files.clone().any(|file| file.as_os_str() == path.as_os_str());
                let is_new = |path: &Path| !others.contains(&path) && discover::is_listed(path) && !is_known(path);
                others.iter().any(|path| discover::is_folder(path) || gone(path))
                    || exact.iter().any(|path| is_new(Path::new(path)))
            }
        }
    }
}

/// [`Path::starts_with`], which takes paths apart, for those that most often have nothing to do with each other.
fn lies_in(file: &Path, folder: &Path) -> bool {
    file.as_os_str().as_encoded_bytes().starts_with(folder.as_os_str().as_encoded_bytes()) && file.starts_with(folder)
}
