//! A day, as people write it.
//!
//! In goes a text, out comes a civil date or why there is none. A day and month that can be read both ways round are
//! never guessed (F3), but another date beside may tell, or the language. Times and offsets are dropped: the date is the
//! one written.

mod lone;
mod sentences;

pub(super) use self::sentences::{Known, in_body};

use std::sync::LazyLock;

use jiff::civil::Date;

use super::lexicon::Lexicon;
use super::table::MONTHS;
use super::words::{figures_in, is_one_of, is_placeholder, strip_end};
use crate::posting::Country;
use crate::source::floor_char_boundary;

/// Why a text is no date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum NoDate {
    /// It says that there is none: `TBD`, `rolling`.
    Absent,
    /// Day and month could be either way round.
    Ambiguous,
    /// It looks like a date, but the calendar has no such day.
    Impossible,
    /// No date at all.
    Unreadable,
}

/// Which of day and month stands first in figures.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Order {
    DayFirst,
    MonthFirst,
}

/// The names of months, and of the first day.
static NAMES: LazyLock<Lexicon<Part>> = LazyLock::new(|| {
    let months = MONTHS.rows_of("").filter_map(|row| Some((Part::Month(row.name.parse().ok()?), row)));
    let days = MONTHS.rows_of("day").filter_map(|row| Some((Part::Day(row.name.parse().ok()?), row)));
    Lexicon::new(months.chain(days).flat_map(|(part, row)| row.aliases().map(move |name| (name, part))))
});

/// What stands before a month whose last day is meant.
static ENDS: LazyLock<Vec<&str>> = LazyLock::new(|| MONTHS.words("end of month"));

/// Reads a date, with or without a time after it.
pub(super) fn read(text: &str) -> Result<Date, NoDate> {
    read_as(text, |text| leading(None, text))
}

/// Reads the value of a field, where other dates may have told the order. A weekday and a time may stand before the date:
/// `12 noon, Friday 1 March 2024`.
pub(super) fn read_in(order: Option<Order>, text: &str) -> Result<Date, NoDate> {
    const LONGEST_LEAD: usize = 48;
    read_as(text, |text| {
        let near = floor_char_boundary(text, text.len().min(LONGEST_LEAD));
        let mut later = word_starts(text, 0, near).skip(1);
        leading(order, text).or_else(|| later.find_map(|at| leading(order, &text[at..])))
    })
}

/// The same of a last day, which may lack its year where the first day is known.
pub(super) fn read_last(order: Option<Order>, since: Option<Date>, text: &str) -> Result<Date, NoDate> {
    match read_in(order, text) {
        Err(NoDate::Unreadable) => {
            let mut starts = word_starts(text, 0, text.len());
            let day = since.and_then(|since| next(since, starts.find_map(|at| day_of_year(&text[at..]))?));
            day.ok_or(NoDate::Unreadable)
        }
        read => read,
    }
}

fn read_as(text: &str, read: impl Fn(&str) -> Option<Result<Date, NoDate>>) -> Result<Date, NoDate> {
    let text = text.trim();
    if says_none(text) {
        return Err(NoDate::Absent);
    }
    read(text).unwrap_or(Err(NoDate::Unreadable))
}

/// The order that all who write a language use, by its ISO 639-1 code; those who write English have two.
pub(super) fn order_in(language: &str) -> Option<Order> {
    (!matches!(language, "en" | "zh" | "ja" | "ko" | "hu" | "lt")).then_some(Order::DayFirst)
}

/// The order that is usual in a country; `None` where both are, or the year stands first.
pub(super) fn order_of(country: Country) -> Option<Order> {
    match country.code() {
        "US" => Some(Order::MonthFirst),
        "CA" | "PH" | "CN" | "JP" | "KR" | "TW" | "HU" | "LT" => None,
        _ => Some(Order::DayFirst),
    }
}

/// The order that is usual where people are paid in a currency, by its ISO 4217 code: day first where they are in pounds.
pub(super) fn order_paid_in(currency: &str) -> Option<Order> {
    const DAY_FIRST: [&str; 9] = ["GBP", "EUR", "CHF", "AUD", "NZD", "INR", "SGD", "BRL", "PLN"];
    DAY_FIRST.contains(&currency).then_some(Order::DayFirst)
}

