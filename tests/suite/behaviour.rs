//! The marks of what the program promises (docs/behaviour.md): `o5_` in names of tests, `(O5)` in comments.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// `O5`, as a letter and a number.
type Mark = (char, u32);

/// The marks that are used, each with a file that does.
type Uses = BTreeMap<Mark, String>;

fn mark(text: &str) -> Option<Mark> {
    let letter = text.chars().next().filter(char::is_ascii_uppercase)?;
    let digits = &text[1..];
    let is_number = (1..=2).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then(|| digits.parse().ok().map(|number| (letter, number)))?
}

/// The marks of `O5, O7–O9`; none where anything else is among them.
fn marks(text: &str) -> Option<Vec<Mark>> {
    let mut found = Vec::new();
    for part in text.split(", ") {
        let (first, last) = part.split_once('–').unwrap_or((part, part));
        let ((letter, from), (_, to)) = (mark(first)?, mark(last)?);
        found.extend((from..=to).map(|number| (letter, number)));
    }
    Some(found)
}

/// The marks that the name of a test begins with: two for `s1_s6_what_editors_leave`.
fn marks_of_name(name: &str) -> impl Iterator<Item = Mark> {
    name.split('_').map_while(|part| mark(&part.to_ascii_uppercase()))
}

fn names_of_tests(code: &str) -> impl Iterator<Item = &str> {
    let tests = code.split("#[test]\n").skip(1).filter_map(|rest| rest.split_once("fn "));
    tests.filter_map(|(_, rest)| rest.split_once('(')).map(|(name, _)| name)
}

/// What stands in brackets in comments, also where it goes on in the next line.
fn remarks(code: &str) -> Vec<String> {
    let comments = code.lines().filter_map(|line| line.split_once("//")).map(|(_, comment)| comment);
    let text = comments.map(|comment| comment.trim_start_matches(['/', '!']).trim()).collect::<Vec<_>>().join(" ");
    text.split('(').skip(1).filter_map(|rest| rest.split_once(')')).map(|(remark, _)| remark.to_owned()).collect()
}

/// The marks that names of tests, and that comments of the project use.
fn used() -> (Uses, Uses) {
    let (mut in_names, mut in_comments) = (Uses::new(), Uses::new());
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let walk = ["src", "tests"].into_iter().flat_map(|folder| walkdir::WalkDir::new(root.join(folder)));
    for entry in walk.map(|entry| entry.expect("readable")) {
        if entry.path().extension().is_none_or(|ending| ending != "rs") {
            continue;
        }
        let path = entry.path().strip_prefix(root).expect("below the project").display().to_string();
        let code = fs::read_to_string(entry.path()).expect("source text");
        in_names.extend(names_of_tests(&code).flat_map(marks_of_name).map(|mark| (mark, path.clone())));
        let remarks = remarks(&code);
        in_comments.extend(remarks.iter().filter_map(|text| marks(text)).flatten().map(|mark| (mark, path.clone())));
    }
    (in_names, in_comments)
}

/// The marks of the page.
fn listed() -> Vec<Mark> {
    let page = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/behaviour.md")).expect("the page");
    let cells = page.lines().filter_map(|line| line.strip_prefix("| ")?.split_once(" |"));
    cells.filter_map(|(cell, _)| mark(cell)).collect()
}

#[test]
fn every_mark_in_names_of_tests_and_in_comments_is_listed() {
    let listed: BTreeSet<Mark> = listed().into_iter().collect();
    let (in_names, in_comments) = used();
    assert!(in_names.len() > 40 && in_comments.len() > 20, "{in_names:?}\n{in_comments:?}");
    for ((letter, number), path) in in_names.into_iter().chain(in_comments) {
        assert!(listed.contains(&(letter, number)), "{path} speaks of {letter}{number}, docs/behaviour.md does not");
    }
}

#[test]
fn every_listed_mark_is_held_by_a_test() {
    let (in_names, _) = used();
    for (letter, number) in listed() {
        assert!(in_names.contains_key(&(letter, number)), "no test's name begins with the mark {letter}{number}");
    }
}

#[test]
fn no_mark_is_listed_twice() {
    let mut seen = BTreeSet::new();
    for (letter, number) in listed() {
        assert!(seen.insert((letter, number)), "docs/behaviour.md has {letter}{number} twice");
    }
}

#[test]
fn marks_are_read_from_names_and_remarks() {
    assert_eq!(marks_of_name("s1_s6_what_editors_leave").collect::<Vec<_>>(), [('S', 1), ('S', 6)]);
    assert_eq!(marks_of_name("a_page_is_read_in_utf8_o5").count(), 0);
    assert_eq!(marks("I2, O7–O9"), Some(vec![('I', 2), ('O', 7), ('O', 8), ('O', 9)]));
    assert_eq!((marks("S3 behind CloudFront"), marks("by 2026"), marks("R123")), (None, None, None));
    assert_eq!(remarks("//! What is read (I1,\n//! I2).\nlet x = f(1); // as it is (O6)\n"), ["I1, I2", "O6"]);
}
