//! What is known of a posting, for people and for programs (F4).

use std::fmt::Write as _;

use anstyle::{AnsiColor, Style};
use serde_json::{Map, Value, json};
use unicode_width::UnicodeWidthStr as _;

use crate::posting::{EmploymentType, Fact, Origin, OriginKind, Posting, members};

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

/// What was written into a file, as one JSON object on a line of its own.
pub fn written_json(file: &str, fields: &[&str]) -> String {
    format!("{}\n", json!({ "file": file, "written": fields }))
}

/// What was written into a file.
pub fn written_human(file: &str, fields: &[&str]) -> String {
    let names: Vec<String> = fields.iter().map(|name| spoken(name)).collect();
    format!("{file}: wrote {}\n", names.join(", "))
}

/// Draws tables of field, value and origin.
#[derive(Debug, Clone, Copy)]
pub struct Table {
    /// Whether to use colour.
    pub color: bool,
}

/// The widest that a value gets before it goes on below.
const WIDEST: usize = 60;

/// Fields that readers and search engines look for, named where a posting is silent about them.
const IMPORTANT: [&str; 9] =
    ["company", "locations", "remote", "employment_type", "team", "salary", "posted", "closes", "apply"];

/// A field, its value in lines, and where it was read.
struct Row {
    name: String,
    value: Vec<String>,
    origin: String,
}

impl Table {
    /// One posting: its file, where it is published, a line for each field, and what it does not say.
    pub fn posting(self, posting: &Posting, route: Option<&str>) -> String {
        let facts = posting.facts.all();
        let rows: Vec<Row> = facts.iter().map(Row::of).collect();
        let names = rows.iter().map(|row| row.name.width()).max().unwrap_or(0).max("not said".len());
        let values = rows.iter().flat_map(|row| &row.value).map(|line| line.width()).max().unwrap_or(0).min(WIDEST);
        let unpublished = if posting.is_posting { "not published" } else { "no posting, not published" };
        let mut text = format!(
            "{}  {}\n",
            self.styled(Style::new().bold(), &posting.shown),
            self.styled(Style::new().fg_color(Some(AnsiColor::Cyan.into())), route.unwrap_or(unpublished))
        );
        for Row { name, value, origin } in rows {
            let mut lines = value.iter();
            let first = lines.next().map_or("", String::as_str);
            let origin = self.styled(Style::new().dimmed(), &origin);
            let name = self.styled(Style::new().fg_color(Some(AnsiColor::Green.into())), &padded(&name, names));
            _ = writeln!(text, "  {name}  {}  {origin}", padded(first, values));
            lines.for_each(|line| _ = writeln!(text, "  {:names$}  {line}", ""));
        }
        let silent: Vec<String> = IMPORTANT
            .iter()
            .filter(|name| facts.iter().all(|fact| fact.name != **name))
            .map(|name| spoken(name))
            .collect();
        if !silent.is_empty() && posting.is_posting {
            let line = format!("{}  {}", padded("not said", names), silent.join(", "));
            _ = writeln!(text, "  {}", self.styled(Style::new().fg_color(Some(AnsiColor::Yellow.into())), &line));
        }
        text.push('\n');
        text
    }

    fn styled(self, style: Style, text: &str) -> String {
        if self.color { format!("{style}{text}{style:#}") } else { text.to_owned() }
    }
}

impl Row {
    fn of(fact: &Fact) -> Self {
        Self { name: spoken(fact.name), value: wrapped(&shown(fact)), origin: origin(fact.origin) }
    }
}

/// A name of front matter as people say it.
fn spoken(name: &str) -> String {
    name.trim_end_matches("_months").replace('_', " ")
}

/// A value as people say it: no codes, and years where they come out even.
fn shown(fact: &Fact) -> String {
    match (fact.name, &fact.value) {
        ("employment_type", Value::Array(kinds)) => {
            let label = |code: &Value| EmploymentType::ALL.into_iter().find(|kind| Some(kind.code()) == code.as_str());
            kinds.iter().filter_map(label).map(EmploymentType::label).collect::<Vec<_>>().join(", ")
        }
        ("experience_months", value) => match value.as_u64() {
            Some(12) => "1 year".to_owned(),
            Some(months) if months > 0 && months % 12 == 0 => format!("{} years", months / 12),
            _ => format!("{value} months"),
        },
        (_, value) => plain(value),
    }
}

fn padded(text: &str, width: usize) -> String {
    format!("{text}{}", " ".repeat(width.saturating_sub(text.width())))
}

/// The text in lines of at most [`WIDEST`] columns, parted at spaces; a longer word has a line of its own.
fn wrapped(text: &str) -> Vec<String> {
    let mut lines: Vec<String> = vec![String::new()];
    for word in text.split_whitespace() {
        let line = lines.last_mut().filter(|line| line.is_empty() || line.width() + 1 + word.width() <= WIDEST);
        match line {
            Some(line) if line.is_empty() => line.push_str(word),
            Some(line) => {
                line.push(' ');
                line.push_str(word);
            }
            None => lines.push(word.to_owned()),
        }
    }
    lines
}

fn plain(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Array(items) => {
            let between = if items.iter().any(Value::is_object) { "; " } else { ", " };
            items.iter().map(plain).collect::<Vec<_>>().join(between)
        }
        Value::Object(map) => {
            let part = |(name, value): (&str, &Value)| match name {
                "length" => format!("({})", plain(value)),
                "period" => format!("per {}", plain(value).to_lowercase()),
                _ => plain(value),
            };
            let rest = members(map).filter(|(name, _)| !matches!(*name, "min" | "max")).map(part);
            range(map).into_iter().chain(rest).collect::<Vec<_>>().join(" ")
        }
        Value::Number(number) => grouped(number.to_string().trim_end_matches(".0")),
        other => other.to_string(),
    }
}

