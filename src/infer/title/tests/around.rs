//! What stands around the name of a job in a title: counts, days, rules, calls, brackets, pay, in the languages postings are
//! written in.

use super::title;
use crate::infer::fixture::draft;
use crate::infer::title::{is_empty, short};

#[test]
fn f2_announcements_calls_and_counts_before_the_name_are_no_part_of_it() {
    for written in [
        "[Open position] Dock Welder",
        "(Vaga) Dock Welder",
        "【募集中】Dock Welder",
        "Join our crew! Dock Welder (m/f/x)",
        "Fancy some steel? Dock Welder",
        "Dołącz do nas! Dock Welder",
        "1 Dock Welder",
        "!!! WANTED: Dock Welder !!!",
        "==== Dock Welder ====",
        ">>> Dock Welder <<<",
        "\"Dock Welder\" (m/w/d)",
        "¡Se busca Dock Welder!",
        "Stellenausschreibung als Dock Welder (m/w/d)",
        "Wir suchen für unsere Werft eine Dock Welder",
        "Werde Dock Welder",
        "Deine Zukunft als Dock Welder",
        "Become a Dock Welder",
        "Recrutement d’un·e Dock Welder",
        "Precisa-se de Dock Welder",
        "Ledig tjänst som Dock Welder",
        "Convocatoria para Dock Welder",
        "We need a Dock Welder",
    ] {
        assert_eq!(short(written, None), "Dock Welder", "{written}");
    }
    for (written, expected) in [
        ("2 Dock Welders", "Dock Welders"),
        ("Welding post for a Cambridge yard", "Welding post for a Cambridge yard"),
        ("Oferta de soldador", "Soldador"),
        ("Werft sucht Schweißer", "Schweißer"),
        ("Chantier cherche soudeur", "Soudeur"),
        ("招聘焊接工程师两名", "焊接工程师"),
        ("焊接工程师2名", "焊接工程师"),
        ("溶接工さん募集", "溶接工さん"),
        ("Unterwasserschweißer:in gesucht", "Unterwasserschweißer:in"),
    ] {
        assert_eq!(short(written, None), expected, "{written}");
    }
    for kept in [
        "3 Star Yacht Chef",
        "3 things that we offer to welders",
        "Technical hiring manager",
        "Senior Technical Recruiting Manager",
        "UX / UI Welder",
        "Hi-Fi Welder",
    ] {
        assert_eq!(short(kept, None), kept);
    }
}

#[test]
fn f2_days_pay_contracts_and_places_behind_the_name_are_no_part_of_it() {
    for written in [
        "Welder (3 days a week)",
        "Welder (3 Tage/Woche)",
        "Welder (2 jours par semaine)",
        "Welder (3 días a la semana)",
        "Welder, 3 dagen per week",
        "Welder, 4-day week",
        "Welder - 24 tot 32 uur",
        "Welder (Part-time, 20 hrs/wk)",
        "Welder full time",
        "Welder a jornada completa",
        "Welder – 100 % fast stilling",
        "Welder – 12-month fixed-term contract",
        "Welder up to £35k",
        "Welder – Salary: £30k",
        "Welder – Hours: nights and weekends",
        "Welder 20-40K",
        "Welder（20k-30k）",
        "Welder（杭州，可实习转正）",
        "Welder wanted for the best yard in town",
        "Welder en CDI à Brest",
        "Welder à pourvoir",
        "Welder a Genova",
        "Welder i Göteborg",
        "Welder con experiencia",
        "Welder / Ulm / full-time",
        "Welder for Acme Yards Ltd",
        "Welder｜東京",
    ] {
        assert_eq!(short(written, None), "Welder", "{written}");
    }
    for kept in ["Welder 401k", "Welder to 3 Directors", "Welder a domicilio", "Welder – Steel Lab", "Welder for Docks"]
    {
        assert_eq!(short(kept, None), kept);
    }
}

#[test]
fn f3_greetings_invitations_and_packs_for_applicants_name_no_job() {
    for empty in [
        "Hello there",
        "Hallo, zukünftige Kollegin! Hallo, zukünftiger Kollege!",
        "Bonjour toi",
        "Come cook with us",
        "Komm backen mit uns",
        "Job pack",
        "Procuramos!",
        "Jobs | Acme Yards",
        "Join the Acme Group",
        "Karriere bei der Stadt Ulm",
        "Werken bij de gemeente Ulm",
    ] {
        assert!(is_empty(empty), "{empty}");
    }
    for title in [
        "Come work with us as a cook",
        "Jobs | Marketing",
        "Hallo, Koch gesucht",
        "Hi-Fi Technician",
        "Work in Progress",
        "Dock Welder!",
    ] {
        assert!(!is_empty(title), "{title}");
    }
}

