//! Static pages: files beside the postings that tell what holds for all roles, such as benefits or how hiring goes.
//!
//! In goes a draft, out comes a [`StaticPage`] with its address. One whose address is that of a list introduces that list
//! (`introduction.rs`). Links in its text are resolved with those of postings.

use crate::data::{Entry, Scalar, Value, is_key};
use crate::diagnostic::{Diagnostic, nearest};
use crate::extract::{BlockKind, Draft};
use crate::source::{Location, SourceFile};

use super::address::{stem, without_prefix};
use super::{Kind, Text, slugify};

/// The folder of static pages, beside the configuration.
pub const PAGES: &str = "pages";

/// What the front matter of a page can say.
const KEYS: [&str; 6] = ["title", "description", "weight", "order", "nav", "slug"];
/// About as much as search engines show.
const DESCRIPTION: usize = 160;

/// A page that is no posting and no list.
#[derive(Debug, Clone)]
pub struct StaticPage {
    /// What it is called.
    pub title: String,
    /// What it is about, in a sentence or two.
    pub description: String,
    /// Whether the navigation names it.
    pub in_navigation: bool,
    /// What comes first in the navigation is light.
    pub weight: i64,
    /// Its path below the base URL, with a slash at both ends: `/benefits/`.
    pub route: String,
    /// Its text.
    pub text: Text,
    /// The front matter's other keys.
    pub extra: Vec<Entry>,
    /// Where its file begins.
    pub location: Location,
}

impl StaticPage {
    /// Makes a page of the file at `path` below the folder of pages. `None` where its address is not its to have, which is
    /// an error.
    pub fn new(path: &str, source: &SourceFile, draft: Draft, diagnostics: &mut Vec<Diagnostic>) -> Option<Self> {
        let front = Front { source, entries: &draft.front_matter.entries };
        let slug = front.text("slug", diagnostics);
        let route = route(path, slug.as_deref());
        if let Some(what) = taken_by(&route) {
            diagnostics.push(reserved(&source.shown, &route, &what, source.location(0..0)));
            return None;
        }
        let lead = draft.lead_heading.as_ref();
        let stated = front.text("title", diagnostics);
        // An introduction stands below the title of its list.
        let of_text = lead.filter(|_| introduced_by(&route).is_none()).map(|heading| heading.text.clone());
        let title = stated.or(of_text).unwrap_or_else(|| spoken(stem(path)));
        // A heading that is the title stands above the text already.
        let above = lead.filter(|heading| heading.text.trim() != title.trim()).map_or("", |heading| &heading.html);
        let description = front.text("description", diagnostics).or_else(|| beginning(&draft));
        let weight = ["weight", "order"].iter().find_map(|key| front.number(key, diagnostics));
        Some(Self {
            description: description.unwrap_or_else(|| title.clone()),
            in_navigation: front.switch("nav", diagnostics).unwrap_or(true),
            weight: weight.unwrap_or(0),
            route,
            text: Text {
                path: format!("../{PAGES}/{path}").into(),
                shown: source.shown.clone(),
                html: above.to_owned() + &draft.html,
                references: draft.references,
                embedded: draft.embedded,
            },
            extra: front.others(diagnostics),
            location: source.location(0..0),
            title,
        })
    }

    /// Complains where it lies at the address of an edition in another language, whose paths begin with `prefix`: `/de`.
    pub(super) fn in_way_of(&self, prefix: &str) -> Option<Diagnostic> {
        let below = self.route.strip_prefix(prefix).filter(|rest| rest.starts_with('/'));
        below.map(|_| reserved(&self.text.shown, &self.route, "the pages of another language", self.location.clone()))
    }

    /// What it says, as a hash that outlives a new look of the site.
    pub fn digest(&self) -> String {
        let said = format!("{}\n{}\n{}", self.title, self.description, self.text.html);
        blake3::hash(said.as_bytes()).to_hex()[..16].to_owned()
    }
}

/// Values of a page's front matter, with a complaint where they don't fit.
struct Front<'a> {
    source: &'a SourceFile,
    entries: &'a [Entry],
}

impl Front<'_> {
    fn read<T>(
        &self,
        key: &str,
        diagnostics: &mut Vec<Diagnostic>,
        expected: &str,
        read: impl Fn(&Scalar) -> Option<T>,
    ) -> Option<T> {
        let entry = self.entries.iter().find(|entry| is_key(&entry.key, key) && !entry.value.is_empty())?;
        let value = match &entry.value.value {
            Value::Scalar(scalar) => read(scalar),
            _ => None,
        };
        if value.is_none() {
            let given = entry.value.as_str().map_or_else(|| entry.value.kind().to_owned(), |text| format!("`{text}`"));
            let warning = Diagnostic::warning("invalid-value", format!("{expected} is expected here, not {given}"));
            let help = format!("mend it, or leave `{key}` out");
            diagnostics.push(warning.at(self.source.location(entry.value.span.clone())).help(help));
        }
        value
    }

    fn text(&self, key: &str, diagnostics: &mut Vec<Diagnostic>) -> Option<String> {
        self.read(key, diagnostics, "a text", |scalar| Some(scalar.text.trim().to_owned()))
    }

    fn number(&self, key: &str, diagnostics: &mut Vec<Diagnostic>) -> Option<i64> {
        self.read(key, diagnostics, "a whole number", Scalar::as_i64)
    }

    fn switch(&self, key: &str, diagnostics: &mut Vec<Diagnostic>) -> Option<bool> {
        self.read(key, diagnostics, "`true` or `false`", Scalar::as_bool)
    }

    /// What is kept for templates; a key that is a typing slip away from a known one is warned about.
    fn others(&self, diagnostics: &mut Vec<Diagnostic>) -> Vec<Entry> {
        let others = self.entries.iter().filter(|entry| KEYS.iter().all(|key| !is_key(&entry.key, key)));
        let others: Vec<Entry> = others.cloned().collect();
        for entry in &others {
            if let Some(near) = nearest(&entry.key, KEYS) {
                let warning = Diagnostic::warning("unknown-key", format!("unknown key `{}`", entry.key));
                let help = format!("did you mean `{near}`?");
                diagnostics.push(warning.at(self.source.location(entry.key_span.clone())).help(help));
            }
        }
        others
    }
}

