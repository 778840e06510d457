//! The keys of front matter that mean something, under all names seen in the wild, and those that surely mean nothing.
//!
//! In goes a name, out comes its key. The names are `data/keys.txt`; values are not read here.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use crate::data::normalise_key;
use crate::infer::table::KEYS;

/// Declares the keys, each with its own name, under which `data/keys.txt` has the others.
macro_rules! keys {
    ($($key:ident = $name:literal,)*) => {
        /// What a key is about.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub(in crate::infer) enum Key {
            $($key,)*
        }

        /// The own name of each key.
        const CANONICAL: &[(Key, &str)] = &[$((Key::$key, $name),)*];
    };
}

// `state` is read both as a status and as a region.
keys! {
    Title = "title",
    Summary = "summary",
    Subtitle = "subtitle",
    Company = "company",
    Locations = "locations",
    City = "city",
    Region = "region",
    Country = "country",
    Remote = "remote",
    EmploymentType = "employment_type",
    Tags = "tags",
    Team = "team",
    Level = "level",
    Experience = "experience_months",
    Salary = "salary",
    SalaryMin = "salary_min",
    SalaryMax = "salary_max",
    Currency = "currency",
    Period = "salary_period",
    Posted = "posted",
    Closes = "closes",
    Updated = "updated",
    Apply = "apply",
    ApplyEmail = "apply_email",
    Language = "language",
    Status = "status",
    Slug = "slug",
    Aliases = "aliases",
    Weight = "weight",
    RemoteCountries = "remote_countries",
    RemoteHours = "remote_hours",
    Process = "process",
}

/// The names of each key, the canonical one first: where several are given, the earlier name wins.
static NAMES: LazyLock<Vec<(Key, Vec<&str>)>> = LazyLock::new(|| {
    let named = |(key, name): &(Key, &'static str)| {
        let foreign = KEYS.rows_of("foreign").filter(|row| row.name == *name).flat_map(|row| row.aliases());
        let own = KEYS.rows_of("field").filter(|row| row.name == *name).flat_map(|row| row.forms());
        (*key, own.chain(foreign).collect())
    };
    CANONICAL.iter().map(named).collect()
});

/// Keys that surely mean nothing here, normalised.
static KNOWN_TO_OTHERS: LazyLock<HashSet<String>> = LazyLock::new(|| KEYS.forms("none").map(normalise_key).collect());

/// The names that are long enough to be mistaken, normalised and as written.
static LONG_NAMES: LazyLock<Vec<(String, &str)>> = LazyLock::new(|| {
    let names = KEYS.forms("field").map(|name| (normalise_key(name), name));
    names.filter(|(known, _)| known.len() >= 4).collect()
});

static BY_NAME: LazyLock<HashMap<String, (Key, usize)>> = LazyLock::new(|| {
    let names =
        NAMES.iter().flat_map(|(key, names)| names.iter().enumerate().map(move |(rank, name)| (*key, rank, *name)));
    names.map(|(key, rank, name)| (normalise_key(name), (key, rank))).collect()
});

/// What the key `name` means, and its rank among the names of that meaning; 0 is the canonical name.
pub(super) fn meaning(name: &str) -> Option<(Key, usize)> {
    meaning_of(&normalise_key(name))
}

/// Whether `name` is a key of front matter that means `key`.
pub(in crate::infer) fn names_field(name: &str, key: Key) -> bool {
    meaning(name).is_some_and(|(meant, _)| meant == key)
}

/// The same of a name that is normalised already.
pub(super) fn meaning_of(normalised: &str) -> Option<(Key, usize)> {
    BY_NAME.get(normalised).copied().or_else(|| of_posting(normalised))
}

