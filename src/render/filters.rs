//! What templates can call beside Tera's own: `t`, `asset`, `date`, `salary`, `apply_kind`, `initials`,
//! `urlencode`.

use std::collections::HashMap;
use std::fmt::Write as _;
use std::sync::Arc;

use jiff::civil::Date;
use tera::value::Key;
use tera::{Kwargs, State, Tera, Value};

use super::StaticFile;
use super::language::{Language, Part};
use crate::diagnostic::nearest;

/// Registers what is the same in all languages; must come before templates are added, which are checked against it.
pub(super) fn register(tera: &mut Tera, static_files: &[StaticFile], base_path: &str) {
    let assets: HashMap<String, String> =
        static_files.iter().map(|file| (file.name.clone(), format!("{base_path}{}", file.path))).collect();
    tera.register_function("asset", move |arguments: Kwargs, _: &State| asset(&assets, &arguments));
    tera.register_filter("apply_kind", |address: &str, _: Kwargs, _: &State| apply_kind(address));
    tera.register_filter("urlencode", |text: &str, _: Kwargs, _: &State| urlencode(text));
    tera.register_filter("initials", |name: &str, _: Kwargs, _: &State| initials(name));
}

/// Registers what speaks, in place of what spoke another language.
pub(super) fn speak(tera: &mut Tera, language: &Arc<Language>) {
    let speaker = language.clone();
    tera.register_function("t", move |arguments: Kwargs, _: &State| string(&speaker, &arguments));
    let speaker = language.clone();
    tera.register_filter("salary", move |value: &Value, _: Kwargs, _: &State| salary(&speaker, value));
    let speaker = language.clone();
    tera.register_filter("date", move |text: &str, arguments: Kwargs, _: &State| date(&speaker, text, &arguments));
}

/// `t(key="roles.count", count=4)`: a string of the interface as HTML. What fills its slots is escaped unless it is HTML.
fn string(language: &Language, arguments: &Kwargs) -> tera::TeraResult<Value> {
    let key: &str = arguments.must_get("key")?;
    let pattern = language.pattern(key, arguments.get("count")?).ok_or_else(|| {
        let near = nearest(key, language.keys());
        let hint = near.map(|near| format!("; did you mean `{near}`?")).unwrap_or_default();
        tera::Error::message(format!("there is no string `{key}`{hint}"))
    })?;
    let mut html = Vec::new();
    for part in pattern.parts() {
        match part {
            Part::Text(text) => tera::escape_html(text, &mut html)?,
            Part::Slot(name) => match arguments.get::<&Value>(name)? {
                Some(value) if value.is_string() && value.is_safe() => {
                    html.extend_from_slice(value.to_string().as_bytes());
                }
                Some(value) => tera::escape_html(&shown(language, value), &mut html)?,
                None => return Err(tera::Error::message(format!("the string `{key}` needs `{name}`"))),
            },
        }
    }
    Ok(Value::safe_string(&String::from_utf8_lossy(&html)))
}

fn shown(language: &Language, value: &Value) -> String {
    let number = value.as_i64().and_then(|number| usize::try_from(number).ok());
    number.map_or_else(|| value.to_string(), |number| language.number(number))
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

/// `"2026-11-21" | date`: `November 21, 2026`; `format` takes strftime's signs instead.
fn date(language: &Language, text: &str, arguments: &Kwargs) -> tera::TeraResult<String> {
    let date: Date = text.parse().map_err(|_| tera::Error::message(format!("`{text}` is not a date")))?;
    match arguments.get::<&str>("format")? {
        Some(format) => {
            jiff::fmt::strtime::format(format, date).map_err(|error| tera::Error::message(error.to_string()))
        }
        None => Ok(language.date(date)),
    }
}

/// `salary | salary`: `€60,000 – €75,000 a year`.
pub(super) fn salary(language: &Language, value: &Value) -> tera::TeraResult<String> {
    let part =
        |key: &'static str| value.as_map().and_then(|map| map.get(&Key::Str(key))).filter(|value| !value.is_none());
    let number = |key: &'static str| part(key).and_then(Value::as_f64);
    let currency = part("currency").and_then(Value::as_str);
    let amount = |number: f64| language.amount(number, currency);
    let text = match (number("min"), number("max")) {
        (Some(min), Some(max)) if (min - max).abs() < f64::EPSILON => amount(min),
        (Some(min), Some(max)) => {
            language.say("salary.range", &[("min", (&amount(min)).into()), ("max", (&amount(max)).into())])
        }
        (Some(min), None) => language.say("salary.from", &[("amount", (&amount(min)).into())]),
        (None, Some(max)) => language.say("salary.up_to", &[("amount", (&amount(max)).into())]),
        (None, None) => return Err(tera::Error::message("`salary` takes a salary with `min` or `max`")),
    };
    let period = match part("period").and_then(Value::as_str) {
        Some("HOUR") => "salary.hour",
        Some("DAY") => "salary.day",
        Some("WEEK") => "salary.week",
        Some("MONTH") => "salary.month",
        Some("YEAR") => "salary.year",
        _ => return Ok(text),
    };
    Ok(language.say(period, &[("amount", (&text).into())]))
}

/// `"a b&c" | urlencode`: `a%20b%26c`, RFC 3986's unreserved characters as they are.
fn urlencode(text: &str) -> String {
    text.bytes().fold(String::with_capacity(text.len()), |mut out, byte| {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            out.push(char::from(byte));
        } else {
            let _ = write!(out, "%{byte:02X}");
        }
        out
    })
}

