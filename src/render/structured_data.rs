//! What search engines read beside the text: schema.org as JSON-LD (F5, O3).
//!
//! In goes a page's posting or place in the site, out comes JSON that holds only what the page shows. A posting that
//! lacks what job search engines require has none: `check::google` says what to add. Lists never have job postings.

use serde_json::{Map, Value, json};

use super::document::portable::{self, Place as Address};
use super::json::object;
use super::language::Language;
use crate::check::google::{Area, Workplace, missing, workplace};
use crate::config::BaseUrl;
use crate::model::{Company, Kind, Published, Route, Site, State, end_of_day};
use crate::posting::{Country, Facts, Period, Place, Salary, Spot};

/// The JSON-LD of a page, ready to stand in a `script` element; `None` where there is nothing to say.
pub(super) fn of_page(site: &Site, words: &Language, route: Route) -> Option<String> {
    let mut things = Vec::new();
    match route {
        Route::Posting(index) => {
            let published = &site.postings[index];
            let base = site.config.site.base_url.as_ref();
            things.extend(job_posting(site, published, || description(published, base)).map(Value::Object));
            things.extend(breadcrumbs(site, words, &trail(site, published)));
        }
        Route::Term { kind, term, page: 1 } => {
            let (taxonomy, model) = site.term(kind, term);
            let index = (words.kind(kind), site.below(&kind.route()));
            things.extend(breadcrumbs(
                site,
                words,
                &[index, (words.term(kind, &model.name).into(), site.below(&taxonomy.route(model)))],
            ));
            things.extend((kind == Kind::Companies).then(|| organization(site, &model.name)));
        }
        Route::Home { .. } | Route::Index(_) | Route::Term { .. } | Route::Page(_) | Route::Embed | Route::NotFound => {
        }
    }
    let document = match things.len() {
        0 => return None,
        1 => with_context(things.remove(0)),
        _ => object([("@context", CONTEXT.into()), ("@graph", things.into())]).into(),
    };
    Some(for_script(&document.to_string()))
}

const CONTEXT: &str = "https://schema.org/";

fn with_context(thing: Value) -> Value {
    let Value::Object(thing) = thing else { return thing };
    let context = ("@context".to_owned(), CONTEXT.into());
    Value::Object(std::iter::once(context).chain(thing).collect())
}

/// JSON in which nothing can end the element that it stands in.
pub(super) fn for_script(json: &str) -> String {
    json.replace('<', "\\u003c").replace('>', "\\u003e").replace('&', "\\u0026")
}

/// A `JobPosting` by Google's rules; `None` for one that takes no applications or lacks what is required. `description`
/// makes the text with whole addresses.
pub(super) fn job_posting(
    site: &Site,
    published: &Published,
    description: impl FnOnce() -> String,
) -> Option<Map<String, Value>> {
    if published.state != State::Open {
        return None;
    }
    let workplace = workplace(site, published);
    if !missing(published, &workplace).is_empty() {
        return None;
    }
    let facts = &published.posting.facts;
    let company = &facts.company.as_ref()?.value;
    let base = site.config.site.base_url.as_ref();
    let mut job = object([
        ("@type", "JobPosting".into()),
        ("title", published.title().into()),
        ("description", description().into()),
        ("datePosted", published.posted()?.to_string().into()),
        ("hiringOrganization", organization(site, company)),
        ("identifier", json!({ "@type": "PropertyValue", "name": company, "value": published.uuid() })),
    ]);
    let mut add = |name: &str, value: Option<Value>| {
        if let Some(value) = value {
            job.insert(name.into(), value);
        }
    };
    add("url", base.map(|base| base.join(&published.route).into()));
    add("validThrough", published.closes().map(|day| end_of_day(day, &site.config.site.timezone).into()));
    add("employmentType", employment_type(facts));
    match workplace.ok()? {
        Workplace::Sites(sites) => add("jobLocation", one_or_many(sites.iter().map(|site| job_location(*site)))),
        Workplace::Anywhere { within, sites } => {
            add("jobLocationType", Some("TELECOMMUTE".into()));
            add("applicantLocationRequirements", one_or_many(within.into_iter().map(area)));
            add("jobLocation", one_or_many(sites.iter().map(|site| job_location(*site))));
        }
    }
    add("baseSalary", facts.salary.as_ref().and_then(|salary| base_salary(&salary.value)));
    add(
        "experienceRequirements",
        facts
            .experience_months
            .as_ref()
            .map(|months| json!({ "@type": "OccupationalExperienceRequirements", "monthsOfExperience": months.value })),
    );
    Some(job)
}

fn description(published: &Published, base: Option<&BaseUrl>) -> String {
    let url = base.map(|base| (base, base.join(&published.route)));
    portable::html(&published.posting.content, url.as_ref().map(|(base, page)| Address { base, page }))
}

