//! Whether what a phrase says of remote work is said of this role: not of customers, of interviews, of what somebody has
//! done before or may do for a few weeks, and not denied beside it.
//!
//! In go the part and the phrase in it, out comes a yes or a no. What the phrase says is not decided here.

use super::{names_mix, share};
use crate::infer::body::{Hit, Part, Section};
use crate::infer::words::{has_one_of, sentence_around, sentence_at, split_at_each};
use crate::posting::Remote;
use crate::source::floor_char_boundary;

const DENIALS: [&str; 22] = [
    "not",
    // Alone it is "in the" in Portuguese.
    "there is no",
    "no hay",
    "no se",
    "no option",
    "no possibility",
    "nicht",
    "kein",
    "keine",
    "pas",
    "geen",
    "niet",
    "não",
    "isn't",
    "isn’t",
    "don't",
    "don’t",
    "doesn’t",
    "cannot",
    "can’t",
    "unable",
    "aucun",
];

const BUTS: [&str; 18] = [
    ", but ",
    ", aber ",
    ", mais ",
    ", pero ",
    ", mas ",
    ", maar ",
    ", ma ",
    ", men ",
    // "…, not in shifts"
    ", not ",
    ", nicht ",
    ", pas ",
    ", no ",
    ", não ",
    ", niet ",
    ", non ",
    ", inte ",
    ", ikke ",
    ", rather than ",
];

/// What a sentence says farther behind a phrase denies something else.
const REACH: usize = 400;

/// Whether what a phrase says is said of this role, and not taken back beside it.
pub(super) fn counts(part: &Part<'_>, hit: &Hit, remote: Remote) -> bool {
    let text = part.block.text.as_str();
    let sentence = sentence_around(text, hit.span.start);
    let about_experience =
        ["experience", "erfahrung", "expérience", "experiencia", "ervaring", "comfortable", "used to"];
    let about_others = [
        "customers",
        "clients",
        "kunden",
        "clienti",
        "clientes",
        "klanten",
        "kunder",
        "users",
        "candidates interview",
        "interview",
        "interviews",
        "lets",
        "helps",
        "enables",
        "our product",
        "our software",
        "our app",
        "our platform",
    ];
    let for_a_while = [
        "week per year",
        "days per year",
        "months per year",
        "month a year",
        "weeks per year",
        "occasionally",
        "may be asked",
        "sometimes",
        "gelegentlich",
    ];
    let has = |words: &[&str]| has_one_of(sentence, words);
    if has(&about_experience) || has(&for_a_while) || share::counts_weeks(sentence) {
        return false;
    }
    // A heading of process or a product that serves others' remote teams says nothing about this role.
    let elsewhere = matches!(part.section, Section::Process) || has(&about_others);
    // "It doesn't matter where you live" denies nothing.
    let around = sentence_at(text, hit.span.start);
    let near = floor_char_boundary(text, hit.span.end + REACH);
    let behind = &text[hit.span.end..around.end.min(near).max(hit.span.end)];
    // "…, but a hull cannot be welded there" denies something else.
    let behind =
        split_at_each(behind, &BUTS).map(|(before, _)| before).min_by_key(|before| before.len()).unwrap_or(behind);
    let beside = [&text[around.start..hit.span.start], behind];
    // "No office, no commute"
    let is_plain = || !has_one_of(&text[hit.span.clone()], &DENIALS);
    let denied = remote != Remote::No
        && !names_mix(text, hit)
        && is_plain()
        && beside.iter().any(|text| has_one_of(text, &DENIALS));
    !elsewhere && !denied
}
