//! A walk through a posting's text that meets each tag once, in order, and decides on an edit.
//!
//! Code, comments and escaped brackets are passed by. What a tag means is asked of [`meaning`].

use std::collections::{BTreeMap, BTreeSet};

use memchr::memmem;

use super::ahead::{Ahead, Ticks, next, run};
use super::blocks::{Blocks, Kind, Line, list_marker};
use super::compose::{Edit, New, Surroundings, longest_line};
use super::findings::Findings;
use super::meaning::{self, Meaning, Part, addresses, callout_kind, clean};
use super::nesting::Nesting;
use super::tags::{Brackets, Syntax, Tag, balanced, component};
use super::{Construct, MOST_PLACEHOLDERS, PLACEHOLDER_LENGTH, lines, liquid, mdx};
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
    let mdx = source.path.ends_with(".mdx");
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

struct Walk<'a> {
    /// The file's text up to the end of the posting's.
    text: &'a str,
    mdx: bool,
    blocks: Blocks<'a>,
    line: Line,
    brackets: Brackets,
    ticks: Ticks,
    comment_end: Ahead,
    /// The last closing tag of each name.
    closers: BTreeMap<(Syntax, &'a str), usize>,
    /// Names of opening tags met so far.
    met: BTreeSet<(Syntax, &'a str)>,
    nesting: Nesting<'a>,
    /// Tags before this offset are to be read as text.
    literal_end: usize,
    /// Up to where lines of a lone backslash were looked at, and whether a blank line follows them.
    backslashes: (usize, bool),
    placed: usize,
    /// Bytes that may be read in vain, looking for the end of components.
    budget: usize,
    edits: Vec<Edit>,
    findings: Findings<'a>,
}

/// Lines that a code span may reach over.
const LONGEST_SPAN: usize = 100;

const DROPPED: &str = "dropped-markup";

impl<'a> Walk<'a> {
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
            let Some(line) = self.inline() else { break };
            self.line = line;
        }
        lines::after(self.text, self.line.end)
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

    fn admonition(&mut self, line: &'a str) -> bool {
        let span = self.line.content..self.line.end;
        let rest = line.trim_start_matches(':').trim().trim_end_matches(':').trim_end();
        let mut tag =
            Tag { syntax: Syntax::Admonition, span, name: ":::", closing: true, alone: false, call: false, args: rest };
        if rest.is_empty() {
            if self.nesting.has(&tag) || self.met.contains(&(Syntax::Admonition, ":::")) {
                self.close(&tag);
                return true;
            }
            return false;
        }
        tag.closing = false;
        let in_braces = rest.starts_with('{');
        let words = rest.trim_start_matches(['{', ' ', '.']);
        let length = words.bytes().take_while(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_')).count();
        let (name, title) = words.split_at(length);
        let title = if in_braces {
            title.split_once("title=").map_or("", |(_, title)| title.trim_matches(['"', '\'', '}', ' ']))
        } else {
            title.trim_start_matches(|c| c != '[' && c != ' ').trim_start_matches('[').trim_end_matches(']').trim()
        };
        let title = clean(title).map(str::to_owned);
        let paired = self.paired(&tag);
        match callout_kind(&name.to_ascii_lowercase()) {
            Some(kind) => self.open(&tag, Part::Callout { kind, title }),
            None if paired && !name.is_empty() => {
                self.drop_tag(&tag);
                self.open(&tag, Part::Plain);
                if let (Some(title), Some(last)) = (title, self.edits.last_mut()) {
                    last.new = New::Text(title);
                }
            }
            None => return false,
        }
        self.met.insert((Syntax::Admonition, ":::"));
        true
    }

    fn aside(&mut self, line: &'a str) -> bool {
        let (content, end) = (self.line.content, self.line.content + line.trim_end().len());
        let tag = Tag {
            syntax: Syntax::Aside,
            span: content..end,
            name: "aside",
            closing: false,
            alone: false,
            call: false,
            args: "",
        };
        let opens = line.starts_with("<aside") && line.trim_end().find('>') == Some(line.trim_end().len() - 1);
        if opens && self.paired(&tag) {
            self.begins_no_html(content);
            self.open(&tag, Part::Callout { kind: "note", title: None });
            return true;
        }
        let closing = Tag { closing: true, ..tag };
        if line.trim() == "</aside>" && self.nesting.has(&closing) {
            self.begins_no_html(content);
            self.close(&closing);
            return true;
        }
        false
    }

    fn code_span(&mut self, at: usize) -> usize {
        let count = run(self.text.as_bytes(), at);
        if self.line.html {
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

    /// `&amp;#x20;` is what a tool makes of GitBook's `&#x20;`; an entity of the same length stands for it.
    fn entity(&mut self, at: usize) -> usize {
        const ESCAPED: &str = "&amp;#x20;";
        if !self.text[at..].starts_with(ESCAPED) {
            return at + 1;
        }
        self.edit(at..at + ESCAPED.len(), New::Text("&#x000020;".into()), None);
        at + ESCAPED.len()
    }

    /// A backslash at the end of a paragraph is GitBook's empty line, not a line break.
    fn trailing_backslash(&mut self) {
        let (from, end) = (self.line.content, self.line.end);
        let line = self.text[from..end].trim_end();
        let count = line.len() - line.trim_end_matches('\\').len();
        let at = from + line.len();
        if count % 2 == 0 || at <= self.literal_end || self.edits.last().is_some_and(|edit| edit.span.end >= at) {
            return;
        }
        let mut next = lines::after(self.text, end);
        if next >= self.backslashes.0 || next == end {
            let lone = |at: usize| {
                let inside = lines::skip_space(self.text, at);
                self.text[inside..].starts_with('\\') && lines::is_blank(self.text, inside + 1)
            };
            while next < self.text.len() && lone(next) {
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
    fn begins_no_html(&mut self, at: usize) {
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

    /// Blanks out a stretch, and emphasis around it that would be left with nothing in it.
    fn vanish(&mut self, span: Span) -> usize {
        let end = span.end;
        let glue = self.glue(span.start);
        let bytes = self.text.as_bytes();
        let mark = bytes.get(end).copied().filter(|b| b"*_~".contains(b) && glue.is_none());
        let floor = self.edits.last().map_or(0, |edit| edit.span.end).max(self.line.content);
        if let Some(mark) = mark {
            let before = bytes[floor.min(span.start)..span.start].iter().rev().take_while(|&&b| b == mark).count();
            let behind = run(bytes, end);
            if before == behind {
                self.edit(span.start - before..end + behind, New::Blank, None);
                return end + behind;
            }
        }
        self.edit(span, New::Blank, glue);
        end
    }

    /// Decides on a tag; gives where to go on.
    fn tag(&mut self, tag: &Tag<'a>) -> usize {
        if tag.closing {
            self.close(tag);
            return tag.span.end;
        }
        let paired = self.paired(tag);
        let meaning = meaning::of(tag, paired);
        let next = self.apply(tag, meaning, paired);
        self.met.insert((tag.syntax, tag.name));
        next
    }

    fn apply(&mut self, tag: &Tag<'a>, meaning: Meaning, paired: bool) -> usize {
        let end = tag.span.end;
        let plain = tag.call && tag.syntax == Syntax::Block && paired;
        match meaning {
            Meaning::Open(part) => {
                self.open(tag, part);
                return end;
            }
            Meaning::Link(url) => return self.wrap_link(tag, &url),
            Meaning::Literal | Meaning::Comment | Meaning::Code(_) => return self.verbatim(tag, meaning),
            Meaning::Show(construct) => self.show(tag, construct),
            Meaning::Write(markdown) => self.write(tag, markdown),
            Meaning::Salvage(markdown) => {
                self.drop_tag(tag);
                self.write(tag, markdown);
            }
            Meaning::Address(url) => match (self.glue(tag.span.start), liquid::reference(&url)) {
                (None, Some(reference)) => self.show(tag, reference),
                _ => self.write(tag, url),
            },
            Meaning::Print(text) => {
                let found = addresses(&text);
                let text = if found.is_empty() || self.glue(tag.span.start).is_some() { text } else { found };
                self.write(tag, text);
            }
            Meaning::Nothing if tag.name == "content-ref" => self.content_ref(tag),
            Meaning::Nothing => {
                self.vanish(tag.span.clone());
            }
            Meaning::Dropped => {
                self.drop_tag(tag);
                self.vanish(tag.span.clone());
            }
        }
        if plain {
            self.nesting.open(tag, Part::Plain, 0, self.edits.len(), &mut self.findings);
        }
        self.edits.last().map_or(end, |edit| edit.span.end.max(end))
    }

    fn open(&mut self, tag: &Tag<'a>, part: Part) {
        self.interrupt(tag);
        self.nesting.leave(&self.blocks, &mut self.edits, &mut self.findings, self.text);
        if part == Part::Plain {
            self.nesting.open(tag, part, self.blocks.container(), self.edits.len(), &mut self.findings);
            self.edit(tag.span.clone(), New::Blank, None);
        } else if self.fits(&tag.span) && self.nesting.admits(&part, self.blocks.container()) {
            let container = self.blocks.container();
            let constructs = self.nesting.open(tag, part, container, self.edits.len(), &mut self.findings);
            self.place(tag.span.clone(), constructs);
        } else {
            self.drop_tag(tag);
            match part.title() {
                Some(title) => self.write(tag, title),
                None => _ = self.vanish(tag.span.clone()),
            }
        }
        self.met.insert((tag.syntax, tag.name));
    }

    /// A placeholder that stands first on its line begins a block.
    fn interrupt(&mut self, tag: &Tag<'a>) {
        if self.at_start(tag.span.start) && !self.line.inert && !self.line.html && self.fits(&tag.span) {
            self.blocks.interrupt();
        }
    }

    fn close(&mut self, tag: &Tag<'a>) {
        if self.nesting.has(tag) {
            self.interrupt(tag);
            self.nesting.leave(&self.blocks, &mut self.edits, &mut self.findings, self.text);
            let container = self.fits(&tag.span).then(|| self.blocks.container());
            let constructs = self.nesting.close(tag, container, &mut self.edits, &mut self.findings, self.text);
            if !constructs.is_empty() {
                self.place(tag.span.clone(), constructs);
                return;
            }
        } else if !tag.name.is_empty() && !self.met.contains(&(tag.syntax, tag.name)) {
            self.drop_as("unclosed-tag", tag.name, tag.span.clone(), "closes nothing and was left out");
        }
        self.vanish(tag.span.clone());
    }

    /// A construct of its own, or where it has no room its address.
    fn show(&mut self, tag: &Tag<'a>, construct: Construct) {
        if self.fits(&tag.span) {
            self.place(tag.span.clone(), vec![construct]);
            return;
        }
        let (Construct::Embed { url, caption: text } | Construct::Reference { url, text }) = construct else { return };
        let link = meaning::link(text.as_deref().unwrap_or(&url), &url);
        self.write(tag, link.unwrap_or(url));
    }

    /// Markdown in the place of a tag, where there is room.
    fn write(&mut self, tag: &Tag<'a>, markdown: String) {
        let markdown = if self.line.html { in_html(&markdown) } else { markdown };
        if markdown.len() <= longest_line(self.text, &tag.span) {
            let glue = self.glue(tag.span.start);
            self.edit(tag.span.clone(), New::Text(markdown), glue);
            return;
        }
        self.drop_tag(tag);
        self.vanish(tag.span.clone());
    }

    /// A tag whose content is a link's text: one link where that is plain, else the address before the text.
    fn wrap_link(&mut self, tag: &Tag<'a>, url: &str) -> usize {
        let from = tag.span.end;
        let limit = self.brackets.paragraph_end(self.text, from).min(from + 500);
        let next = memchr::memchr2(b'{', b'<', &self.text.as_bytes()[from..limit]).map(|offset| from + offset);
        let closer = next.and_then(|at| match self.text.as_bytes()[at] {
            b'<' => component(self.text, at, &mut self.budget),
            _ => self.brackets.tag(self.text, at),
        });
        if let Some(closer) = closer.filter(|closer| closer.closing && closer.name == tag.name) {
            let whole = Tag { span: tag.span.start..closer.span.end, ..tag.clone() };
            let inside = self.text[from..closer.span.start].trim();
            let link = meaning::link(inside, url).filter(|_| !inside.is_empty());
            let room = longest_line(self.text, &whole.span);
            let fits = |link: &String| if self.line.html { in_html(link).len() } else { link.len() } <= room;
            if let Some(link) = link.filter(fits) {
                self.write(&whole, link);
                return whole.span.end;
            }
            if !inside.contains(['[', ']', '`', '<', '{', '*', '_']) && self.fits(&whole.span) {
                let text = clean(inside).map(str::to_owned);
                self.place(whole.span.clone(), vec![Construct::Reference { url: url.to_owned(), text }]);
                return whole.span.end;
            }
        }
        match meaning::show(url, None) {
            Meaning::Show(Construct::Embed { url, .. }) => self.write(tag, format!("<{url}>")),
            Meaning::Show(construct) => self.show(tag, construct),
            _ => {}
        }
        from
    }

    /// `{% content-ref %}` wraps a link; only where it wraps nothing is its own address needed.
    fn content_ref(&mut self, tag: &Tag<'a>) {
        let inside = self.text[tag.span.end..].trim_start();
        let url = tag.get(&["url"]).and_then(liquid::reference);
        match url.filter(|_| inside.starts_with("{%") && inside[2..].trim_start().starts_with("endcontent-ref")) {
            Some(reference) => self.show(tag, reference),
            None => _ = self.vanish(tag.span.clone()),
        }
    }

    /// Tags around what is not to be read as Markdown with tags.
    fn verbatim(&mut self, tag: &Tag<'a>, meaning: Meaning) -> usize {
        let Some(closer) = self.closer(tag) else {
            self.drop_as("unclosed-tag", tag.name, tag.span.clone(), "is never closed");
            return self.vanish(tag.span.clone());
        };
        match meaning {
            Meaning::Comment => {
                let end = closer.span.end;
                self.edit(tag.span.start..end, New::Blank, None);
                return end;
            }
            Meaning::Code(language) if self.fences(tag, &closer) => {
                let inside = &self.text[tag.span.end..closer.span.start];
                let fence = if inside.contains("```") { "~~~~" } else { "```" };
                self.edit(tag.span.clone(), New::Text(format!("{fence}{language}")), None);
                self.line.content = lines::skip_space(self.text, self.line_start(closer.span.start));
                self.edit(closer.span.clone(), New::Text(fence.into()), None);
                self.blocks.interrupt();
                return closer.span.end;
            }
            Meaning::Code(_) => self.drop_tag(tag),
            _ => self.literal_end = closer.span.start,
        }
        self.vanish(tag.span.clone())
    }

    /// Whether both tags stand alone on their lines, so that fences can stand there.
    fn fences(&self, tag: &Tag<'_>, closer: &Tag<'_>) -> bool {
        let closer_line = self.line_start(closer.span.start);
        self.at_start(tag.span.start)
            && lines::is_blank(self.text, tag.span.end)
            && longest_line(self.text, &tag.span) == tag.span.len()
            && closer_line > tag.span.end
            && lines::skip_space(self.text, closer_line) == closer.span.start
            && lines::is_blank(self.text, closer.span.end)
            && self.blocks.container() == 0
            && !self.line.html
            && !self.line.inert
    }

    /// The tag that closes a verbatim one.
    fn closer(&mut self, tag: &Tag<'a>) -> Option<Tag<'a>> {
        if !self.paired(tag) {
            return None;
        }
        let open = if tag.syntax == Syntax::Block { "{%" } else { "{{" };
        let mut at = tag.span.end;
        loop {
            at += memmem::find(&self.text.as_bytes()[at..], open.as_bytes())?;
            let next = self.brackets.tag(self.text, at);
            if let Some(closer) = next.filter(|next| next.closing && next.name == tag.name && next.syntax == tag.syntax)
            {
                return Some(closer);
            }
            at += 1;
        }
    }

    /// Whether a closing tag of the same name follows somewhere.
    fn paired(&self, tag: &Tag<'_>) -> bool {
        let name = if tag.call { "" } else { tag.name };
        !tag.alone && self.closers.get(&(tag.syntax, name)).is_some_and(|&last| last >= tag.span.end)
    }

    fn line_start(&self, at: usize) -> usize {
        self.text[..at].rfind(['\n', '\r']).map_or(0, |found| found + 1)
    }

    /// Whether nothing that will be seen stands before `at` on its line.
    fn at_start(&self, at: usize) -> bool {
        at == self.line.content
    }

    /// Whether a placeholder has room in the first line of `span`.
    fn fits(&self, span: &Span) -> bool {
        let line_end = lines::end(self.text, span.start);
        let room = line_end.min(span.end) - span.start;
        let ends_line = span.end > line_end || lines::is_blank(self.text, span.end);
        let enough = match (self.at_start(span.start), ends_line) {
            (true, true) => room >= if self.line.html || self.line.inert { PLACEHOLDER_LENGTH } else { 3 },
            (true, false) => room >= PLACEHOLDER_LENGTH + "&#32;".len() && !self.line.html,
            (false, _) => room >= PLACEHOLDER_LENGTH && !self.line.html && self.glue(span.start).is_none(),
        };
        enough && self.placed + 3 * self.nesting.depth() + 8 < MOST_PLACEHOLDERS
    }

    fn place(&mut self, span: Span, constructs: Vec<Construct>) {
        self.placed += constructs.len();
        self.edit(span, New::Place(constructs), None);
    }

    /// The character that ends the address `at` stands in, where it does: a link's, or an attribute's.
    fn glue(&self, at: usize) -> Option<u8> {
        let bytes = self.text.as_bytes();
        if let Some(last) = self.edits.last().filter(|edit| edit.span.end <= at)
            && let Some(glue) = last.glue
            && !bytes[last.span.end..at].iter().any(|&b| b == glue || b.is_ascii_whitespace() || b == b'{')
        {
            return Some(glue);
        }
        let from = at.saturating_sub(256).max(self.line.content);
        for at in (from..at).rev() {
            let before = at.checked_sub(1).map(|at| bytes[at]);
            match bytes[at] {
                b'(' if before == Some(b']') => return Some(b')'),
                quote @ (b'"' | b'\'') if before == Some(b'=') => return Some(quote),
                b'"' | b'\'' | b')' | b'<' | b'{' => return None,
                byte if byte.is_ascii_whitespace() => return None,
                _ => {}
            }
        }
        None
    }

    /// Whether space at `span` would make a list item or heading of what stands before it on its line.
    fn follows_marker(&self, span: &Span) -> bool {
        let before = self.text.get(self.line.content..span.start).unwrap_or_default();
        let marks = list_marker(before) == Some(before.len()) || before.bytes().all(|b| b == b'#');
        marks && !before.is_empty()
    }

    fn drop_tag(&mut self, tag: &Tag<'a>) {
        let name = if tag.syntax == Syntax::Output && !tag.call { "{{" } else { tag.name };
        self.drop_as(DROPPED, name, tag.span.clone(), left_out(tag));
    }

    fn drop_as(&mut self, code: &'static str, name: &'a str, span: Span, what: &'static str) {
        self.findings.add(code, name, span, what);
    }

    fn edit(&mut self, span: Span, new: New, glue: Option<u8>) {
        let glue = glue.or(self.follows_marker(&span).then_some(b'\n'));
        debug_assert!(self.edits.last().is_none_or(|last| last.span.end <= span.start), "edits are in order");
        if !span.is_empty() {
            let surroundings = match self.line.kind {
                Kind::Text if self.line.html => Surroundings::Html,
                Kind::Text | Kind::Blank => Surroundings::Markdown,
                Kind::Code => Surroundings::Code,
            };
            self.edits.push(Edit { span, content: self.line.content, surroundings, glue, new });
        }
    }
}

/// Whose tag it is, for the warning.
fn left_out(tag: &Tag<'_>) -> &'static str {
    match tag.syntax {
        Syntax::Block | Syntax::Output if tag.call => "belongs to Zola and was left out",
        Syntax::Block | Syntax::Output => "belongs to Jekyll and was left out",
        Syntax::Shortcode => "belongs to Hugo and was left out",
        Syntax::Component => "is a component of MDX and was left out",
        Syntax::Admonition => "is no known call-out and was left out",
        Syntax::Aside => "was left out",
    }
}

/// What [`meaning`] writes as Markdown, for a place where Markdown is not read.
fn in_html(markdown: &str) -> String {
    let link = markdown.trim_start_matches('!').strip_prefix('[').and_then(|rest| rest.strip_suffix(')'));
    match link.and_then(|link| link.split_once("](")) {
        Some((text, url)) => {
            let url = url.trim_matches(['<', '>']);
            match markdown.starts_with('!') {
                true => format!("<img src=\"{url}\" alt=\"{text}\">"),
                false => format!("<a href=\"{url}\">{text}</a>"),
            }
        }
        None => markdown.trim_matches(['*', '<', '>']).replace("> <", ", "),
    }
}

/// The last closing tag of each name.
fn closers(text: &str, start: usize) -> BTreeMap<(Syntax, &str), usize> {
    let mut found = BTreeMap::new();
    let bytes = text.as_bytes();
    for at in memchr::memchr3_iter(b'{', b'<', b':', &bytes[start..]).map(|at| start + at) {
        let rest = &text[at..];
        let (syntax, behind) = if rest.starts_with("{%") {
            (Syntax::Block, rest[2..].trim_start_matches(['-', '+', ' ', '\t', '\n']))
        } else if rest.starts_with("{{<") || rest.starts_with("{{%") {
            (Syntax::Shortcode, rest[3..].trim_start())
        } else if let Some(name) = rest.strip_prefix("</") {
            (if name.starts_with("aside>") { Syntax::Aside } else { Syntax::Component }, rest[1..].trim_start())
        } else if rest.starts_with(":::") && (at == 0 || bytes[at - 1] != b':') {
            let behind = at + run(bytes, at);
            if !lines::is_blank(text, behind) {
                continue;
            }
            found.insert((Syntax::Admonition, ":::"), at);
            continue;
        } else {
            continue;
        };
        let name = match (syntax, behind.strip_prefix('/')) {
            (Syntax::Block, _) => behind.strip_prefix("end"),
            (_, name) => name.map(str::trim_start),
        };
        if let Some(name) = name {
            let end =
                name.find(|c: char| c.is_whitespace() || "%>-/".contains(c) && syntax != Syntax::Block || c == '%');
            found.insert((syntax, &name[..end.unwrap_or(name.len())]), at);
        }
    }
    found
}
