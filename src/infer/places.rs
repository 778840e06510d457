//! The gazetteer: what names of places mean.
//!
//! In goes a name, with the names of what it lies in where a posting gives them; out comes a [`Spot`]. A name of several
//! places is known as far as they agree, and no further: a wrong country is worse than none (F3). The names are
//! `data/places.txt`. How a line of text is split into names is not decided here.

use std::borrow::Cow;
use std::sync::LazyLock;

use super::phrases::bucket_starts;
use super::table::PLACES;
use super::words::is_two_capitals;
use crate::posting::{City, Country, Group, Place, Region, Spot};

/// One meaning of a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Meaning {
    kind: Kind,
    /// What it is called in English.
    name: &'static str,
    /// Its own code, or that of what a city lies in: `DE`, `US-TX`; empty for a group.
    code: &'static str,
    /// Whether one who gives the name alone may mean this.
    is_plain: bool,
}

/// Kinds of places.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Several countries.
    Group,
    /// A country.
    Country,
    /// A part of a country.
    Region,
    /// A city.
    City,
}

/// Longest name in the gazetteer, in bytes, and then some.
const LONGEST: usize = 48;

#[derive(Default)]
struct Gazetteer {
    meanings: Vec<Meaning>,
    /// Hashed spelling → index into `meanings`, sorted. With 64 bits, two of some thousand spellings don't meet by chance.
    spellings: Vec<(u64, u32)>,
    /// Where in `spellings` the hashes with each of the possible upper bits begin, and then the end.
    starts: Vec<u32>,
    /// The regions among `meanings`, sorted by code.
    regions: Vec<Meaning>,
}

static GAZETTEER: LazyLock<Gazetteer> = LazyLock::new(|| {
    let mut gazetteer =
        Gazetteer { meanings: Vec::with_capacity(4096), spellings: Vec::with_capacity(8192), ..Gazetteer::default() };
    for country in Country::all() {
        let meaning = Meaning { kind: Kind::Country, name: country.name(), code: country.code(), is_plain: true };
        gazetteer.add(meaning, std::iter::once(country.name()));
    }
    for row in PLACES.rows() {
        match row.section.split_once(' ').unwrap_or((row.section, "")) {
            ("group", _) => {
                gazetteer.add(Meaning { kind: Kind::Group, name: row.name, code: "", is_plain: true }, row.forms());
            }
            ("country", _) => {
                gazetteer.add(Meaning { kind: Kind::Country, name: "", code: row.name, is_plain: true }, row.aliases());
            }
            ("region", _) => {
                let name = row.aliases().next().unwrap_or_default();
                gazetteer.add(Meaning { kind: Kind::Region, name, code: row.name, is_plain: true }, row.aliases());
            }
            ("city", code) => {
                let name = row.name.trim_start_matches('~');
                let meaning = Meaning { kind: Kind::City, name, code, is_plain: name == row.name };
                gazetteer.add(meaning, std::iter::once(name).chain(row.aliases()));
            }
            _ => {}
        }
    }
    gazetteer.sort();
    gazetteer.regions.extend(gazetteer.meanings.iter().filter(|meaning| meaning.kind == Kind::Region));
    gazetteer.regions.sort_unstable_by_key(|region| region.code);
    gazetteer
});

impl Gazetteer {
    fn add(&mut self, meaning: Meaning, forms: impl Iterator<Item = &'static str>) {
        let index = u32::try_from(self.meanings.len()).expect("the gazetteer is small");
        self.meanings.push(meaning);
        self.spellings.extend(forms.map(|form| (hash(form), index)));
    }

    fn meanings(&self, name: &str) -> impl Iterator<Item = Meaning> {
        let wanted = hash(name);
        let at = upper(wanted);
        let near = &self.spellings[self.starts[at] as usize..self.starts[at + 1] as usize];
        let known = near.iter().filter(move |(known, _)| *known == wanted);
        known.map(|(_, index)| self.meanings[*index as usize])
    }

    fn region(&self, code: &str) -> Option<Meaning> {
        let at = self.regions.binary_search_by(|region| region.code.cmp(code)).ok()?;
        Some(self.regions[at])
    }

    fn sort(&mut self) {
        self.spellings.sort_unstable();
        self.starts = bucket_starts(1 << UPPER_BITS, self.spellings.iter().map(|(hash, _)| upper(*hash)));
    }
}

