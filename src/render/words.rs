//! What pages say about themselves, in English: headings, titles, descriptions, counts.

use crate::model::{Kind, Published, Site, Term};
use crate::posting::{Facts, Place, Remote};

/// How many names a sentence lists before it says "and 3 more".
const LISTED: usize = 5;
/// A description shorter than this, in characters, gets a second sentence.
const SHORT: usize = 70;

/// What leads home, first among breadcrumbs.
pub(super) const ALL_ROLES: &str = "All open roles";

/// What a list of all open postings is called.
pub(super) const OPEN_ROLES: &str = "Open roles";
/// What heads those of its postings that have no team, after those that have one.
pub(super) const OTHER_ROLES: &str = "Other roles";
/// What stands in place of a list of none.
pub(super) const NO_ROLES: &str = "There are no open roles right now.";

/// `1 role`, `12 roles`.
fn roles(count: usize) -> String {
    counted(count, "role", "roles")
}

/// `1 remote role`, `12 TypeScript roles`.
fn roles_of(count: usize, kind: &str) -> String {
    counted(count, &format!("{kind} role"), &format!("{kind} roles"))
}

fn counted(count: usize, one: &str, several: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { several })
}

/// How many terms a taxonomy has: `4 teams`.
pub(super) fn terms(kind: Kind, count: usize) -> String {
    let (one, several) = match kind {
        Kind::Teams => ("team", "teams"),
        Kind::Locations => ("place", "places"),
        Kind::Tags => ("tag", "tags"),
        Kind::Companies => ("company", "companies"),
        Kind::EmploymentTypes => ("employment type", "employment types"),
    };
    counted(count, one, several)
}

/// A term's heading: `4 roles in Germany`.
pub(super) fn heading(kind: Kind, term: &Term) -> String {
    let (name, count) = (term.name.as_str(), term.postings.len());
    let roles = roles(count);
    match kind {
        Kind::Locations => place_heading(term),
        Kind::Companies => format!("{roles} at {name}"),
        Kind::Teams if name.to_lowercase().ends_with("team") => format!("{roles} in {name}"),
        Kind::Teams => format!("{roles} in the {name} team"),
        Kind::EmploymentTypes if name == "Internship" => counted(count, "internship", "internships"),
        Kind::EmploymentTypes => roles_of(count, &name.to_lowercase()),
        Kind::Tags => roles_of(count, name),
    }
}

/// `4 roles in Germany`, `4 roles in Germany, 2 remote`, `2 remote roles open to Germany`.
fn place_heading(term: &Term) -> String {
    let (far, here) = (term.remote.len(), term.postings.len() - term.remote.len());
    let name = with_article(&term.name);
    match (here, far) {
        (_, 0) if term.name == "Remote" => roles_of(here, "remote"),
        (0, 1..) => format!("{} open to {name}", roles_of(far, "remote")),
        (_, 0) => format!("{} in {name}", roles(here)),
        _ => format!("{} in {name}, {far} remote", roles(here)),
    }
}

/// The headings over the roles in a place, and over the remote ones that are open to it.
pub(super) fn here_and_far(term: &Term) -> [String; 2] {
    let name = with_article(&term.name);
    [format!("In {name}"), format!("Remote, open to {name}")]
}

fn with_article(name: &str) -> String {
    if is_named_with_article(name) { format!("the {name}") } else { name.to_owned() }
}

/// What the feed of a term is called: without a count, which changes.
pub(super) fn feed_title(kind: Kind, term: &Term) -> String {
    let name = term.name.as_str();
    match kind {
        Kind::Locations if name == "Remote" => "Remote roles".into(),
        Kind::Locations => format!("Roles in {}", with_article(name)),
        Kind::Companies => format!("Roles at {name}"),
        Kind::Teams if name.to_lowercase().ends_with("team") => format!("Roles in {name}"),
        Kind::Teams => format!("Roles in the {name} team"),
        Kind::EmploymentTypes | Kind::Tags => format!("{name} roles"),
    }
}

/// Places that English gives an article.
fn is_named_with_article(name: &str) -> bool {
    let ends = [" Union", " Kingdom", " States", " Emirates", " Republic", " Islands", " Area", " Region"];
    ends.iter().any(|end| name.ends_with(end))
        || matches!(name, "Netherlands" | "Philippines" | "Bahamas" | "EU" | "UK")
}

/// The heading of all terms of a kind.
pub(super) fn index_heading(kind: Kind) -> &'static str {
    match kind {
        Kind::Teams => "Roles by team",
        Kind::Locations => "Roles by place",
        Kind::Tags => "Roles by tag",
        Kind::Companies => "Roles by company",
        Kind::EmploymentTypes => "Roles by employment type",
    }
}

/// What a page of a list is called: the first goes without a number.
pub(super) fn paged(title: &str, page: usize) -> String {
    if page <= 1 { title.to_owned() } else { format!("{title}, page {page}") }
}

/// The description of a page of a list.
pub(super) fn paged_sentence(sentence: &str, page: usize) -> String {
    if page <= 1 { sentence.to_owned() } else { format!("{sentence} Page {page}.") }
}

/// A posting's title for browsers and search engines, told apart from others of the same name.
pub(super) fn posting_title(site: &Site, published: &Published, is_repeated: bool) -> String {
    let facts = &published.posting.facts;
    let mut title = published.title().to_owned();
    let company = facts.company.as_ref().filter(|_| site.taxonomy(Kind::Companies).is_some());
    if let Some(company) = company {
        title = format!("{title} at {}", company.value);
    }
    match place(facts).filter(|_| is_repeated) {
        Some(place) => format!("{title}, {place}"),
        None => title,
    }
}

