//! Where phrases stand in a text, in one pass.
//!
//! In go phrases, out come their places, the leftmost and longest first, without regard to ASCII case. A phrase can only
//! begin where a word may begin, so the text is looked at word by word rather than letter by letter: on this vocabulary
//! that is faster than a general automaton, and the index is built in microseconds, which a build of two postings feels.

use std::borrow::Cow;
use std::cmp::Reverse;

use crate::source::Span;

/// An index of phrases by their first bytes.
pub(super) struct Phrases {
    texts: Vec<Cow<'static, str>>,
    /// Sorted by bucket, the longest of a bucket first.
    entries: Vec<Entry>,
    /// Where in `entries` each bucket begins; one more than there are buckets.
    starts: Vec<u32>,
    /// Whether anything has a hash that begins with these bits: small enough to stay in the cache, where most words of a
    /// text end.
    present: Vec<u64>,
    /// Which of [`LENGTHS`] are hashed of the phrases that begin with two bytes, a bit each.
    begun: Vec<u8>,
    /// There are two to the power of this many buckets.
    bits: u32,
}

/// A phrase as the search sees it: its first sixteen bytes tell it from nearly all others in two comparisons, and its text
/// need not be fetched.
#[derive(Clone, Copy)]
struct Entry {
    /// The first eight bytes, folded; zero where the phrase is shorter.
    head: u64,
    /// The eight behind them, in the same way.
    next: u64,
    /// How many bytes the phrase has.
    length: u32,
    /// Index into `texts`.
    phrase: u32,
}

/// So many bits of `present` belong to a bucket, as a power of two: with 8, few words of a text are taken for others, and
/// what is asked for each of them stays in the cache.
const PRESENT_BITS: u32 = 3;

/// So many bytes are hashed of phrases of two and more, most first; see [`hashed`].
const LENGTHS: [usize; 4] = [8, 4, 3, 2];

impl Phrases {
    /// Takes phrases; those of a single byte are not found by [`Self::find`].
    pub(super) fn new(texts: Vec<Cow<'static, str>>) -> Self {
        let entry = |(text, phrase): (&Cow<'static, str>, u32)| {
            let length = u32::try_from(text.len()).expect("a phrase has few bytes");
            let [head, next] = [0, 8].map(|from| folded_head(text.as_bytes().get(from..).unwrap_or_default()));
            Entry { head, next, length, phrase }
        };
        let entries: Vec<Entry> = texts.iter().zip(0..).map(entry).collect();
        let hashes: Vec<u32> =
            texts.iter().zip(&entries).map(|(text, entry)| hash(hashed(text.len()), entry.head)).collect();
        // About as many buckets as phrases, and at least two, since a shift by all bits is none.
        let bits = texts.len().next_power_of_two().ilog2().max(1);
        let mut present = vec![0; (1_usize << (bits + PRESENT_BITS)).div_ceil(64)];
        for hash in &hashes {
            let bit = upper(*hash, bits + PRESENT_BITS);
            present[bit / 64] |= 1 << (bit % 64);
        }
        let mut begun = vec![0; 1 << BEGINNING_BITS];
        for (text, entry) in texts.iter().zip(&entries) {
            let bit = LENGTHS.iter().position(|length| *length == hashed(text.len()));
            begun[beginning(entry.head)] |= bit.map_or(0, |bit| 1 << bit);
        }
        // Counted into their buckets, which takes a third of the time of sorting them.
        let starts = bucket_starts(1 << bits, hashes.iter().map(|hash| upper(*hash, bits)));
        let mut next = starts.clone();
        let mut sorted = entries.clone();
        for (entry, hash) in entries.into_iter().zip(hashes) {
            let place = &mut next[upper(hash, bits)];
            sorted[*place as usize] = entry;
            *place += 1;
        }
        for ends in starts.windows(2) {
            let bucket = &mut sorted[ends[0] as usize..ends[1] as usize];
            bucket.sort_by_key(|entry| Reverse(entry.length));
        }
        Self { texts, entries: sorted, starts, present, begun, bits }
    }

    /// The phrase of an index, as it was given.
    pub(super) fn text(&self, phrase: usize) -> &str {
        &self.texts[phrase]
    }

