//! What each dialect becomes.

use pulldown_cmark::{Event, Parser, Tag as Markdown};

use super::*;

/// The rewritten text with its placeholders spelled out and its padding removed, and the messages.
/// The index in a placeholder that `html` begins with. Its offset still has to be looked up: anybody can write one.
fn placeholder_index(html: &str) -> Option<usize> {
    let mut rest = html.trim_start_matches([' ', '\t']).strip_prefix("<!a")?.chars();
    let index = (rest.next()? as usize).checked_sub(0xE000).filter(|&index| index < MOST_PLACEHOLDERS)?;
    rest.as_str().trim_start_matches(' ').starts_with('>').then_some(index)
}

fn rewritten(path: &str, text: &str) -> (String, Vec<String>) {
    let source = SourceFile::new(path, text);
    let mut diagnostics = Vec::new();
    let rewritten = rewrite(&source, 0..text.len(), &mut diagnostics);
    check_invariants(text, &rewritten);
    let mut shown = String::new();
    let mut copied = 0;
    for placed in &rewritten.constructs {
        if placed.offset >= copied {
            shown.push_str(&rewritten.text[copied..placed.offset]);
            copied = placed.offset + placeholder_length(&rewritten.text[placed.offset..]);
        }
        shown.push_str(&spelled(&placed.construct));
    }
    shown.push_str(&rewritten.text[copied..]);
    shown.extend(rewritten.unclosed.iter().map(spelled));
    let lines: Vec<_> = shown.lines().map(|line| line.split("  ").filter(|part| !part.trim().is_empty())).collect();
    let lines: Vec<_> = lines.into_iter().map(|parts| parts.map(str::trim).collect::<Vec<_>>().join(" ")).collect();
    let messages =
        diagnostics.iter().map(|d| format!("{}: {} {}", d.location.as_ref().expect("a place").line, d.code, d.message));
    (lines.join("\n").trim_end().to_owned(), messages.collect())
}

fn placeholder_length(rest: &str) -> usize {
    if rest.starts_with('*') {
        rest.len() - rest.trim_start_matches('*').len()
    } else {
        rest.find('>').expect("an end") + 1
    }
}

pub(super) fn spelled(construct: &Construct) -> String {
    match construct {
        Construct::CalloutOpen(kind) => format!("⟦{kind}⟧"),
        Construct::CalloutTitle(title) => format!("⟦title {title}⟧"),
        Construct::CalloutClose => "⟦/callout⟧".into(),
        Construct::TabsOpen => "⟦tabs⟧".into(),
        Construct::TabsClose => "⟦/tabs⟧".into(),
        Construct::TabOpen(title) => format!("⟦tab {title}⟧"),
        Construct::TabClose => "⟦/tab⟧".into(),
        Construct::Embed { url, caption } => format!("⟦embed {url} {}⟧", caption.as_deref().unwrap_or("-")),
        Construct::Reference { url, text } => format!("⟦reference {url} {}⟧", text.as_deref().unwrap_or("-")),
    }
}

/// What holds for any text: its length, its line breaks, and that constructs are balanced and found by their offsets.
pub(super) fn check_invariants(text: &str, rewritten: &Rewritten<'_>) {
    let breaks = |text: &str| text.match_indices(['\n', '\r']).map(|(at, _)| at).collect::<Vec<_>>();
    assert_eq!(rewritten.text.len(), text.len(), "length of {text:?}");
    assert_eq!(breaks(&rewritten.text), breaks(text), "line breaks of {text:?}");
    let mut open = Vec::new();
    let all = rewritten.constructs.iter().map(|placed| &placed.construct).chain(&rewritten.unclosed);
    for construct in all {
        match construct {
            Construct::CalloutOpen(_) | Construct::TabsOpen => open.push(construct),
            Construct::TabOpen(_) => {
                assert_eq!(open.last(), Some(&&Construct::TabsOpen), "a tab in tabs in {text:?}");
                open.push(construct);
            }
            Construct::CalloutClose => assert!(matches!(open.pop(), Some(Construct::CalloutOpen(_))), "{text:?}"),
            Construct::TabsClose => assert!(matches!(open.pop(), Some(Construct::TabsOpen)), "{text:?}"),
            Construct::TabClose => assert!(matches!(open.pop(), Some(Construct::TabOpen(_))), "{text:?}"),
            _ => {}
        }
    }
    assert!(open.is_empty(), "unbalanced: {text:?}");
    for (index, placed) in rewritten.constructs.iter().enumerate() {
        let rest = &rewritten.text[placed.offset..];
        let first =
            index - rewritten.constructs[..index].iter().rev().take_while(|p| p.offset == placed.offset).count();
        let found = placeholder_index(rest);
        assert!(found == Some(first) || rest.starts_with("***"), "placeholder {first} of {text:?} is {found:?}");
        assert!(rewritten.placed_at(placed.offset).contains(placed));
    }
}

