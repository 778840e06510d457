//! Any bytes as a file: front matter and text lie side by side, and every span is a piece of the text.
//!
//! `cargo +nightly fuzz run front_matter`

#![no_main]

use careers::data::{Node, Value};
use careers::extract::split_and_parse;
use careers::source::SourceFile;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let (source, _) = SourceFile::decode("a.md".into(), "a.md".into(), bytes.to_vec());
    let mut diagnostics = Vec::new();
    let (front_matter, body) = split_and_parse(&source, &mut diagnostics);
    assert_eq!(body.end, source.text.len());
    assert!(source.text.get(body.clone()).is_some());
    for entry in &front_matter.entries {
        assert!(source.text.get(entry.key_span.clone()).is_some() && entry.key_span.end <= body.start);
        check(&source, &entry.value, body.start);
    }
    for diagnostic in &diagnostics {
        let location = diagnostic.location.as_ref().expect("a place");
        assert!(source.text.get(location.span.clone()).is_some());
    }
});

fn check(source: &SourceFile, node: &Node, end: usize) {
    assert!(source.text.get(node.span.clone()).is_some() && node.span.end <= end);
    match &node.value {
        Value::Null | Value::Scalar(_) => {}
        Value::List(items) => items.iter().for_each(|item| check(source, item, end)),
        Value::Map(entries) => entries.iter().for_each(|entry| check(source, &entry.value, end)),
    }
}
