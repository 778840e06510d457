use proptest::prelude::*;
use serde_json::{Value as Json, json};

use super::*;
use crate::data::{Node, Value};
use crate::extract::split_and_parse;
use crate::posting::{Origin, OriginKind};

fn fact(name: &'static str, value: Json) -> Fact {
    Fact { name, value, origin: Origin { kind: OriginKind::Body, line: Some(1) } }
}

fn amended(text: &str, facts: &[Fact]) -> Result<String, Refusal> {
    let source = SourceFile::new("a.md", text);
    let (given, body) = split_and_parse(&source, &mut Vec::new());
    amend(&source, &given, body.start, facts)
}

fn two() -> [Fact; 2] {
    [fact("locations", json!(["Ulm", "Remote"])), fact("closes", json!("2024-03-31"))]
}

#[test]
fn f4_keys_are_added_in_the_notation_that_is_there() {
    for (text, expected) in [
        ("# Welder\n", "---\nlocations: [Ulm, Remote]\ncloses: 2024-03-31\n---\n# Welder\n"),
        ("---\n---\nText", "---\nlocations: [Ulm, Remote]\ncloses: 2024-03-31\n---\nText"),
        (
            "---\r\n# why\r\ntitle: A # so\r\n---\r\nText\r\n",
            "---\r\n# why\r\ntitle: A # so\r\nlocations: [Ulm, Remote]\r\ncloses: 2024-03-31\r\n---\r\nText\r\n",
        ),
        (
            "---\n  title: A\n  note: |\n    b\n---\n",
            "---\n  title: A\n  note: |\n    b\n  locations: [Ulm, Remote]\n  closes: 2024-03-31\n---\n",
        ),
        (
            "+++\ntitle = \"A\" # so\n\n# more\n[extra]\nx = 1\n+++\nText",
            "+++\ntitle = \"A\" # so\nlocations = [\"Ulm\", \"Remote\"]\ncloses = 2024-03-31\n\n# more\n[extra]\nx = 1\n+++\nText",
        ),
        (
            "+++\n[extra]\nx = 1\n+++\n",
            "+++\nlocations = [\"Ulm\", \"Remote\"]\ncloses = 2024-03-31\n[extra]\nx = 1\n+++\n",
        ),
        (
            "{\n  \"title\": \"A\"\n}\n\nText",
            "{\n  \"title\": \"A\",\n  \"locations\": [\"Ulm\", \"Remote\"],\n  \"closes\": \"2024-03-31\"\n}\n\nText",
        ),
        (
            "{\"title\": \"A\"}\nText",
            "{\"title\": \"A\", \"locations\": [\"Ulm\", \"Remote\"], \"closes\": \"2024-03-31\"}\nText",
        ),
    ] {
        assert_eq!(amended(text, &two()).as_deref(), Ok(expected), "{text:?}");
    }
}

#[test]
fn f4_a_key_without_a_value_gets_one_and_one_that_is_taken_another_name() {
    let tags = [fact("tags", json!(["Steel", "C#"]))];
    for (text, expected) in [
        ("---\ntags: # soon\n---\n", "---\ntags: [Steel, \"C#\"] # soon\n---\n"),
        ("---\ntags: null\ntitle: A\n---\n", "---\ntags: [Steel, \"C#\"]\ntitle: A\n---\n"),
        ("---\ntags: ''\n---\n", "---\ntags: [Steel, \"C#\"]\n---\n"),
        ("---\ntags: jobs\n---\n", "---\ntags: jobs\nskills: [Steel, \"C#\"]\n---\n"),
        ("+++\ntags = []\n+++\n", "+++\ntags = [\"Steel\", \"C#\"]\n+++\n"),
        ("{\"tags\": null}\n", "{\"tags\": [\"Steel\", \"C#\"]}\n"),
    ] {
        assert_eq!(amended(text, &tags).as_deref(), Ok(expected), "{text:?}");
    }
    let hours = [fact("remote_hours", json!("+/- 3 hours"))];
    assert!(amended("---\nremote_hours: [1, 2]\n---\n", &hours).is_err());
}

