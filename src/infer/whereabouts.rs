//! A line that says where work is done, and on what terms: `Tallinn, Estonia (Hybrid)`, `Full remote: EU & UK`.
//!
//! In goes the line, out come its places, whether one may work from elsewhere, and whether all of it was understood; so
//! that a trusted field may keep what is unknown as a place, and prose be left alone. A place keeps the name that the line
//! gives it, made tidy; only the codes of countries and groups are spelled out.

mod brackets;
mod hours;
mod houses;
mod joints;
mod names;
mod remarks;
mod terms;
mod wide;

use super::employment_type;
use super::places;
use super::remote;
use super::team;
use super::words::{
    first_of_marks, has_figure, has_one_of, has_phrase, is_hangul, is_placeholder, split_at_each, squash,
    strip_ornaments, strip_word,
};
use crate::posting::{City, Country, EmploymentType, Group, Place, Remote, Spot};

use self::brackets::{in_square_brackets, is_district, is_understood, split_brackets};
pub(super) use self::hours::hours_in;
use self::hours::is_hours;
use self::joints::{at_joint_of_cities, from_near, split_at_dashes};
pub(super) use self::names::is_institution;
use self::names::{Compound, of_address, of_segment, shown};
pub(super) use self::remarks::before_remark;
use self::remarks::{shares_week, split_remark, tells_mix, without_full_stop, without_links};
use self::terms::{
    connected, country_wide, is_nameless, is_nowhere, is_qualifier, leading_remote_word, trailing_remote_word,
};
pub(super) use self::terms::{is_anywhere, names_term, remote_word};
pub(super) use self::wide::leading_address;

/// What a line says of where and how one works.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Whereabouts {
    /// The places, each once, `Remote` among them where it is given as one.
    pub places: Vec<Place>,
    /// Whether the work may be done from elsewhere.
    pub remote: Option<Remote>,
    /// Countries and groups of countries that a remote role is open to.
    pub countries: Vec<Place>,
    /// Working hours or time zones, as written.
    pub hours: Option<String>,
    /// How one is employed.
    pub employment: Vec<EmploymentType>,
    /// Whether a part of the line was in no vocabulary; it stands among the places.
    pub has_unknown: bool,
}

/// Whether prose may be a line of terms and places at all: short, and no sentence. A cheap question before [`read`].
pub(super) fn may_be_line(text: &str) -> bool {
    const MOST_BYTES: usize = 120;
    const MOST_WORDS: usize = 16;
    let text = text.trim_end();
    text.len() <= MOST_BYTES && !text.ends_with(['.', '!', '?', ':']) && text.split(' ').nth(MOST_WORDS).is_none()
}

/// Longest line that is read, in bytes; a list of the capitals of all American states is shorter.
const LONGEST: usize = 2000;

/// Reads a line.
pub(super) fn read(text: &str) -> Whereabouts {
    let mut found = Whereabouts::default();
    // One word holds nothing to part.
    if text.bytes().all(|byte| byte.is_ascii_alphabetic()) {
        found.add_segment(text);
        return found.finish();
    }
    // Columns: `Germany      Fully remote`
    let parted = text.trim().contains("   ").then(|| text.trim().replace("   ", " | "));
    let parted = parted.or_else(|| text.contains("://").then(|| without_links(text)));
    // "[RECIFE] [PE]"
    let parted = parted.or_else(|| in_square_brackets(text));
    let text = parted.as_deref().unwrap_or(text);
    if text.len() > LONGEST {
        found.has_unknown = true;
        return found;
    }
    let (line, remark) = split_remark(text);
    let text = squash(without_full_stop(line));
    let (outside, brackets) = split_brackets(&text);
    found.add_line(&outside);
    for inside in brackets {
        found.add_bracket(inside);
    }
    if tells_mix(remark) {
        found.add_remote(Remote::Hybrid);
    }
    if found.has_unknown
        && found.remote.is_none()
        && let Some(area) = terms::remote_within(&text)
    {
        found.places = vec![Place::new(area)];
        found.add_remote(Remote::Full);
    }
    if found.is_town_or_home(&text) || found.remote == Some(Remote::Full) && shares_week(&text) {
        found.remote = Some(Remote::Hybrid);
        found.places.retain(|place| !place.is_remote());
    }
    found.finish()
}

