//! What in a title is not the job's name: a place, the employer, a time, a gender marker, pay, a code.
//!
//! In goes a part of a title, out comes whether it is only put beside the name. Where to cut is decided by [`super::short`].

use std::sync::LazyLock;

use super::announcement::ANNOUNCEMENTS;
use super::names_job;
use super::short::{self, BEHIND, bare};
use crate::infer::lexicon::Lexicon;
use crate::infer::table::TITLES;
use crate::infer::words::{first_of_marks, has_figure, is_one_of, same_ignoring_case, split_at_each};
use crate::infer::{company, dates, employment_type, experience, salary, skills, status, team, whereabouts};
use crate::posting::{Place, Spot};

static ASIDES: LazyLock<Lexicon<()>> = LazyLock::new(|| TITLES.lexicon("aside"));
static COUNTED: LazyLock<Vec<&'static str>> = LazyLock::new(|| TITLES.words("count"));
static STARTS: LazyLock<Lexicon<()>> = LazyLock::new(|| TITLES.lexicon("start"));
static TARIFFS: LazyLock<Lexicon<()>> = LazyLock::new(|| TITLES.lexicon("tariff"));
static PLACES: LazyLock<Lexicon<()>> = LazyLock::new(|| TITLES.lexicon("place before"));
static DEADLINES: LazyLock<Lexicon<()>> = LazyLock::new(|| TITLES.lexicon("deadline"));
static GENDERS: LazyLock<Vec<&'static str>> = LazyLock::new(|| TITLES.words("gender"));
static DAYS: LazyLock<Vec<&'static str>> = LazyLock::new(|| TITLES.words("day"));
static HOURS: LazyLock<Vec<&'static str>> = LazyLock::new(|| TITLES.words("hours"));
/// Words for a contract that ends.
static TERMS: LazyLock<Lexicon<()>> = LazyLock::new(|| TITLES.lexicon("term"));
/// Words of codes that only the employer's files know.
pub(super) static CODES: LazyLock<Vec<&'static str>> = LazyLock::new(|| TITLES.words("code"));

/// Whether a part of a title is not the job's name: a place, the company, a time, a gender marker, pay, a code.
pub(super) fn is_aside(part: &str, employer: Option<&str>, in_brackets: bool) -> bool {
    let part = part.trim();
    let is_company = |part: &str| {
        let same = |name: &str| same_ignoring_case(name, part);
        // "Acme Careers"
        let of_page = |name: &str| {
            part.strip_prefix(name).is_some_and(|page| page.starts_with(' ') && super::is_empty(page.trim()))
        };
        // "Acme" for "Acme Ltd"
        let begins = |name: &str| {
            name.strip_prefix(part).is_some_and(|rest| rest.starts_with(' ')) && !part.split(' ').all(team::is_usual)
        };
        let same = |name: &str| same(name) || begins(name);
        employer.is_some_and(|name| same(name) || of_page(name) || name.strip_prefix("The ").is_some_and(same))
    };
    let digits = part.bytes().filter(u8::is_ascii_digit).count();
    part.is_empty()
        || is_gender(part)
        || without_hours(part).is_empty()
        || is_company(part)
        || status::status_word(part).is_some()
        || is_place_or_time(part)
        || is_working_time(part)
        || (digits >= 2 && salary::read(part).is_some_and(|pay| pay.currency.is_some()))
        || is_code(part, in_brackets)
        || is_one_of(part, &BEHIND)
        || ASIDES.exactly(part).is_some()
        || is_timed_aside(part)
        || (in_brackets && short::is_thousands(part))
        || is_count(part)
        || (in_brackets && (is_dated(part) || employment_type::is_duration(part)))
        || is_term(part)
        || is_start(part)
        || TARIFFS.is_in(part)
        || experience::in_title(part).is_some()
        || (in_brackets && (are_asides(part, employer) || is_gender_with_time(part)))
        || are_days(part)
        || ANNOUNCEMENTS.exactly(bare(part)).is_some()
        // "The Dock Hotel" for "Dock Hotel"
        || company::behind_article(part).is_some_and(is_company)
}

/// Whether a part is a list of what is put beside the name: "maternity cover, 12 months", "東京・正社員".
pub(super) fn are_asides(part: &str, company: Option<&str>) -> bool {
    const MARKS: [&str; 8] = [", ", "、", "，", "・", " · ", " | ", " - ", " – "];
    let list = split_at_each(part, &MARKS).min_by_key(first_of_marks);
    list.is_some_and(|(one, rest)| is_aside(one, company, true) && is_aside(rest, company, true))
}

pub(super) fn is_gender(part: &str) -> bool {
    let part = part.trim().to_lowercase();
    let mut pieces = part.split(['/', '|', ',', '-', ';', ' ']).filter(|piece| !piece.is_empty()).peekable();
    let several = pieces.clone().nth(1).is_some();
    GENDERS.contains(&part.as_str()) && part.len() > 1
        || (several && pieces.peek().is_some() && pieces.all(|piece| GENDERS.contains(&piece)))
}

