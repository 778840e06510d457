//! Where work is done, by the title or sentences of the text: "This role is based in Berlin", "our office in the heart of
//! Zurich", "Welder, Lyon".
//!
//! In goes the body, out come places only when they are known towns, or towns of a known country. What is said of the role
//! counts more than what is said of an office, and that more than where the employer sits; of the latter two several
//! different towns are no answer, since nobody can tell which is meant. Customers, investors and places of interviews are
//! left alone.

mod institution;
mod leading;
mod mention;
mod part;
mod sign;
mod town;

use std::ops::Range;
use std::sync::LazyLock;

use self::leading::{homonym, place_at};
use self::mention::mentioned;
pub(super) use self::sign::town_of_line;
use self::town::{
    before, behind, either_before, enumerated, linked, named_alone, named_behind, named_first, named_last, named_run,
};
use super::body::{Body, Fact, Hit, Naming, Nearby, Section};
use super::lexicon::Lexicon;
use super::places;
use super::table::{CUES, OFFICES};
use super::whereabouts;
use super::words::{
    is_one_of, is_or, is_set_as_name, rsplit_at_each, sentence_at, split_at_each, word_after, word_before,
};
use crate::posting::{EmploymentType, Field, Place, Remote, Spot};
use crate::source::floor_char_boundary;

/// The places that the text says work is done in. Of a remote role, offices say nothing.
pub(super) fn in_body(body: &Body<'_>, remote: Option<Remote>) -> Option<Field<Vec<Place>>> {
    let tiers: &[Nearby] = match remote {
        Some(Remote::Full) => &[Nearby::Role, Nearby::Hiring],
        _ => &[Nearby::Role, Nearby::Hiring, Nearby::Workplace, Nearby::Company],
    };
    let mut found = tiers.iter().map(|tier| told(body, *tier)).find(|found| !found.is_empty()).unwrap_or_default();
    if found.is_empty() {
        found = if remote == Some(Remote::Full) { beside_remote(body).into_iter().collect() } else { mentioned(body) };
    }
    let (first, line) = found.first()?;
    let is_same =
        found.iter().all(|(places, _)| places.iter().all(|place| first.iter().any(|p| p.key() == place.key())));
    is_same.then(|| Field::new(first.clone(), body.kind, *line))
}

/// The offices that a sentence offers beside remote work, and that: `from our offices in Ulm and Kiel, or remotely`.
fn beside_remote(body: &Body<'_>) -> Option<(Vec<Place>, u32)> {
    let is_office = |hit: &&Hit| matches!(hit.fact, Fact::Office(Nearby::Workplace) | Fact::InOffice);
    body.hits.iter().filter(is_office).find_map(|hit| {
        let part = &body.parts[hit.part];
        let text = part.block.text.as_str();
        let near = body.hits_within(hit.part, &sentence_at(text, hit.span.start));
        let is_remote = |fact| matches!(fact, Fact::Remote(Remote::Full) | Fact::SomeRemote);
        let is_choice = |other: &Hit| {
            let first = text[other.span.clone()].split(' ').next().unwrap_or_default();
            // "and/or remotely"
            is_or(word_before(text, other.span.start)) || first.rsplit('/').next().is_some_and(is_or)
        };
        near.iter().any(|other| is_remote(other.fact) && is_choice(other)).then_some(())?;
        let places = around(text, hit, Nearby::Workplace);
        let remote = Place::new(Place::REMOTE);
        (!places.is_empty()).then(|| ([vec![remote], places].concat(), part.block.line))
    })
}

/// Words of sentences that are about other people's places.
static OTHERS: LazyLock<Lexicon<()>> = LazyLock::new(|| CUES.lexicon("office others"));

/// Words for whom one works, which may be in the town that stands behind.
static DEALINGS: LazyLock<Lexicon<()>> = LazyLock::new(|| CUES.lexicon("office dealings"));

/// Words by which a town is where the employer began.
static FOUNDED: LazyLock<Lexicon<()>> = LazyLock::new(|| CUES.lexicon("office founded"));

