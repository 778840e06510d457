//! The values of single keys, each read as what its key is about.

use jiff::civil::Date;

use super::keys::Key;
use super::reader::{Reader, Reading, shown, text, texts};
use super::status;
use crate::config::site_path;
use crate::data::{Entry, Node, Value};
use crate::extract::plain_text;
use crate::infer::dates::{self, NoDate, Order};
use crate::infer::whereabouts::{self, Whereabouts};
use crate::infer::words::{has_figure, is_one_of, is_placeholder, sentence_end, squash};
use crate::infer::{
    employment_type as employment, experience as length, language as tongue, places, process as steps, team, title,
};
use crate::posting::{EmploymentType, Field, Place, Step};

/// A name, or a table with one. A whole paragraph under `company` is a text about a client who is not named.
pub(super) fn company(entry: &Entry) -> Reading<String> {
    // Several may stand together.
    const LONGEST: usize = 160;
    // "ACME PTE. LTD."
    let is_short = |name: &str| name.split_whitespace().count() <= 5;
    let name = match &entry.value.value {
        Value::Map(_) => match entry.value.get("name").and_then(Node::as_str) {
            Some(name) => Reading::Value(squash(name).into_owned()),
            None => return Reading::NotOurs,
        },
        _ => plain(entry),
    };
    match name {
        Reading::Value(name) if name.len() > LONGEST || (sentence_end(&name, 0) < name.len() && !is_short(&name)) => {
            Reading::invalid("is a text, not a name", "write the employer's name, or leave the key out")
        }
        other => other,
    }
}

/// A text without the mark-up that some write into it.
pub(super) fn plain(entry: &Entry) -> Reading<String> {
    match text(entry) {
        Reading::Value(text) => Reading::Value(squash(&plain_text(&text)).into_owned()),
        other => other,
    }
}

/// One name, or several as one text.
pub(super) fn names(entry: &Entry) -> Reading<String> {
    match &entry.value.value {
        Value::List(_) => match texts(&entry.value).collect::<Vec<_>>().join(", ") {
            names if names.is_empty() => Reading::Absent,
            names => Reading::Value(names),
        },
        Value::Map(_) => match entry.value.get("name").and_then(Node::as_str) {
            Some(name) => Reading::Value(name.to_owned()),
            None => Reading::NotOurs,
        },
        _ => plain(entry),
    }
}

/// The name of a team; `department: jobs` is the name of a page's folder, `team: 6 people` tells how many they are, and
/// `team: [ann, jane-r]` who.
pub(super) fn team(entry: &Entry) -> Reading<String> {
    let is_nick = |text: &str| {
        !text.contains(' ') && text.starts_with(char::is_lowercase) && !text.split('-').any(team::is_usual)
    };
    let are_people =
        entry.value.items().len() > 1 && is_one_of(&entry.key, &["team"]) && texts(&entry.value).all(is_nick);
    match names(entry) {
        Reading::Value(name)
            if are_people
                || team::is_size(&name)
                || (!team::is_usual(&name) && title::is_empty(name.split('-').next().unwrap_or(""))) =>
        {
            Reading::NotOurs
        }
        other => other,
    }
}

pub(super) fn date(entry: &Entry, order: Option<Order>) -> Reading<Date> {
    dated(entry, |text| dates::read_in(order, text))
}

/// The last day, which may lack its year where the first day is known.
pub(super) fn last_day(entry: &Entry, order: Option<Order>, since: Option<Date>) -> Reading<Date> {
    dated(entry, |text| dates::read_last(order, since, text))
}

fn dated(entry: &Entry, read: impl Fn(&str) -> Result<Date, NoDate>) -> Reading<Date> {
    let Reading::Value(text) = text(entry) else { return text(entry).map_never() };
    let help = "write it as `YYYY-MM-DD`";
    match read(&text) {
        Ok(date) => Reading::Value(date),
        Err(NoDate::Absent) => Reading::Absent,
        Err(NoDate::Ambiguous) => Reading::unreadable_date(
            "can be day and month or month and day",
            format!("{help}, where there is no doubt"),
        ),
        Err(NoDate::Impossible) => Reading::unreadable_date("is a day that no calendar has", help),
        Err(NoDate::Unreadable) if is_one_of(&entry.key, &["opens", "order"]) && !has_figure(&text) => Reading::Absent,
        Err(NoDate::Unreadable) => Reading::unreadable_date("is no date", help),
    }
}

impl<T> Reading<T> {
    /// The same reading of another kind; a value counts as not ours.
    pub(super) fn map_never<U>(self) -> Reading<U> {
        match self {
            Self::Value(_) | Self::NotOurs => Reading::NotOurs,
            Self::Absent => Reading::Absent,
            Self::Invalid(problem) => Reading::Invalid(problem),
        }
    }

    fn unreadable_date(what: &'static str, help: impl Into<String>) -> Self {
        Self::Invalid(super::reader::Problem { code: "unreadable-date", what, help: help.into() })
    }
}

