//! Markdown to HTML, an outline, links and references, in one pass over the parser's events.
//!
//! In goes the text of a posting in which dialects are already placeholders; out comes HTML that is escaped, or cleaned
//! where the posting has HTML of its own, and has no `style` and no script. Addresses that only the whole site can
//! resolve are marks: see [`super::Draft`]. What the text means is not asked here.

mod address;
mod autolink;
mod blocks;
mod code;
mod construct;
mod entity;
mod escape;
mod footnotes;
mod headings;
mod highlight;
mod links;
mod outline;
mod picture;
mod plain;
mod raw;
mod raw_tag;
mod sanitize;
mod star;
mod table;
mod tags;
#[cfg(test)]
mod tests;
mod text;

pub use self::highlight::Highlighter;
pub use self::plain::plain_text;

use pulldown_cmark::{Event, Options as Extensions, Parser, Tag, TagEnd};

use super::dialect::Rewritten;
use super::{Block, Embedded, Link, Options, Reference};
use crate::config::RawHtml;
use crate::diagnostic::{Code, Diagnostic};
use crate::source::{SourceFile, Span};

/// How many warnings of one kind a posting is worth.
const MAX_WARNINGS: usize = 50;

/// A heading, with the HTML to show it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    /// Its plain text.
    pub text: String,
    /// Its line in the file, from 1.
    pub line: u32,
    /// Its HTML as a second-level heading, to be put before the text where it did not become the title.
    pub html: String,
}

pub(super) struct Document {
    pub lead_heading: Option<Heading>,
    pub html: String,
    pub outline: Vec<Block>,
    pub links: Vec<Link>,
    pub references: Vec<Reference>,
    pub embedded: Vec<Embedded>,
}

pub(super) fn convert(
    source: &SourceFile,
    rewritten: &Rewritten<'_>,
    options: &Options<'_>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Document {
    let body = rewritten.body.clone();
    let mut writer = Writer {
        source,
        rewritten,
        options,
        diagnostics,
        html: String::with_capacity(body.len() + body.len() / 2),
        outline: outline::Outline::default(),
        links: links::Links::default(),
        text: text::Text {
            candidates: autolink::Candidates::locate(&rewritten.text, body.clone()),
            pending: Vec::new(),
        },
        headings: blocks::Headings::default(),
        leaf: blocks::Leaf::default(),
        open: Vec::new(),
        table: table::Table::default(),
        code: None,
        footnotes: footnotes::Footnotes::default(),
        raw: raw::Raw::default(),
    };
    writer.run(body);
    writer.finish()
}

/// The page in the making. Each concern has its part of the state, and its methods in the module of the same name.
struct Writer<'a> {
    source: &'a SourceFile,
    rewritten: &'a Rewritten<'a>,
    options: &'a Options<'a>,
    diagnostics: &'a mut Vec<Diagnostic>,
    html: String,
    outline: outline::Outline,
    links: links::Links,
    text: text::Text<'a>,
    headings: blocks::Headings,
    leaf: blocks::Leaf<'a>,
    /// Blocks that hold blocks, outermost first.
    open: Vec<blocks::Open>,
    table: table::Table,
    code: Option<blocks::OpenCode>,
    footnotes: footnotes::Footnotes,
    raw: raw::Raw,
}

impl<'a> Writer<'a> {
    /// Converts a part of the text. Blocks that a construct opened may stay open behind it.
    fn run(&mut self, part: Span) {
        let extensions = Extensions::ENABLE_TABLES
            | Extensions::ENABLE_FOOTNOTES
            | Extensions::ENABLE_STRIKETHROUGH
            | Extensions::ENABLE_TASKLISTS
            | Extensions::ENABLE_SMART_PUNCTUATION
            | Extensions::ENABLE_HEADING_ATTRIBUTES
            | Extensions::ENABLE_DEFINITION_LIST
            | Extensions::ENABLE_GFM;
        let rewritten: &'a Rewritten<'a> = self.rewritten;
        for (event, span) in Parser::new_ext(&rewritten.text[part.clone()], extensions).into_offset_iter() {
            self.event(event, span.start + part.start..span.end + part.start);
        }
        self.flush_text();
    }

    fn event(&mut self, event: Event<'a>, at: Span) {
        if let Event::Text(text) = event {
            return self.text(text, at);
        }
        if let Event::Start(Tag::Emphasis) | Event::End(TagEnd::Emphasis) = event
            && star::are_letters(&self.rewritten.text, &at)
        {
            let star = if matches!(event, Event::Start(_)) { at.start..at.start + 1 } else { at.end - 1..at.end };
            return self.text("*".into(), star);
        }
        self.flush_text();
        let is_end = matches!(event, Event::End(_));
        match event {
            Event::Start(tag) => self.start(tag, at),
            Event::End(tag) => self.end(tag),
            Event::Code(code) => self.inline_code(&code),
            Event::SoftBreak => self.soft_break(&at),
            Event::HardBreak => self.line_break("<br>\n"),
            Event::Rule => self.rule(&at),
            Event::FootnoteReference(label) => self.footnote_reference(&label),
            Event::TaskListMarker(done) => self.task_marker(done),
            Event::Html(html) => self.raw.collect(&html, at.start),
            Event::InlineHtml(html) => self.inline_html(&html, at.start),
            // Only with extensions that are off.
            Event::InlineMath(text) | Event::DisplayMath(text) | Event::Text(text) => self.words(&text),
        }
        if is_end && self.open.is_empty() && self.leaf.paragraph.is_none() && self.headings.open.is_none() {
            self.raw.end_outermost(self.html.len());
        }
    }

