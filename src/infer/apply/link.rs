//! Links that lead to an application: by their own words, by those that lead to them, by their host.
//!
//! In go body and links, out come addresses. What a phrase near a link says it is for is decided by the caller's words;
//! e-mail addresses are left alone.

use std::sync::LazyLock;

use super::address::{Host, address, host, is_opening};
use super::{Purpose, block_of, linked, may_be_way, purpose, purposes};
use crate::extract::{BlockKind, Link};
use crate::infer::body::{Body, Part, Section};
use crate::infer::lexicon::Lexicon;
use crate::infer::table::CUES;
use crate::infer::words::{
    find_phrase, is_ideographic, is_one_of, outside_brackets, sentence_at, split_at_each, strip_ornaments,
};
use crate::posting::Field;
use crate::source::{Span, floor_char_boundary};

static WORDS: LazyLock<Lexicon<()>> = LazyLock::new(|| CUES.lexicon("apply link"));
static FORMS: LazyLock<Lexicon<()>> = LazyLock::new(|| CUES.lexicon("apply page"));
/// Words between "apply" and the address that one applies at, and whether they lead there by themselves.
static STEPS: LazyLock<Vec<(&str, bool)>> = LazyLock::new(|| {
    let of = |section, leads| CUES.forms(section).map(move |form| (form, leads));
    of("apply leads", true).chain(of("apply between", false)).collect()
});

/// Whether the words of `text` are somewhere about applying.
pub(super) fn names_applying(text: &str) -> bool {
    WORDS.first(text).is_some()
}

/// Links whose words ask to apply.
pub(super) fn by_words(body: &Body<'_>, links: &[Link]) -> Option<Field<Vec<String>>> {
    let asking = links.iter().filter(|link| {
        may_be_way(&link.url) && (asks(&link.text) || pointed_at(body, link, says_so) || is_destination(body, link))
    });
    let mut asking: Vec<&Link> = asking.collect();
    // That of a whole site says less than one of a page.
    if asking.iter().any(|link| has_path(&link.url)) {
        asking.retain(|link| has_path(&link.url) || is_careers_site(&link.url));
    }
    // That of all openings says less than the one of a single one below it.
    let is_above = |link: &Link| asking.iter().any(|other| lies_below(&other.url, &link.url));
    let below: Vec<&Link> = asking.iter().copied().filter(|link| !is_above(link)).collect();
    let first = below.first()?;
    let mut urls = vec![first.url.clone()];
    urls.extend(below.iter().map(|link| link.url.clone()).filter(|url| *url != first.url).take(1));
    Some(linked(first).map(|_| urls))
}

/// Whether `url` is a page below `above`: `https://example.com/jobs/welder` and `https://example.com/jobs`.
fn lies_below(url: &str, above: &str) -> bool {
    url.strip_prefix(above.trim_end_matches('/')).is_some_and(|rest| rest.starts_with('/') && rest.len() > 1)
}

/// Whether the words of a link or button ask to apply.
pub(super) fn asks(text: &str) -> bool {
    let text = strip_ornaments(text);
    // "Apply" has to come first or last ("how we apply physics"); "application form" may stand anywhere.
    let long = |span: &Span| span.len() > "apply online".len();
    let ends = |span: &Span| span.end == text.trim_end_matches(['!', '.', ' ']).len() && text.len() <= 40;
    let fits = |span: &Span| text.len() <= 60 && (span.start == 0 || ends(span) || long(span));
    // "Apply here for the position of …"
    let leads_on = |span: &Span| text.len() <= 100 && span.start == 0 && long_enough(text, span);
    WORDS.first(text).is_some_and(|((), span)| fits(&span) || leads_on(&span))
}

/// Whether a long text begins with more than the bare word for applying.
fn long_enough(text: &str, span: &Span) -> bool {
    text[span.clone()].contains(' ') || span.len() > "apply now".len()
}

