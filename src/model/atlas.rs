//! Which postings a place's page lists beside those that name it (O2): Berlin lies in Germany, Germany in the European
//! Union, and who may live in either can take a remote role that is open to the European Union.
//!
//! In go the groups of the places that postings name; they come out with the postings of the places in them, with the
//! remote roles that are open to them, and with a group for each country in which there is a role. Larger groups of
//! countries have a page only where a posting names them.

use std::collections::BTreeSet;

use rustc_hash::FxHashMap;

use super::slugify;
use super::taxonomy::Group;
use crate::posting::{Facts, Group as Countries, Place, Remote, Spot};

/// Spreads postings over the places that hold theirs, and over those that they are open to.
pub(super) fn spread(groups: &mut Vec<Group>, by_key: &mut FxHashMap<Box<str>, usize>, postings: &[(usize, &Facts)]) {
    let mut atlas = Atlas { groups, by_key };
    let all = gathered(postings);
    for (whereabouts, _) in &all {
        for place in whereabouts.places {
            atlas.place(place);
        }
        for place in whereabouts.eligible() {
            atlas.find_or_add(place);
        }
    }
    atlas.add_countries();
    atlas.nest();
    let areas: Vec<usize> = (0..atlas.groups.len()).filter(|&group| is_area(&atlas.groups[group])).collect();
    for (whereabouts, postings) in all {
        let reach = atlas.reach(&atlas.claim(whereabouts), &areas);
        for &group in reach.here.iter().chain(&reach.far) {
            atlas.groups[group].enter(&postings);
        }
        for &group in &reach.far {
            atlas.groups[group].remote.extend_from_slice(&postings);
        }
    }
}

/// What a posting says of where it is.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
struct Whereabouts<'a> {
    places: &'a [Place],
    /// The areas that it says it is open to.
    stated: &'a [Place],
    is_remote: bool,
}

/// Postings by where they are: most share that with others.
fn gathered<'a>(postings: &[(usize, &'a Facts)]) -> Vec<(Whereabouts<'a>, Vec<usize>)> {
    let mut known: FxHashMap<Whereabouts<'a>, usize> = FxHashMap::default();
    let mut all: Vec<(Whereabouts<'a>, Vec<usize>)> = Vec::new();
    for &(posting, facts) in postings {
        let whereabouts = Whereabouts::of(facts);
        let index = *known.entry(whereabouts).or_insert_with(|| {
            all.push((whereabouts, Vec::new()));
            all.len() - 1
        });
        all[index].1.push(posting);
    }
    all
}

/// What a posting says of where it is, as groups.
struct Claim {
    named: BTreeSet<usize>,
    /// The areas that a remote role is open to.
    open_to: BTreeSet<usize>,
    is_worldwide: bool,
}

/// The groups that list a posting beside those that it names.
struct Reach {
    here: BTreeSet<usize>,
    /// Where it is not, but open to.
    far: Vec<usize>,
}

struct Atlas<'a> {
    groups: &'a mut Vec<Group>,
    by_key: &'a mut FxHashMap<Box<str>, usize>,
}

impl Atlas<'_> {
    /// Lets the group of a place know what it is.
    fn place(&mut self, place: &Place) {
        if let Some(&group) = self.by_key.get(place.key().as_ref()) {
            self.groups[group].place.get_or_insert_with(|| place.clone());
        }
    }

    fn find_or_add(&mut self, place: &Place) -> usize {
        let key = place.key();
        if let Some(&known) = self.by_key.get(key.as_ref()) {
            return known;
        }
        let slug = slugify(&key);
        let index = self.groups.iter().position(|group| group.slug == slug).unwrap_or_else(|| {
            self.groups.push(Group::implied(slug));
            self.groups.len() - 1
        });
        self.by_key.insert(key.into(), index);
        let group = &mut self.groups[index];
        if group.spellings.is_empty() {
            group.spellings.push((place.name.clone(), 0));
        }
        group.place.get_or_insert_with(|| place.clone());
        index
    }

    fn add_countries(&mut self) {
        for index in 0..self.groups.len() {
            if let Some(country) = self.groups[index].place.as_ref().and_then(Place::country) {
                self.find_or_add(&country.into());
            }
        }
    }

    fn nest(&mut self) {
        for index in 0..self.groups.len() {
            let parents = self.groups[index].place.as_ref().map(Place::parents).unwrap_or_default();
            let known = parents.iter().filter_map(|parent| self.by_key.get(parent.key().as_ref()).copied());
            self.groups[index].within = known.filter(|parent| *parent != index).collect();
        }
    }

    fn claim(&self, whereabouts: Whereabouts<'_>) -> Claim {
        let Whereabouts { places, is_remote, .. } = whereabouts;
        let of = |place: &Place| self.by_key.get(place.key().as_ref()).copied();
        Claim {
            named: places.iter().filter(|place| !place.is_remote()).filter_map(of).collect(),
            open_to: whereabouts.eligible().filter_map(of).collect(),
            is_worldwide: is_remote && places.iter().any(is_world),
        }
    }

    /// Where the places lie that a posting names, and in which of the `areas` those may live that it is open to.
    fn reach(&self, claim: &Claim, areas: &[usize]) -> Reach {
        let Claim { named, open_to, is_worldwide } = claim;
        let here = &(named | &self.around(named)) - open_to;
        let around = self.around(open_to);
        let is_open_to = |group: usize| {
            let within = &self.groups[group].within;
            *is_worldwide
                || open_to.contains(&group)
                || around.contains(&group)
                || within.iter().any(|g| open_to.contains(g))
        };
        let far = areas.iter().copied().filter(|&group| is_open_to(group) && !here.contains(&group)).collect();
        Reach { here, far }
    }

    /// The groups that hold any of `groups`.
    fn around(&self, groups: &BTreeSet<usize>) -> BTreeSet<usize> {
        groups.iter().flat_map(|&group| &self.groups[group].within).copied().collect()
    }
}

impl<'a> Whereabouts<'a> {
    fn of(facts: &'a Facts) -> Self {
        Self {
            places: facts.locations.as_ref().map_or(&[], |places| &places.value),
            stated: facts.remote_countries.as_ref().map_or(&[], |countries| &countries.value),
            is_remote: facts.remote.as_ref().is_some_and(|remote| remote.value == Remote::Full),
        }
    }

    /// The areas that a remote role is open to, with those that it gives as its places; the world has no page of this kind.
    fn eligible(self) -> impl Iterator<Item = &'a Place> {
        let is_area = |place: &&Place| matches!(place.spot, Spot::Country(_) | Spot::Group(_) | Spot::Region(_));
        let all = self.is_remote.then(|| self.stated.iter().chain(self.places.iter().filter(is_area)));
        all.into_iter().flatten().filter(|place| place.spot != Spot::Unknown && !is_world(place))
    }
}

fn is_world(place: &Place) -> bool {
    place.spot == Spot::Group(Countries::WORLD)
}

/// Whether a group is an area in which one may live, rather than a town.
fn is_area(group: &Group) -> bool {
    group.place.as_ref().is_some_and(|place| {
        matches!(place.spot, Spot::Country(_) | Spot::Region(_))
            || matches!(place.spot, Spot::Group(_)) && !is_world(place)
    })
}
