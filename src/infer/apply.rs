//! How to apply: a link or an e-mail address.
//!
//! In go body and links, out come `https:` or `mailto:` addresses, best first. A link counts by its words or when it
//! leads to a known applicant tracking system; an address only where a sentence says that applications go there, never
//! one for questions.

mod address;
mod field;
mod home;
mod incomplete;
mod link;
mod mail_link;
mod only;
mod papers;
mod published;
mod shortcode;
mod unlinked;

pub(super) use self::address::address;
pub(super) use self::field::{plain_link, unmistakable};
pub(super) use self::home::home;
pub(super) use self::incomplete::incomplete;
pub(super) use self::papers::behind_request;

use std::borrow::Cow;
use std::cell::LazyCell;
use std::sync::LazyLock;

use self::address::{Host, emails, host, is_for_hiring, is_for_others, is_picture, spelled_plainly};
use self::link::{by_contact, by_host, by_opening, by_section, by_spelling, by_words, only_of_section};
use self::mail_link::{is_to_write, mail_link, mailbox_link};
use self::papers::{TOWARDS, asks_to_send, first_word_is_papers, is_denied, is_led_to_by_papers, sends_papers};
use super::body::{Body, Part, Section};
use super::lexicon::Lexicon;
use super::mail;
use super::table::CUES;
use super::words::{is_one_of, sentence_at, strip_ornaments, word_before};
use crate::extract::{Block, BlockKind, Draft, Link};
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

static CHANNELS: LazyLock<Lexicon<()>> = LazyLock::new(|| CUES.lexicon("apply channel"));
static PURPOSES: LazyLock<Lexicon<Purpose>> = LazyLock::new(|| {
    CUES.lexicon_of(|section| match section {
        "apply send" => Some(Purpose::Application),
        "apply contact" => Some(Purpose::Contact),
        "apply question" | "apply denied" => Some(Purpose::Question),
        _ => None,
    })
});

/// So many addresses of a block are looked at; more are a directory, of which each would be asked what all of it says.
const MOST_ADDRESSES: usize = 24;

/// So many links are looked at from the beginning of a posting, and from its end.
const MOST_LINKS: usize = 100;

/// So many lines apart, a link and an address are ways to apply for the same thing.
const NEAR: u32 = 3;

/// The ways to apply that the text gives.
pub(super) fn in_body(
    body: &Body<'_>,
    Draft { links, outline, .. }: &Draft,
    source: &SourceFile,
) -> Option<Field<Vec<String>>> {
    let links = &*few(links);
    let addressed = LazyCell::new(|| addressed(body).collect::<Vec<_>>());
    let write_to = |purpose| {
        let written = addressed.iter().find_map(|block| written(block, purpose));
        written.or_else(|| mail_link(body, links, purpose))
    };
    let known = listed(body, links).or_else(|| by_words(body, links)).or_else(|| by_host(body, links));
    if let Some(mut known) = known {
        // "Apply online or send your CV to …" gives two ways.
        let near = |line: Option<u32>| line.zip(known.origin.line).is_some_and(|(a, b)| a.abs_diff(b) <= NEAR);
        let also = |other: &Field<Vec<String>>| near(other.origin.line) && !is_afterthought(body, links, &known, other);
        if let Some(other) = write_to(Purpose::Application).filter(also) {
            let is_first = other.origin.line < known.origin.line;
            let new: Vec<String> = other.value.into_iter().filter(|way| !known.value.contains(way)).collect();
            let at = if is_first { 0 } else { known.value.len() };
            known.value.splice(at..at, new);
        }
        return Some(known);
    }
    write_to(Purpose::Application)
        .or_else(|| by_section(body, links))
        .or_else(|| body.parts.iter().find_map(by_spelling))
        .or_else(|| unlinked::page(body))
        .or_else(|| shortcode::in_tags(source, outline))
        .or_else(|| addressed.iter().find_map(mailbox))
        .or_else(|| mailbox_link(body, links))
        .or_else(|| by_opening(links))
        .or_else(|| set_apart(outline))
        .or_else(|| write_to(Purpose::Contact))
        .or_else(|| by_contact(body, links))
        .or_else(|| addressed.iter().find_map(alone))
        .or_else(|| only_of_section(body, links))
        .or_else(|| published::link(body, links))
        .or_else(|| only::address(body, links))
        .or_else(|| mail::sender(body))
}

/// The first and the last of links, where they are so many that asking each what its text says would take the square of
/// their number.
fn few(links: &[Link]) -> Cow<'_, [Link]> {
    if links.len() <= 2 * MOST_LINKS {
        return links.into();
    }
    [&links[..MOST_LINKS], &links[links.len() - MOST_LINKS..]].concat().into()
}

