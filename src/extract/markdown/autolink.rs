//! Bare addresses in running text, by the rules of GitHub's autolink extension.
//!
//! Three departures from it: an address also ends at the punctuation of East Asian text, which has no spaces around it, at
//! an unbalanced `]` as at an unbalanced `)`, and at the brackets of a link that is written wrong.

use std::ops::Range;

use super::address;

/// The lines of a text that may hold a bare address, so that all others need no look.
#[derive(Debug, Default)]
pub(super) struct Candidates {
    /// Start of the line, and its last sign of an address.
    lines: Vec<Range<usize>>,
}

impl Candidates {
    /// Finds them in one pass. Offsets are those of `text`.
    pub(super) fn locate(text: &str, within: Range<usize>) -> Self {
        let bytes = text.as_bytes();
        let mut lines: Vec<Range<usize>> = Vec::new();
        for found in memchr::memchr3_iter(b'@', b':', b'w', &bytes[within.clone()]) {
            let at = within.start + found;
            if !is_sign(bytes, at) {
                continue;
            }
            match lines.last_mut() {
                Some(line) if memchr::memchr(b'\n', &bytes[line.end..at]).is_none() => line.end = at,
                _ => {
                    let start = memchr::memrchr(b'\n', &bytes[within.start..at]).map_or(0, |n| n + 1);
                    lines.push(within.start + start..at);
                }
            }
        }
        Self { lines }
    }

    /// Whether an address may follow on the same line at or after `offset`.
    pub(super) fn follow(&self, offset: usize) -> bool {
        let next = self.lines.partition_point(|line| line.end < offset);
        self.lines.get(next).is_some_and(|line| line.start <= offset)
    }
}

fn is_sign(bytes: &[u8], at: usize) -> bool {
    match bytes[at] {
        b'@' => true,
        b':' => bytes[at..].starts_with(b"://"),
        _ => bytes[at..].starts_with(b"www."),
    }
}

/// A bare address: where it stands in the text, and what its link needs in front of it.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct BareAddress {
    pub(super) range: Range<usize>,
    pub(super) prefix: &'static str,
}

/// All bare addresses of a run of text, in order.
pub(super) fn find(run: &str) -> Vec<BareAddress> {
    let mut found = Vec::new();
    let mut from = 0;
    for at in memchr::memchr3_iter(b'@', b':', b'w', run.as_bytes()) {
        if at < from || !is_sign(run.as_bytes(), at) {
            continue;
        }
        let address = match run.as_bytes()[at] {
            b'@' => email_around(run, from, at),
            b':' => url_around(run, from, at),
            _ => www_at(run, at),
        };
        if let Some(address) = address {
            from = address.range.end;
            found.push(address);
        }
    }
    found
}

/// Whether all of `text` is an e-mail address.
pub(super) fn is_email(text: &str) -> bool {
    memchr::memchr(b'@', text.as_bytes())
        .and_then(|at| email_around(text, 0, at))
        .is_some_and(|email| email.range == (0..text.len()))
}

fn email_around(run: &str, from: usize, at: usize) -> Option<BareAddress> {
    let bytes = run.as_bytes();
    let local = bytes[from..at].iter().rev().take_while(|b| b.is_ascii_alphanumeric() || b".+-_".contains(b)).count();
    let domain = bytes[at + 1..].iter().take_while(|b| b.is_ascii_alphanumeric() || b".-_".contains(b)).count();
    let domain = run[at + 1..at + 1 + domain].trim_end_matches('.');
    let valid =
        domain.contains('.') && !domain.ends_with(['-', '_']) && domain.split('.').all(|label| !label.is_empty());
    if local == 0 || !valid {
        return None;
    }
    let start = at - local;
    let (start, prefix) = if run[from..start].ends_with("mailto:") { (start - 7, "") } else { (start, "mailto:") };
    Some(BareAddress { range: start..at + 1 + domain.len(), prefix })
}

fn url_around(run: &str, from: usize, colon: usize) -> Option<BareAddress> {
    let scheme = run.as_bytes()[from..colon].iter().rev().take_while(|b| b.is_ascii_alphabetic()).count();
    let start = colon - scheme;
    let known = ["http", "https"].iter().any(|known| run[start..colon].eq_ignore_ascii_case(known));
    let host = run[colon + 3..].starts_with(char::is_alphanumeric);
    (known && host).then(|| BareAddress { range: start..start + trimmed_len(&run[start..]), prefix: "" })
}

