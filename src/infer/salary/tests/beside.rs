//! What is said of money beside the pay: tips, examples, a share that is all of the hours.

use super::super::super::fixture::draft;
use super::{Expected, Year, range, salary, told};
use crate::posting::Period::{Hour, Month};

#[test]
fn f3_tips_and_examples_beside_the_pay_are_none_of_it() {
    for (text, expected) in [
        ("Pay is $19.50/hr plus tips (usually another $4-6 an hour).", range(19.5, 19.5, "USD", Some(Hour))),
        ("Wir zahlen 16 € pro Stunde, dazu etwa 3 € Trinkgeld von den Gästen.", range(16., 16., "EUR", Some(Hour))),
        ("We pay $21 an hour. People make about $5 an hour in tips.", range(21., 21., "USD", Some(Hour))),
        (
            "The salary is €40,000-€44,000 a year. For example, at 20 hours a week your salary is €20,000-€22,000 a year.",
            range(4e4, 44e3, "EUR", Some(Year)),
        ),
        (
            "Salario de 24.000 € a 26.000 € anuales. Por ejemplo, a media jornada el salario es de 12.000 € anuales.",
            range(24e3, 26e3, "EUR", Some(Year)),
        ),
    ] {
        assert_eq!(told(text), Some(salary(expected)), "{text}");
    }
}

#[test]
fn f2_all_of_the_hours_are_no_share_of_anything_else() {
    let expected: [(&str, Option<Expected>); 3] = [
        (
            "Der Jahreslohn liegt bei einem Pensum von 100 % zwischen CHF 71'000 und CHF 79'000.",
            Some(range(71e3, 79e3, "CHF", Some(Year))),
        ),
        ("Salaire à 100 % : 71 000 à 79 000 CHF par an", Some(range(71e3, 79e3, "CHF", Some(Year)))),
        ("We own 100 % of a hull of €71,000.", None),
    ];
    for (text, expected) in expected {
        assert_eq!(told(text), expected.map(salary), "{text}");
    }
}

#[test]
fn f1_a_short_paragraph_about_pay_stands_for_its_heading() {
    let of = |heading: &str, text: &str| {
        draft()
            .heading(1, "Welder")
            .paragraph("3. Hulls")
            .paragraph("We weld.")
            .paragraph(heading)
            .paragraph(text)
            .paragraph("5. Our yard")
            .paragraph("It cost €900,000.")
            .facts()
            .salary
            .map(|field| field.value)
    };
    assert_eq!(of("4. Remuneration", "€48,000 and a hull."), Some(salary(range(48e3, 48e3, "EUR", Some(Year)))));
    assert_eq!(of("4. Money", "€48,000 basic plus a hull."), Some(salary(range(48e3, 48e3, "EUR", Some(Year)))));
    let label = draft()
        .heading(1, "Schweißer")
        .paragraph("Was du mitbringst:")
        .item("Zangen")
        .paragraph("Was du kriegst: 18,50 bis 21 Euro in der Stunde, Nachtzuschlag und Brot.");
    assert_eq!(label.facts().salary.map(|field| field.value), Some(salary(range(18.5, 21., "EUR", Some(Hour)))));
    assert_eq!(of("4. Our hull", "€48,000 and a mast."), None);
}

#[test]
fn f2_what_the_reader_gets_for_a_time_is_pay() {
    let open = (Some(38_500.), None, "EUR", Some(Year));
    for (text, expected) in [
        ("Du bekommst 1.200 € im Monat für 18 Stunden pro Woche.", range(1200., 1200., "EUR", Some(Month))),
        ("We offer €2,150 a month.", range(2_150., 2_150., "EUR", Some(Month))),
        ("Nous offrons 2 150 € net par mois.", range(2_150., 2_150., "EUR", Some(Month))),
        ("You get £18 an hour for up to five shifts.", range(18., 18., "GBP", Some(Hour))),
        ("Ulm · annual gross PLN 120,000–150,000 · a yard with sun", range(12e4, 15e4, "PLN", Some(Year))),
        ("Valor: de R$ 9.000 a R$ 11.500 por mês", range(9e3, 11_500., "BRL", Some(Month))),
        ("Gehalt: mind. € 38.500,– brutto jährlich", open),
        ("38–46 zł brutto za godzinę plus premia", range(38., 46., "PLN", Some(Hour))),
        ("een brutoloon van € 3.200 tot € 4.000 per maand", range(3_200., 4e3, "EUR", Some(Month))),
        ("月薪新台幣 38,000 至 45,000 元", range(38e3, 45e3, "TWD", Some(Month))),
    ] {
        assert_eq!(told(text), Some(salary(expected)), "{text}");
    }
}

#[test]
fn f3_what_is_paid_once_or_for_meals_and_friends_is_no_pay() {
    for text in [
        "Refer a friend: we pay €2,000 if we hire them.",
        "Gehalt: nach Vereinbarung. Umzugskosten einmalig 3.000 €.",
        "Salaire : barème du chantier ; chèques-repas de 7 € ; transports",
        "You get €50 for a good weld.",
        "We offer €500 a month towards your rent.",
        "Wir bieten 50 € im Monat für Bus und Bahn.",
    ] {
        assert_eq!(told(text), None, "{text}");
    }
    let with_meals = "15 tot 17,50 euro per uur bruto, maaltijdcheques van 8 euro";
    assert_eq!(told(with_meals), Some(salary(range(15., 17.5, "EUR", Some(Hour)))));
}

#[test]
fn f2_a_wage_opens_a_paragraph_below_what_is_asked_and_is_no_item_of_it() {
    let pay = |text: &str| {
        let asked = draft().heading(1, "Welder").heading(2, "Requirements").item("Two years at a dock");
        asked.paragraph(text).facts().salary.map(|field| field.value)
    };
    assert_eq!(pay("$41 per hour flat + super, paid weekly."), Some(salary(range(41.0, 41.0, "AUD", Some(Hour)))));
    assert_eq!(pay("€21 per hour. Nights and days."), Some(salary(range(21.0, 21.0, "EUR", Some(Hour)))));
    assert_eq!(pay("You have steered cranes of €900 per day."), None);
    let item = draft().heading(1, "Welder").heading(2, "Requirements").item("€21 per hour cranes").facts().salary;
    assert_eq!(item, None);
}
