//! Towns in running text: at its beginning, right before its end, or some words on.
//!
//! In goes text next to a phrase, out come places. A town is one that the gazetteer knows, or a name set like one with the
//! region or country it lies in.

use std::sync::LazyLock;

use super::leading::place_at;
use super::part::is_part;
use crate::infer::places;
use crate::infer::table::OFFICES;
use crate::infer::whereabouts;
use crate::infer::words::{is_ideographic, is_one_of, is_or, is_set_as_name, strip_end, strip_word, word_before};
use crate::posting::Place;

/// What parts the towns of an enumeration.
const JOINTS: [&str; 19] = [
    ", ", "/ ", "/", "or ", "and ", "oder ", "und ", "ou ", "et ", "o ", "y ", "e ", "ed ", "of ", "en ", "och ",
    "og ", "eller ", "& ",
];

/// What may stand before each town of an enumeration.
const INSIDE: [&str; 8] = ["in ", "at ", "à ", "en ", "em ", "te ", "a ", "i "];

pub(super) static STREETS: LazyLock<Vec<&str>> = LazyLock::new(|| OFFICES.words("street"));
static LINKS: LazyLock<Vec<&str>> = LazyLock::new(|| OFFICES.words("link"));
static LEADS: LazyLock<Vec<&str>> = LazyLock::new(|| OFFICES.words("lead"));
static LIES: LazyLock<Vec<&str>> = LazyLock::new(|| OFFICES.words("lies"));
static AGAIN: LazyLock<Vec<&str>> = LazyLock::new(|| OFFICES.words("again"));

/// The towns that `text` begins with: `Berlin, Munich or Hamburg`.
pub(super) fn enumerated(text: &str) -> Vec<Place> {
    let mut places = Vec::new();
    let mut rest = strip_lead(text);
    let mut is_again = false;
    while let Some((place, length)) = place_at(rest).or_else(|| name_at(rest).filter(|_| is_again)) {
        places.push(place);
        rest = behind_bracket(rest[length..].trim_start());
        let Some((joint, behind)) = JOINTS.iter().find_map(|joint| Some((joint, rest.strip_prefix(joint)?))) else {
            break;
        };
        rest = behind.trim_start();
        rest = ["or ", "and ", "und ", "oder "].iter().find_map(|joint| rest.strip_prefix(joint)).unwrap_or(rest);
        // "In Ulm and one in Kiel"
        let again = AGAIN.iter().find_map(|again| rest.strip_prefix(again)?.strip_prefix(' '));
        is_again = again.is_some();
        // "À Ulm ou à Kiel"
        let inside = INSIDE.iter().find_map(|inside| rest.strip_prefix(inside)).filter(|_| *joint != ", ");
        rest = again.or(inside).unwrap_or(rest);
    }
    places
}

/// What stands behind the bracket that `text` begins with: ` and Kiel` of `(Germany) and Kiel`.
fn behind_bracket(text: &str) -> &str {
    const LONGEST: usize = 40;
    let inside = text.strip_prefix('(').and_then(|rest| rest.split_once(')'));
    inside.filter(|(inside, _)| inside.len() <= LONGEST).map_or(text, |(_, behind)| behind.trim_start_matches(' '))
}

/// The name that `text` begins with up to a mark, be it known or not, and its length.
fn name_at(text: &str) -> Option<(Place, usize)> {
    let name = text.split([',', '.', ':', ';', '(']).next()?;
    Some((named_alone(name)?, name.len()))
}

/// The name that stands between a phrase and the end of its clause, be it known or not: `Dienstort ist Egg.`
pub(super) fn named_alone(text: &str) -> Option<Place> {
    const MOST_WORDS: usize = 3;
    let name = text.split(';').next().unwrap_or(text);
    let name = name.trim().trim_start_matches(':').trim().trim_end_matches(['.', '!']);
    let is_name =
        |word: &str| word.starts_with(char::is_uppercase) && word.chars().all(|c| c.is_alphabetic() || c == '-');
    let is_short = name.split(' ').count() <= MOST_WORDS;
    (is_short && name.split(' ').all(is_name)).then(|| whereabouts::place(name))
}

/// The name that ends a clause behind a word for "in", be it known or not: `er rådhuset i Egg.` In German any noun could
/// stand there.
pub(super) fn named_last(text: &str) -> Option<Place> {
    const MOST_WORDS: usize = 6;
    let clause = text.split(['.', ';', ',']).next().filter(|clause| clause.split(' ').count() <= MOST_WORDS + 2)?;
    [" i ", " à ", " te ", " em "].iter().find_map(|link| named_alone(clause.rsplit_once(link)?.1))
}

