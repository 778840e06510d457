//! How to apply: a link or an e-mail address.
//!
//! In go body and links, out come `https:` or `mailto:` addresses, best first. A link counts by its words or when it
//! leads to a known applicant tracking system; an address only where a sentence says that applications go there, never
//! one for questions.

mod address;
mod shortcode;

pub(super) use self::address::address;

use std::sync::LazyLock;

use self::address::{Host, emails, host, is_for_hiring, local_start, spelled_plainly};
use super::Defaults;
use super::body::{Body, CUES, Part, Section};
use super::lexicon::Lexicon;
use super::words::{is_one_of, sentence_at, strip_ornaments};
use crate::diagnostic::Diagnostic;
use crate::extract::{BlockKind, Draft, Link};
use crate::posting::{Field, OriginKind};
use crate::source::{SourceFile, Span};

/// What a phrase near an address says it is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Purpose {
    /// Somebody to write to, about what is not said.
    Contact,
    Application,
    Question,
}

static LINK_WORDS: LazyLock<Lexicon<()>> =
    LazyLock::new(|| Lexicon::new(CUES, |section| (section == "apply link").then_some(())));
static CHANNELS: LazyLock<Lexicon<()>> =
    LazyLock::new(|| Lexicon::new(CUES, |section| (section == "apply channel").then_some(())));
static PURPOSES: LazyLock<Lexicon<Purpose>> = LazyLock::new(|| {
    Lexicon::new(CUES, |section| match section {
        "apply send" => Some(Purpose::Application),
        "apply contact" => Some(Purpose::Contact),
        "apply question" => Some(Purpose::Question),
        _ => None,
    })
});

/// The ways to apply that the text gives.
pub(super) fn in_body(
    body: &Body<'_>,
    Draft { links, outline, .. }: &Draft,
    defaults: &Defaults<'_>,
    source: &SourceFile,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<Field<Vec<String>>> {
    let known = listed(body, links).or_else(|| by_words(body, links)).or_else(|| by_host(body, links));
    if known.is_some() {
        return known;
    }
    let with_sign = || body.parts.iter().filter(|part| part.block.text.contains('@'));
    let write_to = |purpose| {
        let written = body.parts.iter().find_map(|part| written(part, purpose));
        written.or_else(|| mail_link(body, links, purpose))
    };
    write_to(Purpose::Application)
        .or_else(|| by_section(body, links))
        .or_else(|| shortcode::in_tags(source, outline))
        .or_else(|| body.parts.iter().find_map(mailbox))
        .or_else(|| write_to(Purpose::Contact))
        .or_else(|| with_sign().find_map(|part| incomplete(part, defaults, source, diagnostics)))
}

/// Several ways, one an item of the list below a line that asks to apply: `Apply by:`. Addresses to write to come first.
fn listed(body: &Body<'_>, links: &[Link]) -> Option<Field<Vec<String>>> {
    const LEADS: [&str; 6] = ["by", "via", "through", "here", "über", "par"];
    let asks = |part: &Part<'_>| {
        let text = part.block.text.trim_end();
        let last = text.trim_end_matches([':', '：']).rsplit(' ').next().unwrap_or("");
        let leads = text.ends_with([':', '：']) || is_one_of(last, &LEADS);
        leads && part.block.kind != BlockKind::ListItem && purpose(text) == Some(Purpose::Application)
    };
    let at = body.parts.windows(2).position(|pair| asks(&pair[0]) && pair[1].block.kind == BlockKind::ListItem)?;
    let items = || body.parts[at + 1..].iter().take_while(|part| part.block.kind == BlockKind::ListItem);
    let names_channel = |text: &str| text.contains('@') || CHANNELS.first(text).is_some();
    let last = items().last()?.block.line;
    let mut ways: Vec<String> = Vec::new();
    for item in items().filter(|item| names_channel(&item.block.text)) {
        let next = items().map(|part| part.block.line).find(|line| *line > item.block.line).unwrap_or(last + 1);
        let of_item = links.iter().filter(|link| (item.block.line..next).contains(&link.line));
        let addresses =
            of_item.map(|link| link.url.clone()).filter(|url| is_absolute(url) || url.starts_with("mailto:"));
        let written = emails(&item.block.text).map(|email| format!("mailto:{email}")).collect::<Vec<_>>();
        let new: Vec<String> = addresses.chain(written).filter(|way| !ways.contains(way)).take(1).collect();
        ways.extend(new);
    }
    ways.sort_by_key(|way| !way.starts_with("mailto:"));
    (ways.len() > 1).then(|| Field::new(ways, OriginKind::Body, body.parts[at + 1].block.line))
}

