//! Seniority by the words of a title.
//!
//! In goes a title, out comes the name of a level. The words are `data/levels.txt`.

use std::sync::LazyLock;

use super::lexicon::Lexicon;
use super::table;
use super::words::{is_hangul, is_ideographic, is_one_of};

/// The spellings of each level.
static LEVELS: LazyLock<Lexicon<&'static str>> = LazyLock::new(|| Lexicon::new(forms()));
/// Those of scripts without spaces, which stand before the name that they belong to, with their levels.
static UNSPACED: LazyLock<Vec<(&'static str, &'static str)>> =
    LazyLock::new(|| forms().filter(|(form, _)| form.starts_with(is_unspaced)).collect());

/// All spellings, each with its level.
fn forms() -> impl Iterator<Item = (&'static str, &'static str)> {
    table::LEVELS.rows_of("level").flat_map(|row| row.forms().map(move |form| (form, row.name)))
}

/// The seniority that `title` names: all of them where it offers a choice, such as `Mid/Senior`.
pub(super) fn in_title(title: &str) -> Option<String> {
    let words: Vec<&str> =
        title.split(|c: char| !(c.is_alphanumeric() || "-*:".contains(c))).filter(|word| !word.is_empty()).collect();
    let mut found: Vec<(usize, &str)> = Vec::new();
    let mut both = String::with_capacity(title.len());
    let mut of_two = |one: &str, other: &str| {
        both.clear();
        both.extend([one, " ", other]);
        level(&both)
    };
    let mut pair_before = None;
    for (at, word) in words.iter().enumerate() {
        let pair = words.get(at + 1).and_then(|next| of_two(word, next));
        let is_second = std::mem::replace(&mut pair_before, pair).is_some();
        match pair.or_else(|| level(word).filter(|_| !is_second && !means_other(&words, at))) {
            Some(level) => found.push((at, level)),
            None => found.extend(halves(word).into_iter().flatten().map(|level| (at, level))),
        }
    }
    match found.as_slice() {
        [] => None,
        [(_, level)] => Some((*level).to_owned()),
        [(first, low), (second, high)] if is_choice(title, &words, *first, *second) && low != high => {
            Some(format!("{low}, {high}"))
        }
        // The level that tells more comes first in the file.
        several => table::LEVELS
            .rows_of("level")
            .map(|row| row.name)
            .find(|level| several.iter().any(|(_, named)| named == level))
            .map(str::to_owned),
    }
}

fn level(word: &str) -> Option<&'static str> {
    let word = word.trim_matches(['-', ':', '*']);
    let unspaced = || UNSPACED.iter().find(|(form, _)| word.starts_with(form)).map(|(_, level)| *level);
    LEVELS.exactly(word).or_else(|| if word.is_ascii() { None } else { unspaced() })
}

fn is_unspaced(c: char) -> bool {
    is_ideographic(c) || is_hangul(c)
}

/// The levels of "Mid-Senior".
fn halves(word: &str) -> Option<[&'static str; 2]> {
    let (low, high) = word.split_once('-')?;
    Some([level(low)?, level(high)?])
}

/// "Lead Generation", "Support Staff", "Chief of Staff": no levels.
fn means_other(words: &[&str], at: usize) -> bool {
    let next = words.get(at + 1);
    let before = at.checked_sub(1).map(|before| words[before]);
    let is_lead =
        || is_one_of(words[at], &["lead"]) && next.is_some_and(|word| is_one_of(word, &["generation", "gen"]));
    let is_staff = || is_one_of(words[at], &["staff"]) && before.is_some_and(|word| !is_one_of(word, &["senior"]));
    is_lead() || is_staff()
}

/// Whether one may be either: `Mid/Senior`, `Junior or Mid`, `Mid-Senior`.
fn is_choice(title: &str, words: &[&str], first: usize, second: usize) -> bool {
    let connected = || is_one_of(words[first + 1], &["or", "oder", "ou", "to", "bis", "-"]);
    match second - first {
        0 => true,
        1 => title.contains('/') || title.contains('&'),
        2 => connected(),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn f2_titles_name_a_seniority_as_a_word() {
        for (title, expected) in [
            ("Senior Welder", Some("Senior")),
            ("Data Scientist (Sr.)", Some("Senior")),
            ("Mid/Senior Welder", Some("Mid, Senior")),
            ("Senior Staff Engineer", Some("Staff")),
            ("Head of Welding", Some("Head")),
            ("Lead Engineer", Some("Lead")),
            ("Welding Intern", Some("Intern")),
            ("Welder (entry level)", Some("Entry level")),
            ("Mid-level Welder", Some("Mid")),
            ("Mid-Senior Welder", Some("Mid, Senior")),
            ("Junior or Mid Welder", Some("Junior, Mid")),
            ("Senior/Principal Welder", Some("Senior, Principal")),
            ("Vice President, Hulls", Some("VP")),
            ("Schweißer (Berufseinsteiger)", Some("Entry level")),
            ("Berufseinsteiger*in Schweißen", Some("Entry level")),
            ("Praktikant:in Werft", Some("Intern")),
            ("Soudeur débutant", Some("Entry level")),
            ("Soudeur confirmé", Some("Mid")),
            ("Soldador Sénior", Some("Senior")),
            ("Soldador Pleno", Some("Mid")),
            ("Medior lasser", Some("Mid")),
            ("高级溶接工程师", Some("Senior")),
            ("シニアエンジニア", Some("Senior")),
            ("Lead Generation Manager", None),
            ("Mid-Atlantic Welder", None),
            ("Chief of Staff", None),
            ("Entry Systems Engineer", None),
            ("Level Designer", None),
            ("中高级", None),
            ("Support Staff Coordinator", None),
            ("Seniority Researcher", None),
            ("Leadership Coach", None),
            ("Welder", None),
        ] {
            assert_eq!(in_title(title).as_deref(), expected, "{title}");
        }
    }
}