/// A link whose words say nothing, in a section about applying.
pub(super) fn by_section(body: &Body<'_>, links: &[Link]) -> Option<Field<Vec<String>>> {
    let in_section = |part: &Part<'_>, said: Option<Purpose>| said.is_none() && part.section == Section::Apply;
    let link = links.iter().find(|link| may_be_way(&link.url) && pointed_at(body, link, in_section))?;
    Some(linked(link))
}

/// A link that somebody to write to is reached by: `Drop us a line via [our form](…)`.
pub(super) fn by_contact(body: &Body<'_>, links: &[Link]) -> Option<Field<Vec<String>>> {
    let is_contact = |part: &Part<'_>, said: Option<Purpose>| {
        said == Some(Purpose::Contact) && !matches!(part.section, Section::Company | Section::Benefits)
    };
    let link = links.iter().find(|link| may_be_way(&link.url) && pointed_at(body, link, is_contact))?;
    Some(linked(link))
}

/// The one link of the sections about applying, whatever its words.
pub(super) fn only_of_section(body: &Body<'_>, links: &[Link]) -> Option<Field<Vec<String>>> {
    // An item of a list may be one of the papers to send.
    let is_about = |link: &Link, part: &Part<'_>| {
        let text = part.block.text.as_str();
        // "Only on our platform: …. Questions to Ann."
        let sentence = || place_of(body, link).map_or(text, |(_, at)| &text[..sentence_at(text, at).end]);
        part.section == Section::Apply
            && part.block.kind != BlockKind::ListItem
            && purpose(sentence()) != Some(Purpose::Question)
    };
    let is_way = |link: &&Link| {
        let is_page = may_be_way(&link.url) && (has_path(&link.url) || is_careers_site(&link.url));
        is_page
            && !(leads_elsewhere(&link.text) || is_reading(&link.text))
            && block_of(body, link).is_some_and(|part| is_about(link, part))
    };
    let mut ways = links.iter().filter(is_way);
    let link = ways.next()?;
    ways.all(|other| other.url == link.url).then(|| linked(link))
}

fn says_so(_: &Part<'_>, said: Option<Purpose>) -> bool {
    said == Some(Purpose::Application)
}

/// `To apply, fill in [this form](…)`: the link's words say nothing, but what its sentence says, or its section, `counts`.
fn pointed_at(body: &Body<'_>, link: &Link, counts: impl Fn(&Part<'_>, Option<Purpose>) -> bool) -> bool {
    // An address that is shown as it is says as little; that of a whole site is no way to apply.
    let is_address = link.text.trim().starts_with("http") || address(&link.text).is_some_and(|url| has_path(&url));
    let is_bare = is_address && (has_path(&link.url) || is_careers_site(&link.url));
    if !(is_bare || only_leads(&link.text) || names_form(&link.text)) {
        return false;
    }
    let Some((part, at)) = place_of(body, link) else { return false };
    let text = part.block.text.as_str();
    let sentence = sentence_at(text, at);
    // "Ready to apply? Click here."
    let before = || {
        let end = floor_char_boundary(text, sentence.start.checked_sub(1)?);
        purpose(&text[sentence_at(text, end)])
    };
    // "Apply on the county's board:" above a link
    let is_question = |start: usize| text[..start].trim_end().ends_with(['?', ':']);
    // "Fill in this form, it has six questions." The words of an address are no words of the sentence.
    let named = if is_bare { 0 } else { what_it_names(link.text.trim()).len() };
    let end = floor_char_boundary(text, text.len().min(at + named));
    let leads = || purpose(&text[sentence.start..end]).filter(|purpose| *purpose == Purpose::Application);
    let said = leads()
        .or_else(|| purpose(&text[sentence.clone()]))
        .or_else(|| before().filter(|_| is_question(sentence.start)));
    counts(part, said)
}

/// "the short application", "our art form", "the form, it is short": words that end in that of a page to fill in, before
/// what is said of it.
fn names_form(text: &str) -> bool {
    const MOST_WORDS: usize = 4;
    let text = what_it_names(text);
    let is_form = |words: &str| FORMS.exactly(words).is_some();
    // "the form", "contact page"
    let names = is_form(text) || text.split_whitespace().next_back().is_some_and(is_form);
    names && text.split_whitespace().nth(MOST_WORDS).is_none()
}