/// The order that dates at the beginnings of `texts` have in which it can be told: `13/4/2024`. `None` where none tells, or
/// two differ.
pub(super) fn order<'a>(texts: impl Iterator<Item = &'a str>) -> Option<Order> {
    let mut told = texts.filter_map(|text| {
        let parts: Vec<&str> = figures(text.trim_start()).split(['/', '-']).collect();
        let [first, second, year] = parts[..] else { return None };
        let number = |part: &str| part.parse::<u8>().ok().filter(|_| year.len() == 4);
        match (number(first)?, number(second)?) {
            (13..=31, 1..=12) => Some(Order::DayFirst),
            (1..=12, 13..=31) => Some(Order::MonthFirst),
            _ => None,
        }
    });
    let first = told.next()?;
    told.all(|order| order == first).then_some(first)
}

/// The date that a file's name begins with: `2016-05-27-`, and what follows it.
pub(super) fn prefix(name: &str) -> Option<(Date, &str)> {
    let head = name.get(..10)?;
    let rest = name[10..].strip_prefix(['-', '_', ' ', '.'])?;
    let well_formed = head
        .bytes()
        .enumerate()
        .all(|(at, b)| if at == 4 || at == 7 { b == b'-' || b == b'_' } else { b.is_ascii_digit() });
    if !well_formed {
        return None;
    }
    let date = Date::new(head[..4].parse().ok()?, head[5..7].parse().ok()?, head[8..].parse().ok()?).ok()?;
    Some((date, rest))
}

fn says_none(text: &str) -> bool {
    const OPEN: &[&str] = &[
        "rolling",
        "ongoing",
        "open",
        "asap",
        "until filled",
        "open until filled",
        "as soon as possible",
        "ab sofort",
        "laufend",
        "never",
        "flexible",
        "immediately",
    ];
    is_placeholder(text) || is_one_of(text, OPEN)
}

/// The figures and marks that `text` begins with: `02.09.2026` of `02.09.2026, noon`.
fn figures(text: &str) -> &str {
    let end = text.find(|c: char| !(c.is_ascii_digit() || "./-".contains(c))).unwrap_or(text.len());
    text[..end].trim_end_matches(['.', '/', '-'])
}

/// A year of four figures, or of one of the eras that are counted in East Asia: `令和6`, `民國113`.
fn year(text: &str) -> Option<i64> {
    const ERAS: [(&str, i64); 3] = [("令和", 2018), ("民國", 1911), ("民国", 1911)];
    let number = |text: &str| text.bytes().all(|b| b.is_ascii_digit()).then(|| text.parse().ok())?;
    let in_era = || ERAS.iter().find_map(|(era, before)| Some(before + number(text.strip_prefix(era)?.trim())?));
    if text.len() == 4 { number(text) } else { in_era() }
}

/// `2024-03-01`, `2024/3/1`, `2024年3月1日`, `令和6年3月1日`, whatever follows.
fn year_first(text: &str) -> Option<(i64, i64, i64)> {
    const LONGEST: usize = 48;
    let text = &text[..floor_char_boundary(text, LONGEST)];
    let ideographic = || text.split(['年', '月', '日', '년', '월', '일']).map(str::trim);
    let parts: Vec<&str> = match figures(text).split(['-', '/', '.']).collect::<Vec<_>>() {
        parts if parts.len() == 3 => parts,
        _ if text.contains(['年', '년']) && text.contains(['日', '일']) => ideographic().take(3).collect(),
        _ => return None,
    };
    let number = |text: &str| text.bytes().all(|b| b.is_ascii_digit()).then(|| text.parse().ok())?;
    let [year, month, day] = parts[..] else { return None };
    if month.len() > 2 || day.len() > 2 {
        return None;
    }
    Some((self::year(year)?, number(month)?, number(day)?))
}

/// `2. 9. 2026`, as the Czechs and many Germans write it, and `2026. 9. 2.`, as the Koreans do.
fn spaced(text: &str) -> Option<(i64, i64, i64)> {
    let is_figures = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let mut parts = text.splitn(3, ". ");
    let (first, second, rest) = (parts.next()?, parts.next()?, parts.next()?);
    let third = &rest[..rest.bytes().take_while(u8::is_ascii_digit).count()];
    if ![first, second, third].into_iter().all(is_figures) || second.len() > 2 {
        return None;
    }
    let numbers = (first.parse().ok()?, second.parse().ok()?, third.parse().ok()?);
    match (first.len(), third.len(), numbers) {
        (4, 1 | 2, (year, month, day)) | (1 | 2, 4, (day, month, year)) => Some((year, month, day)),
        _ => None,
    }
}

