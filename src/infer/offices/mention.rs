//! Towns that a text names in passing: "in Lisbon, we …", a post code, the name of a university.
//!
//! In goes the body, out come the towns of the most telling mentions. Whether they agree is not decided here.

use std::ops::Range;
use std::sync::LazyLock;

use super::institution::{READER, ends_institution, ends_institution_name, is_university, town_of_university};
use super::leading::{homonym_at, place_at};
use super::part::{ends_street, is_part, is_part_inside};
use super::sign::{labelled_employers, signed};
use super::town::{before, enumerated};
use super::{DEALINGS, OTHERS, clause_at, is_of_founding};
use crate::infer::body::{Body, Fact, Hit, Naming, Section};
use crate::infer::lexicon::Lexicon;
use crate::infer::places;
use crate::infer::table::{CUES, OFFICES};
use crate::infer::whereabouts;
use crate::infer::words::{
    begins_with_indian_code, has_one_of, is_and, is_ideographic, is_one_of, is_or, is_set_as_name, is_two_capitals,
    sentence_around, sentence_at, stands_alone, strip_end, strip_word, word_before,
};
use crate::posting::{OriginKind, Place};

/// Words of sentences that are about where somebody learned.
static STUDIES: LazyLock<Lexicon<()>> = LazyLock::new(|| CUES.lexicon("office studies"));

static DISTANCES: LazyLock<Vec<&str>> = LazyLock::new(|| OFFICES.words("distance"));
static PARTS: LazyLock<Vec<&str>> = LazyLock::new(|| OFFICES.words("part of town"));
static FIRMS: LazyLock<Lexicon<()>> = LazyLock::new(|| OFFICES.lexicon("firm"));
static WHO: LazyLock<Lexicon<()>> = LazyLock::new(|| OFFICES.lexicon("who"));

/// The towns that are named in any words as where something is: those where employer or applicant are said to be ("in
/// Lisbon, we …"), or else all of them, which are an answer only where they are one and the same.
pub(super) fn mentioned(body: &Body<'_>) -> Vec<(Vec<Place>, u32)> {
    if body.kind != OriginKind::Body {
        return Vec::new();
    }
    let is_telling = |at: &usize| !matches!(body.parts[*at].section, Section::Ask | Section::Process);
    let named = (0..body.parts.len()).filter(is_telling).flat_map(|at| mentions(body, at));
    let signed = signed(body).map(|(place, line)| Mention { place, line, rank: Rank::There });
    let employers = labelled_employers(body).map(|(place, line)| Mention { place, line, rank: Rank::Theirs });
    let found: Vec<Mention> =
        named.chain(addressed(body)).chain(signed).chain(employers).chain(own_firms(body)).collect();
    let least = found.iter().map(|mention| mention.rank).min();
    let best = found.into_iter().filter(|mention| Some(mention.rank) == least);
    best.map(|mention| (vec![mention.place], mention.line)).collect()
}

/// A town that a sentence names.
struct Mention {
    place: Place,
    line: u32,
    /// How much it says of where the work is done, the most telling first.
    rank: Rank,
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    /// Employer or applicant are there.
    Theirs,
    /// It stands behind its post code, or something is there.
    There,
    /// A university has its name.
    Namesake,
    /// It is so far away: an hour's drive.
    Away,
}

/// Words behind which a town is where something is.
const INSIDE: [&str; 33] = [
    "ad", "in", "outside", "à", "sur", "en", "em", "te", "at", "im", "from", "aus", "a", "su", "i", "w", "near", "bei",
    "bij", "nabij", "across", "ganz", "heel", "tout", "tutta", "toda", "around", "nach", "para", "vanuit", "fra",
    "från", "presso",
];

