//! Pay, as people write it.
//!
//! In goes a text of a field that is about pay, or the whole body, out comes a [`Salary`] when amount and currency are
//! unmistakable. Pay grades, "competitive", bare numbers, and money for something else than the work of this job are
//! none. Currencies are told by code or sign, never by the place alone: that tells only which of those is meant that share
//! a sign. `$` is the US dollar unless the text or the place names another. The words are `data/pay.txt`.

mod figure;
mod money;
mod prose;
mod terms;
#[cfg(test)]
mod tests;
mod usual;

use self::money::Sum;
use super::body::Body;
use crate::posting::{Country, Field, OriginKind, Period, Salary};
use crate::source::Span;

/// Reads pay with its currency; `None` where either is in doubt.
pub(super) fn read(text: &str) -> Option<Salary> {
    read_at(text, None)
}

/// The same where `home`, as [`home`] has it, may tell which currency a sign means: `450 000 kr` in Sweden.
pub(super) fn read_at(text: &str, home: Option<&str>) -> Option<Salary> {
    let text = folded(text);
    let pay: Vec<_> = money::sums(&text, home).into_iter().filter(|sum| prose::may_be_pay(&text, sum)).collect();
    let bands: Vec<_> = pay.iter().map(|sum| (sum, prose::period(&text, sum))).collect();
    span(&bands)
}

/// Whether the word at `word` names the currency of a sum, and nothing else: `CAD 27.50 per hour`.
pub(super) fn is_currency_at(text: &str, word: &Span) -> bool {
    const CODE: usize = 3;
    let is_code = word.len() == CODE && terms::currency(&text[word.clone()]).is_some();
    let holds = |sum: &Sum| sum.span.start <= word.start && word.end <= sum.span.end;
    is_code && money::sums(&folded(text), None).iter().any(holds)
}

/// Reads a line that holds nothing but pay: `€60k–75k gross per year + equity`.
pub(super) fn read_bare(text: &str) -> Option<Salary> {
    let text = folded(text);
    let [sum] = &money::sums(&text, None)[..] else { return None };
    // `£45,000`
    let is_alone = || sum.span == (0..text.trim_end().len()) && prose::is_years_pay(sum);
    let is_pay = prose::may_be_pay(&text, sum) && (prose::is_bare(&text, sum) || is_alone());
    is_pay.then(|| span(&[(sum, prose::period(&text, sum))])).flatten()
}

/// Reads one end of a range, which may lack a currency: `$78,000`, `142,701`, `60K`.
pub(super) fn read_end(text: &str) -> Option<(f64, Option<&'static str>)> {
    money::lone(&folded(text))
}

/// Reads an amount that stands without its currency: `from 60,000 a year`.
pub(super) fn read_amount(text: &str) -> Option<Salary> {
    let (min, max) = money::bare_ends(&folded(text))?;
    Some(finish(min, max, None, period(text)))
}

/// The currency that the value of a field names.
pub(super) fn currency(text: &str) -> Option<&'static str> {
    terms::currency(text.trim())
}

/// The time that the value of a field says pay is for.
pub(super) fn period(text: &str) -> Option<Period> {
    terms::unit(text.trim()).or_else(|| terms::period(text))
}

/// Puts a salary together; amounts that only a year can earn are a year's, and those that are a month's where people
/// are paid by the month are a month's; what is too little for anything else is an hour's.
pub(super) fn finish(min: Option<f64>, max: Option<f64>, currency: Option<&str>, period: Option<Period>) -> Salary {
    let all = |is_usual: fn(f64, &str) -> bool| {
        currency.is_some_and(|code| min.into_iter().chain(max).all(|amount| is_usual(amount, code)))
    };
    let period = period
        .or_else(|| all(usual::is_yearly).then_some(Period::Year))
        .or_else(|| all(usual::is_monthly).then_some(Period::Month))
        .or_else(|| all(usual::is_hourly).then_some(Period::Hour));
    Salary { min, max, currency: currency.map(str::to_owned), period }
}

