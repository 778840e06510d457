//! What is sent where, however that is said, and what is not to be sent there.

use super::{draft, ways};

#[test]
fn f1_whatever_is_to_be_sent_goes_to_the_address_at_the_end() {
    for text in [
        "Please send three photographs of a seam to ann@example.com.",
        "Send ann@example.com a short note on your best seam.",
        "Sende bitte eine Probenaht auf Blech an ann@example.com",
        "Stuur een proeflas van twee centimeter naar ann@example.com.",
        "Envoyez une photo de votre plus belle soudure à ann@example.com.",
        "Envíe una muestra de su trabajo a ann@example.com",
        "Manda una foto di una saldatura a ann@example.com.",
        "Skicka en bild av din finaste svets till ann@example.com",
        "Envia-nos uma amostra (até 10 MB) para ann@example.com.",
        "Two seams and a few lines about yourself, please, to ann@example.com.",
        "Chi salda può scrivere due righe, con curriculum, a Ann (ann@example.com).",
        "Rimaniamo in attesa di ricevere la tua candidatura, il tuo contatto è Ann (ann@example.com)",
        "If you'd rather write, ann [at] example [dot] com gets to me.",
        "溶接の写真と自己紹介を添えて、ann@example.com まで。",
        "把你的焊接照片发到 ann@example.com。",
        "Ansökan med två bilder mejlas till ann@example.com.",
        "CV to ann@example.com – boats for rent: rental@example.com",
        "Mail (ann あっと example.com) genügt.",
        "Bewerbungen mit Foto an: Hullwerk, Hafenstr. 1, 89073 Ulm oder ann@example.com",
        "Please request an application form from ann@example.com.",
        "CV and a photo of a seam → ann@example.com, by Sunday",
        "Sollicitaties kun je mailen naar Ann (voorvrouw), ann@example.com",
        "Hasta el 3 de mayo, enviando CV y una foto de una soldadura a ann@example.com.",
        "Apareçam depois das 15h e perguntem pela Ann, ou mandem mensagem para ann@example.com.",
        "Ring Ann after the tide, or send two lines to ann@example.com.",
        "Komm an der Werft vorbei oder schick zwei Zeilen an ann@example.com.",
    ] {
        assert_eq!(ways(draft().paragraph("We weld.").paragraph(text)), ["mailto:ann@example.com"], "{text}");
    }
}

#[test]
fn f1_questions_to_answer_and_forms_to_fill_in_lead_to_the_page_behind_them() {
    const FORM: &str = "https://example.com/forms/welder";
    const PAGE: &str = "https://example.com/x/sales-welder/";
    for text in [
        "Five questions, no CV: https://example.com/forms/welder",
        "Rispondi a cinque domande su https://example.com/forms/welder.",
        "Trois questions, par ici : https://example.com/forms/welder",
        "Please answer the questions on https://example.com/forms/welder.",
        "Mandaci tre foto compilando il modulo: https://example.com/forms/welder",
        "As candidaturas fazem-se na plataforma (https://example.com/forms/welder).",
        "Søknad sender du via https://example.com/forms/welder innen fredag.",
        "Gebruik daarvoor de groene knop op https://example.com/forms/welder.",
        "Go to https://example.com/forms/welder and leave a resume there.",
        "Votre dossier est à déposer sur https://example.com/forms/welder.",
        "Upload yours here: https://example.com/forms/welder.",
        "Upload je cv via example.com/forms/welder.",
        "感兴趣就填一下这张表：https://example.com/forms/welder",
        "¿Te apuntas? → https://example.com/forms/welder",
        "Bist du dabei? https://example.com/forms/welder",
        "Press Apply on the portal: https://example.com/forms/welder",
        "Tu peux appeler Ann, ou remplir ta demande en ligne : https://example.com/forms/welder",
        "Hasta el 3 de mayo, llenando este formulario: https://example.com/forms/welder",
    ] {
        let fixture = draft().paragraph("We weld.").paragraph(text);
        let shown = if text.contains("https://") { fixture.link(FORM, FORM) } else { fixture };
        assert_eq!(ways(shown), [FORM], "{text}");
    }
    // The words of an address are no words of the sentence: "sales".
    let text = format!("Please send your application, with what you expect to earn, by {PAGE}");
    assert_eq!(ways(draft().paragraph(&text).link(PAGE, PAGE)), [PAGE]);
    let below = draft().paragraph("Please apply on the county's board:\nLink").link("Link", FORM);
    assert_eq!(ways(below), [FORM]);
}