/// Whether a link that is `known` stands before an address in the same block, whose own sentence is not about applying:
/// `Apply on [our site](…). Ann will show you the yard: ann@example.com`.
fn is_afterthought(body: &Body<'_>, links: &[Link], known: &Field<Vec<String>>, other: &Field<Vec<String>>) -> bool {
    let link = links.iter().find(|link| known.value.contains(&link.url));
    let part = link.and_then(|link| block_of(body, link)).filter(|part| Some(part.block.line) == other.origin.line);
    let email = other.value.first().and_then(|way| way.strip_prefix("mailto:"));
    part.zip(email).is_some_and(|(part, email)| {
        let text = part.block.text.as_str();
        text.find(email).is_some_and(|at| {
            let sentence = sentence_at(text, at);
            sentence.start > 0 && !is_about_applying(&text[sentence])
        })
    })
}

/// The address that lines of prose say applications go to.
pub(super) fn written_in(prose: &Body<'_>) -> Option<Field<Vec<String>>> {
    addressed(prose).find_map(|block| written(&block, Purpose::Application))
}

/// A block with an e-mail address, and its text with what is spelled out for people alone written plainly.
struct Addressed<'a> {
    part: &'a Part<'a>,
    text: Cow<'a, str>,
}

/// The blocks of a body that have an e-mail address.
fn addressed<'a>(body: &'a Body<'a>) -> impl Iterator<Item = Addressed<'a>> {
    let plain = body.parts.iter().map(|part| Addressed { part, text: spelled_plainly(&part.block.text) });
    plain.filter(|block| emails(&block.text).next().is_some())
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
        let addresses = of_item.map(|link| link.url.clone()).filter(|url| may_be_way(url) || is_to_write(url));
        let written = emails(&item.block.text).map(|email| format!("mailto:{email}")).collect::<Vec<_>>();
        let new: Vec<String> = addresses.chain(written).filter(|way| !ways.contains(way)).take(1).collect();
        ways.extend(new);
    }
    ways.sort_by_key(|way| !way.starts_with("mailto:"));
    (ways.len() > 1).then(|| body.parts[at + 1].field(ways))
}

/// Whether an address may be one to apply at: it is complete, and no picture, feed or profile of somebody.
fn may_be_way(url: &str) -> bool {
    let is_page = (url.starts_with("https://") || url.starts_with("http://")) && !is_picture(url);
    is_page && host(url) != Some(Host::Social)
}

/// Addresses in a block that says that applications go there.
fn written(Addressed { part, text }: &Addressed<'_>, least: Purpose) -> Option<Field<Vec<String>>> {
    let mut found: Vec<String> = Vec::new();
    for email in emails(text).take(MOST_ADDRESSES) {
        let at = text.find(email).unwrap_or(0);
        let address = format!("mailto:{email}");
        // What follows in a sentence of its own goes to somebody else: "CV to Ann. Bo shows you the yard: bo@example.com".
        let goes_on = || {
            let sentence = &text[sentence_at(text, at)];
            found.iter().all(|first| sentence.contains(&first["mailto:".len()..])) || is_about_applying(sentence)
        };
        // "CV to Ann – rooms for rent: rental@example.com"
        let is_others = !found.is_empty() && is_for_others(email);
        if is_for(least, part, text, at) && !found.contains(&address) && !is_others && goes_on() {
            found.push(address);
        }
    }
    (!found.is_empty()).then(|| part.field(found))
}

/// An address whose own name says that applications go there, unless its block says otherwise.
fn mailbox(Addressed { part, text }: &Addressed<'_>) -> Option<Field<Vec<String>>> {
    let email = emails(text).find(|email| is_for_hiring(email))?;
    let is_free = purpose(text) != Some(Purpose::Question);
    is_free.then(|| part.field(vec![format!("mailto:{email}")]))
}

/// The one address of a block that is set apart as code, below words that say what to send there.
fn set_apart(outline: &[Block]) -> Option<Field<Vec<String>>> {
    let below_words = |pair: &&[Block]| {
        let (above, block) = (&pair[0], &pair[1]);
        let words = above.text.trim_end();
        // "Send your CV to" goes on in the code below it.
        let leads = || is_one_of(word_before(words, words.len()), &TOWARDS);
        let ends = words.ends_with([':', '：']) || matches!(above.kind, BlockKind::Heading(_)) || leads();
        block.kind == BlockKind::Code && ends && purpose(&above.text) == Some(Purpose::Application)
    };
    let block = &outline.windows(2).find(below_words)?[1];
    let mut written = emails(&block.text);
    let email = written.next().filter(|_| written.next().is_none())?;
    Some(Field::new(vec![format!("mailto:{email}")], OriginKind::Body, block.line))
}