/// The towns of a block that stand behind a word for "in", a post code or the name of a university.
fn mentions(body: &Body<'_>, at: usize) -> Vec<Mention> {
    const OF: [&str; 7] = ["of", "de", "di", "van", "do", "von", "Universität"];
    let part = &body.parts[at];
    let text = part.block.text.as_str();
    let speaks_of_employer = |sentence: &Range<usize>| {
        let is_employer = |hit: &Hit| matches!(hit.fact, Fact::Employer(Naming::Is | Naming::Does | Naming::Hires));
        body.employers_within(at, sentence).iter().any(is_employer)
    };
    let is_early = matches!(part.section, Section::Lead | Section::Role | Section::Company);
    let spaces = memchr::memchr2_iter(b' ', b'\n', text.as_bytes());
    let starts = spaces.map(|at| at + 1).filter(|at| text[*at..].starts_with(char::is_uppercase));
    let in_lines = addresses(text).map(|place| Mention { place, line: part.block.line, rank: Rank::There });
    let found = starts.filter_map(|at| {
        let link = word_before(text, at);
        let is_part =
            || text[..at].ends_with(", ") && (is_part_inside(&text[..at - 2], &INSIDE) || is_part(&text[..at - 2]));
        let is_inside = is_one_of(link, &INSIDE)
            || (is_one_of(link, &OF) && is_middle(&text[..at]))
            || is_near(&text[..at])
            || is_part();
        let is_coded = (4..=5).contains(&link.len()) && link.bytes().all(|b| b.is_ascii_digit());
        let is_coded = is_coded
            || (text[..at].ends_with([' ', '\n'])
                && text[..at].trim_end_matches(' ').ends_with([',', '\n'])
                && post_code_follows(&text[at..]));
        let is_of_university = is_one_of(link, &OF) && is_university(&text[..at]);
        let is_of_reader = || has_one_of(sentence_around(text, at), &READER);
        let is_namesake = is_of_university || (ends_institution(&text[..at]) && is_of_reader());
        // "A position is open at the Institute of Steel (IoS), Ulm, Germany"
        let is_of_institute = text[..at].ends_with(", ") && ends_institution_name(&text[..at - 2]) && is_of_reader();
        if !(is_inside || is_coded || is_namesake || is_of_institute) {
            return None;
        }
        let told = if is_of_university { town_of_university(&text[at..]) } else { None };
        let is_behind = told.is_some();
        let middle = || (is_middle(&text[..at]) || is_near(&text[..at])).then(|| homonym_at(&text[at..])).flatten();
        let (place, length) = told.or_else(|| place_at(&text[at..])).or_else(middle)?;
        // "You learned at the University of Oxford, Cambridge or Bath."
        if is_of_institute && !place.name.contains(", ") {
            return None;
        }
        let place = near_to(&text[..at]).map_or(place, whereabouts::place);
        // "Norwich", and its county on the line below.
        let above = || text[..at].trim_end_matches([' ', '\n', ',']).rsplit(['\n', ',']).next().unwrap_or("");
        if is_coded && text[..at].ends_with('\n') && places::is_city(above().trim()) {
            return None;
        }
        // "En" joins two towns in Dutch.
        if is_one_of(link, &["en"]) && before(text[..at].trim_end().trim_end_matches("en")).is_some() {
            return None;
        }
        // Of several towns, nobody can tell which is meant.
        let is_second = || follows_town(text[..at].trim_end().strip_suffix(link).unwrap_or(""));
        if !is_behind && (enumerated(&text[at..]).len() > 1 || is_second()) {
            return None;
        }
        let range = sentence_at(text, at);
        let sentence = &text[range.clone()];
        let has = |words: &[&str]| has_one_of(sentence, words);
        let is_theirs = is_inside
            && is_early
            && (is_middle(&text[..at])
                || WHO.is_in(sentence)
                || (part.section != Section::Role && speaks_of_employer(&range)));
        let rank = match is_theirs {
            _ if is_distance(&text[..at]) => Rank::Away,
            true => Rank::Theirs,
            false if is_namesake => Rank::Namesake,
            false => Rank::There,
        };
        // "From Oslo to Naples"
        let is_person = || has(&["prof", "dr", "professor", "professorin"]);
        let comes_from =
            (!is_theirs || is_person()) && is_one_of(link, &["from", "aus", "fra", "från", "para", "nach"]);
        let leads_on = || {
            (is_one_of(link, &["from"]) && text[at + length..].starts_with(" to "))
                || (is_one_of(link, &["a", "à"]) && ends_span(&text[..at]))
        };
        let is_about = |words: &'static Lexicon<()>| words.is_in(&text[clause_at(text, at)]);
        let is_others = comes_from
            || leads_on()
            || is_about(&STUDIES)
            || !is_of_university
                && (is_about(&OTHERS) || is_about(&DEALINGS) || is_of_founding(text, &(at..at + length)));
        (!is_others).then_some(Mention { place, line: part.block.line, rank })
    });
    found.chain(in_lines).collect()
}

