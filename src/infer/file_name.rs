//! What the name of a posting's file tells: a date in front, a language behind, and a title as a last resort.
//!
//! In goes the path below the seeds folder. Names that a machine made (numbers, hashes, UUIDs) tell no title.

use jiff::civil::Date;

use super::dates;
use super::language;
use super::skills;
use super::title::{is_empty, names_job};
use super::words::is_one_of;
use crate::source::compose;

/// What a path tells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct FileName<'a> {
    /// The date in front of the name.
    pub date: Option<Date>,
    /// The language behind it, as in `welder.de.md`.
    pub language: Option<String>,
    /// The rest of it.
    name: &'a str,
}

impl FileName<'_> {
    /// The name as a title.
    pub(super) fn title(&self) -> Option<String> {
        let mut title = title(without_order(self.name))?;
        compose(&mut title);
        Some(title).filter(|title| !is_empty(title))
    }
}

/// Reads the path of a posting.
pub(super) fn read(path: &str) -> FileName<'_> {
    let mut parts = path.rsplit('/');
    let file = parts.next().unwrap_or(path);
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    // `welder.html.md`
    let stem = [".html", ".markdown", ".md"].iter().find_map(|end| stem.strip_suffix(end)).unwrap_or(stem);
    let (stem, language) = match stem.rsplit_once('.') {
        Some((name, code)) if code.len() <= 5 && language::is_code(code) => (name, language::code(code)),
        _ => (stem, None),
    };
    let (date, name) = dates::prefix(stem).map_or((None, stem), |(date, rest)| (Some(date), rest));
    let generic = matches!(name.to_ascii_lowercase().as_str(), "index" | "readme" | "job" | "posting");
    let name = if generic { parts.next().unwrap_or("") } else { name };
    FileName { date, language, name }
}

/// The name without a number in front that only orders, or a month: `02-welder`, `2030_09_welder`.
fn without_order(name: &str) -> &str {
    const TIES: [char; 4] = ['-', '_', '.', ' '];
    let rest = name.trim_start_matches(|c: char| c.is_ascii_digit());
    let digits = name.len() - rest.len();
    let may_be_year = digits == 4 && (name.starts_with("19") || name.starts_with("20"));
    let is_month = |month: &str| month.len() == 2 && month.parse().is_ok_and(|month: u8| (1..=12).contains(&month));
    let behind_month = || rest.strip_prefix(TIES)?.split_once(TIES).filter(|(month, _)| is_month(month));
    if let Some((_, rest)) = behind_month().filter(|_| may_be_year) {
        return rest.trim_start_matches(TIES);
    }
    match rest.strip_prefix(TIES) {
        Some(rest) if digits > 0 && !may_be_year => rest.trim_start_matches(['-', '_', ' ']),
        _ => name,
    }
}

/// The title that a key of words tied together stands for: "Dock Welder" of `dock_welder`; but "sous-chef" is no key.
pub(super) fn of_key(text: &str) -> Option<String> {
    let is_tie = |c: char| matches!(c, '-' | '_');
    let is_key = text.chars().all(|c| is_tie(c) || c.is_lowercase() || c.is_ascii_digit());
    let ties = text.matches(is_tie).count();
    let is_tied = is_key && ties > 0 && (ties > 1 || text.contains('_'));
    is_tied.then(|| title(text)).flatten().filter(|title| names_job(title))
}

fn title(name: &str) -> Option<String> {
    let words: Vec<&str> = name
        .split(|c: char| matches!(c, '-' | '_' | '+' | '–' | '—') || c.is_whitespace())
        .filter(|w| !w.is_empty())
        .collect();
    // A hash or number behind a readable name is not a part of it, nor is what follows.
    let words = &words[..words.iter().position(|word| is_machine_made(word)).unwrap_or(words.len())];
    let words = without_page(words);
    let is_readable = words.iter().any(|word| word.chars().filter(|c| c.is_alphabetic()).count() >= 2);
    let is_url = words.len() > 8 || words.iter().any(|word| matches!(*word, "com" | "www" | "http" | "https"));
    if !is_readable || is_url {
        return None;
    }
    let title: Vec<String> = words.iter().enumerate().map(|(at, word)| word_of_title(word, at == 0)).collect();
    Some(title.join(" "))
}