/// The name, be it known or not, that a house is said to be in: ` staat in Nowhere, maar …`. In German any noun could stand
/// there.
pub(super) fn named_behind(text: &str) -> Option<Place> {
    let told = LIES.iter().find_map(|lies| text.trim_start().strip_prefix(lies)?.strip_prefix(' '))?;
    named_first(told)
}

/// The one name, be it known or not, that a text begins with and that a mark ends: ` Nowhere, by the dock`.
pub(super) fn named_first(text: &str) -> Option<Place> {
    let name = text.trim_start().split([',', '.', '(', '–', '\n']).next()?.trim_end();
    let is_plain = name.split('-').all(|part| part.starts_with(char::is_uppercase));
    named_alone(name).filter(|_| is_plain)
}

/// The name, be it known or not, that a text begins with as far as its words have capitals or link those: `Egg im Tal` of
/// ` Egg im Tal seeks a welder`.
pub(super) fn named_run(text: &str) -> Option<Place> {
    const MOST_WORDS: usize = 4;
    let text = text.trim_start();
    let ends =
        text.match_indices([' ', ',', '.', ';', '(', '\n']).map(|(at, _)| at).chain([text.len()]).take(MOST_WORDS);
    let name = ends.map(|end| &text[..end]).take_while(|name| !name.contains([',', '.', ';', '\n']));
    name.filter(|name| is_set_as_name(name)).last().map(whereabouts::place)
}

/// The towns that `text` begins with behind a word for "in".
pub(super) fn linked(text: &str) -> Vec<Place> {
    let links = ["in ", "à ", "sur ", "en ", "em ", "te ", "a ", "i "];
    let mut text = text.trim_start();
    if let Some((inside, rest)) = text.strip_prefix('(').and_then(|rest| rest.split_once(')')) {
        // "An in-person (Ulm, Germany) position", and "part-time (20 hours) in Ulm".
        match enumerated(inside) {
            none if none.is_empty() => text = rest,
            places => return places,
        }
    }
    let text = text.trim_start_matches([',', ' ']);
    links.iter().find_map(|link| text.strip_prefix(link)).map(enumerated).unwrap_or_default()
}

/// The towns right before an office: `our Berlin office`, `our Berlin or Ulm office`.
pub(super) fn either_before(text: &str) -> Vec<Place> {
    let Some(last) = before(text) else { return Vec::new() };
    let name = text.rfind(last.name.split(',').next().unwrap_or_default());
    let behind = name.and_then(|at| text[..at].trim_end().rsplit_once(' ')).filter(|(_, joint)| is_or(joint));
    behind.and_then(|(first, _)| before(first)).into_iter().chain([last]).collect()
}

/// The town right before an office: `our Berlin office`, `in unserem Kölner Büro` does not count.
pub(super) fn before(text: &str) -> Option<Place> {
    let text = text.trim_end().trim_end_matches('-').trim_end();
    if text.ends_with(is_ideographic) {
        // "大阪の工房"
        let text = text.strip_suffix('の').unwrap_or(text);
        let starts = text.char_indices().rev().map(|(at, _)| at).take(5);
        let named = starts.filter(|at| places::is_city(&text[*at..])).last();
        // "東京都渋谷区の工房", and "三重県大紀町の工房", whose town nobody knows
        let (end, reach) = named.map_or((text.len(), 12), |named| (named, 4));
        let is_kana = |c: char| matches!(c, '\u{3040}'..='\u{30ff}');
        let starts = text[..end].char_indices().rev().take(reach).filter(|(_, c)| !is_kana(*c)).map(|(at, _)| at);
        let outer = starts.filter_map(|at| {
            whereabouts::leading_address(&text[at..]).filter(|place| place.name.len() == text.len() - at)
        });
        return outer.last().or_else(|| Some(whereabouts::place(&text[named?..])));
    }
    // "Our Ulm district office"
    let which = [
        "head",
        "main",
        "branch",
        "district",
        "regional",
        "field",
        "city",
        "new",
        "local",
        "central",
        "city centre",
        "city center",
        "inner-city",
    ];
    let text = which.iter().find_map(|word| strip_end(text, word)).map_or(text, str::trim_end);
    // No town has more than five words.
    let starts = text.rmatch_indices([' ', '(', '\n']).map(|(at, _)| at + 1).chain([0]).take(5);
    if let Some(place) = starts.clone().next().and_then(|at| of_adjective(&text[at..])) {
        return Some(place);
    }
    let named = starts.filter(|at| text[*at..].starts_with(char::is_uppercase)).filter_map(|at| {
        let (place, length) = place_at(&text[at..])?;
        (length == text.len() - at).then_some((place, at))
    });
    // The longest: "North Harbour, Iowa", not "Iowa". Of several towns, nobody can tell which is meant.
    let (place, _) = named.last().filter(|(_, at)| !is_one_of(word_before(text, *at), &["and", "und"]))?;
    Some(place)
}

