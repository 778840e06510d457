//! The whole conversion, construct by construct.

mod constructs;
mod outline;
mod properties;
mod raw_html;

use super::*;
use crate::extract::BlockKind;
use crate::extract::dialect::{Construct, Placed};

/// A conversion's result with its warnings.
struct Converted {
    document: Document,
    warnings: Vec<Diagnostic>,
}

impl Converted {
    fn codes(&self) -> Vec<(Code, u32)> {
        self.warnings.iter().map(|w| (w.code, w.location.as_ref().map_or(0, |l| l.line))).collect()
    }

    fn links(&self) -> Vec<(&str, &str)> {
        self.document.links.iter().map(|link| (&*link.text, &*link.url)).collect()
    }

    fn targets(&self) -> Vec<(&str, &str)> {
        self.document.references.iter().map(|r| (&*r.target, &*r.suffix)).collect()
    }

    fn blocks(&self) -> Vec<(BlockKind, &str, u32)> {
        self.document.outline.iter().map(|block| (block.kind, &*block.text, block.line)).collect()
    }
}

fn converted(text: &str) -> Converted {
    converted_as(text, RawHtml::Sanitize, &[])
}

fn converted_as(text: &str, raw_html: RawHtml, constructs: &[Construct]) -> Converted {
    let source = SourceFile::new("a.md", text);
    let offsets = text.match_indices("<!a").map(|(offset, _)| offset);
    // Only what the tests below wrote with `with` stands for a construct, each where its mark is.
    let mark = |offset: usize| text[offset + 3..].chars().next().map_or(0, |mark| mark as usize);
    let placed = offsets.filter_map(|offset| {
        let construct = constructs.get(mark(offset).wrapping_sub(0xe000))?.clone();
        Some(Placed { offset, construct })
    });
    let rewritten =
        Rewritten { text: text.into(), body: 0..text.len(), constructs: placed.collect(), unclosed: Vec::new() };
    let highlighter = Highlighter::default();
    let mut warnings = Vec::new();
    let document = convert(&source, &rewritten, &Options { raw_html, highlighter: &highlighter }, &mut warnings);
    Converted { document, warnings }
}

fn html(text: &str) -> String {
    converted(text).document.html
}

/// Holds each text against the HTML it becomes, less the line ends around it.
fn assert_html(cases: &[(&str, &str)]) {
    for (text, expected) in cases {
        assert_eq!(html(text).trim().replace(">\n<", "><"), *expected, "{text:?}");
    }
}

#[test]
fn i6_blocks_become_html() {
    assert_html(&[
        ("one\ntwo  \nthree", "<p>one\ntwo<br>\nthree</p>"),
        ("> quote", "<blockquote><p>quote</p></blockquote>"),
        ("- a\n- b\n  - c", "<ul><li>a</li><li>b\n<ul><li>c</li></ul></li></ul>"),
        ("3. a\n4. b", "<ol start=\"3\"><li>a</li><li>b</li></ol>"),
        ("- a\n\n  b", "<ul><li><p>a</p><p>b</p></li></ul>"),
        ("***", "<hr>"),
        ("    a < b", "<pre tabindex=\"0\"><code>a &lt; b</code></pre>"),
        ("Salary\n: 50k", "<dl><dt>Salary</dt><dd>50k</dd></dl>"),
        ("*a* **b** ~~c~~ `d<e`", "<p><em>a</em> <strong>b</strong> <del>c</del> <code>d&lt;e</code></p>"),
        ("It's \"so\" -- really...", "<p>It\u{2019}s \u{201c}so\u{201d} \u{2013} really\u{2026}</p>"),
        ("**How we work**", "<p><strong>How we work</strong></p>"),
    ]);
}

#[test]
fn i6_lines_that_pictograms_begin_stay_apart() {
    assert_html(&[
        ("📍 Ulm\n🕐 Full-time\n✅ Bread", "<p>📍 Ulm<br>\n🕐 Full-time<br>\n✅ Bread</p>"),
        ("We weld\nin Ulm 🚀\nand Bern", "<p>We weld\nin Ulm 🚀\nand Bern</p>"),
    ]);
}

