//! Whether a posting is open, by the keys of front matter that switch it on or off.
//!
//! In goes an entry, out comes a status. Days are not looked at.

use std::sync::LazyLock;

use super::reader::Reading;
use super::values::{scalar, truth, unmistakable_employment};
use crate::data::{Entry, normalise_key};
use crate::infer::lexicon::Lexicon;
use crate::infer::status::status_word;
use crate::infer::table::STATUSES;
use crate::posting::Status;

static WORDS: LazyLock<Lexicon<Status>> = LazyLock::new(|| {
    STATUSES.lexicon_of(|section| match section {
        "open" => Some(Status::Open),
        "draft" => Some(Status::Draft),
        "closed" => Some(Status::Closed),
        _ => None,
    })
});

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
        // "Full-time, unionized"
        None if key == "status" && unmistakable_employment(entry).is_some() => Reading::NotOurs,
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
    WORDS.exactly(text.trim()).or_else(|| status_word(text))
}

/// How far a status takes a posting from the public.
pub(super) fn weight_of(status: Status) -> u8 {
    match status {
        Status::Open => 0,
        Status::Draft => 1,
        Status::Closed => 2,
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::fixture::draft;
    use crate::posting::Status;

    #[test]
    fn i4_a_status_is_told_by_the_words_of_many_languages() {
        for (text, expected) in [
            ("past", Some(Status::Closed)),
            ("Abgelaufen", Some(Status::Closed)),
            ("archivée", Some(Status::Closed)),
            ("募集中", Some(Status::Open)),
            ("current", Some(Status::Open)),
            ("draft", Some(Status::Draft)),
            ("steel", None),
        ] {
            let facts = draft().key("title", "Welder").key("status", text).facts();
            assert_eq!(facts.status.map(|field| field.value), expected, "{text}");
        }
    }
}
