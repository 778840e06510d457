//! A day, as people write it.
//!
//! In goes a text, out comes a civil date or why there is none. A day and month that can be read both ways round are
//! never guessed (DOMAIN.md §6). Times and offsets are dropped: the date is the one written.

use jiff::civil::Date;

/// Why a text is no date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum NoDate {
    /// It says that there is none: `TBD`, `rolling`.
    Absent,
    /// Day and month could be either way round.
    Ambiguous,
    /// It looks like a date, but the calendar has no such day.
    Impossible,
    /// No date at all.
    Unreadable,
}

/// The months' names and short forms in English, German, French, Spanish, Portuguese and Dutch, folded; a word is a
/// month when it starts with one of these and is at least three letters long.
const MONTHS: [&[&str]; 12] = [
    &["jan", "jän", "ene"],
    &["feb", "fev", "fév"],
    &["mar", "mär", "mrt", "maa", "mae"],
    &["apr", "avr", "abr"],
    &["may", "mai", "mei"],
    &["jun", "juin"],
    &["jul", "juil"],
    &["aug", "aou", "aoû", "ago"],
    &["sep", "set"],
    &["oct", "okt", "out"],
    &["nov"],
    &["dec", "dez", "dic", "déc"],
];

/// Reads a date, with or without a time after it.
pub(super) fn read(text: &str) -> Result<Date, NoDate> {
    let text = text.trim();
    if says_none(text) {
        return Err(NoDate::Absent);
    }
    if let Some(parts) = year_first(text) {
        return date(parts);
    }
    numeric(text).or_else(|| in_words(text)).unwrap_or(Err(NoDate::Unreadable))
}

/// The date that a file's name begins with: `2016-05-27-`, and what follows it.
pub(super) fn prefix(name: &str) -> Option<(Date, &str)> {
    let head = name.get(..10)?;
    let rest = name[10..].strip_prefix(['-', '_', ' ', '.'])?;
    let well_formed = head
        .bytes()
        .enumerate()
        .all(|(at, b)| if at == 4 || at == 7 { b == b'-' || b == b'_' } else { b.is_ascii_digit() });
    if !well_formed {
        return None;
    }
    let date = Date::new(head[..4].parse().ok()?, head[5..7].parse().ok()?, head[8..].parse().ok()?).ok()?;
    Some((date, rest))
}

fn says_none(text: &str) -> bool {
    const OPEN: &[&str] = &[
        "rolling",
        "ongoing",
        "open",
        "asap",
        "until filled",
        "open until filled",
        "as soon as possible",
        "ab sofort",
        "laufend",
        "never",
        "flexible",
        "immediately",
    ];
    super::words::is_placeholder(text) || super::words::is_one_of(text, OPEN)
}

/// `2024-03-01`, `2024/3/1`, with anything after a `T` or a space.
fn year_first(text: &str) -> Option<(i64, i64, i64)> {
    let head = text.split(['T', 't', ' ']).next()?;
    let mut parts = head.split(['-', '/', '.']);
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    let digits =
        |text: &str| (!text.is_empty() && text.bytes().all(|b| b.is_ascii_digit())).then(|| text.parse().ok())?;
    if parts.next().is_some() || year.len() != 4 || month.len() > 2 || day.len() > 2 {
        return None;
    }
    Some((digits(year)?, digits(month)?, digits(day)?))
}

/// `02.09.2026`, which is day first wherever it is used, and `13/4/2024`, where the figures have to tell.
fn numeric(text: &str) -> Option<Result<Date, NoDate>> {
    let head = text.split([' ', ',']).next()?;
    let separator = head.chars().find(|c| !c.is_ascii_digit()).filter(|c| "./-".contains(*c))?;
    let mut numbers = head.split(separator).map(|part| part.parse::<i64>().ok().filter(|_| part.len() <= 4));
    let (first, second, year) = (numbers.next()??, numbers.next()??, numbers.next()??);
    if numbers.next().is_some() || year < 1000 {
        return None;
    }
    Some(match (first, second) {
        _ if separator == '.' => date((year, second, first)),
        (day, month) if day == month || day > 12 => date((year, month, day)),
        (month, day) if day > 12 => date((year, month, day)),
        _ => Err(NoDate::Ambiguous),
    })
}

