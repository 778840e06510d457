//! Jobs that are said to be of another kind: `This is not a job that can be done from home`.
//!
//! In goes a text and where a phrase for work elsewhere stands in it, out comes whether nothing stands between a denial and
//! the phrase but words of "a job that one can do". The words are `data/shares.txt`.

use std::sync::LazyLock;

use super::counts::is_condition;
use crate::infer::lexicon::Lexicon;
use crate::infer::table;
use crate::infer::words::sentence_at;
use crate::source::Span;

/// Words that deny; "why not" asks.
static DENIALS: LazyLock<Lexicon<bool>> = LazyLock::new(|| {
    table::SHARES.lexicon_of(|section| match section {
        "no job" => Some(true),
        "why no job" => Some(false),
        _ => None,
    })
});

/// Words between a denial and a phrase, and whether they name the job or that it is done.
static BETWEEN: LazyLock<Lexicon<bool>> = LazyLock::new(|| {
    table::SHARES.lexicon_of(|section| match section {
        "such a job" => Some(true),
        "of such a job" => Some(false),
        _ => None,
    })
});

/// Whether what is said before the phrase at `span` is that the job is none to do so: `kein Job, den man vom Sofa aus macht`.
pub(super) fn is_no_such_job(text: &str, span: &Span) -> bool {
    let before = &text[sentence_at(text, span.start).start..span.start];
    let mut denials = DENIALS.find(before);
    // "There is no reason not to do this from home."
    let only = denials.next().filter(|_| denials.next().is_none());
    only.is_some_and(|(denies, found)| {
        denies && is_of_job(&before[found.end..]) && !before[..found.start].split(' ').any(is_condition)
    })
}

/// Whether all words are of a job that one does, one of them names it or that it is done: ` a job that you can do `.
fn is_of_job(gap: &str) -> bool {
    const MOST_WORDS: usize = 14;
    let words = gap.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let told: Option<Vec<bool>> = words.take(MOST_WORDS).map(|word| BETWEEN.exactly(word)).collect();
    told.is_some_and(|told| told.len() < MOST_WORDS && told.contains(&true))
}

#[cfg(test)]
mod tests {
    use crate::infer::fixture::draft;
    use crate::posting::Remote::{self, Hybrid, No};

    #[test]
    fn f1_no_job_that_can_be_done_elsewhere_is_one_on_site() {
        for (text, expected) in [
            ("As with all posts in the dock, this is not a job that can be done from home.", Some(No)),
            ("You'll be based in Ulm; it's not a job you can do remotely.", Some(No)),
            ("This can't be done from a laptop at home.", Some(No)),
            ("This is no role for someone who wants to work from home.", Some(No)),
            ("Das ist kein Job, den man vom Sofa aus machen kann.", Some(No)),
            ("Ce n'est pas un métier qu'on exerce depuis son canapé.", Some(No)),
            ("No es un trabajo que se pueda hacer desde casa.", Some(No)),
            ("Não é um trabalho que se possa fazer de casa.", Some(No)),
            ("Dit is geen werk dat je vanaf de bank thuis kunt doen.", Some(No)),
            ("Det här är inte ett jobb man kan göra hemifrån.", Some(No)),
            ("Det er ikke et job, du kan passe hjemmefra.", Some(No)),
        ] {
            assert_eq!(told(text), expected, "{text}");
        }
    }

    #[test]
    fn f3_a_denial_of_something_else_is_no_answer() {
        for (text, expected) in [
            ("This isn't just a job you can do from home, it is a calling.", None),
            ("There is no reason not to do this job from home.", None),
            ("If this is not a job you can do from home, tell us.", None),
            ("Flexibilidade no trabalho: dois dias por semana de casa.", Some(Hybrid)),
        ] {
            assert_ne!(told(text), Some(No), "{text}");
            assert!(told(text).is_none() || told(text) == expected, "{text}");
        }
    }

    fn told(text: &str) -> Option<Remote> {
        draft().heading(1, "Welder").paragraph(text).facts().remote.map(|field| field.value)
    }
}