/// `02.09.2026` and `02.09.26`, which are day first wherever they are used, `13/4/2024` and `13/4/24`, where the figures have to tell.
fn numeric(order: Option<Order>, text: &str) -> Option<Result<Date, NoDate>> {
    let head = figures(text);
    let separator = head.chars().find(|c| !c.is_ascii_digit())?;
    let parts: Vec<&str> = head.split(separator).collect();
    let [first, second, year] = parts[..] else { return None };
    let number = |part: &str| part.parse::<i64>().ok().filter(|_| part.len() <= 4);
    let (first, second) = (number(first)?, number(second)?);
    let year = match (number(year)?, year.len()) {
        (short, 2) if matches!(separator, '.' | '/') => 2000 + short,
        (year, 4) => year,
        _ => return None,
    };
    Some(match (first, second) {
        _ if separator == '.' => date((year, second, first)),
        (day, month) if day == month || day > 12 => date((year, month, day)),
        (month, day) if day > 12 => date((year, month, day)),
        (first, second) => match order {
            Some(Order::DayFirst) => date((year, second, first)),
            Some(Order::MonthFirst) => date((year, first, second)),
            None => Err(NoDate::Ambiguous),
        },
    })
}

/// A part of a date in words.
#[derive(Debug, Clone, Copy)]
enum Part {
    Day(i64),
    Month(i64),
    Year(i64),
}

/// Whether all of `text` is a month of a year: `Nov. 2024`, `2024-11`.
pub(super) fn is_month(text: &str) -> bool {
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let parts: Option<Vec<Part>> = words.map(part).collect();
    matches!(
        parts.as_deref(),
        Some([Part::Month(_), Part::Year(_)] | [Part::Year(_), Part::Month(_) | Part::Day(1..=12)])
    )
}

/// Words that stand between the parts of a date.
const SMALL: [&str; 8] = ["of", "the", "de", "del", "do", "den", "th", "d"];

/// `October 29, 2021 at 9:00 am`, `29. Oktober 2021`, `29 de octubre de 2021`. Other words may stand before it, and none
/// but small ones inside.
fn in_words(text: &str) -> Option<Result<Date, NoDate>> {
    let mut parts = Vec::with_capacity(3);
    for word in text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).take(12) {
        match part(word) {
            Some(part) => parts.push(part),
            // "the twenty-first of May"
            None if is_one_of(word, &["twenty", "thirty"]) => return None,
            None if parts.is_empty() || is_one_of(word, &SMALL) => {}
            None => return None,
        }
        match parts[..] {
            [Part::Day(day), Part::Month(month), Part::Year(year)]
            | [Part::Month(month), Part::Day(day), Part::Year(year)]
            | [Part::Year(year), Part::Month(month), Part::Day(day)] => return Some(date((year, month, day))),
            [_, _, _, ..] => return None,
            _ => {}
        }
    }
    None
}

/// Whether a date without its year may stand in a text: figures beside the name of a month, or with its mark behind them.
fn may_hold_day(text: &str) -> bool {
    let is_month = |word: &str| matches!(part(word), Some(Part::Month(_)));
    let is_telling = |word: &&str| !word.is_empty() && !is_one_of(word, &SMALL);
    figures_in(text).filter(|at| at.len() <= 2).any(|at| {
        let behind = &text[at.end..];
        let has_mark = behind.starts_with('月')
            || behind.strip_prefix('.').is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
        // "14th of March"
        let mut next =
            behind.trim_start_matches(|c: char| c.is_ascii_lowercase()).split(|c: char| !c.is_alphanumeric());
        let mut before = text[..at.start].rsplit(|c: char| !c.is_alphanumeric());
        has_mark || next.find(is_telling).is_some_and(is_month) || before.find(is_telling).is_some_and(is_month)
    })
}

