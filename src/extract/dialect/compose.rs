//! The rewritten text: each edit put in its place, line by line, so that Markdown reads what is left as it was meant.
//!
//! In go a text and edits in order, out comes a text with the same length and the same line breaks, and the places of
//! the placeholders. Space that an edit leaves must not become indented code, a hard line break, an empty list item or the
//! end of an HTML block.

use std::borrow::Cow;

use super::blocks::{is_rule, is_underline, list_marker};
use super::{Construct, PLACEHOLDER_LENGTH, Placed, lines, placeholder};
use crate::source::Span;

/// A stretch of the text and what stands in its place.
#[derive(Debug)]
pub(super) struct Edit {
    pub span: Span,
    /// Where the content of its first line begins.
    pub content: usize,
    pub surroundings: Surroundings,
    /// Inside an address, the character that ends the address: what follows is moved up, so that no space comes between.
    pub glue: Option<u8>,
    pub new: New,
}

/// What an edit stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Surroundings {
    Markdown,
    /// An HTML block, which a blank line would end.
    Html,
    /// Code, of which only indentation is taken.
    Code,
}

/// What stands in the place of an edit.
#[derive(Debug)]
pub(super) enum New {
    Blank,
    /// Text for one line, not longer than the stretch has on one of its lines.
    Text(String),
    /// A placeholder of these constructs.
    Place(Vec<Construct>),
}

impl Edit {
    /// Takes constructs out of a placeholder; where none is left, `title` stands there if there is room.
    pub(super) fn remove(&mut self, gone: &[Construct], title: Option<String>, text: &str) {
        let New::Place(constructs) = &mut self.new else { return };
        let found = constructs.windows(gone.len().max(1)).rposition(|window| window == gone);
        if let Some(at) = found {
            constructs.drain(at..at + gone.len());
        }
        if constructs.is_empty() {
            let room = longest_line(text, &self.span);
            self.new = title
                .filter(|title| title.len() <= room && self.surroundings != Surroundings::Html)
                .map_or(New::Blank, New::Text);
        }
    }
}

/// Bytes of the longest line of a stretch.
pub(super) fn longest_line(text: &str, span: &Span) -> usize {
    text[span.clone()].split(['\n', '\r']).map(str::len).max().unwrap_or_default()
}

/// Applies the edits, which are in order and don't overlap.
pub(super) fn compose<'a>(text: &'a str, edits: &[Edit]) -> (Cow<'a, str>, Vec<Placed>) {
    if edits.is_empty() {
        return (Cow::Borrowed(text), Vec::new());
    }
    let mut out = Output { text, new: String::with_capacity(text.len()), placed: Vec::new() };
    let mut copied = 0;
    let mut index = 0;
    // What is left of an edit that reaches over several lines: how far it goes, and text that found no room yet.
    let mut rest: Option<(usize, &str)> = None;
    while index < edits.len() || rest.is_some() {
        let at = rest.map_or_else(|| edits[index].span.start, |_| copied);
        let start = text[..at].rfind(['\n', '\r']).map_or(0, |found| found + 1).max(copied);
        let end = lines::end(text, at);
        out.new.push_str(&text[copied..start]);
        let count = edits[index..].iter().take_while(|edit| edit.span.start <= end).count();
        rest = Writer::line(&mut out, start, end, rest, &edits[index..index + count]);
        index += count;
        copied = lines::after(text, end);
        out.new.push_str(&text[end..copied]);
    }
    out.new.push_str(&text[copied..]);
    (Cow::Owned(out.new), out.placed)
}

struct Output<'a> {
    text: &'a str,
    new: String,
    placed: Vec<Placed>,
}

/// One line in the making.
struct Writer<'e> {
    buffer: String,
    /// Placeholders: where in the buffer, how long, and what for.
    marks: Vec<(usize, usize, &'e [Construct])>,
    /// Space held back until the address that it stands in ends.
    held: usize,
    terminator: Option<u8>,
}