fn www_at(run: &str, at: usize) -> Option<BareAddress> {
    let before = run[..at].chars().next_back();
    let rest = &run[at + 4..];
    let domain = rest.find(|c: char| !c.is_alphanumeric() && c != '-').unwrap_or(rest.len());
    let starts = before.is_none_or(|c| !c.is_alphanumeric() && !"-./@".contains(c));
    let valid = starts
        && domain > 0
        && rest[domain..].starts_with('.')
        && rest[domain + 1..].starts_with(char::is_alphanumeric);
    valid.then(|| BareAddress { range: at..at + trimmed_len(&run[at..]), prefix: "http://" })
}

/// The length of the address that `text` starts with: up to a space, less punctuation that belongs to the sentence.
fn trimmed_len(text: &str) -> usize {
    let end = text.find(ends_address).unwrap_or(text.len());
    let mut url = address::before_slip(&text[..end]);
    let count = |c: u8| url.bytes().filter(|&b| b == c).count();
    let mut unopened = [count(b')').saturating_sub(count(b'(')), count(b']').saturating_sub(count(b'['))];
    while let Some(last) = url.chars().next_back() {
        match last {
            '?' | '!' | '.' | ',' | ':' | ';' | '*' | '_' | '~' | '\'' | '"' | '`' | '|' | '\\' => {}
            ')' if unopened[0] > 0 => unopened[0] -= 1,
            ']' if unopened[1] > 0 => unopened[1] -= 1,
            _ => break,
        }
        url = &url[..url.len() - last.len_utf8()];
    }
    url.len()
}

fn ends_address(c: char) -> bool {
    c.is_whitespace()
        || matches!(c, '<' | '>' | '\u{ab}' | '\u{bb}' | '\u{2018}'..='\u{201f}' | '\u{2026}')
        || matches!(c, '\u{3000}'..='\u{3003}' | '\u{3008}'..='\u{3011}' | '\u{ff01}' | '\u{ff08}' | '\u{ff09}')
        || matches!(c, '\u{ff0c}' | '\u{ff1a}' | '\u{ff1b}' | '\u{ff1f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn addresses(run: &str) -> Vec<String> {
        find(run).into_iter().map(|a| format!("{}{}", a.prefix, &run[a.range])).collect()
    }

    #[test]
    fn i6_bare_addresses_are_found_as_github_finds_them() {
        let cases: &[(&str, &[&str])] = &[
            ("see https://x.org/a_b.", &["https://x.org/a_b"]),
            ("(https://x.org/a_(b)) and", &["https://x.org/a_(b)"]),
            ("[https://x.org] \"https://y.org\"", &["https://x.org", "https://y.org"]),
            ("www.x.org/path?a=b, www.y.org!", &["http://www.x.org/path?a=b", "http://www.y.org"]),
            ("mail jobs@x.org.", &["mailto:jobs@x.org"]),
            ("mailto:jobs@x.org", &["mailto:jobs@x.org"]),
            ("https://u@x.org/@me a@b.c", &["https://u@x.org/@me", "mailto:a@b.c"]),
            ("\u{8be6}\u{89c1}https://x.org\u{ff0c}\u{6211}", &["https://x.org"]),
            ("Http://X.org http://", &["Http://X.org"]),
            ("a://b xhttps://x.org @me me@ a@b a@b- w.w www. wwww.x.org ://", &[]),
        ];
        for (run, expected) in cases {
            assert_eq!(addresses(run), *expected, "{run}");
        }
    }

    #[test]
    fn only_lines_with_a_sign_are_candidates() {
        let text = "one\ntwo a@b.c x\nthree http://x";
        let candidates = Candidates::locate(text, 0..text.len());
        let following: Vec<_> = [0, 4, 9, 10, 16, 24].map(|at| candidates.follow(at)).into();
        assert_eq!(following, [false, true, true, false, true, true]);
    }

    #[test]
    fn i5_long_runs_of_signs_take_linear_time() {
        for sign in ["@", "a@", "www.", "www.a.", "://", "http://", "((", "[x]("] {
            let run = sign.repeat(100_000);
            let _ = find(&run);
            let _ = Candidates::locate(&run, 0..run.len());
        }
    }
}
