//! The job's title: as written for the heading of its page, and short for lists.
//!
//! In go the body and the file's name, out comes a title: the lead heading, a labelled line, another heading that names
//! a job, the file's name. Headings of sections ("Job description", "About us") are no titles. What surrounds the name
//! of the job is taken off by [`short`]. The words are `data/titles.txt`.

mod short;

use std::collections::HashSet;
use std::sync::LazyLock;

pub(super) use self::short::short;
use self::short::{bare, without_announcement};
use super::body::{Body, section_of};
use super::file_name::FileName;
use super::table;
use super::words::{squash, strip_ornaments};
use crate::diagnostic::Diagnostic;
use crate::extract::{BlockKind, Draft};
use crate::posting::{Facts, Field, OriginKind};
use crate::source::SourceFile;

/// The vocabulary of titles.
const TITLES: &str = include_str!("../data/titles.txt");

/// What a posting is called of which nothing is known.
const UNTITLED: &str = "Untitled role";

static JOB_WORDS: LazyLock<HashSet<&'static str>> = LazyLock::new(|| words_of("job").collect());
static EMPTY: LazyLock<HashSet<&'static str>> = LazyLock::new(|| words_of("empty").collect());

/// The words of one section of the vocabulary.
fn words_of(section: &'static str) -> impl Iterator<Item = &'static str> {
    let rows = table::rows(TITLES).filter(move |row| row.section == section);
    rows.flat_map(|row| row.forms().collect::<Vec<_>>())
}

/// The title that the first heading gives.
pub(super) fn lead(draft: &Draft) -> Option<Field<String>> {
    let heading = draft.lead_heading.as_ref()?;
    let title = written(&heading.text)?;
    Some(Field::new(title, OriginKind::Body, heading.line))
}

/// The title that any other heading gives: the first of the text, or one that names a job.
pub(super) fn heading(body: &Body<'_>) -> Option<Field<String>> {
    let headings = body.parts.iter().enumerate().filter(|(_, part)| part.is_heading());
    headings.take(8).find_map(|(at, part)| {
        let title = written(&part.block.text)?;
        let leads = at == 0 && matches!(part.block.kind, BlockKind::Heading(1));
        (leads || (names_job(&title) && reads_as_name(&title)))
            .then(|| Field::new(title, OriginKind::Body, part.block.line))
    })
}

/// The title that the file's name gives, but for an `empty` one that says no less.
pub(super) fn in_name(name: &FileName, empty: Option<Field<String>>) -> Option<Field<String>> {
    let title = name.title.clone().filter(|title| empty.is_none() || names_job(title));
    title.map(|title| Field::elsewhere(title, OriginKind::FileName)).or(empty)
}

/// The last resort: words that say that there is no title.
pub(super) fn untitled(source: &SourceFile, diagnostics: &mut Vec<Diagnostic>) -> Field<String> {
    diagnostics.push(
        Diagnostic::warning("no-title", "this posting has no title")
            .at(source.location(0..0))
            .help("put `title: …` into the front matter, or begin the text with `# ` and the title"),
    );
    Field::elsewhere(UNTITLED.to_owned(), OriginKind::Default)
}

/// Takes a title that only announces ("Jobs", "We want you!") out of `facts`, to be used where nothing else is found.
pub(super) fn take_empty(facts: &mut Facts) -> Option<Field<String>> {
    facts.title.take_if(|title| is_empty(&title.value))
}

/// Sets the title of `facts` from the one that is `written`: short for lists, and as written for the page's heading. A
/// lead heading that says the same with more around it is what is written.
pub(super) fn set(facts: &mut Facts, written: &Field<String>, draft: &Draft) {
    let company = facts.company.as_ref().map(|company| company.value.as_str());
    let title = short(&written.value, company);
    let lead = lead(draft).filter(|lead| short(&lead.value, company) == title).unwrap_or_else(|| written.clone());
    facts.heading = (lead.value != title).then_some(lead);
    facts.title = Some(Field { value: title, origin: written.origin });
}

/// A heading as a title, without ornaments; `None` for the heading of a section.
fn written(heading: &str) -> Option<String> {
    let text = strip_ornaments(heading);
    let name = without_announcement(text);
    let is_section = is_empty(text) || (section_of(bare(name)).is_some() && !names_job(name));
    (!is_section && name.chars().any(char::is_alphabetic) && text.len() <= 200).then(|| squash(text).into_owned())
}

/// Whether a title only announces that there is a job.
fn is_empty(title: &str) -> bool {
    let bare = bare(strip_ornaments(title)).to_lowercase();
    EMPTY.contains(bare.as_str()) || bare.is_empty()
}

/// Whether a word of `text` is one that jobs are named by.
fn names_job(text: &str) -> bool {
    text.split(|c: char| c.is_whitespace() || matches!(c, '/' | '(' | ')' | ',' | '-' | '（' | '）')).any(is_job_word)
}

/// Whether jobs are named by a word: `Engineer`, `Softwareentwickler`.
pub(super) fn is_job_word(word: &str) -> bool {
    const SHORTEST_ENDING: usize = 6;
    let word = word.to_lowercase();
    let ends_as_one = || {
        let ends = word.char_indices().map(|(at, _)| at).skip(4);
        ends.take_while(|at| word.len() - at >= SHORTEST_ENDING).any(|at| JOB_WORDS.contains(&word[at..]))
    };
    JOB_WORDS.contains(word.as_str()) || ends_as_one()
}

fn reads_as_name(text: &str) -> bool {
    text.split_whitespace().count() <= 12 && !text.ends_with(['.', '?', ':', ','])
}

#[cfg(test)]
mod tests;