/// Each row: the text and what it becomes; the messages where there are any, one a line.
fn check(path: &str, table: &[(&str, &str, &str)]) {
    for (text, expected, messages) in table {
        let (shown, found) = rewritten(path, text);
        assert_eq!(shown, *expected, "{text}");
        assert_eq!(found.join("\n"), *messages, "{text}");
    }
}

#[test]
fn i6_gitbook() {
    check(
        "a.md",
        &[
            ("{% hint style=\"warning\" %}\nText\n{% endhint %}", "⟦warning⟧\nText\n⟦/callout⟧", ""),
            ("{% hint style=\"info\" %} Text {% endhint %}", "&#32;⟦info⟧ Text ⟦/callout⟧", ""),
            (
                "{% tabs %}\n{% tab title=\"A\" %}\na\n{% endtab %}\n\n{% tab title=\"B\" %}\nb\n{% endtab %}\n{% endtabs %}",
                "⟦tabs⟧\n⟦tab A⟧\na\n⟦/tab⟧\n\n⟦tab B⟧\nb\n⟦/tab⟧\n⟦/tabs⟧",
                "",
            ),
            ("{% embed url=\"https://a.example/v\" %}", "⟦embed https://a.example/v -⟧", ""),
            (
                "{% embed\n  url=\"https://a.example/v\"\n%}\nOur team\n{% endembed %}",
                "⟦embed https://a.example/v -⟧\n\n\nOur team",
                "",
            ),
            ("{% content-ref url=\"b.md\" %}\n[b.md](b.md)\n{% endcontent-ref %}", "\n[b.md](b.md)", ""),
            ("{% content-ref url=\"b.md\" %}\n{% endcontent-ref %}", "⟦reference b.md -⟧", ""),
            ("{% file src=\"a.pdf\" %}\nThe form\n{% endfile %}", "⟦reference a.pdf -⟧\nThe form", ""),
            ("{% file src=\"a.pdf\" caption=\"Form\" %}", "⟦reference a.pdf Form⟧", ""),
            ("{% code title=\"a.rs\" %}\n```rust\n{{ x }}\n```\n{% endcode %}", "\n```rust\n{{ x }}\n```", ""),
            ("{% stepper %}\n{% step %}\nText\n{% endstep %}\n{% endstepper %}", "\n\nText", ""),
            ("* item\n\n  {% hint style=\"info\" %}\n  a\n  {% endhint %}", "* item\n\n⟦info⟧\na\n⟦/callout⟧", ""),
        ],
    );
}

#[test]
fn i6_a_backslash_that_ends_a_paragraph_goes() {
    check(
        "a.md",
        &[
            ("text\\\n\nmore\\\nlast\\", "text\n\nmore\\\nlast", ""),
            ("text\\\n\\\n\\\n\nmore", "text\n\n\n\nmore", ""),
            ("text\n\\\nmore", "text\n\\\nmore", ""),
            ("a\\\\\n\nb", "a\\\\\n\nb", ""),
            ("```\na\\\n\n```", "```\na\\\n\n```", ""),
            ("a &amp;#x20;b `&amp;#x20;`", "a &#x000020;b `&amp;#x20;`", ""),
        ],
    );
}

