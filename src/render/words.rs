//! What pages say about themselves: headings, titles, descriptions, counts.
//!
//! In goes the site, out come sentences in the site's language. How they are worded stands in the theme's `i18n/`; which of
//! them fits is decided here.

use std::borrow::Cow;

use super::language::{Language, Slot};
use crate::model::{Kind, Published, Site, Term, excerpt};
use crate::posting::{EmploymentType, Facts, OriginKind, Place, Remote};

/// How many names a sentence lists before it says "and 3 more".
const LISTED: usize = 5;
/// How many characters the names have together, but for the first, which is always listed: search engines show about 160
/// of a description.
const ROOM: usize = 80;
/// A description shorter than this, in characters, gets a second sentence.
const SHORT: usize = 70;

impl Language {
    /// The site's name: the one that is set, else one that tells whose careers site it is.
    pub(super) fn site_title(&self, site: &Site) -> String {
        match (&site.config.site.title, &site.config.company.name) {
            (Some(title), _) => title.clone(),
            (None, Some(company)) => self.say("site.title_of", &[("company", company.into())]),
            (None, None) => self.say("site.title", &[]),
        }
    }

    /// What a grouping is called: `Teams`.
    pub(super) fn kind(&self, kind: Kind) -> String {
        self.of_kind(kind, "name", &[])
    }

    /// How many terms a taxonomy has: `4 teams`.
    pub(super) fn terms(&self, kind: Kind, count: usize) -> String {
        self.of_kind(kind, "count", &[("count", count.into())])
    }

    /// The heading of all terms of a kind.
    pub(super) fn index_heading(&self, kind: Kind) -> String {
        self.of_kind(kind, "index", &[])
    }

    fn of_kind(&self, kind: Kind, what: &str, slots: &[(&str, Slot<'_>)]) -> String {
        self.say(&format!("{}.{what}", kind.name().replace('-', "_")), slots)
    }

    /// A term's name as pages show it: what is no name but a word of ours is translated.
    pub(super) fn term<'a>(&self, kind: Kind, name: &'a str) -> Cow<'a, str> {
        match (kind, employment_type(name)) {
            (Kind::EmploymentTypes, Some(employment_type)) => self.employment_type(employment_type).into(),
            (Kind::Locations, _) if name == Place::REMOTE => self.say("place.remote", &[]).into(),
            (Kind::Locations, _) => self.territory(name).unwrap_or(name).into(),
            _ => name.into(),
        }
    }

    /// `Full-time`
    pub(super) fn employment_type(&self, employment_type: EmploymentType) -> String {
        self.say(&format!("employment_type.{}", employment_type.code().to_lowercase()), &[])
    }

    /// A term's heading: `4 roles in Germany`.
    pub(super) fn heading(&self, kind: Kind, term: &Term) -> String {
        let slots = [("name", Slot::from(&term.name)), ("count", term.postings.len().into())];
        match kind {
            Kind::Locations => self.place_heading(term),
            Kind::Companies => self.say("heading.company", &slots),
            Kind::Teams if is_named_team(&term.name) => self.say("heading.named_team", &slots),
            Kind::Teams => self.say("heading.team", &slots),
            Kind::EmploymentTypes => {
                let code = employment_type(&term.name).unwrap_or(EmploymentType::Other).code();
                self.say(&format!("heading.{}", code.to_lowercase()), &slots)
            }
            Kind::Tags => self.say("heading.tag", &slots),
        }
    }

    /// `4 roles in Germany`, `4 roles in Germany, 2 remote`, `2 remote roles open to Germany`.
    fn place_heading(&self, term: &Term) -> String {
        let (far, here) = (term.remote.len(), term.postings.len() - term.remote.len());
        let name = self.within_sentence(&term.name);
        let say = |key: &str, count: usize| {
            self.say(key, &[("name", (&*name).into()), ("count", count.into()), ("remote", far.into())])
        };
        match (here, far) {
            (_, 0) if term.name == Place::REMOTE => say("heading.remote", here),
            (0, 1..) => say("heading.open_to", far),
            (_, 0) => say("heading.place", here),
            _ => say("heading.place_and_remote", here),
        }
    }

