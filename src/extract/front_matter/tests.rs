use proptest::prelude::*;

use super::*;

/// The entries in one line each, the body, and codes with lines of the warnings.
fn read(text: &str) -> (Vec<String>, String, Vec<String>) {
    let source = SourceFile::new("a.md", text);
    let mut diagnostics = Vec::new();
    let (front_matter, body) = split_and_parse(&source, &mut diagnostics);
    assert_eq!(front_matter.salvaged, diagnostics.iter().any(|d| d.code == "front-matter-syntax"), "{text:?}");
    let entries = front_matter.entries.iter().map(|entry| format!("{}={}", entry.key, show(&entry.value))).collect();
    let warnings = diagnostics.iter().map(|d| format!("{}:{}", d.location.as_ref().map_or(0, |l| l.line), d.code));
    (entries, source.text[body].to_owned(), warnings.collect())
}

fn show(node: &Node) -> String {
    match &node.value {
        Value::Null => "~".into(),
        Value::Scalar(scalar) if scalar.quoted => format!("'{}'", scalar.text),
        Value::Scalar(scalar) => scalar.text.clone(),
        Value::List(items) => format!("[{}]", items.iter().map(show).collect::<Vec<_>>().join("|")),
        Value::Map(entries) => {
            let parts: Vec<_> = entries.iter().map(|e| format!("{}={}", e.key, show(&e.value))).collect();
            format!("{{{}}}", parts.join("|"))
        }
    }
}

#[test]
fn i2_three_notations_are_read() {
    for (text, entries) in [
        ("---\ntitle: A\ntags: [b, 'c']\n---\nbody", ["title=A", "tags=[b|'c']"]),
        ("+++\ntitle = \"A\"\n[extra]\nb = 1\n+++\nbody", ["title='A'", "extra={b=1}"]),
        ("{\"title\": \"A\", \"b\": [1]}\nbody", ["title='A'", "b=[1]"]),
        ("{\n\t\"title\": \"\\u00e9\",\n\t\"b\": null\n}\nbody", ["title='\u{e9}'", "b=~"]),
    ] {
        assert_eq!(read(text), (entries.map(String::from).to_vec(), "body".into(), vec![]), "{text:?}");
    }
}

#[test]
fn i5_a_broken_value_of_one_line_is_kept_as_its_text() {
    for (line, entry) in [
        ("title: Foo: Bar", "title=Foo: Bar"),
        ("title: \"Foo\": Bar", "title=\"Foo\": Bar"),
        ("title: @foo", "title=@foo"),
        ("title: `foo`", "title=`foo`"),
        ("title: %foo", "title=%foo"),
        ("title: *bold* text", "title=*bold* text"),
        ("title: *alias", "title=*alias"),
        ("title: {{ site.title }}", "title={{ site.title }}"),
        ("title: [Apply](https://x.org)", "title=[Apply](https://x.org)"),
        ("title: \"Foo", "title='Foo'"),
        ("title: 'it's'", "title='it's'"),
        ("title: - foo", "title=- foo"),
        ("title:Foo", "title=Foo"),
    ] {
        let (entries, body, warnings) = read(&format!("---\nlayout: job\n{line}\nteam: x\n---\nbody"));
        assert_eq!(entries, ["layout=job", entry, "team=x"], "{line:?}");
        assert_eq!((body.as_str(), warnings), ("body", vec!["3:front-matter-syntax".to_owned()]), "{line:?}");
    }
}

