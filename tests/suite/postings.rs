//! Real postings, where a folder of them is at hand: `CAREERS_TEST_POSTINGS` names it. Skipped without.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::path::PathBuf;

use careers::extract::split_and_parse;
use careers::source::SourceFile;
use serde_json::Value;

use crate::harness::{TestSite, text};

fn real_postings() -> Option<PathBuf> {
    let folder = std::env::var_os("CAREERS_TEST_POSTINGS").map(PathBuf::from);
    if folder.is_none() {
        eprintln!("skipped: CAREERS_TEST_POSTINGS names no folder of postings");
    }
    folder
}

#[test]
fn i5_every_real_posting_has_a_page_and_no_word_of_it_is_lost() {
    let Some(folder) = real_postings() else { return };
    let site = TestSite::new();
    let seeds = folder.to_string_lossy().into_owned();
    let shown = ["--drafts", "--future", "--date", "2026-06-01"];
    let build = site.run(&[&["build", &seeds, "--format", "json"], &shown[..]].concat()).succeeds();
    let explained = site.run(&[&["explain", &seeds, "--format", "json"], &shown[..]].concat()).succeeds();

    let warned = warned_lines(&build.stdout);
    let mut lost = Vec::new();
    for line in explained.stdout.lines() {
        let posting: Value = serde_json::from_str(line).expect("JSON");
        let file = posting["file"].as_str().expect("a file");
        let Some(route) = posting["route"].as_str() else {
            assert_eq!(posting["is_posting"], false, "{file} is a posting without a page");
            continue;
        };
        // A picture's words stand in an attribute.
        let main = build.main(route);
        let page: HashSet<String> = words(&text(&main)).chain(words(&main)).collect();
        let bytes = std::fs::read(folder.join(file)).expect("the posting");
        let shown = folder.join(file).to_string_lossy().into_owned();
        let missing: BTreeSet<String> =
            body_words(file, bytes, warned.get(&shown)).filter(|word| !page.contains(word)).collect();
        if !missing.is_empty() {
            lost.push(format!("{file}: {missing:?}"));
        }
    }
    assert!(lost.is_empty(), "{} files lost words:\n{}", lost.len(), lost.join("\n"));
}

#[test]
fn no_markup_of_other_tools_shows_on_a_page() {
    let Some(folder) = real_postings() else { return };
    let site = TestSite::new();
    let build =
        site.run(&["build", &folder.to_string_lossy(), "--drafts", "--future", "--date", "2026-06-01"]).succeeds();
    for file in build.files().iter().filter(|file| file.starts_with("jobs/")) {
        let page = build.main(&format!("/{file}"));
        let prose = outside_code(&page);
        for mark in ["{%", "{{", "&amp;#x20;", "\\</p>", "<script", " style="] {
            assert!(!prose.contains(mark), "{file} shows {mark}");
        }
    }
}

/// The lines of each file that a warning is about.
fn warned_lines(report: &str) -> HashMap<String, HashSet<u64>> {
    let mut lines: HashMap<String, HashSet<u64>> = HashMap::new();
    for diagnostic in report.lines().filter_map(|line| serde_json::from_str::<Value>(line).ok()) {
        if let (Some(file), Some(line)) = (diagnostic["file"].as_str(), diagnostic["line"].as_u64()) {
            lines.entry(file.to_owned()).or_default().insert(line);
        }
    }
    lines
}

/// The words of a posting's text, without mark-up and addresses; lines that a warning speaks of are left out.
fn body_words(file: &str, bytes: Vec<u8>, warned: Option<&HashSet<u64>>) -> impl Iterator<Item = String> {
    let (source, _) = SourceFile::decode(file.into(), file.into(), bytes);
    let (_, body) = split_and_parse(&source, &mut Vec::new());
    let first = u64::from(source.line(body.start));
    let body = without(&source.text[body], "{% comment", "{% endcomment");
    let kept: Vec<&str> = body
        .lines()
        .enumerate()
        .filter(|(index, _)| !warned.is_some_and(|lines| lines.contains(&(first + *index as u64))))
        .map(|(_, line)| line)
        .collect();
    let mut text = kept.join("\n");
    for (open, close) in
        [("<!--", "-->"), ("{%", "%}"), ("{{", "}}"), ("](", ")"), ("<", ">"), ("{:", "}"), ("{#", "}")]
    {
        text = without(&text, open, close);
    }
    // Reference definitions are addresses, and the first line of a fence names a language.
    let is_text = |line: &&str| !line.trim_start().starts_with("```") && !line.contains("]: ") && !line.contains("://");
    let prose: Vec<&str> = text.lines().filter(is_text).collect();
    words(&prose.join("\n")).collect::<Vec<_>>().into_iter()
}

/// The text without what stands between two marks, all lines where they were.
fn without(text: &str, open: &str, close: &str) -> String {
    let mut result = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once(open) {
        let (inside, after) = after.split_once(close).unwrap_or((after, ""));
        result.push_str(before);
        result.push(' ');
        result.extend(inside.chars().filter(|c| *c == '\n'));
        rest = after;
    }
    result + rest
}

/// Runs of at least three letters, in lower case.
fn words(text: &str) -> impl Iterator<Item = String> {
    let text = text.replace("&nbsp;", " ").replace("&amp;", "&").replace("&#x20;", " ");
    let words: Vec<String> = text
        .split(|c: char| !c.is_alphabetic())
        .filter(|word| word.chars().count() >= 3)
        .map(str::to_lowercase)
        .collect();
    words.into_iter()
}

fn outside_code(html: &str) -> String {
    without(&without(html, "<pre", "</pre>"), "<code", "</code>")
}
