//! The front matter's `description` and `subtitle`, read as prose: `Full remote: EU & UK`, `Full time / Remote`.
//!
//! In go those lines, out come facts for fields that are still empty. A line that is but such facts is no summary.

use super::body::Body;
use super::front_matter::fill_from;
use super::whereabouts;
use super::{company, employment_type, salary};
use crate::posting::{Facts, Field};

/// Fills what is still empty from lines of prose.
pub(super) fn fill(facts: &mut Facts, prose: &[Field<String>]) {
    for line in prose.iter().filter(|line| whereabouts::may_be_line(&line.value)) {
        let whole = whereabouts::read(&line.value);
        if whole.is_understood() {
            fill_from(facts, &Field { value: whole, origin: line.origin });
            continue;
        }
        fill_from_brackets(facts, line);
        let origin = line.origin;
        if line.value.contains(" @ ") {
            super::fill(&mut facts.company, || Some(Field { value: company::in_title(&line.value)?, origin }));
        }
        super::fill(&mut facts.employment_type, || {
            Some(Field { value: employment_type::in_title(&line.value)?, origin })
        });
    }
}

/// Reads terms in brackets: `Welder at Acme (100% remote, 30 h, €36-42K)`.
fn fill_from_brackets(facts: &mut Facts, line: &Field<String>) {
    let Some((_, rest)) = line.value.split_once('(') else { return };
    let Some((inside, _)) = rest.split_once(')') else { return };
    for term in inside.split([',', ';', '|']) {
        let read = whereabouts::read(term);
        if read.is_understood() && (read.remote.is_some() || !read.employment.is_empty()) {
            fill_from(facts, &Field { value: read, origin: line.origin });
        } else {
            super::fill(&mut facts.salary, || Some(Field { value: salary::read(term)?, origin: line.origin }));
        }
    }
}

/// Whether a summary that front matter gives is but a line of facts, or a word or two.
pub(super) fn is_no_summary(summary: &str) -> bool {
    let is_line = || whereabouts::may_be_line(summary) && whereabouts::read(summary).is_understood();
    summary.chars().count() < 12 || is_line()
}

/// Drops the lines that the text repeats: they say no more than it does.
pub(super) fn drop_repeated(lines: &mut Vec<Field<String>>, body: &Body<'_>) {
    lines.retain(|line| {
        let repeated = memchr::memmem::Finder::new(&line.value);
        let mut texts = body.parts.iter().map(|part| part.block.text.as_bytes());
        !texts.any(|text| text.len() >= line.value.len() && repeated.find(text).is_some())
    });
}

#[cfg(test)]
mod tests {
    use super::super::fixture::draft;
    use crate::posting::{EmploymentType, OriginKind, Remote};

    const PROSE: &str = "We build ships that sail by themselves on every sea of the world.";

    #[test]
    fn f2_a_summary_is_plain_text_whatever_mark_up_it_is_written_with() {
        let facts = draft().key("description", "We **weld** <br>[ships](https://ships.example) all day.").facts();
        assert_eq!(facts.summary.map(|field| field.value).as_deref(), Some("We weld ships all day."));
    }

    #[test]
    fn f1_a_description_of_facts_fills_them_and_leaves_the_summary_to_the_text() {
        let facts = draft().key("description", "Full remote: EU & UK (+/- 3 hours)").paragraph(PROSE).facts();
        let places: Vec<_> =
            facts.locations.iter().flat_map(|field| &field.value).map(|place| place.name.as_str()).collect();
        assert_eq!(places, ["Remote", "European Union", "United Kingdom"]);
        assert_eq!(facts.locations.map(|field| field.origin.kind), Some(OriginKind::Description));
        assert_eq!(facts.remote.map(|field| field.value), Some(Remote::Full));
        let countries = facts.remote_countries.map(|field| field.value).unwrap_or_default();
        let countries: Vec<_> = countries.iter().map(|place| place.name.as_str()).collect();
        assert_eq!(countries, ["European Union", "United Kingdom"]);
        assert_eq!(facts.remote_hours.map(|field| field.value).as_deref(), Some("+/- 3 hours"));
        assert_eq!(facts.summary.map(|field| field.value).as_deref(), Some(PROSE));
    }

    #[test]
    fn f1_subtitles_and_brackets_are_read() {
        let facts = draft().key("subtitle", "Full time / Remote").facts();
        assert_eq!(facts.employment_type.map(|field| field.value), Some(vec![EmploymentType::FullTime]));
        let facts = draft().key("description", "Welder @ Acme (100% remoto, 30h/w, €36−42K)").facts();
        assert_eq!(facts.remote.map(|field| field.value), Some(Remote::Full));
        assert_eq!(facts.salary.and_then(|field| field.value.min), Some(36_000.0));
        let facts = draft().key("subtitle", "70-100%, m/w").facts();
        assert_eq!(facts.employment_type.map(|field| field.value.len()), Some(2));
    }

    #[test]
    fn f3_a_description_that_is_a_summary_stays_one() {
        for text in [
            "We weld ships in Berlin, remote islands and harbours.",
            "Small company, big boats",
            "Remote sensing for all",
        ] {
            let facts = draft().key("description", text).paragraph(PROSE).facts();
            assert_eq!(facts.summary.map(|field| field.value).as_deref(), Some(text));
            assert!(facts.remote.is_none() && facts.locations.is_none(), "{text}");
        }
    }
}
