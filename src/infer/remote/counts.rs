//! Whether what a phrase says of remote work is said of this role: not of customers, of interviews, of what somebody has
//! done before or may do for a few weeks, and not denied beside it.
//!
//! In go the part and the phrase in it, out comes a yes or a no. What the phrase says is not decided here.

use std::sync::LazyLock;

use super::days::counts_weeks;
use super::wording::names_mix;
use crate::infer::body::{Hit, Part, Section};
use crate::infer::lexicon::Lexicon;
use crate::infer::table::CUES;
use crate::infer::words::{is_one_of, sentence_around, sentence_at, word_after};
use crate::posting::Remote;
use crate::source::floor_char_boundary;

/// Whether words deny: "not" does, and "not only" does not.
static DENIALS: LazyLock<Lexicon<bool>> = LazyLock::new(|| {
    CUES.lexicon_of(|section| match section {
        "remote denied" => Some(true),
        "remote not denied" => Some(false),
        _ => None,
    })
});
/// Words of sentences about something else: what somebody has done before, a few weeks, customers and others' teams.
static ELSEWHERE: LazyLock<Lexicon<()>> = LazyLock::new(|| {
    CUES.lexicon_of(|section| {
        matches!(section, "remote experience" | "remote at times" | "remote others").then_some(())
    })
});

/// What a comma leads on to where what a denial behind it takes back is something else: "…, and no shifts", "…, not in shifts".
const BUTS: [&str; 26] = [
    "and", "und", "et", "y", "e", "en", "och", "og", "but", "aber", "mais", "pero", "mas", "maar", "ma", "men", "not",
    "nicht", "pas", "no", "não", "niet", "non", "inte", "ikke", "rather",
];

/// What a sentence says farther behind a phrase denies something else.
const REACH: usize = 400;

/// Whether what a phrase says is said of this role, and not taken back beside it.
pub(super) fn counts(part: &Part<'_>, hit: &Hit, remote: Remote) -> bool {
    let text = part.block.text.as_str();
    let sentence = sentence_around(text, hit.span.start);
    if part.section == Section::Process || counts_weeks(sentence) {
        return false;
    }
    // "It doesn't matter where you live" denies nothing.
    let around = sentence_at(text, hit.span.start);
    let near = floor_char_boundary(text, hit.span.end + REACH);
    let behind = &text[hit.span.end..around.end.min(near).max(hit.span.end)];
    let behind = &behind[..clause_end(behind)];
    // "You work from home, and travel to customers"
    if ELSEWHERE.is_in(&text[around.start..hit.span.end + behind.len()]) {
        return false;
    }
    let beside = [&text[around.start..hit.span.start], behind];
    // "No office, no commute"
    let is_plain = || !denies(&text[hit.span.clone()]);
    let denied = remote != Remote::No
        && !names_mix(&text[hit.span.clone()])
        && is_plain()
        && beside.iter().any(|text| denies(text));
    !denied
}

/// Where what stands behind a phrase goes over to something else: "…, but a hull cannot be welded there".
fn clause_end(behind: &str) -> usize {
    let is_end = |at: usize| behind[at..].starts_with(';') || is_one_of(word_after(behind, at + 1), &BUTS);
    memchr::memchr2_iter(b',', b';', behind.as_bytes()).find(|at| is_end(*at)).unwrap_or(behind.len())
}

/// Whether a denial stands in `text`.
fn denies(text: &str) -> bool {
    DENIALS.find(text).any(|(denies, _)| denies)
}
