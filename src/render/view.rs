//! The site as templates see it: plain data, with the same names as the front matter.
//!
//! Every key is always there; what is absent is `none`. docs/templates.md is the reference, and a test holds it against
//! this file.

use tera::value::Key;
use tera::{Context, Map, Value};

use super::colour::{Colours, Scheme};
use super::language::Language;
use super::terms::Terms;
use super::{contents, document, search, structured_data};
use crate::config::Options;
use crate::data::{self, Entry, Node};
use crate::model::{Image, Kind, Published, Site, State, Taxonomy, end_of_day};
use crate::posting::{Field, Salary, Step};

/// A posting counts as new for so many days.
const NEW_FOR_DAYS: i32 = 7;

/// How many terms of each kind a home page can offer.
const TOP: usize = 12;

/// What all pages of a site share: `site`, `company`, `taxonomies`, `navigation`, `data`.
pub(super) fn insert_globals(context: &mut Context, site: &Site, terms: &Terms, language: &Language) {
    let config = &site.config;
    context.insert_value(
        "site",
        map([
            ("title", language.site_title(site).into()),
            ("description", optional(config.site.description.as_deref())),
            ("language", language.tag().into()),
            ("direction", language.direction().into()),
            ("url", url(site, &site.below("/")).into()),
            ("base_url", optional(config.site.base_url.as_ref().map(|base| base.join(&site.below("/"))))),
            ("count", site.open.len().into()),
            ("search", search::is_offered(site).into()),
            ("json_feed", optional(document::json_feed(site).map(|path| url(site, &path)))),
            ("logo", image(site, site.brand.logo.as_ref())),
            ("favicon", image(site, site.brand.favicon.as_ref())),
            ("hero", image(site, site.brand.hero.as_ref())),
            ("hero_alt", config.site.hero_alt.as_deref().unwrap_or_default().into()),
        ]),
    );
    context.insert_value(
        "company",
        map([
            ("name", optional(config.company.name.as_deref())),
            ("url", optional(config.company.url.as_deref())),
            ("description", optional(config.company.description.as_deref())),
            ("logo", image(site, site.brand.company.as_ref())),
            ("open_application", optional(config.company.open_application.as_deref())),
        ]),
    );
    let taxonomies = site.taxonomies.iter().map(|taxonomy| self::taxonomy(site, terms, language, taxonomy));
    context.insert_value("taxonomies", taxonomies.collect::<Vec<_>>().into());
    let navigation = site.pages.iter().filter(|page| page.in_navigation);
    let navigation =
        navigation.map(|page| map([("title", page.title.as_str().into()), ("url", url(site, &page.route).into())]));
    context.insert_value("navigation", navigation.collect::<Vec<_>>().into());
    context.insert_value("data", entries(&config.data));
}

/// What a site sets of its theme: `options`, and the `colours` of its brand.
pub(super) fn insert_look(context: &mut Context, options: &Options, scheme: &Scheme) {
    let options = options.iter().map(|(name, value)| (Key::from(name.to_owned()), value.map_or(Value::none(), node)));
    context.insert_value("options", options.collect::<Map>().into());
    let colours = |colours: &Colours| {
        let Colours { paper, accent, on_accent } = colours;
        map([("paper", paper), ("accent", accent), ("on_accent", on_accent)]
            .map(|(name, c)| (name, c.to_string().into())))
    };
    context.insert_value("colours", map([("light", colours(&scheme.light)), ("dark", colours(&scheme.dark))]));
}

fn taxonomy(site: &Site, terms: &Terms, language: &Language, taxonomy: &Taxonomy) -> Value {
    map([
        ("kind", taxonomy.kind.name().into()),
        ("name", language.kind(taxonomy.kind).into()),
        ("counted", language.terms(taxonomy.kind, named(taxonomy).count()).into()),
        ("url", url(site, &site.below(&taxonomy.kind.route())).into()),
        ("count", terms.all(taxonomy.kind).len().into()),
        ("top", most_frequent(taxonomy, terms.all(taxonomy.kind))),
    ])
}

