//! Which days of a text are its own.

use crate::infer::fixture::draft;

fn dates(text: &str) -> (Option<String>, Option<String>) {
    let facts = draft().heading(1, "Welder").paragraph(text).facts();
    (facts.posted.map(|field| field.value.to_string()), facts.closes.map(|field| field.value.to_string()))
}

#[test]
fn f1_a_sentence_says_until_when_one_may_apply() {
    for text in [
        "Please apply by 31 March 2024, and send a seam of yours.",
        "Applications close on Sunday, March 31st, 2024 at 23:59 CET.",
        "Applications go to Ann at the dock. They close COB 31/3/2024, but we talk as they come in.",
        "Dossier bis 31. März 2024 über das Portal der Werft.",
        "Dossier à renvoyer pour le 31 mars 2024 au chantier.",
        "CVs in by 31 March 2024, please.",
        "The deadline for applications is 31 March 2024.",
        "Deadline: 2024-03-31",
        "Sluitingsdatum van deze vacature; 31 maart 2024",
        "Please write by the end of March 2024.",
        "Bewerbungen bitte bis Ende März 2024.",
        "Envoyez votre CV avant fin mars 2024.",
        "Cierre de postulaciones: 31 de marzo de 2024",
        "Send a PDF (under 10 MB) and a few lines to Ann by Sunday 31 March 2024.",
        "Closing date: Sun 31 Mar. 2024",
        "CV with a photo of a seam to ann@example.com before 31/03/2024.",
        "We'll close this off on 31 March 2024 or when we find a welder.",
        "You start on 1 May 2024. Apply before 31/03/2024!",
        "Send us your CV until 31.03.2024.",
        "Bewerbungsschluss ist der 31. März 2024.",
        "Bitte schicke uns deine Bewerbung bis zum 31. März 2024 an Ann.",
        "Date limite de candidature : 31 mars 2024",
        "Envoyez votre CV avant le 31 mars 2024.",
        "Fecha límite: 31 de marzo de 2024",
        "Envía tu CV hasta el 31 de marzo de 2024.",
        "Stuur je cv uiterlijk 31 maart 2024.",
        "Interesse? Stuur voor 31 maart 2024 een motivatie en eventueel je cv naar ons.",
        "Inscrições até 31 de março de 2024",
        "応募締切：2024年3月31日",
        "截止日期：2024年3月31日",
        "截止到 2024 年 3 月 31 日。",
        "마감일: 2024년 3월 31일",
        "Applications will be accepted through March 31st, 2024.",
        "Solliciteer uiterlijk 31 maart 2024",
        "As inscrições vão até o dia 31/03/2024.",
        "Sista ansökningsdag: 31 mars 2024",
        "Ansøgningsfrist: 31. marts 2024",
        "Termin składania aplikacji: 31 marca 2024",
        "Bewerbungsfrist bis zum 31. März 2024",
        "Les candidatures sont ouvertes jusqu'au 31 mars 2024.",
        "El plazo finaliza el 31 de marzo de 2024.",
        "As candidaturas estão abertas até 31 de março de 2024.",
        "Le candidature scadono il 31 marzo 2024.",
        "The position remains open until 31 March 2024.",
        "Bewerbungen mit Zeugnissen und einer Naht bitte bis 31. März 2024 an Ann.",
        "SVP répondre d'ici 11h59, heure de Brest, le 31 mars 2024, en envoyant un message.",
        "Termin na wysłanie dokumentów: niedziela, 31 marca 2024 roku.",
        "Vamos receber currículos até o dia 31/03/2024.",
        "Vous avez jusqu'au 31 mars 2024 pour postuler.",
        "[9] 応募締切\n2024年3月31日まで。書類選考の上、面接を実施します。",
        "Recibiremos solicitudes hasta el 31/03/2024.",
        "Le candidature devono pervenire entro il 31 marzo 2024.",
        "Please return the application form to Ann,\nann@hullwerk.example,\nby Sunday 31st March 2024.",
        "One PDF (motivation letter, two seams) by 31.03.2024 to Ann.",
        "We close the form on 31 March 2024.",
        "Closing Sunday 31 March 2024.",
        "Send your application to Ann, latest on 31 March 2024.",
        "Bewerbungen samt Zeugnissen sind bis längstens Sonntag, 31.3.2024, einzubringen.",
        "Candidatures à adresser à Ann, pour le dimanche 31/03/2024 au plus tard.",
        "Send your CV on 31 March 2024 at the latest.",
        "Deine Bewerbung schickst du am 31. März 2024 spätestens.",
        "Vigencia: 31 de marzo de 2024",
        "Reageren: t/m zondag 31 maart 2024",
        "Délai: 31 mars 2024",
        "Scrivere a Ann entro il 31/03/2024.",
        "Vänta inte till sista dagen som är den 31 mars 2024.",
        "CV prosimy przesyłać na adres doku do 31 marca 2024 r.",
        "Expressions of interest close 5pm, Sunday 31 March 2024.",
        "Interessierte melden sich bis 31. März 2024 bei Ann.",
        "Les candidatures seront reçues jusqu'au 31 mars 2024 inclus.",
        "Le domande vanno presentate entro le ore 12 del 31 marzo 2024.",
        "서류 접수: 2024년 3월 31일까지",
    ] {
        assert_eq!(dates(text), (None, Some("2024-03-31".to_owned())), "{text}");
    }
}

