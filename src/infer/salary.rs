//! Pay, as people write it.
//!
//! In goes a text of a field that is about pay, out comes a [`Salary`] when amount and currency are unmistakable. Pay
//! grades, "competitive" and bare numbers are none. Currencies are told by code or symbol alone; `$` is the US dollar
//! unless letters stand with it.

use std::iter::Peekable;
use std::str::CharIndices;

use super::words::has_phrase;
use crate::posting::{Period, Salary};

/// Currency codes, each with the signs that mean it, the longest first.
const CURRENCIES: &[(&str, &[&str])] = &[
    ("AUD", &["AUD", "A$", "AU$"]),
    ("CAD", &["CAD", "C$", "CA$"]),
    ("NZD", &["NZD", "NZ$"]),
    ("SGD", &["SGD", "S$"]),
    ("HKD", &["HKD", "HK$"]),
    ("MXN", &["MXN", "MX$"]),
    ("BRL", &["BRL", "R$"]),
    ("USD", &["USD", "US$", "$"]),
    ("EUR", &["EUR", "Euro", "€"]),
    ("GBP", &["GBP", "£"]),
    ("CHF", &["CHF"]),
    ("JPY", &["JPY", "¥", "円", "yen"]),
    ("INR", &["INR", "₹"]),
    ("PLN", &["PLN", "zł"]),
    ("CZK", &["CZK", "Kč"]),
    ("SEK", &["SEK"]),
    ("NOK", &["NOK"]),
    ("DKK", &["DKK"]),
    ("HUF", &["HUF"]),
    ("RON", &["RON"]),
    ("ILS", &["ILS", "₪"]),
    ("UAH", &["UAH", "₴"]),
    ("KRW", &["KRW", "₩"]),
    ("ZAR", &["ZAR"]),
];

const PERIODS: &[(Period, &[&str])] = &[
    (Period::Hour, &["hour", "hourly", "hr", "h", "stunde", "heure", "hora", "uur"]),
    (Period::Day, &["day", "daily", "tag", "jour", "día", "dia", "dag"]),
    (Period::Week, &["week", "weekly", "woche", "semaine", "semana"]),
    (Period::Month, &["month", "monthly", "mo", "monat", "mois", "mes", "mês", "maand"]),
    (
        Period::Year,
        &[
            "year",
            "yearly",
            "annual",
            "annually",
            "annum",
            "yr",
            "p.a",
            "pa",
            "jahr",
            "jährlich",
            "an",
            "año",
            "ano",
            "jaar",
            "salary",
        ],
    ),
];

/// Reads pay with its currency; `None` where either is in doubt.
pub(super) fn read(text: &str) -> Option<Salary> {
    let currency = currency(text)?;
    let amounts = amounts(text)?;
    Some(finish(&amounts, Some(currency), period(text), text))
}

/// Reads one end of a range, which may lack a currency: `$78,000`, `142,701`, `60K`.
pub(super) fn read_end(text: &str) -> Option<(f64, Option<&'static str>)> {
    match amounts(text)?.as_slice() {
        [amount] => Some((*amount, currency(text))),
        _ => None,
    }
}

/// The currency that `text` names.
pub(super) fn currency(text: &str) -> Option<&'static str> {
    let named = CURRENCIES.iter().find(|(_, signs)| signs.iter().any(|sign| names(text, sign)));
    named.map(|(code, _)| *code)
}

/// The time that `text` says pay is for.
pub(super) fn period(text: &str) -> Option<Period> {
    PERIODS.iter().find(|(_, words)| words.iter().any(|word| has_phrase(text, word))).map(|(period, _)| *period)
}

/// Puts a salary together; amounts that only a year can earn are a year's.
pub(super) fn finish(amounts: &[f64], currency: Option<&str>, period: Option<Period>, text: &str) -> Salary {
    // No one is paid 15,000 a month, week or hour in these without the posting making a point of it.
    const HARD: [&str; 7] = ["USD", "EUR", "GBP", "CHF", "CAD", "AUD", "NZD"];
    let yearly = currency.is_some_and(|code| HARD.contains(&code)) && amounts.iter().all(|amount| *amount >= 15_000.0);
    let open_end = ["from", "ab", "starting at", "minimum", "at least", "dès", "desde", "vanaf"]
        .iter()
        .any(|word| has_phrase(text, word));
    let capped =
        ["up to", "bis zu", "maximum", "max", "jusqu'à", "hasta", "tot"].iter().any(|word| has_phrase(text, word));
    let (min, max) = match amounts {
        [low, high] => (Some(low.min(*high)), Some(low.max(*high))),
        [one] if capped => (None, Some(*one)),
        [one] if open_end => (Some(*one), None),
        [one] => (Some(*one), Some(*one)),
        _ => (None, None),
    };
    Salary { min, max, currency: currency.map(str::to_owned), period: period.or(yearly.then_some(Period::Year)) }
}

fn names(text: &str, sign: &str) -> bool {
    if sign.chars().all(|c| c.is_ascii_alphabetic()) {
        return has_code(text, sign);
    }
    text.contains(sign)
}

/// Whether a currency's letters stand in `text`, where digits may touch them: `60kEUR`, `EUR50`.
fn has_code(text: &str, code: &str) -> bool {
    let bytes = text.as_bytes();
    (0..(bytes.len() + 1).saturating_sub(code.len())).any(|at| {
        let end = at + code.len();
        let free = |b: Option<&u8>| !b.is_some_and(u8::is_ascii_alphabetic);
        let before = at.checked_sub(1).and_then(|i| bytes.get(i)).filter(|b| !matches!(b, b'k' | b'K'));
        bytes[at..end].eq_ignore_ascii_case(code.as_bytes()) && free(before) && free(bytes.get(end))
    })
}

