//! Links and pictures, and the addresses they lead to.

use super::address::{self, Address};
use super::{Writer, escape, picture};
use crate::extract::{Embedded, Link, Reference};
use crate::source::Span;

#[derive(Debug, Default)]
pub(super) struct Links {
    pub(super) found: Vec<Link>,
    pub(super) references: Vec<Reference>,
    pub(super) embedded: Vec<Embedded>,
    /// The link that text belongs to.
    pub(super) link: Option<OpenLink>,
    /// The picture whose alternative text is read.
    pub(super) image: Option<OpenImage>,
}

/// A link whose text is being read.
#[derive(Debug)]
pub(super) struct OpenLink {
    /// Its address as written; `None` where it may not stand on the page.
    pub(super) url: Option<String>,
    pub(super) line: u32,
    /// Where its text begins in the outline's current block, and in the HTML.
    pub(super) mark: usize,
    pub(super) content: usize,
}

/// A picture whose alternative text is being read.
#[derive(Debug)]
pub(super) struct OpenImage {
    /// Whether it is shown at all, or its text alone.
    shown: bool,
    title: String,
    depth: usize,
    /// Where its alternative text begins in the outline's current block, and in the HTML.
    mark: usize,
    content: usize,
    at: Span,
}

/// An address that may stand on the page.
pub(super) struct Resolved {
    /// The attribute's value, escaped.
    pub(super) value: String,
    /// As written.
    pub(super) url: String,
}

impl Writer<'_> {
    pub(super) fn start_link(&mut self, url: &str, title: &str, at: &Span) {
        self.leaf.spans += 1;
        if self.links.image.is_some() {
            return;
        }
        let resolved = self.resolve(url, at);
        if let Some(resolved) = &resolved {
            self.html.push_str("<a href=\"");
            self.html.push_str(&resolved.value);
            self.push_title(title);
            self.html.push_str(if address::is_external(&resolved.url) { "\" rel=\"noopener\">" } else { "\">" });
        }
        let line = self.line(at);
        let (mark, content) = (self.outline.mark(), self.html.len());
        self.links.link = Some(OpenLink { url: resolved.map(|r| r.url), line, mark, content });
    }

    pub(super) fn end_link(&mut self) {
        self.leaf.spans = self.leaf.spans.saturating_sub(1);
        if self.links.image.is_some() {
            return;
        }
        let Some(link) = self.links.link.take() else { return };
        let Some(url) = link.url else { return };
        if self.html.len() == link.content {
            // A link without text can't be seen, and a screen reader has nothing to say.
            self.words(address::shown(&url));
        }
        self.html.push_str("</a>");
        let text = self.outline.since(link.mark).trim().to_owned();
        self.links.found.push(Link { text, url, line: link.line });
    }

    pub(super) fn start_image(&mut self, url: &str, title: &str, at: &Span) {
        self.leaf.spans += 1;
        if let Some(image) = &mut self.links.image {
            image.depth += 1;
            return;
        }
        let source = self.image_source(url, at);
        if let Some(source) = &source {
            self.html.push_str("<img src=\"");
            self.html.push_str(source);
            self.html.push_str("\" alt=\"");
        }
        self.links.image = Some(OpenImage {
            shown: source.is_some(),
            title: title.to_owned(),
            depth: 0,
            mark: self.outline.mark(),
            content: self.html.len(),
            at: at.clone(),
        });
    }

    pub(super) fn end_image(&mut self) {
        self.leaf.spans = self.leaf.spans.saturating_sub(1);
        let Some(mut image) = self.links.image.take() else { return };
        if image.depth > 0 {
            image.depth -= 1;
            self.links.image = Some(image);
            return;
        }
        self.outline.end_picture(image.mark);
        if image.shown {
            if self.html[image.content..].trim().is_empty() {
                self.warn_missing_alt(&image.at, "write it between the brackets: `![Our workshop](workshop.jpg)`");
            }
            self.push_title(&image.title);
            self.html.push_str("\" loading=\"lazy\" decoding=\"async\">");
        }
    }

    /// Some can't see a picture, and all of them when it does not load.
    pub(super) fn warn_missing_alt(&mut self, at: &Span, help: &str) {
        self.warn("missing-alt", "this picture has no text that says what it shows".to_owned(), at, help);
    }

    /// The escaped `src` of a picture. Pictures that stand in the text as data become files.
    pub(super) fn image_source(&mut self, url: &str, at: &Span) -> Option<String> {
        let Address::Data(data) = address::classify(url) else {
            return self.resolve(url, at).map(|resolved| resolved.value);
        };
        let Some(embedded) = picture::decode(data) else {
            let help = "PNG, JPEG, GIF, WebP and AVIF in base64 are understood; or put the picture in a file beside the posting";
            self.warn("bad-picture", "a picture in the text can't be read".to_owned(), at, help);
            return None;
        };
        let known = self.links.embedded.iter().position(|other| *other == embedded);
        let index = known.unwrap_or_else(|| {
            self.links.embedded.push(embedded);
            self.links.embedded.len() - 1
        });
        Some(format!("\u{e001}{index}"))
    }

    /// Decides what becomes of an address; warns where that is nothing.
    pub(super) fn resolve(&mut self, written: &str, at: &Span) -> Option<Resolved> {
        let first = address::before_slip(written);
        if first.len() < written.len() {
            let message = format!("`](` stands within a link's address; it leads to `{first}`");
            self.warn("bad-link", message, at, "write `[text](address)`, with one pair of each bracket");
        }
        match address::classify(first) {
            Address::Absolute(url) => {
                let mut value = String::with_capacity(url.len() + 8);
                escape::address(&mut value, &url);
                Some(Resolved { value, url: url.into_owned() })
            }
            Address::Relative { target, suffix } => {
                let value = format!("\u{e000}{}", self.links.references.len());
                let location = self.source.location(at.clone());
                self.links.references.push(Reference { target, suffix, location });
                Some(Resolved { value, url: first.trim().to_owned() })
            }
            Address::Empty => {
                let message = "this link has no address; its text is kept".to_owned();
                self.warn("empty-link", message, at, "give it an address, or take the brackets away");
                None
            }
            Address::Data(_) | Address::Unsafe => {
                let start: String = first.trim().chars().take(40).collect();
                let message = format!("`{start}` can't be linked to; the text is kept");
                self.warn("unsafe-link", message, at, "use `https:`, `mailto:`, `tel:`, or a path to a file");
                None
            }
        }
    }

    fn push_title(&mut self, title: &str) {
        if !title.is_empty() {
            self.html.push_str("\" title=\"");
            escape::attribute(&mut self.html, title);
        }
    }
}
