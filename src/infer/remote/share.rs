//! How much of the work is done elsewhere, by the words beside a phrase for remote work or for an office: `two days`, `60 %`,
//! `entirely`, `not eligible for`.
//!
//! In goes a text and where in it the phrase stands, out comes how much. What the phrase itself says is not decided here.
//! The words are `data/shares.txt`.

use std::ops::Range;
use std::sync::LazyLock;

use super::days::is_counted;
use crate::infer::lexicon::Lexicon;
use crate::infer::table;
use crate::infer::words::{has_one_of, is_and, is_one_of, sentence_at, strip_word, word_after, word_before};
use crate::source::{Span, floor_char_boundary};

/// How much, or how often.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Share {
    /// All of it.
    All,
    /// All of those who work.
    Everyone,
    /// All of what there is to do.
    Whole,
    /// All of it, and nothing else.
    Sole,
    /// Some of it.
    Part,
    /// None of it: it is denied.
    Never,
    /// So many days of a week that others remain.
    Few,
    /// All days of a week.
    Five,
    /// Each day.
    Every,
    /// The name of a day.
    Weekday,
    /// It is only allowed.
    Choice,
    /// The reader is allowed to.
    YouCan,
    /// What offices have to offer beside work.
    Treat,
    /// What is done at a desk.
    Desk,
    /// A word for work.
    Work,
    /// The days that others leave.
    Rest,
    /// It does not matter where.
    Wherever,
    /// Nobody has to.
    Needless,
}

pub(super) static SHARES: LazyLock<Lexicon<Share>> = LazyLock::new(|| {
    table::SHARES.lexicon_of(|section| {
        Some(match section {
            "all" => Share::All,
            "everyone" => Share::Everyone,
            "whole" => Share::Whole,
            "sole" => Share::Sole,
            "part" => Share::Part,
            "never" => Share::Never,
            "few" => Share::Few,
            "five" => Share::Five,
            "every" => Share::Every,
            "weekday" => Share::Weekday,
            "choice" => Share::Choice,
            "you can" => Share::YouCan,
            "treat" => Share::Treat,
            "desk" => Share::Desk,
            "work" => Share::Work,
            "rest" => Share::Rest,
            "wherever" => Share::Wherever,
            "needless" => Share::Needless,
            _ => return None,
        })
    })
});

/// Words for days, and for how often.
pub(super) static DAYS: LazyLock<Vec<&str>> = LazyLock::new(|| table::SHARES.words("day"));
pub(super) static WEEKS: LazyLock<Lexicon<()>> = LazyLock::new(|| table::SHARES.lexicon("week"));

/// How much of the work the clause around the phrase at `span` says is done so: all, a part, or nothing; with at most
/// `reach` words between a part and the phrase.
pub(super) fn around(text: &str, span: &Span, reach: usize) -> Option<Share> {
    let clause = clause_at(text, span);
    let beside = beside(text, span, reach);
    let has = |wanted: &[Share]| beside.iter().any(|share| wanted.contains(share));
    match percentage(&text[clause.start..span.start], &text[span.end..clause.end]) {
        _ if has(&[Share::Never]) => Some(Share::Never),
        Some(100..) => Some(Share::All),
        Some(_) => Some(Share::Part),
        None if is_counted(&text[clause]) || has(&PARTS) => Some(Share::Part),
        None => has(&[Share::All, Share::Everyone, Share::Sole]).then_some(Share::All),
    }
}

/// What leaves some of the work to be done elsewhere.
const PARTS: [Share; 4] = [Share::Part, Share::Rest, Share::Weekday, Share::Desk];

/// Whether words for a part of the work stand near the phrase at `span`.
pub(super) fn is_part(text: &str, span: &Span, reach: usize) -> bool {
    beside(text, span, reach).iter().any(|share| PARTS.contains(share))
}

/// What the words near the phrase at `span` say of how much, in its clause.
fn beside(text: &str, span: &Span, reach: usize) -> Vec<Share> {
    let clause = clause_at(text, span);
    let (before, after) = (&text[clause.start..span.start], &text[span.end..clause.end]);
    let tells = |share: Share, gap: &str| match share {
        Share::Never | Share::Everyone => is_gap(gap, 3),
        // "On Fridays you may work from home"
        Share::Weekday => is_near(gap, 3),
        // "Paperwork you can happily do at home"
        Share::Desk => is_near(gap, 6) && allows(gap),
        Share::All | Share::Sole => is_gap(gap, 2),
        Share::Part | Share::Rest => gap.split_whitespace().nth(reach).is_none(),
        _ => false,
    };
    // "Parte del trabajo desde casa" may share a word with the phrase.
    let near = SHARES.find(&text[clause.start..span.end]).take_while(|(_, found)| found.start < before.len());
    let near = near.filter(|(share, found)| tells(*share, before.get(found.end..).unwrap_or_default()));
    // "We work from home and are fully used to it."
    let is_new = |gap: &str| gap.split_whitespace().count() > 1 && is_and(word_after(gap, 0));
    let tells_later = |share: Share, gap: &str| match share {
        Share::Never => false,
        Share::All | Share::Everyone | Share::Sole if is_new(gap) => false,
        share => tells(share, gap),
    };
    let later = SHARES.find(after).filter(|(share, found)| tells_later(*share, &after[..found.start]));
    near.chain(later).map(|(share, _)| share).collect()
}

