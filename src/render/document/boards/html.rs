//! A posting's HTML as boards that do not take all of it want it.
//!
//! In goes HTML as [`super::portable`] leaves it, balanced and with attributes in double quotes; out comes HTML with the
//! same words.

use super::super::portable::{next_attribute, tag_end};

/// HTML without the entities that it can do without: Indeed shows some of them as they are written.
pub(super) fn with_plain_characters(html: &str) -> String {
    let mut out = String::with_capacity(html.len());
    let mut rest = html;
    while let Some(at) = rest.find(['<', '&']) {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let (written, length) = plain(rest);
        out.push_str(written);
        rest = &rest[length..];
    }
    out + rest
}

/// What stands for the tag or entity that a text begins with, and how long that is.
fn plain(text: &str) -> (&str, usize) {
    if text.starts_with('<') {
        let end = tag_end(text, 0);
        return (&text[..end], end);
    }
    for (entity, character) in [("&amp;", "&"), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'")] {
        let Some(after) = text.strip_prefix(entity) else { continue };
        // A bare `&` before a letter would begin an entity, a bare `<` a tag.
        let begins = after.starts_with(|c: char| c.is_ascii_alphanumeric() || "#/!?".contains(c));
        let is_needed = begins && matches!(character, "&" | "<");
        return (if is_needed { entity } else { character }, entity.len());
    }
    ("&", 1)
}

/// HTML in the elements that LinkedIn shows: `b strong u i br p ul li`. Others become what comes closest: headings bold
/// paragraphs, rows of a table lines, links their text and address, unless it lies within `page`.
pub(super) fn in_few_elements(html: &str, page: &str) -> String {
    let mut writer = Writer { page, ..Writer::default() };
    let mut rest = html;
    while let Some(open) = rest.find('<') {
        writer.text(&rest[..open]);
        rest = &rest[open..];
        let length = unread(rest).unwrap_or_else(|| {
            let end = tag_end(rest, 0);
            writer.tag(&rest[..end]);
            end
        });
        rest = &rest[length..];
    }
    writer.text(rest);
    writer.end_block();
    writer.out
}

/// How long the comment or the element is that `html` begins with, if nobody reads its content.
fn unread(html: &str) -> Option<usize> {
    if html.starts_with("<!--") {
        return Some(html.find("-->").map_or(html.len(), |at| at + 3));
    }
    let name = html[1..].split(|c: char| !c.is_ascii_alphanumeric()).next()?.to_ascii_lowercase();
    if !["script", "style", "template", "svg", "math", "iframe", "object"].contains(&&*name) {
        return None;
    }
    let end = html.to_ascii_lowercase().find(&format!("</{name}"))?;
    Some(tag_end(html, end))
}

/// Writes only what is needed, when it is needed: no paragraph and no emphasis without a word in it, and none in another.
#[derive(Default)]
struct Writer<'a> {
    page: &'a str,
    out: String,
    in_paragraph: bool,
    /// Whether each open item of a list has words already.
    items: Vec<bool>,
    /// What emphasises the words to come, and how many of them are written.
    emphasis: Vec<&'static str>,
    written: usize,
    is_preformatted: bool,
    /// Where the open link leads, and where its words begin.
    link: Option<(String, usize)>,
    /// Whether a cell of the row is behind us.
    after_cell: bool,
}

