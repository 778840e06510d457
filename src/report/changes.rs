//! What is new with a build, as text.

use std::fmt::Write as _;

use serde_json::json;

use crate::changes::Change;
use crate::config::BaseUrl;

/// One JSON object a line.
pub fn changes_json(changes: &[Change], base: &BaseUrl) -> String {
    changes.iter().fold(String::new(), |mut text, change| {
        let url = base.join(&change.route);
        let value = json!({ "change": change.kind.name(), "url": url, "is_posting": change.is_posting });
        let _ = writeln!(text, "{value}");
        text
    })
}

/// One address a line, behind what became of it.
pub fn changes_human(changes: &[Change], base: &BaseUrl) -> String {
    if changes.is_empty() {
        return "nothing has changed\n".into();
    }
    changes.iter().fold(String::new(), |mut text, change| {
        let _ = writeln!(text, "{:<8} {}", change.kind.name(), base.join(&change.route));
        text
    })
}
