use super::super::fixture::draft;
use super::*;

fn tags(fixture: super::super::fixture::Fixture) -> Vec<String> {
    fixture.facts().tags.map(|field| field.value).unwrap_or_default()
}

#[test]
fn f2_spellings_become_canonical_names() {
    for (text, expected) in [
        ("NodeJS and Postgres", vec!["Node.js", "PostgreSQL"]),
        ("Typescript/React front-end", vec!["TypeScript", "React"]),
        ("C++, C# and .NET", vec!["C++", "C#", ".NET"]),
        ("GCP (Cloud Run, etc)", vec!["Google Cloud"]),
        ("Vue.js", vec!["Vue.js"]),
        ("PHP7, k8s", vec!["PHP", "Kubernetes"]),
        ("C/C++", vec!["C", "C++"]),
        ("Go", vec!["Go"]),
        ("Python, Go, Rust", vec!["Python", "Go", "Rust"]),
        ("Solid understanding of Go fundamentals", vec!["Go"]),
        ("Elixir (using Phoenix framework)", vec!["Elixir", "Phoenix"]),
        ("MongoDBやRedisの経験", vec!["MongoDB", "Redis"]),
    ] {
        assert_eq!(tags(draft().heading(2, "Requirements").item(text)), expected, "{text}");
    }
}

#[test]
fn f3_everyday_words_are_no_skills() {
    for text in [
        "Go to see the boats",
        "Go through a week of training, then go home",
        "Ready, set, go",
        "You react swiftly and express yourself",
        "A swift spark of node in the chef's helm",
        "Learn, Play, Grow",
        "Bring rust to a stop",
        "The rest of the segment",
        "A temporal square on your workday",
        "Write to tom@react.com or see go.dev",
        "C-level people, R-rated jokes",
        "less than <2 minutes",
        "Reactive people in Google offices",
    ] {
        assert_eq!(tags(draft().heading(2, "Requirements").item(text)), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn f3_customers_integrations_and_the_company_are_no_skills() {
    let facts = draft()
        .heading(2, "About us")
        .paragraph("We use Java and sell to banks.")
        .heading(2, "About the role")
        .paragraph("Our back-end is in Elixir.")
        .item("Add integrations to tools like Mailchimp, Stripe and Salesforce")
        .item("Trusted by teams on Docker")
        .heading(2, "Benefits")
        .item("A course in Haskell");
    assert_eq!(tags(facts), ["Elixir"]);
}

#[test]
fn f2_what_is_asked_for_and_named_in_the_title_comes_first() {
    let fixture = draft()
        .heading(1, "Rust Developer")
        .paragraph("We work with Terraform, and sometimes Perl.")
        .heading(2, "Requirements")
        .item("Kafka")
        .item("Rust")
        .item("JSON");
    assert_eq!(tags(fixture), ["Rust", "Kafka", "Terraform", "Perl", "JSON"]);
}

#[test]
fn f2_there_are_ten_tags_at_most() {
    let many = "Rust, Kafka, Redis, MySQL, Docker, Ansible, Terraform, Python, Perl, Ruby, Haskell, Erlang";
    assert_eq!(tags(draft().heading(2, "Requirements").item(many)).len(), 10);
}

#[test]
fn f3_subjects_of_degrees_and_neighbours_of_the_role_are_no_fields() {
    let fixture = draft()
        .heading(2, "Requirements")
        .item("A degree in physics or mathematics")
        .item("Work closely with marketing, sales and product design");
    assert_eq!(tags(fixture), Vec::<String>::new());
}

#[test]
fn i4_front_matter_tags_win_and_get_their_usual_spelling() {
    let fixture = draft().key("tags", "golang, Boat Building").heading(2, "Requirements").item("Java");
    assert_eq!(tags(fixture), ["Go", "Boat Building"]);
}

#[test]
fn the_vocabulary_has_no_spelling_that_hides_another() {
    let mut names = std::collections::HashSet::new();
    for skill in &VOCABULARY.skills {
        assert!(names.insert(skill.name), "{} stands twice", skill.name);
        assert_eq!(canonical(skill.name), Some(skill.name), "a name that leads to another");
    }
    assert!(names.len() >= 500);
}
