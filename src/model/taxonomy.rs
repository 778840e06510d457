//! What postings are grouped by: tags, places, teams, companies, employment types.

use rayon::prelude::*;
use rustc_hash::FxHashMap;

use super::{Published, slugify};
use crate::config::Config;
use crate::posting::Facts;

/// The kinds of groupings, in the order of navigation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    /// By team.
    Teams,
    /// By place.
    Locations,
    /// By tag.
    Tags,
    /// By employer; only where there are several.
    Companies,
    /// By employment type.
    EmploymentTypes,
}

impl Kind {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Teams, Self::Locations, Self::Tags, Self::Companies, Self::EmploymentTypes];

    /// Its name in addresses and templates.
    pub fn name(self) -> &'static str {
        match self {
            Self::Teams => "teams",
            Self::Locations => "locations",
            Self::Tags => "tags",
            Self::Companies => "companies",
            Self::EmploymentTypes => "employment-types",
        }
    }

    /// Its English name as a heading.
    pub fn label(self) -> &'static str {
        match self {
            Self::Teams => "Teams",
            Self::Locations => "Locations",
            Self::Tags => "Tags",
            Self::Companies => "Companies",
            Self::EmploymentTypes => "Employment types",
        }
    }

    /// The path of its index below the base URL.
    pub fn route(self) -> String {
        format!("/{}/", self.name())
    }

    /// The names of its groups that a posting belongs to.
    pub fn names(self, facts: &Facts) -> Vec<&str> {
        match self {
            Self::Teams => facts.team.iter().map(|team| team.value.as_str()).collect(),
            Self::Companies => facts.company.iter().map(|company| company.value.as_str()).collect(),
            Self::Tags => facts.tags.iter().flat_map(|tags| &tags.value).map(String::as_str).collect(),
            Self::Locations => {
                facts.locations.iter().flat_map(|places| &places.value).map(|place| place.name.as_str()).collect()
            }
            Self::EmploymentTypes => {
                facts.employment_type.iter().flat_map(|types| &types.value).map(|kind| kind.label()).collect()
            }
        }
    }
}

/// All groups of one kind.
#[derive(Debug)]
pub struct Taxonomy {
    /// The kind.
    pub kind: Kind,
    /// The groups, by name.
    pub terms: Vec<Term>,
    /// Every spelling in use → index into `terms`.
    spellings: FxHashMap<Box<str>, usize>,
}

/// One group.
#[derive(Debug)]
pub struct Term {
    /// The name to show: the most frequent spelling.
    pub name: String,
    /// Its part of the address.
    pub slug: String,
    /// Indexes into the site's postings, in the order of lists; each once.
    pub postings: Vec<usize>,
}

impl Taxonomy {
    /// The index into `terms` of a name as postings spell it.
    pub fn index_of(&self, name: &str) -> Option<usize> {
        self.spellings.get(name).copied()
    }

    /// A term's path below the base URL.
    pub fn route(&self, term: &Term) -> String {
        format!("/{}/{}/", self.kind.name(), term.slug)
    }
}

/// Groups the listed postings in every way that at least one of them has.
pub(super) fn build(postings: &[Published], open: &[usize], config: &Config) -> Vec<Taxonomy> {
    let taxonomies: Vec<Taxonomy> = Kind::ALL.into_par_iter().map(|kind| group(kind, postings, open, config)).collect();
    taxonomies
        .into_iter()
        .filter(|taxonomy| taxonomy.terms.len() > usize::from(taxonomy.kind == Kind::Companies))
        .collect()
}

/// Spellings with the same address are one term.
fn group(kind: Kind, postings: &[Published], open: &[usize], config: &Config) -> Taxonomy {
    let aliases = aliases(kind, config);
    let mut by_slug: FxHashMap<String, usize> = FxHashMap::default();
    let mut by_spelling: FxHashMap<Box<str>, usize> = FxHashMap::default();
    let mut groups: Vec<Group> = Vec::new();
    for &posting in open {
        for spelling in kind.names(&postings[posting].posting.facts) {
            let name = aliases.get(spelling).copied().unwrap_or(spelling);
            let known = by_spelling.get(spelling).copied();
            let index = known.unwrap_or_else(|| {
                let slug = slugify(name);
                let index = *by_slug.entry(slug.clone()).or_insert_with(|| {
                    groups.push(Group::new(slug));
                    groups.len() - 1
                });
                by_spelling.insert(spelling.into(), index);
                index
            });
            groups[index].add(posting, name);
        }
    }
    sorted(kind, groups, by_spelling)
}