/// The ends of a salary in words.
fn range(map: &Map<String, Value>) -> Option<String> {
    let end = |name: &str| map.get(name).filter(|end| !end.is_null()).map(plain);
    match (end("min"), end("max")) {
        (Some(min), Some(max)) if min == max => Some(min),
        (Some(min), Some(max)) => Some(format!("{min}–{max}")),
        (Some(min), None) => Some(format!("from {min}")),
        (None, Some(max)) => Some(format!("up to {max}")),
        (None, None) => None,
    }
}

/// A number with a comma between its thousands.
fn grouped(number: &str) -> String {
    let (whole, cents) = number.split_at(number.find('.').unwrap_or(number.len()));
    let mut text = String::with_capacity(number.len() + whole.len() / 3);
    for (at, digit) in whole.char_indices() {
        if text.ends_with(|c: char| c.is_ascii_digit()) && (whole.len() - at) % 3 == 0 {
            text.push(',');
        }
        text.push(digit);
    }
    text + cents
}

fn origin(origin: Origin) -> String {
    let kind = match origin.kind {
        OriginKind::FrontMatter => "front matter",
        OriginKind::Folder => "the folder's _index.md",
        OriginKind::Config => "careers.toml",
        OriginKind::Label => "label",
        OriginKind::Description => "description",
        OriginKind::Title => "title",
        OriginKind::Body => "text",
        OriginKind::FileName => "file name",
        OriginKind::Git => "git, first commit",
        OriginKind::Default => "nothing says otherwise",
    };
    origin.line.map_or_else(|| kind.to_owned(), |line| format!("{kind}, line {line}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::posting::{Facts, Field, Place};

    fn posting() -> Posting {
        let facts = Facts {
            title: Some(Field::new("デザイナー".into(), OriginKind::Body, 3)),
            summary: Some(Field::new("We draw ships. ".repeat(6), OriginKind::Body, 5)),
            locations: Some(Field::elsewhere(vec![Place::new("Berlin"), Place::new("Remote")], OriginKind::Folder)),
            posted: Some(Field::elsewhere(jiff::civil::date(2024, 3, 1), OriginKind::Git)),
            ..Facts::default()
        };
        Posting { path: "a/b.md".into(), shown: "seeds/a/b.md".into(), content: "".into(), is_posting: true, facts }
    }

    #[test]
    fn f4_json_has_value_and_origin_of_each_field() {
        let value: Value = serde_json::from_str(&explain_json(&posting(), Some("/jobs/b/"))).expect("JSON");
        assert_eq!(
            (&value["file"], &value["route"], &value["is_posting"]),
            (&json!("a/b.md"), &json!("/jobs/b/"), &json!(true))
        );
        let expected = [
            ("title", json!({"value": "デザイナー", "origin": {"kind": "body", "line": 3}})),
            ("locations", json!({"value": ["Berlin", "Remote"], "origin": {"kind": "folder", "line": null}})),
            ("posted", json!({"value": "2024-03-01", "origin": {"kind": "git", "line": null}})),
            ("status", json!({"value": "open", "origin": {"kind": "default", "line": null}})),
        ];
        for (name, field) in expected {
            assert_eq!(value["fields"][name], field);
        }
        assert_eq!(value["fields"].as_object().map(Map::len), Some(5));
    }

    #[test]
    fn f4_values_of_several_parts_read_as_people_say_them() {
        for (value, expected) in [
            (json!({"currency": "EUR", "max": 2.0, "min": 1.5, "period": null}), "1.5–2 EUR"),
            (json!({"currency": "EUR", "max": 20.0, "min": 20.0, "period": "HOUR"}), "20 EUR per hour"),
            (json!({"currency": "USD", "max": null, "min": 20.0, "period": "YEAR"}), "from 20 USD per year"),
            (json!([{"length": "30 min", "step": "Call"}, {"length": null, "step": "Talk"}]), "Call (30 min); Talk"),
        ] {
            assert_eq!(plain(&value), expected);
        }
    }

    #[test]
    fn f4_codes_and_months_are_said_in_words() {
        for (name, value, expected) in [
            ("employment_type", json!(["FULL_TIME", "INTERN"]), "Full-time, Internship"),
            ("experience_months", json!(12), "1 year"),
            ("experience_months", json!(60), "5 years"),
            ("experience_months", json!(18), "18 months"),
            ("experience_months", json!(0), "0 months"),
            ("salary", json!({"currency": "JPY", "max": null, "min": 4_500_000.0}), "from 4,500,000 JPY"),
            ("salary", json!({"currency": "USD", "max": 950.5, "min": 850.0}), "850–950.5 USD"),
            ("weight", json!(-100), "-100"),
        ] {
            let origin = Origin { kind: OriginKind::Body, line: None };
            assert_eq!(shown(&Fact { name, value, origin }), expected);
        }
    }

    #[test]
    fn f4_the_table_lines_up_and_says_what_is_missing() {
        insta::assert_snapshot!(Table { color: false }.posting(&posting(), None), @"
        seeds/a/b.md  not published
          title      デザイナー                                                   text, line 3
          summary    We draw ships. We draw ships. We draw ships. We draw ships.  text, line 5
                     We draw ships. We draw ships.
          locations  Berlin, Remote                                               the folder's _index.md
          posted     2024-03-01                                                   git, first commit
          status     open                                                         nothing says otherwise
          not said   company, remote, employment type, team, salary, closes, apply
        ");
        let colored = Table { color: true }.posting(&posting(), Some("/jobs/b/"));
        assert!(colored.contains("\u{1b}[36m/jobs/b/\u{1b}[0m"), "{colored:?}");
    }
}
