//! A walk through a posting's text that meets each tag once, in order.
//!
//! In goes the text, out come edits. Code, comments and escaped brackets are passed by. What becomes of a tag is decided
//! in [`decide`](super::decide).

use std::collections::{BTreeMap, BTreeSet};

use memchr::memmem;

use super::ahead::{Ahead, Ticks, next, run};
use super::blocks::{Blocks, Kind, Line};
use super::compose::{Edit, New};
use super::decide::DROPPED;
use super::findings::Findings;
use super::nesting::Nesting;
use super::tags::{Brackets, Syntax, balanced, closers, component};
use super::{Construct, lines, liquid, marks, mdx};
use crate::source::{SourceFile, Span};

/// What came of the walk.
pub(super) struct Walked<'a> {
    pub edits: Vec<Edit>,
    pub unclosed: Vec<Construct>,
    pub findings: Findings<'a>,
}

/// Walks through `body` of the file's text.
pub(super) fn walk<'a>(source: &'a SourceFile, body: &Span) -> Walked<'a> {
    let text = &source.text[..body.end];
    let mdx = mdx::is_mdx(&source.path);
    let mut blocks = Blocks::new(text, mdx);
    let mut walk = Walk {
        text,
        mdx,
        line: blocks.read(body.end),
        blocks,
        brackets: Brackets::new(),
        ticks: Ticks::new(),
        comment_end: next!(b"-->"),
        closers: closers(text, body.start),
        met: BTreeSet::new(),
        nesting: Nesting::default(),
        literal_end: body.start,
        backslashes: (body.start, false),
        placed: 0,
        budget: (1 << 20) + 4 * text.len(),
        edits: Vec::new(),
        findings: Findings::default(),
    };
    let mut at = body.start;
    while at < body.end {
        at = walk.read_line(at);
    }
    walk.nesting.leave(&walk.blocks, &mut walk.edits, &mut walk.findings, text);
    let unclosed = walk.nesting.finish(&mut walk.edits, &mut walk.findings, text);
    Walked { edits: walk.edits, unclosed, findings: walk.findings }
}

