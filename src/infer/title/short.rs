//! A title without what surrounds the name of the job.
//!
//! In goes a title as written and the company's name, out comes what belongs on a card: no announcement ("Vacature:"), no
//! place, company, status, working time, gender marker, pay, code or pictogram. What may be part of the name stays: "(Scala)",
//! "EMEA", "*in". Where nothing would be left, all of it stays.

use std::sync::LazyLock;

use super::words_of;
use crate::infer::words::{is_one_of, squash, strip_ornaments, strip_word};
use crate::infer::{company, employment_type, places, salary, skills, status, whereabouts};
use crate::posting::{EmploymentType, Place, Spot};

static ANNOUNCEMENTS: LazyLock<Vec<&'static str>> = LazyLock::new(|| words_of("announcement").collect());
static LABELS: LazyLock<Vec<&'static str>> = LazyLock::new(|| words_of("label").collect());
static ARTICLES: LazyLock<Vec<&'static str>> = LazyLock::new(|| words_of("article").collect());
static BEHIND: LazyLock<Vec<&'static str>> = LazyLock::new(|| words_of("behind").collect());
static HOURS: LazyLock<Vec<&'static str>> = LazyLock::new(|| words_of("hours").collect());
static CODES: LazyLock<Vec<&'static str>> = LazyLock::new(|| words_of("code").collect());
static GENDERS: LazyLock<Vec<&'static str>> = LazyLock::new(|| words_of("gender").collect());

/// Marks between a name and what is added to it.
const MARKS: [&str; 10] = [" - ", " – ", " — ", " | ", " · ", " • ", " // ", ": ", ", ", " ／ "];

/// The name of the job.
pub(in crate::infer) fn short(title: &str, company: Option<&str>) -> String {
    // Each turn takes one thing off; real titles have fewer.
    const MOST_TURNS: usize = 8;
    let mut name = squash(strip_ornaments(title)).into_owned();
    if super::is_empty(&name) {
        return name;
    }
    for _ in 0..MOST_TURNS {
        let less = without_ends(&without_brackets(without_announcement(bare(&name)), company), company).to_owned();
        let less = bare(&less);
        if less == name || less.chars().filter(|c| c.is_alphabetic()).count() < 2 {
            break;
        }
        less.clone_into(&mut name);
    }
    name
}

/// `text` without ornaments, and marks at its end.
pub(super) fn bare(text: &str) -> &str {
    strip_ornaments(strip_ornaments(text).trim_end_matches(['!', ':', '.', '?', ' ', '：', '！', ',', '-', '/', ';']))
}

/// `text` without "Vacature", "Job: ", "We are hiring a …" before it.
pub(super) fn without_announcement(text: &str) -> &str {
    let mark = |rest: &str| rest.trim_start().starts_with([':', '-', '–', '—', '|', '：', '】', ']', '/', '!']);
    let words = strip_longest(text.trim_start_matches(['[', '【']), &ANNOUNCEMENTS);
    let found = words.or_else(|| strip_longest(text.trim_start_matches('['), &LABELS).filter(|rest| mark(rest)));
    let Some(rest) = found.filter(|rest| !rest.is_empty()) else { return text };
    let has_mark = mark(rest);
    let rest = rest.trim_start_matches([':', '-', '–', '—', '|', '：', '】', ']', '/', '!', ' ', '*']);
    let name = std::iter::successors(without_article(rest), |rest| without_article(rest)).last();
    // "Now hiring teams" is no announcement of teams.
    let begins_name = has_mark || rest.starts_with(|c: char| c.is_uppercase() || !c.is_ascii());
    name.unwrap_or(if begins_name { rest } else { text })
}

fn without_article(text: &str) -> Option<&str> {
    strip_longest(text, &ARTICLES).filter(|name| !name.is_empty())
}

/// `text` behind the longest of `words` that it begins with.
fn strip_longest<'a>(text: &'a str, words: &[&str]) -> Option<&'a str> {
    words.iter().filter_map(|word| strip_word(text, word)).min_by_key(|rest| rest.len())
}

/// `text` without brackets that hold an aside; those that touch a word belong to it.
fn without_brackets(text: &str, company: Option<&str>) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(open) = rest.find(['(', '[', '（', '【']) {
        let inside = &rest[open..].trim_start_matches(['(', '[', '（', '【']);
        let Some(close) = inside.find([')', ']', '）', '】']) else { break };
        let width = |text: &str| text.chars().next().map_or(0, char::len_utf8);
        let start = rest.len() - inside.len();
        let end = start + close + width(&inside[close..]);
        let touches = rest[..open].ends_with(char::is_alphanumeric) && rest[open..].starts_with(['(', '[']);
        let aside = !touches && is_aside(&inside[..close], company, true);
        kept.push_str(&rest[..if aside { open } else { end }]);
        rest = &rest[end..];
    }
    kept.push_str(rest);
    squash(&kept).replace(" ,", ",")
}

