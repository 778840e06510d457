//! Which currency is meant by a sign that several share.

use super::salary;
use crate::infer::fixture::draft;
use crate::posting::Period::{Hour, Month, Year};

#[test]
fn f3_the_place_tells_which_of_the_currencies_with_one_sign_is_meant() {
    let currency = |place: &str, pay: &str| {
        let welder = || draft().key("title", "Welder").key("location", place);
        let told = welder().paragraph(&format!("Salary: {pay}")).facts().salary;
        let given = welder().key("salary", pay).paragraph("We weld.").facts().salary;
        [told, given].map(|field| field.and_then(|field| field.value.currency))
    };
    let both = |code: &str| [Some(code.to_owned()), Some(code.to_owned())];
    assert_eq!(currency("Toronto, Canada", "$60,000 - $75,000 a year"), both("CAD"));
    assert_eq!(currency("Dunedin, New Zealand", "$31–$36 an hour"), both("NZD"));
    assert_eq!(currency("Austin, TX", "$60,000 - $75,000 a year"), both("USD"));
    assert_eq!(currency("Toronto, Canada", "€60,000 - €75,000 a year"), both("EUR"));
    let text = |place: &str, pay: &str| currency(place, pay)[0].clone();
    assert_eq!(text("Veracruz, Mexico", "$14,000 a $16,000 mensuales").as_deref(), Some("MXN"));
    assert_eq!(text("Veracruz, Mexico", "$60,000 - $75,000 a year").as_deref(), Some("USD"));
    assert_eq!(text("Veracruz, Mexico", "$900 a $950 semanales"), None);
    assert_eq!(text("Valparaíso, Chile", "$480.000 a $520.000 líquidos mensuales").as_deref(), Some("CLP"));
    assert_eq!(text("Bogotá, Colombia", "entre 7 y 9 millones de pesos mensuales").as_deref(), Some("COP"));
    assert_eq!(text("Stockholm, Sweden", "45 000 – 52 000 kr per månad").as_deref(), Some("SEK"));
    assert_eq!(text("Toronto, Canada", "US$60,000 - US$75,000 a year").as_deref(), Some("USD"));
    assert_eq!(text("Johannesburg, South Africa", "R62 000 to R78 000 per month").as_deref(), Some("ZAR"));
    assert_eq!(text("Ulm, Germany", "R62 000 to R78 000 per month"), None);
    assert_eq!(text("Abuja, Nigeria", "N180,000 - N220,000 monthly").as_deref(), Some("NGN"));
    assert_eq!(text("Osaka, Japan", "¥360,000 – ¥440,000 a month").as_deref(), Some("JPY"));
    assert_eq!(text("Ulm, Germany", "¥360,000 – ¥440,000 a month"), None);
    assert_eq!(text("Ulm, Germany", "45 000 – 52 000 kr per månad"), None);
}

#[test]
fn f3_the_language_tells_a_shared_sign_where_no_place_does() {
    let currency = |language: &str, pay: &str| {
        let welder = draft().key("title", "Welder").key("lang", language).paragraph(pay);
        welder.facts().salary.and_then(|field| field.value.currency)
    };
    assert_eq!(currency("sv", "Månadslön 29 400–31 800 kr vid heltid").as_deref(), Some("SEK"));
    assert_eq!(currency("no", "Årslønn 590 000–660 000 kr").as_deref(), Some("NOK"));
    assert_eq!(currency("en", "Salary of 29,400–31,800 kr a month"), None);
    assert_eq!(currency("es", "Sueldo de $11,400 mensuales"), None);
    assert_eq!(currency("es", "Con nosotros, el sueldo es de US$2,400 mensuales, y un barco.").as_deref(), Some("USD"));
    let label = draft().key("title", "Welder").key("lang", "es").paragraph("Salario: $11,400 mensuales");
    assert_eq!(label.facts().salary.and_then(|field| field.value.currency), None);
}

