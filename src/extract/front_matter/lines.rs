//! Lines of front matter, and what a line of `key: value` looks like.
//!
//! Pure looks at single lines; what they add up to is decided by `fence` and `salvage`.

use super::Format;
use crate::data::normalise_key;
use crate::source::Span;

/// A line's place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Line {
    /// The line without its end.
    pub span: Span,
    /// Where the next line starts.
    pub next: usize,
}

/// The lines of the part of `text` that `range` covers; `\n`, `\r\n` and a lone `\r` end one.
pub(super) fn lines(text: &str, range: Span) -> impl Iterator<Item = Line> {
    let mut at = range.start;
    std::iter::from_fn(move || {
        if at >= range.end {
            return None;
        }
        let bytes = &text.as_bytes()[..range.end];
        let end = memchr::memchr2(b'\n', b'\r', &bytes[at..]).map_or(range.end, |length| at + length);
        let next = if bytes[end..].starts_with(b"\r\n") { end + 2 } else { (end + 1).min(range.end) };
        let line = Line { span: at..end, next };
        at = next;
        Some(line)
    })
}

/// Nothing to be seen: white space, zero-width characters and byte-order marks.
pub(super) fn is_blank(text: &str) -> bool {
    text.chars().all(is_blank_char)
}

/// See [`is_blank`].
pub(super) fn is_blank_char(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{200b}'..='\u{200d}' | '\u{feff}')
}

/// Where the two parts of a line of `key: value` stand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct KeyLine {
    /// The key, without quotes and indentation.
    pub key: Span,
    /// How many bytes of white space stand before the key.
    pub indent: usize,
    /// The rest of the line, without white space around it; may be empty.
    pub value: Span,
}

/// Reads a line as a key and the start of its value. `None` for what looks like anything else: prose with a colon in
/// it, an address, a list item, a comment.
pub(super) fn key_line(text: &str, line: &Line, format: Format) -> Option<KeyLine> {
    let whole = &text[line.span.clone()];
    let trimmed = whole.trim_start_matches(is_blank_char);
    let indent = whole.len() - trimmed.len();
    let start = line.span.start + indent;
    // A key's quotes are not looked into: `"a: b": c` is too rare a key.
    let parting = trimmed.find(if format == Format::Toml { '=' } else { ':' })?;
    let written = trimmed[..parting].trim_end_matches(is_blank_char);
    let key = unquoted(written);
    let after = &trimmed[parting + 1..];
    let is_parted = format != Format::Yaml || written != key || after.is_empty() || after.starts_with(is_blank_char);
    // `title:Foo` is a slip, `https://…` and `Note:this` are not.
    if !looks_like_key(key) || !(is_parted || is_known(key) && !after.starts_with("//")) {
        return None;
    }
    let value = after.trim_matches(is_blank_char);
    let value_start = start + parting + 1 + (after.len() - after.trim_start_matches(is_blank_char).len());
    let key_start = start + usize::from(written != key);
    Some(KeyLine { key: key_start..key_start + key.len(), indent, value: value_start..value_start + value.len() })
}

fn unquoted(written: &str) -> &str {
    let inside = |quote| written.strip_prefix(quote).and_then(|rest| rest.strip_suffix(quote));
    inside('"').or_else(|| inside('\'')).unwrap_or(written)
}

/// Short, few words, no punctuation of sentences.
fn looks_like_key(key: &str) -> bool {
    let allowed = |c: char| c.is_alphanumeric() || matches!(c, ' ' | '_' | '-' | '.' | '/' | '(' | ')' | '@' | '$');
    !key.is_empty()
        && key.len() <= 60
        && !key.starts_with(['-', '.', '/', '(', ')'])
        && key.chars().all(allowed)
        && key.split(' ').count() <= 4
}

/// Whether job postings are known to have this key, in any spelling: only then may a doubtful line count as metadata.
pub(super) fn is_known(key: &str) -> bool {
    KNOWN_KEYS.binary_search(&normalise_key(key).as_str()).is_ok()
}

/// Sorted: normalised keys seen in real postings, and those that site generators add to them.
const KNOWN_KEYS: &[&str] = &[
    "active",
    "aliases",
    "applicationlink",
    "applicationurl",
    "apply",
    "applyemail",
    "applylink",
    "applyurl",
    "appointmenttype",
    "basesalary",
    "categories",
    "category",
    "city",
    "closedate",
    "closes",
    "closingdate",
    "commitment",
    "company",
    "compensation",
    "contact",
    "contract",
    "country",
    "createdat",
    "date",
    "dateposted",
    "deadline",
    "department",
    "description",
    "draft",
    "email",
    "employmenttype",
    "excerpt",
    "experience",
    "expire",
    "expires",
    "expirydate",
    "externalurl",
    "featured",
    "function",
    "hidden",
    "hiringorganization",
    "hours",
    "intro",
    "jobcategory",
    "joblocation",
    "jobtitle",
    "keywords",
    "lang",
    "language",
    "layout",
    "level",
    "location",
    "locations",
    "maxpayrange",
    "metades",
    "minpayrange",
    "name",
    "opendate",
    "opens",
    "order",
    "organisation",
    "organization",
    "permalink",
    "position",
    "positionstate",
    "posted",
    "pubdate",
    "published",
    "remote",
    "remotecountries",
    "remotehours",
    "remotepolicy",
    "role",
    "salary",
    "salarymax",
    "salarymin",
    "seniority",
    "skills",
    "slug",
    "state",
    "status",
    "subtitle",
    "summary",
    "tags",
    "team",
    "template",
    "title",
    "type",
    "updated",
    "url",
    "validthrough",
    "weight",
    "workplacetype",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_end_ends_a_line() {
        let text = "a\nb\r\nc\rd\r\r\ne";
        let all: Vec<_> = lines(text, 0..text.len()).map(|line| &text[line.span]).collect();
        assert_eq!(all, ["a", "b", "c", "d", "", "e"]);
        let part: Vec<_> = lines(text, 2..5).map(|line| (line.span, line.next)).collect();
        assert_eq!(part, [(2..3, 5)]);
    }

    #[test]
    fn i2_a_line_of_key_and_value_is_told_from_prose() {
        let yaml = |text: &'static str| {
            let line = lines(text, 0..text.len()).next()?;
            key_line(text, &line, Format::Yaml).map(|found| (&text[found.key], &text[found.value]))
        };
        for (text, expected) in [
            ("title: Foo: Bar ", Some(("title", "Foo: Bar"))),
            ("  \"date posted\" : x", Some(("date posted", "x"))),
            ("tags:", Some(("tags", ""))),
            ("title:\u{a0}Foo", Some(("title", "Foo"))),
            ("title:Foo", Some(("title", "Foo"))),
            ("Application link: https://x.org", Some(("Application link", "https://x.org"))),
            ("\u{8077}\u{7a2e}: x", Some(("\u{8077}\u{7a2e}", "x"))),
            ("https://example.org", None),
            ("url://example.org", None),
            ("Note:this", None),
            ("- title: x", None),
            ("# Heading: x", None),
            ("**Location:** Berlin", None),
            ("We are looking for people who are: kind", None),
            ("Hello, world: x", None),
            (": x", None),
            ("", None),
        ] {
            assert_eq!(yaml(text), expected, "{text:?}");
        }
    }

    #[test]
    fn the_known_keys_are_normalised_and_sorted() {
        assert!(KNOWN_KEYS.is_sorted());
        assert!(KNOWN_KEYS.iter().all(|key| normalise_key(key) == *key));
    }
}
