//! Addresses in a text: e-mail addresses as they are or spelled out for people alone, and hosts known for applications.
//!
//! In goes a text, out come addresses. What they are for is not decided here.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use memchr::memmem;

use crate::infer::table::APPLY_HOSTS;
use crate::infer::words::is_one_of;
use crate::source::floor_char_boundary;

/// What kind of host a link leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Host {
    /// An applicant tracking system.
    System,
    /// A maker of forms.
    Form,
    /// A feed, or somebody's profile.
    Social,
}

/// Hosts, each with the folders that count; an empty one for all.
static HOSTS: LazyLock<HashMap<&'static str, Vec<(&'static str, Host)>>> = LazyLock::new(|| {
    let of_kind = |section, kind| APPLY_HOSTS.forms(section).map(move |name| (name, kind));
    let mut hosts: HashMap<_, Vec<_>> = HashMap::with_capacity(512);
    let social = of_kind("social", Host::Social);
    for (name, kind) in of_kind("system", Host::System).chain(of_kind("form", Host::Form)).chain(social) {
        let (host, folder) = name.split_once('/').unwrap_or((name, ""));
        hosts.entry(host).or_default().push((folder, kind));
    }
    hosts
});

static OPENINGS: LazyLock<HashSet<&'static str>> = LazyLock::new(|| APPLY_HOSTS.forms("opening").collect());

static MAILBOXES: LazyLock<Vec<&str>> = LazyLock::new(|| APPLY_HOSTS.words("mailbox"));
static DESKS: LazyLock<Vec<&str>> = LazyLock::new(|| APPLY_HOSTS.words("desk"));

/// Whether the name before the `@` says that applications go there: `jobs@…`, `hr+berlin@…`.
pub(super) fn is_for_hiring(email: &str) -> bool {
    let name = email.split('@').next().unwrap_or("");
    name.split(['.', '-', '_', '+']).any(|part| is_one_of(part, &MAILBOXES))
}

/// Whether the name before the `@` says that something else than applications goes there: `press@…`.
pub(super) fn is_for_others(email: &str) -> bool {
    let name = email.split('@').next().unwrap_or("");
    name.split(['.', '-', '_', '+']).any(|part| is_one_of(part, &DESKS))
}

/// Whether `url` leads to a picture, such as a logo that an applicant tracking system keeps.
pub(super) fn is_picture(url: &str) -> bool {
    const ENDS: [&str; 8] = ["png", "jpg", "jpeg", "gif", "svg", "webp", "avif", "ico"];
    let path = url.split(['?', '#']).next().unwrap_or(url);
    path.rsplit_once('.').is_some_and(|(_, end)| is_one_of(end, &ENDS))
}

/// The kind of host that `url` leads to; `None` for one not known for applications.
pub(super) fn host(url: &str) -> Option<Host> {
    // RFC 1035, 2.3.4
    const LONGEST_NAME: usize = 253;
    let (name, path) = parts(url).filter(|(name, _)| name.len() <= LONGEST_NAME && !is_picture(url))?;
    let name = name.to_ascii_lowercase();
    let names = std::iter::successors(Some(name.as_str()), |name| name.split_once('.').map(|(_, above)| above));
    let mut folders = names.filter_map(|name| HOSTS.get(name)).flatten();
    let is_within =
        |folder: &str| folder.is_empty() || path.strip_prefix('/').is_some_and(|path| path.starts_with(folder));
    folders.find(|(folder, _)| is_within(folder)).map(|(_, kind)| *kind)
}

/// Whether `url` leads to one opening on an employer's own site, by its words and a number behind them:
/// `https://jobs.example.com/vacancy?id=22272`.
pub(super) fn is_opening(url: &str) -> bool {
    const SHORTEST_NUMBER: usize = 4;
    let Some((name, path)) = parts(url).filter(|_| host(url) != Some(Host::Social)) else { return false };
    let at = url.len() - path.len() - name.len();
    let words = url[at..].split(|c: char| !c.is_ascii_alphabetic());
    let word_end = words.filter(|word| OPENINGS.contains(word.to_ascii_lowercase().as_str())).map(|word| {
        // `word` is a part of `url`.
        word.as_ptr() as usize - url.as_ptr() as usize + word.len()
    });
    let digits = |part: &str| part.bytes().filter(u8::is_ascii_digit).count();
    let is_year = |part: &str| part.len() == 4 && (part.starts_with("19") || part.starts_with("20"));
    let is_number = |part: &str| digits(part) >= SHORTEST_NUMBER && !is_year(part);
    let has_number = |rest: &str| rest.split(|c: char| !c.is_ascii_alphanumeric()).any(is_number);
    word_end.min().is_some_and(|end| has_number(&url[end..]))
}

