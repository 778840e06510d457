//! The least experience that a posting asks for.
//!
//! In goes a short value or the body, out come months. Of several lengths of time the one of the whole profession counts,
//! else the first; where it is offered with alternatives ("8 years, or 6 with a degree"), the least. What is merely
//! wished for, the age of the company and the length of a contract are none. The words are `data/experience.txt`.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::body::{Body, Fact, Hit, Part, Section};
use super::lexicon::Lexicon;
use super::table::{EXPERIENCE, Row};
use super::words::{figures_in, is_one_of, sentence_around, word_after, word_before};
use crate::extract::BlockKind;
use crate::posting::Field;

/// Bytes of the longest word for a unit.
const LONGEST_UNIT: usize = 12;

/// Units by their words, in months.
static UNITS: LazyLock<HashMap<&str, u32>> = LazyLock::new(|| {
    let units = EXPERIENCE.family("unit ").filter_map(|(months, row)| Some((months.parse().ok()?, row)));
    units.flat_map(|(months, row): (u32, Row)| row.forms().map(move |form| (form, months))).collect()
});
static CUES: LazyLock<Lexicon<Cue>> = LazyLock::new(|| {
    EXPERIENCE.lexicon_of(|section| {
        Some(match section {
            "asked" => Cue::Asked,
            "general" => Cue::General,
            "other" => Cue::Other,
            "wished" => Cue::Wished,
            _ => return None,
        })
    })
});

/// What a phrase says of the length of time beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Cue {
    Asked,
    General,
    Other,
    Wished,
}

/// The months that a text such as `6+ years` or `3-5 Jahre` asks for; the lower end of a range.
pub(super) fn in_text(text: &str) -> Option<u32> {
    in_figures(text).next().map(|(months, _)| months)
}

/// The months that a text says are asked for: `Welder | 2-4 years of experience`.
pub(super) fn in_title(text: &str) -> Option<u32> {
    asked(text, &[]).map(|(months, _)| months)
}

/// What the text asks for.
pub(super) fn in_body(body: &Body<'_>) -> Option<Field<u32>> {
    let mut hits = body.hits.as_slice();
    let mut announced = "";
    let mut first = None;
    for (at, part) in body.parts.iter().enumerate() {
        let (here, rest) = hits.split_at(hits.partition_point(|hit| hit.part == at));
        hits = rest;
        let text = part.block.text.as_str();
        if part.is_heading() || text.trim_end().ends_with([':', '：']) {
            announced = text;
        }
        if !may_ask(part) {
            continue;
        }
        let Some((months, is_general)) = asked(text, here) else { continue };
        if has(announced, Cue::Wished) {
            continue;
        }
        let field = part.field(months);
        if is_general {
            return Some(field);
        }
        first = first.or(Some(field));
    }
    first
}

fn may_ask(part: &Part<'_>) -> bool {
    match part.section {
        Section::Ask => true,
        Section::Company | Section::Benefits | Section::Process => false,
        _ => matches!(part.block.kind, BlockKind::ListItem | BlockKind::Paragraph),
    }
}

/// The least of the lengths that a block asks for, and whether they are of the whole profession.
fn asked(text: &str, hits: &[Hit]) -> Option<(u32, bool)> {
    let in_words = hits.iter().filter_map(|hit| match hit.fact {
        Fact::Number(figure) => Some((months(text, hit.span.start, hit.span.end, figure)?, hit.span.start)),
        _ => None,
    });
    let of_experience = in_figures(text).chain(in_words).filter_map(|(months, at)| {
        let cues: Vec<Cue> = CUES.find(sentence_around(text, at)).map(|(cue, _)| cue).collect();
        let has = |cue| cues.contains(&cue);
        let is_asked = has(Cue::Asked) || has(Cue::General);
        let is_else = has(Cue::Other) || has(Cue::Wished);
        (is_asked && !is_else).then(|| (months, has(Cue::General)))
    });
    of_experience.reduce(|least, next| (least.0.min(next.0), least.1 || next.1))
}

fn has(text: &str, cue: Cue) -> bool {
    CUES.find(text).any(|(found, _)| found == cue)
}

/// The lengths of time that a text tells in figures, in months, each with where it stands.
fn in_figures(text: &str) -> impl Iterator<Item = (u32, usize)> {
    figures_in(text).filter_map(move |at| {
        let figure = text[at.clone()].parse().ok()?;
        Some((months(text, at.start, at.end, figure)?, at.start))
    })
}

