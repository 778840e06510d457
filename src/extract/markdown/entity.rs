//! HTML entities in raw HTML, resolved with the Markdown parser's own table.

use std::borrow::Cow;

use pulldown_cmark::{Event, Parser};

/// Resolves the entities of a text or an attribute's value.
pub(super) fn decode(text: &str) -> Cow<'_, str> {
    if !text.contains('&') {
        return Cow::Borrowed(text);
    }
    let mut decoded = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find('&') {
        decoded.push_str(&rest[..start]);
        rest = &rest[start..];
        let length = entity_len(rest);
        match (length > 1).then(|| resolve(&rest[..length])).flatten() {
            Some(resolved) => decoded.push_str(&resolved),
            None => decoded.push_str(&rest[..length]),
        }
        rest = &rest[length..];
    }
    decoded.push_str(rest);
    Cow::Owned(decoded)
}

/// The length of `&name;` or `&#1234;` at the start of `text`, and 1 where there is none.
fn entity_len(text: &str) -> usize {
    let name = text.bytes().skip(1).take(40).take_while(|b| b.is_ascii_alphanumeric() || *b == b'#').count();
    if name > 0 && text.as_bytes().get(name + 1) == Some(&b';') { name + 2 } else { 1 }
}

fn resolve(entity: &str) -> Option<String> {
    match entity {
        "&amp;" => Some("&".to_owned()),
        "&nbsp;" => Some("\u{a0}".to_owned()),
        _ => Parser::new(entity).find_map(|event| match event {
            Event::Text(text) => Some(text.into_string()),
            _ => None,
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entities_are_resolved_and_everything_else_stays() {
        let cases = [
            ("R&D &amp; &pound;46,000 &ndash; caf&eacute;", "R&D & \u{a3}46,000 \u{2013} caf\u{e9}"),
            ("&#106;ava&#x73;cript&colon;x", "javascript:x"),
            ("&nbsp;&nosuch; &; &#; &amp", "\u{a0}&nosuch; &; &#; &amp"),
            ("&amp;lt;", "&lt;"),
        ];
        for (text, expected) in cases {
            assert_eq!(decode(text), expected);
        }
    }
}
