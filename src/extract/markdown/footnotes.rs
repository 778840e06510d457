//! Footnotes, collected where they are defined and written at the end, in the order in which they are referred to.

use std::collections::HashMap;
use std::fmt::Write as _;

use super::blocks::Open;
use super::{Writer, raw, sanitize};

#[derive(Debug, Default)]
pub(super) struct Footnotes {
    /// By label, in lower case: its number and how often it was referred to.
    referred: HashMap<String, (usize, usize)>,
    defined: Vec<Note>,
    /// The notes that are being written.
    open: Vec<OpenNote>,
}

#[derive(Debug)]
struct OpenNote {
    label: String,
    /// The page's HTML, and the state of its raw HTML, while the note's stand in their place.
    page: String,
    dirt: raw::Dirt,
}

#[derive(Debug)]
struct Note {
    label: String,
    html: String,
}

impl Footnotes {
    pub(super) fn is_inside(&self) -> bool {
        !self.open.is_empty()
    }

    /// Writes the list of notes; those that nothing refers to come last.
    pub(super) fn write_all(&mut self, html: &mut String) {
        if self.defined.is_empty() {
            return;
        }
        let mut notes: Vec<(usize, usize, String)> = Vec::new();
        for note in self.defined.drain(..) {
            // A label that is defined twice: the first counts.
            let (number, count) = self.referred.remove(&note.label).unwrap_or((usize::MAX, 0));
            notes.push((number, count, note.html));
        }
        notes.sort_by_key(|(number, ..)| *number);
        html.push_str("<section class=\"footnotes\" aria-label=\"Footnotes\">\n<ol>\n");
        for (index, (_, count, note)) in notes.iter().enumerate() {
            let _ = write!(html, "<li id=\"fn-{}\">", index + 1);
            let (body, end) = note.strip_suffix("</p>\n").map_or((note.as_str(), ""), |body| (body, "</p>\n"));
            html.push_str(body);
            for reference in 1..=*count {
                write_back_link(html, index + 1, reference);
            }
            html.push_str(end);
            html.push_str("</li>\n");
        }
        html.push_str("</ol>\n</section>\n");
    }
}

fn write_back_link(html: &mut String, number: usize, reference: usize) {
    let id = reference_id(number, reference);
    let _ = write!(
        html,
        " <a href=\"#{id}\" class=\"footnote-back\" aria-label=\"Back to reference {number}{}\">\u{21a9}\u{fe0e}</a>",
        if reference > 1 { format!(", place {reference}") } else { String::new() }
    );
}

fn reference_id(number: usize, reference: usize) -> String {
    if reference > 1 { format!("fnref-{number}-{reference}") } else { format!("fnref-{number}") }
}

impl Writer<'_> {
    pub(super) fn footnote_reference(&mut self, label: &str) {
        if self.links.image.is_some() {
            return;
        }
        let next = self.footnotes.referred.len() + 1;
        let (number, count) = self.footnotes.referred.entry(label.to_lowercase()).or_insert((next, 0));
        if self.links.link.is_some() {
            // A link can't stand in a link.
            let _ = write!(self.html, "<sup class=\"footnote-ref\">{number}</sup>");
            return;
        }
        *count += 1;
        let id = reference_id(*number, *count);
        let _ = write!(
            self.html,
            "<sup class=\"footnote-ref\"><a href=\"#fn-{number}\" id=\"{id}\" aria-label=\"Footnote {number}\">{number}</a></sup>"
        );
    }

    pub(super) fn start_footnote(&mut self, label: &str) {
        self.open.push(Open::Markdown { is_item: false });
        let page = std::mem::take(&mut self.html);
        let dirt = std::mem::take(&mut self.raw.dirt);
        self.footnotes.open.push(OpenNote { label: label.to_lowercase(), page, dirt });
    }

    pub(super) fn end_footnote(&mut self) {
        self.close_innermost();
        let Some(note) = self.footnotes.open.pop() else { return };
        let mut html = std::mem::replace(&mut self.html, note.page);
        let dirt = std::mem::replace(&mut self.raw.dirt, note.dirt);
        if dirt.in_block && !self.is_trusted() {
            html = sanitize::clean(&html);
        }
        self.footnotes.defined.push(Note { label: note.label, html });
    }
}
