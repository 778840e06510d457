//! The date near a phrase: the first one behind it in the same sentence, and the last day of a range.
//!
//! In goes a text and where in it a phrase ends, out comes a date and where it begins. What the phrase makes of it is not
//! decided here.

use jiff::civil::Date;

use super::super::{
    NoDate, Order, begins_with_month, begins_with_word, day_of_year, end_of_month, leading, next, part, word_starts,
};
use super::{Manner, REACH};
use crate::infer::words::has_figure;
use crate::source::floor_char_boundary;

/// The first date from `from` on in the same sentence, before `next`, and where it begins.
pub(super) fn date_after(
    text: &str,
    manner: Manner,
    from: usize,
    next: Option<usize>,
) -> Option<(usize, Result<Date, NoDate>)> {
    let most = floor_char_boundary(text, (from + REACH).min(next.unwrap_or(text.len())));
    let end = clause_end(text, from, most);
    word_starts(text, from, end).find_map(|at| {
        // "the twenty-first of May"
        let is_word = || begins_with_word(&text[at..]) && !text[..at].ends_with('-');
        let is_start = text[at..].starts_with(|c: char| c.is_ascii_digit()) || is_word();
        let read = dated(&text[at..], manner).filter(|_| is_start);
        let at_end = || end_of_month(text, at).filter(|_| is_start).map(Ok);
        read.filter(|read| *read != Err(NoDate::Unreadable)).or_else(at_end).or(read).map(|read| (at, read))
    })
}

/// The date that `text` begins with; the first such day after the posting was published, where it has no year.
pub(super) fn dated(text: &str, manner: Manner) -> Option<Result<Date, NoDate>> {
    leading(manner.order, text).or_else(|| {
        day_of_year(text).map(|day| manner.since.and_then(|since| next(since, day)).ok_or(NoDate::Unreadable))
    })
}

/// The end of what is said from `from` on: a full stop that is no ordinal's and no short form's, or a line's end.
fn clause_end(text: &str, from: usize, most: usize) -> usize {
    let mut ends = text[from..most].char_indices().map(|(at, c)| (from + at, c));
    let end = ends.find(|(at, c)| match c {
        '\n' => !leads_on(&text[from..*at], &text[at + 1..]),
        // "Closing date of this vacancy; 15 March 2024"
        ';' => has_figure(&text[from..*at]) || leading(None, text[at + 1..].trim_start()).is_none(),
        '。' | '!' | '?' => true,
        '.' => {
            let before = text[from..*at].rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or("");
            text[at + 1..].starts_with([' ', '\u{a0}']) && part(before).is_none() && before.chars().count() > 1
        }
        _ => false,
    });
    end.map_or(most, |(at, _)| at)
}

/// Whether a phrase goes on behind the end of its line, with its date: it is a line of its own, or breaks before it, as in
/// "by Friday⏎1 March".
fn leads_on(words: &str, below: &str) -> bool {
    let is_broken = || {
        let below = below.trim_start();
        let is_short = words.split_whitespace().count() <= 2 && !words.contains([':', '：']);
        is_short && (below.starts_with(|c: char| c.is_ascii_digit()) || begins_with_month(below))
    };
    let is_all = || !words.contains(|c: char| c.is_alphanumeric() || c == '.');
    is_all() || is_broken()
}

/// The last day of a range whose first day, `since`, begins at `start`: `1 March 2024 to 31 March`.
pub(super) fn range_end(text: &str, order: Option<Order>, (start, since): (usize, Option<Date>)) -> Option<Date> {
    const BETWEEN: [&str; 19] = [
        "to", "until", "till", "through", "and", "bis", "au", "al", "a", "até", "hasta", "t/m", "tot", "do", "und",
        "et", "y", "e", "en",
    ];
    let end = clause_end(text, start, floor_char_boundary(text, text.len().min(start + REACH)));
    let rest = &text[start..end];
    let mut between =
        BETWEEN.iter().filter_map(|word| crate::infer::words::find_phrase(rest, word).map(|at| at + word.len()));
    let dash = rest.find([' ', '\u{a0}']).and_then(|_| rest.find(['–', '—']).map(|at| at + '–'.len_utf8()));
    let wave = ['〜', '～', '~', '至', '到'].iter().find_map(|mark| Some(rest.find(*mark)? + mark.len_utf8()));
    let last = rest[between.next().or(dash).or(wave)?..].trim_start();
    leading(order, last).map_or_else(|| next(since?, day_of_year(last)?), Result::ok)
}
