//! Titles that call or announce, and what is asked for beside the name.

use super::title;
use crate::infer::fixture::draft;

#[test]
fn f2_a_title_that_only_announces_or_calls_gives_way_to_one_that_names_a_job() {
    for empty in [
        "Employment Offers",
        "Current vacancies",
        "Aktuelle Stellenangebote",
        "Offres d'emploi",
        "Acme - Job vacancies",
        "Ahoi, genau dich haben wir gesucht",
        "Build the ships of tomorrow with us",
        "Weld the ships of tomorrow!",
        "Ayúdanos a construir barcos",
        "[Recrutement]",
        "We're recruiting!",
        "[Recrutement] Rejoignez notre équipe navale !",
    ] {
        assert_eq!(title(draft().key("title", empty).facts()).0, "Welder", "{empty}");
        assert_eq!(title(draft().path("welding.md").key("title", empty).facts()).0, "Welding", "{empty}");
        let unnamed = draft().path("4711.md").key("title", empty).facts();
        assert_eq!(unnamed.title.map(|title| title.value).as_deref(), Some(empty));
    }
    for kept in
        ["Shipwright - Job description", "Jobs - Shipwright", "Work and Travel", "New", "Sales US", "Ship Owner"]
    {
        assert_ne!(title(draft().key("title", kept).facts()).0, "Welder", "{kept}");
    }
}

#[test]
fn f2_what_is_asked_for_and_until_when_is_no_part_of_the_short_title() {
    for (written, expected) in [
        ("Research fellowship available - deadline Jan 26, 2023", "Research fellowship"),
        ("Welder | 2-4 years of experience", "Welder"),
        ("Welder - Role requirements", "Welder"),
        ("Welder Job Requirements", "Welder"),
        ("Welder - required January 2031", "Welder"),
        ("Welder – R-10477", "Welder"),
        ("¡Únete! Soldador naval", "Soldador naval"),
        ("Stelle frei: Schweißer:in", "Schweißer:in"),
        ("Ships We Love is seeking a Dock Welder", "Dock Welder"),
        ("Mr. Doe is looking for a dock welder", "Dock welder"),
        ("Schweißer m/w, fest, Vollzeit", "Schweißer"),
        ("Welder at Weld for Ulm", "Welder"),
        ("Part Time Full Stack Welder", "Full Stack Welder"),
        ("Welder [REMOTE or LOCAL]", "Welder"),
        ("Schweißer (mind. 3 Jahre Berufserfahrung)", "Schweißer"),
        ("Werkstudierende*r für Schweißen und Nieten gesucht", "Werkstudierende*r für Schweißen und Nieten"),
        ("Recrutement d'une soudeuse", "Soudeuse"),
        ("Buscamos a un soldador para sumarse al equipo de Acme", "Soldador"),
    ] {
        let facts = draft().key("title", written).key("company", "Acme").facts();
        assert_eq!(facts.heading.map(|field| field.value).as_deref(), Some(written));
        assert_eq!(facts.title.map(|field| field.value).as_deref(), Some(expected));
    }
}

#[test]
fn f2_when_and_where_the_work_begins_is_no_part_of_the_short_title() {
    for (written, expected) in [
        ("Welder, from May", "Welder"),
        ("Welder - starting May 2031", "Welder"),
        ("Welder, September start", "Welder"),
        ("2 x Welder", "Welder"),
        ("Come work with us as a Welder!", "Welder"),
        ("Schweißer, ab November oder nach Vereinbarung", "Schweißer"),
        ("Schweißer zum 1. April 2031", "Schweißer"),
        ("Schweißer (E13 TV-L, 65%)", "Schweißer"),
        ("Schweißer am Standort Ulm", "Schweißer"),
        ("Schweißer in Elternzeitvertretung", "Schweißer"),
        ("Freie Stelle als Schweißer", "Schweißer"),
    ] {
        let facts = draft().key("title", written).facts();
        assert_eq!(facts.title.map(|field| field.value).as_deref(), Some(expected), "{written}");
    }
    for kept in ["Welder from hull to keel", "Starting Welder", "Site Welder", "Head of Location Services"] {
        assert_eq!(draft().key("title", kept).facts().title.map(|field| field.value).as_deref(), Some(kept));
    }
}

