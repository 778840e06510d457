//! Names that are written small, told by where they stand: "acme makes anvils", where other sentences begin with capitals.
//!
//! In goes the body, out come signs. That such a word does something, is read by [`super::beside`].

use super::kind::Kind;
use super::name;
use super::signs::Sign;
use crate::extract::BlockKind;
use crate::infer::body::{Body, Part};
use crate::infer::words::sentences;

/// So many sentences begin with capitals for each that does not, where those who write mind capitals.
const CAPITALS: usize = 3;
/// So many sentences tell whether they do.
const TELLING: usize = 24;

/// The texts of a body that are prose.
pub(super) fn prose<'a>(body: &'a Body<'_>) -> impl Iterator<Item = &'a str> {
    paragraphs(body).map(|part| part.block.text.as_str())
}

fn paragraphs<'a, 'b>(body: &'a Body<'b>) -> impl Iterator<Item = &'a Part<'b>> {
    body.parts.iter().filter(|part| part.block.kind == BlockKind::Paragraph)
}

/// Whether a small letter at the beginning of a sentence of `texts` tells something, since the others begin with capitals.
pub(super) fn may_begin<'a>(texts: impl Iterator<Item = &'a str>) -> bool {
    let (mut capital, mut small) = (0, 0);
    for first in texts.flat_map(sentences).take(TELLING).filter_map(|sentence| sentence.chars().next()) {
        capital += usize::from(first.is_uppercase());
        small += usize::from(first.is_lowercase());
    }
    capital > 0 && small <= capital.div_ceil(CAPITALS)
}

/// Adds a sign for each word that begins a sentence without a capital and has none anywhere.
pub(super) fn add<'a>(body: &'a Body<'_>, signs: &mut Vec<Sign<'a>>) {
    let has_capital = |name: &str| {
        let mut letters = name.chars();
        let capital: String = letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect();
        body.parts.iter().any(|part| part.block.text.contains(&capital))
    };
    for part in paragraphs(body) {
        let begins = |sentence: &'a str| Some(name::small(sentence)).filter(|name| !name.is_empty());
        // A line may end amid a sentence.
        let mut is_over = true;
        let starts =
            |sentence: &&str| std::mem::replace(&mut is_over, sentence.trim_end().ends_with(['.', '!', '?', ':']));
        let names = sentences(&part.block.text).filter(starts).filter_map(begins).filter(|name| !has_capital(name));
        let origin = part.origin();
        signs.extend(names.map(|name| Sign { name, kind: Kind::Small, origin }));
    }
}
