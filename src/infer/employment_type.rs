//! How one is employed.
//!
//! In goes a short value ("Full-time, permanent"), a title or the text, out come schema.org's kinds. Working time in
//! per cent is read where the Swiss write it, in titles and under them.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::body::{Body, Fact, Section};
use super::table;
use super::words::squash;
use crate::posting::{EmploymentType, Field, OriginKind};

use EmploymentType::{FullTime, Intern, PartTime};

static WORDS: LazyLock<HashMap<&'static str, Word>> = LazyLock::new(|| {
    let word = |section: &str| {
        EmploymentType::ALL.into_iter().find(|kind| kind.code() == section).map_or(Word::Neutral, Word::Kind)
    };
    let rows = table::rows(include_str!("data/employment.txt"));
    rows.flat_map(|row| row.forms().map(move |form| (form, word(row.section))).collect::<Vec<_>>()).collect()
});

/// A word about employment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Word {
    /// It names a kind.
    Kind(EmploymentType),
    /// It is of the same family, and names none: `permanent`.
    Neutral,
}

/// What a short value says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Employment {
    /// The kinds it names, each once, in its order.
    pub kinds: Vec<EmploymentType>,
    /// Whether all of it was understood.
    pub understood: bool,
}

/// Reads a value such as `FULL_TIME`, `Vollzeit oder Teilzeit` or `Full-time (40 h)`.
pub(super) fn read(text: &str) -> Employment {
    let text = squash(text).replace(['–', '—'], "-");
    if let Some(kinds) = of_percentage(&text).filter(|_| text.trim_end().ends_with('%')) {
        return Employment { kinds, understood: true };
    }
    let mut employment = Employment { kinds: Vec::new(), understood: true };
    let outside = text.split(['(', '[', '（']).next().unwrap_or("");
    for piece in outside.split([',', '/', '|', ';', '+', '&', '•', '·', '、']).flat_map(alternatives) {
        match word(piece) {
            Some(Word::Kind(kind)) if !employment.kinds.contains(&kind) => employment.kinds.push(kind),
            Some(_) => {}
            None if piece.trim().is_empty() => {}
            None => employment.understood = false,
        }
    }
    employment
}

/// What one word, or words written as one, says.
pub(super) fn word(text: &str) -> Option<Word> {
    let skipped = |c: &char| !matches!(c, ' ' | '-' | '_' | '.' | '‐' | '‑');
    // The longest of the words is shorter.
    if text.len() > 40 {
        return None;
    }
    let folded: String = text.trim().chars().filter(skipped).flat_map(char::to_lowercase).collect();
    let plain = ["position", "role", "job", "employment", "contract", "employee"]
        .iter()
        .find_map(|tail| folded.strip_suffix(tail));
    let known = |word: &str| WORDS.get(word).copied();
    known(&folded).or_else(|| plain.filter(|word| !word.is_empty()).and_then(known))
}

/// What a title says: `(Internship)`, `, Part-time`, `80–100%`. A word inside the name of the job is not enough.
pub(super) fn in_title(title: &str) -> Option<Vec<EmploymentType>> {
    let title = title.replace(['–', '—'], "-");
    if let Some(kinds) = of_percentage(&title) {
        return Some(kinds);
    }
    let mut kinds = Vec::new();
    for piece in title.split(['(', ')', '[', ']', ',', '|', '/', ':']).flat_map(|piece| piece.split(" - ")) {
        if let Some(Word::Kind(kind)) = word(piece)
            && !kinds.contains(&kind)
        {
            kinds.push(kind);
        }
    }
    let last = title.split(|c: char| !c.is_alphanumeric()).rfind(|word| !word.is_empty()).unwrap_or("");
    let first = title.split_whitespace().next().unwrap_or("");
    let names_interns = [first, last]
        .iter()
        .any(|word| super::words::is_one_of(word, &["intern", "internship", "praktikum", "stagiaire"]));
    if kinds.is_empty() && names_interns {
        kinds.push(Intern);
    }
    (!kinds.is_empty()).then_some(kinds)
}

/// What sentences of the text say: the kinds of the first that does.
pub(super) fn in_body(body: &Body<'_>) -> Option<Field<Vec<EmploymentType>>> {
    let mut kinds: Vec<EmploymentType> = Vec::new();
    let mut line = None;
    for hit in &body.hits {
        let Fact::Employment(kind) = hit.fact else { continue };
        let part = &body.parts[hit.part];
        if matches!(part.section, Section::Company | Section::Process) || denied(&part.block.text[..hit.span.start]) {
            continue;
        }
        if line.is_some_and(|line| line != part.block.line) {
            break;
        }
        line = Some(part.block.line);
        if !kinds.contains(&kind) {
            kinds.push(kind);
        }
    }
    line.map(|line| Field::new(kinds, OriginKind::Body, line))
}

