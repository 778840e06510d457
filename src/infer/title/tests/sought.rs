//! Jobs that a sentence, a label or a line of front matter names, where the title above them only announces.

use super::title;
use crate::infer::fixture::draft;
use crate::infer::title::short;

#[test]
fn f3_a_page_of_somebody_gives_way_to_any_key_that_names_the_job() {
    for page in [
        "Careers at Acme",
        "Jobs at Acme",
        "Karriere bei Hullwerk",
        "Rejoindre Acme",
        "Trabalhe na Acme",
        "Lavora con Hullwerk",
        "Werken bij Scheepswerf De Kiel",
        "Jobba hos Acme",
        "Volná místa",
        "Opportunities",
        "Oportunidades",
        "2025-03 Vacancy 7",
    ] {
        for key in ["job_title", "poste", "functietitel", "pozice", "befattning", "munkakör", "subtitle", "untertitel"]
        {
            let facts =
                draft().path("4711.md").key("title", page).key(key, "Dock Welder").paragraph("We weld.").facts();
            assert_eq!(title(facts).0, "Dock Welder", "{page} beside {key}");
        }
        let alone = draft().path("4711.md").key("title", page).paragraph("We weld.").facts();
        assert_eq!(title(alone).0, page);
    }
    for (named, subtitle) in
        [("Careers Adviser at Acme", "Dock Welder"), ("Careers at Acme", "We weld, says our welder.")]
    {
        let facts = draft().path("4711.md").key("title", named).key("subtitle", subtitle).paragraph("Steel.").facts();
        assert_ne!(title(facts).0, subtitle);
    }
}

#[test]
fn f1_a_label_of_a_job_may_be_parted_by_a_dash_or_be_bold() {
    for line in [
        "Opening – Dock Welder",
        "Role Dock Welder",
        "Profilo ricercato: Dock Welder",
        "Poste à pourvoir : Dock Welder",
        "Nombre del cargo: Dock Welder",
        "Stanowisko: Dock Welder",
        "Befattning: Dock Welder",
    ] {
        let facts = draft().path("4711.md").paragraph(&format!("We build ships.\n{line}\nStart: soon")).facts();
        assert_eq!(title(facts).0, "Dock Welder", "{line}");
    }
    let abbreviated = draft().path("4711.md").paragraph("Stanowisko: Specjalista ds. spawania\nStart: soon").facts();
    assert_eq!(title(abbreviated).0, "Specjalista ds. spawania");
    for line in ["Job Coach", "VACANCY FOR A WELDER", "Role model and welder", "Position – see below"] {
        let facts = draft().path("4711.md").paragraph(&format!("We build ships.\n{line}\nStart: soon")).facts();
        assert!(facts.title.is_none_or(|title| title.value != "Coach" && !title.value.contains("FOR")), "{line}");
    }
    assert_eq!(short("Intitulé du poste : Soudeur (H/F)", None), "Soudeur");
}

#[test]
fn f1_a_sentence_names_the_job_below_a_heading_that_is_not_about_it() {
    for (heading, text, expected) in [
        ("Sparks, steel and cold mornings", "Acme is recruiting for a Dock Welder in Ulm.", "Dock Welder"),
        ("Ulm Harbour Trust Company", "The Trust invites applications for the post of Dock Welder.", "Dock Welder"),
        ("Hullwerk", "Hullwerk seeks a Dock Welder who sails.", "Dock Welder"),
        (
            "Komm an die Kaikante!",
            "Wir, die Werft in Ulm, suchen ab sofort eine Schweißerin, die segelt.",
            "Schweißerin",
        ),
        ("Keel whisperer", "We are looking for a welder who listens to ships.", "Keel whisperer"),
        ("PhD position in old steel", "We seek a Doctoral Researcher to join us.", "PhD position in old steel"),
        ("Steel and Python at the quay of Ulm", "We seek a Senior Engineer.", "Steel and Python at the quay of Ulm"),
    ] {
        let facts = draft().path("4711.md").heading(1, heading).paragraph(text).facts();
        assert_eq!(title(facts).0, expected, "{heading}");
    }
}

#[test]
fn f1_sentences_name_jobs_in_more_ways_and_over_wrapped_lines() {
    for (text, expected) in [
        ("We have money for one more. The job is called Dock Welder, and it is hot.", "Dock Welder"),
        ("As Dock Welder you join hulls all day.", "Dock Welder"),
        (
            "Wij zijn een werf in het hart van de oude haven van Ulm. En wij\nzoeken een dock-lasser die zingt.",
            "Dock-lasser",
        ),
        ("Este verano buscamos soldadora naval con ganas.", "Soldadora naval"),
        ("Cet été, deviens soudeur de coques au chantier.", "Soudeur de coques"),
        ("A Acme (Coimbra) procura soldador com experiência.", "Soldador"),
        ("We have an opening for a kind, CSWIP-qualified dock welder.", "Dock welder"),
        ("我们的船厂（上海）诚聘焊接工程师两名，有证书。", "焊接工程师"),
        ("港では、船を直していただける溶接工を一名募集します。", "溶接工"),
        ("As the yard grows, welders come and go.", "Dock"),
        ("As Acme grows, we weld.", "Dock"),
    ] {
        assert_eq!(title(draft().path("dock.md").paragraph(text).facts()).0, expected, "{text}");
    }
}

