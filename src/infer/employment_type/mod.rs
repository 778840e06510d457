//! How one is employed.
//!
//! In goes a short value ("Full-time, permanent"), a title or the text, out come schema.org's kinds. Words in short
//! values are `data/employment.txt`, phrases of titles and sentences `data/cues.txt`. "Permanent" names no kind, since
//! schema.org's kinds are about hours and relations, not about how long they last.

mod hours;
mod prose;
mod role;
mod term;
#[cfg(test)]
mod tests;
mod time;

use std::sync::LazyLock;

pub(super) use self::prose::in_body;

use super::lexicon::Lexicon;
use super::places;
use super::table::{CUES, EMPLOYMENT};
use super::words::{has_figure, is_ideographic, is_one_of, split_at_each, squash};
use crate::posting::{Country, EmploymentType};

static WORDS: LazyLock<Lexicon<Word>> = LazyLock::new(|| {
    EMPLOYMENT.lexicon_of(|section| match section {
        "none" => Some(Word::Neutral),
        code => kind(code).map(Word::Kind),
    })
});
/// Phrases of titles; `None` is one in which a shorter one means nothing.
static TITLES: LazyLock<Lexicon<Option<EmploymentType>>> =
    LazyLock::new(|| CUES.lexicon_of(|section| section.strip_prefix("title ").map(kind)));

/// Units of a length of time that employment may have: `months`.
static UNITS: LazyLock<Lexicon<()>> = LazyLock::new(|| CUES.lexicon("term unit"));
/// Numbers in words.
static NUMBERS: LazyLock<Lexicon<()>> =
    LazyLock::new(|| CUES.lexicon_of(|section| section.starts_with("number ").then_some(())));

/// A word about employment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Word {
    /// It names a kind.
    Kind(EmploymentType),
    /// It is of the same family, and names none: `permanent`.
    Neutral,
}

/// What a short value says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Employment {
    /// The kinds it names, each once, in its order.
    pub kinds: Vec<EmploymentType>,
    /// Whether all of it was understood.
    pub understood: bool,
}

impl Employment {
    /// The kinds, where all was understood and any is named.
    pub(super) fn told(self) -> Option<Vec<EmploymentType>> {
        (self.understood && !self.kinds.is_empty()).then_some(self.kinds)
    }

    fn add(&mut self, kinds: impl IntoIterator<Item = EmploymentType>) {
        for kind in kinds {
            if !self.kinds.contains(&kind) {
                self.kinds.push(kind);
            }
        }
    }
}

/// Reads a value such as `FULL_TIME`, `Vollzeit oder Teilzeit`, `Full-time (40 h)` or `32-40 hours per week`.
pub(super) fn read(text: &str) -> Employment {
    let text = with_signs(with_points(squash(text).replace(['–', '—'], "-")));
    let mut employment = Employment { kinds: Vec::new(), understood: true };
    let week = |text: &str| hours::of_week(text).filter(|(_, is_all)| *is_all).map(|(kinds, _)| kinds);
    // "Mathematics, at least 70%" is about something else.
    let share = |text: &str| hours::of_share(text).filter(|_| is_about_share(text));
    let equivalents = |text: &str| hours::of_equivalents(text).filter(|_| ends_with_equivalent(text));
    let (before, bracket) = text.split_once(['(', '[', '（']).unwrap_or((&text, ""));
    // "Part-time (from 20 h) or full-time"
    let (inside, behind) = bracket.split_once([')', ']', '）']).unwrap_or((bracket, ""));
    let outside = format!("{}{behind}", before.trim_end());
    let figures = |text: &str| share(text).or_else(|| equivalents(text)).or_else(|| week(text));
    if let Some(kinds) = figures(&text).or_else(|| figures(outside.trim())) {
        employment.add(kinds);
        return employment;
    }
    let pieces =
        outside.split([',', '/', '|', ';', '+', '&', '•', '·', '・', '、']).flat_map(|piece| piece.split(" - "));
    for piece in pieces.flat_map(alternatives) {
        // "CDI, 39h": hours beside words about employment are a week's.
        let hours = || hours::of_working_time(piece).filter(|_| piece.len() < outside.trim().len());
        let piece_says = || words(piece).or_else(|| equivalents(piece.trim()));
        match week(piece).or_else(piece_says).or_else(hours).or_else(|| before_hours(piece)) {
            Some(kinds) => employment.add(kinds),
            None => employment.understood = false,
        }
    }
    // "Fixed-term (full-time)": what is in brackets only adds to it; "Permanent (40h)".
    let of_hours =
        || hours::of_working_time(inside).filter(|_| employment.kinds.is_empty() && !outside.trim().is_empty());
    let inside = words(inside).filter(|kinds| !kinds.is_empty()).or_else(of_hours).unwrap_or_default();
    employment.add(inside);
    employment
}

