//! YAML, TOML and JSON as one kind of tree that knows where each of its parts stands.
//!
//! Front matter, `careers.toml` and theme files are all read into [`Node`]s, so that what interprets them need not know
//! the format, and every complaint can point at its place. Scalars keep their text as written; what it means (a number,
//! a date, a yes or no) is decided by who asks. Aliases and anchors of YAML are not followed: a document can't be larger
//! than its text.

mod toml;
mod yaml;

pub use self::toml::parse as parse_toml;
pub use self::yaml::parse as parse_yaml;

use crate::diagnostic::{Code, Diagnostic};
use crate::source::{SourceFile, Span, compose};

/// A value and where it stands in its file.
#[derive(Debug, Clone, PartialEq)]
pub struct Node {
    /// What it is.
    pub value: Value,
    /// Where it stands, without surrounding white space; with its quotes where it is quoted.
    pub span: Span,
}

/// What a [`Node`] can be.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// Nothing, `null` or `~`.
    Null,
    /// Any single value.
    Scalar(Scalar),
    /// A sequence.
    List(Vec<Node>),
    /// A mapping, in the order it is written.
    Map(Vec<Entry>),
}

/// A single value, as written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scalar {
    /// The text without quotes and with escapes resolved.
    pub text: String,
    /// Whether it was quoted or a block scalar, and so is text whatever it looks like.
    pub quoted: bool,
}

/// One key of a mapping and its value.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// The key's text.
    pub key: String,
    /// Where the key stands.
    pub key_span: Span,
    /// Its value.
    pub value: Node,
}

/// Why a document could not be read, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SyntaxError {
    /// What is wrong: lower case, no full stop.
    pub message: String,
    /// Where, as offsets into the whole file.
    pub span: Span,
    /// A fix, where one is known.
    pub help: Option<String>,
}

impl SyntaxError {
    /// The error as it is told of a file that is no posting, of which the whole site is made.
    pub fn into_diagnostic(self, code: Code, source: &SourceFile) -> Diagnostic {
        let help = self.help;
        Diagnostic { help, ..Diagnostic::error(code, self.message).at(source.location(self.span)) }
    }
}

impl Node {
    /// The text of a single value; `None` for lists, mappings and nothing.
    pub fn as_str(&self) -> Option<&str> {
        match &self.value {
            Value::Scalar(scalar) => Some(&scalar.text),
            _ => None,
        }
    }

    /// The parts of a list, or the single value as a list of one; empty for nothing and for mappings.
    pub fn items(&self) -> &[Node] {
        match &self.value {
            Value::List(items) => items,
            Value::Scalar(_) => std::slice::from_ref(self),
            Value::Null | Value::Map(_) => &[],
        }
    }

    /// The entries of a mapping; empty for anything else.
    pub fn entries(&self) -> &[Entry] {
        match &self.value {
            Value::Map(entries) => entries,
            _ => &[],
        }
    }

    /// The value under `key` of a mapping.
    pub fn get(&self, key: &str) -> Option<&Node> {
        self.entries().iter().find(|entry| entry.key == key).map(|entry| &entry.value)
    }

    /// Writes each letter of its texts as one character; see [`compose`].
    pub fn compose(&mut self) {
        match &mut self.value {
            Value::Null => {}
            Value::Scalar(scalar) => compose(&mut scalar.text),
            Value::List(items) => items.iter_mut().for_each(Self::compose),
            Value::Map(entries) => entries.iter_mut().for_each(Entry::compose),
        }
    }

    /// Whether there is nothing here: null, an empty text, list or mapping.
    pub fn is_empty(&self) -> bool {
        match &self.value {
            Value::Null => true,
            Value::Scalar(scalar) => scalar.text.trim().is_empty(),
            Value::List(items) => items.is_empty(),
            Value::Map(entries) => entries.is_empty(),
        }
    }

    /// What kind of value this is, in words for a message.
    pub fn kind(&self) -> &'static str {
        match &self.value {
            Value::Null => "nothing",
            Value::Scalar(scalar) if scalar.quoted => "a text",
            Value::Scalar(scalar) if scalar.as_bool().is_some() => "a yes or no",
            Value::Scalar(scalar) if scalar.as_f64().is_some() => "a number",
            Value::Scalar(_) => "a text",
            Value::List(_) => "a list",
            Value::Map(_) => "a table",
        }
    }
}

