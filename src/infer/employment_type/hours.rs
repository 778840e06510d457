//! Working time in figures: a share of full time, as the Swiss write it, or hours a week.
//!
//! In goes a short text, out come the kinds that the figures amount to. Figures that may count something else are none.

use std::ops::RangeInclusive;
use std::sync::LazyLock;

use crate::infer::table::CUES;
use crate::infer::words::{figures_in, has_one_of, is_one_of, split_at_each, word_after, word_before};
use crate::posting::EmploymentType::{self, FullTime, PartTime};
use crate::source::floor_char_boundary;

/// Tenths of hours a week from which on work is full-time, as most statistics have it.
const FULL: u32 = 350;
/// The same for hours a month.
const FULL_MONTH: u32 = 1500;

/// What a time of work is counted in: `hours`; `t`, which is tons as well, counts beside a week alone.
static UNITS: LazyLock<Vec<&str>> = LazyLock::new(|| longest_first("hours unit"));
/// What says that hours are a week's, or a month's, the longest first.
static WEEKS: LazyLock<Vec<&str>> = LazyLock::new(|| longest_first("hours week"));
static MONTHS: LazyLock<Vec<&str>> = LazyLock::new(|| longest_first("hours month"));

fn longest_first(section: &str) -> Vec<&'static str> {
    let mut words = CUES.words(section);
    words.sort_by_key(|word| std::cmp::Reverse(word.len()));
    words
}

/// What full time is called where shares of it are counted.
pub(super) const EQUIVALENTS: [&str; 7] =
    ["FTE", "fte", "VZÄ", "ETP", "VTE", "full time equivalent", "full-time equivalent"];

/// `80–100%`: full and part time; `50–80%`: part time; `100%`: full time. Steps of five per cent only, so that growth
/// and quotas in a title are not taken for it.
pub(super) fn of_share(text: &str) -> Option<Vec<EmploymentType>> {
    const WORKS: [&str; 7] = ["position", "stelle", "pensum", "workload", "job", "poste", "anstellung"];
    const OF_OTHERS: [&str; 16] = [
        "travel",
        "travelling",
        "bonus",
        "commission",
        "equity",
        "match",
        "discount",
        "savings",
        "growth",
        "reisen",
        "reisetätigkeit",
        "reiseanteil",
        "déplacements",
        "viajes",
        "viagens",
        "reizen",
    ];
    let sign = text.find('%').filter(|_| !has_one_of(text, &OF_OTHERS))?;
    // "60 bis 100%"
    let is_between = |word: &&&str| {
        text[..sign].split_once(**word).is_some_and(|(low, _)| low.ends_with(|c: char| c.is_ascii_digit() || c == '%'))
    };
    let joined = [" bis ", " to ", " à ", " tot "].iter().find(is_between);
    let joined = joined.map(|word| text.replacen(word, "-", 1));
    let text = joined.as_deref().unwrap_or(text);
    let sign = text.find('%')?;
    let (low, first) = figures_before(&text[..sign])?;
    // `80% - 100%` has a sign for each.
    let rest = text[sign + 1..].trim_start();
    let second = rest.strip_prefix('-').and_then(|rest| rest.split_once('%')).filter(|_| low == first);
    let (high, behind) = match second.and_then(|(high, behind)| Some((tenths(high)?, behind))) {
        Some(end) => end,
        None => (first, &text[sign + 1..]),
    };
    let after = word_after(behind, 0);
    let fits = |share: u32| (200..=1000).contains(&share) && share.is_multiple_of(50);
    if !fits(low) || !fits(high) || low > high || after.to_ascii_lowercase().starts_with("remot") {
        return None;
    }
    // A lone figure may be anything ("100% cotton"), unless nothing follows it.
    if low == high && !after.is_empty() && !is_one_of(after, &WORKS) {
        return None;
    }
    Some(kinds(low, high, 1000))
}

/// `0.8 FTE`, `0.5 - 1.0 FTE`, `0.8 fte`, `0.8 VZÄ`: shares of full time as institutes write them.
pub(super) fn of_equivalents(text: &str) -> Option<Vec<EmploymentType>> {
    const BETWEEN: [&str; 6] = [" to ", " or ", " bis ", " à ", " tot ", " a "];
    let (before, behind) = split_at_each(text, &EQUIVALENTS).next()?;
    // "0.6 to 0.8 FTE"
    let low_end = split_at_each(before, &BETWEEN).last().and_then(|(low, _)| figures_before(low));
    let (low, high) = figures_before(before)?;
    let low = low_end.map_or(low, |(low, _)| low);
    let fits = |share: u32| (1..=10).contains(&share) && !behind.starts_with(char::is_alphanumeric);
    (fits(low) && fits(high) && low <= high).then(|| kinds(low, high, 10))
}

/// `0.6 to 0.8 FTE by arrangement`: the same where it begins a clause and little follows.
pub(super) fn of_leading_equivalents(clause: &str) -> Option<Vec<EmploymentType>> {
    const MOST_WORDS: usize = 3;
    let starts = clause.starts_with(|c: char| c.is_ascii_digit());
    let (_, behind) = split_at_each(clause, &EQUIVALENTS).next().filter(|_| starts)?;
    let is_short = behind.split_whitespace().nth(MOST_WORDS).is_none();
    of_equivalents(clause).filter(|_| is_short)
}

