//! How long a build's steps take: `cargo bench`.

#![expect(clippy::disallowed_methods, reason = "a benchmark makes its own files")]

#[path = "support/postings.rs"]
mod postings;

use std::path::Path;

use careers::source::SourceFile;

fn main() {
    divan::main();
}

/// Postings are read from the disk and decoded.
#[divan::bench(args = [100, 1_000, 10_000], sample_count = 10)]
fn read(bencher: divan::Bencher, count: usize) {
    let folder = tempfile::tempdir().expect("a temporary folder");
    postings::generate(count, folder.path()).expect("postings");
    bencher.counter(divan::counter::ItemsCount::new(count)).bench_local(|| read_all(folder.path()));
}

fn read_all(folder: &Path) -> usize {
    let entries = std::fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path());
    let lengths = entries.map(|path| {
        let shown = path.to_string_lossy().into();
        let bytes = std::fs::read(&path).expect("a posting");
        SourceFile::decode(shown, path.to_string_lossy().into(), bytes).0.text.len()
    });
    lengths.sum()
}
