//! The steps of hiring.
//!
//! In goes the body, out come the items of a list under a heading about the process. A process without such a list is
//! left as it is.

use super::body::{Body, Part, Section};
use super::words::{has_phrase, squash};
use crate::extract::BlockKind;
use crate::posting::{Field, OriginKind, Step};

/// The list of steps under a heading such as "Hiring process".
pub(super) fn in_body(body: &Body<'_>) -> Option<Field<Vec<Step>>> {
    let parts: Vec<&Part<'_>> = body.in_section(Section::Process).collect();
    let first = parts.iter().position(|part| part.block.kind == BlockKind::ListItem)?;
    let items = parts[first..].iter().take_while(|part| part.block.kind == BlockKind::ListItem);
    let steps: Vec<Step> = items.filter_map(|part| step(&part.block.text)).collect();
    // One item is no process, a dozen are something else, and whole paragraphs name no steps.
    let too_long = steps.iter().any(|step| step.step.chars().count() > 140);
    if too_long || !(2..=10).contains(&steps.len()) || !steps.iter().any(|step| is_of_hiring(&step.step)) {
        return None;
    }
    Some(Field::new(steps, OriginKind::Body, parts[first].block.line))
}

/// Reads one step: `Video call (30 min) with the team` is a step of `30 min`.
pub(super) fn step(text: &str) -> Option<Step> {
    let text = squash(text);
    let open = text.find(['(', '（']);
    let bracket = open.and_then(|open| {
        let start = open + text[open..].chars().next()?.len_utf8();
        let close = start + text[start..].find([')', '）'])?;
        Some((open, &text[start..close]))
    });
    let (name, length) = match bracket {
        Some((open, inside)) if is_length(inside) => (&text[..open], Some(inside.trim().to_owned())),
        _ => (&text[..], None),
    };
    let name = name.trim_end_matches([' ', ':', '-', '–', ',', '.']).trim();
    (!name.is_empty()).then(|| Step { step: name.to_owned(), length })
}

fn is_length(text: &str) -> bool {
    const UNITS: [&str; 20] = [
        "min", "mins", "minute", "minutes", "hour", "hours", "h", "hr", "hrs", "day", "days", "week", "weeks",
        "minuten", "stunde", "stunden", "tag", "tage", "minutos", "heure",
    ];
    let has_figure = text.bytes().any(|b| b.is_ascii_digit());
    has_figure
        && text.len() <= 30
        && text.split(|c: char| !c.is_alphabetic()).any(|word| super::words::is_one_of(word, &UNITS))
}

fn is_of_hiring(step: &str) -> bool {
    const SIGNS: [&str; 26] = [
        "interview",
        "interviews",
        "call",
        "cv",
        "resume",
        "application",
        "chat",
        "screen",
        "screening",
        "task",
        "assignment",
        "offer",
        "trial",
        "meet",
        "meeting",
        "conversation",
        "gespräch",
        "kennenlernen",
        "vorstellungsgespräch",
        "probetag",
        "entretien",
        "entrevista",
        "gesprek",
        "test",
        "challenge",
        "evaluation",
    ];
    SIGNS.iter().any(|sign| has_phrase(step, sign))
}

#[cfg(test)]
mod tests {
    use super::super::fixture::draft;

    fn steps(facts: crate::posting::Facts) -> Vec<(String, Option<String>)> {
        facts
            .process
            .map(|field| field.value.into_iter().map(|step| (step.step, step.length)).collect())
            .unwrap_or_default()
    }

    #[test]
    fn f2_the_list_under_a_heading_about_hiring_is_the_process() {
        let facts = draft()
            .heading(3, "✨ What's next?")
            .paragraph("Here's what our process will look like:")
            .item("First call (30 min) with the yard")
            .item("Weld a seam (~2 hours)")
            .item("Meet the captain (Ann)")
            .heading(3, "Join Acme")
            .item("Sail with us")
            .facts();
        let expected =
            [("First call", Some("30 min")), ("Weld a seam", Some("~2 hours")), ("Meet the captain (Ann)", None)];
        let expected: Vec<_> =
            expected.into_iter().map(|(step, length)| (step.to_owned(), length.map(str::to_owned))).collect();
        assert_eq!(steps(facts), expected);
    }

    #[test]
    fn f3_other_lists_are_no_process() {
        let duties =
            draft().heading(2, "Responsibilities").item("Interview clients (30 min)").item("Call back").facts();
        assert!(steps(duties).is_empty());
        let tools = draft().heading(2, "Our process").item("Scrum").item("Kanban").facts();
        assert!(steps(tools).is_empty());
        let single = draft().heading(2, "Hiring process").item("Interview").facts();
        assert!(steps(single).is_empty());
    }
}
