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
