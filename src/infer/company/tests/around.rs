//! Names around the text: beside and below the title, above a verb, with their form, and in the line at the end.

use super::company;
use crate::infer::fixture::draft;

#[test]
fn f2_a_line_right_below_the_title_begins_with_the_house() {
    let below = |line: &str| company(draft().heading(1, "Welder").paragraph(line).paragraph("You weld hulls."));
    for (line, expected) in [
        ("Menuiserie Le Quai & Fils, Pont-Coque, à deux pas du port", "Menuiserie Le Quai & Fils"),
        ("Schule Kielfeld Ulm, Zyklus 3", "Schule Kielfeld Ulm"),
        ("Keel & Rudder Boatyard, just behind the lock", "Keel & Rudder Boatyard"),
        ("Osteria della Chiglia, trenta coperti sul molo", "Osteria della Chiglia"),
    ] {
        assert_eq!(below(line).as_deref(), Some(expected), "{line}");
    }
    for line in ["Klinik für Kiele, Station 4", "Night shift, dock 3", "School Lane, two minutes from the dock"] {
        assert_eq!(below(line), None, "{line}");
    }
}

#[test]
fn f2_a_heading_that_the_line_below_goes_on_from_names_who_hires() {
    for (name, below) in
        [("Fondation Les Coques", "met au concours un poste de"), ("Stiftung Kielwasser", "sucht per sofort")]
    {
        let fixture = draft().heading(1, name).heading(3, below).heading(2, "Welder");
        assert_eq!(company(fixture).as_deref(), Some(name), "{below}");
    }
}

#[test]
fn f2_the_first_heading_names_those_who_tell_of_themselves_below() {
    let headed = |heading: &str, below: &str| {
        company(draft().key("title", "Welder").heading(2, heading).paragraph(below).heading(2, "Tasks").item("Weld"))
    };
    let french = "Quatorze personnes et une grue. Nous aimons le calme et nous soudons.";
    assert_eq!(headed("La Fiduciaire du Quai", french).as_deref(), Some("Fiduciaire du Quai"));
    let english = "Nine people and a dog. The boats we mend are made of wood.";
    assert_eq!(headed("School Holidays", english), None);
    assert_eq!(headed("La Fiduciaire du Quai", "Quatorze personnes et une grue."), None);
}

#[test]
fn f2_what_those_are_who_write_may_stand_before_their_name() {
    for (text, expected) in [
        ("We are a small family yard, Keel & Rudder, and we have built boats since the flood.", "Keel & Rudder"),
        ("Vi är en liten verkstad, Skrovö, och vi svetsar.", "Skrovö"),
        ("Wir sind ein kleiner Betrieb, die Hullwerk Kiel, und wir schweißen.", "Hullwerk Kiel"),
    ] {
        assert_eq!(company(draft().heading(1, "Welder").paragraph(text)).as_deref(), Some(expected), "{text}");
    }
    let list = "We are a team of welders, Rustaceans, and riggers.";
    assert_eq!(company(draft().heading(1, "Welder").paragraph(list)), None);
}

#[test]
fn f2_a_name_stands_before_its_form_of_several_words() {
    for (text, expected) in [
        ("Astilleros Puerto del Norte, S.A. de C.V.\nMuelle Sur", "Astilleros Puerto del Norte, S.A. de C.V."),
        ("Skrovö Omsorg ek. för. har en kran.", "Skrovö Omsorg ek. för."),
    ] {
        assert_eq!(company(draft().heading(1, "Welder").paragraph(text)).as_deref(), Some(expected), "{text}");
    }
}

#[test]
fn f2_an_institution_before_its_street_may_stand_alone_at_the_end() {
    let end = |line: &str| company(draft().heading(1, "Cook").paragraph("We cook for thirty.").paragraph(line));
    assert_eq!(end("Tasca da Quilha, Rua do Aço 41").as_deref(), Some("Tasca da Quilha"));
    assert_eq!(end("Bodega Quilla del Sur, 4 Calle del Puerto Viejo").as_deref(), Some("Bodega Quilla del Sur"));
    assert_eq!(end("Jane de la Quilha, Rua do Aço 41"), None);
}

#[test]
fn f2_houses_are_named_up_to_a_dash_and_behind_words_for_vacancies() {
    for (text, expected) in [
        ("La Biblioteca Chiglia – Ente morale, con sede a Ulma, cerca un saldatore.", "Biblioteca Chiglia"),
        (
            "El Centro de Formación San Quilla (Proa, Popa), centro concertado, necesita incorporar",
            "Centro de Formación San Quilla",
        ),
    ] {
        assert_eq!(company(draft().heading(1, "Welder").paragraph(text)).as_deref(), Some(expected), "{text}");
    }
    for (title, expected) in [
        ("Vacancy at Le Quai Keelman Attorneys", "Le Quai Keelman Attorneys"),
        ("Vacature bij Hullwerf Kiel", "Hullwerf Kiel"),
    ] {
        let vacancy = draft().heading(1, title).paragraph("Wij zoeken een lasser.");
        assert_eq!(company(vacancy).as_deref(), Some(expected), "{title}");
    }
}

#[test]
fn f3_contracts_and_sites_of_the_employers_own_are_no_employers() {
    let intern = draft().paragraph("TIROCINIO EXTRACURRICULARE – Laboratorio di chiglie").paragraph("Saldiamo.");
    assert_eq!(company(intern), None);
    for text in ["Jobs mostly on our own floor at Harbour Dock.", "The role is done in our shed at Keel Bend."] {
        assert_eq!(company(draft().heading(1, "Welder").paragraph(text)), None, "{text}");
    }
}