/// The one or two amounts of `text`; `None` where there are none, more, or figures that are no amounts.
fn amounts(text: &str) -> Option<Vec<f64>> {
    let mut found: Vec<(f64, bool)> = Vec::new();
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        if !c.is_ascii_digit() {
            continue;
        }
        let number = figure(text, at, &mut chars);
        let mut amount = amount(number)?;
        let after = text[at + number.len()..].trim_start();
        if after.starts_with('%') {
            return None;
        }
        let thousands =
            after.starts_with(['k', 'K']) && !after[1..].starts_with(|c: char| c.is_lowercase() || c == '€');
        let thousands = thousands || after.starts_with("k€") || after.starts_with("K€") || after.starts_with("Tsd");
        if thousands {
            amount *= 1000.0;
        }
        found.push((amount, thousands));
    }
    // In `40-50K` the K holds for both ends.
    if let [(low, false), (high, true)] = found.as_mut_slice()
        && *low < 1000.0
        && *low * 1000.0 <= *high
    {
        *low *= 1000.0;
    }
    let amounts: Vec<f64> = found.into_iter().map(|(amount, _)| amount).collect();
    (matches!(amounts.len(), 1 | 2) && amounts.iter().all(|amount| *amount > 0.0)).then_some(amounts)
}

/// The digits that start at `at`, with the points, commas, apostrophes and thin spaces between them.
fn figure<'a>(text: &'a str, at: usize, chars: &mut Peekable<CharIndices<'_>>) -> &'a str {
    let mut end = at + 1;
    while let Some(&(next, c)) = chars.peek() {
        let joins = |c: char| matches!(c, '.' | ',' | '\'' | '’' | '\u{a0}' | '\u{202f}' | ' ');
        let after = &text.as_bytes()[next + c.len_utf8()..];
        // A plain space joins only groups of three: `60 000`, never `60 80`.
        let three = after.len() >= 3
            && after[..3].iter().all(u8::is_ascii_digit)
            && !after.get(3).is_some_and(u8::is_ascii_digit);
        let one = after.first().is_some_and(u8::is_ascii_digit);
        if !(c.is_ascii_digit() || (joins(c) && if c == ' ' { three } else { one })) {
            break;
        }
        end = next + c.len_utf8();
        chars.next();
    }
    &text[at..end]
}

/// The value of figures: a last group of three after a separator is thousands, of one or two a fraction.
fn amount(figure: &str) -> Option<f64> {
    let last = figure.rfind(|c: char| !c.is_ascii_digit());
    let is_fraction = last.is_some_and(|at| {
        let tail = figure[at..].chars().skip(1).count();
        tail < 3 && figure[at..].starts_with(['.', ','])
    });
    let (whole, fraction) = match last {
        Some(at) if is_fraction => (&figure[..at], &figure[at + 1..]),
        _ => (figure, ""),
    };
    let digits: String = whole.chars().filter(char::is_ascii_digit).collect();
    if digits.len() > 12 {
        return None;
    }
    format!("{digits}.{fraction}").trim_end_matches('.').parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn f2_pay_is_read_with_its_currency_and_period() {
        use Period::{Hour, Month, Year};
        for (text, min, max, currency, period) in [
            ("$78,000 - $108,000", 78_000., 108_000., "USD", Some(Year)),
            ("40-50K€", 40_000., 50_000., "EUR", Some(Year)),
            ("60/65K€", 60_000., 65_000., "EUR", Some(Year)),
            ("€36\u{2212}42K", 36_000., 42_000., "EUR", Some(Year)),
            ("180000–250000 USD plus bonus", 180_000., 250_000., "USD", Some(Year)),
            ("$40 - $45/hour", 40., 45., "USD", Some(Hour)),
            ("£46,424 per annum", 46_424., 46_424., "GBP", Some(Year)),
            ("36.000€ y 42.000€", 36_000., 42_000., "EUR", Some(Year)),
            ("CHF 6'500 pro Monat", 6_500., 6_500., "CHF", Some(Month)),
            ("60 000 – 70 000 EUR", 60_000., 70_000., "EUR", Some(Year)),
            ("$22.50 hourly", 22.5, 22.5, "USD", Some(Hour)),
            ("C$90k-C$110k", 90_000., 110_000., "CAD", Some(Year)),
            ("12000 PLN", 12_000., 12_000., "PLN", None),
        ] {
            let expected = Salary { min: Some(min), max: Some(max), currency: Some(currency.to_owned()), period };
            assert_eq!(read(text), Some(expected), "{text}");
        }
        let open = read("from 70,000 EUR").expect("an amount and a currency");
        assert_eq!((open.min, open.max), (Some(70_000.), None));
        let capped = read("up to $90k").expect("an amount and a currency");
        assert_eq!((capped.min, capped.max), (None, Some(90_000.)));
    }

    #[test]
    fn f3_what_is_no_amount_with_a_currency_is_no_pay() {
        for text in [
            "competitive",
            "60-70k",
            "TV-L E13",
            "GS-14",
            "€",
            "10% of $100",
            "$1, $2 or $3",
            "",
            "EURO 2024 tickets 1 2 3",
            "$0",
            "日本円",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