/// The words between those for the page of openings, or of a mail that is passed on, and one that says that somebody is
/// sought: `jobs-dock-welder`, `fwd-dock-welder`, `dock-welder-wanted-ulm`.
fn without_page<'a, 'b>(words: &'a [&'b str]) -> &'a [&'b str] {
    const SOUGHT: [&str; 6] = ["wanted", "needed", "gesucht", "gezocht", "sökes", "søges"];
    const PAGES: [&str; 18] = [
        "jobs",
        "karriere",
        "stellenangebote",
        "vacancy",
        "vacancies",
        "vacatures",
        "emplois",
        "empleos",
        "vagas",
        "hiring",
        "fwd",
        "fw",
        "announcement",
        "advert",
        "offre",
        "oferta",
        "convocatoria",
        "stellenausschreibung",
    ];
    let end = words.iter().skip(1).position(|word| is_one_of(word, &SOUGHT)).map_or(words.len(), |at| at + 1);
    let mut words = &words[..end];
    while let [page, rest @ ..] = words
        && rest.len() > 1
        && is_one_of(page, &PAGES)
    {
        words = rest;
    }
    words
}

fn word_of_title(word: &str, first: bool) -> String {
    const SMALL: [&str; 16] =
        ["and", "of", "the", "for", "in", "at", "to", "with", "und", "für", "de", "la", "et", "y", "en", "der"];
    const CAPITALS: [&str; 14] =
        ["ui", "ux", "qa", "hr", "pr", "it", "vp", "cto", "ceo", "cfo", "coo", "sre", "seo", "bi"];
    if word.chars().any(char::is_uppercase) {
        return word.to_owned();
    }
    if SMALL.contains(&word) && !first {
        return word.to_owned();
    }
    if CAPITALS.contains(&word) {
        return word.to_uppercase();
    }
    match skills::canonical(word).filter(|name| name.eq_ignore_ascii_case(word)) {
        Some(name) => name.to_owned(),
        None => capitalised(word),
    }
}

fn capitalised(word: &str) -> String {
    let mut chars = word.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

/// A number, a hash or a part of a UUID: figures, alone or mixed with letters as no word has them.
fn is_machine_made(word: &str) -> bool {
    let digits = word.chars().filter(char::is_ascii_digit).count();
    let is_hex = word.len() >= 6 && digits > 0 && word.bytes().all(|b| b.is_ascii_hexdigit());
    let all_digits = digits == word.chars().count();
    is_hex
        || (all_digits && digits != 4 && digits > 2)
        || (digits >= 2 && word.len() >= 9)
        || (digits > 0 && digits < 4 && word.len() >= 8 && mixed_case(word))
}

fn mixed_case(word: &str) -> bool {
    word.chars().skip(1).any(char::is_uppercase) && word.chars().any(char::is_lowercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn i8_a_name_made_by_a_person_is_a_title() {
        for (path, expected) in [
            ("02-senior-rust-engineer.md", Some("Senior Rust Engineer")),
            ("1756-welder.md", Some("Welder")),
            ("2027-summer-intern.md", Some("2027 Summer Intern")),
            ("2030_09_Dock_Welder.md", Some("Dock Welder")),
            ("2027-25-summer-intern.md", Some("2027 25 Summer Intern")),
            ("acme/2016-05-27-ios-developer.md", Some("iOS Developer")),
            ("head_of_design.md", Some("Head of Design")),
            ("jobs-dock-welder.md", Some("Dock Welder")),
            ("Fwd-Dock-Welder.md", Some("Dock Welder")),
            ("VACANCY ANNOUNCEMENT - Dock Welder.md", Some("Dock Welder")),
            ("dock-welder-wanted-ulm.md", Some("Dock Welder")),
            ("vacancy-welder.md", Some("Vacancy Welder")),
            ("welder.de.md", Some("Welder")),
            ("welder.html.md", Some("Welder")),
            ("roles/ux-writer/index.en.md", Some("UX Writer")),
            ("bu\u{308}roleitung.md", Some("Büroleitung")),
            ("DAC-Technical_Writer.md", Some("DAC Technical Writer")),
            ("2017-05-31-welder-85be63c9-5c46-4384-bc14-095dd070e6f1.md", Some("Welder")),
            ("3f2a9c81b7.md", None),
            ("85be63c9-5c46-4384-bc14-095dd070e6f1.md", None),
            ("254.md", None),
            ("index.md", None),
            ("JD.md", None),
            ("www_example_com_careers_gh_jid_126152.md", None),
            ("", None),
        ] {
            assert_eq!(read(path).title().as_deref(), expected, "{path}");
        }
    }

    #[test]
    fn f1_a_date_in_front_and_a_language_behind_are_told() {
        let read = read("2024-02-29-welder.de.md");
        assert_eq!(read.date.map(|date| date.to_string()).as_deref(), Some("2024-02-29"));
        assert_eq!(read.language.as_deref(), Some("de"));
        assert_eq!(super::read("node.js.md").language, None);
    }
}
