//! The values of labels about where one works: places, more of them, and remote work.
//!
//! In go values with their lines, out come facts.

use std::sync::LazyLock;

use crate::infer::front_matter::fill_from;
use crate::infer::lexicon::Lexicon;
use crate::infer::table::LABELS;
use crate::infer::whereabouts::{self, Whereabouts};
use crate::infer::words::{sentences, strip_ornaments};
use crate::infer::{places, remote};
use crate::posting::{Facts, Field, OriginKind, Place};

/// Labels of places that are added to others.
static MORE_PLACES: LazyLock<Lexicon<()>> = LazyLock::new(|| LABELS.lexicon("more locations"));

/// Fills the places from a label's value, a name that nobody knows included: `the yard in Ulm, with a day a month in Kiel`.
pub(super) fn take_place(facts: &mut Facts, value: &str, line: u32) {
    let whole = whereabouts::read(value);
    // "Ulm, and wherever ships are. The owner lives in Kiel."
    let first = || {
        let first = sentences(value).next().filter(|first| whole.has_unknown && first.len() < value.len())?;
        Some(whereabouts::read(first)).filter(Whereabouts::is_understood)
    };
    // "the yard in Ulm, with a day a month in Kiel"
    let housed = || {
        let (house, town) = value.split([',', ';', '(']).next()?.rsplit_once(" in ")?;
        let is_housed = whole.has_unknown && house.starts_with(char::is_lowercase) && places::is_city(town);
        is_housed.then(|| whereabouts::read(town))
    };
    let read = first().or_else(housed).unwrap_or(whole);
    // A place that nobody knows is still a place where a label says so, unless it is a sentence, or hours: "9:00 to 18:00".
    let is_sentence = whereabouts::before_remark(value).split_whitespace().count() > 10
        || value.trim_end().ends_with(['.', '!', '?', '。']);
    if !(read.has_unknown && (is_sentence || value.contains(':'))) {
        fill_from(facts, &Field::new(read, OriginKind::Label, line));
    }
}

/// Adds the places of a line whose label says that they are more of them: `Additional locations: Leeds; York`.
pub(super) fn add_places(facts: &mut Facts, text: &str) {
    let Some(known) = facts.locations.as_mut().filter(|places| places.origin.kind == OriginKind::Label) else { return };
    let Some((name, value)) = text.split_once([':', '：']) else { return };
    if MORE_PLACES.exactly(strip_ornaments(name).trim()).is_none() {
        return;
    }
    let read = whereabouts::read(value);
    if read.is_understood() {
        let is_new = |place: &Place| !known.value.iter().any(|other| other.key() == place.key());
        let more: Vec<Place> = read.places.into_iter().filter(is_new).collect();
        known.value.extend(more);
    }
}

/// Fills whether the work is remote from a label's value: `Yes`, `Hybrid (two days a week)`.
pub(super) fn take_remote(facts: &mut Facts, value: &str, line: u32) {
    let read = match remote::answer(value) {
        Some(remote) => Whereabouts { remote: Some(remote), ..Whereabouts::default() },
        None => Some(whereabouts::read(value))
            .filter(|read| !read.has_unknown)
            .unwrap_or_else(|| whereabouts::read(value.split(['(', '（']).next().unwrap_or(""))),
    };
    if read.remote.is_some() && !read.has_unknown {
        fill_from(facts, &Field::new(read, OriginKind::Label, line));
    }
}