#[test]
fn i5_a_broken_part_leaves_the_others_whole() {
    for (content, entries, warnings) in [
        ("title: a\ntags:\n\t- b\n\t- c\n", vec!["title=a", "tags=[b|c]"], vec!["4:front-matter-syntax"]),
        ("title: a\ntags:\n  -\u{a0}b\n  -\u{a0}c\n", vec!["title=a", "tags=[b|c]"], vec![]),
        ("title:\u{a0}a\ndraft:\u{a0}true\n", vec!["title=a", "draft=true"], vec![]),
        (
            "title: a\nsteps:\n- b: c: d\n- 'e'\n- f\n",
            vec!["title=a", "steps=[b: c: d|'e'|f]"],
            vec!["4:front-matter-syntax"],
        ),
        (
            "title: a\nsummary: We are\nlooking: for\nyou\n",
            vec!["title=a", "summary=We are", "looking='for\nyou'"],
            vec!["5:front-matter-syntax"],
        ),
        (
            "title: a\nsummary: |\n  b\n c\nteam: d\n",
            vec!["title=a", "summary='b\n c'", "team=d"],
            vec!["5:front-matter-syntax"],
        ),
        ("title: a\ntitle: b\nteam: c\n", vec!["title=a", "team=c"], vec!["3:front-matter-syntax"]),
        ("title:\ntitle: b\n", vec!["title=b"], vec!["3:front-matter-syntax"]),
        (
            "title: a\nlist: | b\nc\n\n# note\nteam: d\n",
            vec!["title=a", "list='b\nc'", "team=d"],
            vec!["3:front-matter-syntax"],
        ),
        ("title: b: c\n# note\nteam: d\n", vec!["title=b: c", "team=d"], vec!["2:front-matter-syntax"]),
        ("title: a\ntags:\n  - b\n - c\n", vec!["title=a", "tags=[b|c]"], vec!["5:front-matter-syntax"]),
        ("own: b: c\n", vec!["own=b: c"], vec!["2:front-matter-syntax"]),
        ("oops\ntitle: a\n", vec!["title=a"], vec!["2:front-matter-syntax"]),
        ("  title: a: b\n  team: c\n", vec!["title=a: b", "team=c"], vec!["2:front-matter-syntax"]),
    ] {
        let (found, body, found_warnings) = read(&format!("---\n{content}---\nbody"));
        assert_eq!(
            (found, found_warnings),
            (entries.iter().map(ToString::to_string).collect(), warnings.iter().map(ToString::to_string).collect()),
            "{content:?}"
        );
        assert_eq!(body, "body");
    }
}

#[test]
fn i5_broken_toml_and_json_keep_what_could_be_read() {
    for (text, entries, line) in [
        ("+++\ntitle = Senior Engineer\nteam = \"b\"\n+++\nbody", ["title=Senior Engineer", "team='b'"], 2),
        ("{\n\"title\": \"a\"\n\"team\": \"b\"\n}\nbody", ["title='a'", "team='b'"], 3),
        ("{\n\"title\": \"a,\n\"team\": \"b\"\n}\nbody", ["title='a'", "team='b'"], 2),
        ("{\n\"title\": \"a \"b\" c\",\n\"team\": {\"x\": [1]}\n}\nbody", ["title='a \"b\" c'", "team={x=[1]}"], 2),
    ] {
        let (found, body, warnings) = read(text);
        assert_eq!(found, entries, "{text:?}");
        assert_eq!((body.as_str(), warnings), ("body", vec![format!("{line}:front-matter-syntax")]), "{text:?}");
    }
}

#[test]
fn i5_what_is_no_front_matter_stays_in_the_text() {
    for (text, warnings) in [
        ("---\n\nprose\n\n---\n\nmore", vec![]),
        ("---\n- Rust\n- Go\n---\nmore", vec!["2:front-matter-syntax".to_owned()]),
        ("---\nWe are hiring\n---\nmore", vec!["2:front-matter-syntax".to_owned()]),
        ("---\nNote: we are hiring\n\nprose\n\n---\nmore", vec!["2:front-matter-syntax".to_owned()]),
        ("Location: Berlin\n\nprose", vec![]),
    ] {
        let source = SourceFile::new("a.md", text);
        let mut diagnostics = Vec::new();
        assert_eq!(split_and_parse(&source, &mut diagnostics), (FrontMatter::default(), 0..text.len()), "{text:?}");
        assert_eq!(read_codes(&diagnostics), warnings, "{text:?}");
    }
}

fn read_codes(diagnostics: &[Diagnostic]) -> Vec<String> {
    diagnostics.iter().map(|d| format!("{}:{}", d.location.as_ref().map_or(0, |l| l.line), d.code)).collect()
}

#[test]
fn i5_a_missing_fence_is_a_warning_and_keeps_the_text() {
    for (text, body, warning) in [
        ("---\ntitle: a\n\n# Heading\n", "\n# Heading\n", "2:unclosed-front-matter"),
        (
            "---\ntitle: a\n\nProse: with: colons\n\nmore\n\n---\nend",
            "\nProse: with: colons\n\nmore\n\n---\nend",
            "2:unclosed-front-matter",
        ),
        ("title: a\nteam: b\n---\nbody", "body", "1:unopened-front-matter"),
    ] {
        let (entries, found, warnings) = read(text);
        assert_eq!((entries[0].as_str(), found.as_str(), warnings), ("title=a", body, vec![warning.to_owned()]));
    }
}

