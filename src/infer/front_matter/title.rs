//! A title under one of its keys.
//!
//! In goes an entry, out comes the title on one line. Addresses, orders and keys of translations that stand under the same
//! names are none. What surrounds the job's name is not taken off here.

use super::reader::Reading;
use super::values::plain;
use crate::data::Entry;

pub(super) fn title(entry: &Entry) -> Reading<String> {
    match plain(entry) {
        // `name: php-developer` and `position: 3` are addresses and orders of other tools.
        Reading::Value(title) if !entry.key.eq_ignore_ascii_case("title") && !reads_as_title(&title) => {
            Reading::NotOurs
        }
        Reading::Value(title) if is_message_key(&title) => Reading::Absent,
        other => other,
    }
}

/// Whether it only names a text of a table of translations: `titles.job.welder`.
fn is_message_key(text: &str) -> bool {
    let is_part = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_lowercase() || b == b'_');
    text.split('.').count() > 2 && text.split('.').all(is_part)
}

fn reads_as_title(text: &str) -> bool {
    text.contains(char::is_alphabetic) && (text.contains(' ') || text.contains(char::is_uppercase))
}