/// `E13 TV-L, 75 %`, `65% TVöD 13`: the share that stands beside the grade of a German public tariff.
pub(super) fn of_grade(sentence: &str) -> Option<Vec<EmploymentType>> {
    const TARIFFS: [&str; 6] = ["TV-L", "TVL", "TVöD", "TV-H", "TV-GU", "TVÖD"];
    const NEAR: usize = 40;
    let (at, tariff) = TARIFFS.iter().find_map(|tariff| Some((sentence.find(tariff)?, tariff)))?;
    let start = floor_char_boundary(sentence, at.saturating_sub(NEAR));
    let end = floor_char_boundary(sentence, sentence.len().min(at + tariff.len() + NEAR));
    let near = &sentence[start..end];
    let (low, high) = figures_before(near[..near.find('%')?].rsplit([',', '(', ':']).next()?)?;
    let fits = |share: u32| (200..=1000).contains(&share);
    (fits(low) && fits(high) && low <= high).then(|| kinds(low, high, 1000))
}

/// `40 hours per week`, `32 - 40 uur p/w`, `28-40h/Woche`: what the hours amount to, and whether nothing else is said.
pub(super) fn of_week(text: &str) -> Option<(Vec<EmploymentType>, bool)> {
    of_hours(text, false)
}

/// `40 hours a month`, `Der monatliche Umfang beträgt 40 Stunden`.
pub(super) fn of_month(text: &str) -> Option<(Vec<EmploymentType>, bool)> {
    of_period(text, &MONTHS, false, 100..=2000, FULL_MONTH)
}

/// `80 %`, all of it.
pub(super) fn of_bare_share(clause: &str) -> Option<Vec<EmploymentType>> {
    let is_bare = clause.ends_with('%') && !clause.contains(char::is_alphabetic);
    is_bare.then(|| of_share(&clause.replace('–', "-"))).flatten()
}

/// `32-40 uur`, `20 hours`: nothing but hours, which can only be a week's where the line is about working time.
pub(super) fn of_working_time(text: &str) -> Option<Vec<EmploymentType>> {
    // More are a week's whatever is said; 24 are a day's, unless they are a range's end.
    let is_of_day = figures(text).any(|figure| figure == "24") && (figures(text).count() == 1 || text.contains('/'));
    of_hours(text, true).filter(|(_, is_all)| *is_all && !is_of_day).map(|(kinds, _)| kinds)
}

/// `3 days a week`, `2-3 days per week`, all of it.
pub(super) fn of_days(text: &str) -> Option<Vec<EmploymentType>> {
    const DAYS: [&str; 9] = ["day", "days", "tage", "jours", "días", "dias", "dagen", "giorni", "dni"];
    let (before, behind) = text.split_at(text.rfind(|c: char| c.is_ascii_digit())? + 1);
    let mut words = behind.split_whitespace();
    let is_days = words.next().is_some_and(|word| is_one_of(word, &DAYS));
    let is_week =
        words.next().is_some_and(|word| is_one_of(word, &["a", "per", "pro", "par", "por", "je", "in", "die"]));
    let is_all = words.count() <= 1 && !before.contains(char::is_alphabetic);
    let (low, high) = figures_before(before)?;
    let fits = (10..=50).contains(&low) && (10..=50).contains(&high) && low <= high;
    (is_days && is_week && is_all && fits).then(|| kinds(low, high, 50))
}

/// `37.5 per week`, all of it: hours, where a label says that it is about working time.
pub(super) fn of_bare_week(text: &str) -> Option<Vec<EmploymentType>> {
    const WEEK: [&str; 15] = [
        "per week",
        "a week",
        "/week",
        "/ week",
        "weekly",
        "pro Woche",
        "die Woche",
        "wöchentlich",
        "par semaine",
        "por semana",
        "a la semana",
        "a settimana",
        "om ugen",
        "p/w",
        "per vecka",
    ];
    let figures = WEEK.iter().find_map(|week| text.trim().strip_suffix(week))?;
    let (low, high) = figures_before(figures).filter(|_| !figures.contains(char::is_alphabetic))?;
    ((80..=480).contains(&low) && high <= 480 && low <= high).then(|| kinds(low, high, FULL))
}

/// `CDI 30h sur cinq jours`, `een tijdelijke functie van 36 uur`: hours of a contract are a week's.
pub(super) fn of_contract(text: &str) -> Option<Vec<EmploymentType>> {
    of_named_contract(text).or_else(|| of_noun(text))
}

