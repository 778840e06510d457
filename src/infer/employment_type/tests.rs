//! What is said of employment, and what only sounds like it.

mod others;
mod shares;

use super::super::body::Body;
use super::super::fixture::{Fixture, draft};
use super::*;
use EmploymentType::{Contractor, FullTime, Intern, PartTime, Temporary, Volunteer};

#[test]
fn f2_short_values_are_read_in_several_languages() {
    for (text, kinds) in [
        ("FULL_TIME", vec![FullTime]),
        ("full-time", vec![FullTime]),
        ("Vollzeit oder Teilzeit", vec![FullTime, PartTime]),
        ("Full Time (40 h/week)", vec![FullTime]),
        ("Full-time, permanent", vec![FullTime]),
        ("Temps plein", vec![FullTime]),
        ("Contract / Freelance", vec![Contractor]),
        ("80–100%", vec![FullTime, PartTime]),
        ("Permanent employment", vec![]),
        ("Part-time position", vec![PartTime]),
        ("Full time.", vec![FullTime]),
        ("Permanent full-time position", vec![FullTime]),
        ("40 hours per week", vec![FullTime]),
        ("32 - 40 uur per week", vec![FullTime, PartTime]),
        ("20 Stunden/Woche", vec![PartTime]),
        ("Full-time, 37.5 hours a week", vec![FullTime]),
        ("80% - 100%", vec![FullTime, PartTime]),
        ("CDI, temps plein", vec![FullTime]),
        ("CDD", vec![Temporary]),
        ("正社員、契約社員", vec![FullTime, Temporary]),
        ("全职", vec![FullTime]),
        ("unbefristet", vec![]),
        ("Ausbildung", vec![]),
        ("Alternance", vec![]),
        ("0.8 - 1.0 FTE", vec![FullTime, PartTime]),
        ("0.4 full time equivalent; permanent", vec![PartTime]),
        ("50% position", vec![PartTime]),
        ("12-month fixed-term", vec![Temporary]),
        ("6 months, full-time", vec![FullTime]),
        ("アルバイト・インターン", vec![PartTime, Intern]),
        ("Heltid", vec![FullTime]),
        ("pełny etat", vec![FullTime]),
        ("Tidsbegränsad", vec![Temporary]),
        ("Permanent contract (40h)", vec![FullTime]),
        ("Vollzeit / Teilzeit ab 20 Stunden", vec![FullTime, PartTime]),
        ("Vollzeit, befristet auf 2 Jahre", vec![FullTime, Temporary]),
        ("CDI - 39h", vec![FullTime]),
        ("Full or part time", vec![FullTime, PartTime]),
        ("60 bis 100%", vec![FullTime, PartTime]),
        ("Magang", vec![Intern]),
    ] {
        assert_eq!(read(text), Employment { kinds, understood: true }, "{text}");
    }
    for text in [
        "jobs",
        "page",
        "post",
        "40",
        "Senior",
        "Internal",
        "24 hours",
        "12 FTE",
        "50% discount",
        "Temporary password",
        "168 hours per week",
    ] {
        assert_eq!(read(text), Employment { kinds: vec![], understood: false }, "{text}");
    }
}

#[test]
fn f2_behind_a_label_figures_are_days_or_hours_of_work() {
    for (text, expected) in [
        ("3 days a week", vec![PartTime]),
        ("2-3 days per week", vec![PartTime]),
        ("5 days a week", vec![FullTime]),
        ("37.5 per week", vec![FullTime]),
        ("Teilzeit", vec![PartTime]),
        ("3 days a week in the office", vec![]),
        ("3 per week", vec![]),
        ("9-18", vec![]),
    ] {
        assert_eq!(read_labelled(text).kinds, expected, "{text}");
    }
    assert_eq!(read("3 days a week").kinds, []);
}

