//! Words and phrases in plain text: where a word ends, what surrounds it, and text made tidy.
//!
//! Everything works on whole characters and never allocates unless the text has to change. What words mean is decided
//! elsewhere.

mod links;
mod marks;
mod sentence;

pub(super) use self::links::{is_and, is_or};
pub(super) use self::marks::{first_of_marks, rsplit_at_each, split_at_each, stands_twice};
pub(super) use self::sentence::{sentence_around, sentence_at, sentence_end, sentences};

use std::borrow::Cow;
use std::ops::Range;

/// What parts facts that stand side by side: `Berlin · Full-time`.
pub(super) const BARS: [char; 6] = ['|', '•', '·', '⋅', '┃', '｜'];

/// Whether `text[start..end]` stands alone: no letter or digit touches it. An end that is itself punctuation, as in
/// `C++`, is a boundary whatever follows.
pub(super) fn stands_alone(text: &str, start: usize, end: usize) -> bool {
    let starts_with_word = text[start..].chars().next().is_some_and(is_word);
    let ends_with_word = text[..end].chars().next_back().is_some_and(is_word);
    let free_before = !starts_with_word || !text[..start].chars().next_back().is_some_and(is_word);
    let free_after = !ends_with_word || !text[end..].chars().next().is_some_and(is_word);
    free_before && free_after
}

fn is_word(c: char) -> bool {
    // Han and kana are written without spaces, so they never continue a word that stands before them; nor do Korean
    // particles, which follow theirs without one.
    c == '_' || (c.is_alphanumeric() && !is_ideographic(c) && !is_hangul(c))
}

/// Whether `c` belongs to a script that is written without spaces between words.
pub(super) fn is_ideographic(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}')
}

/// Whether `c` is a Korean syllable.
pub(super) fn is_hangul(c: char) -> bool {
    matches!(c, '\u{ac00}'..='\u{d7a3}')
}

/// Whether a word is of two capitals, as the codes of states and provinces are: `TX`, `MI`.
pub(super) fn is_two_capitals(word: &str) -> bool {
    word.len() == 2 && word.bytes().all(|byte| byte.is_ascii_uppercase())
}

/// Whether a text begins with an Indian post code behind a dash: `– 641021`, `-600 001`.
pub(super) fn begins_with_indian_code(text: &str) -> bool {
    const DIGITS: usize = 6;
    let Some(code) = text.strip_prefix(['-', '–', '—']) else { return false };
    code.bytes().filter(|b| *b != b' ').take_while(u8::is_ascii_digit).count() == DIGITS
}

/// Whether a word is of two or three capitals, as the codes of states behind a town are: `TX`, `QLD`.
pub(super) fn is_state_code(word: &str) -> bool {
    matches!(word.len(), 2 | 3) && word.bytes().all(|byte| byte.is_ascii_uppercase())
}

/// The first place where `phrase` stands alone in `text`, without regard to ASCII case. For short texts.
pub(super) fn find_phrase(text: &str, phrase: &str) -> Option<usize> {
    let wanted = phrase.as_bytes();
    let first = *wanted.first()?;
    let last = text.len().checked_sub(wanted.len())?;
    let starts = memchr::memchr2_iter(first.to_ascii_lowercase(), first.to_ascii_uppercase(), text.as_bytes());
    starts.take_while(|at| *at <= last).find(|&at| {
        let end = at + wanted.len();
        text.as_bytes()[at..end].eq_ignore_ascii_case(wanted)
            && text.is_char_boundary(at)
            && text.is_char_boundary(end)
            && stands_alone(text, at, end)
    })
}

/// Whether `phrase` stands alone somewhere in `text`, without regard to ASCII case. For short texts.
pub(super) fn has_phrase(text: &str, phrase: &str) -> bool {
    find_phrase(text, phrase).is_some()
}

/// Whether one of `phrases` stands alone somewhere in `text`, without regard to ASCII case. For short texts.
pub(super) fn has_one_of(text: &str, phrases: &[&str]) -> bool {
    phrases.iter().any(|phrase| has_phrase(text, phrase))
}

