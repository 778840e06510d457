//! Names of places that have several parts: a city with its region and country, a street address.

use std::sync::LazyLock;

use super::hours::is_hours;
use super::houses;
use super::terms::{connected, leading_remote_word, remote_word};
use super::wide;
use crate::infer::employment_type;
use crate::infer::lexicon::Lexicon;
use crate::infer::places;
use crate::infer::table;
use crate::infer::words::{
    has_figure, is_ideographic, is_one_of, is_set_as_name, is_two_capitals, rsplit_at_each, split_at_each, strip_end,
    strip_word,
};
use crate::posting::{City, Country, Place, Spot};

/// What links a house with the town it is in.
const INSIDE: [&str; 9] = [" in ", " à ", " en ", " em ", " te ", " near ", " bei ", " a ", " i "];

/// What links an institution with the town that it is named after.
const NAMED_AFTER: [&str; 5] = [" de ", " of ", " di ", " van ", " do "];

/// What stands behind a town: `HQ`, `area`; and what says that the land around is meant.
static OF_TOWN: LazyLock<Vec<&str>> = LazyLock::new(|| table::TERMS.words("of town"));
static SURROUNDINGS: LazyLock<Vec<&str>> = LazyLock::new(|| table::TERMS.words("surroundings"));
static INSTITUTIONS: LazyLock<Lexicon<()>> = LazyLock::new(|| table::TERMS.lexicon("institution"));

/// The parts of one name: a city, then its region and country.
#[derive(Default)]
pub(super) struct Compound<'a> {
    pub parts: Vec<&'a str>,
}

impl<'a> Compound<'a> {
    pub(super) fn start(part: &'a str) -> Self {
        Self { parts: vec![part] }
    }

    /// Takes one more part where it belongs to the same name; `of` is how many parts the line has in all.
    pub(super) fn take(&mut self, part: &'a str, of: usize) -> bool {
        let Some(last) = self.parts.last() else {
            *self = Self::start(part);
            return true;
        };
        let belongs = !is_term(self.parts[0]) && !is_term(part) && {
            // Two names of which nobody knows the second are rather one place than two.
            let is_remark = of == 2 && of_segment(connected(part)).is_none() && !is_aside(part);
            is_remark || places::may_hold(connected(part), without_term(last))
        };
        if belongs {
            self.parts.push(part);
        }
        belongs
    }

    /// Whether its end is known, and its beginning is set like a name.
    pub(super) fn is_known(&self) -> bool {
        let [first, .., last] = self.parts.as_slice() else { return false };
        let begins_as_name = is_set_as_name(first);
        let holds = places::may_hold(connected(last), "");
        (holds || places::kind(without_term(first)).is_some())
            && (places::kind(without_term(first)).is_some() || (begins_as_name && first.len() <= 30))
    }
}

/// Whether a part is some words about the work rather than a name: `with flexible working`, `2 days per week`.
pub(super) fn is_aside(part: &str) -> bool {
    part.contains(' ') && part.starts_with(|c: char| c.is_ascii_lowercase() || c.is_ascii_digit())
}

/// Whether a part says how one works: `Remote`, `full-time`.
pub(super) fn is_term(part: &str) -> bool {
    // `PT` is Portugal.
    let is_employment = || employment_type::word(part).is_some() && Country::of(part).is_none();
    remote_word(part).is_some() || is_employment() || is_hours(part)
}

/// `Remote Berlin` and `from Berlin` as `Berlin`.
fn without_term(part: &str) -> &str {
    connected(leading_remote_word(part).map_or(part, |(_, rest)| rest))
}

/// The place of `São Paulo` and `SP - Centro`, which a slash joins, and what stands behind its area. `None` where they are
/// two places.
pub(super) fn at_slash<'a>(city: &'a str, area: &'a str) -> Option<(Place, &'a str)> {
    let area = area.trim();
    let (code, _) = area.split_once(' ').filter(|(code, _)| is_two_capitals(code)).unwrap_or((area, ""));
    let end = [" - ", " – ", " ("].iter().filter_map(|mark| code.find(mark)).min().unwrap_or(code.len());
    let (area, rest) = area.split_at(end);
    // "Rua da Doca, 100 - São Paulo"
    let behind_street = rsplit_at_each(city, &[" - ", ", "]).filter(|(street, _)| has_figure(street));
    let city = behind_street.map(|(_, town)| town).min_by_key(|town| town.len()).unwrap_or(city).trim();
    let city = behind_house(city, &[area]);
    let is_one = places::is_city_in(city, area) && !places::is_city(area);
    is_one.then(|| (of_compound(city, &[area]), rest))
}