#[test]
fn f1_titles_say_it_at_their_ends() {
    for (title, expected) in [
        ("Welder (Part-time)", Some(vec![PartTime])),
        ("Welder – Internship", Some(vec![Intern])),
        ("Software Engineering Intern", Some(vec![Intern])),
        ("Network Engineer 80 – 100% (m/w/d)", Some(vec![FullTime, PartTime])),
        ("Developer, 50-80%", Some(vec![PartTime])),
        ("Werkstudent Schweißen (m/w/d)", Some(vec![PartTime])),
        ("Full-Time Welder", Some(vec![FullTime])),
        ("Freelance Welder", Some(vec![Contractor])),
        ("Welder (6 month contract)", Some(vec![Contractor])),
        ("Schweißer:in (28-40h/Woche, 2 Jahre befristet)", Some(vec![FullTime, PartTime, Temporary])),
        ("Lasser 32 - 40 uur p/w Gouda", Some(vec![FullTime, PartTime])),
        ("溶接エンジニア（正社員）", Some(vec![FullTime])),
        ("Head of Freelance Sales", None),
        ("Volunteer Welder", Some(vec![Volunteer])),
        ("Volunteer Coordinator", None),
        ("Internship Program Manager", None),
        ("24h Hotline Agent", None),
        ("Contractor Management Lead", None),
        ("Internal Auditor", None),
        ("Contract Manager", None),
        ("Stage Designer", None),
        ("Grow sales by 37% lead", None),
        ("100% remote Welder", None),
        ("Master Internship Welding", Some(vec![Intern])),
        ("Welder 0.5 FTE", Some(vec![PartTime])),
        ("Stage M2 : soudure", Some(vec![Intern])),
        ("Head of Internships and Welding", None),
        ("Seasonal Welder", Some(vec![Temporary])),
        ("Contract Welder", Some(vec![Contractor])),
        ("Welder (6 month FTC)", Some(vec![Temporary])),
        ("Welder 40 hrs", Some(vec![FullTime])),
        ("Dock Schweißer 20 Std.", Some(vec![PartTime])),
        ("Welder 24h service", None),
        ("Stage soudeur (H/F)", Some(vec![Intern])),
        ("Smart Contract Welder", None),
        ("Contract Administrator", None),
        ("Stage Manager", None),
        ("溶接パートナー", None),
        ("Trainee Welder (Temporary to Permanent Contract)", Some(vec![Temporary])),
        ("Welder (Permanent Contract)", None),
        ("Welder, early stage", None),
        ("Welder", None),
    ] {
        assert_eq!(in_title(title), expected, "{title}");
    }
}

