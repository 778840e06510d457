//! Sentences in plain text: where they begin and end, abbreviations and ordinal numbers aside.

use std::ops::Range;

use super::{is_one_of, word_before};
use crate::source::floor_char_boundary;

/// The sentence of `text` that `at` lies in.
pub(in crate::infer) fn sentence_around(text: &str, at: usize) -> &str {
    &text[sentence_at(text, at)]
}

/// So many bytes before and behind a place belong to its sentence at most: what is longer is no sentence.
const LONGEST_SENTENCE: usize = 2000;

/// Where the sentence of `text` that `at` lies in begins and ends.
pub(in crate::infer) fn sentence_at(text: &str, at: usize) -> Range<usize> {
    let least = floor_char_boundary(text, at.saturating_sub(LONGEST_SENTENCE));
    let mut start = at;
    while let Some(dot) = text[least..start].rfind(['.', '!', '?', '\n', '。']).map(|dot| least + dot) {
        if ends_sentence(text, dot) {
            start = after_char(text, dot);
            return start..sentence_end(text, at);
        }
        start = dot;
    }
    least..sentence_end(text, at)
}

/// Where the sentence that `at` lies in ends, its full stop included; the text's end where it has none.
pub(in crate::infer) fn sentence_end(text: &str, at: usize) -> usize {
    let most = floor_char_boundary(text, text.len().min(at + LONGEST_SENTENCE));
    let mut from = at;
    while let Some(dot) = text[from..most].find(['.', '!', '?', '\n', '。']).map(|dot| from + dot) {
        let next = after_char(text, dot);
        if ends_sentence(text, dot) {
            return next;
        }
        from = next;
    }
    most
}

/// The sentences of `text`, each without the space before it.
pub(in crate::infer) fn sentences(text: &str) -> impl Iterator<Item = &str> {
    let mut from = 0;
    std::iter::from_fn(move || {
        let start = from;
        from = sentence_end(text, start);
        (start < text.len()).then(|| text[start..from].trim_start())
    })
}

/// Whether the mark at `dot` ends a sentence, rather than standing in `e.g.`, `Vue.js` or an address.
fn ends_sentence(text: &str, dot: usize) -> bool {
    let next = after_char(text, dot);
    let parts = text[next..].chars().next().is_none_or(char::is_whitespace) || text[dot..].starts_with(['\n', '。']);
    parts && !(text[dot..].starts_with('.') && is_abbreviation(&text[..dot], &text[next..]))
}

fn after_char(text: &str, at: usize) -> usize {
    at + text[at..].chars().next().map_or(0, char::len_utf8)
}

/// Words that a full stop shortens.
const ABBREVIATIONS: [&str; 52] = [
    "eks",
    "f.eks",
    "p.ej",
    "bspw",
    "zzgl",
    "Tlf",
    "tlf",
    "Str",
    "Avda",
    "etc",
    "ca",
    "bzw",
    "inkl",
    "Inc",
    "Ltd",
    "Mr",
    "Ms",
    "Mrs",
    "Dr",
    "vs",
    "approx",
    "St",
    "Prof",
    "máx",
    "mín",
    "max",
    "min",
    "aprox",
    "evtl",
    "ggf",
    "Nr",
    "núm",
    "Tel",
    "tel",
    "Sr",
    "Sra",
    "Dra",
    "incl",
    "excl",
    "resp",
    "Dept",
    "Co",
    "Jr",
    "Snr",
    "Asst",
    "Assoc",
    "Dr.-Ing",
    "Dipl.-Ing",
    "Ing",
    "Univ",
    "Coop",
    "Gebr",
];

/// Whether a full stop between `before` and `behind` belongs to an abbreviation such as `e.g.` or `z. B.`.
fn is_abbreviation(before: &str, behind: &str) -> bool {
    let word = before.rsplit(|c: char| c.is_whitespace() || c == '(').next().unwrap_or("");
    let single_letter = word.chars().count() == 1 && word.chars().all(char::is_alphabetic);
    single_letter
        || (word.contains('.') && word.split('.').all(|part| part.chars().count() <= 2))
        || ABBREVIATIONS.contains(&word)
        // "Hafenstr. 1"
        || word.ends_with("str")
        || is_ordinal(before, word, behind)
}

/// Whether a figure counts what follows, as German and its neighbours write it: `im 7. Bezirk`, `6. bis 24. Oktober`.
fn is_ordinal(before: &str, figure: &str, behind: &str) -> bool {
    const ARTICLES: [&str; 15] =
        ["der", "dem", "den", "des", "die", "das", "im", "am", "vom", "zum", "ab", "bis", "mit", "seit", "per"];
    let is_figure = (1..=2).contains(&figure.len()) && figure.bytes().all(|b| b.is_ascii_digit());
    let goes_on = || behind.trim_start().starts_with(char::is_lowercase);
    let before = before.trim_end();
    is_figure && (is_one_of(word_before(before, before.len() - figure.len()), &ARTICLES) || goes_on())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_end_at_full_stops_but_not_at_abbreviations() {
        let text = "One here. Tools, e.g. Vue.js or so. Three?";
        assert_eq!(&text[9..sentence_end(text, 10)], " Tools, e.g. Vue.js or so.");
        assert_eq!(sentence_around("One. Two three. Four", 8), " Two three.");
        assert_eq!(&text[..sentence_end(text, 0)], "One here.");
        assert_eq!(sentence_around("Offen: 6. bis 24. im Mai. Wir warten.", 9), "Offen: 6. bis 24. im Mai.");
        assert_eq!(sentence_around("We are 12. You weld.", 0), "We are 12.");
    }
}