#[test]
fn f4_tables_and_lists_of_them_are_written_so_that_people_can_read_them() {
    let facts = [
        fact("salary", json!({"min": 40000.0, "max": 50000.5, "currency": "EUR", "period": null})),
        fact("process", json!([{"step": "Call: you", "length": "30 min"}, {"step": "Talk", "length": null}])),
    ];
    let yaml = "---\nsalary: { min: 40000, max: 50000.5, currency: EUR }\nprocess:\n  - { step: \"Call: you\", length: \"30 min\" }\n  \
                - { step: Talk }\n---\n";
    assert_eq!(amended("", &facts).as_deref(), Ok(yaml));
    let toml = amended("+++\n+++\n", &facts).expect("written");
    assert!(
        toml.contains("process = [{ step = \"Call: you\", length = \"30 min\" }, { step = \"Talk\" }]\n"),
        "{toml}"
    );
}

#[test]
fn f4_front_matter_that_is_broken_is_left_alone() {
    for text in
        ["---\ntitle: A: B\nteam: [x\n---\nText", "---\ntitle: A\nteam: B\n\nText", "title: A\nteam: B\n---\nText"]
    {
        assert!(amended(text, &two()).is_err(), "{text:?}");
    }
    // What stands between two rules is text, and stays so.
    let rules = "---\nJust a line.\n\nAnother.\n---\n";
    assert!(amended(rules, &two()).is_ok_and(|new| new.ends_with(rules)));
}

fn tree(node: &Node) -> Json {
    match &node.value {
        Value::Null => Json::Null,
        Value::Scalar(scalar) => json!(scalar.text),
        Value::List(items) => items.iter().map(tree).collect(),
        Value::Map(entries) => entries.iter().map(|entry| (entry.key.clone(), tree(&entry.value))).collect(),
    }
}

fn texts() -> impl Strategy<Value = String> {
    const ODD: &[&str] = &[
        "yes",
        "No",
        "null",
        "~",
        "- a",
        "a: b",
        "a #b",
        "@a",
        "%",
        "1.0",
        "2024-03-31",
        "[x]",
        "{y}",
        "'",
        "\"",
        "\\n",
        "|",
        "ü 北京",
        "\u{a0}x",
    ];
    prop_oneof![proptest::sample::select(ODD).prop_map(str::to_owned), "\\PC{1,30}", "[ -~]{1,20}"]
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(256) })]

    #[test]
    fn f4_whatever_is_written_reads_as_the_same_and_the_text_below_stays(
        title in texts(),
        tags in prop::collection::vec(texts(), 1..4),
        steps in prop::collection::vec((texts(), texts()), 1..3),
        months in 1u32..600,
        above in proptest::sample::select(&["", "---\na: 1\n---\n", "+++\na = 1\n+++\n", "{\n\"a\": 1\n}\n", "---\r\na: 1\r\n---\r\n"][..]),
    ) {
        let steps: Vec<Json> = steps.iter().map(|(step, length)| json!({"step": step, "length": length})).collect();
        let facts = [
            fact("title", json!(title)),
            fact("tags", json!(tags)),
            fact("process", json!(steps)),
            fact("experience_months", json!(months)),
        ];
        let body = "# A\n\n---\n\ntext: *so* \u{feff} on\r\n";
        let new = amended(&format!("{above}{body}"), &facts).expect("written");
        let source = SourceFile::new("a.md", new.clone());
        let (read, start) = split_and_parse(&source, &mut Vec::new());
        prop_assert!(!read.salvaged, "{}", new);
        prop_assert_eq!(&new[start.start..], body);
        for fact in &facts {
            let found = read.entries.iter().find(|entry| entry.key == fact.name).map(|entry| tree(&entry.value));
            let expected = if fact.value.is_number() { json!(fact.value.to_string()) } else { fact.value.clone() };
            prop_assert_eq!(found, Some(expected), "{}", new);
        }
    }
}