struct Group {
    slug: String,
    postings: Vec<usize>,
    spellings: Vec<(String, usize)>,
}

impl Group {
    fn new(slug: String) -> Self {
        Self { slug, postings: Vec::new(), spellings: Vec::new() }
    }

    fn add(&mut self, posting: usize, spelling: &str) {
        if self.postings.last() != Some(&posting) {
            self.postings.push(posting);
        }
        match self.spellings.iter_mut().find(|(known, _)| known == spelling) {
            Some((_, count)) => *count += 1,
            None => self.spellings.push((spelling.to_owned(), 1)),
        }
    }

    fn into_term(self) -> Term {
        let most = self.spellings.into_iter().max_by(|a, b| a.1.cmp(&b.1).then_with(|| b.0.cmp(&a.0)));
        let name = most.map(|(name, _)| name).unwrap_or_default();
        Term { name, slug: self.slug, postings: self.postings }
    }
}

fn sorted(kind: Kind, groups: Vec<Group>, spellings: FxHashMap<Box<str>, usize>) -> Taxonomy {
    let mut terms: Vec<(usize, Term)> = groups.into_iter().map(Group::into_term).enumerate().collect();
    terms.sort_by_cached_key(|(_, term)| (term.name.to_lowercase(), term.slug.clone()));
    let mut place = vec![0; terms.len()];
    for (new, (old, _)) in terms.iter().enumerate() {
        place[*old] = new;
    }
    let spellings = spellings.into_iter().map(|(spelling, old)| (spelling, place[old])).collect();
    Taxonomy { kind, terms: terms.into_iter().map(|(_, term)| term).collect(), spellings }
}

fn aliases(kind: Kind, config: &Config) -> FxHashMap<&str, &str> {
    let table = match kind {
        Kind::Tags => &config.tag_aliases,
        Kind::Locations => &config.location_aliases,
        Kind::Teams | Kind::Companies | Kind::EmploymentTypes => return FxHashMap::default(),
    };
    table.iter().map(|(spelling, name)| (spelling.as_str(), name.as_str())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::State;
    use crate::posting::{Field, OriginKind, Posting};

    fn posting(tags: &[&str], company: &str) -> Published {
        let facts = Facts {
            tags: Some(Field::elsewhere(tags.iter().map(|&tag| tag.into()).collect(), OriginKind::FrontMatter)),
            company: Some(Field::elsewhere(company.into(), OriginKind::FrontMatter)),
            ..Facts::default()
        };
        let posting =
            Posting { path: "a.md".into(), shown: "a.md".into(), content: "".into(), is_posting: true, facts };
        Published { posting: posting.into(), route: "/jobs/a/".into(), state: State::Open }
    }

    fn terms(postings: &[Published], config: &Config) -> Vec<(String, String, Vec<usize>)> {
        let open: Vec<_> = (0..postings.len()).collect();
        let taxonomies = build(postings, &open, config);
        let tags = taxonomies.into_iter().find(|taxonomy| taxonomy.kind == Kind::Tags).expect("tags");
        tags.terms.into_iter().map(|term| (term.name, term.slug, term.postings)).collect()
    }

    #[test]
    fn spellings_of_one_address_are_one_term_under_the_most_frequent() {
        let postings = [posting(&["Node.js", "c"], ""), posting(&["node js"], ""), posting(&["Node.js", "C++"], "")];
        assert_eq!(
            terms(&postings, &Config::default()),
            [
                ("c".into(), "c".into(), vec![0]),
                ("C++".into(), "cplusplus".into(), vec![2]),
                ("Node.js".into(), "node-js".into(), vec![0, 1, 2]),
            ]
        );
    }

    #[test]
    fn an_alias_of_the_config_joins_two_terms() {
        let config = Config { tag_aliases: vec![("Postgres".into(), "PostgreSQL".into())], ..Config::default() };
        let postings = [posting(&["Postgres"], ""), posting(&["PostgreSQL", "Postgres"], "")];
        assert_eq!(terms(&postings, &config), [("PostgreSQL".into(), "postgresql".into(), vec![0, 1])]);
    }

    #[test]
    fn i3_companies_are_a_grouping_only_where_there_are_several() {
        let kinds = |postings: &[Published]| {
            let open: Vec<_> = (0..postings.len()).collect();
            build(postings, &open, &Config::default()).iter().map(|taxonomy| taxonomy.kind).collect::<Vec<_>>()
        };
        assert_eq!(kinds(&[posting(&[], "A"), posting(&[], "A")]), []);
        assert_eq!(kinds(&[posting(&[], "A"), posting(&[], "B")]), [Kind::Companies]);
    }
}