#[test]
fn f2_pay_days_working_time_and_the_part_of_a_town_are_no_part_of_the_short_title() {
    for (written, expected) in [
        ("Dock Welder $20/hr (Monday - Wednesday)", "Dock Welder"),
        ("Dock Welder £12.50 per hour", "Dock Welder"),
        ("Dock Welder (Fri & Sat)", "Dock Welder"),
        ("Schweißer (m/w/d in Teilzeit)", "Schweißer"),
        ("Schweißer (m, w, d in Vollzeit 39 Stunden/Woche)", "Schweißer"),
        ("Schweißer (m/w/d) in Ulm-Böfingen", "Schweißer"),
        ("Dock Welder wanted, start in March", "Dock Welder"),
        ("Die kleine Werft Hullwerk am Hafen sucht Verstärkung! Schweißer/-in (m/w/d)", "Schweißer/-in"),
        ("Dock Welder (part-time, weekends only)", "Dock Welder"),
        ("Volunteer needed: Dock Welder, Saturdays 9-12", "Dock Welder"),
        ("Schweißer auf Minijob-Basis", "Schweißer"),
        ("Schweißer (w/m/d) mit 19,5 Wochenstunden", "Schweißer"),
        ("Soudeur à 80 %", "Soudeur"),
        ("Wij zoeken een enthousiaste lasser!", "Lasser"),
        ("Cherche apprenti soudeur", "Apprenti soudeur"),
        ("Gezocht: creatieve lasser", "Creatieve lasser"),
        ("Dock Welder (Mon Repos Yard)", "Dock Welder (Mon Repos Yard)"),
        ("Welder (m/w/d in Hull Design)", "Welder (m/w/d in Hull Design)"),
        ("Welder in Steel-Design", "Welder in Steel-Design"),
    ] {
        let facts = draft().key("title", written).facts();
        assert_eq!(facts.title.map(|field| field.value).as_deref(), Some(expected), "{written}");
    }
    let told = draft().key("titel", "Leitung der Werft").key("position", "Werftleitung").facts();
    assert_eq!(told.title.map(|field| field.value).as_deref(), Some("Leitung der Werft"));
}

#[test]
fn f3_a_call_to_start_a_career_names_no_job() {
    for call in ["Starten Sie Ihre Ausbildung mit uns!", "Kickstart your career with Acme", "Inizia la tua carriera"] {
        let called = draft().path("karriere-ausbildung-schweisser.md").key("title", call).heading(2, "Dock Welder");
        assert_eq!(called.facts().title.map(|field| field.value).as_deref(), Some("Dock Welder"), "{call}");
    }
    let named = draft().key("title", "Starte deine Ausbildung zum Schweißer").facts();
    assert_ne!(named.title.map(|field| field.value).as_deref(), Some("Untitled role"));
    let asked = draft().path("1.md").heading(3, "Who we are").paragraph("A yard.").heading(3, "With what").facts();
    assert_eq!(asked.title.map(|field| field.value).as_deref(), Some("Untitled role"));
}

#[test]
fn f2_hours_labels_and_pages_of_openings_are_no_part_of_the_short_title() {
    for (text, expected) in [
        ("Konsultuppdrag: Svetsare sökes till uppdrag i Göteborg", "Svetsare"),
        ("Svejser, 32 timer om ugen", "Svejser"),
        ("Svetsare, 30 tim/vecka", "Svetsare"),
        ("Saldatore, 24 ore settimanali", "Saldatore"),
        ("Welder | Careers | Acme", "Welder"),
        ("Schweißer - Stellenangebote - Hullwerk", "Schweißer"),
        ("Welder | Hulls | Acme", "Welder | Hulls | Acme"),
        ("Your role: Dock Welder", "Dock Welder"),
        ("Deine Stelle: Schweißer", "Schweißer"),
        ("Votre poste : Soudeur", "Soudeur"),
        ("Die Stelle", "Welder"),
        ("Svetsare till Skrov & Co AB", "Svetsare"),
        ("Svetsare till Varvet", "Svetsare till Varvet"),
        ("Soldador | Creche Estaleiro", "Soldador"),
    ] {
        assert_eq!(title(draft().key("title", text).facts()).0, expected, "{text}");
    }
    let facts = draft().key("title", "Welder | Careers | Acme").facts();
    assert_eq!(facts.company.map(|company| company.value).as_deref(), Some("Acme"));
}

#[test]
fn f1_another_fact_below_a_heading_for_an_open_position_is_no_title() {
    for fact in ["Deadline 30 June", "Ulm · Full-time", "Location: Ulm"] {
        let draft = draft().path("4711.md").heading(1, "Open position").paragraph(fact);
        assert_eq!(title(draft.paragraph("We are looking for a Dock Welder.").facts()).0, "Dock Welder", "{fact}");
    }
    let named = draft().heading(2, "Position").paragraph("Harbour Hero").paragraph("You weld.").facts();
    assert_eq!(title(named).0, "Harbour Hero");
}
