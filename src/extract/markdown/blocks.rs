//! Paragraphs, headings, lists, quotations, code, and what is open around them.

use pulldown_cmark::{BlockQuoteKind, CodeBlockKind, CowStr};

use super::{Heading, Writer, code, construct, escape, headings, sanitize};
use crate::extract::BlockKind;
use crate::extract::dialect::Construct;
use crate::source::Span;

/// A block that holds blocks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Open {
    /// One that Markdown opened, and that Markdown will close.
    Markdown {
        is_item: bool,
    },
    Callout,
    Tabs,
    Tab,
}

/// The block that running text stands in.
#[derive(Debug, Default)]
pub(super) struct Leaf<'a> {
    pub(super) paragraph: Option<Paragraph>,
    /// How many emphases, links and pictures are open.
    pub(super) spans: usize,
    /// Constructs that can't stand where they were met, to be written behind the block.
    pub(super) deferred: Vec<(&'a Construct, Span)>,
}

/// An open `<p>`; whether it is a block of the outline, or a part of its list item's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Paragraph {
    is_block: bool,
}

#[derive(Debug, Default)]
pub(super) struct Headings {
    pub(super) ids: headings::Ids,
    pub(super) levels: headings::Levels,
    pub(super) lead: Option<Heading>,
    pub(super) open: Option<OpenHeading>,
}

/// A heading whose text is being read.
#[derive(Debug)]
pub(super) struct OpenHeading {
    level: u8,
    id: Option<String>,
    /// What stood in braces but is no attribute, as in `# Engineer {remote}`.
    braces: String,
    line: u32,
    /// Where its content begins in the HTML.
    content: usize,
    may_lead: bool,
}

/// A block of code whose text is being read.
#[derive(Debug)]
pub(super) struct OpenCode {
    info: String,
    /// Whether it is code by its indentation alone.
    is_indented: bool,
    pub(super) text: String,
    line: u32,
}

