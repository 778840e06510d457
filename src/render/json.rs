//! JSON objects out of parts that are there already, without copying them as `json!` would.

use serde_json::{Map, Value};

/// An object with these members, in this order.
pub(super) fn object<const N: usize>(members: [(&str, Value); N]) -> Map<String, Value> {
    members.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
}
