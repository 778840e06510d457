//! Teams in German and Dutch sentences, where departments are called by one word: "Für unseren Kundendienst suchen wir …",
//! "unser Vertriebsteam".
//!
//! In go a text and a place in it, out comes the name.

use super::name::{TRADES, is_usual, with_capital};
use super::{subject, units};
use crate::infer::words::{has_one_of, is_one_of, sentence_around, word_after, word_before};
use crate::source::Span;

/// The usual department that makes one word with "team" at `at`: `Vertrieb` of `unser Vertriebsteam`.
pub(super) fn glued(text: &str, at: usize) -> Option<String> {
    let word = text[at..].trim_start().split(|c: char| !c.is_alphanumeric()).next()?;
    let name = word.strip_suffix("team")?;
    // "Einkaufsteam", but "Salesteam"
    let is_department = |name: &&str| is_usual(name) && !TRADES.contains(name.to_lowercase().as_str());
    let name = Some(name).filter(is_department).or_else(|| name.strip_suffix('s').filter(is_department))?;
    Some(with_capital(name))
}

/// The department that one word names behind a phrase that says that it is ours: "in unserer Personalabteilung".
pub(super) fn department_of(text: &str, phrase: &Span) -> Option<String> {
    const OURS: [&str; 7] = ["unserer", "unsere", "unser", "unserem", "unseren", "ons", "onze"];
    const SOUGHT: [&str; 7] = ["suchen wir", "wir suchen", "suchen", "sucht", "gesucht", "wird frei", "Verstärkung"];
    let said = &text[phrase.clone()];
    let is_ours = OURS.iter().any(|word| said.ends_with(word));
    // "Unser Team im Versand", "Du arbeitest bei uns im Versand"
    let is_there = ["Team", "uns", "arbeitest"].contains(&word_before(text, phrase.start));
    let is_for = said.to_lowercase().starts_with("für ");
    let word = (is_ours || is_there || is_for).then(|| word_after(text, phrase.end))?;
    // "Für unseren Kundendienst suchen wir", but "für unser Marketing-Konzept", "für den Vertrieb unserer Schiffe"
    let rest = text[phrase.end..].trim_start().strip_prefix(word)?;
    let is_all =
        || !rest.starts_with(['-', '/']) && !is_one_of(word_after(rest, 0), &["von", "unserer", "und", "oder"]);
    let is_sought = || is_there || has_one_of(sentence_around(text, phrase.start), &SOUGHT);
    let function = || (subject::is_function(word, is_ours) && is_all() && is_sought()).then_some(word);
    // "Berichte für die Finanzabteilung"
    let compound = units::compound(word).filter(|_| is_ours || is_sought());
    compound.or_else(function).filter(|word| word.starts_with(char::is_uppercase) || is_ours).map(with_capital)
}

/// The team at `phrase` that is named by where it works: `Team Nord`.
pub(super) fn quarter(text: &str, phrase: &Span) -> Option<String> {
    const QUARTERS: [&str; 5] = ["Nord", "Süd", "Ost", "West", "Mitte"];
    let word = text[phrase.end..].trim_start().split(|c: char| !c.is_alphanumeric()).next()?;
    let is_team = text[phrase.clone()].ends_with("Team");
    (is_team && QUARTERS.contains(&word)).then(|| format!("Team {word}"))
}
