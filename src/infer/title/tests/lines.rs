//! Titles of first lines, of headings that announce or ask, and what is taken off them.

use super::title;
use crate::infer::fixture::draft;
use crate::infer::title::short;

#[test]
fn f2_a_first_line_below_a_number_behind_a_mark_or_before_a_colon_names_the_job() {
    let numbered = draft().path("a.md").paragraph("Posting #47").paragraph("Welder II (Night shift)");
    assert_eq!(title(numbered.facts()).0, "Welder II (Night shift)");
    let marked = draft().path("a.md").paragraph("[FREELANCE] Ship welder – Ulm – from the first of May");
    assert_eq!(title(marked.facts()).0, "Ship welder – Ulm – from the first of May");
    let topic =
        draft().path("a.md").paragraph("Welder position: how steel ages").paragraph("We study steel, and you help us.");
    assert_eq!(title(topic.facts()).0, "Welder position: how steel ages");
    let wide = "【船好き求む】港の造船所で船体を溶接する正社員の溶接工";
    assert_eq!(title(draft().path("hull.md").paragraph(wide).facts()).0, wide);
    let prose = "We weld ships in Ulm, and have done so for years.";
    let deep = draft().path("a.md").paragraph(prose).paragraph(prose).paragraph("Welder");
    assert_ne!(title(deep.facts()).0, "Welder");
}

#[test]
fn f2_the_only_heading_of_its_level_at_the_top_is_the_title() {
    let top = draft().path("a.md").heading(2, "Steel of old ships").heading(3, "Profile").paragraph("You weld.");
    assert_eq!(title(top.facts()).0, "Steel of old ships");
    let equals =
        draft().path("welder.md").heading(2, "Steel of old ships").heading(2, "Profile").paragraph("You weld.");
    assert_eq!(title(equals.facts()).0, "Welder");
}

#[test]
fn f2_what_asks_or_tells_of_those_who_write_gives_way_to_the_job() {
    for heading in ["Join the crew", "We need somebody who is not afraid of steel", "Komm in unser Team"] {
        let called = draft().path("a.md").heading(1, heading).heading(3, "Shipwright / welder").paragraph("You weld.");
        assert_eq!(title(called.facts()).0, "Shipwright / welder", "{heading}");
    }
    assert_eq!(short("Could you be our next Welder?", None), "Welder");
    assert_eq!(short("Cerchiamo un/una Welder", None), "Welder");
    assert_eq!(short("Hey, we need another welder 👋", None), "Welder");
    assert_eq!(short("We need a welder who swims", None), "Welder");
    assert_eq!(short("Gesucht: Schweißer, der gerne schwimmt", None), "Schweißer");
    assert_eq!(short("Welder who swims", None), "Welder who swims");
    assert_eq!(short("我们想找一位焊接工程师", None), "焊接工程师");
    assert_eq!(short("CONTRACT: Ship welder", None), "Ship welder");
    assert_eq!(short("Ship Artist - Ref HULL47", None), "Ship Artist");
    for title in [
        "Welder, 80%–100% (f/m/d)",
        "Welder (Part-Time, 20h/week)",
        "Welder - Contract",
        "Welder (6 month contract)",
        "Welder - 12 month FTC",
        "Welder (Maternity cover)",
        "Welder #4711",
        "REQ-1234 Welder",
        "2x Welder",
        "Welder, San Francisco, CA",
        "Apply now: Welder",
        "On recrute un·e Welder",
        "Welder (5/17 ~ 6/4)",
        "Vi söker en Welder",
    ] {
        assert_eq!(short(title, None), "Welder", "{title}");
    }
    for title in ["Welder, Docks, Yards", "F-35 Welder", "Contract Welder", "Welder, 3rd shift"] {
        assert_eq!(short(title, None), title);
    }
}

#[test]
fn f1_below_an_employers_name_what_is_sought_is_the_title() {
    let sought =
        draft().path("a.md").heading(1, "ESCUELA DE SOLDADURA LA QUILLA").heading(2, "Buscamos ayudante de dique");
    assert_eq!(title(sought.paragraph("Soldamos.").facts()).0, "Ayudante de dique");
    let announced = draft().key("title", "Búsqueda laboral").heading(2, "Soldador de barcos").paragraph("Soldamos.");
    assert_eq!(title(announced.facts()).0, "Soldador de barcos");
}

#[test]
fn f2_subjects_and_references_above_a_title_are_passed_over() {
    let first = |text: &str| title(draft().path("torch-x.md").paragraph(text).paragraph("You weld ships.").facts()).0;
    for text in [
        "Subject: Dock welder wanted\nTo: all on the list",
        "HIRING: Dock welder",
        "REF: HX/2291\nDock welder\nUlm",
        "[Biete] Dock welder, Ulm",
        "Betreff: Dock welder gesucht",
    ] {
        assert_eq!(first(text), "Dock welder", "{text}");
    }
    assert_eq!(first("Gesucht: Dock welder, der gerne schweißt"), "Torch X");
    for announced in
        ["Notice of Vacancy: Welder", "Processo seletivo 04/2025 – Welder", "Stellenausschreibungen : Welder"]
    {
        assert_eq!(short(announced, None), "Welder", "{announced}");
    }
    assert_eq!(short("Welder - Acme Museum - Hulls for all", Some("Acme Museum")), "Welder");
    assert_eq!(short("Soudeuse – CDI part-time", None), "Soudeuse");
}

