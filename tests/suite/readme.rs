//! What the README says is true.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, from_str};

use crate::harness::TestSite;

fn readme() -> String {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/README.md");
    std::fs::read_to_string(path).expect("README.md")
}

#[test]
fn the_example_site_builds_from_the_folder_of_the_project() {
    let site = TestSite::new();
    let output = site.path("output");
    let root = env!("CARGO_MANIFEST_DIR");
    let run = site
        .run(&["-C", root, "build", "--strict", "--date", "2026-12-01", "--output", &output.to_string_lossy()])
        .succeeds();
    assert!(run.stdout.starts_with("built ") && run.stderr.is_empty(), "{}{}", run.stdout, run.stderr);
    assert!(run.has("index.html") && run.has("tags/index.html") && run.has("locations/index.html"));
}

#[test]
fn the_commands_of_the_readme_are_commands_of_the_program() {
    let readme = readme();
    let used: Vec<&str> = readme
        .lines()
        .filter_map(|line| line.trim().strip_prefix("careers "))
        .filter_map(|rest| rest.split_whitespace().next())
        .collect();
    assert!(used.contains(&"build") && used.contains(&"explain"), "{used:?}");
    let help = TestSite::new().run(&["--help"]).succeeds().stdout;
    for command in used {
        assert!(help.contains(&format!("\n  {command}")), "`careers {command}` is not in the help");
    }
}

#[test]
fn every_option_of_build_and_serve_is_in_the_readme() {
    let readme = readme();
    let help = ["build", "serve"].map(|command| TestSite::new().run(&[command, "--help"]).succeeds().stdout).concat();
    let options =
        help.split_whitespace().filter(|word| word.starts_with("--")).map(|word| word.trim_matches([',', '.']));
    for option in options.filter(|option| !["--help", "--version"].contains(option)) {
        assert!(readme.contains(option), "`{option}` is not in the README");
    }
}

#[test]
fn the_three_lines_of_the_readme_make_a_site() {
    // `mkdir seeds`, a posting, `careers build`.
    let site = TestSite::new().seed("designer.md", "# Designer\n\nWe look for a designer in Berlin.\n");
    let run = site.build().succeeds();
    assert!(run.page("/jobs/designer/").contains("Designer"));
}

#[test]
fn the_configuration_reference_lists_exactly_the_keys_that_are_known() {
    let known = |config: &str| -> Vec<Value> {
        let site = TestSite::new().seed("a.md", "# A").file("careers.toml", config);
        site.build_with(&["--format", "json"]).stdout.lines().map(|line| from_str(line).expect("JSON")).collect()
    };
    // An unknown name is told which ones there are.
    let names = |finding: &Value| -> Vec<String> { quoted(finding["help"].as_str().unwrap_or_default()).collect() };
    let sections = names(&known("[qqqqqqqqqq]\n")[0]);
    assert!(sections.contains(&"site".to_owned()), "{sections:?}");
    let all: Vec<String> = sections.iter().map(|section| format!("[{section}]\nqqqqqqqqqq = 1\n")).collect();
    let mut keys = BTreeSet::new();
    for finding in known(&all.concat()).iter().filter(|finding| finding["type"] == "diagnostic") {
        let line = usize::try_from(finding["line"].as_u64().expect("a line")).expect("a small number");
        let section = &sections[(line - 1) / 2];
        if finding["code"] == "no-effect" {
            keys.insert(section.clone());
        } else if finding["code"] == "unknown-key" {
            keys.extend(names(finding).iter().map(|key| format!("{section}.{key}")));
        }
    }
    let reference = chapter("## Configuration");
    let rows = cells(&reference).into_iter().flat_map(|cells| quoted(&cells[0]).collect::<Vec<_>>());
    let without_effect = reference.split_once("Understood but without effect").expect("a paragraph").1;
    let without_effect = without_effect.split_once("\n\n").expect("its end").0;
    let documented: BTreeSet<String> = rows.chain(quoted(without_effect)).collect();
    assert_eq!(documented, keys);
}

#[test]
fn the_configuration_that_the_readme_shows_is_one() {
    let config = chapter("## Configuration");
    let config = config.split_once("```toml\n").and_then(|(_, rest)| rest.split_once("```")).expect("an example").0;
    let site = TestSite::new()
        .seed("2026-05-01-a.md", "# A\n\nLocation: Berlin, Germany\n\nSend your CV to jobs@[our domain]\n")
        .file("careers.toml", config);
    let run = site.build_with(&["--strict"]).succeeds();
    assert!(run.page("/").contains("Careers at Example") && run.page("/jobs/a/").contains("jobs@example.com"));
}

#[test]
fn the_front_matter_reference_lists_exactly_the_names_that_are_understood() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/src/infer/data/keys.txt");
    let data = std::fs::read_to_string(path).expect("the table of names");
    let (table, _) = data.split_once("\n[none]\n").expect("keys that mean nothing");
    let mut known: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for line in table.lines().filter(|line| !line.is_empty() && !line.starts_with(['#', '['])) {
        let (key, names) = line.split_once(": ").unwrap_or((line, ""));
        let names = names.split(", ").filter(|name| !name.is_empty()).map(str::to_owned);
        known.entry(key.to_owned()).or_default().extend(names);
    }
    assert!(known.len() > 20 && known["team"].contains(&"department".to_owned()), "{known:?}");

    let mut documented: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for cells in cells(&chapter("## Front matter")) {
        documented.extend(quoted(&cells[0]).map(|key| (key, Vec::new())));
    }
    let others = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/front-matter.md");
    let others = std::fs::read_to_string(others).expect("docs/front-matter.md");
    for cells in cells(&others) {
        let key = quoted(&cells[0]).next().expect("a key");
        documented.get_mut(&key).expect("a key of the first table").extend(quoted(&cells[1]));
    }
    assert_eq!(documented, known);
}

#[test]
fn the_files_that_the_readme_and_its_companions_name_are_there() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    for file in [
        "README.md",
        "CONTRIBUTING.md",
        "ARCHITECTURE.md",
        "docs/behaviour.md",
        "docs/front-matter.md",
        "docs/templates.md",
        "docs/themes.md",
        "docs/deploying.md",
        "benches/README.md",
    ] {
        let text = std::fs::read_to_string(root.join(file)).expect("a document");
        let links = text.split("](").skip(1).filter_map(|rest| rest.split_once(')')).map(|(link, _)| link);
        for link in links.filter(|link| !link.contains("://") && !link.starts_with('#')) {
            assert!(root.join(file).with_file_name(link).exists(), "{file} links to {link}");
        }
        let paths =
            text.split('`').skip(1).step_by(2).filter(|path| path.starts_with("src/") || path.starts_with("tests/"));
        for path in paths.filter(|path| !path.contains("travel") && !path.contains(' ')) {
            assert!(root.join(path).exists(), "{file} speaks of {path}");
        }
    }
}

/// A chapter of the README, to the next heading of its level.
fn chapter(heading: &str) -> String {
    let readme = readme();
    let (_, rest) = readme.split_once(&format!("\n{heading}\n")).expect("a heading");
    rest.split("\n## ").next().unwrap_or(rest).to_owned()
}

/// The rows of all tables, without their heads.
fn cells(text: &str) -> Vec<Vec<String>> {
    let rows = text.lines().filter(|line| line.starts_with("| `"));
    rows.map(|row| row.split('|').skip(1).map(|cell| cell.trim().to_owned()).collect()).collect()
}

/// What stands between backticks.
fn quoted(text: &str) -> impl Iterator<Item = String> {
    text.split('`').skip(1).step_by(2).map(str::to_owned)
}
