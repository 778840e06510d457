mod composed;

use super::super::fixture::draft;
use super::*;

#[test]
fn f1_sentences_say_it_when_they_cannot_be_mistaken() {
    use Remote::{Full, Hybrid, No};
    for (text, expected) in [
        ("Acme is a fully remote company.", Some(Full)),
        ("We're a small, fully remote team.", Some(Full)),
        ("Fully remote, but able to meet once a week", Some(Full)),
        ("This role is remote.", Some(Full)),
        ("Work from anywhere in Europe.", Some(Full)),
        ("This is a hybrid role with two days in the office.", Some(Hybrid)),
        ("Dieser Job ist vollständig remote.", Some(Full)),
        ("This position is on-site in Ulm.", Some(No)),
        ("This is not a remote position.", Some(No)),
        ("Previous experience working remotely.", None),
        ("You have experience in a fully remote team.", None),
        ("Work from anywhere for four weeks a year.", None),
        ("Our software gives remote access to pumps.", None),
        ("We build tools for our customers, fully remote or not.", None),
        ("Hybrid cloud and remote sensing.", None),
        ("We are not fully remote.", None),
        ("A remote island.", None),
        ("The post is home based, with three journeys to Ulm a year.", Some(Full)),
        ("Welders draw their seams from a home office anywhere in Canada.", Some(Full)),
        ("Wir arbeiten komplett verteilt.", Some(Full)),
        ("Das Büro steht dort, wo dein Laptop steht.", Some(Full)),
        ("Praca w pełni zdalna", Some(Full)),
        ("The onboarding is remote.", None),
        ("Flexible hours and remote work options.", Some(Hybrid)),
        ("Flexible Arbeitszeiten und Homeoffice", Some(Hybrid)),
        ("Deux jours de télétravail par semaine", Some(Hybrid)),
        ("Thuis werken kan ook altijd.", Some(Hybrid)),
        ("Modelo híbrido, 3x por semana no escritório.", Some(Hybrid)),
        ("Two days a week in our Ulm office, the others where you like.", Some(Hybrid)),
        ("There is no work from home.", Some(No)),
        ("Praca zdalna lub w Ulm", Some(Full)),
        ("Dias de home office flexíveis", Some(Hybrid)),
        ("Vaga remota para todo o Brasil", Some(Full)),
        ("フルリモート勤務です", Some(Full)),
        ("Puesto presencial: trabajo presencial en Lima", Some(No)),
        ("The welder works on-site full-time.", Some(No)),
        ("Homeoffice ist leider nicht möglich.", Some(No)),
        ("Remote or freelance work is not possible.", Some(No)),
        ("We work in the office 2-3 days per week, and remotely on the others.", Some(Hybrid)),
        ("You come to the office twice a week.", Some(Hybrid)),
        ("We are in the office five days a week.", Some(No)),
        ("Questions reach the office 50 times a day.", None),
        ("This is an on site, full-time position.", Some(No)),
        ("This is a full-time, in-person (Ulm, Germany) position.", Some(No)),
        ("The role is part-time (three days a week) and on site.", Some(No)),
        ("You run a globally distributed database.", None),
        ("Die Stelle ist vor Ort in Ulm.", Some(No)),
        ("A job with an on-site gym.", None),
        ("Kantine vor Ort.", None),
        ("You weld on-site at our customers.", None),
        ("We don't offer remote work for this role.", Some(No)),
        ("You'll lead a remote team of ten.", None),
        ("You monitor pumps remotely.", None),
        ("We worked remotely during the pandemic.", None),
        ("Option to work remotely", Some(Hybrid)),
        ("Remote work cannot be offered.", Some(No)),
        ("A home office budget and a bicycle.", None),
        ("Remote: the future of work.", None),
        ("Working with remote teams and remote servers.", None),
        ("Candidates interview remotely.", None),
        ("Possibilidade de trabalho remoto", Some(Hybrid)),
        ("Telework is available up to three days per week.", Some(Hybrid)),
        ("We have no office: everybody works from home.", Some(Full)),
        ("Remote workers welcome.", Some(Full)),
        ("Arbeite, von wo du willst.", Some(Full)),
        ("Trabalhe de qualquer lugar", Some(Full)),
        ("Équipe 100% distribuée", Some(Full)),
        ("Two days home office a week", Some(Hybrid)),
        ("Flexible remote arrangement, as needed", Some(Hybrid)),
        ("Möglichkeit, von zu Hause zu arbeiten", Some(Hybrid)),
        ("Remote partiel possible", Some(Hybrid)),
        ("Je werkt twee dagen per week thuis", Some(Hybrid)),
        ("Möjlighet att jobba hemifrån", Some(Hybrid)),
        ("週2日リモート", Some(Hybrid)),
        ("Die Arbeit findet vor Ort statt.", Some(No)),
        ("We do not offer remote work.", Some(No)),
        ("不接受远程", Some(No)),
        ("Hulls for remote villages and comunidades remotas", None),
        ("When storms strike anywhere in the world, we weld.", None),
        ("Flexible hours and location.", None),
        ("Home-based, anywhere in the UK", Some(Full)),
        ("You configure remote workstations.", None),
        ("We have been remote since 2015.", Some(Full)),
        ("At least 40% of your time is in the office.", Some(Hybrid)),
        ("This job requires you to be on site every day.", Some(No)),
        ("We are looking for a remote ship welder.", Some(Full)),
        ("Our app lets nurses work remotely.", None),
        ("You lead a distributed team of welders.", None),
        ("You may be asked to work on site during launches.", None),
        ("Virtual lunches every Friday.", None),
        ("Nous aidons les équipes à distance.", None),
        ("You work with our remote team members.", None),
    ] {
        let draft = draft().heading(1, "Welder").paragraph(text).build();
        assert_eq!(in_body(&Body::new(&draft), || false).map(|field| field.value), expected, "{text}");
    }
}

