//! Whether words behind a phrase take back what it says: `Remote work is not possible`.
//!
//! In goes the text behind the phrase, out comes yes or no. Denials before a phrase are each family's own matter.

use std::sync::LazyLock;

use super::lexicon::Lexicon;
use super::table::CUES;
use super::words::sentence_end;

static DENIALS: LazyLock<Lexicon<()>> = LazyLock::new(|| CUES.lexicon("denial"));

/// Whether the clause that `at` lies in goes on to say that it is not so.
pub(super) fn is_denied_behind(text: &str, at: usize) -> bool {
    // What comes later denies something else.
    const REACH: usize = 80;
    let near = text[at..].char_indices().nth(REACH).map_or(&text[at..], |(end, _)| &text[at..at + end]);
    let clause = near[..sentence_end(near, 0)].split([',', ';', '–', '—', '、', '，']).next();
    clause.is_some_and(|clause| DENIALS.first(clause).is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn f3_a_clause_may_take_back_what_it_began_with() {
        for (text, expected) in [
            ("Remote work is not possible.", true),
            ("Remote oder frei ist leider nicht möglich", true),
            ("Remote. Smoking is not possible.", false),
            ("Remote, but parking is not possible.", false),
            ("Remote is possible.", false),
        ] {
            assert_eq!(is_denied_behind(text, "Remote".len()), expected, "{text}");
        }
    }
}