fn ends_with_equivalent(text: &str) -> bool {
    hours::EQUIVALENTS.iter().any(|word| text.ends_with(word))
}

/// `text` with points in its decimals, so that commas part what stands between them: `38,5 h`.
fn with_points(text: String) -> String {
    let is_digit = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_digit);
    let bytes = text.as_bytes();
    let is_decimal = |at: usize| at > 0 && is_digit(bytes.get(at - 1)) && is_digit(bytes.get(at + 1));
    if !text.match_indices(',').any(|(at, _)| is_decimal(at)) {
        return text;
    }
    text.char_indices().map(|(at, c)| if c == ',' && is_decimal(at) { '.' } else { c }).collect()
}

/// `text` with the sign for the word behind its figures: `80 bis 100 Prozent`.
fn with_signs(text: String) -> String {
    const WORDS: [&str; 8] =
        [" Prozent", " percent", " per cent", " procent", " prosent", " pour cent", " por ciento", " por cento"];
    let is_share = |word: &&&str| {
        text.split_once(**word).is_some_and(|(before, behind)| {
            before.ends_with(|c: char| c.is_ascii_digit()) && !behind.starts_with(char::is_alphanumeric)
        })
    };
    let word = if has_figure(&text) { WORDS.iter().find(is_share) } else { None };
    word.map(|word| text.replacen(word, "%", 1)).unwrap_or(text)
}

/// Whether nothing but a share of full time is said, or a word about employment before it: `Pensum 80–100%`.
fn is_about_share(text: &str) -> bool {
    let before = text.split(|c: char| c.is_ascii_digit()).next().unwrap_or("").trim();
    let is_short = before.split_whitespace().count() <= 1 && !before.ends_with([',', '|']);
    // "Strategy (20%)" is a part of the work.
    let is_known = || before.strip_suffix(['(', '[']).is_none_or(|kind| word(kind.trim()).is_some());
    (is_short && text.ends_with('%')) || (text.split_whitespace().count() <= 2 && is_known())
}

/// What a share of full time amounts to that is all of a text: `80 %`, `0.6 FTE`.
pub(super) fn of_share(text: &str) -> Option<Vec<EmploymentType>> {
    let is_figure = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | '-' | '–' | ' ');
    let is_lone = |word: &str| text.strip_suffix(word).is_some_and(|share| share.chars().all(is_figure));
    let is_equivalent =
        text.starts_with(|c: char| c.is_ascii_digit()) && hours::EQUIVALENTS.iter().any(|word| is_lone(word));
    if is_equivalent { hours::of_equivalents(text) } else { hours::of_bare_share(text) }
}

/// What hours amount to that are all of a text, and can only be those of the work: `22.5 hours`.
pub(super) fn of_hours(text: &str) -> Option<Vec<EmploymentType>> {
    hours::of_working_time(text)
}

/// What follows hours and tells how they are spread: `over four days`.
const SPREADS: [&str; 19] = [
    " incl",
    " over ",
    " across ",
    " with ",
    " spread ",
    " on ",
    " verteilt ",
    " an ",
    " auf ",
    " sur ",
    " répart",
    " repartid",
    " en ",
    " em ",
    " verdeeld ",
    " verspreid ",
    " op ",
    " fördelat ",
    " fordelt ",
];

/// Reads the value of a label of employment, where figures can be nothing but days or hours of work: `3 days a week`.
pub(super) fn read_labelled(text: &str) -> Employment {
    let first = text.split([',', ';', '(']).next().unwrap_or(text);
    // "28 per week over four days"
    let spread = || split_at_each(first, &SPREADS).map(|(before, _)| before).min_by_key(|before| before.len());
    let figures = |text: &str| hours::of_days(text).or_else(|| hours::of_bare_week(text));
    if let Some(kinds) = figures(text).or_else(|| figures(first)).or_else(|| figures(spread()?)) {
        return Employment { kinds, understood: true };
    }
    let mut employment = read(text);
    if employment.kinds.is_empty() {
        // "Permanent, 37.5 hours including some weekends"
        let hours = |piece| split_at_each(piece, &SPREADS).next().and_then(|(hours, _)| hours::of_working_time(hours));
        employment.add(text.split([',', ';', '(']).find_map(hours).unwrap_or_default());
    }
    employment
}