impl Writer<'_> {
    fn tag(&mut self, tag: &str) {
        let inner = tag.trim_start_matches('<').trim_end_matches(['>', '/']);
        let (inner, closes) = inner.strip_prefix('/').map_or((inner, false), |inner| (inner, true));
        let name = inner.split_whitespace().next().unwrap_or_default();
        match name.to_ascii_lowercase().as_str() {
            "br" => self.line_break(),
            "li" => self.item(closes),
            "ul" | "ol" => self.list(closes),
            "a" => self.link(&inner[name.len()..], closes),
            "td" | "th" => self.cell(closes),
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "dt" | "summary" | "caption" => {
                self.end_block();
                self.emphasise("strong", closes);
            }
            "b" | "strong" => self.emphasise("strong", closes),
            "i" | "em" | "cite" | "dfn" | "var" => self.emphasise("i", closes),
            "u" | "ins" => self.emphasise("u", closes),
            "pre" => {
                self.end_block();
                self.is_preformatted = !closes;
            }
            "p" | "div" | "section" | "article" | "aside" | "blockquote" | "figure" | "figcaption" | "details"
            | "dl" | "dd" | "table" | "tr" | "hr" => {
                self.end_block();
                self.after_cell = false;
            }
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        for (index, line) in text.split('\n').enumerate() {
            if index > 0 && self.is_preformatted {
                self.line_break();
            } else if index > 0 && self.has_words() {
                self.out.push('\n');
            }
            let line = if self.has_words() { line } else { line.trim_start() };
            if !line.trim().is_empty() {
                self.begin();
            }
            if self.has_words() {
                self.out.push_str(line);
            }
        }
    }

    /// Whether white space would stand between words.
    fn has_words(&self) -> bool {
        self.in_paragraph || self.items.last() == Some(&true)
    }

    /// Opens what the next words stand in.
    fn begin(&mut self) {
        match self.items.last_mut() {
            Some(has_words) => *has_words = true,
            None if self.in_paragraph => {}
            None => {
                self.out.push_str("<p>");
                self.in_paragraph = true;
            }
        }
        for name in &self.emphasis[self.written..] {
            self.out.extend(["<", name, ">"]);
        }
        self.written = self.emphasis.len();
    }

    /// Ends a paragraph; within an item of a list, which has none, the line.
    fn end_block(&mut self) {
        self.end_words();
        if self.in_paragraph {
            self.out.push_str("</p>");
            self.in_paragraph = false;
        } else if self.has_words() && !self.out.ends_with("</ul>") {
            self.out.push_str("<br>");
        }
    }

    /// Ends what emphasises the words so far, and takes the white space behind them back.
    fn end_words(&mut self) {
        for name in self.emphasis[..self.written].iter().rev() {
            self.out.extend(["</", name, ">"]);
        }
        self.written = 0;
        while let Some(words) = Some(self.out.trim_end()).map(|out| out.strip_suffix("<br>").unwrap_or(out))
            && words.len() < self.out.len()
        {
            self.out.truncate(words.len());
        }
    }

    fn line_break(&mut self) {
        if self.has_words() {
            self.out.push_str("<br>");
        }
    }

    fn list(&mut self, closes: bool) {
        if self.in_paragraph {
            self.end_block();
        }
        self.end_words();
        self.out.push_str(if closes { "</ul>" } else { "<ul>" });
    }

    fn item(&mut self, closes: bool) {
        self.end_words();
        if !closes {
            self.items.push(false);
            self.out.push_str("<li>");
        } else if self.items.pop().is_some() {
            self.out.push_str("</li>");
        }
    }

    fn emphasise(&mut self, name: &'static str, closes: bool) {
        if !closes {
            return self.emphasis.push(name);
        }
        self.emphasis.pop();
        if self.written > self.emphasis.len() {
            self.out.extend(["</", name, ">"]);
            self.written = self.emphasis.len();
        }
    }

    fn cell(&mut self, closes: bool) {
        if closes {
            self.after_cell = true;
        } else if std::mem::take(&mut self.after_cell) {
            self.begin();
            self.out.push_str(" | ");
        }
    }

    /// A link's address stands behind its words, unless they are the address.
    fn link(&mut self, attributes: &str, closes: bool) {
        if !closes {
            let address = href(attributes).filter(|address| !is_within(address, self.page));
            self.link = address.map(|address| (address.to_owned(), self.out.len()));
        } else if let Some((address, start)) = self.link.take() {
            let shown = address.strip_prefix("mailto:").unwrap_or(&address);
            let words = self.out.get(start..).unwrap_or_default();
            if !words.trim().is_empty() && !words.contains(shown) {
                self.begin();
                self.out.extend([" (", shown, ")"]);
            }
        }
    }
}

