//! Whom applications go to, where a text names others as well.

use super::{draft, ways};

#[test]
fn f1_papers_are_returned_uploaded_and_sent_in_one_file() {
    for text in [
        "Please return the application form to Ann, ann@example.com.",
        "One PDF (letter, CV) by May to Ann: ann (at) example (dot) com.",
        "Bitte den Bogen ausfüllen und zurück an ann@example.com.",
        "Dossier complet en un seul PDF : ann@example.com",
        "Mandar solicitud por correo a ann@example.com.",
        "Mandar o currículo para ann (arroba) example (ponto) com.",
        "Schrijf ons een brief: ann@example.com.",
        "CV with a photo of three of your seams to ann@example.com.",
        "Portfolio (PDF, below 10 MB, or a link) to ann@example.com. Tell us of your hull.",
        "Lebenslauf und zwei Bilder einer Naht an ann@example.com.",
    ] {
        assert_eq!(ways(draft().paragraph("We weld.").paragraph(text)), ["mailto:ann@example.com"], "{text}");
    }
    let page = draft().paragraph("Record a weld and upload it here.").link("here", "https://example.com/weld");
    assert_eq!(ways(page), ["https://example.com/weld"]);
}

#[test]
fn f3_who_shows_the_yard_or_answers_questions_takes_no_applications() {
    for text in [
        "CV to ann@example.com. Bo shows you the dock: bo@example.com.",
        "Sollicitatie naar ann@example.com. Meer weten? Bel of mail Bo: bo@example.com.",
    ] {
        assert_eq!(ways(draft().paragraph(text)), ["mailto:ann@example.com"], "{text}");
    }
    let text = "Apply through our board. Bo is happy to meet you: bo@example.com";
    assert_eq!(ways(draft().paragraph(text).link("our board", "https://example.com/4")), ["https://example.com/4"]);
    let both = "CV to ann@example.com. Or send your application to bo@example.com.";
    assert_eq!(ways(draft().paragraph(both)), ["mailto:ann@example.com", "mailto:bo@example.com"]);
}

#[test]
fn f1_a_form_to_write_by_counts_where_nothing_else_is_said() {
    let page = || {
        draft()
            .paragraph("Schreib uns über https://example.com/f.")
            .link("https://example.com/f", "https://example.com/f")
    };
    assert_eq!(ways(page()), ["https://example.com/f"]);
}

#[test]
fn f1_the_one_link_of_a_section_about_applying_counts_before_who_is_asked() {
    let text = "Nur über unser System: Hafenportal. Fragen an Bo: bo@example.com";
    let page = draft().heading(2, "Bewerbung").paragraph(text).link("Hafenportal", "https://example.com/4");
    assert_eq!(ways(page), ["https://example.com/4"]);
}

#[test]
fn f1_those_who_are_interested_apply_where_one_may_contact_somebody() {
    for text in [
        "Ask as many questions as you like. Any interested applicants can contact us at 0731 5550, or by email ann@example.com.",
        "Visitez le chantier. Les personnes intéressées peuvent écrire à ann@example.com.",
    ] {
        let facts = draft().heading(1, "Welder").paragraph(text).facts();
        let ways = facts.apply.map(|field| field.value);
        assert_eq!(ways, Some(vec!["mailto:ann@example.com".to_owned()]), "{text}");
    }
}
