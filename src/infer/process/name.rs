//! One step's short name and length, from the line that tells it.
//!
//! In goes the line, out comes a [`Step`]. The name is cut where details begin, never put into other words; the length is
//! as written. A time within which something happens is no length.

use std::sync::LazyLock;

use crate::infer::lexicon::Lexicon;
use crate::infer::table::PROCESS;
use crate::infer::words::{has_figure, rsplit_at_each, split_at_each, squash, strip_ornaments, word_before};
use crate::posting::Step;
use crate::source::Span;

/// Names up to this length stand as they are.
const SHORT: usize = 48;

static UNITS: LazyLock<Lexicon<()>> = LazyLock::new(|| PROCESS.lexicon("unit"));
static HALVES: LazyLock<Lexicon<()>> = LazyLock::new(|| PROCESS.lexicon("half"));
static NUMBERS: LazyLock<Lexicon<()>> = LazyLock::new(|| PROCESS.lexicon("number"));
static NOTES: LazyLock<Lexicon<()>> = LazyLock::new(|| PROCESS.lexicon("note"));
static LEADS: LazyLock<Lexicon<()>> = LazyLock::new(|| PROCESS.lexicon("lead"));

/// Reads one step: `Video call (30 min) with the team` is a step of `30 min`.
pub(in crate::infer) fn step(text: &str) -> Option<Step> {
    let text = squash(text);
    let text = strip_ornaments(without_number(&text).unwrap_or(&text));
    let (name, length) = match bracketed(text).or_else(|| stated(text)) {
        Some((name, length)) => (name, Some(length)),
        None => (text.to_owned(), None),
    };
    let name = shortened(&name);
    let is_note = NOTES.exactly(&name).is_some();
    (!name.is_empty() && !is_note).then_some(Step { step: name, length })
}

/// Whether all of `text` is a length of time: `30 min`, `~1 hour`, `halber Tag`.
pub(super) fn is_length(text: &str) -> bool {
    let text = text.trim();
    text.len() <= 30 && (HALVES.first(text).is_some() || has_figure(text) && UNITS.first(text).is_some())
}

/// What follows `Step 1:`, `2)` or `3.`.
pub(super) fn without_number(text: &str) -> Option<&str> {
    let text = text.trim_start();
    let counted = NUMBERS.strip(text);
    let rest = counted.unwrap_or(text);
    let behind = rest.trim_start_matches(|c: char| c.is_ascii_digit());
    let marked = behind.strip_prefix([':', '.', ')', '-', '–', '—', '：', '、']);
    let marked = marked.filter(|_| behind.len() < rest.len() && rest.len() - behind.len() <= 2)?;
    // `1.5 hours` and `1-2 weeks` are no numbers of steps.
    (counted.is_some() || marked.starts_with(' ')).then(|| marked.trim_start())
}

/// A name and the length in brackets behind it; what follows is told in passing.
fn bracketed(text: &str) -> Option<(String, String)> {
    let open = text.find(['(', '（'])?;
    let start = open + text[open..].chars().next()?.len_utf8();
    let inside = &text[start..start + text[start..].find([')', '）'])?];
    let name = text[..open].trim();
    (is_length(inside) && !name.is_empty()).then(|| (name.to_owned(), inside.trim().to_owned()))
}

/// A name and the length that is told within it: `60-minute interview`, `Talk – 1 hour`, `a 30 minute call`.
fn stated(text: &str) -> Option<(String, String)> {
    let span = length_in(text)?;
    let length = text[span.clone()].to_owned();
    let (before, after) = (text[..span.start].trim_end(), text[span.end..].trim_start());
    let after = after.strip_prefix("of ").unwrap_or(after).trim_start_matches(['-', '–', ':', ',']).trim_start();
    let name = if before.is_empty() {
        opened(after)
    } else if before.ends_with([':', '-', '–', '—', ',']) {
        before.to_owned()
    } else if word_before(before, before.len()) == "an" || word_before(before, before.len()) == "An" {
        text.to_owned()
    } else {
        format!("{before} {after}")
    };
    (!name.trim().is_empty()).then_some((name, length))
}

/// Where a length of time stands in `text`.
fn length_in(text: &str) -> Option<Span> {
    const WITHIN: [&str; 9] = ["within", "in", "after", "innerhalb", "binnen", "dans", "en", "nach", "up"];
    if !has_figure(text) {
        return None;
    }
    UNITS.find(text).find_map(|((), unit)| {
        let before = text[..unit.start].trim_end_matches([' ', '-', '\u{2011}']);
        let figures = |c: char| c.is_ascii_digit() || matches!(c, '-' | '–' | '~' | '.');
        let start = before.char_indices().rev().take_while(|(_, c)| figures(*c)).last()?.0;
        let is_within = WITHIN.iter().any(|word| word_before(text, start).eq_ignore_ascii_case(word));
        (has_figure(&before[start..]) && !is_within).then_some(start..unit.end)
    })
}

/// `(paid) working trial` without its brackets, and with a capital in front.
fn opened(text: &str) -> String {
    let text = match text.strip_prefix('(').and_then(|rest| rest.split_once(')')) {
        Some((inside, rest)) => format!("{inside}{rest}"),
        None => text.to_owned(),
    };
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

/// `name` without sentences behind the first, addresses, and details that a short name does without.
fn shortened(name: &str) -> String {
    const JOINTS: [&str; 7] = [": ", " – ", " — ", " - ", "：", ", where ", "; "];
    let is_short = |name: &&str| name.chars().count() <= SHORT;
    let name = split_at_each(name, &[". "]).next().map_or(name, |(first, _)| first);
    let addressed = rsplit_at_each(name, &[" to ", " via "]).next();
    let addressed = addressed.filter(|(_, tail)| tail.contains('@') || tail.contains("://"));
    let name = addressed.map_or(name, |(head, _)| head);
    let heads = split_at_each(name, &JOINTS).map(|(head, _)| head).filter(is_short);
    let mut name = heads.min_by_key(|head| head.len()).unwrap_or(name);
    if !is_short(&name)
        && let Some(((), lead)) = LEADS.find(name).find(|((), lead)| super::STEPS.first(&name[..lead.start]).is_some())
    {
        name = &name[..lead.start];
    }
    name.trim_matches([' ', ':', '-', '–', ',', '.', '!', '`']).to_owned()
}
