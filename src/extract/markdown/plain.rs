//! A line of Markdown as the text that its reader sees.
//!
//! In goes what stands in front matter, where themes show plain text: a summary. Links leave their text, pictures their
//! alternative text, HTML what stands between its tags. Blocks are run into one line.

use std::borrow::Cow;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::star;

/// `text` without its mark-up.
pub fn plain_text(text: &str) -> Cow<'_, str> {
    if !text.contains(['<', '[', '*', '_', '`', '&', '\\', '~']) {
        return Cow::Borrowed(text);
    }
    let mut plain = String::with_capacity(text.len());
    for (event, at) in Parser::new_ext(text, Options::ENABLE_STRIKETHROUGH).into_offset_iter() {
        match event {
            Event::Start(Tag::Emphasis) | Event::End(TagEnd::Emphasis) if star::are_letters(text, &at) => {
                plain.push('*');
            }
            Event::Text(text) | Event::Code(text) => plain.push_str(&text),
            Event::Html(html) | Event::InlineHtml(html) => push_between_tags(&mut plain, &html),
            Event::SoftBreak | Event::HardBreak | Event::End(TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::Item) => {
                plain.push(' ');
            }
            _ => {}
        }
    }
    plain.truncate(plain.trim_end().len());
    Cow::Owned(plain)
}

/// Adds what stands between the tags of some HTML; a line break parts words.
fn push_between_tags(plain: &mut String, html: &str) {
    let mut rest = html;
    while let Some((text, behind)) = rest.split_once('<') {
        plain.push_str(text);
        if behind.starts_with("br") || behind.starts_with("/p") {
            plain.push(' ');
        }
        rest = behind.split_once('>').map_or("", |(_, behind)| behind);
    }
    plain.push_str(rest);
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
            ("Schweißer*innen und *sehr* gute Maler*innen", "Schweißer*innen und sehr gute Maler*innen"),
        ] {
            assert_eq!(plain_text(text), expected, "{text}");
        }
    }
}
