//! The words of the interface, and who may change them (T5, I9).

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use crate::harness::{TestSite, text};

const POSTING: &str = "---\ntitle: Baker\nlocations: Berlin\napply: https://bakery.example/apply\n---\n\nBread.\n";

#[test]
fn t5_a_sites_own_strings_come_before_the_themes() {
    let site =
        TestSite::new().seed("baker.md", POSTING).file("i18n/en.toml", "[posting]\napply = \"Join <us> & bake\"\n");
    let run = site.build().succeeds();
    assert!(run.page("/jobs/baker/").contains(">Join &lt;us&gt; &amp; bake</a>"));
    assert!(text(&run.main("/")).contains("1 open role"));
}

#[test]
fn t5_a_theme_speaks_through_the_strings_of_its_layers() {
    let site = TestSite::new()
        .seed("baker.md", POSTING)
        .file("careers.toml", "[theme]\nname = \"mine\"\n")
        .file(
            "themes/mine/i18n/en.toml",
            "[roles]\ncount = { one = \"a place for you\", other = \"{count} places\" }\nown = \"Hello {name}\"\n",
        )
        .file("templates/slots/footer.html", "<p>{{ t(key=\"roles.own\", name=company.name or \"you\") }}</p>");
    let run = site.build().succeeds();
    assert!(text(&run.main("/")).contains("a place for you"));
    assert!(run.page("/").contains("<p>Hello you</p>"));
}

#[test]
fn t5_a_language_without_strings_is_english_with_one_warning() {
    let site = TestSite::new().seed("baker.md", POSTING).file("careers.toml", "[site]\nlanguage = \"tlh\"\n");
    let run = site.build().succeeds();
    assert!(text(&run.main("/")).contains("1 open role"));
    assert_eq!(run.stderr.matches("missing-strings").count(), 1, "{}", run.stderr);
    assert!(run.stderr.contains("write them into `i18n/tlh.toml`"), "{}", run.stderr);
}

#[test]
fn t5_mistakes_in_strings_are_told_with_their_place() {
    let site = TestSite::new()
        .seed("baker.md", POSTING)
        .file("i18n/de.toml", "[posting]\naply = \"Bewerben\"\ncontents = 3.5e\n")
        .file("careers.toml", "[site]\nlanguage = \"de\"\n");
    let run = site.build().fails(1);
    assert!(run.stderr.contains("i18n/de.toml:3:"), "{}", run.stderr);
    assert!(
        run.stderr.contains("there is no string `posting.aply`") && run.stderr.contains("i18n/de.toml:2:"),
        "{}",
        run.stderr
    );
    let site =
        TestSite::new().seed("baker.md", POSTING).file("templates/slots/footer.html", "{{ t(key=\"nav.skipp\") }}");
    let run = site.build().fails(1);
    assert!(run.stderr.contains("did you mean `nav.skip`?") && run.stderr.contains("footer.html:1:"), "{}", run.stderr);
}

/// The strings in a language by key, a form each. All built-in themes share those of the default one.
fn strings(language: &str) -> Vec<(String, BTreeMap<String, String>)> {
    let path = format!("{}/themes/default/i18n/{language}.toml", env!("CARGO_MANIFEST_DIR"));
    let table: toml::Table = fs::read_to_string(path).expect("strings").parse().expect("TOML");
    let mut strings = Vec::new();
    for (group, members) in table {
        for (key, string) in members.as_table().expect("a table of strings") {
            let forms = match string {
                toml::Value::Table(forms) => forms
                    .iter()
                    .map(|(category, form)| (category.clone(), form.as_str().expect("a text").into()))
                    .collect(),
                text => BTreeMap::from([(String::new(), text.as_str().expect("a text").to_owned())]),
            };
            strings.push((format!("{group}.{key}"), forms));
        }
    }
    strings
}

fn slots(text: &str) -> BTreeSet<&str> {
    text.split('{').skip(1).filter_map(|rest| Some(rest.split_once('}')?.0)).collect()
}

/// The languages that the built-in theme speaks, and the categories of number of each (CLDR 48).
const LANGUAGES: [(&str, &[&str]); 8] = [
    ("ar", &["zero", "one", "two", "few", "many", "other"]),
    ("de", &["one", "other"]),
    ("en", &["one", "other"]),
    ("es", &["one", "many", "other"]),
    ("fr", &["one", "many", "other"]),
    ("ja", &["other"]),
    ("nl", &["one", "other"]),
    ("pt", &["one", "many", "other"]),
];

