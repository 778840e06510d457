//! Raw HTML cut into tags and text.
//!
//! It needs not see what a browser sees: in the safe mode what is written anew from these tokens is read again by the
//! sanitiser's parser. It must only never lose text: what is no complete tag is text.

/// A piece of raw HTML.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Token<'t> {
    Text,
    Open(Tag<'t>),
    /// An end tag's name, as written.
    Close(&'t str),
    /// A comment; false where it never ends.
    Comment(bool),
    /// `<!…>` or `<?…>`.
    Declaration,
    /// What stands in an element whose content is not text of the page: a script, a style sheet, a drawing, a frame.
    Hidden,
}

/// A start tag.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Tag<'t> {
    pub(super) name: &'t str,
    pub(super) attributes: Vec<Attribute<'t>>,
}

impl<'t> Tag<'t> {
    /// The value of the first attribute of this name, in lower case.
    pub(super) fn attribute(&self, name: &str) -> Option<&'t str> {
        self.attributes.iter().find(|attribute| attribute.name.eq_ignore_ascii_case(name)).map(|a| a.value)
    }
}

/// An attribute, its value without quotes and with entities unresolved.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Attribute<'t> {
    pub(super) name: &'t str,
    pub(super) value: &'t str,
    /// Where its value stands in the tag, quotes included.
    pub(super) place: std::ops::Range<usize>,
}

/// Elements whose content is not read as text.
pub(super) fn hides_content(name: &str) -> bool {
    ["script", "style", "svg", "math", "iframe"].iter().any(|hidden| hidden.eq_ignore_ascii_case(name))
}

/// Cuts `html` into pieces; each comes with its source, and together the sources are the whole text.
pub(super) fn tokens(html: &str) -> Tokens<'_> {
    Tokens { html, at: 0, hiding: None, unclosed: Vec::new(), unfinished: false }
}

pub(super) struct Tokens<'t> {
    html: &'t str,
    at: usize,
    /// The element just opened, where it hides its content.
    hiding: Option<&'t str>,
    /// Such elements that are known never to end, so that no text is searched twice.
    unclosed: Vec<&'t str>,
    /// A tag was begun that the text does not finish: all the rest is text.
    unfinished: bool,
}

impl<'t> Iterator for Tokens<'t> {
    type Item = (Token<'t>, &'t str);

    fn next(&mut self) -> Option<Self::Item> {
        let rest = &self.html[self.at..];
        if rest.is_empty() {
            return None;
        }
        let (token, length) = match self.hidden(rest) {
            Some(length) => (Token::Hidden, length),
            None => self.visible(rest),
        };
        if let Token::Open(tag) = &token
            && hides_content(tag.name)
        {
            self.hiding = Some(tag.name);
        }
        self.at += length;
        Some((token, &rest[..length]))
    }
}

impl<'t> Tokens<'t> {
    /// The length of what the element just opened hides. A drawing or frame that never ends hides nothing; a script
    /// hides all the rest.
    fn hidden(&mut self, rest: &str) -> Option<usize> {
        let name = self.hiding.take().filter(|name| !self.unclosed.iter().any(|n| n.eq_ignore_ascii_case(name)))?;
        let closes = |at: &usize| {
            let tag = rest.as_bytes()[*at + 1..].get(..=name.len());
            tag.is_some_and(|tag| tag[0] == b'/' && tag[1..].eq_ignore_ascii_case(name.as_bytes()))
        };
        let end = memchr::memchr_iter(b'<', rest.as_bytes()).find(closes);
        if end.is_none() {
            self.unclosed.push(name);
        }
        let is_text = name.eq_ignore_ascii_case("script") || name.eq_ignore_ascii_case("style");
        end.or(is_text.then_some(rest.len())).filter(|&length| length > 0)
    }

    fn visible(&mut self, rest: &'t str) -> (Token<'t>, usize) {
        if self.unfinished || !starts_markup(rest) {
            let length = if self.unfinished { rest.len() } else { text_len(rest) };
            return (Token::Text, length);
        }
        markup(rest).unwrap_or_else(|| {
            self.unfinished = true;
            (Token::Text, rest.len())
        })
    }
}

/// Whether a tag, comment or declaration begins here.
fn starts_markup(rest: &str) -> bool {
    match rest.as_bytes() {
        [b'<', b'/', next, ..] => next.is_ascii_alphabetic(),
        [b'<', next, ..] => next.is_ascii_alphabetic() || matches!(next, b'!' | b'?'),
        _ => false,
    }
}

/// The length of text up to the next tag.
fn text_len(rest: &str) -> usize {
    let next = memchr::memchr_iter(b'<', rest.as_bytes()).find(|&at| at > 0 && starts_markup(&rest[at..]));
    next.unwrap_or(rest.len())
}