/// What the text says, where nothing is given; else what is given, with the currency and period that it lacks and the
/// text tells of the same pay. `home` is as [`home`] has it.
pub(super) fn settle(given: Option<Field<Salary>>, body: &Body<'_>, home: Option<&str>) -> Option<Field<Salary>> {
    let Some(mut given) = given else { return prose::in_body(body, home) };
    let salary = &mut given.value;
    if salary.currency.is_some() && salary.period.is_some() {
        return Some(given);
    }
    let told = prose::in_body(body, home).map(|field| field.value).filter(|told| {
        (told.min, told.max) == (salary.min, salary.max)
            && salary.currency.as_ref().is_none_or(|code| told.currency.as_ref() == Some(code))
    });
    let told = told.or_else(|| prose::of_ends(body, salary, home).filter(|_| salary.currency.is_none()));
    if let Some(told) = told {
        salary.currency = salary.currency.take().or(told.currency);
        salary.period = salary.period.or(told.period);
    } else if salary.currency.is_none() {
        salary.currency = prose::currency_of_pay(body).map(str::to_owned);
    }
    *salary = finish(salary.min, salary.max, salary.currency.as_deref(), salary.period);
    Some(given)
}

/// What tells the currencies apart that share a sign: the country where the work is, by its ISO 3166-1 code, or else the
/// language of the posting, by its ISO 639-1 code.
pub(super) fn home(country: Option<Country>, language: Option<&str>) -> Option<&str> {
    country.map(Country::code).or(language)
}

/// Makes US dollars those of `home` where front matter or a label has but the sign that they share. `text` is all of the
/// posting, which names the United States' where those are meant.
pub(super) fn bring_home(salary: &mut Field<Salary>, home: &str, text: &str) {
    const NAMES: [&str; 5] = ["US$", "USD", "US dollar", "U.S. dollar", "dólar"];
    let value = &mut salary.value;
    let is_given = matches!(salary.origin.kind, OriginKind::FrontMatter | OriginKind::Label);
    if !is_given || value.currency.as_deref() != Some("USD") || NAMES.iter().any(|name| text.contains(name)) {
        return;
    }
    let amount = value.min.or(value.max).unwrap_or_default();
    if let Some(code) = terms::local_dollar(home, amount, text) {
        value.currency = Some(code.to_owned());
    } else if home == "es" {
        // Each of the countries of Spanish has its own.
        value.currency = None;
    }
}

/// The span of the bands of one job. The same pay told for another time as well (`$30 an hour, $62,400 a year`) adds
/// nothing. `None` where bands are of different currencies, or too far apart to be of one job.
fn span(bands: &[(&Sum, Option<Period>)]) -> Option<Salary> {
    // Between a trainee's and a director's pay lies a factor of four or so.
    const WIDEST: f64 = 5.0;
    let (first, _) = *bands.first()?;
    let period = bands.iter().find_map(|(_, period)| *period);
    let of_period = |own: Option<Period>| own.is_none() || own == period;
    let sums = || bands.iter().filter(|(_, own)| of_period(*own)).map(|(sum, _)| *sum);
    let low = sums().map(Sum::bottom).fold(f64::MAX, f64::min);
    let high = sums().map(Sum::top).fold(0.0, f64::max);
    let of_one_job = high / low <= WIDEST || sums().count() == 1;
    if !(of_one_job && sums().all(|sum| sum.currency == first.currency && sum.is_plausible(period))) {
        return None;
    }
    let min = sums().filter_map(|sum| sum.min).reduce(f64::min);
    let max = sums().filter_map(|sum| sum.max).reduce(f64::max);
    Some(finish(min, max, Some(first.currency), period))
}

/// `text` with the wide digits and signs of Japanese and Chinese typing as ASCII ones.
fn folded(text: &str) -> std::borrow::Cow<'_, str> {
    let wide = |c: char| matches!(c, '０'..='９' | '＄' | '，' | '．');
    if text.is_ascii() || !text.contains(wide) {
        return text.into();
    }
    let fold = |c: char| match c {
        '０'..='９' | '＄' | '，' | '．' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
        c => c,
    };
    text.chars().map(fold).collect::<String>().into()
}
