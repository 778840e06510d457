//! Addresses in a text: e-mail addresses as they are or spelled out for people alone, and hosts known for applications.
//!
//! In goes a text, out come addresses. What they are for is not decided here.

use std::borrow::Cow;
use std::sync::LazyLock;

use crate::infer::table;
use crate::infer::words::is_one_of;

/// What kind of host a link leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Host {
    /// An applicant tracking system.
    System,
    /// A maker of forms.
    Form,
}

const DATA: &str = include_str!("../data/apply_hosts.txt");

static HOSTS: LazyLock<Vec<(&'static str, Host)>> = LazyLock::new(|| {
    let of_kind = |section, kind| entries(section).map(move |name| (name, kind));
    of_kind("system", Host::System).chain(of_kind("form", Host::Form)).collect()
});

static MAILBOXES: LazyLock<Vec<&str>> = LazyLock::new(|| entries("mailbox").collect());

fn entries(section: &'static str) -> impl Iterator<Item = &'static str> {
    table::rows(DATA).filter(move |row| row.section == section).flat_map(|row| row.forms().collect::<Vec<_>>())
}

/// Whether the name before the `@` says that applications go there: `jobs@…`, `hr+berlin@…`.
pub(super) fn is_for_hiring(email: &str) -> bool {
    let name = email.split('@').next().unwrap_or("");
    name.split(['.', '-', '_', '+']).any(|part| is_one_of(part, &MAILBOXES))
}

/// The kind of host that `url` leads to; `None` for one not known for applications.
pub(super) fn host(url: &str) -> Option<Host> {
    let (_, rest) = url.split_once("://")?;
    let (name, path) = rest.split_at(rest.find(['/', '?', '#', ':']).unwrap_or(rest.len()));
    let is_below = |host: &str| {
        let name = name.len().checked_sub(host.len()).map(|at| (name.as_bytes(), at));
        name.is_some_and(|(name, at)| {
            name[at..].eq_ignore_ascii_case(host.as_bytes()) && (at == 0 || name[at - 1] == b'.')
        })
    };
    let leads_to = |known: &str| match known.split_once('/') {
        Some((host, folder)) => is_below(host) && path.strip_prefix('/').is_some_and(|path| path.starts_with(folder)),
        None => is_below(known),
    };
    HOSTS.iter().find(|(known, _)| leads_to(known)).map(|(_, kind)| *kind)
}

/// The address that `text` is or holds: `https://…` as it is, `jobs@example.com` as `mailto:`, `example.com/apply` with
/// `https://`.
pub(in crate::infer) fn address(text: &str) -> Option<String> {
    let text = text.trim().trim_start_matches('<').trim_end_matches('>').trim();
    let lower = text.get(..8.min(text.len())).unwrap_or("").to_ascii_lowercase();
    if lower.starts_with("https://") || lower.starts_with("http://") || lower.starts_with("mailto:") {
        return (!text.contains(char::is_whitespace)).then(|| text.to_owned());
    }
    if let Some(email) = emails(&spelled_plainly(text)).next() {
        return Some(format!("mailto:{email}"));
    }
    let host = text.split(['/', '?', '#']).next().unwrap_or("");
    let is_host = host.rsplit_once('.').is_some_and(|(name, end)| {
        !name.is_empty()
            && end.len() >= 2
            && end.bytes().all(|b| b.is_ascii_alphabetic())
            && !end.eq_ignore_ascii_case("md")
    });
    (is_host && !text.contains(char::is_whitespace) && host.is_ascii()).then(|| format!("https://{text}"))
}

/// The e-mail addresses of `text`.
pub(super) fn emails(text: &str) -> impl Iterator<Item = &str> {
    memchr::memchr_iter(b'@', text.as_bytes()).filter_map(|at| {
        let start = local_start(text, at);
        let is_domain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-');
        let end = text[at + 1..].find(|c: char| !is_domain(c)).map_or(text.len(), |length| at + 1 + length);
        let domain = text[at + 1..end].trim_end_matches(['.', '-']);
        let (name, top) = domain.rsplit_once('.')?;
        let local = text[start..at].trim_start_matches(['.', '-']);
        let valid =
            !local.is_empty() && !name.is_empty() && top.len() >= 2 && top.bytes().all(|b| b.is_ascii_alphabetic());
        valid.then(|| &text[at - local.len()..at + 1 + domain.len()])
    })
}

/// Where the name before the `@` at `at` begins.
pub(super) fn local_start(text: &str, at: usize) -> usize {
    let is_local = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-' | '+' | '%');
    text[..at]
        .rfind(|c: char| !is_local(c))
        .map_or(0, |before| before + text[before..].chars().next().map_or(1, char::len_utf8))
}

/// The text with `jobs (at) example [dot] com` written as `jobs@example.com`.
pub(super) fn spelled_plainly(text: &str) -> Cow<'_, str> {
    if !has_spelled_sign(text) {
        return in_words(text).map_or(Cow::Borrowed(text), Cow::Owned);
    }
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(open) = rest.find(['(', '[', '{']) {
        let inside = &rest[open + 1..];
        let sign = [("at", '@'), ("dot", '.'), ("punkt", '.'), ("point", '.'), ("punto", '.'), ("@", '@'), (".", '.')];
        let spelled = inside.find([')', ']', '}']).and_then(|close| {
            let word = inside[..close].trim();
            let (_, mark) = sign.iter().find(|(known, _)| known.eq_ignore_ascii_case(word))?;
            Some((*mark, &inside[close + 1..]))
        });
        if let Some((mark, behind)) = spelled {
            plain.push_str(rest[..open].trim_end_matches(' '));
            plain.push(mark);
            rest = behind.trim_start_matches(' ');
        } else {
            plain.push_str(&rest[..=open]);
            rest = inside;
        }
    }
    plain.push_str(rest);
    Cow::Owned(plain)
}

