//! Front matter: the keys and values above a posting's text.

use crate::data::Entry;
use crate::diagnostic::Diagnostic;
use crate::source::{SourceFile, Span};

/// The keys and values above the text.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct FrontMatter {
    /// The entries, in the order they are written, with the keys as written.
    pub entries: Vec<Entry>,
    /// Whether some of it could not be read as it stands, and was salvaged key by key.
    pub salvaged: bool,
}

/// Splits the file into front matter and text; returns the span of the text.
pub fn split_and_parse(source: &SourceFile, _diagnostics: &mut Vec<Diagnostic>) -> (FrontMatter, Span) {
    (FrontMatter::default(), 0..source.text.len())
}