/// `text` without `prefix`, without regard to ASCII case; the prefix has to be a whole word.
pub(super) fn strip_word<'a>(text: &'a str, prefix: &str) -> Option<&'a str> {
    let head = text.get(..prefix.len())?;
    let rest = &text[prefix.len()..];
    let ends = !rest.chars().next().is_some_and(char::is_alphanumeric);
    (ends && same_ignoring_case(head, prefix)).then(|| rest.trim_start())
}

/// `text` without `end`, without regard to ASCII case.
pub(super) fn strip_end<'a>(text: &'a str, end: &str) -> Option<&'a str> {
    let at = text.len().checked_sub(end.len()).filter(|at| text.is_char_boundary(*at))?;
    text[at..].eq_ignore_ascii_case(end).then(|| &text[..at])
}

/// Whether a text is set like the name of a place: `North Harbour`, `Biberach an der Riß`.
pub(super) fn is_set_as_name(text: &str) -> bool {
    const PARTICLES: [&str; 26] = [
        "an", "am", "auf", "bei", "der", "den", "im", "in", "ob", "de", "del", "della", "des", "di", "do", "da", "du",
        "la", "le", "les", "of", "on", "sur", "the", "und", "upon",
    ];
    let mut words = text.split(' ').rev();
    let is_capital = |word: &str| word.starts_with(char::is_uppercase);
    text.starts_with(char::is_uppercase)
        && words.next().is_some_and(is_capital)
        && words.all(|word| is_capital(word) || PARTICLES.contains(&word))
}

/// Whether two texts are the same in lower case.
pub(super) fn same_ignoring_case(a: &str, b: &str) -> bool {
    a.eq_ignore_ascii_case(b) || (!a.is_ascii() && !b.is_ascii() && a.to_lowercase() == b.to_lowercase())
}

/// Whether an ASCII digit stands in `text`.
pub(super) fn has_figure(text: &str) -> bool {
    // All bytes at once: most texts have none, and to stop at the first keeps the compiler from taking many in one step.
    text.bytes().fold(0, |found, byte| found | u8::from(byte.wrapping_sub(b'0') <= 9)) != 0
}

/// Where the figures of a text stand, each run of digits once.
pub(super) fn figures_in(text: &str) -> impl Iterator<Item = Range<usize>> {
    let bytes = text.as_bytes();
    let mut at = if has_figure(text) { 0 } else { text.len() };
    std::iter::from_fn(move || {
        let start = at + bytes[at..].iter().position(u8::is_ascii_digit)?;
        at = start + bytes[start..].iter().take_while(|byte| byte.is_ascii_digit()).count();
        Some(start..at)
    })
}

/// The word that ends right before `at`, with any space between skipped; empty where there is none.
pub(super) fn word_before(text: &str, at: usize) -> &str {
    let before = text[..at].trim_end();
    let start = before.char_indices().rev().take_while(|(_, c)| c.is_alphanumeric()).last();
    start.map_or("", |(start, _)| &before[start..])
}

/// The word that starts right after `at`, with any space between skipped; empty where there is none.
pub(super) fn word_after(text: &str, at: usize) -> &str {
    let after = text[at..].trim_start();
    let end = after.find(|c: char| !c.is_alphanumeric()).unwrap_or(after.len());
    &after[..end]
}

/// `text` without what stands in round brackets.
pub(super) fn outside_brackets(text: &str) -> Cow<'_, str> {
    let mut pieces = text.split('(');
    let first = pieces.next().unwrap_or_default();
    pieces.fold(first.into(), |outside, piece| outside + piece.split_once(')').map_or("", |(_, rest)| rest))
}

/// Whether `text` is one of `words`, without regard to ASCII case.
pub(super) fn is_one_of(text: &str, words: &[&str]) -> bool {
    words.iter().any(|word| word.eq_ignore_ascii_case(text))
}

