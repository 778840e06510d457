//! How to apply: a link or an e-mail address.
//!
//! In go body and links, out come `https:` or `mailto:` addresses, best first. A link counts by its words or when it
//! leads to a known applicant tracking system; an address only where a sentence says that applications go there, never
//! one for questions.

use std::sync::LazyLock;

use super::Defaults;
use super::body::{Body, CUES, Part, Section};
use super::lexicon::Lexicon;
use super::words::{is_one_of, sentence_at, strip_ornaments};
use crate::diagnostic::Diagnostic;
use crate::extract::Link;
use crate::posting::{Field, OriginKind};
use crate::source::{SourceFile, Span};

/// Hosts of applicant tracking systems: a link to one, or to a name below it, leads to an application.
/// Last reviewed 2025-06.
const SYSTEMS: [&str; 34] = [
    "greenhouse.io",
    "lever.co",
    "ashbyhq.com",
    "workable.com",
    "breezy.hr",
    "recruitee.com",
    "personio.de",
    "personio.com",
    "teamtailor.com",
    "smartrecruiters.com",
    "smrtr.io",
    "bamboohr.com",
    "join.com",
    "applytojob.com",
    "jobvite.com",
    "icims.com",
    "myworkdayjobs.com",
    "pinpointhq.com",
    "rippling.com",
    "rippling-ats.com",
    "paylocity.com",
    "usajobs.gov",
    "applynow.io",
    "homerun.co",
    "softgarden.io",
    "jobylon.com",
    "welcomekit.co",
    "freshteam.com",
    "zohorecruit.com",
    "zohorecruit.eu",
    "factorialhr.com",
    "hire.trakstar.com",
    "dover.com",
    "theresumator.com",
];

/// What a phrase near an address says it is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Purpose {
    Application,
    Question,
}

static LINK_WORDS: LazyLock<Lexicon<()>> =
    LazyLock::new(|| Lexicon::new(CUES, |section| (section == "apply link").then_some(())));
static PURPOSES: LazyLock<Lexicon<Purpose>> = LazyLock::new(|| {
    Lexicon::new(CUES, |section| match section {
        "apply send" => Some(Purpose::Application),
        "apply question" => Some(Purpose::Question),
        _ => None,
    })
});