/// The one place that `name` is, be it known or not.
pub(super) fn place(name: &str) -> Place {
    let read = read(name).places.into_iter().next();
    read.unwrap_or_else(|| Place::new(name))
}

impl Whereabouts {
    /// Whether the line says anything, and nothing that is unknown.
    pub(super) fn is_understood(&self) -> bool {
        let says_something =
            !self.places.is_empty() || self.remote.is_some() || self.hours.is_some() || !self.employment.is_empty();
        says_something && !self.has_unknown
    }

    /// Whether the line names a town and, beside it, nothing but the home that one may work from: `Ulm / Homeoffice`.
    fn is_town_or_home(&self, text: &str) -> bool {
        const HOME: [&str; 4] = ["homeoffice", "home-office", "home office", "télétravail"];
        const AFAR: [&str; 5] = ["remote", "anywhere", "100%", "100 %", "full"];
        let has = |words: &[&str]| has_one_of(text, words);
        let names_town = || self.places.iter().any(|place| matches!(place.spot, Spot::City(_)));
        self.remote == Some(Remote::Full) && has(&HOME) && !has(&AFAR) && names_town()
    }

    fn add_bracket(&mut self, inside: &str) {
        if is_qualifier(inside) {
            return;
        }
        // "or anywhere within two hours of us"
        if strip_word(inside, "or").is_some_and(|rest| has_phrase(rest, "anywhere")) {
            self.add_remote(Remote::Full);
        } else if is_hours(inside) {
            self.hours = Some(inside.trim().to_owned());
        } else if !is_understood(inside) {
            // A remark such as "remote work by arrangement": an office, with some work from elsewhere.
            let denied = has_one_of(inside, &["no", "not", "5 days", "five days"]) || remote::denies(inside);
            // "remote, up to 100%"
            let is_whole = has_one_of(inside, &["100%", "100 %"]);
            if !denied {
                self.add_remote(if is_whole { Remote::Full } else { Remote::Hybrid });
            }
        } else {
            self.add_line(inside);
        }
    }

    fn add_line(&mut self, line: &str) {
        const EITHER: [&str; 7] = [" and/or ", " und/oder ", " et/ou ", " y/o ", " e/ou ", " e/o ", " en/of "];
        let line = line.trim();
        if let Some((one, other)) = split_at_each(line, &EITHER).next() {
            self.add_line(one);
            return self.add_line(other);
        }
        if let Some((Remote::Full, rest)) = leading_remote_word(line)
            && is_hours(connected(rest))
        {
            self.add_remote(Remote::Full);
            self.hours = Some(connected(rest).to_owned());
            return;
        }
        for piece in line.split([';', '|', '·', '•', '、', '，', '\t']) {
            // "杭州 · 余杭区"
            let is_part = || matches!(self.places.last(), Some(Place { spot: Spot::City(_), .. }));
            if is_district(piece.trim()) && is_part() {
                continue;
            }
            // One word holds nothing to part.
            if piece.trim().bytes().all(|b| b.is_ascii_alphabetic()) {
                self.add_segment(piece.trim());
                continue;
            }
            match piece.split_once('/').and_then(|(city, area)| names::at_slash(city, area)) {
                Some((place, rest)) => {
                    self.add_place(place);
                    self.add_terms(rest);
                }
                None => piece.split('/').flat_map(split_at_dashes).for_each(|piece| self.add_alternatives(piece)),
            }
        }
    }

    /// Adds what stands behind a place, where it is a term; else it names a part of the place.
    fn add_terms(&mut self, rest: &str) {
        if let Some(other) = [" ou ", " e ", " or ", " o "].iter().find_map(|joint| rest.strip_prefix(joint)) {
            return self.add_line(other);
        }
        let rest = connected(rest.trim_matches(|c: char| !c.is_alphanumeric()));
        if remote_word(rest).is_some() || employment_type::word(rest).is_some() {
            self.add_segment(rest);
        }
    }

