//! The skills, tools and fields that a posting asks for, as tags.
//!
//! In go title and body, out come at most ten canonical names, best first. The vocabulary is `data/skills.txt`, matched
//! in one pass over the text. What the company tells of itself, its customers and its integrations does not count, and a
//! word that is also an everyday word counts only in the company of others (F3).

mod rank;
mod vocabulary;

use self::rank::Ranking;
use self::vocabulary::VOCABULARY;
use super::body::Body;
use crate::posting::{Field, OriginKind};

/// The most tags that are inferred; what comes later says little about the role.
const MOST: usize = 10;

/// The canonical name of a skill given in any of its spellings, such as `postgres` or `GOLANG`.
pub(super) fn canonical(name: &str) -> Option<&'static str> {
    VOCABULARY.exactly(name).map(|skill| VOCABULARY.skills[skill].name)
}

/// Tags by the words of the title and the text.
pub(super) fn in_posting(title: Option<&str>, body: &Body<'_>) -> Option<Field<Vec<String>>> {
    let mut ranking = Ranking::default();
    if let Some(title) = title {
        ranking.add_title(title);
    }
    for part in &body.parts {
        ranking.add(part);
    }
    let (tags, line) = ranking.best(MOST)?;
    Some(match line {
        Some(line) => Field::new(tags, OriginKind::Body, line),
        None => Field::elsewhere(tags, OriginKind::Title),
    })
}

#[cfg(test)]
mod tests;