/// Reads the tag that begins here; `None` where it does not end.
fn markup(rest: &str) -> Option<(Token<'_>, usize)> {
    let bytes = rest.as_bytes();
    match bytes.get(1)? {
        b'!' if rest.starts_with("<!--") => Some(comment(rest)),
        b'!' | b'?' => memchr::memchr(b'>', bytes).map(|end| (Token::Declaration, end + 1)),
        b'/' => {
            let end = memchr::memchr(b'>', bytes)?;
            Some((Token::Close(name(&rest[2..end])), end + 1))
        }
        _ => open_tag(rest),
    }
}

fn comment(rest: &str) -> (Token<'_>, usize) {
    let body = &rest[4..];
    let end = if body.starts_with('>') {
        Some(1)
    } else if body.starts_with("->") {
        Some(2)
    } else {
        memchr::memmem::find(body.as_bytes(), b"-->").map(|at| at + 3)
    };
    (Token::Comment(end.is_some()), end.map_or(rest.len(), |end| end + 4))
}

fn name(text: &str) -> &str {
    let end = text.find(|c: char| c.is_ascii_whitespace() || matches!(c, '/' | '>')).unwrap_or(text.len());
    &text[..end]
}

fn open_tag(rest: &str) -> Option<(Token<'_>, usize)> {
    let bytes = rest.as_bytes();
    let name = name(&rest[1..]);
    let mut attributes = Vec::new();
    let mut at = 1 + name.len();
    loop {
        at += bytes[at..].iter().take_while(|b| b.is_ascii_whitespace() || **b == b'/').count();
        if *bytes.get(at)? == b'>' {
            return Some((Token::Open(Tag { name, attributes }), at + 1));
        }
        let attribute = attribute(rest, at)?;
        at = attribute.place.end;
        attributes.push(attribute);
    }
}

fn attribute(tag: &str, start: usize) -> Option<Attribute<'_>> {
    let bytes = tag.as_bytes();
    // A name may begin with `=`, as browsers read it, so that each step takes at least one byte.
    let ends_name = |b: &u8| b.is_ascii_whitespace() || matches!(b, b'/' | b'>' | b'=');
    let name_end = start + 1 + bytes.get(start + 1..)?.iter().position(ends_name)?;
    let name = &tag[start..name_end];
    let equals = name_end + spaces(&bytes[name_end..]);
    if bytes.get(equals) != Some(&b'=') {
        return Some(Attribute { name, value: "", place: name_end..name_end });
    }
    let value_start = equals + 1 + spaces(&bytes[equals + 1..]);
    let first = *bytes.get(value_start)?;
    if first == b'"' || first == b'\'' {
        let end = value_start + 1 + memchr::memchr(first, &bytes[value_start + 1..])?;
        return Some(Attribute { name, value: &tag[value_start + 1..end], place: value_start..end + 1 });
    }
    let end = value_start + bytes[value_start..].iter().position(|b| b.is_ascii_whitespace() || *b == b'>')?;
    Some(Attribute { name, value: &tag[value_start..end], place: value_start..end })
}

fn spaces(bytes: &[u8]) -> usize {
    bytes.iter().take_while(|b| b.is_ascii_whitespace()).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(html: &str) -> Vec<String> {
        tokens(html)
            .map(|(token, source)| match token {
                Token::Text => format!("text {source}"),
                Token::Open(tag) => {
                    let attributes: Vec<_> =
                        tag.attributes.iter().map(|a| format!(" {}[{}]", a.name, a.value)).collect();
                    format!("open {}{}", tag.name, attributes.concat())
                }
                Token::Close(name) => format!("close {name}"),
                Token::Comment(closed) => format!("comment {closed}"),
                Token::Declaration => "declaration".to_owned(),
                Token::Hidden => format!("hidden {source}"),
            })
            .collect()
    }

    #[test]
    fn raw_html_is_cut_into_tags_and_text() {
        let cases: &[(&str, &[&str])] = &[
            ("<p class='a b' id=x hidden>a < b</p >", &["open p class[a b] id[x] hidden[]", "text a < b", "close p"]),
            ("<br/><img src=a/b.png>", &["open br", "open img src[a/b.png]"]),
            ("<!-- a --><!DOCTYPE html><?php x ?>", &["comment true", "declaration", "declaration"]),
            ("<!-->x<!--->y<!-- z", &["comment true", "text x", "comment true", "text y", "comment false"]),
            ("<script>if (a<b) '</p>'</SCRIPT>x", &["open script", "hidden if (a<b) '</p>'", "close SCRIPT", "text x"]),
            ("<svg><path/></svg><svg>t", &["open svg", "hidden <path/>", "close svg", "open svg", "text t"]),
            ("<script>all", &["open script", "hidden all"]),
            ("<a title=\"open>x", &["text <a title=\"open>x"]),
            ("<a \u{e4}=\u{fc} =x>", &["open a \u{e4}[\u{fc}] =x[]"]),
            ("1 <2 <", &["text 1 <2 <"]),
        ];
        for (html, expected) in cases {
            assert_eq!(shown(html), *expected, "{html}");
        }
    }
}
