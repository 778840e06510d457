//! Atom feeds (RFC 4287): the latest postings of the site, or of one of its terms.
//!
//! An entry keeps its `id` when the posting's title, text or address change, so that nobody reads it twice. A posting
//! without any date can't be an entry, since Atom demands one, and a made-up one would float to the top with every build.

use std::cmp::Reverse;
use std::sync::OnceLock;

use jiff::civil::Date;

use super::portable::{self, Place};
use super::xml::{Xml, add, child, document, element, element_with};
use super::{Scope, moment};
use crate::config::BaseUrl;
use crate::model::{Published, Site};
use crate::render::language::Language;

/// The entries of an edition's postings, each made when the first feed needs it: a posting stands in the feed of the site
/// and in those of its tags, places and teams.
pub(in crate::render) struct Entries(Vec<OnceLock<Vec<u8>>>);

impl Entries {
    /// Room for those of `site`; none is made yet.
    pub(in crate::render) fn of(site: &Site) -> Self {
        Self(std::iter::repeat_with(OnceLock::new).take(site.postings.len()).collect())
    }
}

/// The whole feed.
pub(super) fn render(site: &Site, base: &BaseUrl, scope: Scope, words: &Language, made: &Entries) -> String {
    let entries = latest(site, scope);
    let address = base.join(&scope.feed(site).unwrap_or_default());
    let updated = entries.iter().map(|&(changed, _)| changed).max();
    document(|xml| {
        let language = ("xml:lang", words.tag());
        xml.create_element("feed")
            .with_attributes([("xmlns", "http://www.w3.org/2005/Atom"), language])
            .write_inner_content(|xml| {
                element(xml, "title", &title(site, scope, words))?;
                element(xml, "id", &address)?;
                link(xml, "self", "application/atom+xml", &address)?;
                link(xml, "alternate", "text/html", &base.join(&scope.route().path(site)))?;
                // With no entry there is no date of its own; a fixed one keeps builds reproducible.
                element(xml, "updated", &moment(updated.unwrap_or(Date::constant(1970, 1, 1))))?;
                person(xml, &words.site_title(site))?;
                for (name, image) in [("icon", &site.brand.favicon), ("logo", &site.brand.logo)] {
                    image.iter().try_for_each(|image| element(xml, name, &base.join(&image.path)))?;
                }
                for (changed, index) in entries {
                    let published = &site.postings[index];
                    add(xml, made.0[index].get_or_init(|| entry(site, base, changed, published, words)));
                }
                Ok(())
            })?;
        Ok(())
    })
}

/// The indexes of the newest of a scope's postings, each with the day of its last change, or its first where nobody knows
/// of one.
fn latest(site: &Site, scope: Scope) -> Vec<(Date, usize)> {
    let changed = |posting: &Published| posting.changed().or(posting.posted());
    let postings = scope.postings(site).iter();
    let mut dated: Vec<_> = postings.filter_map(|&index| Some((changed(&site.postings[index])?, index))).collect();
    dated.sort_by_key(|&(changed, index)| Reverse((site.postings[index].posted().unwrap_or(changed), changed)));
    dated.truncate(site.config.feeds.limit);
    dated
}

fn title(site: &Site, scope: Scope, words: &Language) -> String {
    let title = words.site_title(site);
    match scope {
        Scope::Site => title,
        Scope::Term(kind, term) => format!("{} · {title}", words.feed_title(kind, site.term(kind, term).1)),
    }
}

fn entry(site: &Site, base: &BaseUrl, changed: Date, published: &Published, words: &Language) -> Vec<u8> {
    let posting = &published.posting;
    let facts = &posting.facts;
    let language = facts.language.as_ref().map(|language| ("xml:lang", language.value.as_str()));
    let url = base.join(&published.route);
    let write = |xml: &mut Xml| {
        element(xml, "title", published.title())?;
        element(xml, "id", &format!("urn:uuid:{}", published.uuid()))?;
        link(xml, "alternate", "text/html", &url)?;
        element(xml, "updated", &moment(changed))?;
        if let Some(posted) = published.posted() {
            element(xml, "published", &moment(posted))?;
        }
        if let Some(company) = &facts.company {
            person(xml, &company.value)?;
        }
        for tag in facts.tags.iter().flat_map(|tags| &tags.value) {
            element_with(xml, "category", &[("term", tag)], None)?;
        }
        element(xml, "summary", &words.description(site, published))?;
        let content = portable::html(&posting.content, Some(Place { base, page: &url }));
        element_with(xml, "content", &[("type", "html")], Some(&content))
    };
    child(|xml| xml.create_element("entry").with_attributes(language).write_inner_content(write).map(drop))
}

fn link(xml: &mut Xml, rel: &str, kind: &str, href: &str) -> std::io::Result<()> {
    element_with(xml, "link", &[("rel", rel), ("type", kind), ("href", href)], None)
}

fn person(xml: &mut Xml, name: &str) -> std::io::Result<()> {
    xml.create_element("author").write_inner_content(|xml| element(xml, "name", name))?;
    Ok(())
}
