//! Looks at all files of a project again and again, where the system does not tell of changes (S7).
//!
//! Compared are length, time and identity of files, never their contents.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::mpsc::Sender;
use std::sync::{Arc, Mutex, PoisonError, Weak};
use std::thread;
use std::time::{Duration, Instant, SystemTime};

use walkdir::WalkDir;

use super::watch::Signal;
use crate::discover::Places;

/// Between two looks.
const INTERVAL: Duration = Duration::from_millis(300);
/// A look takes at most one in so many parts of the time, so that a large project does not keep a core busy.
const SHARE: u32 = 100;

/// A thread that looks for as long as this is kept.
pub(super) struct Poll {
    places: Arc<Mutex<Option<Places>>>,
}

#[derive(Debug, PartialEq, Eq)]
struct Stamp {
    length: u64,
    modified: Option<SystemTime>,
    identity: u64,
}

impl Poll {
    pub(super) fn start(outbox: Sender<Signal>) -> Self {
        let places = Arc::default();
        let shared = Arc::downgrade(&places);
        // Where there are no more threads, nothing is noticed, and nothing else works either.
        let _ = thread::Builder::new().name("poll".into()).spawn(move || look(&shared, &outbox));
        Self { places }
    }

    pub(super) fn look_at(&self, places: &Places) {
        *self.places.lock().unwrap_or_else(PoisonError::into_inner) = Some(places.clone());
    }
}

fn look(places: &Weak<Mutex<Option<Places>>>, outbox: &Sender<Signal>) {
    let mut known: Option<(Places, BTreeMap<PathBuf, Stamp>)> = None;
    while let Some(shared) = places.upgrade() {
        let now = shared.lock().unwrap_or_else(PoisonError::into_inner).clone();
        drop(shared);
        let start = Instant::now();
        if let Some(now) = now {
            let stamps = stamps(&now);
            let before = known.take();
            let changed = match &before {
                Some((places, before)) if *places == now => differing(before, &stamps),
                // It has been read already, but before anybody looked.
                _ => stamps.keys().cloned().collect(),
            };
            known = Some((now, stamps));
            if !changed.is_empty() && outbox.send(Signal::Found(changed)).is_err() {
                return;
            }
        }
        thread::sleep(INTERVAL.max(start.elapsed() * SHARE));
    }
}

fn differing(before: &BTreeMap<PathBuf, Stamp>, now: &BTreeMap<PathBuf, Stamp>) -> BTreeSet<PathBuf> {
    let changed = now.iter().filter(|(path, stamp)| before.get(*path) != Some(*stamp));
    let gone = before.keys().filter(|path| !now.contains_key(*path));
    changed.map(|(path, _)| path).chain(gone).cloned().collect()
}

fn stamps(places: &Places) -> BTreeMap<PathBuf, Stamp> {
    let mut stamps = BTreeMap::new();
    for place in places.sources().iter().chain([&places.config]) {
        let walk = WalkDir::new(place).into_iter().filter_entry(|entry| places.concern(entry.path()));
        for entry in walk.flatten().filter(|entry| !entry.file_type().is_dir()) {
            if let Some(stamp) = stamp(entry.path()) {
                stamps.insert(entry.into_path(), stamp);
            }
        }
    }
    stamps
}

fn stamp(path: &Path) -> Option<Stamp> {
    let metadata = std::fs::symlink_metadata(path).ok()?;
    #[cfg(unix)]
    let identity = std::os::unix::fs::MetadataExt::ino(&metadata);
    #[cfg(not(unix))]
    let identity = 0;
    Some(Stamp { length: metadata.len(), modified: metadata.modified().ok(), identity })
}
