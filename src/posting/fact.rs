//! Facts by name, for whoever lists them all.

use serde_json::{Value, json};

use super::{Facts, Field, Origin, OriginKind, Status};

/// One fact under its name in front matter.
#[derive(Debug, Clone, PartialEq)]
pub struct Fact {
    /// The name.
    pub name: &'static str,
    /// The value as JSON: dates as `YYYY-MM-DD`, places and closed sets by name.
    pub value: Value,
    /// Where it was read.
    pub origin: Origin,
}

/// The parts of a salary or of a step that are said, by name, in the order in which they are read.
pub fn members(map: &serde_json::Map<String, Value>) -> impl Iterator<Item = (&'static str, &Value)> {
    const IN_ORDER: [&str; 6] = ["min", "max", "currency", "period", "step", "length"];
    IN_ORDER
        .into_iter()
        .filter_map(|name| map.get(name).map(|value| (name, value)))
        .filter(|(_, value)| !value.is_null())
}

impl Facts {
    /// All that are known, in the order in which they are documented. The heading is the title again, as it is written. A
    /// posting that says nothing of its status is open; what the page of a posting
    /// without a title is called is no fact.
    pub fn all(&self) -> Vec<Fact> {
        // All fields are named, so that the compiler asks for a new one.
        let Self {
            title,
            heading: _,
            summary,
            company,
            locations,
            remote,
            employment_type,
            tags,
            team,
            level,
            salary,
            posted,
            closes,
            updated,
            apply,
            language,
            status,
            slug,
            aliases,
            weight,
            remote_countries,
            remote_hours,
            process,
            experience_months,
            extra: _,
        } = self;
        let status = status.clone().unwrap_or(Field::elsewhere(Status::Open, OriginKind::Default));
        let known = [
            fact("title", title).filter(|title| title.origin.kind != OriginKind::Default),
            fact("summary", summary),
            fact("company", company),
            fact("locations", locations),
            fact("remote", remote),
            fact("remote_countries", remote_countries),
            fact("remote_hours", remote_hours),
            fact("employment_type", employment_type),
            fact("tags", tags),
            fact("team", team),
            fact("level", level),
            fact("experience_months", experience_months),
            fact("salary", salary),
            dated("posted", posted.as_ref()),
            dated("closes", closes.as_ref()),
            dated("updated", updated.as_ref()),
            fact("apply", apply),
            fact("process", process),
            fact("language", language),
            fact("status", &Some(status)),
            fact("slug", slug),
            fact("aliases", aliases),
            fact("weight", weight),
        ];
        known.into_iter().flatten().collect()
    }
}

fn fact<T: serde::Serialize>(name: &'static str, field: &Option<Field<T>>) -> Option<Fact> {
    field.as_ref().map(|field| Fact { name, value: json!(field.value), origin: field.origin })
}

fn dated(name: &'static str, field: Option<&Field<jiff::civil::Date>>) -> Option<Fact> {
    field.map(|field| Fact { name, value: field.value.to_string().into(), origin: field.origin })
}