/// `search`: the facets, and where their index is; `none` where there is nothing to search.
pub(super) fn search(site: &Site, terms: &Terms, language: &Language) -> Value {
    if !search::is_offered(site) {
        return Value::none();
    }
    let facets = search::facets(site, language);
    let (index, data) = if search::is_apart(site) {
        (url(site, &site.below(search::PATH)).into(), Value::none())
    } else {
        (Value::none(), Value::safe_string(&structured_data::for_script(&search::index(site, &facets, language))))
    };
    let facets = facets.iter().map(|facet| {
        let taxonomy = facet.kind.and_then(|kind| site.taxonomy(kind));
        let choices = facet.shown().map(|shown| choice(site, facet.kind, shown));
        map([
            ("key", facet.key.into()),
            ("name", facet.name.as_str().into()),
            ("taxonomy", taxonomy.map_or_else(Value::none, |taxonomy| self::taxonomy(site, terms, language, taxonomy))),
            ("choices", choices.collect::<Vec<_>>().into()),
        ])
    });
    let fits = language.forms("search.fits").into_iter();
    let fits = fits.map(|(category, text)| map([("category", category.into()), ("text", text.into())]));
    map([
        ("index", index),
        ("data", data),
        ("facets", facets.collect::<Vec<_>>().into()),
        ("fits", fits.collect::<Vec<_>>().into()),
    ])
}

/// A choice of a facet; one of a grouping has a page.
fn choice(site: &Site, kind: Option<Kind>, choice: &search::Choice) -> Value {
    let page = kind.map(|kind| url(site, &site.below(&format!("{}{}/", kind.route(), choice.slug))));
    map([
        ("name", choice.name.as_str().into()),
        ("url", optional(page)),
        ("count", choice.rows.len().into()),
        ("depth", choice.depth.into()),
    ])
}

/// `facet`: what the home page's address says of a term that it is narrowed down to.
pub(super) fn facet(kind: Kind, slug: &str) -> Value {
    map([("key", search::key_of(kind).into()), ("value", slug.into())])
}

/// A picture: `url`, `width`, `height` and `srcset`.
pub(super) fn image(site: &Site, image: Option<&Image>) -> Value {
    let Some(image) = image else { return Value::none() };
    let forms = image.forms.iter().map(|(form, path)| format!("{} {}w", url(site, path), form.width));
    let srcset = forms.collect::<Vec<_>>().join(", ");
    map([
        ("url", url(site, &image.path).into()),
        ("width", optional(image.size.map(|(width, _)| width))),
        ("height", optional(image.size.map(|(_, height)| height))),
        ("srcset", optional(Some(srcset).filter(|srcset| !srcset.is_empty()))),
    ])
}

/// Indexes of the terms that postings name.
fn named(taxonomy: &Taxonomy) -> impl Iterator<Item = usize> {
    taxonomy.terms.iter().enumerate().filter(|(_, term)| !term.is_implied).map(|(index, _)| index)
}

/// The terms that most postings have, the first few.
fn most_frequent(taxonomy: &Taxonomy, values: &[Value]) -> Value {
    let mut order: Vec<usize> = named(taxonomy).collect();
    order.sort_by_key(|&term| (std::cmp::Reverse(taxonomy.terms[term].postings.len()), term));
    order.into_iter().take(TOP).map(|term| values[term].clone()).collect::<Vec<_>>().into()
}

/// A posting without its text.
pub(super) fn posting(site: &Site, terms: &Terms, language: &Language, index: usize) -> Value {
    Value::from(posting_map(site, terms, language, index))
}

