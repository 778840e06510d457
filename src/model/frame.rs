//! The frame of a site: which postings it shows, under which addresses, in which order and in which groups, in each of its
//! languages.
//!
//! In go [`Outlines`], which are the postings without their texts and the settings; out comes a [`Frame`]. It is a function of
//! its outlines and of nothing else, and knows them: where those of the next site are equal, so is the frame, and nobody has
//! to make it again. What a text says can't get in here.

use std::cmp::Reverse;
use std::sync::Arc;

use jiff::civil::Date;
use rayon::prelude::*;
use rustc_hash::FxHashMap;

use super::collation::Collation;
use super::edition::{Languages, Member, distribute};
use super::{Arrival, Brand, Companies, Company, Published, Selection, Site, State, Taxonomy, address, taxonomy};
use crate::config::{Config, Order};
use crate::diagnostic::Diagnostic;
use crate::posting::{Facts, Field, OriginKind, Posting, Status};

/// What a frame is made of.
#[derive(Debug)]
pub struct Outlines {
    config: Arc<Config>,
    selection: Selection,
    /// The folders that are companies.
    companies: Vec<String>,
    postings: Vec<Outline>,
}

impl Outlines {
    /// The outlines of all postings, those that are not shown among them.
    pub fn new(config: Arc<Config>, selection: Selection, arrivals: &[Arrival], companies: &[Company]) -> Self {
        let companies = companies.iter().map(|company| company.folder.clone()).collect();
        let postings = arrivals.iter().map(|arrival| Outline::of(arrival.posting.clone())).collect();
        Self { config, selection, companies, postings }
    }
}

/// The configuration is compared as the one that it is: one that was read again is another.
impl PartialEq for Outlines {
    fn eq(&self, other: &Self) -> bool {
        let Self { config, selection, companies, postings } = self;
        Arc::ptr_eq(config, &other.config)
            && *selection == other.selection
            && *companies == other.companies
            && *postings == other.postings
    }
}

/// A posting without its text: whoever has one can't see more than what it is compared by.
#[derive(Debug)]
pub(super) struct Outline(Arc<Posting>);

impl Outline {
    pub(super) fn of(posting: Arc<Posting>) -> Self {
        Self(posting)
    }

    pub(super) fn path(&self) -> &str {
        &self.0.path
    }

    pub(super) fn shown(&self) -> &Arc<str> {
        &self.0.shown
    }

    pub(super) fn is_posting(&self) -> bool {
        self.0.is_posting
    }

    pub(super) fn facts(&self) -> &Facts {
        &self.0.facts
    }

    fn title(&self) -> &str {
        self.facts().title.as_ref().map_or("", |title| &title.value)
    }
}

impl PartialEq for Outline {
    fn eq(&self, other: &Self) -> bool {
        let parts = |outline: &Self| (outline.0.path.clone(), outline.0.shown.clone(), outline.is_posting());
        // From save to save, nearly all are the same posting.
        Arc::ptr_eq(&self.0, &other.0) || parts(self) == parts(other) && self.facts() == other.facts()
    }
}

/// Which postings a site shows, where, in which order and in which groups.
#[derive(Debug)]
pub struct Frame {
    of: Outlines,
    /// How each posting is shown; `None` where it is not.
    states: Vec<Option<State>>,
    /// The addresses of those that are.
    routes: Vec<String>,
    editions: Vec<Arrangement>,
    diagnostics: Vec<Diagnostic>,
}

/// The order and the groups of one edition.
#[derive(Debug)]
struct Arrangement {
    members: Vec<Member>,
    open: Arc<[usize]>,
    taxonomies: Arc<[Taxonomy]>,
    /// Whether each member shares its title with another.
    has_namesake: Vec<bool>,
}

