//! Groups of countries that postings name as places: the EU, EMEA, the Nordics.
//!
//! The data is `data/world.txt`, read when a group is first asked for.

use std::sync::LazyLock;

use super::Country;

const WORLD: &str = include_str!("../data/world.txt");

/// Name and members' codes of each group, the smallest group first.
static GROUPS: LazyLock<Vec<(&'static str, Vec<&'static str>)>> = LazyLock::new(|| {
    let mut groups: Vec<_> = rows("groups").map(|(name, members)| (name, codes(members))).collect();
    groups.sort_by_key(|(name, codes)| (codes.len(), *name));
    groups
});

/// Code and usual name, sorted.
static NAMES: LazyLock<Vec<(&'static str, &'static str)>> = LazyLock::new(|| {
    let mut names: Vec<_> = rows("names").collect();
    names.sort_unstable();
    names
});

/// Several countries under one name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Group {
    name: &'static str,
}

impl Group {
    /// All the world, which has no list of countries.
    pub const WORLD: Self = Self { name: "Worldwide" };

    /// The group of this name, as the data writes it.
    pub fn named(name: &str) -> Option<Self> {
        rows("groups").find(|(known, _)| *known == name).map(|(name, _)| Self { name })
    }

    /// All of them, the smallest first.
    pub fn all() -> impl Iterator<Item = Self> {
        GROUPS.iter().map(|(name, _)| Self { name })
    }

    /// Its usual English name.
    pub fn name(self) -> &'static str {
        self.name
    }

    /// The countries it has, by code; none for the whole world.
    pub fn countries(self) -> impl Iterator<Item = Country> {
        self.codes().iter().filter_map(|code| Country::of(code))
    }

    /// Whether all of `countries` belong to it; none at all belong nowhere.
    pub fn holds(self, countries: &[Country]) -> bool {
        !countries.is_empty() && countries.iter().all(|country| self.codes().contains(&country.code()))
    }

    fn codes(self) -> &'static [&'static str] {
        GROUPS.iter().find(|(name, _)| *name == self.name).map_or(&[], |(_, codes)| codes)
    }
}

/// The lines of a section of the data, each split at its colon.
fn rows(section: &str) -> impl Iterator<Item = (&'static str, &'static str)> + use<> {
    let (_, rows) = WORLD.split_once(&format!("[{section}]\n")).unwrap_or_default();
    let rows = rows.lines().take_while(|line| !line.starts_with('[')).filter(|line| !line.is_empty());
    rows.map(|line| line.split_once(": ").unwrap_or((line, "")))
}

/// What the country of a code is usually called, where ISO's name is formal.
pub(super) fn usual_name(code: &str) -> Option<&'static str> {
    NAMES.binary_search_by_key(&code, |(known, _)| known).ok().map(|at| NAMES[at].1)
}

/// The codes that a list of codes and of groups' names comes to, sorted.
fn codes(members: &'static str) -> Vec<&'static str> {
    let mut codes: Vec<&str> = Vec::new();
    for member in members.split(", ") {
        match rows("groups").find(|(name, _)| *name == member) {
            Some((_, inner)) => codes.extend(self::codes(inner)),
            None => codes.extend(member.split_whitespace()),
        }
    }
    codes.sort_unstable();
    codes.dedup();
    codes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_member_of_a_group_is_a_country() {
        for group in Group::all() {
            for code in group.codes() {
                assert!(Country::of(code).is_some(), "{}: {code}", group.name());
            }
        }
        for (code, _) in rows("names") {
            assert!(Country::of(code).is_some(), "{code}");
        }
    }
}
