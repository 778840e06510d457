//! The sitemap (sitemaps.org 0.9): every page that search engines may show.
//!
//! `lastmod` is the day of a posting's last significant change; a list's is left out, as Google asks where it can't be
//! told. Which pages are each other's translations stands in their heads, where every reader finds it, not here once more.
//! Beyond 50,000 addresses, the most a file may hold, there is an index of several files.

use super::xml::{document, element};
use crate::config::BaseUrl;
use crate::model::{Route, Site, State};

const MOST: usize = 50_000;
const NAMESPACE: &str = "http://www.sitemaps.org/schemas/sitemap/0.9";

/// How many files it takes.
pub(super) fn parts(site: &Site) -> usize {
    indexed(site).count().div_ceil(MOST).max(1)
}

/// Where a file of several lies below the output.
pub(super) fn part_path(part: usize) -> String {
    format!("sitemap-{}.xml", part + 1)
}

/// The index of several files.
pub(super) fn index(site: &Site, base: &BaseUrl) -> String {
    document(|xml| {
        xml.create_element("sitemapindex").with_attribute(("xmlns", NAMESPACE)).write_inner_content(|xml| {
            for part in 0..parts(site) {
                xml.create_element("sitemap")
                    .write_inner_content(|xml| element(xml, "loc", &base.join(&part_path(part))))?;
            }
            Ok(())
        })?;
        Ok(())
    })
}

/// One file.
pub(super) fn render(site: &Site, base: &BaseUrl, part: usize) -> String {
    document(|xml| {
        xml.create_element("urlset").with_attribute(("xmlns", NAMESPACE)).write_inner_content(|xml| {
            for (site, route) in indexed(site).skip(part * MOST).take(MOST) {
                xml.create_element("url").write_inner_content(|xml| {
                    element(xml, "loc", &base.join(&route.path(site)))?;
                    match changed(site, route) {
                        Some(day) => element(xml, "lastmod", &day),
                        None => Ok(()),
                    }
                })?;
            }
            Ok(())
        })?;
        Ok(())
    })
}

/// The pages that search engines may show, of all editions.
fn indexed(site: &Site) -> impl Iterator<Item = (&Site, Route)> {
    let routes = site.all().flat_map(|edition| edition.routes().into_iter().map(move |route| (edition, route)));
    routes.filter(|&(edition, route)| is_indexed(edition, route))
}

/// Closed postings are `noindex`, and drafts are nobody's business.
fn is_indexed(site: &Site, route: Route) -> bool {
    match route {
        Route::Posting(index) => site.postings[index].state == State::Open,
        Route::Embed | Route::NotFound => false,
        Route::Home { .. } | Route::Index(_) | Route::Term { .. } | Route::Page(_) => true,
    }
}

fn changed(site: &Site, route: Route) -> Option<String> {
    let Route::Posting(index) = route else { return None };
    site.postings[index].changed().map(|day| day.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::tests::{arrival, site};

    #[test]
    fn beyond_50_000_addresses_there_is_an_index_of_several_files() {
        let of = |count: usize| site((0..count).map(|n| arrival(&format!("a{n}.md"), "A")).collect(), false, false);
        // 981 of the addresses are pages of the list.
        assert_eq!(parts(&of(49_019)), 1);
        let large = of(49_020);
        assert_eq!(parts(&large), 2);
        let base = BaseUrl::parse("https://example.com").expect("an address");
        let count = |part: usize| render(&large, &base, part).matches("<loc>").count();
        assert_eq!((count(0), count(1)), (50_000, 1));
        let index = index(&large, &base);
        assert!(index.contains("<loc>https://example.com/sitemap-2.xml</loc>"), "{index}");
    }
}
