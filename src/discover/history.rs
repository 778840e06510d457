//! What git knows of files: the days of their first and last commits.
//!
//! In go seeds folders, out comes a [`History`]. One `git log` for a whole repository, on a thread of its own and only when
//! somebody asks; kept by commit in `.careers/`, where nothing depends on it. The days are those of the authors, in UTC.
//! The working tree is not looked at: what is not committed has no day. A history that is cut short (a shallow clone) would
//! give wrong days, so it gives none.

mod cache;
mod log;

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::{Arc, OnceLock};
use std::thread::{self, JoinHandle};

use self::log::Log;
use super::{Found, slashed};
use crate::diagnostic::Diagnostic;

pub use self::log::Days;

/// The days of files' commits.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct History {
    /// By seeds folder: where it lies in its repository (`""` or `site/seeds/`), and that repository's days.
    folders: HashMap<Arc<Path>, (String, Arc<Log>)>,
    /// By the commit that is checked out.
    logs: HashMap<String, Arc<Log>>,
}

impl History {
    /// The days of a file's first and last commits; `None` for one that is not committed.
    pub fn days(&self, file: &Found) -> Option<Days> {
        let (prefix, log) = self.folders.get(&file.root)?;
        log.days(&format!("{prefix}{}", file.path))
    }
}

/// A history that is read when somebody asks for it, while others go on.
pub struct Request {
    folders: Vec<Arc<Path>>,
    cache: PathBuf,
    known: HashMap<String, Arc<Log>>,
    reading: OnceLock<JoinHandle<(History, Vec<Absent>)>>,
}

impl Request {
    /// Prepares to read the history of `files`, and to keep it in the project's `.careers/`; of a commit that is `known`
    /// nothing is read again. Starts nothing.
    pub fn new(files: &[&Found], project: &Path, known: &History) -> Self {
        let mut folders: Vec<Arc<Path>> = files.iter().map(|file| file.root.clone()).collect();
        folders.dedup();
        folders.sort();
        folders.dedup();
        Self { folders, cache: project.join(super::CACHES), known: known.logs.clone(), reading: OnceLock::new() }
    }

    /// Starts to read, unless that has been done.
    pub fn start(&self) {
        self.reading.get_or_init(|| {
            let (folders, cache, known) = (self.folders.clone(), self.cache.clone(), self.known.clone());
            thread::spawn(move || read(&folders, &cache, &known))
        });
    }

    /// Whether anybody has asked.
    pub fn is_started(&self) -> bool {
        self.reading.get().is_some()
    }

    /// The history, as soon as it is read; empty if nobody asked for it. A folder that has none is named, and one whose
    /// history is cut short is a mistake where a first day `is_missing`.
    pub fn finish(self, is_missing: bool, diagnostics: &mut Vec<Diagnostic>) -> History {
        let read = self.reading.into_inner().and_then(|reading| reading.join().ok());
        let (history, absent) = read.unwrap_or_default();
        diagnostics.extend(absent.iter().map(|(folder, absence)| absence.describe(folder, is_missing)));
        history
    }
}

/// A folder without a history.
type Absent = (Arc<Path>, Absence);

fn read(folders: &[Arc<Path>], cache: &Path, known: &HashMap<String, Arc<Log>>) -> (History, Vec<Absent>) {
    let mut history = History::default();
    let mut absent = Vec::new();
    for folder in folders {
        match Repository::of(folder).and_then(|repository| {
            let log = history.logs.get(&repository.head).or_else(|| known.get(&repository.head)).cloned();
            let log = log.or_else(|| repository.log(folder, cache).map(Arc::new)).ok_or(Absence::Unreadable)?;
            Ok((repository, log))
        }) {
            Ok((repository, log)) => {
                history.logs.insert(repository.head, log.clone());
                history.folders.insert(folder.clone(), (repository.prefix, log));
            }
            Err(absence) => absent.push((folder.clone(), absence)),
        }
    }
    (history, absent)
}

/// A repository as seen from one of its folders.
struct Repository {
    /// The commit that is checked out.
    head: String,
    /// The folder's path below the repository's top, with a slash at its end, or empty.
    prefix: String,
}

