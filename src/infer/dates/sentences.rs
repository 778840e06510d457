//! The days that the text itself gives: since when a posting is open, and until when one may apply.
//!
//! In goes the body, out come dates that follow a phrase of `data/cues.txt` in the same sentence. A day of starting work,
//! of an interview or of founding is never taken, nor one without its year (F3), unless the posting says since when it is
//! open. One that can be read both ways round is a warning.

mod near;

use std::sync::LazyLock;

use jiff::civil::Date;

use self::near::{date_after, dated, range_end};
use super::lone::{dated_head, signed};
use super::{NoDate, Order, may_hold_day, order, part, word_starts};
use crate::diagnostic::Diagnostic;
use crate::extract::BlockKind;
use crate::infer::apply;
use crate::infer::body::{Body, Part, Section};
use crate::infer::lexicon::Lexicon;
use crate::infer::mail;
use crate::infer::table::CUES;
use crate::infer::words::{figures_in, has_figure, is_one_of, sentence_at, split_at_each, strip_ornaments};
use crate::posting::Field;
use crate::source::{SourceFile, Span, floor_char_boundary};

/// What the text gives.
#[derive(Debug, Default)]
pub(in crate::infer) struct Announced {
    /// First day.
    pub posted: Option<Field<Date>>,
    /// Last day to apply.
    pub closes: Option<Field<Date>>,
}

/// What the date behind a phrase is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Cue {
    /// The last day to apply.
    Closes,
    /// The last day of something, which is that of applying where the sentence is about it.
    Until,
    /// The first day, where the phrase begins its line.
    Posted,
    /// The first day, and the last one where a range follows.
    Opens,
    /// A day of anything else.
    Other,
}

static CUE_WORDS: LazyLock<Lexicon<Cue>> = LazyLock::new(|| {
    CUES.lexicon_of(|section| match section {
        "date closes" => Some(Cue::Closes),
        "date until" => Some(Cue::Until),
        "date posted" => Some(Cue::Posted),
        "date opens" => Some(Cue::Opens),
        "date other" => Some(Cue::Other),
        _ => None,
    })
});

/// Words behind a date that make it the last day, and whether of applying alone.
static BEHIND: LazyLock<Lexicon<bool>> = LazyLock::new(|| {
    CUES.lexicon_of(|section| match section {
        "date closes behind" => Some(true),
        "date until behind" => Some(false),
        _ => None,
    })
});

/// What is known before the text is read.
#[derive(Debug, Clone, Copy, Default)]
pub(in crate::infer) struct Known {
    /// Whether the first day is known.
    pub posted: bool,
    /// Whether the last day is.
    pub closes: bool,
    /// A day on which it is already open.
    pub since: Option<Date>,
    /// Which of day and month stands first where no date tells.
    pub order: Option<Order>,
}

/// How far behind its phrase a date may stand, in bytes.
const REACH: usize = 90;
/// How near a phrase about something else takes the date of a phrase behind it, in bytes.
const NEAR: usize = 24;