/// The town of a house that `name` begins with, where it is a town of what stands `around`: `full time in our yard in
/// Austin` beside `TX`. Any other name is left alone.
pub(super) fn behind_house<'a>(name: &'a str, around: &[&str]) -> &'a str {
    let lies_there = |town: &&str| around.first().is_some_and(|area| places::is_city_in(town, connected(area)));
    let of_term = |house: &str| leading_remote_word(house).is_some_and(|(_, rest)| rest.is_empty());
    let named_after = || rsplit_at_each(name, &NAMED_AFTER).filter(|_| is_institution(name));
    let towns = rsplit_at_each(name, &INSIDE).filter(|(house, _)| !of_term(house)).chain(named_after());
    towns.map(|(_, town)| town).filter(lies_there).min_by_key(|town| town.len()).unwrap_or(name)
}

/// The place of a name and what it lies in: `Austin` with `TX`.
pub(super) fn of_compound(first: &str, around: &[&str]) -> Place {
    let around: Vec<&str> = around.iter().map(|part| connected(part)).collect();
    let city = without_office(without_cedex(first));
    Place { name: [&[city], around.as_slice()].concat().join(", "), spot: places::find_in(city, &around) }
}

/// The place of a single name that is more than a name: `DE-Berlin`, `Minneapolis MN`, `Berlin (Germany)`, `Kyoto HQ`,
/// `10115 Berlin`.
pub(super) fn of_segment(segment: &str) -> Option<Place> {
    let bare = without_post_code(without_office(segment));
    if let Some(spot) = places::find(bare) {
        return Some(shown(bare, spot));
    }
    // "Fukuoka City"
    let town = strip_end(bare, " city").and_then(|town| Some((town, places::find(town)?)));
    if let Some((_, spot @ Spot::City(_))) = town {
        return Some(Place { name: bare.to_owned(), spot });
    }
    if let Some(spot) = of_part_of_town(bare) {
        return Some(Place { name: bare.to_owned(), spot });
    }
    if let Some(spot) = of_part_of_area(bare) {
        return Some(Place { name: bare.to_owned(), spot });
    }
    let pairs = split_at_each(bare, &[" (", " – ", " — ", " - ", "-"]);
    let words = bare.match_indices(' ').map(|(at, _)| (&bare[..at], &bare[at + 1..]));
    let paired = pairs.chain(words).find_map(|(a, b)| {
        // "São Paulo - SP (Centro)"
        let b = b.split(" (").next().unwrap_or(b).trim_end_matches(')');
        let a = behind_house(a, &[b]);
        let (city, area) = if places::is_city_in(a, b) { (a, b) } else { (b, a) };
        places::is_city_in(city, area).then(|| of_compound(city.trim(), &[area.trim()]))
    });
    paired.or_else(|| of_house_in(bare)).or_else(|| wide::of_address(segment))
}

/// The town that some house is said to be in, or that an institution is named after: `our yard in Ulm`, `notre atelier à
/// Lyon`, `Université de Nantes`.
fn of_house_in(name: &str) -> Option<Place> {
    // "TU Dresden"
    let at_end = || split_at_each(name, &[" "]).find(|(_, town)| places::is_city(town));
    let named_after = || rsplit_at_each(name, &NAMED_AFTER).next().or_else(at_end).filter(|_| is_institution(name));
    // "Our yard in Ulm. The owner lives in Kiel."
    let is_told_before = |(house, _): &(&str, &str)| {
        let told = house.split_once(". ").and_then(|(told, _)| told.rsplit(' ').next());
        told.is_some_and(|town| places::kind(town).is_some())
    };
    let inside = rsplit_at_each(name, &INSIDE).next().filter(|halves| !is_told_before(halves));
    let (_, town) = inside.or_else(named_after)?;
    let town = without_office(town);
    let spot = places::find(town).filter(|spot| matches!(spot, Spot::City(_)))?;
    Some(shown(town, spot))
}

/// The region, country or town of `Northern California` and `South Jakarta`.
fn of_part_of_area(name: &str) -> Option<Spot> {
    const PARTS: [&str; 12] = [
        "northern", "southern", "eastern", "western", "central", "north", "south", "east", "west", "upstate", "metro",
        "mainland",
    ];
    let (_, area) = name.split_once(' ').filter(|(part, _)| is_one_of(part, &PARTS))?;
    // Of American towns, many have neighbours that are called so.
    let is_town = |city: &City| city.is_famous && city.country.is_some_and(|country| country.code() != "US");
    places::find(area).filter(|spot| match spot {
        Spot::City(city) => is_town(city) && name.starts_with(char::is_uppercase),
        spot => matches!(spot, Spot::Region(_) | Spot::Country(_)),
    })
}

