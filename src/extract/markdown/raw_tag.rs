//! The tags of a posting's own HTML: written anew with what they may keep, or left out with a warning.

use super::raw::Hiding;
use super::tags::{self, Tag};
use super::{Writer, address, entity, escape, links, sanitize};
use crate::source::Span;

impl Writer<'_> {
    pub(super) fn raw_open(&mut self, tag: &Tag<'_>, source: &str, at: &Span) {
        let name = tag.name.to_ascii_lowercase();
        self.outline_open(&name, at);
        if matches!(name.as_str(), "a" | "code" | "pre" | "kbd" | "samp" | "script" | "style") {
            self.raw.unlinked.push(name.clone());
        }
        if self.is_trusted() {
            return self.write_trusted(&name, tag, source, at);
        }
        match sanitize::element(&name) {
            Some("img") => self.write_image(tag, at),
            Some(element) => self.write_tag(element, &name, tag, at),
            None => self.drop_element(&name, tag, at),
        }
    }

    pub(super) fn raw_close(&mut self, name: &str, source: &str) {
        if name == "a" {
            self.end_raw_link();
        }
        self.outline_close(name);
        if let Some(index) = self.raw.unlinked.iter().rposition(|open| open == name) {
            self.raw.unlinked.truncate(index);
        }
        if self.is_trusted() {
            return escape::visible(&mut self.html, source);
        }
        if let Some(hiding) = self.raw.hiding.take_if(|hiding| hiding.name == name) {
            self.html.truncate(hiding.html);
            self.raw.dirt.in_block = true;
            self.outline.truncate(hiding.mark);
            self.headings.levels.truncate(hiding.html);
            return;
        }
        let Some(element) = sanitize::element(name) else { return };
        if heading_level(element).is_some() {
            self.close_raw_heading();
        } else if self.leave_element(element) {
            self.raw.dirt.in_block = true;
            self.html.push_str("</");
            self.html.push_str(element);
            self.html.push('>');
        }
    }

    fn close_raw_heading(&mut self) {
        self.raw.dirt.in_block = true;
        if self.footnotes.is_inside() {
            self.html.push_str("</strong>");
        } else if self.headings.open.is_some() {
            // A heading of raw HTML in one of Markdown is none.
        } else if let Some(index) = self.raw.headings.pop() {
            self.headings.levels.close(&mut self.html, index);
        }
    }

    /// Writes a tag as it is, but for addresses that only the site can resolve.
    fn write_trusted(&mut self, name: &str, tag: &Tag<'_>, source: &str, at: &Span) {
        let mut written = 0;
        for attribute in &tag.attributes {
            if !["href", "src", "poster"].iter().any(|known| known.eq_ignore_ascii_case(attribute.name)) {
                continue;
            }
            let url = entity::decode(attribute.value);
            let classified = address::classify(&url);
            if !matches!(classified, address::Address::Absolute(_) | address::Address::Relative { .. }) {
                continue;
            }
            let Some(resolved) = self.resolve(&url, at) else { continue };
            escape::visible(&mut self.html, &source[written..attribute.place.start]);
            self.html.push('"');
            self.html.push_str(&resolved.value);
            self.html.push('"');
            written = attribute.place.end;
            if name == "a" {
                self.start_raw_link(resolved.url, at);
            }
        }
        escape::visible(&mut self.html, &source[written..]);
        if name == "img" {
            self.push_alternative(tag, at);
        }
    }

    /// Writes a start tag with what it may keep.
    fn write_tag(&mut self, element: &'static str, name: &str, tag: &Tag<'_>, at: &Span) {
        if heading_level(element).is_none() && !self.enter_element(element) {
            self.warn_dropped("nested", format!("HTML nested deeper than {MAX_DEPTH} elements is not kept"), at);
            return;
        }
        self.raw.dirt.in_block |= !matches!(element, "br" | "wbr");
        match heading_level(element) {
            Some(_) if self.headings.open.is_some() => return,
            Some(_) if self.footnotes.is_inside() => return self.html.push_str("<strong>"),
            Some(level) => {
                let index = self.headings.levels.open(&mut self.html, level);
                self.raw.headings.push(index);
            }
            None => {
                self.html.push('<');
                self.html.push_str(element);
            }
        }
        if element == "a" {
            self.write_link_address(tag, at);
        }
        if element == "pre" {
            self.html.push_str(" tabindex=\"0\"");
        }
        self.write_attributes(element, name, tag, at);
        self.html.push('>');
    }

    /// Notes that an element begins; false where it would be nested too deeply for a browser's parser to be quick.
    fn enter_element(&mut self, element: &'static str) -> bool {
        if is_void(element) {
            return true;
        }
        let elements = &mut self.raw.elements;
        while elements.last().is_some_and(|last| is_ended_by(last, element)) {
            elements.pop();
        }
        if element == "a" && elements.contains(&"a") {
            elements.retain(|open| *open != "a");
            self.html.push_str("</a>");
        }
        let fits = self.raw.elements.len() + self.open.len() < MAX_DEPTH;
        if fits {
            self.raw.elements.push(element);
        }
        fits
    }

    /// Notes that an element ends, with all in it; false where it was not open.
    fn leave_element(&mut self, element: &str) -> bool {
        let open = self.raw.elements.iter().rposition(|open| *open == element);
        if let Some(index) = open {
            self.raw.elements.truncate(index);
        }
        open.is_some()
    }

    fn write_link_address(&mut self, tag: &Tag<'_>, at: &Span) {
        self.end_raw_link();
        let Some(href) = tag.attribute("href") else { return };
        let Some(resolved) = self.resolve(&entity::decode(href), at) else { return };
        self.html.push_str(" href=\"");
        self.html.push_str(&resolved.value);
        self.html.push_str(if address::is_external(&resolved.url) { "\" rel=\"noopener\"" } else { "\"" });
        self.start_raw_link(resolved.url, at);
    }

    fn start_raw_link(&mut self, url: String, at: &Span) {
        let (line, mark) = (self.line(at), self.outline.mark());
        self.raw.link = Some(links::OpenLink { url: Some(url), line, mark, content: 0 });
    }

    /// Writes a picture; its text alone where its address may not stand on the page.
    fn write_image(&mut self, tag: &Tag<'_>, at: &Span) {
        let source = tag.attribute("src").and_then(|source| self.image_source(&entity::decode(source), at));
        let alternative = tag.attribute("alt").map(entity::decode).unwrap_or_default();
        self.push_alternative(tag, at);
        let Some(source) = source else {
            return escape::text(&mut self.html, &alternative);
        };
        if tag.attribute("alt").is_none() {
            self.warn_missing_alt(at, "add `alt=\"…\"`; an empty one says that it is decoration");
        }
        self.html.push_str("<img src=\"");
        self.html.push_str(&source);
        self.html.push('"');
        self.write_attribute("alt", &alternative);
        self.write_attributes("img", "img", tag, at);
        self.html.push_str(" loading=\"lazy\" decoding=\"async\">");
    }

    /// A picture leaves its alternative text in the outline.
    fn push_alternative(&mut self, tag: &Tag<'_>, at: &Span) {
        let Some(text) = tag.attribute("alt").filter(|text| !text.trim().is_empty()) else { return };
        let line = self.line(at);
        self.ensure_raw_target(line);
        let mark = self.outline.mark();
        self.outline.push(&entity::decode(text));
        self.outline.end_picture(mark);
    }

    fn write_attributes(&mut self, element: &str, name: &str, tag: &Tag<'_>, at: &Span) {
        let mut classes = if name == "center" { "align-center".to_owned() } else { String::new() };
        let mut seen: Vec<String> = Vec::new();
        for attribute in &tag.attributes {
            let name = attribute.name.to_ascii_lowercase();
            if seen.contains(&name) || seen.len() > 50 {
                continue;
            }
            let value = entity::decode(attribute.value);
            match name.as_str() {
                "href" if element == "a" => {}
                "src" | "alt" if element == "img" => {}
                "class" => push_word(&mut classes, &sanitize::own_classes(&value)),
                "align" => push_word(&mut classes, alignment(&value)),
                "id" => self.write_id(&value),
                "name" if element == "a" => self.write_id(&value),
                "width" | "height" if element == "img" => self.write_length(&name, &value),
                known if sanitize::allows_attribute(element, known) => self.write_attribute(known, &value),
                other if sanitize::is_unremarkable(other) => {}
                "style" if value.trim().is_empty() => {}
                other => self.warn_dropped(other, format!("the attribute `{other}` is not kept in postings"), at),
            }
            seen.push(name);
        }
        if !classes.is_empty() {
            self.write_attribute("class", &classes);
        }
    }

    fn write_attribute(&mut self, name: &str, value: &str) {
        self.html.push(' ');
        self.html.push_str(name);
        self.html.push_str("=\"");
        escape::attribute(&mut self.html, value);
        self.html.push('"');
    }

    fn write_id(&mut self, value: &str) {
        if let Some(id) = self.headings.ids.claim(value) {
            self.write_attribute("id", &id);
        }
    }

    /// HTML knows lengths in pixels alone.
    fn write_length(&mut self, name: &str, value: &str) {
        let digits = value.trim().trim_end_matches("px");
        if !digits.is_empty() && digits.len() < 6 && digits.bytes().all(|b| b.is_ascii_digit()) {
            self.write_attribute(name, digits);
        }
    }

    /// Leaves an element out. Its text stays, unless it is no text of the page; of what it would have shown from
    /// elsewhere a link stays.
    fn drop_element(&mut self, name: &str, tag: &Tag<'_>, at: &Span) {
        if !sanitize::is_wrapper(name) {
            self.warn_dropped(&format!("<{name}"), format!("`<{name}>` is not kept in postings"), at);
        }
        if matches!(name, "iframe" | "embed" | "video" | "audio" | "source")
            && let Some(url) = tag.attribute("src").map(entity::decode)
            && matches!(address::classify(&url), address::Address::Absolute(_) | address::Address::Relative { .. })
        {
            if self.raw.is_block {
                self.write_block_link("embed", &url, address::shown(&url), at);
            } else {
                self.write_link(&url, address::shown(&url), at);
            }
        }
        if !self.raw.is_block && self.raw.hiding.is_none() && tags::hides_content(name) {
            self.raw.hiding = Some(Hiding { name: name.to_owned(), html: self.html.len(), mark: self.outline.mark() });
        }
    }
}

