//! Makes the output folder equal to a set of files, and knows nothing of what is in them.
//!
//! In go a [`Plan`] and then the files' bytes, from any thread and in any order; out come files in a folder and a
//! [`Manifest`] of them. Until [`Output::commit`] nothing in the folder changes but a temporary folder of its own, and
//! then files appear by renaming alone: a build that fails leaves the output as it was, one that is killed leaves each
//! file old or new. A file that has its bytes already is not touched. Only what a manifest lists is ever removed, and
//! nothing is written or removed through a link. Two builds into one folder at a time are not guarded against.

#![expect(clippy::disallowed_methods, reason = "the stage that writes")]

mod cache;
mod compress;
mod guard;
mod manifest;
mod plan;
mod replace;
mod staging;
#[cfg(test)]
mod tests;

pub use self::cache::Cache;
pub use self::compress::with_compressed;
pub use self::guard::Guard;
pub use self::manifest::{Manifest, NAME as MANIFEST_NAME, PageEntry};
pub use self::plan::{Plan, Planned};
pub use self::replace::replace;

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::fs::{self, File};
use std::io::{self, ErrorKind, Read};
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use self::staging::{PREFIX, Staging};
use crate::diagnostic::Diagnostic;

/// One build into one folder. Dropping it without [`Output::commit`] leaves the folder as it was.
#[derive(Debug)]
pub struct Output {
    folder: PathBuf,
    /// What lay directly in the folder when the build began.
    names: Vec<OsString>,
    plan: Plan,
    /// What became of each file of the plan.
    done: Vec<OnceLock<Done>>,
    /// The files that earlier builds wrote, sorted.
    owned: Vec<String>,
    /// The hashes of the files of the build before, where it compressed as this one does.
    before: BTreeMap<String, String>,
    adopt: bool,
    staging: Staging,
}

/// What a build did, in numbers of files; the manifest is not counted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Summary {
    /// Files that are new or have new bytes.
    pub written: usize,
    /// Files that had their bytes already.
    pub unchanged: usize,
    /// Files that an earlier build wrote and this one did not.
    pub removed: usize,
}

/// A file that has been put.
#[derive(Debug)]
struct Done {
    /// The first half of the BLAKE3 hash.
    hash: u128,
    state: State,
}

/// How a file stands to what is in the folder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    /// Nothing, or a folder that this build empties, is in its place.
    New,
    /// It replaces a file or a link.
    Changed,
    /// It is there already.
    Unchanged,
}

impl Output {
    /// Looks at the folder, reads its manifest, and removes what a killed build left behind.
    ///
    /// # Errors
    /// `output-folder` where this folder must not be built into (O7), `io` where it can't be read.
    pub fn open(folder: &Path, plan: Plan, guard: &Guard) -> Result<Self, Diagnostic> {
        guard::check(folder, guard)?;
        let names = list(folder)?;
        let manifest = match read_manifest(folder) {
            Err(_) if guard.adopt => None,
            read => read?,
        };
        let counts_as_empty = |name: &OsString| name.to_string_lossy().starts_with('.') || name == "CNAME";
        if manifest.is_none() && !guard.adopt && !names.iter().all(counts_as_empty) {
            return Err(not_empty(folder));
        }
        for leftover in names.iter().filter(|name| name.to_string_lossy().starts_with(PREFIX)) {
            remove_leftover(&folder.join(leftover))?;
        }
        Ok(Self {
            done: plan.files.iter().map(|_| OnceLock::new()).collect(),
            before: manifest.as_ref().and_then(Manifest::reusable).cloned().unwrap_or_default(),
            owned: manifest.map(Manifest::owned).unwrap_or_default(),
            adopt: guard.adopt,
            staging: Staging::new(folder),
            folder: folder.to_path_buf(),
            names,
            plan,
        })
    }