const ARTICLES: [&str; 3] = ["a", "an", "the"];

/// The towns before what those who hire say that they are: `We are a small Leeds firm`.
fn own_firms<'a>(body: &'a Body<'_>) -> impl Iterator<Item = Mention> + use<'a> {
    let is_told = |hit: &&Hit| matches!(hit.fact, Fact::Employer(Naming::WeAre | Naming::Is));
    let told = body.employers().iter().filter(is_told);
    told.filter_map(|hit| {
        let part = &body.parts[hit.part];
        let text = part.block.text.as_str();
        // "We are", or "Hullwerk is a" with its article
        let last = text[..hit.span.end].rfind([' ', '\n']).map_or(0, |at| at + 1).max(hit.span.start);
        let start = if is_one_of(&text[last..hit.span.end], &ARTICLES) { last } else { hit.span.end };
        let name = behind_qualities(&text[start..])?;
        let (place, length) = place_at(name)?;
        let is_firm = FIRMS.leading(name[length..].trim_start()).is_some();
        let sentence = sentence_around(text, hit.span.start);
        let is_others = || OTHERS.is_in(sentence) || DEALINGS.is_in(sentence);
        (is_firm && !is_others()).then_some(Mention { place, line: part.block.line, rank: Rank::Theirs })
    })
}

/// The name behind an article and some words for what something is like: `Leeds firm` of ` a small, old Leeds firm`.
fn behind_qualities(text: &str) -> Option<&str> {
    const MOST_WORDS: usize = 5;
    const LINKS: [&str; 8] = ["of", "for", "with", "to", "in", "at", "from", "by"];
    let mut rest = ARTICLES.iter().find_map(|article| strip_word(text.trim_start(), article))?.trim_start();
    for _ in 0..MOST_WORDS {
        if rest.starts_with(char::is_uppercase) {
            return Some(rest);
        }
        let (word, behind) = rest.split_once(' ').filter(|(word, _)| !is_one_of(word, &LINKS))?;
        rest = behind.trim_start();
        if word.ends_with(['.', ':', ';', '!', '?']) {
            return None;
        }
    }
    None
}

/// Whether a text ends with a town and a word that joins another to it: `in Ulm and`.
fn follows_town(text: &str) -> bool {
    let joint = word_before(text, text.len());
    (is_and(joint) || is_or(joint)) && text.trim_end().strip_suffix(joint).is_some_and(|towns| before(towns).is_some())
}

/// The towns of addresses, be they known or not, that the text names elsewhere, too: `Ankerweg 12, 12345 Nowhere` and `our
/// yard in Nowhere`.
fn addressed<'a>(body: &'a Body<'_>) -> impl Iterator<Item = Mention> + use<'a> {
    body.parts.iter().flat_map(move |part| {
        let text = part.block.text.as_str();
        let is_ours = move |at: usize| {
            let sentence = sentence_around(text, at);
            !(OTHERS.is_in(sentence) || DEALINGS.is_in(sentence) || is_of_founding(text, &(at..at)))
        };
        let towns = text.match_indices([',', '·', '\n', '|']).filter_map(move |(at, mark)| {
            town_of_address(&text[..at], &text[at + mark.len()..]).filter(|_| is_ours(at))
        });
        let named = towns.filter(|name| names_twice(body, name));
        named.map(|name| Mention { place: whereabouts::place(name), line: part.block.line, rank: Rank::Theirs })
    })
}