#[test]
fn i5_the_warning_says_how_to_write_it() {
    let source = SourceFile::new("a.md", "---\ntitle: Foo: Bar\n---\n");
    let mut diagnostics = Vec::new();
    split_and_parse(&source, &mut diagnostics);
    let warning = &diagnostics[0];
    assert_eq!(warning.message, "`title` is no valid YAML: this `:` stands inside a value; it was kept as text");
    assert_eq!(warning.help.as_deref(), Some("put the value in quotes: `title: \"Foo: Bar\"`"));
    assert_eq!(warning.location.as_ref().map(|l| (l.line, l.column)), Some((2, 11)));
}

#[test]
fn i5_a_list_that_is_not_closed_is_a_list() {
    for (line, value, fix) in [
        ("locations: [Berlin, Paris", "[Berlin|Paris]", "close the list: `locations: [Berlin, Paris]`"),
        ("tags: [rust, \"go]", "[rust|'go']", "close the list: `tags: [rust, go]`"),
        ("tags: [rust, go # more", "[rust|go]", "close the list: `tags: [rust, go]`"),
        (
            "locations: [\"Berlin, Germany\", 'Ulm",
            "['Berlin, Germany'|'Ulm']",
            "close the list: `locations: [\"Berlin, Germany\", Ulm]`",
        ),
        ("title: [Ulm] Welder", "[Ulm] Welder", "put the value in quotes: `title: \"[Ulm] Welder\"`"),
        ("apply: [here](https://a.example", "[here](https://a.example", "put the value in quotes"),
        ("tags: [", "[", "put the value in quotes: `tags: \"[\"`"),
    ] {
        let source = SourceFile::new("a.md", format!("---\n{line}\nteam: b\n---\n"));
        let mut diagnostics = Vec::new();
        let (front_matter, _) = split_and_parse(&source, &mut diagnostics);
        let found = front_matter.entries.iter().map(|entry| show(&entry.value)).next();
        assert_eq!(found.as_deref(), Some(value), "{line}");
        assert_eq!(front_matter.entries.len(), 2, "{line}");
        let help = diagnostics[0].help.as_deref().unwrap_or_default();
        assert!(diagnostics.len() == 1 && help.starts_with(fix), "{line}: {diagnostics:?}");
    }
    let source = SourceFile::new("a.md", "{\n\"tags\": [\"rust\", \"go\n}\n");
    let mut diagnostics = Vec::new();
    split_and_parse(&source, &mut diagnostics);
    let fix = "close the list: `\"tags\": [\"rust\", \"go\"]`";
    assert!(diagnostics.iter().any(|said| said.help.as_deref() == Some(fix)), "{diagnostics:?}");
}

#[test]
fn i5_a_comment_of_markdown_is_no_part_of_the_value_above_it() {
    let (entries, ..) = read("---\nsite: \"Ulm\"\n\n[//]: # (Details)\nteam: b\n---\nbody");
    assert_eq!(entries, ["site='Ulm'", "team=b"]);
}

#[test]
fn i5_many_mistakes_are_told_in_few_warnings() {
    let source = SourceFile::new("a.md", format!("+++\n{}+++\n", "title = a b\n".repeat(500)));
    let mut diagnostics = Vec::new();
    split_and_parse(&source, &mut diagnostics);
    assert_eq!(diagnostics.len(), MAX_WARNINGS);
    assert_eq!(diagnostics[MAX_WARNINGS - 1].label.as_deref(), Some("and 480 more mistakes like this"));
}

#[test]
fn i4_an_alias_is_found_in_any_spelling_and_order_of_preference() {
    let source = SourceFile::new("a.md", "---\nname: Acme\nJob Title: a\ncloses:\nclosing_date: 2024-01-01\n---\n");
    let (front_matter, _) = split_and_parse(&source, &mut Vec::new());
    let value = |keys: &[&str]| front_matter.get(keys).and_then(|entry| entry.value.as_str());
    assert_eq!(value(&["title", "jobtitle", "name"]), Some("a"));
    assert_eq!(value(&["closes", "closingdate"]), Some("2024-01-01"));
    assert_eq!(value(&["tags"]), None);
    assert!(front_matter.get(&["closes"]).is_some());
}

