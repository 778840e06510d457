//! A posting's HTML for those who read it elsewhere: feed readers, job boards, search engines.
//!
//! In goes the HTML that `extract` writes, with attributes in double quotes and `<` only where a tag begins. Out comes the
//! same text with whole addresses, and without what only our own stylesheet understands.

use crate::config::BaseUrl;

/// The attributes that mean something without our stylesheet and scripts.
const KEPT: [&str; 14] = [
    "alt", "cite", "colspan", "controls", "datetime", "height", "href", "lang", "open", "poster", "rowspan", "src",
    "start", "width",
];
/// Those of them that hold an address.
const ADDRESSES: [&str; 4] = ["cite", "href", "poster", "src"];
/// Elements that only carry classes.
const UNWRAPPED: [&str; 2] = ["span", "div"];

/// Where an HTML text stands on the web.
#[derive(Clone, Copy)]
pub(in crate::render) struct Place<'a> {
    pub base: &'a BaseUrl,
    /// The whole address of its page.
    pub page: &'a str,
}

/// `html` as it reads anywhere. Without a place, addresses stay as they are.
pub(in crate::render) fn html(html: &str, place: Option<Place<'_>>) -> String {
    let mut out = String::with_capacity(html.len());
    let mut rest = html;
    while let Some(open) = rest.find('<') {
        let end = tag_end(rest, open);
        out.push_str(&rest[..open]);
        push_tag(&mut out, &rest[open..end], place);
        rest = &rest[end..];
    }
    out.push_str(rest);
    out
}

/// Where the tag that begins at `open` ends; a `>` in an attribute's quotes does not end it.
pub(super) fn tag_end(html: &str, open: usize) -> usize {
    let mut quoted = false;
    let end = html[open..].bytes().position(|byte| {
        quoted ^= byte == b'"';
        byte == b'>' && !quoted
    });
    end.map_or(html.len(), |end| open + end + 1)
}

fn push_tag(out: &mut String, tag: &str, place: Option<Place<'_>>) {
    let inner = tag.trim_start_matches('<').trim_end_matches('>');
    let name_end = inner.find(|c: char| c.is_whitespace()).unwrap_or(inner.len());
    let (name, mut attributes) = inner.split_at(name_end);
    if UNWRAPPED.contains(&name.trim_matches('/')) {
        return;
    }
    out.push('<');
    out.push_str(name);
    while let Some((name, value, rest)) = next_attribute(attributes) {
        if KEPT.contains(&name) {
            push_attribute(out, name, value, place);
        }
        attributes = rest;
    }
    if attributes.trim_end().ends_with('/') {
        out.push_str(" /");
    }
    out.push('>');
}

/// The next attribute's name and value, and what comes after it.
pub(super) fn next_attribute(text: &str) -> Option<(&str, Option<&str>, &str)> {
    let text = text.trim_start();
    let end = text.find(|c: char| c.is_whitespace() || c == '=').unwrap_or(text.len());
    let (name, rest) = text.split_at(end);
    if name.is_empty() || name == "/" {
        return None;
    }
    match rest.strip_prefix("=\"").and_then(|rest| rest.split_once('"')) {
        Some((value, rest)) => Some((name, Some(value), rest)),
        None => Some((name, None, rest.strip_prefix('=').unwrap_or(rest))),
    }
}

fn push_attribute(out: &mut String, name: &str, value: Option<&str>, place: Option<Place<'_>>) {
    out.push(' ');
    out.push_str(name);
    let Some(value) = value else { return };
    out.push_str("=\"");
    if let Some(place) = place.filter(|_| ADDRESSES.contains(&name)) {
        if value.starts_with('/') && !value.starts_with("//") {
            out.push_str(place.base.origin());
        } else if value.starts_with('#') {
            out.push_str(place.page);
        }
    }
    out.push_str(value);
    out.push('"');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn o4_addresses_below_the_site_become_whole_and_all_others_stay() {
        let base = BaseUrl::parse("https://example.com/careers/").expect("an address");
        let place = Place { base: &base, page: "https://example.com/careers/jobs/a/" };
        for (given, expected) in [
            (r#"<a href="/careers/b/">x</a>"#, r#"<a href="https://example.com/careers/b/">x</a>"#),
            (r##"<a href="#top">"##, r#"<a href="https://example.com/careers/jobs/a/#top">"#),
            (r#"<img src="/i.png" alt="a > b" />"#, r#"<img src="https://example.com/i.png" alt="a > b" />"#),
            (r#"<a href="//cdn/x"><a href="mailto:a@b">"#, r#"<a href="//cdn/x"><a href="mailto:a@b">"#),
            (r#"<p>href="/y"</p>"#, r#"<p>href="/y"</p>"#),
        ] {
            assert_eq!(html(given, Some(place)), expected, "{given}");
        }
    }

    #[test]
    fn what_only_our_stylesheet_understands_is_left_out() {
        for (given, expected) in [
            (r#"<h2 id="x">A</h2>"#, "<h2>A</h2>"),
            (
                r#"<pre tabindex="0"><code class="l"><span class="hl-a">x</span></code></pre>"#,
                "<pre><code>x</code></pre>",
            ),
            (
                r#"<div class="table-scroll" tabindex="0"><th scope="col" colspan="2">A</th></div>"#,
                r#"<th colspan="2">A</th>"#,
            ),
            (r#"<ol start="3"><li>A<br />B</li></ol>"#, r#"<ol start="3"><li>A<br />B</li></ol>"#),
            (r#"<details open class="x"><input type="checkbox" checked disabled>"#, "<details open><input>"),
            (r#"<a href="/b/" rel="noopener" class="c">"#, r#"<a href="/b/">"#),
        ] {
            assert_eq!(html(given, None), expected, "{given}");
        }
    }
}
