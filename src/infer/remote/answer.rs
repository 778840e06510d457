//! Answers to whether one may work remotely: `yes`, `2 days a week`, `Always. We have no office.`
//!
//! In go a few words, out comes a share of the work, or nothing where they are no answer. Places are not read here.

use std::sync::LazyLock;

use super::share::{Share, around, counts_days};
use crate::infer::denial::is_denied_behind;
use crate::infer::lexicon::Lexicon;
use crate::infer::table::TERMS;
use crate::posting::Remote;

static ANSWERS: LazyLock<Lexicon<Remote>> = LazyLock::new(|| of_family("answer "));
static PARTLY: LazyLock<Lexicon<()>> = LazyLock::new(|| TERMS.lexicon("answer partly"));
static VALUES: LazyLock<Lexicon<Remote>> = LazyLock::new(|| of_family("value "));

fn of_family(family: &str) -> Lexicon<Remote> {
    TERMS.lexicon_of(|section| match section.strip_prefix(family)? {
        "yes" => Some(Remote::Full),
        "partly" => Some(Remote::Hybrid),
        "no" => Some(Remote::No),
        _ => None,
    })
}

/// What the whole value of a field about remote work answers, where it is but a word and no yes or no: `optional`.
pub(in crate::infer) fn value(text: &str) -> Option<Remote> {
    VALUES.exactly(text.trim())
}

/// What the words behind a label for remote work answer: a yes or a no, with reserve or without, or days of the week.
pub(in crate::infer) fn answer(value: &str) -> Option<Remote> {
    const MOST_WORDS: usize = 6;
    // "Always. We gave up the yard's office."
    let value = value.split_once(". ").map_or(value, |(first, _)| first);
    if value.split_whitespace().nth(MOST_WORDS).is_some() {
        return None;
    }
    let said = value.trim().split([',', ' ', '.', '(', '–']).next()?;
    match ANSWERS.exactly(said) {
        Some(Remote::No) => Some(Remote::No),
        _ if said == "100%" => Some(Remote::Full),
        _ if counts_days(value) || PARTLY.is_in(value) => Some(Remote::Hybrid),
        said => said,
    }
}

/// What a word for remote work amounts to beside a remark that names no place: `Remote two days a week`. `None` where the
/// remark takes it back.
pub(in crate::infer) fn with_remark(word: Remote, text: &str, remark: &str) -> Option<Remote> {
    const REACH: usize = 4;
    if is_denied_behind(remark, 0) {
        return None;
    }
    let length = text.len() - remark.len();
    let span = if text.starts_with(remark) { remark.len()..text.len() } else { 0..length };
    match (word, answer(remark), around(text, &span, REACH)) {
        (Remote::Full, Some(told @ (Remote::No | Remote::Hybrid)), _) => Some(told),
        (Remote::Full, _, Some(Share::Part)) => Some(Remote::Hybrid),
        (_, _, Some(Share::Never)) => None,
        _ => Some(word),
    }
}