/// What leaves it to the reader in which of several offices to work.
static CHOICE: LazyLock<Lexicon<()>> = LazyLock::new(|| CUES.lexicon("office choice"));

static HOUSES: LazyLock<Vec<&str>> = LazyLock::new(|| OFFICES.words("house"));
static WORKPLACES: LazyLock<Lexicon<()>> = LazyLock::new(|| OFFICES.lexicon("workplace"));
static SEATS: LazyLock<Lexicon<()>> = LazyLock::new(|| OFFICES.lexicon("seat"));
static ROLES: LazyLock<Lexicon<()>> = LazyLock::new(|| OFFICES.lexicon("role"));

/// What a title says in brackets, behind a dash or at its end: `Welder (Berlin)`, `Welder, Lyon`, `Lasser Utrecht`.
pub(super) fn in_title(title: &str) -> Option<Vec<Place>> {
    const LINKS: [&str; 11] = [" in ", " à ", " en ", " em ", " te ", " at ", " zu ", " bei ", " till ", " til ", "@"];
    let pieces = title.split(['(', ')', '[', ']', '|', '–', '—']).flat_map(|piece| piece.split(" - "));
    // "Leeds – Welder"
    let leading = split_at_each(title, &[" – ", " — ", " - ", " | ", ": "]).map(|(town, _)| town);
    let leading = leading.filter(|town| places::is_city(town));
    let whole = pieces.skip(1).chain(leading);
    let before_brackets = title.split(['(', '[']).next().unwrap_or(title).trim_end();
    let linked = rsplit_at_each(title, &LINKS).chain(rsplit_at_each(before_brackets, &LINKS)).map(|(_, rest)| rest);
    // "Welder @ Hullwerk, Ulm"
    let linked = linked.filter(|rest| !rest.contains(',') || place_at(rest.trim_start()).is_some());
    let after_comma = title.split_once(", ").map(|(_, rest)| rest);
    let told = whole.chain(linked).chain(after_comma).map(whereabouts::read).find(|read| {
        let is_town = |place: &Place| matches!(place.spot, Spot::City(_) | Spot::Country(_) | Spot::Remote);
        let is_place = |place: &Place| is_town(place) && !is_list_of_trades(&place.name);
        read.is_understood() && !read.places.is_empty() && read.places.iter().all(is_place)
    });
    let at_end = || town_at_end(title).or_else(|| town_at_end(before_brackets));
    told.map(|read| read.places).or_else(|| towns_at_end(title)).or_else(|| at_end().map(|town| vec![town]))
}

/// Whether a name that would be a town in a country ends in letters that are as well a field of work, and nobody knows the
/// town: `Finance, HR`, but `Zagreb, HR`.
fn is_list_of_trades(name: &str) -> bool {
    const TRADES: [&str; 12] = ["HR", "IT", "PR", "QA", "AI", "ML", "BI", "PM", "AR", "CX", "PA", "TV"];
    let parted = name.rsplit_once(", ").filter(|(_, code)| TRADES.contains(code));
    parted.is_some_and(|(town, code)| !places::is_city_in(town, code))
}

/// The towns between slashes that a title ends with, the first and most of the others known: `Welder Ulm / Nowhere / Leeds`.
fn towns_at_end(title: &str) -> Option<Vec<Place>> {
    let starts = title.match_indices(' ').map(|(at, _)| &title[at + 1..]);
    let names = |list: &'_ str| list.split('/').map(|name| name.trim().to_owned()).collect::<Vec<_>>();
    let mut lists = starts.filter(|list| list.contains('/')).map(names).filter(|names| {
        let known = names.iter().filter(|name| places::is_city(name)).count();
        names.iter().all(|name| is_set_as_name(name)) && places::is_city(&names[0]) && known > names.len() / 2
    });
    lists
        .next()
        .filter(|names| names.len() > 1)
        .map(|names| names.iter().map(|name| whereabouts::place(name)).collect())
}

