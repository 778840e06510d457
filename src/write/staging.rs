//! The folder inside the output where new files wait until the build is complete.
//!
//! In go bytes, out come files under their final names by renaming alone: nobody ever sees a cut file, and a build that
//! fails or is killed before that leaves the output untouched. A file that replaces another waits in one flat folder,
//! since to make and remove a folder for each costs more than the file. A file of a new address waits in a tree of its
//! own, of which whole folders are then moved at once: a first build of 10,000 pages takes a handful of renames.
//! Nothing is synced to the disk, so a power cut is outside the promise. Which files may be replaced is not decided here.

use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use super::io_error;
use crate::diagnostic::Diagnostic;

/// What the names of temporary files and folders begin with.
pub(super) const PREFIX: &str = ".careers-tmp-";

/// The files of one build that wait. Whatever still waits when it is dropped is removed.
#[derive(Debug)]
pub(super) struct Staging {
    folder: PathBuf,
    root: PathBuf,
    /// The output folder and those above it, as far as they did not exist; the deepest first.
    made: Vec<PathBuf>,
    /// Set when the first file comes; then, whether the process's umask takes away from the modes asked for.
    begun: OnceLock<Result<bool, Diagnostic>>,
}

impl Staging {
    /// Prepares, but does not yet make, a place for files on their way into `folder`.
    pub(super) fn new(folder: &Path) -> Self {
        let made = folder.ancestors().take_while(|above| !above.as_os_str().is_empty() && !above.exists());
        Self {
            folder: folder.to_path_buf(),
            // One build at a time writes to a folder; the number only tells its leftovers from those of another.
            root: folder.join(format!("{PREFIX}{}", std::process::id())),
            made: made.map(Path::to_path_buf).collect(),
            begun: OnceLock::new(),
        }
    }

    /// Takes the file numbered `index`, which will replace the one at `path`.
    pub(super) fn add_change(&self, index: usize, path: &str, bytes: &[u8]) -> Result<(), Diagnostic> {
        self.write(&self.change(index), path, bytes)
    }

    /// Takes a file for a path where there is none.
    pub(super) fn add_new(&self, path: &str, bytes: &[u8]) -> Result<(), Diagnostic> {
        let (waiting, umask_is_narrow) = (self.tree().join(path), self.begin()?);
        // Most often it is a page's own folder: to make it is cheaper than to ask for it first.
        if let Some(folder) = waiting.parent() {
            let target = || self.folder.join(path);
            make_folder(folder, umask_is_narrow).map_err(|error| io_error("write", &target(), &error))?;
        }
        self.write(&waiting, path, bytes)
    }

    /// Puts the file numbered `index` in the place of `path`.
    pub(super) fn place_change(&self, index: usize, path: &str) -> Result<(), Diagnostic> {
        place(&self.change(index), &self.folder.join(path))
    }

    /// Puts all files that replace nothing in their places.
    pub(super) fn place_new(&self) -> Result<(), Diagnostic> {
        if self.tree().exists() { merge(&self.tree(), &self.folder) } else { Ok(()) }
    }

    /// Writes a file of the output folder itself at once, whole or not at all.
    pub(super) fn replace(&self, name: &str, bytes: &[u8]) -> Result<(), Diagnostic> {
        let waiting = self.root.join(name);
        self.write(&waiting, name, bytes)?;
        place(&waiting, &self.folder.join(name))
    }

    fn tree(&self) -> PathBuf {
        self.root.join("new")
    }

    fn change(&self, index: usize) -> PathBuf {
        self.root.join("changed").join(index.to_string())
    }

    /// Makes what all files need, when the first one comes; says whether the umask is narrow.
    fn begin(&self) -> Result<bool, Diagnostic> {
        self.begun.get_or_init(|| self.make_folders()).clone()
    }