#[test]
fn i6_the_stars_of_german_words_are_no_emphasis() {
    assert_html(&[
        ("Maler*innen und Köch*innen", "<p>Maler*innen und Köch*innen</p>"),
        (
            "Maler*innen auf https://ulm.example/a, Köch*in",
            "<p>Maler*innen auf <a href=\"https://ulm.example/a\" rel=\"noopener\">https://ulm.example/a</a>, Köch*in</p>",
        ),
        ("jede*r Ärzt*in (m*w*d)", "<p>jede*r Ärzt*in (m*w*d)</p>"),
        ("**Maler*in/Köch*in**", "<p><strong>Maler*in/Köch*in</strong></p>"),
        ("Un*believ*able *words*", "<p>Un<em>believ</em>able <em>words</em></p>"),
        ("Maler*in, *sehr* gut", "<p>Maler*in, <em>sehr</em> gut</p>"),
    ]);
    let found = converted("Maler*innen und Köch*innen").document.outline;
    assert_eq!(found[0].text, "Maler*innen und Köch*innen");
}

#[test]
fn i6_task_lists_have_labelled_boxes() {
    let done = "<input type=\"checkbox\" disabled checked aria-label=\"done\">";
    let open = "<input type=\"checkbox\" disabled aria-label=\"to do\">";
    assert_html(&[
        ("- [x] a", &format!("<ul><li class=\"task\">{done} a</li></ul>")),
        ("- [ ] a\n\n- b", &format!("<ul><li class=\"task\"><p>{open} a</p></li><li><p>b</p></li></ul>")),
        ("- [x] a\n  ---", &format!("<ul><li><h2 id=\"a\">{done} a</h2></li></ul>")),
    ]);
}

#[test]
fn o9_tables_scroll_inside_themselves_and_are_aligned_by_class() {
    let table = |inside: &str| format!("<div class=\"table-scroll\" tabindex=\"0\"><table>{inside}</table></div>");
    assert_html(&[
        (
            "|a|b||\n|:-|:-:|-:|\n|1|2|3|",
            &table(
                "<thead><tr><th scope=\"col\" class=\"align-left\">a</th><th scope=\"col\" class=\"align-center\">b</th>\
                 <td></td></tr></thead><tbody><tr><td class=\"align-left\">1</td><td class=\"align-center\">2</td>\
                 <td class=\"align-right\">3</td></tr></tbody>",
            ),
        ),
        ("| | |\n|-|-|\n|1|2|", &table("<tbody><tr><td>1</td><td>2</td></tr></tbody>")),
    ]);
}

#[test]
fn i6_alerts_are_call_outs() {
    let expected =
        "<div class=\"callout callout-warning\" role=\"note\"><p class=\"callout-title\">Warning</p><p>hot</p></div>";
    assert_html(&[("> [!WARNING]\n> hot", expected)]);
}

#[test]
fn i6_footnotes_stand_at_the_end_in_order_of_reference() {
    let html = html("A[^b] B[^a] C[^b]\n\n[^a]: first\n[^b]: second\n[^c]: # unused\n");
    let order = [
        "fnref-1\"",
        "fnref-2\"",
        "fnref-1-2\"",
        "<section",
        "<li id=\"fn-1\"><p>second",
        "#fnref-1-2",
        "fn-2\"><p>first",
        "fn-3",
    ];
    let places: Vec<_> =
        order.iter().map(|part| html.find(part).unwrap_or_else(|| panic!("{part} in {html}"))).collect();
    assert!(places.is_sorted(), "{html}");
    assert!(html.contains("<li id=\"fn-3\"><p><strong>unused</strong></p>"), "{html}");
    assert!(html.ends_with("</ol>\n</section>\n"));
}