fn months(text: &str, start: usize, end: usize, figure: u32) -> Option<u32> {
    let unit = unit_after(&text[end..])?;
    let before = text[..start].chars().next_back();
    let is_part = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | ',' | '$' | '€' | '-' | '–' | '〜' | '~');
    let is_upper_end = is_one_of(word_before(text, start), &["to", "bis", "and", "und", "à", "a", "tot"])
        && text[..start]
            .trim_end_matches(|c: char| c.is_alphabetic() || c == ' ')
            .ends_with(|c: char| c.is_ascii_digit());
    if before.is_some_and(is_part) || is_upper_end {
        return None;
    }
    // Longer than that is a company's age.
    figure.checked_mul(unit).filter(|months| (1..=30 * 12).contains(months))
}

/// The months of the unit behind a figure, past `+` and the upper end of a range.
fn unit_after(rest: &str) -> Option<u32> {
    let rest = rest.trim_start_matches([' ', '+', '\u{a0}']);
    let range = ["-", "–", "—", "\u{2011}", "~", "〜", "to ", "bis ", "and ", "und ", "à ", "a ", "tot "];
    let upper = range.iter().find_map(|word| rest.strip_prefix(word)).map(str::trim_start);
    let rest = match upper.filter(|upper| upper.starts_with(|c: char| c.is_ascii_digit())) {
        Some(upper) => upper.trim_start_matches(|c: char| c.is_ascii_digit()),
        None => rest,
    };
    let rest = rest.trim_start_matches([' ', '+', '-', '\u{a0}']);
    let rest = rest.strip_prefix("or more ").unwrap_or(rest);
    let unit = word_after(rest, 0);
    let known = Some(unit)
        .filter(|unit| unit.len() <= LONGEST_UNIT)
        .and_then(|unit| UNITS.get(unit.to_lowercase().as_str()).copied());
    // Japanese and Chinese go on without a space.
    known.or_else(|| UNITS.iter().find(|(word, _)| !word.is_ascii() && starts_wide(rest, word)).map(|(_, unit)| *unit))
}

fn starts_wide(text: &str, word: &str) -> bool {
    word.chars().next().is_some_and(super::words::is_ideographic) && text.starts_with(word)
}

#[cfg(test)]
mod tests {
    use super::super::fixture::draft;
    use super::*;

    #[test]
    fn f2_experience_is_read_in_months() {
        for (text, expected) in [
            ("6+ years", Some(72)),
            ("3-5 years", Some(36)),
            ("3 – 5 Jahre", Some(36)),
            ("18 months", Some(18)),
            ("2 to 4 years", Some(24)),
            ("1 an", Some(12)),
            ("2 años", Some(24)),
            ("100 years", None),
            ("0 years", None),
            ("some years", None),
            ("3年以上", Some(36)),
            ("5+ yrs.", Some(60)),
            ("1.5 years", None),
            ("between 2 and 4 years", Some(24)),
            ("v2 years", None),
            ("$5 years", None),
            ("", None),
        ] {
            assert_eq!(in_text(text), expected, "{text}");
        }
    }

    #[test]
    fn f3_only_a_requirement_counts() {
        for (section, text, expected) in [
            ("Requirements", "6+ years as a professional welder", Some(72)),
            ("Requirements", "Mindestens 3 Jahre Berufserfahrung", Some(36)),
            ("Requirements", "Au moins 2 ans d'expérience en soudure", Some(24)),
            ("Requirements", "Mindestens drei Jahre Berufserfahrung", Some(36)),
            ("Requirements", "Deux ans d'expérience", Some(24)),
            ("Requirements", "Cinco años de experiencia", Some(60)),
            ("Requirements", "溶接の実務経験3年以上", Some(36)),
            ("Requirements", "3–5 years’ experience with steel", Some(36)),
            ("Requirements", "A degree and 8+ years of experience, or 6+ years of experience without one", Some(72)),
            ("About the role", "We seek a welder with at least five years of experience.", Some(60)),
            ("Requirements", "5 years of experience preferred", None),
            ("Nice to have", "5 years of experience with bronze", None),
            ("Requirements", "A degree of 3 years", None),
            ("Requirements", "You are at least 18 years of age with some experience", None),
            ("Requirements", "Experience for a contract of 2 years", None),
            ("Benefits", "After 2 years of experience you get a boat", None),
            ("About us", "We have 20 years of experience", None),
            ("About the role", "Our company is 10 years old and has experience.", None),
        ] {
            let draft = draft().heading(2, section).item(text).build();
            assert_eq!(in_body(&Body::new(&draft)).map(|field| field.value), expected, "{text}");
        }
    }

    #[test]
    fn f2_the_whole_profession_counts_before_a_single_skill() {
        let items = |items: &[&str]| {
            let mut fixture = draft().heading(2, "Requirements");
            for item in items {
                fixture = fixture.item(item);
            }
            fixture.facts().experience_months.map(|field| (field.value, field.origin.line))
        };
        let skill = "2+ years of experience with bronze";
        assert_eq!(items(&[skill, "5+ years of professional experience"]), Some((60, Some(5))));
        assert_eq!(items(&["4+ years of experience in welding", skill]), Some((48, Some(3))));
    }
}