#[test]
fn f1_a_line_says_since_when_a_posting_is_open() {
    for text in [
        "Posted on March 1, 2024 by Ann",
        "*Published: 2024-03-01*",
        "Job Posting: Mar 1, 2024",
        "Publié le 1er mars 2024",
        "Inserat vom 1. März 2024.",
        "Veröffentlicht am 1. März 2024",
        "(annonce mise en ligne le 1er mars 2024)",
        "Ulm, den 1. März 2024",
        "Recife, 1 de março de 2024.",
        "Hullheim an der Naht, am 1. März 2024",
        "Posting opened 2024年3月1日.",
        "Posted by: ann_welder » Fri Mar 01, 2024 9:14 pm",
        "Eröffnet am 1. März 2024 von @ann",
        "ann opened this issue on Mar 1, 2024",
        "Bekanntmachung vom 1. März 2024",
        "Aangemaakt op 1 maart 2024",
        "Oferta publicada a 1 de março de 2024",
    ] {
        assert_eq!(dates(text), (Some("2024-03-01".to_owned()), None), "{text}");
    }
    let both = (Some("2024-03-01".to_owned()), Some("2024-03-31".to_owned()));
    assert_eq!(dates("Applications are open from 1 March 2024 to 31 March 2024."), both);
    assert_eq!(dates("Applications open on 1 March 2024 and close on 31 March 2024."), both);
    assert_eq!(dates("応募受付期間：2024年3月1日〜2024年3月31日"), both);
    assert_eq!(dates("募集期間：2024年3月1日～3月31日"), both);
    assert_eq!(dates("Applications are open from 1 March 2024 to 31 March."), both);
    assert_eq!(dates("Período de inscrição: 01/03/2024 a 31/03/2024").1, both.1);
}

#[test]
fn f2_a_heading_about_the_deadline_or_another_date_tells_more() {
    let below = |heading: &str, text: &str| {
        let facts = draft().heading(1, "Welder").heading(2, heading).paragraph(text).facts();
        facts.closes.map(|field| field.value.to_string())
    };
    let expected = Some("2024-03-31".to_owned());
    assert_eq!(below("Deadline", "31 March 2024. We read what you send from then on."), expected);
    assert_eq!(below("[16] 応募締切", "2024年3月31日まで。その後、面接をする。"), expected);
    assert_eq!(below("How we work to a deadline of others", "31 March 2024 was one."), None);
    assert_eq!(below("Deadline", "We have none. We began on 31 March 2024."), None);
    let told = draft().heading(1, "Welder").key("description", "Welder (Ulm) - Closes: 31-03-2024").facts();
    assert_eq!(told.closes.map(|field| field.value.to_string()), expected);
    let range = "Applications are open from 03/04/2024 to 15/04/2024.";
    assert_eq!(dates(range), (Some("2024-04-03".to_owned()), Some("2024-04-15".to_owned())));
}

