//! Names whose kind, adjective, family or number stands beside them, and verbs and feasts that look like names.

use super::company;
use crate::infer::fixture::draft;

fn said(text: &str) -> Option<String> {
    company(draft().heading(1, "Welder").paragraph(text))
}

#[test]
fn f1_an_institution_is_named_with_what_says_which_one() {
    for (text, expected) in [
        ("The Township of North Keel (9,400 people) is recruiting for a welder.", "Township of North Keel"),
        (
            "La communauté de communes des Trois Quais (14 communes) recrute un soudeur.",
            "communauté de communes des Trois Quais",
        ),
        ("La Coopérative navale des Trois-Quais recrute un soudeur.", "Coopérative navale des Trois-Quais"),
        ("Three Keels Regional Water Authority is hiring a welder.", "Three Keels Regional Water Authority"),
        ("Welders at 805 Foundation weld hulls. Other welders at 805 Foundation sail.", "805 Foundation"),
        ("La maison Keel et Filles fait des coques à Brest depuis trois générations.", "Keel et Filles"),
        ("Keel y Hijas busca un soldador.", "Keel y Hijas"),
        ("Wir sind die Hullwerk Genossenschaft eG, elf Leute, und schweißen Schiffe.", "Hullwerk Genossenschaft eG"),
        ("We're Jane and Joe from Keelhouse, a small yard on the river.", "Keelhouse"),
        ("Wij zijn Jip en Saar van 't Kromme Dok, een scheepswerf in Delft.", "Kromme Dok"),
        ("Join us to work at the amazing Keelia Research Campus!", "Keelia Research Campus"),
        ("Per 1 mei is de Hullewerf op zoek naar een lasser.", "Hullewerf"),
        (
            "As part of a project, Jane Doe from the Keel Institute for the Sea is calling for volunteers.",
            "Keel Institute for the Sea",
        ),
        (
            "In der Arbeitsgruppe Rumpf der Universität Keeltal (Prof. Dr. Jane Doe) ist eine Promotionsstelle zu besetzen.",
            "Universität Keeltal",
        ),
        ("運営は株式会社ふなや、5人の小さな会社です。", "株式会社ふなや"),
        ("船工大学焊接学院钢材课题组（负责人：李一教授）因科研需要，招聘博士后 1–2 名。", "船工大学"),
    ] {
        assert_eq!(said(text).as_deref(), Some(expected), "{text}");
    }
    let addressed = |text: &str, mail: &str| said(&format!("{text} Melden bei Frau Doe, {mail}"));
    let verein = "Der Verein Hullwerk Saaletal e. V. holt jeden Tag Kinder mit dem Schiff ab.";
    assert_eq!(addressed(verein, "post@hullwerk-saaletal.example").as_deref(), Some("Hullwerk Saaletal e. V."));
    assert_eq!(
        addressed("Der Verein Hullwerk e. V. sucht Hilfe.", "post@verein-hullwerk.example").as_deref(),
        Some("Verein Hullwerk e. V.")
    );
}

#[test]
fn f3_verbs_in_a_row_feasts_and_people_of_a_place_name_no_employer() {
    for text in [
        "Collects, measures and welds steel in support of the yard. Mends 31 hulls.",
        "Mends, cleans or paints what the yard has.",
        "We hope to have someone picked by Patrick's Day.",
        "We are Jane and Joe from Ulm, a town on the Danube.",
        "We are Jane and Joe from Hull, two people who weld.",
        "ライター募集は終了しました（溶接工は募集中です）。",
        "There are 12 Hospitals in Ulm. We sail to 12 Hospitals.",
        "Gestern ist Hilde nach Ulm auf der Suche nach Ruhe.",
    ] {
        assert_eq!(said(text), None, "{text}");
    }
    assert_eq!(said("Keels, makers of hulls and sails, is hiring a welder.").as_deref(), Some("Keels"));
}
