//! Where phrases stand in a text, in one pass.
//!
//! In go phrases, out come their places, the leftmost and longest first, without regard to ASCII case. A phrase can only
//! begin where a word may begin, so the text is looked at word by word rather than letter by letter: on this vocabulary
//! that is faster than a general automaton, and the index is built in microseconds, which a build of two postings feels.

use std::borrow::Cow;

use crate::source::Span;

/// An index of phrases by their first letters.
pub(super) struct Phrases {
    texts: Vec<Cow<'static, str>>,
    /// The phrases sorted by bucket, the longest of a bucket first.
    order: Vec<u32>,
    /// Where in `order` each bucket begins; one more than there are buckets.
    starts: Vec<u32>,
}

/// A power of two, some times the number of first letters in use.
const BUCKETS: usize = 4096;

impl Phrases {
    /// Takes phrases of two bytes and more; shorter ones are never found.
    pub(super) fn new(texts: Vec<Cow<'static, str>>) -> Self {
        let bucket = |text: &str| match text.as_bytes() {
            [a, b, c, ..] => of_three(*a, *b, *c),
            [a, b] => of_two(*a, *b),
            _ => BUCKETS,
        };
        let mut keyed: Vec<(usize, u32)> = (0..).zip(&texts).map(|(at, text)| (bucket(text), at)).collect();
        keyed.retain(|(bucket, _)| *bucket < BUCKETS);
        keyed.sort_by_key(|(bucket, at)| (*bucket, std::cmp::Reverse(texts[*at as usize].len())));
        let mut starts = vec![0; BUCKETS + 1];
        for (bucket, _) in &keyed {
            starts[bucket + 1] += 1;
        }
        for at in 0..BUCKETS {
            starts[at + 1] += starts[at];
        }
        Self { texts, order: keyed.into_iter().map(|(_, at)| at).collect(), starts }
    }

    /// The phrases that stand in `text` and are accepted there, in order; they never overlap.
    pub(super) fn find<'t, F: Fn(usize, &Span) -> bool>(
        &self,
        text: &'t str,
        accept: F,
    ) -> impl Iterator<Item = (usize, Span)> + use<'_, 't, F> {
        let bytes = text.as_bytes();
        let mut at = 0;
        std::iter::from_fn(move || {
            while at + 1 < bytes.len() {
                if let Some((phrase, end)) = self.longest_at(text, at, &accept) {
                    let span = at..end;
                    at = end;
                    return Some((phrase, span));
                }
                at = next_start(bytes, at);
            }
            None
        })
    }

    fn longest_at(&self, text: &str, at: usize, accept: &impl Fn(usize, &Span) -> bool) -> Option<(usize, usize)> {
        let rest = &text.as_bytes()[at..];
        let longer = rest.get(2).map(|third| of_three(rest[0], rest[1], *third));
        let buckets = [longer, Some(of_two(rest[0], rest[1]))].into_iter().flatten();
        buckets.flat_map(|bucket| &self.order[self.starts[bucket] as usize..self.starts[bucket + 1] as usize]).find_map(
            |phrase| {
                let phrase = *phrase as usize;
                let wanted = self.texts[phrase].as_bytes();
                let same = rest.get(..wanted.len()).is_some_and(|head| head.eq_ignore_ascii_case(wanted));
                let span = at..at + wanted.len();
                (same && accept(phrase, &span)).then_some((phrase, span.end))
            },
        )
    }
}

/// The next place behind `at` where a word, or a mark in front of one, may begin.
fn next_start(bytes: &[u8], at: usize) -> usize {
    let mut next = at + 1;
    let inside_word = |next: usize| bytes[next - 1].is_ascii_alphanumeric() && bytes[next].is_ascii_alphanumeric();
    let no_start = |next: usize| bytes[next].is_ascii_whitespace() || bytes[next] & 0xc0 == 0x80;
    while next < bytes.len() && (inside_word(next) || no_start(next)) {
        next += 1;
    }
    next
}

fn of_three(a: u8, b: u8, c: u8) -> usize {
    let folded = u32::from_le_bytes([a, b, c, 0].map(|byte| byte.to_ascii_lowercase()));
    spread(folded)
}

fn of_two(a: u8, b: u8) -> usize {
    spread(u32::from_le_bytes([a.to_ascii_lowercase(), b.to_ascii_lowercase(), 0, 1]))
}

/// Multiplicative hashing: the upper bits of a product with the golden ratio.
fn spread(key: u32) -> usize {
    (key.wrapping_mul(0x9e37_79b1) >> (32 - BUCKETS.trailing_zeros())) as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(phrases: &[&'static str], text: &str) -> Vec<String> {
        let phrases = Phrases::new(phrases.iter().map(|phrase| Cow::Borrowed(*phrase)).collect());
        let accepted = |_: usize, span: &Span| super::super::words::stands_alone(text, span.start, span.end);
        phrases.find(text, accepted).map(|(_, span)| text[span].to_owned()).collect()
    }

    #[test]
    fn the_leftmost_and_longest_phrase_is_found_in_any_case() {
        let phrases = ["Go", "Google Cloud", "Spring", "Spring Boot", ".NET", "C#", "über uns"];
        for (text, expected) in [
            ("go, GOOGLE CLOUD", vec!["go", "GOOGLE CLOUD"]),
            ("Spring Boot", vec!["Spring Boot"]),
            ("Spring Bootcamp", vec!["Spring"]),
            ("Google", vec![]),
            ("ASP.NET", vec![".NET"]),
            ("(C#)", vec!["C#"]),
            ("日本Go言語", vec!["Go"]),
            ("über uns, überall", vec!["über uns"]),
            ("g", vec![]),
            ("", vec![]),
        ] {
            assert_eq!(found(&phrases, text), expected, "{text}");
        }
    }
}
