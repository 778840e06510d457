//! Papers that are sent to apply, and sentences that ask to send something, or not to.
//!
//! In goes a sentence, out comes a yes or a no. What else says where applications go is not decided here.

use std::sync::LazyLock;

use super::address::emails;
use crate::infer::lexicon::Lexicon;
use crate::infer::table::CUES;
use crate::infer::words::{is_one_of, is_or, word_before};

/// Verbs that ask to send something.
static VERBS: LazyLock<Lexicon<()>> = LazyLock::new(|| CUES.lexicon("apply verb"));

/// What is said of an address that no applications are to go to.
static DENIED: LazyLock<Lexicon<()>> = LazyLock::new(|| CUES.lexicon("apply denied"));

/// Words right before an address that something is sent to.
pub(super) const TOWARDS: [&str; 13] =
    ["to", "an", "à", "a", "para", "naar", "at", "via", "aan", "til", "till", "ao", "all'indirizzo"];

/// Marks that lead there as a word does.
const ARROWS: [&str; 7] = ["→", "➜", "➡", "➡\u{fe0f}", "⇒", "->", "=>"];

/// What an address is called right before it.
const ADDRESSES: [&str; 14] = [
    "address",
    "adresse",
    "addresses",
    "endereço",
    "dirección",
    "correo",
    "mail",
    "email",
    "courriel",
    "indirizzo",
    "adres",
    "adress",
    "mailadresse",
    "postfach",
];

/// Among so many words before an address and what it is called, a word leads there: `an die folgende Adresse`.
const MOST_BEFORE_ADDRESS: usize = 4;

/// Whether the words before an address lead to it: `to`, or `an Acme, Hafenstraße 1, oder`.
fn leads_there(before: &str) -> bool {
    if ARROWS.iter().any(|arrow| before.trim_end().ends_with(arrow)) {
        return true;
    }
    let last = word_before(before, before.len());
    let mut words = before.split_whitespace().map(|word| word.trim_end_matches(':'));
    // "para o endereço ann@example.com"
    if is_one_of(last, &ADDRESSES) {
        return words.rev().take(MOST_BEFORE_ADDRESS).any(|word| is_one_of(word, &TOWARDS));
    }
    is_one_of(last, &TOWARDS) || (is_or(last) && words.any(|word| is_one_of(word, &TOWARDS)))
}

/// Whether a sentence begins with the papers that are sent, several of them: `Applications, questions: …`.
pub(super) fn first_word_is_papers(sentence: &str) -> bool {
    const PAPERS: [&str; 8] = [
        "applications",
        "bewerbungen",
        "candidatures",
        "candidaturas",
        "sollicitaties",
        "resumes",
        "cvs",
        "candidature",
    ];
    let word = sentence.split(|c: char| !c.is_alphanumeric()).find(|word| !word.is_empty());
    word.is_some_and(|word| is_one_of(word, &PAPERS))
}

/// What is sent to apply, in lower case.
const PAPERS: [&str; 17] = [
    "cv",
    "cvs",
    "resume",
    "resumes",
    "résumé",
    "résumés",
    "application",
    "applications",
    "portfolio",
    "bewerbung",
    "bewerbungen",
    "lebenslauf",
    "unterlagen",
    "candidature",
    "candidatura",
    "sollicitatie",
    "currículum",
];

fn is_paper(word: &str) -> bool {
    PAPERS.contains(&word.to_lowercase().as_str())
}

/// Verbs between papers and where they go.
const GO: [&str; 12] = ["geht", "gehen", "goes", "go", "gaat", "gaan", "går", "va", "van", "vão", "vai", "richten"];

/// Whether the words right before an address send application papers there: `CV to`, `Bewerbung an`, `Bewerbung geht an`.
pub(super) fn is_led_to_by_papers(before: &str) -> bool {
    let mut words = before.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).rev();
    let (towards, paper) = (words.next(), words.next());
    // "Deine Bewerbung geht an"
    let paper = paper.filter(|word| !is_one_of(word, &GO)).or_else(|| words.next());
    towards.is_some_and(|word| is_one_of(word, &TOWARDS)) && paper.is_some_and(is_paper)
}

/// Whether a sentence has no verb, but papers and where they go: `CV and two samples of your work to ann@example.com`.
pub(super) fn sends_papers(sentence: &str) -> bool {
    const AMONG_FIRST: usize = 4;
    // "A CV and …", "Two sides of CV and …"
    let mut words = sentence.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).take(AMONG_FIRST);
    let is_led_to = |email: &str| {
        let at = sentence.find(email).unwrap_or(0);
        leads_there(&sentence[..at])
    };
    sentence.contains('@') && words.any(is_paper) && emails(sentence).any(is_led_to)
}

/// Whether a sentence, or what it gives as another way, asks to send something, whatever it is, to the address at `at`:
/// `Please send two photographs of your best weld to ann@example.com`, `Ring Ann, or send two lines to ann@example.com`.
pub(super) fn asks_to_send(sentence: &str, at: usize) -> bool {
    const MOST_BEFORE: usize = 2;
    let starts = std::iter::once(0).chain(sentence.match_indices(' ').map(|(at, _)| at + 1));
    let is_other_way = |start: usize| is_or(word_before(sentence, start));
    let starts = starts.take_while(|start| *start < at).enumerate();
    let mut starts = starts.filter(|(count, start)| *count <= MOST_BEFORE || is_other_way(*start));
    let last = word_before(sentence, at);
    // "Send ann@example.com a few lines"
    let leads = leads_there(&sentence[..at]) || VERBS.exactly(last).is_some();
    leads && starts.any(|(_, start)| VERBS.leading(&sentence[start..]).is_some())
}

/// What stands behind the words by which a text begins to ask the reader to send something: `a few lines` of `Send a few lines`.
pub(in crate::infer) fn behind_request(text: &str) -> Option<&str> {
    VERBS.strip(text)
}

/// Whether a sentence says that no applications are to go to the address in it: `Please don't send applications to …`.
pub(super) fn is_denied(sentence: &str) -> bool {
    DENIED.is_in(sentence)
}