fn names_twice(body: &Body<'_>, name: &str) -> bool {
    let is_alone = |text: &str, at: usize| stands_alone(text, at, at + name.len());
    let times = |text: &str| text.match_indices(name).filter(|(at, _)| is_alone(text, *at)).count();
    body.parts.iter().map(|part| times(&part.block.text)).sum::<usize>() > 1
}

/// The town of an address that a comma parts: `Ankerweg 12` and `12345 Nowhere, Germany`.
fn town_of_address<'t>(before: &str, behind: &'t str) -> Option<&'t str> {
    const MOST_WORDS: usize = 4;
    let behind = behind.trim_start();
    let digits = behind.bytes().take_while(u8::is_ascii_digit).count();
    let name = behind[digits..].strip_prefix(' ').filter(|_| (4..=5).contains(&digits))?;
    // "1012 AB Nowhere"
    let name = name.split_once(' ').filter(|(code, _)| is_two_capitals(code)).map_or(name, |(_, rest)| rest);
    let end = name.find(|c: char| !(c.is_alphabetic() || matches!(c, ' ' | '-' | '\''))).unwrap_or(name.len());
    let words = name[..end].match_indices(' ').map(|(at, _)| at).chain([end]).take(MOST_WORDS);
    let name = words.map(|at| &name[..at]).filter(|name| is_set_as_name(name)).last()?;
    let before = before.trim_end();
    let (street, number) = before.rsplit_once(' ')?;
    let is_number = number.len() <= 5 && number.starts_with(|c: char| c.is_ascii_digit());
    let is_street =
        is_number && street.split([' ', '(']).next_back().is_some_and(|word| word.starts_with(char::is_uppercase));
    (is_street || ends_street(before)).then_some(name)
}

/// Whether `before` ends with how far away the town is that follows: `an hour's drive from`, `40 km nördlich von`.
fn is_distance(before: &str) -> bool {
    const FROM: [&str; 13] =
        ["from", "of", "von", "de", "da", "van", "från", "fra", "outside", "north", "south", "east", "west"];
    const MOST_WORDS: usize = 5;
    let mut words = before.split_whitespace().rev();
    words.next().is_some_and(|word| is_one_of(word, &FROM))
        && words.take(MOST_WORDS).any(|word| is_one_of(word.trim_end_matches(','), &DISTANCES))
}

/// Whether `before` ends with the other end of a span that a town closes: `de Porto a`.
fn ends_span(before: &str) -> bool {
    const FROM: [&str; 6] = ["de", "desde", "da", "du", "dal", "dalla"];
    const MOST_WORDS: usize = 4;
    let Some((before, _)) = before.trim_end().rsplit_once(' ') else { return false };
    let starts = before.rmatch_indices(' ').map(|(at, _)| at + 1).take(MOST_WORDS);
    let mut names = starts.filter(|at| places::kind(&before[*at..]).is_some());
    names.any(|at| is_one_of(word_before(before, at), &FROM))
}

/// Whether `before` ends with words for a part of the town that follows: `on the outskirts of`.
fn is_middle(before: &str) -> bool {
    const INSIDE: [&str; 12] = ["in", "on", "at", "im", "am", "au", "en", "no", "nel", "i", "em", "near"];
    let lead = PARTS.iter().find_map(|part| strip_end(before.trim_end(), part));
    lead.is_some_and(|lead| lead.split_whitespace().rev().take(2).any(|word| is_one_of(word, &INSIDE)))
}