/// `October 29, 2021 at 9:00 am`, `29. Oktober 2021`, `29 de octubre de 2021`.
fn in_words(text: &str) -> Option<Result<Date, NoDate>> {
    let mut month = None;
    let mut numbers = Vec::with_capacity(2);
    for word in text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).take(8) {
        if let Some(number) = day_or_year(word) {
            numbers.push(number);
        } else {
            month = month.or_else(|| month_of(word));
        }
        if let (Some(month), [a, b, ..]) = (month, numbers.as_slice()) {
            let (day, year) = if *a > 31 { (*b, *a) } else { (*a, *b) };
            return (year >= 1000).then(|| date((year, month, day)));
        }
    }
    None
}

fn day_or_year(word: &str) -> Option<i64> {
    let digits = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let suffix = &word[digits.len()..];
    if !["", "st", "nd", "rd", "th", "er"].contains(&suffix) || digits.len() > 4 {
        return None;
    }
    digits.parse().ok()
}

fn month_of(word: &str) -> Option<i64> {
    if word.chars().count() < 3 {
        return None;
    }
    let word = word.to_lowercase();
    let found = MONTHS.iter().position(|starts| starts.iter().any(|start| word.starts_with(start)))?;
    i64::try_from(found + 1).ok()
}

fn date((year, month, day): (i64, i64, i64)) -> Result<Date, NoDate> {
    let parts = (i16::try_from(year), i8::try_from(month), i8::try_from(day));
    let (Ok(year), Ok(month), Ok(day)) = parts else { return Err(NoDate::Impossible) };
    Date::new(year, month, day).map_err(|_| NoDate::Impossible)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn f2_dates_are_read_as_people_write_them() {
        for (text, expected) in [
            ("2024-03-01", "2024-03-01"),
            ("2019-07-22T17:22:03+05:30", "2019-07-22"),
            ("2016-03-20 13:02:00 Z", "2016-03-20"),
            ("2024/3/1", "2024-03-01"),
            ("October 29, 2021 at 9:00 am EDT", "2021-10-29"),
            ("29. Oktober 2021", "2021-10-29"),
            ("3 de marzo de 2024", "2024-03-03"),
            ("1er août 2024", "2024-08-01"),
            ("Fri, 3 May 2024", "2024-05-03"),
            ("02.09.2026", "2026-09-02"),
            ("13/4/2024", "2024-04-13"),
            ("4/13/2024", "2024-04-13"),
            ("5/5/2024", "2024-05-05"),
        ] {
            assert_eq!(read(text).map(|date| date.to_string()), Ok(expected.to_owned()), "{text}");
        }
    }

    #[test]
    fn f3_what_is_no_date_is_told_apart() {
        use NoDate::{Absent, Ambiguous, Impossible, Unreadable};
        for (text, expected) in [
            ("03/04/2024", Ambiguous),
            ("3-4-2024", Ambiguous),
            ("2018-04-31", Impossible),
            ("31.02.2024", Impossible),
            ("February 30, 2024", Impossible),
            ("TBD", Absent),
            ("", Absent),
            ("open until filled", Absent),
            ("soon", Unreadable),
            ("May", Unreadable),
            ("2024", Unreadable),
            ("10 days", Unreadable),
            ("1/2", Unreadable),
            ("99999999999999999999", Unreadable),
        ] {
            assert_eq!(read(text), Err(expected), "{text}");
        }
    }

    #[test]
    fn f1_a_file_name_may_begin_with_a_date() {
        let read = |name| prefix(name).map(|(date, rest)| (date.to_string(), rest));
        assert_eq!(read("2016-05-27-welder"), Some(("2016-05-27".to_owned(), "welder")));
        for name in ["2016-05-27", "2016-13-27-x", "20160527-x", "01-welder", "日本語日本語-x"] {
            assert_eq!(read(name), None, "{name}");
        }
    }
}
