//! How a site speaks in one language: its strings, numbers, sums, dates and lists.
//!
//! In go a language tag and the files of strings, out come texts for readers of that language. Rules and formats are
//! CLDR's, by way of ICU4X. Which sentence stands where is not known here, but in `words` and the templates.

mod money;
mod pattern;
mod strings;
mod territories;

pub(super) use self::pattern::Part;
pub(super) use self::strings::StringsFile;

use std::borrow::Cow;

use icu_calendar::Gregorian;
use icu_datetime::{FixedCalendarDateTimeFormatter, fieldsets::YMD};
use icu_decimal::DecimalFormatter;
use icu_decimal::input::Decimal;
use icu_list::ListFormatter;
use icu_locale::LocaleDirectionality;
use icu_locale_core::Locale;
use icu_plurals::{PluralCategory, PluralRules};
use jiff::civil::Date;

use self::money::Money;
use self::pattern::Pattern;
use self::strings::Strings;
use self::territories::Territories;
use crate::diagnostic::Diagnostic;

/// A language of the interface.
pub(super) struct Language {
    tag: String,
    is_right_to_left: bool,
    strings: Strings,
    dates: FixedCalendarDateTimeFormatter<Gregorian, YMD>,
    money: Money,
    plurals: PluralRules,
    numbers: DecimalFormatter,
    lists: ListFormatter,
    territories: Territories,
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
            is_right_to_left: LocaleDirectionality::new_common().is_right_to_left(&locale.id),
            strings: Strings::load(tag, files, diagnostics),
            dates: FixedCalendarDateTimeFormatter::try_new((&locale).into(), YMD::long()).expect(known),
            money: Money::new(tag),
            plurals: PluralRules::try_new_cardinal((&locale).into()).expect(known),
            numbers: DecimalFormatter::try_new(
                (&locale).into(),
                icu_decimal::options::DecimalFormatterOptions::default(),
            )
            .expect(known),
            lists: ListFormatter::try_new_and((&locale).into(), icu_list::options::ListFormatterOptions::default())
                .expect(known),
            territories: Territories::new(tag),
        }
    }

    /// What the country or group of countries is called that English calls `name`.
    pub(super) fn territory(&self, name: &str) -> Option<&'static str> {
        self.territories.name(name)
    }

    /// Its tag, as the configuration writes it.
    pub(super) fn tag(&self) -> &str {
        &self.tag
    }

    /// What its speakers call it; its tag where there are no strings in it.
    pub(super) fn name(&self) -> String {
        if self.strings.has_own || self.is_english() { self.say("language.name", &[]) } else { self.tag.clone() }
    }

    /// `rtl` where it is written from right to left, else `ltr`.
    pub(super) fn direction(&self) -> &'static str {
        if self.is_right_to_left { "rtl" } else { "ltr" }
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

    /// `60,000`, or `12.50`: cents only where there are any.
    fn figure(&self, figure: f64) -> String {
        let text = if figure.fract().abs() < 0.005 { format!("{figure:.0}") } else { format!("{figure:.2}") };
        text.parse().map_or(text, |figure: Decimal| self.numbers.format(&figure).to_string())
    }

    /// `€60,000`; without a currency the bare figure. The currency is ISO 4217's code.
    pub(super) fn amount(&self, figure: f64, currency: Option<&str>) -> String {
        let figure = self.figure(figure);
        currency.map_or_else(|| figure.clone(), |currency| self.money.write(&figure, currency))
    }

    /// `March 4, 2026`
    pub(super) fn date(&self, date: Date) -> String {
        let day = |(month, day): (i8, i8)| Some((u8::try_from(month).ok()?, u8::try_from(day).ok()?));
        let date_of = |(month, day)| icu_calendar::Date::try_new_gregorian(date.year().into(), month, day).ok();
        day((date.month(), date.day()))
            .and_then(date_of)
            .map_or_else(|| date.to_string(), |date| self.dates.format(&date).to_string())
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
        let files = [
            file("ar", include_str!("../../../themes/default/i18n/ar.toml")),
            file("de", include_str!("../../../themes/default/i18n/de.toml")),
            file("en", include_str!("../../../themes/default/i18n/en.toml")),
            file("es", include_str!("../../../themes/default/i18n/es.toml")),
            file("fr", include_str!("../../../themes/default/i18n/fr.toml")),
            file("ja", include_str!("../../../themes/default/i18n/ja.toml")),
            file("nl", include_str!("../../../themes/default/i18n/nl.toml")),
            file("pt", include_str!("../../../themes/default/i18n/pt.toml")),
        ];
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

    /// CLDR 48's `dateFormats/long`, `currencyFormats/standard` and list patterns; a no-break space is shown as `_`.
    #[test]
    fn dates_sums_and_lists_are_written_as_readers_of_the_language_write_them() {
        for (tag, date, range, cents, list) in [
            ("en", "March 4, 2026", "€60,000 – €75,000", "CHF_1,234.50", "A, B, and C"),
            ("en-GB", "4 March 2026", "€60,000 – €75,000", "CHF_1,234.50", "A, B and C"),
            ("de", "4. März 2026", "60.000_€ – 75.000_€", "1.234,50_CHF", "A, B und C"),
            ("de-CH", "4. März 2026", "EUR_60'000 – EUR_75'000", "CHF_1'234.50", "A, B und C"),
            ("fr", "4 mars 2026", "60\u{202f}000_€ – 75\u{202f}000_€", "1\u{202f}234,50_CHF", "A, B et C"),
            ("es", "4 de marzo de 2026", "60.000_€ – 75.000_€", "1234,50_CHF", "A, B y C"),
            ("pt", "4 de março de 2026", "€_60.000 – €_75.000", "CHF_1.234,50", "A, B e C"),
            ("pt-PT", "4 de março de 2026", "60_000_€ – 75_000_€", "1234,50_CHF", "A, B e C"),
            ("nl", "4 maart 2026", "€_60.000 – €_75.000", "CHF_1.234,50", "A, B en C"),
            ("ja", "2026年3月4日", "€60,000～€75,000", "CHF_1,234.50", "A、B、C"),
            ("ar", "4 مارس 2026", "\u{200f}60,000_€ – \u{200f}75,000_€", "\u{200f}1,234.50_CHF", "A وB وC"),
        ] {
            let language = language(tag);
            let sum = |figure: f64, currency: &str| language.amount(figure, Some(currency));
            let (min, max) = (sum(60_000.0, "EUR"), sum(75_000.0, "EUR"));
            let written = [
                language.date(jiff::civil::date(2026, 3, 4)),
                language.say("salary.range", &[("min", (&min).into()), ("max", (&max).into())]),
                sum(1234.5, "CHF"),
                language.list(&["A".into(), "B".into(), "C".into()]),
            ];
            assert_eq!(written.map(|text| text.replace('\u{a0}', "_")), [date, range, cents, list], "{tag}");
        }
    }

    #[test]
    fn a_language_is_written_from_the_side_on_which_its_script_begins() {
        for (tag, direction) in
            [("en", "ltr"), ("ja", "ltr"), ("ar", "rtl"), ("ar-EG", "rtl"), ("he", "rtl"), ("az-Arab", "rtl")]
        {
            assert_eq!(language(tag).direction(), direction, "{tag}");
        }
    }

    #[test]
    fn arabic_has_a_form_for_each_of_its_categories() {
        let arabic = language("ar");
        let forms = [0, 1, 2, 3, 11, 100].map(|count| arabic.say("roles.count", &[("count", count.into())]));
        assert_eq!(forms[0], "لا وظائف شاغرة");
        assert_eq!(forms[2], "وظيفتان شاغرتان");
        assert!(
            forms[3].starts_with("3 وظائف") && forms[4].starts_with("11 وظيفة") && forms[5].starts_with("100 وظيفة")
        );
    }
}
