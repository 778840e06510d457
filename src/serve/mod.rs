//! A live preview: a project's site over HTTP, right the moment a file is saved.
//!
//! In go a [`Project`] and a listener, out come answers until the [`Watcher`] ends. A site is put together off stage and
//! swapped whole ([`stage`]); pages are rendered when they are asked for, by what a build renders them with; browsers hear
//! of a change by one stream of events. Nothing is written anywhere. When a change has been shown, all pages are rehearsed
//! in the background for what may be wrong with those that nobody looks at.

#![expect(clippy::disallowed_methods, reason = "watches folders, asks the clock and talks to browsers")]

mod answer;
mod http;
mod mounts;
mod poll;
mod problems;
mod stage;
mod watch;

pub use self::watch::{Stop, Watcher};

use std::net::TcpListener;
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant, SystemTime};

use jiff::civil::Date;

use self::answer::Desk;
use self::stage::Stage;
use crate::diagnostic::{Diagnostic, has_errors};
use crate::discover::slashed;
use crate::pipeline::{self, Changes, Memo, Project, Snapshot};
use crate::render::Renderer;
use crate::report::{self, Reporter};

/// How long a site is shown before all its pages are rehearsed: browsers' requests come first, and so does the next save.
const PAUSE: Duration = Duration::from_secs(1);

/// Nobody waits for ever, only again.
const A_WHILE: Duration = Duration::from_secs(3600);

/// A project that is read again and again.
pub struct Following<'a> {
    /// What is read.
    pub project: Project,
    /// The day it is read for, asked each time: it may be another by then.
    pub today: &'a dyn Fn() -> Date,
    /// Says when.
    pub watcher: Watcher,
    /// Held from a change until it has been taken: work that can wait takes it for a step at a time.
    pub turn: Arc<Mutex<()>>,
}

/// A project as it is after a change.
pub struct Change {
    /// What has changed, in a few words.
    pub what: String,
    /// When it was heard of.
    pub since: Instant,
    /// All of it.
    pub snapshot: Snapshot,
}

impl Following<'_> {
    /// Reads the project, and again after each save that makes a difference, until the watcher ends.
    pub fn run(mut self, mut take: impl FnMut(Change)) {
        let (mut memo, mut changes) = (Memo::default(), Changes::Everything);
        let mut what = String::new();
        loop {
            let since = Instant::now();
            let turn = self.turn.lock().unwrap_or_else(PoisonError::into_inner);
            let today = (self.today)();
            let is_another_day = std::mem::replace(&mut self.project.selection.today, today) != today;
            let mut differs = on_all_cores(|| memo.read(&self.project, &changes)) || is_another_day;
            // What is watched only from now on may have changed since it was read.
            while self.watcher.watch(memo.places()) {
                differs |= memo.read(&self.project, &Changes::Everything);
            }
            if differs {
                let snapshot = on_all_cores(|| memo.assemble(self.project.selection));
                take(Change { what: std::mem::take(&mut what), since, snapshot });
            }
            drop(turn);
            match self.watcher.wait() {
                Some(found) => changes = found,
                None => return,
            }
            what = in_words(&changes);
        }
    }
}

/// Shows a project's site to whom `listener` hears, until its watcher ends. `hosts` are names that the server may be called
/// by, beside addresses and `localhost`. `ready` is called when the first site is shown, with the number of its postings
/// and the path of its base URL.
pub fn run(
    following: Following<'_>,
    listener: TcpListener,
    hosts: Vec<String>,
    reporter: Reporter,
    ready: impl Fn(usize, &str),
) {
    let mut stage: Option<Arc<Stage>> = None;
    let mut told: Arc<[Diagnostic]> = [].into();
    let mut entrance = Some((listener, hosts));
    let turn = following.turn.clone();
    following.run(|Change { what, since, snapshot }| {
        let site = on_all_cores(|| snapshot.renderer());
        let diagnostics: Arc<[Diagnostic]> = snapshot.diagnostics.into();
        if let Some(stage) = &stage {
            stage.show(site, diagnostics.clone());
            reporter.news(&told, &diagnostics, &line(&what, since.elapsed(), &diagnostics));
        } else if let Some((listener, hosts)) = entrance.take() {
            let opened = Arc::new(Stage::new(run_number(), site, diagnostics.clone()));
            open(&opened, listener, hosts, reporter, turn.clone());
            stage = Some(opened);
            reporter.diagnostics(&diagnostics);
            ready(snapshot.site.postings.len(), snapshot.site.config.base_path());
        }
        told = diagnostics;
    });
}

/// Starts what goes on beside the watching, for as long as the program runs.
fn open(stage: &Arc<Stage>, listener: TcpListener, hosts: Vec<String>, reporter: Reporter, turn: Arc<Mutex<()>>) {
    let desk = Desk { stage: stage.clone(), hosts, reporter };
    thread::spawn(move || http::serve(&listener, move |request| desk.answer(request)));
    let stage = stage.clone();
    thread::spawn(move || rehearse(&stage, reporter, &turn));
}

/// Renders all pages of each site that stays for a while, and rests while another one is made.
fn rehearse(stage: &Arc<Stage>, reporter: Reporter, turn: &Mutex<()>) {
    let mut scene = stage.now();
    let mut done: Option<Arc<Renderer>> = None;
    loop {
        let later = stage.after(scene.number, PAUSE);
        if later.number == scene.number && done.as_ref().is_none_or(|done| !Arc::ptr_eq(done, &scene.shown)) {
            let is_over = || {
                drop(turn.lock());
                !Arc::ptr_eq(&stage.now().shown, &scene.shown)
            };
            match Some(&scene.shown)
                .filter(|site| site.theme().is_sound())
                .map(|site| pipeline::rehearse(site, &is_over))
            {
                Some(Some(errors)) if errors.is_empty() => stage.is_good(&scene.shown),
                Some(Some(errors)) => reporter.diagnostics(&stage.failed(&scene.shown, errors)),
                // Something newer is shown, or nothing can be rendered.
                Some(None) | None => {}
            }
            done = Some(scene.shown.clone());
        }
        scene = if later.number == scene.number { stage.after(scene.number, A_WHILE) } else { later };
    }
}

/// Does some work on the threads that share it, so that it does not have to change threads from part to part.
fn on_all_cores<T: Send>(work: impl FnOnce() -> T + Send) -> T {
    rayon::scope(|_| work())
}

/// `seeds/a.md`, `seeds/a.md and 3 more`, `everything`.
fn in_words(changes: &Changes) -> String {
    let Changes::Paths(paths) = changes else { return "everything".into() };
    let first = paths.first().map(|path| slashed(path)).filter(|path| !path.is_empty()).unwrap_or_else(|| ".".into());
    if paths.len() > 1 { format!("{first} and {} more", paths.len() - 1) } else { first }
}

fn line(what: &str, took: Duration, diagnostics: &[Diagnostic]) -> String {
    let (errors, warnings) = report::counts(diagnostics);
    let mut line = format!("{what}: {} ms", took.as_millis());
    for (count, noun) in [(errors, "error"), (warnings, "warning")] {
        if count > 0 {
            line.push_str(", ");
            line.push_str(&report::plural(count, noun));
        }
    }
    if has_errors(diagnostics) {
        line.push_str("; the last good site stays");
    }
    line.push('\n');
    line
}

/// Later runs have greater numbers.
fn run_number() -> u128 {
    SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).map_or(0, |since| since.as_millis())
}