fn denied(before: &str) -> bool {
    let tail: Vec<&str> = before.split_whitespace().rev().take(3).collect();
    tail.iter().any(|word| {
        super::words::is_one_of(
            word,
            &["not", "no", "into", "lead", "leading", "previous", "kein", "keine", "nicht", "n't"],
        )
    })
}

/// `80–100%`: full and part time; `50–80%`: part time; `100%`: full time. Steps of five per cent only, so that growth
/// and quotas in a title are not taken for it.
fn of_percentage(text: &str) -> Option<Vec<EmploymentType>> {
    let sign = text.find('%')?;
    let before = text[..sign].trim_end();
    let start =
        before.rfind(|c: char| !(c.is_ascii_digit() || c == '-' || c == ' ' || c == '%')).map_or(0, |at| at + 1);
    let start = (start..=before.len()).find(|at| before.is_char_boundary(*at))?;
    let mut shares = before[start..].split('-').map(|part| part.trim().parse::<u8>().ok());
    let low = shares.next().flatten()?;
    let high = shares.next().map_or(Some(low), |high| high)?;
    let fits = |share: u8| (20..=100).contains(&share) && share.is_multiple_of(5);
    let names_remote = super::words::word_after(text, sign + 1).to_ascii_lowercase().starts_with("remot");
    if shares.next().is_some() || !fits(low) || !fits(high) || low > high || names_remote {
        return None;
    }
    let after = super::words::word_after(text, sign + 1);
    match (low, high) {
        // A lone figure may be anything ("100% cotton"), unless nothing follows it.
        (100, 100) if after.is_empty() => Some(vec![FullTime]),
        (low, high) if low == high && !after.is_empty() => None,
        (_, 100) => Some(vec![FullTime, PartTime]),
        _ => Some(vec![PartTime]),
    }
}

fn alternatives(piece: &str) -> impl Iterator<Item = &str> {
    [" or ", " and ", " und ", " oder ", " ou ", " et ", " o ", " y ", " of ", " en "]
        .iter()
        .find_map(|word| piece.split_once(word))
        .map_or([piece, ""], |(first, second)| [first, second])
        .into_iter()
}

#[cfg(test)]
mod tests {
    use super::super::fixture::draft;
    use super::*;
    use EmploymentType::Contractor;

    #[test]
    fn f2_short_values_are_read_in_several_languages() {
        for (text, kinds) in [
            ("FULL_TIME", vec![FullTime]),
            ("full-time", vec![FullTime]),
            ("Vollzeit oder Teilzeit", vec![FullTime, PartTime]),
            ("Full Time (40 h/week)", vec![FullTime]),
            ("Full-time, permanent", vec![FullTime]),
            ("Temps plein", vec![FullTime]),
            ("Contract / Freelance", vec![Contractor]),
            ("80–100%", vec![FullTime, PartTime]),
            ("Permanent employment", vec![]),
            ("Part-time position", vec![PartTime]),
        ] {
            assert_eq!(read(text), Employment { kinds, understood: true }, "{text}");
        }
        for text in ["jobs", "page", "post", "40", "Senior", "Internal"] {
            assert_eq!(read(text), Employment { kinds: vec![], understood: false }, "{text}");
        }
    }

    #[test]
    fn f1_titles_say_it_at_their_ends() {
        for (title, expected) in [
            ("Welder (Part-time)", Some(vec![PartTime])),
            ("Welder – Internship", Some(vec![Intern])),
            ("Software Engineering Intern", Some(vec![Intern])),
            ("Network Engineer 80 – 100% (m/w/d)", Some(vec![FullTime, PartTime])),
            ("Developer, 50-80%", Some(vec![PartTime])),
            ("Internal Auditor", None),
            ("Contract Manager", None),
            ("Stage Designer", None),
            ("Grow sales by 37% lead", None),
            ("100% remote Welder", None),
            ("Welder", None),
        ] {
            assert_eq!(in_title(title), expected, "{title}");
        }
    }

    #[test]
    fn f1_sentences_say_it_when_they_cannot_be_mistaken() {
        for (text, expected) in [
            ("This is a full-time position.", Some(vec![FullTime])),
            ("Die Stelle ist in Vollzeit oder in Teilzeit zu besetzen.", Some(vec![FullTime, PartTime])),
            ("We hire on a contract basis.", Some(vec![Contractor])),
            ("This is not a full-time position.", None),
            ("Our full time-keeping software.", None),
            ("You negotiate contracts.", None),
            ("", None),
        ] {
            let draft = draft().paragraph(text).build();
            assert_eq!(in_body(&Body::new(&draft)).map(|field| field.value), expected, "{text}");
        }
    }
}