#[test]
fn i6_liquid() {
    check(
        "a.md",
        &[
            (
                "{% if page.open %} We hire {% else %}\nNot now\n{% endif %}",
                "We hire &#32;\nNot now",
                "1: dropped-markup `{% if page.open %}` belongs to Jekyll and was left out\n\
                 1: dropped-markup `{% else %}` belongs to Jekyll and was left out",
            ),
            (
                "{{ a }} text {{ b }}\nand **{{ c }}** more",
                "text &#32;\nand more",
                "1: dropped-markup `{{ a }}` belongs to Jekyll and was left out (and 2 more)",
            ),
            (
                "text\n{{ a }} - {{ b }}\nmore",
                "text\n\nmore",
                "2: dropped-markup `{{ a }}` belongs to Jekyll and was left out (and 1 more)",
            ),
            ("a {% raw %}{{ x }}{% endraw %} b", "a {{ x }} b", ""),
            ("a {% comment %} x\n\ny {% endcomment %} b", "a\n\nb", ""),
            ("{% highlight ruby %}\nputs \"{{ x }}\"\n{% endhighlight %}", "```ruby\nputs \"{{ x }}\"\n```", ""),
            ("Text\n{: .lead #top}", "Text", "2: dropped-markup `{: .lead #top}` belongs to kramdown and was left out"),
            ("[a]({{ '/jobs/' | relative_url }}#top) b", "[a](/jobs/#top ) b", ""),
            ("[a]({% link _posts/x.md %}) b", "[a](_posts/x.md ) b", ""),
            ("See {% post_url 2020-01-01-x %}", "See ⟦reference 2020-01-01-x.md -⟧", ""),
            ("{% mailto jobs@a.example %} now", "<jobs@a.example> now", ""),
            ("{% include button.html url=\"/apply\" text=\"Apply\" %}", "[Apply](/apply)", ""),
            (
                "{% include contact.html mail=\"jobs@a.example\" %}",
                "<jobs@a.example>",
                "1: dropped-markup `{% include contact.html mail=\"jobs@a.example\" %}` belongs to Jekyll and was left out",
            ),
            ("- {{ x }}\n- b", "\n- b", "1: dropped-markup `{{ x }}` belongs to Jekyll and was left out"),
            (
                "<ul>\n  {% for a in b %}\n    <li>x</li>\n</ul>",
                "<ul>\n<!-- -->\n<li>x</li>\n</ul>",
                "2: dropped-markup `{% for a in b %}` belongs to Jekyll and was left out",
            ),
        ],
    );
}

#[test]
fn i6_hugo_and_zola() {
    check(
        "a.md",
        &[
            (
                "{{< quote \"ana\" >}}\nText\n{{< /quote >}}",
                "\nText",
                "1: dropped-markup `{{< quote \"ana\" >}}` belongs to Hugo and was left out",
            ),
            ("{{< youtube abc-1 >}}", "⟦embed https://www.youtube.com/watch?v=abc-1 -⟧", ""),
            ("{{ youtube(id=\"abc\") }}", "⟦embed https://www.youtube.com/watch?v=abc -⟧", ""),
            ("{{< email \"jobs@a.example\" >}}", "<jobs@a.example>", ""),
            ("{{< button href=\"https://a.example/\" >}}Apply{{< /button >}}!", "[Apply](https://a.example/) !", ""),
            ("[a]({{< ref \"x.md\" >}}#b)", "[a](x.md#b )", ""),
            ("{{< figure src=\"a.png\" caption=\"Us\" >}}", "![Us](a.png)", ""),
            ("{{% notice tip %}}\nText\n{{% /notice %}}", "⟦tip⟧\nText\n⟦/callout⟧", ""),
            (
                "{{< alert-box type=\"danger\" title=\"Closed\" >}}\nText\n{{< /alert-box >}}",
                "⟦danger⟧⟦title Closed⟧\nText\n⟦/callout⟧",
                "",
            ),
            ("a {{</* x */>}} b {{/* hidden */}}", "a {{< x >}} b", ""),
            ("{% callout(type=\"danger\") %}\nText\n{% end %}", "⟦danger⟧\nText\n⟦/callout⟧", ""),
        ],
    );
}

