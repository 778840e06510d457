//! What other tools' constructs look like on the page: call-outs, tabs, embedded pages, files.
//!
//! A construct may begin in one block and end in another, or never end. Whatever it does, the HTML stays well-formed: a
//! block of Markdown closes the constructs that were opened in it, and an end without a start is nothing.

use super::blocks::Open;
use super::{Writer, address, escape};
use crate::extract::dialect::{Construct, Rewritten};
use crate::extract::{BlockKind, Link};
use crate::source::Span;

const CALLOUT_TITLE: &str = "<p class=\"callout-title\">";

/// Writes the start of a call-out with its title, which is its kind's name.
pub(super) fn write_callout_start(html: &mut String, kind: &str) {
    let kind: String = kind.chars().filter(|c| c.is_ascii_alphanumeric() || *c == '-').collect();
    let kind = if kind.is_empty() { "note".to_owned() } else { kind.to_ascii_lowercase() };
    html.push_str("<div class=\"callout callout-");
    html.push_str(&kind);
    html.push_str("\" role=\"note\">\n");
    html.push_str(CALLOUT_TITLE);
    html.push_str(&kind[..1].to_ascii_uppercase());
    html.push_str(&kind[1..]);
    html.push_str("</p>\n");
}

impl<'a> Writer<'a> {
    /// Writes the constructs whose placeholder begins at `at`, and says whether there are any.
    pub(super) fn constructs(&mut self, at: &Span) -> bool {
        let rewritten: &'a Rewritten<'a> = self.rewritten;
        let placed = rewritten.placed_at(at.start);
        for placed in placed {
            self.construct(&placed.construct, at.clone());
        }
        !placed.is_empty()
    }

    /// Writes a construct where it was met, or behind the block where it can't stand there: in a heading, in emphasis, in
    /// a link.
    pub(super) fn construct(&mut self, construct: &'a Construct, at: Span) {
        self.raw.hiding = None;
        if self.leaf.spans > 0 || self.headings.open.is_some() {
            self.leaf.deferred.push((construct, at));
            return;
        }
        let interrupted = self.close_paragraph();
        self.new_line();
        self.write_construct(construct, &at);
        if interrupted {
            let line = self.line(&at);
            self.open_paragraph(line);
        }
    }

    pub(super) fn write_deferred(&mut self) {
        for (construct, at) in std::mem::take(&mut self.leaf.deferred) {
            self.write_construct(construct, &at);
        }
    }

    fn write_construct(&mut self, construct: &'a Construct, at: &Span) {
        match construct {
            Construct::CalloutOpen(kind) => {
                write_callout_start(&mut self.html, kind);
                self.open.push(Open::Callout);
            }
            Construct::CalloutTitle(title) => self.title_callout(title, at),
            Construct::TabsOpen => {
                self.html.push_str("<div class=\"tabs\">\n");
                self.open.push(Open::Tabs);
            }
            Construct::TabOpen(title) => self.open_tab(title, at),
            Construct::CalloutClose => self.close_construct(Open::Callout),
            Construct::TabsClose => self.close_construct(Open::Tabs),
            Construct::TabClose => self.close_construct(Open::Tab),
            Construct::Embed { url, caption } => {
                let text = caption.as_deref().unwrap_or_else(|| address::shown(url));
                self.write_block_link("embed", url, text, at);
            }
            Construct::Reference { url, text } => {
                let text = text.as_deref().unwrap_or_else(|| file_name(url));
                self.write_block_link("file", url, text, at);
            }
        }
    }

    /// Puts a title in the place of the kind's name, which has just been written.
    fn title_callout(&mut self, title: &str, at: &Span) {
        let Some(start) = self.html.rfind(CALLOUT_TITLE).filter(|_| self.open.last() == Some(&Open::Callout)) else {
            return;
        };
        self.html.truncate(start + CALLOUT_TITLE.len());
        escape::text(&mut self.html, title);
        self.html.push_str("</p>\n");
        let line = self.line(at);
        self.outline.add(BlockKind::Paragraph, title, line);
    }

    fn open_tab(&mut self, title: &str, at: &Span) {
        self.html.push_str("<details class=\"tab\" open>\n<summary>");
        escape::text(&mut self.html, title);
        self.html.push_str("</summary>\n");
        self.open.push(Open::Tab);
        let line = self.line(at);
        self.outline.add(BlockKind::Paragraph, title, line);
    }

    /// A link in a paragraph of its own.
    pub(super) fn write_block_link(&mut self, class: &str, url: &str, text: &str, at: &Span) {
        let line = self.line(at);
        self.html.push_str("<p class=\"");
        self.html.push_str(class);
        self.html.push_str("\">");
        self.outline.begin(BlockKind::Paragraph, line);
        self.write_link(url, text, at);
        self.outline.end();
        self.html.push_str("</p>\n");
    }

    /// A link with its text; the text alone where the address may not stand on the page.
    pub(super) fn write_link(&mut self, url: &str, text: &str, at: &Span) {
        let line = self.line(at);
        let resolved = self.resolve(url, at);
        if let Some(resolved) = &resolved {
            self.html.push_str("<a href=\"");
            self.html.push_str(&resolved.value);
            self.html.push_str(if address::is_external(&resolved.url) { "\" rel=\"noopener\">" } else { "\">" });
        }
        self.words(text);
        if let Some(resolved) = resolved {
            self.html.push_str("</a>");
            self.links.found.push(Link { text: text.to_owned(), url: resolved.url, line });
        }
    }

    fn close_construct(&mut self, kind: Open) {
        let inside = |open: &&Open| !matches!(open, Open::Markdown { .. });
        let reachable = self.open.iter().rev().take_while(inside).position(|open| *open == kind);
        if let Some(depth) = reachable {
            self.close_constructs(self.open.len() - 1 - depth);
        }
    }

    /// Closes the constructs that were opened in the innermost block of Markdown, and takes that from the open blocks.
    pub(super) fn close_innermost(&mut self) {
        let block = self.open.iter().rposition(|open| matches!(open, Open::Markdown { .. }));
        if let Some(index) = block {
            self.close_constructs(index + 1);
            self.open.pop();
        }
    }

    /// Closes constructs until `depth` blocks are open.
    pub(super) fn close_constructs(&mut self, depth: usize) {
        while self.open.len() > depth {
            self.new_line();
            match self.open.pop() {
                Some(Open::Tab) => self.html.push_str("</details>\n"),
                Some(Open::Callout | Open::Tabs) => self.html.push_str("</div>\n"),
                Some(Open::Markdown { .. }) | None => {}
            }
        }
    }
}

fn file_name(url: &str) -> &str {
    let path = url.split(['?', '#']).next().unwrap_or(url).trim_end_matches('/');
    path.rsplit('/').next().filter(|name| !name.is_empty()).unwrap_or(url)
}
