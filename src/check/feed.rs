//! What job boards ask of a posting before their feed can carry it, and the jobs that it becomes there.
//!
//! Every board takes a job at one place, so that a posting at several places is several jobs. The rules are those of the
//! boards' own documentation.

use std::collections::HashSet;

use super::google::{Area, Workplace, missing, workplace};
use super::missing::{Missing, listed, sentence};
use crate::config::Board;
use crate::diagnostic::Diagnostic;
use crate::model::{Published, Site, State};
use crate::posting::{Country, Place, Region, Spot};
use crate::source::Location;

/// The shortest description, in characters that are read, where there is one.
const SHORTEST: usize = 100;

/// A posting at one of its places.
#[derive(Debug, Clone)]
pub(crate) struct Job<'a> {
    /// The posting.
    pub published: &'a Published,
    /// The town; of remote work, one that the posting names in the country.
    pub town: Option<&'a str>,
    /// The region, where known.
    pub region: Option<Region>,
    /// The country, be it that one has to live in.
    pub country: Country,
    /// Whether it is done from anywhere in the country or region.
    pub is_remote: bool,
    /// What tells the place from the posting's other places, whatever those are and however this one is spelt.
    key: String,
}

impl Job<'_> {
    /// What the board knows it by, for as long as the posting's file and the place stay. A UUID.
    pub(crate) fn reference(&self) -> String {
        self.published.uuid_at(&self.key)
    }
}

/// Warns of each open posting that a feed leaves out, and of what a whole feed lacks.
pub(super) fn check(site: &Site, diagnostics: &mut Vec<Diagnostic>) {
    let feeds = &site.config.feeds;
    if feeds.boards.is_empty() {
        return;
    }
    if site.config.site.base_url.is_none() {
        let warning =
            Diagnostic::warning("no-feed", "feeds for job boards are not written, as they need whole addresses");
        return diagnostics.push(warning.help("set `base_url` of `[site]`, or build with `--base-url`"));
    }
    if feeds.boards.contains(&Board::LinkedIn) && feeds.email.is_none() {
        let warning =
            Diagnostic::warning("feed-without-email", "LinkedIn asks for the e-mail address of who posts a job");
        diagnostics.push(warning.help("set `email` of `[feeds]`"));
    }
    for published in open(site) {
        for (missing, boards) in left_out(site, published) {
            let (what, add) = sentence(&missing);
            let (boards, verb) =
                (listed(&boards, "and"), if boards.len() == 1 { "feed leaves" } else { "feeds leave" });
            let message = format!("the {boards} {verb} out this posting, which does not say {what}");
            let location = Location::start_of(published.posting.shown.clone());
            diagnostics.push(Diagnostic::warning("not-in-feed", message).at(location).help(add));
        }
    }
}

/// All jobs of a board's feed, in the order of lists.
pub(crate) fn jobs(site: &Site, board: Board) -> Vec<Job<'_>> {
    open(site).filter_map(|published| jobs_of(site, published, board).ok()).flatten().collect()
}

/// The address on the web where one applies.
pub(crate) fn apply_link(published: &Published) -> Option<&str> {
    let mut addresses = published.posting.facts.apply.iter().flat_map(|addresses| &addresses.value);
    addresses.find(|address| address.starts_with("https://")).map(String::as_str)
}

fn open(site: &Site) -> impl Iterator<Item = &Published> {
    site.postings.iter().filter(|published| published.state == State::Open)
}

