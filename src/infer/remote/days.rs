//! Days of a week: how many are spent in an office or at home, and which.
//!
//! In goes a text and where in it a phrase stands, out comes what its days amount to. The words are `data/shares.txt`.

use std::sync::LazyLock;

use super::share::{DAYS, SHARES, Share, WEEKS, is_gap, percentage, sentence_near, speaks_of_work};
use crate::infer::lexicon::Lexicon;
use crate::infer::table;
use crate::infer::words::{figures_in, has_one_of, is_one_of, word_after, word_before};
use crate::posting::Remote;
use crate::source::Span;

static SHORT_DAYS: LazyLock<Lexicon<()>> = LazyLock::new(|| table::SHARES.lexicon("short weekday"));

/// What the days a week in the office amount to that the sentence around `span` names.
pub(super) fn office_days(text: &str, span: &Span) -> Option<Remote> {
    let range = sentence_near(text, span);
    let said = &text[range.clone()];
    let found: Vec<(Share, Span)> = SHARES.find(said).collect();
    let has = |wanted: Share| found.iter().any(|(share, _)| *share == wanted);
    // Most sentences with an office in them say nothing of days.
    let names_week = WEEKS.is_in(said);
    let may_tell = [Share::Every, Share::Sole, Share::Part, Share::Weekday].into_iter().any(has);
    if !may_tell && !names_week && !said.contains(['%', '週', '周']) {
        return None;
    }
    let is_of_hours = || has_one_of(said, &["hours"]) && !has(Share::Every);
    if has(Share::Treat) || has_one_of(said, &["month", "year", "monat", "mois", "mes"]) || is_of_hours() {
        return None;
    }
    if let Some(days) = counted(said, &found, names_week) {
        return Some(days);
    }
    let is_weekly = names_week && has_one_of(said, &DAYS);
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
    let mut last = "";
    while let Some(word) = words.next() {
        // "In weeks without a launch"
        let is_counted = !is_one_of(std::mem::replace(&mut last, word), &["in", "most", "some", "meisten", "manchen"]);
        if is_counted
            && is_one_of(word, &["weeks", "wochen"])
            && !words.clone().take(REACH).any(|next| is_one_of(next, &HOLIDAYS))
        {
            return true;
        }
    }
    false
}

/// Whether a number of days a week is named that leaves others.
pub(super) fn is_counted(said: &str) -> bool {
    counted_in(said) == Some(Remote::Hybrid)
}

/// What the number of days amounts to that a text names in an office, or at home.
pub(super) fn counted_in(said: &str) -> Option<Remote> {
    counted(said, &SHARES.find(said).collect::<Vec<_>>(), WEEKS.is_in(said))
}

/// Whether a word right before `at` says that there is no other place: `exclusivement à l'atelier`.
fn is_sole(said: &str, found: &[(Share, Span)], at: usize) -> bool {
    let mut before = found.iter().filter(|(share, word)| *share == Share::Sole && word.end <= at);
    before.any(|(_, word)| is_gap(&said[word.end..at], 1))
}

/// So many days of a week are all that one works.
const ALL_DAYS: u32 = 5;

/// What a number of days amounts to where a week is named: `2-3 days a week`, `五 days`, `週3日`.
fn counted(said: &str, found: &[(Share, Span)], names_week: bool) -> Option<Remote> {
    const MOST_BETWEEN: usize = 1;
    if let Some(days) = counted_wide(said) {
        return Some(if days < ALL_DAYS { Remote::Hybrid } else { Remote::No });
    }
    if !names_week {
        return None;
    }
    let is_of_days = |span: &Span| {
        // "Once a week" counts by itself.
        if has_one_of(&said[span.clone()], &DAYS) {
            return true;
        }
        let mut behind = said[span.end..].split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        behind.by_ref().take(1 + MOST_BETWEEN).any(|word| has_one_of(word, &DAYS))
    };
    // "3 days", "2-3 days"
    let figure = |at: Span| Some((said[at.clone()].parse::<u32>().ok().filter(|_| at.len() == 1)? < ALL_DAYS, at));
    let in_words = found.iter().filter_map(|(share, at)| match share {
        Share::Few => Some((true, at.clone())),
        // "One or two days a week"
        Share::Part if has_one_of(&said[at.clone()], &DAYS) => Some((true, at.clone())),
        Share::Five => Some((false, at.clone())),
        _ => None,
    });
    let numbers = in_words.chain(figures_in(said).filter_map(figure)).filter(|(_, at)| is_of_days(at));
    let leave_some: Vec<bool> = numbers.map(|(leaves_some, _)| leaves_some).collect();
    if leave_some.is_empty() {
        return None;
    }
    Some(if leave_some.contains(&true) { Remote::Hybrid } else { Remote::No })
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

/// Whether a text names days of the week and nothing else: `Tue, Wed, Thu`.
pub(in crate::infer) fn are_weekdays(text: &str) -> bool {
    let mut words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).peekable();
    let is_day =
        |word: &str| matches!(SHARES.exactly(word), Some(Share::Weekday)) || SHORT_DAYS.exactly(word).is_some();
    words.peek().is_some() && words.all(is_day)
}