/// The address that a file's folders and name give, or its own `slug` in place of the name.
fn route(path: &str, slug: Option<&str>) -> String {
    let folders = path.rsplit_once('/').map_or("", |(folders, _)| folders);
    let name = slug.or_else(|| Some(without_prefix(stem(path))).filter(|name| *name != "index"));
    let parts = folders.split('/').filter(|part| !part.is_empty()).chain(name).map(slugify);
    let path = parts.collect::<Vec<_>>().join("/");
    if path.is_empty() { "/".into() } else { format!("/{path}/") }
}

/// The list of postings that lies at an address, whether this site has it or not: its kind and the term's part of the
/// address.
pub(super) fn introduced_by(route: &str) -> Option<(Kind, &str)> {
    let of = |kind: Kind| Some((kind, route.strip_prefix(&kind.route())?.strip_suffix('/')?));
    Kind::ALL.into_iter().find_map(of).filter(|(_, slug)| !slug.contains('/'))
}

/// What an address belongs to in any site, whether this one has it or not: a page must not stand in the way of the first
/// posting with a tag.
fn taken_by(route: &str) -> Option<String> {
    if introduced_by(route).is_some() {
        return None;
    }
    let first = route[1..].split('/').next().unwrap_or_default();
    let kind = Kind::ALL.into_iter().find(|kind| kind.route()[1..].trim_end_matches('/') == first);
    match first {
        "" => Some("the home page".into()),
        "jobs" => Some("the postings".into()),
        "page" => Some("the list of all roles".into()),
        "embed" => Some("the list for other sites".into()),
        "feeds" => Some("the feeds of job boards".into()),
        "assets" => Some("files of the theme and of postings".into()),
        _ => kind.map(|kind| format!("the pages of {}", kind.name().replace('-', " "))),
    }
}

fn reserved(shown: &str, route: &str, what: &str, location: Location) -> Diagnostic {
    Diagnostic::error("reserved-address", format!("`{shown}` asks for `{route}`, which belongs to {what}"))
        .at(location)
        .help("give it another name, or a `slug` in its front matter")
}

/// The first paragraph.
fn beginning(draft: &Draft) -> Option<String> {
    let text = &draft.outline.iter().find(|block| block.kind == BlockKind::Paragraph)?.text;
    Some(excerpt(text.split_whitespace().collect::<Vec<_>>().join(" ")))
}

/// As much of a text as search engines show, cut between two words.
pub fn excerpt(text: String) -> String {
    let Some((cut, _)) = text.char_indices().nth(DESCRIPTION) else { return text };
    let end = text[..cut].rfind(' ').unwrap_or(cut);
    format!("{}\u{2026}", text[..end].trim_end_matches([',', ';', ':', '.']))
}

/// `how-we-hire` as `How we hire`.
fn spoken(stem: &str) -> String {
    let words = without_prefix(stem).replace(['-', '_'], " ");
    let mut characters = words.chars();
    characters.next().map_or_else(String::new, |first| first.to_uppercase().chain(characters).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_lies_where_its_file_does() {
        for (path, slug, expected) in [
            ("benefits.md", None, "/benefits/"),
            ("01-How we hire.md", None, "/how-we-hire/"),
            ("guides/visa.md", None, "/guides/visa/"),
            ("guides/index.md", None, "/guides/"),
            ("guides/visa.md", Some("Work permits"), "/guides/work-permits/"),
            ("index.md", None, "/"),
        ] {
            assert_eq!(route(path, slug), expected, "{path}");
        }
    }

    #[test]
    fn what_the_site_may_need_is_taken() {
        for (route, what) in [
            ("/", "the home page"),
            ("/tags/", "the pages of tags"),
            ("/employment-types/x/y/", "the pages of employment types"),
            ("/jobs/", "the postings"),
        ] {
            assert!(taken_by(route).is_some_and(|by| by.starts_with(what)), "{route}");
        }
        for route in ["/benefits/", "/tagsx/", "/faq/tags/", "/tags/x/"] {
            assert_eq!(taken_by(route), None, "{route}");
        }
        assert_eq!(introduced_by("/tags/x/"), Some((Kind::Tags, "x")));
        for route in ["/tags/", "/tags/x/y/", "/faq/tags/"] {
            assert_eq!(introduced_by(route), None, "{route}");
        }
    }

    #[test]
    fn a_description_is_the_beginning_cut_between_words() {
        let block = |text: &str| crate::extract::Block { kind: BlockKind::Paragraph, text: text.into(), line: 1 };
        let draft = |text: &str| Draft { outline: vec![block(text)], ..Draft::default() };
        assert_eq!(beginning(&draft("One\ntwo.")).as_deref(), Some("One two."));
        let long = beginning(&draft(&"word, ".repeat(60))).expect("a text");
        assert!(long.chars().count() <= DESCRIPTION + 1 && long.ends_with("word\u{2026}"), "{long}");
        assert_eq!(beginning(&Draft::default()), None);
    }

    #[test]
    fn a_file_without_a_title_is_called_by_its_name() {
        assert_eq!(spoken("02-how_we-hire"), "How we hire");
    }
}
