//! YAML (and JSON, which is a subset of it) into [`Node`]s.

use super::{Node, SyntaxError, Value};
use crate::source::Span;

/// Reads the part of `text` that `span` covers.
pub fn parse(_text: &str, span: Span) -> Result<Node, SyntaxError> {
    Ok(Node { value: Value::Null, span })
}