/// Whether the clause around a place of work says that all of the work is done there: `entirely on site`, `All of it happens
/// on site`, `The work is done on site throughout`, `sur place uniquement`.
pub(super) fn is_all_of_it(text: &str, span: &Span) -> bool {
    const REACH: usize = 4;
    let clause = clause_at(text, span);
    let before = &text[clause.start..span.start];
    let after = &text[span.end..clause.end];
    let leads = |(share, found): (Share, Span)| match share {
        Share::All | Share::Sole => before[found.end..].trim().is_empty(),
        Share::Whole => is_gap(&before[found.end..], REACH),
        _ => false,
    };
    let ends = |(share, found): (Share, Span)| {
        let most = match share {
            Share::Whole => REACH,
            // "Sur place uniquement"
            Share::Sole => 0,
            _ => return false,
        };
        !after[found.end..].contains(char::is_alphanumeric) && is_gap(&after[..found.start], most)
    };
    SHARES.find(before).any(leads) || SHARES.find(after).any(ends)
}

/// Whether a number of days stands right beside a phrase for one's home, or of those who are there: `two at home`, `a day at
/// home`, `hemma en dag`.
pub(super) fn is_few(text: &str, span: &Span) -> bool {
    const ARTICLES: [&str; 4] = ["a", "en", "ett", "et"];
    let clause = clause_at(text, span);
    let (before, after) = (&text[clause.start..span.start], &text[span.end..clause.end]);
    let leads_day = |text: &str| is_one_of(word_after(text, 0), &DAYS);
    let few = |text| SHARES.find(text).filter(|(share, _)| *share == Share::Few).map(|(_, found)| found);
    let is_led = |found: Span| {
        let gap = &before[found.end..];
        gap.trim().is_empty() || leads_day(gap) && is_gap(gap, 3)
    };
    // "A day at home", "hemma en dag"
    let day = word_before(before, before.len());
    let is_article = |word: &str| is_one_of(word, &ARTICLES);
    let one = || is_article(word_before(before, before.trim_end().len() - day.len()));
    let one_behind =
        || after.trim_start().split_once(' ').is_some_and(|(word, rest)| is_article(word) && leads_day(rest));
    is_one_of(day, &DAYS) && one()
        || one_behind()
        || few(before).any(is_led)
        || few(after).any(|found| is_gap(&after[..found.start], 3) && leads_day(&after[found.end..]))
}

/// Whether what follows the phrase at `span` says that nobody has to.
pub(super) fn is_needless(text: &str, span: &Span) -> bool {
    let behind = &text[span.end..clause_at(text, span).end];
    SHARES.find(behind).any(|(share, _)| share == Share::Needless)
}

/// Whether a least number of days stands right behind the phrase at `span`.
pub(super) fn is_at_least(text: &str, span: &Span) -> bool {
    const LEAST: [&str; 11] = [
        "at least",
        "minimum",
        "min",
        "mindestens",
        "au moins",
        "minimum de",
        "al menos",
        "pelo menos",
        "minimaal",
        "almeno",
        "minst",
    ];
    let behind = text[span.end..clause_at(text, span).end].trim_start();
    LEAST.iter().any(|least| strip_word(behind, least).is_some()) && is_counted(behind)
}

/// Whether a word right before the phrase at `span` denies it: `kein`, `niente`.
pub(super) fn is_denied(text: &str, span: &Span) -> bool {
    let before = &text[clause_at(text, span).start..span.start];
    SHARES.find(before).any(|(share, found)| share == Share::Never && before[found.end..].trim().is_empty())
}

/// Whether a remark denies something: `aucun télétravail`.
pub(in crate::infer) fn denies(remark: &str) -> bool {
    SHARES.find(remark).any(|(share, _)| share == Share::Never) || remark.contains("不可")
}

/// Whether a phrase names a place of manual work, where some days of a week are a task rather than a mix: `in the
/// warehouse`.
pub(super) fn names_hall(phrase: &str) -> bool {
    const HALLS: [&str; 11] = [
        "warehouse",
        "factory",
        "plant",
        "shop",
        "shop floor",
        "workshop",
        "museum",
        "werkstatt",
        "taller",
        "werkplaats",
        "school",
    ];
    has_one_of(phrase, &HALLS)
}

