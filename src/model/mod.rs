//! Postings become a site: ordered, grouped, each with its address.
//!
//! In go postings as inference left them, out comes a [`Site`] that does not change any more. Pure: the date is an
//! argument. What no page could show (a draft, a posting of the future) is left out here and nowhere else.

mod address;
mod atlas;
mod brand;
mod collation;
mod company;
mod edition;
mod introduction;
mod lifecycle;
mod link;
mod page;
mod redirect;
mod route;
mod slug;
mod taxonomy;

pub use self::brand::{Brand, Image};
pub use self::company::{Company, Text};
pub use self::edition::{Edition, Translation};
pub use self::lifecycle::{Change, Upcoming, end_of_day};
pub(crate) use self::link::asset_path;
pub use self::link::{Asset, AssetContent, AssetForm, Assets, Attachment, refused};
pub use self::page::{PAGES, StaticPage, excerpt};
pub use self::redirect::{Redirect, Target};
pub use self::route::{Route, pages_of};
pub use self::slug::slugify;
pub use self::taxonomy::{Kind, Taxonomy, Term};

use std::cmp::Reverse;
use std::sync::Arc;

use jiff::civil::Date;
use rayon::prelude::*;

pub(crate) use self::collation::Collation;
use self::edition::Languages;
use self::link::Texts;
use crate::config::{Config, Order};
use crate::diagnostic::Diagnostic;
use crate::extract::{Embedded, Reference};
use crate::posting::{OriginKind, Posting, Status};

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
#[derive(Debug, Clone, Copy)]
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
    pub open: Vec<usize>,
    /// Those that have no page: drafts, postings of the future, files that are no postings.
    pub unpublished: Vec<Arc<Posting>>,
    /// What postings are grouped by; only those with at least one term.
    pub taxonomies: Vec<Taxonomy>,
    /// The folders that are companies.
    pub companies: Vec<Company>,
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

/// A posting with its place in the site.
#[derive(Debug, Clone)]
pub struct Published {
    /// What is known of it; its content is ready for a page.
    pub posting: Arc<Posting>,
    /// Its path below the base URL, with a slash at both ends: `/jobs/designer/`.
    pub route: String,
    /// Whether it takes applications on the site's day.
    pub state: State,
    /// The day of the last commit that changed its file.
    committed: Option<Date>,
    /// Whether its page belongs to an edition in another language, as there is no translation.
    pub is_guest: bool,
}

/// Whether a posting takes applications on the day of the build.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// It does.
    Open,
    /// Its front matter or its closing date says that it does no more.
    Closed,
    /// Marked as a draft, or no posting at all, and shown only on demand.
    Draft,
    /// Its first day is yet to come, and it is shown only on demand.
    Scheduled,
}

/// Facts that a posting's own page does not show.
const UNSEEN: [&str; 3] = ["slug", "aliases", "weight"];

impl Published {
    /// The title, which inference never leaves out.
    pub fn title(&self) -> &str {
        self.posting.facts.title.as_ref().map_or("", |title| &title.value)
    }

    /// Its first day.
    pub fn posted(&self) -> Option<Date> {
        self.posting.facts.posted.as_ref().map(|posted| posted.value)
    }

    /// Its last day.
    pub fn closes(&self) -> Option<Date> {
        self.posting.facts.closes.as_ref().map(|closes| closes.value)
    }

    /// The day of its last significant change: the one it states, else that of its file's last commit, but never before
    /// its first day.
    pub fn changed(&self) -> Option<Date> {
        let stated = self.posting.facts.updated.as_ref().map(|updated| updated.value);
        stated.or_else(|| self.committed.max(self.committed.and(self.posted())))
    }

    /// A name for machines that outlives a change of title, text or address: it is made of the file's path alone.
    /// A UUID.
    pub fn uuid(&self) -> String {
        uuid(&self.posting.path)
    }

    /// The same for the posting at one of its places alone, which `place` tells from the others; it does not depend on
    /// what those are.
    pub fn uuid_at(&self, place: &str) -> String {
        uuid(&format!("{}\n{place}", self.posting.path))
    }

    /// What its page says, as a hash of the text and the facts: it outlives a new look of the site, and changes of other
    /// postings.
    pub fn digest(&self) -> String {
        let mut hasher = blake3::Hasher::new();
        for fact in self.posting.facts.all().iter().filter(|fact| !UNSEEN.contains(&fact.name)) {
            hasher.update(format!("{}: {}\n", fact.name, fact.value).as_bytes());
        }
        hasher.update(self.posting.content.as_bytes());
        hasher.finalize().to_hex()[..16].to_owned()
    }

    /// Whether lists show it.
    pub fn is_listed(&self) -> bool {
        self.state != State::Closed
    }
}

/// A UUID of version 8, RFC 9562, made of a text.
fn uuid(text: &str) -> String {
    let mut bytes = [0; 16];
    blake3::Hasher::new().update(text.as_bytes()).finalize_xof().fill(&mut bytes);
    bytes[6] = bytes[6] & 0x0f | 0x80;
    bytes[8] = bytes[8] & 0x3f | 0x80;
    let digits = format!("{:032x}", u128::from_be_bytes(bytes));
    [&digits[..8], &digits[8..12], &digits[12..16], &digits[16..20], &digits[20..]].join("-")
}

