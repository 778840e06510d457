//! The vocabulary of pay, read from `data/pay.txt`: currencies, scales, periods, and what tells pay from other money.
//!
//! In go short stretches of text, out come codes and meanings. What they amount to is decided by the modules beside
//! this one. Which codes there are is ISO 4217's business, and so a library's.

use std::collections::HashMap;
use std::sync::LazyLock;

use iso_currency::Currency;

use crate::infer::lexicon::Lexicon;
use crate::infer::table::{PAY, Row};
use crate::infer::words::{has_phrase, is_ideographic, is_one_of, strip_word, word_before};
use crate::posting::Period;
use crate::source::Span;

/// The sign that yen and yuan share.
pub(super) const AMBIGUOUS: &str = "?";
/// The sign that all dollars share.
pub(super) const DOLLAR: &str = "$";
/// Stands for the rupees and takas of an amount in lakhs.
pub(super) const LAKHS: &str = "lakh";

/// What a phrase says of the amounts around it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Cue {
    /// They are pay.
    Pay,
    /// They are money for something else.
    Other,
}

/// Which end of a range a lone amount is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum End {
    /// `from 60,000`: the lower one.
    Open,
    /// `up to 60,000`: the upper one.
    Capped,
}

/// Which of the currencies that are written `$` a text names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Named {
    None,
    One(&'static str),
    /// More than one; the US dollar alone is [`Named::One`].
    Several,
}

/// Words with their meanings, by a byte of theirs in lower case.
type Buckets<T> = HashMap<u8, Vec<(&'static str, T)>>;

/// Signs with their codes, the longest first.
static SIGNS: LazyLock<Vec<(&str, &str)>> = LazyLock::new(|| longest_of("sign "));
/// The same by their first and by their last byte, so that a figure is compared with few of them.
static SIGNS_BY_FIRST: LazyLock<Buckets<&str>> = LazyLock::new(|| {
    // A single letter is a sign in front alone: `R14 500`, but `5 N`.
    let is_letter = |word: &str| word.len() == 1 && word.starts_with(|c: char| c.is_ascii_alphabetic());
    let signs = SIGNS.iter().copied().filter(|(word, _)| !is_letter(word));
    bucketed(signs, |word| word.bytes().next())
});
static SIGNS_BY_LAST: LazyLock<Buckets<&str>> =
    LazyLock::new(|| bucketed(SIGNS.iter().copied(), |word| word.bytes().last()));
/// Words that multiply, with their factors, the longest first.
static SCALES: LazyLock<Buckets<f64>> = LazyLock::new(|| {
    let scales = longest_of("scale ").into_iter();
    bucketed(scales.filter_map(|(word, factor)| Some((word, factor.parse().ok()?))), |word| word.bytes().next())
});
static UNITS: LazyLock<Vec<(&str, Period)>> =
    LazyLock::new(|| longest_of("unit ").into_iter().filter_map(|(word, code)| Some((word, of_code(code)?))).collect());
/// Signs that several currencies share, with the country where each is meant, its code and the least amount of it.
static LOCAL: LazyLock<Vec<(&str, &str, &str, f64)>> = LazyLock::new(|| {
    let meant = |(sign, row): (_, Row)| {
        let mut rest = row.aliases();
        Some((sign, row.name, rest.next()?, rest.next()?.parse().ok()?))
    };
    PAY.family("local ").filter_map(meant).collect()
});
static PERIODS: LazyLock<Lexicon<Period>> =
    LazyLock::new(|| PAY.lexicon_of(|section| of_code(section.strip_prefix("period ")?)));
/// What names one of the currencies that are written `$`.
static DOLLARS: LazyLock<Lexicon<&str>> =
    LazyLock::new(|| PAY.lexicon_of(|section| code(section.strip_prefix("dollar ")?)));
static SPANISH: LazyLock<Lexicon<()>> = LazyLock::new(|| PAY.lexicon("spanish"));
static GROSS: LazyLock<Lexicon<()>> = LazyLock::new(|| PAY.lexicon("gross"));
static HEADINGS: LazyLock<Lexicon<()>> = LazyLock::new(|| PAY.lexicon("pay heading"));
static EARNED: LazyLock<Lexicon<()>> = LazyLock::new(|| PAY.lexicon("earned"));
static TOPPINGS: LazyLock<Lexicon<()>> = LazyLock::new(|| PAY.lexicon("pay behind"));
/// What joins the ends of a range, and whether only where it was announced.
static JOINTS: LazyLock<Lexicon<bool>> = LazyLock::new(|| {
    PAY.lexicon_of(|section| match section {
        "through" => Some(false),
        "and" => Some(true),
        _ => None,
    })
});
static CLAUSES: LazyLock<Lexicon<()>> = LazyLock::new(|| PAY.lexicon("joint"));
static FLOORS: LazyLock<Lexicon<()>> = LazyLock::new(|| PAY.lexicon("floor"));
static BEFORE_SHARES: LazyLock<Lexicon<()>> = LazyLock::new(|| PAY.lexicon("share of hours"));
static BEHIND_SHARES: LazyLock<Lexicon<()>> = LazyLock::new(|| PAY.lexicon("share of"));
static PRO_RATA: LazyLock<Lexicon<()>> = LazyLock::new(|| PAY.lexicon("pro rata"));
static OPEN_BEHIND: LazyLock<Lexicon<()>> = LazyLock::new(|| PAY.lexicon("open behind"));
static CUES: LazyLock<Lexicon<Cue>> = LazyLock::new(|| {
    PAY.lexicon_of(|section| match section {
        "pay" => Some(Cue::Pay),
        "other" => Some(Cue::Other),
        _ => None,
    })
});
static ENDS: LazyLock<Lexicon<End>> = LazyLock::new(|| {
    PAY.lexicon_of(|section| match section {
        "open" => Some(End::Open),
        "capped" => Some(End::Capped),
        _ => None,
    })
});
static BETWEEN: LazyLock<Lexicon<()>> = LazyLock::new(|| PAY.lexicon("between"));

/// The code of a three-letter word in capitals that ISO 4217 lists.
pub(super) fn code(word: &str) -> Option<&'static str> {
    // Codes that begin with X are metals and tests, but for the currencies that several states share.
    let is_money = !word.starts_with('X') || matches!(word, "XAF" | "XCD" | "XOF" | "XPF");
    Currency::from_code(word).filter(|_| is_money).map(|currency| currency.code())
}