/// Reads the days that sentences give and that are not known yet.
pub(in crate::infer) fn in_body(
    body: &Body<'_>,
    known: Known,
    source: &SourceFile,
    diagnostics: &mut Vec<Diagnostic>,
) -> Announced {
    let mut found = Announced::default();
    let (posted, closes) = (!known.posted, !known.closes);
    if !(posted || closes) {
        return found;
    }
    let figures: Vec<Figures> = body.parts.iter().map(|part| Figures::of(&part.block.text)).collect();
    let dated = body.parts.iter().zip(&figures).filter(|(_, figures)| **figures == Figures::Dated);
    let texts = || dated.clone().map(|(part, _)| part.block.text.as_str());
    let order = order(texts().flat_map(|text| word_starts(text, 0, text.len()).map(|at| &text[at..]))).or(known.order);
    let manner = Manner { order, since: known.since.filter(|_| closes) };
    let mut above: Option<&Part<'_>> = None;
    for (part, figures) in body.parts.iter().zip(&figures) {
        let heading = above.replace(part).filter(|above| above.is_heading());
        // A day without its year is told by few marks.
        let may_hold_day = || manner.since.is_some() && may_hold_day(&part.block.text);
        if !(*figures == Figures::Dated || *figures == Figures::Few && may_hold_day()) {
            continue;
        }
        let mut announced = in_block(part, manner, source, diagnostics);
        announced.closes = announced.closes.or_else(|| below_heading(heading?, part, manner));
        announced.closes = announced.closes.or_else(|| before_phrase(part, manner));
        if let Some((cue, day)) = of_plan(part, manner) {
            let announced = if cue == Cue::Closes { &mut announced.closes } else { &mut announced.posted };
            *announced = announced.take().or(Some(day));
        }
        found.posted = found.posted.or(announced.posted.take().filter(|_| posted));
        found.closes = found.closes.or(announced.closes.take().filter(|_| closes));
    }
    if posted {
        found.posted = found.posted.or_else(|| mail::sent_on(body));
        found.posted = found.posted.or_else(|| dated_head(body, order)).or_else(|| signed(body, order));
    }
    let told = found.posted.as_ref().filter(|_| closes && known.since.is_none() && found.closes.is_none());
    if let Some(since) = told.map(|day| Some(day.value)) {
        // What the text says of its first day tells the year of the last.
        let known = Known { posted: true, since, ..known };
        found.closes = in_body(body, known, source, &mut Vec::new()).closes;
    }
    found
}

/// What figures a block has; most have none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Figures {
    /// None at all.
    None,
    /// Too few of them for a date with its year.
    Few,
    /// As dates have them: four in a row, or two behind a mark.
    Dated,
}

impl Figures {
    fn of(text: &str) -> Self {
        let is_behind_mark = |at: usize| at > 1 && matches!(text.as_bytes()[at - 1], b'.' | b'/');
        let is_of_date = |run: &Span| run.len() >= 4 || (run.len() >= 2 && is_behind_mark(run.start));
        match figures_in(text).map(|run| is_of_date(&run)).reduce(|one, other| one || other) {
            None => Self::None,
            Some(false) => Self::Few,
            Some(true) => Self::Dated,
        }
    }
}

/// How the dates of a text are read.
#[derive(Debug, Clone, Copy)]
struct Manner {
    /// Which of day and month its dates begin with.
    order: Option<Order>,
    /// The day after which one without its year is.
    since: Option<Date>,
}

/// The last day to apply that a text begins with below a heading about it: "Deadline".
fn below_heading(heading: &Part<'_>, part: &Part<'_>, manner: Manner) -> Option<Field<Date>> {
    // A weekday may stand before the day.
    const NEAR: usize = 16;
    let (_, span) = CUE_WORDS.find(&heading.block.text).find(|(cue, _)| *cue == Cue::Closes)?;
    let is_all = heading.block.text.split_whitespace().count() <= 4 && span.len() * 2 >= heading.block.text.len();
    let (_, read) = date_after(&part.block.text, manner, 0, None).filter(|(at, _)| is_all && *at <= NEAR)?;
    let date = read.ok()?;
    Some(part.field(date))
}

/// The last day to apply that stands before the words that make it one: `2024年3月31日まで`, `31 March 2024 at the latest`.
fn before_phrase(part: &Part<'_>, manner: Manner) -> Option<Field<Date>> {
    const REACH: usize = 64;
    let text = part.block.text.as_str();
    let mut figures = word_starts(text, 0, text.len()).filter(|at| text.as_bytes()[*at].is_ascii_digit());
    figures.find_map(|at| {
        let near = &text[at..floor_char_boundary(text, text.len().min(at + REACH))];
        let date = dated(near, manner)?.ok()?;
        let (is_of_applying, _) = BEHIND.first(behind_date(near)).filter(|(_, span)| span.start == 0)?;
        let is_about = || apply::is_about_applying(&text[sentence_at(text, at)]);
        let counts = is_of_applying || part.section == Section::Apply || is_about();
        counts.then(|| part.field_at(date, at))
    })
}