pub(super) fn language(entry: &Entry) -> Reading<String> {
    let Reading::Value(text) = text(entry) else { return text(entry).map_never() };
    match tongue::code(&text) {
        Some(code) => Reading::Value(code),
        None => Reading::invalid("is no language", "write a two-letter code such as `en` or `de`"),
    }
}

/// Old addresses: paths of the site, whole addresses, or names beside the posting.
pub(super) fn paths(entry: &Entry) -> Reading<Vec<String>> {
    let paths: Vec<String> = texts(&entry.value).map(str::to_owned).collect();
    let path = |text: &str| {
        text.split_once("://").map_or(text, |(_, rest)| rest.split_once('/').map_or("", |x| x.1)).to_owned()
    };
    if paths.iter().any(|text| site_path(&format!("/{}", path(text))).is_none()) {
        return Reading::invalid("is no path", "write it as `/old/address/`, from the home page on and unencoded");
    }
    if paths.is_empty() { Reading::Absent } else { Reading::Value(paths) }
}

/// A whole number; `featured: true` comes before everything without a weight.
pub(super) fn weight(entry: &Entry) -> Reading<i64> {
    let Some(scalar) = scalar(entry) else { return Reading::NotOurs };
    match scalar.trim().parse() {
        Ok(weight) => Reading::Value(weight),
        Err(_) => match truth(scalar) {
            Some(true) if entry.key.eq_ignore_ascii_case("featured") => Reading::Value(-1),
            _ if entry.key.eq_ignore_ascii_case("weight") => {
                Reading::invalid("is no whole number", "write a number; lower comes first")
            }
            _ => Reading::NotOurs,
        },
    }
}

pub(super) fn process(entry: &Entry) -> Reading<Vec<Step>> {
    let step = |item: &Node| -> Option<Step> {
        let field = |names: &[&str]| names.iter().find_map(|name| item.get(name)).and_then(Node::as_str);
        if let Some(text) = item.as_str() {
            return steps::step(text);
        }
        let step = squash(field(&["step", "name", "title"])?).into_owned();
        let length = field(&["length", "duration", "time"]).map(|length| squash(length).into_owned());
        Some(Step { step, length })
    };
    let found: Vec<Step> = entry.value.items().iter().filter_map(step).collect();
    if !found.is_empty() && found.len() == entry.value.items().len() {
        return Reading::Value(found);
    }
    Reading::invalid("is no list of steps", "write a list of `step: …` with an optional `length: 30 min`")
}

pub(super) fn countries(entry: &Entry) -> Reading<Vec<Place>> {
    let names =
        texts(&entry.value).flat_map(|text| text.split([',', ';'])).map(str::trim).filter(|name| !name.is_empty());
    let countries: Vec<Place> = names.map(places::eligible).collect();
    if countries.is_empty() { Reading::Absent } else { Reading::Value(countries) }
}

/// The kinds of employment. `type` and its like are read only when they are about employment; Hugo and Jekyll have a
/// `type` of their own.
pub(super) fn employment_type(entry: &Entry) -> Reading<Vec<EmploymentType>> {
    let is_own_name = matches!(super::keys::meaning(&entry.key), Some((_, 0)));
    let is_of_hours = ["hours", "uren"].iter().any(|word| entry.key.to_ascii_lowercase().contains(word));
    // `fte: 0.6`
    let is_of_equivalents = is_one_of(&entry.key, &["fte", "etp", "vte", "vzä"]);
    let mut kinds = Vec::new();
    let mut understood = true;
    for text in texts(&entry.value) {
        let is_figure = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | '-' | '–' | ' ');
        let is_bare = text.starts_with(|c: char| c.is_ascii_digit()) && text.chars().all(is_figure);
        let read = match is_bare {
            true if is_of_hours => employment::read(&format!("{text} hours per week")),
            true if is_of_equivalents => employment::read(&format!("{text} FTE")),
            _ if is_of_hours => employment::read_labelled(text),
            _ => employment::read(text),
        };
        understood &= read.understood;
        kinds.extend(read.kinds.into_iter().filter(|kind| !kinds.contains(kind)).collect::<Vec<_>>());
    }
    match (kinds.is_empty(), understood) {
        (false, _) => Reading::Value(kinds),
        (true, true) => Reading::Absent,
        (true, false) if is_own_name => Reading::invalid("is no kind of employment", kinds_help()),
        (true, false) => Reading::NotOurs,
    }
}

/// The kinds that the value of a key that is not ours names, all of it, in words that mean nothing else.
pub(super) fn unmistakable_employment(entry: &Entry) -> Option<Vec<EmploymentType>> {
    // `full_time: true`, `internship: yes`
    if scalar(entry).and_then(truth) == Some(true)
        && let Some(employment::Word::Kind(kind)) = employment::word(&entry.key)
    {
        return Some(vec![kind]);
    }
    let texts: Vec<String> = texts(&entry.value).flat_map(|text| text.split(", ")).map(str::to_owned).collect();
    let is_short = texts.len() <= 12 && texts.iter().all(|text| text.len() <= 40);
    is_short.then(|| employment::in_tags(&texts)).flatten()
}

