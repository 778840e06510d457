//! What the words of a clause come to together.

use crate::infer::fixture::draft;
use crate::posting::Remote;

/// What a posting with nothing but `text` is read as.
fn told(text: &str) -> Option<Remote> {
    draft().heading(1, "Welder").paragraph(text).facts().remote.map(|field| field.value)
}

#[test]
fn f1_a_word_for_home_and_one_for_a_share_of_the_week_are_a_mix() {
    for text in [
        "Most of our welders are at home two or three days of the week.",
        "You are expected there one day a week; otherwise you may weld at home.",
        "Under vintern är vi hemma en dag i veckan.",
        "Du kan være hjemme et par dage om ugen.",
        "Una settimana su due, tre giorni a casa.",
        "Un jour par semaine à la maison, les autres au chantier.",
        "Den Rest der Woche kannst du daheim zeichnen.",
        "Lavorerai da casa il lunedì e il venerdì.",
        "Roughly a third of your hours may be worked from home.",
        "Sonst arbeitest du von zu Hause.",
        "Einen festen Bürotag gibt es, das ist der Mittwoch.",
        "Le jour de bureau est le mardi.",
        "You can draw the hulls from home. Welding days, usually Mondays and Fridays, are at the shop.",
        "Die Zeichnungen können auch mobil erledigt werden, freitags ist Anwesenheit nötig.",
        "Il lavoro si svolge in parte in cantiere e in parte da casa: tre giorni a Ulm e due dove preferisci.",
        "From March until May you can do this from anywhere. From June on we need you with us in Ulm.",
        "You can do the drawings from your home; on Mondays and Fridays you are at our shop.",
        "Work mode: Work from office (Tue, Wed, Thu), work from home (Mon, Fri)",
    ] {
        assert_eq!(told(text), Some(Remote::Hybrid), "{text}");
    }
    for text in [
        "We weld for old people who are at home five days a week.",
        "You visit patients at home three days a week.",
        "We help old smiths who are at home most of the week.",
        "You are on the road four days a week and at home at the weekend.",
        "Te sentirás como en casa en nuestro taller.",
        "Our apprentices feel at home from the first day.",
    ] {
        assert_eq!(told(text), None, "{text}");
    }
}

#[test]
fn f1_from_home_wherever_that_is_is_all_of_the_work_whatever_office_there_is() {
    for text in [
        "You can weld from home, anywhere in the UK. Our head office is in Leeds, where we meet now and then.",
        "Puedes soldar desde tu casa, estés donde estés.",
        "Du kannst von zu Hause arbeiten, egal ob in Ulm oder Kiel.",
        "Vous pouvez souder de chez vous, partout en France.",
        "Home-based, with travel across Leeds and York. You live there. Our office is in Kiel.",
    ] {
        assert_eq!(told(text), Some(Remote::Full), "{text}");
    }
}

#[test]
fn f1_all_of_the_work_at_a_place_is_none_of_it_elsewhere() {
    for text in [
        "Because hulls are heavy, the whole of it is done on site.",
        "The work is done on site throughout.",
        "You weld on site for the whole of your working week.",
        "Die gesamte Arbeit findet bei uns vor Ort statt.",
        "Il lavoro si svolge interamente in officina.",
        "Tout se passe à l'atelier, rien à distance.",
        "The position is office-bound, Monday to Friday.",
        "Work from office only (6 days, Saturdays off).",
    ] {
        assert_eq!(told(text), Some(Remote::No), "{text}");
    }
    for text in [
        "You keep everyone safe on site.",
        "You welcome all guests on site.",
        "Meet everyone in the office.",
        "The position is not office-bound.",
    ] {
        assert_eq!(told(text), None, "{text}");
    }
}

#[test]
fn f1_a_denial_may_stand_at_the_end_or_in_the_verb() {
    for text in [
        "Homeoffice können wir leider nicht anbieten, die Schiffe kommen ja hierher.",
        "Thuiswerken kunnen we helaas niet aanbieden.",
        "Hemarbete kan vi tyvärr inte erbjuda.",
        "Hjemmekontor kan vi dessverre ikke tilby.",
        "Since we weld hulls, home working isn't something we can offer.",
        "Telearbeit kommt für diese Stelle nicht in Frage.",
        "Le poste ne se prête pas au télétravail.",
        "Working at home is not an option, as hulls are heavy.",
        "Schweißen im Homeoffice? Geht leider nicht.",
        "Für Homeoffice ist die Stelle leider nicht geeignet.",
        "Die Stelle eignet sich nicht für Homeoffice.",
    ] {
        assert_eq!(told(text), Some(Remote::No), "{text}");
    }
}

#[test]
fn f1_not_only_and_what_is_said_beside_it_deny_nothing() {
    for (text, expected) in [
        ("À deux pas de la gare, avec deux jours de télétravail par semaine.", Remote::Hybrid),
        ("Not only do we weld, you can work from home two days a week.", Remote::Hybrid),
        ("You won't be asked to come to the yard, and we don't count hours.", Remote::Full),
    ] {
        assert_eq!(told(text), Some(expected), "{text}");
    }
}

