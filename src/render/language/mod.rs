//! How a site speaks in one language: its strings, its numbers and lists.
//!
//! In go a language tag and the files of strings, out come texts for readers of that language. Rules and formats are
//! CLDR's, by way of ICU4X. Which sentence stands where is not known here, but in `words` and the templates.

mod pattern;
mod strings;

pub(super) use self::pattern::Part;
pub(super) use self::strings::StringsFile;

use std::borrow::Cow;

use icu_decimal::DecimalFormatter;
use icu_decimal::input::Decimal;
use icu_list::ListFormatter;
use icu_locale_core::Locale;
use icu_plurals::{PluralCategory, PluralRules};

use self::pattern::Pattern;
use self::strings::Strings;
use crate::diagnostic::Diagnostic;

/// A language of the interface.
pub(super) struct Language {
    tag: String,
    strings: Strings,
    plurals: PluralRules,
    numbers: DecimalFormatter,
    lists: ListFormatter,
}

/// What stands in a slot of a string.
#[derive(Clone, Copy)]
pub(super) enum Slot<'a> {
    /// A text.
    Text(&'a str),
    /// How many; the one named `count` decides the string's form.
    Count(usize),
}

impl<'a> From<&'a str> for Slot<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(text)
    }
}

impl<'a> From<&'a String> for Slot<'a> {
    fn from(text: &'a String) -> Self {
        Self::Text(text)
    }
}

impl From<usize> for Slot<'_> {
    fn from(count: usize) -> Self {
        Self::Count(count)
    }
}

impl Language {
    /// The language of a BCP 47 tag.
    ///
    /// # Panics
    ///
    /// Never: the formatters fall back to a language that they know.
    pub(super) fn new(tag: &str, files: &[StringsFile], diagnostics: &mut Vec<Diagnostic>) -> Self {
        let locale: Locale = tag.parse().unwrap_or(Locale::UNKNOWN);
        let known = "ICU4X knows every locale or its parent";
        Self {
            tag: tag.to_owned(),
            strings: Strings::load(tag, files, diagnostics),
            plurals: PluralRules::try_new_cardinal((&locale).into()).expect(known),
            numbers: DecimalFormatter::try_new(
                (&locale).into(),
                icu_decimal::options::DecimalFormatterOptions::default(),
            )
            .expect(known),
            lists: ListFormatter::try_new_and((&locale).into(), icu_list::options::ListFormatterOptions::default())
                .expect(known),
        }
    }

    /// Its tag, as the configuration writes it.
    pub(super) fn tag(&self) -> &str {
        &self.tag
    }

    /// Whether it is English, or a dialect of it.
    pub(super) fn is_english(&self) -> bool {
        self.tag.split('-').next() == Some(strings::ENGLISH)
    }

    /// The string of a key in the form that `count` asks for; `None` where there is none.
    pub(super) fn pattern(&self, key: &str, count: Option<usize>) -> Option<&Pattern> {
        let category = count.map_or(PluralCategory::Other, |count| self.plurals.category_for(count));
        self.strings.get(key).map(|message| message.form(category))
    }

    /// The keys of all strings.
    pub(super) fn keys(&self) -> impl Iterator<Item = &str> {
        self.strings.keys()
    }

    /// A string as plain text. The keys that code names are in the built-in theme, which every other falls back to; one
    /// that is not stands for itself.
    pub(super) fn say(&self, key: &str, slots: &[(&str, Slot<'_>)]) -> String {
        let slot = |name: &str| slots.iter().find(|(known, _)| *known == name).map(|(_, slot)| *slot);
        let count = match slot("count") {
            Some(Slot::Count(count)) => Some(count),
            _ => None,
        };
        let Some(pattern) = self.pattern(key, count) else { return key.to_owned() };
        let text = |part: &Part| match part {
            Part::Text(text) => text.clone(),
            Part::Slot(name) => match slot(name) {
                Some(Slot::Text(text)) => text.to_owned(),
                Some(Slot::Count(count)) => self.number(count),
                None => String::new(),
            },
        };
        pattern.parts().iter().map(text).collect()
    }

    /// A string in each form that the language has, by CLDR's name for it, with `#` for the count: for scripts.
    pub(super) fn forms(&self, key: &str) -> Vec<(&'static str, String)> {
        let text = |category: PluralCategory| {
            let parts = self.strings.get(key).map_or(&[][..], |message| message.form(category).parts()).iter();
            parts.map(|part| if let Part::Text(text) = part { text } else { "#" }).collect()
        };
        self.plurals.categories().map(|category| (category_name(category), text(category))).collect()
    }

    /// `12,345`
    pub(super) fn number(&self, number: usize) -> String {
        self.numbers.format(&Decimal::from(number)).to_string()
    }

    /// `A, B and C`
    pub(super) fn list(&self, names: &[Cow<'_, str>]) -> String {
        self.lists.format(names.iter()).to_string()
    }
}

fn category_name(category: PluralCategory) -> &'static str {
    match category {
        PluralCategory::Zero => "zero",
        PluralCategory::One => "one",
        PluralCategory::Two => "two",
        PluralCategory::Few => "few",
        PluralCategory::Many => "many",
        PluralCategory::Other => "other",
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::source::SourceFile;

    /// A language with the strings that the built-in theme has for it.
    pub(in crate::render) fn language(tag: &str) -> Language {
        let file = |language: &str, text: &str| StringsFile {
            language: language.into(),
            source: SourceFile::new(&format!("i18n/{language}.toml"), text),
        };
        let files = [file("en", include_str!("../../../themes/default/i18n/en.toml"))];
        Language::new(tag, &files, &mut Vec::new())
    }

    #[test]
    fn scripts_get_every_form_that_a_language_has() {
        let forms = language("en").forms("roles.count");
        assert_eq!(forms, [("one", "# open role".to_owned()), ("other", "# open roles".to_owned())]);
        assert_eq!(language("ar").forms("roles.count").len(), 6);
    }

    #[test]
    fn a_string_is_said_in_the_form_that_its_count_asks_for() {
        let english = language("en");
        for (count, text) in [(0, "0 open roles"), (1, "1 open role"), (12_345, "12,345 open roles")] {
            assert_eq!(english.say("roles.count", &[("count", count.into())]), text);
        }
    }
}