#[test]
fn f1_sentences_of_many_kinds_tell_who_is_sought_below_a_greeting() {
    for (text, expected) in [
        ("Thank you for your interest in joining us as Dock Welder.", "Dock Welder"),
        (
            "The Council seeks to appoint a Clerk and Responsible Harbour Officer.",
            "Clerk and Responsible Harbour Officer",
        ),
        ("Dafür suchen wir Menschen als Projektleitung Stahl (Vollzeit).", "Projektleitung Stahl"),
        ("Le chantier naval recrute son prochain régisseur général. Il navigue.", "Régisseur général"),
        ("Astillero ofrece empleo de soldadora de cascos de junio a septiembre.", "Soldadora de cascos"),
        ("Daar willen we een scheepslasser bij die van staal houdt.", "Scheepslasser"),
        ("Varvet Kölen i Umeå söker svetsare till dockan.", "Svetsare"),
        ("Verftet på Senja søker sveiser i 60 % stilling.", "Sveiser"),
        ("船をともに造ってくださる家具職人を募集しています。", "家具職人"),
        ("Il nous faut une soudeuse qui navigue.", "Soudeuse"),
        ("Are you a dock welder who likes rust? Then read on.", "Dock welder"),
        ("Sind Sie Schweißer (m/w/d) mit Herz?", "Schweißer"),
        ("Ben jij een scheepslasser met hart voor staal?", "Scheepslasser"),
        ("Are you a student who knows an engineer?", "Hello"),
        ("Are you a welder. We are not.", "Hello"),
        ("An opportunity has arisen for a Dock Welder to join us.", "Dock Welder"),
        ("We hire for the position of “Dock Welder” now.", "Dock Welder"),
        ("Na stanowisko: Spawacz", "Spawacz"),
        ("Le chantier recherche, pour sa cale, un soudeur expérimenté.", "Soudeur"),
        ("Il cantiere cerca una saldatrice da inserire nel gruppo.", "Saldatrice"),
        ("溶接工の方を募集しています。", "溶接工"),
        ("溶接工として働いてみませんか。", "溶接工"),
        ("我们正在招焊接工程师，欢迎加入。", "焊接工程师"),
        ("Du som söker är utbildad svetsare.", "Hello"),
        ("Søker må være utdannet sveiser.", "Hello"),
    ] {
        let facts = draft().path("4711.md").heading(1, "Hello").paragraph(text).facts();
        assert_eq!(title(facts).0, expected, "{text}");
    }
    let asked = |below: &str| {
        let draft = draft().path("4711.md").heading(1, "About us").paragraph("We build ships.");
        title(draft.heading(1, "Who we're after").paragraph(below).heading(1, "What you get").facts()).0
    };
    assert_eq!(asked("A dock welder who likes steel and doesn't mind rust. Full time."), "Dock welder");
    assert_eq!(asked("Somebody who likes steel."), "Untitled role");
}

#[test]
fn i4_keys_name_the_job_below_a_motto_and_in_scripts_without_capitals() {
    let below = |motto: &str, line: &str| {
        title(draft().path("4711.md").key("title", motto).key("subtitle", line).paragraph("x").facts()).0
    };
    assert_eq!(below("Come on in, the water's lovely", "Level 2 Swimming Teacher"), "Level 2 Swimming Teacher");
    assert_eq!(below("Harbour Hero", "Swimming Teacher"), "Harbour Hero");
    assert_eq!(below("Come on in now", "who works with our teacher"), "Come on in now");
    assert_eq!(below("Steel and marketing for all", "Swimming Teacher"), "Steel and marketing for all");
    let wide = draft().path("4711.md").key("title", "加入我們").key("job_title", "焊接工程师").paragraph("x");
    assert_eq!(title(wide.facts()).0, "焊接工程师");
    let page = draft().path("4711.md").key("title", "Jobs | Acme Yards").key("jobTitle", "Dock Welder").paragraph("x");
    assert_eq!(title(page.facts()).0, "Dock Welder");
    let tied = |key: &str| title(draft().path("4711.md").key("title", key).paragraph("x").facts()).0;
    assert_eq!(tied("senior_dock_welder"), "Senior Dock Welder");
    assert_eq!(tied("senior-dock-welder"), "Senior Dock Welder");
    assert_eq!(tied("sous-chef"), "sous-chef");
}