/// The words of a link before what they say of the page, and before where that is: "the form" of `the form, it's short`.
fn what_it_names(text: &str) -> &str {
    const MARKS: [&str; 10] = [", ", ": ", " (", " – ", " — ", " at ", " on ", " bei ", " op ", " en "];
    split_at_each(text, &MARKS).map(|(before, _)| before).min_by_key(|before| before.len()).unwrap_or(text)
}

/// The block that a link stands in, and where.
pub(super) fn place_of<'b, 'a>(body: &'b Body<'a>, link: &Link) -> Option<(&'b Part<'a>, usize)> {
    let part = block_of(body, link)?;
    let words = link.text.trim();
    let at = find_phrase(&part.block.text, words).or_else(|| part.block.text.find(words))?;
    Some((part, at))
}

/// `Apply via our [careers page](…)`: nothing but words that lead on stands between "apply" and the link.
fn is_destination(body: &Body<'_>, link: &Link) -> bool {
    place_of(body, link).is_some_and(|(part, at)| is_led_to(part, at) || is_led_to_from_above(body, part, link))
}

/// Whether the line above a link that is all of its own leads to it: "Please apply under".
fn is_led_to_from_above(body: &Body<'_>, part: &Part<'_>, link: &Link) -> bool {
    let above = body.parts.partition_point(|other| other.block.line < part.block.line).checked_sub(1);
    let Some(above) = above.map(|at| &body.parts[at]) else { return false };
    let ends = above.block.text.trim_end().trim_end_matches([':', '：']);
    let is_alone = part.block.text.trim() == link.text.trim() && has_path(&link.url);
    is_alone && words(ends).next_back().is_some_and(|word| step(word) == Some(true)) && is_led_to(above, ends.len())
}

/// Whether "apply" and words that lead on stand right before `at`; never where "apply" is what one does with a skill.
fn is_led_to(part: &Part<'_>, at: usize) -> bool {
    const REACH: usize = 160;
    if part.block.kind == BlockKind::ListItem && matches!(part.section, Section::Ask | Section::Tasks) {
        return false;
    }
    let near = part.block.text[..at].char_indices().rev().nth(REACH).map_or(0, |(start, _)| start);
    let near = &part.block.text[near..at];
    let before = &near[sentence_at(near, near.len()).start..];
    if purpose(before) == Some(Purpose::Question) {
        return false;
    }
    let asking = purposes(before).filter(|(purpose, _)| *purpose == Purpose::Application).map(|(_, span)| span);
    let Some(span) = asking.chain(WORDS.find(before).map(|((), span)| span)).max_by_key(|span| span.end) else {
        return false;
    };
    let between = steps(&before[span.end..]);
    let in_phrase = || words(&before[span.clone()]).any(|word| step(word) == Some(true));
    let is_wide = before[span.clone()].ends_with(is_ideographic);
    // "Form for applicants (two pages): https://…"
    let is_label = outside_brackets(&before[span.end..]).trim() == ":";
    between.is_some_and(|steps| is_wide || is_label || steps.contains(&true) || in_phrase())
}

/// Whether a link's words say nothing but that it leads on: `here`, `via this form`.
pub(super) fn only_leads(text: &str) -> bool {
    steps(text).is_some_and(|steps| steps.contains(&true) || words(text).any(|word| is_one_of(word, &["here"])))
}

/// For each word of `text` whether it leads on by itself; `None` where there are words of another kind.
fn steps(text: &str) -> Option<Vec<bool>> {
    words(text).map(step).collect()
}

fn step(word: &str) -> Option<bool> {
    STEPS.iter().find(|(known, _)| known.eq_ignore_ascii_case(word)).map(|(_, leads)| *leads)
}