#[test]
fn f3_other_days_are_none_of_the_postings() {
    for text in [
        "Created by Ann, last modified on 1 March 2024",
        "Start date: 1 April 2024",
        "Eintritt ab 1. April 2024",
        "The position is to be filled by 1 April 2024.",
        "Interviews take place until 15 April 2024.",
        "We were founded on March 3, 2014.",
        "Die Stelle ist befristet bis zum 31.12.2025.",
        "You begin no later than 1 April 2024.",
        "截至2024年3月31日，我们有三艘船。",
        "Your contract runs until 31 December 2025.",
        "We ship within tight deadlines. Version 2024.03.31 is out.",
        "Apply by e-mail. We have built ships since 3 May 2004.",
        "Apply by 31 March.",
        "Apply by March 2024.",
        "Our paper, published on March 3, 2020, is about seams.",
        "Our dock remains open, and you weld until 31 March 2024.",
        "The harbour closes in winter; work starts on 1 April 2024.",
        "Applications close when it is filled, work starts on 1 April 2024.",
        "Applications close soon; 5 of 2000 seams from 1 May 2024 on.",
        "Die Bewerbungsgespräche finden am 3. April 2024 statt.",
        "Interviews in Ulm, 1 April 2024",
        "Start: Ulm, 1 April 2024",
        "We launch on 31 March 2024 at the latest.",
        "Freitag, den 1. März 2024",
        "Our shop closes Sunday 31 March 2024 for a refit.",
        "Your permit must be valid until 31 March 2024.",
        "Wir melden uns bis zum 31. März 2024 bei allen.",
        "Contratto fino al 31/03/2024. Scrivere a Ann.",
        "We weld until the twenty-first of March 2024.",
        "Apply before the twenty-first of March 2024.",
        "Apply for the first March of 2024.",
        "Our form is in the dock,\nit closes a gap,\nby 31 March 2024.",
        "You weld until the end of March 2024.",
        "Two weeks after the closing date.\nFirst day of work: 15 April 2024.",
        "Send hulls over the sea by 31 March 2024.",
    ] {
        assert_eq!(dates(text), (None, None), "{text}");
    }
    let code = draft().heading(1, "Welder").code("Apply by 31 March 2024").facts();
    assert!(code.closes.is_none());
}

#[test]
fn f1_the_first_of_a_month_may_be_in_words() {
    for text in [
        "Apply before the first of May 2024.",
        "Bitte schicke uns deine Bewerbung bis zum ersten Mai 2024.",
        "Envía tu CV hasta el primero de mayo de 2024.",
        "Envoyez votre CV avant le premier mai 2024.",
    ] {
        assert_eq!(dates(text), (None, Some("2024-05-01".to_owned())), "{text}");
    }
}

#[test]
fn i4_the_date_of_other_languages_is_a_key_of_front_matter_where_it_is_a_day() {
    let posted = |key: &str, value: &str| {
        let facts = draft().key("title", "Welder").key(key, value).paragraph("We weld.").facts();
        facts.posted.map(|field| field.value.to_string())
    };
    assert_eq!(posted("data", "14.10.2024").as_deref(), Some("2024-10-14"));
    assert_eq!(posted("dato", "14. oktober 2024").as_deref(), Some("2024-10-14"));
    assert_eq!(posted("data", "hulls.csv"), None);
}

#[test]
fn f3_a_day_that_reads_both_ways_is_a_warning() {
    let (facts, diagnostics) = draft().heading(1, "Welder").paragraph("Closing date: 03/04/2024").infer();
    assert!(facts.closes.is_none());
    let told: Vec<_> = diagnostics.iter().map(|d| (d.code, d.message.as_str())).collect();
    assert_eq!(told, [("unreadable-date", "`03/04/2024` can be day and month or month and day")]);
}

