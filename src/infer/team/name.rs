//! Names of teams: what reads as one, and what only a usual department is called.
//!
//! In go words, out come names. The words are `data/teams.txt`; where a name may stand is not asked here.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::{before_team, subject, units};
use crate::infer::table::TEAMS;
use crate::infer::words::{is_ideographic, is_one_of, squash};
use crate::infer::{company, title};

static DEPARTMENTS: LazyLock<HashSet<&'static str>> = LazyLock::new(|| TEAMS.forms("department").collect());
static QUALITIES: LazyLock<HashSet<&'static str>> = LazyLock::new(|| TEAMS.forms("quality").collect());
/// Departments that are but a trade where they are written small: "development".
pub(super) static TRADES: LazyLock<HashSet<&'static str>> = LazyLock::new(|| TEAMS.forms("trade").collect());

/// Whether all of `text` reads as the name of a team: `Hulls & Keels`, `Hulls and Keels`.
pub(in crate::infer) fn is_name(text: &str) -> bool {
    let is_one = |text: &str| {
        as_name(text).is_some_and(|name| name.len() == text.len())
            || (text.split(' ').count() <= 6 && units::is_run(text))
    };
    // "Hulls / Keels"
    text.trim().split(" / ").all(is_one)
}

/// Whether a word may be one of a team's name.
pub(super) fn may_name(word: &str) -> bool {
    word.starts_with(|c: char| c.is_uppercase() || is_ideographic(c)) || is_usual(word) || word == "&"
}

/// The team that a piece of a line of facts names: `Customer Success`, `Abteilung Hafen`, `Hulls team`.
pub(in crate::infer) fn of_line(text: &str) -> Option<String> {
    if is_department(text) {
        return Some(text.to_owned());
    }
    // Units are read with their full names.
    if units::is_unit(text) || title::names_job(text) {
        None
    } else {
        before_team(text).or_else(|| subject::behind_word(text))
    }
}

/// Whether `text` is the name of a usual department, as lists of facts have it: `Customer Success`, `開発部`.
pub(super) fn is_department(text: &str) -> bool {
    let is_word = |word: &str| is_capital(word) || is_link(word) || word == "&";
    // "Hulls & Marketing"
    let beside_usual = || {
        let halves = text.split_once(" & ").filter(|_| units::is_run(text));
        !company::has_form(text)
            && halves.is_some_and(|(first, second)| [first, second].iter().any(|half| half.split(' ').all(is_capital)))
    };
    let is_usual = text.len() <= 40 && (text.split(' ').all(is_word) || beside_usual()) && as_name(text).is_some();
    is_usual || (!text.is_ascii() && units::unspaced(text) == Some(text))
}

/// Whether a word is a usual department's.
pub(in crate::infer) fn is_usual(word: &str) -> bool {
    DEPARTMENTS.contains(word.to_lowercase().as_str())
}

/// The same of a German compound whose last part is one: `Auftragsabwicklung`.
pub(super) fn is_usual_compound(word: &str) -> bool {
    const LEAST: usize = 6;
    let mut ends = word.char_indices().skip(1).map(|(at, _)| &word[at..]).take_while(|end| end.len() >= LEAST);
    is_usual(word) || (word.starts_with(char::is_uppercase) && ends.any(|end| DEPARTMENTS.contains(end)))
}

/// Whether a word of a usual department has a capital.
pub(super) fn is_capital(word: &str) -> bool {
    word.starts_with(char::is_uppercase) && is_usual(word)
}

/// Whether a word joins two names of departments.
pub(super) fn is_link(word: &str) -> bool {
    ["und", "and", "et", "y", "en", "og", "och", "e", "i"].contains(&word)
}

/// The name of a team that `text` is, what teams are said to be aside.
pub(super) fn as_name(text: &str) -> Option<String> {
    name_of(text, may_name)
}

/// The same where all words fulfil a condition.
pub(super) fn name_of(text: &str, may_name: impl Fn(&str) -> bool) -> Option<String> {
    // With a capital a quality is part of a name, but none by itself: "New Business".
    let words = text.trim().split(' ').skip_while(|word| QUALITIES.contains(word) || is_owner(word));
    let mut name: Vec<&str> = words.collect();
    // "Thriving Hulls"
    if name.get(1).is_some_and(|next| next.starts_with(char::is_uppercase)) && is_quality(name[0]) {
        name.remove(0);
    }
    let says_something = name.iter().any(|word| !QUALITIES.contains(word.to_lowercase().as_str()));
    // "Hulls and Keels", but "product and engineering"
    let is_linked = name
        .split(|word| is_link(word) || ["at", "for", "of", "to"].contains(word))
        .all(|part| !part.is_empty() && part.iter().all(|word| begins_big(word)));
    let fits = (1..=6).contains(&name.len()) && says_something && (is_linked || name.iter().all(|word| may_name(word)));
    let has_sign = name.iter().any(|word| word.contains([',', '(', ':', '"']));
    // "Our development team" is but those who develop.
    let is_trade = name.iter().all(|word| TRADES.contains(word));
    (fits && !has_sign && !is_trade).then(|| with_capital(&squash(&name.join(" "))))
}

/// Whether a word says whose the team is: `Acme's`, but not `Children's`, who are served.
fn is_owner(word: &str) -> bool {
    const SERVED: [&str; 8] = ["children", "women", "men", "people", "students", "veterans", "ladies", "kids"];
    let owner = word.strip_suffix("'s").or_else(|| word.strip_suffix("’s"));
    owner.is_some_and(|owner| !is_one_of(owner, &SERVED))
}

/// Whether a small word can be but an adjective, to judge by its ending: `thriving`.
fn is_quality(word: &str) -> bool {
    const ENDINGS: [&str; 8] = ["ing", "ed", "ful", "ous", "ive", "able", "less", "ly"];
    const LEAST: usize = 5;
    word.len() >= LEAST
        && word.starts_with(char::is_lowercase)
        && ENDINGS.iter().any(|ending| word.ends_with(ending))
        && !is_usual(word)
}

fn begins_big(word: &str) -> bool {
    word.starts_with(char::is_uppercase) || word == "&"
}

pub(super) fn with_capital(name: &str) -> String {
    let mut letters = name.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
