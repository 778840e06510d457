//! The skills, tools and fields that a posting asks for, as tags.
//!
//! In go title and body, out come [`Claims`], and of these at most ten canonical names, best first. The vocabulary is
//! `data/skills.txt`, matched in one pass over the text. What the company tells of itself, its customers and its
//! integrations does not count, and a word that is also an everyday word counts only in the company of others (F3).
//! Which blocks other postings share is not known here: who knows asks for [`Claims::best`] once more.

mod hear;
mod rank;
mod vocabulary;

pub(super) use self::rank::Claims;

use self::vocabulary::{Kind, VOCABULARY};
use super::body::Body;

/// The canonical name of a skill given in any of its spellings, such as `postgres` or `GOLANG`.
pub(super) fn canonical(name: &str) -> Option<&'static str> {
    VOCABULARY.exactly(name).map(|skill| VOCABULARY.skill(skill).name)
}

/// The canonical name of a skill for a tag that somebody gave: `postgres`, `ML`. What is narrower than a field, "Sourdough"
/// of baking, is kept as it was given, as is another word for it.
pub(super) fn spelled(tag: &str) -> Option<&'static str> {
    let skill = VOCABULARY.skill(VOCABULARY.exactly(tag)?);
    let is_tool = matches!(skill.kind, Kind::Concrete | Kind::Application | Kind::Product | Kind::Basic);
    (is_tool || is_variant(tag, skill.name)).then_some(skill.name)
}

/// Whether two spellings begin alike, or one is but letters for the other.
fn is_variant(tag: &str, name: &str) -> bool {
    const ALIKE: usize = 5;
    const LONGEST_LETTERS: usize = 5;
    let folded = |text: &str| -> String {
        text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).take(ALIKE).collect()
    };
    let is_letters = tag.len() <= LONGEST_LETTERS && !tag.contains(char::is_lowercase) || tag.len() <= 3;
    let (tag, name) = (folded(tag), folded(name));
    is_letters || tag.starts_with(&name) || name.starts_with(&tag)
}

/// What title, text and the front matter's lines of prose claim.
pub(super) fn in_posting(title: &str, body: &Body<'_>, prose: [&Body<'_>; 2]) -> Claims {
    let mut claims = Claims::default();
    hear::title(title, &mut claims);
    let prose = prose.into_iter().flat_map(|prose| &prose.parts);
    for part in prose.chain(&body.parts) {
        hear::part(part, &mut claims);
    }
    claims
}

#[cfg(test)]
mod tests;
