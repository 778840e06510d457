//! Steps of hiring in all the shapes they are told in, and lists that are none.

use super::super::fixture::{Fixture, draft};
use super::step;

fn told(fixture: Fixture) -> Vec<(String, Option<String>)> {
    steps(fixture.facts())
}

fn expected(steps: &[(&str, Option<&str>)]) -> Vec<(String, Option<String>)> {
    steps.iter().map(|(step, length)| ((*step).to_owned(), length.map(str::to_owned))).collect()
}

fn steps(facts: crate::posting::Facts) -> Vec<(String, Option<String>)> {
    facts
        .process
        .map(|field| field.value.into_iter().map(|step| (step.step, step.length)).collect())
        .unwrap_or_default()
}

#[test]
fn f2_the_list_under_a_heading_about_hiring_is_the_process() {
    let facts = draft()
        .heading(3, "✨ What's next?")
        .paragraph("Here's what our process will look like:")
        .item("First call (30 min) with the yard")
        .item("Weld a seam (~2 hours)")
        .item("Important – bring your gloves")
        .item("Meet the captain (Ann)")
        .heading(3, "Join Acme")
        .item("Sail with us")
        .facts();
    let expected =
        [("First call", Some("30 min")), ("Weld a seam", Some("~2 hours")), ("Meet the captain (Ann)", None)];
    let expected: Vec<_> =
        expected.into_iter().map(|(step, length)| (step.to_owned(), length.map(str::to_owned))).collect();
    assert_eq!(steps(facts), expected);
}

#[test]
fn f3_other_lists_are_no_process() {
    let duties = draft().heading(2, "Responsibilities").item("Interview clients (30 min)").item("Call back").facts();
    assert!(steps(duties).is_empty());
    let tools = draft().heading(2, "Our process").item("Scrum").item("Kanban").facts();
    assert!(steps(tools).is_empty());
    let single = draft().heading(2, "Hiring process").item("Interview").facts();
    assert!(steps(single).is_empty());
}

#[test]
fn f2_a_step_is_told_by_its_short_name_and_its_length() {
    for (text, name, length) in [
        ("Step 1: Intro call (30 min)", "Intro call", Some("30 min")),
        ("2) Tech talk – 1 hour", "Tech talk", Some("1 hour")),
        ("Intro call: 30 minutes with a recruiter to get to know you", "Intro call", Some("30 minutes")),
        ("60-minute welding interview with the yard", "Welding interview with the yard", Some("60-minute")),
        ("1-2 week (paid) working trial", "Paid working trial", Some("1-2 week")),
        ("Send your CV to jobs@example.com", "Send your CV", None),
        ("Send your CV to `jobs@[our domain]`", "Send your CV", None),
        (
            "We set up a 30 minute call to chat with you about ships and what you look for",
            "We set up a call",
            Some("30 minute"),
        ),
        ("Probetag (halber Tag)", "Probetag", Some("halber Tag")),
        ("First call. Please bring a map, a compass and a friend.", "First call", None),
        ("Meet the captain (Ann)", "Meet the captain (Ann)", None),
        ("一次面接（60分）", "一次面接", Some("60分")),
        ("We answer within 2 weeks of the interview", "We answer within 2 weeks of the interview", None),
        ("An 8-hour trial on deck", "An 8-hour trial on deck", Some("8-hour")),
        ("Offer!", "Offer", None),
    ] {
        let found = step(text).map(|step| (step.step, step.length));
        assert_eq!(found, Some((name.to_owned(), length.map(str::to_owned))), "{text}");
    }
}

#[test]
fn f2_a_process_is_told_in_many_shapes() {
    let plain = expected(&[("Call", Some("30 min")), ("Trial", None)]);
    for fixture in [
        draft().heading(2, "How we hire").item("Call (30 min)").item("Trial"),
        draft().heading(2, "So geht es weiter").paragraph("Schritt 1: Call (30 min)").paragraph("Schritt 2: Trial"),
        draft().heading(2, "Interview process").paragraph("Call (30 min) → Trial"),
        draft().heading(2, "Our process").row("Step\tLength").row("Call\t30 min").row("Trial\t"),
        draft().heading(2, "Our process").row("#\tStage\tDuration").row("1\tCall\t30 min").row("2\tTrial\t"),
        draft()
            .heading(2, "Next steps")
            .heading(3, "1. Call (30 min)")
            .paragraph("We talk.")
            .heading(3, "2. Trial")
            .paragraph("You weld."),
        draft().heading(2, "面试流程").paragraph("Call（30 min）→Trial"),
        draft().paragraph("Hiring process:").paragraph("1. Call (30 min)\n2. Trial"),
    ] {
        let outline = fixture.build_outline();
        assert_eq!(told(fixture), plain, "{outline:?}");
    }
}

#[test]
fn f3_what_is_listed_beside_a_process_is_none() {
    for fixture in [
        draft().heading(2, "Our process").paragraph("Code → Test → Ship"),
        draft().heading(2, "What to expect").item("Great food").item("A call with customers now and then"),
        draft().heading(2, "About us").paragraph("Call → Trial → Offer"),
        draft().heading(2, "Hiring process").paragraph("We talk, and then we decide."),
        draft().heading(2, "Next steps").item("Apply").paragraph("More."),
        draft().heading(2, "Requirements").item("Interview skills").item("Call skills"),
    ] {
        let outline = fixture.build_outline();
        assert_eq!(told(fixture), [], "{outline:?}");
    }
}
