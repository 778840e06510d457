//! What is said of employment, and what only sounds like it.

use super::super::body::Body;
use super::super::fixture::draft;
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
        ("50% position", vec![PartTime]),
        ("12-month fixed-term", vec![Temporary]),
        ("6 months, full-time", vec![FullTime]),
        ("アルバイト・インターン", vec![PartTime, Intern]),
        ("Heltid", vec![FullTime]),
        ("pełny etat", vec![FullTime]),
        ("Tidsbegränsad", vec![Temporary]),
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
        ("Welder", None),
    ] {
        assert_eq!(in_title(title), expected, "{title}");
    }
}

#[test]
fn f1_sentences_say_it_when_they_cannot_be_mistaken() {
    for (text, expected) in [
        ("This is a full-time position.", Some(vec![FullTime])),
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