/// Links whose words ask to apply.
fn by_words(body: &Body<'_>, links: &[Link]) -> Option<Field<Vec<String>>> {
    let mut asking =
        links.iter().filter(|link| is_absolute(&link.url) && (asks(&link.text) || pointed_at(body, link, says_so)));
    let first = asking.next()?;
    let mut urls = vec![first.url.clone()];
    urls.extend(asking.map(|link| link.url.clone()).filter(|url| *url != first.url).take(1));
    Some(Field::new(urls, OriginKind::Body, first.line))
}

fn asks(text: &str) -> bool {
    let text = strip_ornaments(text);
    // "Apply" has to come first or last ("how we apply physics"); "application form" may stand anywhere.
    let long = |span: &Span| span.len() > "apply online".len();
    let ends = |span: &Span| span.end == text.trim_end_matches(['!', '.', ' ']).len() && text.len() <= 40;
    LINK_WORDS.first(text).is_some_and(|((), span)| text.len() <= 60 && (span.start == 0 || ends(&span) || long(&span)))
}

/// A link whose words say nothing, in a section about applying.
fn by_section(body: &Body<'_>, links: &[Link]) -> Option<Field<Vec<String>>> {
    let in_section = |part: &Part<'_>, said: Option<Purpose>| said.is_none() && part.section == Section::Apply;
    let link = links.iter().find(|link| is_absolute(&link.url) && pointed_at(body, link, in_section))?;
    Some(Field::new(vec![link.url.clone()], OriginKind::Body, link.line))
}

fn says_so(_: &Part<'_>, said: Option<Purpose>) -> bool {
    said == Some(Purpose::Application)
}

/// `To apply, fill in [this form](…)`: the link's words say nothing, but what its sentence says, or its section, `counts`.
fn pointed_at(body: &Body<'_>, link: &Link, counts: impl Fn(&Part<'_>, Option<Purpose>) -> bool) -> bool {
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
    // An address that is shown as it is says as little; that of a whole site is no way to apply.
    let is_bare = link.text.trim().starts_with("http") && has_path(&link.url);
    if !(is_bare || is_one_of(link.text.trim(), &POINTERS)) {
        return false;
    }
    let Some(part) = block_of(body, link) else { return false };
    let Some(at) = part.block.text.find(link.text.trim()) else { return false };
    counts(part, purpose(&part.block.text[sentence_at(&part.block.text, at)]))
}

fn has_path(url: &str) -> bool {
    let path = url.split_once("://").and_then(|(_, rest)| rest.split_once('/'));
    path.is_some_and(|(_, path)| !path.is_empty())
}

/// A link to an applicant tracking system, or to a form where the text speaks of applying.
fn by_host(body: &Body<'_>, links: &[Link]) -> Option<Field<Vec<String>>> {
    let of_kind = |kind: Host| {
        let mut able = links.iter().filter(move |link| host(&link.url) == Some(kind) && !leads_elsewhere(&link.text));
        able.find(|link| kind == Host::System || stands_near_asking(body, link))
    };
    let link = of_kind(Host::System).or_else(|| of_kind(Host::Form))?;
    Some(Field::new(vec![link.url.clone()], OriginKind::Body, link.line))
}

