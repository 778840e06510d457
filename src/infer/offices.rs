//! Where work is done, by sentences of the text: "This role is based in Berlin", "in our Munich office".
//!
//! In goes the body, out comes a place only when the gazetteer knows the city and all such sentences name the same one.
//! Offices that the company merely has, customers and investors are left alone.

use super::body::{Body, Fact};
use super::places::{self, Kind};
use crate::posting::{Field, OriginKind, Place};

/// The one city that the text says work is done in.
pub(super) fn in_body(body: &Body<'_>) -> Option<Field<Vec<Place>>> {
    let mut found: Option<Field<&str>> = None;
    for hit in &body.hits {
        let Fact::Office { named } = hit.fact else { continue };
        let block = body.parts[hit.part].block;
        let Some(city) = city(block.text[hit.span.end..].trim_start(), named) else { continue };
        match &found {
            Some(known) if known.value != city => return None,
            Some(_) => {}
            None => found = Some(Field::new(city, OriginKind::Body, block.line)),
        }
    }
    found.map(|field| field.map(|city| vec![Place::new(city)]))
}

/// The city that `text` begins with, as written.
fn city(text: &str, needs_office: bool) -> Option<&str> {
    let text = text.strip_prefix("the ").or_else(|| text.strip_prefix("downtown ")).unwrap_or(text);
    let ends = text.char_indices().filter(|(_, c)| !(c.is_alphanumeric() || matches!(c, '-' | '.'))).map(|(at, _)| at);
    // No city of the gazetteer has more than four words.
    let ends: Vec<usize> = ends.chain([text.len()]).take(4).collect();
    ends.into_iter().rev().find_map(|end| {
        let name = text[..end].trim_end_matches('.').trim();
        let is_city = name.starts_with(char::is_uppercase) && places::kind(name) == Some(Kind::City);
        let rest = text[end..].trim_start();
        let has_office = ["office", "offices", "headquarters", "hq"]
            .iter()
            .any(|word| super::words::strip_word(rest, word).is_some());
        // "Berlin or Munich" is a choice of which only one was read.
        let is_choice = ["or ", "and ", "/", "oder ", "und "].iter().any(|joint| rest.starts_with(joint));
        (is_city && !is_choice && (has_office || !needs_office)).then_some(name)
    })
}

#[cfg(test)]
mod tests {
    use super::super::fixture::draft;

    #[test]
    fn f1_sentences_tell_where_the_work_is_done() {
        for (text, expected) in [
            ("This role is based in Berlin.", Some("Berlin")),
            ("You'll sit in our New York office, near the port.", Some("New York")),
            ("The position is located in Zürich", Some("Zürich")),
            ("Our Berlin office has a slide.", None),
            ("We are based in Berlin.", None),
            ("This role is based in Berlin or Munich.", None),
            ("We work in our Sunday clothes.", None),
            ("Investors in our Berlin portfolio.", None),
            ("This role is based in Nowhere.", None),
        ] {
            let facts = draft().heading(1, "Welder").paragraph(text).facts();
            let place = facts.locations.and_then(|field| field.value.into_iter().next()).map(|place| place.name);
            assert_eq!(place.as_deref(), expected, "{text}");
        }
    }

    #[test]
    fn f3_two_offices_are_no_answer() {
        let facts = draft().paragraph("Work in our Berlin office.").paragraph("Or in our Paris office.").facts();
        assert!(facts.locations.is_none());
    }
}