#[test]
fn i6_notion_and_admonitions() {
    check(
        "a.md",
        &[
            ("<aside>\n💡 Text\n</aside>\nafter", "⟦note⟧\n💡 Text\n⟦/callout⟧\nafter", ""),
            ("<aside>\nnever closed", "<aside>\nnever closed", ""),
            (":::tip\nText\n:::\nafter", "⟦tip⟧\nText\n⟦/callout⟧\nafter", ""),
            (
                "Get:\n• Bread\n  •\tSalt {{ x }}\n",
                "Get:\n- Bread\n- Salt",
                "3: dropped-markup `{{ x }}` belongs to Jekyll and was left out",
            ),
            ("```\n• Bread\n```\n<p>\n• Salt", "```\n• Bread\n```\n<p>\n• Salt", ""),
            ("::: warning Mind this\nText\n:::", "⟦warning⟧⟦title Mind this⟧\nText\n⟦/callout⟧", ""),
            ("::: {.callout-note title=\"Hi\"}\nText\n:::", "⟦note⟧⟦title Hi⟧\nText\n⟦/callout⟧", ""),
            (
                ":::note[Hi]\n:::row\nText\n:::\n:::",
                "⟦note⟧⟦title Hi⟧\n\nText\n\n⟦/callout⟧",
                "2: dropped-markup `:::row` is no known call-out and was left out",
            ),
            ("we say ::: and\n:::", "we say ::: and\n:::", ""),
        ],
    );
}

#[test]
fn i6_mdx() {
    check(
        "a.mdx",
        &[
            (
                "import A from './a'\n\nText {props.x} and {'more'}\n\n<Spacer />\n",
                "\n\nText and more",
                "1: dropped-markup `import A from './a'` is a line of MDX and was left out\n\
                 3: dropped-markup `{props.x}` is an expression of MDX and was left out\n\
                 5: dropped-markup `<Spacer />` is a component of MDX and was left out",
            ),
            ("<Button href=\"/apply\">Apply</Button>", "[Apply](/apply)", ""),
            (
                "<Button\n  href=\"https://a.example\"\n>\n  Apply now\n</Button>",
                "⟦reference https://a.example Apply now⟧",
                "",
            ),
            ("<Callout type=\"warning\">\n    Text\n</Callout>", "⟦warning⟧\nText\n⟦/callout⟧", ""),
            ("<Tip>\nText\n</Tip>", "⟦tip⟧\nText\n⟦/callout⟧", ""),
            (
                "<Tabs>\n<TabItem value=\"a\" label=\"A\">\na\n</TabItem>\n</Tabs>",
                "⟦tabs⟧\n⟦tab A⟧\na\n⟦/tab⟧\n⟦/tabs⟧",
                "",
            ),
            ("a {/* hidden */} b <>c</>", "a b c", ""),
            (
                "<Card title=\"Pay\" icon={<X />}>\n\nText\n\n</Card>",
                "**Pay**\n\nText",
                "1: dropped-markup `<Card title=\"Pay\" icon={<X />}>` is a component of MDX and was left out",
            ),
            ("<div>\n<Button href=\"/a\">Go</Button>\n</div>", "<div>\n<a href=\"/a\">Go</a>\n</div>", ""),
            ("## Title {#id}", "## Title {#id}", ""),
        ],
    );
}

#[test]
fn i6_what_only_looks_like_a_component_stays_in_markdown() {
    for text in [
        "a Vec<String> and <YOUR-NAME> or <Your Name>",
        "<BR> <IMG SRC=\"a.png\"> <A HREF=\"x\">y</A>",
        "<Details>\ntext\n</Details>",
        "import goods from abroad\n\nexport them",
        "{x} and {:ok, y} and {#id}",
    ] {
        check("a.md", &[(text, text, "")]);
    }
}