#[test]
fn f1_sentences_say_it_when_they_cannot_be_mistaken() {
    for (text, expected) in [
        ("Our yard wants a welder (freelance, six months) to join.", Some(vec![Contractor])),
        ("We are an early-stage de verdad, with more to come.", None),
        ("Employment for four years, at sea. Full-time. Pay by tariff.", Some(vec![FullTime])),
        ("This is a full-time position.", Some(vec![FullTime])),
        ("It is employment, not a scholarship. Full-time. Pay by tariff.", Some(vec![FullTime])),
        ("Both are full-time roles.", Some(vec![FullTime])),
        ("parttime (vanaf 24 uur) of fulltime", Some(vec![PartTime, FullTime])),
        ("0.8 FTE, all year round, permanent", Some(vec![PartTime])),
        ("Contrato sem termo, tempo completo (35 horas)", Some(vec![FullTime])),
        ("travel to ships, about 25%", None),
        ("Bonus: 25%", None),
        ("Pensum: 80%", Some(vec![PartTime])),
        ("Die Stelle ist in Vollzeit oder in Teilzeit zu besetzen.", Some(vec![FullTime, PartTime])),
        ("We hire on a contract basis.", Some(vec![Contractor])),
        ("Full time.", Some(vec![FullTime])),
        ("Gouda, Full-time, Steel", Some(vec![FullTime])),
        ("You work 32 to 40 hours a week.", Some(vec![FullTime, PartTime])),
        ("Work schedule:\nFull time", Some(vec![FullTime])),
        ("Contract type: fixed-term", Some(vec![Temporary])),
        ("We are looking for a full-time welder.", Some(vec![FullTime])),
        ("A full-time remote position awaits.", Some(vec![FullTime])),
        ("Flexibel, zowel op fulltime als op parttime basis", Some(vec![FullTime, PartTime])),
        ("You may work full-time or part-time.", Some(vec![FullTime, PartTime])),
        ("Die Stelle ist in Vollzeit zu besetzen.", Some(vec![FullTime])),
        ("Die Stelle ist auf zwei Jahre befristet.", Some(vec![Temporary])),
        ("Poste en CDD de 6 mois.", Some(vec![Temporary])),
        ("雇用形態：業務委託", Some(vec![Contractor])),
        ("This is an unpaid position.", Some(vec![Volunteer])),
        ("Wir suchen eine Schweißkraft auf geringfügiger Basis.", Some(vec![PartTime])),
        ("Für das Sommerpraktikum suchen wir eine Praktikumskraft.", Some(vec![Intern])),
        ("Poste ouvert pour un indépendant ou une indépendante.", Some(vec![Contractor])),
        ("Buscamos soldadores que colaboren como freelances.", Some(vec![Contractor])),
        ("The post is limited to 2 years.", Some(vec![Temporary])),
        ("We offer paid internships of twelve weeks.", Some(vec![Intern])),
        ("Vaga para estágio na doca.", Some(vec![Intern])),
        ("Carga horária: 20 horas semanais", Some(vec![PartTime])),
        ("Contract: Fixed-term 6 week contract (full-time)", Some(vec![Temporary, FullTime])),
        ("Extent: 100 % (39.5 hours/week)", Some(vec![FullTime])),
        ("Jornada: completa", Some(vec![FullTime])),
        ("The role is permanent and full time.", Some(vec![FullTime])),
        ("You will join us full-time in Ulm.", Some(vec![FullTime])),
        ("About 20 hours per week, flexible.", Some(vec![PartTime])),
        ("Wir suchen halbtags eine Schweißerin.", Some(vec![PartTime])),
        ("Wir suchen eine Werkstudentin für unser Team.", Some(vec![PartTime])),
        ("We need a seasonal welder.", Some(vec![Temporary])),
        ("The appointment is for one year, renewable.", Some(vec![Temporary])),
        ("This is a two-year postdoctoral position.", Some(vec![Temporary])),
        ("As a welding intern you will weld.", Some(vec![Intern])),
        ("You will spend the summer interning with us.", Some(vec![Intern])),
        ("La ou le stagiaire soude.", Some(vec![Intern])),
        ("All our roles are unpaid.", Some(vec![Volunteer])),
        ("Buscamos personas voluntarias.", Some(vec![Volunteer])),
        ("프리랜서 용접공을 찾습니다.", Some(vec![Contractor])),
        ("Anställningsform: Heltid", Some(vec![FullTime])),
        ("As a former intern you know us.", None),
        ("You see to subcontractor coordination.", None),
        ("You guide volunteers who weld.", None),
        ("Erfahrung durch ein Studium oder Praktikum in einer Werft.", None),
        ("Seasonal ships come in May.", None),
        ("The project is a two-year effort.", None),
        ("Parental leave is unpaid.", None),
        ("We are looking for full-stack welders.", None),
        ("Our cabinet is indépendant.", None),
        ("Maternity leave of six months.", None),
        ("A full-time remote team of welders.", None),
        ("Three years of full-time experience.", None),
        ("Two years of full-time job experience.", None),
        ("We have 40 full-time employees.", None),
        ("We are looking for a freelance welder.", Some(vec![Contractor])),
        ("We seek volunteers; we are looking for volunteers.", Some(vec![Volunteer])),
        ("Our freelance team welds at night.", None),
        ("We are looking for a lead to guide and mentor interns.", None),
        ("Volunteers run our harbour.", None),
        ("Interns report to you.", None),
        ("We offer part-time for parents later.", None),
        ("Die Stelle ist unbefristet.", None),
        ("Der Vertrag ist nicht befristet.", None),
        ("Reset the temporary password.", None),
        ("Remote or freelance work is not possible.", None),
        ("We don't hire freelancers.", None),
        ("You guide interns and volunteers.", None),
        ("You have completed an internship.", None),
        ("Contract: CDI", None),
        ("Es ist eine befristete Position in Teilzeit.", Some(vec![Temporary, PartTime])),
        ("Full- or part-time", Some(vec![FullTime, PartTime])),
        ("Our contracts with clients are long.", None),
        ("You save our users 40 hours per week.", None),
        ("Number of hours per week you worked (if part time)", None),
        ("契約社員から正社員登用あり", Some(vec![Temporary])),
        ("Former internship experience helps.", None),
        ("Internship", None),
        ("This is not a full-time position.", None),
        ("Our full time-keeping software.", None),
        ("You negotiate contracts.", None),
        ("", None),
    ] {
        let draft = draft().paragraph(text).build();
        assert_eq!(in_body(&Body::new(&draft)).map(|field| field.value), expected, "{text}");
    }
}

