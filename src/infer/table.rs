//! The data files of this stage as tables.
//!
//! One format for all, made to be read and edited by hand: `[section]` lines, then one entry a line,
//! `Name: other spelling, another`; `#` starts a comment. A file is searched for its sections once, when the first of
//! them is asked for, and a section is read by who asks for it: that takes microseconds, so that start-up stays free.
//! The files are embedded, and a test sees to it that each section has a reader (`tests/suite/vocabulary.rs`), so nothing
//! here can fail.

#[cfg(test)]
mod tests;

use std::sync::OnceLock;

use memchr::memmem;

use super::lexicon::Lexicon;

pub(super) static APPLY_HOSTS: Table = Table::new(include_str!("data/apply_hosts.txt"));
pub(super) static BLANKS: Table = Table::new(include_str!("data/blanks.txt"));
pub(super) static CUES: Table = Table::new(include_str!("data/cues.txt"));
pub(super) static EMPLOYERS: Table = Table::new(include_str!("data/employers.txt"));
pub(super) static EMPLOYMENT: Table = Table::new(include_str!("data/employment.txt"));
pub(super) static EXPERIENCE: Table = Table::new(include_str!("data/experience.txt"));
pub(super) static KEYS: Table = Table::new(include_str!("data/keys.txt"));
pub(super) static LABELS: Table = Table::new(include_str!("data/labels.txt"));
pub(super) static LANGUAGES: Table = Table::new(include_str!("data/languages.txt"));
pub(super) static LEVELS: Table = Table::new(include_str!("data/levels.txt"));
pub(super) static MONTHS: Table = Table::new(include_str!("data/months.txt"));
pub(super) static OFFICES: Table = Table::new(include_str!("data/offices.txt"));
pub(super) static PAY: Table = Table::new(include_str!("data/pay.txt"));
pub(super) static PLACES: Table = Table::new(include_str!("data/places.txt"));
pub(super) static PROCESS: Table = Table::new(include_str!("data/process.txt"));
pub(super) static SHARES: Table = Table::new(include_str!("data/shares.txt"));
pub(super) static SKILLS: Table = Table::new(include_str!("data/skills.txt"));
pub(super) static STATUSES: Table = Table::new(include_str!("data/statuses.txt"));
pub(super) static TEAMS: Table = Table::new(include_str!("data/teams.txt"));
pub(super) static TERMS: Table = Table::new(include_str!("data/terms.txt"));
pub(super) static TITLES: Table = Table::new(include_str!("data/titles.txt"));

/// A data file.
pub(super) struct Table {
    text: &'static str,
    sections: OnceLock<Vec<Section>>,
}

/// A section of a data file: `[denial]` and the lines below.
struct Section {
    name: &'static str,
    lines: &'static str,
}

/// One line of a data file.
pub(super) struct Row {
    /// The `[section]` it stands in; empty above the first.
    pub section: &'static str,
    /// What stands before the colon.
    pub name: &'static str,
    /// What stands after it.
    rest: &'static str,
}

impl Table {
    const fn new(text: &'static str) -> Self {
        Self { text, sections: OnceLock::new() }
    }

    /// All rows, in order.
    pub(super) fn rows(&'static self) -> impl Iterator<Item = Row> {
        self.sections().iter().flat_map(Section::rows)
    }

    /// The rows of one section, in order.
    pub(super) fn rows_of(&'static self, section: &str) -> impl Iterator<Item = Row> + use<> {
        let named: Vec<_> = self.sections().iter().filter(|known| known.name == section).collect();
        debug_assert!(!named.is_empty(), "no section [{section}]");
        named.into_iter().flat_map(Section::rows)
    }

    /// The rows of the sections that begin with `family`, each with the rest of its section's name: `EUR` of `[sign EUR]`
    /// in the family `sign `.
    pub(super) fn family(&'static self, family: &str) -> impl Iterator<Item = (&'static str, Row)> {
        let members = self.sections().iter().filter_map(move |known| Some((known.name.strip_prefix(family)?, known)));
        members.flat_map(|(member, section)| section.rows().map(move |row| (member, row)))
    }

    /// The entries of one section with all spellings, in order.
    pub(super) fn forms(&'static self, section: &str) -> impl Iterator<Item = &'static str> + use<> {
        self.rows_of(section).flat_map(|row| row.forms())
    }

    /// The same as a list, for short ones that are gone through.
    pub(super) fn words(&'static self, section: &str) -> Vec<&'static str> {
        self.forms(section).collect()
    }

    /// The entries of one section as phrases, which all mean the same.
    pub(super) fn lexicon(&'static self, section: &str) -> Lexicon<()> {
        Lexicon::new(self.forms(section).map(|form| (form, ())))
    }

    /// The entries of the sections that mean something as phrases: `[status closed]` may mean `Said::Closed`.
    pub(super) fn lexicon_of<T: Copy>(&'static self, meaning: impl Fn(&'static str) -> Option<T>) -> Lexicon<T> {
        let meant = self.sections().iter().filter_map(|section| Some((section, meaning(section.name)?)));
        let rows = meant.flat_map(|(section, meaning)| section.rows().map(move |row| (row, meaning)));
        Lexicon::new(rows.flat_map(|(row, meaning)| row.forms().map(move |form| (form, meaning))))
    }

    fn sections(&self) -> &[Section] {
        self.sections.get_or_init(|| sections(self.text))
    }
}

impl Section {
    fn rows(&self) -> impl Iterator<Item = Row> + use<> {
        let section = self.name;
        self.lines.lines().filter_map(move |line| {
            let line = line.trim();
            if line.is_empty() || line.starts_with("# ") || line == "#" {
                return None;
            }
            let (name, rest) = line.split_once(": ").unwrap_or((line, ""));
            Some(Row { section, name: name.trim(), rest })
        })
    }
}

impl Row {
    /// The other spellings.
    pub(super) fn aliases(&self) -> impl Iterator<Item = &'static str> + use<> {
        self.rest.split(',').map(str::trim).filter(|alias| !alias.is_empty())
    }

    /// The name, then the other spellings.
    pub(super) fn forms(&self) -> impl Iterator<Item = &'static str> + use<> {
        std::iter::once(self.name).chain(self.aliases())
    }
}

/// The sections of a data file; the first has no name, and is what stands above the others.
fn sections(text: &'static str) -> Vec<Section> {
    let (mut sections, mut name, mut start) = (Vec::new(), "", 0);
    for at in memmem::find_iter(text.as_bytes(), "\n[") {
        let line = text[at + 1..].lines().next();
        let Some(next) = line.and_then(|line| line[1..].strip_suffix(']')) else { continue };
        sections.push(Section { name, lines: &text[start..=at] });
        (name, start) = (next, at + next.len() + "\n[]".len());
    }
    sections.push(Section { name, lines: &text[start..] });
    sections
}
