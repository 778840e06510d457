//! Whether a text can be a name as a whole.
//!
//! In goes a text, out comes yes or no. What makes one the employer's is for [`super::super`] to say.

use std::sync::LazyLock;

use super::joints::is_numbered;
use super::traits::{has_form, is_addressed, is_adjoined, is_measure, is_part, is_short, is_unit};
use super::{LONGEST, WORDS, Word, is, is_form};
use crate::infer::table::EMPLOYERS;
use crate::infer::words::is_one_of;
use crate::infer::{places, title};

static RANKS: LazyLock<Vec<&'static str>> = LazyLock::new(|| EMPLOYERS.words("rank"));
static DOCUMENTS: LazyLock<Vec<&'static str>> = LazyLock::new(|| EMPLOYERS.words("document"));
static PRACTICES: LazyLock<Vec<&'static str>> = LazyLock::new(|| EMPLOYERS.words("practice"));

/// The greatest length in bytes of a name with a legal form, which those of associations are written with.
const LONGEST_WITH_FORM: usize = 90;

/// Whether `text` can be a name: not of common words alone, not a place.
pub(in crate::infer::company) fn is_name(text: &str) -> bool {
    // "Verein zur Pflege alter Schiffe e.V."
    if text.len() > LONGEST_WITH_FORM || (text.len() > LONGEST && !has_form(text)) {
        return false;
    }
    let is_own = |word: &str| {
        WORDS.exactly(word).is_none() && (word.chars().filter(|c| c.is_alphabetic()).count() > 1 || is_short(word))
    };
    let kinds = || text.split([' ', '-']).filter(|word| is(word, Word::Institution)).count();
    // "Primary School" is any, "Media Academy" is not.
    let numbered = || text.split_once(' ').is_some_and(|(figure, rest)| is_numbered(figure, rest));
    let says_something = (is_unit(text) && (text.contains(" of ") || text.contains(" for ")))
        || text.split([' ', '-', '/']).any(is_own)
        || kinds() > 1
        || numbered()
        || (has_form(text) && kinds() > 0);
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    // "iOS JD Chinese"
    let is_document = || text.split([' ', '-', '_']).skip(1).any(|word| is_one_of(word, &DOCUMENTS));
    // "Se" begins sentences, "HP" is a name.
    let is_short_word = letters == 2 && text.contains(char::is_lowercase) && text.chars().all(char::is_alphabetic);
    // "The University", "das Institut", "die GmbH"
    let is_any = is(text, Word::Institution) || is_form(text);
    (letters >= 2 || is_short(text))
        && !is_short_word
        && !is_any
        && says_something
        && !without_slashed_form(text).contains(['@', '/', '\\', '<', '>', '{', '}', '[', ']', '='])
        && (!text.rsplit([' ', '-']).next().is_some_and(names_job) || is_practice(text))
        && !is_part(text)
        && !is_adjoined(text)
        && !is_document()
        && !is_addressed(text)
        && !is_measure(text)
        // "Minister of Steel"
        && !text.split_once(" of ").is_some_and(|(job, _)| title::names_job(job) || RANKS.contains(&job))
        && !is_place(text)
}

/// A name without its legal form, where that has a slash: "Hullverk A/S".
fn without_slashed_form(text: &str) -> &str {
    const FORMS: [&str; 4] = [" A/S", " I/S", " K/S", " P/S"];
    FORMS.iter().find_map(|form| text.strip_suffix(form)).unwrap_or(text)
}

/// "ABK Ingenieure": people of a trade behind a name of its own, as firms of them are called.
fn is_practice(text: &str) -> bool {
    let Some((own, trade)) = text.rsplit_once(' ') else { return false };
    PRACTICES.contains(&trade) && is_name(own)
}

/// Whether jobs are named by a word, be it of one or of several people, or a posting is: "Dock Welding Job".
fn names_job(word: &str) -> bool {
    const POSTINGS: [&str; 5] = ["job", "vacancy", "opening", "vacature", "stellenangebot"];
    is_one_of(word, &POSTINGS) || title::is_job_word(word) || word.strip_suffix('s').is_some_and(title::is_job_word)
}

/// Whether `text` names a place: `Austin`, `Austin TX`.
fn is_place(text: &str) -> bool {
    places::find(text).is_some() || text.rsplit_once(' ').is_some_and(|(city, area)| places::is_city_in(city, area))
}