/// `text` without an aside at its end or its beginning.
fn without_ends<'a>(text: &'a str, company: Option<&str>) -> &'a str {
    let timed = without_hours(text);
    if timed.len() < text.len() {
        return timed;
    }
    for word in BEHIND.iter() {
        let end = text.len().saturating_sub(word.len());
        let parted = text.is_char_boundary(end) && (text[..end].ends_with(' ') || !word.is_ascii());
        if end > 0 && parted && text[end..].to_lowercase() == *word {
            return bare(&text[..end]);
        }
    }
    if let Some(at) = company::in_title(text).and_then(|name| text.rfind(&name)) {
        // The mark between is one word.
        return text[..at].trim_end().rsplit_once(' ').map_or(text, |(name, _)| name);
    }
    let last = MARKS.iter().filter_map(|mark| Some((text.rfind(mark)?, mark.len()))).max();
    if let Some((at, _)) = last.filter(|(at, mark)| is_aside(&text[at + mark..], company, false)) {
        return &text[..at];
    }
    let first = MARKS[..8].iter().filter_map(|mark| Some((text.find(mark)?, mark.len()))).min();
    if let Some((at, mark)) = first.filter(|(at, _)| is_aside(&text[..*at], company, false)) {
        return &text[at + mark..];
    }
    without_last_words(text)
}

/// `text` without a gender marker or "in Berlin" that no mark parts from it.
fn without_last_words(text: &str) -> &str {
    let Some((before, last)) = text.rsplit_once(' ') else { return text };
    if last.contains(['/', '|']) && is_gender(last) {
        return before;
    }
    // A place counts behind "in", or behind working time.
    for words in 1..=2 {
        let Some((at, _)) = text.rmatch_indices(' ').nth(words - 1) else { break };
        let (before, place) = (&text[..at], &text[at + 1..]);
        if place.len() > 3 && places::find(place).is_some() && skills::canonical(place).is_none() {
            let connected = [" in", " à", " en", " te", " em"].iter().find_map(|word| before.strip_suffix(word));
            if let Some(name) = connected {
                return name;
            }
            let timed = without_hours(before);
            if timed.len() < before.len() {
                return timed;
            }
        }
    }
    text
}

/// `text` without a length of working time at its end: `32 - 40 uur p/w`, `80–100%`.
fn without_hours(text: &str) -> &str {
    let is_figure = |word: &str| word.chars().all(|c| c.is_ascii_digit() || "-–—.,/%".contains(c));
    let has_unit = |word: &str| {
        let unit = word.trim_start_matches(|c: char| c.is_ascii_digit() || "-–—.,".contains(c));
        is_one_of(unit, &HOURS)
    };
    let mut start = text.len();
    for word in text.rsplit(' ').take_while(|word| is_figure(word) || has_unit(word)) {
        start = (start - word.len()).saturating_sub(1);
    }
    let time = &text[start..];
    let is_time = time.bytes().any(|b| b.is_ascii_digit()) && time.split(' ').any(has_unit);
    if is_time { text[..start].trim_end_matches([' ', '-', '–', '—', ',', '|', '/']) } else { text }
}

/// Whether a part of a title is not the job's name: a place, the company, a time, a gender marker, pay, a code.
fn is_aside(part: &str, company: Option<&str>, in_brackets: bool) -> bool {
    let part = part.trim();
    let is_company = || {
        let same = |name: &str| name.to_lowercase() == part.to_lowercase();
        company.is_some_and(|name| same(name) || name.strip_prefix("The ").is_some_and(same))
    };
    let digits = part.bytes().filter(u8::is_ascii_digit).count();
    part.is_empty()
        || is_gender(part)
        || without_hours(part).is_empty()
        || is_company()
        || status::status_word(part).is_some()
        || is_place_or_time(part)
        || (digits >= 2 && salary::read(part).is_some_and(|pay| pay.currency.is_some()))
        || is_code(part, in_brackets)
        || is_one_of(part, &BEHIND)
        || ANNOUNCEMENTS.iter().any(|words| words.eq_ignore_ascii_case(bare(part)))
}

fn is_gender(part: &str) -> bool {
    let part = part.trim().to_lowercase();
    let mut pieces = part.split(['/', '|', ',', '-', ';', ' ']).filter(|piece| !piece.is_empty()).peekable();
    let several = pieces.clone().nth(1).is_some();
    GENDERS.contains(&part.as_str()) && part.len() > 1
        || (several && pieces.peek().is_some() && pieces.all(|piece| GENDERS.contains(&piece)))
}

/// Where or how long one works; a region such as EMEA may be what the job is about, as may a kind of contract.
fn is_place_or_time(part: &str) -> bool {
    let is_time = |kind: &EmploymentType| matches!(kind, EmploymentType::FullTime | EmploymentType::PartTime);
    if part.len() <= 2 || !whereabouts::may_be_line(part) || skills::canonical(part).is_some() {
        return false;
    }
    if employment_type::word(part).is_some() {
        return employment_type::read(part).kinds.iter().any(is_time);
    }
    let read = whereabouts::read(part);
    let settles = |place: &Place| !matches!(place.spot, Spot::Group(_));
    read.is_understood()
        && read.employment.iter().all(is_time)
        && (read.places.is_empty() || read.places.iter().any(settles))
}

fn is_code(part: &str, in_brackets: bool) -> bool {
    let digits = part.bytes().filter(u8::is_ascii_digit).count();
    let letters = part.trim_end_matches(|c: char| c.is_ascii_digit() || "-_/.: #".contains(c));
    (in_brackets && digits >= 3 && part.bytes().all(|b| b.is_ascii_digit() || b == b'-' || b == b'#'))
        || (digits >= 2 && part.starts_with('#') && letters.is_empty())
        || (digits >= 2 && is_one_of(letters.trim_end_matches(['.', ':', '-', ' ']), &CODES))
}