/// An address that is all that a block says: `✉️ ann@example.com`.
fn alone(Addressed { part, text }: &Addressed<'_>) -> Option<Field<Vec<String>>> {
    let email = emails(text).next().filter(|email| *email == strip_ornaments(text))?;
    Some(part.field(vec![format!("mailto:{email}")]))
}

/// What a link of the text leads to, as the way to apply.
fn linked(link: &Link) -> Field<Vec<String>> {
    Field::new(vec![link.url.clone()], OriginKind::Body, link.line)
}

/// Whether the sentence around an address, or else its block or section, says that applications go there; with
/// `Contact`, that somebody is there at all.
fn is_for(least: Purpose, part: &Part<'_>, text: &str, at: usize) -> bool {
    // "Questions? Write to Ann": what is only an address belongs to the sentence before it.
    let sentence = sentence_at(text, at);
    let of_sentence = purpose(&text[sentence.clone()]).filter(|purpose| *purpose > Purpose::Contact);
    if of_sentence == Some(Purpose::Question) && is_denied(&text[sentence.clone()]) {
        return false;
    }
    // Whom one contacts in the course of the work.
    let is_duty = part.block.kind == BlockKind::ListItem && matches!(part.section, Section::Ask | Section::Tasks);
    let is_asked = || {
        sends_papers(&text[sentence.clone()])
            || (!is_duty && asks_to_send(&text[sentence.clone()], at - sentence.start))
    };
    if of_sentence.is_none() && is_asked() {
        return true;
    }
    // "Send questions or your CV to …" and "Applications and questions: …" take applications as well.
    // "To apply, send your CV and your social media to …": the first address is that of the sentence's first words.
    let is_first = || emails(&text[sentence.start..at]).next().is_none();
    let leads = || PURPOSES.leading(&text[sentence.clone()]).is_some_and(|(first, _)| first == Purpose::Application);
    let begins = || leads() && is_first();
    let opens = || first_word_is_papers(&text[sentence.clone()]) || begins();
    // "Applications as one PDF to … – questions to Ann"
    let comes_first = || purpose(&text[..at]) == Some(Purpose::Application);
    if of_sentence == Some(Purpose::Question) && (is_led_to_by_papers(&text[..at]) || opens() || comes_first()) {
        return true;
    }
    // What is asked later goes elsewhere: "… or to Ann. Questions belong in the forum."
    match of_sentence.or_else(|| said_until(text, sentence.end)) {
        Some(Purpose::Contact) if is_duty => false,
        Some(purpose) => purpose >= least && purpose != Purpose::Question,
        None => part.section == Section::Apply,
    }
}

/// What the last sentence before `end` says that tells more than that somebody is there, if there is one.
fn said_until(text: &str, end: usize) -> Option<Purpose> {
    let mut rest = &text[..end];
    let telling = std::iter::from_fn(|| {
        let at = rest.char_indices().next_back()?.0;
        let sentence = sentence_at(rest, at);
        let told = purpose(&rest[sentence.start..]);
        rest = &rest[..sentence.start.min(at)];
        Some(told)
    });
    telling.flatten().find(|purpose| *purpose > Purpose::Contact).or_else(|| purpose(&text[..end]))
}

/// What `text` says an address in it is for; what is for questions as well is for questions.
fn purpose(text: &str) -> Option<Purpose> {
    purposes(text).map(|(purpose, _)| purpose).max()
}

fn purposes(text: &str) -> impl Iterator<Item = (Purpose, Span)> {
    PURPOSES.find(text)
}

/// Whether `text` says where or how applications are sent.
pub(super) fn is_about_applying(text: &str) -> bool {
    purposes(text).any(|(purpose, _)| purpose == Purpose::Application) || sends_papers(text)
}

/// Whether a sentence gives an address to apply at and a day, be it without a word about applying, where the phrase about
/// the day begins at `at`: "Write to Ann (ann@example.com) no later than …", "… reads you: jobs@example.com".
pub(super) fn asks_to_write(sentence: &str, at: usize) -> bool {
    if !sentence.contains('@') || purpose(sentence) == Some(Purpose::Question) {
        return false;
    }
    let before = sentence[..at].trim_end_matches([' ', ')', ',', ';']);
    let is_right_before = || emails(before).last().is_some_and(|email| before.ends_with(email));
    emails(sentence).any(is_for_hiring) || (is_right_before() && purpose(before).is_some())
}

fn block_of<'b, 'a>(body: &'b Body<'a>, link: &Link) -> Option<&'b Part<'a>> {
    let after = body.parts.partition_point(|part| part.block.line <= link.line);
    after.checked_sub(1).and_then(|at| body.parts.get(at))
}

#[cfg(test)]
mod tests;