#[test]
fn f1_days_hours_and_ends_of_contracts_say_it_as_well() {
    // A wide space before the one that parts them.
    assert_eq!(draft().paragraph("base 地\u{3000} 100 % 12").facts().employment_type, None);
    for (text, expected) in [
        ("A three-day-a-week post by the river.", Some(vec![PartTime])),
        ("There is an opening for a part-time welder.", Some(vec![PartTime])),
        ("A full-time post by the river.", Some(vec![FullTime])),
        ("Contratto full-time a tempo indeterminato.", Some(vec![FullTime])),
        ("Contrato efetivo, tempo completo (38 horas), só de dia", Some(vec![FullTime])),
        ("CDI 37h sur cinq jours, sans astreinte.", Some(vec![FullTime])),
        ("CDI 30h", Some(vec![PartTime])),
        ("Poste à 80 %.", Some(vec![PartTime])),
        ("The contract runs for a year.", Some(vec![Temporary])),
        ("Contrato a plazo fijo.", Some(vec![Temporary])),
        ("CDD 12 mois", Some(vec![Temporary])),
        ("Trabajas con recibos verdes.", Some(vec![Contractor])),
        ("This role is available full-time and contract.", Some(vec![FullTime, Contractor])),
        ("Full-time or contract basis", Some(vec![FullTime, Contractor])),
        ("This is a full-time position or contract negotiation.", Some(vec![FullTime])),
        ("Stage 2: 38–40 tons.", None),
        ("Come to the yard 2-3 days a week.", None),
        ("Our four-day week is for all.", None),
        ("We know CDI 2.0 and JSF.", None),
    ] {
        let draft = draft().paragraph(text).build();
        assert_eq!(in_body(&Body::new(&draft)).map(|field| field.value), expected, "{text}");
    }
}

#[test]
fn f1_what_an_employer_says_of_itself_counts_where_it_says_who_is_sought() {
    for (text, expected) in [
        ("We are looking for a welder while one of us is on maternity leave.", Some(vec![Temporary])),
        ("Poste à pourvoir à Brest, à temps plein.", Some(vec![FullTime])),
        ("Half of us work full-time.", None),
        ("Jane began as an intern.", None),
    ] {
        let draft = draft().heading(2, "About us").paragraph(text).build();
        assert_eq!(in_body(&Body::new(&draft)).map(|field| field.value), expected, "{text}");
    }
}

#[test]
fn f1_front_matter_says_it_under_keys_and_values_that_mean_nothing_else() {
    for (key, value, expected) in [
        ("full_time", "true", Some(vec![FullTime])),
        ("internship", "yes", Some(vec![Intern])),
        ("time", "Full-time Position", Some(vec![FullTime])),
        ("meta", "Ulm · Full-time", Some(vec![FullTime])),
        ("full_time", "false", None),
        ("layout", "full", None),
        ("stage", "2", None),
    ] {
        let facts = draft().key("title", "Welder").key(key, value).facts();
        assert_eq!(facts.employment_type.map(|field| field.value), expected, "{key}: {value}");
    }
    let facts = draft().key("title", "Welding Intern").key("employment_type", "Full-time").facts();
    assert_eq!(facts.employment_type.map(|field| field.value), Some(vec![FullTime, Intern]));
}

#[test]
fn f1_how_much_one_works_adds_to_how_long() {
    let kinds = |first: &str, then: &str| {
        let draft = draft().item(first).item(then).build();
        in_body(&Body::new(&draft)).map(|field| field.value)
    };
    assert_eq!(kinds("Fixed-term contract", "Full-time"), Some(vec![Temporary, FullTime]));
    assert_eq!(kinds("Full-time position", "This is an unpaid position."), Some(vec![FullTime]));
}