fn kinds_help() -> String {
    let kinds: Vec<_> = EmploymentType::ALL.iter().map(|kind| format!("`{}`", kind.code())).collect();
    format!("write one of {}", kinds.join(", "))
}

/// What `experience` turned out to be.
pub(super) enum Experience {
    Months(u32),
    Level(String),
}

pub(super) fn experience(entry: &Entry) -> Reading<Experience> {
    let Reading::Value(text) = text(entry) else { return text(entry).map_never() };
    let in_months = shown(entry) == "experience_months" && entry.key.to_ascii_lowercase().contains("month");
    match text.parse::<u32>() {
        Ok(months) if in_months && months <= 600 => return Reading::Value(Experience::Months(months)),
        Ok(years) if !in_months && years <= 50 => return Reading::Value(Experience::Months(years * 12)),
        _ => {}
    }
    if let Some(months) = length::in_text(&text) {
        return Reading::Value(Experience::Months(months));
    }
    let is_word = text.split_whitespace().count() <= 4 && !has_figure(&text);
    match is_word {
        true if !in_months => Reading::Value(Experience::Level(text)),
        _ if in_months => Reading::invalid("is no number of months", "write a whole number"),
        _ => Reading::NotOurs,
    }
}

pub(super) fn locations(entry: &Entry) -> Reading<Whereabouts> {
    let mut lines: Vec<String> = Vec::new();
    match &entry.value.value {
        Value::Map(_) => lines.extend(place_of(&entry.value)),
        _ => lines.extend(
            entry.value.items().iter().filter_map(|item| item.as_str().map(str::to_owned).or_else(|| place_of(item))),
        ),
    }
    // `address: jobs@example.com`
    lines.retain(|line| !is_placeholder(line) && !line.contains('@') && !line.contains("://"));
    if lines.is_empty() {
        return if entry.value.entries().is_empty() { Reading::Absent } else { Reading::NotOurs };
    }
    if let [only] = lines.as_slice()
        && (truth(only).is_some() || only.bytes().all(|byte| byte.is_ascii_digit()))
    {
        return Reading::invalid("is no place", "write a city with its country, or `Remote`");
    }
    // Members of a list are one place each where one can't tell, so the line they make is parted by `;`.
    Reading::Value(whereabouts::read(&lines.join("; ")))
}

/// A table of a place: `{city, region, country}`, `{name}`, or schema.org's address.
fn place_of(node: &Node) -> Option<String> {
    let node = node.get("address").filter(|address| matches!(address.value, Value::Map(_))).unwrap_or(node);
    let field = |names: &[&str]| {
        names.iter().find_map(|name| node.get(name)).and_then(Node::as_str).filter(|text| !is_placeholder(text))
    };
    if let [only] = node.get("locations").map_or(&[][..], Node::items) {
        return place_of(only);
    }
    let parts = [
        field(&[
            "city",
            "town",
            "addressLocality",
            "locality",
            "ort",
            "stadt",
            "ville",
            "ciudad",
            "cidade",
            "stad",
            "plaats",
            "città",
        ])
        // A name beside a country is that of the town.
        .or_else(|| field(&["name"]).filter(|name| places::is_city(name))),
        field(&["region", "state", "addressRegion", "bundesland", "provincia", "région"]),
        field(&["country", "addressCountry", "land", "pays", "país"]),
    ];
    let place: Vec<&str> = parts.into_iter().flatten().collect();
    if place.is_empty() { field(&["name", "location", "title"]).map(str::to_owned) } else { Some(place.join(", ")) }
}

/// `city` with `state` and `country` beside it.
pub(super) fn city(reader: &mut Reader<'_>) -> Option<Field<Whereabouts>> {
    let Some(city) = reader.first(Key::City, text) else {
        // `region: Paris`, `country: Germany`
        let around = reader.first(Key::Region, text).or_else(|| reader.first(Key::Country, text))?;
        let value = whereabouts::read(&around.value);
        return value.is_understood().then_some(Field { value, origin: around.origin });
    };
    let region = reader.first(Key::Region, text).or_else(|| {
        let state = reader.record.entries(Key::Status).find(|entry| entry.key.eq_ignore_ascii_case("state"))?;
        let name = state.value.as_str().filter(|name| status::word(name).is_none())?;
        Some(Field { value: name.trim().to_owned(), origin: city.origin })
    });
    let country = reader.first(Key::Country, text);
    let parts = [
        Some(city.value.as_str()),
        region.as_ref().map(|r| r.value.as_str()),
        country.as_ref().map(|c| c.value.as_str()),
    ];
    let name = parts.into_iter().flatten().collect::<Vec<_>>().join(", ");
    Some(Field { value: whereabouts::read(&name), origin: city.origin })
}

pub(super) fn scalar(entry: &Entry) -> Option<&str> {
    entry.value.as_str()
}

/// Yes or no, quoted or not.
pub(super) fn truth(text: &str) -> Option<bool> {
    let text = text.trim();
    if is_one_of(text, &["true", "yes", "on", "y", "ja", "oui", "sí", "sim"]) {
        return Some(true);
    }
    is_one_of(text, &["false", "no", "off", "n", "nein", "non", "nee", "não"]).then_some(false)
}
