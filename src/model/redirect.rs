//! Old addresses that lead to new ones (O4): `aliases` of postings, and `[[redirects]]` of the configuration.

use std::collections::HashSet;

use super::{Published, Site};
use crate::config::{self, BaseUrl, Config, site_path};
use crate::diagnostic::Diagnostic;
use crate::source::Location;

/// An address that is no page any more.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Redirect {
    /// Its path below the base URL, unencoded: `/old/` or `/old.html`.
    pub from: String,
    /// What is there instead.
    pub to: Target,
}

/// What is to be found instead of a page that is no more.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// A path below the base URL.
    Page(String),
    /// Another site's address.
    Elsewhere(String),
    /// Nothing, for good.
    Gone,
}

/// The redirects of all editions of a site, by address. A page always wins over a redirect, and the first redirect over a later one;
/// what loses is a warning.
pub(super) fn collect(editions: &[Site], diagnostics: &mut Vec<Diagnostic>) -> Vec<Redirect> {
    let mut taken: HashSet<String> = HashSet::new();
    let mut redirects = Vec::new();
    let own = editions.iter().flat_map(|site| &site.postings).filter(|published| !published.is_guest);
    let config = &editions[0].config;
    let wanted = own.flat_map(|published| aliases(published, config));
    let wanted: Vec<(Redirect, Origin<'_>)> = configured(config).chain(wanted).collect();
    if wanted.is_empty() {
        return redirects;
    }
    let pages: HashSet<String> =
        editions.iter().flat_map(|site| site.routes().into_iter().map(|route| route.path(site))).collect();
    for (redirect, origin) in wanted {
        let is_page = pages.contains(&redirect.from);
        if is_page || !taken.insert(redirect.from.clone()) {
            // A posting may well name the address that it has.
            if redirect.to != Target::Page(redirect.from.clone()) {
                diagnostics.push(unused(&redirect.from, is_page, origin));
            }
            continue;
        }
        redirects.push(redirect);
    }
    redirects.sort_by(|a, b| a.from.cmp(&b.from));
    redirects
}

/// Where a redirect is asked for.
#[derive(Clone, Copy)]
enum Origin<'a> {
    Configuration(&'a Location),
    Posting(&'a Published),
}

fn configured(config: &Config) -> impl Iterator<Item = (Redirect, Origin<'_>)> {
    config.redirects.iter().map(|redirect| {
        let to = match &redirect.to {
            config::Destination::Path(path) => Target::Page(path.clone()),
            config::Destination::Url(url) => Target::Elsewhere(url.clone()),
            config::Destination::Nowhere => Target::Gone,
        };
        (Redirect { from: redirect.from.clone(), to }, Origin::Configuration(&redirect.location))
    })
}

fn aliases<'a>(published: &'a Published, config: &'a Config) -> impl Iterator<Item = (Redirect, Origin<'a>)> {
    let aliases = published.posting.facts.aliases.iter().flat_map(|aliases| &aliases.value);
    let below = aliases.filter_map(|alias| below_base(alias, &published.route, config.site.base_url.as_ref()));
    below.map(|from| (Redirect { from, to: Target::Page(published.route.clone()) }, Origin::Posting(published)))
}

/// An alias as a path below the base URL. One without a slash lies beside the posting. A path that repeats the base
/// URL's own is meant as the browser shows it.
fn below_base(alias: &str, route: &str, base: Option<&BaseUrl>) -> Option<String> {
    let (origin, base_path) = base.map_or(("", "/"), |base| (base.origin(), base.path()));
    let path = alias.strip_prefix(origin).filter(|_| !origin.is_empty()).unwrap_or(alias);
    if path.contains("://") {
        return None;
    }
    if let Some(inner) = path.strip_prefix('/') {
        return site_path(&format!("/{}", path.strip_prefix(base_path).unwrap_or(inner)));
    }
    let folder = route.trim_end_matches('/').rsplit_once('/').map_or("", |(folder, _)| folder);
    site_path(&format!("{folder}/{path}"))
}

fn unused(from: &str, is_page: bool, origin: Origin<'_>) -> Diagnostic {
    let why = if is_page { "a page has this address" } else { "another redirect has the same address" };
    let warning = Diagnostic::warning("unused-redirect", format!("nothing leads from `{from}`: {why}"));
    let location = match origin {
        Origin::Configuration(location) => location.clone(),
        Origin::Posting(published) => Location::start_of(published.posting.shown.clone()),
    };
    warning.at(location).help("remove it, or give the page another `slug`")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn o4_an_alias_is_a_path_of_the_site_or_a_name_beside_the_posting() {
        let base = BaseUrl::parse("https://example.com/careers/").expect("an address");
        for (alias, from) in [
            ("/jobs/old", Some("/jobs/old/")),
            ("/careers/jobs/old/", Some("/jobs/old/")),
            ("https://example.com/careers/old.html", Some("/old.html")),
            ("old-name", Some("/jobs/acme/old-name/")),
            ("https://elsewhere.example/x", None),
            ("../../etc", None),
        ] {
            assert_eq!(below_base(alias, "/jobs/acme/baker/", Some(&base)).as_deref(), from, "{alias}");
        }
        assert_eq!(below_base("/old", "/jobs/baker/", None).as_deref(), Some("/old/"));
    }
}