fn words(text: &str) -> impl DoubleEndedIterator<Item = &str> {
    text.split(|c: char| !(c.is_alphanumeric() || c == '-')).filter(|word| !word.is_empty())
}

/// An address without a link that one is led to: `Apply at example.com/jobs/1`.
pub(super) fn by_spelling(part: &Part<'_>) -> Option<Field<Vec<String>>> {
    let text = part.block.text.as_str();
    if !text.contains('/') {
        return None;
    }
    let found = text.split_whitespace().find_map(|word| {
        let word = word.trim_matches(['(', ')', '<', '>', ',', '.', ';', ':', '!', '*', '"']);
        let url = address(word).filter(|url| has_path(url) && may_be_way(url))?;
        // `word` is a part of `text`.
        let at = word.as_ptr() as usize - text.as_ptr() as usize;
        is_led_to(part, at).then_some(url)
    })?;
    Some(part.field(vec![found]))
}

pub(super) fn has_path(url: &str) -> bool {
    let path = url.split_once("://").and_then(|(_, rest)| rest.split_once('/'));
    path.is_some_and(|(_, path)| !path.is_empty())
}

/// Whether a whole site is there for those who look for work: `https://jobs.example.com`.
fn is_careers_site(url: &str) -> bool {
    const SITES: [&str; 10] =
        ["career", "careers", "jobs", "job", "apply", "join", "hiring", "karriere", "recrutement", "recruiting"];
    let host = url.split_once("://").and_then(|(_, rest)| rest.split('.').next());
    host.is_some_and(|name| is_one_of(name, &SITES))
}

/// A link to an applicant tracking system, or to a form where the text speaks of applying.
pub(super) fn by_host(body: &Body<'_>, links: &[Link]) -> Option<Field<Vec<String>>> {
    let of_kind = |kind: Host| {
        let mut able = links.iter().filter(move |link| host(&link.url) == Some(kind) && !leads_elsewhere(&link.text));
        able.find(|link| kind == Host::System || stands_near_asking(body, link))
    };
    let link = of_kind(Host::System).or_else(|| of_kind(Host::Form))?;
    Some(linked(link))
}

/// The one link to an opening on a site of the employer's own.
pub(super) fn by_opening(links: &[Link]) -> Option<Field<Vec<String>>> {
    let mut openings = links.iter().filter(|link| is_opening(&link.url) && !leads_elsewhere(&link.text));
    let link = openings.next()?;
    let is_only = openings.all(|other| other.url == link.url);
    is_only.then(|| linked(link))
}

fn stands_near_asking(body: &Body<'_>, link: &Link) -> bool {
    block_of(body, link).is_some_and(|part| match purpose(&part.block.text) {
        Some(purpose) => purpose != Purpose::Question,
        None => matches!(part.section, Section::Apply | Section::Process),
    })
}

/// Whether the words of a link promise something to read.
fn is_reading(text: &str) -> bool {
    const WORDS: [&str; 16] = [
        "read more",
        "learn more",
        "culture",
        "values",
        "about us",
        "website",
        "homepage",
        "blog",
        "faq",
        "benefits",
        "policy",
        "handbook",
        "mehr erfahren",
        "en savoir plus",
        "más información",
        "datenschutz",
    ];
    has_any(text, &WORDS)
}

/// Whether one of `words` stands anywhere in the words of a link, be it inside another.
fn has_any(text: &str, words: &[&str]) -> bool {
    let text = text.to_lowercase();
    words.iter().any(|word| text.contains(word))
}

/// Whether a link leads to the list of all openings, or to a page about something else.
pub(super) fn leads_elsewhere(text: &str) -> bool {
    const WORDS: [&str; 15] = [
        "all jobs",
        "all open",
        "open positions",
        "open roles",
        "other",
        "openings",
        "job board",
        "careers page",
        "privacy",
        "mailing list",
        "newsletter",
        "subscribe",
        "log in",
        "login",
        "sign in",
    ];
    has_any(text, &WORDS)
}

#[cfg(test)]
mod tests;