/// The town of a German adjective: `Hamburger`, `Münchner`.
fn of_adjective(word: &str) -> Option<Place> {
    let stem = word.strip_suffix("er").filter(|stem| stem.starts_with(char::is_uppercase) && stem.len() > 3)?;
    let bare = stem.strip_suffix('n').unwrap_or(stem);
    let names = [stem.to_owned(), format!("{bare}en")];
    names.iter().find(|name| places::is_city(name) && !places::is_city(word)).map(|name| whereabouts::place(name))
}

/// The town some words behind an office: `in the heart of Zurich`, `an der Aare in Bern`.
pub(super) fn behind(text: &str, words: usize) -> Vec<Place> {
    // "オフィスは仙台駅から"
    if let Some(told) = text.strip_prefix(['は', 'が', '在', '：']) {
        return enumerated(told);
    }
    let mut at = 0;
    for nth in 0..words {
        let Some((start, word)) = first_word(&text[at..]).map(|(start, word)| (at + start, word)) else { break };
        // The first word follows the office itself: "office Berlin", but also "offices. Berlin".
        let is_in_town = || text[..start].trim_end().strip_suffix(',').is_some_and(is_part);
        let is_linked =
            nth == 0 || is_one_of(word_before(text, start), &LINKS) && !is_of_street(&text[..start]) || is_in_town();
        // "En plein centre d'Amiens".
        if let Some(place) = ["d'", "d’"].iter().find_map(|of| word.strip_prefix(of)).and_then(place_at) {
            return vec![place.0];
        }
        // "Our yard in the old dock (Ulm)"
        let bracket = usize::from(nth > 0 && word.starts_with('('));
        let is_told = (is_linked || bracket == 1) && !text[..start].contains([';', ':', '!', '?']);
        if is_told && place_at(&text[start + bracket..]).is_some() {
            // "Our yard in Nowhere (Umbria)"
            let inner = Some(bracket).filter(|bracket| *bracket > 0).and_then(|_| with_area(text, start));
            return inner.map_or_else(|| enumerated(&text[start + bracket..]), |place| vec![place]);
        }
        at = start + word.len();
    }
    Vec::new()
}

/// Whether `before` ends with a street that is called after what follows: `quai de`.
fn is_of_street(before: &str) -> bool {
    const OF: [&str; 9] = ["of", "de", "du", "des", "di", "da", "do", "van", "von"];
    let mut words = before.split_whitespace().rev();
    words.next().is_some_and(|of| is_one_of(of, &OF)) && words.next().is_some_and(|street| is_one_of(street, &STREETS))
}

/// The name before the bracket at `open`, behind a word for "in", with what the bracket says it lies in.
fn with_area(text: &str, open: usize) -> Option<Place> {
    const INSIDE: [&str; 12] = ["in", "à", "en", "em", "te", "i", "a", "ad", "de", "di", "bei", "von"];
    let (inside, _) = text[open + 1..].split_once(')').filter(|(inside, _)| enumerated(inside).len() == 1)?;
    let before = text[..open].trim_end();
    let name = before.rfind(' ').map_or(0, |at| at + 1);
    let is_name = text[name..].starts_with(char::is_uppercase) && is_one_of(word_before(text, name), &INSIDE);
    is_name.then(|| whereabouts::place(&format!("{}, {inside}", &before[name..])))
}

/// The first word of `text` and where it begins.
fn first_word(text: &str) -> Option<(usize, &str)> {
    let word = text.split_whitespace().next()?;
    text.find(word).map(|start| (start, word))
}

/// `text` without the words that may stand before a town.
fn strip_lead(text: &str) -> &str {
    let mut text = text.trim_start_matches([':', '：', '、', ' ', '\n', '*']);
    for lead in LEADS.iter() {
        // "La Crosse"
        let is_of_name = || text.starts_with(char::is_uppercase) && matches!(*lead, "la" | "der" | "dem");
        text = strip_word(text, lead).filter(|_| !is_of_name()).unwrap_or(text);
    }
    text
}