    /// The phrase that is the whole of `text`, without regard to ASCII case.
    pub(super) fn exactly(&self, text: &str) -> Option<usize> {
        let head = folded_head(text.as_bytes());
        let is_rest = |phrase: usize| text.len() <= 8 || self.texts[phrase].eq_ignore_ascii_case(text);
        let in_bucket = self.bucket(hash(hashed(text.len()), head)).iter();
        let same = in_bucket.filter(|entry| entry.head == head && entry.length as usize == text.len());
        same.map(|entry| entry.phrase as usize).find(|phrase| is_rest(*phrase))
    }

    /// The longest phrase that `text` begins with and that is accepted there, and where it ends.
    pub(super) fn leading(&self, text: &str, accept: impl Fn(usize, &Span) -> bool) -> Option<(usize, usize)> {
        let head = folded_head(text.as_bytes());
        let mut lengths = LENGTHS.into_iter().chain([1]);
        lengths.find_map(|length| self.longest_at(text.as_bytes(), 0, head, length, &accept))
    }

    /// The entries of which some have this hash.
    #[expect(clippy::inline_always, reason = "asked for each word of a text, which a call would make a sixth slower")]
    #[inline(always)]
    fn bucket(&self, hash: u32) -> &[Entry] {
        let bit = upper(hash, self.bits + PRESENT_BITS);
        if self.present[bit / 64] >> (bit % 64) & 1 == 0 {
            return &[];
        }
        let bucket = upper(hash, self.bits);
        &self.entries[self.starts[bucket] as usize..self.starts[bucket + 1] as usize]
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
                let head = folded_head(&bytes[at..]);
                let mut begun = self.begun[beginning(head)];
                while begun != 0 {
                    let length = LENGTHS[begun.trailing_zeros() as usize];
                    if let Some((phrase, end)) = self.longest_at(bytes, at, head, length, &accept) {
                        let span = at..end;
                        at = end;
                        return Some((phrase, span));
                    }
                    begun &= begun - 1;
                }
                at = next_start(bytes, at);
            }
            None
        })
    }

    /// The longest phrase at a place of those of which so many bytes are hashed, and where it ends; `head` is what begins
    /// there.
    #[inline]
    fn longest_at(
        &self,
        text: &[u8],
        at: usize,
        head: u64,
        length: usize,
        accept: &impl Fn(usize, &Span) -> bool,
    ) -> Option<(usize, usize)> {
        for entry in self.bucket(hash(length, head)) {
            let wanted = entry.length as usize;
            if (head ^ entry.head) & lowest(wanted.min(8)) != 0 || hashed(wanted) != length {
                continue;
            }
            let (phrase, span) = (entry.phrase as usize, at..at + wanted);
            let goes_on = || {
                let next = folded_head(text.get(at + 8..).unwrap_or_default());
                (next ^ entry.next) & lowest((wanted - 8).min(8)) == 0
            };
            let is_all = |found: &[u8]| found.eq_ignore_ascii_case(self.texts[phrase].as_bytes());
            let is_same = (wanted <= 8 || goes_on()) && (wanted <= 16 || text.get(span.clone()).is_some_and(is_all));
            if is_same && accept(phrase, &span) {
                return Some((phrase, span.end));
            }
        }
        None
    }
}

/// Where each of so many buckets begins, and then the end of the last, when what they hold stands one after the other;
/// `of` gives the bucket of each thing, in any order.
pub(super) fn bucket_starts(buckets: usize, of: impl Iterator<Item = usize>) -> Vec<u32> {
    let mut starts = vec![0; buckets + 1];
    of.for_each(|bucket| starts[bucket + 1] += 1);
    for at in 1..starts.len() {
        starts[at] += starts[at - 1];
    }
    starts
}

/// What a byte is to the search for the beginnings of words.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    /// An ASCII letter or digit: a word begins with it unless another stands before it.
    Letter,
    /// A mark, or the first byte of another letter: something may always begin with it.
    Mark,
    /// White space, or a byte within a letter: nothing begins with it.
    Inside,
}

