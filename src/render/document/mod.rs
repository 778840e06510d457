//! What a site has beside its pages: feeds, the sitemap, robots.txt, the search index, what old addresses lead to.
//!
//! In goes a [`Site`], out come [`Document`]s: each knows its path, and makes its bytes when it is asked for. Pure, and no
//! template is involved: their forms are standards, not matters of taste. What needs absolute addresses is left out of a
//! site that does not know where it will lie.

mod atom;
mod boards;
mod embed;
mod json_feed;
pub(super) mod portable;
mod redirect;
mod robots;
mod sitemap;
mod xml;

use jiff::civil::Date;

pub(super) use self::atom::Entries;

use super::language::Language;
use crate::config::Board;
use crate::model::{Kind, Route, Site};
use crate::render::search;

/// One file of the finished site that is no page.
#[derive(Debug, Clone)]
pub struct Document {
    /// Its path below the output folder.
    pub path: String,
    /// What it is, as a message names it.
    pub name: &'static str,
    content: Content,
}

#[derive(Debug, Clone, Copy)]
enum Content {
    Atom(Scope),
    Board(Board),
    EmbedJson,
    EmbedScript,
    JobsJson(usize),
    Redirect(usize),
    Robots,
    Search,
    Sitemap,
    SitemapIndex,
    SitemapPart(usize),
}

/// What a feed is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Scope {
    Site,
    Term(Kind, usize),
}

/// Every document of an edition, in a fixed order; that in the default language has those that are there once for all.
pub(super) fn documents(site: &Site) -> Vec<Document> {
    let mut documents = if site.prefix.is_empty() { once(site) } else { Vec::new() };
    if search::is_apart(site) {
        documents.push(Document::new(&site.below(search::PATH)[1..], "the search index", Content::Search));
    }
    if site.config.site.base_url.is_some() {
        documents.extend(feeds(site));
    }
    documents
}

fn once(site: &Site) -> Vec<Document> {
    let mut documents = vec![Document::new("robots.txt", "robots.txt", Content::Robots)];
    documents.extend(site.redirects.iter().enumerate().filter_map(|(index, redirect)| {
        Some(Document::new(redirect::path(redirect)?, "a redirect", Content::Redirect(index)))
    }));
    if site.config.site.base_url.is_none() {
        return documents;
    }
    match sitemap::parts(site) {
        1 => documents.push(Document::new("sitemap.xml", "the sitemap", Content::Sitemap)),
        parts => {
            documents.push(Document::new("sitemap.xml", "the sitemap", Content::SitemapIndex));
            documents.extend((0..parts).map(|part| {
                Document::new(sitemap::part_path(part), "a part of the sitemap", Content::SitemapPart(part))
            }));
        }
    }
    documents.extend(
        site.config
            .feeds
            .boards
            .iter()
            .map(|board| Document::new(board.path(), "a feed for a job board", Content::Board(*board))),
    );
    documents.push(Document::new(embed::JSON, "the list for other sites", Content::EmbedJson));
    documents.push(Document::new(embed::SCRIPT, "the script for other sites", Content::EmbedScript));
    documents
}

fn feeds(site: &Site) -> Vec<Document> {
    let mut documents = Vec::new();
    if json_feed(site).is_some() {
        documents.extend((0..json_feed::parts(site)).map(|part| {
            Document::new(&json_feed::part_path(site, part)[1..], "the JSON feed", Content::JobsJson(part))
        }));
    }
    let scopes = std::iter::once(Scope::Site).chain(
        site.taxonomies
            .iter()
            .flat_map(|taxonomy| (0..taxonomy.terms.len()).map(|term| Scope::Term(taxonomy.kind, term))),
    );
    let with_feed = scopes.filter_map(|scope| Some((scope, scope.feed(site)?)));
    documents.extend(with_feed.map(|(scope, path)| Document::new(&path[1..], "a feed", Content::Atom(scope))));
    documents
}

impl Document {
    fn new(path: impl Into<String>, name: &'static str, content: Content) -> Self {
        Self { path: path.into(), name, content }
    }

    /// Whether it only leads elsewhere, which some hosts do without a file.
    pub fn is_redirect(&self) -> bool {
        matches!(self.content, Content::Redirect(_))
    }

    /// What is in it, in the site's language. `entries` are those of all feeds.
    pub(super) fn render(&self, site: &Site, words: &Language, entries: &Entries) -> Vec<u8> {
        let text = match (self.content, site.config.site.base_url.as_ref()) {
            (Content::Robots, base) => robots::render(base),
            (Content::Redirect(index), base) => redirect::render(&site.redirects[index], base, words),
            (Content::Search, _) => search::index(site, &search::facets(site, words), words) + "\n",
            (_, None) => String::new(),
            (Content::Atom(scope), Some(base)) => atom::render(site, base, scope, words, entries),
            (Content::Board(board), Some(base)) => boards::render(site, base, board, words),
            (Content::EmbedJson, Some(base)) => embed::render(site, base, words),
            (Content::EmbedScript, Some(_)) => embed::SOURCE.to_owned(),
            (Content::JobsJson(part), Some(base)) => json_feed::render(site, base, part, words),
            (Content::Sitemap, Some(base)) => sitemap::render(site, base, 0),
            (Content::SitemapIndex, Some(base)) => sitemap::index(site, base),
            (Content::SitemapPart(part), Some(base)) => sitemap::render(site, base, part),
        };
        text.into_bytes()
    }
}

impl Scope {
    /// The path of its feed below the base URL; `None` where there is none.
    fn feed(self, site: &Site) -> Option<String> {
        let config = &site.config;
        let has_feed =
            config.feeds.atom && config.site.base_url.is_some() && self.kind() != Some(Kind::EmploymentTypes);
        has_feed.then(|| self.route().path(site) + "feed.xml")
    }

    fn kind(self) -> Option<Kind> {
        match self {
            Self::Site => None,
            Self::Term(kind, _) => Some(kind),
        }
    }

    /// The page that shows the same postings.
    fn route(self) -> Route {
        match self {
            Self::Site => Route::Home { page: 1 },
            Self::Term(kind, term) => Route::Term { kind, term, page: 1 },
        }
    }

    /// Indexes of its open postings, in the order of lists.
    fn postings(self, site: &Site) -> &[usize] {
        match self {
            Self::Site => &site.open,
            Self::Term(kind, term) => &site.term(kind, term).1.postings,
        }
    }
}

/// The path of the feed that a page's readers may follow, below the base URL: the term's own on its pages, else the
/// site's.
pub(super) fn feed_of(site: &Site, route: Route) -> Option<String> {
    let own = match route {
        Route::Term { kind, term, .. } => Scope::Term(kind, term).feed(site),
        _ => None,
    };
    own.or_else(|| Scope::Site.feed(site))
}

/// The path of the JSON Feed below the base URL; `None` where there is none.
pub(super) fn json_feed(site: &Site) -> Option<String> {
    (site.config.feeds.json && site.config.site.base_url.is_some()).then(|| json_feed::part_path(site, 0))
}

/// The beginning of a day, RFC 3339.
fn moment(day: Date) -> String {
    format!("{day}T00:00:00Z")
}