#[test]
fn f1_a_heading_says_it_behind_its_last_comma_or_dash() {
    for (heading, expected) in [
        ("Hull Works, Regular Full-Time", Some(vec![FullTime])),
        ("Dock 4 - Teilzeit", Some(vec![PartTime])),
        ("Full-time", None),
        ("Learning, full-time fun", None),
    ] {
        let draft = draft().heading(2, heading).build();
        assert_eq!(in_body(&Body::new(&draft)).map(|field| field.value), expected, "{heading}");
    }
}

#[test]
fn f3_a_heading_of_many_words_about_hours_says_nothing_of_the_job() {
    let draft = draft().heading(3, "To help welders to schedule 28 hours of work per week per welder").build();
    assert_eq!(in_body(&Body::new(&draft)), None);
}

#[test]
fn f3_intern_is_no_internship_where_it_says_that_colleagues_are_sought() {
    let kinds = |title: &str, text: &str| {
        draft().heading(1, title).paragraph(text).facts().employment_type.map(|field| field.value)
    };
    let german = "Wir suchen jemanden, der mit uns in der Werft schweißt und die Nähte prüft.";
    assert_eq!(kinds("Schweißer (intern!)", german), None);
    assert_eq!(kinds("Marketing Intern", german), Some(vec![Intern]));
    assert_eq!(
        kinds("Welder (intern)", "We are looking for somebody who welds with us in the yard."),
        Some(vec![Intern])
    );
}

fn kinds(fixture: Fixture) -> Vec<EmploymentType> {
    fixture.facts().employment_type.map(|field| field.value).unwrap_or_default()
}

#[test]
fn f3_shares_and_short_words_of_other_matters_say_nothing_of_employment() {
    for text in [
        "Mathematics, at least 70%",
        "Plan of the dock, 15 days, 20%",
        "Contrato a término indefinido",
        "Potential for full-time position upon successful completion",
        "We are looking for a Volunteer Coordinator",
        "Erfahrung, gern auch ehrenamtlich",
    ] {
        assert_eq!(kinds(draft().heading(2, "More").item(text)), [], "{text}");
    }
    let asked = draft().heading(2, "Requirements").item("Practical work on hulls, paid or as a volunteer");
    assert_eq!(kinds(asked), []);
    assert_eq!(kinds(draft().key("title", "Welder").key("country", "PT").paragraph("We weld.")), []);
}

#[test]
fn f1_a_piece_between_bars_and_a_clause_behind_a_label_say_it() {
    for (text, expected) in [
        ("Ulm • Local 4471 of the Union of Welders and Riggers • Permanent Part-time", vec![PartTime]),
        ("Job Family: Welding | Time Type: Full time", vec![FullTime]),
        ("Full-time contributor · paid in hulls", vec![FullTime]),
        ("Hours: 22.5 a week, including one Saturday in four", vec![PartTime]),
        ("Contract: permanent, 37.5 hours incl. some weekends", vec![FullTime]),
        ("Permanent 100 % position, core time 9–14.", vec![FullTime]),
        (
            "Temps complet. On soude un samedi sur deux, avec la mutuelle, le train et les repas de midi.",
            vec![FullTime],
        ),
        ("We're looking for a friendly welder for 21 hours a week, to include two evenings.", vec![PartTime]),
        ("This is a 12-month parental leave role.", vec![Temporary]),
        ("Wir suchen eine Schweißerin zu 60–80 %.", vec![PartTime]),
        ("Varvet söker en svetsare på 75–100 %. Tjänsten är tillsvidare.", vec![FullTime, PartTime]),
        ("L'orario è di 20 ore settimanali, dalle 14 alle 18.", vec![PartTime]),
        ("Shift: Continental, 12 hours, days and nights", vec![]),
        ("A welder at 80 % of the speed of others.", vec![]),
    ] {
        assert_eq!(kinds(draft().heading(1, "Welder").paragraph("We weld.").paragraph(text)), expected, "{text}");
    }
    assert_eq!(kinds(draft().key("title", "Welder").key("uren", "32 - 40")), [FullTime, PartTime]);
    let hours = || draft().heading(1, "Welder").paragraph("Hours: 20 per week");
    assert_eq!(kinds(hours().paragraph("This is a contract position.")), [PartTime, Contractor]);
    assert_eq!(kinds(hours().paragraph("The position is limited to two years.")), [PartTime, Temporary]);
    assert_eq!(kinds(draft().key("title", "Welder").key("status", "Full-time, unionized")), [FullTime]);
}
