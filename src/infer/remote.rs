//! Whether the work may be done from elsewhere, by the title or sentences of the text.
//!
//! In goes the body with its cues, out comes an answer only where the sentence is about this role or the whole company
//! works that way. Experience with remote work, remote systems and a few weeks abroad are no answer.

mod answer;
mod counts;
mod days;
mod no_job;
mod no_matter;
mod phrase;
mod share;
mod site;
mod wording;

pub(super) use self::answer::{answer, value, with_remark};
pub(super) use self::days::are_weekdays;
pub(super) use self::share::denies;
pub(super) use self::wording::names_mix;

use self::counts::counts;
use self::phrase::Phrase;
use super::body::{Body, Fact, Part, Section};
use super::whereabouts;
use crate::posting::{Field, Remote};

/// What sentences of the text say. Where they but mention remote work, a role that `has_office` has some of it.
pub(super) fn in_body(body: &Body<'_>, has_office: impl FnOnce() -> bool) -> Option<Field<Remote>> {
    let has_office = body.hits.iter().any(|hit| hit.fact == Fact::SomeRemote) && has_office();
    let telling = body.hits.iter().filter_map(|hit| {
        let part = &body.parts[hit.part];
        let phrase = Phrase::new(body, hit);
        let remote = phrase.tells(has_office)?;
        let is_bare = hit.fact == Fact::SomeRemote && !phrase.is_anywhere();
        counts(part, hit, remote).then_some(Told { remote, part, is_bare })
    });
    weigh(&telling.collect::<Vec<_>>())
}

/// What one phrase of the text tells.
struct Told<'b> {
    remote: Remote,
    part: &'b Part<'b>,
    /// Whether it is a mention, which says less than a phrase for a mix.
    is_bare: bool,
}

/// What all that is told comes to: nothing where it is said both ways.
fn weigh(telling: &[Told<'_>]) -> Option<Field<Remote>> {
    let first = |wanted: Remote| telling.iter().find(|told| told.remote == wanted).map(|told| told.part);
    let is_bare = !telling.iter().any(|told| told.remote == Remote::Full && !told.is_bare);
    let (remote, part) = match (first(Remote::Full), first(Remote::Hybrid), first(Remote::No)) {
        (Some(_), _, Some(_)) | (None, None, None) => return None,
        (None, Some(part), _) => (Remote::Hybrid, part),
        (Some(_), Some(part), None) if is_bare => (Remote::Hybrid, part),
        (Some(part), _, None) => (Remote::Full, part),
        (None, None, Some(part)) => (Remote::No, part),
    };
    Some(part.field(remote))
}

/// The hours or time zones that one has to work in, from a sentence that names a span of them.
pub(super) fn hours_in_body(body: &Body<'_>) -> Option<Field<String>> {
    body.parts.iter().filter(|part| part.section != Section::Process).find_map(|part| {
        let hours = whereabouts::hours_in(&part.block.text)?;
        Some(part.field(hours.to_owned()))
    })
}

/// What a title says in brackets or behind a dash: `Welder (Remote)`.
pub(super) fn in_title(title: &str) -> Option<whereabouts::Whereabouts> {
    let pieces = title
        .split(['(', ')', '[', ']', '|'])
        .flat_map(|piece| piece.split(" - ").flat_map(|piece| piece.split([',', '–', '—'])));
    // What stands first is the job itself: "Remote Sensing Engineer".
    let may_tell = |piece: &&str| whereabouts::names_term(piece);
    let mut told = pieces
        .skip(1)
        .filter(may_tell)
        .map(whereabouts::read)
        .filter(|read| read.is_understood() && read.remote.is_some());
    told.next()
}

#[cfg(test)]
mod tests;