#[test]
fn f3_a_day_without_its_year_is_the_first_after_the_posting_was_published() {
    let closes = |posted: &str, text: &str| {
        let facts = draft().key("title", "Welder").key("posted", posted).paragraph(text).facts();
        facts.closes.map(|field| field.value.to_string())
    };
    for (posted, text, expected) in [
        ("2026-03-18", "By April 17, send a resume and a seam to Ann.", "2026-04-17"),
        ("2026-12-06", "Applications close on January 10.", "2027-01-10"),
        ("2026-05-12", "Bewirb dich bis zum 14. Juni mit einer Naht.", "2026-06-14"),
        ("2026-05-12", "Bewirb dich bis 14.6. mit einer Naht.", "2026-06-14"),
        ("2026-09-14", "Envía tu CV antes del domingo 11 de octubre.", "2026-10-11"),
        ("2026-04-10", "履歴書を4月30日（木）必着でお送りください。", "2026-04-30"),
    ] {
        assert_eq!(closes(posted, text).as_deref(), Some(expected), "{text}");
    }
    let told = dates("Apply by April 17 with a seam.\nPosted on March 18, 2026");
    assert_eq!(told, (Some("2026-03-18".to_owned()), Some("2026-04-17".to_owned())));
    for text in [
        "If this is you, write to ann@example.com until April 30.",
        "Wer bis 30. April schreibt, ist dabei: jobs@example.com",
        "On vous lit jusqu'au 30 avril : jobs@example.com",
        "A CV to me by 30 April would be lovely: ann@example.com.",
    ] {
        assert_eq!(closes("2026-04-10", text).as_deref(), Some("2026-04-30"), "{text}");
    }
    for text in
        ["We are closed until 30 April, ann@example.com reads no mail.", "See the yard until 30 April: ann@example.com"]
    {
        assert_eq!(closes("2026-04-10", text), None, "{text}");
    }
    for (posted, text) in [
        ("2026-12-06", "Applications close on November 10."),
        ("2026-01-06", "Send a resume to Ann. Work starts by March 1."),
        ("2026-01-06", "Apply by February 30."),
    ] {
        assert_eq!(closes(posted, text), None, "{text}");
    }
}

#[test]
fn f1_words_behind_a_day_make_it_the_last_one() {
    for text in [
        "応募は2026年3月14日までにお願いします。",
        "履歴書は2026年3月14日（土）23:59必着です。",
        "简历请在2026年3月14日之前发至 Ann。",
    ] {
        assert_eq!(dates(text), (None, Some("2026-03-14".to_owned())), "{text}");
    }
    for text in ["船は2026年3月14日までにできます。", "2026年3月14日に会社を設立しました。"]
    {
        assert_eq!(dates(text), (None, None), "{text}");
    }
}

#[test]
fn f1_what_is_until_a_day_in_the_section_about_applying_is_applying() {
    let closes_below = |heading: &str, text: &str| {
        let facts = draft().heading(1, "Welder").heading(2, heading).paragraph(text).facts();
        facts.closes.map(|field| field.value.to_string())
    };
    let closes = |text: &str| closes_below("How to apply", text);
    let expected = Some("2026-05-15".to_owned());
    assert_eq!(closes_below("Postula", "Hasta el 15.05.2026, llenando este formulario."), expected);
    assert_eq!(closes_below("Equipo", "Hasta el 15.05.2026, en el taller."), None);
    assert_eq!(closes("A seam in one box, before 15/05/2026."), expected);
    assert_eq!(closes("Until midnight, Friday 15/05/26: a seam."), expected);
    for text in [
        "Interviews take place by 15 May 2026.",
        "It is kept by a clerk whom Ann appointed on 15 May 2026.",
        "You begin before 15 May 2026.",
    ] {
        assert_eq!(closes(text), None, "{text}");
    }
}

#[test]
fn f3_the_country_tells_whether_the_day_or_the_month_stands_first() {
    let posted = |place: &str| {
        let facts = draft().key("title", "Welder").key("location", place).paragraph("Posted: 3/4/2026").facts();
        let listed = draft().key("title", "Welder").key("location", place).key("listed", "3/4/2026").facts();
        [facts.posted, listed.posted].map(|field| field.map(|field| field.value.to_string()))
    };
    let both = |day: &str| [Some(day.to_owned()), Some(day.to_owned())];
    assert_eq!(posted("Tulsa, OK, United States"), both("2026-03-04"));
    assert_eq!(posted("Dunedin, New Zealand"), both("2026-04-03"));
    assert_eq!(posted("Toronto, Canada"), [None, None]);
    let paid = |pay: &str| {
        let facts = draft().heading(1, "Welder").paragraph("Posted: 3/4/2026").paragraph(pay).facts();
        facts.posted.map(|field| field.value.to_string())
    };
    assert_eq!(paid("Salary: £31,000 a year").as_deref(), Some("2026-04-03"));
    assert_eq!(paid("Salary: $31,000 a year"), None);
}

