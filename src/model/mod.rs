//! Postings become a site: ordered, grouped, each with its address.
//!
//! In go postings as inference left them, out comes a [`Site`] that does not change any more. Pure: the date is an
//! argument. What no page could show (a draft, a posting of the future) is left out here and nowhere else.

mod address;
mod asset;
mod atlas;
mod brand;
mod collation;
mod company;
mod edition;
mod frame;
mod introduction;
mod lifecycle;
mod link;
mod page;
mod published;
mod redirect;
mod route;
mod slug;
mod taxonomy;

pub(crate) use self::asset::asset_path;
pub use self::asset::{Asset, AssetContent, AssetForm, Assets, Attachment, refused};
pub use self::brand::{Brand, Image};
pub use self::company::{Companies, Company, Text};
pub use self::edition::{Edition, Translation};
pub use self::frame::{Frame, Outlines};
pub use self::lifecycle::{Change, Upcoming, end_of_day};
pub use self::page::{PAGES, StaticPage, excerpt};
pub use self::published::{Published, State};
pub use self::redirect::{Redirect, Target};
pub use self::route::{Route, pages_of};
pub use self::slug::slugify;
pub use self::taxonomy::{Kind, Taxonomy, Term};

use std::sync::Arc;

use jiff::civil::Date;

pub(crate) use self::collation::Collation;
use self::edition::Languages;
use self::link::Texts;
use crate::config::Config;
use crate::diagnostic::Diagnostic;
use crate::extract::{Embedded, Reference};
use crate::posting::Posting;

/// A posting on its way into the site, with what only the whole site can resolve. Shared with whoever remembers it, so
/// that the next site of the same postings costs no copies.
#[derive(Debug, Clone)]
pub struct Arrival {
    /// The posting; its content holds the marks of `references` and `embedded`.
    pub posting: Arc<Posting>,
    /// Addresses relative to its file.
    pub references: Arc<[Reference]>,
    /// Pictures that stood in its text.
    pub embedded: Arc<[Embedded]>,
    /// The day of the last commit that changed its file.
    pub committed: Option<Date>,
}

/// Which postings a site shows, and as of when.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Selection {
    /// The day the site is made for.
    pub today: Date,
    /// Whether drafts are shown.
    pub drafts: bool,
    /// Whether postings are shown before their first day.
    pub future: bool,
}

/// A whole site, ready to be rendered.
#[derive(Debug)]
pub struct Site {
    /// The settings it was made with.
    pub config: Arc<Config>,
    /// The day it was made for.
    pub today: Date,
    /// All postings that have a page, in the order of lists.
    pub postings: Vec<Published>,
    /// Indexes into `postings`: those that take applications, in the same order.
    pub open: Arc<[usize]>,
    /// Those that have no page: drafts, postings of the future, files that are no postings.
    pub unpublished: Vec<Arc<Posting>>,
    /// What postings are grouped by; only those with at least one term.
    pub taxonomies: Arc<[Taxonomy]>,
    /// The folders that are companies.
    pub companies: Companies,
    /// What stands for the site and the company.
    pub brand: Brand,
    /// Pages that are no postings and no lists, in the order of the navigation.
    pub pages: Vec<StaticPage>,
    /// Pages that introduce lists, at those lists' addresses.
    introductions: Vec<StaticPage>,
    /// Files that postings bring along.
    pub assets: Vec<Asset>,
    /// Old addresses of all editions, by path.
    pub redirects: Vec<Redirect>,
    /// What its paths begin with: nothing, or `/de` for an edition in another language than the default one.
    pub prefix: String,
    /// All editions, the default language's first; none where there is only one.
    pub editions: Arc<[Edition]>,
    /// The editions in other languages, which the default one holds.
    pub others: Vec<Arc<Site>>,
}