/// The town that a title ends with, behind at least two other words.
fn town_at_end(title: &str) -> Option<Place> {
    let starts: Vec<usize> = title.match_indices(' ').map(|(at, _)| at + 1).collect();
    starts.iter().skip(1).find_map(|start| {
        let name = &title[*start..];
        let is_linked = is_one_of(word_before(title, *start), &["of", "and", "for", "de", "du", "von", "der"]);
        let place = places::is_city(name).then(|| whereabouts::place(name))?;
        let is_famous = matches!(&place.spot, Spot::City(city) if city.is_famous);
        // Of several towns, it is but the last: "Nowhere / Ulm".
        let is_last = title[..*start].trim_end().ends_with('/');
        (name.starts_with(char::is_uppercase) && is_famous && !is_linked && !is_last).then_some(place)
    })
}

/// What the phrases of one kind tell, each with its line. A role may be in several towns; several offices are several
/// answers.
fn told(body: &Body<'_>, tier: Nearby) -> Vec<(Vec<Place>, u32)> {
    // "Acme is looking for" names the employer, and what is sought where.
    let is_hiring = |hit: &Hit| tier == Nearby::Hiring && hit.fact == Fact::Employer(Naming::Hires);
    // "An on-site role in Denver", "a full-time position in Denver".
    let is_present = |hit: &Hit| {
        let tells = matches!(
            hit.fact,
            Fact::Remote(Remote::No | Remote::Hybrid) | Fact::OnSite | Fact::Employment(_) | Fact::EmploymentHint(_)
        );
        // "You look after volunteers in Denver."
        let tells = tells && hit.fact != Fact::EmploymentHint(EmploymentType::Volunteer);
        tier == Nearby::Role && tells
    };
    // "In our office in Denver" says as much as "our office in Denver".
    let is_inside = |hit: &Hit| tier == Nearby::Workplace && hit.fact == Fact::InOffice;
    let tells = |hit: &&Hit| hit.fact == Fact::Office(tier) || is_hiring(hit) || is_present(hit) || is_inside(hit);
    let names = if tier == Nearby::Hiring { body.employers() } else { &[] };
    let mut hits: Vec<&Hit> = body.hits.iter().chain(names).filter(tells).collect();
    hits.sort_by_key(|hit| (hit.part, hit.span.start));
    let places = hits.into_iter().flat_map(|hit| {
        let part = &body.parts[hit.part];
        let is_elsewhere = tier != Nearby::Role && part.section == Section::Process;
        let places = if is_elsewhere { Vec::new() } else { around(&part.block.text, hit, tier) };
        let is_choice = || leaves_choice(&part.block.text, hit) || is_either(&part.block.text, hit, &places);
        let is_one = matches!(tier, Nearby::Role | Nearby::Hiring) || (places.len() > 1 && is_choice());
        let answers = if is_one { vec![places] } else { places.into_iter().map(|p| vec![p]).collect() };
        answers.into_iter().map(|places| (places, part.block.line))
    });
    places.filter(|(places, _)| !places.is_empty()).collect()
}

/// Whether the sentence of an office, or what follows it right away, leaves it to the reader in which one to work.
fn leaves_choice(text: &str, hit: &Hit) -> bool {
    const REACH: usize = 80;
    let sentence = sentence_at(text, hit.span.start);
    let end = floor_char_boundary(text, text.len().min(sentence.end + REACH));
    CHOICE.is_in(&text[sentence.start..end.max(hit.span.start)])
}

/// Whether the towns of an office are alternatives: `our office in Ulm or Kiel`, `our Ulm or Kiel office`.
fn is_either(text: &str, hit: &Hit, towns: &[Place]) -> bool {
    let said = &text[sentence_at(text, hit.span.start)];
    let town = towns.last().and_then(|town| town.name.split(',').next());
    town.and_then(|town| said.find(town)).is_some_and(|at| is_or(word_before(said, at)))
}