#[test]
fn f1_a_day_above_the_text_is_that_of_the_posting() {
    let posted = |head: &str| {
        let facts = draft().heading(1, "Welder").paragraph(head).paragraph("We weld.").facts();
        facts.posted.map(|field| field.value.to_string())
    };
    for head in ["Hullwerk\n2024年3月1日", "March 1, 2024", "1. März 2024"] {
        assert_eq!(posted(head).as_deref(), Some("2024-03-01"), "{head}");
    }
    for head in ["Start:\nMarch 1, 2024", "Since March 1, 2024", "March 1, 2024 was a good day"] {
        assert_eq!(posted(head), None, "{head}");
    }
}

#[test]
fn f1_a_plan_has_its_days_before_what_happens_on_them() {
    let dates = |items: &[&str]| {
        let facts = items.iter().fold(draft().heading(1, "Welder"), |draft, item| draft.item(item)).facts();
        [facts.posted, facts.closes].map(|field| field.map(|field| field.value.to_string()))
    };
    let day = |day: &str| Some(day.to_owned());
    let plan = ["1 March 2024: applications open", "31 March 2024 – applications close", "9 April 2024: interviews"];
    assert_eq!(dates(&plan), [day("2024-03-01"), day("2024-03-31")]);
    assert_eq!(dates(&["2024年3月31日：応募締切", "2024年4月9日：面接"]), [None, day("2024-03-31")]);
    assert_eq!(dates(&["31 March 2024: interviews", "March 2024: deadline", "Deadline: rolling"]), [None, None]);
}

#[test]
fn f1_a_last_day_may_stand_below_the_line_or_behind_a_first_one() {
    for text in [
        "O concurso encontra-se aberto no período compreendido entre 01/03/2024 e 31/03/2024.",
        "Posted on 1 March 2024, until 31 March 2024.",
        "Affiché le 1er mars 2024, jusqu'au 31 mars 2024 inclusivement.",
    ] {
        assert_eq!(dates(text), (Some("2024-03-01".to_owned()), Some("2024-03-31".to_owned())), "{text}");
    }
    for text in [
        "Applications are open from 1 to 31 March 2024.",
        "Inscripciones del 1 al 31 de marzo de 2024.",
        "Candidature par courriel, au plus tard le dimanche\n31 mars 2024.",
        "Ihre Unterlagen erbitten wir\nüber das Portal bis 31.03.2024.",
        "Applications received after 31 March 2024 are not read.",
        "We read letters as they come, but no applications will be accepted after March 31st, 2024.",
        "Bewerbungszeitraum: 1. bis 31. März 2024",
        "Affichage : du 1 au 31 mars 2024",
        "Selezioniamo fino al 31/03/2024.",
        "Solliciteer ten laatste op 31.03.2024 via het formulier.",
        "CV prosimy wysłać do 31 marca 2024 r. na nasz adres.",
        "応募締切：令和6年3月31日",
        "Interesse? Laat voor 31 maart 2024 iets weten via dit formulier.",
        "Cerramos el proceso el 31 de marzo de 2024.",
        "Closes\t23:59 on Sunday 31 March 2024",
    ] {
        assert_eq!(dates(text), (None, Some("2024-03-31".to_owned())), "{text}");
    }
    for text in [
        "Hulls received after 31 March 2024 are painted elsewhere.",
        "The trial runs from 1 to 31 March 2024.",
        "Deadline: rolling\n31 March 2024 is a holiday.",
    ] {
        assert_eq!(dates(text), (None, None), "{text}");
    }
    let advertised = ("2024-03-31", "We weld on the dock. Advert published on 31 March 2024.");
    assert_eq!(dates(advertised.1).0.as_deref(), Some(advertised.0));
    assert_eq!(dates("Our report, published on 31 March 2024, is long.").0, None);
}