/// The currency whose sign or code `text` begins with, and the length of that.
pub(super) fn sign_at_start(text: &str) -> Option<(&'static str, usize)> {
    let ends = |length: usize| !continues(text, length, text[length..].chars().next());
    let mut likely = among(&SIGNS_BY_FIRST, text.bytes().next()).iter();
    let known = likely.find(|(sign, _)| starts_with(text, sign) && ends(sign.len()));
    let known = known.map(|(sign, code)| (*code, sign.len()));
    known.or_else(|| text.get(..3).and_then(code).filter(|_| ends(3)).map(|code| (code, 3)))
}

/// The currency whose sign or code `text` ends with, and the length of that.
pub(super) fn sign_at_end(text: &str) -> Option<(&'static str, usize)> {
    let starts = |at: usize| {
        let begins_with_letter = text[at..].starts_with(|c: char| c.is_ascii_alphabetic());
        !(begins_with_letter && text[..at].ends_with(|c: char| c.is_alphabetic() && !is_ideographic(c)))
    };
    let at = |length: usize| text.len().checked_sub(length).filter(|at| text.is_char_boundary(*at) && starts(*at));
    let mut likely = among(&SIGNS_BY_LAST, text.bytes().last()).iter();
    let known = likely.find_map(|(sign, code)| {
        let at = at(sign.len()).filter(|at| same(&text[*at..], sign))?;
        Some((*code, text.len() - at))
    });
    // `TOP 10` and `ALL 50` are no money of Tonga and Albania.
    let is_word = |word: &str| matches!(word, "ALL" | "TOP" | "TRY" | "CUP" | "PEN" | "MAD");
    known.or_else(|| at(3).filter(|at| !is_word(&text[*at..])).and_then(|at| code(&text[at..])).map(|code| (code, 3)))
}

/// The factor that `text` begins with, right behind a figure, and the length of its word.
pub(super) fn scale_at_start(text: &str) -> Option<(f64, usize)> {
    // `60kEUR` and `60keur`, but not the month of `15 mars`.
    let is_code = |length: usize, rest: &str| {
        (length == 1 && text.starts_with(['k', 'K']) || !rest.starts_with(char::is_lowercase))
            && sign_at_start(rest).is_some()
    };
    let ends = |length: usize| {
        let rest = &text[length..];
        !continues(text, length, rest.chars().next()) || is_code(length, rest)
    };
    among(&SCALES, text.bytes().next())
        .iter()
        .find(|(word, _)| starts_with(text, word) && ends(word.len()))
        .map(|(word, by)| (*by, word.len()))
}

