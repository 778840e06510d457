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
        let status = self.status.clone().unwrap_or(Field::elsewhere(Status::Open, OriginKind::Default));
        let known = [
            fact("title", &self.title).filter(|title| title.origin.kind != OriginKind::Default),
            fact("summary", &self.summary),
            fact("company", &self.company),
            fact("locations", &self.locations),
            fact("remote", &self.remote),
            fact("remote_countries", &self.remote_countries),
            fact("remote_hours", &self.remote_hours),
            fact("employment_type", &self.employment_type),
            fact("tags", &self.tags),
            fact("team", &self.team),
            fact("level", &self.level),
            fact("experience_months", &self.experience_months),
            fact("salary", &self.salary),
            dated("posted", self.posted.as_ref()),
            dated("closes", self.closes.as_ref()),
            dated("updated", self.updated.as_ref()),
            fact("apply", &self.apply),
            fact("process", &self.process),
            fact("language", &self.language),
            fact("status", &Some(status)),
            fact("slug", &self.slug),
            fact("aliases", &self.aliases),
            fact("weight", &self.weight),
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