impl Writer<'_> {
    pub(super) fn start_paragraph(&mut self, at: &Span) {
        self.open_paragraph(self.line(at));
    }

    pub(super) fn end_paragraph(&mut self) {
        self.end_leaf();
        self.close_paragraph();
        self.write_deferred();
    }

    pub(super) fn open_paragraph(&mut self, line: u32) {
        let is_block = self.open.last() != Some(&Open::Markdown { is_item: true });
        if is_block {
            self.outline.begin(BlockKind::Paragraph, line);
        } else {
            self.outline.new_line();
        }
        self.new_line();
        self.html.push_str("<p>");
        self.leaf.paragraph = Some(Paragraph { is_block });
    }

    /// Ends the open paragraph; one without content leaves no trace. Says whether there was one.
    pub(super) fn close_paragraph(&mut self) -> bool {
        let Some(paragraph) = self.leaf.paragraph.take() else { return false };
        self.raw.hiding = None;
        self.trim_end();
        if self.html.ends_with("<p>") {
            self.html.truncate(self.html.len() - "<p>".len());
        } else {
            self.html.push_str("</p>\n");
        }
        if paragraph.is_block {
            self.outline.end();
        }
        true
    }

    pub(super) fn start_heading<'h>(
        &mut self,
        level: u8,
        id: Option<&str>,
        attributes: impl Iterator<Item = &'h (CowStr<'h>, Option<CowStr<'h>>)> + Clone,
        at: &Span,
    ) {
        let is_text = id.is_none() && attributes.clone().all(|(_, value)| value.is_none());
        let words: Vec<&str> = attributes.filter(|_| is_text).map(|(name, _)| name.as_ref()).collect();
        let line = self.line(at);
        let may_lead = level == 1 && self.open.is_empty() && !self.outline.has_words && self.headings.lead.is_none();
        if may_lead {
            // It is cleaned by itself; what stands before it on its line is not a part of it.
            self.raw.end_outermost(self.html.len());
        }
        self.outline.begin(BlockKind::Heading(level), line);
        self.new_line();
        self.headings.open = Some(OpenHeading {
            level,
            id: id.map(str::to_owned),
            braces: if words.is_empty() { String::new() } else { format!(" {{{}}}", words.join(" ")) },
            line,
            content: self.html.len(),
            may_lead,
        });
    }

    pub(super) fn end_heading(&mut self) {
        let Some(heading) = self.headings.open.take() else { return };
        self.words(&heading.braces);
        self.end_leaf();
        let content = self.html.split_off(heading.content.min(self.html.len()));
        let text = self.outline.end().trim().to_owned();
        if !content.trim().is_empty() {
            self.write_heading(&heading, content.trim(), &text);
        }
        self.write_deferred();
    }

    fn write_heading(&mut self, heading: &OpenHeading, content: &str, text: &str) {
        if self.footnotes.is_inside() {
            // Notes stand at the end, outside of the page's outline.
            self.html.push_str("<p><strong>");
            self.html.push_str(content);
            self.html.push_str("</strong></p>\n");
            return;
        }
        let id = match &heading.id {
            Some(id) => self.headings.ids.claim(id),
            None => self.headings.ids.for_heading(text),
        };
        if heading.may_lead {
            let mut html = "<h2".to_owned();
            write_heading_content(&mut html, id.as_deref(), content);
            html.push_str("</h2>\n");
            if std::mem::take(&mut self.raw.dirt.in_block) && !self.is_trusted() {
                html = sanitize::clean(&html);
            }
            self.headings.lead = Some(Heading { text: text.replace('\n', " "), line: heading.line, html });
            return;
        }
        let index = self.headings.levels.open(&mut self.html, heading.level);
        write_heading_content(&mut self.html, id.as_deref(), content);
        self.headings.levels.close(&mut self.html, index);
        self.html.push('\n');
    }

    pub(super) fn start_quote(&mut self, kind: Option<BlockQuoteKind>) {
        let callout = match kind {
            None => return self.start_container("<blockquote>\n"),
            Some(BlockQuoteKind::Note) => "note",
            Some(BlockQuoteKind::Tip) => "tip",
            Some(BlockQuoteKind::Important) => "important",
            Some(BlockQuoteKind::Warning) => "warning",
            Some(BlockQuoteKind::Caution) => "caution",
        };
        self.start_container("");
        construct::write_callout_start(&mut self.html, callout);
    }

    pub(super) fn start_list(&mut self, start: Option<u64>) {
        self.end_leaf();
        match start {
            None => self.start_container("<ul>\n"),
            Some(1) => self.start_container("<ol>\n"),
            Some(start) => self.start_container(&format!("<ol start=\"{start}\">\n")),
        }
    }

    pub(super) fn start_item(&mut self, at: &Span) {
        self.html.push_str("<li>");
        self.open.push(Open::Markdown { is_item: true });
        let line = self.line(at);
        self.outline.begin(BlockKind::ListItem, line);
    }

    pub(super) fn start_definition(&mut self, tag: &str, at: &Span) {
        self.html.push_str(tag);
        self.open.push(Open::Markdown { is_item: true });
        let line = self.line(at);
        self.outline.begin(BlockKind::Paragraph, line);
    }

    pub(super) fn end_item(&mut self, tag: &str) {
        self.end_leaf();
        self.write_deferred();
        self.outline.end();
        self.end_container(tag);
    }

    pub(super) fn task_marker(&mut self, done: bool) {
        // Where a heading begins is known already: nothing may move it.
        let may_grow = self.headings.open.is_none();
        for (plain, task) in [("<li><p>", "<li class=\"task\"><p>"), ("<li>", "<li class=\"task\">")] {
            if may_grow && self.html.ends_with(plain) {
                self.html.truncate(self.html.len() - plain.len());
                self.html.push_str(task);
            }
        }
        self.html.push_str(if done {
            "<input type=\"checkbox\" disabled checked aria-label=\"done\"> "
        } else {
            "<input type=\"checkbox\" disabled aria-label=\"to do\"> "
        });
    }

    pub(super) fn rule(&mut self, at: &Span) {
        // Where there was no room for a declaration, a rule stands for a construct.
        if !self.constructs(at) {
            self.new_line();
            self.html.push_str("<hr>\n");
        }
    }

    pub(super) fn start_code(&mut self, kind: &CodeBlockKind<'_>, at: &Span) {
        self.new_line();
        // Behind an empty line, the rest of an indented element would be code to Markdown.
        if matches!(kind, CodeBlockKind::Indented) && self.is_rest_of_element(at) {
            self.raw.goes_on = true;
            return;
        }
        let info = match kind {
            CodeBlockKind::Fenced(info) => info.to_string(),
            CodeBlockKind::Indented => String::new(),
        };
        let text = String::with_capacity(at.len());
        let is_indented = matches!(kind, CodeBlockKind::Indented);
        self.code = Some(OpenCode { info, is_indented, text, line: self.line(at) });
    }

    /// Whether an element is open, and what stands there is a tag.
    fn is_rest_of_element(&self, at: &Span) -> bool {
        let source = self.rewritten.text.get(at.clone()).unwrap_or_default().trim_start();
        let is_tag = || {
            source.strip_prefix('<').is_some_and(|tag| tag.starts_with(|c: char| c.is_ascii_alphabetic() || c == '/'))
        };
        !self.raw.elements.is_empty() && is_tag()
    }

    pub(super) fn end_code(&mut self) {
        if std::mem::take(&mut self.raw.goes_on) {
            return self.raw_block();
        }
        let Some(code) = self.code.take() else { return };
        code::write(&mut self.html, self.options.highlighter, &code.info, &code.text);
        self.outline.has_words = true;
        let is_prose = code.is_indented && code::is_prose(&code.text);
        self.outline.add(if is_prose { BlockKind::Paragraph } else { BlockKind::Code }, &code.text, code.line);
    }

    pub(super) fn start_container(&mut self, tag: &str) {
        self.new_line();
        self.html.push_str(tag);
        self.open.push(Open::Markdown { is_item: false });
    }

    pub(super) fn end_container(&mut self, tag: &str) {
        self.close_innermost();
        self.html.push_str(tag);
    }

    /// Ends what stands on one line with the text before it. What raw HTML began in the text ends with it.
    pub(super) fn end_leaf(&mut self) {
        self.end_raw_inline();
        self.leaf.spans = 0;
        self.trim_end();
    }

    /// Takes away spaces, and the `\` that `GitBook` leaves behind where a line would break but none follows.
    fn trim_end(&mut self) {
        if self.html.ends_with(">\n") {
            return;
        }
        let start = self.raw.dirt.block_start;
        let trimmed = self.html[start..].trim_end();
        let trimmed = match trimmed.strip_suffix('\\') {
            None => trimmed,
            Some(mut trimmed) => {
                self.outline.trim_backslash();
                while let Some(shorter) = trimmed.trim_end().strip_suffix("<br>") {
                    trimmed = shorter;
                }
                trimmed.trim_end()
            }
        };
        self.html.truncate(start + trimmed.len());
    }

    pub(super) fn new_line(&mut self) {
        if !self.html.is_empty() && !self.html.ends_with(['\n', '>']) {
            self.html.push('\n');
        }
    }
}

fn write_heading_content(html: &mut String, id: Option<&str>, content: &str) {
    if let Some(id) = id {
        html.push_str(" id=\"");
        escape::attribute(html, id);
        html.push('"');
    }
    html.push('>');
    html.push_str(content);
}