/// What a name says behind the word for a posting, where it can only be one of its facts: `jobDatePosted`.
fn of_posting(normalised: &str) -> Option<(Key, usize)> {
    const POSTINGS: [&str; 6] = ["jobopening", "jobposting", "job", "position", "vacancy", "posting"];
    const LATER: usize = 50;
    let name = POSTINGS.iter().find_map(|posting| normalised.strip_prefix(posting))?;
    let (key, rank) = BY_NAME.get(name).copied()?;
    let is_fact = matches!(
        key,
        Key::Company
            | Key::Locations
            | Key::City
            | Key::Region
            | Key::Country
            | Key::Remote
            | Key::EmploymentType
            | Key::Salary
            | Key::SalaryMin
            | Key::SalaryMax
            | Key::Currency
            | Key::Posted
            | Key::Closes
            | Key::Apply
            | Key::ApplyEmail
    );
    is_fact.then_some((key, LATER + rank))
}

/// The canonical name of `key`.
pub(super) fn canonical(key: Key) -> &'static str {
    CANONICAL[key as usize].1
}

/// The key whose own name is `name`.
pub(in crate::infer) fn key(name: &str) -> Option<Key> {
    CANONICAL.iter().find(|(_, own)| *own == name).map(|(key, _)| *key)
}

/// All names of the key whose canonical name is `name`, that one first.
pub(in crate::infer) fn names_of(name: &str) -> &'static [&'static str] {
    NAMES.iter().find(|(_, names)| names[0] == name).map_or(&[], |(_, names)| names.as_slice())
}

/// The known name that `name` is one typing slip away from. Names of three letters are too short to tell.
pub(super) fn slip_of(name: &str) -> Option<&'static str> {
    let name = normalise_key(name);
    if name.len() < 4 || KNOWN_TO_OTHERS.contains(name.as_str()) {
        return None;
    }
    LONG_NAMES.iter().find(|(known, _)| is_one_slip(&name, known)).map(|(_, written)| *written)
}

/// Whether one letter too many, too few, wrong, or swapped with its neighbour makes `a` of `b`. Asked of every unknown
/// key with every known one, so it has to cost next to nothing.
fn is_one_slip(a: &str, b: &str) -> bool {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    if a.len().abs_diff(b.len()) > 1 {
        return false;
    }
    let front = a.iter().zip(b).take_while(|(x, y)| x == y).count();
    let (a, b) = (&a[front..], &b[front..]);
    let back = a.iter().rev().zip(b.iter().rev()).take_while(|(x, y)| x == y).count();
    match (&a[..a.len() - back], &b[..b.len() - back]) {
        ([_], [] | [_]) | ([], [_]) => true,
        ([first, second], swapped) => swapped == [*second, *first],
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn i4_keys_are_known_in_any_spelling() {
        for (name, expected) in [
            ("employmentType", Some((Key::EmploymentType, 0))),
            ("Employment Type", Some((Key::EmploymentType, 0))),
            ("date_posted", Some((Key::Posted, 1))),
            ("application link", Some((Key::Apply, 3))),
            ("valid_through", Some((Key::Closes, 7))),
            ("jobDatePosted", Some((Key::Posted, 51))),
            ("job-opening-company", Some((Key::Company, 50))),
            ("job_id", None),
            ("position_summary", None),
            ("layout", None),
            ("", None),
        ] {
            assert_eq!(meaning(name), expected, "{name}");
        }
    }

    #[test]
    fn i4_every_key_has_its_names_and_every_name_its_key() {
        assert!(NAMES.iter().all(|(key, names)| names.first() == Some(&canonical(*key))));
        let strange = KEYS.rows_of("field").chain(KEYS.rows_of("foreign")).find(|row| key(row.name).is_none());
        assert_eq!(strange.map(|row| row.name), None);
    }

    #[test]
    fn i4_one_slip_is_noticed_and_well_known_keys_are_none() {
        for (name, expected) in [
            ("locaton", Some("location")),
            ("employement_type", Some("employment_type")),
            ("tilte", Some("title")),
            ("salry", Some("salary")),
            ("data", None),
            ("stage", None),
            ("layout", None),
            ("gs_level", None),
            ("tag", None),
            ("sla", None),
        ] {
            assert_eq!(slip_of(name), expected, "{name}");
        }
    }
}