/// About as many as spellings, as a power of two.
const UPPER_BITS: u32 = 13;

/// The upper bits of a hash.
fn upper(hash: u64) -> usize {
    usize::try_from(hash >> (u64::BITS - UPPER_BITS)).expect("a few bits")
}

/// FNV-1a over the letters without regard to case; short names keep theirs, so that `US` is not `us`.
fn hash(name: &str) -> u64 {
    let step = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    let offset = 0xcbf2_9ce4_8422_2325;
    if name.is_ascii() {
        let is_short = name.len() <= 4 && name.bytes().filter(u8::is_ascii_alphabetic).count() <= 3;
        return name.bytes().fold(offset, |hash, b| step(hash, if is_short { b } else { b.to_ascii_lowercase() }));
    }
    let mut buffer = [0; 4];
    name.chars()
        .flat_map(char::to_lowercase)
        .fold(offset, |hash, c| c.encode_utf8(&mut buffer).bytes().fold(hash, step))
}

/// What `name` may mean.
fn meanings(name: &str) -> Vec<Meaning> {
    let whole = bare(name);
    let name = tidy(name);
    if name.is_empty() || name.len() > LONGEST {
        return Vec::new();
    }
    let known: Vec<_> = GAZETTEER.meanings(name).collect();
    // "The Hague"
    if known.is_empty() && whole.len() > name.len() { GAZETTEER.meanings(whole).collect() } else { known }
}

/// A name without the marks around it.
fn bare(name: &str) -> &str {
    name.trim().trim_end_matches(',').trim_end()
}

/// A name without the article and the marks around it.
fn tidy(name: &str) -> &str {
    let name = bare(name);
    ["the ", "The "].iter().find_map(|article| name.strip_prefix(article)).unwrap_or(name)
}

/// What `name` may mean when it says what another place lies in: regions, countries, groups.
fn areas(name: &str) -> Vec<Meaning> {
    let mut areas = meanings(name);
    areas.retain(|meaning| meaning.kind != Kind::City);
    areas
}

/// The same by bare codes: `DE` is Germany, and Delaware as well. They count where a city bears them out, or no name does
/// against them: `PA` is not Panama.
fn areas_by_code(code: &str) -> Vec<Meaning> {
    // Where addresses have a state's code.
    const STATES: [&str; 4] = ["US", "CA", "AU", "BR"];
    let code = tidy(code);
    if !matches!(code.len(), 2 | 3) || !code.bytes().all(|b| b.is_ascii_uppercase()) {
        return Vec::new();
    }
    let country = Country::of(code).or_else(|| Country::of_three(code));
    let country = country.map(|country| Meaning {
        kind: Kind::Country,
        name: country.name(),
        code: country.code(),
        is_plain: false,
    });
    let is_state = |region: &&Meaning| {
        region.code.split_once('-').is_some_and(|(country, state)| state == code && STATES.contains(&country))
    };
    country.into_iter().chain(GAZETTEER.regions.iter().filter(is_state).copied()).collect()
}

/// All that `name` may mean, by name or code.
fn all_areas(name: &str) -> Vec<Meaning> {
    let mut all = areas(name);
    all.extend(areas_by_code(name));
    if let Some((state, country)) = name.split_once(' ').filter(|(state, _)| all.is_empty() && state.len() == 2) {
        // "GA USA"
        let countries = areas(country);
        all.extend(areas_by_code(state).into_iter().filter(|state| countries.iter().any(|land| land.holds(state))));
    }
    all
}

/// The same where it stands behind `city`. Codes of states that addresses elsewhere rarely have count where they hold the
/// city: `Chennai, TN` is in Tamil Nadu, and `Smallville, TN` in Tennessee.
fn all_areas_around(city: &str, name: &str) -> Vec<Meaning> {
    const COUNTRIES: [&str; 3] = ["IN", "CH", "DE"];
    let mut all = all_areas(name);
    let code = tidy(name);
    if is_two_capitals(code) {
        let cities = meanings(city);
        let is_borne_out = |state: &Meaning| cities.iter().any(|city| city.kind == Kind::City && state.holds(city));
        let state = |country: &&str| GAZETTEER.region(&format!("{country}-{code}"));
        all.extend(COUNTRIES.iter().filter_map(state).filter(is_borne_out));
    }
    all
}

