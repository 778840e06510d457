//! An address to apply to that stands only inside a tag of a template, `{% include apply.html url="…" %}`, or of a
//! component, `<ApplyButton href="…" />`.
//!
//! In go the file's text and what of it is code, out comes the address of the first tag that speaks of applying. What the
//! page shows of the tag is not decided here.

use super::{address, link};
use crate::extract::{Block, BlockKind};
use crate::posting::{Field, OriginKind};
use crate::source::SourceFile;

/// Longest tag in bytes.
const LONGEST: usize = 400;

/// The address in the first tag that names applying; tags in code are examples.
pub(super) fn in_tags(source: &SourceFile, outline: &[Block]) -> Option<Field<Vec<String>>> {
    let text = source.text.as_str();
    let opens = |at: &usize| match text.as_bytes()[*at] {
        b'{' => text[at + 1..].starts_with(['{', '%']),
        // Elements of HTML are small.
        _ => text[at + 1..].starts_with(|c: char| c.is_ascii_uppercase()),
    };
    let starts = memchr::memchr2_iter(b'{', b'<', text.as_bytes()).filter(opens);
    starts.filter_map(|at| tag(text, at).map(|tag| (at, tag))).find_map(|(at, tag)| {
        let is_code = || outline.iter().any(|block| block.kind == BlockKind::Code && block.text.contains(tag));
        let speaks = || link::names_applying(&in_words(tag));
        let found = values(tag).find_map(|value| written_address(value).filter(|_| speaks() && !is_code()))?;
        Some(Field::new(vec![found], OriginKind::Body, source.line(at)))
    })
}

/// A tag with its names in words: `apply.html` and `ApplyButton` as `apply html` and `Apply Button`.
fn in_words(tag: &str) -> String {
    let mut words = String::with_capacity(tag.len() + 8);
    for c in tag.chars() {
        let begins = c.is_ascii_uppercase() && words.ends_with(|c: char| c.is_ascii_lowercase());
        words.extend(begins.then_some(' '));
        words.push(if matches!(c, '_' | '.' | '-' | '/') { ' ' } else { c });
    }
    words
}

/// What stands inside the braces or angle brackets that open at `at`.
fn tag(text: &str, at: usize) -> Option<&str> {
    let (inside, close) = match &text.as_bytes()[at..at + 2] {
        b"{%" => (&text[at + 2..], "%}"),
        b"{{" => (&text[at + 2..], "}}"),
        _ => (&text[at + 1..], ">"),
    };
    let end = memchr::memmem::find(&inside.as_bytes()[..inside.len().min(LONGEST)], close.as_bytes())?;
    Some(&inside[..end])
}

/// The quoted values of a tag.
fn values(tag: &str) -> impl Iterator<Item = &str> {
    tag.split(['"', '\'']).skip(1).step_by(2)
}

/// Whole addresses only: a word with a full stop may be a file.
fn written_address(value: &str) -> Option<String> {
    let is_whole = value.starts_with("https://") || value.starts_with("http://") || value.contains('@');
    is_whole.then(|| address(value)).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Option<(String, Option<u32>)> {
        let blocks =
            [Block { kind: BlockKind::Code, text: "{% apply url=\"https://example.com/code\" %}".into(), line: 9 }];
        let source = SourceFile::new("a.md", text);
        in_tags(&source, &blocks).map(|mut field| (field.value.remove(0), field.origin.line))
    }

    #[test]
    fn f2_the_address_inside_a_tag_about_applying_counts() {
        for (text, expected) in [
            ("# A\n{% include apply.html url=\"https://example.com/a\" %}", "https://example.com/a"),
            ("\n{% include button.html text='Apply now' link='https://example.com/b' %}", "https://example.com/b"),
            ("\n<ApplyButton href=\"https://example.com/d\" />", "https://example.com/d"),
            ("\n{{< apply_button \"jobs@example.com\" >}}", "mailto:jobs@example.com"),
        ] {
            assert_eq!(found(text), Some((expected.to_owned(), Some(2))), "{text}");
        }
    }

    #[test]
    fn f3_other_tags_and_examples_do_not_count() {
        for text in [
            "{% include video.html url=\"https://example.com/a\" %}",
            "<VideoCard href=\"https://example.com/a\" />",
            "<a href=\"https://example.com/apply\">",
            "{% include apply.html %}",
            "{% include apply.html file=\"form.html\" %}",
            "{% apply url=\"https://example.com/code\" %}",
            "{{ apply",
            "{{",
        ] {
            assert_eq!(found(text), None, "{text}");
        }
    }
}
