//! Teams whose name follows the word for a team, where somebody is placed: "au sein de notre équipe Coques".
//!
//! In go text, out comes the name. A place, perhaps an article, the word, perhaps a link, and the name are composed, each
//! from its list in `data/teams.txt`.

#[cfg(test)]
mod tests;

use std::sync::LazyLock;

use super::units::{self, strip_prefix};
use super::{is_link, is_usual, is_usual_compound, may_name, name_of};
use crate::infer::lexicon::Lexicon;
use crate::infer::table::TEAMS;
use crate::infer::words::{is_one_of, sentence_at, strip_end, word_after, word_before};
use crate::infer::{places, title};
use crate::source::Span;

/// "au sein de"
static PLACES: LazyLock<Lexicon<()>> = LazyLock::new(|| TEAMS.lexicon("place"));
/// "notre"
static OWN: LazyLock<Lexicon<()>> = LazyLock::new(|| TEAMS.lexicon("own"));
/// "équipe"
static WORDS: LazyLock<Lexicon<()>> = LazyLock::new(|| TEAMS.lexicon("word"));
/// "des"
static LINKS: LazyLock<Lexicon<()>> = LazyLock::new(|| TEAMS.lexicon("link"));
/// "apoyo" of "apoyo al equipo de Ventas"
static OTHERS: LazyLock<Lexicon<()>> = LazyLock::new(|| TEAMS.lexicon("other"));

/// "Fundacji" of "W dziale Kadry Fundacji Kadłub"
static WHOLES: LazyLock<Lexicon<()>> = LazyLock::new(|| TEAMS.lexicon("whole itself"));

/// "Rückfragen" of "Rückfragen beantwortet Jane Roe in der Abteilung Personal"
static ASKING: LazyLock<Lexicon<()>> = LazyLock::new(|| TEAMS.lexicon("asking"));

/// The first team that a text places somebody in: `Coques` of "Vous rejoindrez l'équipe Coques".
pub(super) fn in_text(text: &str) -> Option<String> {
    WORDS.find(text).find_map(|((), word)| {
        let sentence = sentence_at(text, word.start);
        let before = &text[sentence.start..word.start];
        (is_placed(before) && !is_asking(text, word.start)).then(|| named(text, &word)).flatten()
    })
}

/// Whether the sentence at `at` has told so far whom to ask: "Rückfragen beantwortet Jane Roe in der Abteilung".
pub(super) fn is_asking(text: &str, at: usize) -> bool {
    ASKING.is_in(&text[sentence_at(text, at).start..at])
}

/// Whether a text ends with a place, which an article may follow: "Vous travaillez au sein de la".
fn is_placed(before: &str) -> bool {
    const MOST_WORDS: usize = 7;
    let before = before.trim_end();
    let start = before.rmatch_indices(' ').nth(MOST_WORDS).map_or(0, |(space, _)| space + 1);
    let before = without_endings(&before[start..]);
    let mut rest = before.as_str();
    loop {
        if let Some(at) = place_at_end(rest) {
            return OTHERS.exactly(word_before(rest, at)).is_none();
        }
        let start = rest.rfind(' ').map_or(0, |space| space + 1);
        if OWN.exactly(&rest[start..]).is_none() {
            return false;
        }
        rest = rest[..start].trim_end();
    }
}

/// Where the longest place begins that a text ends with.
fn place_at_end(text: &str) -> Option<usize> {
    let starts = text.match_indices(' ').map(|(space, _)| space + 1);
    std::iter::once(0).chain(starts).find(|start| PLACES.exactly(&text[*start..]).is_some())
}

/// `text` without the endings that write a word for women as well: `rattaché` of `rattaché(e)`.
fn without_endings(text: &str) -> String {
    ["(e)", "·e", "⋅e", ".e"].iter().fold(text.to_owned(), |text, ending| text.replace(ending, ""))
}

