//! One source file becomes a draft: its front matter as data, its Markdown as HTML and as an outline to read facts from.
//!
//! Pure, and a function of this one file alone, so that it can run on all cores and be memoised by content. Never fails:
//! what can't be read is kept as text and becomes a diagnostic. What the facts are is not decided here.

mod block;
mod dialect;
mod front_matter;
mod markdown;
mod sections;

pub use self::block::{Block, BlockKind};
pub use self::front_matter::{Fault, Fenced, Format, FrontMatter, locate, split_and_parse};
pub use self::markdown::{Heading, Highlighter, plain_text};

use std::sync::Arc;

use crate::config::RawHtml;
use crate::data::Entry;
use crate::diagnostic::Diagnostic;
use crate::source::{Location, SourceFile, compose};

/// What one file says, before anybody asks what it means.
#[derive(Debug, Clone, Default)]
pub struct Draft {
    /// The file's identity: its path below the seeds folder.
    pub path: Arc<str>,
    /// The path as the user would type it.
    pub shown: Arc<str>,
    /// Keys and values above the text.
    pub front_matter: FrontMatter,
    /// The heading that opens the text, where it is of the first level: most often the title. Not part of `html`.
    pub lead_heading: Option<Heading>,
    /// The text as HTML. Each address that only the whole site can resolve is written as `"\u{E000}N"`, N being an index
    /// into `references`.
    pub html: String,
    /// The text as blocks of plain text, in order, the lead heading included.
    pub outline: Vec<Block>,
    /// All links with an address, in order.
    pub links: Vec<Link>,
    /// Addresses of files beside this one that the text links to or shows.
    pub references: Vec<Reference>,
    /// Pictures that stood in the text as data.
    pub embedded: Vec<Embedded>,
}

/// A link of the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// What the reader sees.
    pub text: String,
    /// Where it leads, as written.
    pub url: String,
    /// Its line in the file, from 1.
    pub line: u32,
}

/// An address relative to the file, which only the whole site can resolve.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reference {
    /// As written, percent-decoded, without fragment and query.
    pub target: String,
    /// `#fragment` or `?query`, kept for the result; may be empty.
    pub suffix: String,
    /// Where it stands.
    pub location: Location,
}

/// A picture that stood in the text as a `data:` address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Embedded {
    /// Ending of the file to write, without the dot.
    pub extension: &'static str,
    /// The picture.
    pub bytes: Arc<[u8]>,
}

/// What reading a file depends on beside the file.
#[derive(Debug, Clone, Copy)]
pub struct Options<'a> {
    /// What to do with HTML in postings.
    pub raw_html: RawHtml,
    /// Colours code, and remembers what it has coloured; the same for all files.
    pub highlighter: &'a Highlighter,
}

impl Draft {
    /// Whether there is nothing in the file: neither text nor front matter.
    pub fn is_empty(&self) -> bool {
        self.html.trim().is_empty() && self.outline.is_empty() && self.front_matter.entries.is_empty()
    }

    /// Writes each letter of what is read for facts as one character; the page keeps what was written.
    fn compose(&mut self) {
        let headings = self.lead_heading.iter_mut().map(|heading| &mut heading.text);
        let blocks = self.outline.iter_mut().map(|block| &mut block.text);
        let links = self.links.iter_mut().map(|link| &mut link.text);
        headings.chain(blocks).chain(links).for_each(compose);
        self.front_matter.entries.iter_mut().for_each(Entry::compose);
    }
}

/// Reads one file.
pub fn extract(source: &SourceFile, options: &Options<'_>) -> (Draft, Vec<Diagnostic>) {
    let mut diagnostics = Vec::new();
    let (front_matter, body) = front_matter::split_and_parse(source, &mut diagnostics);
    let combined = sections::combine(source, &front_matter, &body);
    let (text, body) = combined.as_ref().map_or((source, body), |c| (&c.source, c.body.clone()));
    let rewritten = dialect::rewrite(text, body, &mut diagnostics);
    let document = markdown::convert(text, &rewritten, options, &mut diagnostics);
    let mut draft = Draft {
        path: source.path.clone(),
        shown: source.shown.clone(),
        front_matter,
        lead_heading: document.lead_heading,
        html: document.html,
        outline: document.outline,
        links: document.links,
        references: document.references,
        embedded: document.embedded,
    };
    if let Some(combined) = combined {
        combined.trace_back(source, &mut draft, &mut diagnostics);
    }
    draft.compose();
    (draft, diagnostics)
}
