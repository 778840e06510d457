//! HTML for those who read it elsewhere: addresses below the site become whole ones.

use crate::config::BaseUrl;

/// The attributes that hold one address each.
const ATTRIBUTES: [&str; 4] = ["href=\"", "src=\"", "cite=\"", "poster=\""];

/// `html` with addresses that begin with `/` or `#` made whole. `page` is the address of the page it stands on.
///
/// In goes the HTML that `extract` writes: attributes in double quotes, `<` only where a tag begins.
pub(super) fn links(html: &str, base: &BaseUrl, page: &str) -> String {
    let mut out = String::with_capacity(html.len() + 256);
    let mut rest = html;
    while let Some(open) = rest.find('<') {
        let end = tag_end(rest, open);
        out.push_str(&rest[..open]);
        push_tag(&mut out, &rest[open..end], base, page);
        rest = &rest[end..];
    }
    out.push_str(rest);
    out
}

/// Where the tag that begins at `open` ends; a `>` in an attribute's quotes does not end it.
fn tag_end(html: &str, open: usize) -> usize {
    let mut quoted = false;
    let end = html[open..].bytes().position(|byte| {
        quoted ^= byte == b'"';
        byte == b'>' && !quoted
    });
    end.map_or(html.len(), |end| open + end + 1)
}

fn push_tag(out: &mut String, tag: &str, base: &BaseUrl, page: &str) {
    let mut rest = tag;
    while let Some(value) = next_address(rest) {
        out.push_str(&rest[..value]);
        rest = &rest[value..];
        if rest.starts_with('/') && !rest.starts_with("//") {
            out.push_str(base.origin());
        } else if rest.starts_with('#') {
            out.push_str(page);
        }
    }
    out.push_str(rest);
}

/// Where the next attribute's address begins.
fn next_address(tag: &str) -> Option<usize> {
    let stands_alone = |at: usize| tag[..at].ends_with(char::is_whitespace);
    let starts = ATTRIBUTES.iter().flat_map(|attribute| {
        tag.match_indices(attribute).filter(|(at, _)| stands_alone(*at)).map(|(at, found)| at + found.len())
    });
    starts.min()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn o4_addresses_below_the_site_become_whole_and_all_others_stay() {
        let base = BaseUrl::parse("https://example.com/careers/").expect("an address");
        let made = |html: &str| links(html, &base, "https://example.com/careers/jobs/a/");
        for (html, expected) in [
            (r#"<a href="/careers/b/">x</a>"#, r#"<a href="https://example.com/careers/b/">x</a>"#),
            (r##"<a id="x" href="#top">"##, r#"<a id="x" href="https://example.com/careers/jobs/a/#top">"#),
            (
                r#"<img alt="a > b" src="/careers/i.png">"#,
                r#"<img alt="a > b" src="https://example.com/careers/i.png">"#,
            ),
            (
                r#"<a href="//cdn/x"><a href="mailto:a@b"><a href="https://x/">"#,
                r#"<a href="//cdn/x"><a href="mailto:a@b"><a href="https://x/">"#,
            ),
            (r#"<p title="see href=&quot;/x">href="/y"</p>"#, r#"<p title="see href=&quot;/x">href="/y"</p>"#),
            (r#"<a data-href="/x">"#, r#"<a data-href="/x">"#),
            ("a < b", "a < b"),
        ] {
            assert_eq!(made(html), expected, "{html}");
        }
    }
}