impl Meaning {
    /// Whether `inner` lies in it, or is the same.
    fn holds(&self, inner: &Meaning) -> bool {
        match self.kind {
            Kind::City => false,
            Kind::Group => Group::named(self.name).is_some_and(|group| group.holds(&inner.countries())),
            Kind::Country | Kind::Region => {
                inner.code.strip_prefix(self.code).is_some_and(|rest| rest.is_empty() || rest.starts_with('-'))
            }
        }
    }

    fn country(&self) -> Option<Country> {
        Country::of(self.code.split('-').next()?)
    }

    fn countries(&self) -> Vec<Country> {
        match self.kind {
            Kind::Group => Group::named(self.name).into_iter().flat_map(Group::countries).collect(),
            _ => self.country().into_iter().collect(),
        }
    }

    fn region(&self) -> Option<Region> {
        let region = GAZETTEER.region(self.code)?;
        Region::new(region.code, region.name)
    }

    /// The place it is; a city with the name as given, where that is `unlisted`.
    fn spot(&self) -> Option<Spot> {
        Some(match self.kind {
            Kind::Group => Spot::Group(Group::named(self.name)?),
            Kind::Country => Spot::Country(self.country()?),
            Kind::Region => Spot::Region(self.region()?),
            Kind::City => {
                let plain = meanings(self.name).into_iter().filter(|other| other.kind == Kind::City && other.is_plain);
                let is_famous = plain.collect::<Vec<_>>() == [*self];
                let (region, country) = (self.region(), self.country());
                Spot::City(City { name: Cow::Borrowed(self.name), region, country, is_famous })
            }
        })
    }
}

/// The kind of place that a name alone means, the city where a region is called the same; `None` for an unknown name.
pub(super) fn kind(name: &str) -> Option<Kind> {
    let mut plain: Vec<_> = meanings(name).into_iter().filter(|meaning| meaning.is_plain).collect();
    plain.sort_by_key(|meaning| meaning.kind != Kind::City);
    plain.first().map(|meaning| meaning.kind)
}

/// Whether a name alone means a city.
pub(super) fn is_city(name: &str) -> bool {
    kind(name) == Some(Kind::City)
}

/// Whether a name is that of a country that is but a town: `Singapore`.
pub(super) fn is_city_state(name: &str) -> bool {
    const CITY_STATES: [&str; 6] = ["GI", "HK", "LU", "MC", "MO", "SG"];
    matches!(find(name), Some(Spot::Country(land)) if CITY_STATES.contains(&land.code()))
}

/// Whether a name may be that of a city, be it that of several or an everyday word as well: `Carlisle`, `Mobile`.
pub(super) fn may_be_city(name: &str) -> bool {
    meanings(name).iter().any(|meaning| meaning.kind == Kind::City)
}

/// The place that a name alone means: [`Spot::Unknown`] where it may be one of several, `None` for an unknown name.
pub(super) fn find(name: &str) -> Option<Spot> {
    let plain: Vec<_> = meanings(name).into_iter().filter(|meaning| meaning.is_plain).collect();
    let cities: Vec<_> = plain.iter().filter(|meaning| meaning.kind == Kind::City).copied().collect();
    match (cities.as_slice(), plain.as_slice()) {
        (_, []) => None,
        (_, [only]) => only.spot(),
        // A city-state, or the capital of a region of its name.
        ([city], all) if all.iter().all(|area| area == city || area.holds(city)) => city.spot(),
        ([], _) => Some(Spot::Unknown),
        (_, all) => Some(as_far_as_they_agree(all)),
    }
}

/// The country or group that `name` means, by name or code, under its usual name; otherwise the name itself.
pub(super) fn eligible(name: &str) -> Place {
    let by_code = || areas_by_code(name).first().filter(|meaning| meaning.kind == Kind::Country)?.spot();
    match find(name).or_else(by_code) {
        Some(Spot::Country(country)) => country.into(),
        Some(Spot::Group(group)) => group.into(),
        _ => Place::new(name),
    }
}

