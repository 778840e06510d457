//! Sentences whose subject is the team: "The Hulls team builds …", "Die Abteilung Hafen sucht …", "Het team Rompen telt zes
//! mensen".
//!
//! In go a text and where it says what the team does, out comes the team's name. The words are `data/teams.txt`.

use std::sync::LazyLock;

use super::{TRADES, ahead, before_team, is_name, is_usual, team_word, units, with_capital};
use crate::infer::front_matter::Key;
use crate::infer::labels::label;
use crate::infer::places;
use crate::infer::table::TEAMS;
use crate::infer::words::{is_one_of, sentence_at, strip_word};

/// What stands before the name: "our".
static SUBJECT: LazyLock<Vec<&'static str>> = LazyLock::new(|| TEAMS.words("subject"));

/// Workplaces that are departments by themselves: "kitchen".
static WORKPLACES: LazyLock<Vec<&'static str>> = LazyLock::new(|| TEAMS.words("workplace"));

/// Words for a team that have an article of their own, or none.
const DEFINITE: [&str; 11] = [
    "Forvaltningen",
    "Seksjonen",
    "Sektionen",
    "Teamet",
    "Afdelingen",
    "Avdelingen",
    "Avdelningen",
    "Enheten",
    "Team",
    "Zespół",
    "Dział",
];

/// The team that a sentence begins with which says, at `at`, that it seeks somebody: "Our Hulls team is hiring."
pub(super) fn seeking(text: &str, at: usize) -> Option<String> {
    let before = text[sentence_at(text, at).start..at].trim();
    let elided = || ["L'", "L’"].iter().find_map(|article| before.strip_prefix(article));
    // "Teamet Skrov i Ulm", but "Zespół Kadłuby i Maszty"; "A equipe de Cascos"
    let is_polish = before.starts_with(['Z', 'D']);
    let definite = || {
        DEFINITE
            .iter()
            .any(|word| before.strip_prefix(word).is_some_and(|name| name.starts_with(' ')))
            .then(|| if is_polish { before } else { before.split(" i ").next().unwrap_or(before) })
    };
    let feminine = || before.strip_prefix("A ").filter(|rest| strip_word(rest, "equipe").is_some());
    let articled = SUBJECT.iter().find_map(|word| strip_word(before, word));
    let named = articled.or_else(elided).or_else(definite).or_else(feminine)?;
    // "The Hulls team at Acme", "The Hulls Division of the City of Ulm", but "The Life at Sea team"
    // "Our Hulls team, based in Ulm, is hiring"
    let part = named.split(" at ").next()?.split(" of ").next()?.split(", ").next()?;
    let workplace = || is_one_of(part, &WORKPLACES).then(|| with_capital(part));
    // "Unser Kundendienst", but "Unsere Community"
    let is_ours = ["unser", "unsere", "ons", "onze"].iter().any(|word| strip_word(before, word).is_some());
    let function = || (is_ours && is_function(part, true)).then(|| with_capital(part));
    before_team(named)
        .or_else(|| before_team(part))
        .or_else(|| behind_word(part))
        .or_else(|| Some(with_capital(units::compound(part)?)))
        .or_else(workplace)
        .or_else(function)
}

/// Whether one word is a usual department, and neither a trade nor people outside: `Kundendienst`. In "für die Küche", a
/// workplace is but a place.
pub(super) fn is_function(word: &str, may_be_workplace: bool) -> bool {
    is_usual(word)
        && (may_be_workplace || !is_one_of(word, &WORKPLACES))
        && !TRADES.contains(word.to_lowercase().as_str())
        && !is_one_of(word, &["community", "brand", "cloud"])
}

/// The name in a text that is the word for a team and a name: `Abteilung Hafen`, `equipo de Diseño`.
pub(super) fn behind_word(named: &str) -> Option<String> {
    let (word, name) = named.split_once(' ')?;
    let name = ahead::without_link(name);
    // "équipe Coques du chantier"
    let length = name.match_indices(' ').map(|(at, _)| at).find(|at| units::is_in_whole(&name[*at..]));
    let name = &name[..length.unwrap_or(name.len())];
    // In German, "Dienst" is one's duty.
    let is_word = word == "dienst" || label(word) == Some(Key::Team) || ahead::is_word(word);
    // "il reparto vendite"
    let is_capital = || name.starts_with(char::is_uppercase) || name.split(' ').all(is_usual);
    // "Participación naval"
    let has_small_end = || {
        let (first, _) = name.split_once(' ')?;
        ahead::with_small_end(name, first, true, word).filter(|whole| whole == name)
    };
    let is_name = || is_name(name) || (name.starts_with(char::is_uppercase) && has_small_end().is_some());
    let is_team = is_word && places::find(name).is_none() && is_capital() && is_name();
    is_team.then(|| with_capital(name))
}

/// The team that a paragraph begins with, to tell what it does: "The Hulls team builds …".
pub(super) fn introduced(text: &str) -> Option<String> {
    let named = SUBJECT.iter().find_map(|word| strip_word(text, word))?;
    let end = team_word(named)?.end;
    let behind = named[end..].trim_start();
    // "The Hulls team (three welders) builds …"
    let behind = behind.strip_prefix('(').and_then(|aside| aside.split_once(')')).map_or(behind, |(_, rest)| rest);
    let goes_on = behind.trim_start().starts_with(char::is_lowercase);
    before_team(&named[..end]).filter(|_| goes_on && named.starts_with(char::is_uppercase))
}

/// The laboratory with its whole that a sentence begins with: "The Steel Lab in the Department of Ships is funded to …".
pub(super) fn lab(text: &str) -> Option<String> {
    if !text.contains(" Lab") {
        return None;
    }
    text.match_indices("The ").find_map(|(at, article)| {
        let begins = || text[sentence_at(text, at).start..at].trim().is_empty();
        units::lab(&text[at + article.len()..]).filter(|_| begins()).map(str::to_owned)
    })
}