#[test]
fn i5_huge_front_matter_takes_no_quadratic_time() {
    let line = "key: value: broken\n".repeat(20_000);
    let list = format!("tags:\n{}", "- a: b: c\n".repeat(20_000));
    let odd = "x = = ".repeat(20_000);
    for text in [
        format!("---\n{line}title: x\n---\n"),
        format!("---\n{list}---\n"),
        format!("+++\n{odd}\n+++\n"),
        format!("---\ntitle: x\n{}", "\n".repeat(100_000)),
        format!("{{\"a\": {}", "[".repeat(100_000)),
        format!("---\n{}\n---\n", "{".repeat(100_000)),
    ] {
        let source = SourceFile::new("a.md", text);
        split_and_parse(&source, &mut Vec::new());
    }
}

/// Lines that are likely to trip the reader, in any order.
fn odd_file() -> impl Strategy<Value = String> {
    let line = prop_oneof![
        Just("---".to_owned()),
        Just("+++".to_owned()),
        Just("...".to_owned()),
        Just("{".to_owned()),
        Just("}".to_owned()),
        Just("[extra]".to_owned()),
        Just(String::new()),
        Just("title: \"a".to_owned()),
        Just("\u{feff}tags:\t- \u{a0}b".to_owned()),
        "(title|tags|x y|- a|# b|\"k\"|\u{e9})[:=]? ?[\"'\\[{@|>\u{a0}a\u{1f600}]{0,4}",
        "\\PC{0,12}",
    ];
    let end = prop_oneof![Just("\n"), Just("\r\n"), Just("\r")];
    proptest::collection::vec((line, end), 0..12)
        .prop_map(|lines| lines.into_iter().flat_map(|(l, e)| [l, e.into()]).collect())
}

fn is_sound(text: &str) -> Result<(), TestCaseError> {
    let source = SourceFile::new("a.md", text);
    let mut diagnostics = Vec::new();
    let (front_matter, body) = split_and_parse(&source, &mut diagnostics);
    prop_assert_eq!(body.end, text.len());
    prop_assert!(text.is_char_boundary(body.start));
    for entry in &front_matter.entries {
        prop_assert!(entry.key_span.end <= body.start && entry.value.span.end <= body.start, "{:?}", entry);
        prop_assert!(
            text.get(entry.key_span.clone()).is_some() && text.get(entry.value.span.clone()).is_some(),
            "{:?}",
            entry
        );
    }
    if front_matter.entries.is_empty() && diagnostics.is_empty() {
        let dropped = text[..body.start].trim_matches(|c| is_blank_char(c) || "-+.{}jsontmyal#~".contains(c));
        // `~` is YAML for nothing, as is an anchor or a tag of nothing, whose name goes on to a space, a tab or the line's end.
        let is_property = dropped.starts_with(['&', '!']) && !dropped.contains([' ', '\t', '\r', '\n']);
        let is_nothing = dropped.is_empty() || is_property || text[..body.start].contains('#');
        prop_assert!(is_nothing, "lost silently: {:?}", dropped);
    }
    Ok(())
}

#[test]
fn i5_a_no_break_space_never_splits_a_span() {
    for text in [
        "{\n\"title\": \n>1\n\u{a0}]\n}\nbody",
        "---\ntitle: >1\n\u{a0}a\n---\nbody",
        "---\n&\u{2000}a\n---\n",
        "---\n~\n---\n",
    ] {
        assert!(is_sound(text).is_ok(), "{text:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn i5_any_text_is_split_without_panic_or_overlap(text in "\\PC{0,80}") {
        is_sound(&text)?;
    }

    #[test]
    fn i5_any_odd_front_matter_is_split_without_panic_or_overlap(text in odd_file()) {
        is_sound(&text)?;
    }

    #[test]
    fn i2_yaml_keeps_keys_and_values(
        values in proptest::collection::btree_map("[a-z][a-z_]{0,8}", "[ -~\u{e9}\u{1f600}]{0,20}", 1..8),
        body in "[a-z \n]{0,40}",
    ) {
        let lines: Vec<_> =
            values.iter().map(|(key, value)| format!("{key}: {}\n", crate::data::in_quotes(value))).collect();
        let source = SourceFile::new("a.md", format!("---\n{}---\n{body}", lines.concat()));
        let mut diagnostics = Vec::new();
        let (front_matter, span) = split_and_parse(&source, &mut diagnostics);
        let found: Vec<_> = front_matter.entries.iter().map(|e| (e.key.clone(), e.value.as_str().unwrap_or("").to_owned())).collect();
        prop_assert_eq!(found, values.into_iter().collect::<Vec<_>>());
        prop_assert_eq!((&source.text[span], diagnostics), (body.as_str(), vec![]));
    }
}
