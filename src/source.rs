//! The text of one input file, and places in it.
//!
//! In go bytes as they lie on the disk, out comes a [`SourceFile`]: decoded text that knows its lines. Every span in
//! the program is a range of byte offsets into this text, of the whole file, front matter included. Reading the disk is
//! not done here.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::Arc;

use icu_normalizer::ComposingNormalizerBorrowed;

use crate::diagnostic::Diagnostic;

/// A range of byte offsets into a [`SourceFile`]'s text.
pub type Span = Range<usize>;

/// One input file, decoded.
#[derive(Debug, Clone)]
pub struct SourceFile {
    /// Where the file lies below the folder it was found in, with `/` between the parts: the file's identity.
    pub path: Arc<str>,
    /// The path as the user would type it, for messages.
    pub shown: Arc<str>,
    /// The text, without a byte-order mark.
    pub text: String,
    /// Byte offset of the start of each line; the first is 0.
    line_starts: Vec<u32>,
}

/// A place in a file, complete with what a message about it needs, so that it outlives the file's text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Location {
    /// The file's path as the user would type it.
    pub path: Arc<str>,
    /// Byte offsets into the file.
    pub span: Span,
    /// Line of the span's start, from 1.
    pub line: u32,
    /// Column of the span's start in characters, from 1.
    pub column: u32,
    /// The line that the span starts on, without its line end; of a very long line, the part around the span.
    pub excerpt: Box<str>,
    /// Byte offset of the span's start in the excerpt.
    pub excerpt_start: usize,
}

/// What is shown of a line before and after the start of a span, in bytes: a line may be a whole book.
const EXCERPT: (usize, usize) = (200, 400);

impl Location {
    /// The start of a file, for a message about the file as a whole.
    pub fn start_of(path: Arc<str>) -> Self {
        Self { path, span: 0..0, line: 1, column: 1, excerpt: "".into(), excerpt_start: 0 }
    }
}

impl SourceFile {
    /// Takes text that needs no decoding. `path` stands for both the file's identity and how it is shown.
    pub fn new(path: &str, text: impl Into<String>) -> Self {
        Self::with_shown(path.into(), path.into(), text.into())
    }

    /// Another text under the name of `source`.
    pub fn sharing(source: &Self, text: String) -> Self {
        Self::with_shown(source.path.clone(), source.shown.clone(), text)
    }

    /// Decodes `bytes`: UTF-8 with or without a byte-order mark, and UTF-16 with one. Bytes that are no UTF-8 are taken
    /// for windows-1252, which is worth a warning; those around them stay what they are. Never fails, never drops a byte.
    pub fn decode(path: Arc<str>, shown: Arc<str>, bytes: Vec<u8>) -> (Self, Option<Diagnostic>) {
        let bytes = match encoding_rs::Encoding::for_bom(&bytes) {
            Some((encoding, length)) if encoding == encoding_rs::UTF_8 => bytes[length..].to_vec(),
            Some((utf16, length)) => {
                let (text, had_errors) = utf16.decode_without_bom_handling(&bytes[length..]);
                let file = Self::with_shown(path, shown, text.into_owned());
                let replaced = had_errors.then(|| file.text.find('\u{fffd}').unwrap_or(0));
                let warning =
                    replaced.map(|at| undecodable(&file, at, "UTF-16; what can't be read is shown as `\u{fffd}`"));
                return (file, warning);
            }
            None => bytes,
        };
        match String::from_utf8(bytes) {
            Ok(text) => (Self::with_shown(path, shown, text), None),
            Err(error) => {
                let (text, first) = mixed(error.as_bytes());
                let file = Self::with_shown(path, shown, text);
                let warning = undecodable(&file, first, "UTF-8; the odd bytes were read as windows-1252");
                (file, Some(warning))
            }
        }
    }

    fn with_shown(path: Arc<str>, shown: Arc<str>, text: String) -> Self {
        let line_starts = line_starts(&text);
        Self { path, shown, text, line_starts }
    }

    /// The line that `offset` lies on, from 1.
    pub fn line(&self, offset: usize) -> u32 {
        let offset = u32::try_from(offset).unwrap_or(u32::MAX);
        u32::try_from(self.line_starts.partition_point(|&start| start <= offset)).unwrap_or(u32::MAX)
    }

    /// The text of a line counted from 1, without its line end; empty past the end.
    pub fn line_text(&self, line: u32) -> &str {
        let index = line as usize;
        let Some(start) = index.checked_sub(1).and_then(|i| self.line_starts.get(i)) else { return "" };
        let end = self.line_starts.get(index).map_or(self.text.len(), |&next| next as usize);
        self.text[*start as usize..end].trim_end_matches(['\n', '\r'])
    }

    /// The offset of a line and a column, both from 1, the column in characters; clamped to the line.
    pub fn offset(&self, line: u32, column: u32) -> usize {
        let text = self.line_text(line);
        let start = (line as usize)
            .checked_sub(1)
            .and_then(|index| self.line_starts.get(index))
            .map_or(self.text.len(), |&start| start as usize);
        start + text.char_indices().nth((column as usize).saturating_sub(1)).map_or(text.len(), |(at, _)| at)
    }

    /// The place of `span`, clamped to the text and to character boundaries.
    pub fn location(&self, span: Span) -> Location {
        let start = floor_char_boundary(&self.text, span.start);
        let end = floor_char_boundary(&self.text, span.end).max(start);
        let line = self.line(start);
        let line_start = self.line_starts[line as usize - 1] as usize;
        let column = self.text[line_start..start].chars().count() + 1;
        let whole = self.line_text(line);
        let from = floor_char_boundary(whole, (start - line_start).saturating_sub(EXCERPT.0));
        let to = floor_char_boundary(whole, start - line_start + EXCERPT.1);
        Location {
            path: self.shown.clone(),
            span: start..end,
            line,
            column: u32::try_from(column).unwrap_or(u32::MAX),
            excerpt: whole.get(from..to).unwrap_or_default().into(),
            excerpt_start: start - line_start - from,
        }
    }
}

