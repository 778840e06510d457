//! The names of places.
//!
//! In goes a name, out comes what kind of place it is and its usual name. The gazetteer is `data/places.txt`. What a
//! posting means by naming a place is not decided here.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::table;

/// A place that the gazetteer knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Known {
    /// What kind of place it is.
    pub kind: Kind,
    /// Its usual English name.
    pub name: &'static str,
}

/// Kinds of places, from large to small.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Several countries.
    Group,
    /// A country.
    Country,
    /// A part of a country, as it stands after a city.
    Region,
    /// A city.
    City,
}

struct Gazetteer {
    /// By folded spelling.
    places: HashMap<String, Known>,
    /// Spellings of two or three letters, which count only in their own case: `US`, never `us`.
    short: HashMap<&'static str, Known>,
}

static GAZETTEER: LazyLock<Gazetteer> = LazyLock::new(|| {
    let mut gazetteer = Gazetteer { places: HashMap::with_capacity(1024), short: HashMap::new() };
    for row in table::rows(include_str!("data/places.txt")) {
        let (kind, skip) = match row.section {
            "group" => (Kind::Group, 0),
            "country" => (Kind::Country, 0),
            "region" => (Kind::Region, 0),
            // A city's first alias is its country.
            _ => (Kind::City, 1),
        };
        let known = Known { kind, name: row.name };
        for form in std::iter::once(row.name).chain(row.aliases().skip(skip)) {
            if is_short(form) {
                gazetteer.short.entry(form).or_insert(known);
            } else {
                gazetteer.places.entry(form.to_lowercase()).or_insert(known);
            }
        }
    }
    gazetteer
});

/// The place of this name, in any of its spellings.
pub(super) fn find(name: &str) -> Option<Known> {
    let name = name.trim().trim_end_matches(',');
    // No name in the gazetteer is longer.
    if name.is_empty() || name.len() > 40 {
        return None;
    }
    if is_short(name) {
        return GAZETTEER.short.get(name).copied();
    }
    GAZETTEER.places.get(&name.to_lowercase()).copied()
}

fn is_short(name: &str) -> bool {
    name.len() <= 4 && name.is_ascii() && name.chars().filter(char::is_ascii_alphabetic).count() <= 3
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_known_in_their_usual_spellings() {
        for (name, expected) in [
            ("uk", None),
            ("UK", Some((Kind::Country, "United Kingdom"))),
            ("the U.S.", Some((Kind::Country, "United States"))),
            ("EU", Some((Kind::Group, "European Union"))),
            ("deutschland", Some((Kind::Country, "Germany"))),
            ("MÜNCHEN", Some((Kind::City, "Munich"))),
            ("TX", Some((Kind::Region, "Texas"))),
            ("us", None),
            ("in", None),
            ("Springfield", None),
            ("", None),
        ] {
            assert_eq!(find(name).map(|known| (known.kind, known.name)), expected, "{name}");
        }
    }

    #[test]
    fn every_city_names_a_country_of_the_gazetteer() {
        for row in table::rows(include_str!("data/places.txt")).filter(|row| row.section == "city") {
            let country = row.aliases().next().and_then(find);
            assert_eq!(country.map(|known| known.kind), Some(Kind::Country), "{}", row.name);
        }
    }
}
