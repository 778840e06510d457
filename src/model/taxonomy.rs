//! What postings are grouped by: tags, places, teams, companies, employment types.

use std::borrow::Cow;

use rayon::prelude::*;
use rustc_hash::FxHashMap;

use super::collation::Collation;
use super::{atlas, slugify};
use crate::config::Config;
use crate::posting::{Facts, Place};

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

    /// The path of its index below the base URL.
    pub fn route(self) -> String {
        format!("/{}/", self.name())
    }

    /// The names of its groups that a posting belongs to, as it spells them, each with what tells the group from others: the
    /// name itself, but of places a key that all spellings share.
    pub fn terms(self, facts: &Facts) -> impl Iterator<Item = (&str, Cow<'_, str>)> {
        let of = move |kind| (self == kind).then_some(facts).into_iter();
        let teams = of(Self::Teams).flat_map(|facts| &facts.team).map(|team| team.value.as_str());
        let companies = of(Self::Companies).flat_map(|facts| &facts.company).map(|company| company.value.as_str());
        let tags = of(Self::Tags).flat_map(|facts| &facts.tags).flat_map(|tags| &tags.value).map(String::as_str);
        let types = of(Self::EmploymentTypes).flat_map(|facts| &facts.employment_type).flat_map(|types| &types.value);
        let names = teams.chain(companies).chain(tags).chain(types.map(|kind| kind.label()));
        let places = of(Self::Locations).flat_map(|facts| &facts.locations).flat_map(|places| &places.value);
        names.map(|name| (name, Cow::Borrowed(name))).chain(places.map(|place| (place.name.as_str(), place.key())))
    }

    /// What tells its groups that a posting belongs to from others.
    pub fn keys(self, facts: &Facts) -> Vec<Cow<'_, str>> {
        self.terms(facts).map(|(_, key)| key).collect()
    }

    /// The names of its groups that a posting belongs to, as it spells them.
    pub fn names(self, facts: &Facts) -> Vec<&str> {
        self.terms(facts).map(|(name, _)| name).collect()
    }
}

/// All groups of one kind.
#[derive(Debug)]
pub struct Taxonomy {
    /// The kind.
    pub kind: Kind,
    /// The groups, by name.
    pub terms: Vec<Term>,
    /// Every key in use ([`Kind::keys`]) → index into `terms`.
    keys: FxHashMap<Box<str>, usize>,
}

/// One group.
#[derive(Debug, Default)]
pub struct Term {
    /// The name to show: the most frequent spelling.
    pub name: String,
    /// Its part of the address.
    pub slug: String,
    /// Indexes into the site's postings, in the order of lists; each once.
    pub postings: Vec<usize>,
    /// Those of them that are not there, but remote and open to it (O2).
    pub remote: Vec<usize>,
    /// Whether no posting names it: the country of a town.
    pub is_implied: bool,
    /// Indexes of the terms that hold this one, the smallest first.
    pub within: Vec<usize>,
    /// Indexes of the terms that this one holds, by name.
    pub holds: Vec<usize>,
}

impl Taxonomy {
    /// The index into `terms` of what [`Kind::keys`] gives for a posting.
    pub fn index_of(&self, key: &str) -> Option<usize> {
        self.keys.get(key).copied()
    }

    /// A term's path below the base URL.
    pub fn route(&self, term: &Term) -> String {
        format!("/{}/{}/", self.kind.name(), term.slug)
    }
}

/// Groups the listed postings in every way that at least one of them has. They come in the order of lists, each with its
/// index into the site's postings.
pub(super) fn build(postings: &[(usize, &Facts)], config: &Config, collation: &Collation) -> Vec<Taxonomy> {
    let group = |kind| group(kind, postings, config, collation);
    let taxonomies: Vec<Taxonomy> = Kind::ALL.into_par_iter().map(group).collect();
    taxonomies
        .into_iter()
        .filter(|taxonomy| taxonomy.terms.len() > usize::from(taxonomy.kind == Kind::Companies))
        .collect()
}

/// Spellings with the same key, or the same address, are one term.
fn group(kind: Kind, postings: &[(usize, &Facts)], config: &Config, collation: &Collation) -> Taxonomy {
    let aliases = aliases(kind, postings, config);
    let mut by_slug: FxHashMap<String, usize> = FxHashMap::default();
    let mut by_key: FxHashMap<Box<str>, usize> = FxHashMap::default();
    let mut groups: Vec<Group> = Vec::new();
    for &(posting, facts) in postings {
        for (spelling, key) in kind.terms(facts) {
            let alias = aliases.get(key.as_ref()).copied();
            let known = by_key.get(key.as_ref()).copied();
            let index = known.unwrap_or_else(|| {
                let slug = slugify(alias.unwrap_or(&key));
                let index = *by_slug.entry(slug.clone()).or_insert_with(|| {
                    groups.push(Group::new(slug));
                    groups.len() - 1
                });
                by_key.insert(key.as_ref().into(), index);
                index
            });
            groups[index].add(posting, alias.unwrap_or(spelling));
        }
    }
    if kind == Kind::Locations {
        atlas::spread(&mut groups, &mut by_key, postings);
    }
    sorted(kind, groups, by_key, collation)
}

/// A term on its way.
#[derive(Default)]
pub(super) struct Group {
    pub slug: String,
    postings: Vec<usize>,
    pub spellings: Vec<(String, usize)>,
    /// What it is, if it is a place.
    pub place: Option<Place>,
    pub is_implied: bool,
    pub within: Vec<usize>,
    pub remote: Vec<usize>,
}