    /// Takes the bytes of one planned file, from any thread, and makes its compressed forms where they are planned too.
    /// The folder changes only on [`Output::commit`].
    ///
    /// # Errors
    /// `output-folder` where something that `careers` did not make is in the way, `io` where the file can't be written,
    /// `output-path` and `output-collision` for a file that is not in the plan or comes twice. The build should then stop.
    pub fn put(&self, path: &str, bytes: &[u8]) -> Result<(), Diagnostic> {
        let hash = self.put_file(path, bytes)?;
        let forms = if bytes.len() < compress::LEAST { &[] } else { &compress::FORMS[..] };
        for form in forms {
            let small = path.to_owned() + form.ending;
            let Some(index) = self.plan.position(&small) else { break };
            if let Some(hash) = self.known_form(path, hash, &small) {
                _ = self.done[index].set(Done { hash, state: State::Unchanged });
            } else {
                self.put_file(&small, &(form.compress)(bytes))?;
            }
        }
        Ok(())
    }

    /// The hash of a compressed form that the build before made of the same bytes, and that nobody has changed since.
    fn known_form(&self, path: &str, whole: u128, small: &str) -> Option<u128> {
        let known = self.before.get(path).filter(|known| **known == hex(whole)).and(self.before.get(small))?;
        let target = self.folder.join(small);
        let found = target.symlink_metadata().is_ok_and(|there| there.is_file()).then(|| fs::read(&target).ok())??;
        Some(hash(&found)).filter(|found| *known == hex(*found))
    }

    /// Takes the bytes of one file, and gives their hash.
    fn put_file(&self, path: &str, bytes: &[u8]) -> Result<u128, Diagnostic> {
        let Some(index) = self.plan.position(path) else {
            return Err(Diagnostic::error("output-path", format!("`{path}` was not planned to be written")));
        };
        let (state, hash) = (self.compare(path, bytes)?, hash(bytes));
        if self.done[index].set(Done { hash, state }).is_err() {
            return Err(Diagnostic::error("output-collision", format!("`{path}` is written twice")));
        }
        match state {
            State::Unchanged => {}
            State::Changed => self.check_way_to(path).and_then(|()| self.staging.add_change(index, path, bytes))?,
            State::New => self.check_way_to(path).and_then(|()| self.staging.add_new(path, bytes))?,
        }
        Ok(hash)
    }

    /// Ends the build: all files that were put take their places, what earlier builds wrote and this one did not is
    /// removed with the folders that become empty, and the manifest is written. A file that was planned but not put is
    /// not part of the site.
    ///
    /// # Errors
    /// `io`. The folder may then be half old and half new; its manifest says so, and the next build puts it right.
    pub fn commit(self) -> Result<Summary, Diagnostic> {
        let mut summary = self.count();
        let stale: Vec<&str> = self.owned.iter().map(String::as_str).filter(|path| !self.has(path)).collect();
        if summary.written > 0 || !stale.is_empty() {
            self.announce()?;
        }
        // First, since a file may lie where a folder must be, or the other way round.
        for path in stale {
            summary.removed += usize::from(self.remove(path)?);
        }
        for (index, path) in self.in_state(State::Changed) {
            self.staging.place_change(index, path)?;
        }
        self.staging.place_new()?;
        self.finish()?;
        Ok(summary)
    }

    /// Ends the build without a result: the folder is as it was before.
    pub fn abort(self) {
        // Dropping does it, so that a panic can't leave less in order than an error.
    }

    /// Compares `bytes` with what is at `path`, and decides whether that may be replaced.
    fn compare(&self, path: &str, bytes: &[u8]) -> Result<State, Diagnostic> {
        if !self.may_exist(path) {
            return Ok(State::New);
        }
        let target = self.folder.join(path);
        let there = match fs::symlink_metadata(&target) {
            Ok(there) => there,
            Err(error) if is_absent(&error) => return Ok(State::New),
            Err(error) => return Err(io_error("read", &target, &error)),
        };
        if there.is_dir() {
            return if self.owns_all_in(path) { Ok(State::New) } else { Err(in_the_way(&target, "a folder")) };
        }
        if there.is_file() && there.len() == bytes.len() as u64 && holds(&target, bytes) {
            return Ok(State::Unchanged);
        }
        if self.adopt || self.owns(path) { Ok(State::Changed) } else { Err(foreign(&target)) }
    }