/// Whether a phrase says of itself that it is about all of the work.
pub(super) fn is_whole(phrase: &str) -> bool {
    SHARES.find(phrase).any(|(share, _)| share == Share::All)
}

/// Whether the clause around `span`, or days of a week in it, is about work.
pub(super) fn speaks_of_work(text: &str, span: &Span) -> bool {
    let clause = clause(text, span);
    SHARES.find(clause).any(|(share, _)| share == Share::Work) || is_counted(clause)
}

/// Whether words begin a text by which it does not matter where: `egal ob in Ulm oder Kiel`.
pub(super) fn leads_wherever(text: &str) -> bool {
    SHARES.leading(text).is_some_and(|(share, _)| share == Share::Wherever)
}

/// Whether the clause around `span` allows the reader something.
pub(super) fn lets_reader(text: &str, span: &Span) -> bool {
    SHARES.find(clause(text, span)).any(|(share, _)| share == Share::YouCan)
}

/// Whether the sentence around `span` is about what is offered beside work.
pub(super) fn is_about_treats(text: &str, span: &Span) -> bool {
    SHARES.find(&text[sentence_near(text, span)]).any(|(share, _)| share == Share::Treat)
}

/// Whether few words, and none that only allows something, stand between two phrases.
pub(super) fn is_gap(gap: &str, most: usize) -> bool {
    is_near(gap, most) && !allows(gap)
}

/// Whether few words stand between two phrases.
fn is_near(gap: &str, most: usize) -> bool {
    gap.split_whitespace().nth(most).is_none()
}

/// Whether words say that something is allowed.
fn allows(gap: &str) -> bool {
    SHARES.find(gap).any(|(share, _)| matches!(share, Share::Choice | Share::YouCan))
}

/// The percentage right beside a phrase: `up to 60% remote`, `homeoffice zu 40 %`.
pub(super) fn percentage(before: &str, after: &str) -> Option<u32> {
    let figure = |text: &str| {
        let text = text.trim_end();
        let start = text.rfind(|c: char| !c.is_ascii_digit()).map_or(0, |at| at + 1);
        text.get(start..)?.parse().ok()
    };
    let last = before.trim_end().strip_suffix('%').and_then(figure);
    let next = || {
        let (lead, _) = after.split_once('%')?;
        figure(lead).filter(|_| lead.split_whitespace().nth(3).is_none())
    };
    last.or_else(next)
}

/// The part of a sentence that `span` lies in.
pub(super) fn clause<'t>(text: &'t str, span: &Span) -> &'t str {
    &text[clause_at(text, span)]
}

/// Where the part of a sentence is that `span` lies in.
fn clause_at(text: &str, span: &Span) -> Range<usize> {
    const ENDS: [char; 8] = [',', ';', '–', '—', '、', '，', '(', ')'];
    let sentence = sentence_near(text, span);
    let end = sentence.end;
    let start = text[sentence.start..span.start].rfind(ENDS).map_or(sentence.start, |at| sentence.start + at);
    let start = start + text[start..].chars().next().filter(|c| ENDS.contains(c)).map_or(0, char::len_utf8);
    start.min(span.start)..text[span.end..end].find(ENDS).map_or(end, |at| span.end + at)
}

/// The sentence that `span` lies in, as far as a reader would see it together.
pub(super) fn sentence_near(text: &str, span: &Span) -> Range<usize> {
    const REACH: usize = 240;
    let start = floor_char_boundary(text, span.start.saturating_sub(REACH));
    let near = &text[start..floor_char_boundary(text, text.len().min(span.end + REACH))];
    let sentence = sentence_at(near, span.start - start);
    start + sentence.start..(start + sentence.end).max(span.end)
}

/// Whether what a phrase says holds until a day that its sentence names before it, or from one on: `Until June you work from …`.
pub(super) fn is_until(text: &str, span: &Span) -> bool {
    const UNTIL: [&str; 12] =
        ["until", "till", "bis", "jusqu'à", "jusqu’à", "jusqu'en", "jusqu’en", "hasta", "até", "tot", "fino", "til"];
    let before = &text[sentence_near(text, span).start..span.start];
    has_one_of(before, &UNTIL)
}

/// Whether what a phrase says is said of the days that others leave: `Two days here, the other days where you like`.
pub(super) fn is_rest(text: &str, span: &Span) -> bool {
    let before = &text[sentence_near(text, span).start..span.start];
    SHARES.find(before).any(|(share, _)| share == Share::Rest)
}
