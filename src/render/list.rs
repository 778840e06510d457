//! Lists of postings: one page of cards, grouped by team where that helps, with its neighbours.

use std::borrow::Cow;

use tera::Value;

use super::{Renderer, view};
use crate::diagnostic::Diagnostic;
use crate::model::{Kind, pages_of};

/// A list of postings as an address and what it holds.
pub(super) struct List<'a> {
    /// The path of its first page below the base URL.
    pub route: String,
    /// Indexes into the site's postings.
    pub postings: &'a [usize],
    /// Which page, from 1.
    pub page: usize,
    /// Whether its cards are put under their teams.
    pub by_team: bool,
    /// Those that come last, and the headings over the first and the last; among `postings`, and none where all are alike.
    pub apart: Option<(&'a [usize], [String; 2])>,
}

impl Renderer {
    /// `list` as templates see it: `count`, `groups` of `team` and `cards`, all `cards` in order, and `pages`.
    pub(super) fn list(&self, list: &List<'_>) -> Result<Value, Diagnostic> {
        let by = self.site.config.lists.paginate_by;
        let apart = list.apart.as_ref().map_or(&[][..], |(postings, _)| postings);
        let ordered: Cow<'_, [usize]> = if apart.is_empty() {
            list.postings.into()
        } else {
            let first = list.postings.iter().filter(|posting| apart.binary_search(posting).is_err());
            first.chain(apart).copied().collect()
        };
        let shown = if by == 0 { &*ordered } else { ordered.chunks(by).nth(list.page - 1).unwrap_or(&[]) };
        let groups = match &list.apart {
            _ if list.by_team && self.site.taxonomy(Kind::Teams).is_some() => self.teams(shown)?,
            Some((apart, headings)) if !apart.is_empty() => self.parted(shown, apart, headings)?,
            _ => vec![self.group(Value::none(), shown.iter().copied())?],
        };
        Ok(view::map([
            ("count", list.postings.len().into()),
            ("groups", groups.into()),
            ("cards", self.cards(shown.iter().copied())?),
            ("pages", self.pages(list, pages_of(list.postings.len(), by))),
        ]))
    }

    /// Teams in the order in which they first come up; those without one last.
    fn teams(&self, shown: &[usize]) -> Result<Vec<Value>, Diagnostic> {
        let name_of = |index: usize| self.site.postings[index].posting.facts.team.as_ref().map(|team| &*team.value);
        let taxonomy = self.site.taxonomy(Kind::Teams);
        let term_of = |index: usize| name_of(index).and_then(|team| taxonomy.and_then(|t| t.index_of(team)));
        let mut groups: Vec<(Option<usize>, Vec<usize>)> = Vec::new();
        for &index in shown {
            let term = term_of(index);
            match groups.iter_mut().find(|(known, _)| *known == term) {
                Some((_, members)) => members.push(index),
                None => groups.push((term, vec![index])),
            }
        }
        groups.sort_by_key(|(term, _)| term.is_none());
        let terms = self.terms.all(Kind::Teams);
        let value = |term: Option<usize>| term.and_then(|index| terms.get(index)).cloned().unwrap_or_else(Value::none);
        groups.into_iter().map(|(term, members)| self.group(value(term), members.into_iter())).collect()
    }

    /// Those apart and those before them, each under its heading.
    fn parted(&self, shown: &[usize], apart: &[usize], headings: &[String; 2]) -> Result<Vec<Value>, Diagnostic> {
        let (last, first): (Vec<usize>, Vec<usize>) =
            shown.iter().copied().partition(|posting| apart.binary_search(posting).is_ok());
        let parts = headings.iter().zip([first, last]).filter(|(_, part)| !part.is_empty());
        let heading = |name: &String, count: usize| {
            view::map([("name", name.as_str().into()), ("url", Value::none()), ("count", count.into())])
        };
        parts.map(|(name, part)| self.group(heading(name, part.len()), part.into_iter())).collect()
    }

    fn group(&self, team: Value, members: impl Iterator<Item = usize>) -> Result<Value, Diagnostic> {
        Ok(view::map([("team", team), ("cards", self.cards(members)?)]))
    }

    fn pages(&self, list: &List<'_>, count: usize) -> Value {
        let url = |page: usize| {
            let route = if page == 1 { list.route.clone() } else { format!("{}page/{page}/", list.route) };
            view::url(&self.site, &route)
        };
        let previous = (list.page > 1).then(|| url(list.page - 1));
        let next = (list.page < count).then(|| url(list.page + 1));
        view::map([
            ("current", list.page.into()),
            ("count", count.into()),
            ("previous", view::optional(previous)),
            ("next", view::optional(next)),
        ])
    }
}