/// The day of an item of a plan, and what it is said to be: `1 March 2024 – applications close`.
fn of_plan(part: &Part<'_>, manner: Manner) -> Option<(Cue, Field<Date>)> {
    const MARKS: [&str; 6] = ["\t", ": ", "：", " – ", " — ", " - "];
    if !matches!(part.block.kind, BlockKind::TableRow | BlockKind::ListItem) {
        return None;
    }
    let (day, words) = split_at_each(&part.block.text, &MARKS).next()?;
    let (cue, rest) = CUE_WORDS.leading(strip_ornaments(words))?;
    let is_all = matches!(cue, Cue::Closes | Cue::Opens) && !has_figure(rest);
    let (_, date) = date_after(day, manner, 0, None).filter(|(at, _)| is_all && *at == 0)?;
    Some((cue, part.field(date.ok()?)))
}

/// What follows the date that `text` begins with, without its weekday and time.
fn behind_date(text: &str) -> &str {
    const LONGEST: usize = 24;
    let near = &text[..floor_char_boundary(text, text.len().min(LONGEST))];
    let day = near.find(['日', '일']).filter(|day| !near[..*day].contains(['（', '(']));
    let in_words = || behind_words(&text[super::figures(text).len()..]);
    let rest = day.map_or_else(in_words, |day| &text[day + '日'.len_utf8()..]).trim_start();
    let inside = rest.strip_prefix(['（', '(']).and_then(|rest| rest.split_once(['）', ')']));
    let rest = inside.map_or(rest, |(_, rest)| rest);
    let is_time = |c: char| c.is_ascii_digit() || matches!(c, ':' | '：' | ' ' | '時' | '时' | '点' | '分' | '시');
    rest.trim_start_matches(is_time)
}

/// What follows the month and the year of a date whose day stands before `text`: ` at noon` of `th of March 2024 at noon`.
fn behind_words(text: &str) -> &str {
    let mut rest = text;
    loop {
        let word = rest.trim_start_matches([' ', '.', ',', '-']);
        let end = word.find(|c: char| !c.is_alphanumeric()).unwrap_or(word.len());
        let is_more = part(&word[..end]).is_some() || is_one_of(&word[..end], &super::SMALL);
        if end == 0 || !is_more {
            return rest;
        }
        rest = &word[end..];
    }
}

fn in_block(part: &Part<'_>, manner: Manner, source: &SourceFile, diagnostics: &mut Vec<Diagnostic>) -> Announced {
    let text = part.block.text.as_str();
    let Manner { order, .. } = manner;
    let cues: Vec<(Cue, Span)> = CUE_WORDS.find(text).collect();
    let mut found = Announced::default();
    for (at, (cue, span)) in cues.iter().enumerate() {
        let before = at.checked_sub(1).map(|before| &cues[before]);
        // "Bewerbungsfrist bis zum …" is one announcement.
        let goes_on = *cue == Cue::Until
            && before.is_some_and(|(cue, closing)| {
                matches!(cue, Cue::Closes | Cue::Opens) && sentence_at(text, closing.start).contains(&span.start)
            });
        if *cue == Cue::Other {
            continue;
        }
        // What another phrase announces belongs to that one.
        let next = cues[at + 1..].iter().map(|(_, next)| next.start).find(|start| *start >= span.end);
        let Some((start, read)) = date_after(text, manner, span.end, next) else { continue };
        if !(goes_on || counts(*cue, span, before, part, start)) {
            continue;
        }
        // "Applications from 1 to 31 March 2024": the day with a year is the last one.
        if *cue == Cue::Opens && has_figure(&text[span.end..start]) {
            let end = read.ok().map(|date| part.field_at(date, start));
            found.closes = found.closes.or(end);
            continue;
        }
        if *cue == Cue::Opens {
            let end = range_end(text, order, (start, read.ok())).map(|date| part.field_at(date, start));
            found.closes = found.closes.or(end);
        }
        match read {
            Ok(date) if matches!(cue, Cue::Closes | Cue::Until) => {
                found.closes = found.closes.or(Some(part.field_at(date, start)));
            }
            Ok(date) => {
                found.posted = found.posted.or(Some(part.field_at(date, start)));
            }
            Err(NoDate::Ambiguous) => {
                diagnostics.push(ambiguous(super::figures(&text[start..]), part.line_at(start), source));
            }
            Err(_) => {}
        }
    }
    found
}

