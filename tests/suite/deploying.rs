//! What `docs/deploying.md` tells people to copy.

use careers::cli::Cli;
use careers::data::{Node, Value, parse_yaml};
use clap::Parser as _;

fn guide() -> String {
    std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/deploying.md")).expect("docs/deploying.md")
}

/// The blocks of a language.
fn blocks(guide: &str, language: &str) -> Vec<String> {
    let begin = format!("\n```{language}\n");
    guide.split(&begin).skip(1).filter_map(|rest| rest.split_once("\n```")).map(|(block, _)| block.to_owned()).collect()
}

/// All texts of a document, behind the keys that lead to each.
fn texts(node: &Node, path: &str, found: &mut Vec<(String, String)>) {
    if let Some(text) = node.as_str() {
        return found.push((path.to_owned(), text.to_owned()));
    }
    for entry in node.entries() {
        texts(&entry.value, &format!("{path}/{}", entry.key), found);
    }
    if let Value::List(items) = &node.value {
        for item in items {
            texts(item, path, found);
        }
    }
}

#[test]
fn every_workflow_is_yaml_and_fetches_the_whole_history_each_day() {
    let mut workflows = 0;
    for block in blocks(&guide(), "yaml") {
        let document = parse_yaml(&block, 0..block.len()).unwrap_or_else(|error| panic!("{error:?}:\n{block}"));
        let mut all = Vec::new();
        texts(&document, "", &mut all);
        let has = |key: &str, value: &str| all.iter().any(|(path, text)| path.ends_with(key) && text.contains(value));
        if document.get("jobs").is_some() {
            workflows += 1;
            assert!(has("/with/fetch-depth", "0") && has("/schedule/cron", "* * *"), "{block}");
            assert!(has("/steps/run", "careers build") && has("/steps/run", "cargo install --locked"), "{block}");
        } else if document.get("pages").is_some() {
            workflows += 1;
            assert!(has("/variables/GIT_DEPTH", "0") && has("/script", "careers build"), "{block}");
        }
    }
    assert_eq!(workflows, 5, "a workflow for each host");
}

#[test]
fn every_command_of_the_guide_is_understood() {
    let guide = guide();
    let all = [blocks(&guide, "yaml"), blocks(&guide, "sh")].concat().join("\n");
    let commands = all.lines().filter_map(|line| {
        let prefixes = ["- ", "run: ", ".installed/bin/"];
        let command = prefixes.iter().fold(line.trim(), |line, prefix| line.strip_prefix(prefix).unwrap_or(line));
        command.strip_prefix("careers ")?.split(" >").next()
    });
    let mut understood = 0;
    for command in commands {
        let command = command
            .replace("\"$BASE_URL\"", "https://example.com/")
            .replace("\"$CI_PAGES_URL\"", "https://example.com/")
            .replace("\"$INDEXNOW_KEY\"", "0123456789abcdef")
            .replace("NAME", "nginx");
        let parsed = Cli::try_parse_from(std::iter::once("careers").chain(command.split_whitespace()));
        assert!(parsed.is_ok(), "careers {command}: {:?}", parsed.err().map(|error| error.to_string()));
        understood += 1;
    }
    assert_eq!(understood, 9);
}
