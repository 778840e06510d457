//! Sentences whose subject is the team: "The Hulls team builds …", "Die Abteilung Hafen sucht …", "Het team Rompen telt zes
//! mensen".
//!
//! In go a text and where it says what the team does, out comes the team's name. The words are `data/teams.txt`.

use std::sync::LazyLock;

use super::{ahead, before_team, is_name, is_usual, team_word, units, with_capital};
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
const DEFINITE: [&str; 8] = ["Teamet", "Afdelingen", "Avdelingen", "Avdelningen", "Enheten", "Team", "Zespół", "Dział"];

/// The team that a sentence begins with which says, at `at`, that it seeks somebody: "Our Hulls team is hiring."
pub(super) fn seeking(text: &str, at: usize) -> Option<String> {
    let before = text[sentence_at(text, at).start..at].trim();
    let elided = || ["L'", "L’"].iter().find_map(|article| before.strip_prefix(article));
    // "Teamet Skrov", "A equipe de Cascos"
    let definite = || {
        DEFINITE
            .iter()
            .any(|word| before.strip_prefix(word).is_some_and(|name| name.starts_with(' ')))
            .then_some(before)
    };
    let feminine = || before.strip_prefix("A ").filter(|rest| strip_word(rest, "equipe").is_some());
    let articled = SUBJECT.iter().find_map(|word| strip_word(before, word));
    let named = articled.or_else(elided).or_else(definite).or_else(feminine)?;
    // "The Hulls team at Acme", "The Hulls Division of the City of Ulm", but "The Life at Sea team"
    // "Our Hulls team, based in Ulm, is hiring"
    let part = named.split(" at ").next()?.split(" of ").next()?.split(", ").next()?;
    let workplace = || is_one_of(part, &WORKPLACES).then(|| with_capital(part));
    before_team(named)
        .or_else(|| before_team(part))
        .or_else(|| behind_word(part))
        .or_else(|| Some(with_capital(units::compound(part)?)))
        .or_else(workplace)
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
    let is_team = is_word && places::find(name).is_none() && is_capital() && is_name(name);
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