/// The name that follows the word for a team.
fn named(text: &str, word: &Span) -> Option<String> {
    let rest = text[word.end..].strip_prefix(' ')?;
    let linked = behind_link(rest);
    let at = text.len() - linked.unwrap_or(rest).len();
    let kind = &text[word.clone()];
    let last = word_before(text, word.start);
    // "L'équipe de Jeanne", "notre équipe de production"
    if is_one_of(kind, &["équipe"]) && rest.starts_with("de ") {
        return None;
    }
    // "No service Fees"
    let is_english = is_one_of(last, &["no"]) && is_one_of(kind, &["service", "area", "team", "time"]);
    // "Acme gehört zur Gruppe Hullmouth"
    let before = text[..word.start].trim_end();
    let is_firms =
        is_one_of(kind, &["gruppe"]) && !["in der", "für die"].iter().any(|place| strip_end(before, place).is_some());
    let is_only_usual = is_german_team(last, kind) || is_firms || (linked.is_none() && is_english);
    let name = name_at(text, at, if is_only_usual { is_usual_compound } else { may_name })?;
    // "sa Direction des espaces verts"
    let unit = || {
        let whole = &text[word.start..];
        let is_unit = linked.is_some() && units::is_begun(whole) && text[at..].starts_with(char::is_lowercase);
        let behind = strip_prefix(&text[at..], &name).filter(|_| is_unit)?;
        Some(whole[..whole.len() - behind.len()].to_owned())
    };
    let adjective = || {
        with_adjective(&text[at..], &name)
            .or_else(unit)
            .or_else(|| with_small_end(&text[at..], &name, linked.is_some(), kind))
    };
    // "Für unsere Abteilung Schweißer", "Verstärkung"
    let is_sought = || title::names_job(&name) || is_one_of(&name, &["Verstärkung", "Unterstützung"]);
    let is_german =
        is_one_of(last, &["der", "die", "das", "dem", "den", "im", "unser", "unsere", "unserem", "unseren", "unserer"]);
    (!(is_german && is_sought())).then(|| adjective().unwrap_or(name.clone()))
}

/// Whether a team is one in German, where any noun may follow it: "im Team".
fn is_german_team(last: &str, word: &str) -> bool {
    let articles = ["im", "zum", "beim", "das", "den", "dem", "des", "unser", "unseres", "unserem"];
    is_one_of(word, &["team"]) && is_one_of(last, &articles)
}

/// Whether a word is one for a team that a name follows.
pub(super) fn is_word(word: &str) -> bool {
    WORDS.exactly(word).is_some()
}

/// A name without what joins it to the word for a team: `Achats` of `des Achats`.
pub(super) fn without_link(name: &str) -> &str {
    behind_link(name).unwrap_or(name)
}

/// What follows such a link; some have lost their vowel: `d'Achats`.
fn behind_link(text: &str) -> Option<&str> {
    let elided = ["de l'", "de l’", "d'", "d’", "dell'", "dell’"];
    elided.iter().find_map(|link| text.strip_prefix(link)).or_else(|| LINKS.strip(text))
}

/// The name at `at`, as far as its words are of a name, or join two that are: "Hafen und Umwelt".
pub(super) fn name_at(text: &str, at: usize, is_of_name: fn(&str) -> bool) -> Option<String> {
    let rest = text[at..].split([',', '.', ';', ':', '(', '!', '?', '\n']).next()?.trim();
    let words: Vec<&str> = rest.split(' ').collect();
    // "Atención al Cliente", and "Gestión de Proyectos", but "Ventas de Acme"
    let is_link = |word: &str| is_link(word) || ["&", "al", "ao"].contains(&word);
    let is_of = |word: &str| ["de", "des", "do", "da", "di"].contains(&word);
    let is_joined =
        |at: usize, next: &str| is_link(words[at]) && is_of_name(next) || is_of(words[at]) && is_usual(next);
    let joins = |at: usize| at > 0 && words.get(at + 1).is_some_and(|next| is_joined(at, next));
    // "Systèmes d'Information"
    let elided = |word: &str| ["d'", "d’"].iter().any(|of| word.strip_prefix(of).is_some_and(is_of_name));
    let is_next = |at: usize| is_of_name(words[at]) || joins(at) || (at > 0 && elided(words[at]));
    // "W dziale Kadry Fundacji Kadłub"
    let is_whole = |at: usize| at > 0 && WHOLES.exactly(words[at]).is_some();
    let length = (0..words.len()).take_while(|at| is_next(*at) && !is_whole(*at)).count();
    let is_part = |word: &str| may_name(word) || is_link(word) || is_of(word) || elided(word);
    let name = name_of(&words[..length].join(" "), is_part);
    name.filter(|name| places::find(name).is_none())
}

