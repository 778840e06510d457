//! Who else is spoken of: people that one hires, leads or works with.

use crate::infer::fixture::draft;
use crate::posting::EmploymentType::{FullTime, Intern, Volunteer};

#[test]
fn f3_interns_and_seasonal_people_that_one_works_with_are_not_the_role() {
    let task = |text: &str| draft().heading(1, "Welder").heading(2, "Your tasks").item("Weld hulls").item(text).facts();
    for text in ["Hire, train and support seasonal welders", "Souder avec le soutien d'un stagiaire de M2"] {
        assert!(task(text).employment_type.is_none(), "{text}");
    }
    let looking = task("Looking for a full-time welder").employment_type;
    assert_eq!(looking.map(|field| field.value), Some(vec![FullTime]));
    for (text, expected) in [
        ("Wer nur als Freiwilliger helfen möchte: jeden Mittwoch um 9 Uhr.", None),
        ("Wie enkel wil helpen als vrijwilliger: elke woensdag om 9 uur, gewoon komen.", None),
        ("Wij zoeken een vrijwilliger voor de werf.", Some(vec![Volunteer])),
        ("Nous recherchons un stagiaire pour le chantier.", Some(vec![Intern])),
    ] {
        let facts = draft().heading(1, "Welder").paragraph(text).facts();
        assert_eq!(facts.employment_type.map(|field| field.value), expected, "{text}");
    }
}
