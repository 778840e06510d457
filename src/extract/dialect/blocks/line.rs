//! What is known of a line.

use crate::source::Span;

/// One line of the text.
#[derive(Debug, Clone)]
#[expect(clippy::struct_excessive_bools, reason = "independent facts about a line")]
pub(in crate::extract::dialect) struct Line {
    /// Where its content begins, behind the marks of list items and quotations and the indentation.
    pub content: usize,
    /// Where it ends, without the line end.
    pub end: usize,
    /// What it is.
    pub kind: Kind,
    /// Whether it stands in an HTML block, which a blank line would end.
    pub html: bool,
    /// Whether that HTML block begins with it.
    pub begins_html: bool,
    /// Indentation to be taken away, because it would make code of what is none.
    pub indent: Option<Span>,
    /// Whether a paragraph goes on from the line above.
    pub continues: bool,
    /// Whether it is indented so far that nothing in it can begin a block: it goes on a paragraph.
    pub inert: bool,
    /// Whether its block ends with it, as a heading does.
    pub single: bool,
}

/// What a line is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::extract::dialect) enum Kind {
    Blank,
    /// Part of a fenced or indented code block, of a comment, or of `<pre>`.
    Code,
    Text,
}