#[test]
fn f1_of_two_pages_the_one_below_the_other_counts() {
    let text = "Apply at https://example.com/jobs or https://example.com/jobs/welder.";
    let fixture = draft().paragraph(text).link("https://example.com/jobs", "https://example.com/jobs");
    let fixture = fixture.link("https://example.com/jobs/welder", "https://example.com/jobs/welder");
    assert_eq!(ways(fixture), ["https://example.com/jobs/welder"]);
}

#[test]
fn f3_where_nothing_is_to_be_sent_nobody_applies() {
    for text in [
        "Ann's address is ann@example.com, but don't send applications there.",
        "Keine Bewerbungen an ann@example.com!",
        "Pas de candidatures à ann@example.com, merci.",
        "Stuur geen sollicitaties naar ann@example.com.",
        "In the yard you'd send drawings to Ann. Her desk is by the dock.",
    ] {
        assert!(ways(draft().heading(1, "Welder").paragraph(text)).is_empty(), "{text}");
    }
    let duty = draft().heading(2, "What you'll do").item("Send the drawings of hulls to hulls@example.com");
    assert!(ways(duty).is_empty());
    for page in ["https://docs.google.com/presentation/d/1/embed", "https://www.google.com/maps/place/Ulm"] {
        let shown = draft().paragraph("We weld.").heading(2, "Contact").paragraph("See here:").link("here", page);
        assert!(ways(shown).is_empty(), "{page}");
    }
    let shared = draft().heading(2, "Processus de recrutement").paragraph("Merci de partager l'offre : ce lien");
    assert!(ways(shared.link("ce lien", "https://example.com/pad")).is_empty());
}

#[test]
fn f1_what_an_address_is_called_may_stand_right_before_it() {
    let text = "Candidaturas com CV para o endereço ann@example.com, ao cuidado da Ann. Reservas: bo@example.com.";
    assert_eq!(ways(draft().paragraph(text)), ["mailto:ann@example.com"]);
}

#[test]
fn f1_of_what_is_said_before_an_address_the_last_counts() {
    let text = "Questions about steel go to the yard\nplease email your CV to:\nann@example.com\nSubject: weld";
    assert_eq!(ways(draft().paragraph(text)), ["mailto:ann@example.com"]);
    let asked = "Please email your CV to the yard\nFor questions:\nann@example.com\nor the gate";
    assert!(ways(draft().paragraph(asked)).is_empty());
}

#[test]
fn f1_links_that_a_word_for_and_joins_are_ways_alike() {
    let ways = |text: &str| {
        let (ann, bo) = ("mailto:ann@example.com", "mailto:bo@example.com");
        ways(draft().paragraph(text).link("Ann", ann).link("Bo", bo))
    };
    assert_eq!(ways("Please email Ann and Bo to apply."), ["mailto:ann@example.com", "mailto:bo@example.com"]);
    assert_eq!(ways("Send your CV to Ann. Bo shows you the yard."), ["mailto:ann@example.com"]);
}

#[test]
fn f1_papers_may_go_somewhere_in_the_sentence_that_tells_who_answers_questions() {
    let text = "Fragen beantwortet Bo unter bo@example.com, deine Bewerbung geht an ann@example.com.";
    assert_eq!(ways(draft().paragraph(text)), ["mailto:ann@example.com"]);
    let duty = "You answer mail that arrives at ann@example.com within four hours.";
    assert!(ways(draft().paragraph(duty)).is_empty());
}

#[test]
fn f1_a_link_of_a_short_application_leads_to_it_and_so_does_a_host_behind_its_verb() {
    const PAGE: &str = "https://example.com/welders/7";
    for (before, link) in [
        ("Ohne Lebenslauf in einer Minute:", "Kurzbewerbung"),
        ("Sans CV :", "Candidature express"),
        ("No CV needed:", "Quick application"),
        ("Loop een dag mee! Solliciteren gaat via", "werkenbijhull.example"),
    ] {
        let shown = draft().paragraph("We weld.").paragraph(&format!("{before} {link}.")).link(link, PAGE);
        assert_eq!(ways(shown), [PAGE], "{before} {link}");
    }
    let text = "Hasta el 3 de mayo, llenando este formulario. Si falla la grúa, mándalo todo a ann@example.com.";
    let both = draft().paragraph("We weld.").paragraph(text).link("este formulario", PAGE);
    assert_eq!(ways(both), [PAGE, "mailto:ann@example.com"]);
}
