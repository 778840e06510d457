//! What introduces the list of a place, team, tag, company or employment type: a page at that list's address.
//!
//! In go static pages, out come those that are no introductions; the others are held against the lists that there are.
//! Lists come and go with postings, so an introduction without one is no mistake, unless another list has nearly its name.

use crate::diagnostic::{Diagnostic, nearest};

use super::page::introduced_by;
use super::{Kind, Site, StaticPage, Taxonomy};

impl Site {
    /// What introduces a term's list, where a page does.
    pub fn introduction(&self, kind: Kind, slug: &str) -> Option<&StaticPage> {
        self.introductions.iter().find(|page| introduced_by(&page.route) == Some((kind, slug)))
    }
}

/// Parts introductions from other pages: `(introductions, pages)`.
pub(super) fn part(
    pages: Vec<StaticPage>,
    taxonomies: &[Taxonomy],
    diagnostics: &mut Vec<Diagnostic>,
) -> (Vec<StaticPage>, Vec<StaticPage>) {
    let (introductions, pages): (Vec<_>, Vec<_>) =
        pages.into_iter().partition(|page| introduced_by(&page.route).is_some());
    for (index, page) in introductions.iter().enumerate() {
        let first = introductions[..index].iter().find(|first| first.route == page.route);
        diagnostics.extend(first.map(|first| second(page, first)).or_else(|| idle(page, taxonomies)));
    }
    (introductions, pages)
}

fn second(page: &StaticPage, first: &StaticPage) -> Diagnostic {
    let message = format!("`{}` introduces `{}`, as `{}` does", page.text.shown, page.route, first.text.shown);
    Diagnostic::warning("second-introduction", message)
        .at(page.location.clone())
        .help("the first is shown; make one file of both")
}

/// Says so where there is no such list.
fn idle(page: &StaticPage, taxonomies: &[Taxonomy]) -> Option<Diagnostic> {
    let (kind, slug) = introduced_by(&page.route)?;
    let taxonomy = taxonomies.iter().find(|taxonomy| taxonomy.kind == kind);
    let slugs = || taxonomy.iter().flat_map(|taxonomy| &taxonomy.terms).map(|term| term.slug.as_str());
    if slugs().any(|known| known == slug) {
        return None;
    }
    let message = format!("no role is listed at `{}`, which `{}` introduces", page.route, page.text.shown);
    let found = match nearest(slug, slugs()) {
        Some(near) => {
            let help = format!("did you mean `{}{near}/`?", kind.route());
            Diagnostic::warning("idle-introduction", message).help(help)
        }
        None => Diagnostic::info("idle-introduction", message).help("it is shown once there is one"),
    };
    Some(found.at(page.location.clone()))
}