/// A posting in a sentence or two: its summary, else what is known of it.
pub(super) fn description(site: &Site, published: &Published) -> String {
    let summary = published.posting.facts.summary.as_ref().map(|summary| summary.value.clone());
    summary.unwrap_or_else(|| posting_description(site, published))
}

fn posting_description(site: &Site, published: &Published) -> String {
    let facts = &published.posting.facts;
    let title = published.title();
    let company = facts.company.as_ref().map(|company| company.value.as_str());
    let at = company.map_or_else(|| format!("{title}: {}", site.config.site_title()), |c| format!("{title} at {c}"));
    let sentence = place(facts).map_or_else(|| format!("{at}."), |place| format!("{at}. {place}."));
    lengthened(sentence, "See what the work is, what it asks for, and how to apply.")
}

/// The home page's description, where none is set.
pub(super) fn home_description(site: &Site) -> String {
    let at = site.config.company.name.as_ref().map(|name| format!(" at {name}")).unwrap_or_default();
    match site.open.len() {
        0 => format!("There are no open roles{at} right now. New ones appear on this page first."),
        count => {
            let sentence = format!("{}{at}: {}.", counted(count, "open role", "open roles"), titles(site, &site.open));
            lengthened(sentence, "See what the work is, where it is done, and how to apply.")
        }
    }
}

/// A term's description: `4 roles in Germany: Baker, Cook and 2 more.`
pub(super) fn term_description(site: &Site, kind: Kind, term: &Term) -> String {
    let sentence = format!("{}: {}.", heading(kind, term), titles(site, &term.postings));
    lengthened(sentence, "See what the work is, where it is done, and how to apply.")
}

/// The description of all terms of a kind.
pub(super) fn index_description(kind: Kind, terms: &[Term]) -> String {
    let names = listed(terms.iter().map(|term| term.name.as_str()), terms.len());
    lengthened(format!("{}: {names}.", index_heading(kind)), "Choose one to see all of its open roles.")
}

/// A sentence that search engines find too short to show, with another.
fn lengthened(sentence: String, more: &str) -> String {
    if sentence.chars().count() < SHORT { format!("{sentence} {more}") } else { sentence }
}

fn titles(site: &Site, postings: &[usize]) -> String {
    listed(postings.iter().map(|&index| site.postings[index].title()), postings.len())
}

/// `A, B and C`, or the first few `and 3 more`.
fn listed<'a>(names: impl Iterator<Item = &'a str>, count: usize) -> String {
    let shown = if count > LISTED { LISTED - 1 } else { count };
    let names: Vec<&str> = names.take(shown).collect();
    let last = if count > shown { format!("{} more", count - shown) } else { String::new() };
    match (&names[..], last.as_str()) {
        ([], last) => last.to_owned(),
        ([one], "") => (*one).to_owned(),
        ([rest @ .., one], "") => format!("{} and {one}", rest.join(", ")),
        (all, last) => format!("{} and {last}", all.join(", ")),
    }
}

/// Where the work is done, in a few words: `Lisbon, Toronto · Hybrid`.
pub(super) fn place(facts: &Facts) -> Option<String> {
    let names: Vec<&str> = Kind::Locations.names(facts);
    let places: Vec<&str> = names.into_iter().filter(|name| *name != "Remote").collect();
    let shown = if places.len() > 3 { 2 } else { places.len() };
    let mut text = places[..shown].join(", ");
    if places.len() > shown {
        text = format!("{text} +{}", places.len() - shown);
    }
    let way = way(facts).filter(|way| *way != Remote::No).map_or("", remote);
    match (way, text.as_str()) {
        ("", "") => None,
        ("", _) => Some(text),
        (way, "") => Some(way.to_owned()),
        ("Remote", text) => Some(format!("Remote \u{b7} {text}")),
        (way, text) => Some(format!("{text} \u{b7} {way}")),
    }
}

/// Whether the work may be done from elsewhere; a posting that gives `Remote` as its place says so as well.
pub(super) fn way(facts: &Facts) -> Option<Remote> {
    let stated = facts.remote.as_ref().map(|remote| remote.value);
    let is_remote = || Kind::Locations.names(facts).contains(&Place::REMOTE);
    stated.filter(|way| *way == Remote::Hybrid).or_else(|| is_remote().then_some(Remote::Full)).or(stated)
}

/// A way of working, as a choice.
pub(super) fn remote(way: Remote) -> &'static str {
    match way {
        Remote::Full => "Remote",
        Remote::Hybrid => "Hybrid",
        Remote::No => "On site",
    }
}

/// What a facet of the search is called.
pub(super) fn facet(key: &str) -> &'static str {
    match key {
        "team" => "Team",
        "company" => "Company",
        "place" => "Place",
        "remote" => "Remote",
        "type" => "Type",
        "level" => "Level",
        "tag" => "Tags",
        _ => "Salary",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::posting::{Field, OriginKind};

    fn term(name: &str, count: usize) -> Term {
        Term { name: name.into(), postings: (0..count).collect(), ..Term::default() }
    }

    #[test]
    fn a_terms_heading_is_a_sentence() {
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
            assert_eq!(heading(kind, &term(name, count)), text);
        }
    }

    #[test]
    fn long_lists_are_cut() {
        let names = ["A", "B", "C", "D", "E", "F"];
        for (count, text) in [(1, "A"), (2, "A and B"), (5, "A, B, C, D and E"), (6, "A, B, C, D and 2 more"), (0, "")]
        {
            assert_eq!(listed(names.into_iter().take(count), count), text);
        }
    }

    #[test]
    fn a_place_is_told_in_a_few_words() {
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
            assert_eq!(place(&facts(names, remote)).as_deref(), text);
        }
    }
}
