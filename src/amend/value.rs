//! One fact as a line of YAML, TOML or JSON.
//!
//! In goes a fact, out comes text that reads as the same value again. Texts are quoted wherever a reader of that notation
//! could take them for something else.

use std::fmt::Write as _;

use serde_json::Value;

use crate::extract::Format;
use crate::posting::{Fact, members};

/// `name: value`, without a line end behind it.
pub(super) fn line(name: &str, fact: &Fact, format: Format, end: &str) -> String {
    let value = written(fact, format, end);
    match format {
        Format::Yaml if value.starts_with(['\n', '\r']) => format!("{name}:{value}"),
        Format::Yaml => format!("{name}: {value}"),
        Format::Toml => format!("{name} = {value}"),
        Format::Json => format!("\"{name}\": {value}"),
    }
}

/// The value as it stands behind its key.
pub(super) fn written(fact: &Fact, format: Format, end: &str) -> String {
    match &fact.value {
        // A date is a value of its own in YAML and TOML, and a text in JSON.
        Value::String(date) if matches!(fact.name, "posted" | "closes" | "updated") && format != Format::Json => {
            date.clone()
        }
        Value::Array(items) if format == Format::Yaml && items.iter().any(Value::is_object) => {
            items.iter().flat_map(|item| [end, "  - ", &inline(item, format)].map(str::to_owned)).collect()
        }
        value => inline(value, format),
    }
}

fn inline(value: &Value, format: Format) -> String {
    match value {
        Value::String(text) if format == Format::Yaml && is_plain(text) => text.clone(),
        Value::String(text) => quoted(text),
        Value::Number(number) => number.to_string().trim_end_matches(".0").to_owned(),
        Value::Array(items) => {
            let items: Vec<String> = items.iter().map(|item| inline(item, format)).collect();
            format!("[{}]", items.join(", "))
        }
        Value::Object(map) => {
            let member = |(name, value): (&str, &Value)| match format {
                Format::Yaml => format!("{name}: {}", inline(value, format)),
                Format::Toml => format!("{name} = {}", inline(value, format)),
                Format::Json => format!("\"{name}\": {}", inline(value, format)),
            };
            let all: Vec<String> = members(map).map(member).collect();
            format!("{{ {} }}", all.join(", "))
        }
        Value::Bool(_) | Value::Null => value.to_string(),
    }
}

/// Whether YAML reads the text as itself without quotes, also inside brackets.
fn is_plain(text: &str) -> bool {
    const OTHERS: [&str; 9] = ["true", "false", "yes", "no", "on", "off", "y", "n", "null"];
    let plain = |c: char| c.is_alphanumeric() || " -_./+&()'".contains(c);
    text.starts_with(char::is_alphabetic)
        && !text.ends_with(' ')
        && text.chars().all(plain)
        && !OTHERS.iter().any(|word| word.eq_ignore_ascii_case(text))
}

/// The text in quotes as YAML, TOML and JSON all read it.
fn quoted(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => quoted.extend(['\\', c]),
            '\n' => quoted.push_str("\\n"),
            '\r' => quoted.push_str("\\r"),
            '\t' => quoted.push_str("\\t"),
            // What no reader need take as it is; all of these have at most four figures.
            c if c.is_control() || matches!(c, '\u{2028}' | '\u{2029}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}') => {
                _ = write!(quoted, "\\u{:04X}", u32::from(c));
            }
            c => quoted.push(c),
        }
    }
    quoted.push('"');
    quoted
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn f4_a_text_is_quoted_where_it_could_be_taken_for_something_else() {
        for text in ["Senior Engineer", "München", "C++ (and more)", "UX/UI", "北京", "Node.js"] {
            assert!(is_plain(text), "{text}");
        }
        for text in [
            "a: b",
            "a #b",
            "- a",
            "@a",
            "yes",
            "No",
            "null",
            "2024",
            "1.5",
            "2024-03-01",
            "a ",
            "",
            "a,b",
            "[a]",
            "C#",
            "a\nb",
            "'a",
            "é:",
            "\u{a0}a",
            "%a",
            "!a",
            "*a",
            "&a",
            "?",
            "~",
            "|",
            ">",
        ] {
            assert!(!is_plain(text), "{text}");
        }
        assert_eq!(quoted("a \"b\" \\ \u{7f}\n"), r#""a \"b\" \\ \u007F\n""#);
    }
}