#[test]
fn f3_a_denial_of_remote_work_is_no_yes_and_things_are_no_way_to_work() {
    use Remote::{Full, Hybrid, No};
    for (text, expected) in [
        ("There is no fully virtual work, but a fully remote team.", None),
        ("There is no need to work on location: draw your hulls at home.", Some(Full)),
        ("Work from (almost) anywhere", Some(Full)),
        ("Join us in a remote part-time role.", Some(Full)),
        ("Wir bieten eine Heimarbeitsstelle.", Some(Full)),
        ("Welding plans is mainly office based, with a day of drawing at home.", Some(Hybrid)),
        ("We move our tools to the cloud to support WFH for office staff.", None),
        ("Si salda in cantiere: niente lavoro da remoto.", Some(No)),
        ("Geen volledig remote functie, wel vrijdagen vrij.", None),
        ("Homeoffice geht bei uns am Dock leider nicht.", Some(No)),
        ("Home Office ist bei uns nicht möglich.", Some(No)),
        ("Home Office gibt es an zwei Tagen in der Woche.", Some(Hybrid)),
        ("Hemarbete och distansarbete går tyvärr inte.", Some(No)),
        ("Rollen är på varvet i Kiel, med flexibilitet att arbeta på distans.", Some(Hybrid)),
        ("Mulighed for at arbejde hjemmefra.", Some(Hybrid)),
        ("All work is on site, at the dock.", Some(No)),
        ("Ein Präsenzarbeitsplatz in der Werft.", Some(No)),
        ("O trabalho é realizado exclusivamente nas nossas instalações.", Some(No)),
        ("Everyone works from the Old Dock workshop five days a week.", Some(No)),
        ("The office was given up in 2021, and nobody misses it.", Some(Full)),
        ("There is no studio: we draw hulls in nine towns.", Some(Full)),
        ("You will never be asked to come to a yard.", Some(Full)),
        ("Las soldaduras se dibujan a distancia, no hace falta que vivas aquí.", Some(Full)),
        ("Büros? Keine. Wir arbeiten von überall her.", Some(Full)),
        ("Des bureaux ? Aucun. Chacun chez soi.", Some(Full)),
        ("Oferujemy pracę hybrydową.", Some(Hybrid)),
        ("Many ask: we get questions about working from home.", None),
        ("The team you'll support is scattered: some at the dock, some remote.", None),
        ("Du betreust achtzig Homeoffice-Arbeitsplätze.", None),
        ("A crane with its wireless remote.", None),
        ("In a team with daily stand-ups, you weld.", None),
        ("Our Ulm workshop is open every day.", None),
    ] {
        let draft = draft().heading(1, "Welder").paragraph(text).build();
        assert_eq!(in_body(&Body::new(&draft), || false).map(|field| field.value), expected, "{text}");
    }
}