/// The employer, with what the configuration or its folder says of it.
fn organization(site: &Site, name: &str) -> Value {
    let folder = site.companies.named(name);
    let config = &site.config.company;
    let own = || config.url.as_deref().filter(|_| config.name.as_deref() == Some(name));
    let url = folder.and_then(|company: &Company| company.url.as_deref()).or_else(own);
    let of_site = || site.brand.company.as_ref().filter(|_| config.name.as_deref() == Some(name));
    let logo = folder.and_then(|company| company.image.as_ref()).or_else(of_site);
    let mut organization = object([("@type", "Organization".into()), ("name", name.into())]);
    organization.extend(url.map(|url| ("sameAs".to_owned(), url.into())));
    let base = site.config.site.base_url.as_ref();
    organization.extend(base.zip(logo).map(|(base, logo)| ("logo".to_owned(), base.join(&logo.path).into())));
    organization.into()
}

fn employment_type(facts: &Facts) -> Option<Value> {
    one_or_many(facts.employment_type.iter().flat_map(|kinds| &kinds.value).map(|kind| kind.code().into()))
}

fn one_or_many(values: impl Iterator<Item = Value>) -> Option<Value> {
    let mut values: Vec<Value> = values.collect();
    match values.len() {
        0 => None,
        1 => values.pop(),
        _ => Some(values.into()),
    }
}

fn job_location((place, country): (&Place, Country)) -> Value {
    let mut address = object([("@type", "PostalAddress".into())]);
    match &place.spot {
        // As the page spells it: `Lisboa` on a Portuguese one.
        Spot::City(city) => {
            let spelled = place.name.split(',').next().unwrap_or_default().trim();
            let town = if place.name.contains(&*city.name) { &city.name } else { spelled };
            address.insert("addressLocality".into(), town.into());
        }
        Spot::Unknown => {
            address.insert("addressLocality".into(), place.name.as_str().into());
        }
        Spot::Remote | Spot::Group(_) | Spot::Country(_) | Spot::Region(_) => {}
    }
    if let Some(region) = place.region() {
        address.insert("addressRegion".into(), region.short_code().into());
    }
    address.insert("addressCountry".into(), country.code().into());
    object([("@type", "Place".into()), ("address", address.into())]).into()
}

fn area(area: Area) -> Value {
    match area {
        Area::Country(country) => json!({ "@type": "Country", "name": country.name() }),
        Area::Region(region) => {
            json!({ "@type": "State", "name": format!("{}, {}", region.name, region.country().name()) })
        }
    }
}

/// Pay with its currency and period; what lacks either can't be compared, and is left to the text. So is pay of which only
/// one end is told: search engines take an amount or both ends.
fn base_salary(salary: &Salary) -> Option<Value> {
    let unit = match salary.period? {
        Period::Hour => "HOUR",
        Period::Day => "DAY",
        Period::Week => "WEEK",
        Period::Month => "MONTH",
        Period::Year => "YEAR",
    };
    let mut value = object([("@type", "QuantitativeValue".into()), ("unitText", unit.into())]);
    let (min, max) = (salary.min?, salary.max?);
    if min < max {
        value.insert("minValue".into(), number(min));
        value.insert("maxValue".into(), number(max));
    } else {
        value.insert("value".into(), number(min));
    }
    let currency = salary.currency.as_deref()?.into();
    Some(object([("@type", "MonetaryAmount".into()), ("currency", currency), ("value", value.into())]).into())
}

/// Whole amounts without a fraction: `60000`, not `60000.0`.
#[expect(clippy::cast_possible_truncation, reason = "whole, and below 2^53")]
fn number(amount: f64) -> Value {
    if amount.fract() == 0.0 && amount.abs() < 9e15 { json!(amount as i64) } else { json!(amount) }
}

/// The steps from the home page to a posting, without the home page, as its breadcrumbs show them.
fn trail(site: &Site, published: &Published) -> Vec<(String, String)> {
    let facts = &published.posting.facts;
    let step = |kind: Kind, name: &String| {
        let taxonomy = site.taxonomy(kind)?;
        let term = &taxonomy.terms[taxonomy.index_of(name)?];
        Some((term.name.clone(), site.below(&taxonomy.route(term))))
    };
    let company = facts.company.as_ref().and_then(|company| step(Kind::Companies, &company.value));
    let team = facts.team.as_ref().and_then(|team| step(Kind::Teams, &team.value));
    let own = (published.title().to_owned(), published.route.clone());
    company.into_iter().chain(team).chain([own]).collect()
}

/// A `BreadcrumbList`; it needs whole addresses.
fn breadcrumbs(site: &Site, words: &Language, trail: &[(String, String)]) -> Option<Value> {
    let base = site.config.site.base_url.as_ref()?;
    let home = (words.say("nav.all_roles", &[]), site.below("/"));
    let steps = std::iter::once(&home).chain(trail).enumerate().map(|(index, (name, route))| {
        json!({ "@type": "ListItem", "position": index + 1, "name": name, "item": { "@id": base.join(route) } })
    });
    Some(object([("@type", "BreadcrumbList".into()), ("itemListElement", steps.collect())]).into())
}
