//! Working hours and spans of time zones, in lines of terms and in sentences.

use crate::infer::words::{has_figure, has_one_of, has_phrase};

/// Names of time zones, in capitals only: `pt` and `et` are words.
const ZONES: [&str; 25] = [
    "GMT", "UTC", "CET", "CEST", "EST", "EDT", "PST", "PDT", "CST", "CDT", "MST", "BST", "EET", "WET", "IST", "JST",
    "ET", "PT", "CT", "AEST", "AEDT", "SGT", "HKT", "BRT", "MEZ",
];

/// Words that may stand within a span.
const JOINTS: [&str; 14] = ["and", "to", "or", "until", "-", "–", "—", "/", "±", "+/-", "bis", "und", "à", "hours"];

fn names_zone(text: &str) -> bool {
    // Two capitals in a row are rare.
    text.as_bytes().windows(2).any(|pair| pair.iter().all(u8::is_ascii_uppercase))
        && text.split(|c: char| !c.is_ascii_alphabetic()).any(|word| ZONES.contains(&word))
}

/// Whether a line tells working hours or time zones: `GMT +3/-3`, `+/- 3 hours`, `CET ± 2h`, `UTC-5 to UTC+2`,
/// `9am–2pm PT`, `US time zones`, `overlap with US East Coast hours`.
pub(super) fn is_hours(text: &str) -> bool {
    const WORDS: [&str; 6] = ["hours", "hour", "hrs", "stunden", "heures", "horas"];
    const ZONE_WORDS: [&str; 5] = ["timezone", "timezones", "time zone", "time zones", "zeitzone"];
    // "€20–25 per hour" is pay.
    const MONEY: [char; 6] = ['$', '€', '£', '¥', '₹', '₩'];
    if text.len() > 60 || text.contains(MONEY) {
        return false;
    }
    let has = |words: &[&str]| has_one_of(text, words);
    let has_offset = text.contains(['+', '±', '-', '−', '–', '/']);
    (names_zone(text) && (has_figure(text) || has(&WORDS)))
        || (has(&WORDS) && ((has_figure(text) && has_offset) || has_phrase(text, "overlap")))
        || has(&ZONE_WORDS)
}

/// The span of hours or time zones that a text names, as written: `9am and 2pm PT`, `UTC-5 to UTC+2`. A single hour is
/// that of a meeting.
pub(in crate::infer) fn hours_in(text: &str) -> Option<&str> {
    if !has_figure(text) || !names_zone(text) {
        return None;
    }
    let mut run: Option<(usize, usize)> = None;
    let mut at = 0;
    // The word behind the last one ends the last run.
    for word in text.split_inclusive(char::is_whitespace).chain([""]) {
        let (start, end) = (at, at + word.trim_end().len());
        at += word.len();
        if belongs(word.trim_end()) {
            run = Some((run.map_or(start, |(first, _)| first), end));
        } else if let Some((first, last)) = run.take() {
            let span = without_joints(&text[first..last]);
            if is_span(span) {
                return Some(span);
            }
        }
    }
    None
}

fn bare(word: &str) -> &str {
    word.trim_matches(|c: char| matches!(c, '(' | ')' | ',' | '.' | ';' | '~'))
}

fn belongs(word: &str) -> bool {
    let word = bare(word);
    word.len() <= 12 && (has_figure(word) || names_zone(word) || JOINTS.contains(&word))
}

/// `span` without the joints and marks at its ends.
fn without_joints(mut span: &str) -> &str {
    loop {
        let inner = bare(span.trim());
        let inner = JOINTS[..8].iter().find_map(|joint| inner.strip_prefix(joint)?.strip_prefix(' ')).unwrap_or(inner);
        let inner = JOINTS[..8].iter().find_map(|joint| inner.strip_suffix(joint)?.strip_suffix(' ')).unwrap_or(inner);
        if inner == span {
            return span;
        }
        span = inner;
    }
}

/// Whether a run of words names a zone and more than one hour of it.
fn is_span(run: &str) -> bool {
    // "10 May 2026, 23:59 CEST" is the end of something.
    let is_year = |figure: &str| figure.len() == 4 && figure.starts_with("20") && !figure.ends_with("00");
    let figures = run.split(|c: char| !(c.is_ascii_digit() || c == ':'));
    let figures = figures.filter(|figure| has_figure(figure) && !is_year(figure)).count();
    names_zone(run) && (figures > 1 || (figures == 1 && run.contains(['+', '±', '−'])))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn f2_lines_of_hours_are_told_from_places() {
        for text in [
            "GMT +3/-3",
            "+/- 3 hours",
            "CET ± 2h",
            "UTC-5 to UTC+2",
            "9am–2pm PT",
            "US time zones",
            "must overlap with US East Coast hours",
        ] {
            assert!(is_hours(text), "{text}");
        }
        for text in ["Berlin", "40 hours", "PT", "Portland, ET", "24/7", "€20–25 per hour"] {
            assert!(!is_hours(text), "{text}");
        }
    }

    #[test]
    fn f2_sentences_name_a_span_of_hours_but_a_meeting_is_none() {
        for (text, expected) in [
            ("We overlap between 10am and 3pm PT on most days.", Some("10am and 3pm PT")),
            ("Anywhere from UTC-5 to UTC+2.", Some("UTC-5 to UTC+2")),
            ("You live within CET ± 2h, and like tea", Some("CET ± 2h")),
            ("Be there 9:00–13:00 CET", Some("9:00–13:00 CET")),
            ("We meet at 10am PT once a week.", None),
            ("Apply no later than 10 May 2026, 23:59 CEST.", None),
            ("The PT department has 3 to 5 nurses.", None),
            ("Founded in 2015, with 3 to 5 years of work", None),
            ("", None),
        ] {
            assert_eq!(hours_in(text), expected, "{text}");
        }
    }
}