#[test]
fn f3_what_somebody_is_used_to_or_when_they_answer_the_phone_is_no_place_of_work() {
    let says = |text: &str| draft().heading(1, "Welder").paragraph(text).facts().remote.map(|field| field.value);
    for text in [
        "You have worked in an international, distributed team.",
        "Se siente cómoda soldando en un equipo pequeño y remoto.",
        "Har du frågor? Vi finns på plats mellan klockan 9 och 16.",
    ] {
        assert_eq!(says(text), None, "{text}");
    }
    let told = "You can do most of the work before May from wherever you like, and weld in the yard after it.";
    assert_eq!(says(told), Some(Remote::Hybrid));
    assert_eq!(says("Tryb pracy: hybrydowy, 3 dni w stoczni i 2 dni w domu"), Some(Remote::Hybrid));
    assert_eq!(says("Remote: hybrid, with three days in the yard and two at home each week"), Some(Remote::Hybrid));
}

#[test]
fn f1_days_in_an_office_are_counted_and_all_of_them_leave_none() {
    for (text, expected) in [
        ("Five days a week in the office (Ulm harbour).", Remote::No),
        ("Three days a week in the office (Ulm harbour).", Remote::Hybrid),
        ("Our Ulm office is open every day, and we ask that people come in at least once a week.", Remote::Hybrid),
        ("60% office / 40% home", Remote::Hybrid),
        ("You have to work onsite at least 3 days per week.", Remote::Hybrid),
        ("Im Hafenbüro bist du 3 Tage die Woche, in der Werkstatt nie.", Remote::Hybrid),
        ("You are at the office 5 days a week.", Remote::No),
        ("Die Arbeit: 100 % im Büro.", Remote::No),
        ("We are a hybrid company of welders.", Remote::Hybrid),
        ("Welders usually agree a pattern of two or three days on campus.", Remote::Hybrid),
        ("Work from office only on Mondays.", Remote::Hybrid),
        ("Zwei Tage bist du bei uns im Dock, den Rest machst du, von wo du magst.", Remote::Hybrid),
    ] {
        assert_eq!(told(text), Some(expected), "{text}");
    }
}

#[test]
fn f1_what_is_not_done_may_be_a_mix_as_well() {
    for text in [
        "We don't do remote or hybrid: hulls are heavy.",
        "Remote-Arbeit bieten wir im Dock nicht an.",
        "As hulls are heavy, it is done on site.",
    ] {
        assert_eq!(told(text), Some(Remote::No), "{text}");
    }
}

#[test]
fn f1_what_follows_in_another_clause_is_of_somebody_else() {
    let far = "As we have no yard there, you will work from your home office, and travel to customers once a month.";
    assert_eq!(told(far), Some(Remote::Full));
    let at_ease = "Draw hulls from the comfort of your own home.";
    assert_eq!(told(at_ease), Some(Remote::Full));
    for text in [
        "Our software lets welders work from home.",
        "A village school in a zona remota.",
        "Daily attendance in the office is not required.",
        "Two projects pay for it: HULL (Hulls Under Load) and REMOTE (Resilient Moorings). The REMOTE project is new.",
    ] {
        assert_eq!(draft().heading(1, "Welder").paragraph(text).facts().remote, None, "{text}");
    }
}

#[test]
fn f1_all_of_those_who_work_and_nothing_beside_an_office_are_all_of_it() {
    use Remote::{Full, Hybrid, No};
    for (text, expected) in [
        ("All our welders work from home.", Some(Full)),
        ("Alle unsere Schweißer arbeiten im Homeoffice.", Some(Full)),
        ("Toutes nos équipes travaillent à distance.", Some(Full)),
        ("Todos nuestros soldadores trabajan desde casa.", Some(Full)),
        ("Al onze lassers werken thuis.", Some(Full)),
        ("All our welders can work from home two days a week.", Some(Hybrid)),
        ("We offer all our welders flexible hours and working from home.", Some(Hybrid)),
        ("Where you'll work: wherever your wifi works.", Some(Full)),
        ("Présence : sur place uniquement", Some(No)),
        ("Modalidad: presencial únicamente", Some(No)),
        ("Office-based Monday to Wednesday, home-based Thursday and Friday.", Some(Hybrid)),
        ("You work office-based, Monday to Friday.", Some(No)),
        ("Fuldt fremmøde på værftet.", Some(No)),
        ("Pracujemy stacjonarnie, w stoczni.", Some(No)),
        ("Studia stacjonarne lub zaoczne.", None),
    ] {
        assert_eq!(told(text), expected, "{text}");
    }
}

