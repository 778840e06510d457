//! Being on site, and whether it is said of the role: `an on site, full-time position`.
//!
//! In goes a text and where in it a phrase for a place of work stands, out comes yes or no. Days are not counted here.

use std::sync::LazyLock;

use crate::infer::lexicon::Lexicon;
use crate::infer::table::CUES;
use crate::infer::words::{is_or, outside_brackets, sentence_at, word_after, word_before};
use crate::source::Span;

static ROLES: LazyLock<Lexicon<()>> = LazyLock::new(|| CUES.lexicon("remote role"));
static BETWEEN: LazyLock<Lexicon<()>> = LazyLock::new(|| CUES.lexicon("remote between"));

/// Whether nothing but words for working time stands between "on site" and the role: `an on site, full-time position`,
/// `die Stelle ist vor Ort`.
pub(super) fn is_of_role(text: &str, span: &Span) -> bool {
    if is_alternative(text, span) {
        return false;
    }
    let sentence = sentence_at(text, span.start);
    let word = |word: &str| word.trim_matches(|c: char| !c.is_alphanumeric()).to_owned();
    let telling = |word: &String| !word.is_empty() && BETWEEN.exactly(word).is_none();
    // "Part-time (three days) and on site", "in-person (Ulm) position"
    let before = outside_brackets(&text[sentence.start..span.start]);
    let after = outside_brackets(&text[span.end..sentence.end.max(span.end)]);
    let nearest =
        [before.split_whitespace().rev().map(word).find(telling), after.split_whitespace().map(word).find(telling)];
    nearest.into_iter().flatten().any(|word| ROLES.exactly(&word).is_some())
}

/// Whether something else is offered right beside it: `remote/in person work`, `on site or hybrid`.
pub(super) fn is_alternative(text: &str, span: &Span) -> bool {
    let (before, after) = (&text[..span.start], &text[span.end..]);
    let is_slashed = before.trim_end().ends_with('/') || after.trim_start().starts_with('/');
    is_slashed || is_or(word_before(before, before.len())) || is_or(word_after(after, 0))
}