#[test]
fn f1_days_at_home_and_at_an_office_are_a_mix_and_virtual_work_is_none() {
    use Remote::{Full, Hybrid, No};
    for (text, expected) in [
        ("Work is performed in-person at the central yard.", Some(No)),
        ("This role is remote. If you prefer the yard, we offer remote/in person work.", Some(Full)),
        ("Home Office (algumas vezes por semana)", Some(Hybrid)),
        ("Du arbeitest drei Tage im Büro und zwei zu Hause.", Some(Hybrid)),
        ("Du jobbar tre dagar på kontoret och två hemifrån.", Some(Hybrid)),
        ("Lavorerai tre giorni in ufficio e due da casa.", Some(Hybrid)),
        ("Du arbejder hjemmefra en dag eller to.", Some(Hybrid)),
        ("Du kannst ein bis zwei Tage von zu Hause arbeiten.", Some(Hybrid)),
        ("This is a virtual internship.", Some(Full)),
        ("El trabajo es presencial, tres mañanas, y las otras dos desde casa.", Some(Hybrid)),
        ("You work across time zones.", None),
    ] {
        let facts = draft().heading(1, "Welder").paragraph(text).facts();
        assert_eq!(facts.remote.map(|field| field.value), expected, "{text}");
    }
}

#[test]
fn f1_how_much_of_the_work_is_told_by_days_shares_and_denials() {
    use Remote::{Full, Hybrid, No};
    for (text, expected) in [
        ("Tuesdays and Thursdays in the office, the rest is up to you.", Some(Hybrid)),
        ("Three days a week at our place, two wherever you please.", Some(Hybrid)),
        ("Anwesenheit im Büro an zwei Tagen pro Woche.", Some(Hybrid)),
        ("Due giorni alla settimana da casa.", Some(Hybrid)),
        ("出社は週3日です。", Some(Hybrid)),
        ("Up to 60% remote work is possible.", Some(Hybrid)),
        ("Some of the work can be done from home.", Some(Hybrid)),
        ("The position is 100% telework.", Some(Full)),
        ("Du arbeitest komplett aus dem Homeoffice.", Some(Full)),
        ("Welding can be done from home.", Some(Full)),
        ("You need to be here every day.", Some(No)),
        ("You'll work in the yard, on site five days a week.", Some(No)),
        ("Free lunch in the office on Tuesdays and Thursdays.", None),
        ("Visitors come to the office every day.", None),
        ("You have three days a month at sea.", None),
        ("This role is remote, with a day or two a week at the Ulm office.", Some(Hybrid)),
        ("Half of the week you work in the office.", Some(Hybrid)),
        ("Woensdag en vrijdag werken we thuis.", Some(Hybrid)),
        ("Le travail se fait exclusivement à l'atelier.", Some(No)),
        ("Working hours are Monday to Friday, 8 to 5, in our office.", Some(No)),
        ("You come to our Ulm office every Wednesday.", Some(Hybrid)),
        ("40% of your time is spent on site.", Some(Hybrid)),
        ("Zwei Tage sehen wir uns, den Rest von zu Hause.", Some(Hybrid)),
        ("Lunedì e venerdì da casa, gli altri giorni in cantiere.", Some(Hybrid)),
        ("We do not offer remote or hybrid work.", Some(No)),
        ("We gave up our office in 2022.", Some(Full)),
        ("You will weld with us in the yard, and not at home.", Some(No)),
        ("Monday to Friday, no weekends.", None),
        ("30% of your time is travel to the office of a customer.", None),
        ("The office gets deliveries on a Wednesday.", None),
        ("You reach full-time hours, 5 days a week.", None),
        ("The office gets cleaned every Friday.", None),
        ("You will be in our thoughts five days a week.", None),
        ("Our mobile work platforms are painted red.", None),
        ("Home office on some days is fine, but a hull cannot be welded there.", Some(Hybrid)),
        // What is denied, and what is not.
        ("Ce poste ne permet pas le télétravail.", Some(No)),
        ("No es posible teletrabajar.", Some(No)),
        ("Non è previsto lo smart working.", Some(No)),
        ("リモート勤務はできません。", Some(No)),
        ("It doesn't matter where you live.", Some(Full)),
        ("Wo du arbeitest, ist uns egal.", Some(Full)),
        ("没有办公室，大家自由安排。", Some(Full)),
        // At home are others as well, and remote is many a thing.
        ("Patients recover at home while you weld.", None),
        ("Je werkt zelfstandig en bezoekt je cliënten thuis.", None),
        ("Du fühlst dich in der Welt des Stahls zu Hause.", None),
        ("Nous réglons les machines à distance.", None),
        ("Darás soporte remoto a los astilleros.", None),
        ("负责远程设备的焊接。", None),
    ] {
        let draft = draft().heading(1, "Welder").paragraph(text).build();
        assert_eq!(in_body(&Body::new(&draft), || false).map(|field| field.value), expected, "{text}");
    }
}