/// The kind that stands before hours: `Teilzeit ab 20 Stunden`, `part-time 3 days`.
fn before_hours(piece: &str) -> Option<Vec<EmploymentType>> {
    let (first, rest) = piece.trim().split_once(' ')?;
    let is_figure = |word: &str| word.starts_with(|c: char| c.is_ascii_digit());
    let counts = rest.split(' ').take(3).any(is_figure);
    words(first).filter(|kinds| counts && !kinds.is_empty())
}

/// Words beside a kind that add nothing to it.
const TAILS: [&str; 18] = [
    "position",
    "role",
    "job",
    "employment",
    "contract",
    "employee",
    "basis",
    "commitment",
    "post",
    "appointment",
    "stelle",
    "anstellung",
    "poste",
    "puesto",
    "posto",
    "vaga",
    "functie",
    "stilling",
];

/// What one word, or words written as one, says.
pub(super) fn word(text: &str) -> Option<Word> {
    let skipped = |c: &char| !matches!(c, ' ' | '-' | '_' | '.' | '‐' | '‑');
    // The longest of the words is shorter.
    if text.len() > 40 {
        return None;
    }
    let mut folded = String::with_capacity(text.len());
    folded.extend(text.trim().chars().filter(skipped));
    folded.make_ascii_lowercase();
    let plain = TAILS.iter().find_map(|tail| folded.strip_suffix(tail));
    let known = |word: &str| WORDS.exactly(word);
    known(&folded).or_else(|| plain.filter(|word| !word.is_empty()).and_then(known))
}

/// Words that stand between those that name a kind: "in Vollzeit", "befristet auf 2 Jahre".
const SMALL: [&str; 12] = ["in", "als", "as", "a", "an", "en", "im", "auf", "für", "for", "de", "of"];

/// The kinds that a run of words names, if all of them are known: `permanent full-time position`.
fn words(piece: &str) -> Option<Vec<EmploymentType>> {
    let tokens: Vec<&str> = piece.split_whitespace().collect();
    let mut kinds = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let longest = (1..=(tokens.len() - at).min(4)).rev();
        let known = longest.into_iter().find_map(|length| Some((length, word(&tokens[at..at + length].join(" "))?)));
        let is_small = at + 1 < tokens.len() && is_one_of(tokens[at], &SMALL);
        let known =
            known.or_else(|| (is_small || tokens.len() > 1 && is_tail(tokens[at])).then_some((1, Word::Neutral)));
        let (length, found) = known.or_else(|| duration(&tokens[at..]).map(|length| (length, Word::Neutral)))?;
        // "Fixed-term 6 week contract" is no work of a contractor; "Full-time, 12 month contract" ends.
        let is_noun = is_one_of(tokens[at], &["contract", "contrat", "contrato"]);
        let lasts = is_noun && (1..=at.min(2)).any(|length| duration(&tokens[at - length..at]) == Some(length));
        let is_noun = is_noun && !kinds.is_empty();
        match found {
            _ if lasts => kinds.push(EmploymentType::Temporary),
            Word::Kind(kind) if !is_noun => kinds.push(kind),
            _ => {}
        }
        at += length;
    }
    Some(kinds)
}

/// Whether all of `text` is a length of time: `2 years`.
pub(super) fn is_duration(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    duration(&words).is_some_and(|length| length == words.len())
}

/// How many words a length of time begins with: `12-month`, `6 months`, `two years`.
fn duration(words: &[&str]) -> Option<usize> {
    let (figure, unit) = words.first()?.split_once('-').unwrap_or((words[0], ""));
    let (unit, length) = if unit.is_empty() { (*words.get(1)?, 2) } else { (unit, 1) };
    let is_figure = || !figure.is_empty() && figure.bytes().all(|b| b.is_ascii_digit());
    (UNITS.exactly(unit).is_some() && (is_figure() || NUMBERS.exactly(figure).is_some())).then_some(length)
}

fn is_tail(word: &str) -> bool {
    is_one_of(word.trim_end_matches(['.', ',']), &TAILS)
}

