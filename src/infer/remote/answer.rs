//! Answers to whether one may work remotely: `yes`, `2 days a week`, `Always. We have no office.`
//!
//! In go a few words, out comes a share of the work, or nothing where they are no answer. Places are not read here.

use super::share::counts_days;
use crate::infer::words::{has_one_of, is_one_of};
use crate::posting::Remote;

/// What the words behind a label for remote work answer: a yes or a no, with reserve or without, or days of the week.
pub(in crate::infer) fn answer(value: &str) -> Option<Remote> {
    const YES: [&str; 12] =
        ["yes", "ja", "oui", "sí", "si", "sim", "sì", "true", "always", "immer", "toujours", "siempre"];
    const NO: [&str; 8] = ["no", "nein", "non", "nee", "não", "nej", "nei", "false"];
    const PARTLY: [&str; 18] = [
        "hybrid",
        "hybride",
        "híbrido",
        "sometimes",
        "manchmal",
        "nach absprache",
        "teilweise",
        "partially",
        "partly",
        "partial",
        "partiel",
        "partielle",
        "parcial",
        "parzialmente",
        "deels",
        "some",
        "occasionally",
        "by arrangement",
    ];
    const MOST_WORDS: usize = 6;
    // "Always. We gave up the yard's office."
    let value = value.split_once(". ").map_or(value, |(first, _)| first);
    if value.split_whitespace().nth(MOST_WORDS).is_some() {
        return None;
    }
    let said = value.trim().split([',', ' ', '.', '(', '–']).next()?;
    let is_partial = counts_days(value) || has_one_of(value, &PARTLY);
    match is_partial {
        _ if is_one_of(said, &NO) => Some(Remote::No),
        _ if said == "100%" => Some(Remote::Full),
        true => Some(Remote::Hybrid),
        false => is_one_of(said, &YES).then_some(Remote::Full),
    }
}
