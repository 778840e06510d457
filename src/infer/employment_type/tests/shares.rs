//! Shares of full time, and what full time is told of beside them.

use crate::infer::fixture::draft;
use crate::posting::EmploymentType::{self, FullTime, PartTime, Temporary};

#[test]
fn f3_parts_of_the_work_are_no_part_of_full_time() {
    let kinds = |text: &str| {
        let facts = draft().heading(1, "Welder").heading(3, "Main duties").paragraph(text).paragraph("Weld.").facts();
        facts.employment_type.map(|field| field.value)
    };
    assert_eq!(kinds("Strategic (20%)"), None);
    assert_eq!(kinds("A post as a welder (60%) and a diver (40%)."), None);
    assert_eq!(kinds("You'll be our first full-time welder, with all of us."), Some(vec![FullTime]));
    let limited = draft().heading(1, "Welder").paragraph("Wir suchen eine Schweißerin in Teilzeit.");
    let limited = limited.paragraph("Die Position ist auf 8-10 Monate befristet.").facts();
    assert_eq!(limited.employment_type.map(|field| field.value), Some(vec![PartTime, Temporary]));
}

#[test]
fn f2_full_time_beside_pay_is_what_the_pay_is_told_for() {
    let kinds = |text: &str| {
        let facts = draft().heading(1, "Welder").paragraph("We weld.").paragraph(text).facts();
        facts.employment_type.map_or_else(Vec::<EmploymentType>::new, |field| field.value)
    };
    for (text, expected) in [
        ("Jobbet är en heltidstjänst på varvet.", vec![FullTime]),
        ("Det er en deltidsstilling på verftet.", vec![PartTime]),
        ("Tjänsten är en projektanställning på 80% med lön baserat på 39 000 för heltid.", vec![PartTime]),
        ("I den här projektanställningen svetsar du skrov.", vec![Temporary]),
        ("Permanent, 0.5 to 0.7 FTE by arrangement", vec![PartTime]),
        ("Unbefristet, 0,8 bis 1,0 VZÄ", vec![FullTime, PartTime]),
        ("About the job: full-time, from our yard in Ulm.", vec![FullTime]),
        ("Das Gehalt beträgt 4.000 € bei Vollzeit.", vec![]),
        ("A grant of 0.5 FTE pays for the torch.", vec![]),
    ] {
        let mut told = kinds(text);
        told.sort_by_key(|kind| kind.code().len());
        let mut expected = expected;
        expected.sort_by_key(|kind| kind.code().len());
        assert_eq!(told, expected, "{text}");
    }
}
