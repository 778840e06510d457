use proptest::prelude::*;

use super::*;
use crate::extract::markdown::tags::{Token, tokens};

/// Whether all tags of the page are ones that can't run anything.
pub(super) fn assert_nothing_runs(page: &str) {
    for (token, _) in tokens(page) {
        let Token::Open(tag) = token else { continue };
        let known = sanitize::element(tag.name).is_some() || tag.name == "input";
        assert!(known, "<{}> in {page}", tag.name);
        for attribute in tag.attributes {
            let value = entity::decode(attribute.value).to_ascii_lowercase();
            let runs =
                attribute.name.starts_with("on") || attribute.name == "style" || attribute.name.starts_with("form");
            let is_mark = value.starts_with(['\u{e000}', '\u{e001}']);
            let leads_astray = matches!(attribute.name, "href" | "src")
                && !is_mark
                && !matches!(address::classify(&value), address::Address::Absolute(_));
            assert!(!runs && !leads_astray, "{}={value} in {page}", attribute.name);
        }
    }
}

fn assert_balanced(page: &str) {
    let mut open = Vec::new();
    for (token, _) in tokens(page) {
        match token {
            Token::Open(tag) if matches!(tag.name, "br" | "hr" | "img" | "input" | "wbr" | "col") => {}
            Token::Open(tag) => open.push(tag.name),
            Token::Close(name) => assert_eq!(open.pop(), Some(name), "{page}"),
            _ => {}
        }
    }
    assert!(open.is_empty(), "{open:?} in {page}");
}

fn assert_ids_are_unique(page: &str) {
    let mut ids = std::collections::HashSet::new();
    for (token, _) in tokens(page) {
        if let Token::Open(tag) = token
            && let Some(id) = tag.attribute("id")
        {
            assert!(ids.insert(id), "{id} twice in {page}");
        }
    }
}

/// Texts made of the pieces that matter to a Markdown parser.
fn markdown() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        "\n",
        "\n\n",
        " ",
        "    ",
        "a",
        "word ",
        "# ",
        "## x\n",
        "- ",
        "1. ",
        "> ",
        "> [!NOTE]\n",
        "|",
        "|a|b|\n|-|-|\n",
        "```",
        "```rs\n",
        "**",
        "_",
        "~~",
        "`",
        "[",
        "](",
        ")",
        "![",
        "[^1]",
        "[^1]: ",
        "<",
        ">",
        "<b>",
        "</b>",
        "<div>",
        "</div>",
        "<p>",
        "<h3>",
        "</h3>",
        "<script>",
        "</script>",
        "<!--",
        "-->",
        "<a href=\"x\">",
        "</a>",
        "<td>",
        "<li>",
        "<svg>",
        "<img src=x>",
        "<!a\u{e000} >",
        "<!a\u{e001} >",
        "<!a\u{e002} >",
        "<!a\u{e003} >",
        "https://x.org",
        "a@b.c",
        "&amp;",
        "&#x20;",
        "\\",
        "\\\n",
        "\"",
        "'",
        "--",
        "{",
        "}",
        "{#a}",
        "- [x] ",
        ": ",
        "\u{200b}",
        "\u{1f469}",
        "\t",
        "\r\n",
        "javascript:",
        "=\n",
        "---\n",
        "\u{e9}",
    ]);
    prop::collection::vec(pieces, 0..40).prop_map(|pieces| pieces.concat())
}

fn constructs() -> Vec<Construct> {
    vec![
        Construct::CalloutOpen("info".into()),
        Construct::CalloutClose,
        Construct::TabOpen("T".into()),
        Construct::Embed { url: "x.md".into(), caption: None },
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn i5_whatever_the_text_the_page_is_well_formed_and_harmless(text in markdown()) {
        let document = converted_as(&text, RawHtml::Sanitize, &constructs()).document;
        for page in [Some(&document.html), document.lead_heading.as_ref().map(|h| &h.html)].into_iter().flatten() {
            assert_nothing_runs(page);
            assert_balanced(page);
            assert_ids_are_unique(page);
        }
        let _ = converted_as(&text, RawHtml::Allow, &constructs());
    }

    #[test]
    fn i5_any_string_is_read(text in any::<String>()) {
        let _ = converted(&text);
    }

    #[test]
    fn i5_no_word_of_plain_text_is_lost(words in prop::collection::vec("[a-zA-Z]{1,9}[,.!]?", 1..60), line in 1_usize..12) {
        let text: Vec<String> = words.chunks(line).map(|words| words.join(" ")).collect();
        let document = converted(&text.join("\n")).document;
        let outline: Vec<_> = document.outline.iter().flat_map(|block| block.text.split_whitespace()).collect();
        let html = document.html.replace("<p>", "").replace("</p>", "");
        prop_assert_eq!(html.split_whitespace().collect::<Vec<_>>(), words.iter().map(String::as_str).collect::<Vec<_>>());
        prop_assert_eq!(outline, words);
    }
}