static CLASSES: [Class; 256] = {
    let mut classes = [Class::Mark; 256];
    let mut byte = u8::MAX;
    while byte > 0 {
        if byte.is_ascii_alphanumeric() {
            classes[byte as usize] = Class::Letter;
        } else if byte.is_ascii_whitespace() || byte & 0xc0 == 0x80 {
            classes[byte as usize] = Class::Inside;
        }
        byte -= 1;
    }
    classes
};

/// The next place behind `at` where a word, or a mark in front of one, may begin.
fn next_start(bytes: &[u8], at: usize) -> usize {
    let behind = |at: usize, class: Class| {
        let bytes = &bytes[at..];
        at + bytes.iter().position(|byte| CLASSES[usize::from(*byte)] != class).unwrap_or(bytes.len())
    };
    let is_letter = CLASSES[usize::from(bytes[at])] == Class::Letter;
    behind(if is_letter { behind(at, Class::Letter) } else { at + 1 }, Class::Inside)
}

/// The first eight bytes in lower case, ASCII alone, the first byte lowest.
fn folded_head(bytes: &[u8]) -> u64 {
    const EACH: u64 = 0x0101_0101_0101_0101;
    let head = bytes.first_chunk().map_or_else(|| short_head(bytes), |head| u64::from_le_bytes(*head));
    // Bytes below 0x80 cannot carry into their neighbours, so all eight are compared with `A` and `Z` at once.
    let low_bits = head & (0x7f * EACH);
    let from_a = low_bits + (0x80 - u64::from(b'A')) * EACH;
    let past_z = low_bits + (0x7f - u64::from(b'Z')) * EACH;
    let is_capital = (from_a ^ past_z) & !head & (0x80 * EACH);
    head | is_capital >> 2
}

/// Fewer than eight bytes, the first lowest. What the first and the last of them have in common lies in the same place.
fn short_head(bytes: &[u8]) -> u64 {
    let behind = |last: u64, length: usize| last << (8 * (bytes.len() - length));
    match (bytes.first_chunk(), bytes.last_chunk(), bytes.first_chunk(), bytes.last_chunk()) {
        (Some(first), Some(last), ..) => {
            u64::from(u32::from_le_bytes(*first)) | behind(u32::from_le_bytes(*last).into(), 4)
        }
        (.., Some(first), Some(last)) => {
            u64::from(u16::from_le_bytes(*first)) | behind(u16::from_le_bytes(*last).into(), 2)
        }
        _ => bytes.first().map_or(0, |byte| u64::from(*byte)),
    }
}

/// The beginnings of phrases, two bytes each, are kept apart by so many bits.
const BEGINNING_BITS: u32 = 12;

/// Where [`Phrases::begun`] tells of phrases that begin with the first two bytes of `head`.
fn beginning(head: u64) -> usize {
    upper(hash(2, head), BEGINNING_BITS)
}

/// The upper bits of a hash, which are the better mixed ones.
fn upper(hash: u32, bits: u32) -> usize {
    (hash >> (u32::BITS - bits)) as usize
}

/// How many bytes of a phrase of a length are hashed. All eight where there are as many: phrases that begin with the same
/// word, such as "you will", are many.
fn hashed(length: usize) -> usize {
    match length {
        8.. => 8,
        4.. => 4,
        _ => length.max(1),
    }
}

/// Ones in so many of the lowest bytes, of one to eight.
fn lowest(bytes: usize) -> u64 {
    u64::MAX >> (64 - 8 * bytes)
}

/// The hash of so many bytes of `head`: multiplicative, by the golden ratio.
fn hash(bytes: usize, head: u64) -> u32 {
    const GOLDEN_RATIO: u64 = 0x9e37_79b9_7f4a_7c15;
    let key = head & lowest(bytes);
    u32::try_from(key.wrapping_mul(GOLDEN_RATIO) >> 32).expect("half of the bits")
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
    fn heads_are_folded_byte_by_byte() {
        for text in ["AbZ@[`z{", "Go", "ÜBER uns", "\u{0}A", "", "日本GO"] {
            let folded = text.as_bytes().iter().take(8).map(u8::to_ascii_lowercase).collect::<Vec<_>>();
            let expected = folded.iter().rev().fold(0, |head, byte| head << 8 | u64::from(*byte));
            assert_eq!(folded_head(text.as_bytes()), expected, "{text}");
        }
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