/// `"mailto:jobs@example.com" | apply_kind`: `email`, or `link`.
fn apply_kind(address: &str) -> &'static str {
    if address.starts_with("mailto:") { "email" } else { "link" }
}

/// `"Blue Sky Labs" | initials`: `BS`, the first letters of the first two words.
fn initials(name: &str) -> String {
    let words = name.split(|c: char| !c.is_alphanumeric()).filter_map(|word| word.chars().next());
    words.take(2).flat_map(char::to_uppercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::language::tests::language;

    fn rendered(template: &str, context: &tera::Context) -> String {
        let mut tera = Tera::new();
        register(&mut tera, &[], "/");
        speak(&mut tera, &Arc::new(language("en")));
        tera.add_raw_template("t.html", template).expect("a template");
        tera.render("t.html", context).unwrap_or_else(|error| error.to_string())
    }

    #[test]
    fn what_means_something_in_an_address_is_encoded() {
        for (text, encoded) in [("a-b_c.~9", "a-b_c.~9"), ("a b&c=ü", "a%20b%26c%3D%C3%BC"), ("\"<", "%22%3C")] {
            assert_eq!(urlencode(text), encoded);
        }
    }

    #[test]
    fn dates_read_as_people_say_them() {
        let context = tera::Context::new();
        assert_eq!(rendered("{{ '2026-03-04' | date }}", &context), "March 4, 2026");
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
    fn t5_a_string_is_text_and_what_fills_it_is_escaped_unless_it_is_html() {
        let mut context = tera::Context::new();
        context.insert("name", "R&D");
        for (template, text) in [
            ("{{ t(key='posting.apply') }}", "Apply"),
            (
                "{{ t(key='roles.count', count=1) }} {{ t(key='roles.count', count=1200) }}",
                "1 open role 1,200 open roles",
            ),
            ("{{ t(key='term.about', name=name) }}", "More about R&amp;D"),
            (
                "{% set name %}<a>{{ name }}</a>{% endset %}{{ t(key='term.about', name=name) }}",
                "More about <a>R&amp;D</a>",
            ),
        ] {
            assert_eq!(rendered(template, &context), text, "{template}");
        }
    }

    #[test]
    fn initials_are_those_of_the_first_two_words() {
        for (name, expected) in
            [("Blue Sky Labs", "BS"), ("acme", "A"), ("Müller & Söhne", "MS"), ("3-D Works", "3D"), ("", "")]
        {
            assert_eq!(initials(name), expected, "{name}");
        }
    }

    #[test]
    fn t5_an_unknown_string_is_an_error_that_names_the_nearest() {
        let context = tera::Context::new();
        let error = rendered("{{ t(key='posting.aply') }}", &context);
        assert!(error.contains("there is no string `posting.aply`; did you mean `posting.apply`?"), "{error}");
        let error = rendered("{{ t(key='term.about') }}", &context);
        assert!(error.contains("the string `term.about` needs `name`"), "{error}");
    }

    #[test]
    fn an_unknown_asset_is_an_error_that_names_it() {
        assert!(rendered("{{ asset(name='x.css') }}", &tera::Context::new()).contains("the theme has no file `x.css`"));
    }
}