/// Whether `before` ends with words for the nearness of the town that follows: `in close vicinity to`.
fn is_near(before: &str) -> bool {
    const NEAR: [&str; 25] = [
        "miles out of",
        "mile out of",
        "minutes out of",
        "miles from",
        "kilometres from",
        "km from",
        "kilometer von",
        "km von",
        "hill above",
        "hills above",
        "village above",
        "vicinity to",
        "vicinity of",
        "close to",
        "proximity to",
        "près de",
        "proche de",
        "cerca de",
        "perto de",
        "próximo a",
        "vicino a",
        "unweit von",
        "in de buurt van",
        "nära",
        "i nærheden af",
    ];
    NEAR.iter().any(|near| strip_end(before.trim_end(), near).is_some())
}

/// The name that `before` says to be near what follows, be it known or not: `Nowhere` of `in Nowhere, right near`.
fn near_to(before: &str) -> Option<&str> {
    const NEAR: [&str; 6] = ["near", "bei", "bij", "nabij", "nära", "nær"];
    const HOW: [&str; 7] = ["just", "right", "vlak", "gleich", "direkt", "dicht", "lige"];
    const INSIDE: [&str; 7] = ["in", "at", "à", "en", "em", "te", "i"];
    let mut rest = before.trim_end();
    rest = NEAR.iter().find_map(|near| strip_end(rest, near))?.trim_end();
    rest = HOW.iter().find_map(|how| strip_end(rest, how)).unwrap_or(rest).trim_end().strip_suffix(',')?;
    let (_, name) = INSIDE
        .iter()
        .filter_map(|inside| rest.rsplit_once(&format!(" {inside} ")))
        .min_by_key(|(_, name)| name.len())?;
    is_set_as_name(name).then_some(name)
}

/// The towns of lines that are addresses in a script without spaces: `〒123-4567 愛知県小牧市中央1-2`.
fn addresses(text: &str) -> impl Iterator<Item = Place> {
    const LONGEST: usize = 160;
    let is_ideographic_text = !text.is_ascii() && text.contains(is_ideographic);
    let lines = text.split('\n').filter(move |line| is_ideographic_text && line.len() <= LONGEST);
    let has_number = |line: &&str| line.contains(char::is_numeric);
    lines.filter(has_number).filter_map(whereabouts::leading_address)
}

/// Whether a town and its post code begin `text`, as in Britain and the States: `Leeds LS1 4AP`, `Austin, TX 78701`.
fn post_code_follows(text: &str) -> bool {
    let Some((_, length)) = place_at(text) else { return false };
    let mut behind = &text[length..];
    // "Norwich", "Norfolk" and the code may stand on lines of their own.
    if let Some((area, rest)) = behind.trim_start().split_once('\n').filter(|_| behind.starts_with([',', '\n'])) {
        let is_area = || is_set_as_name(area.trim());
        behind = if area.is_empty() || is_area() { rest } else { behind };
    }
    let is_below = behind.len() < text.len() - length;
    let mut words = behind.split([' ', ',', '\n']).filter(|word| !word.is_empty());
    let is_code = |word: &str, least: usize| {
        let has = |wanted: fn(&u8) -> bool| word.bytes().any(|b| wanted(&b));
        word.len() >= least && has(u8::is_ascii_digit) && !has(u8::is_ascii_lowercase) && word.is_ascii()
    };
    let touches = is_below || behind.starts_with([' ', '\n']);
    let (first, second) = (words.next().unwrap_or(""), words.next().unwrap_or(""));
    let second = second.trim_end_matches(|c: char| !c.is_alphanumeric());
    let is_british = is_code(first, 2)
        && first.starts_with(|c: char| c.is_ascii_uppercase())
        && second.len() == 3
        && is_code(second, 3);
    let first = first.trim_end_matches(|c: char| !c.is_alphanumeric());
    let is_american = first.len() == 5 && first.bytes().all(|b| b.is_ascii_digit());
    touches && (is_british || is_american) || begins_with_indian_code(behind.trim_start())
}
