//! Addresses without figures: `Anvil House, Dock Road, Leeds`.
//!
//! In go the parts of a name, out comes the town behind the houses, streets and quarters that the first of them name. The
//! words are `data/terms.txt`. Addresses with figures are [`super::names`]'s.

use std::sync::LazyLock;

use super::names::{is_term, of_compound, without_post_code};
use super::terms::leading_remote_word;
use crate::infer::lexicon::Lexicon;
use crate::infer::places::{self, Kind};
use crate::infer::table;
use crate::infer::words::is_set_as_name;
use crate::posting::Place;

/// What stands first in such a name: `rue`; what stands last: `Road`; and what is joined to its last word: `-straße`.
static FIRST: LazyLock<Lexicon<()>> = LazyLock::new(|| table::TERMS.lexicon("house first"));
static OURS: LazyLock<Lexicon<()>> = LazyLock::new(|| table::TERMS.lexicon("ours"));
static LAST: LazyLock<Lexicon<()>> = LazyLock::new(|| table::TERMS.lexicon("house last"));
static ENDS: LazyLock<Vec<&str>> = LazyLock::new(|| table::TERMS.words("house end"));

/// The town behind houses and streets, with what it lies in; `None` where no part before it names one.
pub(super) fn town_behind(parts: &[&str]) -> Option<Place> {
    let (_, before) = parts.split_last()?;
    let house = before.iter().rposition(|part| names_house(part) || is_ours(part))?;
    let (houses, rest) = parts.split_at(house + 1);
    let is_name = |part: &str| part.starts_with(char::is_uppercase) && places::kind(part).is_none();
    let is_new =
        |part: &&str| (is_name(part) || is_ours(part)) && !is_term(part) && leading_remote_word(part).is_none();
    let rest: Vec<&str> = rest.iter().map(|part| without_post_code(part)).filter(|part| !part.is_empty()).collect();
    let (town, around) = rest.split_first().filter(|_| houses.iter().all(is_new))?;
    let is_known = matches!(places::kind(town), Some(Kind::City));
    // Nobody knows the town, but what stands around leaves no doubt that it is one.
    let is_placed = || {
        let is_name = places::kind(town).is_none() && is_set_as_name(town) && !is_term(town);
        is_name && !names_house(town) && (house > 0 || !around.is_empty())
    };
    let lies_there = around.iter().all(|area| places::may_hold(area, town));
    (lies_there && (is_known || is_placed())).then(|| of_compound(town, around))
}

/// Whether a part is a house that employers call theirs: `our shed at the dock`.
fn is_ours(part: &str) -> bool {
    part.contains(' ') && OURS.strip(part).is_some()
}

/// Whether a part is the name of a house, a street or a quarter: `Dock Road`, `rue de la Forge`, `Ankerstraße`.
fn names_house(part: &str) -> bool {
    let Some((first, last)) = part.split(' ').next().zip(part.rsplit(' ').next()) else { return false };
    let is_compound = || {
        let last = last.to_lowercase();
        ENDS.iter().any(|end| last.ends_with(end))
    };
    let is_long = part.contains(' ');
    (is_long && (LAST.exactly(last).is_some() || FIRST.exactly(first).is_some())) || is_compound()
}

#[cfg(test)]
mod tests {
    use super::super::read;

    fn names(text: &str) -> Vec<String> {
        read(text).places.into_iter().map(|place| place.name).collect()
    }

    #[test]
    fn f2_houses_and_streets_before_a_town_are_no_places() {
        for (text, expected) in [
            ("Hullwerk Centre, Anvil Street, Leeds", "Leeds"),
            ("Anvil House, Dock Road, Nowhere, NW5", "Nowhere"),
            ("Anvil Park, Nowhere, Powys", "Nowhere, Powys"),
            ("Hullwerk Theatre, Leeds", "Leeds"),
            ("Werftgebäude, Ankerstraße, Ulm", "Ulm"),
            ("Quai de la Forge, Nantes", "Nantes"),
            ("Calle del Ancla, Sevilla", "Sevilla"),
            ("Ankerkade, Rotterdam", "Rotterdam"),
            ("Varvsgatan, Göteborg", "Göteborg"),
            ("our shed at Dockside, Leeds", "Leeds"),
            ("unsere Halle am Kai, Ulm", "Ulm"),
            ("Dockside, Hamilton (NZ)", "Hamilton, NZ"),
        ] {
            assert_eq!(names(text), [expected], "{text}");
        }
    }

    #[test]
    fn f3_other_names_beside_a_town_stay_places() {
        for (text, expected) in [
            ("Nowhere, Anvilgate, Kiel", vec!["Nowhere", "Anvilgate", "Kiel"]),
            ("Leeds, York, Kiel", vec!["Leeds", "York", "Kiel"]),
            ("Anvil Park, Ohio", vec!["Anvil Park, Ohio"]),
            ("Menlo Park, Kiel", vec!["Menlo Park", "Kiel"]),
        ] {
            assert_eq!(names(text), expected, "{text}");
        }
    }
}
