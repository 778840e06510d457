//! The terms in a line about where work is done: remote or not, and the words that only connect.

use std::sync::LazyLock;

use crate::infer::lexicon::Lexicon;
use crate::infer::remote;
use crate::infer::table;
use crate::infer::words::{is_ideographic, is_one_of, strip_end, strip_word, word_after};
use crate::posting::Remote;

pub(super) static TERMS: LazyLock<Lexicon<Remote>> = LazyLock::new(|| table::TERMS.lexicon_of(meaning));

fn meaning(section: &str) -> Option<Remote> {
    match section {
        "no" => Some(Remote::No),
        "hybrid" => Some(Remote::Hybrid),
        "full" => Some(Remote::Full),
        _ => None,
    }
}

static BEFORE: LazyLock<Lexicon<()>> = LazyLock::new(|| {
    table::TERMS.lexicon_of(|section| matches!(section, "before" | "anywhere" | "preference").then_some(()))
});
static ANYWHERE: LazyLock<Lexicon<()>> = LazyLock::new(|| table::TERMS.lexicon("anywhere"));
static QUALIFIERS: LazyLock<Lexicon<()>> =
    LazyLock::new(|| table::TERMS.lexicon_of(|section| matches!(section, "preference" | "qualifier").then_some(())));

/// Whether words but say how much a place is meant, and leave it what it is: `preferred`.
pub(super) fn is_qualifier(text: &str) -> bool {
    QUALIFIERS.exactly(text.trim()).is_some()
}

/// `text` without the qualifier that it ends or begins with: `Ulm preferred`, `ideally Ulm`.
pub(super) fn without_qualifier(text: &str) -> Option<&str> {
    let end =
        text.match_indices(' ').find(|(at, _)| is_qualifier(&text[at + 1..])).map(|(at, _)| text[..at].trim_end());
    end.or_else(|| QUALIFIERS.strip(text).map(|rest| rest.trim_start_matches([':', ' '])))
}

/// What says beside a term that all of the work is meant.
static WHOLE: LazyLock<Lexicon<()>> = LazyLock::new(|| table::TERMS.lexicon("whole"));

/// Words that stand where a place would and name none.
static NOWHERE: LazyLock<Lexicon<()>> = LazyLock::new(|| table::TERMS.lexicon("nowhere"));

/// Whether words that stand where a place would name none: `Various locations`.
pub(super) fn is_nowhere(text: &str) -> bool {
    NOWHERE.exactly(text.trim()).is_some()
}

/// Whether a line about a place begins by saying that all of it will do: `anywhere in Germany`.
pub(in crate::infer) fn is_anywhere(text: &str) -> bool {
    ANYWHERE.leading(text).is_some()
}

/// The country or group that a German word says all of is meant: `deutschlandweit`.
pub(super) fn country_wide(text: &str) -> Option<&'static str> {
    const WIDE: [&str; 4] = ["Deutschland", "Österreich", "Schweiz", "Europa"];
    let land = text.strip_suffix("weit")?.to_lowercase();
    WIDE.into_iter().find(|name| name.to_lowercase() == land)
}

/// Whether a word or two say that one may work from elsewhere, or may not.
pub(in crate::infer) fn remote_word(text: &str) -> Option<Remote> {
    let text = text.trim().trim_end_matches('.');
    TERMS.exactly(text).or_else(|| whole_of(text))
}

/// What a term amounts to beside a word for all of the work: `télétravail intégral`, `volledig thuiswerken`, `nur vor Ort`.
fn whole_of(text: &str) -> Option<Remote> {
    // One word holds nothing beside the term.
    text.find(' ')?;
    let leading = || WHOLE.strip(text).map(str::trim_start);
    let trailing = || {
        let mut ends = text.match_indices(' ');
        ends.find(|(at, _)| WHOLE.exactly(&text[at + 1..]).is_some()).map(|(at, _)| &text[..at])
    };
    let told = |term: &str| match TERMS.exactly(term)? {
        // Days at home, if all of them are.
        Remote::Hybrid if !remote::names_mix(term) => Some(Remote::Full),
        said => Some(said),
    };
    leading().and_then(told).or_else(|| trailing().and_then(told))
}