/// `a contract of 40 hours`, where nothing follows in the clause.
fn of_noun(text: &str) -> Option<Vec<EmploymentType>> {
    const NOUNS: [&str; 19] = [
        "contract",
        "contrat",
        "contrato",
        "contratto",
        "vertrag",
        "arbeitsvertrag",
        "kontrakt",
        "functie",
        "baan",
        "dienstverband",
        "aanstelling",
        "stelle",
        "position",
        "role",
        "poste",
        "puesto",
        "stilling",
        "tjänst",
        "job",
    ];
    const OF: [&str; 12] = ["of", "for", "van", "voor", "de", "di", "da", "über", "von", "mit", "på", "à"];
    figures_in(text).find_map(|run| {
        let before = text[..run.start].strip_suffix(' ')?.trim_end();
        let of = word_before(before, before.len());
        let noun = word_before(before, before.len() - of.len());
        let hours = text[run.start..].split([',', ';', '(', '.']).next()?.trim();
        (is_one_of(of, &OF) && is_one_of(noun, &NOUNS)).then(|| of_working_time(hours)).flatten()
    })
}

/// `CDI 30h sur cinq jours`: hours behind a French contract's name.
fn of_named_contract(text: &str) -> Option<Vec<EmploymentType>> {
    let (_, rest) = text.trim_start().split_once(' ').filter(|(name, _)| is_one_of(name, &["CDI", "CDD"]))?;
    let ends = [" sur ", ",", "(", ";", " +", "."].iter().filter_map(|mark| rest.find(mark)).min();
    let hours = rest[..ends.unwrap_or(rest.len())].trim_start_matches(['-', '–', ':', ' ', 'd', 'e']);
    of_working_time(hours)
}

fn figures(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_ascii_digit()).filter(|figure| !figure.is_empty())
}

fn of_hours(text: &str, is_of_week: bool) -> Option<(Vec<EmploymentType>, bool)> {
    of_period(text, &WEEKS, is_of_week, 40..=480, FULL)
}

/// What hours amount to beside one of `periods`, or without where that `is_clear`, and whether nothing else is said.
fn of_period(
    text: &str,
    periods: &[&str],
    is_clear: bool,
    fit: RangeInclusive<u32>,
    full: u32,
) -> Option<(Vec<EmploymentType>, bool)> {
    let counts = |text: &str, at: usize| {
        let behind = &text[at + 1..];
        let is_last = !behind.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '.' | ','));
        is_last && is_one_of(word_after(behind, 0), &UNITS)
    };
    // Most texts have no such figure, and cost no copy.
    text.match_indices(|c: char| c.is_ascii_digit()).find(|(at, _)| counts(text, *at))?;
    let mut lower = text.to_lowercase().replace('–', "-");
    for word in [" to ", " bis ", " tot ", " à "] {
        lower = lower.replace(word, "-");
    }
    let digit = lower.match_indices(|c: char| c.is_ascii_digit()).find(|(at, _)| counts(&lower, *at))?.0;
    let figures_end = digit + 1;
    let unit = word_after(&lower[figures_end..], 0);
    let unit_at = figures_end + lower[figures_end..].find(unit)?;
    let mut behind = lower[unit_at + unit.len()..].to_owned();
    let before = &lower[..figures_end];
    // "Umfang: monatlich 40 Stunden"; tons are no hours.
    let tells = |word: &str| behind.contains(word) || unit == word || (is_adverb(word) && before.contains(word));
    let period = periods.iter().find(|word| tells(word)).copied();
    let period = period.or_else(|| (is_clear && unit != "t").then_some(""))?;
    behind = behind.replacen(period, "", 1);
    let (low, high) = figures_before(before)?;
    let is_all = !behind.contains(char::is_alphabetic) && !before.replace('週', "").contains(char::is_alphabetic);
    (fit.contains(&low) && fit.contains(&high) && low <= high).then(|| (kinds(low, high, full), is_all))
}

/// Whether a word for a week or a month may stand before the hours.
fn is_adverb(period: &str) -> bool {
    is_one_of(period, &["週", "monatliche", "monatlich", "monthly", "mensuelles", "mensuales", "mensais", "mensili"])
}

fn kinds(low: u32, high: u32, full: u32) -> Vec<EmploymentType> {
    match (low >= full, high >= full) {
        (true, _) => vec![FullTime],
        (false, true) => vec![FullTime, PartTime],
        (false, false) => vec![PartTime],
    }
}

/// The range of figures that `before` ends with, in tenths: `80 - 100`, `37.5`.
fn figures_before(before: &str) -> Option<(u32, u32)> {
    let before = before.trim_end();
    let of_range = |c: char| c.is_ascii_digit() || matches!(c, '-' | ' ' | '.' | ',');
    let start = before.char_indices().rev().take_while(|(_, c)| of_range(*c)).last()?.0;
    let mut ends = before[start..].trim_start_matches(|c: char| !c.is_ascii_digit()).split('-');
    let low = tenths(ends.next()?)?;
    let high = ends.next().map_or(Some(low), tenths)?;
    ends.next().is_none().then_some((low, high))
}

/// `37.5` and `37,5` as 375.
fn tenths(figure: &str) -> Option<u32> {
    let (whole, fraction) = figure.trim().split_once(['.', ',']).unwrap_or((figure.trim(), "0"));
    let fraction = fraction.get(..1)?.parse::<u32>().ok()?;
    Some(whole.parse::<u16>().ok().map(u32::from)? * 10 + fraction)
}
