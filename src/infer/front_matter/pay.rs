//! Pay in front matter: a text, a table, or keys of its ends.

use super::keys::Key;
use super::reader::{Problem, Reader, Reading, text};
use crate::data::{Entry, Node, Value, normalise_key};
use crate::infer::salary as pay;
use crate::infer::words::{has_figure, is_placeholder};
use crate::posting::{Country, Field, Period, Salary};

/// An amount, and its currency where it has one.
type Amount = (f64, Option<&'static str>);

/// Reads `salary`, or `salary_min` with `salary_max`. `home` is the country where the work is.
pub(super) fn salary(reader: &mut Reader<'_>, home: Option<Country>) -> Option<Field<Salary>> {
    let currency = reader.first(Key::Currency, currency);
    let named = currency.as_ref().map(|field| field.value.as_str());
    let whole = reader.first(Key::Salary, |entry| whole(entry, named, pay::home(home, None)));
    let min = reader.first(Key::SalaryMin, end);
    let max = reader.first(Key::SalaryMax, end);
    let period = reader.first(Key::Period, text).and_then(|field| pay::period(&field.value));
    if let Some(mut salary) = whole {
        // `base_salary: 75000` beside `maximum_salary: 140000`
        let is_less = |most: f64| salary.value.min.is_some_and(|least| least < most);
        if salary.value.min == salary.value.max
            && min.is_none()
            && max.as_ref().is_some_and(|most| is_less(most.value.0))
        {
            salary.value.max = max.map(|field| field.value.0);
        }
        salary.value.currency = salary.value.currency.or(currency.map(|field| field.value));
        salary.value.period = salary.value.period.or(period);
        return Some(salary);
    }
    let origin = min.as_ref().or(max.as_ref())?.origin;
    let (min, max) = (min.map(|field| field.value), max.map(|field| field.value));
    let named = currency.map(|field| field.value);
    let currency =
        named.or_else(|| [min, max].into_iter().flatten().find_map(|(_, currency)| currency.map(str::to_owned)));
    let (min, max) = (min.map(|(amount, _)| amount), max.map(|(amount, _)| amount));
    if is_reversed(min, max) {
        let least = reader.record.entries(Key::SalaryMin).find(|entry| matches!(end(entry), Reading::Value(_)));
        if let Some(least) = least {
            let help = "write the smaller amount as `salary_min`".into();
            reader.complain(least, Problem { code: "invalid-value", what: "is more than the most", help });
        }
        return None;
    }
    Some(Field { value: pay::finish(min, max, currency.as_deref(), period), origin })
}

fn whole(entry: &Entry, currency: Option<&str>, home: Option<&str>) -> Reading<Salary> {
    match &entry.value.value {
        Value::Map(_) => table(&entry.value),
        Value::List(_) => Reading::invalid("is a list", "write a table of `min`, `max`, `currency` and `period`"),
        _ => {
            let Reading::Value(text) = text(entry) else { return text(entry).map_never() };
            let with_currency = || pay::read(&format!("{text} {}", currency?));
            if let Some(salary) = pay::read(&text).or_else(with_currency).or_else(|| pay::read_at(&text, home)) {
                return Reading::Value(salary);
            }
            if let Some(salary) = pay::read_amount(&text) {
                return Reading::Value(salary);
            }
            // "Competitive" and pay grades are no figures, and nothing is wrong with them.
            if !has_figure(&text) {
                return Reading::NotOurs;
            }
            Reading::invalid(
                "does not tell amount and currency",
                "write a table of `min`, `max`, `currency` and `period`",
            )
        }
    }
}

/// `{min, max, currency, period}`, or schema.org's `MonetaryAmount`.
fn table(node: &Node) -> Reading<Salary> {
    let value = node.get("value").filter(|value| matches!(value.value, Value::Map(_))).unwrap_or(node);
    let field = |names: &[&str]| {
        names
            .iter()
            .find_map(|name| value.get(name).or_else(|| node.get(name)))
            .and_then(Node::as_str)
            .filter(|text| !is_placeholder(text))
    };
    // What people read says more than figures that may be rounded for a chart.
    if let Some(salary) = field(&["original", "text", "display", "range"]).and_then(pay::read) {
        return Reading::Value(salary);
    }
    let named = |names: &[&str]| named_end(value, names).or_else(|| named_end(node, names));
    let (low, low_period) = named(&["min", "minvalue", "minimum", "from", "low", "lower", "floor"]).unzip();
    let (high, high_period) = named(&["max", "maxvalue", "maximum", "to", "high", "upper", "ceiling"]).unzip();
    let single = field(&["value", "amount"]).map(pay::read_end);
    if [low, high, single].contains(&Some(None)) {
        return Reading::invalid("has an end that is no amount", "write `min` and `max` as numbers");
    }
    let (low, high) = (low.flatten().or(single.flatten()), high.flatten().or(single.flatten()));
    if low.or(high).is_none() {
        return Reading::NotOurs;
    }
    let currency = field(&["currency", "currencyCode"]).and_then(pay::currency);
    let symbol = [low, high].into_iter().flatten().find_map(|(_, currency)| currency);
    let period = field(&["period", "unitText", "unit", "interval", "frequency", "per"]).and_then(pay::period);
    let period = period.or_else(|| low_period.or(high_period).flatten());
    let (low, high) = (low.map(|(amount, _)| amount), high.map(|(amount, _)| amount));
    if is_reversed(low, high) {
        return Reading::invalid("has a `min` that is more than its `max`", "write the smaller amount as `min`");
    }
    Reading::Value(pay::finish(low, high, currency.or(symbol), period))
}

/// Whether the ends of a range can't both be right.
fn is_reversed(min: Option<f64>, max: Option<f64>) -> bool {
    min.zip(max).is_some_and(|(min, max)| min > max)
}

/// The end of a range under one of `names`, in any spelling, and the time that its key says it is for: `monthlyMin`.
fn named_end(node: &Node, names: &[&str]) -> Option<(Option<Amount>, Option<Period>)> {
    const TIMES: [(&str, Period); 6] = [
        ("hourly", Period::Hour),
        ("daily", Period::Day),
        ("weekly", Period::Week),
        ("monthly", Period::Month),
        ("annual", Period::Year),
        ("yearly", Period::Year),
    ];
    node.entries().iter().find_map(|entry| {
        let key = normalise_key(&entry.key);
        let part = |(time, period): &(&str, Period)| {
            let rest = key.strip_prefix(time).or_else(|| key.strip_suffix(time))?;
            Some((rest, Some(*period)))
        };
        let (name, period) = TIMES.iter().find_map(part).unwrap_or((&key, None));
        let text = entry.value.as_str().filter(|text| names.contains(&name) && !is_placeholder(text))?;
        Some((pay::read_end(text), period))
    })
}

fn end(entry: &Entry) -> Reading<Amount> {
    let Reading::Value(text) = text(entry) else { return text(entry).map_never() };
    match pay::read_end(&text) {
        Some(end) => Reading::Value(end),
        None => Reading::invalid("is no amount", "write a number, such as `60000`"),
    }
}

fn currency(entry: &Entry) -> Reading<String> {
    let Reading::Value(text) = text(entry) else { return text(entry).map_never() };
    match pay::currency(&text) {
        Some(code) => Reading::Value(code.to_owned()),
        None => Reading::invalid("is no currency", "write a three-letter code such as `EUR`"),
    }
}

#[cfg(test)]
mod tests {
    use crate::infer::fixture::{draft, map, scalar};

    #[test]
    fn f2_a_base_beside_a_most_is_the_least() {
        let facts = draft().key("base_salary", "75000").key("maximum_salary", "140000").facts();
        let salary = facts.salary.expect("a range").value;
        assert_eq!((salary.min, salary.max), (Some(75000.0), Some(140_000.0)));
        let facts = draft().key("salary", "80-90k EUR").key("salary_max", "140000").facts();
        assert_eq!(facts.salary.expect("a range").value.max, Some(90000.0));
    }

    #[test]
    fn f3_a_range_whose_ends_contradict_each_other_is_told_and_not_shown() {
        let table = draft().entry("salary", map(&[("min", scalar("50000")), ("max", scalar("40000"))]));
        let ends = draft().key("salary_min", "50000").key("salary_max", "40000").key("currency", "EUR");
        for (fixture, said) in [
            (table, "a table under `salary` has a `min` that is more than its `max`"),
            (ends, "`50000` under `salary_min` is more than the most"),
        ] {
            let (facts, diagnostics) = fixture.infer();
            assert!(facts.salary.is_none(), "{said}");
            assert_eq!(diagnostics.iter().map(|d| &*d.message).collect::<Vec<_>>(), [said]);
        }
    }
}
