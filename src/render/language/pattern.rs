//! One string of the interface: text with slots, in one form or in one for each category of number.
//!
//! In goes what stands in `i18n/*.toml`, out come the parts of the form that a count asks for. Categories are those of
//! CLDR's plural rules; a slot is a name in braces.

use icu_plurals::PluralCategory;

/// A string in all of its forms.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::render) enum Message {
    /// The same whatever is counted.
    Plain(Pattern),
    /// By the category of `count`; `Other` is always among them.
    Plural(Vec<(PluralCategory, Pattern)>),
}

/// A text with slots.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::render) struct Pattern(Vec<Part>);

/// A piece of a pattern.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::render) enum Part {
    /// Words.
    Text(String),
    /// The name of what stands here: `{name}`.
    Slot(String),
}

impl Message {
    /// The form for a category; where it has none of its own, that for all others.
    pub(in crate::render) fn form(&self, category: PluralCategory) -> &Pattern {
        match self {
            Self::Plain(pattern) => pattern,
            Self::Plural(forms) => {
                let of = |wanted| forms.iter().find(|(known, _)| *known == wanted).map(|(_, pattern)| pattern);
                of(category).or_else(|| of(PluralCategory::Other)).unwrap_or(&forms[0].1)
            }
        }
    }
}

impl Pattern {
    /// `Page {page} of {count}` in parts. A brace that opens no name stands for itself.
    pub(in crate::render) fn parse(text: &str) -> Self {
        let mut parts = Vec::new();
        let mut rest = text;
        let mut from = 0;
        while let Some(open) = rest[from..].find('{').map(|at| from + at) {
            let name = rest[open + 1..].split_once('}').map(|(name, _)| name).filter(|name| is_name(name));
            let Some(name) = name else {
                from = open + 1;
                continue;
            };
            parts.extend((open > 0).then(|| Part::Text(rest[..open].to_owned())));
            parts.push(Part::Slot(name.to_owned()));
            (rest, from) = (&rest[open + name.len() + 2..], 0);
        }
        parts.extend((!rest.is_empty()).then(|| Part::Text(rest.to_owned())));
        Self(parts)
    }

    /// Its pieces, in order.
    pub(in crate::render) fn parts(&self) -> &[Part] {
        &self.0
    }
}

fn is_name(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pattern_is_text_and_slots() {
        let shown = |text: &str| -> Vec<String> {
            let part = |part: &Part| match part {
                Part::Text(text) => text.clone(),
                Part::Slot(name) => format!("<{name}>"),
            };
            Pattern::parse(text).parts().iter().map(part).collect()
        };
        for (text, parts) in [
            ("Apply", &["Apply"][..]),
            ("{count} roles", &["<count>", " roles"]),
            ("Page {page} of {count}", &["Page ", "<page>", " of ", "<count>"]),
            ("{a}{b}", &["<a>", "<b>"]),
            ("a {1} {b}, {", &["a {1} ", "<b>", ", {"]),
            ("", &[]),
        ] {
            assert_eq!(shown(text), parts, "{text}");
        }
    }

    #[test]
    fn a_category_without_a_form_takes_that_of_all_others() {
        let form = |category, text: &str| (category, Pattern::parse(text));
        let message = Message::Plural(vec![form(PluralCategory::One, "one"), form(PluralCategory::Other, "other")]);
        assert_eq!(message.form(PluralCategory::One), &Pattern::parse("one"));
        assert_eq!(message.form(PluralCategory::Few), &Pattern::parse("other"));
    }
}