impl Site {
    /// Puts a site together. `companies` are the folders that are companies, `pages` what stands beside postings; `assets`
    /// are the files that references lead to.
    #[expect(clippy::needless_pass_by_value, reason = "each edition keeps it")]
    pub fn new(
        config: Arc<Config>,
        selection: Selection,
        mut arrivals: Vec<Arrival>,
        mut companies: Vec<Company>,
        mut pages: Vec<StaticPage>,
        mut assets: Assets,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Self {
        let states: Vec<Option<State>> =
            arrivals.par_iter().map(|arrival| shown_as(&arrival.posting, selection)).collect();
        let mut is_hidden = states.iter().map(Option::is_none);
        let hidden = arrivals.extract_if(.., |_| is_hidden.next().unwrap_or_default());
        let unpublished = hidden.map(|arrival| arrival.posting).collect();
        let languages = Languages::new(&config);
        let routes = address::assign(&arrivals, &companies, &languages, diagnostics);
        let texts = Texts { arrivals: &mut arrivals, companies: &mut companies, pages: &mut pages };
        link::resolve(texts, &routes, &mut assets, &config, diagnostics);
        pages.sort_by(|a, b| a.weight.cmp(&b.weight).then_with(|| a.text.path.cmp(&b.text.path)));
        link::publish_logos(&mut companies, &mut assets, diagnostics);
        let brand = Brand::new(&config, &mut assets);

        let postings: Vec<Published> = arrivals
            .into_iter()
            .zip(routes)
            .zip(states.into_iter().flatten())
            .map(|((arrival, route), state)| Published {
                posting: arrival.posting,
                route,
                state,
                committed: arrival.committed,
                is_guest: false,
            })
            .collect();
        let postings = edition::distribute(postings, &languages);
        let edition =
            |(language, postings)| Self::edition(&config, selection, language, &languages, postings, &companies);
        let mut editions: Vec<Self> = postings.into_iter().enumerate().map(edition).collect();
        if editions.len() > 1 {
            let known: Arc<[Edition]> = editions.iter().map(|site| Edition::new(site, &languages)).collect();
            for site in &mut editions {
                site.editions = known.clone();
            }
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

    /// The site in one of its languages, without what is there once for all of them.
    fn edition(
        config: &Arc<Config>,
        selection: Selection,
        language: usize,
        languages: &Languages,
        mut postings: Vec<Published>,
        companies: &[Company],
    ) -> Self {
        let collation = Collation::new(&languages.tags()[language]);
        sort(&mut postings, config.lists.order, &collation);
        let open: Vec<usize> = (0..postings.len()).filter(|&index| postings[index].is_listed()).collect();
        let taxonomies = taxonomy::build(&postings, &open, config, &collation);
        let is_default = language == 0;
        Self {
            config: if is_default { config.clone() } else { translated(config, &languages.tags()[language]).into() },
            today: selection.today,
            postings,
            open,
            unpublished: Vec::new(),
            taxonomies,
            companies: if is_default { Vec::new() } else { companies.to_vec() },
            brand: Brand::default(),
            pages: Vec::new(),
            introductions: Vec::new(),
            assets: Vec::new(),
            redirects: Vec::new(),
            prefix: languages.prefix(language),
            editions: [].into(),
            others: Vec::new(),
        }
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

/// The configuration for another language; what it says in words of the default one, is left out.
fn translated(config: &Config, language: &str) -> Config {
    let mut config = config.clone();
    language.clone_into(&mut config.site.language);
    config.site.description = None;
    config.company.description = None;
    config.site.hero_alt = None;
    config
}

/// How a posting is shown; `None` where it is not.
fn shown_as(posting: &Posting, selection: Selection) -> Option<State> {
    let state = state(posting, selection.today);
    let is_shown = match state {
        State::Draft => selection.drafts,
        State::Scheduled => selection.future,
        State::Open | State::Closed => true,
    };
    is_shown.then_some(state)
}

fn state(posting: &Posting, today: Date) -> State {
    let facts = &posting.facts;
    let is = |date: &Option<_>, ordering: fn(&Date, &Date) -> bool| {
        date.as_ref().is_some_and(|field: &crate::posting::Field<Date>| ordering(&field.value, &today))
    };
    match facts.status.as_ref().map(|status| status.value) {
        _ if !posting.is_posting => State::Draft,
        Some(Status::Draft) => State::Draft,
        Some(Status::Closed) => State::Closed,
        _ if is(&facts.closes, Date::lt) => State::Closed,
        // A commit does not announce a day to come: at most a clock was wrong.
        _ if is(&facts.posted, Date::gt) && !is_of_git(facts) => State::Scheduled,
        _ => State::Open,
    }
}

fn is_of_git(facts: &crate::posting::Facts) -> bool {
    facts.posted.as_ref().is_some_and(|posted| posted.origin.kind == OriginKind::Git)
}

fn sort(postings: &mut [Published], order: Order, collation: &Collation) {
    postings.par_sort_by_cached_key(|published| {
        let facts = &published.posting.facts;
        let weight = facts.weight.as_ref().map_or(0, |weight| weight.value);
        let posted = match order {
            Order::Posted => Reverse(facts.posted.as_ref().map(|posted| posted.value)),
            Order::Title => Reverse(None),
        };
        (weight, posted, collation.key(published.title()), published.posting.path.clone())
    });
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::posting::Field;
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
        let selection = Selection { today: date(2026, 6, 1), drafts, future };
        Site::new(Arc::default(), selection, arrivals, Vec::new(), Vec::new(), Assets::default(), &mut Vec::new())
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
        assert_eq!(last_day.open, [0]);
    }

    #[test]
    fn a_postings_uuid_depends_on_its_file_alone() {
        let uuid = |path: &str, title: &str| site(vec![arrival(path, title)], false, false).postings[0].uuid();
        assert_eq!(uuid("a.md", "A"), uuid("a.md", "B"));
        assert_ne!(uuid("a.md", "A"), uuid("b.md", "A"));
        let parts: Vec<_> = uuid("a.md", "A").split('-').map(str::len).collect();
        assert_eq!(parts, [8, 4, 4, 4, 12]);
        assert_eq!(&uuid("a.md", "A")[14..15], "8");
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