/// A posting with its text as `content`, and the sections of that.
pub(super) fn posting_with_content(site: &Site, terms: &Terms, language: &Language, index: usize) -> Value {
    let mut map = posting_map(site, terms, language, index);
    let content = &site.postings[index].posting.content;
    map.insert("content".into(), Value::safe_string(content));
    map.insert("contents".into(), contents::sections(content));
    Value::from(map)
}

fn posting_map(site: &Site, terms: &Terms, language: &Language, index: usize) -> Map {
    let published = &site.postings[index];
    let facts = &published.posting.facts;
    let named = |kind: Kind, name: &str| terms.named(site, language, kind, name);
    let one = |kind: Kind, field: &Option<Field<String>>| {
        field.as_ref().map_or(Value::none(), |field| named(kind, &field.value))
    };
    let date = |field: &Option<Field<jiff::civil::Date>>| optional(field.as_ref().map(|field| field.value.to_string()));
    pairs([
        ("title", published.title().into()),
        ("heading", facts.heading.as_ref().map_or(published.title(), |heading| &heading.value).into()),
        ("url", url(site, &published.route).into()),
        ("status", status(published.state).into()),
        ("is_new", is_new(site, published).into()),
        ("summary", text(&facts.summary)),
        ("company", one(Kind::Companies, &facts.company)),
        ("team", one(Kind::Teams, &facts.team)),
        ("locations", each(&facts.locations, |place| terms.place(site, language, place))),
        ("tags", each(&facts.tags, |tag| named(Kind::Tags, tag))),
        ("employment_type", each(&facts.employment_type, |kind| named(Kind::EmploymentTypes, kind.label()))),
        ("where", optional(language.place(facts))),
        ("remote", serialized(facts.remote.as_ref())),
        ("remote_countries", each(&facts.remote_countries, |place| language.term(Kind::Locations, &place.name).into())),
        ("remote_hours", text(&facts.remote_hours)),
        ("level", text(&facts.level)),
        ("salary", facts.salary.as_ref().map_or(Value::none(), |field| salary(&field.value))),
        ("posted", date(&facts.posted)),
        ("closes", date(&facts.closes)),
        ("deadline", optional(published.closes().map(|day| end_of_day(day, &site.config.site.timezone)))),
        ("updated", date(&facts.updated)),
        ("apply", each(&facts.apply, |address| address.as_str().into())),
        ("language", text(&facts.language)),
        ("process", each(&facts.process, step)),
        ("experience_months", facts.experience_months.as_ref().map_or(Value::none(), |field| field.value.into())),
        ("extra", entries(&facts.extra)),
    ])
}

fn status(state: State) -> &'static str {
    match state {
        State::Open => "open",
        State::Closed => "closed",
        State::Draft => "draft",
        State::Scheduled => "scheduled",
    }
}

pub(super) fn is_new(site: &Site, published: &Published) -> bool {
    let posted = published.posting.facts.posted.as_ref().map(|posted| posted.value);
    published.state == State::Open
        && posted
            .and_then(|posted| (site.today - posted).get_days().checked_abs())
            .is_some_and(|days| days < NEW_FOR_DAYS)
}

pub(super) fn salary(salary: &Salary) -> Value {
    map([
        ("min", optional(salary.min)),
        ("max", optional(salary.max)),
        ("currency", optional(salary.currency.as_deref())),
        ("period", salary.period.map_or(Value::none(), |period| Value::from_serializable(&period))),
    ])
}

fn step(step: &Step) -> Value {
    map([("step", step.step.as_str().into()), ("length", optional(step.length.as_deref()))])
}

/// An address below the base URL, percent-encoded by construction: routes are ASCII.
pub(super) fn url(site: &Site, route: &str) -> String {
    format!("{}{route}", site.config.base_path().trim_end_matches('/'))
}

