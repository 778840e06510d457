//! The block structure of Markdown, as far as it decides what is code.
//!
//! In goes a text line by line, out comes for each line where its content begins and whether it is code. Follows the
//! block rules of `CommonMark` for quotations, list items, fences, indented code and HTML blocks; what a paragraph or a
//! table holds is not looked at. Where it has to guess, it guesses "not code".

mod line;

pub(super) use self::line::{Kind, Line};

use super::ahead::{Ahead, next, run};
use super::cursor::Cursor;
use super::lines;
use crate::source::Span;

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

/// List items and quotations inside each other, at most; what is deeper is read as text.
const DEEPEST: usize = 100;

/// The state between two lines.
#[derive(Clone)]
#[expect(clippy::struct_excessive_bools, reason = "CommonMark's block rules ask for each of them on its own")]
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
        self.open_blocks(&mut Cursor::new(at, self.column), before.end)
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
            // Markdown knows nothing of indentation that is taken away, so the lack of it ends no fence.
            let left = self.containers.get(matched..fence.depth).unwrap_or_default();
            if left.iter().all(|container| matches!(container, Container::Indented { .. })) {
                if self.closes(fence, cursor, end) {
                    self.fence = None;
                }
                return self.line(cursor.at, end, Kind::Code);
            }
            self.fence = None;
        }
        if cursor.is_blank(self.text) {
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
        let mut cursor = Cursor::new(start, 0);
        for index in 0..self.containers.len() {
            let container = self.containers[index];
            let (indent, inside) = cursor.indentation(self.text);
            match container {
                Container::Quote { .. } => {
                    if indent > 3 || self.byte(inside.at) != Some(b'>') {
                        return (cursor, index);
                    }
                    cursor = inside.behind(1).consume(self.text, 1);
                }
                Container::Item { .. } | Container::Note { .. } | Container::Indented { .. } => {
                    let width = match container {
                        Container::Item { width, .. } | Container::Indented { width } => width,
                        _ => 4,
                    };
                    if inside.is_blank(self.text) {
                        continue;
                    }
                    if indent < width {
                        return (cursor, index);
                    }
                    let from = cursor.at;
                    cursor = cursor.consume(self.text, width);
                    if matches!(container, Container::Indented { .. }) {
                        self.take_indentation(from..cursor.at);
                    }
                }
            }
        }
        (cursor, self.containers.len())
    }

    fn in_note(&self) -> bool {
        self.containers[..self.matched].iter().any(|container| matches!(container, Container::Note { .. }))
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
            let (indent, inside) = cursor.indentation(self.text);
            let continues = self.paragraph && !opened;
            if inside.is_blank(self.text) {
                self.paragraph = false;
                return self.line(end, end, Kind::Text);
            }
            if indent >= 4 && !continues && !self.in_note() {
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
            if indent < 4 && !in_html && self.containers.len() < DEEPEST {
                if rest.starts_with('>') {
                    self.close_unmatched(opened);
                    let id = self.next_id();
                    self.push(Container::Quote { id });
                    *cursor = inside.behind(1).consume(self.text, 1);
                    opened = true;
                    continue;
                }
                if let Some(line) = self.leaf(inside.at, end, opened) {
                    return line;
                }
                if let Some(length) = lines::note_marker(rest) {
                    self.close_unmatched(opened);
                    let id = self.next_id();
                    self.push(Container::Note { id });
                    let behind = inside.behind(length);
                    *cursor = behind.indentation(self.text).1;
                    opened = true;
                    continue;
                }
                if let Some((width, marker)) = self.item(inside, indent, rest, continues) {
                    self.close_unmatched(opened);
                    let id = self.next_id();
                    self.push(Container::Item { id, width });
                    let behind = inside.behind(marker);
                    *cursor = behind.consume(self.text, width - indent - marker);
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
        if let Some(length) = lines::opens_fence(rest) {
            self.close_unmatched(opened);
            self.fence = Some(Fence { mark: first, length, depth: self.containers.len() });
            return Some(self.line(at, end, Kind::Code));
        }
        if lines::is_rule(rest) || lines::is_heading(rest) || (self.paragraph && !opened && lines::is_underline(rest)) {
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
        } else if !lines::begins_html(&self.text[at..end], self.paragraph && !opened) {
            return None;
        }
        self.close_unmatched(opened);
        self.html = true;
        Some(Line { begins_html: true, ..self.line(at, end, Kind::Text) })
    }

    /// A list item that begins at `inside`: the width of what its lines are indented by, and of its mark.
    fn item(&self, inside: Cursor, indent: usize, rest: &str, continues: bool) -> Option<(usize, usize)> {
        let marker = lines::list_marker(rest)?;
        let behind = inside.behind(marker);
        let (space, text) = behind.indentation(self.text);
        let empty = text.is_blank(self.text);
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
        let (indent, inside) = cursor.indentation(self.text);
        indent < 4 && self.byte(inside.at) == Some(fence.mark) && {
            let length = run(self.text.as_bytes(), inside.at);
            length >= fence.length && self.text[inside.at + length..end].trim().is_empty()
        }
    }

    fn byte(&self, at: usize) -> Option<u8> {
        self.text.as_bytes().get(at).copied()
    }
}

#[cfg(test)]
mod tests;
