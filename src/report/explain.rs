//! What is known of a posting, for people and for programs (F4).

use std::fmt::Write as _;

use serde_json::{Map, Value, json};

use crate::posting::{Fact, Origin, OriginKind, Posting};

/// One JSON object, on a line of its own. `route` is where it is published.
pub fn explain_json(posting: &Posting, route: Option<&str>) -> String {
    let fields: Map<String, Value> = posting
        .facts
        .all()
        .into_iter()
        .map(|fact| (fact.name.to_owned(), json!({ "value": fact.value, "origin": fact.origin })))
        .collect();
    let line = json!({ "file": &*posting.path, "route": route, "is_posting": posting.is_posting, "fields": fields });
    format!("{line}\n")
}

/// A table of field, value and origin.
pub fn explain_human(posting: &Posting, route: Option<&str>) -> String {
    let mut text = format!("{}\n", posting.shown);
    let rows: Vec<(String, String, String)> =
        std::iter::once(route_row(posting, route)).chain(posting.facts.all().iter().map(row)).collect();
    let widest = rows.iter().map(|(name, ..)| name.len()).max().unwrap_or(0);
    for (name, value, origin) in rows {
        let _ = writeln!(
            text,
            "  {name:widest$}  {value}{}",
            if origin.is_empty() { origin } else { format!("  ({origin})") }
        );
    }
    text.push('\n');
    text
}

fn route_row(posting: &Posting, route: Option<&str>) -> (String, String, String) {
    let why = if posting.is_posting { "not published" } else { "not a posting, not published" };
    ("address".into(), route.unwrap_or(why).into(), String::new())
}

fn row(fact: &Fact) -> (String, String, String) {
    (fact.name.replace('_', " "), plain(&fact.value), origin(fact.origin))
}

/// The parts of salaries and of steps, as they are read.
const IN_ORDER: [&str; 6] = ["min", "max", "currency", "period", "step", "length"];

fn plain(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Array(items) => items.iter().map(plain).collect::<Vec<_>>().join(", "),
        Value::Object(map) => {
            let filled = IN_ORDER.iter().filter_map(|key| map.get(*key)).filter(|value| !value.is_null());
            filled.map(plain).collect::<Vec<_>>().join(" ")
        }
        Value::Number(number) => number.to_string().trim_end_matches(".0").to_owned(),
        other => other.to_string(),
    }
}

fn origin(origin: Origin) -> String {
    let kind = match origin.kind {
        OriginKind::FrontMatter => "front matter",
        OriginKind::Folder => "the folder's _index.md",
        OriginKind::Config => "careers.toml",
        OriginKind::Label => "a label",
        OriginKind::Description => "the description",
        OriginKind::Title => "the title",
        OriginKind::Body => "the text",
        OriginKind::FileName => "the file's name",
        OriginKind::Git => "git",
        OriginKind::Default => "not said",
    };
    origin.line.map_or_else(|| kind.to_owned(), |line| format!("{kind}, line {line}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::posting::{Facts, Field, Place};

    fn posting() -> Posting {
        let facts = Facts {
            title: Some(Field::new("Designer".into(), OriginKind::Body, 3)),
            locations: Some(Field::elsewhere(vec![Place::new("Berlin"), Place::new("Remote")], OriginKind::Folder)),
            ..Facts::default()
        };
        Posting { path: "a/b.md".into(), shown: "seeds/a/b.md".into(), content: "".into(), is_posting: true, facts }
    }

    #[test]
    fn f4_json_has_value_and_origin_of_each_field() {
        let value: Value = serde_json::from_str(&explain_json(&posting(), Some("/jobs/b/"))).expect("JSON");
        assert_eq!(
            value,
            json!({
                "file": "a/b.md", "route": "/jobs/b/", "is_posting": true,
                "fields": {
                    "title": {"value": "Designer", "origin": {"kind": "body", "line": 3}},
                    "locations": {"value": ["Berlin", "Remote"], "origin": {"kind": "folder", "line": null}},
                    "status": {"value": "open", "origin": {"kind": "default", "line": null}},
                }
            })
        );
    }

    #[test]
    fn f4_values_of_several_parts_read_in_order() {
        assert_eq!(plain(&json!({"currency": "EUR", "max": 2.0, "min": 1.5, "period": null})), "1.5 2 EUR");
        assert_eq!(
            plain(&json!([{"length": "30 min", "step": "Call"}, {"length": null, "step": "Talk"}])),
            "Call 30 min, Talk"
        );
    }

    #[test]
    fn f4_the_table_lines_up() {
        insta::assert_snapshot!(explain_human(&posting(), None), @"
        seeds/a/b.md
          address    not published
          title      Designer  (the text, line 3)
          locations  Berlin, Remote  (the folder's _index.md)
          status     open  (not said)
        ");
    }
}
