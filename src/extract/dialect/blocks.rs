//! The block structure of Markdown, as far as it decides what is code.
//!
//! In goes a text line by line, out comes for each line where its content begins and whether it is code. Follows the
//! block rules of CommonMark for quotations, list items, fences, indented code and HTML blocks; what a paragraph or a
//! table holds is not looked at. Where it has to guess, it guesses "not code".

use memchr::memmem;

use super::ahead::{Ahead, run};
use super::lines;

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
    /// Where its indentation begins, if that would make code of it once the line above it is blank.
    pub deep: Option<usize>,
    /// Whether a paragraph goes on from the line above.
    pub continues: bool,
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
    /// A list item or footnote whose content is indented by `width` columns.
    Item {
        id: u32,
        width: usize,
    },
}

struct Fence {
    mark: u8,
    length: usize,
    depth: usize,
}

/// The state between two lines.
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
    /// Lines that begin before this offset are part of a comment or of `<pre>`.
    verbatim_end: usize,
    /// The ends of comments, and of `<pre>` and its like: how each begins, and where the next end is.
    verbatim: [(&'static str, Ahead); 4],
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
            verbatim_end: 0,
            verbatim: [
                ("<!--", Ahead::new(|text, at| memmem::find(&text.as_bytes()[at..], b"-->").map(|found| at + found))),
                (
                    "<pre",
                    Ahead::new(|text, at| memmem::find(&text.as_bytes()[at..], b"</pre>").map(|found| at + found)),
                ),
                ("<script", Ahead::new(|text, at| memmem::find(&text.as_bytes()[at..], b"</script>").map(|f| at + f))),
                (
                    "<style",
                    Ahead::new(|text, at| memmem::find(&text.as_bytes()[at..], b"</style>").map(|found| at + found)),
                ),
            ],
            last_id: 0,
        }
    }

    /// Names the innermost list item or quotation that the current line stands in; 0 is none.
    pub(super) fn container(&self) -> u32 {
        match self.containers.last() {
            None => 0,
            Some(Container::Quote { id } | Container::Item { id, .. }) => *id,
        }
    }

    /// Whether the list item or quotation of this name is still open.
    pub(super) fn is_open(&self, container: u32) -> bool {
        container == 0
            || self
                .containers
                .iter()
                .any(|c| matches!(c, Container::Quote { id } | Container::Item { id, .. } if *id == container))
    }

    /// The current line turned out to begin a block of its own, so it is no lazy continuation of a paragraph.
    pub(super) fn interrupt(&mut self) {
        self.containers.truncate(self.matched);
        self.paragraph = false;
        self.without_code = true;
    }

    /// The current line turned out to be blanked out.
    pub(super) fn blanked(&mut self) {
        self.paragraph = false;
        self.without_code = true;
    }

    /// Reads the line that begins at `start`.
    pub(super) fn read(&mut self, start: usize) -> Line {
        let end = lines::end(self.text, start);
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
        Line { content: content.min(end), end, kind, html: self.html, deep: None, continues: self.paragraph }
    }

    fn blank(&mut self, end: usize) -> Line {
        let ends_quote = |c: &Container| matches!(c, Container::Quote { .. });
        if let Some(first) = self.containers[self.matched..].iter().position(ends_quote) {
            self.containers.truncate(self.matched + first);
        }
        (self.paragraph, self.html, self.without_code) = (false, false, self.mdx);
        self.line(end, end, Kind::Blank)
    }

    fn match_containers(&self, start: usize) -> (Cursor, usize) {
        let mut cursor = Cursor { at: start, column: 0, left: 0 };
        for (index, container) in self.containers.iter().enumerate() {
            let (indent, inside) = self.indentation(cursor);
            match *container {
                Container::Quote { .. } => {
                    if indent > 3 || self.byte(inside.at) != Some(b'>') {
                        return (cursor, index);
                    }
                    cursor = self.consume(Cursor { at: inside.at + 1, column: inside.column + 1, left: 0 }, 1);
                }
                Container::Item { width, .. } => {
                    if lines::is_blank(self.text, inside.at) {
                        continue;
                    }
                    if indent < width {
                        return (cursor, index);
                    }
                    cursor = self.consume(cursor, width);
                }
            }
        }
        (cursor, self.containers.len())
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
            if indent >= 4 && !continues {
                self.close_unmatched(opened);
                if !self.html && !self.without_code {
                    return self.line(inside.at, end, Kind::Code);
                }
                let deep = (!self.html).then_some(cursor.at);
                self.paragraph = !self.html;
                return Line { deep, continues: false, ..self.line(inside.at, end, Kind::Text) };
            }
            let rest = &self.text[inside.at..end];
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
            let line = Line { continues, ..self.line(inside.at, end, Kind::Text) };
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
            return Some(self.line(at, end, Kind::Text));
        }
        if first == b'<' && !self.html { self.html_block(at, end, opened) } else { None }
    }

    /// Comments and `<pre>` are skipped whole where no container can end before they do.
    fn html_block(&mut self, at: usize, end: usize, opened: bool) -> Option<Line> {
        let rest = &self.text[at..];
        if let Some((_, ends)) = self.verbatim.iter_mut().find(|(open, _)| rest.starts_with(open)) {
            let limit = if self.containers.is_empty() { self.text.len() } else { end };
            let found = ends.from(self.text, at).filter(|&found| found < limit)?;
            self.close_unmatched(opened);
            self.verbatim_end = lines::end(self.text, found);
            return Some(self.line(at, end, Kind::Code));
        }
        let name = rest[1..].trim_start_matches('/');
        if name.starts_with(|c: char| c.is_ascii_lowercase()) && !name.starts_with("http") {
            self.close_unmatched(opened);
            self.html = true;
            return Some(self.line(at, end, Kind::Text));
        }
        None
    }

    /// A list item or footnote that begins at `inside`: the width of what its lines are indented by, and of its mark.
    fn item(&self, inside: Cursor, indent: usize, rest: &str, continues: bool) -> Option<(usize, usize)> {
        if rest.starts_with("[^") && rest.contains("]:") {
            let marker = rest.find("]:").map_or(0, |at| at + 2);
            return Some((indent + marker, marker)).filter(|_| !continues).map(|_| (4.max(indent + marker), marker));
        }
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
    let info = &rest[length.min(rest.len())..];
    match rest.as_bytes()[0] {
        b'`' if length >= 3 && !info.contains('`') => Some(length),
        b'~' if length >= 3 => Some(length),
        _ => None,
    }
}

fn is_rule(rest: &str) -> bool {
    let first = rest.as_bytes()[0];
    b"*-_".contains(&first)
        && rest.bytes().all(|byte| byte == first || byte == b' ' || byte == b'\t')
        && rest.bytes().filter(|&byte| byte == first).count() >= 3
}

fn is_heading(rest: &str) -> bool {
    let behind = rest.trim_start_matches('#');
    (1..=6).contains(&(rest.len() - behind.len())) && (behind.is_empty() || behind.starts_with([' ', '\t']))
}

fn is_underline(rest: &str) -> bool {
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