    /// Checks that the folders above `path` are folders and no links, or not there.
    fn check_way_to(&self, path: &str) -> Result<(), Diagnostic> {
        if !self.may_exist(path) {
            return Ok(());
        }
        for (slash, _) in path.match_indices('/') {
            let folder = self.folder.join(&path[..slash]);
            match fs::symlink_metadata(&folder) {
                Ok(there) if there.is_dir() => {}
                // No planned file can have a folder's path: this one is removed before the folder is made.
                Ok(there) if there.is_file() && self.owns(&path[..slash]) => break,
                Ok(there) if there.is_symlink() => return Err(in_the_way(&folder, "a link")),
                Ok(_) => return Err(in_the_way(&folder, "a file")),
                Err(error) if is_absent(&error) => break,
                Err(error) => return Err(io_error("read", &folder, &error)),
            }
        }
        Ok(())
    }

    /// Whether there can be anything at `path`: in a first build this saves to ask the system twice for each page. Case
    /// does not count, as on some systems.
    fn may_exist(&self, path: &str) -> bool {
        path.split('/').next().is_some_and(|first| self.names.iter().any(|name| name.eq_ignore_ascii_case(first)))
    }

    fn owns(&self, path: &str) -> bool {
        self.owned.binary_search_by(|owned| owned.as_str().cmp(path)).is_ok()
    }

    fn owns_all_in(&self, folder: &str) -> bool {
        let Ok(entries) = fs::read_dir(self.folder.join(folder)) else { return false };
        entries.into_iter().all(|entry| {
            let Ok(entry) = entry else { return false };
            let path = format!("{folder}/{}", entry.file_name().to_string_lossy());
            if entry.file_type().is_ok_and(|kind| kind.is_dir()) { self.owns_all_in(&path) } else { self.owns(&path) }
        })
    }

    fn count(&self) -> Summary {
        let all = self.done.iter().filter_map(OnceLock::get).count();
        let unchanged = self.in_state(State::Unchanged).count();
        Summary { written: all - unchanged, unchanged, removed: 0 }
    }

    fn in_state(&self, state: State) -> impl Iterator<Item = (usize, &str)> {
        let files = self.plan.files.iter().zip(&self.done).enumerate();
        files
            .filter(move |(_, (_, done))| done.get().is_some_and(|done| done.state == state))
            .map(|(index, (file, _))| (index, file.path.as_str()))
    }

    /// Whether this build has a file at `path`.
    fn has(&self, path: &str) -> bool {
        self.plan.position(path).is_some_and(|index| self.done[index].get().is_some())
    }

    /// Says in the manifest that a build is under way, so that the next one knows its files if this one is killed.
    fn announce(&self) -> Result<(), Diagnostic> {
        let before = read_manifest(&self.folder).ok().flatten().unwrap_or_default();
        let staged = self.in_state(State::New).chain(self.in_state(State::Changed));
        self.staging.replace(MANIFEST_NAME, &before.under_way(staged.map(|(_, path)| path)).to_json())
    }

    /// Removes a file that an earlier build wrote, and folders left empty; says whether there was one.
    fn remove(&self, path: &str) -> Result<bool, Diagnostic> {
        let target = self.folder.join(path);
        if self.check_way_to(path).is_err() || target.symlink_metadata().is_ok_and(|there| there.is_dir()) {
            // It is not what was written then.
            return Ok(false);
        }
        let removed = match fs::remove_file(&target) {
            Ok(()) => true,
            Err(error) if is_absent(&error) => false,
            Err(error) => return Err(io_error("remove", &target, &error)),
        };
        for (slash, _) in path.rmatch_indices('/') {
            if fs::remove_dir(self.folder.join(&path[..slash])).is_err() {
                break;
            }
        }
        Ok(removed)
    }

    /// Writes the manifest of the finished build, unless it is there already.
    fn finish(self) -> Result<(), Diagnostic> {
        let done = self.done.into_iter().map(OnceLock::into_inner);
        let written = self.plan.files.into_iter().zip(done).filter_map(|(file, done)| Some((file, done?)));
        let (mut files, mut pages) = (BTreeMap::new(), Vec::new());
        for (file, done) in written {
            pages.extend(file.page);
            files.insert(file.path, hex(done.hash));
        }
        let json = Manifest::new(files, pages).to_json();
        let target = self.folder.join(MANIFEST_NAME);
        if target.symlink_metadata().is_ok_and(|there| there.is_file()) && holds(&target, &json) {
            return Ok(());
        }
        self.staging.replace(MANIFEST_NAME, &json)
    }
}

