//! The order of names in a language: CLDR's collation, by ICU4X.
//!
//! In goes a name, out comes a key that sorts as readers of the language expect: `Äpfel` beside `Apfel` in German, after
//! `Z` in Swedish, and capitals beside small letters in both.

use icu_collator::options::CollatorOptions;
use icu_collator::{Collator, CollatorBorrowed};
use icu_locale_core::Locale;

/// The order of one language.
pub(crate) struct Collation(CollatorBorrowed<'static>);

impl Collation {
    /// The order of a BCP 47 tag; that of no language in particular where it is none.
    ///
    /// # Panics
    ///
    /// Never: every locale falls back to the root's order.
    pub(crate) fn new(tag: &str) -> Self {
        let locale: Locale = tag.parse().unwrap_or(Locale::UNKNOWN);
        Self(Collator::try_new((&locale).into(), CollatorOptions::default()).expect("the root has an order"))
    }

    /// A name as bytes that compare as the names do.
    pub(crate) fn key(&self, name: &str) -> Vec<u8> {
        let mut key = Vec::with_capacity(2 * name.len());
        let Ok(()) = self.0.write_sort_key_to(name, &mut key);
        key
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_stand_where_readers_of_the_language_look_for_them() {
        let names = ["Zebra", "apfel", "Öl", "Äpfel", "Ofen", "Apfel"];
        for (tag, order) in [
            ("de", ["apfel", "Apfel", "Äpfel", "Ofen", "Öl", "Zebra"]),
            ("sv", ["apfel", "Apfel", "Ofen", "Zebra", "Äpfel", "Öl"]),
            ("no language", ["apfel", "Apfel", "Äpfel", "Ofen", "Öl", "Zebra"]),
        ] {
            let collation = Collation::new(tag);
            let mut sorted = names;
            sorted.sort_by_cached_key(|name| collation.key(name));
            assert_eq!(sorted, order, "{tag}");
        }
    }
}