/// Whether a term of remote work stands in a text at all. A cheap question before it is read.
pub(in crate::infer) fn names_term(text: &str) -> bool {
    TERMS.first(text).is_some() || ANYWHERE.is_in(text)
}

/// `text` without the words that only connect it with what stands before or after it; the one that a hyphen joins is a part
/// of a word: `In-Office`.
pub(super) fn connected(text: &str) -> &str {
    const AFTER: [&str; 11] = [
        "-wide",
        "-weit",
        " only",
        " based",
        "-based",
        "-only",
        " timezones only",
        " preferred",
        " area only",
        " fifo",
        " dido",
    ];
    let mut text = text.trim().trim_matches(|c: char| matches!(c, ',' | ':' | '-' | '–')).trim();
    while let Some(rest) = BEFORE.strip(text).filter(|rest| !rest.is_empty() && !rest.starts_with('-')) {
        text = rest;
    }
    for word in AFTER {
        if let Some(rest) = strip_end(text, word).filter(|rest| !rest.is_empty()) {
            text = rest;
        }
    }
    text
}

/// The remote word that `text` begins with, the longest there is, and the rest; an office somewhere says nothing of it:
/// `Office in Ulm`.
pub(super) fn leading_remote_word(text: &str) -> Option<(Remote, &str)> {
    const SOMEWHERE: [&str; 5] = ["in", "at", "near", "on", "by"];
    let is_house = strip_word(text, "office").is_some_and(|rest| is_one_of(word_after(rest, 0), &SOMEWHERE));
    let (remote, rest) = TERMS.leading(text).filter(|_| !is_house)?;
    Some((remote, rest.trim_start_matches([':', '-', '–', ',', ' '])))
}

/// The remote word that `text` ends with, the longest there is, and what stands before it.
pub(super) fn trailing_remote_word(text: &str) -> Option<(Remote, &str)> {
    let text = text.trim_end();
    let mut starts = text.match_indices([' ', '-', '(', '/']).map(|(at, _)| at + 1);
    let (remote, at) = starts.find_map(|at| Some((TERMS.exactly(&text[at..])?, at)))?;
    Some((remote, text[..at].trim_end_matches([' ', '-', '–'])))
}

/// Whether there is no name in what stands beside a remote word, by the capital that it would have: `Remote within reason`.
pub(super) fn is_nameless(segment: &str, beside: &str) -> bool {
    let has_name = |text: &str| text.contains(|c: char| c.is_uppercase() || is_ideographic(c));
    has_name(segment) && !has_name(beside)
}

/// What a line says that the work is remote within, be that known or not: `Nowhere` of `Remote within Nowhere`.
pub(super) fn remote_within(line: &str) -> Option<&str> {
    const WITHIN: [&str; 12] = [
        "within",
        "in",
        "from",
        "across",
        "inside",
        "throughout",
        "anywhere",
        "innerhalb",
        "en",
        "dans",
        "dentro",
        "binnen",
    ];
    let (preposition, area) = strip_word(line, "remote")?.trim_start().split_once(' ')?;
    Some(area.trim()).filter(|area| is_one_of(preposition, &WITHIN) && !area.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn f1_a_term_beside_a_word_for_all_of_the_work_is_all_of_it() {
        use Remote::{Full, Hybrid, No};
        for (text, expected) in [
            ("Permanent remote", Some(Full)),
            ("vollständig im Homeoffice", Some(Full)),
            ("télétravail intégral", Some(Full)),
            ("Teletrabajo total", Some(Full)),
            ("Smart working al 100%", Some(Full)),
            ("volledig thuiswerken", Some(Full)),
            ("heimekontor på fulltid", Some(Full)),
            ("w pełni zdalnie", Some(Full)),
            ("nur vor Ort", Some(No)),
            ("sur place uniquement", Some(No)),
            ("totalmente presencial", Some(No)),
            ("hybride uniquement", Some(Hybrid)),
            ("thuiswerken in overleg", None),
            ("only Ulm", None),
            ("completely", None),
        ] {
            assert_eq!(remote_word(text), expected, "{text}");
        }
    }
}