#[test]
fn f1_what_cannot_be_offered_or_is_not_open_to_it_is_denied() {
    for text in [
        "Working from home can't be offered.",
        "Homeoffice kann leider nicht angeboten werden.",
        "Home Office gibt es bei uns nicht.",
        "Homeoffice ist bei uns leider nicht drin.",
        "Die Stelle ist nicht homeofficefähig.",
        "Le télétravail ne peut pas être proposé.",
        "Le poste n'est pas ouvert au télétravail.",
        "El puesto no es de teletrabajo.",
        "Não se oferece teletrabalho.",
        "Thuiswerken kan bij ons niet, een schip past niet in de gang.",
        "Lo smart working non è consentito.",
        "Distansarbete kan inte erbjudas.",
        "Hjemmearbejde tilbydes ikke.",
        "Praca zdalna nie jest możliwa.",
    ] {
        assert_eq!(told(text), Some(Remote::No), "{text}");
    }
    assert_eq!(told("Thuiswerken kan, twee dagen per week."), Some(Remote::Hybrid));
    assert_eq!(told("Die Stelle ist homeofficefähig."), Some(Remote::Hybrid));
}

#[test]
fn f3_what_is_but_a_part_of_a_word_or_said_of_a_thing_is_no_answer() {
    for text in [
        "Du wartest Kräne per Remote-Desktop.",
        "You weld with remote-controlled torches.",
        "Sie organisieren hybride Konzerte auf der Werft.",
        "Vous animez des formations hybrides.",
        "Desarrollas motores híbridos.",
        "Du berätst Werften zu Homeoffice-Richtlinien.",
    ] {
        assert_eq!(told(text), None, "{text}");
    }
    for text in ["Wir leben hybride Arbeitsformen.", "Es gibt großzügige Homeoffice-Regelungen.", "Je werkt hybride."]
    {
        assert_eq!(told(text), Some(Remote::Hybrid), "{text}");
    }
}

#[test]
fn f3_what_something_is_about_or_for_and_ships_of_two_drives_are_no_answer() {
    for text in [
        "Acme makes video software for remote work.",
        "We sell furniture for working from home.",
        "Nous vendons des meubles de télétravail.",
        "You are good at working remotely with smiths overseas.",
        "Du betreust unsere Kollegen im Homeoffice.",
        "Our docks are in a remote part of Scotland.",
        "You monitor ships remotely from the bridge.",
        "Du styr kranar på distans.",
        "Wij bouwen hybride schepen.",
        "Construimos barcos híbridos.",
        "A hybrid role between sales and welding.",
        "Du unterrichtest in Präsenz und online.",
        "You teach in person and online.",
    ] {
        assert_eq!(told(text), None, "{text}");
    }
    for (text, expected) in [
        ("Two of your five days can be worked from wherever you like.", Remote::Hybrid),
        ("Télétravail deux jours sur cinq.", Remote::Hybrid),
        ("No WFH.", Remote::No),
        ("Arbetet sker hemifrån.", Remote::Full),
        ("Tjänsten är på distans.", Remote::Full),
        ("Location: your home", Remote::Full),
        ("We make software for ships, and you can work from home two days a week.", Remote::Hybrid),
    ] {
        assert_eq!(told(text), Some(expected), "{text}");
    }
}

#[test]
fn f1_days_and_desk_work_leave_a_mix_also_where_they_are_only_allowed() {
    use Remote::{Full, Hybrid, No};
    for (text, expected) in [
        ("On Fridays you may work remotely.", Some(Hybrid)),
        ("Puedes hacer parte del trabajo desde casa.", Some(Hybrid)),
        ("Los viernes puedes trabajar desde casa.", Some(Hybrid)),
        ("One or two days a week from home is normal in the crew.", Some(Hybrid)),
        ("In weeks without a launch you are free to work the remaining days from home.", Some(Hybrid)),
        ("Drawings and paperwork you can happily do at home.", Some(Hybrid)),
        ("De administratie mag je best thuis doen.", Some(Hybrid)),
        ("Expect to be here three or four days out of five.", Some(Hybrid)),
        ("Home or office, your choice.", Some(Hybrid)),
        ("Remote administration of servers.", None),
        ("You do the paperwork in the office.", None),
        ("This is a full-time, work-from-office position.", Some(No)),
        ("Ce poste ne peut malheureusement pas être télétravaillé.", Some(No)),
        ("Working from home isn't on the cards, I'm afraid.", Some(No)),
        ("Du kan jobbe fra hvor som helst i Norge.", Some(Full)),
        ("Whether you come from a larger yard or have worked remotely, write to us.", None),
        (
            "This is a hybrid position that is based in Ulm. All remote work must be performed within Bavaria.",
            Some(Hybrid),
        ),
        ("You have the option to work from home and a laptop you can use to weld remotely.", Some(Hybrid)),
        ("为用户提供远程 Linux 系统", None),
        ("远程教学平台", None),
        ("本岗位可远程工作", Some(Full)),
    ] {
        let facts = draft().heading(1, "Welder").paragraph(text).facts();
        assert_eq!(facts.remote.map(|field| field.value), expected, "{text}");
    }
}
