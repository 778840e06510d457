//! Sections of front matter as text, and where what is found in them points.

use crate::config::RawHtml;
use crate::extract::{Highlighter, Options, extract};
use crate::source::SourceFile;

/// The HTML, the blocks with their lines, and the codes of what was said with theirs.
type Found = (String, Vec<(String, u32)>, Vec<(&'static str, u32)>);

fn read(text: &str) -> Found {
    let options = Options { raw_html: RawHtml::Sanitize, highlighter: &Highlighter::default() };
    let (draft, diagnostics) = extract(&SourceFile::new("a.md", text), &options);
    let blocks = draft.outline.into_iter().map(|block| (block.text, block.line)).collect();
    let said = diagnostics.iter().map(|d| (d.code, d.location.as_ref().map_or(0, |l| l.line))).collect();
    (draft.html.replace(">\n<", "><"), blocks, said)
}

#[test]
fn i5_sections_in_the_front_matter_are_part_of_the_text() {
    let (html, blocks, _) = read(
        "---\ntitle: A\nkey_objectives:\n  - title: Ship\n    items: [fast, often]\nbenefits: A *bike*\n---\nText.\n",
    );
    assert_eq!(
        html.trim(),
        "<p>Text.</p><h2 id=\"key-objectives\">Key objectives</h2><ul><li>Ship\n<ul><li>fast</li><li>often</li></ul></li></ul>\
         <h2 id=\"benefits\">Benefits</h2><p>A <em>bike</em></p>"
    );
    assert_eq!(blocks.last(), Some(&("A bike".to_owned(), 6)));
}

#[test]
fn i5_a_list_in_markdown_is_text_under_any_key() {
    let (html, ..) = read("---\ntitle: A\nform_of_work: >\n  * Steel\n\n  * **Start:** May\n---\nText.\n");
    let list = "<ul><li>Steel</li><li><strong>Start:</strong> May</li></ul>";
    assert_eq!(
        html.replace("<p>", "").replace("</p>", "").trim(),
        format!("Text.<h2 id=\"form-of-work\">Form of work</h2>{list}")
    );
    assert_eq!(
        read("---\ntitle: A\nexcerpt: |\n  * Steel\n  * Rust\nnote: a * b - c\n---\nText.\n").0.trim(),
        "<p>Text.</p>"
    );
}

#[test]
fn what_is_said_of_a_section_points_at_its_key() {
    let (_, _, said) = read("---\ntitle: A\nrequirements:\n  - fine\n  - '[x](javascript:y)'\n---\nText.");
    assert_eq!(said, [("unsafe-link", 3)]);
}

#[test]
fn numbers_switches_and_other_keys_are_no_sections() {
    assert_eq!(read("---\nbonus: 5000\nbenefits: yes\noffer: ''\nmotto: words\n---\nText.\n").0.trim(), "<p>Text.</p>");
}

#[test]
fn a_posting_may_stand_in_its_front_matter_alone() {
    let (html, ..) = read("---\nrequirements:\n  - Rust\n---\n");
    assert_eq!(html.trim(), "<h2 id=\"requirements\">Requirements</h2><ul><li>Rust</li></ul>");
}

#[test]
fn i5_no_text_is_lost_that_stands_in_the_front_matter_alone() {
    let words = "We weld ships of steel by the sea all day.";
    for (front_matter, expected) in [
        (format!("description: {words}"), format!("<p>{words}</p>")),
        (format!("job-desc: {words}"), format!("<h2 id=\"job-desc\">Job desc</h2><p>{words}</p>")),
        (
            "you_will:\n  - Weld the ships\n  - Paint the ships of others".to_owned(),
            "<h2 id=\"you-will\">You will</h2><ul><li>Weld the ships</li><li>Paint the ships of others</li></ul>"
                .to_owned(),
        ),
        (
            format!("sections:\n  - type: text\n    title: The yard\n    text: |\n      {words}\n\n      - Steel"),
            format!("<h2 id=\"the-yard\">The yard</h2><p>{words}</p><ul><li>Steel</li></ul>"),
        ),
        (
            format!("seo:\n  description: {words}\nsubtitle: {words}\nlocations: [The old yard by the sea, Ulm]"),
            String::new(),
        ),
    ] {
        let found = |body: &str| read(&format!("---\ntitle: A\n{front_matter}\n---\n{body}")).0;
        assert_eq!(found("").trim(), expected, "{front_matter}");
        let body = "Here is a text of its own, and it says what there is to say.";
        assert_eq!(found(body).trim(), format!("<p>{body}</p>"), "{front_matter}");
    }
}
