//! Headings and bold lines that are but labels of what stands below them: `Location` above `Ulm`.
//!
//! In goes the text from such a line on, out come facts with their lines. What a value says is decided by
//! [`super::take`]; here, how much of what stands below is one.

use super::line::{is_led, label_of};
use super::locations::take_place;
use super::{fill_empty, label, labelled, may_stand_above};
use crate::extract::BlockKind;
use crate::infer::body::Part;
use crate::infer::front_matter::{Key, fill_from};
use crate::infer::words::{BARS, is_set_as_name, sentences};
use crate::infer::{company, employment_type, team, title, whereabouts};
use crate::posting::{Facts, Field, OriginKind, Place};

/// Fills what is still empty where the part at `at` is a label in a list of definitions, and says whether it is.
pub(super) fn take_defined(facts: &mut Facts, parts: &[Part<'_>], at: usize) -> bool {
    let told = defined(parts, at);
    if let Some((key, value)) = told {
        super::take(facts, key, &value.block.text, value.block.line);
    }
    told.is_some()
}

/// Fills what is still empty where the first of `parts` is but a label of what follows; `is_top` is whether it stands near
/// the top of the text.
pub(super) fn take(facts: &mut Facts, parts: &[Part<'_>], is_top: bool) {
    let Some(part) = parts.first() else { return };
    match stands_above(part, parts.get(1)) {
        Some((Key::EmploymentType, _)) => take_kinds(facts, &parts[1..]),
        // Far below, "Location" may announce a description of it.
        Some((Key::Locations, below)) if !is_top && !whereabouts::read(&below.block.text).is_understood() => {}
        Some((Key::Locations, below)) => take_places(facts, below, &parts[1..]),
        // "Fields" above a list may be of any kind.
        Some((Key::Title, below)) if !may_be_title(below) => {}
        Some((key, below)) => super::take(facts, key, &below.block.text, below.block.line),
        None => take_first_sentence(facts, part, parts.get(1)),
    }
}

/// The label at `at` and its value, where they are one of several such pairs, as in a list of definitions: `Team`, `Hulls`,
/// `Hours`, `30`.
fn defined<'a, 'b>(parts: &'b [Part<'a>], at: usize) -> Option<(Key, &'b Part<'a>)> {
    const LONGEST_NAME: usize = 80;
    let pair = |at: usize| {
        let (name, value) = (parts.get(at)?, parts.get(at + 1)?);
        let is_pair = [name, value].iter().all(|part| part.block.kind == BlockKind::Paragraph)
            && name.block.text.len() <= LONGEST_NAME
            && is_short(value);
        let key = if is_pair { label_of(&name.block.text, &value.block.text) } else { None };
        Some((key.filter(|_| label(&value.block.text).is_none())?, value))
    };
    let told = pair(at)?;
    let is_one_of_several = || pair(at + 2).is_some() || at.checked_sub(2).and_then(pair).is_some();
    is_one_of_several().then_some(told)
}

/// Whether a block is of few words, and no sentence.
fn is_short(part: &Part<'_>) -> bool {
    const LONGEST: usize = 80;
    let text = part.block.text.as_str();
    text.len() <= 4 * LONGEST
        && text.chars().count() <= LONGEST
        && !text.trim_end().ends_with(['.', '!', ':', '?', '。', '！', '？'])
        && !part.is_heading()
}

/// A heading, or a bold line, that is but a label, and the short block below it.
fn stands_above<'a, 'b>(part: &Part<'a>, next: Option<&'b Part<'a>>) -> Option<(Key, &'b Part<'a>)> {
    let next = next?;
    let names_places =
        || whereabouts::may_be_line(&next.block.text) && whereabouts::read(&next.block.text).is_understood();
    let may_label = part.is_heading()
        || (part.block.kind == BlockKind::Paragraph
            && (part.block.text.trim_end().ends_with([':', '：'])
                || match label(&part.block.text) {
                    Some(Key::Locations) => names_places(),
                    Some(Key::Team) => team::is_sure(&next.block.text),
                    _ => false,
                }));
    let key = label(&part.block.text).filter(|_| may_label && is_short(next))?;
    (may_stand_above(key) || is_name_of(key, &next.block.text)).then_some((key, next))
}

/// Whether `text` is a name that `key` may be the label of: "Company" and "Team" open sections of prose as well.
pub(super) fn is_name_of(key: Key, text: &str) -> bool {
    match key {
        Key::Company => company::is_name(text),
        Key::Team => team::is_sure(text) || (team::is_name(text) && !title::names_job(text)),
        _ => false,
    }
}

/// Whether a block below "Position" may be the title: "Deadline 30 June" is another fact, as is "Ulm · Full-time".
fn may_be_title(below: &Part<'_>) -> bool {
    let text = below.block.text.as_str();
    let is_fact = || {
        is_led(text)
            || labelled(text).next().is_some()
            || text.contains(BARS)
            || whereabouts::read(text).is_understood()
    };
    title::names_job(text) || (below.block.kind != BlockKind::ListItem && !is_fact())
}

/// The kinds of employment that a list below a heading offers, or the one block below it.
fn take_kinds(facts: &mut Facts, below: &[Part<'_>]) {
    let items = below.iter().take_while(|part| part.block.kind == BlockKind::ListItem).count().max(1);
    let mut kinds = Vec::new();
    for part in &below[..items] {
        let read = employment_type::read(&part.block.text);
        kinds.extend(read.kinds.into_iter().filter(|kind| !kinds.contains(kind)).collect::<Vec<_>>());
    }
    if let Some(first) = below.first() {
        fill_empty(&mut facts.employment_type, || (!kinds.is_empty()).then_some(kinds), first.block.line);
    }
}

/// The places of the sentence below a heading that is but their label: `Our yards in Ulm or in Kiel. You may work from
/// home.`
fn take_first_sentence(facts: &mut Facts, heading: &Part<'_>, below: Option<&Part<'_>>) {
    let is_label = || heading.is_heading() && label(&heading.block.text) == Some(Key::Locations);
    let Some(below) = below.filter(|_| is_label()) else { return };
    let first = sentences(&below.block.text).next().unwrap_or_default();
    let read = whereabouts::read(first);
    // "Our offices in Ulm or in Nowhere."
    let leads = |place: &Place| !place.countries().is_empty();
    let is_name = |place: &Place| is_set_as_name(&place.name);
    let is_told = read.is_understood()
        || (read.places.first().is_some_and(leads) && read.places.iter().all(is_name) && read.places.len() > 1);
    if whereabouts::may_be_line(whereabouts::before_remark(first).trim_end_matches('.')) && is_told {
        fill_from(facts, &Field::new(read, OriginKind::Label, below.block.line));
    }
}

/// The places of a list below a heading, where all of it is understood; otherwise what the first block says.
fn take_places(facts: &mut Facts, first: &Part<'_>, below: &[Part<'_>]) {
    let items: Vec<&str> = below
        .iter()
        .take_while(|part| part.block.kind == BlockKind::ListItem)
        .map(|part| part.block.text.as_str())
        .collect();
    let read = whereabouts::read(&items.join("; "));
    if items.len() > 1 && read.is_understood() {
        return fill_from(facts, &Field::new(read, OriginKind::Label, first.block.line));
    }
    take_place(facts, &first.block.text, first.block.line);
}