/// The host of an absolute address, and what stands behind it.
fn parts(url: &str) -> Option<(&str, &str)> {
    let (_, rest) = url.split_once("://")?;
    Some(rest.split_at(rest.find(['/', '?', '#', ':']).unwrap_or(rest.len())))
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
    // As Japanese keyboards write it.
    if text.contains('＠') {
        return Cow::Owned(text.replace('＠', "@"));
    }
    if let Some(plain) = by_replacement(text) {
        return Cow::Owned(plain);
    }
    if !has_spelled_sign(text) {
        return in_words(text).or_else(|| with_sign_in_words(text)).map_or(Cow::Borrowed(text), Cow::Owned);
    }
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(open) = rest.find(['(', '[', '{']) {
        let inside = &rest[open + 1..];
        let near = &inside[..floor_char_boundary(inside, LONGEST_SIGN)];
        let spelled = near.find([')', ']', '}']).and_then(|close| {
            let (mark, behind) = (sign(&inside[..close])?, &inside[close + 1..]);
            // "jobs [ät] (now)" goes on with no name.
            behind.trim_start_matches(' ').starts_with(|c: char| c.is_ascii_alphanumeric()).then_some((mark, behind))
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

/// The same for an address with another sign that the text says to replace: `jobs#example.com (replace # with @)`.
fn by_replacement(text: &str) -> Option<String> {
    const SIGNS: [char; 4] = ['#', '*', '$', '%'];
    // The one sign that stands for itself says what the other one is.
    let told = text.find('@').filter(|_| text.contains(SIGNS))?;
    let is_part = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_');
    let stands_free = !text[told + 1..].starts_with(is_part) && !text[..told].ends_with(is_part);
    let before = text[..told].rfind(SIGNS).filter(|_| stands_free)?;
    let sign = text[before..].chars().next()?;
    let at = text.match_indices(sign).map(|(at, _)| at);
    let mut joins = at.filter(|at| text[..*at].ends_with(is_part) && text[at + 1..].starts_with(is_part));
    let at = joins.next()?;
    Some(format!("{}@{}", &text[..at], &text[at + 1..]))
}

/// The same for an address all of whose signs are words: `jobs at example dot com`.
fn in_words(text: &str) -> Option<String> {
    static DOTS: LazyLock<[memmem::Finder<'static>; 8]> = LazyLock::new(|| {
        [" dot ", " DOT ", " punkt ", " PUNKT ", " punto ", " ponto ", " point ", " punt "].map(memmem::Finder::new)
    });
    const SIGNS: [&str; 10] = [
        " at ",
        " AT ",
        " arroba ",
        " arobase ",
        " chez ",
        " chiocciola ",
        " apenstaartje ",
        " ät ",
        " klammeraffe ",
        " bei ",
    ];
    // Those that are words, as "it" is, may end anything.
    const TOPS: [&str; 22] = [
        "com", "org", "net", "io", "co", "de", "es", "fr", "nl", "br", "eu", "dev", "example", "info", "app", "ch",
        "pt", "dk", "fi", "mx", "coop", "tech",
    ];
    let dot = DOTS.iter().find_map(|dot| Some((dot.find(text.as_bytes())?, dot.needle().len())));
    let (dot, length) = dot?;
    let top = text[dot + length..].split(|c: char| !c.is_ascii_alphanumeric()).next()?;
    let (sign, sign_length) = SIGNS.iter().filter_map(|sign| Some((text[..dot].rfind(sign)?, sign.len()))).max()?;
    let name = &text[sign + sign_length..dot];
    // "at this point"
    if text[dot..].starts_with(" point ") && text[sign..].starts_with(" at ") {
        return None;
    }
    let is_name = !name.is_empty() && name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
    let before = &text[..sign];
    // "example dot org dot uk"
    let (first, last) = (&text[dot..dot + length], &text[dot + length + top.len()..]);
    let country = last.strip_prefix(first).and_then(|last| Some((last.get(..2)?, last.get(2..)?)));
    let country = country.filter(|(code, rest)| {
        code.bytes().all(|b| b.is_ascii_lowercase()) && !rest.starts_with(char::is_alphanumeric)
    });
    (is_name && TOPS.contains(&top)).then(|| match country {
        Some((code, rest)) => format!("{before}@{name}.{top}.{code}{rest}"),
        None => format!("{before}@{name}.{top}{last}"),
    })
}

/// The same for an address of which only the sign is a word, one that means nothing else: `jobs arroba example.com`.
fn with_sign_in_words(text: &str) -> Option<String> {
    static SIGNS: LazyLock<[memmem::Finder<'static>; 6]> = LazyLock::new(|| {
        [" arroba ", " arobase ", " chiocciola ", " klammeraffe ", " あっと ", " アットマーク "]
            .map(memmem::Finder::new)
    });
    let (at, length) = SIGNS.iter().find_map(|sign| Some((sign.find(text.as_bytes())?, sign.needle().len())))?;
    let plain = format!("{}@{}", &text[..at], &text[at + length..]);
    emails(&plain).next()?;
    Some(plain)
}

/// So many bytes a sign in brackets has at most, one of those and blanks included.
const LONGEST_SIGN: usize = 32;

/// The sign that a word in brackets stands for: `at`, `punkt`.
fn sign(word: &str) -> Option<char> {
    const ATS: [&str; 10] =
        ["at", "@", "ät", "arroba", "arobase", "chiocciola", "apenstaartje", "snabel-a", "あっと", "アットマーク"];
    const DOTS: [&str; 8] = ["dot", ".", "punkt", "point", "punto", "ponto", "punt", "prik"];
    let is_one = |words: &[&str]| is_one_of(word.trim(), words);
    if is_one(&ATS) { Some('@') } else { is_one(&DOTS).then_some('.') }
}

/// Whether the sign of an address stands in brackets as a word: `(at)`, `[ AT ]`, `{@}`.
fn has_spelled_sign(text: &str) -> bool {
    memchr::memchr3_iter(b')', b']', b'}', text.as_bytes()).any(|close| {
        let near = &text[floor_char_boundary(text, close.saturating_sub(LONGEST_SIGN))..close];
        near.rsplit_once(['(', '[', '{']).is_some_and(|(_, inside)| sign(inside) == Some('@'))
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
            ("jobs (ät) example (punkt) org", "jobs@example.org"),
            ("jobs (arroba) example (ponto) com (ponto) br", "jobs@example.com.br"),
            ("jobs (chiocciola) example (punto) it.", "jobs@example.it."),
            ("jobs＠example.com", "jobs@example.com"),
            ("jobs あっと example.com", "jobs@example.com"),
            ("jobs（あっと）example.com", "jobs（あっと）example.com"),
            ("Write to jobs arroba example.com now", "Write to jobs@example.com now"),
            ("we met arroba noon", "we met arroba noon"),
            ("jobs at example dot org dot uk", "jobs@example.org.uk"),
            ("jobs at example dot com", "jobs@example.com"),
            ("Write to jobs arroba example punto com now", "Write to jobs@example.com now"),
            ("we are at this point com", "we are at this point com"),
            ("jobs chez example point fr", "jobs@example.fr"),
            ("jobs apenstaartje example punt nl", "jobs@example.nl"),
            ("wir sind bei punkt acht", "wir sind bei punkt acht"),
            ("look at our dot matrix", "look at our dot matrix"),
            ("we met (at) noon", "we met@noon"),
            ("hr#example.com (replace # with @)", "hr@example.com (replace # with @)"),
            ("C# jobs@example.com", "C# jobs@example.com"),
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
            ("https://www.linkedin.com/jobs/view/1", Some(Host::System)),
            ("https://www.linkedin.com/company/acme", None),
            ("https://www.linkedin.com/in/ann-welder/", Some(Host::Social)),
            ("https://www.linkedin.com/feed/hashtag/?keywords=jobs&id=70666992", Some(Host::Social)),
            ("https://www.linkedin.com/industry/steel", None),
        ] {
            assert_eq!(host(url), expected, "{url}");
        }
    }

    #[test]
    fn f1_an_opening_on_an_employers_own_site_is_told_by_words_and_a_number() {
        for (url, expected) in [
            ("https://jobs.example.ac.uk/Vacancy.aspx?id=22272", true),
            ("https://hr.example.edu/recruit/JPF05374", true),
            ("https://hr.example.edu/vacancy.jsf?vacancyRef=RA1967", true),
            ("https://example.de/karriere/stellenangebote/4711-welder", true),
            ("https://example.com/careers", false),
            ("https://example.com/jobs/welder", false),
            ("https://example.com/2018/jobs", false),
            ("https://example.com/careers/2026/fair", false),
            ("https://example.com/articles/47110", false),
            ("mailto:jobs12345@example.com", false),
        ] {
            assert_eq!(is_opening(url), expected, "{url}");
        }
    }
}
