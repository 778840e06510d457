//! The pages of a site and their addresses (O1).

use super::{Kind, Published, Site, Taxonomy, Term};

/// One page of a site.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Route {
    /// The list of all open postings, page by page from 1.
    Home {
        /// Which page of the list.
        page: usize,
    },
    /// A posting, by its index into [`Site::postings`].
    Posting(usize),
    /// All terms of a kind.
    Index(Kind),
    /// The postings of one term, page by page from 1.
    Term {
        /// What kind of term.
        kind: Kind,
        /// Index into the taxonomy's terms.
        term: usize,
        /// Which page of the list.
        page: usize,
    },
    /// A static page, by its index into [`Site::pages`].
    Page(usize),
    /// The list of open postings for frames on other sites.
    Embed,
    /// What a host shows for an address that does not exist.
    NotFound,
}

impl Route {
    /// The path below the base URL, unencoded, with a slash at both ends; `/404.html` is the only file.
    pub fn path(self, site: &Site) -> String {
        match self {
            Self::Home { page } => paged(site.below("/"), page),
            Self::Posting(index) => site.postings[index].route.clone(),
            Self::Index(kind) => site.below(&kind.route()),
            Self::Term { kind, term, page } => {
                let (taxonomy, term) = site.term(kind, term);
                paged(site.below(&taxonomy.route(term)), page)
            }
            Self::Page(index) => site.pages[index].route.clone(),
            Self::Embed => site.below("/embed/"),
            Self::NotFound => site.below("/404.html"),
        }
    }

    /// The file below the output folder.
    pub fn file(self, site: &Site) -> String {
        let path = self.path(site);
        let inner = path.trim_start_matches('/');
        if inner.ends_with('/') || inner.is_empty() { format!("{inner}index.html") } else { inner.to_owned() }
    }
}

fn paged(route: String, page: usize) -> String {
    if page <= 1 { route } else { format!("{route}page/{page}/") }
}

impl Site {
    /// Every page, in a fixed order: postings first, as they are the most.
    pub fn routes(&self) -> Vec<Route> {
        let by = self.config.lists.paginate_by;
        let own = (0..self.postings.len()).filter(|&index| !self.postings[index].is_guest);
        let mut routes: Vec<Route> = own.map(Route::Posting).collect();
        routes.extend((1..=pages_of(self.open.len(), by)).map(|page| Route::Home { page }));
        for taxonomy in self.taxonomies.iter() {
            let kind = taxonomy.kind;
            routes.push(Route::Index(kind));
            for (index, term) in taxonomy.terms.iter().enumerate() {
                let pages = pages_of(term.postings.len(), by);
                routes.extend((1..=pages).map(|page| Route::Term { kind, term: index, page }));
            }
        }
        routes.extend((0..self.pages.len()).map(Route::Page));
        // Hosts know one page for frames, that of the default language.
        if !self.config.embed.origins.is_empty() && self.prefix.is_empty() {
            routes.push(Route::Embed);
        }
        routes.push(Route::NotFound);
        routes
    }

    /// The page at a path below the base URL, as [`Route::path`] writes it, exact in every letter.
    pub fn find(&self, path: &str) -> Option<Route> {
        let inner = path.strip_prefix(&*self.prefix).filter(|inner| inner.starts_with('/'))?;
        if inner == "/404.html" {
            return Some(Route::NotFound);
        }
        let is_at = |published: &Published| !published.is_guest && published.route == path;
        if let Some(index) = self.postings.iter().position(is_at) {
            return Some(Route::Posting(index));
        }
        if let Some(index) = self.pages.iter().position(|page| page.route == path) {
            return Some(Route::Page(index));
        }
        let (list, page) = match inner.strip_suffix('/').and_then(|inner| inner.rsplit_once("page/")) {
            Some((list, page)) => (list, page.parse().ok()?),
            None => (inner, 1),
        };
        let by = self.config.lists.paginate_by;
        let of_taxonomy = || {
            let taxonomy = self.taxonomies.iter().find(|taxonomy| list.starts_with(&taxonomy.kind.route()))?;
            let kind = taxonomy.kind;
            let slug = list.strip_prefix(&kind.route())?.strip_suffix('/');
            let Some(slug) = slug else { return Some((Route::Index(kind), 1)) };
            let term = taxonomy.terms.iter().position(|term| term.slug == slug)?;
            Some((Route::Term { kind, term, page }, pages_of(taxonomy.terms[term].postings.len(), by)))
        };
        let home = (Route::Home { page }, pages_of(self.open.len(), by));
        let (route, pages) = if list == "/" { home } else { of_taxonomy()? };
        // `page/1/` and `page/02/` are nobody's addresses.
        (page >= 1 && page <= pages && route.path(self) == path).then_some(route)
    }

    /// A term by its kind and index, as a [`Route`] names it.
    ///
    /// # Panics
    ///
    /// If the route is of another site.
    pub fn term(&self, kind: Kind, index: usize) -> (&Taxonomy, &Term) {
        let taxonomy = self.taxonomy(kind).expect("a route names a taxonomy of its own site");
        (taxonomy, &taxonomy.terms[index])
    }
}

/// How many pages a list of `count` takes; an empty list has one page too.
pub fn pages_of(count: usize, by: usize) -> usize {
    if by == 0 { 1 } else { count.div_ceil(by).max(1) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_has_at_least_one_page() {
        for (count, by, pages) in [(0, 50, 1), (50, 50, 1), (51, 50, 2), (1000, 0, 1)] {
            assert_eq!(pages_of(count, by), pages);
        }
    }

    #[test]
    fn o1_later_pages_of_a_list_lie_below_it() {
        assert_eq!(paged("/tags/rust/".into(), 1), "/tags/rust/");
        assert_eq!(paged("/".into(), 2), "/page/2/");
    }
}