fn around(text: &str, hit: &Hit, tier: Nearby) -> Vec<Place> {
    const WORKING: [&str; 7] = ["working", "based", "travaillant", "trabajando", "trabalhando", "lavorando", "werkend"];
    let sentence = sentence_at(text, hit.span.start);
    let after = &text[hit.span.end..sentence.end.max(hit.span.end)];
    let places = match tier {
        _ if !matches!(hit.fact, Fact::Office(_) | Fact::Employer(_) | Fact::InOffice) => match linked(after) {
            // "In person at Anvil University in Ulm"
            none if none.is_empty() && after.starts_with(" at ") => behind(after, 8),
            places => places,
        },
        Nearby::Role if names_role(&text[hit.span.clone()]) => match enumerated(after) {
            // "The position is located at the Institute of Steel in Ulm."
            none if none.is_empty() && names_workplace(&text[hit.span.clone()]) => workplace(after),
            none if none.is_empty() => behind(after, 16),
            places => places,
        },
        // "In its office in Nowhere, by the dock"
        Nearby::Role if leads_from_office(&text[hit.span.clone()]) => match enumerated(after) {
            none if none.is_empty() => named_first(after).into_iter().collect(),
            places => places,
        },
        Nearby::Company if SEATS.is_in(&text[hit.span.clone()]) => match enumerated(after) {
            none if none.is_empty() => named_run(after).into_iter().collect(),
            places => places,
        },
        Nearby::Role | Nearby::Company => enumerated(after),
        Nearby::Hiring => match behind(after, 24) {
            // "Acme, Ulm, is looking for"
            none if none.is_empty() && matches!(hit.fact, Fact::Employer(_)) => {
                let subject = text[sentence.start..hit.span.start].trim_end();
                // "Acme, Ulm (forty welders), is looking for"
                let outside = || subject.strip_suffix([',', ')']).and_then(|subject| subject.rsplit_once(" ("));
                let place = before(subject.trim_end_matches([',', ')'])).or_else(|| before(outside()?.0));
                // "Hotel Anvil (34 rooms, Saint-Malo) is looking for"
                let inside = || outside()?.1.split(", ").find(|piece| places::is_city(piece)).map(whereabouts::place);
                // "Acme, with a yard in Ulm and a shed in Kiel, is looking for"
                let first = behind(subject, 24).into_iter().next();
                let is_first = |place: &Place| first.as_ref().is_none_or(|first| first.key() == place.key());
                place.filter(is_first).or_else(inside).into_iter().collect()
            }
            places => places,
        },
        Nearby::Workplace => match either_before(&text[sentence.start..hit.span.start]) {
            places if !places.is_empty() => places,
            _ => match behind(after, 14) {
                none if none.is_empty() && is_house(&text[hit.span.clone()]) => {
                    named_behind(after).into_iter().collect()
                }
                places => places,
            },
        },
    };
    let is_told = |hit: &Hit| {
        matches!(hit.fact, Fact::Office(Nearby::Role | Nearby::Workplace | Nearby::Company) | Fact::InOffice)
    };
    // "The role is based in Carlisle."
    let places = if places.is_empty() && is_told(hit) { homonym(after).into_iter().collect() } else { places };
    // "You will be based in Ulm, and travel to customers."
    let is_direct = hit.fact == Fact::Office(Nearby::Role) && !enumerated(after).is_empty();
    let clause = clause_at(text, hit.span.start);
    // "You help with events, working from our office in Ulm."
    let begin = text[clause.start..hit.span.start].rfind(", ").map_or(clause.start, |comma| clause.start + comma + 2);
    let is_direct = is_direct || is_one_of(word_after(&text[begin..hit.span.start], 0), &WORKING);
    let town = hit.span.end + ahead_of(after, &places).len();
    let (said, ahead) = match &text[begin..hit.span.end] {
        lead if is_direct => (lead, lead),
        // "Our office in Ulm, from which we see customers"
        _ => (&text[clause.clone()], &text[clause.start..town]),
    };
    let is_others = || OTHERS.is_in(said) || DEALINGS.is_in(ahead) || is_of_founding(text, &hit.span);
    let is_others = !places.is_empty() && is_others();
    if is_others { Vec::new() } else { places }
}

