//! What other tools put into Markdown, made into what ours understands.
//!
//! In goes the text of a posting, out comes text of the same length in bytes with the same line breaks, so that every
//! offset keeps its meaning: a construct is blanked out, or replaced by a placeholder that `markdown` turns into HTML.
//! HTML and GitHub's extensions are not touched here, nor is anything inside code or comments.
//!
//! To add a dialect: its tags get a meaning in a module like [`gitbook`]; a new bracket syntax is parsed in [`tags`] and
//! met in [`walk`].

mod admonition;
mod ahead;
mod blocks;
mod compose;
mod cursor;
mod decide;
mod findings;
mod gitbook;
mod hugo;
mod lines;
mod liquid;
mod marks;
mod mdx;
mod meaning;
mod nesting;
mod tags;
mod walk;

#[cfg(test)]
mod laws;
#[cfg(test)]
mod tests;

use std::borrow::Cow;

use memchr::memmem;

use crate::diagnostic::Diagnostic;
use crate::source::{SourceFile, Span};

/// A text in which only Markdown and placeholders are left.
///
/// The placeholders, of which each stands on one line:
/// - `<!a`, one private-use character, spaces, `>` (see [`placeholder`]). Alone on its line it is an HTML block of that
///   line; within a line of text it is inline HTML. Where text follows it on its line, `&#32;` stands before it, so that
///   the line is a paragraph and the text is read as Markdown; a paragraph that holds nothing but space is to be dropped.
/// - A line of nothing but 3 to 6 `*`, a thematic break to Markdown, where there is no room for the other form.
///
/// Whether something is a placeholder is decided by its offset, see [`Rewritten::placed_at`]: the same characters
/// written by an author mean nothing.
#[derive(Debug)]
pub(super) struct Rewritten<'a> {
    /// The whole file's text, as long as the source's; what stands before `body` is not to be read.
    pub text: Cow<'a, str>,
    /// The part that is the posting's text.
    pub body: Span,
    /// What the placeholders stand for, in the order of the text. Each `…Open` has its `…Close` here or in `unclosed`,
    /// properly nested and in the same list item or quotation.
    pub constructs: Vec<Placed>,
    /// What is still open at the end of the text, as the closing constructs to put there, innermost first.
    pub unclosed: Vec<Construct>,
}

/// A construct and the place of its placeholder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Placed {
    /// Byte offset of the placeholder's first character in the rewritten text. Several constructs in a row may share it.
    pub offset: usize,
    /// What to put there.
    pub construct: Construct,
}

/// A piece of HTML structure that a dialect asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Construct {
    /// The start of a call-out, of the kind `info`, `success`, `warning`, `danger`, `tip` or `note`.
    CalloutOpen(String),
    /// The call-out's title as plain text, straight after its start.
    CalloutTitle(String),
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
    /// A page elsewhere, shown as a link. Always `http` or `https`.
    Embed {
        /// The page's address.
        url: String,
        /// Text under it, where the source gives one.
        caption: Option<String>,
    },
    /// A file or page of one's own, shown as a link. Relative, or `http`, `https`, `mailto` or `tel`.
    Reference {
        /// Its address, most often relative.
        url: String,
        /// Text to show; the file's name where there is none.
        text: Option<String>,
    },
}

impl Rewritten<'_> {
    /// The constructs whose placeholder begins at `offset`, in order; empty where there is none.
    pub(super) fn placed_at(&self, offset: usize) -> &[Placed] {
        let start = self.constructs.partition_point(|placed| placed.offset < offset);
        let length = self.constructs[start..].partition_point(|placed| placed.offset == offset);
        &self.constructs[start..start + length]
    }
}

/// Placeholders a file can have: one private-use character each.
const MOST_PLACEHOLDERS: usize = 0xF8FF - 0xE000 + 1;
/// Bytes of the shortest placeholder.
const PLACEHOLDER_LENGTH: usize = 7;

/// The placeholder of `constructs[index]` and of those behind it that share its offset, without padding.
///
/// An SGML declaration is the one piece of HTML that `CommonMark` takes both for a block of one line, even in the middle
/// of a paragraph, and for inline HTML. `index` is below 6,400.
pub(super) fn placeholder(index: usize) -> String {
    let mark = u32::try_from(index).ok().and_then(|index| char::from_u32(0xE000 + index));
    format!("<!a{}>", mark.unwrap_or('\u{F8FF}'))
}

/// Rewrites the constructs of `GitBook`, Notion, Hugo, Zola, Jekyll, Docusaurus, MDX and word processors in the text of a
/// posting.
pub(super) fn rewrite<'a>(source: &'a SourceFile, body: Span, diagnostics: &mut Vec<Diagnostic>) -> Rewritten<'a> {
    if !mdx::is_mdx(&source.path) && !has_dialect(&source.text[body.clone()]) {
        return Rewritten { text: Cow::Borrowed(&source.text), body, constructs: Vec::new(), unclosed: Vec::new() };
    }
    let walked = walk::walk(source, &body);
    walked.findings.report(source, diagnostics);
    let (text, constructs) = compose::compose(&source.text, &walked.edits);
    Rewritten { text, body, constructs, unclosed: walked.unclosed }
}

/// Whether anything in the text could belong to a dialect; most often nothing does.
fn has_dialect(body: &str) -> bool {
    let text = body.as_bytes();
    memchr::memchr3_iter(b'{', b'<', b'\\', text).any(|at| begins_dialect(&text[at..]))
        || marks::are_in(body)
        || memmem::find(text, b":::").is_some()
        || memmem::find(text, b"&amp;#x20;").is_some()
        || (memmem::find(text, b"import ").is_some() && memmem::find(text, b" from ").is_some())
        || memmem::find(text, b"export ").is_some()
}

fn begins_dialect(rest: &[u8]) -> bool {
    match rest {
        [b'{', ..] | [b'\\'] => true,
        [b'\\', next, ..] => next.is_ascii_whitespace(),
        [b'<', b'/', next, ..] => next.is_ascii_uppercase() || *next == b'>' || rest.starts_with(b"</aside"),
        [b'<', next, ..] => next.is_ascii_uppercase() || *next == b'>' || rest.starts_with(b"<aside"),
        _ => false,
    }
}
