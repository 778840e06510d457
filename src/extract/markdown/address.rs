//! What an address in a posting is: one that leads somewhere by itself, one that only the site can resolve, or one that
//! must not be on a page.

use std::borrow::Cow;

use super::{autolink, escape};

/// An address, read as a browser reads it.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Address<'u> {
    /// `http:`, `https:`, `mailto:`, `tel:`, a fragment, or a path from the root.
    Absolute(Cow<'u, str>),
    /// Relative to the file: the path, percent-decoded and with `/` between its parts, and the query and fragment.
    Relative {
        target: String,
        suffix: String,
    },
    /// A `data:` address.
    Data(&'u str),
    /// Of a scheme that a posting may not use.
    Unsafe,
    Empty,
}

/// Reads an address whose entities are resolved.
pub(super) fn classify(written: &str) -> Address<'_> {
    let written = written.trim_matches(|c: char| c.is_whitespace() || c.is_control());
    if starts_with_ignoring_case(written, "data:") {
        return Address::Data(written);
    }
    let url = without_controls(written);
    match scheme(&url) {
        Some("mailto" | "tel") => Address::Absolute(without_space(url)),
        Some("http" | "https") => Address::Absolute(url),
        Some(other) if ["http", "https", "mailto", "tel"].iter().any(|s| s.eq_ignore_ascii_case(other)) => {
            Address::Absolute(url)
        }
        Some(_) => Address::Unsafe,
        None => without_scheme(url),
    }
}

/// The first of two addresses that a slip made one: `https://example.com/a` of
/// `https://example.com/a](https://example.com/a`. No address holds `](` unescaped (RFC 3986, section 2.2).
pub(super) fn before_slip(written: &str) -> &str {
    written.split_once("](").map_or(written, |(first, _)| first)
}

/// Whether a link there leaves the site, as far as one can tell from the address.
pub(super) fn is_external(url: &str) -> bool {
    starts_with_ignoring_case(url, "http:") || starts_with_ignoring_case(url, "https:")
}

/// An address as a reader sees it where a link has no text of its own: host and path.
pub(super) fn shown(url: &str) -> &str {
    let url = ["https://", "http://", "//", "mailto:", "tel:"].iter().find_map(|p| url.strip_prefix(p)).unwrap_or(url);
    let url = url.strip_prefix("www.").unwrap_or(url);
    let url = url.split(['?', '#']).next().filter(|u| !u.is_empty()).unwrap_or(url);
    url.strip_suffix('/').filter(|u| !u.is_empty()).unwrap_or(url)
}

fn starts_with_ignoring_case(text: &str, prefix: &str) -> bool {
    text.as_bytes().get(..prefix.len()).is_some_and(|start| start.eq_ignore_ascii_case(prefix.as_bytes()))
}

/// Browsers drop tabs and line breaks inside addresses, so `java\nscript:` is a scheme.
fn without_controls(url: &str) -> Cow<'_, str> {
    let dropped = |c: char| matches!(c, '\t' | '\n') || escape::invisible(c).is_some();
    if url.contains(dropped) { Cow::Owned(url.replace(dropped, "")) } else { Cow::Borrowed(url) }
}

/// `mailto: ann@example.com` without the space, with which it leads to nobody.
fn without_space(url: Cow<'_, str>) -> Cow<'_, str> {
    match url.split_once(':') {
        Some((scheme, rest)) if rest.starts_with(' ') => Cow::Owned(format!("{scheme}:{}", rest.trim_start())),
        _ => url,
    }
}

fn scheme(url: &str) -> Option<&str> {
    let (scheme, _) = url.split_once(':')?;
    let valid = scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'+' | b'.' | b'-'));
    valid.then_some(scheme)
}

fn without_scheme(url: Cow<'_, str>) -> Address<'_> {
    if url.is_empty() {
        return Address::Empty;
    }
    if url.starts_with(['#', '?']) {
        return Address::Absolute(url);
    }
    if autolink::is_email(&url) {
        return Address::Absolute(Cow::Owned(format!("mailto:{url}")));
    }
    // Browsers take `\` for `/`, and so do people on Windows.
    let split = url.find(['#', '?']).unwrap_or(url.len());
    let path =
        if url[..split].contains('\\') { Cow::Owned(url[..split].replace('\\', "/")) } else { url[..split].into() };
    let suffix = &url[split..];
    if path.starts_with("//") {
        return Address::Absolute(Cow::Owned(format!("https:{path}{suffix}")));
    }
    if path.starts_with('/') {
        return Address::Absolute(Cow::Owned(format!("{path}{suffix}")));
    }
    Address::Relative { target: percent_decoded(&path), suffix: suffix.to_owned() }
}

/// Undoes percent-encoding; what is not UTF-8 then stays as written.
fn percent_decoded(path: &str) -> String {
    if !path.contains('%') {
        return path.to_owned();
    }
    let bytes = path.as_bytes();
    let mut decoded = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        let byte =
            path.get(at + 1..at + 3).filter(|_| bytes[at] == b'%').and_then(|hex| u8::from_str_radix(hex, 16).ok());
        decoded.push(byte.unwrap_or(bytes[at]));
        at += if byte.is_some() { 3 } else { 1 };
    }
    String::from_utf8(decoded).unwrap_or_else(|_| path.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_that_leads_somewhere_by_itself_stays() {
        let cases = [
            ("https://x.org", "https://x.org"),
            (" HTTPS://x.org\n", "HTTPS://x.org"),
            ("mailto:a@b.org", "mailto:a@b.org"),
            ("mailto: a@b.org", "mailto:a@b.org"),
            ("a@b.org", "mailto:a@b.org"),
            ("tel:+49", "tel:+49"),
            ("#top", "#top"),
            ("/jobs/?a=\\b", "/jobs/?a=\\b"),
            ("//cdn.org/x.png", "https://cdn.org/x.png"),
            ("/\\evil.org", "https://evil.org"),
        ];
        for (written, expected) in cases {
            assert_eq!(classify(written), Address::Absolute(expected.into()), "{written:?}");
        }
    }

    #[test]
    fn an_address_beside_the_file_is_relative() {
        let cases = [
            ("other.md#x", "other.md", "#x"),
            ("./a%20b.png", "./a b.png", ""),
            ("..\\img\\x.pdf?v=1", "../img/x.pdf", "?v=1"),
            ("100%.png", "100%.png", ""),
            ("%ff.png", "%ff.png", ""),
            ("a/b:c.md", "a/b:c.md", ""),
            ("\u{e000}3", "3", ""),
        ];
        for (written, target, suffix) in cases {
            let expected = Address::Relative { target: target.into(), suffix: suffix.into() };
            assert_eq!(classify(written), expected, "{written:?}");
        }
    }

    #[test]
    fn any_other_scheme_is_unsafe() {
        let written = [
            "javascript:alert(1)",
            " \u{1}JaVaScRiPt:x",
            "java\nscript:x",
            "java\tscript\u{200b}:x",
            "vbscript:x",
            "file:///etc",
            "C:\\x.png",
            "blob:x",
        ];
        for url in written {
            assert_eq!(classify(url), Address::Unsafe, "{url:?}");
        }
        assert_eq!(classify("DATA:text/html,x"), Address::Data("DATA:text/html,x"));
        assert_eq!(classify(" \u{200b}"), Address::Empty);
    }

    #[test]
    fn a_bare_address_is_shown_as_host_and_path() {
        assert_eq!(shown("https://www.x.org/a/?b=c"), "x.org/a");
        assert_eq!(shown("mailto:a@b.org"), "a@b.org");
        assert_eq!(shown("#"), "#");
    }
}
