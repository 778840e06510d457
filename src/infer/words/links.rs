//! The words for "and" and "or", in the languages that postings are written in.

use super::is_one_of;

/// Whether a word joins what is so together: `and`, `sowie`.
pub(in crate::infer) fn is_and(word: &str) -> bool {
    is_one_of(word, &["and", "und", "et", "y", "e", "en", "og", "och", "&", "sowie"])
}

/// Whether a word joins what there is a choice of: `or`, `oppure`.
pub(in crate::infer) fn is_or(word: &str) -> bool {
    is_one_of(word, &["or", "oder", "ou", "o", "of", "eller", "lub", "oppure", "bzw"])
}