/// The month and day of a date in words or with full stops that has no year: `14. Juni`, `April 17`, `4月30日`, `14.3.`
fn day_of_year(text: &str) -> Option<(i8, i8)> {
    let small = |number: i64| i8::try_from(number).ok();
    let head = figures(text);
    if let (Some((day, month)), true) = (head.split_once('.'), text[head.len()..].starts_with('.')) {
        return Some((month.parse().ok().filter(|month| (1..=12).contains(month))?, day.parse().ok()?));
    }
    if let Some((day, _)) = text[head.len()..].strip_prefix('月').and_then(|rest| rest.split_once('日')) {
        return Some((head.parse().ok()?, day.trim().parse().ok()?));
    }
    let mut parts = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let first = part(parts.next()?)?;
    let second = parts.find(|word| !is_one_of(word, &SMALL)).and_then(part)?;
    match (first, second) {
        (Part::Day(day), Part::Month(month)) | (Part::Month(month), Part::Day(day)) => {
            Some((small(month)?, small(day)?))
        }
        _ => None,
    }
}

/// The last day of the month that begins at `at`, behind words for its end: `the end of May 2026`.
fn end_of_month(text: &str, at: usize) -> Option<Date> {
    let mut words = text[at..].split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let Some(Part::Month(month)) = words.next().and_then(part) else { return None };
    let Some(Part::Year(year)) = words.next().and_then(part) else { return None };
    let before = text[..at].trim_end();
    let is_end = ENDS.iter().any(|end| strip_end(before, end).is_some());
    let first = is_end.then(|| date((year, month, 1)))?;
    first.ok().map(Date::last_of_month)
}

/// The first day so called from `since` on, unless that is too far away for a posting to be open.
fn next(since: Date, (month, day): (i8, i8)) -> Option<Date> {
    const LONGEST_DAYS: i32 = 200;
    let of_year = |year: i16| Date::new(year, month, day).ok().filter(|date| *date >= since);
    let date = of_year(since.year()).or_else(|| of_year(since.year() + 1))?;
    (date.since(since).ok()?.get_days() <= LONGEST_DAYS).then_some(date)
}

fn part(word: &str) -> Option<Part> {
    let digits = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let Ok(number) = digits.parse() else {
        return NAMES.exactly(word);
    };
    match (digits.len(), &word[digits.len()..]) {
        (4, "") => Some(Part::Year(number)),
        (1 | 2, "" | "st" | "nd" | "rd" | "th" | "er" | "e") => Some(Part::Day(number)),
        _ => None,
    }
}

/// Whether `text` begins with the name of a month.
pub(super) fn begins_with_month(text: &str) -> bool {
    matches!(first_part(text), Some(Part::Month(_)))
}

/// Whether `text` begins with a date that has its year.
pub(super) fn begins_with_date(text: &str) -> bool {
    leading(None, text).is_some_and(|read| read.is_ok())
}

/// Whether `text` begins with the name of a month, or with a day in words: `first of May`.
fn begins_with_word(text: &str) -> bool {
    matches!(first_part(text), Some(Part::Month(_) | Part::Day(_)))
}

fn first_part(text: &str) -> Option<Part> {
    part(&text[..text.find(|c: char| !c.is_alphabetic()).unwrap_or(text.len())])
}

/// The date that `text` begins with.
fn leading(order: Option<Order>, text: &str) -> Option<Result<Date, NoDate>> {
    let figures = || year_first(text).or_else(|| spaced(text)).map(date);
    figures().or_else(|| numeric(order, text)).or_else(|| in_words(text))
}

/// Where words begin in `text[from..end]`; figures may follow a script without spaces.
fn word_starts(text: &str, from: usize, end: usize) -> impl Iterator<Item = usize> {
    let mut before = ' ';
    text[from..end].char_indices().filter_map(move |(at, c)| {
        let goes_on = if c.is_ascii_digit() { before.is_ascii_alphanumeric() } else { before.is_alphanumeric() };
        before = c;
        (c.is_alphanumeric() && !goes_on).then_some(from + at)
    })
}

fn date((year, month, day): (i64, i64, i64)) -> Result<Date, NoDate> {
    let parts = (i16::try_from(year), i8::try_from(month), i8::try_from(day));
    let (Ok(year), Ok(month), Ok(day)) = parts else { return Err(NoDate::Impossible) };
    // A year to keep a page in front of all others is no day that anything happens on.
    if !(1970..=2100).contains(&year) {
        return Err(NoDate::Unreadable);
    }
    Date::new(year, month, day).map_err(|_| NoDate::Impossible)
}

#[cfg(test)]
mod tests;
