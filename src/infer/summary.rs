//! A sentence or two for lists, from the text, where front matter gives none.
//!
//! In goes the body, out comes its first paragraph that reads as prose, cut at the end of a sentence. Label lines, calls
//! to apply, notices that all is over and those about equal opportunity are not taken.

use super::body::{Body, Part, Section, section_of};
use super::compare::{BlockHash, block_hash};
use super::status;
use super::words::{BARS, has_phrase, sentence_end, squash};
use crate::extract::BlockKind;
use crate::posting::Field;
use crate::source::floor_char_boundary;

/// The most characters of a summary, give or take a word.
const MOST: usize = 200;
/// Shorter paragraphs are lines, not prose.
const LEAST: usize = 40;

/// The first paragraphs that read as prose, each with its block's hash; the first is the summary, unless all of the
/// folder begins with it.
pub(super) fn in_body(body: &Body<'_>) -> Vec<(BlockHash, Field<String>)> {
    // An introduction of the company that is longer is read all the same.
    const CANDIDATES: usize = 3;
    let prose = body.parts.iter().filter(|part| {
        let is_about_it = !matches!(part.section, Section::Apply | Section::Process | Section::Benefits);
        let text = &part.block.text;
        let is_prose = part.block.kind == BlockKind::Paragraph && is_about_it && reads_as_prose(text);
        is_prose && !calls(text) && !status::closes(text)
    });
    let candidate = |part: &Part<'_>| {
        let text = &part.block.text;
        (block_hash(text), part.field(shorten(text)))
    };
    prose.take(CANDIDATES).map(candidate).collect()
}

/// Whether a text begins by asking the reader to apply: "Interested? Write to us."
fn calls(text: &str) -> bool {
    const LONGEST: usize = 60;
    let question = text[..floor_char_boundary(text, LONGEST)].split_inclusive('?').next().unwrap_or("");
    question.ends_with('?') && section_of(question) == Some(Section::Apply)
}

/// Whether `text` is at least a sentence.
pub(super) fn reads_as_prose(text: &str) -> bool {
    const CALLS: [&str; 6] =
        ["apply now", "apply here", "click here", "send your", "jetzt bewerben", "equal opportunity"];
    let text = text.trim();
    let first_line = text.split('\n').next().unwrap_or("");
    // "link: https://…"
    let is_label = first_line
        .find([':', '：'])
        .is_some_and(|at| at < 30 && (first_line.len() < 80 || first_line[at..].starts_with(": http")));
    let ideographic = text.chars().take(20).filter(|c| super::words::is_ideographic(*c)).count() > 5;
    let long_enough = text.chars().count() >= if ideographic { LEAST / 2 } else { LEAST };
    let few_words = !ideographic && text.split_whitespace().nth(5).is_none();
    let has_placeholder = text.contains("{{") || text.contains("{%");
    long_enough
        && !few_words
        && !is_label
        && !has_placeholder
        && !text.ends_with(':')
        && text.matches(BARS).nth(1).is_none()
        && !CALLS.iter().any(|call| has_phrase(text, call))
}

/// `text` on one line, cut behind the last sentence that fits, or else behind a word.
fn shorten(text: &str) -> String {
    let text = squash(text);
    let Some((limit, _)) = text.char_indices().nth(MOST) else { return text.into_owned() };
    let mut end = 0;
    loop {
        let next = sentence_end(&text, end);
        if next > limit || next == end {
            break;
        }
        end = next;
    }
    if end >= LEAST {
        return text[..end].trim_end().to_owned();
    }
    let cut = text[..limit].rfind(' ').unwrap_or(limit);
    format!("{}…", text[..cut].trim_end_matches([',', ';', ':', '-', '–', ' ']))
}

#[cfg(test)]
mod tests {
    use super::super::fixture::draft;

    #[test]
    fn f2_the_first_prose_is_the_summary() {
        let facts = draft()
            .heading(1, "Welder")
            .paragraph("Location: Ulm")
            .paragraph("📍 Ulm · 🕐 full-time or less · 💶 what you are worth and more")
            .paragraph("Apply now and send your papers to the address given below, please.")
            .item("We build ships out of steel and they float on every one of the seas.")
            .paragraph("We build ships that sail\nby themselves on every sea. They float.")
            .facts();
        let summary = facts.summary.expect("there is prose");
        assert_eq!(summary.value, "We build ships that sail by themselves on every sea. They float.");
        assert_eq!(summary.origin.line, Some(11));
    }

    #[test]
    fn f2_a_long_paragraph_is_cut_at_a_sentence_and_never_inside_a_character() {
        let long = format!("We build ships that float, e.g. on lakes. {}", "Wir löten Stähle und hämmern ".repeat(20));
        assert_eq!(super::shorten(&long), "We build ships that float, e.g. on lakes.");
        let endless = "ü".repeat(400);
        assert_eq!(super::shorten(&endless).chars().count(), 201);
    }

    #[test]
    fn f3_no_prose_no_summary() {
        let facts = draft()
            .heading(1, "Welder")
            .paragraph("Join us!")
            .item("Weld things.")
            .paragraph("What you need to bring along for this role:")
            .paragraph("This position has been filled. We thank all who wrote to us.")
            .paragraph("Interested? Drop us an email, or come by on any day of the week.")
            .facts();
        assert!(facts.summary.is_none());
    }
}