impl<'e> Writer<'e> {
    /// Writes the line `start..end` with its edits; gives what is left of the last.
    fn line(
        out: &mut Output<'_>,
        start: usize,
        end: usize,
        rest: Option<(usize, &'e str)>,
        edits: &'e [Edit],
    ) -> Option<(usize, &'e str)> {
        let text = out.text;
        let mut writer = Writer { buffer: String::new(), marks: Vec::new(), held: 0, terminator: None };
        let content = match (rest, edits.first()) {
            (None, Some(edit)) => edit.content.max(start),
            _ => start,
        };
        let surroundings = edits.first().map_or(Surroundings::Markdown, |edit| edit.surroundings);
        let (mut at, mut left) = (start, None);
        if let Some((until, pending)) = rest {
            at = until.min(end);
            left = writer
                .fill(pending, at - start)
                .map(|pending| (until, pending))
                .or((until > end).then_some((until, "")));
        }
        for edit in edits {
            writer.copy(&text[at..edit.span.start.min(end)]);
            let first = edit.span.start.min(end);
            at = edit.span.end.min(end);
            let room = at - first;
            writer.terminator = edit.glue;
            let pending = match &edit.new {
                New::Blank => writer.fill("", room),
                New::Text(new) => writer.fill(new, room),
                New::Place(constructs) => {
                    writer.marks.push((writer.buffer.len(), room, constructs));
                    writer.buffer.extend(std::iter::repeat_n(' ', room));
                    None
                }
            };
            left = (edit.span.end > end).then(|| (edit.span.end, pending.unwrap_or("")));
        }
        writer.copy(&text[at..end]);
        writer.release();
        writer.finish(out, start..end, content, surroundings);
        left
    }

    /// Writes `new` and space up to `room` bytes; gives `new` back where it is longer.
    fn fill<'n>(&mut self, new: &'n str, room: usize) -> Option<&'n str> {
        let fits = new.len() <= room;
        if fits {
            self.buffer.push_str(new);
        }
        let space = if fits { room - new.len() } else { room };
        if self.terminator.is_some() {
            self.held += space;
        } else {
            self.release();
            self.buffer.extend(std::iter::repeat_n(' ', space));
        }
        (!fits).then_some(new)
    }

    fn copy(&mut self, text: &str) {
        let Some(terminator) = self.terminator.filter(|_| self.held > 0) else {
            self.buffer.push_str(text);
            return;
        };
        let ends = |b: u8| b == terminator || (terminator == b')' && b.is_ascii_whitespace());
        match text.bytes().position(ends) {
            Some(at) => {
                self.buffer.push_str(&text[..at]);
                self.release();
                self.terminator = None;
                self.buffer.push_str(&text[at..]);
            }
            None => self.buffer.push_str(text),
        }
    }

    fn release(&mut self) {
        self.buffer.extend(std::iter::repeat_n(' ', std::mem::take(&mut self.held)));
    }

    fn finish(mut self, out: &mut Output<'_>, line: Span, content: usize, surroundings: Surroundings) {
        let Span { start, end } = line;
        let head = (content - start).min(self.buffer.len());
        let length = self.buffer.len();
        if self.marks.is_empty() && self.buffer[head..].bytes().all(|b| b == b' ' || b == b'\t') {
            self.blank_line(out.text, start, end, head, surroundings == Surroundings::Html);
        } else if surroundings != Surroundings::Html {
            self.pull_up(head);
            if surroundings == Surroundings::Markdown {
                self.soften(out.text, start, end, head);
            }
        }
        debug_assert_eq!(self.buffer.len(), length);
        let before = out.new.len();
        let mut copied = 0;
        for (at, room, constructs) in &self.marks {
            out.new.push_str(&self.buffer[copied..*at]);
            let offset = out.new.len();
            out.new.push_str(&mark(out.placed.len(), *room));
            out.placed.extend(constructs.iter().map(|construct| Placed { offset, construct: construct.clone() }));
            copied = at + room;
        }
        out.new.push_str(&self.buffer[copied..]);
        debug_assert_eq!(out.new.len() - before, length);
    }

    /// A line of which nothing is left.
    fn blank_line(&mut self, text: &str, start: usize, end: usize, head: usize, html: bool) {
        let room = self.buffer.len() - head;
        if html && room >= "<!---->".len() {
            // A blank line would end the HTML block, and indented HTML behind it would be code.
            let comment = format!("<!--{}-->", " ".repeat(room - "<!---->".len()));
            self.buffer.replace_range(head.., &comment);
            return;
        }
        let marks = self.buffer[..head].trim_start_matches([' ', '\t', '>']);
        let marker = list_marker(marks).is_some_and(|_| !goes_on(text, end, start + head));
        if marker || marks.trim_end().bytes().all(|b| b == b'#') {
            let from = head - marks.len();
            self.buffer.replace_range(from..head, &" ".repeat(head - from));
        }
    }

    /// Moves what follows space at the line's start up to it, and keeps a line that begins with a placeholder but goes on
    /// as text from being an HTML block.
    fn pull_up(&mut self, head: usize) {
        let (first, room) = self.marks.first().map_or((usize::MAX, 0), |&(at, room, _)| (at, room));
        let lead = self.buffer[head..]
            .bytes()
            .take_while(|&b| b == b' ' || b == b'\t')
            .count()
            .min(first.saturating_sub(head));
        if lead > 0 {
            self.buffer.replace_range(head..head + lead, "");
            self.buffer.extend(std::iter::repeat_n(' ', lead));
            self.marks.iter_mut().for_each(|mark| mark.0 -= lead);
        }
        if first != head + lead || self.buffer[head + room..].trim().is_empty() && self.marks.len() == 1 {
            return;
        }
        if room >= PLACEHOLDER_LENGTH + SPACE.len() {
            self.buffer.replace_range(head..head + SPACE.len(), SPACE);
            self.marks[0] = (head + SPACE.len(), room - SPACE.len(), self.marks[0].2);
        }
    }

    /// Keeps space at the line's end from being a hard line break.
    fn soften(&mut self, text: &str, start: usize, end: usize, head: usize) {
        let length = self.buffer.len();
        let space = length - self.buffer.trim_end_matches(' ').len();
        let behind_mark = self.marks.last().map_or(0, |&(at, room, _)| at + room);
        let space = space.min(length - behind_mark);
        let meant = text[start..end].ends_with("  ") || lines::is_blank(text, lines::after(text, end));
        let line = self.buffer[head..].trim_end();
        let alone = self.marks.first().is_some_and(|mark| mark.0 == head);
        let other = line.starts_with(['|', '#', '`', '~', '<', '=']) || is_rule(line) || is_underline(line);
        if space >= SPACE.len() && !meant && !alone && !other {
            self.buffer.replace_range(length - SPACE.len().., SPACE);
        }
    }
}

/// A space that Markdown doesn't take for the space of a line's start or end.
const SPACE: &str = "&#32;";

/// The placeholder in `room` bytes.
fn mark(index: usize, room: usize) -> String {
    let mut mark = if room < PLACEHOLDER_LENGTH { "*".repeat(room) } else { placeholder(index) };
    let padding = room - mark.len().min(room);
    mark.insert_str(mark.len() - 1, &" ".repeat(padding));
    mark
}

/// Whether the line behind `end` belongs to a list item whose text would begin at the column of `content`.
fn goes_on(text: &str, end: usize, content: usize) -> bool {
    let next = lines::after(text, end);
    let width = content - text[..content].rfind(['\n', '\r']).map_or(0, |found| found + 1);
    !lines::is_blank(text, next) && lines::skip_space(text, next) - next >= width
}
