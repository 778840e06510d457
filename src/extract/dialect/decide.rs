//! What becomes of one tag: an edit, and where it wraps others, an entry in [`Nesting`](super::nesting::Nesting).
//!
//! In goes a tag that the walk met, out come edits in the order of the text. What the tag means is asked of [`meaning`].

use memchr::memmem;

use super::ahead::run;
use super::blocks::Kind;
use super::compose::{Edit, New, Surroundings, longest_line};
use super::meaning::{self, Meaning, Part, addresses, clean};
use super::tags::{Syntax, Tag, component};
use super::walk::Walk;
use super::{Construct, MOST_PLACEHOLDERS, PLACEHOLDER_LENGTH, lines, liquid};
use crate::source::Span;

/// The code of warnings about what is not shown as it was meant.
pub(super) const DROPPED: &str = "dropped-markup";

impl<'a> Walk<'a> {
    /// Blanks out a stretch, and emphasis around it that would be left with nothing in it.
    pub(super) fn vanish(&mut self, span: Span) -> usize {
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
    pub(super) fn tag(&mut self, tag: &Tag<'a>) -> usize {
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

    pub(super) fn open(&mut self, tag: &Tag<'a>, part: Part) {
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

    pub(super) fn close(&mut self, tag: &Tag<'a>) {
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
    pub(super) fn paired(&self, tag: &Tag<'_>) -> bool {
        let name = if tag.call { "" } else { tag.name };
        !tag.alone && self.closers.get(&(tag.syntax, name)).is_some_and(|&last| last >= tag.span.end)
    }

    pub(super) fn line_start(&self, at: usize) -> usize {
        self.text[..at].rfind(['\n', '\r']).map_or(0, |found| found + 1)
    }

    /// Whether nothing that will be seen stands before `at` on its line.
    pub(super) fn at_start(&self, at: usize) -> bool {
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
    pub(super) fn glue(&self, at: usize) -> Option<u8> {
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
        let marks = lines::list_marker(before) == Some(before.len()) || before.bytes().all(|b| b == b'#');
        marks && !before.is_empty()
    }

    pub(super) fn drop_tag(&mut self, tag: &Tag<'a>) {
        let name = if tag.syntax == Syntax::Output && !tag.call { "{{" } else { tag.name };
        self.drop_as(DROPPED, name, tag.span.clone(), left_out(tag));
    }

    pub(super) fn drop_as(&mut self, code: &'static str, name: &'a str, span: Span, what: &'static str) {
        self.findings.add(code, name, span, what);
    }

    pub(super) fn edit(&mut self, span: Span, new: New, glue: Option<u8>) {
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
            if markdown.starts_with('!') {
                format!("<img src=\"{url}\" alt=\"{text}\">")
            } else {
                format!("<a href=\"{url}\">{text}</a>")
            }
        }
        None => markdown.trim_matches(['*', '<', '>']).replace("> <", ", "),
    }
}