/// Why a folder has no history.
#[derive(Clone, Copy)]
enum Absence {
    NoRepository,
    Unreadable,
    Shallow,
}

impl Absence {
    fn describe(self, folder: &Path, is_missing: bool) -> Diagnostic {
        const HELP: &str = "fetch all of it, on GitHub Actions with `fetch-depth: 0` for actions/checkout";
        let why = match self {
            Self::NoRepository => "it is in no git repository with a commit",
            Self::Unreadable => "its history cannot be read",
            Self::Shallow => "its history is cut short (a shallow clone)",
        };
        let message = format!("no dates come from git for `{}`: {why}", slashed(folder));
        match self {
            Self::Shallow if is_missing => Diagnostic::warning("shallow-history", message)
                .help(format!("{HELP}, or write `posted: …` into the front matter")),
            Self::Shallow => Diagnostic::info("shallow-history", message).help(HELP),
            Self::NoRepository | Self::Unreadable => Diagnostic::info("no-history", message),
        }
    }
}

impl Repository {
    fn of(folder: &Path) -> Result<Self, Absence> {
        let asked = ["rev-parse", "--is-inside-work-tree", "--is-shallow-repository", "--show-prefix", "HEAD"];
        let answer = git(folder, &asked).ok_or(Absence::NoRepository)?;
        let text = String::from_utf8(answer).map_err(|_| Absence::NoRepository)?;
        let lines: Vec<&str> = text.lines().collect();
        match lines[..] {
            ["true", "true", ..] => Err(Absence::Shallow),
            ["true", "false", prefix, head] => Ok(Self { head: head.to_owned(), prefix: prefix.to_owned() }),
            _ => Err(Absence::NoRepository),
        }
    }

    fn log(&self, folder: &Path, cache: &Path) -> Option<Log> {
        if let Some(log) = cache::load(cache, &self.head) {
            return Some(log);
        }
        // Renames only where the content stays the same: a role copied from another one is a new role, and no content
        // has to be read, which a clone without blobs would have to fetch.
        let arguments = [
            "log",
            "--topo-order",
            "--no-merges",
            "--name-status",
            "-z",
            "-M100%",
            "--no-ext-diff",
            "--no-textconv",
            "--no-show-signature",
            log::FORMAT,
            &self.head,
            "--",
            ":(top,icase,glob)**/*.md",
            ":(top,icase,glob)**/*.markdown",
            ":(top,icase,glob)**/*.mdx",
            ":(top,icase,glob)**/*.txt",
        ];
        let log = Log::parse(&git(folder, &arguments)?);
        cache::store(cache, &self.head, &log);
        Some(log)
    }
}

/// What git answers; `None` if it can't. It runs nothing that a repository's configuration names, asks nobody, and reaches
/// no network; what else surrounds the process does not change which repository is asked.
fn git(folder: &Path, arguments: &[&str]) -> Option<Vec<u8>> {
    const OF_OTHERS: [&str; 10] = [
        "GIT_DIR",
        "GIT_WORK_TREE",
        "GIT_INDEX_FILE",
        "GIT_COMMON_DIR",
        "GIT_OBJECT_DIRECTORY",
        "GIT_ALTERNATE_OBJECT_DIRECTORIES",
        "GIT_NAMESPACE",
        "GIT_SHALLOW_FILE",
        "GIT_GRAFT_FILE",
        "GIT_EXTERNAL_DIFF",
    ];
    let mut command = Command::new("git");
    command.args([
        "--no-pager",
        "--no-replace-objects",
        "-c",
        "core.fsmonitor=false",
        "-c",
        "core.hooksPath=/dev/null",
    ]);
    command.args(["-c", "protocol.allow=never", "-c", "log.showSignature=false", "-C"]);
    command.arg(if folder.as_os_str().is_empty() { Path::new(".") } else { folder }).args(arguments);
    for name in OF_OTHERS {
        command.env_remove(name);
    }
    command.env("GIT_OPTIONAL_LOCKS", "0").env("GIT_NO_LAZY_FETCH", "1").env("GIT_TERMINAL_PROMPT", "0");
    let output = command.stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
    output.status.success().then_some(output.stdout)
}