#[test]
fn t5_each_translation_is_whole_and_counts_as_its_language_does() {
    let english = strings("en");
    for (language, categories) in LANGUAGES {
        let own = strings(language);
        let keys = |strings: &[(String, _)]| strings.iter().map(|(key, _)| key.clone()).collect::<BTreeSet<_>>();
        assert_eq!(keys(&own), keys(&english), "{language}");
        for (key, forms) in &own {
            let theirs = &english.iter().find(|(known, _)| known == key).expect("an English string").1;
            assert_eq!(forms.contains_key(""), theirs.contains_key(""), "{language} {key}");
            let known: BTreeSet<&str> = theirs.values().flat_map(|form| slots(form)).collect();
            for (category, form) in forms {
                assert!(category.is_empty() || categories.contains(&category.as_str()), "{language} {key} {category}");
                assert!(slots(form).is_subset(&known) && !form.is_empty(), "{language} {key}: {form}");
            }
            // What stands for several counts has to name them.
            let all = forms.get("other").or_else(|| forms.get("")).expect("`other`");
            assert!(
                slots(all).len() >= known.len() || ["roles.unit"].contains(&key.as_str()),
                "{language} {key}: {all}"
            );
        }
    }
}

#[test]
fn i9_a_page_speaks_its_language_from_the_side_that_it_begins_on() {
    for (language, root, count, apply) in [
        ("ar", "<html lang=\"ar\" dir=\"rtl\">", "وظيفة شاغرة واحدة", "التقديم"),
        ("de", "<html lang=\"de\">", "1 offene Stelle", "Bewerben"),
        ("ja", "<html lang=\"ja\">", "募集中の求人 1件", "応募する"),
    ] {
        let site = TestSite::new().seed("baker.md", POSTING);
        let run = site.file("careers.toml", format!("[site]\nlanguage = \"{language}\"\n")).build().succeeds();
        assert_eq!(run.stderr.matches("-string").count(), 0, "{}", run.stderr);
        assert!(run.page("/").contains(root) && text(&run.main("/")).contains(count), "{language}");
        assert!(run.page("/jobs/baker/").contains(&format!(">{apply}</a>")), "{language}");
    }
}

#[test]
fn i9_countries_have_the_names_of_the_language_and_stand_in_its_order() {
    let posting = |place: &str| POSTING.replace("Berlin", place);
    let site = TestSite::new()
        .seed("baker.md", posting("Vienna, Austria"))
        .seed("cook.md", posting("Zagreb, Croatia"))
        .seed("waiter.md", posting("Remote\nremote: full\nremote_countries: Switzerland"))
        .file("careers.toml", "[site]\nlanguage = \"de\"\n");
    let run = site.build().succeeds();
    let index = text(&run.main("/locations/"));
    let at = |name: &str| index.find(name).unwrap_or_else(|| panic!("{name} in {index}"));
    assert!(at("Kroatien") < at("Österreich") && at("Österreich") < at("Schweiz"), "{index}");
    assert!(text(&run.main("/locations/austria/")).contains("Österreich"));
    assert!(text(&run.main("/jobs/waiter/")).contains("Schweiz"));
    assert!(text(&run.main("/jobs/baker/")).contains("Vienna, Austria"), "a place stays as its posting writes it");
}

/// Keys that code puts together.
const COMPOSED: [&str; 9] = [
    "teams.",
    "locations.",
    "tags.",
    "companies.",
    "employment_types.",
    "employment_type.",
    "remote.",
    "heading.",
    "facet.",
];

#[test]
fn t5_every_string_is_said_somewhere_and_none_is_missing() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let walk = ["src/render", "themes"].map(|folder| walkdir::WalkDir::new(root.join(folder)));
    let files = walk.into_iter().flatten().map(|entry| entry.expect("readable"));
    let files = files.filter(|entry| entry.path().extension().is_some_and(|ending| ending == "rs" || ending == "html"));
    let texts: Vec<String> = files.map(|entry| fs::read_to_string(entry.path()).expect("text")).collect();
    let all = texts.concat();
    let keys: Vec<String> = strings("en").into_iter().map(|(key, _)| key).collect();
    for key in &keys {
        let is_composed = COMPOSED.iter().any(|prefix| key.starts_with(prefix));
        assert!(is_composed || all.contains(&format!("\"{key}\"")), "nobody says `{key}`");
    }
    for named in all.split("t(key=\"").skip(1).filter_map(|rest| rest.split_once('"')) {
        assert!(named.0.ends_with('.') || keys.iter().any(|key| key == named.0), "there is no string `{}`", named.0);
    }
}