impl Frame {
    /// The frame of these outlines.
    pub fn of(outlines: Outlines) -> Self {
        let Outlines { config, selection, companies, postings } = &outlines;
        let states: Vec<Option<State>> = postings.par_iter().map(|outline| shown_as(outline, *selection)).collect();
        let (shown, states_of_shown): (Vec<&Outline>, Vec<State>) =
            postings.iter().zip(&states).filter_map(|(outline, state)| Some((outline, (*state)?))).unzip();
        let languages = Languages::new(config);
        let mut diagnostics = Vec::new();
        let routes = address::assign(&shown, companies, &languages, &mut diagnostics);
        let members = distribute(&shown, &states_of_shown, &languages).into_iter().zip(languages.tags());
        let arranged = |(members, tag): (_, &String)| Arrangement::new(members, &shown, &states_of_shown, config, tag);
        let editions = members.map(arranged).collect();
        Self { states, routes, editions, diagnostics, of: outlines }
    }

    /// Whether it is what [`Frame::of`] gives for these outlines.
    pub fn is_of(&self, outlines: &Outlines) -> bool {
        self.of == *outlines
    }

    pub(super) fn config(&self) -> &Arc<Config> {
        &self.of.config
    }

    /// How each posting is shown; `None` where it is not.
    pub(super) fn states(&self) -> &[Option<State>] {
        &self.states
    }

    /// The addresses of those that are shown.
    pub(super) fn routes(&self) -> &[String] {
        &self.routes
    }

    /// What there is to say about addresses.
    pub(super) fn diagnostics(&self) -> &[Diagnostic] {
        &self.diagnostics
    }