    fn make_folders(&self) -> Result<bool, Diagnostic> {
        let changes = self.root.join("changed");
        let make = |folder: &Path| make_folder(folder, false).map_err(|error| io_error("create", folder, &error));
        self.made.iter().rev().chain([&self.root, &changes]).try_for_each(|folder| make(folder))?;
        // The umask can only be read by changing it, so it is known by what it does.
        let narrow = lacks_mode(&self.root, 0o755).map_err(|error| io_error("read", &self.root, &error))?;
        if narrow {
            let set = |folder: &Path| set_mode(folder, 0o755).map_err(|error| io_error("create", folder, &error));
            self.made.iter().try_for_each(|folder| set(folder))?;
        }
        Ok(narrow)
    }

    /// Errors name the path that the user knows, not the one where the file waits.
    fn write(&self, waiting: &Path, path: &str, bytes: &[u8]) -> Result<(), Diagnostic> {
        let umask_is_narrow = self.begin()?;
        let written = create(waiting).and_then(|mut file| {
            file.write_all(bytes)?;
            if umask_is_narrow { set_mode(waiting, 0o644) } else { Ok(()) }
        });
        written.map_err(|error| io_error("write", &self.folder.join(path), &error))
    }
}

impl Drop for Staging {
    fn drop(&mut self) {
        if self.begun.get().is_none() {
            return;
        }
        // An error here has nobody to tell: the next build removes what is left.
        _ = fs::remove_dir_all(&self.root);
        for folder in &self.made {
            if fs::remove_dir(folder).is_err() {
                break;
            }
        }
    }
}

/// Moves what is in `from` into `to`, whole folders where there are none yet.
fn merge(from: &Path, to: &Path) -> Result<(), Diagnostic> {
    let list = || fs::read_dir(from)?.collect::<io::Result<Vec<_>>>();
    for entry in list().map_err(|error| io_error("read", from, &error))? {
        let (from, to) = (entry.path(), to.join(entry.file_name()));
        let both_are_folders = from.is_dir() && fs::symlink_metadata(&to).is_ok_and(|there| there.is_dir());
        if both_are_folders { merge(&from, &to)? } else { place(&from, &to)? }
    }
    Ok(())
}

fn place(waiting: &Path, target: &Path) -> Result<(), Diagnostic> {
    let placed = match fs::rename(waiting, target) {
        // What a folder held may all have been removed by now.
        Err(error) if error.kind() == ErrorKind::IsADirectory => {
            fs::remove_dir(target).and_then(|()| fs::rename(waiting, target))
        }
        placed => placed,
    };
    placed.map_err(|error| io_error("write", target, &error))
}

fn create(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o644);
    options.open(path)
}

/// Makes a folder and those above it, unless they are there; other threads may be doing the same.
fn make_folder(folder: &Path, umask_is_narrow: bool) -> io::Result<()> {
    let made = match folder_builder().create(folder) {
        Err(error) if error.kind() == ErrorKind::NotFound => {
            folder.parent().map_or(Ok(()), |above| make_folder(above, umask_is_narrow))?;
            folder_builder().create(folder)
        }
        made => made,
    };
    match made {
        Ok(()) if umask_is_narrow => set_mode(folder, 0o755),
        Err(error) if error.kind() == ErrorKind::AlreadyExists => Ok(()),
        made => made,
    }
}

fn folder_builder() -> DirBuilder {
    #[allow(unused_mut)] // on systems without modes
    let mut builder = DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o755);
    builder
}

#[cfg(unix)]
fn lacks_mode(path: &Path, mode: u32) -> io::Result<bool> {
    use std::os::unix::fs::PermissionsExt;
    Ok(fs::metadata(path)?.permissions().mode() & mode != mode)
}

#[cfg(unix)]
fn set_mode(path: &Path, mode: u32) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    fs::set_permissions(path, fs::Permissions::from_mode(mode))
}

#[cfg(not(unix))]
fn lacks_mode(_: &Path, _: u32) -> io::Result<bool> {
    Ok(false)
}

#[cfg(not(unix))]
fn set_mode(_: &Path, _: u32) -> io::Result<()> {
    Ok(())
}