#[test]
fn i4_the_place_in_front_matter_tells_the_currency_of_its_pay() {
    let given = |place: &str, pay: &str| {
        let welder = draft().key("title", "Welder").key("location", place).key("salary", pay);
        welder.paragraph("We weld.").facts().salary.and_then(|field| field.value.currency)
    };
    assert_eq!(given("Stockholm, Sweden", "35 000 – 40 000 kr/mån").as_deref(), Some("SEK"));
    assert_eq!(given("Johannesburg, South Africa", "R450 000 per annum").as_deref(), Some("ZAR"));
    assert_eq!(given("Ulm, Germany", "35 000 – 40 000 kr/mån"), None);
    let open = draft().key("title", "Welder").key("salary", "60000+").paragraph("We weld.").facts().salary;
    assert_eq!(open.map(|field| (field.value.min, field.value.max)), Some((Some(6e4), None)));
}

#[test]
fn i4_an_end_in_front_matter_may_lack_its_currency() {
    let given =
        draft().key("title", "Welder").key("salary", "ab 58.000").paragraph("Mindestgehalt 58.000 € brutto im Jahr");
    assert_eq!(given.facts().salary.map(|field| field.value), Some(salary((Some(58e3), None, "EUR", Some(Year)))));
}

#[test]
fn f1_crowns_are_those_of_the_language_where_no_place_is_told() {
    for (text, expected) in [
        ("Vi søger en smed, der kan svejse stål. Løn: 31.000 kr. om måneden, og vi betaler pensionen.", "DKK"),
        (
            "Vi søker en smed som kan sveise stål. Årslønn 590 000–660 000 kr etter erfaring, og vi betaler pensjon.",
            "NOK",
        ),
        ("Vi söker en smed som kan svetsa stål. Lön 29 400–31 800 kr i månaden, och vi betalar pensionen.", "SEK"),
    ] {
        let facts = draft().heading(1, "Smed").paragraph(text).facts();
        let currency = facts.salary.and_then(|salary| salary.value.currency);
        assert_eq!(currency.as_deref(), Some(expected), "{text}");
    }
}

#[test]
fn f1_an_aside_may_stand_between_an_amount_and_its_time() {
    let pay = |text: &str| {
        let welder = draft().key("title", "Welder").key("location", "Oslo, Norway").paragraph(text);
        welder.facts().salary.map(|field| field.value)
    };
    let hourly = pay("Du får 271.83 kr (eller en lunsj) for hver time.").unwrap();
    assert_eq!((hourly.min, hourly.period), (Some(271.83), Some(Hour)));
    assert_eq!(hourly.currency.as_deref(), Some("NOK"));
    let monthly = pay("We pay €4,200 (before tax) per month.").unwrap();
    assert_eq!((monthly.min, monthly.period), (Some(4_200.0), Some(Month)));
    assert_eq!(pay("The crane costs 271.83 kr (with its rope) for every lift."), None);
}

#[test]
fn f2_what_only_one_country_has_names_its_dollar() {
    let currency = |pay: &str| draft().key("title", "Welder").paragraph(pay).facts().salary?.value.currency;
    assert_eq!(currency("Salary: $74,000 – $80,000 a year, and superannuation of 12%.").as_deref(), Some("AUD"));
    assert_eq!(currency("Sueldo de $3,600 a $3,900 semanales. Además, vales de despensa.").as_deref(), Some("MXN"));
    assert_eq!(currency("Salary: $74,000 – $80,000 a year with an RRSP.").as_deref(), Some("CAD"));
    assert_eq!(currency("Salary: $74,000 – $80,000 a year with a pension.").as_deref(), Some("USD"));
}

#[test]
fn f1_an_r_before_thousands_is_the_rand_where_english_is_written() {
    let pay = |text: &str| draft().key("title", "Welder").paragraph(text).facts().salary.map(|field| field.value);
    let long = "We are looking for a welder who can weld hulls. The welder earns R240 000 – R300 000 per annum.";
    let rand = pay(long).expect("pay");
    assert_eq!((rand.min, rand.currency.as_deref()), (Some(24e4), Some("ZAR")));
    assert_eq!(pay("Drawings R240 and R300 are due each year."), None);
}