/// The currency that a word by itself names: `EUR`, `€`, `euro`.
pub(super) fn currency(text: &str) -> Option<&'static str> {
    let known = SIGNS.iter().find(|(sign, _)| same(text, sign)).map(|(_, code)| *code);
    let known = known.map(|sign| if sign == DOLLAR { "USD" } else { sign }).filter(|sign| code(sign).is_some());
    known.or_else(|| code(&text.to_ascii_uppercase()))
}

/// Whether a currency is one of those that are written `$`, beside the US dollar.
pub(super) fn is_dollar(code: &str) -> bool {
    code != "USD" && DOLLARS.exactly(code).is_some()
}

/// Which of the currencies that are written `$` the words of `text` name; the US dollar wins.
pub(super) fn named_dollars(text: &str) -> Named {
    DOLLARS.find(text).map(|(code, _)| code).fold(Named::None, |known, code| match known {
        Named::None => Named::One(code),
        Named::One("USD") => known,
        _ if code == "USD" => Named::One(code),
        Named::One(other) if other == code => known,
        _ => Named::Several,
    })
}

/// The currency that people of a country, by its ISO 3166-1 code, mean by a sign that several share; for some signs, their
/// language tells as well.
pub(super) fn local(sign: &str, home: &str, amount: f64) -> Option<&'static str> {
    let meant = |(of, known, _, least): &&(&str, &str, &str, f64)| *of == sign && *known == home && amount >= *least;
    LOCAL.iter().find(meant).map(|(_, _, code, _)| *code)
}

/// The dollar or peso that people of a country mean by `$`; some write it for their own where they speak of pay in Spanish.
pub(super) fn local_dollar(home: &str, amount: f64, text: &str) -> Option<&'static str> {
    const IN_SPANISH: &str = "$ es";
    let in_spanish = || if is_spanish(text) { local(IN_SPANISH, home, amount) } else { None };
    local(DOLLAR, home, amount).or_else(in_spanish)
}

/// Whether a text speaks of pay in Spanish.
pub(super) fn is_spanish(text: &str) -> bool {
    SPANISH.is_in(text)
}

/// The one of the currencies with a shared sign whose code stands in `text`.
pub(super) fn named_local(sign: &str, text: &str) -> Option<&'static str> {
    let mut named = LOCAL.iter().filter(|(of, _, code, _)| *of == sign && has_phrase(text, code));
    named.next().map(|(_, _, code, _)| *code).filter(|_| named.next().is_none())
}

/// The period that a word by itself names.
pub(super) fn unit(text: &str) -> Option<Period> {
    UNITS.iter().find(|(word, _)| is_one_of(text, &[word])).map(|(_, period)| *period)
}

/// The first time in `text` that money is said to be for.
pub(super) fn period(text: &str) -> Option<Period> {
    PERIODS.first(text).map(|(period, _)| period)
}

/// The last time in `text` that money is said to be for.
pub(super) fn last_period(text: &str) -> Option<Period> {
    PERIODS.find(text).last().map(|(period, _)| period)
}

/// The time that `text` begins with.
pub(super) fn leading_period(text: &str) -> Option<Period> {
    PERIODS.leading(text).map(|(period, _)| period)
}

/// Where words stand in `text` that begin what is told beside an amount: `plus`.
pub(super) fn joints(text: &str) -> impl Iterator<Item = Span> {
    CLAUSES.find(text).map(|((), span)| span)
}

/// Whether `text` speaks of money before or after taxes, as one does of pay alone.
pub(super) fn is_gross(text: &str) -> bool {
    GROSS.is_in(text)
}

/// Whether a heading is about pay.
pub(super) fn is_heading(text: &str) -> bool {
    cues(text).any(|cue| cue == Cue::Pay) || HEADINGS.is_in(text)
}

/// Whether the words right behind an amount add to it or qualify it as one does to pay: `+ equity`, `DOE`.
pub(super) fn is_topped(behind: &str) -> bool {
    let behind = behind.trim_start_matches([' ', ',', '(', '\u{a0}']);
    TOPPINGS.leading(behind).is_some() || is_share_added(behind)
}

/// Whether a share of the employer comes on top: `+ 0.5%`, `plus 1,5 %`.
fn is_share_added(behind: &str) -> bool {
    let share = behind.strip_prefix('+').or_else(|| strip_word(behind, "plus"));
    let figure = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | '-' | '–' | '%');
    share.map(str::trim_start).is_some_and(|share| {
        let rest = share.trim_start_matches(figure);
        let is_share = share.starts_with(|c: char| c.is_ascii_digit());
        is_share && (share[..share.len() - rest.len()].ends_with('%') || rest.trim_start().starts_with('%'))
    })
}

