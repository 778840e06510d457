//! What job search engines ask of a posting before they list it (Google's documentation of structured data for job postings).

use rayon::prelude::*;

use super::missing::{Missing, sentence};
use crate::diagnostic::Diagnostic;
use crate::model::{Published, Site, State};
use crate::posting::{Country, Place, Region, Remote, Spot};
use crate::source::Location;

/// Where a posting's work is done, as far as search engines understand it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Workplace<'a> {
    /// At these places, each with its country.
    Sites(Vec<(&'a Place, Country)>),
    /// Wherever one likes within these areas, and at the given places for those who want to.
    Anywhere { within: Vec<Area>, sites: Vec<(&'a Place, Country)> },
}

/// Where those who work remotely may live.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Area {
    Country(Country),
    Region(Region),
}

/// Warns of each open posting that job search engines would not list.
pub(super) fn check(site: &Site, diagnostics: &mut Vec<Diagnostic>) {
    let warning = |published: &Published| {
        let missing = missing(published, &workplace(site, published));
        if missing.is_empty() {
            return None;
        }
        let (what, add) = sentence(&missing);
        let message = format!("job search engines won't list this posting, which does not say {what}");
        let warning = Diagnostic::warning("not-for-job-search", message);
        Some(warning.at(Location::start_of(published.posting.shown.clone())).help(add))
    };
    let open = site.postings.par_iter().filter(|published| published.state == State::Open);
    diagnostics.par_extend(open.filter_map(warning));
}

/// What a posting, whose work is done at `workplace`, lacks to be listed.
pub(crate) fn missing(published: &Published, workplace: &Result<Workplace<'_>, Missing>) -> Vec<Missing> {
    let facts = &published.posting.facts;
    let without = workplace.as_ref().err();
    let lacks = [
        (Missing::Text, published.posting.content.trim().is_empty()),
        (Missing::Posted, facts.posted.is_none()),
        (Missing::Company, facts.company.is_none()),
        (Missing::Place, without == Some(&Missing::Place)),
        (Missing::Eligibility, without == Some(&Missing::Eligibility)),
        (Missing::Apply, facts.apply.is_none()),
    ];
    lacks.into_iter().filter(|(_, lacks)| *lacks).map(|(missing, _)| missing).collect()
}

/// Where the work is done: nothing is guessed but the country of a town whose name several countries have, and only if
/// the employer is in one country.
pub(crate) fn workplace<'a>(site: &Site, published: &'a Published) -> Result<Workplace<'a>, Missing> {
    let facts = &published.posting.facts;
    let places: Vec<&Place> = facts.locations.iter().flat_map(|places| &places.value).collect();
    let home = match site.config.company.countries.as_slice() {
        [only] => Country::of(only),
        _ => None,
    };
    if facts.remote.as_ref().is_some_and(|remote| remote.value == Remote::Full) {
        let within = eligible(site, published, &places);
        if within.is_empty() {
            return Err(Missing::Eligibility);
        }
        return Ok(Workplace::Anywhere { within, sites: sites(places.into_iter().filter(|p| is_town(p)), home) });
    }
    let sites = sites(places.into_iter(), home);
    if sites.is_empty() { Err(Missing::Place) } else { Ok(Workplace::Sites(sites)) }
}

fn sites<'a>(places: impl Iterator<Item = &'a Place>, home: Option<Country>) -> Vec<(&'a Place, Country)> {
    let of = |place: &'a Place| match place.spot {
        Spot::Remote | Spot::Group(_) => None,
        _ => Some((place, place.country().or(home)?)),
    };
    places.filter_map(of).collect()
}

fn is_town(place: &Place) -> bool {
    matches!(place.spot, Spot::City(_) | Spot::Unknown)
}

/// Where those may live who work remotely: what the posting says, else where its places are, else what the configuration
/// says for all.
fn eligible(site: &Site, published: &Published, places: &[&Place]) -> Vec<Area> {
    let stated = published.posting.facts.remote_countries.iter().flat_map(|countries| &countries.value);
    let config = &site.config;
    let all = [&config.remote.countries, &config.company.countries].into_iter().find(|codes| !codes.is_empty());
    let all = all.into_iter().flatten().filter_map(|code| Country::of(code)).map(Area::Country);
    let sources = [each(stated.flat_map(areas_of)), each(places.iter().flat_map(|place| areas_of(place))), each(all)];
    sources.into_iter().find(|areas| !areas.is_empty()).unwrap_or_default()
}

fn each(areas: impl Iterator<Item = Area>) -> Vec<Area> {
    areas.fold(Vec::new(), |mut known, area| {
        if !known.contains(&area) {
            known.push(area);
        }
        known
    })
}

fn areas_of(place: &Place) -> Vec<Area> {
    match place.spot {
        Spot::Region(region) => vec![Area::Region(region)],
        _ => place.countries().into_iter().map(Area::Country).collect(),
    }
}
