//! How much of the work is done elsewhere, by the words beside a phrase for remote work or for an office: `two days`, `60 %`,
//! `entirely`, `not eligible for`.
//!
//! In goes a text and where in it the phrase stands, out comes how much. What the phrase itself says is not decided here.
//! The words are `data/shares.txt`.

use std::ops::Range;
use std::sync::LazyLock;

use crate::infer::lexicon::Lexicon;
use crate::infer::table;
use crate::infer::words::{has_one_of, is_one_of, sentence_at, word_after, word_before};
use crate::posting::Remote;
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
    /// A word for work.
    Work,
    /// The days that others leave.
    Rest,
}

static SHARES: LazyLock<Lexicon<Share>> = LazyLock::new(|| {
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
            "work" => Share::Work,
            "rest" => Share::Rest,
            _ => return None,
        })
    })
});

/// Words for days, and for how often.
static DAYS: LazyLock<Vec<&str>> = LazyLock::new(|| table::SHARES.words("day"));
static WEEKS: LazyLock<Lexicon<()>> = LazyLock::new(|| table::SHARES.lexicon("week"));

/// How much of the work the clause around the phrase at `span` says is done so: all, a part, or nothing; with at most
/// `reach` words between a part and the phrase.
pub(super) fn around(text: &str, span: &Span, reach: usize) -> Option<Share> {
    let clause = clause_at(text, span);
    let before = &text[clause.start..span.start];
    let after = &text[span.end..clause.end];
    let tells = |share: Share, gap: &str| match share {
        Share::Never | Share::Weekday => is_gap(gap, 3),
        Share::All | Share::Everyone | Share::Sole => is_gap(gap, 2),
        Share::Part | Share::Rest => gap.split_whitespace().nth(reach).is_none(),
        _ => false,
    };
    let told = |(share, gap): (Share, &str)| tells(share, gap).then_some(share);
    let near = SHARES.find(before).map(|(share, found)| (share, &before[found.end..]));
    let near: Vec<Share> = near.filter_map(told).collect();
    if near.contains(&Share::Never) {
        return Some(Share::Never);
    }
    let later = SHARES.find(after).map(|(share, found)| (share, &after[..found.start]));
    let later: Vec<Share> = later.filter_map(told).collect();
    let has = |wanted: Share| near.contains(&wanted) || later.contains(&wanted);
    match percentage(before, after) {
        Some(100..) => Some(Share::All),
        Some(_) => Some(Share::Part),
        None if is_counted(&text[clause.clone()]) => Some(Share::Part),
        None if [Share::Part, Share::Rest, Share::Weekday].into_iter().any(has) => Some(Share::Part),
        None => [Share::All, Share::Everyone, Share::Sole].into_iter().any(has).then_some(Share::All),
    }
}

/// Whether the clause around a place of work says that all of the work is done there: `entirely on site`, `All of it happens
/// on site`, `The work is done on site throughout`.
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
        share == Share::Whole
            && !after[found.end..].contains(char::is_alphanumeric)
            && is_gap(&after[..found.start], REACH)
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
    let day = word_before(before, before.len());
    let one = || is_one_of(word_before(before, before.trim_end().len() - day.len()), &ARTICLES);
    is_one_of(day, &DAYS) && one()
        || few(before).any(is_led)
        || few(after).any(|found| is_gap(&after[..found.start], 1) && leads_day(&after[found.end..]))
}

/// Whether a word right before the phrase at `span` denies it: `kein`, `niente`.
pub(super) fn is_denied(text: &str, span: &Span) -> bool {
    let before = &text[clause_at(text, span).start..span.start];
    SHARES.find(before).any(|(share, found)| share == Share::Never && before[found.end..].trim().is_empty())
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
    let clause = &text[clause_at(text, span)];
    SHARES.find(clause).any(|(share, _)| share == Share::Work) || is_counted(clause)
}

/// Whether the clause around `span` allows the reader something.
pub(super) fn lets_reader(text: &str, span: &Span) -> bool {
    SHARES.find(&text[clause_at(text, span)]).any(|(share, _)| share == Share::YouCan)
}