/// The boards that can't carry a posting, by what it lacks.
fn left_out(site: &Site, published: &Published) -> Vec<(Vec<Missing>, Vec<&'static str>)> {
    let mut left_out: Vec<(Vec<Missing>, Vec<&'static str>)> = Vec::new();
    for board in &site.config.feeds.boards {
        let Err(missing) = jobs_of(site, published, *board) else { continue };
        match left_out.iter_mut().find(|(known, _)| *known == missing) {
            Some((_, boards)) => boards.push(board.name()),
            None => left_out.push((missing, vec![board.name()])),
        }
    }
    left_out
}

/// The jobs that a posting is on a board, at least one; else what it lacks.
fn jobs_of<'a>(site: &Site, published: &'a Published, board: Board) -> Result<Vec<Job<'a>>, Vec<Missing>> {
    let demands = demands(board);
    let asked = |missing: &Missing| demands.contains(missing);
    let workplace = workplace(site, published);
    let mut lacks: Vec<Missing> = missing(published, &workplace).into_iter().filter(asked).collect();
    let mut jobs = workplace.map(|workplace| at_each(published, workplace)).unwrap_or_default();
    if demands.contains(&Missing::Town) && !jobs.is_empty() {
        jobs.retain(|job| job.is_remote || job.town.is_some());
        lacks.extend(jobs.is_empty().then_some(Missing::Town));
    }
    let is_short = !lacks.contains(&Missing::Text) && length(&published.posting.content) < SHORTEST;
    lacks.extend(Some(Missing::Length).filter(|length| is_short && asked(length)));
    lacks.extend(Some(Missing::ApplyLink).filter(|link| apply_link(published).is_none() && asked(link)));
    if lacks.is_empty() { Ok(jobs) } else { Err(lacks) }
}

/// What a board's feed does not carry a posting without.
fn demands(board: Board) -> &'static [Missing] {
    use Missing::{ApplyLink, Company, Eligibility, Length, Place, Posted, Text, Town};
    match board {
        Board::Indeed | Board::Talent => &[Text, Company, Posted, Place, Town, Eligibility],
        Board::LinkedIn => &[Text, Length, Company, Place, Eligibility, ApplyLink],
        Board::Adzuna => &[Text, Length, Place, Eligibility],
        Board::Jooble => &[Text, Posted, Place, Eligibility],
    }
}

fn at_each<'a>(published: &'a Published, workplace: Workplace<'a>) -> Vec<Job<'a>> {
    let mut jobs: Vec<Job<'a>> = match workplace {
        Workplace::Sites(sites) => {
            sites.into_iter().map(|(place, country)| on_site(published, place, country)).collect()
        }
        Workplace::Anywhere { within, sites } => {
            within.into_iter().map(|area| remote(published, area, &sites)).collect()
        }
    };
    // Two spellings of one place are one job.
    let mut seen = HashSet::new();
    jobs.retain(|job| seen.insert(job.key.clone()));
    jobs
}

fn on_site<'a>(published: &'a Published, place: &'a Place, country: Country) -> Job<'a> {
    let key = place.key().to_lowercase();
    Job { published, town: town(place), region: place.region(), country, is_remote: false, key }
}

fn remote<'a>(published: &'a Published, area: Area, sites: &[(&'a Place, Country)]) -> Job<'a> {
    let (country, region) = match area {
        Area::Country(country) => (country, None),
        Area::Region(region) => (region.country(), Some(region)),
    };
    let lies_there = |place: &Place| region.is_none() || place.region() == region;
    let there = sites.iter().find(|(place, of)| *of == country && lies_there(place)).map(|(place, _)| *place);
    let code = region.map_or(country.code(), |region| region.code);
    let region = region.or(there.and_then(Place::region));
    Job { published, town: there.and_then(town), region, country, is_remote: true, key: format!("remote {code}") }
}

fn town(place: &Place) -> Option<&str> {
    match &place.spot {
        Spot::City(city) => Some(&city.name),
        Spot::Unknown => Some(&place.name),
        Spot::Remote | Spot::Group(_) | Spot::Country(_) | Spot::Region(_) => None,
    }
}

/// How many characters of some HTML are read: without tags, an entity for one, white space for one.
fn length(html: &str) -> usize {
    let (mut count, mut in_tag, mut in_entity, mut after_space) = (0, false, false, true);
    for character in html.chars() {
        match character {
            '<' => in_tag = true,
            '>' if in_tag => in_tag = false,
            _ if in_tag => {}
            ';' if in_entity => in_entity = false,
            _ if in_entity && !character.is_whitespace() => {}
            _ => {
                in_entity = character == '&';
                count += usize::from(!(character.is_whitespace() && after_space));
                after_space = character.is_whitespace();
            }
        }
    }
    count
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_description_is_as_long_as_what_is_read_of_it() {
        for (html, expected) in [
            ("", 0),
            ("<p class=\"a long attribute\">ab</p>", 2),
            ("<p>a\n   b</p>", 3),
            ("R&amp;D &lt;b&gt;", 7),
            ("&", 1),
        ] {
            assert_eq!(length(html), expected, "{html}");
        }
    }
}
