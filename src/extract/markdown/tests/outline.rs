use super::BlockKind::{Code, Heading, ListItem, Paragraph, TableRow};
use super::*;

#[test]
fn blocks_of_markdown_are_listed_with_kind_and_line() {
    let text = "# T\n\none *two*\nthree `x`\\\nfour\n\n- a\n\n  b\n  - c\n\n  d\n\n> q\n\n|h|i|\n|-|-|\n||1|\n\n```\nlet x\n  y\n```\n\n![alt](p.png)\n";
    let result = converted(text);
    let expected = [
        (Heading(1), "T", 1),
        (Paragraph, "one two\nthree x\nfour", 3),
        (ListItem, "a\nb\nd", 7),
        (ListItem, "c", 10),
        (Paragraph, "q", 14),
        (TableRow, "h\ti", 16),
        (TableRow, "\t1", 18),
        (Code, "let x\n  y", 20),
        (Paragraph, "alt", 25),
    ];
    assert_eq!(result.blocks(), expected);
}

#[test]
fn blocks_of_raw_html_are_listed_as_well() {
    let text = "<div>\n<h3>About&nbsp;us</h3>\n<p>We <b>are</b>\nhere.<br>Salary: &pound;40k</p><ul><li><p>a</p></li>\n\
                <li>b <a href='https://x.org'>Apply</a></li></ul>\nloose\n<table><tr><th>k</th><td><p>v</p></td></tr></table>\n</div>\n";
    let result = converted(text);
    let expected = [
        (Heading(3), "About\u{a0}us", 2),
        (Paragraph, "We are\nhere.\nSalary: \u{a3}40k", 3),
        (ListItem, "a", 4),
        (ListItem, "b Apply", 5),
        (Paragraph, "loose", 6),
        (TableRow, "k\tv", 7),
    ];
    assert_eq!(result.blocks(), expected);
    assert_eq!(result.links(), [("Apply", "https://x.org")]);
}

#[test]
fn invisible_characters_stay_out_and_entities_are_resolved() {
    let result = converted("Sala\u{200b}ry:&nbsp;40k &amp; more\u{feff}");
    assert_eq!(result.blocks(), [(Paragraph, "Salary:\u{a0}40k & more", 1)]);
}

#[test]
fn text_in_quotations_and_lists_keeps_its_line_in_raw_html() {
    let result = converted("> <div>\n> <p>a</p>\n> <p>b</p>\n> </div>\n");
    assert_eq!(result.blocks(), [(Paragraph, "a", 2), (Paragraph, "b", 3)]);
}
