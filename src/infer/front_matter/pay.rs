//! Pay in front matter: a text, a table, or keys of its ends.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::keys::{self, Key};
use super::lines::in_words;
use super::reader::{Problem, Reader, Reading, text};
use crate::data::{Entry, Node, Value, normalise_key};
use crate::infer::labels::label;
use crate::infer::salary as pay;
use crate::infer::table::PAY;
use crate::infer::words::{figures_in, has_figure, is_placeholder};
use crate::posting::{Country, Field, Period, Salary};

/// The keys in a table of pay, normalised: of the lower end of a range, of the upper one, of an amount that is both or a
/// text, and of the time that it is for.
static LOW: LazyLock<HashSet<String>> = LazyLock::new(|| keys_of("table min"));
static HIGH: LazyLock<HashSet<String>> = LazyLock::new(|| keys_of("table max"));
static WHOLE: LazyLock<HashSet<String>> = LazyLock::new(|| keys_of("table whole"));
static TIME: LazyLock<HashSet<String>> = LazyLock::new(|| keys_of("table time"));

fn keys_of(section: &'static str) -> HashSet<String> {
    PAY.forms(section).map(normalise_key).collect()
}

/// An amount, and its currency where it has one.
type Amount = (f64, Option<&'static str>);

/// An entry of a table, and its key as [`normalise_key`] leaves it.
type Cell<'a> = (String, &'a Entry);

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
    let Some(origin) = min.as_ref().or(max.as_ref()).map(|end| end.origin) else { return labelled(reader) };
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

/// The table under a key that nobody lists, where its words are a label of pay: `rate: {amount: 18, currency: GBP}`.
fn labelled(reader: &Reader<'_>) -> Option<Field<Salary>> {
    let is_pay = |entry: &&&Entry| {
        matches!(entry.value.value, Value::Map(_)) && label(&in_words(&entry.key)) == Some(Key::Salary)
    };
    reader.record.unknown.iter().filter(is_pay).find_map(|entry| match table(&entry.value) {
        Reading::Value(value) if value.currency.is_some() => {
            Some(Field { value, origin: reader.origin(&entry.value.span) })
        }
        _ => None,
    })
}

fn whole(entry: &Entry, currency: Option<&str>, home: Option<&str>) -> Reading<Salary> {
    match &entry.value.value {
        Value::Map(_) => table(&entry.value),
        Value::List(_) if is_range(&entry.value) => ends(&entry.value, currency),
        Value::List(_) => Reading::invalid("is a list", "write a table of `min`, `max`, `currency` and `period`"),
        _ => {
            let Reading::Value(text) = text(entry) else { return text(entry).map_never() };
            let with_currency = || pay::read(&format!("{text} {}", currency?));
            let in_currency = pay::read(&text).or_else(with_currency).or_else(|| pay::read_at(&text, home));
            let bare = || pay::read_amount(&text);
            if let Some(salary) = in_currency.or_else(bare).map(|salary| for_time_of_key(salary, entry, &text)) {
                let grade = |salary: &Salary| salary.period.is_none() && is_grade(salary);
                return if grade(&salary) { Reading::NotOurs } else { Reading::Value(salary) };
            }
            if !may_hold_amount(&text) {
                return Reading::NotOurs;
            }
            Reading::invalid(
                "does not tell amount and currency",
                "write a table of `min`, `max`, `currency` and `period`",
            )
        }
    }
}

/// Whether there are figures as an amount has them: "Competitive" has none, a pay grade such as `TVöD E13` has few, and
/// nothing is wrong with either.
fn may_hold_amount(text: &str) -> bool {
    figures_in(text).any(|run| run.len() > 2 || text[run.end..].starts_with(['k', 'K']))
}

/// Pay for the time that the key says it is for, where the value names none: `day_rate: €1,200`.
fn for_time_of_key(salary: Salary, entry: &Entry, text: &str) -> Salary {
    let of_key = || pay::period(&in_words(&entry.key)).filter(|_| pay::period(text).is_none());
    Salary { period: of_key().or(salary.period), ..salary }
}

