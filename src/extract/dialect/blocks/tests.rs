//! Which lines are code.

use super::*;

/// One letter a line: text, code or blank.
fn kinds(text: &str, mdx: bool) -> String {
    let (mut blocks, mut at, mut out) = (Blocks::new(text, mdx), 0, String::new());
    while at < text.len() {
        let line = blocks.read(at);
        out.push(match line.kind {
            Kind::Blank => '.',
            Kind::Code => 'c',
            Kind::Text => 't',
        });
        at = lines::after(text, line.end);
    }
    out
}

#[test]
fn code_is_told_from_text() {
    let table = [
        ("text\n```\ncode\n\n```\ntext", "tccccct".replacen('c', "", 1)),
        ("~~~ x\n```\n~~~\ntext", "ccct".into()),
        ("- item\n  ```\n  code\ntext", "tcct".into()),
        ("> ```\n> code\ntext", "cct".into()),
        ("text\n    text", "tt".into()),
        ("text\n\n    code\n\ttext", "t.cc".into()),
        ("- item\n\n    text\n\n      code", "t.t.t".replacen("t.t.t", "t.t.c", 1)),
        ("- item\n\n      code", "t.c".into()),
        ("1. item\n\ntext\n\n    code", "t.t.c".into()),
        ("<!-- a\n\n{{ x }} -->\ntext", "c.ct".replacen('.', "c", 1)),
        ("<ul>\n    text\n\n    code", "tt.c".into()),
        ("<pre>\n\nx\n</pre>\ntext", "cccct".into()),
        ("# Title\n    code", "tc".into()),
        ("text\n```\nnever closed\n", "tcc".into()),
        ("a `x`\n``` y`\n", "tt".into()),
    ];
    for (text, expected) in table {
        assert_eq!(kinds(text, false), expected, "{text}");
    }
}

#[test]
fn mdx_has_no_indented_code() {
    assert_eq!(kinds("text\n\n    text", true), "t.t");
}
