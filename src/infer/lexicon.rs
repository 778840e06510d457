//! Phrases that mean something.
//!
//! In go phrases, as sections of data files have them (`data/cues.txt` and its like), and what each means; out comes a
//! [`Lexicon`]. Phrases are matched whole, without regard to case. What follows from a match is decided by the family
//! that asks.

use std::borrow::Cow;

use super::phrases::Phrases;
use super::words::{is_ideographic, stands_alone};
use crate::source::Span;

/// A set of phrases, each with its meaning.
pub(super) struct Lexicon<T> {
    phrases: Phrases,
    meanings: Vec<T>,
}

impl Lexicon<()> {
    /// The rest of `text` behind the longest phrase that it begins with, as a whole word.
    pub(super) fn strip<'t>(&self, text: &'t str) -> Option<&'t str> {
        self.leading(text).map(|((), rest)| rest)
    }

    /// The rest of `text` behind the longest phrase that it begins with in a script that puts no space between words.
    pub(super) fn strip_unspaced<'t>(&self, text: &'t str) -> Option<&'t str> {
        let is_unspaced = |_: usize, span: &Span| text[span.clone()].ends_with(is_ideographic);
        self.phrases.leading(text, is_unspaced).map(|(_, end)| &text[end..])
    }

    /// Whether a phrase stands in `text`.
    pub(super) fn is_in(&'static self, text: &str) -> bool {
        self.first(text).is_some()
    }
}

impl<T: Copy> Lexicon<T> {
    /// Takes phrases, each with what it means.
    pub(super) fn new(forms: impl IntoIterator<Item = (&'static str, T)>) -> Self {
        let mut texts = Vec::new();
        let mut meanings = Vec::new();
        for (form, meaning) in forms {
            texts.push(Cow::Borrowed(form));
            meanings.push(meaning);
            // Matching folds ASCII only, and headings begin with `Über` and `Équipe`.
            if let Some(capital) = capitalised(form) {
                texts.push(Cow::Owned(capital));
                meanings.push(meaning);
            }
            // Apostrophes become typographic on the way to the page.
            if form.contains('\'') {
                texts.push(Cow::Owned(form.replace('\'', "’")));
                meanings.push(meaning);
            }
        }
        Self { phrases: Phrases::new(texts), meanings }
    }

    /// The phrases that stand in `text`, in order.
    pub(super) fn find<'t>(&'static self, text: &'t str) -> impl Iterator<Item = (T, Span)> + use<'t, T> {
        let whole = move |_: usize, span: &Span| stands_alone(text, span.start, span.end);
        self.phrases.find(text, whole).map(|(phrase, span)| (self.meanings[phrase], span))
    }

    /// What the phrase means that is the whole of `text`.
    pub(super) fn exactly(&self, text: &str) -> Option<T> {
        self.phrases.exactly(&folded(text)).map(|phrase| self.meanings[phrase])
    }

    /// What the longest phrase means that `text` begins with, as a whole word, and the rest of `text`.
    pub(super) fn leading<'t>(&self, text: &'t str) -> Option<(T, &'t str)> {
        let whole = |_: usize, span: &Span| !text[span.end..].starts_with(char::is_alphanumeric);
        let (phrase, end) = self.phrases.leading(&folded(text), whole)?;
        Some((self.meanings[phrase], text[end..].trim_start()))
    }

    /// The first phrase that stands in `text`.
    pub(super) fn first(&'static self, text: &str) -> Option<(T, Span)> {
        self.find(text).next()
    }
}

/// `text` in lower case, where that leaves each letter its place. Matching folds ASCII by itself.
fn folded(text: &str) -> Cow<'_, str> {
    if text.is_ascii() {
        return Cow::Borrowed(text);
    }
    let lower = text.to_lowercase();
    if lower.len() == text.len() { Cow::Owned(lower) } else { Cow::Borrowed(text) }
}

/// `form` with a capital in front, where it begins with a letter that is not ASCII.
fn capitalised(form: &str) -> Option<String> {
    let first = form.chars().next().filter(|c| !c.is_ascii() && c.is_lowercase())?;
    Some(first.to_uppercase().chain(form.chars().skip(1)).collect())
}