/// "m/w/d in Teilzeit", "m, w, d, 30 Stunden".
fn is_gender_with_time(part: &str) -> bool {
    let is_marker = |word: &str| {
        let mut pieces = word.split(['/', '|', ',', ';']).filter(|piece| !piece.is_empty());
        pieces.all(|piece| GENDERS.contains(&piece.to_lowercase().as_str()))
    };
    let markers: usize = part.split(' ').take_while(|word| is_marker(word)).map(|word| word.len() + 1).sum();
    let Some(time) = part.get(markers..).filter(|_| markers > 0) else { return false };
    let time = time.strip_prefix("in ").unwrap_or(time).trim_start_matches(['-', '–', ' ']);
    let kind = without_hours(time);
    kind.len() < time.len() && kind.is_empty() || is_working_time(kind)
}

/// "Monday - Wednesday", "Fri & Sat", "Saturdays 9-12".
fn are_days(part: &str) -> bool {
    const LINKS: [&str; 19] = [
        "to",
        "and",
        "or",
        "only",
        "bis",
        "und",
        "oder",
        "nur",
        "à",
        "et",
        "ou",
        "uniquement",
        "a",
        "y",
        "e",
        "tot",
        "en",
        "am",
        "pm",
    ];
    let is_day = |word: &str| is_one_of(word, &DAYS);
    let is_hour = |word: &str| word.starts_with(|c: char| c.is_ascii_digit()) && word.len() <= "10:30am".len();
    let mut words = part.split([' ', '-', '–', '/', ',', '&', '+']).filter(|word| !word.is_empty());
    words.next().is_some_and(is_day) && words.all(|word| is_day(word) || is_hour(word) || is_one_of(word, &LINKS))
}

/// Where or how long one works; a region such as EMEA may be what the job is about, as may a kind of contract.
pub(super) fn is_place_or_time(part: &str) -> bool {
    // "Standort Berlin"
    let part = PLACES.strip(part).unwrap_or(part);
    if part.len() <= 2 || !whereabouts::may_be_line(part) || skills::canonical(part).is_some() {
        return false;
    }
    if employment_type::word(part).is_some() {
        return is_working_time(part);
    }
    let read = whereabouts::read(part);
    let settles = |place: &Place| !matches!(place.spot, Spot::Group(_));
    read.is_understood()
        && read.employment.iter().copied().all(employment_type::is_time)
        && (read.places.is_empty() || read.places.iter().any(settles))
}

/// Where a title begins to say when or where the work is, with no mark before: "ab 1. April 2031", "am Standort Ulm".
pub(super) fn at_start_or_place(title: &str) -> Option<usize> {
    let starts = STARTS.find(title).map(|((), span)| span.start).filter(|at| is_start(&title[*at..]));
    let is_placed = |part: &str| PLACES.strip(part).is_some_and(is_place_or_time);
    let places = PLACES.find(title).map(|((), span)| span.start).filter(|at| is_placed(&title[*at..]));
    starts.chain(places).next()
}

/// "Vollzeit", "temps plein".
pub(super) fn is_working_time(part: &str) -> bool {
    // "CDI temps partiel"
    let behind_term = part.split_once(' ').filter(|(term, _)| employment_type::word(term).is_some());
    let is_told = |part: &str| {
        employment_type::word(part).is_some()
            && employment_type::read(part).kinds.into_iter().any(employment_type::is_time)
    };
    is_told(part) || behind_term.is_some_and(|(_, time)| is_told(time))
}

/// Whether it is working time and what else is put beside a name: "80% permanent", "100 % fast stilling".
fn is_timed_aside(part: &str) -> bool {
    part.starts_with(|c: char| c.is_ascii_digit())
        && part
            .match_indices(' ')
            .any(|(at, _)| ASIDES.exactly(&part[at + 1..]).is_some() && without_hours(&part[..at]).is_empty())
}

/// Whether it is how long a contract lasts: "6 month contract", "CDD de 6 mois", "befristet auf 2 Jahre".
fn is_term(part: &str) -> bool {
    const BETWEEN: [&str; 12] = ["de", "d'une", "of", "for", "auf", "für", "pour", "por", "di", "per", "på", "voor"];
    let behind = TERMS.strip(part).map(|rest| {
        let rest = rest.trim_start_matches([':', ' ']);
        rest.split_once(' ').filter(|(word, _)| is_one_of(word, &BETWEEN)).map_or(rest, |(_, term)| term)
    });
    // "12-month fixed-term contract"
    let before = || part.split_once(' ').filter(|(_, kind)| are_terms(kind)).map(|(term, _)| term);
    let before =
        || before().or_else(|| Some(part.rsplit_once(' ')?).filter(|(_, kind)| are_terms(kind)).map(|(term, _)| term));
    behind.or_else(before).is_some_and(employment_type::is_duration)
}

/// Whether it is made of words for a contract that ends: "fixed-term contract".
fn are_terms(text: &str) -> bool {
    TERMS.exactly(text).is_some()
        || TERMS.strip(text).is_some_and(|rest| !rest.trim().is_empty() && TERMS.exactly(rest.trim()).is_some())
}

