//! Lists in brackets of which something is not closed: `[Berlin, Paris`, `[rust, "go]`.
//!
//! In goes a value that its parser refused, out comes the list that was meant, where the brackets leave no doubt of one.

use super::Format;
use crate::data::{Node, Scalar, Value, in_quotes};

/// The longest fix that is spelled out, in bytes.
const LONGEST: usize = 100;

/// The list that a broken value of one line was meant to be: what begins with `[`, and has no other bracket but one that
/// ends it. `[Remote] Welder` and a link are texts.
pub(super) fn list(broken: &Node) -> Option<Node> {
    let Value::Scalar(scalar) = &broken.value else { return None };
    // As it was written, no quotes around it.
    let inner = scalar.text.strip_prefix('[').filter(|_| !scalar.quoted)?;
    let inner = inner.find(" #").map_or(inner, |comment| inner[..comment].trim_end());
    let inner = inner.strip_suffix(']').unwrap_or(inner);
    if inner.contains(['[', ']', '{', '}']) {
        return None;
    }
    let mut items = Vec::new();
    let mut at = broken.span.start + 1;
    let mut rest = inner;
    while !rest.is_empty() {
        let item = &rest[..item_end(rest)];
        let shown = item.trim();
        let start = at + item.len() - item.trim_start().len();
        let scalar = Scalar::from_broken(shown);
        let text = scalar.text.trim_matches(['"', '\'']).to_owned();
        if !text.is_empty() {
            let value = Value::Scalar(Scalar { text, ..scalar });
            items.push(Node { value, span: start..start + shown.len() });
        }
        let next = (item.len() + 1).min(rest.len());
        (at, rest) = (at + next, &rest[next..]);
    }
    (!items.is_empty()).then(|| Node { value: Value::List(items), span: broken.span.clone() })
}

/// Where the first item ends: at its comma, which is none inside quotes that are closed.
fn item_end(rest: &str) -> usize {
    let blank = rest.len() - rest.trim_start().len();
    let quote = rest[blank..].chars().next().filter(|c| matches!(c, '"' | '\''));
    let closing = quote.and_then(|quote| rest[blank + 1..].find(quote)).map(|length| blank + 2 + length);
    let closed =
        closing.filter(|&end| rest[end..].trim_start().is_empty() || rest[end..].trim_start().starts_with(','));
    let from = closed.unwrap_or(0);
    rest[from..].find(',').map_or(rest.len(), |comma| from + comma)
}

/// What to write in its place, behind `start`.
pub(super) fn fix(start: &str, list: &Node, format: Format) -> String {
    let is_plain =
        |text: &str| text.chars().all(|c| c.is_alphanumeric() || " -_./+".contains(c)) && !text.starts_with('-');
    let written = |text: &str| if format != Format::Json && is_plain(text) { text.to_owned() } else { in_quotes(text) };
    let items: Vec<String> = list.items().iter().filter_map(Node::as_str).map(written).collect();
    let fixed = format!("{start}[{}]", items.join(", "));
    if fixed.len() <= LONGEST { format!("close the list: `{fixed}`") } else { "close the list and its quotes".into() }
}