#[test]
fn f3_a_mention_of_remote_work_is_some_of_it_where_there_is_an_office() {
    let draft = draft().heading(1, "Welder").paragraph("You may join in remotely.").build();
    let body = Body::new(&draft);
    let told = |has_office| in_body(&body, || has_office).map(|field| field.value);
    assert_eq!((told(false), told(true)), (Some(Remote::Full), Some(Remote::Hybrid)));
}

#[test]
fn f3_a_team_that_one_should_be_used_to_is_no_promise() {
    let draft = draft().heading(2, "Requirements").item("Up for working with a distributed team").build();
    assert_eq!(in_body(&Body::new(&draft), || false), None);
}

#[test]
fn f2_hours_are_read_from_sentences_of_remote_roles_alone() {
    let hours = |text: &str| draft().paragraph(text).facts().remote_hours.map(|field| field.value);
    let text = "Fully remote, with overlap between 10am and 3pm PT.";
    assert_eq!(hours(text).as_deref(), Some("10am and 3pm PT"));
    assert_eq!(hours("The shop is open from 10am to 3pm PT."), None);
}

#[test]
fn f3_what_is_said_both_ways_is_no_answer() {
    let draft = draft().paragraph("We are a fully remote team.").paragraph("This role is on-site.").build();
    assert_eq!(in_body(&Body::new(&draft), || false), None);
}

#[test]
fn f1_a_title_says_it_behind_the_job() {
    for (title, expected) in [
        ("Welder (Remote)", Some(Remote::Full)),
        ("Welder - Remote, EU", Some(Remote::Full)),
        ("Welder (Hybrid)", Some(Remote::Hybrid)),
        ("Remote Sensing Engineer", None),
        ("Welder (m/f/d)", None),
        ("Welder - Berlin", None),
    ] {
        assert_eq!(in_title(title).and_then(|read| read.remote), expected, "{title}");
    }
}

#[test]
fn f1_the_rest_of_the_week_elsewhere_is_a_mix_and_a_connection_all_of_it() {
    use Remote::{Full, Hybrid};
    for (text, expected) in [
        ("Three days a week at the anvil, the rest from home.", Some(Hybrid)),
        ("Zwei Tage in Ulm, den Rest im Homeoffice.", Some(Hybrid)),
        ("Deux jours à Lyon, le reste à distance.", Some(Hybrid)),
        ("On Mondays most of us stay home.", Some(Hybrid)),
        ("You may work somewhere else up to half the week.", Some(Hybrid)),
        ("Anywhere with an airport and a desk.", Some(Full)),
        ("At the forge from Monday on (no fully remote welders).", None),
        ("We help old smiths stay at home.", None),
        ("An anvil anywhere with a good floor.", None),
    ] {
        let facts = draft().heading(1, "Welder").paragraph(text).facts();
        assert_eq!(facts.remote.map(|field| field.value), expected, "{text}");
    }
}

#[test]
fn f1_days_at_home_in_the_office_or_until_some_day_are_a_mix() {
    use Remote::{Full, Hybrid, No};
    for (text, expected) in [
        ("In Ulm; flexible, auch ortsunabhängige Arbeitszeiten.", Some(Hybrid)),
        ("Our forge is in Ulm. Fridays at home if you wish.", Some(Hybrid)),
        ("Praca w biurze w Ulm z możliwością pracy zdalnej w piątki.", Some(Hybrid)),
        ("Vi ses på kontoret i Ulm på tisdagar och onsdagar.", Some(Hybrid)),
        ("Ein fester Bürotag in Ulm, sonst wie du magst.", Some(Hybrid)),
        ("Fünf Wochen Ferien und die Möglichkeit, an einem Tag pro Woche im Homeoffice zu arbeiten.", Some(Hybrid)),
        ("Until June you can work from wherever you like; from July on you work on site.", Some(Hybrid)),
        ("You can work from wherever you like.", Some(Full)),
        ("Work from anywhere for four weeks a year.", None),
        ("You'd be based at home, anywhere in the UK.", Some(Full)),
        ("Hulls are welded here; this job cannot be done at a distance.", Some(No)),
        ("Poste à temps plein, présence sur place.", Some(No)),
        ("Every day in our office you weld hulls.", Some(No)),
        ("Every day in our office is a challenge.", None),
    ] {
        let facts = draft().heading(1, "Welder").paragraph(text).facts();
        assert_eq!(facts.remote.map(|field| field.value), expected, "{text}");
    }
}