/// The address that `text` is or holds: `https://…` as it is, `jobs@example.com` as `mailto:`, `example.com/apply` with
/// `https://`.
pub(super) fn address(text: &str) -> Option<String> {
    let text = text.trim().trim_start_matches('<').trim_end_matches('>').trim();
    let lower = text.get(..8.min(text.len())).unwrap_or("").to_ascii_lowercase();
    if lower.starts_with("https://") || lower.starts_with("http://") || lower.starts_with("mailto:") {
        return (!text.contains(char::is_whitespace)).then(|| text.to_owned());
    }
    if let Some(email) = emails(text).next() {
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

/// The ways to apply that the text gives.
pub(super) fn in_body(
    body: &Body<'_>,
    links: &[Link],
    defaults: &Defaults<'_>,
    source: &SourceFile,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<Field<Vec<String>>> {
    if let Some(found) = by_words(body, links).or_else(|| by_host(links)) {
        return Some(found);
    }
    let with_sign = || body.parts.iter().filter(|part| part.block.text.contains('@'));
    with_sign()
        .find_map(written)
        .or_else(|| mail_link(body, links))
        .or_else(|| with_sign().find_map(|part| incomplete(part, defaults, source, diagnostics)))
}

/// Links whose words ask to apply.
fn by_words(body: &Body<'_>, links: &[Link]) -> Option<Field<Vec<String>>> {
    let mut asking =
        links.iter().filter(|link| is_absolute(&link.url) && (asks(&link.text) || stands_for_asking(body, link)));
    let first = asking.next()?;
    let mut urls = vec![first.url.clone()];
    urls.extend(asking.map(|link| link.url.clone()).filter(|url| *url != first.url).take(1));
    Some(Field::new(urls, OriginKind::Body, first.line))
}

fn asks(text: &str) -> bool {
    let text = strip_ornaments(text);
    // "Apply" has to come first ("how we apply physics"); "application form" may stand anywhere.
    let long = |span: &Span| span.len() > "apply online".len();
    LINK_WORDS.first(text).is_some_and(|((), span)| text.len() <= 60 && (span.start == 0 || long(&span)))
}

/// `To apply, fill in [this form](…)`: the link's words say nothing, its sentence does.
fn stands_for_asking(body: &Body<'_>, link: &Link) -> bool {
    const POINTERS: [&str; 13] = [
        "here",
        "this form",
        "form",
        "our form",
        "the form",
        "this link",
        "link",
        "online",
        "hier",
        "diesem formular",
        "ici",
        "aquí",
        "hier klicken",
    ];
    if !is_one_of(link.text.trim(), &POINTERS) {
        return false;
    }
    let Some(part) = block_of(body, link) else { return false };
    let Some(at) = part.block.text.find(link.text.trim()) else { return false };
    purpose(&part.block.text[sentence_at(&part.block.text, at)]) == Some(Purpose::Application)
}

fn by_host(links: &[Link]) -> Option<Field<Vec<String>>> {
    let link =
        links.iter().find(|link| is_absolute(&link.url) && leads_to_system(&link.url) && !is_about_all(&link.text))?;
    Some(Field::new(vec![link.url.clone()], OriginKind::Body, link.line))
}

fn leads_to_system(url: &str) -> bool {
    let host = url
        .split_once("://")
        .map_or("", |(_, rest)| rest)
        .split(['/', '?', '#', ':'])
        .next()
        .unwrap_or("")
        .to_ascii_lowercase();
    SYSTEMS.iter().any(|system| host.strip_suffix(system).is_some_and(|name| name.is_empty() || name.ends_with('.')))
}

/// Whether a link leads to the list of all openings.
fn is_about_all(text: &str) -> bool {
    let text = text.to_lowercase();
    ["all jobs", "all open", "open positions", "open roles", "other", "openings", "job board", "careers page"]
        .iter()
        .any(|words| text.contains(words))
}

fn is_absolute(url: &str) -> bool {
    url.starts_with("https://") || url.starts_with("http://")
}

/// An address in a block that says that applications go there.
fn written(part: &Part<'_>) -> Option<Field<Vec<String>>> {
    let text = part.block.text.as_str();
    let mut found: Vec<String> = Vec::new();
    for email in emails(text) {
        let at = text.find(email).unwrap_or(0);
        if is_for_applications(part, at) && !found.iter().any(|known| known == email) {
            found.push(email.to_owned());
        }
    }
    let addresses: Vec<String> = found.into_iter().map(|email| format!("mailto:{email}")).collect();
    (!addresses.is_empty()).then(|| Field::new(addresses, OriginKind::Body, part.block.line))
}

/// A link to write an e-mail, in a block or section about applying.
fn mail_link(body: &Body<'_>, links: &[Link]) -> Option<Field<Vec<String>>> {
    links.iter().filter(|link| link.url.starts_with("mailto:")).find_map(|link| {
        let part = block_of(body, link)?;
        let at = part.block.text.find(link.text.trim()).unwrap_or(0);
        let asks = asks(&link.text) || is_for_applications(part, at);
        asks.then(|| Field::new(vec![link.url.clone()], OriginKind::Body, link.line))
    })
}

/// Whether the sentence around an address, or else its block or section, says that applications go there.
fn is_for_applications(part: &Part<'_>, at: usize) -> bool {
    let text = part.block.text.as_str();
    match purpose(&text[sentence_at(text, at)]) {
        Some(purpose) => purpose == Purpose::Application,
        None => match purpose(text) {
            Some(purpose) => purpose == Purpose::Application,
            None => part.section == Section::Apply,
        },
    }
}

/// What `text` says an address in it is for; what is for questions as well is for questions.
fn purpose(text: &str) -> Option<Purpose> {
    let mut found = None;
    for (purpose, _) in PURPOSES.find(text) {
        if purpose == Purpose::Question {
            return Some(purpose);
        }
        found = Some(purpose);
    }
    found
}

fn block_of<'b, 'a>(body: &'b Body<'a>, link: &Link) -> Option<&'b Part<'a>> {
    let after = body.parts.partition_point(|part| part.block.line <= link.line);
    after.checked_sub(1).and_then(|at| body.parts.get(at))
}

/// The e-mail addresses of `text`.
fn emails(text: &str) -> impl Iterator<Item = &str> {
    memchr::memchr_iter(b'@', text.as_bytes()).filter_map(|at| {
        let is_local = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-' | '+' | '%');
        let start = text[..at]
            .rfind(|c: char| !is_local(c))
            .map_or(0, |before| before + text[before..].chars().next().map_or(1, char::len_utf8));
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

/// `jobs@[our main domain]`: complete when the company's domain is known, else worth a warning.
fn incomplete(
    part: &Part<'_>,
    defaults: &Defaults<'_>,
    source: &SourceFile,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<Field<Vec<String>>> {
    let text = part.block.text.as_str();
    let at = memchr::memchr_iter(b'@', text.as_bytes()).find(|at| text[at + 1..].starts_with(['[', '<', '(', '{']))?;
    let start = text[..at]
        .rfind(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-' | '+')))
        .map_or(0, |before| before + text[before..].chars().next().map_or(1, char::len_utf8));
    let local = &text[start..at];
    if local.is_empty() || !is_for_applications(part, at) {
        return None;
    }
    if let Some(domain) = defaults.domain {
        return Some(Field::new(vec![format!("mailto:{local}@{domain}")], OriginKind::Body, part.block.line));
    }
    let place = source.text.find(&text[start..=at + 1]).unwrap_or(0);
    let shown = text[start..].split_inclusive([']', '>', ')', '}']).next().unwrap_or(local);
    diagnostics.push(
        Diagnostic::warning("incomplete-address", format!("`{shown}` is no address that one can write to"))
            .at(source.location(place..place + shown.len()))
            .help("write the address in full, put `apply: …` into the front matter, or set `[company] domain` in careers.toml"),
    );
    None
}

#[cfg(test)]
mod tests;
