//! A title under one of its keys.
//!
//! In goes an entry, out comes the title on one line. Addresses, orders and keys of translations that stand under the same
//! names are none. What surrounds the job's name is not taken off here.

use super::reader::Reading;
use super::values::plain;
use crate::data::Entry;
use crate::infer::body::is_section;
use crate::infer::title::names_job;

pub(super) fn title(entry: &Entry) -> Reading<String> {
    match plain(entry) {
        // `name: php-developer` and `position: 3` are addresses and orders of other tools.
        Reading::Value(title) if !entry.key.eq_ignore_ascii_case("title") && !reads_as_title(&title) => {
            Reading::NotOurs
        }
        // `title: Responsibilities` may be that of the list below it.
        Reading::Value(title) if is_message_key(&title) || (is_section(&title) && !names_job(&title)) => {
            Reading::Absent
        }
        other => other,
    }
}

/// A title that is but the name of a section, for want of any other.
pub(super) fn of_section(entry: &Entry) -> Reading<String> {
    match plain(entry) {
        Reading::Value(title) if is_section(&title) => Reading::Value(title),
        _ => Reading::Absent,
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