/// `text` on one line, with single spaces.
pub(super) fn squash(text: &str) -> Cow<'_, str> {
    let text = text.trim();
    let mut before = ' ';
    let mut doubles = |c: char| {
        let doubles = c.is_whitespace() && (c != ' ' || before == ' ');
        before = c;
        doubles
    };
    // Most texts are of letters of one byte, and need not be decoded.
    let is_untidy =
        if text.is_ascii() { text.bytes().any(|byte| doubles(char::from(byte))) } else { text.chars().any(doubles) };
    if !is_untidy {
        return Cow::Borrowed(text);
    }
    let mut squashed = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !squashed.is_empty() {
            squashed.push(' ');
        }
        squashed.push_str(word);
    }
    Cow::Owned(squashed)
}

/// `text` without pictograms, stray mark-up and space at its ends, as headings have them.
pub(super) fn strip_ornaments(text: &str) -> &str {
    // Most texts have none.
    if let [first, .., last] = text.as_bytes()
        && first.is_ascii_alphanumeric()
        && last.is_ascii_alphanumeric()
    {
        return text;
    }
    let ornament = |c: char| c.is_whitespace() || is_pictogram(c) || matches!(c, '*' | '~' | '•' | '|' | '–' | '—');
    // ">>> Welder <<<", but "</b>"
    let is_ruled = ["==", ">>", "<<"].iter().any(|rule| text.trim_start().starts_with(rule));
    let rule = |c: char| is_ruled && matches!(c, '=' | '<' | '>');
    text.trim_start_matches(|c: char| matches!(c, '#' | '!') || rule(c) || ornament(c))
        .trim_end_matches(|c: char| rule(c) || ornament(c))
}

/// What follows the pictograms that stand next in `text`: " – we" of " 👋 – we".
pub(super) fn behind_pictograms(text: &str) -> &str {
    let ahead = text.char_indices().take_while(|(_, c)| *c == ' ' || is_pictogram(*c));
    let last = ahead.filter(|(_, c)| is_pictogram(*c)).last();
    last.map_or(text, |(at, c)| &text[at + c.len_utf8()..])
}

fn is_pictogram(c: char) -> bool {
    matches!(
        c,
        '\u{200b}'..='\u{200f}' | '\u{2190}'..='\u{2bff}' | '\u{fe00}'..='\u{fe0f}' | '\u{1f000}'..='\u{1faff}' | '\u{e0020}'..='\u{e007f}'
    )
}

/// Whether `text` only holds the place of a value still to come.
pub(super) fn is_placeholder(text: &str) -> bool {
    let text = text.trim();
    !text.chars().any(char::is_alphanumeric)
        || is_one_of(
            text,
            &["tbd", "tba", "tbc", "todo", "n/a", "na", "none", "null", "nil", "xxx", "undefined", "unknown"],
        )
        || (text.starts_with("{{") || text.starts_with("{%"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_stands_alone_between_letters_of_any_script() {
        let alone = |text: &str, word: &str| {
            let at = text.find(word).expect("the word is there");
            stands_alone(text, at, at + word.len())
        };
        assert!(alone("use Go, please", "Go"));
        assert!(alone("C++11", "C++"));
        assert!(alone("Pythonを使う", "Python"));
        assert!(alone("経験3年", "経験"));
        assert!(!alone("Google", "Go"));
        assert!(!alone("Übergo", "go"));
        assert!(!alone("Goé", "Go"));
    }

    #[test]
    fn phrases_are_found_in_any_case_and_only_whole() {
        assert_eq!(find_phrase("We are Fully Remote.", "fully remote"), Some(7));
        assert_eq!(find_phrase("fully remotely", "fully remote"), None);
        assert_eq!(find_phrase("é", "fully remote"), None);
        assert_eq!(find_phrase("日本 remote", "remote"), Some(7));
    }

    #[test]
    fn ornaments_are_stripped_from_the_ends_only() {
        for (text, expected) in
            [("👋 A little about us", "A little about us"), ("C++ 🚀 role", "C++ 🚀 role"), ("✨", ""), ("# C#", "C#")]
        {
            assert_eq!(strip_ornaments(text), expected, "{text}");
        }
    }

    #[test]
    fn i4_values_still_to_come_count_as_absent() {
        for text in ["TBD", "...", " - ", "todo", "", "{{ page.title }}"] {
            assert!(is_placeholder(text), "{text}");
        }
        for text in ["Berlin", "Nantes", "0"] {
            assert!(!is_placeholder(text), "{text}");
        }
    }
}
