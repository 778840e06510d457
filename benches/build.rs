//! How long builds and their steps take: `cargo bench`. What is measured, and how to compare: benches/README.md.

#![expect(clippy::disallowed_methods, reason = "a benchmark makes its own files")]

#[path = "support/postings.rs"]
mod postings;

use std::path::{Path, PathBuf};

use careers::config::RawHtml;
use careers::extract::{Draft, Highlighter, Options, extract};
use careers::infer::{Defaults, infer};
use careers::model::{Route, Selection};
use careers::pipeline::{Project, Snapshot, prepare, publish};
use careers::render::Renderer;
use careers::source::SourceFile;
use careers::write::Guard;
use divan::counter::ItemsCount;
use tempfile::TempDir;

fn main() {
    divan::main();
}

/// Whole sites, from the folder of postings to the last file written.
mod build {
    use super::{ItemsCount, Site, empty_folder, sizes};

    /// Into an empty folder.
    #[divan::bench(args = sizes(), sample_count = 5)]
    fn cold(bencher: divan::Bencher, count: usize) {
        let site = Site::new(count);
        bencher.counter(ItemsCount::new(count)).with_inputs(empty_folder).bench_values(|output| {
            site.build(output.path());
            output
        });
    }

    /// Into the folder of a build of the same postings, where nothing is to be written.
    #[divan::bench(args = sizes(), sample_count = 5)]
    fn unchanged(bencher: divan::Bencher, count: usize) {
        let site = Site::new(count);
        let output = empty_folder();
        site.build(output.path());
        bencher.counter(ItemsCount::new(count)).bench(|| site.build(output.path()));
    }

    /// As far as the site is known: read, extracted, inferred, ordered.
    #[divan::bench(args = sizes(), sample_count = 5)]
    fn until_rendering(bencher: divan::Bencher, count: usize) {
        let site = Site::new(count);
        bencher.counter(ItemsCount::new(count)).bench(|| site.prepare(site.folder.path()));
    }
}

/// What happens to one posting, or one page, on one core.
mod step {
    use super::{Defaults, Highlighter, Renderer, Route, Site, draft, infer, source};

    #[divan::bench]
    fn extract_a_posting(bencher: divan::Bencher) {
        let (source, highlighter) = (source(1), Highlighter::default());
        bencher.bench(|| draft(&source, &highlighter));
    }

    /// With code, whose colours are remembered, as all but the first of a site are.
    #[divan::bench]
    fn extract_a_posting_with_code(bencher: divan::Bencher) {
        let (source, highlighter) = (source(3), Highlighter::default());
        draft(&source, &highlighter);
        bencher.bench(|| draft(&source, &highlighter));
    }

    #[divan::bench]
    fn infer_a_posting(bencher: divan::Bencher) {
        let source = source(1);
        let draft = draft(&source, &Highlighter::default());
        // What is constant is parsed when it is first needed.
        infer(&draft, &source, &Defaults::default(), &mut Vec::new());
        bencher.bench(|| infer(&draft, &source, &Defaults::default(), &mut Vec::new()));
    }

    #[divan::bench]
    fn render_a_posting(bencher: divan::Bencher) {
        render(bencher, Route::Posting(0));
    }

    /// Fifty cards, which are rendered already.
    #[divan::bench]
    fn render_a_list(bencher: divan::Bencher) {
        render(bencher, Route::Home { page: 1 });
    }

    fn render(bencher: divan::Bencher, route: Route) {
        let site = Site::new(100);
        let snapshot = site.prepare(site.folder.path());
        let renderer = Renderer::new(snapshot.site.clone(), snapshot.theme.clone());
        bencher.bench(|| renderer.page(route).expect("a page"));
    }
}

/// Small where nobody measures: `cargo test` runs every benchmark once, to see that it works.
fn sizes() -> &'static [usize] {
    let measuring = std::env::args().any(|argument| argument == "--bench");
    if measuring { &[10, 1_000, 10_000] } else { &[10] }
}

/// A project whose postings are made up.
struct Site {
    folder: TempDir,
}

impl Site {
    fn new(count: usize) -> Self {
        let folder = empty_folder();
        let seeds = folder.path().join("seeds");
        std::fs::create_dir(&seeds).expect("seeds");
        postings::generate(count, &seeds).expect("postings");
        Self { folder }
    }

    fn prepare(&self, output: &Path) -> Snapshot {
        let root: PathBuf = self.folder.path().into();
        let selection = Selection { today: jiff::civil::date(2026, 12, 31), drafts: false, future: false };
        let output = Some(output.to_owned());
        prepare(&Project { root, seeds: Vec::new(), output, base_url: None, theme: None, selection })
    }

    fn build(&self, output: &Path) -> usize {
        let snapshot = self.prepare(output);
        let guard = Guard { root: self.folder.path(), home: None, sources: &[], adopt: false };
        let published = publish(snapshot, &guard, &|_| ());
        assert!(published.written.is_some(), "{:?}", published.diagnostics.first());
        published.pages
    }
}

fn empty_folder() -> TempDir {
    tempfile::tempdir().expect("a temporary folder")
}

fn source(index: usize) -> SourceFile {
    let (name, text) = postings::posting(index);
    SourceFile::decode(name.as_str().into(), name.as_str().into(), text.into_bytes()).0
}

fn draft(source: &SourceFile, highlighter: &Highlighter) -> Draft {
    extract(source, &Options { raw_html: RawHtml::Sanitize, highlighter }).0
}