    /// The headings over the roles in a place, and over the remote ones that are open to it.
    pub(super) fn here_and_far(&self, term: &Term) -> [String; 2] {
        let name = self.within_sentence(&term.name);
        ["heading.here", "heading.far"].map(|key| self.say(key, &[("name", (&*name).into())]))
    }

    /// A place's name after a preposition: English gives some an article. Other languages word their sentences so that a
    /// name stands alone, as no rule says which form it takes.
    fn within_sentence<'a>(&self, name: &'a str) -> Cow<'a, str> {
        if self.is_english() && is_named_with_article(name) {
            format!("the {name}").into()
        } else {
            self.term(Kind::Locations, name)
        }
    }

    /// What the feed of a term is called: without a count, which changes.
    pub(super) fn feed_title(&self, kind: Kind, term: &Term) -> String {
        let name = self.term(kind, &term.name);
        let (key, name) = match kind {
            Kind::Locations if term.name == Place::REMOTE => ("feed.remote", name),
            Kind::Locations => ("feed.place", self.within_sentence(&term.name)),
            Kind::Companies => ("feed.company", name),
            Kind::Teams if is_named_team(&name) => ("feed.named_team", name),
            Kind::Teams => ("feed.team", name),
            Kind::EmploymentTypes | Kind::Tags => ("feed.tag", name),
        };
        self.say(key, &[("name", (&*name).into())])
    }

    /// What a page of a list is called: the first goes without a number.
    pub(super) fn paged(&self, title: String, page: usize) -> String {
        if page <= 1 { title } else { self.say("pages.title", &[("title", (&title).into()), ("page", page.into())]) }
    }

    /// The description of a page of a list.
    pub(super) fn paged_sentence(&self, sentence: String, page: usize) -> String {
        if page <= 1 {
            sentence
        } else {
            self.sentences(&sentence, &self.say("pages.description", &[("page", page.into())]))
        }
    }

    /// A posting's title for browsers and search engines, told apart from others of the same name.
    pub(super) fn posting_title(&self, site: &Site, published: &Published) -> String {
        let facts = &published.posting.facts;
        let mut title = published.title().to_owned();
        let company = facts.company.as_ref().filter(|_| site.taxonomy(Kind::Companies).is_some());
        if let Some(company) = company {
            title = self.say("title.at", &[("title", (&title).into()), ("company", (&company.value).into())]);
        }
        match self.place(facts).filter(|_| published.has_namesake) {
            Some(place) => self.say("title.in", &[("title", (&title).into()), ("place", (&place).into())]),
            None => title,
        }
    }

    /// A posting in a sentence or two: its summary, else what is known of it. What somebody wrote for it is not cut.
    pub(super) fn description(&self, site: &Site, published: &Published) -> String {
        let summary = published.posting.facts.summary.as_ref().map(|summary| match summary.origin.kind {
            OriginKind::FrontMatter => summary.value.clone(),
            _ => excerpt(summary.value.clone()),
        });
        summary.unwrap_or_else(|| self.posting_description(site, published))
    }

    fn posting_description(&self, site: &Site, published: &Published) -> String {
        let facts = &published.posting.facts;
        let title = ("title", Slot::from(published.title()));
        let sentence = match &facts.company {
            Some(company) => self.say("description.posting_at", &[title, ("company", (&company.value).into())]),
            None => self.say("description.posting", &[title, ("site", (&self.site_title(site)).into())]),
        };
        let sentence = match self.place(facts) {
            Some(place) => self.sentences(&sentence, &self.say("description.place", &[("place", (&place).into())])),
            None => sentence,
        };
        self.lengthened(sentence, "description.posting_more")
    }

    /// The home page's description, where none is set.
    pub(super) fn home_description(&self, site: &Site) -> String {
        let company = site.config.company.name.as_deref();
        let key = |alone: &'static str, at: &'static str| if company.is_some() { at } else { alone };
        let company = ("company", Slot::from(company.unwrap_or_default()));
        match site.open.len() {
            0 => self.say(key("description.none", "description.none_at"), &[company]),
            count => {
                let titles = self.titles(site, &site.open);
                let slots = [company, ("count", count.into()), ("titles", (&titles).into())];
                self.lengthened(self.say(key("description.home", "description.home_at"), &slots), MORE_OF_LIST)
            }
        }
    }

    /// A term's description: `4 roles in Germany: Baker, Cook and 2 more.`
    pub(super) fn term_description(&self, site: &Site, kind: Kind, term: &Term) -> String {
        let titles = self.titles(site, &term.postings);
        self.lengthened(self.group(&self.heading(kind, term), &titles), MORE_OF_LIST)
    }

    /// The description of all terms of a kind.
    pub(super) fn index_description(&self, kind: Kind, terms: &[Term]) -> String {
        let names = terms.iter().map(|term| self.term(kind, &term.name));
        self.lengthened(
            self.group(&self.index_heading(kind), &self.listed(names, terms.len())),
            "description.index_more",
        )
    }

    fn group(&self, heading: &str, titles: &str) -> String {
        self.say("description.group", &[("heading", heading.into()), ("titles", titles.into())])
    }

    /// A sentence that search engines find too short to show, with another.
    fn lengthened(&self, sentence: String, more: &str) -> String {
        if sentence.chars().count() < SHORT { self.sentences(&sentence, &self.say(more, &[])) } else { sentence }
    }

    fn sentences(&self, first: &str, second: &str) -> String {
        self.say("text.sentences", &[("first", first.into()), ("second", second.into())])
    }

    fn titles(&self, site: &Site, postings: &[usize]) -> String {
        let titles = postings.iter().map(|&index| site.postings[index].title().into());
        self.listed(titles, postings.len())
    }

    /// `A, B, and C`, or the first few `and 3 more`.
    fn listed<'a>(&self, names: impl Iterator<Item = Cow<'a, str>>, count: usize) -> String {
        let most = if count > LISTED { LISTED - 1 } else { count };
        let mut length = 0;
        let mut has_room = |name: &Cow<'_, str>| {
            let is_first = length == 0;
            length += name.chars().count();
            is_first || length <= ROOM
        };
        let mut shown: Vec<Cow<'_, str>> = names.take(most).take_while(|name| has_room(name)).collect();
        if count > shown.len() {
            shown.push(self.say("text.more", &[("count", (count - shown.len()).into())]).into());
        }
        self.list(&shown)
    }

    /// Where the work is done, in a few words: `Lisbon, Toronto · Hybrid`.
    pub(super) fn place(&self, facts: &Facts) -> Option<String> {
        let join =
            |key: &str, first: &str, second: &str| self.say(key, &[("first", first.into()), ("second", second.into())]);
        let names: Vec<&str> = Kind::Locations.names(facts);
        let remote = facts.remote.as_ref().map(|remote| remote.value);
        let is_remote = remote == Some(Remote::Full) || names.contains(&Place::REMOTE);
        let places: Vec<&str> = names.into_iter().filter(|name| *name != Place::REMOTE).collect();
        let shown = if places.len() > 3 { 2 } else { places.len() };
        let mut text =
            places[..shown].iter().map(|name| (*name).to_owned()).reduce(|all, name| join("text.comma", &all, &name));
        if places.len() > shown {
            let more =
                [("text", Slot::from(text.as_deref().unwrap_or_default())), ("count", (places.len() - shown).into())];
            text = Some(self.say("text.plus", &more));
        }
        let way = match remote {
            Some(Remote::Hybrid) => Some(self.say("place.hybrid", &[])),
            _ => is_remote.then(|| self.say("place.remote", &[])),
        };
        match (way, text) {
            (Some(way), Some(text)) if remote == Some(Remote::Hybrid) => Some(join("text.dot", &text, &way)),
            (Some(way), Some(text)) => Some(join("text.dot", &way, &text)),
            (way, text) => way.or(text),
        }
    }
}