/// Whether it is when the work begins: "from May", "starting May 2031", "ab November oder nach Vereinbarung", "May start".
fn is_start(part: &str) -> bool {
    let behind = STARTS.strip(part).map(|rest| rest.trim_start_matches([':', ' ']));
    let before = part.strip_suffix(" start").or_else(|| part.strip_suffix(" Start"));
    behind.or(before).is_some_and(|day| dates::begins_with_month(day) || dates::begins_with_date(day))
}

/// "2 positions", "x2", "3名".
pub(super) fn is_count(part: &str) -> bool {
    let digits = part.bytes().filter(u8::is_ascii_digit).count();
    let unit = part.trim_matches(|c: char| c.is_ascii_digit() || c == ' ');
    (1..=2).contains(&digits) && COUNTED.contains(&unit.to_lowercase().as_str())
}

/// "Posted January 7, 2016".
pub(super) fn is_dated(part: &str) -> bool {
    let behind_word = part.split_once(' ').map_or("", |(_, rest)| rest);
    [part, behind_word].iter().any(|text| dates::read(text).is_ok() || dates::is_month(text)) || is_span_of_days(part)
}

/// "5/17 ~ 6/4", "1.3. – 31.5."
fn is_span_of_days(part: &str) -> bool {
    let is_day = |day: &str| {
        let mut numbers = day.trim().trim_end_matches('.').split(['/', '.']);
        let mut is_number =
            || numbers.next().is_some_and(|n| (1..=4).contains(&n.len()) && n.bytes().all(|b| b.is_ascii_digit()));
        is_number() && is_number()
    };
    part.split_once(['~', '～', '〜', '–', '-']).is_some_and(|(first, last)| is_day(first) && is_day(last))
}

/// "deadline 26 January", "apply by March 1, 2026".
pub(super) fn is_deadline(part: &str) -> bool {
    DEADLINES.strip(part.trim()).is_some_and(|day| is_dated(day.trim_start_matches([':', ' '])))
}

/// A sentence behind the name that says why one should come.
pub(super) fn is_slogan(part: &str) -> bool {
    const FEWEST_WORDS: usize = 7;
    part.split(' ').nth(FEWEST_WORDS - 1).is_some() && !names_job(part)
}

/// Whether it is a code that only the employer's files know: "#4711", "Ref HULL-47".
pub(super) fn is_code(part: &str, in_brackets: bool) -> bool {
    let digits = part.bytes().filter(u8::is_ascii_digit).count();
    let letters = part.trim_end_matches(|c: char| c.is_ascii_digit() || "-_/.: #".contains(c));
    (in_brackets && digits >= 3 && part.bytes().all(|b| b.is_ascii_digit() || b == b'-' || b == b'#'))
        || (digits >= 2 && part.starts_with('#') && letters.is_empty())
        // "R-10477"
        || (digits >= 4 && (1..=4).contains(&letters.len()) && letters.bytes().all(|b| b.is_ascii_uppercase() || b == b'-'))
        || (digits >= 2 && is_one_of(letters.trim_end_matches(['.', ':', '-', ' ']), &CODES))
        // "Ref HULL-47"
        || part.rsplit_once(' ').is_some_and(|(of, code)| {
            digits >= 2 && is_one_of(of.trim_end_matches([':', '.']), &CODES) && !code.contains(char::is_lowercase)
        })
}

/// `text` without a length of working time at its end: `32 - 40 uur p/w`, `80–100%`.
pub(super) fn without_hours(text: &str) -> &str {
    // "24 to 32 hours"
    const LINKS: [&str; 9] = ["to", "or", "bis", "oder", "à", "ou", "tot", "till", "til"];
    let is_figure =
        |word: &str| word.chars().all(|c| c.is_ascii_digit() || "-–—.,/%".contains(c)) || LINKS.contains(&word);
    // "20h/week", "80%–100%"
    let has_unit = |word: &str| {
        let unit = word.trim_start_matches(|c: char| c.is_ascii_digit() || "-–—.,%".contains(c));
        is_one_of(unit, &HOURS)
            || (unit.is_empty() && word.ends_with('%'))
            || unit.split_once('/').is_some_and(|(hours, time)| is_one_of(hours, &HOURS) && is_one_of(time, &HOURS))
    };
    let mut start = text.len();
    for word in text.rsplit(' ').take_while(|word| is_figure(word) || has_unit(word)) {
        start = (start - word.len()).saturating_sub(1);
    }
    let time = &text[start..];
    let is_time = has_figure(time) && time.split(' ').any(has_unit);
    if is_time { without_with(text[..start].trim_end_matches([' ', '-', '–', '—', ',', '|', '/'])) } else { text }
}

/// `text` without what its end joined to a time that is gone: "Schweißer mit", "Soudeur à".
fn without_with(text: &str) -> &str {
    const WITH: [&str; 13] = [
        " mit",
        " zu",
        " bis zu",
        " im Umfang von",
        " with",
        " for",
        " up to",
        " avec",
        " à",
        " con",
        " com",
        " met",
        " voor",
    ];
    let words = WITH.iter().filter(|words| text.ends_with(**words)).max_by_key(|words| words.len());
    words.map_or(text, |words| without_with(&text[..text.len() - words.len()]))
}
