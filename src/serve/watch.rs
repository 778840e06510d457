//! Waits for saves, and says what may have changed.
//!
//! In go the places of a project, out come [`Changes`], a whole save at a time: editors write in several steps, and what
//! comes in a rush is waited for to its end. Folders are watched, not files, as a file that is replaced takes its watch
//! with it. It may say too much, never too little; whether anything differs is for the reader to find out.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::time::{Duration, Instant};

use notify::event::{AccessKind, AccessMode, CreateKind, EventKind, ModifyKind, RenameMode};
use notify::{RecommendedWatcher, RecursiveMode, Watcher as _};

use super::mounts;
use super::poll::Poll;
use crate::discover::Places;
use crate::pipeline::Changes;
use crate::report;

/// For so long nothing happens after a save. Editors need less from step to step.
const QUIET: Duration = Duration::from_millis(8);
/// The same where every file has been closed, or has come whole: most likely that was all.
const QUIET_WHEN_CLOSED: Duration = Duration::from_millis(2);
/// The same where many files come, or the last save has just been.
const QUIET_IN_A_RUSH: Duration = Duration::from_millis(40);
/// A file that is empty is most likely about to be written, and a folder that has just been made, about to be filled.
const QUIET_WHILE_EMPTY: Duration = Duration::from_millis(60);
/// So many files come at once where somebody saves them one by one.
const FEW: usize = 4;
/// So soon after another a save belongs to a rush.
const SOON: Duration = Duration::from_millis(150);
/// Nobody waits longer than that, whatever goes on.
const PATIENCE: Duration = Duration::from_secs(1);
/// A folder that has just been made is looked at once more when it is certain to be watched.
const SECOND_LOOK: Duration = Duration::from_millis(250);

/// What a watcher hears of.
pub(super) enum Signal {
    /// From the system.
    Event(notify::Result<notify::Event>),
    /// From looking again and again, in the project's own terms.
    Found(BTreeSet<PathBuf>),
    /// It is over.
    Stop,
}

/// Watches a project.
pub struct Watcher {
    inbox: Receiver<Signal>,
    outbox: Sender<Signal>,
    eyes: Eyes,
    places: Option<Places>,
    /// Folders that the system watches, as the project calls them.
    watched: BTreeMap<PathBuf, RecursiveMode>,
    /// When the last save was over.
    last: Option<Instant>,
    /// What to look at once more, and when.
    again: Option<(Instant, BTreeSet<PathBuf>)>,
}

enum Eyes {
    System(RecommendedWatcher),
    Poll(Poll),
}

/// Makes [`Watcher::wait`] end.
#[derive(Clone)]
pub struct Stop(Sender<Signal>);

impl Stop {
    /// Ends the watching.
    pub fn stop(&self) {
        let _ = self.0.send(Signal::Stop);
    }
}

impl Watcher {
    /// A watcher that uses what the system tells, or looks again and again if `poll`, or where the system can't tell.
    pub fn new(poll: bool) -> Self {
        let (outbox, inbox) = mpsc::channel();
        let eyes = if poll { None } else { system(outbox.clone()) };
        if !poll && eyes.is_none() {
            say_that_it_polls();
        }
        let eyes = eyes.unwrap_or_else(|| Eyes::Poll(Poll::start(outbox.clone())));
        Self { inbox, outbox, eyes, places: None, watched: BTreeMap::new(), last: None, again: None }
    }

    /// What ends it from elsewhere.
    pub fn stopper(&self) -> Stop {
        Stop(self.outbox.clone())
    }

    fn polls(&self) -> bool {
        matches!(self.eyes, Eyes::Poll(_))
    }

    /// Watches what lies at `places` from now on. Whether that is more than before: what has happened there since it was
    /// read may have been missed.
    pub fn watch(&mut self, places: &Places) -> bool {
        let is_new = self.places.as_ref() != Some(places);
        if is_new {
            self.places = Some(places.clone());
            if places.sources().iter().chain([&places.config]).any(|place| mounts::is_silent(place)) {
                self.poll();
            }
        }
        if let Eyes::Poll(poll) = &self.eyes {
            poll.look_at(places);
            return is_new;
        }
        let wanted = wanted(places);
        let mut grew = false;
        for (folder, mode) in &wanted {
            if self.watched.get(folder) == Some(mode) {
                continue;
            }
            let Eyes::System(system) = &mut self.eyes else { break };
            match system.watch(&absolute(folder), *mode) {
                Ok(()) => grew = self.watched.insert(folder.clone(), *mode).is_none() || grew,
                Err(error) if matches!(error.kind, notify::ErrorKind::PathNotFound) => {}
                Err(_) => {
                    self.poll();
                    return true;
                }
            }
        }
        let gone: Vec<PathBuf> = self.watched.keys().filter(|folder| !wanted.contains_key(*folder)).cloned().collect();
        for folder in gone {
            self.forget(&folder);
        }
        grew
    }

