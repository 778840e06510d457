//! A line of Markdown as the text that its reader sees.
//!
//! In goes what stands in front matter, where themes show plain text: a summary. Links leave their text, pictures their
//! alternative text, HTML what stands between its tags. Nothing begins a list or a heading.

use std::borrow::Cow;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::star;

/// What begins no block, and touches neither emphasis nor tags behind it.
const MARK: char = '.';

/// `text` without its mark-up.
pub fn plain_text(text: &str) -> Cow<'_, str> {
    if !text.contains(['<', '[', '*', '_', '`', '&', '\\', '~']) {
        return Cow::Borrowed(text);
    }
    // Behind a mark, "4. Semester" begins no list.
    let line = format!("{MARK}{text}");
    let mut plain = String::with_capacity(text.len());
    for (event, at) in Parser::new_ext(&line, Options::ENABLE_STRIKETHROUGH).into_offset_iter() {
        match event {
            Event::Start(Tag::Emphasis) | Event::End(TagEnd::Emphasis) if star::are_letters(&line, &at) => {
                plain.push('*');
            }
            Event::Text(text) | Event::Code(text) => plain.push_str(&text),
            Event::InlineHtml(tag) => push_tag(&mut plain, &tag),
            Event::SoftBreak | Event::HardBreak => plain.push(' '),
            _ => {}
        }
    }
    Cow::Owned(plain.strip_prefix(MARK).unwrap_or(&plain).trim().to_owned())
}

/// Adds what is left of a tag: a space where it parts words, and all of it where it is none of HTML's: `Vec<T>`.
fn push_tag(plain: &mut String, tag: &str) {
    const BREAKS: [&str; 6] = ["br", "p", "div", "li", "ul", "hr"];
    const SPANS: [&str; 17] = [
        "a", "abbr", "b", "code", "em", "font", "i", "mark", "s", "small", "span", "strong", "sub", "sup", "u", "wbr",
        "!--",
    ];
    let name = tag.trim_start_matches(['<', '/']);
    let end = name.find(|c: char| !(c.is_alphanumeric() || matches!(c, '!' | '-'))).unwrap_or(name.len());
    let is = |element: &&str| name[..end].eq_ignore_ascii_case(element);
    if BREAKS.iter().any(is) {
        plain.push(' ');
    } else if !SPANS.iter().any(is) {
        plain.push_str(tag);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mark_up_leaves_its_text() {
        for (text, expected) in [
            ("We weld ships.", "We weld ships."),
            ("We **weld** [ships](https://ships.example) with `fire`.", "We weld ships with fire."),
            ("We weld <br> ships &amp; _boats_", "We weld   ships & boats"),
            ("<p>We <b>weld</b></p>", "We weld"),
            ("Less than 3 < 4 of snake_case, 100 *", "Less than 3 < 4 of snake_case, 100 *"),
            ("![A ship](ship.png) sails", "A ship sails"),
            ("4. *Semester* & mehr", "4. Semester & mehr"),
            ("R&amp;D [Closed] C# *nix", "R&D [Closed] C# *nix"),
            ("Software<wbr>entwickler<br/>Vec<T>", "Softwareentwickler Vec<T>"),
            ("Schweißer*innen und *sehr* gute Maler*innen", "Schweißer*innen und sehr gute Maler*innen"),
        ] {
            assert_eq!(plain_text(text), expected, "{text}");
        }
    }
}