#[test]
fn f2_a_lone_heading_of_any_level_is_the_title_where_no_name_of_a_job_is_found() {
    let below = |heading: &str| draft().path("torch-x.md").heading(2, heading).paragraph("We have ships.");
    assert_eq!(title(below("Hull tamer in chief").facts()).0, "Hull tamer in chief");
    assert_eq!(title(below("Hull tamer in chief").heading(2, "The dock").facts()).0, "Torch X");
}

#[test]
fn f2_sentences_name_jobs_in_small_letters() {
    let sought = |text: &str| title(draft().path("dock-x.md").paragraph(text).facts()).0;
    for (text, expected) in [
        ("Hi all, looking for a friendly dock welder who sings.", "Dock welder"),
        ("It takes time. We have an opening for a lead dock welder, beginning in May.", "Lead dock welder"),
        ("La escuela necesita soldador para su dique.", "Soldador"),
        ("The yard is old. We need help with a welder of ours.", "Dock X"),
    ] {
        assert_eq!(sought(text), expected, "{text}");
    }
}

#[test]
fn f2_a_row_below_a_call_and_lines_that_answer_what_name_the_job() {
    let row = draft().heading(1, "Do you weld by night?").paragraph("Dock Welder · Ulm · 22.5 hours (nights)");
    assert_eq!(title(row.paragraph("Ships come in.").facts()).0, "Dock Welder");
    for (line, expected) in [
        ("What: Steel yard clerk", "Steel yard clerk"),
        ("Was: Schweißer:in", "Schweißer:in"),
        ("Topic: [OFFER] Dock welder", "Dock welder"),
    ] {
        assert_eq!(title(draft().paragraph(line).paragraph("Ships come in.").facts()).0, expected, "{line}");
    }
    let tasks = draft().path("mate.md").paragraph("What: planks (larch on oak), new deck.").facts();
    assert_eq!(title(tasks).0, "Mate");
}

#[test]
fn f2_a_line_that_announces_below_a_heading_and_a_row_names_the_job() {
    let academy = || draft().path("a.md").heading(2, "Ulm Dock Academy").paragraph("Ulm | Grades 7–12 | Est. 1990");
    let announced =
        academy().paragraph("Vacancy Announcement: Teacher of Welding, 2031–32").paragraph("Salary: tier 2");
    assert_eq!(title(announced.facts()).0, "Teacher of Welding, 2031–32");
    let told = academy().paragraph("Head teacher: Ann Hull").paragraph("Salary: tier 2");
    assert_eq!(title(told.facts()).0, "Ulm Dock Academy");
}

#[test]
fn f2_a_heading_that_breaks_off_or_names_a_year_leads_to_the_one_below() {
    for (above, between) in [
        ("Fondation du Port", "met au concours un poste d'"),
        ("Hullwerk", "is looking for a"),
        ("Zweckverband Hafen", "hat eine Stelle als"),
    ] {
        let facts =
            draft().path("a.md").heading(1, above).heading(3, between).heading(2, "Soudeur ou soudeuse").facts();
        assert_eq!(title(facts).0, "Soudeur ou soudeuse", "{between}");
    }
    for page in ["CONVOCATORIA — Curso 2030/2031", "Vacancies: Summer 2031"] {
        let facts = draft().path("a.md").heading(1, page).paragraph("El dock necesita").heading(2, "Soldador").facts();
        assert_eq!(title(facts).0, "Soldador", "{page}");
    }
    let named = draft().path("a.md").heading(1, "Welding 2031").paragraph("El dock necesita").heading(2, "Soldador");
    assert_eq!(title(named.facts()).0, "Welding 2031");
}

#[test]
fn f2_a_name_apart_below_a_broken_sentence_says_more_than_the_files_name() {
    let council = draft()
        .path("2030-06-clerk-docks.md")
        .paragraph("Dockamt Ulm – Der Vorstand")
        .paragraph("Stellenausschreibung");
    let facts = council
        .paragraph("Beim Dockamt mit Sitz in Ulm ist bald eine Stelle als")
        .paragraph("Schweißerin / Schweißer Tiefbau")
        .paragraph("unbefristet zu besetzen.");
    assert_eq!(title(facts.facts()).0, "Schweißerin / Schweißer Tiefbau");
}

#[test]
fn f2_a_first_line_for_several_in_any_case_and_a_vacancy_at_somebodys_name_the_job() {
    for line in ["DOCK WORKERS – Night Shifts", "Dock Welders"] {
        let facts =
            draft().path("dw-nights.md").paragraph(&format!("{line}\nHullwerk, Ulm")).paragraph("We weld.").facts();
        assert_eq!(title(facts).0, line);
    }
    let greeted = draft().path("dw-nights.md").paragraph("Our welders").paragraph("We weld.").facts();
    assert_eq!(title(greeted).0, "Dw Nights");
    let at = draft().path("dock-secretary.md").heading(1, "Vacancy at Hull & Bee Attorneys").paragraph("We weld.");
    assert_eq!(title(at.facts()).0, "Dock Secretary");
    for page in ["Job opening at Hullwerk GmbH", "Stelle bei Hullwerk", "Vacancy at Hullwerk"] {
        let sought = draft().path("a.md").heading(1, page).paragraph("We seek a dock welder.");
        assert_eq!(title(sought.facts()).0, "Dock welder", "{page}");
    }
    let at = draft().path("a.md").heading(1, "Opening at Head Welder").paragraph("We weld.");
    assert_eq!(title(at.facts()).0, "Opening at Head Welder");
}
