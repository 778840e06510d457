//! Markdown to HTML and to an outline, in one pass.

use super::dialect::Rewritten;
use super::{Block, Embedded, Link, Reference};
use crate::diagnostic::Diagnostic;
use crate::source::SourceFile;

/// What to do with HTML in postings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum RawHtml {
    /// Keep a safe subset and say what was dropped.
    #[default]
    Sanitize,
    /// Keep all of it.
    Allow,
}

/// A heading, with the HTML to show it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    /// Its plain text.
    pub text: String,
    /// Its line in the file, from 1.
    pub line: u32,
    /// Its HTML as a second-level heading, to be put before the text where it did not become the title.
    pub html: String,
}

pub(super) struct Document {
    pub lead_heading: Option<Heading>,
    pub html: String,
    pub outline: Vec<Block>,
    pub links: Vec<Link>,
    pub references: Vec<Reference>,
    pub embedded: Vec<Embedded>,
}

pub(super) fn convert(
    _source: &SourceFile,
    rewritten: &Rewritten<'_>,
    _raw_html: RawHtml,
    _diagnostics: &mut Vec<Diagnostic>,
) -> Document {
    let mut html = String::new();
    let parser = pulldown_cmark::Parser::new(&rewritten.text[rewritten.body.clone()]);
    for event in parser {
        if let pulldown_cmark::Event::Text(text) = event {
            html.push_str(&text);
        }
    }
    Document {
        lead_heading: None,
        html,
        outline: Vec::new(),
        links: Vec::new(),
        references: Vec::new(),
        embedded: Vec::new(),
    }
}
