//! A title under one of its keys.
//!
//! In goes an entry, out comes the title on one line. Addresses, orders and keys of translations that stand under the same
//! names are none. What surrounds the job's name is not taken off here.

use super::reader::{Reading, texts};
use super::values::plain;
use crate::data::Entry;
use crate::extract::plain_text;
use crate::infer::body::is_section;
use crate::infer::file_name;
use crate::infer::title::{is_about_work, is_empty, is_plain_name, names_job};
use crate::infer::words::squash;

pub(super) fn title(entry: &Entry) -> Reading<String> {
    match written(entry) {
        // `name: php-developer` and `position: 3` are addresses and orders of other tools.
        Reading::Value(title) if !entry.key.eq_ignore_ascii_case("title") && !reads_as_title(&title) => {
            Reading::NotOurs
        }
        Reading::Value(title) if is_message_key(&title) || is_of_page(&title) => Reading::Absent,
        Reading::Value(title) => Reading::Value(file_name::of_key(&title).unwrap_or(title)),
        other => other,
    }
}

/// A title, which may be broken over lines as the items of a list.
fn written(entry: &Entry) -> Reading<String> {
    let lines: Vec<&str> = texts(&entry.value).collect();
    if lines.len() > 1 && lines.len() == entry.value.items().len() {
        return Reading::Value(squash(&plain_text(&lines.join(" "))).into_owned());
    }
    plain(entry)
}

/// A title that names but the page or a list on it, for want of any other.
pub(super) fn of_page(entry: &Entry) -> Reading<String> {
    match plain(entry) {
        Reading::Value(title) if is_of_page(&title) => Reading::Value(title),
        _ => Reading::Absent,
    }
}

/// The job that a line below the title of a page names, `subtitle: Dock Welder` below `title: Join us`; not what else may
/// be told there.
pub(super) fn below_page(entry: &Entry) -> Reading<String> {
    const MOST_WORDS: usize = 8;
    let is_short = |line: &str| line.split(' ').nth(MOST_WORDS).is_none() && !line.ends_with(['.', '!', '?', ':']);
    match plain(entry) {
        Reading::Value(line) if is_short(&line) && names_job(&line) && !is_empty(&line) => Reading::Value(line),
        _ => Reading::Absent,
    }
}

/// Whether a title of several words has none of work.
pub(super) fn is_motto(title: &str) -> bool {
    const FEWEST_WORDS: usize = 3;
    title.split(' ').nth(FEWEST_WORDS - 1).is_some() && !is_about_work(title)
}

/// The job that a line below a motto is the plain name of.
pub(super) fn named_below(entry: &Entry) -> Reading<String> {
    match below_page(entry) {
        Reading::Value(line) if is_plain_name(&line) => Reading::Value(line),
        _ => Reading::Absent,
    }
}

/// The job's name by itself, `job_title: Welder`, where the title of the `page` ends with it behind others: `Acme - Our
/// people - Welder`.
pub(super) fn of_job<'a>(entry: &'a Entry, page: &str) -> Option<&'a str> {
    const MARKS: [&str; 5] = [" - ", " – ", " — ", " | ", ": "];
    let job = entry.value.as_str().map(str::trim).filter(|job| job.len() < page.len())?;
    let before = page.trim_end().strip_suffix(job)?;
    let before = MARKS.iter().find_map(|mark| before.strip_suffix(mark))?;
    // "Data.gov - Open Data Specialist" may be the name in full.
    (MARKS.iter().any(|mark| before.contains(mark)) && names_job(job)).then_some(job)
}

/// Whether a title names the page, "Careers", or the list below it, "Responsibilities".
fn is_of_page(title: &str) -> bool {
    !names_job(title) && (is_section(title) || is_empty(title))
}

/// Whether it only names a text of a table of translations: `titles.job.welder`.
fn is_message_key(text: &str) -> bool {
    let is_part = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_lowercase() || b == b'_');
    text.split('.').count() > 2 && text.split('.').all(is_part)
}

fn reads_as_title(text: &str) -> bool {
    // Scripts without capitals are none of addresses.
    let is_written = |c: char| c == ' ' || c.is_uppercase() || (c.is_alphabetic() && !c.is_lowercase());
    text.contains(char::is_alphabetic) && text.contains(is_written)
}

#[cfg(test)]
mod tests {
    use super::super::super::fixture::{draft, list};

    #[test]
    fn i4_a_title_may_be_broken_over_the_items_of_a_list() {
        let facts = draft().entry("title", list(&["We are looking for a", "Dock Welder"])).facts();
        assert_eq!(facts.title.map(|title| title.value).as_deref(), Some("Dock Welder"));
        assert_eq!(facts.heading.map(|title| title.value).as_deref(), Some("We are looking for a Dock Welder"));
        let one = draft().entry("title", list(&["Welder"])).facts();
        assert_eq!(one.title.map(|title| title.value).as_deref(), Some("Welder"));
    }

    #[test]
    fn i4_a_key_for_the_job_takes_it_out_of_the_title_of_a_page() {
        let named = |page: &str| {
            let facts = draft().key("title", page).key("job_title", "Dock Welder").paragraph("Weld.").facts();
            facts.title.map(|title| title.value)
        };
        assert_eq!(named("Hullwerk - Our yardd - Dock Welder").as_deref(), Some("Dock Welder"));
        assert_eq!(named("Hullwerk | Jobs in steel | Dock Welder").as_deref(), Some("Dock Welder"));
        assert_eq!(named("Hulls.example - Dock Welder").as_deref(), Some("Hulls.example - Dock Welder"));
        assert_eq!(named("Senior Dock Welder").as_deref(), Some("Senior Dock Welder"));
    }
}