/// Whether an amount is the number of a pay grade, which has no currency: `Grade 7`, `Entgeltgruppe 6`.
fn is_grade(salary: &Salary) -> bool {
    const HIGHEST: f64 = 100.0;
    // The letter of `E 9b` makes billions.
    const BILLION: f64 = 1e9;
    let is_grade = |amount: f64| !(HIGHEST..BILLION).contains(&amount);
    salary.currency.is_none() && salary.max.or(salary.min).is_some_and(is_grade)
}

/// `{min, max, currency, period}`, or schema.org's `MonetaryAmount`, also in other languages.
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
    let around = if std::ptr::eq(value, node) { &[] } else { node.entries() };
    let cells: Vec<Cell<'_>> =
        value.entries().iter().chain(around).map(|entry| (normalise_key(&entry.key), entry)).collect();
    // `range: [48000, 56000]`
    let currency = || field(&["currencyCode"]).or_else(|| meant(&cells, Key::Currency));
    if let Some(range) = value.get("range").filter(|range| is_range(range)) {
        return ends(range, currency().and_then(pay::currency));
    }
    let (low, low_period) = named_end(&cells, &LOW).unzip();
    let (high, high_period) = named_end(&cells, &HIGH).unzip();
    // `amount: 18.75`
    let whole = || cells.iter().filter(|(key, _)| WHOLE.contains(key));
    let texts = || whole().filter_map(|(_, entry)| entry.value.as_str()).filter(|text| has_figure(text));
    // `base: "$62,000 - $70,000 per year"`
    if let Some(salary) = texts().find_map(pay::read).filter(|_| low.is_none() && high.is_none()) {
        let told = meant(&cells, Key::Period).and_then(pay::period);
        return Reading::Value(Salary { period: told.or(salary.period), ..salary });
    }
    let single = texts().next().map(pay::read_end);
    if [low, high, single].contains(&Some(None)) {
        return Reading::invalid("has an end that is no amount", "write `min` and `max` as numbers");
    }
    let (low, high) = (low.flatten().or(single.flatten()), high.flatten().or(single.flatten()));
    if low.or(high).is_none() {
        return Reading::NotOurs;
    }
    let named = currency();
    let currency = named.and_then(pay::currency);
    if named.is_some() && currency.is_none() {
        return Reading::invalid("names a currency that is none", "write a three-letter code such as `EUR`");
    }
    let symbol = [low, high].into_iter().flatten().find_map(|(_, currency)| currency);
    let period = meant(&cells, Key::Period).and_then(pay::period);
    let period = period.or_else(|| low_period.or(high_period).flatten());
    let (low, high) = (low.map(|(amount, _)| amount), high.map(|(amount, _)| amount));
    if is_reversed(low, high) {
        return Reading::invalid("has a `min` that is more than its `max`", "write the smaller amount as `min`");
    }
    Reading::Value(pay::finish(low, high, currency.or(symbol), period))
}

/// Whether a list holds both ends of a range: `[48000, 56000]`.
fn is_range(node: &Node) -> bool {
    let items = node.items();
    items.len() == 2 && items.iter().all(|item| item.as_str().is_some_and(|text| pay::read_end(text).is_some()))
}

/// The range of such a list, for the time that only so much is paid for.
fn ends(list: &Node, currency: Option<&str>) -> Reading<Salary> {
    let ends: Vec<Amount> = list.items().iter().filter_map(|item| pay::read_end(item.as_str()?)).collect();
    let [(low, sign), (high, other)] = ends[..] else { return Reading::NotOurs };
    if low > high {
        return Reading::invalid("has its greater amount first", "write the smaller amount first");
    }
    Reading::Value(pay::finish(Some(low), Some(high), currency.or(sign).or(other), None))
}

