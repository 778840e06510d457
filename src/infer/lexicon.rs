//! Phrases that mean something, found in one pass over a text.
//!
//! In goes a data file of phrases (`data/cues.txt` and its like) and what each of its sections means, out comes a
//! [`Lexicon`]. Phrases are matched whole, without regard to ASCII case, the leftmost and longest first. What follows
//! from a match is decided by the family that asks.

use std::borrow::Cow;

use aho_corasick::{AhoCorasick, MatchKind};

use super::table;
use super::words::stands_alone;
use crate::source::Span;

/// A set of phrases, each with its meaning.
pub(super) struct Lexicon<T> {
    automaton: AhoCorasick,
    meanings: Vec<T>,
}

impl<T: Copy> Lexicon<T> {
    /// Takes the rows of `data` whose section means something.
    pub(super) fn new(data: &'static str, meaning: impl Fn(&str) -> Option<T>) -> Self {
        let mut phrases = Vec::new();
        let mut meanings = Vec::new();
        for row in table::rows(data) {
            let Some(meaning) = meaning(row.section) else { continue };
            for form in row.forms() {
                phrases.push(Cow::Borrowed(form));
                meanings.push(meaning);
                // The automaton folds ASCII only, and headings begin with `Über` and `Équipe`.
                if let Some(capital) = capitalised(form) {
                    phrases.push(Cow::Owned(capital));
                    meanings.push(meaning);
                }
            }
        }
        let automaton = AhoCorasick::builder()
            .match_kind(MatchKind::LeftmostLongest)
            .ascii_case_insensitive(true)
            .build(phrases.iter().map(|phrase| phrase.as_bytes()))
            .expect("the embedded phrases fit in an automaton");
        Self { automaton, meanings }
    }

    /// The phrases that stand in `text`, in order.
    pub(super) fn find(&self, text: &str) -> impl Iterator<Item = (T, Span)> {
        self.automaton.find_iter(text).filter_map(move |found| {
            let span = found.span().range();
            stands_alone(text, span.start, span.end).then(|| (self.meanings[found.pattern().as_usize()], span))
        })
    }

    /// The first phrase that stands in `text`.
    pub(super) fn first(&self, text: &str) -> Option<(T, Span)> {
        self.find(text).next()
    }
}

/// `form` with a capital in front, where it begins with a letter that is not ASCII.
fn capitalised(form: &str) -> Option<String> {
    let first = form.chars().next().filter(|c| !c.is_ascii() && c.is_lowercase())?;
    Some(first.to_uppercase().chain(form.chars().skip(1)).collect())
}
