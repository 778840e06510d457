//! The place that a text begins with.
//!
//! In goes text, out come the place and its length there: a town that the gazetteer knows, or a name set like one with the
//! region or country it lies in. What stands around it is [`super::town`]'s.

use crate::infer::places::{self, Kind};
use crate::infer::whereabouts;
use crate::infer::words::{is_ideographic, is_one_of, is_set_as_name, is_state_code, rsplit_at_each, squash};
use crate::posting::{Place, Spot};

/// The place that `text` begins with, and its length there: a known town, or a name with the region or country it is in.
pub(super) fn place_at(text: &str) -> Option<(Place, usize)> {
    let first = text.chars().next()?;
    if is_ideographic(first) {
        if let Some(place) = whereabouts::leading_address(text) {
            let length = place.name.len();
            return Some((place, length));
        }
        let ends = text.char_indices().map(|(at, c)| at + c.len_utf8()).take(5).collect::<Vec<_>>();
        let city = ends.into_iter().rev().find(|end| places::is_city(&text[..*end]))?;
        return Some((whereabouts::place(&text[..city]), city));
    }
    if !first.is_uppercase() {
        return None;
    }
    let is_end = |c: char| !(c.is_alphanumeric() || matches!(c, '.' | '\'' | '’'));
    // No town of the gazetteer has more than five words.
    let ends = text.char_indices().filter(|(_, c)| is_end(*c)).map(|(at, _)| at).chain([text.len()]).take(6);
    // What stands behind a comma is the town's region, or the next town.
    let ends: Vec<usize> = ends.filter(|end| !text[..*end].ends_with(is_end) && !text[..*end].contains(',')).collect();
    let named = |end: &usize| {
        // "San\nFrancisco", in a text that is wrapped
        let name = squash(text[..*end].trim_end_matches('.'));
        let name = name.as_ref();
        let behind = &text[*end..];
        let around = behind.strip_prefix(", ").and_then(|rest| area_at(rest, name)).or_else(|| state_at(behind, name));
        let inside = || inside_area(behind, name).or_else(|| in_canton(behind, name));
        if let Some((place, length)) = around.is_none().then(inside).flatten() {
            return Some((place, end + length));
        }
        match around {
            Some(area) => {
                let end = end + behind.find(area)? + area.len();
                Some((whereabouts::place(&text[..end]), end))
            }
            None if is_town(name) && !is_of_house(behind) && !goes_on(behind) => {
                Some((whereabouts::place(name), text[..*end].trim_end_matches('.').len()))
            }
            // "Bristol's harbour"
            None => owner(name).map(|town| (whereabouts::place(town), *end)),
        }
    };
    ends.iter().rev().find_map(named).filter(|(place, _)| place.spot != Spot::Unknown)
}

/// The same where it begins the clause, and its length there.
pub(super) fn homonym_at(text: &str) -> Option<(Place, usize)> {
    let length = text.find(['.', ';', ',', '(', '\n', '!'])?;
    // "Wells in Somerset"
    let inside = text[..length].split_once(" in ").filter(|(name, area)| {
        name.starts_with(char::is_uppercase) && places::may_be_city(name) && places::kind(area) == Some(Kind::Region)
    });
    let place = match inside {
        Some((name, area)) => Some(whereabouts::place(&format!("{name}, {area}"))),
        None => homonym(text).filter(|place| text[..length] == place.name),
    };
    place.map(|place| (place, length))
}

/// The town that a clause ends with behind a word for "in", or is, by a name that may be that of several towns or an everyday
/// word: ` in Carlisle.`
pub(super) fn homonym(text: &str) -> Option<Place> {
    const LINKS: [&str; 8] = [" in ", " at ", " à ", " te ", " em ", " en ", " i ", " near "];
    const MOST_WORDS: usize = 8;
    let (clause, behind) = text.split_at(text.find(['.', ';', ',', '(', '\n', '!'])?);
    let name = rsplit_at_each(clause, &LINKS).map(|(_, name)| name).min_by_key(|name| name.len()).unwrap_or(clause);
    // "Reading, Writing and Arithmetic"
    let goes_on = behind.trim_start_matches([',', ' ']).starts_with(char::is_uppercase) && behind.starts_with(',');
    let is_near = clause.split_whitespace().count() <= MOST_WORDS;
    let name = name.trim();
    let is_name = is_near && !goes_on && name.starts_with(char::is_uppercase) && places::may_be_city(name);
    is_name.then(|| whereabouts::place(name))
}

/// The town that a possessive names: `Bristol's`.
fn owner(name: &str) -> Option<&str> {
    const LEAST: usize = 4;
    let town = ["'s", "’s"].iter().find_map(|mark| name.strip_suffix(mark))?;
    (town.len() >= LEAST && places::is_city(town)).then_some(town)
}

/// Whether a name alone is that of a town, of a part of one, or of a country that is but one.
fn is_town(name: &str) -> bool {
    places::is_city(name) || is_side_of_city(name) || places::is_city_state(name)
}

/// Whether a name is that of a part of a town by a point of the compass: `South Jakarta`.
fn is_side_of_city(name: &str) -> bool {
    const SIDES: [&str; 4] = ["north", "south", "east", "west"];
    let is_side = name.split_once(' ').is_some_and(|(side, town)| is_one_of(side, &SIDES) && places::is_city(town));
    is_side && places::kind(name).is_none() && matches!(whereabouts::place(name).spot, Spot::City(_))
}

/// Whether a town is but the beginning of a name by what stands behind it: "New York University".
fn is_of_house(behind: &str) -> bool {
    const HOUSES: [&str; 6] = ["University", "State", "College", "Institute", "Hospital", "School"];
    behind
        .strip_prefix(' ')
        .and_then(|rest| rest.split(' ').next())
        .is_some_and(|word| HOUSES.contains(&word.trim_end_matches(|c: char| !c.is_alphanumeric())))
}

