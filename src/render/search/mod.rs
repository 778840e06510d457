//! What a theme's search works on: a row for every open posting, in columns, and the facets by which they are narrowed down.
//!
//! In goes a [`Site`], out comes JSON that the search script reads: inside the home page where that shows all postings
//! anyway, else as a document of its own. Each text stands in it once, however many postings have it, so that ten thousand
//! postings stay small. What is shown of a posting is what its card shows; nothing is looked for here.

mod facet;
mod pay;

pub(super) use self::facet::{Choice, Facet, facets, key_of};

use std::hash::Hash;

use rustc_hash::FxHashMap;
use serde_json::Value;

use super::json::object;
use super::language::Language;
use super::{filters, view};
use crate::model::{Kind, Published, Site, pages_of};

/// Where the index lies in an edition, below the base URL.
pub(super) const PATH: &str = "/search.json";
/// As few as can be seen at a glance are not searched.
const FEW: usize = 5;
/// As many as a page can hold and a script look through where they stand.
const IN_PAGE: usize = 500;

/// Whether there is anything to search.
pub(super) fn is_offered(site: &Site) -> bool {
    site.open.len() > FEW
}

/// Whether the index is a document of its own, rather than a part of the home page.
pub(super) fn is_apart(site: &Site) -> bool {
    let count = site.open.len();
    is_offered(site) && (count > IN_PAGE || pages_of(count, site.config.lists.paginate_by) > 1)
}

/// The index as JSON. Addresses are relative to the home page, the rows are in the order of lists.
pub(super) fn index(site: &Site, facets: &[Facet], language: &Language) -> String {
    let rows: Vec<&Published> = site.open.iter().map(|&index| &site.postings[index]).collect();
    let column = |text: &dyn Fn(&Published) -> String| Coded::new(rows.iter().map(|row| text(row))).json("of");
    let none = String::new;
    let url: Vec<String> = rows.iter().map(|row| from_home(site, &row.route)).collect();
    let columns = object([
        ("title", column(&|row| row.title().to_owned())),
        ("company", column(&|row| company(site, row).unwrap_or_default())),
        ("where", column(&|row| language.place(&row.posting.facts).unwrap_or_default())),
        ("type", column(&|row| types(row, language))),
        ("salary", column(&|row| salary(row, language).unwrap_or_default())),
        ("posted", column(&|row| row.posted().map_or_else(none, |day| day.to_string()))),
        ("new", column(&|row| if view::is_new(site, row) { "new".to_owned() } else { none() })),
    ]);
    let facets = facets.iter().map(Facet::json).collect();
    Value::Object(object([("facets", facets), ("url", url.into()), ("columns", columns.into())])).to_string()
}

/// A path as the home page of an edition links to it; pages of other editions lie beside that one's folder.
fn from_home(site: &Site, route: &str) -> String {
    let inner = route.strip_prefix(&*site.prefix).and_then(|route| route.strip_prefix('/'));
    inner.map_or_else(|| format!("..{route}"), ToOwned::to_owned)
}

/// The employer, where it has a page: on a site of one employer, nobody needs to be told.
fn company(site: &Site, row: &Published) -> Option<String> {
    let named = row.posting.facts.company.as_ref().filter(|_| site.taxonomy(Kind::Companies).is_some());
    named.map(|company| company.value.clone())
}

fn types(row: &Published, language: &Language) -> String {
    let types = row.posting.facts.employment_type.iter().flat_map(|types| &types.value);
    types.map(|&kind| language.employment_type(kind)).collect::<Vec<_>>().join(", ")
}

fn salary(row: &Published, language: &Language) -> Option<String> {
    filters::salary(language, &view::salary(&row.posting.facts.salary.as_ref()?.value)).ok()
}

/// A column in which many rows have the same value: each value once, and for each row which one it has.
struct Coded<T> {
    values: Vec<T>,
    at: Vec<usize>,
}

impl<T: Hash + Eq + Clone + Into<Value>> Coded<T> {
    fn new(rows: impl Iterator<Item = T>) -> Self {
        let mut known: FxHashMap<T, usize> = FxHashMap::default();
        let mut values = Vec::new();
        let at = rows.map(|value| {
            *known.entry(value).or_insert_with_key(|value| {
                values.push(value.clone());
                values.len() - 1
            })
        });
        let at = at.collect();
        Self { values, at }
    }

    fn json(self, name: &str) -> Value {
        object([(name, self.values.into()), ("at", self.at.into())]).into()
    }
}