/// What a title says: `(Internship)`, `, Part-time`, `80–100%`, `Werkstudent Marketing`. Words that are as often a part
/// of a job's name count at the ends alone: `Freelance Welder`, but `Head of Freelance Sales`.
pub(super) fn in_title(title: &str) -> Option<Vec<EmploymentType>> {
    let title = title.replace(['–', '—'], "-");
    let mut employment = Employment::default();
    let of_week = || hours::of_week(&title).map(|(kinds, _)| kinds);
    employment
        .add(hours::of_share(&title).or_else(|| hours::of_equivalents(&title)).or_else(of_week).unwrap_or_default());
    for piece in title.split(['(', ')', '[', ']', ',', '|', '/', ':']).flat_map(|piece| piece.split(" - ")) {
        if let Some(Word::Kind(kind)) = word(piece) {
            employment.add([kind]);
        }
        // "Welder 40 h"
        let hours = piece.find(|c: char| c.is_ascii_digit()).map_or("", |at| &piece[at..]);
        employment.add(hours::of_working_time(hours).unwrap_or_default());
        for (kind, span) in TITLES.find(piece) {
            let at_end = piece[..span.start].trim().is_empty() || is_end_of_title(&piece[span.end..]);
            let is_wide = piece[span.clone()].contains(is_ideographic);
            let is_plain =
                kind.is_some_and(is_time) || piece[span.clone()].to_ascii_lowercase().starts_with("internship");
            employment.add(kind.filter(|_| at_end || is_plain || is_wide));
        }
    }
    (!employment.kinds.is_empty()).then_some(employment.kinds)
}

/// Whether "intern" in a title says that somebody of the house is sought, as it does where it is no foreign word:
/// `Schweißer (intern)` in German.
pub(super) fn is_internal(title: &str, language: Option<&str>) -> bool {
    const LANGUAGES: [&str; 6] = ["de", "nl", "sv", "da", "nb", "no"];
    let is_plain = || title.split(|c: char| !c.is_alphanumeric()).any(|word| word == "intern");
    language.is_some_and(|code| LANGUAGES.contains(&code)) && is_plain()
}

/// Adds the relation that a title names, `Intern`, to kinds that but say how much one works.
pub(super) fn add_relation(stated: &mut Vec<EmploymentType>, in_title: impl FnOnce() -> Vec<EmploymentType>) {
    if stated.iter().copied().all(is_time) {
        stated.extend(in_title().into_iter().filter(|kind| !is_time(*kind)));
    }
}

/// Adds what a second line says to kinds that but say how much one works, or but on what terms: `20 hours` to `Fixed-term`.
pub(super) fn complete(stated: &mut Vec<EmploymentType>, more: impl FnOnce() -> Vec<EmploymentType>) {
    let has_time = stated.iter().copied().any(is_time);
    if !has_time || stated.iter().copied().all(is_time) {
        stated.extend(more().into_iter().filter(|kind| is_time(*kind) != has_time));
    }
}

/// Whether a kind says how much one works, rather than on what terms.
pub(super) fn is_time(kind: EmploymentType) -> bool {
    matches!(kind, EmploymentType::FullTime | EmploymentType::PartTime)
}

/// Whether nothing but a year or a place stands behind a word: `Intern 2026`, `Intern-Ulm`.
fn is_end_of_title(rest: &str) -> bool {
    const WANTED: [&str; 10] =
        ["wanted", "needed", "gesucht", "gezocht", "recherché", "recherchée", "recherchés", "sökes", "søkes", "søges"];
    let rest = rest.trim_start_matches('-').trim();
    rest.is_empty()
        || is_one_of(rest, &WANTED)
        || (rest.len() == 4 && rest.bytes().all(|b| b.is_ascii_digit()))
        || places::kind(rest).is_some()
}

/// The kinds among tags, each a tag by itself: `full-time`, `internship`, `Full-time position`.
pub(super) fn in_tags(tags: &[String]) -> Option<Vec<EmploymentType>> {
    let mut employment = Employment::default();
    for tag in tags {
        // `PT` is a country as well.
        let Some((kind, span)) = TITLES.first(tag).filter(|_| Country::of(tag).is_none()) else { continue };
        let of_time = || Some(read(tag)).filter(|read| read.understood && read.kinds.iter().copied().all(is_time));
        match of_time() {
            _ if span.len() == tag.len() => employment.add(kind),
            Some(read) if kind.is_some_and(is_time) => employment.add(read.kinds),
            _ => {}
        }
    }
    (!employment.kinds.is_empty()).then_some(employment.kinds)
}

fn kind(code: &str) -> Option<EmploymentType> {
    EmploymentType::ALL.into_iter().find(|kind| kind.code() == code)
}

fn alternatives(piece: &str) -> impl Iterator<Item = &str> {
    const JOINTS: [&str; 10] = [" or ", " and ", " und ", " oder ", " ou ", " et ", " o ", " y ", " of ", " en "];
    split_at_each(piece, &JOINTS).next().map_or([piece, ""], |(first, second)| [first, second]).into_iter()
}