#[test]
fn the_first_heading_is_lifted_out_where_it_opens_the_text() {
    let cases = [
        ("# Engineer *x*\n\ntext", Some("Engineer x")),
        ("Engineer\n===\n", Some("Engineer")),
        ("<!-- a -->\n\n![logo](l.png)\n\n# Engineer", Some("Engineer")),
        ("# Engineer {m/w/d}", Some("Engineer {m/w/d}")),
        ("text\n\n# Engineer", None),
        ("## Engineer", None),
        ("> # Engineer", None),
        ("#\n\ntext", None),
    ];
    for (text, expected) in cases {
        let document = converted(text).document;
        assert_eq!(document.lead_heading.as_ref().map(|h| &*h.text), expected, "{text}");
        if expected.is_some() {
            assert!(!document.html.contains("Engineer"), "{}", document.html);
        }
    }
    let lead = converted("\n# A & B\n# C").document.lead_heading.expect("a heading");
    assert_eq!((lead.line, &*lead.html), (2, "<h2 id=\"a--b\">A &amp; B</h2>\n"));
}

#[test]
fn i7_headings_have_githubs_ids_and_sound_levels() {
    assert_html(&[
        ("### A\n##### B\n### A", "<h2 id=\"a\">A</h2><h3 id=\"b\">B</h3><h2 id=\"a-1\">A</h2>"),
        ("# A\n# B\n## C {#own}", "<h2 id=\"b\">B</h2><h3 id=\"own\">C</h3>"),
        ("x\n\n## \u{1f680}", "<p>x</p><h2>\u{1f680}</h2>"),
        ("x\n\n##\n\n## A", "<p>x</p><h2 id=\"a\">A</h2>"),
        ("## A {onclick=alert(1) #b}", "<h2 id=\"b\">A</h2>"),
        ("## A {.big}", "<h2 id=\"a\">A</h2>"),
        ("## A {#b\"c}", "<h2 id=\"b&quot;c\">A</h2>"),
    ]);
}

#[test]
fn i6_a_backslash_that_gitbook_leaves_behind_is_dropped() {
    assert_html(&[
        ("a\\\nb\\", "<p>a<br>\nb</p>"),
        ("a\\\n\\\n\\", "<p>a</p>"),
        ("* a\\\n* b&#x20;\\", "<ul><li>a</li><li>b</li></ul>"),
        ("&#x20;\n\n\u{200b}\n\na", "<p>a</p>"),
    ]);
    assert_eq!(converted("a\\").document.outline[0].text, "a");
}

#[test]
fn i6_bare_addresses_become_links() {
    let outside = |url: &str| format!("<a href=\"{url}\" rel=\"noopener\">{url}</a>");
    assert_html(&[
        ("see https://x.org/a--b_c'd.", &format!("<p>see {}.</p>", outside("https://x.org/a--b_c'd"))),
        (
            "don't -- www.x.org",
            "<p>don\u{2019}t \u{2013} <a href=\"http://www.x.org\" rel=\"noopener\">www.x.org</a></p>",
        ),
        ("it's a@b.org, ok?", "<p>it\u{2019}s <a href=\"mailto:a@b.org\">a@b.org</a>, ok?</p>"),
        (
            "https://x.org?a=1&amp;b=2\\_3",
            "<p><a href=\"https://x.org?a=1&amp;b=2_3\" rel=\"noopener\">https://x.org?a=1&amp;b=2_3</a></p>",
        ),
        ("`https://x.org`", "<p><code>https://x.org</code></p>"),
        ("[https://x.org](#a)", "<p><a href=\"#a\">https://x.org</a></p>"),
        ("<https://x.org>", &format!("<p>{}</p>", outside("https://x.org"))),
        ("<a@b.org>", "<p><a href=\"mailto:a@b.org\">a@b.org</a></p>"),
    ]);
}

#[test]
fn i10_relative_addresses_are_references_with_their_place() {
    let result = converted("a\n[b](other.md#x) ![c](img/d%20e.png \"t\")\n[f](..\\g.pdf)");
    assert_eq!(result.targets(), [("other.md", "#x"), ("img/d e.png", ""), ("../g.pdf", "")]);
    let first = &result.document.references[0];
    assert_eq!((first.location.line, first.location.span.clone()), (2, 2..17));
    assert!(result.document.html.contains("<a href=\"\u{e000}0\">b</a>"), "{}", result.document.html);
    let image = "<img src=\"\u{e000}1\" alt=\"c\" title=\"t\" loading=\"lazy\" decoding=\"async\">";
    assert!(result.document.html.contains(image), "{}", result.document.html);
    assert!(result.warnings.is_empty());
}

