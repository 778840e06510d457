//! Whether a sentence with a place in it is about work that is to be had there, or that who writes does there.
//!
//! In go a text and where a phrase such as "at" stands in it, out comes yes or no. The words are `data/employers.txt`.

use std::sync::LazyLock;

use super::beside::sentence_before;
use super::name;
use crate::infer::lexicon::Lexicon;
use crate::infer::table::EMPLOYERS;
use crate::infer::title;
use crate::infer::words::{is_one_of, sentence_at, word_before};
use crate::source::Span;

static WORK: LazyLock<Vec<&'static str>> = LazyLock::new(|| EMPLOYERS.words("work"));
static SELF: LazyLock<Vec<&'static str>> = LazyLock::new(|| EMPLOYERS.words("of self"));
static DONE: LazyLock<Vec<&'static str>> = LazyLock::new(|| EMPLOYERS.words("done"));
static GROUPS: LazyLock<Vec<&'static str>> = LazyLock::new(|| EMPLOYERS.words("research group"));
/// What is said of work, whatever it is called, that is to be had: "zu besetzen".
static TO_FILL: LazyLock<Lexicon<()>> = LazyLock::new(|| EMPLOYERS.lexicon("to fill"));
static PAST: LazyLock<Lexicon<()>> = LazyLock::new(|| EMPLOYERS.lexicon("past"));

/// Whether the sentence is about work that is to be had at the place called `name`, or that who writes has there.
pub(super) fn offers(text: &str, span: &Span, name: &str) -> bool {
    // "Bei der Stadt Ulm ist eine Stelle zu besetzen"
    let is_seat = || name::is_institution(name) && is_one_of(&text[span.clone()], &["bei", "bei der", "beim"]);
    if name::is_academy(name) || is_seat() {
        return is_about_work(text, span.start) || is_part(text, span);
    }
    // "You report to the director of Hulls and Steel": what directors have are parts.
    let is_directed = || text[span.clone()].to_ascii_lowercase().contains("director");
    (is_superior(text, span) && !is_directed())
        || offers_work(text, span)
        || speaks_of_self(text, span)
        || is_what_we_do(text, span)
}

/// "Our group, part of Hull University"
fn is_part(text: &str, span: &Span) -> bool {
    let before = sentence_before(text, span.start).filter(|_| is_one_of(&text[span.clone()], &["part of", "within"]));
    before.is_some_and(|before| before.split(|c: char| !c.is_alphanumeric()).any(|word| is_one_of(word, &GROUPS)))
}

/// "Engineer at", "a position is available at"; "has worked as an engineer at" is about another place.
fn offers_work(text: &str, span: &Span) -> bool {
    const PLACES: [&str; 7] = ["at", "bei", "bei der", "chez", "bij", "hos", "join"];
    // "a planner who keeps calm when a barge is stuck at Lock 3"
    const RELATIVE: [&str; 8] = ["who", "when", "where", "which", "whose", "while", "wenn", "quand"];
    let is_work = |word: &str| title::is_job_word(word) || is_one_of(word, &WORK);
    let Some(before) = sentence_before(text, span.start) else { return is_work(word_before(text, span.start)) };
    let is_said = is_work(word_before(text, span.start))
        || (is_one_of(&text[span.clone()], &PLACES)
            && !is_our_site(before)
            && before
                .split(|c: char| !c.is_alphanumeric() && c != '-')
                .rev()
                .take_while(|word| !is_one_of(word, &RELATIVE))
                .any(is_work));
    is_said && !PAST.is_in(before)
}

/// Whether what those who write own stands right before a word of place, which tells where that is: "on our own floor at".
fn is_our_site(before: &str) -> bool {
    const REACH: usize = 3;
    const OUR: [&str; 8] = ["our", "unserer", "unserem", "unseren", "notre", "nos", "onze", "vårt"];
    let group = |word: &&str| is_one_of(word, &GROUPS);
    let mut near = before.split_whitespace().rev().take(REACH);
    near.next().is_some_and(|last| !group(&last)) && near.any(|word| is_one_of(word, &OUR))
}

/// "The apps you make at Acme", but "the bar we meet at".
fn is_what_we_do(text: &str, span: &Span) -> bool {
    let verb = word_before(text, span.start);
    let before = text[..span.start].trim_end();
    let who = word_before(text, before.len() - verb.len());
    is_one_of(&text[span.clone()], &["at"]) && is_one_of(verb, &DONE) && is_one_of(who, &["we", "you", "ll"])
}

/// "I run the yard at Acme": who writes of himself is there, unless it is over.
fn speaks_of_self(text: &str, span: &Span) -> bool {
    let is_at = is_one_of(&text[span.clone()], &["at", "bei", "chez"]) || text[span.clone()].ends_with(" of");
    let before = sentence_before(text, span.start).filter(|before| is_at && !PAST.is_in(before));
    before.is_some_and(|before| SELF.iter().any(|words| before.contains(words)))
}

/// "You report to the CEO of Acme"
fn is_superior(text: &str, span: &Span) -> bool {
    let before = sentence_before(text, span.start).filter(|_| text[span.clone()].ends_with(" of"));
    before.is_some_and(|before| before.contains("report"))
}

/// Whether the sentence at `at` is about work that is to be had: "Our lab at Ulm University has an open position".
pub(super) fn is_about_work(text: &str, at: usize) -> bool {
    let sentence = &text[sentence_at(text, at)];
    let is_work = |word: &str| title::is_job_or_jobs(word) || is_one_of(word, &WORK);
    let is_said = || sentence.split(|c: char| !c.is_alphanumeric() && c != '-').any(is_work);
    (is_said() || TO_FILL.is_in(sentence)) && !PAST.is_in(sentence)
}

/// Whether the sentence before a phrase is about work that is over, or another's.
pub(super) fn is_past(text: &str, span: &Span) -> bool {
    sentence_before(text, span.start).is_some_and(|before| PAST.is_in(before))
}

/// Whether a job is named within the next words.
pub(super) fn names_job_soon(rest: &str) -> bool {
    const SOON: usize = 8;
    rest.split([',', '.', ';', '\n'])
        .next()
        .unwrap_or("")
        .split_whitespace()
        .take(SOON)
        .any(|word| title::is_job_or_jobs(word.trim_matches(|c: char| !c.is_alphanumeric())))
}
