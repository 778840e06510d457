//! What is pay, and what only looks like it.

mod beside;
mod currency;

use super::super::fixture::{draft, scalar};
use super::*;
use Period::{Day, Hour, Month, Year};

type Expected = (Option<f64>, Option<f64>, &'static str, Option<Period>);

fn salary((min, max, currency, period): Expected) -> Salary {
    Salary { min, max, currency: Some(currency.to_owned()), period }
}

fn range(min: f64, max: f64, currency: &'static str, period: Option<Period>) -> Expected {
    (Some(min), Some(max), currency, period)
}

/// What one paragraph under a heading that says nothing is read as.
fn told(text: &str) -> Option<Salary> {
    draft()
        .heading(1, "Welder")
        .paragraph("We build ships.")
        .heading(2, "More")
        .paragraph(text)
        .facts()
        .salary
        .map(|field| field.value)
}

#[test]
fn f2_pay_is_read_with_its_currency_and_period() {
    for (text, min, max, currency, period) in [
        ("$78,000 - $108,000", 78_000., 108_000., "USD", Some(Year)),
        ("40-50K€", 40_000., 50_000., "EUR", Some(Year)),
        ("60/65K€", 60_000., 65_000., "EUR", Some(Year)),
        ("€36\u{2212}42K", 36_000., 42_000., "EUR", Some(Year)),
        ("180000–250000 USD plus bonus", 180_000., 250_000., "USD", Some(Year)),
        ("$40 - $45/hour", 40., 45., "USD", Some(Hour)),
        ("£46,424 per annum", 46_424., 46_424., "GBP", Some(Year)),
        ("36.000€ y 42.000€", 36_000., 42_000., "EUR", Some(Year)),
        ("CHF 6'500 pro Monat", 6_500., 6_500., "CHF", Some(Month)),
        ("60–70 TEUR", 60_000., 70_000., "EUR", Some(Year)),
        ("tra 32 e 38 mila euro", 32_000., 38_000., "EUR", Some(Year)),
        ("12 - 18 LPA, no exceptions", 1_200_000., 1_800_000., "INR", Some(Year)),
        ("8-12 lakhs per annum", 800_000., 1_200_000., "INR", Some(Year)),
        ("25,40 $ à 31,15 $ l'heure", 25.4, 31.15, "CAD", Some(Hour)),
        ("£40,000 rising to £50,000", 40_000., 50_000., "GBP", Some(Year)),
        ("60 000 – 70 000 EUR", 60_000., 70_000., "EUR", Some(Year)),
        ("$22.50 hourly", 22.5, 22.5, "USD", Some(Hour)),
        ("kr 550 000 - 650 000 NOK per år", 550_000., 650_000., "NOK", Some(Year)),
        ("Rs. 30,000 - 45,000 per month (INR)", 30_000., 45_000., "INR", Some(Month)),
        ("C$90k-C$110k", 90_000., 110_000., "CAD", Some(Year)),
        ("12000 PLN", 12_000., 12_000., "PLN", Some(Month)),
        ("600 € / mois", 600., 600., "EUR", Some(Month)),
        ("tra 30.000 e 35.000 euro", 30_000., 35_000., "EUR", Some(Year)),
        ("4,000만원 ~ 6,000만원", 40_000_000., 60_000_000., "KRW", Some(Year)),
        ("年薪：40万元、20万科研经费", 400_000., 400_000., "CNY", Some(Year)),
        ("45 000 - 55 000 SEK/månad", 45_000., 55_000., "SEK", Some(Month)),
        ("L. 12,500 – L. 14,000 mensuales", 12_500., 14_000., "HNL", Some(Month)),
    ] {
        let expected = Salary { min: Some(min), max: Some(max), currency: Some(currency.to_owned()), period };
        assert_eq!(read(text), Some(expected), "{text}");
    }
    let open = read("from 70,000 EUR").expect("an amount and a currency");
    assert_eq!((open.min, open.max), (Some(70_000.), None));
    let capped = read("up to $90k").expect("an amount and a currency");
    assert_eq!((capped.min, capped.max), (None, Some(90_000.)));
}

#[test]
fn f3_what_is_no_amount_with_a_currency_is_no_pay() {
    for text in [
        "competitive",
        "60-70k",
        "TV-L E13",
        "GS-14",
        "€",
        "10% of $100",
        "$1, $2 or $3",
        "",
        "EURO 2024 tickets 1 2 3",
        "$0",
        "日本円",
    ] {
        assert_eq!(read(text), None, "{text}");
    }
}

#[test]
fn f2_amounts_are_read_as_each_country_writes_them() {
    for (text, expected) in [
        ("年収600万円〜900万円", range(6e6, 9e6, "JPY", Some(Year))),
        ("年収 600〜1000万円程度", range(6e6, 1e7, "JPY", Some(Year))),
        ("月給３０万円", range(3e5, 3e5, "JPY", Some(Month))),
        ("時給1,500円以上", (Some(1500.), None, "JPY", Some(Hour))),
        ("年薪 30万元", range(3e5, 3e5, "CNY", Some(Year))),
        ("月薪 15k-25k RMB", range(15e3, 25e3, "CNY", Some(Month))),
        ("¥15k-25k/月·13薪", range(15e3, 25e3, "CNY", Some(Month))),
        ("12-18 LPA", range(12e5, 18e5, "INR", Some(Year))),
        ("₹12,00,000 – ₹18,00,000", range(12e5, 18e5, "INR", Some(Year))),
        ("INR 1.2 crore per annum", range(1.2e7, 1.2e7, "INR", Some(Year))),
        ("zwischen 60.000 und 75.000 € brutto/Jahr", range(6e4, 75e3, "EUR", Some(Year))),
        ("ab 48.000 € brutto/Jahr", (Some(48e3), None, "EUR", Some(Year))),
        ("between €60k and €75k gross per year", range(6e4, 75e3, "EUR", Some(Year))),
        ("from £30,000 pro rata", (Some(3e4), None, "GBP", Some(Year))),
        ("entre 1.800 € y 2.200 € al mes", range(1800., 2200., "EUR", Some(Month))),
        ("45 à 55 k€ brut annuel", range(45e3, 55e3, "EUR", Some(Year))),
        ("€3.200 - €4.500 bruto per maand", range(3200., 4500., "EUR", Some(Month))),
        ("R$ 8.000,00 por mês", range(8000., 8000., "BRL", Some(Month))),
        ("30 mil euros", range(3e4, 3e4, "EUR", Some(Year))),
        ("CHF 95'000.– bis 110'000.–", range(95e3, 110e3, "CHF", Some(Year))),
        ("$120,000.00-$150,000.00", range(12e4, 15e4, "USD", Some(Year))),
        ("$150k+", (Some(15e4), None, "USD", Some(Year))),
        ("35k€ min", (Some(35e3), None, "EUR", Some(Year))),
        ("$20/hr. plus $40 per extra seam", range(20., 20., "USD", Some(Hour))),
        ("€60k or more", (Some(6e4), None, "EUR", Some(Year))),
        ("USD$60 – $80 per hour", range(60., 80., "USD", Some(Hour))),
        ("€500/day", range(500., 500., "EUR", Some(Day))),
        ("$90,000 - $110,000 CAD", range(9e4, 11e4, "CAD", Some(Year))),
        ("18 000 HUF", range(18e3, 18e3, "HUF", None)),
        ("42,000,000 Won a year", range(42e6, 42e6, "KRW", Some(Year))),
        ("75-120 тыс.руб.", range(75e3, 12e4, "RUB", Some(Month))),
        ("от 2000 до 3500 евро в месяц", range(2000., 3500., "EUR", Some(Month))),
        ("15 - 25 triệu VND", range(15e6, 25e6, "VND", Some(Month))),
        ("25.000 - 35.000 TL aylık", range(25e3, 35e3, "TRY", Some(Month))),
        ("Mindestgehalt 2.500,-- € brutto pro Monat", (Some(2500.), None, "EUR", Some(Month))),
        ("tussen € 2.800,- en € 3.500,- per maand", range(2800., 3500., "EUR", Some(Month))),
        ("£21,000-£23,000 (£11-£12/hr for students)", range(21e3, 23e3, "GBP", Some(Year))),
        ("$60,000 + 10% bonus", range(6e4, 6e4, "USD", Some(Year))),
        ("Junior €45k–50k, senior €65k–75k", range(45e3, 75e3, "EUR", Some(Year))),
    ] {
        assert_eq!(read(text), Some(salary(expected)), "{text}");
    }
}

#[test]
fn f2_sentences_about_pay_are_read() {
    for (text, expected) in [
        ("The salary for this role is $120,000 to $150,000 a year, plus equity.", range(12e4, 15e4, "USD", Some(Year))),
        (
            "We offer 60-75K € gross salary, 30 days off and a learning budget of 1,000 €.",
            range(6e4, 75e3, "EUR", Some(Year)),
        ),
        ("Compensation (in the US, before taxes): $100,000 – $120,000 and stock.", range(1e5, 12e4, "USD", Some(Year))),
        ("💰 €60k–75k per year", range(6e4, 75e3, "EUR", Some(Year))),
        ("Das Jahresgehalt liegt bei 55.000 € bis 65.000 € brutto.", range(55e3, 65e3, "EUR", Some(Year))),
        ("Salaire : 38-45 k€ selon expérience", range(38e3, 45e3, "EUR", Some(Year))),
        ("Salario entre 36.000€ y 42.000€ anuales.", range(36e3, 42e3, "EUR", Some(Year))),
        ("Salaris: € 3.200 tot € 4.500 bruto per maand", range(3200., 4500., "EUR", Some(Month))),
        ("Salário de R$ 8.000 por mês", range(8000., 8000., "BRL", Some(Month))),
        ("Bolsa: R$ 850/mês;", range(850., 850., "BRL", Some(Month))),
        ("年俸制（年収想定：600万〜900万円程度）※経験により決定", range(6e6, 9e6, "JPY", Some(Year))),
        ("Annual salary system (estimated annual income: ¥6,000,000–¥9,000,000+)", range(6e6, 9e6, "JPY", Some(Year))),
        (
            "Our pay range is Grade 4, Step 1 - $41,000 to Grade 4, Step 10 - $52,500.",
            range(41e3, 52500., "USD", Some(Year)),
        ),
        ("年収600万円〜900万円", range(6e6, 9e6, "JPY", Some(Year))),
        ("The hourly rate is $40.", range(40., 40., "USD", Some(Hour))),
        ("20 hours a week. $17/hour plus tips.", range(17., 17., "USD", Some(Hour))),
        ("You get between 2.900 and 3.600 euro gross a month.", range(2900., 3600., "EUR", Some(Month))),
        ("$22-$26/hr, with some $6-8/hr of tips on top", range(22., 26., "USD", Some(Hour))),
        ("Lohn: Fr. 5'200.- x 13", range(5200., 5200., "CHF", Some(Month))),
        ("15–20 Stunden pro Woche, 15 €/Stunde", range(15., 15., "EUR", Some(Hour))),
        ("Three months in Ulm, paid (€1,300/month).", range(1300., 1300., "EUR", Some(Month))),
        ("We offer $60,000-$80,000 plus equity.", range(6e4, 8e4, "USD", Some(Year))),
        ("Full-time, $100k-$140k, on the dock", range(1e5, 14e4, "USD", Some(Year))),
        ("15 Euro pro Stunde", range(15., 15., "EUR", Some(Hour))),
        ("Minimum salary: $60,000", (Some(6e4), None, "USD", Some(Year))),
        ("薪资：20k-40k/月", range(2e4, 4e4, "CNY", Some(Month))),
        ("月薪1万起", (Some(1e4), None, "CNY", Some(Month))),
        ("月給 23万円以上 ※試用期間後に給与が2万円ほど昇給します", (Some(23e4), None, "JPY", Some(Month))),
        ("15K ~ 20K / 月，14 个月", range(15e3, 2e4, "CNY", Some(Month))),
        ("Salário: R$ 5.000,00 a R$ 7.000,00", range(5e3, 7e3, "BRL", Some(Month))),
        ("Gehalt: 3.000 € bis 4.000 €", range(3e3, 4e3, "EUR", Some(Month))),
        ("薪资：15-25K", range(15e3, 25e3, "CNY", Some(Month))),
        ("每月4500-12000元", range(4500., 12000., "CNY", Some(Month))),
        ("月額37万円～60万円程度", range(37e4, 6e5, "JPY", Some(Month))),
        ("年俸制を適用し、業績・成果手当を含め月額37万円～60万円程度", range(37e4, 6e5, "JPY", Some(Month))),
        ("A partir de 1.500 € al mes", (Some(1500.), None, "EUR", Some(Month))),
        ("The salary will be 4500TL per month.", range(4500., 4500., "TRY", Some(Month))),
        ("The pay. We start at €60,000 and the scale tops out at €75,000.", range(6e4, 75e3, "EUR", Some(Year))),
        ("Pay: $19 to start, $21 after six months", range(19., 21., "USD", Some(Hour))),
        ("Rate of the yard: £30k DOE", range(3e4, 3e4, "GBP", Some(Year))),
        ("Four days a week, $85K plus super, and a boat", range(85e3, 85e3, "AUD", Some(Year))),
        ("₦1,400,000 – ₦1,900,000 net every month", range(14e5, 19e5, "NGN", Some(Month))),
        ("On your terms: 17 000 – 21 000 PLN gross", range(17e3, 21e3, "PLN", Some(Month))),
        ("💰 PKR 180K – 260K + fuel + annual hull", range(18e4, 26e4, "PKR", Some(Month))),
        ("You have minimaal € 3.309 en maximaal € 4.586 bruto.", range(3309., 4586., "EUR", Some(Month))),
        ("CHF 5'100 bis 5'600, mal 13", range(5100., 5600., "CHF", Some(Month))),
        ("Como PJ, de R$ 9.500 a R$ 12.000 por mês, sem barco", range(9500., 12e3, "BRL", Some(Month))),
        ("Between €60k and €75k a year depending on how much equity you take", range(6e4, 75e3, "EUR", Some(Year))),
        ("Hullwerk · Ulm · June · $30/hr", range(30., 30., "USD", Some(Hour))),
        ("52.000 Euro plus 1,5 % der Werft", range(52e3, 52e3, "EUR", Some(Year))),
        ("Contratto, retribuzione lorda\nmensile di 1.985,40 €", range(1985.4, 1985.4, "EUR", Some(Month))),
        ("CLT, R$ 8.500 a R$ 10.800", range(8500., 10800., "BRL", Some(Month))),
        ("Budget: 24 - 32 LPA", range(24e5, 32e5, "INR", Some(Year))),
        ("＜給与・待遇＞\n25万円～　賞与あり", (Some(25e4), None, "JPY", Some(Month))),
        ("17 hours per week, rate of pay between £14,000 and £16,000 pro rata", range(14e3, 16e3, "GBP", Some(Year))),
        ("20 hours per week £11,400 per annum", range(11400., 11400., "GBP", Some(Year))),
        (
            "Das Mindestentgelt beträgt laut Vertrag brutto EUR 2.614,30 im Monat.",
            (Some(2614.3), None, "EUR", Some(Month)),
        ),
        ("Fr. 205.– im Tag, dazu freie Kost", range(205., 205., "CHF", Some(Day))),
        ("Compenso: 68 euro lordi a giornata", range(68., 68., "EUR", Some(Day))),
        ("Convention de la mer : 2 240 € bruts mensuels pour 80 %", range(2240., 2240., "EUR", Some(Month))),
        ("Un salaire annuel de CHF 64 000 à 71 000 pour un 70 %", range(64e3, 71e3, "CHF", Some(Year))),
        ("We betalen € 2.050 per maand (voor 24 uur).", range(2050., 2050., "EUR", Some(Month))),
        ("Schaal: 10 (max. € 5.331 bij 36 uur), cao Zee", (None, Some(5331.), "EUR", Some(Month))),
        ("Oferecemos fixo de 3 mil reais por mês mais comissão.", range(3e3, 3e3, "BRL", Some(Month))),
        ("£36,900 a year incl. shift allowance", range(36900., 36900., "GBP", Some(Year))),
        ("20 hours a week – £14.20 per hour", range(14.2, 14.2, "GBP", Some(Hour))),
        ("Auf 100 % gerechnet sind es CHF 88'000 bis 102'000 im Jahr.", range(88e3, 102e3, "CHF", Some(Year))),
        ("Fee: £175 a day, invoiced by the week.", range(175., 175., "GBP", Some(Day))),
        ("Stipend: CA$62,500 per annum", range(62500., 62500., "CAD", Some(Year))),
        ("Dock · On board · ¥6.5M–¥9.2M / year", range(65e5, 92e5, "JPY", Some(Year))),
        ("$70k base + commission (OTE $120k)", range(7e4, 7e4, "USD", Some(Year))),
        ("Gratification : 4,35 € de l'heure", range(4.35, 4.35, "EUR", Some(Hour))),
        ("Compenso orario 9,50 € netti", range(9.5, 9.5, "EUR", Some(Hour))),
        ("時給1,200円〜（交通費別途）", (Some(1200.), None, "JPY", Some(Hour))),
        ("Earn up to £14 an hour", (None, Some(14.), "GBP", Some(Hour))),
        ("Pay: $118,000 – $133,000 + 15.4% super", range(118e3, 133e3, "AUD", Some(Year))),
    ] {
        assert_eq!(told(text), Some(salary(expected)), "{text}");
    }
}

#[test]
fn f3_other_money_is_no_pay() {
    for text in [
        "We raised $20M from the best.",
        "Wir zahlen 20 € im Monat für Sport.",
        "Our gross revenue of €500,000 a year",
        "Our gross margin of €20,000 to €30,000 per month is revenue of the shop.",
        "We raised $20,000,000 and pay a competitive salary.",
        "Competitive salary, a 1,000 € learning budget and a boat.",
        "A $2,000 home office stipend per year.",
        "€50 per month for sports.",
        "Salary reviewed yearly, with a bonus of $10,000.",
        "You will own $5M in revenue a year.",
        "Refer a friend and get €3,000.",
        "Our product costs $49 per month.",
        "A lesson with one of our tutors starts at $49 per hour.",
        "A flat in town is about €900 per month.",
        "Free housing and an allowance for travel, $900/month",
        "401k with $5,000 match per year",
        "Insurance of $50,000 per year",
        "Pay grade GS-14, TV-L E13 or E 6",
        "Experience selling to customers who pay $100k a year",
        "2M users, 40,000 sign-ups per month",
        "The maximum salary available for the GS pay system is $183,500.",
        "Relocation package of up to €8,000",
        "OTE $200,000 - $240,000",
        "We manage salaries worth $20,000,000,000 a year.",
        "Salary: ¥20,000 per month",
        "Salary of 60-70k",
        "TOP 10 salary in 2024",
        "Salary of Grade 4 Step 1 - $ to Step 10 $",
        "薪資：月薪 40,000 元",
        "We process payments of $100,000 - $150,000 per year for each client.",
        "Series B of €30.000.000",
        "We sold hulls, raised $60,000-$80,000, and weld.",
        "Deals of $50,000 - $80,000",
        "Gym membership, 15 Euro pro Stunde",
        "Boats of $60,000 to $300,000",
        "Gehalt 60-70k",
        "Annual training allowance: $1,500",
        "We sell hulls for €80,000 plus VAT.",
        "The pay is fair. Hulls cost €60,000 to €75,000.",
        "Una soldadura vale $260 pesos por hora de sueldo.",
        "Sueldo: $750.000",
        "💵 $ 145.000 en mano + comida",
        "We sold hulls for £60,000 plus 20 boats.",
        "CLT com vale de R$ 800 por mês",
        "The median income in our city is $80,000 a year, and so our salaries are fair.",
        "Our trust has fourteen boats and an income of about £118,000 a year.",
        "Screening, then a test (paid, ¥40,000), then a day with us.",
        "Our salaries are fair, and €50,000 for 10% of the yard",
        "Housing stipend: $1,000 a month",
        "We donate €50,000 per year to the lifeboats.",
        "We help families who earn under $40,000 a year.",
        "Members pay £12 per hour for the dock.",
        "Application fee: £300 a year",
        "A berth at the quay for the boats of all our guests £11,400 per annum",
        "We sold ¥600M–¥900M / year",
    ] {
        assert_eq!(told(text), None, "{text}");
    }
}

#[test]
fn f2_pay_in_lists_and_tables_is_read() {
    let item = |text: &str| draft().heading(1, "Welder").heading(2, "In short").item("30 days off").item(text).facts();
    let pay = |text: &str| item(text).salary.map(|field| (field.value.min, field.value.period));
    assert_eq!(pay("£41,000, the same for all of us"), Some((Some(41e3), Some(Year))));
    assert_eq!(pay("Was wir bieten: 18 € pro Stunde, jeden Freitag"), Some((Some(18.), Some(Hour))));
    assert_eq!(pay("Fee\t£2,650 a month plus board"), Some((Some(2650.), Some(Month))));
    assert_eq!(pay("£41,000 worth of steel"), None);
    assert_eq!(pay("Steel for £41,000, every month"), None);
    assert_eq!(pay("nach dem Tarif vom 15 mars 1966"), None);
    let labelled = |text: &str| draft().heading(1, "Welder").paragraph(text).facts().salary.map(|pay| pay.value.min);
    assert_eq!(labelled("Allowance: €650 per month for all interns"), Some(Some(650.)));
    assert_eq!(labelled("Travel allowance: €650 per month"), None);
}

#[test]
fn f2_bands_of_one_job_are_spanned_and_others_are_none() {
    let bands = |lines: &[&str]| {
        let mut fixture = draft().heading(1, "Welder").heading(2, "Compensation");
        for line in lines {
            fixture = fixture.item(line);
        }
        fixture.facts().salary.map(|field| (field.value.min, field.value.max, field.origin.line))
    };
    let span = Some((Some(14e4), Some(18e4), Some(5)));
    assert_eq!(bands(&["Zone 1: $150k – $180k", "Zone 2: $140k – $160k", "$2,000 for your desk"]), span);
    assert_eq!(bands(&["US: $150k – $180k", "UK: £90k – £110k"]), None);
    let hourly = Some((Some(30.), Some(40.), Some(5)));
    assert_eq!(bands(&["$30 – $40 an hour", "which is $62,000 – $83,000 a year"]), hourly);
    assert_eq!(bands(&["from $60,000", "Salary from $60,000"]), Some((Some(6e4), None, Some(5))));
    assert_eq!(bands(&["Helper: $20,000", "Director: $180,000"]), None);
}

#[test]
fn f1_what_is_given_is_completed_by_the_text_only_where_they_agree() {
    let given = |text: &str| {
        let ends = draft().key("salary_min", "60000").key("salary_max", "75000");
        ends.paragraph(text).facts().salary.map(|field| (field.value.currency, field.value.period)).expect("pay")
    };
    let code = |code: &str| Some(code.to_owned());
    assert_eq!(given("The salary is C$60,000 to C$75,000 per year."), (code("CAD"), Some(Year)));
    assert_eq!(given("The salary is paid in €."), (code("EUR"), Some(Year)));
    assert_eq!(given("Its salary is £ to £, before tax."), (code("GBP"), Some(Year)));
    assert_eq!(given("Salary in € or £."), (None, None));
    assert_eq!(given("We raised $20M."), (None, None));
    assert_eq!(given("We are in Berlin."), (None, None));
    let hourly =
        draft().key("uurloon", "14,90").paragraph("Wij vragen: een lasdiploma. Wij zorgen voor € 14,90 per uur.");
    let hourly = hourly.facts().salary.map(|field| field.value);
    assert_eq!(hourly, Some(salary(range(14.9, 14.9, "EUR", Some(Hour)))));
    let stands = draft().key("salary", "€60k-75k").paragraph("Your salary is $90,000 to $95,000 a year.");
    let stated = stands.facts().salary.map(|field| field.value);
    assert_eq!(stated, Some(salary(range(6e4, 75e3, "EUR", Some(Year)))));
    let listed =
        draft().entry("salary", super::super::fixture::map(&[("min", scalar("60000")), ("currency", scalar("huf"))]));
    let listed = listed.facts().salary.map(|field| field.value);
    assert_eq!(listed, Some(salary((Some(6e4), None, "HUF", None))));
}

#[test]
fn f3_a_part_of_pay_in_brackets_and_a_pay_grade_are_no_pay_of_their_own() {
    let pay = |text: &str| {
        draft().heading(1, "Welder").paragraph(text).facts().salary.map(|field| (field.value.min, field.value.max))
    };
    assert_eq!(pay("月給300,000円（内訳：基本給250,000円、職務手当50,000円）"), Some((Some(3e5), Some(3e5))));
    assert_eq!(
        pay("The salary is $90,000 a year (base salary $80,000, the rest for night shifts)."),
        Some((Some(9e4), Some(9e4)))
    );
    assert_eq!(pay("The salary is $80,000 a year (rising to $90,000 a year)."), Some((Some(8e4), Some(9e4))));
    assert!(draft().key("title", "Welder").key("salary", "WG-3703-10").facts().salary.is_none());
    assert_eq!(pay("Peruspalkka on 2508,42-3175,31 e/kk."), Some((Some(2508.42), Some(3175.31))));
}

#[test]
fn f1_the_name_of_the_job_or_a_word_about_pay_leads_to_it_wherever_they_stand() {
    let hourly = draft().heading(1, "Jobs").heading(2, "Dock welder for the night $20/hr (Monday - Wednesday)");
    let hourly = hourly.paragraph("You weld.").facts().salary.map(|field| field.value);
    assert_eq!(hourly, Some(salary(range(20., 20., "USD", Some(Hour)))));
    let below = |text: &str| {
        let asked = draft().heading(1, "Welder").heading(2, "You have").item("a steady hand").paragraph(text);
        asked.facts().salary.map(|field| field.value)
    };
    let led = "How much. $92,000 to $108,000 CAD, four weeks of vacation.";
    assert_eq!(below(led), Some(salary(range(92e3, 108e3, "CAD", Some(Year)))));
    assert_eq!(below("You sold hulls for $92,000 to $108,000."), None);
}