    /// Waits for the next save; `None` when it is over.
    pub fn wait(&mut self) -> Option<Changes> {
        loop {
            let mut save = Save::default();
            let due = self.again.as_ref().map(|(due, _)| due.saturating_duration_since(Instant::now()));
            let first = match due {
                Some(due) => self.inbox.recv_timeout(due),
                None => self.inbox.recv().map_err(|_| RecvTimeoutError::Disconnected),
            };
            match first {
                Ok(signal) => _ = self.take(signal, &mut save)?,
                Err(RecvTimeoutError::Timeout) => {
                    return self.again.take().map(|(_, folders)| Changes::Paths(folders));
                }
                Err(RecvTimeoutError::Disconnected) => return None,
            }
            if save.is_nothing() {
                continue;
            }
            let in_a_rush = self.last.is_some_and(|last| last.elapsed() < SOON);
            self.gather(&mut save, if in_a_rush { Some(QUIET_IN_A_RUSH) } else { None })?;
            if !save.folders.is_empty() || save.paths.iter().any(|path| is_empty(path)) {
                self.gather(&mut save, Some(QUIET_WHILE_EMPTY))?;
            }
            self.last = Some(Instant::now());
            return Some(self.end(save));
        }
    }

    /// Takes what comes until there has been nothing for `quiet`, or for as long as the save itself asks for. `None` when
    /// it is over.
    fn gather(&mut self, save: &mut Save, quiet: Option<Duration>) -> Option<()> {
        let end = Instant::now() + PATIENCE;
        let mut until = Instant::now() + quiet.unwrap_or_else(|| save.quiet());
        loop {
            let left = until.min(end).saturating_duration_since(Instant::now());
            match self.inbox.recv_timeout(left) {
                Ok(signal) => {
                    if self.take(signal, save)? {
                        until = Instant::now() + quiet.unwrap_or_default().max(save.quiet());
                    }
                }
                Err(RecvTimeoutError::Timeout) => return Some(()),
                Err(RecvTimeoutError::Disconnected) => return None,
            }
        }
    }

    /// Whether a signal is about the site; `None` when it is over.
    fn take(&mut self, signal: Signal, save: &mut Save) -> Option<bool> {
        match signal {
            Signal::Stop => None,
            Signal::Found(paths) => {
                save.paths.extend(paths);
                Some(true)
            }
            Signal::Event(Ok(event)) => Some(self.take_event(&event, save)),
            // No more watches, or something that nobody has thought of: from now on we look ourselves.
            Signal::Event(Err(_)) => {
                self.poll();
                save.is_everything = true;
                Some(true)
            }
        }
    }

    fn take_event(&self, event: &notify::Event, save: &mut Save) -> bool {
        if event.need_rescan() {
            save.is_everything = true;
            return true;
        }
        let is_change = match event.kind {
            EventKind::Access(kind) => kind == AccessKind::Close(AccessMode::Write),
            _ => true,
        };
        let Some(places) = self.places.as_ref().filter(|_| is_change) else { return false };
        let mut paths: Vec<PathBuf> = event.paths.iter().filter_map(|path| self.in_project_terms(path)).collect();
        // A file that is moved to where nobody looks may be about to be written anew.
        let is_whole = is_whole(event.kind) && paths.iter().all(|path| places.concern(path));
        paths.retain(|path| places.concern(path));
        for path in &paths {
            if event.kind == EventKind::Create(CreateKind::Folder) {
                save.folders.insert(path.clone());
            }
            if is_whole {
                save.open.remove(path);
            } else {
                save.open.insert(path.clone());
            }
        }
        let is_about_the_site = !paths.is_empty();
        save.paths.extend(paths);
        is_about_the_site
    }

