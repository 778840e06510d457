//! Folders that confirm a name: that of a company's postings is often called like it.
//!
//! In go signs and the file's path, out comes one sign more. A folder alone names nobody: the text has to use the name.

use memchr::memmem;

use super::address::{holds, written};
use super::kind::Kind;
use super::signs::Sign;
use super::spelling::{fold, is_folded};
use super::{Sources, name};
use crate::infer::body::Body;
use crate::infer::team;
use crate::infer::words::{has_phrase, is_one_of, stands_alone};

/// So many words at the beginning of a folder's name are tried.
const MOST_WORDS: usize = 4;
/// A shorter name may be anybody's.
const SHORTEST: usize = 3;

/// Adds a sign for the name that the nearest folder is called like which is called like one.
pub(super) fn confirm<'a>(signs: &mut Vec<Sign<'a>>, sources: Sources<'a>) {
    // The folder of `welder/index.md` is the posting's own.
    let (above, file) = sources.path.rsplit_once('/').unwrap_or_default();
    let own = usize::from(file.starts_with("index."));
    signs.extend(above.rsplit('/').skip(own).find_map(|folder| called(folder, signs, sources)));
}

/// The name that a folder's own begins with, as the text writes it: `acme-steel/welder.md`, `acme-jobs/welder.md`. What the
/// title has in it as well is a kind of work, or a team.
fn called<'a>(folder: &str, signs: &[Sign<'a>], sources: Sources<'a>) -> Option<Sign<'a>> {
    let words: Vec<&str> = folder.split(['-', '_', '.', ' ']).filter(|word| !word.is_empty()).collect();
    (1..=words.len().min(MOST_WORDS)).rev().find_map(|count| {
        let label = words[..count].join(" ");
        let letters = fold(&label);
        let says_nothing = words[..count].iter().all(|word| name::is_common(word) || name::is_grammar(word));
        if letters.len() < SHORTEST || says_nothing || has_phrase(&sources.title.value, &label) {
            return None;
        }
        let known = signs.iter().find(|sign| is_folded(sign.name, &letters)).map(|sign| (sign.name, sign.origin));
        let is_name = |name: &str| {
            !name.split(' ').all(team::is_usual) && (!name::is_plain_word(name) || is_proper(sources.body, name))
        };
        let (name, origin) = known.or_else(|| written(sources.body, &label)).filter(|(name, _)| is_name(name))?;
        Some(Sign { name, kind: Kind::Folder, origin })
    })
}

/// Whether a word that may be but a noun with a capital stands as a name does: inside a sentence, never in small letters,
/// and nowhere behind a German article, as there all nouns have capitals.
fn is_proper(body: &Body<'_>, name: &str) -> bool {
    const ARTICLES: [&str; 18] = [
        "der", "die", "das", "den", "dem", "des", "ein", "eine", "einen", "einem", "einer", "am", "beim", "im", "ins",
        "vom", "zum", "zur",
    ];
    let texts = || body.parts.iter().filter(|part| !part.is_heading()).map(|part| part.block.text.as_str());
    let small = name.to_lowercase();
    let is_small = |text: &str| {
        let mut found = memmem::find_iter(text.as_bytes(), &small).map(|at| (at, at + small.len()));
        found.any(|(at, end)| stands_alone(text, at, end) && !holds(text, at, end))
    };
    if texts().any(is_small) {
        return false;
    }
    let before = texts().flat_map(|text| memmem::find_iter(text.as_bytes(), name).map(|at| text[..at].trim_end()));
    let words: Vec<&str> = before.map(|before| before.rsplit(' ').next().unwrap_or("")).collect();
    words.iter().any(|word| word.ends_with(char::is_lowercase)) && !words.iter().any(|word| is_one_of(word, &ARTICLES))
}
