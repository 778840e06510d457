//! HTML that a posting has of its own, as text to read: blocks of words, links, and what became of the rest.
//!
//! How its tags are written is in [`super::raw_tag`].

use super::raw_tag::MAX_DEPTH;
use super::tags::{self, Token};
use super::{RawHtml, Writer, entity, escape, links};
use crate::extract::{BlockKind, Link};
use crate::source::Span;

#[derive(Debug, Default)]
pub(super) struct Raw {
    /// The lines of the current block, and for each where it begins here and in the file: what stands before it there
    /// (`> ` in a quotation) is not part of it.
    block: String,
    places: Vec<(usize, usize)>,
    /// Whether the current piece is a block of its own, not a part of running text.
    pub(super) is_block: bool,
    /// Whether what is read as indented code is but the rest of an element.
    pub(super) goes_on: bool,
    /// Whether a block of the outline was begun for text of the current piece.
    has_target: bool,
    flow: Flow,
    pub(super) dirt: Dirt,
    /// Elements that are open, but for those whose end tag may be left out.
    pub(super) elements: Vec<&'static str>,
    /// Elements that are open and in which nothing becomes a link.
    pub(super) unlinked: Vec<String>,
    pub(super) link: Option<links::OpenLink>,
    /// An element of running text whose content is to be taken back when it ends.
    pub(super) hiding: Option<Hiding>,
    /// Headings that are open, by their index among all.
    pub(super) headings: Vec<usize>,
    /// What was warned about: once a kind in a file is enough.
    warned: Vec<String>,
}

/// The element that the words of the outline's current block belong to.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
enum Flow {
    #[default]
    Text,
    Item,
    /// A table's row, and how many cells it has so far.
    Row(usize),
}

/// Which part of the page holds raw HTML, so that only that is read again.
#[derive(Debug, Default)]
pub(super) struct Dirt {
    /// Where the current outermost block begins in the HTML.
    pub(super) block_start: usize,
    /// Whether the current block has anything that only the sanitiser can put in order.
    pub(super) in_block: bool,
    /// From the first such block to the last: what one opens, another may close.
    pub(super) part: Option<Span>,
}

#[derive(Debug)]
pub(super) struct Hiding {
    pub(super) name: String,
    pub(super) html: usize,
    pub(super) mark: usize,
}

impl Raw {
    pub(super) fn collect(&mut self, html: &str, offset: usize) {
        self.places.push((self.block.len(), offset));
        self.block.push_str(html);
    }

    /// Notes that an outermost block ends here.
    pub(super) fn end_outermost(&mut self, html: usize) {
        if std::mem::take(&mut self.dirt.in_block) {
            let start = self.dirt.part.as_ref().map_or(self.dirt.block_start, |part| part.start);
            self.dirt.part = Some(start..html);
        }
        self.dirt.block_start = html;
    }

    /// The place in the file of a piece of the current block.
    fn place(&self, at: usize, length: usize) -> Span {
        let line = self.places.partition_point(|(start, _)| *start <= at).saturating_sub(1);
        let start = self.places.get(line).map_or(0, |(start, offset)| offset + at - start);
        start..start + length
    }
}

