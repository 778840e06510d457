//! Money in a text: amounts with a currency, and ranges of them.
//!
//! In goes a text, out come its [`Sum`]s in order. A figure without a currency, its own or the other end's, is none.
//! Whether a sum is pay is not asked here.

use std::sync::LazyLock;

use super::figure;
use super::terms::{self, AMBIGUOUS, DOLLAR, End, LAKHS, Named};
use super::usual;
use crate::infer::lexicon::Lexicon;
use crate::infer::table::PAY;
use crate::infer::words::{is_ideographic, is_one_of, word_after, word_before};
use crate::posting::Period;
use crate::source::Span;

/// One amount, or a range of them, as written.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Sum {
    /// Lower end, in units of the currency.
    pub min: Option<f64>,
    /// Upper end.
    pub max: Option<f64>,
    /// ISO 4217 code.
    pub currency: &'static str,
    /// Where it stands, signs included.
    pub span: Span,
}

impl Sum {
    /// Its greatest amount.
    pub(super) fn top(&self) -> f64 {
        self.max.or(self.min).unwrap_or(0.0)
    }

    /// Its smallest amount.
    pub(super) fn bottom(&self) -> f64 {
        self.min.or(self.max).unwrap_or(0.0)
    }

    /// Whether somebody may be paid so much for one `period`. Amounts of currencies with small units are not judged.
    pub(super) fn is_plausible(&self, period: Option<Period>) -> bool {
        let (least, most) = match period {
            Some(Period::Hour) => (4.0, 1_000.0),
            Some(Period::Day) => (20.0, 5_000.0),
            Some(Period::Week) => (100.0, 8_000.0),
            Some(Period::Month) => (250.0, 100_000.0),
            Some(Period::Year) => (5_000.0, 2_000_000.0),
            None => (4.0, 2_000_000.0),
        };
        let has_large_unit = usual::is_yearly(20_000.0, self.currency);
        !has_large_unit || (self.bottom() >= least && self.top() <= most)
    }
}

/// What stands before an amount that comes on top of another.
static MORE: LazyLock<Lexicon<()>> = LazyLock::new(|| PAY.lexicon("more"));

/// How many times its lower end the upper end of a range can be.
const WIDEST: f64 = 20.0;
/// More amounts than that in one block are a price list; looking at each would cost the square of their number.
const MOST: usize = 40;

/// A figure with what stands right beside it.
#[derive(Debug, Clone)]
struct Amount {
    figure: f64,
    scale: Option<f64>,
    currency: Option<&'static str>,
    span: Span,
}

impl Amount {
    fn value(&self) -> f64 {
        self.figure * self.scale.unwrap_or(1.0)
    }
}

/// The sums of `text`; `home` is the country where the work is, by its ISO 3166-1 code, or the language of its people.
pub(super) fn sums(text: &str, home: Option<&str>) -> Vec<Sum> {
    let mut amounts = amounts(text);
    if is_chinese_pay(text) {
        let scaled = amounts.iter_mut().filter(|amount| amount.scale.is_some_and(|scale| scale < 1e6));
        scaled.for_each(|amount| amount.currency = amount.currency.or(Some("CNY")));
    }
    if amounts.iter().filter(|amount| amount.currency.is_some()).count() > MOST {
        return Vec::new();
    }
    let mut sums = Vec::new();
    let mut at = 0;
    while let Some(first) = amounts.get(at) {
        let range = amounts.get(at + 1).and_then(|second| range((text, home), first, second));
        at += if range.is_some() { 2 } else { 1 };
        let sum = range.or_else(|| single((text, home), first));
        let is_more = |sum: &Sum, last: &Sum| is_on_top(&text[last.span.end..sum.span.start]);
        sums.extend(sum.filter(|sum| !sums.last().is_some_and(|last| is_more(sum, last))));
    }
    sums
}