#[test]
fn f1_a_sentence_that_is_broken_off_is_ended_by_the_block_below() {
    let broken = |text: &str, name: &str| {
        title(draft().path("4711.md").paragraph(text).heading(3, name).paragraph("We weld steel.").facts()).0
    };
    assert_eq!(broken("The Trustees wish to appoint a", "Keel Whisperer"), "Keel Whisperer");
    assert_eq!(broken("O estaleiro abre candidaturas para o lugar de", "Guarda do Cais"), "Guarda do Cais");
    assert_ne!(broken("This is what we are looking for:", "Your profile"), "Your profile");
    assert_ne!(broken("This is the yard that you know.", "Keel whisperer"), "Keel whisperer");
    let lined = draft().path("4711.md").key("title", "Opportunities");
    let lined = lined
        .paragraph("University of Ulm, School of Hulls and of Steel")
        .paragraph("Research Fellow in Welding\nGrade 7");
    assert_eq!(title(lined.facts()).0, "Research Fellow in Welding");
    let asked =
        draft().path("4711.md").heading(2, "Word jij onze nieuwe lasser?").heading(2, "Wij").paragraph("Staal.");
    assert_eq!(title(asked.facts()).0, "Lasser");
}

#[test]
fn f2_terms_counts_and_lists_behind_a_name_are_no_part_of_it() {
    for (written, expected) in [
        ("Welder – maternity cover, 12 months", "Welder"),
        ("Soudeur (H/F) - CDD 6 mois - Rennes", "Soudeur"),
        ("Schweißer – befristet auf 2 Jahre", "Schweißer"),
        ("Schweißer (m/w/d) in Vollzeit für Bremen", "Schweißer"),
        ("Welder (temporary, part-time)", "Welder"),
        ("Welder (re-advertised)", "Welder"),
        ("Hull Welder x2", "Hull Welder"),
        ("Cercasi saldatore - stagione estiva", "Saldatore"),
        ("溶接工(東京・正社員)", "溶接工"),
        ("焊接工程师(杭州)", "焊接工程师"),
        ("Junior Hull Welder Rotterdam", "Junior Hull Welder"),
        ("Hull Welder – Docks, 12 tanks", "Hull Welder – Docks, 12 tanks"),
        ("Product Manager Mobile", "Product Manager Mobile"),
        ("Welder (Temporary Works)", "Welder (Temporary Works)"),
        ("Trader FX2", "Trader FX2"),
        ("エンジニア(Go)", "エンジニア(Go)"),
    ] {
        assert_eq!(short(written, None), expected, "{written}");
    }
}

#[test]
fn f1_a_sentence_that_spells_out_the_one_word_of_the_files_name_gives_the_title() {
    let named = |text: &str| title(draft().path("welder.md").paragraph(text).facts()).0;
    assert_eq!(named("We are looking for a welder apprentice who sails."), "Welder apprentice");
    assert_eq!(named("We are looking for a captain of ships."), "Welder");
    assert_eq!(named("You weld ships."), "Welder");
    let called = draft()
        .path("1.md")
        .key("title", "We're hiring!")
        .paragraph("Hull Yard needs a night welder to start in June.");
    assert_eq!(title(called.facts()).0, "Night welder");
    let of_words = |text: &str| title(draft().path("dock-welder.md").paragraph(text).facts()).0;
    assert_eq!(of_words("Acme is seeking a part-time Dock Crane Welder to help us."), "Dock Crane Welder");
    assert_eq!(of_words("Acme is seeking a Crane Welder to help us."), "Dock Welder");
}

#[test]
fn f1_the_job_below_an_employers_name_may_stand_behind_a_heading_that_announces() {
    let college = |between: &str| {
        let top = draft().heading(1, "Keel College").paragraph("*Independent, co-educational · Ulm*");
        let posting = top.heading(2, between).heading(3, "Teacher of Welding (Phase 2)");
        title(posting.paragraph("The College invites applications for the above post from 1 July.").facts()).0
    };
    assert_eq!(college("Vacancy in our Welding Department"), "Teacher of Welding (Phase 2)");
    assert_eq!(college("Vacancies"), "Teacher of Welding (Phase 2)");
    assert_eq!(college("Our boats"), "Keel College");
    let broken = draft().path("4711.md").key("title", "Vacatures").paragraph("Per 1 mei is de Werf op zoek naar een");
    let ended = broken.heading(2, "enthousiaste en zorgzame lasser voor onze werf.").paragraph("Je bouwt.");
    assert_eq!(title(ended.facts()).0, "Lasser");
    let stopped = draft().path("4711.md").paragraph("Dock Welder.\nAcme · Ulm\n18 hours ago").paragraph("We weld.");
    assert_eq!(title(stopped.facts()).0, "Dock Welder");
}

#[test]
fn f2_announcements_go_but_for_what_names_the_position() {
    for (written, expected) in [
        ("On cherche notre coquier·ère !", "Coquier·ère"),
        ("Buscamos nuestra soldadora", "Soldadora"),
        ("Offre de stage M2 Soudure", "Stage M2 Soudure"),
        ("Offre de thèse Coques et soudure", "Thèse Coques et soudure"),
        ("Offre de stage soudeur", "Soudeur"),
        ("招聘博士后", "博士后"),
        ("招聘负责人", "招聘负责人"),
        ("Dock Welder Openings", "Dock Welder"),
        ("Post for a Hull-Ulm collaboration", "Post for a Hull-Ulm collaboration"),
    ] {
        assert_eq!(title(draft().key("title", written).facts()).0, expected, "{written}");
    }
}

#[test]
fn f3_what_an_advertisement_is_called_is_no_title() {
    for path in ["annonse.md", "annons.md", "markdown.md", "inserat.md", "anuncio.md"] {
        let posting = draft().path(path).paragraph("Vårt lille team ser etter sin tredje sveiser.");
        assert_eq!(title(posting.facts()).0, "Tredje sveiser", "{path}");
    }
}