#[test]
fn links_without_a_safe_address_keep_their_text_and_are_warned_about() {
    let cases = [
        ("[a](javascript:alert(1))", "<p>a</p>", "unsafe-link"),
        ("[a](java&#115;cript:x) ", "<p>a</p>", "unsafe-link"),
        ("<javascript:alert(1)>", "<p>javascript:alert(1)</p>", "unsafe-link"),
        ("[a](data:text/html,x)", "<p>a</p>", "unsafe-link"),
        ("![a](vbscript:x)", "<p>a</p>", "unsafe-link"),
        ("[a]()", "<p>a</p>", "empty-link"),
        ("![a](data:image/svg+xml;base64,PHN2Zz4=)", "<p>a</p>", "bad-picture"),
    ];
    for (text, expected, code) in cases {
        let result = converted(text);
        assert_eq!(result.document.html.trim(), expected, "{text}");
        assert_eq!(result.codes(), [(code, 1)], "{text}");
        assert!(result.links().is_empty());
    }
}

#[test]
fn two_addresses_that_a_slip_made_one_lead_to_the_first() {
    let link = |text: &str| format!("<a href=\"https://x.org/a\" rel=\"noopener\">{text}</a>");
    let cases = [
        ("[b](https://x.org/a](https://x.org/a))", link("b"), Some("bad-link")),
        ("[b](<https://x.org/a](y.md>)", link("b"), Some("bad-link")),
        // These brackets belong to no link, so that its addresses stand by themselves.
        ("[b](https://x.org/a](https://x.org/a)", format!("[b]({0}]({0})", link("https://x.org/a")), None),
    ];
    for (text, expected, code) in cases {
        let result = converted(text);
        assert_eq!(result.document.html.trim(), format!("<p>{expected}</p>"), "{text}");
        assert_eq!(result.codes(), code.map(|code| (code, 1)).into_iter().collect::<Vec<_>>(), "{text}");
        assert!(result.links().iter().all(|(_, url)| *url == "https://x.org/a"), "{text}");
    }
}

#[test]
fn a_link_without_text_shows_its_address() {
    assert_html(&[("[](https://x.org/a)", "<p><a href=\"https://x.org/a\" rel=\"noopener\">x.org/a</a></p>")]);
}

#[test]
fn i6_pictures_in_the_text_are_taken_out() {
    let text = "![a][image1] ![b][image1]\n\n[image1]: <data:image/png;base64,iVBORw0KGgo=>";
    let document = converted(text).document;
    assert_eq!(document.embedded, [Embedded { extension: "png", bytes: (*b"\x89PNG\r\n\x1a\n").into() }]);
    assert_eq!(document.html.matches("src=\"\u{e001}0\"").count(), 2, "{}", document.html);
}

#[test]
fn all_links_are_listed_with_text_and_line() {
    let result = converted("[**Apply** now](https://x.org)\n\n- jobs@x.org\n- [a `b` ![c](d.png)](e.md)");
    let expected = [("Apply now", "https://x.org"), ("jobs@x.org", "mailto:jobs@x.org"), ("a b c", "e.md")];
    assert_eq!(result.links(), expected);
    assert_eq!(result.document.links.iter().map(|link| link.line).collect::<Vec<_>>(), [1, 3, 4]);
}

#[test]
fn i5_windows_line_ends_change_nothing() {
    let text =
        "# A\n\none\ntwo\\\nthree\n\n- [x] b\n\n| a |\n|-|\n| b |\n\n```\nc\n\nd\n```\n\n<div>\n<p>e</p>\n</div>\n";
    let (unix, windows) = (converted(text).document, converted(&text.replace('\n', "\r\n")).document);
    assert_eq!(unix.html, windows.html);
    assert_eq!(unix.outline, windows.outline);
}