/// What of `text` stands before the first of the places that it names: ` in ` of ` in Ulm, for clients worldwide`.
fn ahead_of<'t>(text: &'t str, places: &[Place]) -> &'t str {
    let name = places.first().and_then(|place| place.name.split(',').next());
    &text[..name.and_then(|name| text.find(name)).unwrap_or(0)]
}

/// Whether what stands around `span` between commas and joints says where the employer began: `It was founded in Ulm`, but not
/// `Founded in 1962, it is based in Ulm`.
fn is_of_founding(text: &str, span: &Range<usize>) -> bool {
    const JOINTS: [&str; 8] = [",", " and ", " und ", " et ", " y ", " e ", " och ", " og "];
    const REACH: usize = 160;
    let sentence = sentence_at(text, span.start);
    let near = floor_char_boundary(text, span.start.saturating_sub(REACH)).max(sentence.start);
    let far = floor_char_boundary(text, text.len().min(span.end + REACH)).min(sentence.end).max(span.end);
    let (before, behind) = (&text[near..span.start], &text[span.end..far]);
    let start = near + rsplit_at_each(before, &JOINTS).map(|(lead, _)| lead.len()).max().unwrap_or(0);
    let end = split_at_each(behind, &JOINTS).map(|(next, _)| next.len()).min().unwrap_or(behind.len());
    FOUNDED.is_in(&text[start..span.end + end])
}

/// The part of a sentence between semicolons that `at` lies in.
fn clause_at(text: &str, at: usize) -> Range<usize> {
    let sentence = sentence_at(text, at);
    let start = text[sentence.start..at].rfind(';').map_or(sentence.start, |mark| sentence.start + mark + 1);
    let end = text[at..sentence.end.max(at)].find(';').map_or(sentence.end, |mark| at + mark);
    start..end.max(at)
}

/// The place that stands behind words for a place of work: a name by itself, a known town, or a name at the end.
fn workplace(after: &str) -> Vec<Place> {
    if let Some(place) = named_alone(after) {
        return vec![place];
    }
    match behind(after, 16) {
        none if none.is_empty() => named_last(after).into_iter().collect(),
        places => places,
    }
}

/// Whether a phrase can be followed by nothing but a place: `Dienstort ist`.
fn names_workplace(phrase: &str) -> bool {
    WORKPLACES.is_in(phrase)
}

/// Whether a phrase goes on from an office to its town: `in its office in`. In German any noun could follow, and behind "de"
/// what the office does.
fn leads_from_office(phrase: &str) -> bool {
    const OFFICES: [&str; 9] =
        ["bureau", "bureaux", "office", "offices", "oficina", "oficinas", "escritório", "ufficio", "kantoor"];
    const IN: [&str; 4] = ["à", "in", "en", "em"];
    let mut words = phrase.rsplit(' ');
    words.next().is_some_and(|word| is_one_of(word, &IN)) && words.next().is_some_and(|word| is_one_of(word, &OFFICES))
}

/// Whether a phrase names a house where people work, of which may be said in what town it is, be that known or not.
pub(super) fn is_house(phrase: &str) -> bool {
    is_one_of(phrase, &HOUSES)
}

/// Whether a phrase says where the role itself is, rather than somebody.
fn names_role(phrase: &str) -> bool {
    (ROLES.is_in(phrase) || names_workplace(phrase)) && !phrase.ends_with(" in")
        || counts_posts(phrase)
        || phrase.ends_with("located in")
        || phrase.ends_with("based in")
}

/// Whether a phrase counts posts, behind which their towns follow some words on: `deux postes à pourvoir`.
fn counts_posts(phrase: &str) -> bool {
    const COUNTS: [&str; 17] = [
        "two", "three", "zwei", "drei", "deux", "trois", "dos", "tres", "duas", "três", "twee", "drie", "due", "tre",
        "två", "to", "both",
    ];
    is_one_of(word_after(phrase, 0), &COUNTS)
}

#[cfg(test)]
mod tests;