/// The text under a key that means `wanted`: `Monat` of `{zeitraum: Monat}`.
fn meant<'a>(cells: &[Cell<'a>], wanted: Key) -> Option<&'a str> {
    let is_meant = |name: &String| {
        let is_time = || wanted == Key::Period && TIME.contains(name);
        keys::meaning_of(name).is_some_and(|(key, _)| key == wanted) || is_time()
    };
    cells.iter().filter(|(name, _)| is_meant(name)).find_map(|(_, entry)| entry.value.as_str())
}

/// Whether the ends of a range can't both be right.
fn is_reversed(min: Option<f64>, max: Option<f64>) -> bool {
    min.zip(max).is_some_and(|(min, max)| min > max)
}

/// The end of a range under one of `names`, in any spelling, and the time that its key says it is for: `monthlyMin`.
fn named_end(cells: &[Cell<'_>], names: &HashSet<String>) -> Option<(Option<Amount>, Option<Period>)> {
    const TIMES: [(&str, Period); 6] = [
        ("hourly", Period::Hour),
        ("daily", Period::Day),
        ("weekly", Period::Week),
        ("monthly", Period::Month),
        ("annual", Period::Year),
        ("yearly", Period::Year),
    ];
    cells.iter().find_map(|(key, entry)| {
        let part = |(time, period): &(&str, Period)| {
            let rest = key.strip_prefix(time).or_else(|| key.strip_suffix(time))?;
            Some((rest, Some(*period)))
        };
        let (name, period) = TIMES.iter().find_map(part).unwrap_or((key, None));
        let text = entry.value.as_str().filter(|text| names.contains(name) && !is_placeholder(text))?;
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
    // "RON Net"
    let first = || pay::currency(text.split(' ').next()?);
    match pay::currency(&text).or_else(first) {
        Some(code) => Reading::Value(code.to_owned()),
        None => Reading::invalid("is no currency", "write a three-letter code such as `EUR`"),
    }
}

#[cfg(test)]
mod tests {
    use crate::infer::fixture::{draft, map, scalar};
    use crate::posting::Period;

    #[test]
    fn f2_a_base_beside_a_most_is_the_least() {
        let facts = draft().key("base_salary", "75000").key("maximum_salary", "140000").facts();
        let salary = facts.salary.expect("a range").value;
        assert_eq!((salary.min, salary.max), (Some(75000.0), Some(140_000.0)));
        let facts = draft().key("salary", "80-90k EUR").key("salary_max", "140000").facts();
        assert_eq!(facts.salary.expect("a range").value.max, Some(90000.0));
    }

    #[test]
    fn f2_tables_of_pay_are_read_in_other_languages() {
        let pay = |key: &str, entries: &[(&str, &str)]| {
            let entries: Vec<_> = entries.iter().map(|(key, text)| (*key, scalar(text))).collect();
            let salary = draft().key("title", "Welder").entry(key, map(&entries)).facts().salary?.value;
            Some((salary.min, salary.max, salary.currency.unwrap_or_default(), salary.period))
        };
        let euros = |min: f64, max: Option<f64>, period| Some((Some(min), max, "EUR".to_owned(), Some(period)));
        for (key, entries, expected) in [
            (
                "entgelt",
                &[("ab", "2900"), ("waehrung", "EUR"), ("zeitraum", "Monat")][..],
                euros(2900.0, None, Period::Month),
            ),
            (
                "gehalt",
                &[("von", "48.000 €"), ("bis", "56.000 €"), ("hinweis", "je nach Erfahrung")],
                euros(48000.0, Some(56000.0), Period::Year),
            ),
            (
                "remuneration",
                &[("min", "2200"), ("max", "2500"), ("devise", "EUR"), ("periode", "mois")],
                euros(2200.0, Some(2500.0), Period::Month),
            ),
            (
                "salario",
                &[("desde", "28.000 €"), ("hasta", "32.000 €"), ("periodo", "bruto anual")],
                euros(28000.0, Some(32000.0), Period::Year),
            ),
            (
                "salaire",
                &[("minimum", "21,50 €"), ("maximum", "24,00 €"), ("base", "de l'heure")],
                euros(21.5, Some(24.0), Period::Hour),
            ),
            (
                "retribuzione",
                &[("da", "30.000"), ("a", "34.000"), ("valuta", "€"), ("periodo", "anno")],
                euros(30000.0, Some(34000.0), Period::Year),
            ),
            (
                "compensation",
                &[("salary", "€60k–€75k"), ("equity", "0.1%")],
                euros(60000.0, Some(75000.0), Period::Year),
            ),
            (
                "rate",
                &[("amount", "21.5"), ("currency", "EUR"), ("per", "hour")],
                euros(21.5, Some(21.5), Period::Hour),
            ),
            (
                "compensation",
                &[("base", "€52,000 - €58,000 per year"), ("commission", "€5,000")],
                euros(52000.0, Some(58000.0), Period::Year),
            ),
        ] {
            assert_eq!(pay(key, entries), expected, "{key} {entries:?}");
        }
        assert_eq!(pay("rate", &[("amount", "21.5"), ("limit", "40")]), None);
        assert_eq!(pay("budget", &[("amount", "5000"), ("currency", "EUR")]), None);
    }

    #[test]
    fn f2_a_list_of_two_amounts_is_a_range() {
        let list = || super::super::super::fixture::list(&["48000", "56000"]);
        let ends = |draft: crate::infer::fixture::Fixture| {
            let salary = draft.key("title", "Welder").facts().salary.map(|field| field.value);
            salary.and_then(|salary| Some((salary.min?, salary.max?, salary.currency?)))
        };
        let expected = Some((48000.0, 56000.0, "EUR".to_owned()));
        assert_eq!(ends(draft().entry("salary", list()).key("currency", "EUR")), expected);
        assert_eq!(ends(draft().entry("salary", list()).key("currency", "EUR gross")), expected);
        assert_eq!(ends(draft().entry("salary", map(&[("range", list()), ("currency", scalar("EUR"))]))), expected);
    }

    #[test]
    fn f2_a_key_may_name_the_time_that_pay_is_for() {
        let pay = |key: &str, text: &str| draft().key(key, text).facts().salary.and_then(|field| field.value.period);
        for (key, text, expected) in [
            ("day_rate", "€1,200", Some(Period::Day)),
            ("stundenlohn", "18 €", Some(Period::Hour)),
            ("uurloon", "16,50", Some(Period::Hour)),
            ("monatsgehalt", "€ 3.200", Some(Period::Month)),
            ("hourly_rate", "€45,000 a year", Some(Period::Year)),
            ("salary", "€1,200 a day", Some(Period::Day)),
        ] {
            assert_eq!(pay(key, text), expected, "{key}: {text}");
        }
    }

    #[test]
    fn f3_pay_grades_are_no_amounts() {
        for text in ["TV-V, Entgeltgruppe 6", "Grade 7", "EG 13", "Schaal 10", "TVöD E 9b", "Level 4, step 2"] {
            assert!(draft().key("salary", text).facts().salary.is_none(), "{text}");
        }
    }

    #[test]
    fn i4_pay_that_holds_an_amount_nobody_can_read_is_told() {
        for (text, expected) in
            [("TVöD E13", 0), ("Besoldung A 12", 0), ("Competitive", 0), ("from 600 up, see 12/2030", 1), ("60-70k", 1)]
        {
            let (facts, diagnostics) = draft().key("salary", text).infer();
            let complaints = diagnostics.iter().filter(|d| d.code == "invalid-value").count();
            assert_eq!((facts.salary, complaints), (None, expected), "{text}");
        }
        let table = draft().entry("salary", map(&[("min", scalar("50000")), ("currency", scalar("Thaler"))]));
        let (facts, diagnostics) = table.infer();
        assert!(facts.salary.is_none());
        let messages: Vec<_> = diagnostics.iter().map(|d| &*d.message).collect();
        assert_eq!(messages, ["a table under `salary` names a currency that is none"]);
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
