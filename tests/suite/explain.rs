//! `careers explain` (F4).

use serde_json::Value;

use crate::harness::TestSite;

fn explained(site: &TestSite) -> Vec<Value> {
    let run = site.run(&["explain", "--format", "json", "--date", "2026-06-01"]).succeeds();
    run.stdout.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect()
}

#[test]
fn f4_each_posting_is_one_line_with_value_and_origin_of_each_field() {
    let site = TestSite::new()
        .seed("a.md", "---\ntitle: Baker\nLocation: Berlin\n---\n\n**Team:** Kitchen\n\nText.\n")
        .seed("b.md", "---\ndraft: true\n---\n# Draft\n");
    let all = explained(&site);
    assert_eq!(all.len(), 2);
    let (baker, draft) = (&all[0], &all[1]);
    assert_eq!(
        (&baker["file"], &baker["route"], &baker["is_posting"]),
        (&"a.md".into(), &"/jobs/a/".into(), &true.into())
    );
    let field = |name: &str| (baker["fields"][name]["value"].clone(), baker["fields"][name]["origin"].clone());
    assert_eq!(field("title"), ("Baker".into(), serde_json::json!({"kind": "front_matter", "line": 2})));
    assert_eq!(
        field("locations"),
        (serde_json::json!(["Berlin"]), serde_json::json!({"kind": "front_matter", "line": 3}))
    );
    assert_eq!(field("team"), ("Kitchen".into(), serde_json::json!({"kind": "label", "line": 6})));
    assert_eq!(field("salary").0, Value::Null);
    assert_eq!((&draft["route"], &draft["fields"]["status"]["value"]), (&Value::Null, &"draft".into()));
}

#[test]
fn f4_without_a_format_a_table_is_printed() {
    let site = TestSite::new().seed("a.md", "---\ntitle: Baker\n---\n");
    let run = site.run(&["explain"]).succeeds();
    assert!(
        run.stdout.contains("title") && run.stdout.contains("Baker") && run.stdout.contains("front matter, line 2")
    );
}

#[test]
fn f5_what_was_inferred_shows_on_the_page_like_what_was_stated() {
    let site = TestSite::new().seed("a.md", "---\ndescription: 'Full remote: EU & UK'\n---\n# Baker\n\nWe bake.\n");
    let main = site.build().succeeds().main("/jobs/a/");
    for fact in ["European Union", "United Kingdom", "Fully remote"] {
        assert!(main.contains(fact), "{fact}\n{main}");
    }
}

#[test]
fn i5_letters_whose_accents_stand_apart_are_read_like_others() {
    let composed =
        "---\nBüro: Köln\n---\n# Bürokraft für die Werft\n\nTätigkeit: Vollzeit\n\nVergütung: 40.000 € im Jahr\n";
    let apart = composed.replace('ü', "u\u{308}").replace('ö', "o\u{308}").replace('ä', "a\u{308}");
    let values = |text: &str| {
        let all = explained(&TestSite::new().seed("a.md", text));
        let fields = all[0]["fields"].as_object().expect("fields").clone();
        fields.into_iter().map(|(name, field)| (name, field["value"].clone())).collect::<Vec<_>>()
    };
    assert!(values(composed).contains(&("title".into(), "Bürokraft für die Werft".into())));
    assert_eq!(values(&apart), values(composed));
}
