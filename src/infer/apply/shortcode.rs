//! An address to apply to that stands only inside a tag of a template: `{% include apply.html url="…" %}`.
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
    let starts = memchr::memchr_iter(b'{', text.as_bytes()).filter(|at| text[at + 1..].starts_with(['{', '%']));
    starts.filter_map(|at| tag(text, at).map(|tag| (at, tag))).find_map(|(at, tag)| {
        let is_code = || outline.iter().any(|block| block.kind == BlockKind::Code && block.text.contains(tag));
        let speaks = || link::names_applying(&tag.replace(['_', '.', '-', '/'], " "));
        let found = values(tag).find_map(|value| written_address(value).filter(|_| speaks() && !is_code()))?;
        Some(Field::new(vec![found], OriginKind::Body, source.line(at)))
    })
}

/// What stands between the braces that open at `at`.
fn tag(text: &str, at: usize) -> Option<&str> {
    let inside = &text[at + 2..];
    let close = if text[at + 1..].starts_with('%') { "%}" } else { "}}" };
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
            ("\n{{< apply_button \"jobs@example.com\" >}}", "mailto:jobs@example.com"),
        ] {
            assert_eq!(found(text), Some((expected.to_owned(), Some(2))), "{text}");
        }
    }

    #[test]
    fn f3_other_tags_and_examples_do_not_count() {
        for text in [
            "{% include video.html url=\"https://example.com/a\" %}",
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
