//! How one value of front matter is read: what it may turn out to be, and what is said when it can't be read.

use super::keys::{Key, canonical};
use super::record::Record;
use crate::data::{Entry, Node, Value};
use crate::diagnostic::{Code, Diagnostic};
use crate::infer::words::{is_placeholder, squash};
use crate::posting::{Field, Origin, OriginKind};
use crate::source::{SourceFile, Span};

/// What a value turned out to be.
pub(super) enum Reading<T> {
    /// What was asked for.
    Value(T),
    /// A way of saying nothing, such as `TBD`.
    Absent,
    /// A value of another tool's key that happens to have the same name; it is kept for themes.
    NotOurs,
    /// Unreadable: why, and what would be right.
    Invalid(Problem),
}

/// Why a value can't be read.
pub(super) struct Problem {
    pub code: Code,
    /// Follows the key and value in the message: `is no date`.
    pub what: &'static str,
    pub help: String,
}

impl<T> Reading<T> {
    /// A value of the wrong kind.
    pub(super) fn invalid(what: &'static str, help: impl Into<String>) -> Self {
        Self::Invalid(Problem { code: "invalid-value", what, help: help.into() })
    }
}

/// Reads the entries of one front matter.
pub(super) struct Reader<'a> {
    pub record: Record<'a>,
    pub kind: OriginKind,
    /// The file that the entries stand in; without one, nothing is complained about and no line is known.
    pub source: Option<&'a SourceFile>,
    /// Entries under our names that are not ours, or could not be read.
    pub left_over: Vec<&'a Entry>,
    pub diagnostics: Vec<Diagnostic>,
}

impl<'a> Reader<'a> {
    /// The first value under any name of `key` that can be read.
    pub(super) fn first<T>(&mut self, key: Key, read: impl Fn(&'a Entry) -> Reading<T>) -> Option<Field<T>> {
        let entries: Vec<_> = self.record.entries(key).collect();
        for entry in entries {
            match read(entry) {
                Reading::Value(value) => return Some(Field { value, origin: self.origin(&entry.value.span) }),
                Reading::Absent => {}
                Reading::NotOurs => self.left_over.push(entry),
                Reading::Invalid(problem) => self.complain(entry, problem),
            }
        }
        None
    }

    pub(super) fn origin(&self, span: &Span) -> Origin {
        Origin { kind: self.kind, line: self.source.map(|source| source.line(span.start)) }
    }

    pub(super) fn complain(&mut self, entry: &'a Entry, problem: Problem) {
        self.left_over.push(entry);
        let Some(source) = self.source else { return };
        let value =
            entry.value.as_str().map_or_else(|| entry.value.kind().to_owned(), |text| format!("`{}`", shortened(text)));
        let message = format!("{value} under `{}` {}", entry.key, problem.what);
        self.diagnostics.push(
            Diagnostic::warning(problem.code, message).at(source.location(entry.value.span.clone())).help(problem.help),
        );
    }
}

/// A single text on one line; a list or table is invalid.
pub(super) fn text(entry: &Entry) -> Reading<String> {
    match &entry.value.value {
        Value::Null => Reading::Absent,
        Value::Scalar(scalar) if is_placeholder(&scalar.text) => Reading::Absent,
        Value::Scalar(scalar) => Reading::Value(squash(unlinked(&scalar.text)).into_owned()),
        Value::List(items) if items.len() == 1 && items[0].as_str().is_some() => {
            Reading::Value(squash(unlinked(items[0].as_str().unwrap_or(""))).into_owned())
        }
        Value::List(_) | Value::Map(_) => {
            Reading::invalid("is not a text", format!("write `{}: …` with a single text", shown(entry)))
        }
    }
}

/// All texts of a list, or the one text; empty members are left out.
pub(super) fn texts(node: &Node) -> impl Iterator<Item = &str> {
    node.items().iter().filter_map(Node::as_str).map(unlinked).filter(|text| !is_placeholder(text))
}

/// What a text says that is all a link as wikis write it: `Hulls` of `[[Hulls]]` and `[[teams/hulls|Hulls]]`.
fn unlinked(text: &str) -> &str {
    let text = text.trim();
    let inside = text.strip_prefix("[[").and_then(|inside| inside.strip_suffix("]]"));
    let inside = inside.filter(|inside| !inside.contains(['[', ']']));
    inside.map_or(text, |inside| inside.rsplit('|').next().unwrap_or(inside).trim())
}

/// The canonical name of what `entry` means.
pub(super) fn shown(entry: &Entry) -> &str {
    super::keys::meaning(&entry.key).map_or(entry.key.as_str(), |(key, _)| canonical(key))
}

fn shortened(text: &str) -> String {
    const MOST: usize = 40;
    let text = squash(text);
    match text.char_indices().nth(MOST) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.into_owned(),
    }
}
