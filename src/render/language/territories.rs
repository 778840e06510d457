//! What countries and groups of them are called in a language.
//!
//! In goes the English name that the rest of the program knows one by, out comes that of the language. `data/countries.txt`
//! is CLDR's; ICU4X has no stable way to ask for these names yet.

use std::collections::HashMap;

use crate::posting::Country;

const NAMES: &str = include_str!("data/countries.txt");

/// The names of one language; none for English, and for a language that is not among them.
pub(super) struct Territories(HashMap<&'static str, &'static str>);

impl Territories {
    /// The names of a language tag; those of its language where the dialect has none of its own.
    pub(super) fn new(tag: &str) -> Self {
        let mut tags = std::iter::successors(Some(tag), |tag| tag.rsplit_once('-').map(|(above, _)| above));
        let lines = tags.find_map(lines_of).into_iter().flatten();
        let english = |key: &'static str| Country::of(key).map_or(key, Country::name);
        Self(lines.filter_map(|line| line.split_once('=')).map(|(key, name)| (english(key), name)).collect())
    }

    /// The name of the country or group that English calls `name`; `None` for everything else.
    pub(super) fn name(&self, name: &str) -> Option<&'static str> {
        self.0.get(name).copied()
    }
}

/// The lines of a language.
fn lines_of(tag: &str) -> Option<impl Iterator<Item = &'static str> + use<>> {
    let mut lines = NAMES.lines();
    lines.find(|line| line.strip_prefix('[').and_then(|line| line.strip_suffix(']')) == Some(tag))?;
    Some(lines.take_while(|line| !line.is_empty()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::posting::Group;

    #[test]
    fn i9_countries_have_the_names_that_readers_of_the_language_know() {
        for (tag, name, expected) in [
            ("de", "Germany", Some("Deutschland")),
            ("de-AT", "Austria", Some("Österreich")),
            ("fr", "European Union", Some("Union européenne")),
            ("ja", "Worldwide", Some("世界")),
            ("ar", "Egypt", Some("مصر")),
            ("pt-PT", "Vietnam", Some("Vietname")),
            ("en", "Germany", None),
            ("tlh", "Germany", None),
            ("de", "Ulm", None),
        ] {
            assert_eq!(Territories::new(tag).name(name), expected, "{tag} {name}");
        }
    }

    #[test]
    fn every_key_is_a_country_or_a_group() {
        for line in NAMES.lines().filter(|line| !line.starts_with(['#', '['])) {
            let Some((key, _)) = line.split_once('=') else { continue };
            assert!(Country::of(key).is_some() || Group::named(key).is_some(), "{key}");
        }
    }
}