/// Whether the sentence around `span` is about what is offered beside work.
pub(super) fn is_about_treats(text: &str, span: &Span) -> bool {
    SHARES.find(&text[sentence_near(text, span)]).any(|(share, _)| share == Share::Treat)
}

/// Whether few words, and none that only allows something, stand between two phrases.
fn is_gap(gap: &str, most: usize) -> bool {
    gap.split_whitespace().nth(most).is_none() && !SHARES.find(gap).any(|(share, _)| share == Share::Choice)
}

/// The percentage right beside a phrase: `up to 60% remote`, `homeoffice zu 40 %`.
fn percentage(before: &str, after: &str) -> Option<u32> {
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
fn clause_at(text: &str, span: &Span) -> Range<usize> {
    const ENDS: [char; 8] = [',', ';', '–', '—', '、', '，', '(', ')'];
    let sentence = sentence_near(text, span);
    let end = sentence.end;
    let start = text[sentence.start..span.start].rfind(ENDS).map_or(sentence.start, |at| sentence.start + at);
    let start = start + text[start..].chars().next().filter(|c| ENDS.contains(c)).map_or(0, char::len_utf8);
    start.min(span.start)..text[span.end..end].find(ENDS).map_or(end, |at| span.end + at)
}

/// The sentence that `span` lies in, as far as a reader would see it together.
fn sentence_near(text: &str, span: &Span) -> Range<usize> {
    const REACH: usize = 240;
    let start = floor_char_boundary(text, span.start.saturating_sub(REACH));
    let near = &text[start..floor_char_boundary(text, text.len().min(span.end + REACH))];
    let sentence = sentence_at(near, span.start - start);
    start + sentence.start..(start + sentence.end).max(span.end)
}

/// What the days a week in the office amount to that the sentence around `span` names.
pub(super) fn office_days(text: &str, span: &Span) -> Option<Remote> {
    let range = sentence_near(text, span);
    let said = &text[range.clone()];
    let found: Vec<(Share, Span)> = SHARES.find(said).collect();
    let has = |wanted: Share| found.iter().any(|(share, _)| *share == wanted);
    let is_of_hours = || has_one_of(said, &["hours"]) && !has(Share::Every);
    if has(Share::Treat) || has_one_of(said, &["month", "year", "monat", "mois", "mes"]) || is_of_hours() {
        return None;
    }
    if let Some(days) = counted(said, &found) {
        return Some(days);
    }
    let is_weekly = WEEKS.is_in(said) && has_one_of(said, &DAYS);
    let named = found.iter().filter(|(share, _)| *share == Share::Weekday);
    // "Tuesdays and Thursdays in the office"
    let at = span.start - range.start..span.end - range.start;
    let names_days = || {
        let beside = |found: &Span| {
            let gap = if found.end <= at.start {
                &said[found.end..at.start]
            } else {
                &said[at.end.min(found.start)..found.start]
            };
            is_gap(gap, 3)
        };
        // "Every Wednesday"
        let is_regular = |found: &Span| is_one_of(word_before(said, found.start), &EACH);
        let is_told = named.clone().count() > 1 || named.clone().any(|(_, found)| is_regular(found));
        is_told && named.clone().any(|(_, found)| beside(found))
    };
    match () {
        () if names_every_day(said, &found, &at) || is_sole(said, &found, at.start) => Some(Remote::No),
        () if has(Share::Part) && speaks_of_work(text, span) => Some(Remote::Hybrid),
        () if is_weekly || names_days() || is_part_of_time(said) => Some(Remote::Hybrid),
        () => None,
    }
}

/// Words by which a day comes back each week.
const EACH: [&str; 8] = ["every", "each", "jeden", "chaque", "cada", "toda", "elke", "ogni"];

/// Whether a sentence names a part of the working time in hundredths: `40% of your time`.
fn is_part_of_time(said: &str) -> bool {
    const TIMES: [&str; 10] =
        ["time", "week", "zeit", "arbeitszeit", "temps", "tiempo", "tempo", "tijd", "jornada", "werktijd"];
    let mut shares = said.match_indices('%').filter(|(at, _)| {
        let figure = percentage(&said[..=*at], "").is_some_and(|share| (5..100).contains(&share));
        figure && said[at + 1..].split_whitespace().take(4).any(|word| is_one_of(word.trim_end_matches(','), &TIMES))
    });
    shares.next().is_some()
        && !has_one_of(said, &["travel", "travelling", "traveling", "reisen", "déplacements", "viajes"])
}

/// Whether each day is said to be spent so, rather than what a day is like: `Every day in our office is new`.
fn names_every_day(said: &str, found: &[(Share, Span)], at: &Span) -> bool {
    const IS: [&str; 14] =
        ["is", "brings", "offers", "will", "feels", "ist", "bringt", "est", "apporte", "es", "trae", "é", "traz", "è"];
    let is_subject = |day: &Span| {
        said.get(day.end..at.start).is_some_and(|gap| gap.trim().is_empty()) && is_one_of(word_after(said, at.end), &IS)
    };
    found.iter().any(|(share, day)| *share == Share::Every && !is_subject(day))
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

/// Whether a sentence counts weeks that one works elsewhere, and not those of holidays: `five weeks of holiday`.
pub(super) fn counts_weeks(sentence: &str) -> bool {
    const HOLIDAYS: [&str; 13] = [
        "ferien",
        "urlaub",
        "holiday",
        "holidays",
        "vacation",
        "leave",
        "pto",
        "off",
        "paid",
        "annual",
        "semester",
        "erholungsurlaub",
        "jahresurlaub",
    ];
    const REACH: usize = 3;
    let mut words = sentence.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    while let Some(word) = words.next() {
        if is_one_of(word, &["weeks", "wochen"]) && !words.clone().take(REACH).any(|next| is_one_of(next, &HOLIDAYS)) {
            return true;
        }
    }
    false
}

/// Whether a number of days a week is named that leaves others.
pub(super) fn is_counted(said: &str) -> bool {
    counted(said, &SHARES.find(said).collect::<Vec<_>>()) == Some(Remote::Hybrid)
}

/// Whether a word right before `at` says that there is no other place: `exclusivement à l'atelier`.
fn is_sole(said: &str, found: &[(Share, Span)], at: usize) -> bool {
    let mut before = found.iter().filter(|(share, word)| *share == Share::Sole && word.end <= at);
    before.any(|(_, word)| is_gap(&said[word.end..at], 1))
}

/// What a number of days amounts to: `2-3 days a week`, `五 days`, `週3日`.
fn counted(said: &str, found: &[(Share, Span)]) -> Option<Remote> {
    const MOST_BETWEEN: usize = 1;
    if let Some(days) = counted_wide(said) {
        return Some(if days < 5 { Remote::Hybrid } else { Remote::No });
    }
    if !WEEKS.is_in(said) {
        return None;
    }
    let is_of_days = |span: &Span| {
        let mut behind = said[span.end..].split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        behind.by_ref().take(1 + MOST_BETWEEN).any(|word| has_one_of(word, &DAYS))
    };
    let numbers = || found.iter().filter(|(share, span)| matches!(share, Share::Few | Share::Five) && is_of_days(span));
    let is_few = numbers().any(|(share, _)| *share == Share::Few);
    numbers().next().map(|_| if is_few { Remote::Hybrid } else { Remote::No })
}

/// The number before a character for days, where a week is named: `週3日`, `每周两天`.
fn counted_wide(said: &str) -> Option<u32> {
    if !said.contains(['週', '周']) {
        return None;
    }
    let mut before = said.match_indices(['日', '天', '回', '次']).filter_map(|(at, _)| said[..at].chars().next_back());
    before.find_map(figure)
}

/// A figure from one to five in any of the scripts that write days.
fn figure(c: char) -> Option<u32> {
    Some(match c {
        '一' => 1,
        '二' | '两' | '兩' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '１'..='５' => u32::from(c) - u32::from('０'),
        '1'..='5' => c.to_digit(10)?,
        _ => return None,
    })
}

/// Whether a few words count days of a week: `2 days a week`, `2 jours/semaine`, `週2日`.
pub(super) fn counts_days(text: &str) -> bool {
    let has_figure = text.bytes().any(|b| (b'1'..=b'4').contains(&b)) && !text.contains('%');
    has_figure && (has_one_of(text, &DAYS) || text.contains(['日', '天']))
}
