//! The ways in which postings can be narrowed down, each with its choices and who has which.

use rustc_hash::FxHashMap;
use serde_json::{Value, json};

use super::{Coded, pay};
use crate::model::{Kind, Published, Site, Taxonomy, slugify};
use crate::posting::{Facts, Place, Remote};
use crate::render::language::Language;

/// As many choices of a facet as a page lists; the search script shows as many.
const SHOWN: usize = 40;

/// One way to narrow postings down.
pub(in crate::render) struct Facet {
    /// Its name in addresses: `team`, `place`.
    pub key: &'static str,
    /// What it is called on the page.
    pub name: String,
    /// The grouping that it is, if it is one: then each choice has a page as well.
    pub kind: Option<Kind>,
    choices: Vec<Choice>,
    /// How many postings there are.
    rows: usize,
}

/// One choice of a facet.
pub(in crate::render) struct Choice {
    /// Its name in addresses.
    pub slug: String,
    pub name: String,
    /// How many of the choices before it hold it: a town is one deeper than its country.
    pub depth: usize,
    /// The postings that it fits, as indexes into the site's open ones, ascending.
    pub rows: Vec<usize>,
}

/// What a grouping is called in addresses.
pub(in crate::render) fn key_of(kind: Kind) -> &'static str {
    match kind {
        Kind::Teams => "team",
        Kind::Companies => "company",
        Kind::Locations => "place",
        Kind::EmploymentTypes => "type",
        Kind::Tags => "tag",
    }
}

/// All facets that tell at least one posting from the others.
pub(in crate::render) fn facets(site: &Site, language: &Language) -> Vec<Facet> {
    let rows = site.open.len();
    let own = |key, choices| Facet { key, name: language.say(&format!("facet.{key}"), &[]), kind: None, choices, rows };
    let of = |kind: Kind| {
        let choices = site.taxonomy(kind).map(|taxonomy| choices(site, language, taxonomy)).unwrap_or_default();
        Facet { kind: Some(kind), ..own(key_of(kind), choices) }
    };
    let facets = [
        of(Kind::Teams),
        of(Kind::Companies),
        of(Kind::Locations),
        own("remote", remote(site, language)),
        of(Kind::EmploymentTypes),
        own("level", levels(site)),
        of(Kind::Tags),
        own("salary", pay::choices(site, language)),
    ];
    facets.into_iter().filter(Facet::divides).collect()
}

impl Facet {
    fn divides(&self) -> bool {
        self.choices.iter().any(|choice| choice.rows.len() < self.rows)
    }

    /// The choices that most postings fit, each after those that hold it.
    pub(in crate::render) fn shown(&self) -> impl Iterator<Item = &Choice> {
        let mut order: Vec<usize> = (0..self.choices.len()).collect();
        order.sort_by_key(|&choice| std::cmp::Reverse(self.choices[choice].rows.len()));
        order.truncate(SHOWN);
        order.sort_unstable();
        order.into_iter().map(|choice| &self.choices[choice])
    }

    /// `terms` are name in addresses, name, and depth; each of the `sets` holds those that one posting or several have; `at`
    /// is the set of each posting.
    pub(super) fn json(&self) -> Value {
        let mut sets: Vec<Vec<usize>> = vec![Vec::new(); self.rows];
        for (index, choice) in self.choices.iter().enumerate() {
            for &row in &choice.rows {
                sets[row].push(index);
            }
        }
        let mut facet = Coded::new(sets.into_iter()).json("sets");
        facet["key"] = self.key.into();
        facet["terms"] = self.choices.iter().map(Choice::json).collect();
        facet
    }
}

impl Choice {
    fn json(&self) -> Value {
        match self.depth {
            0 => json!([self.slug, self.name]),
            depth => json!([self.slug, self.name, depth]),
        }
    }
}

/// The terms of a grouping, each below the smallest that holds it, those that most postings have first.
fn choices(site: &Site, language: &Language, taxonomy: &Taxonomy) -> Vec<Choice> {
    let mut order: Vec<usize> = (0..taxonomy.terms.len()).collect();
    order.sort_by_key(|&term| std::cmp::Reverse(taxonomy.terms[term].postings.len()));
    let mut inside: Vec<Vec<usize>> = vec![Vec::new(); order.len()];
    let (roots, held): (Vec<usize>, Vec<usize>) =
        order.into_iter().partition(|&term| taxonomy.terms[term].within.is_empty());
    for &term in &held {
        inside[taxonomy.terms[term].within[0]].push(term);
    }
    let mut placed: Vec<(usize, usize)> = Vec::new();
    let mut is_placed = vec![false; inside.len()];
    // Two places that hold each other are within no root.
    let mut ahead: Vec<(usize, usize)> = roots.into_iter().chain(held).map(|term| (term, 0)).rev().collect();
    while let Some((term, depth)) = ahead.pop() {
        if !std::mem::replace(&mut is_placed[term], true) {
            placed.push((term, depth));
            ahead.extend(inside[term].iter().rev().map(|&held| (held, depth + 1)));
        }
    }
    let row = |posting: &usize| site.open.binary_search(posting).ok();
    let choice = |(term, depth): (usize, usize)| {
        let term = &taxonomy.terms[term];
        let rows = term.postings.iter().filter_map(row).collect();
        Choice { slug: term.slug.clone(), name: language.term(taxonomy.kind, &term.name).into_owned(), depth, rows }
    };
    placed.into_iter().map(choice).collect()
}

/// Whether the work may be done from elsewhere.
fn remote(site: &Site, language: &Language) -> Vec<Choice> {
    let ways = [
        ("remote", "remote.full", Remote::Full),
        ("hybrid", "remote.hybrid", Remote::Hybrid),
        ("on-site", "remote.no", Remote::No),
    ];
    let choices = ways.map(|(slug, string, way)| Choice {
        slug: slug.to_owned(),
        name: language.say(string, &[]),
        depth: 0,
        rows: rows(site, |posting| self::way(&posting.posting.facts) == Some(way)),
    });
    choices.into_iter().filter(|choice| !choice.rows.is_empty()).collect()
}

/// A posting that gives `Remote` as its place says so as well.
fn way(facts: &Facts) -> Option<Remote> {
    let stated = facts.remote.as_ref().map(|remote| remote.value);
    let is_remote = || Kind::Locations.names(facts).contains(&Place::REMOTE);
    stated.filter(|way| *way == Remote::Hybrid).or_else(|| is_remote().then_some(Remote::Full)).or(stated)
}

/// Seniority, the most frequent first.
fn levels(site: &Site) -> Vec<Choice> {
    let mut by_slug: FxHashMap<String, usize> = FxHashMap::default();
    let mut choices: Vec<Choice> = Vec::new();
    for (row, &posting) in site.open.iter().enumerate() {
        let Some(level) = &site.postings[posting].posting.facts.level else { continue };
        let slug = slugify(&level.value);
        let index = *by_slug.entry(slug.clone()).or_insert_with(|| {
            choices.push(Choice { slug, name: level.value.clone(), depth: 0, rows: Vec::new() });
            choices.len() - 1
        });
        choices[index].rows.push(row);
    }
    choices.sort_by_key(|choice| std::cmp::Reverse(choice.rows.len()));
    choices
}

/// The open postings of which something holds, as indexes into the open ones.
pub(super) fn rows(site: &Site, holds: impl Fn(&Published) -> bool) -> Vec<usize> {
    let held = site.open.iter().enumerate().filter(|&(_, &posting)| holds(&site.postings[posting]));
    held.map(|(row, _)| row).collect()
}
