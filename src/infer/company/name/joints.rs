//! Small words that stand inside a name: "Hull of the North", "Garage Van der Keel".
//!
//! In go a word and what stands before or behind it, out comes whether the name goes on.

use super::{QUALITIES, Word, bare, is, is_form, is_house};
use crate::infer::words::is_one_of;

/// What stands inside names of families, with a capital where it follows another name.
pub(super) const NOBLE: [&str; 15] =
    ["Los", "Las", "Van", "Von", "De", "Den", "Der", "Ter", "Le", "La", "Di", "Du", "Del", "Da", "Dos"];

/// What joins the last of several.
const AND: [&str; 8] = ["&", "and", "und", "et", "y", "e", "en", "og"];

/// Whether a word with a capital stands before the name of a family, which `rest` begins with: "Van" of "Van Keel" and of
/// "Van der Keel".
pub(super) fn is_particle(word: &str, rest: &str) -> bool {
    let behind = ["der ", "den ", "de ", "het "].iter().find_map(|article| rest.strip_prefix(article)).unwrap_or(rest);
    NOBLE.contains(&word) && behind.starts_with(char::is_uppercase)
}

/// Whether a figure of some digits stands before the one institution that it is the name of: "805" of "805 Foundation", but
/// "12 Hospitals" are several, and a year is no name.
pub(super) fn is_numbered(word: &str, rest: &str) -> bool {
    let next = bare(rest.trim_start().split(' ').next().unwrap_or(""));
    (2..=3).contains(&word.len())
        && word.bytes().all(|byte| byte.is_ascii_digit())
        && next.starts_with(char::is_uppercase)
        && !next.ends_with('s')
        && is(next, Word::Institution)
}

/// Whether a small word says what kind of institution the name before it ends with: "Clinique vétérinaire des Quais".
pub(super) fn qualifies(word: &str, name: &str) -> bool {
    name.rsplit(' ').next().is_some_and(|last| is(last, Word::Institution)) && is_one_of(word, &QUALITIES)
}

/// Whether a word is an adjective of a Romance language behind the institution that a name ends with, of which `rest` says
/// which one: "funéraire" of "Coopérative funéraire des Quais".
pub(super) fn describes(word: &str, name: &str, rest: &str) -> bool {
    const OF: [&str; 11] = ["de ", "des ", "du ", "d'", "d’", "del ", "della ", "di ", "da ", "do ", "dos "];
    const ENDS: [&str; 20] = [
        "aire", "ique", "ale", "al", "elle", "el", "ive", "ier", "ière", "euse", "ica", "ico", "aria", "ario", "ária",
        "ário", "ola", "iva", "ivo", "ense",
    ];
    OF.iter().any(|of| rest.starts_with(of))
        && ENDS.iter().any(|end| word.len() > end.len() + 2 && word.ends_with(end))
        && word.chars().all(|c| c.is_lowercase() || c == '-')
        && name.rsplit(' ').next().is_some_and(|last| is(last, Word::Institution))
}

/// Where the name of an association begins that has small words before `at`: "Verein zur Pflege alter Schiffe e.V."
pub(super) fn start_of_association(text: &str, at: usize) -> Option<usize> {
    const MOST_WORDS: usize = 7;
    const BODIES: [&str; 6] = ["Bund", "Gesellschaft", "Initiative", "Arbeitskreis", "Freundeskreis", "Vereinigung"];
    const OF: [&str; 9] = ["zur", "zum", "für", "der", "des", "von", "vom", "im", "am"];
    let mut start = at;
    let mut behind = "";
    for word in text[..at].trim_end().rsplit(' ').take(MOST_WORDS) {
        if word.is_empty() || !word.chars().all(|c| c.is_alphabetic() || c == '-') {
            return None;
        }
        start = start.checked_sub(word.len() + 1)?;
        if word.starts_with(char::is_uppercase) && (is_house(word) || BODIES.contains(&word)) && OF.contains(&behind) {
            return Some(start);
        }
        behind = word;
    }
    None
}

/// Whether a small word may stand inside the name that begins with `before`.
pub(super) fn joins(word: &str, before: &str) -> bool {
    match word {
        // "FRIENDS OF THE YARD"
        "BY" | "AND" | "FOR" | "THE" | "OF" | "DE" | "DES" | "DU" | "DEL" | "DA" | "DO" | "LA" | "Y" | "ET" | "UND"
        | "DER" => before.chars().all(|c| !c.is_lowercase()),
        "of" | "&" | "+" | "de" | "du" => true,
        // "Garage Van der Keel"
        "der" | "den" | "het" if ["Van ", "van ", "Von "].iter().any(|of| before.ends_with(of)) => true,
        // "Universidad de la Quilla"
        "la" | "las" | "los" => before.ends_with(" de ") && before.split(' ').any(|word| is(word, Word::Institution)),
        "for" | "für" | "di" | "del" | "della" | "delle" | "dei" | "degli" | "do" | "dos" | "das" | "da" | "der"
        | "des" | "zu" | "y" | "e" | "et" | "en" | "og" | "och" => {
            before.contains(", ") || before.split([' ', '-']).any(|word| is(word, Word::Institution))
        }
        // "Keel, Hull and Partners"
        "and" | "und" => before.contains(", "),
        // "Bakkerij van Keel"
        "van" => before.split(' ').any(is_house),
        // "University of the Arts"
        "the" => before.ends_with(" of ") && before.split(' ').any(|word| is(word, Word::Institution)),
        _ => false,
    }
}

/// Whether those follow who own a firm together: "Keel, Hull & Rudder LLP", "Keel, Hull y Asociados".
pub(super) fn partners_follow(mark: &str, after: &str) -> bool {
    const MOST_WORDS: usize = 5;
    let mut words = after.trim_start().split(' ').take(MOST_WORDS).map(bare);
    let mut partners = words.by_ref().take_while(|word| !AND.contains(word));
    let are_names = mark == "," && partners.all(|word| word.starts_with(char::is_uppercase));
    let last = words.next().unwrap_or("");
    are_names && (are_partners(last) || words.next().is_some_and(is_form))
}

/// Whether the family follows that owns a firm: "Keel et Filles", "Keel y Hijos".
pub(super) fn family_follows(word: &str, after: &str) -> bool {
    let next = after.trim_start().split(' ').next().map(bare);
    AND.contains(&word) && next.is_some_and(is_family)
}

/// Whether a word stands for the family of those who own a firm: "Sons".
pub(in crate::infer::company) fn is_family(word: &str) -> bool {
    const FAMILY: [&str; 22] = [
        "Sons",
        "Son",
        "Daughters",
        "Daughter",
        "Brothers",
        "Co",
        "Söhne",
        "Sohn",
        "Töchter",
        "Tochter",
        "Fils",
        "Filles",
        "Cie",
        "Hijos",
        "Hijas",
        "Figli",
        "Figlie",
        "Filhos",
        "Filhas",
        "Zonen",
        "Dochters",
        "Söner",
    ];
    FAMILY.contains(&word)
}

/// Whether a word stands for those whose names are not told: "Partners".
fn are_partners(word: &str) -> bool {
    const PARTNERS: [&str; 11] = [
        "Associates",
        "Partners",
        "Partner",
        "Kollegen",
        "Partnerinnen",
        "Associés",
        "Asociados",
        "Associados",
        "Associati",
        "Partenaires",
        "Socios",
    ];
    PARTNERS.contains(&word) || is_family(word)
}
