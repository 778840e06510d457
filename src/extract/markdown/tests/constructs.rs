use super::*;

/// Converts a text in which `{0}`, `{1}`… stand for placeholders of these constructs.
fn with(text: &str, constructs: &[Construct]) -> Converted {
    let mut text = text.to_owned();
    for index in 0..u32::try_from(constructs.len()).expect("a few") {
        let mark = char::from_u32(0xe000 + index).expect("private use");
        text = text.replace(&format!("{{{index}}}"), &format!("<!a{mark}   >"));
    }
    converted_as(&text, RawHtml::Sanitize, constructs)
}

fn assert_constructs(cases: &[(&str, &[Construct], &str)]) {
    for (text, constructs, expected) in cases {
        let html = with(text, constructs).document.html;
        assert_eq!(html.trim().replace(">\n<", "><"), *expected, "{text:?}");
    }
}

const INFO: &str = "<div class=\"callout callout-info\" role=\"note\"><p class=\"callout-title\">Info</p>";

#[test]
fn i6_call_outs_hold_markdown() {
    let pair = [Construct::CalloutOpen("info".into()), Construct::CalloutClose];
    let cases = [
        ("{0}\n*a*\n\n- b\n{1}\nc", format!("{INFO}<p><em>a</em></p><ul><li>b</li></ul></div><p>c</p>")),
        ("{0} *a* {1}", format!("{INFO}<p><em>a</em></p></div>")),
        ("x {0} a {1} y", format!("<p>x</p>{INFO}<p> a</p></div><p> y</p>")),
        ("- x\n  {0}\n  a\n  {1}\n- y", format!("<ul><li>x\n{INFO}\na\n</div></li><li>y</li></ul>")),
        ("{0}\nnever closed", format!("{INFO}<p>never closed</p></div>")),
        ("> {0}\n> a\n\nb {1}", format!("<blockquote>{INFO}<p>a</p></div></blockquote><p>b</p>")),
        ("{1} a", "<p>a</p>".to_owned()),
        ("{0}<b>{1}#  ## x\n", format!("{INFO}<b></b></div><b></b>")),
        ("## H {0}\n\na", format!("<h2 id=\"h\">H</h2>{INFO}<p>a</p></div>")),
        ("**b {0} c** d", format!("<p><strong>b  c</strong> d</p>{INFO}</div>")),
    ];
    for (text, expected) in &cases {
        assert_constructs(&[(text, &pair, expected)]);
    }
}

#[test]
fn i6_tabs_work_without_script() {
    let tabs = [
        Construct::TabsOpen,
        Construct::TabOpen("A & B".into()),
        Construct::TabClose,
        Construct::TabOpen("C".into()),
        Construct::TabsClose,
    ];
    let expected = "<div class=\"tabs\"><details class=\"tab\" open><summary>A &amp; B</summary><p>a</p></details>\
                    <details class=\"tab\" open><summary>C</summary><p>c</p></details></div>";
    assert_constructs(&[("{0}\n{1}\na\n{2}\n{3}\nc\n{4}", &tabs, expected)]);
    assert_eq!(with("{1}\na", &tabs).blocks()[0].1, "A & B");
}

#[test]
fn i6_embedded_pages_and_files_are_links() {
    let constructs = vec![
        Construct::Embed { url: "https://www.x.org/v?a=b".into(), caption: None },
        Construct::Reference { url: "files/a%20b.pdf".into(), text: None },
        Construct::Embed { url: "javascript:x".into(), caption: Some("bad".into()) },
    ];
    let result = with("{0}\n{1}\n{2}", &constructs);
    let expected = "<p class=\"embed\"><a href=\"https://www.x.org/v?a=b\" rel=\"noopener\">x.org/v</a></p>\n\
                    <p class=\"file\"><a href=\"\u{e000}0\">a%20b.pdf</a></p>\n<p class=\"embed\">bad</p>\n";
    assert_eq!(result.document.html, expected);
    assert_eq!(result.targets(), [("files/a b.pdf", "")]);
    assert_eq!(result.codes(), [("unsafe-link", 3)]);
}

#[test]
fn a_placeholder_that_stands_for_nothing_is_no_construct() {
    assert_eq!(html("<!a\u{e005}  >\n\na"), "<p>a</p>\n");
}
