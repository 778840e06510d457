//! Answers to whether one may work remotely: `yes`, `2 days a week`, `Always. We have no office.`
//!
//! In go a few words, out comes a share of the work, or nothing where they are no answer. Places are not read here.

use std::sync::LazyLock;

use super::days::counts_days;
use super::share::{Share, around};
use crate::infer::denial::is_denied_behind;
use crate::infer::lexicon::Lexicon;
use crate::infer::table::TERMS;
use crate::infer::words::{has_one_of, sentence_end};
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
    let value = value[..sentence_end(value, 0)].trim_end_matches('.');
    // "Hybrid, with three days in the yard and two at home each week"
    let first = value.trim().split([',', '(', ':', '–']).next().unwrap_or_default().trim_end();
    if value.split_whitespace().nth(MOST_WORDS).is_some() {
        return ANSWERS.exactly(first).filter(|said| *said == Remote::Hybrid && first.len() < value.trim().len());
    }
    let said = value.trim().split([',', ' ', '.', ':', '(', '–']).next()?;
    match ANSWERS.exactly(said) {
        Some(Remote::No) => Some(Remote::No),
        _ if said == "100%" => Some(Remote::Full),
        _ if counts_days(value) || PARTLY.is_in(value) || is_part(value) => Some(Remote::Hybrid),
        said => said,
    }
}

/// Whether a percentage leaves some of the work: `up to 50 %`, but not `20% travel`.
fn is_part(value: &str) -> bool {
    let Some((before, behind)) = value.split_once('%') else { return false };
    let figure = before.trim_end().rsplit(|c: char| !c.is_ascii_digit()).next().unwrap_or_default();
    let is_travel = || has_one_of(behind, &["travel", "reisen", "reisetätigkeit", "déplacements", "viajes", "viagens"]);
    figure.parse::<u32>().is_ok_and(|share| (1..100).contains(&share)) && !is_travel()
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::infer::fixture::draft;

    #[test]
    fn f1_a_share_of_remote_work_is_an_answer() {
        for (text, expected) in [
            ("Arbeitsmodell: bis zu 50 % Homeoffice", Some(Remote::Hybrid)),
            ("Remote: up to 40%", Some(Remote::Hybrid)),
            ("Remote: 100%", Some(Remote::Full)),
            ("Remote: 20% travel", None),
            ("Location: Ulm, work from office", Some(Remote::No)),
            ("Location: Ulm oder mobil", Some(Remote::Hybrid)),
        ] {
            let facts = draft().heading(1, "Welder").paragraph(text).facts();
            assert_eq!(facts.remote.map(|field| field.value), expected, "{text}");
        }
        let asked = |text: &str| draft().heading(2, "Your profile").item("Steel").paragraph(text).facts().remote;
        let told = asked("Remote working: after a month one day per week may be worked at home.");
        assert_eq!(told.map(|field| field.value), Some(Remote::Hybrid));
        assert!(asked("You know remote working.").is_none());
    }
}