/// A name with the small word that ends its clause, as names outside English and German have it: `Börn och unga` of "Börn
/// och unga, sex kollegor".
pub(super) fn with_small_end(text: &str, name: &str, is_linked: bool, kind: &str) -> Option<String> {
    const DUTCH: [&str; 5] = ["afdeling", "team", "cluster", "onderzoeksgroep", "vakgroep"];
    const ROMANCE: [&str; 9] =
        ["service", "pôle", "rayon", "équipe", "área", "sección", "direction", "cellule", "setor"];
    const LEAST: usize = 3;
    let word_of = |text: &str| text.find(|c: char| !c.is_alphabetic()).unwrap_or(text.len());
    let rest = text.strip_prefix(name)?.strip_prefix(' ')?;
    let link = &rest[..word_of(rest)];
    let joins = ["och", "og", "et", "y", "e"].contains(&link) || (link == "en" && is_one_of(kind, &DUTCH));
    let last = if joins { rest[link.len()..].strip_prefix(' ')? } else { rest };
    let (word, behind) = last.split_at(word_of(last));
    // "Petite enfance", but "Achats demain"
    let may_end = || joins || ((is_linked || is_one_of(kind, &ROMANCE)) && !name.split(' ').any(is_usual));
    let is_small = word.chars().count() >= LEAST && word.starts_with(char::is_lowercase) && !is_verb(word, link);
    (is_small && ends_clause(behind) && may_end()).then(|| text[..text.len() - behind.len()].to_owned())
}

/// Whether a word that ends a clause may tell what the reader does there: `svetsar` of "Köl och svetsar".
fn is_verb(word: &str, link: &str) -> bool {
    let endings: &[&str] = if ["och", "og"].contains(&link) {
        &["ar", "er"]
    } else {
        &["ez", "ás", "rás", "rá", "emos", "amos", "ras", "ant"]
    };
    endings.iter().any(|ending| word.ends_with(ending))
}

/// Whether a clause, or a name, ends where `rest` begins.
fn ends_clause(rest: &str) -> bool {
    rest.is_empty()
        || rest.starts_with([',', '.', ';', ':', ')', '\n'])
        || units::is_in_whole(rest)
        || ["i", "på", "vid", "ved", "hos", "à"].contains(&word_after(rest, 0))
}

/// A name with the adjective that ends its clause: `Vie navale` of "Vie navale, vous".
fn with_adjective(text: &str, name: &str) -> Option<String> {
    const ENDINGS: [&str; 16] = [
        "ive", "ives", "elle", "elles", "ale", "ales", "ique", "iques", "aire", "aires", "aine", "aines", "ica", "ico",
        "iva", "aria",
    ];
    let rest = text.strip_prefix(name)?.strip_prefix(' ')?;
    let length = rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len());
    let (word, behind) = rest.split_at(length);
    let ends = behind.is_empty() || behind.starts_with([',', '.', ';', ':', ')']);
    let is_adjective = word.len() > 4 && ENDINGS.iter().any(|ending| word.ends_with(ending));
    (ends && is_adjective).then(|| format!("{name} {word}"))
}
