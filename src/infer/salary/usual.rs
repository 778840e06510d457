//! What is usual pay: amounts that only a year earns, or a month, or an hour, by their currency.
//!
//! In goes an amount with its currency, out comes yes or no. The amounts are those of `data/pay.txt`.

use std::sync::LazyLock;

use crate::infer::table::{PAY, Row};

/// Currencies with the least that nobody earns in less than a year.
static YEARLY: LazyLock<Vec<(&str, f64)>> = LazyLock::new(|| {
    PAY.rows_of("yearly").filter_map(|row| Some((row.name, row.aliases().next()?.parse().ok()?))).collect()
});
/// Currencies with the least and the most that is a month's pay.
static MONTHLY: LazyLock<Vec<(&str, f64, f64)>> = LazyLock::new(|| usual("monthly"));
/// The same of an hour's.
static HOURLY: LazyLock<Vec<(&str, f64, f64)>> = LazyLock::new(|| usual("hourly"));

/// Whether so much of a currency can only be what a year earns.
pub(super) fn is_yearly(amount: f64, currency: &str) -> bool {
    YEARLY.iter().any(|(code, least)| *code == currency && amount >= *least)
}

/// Whether so much of a currency is not what somebody earns in a year, but revenue, or the price of a house.
pub(super) fn is_beyond_pay(amount: f64, currency: &str) -> bool {
    const TIMES_THE_LEAST: f64 = 27.0;
    const MOST: f64 = 400_000.0;
    let least = YEARLY.iter().find(|(code, _)| *code == currency).map(|(_, least)| *least);
    amount >= least.map_or(MOST, |least| least * TIMES_THE_LEAST)
}

/// Whether so much of a currency is what part of full hours earns in a year, and more than a month does.
pub(super) fn is_yearly_in_part(amount: f64, currency: &str) -> bool {
    !is_yearly(amount, currency) && is_yearly(amount * 2.0, currency) && !is_monthly(amount, currency)
}

/// Whether so much of a currency is what a month earns, where no time is given.
pub(super) fn is_monthly(amount: f64, currency: &str) -> bool {
    MONTHLY.iter().any(|(code, least, most)| *code == currency && (*least..=*most).contains(&amount))
}

/// Whether so little of a currency is what an hour earns, where no time is given.
pub(super) fn is_hourly(amount: f64, currency: &str) -> bool {
    HOURLY.iter().any(|(code, least, most)| *code == currency && (*least..=*most).contains(&amount))
}

/// The rows of a section with a least and a most amount for each currency.
fn usual(section: &'static str) -> Vec<(&'static str, f64, f64)> {
    let ends = |row: Row| {
        let mut ends = row.aliases().filter_map(|end| end.parse().ok());
        Some((row.name, ends.next()?, ends.next()?))
    };
    PAY.rows_of(section).filter_map(ends).collect()
}
