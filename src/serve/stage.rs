//! What is shown at the moment, swapped whole, and how those who look at it learn of a change.
//!
//! A reader takes what is there ([`Stage::now`]) and keeps it for as long as it needs; nothing that has been taken ever
//! changes. Each change has a number, so that nobody who was looking away misses one.

use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use crate::diagnostic::{self, Diagnostic, has_errors};
use crate::render::Renderer;

/// What is shown, and what there is to say about it.
#[derive(Clone)]
pub(super) struct Scene {
    /// Counts changes.
    pub number: u64,
    /// The newest site that has no error; before there is one, the newest.
    pub shown: Arc<Renderer>,
    /// Whether that has no error.
    is_sound: bool,
    /// Whether that is the newest.
    is_newest: bool,
    /// Whether a page of that could not be rendered.
    has_failed: bool,
    /// The newest site before that of which no page is known to have failed.
    last: Option<Arc<Renderer>>,
    /// The newest site of which every page could be rendered.
    good: Option<Arc<Renderer>>,
    /// Everything there is to say about the newest site, in order.
    pub diagnostics: Arc<[Diagnostic]>,
}

impl Scene {
    /// Earlier sites, for a page that can't be rendered any more.
    pub(super) fn earlier(&self) -> impl Iterator<Item = &Arc<Renderer>> {
        self.last.iter().chain(&self.good)
    }
}

/// The one place that knows what is shown.
pub(super) struct Stage {
    /// Tells this run of the program from others, for pages that outlive it.
    run: u128,
    scene: Mutex<Scene>,
    changed: Condvar,
}

impl Stage {
    /// Opens with a site, errors or not: there is nothing better to show.
    pub(super) fn new(run: u128, first: Renderer, diagnostics: Arc<[Diagnostic]>) -> Self {
        let scene = Scene {
            number: 0,
            shown: first.into(),
            is_sound: !has_errors(&diagnostics),
            is_newest: true,
            has_failed: false,
            last: None,
            good: None,
            diagnostics,
        };
        Self { run, scene: Mutex::new(scene), changed: Condvar::new() }
    }

    /// What is shown now.
    pub(super) fn now(&self) -> Scene {
        self.lock().clone()
    }

    /// The name of a change, which no other run of the program gives.
    pub(super) fn name(&self, number: u64) -> String {
        format!("{}-{number}", self.run)
    }

    /// Shows another site, unless it has errors: then the one before stays, with the errors told.
    pub(super) fn show(&self, site: Renderer, diagnostics: Arc<[Diagnostic]>) {
        let mut scene = self.lock();
        let old = scene.clone();
        let is_sound = !has_errors(&diagnostics);
        scene.is_newest = is_sound || !scene.is_sound;
        if scene.is_newest {
            let before = std::mem::replace(&mut scene.shown, site.into());
            if scene.is_sound && !scene.has_failed {
                scene.last = Some(before);
            }
            (scene.is_sound, scene.has_failed) = (is_sound, false);
        }
        scene.diagnostics = diagnostics;
        scene.number += 1;
        drop(scene);
        self.changed.notify_all();
        // The old site is taken apart when everybody has been told.
        drop(old);
    }

    /// All pages of a site could be rendered.
    pub(super) fn is_good(&self, site: &Arc<Renderer>) {
        let mut scene = self.lock();
        if Arc::ptr_eq(&scene.shown, site) && scene.is_sound {
            scene.good = Some(site.clone());
        }
    }

    /// Adds what went wrong when pages of a site were rendered. Returns what of it is new.
    pub(super) fn failed(&self, site: &Arc<Renderer>, errors: Vec<Diagnostic>) -> Vec<Diagnostic> {
        let mut scene = self.lock();
        scene.has_failed |= Arc::ptr_eq(&scene.shown, site) && !errors.is_empty();
        let is_news = |error: &Diagnostic| !scene.diagnostics.contains(error);
        let news: Vec<Diagnostic> = errors.into_iter().filter(is_news).collect();
        if news.is_empty() || !scene.is_newest || !Arc::ptr_eq(&scene.shown, site) {
            return Vec::new();
        }
        let mut diagnostics = [&scene.diagnostics, &*news].concat();
        diagnostics.sort_by(diagnostic::order);
        scene.diagnostics = diagnostics.into();
        scene.number += 1;
        drop(scene);
        self.changed.notify_all();
        news
    }

    /// Waits until there is a change after `number`, but not longer than that; what is shown then.
    pub(super) fn after(&self, number: u64, patience: Duration) -> Scene {
        let waits = |scene: &mut Scene| scene.number == number;
        let waited = self.changed.wait_timeout_while(self.lock(), patience, waits);
        waited.unwrap_or_else(PoisonError::into_inner).0.clone()
    }

    fn lock(&self) -> MutexGuard<'_, Scene> {
        self.scene.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