    fn start(&mut self, tag: Tag<'a>, at: Span) {
        match tag {
            Tag::Paragraph => self.start_paragraph(&at),
            Tag::Heading { level, id, classes, attrs } => {
                self.start_heading(level as u8, id.as_deref(), attrs.iter().filter(|_| classes.is_empty()), &at);
            }
            Tag::BlockQuote(kind) => self.start_quote(kind),
            Tag::CodeBlock(kind) => self.start_code(&kind, &at),
            Tag::List(start) => self.start_list(start),
            Tag::Item => self.start_item(&at),
            Tag::DefinitionList => self.start_container("<dl>\n"),
            Tag::DefinitionListTitle => self.start_definition("<dt>", &at),
            Tag::DefinitionListDefinition => self.start_definition("<dd>", &at),
            Tag::FootnoteDefinition(label) => self.start_footnote(&label),
            Tag::Table(alignments) => self.start_table(alignments),
            Tag::TableHead => self.start_row(true, &at),
            Tag::TableRow => self.start_row(false, &at),
            Tag::TableCell => self.start_cell(),
            Tag::Emphasis => self.start_span("<em>"),
            Tag::Strong => self.start_span("<strong>"),
            Tag::Strikethrough => self.start_span("<del>"),
            Tag::Superscript => self.start_span("<sup>"),
            Tag::Subscript => self.start_span("<sub>"),
            Tag::Link { dest_url, title, .. } => self.start_link(&dest_url, &title, &at),
            Tag::Image { dest_url, title, .. } => self.start_image(&dest_url, &title, &at),
            Tag::HtmlBlock | Tag::MetadataBlock(_) => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Paragraph => self.end_paragraph(),
            TagEnd::Heading(_) => self.end_heading(),
            TagEnd::BlockQuote(None) => self.end_container("</blockquote>\n"),
            TagEnd::BlockQuote(Some(_)) => self.end_container("</div>\n"),
            TagEnd::CodeBlock => self.end_code(),
            TagEnd::HtmlBlock => self.raw_block(),
            TagEnd::List(true) => self.end_container("</ol>\n"),
            TagEnd::List(false) => self.end_container("</ul>\n"),
            TagEnd::Item => self.end_item("</li>\n"),
            TagEnd::DefinitionList => self.end_container("</dl>\n"),
            TagEnd::DefinitionListTitle => self.end_item("</dt>\n"),
            TagEnd::DefinitionListDefinition => self.end_item("</dd>\n"),
            TagEnd::FootnoteDefinition => self.end_footnote(),
            TagEnd::Table => self.end_table(),
            TagEnd::TableHead => self.end_head(),
            TagEnd::TableRow => self.end_row(),
            TagEnd::TableCell => self.end_cell(),
            TagEnd::Emphasis => self.end_span("</em>"),
            TagEnd::Strong => self.end_span("</strong>"),
            TagEnd::Strikethrough => self.end_span("</del>"),
            TagEnd::Superscript => self.end_span("</sup>"),
            TagEnd::Subscript => self.end_span("</sub>"),
            TagEnd::Link => self.end_link(),
            TagEnd::Image => self.end_image(),
            TagEnd::MetadataBlock(_) => {}
        }
    }

    fn finish(mut self) -> Document {
        let (rewritten, end) = (self.rewritten, self.rewritten.body.end);
        for construct in &rewritten.unclosed {
            self.construct(construct, end..end);
        }
        // Markdown's blocks may have been nested otherwise than the dialects were.
        self.close_constructs(0);
        self.raw.end_outermost(self.html.len());
        self.footnotes.write_all(&mut self.html);
        self.headings.levels.settle(&mut self.html);
        if let Some(part) = self.raw.dirt.part.take().filter(|_| !self.is_trusted()) {
            let cleaned = sanitize::clean(&self.html[part.clone()]);
            self.html.replace_range(part, &cleaned);
        }
        Document {
            lead_heading: self.headings.lead,
            html: self.html,
            outline: self.outline.finish(),
            links: self.links.found,
            references: self.links.references,
            embedded: self.links.embedded,
        }
    }

    fn line(&self, at: &Span) -> u32 {
        self.source.line(at.start)
    }

    /// Warns, up to a number that nobody reads to the end: each warning carries its whole line.
    fn warn(&mut self, code: Code, message: String, at: &Span, help: &str) {
        if self.diagnostics.iter().filter(|known| known.code == code).nth(MAX_WARNINGS - 1).is_some() {
            return;
        }
        let location = self.source.location(at.clone());
        self.diagnostics.push(Diagnostic::warning(code, message).at(location).help(help));
    }
}
