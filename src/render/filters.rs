//! What templates can call beside Tera's own: `asset`, `date`, `salary`, `apply_kind`.

use std::collections::HashMap;
use std::fmt::Write as _;

use jiff::civil::Date;
use tera::value::Key;
use tera::{Kwargs, State, Tera, Value};

use super::StaticFile;
use crate::diagnostic::nearest;

/// Registers everything; must come before templates are added, which are checked against it.
pub(super) fn register(tera: &mut Tera, static_files: &[StaticFile], base_path: &str) {
    let assets: HashMap<String, String> =
        static_files.iter().map(|file| (file.name.clone(), format!("{base_path}{}", file.path))).collect();
    tera.register_function("asset", move |arguments: Kwargs, _: &State| asset(&assets, &arguments));
    tera.register_filter("date", |text: &str, arguments: Kwargs, _: &State| date(text, &arguments));
    tera.register_filter("salary", |value: &Value, _: Kwargs, _: &State| salary(value));
    tera.register_filter("apply_kind", |address: &str, _: Kwargs, _: &State| apply_kind(address));
}

/// `asset(name="style.css")`: the address of a theme's file.
fn asset(assets: &HashMap<String, String>, arguments: &Kwargs) -> tera::TeraResult<Value> {
    let name: &str = arguments.must_get("name")?;
    assets.get(name).map(|url| url.as_str().into()).ok_or_else(|| {
        let near = nearest(name, assets.keys().map(String::as_str));
        let hint = near.map(|near| format!("; did you mean `{near}`?")).unwrap_or_default();
        tera::Error::message(format!("the theme has no file `{name}`{hint}"))
    })
}

/// `"2026-11-21" | date`: `21 November 2026`; `format` takes strftime's signs.
fn date(text: &str, arguments: &Kwargs) -> tera::TeraResult<String> {
    let date: Date = text.parse().map_err(|_| tera::Error::message(format!("`{text}` is not a date")))?;
    let Some(format) = arguments.get::<&str>("format")? else { return Ok(day(date)) };
    jiff::fmt::strtime::format(format, date).map_err(|error| tera::Error::message(error.to_string()))
}

/// `21 November 2026`
pub(super) fn day(date: Date) -> String {
    date.strftime("%-d %B %Y").to_string()
}

/// `salary | salary`: `€60,000 – €75,000 a year`.
pub(super) fn salary(value: &Value) -> tera::TeraResult<String> {
    let part =
        |key: &'static str| value.as_map().and_then(|map| map.get(&Key::Str(key))).filter(|value| !value.is_none());
    let number = |key: &'static str| part(key).and_then(Value::as_f64);
    let currency = part("currency").and_then(Value::as_str).unwrap_or("");
    let amounts: Vec<String> = match (number("min"), number("max")) {
        (Some(min), Some(max)) if (min - max).abs() < f64::EPSILON => vec![amount(min, currency)],
        (Some(min), Some(max)) => vec![amount(min, currency), amount(max, currency)],
        (Some(min), None) => vec![format!("from {}", amount(min, currency))],
        (None, Some(max)) => vec![format!("up to {}", amount(max, currency))],
        (None, None) => return Err(tera::Error::message("`salary` takes a salary with `min` or `max`")),
    };
    let period = match part("period").and_then(Value::as_str) {
        Some("HOUR") => " an hour",
        Some("DAY") => " a day",
        Some("WEEK") => " a week",
        Some("MONTH") => " a month",
        Some("YEAR") => " a year",
        _ => "",
    };
    Ok(format!("{}{period}", amounts.join(" \u{2013} ")))
}

fn amount(number: f64, currency: &str) -> String {
    let figure = grouped(number);
    match currency {
        "" => figure,
        "EUR" => format!("\u{20ac}{figure}"),
        "USD" => format!("${figure}"),
        "GBP" => format!("\u{a3}{figure}"),
        "JPY" => format!("\u{a5}{figure}"),
        code => format!("{code}\u{a0}{figure}"),
    }
}

/// Thousands parted by commas; cents only where there are any.
fn grouped(number: f64) -> String {
    let text = if number.fract().abs() < 0.005 { format!("{number:.0}") } else { format!("{number:.2}") };
    let (whole, cents) = text.split_once('.').unwrap_or((&text, ""));
    let mut result = String::with_capacity(text.len() + 4);
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index) % 3 == 0 {
            result.push(',');
        }
        result.push(digit);
    }
    if !cents.is_empty() {
        let _ = write!(result, ".{cents}");
    }
    result
}

/// `"mailto:jobs@example.com" | apply_kind`: `email`, or `link`.
fn apply_kind(address: &str) -> &'static str {
    if address.starts_with("mailto:") { "email" } else { "link" }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rendered(template: &str, context: &tera::Context) -> String {
        let mut tera = Tera::new();
        register(&mut tera, &[], "/");
        tera.add_raw_template("t", template).expect("a template");
        tera.render("t", context).unwrap_or_else(|error| error.to_string())
    }

    #[test]
    fn dates_read_as_people_say_them() {
        let context = tera::Context::new();
        assert_eq!(rendered("{{ '2026-03-04' | date }}", &context), "4 March 2026");
        assert_eq!(rendered("{{ '2026-03-04' | date(format='%Y') }}", &context), "2026");
        assert!(rendered("{{ 'soon' | date }}", &context).contains("`soon` is not a date"));
    }

    #[test]
    fn salaries_read_as_people_say_them() {
        for (min, max, currency, period, text) in [
            (
                Some(60_000.0),
                Some(75_000.0),
                Some("EUR"),
                Some("YEAR"),
                "\u{20ac}60,000 \u{2013} \u{20ac}75,000 a year",
            ),
            (Some(40.0), Some(40.0), Some("USD"), Some("HOUR"), "$40 an hour"),
            (None, Some(1_234_567.5), Some("CHF"), None, "up to CHF\u{a0}1,234,567.50"),
            (Some(900.0), None, None, Some("MONTH"), "from 900 a month"),
        ] {
            let salary = super::super::view::map([
                ("min", super::super::view::optional(min)),
                ("max", super::super::view::optional(max)),
                ("currency", super::super::view::optional(currency)),
                ("period", super::super::view::optional(period)),
            ]);
            let mut context = tera::Context::new();
            context.insert_value("salary", salary);
            assert_eq!(rendered("{{ salary | salary }}", &context), text);
        }
    }

    #[test]
    fn an_unknown_asset_is_an_error_that_names_it() {
        assert!(rendered("{{ asset(name='x.css') }}", &tera::Context::new()).contains("the theme has no file `x.css`"));
    }
}