/// Whether a name of several words that hyphens join goes on: `-upon-Thames`, `-sur-Mer`.
fn goes_on(behind: &str) -> bool {
    const LINKS: [&str; 19] = [
        "upon", "on", "under", "by", "next", "the", "super", "le", "la", "les", "sur", "sous", "en", "de", "du", "des",
        "aux", "am", "an",
    ];
    let word = behind.strip_prefix('-').and_then(|rest| rest.split_once('-'));
    word.is_some_and(|(word, _)| is_one_of(word, &LINKS))
}

/// The town `name` with the region or country that a word for "in" leads to, and the length of both: `Skipton in North Yorkshire`.
fn inside_area(behind: &str, name: &str) -> Option<(Place, usize)> {
    const LINKS: [&str; 9] = [" in ", " en ", " im ", " i ", " em ", " na ", " no ", " nel ", " nella "];
    let (link, rest) = LINKS.iter().find_map(|link| Some((link, behind.strip_prefix(link)?)))?;
    let area = area_at(rest, name).filter(|area| places::kind(area) != Some(Kind::City))?;
    places::is_city_in(name, area).then(|| (whereabouts::place(&format!("{name}, {area}")), link.len() + area.len()))
}

/// The code of a state or country that `text` begins with behind a space or a dash alone: `Austin TX`, `Campinas-SP`.
fn state_at<'a>(text: &'a str, name: &str) -> Option<&'a str> {
    let rest = [" – ", " - ", "/", "-", " "].iter().find_map(|mark| text.strip_prefix(mark))?;
    let code = rest.split(|c: char| !c.is_alphanumeric()).next()?;
    (is_state_code(code) && places::is_city_in(name, code)).then_some(code)
}

/// The Swiss town that `name` is by its canton behind it, be it one that nobody knows, and the length of that: `Oberhull SG`.
fn in_canton(behind: &str, name: &str) -> Option<(Place, usize)> {
    // Those codes that stand for nothing else behind a name.
    const CANTONS: [&str; 13] = ["BL", "GR", "LU", "NW", "OW", "SG", "SZ", "TG", "UR", "VD", "VS", "ZG", "ZH"];
    let code =
        behind.strip_prefix(' ')?.split(|c: char| !c.is_alphanumeric()).next().filter(|code| CANTONS.contains(code))?;
    let is_name = is_set_as_name(name) && !name.contains(' ') && name.chars().all(|c| c.is_alphabetic() || c == '-');
    let place = || Place { name: format!("{name} {code}"), spot: places::find_in(name, &["Switzerland"]) };
    (is_name && places::kind(name).is_none()).then(|| (place(), code.len() + 1))
}

/// The region or country that `text` begins with, and that `name` may lie in.
fn area_at<'a>(text: &'a str, name: &str) -> Option<&'a str> {
    // "Anvil University in Nowhere, Italy" is no name of a town.
    let is_name = is_set_as_name(name) && name.split(' ').nth(4).is_none() && !name.contains(" in ");
    let ends = text.char_indices().filter(|(_, c)| !(c.is_alphanumeric() || *c == '.')).map(|(at, _)| at);
    let ends: Vec<usize> = ends.chain([text.len()]).take(3).collect();
    let areas = ends.into_iter().rev().map(|end| text[..end].trim_end_matches(['.', ',', ' ']));
    // "Boulder, CO, Austin, TX": another town is no area.
    let is_one = |area: &&str| area.split_once(", ").is_none_or(|(_, outer)| !places::is_city(outer));
    areas.filter(|area| area.starts_with(char::is_uppercase)).filter(is_one).find(|area| {
        let is_area = matches!(places::kind(area), Some(Kind::Region | Kind::Country));
        is_name && (places::is_city_in(name, area) || (is_area && places::kind(name).is_none()) || is_state(area))
    })
}

/// Whether a name is that of a state where addresses end with it: there is a Paris in Texas, too.
fn is_state(area: &str) -> bool {
    let spot = places::find(area).filter(|_| area.len() > 3);
    matches!(spot, Some(Spot::Region(region)) if matches!(region.country().code(), "US" | "CA" | "AU"))
}

#[cfg(test)]
mod tests {
    use crate::infer::fixture::draft;

    #[test]
    fn f1_a_name_of_several_towns_counts_behind_words_for_the_place_of_work() {
        for (text, expected) in [
            ("This role is based in Carlisle.", vec!["Carlisle"]),
            ("Our office is in Carlisle, near the station.", vec!["Carlisle"]),
            ("You weld in the workshop at our stores in Ely. No nights.", vec!["Ely"]),
            ("We are a yard on the edge of Shrewsbury.", vec!["Shrewsbury"]),
            ("Anvil Yard is old, on the edge of Skipton, North Yorkshire; two welders went to Leeds.", vec!["Skipton"]),
            ("You'd be on the hill above Nowhere, Powys, in a hut.", vec!["Nowhere, Powys"]),
            ("Hullwerk Pte Ltd, Singapore. You'll weld boats for Indonesia.", vec!["Singapore"]),
            ("You will work in Reading, Writing and Welding.", vec![]),
            ("Our office is good at Reading and Welding.", vec![]),
            ("We weld for people in Mobile homes.", vec![]),
        ] {
            let facts = draft().heading(1, "Welder").paragraph(text).facts();
            let names: Vec<_> =
                facts.locations.into_iter().flat_map(|field| field.value).map(|place| place.name).collect();
            assert_eq!(names, expected, "{text}");
        }
    }
}