    /// A path as the system tells it, as the project calls it.
    fn in_project_terms(&self, path: &Path) -> Option<PathBuf> {
        self.watched.keys().rev().find_map(|folder| {
            let inner = path.strip_prefix(absolute(folder)).ok();
            // Some systems tell the place that links lead to.
            let inner = inner.or_else(|| path.strip_prefix(absolute(folder).canonicalize().ok()?).ok())?;
            Some(if inner.as_os_str().is_empty() { folder.clone() } else { folder.join(inner) })
        })
    }

    fn end(&mut self, save: Save) -> Changes {
        // A folder that has come or gone takes its watch with it.
        let stale: Vec<PathBuf> = self
            .watched
            .keys()
            .filter(|folder| save.paths.iter().any(|path| folder.starts_with(path)))
            .cloned()
            .collect();
        for folder in stale {
            self.forget(&folder);
        }
        if let Some(places) = self.places.clone() {
            self.watch(&places);
        }
        let moved = save.paths.iter().filter(|path| path.is_dir()).cloned();
        let folders: BTreeSet<PathBuf> = save.folders.into_iter().chain(moved).collect();
        if !folders.is_empty() && !self.polls() {
            let again = self.again.take().map(|(_, known)| known).unwrap_or_default();
            self.again = Some((Instant::now() + SECOND_LOOK, again.into_iter().chain(folders).collect()));
        }
        if save.is_everything { Changes::Everything } else { Changes::Paths(save.paths) }
    }

    fn forget(&mut self, folder: &Path) {
        self.watched.remove(folder);
        if let Eyes::System(system) = &mut self.eyes {
            // It may be gone already.
            let _ = system.unwatch(&absolute(folder));
        }
    }

    fn poll(&mut self) {
        if self.polls() {
            return;
        }
        say_that_it_polls();
        let poll = Poll::start(self.outbox.clone());
        if let Some(places) = &self.places {
            poll.look_at(places);
        }
        self.eyes = Eyes::Poll(poll);
        self.watched.clear();
    }
}

/// Whether a file is whole after this: closed by who wrote it, or moved here.
fn is_whole(kind: EventKind) -> bool {
    matches!(
        kind,
        EventKind::Modify(ModifyKind::Name(RenameMode::To | RenameMode::Both))
            | EventKind::Access(AccessKind::Close(AccessMode::Write))
    )
}

fn say_that_it_polls() {
    report::to_stderr("file events do not work here; looking for changes again and again instead\n");
}

/// What is known of a save so far.
#[derive(Default)]
struct Save {
    paths: BTreeSet<PathBuf>,
    /// Those that may not have been written to their end.
    open: BTreeSet<PathBuf>,
    /// Those that have been made as folders.
    folders: BTreeSet<PathBuf>,
    is_everything: bool,
}

impl Save {
    fn is_nothing(&self) -> bool {
        self.paths.is_empty() && !self.is_everything
    }

    /// How long nothing happens when it is over.
    fn quiet(&self) -> Duration {
        match self.paths.len() {
            0..=FEW if self.open.is_empty() => QUIET_WHEN_CLOSED,
            0..=FEW => QUIET,
            _ => QUIET_IN_A_RUSH,
        }
    }
}

fn system(outbox: Sender<Signal>) -> Option<Eyes> {
    let config = notify::Config::default().with_follow_symlinks(false);
    let tell = move |event| {
        let _ = outbox.send(Signal::Event(event));
    };
    RecommendedWatcher::new(tell, config).ok().map(Eyes::System)
}

/// The folders to watch. Of one that does not exist, the nearest above that does, where it will come.
fn wanted(places: &Places) -> BTreeMap<PathBuf, RecursiveMode> {
    let mut wanted = BTreeMap::new();
    for place in places.sources() {
        if place.is_dir() {
            wanted.insert(place, RecursiveMode::Recursive);
        }
    }
    for place in places.sources().iter().chain([&places.config]) {
        let above = place.ancestors().skip(1).find(|folder| absolute(folder).is_dir());
        if let Some(above) = above {
            wanted.entry(above.to_owned()).or_insert(RecursiveMode::NonRecursive);
        }
    }
    wanted
}

fn absolute(path: &Path) -> PathBuf {
    let path = if path.as_os_str().is_empty() { Path::new(".") } else { path };
    std::path::absolute(path).unwrap_or_else(|_| path.to_owned())
}

fn is_empty(path: &Path) -> bool {
    std::fs::symlink_metadata(path).is_ok_and(|metadata| metadata.is_file() && metadata.len() == 0)
}