/// The names in the folder; none where it does not exist.
fn list(folder: &Path) -> Result<Vec<OsString>, Diagnostic> {
    let names = || fs::read_dir(folder)?.map(|entry| entry.map(|entry| entry.file_name())).collect();
    match names() {
        Ok(names) => Ok(names),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(Vec::new()),
        Err(error) => Err(io_error("read", folder, &error)),
    }
}

/// The manifest in an output folder; `None` where there is none.
///
/// # Errors
/// `io` where it can't be read, `output-folder` where it is not one.
pub fn read_manifest(folder: &Path) -> Result<Option<Manifest>, Diagnostic> {
    let path = folder.join(MANIFEST_NAME);
    match path.symlink_metadata() {
        Err(error) if is_absent(&error) => return Ok(None),
        Ok(there) if !there.is_file() => return Err(bad_manifest(&path, "it is not a file")),
        _ => {}
    }
    let json = fs::read(&path).map_err(|error| io_error("read", &path, &error))?;
    Manifest::parse(&json).map(Some).map_err(|reason| bad_manifest(&path, &reason))
}

fn remove_leftover(path: &Path) -> Result<(), Diagnostic> {
    let is_folder = path.symlink_metadata().is_ok_and(|there| there.is_dir());
    let removed = if is_folder { fs::remove_dir_all(path) } else { fs::remove_file(path) };
    removed.map_err(|error| io_error("remove", path, &error))
}

fn hash(bytes: &[u8]) -> u128 {
    let mut first_half = [0; 16];
    blake3::Hasher::new().update(bytes).finalize_xof().fill(&mut first_half);
    u128::from_be_bytes(first_half)
}

/// A hash as the manifest has it.
fn hex(hash: u128) -> String {
    format!("{hash:032x}")
}

/// Whether the file holds exactly `bytes`. One that can't be read does not: it can still be replaced.
fn holds(path: &Path, bytes: &[u8]) -> bool {
    let Ok(mut file) = File::open(path) else { return false };
    let mut buffer = [0; 16 * 1024];
    let mut rest = bytes;
    while let Ok(count) = file.read(&mut buffer) {
        match rest.strip_prefix(&buffer[..count]) {
            Some(after) if count > 0 => rest = after,
            _ => return count == 0 && rest.is_empty(),
        }
    }
    false
}

fn is_absent(error: &io::Error) -> bool {
    matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory)
}

fn io_error(action: &str, path: &Path, error: &io::Error) -> Diagnostic {
    let reason = error.to_string();
    let reason = reason.split(" (os error").next().unwrap_or_default().to_lowercase();
    Diagnostic::error("io", format!("cannot {action} `{}`: {reason}", path.display()))
}

fn not_empty(folder: &Path) -> Diagnostic {
    let message = format!("can't build into `{}`: it holds files that `careers` did not make", folder.display());
    Diagnostic::error("output-folder", message)
        .help("choose another folder with `--output`, or keep its files and build beside them with `--adopt-output`")
}

fn bad_manifest(path: &Path, reason: &str) -> Diagnostic {
    Diagnostic::error("output-folder", format!("can't tell what `careers` made here by `{}`: {reason}", path.display()))
        .help("restore that file, empty the folder, or keep what is there and build beside it with `--adopt-output`")
}

fn foreign(path: &Path) -> Diagnostic {
    let message = format!("`{}` would be overwritten, and `careers` did not make it", path.display());
    Diagnostic::error("output-folder", message).help("move it away, or overwrite it with `--adopt-output`")
}

fn in_the_way(path: &Path, what: &str) -> Diagnostic {
    let message =
        format!("`{}` is {what} that `careers` did not make, where a file of the site belongs", path.display());
    Diagnostic::error("output-folder", message).help("move it away, or choose another folder with `--output`")
}
