//! Front matter entries sorted by what they mean.
//!
//! In go the entries as written, out comes for each key its values, the canonical name's first; tables that only group
//! (`[extra]`, `[taxonomies]`, `params`) are opened. What is not ours is handed on for themes. Values are not read here.

use super::keys::{self, Key};
use crate::data::{Entry, Value};

/// Entries by meaning.
pub(super) struct Record<'a> {
    /// Sorted by key, then by the rank of the name it was given under.
    known: Vec<(Key, usize, &'a Entry)>,
    /// Entries that mean nothing to us.
    pub unknown: Vec<&'a Entry>,
}

impl<'a> Record<'a> {
    /// Sorts `entries`. Where a name is given twice, at the top and in a group, the top wins.
    pub(super) fn new(entries: &'a [Entry]) -> Self {
        let mut record = Self { known: Vec::with_capacity(entries.len()), unknown: Vec::new() };
        record.add(entries, 0);
        // Stable, so that what stands higher comes first within a rank.
        record.known.sort_by_key(|(key, rank, _)| (*key, *rank));
        record
    }

    fn add(&mut self, entries: &'a [Entry], depth: usize) {
        const GROUPS: [&str; 3] = ["extra", "taxonomies", "params"];
        for entry in entries {
            let is_group =
                GROUPS.contains(&entry.key.to_ascii_lowercase().as_str()) && matches!(entry.value.value, Value::Map(_));
            if is_group && depth < 2 {
                continue;
            }
            match keys::meaning(&entry.key) {
                Some((key, rank)) => self.known.push((key, rank + depth * 100, entry)),
                None => self.unknown.push(entry),
            }
        }
        for entry in entries.iter().filter(|_| depth < 2) {
            if GROUPS.contains(&entry.key.to_ascii_lowercase().as_str()) {
                self.add(entry.value.entries(), depth + 1);
            }
        }
    }

    /// The entries that mean `key`, the most trusted name first. Empty values are left out: they count as absent.
    pub(super) fn entries(&self, key: Key) -> impl Iterator<Item = &'a Entry> + use<'a, '_> {
        let start = self.known.partition_point(|(known, ..)| *known < key);
        let of_key = self.known[start..].iter().take_while(move |(known, ..)| *known == key);
        of_key.map(|(.., entry)| *entry).filter(|entry| !entry.value.is_empty())
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::fixture::{draft, list, map, scalar};
    use super::*;

    #[test]
    fn i4_the_canonical_name_wins_whatever_the_order() {
        let draft = draft().key("job_title", "B").key("title", "A").key("layout", "x").build();
        let record = Record::new(&draft.front_matter.entries);
        let titles: Vec<_> = record.entries(Key::Title).filter_map(|entry| entry.value.as_str()).collect();
        assert_eq!(titles, ["A", "B"]);
        assert_eq!(record.unknown.len(), 1);
    }

    #[test]
    fn i4_tables_that_group_are_opened_and_the_top_wins() {
        let extra = map(&[("team", scalar("Inner")), ("tags", list(&["x"]))]);
        let draft = draft().entry("extra", extra).key("team", "Outer").key("salary", "").build();
        let record = Record::new(&draft.front_matter.entries);
        let teams: Vec<_> = record.entries(Key::Team).filter_map(|entry| entry.value.as_str()).collect();
        assert_eq!(teams, ["Outer", "Inner"]);
        assert_eq!((record.entries(Key::Tags).count(), record.entries(Key::Salary).count()), (1, 0));
    }
}
