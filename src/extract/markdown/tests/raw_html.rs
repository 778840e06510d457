use super::*;

#[test]
fn a_safe_subset_of_html_stays() {
    assert_html(&[
        ("a<br>b<br/>c", "<p>a<br>b<br>c</p>"),
        ("H<sub>2</sub>O <kbd>x</kbd> <mark>y</mark>", "<p>H<sub>2</sub>O <kbd>x</kbd> <mark>y</mark></p>"),
        (
            "<details open><summary>S</summary>\n\n**a**\n\n</details>",
            "<details open=\"\"><summary>S</summary><p><strong>a</strong></p></details>",
        ),
        ("<center>a</center>", "<div class=\"align-center\">a</div>"),
        ("<p align=\"center\">a</p>", "<p class=\"align-center\">a</p>"),
        ("<h1>A</h1>\n\n## B", "<h2>A</h2><h3 id=\"b\">B</h3>"),
        ("<a name='x' href='#y'>a</a>", "<p><a href=\"#y\" id=\"x\">a</a></p>"),
        ("<font color=red>a</font>", "<p>a</p>"),
        ("<!-- hidden -->\na <!-- b -->c", "<p>a c</p>"),
        ("<div>a < b & c</div>", "<div>a &lt; b &amp; c</div>"),
        (
            "<figure><img src=\"https://x.org/a.png\" alt=\"\" width=300 data-size=\"x\"><figcaption>c</figcaption></figure>",
            "<figure><img src=\"https://x.org/a.png\" alt=\"\" width=\"300\" loading=\"lazy\" decoding=\"async\"><figcaption>c</figcaption></figure>",
        ),
    ]);
}

#[test]
fn what_stands_moved_in_behind_an_empty_line_of_an_element_is_the_rest_of_it() {
    assert_html(&[
        (
            "<div>\n\t<p>a</p>\n\n\t\t<p>b <b>c</b></p>\n\n\t\t<ul><li>d</li></ul>\n</div>",
            "<div>\n\t<p>a</p><p>b <b>c</b></p>\n\n\t<ul><li>d</li></ul></div>",
        ),
        ("a\n\n    <p>b</p>", "<p>a</p><pre tabindex=\"0\"><code>&lt;p&gt;b&lt;/p&gt;</code></pre>"),
        ("<div>\n\n    let a = 1;\n\n</div>", "<div><pre tabindex=\"0\"><code>let a = 1;\n</code></pre></div>"),
    ]);
    let result = converted("<div>\n\n\t\t<p>Weld.</p>\n\n\t\t<p onclick=x>Sail.</p>\n</div>");
    let lines: Vec<_> = result.document.outline.iter().map(|block| (block.text.as_str(), block.line)).collect();
    assert_eq!(lines, [("Weld.", 3), ("Sail.", 5)]);
}

#[test]
fn malformed_nesting_is_put_right() {
    assert_html(&[
        ("<div><b>a\n\ntext", "<div><b>a\n</b></div><p>text</p>"),
        ("</div></p> a", "a"),
        ("a <b>*b</b>*", "<p>a <b><em>b</em></b></p>"),
    ]);
}

#[test]
fn addresses_in_raw_html_are_treated_like_all_others() {
    let text = "<p><a href='b%20c.md#x'>t</a> <img src=d.png alt=e> <a href='java&#115;cript:x'>u</a></p>";
    let result = converted(text);
    assert_eq!(result.targets(), [("b c.md", "#x"), ("d.png", "")]);
    assert!(result.document.html.contains("<a href=\"\u{e000}0\">t</a>"), "{}", result.document.html);
    assert!(result.document.html.contains("<img src=\"\u{e000}1\" alt=\"e\""), "{}", result.document.html);
    assert_eq!(result.links(), [("t", "b%20c.md#x")]);
    assert_eq!(result.codes(), [("unsafe-link", 1)]);
}

#[test]
fn what_is_dropped_is_a_warning_with_its_line_once_a_kind() {
    let text = "a\n\n<div onclick=x style='y' class=z data-a=b>\n<script>\n1 < 2\n</script>\n<form>kept</form>\n</div>\n\n<div style=q>\n<script src=x></script></div>\n";
    let result = converted(text);
    let expected = [("dropped-html", 3), ("dropped-html", 3), ("dropped-html", 4), ("dropped-html", 7)];
    assert_eq!(result.codes(), expected, "{:?}", result.warnings);
    assert!(result.document.html.contains("kept") && !result.document.html.contains("1 "), "{}", result.document.html);
}

