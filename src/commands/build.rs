//! `careers build`: folders → site → output, with a report.

use std::io::IsTerminal as _;
use std::path::Path;
use std::sync::{Arc, OnceLock};
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::cli::BuildArgs;
use crate::discover::slashed;
use crate::pipeline::{self, Delivery, Snapshot};
use crate::report::{Format, Reporter, Summary, Verbosity};
use crate::serve::{Change, Following};
use crate::write::Guard;

/// A build that is over sooner needs no progress bar (O11).
const PATIENCE: Duration = Duration::from_secs(1);

/// Runs the command; whether the site has no errors.
pub(super) fn run(root: &Path, args: &BuildArgs) -> anyhow::Result<bool> {
    let start = Instant::now();
    let reporter = super::reporter(&args.report);
    let mut project = super::project(root, &args.site)?;
    project.output.clone_from(&args.output);
    if !args.watch {
        return Ok(build(root, args, reporter, start, pipeline::prepare(&project)));
    }
    let today = super::days(args.site.date, project.selection.today);
    let following = Following { project, today: &today, watcher: super::watcher(false)?, turn: Arc::default() };
    following.run(|Change { since, snapshot, .. }| _ = build(root, args, reporter, since, snapshot));
    Ok(true)
}

/// Writes one site; whether it has no errors.
fn build(root: &Path, args: &BuildArgs, reporter: Reporter, start: Instant, snapshot: Snapshot) -> bool {
    reporter.detail(&format!("read {} postings in {} ms", snapshot.site.postings.len(), start.elapsed().as_millis()));

    let home = std::env::home_dir();
    let sources = snapshot.places.sources();
    let guard = Guard { root, home: home.as_deref(), sources: &sources, adopt: args.adopt_output };
    let (postings, output) = (snapshot.site.postings.len(), slashed(&snapshot.places.output));
    let next = snapshot.site.upcoming();
    let delivery = Delivery { host: super::host(args.host), precompress: args.precompress, strict: args.strict };
    let progress = Progress::new(start, reporter);
    let published = pipeline::publish(snapshot, delivery, &guard, &|pages| progress.tick(pages));
    progress.end();

    let summary = published.written.map(|written| Summary {
        postings,
        pages: published.pages,
        written: written.written,
        unchanged: written.unchanged,
        removed: written.removed,
        milliseconds: start.elapsed().as_millis(),
        output,
        next,
    });
    reporter.diagnostics(&published.diagnostics);
    reporter.summary(summary.as_ref(), &published.diagnostics);
    summary.is_some()
}

/// A bar that appears only when there is somebody to see it and something to wait for.
struct Progress {
    start: Instant,
    wanted: bool,
    done: std::sync::atomic::AtomicU64,
    bar: OnceLock<ProgressBar>,
}

impl Progress {
    fn new(start: Instant, reporter: Reporter) -> Self {
        let wanted = reporter.format == Format::Human
            && reporter.verbosity > Verbosity::Quiet
            && std::io::stderr().is_terminal();
        Self { start, wanted, done: 0.into(), bar: OnceLock::new() }
    }

    /// One more page is done, of so many.
    fn tick(&self, pages: usize) {
        let done = self.done.fetch_add(1, std::sync::atomic::Ordering::Relaxed) + 1;
        // The clock is asked now and then only: pages take microseconds.
        if !self.wanted || !done.is_multiple_of(256) || self.start.elapsed() < PATIENCE {
            return;
        }
        let bar = self.bar.get_or_init(|| {
            let style = ProgressStyle::with_template("{bar:40} {pos}/{len} pages");
            ProgressBar::with_draw_target(Some(pages as u64), ProgressDrawTarget::stderr())
                .with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()))
        });
        bar.set_position(done);
    }

    fn end(&self) {
        if let Some(bar) = self.bar.get() {
            bar.finish_and_clear();
        }
    }
}