impl Entry {
    /// Writes each letter of the key and of all texts in the value as one character; see [`compose`].
    pub fn compose(&mut self) {
        compose(&mut self.key);
        self.value.compose();
    }
}

impl Scalar {
    /// The value most likely meant by text that no parser could read as one: itself, or what stands inside the quotes
    /// around it, or after an opening quote that nothing closes.
    pub fn from_broken(raw: &str) -> Self {
        let raw = raw.trim();
        for quote in ['"', '\''] {
            let Some(rest) = raw.strip_prefix(quote) else { continue };
            let inner = rest.strip_suffix(quote).or_else(|| (!rest.contains(quote)).then_some(rest));
            if let Some(inner) = inner {
                return Self { text: inner.trim().to_owned(), quoted: true };
            }
        }
        Self { text: raw.to_owned(), quoted: false }
    }

    /// `true`, `yes`, `on` and their opposites, unquoted, in any case.
    pub fn as_bool(&self) -> Option<bool> {
        if self.quoted {
            return None;
        }
        match self.text.to_ascii_lowercase().as_str() {
            "true" | "yes" | "on" => Some(true),
            "false" | "no" | "off" => Some(false),
            _ => None,
        }
    }

    /// A whole number, unquoted; `_` between digits is allowed.
    pub fn as_i64(&self) -> Option<i64> {
        if self.quoted { None } else { self.text.replace('_', "").parse().ok() }
    }

    /// A finite number, unquoted; `_` between digits is allowed.
    pub fn as_f64(&self) -> Option<f64> {
        let starts_like_one = self.text.starts_with(|c: char| c.is_ascii_digit() || "+-.".contains(c));
        if self.quoted || !starts_like_one {
            return None;
        }
        self.text.replace('_', "").parse().ok().filter(|number: &f64| number.is_finite())
    }
}

/// `text` in quotes, as YAML, TOML and JSON all read it.
pub fn in_quotes(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

/// A key as it is compared with the known ones: lower case, without white space, zero-width characters, `_` and `-`,
/// since `Date posted`, `datePosted` and `date_posted` are one key to those who write them.
pub fn normalise_key(key: &str) -> String {
    // As most keys are.
    if key.bytes().all(|byte| byte.is_ascii_lowercase()) {
        return key.to_owned();
    }
    let mut name = String::with_capacity(key.len());
    name.extend(normalised(key));
    name
}

/// Whether `key` is `normalised` once normalised itself; allocates nothing.
pub fn is_key(key: &str, normalised_key: &str) -> bool {
    normalised(key).eq(normalised_key.chars())
}

fn normalised(key: &str) -> impl Iterator<Item = char> {
    let dropped = |c: &char| c.is_whitespace() || matches!(c, '_' | '-' | '\u{200b}'..='\u{200d}' | '\u{feff}');
    key.chars().filter(move |c| !dropped(c)).flat_map(char::to_lowercase)
}

/// A tree in one line: `~` nothing, `'text'` quoted, `text` not.
#[cfg(test)]
fn show(node: &Node) -> String {
    match &node.value {
        Value::Null => "~".into(),
        Value::Scalar(scalar) if scalar.quoted => format!("'{}'", scalar.text),
        Value::Scalar(scalar) => scalar.text.clone(),
        Value::List(items) => format!("[{}]", items.iter().map(show).collect::<Vec<_>>().join(", ")),
        Value::Map(entries) => {
            let parts: Vec<_> = entries.iter().map(|e| format!("{}: {}", e.key, show(&e.value))).collect();
            format!("{{{}}}", parts.join(", "))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn i4_spellings_of_one_key_are_equal() {
        for key in ["date_posted", "datePosted", "Date posted", "DATE-POSTED", "\u{feff}date\u{a0}posted"] {
            assert_eq!(normalise_key(key), "dateposted", "{key:?}");
            assert!(is_key(key, "dateposted"), "{key:?}");
        }
        assert!(!is_key("date", "dateposted"));
    }

    #[test]
    fn i5_a_broken_value_keeps_its_text() {
        for (raw, text, quoted) in [
            (" a: b ", "a: b", false),
            ("\"a \"b\" c\"", "a \"b\" c", true),
            ("'it's'", "it's", true),
            ("\"a", "a", true),
            ("\"a\" b", "\"a\" b", false),
            ("\"", "", true),
            ("", "", false),
        ] {
            assert_eq!(Scalar::from_broken(raw), Scalar { text: text.into(), quoted }, "{raw:?}");
        }
    }
}
