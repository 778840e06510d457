//! The terms in a line about where work is done: remote or not, from what hours, and the words that only connect.

use std::sync::LazyLock;

use crate::infer::table;
use crate::infer::words::{has_phrase, strip_word};
use crate::posting::Remote;

/// Each word with its meaning.
static TERMS: LazyLock<Vec<(Remote, &'static str)>> = LazyLock::new(|| {
    let meaning = |section: &str| match section {
        "no" => Remote::No,
        "hybrid" => Remote::Hybrid,
        _ => Remote::Full,
    };
    let rows = table::rows(include_str!("../data/terms.txt"));
    rows.flat_map(|row| row.forms().map(move |form| (meaning(row.section), form)).collect::<Vec<_>>()).collect()
});

/// Whether a word or two say that one may work from elsewhere, or may not.
pub(in crate::infer) fn remote_word(text: &str) -> Option<Remote> {
    let text = text.trim();
    TERMS.iter().find(|(_, word)| word.eq_ignore_ascii_case(text)).map(|(remote, _)| *remote)
}

/// `text` without the words that only connect it with what stands before or after it.
pub(super) fn connected(text: &str) -> &str {
    const BEFORE: [&str; 12] = [
        "anywhere in",
        "anywhere within",
        "based in",
        "located in",
        "in",
        "within",
        "from",
        "across",
        "within the",
        "in the",
        "only in",
        "aus",
    ];
    const AFTER: [&str; 5] = [" only", " based", "-based", "-only", " timezones only"];
    let mut text = text.trim().trim_matches(|c: char| matches!(c, ',' | ':' | '-' | '–')).trim();
    for word in BEFORE {
        if let Some(rest) = strip_word(text, word).filter(|rest| !rest.is_empty()) {
            text = rest;
        }
    }
    for word in AFTER {
        let tail = text.len().checked_sub(word.len()).filter(|at| text.is_char_boundary(*at));
        if let Some(at) = tail.filter(|at| *at > 0 && text[*at..].eq_ignore_ascii_case(word)) {
            text = &text[..at];
        }
    }
    text
}

/// The remote word that `text` begins with, the longest there is, and the rest.
pub(super) fn leading_remote_word(text: &str) -> Option<(Remote, &str)> {
    let stripped = TERMS.iter().filter_map(|(remote, word)| Some((*remote, strip_word(text, word)?)));
    let (remote, rest) = stripped.min_by_key(|(_, rest)| rest.len())?;
    Some((remote, rest.trim_start_matches([':', '-', '–', ',', ' '])))
}

/// The remote word that `text` ends with, the longest there is, and what stands before it.
pub(super) fn trailing_remote_word(text: &str) -> Option<(Remote, &str)> {
    let text = text.trim_end();
    let stripped = TERMS.iter().filter_map(|(remote, word)| {
        let at = text.len().checked_sub(word.len()).filter(|at| *at > 0 && text.is_char_boundary(*at))?;
        let parted = text[..at].ends_with([' ', '-', '(', '/']);
        (parted && text[at..].eq_ignore_ascii_case(word)).then(|| (*remote, &text[..at]))
    });
    let (remote, before) = stripped.min_by_key(|(_, before)| before.len())?;
    Some((remote, before.trim_end_matches([' ', '-', '–'])))
}

/// Whether `text` tells working hours or time zones: `GMT +3/-3`, `+/- 3 hours`, `CET -3 / +3 timezone`, `US time zones`.
pub(super) fn is_hours(text: &str) -> bool {
    const ZONES: [&str; 17] = [
        "GMT", "UTC", "CET", "CEST", "EST", "EDT", "PST", "PDT", "CST", "MST", "BST", "EET", "IST", "JST", "ET", "PT",
        "AEST",
    ];
    const WORDS: [&str; 10] =
        ["hours", "hour", "hrs", "timezone", "timezones", "time zone", "time zones", "stunden", "heures", "horas"];
    if text.len() > 60 {
        return false;
    }
    let has_figure = text.bytes().any(|b| b.is_ascii_digit());
    let names_zone = text.split(|c: char| !c.is_ascii_alphabetic()).any(|word| ZONES.contains(&word));
    let says_hours = WORDS.iter().any(|word| has_phrase(text, word));
    let offset = text.contains(['+', '±', '-', '−', '–', '/']);
    (names_zone && (has_figure || says_hours))
        || (says_hours && (has_figure && offset))
        || (says_hours && has_phrase(text, "overlap"))
        || ["timezone", "timezones", "time zone", "time zones"].iter().any(|word| has_phrase(text, word))
}