/// Whether `word` joins the ends of a range; some do only where `before` announces one.
pub(super) fn joins(word: &str, before: &str) -> bool {
    JOINTS.exactly(word).is_some_and(|needs_announcement| !needs_announcement || announces_range(before))
}

/// Whether all of `text` is a word before the ends of a range: `de`, `between`, `up to`.
pub(super) fn is_lead(text: &str) -> bool {
    BETWEEN.exactly(text).is_some() || ENDS.exactly(text).is_some()
}

/// Whether all of `text` says that the reader is paid what follows: `Du bekommst`.
pub(super) fn is_earned(text: &str) -> bool {
    EARNED.exactly(text).is_some()
}

/// What the phrases of `text` say of the money in it, in order.
pub(super) fn cues(text: &str) -> impl Iterator<Item = Cue> {
    CUES.find(text).map(|(cue, _)| cue)
}

/// Whether the words behind an amount make it the lower end of a range: `35k€ min`.
pub(super) fn opens(behind: &str) -> bool {
    OPEN_BEHIND.strip(behind.trim_start()).is_some()
}

/// Whether `before` says that an amount somewhere behind it is the least: `Das Mindestgehalt beträgt monatlich brutto`.
pub(super) fn is_floor(before: &str) -> bool {
    FLOORS.is_in(before)
}

/// Whether a share between `before` and `behind` is one of full hours: `pour 80 %`, but not `for 10 % of the yard`.
pub(super) fn is_share_of_hours(before: &str, behind: &str) -> bool {
    let lead = word_before(before, before.len());
    BEFORE_SHARES.exactly(lead).is_some() && !is_share_of_something(behind)
}

/// Whether what follows a share says what it is of: ` of the yard`.
pub(super) fn is_share_of_something(behind: &str) -> bool {
    BEHIND_SHARES.strip(behind.trim_start()).is_some()
}

/// Whether `behind` says that an amount is what full hours earn in a year: `£14,000 pro rata`.
pub(super) fn is_pro_rata(behind: &str) -> bool {
    PRO_RATA.is_in(behind)
}

/// Which end a lone amount is that stands right behind `before`.
pub(super) fn end(before: &str) -> Option<End> {
    ENDS.find(before).last().map(|(end, _)| end)
}

/// Whether `before` announces both ends of a range.
pub(super) fn announces_range(before: &str) -> bool {
    BETWEEN.find(before).last().is_some_and(|((), span)| before.len() - span.end <= 8)
}

/// Rows of sections that begin with `family`, as pairs of a word and the rest of the section's name, longest first.
fn longest_of(family: &str) -> Vec<(&'static str, &'static str)> {
    let mut words: Vec<_> = PAY.family(family).flat_map(|(of, row)| row.forms().map(move |form| (form, of))).collect();
    words.sort_by_key(|(word, _)| std::cmp::Reverse(word.len()));
    words
}

fn bucketed<T>(words: impl Iterator<Item = (&'static str, T)>, byte: impl Fn(&str) -> Option<u8>) -> Buckets<T> {
    let mut buckets = Buckets::new();
    for (word, meaning) in words {
        if let Some(byte) = byte(word) {
            buckets.entry(byte.to_ascii_lowercase()).or_insert_with(Vec::new).push((word, meaning));
        }
    }
    buckets
}

fn among<T>(buckets: &'static Buckets<T>, byte: Option<u8>) -> &'static [(&'static str, T)] {
    byte.and_then(|byte| buckets.get(&byte.to_ascii_lowercase())).map_or(&[], Vec::as_slice)
}

fn of_code(code: &str) -> Option<Period> {
    Some(match code {
        "HOUR" => Period::Hour,
        "DAY" => Period::Day,
        "WEEK" => Period::Week,
        "MONTH" => Period::Month,
        "YEAR" => Period::Year,
        _ => return None,
    })
}

fn starts_with(text: &str, word: &str) -> bool {
    text.get(..word.len()).is_some_and(|head| same(head, word))
}

/// Equal without regard to ASCII case.
fn same(a: &str, b: &str) -> bool {
    a.eq_ignore_ascii_case(b)
}

/// Whether a letter after the first `length` bytes of `text` makes a longer word of them.
fn continues(text: &str, length: usize, next: Option<char>) -> bool {
    let letter = |c: char| c.is_alphabetic() && !is_ideographic(c);
    text[..length].ends_with(letter) && next.is_some_and(letter)
}