pub(super) fn map<const N: usize>(entries: [(&'static str, Value); N]) -> Value {
    Value::from(pairs(entries))
}

fn pairs<const N: usize>(entries: [(&'static str, Value); N]) -> Map {
    entries.into_iter().map(|(key, value)| (Key::Str(key), value)).collect()
}

pub(super) fn optional<T: Into<Value>>(value: Option<T>) -> Value {
    value.map_or_else(Value::none, Into::into)
}

fn text(field: &Option<Field<String>>) -> Value {
    optional(field.as_ref().map(|field| field.value.as_str()))
}

fn serialized<T: serde::Serialize>(field: Option<&Field<T>>) -> Value {
    field.map_or_else(Value::none, |field| Value::from_serializable(&field.value))
}

/// A list; empty where the posting is silent.
fn each<T>(field: &Option<Field<Vec<T>>>, value: impl Fn(&T) -> Value) -> Value {
    field.iter().flat_map(|field| &field.value).map(value).collect::<Vec<_>>().into()
}

/// Front matter or `[data]` as written, as a mapping.
pub(super) fn entries(entries: &[Entry]) -> Value {
    let pairs = entries.iter().map(|entry| (Key::from(entry.key.clone()), node(&entry.value)));
    Value::from(pairs.collect::<Map>())
}

fn node(node: &Node) -> Value {
    match &node.value {
        data::Value::Null => Value::none(),
        data::Value::Scalar(scalar) => match (scalar.as_bool(), scalar.as_i64(), scalar.as_f64()) {
            (Some(bool), ..) => bool.into(),
            (_, Some(number), _) => number.into(),
            (_, _, Some(number)) => number.into(),
            _ => scalar.text.as_str().into(),
        },
        data::Value::List(items) => items.iter().map(self::node).collect::<Vec<_>>().into(),
        data::Value::Map(map) => entries(map),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::config::Config;
    use crate::model::Arrival;
    use crate::posting::{Facts, OriginKind, Posting};
    use crate::render::language::tests::language;

    fn site() -> Site {
        let facts = Facts { title: Some(Field::elsewhere("A".into(), OriginKind::FrontMatter)), ..Facts::default() };
        let posting =
            Posting { path: "a.md".into(), shown: "a.md".into(), content: "".into(), is_posting: true, facts };
        let arrival = Arrival { posting: posting.into(), references: [].into(), embedded: [].into(), committed: None };
        crate::model::tests::configured(Config::default(), vec![arrival])
    }

    fn keys(prefix: &str, value: &Value) -> BTreeSet<String> {
        let map = value.as_map().expect("a mapping");
        map.keys().filter_map(Key::as_str).map(|key| format!("{prefix}.{key}")).collect()
    }

    fn documented(prefix: &str) -> BTreeSet<String> {
        let text = include_str!("../../docs/templates.md");
        let items =
            text.lines().filter(|line| line.starts_with("- `")).map(|line| line.split("`:").next().unwrap_or(line));
        let names = items.flat_map(|line| line.split('`').skip(1).step_by(2));
        let mine = names.filter(|name| name.split('.').next() == Some(prefix)).filter(|name| name.contains('.'));
        mine.map(|name| name.split('.').take(2).collect::<Vec<_>>().join(".")).collect()
    }

    #[test]
    fn the_reference_lists_exactly_what_templates_get() {
        let site = site();
        let english = language("en");
        let terms = Terms::new(&site, &english);
        assert_eq!(keys("posting", &posting_with_content(&site, &terms, &english, 0)), documented("posting"));
        let mut globals = Context::new();
        insert_globals(&mut globals, &site, &terms, &english);
        for name in ["site", "company"] {
            assert_eq!(keys(name, globals.get(name).expect("a global")), documented(name));
        }
    }

    #[test]
    fn what_a_posting_is_silent_about_is_there_all_the_same() {
        let site = site();
        let english = language("en");
        let value = posting(&site, &Terms::new(&site, &english), &english, 0);
        let map = value.as_map().expect("a mapping");
        assert!(map[&Key::Str("salary")].is_none());
        assert_eq!(map[&Key::Str("tags")].as_array().map(<[Value]>::len), Some(0));
    }
}
