//! Whether a name is said to be, or to have, so many people: "Acme is nine people", "Acme, das sind 40 Menschen".
//!
//! In go a verb and what follows it, out comes yes or no. Only who employs people counts them; those who sail with it, or
//! visit it, are none. The words are `data/employers.txt`.

use std::sync::LazyLock;

use crate::infer::lexicon::Lexicon;
use crate::infer::table::EMPLOYERS;
use crate::infer::title;
use crate::infer::words::is_one_of;

static VERBS: LazyLock<Lexicon<()>> = LazyLock::new(|| EMPLOYERS.lexicon("counts"));
static ABOUT: LazyLock<Lexicon<()>> = LazyLock::new(|| EMPLOYERS.lexicon("about"));
static NUMBERS: LazyLock<Lexicon<()>> = LazyLock::new(|| EMPLOYERS.lexicon("number"));
static PEOPLE: LazyLock<Lexicon<()>> = LazyLock::new(|| EMPLOYERS.lexicon("people"));

/// Whether a number of people follows the verb: "is 9", not "is 9 years old".
pub(super) fn follows(verb: &str, rest: &str) -> bool {
    // The people may be "careful young welders".
    const SOON: usize = 3;
    if VERBS.exactly(verb).is_none() {
        return false;
    }
    let rest = rest.trim_start();
    let Some(counted) = behind_number(ABOUT.strip(rest).unwrap_or(rest).trim_start()) else { return false };
    let clause = counted.split([',', '.', ';', ':', '(', '\n']).next().unwrap_or("");
    // "Acme is three welders", but "Acme has three welders" may say what is for hire.
    let is_job = |word: &str| is_one_of(verb, &["is", "are"]) && title::is_job_word(word.trim_end_matches('s'));
    clause.split_whitespace().take(SOON).any(|word| PEOPLE.exactly(word).is_some() || is_job(word))
}

/// Whether but a number follows the verb, as children are that old: "is nearly seven."
pub(super) fn is_age(verb: &str, rest: &str) -> bool {
    let rest = rest.trim_start();
    is_one_of(verb, &["is", "ist", "est", "es", "è", "é"])
        && behind_word(ABOUT.strip(rest).unwrap_or(rest).trim_start())
            .is_some_and(|behind| behind.is_empty() || behind.starts_with(['.', ',', ';', '!']))
}

/// What stands behind the number in words, or of one or two figures, that `text` begins with.
fn behind_word(text: &str) -> Option<&str> {
    let end = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    if end > 0 { Some(&text[end..]).filter(|_| end <= 2) } else { NUMBERS.strip(text) }
}

/// What stands behind the number that `text` begins with, in figures or in words; towns have more people.
fn behind_number(text: &str) -> Option<&str> {
    const MOST_FIGURES: usize = 6;
    let end = text.find(|c: char| !(c.is_ascii_digit() || c == '.' || c == ',')).unwrap_or(text.len());
    if end > 0 { text[end..].strip_prefix([' ', '+']).filter(|_| end <= MOST_FIGURES) } else { NUMBERS.strip(text) }
}