fn stands_near_asking(body: &Body<'_>, link: &Link) -> bool {
    block_of(body, link).is_some_and(|part| match purpose(&part.block.text) {
        Some(purpose) => purpose != Purpose::Question,
        None => matches!(part.section, Section::Apply | Section::Process),
    })
}

/// Whether a link leads to the list of all openings, or to a page about something else.
fn leads_elsewhere(text: &str) -> bool {
    const WORDS: [&str; 12] = [
        "all jobs",
        "all open",
        "open positions",
        "open roles",
        "other",
        "openings",
        "job board",
        "careers page",
        "privacy",
        "log in",
        "login",
        "sign in",
    ];
    let text = text.to_lowercase();
    WORDS.iter().any(|words| text.contains(words))
}

fn is_absolute(url: &str) -> bool {
    url.starts_with("https://") || url.starts_with("http://")
}

/// Addresses in a block that says that applications go there.
fn written(part: &Part<'_>, least: Purpose) -> Option<Field<Vec<String>>> {
    let text = spelled_plainly(&part.block.text);
    let mut found: Vec<String> = Vec::new();
    for email in emails(&text) {
        let at = text.find(email).unwrap_or(0);
        let address = format!("mailto:{email}");
        if is_for(least, part, &text, at) && !found.contains(&address) {
            found.push(address);
        }
    }
    (!found.is_empty()).then(|| Field::new(found, OriginKind::Body, part.block.line))
}

/// An address whose own name says that applications go there, unless its block says otherwise.
fn mailbox(part: &Part<'_>) -> Option<Field<Vec<String>>> {
    let text = spelled_plainly(&part.block.text);
    let email = emails(&text).find(|email| is_for_hiring(email))?;
    let is_free = purpose(&text) != Some(Purpose::Question);
    is_free.then(|| Field::new(vec![format!("mailto:{email}")], OriginKind::Body, part.block.line))
}

/// A link to write an e-mail, in a block or section about applying.
fn mail_link(body: &Body<'_>, links: &[Link], least: Purpose) -> Option<Field<Vec<String>>> {
    links.iter().filter(|link| link.url.starts_with("mailto:")).find_map(|link| {
        let part = block_of(body, link)?;
        let at = part.block.text.find(link.text.trim()).unwrap_or(0);
        let asks = asks(&link.text) || is_for(least, part, &part.block.text, at);
        asks.then(|| Field::new(vec![link.url.clone()], OriginKind::Body, link.line))
    })
}

/// Whether the sentence around an address, or else its block or section, says that applications go there; with
/// `Contact`, that somebody is there at all.
fn is_for(least: Purpose, part: &Part<'_>, text: &str, at: usize) -> bool {
    // "Questions? Write to Ann": what is only an address belongs to the sentence before it.
    let of_sentence = purpose(&text[sentence_at(text, at)]).filter(|purpose| *purpose > Purpose::Contact);
    match of_sentence.or_else(|| purpose(text)) {
        Some(purpose) => purpose >= least && purpose != Purpose::Question,
        None => part.section == Section::Apply,
    }
}

/// What `text` says an address in it is for; what is for questions as well is for questions.
fn purpose(text: &str) -> Option<Purpose> {
    PURPOSES.find(text).map(|(purpose, _)| purpose).max()
}

/// Whether `text` says where or how applications are sent.
pub(super) fn is_about_applying(text: &str) -> bool {
    PURPOSES.find(text).any(|(purpose, _)| purpose == Purpose::Application)
}

fn block_of<'b, 'a>(body: &'b Body<'a>, link: &Link) -> Option<&'b Part<'a>> {
    let after = body.parts.partition_point(|part| part.block.line <= link.line);
    after.checked_sub(1).and_then(|at| body.parts.get(at))
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
    let start = local_start(text, at);
    let local = &text[start..at];
    if local.is_empty() || !is_for(Purpose::Application, part, text, at) {
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
