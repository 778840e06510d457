//! The name of the job where the text mentions it in passing: "The Dock Welder will join hulls", or the subject that an
//! application should have.
//!
//! In goes a text, out comes the name. Asked only where no heading, line or sentence says who is sought. The words are
//! `data/titles.txt`.

use std::sync::LazyLock;

use super::announcement::{behind_articles, without_announcement};
use super::short;
use super::{is_job_word, names_job};
use crate::infer::table::TITLES;
use crate::infer::words::{find_phrase, is_one_of, sentence_end};

static DOING: LazyLock<Vec<&'static str>> = LazyLock::new(|| TITLES.words("doing"));
static HIRING: LazyLock<Vec<&'static str>> = LazyLock::new(|| TITLES.words("hiring people"));
static SUBJECTS: LazyLock<Vec<&'static str>> = LazyLock::new(|| TITLES.words("subject of mail"));

/// The name of which the text tells what its bearer does: "The Dock Welder will join hulls". Those who hire do things as
/// well: "The Hiring Manager will call you."
pub(super) fn doing(text: &str) -> Option<String> {
    const FEWEST_WORDS: usize = 2;
    const MOST_WORDS: usize = 6;
    text.match_indices("he ").find_map(|(at, the)| {
        let article = text[..at].strip_suffix(['T', 't'])?;
        if article.ends_with(char::is_alphanumeric) {
            return None;
        }
        let behind = &text[at + the.len()..];
        let is_of_name = |word: &&str| word.starts_with(char::is_uppercase) || matches!(*word, "of" | "&" | "and");
        let name: Vec<&str> = behind.split(' ').take_while(is_of_name).collect();
        let verb = behind.split(' ').nth(name.len())?;
        let is_name = (FEWEST_WORDS..=MOST_WORDS).contains(&name.len())
            && is_job_word(name.last()?)
            && !name.iter().any(|word| is_one_of(word, &HIRING));
        (is_name && is_one_of(verb, &DOING)).then(|| name.join(" "))
    })
}

/// The name in the subject that a message should have: `with the subject "Dock Welder – your name"`.
pub(super) fn subject(text: &str) -> Option<String> {
    const NEAR: usize = 60;
    const QUOTES: [(char, char); 6] = [('“', '”'), ('"', '"'), ('„', '“'), ('«', '»'), ('‘', '’'), ('「', '」')];
    let at = SUBJECTS.iter().filter_map(|word| Some(find_phrase(text, word)? + word.len())).min()?;
    let rest = &text[at..sentence_end(text, at)];
    let (quoted, _) = QUOTES
        .iter()
        .filter_map(|(open, close)| {
            let start = rest.find(*open).filter(|start| *start <= NEAR)?;
            let inside = &rest[start + open.len_utf8()..];
            Some((&inside[..inside.find(*close)?], start))
        })
        .min_by_key(|(_, start)| *start)?;
    let pieces = quoted.split([':', '–', '—', '|', '[', '(']).flat_map(|piece| piece.split(" - "));
    let name = pieces.map(|piece| behind_articles(without_announcement(short::bare(piece.trim()))));
    name.into_iter().find(|name| names_job(name)).map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn f1_what_somebody_does_and_the_subject_of_a_mail_name_the_job() {
        for (text, expected) in [
            ("We weld. The Dock Welder will join hulls.", Some("Dock Welder")),
            ("In this role, the Head of Hulls Officer is responsible for hulls.", Some("Head of Hulls Officer")),
            ("The Hiring Manager will call you.", None),
            ("The Dock will open.", None),
            ("Bathe Dock Welder will", None),
        ] {
            assert_eq!(doing(text).as_deref(), expected, "{text}");
        }
        for (text, expected) in [
            ("Write to us with the subject heading “Dock Welder – [Your name]”.", Some("Dock Welder")),
            ("Mit dem Betreff „Bewerbung als Schweißer“ an uns.", Some("Schweißer")),
            ("The subject is steel. We say “Dock Welder”.", None),
            ("Please use the subject “Application”.", None),
        ] {
            assert_eq!(subject(text).as_deref(), expected, "{text}");
        }
    }
}