    /// The site in each of its languages, without what is there once for all of them. `shown` are the postings that are.
    pub(super) fn editions(&self, shown: &[Arrival]) -> impl Iterator<Item = Site> {
        let states: Vec<State> = self.states.iter().flatten().copied().collect();
        let languages = Languages::new(self.config());
        self.editions.iter().enumerate().map(move |(language, arranged)| {
            let published = |(member, &has_namesake): (&Member, &bool)| Published {
                posting: shown[member.posting].posting.clone(),
                route: self.routes[member.posting].clone(),
                state: states[member.posting],
                committed: shown[member.posting].committed,
                is_guest: member.is_guest,
                has_namesake,
            };
            let config = self.config();
            let own = || translated(config, &languages.tags()[language]).into();
            Site {
                config: if language == 0 { config.clone() } else { own() },
                today: self.of.selection.today,
                postings: arranged.members.iter().zip(&arranged.has_namesake).map(published).collect(),
                open: arranged.open.clone(),
                unpublished: Vec::new(),
                taxonomies: arranged.taxonomies.clone(),
                companies: Companies::default(),
                brand: Brand::default(),
                pages: Vec::new(),
                introductions: Vec::new(),
                assets: Vec::new(),
                redirects: Vec::new(),
                prefix: languages.prefix(language),
                editions: [].into(),
                others: Vec::new(),
            }
        })
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

impl Arrangement {
    fn new(mut members: Vec<Member>, shown: &[&Outline], states: &[State], config: &Config, tag: &str) -> Self {
        let collation = Collation::new(tag);
        sort(&mut members, shown, config.lists.order, &collation);
        let is_listed = |&index: &usize| states[members[index].posting].is_listed();
        let open: Arc<[usize]> = (0..members.len()).filter(is_listed).collect();
        let outlines: Vec<&Outline> = members.iter().map(|member| shown[member.posting]).collect();
        let listed: Vec<(usize, &Facts)> = open.iter().map(|&index| (index, outlines[index].facts())).collect();
        let (taxonomies, has_namesake) =
            rayon::join(|| taxonomy::build(&listed, config, &collation), || namesakes(&outlines));
        Self { members, open, taxonomies: taxonomies.into(), has_namesake }
    }
}

/// Whether each of an edition's postings shares its title with another.
fn namesakes(postings: &[&Outline]) -> Vec<bool> {
    let mut has_namesake = vec![false; postings.len()];
    let mut known: FxHashMap<&str, usize> = FxHashMap::default();
    for (index, outline) in postings.iter().enumerate() {
        let first = *known.entry(outline.title()).or_insert(index);
        if first != index {
            (has_namesake[first], has_namesake[index]) = (true, true);
        }
    }
    has_namesake
}

fn sort(members: &mut [Member], shown: &[&Outline], order: Order, collation: &Collation) {
    members.par_sort_by_cached_key(|member| {
        let outline = shown[member.posting];
        let facts = outline.facts();
        let weight = facts.weight.as_ref().map_or(0, |weight| weight.value);
        let posted = match order {
            Order::Posted => Reverse(facts.posted.as_ref().map(|posted| posted.value)),
            Order::Title => Reverse(None),
        };
        (weight, posted, collation.key(outline.title()), outline.path())
    });
}

fn shown_as(outline: &Outline, selection: Selection) -> Option<State> {
    let state = state(outline.is_posting(), outline.facts(), selection.today);
    let is_shown = match state {
        State::Draft => selection.drafts,
        State::Scheduled => selection.future,
        State::Open | State::Closed => true,
    };
    is_shown.then_some(state)
}

/// Whether a posting takes applications on a day.
pub(super) fn state(is_posting: bool, facts: &Facts, today: Date) -> State {
    let is = |date: &Option<Field<Date>>, ordering: fn(&Date, &Date) -> bool| {
        date.as_ref().is_some_and(|field| ordering(&field.value, &today))
    };
    match facts.status.as_ref().map(|status| status.value) {
        _ if !is_posting => State::Draft,
        Some(Status::Draft) => State::Draft,
        Some(Status::Closed) => State::Closed,
        _ if is(&facts.closes, Date::lt) => State::Closed,
        // A commit does not announce a day to come: at most a clock was wrong.
        _ if is(&facts.posted, Date::gt) && !is_of_git(facts) => State::Scheduled,
        _ => State::Open,
    }
}

fn is_of_git(facts: &Facts) -> bool {
    facts.posted.as_ref().is_some_and(|posted| posted.origin.kind == OriginKind::Git)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::tests::arrival;
    use jiff::civil::date;

    const TODAY: Selection = Selection { today: date(2026, 6, 1), drafts: false, future: false };

    fn outlines(config: &Arc<Config>, selection: Selection, change: impl Fn(&mut Posting)) -> Outlines {
        let mut arrivals = [arrival("a.md", "A"), arrival("b.md", "B")];
        change(Arc::make_mut(&mut arrivals[1].posting));
        Outlines::new(config.clone(), selection, &arrivals, &[])
    }

    #[test]
    fn s4_a_frame_holds_for_other_texts_and_for_nothing_else() {
        let config = Arc::new(Config::default());
        let frame = Frame::of(outlines(&config, TODAY, |_| {}));
        assert!(frame.is_of(&outlines(&config, TODAY, |_| {})));
        assert!(frame.is_of(&outlines(&config, TODAY, |posting| posting.content = "Other words.".into())));

        let stated = |value: &str| Some(Field::elsewhere(value.to_owned(), OriginKind::FrontMatter));
        for others in [
            outlines(&config, TODAY, |posting| posting.path = "c.md".into()),
            outlines(&config, TODAY, |posting| posting.is_posting = false),
            outlines(&config, TODAY, |posting| posting.facts.title = stated("C")),
            outlines(&config, TODAY, |posting| posting.facts.team = stated("Kitchen")),
            outlines(&config, Selection { today: date(2026, 6, 2), ..TODAY }, |_| {}),
            outlines(&Arc::new(Config::default()), TODAY, |_| {}),
            Outlines::new(config.clone(), TODAY, &[arrival("a.md", "A")], &[]),
        ] {
            assert!(!frame.is_of(&others), "{others:?}");
        }
    }

    #[test]
    fn postings_of_one_title_know_that_there_are_others() {
        let titles = ["Cook", "Baker", "Cook", "Cook"];
        let arrivals: Vec<_> = titles.iter().enumerate().map(|(n, title)| arrival(&format!("{n}.md"), title)).collect();
        let site = crate::model::tests::site(arrivals, false, false);
        let known: Vec<_> = site.postings.iter().map(|published| (published.title(), published.has_namesake)).collect();
        assert_eq!(known, [("Baker", false), ("Cook", true), ("Cook", true), ("Cook", true)]);
    }
}