/// How deep raw HTML may be nested, what Markdown opened around it included.
pub(super) const MAX_DEPTH: usize = 100;

fn is_void(element: &str) -> bool {
    matches!(element, "br" | "wbr" | "hr" | "img" | "col")
}

/// Whether an open element ends without an end tag where another begins.
fn is_ended_by(open: &str, beginning: &str) -> bool {
    match beginning {
        "li" => matches!(open, "li" | "p"),
        "dd" | "dt" => matches!(open, "dd" | "dt" | "p"),
        "td" | "th" => matches!(open, "td" | "th" | "p"),
        "tr" => matches!(open, "tr" | "td" | "th" | "p"),
        "thead" | "tbody" | "tfoot" => matches!(open, "thead" | "tbody" | "tfoot" | "tr" | "td" | "th" | "p"),
        "p" | "div" | "ul" | "ol" | "dl" | "table" | "blockquote" | "pre" | "section" | "details" => open == "p",
        _ => false,
    }
}

fn heading_level(element: &str) -> Option<u8> {
    match element.as_bytes() {
        [b'h', digit @ b'1'..=b'6'] => Some(digit - b'0'),
        _ => None,
    }
}

fn alignment(value: &str) -> &'static str {
    match value.trim().to_ascii_lowercase().as_str() {
        "left" => "align-left",
        "center" | "middle" => "align-center",
        "right" => "align-right",
        _ => "",
    }
}

fn push_word(words: &mut String, word: &str) {
    if !word.is_empty() {
        if !words.is_empty() {
            words.push(' ');
        }
        words.push_str(word);
    }
}