impl Group {
    pub(super) fn new(slug: String) -> Self {
        Self { slug, ..Self::default() }
    }

    /// A term that no posting names.
    pub(super) fn implied(slug: String) -> Self {
        Self { is_implied: true, ..Self::new(slug) }
    }

    /// Enters postings, be they there or not.
    pub(super) fn enter(&mut self, postings: &[usize]) {
        self.postings.extend_from_slice(postings);
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

    fn into_term(mut self) -> Term {
        let most = self.spellings.into_iter().max_by(|a, b| a.1.cmp(&b.1).then_with(|| b.0.cmp(&a.0)));
        let name = most.map(|(name, _)| name).unwrap_or_default();
        self.postings.sort_unstable();
        self.postings.dedup();
        self.remote.sort_unstable();
        let Self { slug, postings, is_implied, within, remote, .. } = self;
        Term { name, slug, postings, remote, is_implied, within, holds: Vec::new() }
    }
}

fn sorted(kind: Kind, groups: Vec<Group>, keys: FxHashMap<Box<str>, usize>, collation: &Collation) -> Taxonomy {
    let mut terms: Vec<(usize, Term)> = groups.into_iter().map(Group::into_term).enumerate().collect();
    terms.sort_by_cached_key(|(_, term)| (collation.key(&term.name), term.slug.clone()));
    let mut place = vec![0; terms.len()];
    for (new, (old, _)) in terms.iter().enumerate() {
        place[*old] = new;
    }
    let keys = keys.into_iter().map(|(key, old)| (key, place[old])).collect();
    let mut terms: Vec<Term> = terms.into_iter().map(|(_, term)| term).collect();
    for index in 0..terms.len() {
        let within: Vec<usize> = terms[index].within.iter().map(|&old| place[old]).collect();
        for &parent in &within {
            terms[parent].holds.push(index);
        }
        terms[index].within = within;
    }
    Taxonomy { kind, terms, keys }
}

/// The names that the configuration gives groups, by key: an alias of one spelling of a place holds for all of them.
fn aliases<'a>(kind: Kind, postings: &[(usize, &Facts)], config: &'a Config) -> FxHashMap<Box<str>, &'a str> {
    let table = match kind {
        Kind::Tags => &config.tag_aliases,
        Kind::Locations => &config.location_aliases,
        Kind::Teams | Kind::Companies | Kind::EmploymentTypes => return FxHashMap::default(),
    };
    if table.is_empty() {
        return FxHashMap::default();
    }
    let by_spelling: FxHashMap<&str, &str> = table.iter().map(|(from, to)| (from.as_str(), to.as_str())).collect();
    let spellings = postings.iter().flat_map(|(_, facts)| kind.terms(facts));
    spellings.filter_map(|(spelling, key)| Some((key.as_ref().into(), *by_spelling.get(spelling)?))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::posting::{Country, Field, OriginKind};

    fn posting(tags: &[&str], company: &str) -> Facts {
        Facts {
            tags: Some(Field::elsewhere(tags.iter().map(|&tag| tag.into()).collect(), OriginKind::FrontMatter)),
            company: Some(Field::elsewhere(company.into(), OriginKind::FrontMatter)),
            ..Facts::default()
        }
    }

    fn built(postings: &[Facts], config: &Config) -> Vec<Taxonomy> {
        build(&postings.iter().enumerate().collect::<Vec<_>>(), config, &Collation::new("en"))
    }

    fn terms(postings: &[Facts], config: &Config) -> Vec<(String, String, Vec<usize>)> {
        let tags = built(postings, config).into_iter().find(|taxonomy| taxonomy.kind == Kind::Tags).expect("tags");
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

    fn at(places: &[(&str, &str)]) -> Facts {
        let place = |(name, code): &(&str, &str)| match Country::of(code) {
            Some(country) => Place { name: (*name).to_owned(), ..country.into() },
            None => Place::new(*name),
        };
        let places = places.iter().map(place).collect();
        Facts { locations: Some(Field::elsewhere(places, OriginKind::FrontMatter)), ..posting(&[], "") }
    }

    fn places(postings: &[Facts], config: &Config) -> Vec<(String, String, usize)> {
        let places =
            built(postings, config).into_iter().find(|taxonomy| taxonomy.kind == Kind::Locations).expect("places");
        places.terms.into_iter().map(|term| (term.name, term.slug, term.postings.len())).collect()
    }

    #[test]
    fn o2_spellings_of_one_place_are_one_page_whose_address_no_spelling_moves() {
        let one = [at(&[("Deutschland", "DE")]), at(&[("Deutschland", "DE"), ("Germany", "DE")]), at(&[("Ulm", "")])];
        let expected = [("Deutschland".into(), "germany".into(), 2), ("Ulm".into(), "ulm".into(), 1)];
        assert_eq!(places(&one, &Config::default()), expected);
        let config = Config { location_aliases: vec![("Germany".into(), "Home".into())], ..Config::default() };
        let expected = [("Home".into(), "home".into(), 2), ("Ulm".into(), "ulm".into(), 1)];
        assert_eq!(places(&one, &config), expected);
    }

    #[test]
    fn i3_companies_are_a_grouping_only_where_there_are_several() {
        let kinds = |postings: &[Facts]| {
            built(postings, &Config::default()).iter().map(|taxonomy| taxonomy.kind).collect::<Vec<_>>()
        };
        assert_eq!(kinds(&[posting(&[], "A"), posting(&[], "A")]), []);
        assert_eq!(kinds(&[posting(&[], "A"), posting(&[], "B")]), [Kind::Companies]);
    }
}
