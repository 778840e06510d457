//! Running text: words, bare addresses that become links, line breaks, inline code.

use std::ops::{Range, RangeInclusive};

use pulldown_cmark::CowStr;

use super::{Writer, address, autolink, escape};
use crate::extract::Link;
use crate::source::Span;

pub(super) struct Text<'a> {
    /// Lines that may hold a bare address.
    pub(super) candidates: autolink::Candidates,
    /// Text of one line that may hold one: the parser cuts text at every quote, dash and entity.
    pub(super) pending: Vec<(CowStr<'a>, Span)>,
}

/// A piece of a run of text: where it stands in the run, and what a reader sees there.
type Piece<'a> = (Range<usize>, CowStr<'a>);

impl<'a> Writer<'a> {
    pub(super) fn text(&mut self, text: CowStr<'a>, at: Span) {
        if let Some(code) = &mut self.code {
            escape::visible(&mut code.text, &text);
        } else if self.raw.goes_on {
            self.raw.collect(&text, at.start);
        } else if !self.text.pending.is_empty() || (self.links_allowed() && self.text.candidates.follow(at.start)) {
            self.text.pending.push((text, at));
        } else {
            self.words(&text);
        }
    }

    /// Writes text that is no address, where it belongs: in the page, or in a picture's alternative text.
    pub(super) fn words(&mut self, text: &str) {
        let is_plain = escape::is_plain(text);
        if is_plain {
            self.html.push_str(text);
        } else if self.links.image.is_some() {
            escape::attribute(&mut self.html, text);
        } else {
            escape::text(&mut self.html, text);
        }
        if self.links.image.is_none() && !self.outline.has_words {
            self.outline.has_words = !text.trim_start().is_empty();
        }
        self.outline.push_checked(text, is_plain);
    }

    /// Writes the text that waited for the end of its run.
    pub(super) fn flush_text(&mut self) {
        if self.text.pending.is_empty() {
            return;
        }
        let pending = std::mem::take(&mut self.text.pending);
        let Some(first) = pending.first().map(|(_, at)| at.start) else { return };
        let (run, pieces) = self.as_written(pending);
        let mut from = 0;
        for bare in autolink::find(&run) {
            self.words_between(&run, &pieces, from..bare.range.start);
            from = bare.range.end;
            self.bare_link(&run[bare.range], bare.prefix, first);
        }
        self.words_between(&run, &pieces, from..run.len());
    }

    /// The run with its punctuation as the author typed it, since `--` in an address is no dash.
    fn as_written(&self, pending: Vec<(CowStr<'a>, Span)>) -> (String, Vec<Piece<'a>>) {
        let mut run = String::new();
        let mut pieces = Vec::with_capacity(pending.len());
        for (text, at) in pending {
            let source = self.rewritten.text.get(at).filter(|source| !source.starts_with('&'));
            let start = run.len();
            run.push_str(source.unwrap_or(&text));
            pieces.push((start..run.len(), text));
        }
        (run, pieces)
    }

    fn words_between(&mut self, run: &str, pieces: &[Piece<'_>], range: Range<usize>) {
        let first = pieces.partition_point(|(place, _)| place.end <= range.start);
        for (place, shown) in &pieces[first..] {
            if place.start >= range.end {
                break;
            }
            if range.start <= place.start && place.end <= range.end {
                self.words(shown);
            } else {
                self.words(&run[place.start.max(range.start)..place.end.min(range.end)]);
            }
        }
    }

    fn bare_link(&mut self, shown: &str, prefix: &str, at: usize) {
        let url = format!("{prefix}{shown}");
        self.html.push_str("<a href=\"");
        escape::address(&mut self.html, &url);
        self.html.push_str(if address::is_external(&url) { "\" rel=\"noopener\">" } else { "\">" });
        self.words(shown);
        self.html.push_str("</a>");
        self.links.found.push(Link { text: shown.to_owned(), url, line: self.source.line(at) });
    }

    pub(super) fn inline_code(&mut self, code: &str) {
        if self.links.image.is_some() {
            return self.words(code);
        }
        self.html.push_str("<code>");
        self.words(code);
        self.html.push_str("</code>");
    }

    /// A line break of the source, which stays one on the page in front of a pictogram: "📍 Ulm" below "🕐 Full-time".
    pub(super) fn soft_break(&mut self, at: &Span) {
        /// Arrows, symbols and dingbats, more arrows, emoji.
        const PICTOGRAMS: [RangeInclusive<char>; 4] =
            ['\u{2190}'..='\u{21ff}', '\u{2600}'..='\u{27bf}', '\u{2b00}'..='\u{2bff}', '\u{1f000}'..='\u{1faff}'];
        let below = self.rewritten.text[at.end..].trim_start_matches([' ', '\t', '>']).chars().next();
        let is_pictogram = below.is_some_and(|c| PICTOGRAMS.iter().any(|range| range.contains(&c)));
        self.line_break(if is_pictogram { "<br>\n" } else { "\n" });
    }

    pub(super) fn line_break(&mut self, html: &str) {
        if self.links.image.is_some() {
            self.html.push(' ');
        } else {
            self.html.push_str(html);
        }
        self.outline.push("\n");
    }

    pub(super) fn start_span(&mut self, tag: &str) {
        self.leaf.spans += 1;
        if self.links.image.is_none() {
            self.html.push_str(tag);
        }
    }

    pub(super) fn end_span(&mut self, tag: &str) {
        self.leaf.spans = self.leaf.spans.saturating_sub(1);
        if self.links.image.is_none() {
            self.html.push_str(tag);
        }
    }

    fn links_allowed(&self) -> bool {
        self.links.link.is_none() && self.links.image.is_none() && self.raw.unlinked.is_empty()
    }
}
