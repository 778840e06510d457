//! The terms in a line about where work is done: remote or not, and the words that only connect.

use std::sync::LazyLock;

use crate::infer::lexicon::Lexicon;
use crate::infer::table;
use crate::infer::words::{is_one_of, strip_end, strip_word};
use crate::posting::Remote;

static TERMS: LazyLock<Lexicon<Remote>> = LazyLock::new(|| Lexicon::new(DATA, meaning));

fn meaning(section: &str) -> Option<Remote> {
    match section {
        "no" => Some(Remote::No),
        "hybrid" => Some(Remote::Hybrid),
        "full" => Some(Remote::Full),
        _ => None,
    }
}

const DATA: &str = include_str!("../data/terms.txt");

/// Words that stand where a place would and name none.
static NOWHERE: LazyLock<Vec<&str>> = LazyLock::new(|| {
    table::rows(DATA).filter(|row| row.section == "nowhere").flat_map(|row| row.forms().collect::<Vec<_>>()).collect()
});

/// Whether words that stand where a place would name none: `Various locations`.
pub(super) fn is_nowhere(text: &str) -> bool {
    is_one_of(text.trim(), &NOWHERE)
}

/// Whether a word or two say that one may work from elsewhere, or may not.
pub(in crate::infer) fn remote_word(text: &str) -> Option<Remote> {
    TERMS.exactly(text.trim().trim_end_matches('.'))
}

/// `text` without the words that only connect it with what stands before or after it.
pub(super) fn connected(text: &str) -> &str {
    const BEFORE: [&str; 47] = [
        "bevorzugt",
        "de préférence",
        "preferiblemente",
        "preferencialmente",
        "bij voorkeur",
        "ideally",
        "idealerweise",
        "idéalement",
        "idealmente",
        "raum",
        "großraum",
        "region",
        "région de",
        "région",
        "área de",
        "near",
        "or",
        "and",
        "oder",
        "und",
        "also",
        "our office in",
        "our offices in",
        "office in",
        "unser büro in",
        "büro in",
        "must be based in",
        "must be located in",
        "must reside in",
        "must be",
        "preferably",
        "must live in",
        "open to",
        "candidates in",
        "available in",
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
    const AFTER: [&str; 9] =
        ["-wide", "-weit", " only", " based", "-based", "-only", " timezones only", " preferred", " area only"];
    let mut text = text.trim().trim_matches(|c: char| matches!(c, ',' | ':' | '-' | '–')).trim();
    for word in BEFORE {
        if let Some(rest) = strip_word(text, word).filter(|rest| !rest.is_empty()) {
            text = rest;
        }
    }
    for word in AFTER {
        if let Some(rest) = strip_end(text, word).filter(|rest| !rest.is_empty()) {
            text = rest;
        }
    }
    text
}

/// The remote word that `text` begins with, the longest there is, and the rest.
pub(super) fn leading_remote_word(text: &str) -> Option<(Remote, &str)> {
    let (remote, rest) = TERMS.leading(text)?;
    Some((remote, rest.trim_start_matches([':', '-', '–', ',', ' '])))
}

/// The remote word that `text` ends with, the longest there is, and what stands before it.
pub(super) fn trailing_remote_word(text: &str) -> Option<(Remote, &str)> {
    let text = text.trim_end();
    let mut starts = text.match_indices([' ', '-', '(', '/']).map(|(at, _)| at + 1);
    let (remote, at) = starts.find_map(|at| Some((TERMS.exactly(&text[at..])?, at)))?;
    Some((remote, text[..at].trim_end_matches([' ', '-', '–'])))
}