/// The place that `name` means beside the names of what it lies in, such as a region and a country. A city that nobody
/// knows is one of its region or country all the same, where those can't be mistaken.
pub(super) fn find_in(name: &str, around: &[&str]) -> Spot {
    let areas = around.iter().map(|outer| all_areas_around(name, outer));
    let areas: Vec<_> = areas.filter(|areas| !areas.is_empty()).collect();
    let lies_there = |meaning: &Meaning| areas.iter().all(|areas| areas.iter().any(|area| area.holds(meaning)));
    let mut known = meanings(name);
    known.extend(areas_by_code(name).into_iter().filter(|area| !meanings(name).contains(area)));
    known.retain(lies_there);
    known.sort_by_key(|meaning| meaning.kind != Kind::City);
    let cities = known.iter().filter(|meaning| meaning.kind == Kind::City).count();
    match known.as_slice() {
        [] => unlisted(name, around),
        [only, ..] if cities == 1 || known.len() == 1 => only.spot().unwrap_or(Spot::Unknown),
        all => as_far_as_they_agree(&all[..cities.max(1)]),
    }
}

/// A city that the gazetteer does not list, in an area that can mean one thing only.
fn unlisted(name: &str, around: &[&str]) -> Spot {
    let named =
        |name: &&str| Some(areas(name)).filter(|areas| !areas.is_empty()).unwrap_or_else(|| areas_by_code(name));
    let mut around: Vec<_> = around.iter().map(named).filter(|areas| !areas.is_empty()).collect();
    // `Springfield, IL, USA`: what comes later says which of the earlier areas is meant.
    for outer in (1..around.len()).rev() {
        let (inner, rest) = around.split_at_mut(outer);
        inner[outer - 1].retain(|area| rest[0].iter().any(|outer| outer.holds(area)));
    }
    match around.first().map(Vec::as_slice) {
        Some([area]) if area.kind != Kind::Group => {
            let (region, country) = (area.region(), area.country());
            Spot::City(City { name: Cow::Owned(name.to_owned()), region, country, is_famous: false })
        }
        _ => Spot::Unknown,
    }
}

/// Several cities of one name, of which any may be meant.
fn as_far_as_they_agree(all: &[Meaning]) -> Spot {
    let Some(first) = all.first() else { return Spot::Unknown };
    let country = first.country().filter(|country| all.iter().all(|other| other.country() == Some(*country)));
    let region = first.region().filter(|region| all.iter().all(|other| other.region() == Some(*region)));
    Spot::City(City { name: Cow::Borrowed(first.name), region, country, is_famous: false })
}

/// Whether `outer` can be what `name` lies in: a region, country or group that holds it, or could hold an unknown place.
pub(super) fn may_hold(outer: &str, name: &str) -> bool {
    let areas = all_areas_around(name, outer);
    let known = meanings(name);
    let inner = if known.is_empty() { areas_by_code(name) } else { known };
    let held = inner.iter().any(|inner| {
        areas.iter().any(|area| (inner.kind, area.kind) != (Kind::Country, Kind::Group) && area.holds(inner))
            && !areas.contains(inner)
    });
    // A state after a city is never another place of a list: there is a Berlin in New Hampshire, too.
    let is_state = !areas.is_empty() && areas.iter().all(|area| area.kind == Kind::Region);
    let may_be_new = inner.is_empty() || (is_state && inner.iter().any(|inner| inner.kind == Kind::City));
    // "Smallville, Washington" is in the state.
    let is_new_in_state = || inner.is_empty() && areas.iter().any(|area| area.code.starts_with("US-"));
    held || (may_be_new && !areas.is_empty() && (kind(outer) != Some(Kind::City) || is_new_in_state()))
}

/// Whether `name` is a city that lies in what `outer` names.
pub(super) fn is_city_in(name: &str, outer: &str) -> bool {
    let mut cities = meanings(name);
    cities.retain(|meaning| meaning.kind == Kind::City);
    // Most names are none.
    let areas = if cities.is_empty() { Vec::new() } else { all_areas_around(name, outer) };
    cities.iter().any(|inner| areas.iter().any(|area| area.holds(inner)))
}

/// The one city called `name` that lies in one of `countries`.
pub(super) fn find_among(name: &str, countries: &[Country]) -> Option<Spot> {
    let there = |meaning: &Meaning| meaning.country().is_some_and(|country| countries.contains(&country));
    let cities: Vec<_> =
        meanings(name).into_iter().filter(|m| m.kind == Kind::City && m.is_plain && there(m)).collect();
    match cities.as_slice() {
        [] => None,
        [only] => only.spot(),
        all => Some(as_far_as_they_agree(all)),
    }
}

#[cfg(test)]
mod tests;
