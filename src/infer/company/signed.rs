//! Names by which a posting is signed: "Jane Doe, Head of Hulls, Acme", "Dein Zirkus Kiel", "Kind regards, Acme & Sons".
//!
//! In goes a text from the end of a posting, out comes the name. The words are `data/employers.txt`.

use std::sync::LazyLock;

use super::{headings, name};
use crate::infer::lexicon::Lexicon;
use crate::infer::table::EMPLOYERS;
use crate::infer::title;
use crate::infer::words::rsplit_at_each;

static OFFICES: LazyLock<Vec<&'static str>> = LazyLock::new(|| EMPLOYERS.words("office held"));
/// Whose those are who sign, the reader's: "Deine", "Your".
static YOURS: LazyLock<Lexicon<()>> = LazyLock::new(|| EMPLOYERS.lexicon("yours"));
/// What letters end with: "Kind regards".
static CLOSINGS: LazyLock<Lexicon<()>> = LazyLock::new(|| EMPLOYERS.lexicon("closing"));

/// The name that a text is signed with; not that of a person.
pub(super) fn with(text: &str) -> Option<&str> {
    below_person(text).or_else(|| text.split('\n').next_back().and_then(yours)).or_else(|| below_closing(text))
}

/// The name behind that of a person and his office in the lines of a text's end: "Jane Doe, Head of Hulls, Acme", or the
/// office on a line of its own below the person, "Head welder, Acme".
fn below_person(text: &str) -> Option<&str> {
    let mut above = "";
    text.split('\n').find_map(|line| {
        let is_person = name::may_be_persons(std::mem::replace(&mut above, line).trim_end_matches(','));
        behind_office(line, is_person)
    })
}

/// The name behind an office in one line; `is_office_alone` is whether the person stands above it.
fn behind_office(line: &str, is_office_alone: bool) -> Option<&str> {
    let marks = [", ", " at ", " @ ", " bei ", " chez ", " bij ", " hos ", " presso ", " – ", " | "];
    let (before, name) = rsplit_at_each(line, &marks).min_by_key(|(_, name)| name.len())?;
    let office = before.rsplit([',', '–', '|', '-']).next()?.trim();
    let is_office = title::names_job(office) || OFFICES.iter().any(|known| office.starts_with(known));
    let is_behind_person = office.len() < before.len() || is_office_alone;
    headings::alone(name).filter(|_| is_office && is_behind_person && line.len() < 80 && !line.ends_with('.'))
}

/// The institution in a line that calls it the reader's: "Ihre Stadtwerke Ulm", but "Ihr Max Muster".
fn yours(line: &str) -> Option<&str> {
    let name = YOURS.strip(line.trim()).and_then(headings::alone)?;
    name::is_whole_institution(name).then_some(name)
}

/// The name on the line below what letters end with, which is not that of a person: "Saludos,\nAcme & Hijos".
fn below_closing(text: &str) -> Option<&str> {
    let lines: Vec<&str> = text.split('\n').map(str::trim).collect();
    let [.., closing, last] = lines[..] else { return None };
    let is_closing = CLOSINGS.exactly(closing.trim_end_matches([',', '!', '.'])).is_some();
    headings::alone(last).filter(|name| is_closing && name.contains(' ') && !name::may_be_persons(name))
}