/// The town of `London (Soho)` and `Berlin-Mitte`, where nobody could mistake it.
fn of_part_of_town(name: &str) -> Option<Spot> {
    let (town, part) = name.split_once(" (").or_else(|| name.split_once('-'))?;
    let part = part.trim_end_matches(')');
    let is_name = part.starts_with(char::is_uppercase) && !has_figure(part) && part.len() > 3;
    let is_known = places::kind(part).is_some() || is_term(part) || leading_remote_word(part).is_some();
    let spot = places::find(town).filter(|_| is_name && !is_known)?;
    matches!(&spot, Spot::City(city) if city.is_famous).then_some(spot)
}

/// The place of a street address, or of a part of a town: what stands before the town is left out. `None` where the parts
/// are neither.
pub(super) fn of_address(parts: &[&str]) -> Option<Place> {
    if let [outer, inner] = parts
        && places::is_city_in(inner, outer)
        && !places::is_city_in(outer, inner)
    {
        return Some(of_compound(inner, &[outer]));
    }
    // "Dockside, Hamilton (NZ)"
    if let [part, city] = parts
        && let Some((city, area)) = city.strip_suffix(')').and_then(|city| city.split_once(" ("))
        && places::is_city_in(city, area)
    {
        return of_address(&[part, city, area]);
    }
    if let Some(place) = houses::town_behind(parts) {
        return Some(place);
    }
    // The house of an employer in a town: `Hullwerk HQ, Berlin`.
    if let [house, city] = parts
        && (is_office(house) || is_institution(house))
        && let Some(place) = of_segment(city).filter(|place| matches!(place.spot, Spot::City(_)))
    {
        return Some(place);
    }
    // A part of a town nobody could mistake: `Soho, New York City`.
    if let [part, city] = parts
        && let Some(spot @ Spot::City(_)) = places::find(city)
        && matches!(&spot, Spot::City(city) if city.is_famous)
        && places::kind(part).is_none()
        && part.starts_with(char::is_uppercase)
        && !(is_term(part) || leading_remote_word(part).is_some() || has_figure(part))
    {
        return Some(Place { name: parts.join(", "), spot });
    }
    // "Town Hall, 3400 Nowhere"
    if let [house, town] = parts
        && let Some((code, name)) = town.split_once(' ')
        && (4..=5).contains(&code.len())
        && code.bytes().all(|b| b.is_ascii_digit())
        && name.starts_with(char::is_uppercase)
        && places::kind(name).is_none()
        && places::kind(house).is_none()
        && house.starts_with(char::is_uppercase)
        && !is_term(house)
    {
        return Some(Place::new(name));
    }
    let names_part =
        || matches!(parts, [part, city, area] if places::kind(part).is_none() && places::is_city_in(city, area));
    let is_address = parts.len() > 1 && parts.iter().any(|part| has_figure(part));
    if !(is_address || names_part()) || parts.iter().any(|part| is_term(part) || leading_remote_word(part).is_some()) {
        return None;
    }
    let bare: Vec<&str> = parts.iter().map(|part| without_post_code(part)).filter(|part| !part.is_empty()).collect();
    let town = (0..bare.len()).find(|&at| {
        let before_area = || at > 0 && bare.get(at + 1).is_some_and(|area| places::may_hold(area, bare[at]));
        places::is_city(bare[at]) || before_area()
    });
    match town {
        Some(at) => {
            let is_area = |part: &&str| places::may_hold(part, "");
            let around: Vec<&str> = bare[at + 1..].iter().copied().filter(is_area).collect();
            Some(of_compound(bare[at], &around))
        }
        None => (parts.len() > 2 && has_figure(parts[0])).then(|| Place::new(parts.join(", "))),
    }
}

/// A known place under the name that is written; codes of countries and groups are spelled out.
pub(super) fn shown(written: &str, spot: Spot) -> Place {
    // "The Hague" has it in its name.
    let is_known = |name: &&str| places::kind(name).is_some();
    let plain = ["the ", "The "].iter().find_map(|article| written.strip_prefix(article)).filter(is_known);
    let written = plain.unwrap_or(written);
    let is_code = written.len() <= 6 && written.chars().all(|c| c.is_ascii_uppercase() || matches!(c, '.' | '/' | '&'));
    match spot {
        Spot::Group(group) if is_code => group.into(),
        Spot::Country(country) if is_code => country.into(),
        // "CLACTON-ON-SEA"
        Spot::City(City { ref name, .. }) if name.to_lowercase() == written.to_lowercase() => {
            Place { name: name.clone().into_owned(), spot }
        }
        spot => Place { name: tidy(written), spot },
    }
}

