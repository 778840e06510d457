use super::super::Inferred;
use super::super::fixture::{Fixture, draft};
use super::*;

const ABOUT: &str = "We are ninety people who build boats of wood, and we have built them for a hundred years.";
const SHARED: &str = "You like open source";

/// The facts of the postings, after they have been compared.
fn compared(postings: Vec<(&str, Fixture)>) -> Vec<Facts> {
    let all: Vec<(&str, Inferred)> =
        postings.into_iter().map(|(path, fixture)| (path, fixture.path(path).inferred())).collect();
    let peers =
        || all.iter().map(|(path, inferred)| Peer { path, facts: &inferred.facts, comparable: &inferred.comparable });
    let common = compare(peers());
    peers().map(|peer| common.correct(peer).unwrap_or_else(|| peer.facts.clone())).collect()
}

fn posting(title: &str, tools: &str) -> Fixture {
    draft()
        .heading(1, title)
        .paragraph(ABOUT)
        .heading(2, "Tasks")
        .item(SHARED)
        .item(tools)
        .paragraph("This role is about one thing only, and that is what this paragraph is about as well.")
}

fn tags(facts: &Facts) -> &[String] {
    facts.tags.as_ref().map_or(&[], |tags| &tags.value)
}

#[test]
fn f2_what_all_postings_of_a_folder_say_counts_less() {
    let facts = compared(vec![
        ("a.md", posting("Helm", "Kafka, Redis, MySQL")),
        ("b.md", posting("Keel", "Rust, Tokio, Bazel")),
        ("c.md", posting("Mast", "Figma, Photoshop, InDesign, Typography")),
    ]);
    assert_eq!(tags(&facts[0]), ["Kafka", "Redis", "MySQL"]);
    assert_eq!(tags(&facts[1]), ["Rust", "Tokio", "Bazel"]);
}

#[test]
fn f2_a_posting_alone_and_one_among_few_stay_as_they_are() {
    for others in 0..2 {
        let mut postings = vec![("a.md", posting("Helm", "Kafka, Redis, MySQL"))];
        postings.extend((0..others).map(|_| ("b.md", posting("Keel", "Rust"))));
        let facts = compared(postings);
        assert_eq!(tags(&facts[0]), ["Kafka", "Redis", "MySQL", "Open source"], "{others} others");
        assert!(facts[0].summary.as_ref().is_some_and(|summary| summary.value.starts_with("We are ninety")));
    }
}

#[test]
fn f2_copies_of_one_role_keep_their_tags() {
    let same_title = (0..5).map(|_| ("a.md", posting("Helm", "Kafka, Redis, MySQL"))).collect();
    let places = ["Helm in Ulm", "Helm in Bonn", "Helm in Kiel", "Helm in Trier"];
    let other_titles = places.iter().map(|title| ("a.md", posting(title, "Kafka, Redis, MySQL"))).collect();
    for postings in [same_title, other_titles] {
        for facts in compared(postings) {
            assert_eq!(tags(&facts), ["Kafka", "Redis", "MySQL", "Open source"]);
        }
    }
}

#[test]
fn f2_folders_are_compared_each_for_itself() {
    let facts = compared(vec![
        ("x/a.md", posting("Helm", "Kafka, Redis, MySQL")),
        ("y/b.md", posting("Keel", "Rust, Tokio, Bazel")),
        ("z/c.md", posting("Mast", "Figma")),
    ]);
    assert_eq!(tags(&facts[0]), ["Kafka", "Redis", "MySQL", "Open source"]);
    let leaves = compared(vec![
        ("x/a/index.md", posting("Helm", "Kafka, Redis, MySQL")),
        ("x/b/index.md", posting("Keel", "Rust, Tokio, Bazel")),
        ("x/c/index.de.md", posting("Mast", "Figma")),
    ]);
    assert_eq!(tags(&leaves[0]), ["Kafka", "Redis", "MySQL"]);
}

#[test]
fn f2_a_summary_is_a_postings_own_where_it_has_one() {
    let own = "This role is about one thing only, and that is what this paragraph is about as well.";
    let only_shared = |title: &str| draft().heading(1, title).paragraph(ABOUT);
    let facts = compared(vec![
        ("a.md", only_shared("Helm").paragraph(own)),
        ("b.md", only_shared("Keel")),
        ("c.md", only_shared("Mast")),
    ]);
    let summary = |at: usize| facts[at].summary.as_ref().map(|summary| summary.value.as_str());
    assert_eq!(summary(0), Some(own));
    assert_eq!(summary(1), Some(ABOUT));
}

#[test]
fn i4_front_matter_stands_whatever_others_say() {
    let given =
        |title: &str| posting(title, "Kafka, Redis, MySQL").key("tags", "Boats").key("summary", "Boats, briefly.");
    let facts = compared(vec![("a.md", given("Helm")), ("b.md", given("Keel")), ("c.md", given("Mast"))]);
    assert_eq!(tags(&facts[0]), ["Boats"]);
    assert_eq!(facts[0].summary.as_ref().map(|summary| summary.value.as_str()), Some("Boats, briefly."));
}