impl Site {
    /// Fills a frame with the postings that it was made for. `companies` are the folders that are companies, `pages` what
    /// stands beside postings; `assets` are the files that references lead to.
    pub fn new(
        frame: &Frame,
        mut arrivals: Vec<Arrival>,
        mut companies: Vec<Company>,
        mut pages: Vec<StaticPage>,
        mut assets: Assets,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Self {
        diagnostics.extend_from_slice(frame.diagnostics());
        let config = frame.config();
        let mut states = frame.states().iter();
        let hidden = arrivals.extract_if(.., |_| states.next().is_some_and(Option::is_none));
        let unpublished = hidden.map(|arrival| arrival.posting).collect();
        let texts = Texts { arrivals: &mut arrivals, companies: &mut companies, pages: &mut pages };
        link::resolve(texts, frame.routes(), &mut assets, config, diagnostics);
        pages.sort_by(|a, b| a.weight.cmp(&b.weight).then_with(|| a.text.path.cmp(&b.text.path)));
        link::publish_logos(&mut companies, &mut assets, diagnostics);
        let companies = Companies::new(companies);
        let brand = Brand::new(config, &mut assets);
        let mut editions: Vec<Self> = frame.editions(&arrivals).collect();
        if editions.len() > 1 {
            let languages = Languages::new(config);
            let known: Arc<[Edition]> = editions.iter().map(|site| Edition::new(site, &languages)).collect();
            for site in &mut editions {
                site.editions = known.clone();
                site.companies.clone_from(&companies);
            }
            let prefixes: Vec<String> = editions[1..].iter().map(|site| site.below("")).collect();
            pages.retain(|page| {
                let in_way = prefixes.iter().find_map(|prefix| page.in_way_of(prefix));
                diagnostics.extend(in_way.iter().cloned());
                in_way.is_none()
            });
        }
        for site in &mut editions {
            site.brand = brand.clone();
        }
        (editions[0].introductions, editions[0].pages) =
            introduction::part(pages, &editions[0].taxonomies, diagnostics);
        // Only the whole site knows which addresses are taken.
        let redirects = redirect::collect(&editions, diagnostics);
        let others = editions.split_off(1).into_iter().map(Arc::new).collect();
        let site = editions.remove(0);
        Self { unpublished, companies, assets: assets.used(), redirects, others, ..site }
    }

    /// A path of the default language's edition in this one: `/de/tags/` for `/tags/`.
    pub fn below(&self, path: &str) -> String {
        format!("{}{path}", self.prefix)
    }

    /// The grouping of a kind, where any posting has it.
    pub fn taxonomy(&self, kind: Kind) -> Option<&Taxonomy> {
        self.taxonomies.iter().find(|taxonomy| taxonomy.kind == kind)
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::posting::{Field, OriginKind, Status};
    use jiff::civil::date;

    pub(crate) fn arrival(path: &str, title: &str) -> Arrival {
        let facts = crate::posting::Facts {
            title: Some(Field::elsewhere(title.into(), OriginKind::FrontMatter)),
            ..Default::default()
        };
        let posting = Posting { path: path.into(), shown: path.into(), content: "".into(), is_posting: true, facts };
        Arrival { posting: posting.into(), references: [].into(), embedded: [].into(), committed: None }
    }

    pub(crate) fn site(arrivals: Vec<Arrival>, drafts: bool, future: bool) -> Site {
        selected(Config::default(), Selection { today: date(2026, 6, 1), drafts, future }, arrivals)
    }

    pub(crate) fn configured(config: Config, arrivals: Vec<Arrival>) -> Site {
        selected(config, Selection { today: date(2026, 6, 1), drafts: false, future: false }, arrivals)
    }

    fn selected(config: Config, selection: Selection, arrivals: Vec<Arrival>) -> Site {
        let frame = Frame::of(Outlines::new(config.into(), selection, &arrivals, &[]));
        Site::new(&frame, arrivals, Vec::new(), Vec::new(), Assets::default(), &mut Vec::new())
    }

    fn with(change: impl Fn(&mut crate::posting::Facts)) -> Arrival {
        let mut arrival = arrival("a.md", "A");
        change(&mut Arc::make_mut(&mut arrival.posting).facts);
        arrival
    }

    fn stated<T>(value: T) -> Field<T> {
        Field::elsewhere(value, OriginKind::FrontMatter)
    }

    #[test]
    fn drafts_and_postings_of_the_future_are_shown_on_demand_only() {
        let draft = || with(|facts| facts.status = Some(stated(Status::Draft)));
        let future = || with(|facts| facts.posted = Some(stated(date(2026, 6, 2))));
        assert_eq!(site(vec![draft(), future()], false, false).postings.len(), 0);
        assert_eq!(site(vec![draft()], true, false).postings[0].state, State::Draft);
        assert_eq!(site(vec![future()], false, true).postings[0].state, State::Scheduled);
        let committed = with(|facts| facts.posted = Some(Field::elsewhere(date(2026, 6, 2), OriginKind::Git)));
        assert_eq!(site(vec![committed], false, false).postings[0].state, State::Open);
    }

    #[test]
    fn o3_a_closed_posting_keeps_its_page_and_leaves_the_lists() {
        let closed = site(vec![with(|facts| facts.closes = Some(stated(date(2026, 5, 31))))], false, false);
        assert_eq!((closed.postings.len(), closed.open.len()), (1, 0));
        let last_day = site(vec![with(|facts| facts.closes = Some(stated(date(2026, 6, 1))))], false, false);
        assert_eq!(*last_day.open, [0]);
    }

    #[test]
    fn lists_show_light_then_new_then_by_title() {
        let posting = |title: &str, weight, posted| {
            let mut arrival = arrival(&format!("{title}.md"), title);
            let facts = &mut Arc::make_mut(&mut arrival.posting).facts;
            facts.weight = Some(Field::elsewhere(weight, OriginKind::FrontMatter));
            facts.posted = posted;
            arrival
        };
        let site = site(
            vec![
                posting("b", 0, None),
                posting("A", 0, None),
                posting("new", 0, Some(stated(date(2026, 5, 2)))),
                posting("old", 0, Some(stated(date(2026, 5, 1)))),
                posting("first", -1, None),
            ],
            false,
            false,
        );
        let titles: Vec<_> = site.postings.iter().map(Published::title).collect();
        assert_eq!(titles, ["first", "new", "old", "A", "b"]);
    }
}