/// A name with capitals at the beginnings of words, where it has none at all or nothing else.
fn tidy(name: &str) -> String {
    let has = |wanted: fn(char) -> bool| name.chars().any(wanted);
    // "TP.HCM"
    let is_abbreviation =
        name.is_ascii() && !name.contains(['A', 'E', 'I', 'O', 'U', 'Y', 'a', 'e', 'i', 'o', 'u', 'y']);
    if (has(char::is_uppercase) && has(char::is_lowercase)) || name.len() <= 4 || is_abbreviation {
        return name.to_owned();
    }
    let mut starts_word = true;
    let capitals = name.chars().flat_map(|c| {
        let upper = std::mem::replace(&mut starts_word, !c.is_alphabetic());
        let cased: Vec<char> = if upper { c.to_uppercase().collect() } else { c.to_lowercase().collect() };
        cased
    });
    capitals.collect()
}

/// `Kyoto HQ` as `Kyoto`, where that is a place; `Head Office` stays what it is.
fn without_office(name: &str) -> &str {
    const BEFORE: [&str; 3] = ["downtown", "central", "inner"];
    let before = || BEFORE.iter().find_map(|word| strip_word(name, word));
    let stripped = OF_TOWN.iter().find_map(|word| strip_last(name, word)).map(str::trim_end).or_else(before);
    stripped.filter(|name| places::kind(name).is_some()).unwrap_or(name)
}

/// Whether words name a part that any town may have: `Altstadt`.
pub(super) fn names_part_of_town(words: &str) -> bool {
    is_one_of(words.trim(), &OF_TOWN)
}

/// `Köln und Umgebung` as `Köln`.
pub(super) fn without_surroundings(piece: &str) -> &str {
    SURROUNDINGS.iter().find_map(|word| strip_last(piece, word)).unwrap_or(piece)
}

/// `name` without its last words, with a space before them but in scripts without: `Ulm HQ`, `東京オフィス`.
fn strip_last<'a>(name: &'a str, words: &str) -> Option<&'a str> {
    let rest = strip_end(name, words)?;
    if words.starts_with(is_ideographic) { Some(rest) } else { rest.strip_suffix(' ') }
}

/// Whether a name ends with a word for an office, or a company's form: `Hullwerk HQ`, `Hullwerk GmbH`.
fn is_office(name: &str) -> bool {
    const LAST: [&str; 10] =
        ["hq", "headquarters", "office", "offices", "büro", "bureau", "campus", "gmbh", "inc", "ltd"];
    let last = name.trim_end_matches('.').rsplit(' ').next().unwrap_or("");
    name.contains(' ') && is_one_of(last, &LAST) && places::kind(name).is_none()
}

/// Whether a name is that of a house rather than of a place: `Institute of Steel`, `Yard University`, `TU Dresden`.
pub(in crate::infer) fn is_institution(name: &str) -> bool {
    const CODES: [&str; 7] = ["TU", "FH", "ETH", "KU", "LMU", "IIT", "CHU"];
    name.split(' ').any(|word| CODES.contains(&word)) || INSTITUTIONS.is_in(name)
}

/// `RJ - Centro` as `RJ`: a quarter of the town stands behind the code of its state.
pub(super) fn without_quarter(part: &str) -> &str {
    part.split_once(" - ").filter(|(code, _)| is_two_capitals(code)).map_or(part, |(code, _)| code)
}

/// `10115 Berlin` as `Berlin`, `TX 78701` as `TX`.
pub(super) fn without_post_code(name: &str) -> &str {
    let mut name = name.trim();
    // "Paris 6ème arrondissement"
    name = [" arrondissement", " arr."].iter().find_map(|part| strip_end(name, part)).unwrap_or(name);
    while let Some((_, rest)) = name.split_once(' ').filter(|(first, _)| has_figure(first)) {
        name = rest.trim_start();
    }
    while let Some((rest, _)) = name.rsplit_once(' ').filter(|(_, last)| has_figure(last)) {
        name = rest.trim_end();
    }
    if has_figure(name) && !name.contains(' ') { "" } else { without_cedex(name) }
}

/// `Rennes Cedex` as `Rennes`: in France, large receivers have post codes of their own.
fn without_cedex(town: &str) -> &str {
    strip_end(town, " cedex").unwrap_or(town)
}

/// Whether words that nobody knows may be the name of a place at all: a telephone number and an e-mail address are
/// none.
pub(super) fn may_be_name(text: &str) -> bool {
    const MOST_DIGITS: usize = 6;
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    let is_number = letters == 0 || (digits > MOST_DIGITS && digits > letters);
    !is_number && !text.contains('@') && !text.starts_with("www.")
}

#[cfg(test)]
mod tests;