    /// Adds what `and`, `or` and `&` join, unless the whole is one name.
    fn add_alternatives(&mut self, piece: &str) {
        const JOINTS: [&str; 19] = [
            " and ", " & ", " + ", " or ", " und ", " oder ", " ou ", " et ", " y ", " o ", " e ", " och ", " eller ",
            " og ", " oraz ", " lub ", " 또는 ", " hoặc ", " và ",
        ];
        let piece = names::without_surroundings(piece);
        if places::find(connected(piece)).is_some() {
            return self.add_enumeration(piece);
        }
        match split_at_each(piece, &JOINTS).min_by_key(first_of_marks).or_else(|| at_joint_of_cities(piece)) {
            Some((one, other)) => {
                self.add_enumeration(one);
                self.add_alternatives(other);
            }
            None => self.add_enumeration(piece),
        }
    }

    /// Adds what commas join: `Berlin, Munich` are two places, `Austin, TX` is one.
    fn add_enumeration(&mut self, piece: &str) {
        let parts = piece.split(',').map(|part| names::without_quarter(part.trim()));
        let parts: Vec<&str> = parts.filter(|part| !part.is_empty()).collect();
        let parts = from_near(&parts);
        // "서울특별시 강남구 테헤란로 12, 3층"
        let is_korean_address = piece.starts_with(is_hangul) && has_figure(piece);
        if let Some(place) = is_korean_address.then(|| wide::of_address(piece)).flatten() {
            return self.add_place(place);
        }
        // "Yard 4 - 78 Dock Road - Leeds"
        let by_dashes = || {
            let dashed = (parts.len() == 1 && piece.contains(" - ")).then(|| piece.split(" - ").map(str::trim));
            of_address(&dashed?.collect::<Vec<_>>()).filter(|place| place.spot != Spot::Unknown)
        };
        if let Some(place) = of_address(parts).or_else(by_dashes) {
            self.has_unknown |= place.spot == Spot::Unknown;
            return self.add_place(place);
        }
        let mut name = Compound::default();
        for part in parts {
            if !name.take(part, parts.len()) {
                self.add_compound(&name);
                name = Compound::start(part);
            }
        }
        self.add_compound(&name);
    }

    fn add_compound(&mut self, name: &Compound<'_>) {
        match name.parts.as_slice() {
            [] => {}
            [single] => self.add_segment(single),
            [first, rest @ ..] => {
                self.has_unknown |= !name.is_known();
                let told = leading_remote_word(first).or_else(|| trailing_remote_word(first));
                let mut city = names::behind_house(first, rest);
                if let Some((remote, name)) = told.filter(|(_, name)| !name.is_empty()) {
                    self.add_remote(remote);
                    city = name;
                }
                self.add_place(names::of_compound(connected(city), rest));
            }
        }
    }