/// The address of a link that leads somewhere.
fn href(mut attributes: &str) -> Option<&str> {
    while let Some((name, value, rest)) = next_attribute(attributes) {
        if name == "href" {
            return value.filter(|value| value.contains(':'));
        }
        attributes = rest;
    }
    None
}

fn is_within(address: &str, page: &str) -> bool {
    address.strip_prefix(page).is_some_and(|rest| rest.starts_with('#'))
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "https://example.com/jobs/a/";

    #[test]
    fn entities_go_where_plain_characters_mean_the_same() {
        for (html, expected) in [
            ("<p>R &amp; D, 3 &gt; 2, &quot;x&quot;</p>", "<p>R & D, 3 > 2, \"x\"</p>"),
            ("1 &lt; 2", "1 < 2"),
            // These would become markup, or another character.
            ("&lt;b&gt; &lt;/b&gt; &lt;!--", "&lt;b> &lt;/b> &lt;!--"),
            ("R&amp;D &amp;lt; &amp;#60;", "R&amp;D &amp;lt; &amp;#60;"),
            ("<a href=\"/?a&amp;b&quot;\">&nbsp;</a> a & b", "<a href=\"/?a&amp;b&quot;\">&nbsp;</a> a & b"),
        ] {
            assert_eq!(with_plain_characters(html), expected);
        }
    }

    #[test]
    fn linkedin_gets_its_own_elements_and_all_the_words() {
        for (html, expected) in [
            (
                "<h2>What</h2>\n<p>A <em>b</em> <strong>c</strong></p>\n",
                "<p><strong>What</strong></p><p>A <i>b</i> <strong>c</strong></p>",
            ),
            ("<ol><li> One</li>\n<li><p>Two</p>\n<p>more</p></li></ol>", "<ul><li>One</li><li>Two<br>more</li></ul>"),
            ("<ul><li>a<ul><li>b</li></ul></li></ul>", "<ul><li>a<ul><li>b</li></ul></li></ul>"),
            (
                "<table><thead><tr><th>A</th><th>B</th></tr></thead><tr><td>1</td><td><b>2</b></td></tr></table>",
                "<p>A | B</p><p>1 | <strong>2</strong></p>",
            ),
            ("<pre><code>x\n  y\n</code></pre>", "<p>x<br>  y</p>"),
            ("loose <b>words<p>within</p></b>", "<p>loose <strong>words</strong></p><p><strong>within</strong></p>"),
            ("<dl><dt>T</dt><dd>D</dd></dl><hr><p></p><p>x<br></p>", "<p><strong>T</strong></p><p>D</p><p>x</p>"),
            ("<p><img src=\"/i.png\" alt=\"a > b\"><kbd>k</kbd> &lt;script&gt;</p>", "<p>k &lt;script&gt;</p>"),
            ("a<script>if (1 < 2) x()</script><!-- <p>b --><STYLE>p{}</STYLE>c", "<p>ac</p>"),
        ] {
            assert_eq!(in_few_elements(html, PAGE), expected, "{html}");
        }
    }

    #[test]
    fn a_links_address_stands_behind_its_words() {
        for (html, expected) in [
            ("<a href=\"https://a.example/x\">here</a>.", "<p>here (https://a.example/x).</p>"),
            ("<a href=\"https://a.example/\">https://a.example/</a>", "<p>https://a.example/</p>"),
            ("<a href=\"mailto:jobs@a.example\">jobs@a.example</a>", "<p>jobs@a.example</p>"),
            ("<a href=\"https://example.com/jobs/a/#end\">below</a>", "<p>below</p>"),
            ("<p>x <a href=\"https://a.example/\"><img src=\"i\" alt=\"\"></a></p>", "<p>x</p>"),
        ] {
            assert_eq!(in_few_elements(html, PAGE), expected, "{html}");
        }
    }
}
