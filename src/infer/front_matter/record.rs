//! Front matter entries sorted by what they mean.
//!
//! In go the entries as written, out comes for each key its values, the canonical name's first; tables that only group
//! (`[extra]`, `[taxonomies]`, `params`, `details`) are opened. What is not ours is handed on for themes. Values are not read here.

use super::keys::{self, Key};
use crate::data::{Entry, Node, Value, normalise_key};
use crate::infer::words::is_one_of;

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
        const TABLES: [&str; 3] = ["extra", "taxonomies", "params"];
        let is_table =
            |entry: &&Entry| matches!(entry.value.value, Value::Map(_)) && is_one_of(&entry.key, &TABLES) && depth < 2;
        for entry in entries.iter().filter(|entry| !is_table(entry)) {
            match keys::meaning(&entry.key) {
                Some((key, rank)) if !is_group(entry) => {
                    self.known.push((key, rank + depth * 100, entry));
                    self.add_terms(key, entry, depth + 1);
                }
                _ => self.unknown.push(entry),
            }
        }
        for entry in entries.iter().filter(is_table) {
            self.add(entry.value.entries(), depth + 1);
        }
        for entry in entries.iter().filter(|entry| is_group(entry)) {
            self.add_group(entry, depth + 1);
        }
    }

    /// Adds what the table of a place says of remote work, and that of an application of its days: `location: {city: Ulm,
    /// remote: false}`, `apply: {url: …, deadline: 2026-05-02}`.
    fn add_terms(&mut self, key: Key, outer: &'a Entry, depth: usize) {
        for entry in outer.value.entries() {
            if let Some((inner, rank)) = keys::meaning(&entry.key)
                && matches!((key, inner), (Key::Locations, Key::Remote) | (Key::Apply, Key::Posted | Key::Closes))
            {
                self.known.push((inner, rank + depth * 100, entry));
            }
        }
    }

    /// Adds what a group of facts holds; for themes it stays whole.
    fn add_group(&mut self, group: &'a Entry, depth: usize) {
        let of_lines = group.value.items().iter().flat_map(Node::entries);
        for entry in group.value.entries().iter().chain(of_lines) {
            if let Some((key, rank)) = keys::meaning(&entry.key) {
                self.known.push((key, rank + depth * 100, entry));
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

/// Whether an entry but groups facts: a table, or a list of tables of one line each, as `- Location: Ulm` is.
fn is_group(entry: &Entry) -> bool {
    const GROUPS: [&str; 40] = [
        "fields",
        "properties",
        "data",
        "overview",
        "job",
        "posting",
        "position",
        "details",
        "jobdetails",
        "info",
        "jobinfo",
        "facts",
        "metadata",
        "meta",
        "jobmeta",
        "career",
        "vacancy",
        "role",
        "opening",
        "jobposting",
        "schema",
        "jsonld",
        "structureddata",
        "seo",
        "attributes",
        "specs",
        "keyfacts",
        "stelle",
        "offre",
        "oferta",
        "vaga",
        "vacature",
        "offer",
        "terms",
        "conditions",
        "package",
        "eckdaten",
        "rahmendaten",
        "condiciones",
        "voorwaarden",
    ];
    let is_named = || GROUPS.contains(&normalise_key(&entry.key).as_str());
    match &entry.value.value {
        Value::Map(entries) => is_named() || (keys::meaning(&entry.key).is_none() && tells_facts(entries)),
        Value::List(items) => !items.is_empty() && items.iter().all(|item| item.entries().len() == 1) && is_named(),
        Value::Scalar(_) | Value::Null => false,
    }
}

/// Whether a table of any name holds facts that only a posting has, such as a place and a kind of employment.
fn tells_facts(entries: &[Entry]) -> bool {
    const TELLING: [Key; 7] =
        [Key::Locations, Key::EmploymentType, Key::Salary, Key::Closes, Key::Team, Key::Remote, Key::Apply];
    let told =
        |wanted: &&Key| entries.iter().any(|entry| keys::meaning(&entry.key).is_some_and(|(key, _)| key == **wanted));
    TELLING.iter().filter(told).nth(1).is_some()
}

#[cfg(test)]
mod tests {
    use super::super::super::fixture::{draft, list, map, node, scalar};
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

    #[test]
    fn i4_nested_tables_of_zola_are_read() {
        let facts = draft()
            .entry("taxonomies", map(&[("tags", list(&["rust"]))]))
            .entry("extra", map(&[("team", scalar("Hulls"))]))
            .facts();
        assert_eq!(facts.tags.map(|field| field.value), Some(vec!["Rust".to_owned()]));
        assert_eq!(facts.team.map(|field| field.value).as_deref(), Some("Hulls"));
    }

    #[test]
    fn i4_a_list_of_single_lines_is_read_and_stays_for_themes() {
        let items = vec![map(&[("Location", scalar("Ulm"))]), map(&[("Team", scalar("Hulls"))])];
        let draft = draft().entry("details", node(Value::List(items))).build();
        let record = Record::new(&draft.front_matter.entries);
        assert_eq!((record.entries(Key::Locations).count(), record.entries(Key::Team).count()), (1, 1));
        assert_eq!(record.unknown.len(), 1);
    }
}