/// The same for an address all of whose signs are words: `jobs at example dot com`.
fn in_words(text: &str) -> Option<String> {
    const DOTS: [&str; 4] = [" dot ", " punkt ", " punto ", " ponto "];
    const SIGNS: [&str; 5] = [" at ", " arroba ", " arobase ", " ät ", " klammeraffe "];
    const TOPS: [&str; 14] =
        ["com", "org", "net", "io", "co", "de", "es", "fr", "nl", "br", "eu", "dev", "example", "info"];
    let dot = DOTS.iter().find_map(|dot| Some((memchr::memmem::find(text.as_bytes(), dot.as_bytes())?, dot.len())));
    let (dot, length) = dot?;
    let top = text[dot + length..].split(|c: char| !c.is_ascii_alphanumeric()).next()?;
    let (sign, sign_length) = SIGNS.iter().filter_map(|sign| Some((text[..dot].rfind(sign)?, sign.len()))).max()?;
    let name = &text[sign + sign_length..dot];
    let is_name = !name.is_empty() && name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
    let before = &text[..sign];
    (is_name && TOPS.contains(&top)).then(|| format!("{before}@{name}.{}", &text[dot + length..]))
}

/// Whether a sign stands in brackets as a word: `(at)`, `[ AT ]`, `{@}`.
fn has_spelled_sign(text: &str) -> bool {
    let bytes = text.as_bytes();
    memchr::memchr3_iter(b')', b']', b'}', bytes).any(|close| {
        let inside = text[..close].trim_end_matches(' ');
        inside.ends_with('@') || inside.len() > 2 && inside.as_bytes()[inside.len() - 2..].eq_ignore_ascii_case(b"at")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn f2_addresses_spelled_out_for_people_are_read() {
        for (text, expected) in [
            ("jobs (at) example (dot) com", "jobs@example.com"),
            ("Write to jobs [at] example.com.", "Write to jobs@example.com."),
            ("jobs{AT}example{DOT}com", "jobs@example.com"),
            ("jobs [ät] (now)", "jobs [ät] (now)"),
            ("jobs at example dot com", "jobs@example.com"),
            ("Write to jobs arroba example punto com now", "Write to jobs@example.com now"),
            ("we are at this point com", "we are at this point com"),
            ("look at our dot matrix", "look at our dot matrix"),
            ("we met (at) noon", "we met@noon"),
            ("ask (what) and [look at] it", "ask (what) and [look at] it"),
        ] {
            assert_eq!(spelled_plainly(text), expected);
        }
    }

    #[test]
    fn f1_a_mailbox_may_say_what_it_is_for() {
        for (email, expected) in [
            ("jobs@example.com", true),
            ("HR+berlin@example.com", true),
            ("chris@jobs.example.com", false),
            ("hrant@example.com", false),
        ] {
            assert_eq!(is_for_hiring(email), expected, "{email}");
        }
    }

    #[test]
    fn f1_hosts_are_known_with_all_that_lies_below_them() {
        for (url, expected) in [
            ("https://jobs.lever.co/acme/1", Some(Host::System)),
            ("https://LEVER.co", Some(Host::System)),
            ("https://forms.gle/x", Some(Host::Form)),
            ("https://docs.google.com/forms/d/e/x/viewform", Some(Host::Form)),
            ("https://docs.google.com/document/d/x", None),
            ("https://clever.co/acme", None),
            ("https://example.com/?to=lever.co", None),
            ("mailto:x@lever.co", None),
        ] {
            assert_eq!(host(url), expected, "{url}");
        }
    }
}