/// The state of the walk.
pub(super) struct Walk<'a> {
    /// The file's text up to the end of the posting's.
    pub(super) text: &'a str,
    pub(super) mdx: bool,
    pub(super) blocks: Blocks<'a>,
    pub(super) line: Line,
    pub(super) brackets: Brackets,
    pub(super) ticks: Ticks,
    pub(super) comment_end: Ahead,
    /// The last closing tag of each name.
    pub(super) closers: BTreeMap<(Syntax, &'a str), usize>,
    /// Names of opening tags met so far.
    pub(super) met: BTreeSet<(Syntax, &'a str)>,
    pub(super) nesting: Nesting<'a>,
    /// Tags before this offset are to be read as text.
    pub(super) literal_end: usize,
    /// Up to where lines of a lone backslash were looked at, and whether a blank line follows them.
    pub(super) backslashes: (usize, bool),
    pub(super) placed: usize,
    /// Bytes that may be read in vain, looking for the end of components.
    pub(super) budget: usize,
    pub(super) edits: Vec<Edit>,
    pub(super) findings: Findings<'a>,
}

/// Lines that a code span may reach over.
const LONGEST_SPAN: usize = 100;

impl Walk<'_> {
    /// Reads the line at `start`, and with it the lines that its tags reach over; gives the start of the next.
    fn read_line(&mut self, start: usize) -> usize {
        self.line = self.blocks.read(start);
        loop {
            if let Some(indent) = self.line.indent.take() {
                let content = std::mem::replace(&mut self.line.content, indent.start);
                self.edit(indent, New::Blank, None);
                self.line.content = content;
            }
            if self.line.kind != Kind::Text {
                break;
            }
            if self.line.content >= self.literal_end
                && let Some(end) = self.whole_line()
            {
                return lines::after(self.text, end);
            }
            self.typed_mark();
            let Some(line) = self.inline() else { break };
            self.line = line;
        }
        lines::after(self.text, self.line.end)
    }

    /// Makes a list item of a line that begins with a bullet, and a heading of one that lacks a space.
    fn typed_mark(&mut self) {
        let Line { content, end, html, inert, .. } = self.line;
        if html || inert || content < self.literal_end {
            return;
        }
        if let Some(mark) = marks::marker(&self.text[content..end]) {
            let span = content..content + mark.len();
            self.edit(span, New::Text(mark), None);
        }
    }

    /// Meets the tags of the current line. Where the line turns out to begin behind a tag, gives what it is from there.
    fn inline(&mut self) -> Option<Line> {
        let mut at = self.line.content;
        while let Some(offset) = self.text.as_bytes()[at..self.line.end].iter().position(|b| b"\\`<{&".contains(b)) {
            at += offset;
            let edits = self.edits.len();
            at = match self.text.as_bytes()[at] {
                b'\\' => (at + 2).min(self.line.end),
                b'`' => self.code_span(at),
                _ if at < self.literal_end => at + 1,
                b'<' => self.angle(at),
                b'{' => self.brace(at),
                _ => self.entity(at),
            };
            let edited = self.edits.len() > edits;
            if at > self.line.end && edited {
                self.notice_blank();
                return Some(self.blocks.read(lines::skip_space(self.text, at)));
            }
            if at > self.line.end {
                self.line.end = lines::end(self.text, at);
                self.line.content = lines::skip_space(self.text, self.line_start(at));
            }
            if edited && self.begins_behind(at) {
                return Some(self.blocks.read_again(at, &self.line));
            }
        }
        self.trailing_backslash();
        self.notice_blank();
        None
    }

    /// Whether the line has content, but none of it before `at`.
    fn begins_behind(&self, at: usize) -> bool {
        self.edits.last().is_some_and(|last| matches!(last.new, New::Blank) && last.span.start <= self.line.content)
            && !lines::is_blank(self.text, at)
            && !self.line.html
            && !self.line.inert
    }

    /// Tells the block structure where nothing is left of the current line.
    fn notice_blank(&mut self) {
        let Line { content, end, .. } = self.line;
        let mut covered = end;
        for edit in self.edits.iter().rev().take_while(|edit| edit.span.end > content) {
            let seen = !self.text[edit.span.end.min(covered)..covered].trim().is_empty();
            if seen || !matches!(edit.new, New::Blank) {
                return;
            }
            covered = edit.span.start.max(content).min(covered);
        }
        if covered < end && self.text[content..covered].trim().is_empty() {
            self.blocks.blanked();
        }
    }

    /// What takes whole lines: modules, admonitions, `<aside>`. Gives where the last of them ends.
    fn whole_line(&mut self) -> Option<usize> {
        let (content, end) = (self.line.content, self.line.end);
        let line = &self.text[content..end];
        if line.starts_with(":::") {
            return self.admonition(line).then_some(end);
        }
        if line.starts_with("<aside") || line.starts_with("</aside>") || line.ends_with("</aside>") {
            return self.aside(line).then_some(end);
        }
        if !self.line.continues && (line.starts_with("import") || line.starts_with("export ")) {
            let paragraph_end = self.brackets.paragraph_end(self.text, content);
            let code = mdx::module_code(self.text, content, paragraph_end, &mut self.budget)?;
            let name = if line.starts_with('i') { "import" } else { "export" };
            self.drop_as(DROPPED, name, content..code, "is a line of MDX and was left out");
            self.edit(content..code, New::Blank, None);
            self.blocks.blanked();
            return Some(code);
        }
        None
    }

    fn code_span(&mut self, at: usize) -> usize {
        let count = run(self.text.as_bytes(), at);
        if self.line.html || self.glue(at).is_some() {
            return at + count;
        }
        match self.ticks.closing(self.text, count, at + count) {
            Some(end) if self.reaches(end) => end + count,
            _ => at + count,
        }
    }

    /// Whether the paragraph of the current line goes on up to `target`.
    fn reaches(&self, target: usize) -> bool {
        if target < self.line.end {
            return true;
        }
        if self.line.single {
            return false;
        }
        let mut blocks = self.blocks.clone();
        let mut end = self.line.end;
        for _ in 0..LONGEST_SPAN {
            let line = blocks.read(lines::after(self.text, end));
            if line.kind != Kind::Text || !line.continues || line.end == end {
                return false;
            }
            if target < line.end {
                return true;
            }
            end = line.end;
        }
        false
    }

    /// `&amp;#x20;` is what a tool makes of `GitBook`'s `&#x20;`; an entity of the same length stands for it.
    fn entity(&mut self, at: usize) -> usize {
        const ESCAPED: &str = "&amp;#x20;";
        if !self.text[at..].starts_with(ESCAPED) {
            return at + 1;
        }
        self.edit(at..at + ESCAPED.len(), New::Text("&#x000020;".into()), None);
        at + ESCAPED.len()
    }

    /// A backslash at the end of a paragraph is `GitBook`'s empty line, not a line break.
    fn trailing_backslash(&mut self) {
        let (from, end) = (self.line.content, self.line.end);
        let line = self.text[from..end].trim_end();
        let count = line.len() - line.trim_end_matches('\\').len();
        let at = from + line.len();
        if count.is_multiple_of(2)
            || at <= self.literal_end
            || self.edits.last().is_some_and(|edit| edit.span.end >= at)
        {
            return;
        }
        let mut next = lines::after(self.text, end);
        if next >= self.backslashes.0 || next == end {
            let is_lone = |at: usize| {
                let inside = lines::skip_space(self.text, at);
                self.text[inside..].starts_with('\\') && lines::is_blank(self.text, inside + 1)
            };
            while next < self.text.len() && is_lone(next) {
                next = lines::after(self.text, lines::end(self.text, next));
            }
            self.backslashes = (next + 1, lines::is_blank(self.text, next));
        }
        if self.backslashes.1 {
            self.edit(at - 1..at, New::Blank, None);
        }
    }

    fn angle(&mut self, at: usize) -> usize {
        let rest = &self.text[at..];
        let bytes = rest.as_bytes();
        if rest.starts_with("<!--") {
            if self.at_start(at) {
                return at + 4;
            }
            let end = self.comment_end.from(self.text, at);
            return end.filter(|&end| self.reaches(end)).map_or(at + 4, |end| end + 3);
        }
        if rest.starts_with("<code>") {
            let found = memmem::find(&self.text.as_bytes()[at..self.line.end], b"</code>");
            return found.map_or(at + 1, |found| at + found);
        }
        let fragment = ["<>", "</>"].into_iter().find(|fragment| self.mdx && rest.starts_with(fragment));
        if let Some(fragment) = fragment {
            self.edit(at..at + fragment.len(), New::Blank, None);
            return at + fragment.len();
        }
        let name = bytes.get(1 + usize::from(bytes.get(1) == Some(&b'/'))).copied().unwrap_or_default();
        let behind_word = at > 0 && self.text.as_bytes()[at - 1].is_ascii_alphanumeric();
        let may_be = name.is_ascii_uppercase() && !behind_word || self.mdx && name.is_ascii_lowercase();
        if !may_be {
            return at + 1;
        }
        let Some(tag) = component(self.text, at, &mut self.budget) else { return at + 1 };
        let opened = self.met.contains(&(Syntax::Component, tag.name));
        if !mdx::is_component(&tag, self.mdx, self.paired(&tag), opened) {
            return at + 1;
        }
        self.begins_no_html(at);
        self.tag(&tag)
    }

    /// A tag that only looked like the start of an HTML block is about to go.
    pub(super) fn begins_no_html(&mut self, at: usize) {
        if self.line.begins_html && self.at_start(at) {
            (self.line.html, self.line.begins_html) = (false, false);
            self.blocks.without_html();
        }
    }

    fn brace(&mut self, at: usize) -> usize {
        let rest = &self.text[at..];
        let limit = self.brackets.paragraph_end(self.text, at);
        let until = |closer: &str| {
            let limit = limit.min(at + 4096);
            memmem::find(&self.text.as_bytes()[at..limit], closer.as_bytes()).map(|found| at + found + closer.len())
        };
        let comment = ["{{/*", "{{- /*"].iter().any(|open| rest.starts_with(open));
        if let Some(end) = comment.then(|| until("*/}}").or_else(|| until("*/ -}}"))).flatten() {
            return self.vanish(at..end);
        }
        let escaped = ["{{</*", "{{%/*"].iter().any(|open| rest.starts_with(open));
        if let Some(end) = escaped.then(|| until(if rest.as_bytes()[2] == b'<' { "*/>}}" } else { "*/%}}" })).flatten()
        {
            self.vanish(at + 3..at + 5);
            self.vanish(end - 5..end - 3);
            return end;
        }
        if rest.starts_with("{%") || rest.starts_with("{{") {
            return match self.brackets.tag(self.text, at) {
                Some(tag) => self.tag(&tag),
                None => self.unclosed_bracket(at),
            };
        }
        if let Some(length) = liquid::attribute_list(rest) {
            self.drop_as(DROPPED, "{:", at..at + length, "belongs to kramdown and was left out");
            return self.vanish(at..at + length);
        }
        if rest.starts_with("{# ")
            && let Some(end) = until("#}")
        {
            return self.vanish(at..end);
        }
        if rest.starts_with("{/*")
            && let Some(end) = until("*/}")
        {
            return self.vanish(at..end);
        }
        if self.mdx && !rest.starts_with("{#") { self.expression(at, limit) } else { at + 1 }
    }

    fn expression(&mut self, at: usize, limit: usize) -> usize {
        let Some(end) = balanced(self.text, at, limit, &mut self.budget) else { return at + 1 };
        let inside = self.text[at + 1..end - 1].trim();
        let quoted = ['"', '\''].iter().find_map(|&quote| inside.strip_prefix(quote)?.strip_suffix(quote));
        let printed = quoted.filter(|text| !text.contains(['"', '\'', '{', '\n', '\r']));
        if let Some(text) = printed {
            self.edit(at..end, New::Text(text.to_owned()), None);
            return end;
        }
        self.drop_as(DROPPED, "{", at..end, "is an expression of MDX and was left out");
        self.vanish(at..end)
    }

    fn unclosed_bracket(&mut self, at: usize) -> usize {
        let third = matches!(self.text.as_bytes().get(at + 2), Some(b'<' | b'%'));
        let end = at + 2 + usize::from(third);
        self.drop_as("unclosed-tag", &self.text[at..end], at..end, "opens a tag that does not end");
        self.vanish(at..end)
    }
}
