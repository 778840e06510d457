//! What holds for any text, however its tags are mixed.

use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::tests::{check_invariants, spelled};
use super::*;

const PIECES: &[&str] = &[
    "wordA",
    "wordB ",
    "\n",
    "\n\n",
    "\r\n",
    "- ",
    "• ",
    "1. ",
    "> ",
    "    ",
    "\t",
    "# ",
    "```\n",
    "~~~",
    "`",
    "``",
    "*",
    "**",
    "|",
    "{% hint style=\"info\" %}",
    "{% endhint %}",
    "{% tabs %}",
    "{% tab title=\"wordT\" %}",
    "{% endtab %}",
    "{% endtabs %}",
    "{% embed url=\"https://a.example\" %}",
    "{% if x %}",
    "{% endif %}",
    "{{ x }}",
    "{{ 'wordP' }}",
    "{%",
    "{{",
    "%}",
    "}}",
    "{",
    "}",
    "<aside>\n",
    "\n</aside>\n",
    ":::note wordN\n",
    "\n:::\n",
    "<Card>",
    "</Card>",
    "<Tip>\n",
    "</Tip>",
    "<A",
    "/>",
    "{{< b href=\"/u\" >}}",
    "{{< /b >}}",
    "[wordL](",
    ")",
    "<div>\n",
    "</div>",
    "<!--",
    "-->",
    "<pre>",
    "é\u{2028}",
    "{: .c}",
    "{#",
    "#}",
    "{/* ",
    " */}",
    "import a from 'b'\n",
    "<b c=\"",
    "\"",
    "&amp;#x20;",
    "{% comment %}",
    "{% highlight a %}\n",
    "\n{% endhighlight %}\n",
    "{{{",
    "[^1]: ",
    "---\n",
    "***\n",
    "<!a\u{E000}>",
    "\\\n",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 1500, failure_persistence: None, rng_seed: RngSeed::Fixed(6), ..ProptestConfig::default() })]

    #[test]
    fn i6_no_tag_shows_outside_code_and_offsets_keep_their_meaning(
        pieces in proptest::collection::vec(proptest::sample::select(PIECES), 0..14),
        mdx in any::<bool>(),
    ) {
        let text = pieces.concat();
        let path = if mdx { "a.mdx" } else { "a.md" };
        let source = SourceFile::new(path, text.as_str());
        let rewritten = rewrite(&source, 0..text.len(), &mut Vec::new());
        check_invariants(&text, &rewritten);
        let escaped = text.contains("\\{") || text.contains("{{{");
        if !escaped {
            prop_assert!(!shows_tag(&rewritten.text), "{text:?} became {:?}", rewritten.text);
        }
    }

    #[test]
    fn i6_words_outside_tags_stay(
        pieces in proptest::collection::vec(proptest::sample::select(&PIECES[..31]), 0..14),
    ) {
        let text = pieces.concat();
        let source = SourceFile::new("a.md", text.as_str());
        let rewritten = rewrite(&source, 0..text.len(), &mut Vec::new());
        let titles: String = rewritten.constructs.iter().map(|placed| spelled(&placed.construct)).collect();
        for word in ["wordA", "wordB", "wordT", "wordP"] {
            let kept = rewritten.text.matches(word).count() + titles.matches(word).count();
            prop_assert_eq!(kept, text.matches(word).count(), "{:?} became {:?}", text, rewritten.text);
        }
    }

    #[test]
    fn i5_any_text_is_rewritten(text in "[ -~\n\r\té{}%<>`:*]{0,60}") {
        let source = SourceFile::new("a.mdx", text.as_str());
        check_invariants(&text, &rewrite(&source, 0..text.len(), &mut Vec::new()));
    }
}

/// Whether Markdown would show a tag as text.
fn shows_tag(text: &str) -> bool {
    let mut code = false;
    let options = Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES | Options::ENABLE_HEADING_ATTRIBUTES;
    Parser::new_ext(text, options).any(|event| {
        match &event {
            Event::Start(Tag::CodeBlock(_)) => code = true,
            Event::End(TagEnd::CodeBlock) => code = false,
            _ => {}
        }
        matches!(event, Event::Text(text) if !code && (text.contains("{{") || text.contains("{%")))
    })
}