#[test]
fn f1_the_rest_of_the_week_from_home_is_a_mix_and_days_among_tasks_are_none() {
    use Remote::Hybrid;
    for (text, expected) in [
        ("You're with us at least one day a week, the rest can be from home.", Some(Hybrid)),
        ("We work from our yard on Tuesdays; the rest of the week is up to you.", Some(Hybrid)),
        ("De rest kan vanuit huis.", Some(Hybrid)),
        ("1 dzień pracy zdalnej w tygodniu", Some(Hybrid)),
        ("The rest of the hull is up to you.", None),
    ] {
        let facts = draft().heading(1, "Welder").paragraph(text).facts();
        assert_eq!(facts.remote.map(|field| field.value), expected, "{text}");
    }
    let task = draft().heading(1, "Welder").heading(2, "What you'll do").item("One day a week in the warehouse");
    assert!(task.facts().remote.is_none());
}

#[test]
fn f1_where_one_works_may_be_said_without_the_word_remote() {
    use Remote::{Full, Hybrid, No};
    for (text, expected) in [
        ("You choose where your desk stands.", Full),
        ("Wo du wohnst, ist uns gleich.", Full),
        ("Ein Büro haben wir nie gehabt.", Full),
        ("Où vous habitez importe peu.", Full),
        ("Tanto faz onde, desde que haja internet.", Full),
        ("Waar je dat doet, maakt ons niets uit.", Full),
        ("Lavoriamo tutti da casa.", Full),
        ("Du bestämmer själv var du arbetar.", Full),
        ("Voit tehdä työt kokonaan etänä.", Full),
        ("人在哪里都行。", Full),
        ("どこにお住まいでも応募できます。", Full),
        ("Working remotely, with goals, not shifts.", Full),
        ("Das heisst: kein Büro, kein Pendeln.", Full),
        ("No tenemos sede: cada quien trabaja desde su cocina.", Full),
        ("Vous soudez où bon vous semble.", Full),
        ("Twee dagen per week verwachten we je daar.", Hybrid),
        ("Under vintern kan du sitta hemma ett par dagar i veckan.", Hybrid),
        ("図面の仕事はご自宅でも構いません。", Hybrid),
        ("Two days a week at your own kitchen table are fine.", Hybrid),
        ("Tuesdays are yard days; the other days, you work from wherever you like.", Hybrid),
        ("Vous y êtes le mardi ; les trois autres jours, vous travaillez d'où vous voulez.", Hybrid),
        ("Om vinteren er der to hjemmearbejdsdage om ugen.", Hybrid),
        ("Du kan arbeide ein dag i veka heimanfrå.", Hybrid),
        ("Möglichkeit zur (teilweisen) mobilen Arbeit", Hybrid),
        ("Vous pouvez télé-travailler.", Hybrid),
        ("Homeoffice nach Wunsch", Hybrid),
        ("Гибридный формат.", Hybrid),
        ("Удалённый формат работы.", Full),
        ("Наша команда полностью распределенная.", Full),
        ("You weld full-time in our office.", No),
        ("Du schweißt Vollzeit in unserem Büro.", No),
        ("You can't do it on Zoom.", No),
        ("Dit werk kan niet vanuit huis.", No),
        ("No se puede hacer desde casa.", No),
        ("鉄が相手なので、在宅ではできない仕事です。", No),
    ] {
        let said = draft().heading(1, "Welder").paragraph(text).facts().remote.map(|field| field.value);
        assert_eq!(said, Some(expected), "{text}");
    }
    for text in [
        "You choose where to apply.",
        "You weld hybrid apps.",
        "하이브리드 앱을 용접합니다.",
        "Du bestemmer selv hvor du søker.",
        "Sag uns, wo du wohnst.",
        "Du ska känna dig hemma på vårt varv.",
    ] {
        assert!(draft().heading(1, "Welder").paragraph(text).facts().remote.is_none(), "{text}");
    }
}

#[test]
fn f1_home_may_be_anywhere_and_days_at_home_are_counted_by_those_elsewhere() {
    use Remote::{Full, Hybrid};
    for (text, expected) in [
        ("Work from home anywhere in Canada. We meet at the dock in May.", Some(Full)),
        ("Trabajamos cien por ciento a distancia.", Some(Full)),
        ("Welders, from any time zone in the Americas.", Some(Full)),
        ("Three days a week there, two at your kitchen table.", Some(Hybrid)),
    ] {
        let facts = draft().heading(1, "Welder").paragraph(text).facts();
        assert_eq!(facts.remote.map(|field| field.value), expected, "{text}");
    }
}
