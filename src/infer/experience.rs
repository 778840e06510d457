//! The least experience that a posting asks for.

use super::body::{Body, Section};
use super::words::{has_phrase, is_one_of, sentence_around, word_after, word_before};
use crate::extract::BlockKind;
use crate::posting::{Field, OriginKind};

const YEARS: [&str; 14] =
    ["years", "year", "yrs", "jahre", "jahren", "jahr", "ans", "années", "años", "anos", "jaar", "year's", "y", "yoe"];
const MONTHS: [&str; 8] = ["months", "month", "monate", "monaten", "mois", "meses", "maanden", "maand"];

/// The months that a text such as `6+ years` or `3-5 Jahre` asks for; the lower end of a range.
pub(super) fn in_text(text: &str) -> Option<u32> {
    length(text).map(|(months, _)| months)
}

/// What the text asks for: the first length of time in a sentence about experience where things are asked for.
pub(super) fn in_body(body: &Body<'_>) -> Option<Field<u32>> {
    let asks = body.parts.iter().filter(|part| {
        part.section == Section::Ask
            || (part.block.kind == BlockKind::ListItem && !matches!(part.section, Section::Company | Section::Benefits))
    });
    asks.filter(|part| part.block.text.bytes().any(|b| b.is_ascii_digit())).find_map(|part| {
        let (months, at) = length(&part.block.text)?;
        let sentence = sentence_around(&part.block.text, at);
        is_about_experience(sentence).then(|| Field::new(months, OriginKind::Body, part.block.line))
    })
}

fn is_about_experience(sentence: &str) -> bool {
    const SIGNS: [&str; 12] = [
        "experience",
        "experienced",
        "erfahrung",
        "berufserfahrung",
        "expérience",
        "experiencia",
        "ervaring",
        "experiência",
        "as a",
        "as an",
        "working",
        "background",
    ];
    // The company's own age, and what is merely wished for.
    const OTHERS: [&str; 10] =
        ["we have", "our", "founded", "ago", "company", "plus", "preferred", "nice", "contract", "since"];
    let has = |words: &[&str]| words.iter().any(|word| has_phrase(sentence, word));
    has(&SIGNS) && !has(&OTHERS)
}

/// The first length of time with a figure, in months, and where it stands.
fn length(text: &str) -> Option<(u32, usize)> {
    let mut at = 0;
    while let Some(found) = text[at..].find(|c: char| c.is_ascii_digit()) {
        let start = at + found;
        let end = text[start..].find(|c: char| !c.is_ascii_digit()).map_or(text.len(), |length| start + length);
        if let Some(months) = months(text, start, end) {
            return Some((months, start));
        }
        at = end;
    }
    None
}

fn months(text: &str, start: usize, end: usize) -> Option<u32> {
    let figure: u32 = text[start..end].parse().ok()?;
    let before = text[..start].chars().next_back();
    if before.is_some_and(|c| c.is_alphanumeric() || matches!(c, '.' | ',' | '$' | '€'))
        || is_one_of(word_before(text, start), &["to", "bis"])
    {
        return None;
    }
    let unit = unit_after(&text[end..])?;
    if is_one_of(unit, &YEARS) && figure <= 30 {
        return Some(figure * 12).filter(|months| *months > 0);
    }
    (is_one_of(unit, &MONTHS) && figure <= 120 && figure > 0).then_some(figure)
}

/// The unit behind a figure, past `+` and the upper end of a range.
fn unit_after(rest: &str) -> Option<&str> {
    let rest = rest.trim_start_matches([' ', '+', '\u{a0}']);
    let rest = match rest
        .strip_prefix(['-', '–', '—', '\u{2011}'])
        .or_else(|| rest.strip_prefix("to "))
        .or_else(|| rest.strip_prefix("bis "))
    {
        Some(range) => range
            .trim_start()
            .trim_start_matches(|c: char| c.is_ascii_digit())
            .trim_start_matches([' ', '+', '-', '\u{a0}']),
        None => rest,
    };
    Some(word_after(rest, 0)).filter(|unit| !unit.is_empty())
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
            ("1 an", None),
            ("2 años", Some(24)),
            ("100 years", None),
            ("0 years", None),
            ("some years", None),
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
            ("Requirements", "5 years of experience preferred", None),
            ("Requirements", "A degree of 3 years", None),
            ("About us", "We have 20 years of experience", None),
            ("Benefits", "After 2 years of experience you get a boat", None),
        ] {
            let draft = draft().heading(2, section).item(text).build();
            assert_eq!(in_body(&Body::new(&draft)).map(|field| field.value), expected, "{text}");
        }
    }
}