const MORE_OF_LIST: &str = "description.list_more";

fn employment_type(label: &str) -> Option<EmploymentType> {
    EmploymentType::ALL.into_iter().find(|employment_type| employment_type.label() == label)
}

fn is_named_team(name: &str) -> bool {
    name.to_lowercase().ends_with("team")
}

/// Places that English gives an article.
fn is_named_with_article(name: &str) -> bool {
    let ends = [" Union", " Kingdom", " States", " Emirates", " Republic", " Islands", " Area", " Region"];
    ends.iter().any(|end| name.ends_with(end))
        || matches!(name, "Netherlands" | "Philippines" | "Bahamas" | "EU" | "UK")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::posting::{Field, Place};
    use crate::render::language::tests::language;

    fn term(name: &str, count: usize) -> Term {
        Term { name: name.into(), postings: (0..count).collect(), ..Term::default() }
    }

    #[test]
    fn a_terms_heading_is_a_sentence() {
        let english = language("en");
        for (kind, name, count, text) in [
            (Kind::Locations, "Germany", 4, "4 roles in Germany"),
            (Kind::Locations, "United Kingdom", 1, "1 role in the United Kingdom"),
            (Kind::Locations, "Remote", 2, "2 remote roles"),
            (Kind::Tags, "TypeScript", 3, "3 TypeScript roles"),
            (Kind::Companies, "Foliant", 2, "2 roles at Foliant"),
            (Kind::Teams, "Kitchen", 1, "1 role in the Kitchen team"),
            (Kind::Teams, "Core Team", 1, "1 role in Core Team"),
            (Kind::EmploymentTypes, "Full-time", 1, "1 full-time role"),
            (Kind::EmploymentTypes, "Internship", 2, "2 internships"),
        ] {
            assert_eq!(english.heading(kind, &term(name, count)), text);
        }
    }

    #[test]
    fn long_lists_are_cut() {
        let names = ["A", "B", "C", "D", "E", "F"];
        let english = language("en");
        for (count, text) in
            [(1, "A"), (2, "A and B"), (5, "A, B, C, D, and E"), (6, "A, B, C, D, and 2 more"), (0, "")]
        {
            assert_eq!(english.listed(names.into_iter().take(count).map(Cow::from), count), text);
        }
        let long = |length: usize| Cow::from("m".repeat(length));
        let cut = english.listed([long(50), long(30), long(1)].into_iter(), 3);
        assert!(cut.ends_with("m, and 1 more") && cut.len() == 94, "{cut}");
        assert!(english.listed([long(90), long(1)].into_iter(), 2).ends_with("m and 1 more"), "never none at all");
    }

    #[test]
    fn a_place_is_told_in_a_few_words() {
        let english = language("en");
        let facts = |names: &[&str], remote: Option<Remote>| {
            let place = |name: &&str| Place::new(*name);
            Facts {
                locations: Some(Field::elsewhere(names.iter().map(place).collect(), OriginKind::FrontMatter)),
                remote: remote.map(|remote| Field::elsewhere(remote, OriginKind::FrontMatter)),
                ..Facts::default()
            }
        };
        for (names, remote, text) in [
            (&[][..], None, None),
            (&[], Some(Remote::Full), Some("Remote")),
            (&["Berlin"], Some(Remote::No), Some("Berlin")),
            (&["Remote", "Spain"], Some(Remote::Full), Some("Remote \u{b7} Spain")),
            (&["Lisbon", "Toronto"], Some(Remote::Hybrid), Some("Lisbon, Toronto \u{b7} Hybrid")),
            (&["A", "B", "C", "D"], None, Some("A, B +2")),
        ] {
            assert_eq!(english.place(&facts(names, remote)).as_deref(), text);
        }
    }
}