/// Whether a sum behind such words comes on top of the one before: `$20 an hour plus $40 per trip`, `$20 an hour plus tips
/// (usually another $4)`.
fn is_on_top(between: &str) -> bool {
    const LONGEST: usize = 24;
    const LONGEST_BEFORE_MORE: usize = 64;
    const WORDS: [&str; 4] = ["plus", "zzgl", "más", "mais"];
    let last = word_before(between, between.len());
    let adds = || between.trim_end().ends_with('+') || is_one_of(last, &WORDS);
    let is_near =
        (between.len() <= LONGEST && adds()) || (between.len() <= LONGEST_BEFORE_MORE && MORE.exactly(last).is_some());
    is_near && !between.contains(['\n', ';'])
}

/// The one amount of `text`, which may lack a currency: `$78,000`, `142,701`, `60K`.
pub(super) fn lone(text: &str) -> Option<(f64, Option<&'static str>)> {
    match amounts(text).as_slice() {
        [amount] if amount.value() > 0.0 => {
            Some((amount.value(), amount.currency.and_then(|sign| resolve(sign, amount.value(), (text, None)))))
        }
        _ => None,
    }
}

/// The ends that the one amount of `text` is, where it stands without a currency: `ab 58.000`, `60k+`.
pub(super) fn bare_ends(text: &str) -> Option<(Option<f64>, Option<f64>)> {
    let (value, None) = lone(text)? else { return None };
    let before = text.split(|c: char| c.is_ascii_digit()).next()?;
    let behind = text.rsplit(|c: char| c.is_ascii_digit()).next()?.trim_start_matches(char::is_alphabetic);
    Some(ends(value, terms::end(before).or_else(|| is_open(before, behind).then_some(End::Open))))
}

/// Whether a text speaks of pay in the words of mainland China, where the currency goes without saying: `月薪 20k-40k`.
fn is_chinese_pay(text: &str) -> bool {
    const SIGNS: [&str; 5] = ["薪", "K/月", "k/月", "K / 月", "万/月"];
    !text.is_ascii() && SIGNS.iter().any(|sign| text.contains(sign)) && !text.contains(['資', '幣', '臺', '萬', '円'])
}

/// A text, and the country where the work is that it tells of.
type Context<'t> = (&'t str, Option<&'t str>);

fn range((text, home): Context<'_>, first: &Amount, second: &Amount) -> Option<Sum> {
    let between = &text[first.span.end..second.span.start];
    if !joins(between, &text[..first.span.start]) {
        return None;
    }
    let (mut low, mut high) = (first.clone(), second.clone());
    // In `40-50K` the K holds for both ends, and so it does in `600〜1000万円`.
    match (low.scale, high.scale) {
        (None, Some(scale)) if low.figure * scale <= high.value() => low.scale = Some(scale),
        (Some(scale), None) if high.figure < low.value() && high.figure * scale >= low.value() => {
            high.scale = Some(scale);
        }
        _ => {}
    }
    let sign = match (low.currency, high.currency) {
        (Some(a), Some(b)) if a != b => specific(a, b)?,
        (a, b) => a.or(b)?,
    };
    let (low, high) = (low.value().min(high.value()), low.value().max(high.value()));
    let currency = resolve(sign, high, (text, home))?;
    // In `Step 1 - $41,000` the dash is none of a range.
    (low > 0.0 && high / low <= WIDEST).then_some(Sum {
        min: Some(low),
        max: Some(high),
        currency,
        span: first.span.start..second.span.end,
    })
}

/// Of `$60k – 80k CAD` and `$900 pesos` the sign that says more.
fn specific(a: &'static str, b: &'static str) -> Option<&'static str> {
    match (a, b) {
        (DOLLAR, other) | (other, DOLLAR) => Some(other),
        // "新台幣 38,000 元"
        (full @ ("TWD" | "HKD"), "CNY") | ("CNY", full @ ("TWD" | "HKD")) => Some(full),
        (shared, other) | (other, shared) if terms::code(shared).is_none() => Some(other),
        ("USD", other) | (other, "USD") if terms::is_dollar(other) => Some(other),
        _ => None,
    }
}