impl Writer<'_> {
    /// Writes the block of HTML that was collected.
    pub(super) fn raw_block(&mut self) {
        let block = std::mem::take(&mut self.raw.block);
        let indent = block.len() - block.trim_start().len();
        let first = self.raw.place(indent, 0).start;
        if self.rewritten.placed_at(first).is_empty() {
            self.raw.is_block = true;
            let mut at = 0;
            for (token, source) in tags::tokens(&block) {
                let place = self.raw.place(at, source.len());
                at += source.len();
                self.raw_token(&token, source, place);
            }
            self.end_raw_target();
            self.end_raw_inline();
            self.raw.is_block = false;
        } else {
            self.construct_line(&block);
        }
        self.raw.block = block;
        self.raw.block.clear();
        self.raw.places.clear();
    }

    /// Writes a line that begins with a construct. It is no HTML to its author: what else stands on it is Markdown.
    fn construct_line(&mut self, line: &str) {
        let places = std::mem::take(&mut self.raw.places);
        let first = places.first().map_or(0, |(_, offset)| *offset);
        let mut markdown = first;
        let mut at = first;
        for (_, source) in tags::tokens(line) {
            let place = at..at + source.len();
            at = place.end;
            if !self.rewritten.placed_at(place.start).is_empty() {
                self.run_unless_blank(markdown..place.start);
                markdown = place.end;
                self.constructs(&place);
            }
        }
        self.run_unless_blank(markdown..at);
        self.raw.places = places;
    }

    fn run_unless_blank(&mut self, part: Span) {
        if self.rewritten.text.get(part.clone()).is_some_and(|text| !text.trim().is_empty()) {
            self.run(part);
        }
    }

    /// Writes a tag in running text.
    pub(super) fn inline_html(&mut self, html: &str, offset: usize) {
        for (token, source) in tags::tokens(html) {
            if self.links.image.is_none() || token == Token::Declaration {
                self.raw_token(&token, source, offset..offset + html.len());
            }
        }
    }

    /// What raw HTML began in a piece of text ends with it at the latest.
    pub(super) fn end_raw_inline(&mut self) {
        self.raw.unlinked.clear();
        self.raw.hiding = None;
        self.end_raw_link();
    }

    fn raw_token(&mut self, token: &Token<'_>, source: &str, at: Span) {
        if *token == Token::Declaration && !self.rewritten.placed_at(at.start).is_empty() {
            self.end_raw_target();
            self.constructs(&at);
            return;
        }
        match token {
            Token::Text => self.raw_text(source, &at),
            Token::Open(tag) => self.raw_open(tag, source, &at),
            Token::Close(name) => self.raw_close(&name.to_ascii_lowercase(), source),
            Token::Comment(is_closed) => {
                if !is_closed && source.trim().len() > "<!--".len() {
                    let message = "this comment never ends, and hides the rest of the text".to_owned();
                    self.warn("unclosed-comment", message, &at, "end it with `-->`");
                }
                self.write_if_trusted(source);
            }
            Token::Declaration => {
                if source.starts_with("<?") {
                    self.warn_dropped("<?", "`<? … ?>` is not kept in postings".to_owned(), &at);
                }
                self.write_if_trusted(source);
            }
            Token::Hidden => self.write_if_trusted(source),
        }
    }

    fn write_if_trusted(&mut self, source: &str) {
        if self.is_trusted() {
            escape::visible(&mut self.html, source);
        }
    }

    pub(super) fn is_trusted(&self) -> bool {
        self.options.raw_html == RawHtml::Allow
    }

    fn raw_text(&mut self, source: &str, at: &Span) {
        let text = entity::decode(source);
        if !text.trim().is_empty() {
            let line = self.source.line(at.start + source.len() - source.trim_start().len());
            self.ensure_raw_target(line);
            self.outline.has_words = true;
            self.raw.dirt.in_block |= self.open.len() < MAX_DEPTH;
        } else if self.html.is_empty()
            || self.html.ends_with('\n') && !self.raw.unlinked.iter().any(|open| open == "pre")
        {
            return;
        }
        escape::raw_text(&mut self.html, source);
        self.push_collapsed(&text);
    }

    /// Adds text to the outline with its spaces collapsed as on the page; but a line break of the source stays one.
    fn push_collapsed(&mut self, text: &str) {
        let words = text.trim();
        let Some(start) = text.find(words).filter(|_| !words.is_empty()) else {
            return self.outline.push(space(text));
        };
        self.outline.push(space(&text[..start]));
        for (index, line) in words.lines().map(str::trim).filter(|line| !line.is_empty()).enumerate() {
            if index > 0 {
                self.outline.push("\n");
            }
            self.outline.push(line);
        }
        self.outline.push(space(&text[start + words.len()..]));
    }

    /// What a start tag means for the outline.
    pub(super) fn outline_open(&mut self, name: &str, at: &Span) {
        if name == "br" {
            return self.outline.push("\n");
        }
        if !is_block(name) {
            return;
        }
        if !self.raw.is_block {
            return self.outline.new_line();
        }
        let line = self.line(at);
        match (name, self.raw.flow) {
            ("tr", _) => self.begin_raw_target(BlockKind::TableRow, line, Flow::Row(0)),
            ("td" | "th", Flow::Row(cells)) => {
                if cells > 0 {
                    self.outline.push("\t");
                }
                self.raw.flow = Flow::Row(cells + 1);
            }
            ("td" | "th", _) => self.begin_raw_target(BlockKind::TableRow, line, Flow::Row(1)),
            ("li", _) => self.begin_raw_target(BlockKind::ListItem, line, Flow::Item),
            ("ul" | "ol" | "table", _) => self.end_raw_target(),
            (_, Flow::Item | Flow::Row(_)) => self.outline.new_line(),
            ("h1" | "h2" | "h3" | "h4" | "h5" | "h6", _) => {
                let level = name.as_bytes()[1] - b'0';
                self.begin_raw_target(BlockKind::Heading(level), line, Flow::Text);
            }
            _ => self.end_raw_target(),
        }
    }

    /// What an end tag means for the outline.
    pub(super) fn outline_close(&mut self, name: &str) {
        if !is_block(name) {
            return;
        }
        match (name, self.raw.flow) {
            _ if !self.raw.is_block => self.outline.new_line(),
            ("li" | "ul" | "ol" | "tr" | "table" | "thead" | "tbody", _) | (_, Flow::Text) => self.end_raw_target(),
            ("td" | "th", _) => {}
            _ => self.outline.new_line(),
        }
    }

    /// Words that stand in no element yet are a paragraph.
    pub(super) fn ensure_raw_target(&mut self, line: u32) {
        if self.raw.is_block && !self.raw.has_target {
            self.begin_raw_target(BlockKind::Paragraph, line, Flow::Text);
        }
    }

    fn begin_raw_target(&mut self, kind: BlockKind, line: u32, flow: Flow) {
        self.end_raw_target();
        self.outline.begin(kind, line);
        self.raw.has_target = true;
        self.raw.flow = flow;
    }

    fn end_raw_target(&mut self) {
        if std::mem::take(&mut self.raw.has_target) {
            self.outline.end();
        }
        self.raw.flow = Flow::Text;
    }

    pub(super) fn end_raw_link(&mut self) {
        if let Some(link) = self.raw.link.take()
            && let Some(url) = link.url
        {
            let text = self.outline.since(link.mark).trim().to_owned();
            self.links.found.push(Link { text, url, line: link.line });
        }
    }

    /// Warns about something left out, once a kind.
    pub(super) fn warn_dropped(&mut self, kind: &str, message: String, at: &Span) {
        if self.is_trusted() || self.raw.warned.iter().any(|warned| warned == kind) {
            return;
        }
        self.raw.warned.push(kind.to_owned());
        let help = "write it in Markdown; or set `raw_html = \"allow\"` under `[build]` where all authors are trusted";
        self.warn("dropped-html", message, at, help);
    }
}

/// What is left in the outline of white space between words.
fn space(text: &str) -> &'static str {
    match text {
        "" => "",
        _ if text.contains('\n') => "\n",
        _ => " ",
    }
}

/// Whether an element begins a new line on the page.
fn is_block(name: &str) -> bool {
    const BLOCKS: &[&str] = &[
        "address",
        "article",
        "aside",
        "blockquote",
        "center",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "li",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
    ];
    BLOCKS.contains(&name)
}