#[test]
fn a_frame_leaves_a_link() {
    let result =
        converted("<iframe src=\"https://video.org/embed/1?x\"></iframe>\n\nsee <iframe src=//v.org></iframe> here");
    let expected = "<p class=\"embed\"><a href=\"https://video.org/embed/1?x\" rel=\"noopener\">video.org/embed/1</a></p>\n\
                    <p>see <a href=\"https://v.org\" rel=\"noopener\">v.org</a> here</p>\n";
    assert_eq!(result.document.html, expected);
    assert_eq!(result.codes(), [("dropped-html", 1)]);
}

#[test]
fn inline_script_goes_with_its_content() {
    assert_html(&[
        ("a <script>alert('x') *b*</script> c", "<p>a  c</p>"),
        ("a <svg><path d='x'/><text>t</text></svg> c", "<p>a  c</p>"),
        ("a <script>never closed", "<p>a never closed</p>"),
        // The end of the heading is hidden, its beginning is not.
        ("a<h3><script><!--</h3></script>", "<p>a</p><h2><p></p></h2>"),
    ]);
}

#[test]
fn a_comment_that_never_ends_is_warned_about() {
    assert_eq!(converted("a\n\n<!-- b\n\nc").codes(), [("unclosed-comment", 3)]);
}

#[test]
fn trusted_authors_html_stays_as_it_is() {
    let text = "<div style='x' onclick=y><script src=\"a.js\">1 < 2</script>\n<a href=b.md>t</a></div>";
    let result = converted_as(text, RawHtml::Allow, &[]);
    let expected =
        "<div style='x' onclick=y><script src=\"\u{e000}0\">1 < 2</script>\n<a href=\"\u{e000}1\">t</a></div>";
    assert_eq!(result.document.html, expected);
    assert_eq!(result.targets(), [("a.js", ""), ("b.md", "")]);
    assert!(result.warnings.is_empty());
}

#[test]
fn nothing_that_runs_reaches_the_page() {
    let attacks = [
        "<script>alert(1)</script>",
        "<SCRIPT SRC=//x></SCRIPT>",
        "<scr<script>ipt>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "<img src=\"x\" onerror=\"alert(1)\" / >",
        "<svg onload=alert(1)>",
        "<svg><script>alert(1)</script></svg>",
        "<math><mi//xlink:href=\"javascript:alert(1)\">",
        "<a href=\"javascript:alert(1)\">a</a>",
        "<a href=\"jav&#x09;ascript:alert(1)\">a</a>",
        "<a href=\"&#106;avascript&colon;alert(1)\">a</a>",
        "<a href=' \u{1}javascript:alert(1)'>a</a>",
        "<a href=\"data:text/html,<script>alert(1)</script>\">a</a>",
        "[a](javascript:alert(1))",
        "[a](java\nscript:alert(1))",
        "[a](<java&Tab;script:alert(1)>)",
        "[a](javascript&colon;alert(1))",
        "[a](vbscript:msgbox(1))",
        "![a](javascript:alert(1))",
        "![a\" onerror=\"alert(1)](https://x.org)",
        "![a](https://x.org\"onerror=\"alert(1))",
        "[a](https://x.org \"t\\\" onclick=\\\"alert(1)\")",
        "[a]: javascript:alert(1)\n\n[a]",
        "<javascript:alert(1)>",
        "<https://x.org/\"onclick=alert(1)>",
        "https://x.org/\"onclick=\"alert(1)",
        "```\" onclick=\"alert(1)\nx\n```",
        "```html\n<script>alert(1)</script>\n```",
        "# a {onclick=alert(1)}",
        "# a {#x\"onclick=\"alert(1)}",
        "<div style=\"background:url(javascript:alert(1))\">",
        "<iframe src=\"javascript:alert(1)\"></iframe>",
        "<iframe srcdoc=\"<script>alert(1)</script>\">",
        "<object data=x><embed src=x><form action=x><button formaction=x>",
        "<meta http-equiv=refresh content=0><base href=//x><link rel=stylesheet href=x>",
        "<p title='a\"><script>alert(1)</script>'>",
        "<p title=\"><script>alert(1)</script>",
        "<!-- --!><script>alert(1)</script> -->",
        "<!--> <script>alert(1)</script> -->",
        "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
        "<style><img src=\"</style><img src=x onerror=alert(1)>\">",
        "<table><td background=javascript:alert(1)>",
        "<x onclick=alert(1)>a</x>",
        "<![CDATA[<script>alert(1)</script>]]>",
        "<details ontoggle=alert(1) open>",
        "\u{e000}0 \"\u{e001}0",
        "a <b onmouseover=alert(1)//\nc>d</b>",
    ];
    for attack in attacks {
        let page = html(attack);
        properties::assert_nothing_runs(&page);
    }
}