fn single((text, home): Context<'_>, amount: &Amount) -> Option<Sum> {
    let value = amount.value();
    let currency = resolve(amount.currency?, value, (text, home))?;
    let before = &text[..amount.span.start];
    let near = before.char_indices().rev().nth(30).map_or(0, |(at, _)| at);
    // "Minimum salary: …" and "max. …", but not the end of a sum before.
    let near = before[near..].trim_end_matches([':', '：', '.', ' ']).rsplit(['.', ';', ',', ':', '(', '\n']).next();
    let end = terms::end(near.unwrap_or("")).or_else(|| is_open(before, &text[amount.span.end..]).then_some(End::Open));
    let (min, max) = ends(value, end);
    (value > 0.0).then(|| Sum { min, max, currency, span: amount.span.clone() })
}

/// Whether an amount is the least for what stands behind it, `€60k+`, or far before it: `Das Mindestgehalt beträgt laut
/// Vertrag 2.614 €`.
fn is_open(before: &str, behind: &str) -> bool {
    const FAR: usize = 100;
    let has_floor = || {
        let far = before.char_indices().rev().nth(FAR).map_or(0, |(at, _)| at);
        before[far..].rsplit([';', ',', '(', '\n']).next().is_some_and(terms::is_floor)
    };
    behind.starts_with(['+', '〜', '～']) || behind.starts_with("以上") || terms::opens(behind) || has_floor()
}

/// The ends of a lone amount: one of them where that is said, else both.
fn ends(value: f64, end: Option<End>) -> (Option<f64>, Option<f64>) {
    match end {
        Some(End::Open) => (Some(value), None),
        Some(End::Capped) => (None, Some(value)),
        None => (Some(value), Some(value)),
    }
}

/// Whether `between` makes a range of the amounts beside it.
fn joins(between: &str, before: &str) -> bool {
    const DASHES: [char; 12] =
        ['-', '–', '—', '\u{2212}', '\u{2010}', '\u{2011}', '\u{2012}', '~', '〜', '～', '/', '至'];
    let between = between.trim().trim_start_matches(['+', '.']).trim();
    let mut chars = between.chars();
    if let (Some(dash), None) = (chars.next(), chars.next()) {
        return DASHES.contains(&dash)
            || (matches!(dash, 'a' | 'à') || (matches!(dash, 'e' | 'y' | 'i') && terms::announces_range(before)));
    }
    terms::joins(between.trim_start_matches(DASHES).trim(), before)
}

/// The currency that a sign means in a text; `None` where that stays open.
fn resolve(sign: &'static str, amount: f64, (text, home): Context<'_>) -> Option<&'static str> {
    match sign {
        AMBIGUOUS => {
            let is_chinese = text.contains(['元', '薪']) || text.contains("CNY") || text.contains("RMB");
            let is_japanese = text.contains(['円', '給', '収']) || text.contains("JPY") || text.contains("yen");
            match (is_chinese, is_japanese) {
                (true, false) => Some("CNY"),
                (false, true) => Some("JPY"),
                // Nobody is paid a million yuan where a million yen is a plain salary.
                (false, false) if amount >= 1_000_000.0 => Some("JPY"),
                _ => terms::local(sign, home?, amount),
            }
        }
        // Taiwan's dollar is written with the same character.
        "CNY" if text.contains(['資', '幣', '臺', '萬']) => None,
        "USD" | DOLLAR => {
            // So much with a point before the last three figures is of one of the pesos, and in Spanish anything may be.
            let is_bare = sign == DOLLAR;
            let may_be_pesos = || home == Some("es") || (home == Some("MX") && terms::is_spanish(text));
            let are_pesos = (amount >= 100_000.0 && text.contains(".000")) || (is_bare && may_be_pesos());
            let local = |home| if is_bare { terms::local_dollar(home, amount, text) } else { None };
            match terms::named_dollars(text) {
                Named::One(code) => Some(code),
                Named::None => home.and_then(local).or((!are_pesos).then_some("USD")),
                Named::Several => Some("USD"),
            }
        }
        LAKHS => {
            // A language tells no country.
            let country = home.filter(|home| home.starts_with(|c: char| c.is_ascii_uppercase()));
            terms::local(sign, country.unwrap_or("IN"), amount)
        }
        code => {
            terms::code(code).or_else(|| terms::named_local(sign, text)).or_else(|| terms::local(sign, home?, amount))
        }
    }
}

