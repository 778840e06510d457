//! Legal forms at the end of names: "Acme Ltd", "Astilleros del Norte, S.A. de C.V.".
//!
//! In goes a text, out come the name that a form ends, and what stands behind one. The words are `data/employers.txt`.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::joints::{NOBLE, start_of_association};
use super::{LONGEST, MOST_WORDS, Word, bare, has_capital, is, leading};
use crate::infer::table::EMPLOYERS;
use crate::infer::title;

static FORMS: LazyLock<HashSet<&'static str>> = LazyLock::new(|| EMPLOYERS.forms("form").collect());
/// Forms of several words, each no word of another kind: `S.A. de C.V.`
static OF_WORDS: LazyLock<Vec<&'static str>> =
    LazyLock::new(|| FORMS.iter().copied().filter(|form| form.contains(' ')).collect());

/// What joins the words of a Romance name before its form: "Astilleros del Norte".
const JOINTS: [&str; 7] = ["del", "do", "da", "du", "des", "della", "dello"];

/// Whether a word is a legal form.
pub(super) fn is_form(word: &str) -> bool {
    FORMS.contains(word)
}

/// The longest form of several words that `text` begins with.
pub(super) fn of_words(text: &str) -> Option<&'static str> {
    OF_WORDS.iter().copied().filter(|form| text.starts_with(*form)).max_by_key(|form| form.len())
}

/// What follows the form of several words that stands behind a name: ", which" of " ek. för., which".
pub(in crate::infer::company) fn behind_form(rest: &str) -> &str {
    let form = rest.strip_prefix(' ').and_then(of_words);
    form.map_or(rest, |form| &rest[1 + form.len()..])
}

/// The name that `text` ends with, its legal form last; in quotes it may have small words: "“Schiffe sind groß e.V.".
pub(in crate::infer::company) fn ending(text: &str) -> Option<&str> {
    let text = text.rsplit(['\n', '\t']).next()?;
    let form = FORMS.iter().filter(|form| text.ends_with(**form)).max_by_key(|form| form.len())?;
    let quoted = text.rsplit_once(['“', '„', '«']).map(|(_, name)| name).filter(|name| name.len() <= LONGEST);
    let is_whole = |stem: &str| !stem.is_empty() && !stem.contains(['”', '»', '.', ',']);
    if let Some(name) = quoted.filter(|name| name.strip_suffix(form).is_some_and(is_whole)) {
        return Some(name);
    }
    // Whatever space stands before the form, the words end where it begins.
    let before = text[..text.len() - form.len()].trim_end().trim_end_matches(',');
    let start = start_of_words(before)?;
    if let Some(start) = start_of_association(text, start) {
        return Some(&text[start..]);
    }
    let name = &text[joined(before, start).unwrap_or(start)..];
    // A form of several words is none of [`leading`]'s.
    let own = name.strip_suffix(form)?.trim_end_matches([' ', ',']);
    let is_joined = || own.split(' ').any(|word| JOINTS.contains(&word));
    let is_name = name.starts_with(char::is_alphanumeric) && !own.is_empty();
    (is_name && (is_joined() || [own, name].contains(&leading(own)))).then_some(name)
}

/// Where the words begin that may be those of a name at the end of a text.
fn start_of_words(before: &str) -> Option<usize> {
    let belongs = |word: &&str| {
        (has_capital(word) && bare(word).len() == word.len() && (!is(word, Word::Grammar) || NOBLE.contains(word)))
            || ["&", "+", "für", "of"].contains(word)
            || word.strip_prefix('(').and_then(|word| word.strip_suffix(')')).is_some_and(has_capital)
    };
    let words = before.rsplit(' ').take(MOST_WORDS - 1).take_while(belongs);
    let length = words.map(|word| word.len() + 1).sum::<usize>().checked_sub(1)?;
    Some(before.len() - length)
}

/// Where a name begins whose last words, from `at` on, are joined to it: "Astilleros" of "Astilleros del Norte"; somebody's
/// job may be joined so as well.
fn joined(before: &str, at: usize) -> Option<usize> {
    let (head, joint) = before[..at].trim_end().rsplit_once(' ')?;
    let start = start_of_words(head).filter(|_| JOINTS.contains(&joint) && at < before.len())?;
    let is_job = || head[start..].split(' ').any(title::is_job_word);
    (start < head.len() && head[start..].starts_with(char::is_uppercase) && !is_job()).then_some(start)
}