/// Writes each letter and its accents as one character (Unicode's NFC), which is how words are looked up. Text that was
/// copied from a PDF and the names of files on macOS have them apart.
pub fn compose(text: &mut String) {
    if text.is_ascii() {
        return;
    }
    if let Cow::Owned(composed) = ComposingNormalizerBorrowed::new_nfc().normalize(text) {
        *text = composed;
    }
}

/// The text of bytes that are not all UTF-8, and the offset in it of the first that was not.
fn mixed(bytes: &[u8]) -> (String, usize) {
    let mut text = String::with_capacity(bytes.len() + 16);
    let mut first = None;
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        if !chunk.invalid().is_empty() {
            first = first.or(Some(text.len()));
            text.push_str(&encoding_rs::WINDOWS_1252.decode_without_bom_handling(chunk.invalid()).0);
        }
    }
    (text, first.unwrap_or(0))
}

fn undecodable(file: &SourceFile, first: usize, what: &str) -> Diagnostic {
    let length = file.text[first..].chars().next().map_or(0, char::len_utf8);
    Diagnostic::warning("not-utf8", format!("this file is not valid {what}"))
        .at(file.location(first..first + length))
        .help("save the file as UTF-8")
}

fn line_starts(text: &str) -> Vec<u32> {
    let bytes = text.as_bytes();
    let mut starts = vec![0];
    for at in memchr::memchr2_iter(b'\n', b'\r', bytes) {
        let lone_or_last = bytes[at] == b'\n' || bytes.get(at + 1) != Some(&b'\n');
        if lone_or_last {
            starts.push(u32::try_from(at + 1).unwrap_or(u32::MAX));
        }
    }
    starts
}

/// The last character boundary of `text` at or before `offset`.
pub(crate) fn floor_char_boundary(text: &str, offset: usize) -> usize {
    let mut offset = offset.min(text.len());
    while !text.is_char_boundary(offset) {
        offset -= 1;
    }
    offset
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decode(bytes: &[u8]) -> (SourceFile, Option<Diagnostic>) {
        SourceFile::decode("a.md".into(), "a.md".into(), bytes.to_vec())
    }

    #[test]
    fn every_line_end_counts_once() {
        let file = SourceFile::new("a.md", "one\r\ntwo\rthree\nfour");
        assert_eq!((1..=5).map(|n| file.line_text(n)).collect::<Vec<_>>(), ["one", "two", "three", "four", ""]);
        assert_eq!(file.line(0), 1);
        assert_eq!(file.line(5), 2);
        assert_eq!(file.line(file.text.len()), 4);
    }

    #[test]
    fn columns_count_characters() {
        let file = SourceFile::new("a.md", "x\n\u{1f44b} hello");
        let location = file.location(7..12);
        assert_eq!((location.line, location.column, &*location.excerpt), (2, 3, "\u{1f44b} hello"));
        assert_eq!(file.offset(2, 3), 7);
        assert_eq!(file.offset(9, 9), file.text.len());
    }

    #[test]
    fn i5_of_a_very_long_line_only_a_part_is_kept() {
        let file = SourceFile::new("a.md", "\u{e9}".repeat(100_000) + "!");
        let location = file.location(200_000..200_001);
        assert!(location.excerpt.len() <= EXCERPT.0 + EXCERPT.1);
        assert_eq!(&location.excerpt[location.excerpt_start..], "!");
        assert_eq!(location.column, 100_001);
    }

    #[test]
    fn a_span_inside_a_character_or_past_the_end_is_clamped() {
        let file = SourceFile::new("a.md", "\u{1f44b}");
        assert_eq!(file.location(2..900).span, 0..4);
    }

    #[test]
    fn i5_byte_order_marks_are_dropped_and_utf16_is_read() {
        assert_eq!(decode(b"\xef\xbb\xbfhello").0.text, "hello");
        let (file, warning) = decode(b"\xff\xfeh\0\xe9\0");
        assert_eq!(file.text, "h\u{e9}");
        assert!(warning.is_none());
    }

    #[test]
    fn i5_other_bytes_are_read_as_windows_1252_with_a_warning() {
        let (file, warning) = decode(b"a\nCaf\xe9 \x80");
        assert_eq!(file.text, "a\nCaf\u{e9} \u{20ac}");
        let location = warning.and_then(|w| w.location).expect("a warning with a place");
        assert_eq!((location.line, location.column), (2, 4));
    }

    #[test]
    fn i5_one_odd_byte_does_not_spoil_the_others() {
        let (file, warning) =
            decode("\u{20ac} \u{1f44b}\n\u{fc}ber ".bytes().chain([0xe9, 0x81]).collect::<Vec<_>>().as_slice());
        assert_eq!(file.text, "\u{20ac} \u{1f44b}\n\u{fc}ber \u{e9}\u{81}");
        let location = warning.and_then(|w| w.location).expect("a warning with a place");
        assert_eq!((location.line, location.column), (2, 6));
    }

    proptest::proptest! {
        #[test]
        fn i5_any_bytes_can_be_decoded(bytes in proptest::collection::vec(proptest::num::u8::ANY, 0..60)) {
            // A byte-order mark is all that may be dropped.
            let (file, _) = decode(&bytes);
            proptest::prop_assert!(bytes.len() <= 3 || !file.text.is_empty());
        }
    }

    #[test]
    fn an_empty_file_has_one_empty_line() {
        let file = SourceFile::new("a.md", "");
        assert_eq!(file.location(0..0).line, 1);
    }
}
