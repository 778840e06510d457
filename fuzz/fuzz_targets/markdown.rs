//! Any bytes as a posting: what comes out points into the text.
//!
//! `cargo +nightly fuzz run markdown`

#![no_main]

use careers::config::RawHtml;
use careers::extract::{Highlighter, Options, extract};
use careers::source::SourceFile;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let (source, _) = SourceFile::decode("a.md".into(), "a.md".into(), bytes.to_vec());
    let options = Options { raw_html: RawHtml::Sanitize, highlighter: &Highlighter::default() };
    let (draft, diagnostics) = extract(&source, &options);
    let last_line = source.line(source.text.len());
    for block in &draft.outline {
        assert!((1..=last_line).contains(&block.line));
    }
    for link in &draft.links {
        assert!((1..=last_line).contains(&link.line));
    }
    for reference in &draft.references {
        assert!(source.text.get(reference.location.span.clone()).is_some());
        assert!((1..=last_line).contains(&reference.location.line));
    }
    for diagnostic in &diagnostics {
        let location = diagnostic.location.as_ref().expect("a place");
        assert!(source.text.get(location.span.clone()).is_some());
    }
});
