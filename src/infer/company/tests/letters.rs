//! Names in what goes to and from: addresses, signatures, and what is said of the reader's data.

use super::{company, draft};

fn said(text: &str) -> Option<String> {
    company(draft().heading(1, "Welder").paragraph("Steel, tar and patience.").paragraph(text))
}

#[test]
fn f1_who_keeps_what_the_reader_tells_is_the_employer() {
    for (text, expected) in [
        ("Your data is processed by Keelwright B.V. and deleted after four weeks.", "Keelwright B.V."),
        ("Your personal data will be handled by Keelwright Boats and no one else.", "Keelwright Boats"),
        ("Vos données sont traitées par Quillac Marine.", "Quillac Marine"),
        ("Sus datos serán tratados por Quillamar Astilleros.", "Quillamar Astilleros"),
        ("I tuoi dati saranno trattati da Chigliaviva Barche.", "Chigliaviva Barche"),
        ("Je gegevens worden verwerkt door Kielzicht Boten.", "Kielzicht Boten"),
        ("Os seus dados serão tratados pela Quilhamar Barcos.", "Quilhamar Barcos"),
        ("Dine data behandles af Kølsmed Både.", "Kølsmed Både"),
        ("By applying you agree that Keelwright Boats may store your papers for a year.", "Keelwright Boats"),
        ("Please note that Keelwright Boats does not sponsor visas.", "Keelwright Boats"),
        ("Du stimmst zu, dass Kielfeder Bootsbau deine Daten speichert.", "Kielfeder Bootsbau"),
        ("Vous acceptez que Quillac Marine conserve votre CV.", "Quillac Marine"),
        ("Aceptas que Quillamar Astilleros guarde tus datos.", "Quillamar Astilleros"),
    ] {
        assert_eq!(said(text).as_deref(), Some(expected), "{text}");
    }
}

#[test]
fn f3_who_keeps_it_for_another_or_keeps_anything_else_is_none() {
    for text in [
        "Your data is processed by Hullhire on our behalf.",
        "Your application is handled by our partner Hullhire Search.",
        "Deine Daten werden in unserem Auftrag verarbeitet von Hullhire.",
        "Payments are processed by Hullpay.",
        "Invoices are processed by Hullbooks, which we like.",
    ] {
        assert_eq!(said(text), None, "{text}");
    }
}

fn below(above: &str, address: &str) -> Option<String> {
    company(draft().heading(1, "Welder").paragraph("Steel and tar.").paragraph(above).paragraph(address))
}

#[test]
fn f1_papers_go_to_the_employer_whoever_opens_them_there() {
    for (above, address, expected) in [
        (
            "Bewerbungen bitte an:",
            "Kiel & Töchter Bootsbau\nz. Hd. Frau Doe\nHafenstraße 4\n89073 Ulm",
            "Kiel & Töchter Bootsbau",
        ),
        (
            "Envoyez votre candidature à :",
            "Quillac & Fils\nà l’attention de Mme Doe\n4 rue du Port\n29200 Brest",
            "Quillac & Fils",
        ),
        ("Applications to:", "Keelwright Boats Ltd\nHuman Resources\n4 Hafenstraße\n89073 Ulm", "Keelwright Boats Ltd"),
    ] {
        assert_eq!(below(above, address).as_deref(), Some(expected), "{address}");
    }
}

#[test]
fn f3_addresses_of_people_and_of_events_name_no_employer() {
    for (above, address) in [
        ("Bewerbungen bitte an:", "Jane Doe\nHafenstraße 4\n89073 Ulm"),
        ("Bewerbungen bitte an:", "Frau Jane Doe\nHafenstraße 4\n89073 Ulm"),
        ("Das Fest ist hier:", "Kiel & Anker\nHafenstraße 4\n89073 Ulm"),
    ] {
        assert_eq!(below(above, address), None, "{address}");
    }
    assert_eq!(said("Restaurant in the centre of Ulm, 45 seats, old recipes."), None);
}

#[test]
fn f1_a_posting_is_signed_by_a_house_or_by_somebody_who_has_an_office_there() {
    for (text, expected) in [
        ("Bis bald!\nDein Zirkus Kielfeder", "Zirkus Kielfeder"),
        ("Ihre Stadtwerke Ulmhafen", "Stadtwerke Ulmhafen"),
        ("Votre Théâtre du Quai", "Théâtre du Quai"),
        ("Cordialement,\nQuillac & Fils", "Quillac & Fils"),
        ("Hilsen Turid,\nleder hos Kølsmed Båter", "Kølsmed Båter"),
        ("Groeten,\nJan Doe\neigenaar bij Kielzicht Boten", "Kielzicht Boten"),
        ("Jane Doe\nInhaberin, Kielfeder Bootsbau", "Kielfeder Bootsbau"),
    ] {
        assert_eq!(said(text).as_deref(), Some(expected), "{text}");
    }
}

#[test]
fn f3_people_who_sign_are_no_employers() {
    for text in
        ["Deine Anna", "Ihr Max Muster", "Cheers,\nJane Doe", "Viele Grüße\nAnna", "Your Hotel", "Best,\nAda and Bo"]
    {
        assert_eq!(said(text), None, "{text}");
    }
}

#[test]
fn f2_an_address_tells_of_whom_the_text_speaks_in_other_letters_and_below_a_shared_domain() {
    for (text, address, expected) in [
        ("A OficinaNáutica trata de cascos.", "geral@oficinanautica.example", "OficinaNáutica"),
        ("Hier schweißt die Kielfeder seit Jahren.", "post@kielfeder.example.de", "Kielfeder"),
        ("Steel is what Keelwright Boats is about.", "jobs@keelwrightboats.example.org.au", "Keelwright Boats"),
    ] {
        assert_eq!(below(text, address).as_deref(), Some(expected), "{text}");
    }
}