#[test]
fn i6_code_and_comments_are_left_alone() {
    for text in [
        "```\n{{ x }}\n```",
        "- a\n  ~~~\n  {% x %}\n  ~~~",
        "> ```\n> {{ x }}\n> ```",
        "a `{{ x }}` and ``{% ` %}``",
        "a\n\n    {{ x }}\n",
        "<!-- {{ x }}\n\n{% y %} -->",
        "<pre>\n\n{{ x }}\n</pre>",
        "\\{{ x }",
    ] {
        let source = SourceFile::new("a.md", text);
        let mut diagnostics = Vec::new();
        assert_eq!(rewrite(&source, 0..text.len(), &mut diagnostics).text, text);
        assert_eq!(diagnostics, []);
    }
}

#[test]
fn i6_unbalanced_tags_lose_no_text() {
    check(
        "a.md",
        &[
            (
                "{% hint style=\"info\" %}\nText",
                "⟦info⟧\nText⟦/callout⟧",
                "1: unclosed-tag `{% hint style=\"info\" %}` is never closed",
            ),
            ("Text\n{% endhint %}\n", "Text", "2: unclosed-tag `{% endhint %}` closes nothing and was left out"),
            (
                "{% tabs %}\n{% tab title=\"A\" %}\na\n{% tab title=\"B\" %}\nb\n{% endtabs %}",
                "⟦tabs⟧\n⟦tab A⟧\na\n⟦/tab⟧⟦tab B⟧\nb\n⟦/tab⟧⟦/tabs⟧",
                "2: unclosed-tag `{% tab title=\"A\" %}` is never closed (and 1 more)",
            ),
            (
                "* a\n  {% hint style=\"info\" %}\n\nb\n{% endhint %}",
                "* a\n\n\nb",
                "2: unclosed-tag `{% hint style=\"info\" %}` is not closed where it was opened, and was left out",
            ),
            (
                "a {% b\n\nc {{ d",
                "a b\n\nc d",
                "1: unclosed-tag `{%` opens a tag that does not end\n\
             3: unclosed-tag `{{` opens a tag that does not end",
            ),
        ],
    );
}

#[test]
fn i5_a_placeholder_cannot_be_forged() {
    let text = "<!a\u{E000}>\n\n***\n\n{% hint style=\"tip\" %}\nText\n{% endhint %}";
    let source = SourceFile::new("a.md", text);
    let rewritten = rewrite(&source, 0..text.len(), &mut Vec::new());
    assert!(rewritten.placed_at(0).is_empty() && rewritten.placed_at(9).is_empty());
    assert_eq!(rewritten.placed_at(14).len(), 1);
}

#[test]
#[expect(clippy::disallowed_methods, reason = "only a clock can tell that time does not grow with the square")]
fn i5_one_mark_however_often_is_read_in_linear_time() {
    let started = std::time::Instant::now();
    for mark in ["{", "`{", "~", "<", "[", "- "] {
        let source = SourceFile::new("a.md", mark.repeat(100_000 / mark.len()));
        rewrite(&source, 0..source.text.len(), &mut Vec::new());
    }
    assert!(started.elapsed().as_secs() < 20, "{:?}", started.elapsed());
}

#[test]
fn a_text_without_dialect_is_borrowed() {
    let source = SourceFile::new("a.md", "# A <b>b</b>\n\nWe import and \\* from &amp; C++\n");
    assert!(matches!(rewrite(&source, 0..10, &mut Vec::new()).text, Cow::Borrowed(_)));
}

#[test]
fn placeholders_are_html_blocks_of_one_line() {
    let text = format!("text\n{}\n**b**\n", placeholder(6399));
    let events: Vec<_> = Parser::new(&text).collect();
    let html = events.iter().find_map(|event| match event {
        Event::Html(html) => placeholder_index(html),
        _ => None,
    });
    assert_eq!(html, Some(6399));
    assert!(events.contains(&Event::Start(Markdown::Strong)));
    assert_eq!(placeholder_index("<!a\u{E001}  x>"), None);
    assert_eq!(placeholder_index("<!aé>"), None);
}
