//! Stars that are part of a word: "Schweißer*innen und Maler*innen".
//!
//! In goes emphasis as the parser sees it, out comes whether its stars are letters of German words for people of any gender.
//! To Markdown two of them on a line are the ends of emphasis, and the words between would be slanted without their stars.

use crate::source::Span;

/// Whether the stars at both ends of `emphasis` stand within words, and what lies between is not one word to stress
/// (`un*believ*able`), but other words, or the end of one: `*innen`, `m*w*d`.
pub(super) fn are_letters(text: &str, emphasis: &Span) -> bool {
    let Some(inner) = text[emphasis.clone()].strip_prefix('*').and_then(|rest| rest.strip_suffix('*')) else {
        return false;
    };
    let starts = |text: &str| text.starts_with(char::is_alphabetic);
    let ends = |text: &str| text.ends_with(char::is_alphabetic);
    let is_within = starts(inner) && ends(inner) && ends(&text[..emphasis.start]) && starts(&text[emphasis.end..]);
    let is_one_word = || inner.chars().all(char::is_alphabetic);
    is_within && (!is_one_word() || inner.starts_with("in") || inner.chars().nth(1).is_none())
}
