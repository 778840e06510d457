//! Least pay as a choice: a few round sums, each fitting the postings whose pay goes at least as high.
//!
//! Only sums in the currency and for the time that most postings state are compared. Nothing is converted: an hourly wage
//! is no yearly one until somebody has said how many hours there are.

use super::facet::Choice;
use crate::model::{Published, Site};
use crate::posting::{Period, Salary};
use crate::render::language::Language;
use crate::render::{filters, view};

/// How many steps there are at most between the lowest pay and the highest.
const STEPS: f64 = 6.0;

/// The sums, from small to large; none where fewer than two postings can be compared.
pub(super) fn choices(site: &Site, language: &Language) -> Vec<Choice> {
    let rows = site.open.iter().enumerate();
    let stated: Vec<(usize, Pay<'_>)> =
        rows.filter_map(|(row, &posting)| Some((row, Pay::of(&site.postings[posting])?))).collect();
    let Some(usual) = most_frequent(stated.iter().map(|(_, pay)| *pay)) else { return Vec::new() };
    let comparable: Vec<(usize, f64)> =
        stated.iter().filter(|(_, pay)| pay.is_like(usual)).map(|(row, pay)| (*row, pay.highest)).collect();
    let mut choices: Vec<Choice> = Vec::new();
    for least in steps(comparable.iter().map(|(_, highest)| *highest)) {
        let fitting = comparable.iter().filter(|(_, highest)| *highest >= least);
        let rows: Vec<usize> = fitting.map(|(row, _)| *row).collect();
        // Of several sums that fit the same postings, the highest says most.
        if choices.last().is_some_and(|last| last.rows == rows) {
            choices.pop();
        }
        choices.push(Choice { slug: least.to_string(), name: name(language, least, usual), depth: 0, rows });
    }
    choices
}

/// What can be compared of a posting's pay.
#[derive(Clone, Copy)]
struct Pay<'a> {
    currency: &'a str,
    period: Period,
    highest: f64,
}

impl<'a> Pay<'a> {
    fn of(posting: &'a Published) -> Option<Self> {
        let salary = &posting.posting.facts.salary.as_ref()?.value;
        let highest = salary.max.or(salary.min)?;
        Some(Self { currency: salary.currency.as_deref()?, period: salary.period?, highest })
    }

    fn is_like(self, other: Pay<'_>) -> bool {
        self.currency == other.currency && self.period == other.period
    }
}

/// Pay in the currency and for the time that most have; of two that are as frequent, the first.
fn most_frequent<'a>(stated: impl Iterator<Item = Pay<'a>>) -> Option<Pay<'a>> {
    let mut kinds: Vec<(Pay<'a>, usize)> = Vec::new();
    for pay in stated {
        match kinds.iter_mut().find(|(known, _)| known.is_like(pay)) {
            Some((_, count)) => *count += 1,
            None => kinds.push((pay, 1)),
        }
    }
    kinds.into_iter().rev().max_by_key(|(_, count)| *count).map(|(kind, _)| kind)
}

/// Round sums above the lowest and up to the highest.
fn steps(sums: impl Iterator<Item = f64>) -> impl Iterator<Item = f64> {
    let (low, high) = sums.fold((f64::INFINITY, 0.0_f64), |(low, high), sum| (low.min(sum), high.max(sum)));
    let step = if low < high { round((high - low) / STEPS) } else { f64::INFINITY };
    let first = (low / step).floor() + 1.0;
    (0..).map(move |index| (first + f64::from(index)) * step).take_while(move |sum| *sum <= high)
}

/// The next larger of 1, 2 and 5, with as many zeros as it takes, and no smaller than 1.
fn round(step: f64) -> f64 {
    let unit = 10_f64.powf(step.log10().floor());
    let rounded = [1.0, 2.0, 5.0, 10.0].into_iter().map(|digit| digit * unit).find(|rounded| *rounded >= step);
    rounded.unwrap_or(step).max(1.0)
}

fn name(language: &Language, least: f64, usual: Pay<'_>) -> String {
    let salary =
        Salary { min: Some(least), max: None, currency: Some(usual.currency.to_owned()), period: Some(usual.period) };
    filters::salary(language, &view::salary(&salary)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_are_round_sums_between_the_lowest_and_the_highest() {
        for (sums, expected) in [
            (&[48_000.0, 62_500.0, 90_000.0][..], &[50_000.0, 60_000.0, 70_000.0, 80_000.0, 90_000.0][..]),
            (&[14.5, 19.0], &[15.0, 16.0, 17.0, 18.0, 19.0]),
            (&[50_000.0, 50_000.0], &[]),
            (&[], &[]),
        ] {
            assert_eq!(steps(sums.iter().copied()).collect::<Vec<_>>(), expected, "{sums:?}");
        }
    }
}
