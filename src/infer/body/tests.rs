use super::super::fixture::draft;
use super::Section::{Ask, Benefits, Lead};
use super::*;
use crate::posting::Remote;

#[test]
fn headings_say_what_their_section_is_about() {
    for (expected, headings) in [
        (Some(Section::Company), &["👋 A little about us", "About Acme"][..]),
        (Some(Section::Role), &["About the Role"]),
        (Some(Section::Tasks), &["🙌 What will you be doing?", "On a normal day you might", "O que você fará"]),
        (Some(Section::Ask), &["Requirements", "Das bringst du mit", "Profil recherché", "You should apply if you"]),
        (Some(Section::Ask), &["Who we’d like", "Womit du punktest", "Lo que pedimos"]),
        (Some(Section::Benefits), &["Perks & benefits", "Nuts and bolts", "Terms:"]),
        (Some(Section::Apply), &["How to apply", "Ça vous tente ?"]),
        (None, &["Senior Welder", "Terms of endearment", "The studio in Ulm"]),
    ] {
        for heading in headings {
            assert_eq!(section_of(heading), expected, "{heading}");
        }
    }
}

#[test]
fn a_section_lasts_until_the_next_heading_of_its_level() {
    let draft = draft()
        .heading(1, "Welder")
        .paragraph("Join.")
        .heading(2, "Requirements")
        .item("Steel")
        .heading(3, "Anything else")
        .item("Iron")
        .heading(2, "Benefits")
        .item("Tea")
        .paragraph("What we look for:")
        .item("Bronze")
        .build();
    let body = Body::new(&draft);
    let sections: Vec<_> = body.parts.iter().map(|part| part.section).collect();
    assert_eq!(sections, [Lead, Lead, Ask, Ask, Ask, Ask, Benefits, Benefits, Ask, Ask]);
}

#[test]
fn f3_a_phrase_inside_one_that_means_nothing_does_not_count() {
    let draft = draft().item("Previous experience working remotely").item("This is not a remote role").build();
    let body = Body::new(&draft);
    let facts: Vec<_> = body.hits.iter().map(|hit| hit.fact).collect();
    assert_eq!(facts, [Fact::Remote(Remote::No)]);
}