/// Whether the phrase at `span` announces the date at `start` as one of the posting.
fn counts(cue: Cue, span: &Span, before: Option<&(Cue, Span)>, part: &Part<'_>, start: usize) -> bool {
    let text = part.block.text.as_str();
    let sentence = sentence_at(text, span.start);
    match cue {
        Cue::Closes | Cue::Opens => true,
        Cue::Until => {
            // "befristet bis zum", "interviews take place until"
            let of_other = before.is_some_and(|(cue, other)| *cue == Cue::Other && other.end + NEAR >= span.start);
            // "Vous avez jusqu'au 31 mars 2026 pour postuler."
            let clause = text[span.end..sentence.end.max(span.end)].split([',', ';']).next().unwrap_or("");
            // "By 31 March 2026, send us your CV."
            let opens = text[sentence.start..span.start].trim().is_empty();
            let end = if opens { sentence.end } else { span.end + clause.len() };
            let is_about = || {
                apply::is_about_applying(&text[begin(text, sentence.start)..end.max(span.end)])
                    || apply::asks_to_write(&text[sentence.clone()], span.start - sentence.start)
                    || (part.section != Section::Tasks && asks_to_send(&text[sentence.start..span.start]))
            };
            // "We keep it, by a law that is from 4 May 2021"
            let follows = part.section == Section::Apply && start <= span.end + NEAR;
            // "Posted on 3 March 2026, until 1 April 2026"
            let is_end = before.is_some_and(|(cue, posted)| *cue == Cue::Posted && sentence.contains(&posted.start));
            !of_other && (follows || is_end || is_about())
        }
        Cue::Posted => {
            let line = text[..span.start].rfind('\n').map_or(0, |end| end + 1);
            // "Advert published on 3 March 2024." may be the last sentence of a block.
            let phrase = &text[span.clone()];
            let from = if phrase.contains(' ') { line.max(sentence.start) } else { line };
            let before = strip_ornaments(&text[from..span.start]).trim_start_matches(['(', '[']);
            // "ann opened this issue on …"
            before.is_empty() || (phrase.split(' ').count() > 2 && !before.contains(' '))
        }
        Cue::Other => false,
    }
}

/// Whether a sentence begins by asking the reader to send somebody something: `Send a few lines to Ann`.
fn asks_to_send(sentence: &str) -> bool {
    const TO: [&str; 15] =
        ["to", "us", "an", "uns", "à", "nous", "a", "ao", "para", "aan", "ons", "till", "til", "an:", "moi"];
    let behind = apply::behind_request(strip_ornaments(sentence));
    behind.is_some_and(|rest| rest.split(' ').any(|word| is_one_of(word, &TO)))
}

/// Where the sentence begins whose last line begins at `start`: on the line above, or further up where lines end in commas.
fn begin(text: &str, mut start: usize) -> usize {
    const MOST_LINES: usize = 10;
    for _ in 0..MOST_LINES {
        let Some(above) = text[..start].strip_suffix('\n') else { break };
        start = sentence_at(text, above.len()).start;
        if !text[..start].trim_end_matches([' ', '\n']).ends_with(',') {
            break;
        }
    }
    start
}

fn ambiguous(shown: &str, line: u32, source: &SourceFile) -> Diagnostic {
    let start = source.offset(line, 1);
    let at = source.text[start..].find(shown).map_or(start, |found| start + found);
    Diagnostic::warning("unreadable-date", format!("`{shown}` can be day and month or month and day"))
        .at(source.location(at..at + shown.len()))
        .help("write it as `YYYY-MM-DD`, where there is no doubt")
}

#[cfg(test)]
mod tests;
