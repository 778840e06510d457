//! Several towns, one after the other.

use super::super::in_title;
use crate::infer::fixture::draft;

/// The places of a posting with nothing but `text`.
fn told(text: &str) -> Vec<String> {
    let places = draft().heading(1, "Welder").paragraph(text).facts().locations;
    places.map(|field| field.value.into_iter().map(|place| place.name).collect()).unwrap_or_default()
}

#[test]
fn f1_a_territory_is_where_one_works_wherever_the_employer_sits() {
    for text in [
        "Ihr Gebiet liegt zwischen Ulm, Augsburg und Kiel. Wir sind ein Betrieb mit Sitz in Solingen.",
        "Ihr Vertriebsgebiet umfasst Ulm, Augsburg und Kiel.",
        "Your territory covers Ulm, Augsburg and Kiel, and we are based in Leeds.",
        "Votre secteur couvre Ulm, Augsburg et Kiel.",
    ] {
        assert_eq!(told(text), ["Ulm", "Augsburg", "Kiel"], "{text}");
    }
    assert!(told("Recent work: a shipyard in Leeds, a roof in Ghent.").is_empty());
}

#[test]
fn f1_a_remark_in_brackets_ends_no_list_of_towns() {
    let text = "The role can be based in Leeds (our main dock), Ulm (Germany) or Kiel.";
    assert_eq!(told(text), ["Leeds", "Ulm", "Kiel"]);
    assert_eq!(told("Ausbildungsort: Ulm"), ["Ulm"]);
}

#[test]
fn f1_a_title_may_end_with_towns_between_slashes() {
    let names = |title: &str| {
        let places = in_title(title).unwrap_or_default();
        places.into_iter().map(|place| place.name).collect::<Vec<_>>()
    };
    assert_eq!(names("Welder (m/f/d) in the field Ulm / Kiel / Nowhere"), ["Ulm", "Kiel", "Nowhere"]);
    assert_eq!(names("Field Welder Hamburg/Kiel"), ["Hamburg", "Kiel"]);
    assert!(names("Senior Welder Nowhere / Hamburg").is_empty());
    assert!(names("Senior Welder / Cutter").is_empty());
}

#[test]
fn f1_small_towns_are_told_by_what_lies_around_them() {
    for (text, expected) in [
        ("Die Werft Oberhull in Lichtenhull SG sucht eine Schweisserin.", vec!["Lichtenhull SG"]),
        ("We are a yard on a lane, four miles out of Wells in Somerset.", vec!["Wells, Somerset"]),
        ("Our office is in Springfield in Illinois.", vec!["Springfield, Illinois"]),
        ("two hulls, Portland OR", vec!["Portland, OR"]),
        ("Værftet Blåhullet, Egg J ved Aarhus", vec!["Aarhus"]),
        ("Tjänsten är i huvudsak förlagd till Göteborg men resor ingår.", vec!["Göteborg"]),
        ("You help with events and seams, working from our office in Leeds.", vec!["Leeds"]),
        ("You weld in Java SE and in Rust AG.", vec![]),
        ("You sell in Sales in Bavaria.", vec![]),
        ("We met them at events in Leeds.", vec![]),
    ] {
        assert_eq!(told(text), expected, "{text}");
    }
}

#[test]
fn f2_towns_of_which_one_may_choose_are_all_told() {
    for (text, expected) in [
        ("You work from our office in Leeds or York.", vec!["Leeds", "York"]),
        ("Je werkt vanuit ons kantoor in Utrecht of Eindhoven.", vec!["Utrecht", "Eindhoven"]),
        ("We have openings in Lagos and Abuja.", vec!["Lagos", "Abuja"]),
        ("Vous travaillez à Lyon et à Nantes.", vec!["Lyon", "Nantes"]),
        ("You can sit in our Leeds or York office.", vec!["Leeds", "York"]),
        ("Two positions, one in Leeds and one in York.", vec!["Leeds", "York"]),
        ("Deux postes à pourvoir, à Lyon et à Nantes.", vec!["Lyon", "Nantes"]),
        ("Zwei Stellen zu besetzen, in Ulm und in Kiel.", vec!["Ulm", "Kiel"]),
        ("Dos puestos disponibles, en Sevilla y en Bilbao.", vec!["Sevilla", "Bilbao"]),
        ("Due posizioni aperte, a Milano e a Torino.", vec!["Milano", "Torino"]),
        ("We have offices in Leeds and York; there is a desk at both sites.", vec!["Leeds", "York"]),
    ] {
        assert_eq!(told(text), expected, "{text}");
    }
}

#[test]
fn f3_one_of_several_towns_is_no_answer() {
    for text in ["Nous avons des chantiers à Lyon et à Nantes.", "Wir schweißen in Ulm und in Kiel."] {
        assert!(told(text).is_empty(), "{text}");
    }
}

#[test]
fn f1_what_an_employer_deals_with_is_not_where_it_is() {
    for (text, expected) in [
        ("Founded in 1962, Acme is a shipyard based in Leeds.", vec!["Leeds"]),
        ("Acme was founded in 1962 and is based in Leeds.", vec!["Leeds"]),
        ("Founded in Kiel in 1962, Acme now works out of one big hall in Leeds.", vec!["Leeds"]),
        ("1962 gegründet, arbeiten wir heute mit 40 Leuten in Ulm.", vec!["Ulm"]),
        ("Fondata nel 1962, Acme ha sede a Torino.", vec!["Torino"]),
        ("Acme, based in Leeds, builds products for clients in 30 countries.", vec!["Leeds"]),
        ("Our office in Leeds looks after customers all over the country.", vec!["Leeds"]),
        ("Wir sind eine Agentur aus Ulm und arbeiten für Kunden in ganz Europa.", vec!["Ulm"]),
        ("Somos una empresa con sede en Sevilla y trabajamos para clientes de toda España.", vec!["Sevilla"]),
        ("We are an award-winning yard based in Leeds.", vec!["Leeds"]),
        ("You deliver bread by bike across Leeds.", vec!["Leeds"]),
        ("Vous livrez du pain dans tout Lyon.", vec!["Lyon"]),
        ("Acme was founded in Leeds in 1962.", vec![]),
        ("Acme wurde 1962 in Ulm gegründet.", vec![]),
        ("Our customers have offices in Leeds.", vec![]),
        ("Our office in Leeds is where we meet once a year.", vec![]),
    ] {
        assert_eq!(told(text), expected, "{text}");
    }
}

#[test]
fn f2_those_who_hire_in_several_towns_hire_in_all_of_them() {
    assert_eq!(told("Hullwerk Ltd is recruiting welders in Leeds, Ulm and Kiel."), ["Leeds", "Ulm", "Kiel"]);
    assert_eq!(told("We are recruiting welders in Ulm and Kiel."), ["Ulm", "Kiel"]);
    assert!(told("We are looking for a welder who has worked for yards in Leeds, Ulm and Kiel.").is_empty());
}