/// The figures of `text`, each with scale and currency.
fn amounts(text: &str) -> Vec<Amount> {
    let mut found: Vec<Amount> = Vec::new();
    let mut from = 0;
    while let Some(at) = text[from..].find(|c: char| c.is_ascii_digit()).map(|at| from + at) {
        let end = figure::end(text, at);
        from = end;
        let floor = found.last().map_or(0, |last| last.span.end);
        if let Some(amount) = amount(text, floor, at..end) {
            from = amount.span.end;
            found.push(amount);
        }
    }
    found
}

fn amount(text: &str, floor: usize, digits: Span) -> Option<Amount> {
    let before = &text[floor..digits.start];
    let spaced = before.trim_end_matches([' ', '\u{a0}', '\u{202f}']);
    let front = terms::sign_at_end(spaced).filter(|_| before.len() - spaced.len() <= 2);
    // `v2`, `E13`, and the figures of `GS-14` and `GS-0343-14` are no amounts.
    let glued = before.ends_with(|c: char| c.is_alphanumeric() && !is_ideographic(c));
    let is_code = |head: &str| {
        head.ends_with(char::is_alphabetic)
            || head
                .rsplit(|c: char| !(c.is_alphanumeric() || c == '-'))
                .next()
                .unwrap_or("")
                .starts_with(char::is_alphabetic)
    };
    let coded = before.strip_suffix('-').is_some_and(is_code);
    if front.is_none() && (glued || coded) {
        return None;
    }
    let figure = figure::value(&text[digits.clone()])?;
    let start = front.map_or(digits.start, |(_, length)| floor + spaced.len() - length);
    let mut end = digits.end + figure::dashes(&text[digits.end..]);
    let scale = behind(text, end, terms::scale_at_start).map(|(scale, past)| {
        end = past;
        scale
    });
    let back = behind(text, end, terms::sign_at_start);
    if let Some((_, past)) = back {
        end = past;
    }
    let by_sign = front.map(|(code, _)| code);
    let currency = match (by_sign, back.map(|(code, _)| code)) {
        (Some(a), Some(b)) if a != b => Some(specific(a, b).unwrap_or(a)),
        (a, b) => a.or(b).or_else(|| is_lakhs(&text[digits.end..end]).then_some(LAKHS)),
    };
    let is_percent = text[end..].trim_start().starts_with('%');
    // `EURO 2024` is a tournament.
    let is_year = scale.is_none() && digits.len() == 4 && (1990.0..2100.0).contains(&figure);
    let named_in_words = start < digits.start && text[start..].starts_with(char::is_alphabetic);
    // `part-time / 18 hrs a week`
    let is_time = back.is_none()
        && front.is_none()
        && is_one_of(word_after(text, end), &["h", "hr", "hrs", "hours", "std", "uur"]);
    let is_else = is_percent || is_time || (is_year && named_in_words);
    (!is_else).then_some(Amount { figure, scale, currency, span: start..end })
}

/// Lakhs, and lakhs per annum, are counted around India alone.
fn is_lakhs(scale: &str) -> bool {
    is_one_of(scale.trim(), &["lpa", "lakh", "lakhs", "lac", "lacs"])
}

/// What `read` finds at `at`, or behind one space, and where that ends.
fn behind<T>(text: &str, at: usize, read: impl Fn(&str) -> Option<(T, usize)>) -> Option<(T, usize)> {
    let rest = &text[at..];
    let space = rest.chars().next().filter(|c| matches!(c, ' ' | '\u{a0}' | '\u{202f}')).map_or(0, char::len_utf8);
    read(rest)
        .map(|(found, length)| (found, at + length))
        .or_else(|| read(&rest[space..]).map(|(found, length)| (found, at + space + length)))
}
