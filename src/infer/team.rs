//! The team or department that sentences near the top name: "join our Platform team".
//!
//! In go body and company, out comes a name that stands right before "team", with capitals or from a list of usual
//! departments. Whom one reports to, and the teams one works with, are not one's own. The words are `data/teams.txt`.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::body::{Body, Section};
use super::table;
use super::words::{find_phrase, sentence_at, squash};
use crate::extract::BlockKind;
use crate::posting::{Field, OriginKind};

const TEAMS: &str = include_str!("data/teams.txt");

static BEFORE: LazyLock<Vec<&'static str>> = LazyLock::new(|| words_of("before").collect());
static BEHIND: LazyLock<Vec<&'static str>> = LazyLock::new(|| words_of("behind").collect());
static DEPARTMENTS: LazyLock<HashSet<&'static str>> = LazyLock::new(|| words_of("department").collect());
static QUALITIES: LazyLock<HashSet<&'static str>> = LazyLock::new(|| words_of("quality").collect());

fn words_of(section: &'static str) -> impl Iterator<Item = &'static str> {
    let rows = table::rows(TEAMS).filter(move |row| row.section == section);
    rows.flat_map(|row| row.forms().collect::<Vec<_>>())
}

/// The team that one would be part of.
pub(super) fn in_body(body: &Body<'_>, company: Option<&str>) -> Option<Field<String>> {
    // Further down, teams are those that one works with.
    const FIRST: usize = 5;
    let prose = body.parts.iter().filter(|part| {
        part.block.kind == BlockKind::Paragraph
            && matches!(part.section, Section::Lead | Section::Role | Section::Other)
    });
    prose.take(FIRST).find_map(|part| {
        let text = &part.block.text;
        let name = BEFORE.iter().find_map(|words| behind(text, words))?;
        let is_company = company.is_some_and(|company| company.eq_ignore_ascii_case(&name));
        (!is_company).then(|| Field::new(name, OriginKind::Body, part.block.line))
    })
}

/// The name that stands between `words` and "team".
fn behind(text: &str, words: &str) -> Option<String> {
    const LONGEST: usize = 60;
    let at = find_phrase(text, words)?;
    let rest = &text[at + words.len()..sentence_at(text, at).end];
    let (end, _) = BEHIND.iter().filter_map(|word| Some((find_phrase(rest, word)?, word))).min()?;
    let name = rest[..end].trim();
    let name = name.split(' ').skip_while(|word| QUALITIES.contains(word.to_lowercase().as_str())).collect::<Vec<_>>();
    let is_name = |word: &&str| {
        word.starts_with(char::is_uppercase) || DEPARTMENTS.contains(word.to_lowercase().as_str()) || *word == "&"
    };
    let fits = (1..=4).contains(&name.len()) && end <= LONGEST && name.iter().all(is_name);
    let has_sign = name.iter().any(|word| word.contains([',', '(', ':', '"']));
    (fits && !has_sign).then(|| with_capital(&squash(&name.join(" "))))
}

fn with_capital(name: &str) -> String {
    let mut letters = name.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::super::fixture::draft;

    #[test]
    fn f2_a_sentence_near_the_top_names_the_team() {
        for (text, expected) in [
            ("We want you to join our Platform team.", Some("Platform")),
            ("As part of the Customer Success team, you weld.", Some("Customer Success")),
            ("Join our growing engineering team in Ulm.", Some("Engineering")),
            ("You will be part of the Hulls & Keels team.", Some("Hulls & Keels")),
            ("Zur Verstärkung unseres Marketing-Teams suchen wir dich.", None),
            ("You will report to the Head of Hulls.", None),
            ("You will work with the Platform team.", None),
            ("Join our team.", None),
            ("Join our small, friendly team.", None),
            ("Join our Acme team.", None),
            ("Join our leadership development and teaching team.", None),
            ("Join us, and the best team.", None),
        ] {
            let facts = draft().heading(1, "Welder").key("company", "Acme").paragraph(text).facts();
            assert_eq!(facts.team.map(|field| field.value).as_deref(), expected, "{text}");
        }
    }

    #[test]
    fn f3_teams_among_benefits_or_requirements_are_others() {
        for heading in ["Requirements", "Benefits", "About us"] {
            let facts = draft()
                .heading(1, "Welder")
                .heading(2, heading)
                .paragraph("Many want to join our Platform team.")
                .facts();
            assert_eq!(facts.team, None, "{heading}");
        }
    }
}
