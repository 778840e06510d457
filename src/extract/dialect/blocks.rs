//! The block structure of Markdown, as far as it decides what is code.
//!
//! In goes a text line by line, out comes for each line where its content begins and whether it is code. Follows the
//! block rules of CommonMark for quotations, list items, fences, indented code and HTML blocks; what a paragraph or a
//! table holds is not looked at. Where it has to guess, it guesses "not code".

use super::ahead::{Ahead, next, run};
use super::lines;
use crate::source::Span;

/// One line of the text.
#[derive(Debug, Clone)]
pub(super) struct Line {
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
pub(super) enum Kind {
    Blank,
    /// Part of a fenced or indented code block, of a comment, or of `<pre>`.
    Code,
    Text,
}

#[derive(Debug, Clone, Copy)]
enum Container {
    Quote {
        id: u32,
    },
    /// A list item whose content is indented by `width` columns.
    Item {
        id: u32,
        width: usize,
    },
    /// A footnote, which some parsers indent otherwise than others, so that nothing in it is taken for code.
    Note {
        id: u32,
    },
    /// No container to Markdown: text that is indented by `width` columns in MDX, or below a line that will be blank.
    Indented {
        width: usize,
    },
}

#[derive(Clone)]
struct Fence {
    mark: u8,
    length: usize,
    depth: usize,
}

/// The state between two lines.
#[derive(Clone)]
pub(super) struct Blocks<'a> {
    text: &'a str,
    containers: Vec<Container>,
    /// How many of them the current line goes on with; fewer than all where a paragraph goes on without their marks.
    matched: usize,
    fence: Option<Fence>,
    paragraph: bool,
    html: bool,
    /// Whether indented code can't begin: always so in MDX, elsewhere below a line that is going to be blanked.
    without_code: bool,
    mdx: bool,
    /// Indentation of the current line that is to be taken away.
    indent: Option<Span>,
    /// The column of the current line's content.
    column: usize,
    /// Lines that begin before this offset are part of a comment or of `<pre>`.
    verbatim_end: usize,
    /// The ends of comments, and of `<pre>` and its like: how each begins, and where the next end is.
    verbatim: [(&'static str, Ahead); 6],
    last_id: u32,
}

/// A place in a line, with the column it stands in; tabs reach to the next multiple of four.
#[derive(Clone, Copy)]
struct Cursor {
    at: usize,
    column: usize,
    /// Columns of a tab that was only used in part.
    left: usize,
}

impl<'a> Blocks<'a> {
    pub(super) fn new(text: &'a str, mdx: bool) -> Self {
        Self {
            text,
            containers: Vec::new(),
            matched: 0,
            fence: None,
            paragraph: false,
            html: false,
            without_code: mdx,
            mdx,
            indent: None,
            column: 0,
            verbatim_end: 0,
            verbatim: [
                ("<!--", next!(b"-->")),
                ("<pre", next!(b"</pre>")),
                ("<script", next!(b"</script>")),
                ("<style", next!(b"</style>")),
                ("<?", next!(b"?>")),
                ("<!", next!(b">")),
            ],
            last_id: 0,
        }
    }

    /// Names the innermost list item or quotation that the current line stands in; 0 is none.
    pub(super) fn container(&self) -> u32 {
        let id = |container: &Container| match container {
            Container::Quote { id } | Container::Item { id, .. } | Container::Note { id } => Some(*id),
            Container::Indented { .. } => None,
        };
        self.containers.iter().rev().find_map(id).unwrap_or(0)
    }

    /// Whether the list item or quotation of this name is still open.
    pub(super) fn is_open(&self, container: u32) -> bool {
        container == 0
            || self.containers.iter().any(|open| match open {
                Container::Quote { id } | Container::Item { id, .. } | Container::Note { id } => *id == container,
                Container::Indented { .. } => false,
            })
    }

    /// The current line turned out to begin a block of its own, so it is no lazy continuation of a paragraph.
    pub(super) fn interrupt(&mut self) {
        self.containers.truncate(self.matched);
        (self.paragraph, self.html, self.without_code) = (false, false, true);
    }

    /// The current line does not begin an HTML block after all.
    pub(super) fn without_html(&mut self) {
        self.html = false;
    }

    /// The current line turned out to be blanked out.
    pub(super) fn blanked(&mut self) {
        self.paragraph = false;
        self.without_code = true;
    }

    /// Reads the current line again, whose content turned out to begin at `at`; `before` is what it was read as.
    pub(super) fn read_again(&mut self, at: usize, before: &Line) -> Line {
        self.indent = None;
        self.paragraph = before.continues;
        let at = lines::skip_space(self.text, at);
        self.open_blocks(&mut Cursor { at, column: self.column, left: 0 }, before.end)
    }

    /// Reads the line that begins at `start`.
    pub(super) fn read(&mut self, start: usize) -> Line {
        let end = lines::end(self.text, start);
        self.indent = None;
        if start < self.verbatim_end {
            return self.line(start, end, Kind::Code);
        }
        let (mut cursor, matched) = self.match_containers(start);
        self.matched = matched;
        if let Some(fence) = &self.fence {
            if matched >= fence.depth {
                if self.closes(fence, cursor, end) {
                    self.fence = None;
                }
                return self.line(cursor.at, end, Kind::Code);
            }
            self.fence = None;
        }
        if lines::is_blank(self.text, cursor.at) {
            return self.blank(end);
        }
        self.open_blocks(&mut cursor, end)
    }

    fn line(&self, content: usize, end: usize, kind: Kind) -> Line {
        let indent = self.indent.clone();
        Line {
            content: content.min(end),
            end,
            kind,
            html: self.html,
            begins_html: false,
            indent,
            continues: self.paragraph,
            inert: false,
            single: false,
        }
    }

    fn blank(&mut self, end: usize) -> Line {
        let ends_quote = |c: &Container| matches!(c, Container::Quote { .. });
        if let Some(first) = self.containers[self.matched..].iter().position(ends_quote) {
            self.containers.truncate(self.matched + first);
        }
        (self.paragraph, self.html, self.without_code) = (false, false, self.mdx);
        self.line(end, end, Kind::Blank)
    }

    fn match_containers(&mut self, start: usize) -> (Cursor, usize) {
        let mut cursor = Cursor { at: start, column: 0, left: 0 };
        for index in 0..self.containers.len() {
            let container = self.containers[index];
            let (indent, inside) = self.indentation(cursor);
            match container {
                Container::Quote { .. } => {
                    if indent > 3 || self.byte(inside.at) != Some(b'>') {
                        return (cursor, index);
                    }
                    cursor = self.consume(Cursor { at: inside.at + 1, column: inside.column + 1, left: 0 }, 1);
                }
                Container::Item { .. } | Container::Note { .. } | Container::Indented { .. } => {
                    let width = match container {
                        Container::Item { width, .. } | Container::Indented { width } => width,
                        _ => 4,
                    };
                    if lines::is_blank(self.text, inside.at) {
                        continue;
                    }
                    if indent < width {
                        return (cursor, index);
                    }
                    let from = cursor.at;
                    cursor = self.consume(cursor, width);
                    if matches!(container, Container::Indented { .. }) {
                        self.take_indentation(from..cursor.at);
                    }
                }
            }
        }
        (cursor, self.containers.len())
    }

    /// Notes indentation that is to go; only one stretch a line can.
    fn take_indentation(&mut self, span: Span) -> bool {
        let start = match &self.indent {
            None => span.start,
            Some(indent) if indent.end == span.start => indent.start,
            Some(_) => return false,
        };
        self.indent = Some(start..span.end);
        true
    }

    fn open_blocks(&mut self, cursor: &mut Cursor, end: usize) -> Line {
        let mut opened = false;
        loop {
            let (indent, inside) = self.indentation(*cursor);
            let continues = self.paragraph && !opened;
            if lines::is_blank(self.text, inside.at) {
                self.paragraph = false;
                return self.line(end, end, Kind::Text);
            }
            let noted = self.containers[..self.matched].iter().any(|c| matches!(c, Container::Note { .. }));
            if indent >= 4 && !continues && !noted {
                self.close_unmatched(opened);
                if self.html {
                    return self.line(inside.at, end, Kind::Text);
                }
                if !self.without_code || !self.take_indentation(cursor.at..inside.at) {
                    return self.line(inside.at, end, Kind::Code);
                }
                self.push(Container::Indented { width: indent });
                *cursor = inside;
                opened = true;
                continue;
            }
            let rest = &self.text[inside.at..end];
            self.column = inside.column;
            let in_html = self.html && !opened && self.matched == self.containers.len();
            if indent < 4 && !in_html {
                if rest.starts_with('>') {
                    self.close_unmatched(opened);
                    let id = self.next_id();
                    self.push(Container::Quote { id });
                    *cursor = self.consume(Cursor { at: inside.at + 1, column: inside.column + 1, left: 0 }, 1);
                    opened = true;
                    continue;
                }
                if let Some(line) = self.leaf(inside.at, end, opened) {
                    return line;
                }
                if let Some(length) = note_marker(rest) {
                    self.close_unmatched(opened);
                    let id = self.next_id();
                    self.push(Container::Note { id });
                    let behind = Cursor { at: inside.at + length, column: inside.column + length, left: 0 };
                    *cursor = self.indentation(behind).1;
                    opened = true;
                    continue;
                }
                if let Some((width, marker)) = self.item(inside, indent, rest, continues) {
                    self.close_unmatched(opened);
                    let id = self.next_id();
                    self.push(Container::Item { id, width });
                    let behind = Cursor { at: inside.at + marker, column: inside.column + marker, left: 0 };
                    *cursor = self.consume(behind, width - indent - marker);
                    opened = true;
                    continue;
                }
            }
            if !continues && !in_html {
                self.close_unmatched(opened);
            }
            let line = Line { continues, inert: indent >= 4, ..self.line(inside.at, end, Kind::Text) };
            self.paragraph = !self.html;
            self.without_code = self.mdx;
            return line;
        }
    }

    /// Blocks that hold no others: fences, headings, rules, HTML.
    fn leaf(&mut self, at: usize, end: usize, opened: bool) -> Option<Line> {
        let rest = &self.text[at..end];
        let first = rest.as_bytes()[0];
        if let Some(length) = opens_fence(rest) {
            self.close_unmatched(opened);
            self.fence = Some(Fence { mark: first, length, depth: self.containers.len() });
            return Some(self.line(at, end, Kind::Code));
        }
        if is_rule(rest) || is_heading(rest) || (self.paragraph && !opened && is_underline(rest)) {
            self.close_unmatched(opened);
            self.without_code = self.mdx;
            return Some(Line { single: true, ..self.line(at, end, Kind::Text) });
        }
        if first == b'<' && !self.html { self.html_block(at, end, opened) } else { None }
    }

    /// Comments and `<pre>` are skipped whole where no container can end before they do.
    fn html_block(&mut self, at: usize, end: usize, opened: bool) -> Option<Line> {
        let rest = &self.text[at..];
        if let Some((_, ends)) = self.verbatim.iter_mut().find(|(open, _)| rest.starts_with(open)) {
            let limit = if self.containers.is_empty() { self.text.len() } else { end };
            if let Some(found) = ends.from(self.text, at).filter(|&found| found < limit) {
                self.close_unmatched(opened);
                self.verbatim_end = lines::end(self.text, found);
                return Some(self.line(at, end, Kind::Code));
            }
        } else if !begins_html(&self.text[at..end], self.paragraph && !opened) {
            return None;
        }
        self.close_unmatched(opened);
        self.html = true;
        Some(Line { begins_html: true, ..self.line(at, end, Kind::Text) })
    }

    /// A list item that begins at `inside`: the width of what its lines are indented by, and of its mark.
    fn item(&self, inside: Cursor, indent: usize, rest: &str, continues: bool) -> Option<(usize, usize)> {
        let marker = list_marker(rest)?;
        let behind = Cursor { at: inside.at + marker, column: inside.column + marker, left: 0 };
        let (space, text) = self.indentation(behind);
        let empty = lines::is_blank(self.text, text.at);
        let interrupts = continues && self.matched == self.containers.len();
        let may = !empty && (marker == 1 || rest.trim_start_matches('0').starts_with('1') && marker == 2);
        if (interrupts && !may) || (space == 0 && !empty) {
            return None;
        }
        Some((indent + marker + if empty || space > 4 { 1 } else { space }, marker))
    }

    fn close_unmatched(&mut self, opened: bool) {
        if !opened {
            self.containers.truncate(self.matched);
            self.html = self.html && self.matched == self.containers.len();
        }
        self.paragraph = false;
    }

    fn push(&mut self, container: Container) {
        self.containers.push(container);
        self.matched = self.containers.len();
        (self.paragraph, self.html) = (false, false);
    }

    fn next_id(&mut self) -> u32 {
        self.last_id = self.last_id.wrapping_add(1).max(1);
        self.last_id
    }

    fn closes(&self, fence: &Fence, cursor: Cursor, end: usize) -> bool {
        let (indent, inside) = self.indentation(cursor);
        indent < 4 && self.byte(inside.at) == Some(fence.mark) && {
            let length = run(self.text.as_bytes(), inside.at);
            length >= fence.length && self.text[inside.at + length..end].trim().is_empty()
        }
    }

    fn byte(&self, at: usize) -> Option<u8> {
        self.text.as_bytes().get(at).copied()
    }

    /// Columns of space at the cursor, and the cursor behind them.
    fn indentation(&self, cursor: Cursor) -> (usize, Cursor) {
        let (mut at, mut column) = (cursor.at, cursor.column + cursor.left);
        loop {
            match self.byte(at) {
                Some(b' ') => column += 1,
                Some(b'\t') => column += 4 - column % 4,
                _ => return (column - cursor.column, Cursor { at, column, left: 0 }),
            }
            at += 1;
        }
    }

    /// Goes on by up to `columns` columns of space.
    fn consume(&self, mut cursor: Cursor, columns: usize) -> Cursor {
        let target = cursor.column + columns;
        while cursor.column < target {
            if cursor.left > 0 {
                (cursor.column, cursor.left) = (cursor.column + 1, cursor.left - 1);
                continue;
            }
            match self.byte(cursor.at) {
                Some(b' ') => cursor.column += 1,
                Some(b'\t') => {
                    cursor.left = 3 - cursor.column % 4;
                    cursor.column += 1;
                }
                _ => return cursor,
            }
            cursor.at += 1;
        }
        cursor
    }
}

fn opens_fence(rest: &str) -> Option<usize> {
    let length = run(rest.as_bytes(), 0);
    match rest.as_bytes()[0] {
        b'`' if length >= 3 && !rest[length..].contains('`') => Some(length),
        b'~' if length >= 3 => Some(length),
        _ => None,
    }
}

pub(super) fn is_rule(rest: &str) -> bool {
    let mark = |first: &u8| {
        rest.bytes().all(|byte| byte == *first || byte == b' ' || byte == b'\t')
            && rest.bytes().filter(|byte| byte == first).count() >= 3
    };
    rest.as_bytes().first().filter(|first| b"*-_".contains(first)).is_some_and(mark)
}

/// Whether a line begins an HTML block: with a block's tag, or with any tag alone, which can't end a paragraph.
fn begins_html(line: &str, continues: bool) -> bool {
    const BLOCKS: &[&str] = &[
        "address",
        "article",
        "aside",
        "base",
        "basefont",
        "blockquote",
        "body",
        "caption",
        "center",
        "col",
        "colgroup",
        "dd",
        "details",
        "dialog",
        "dir",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "frame",
        "frameset",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "head",
        "header",
        "hr",
        "html",
        "iframe",
        "legend",
        "li",
        "link",
        "main",
        "menu",
        "menuitem",
        "nav",
        "noframes",
        "ol",
        "optgroup",
        "option",
        "p",
        "param",
        "search",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "title",
        "tr",
        "track",
        "ul",
    ];
    let tag = &line[1..];
    let name = tag.strip_prefix('/').unwrap_or(tag);
    let length = name.bytes().take_while(|b| b.is_ascii_alphanumeric() || *b == b'-').count();
    let (name, behind) = name.split_at(length);
    let ended = behind.is_empty() || behind.starts_with([' ', '\t', '>']) || behind.starts_with("/>");
    if ended && BLOCKS.binary_search(&name.to_ascii_lowercase().as_str()).is_ok() {
        return true;
    }
    let alone = tag.trim_end().ends_with('>') && !tag.contains('<');
    !continues && alone && name.starts_with(|c: char| c.is_ascii_alphabetic()) && !behind.starts_with([':', '@', '.'])
}

fn is_heading(rest: &str) -> bool {
    let behind = rest.trim_start_matches('#');
    (1..=6).contains(&(rest.len() - behind.len())) && (behind.is_empty() || behind.starts_with([' ', '\t']))
}

pub(super) fn is_underline(rest: &str) -> bool {
    let line = rest.trim_end();
    !line.is_empty() && (line.bytes().all(|byte| byte == b'=') || line.bytes().all(|byte| byte == b'-'))
}

/// The length of a list item's mark.
pub(super) fn list_marker(rest: &str) -> Option<usize> {
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    match rest.as_bytes().get(digits) {
        Some(b'-' | b'+' | b'*') if digits == 0 => Some(1),
        Some(b'.' | b')') if (1..=9).contains(&digits) => Some(digits + 1),
        _ => None,
    }
}

fn note_marker(rest: &str) -> Option<usize> {
    rest.starts_with("[^").then(|| rest.find("]:")).flatten().map(|at| at + 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// One letter a line: text, code or blank.
    fn kinds(text: &str, mdx: bool) -> String {
        let (mut blocks, mut at, mut out) = (Blocks::new(text, mdx), 0, String::new());
        while at < text.len() {
            let line = blocks.read(at);
            out.push(match line.kind {
                Kind::Blank => '.',
                Kind::Code => 'c',
                Kind::Text => 't',
            });
            at = lines::after(text, line.end);
        }
        out
    }

    #[test]
    fn code_is_told_from_text() {
        let table = [
            ("text\n```\ncode\n\n```\ntext", "tccccct".replacen('c', "", 1)),
            ("~~~ x\n```\n~~~\ntext", "ccct".into()),
            ("- item\n  ```\n  code\ntext", "tcct".into()),
            ("> ```\n> code\ntext", "cct".into()),
            ("text\n    text", "tt".into()),
            ("text\n\n    code\n\ttext", "t.cc".into()),
            ("- item\n\n    text\n\n      code", "t.t.t".replacen("t.t.t", "t.t.c", 1)),
            ("- item\n\n      code", "t.c".into()),
            ("1. item\n\ntext\n\n    code", "t.t.c".into()),
            ("<!-- a\n\n{{ x }} -->\ntext", "c.ct".replacen('.', "c", 1)),
            ("<ul>\n    text\n\n    code", "tt.c".into()),
            ("<pre>\n\nx\n</pre>\ntext", "cccct".into()),
            ("# Title\n    code", "tc".into()),
            ("text\n```\nnever closed\n", "tcc".into()),
            ("a `x`\n``` y`\n", "tt".into()),
        ];
        for (text, expected) in table {
            assert_eq!(kinds(text, false), expected, "{text}");
        }
    }

    #[test]
    fn mdx_has_no_indented_code() {
        assert_eq!(kinds("text\n\n    text", true), "t.t");
    }
}
