//! Where the name of a job ends in a sentence.

use super::name_in;

#[test]
fn a_name_ends_where_the_sentence_goes_on() {
    for (rest, expected) in [
        (" a Senior Welder to join our yard", Some("Senior Welder")),
        (" an experienced and proactive UI/UX Designer who draws", Some("UI/UX Designer")),
        (" einen Schweißer (m/w/d) für unser Dock", Some("Schweißer (m/w/d)")),
        (" un(e) soudeur(se) pour notre chantier", Some("Soudeur(se)")),
        (" a Head of Welding, based in Ulm", Some("Head of Welding")),
        (" people who weld", None),
        (" someone like Jane", None),
        (" Welders and Engineers who really like to weld", None),
        (" a welder", Some("Welder")),
        (" a Golang welder to join us", Some("Golang welder")),
        (" an experienced Android welder", Some("Android welder")),
        (" a committed, proactive, and driven Accounts Assistant with", Some("Accounts Assistant")),
        (" our very first yard business manager", Some("Yard business manager")),
        (" a multi-talented dock welder", Some("Dock welder")),
        (
            " a Part-time Junior Dock Welder (Contract / 20 hours per week) to work",
            Some("Part-time Junior Dock Welder"),
        ),
        (" Schweißer:in im Bereich Rumpf", Some("Schweißer:in")),
        (" eine Schweißerin oder einen", Some("Schweißerin")),
        (" en erfaren dock-svetsare för att", Some("Dock-svetsare")),
        (" un editor de video para unirse", Some("Editor de video")),
        (" un soldador naval con ganas", Some("Soldador naval")),
        (" un community manager", Some("Community manager")),
        (" una preparazione tecnica", None),
        (" a person we know", None),
        (" a Creative Director", Some("Creative Director")),
        (" un·e chargé·e de projet et communication pour", Some("Chargé·e de projet et communication")),
        (" una responsable de flota y captación de fondos para", Some("Responsable de flota y captación de fondos")),
        (" un soldador y mucho más que eso", Some("Soldador")),
        (" eine:n Referent:in für Presse- und Hafenarbeit in", Some("Referent:in für Presse- und Hafenarbeit")),
        (" eine Leitung für unsere Werft", Some("Leitung")),
        (" eine Assistenz für Ulm", Some("Assistenz")),
        (" een medewerker communicatie en vlootbeheer.", Some("Medewerker communicatie en vlootbeheer")),
        (" een projectleider duurzame scheepvaart (32 uur)", Some("Projectleider duurzame scheepvaart")),
        (" een medewerker die van schepen houdt", Some("Medewerker")),
    ] {
        assert_eq!(name_in(rest).as_deref(), expected, "{rest}");
    }
}
