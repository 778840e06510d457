//! The words that a phrase for remote work or for a place of work is made of.
//!
//! In goes a phrase, or what stands behind it, out comes yes or no. What the words around it say is not asked here.

use std::sync::LazyLock;

use super::share::{clause, speaks_of_work};
use crate::infer::lexicon::Lexicon;
use crate::infer::table::CUES;
use crate::infer::words::{has_one_of, is_ideographic, is_one_of, word_after};
use crate::source::Span;

/// Words behind "remote" where it says how one works.
static OF_WORK: LazyLock<Lexicon<()>> = LazyLock::new(|| CUES.lexicon("remote of work"));

/// Words right behind "remote" in Chinese and Japanese where it says how one works.
static HAN_WORK: LazyLock<Lexicon<()>> = LazyLock::new(|| CUES.lexicon("remote han work"));

/// Whether a phrase names one's home: `from home`, not `remotely`.
pub(super) fn names_home(phrase: &str) -> bool {
    const HOMES: [&str; 13] = [
        "home",
        "casa",
        "hause",
        "daheim",
        "thuis",
        "chez",
        "hemifrån",
        "hjemmefra",
        "kitchen",
        "küche",
        "keuken",
        "anywhere",
        "überall",
    ];
    let phrase = phrase.to_ascii_lowercase();
    HOMES.iter().any(|home| phrase.contains(home))
}

/// Whether a phrase says that one may choose the place: `wherever you like`, not `remote team`.
pub(super) fn says_where(phrase: &str) -> bool {
    const WHERE: [&str; 9] = ["where", "wo ", "où ", "donde", "onde", "dove", "waar", "hvor", "var "];
    let phrase = phrase.to_lowercase();
    WHERE.iter().any(|place| phrase.contains(place))
}

/// Whether a phrase names a mix of both, which leaves nothing to be said of how much.
pub(in crate::infer) fn names_mix(phrase: &str) -> bool {
    let phrase = phrase.to_lowercase();
    ["hybrid", "híbrid", "hibrid", "hybryd", "ibrid"].iter().any(|mix| phrase.contains(mix))
}

/// Whether a phrase names work from elsewhere by itself, be it beside a mix: `remote or hybrid`.
pub(super) fn names_afar(phrase: &str) -> bool {
    has_one_of(phrase, &["remote", "remotely", "remoto", "remota", "home"])
}

/// "An on-site role", and "not remote": a phrase that is about the role by itself.
pub(super) fn names_role(phrase: &str) -> bool {
    let phrase = phrase.to_lowercase();
    ["remot", "at home", "from home", "role", "position", "job", "stelle", "poste", "puesto", "vaga"]
        .iter()
        .any(|word| phrase.contains(word))
}

/// Whether a place of work is called an office.
pub(super) fn is_office(house: &str) -> bool {
    const OFFICES: [&str; 12] = [
        "office",
        "offices",
        "hq",
        "headquarters",
        "büro",
        "bureau",
        "oficina",
        "escritório",
        "kantoor",
        "ufficio",
        "kontor",
        "kontoret",
    ];
    is_one_of(house, &OFFICES)
}

/// Whether the word behind "remote" is that of a thing which is remote: `remote workstations`, `Remote-Desktop`.
pub(super) fn describes_thing(behind: &str) -> bool {
    let is_thing = |rest: &str| rest.starts_with(char::is_lowercase) && !is_of_work(word_after(rest, 0));
    joins_thing(behind) || behind.strip_prefix(' ').is_some_and(is_thing)
}

/// Whether a noun in Chinese or Japanese follows right behind the phrase at `span` that is none for work: `远程桌面`,
/// `リモートデスクトップ`, but not `远程工作`.
pub(super) fn is_of_han_thing(text: &str, span: &Span) -> bool {
    const AFAR: [&str; 3] = ["远程", "遠距", "リモート"];
    let behind = text[span.end..].trim_start_matches(' ');
    let is_cut = || !behind.chars().next().is_none_or(|c| !is_ideographic(c) && !matches!(c, '\u{30a1}'..='\u{30fa}'));
    AFAR.iter().any(|afar| text[span.clone()].ends_with(afar))
        && (is_cut() && HAN_WORK.strip_unspaced(behind).is_none() || is_latin_thing(behind))
}

/// Whether a Latin name follows within a Chinese sentence: `Linux 系统` behind `远程`.
fn is_latin_thing(behind: &str) -> bool {
    let rest = behind.trim_start_matches(|c: char| c.is_ascii_alphanumeric());
    rest.len() < behind.len() && rest.trim_start().starts_with(is_ideographic) && !behind.starts_with("OK")
}

/// Whether the phrase at `span`, for work at home or for a mix, is joined to something else or said of it:
/// `Homeoffice-Richtlinien`, `hybride Konzerte`, but not `hybride Arbeit`.
pub(super) fn stands_for_thing(text: &str, span: &Span) -> bool {
    const MIXES: [&str; 7] = ["hybride", "hybrides", "hybridem", "híbrido", "híbrida", "ハイブリッド", "하이브리드"];
    const SHORT: usize = 3;
    let behind = &text[span.end..];
    let noun = behind.strip_prefix(' ').filter(|rest| rest.starts_with(char::is_uppercase));
    // "Nous construisons des navires hybrides", but "Nantes, hybride"
    let is_said_of_thing = || match noun {
        Some(noun) => !is_of_work(word_after(noun, 0)),
        None => clause(text, span).split_whitespace().nth(SHORT).is_some() && !speaks_of_work(text, span),
    };
    joins_thing(behind) || is_one_of(&text[span.clone()], &MIXES) && is_said_of_thing()
}

/// Whether a hyphen joins the word behind it, which is none for work: `-Desktop`, but not `-Tage`.
fn joins_thing(behind: &str) -> bool {
    let joined = behind.strip_prefix('-').filter(|rest| rest.starts_with(char::is_alphabetic));
    joined.is_some_and(|rest| !is_of_work(word_after(rest, 0)))
}

/// Whether a word is one for work, or for how it is arranged: `Stelle`, `Arbeitsmodell`.
fn is_of_work(word: &str) -> bool {
    OF_WORK.exactly(word).is_some() || word.to_ascii_lowercase().contains("arbeit")
}
