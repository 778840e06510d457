//! Whether a posting is open, by the keys of front matter that switch it on or off.
//!
//! In goes an entry, out comes a status. Days are not looked at.

use super::reader::Reading;
use super::values::{scalar, truth};
use crate::data::{Entry, normalise_key};
use crate::infer::words::is_one_of;
use crate::posting::Status;

/// The status that the value of a key tells.
pub(super) fn status(entry: &Entry) -> Reading<Status> {
    let Some(text) = scalar(entry) else { return Reading::NotOurs };
    let key = normalise_key(&entry.key);
    let yes = truth(text);
    let by_key = match (key.as_str(), yes) {
        ("draft" | "hidden", Some(true)) | ("published" | "publish", Some(false)) => Some(Status::Draft),
        (
            "active" | "open" | "isactive" | "isopen" | "positionopen" | "acceptingapplications" | "hiring",
            Some(false),
        )
        | ("filled" | "closed" | "expired" | "archived" | "isfilled" | "isclosed", Some(true)) => Some(Status::Closed),
        // What is no draft is published, be it open or closed.
        ("draft" | "hidden", Some(false)) | ("published" | "publish", Some(true)) => return Reading::Absent,
        ("filled" | "closed" | "expired" | "archived" | "isfilled" | "isclosed", Some(false))
        | (
            "active" | "open" | "isactive" | "isopen" | "positionopen" | "acceptingapplications" | "hiring",
            Some(true),
        ) => Some(Status::Open),
        _ => None,
    };
    match by_key.or_else(|| word(text)) {
        Some(status) => Reading::Value(status),
        None if key == "status" => Reading::invalid("is no status", "write `open`, `draft` or `closed`"),
        None if ["draft", "active", "hidden"].contains(&key.as_str()) => {
            Reading::invalid("is neither yes nor no", "write `true` or `false`")
        }
        // `state: NY`, `published: 2024-03-01`
        None => Reading::NotOurs,
    }
}

/// A status by its name.
pub(super) fn word(text: &str) -> Option<Status> {
    const OPEN: [&str; 6] = ["open", "active", "hiring", "live", "published", "public"];
    const DRAFT: [&str; 4] = ["draft", "hidden", "unpublished", "private"];
    const CLOSED: [&str; 9] =
        ["closed", "filled", "inactive", "expired", "archived", "withdrawn", "cancelled", "paused", "on hold"];
    let text = text.trim();
    [(Status::Open, &OPEN[..]), (Status::Draft, &DRAFT), (Status::Closed, &CLOSED)]
        .into_iter()
        .find_map(|(status, words)| is_one_of(text, words).then_some(status))
}

/// How far a status takes a posting from the public.
pub(super) fn weight_of(status: Status) -> u8 {
    match status {
        Status::Open => 0,
        Status::Draft => 1,
        Status::Closed => 2,
    }
}