    /// Adds a single name or term.
    fn add_segment(&mut self, segment: &str) {
        let is_anywhere = is_anywhere(segment.trim());
        // "In-office" is a term, not an office somewhere.
        if let Some(remote) = remote_word(segment) {
            return self.add_remote(remote);
        }
        let segment = connected(strip_ornaments(segment));
        let segment = country_wide(segment).unwrap_or(segment);
        if segment.len() < 2 || is_placeholder(segment) || is_nowhere(segment) {
            return;
        }
        if let Some(remote) = remote_word(segment) {
            return self.add_remote(remote);
        }
        if let Some(spot) = places::find(segment) {
            if is_anywhere && matches!(spot, Spot::Country(_) | Spot::Group(_)) {
                self.add_remote(Remote::Full);
            }
            return self.add_known(segment, spot);
        }
        // "3 years, Grenoble", "Ulm, Germany · Engineering"
        if employment_type::is_duration(segment) || (!self.places.is_empty() && team::is_usual(segment)) {
            return;
        }
        // `PT` is Portugal.
        if let Some(word) = employment_type::word(segment).filter(|_| Country::of(segment).is_none()) {
            if let employment_type::Word::Kind(kind) = word
                && !self.employment.contains(&kind)
            {
                self.employment.push(kind);
            }
            return;
        }
        // "Hybrid, Bern, 80–100%", "Part-time, 0.6 FTE"
        if let Some(kinds) = employment_type::of_share(segment) {
            return self.employment.extend(kinds);
        }
        if is_hours(segment) {
            // "remote within ±2h of CET"
            let led = leading_remote_word(segment).map(|(remote, rest)| (remote, connected(rest)));
            let led = led.filter(|(_, rest)| is_hours(rest));
            if let Some((remote, _)) = led {
                self.add_remote(remote);
            }
            self.hours = Some(led.map_or(segment, |(_, rest)| rest).to_owned());
            return;
        }
        match leading_remote_word(segment).or_else(|| trailing_remote_word(segment)) {
            Some((remote, rest)) if of_segment(connected(rest)).is_some() || remote_word(rest).is_some() => {
                self.add_remote(remote);
                self.add_segment(rest);
            }
            // "Remote within reason"
            Some((remote, rest)) if is_nameless(segment, rest) || remote::answer(rest).is_some() => {
                self.has_unknown = true;
                if let Some(remote) = remote::with_remark(remote, segment, rest) {
                    self.add_remote(remote);
                }
            }
            _ => {
                let known = of_segment(segment);
                self.has_unknown |= known.is_none();
                if let Some(place) = known.or_else(|| names::may_be_name(segment).then(|| Place::new(segment))) {
                    self.add_place(place);
                }
            }
        }
    }

    fn add_known(&mut self, written: &str, spot: Spot) {
        let place = shown(written, spot);
        match place.spot {
            Spot::Group(group) if group == Group::WORLD => self.remote = Some(Remote::Full),
            Spot::Group(group) => self.countries.push(group.into()),
            Spot::Country(country) => self.countries.push(country.into()),
            _ => {}
        }
        self.add_place(place);
    }

    fn add_place(&mut self, place: Place) {
        if !self.places.iter().any(|known| known.key() == place.key()) {
            self.places.push(place);
        }
    }

    /// Where several are offered, the one that leaves most freedom holds.
    fn add_remote(&mut self, remote: Remote) {
        if remote == Remote::Full {
            self.add_place(Place::new(Place::REMOTE));
        }
        let freedom = |remote| match remote {
            Remote::Full => 2,
            Remote::Hybrid => 1,
            Remote::No => 0,
        };
        if self.remote.is_none_or(|known| freedom(known) < freedom(remote)) {
            self.remote = Some(remote);
        }
    }

    fn finish(mut self) -> Self {
        if self.remote != Some(Remote::Full) {
            self.countries.clear();
        }
        // All the world adds nothing to `Remote`, nor an institution to its town.
        if self.places.iter().any(Place::is_remote) {
            self.places.retain(|place| !matches!(place.spot, Spot::Group(group) if group == Group::WORLD));
        }
        if self.places.iter().any(|place| place.spot != Spot::Unknown) {
            self.places.retain(|place| place.spot != Spot::Unknown || !names::is_aside(&place.name));
        }
        if self.places.iter().any(|place| matches!(place.spot, Spot::City(_))) {
            self.places.retain(|place| place.spot != Spot::Unknown || !names::is_institution(&place.name));
        }
        self.countries.dedup_by(|a, b| a.key() == b.key());
        let countries: Vec<_> = self.places.iter().filter_map(Place::country).collect();
        for place in &mut self.places {
            // `Birmingham; London`: its neighbours say which Birmingham it is.
            if let Spot::City(City { name, country: None, .. }) = &place.spot
                && let Some(spot) = places::find_among(name, &countries)
            {
                place.spot = spot;
            }
        }
        // Remote first, then what it is open to.
        self.places.sort_by_key(|place| !place.is_remote());
        self
    }
}

#[cfg(test)]
mod tests;
