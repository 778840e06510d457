//! The name of the job in a sentence that says who is sought: "We are looking for a Senior Welder to join us."
//!
//! In goes the body, out comes the words between the set phrase and what goes on behind the name, where they can be
//! nothing but a name: with capitals, or a word at once that jobs are named by. The words are `data/titles.txt`.

use std::sync::LazyLock;

use super::{names_job, short, words_of};
use crate::extract::BlockKind;
use crate::infer::body::Body;
use crate::infer::words::{find_phrase, sentence_end, squash};
use crate::posting::{Field, OriginKind};

static SEEKING: LazyLock<Vec<&'static str>> = LazyLock::new(|| words_of("seeking").collect());
static AS: LazyLock<Vec<&'static str>> = LazyLock::new(|| words_of("as").collect());
static THEN: LazyLock<Vec<&'static str>> = LazyLock::new(|| words_of("then").collect());

/// The name in the first sentence near the top that has one.
pub(super) fn in_body(body: &Body<'_>) -> Option<Field<String>> {
    const FIRST: usize = 8;
    let lines = body.parts.iter().filter(|part| matches!(part.block.kind, BlockKind::Paragraph | BlockKind::ListItem));
    lines.take(FIRST).find_map(|part| {
        let text = &part.block.text;
        let begins = |at: &usize| text[..*at].trim_end().chars().next_back().is_none_or(|c| ".!?\n".contains(c));
        let sought = SEEKING.iter().filter_map(|words| Some((find_phrase(text, words)?, words.len())));
        // "As a Welder, you …"
        let spoken = AS.iter().filter_map(|words| Some((find_phrase(text, words).filter(begins)?, words.len())));
        let name = sought.chain(spoken).min();
        let name = name.and_then(|(at, length)| name_in(&text[at + length..sentence_end(text, at + length)]))?;
        Some(Field::new(name, OriginKind::Body, part.block.line))
    })
}

fn is_big(word: &str) -> bool {
    word.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
}

/// The name that the rest of a sentence begins with, an article and what the applicant is like aside.
fn name_in(rest: &str) -> Option<String> {
    const MOST_WORDS: usize = 6;
    let rest = short::behind_articles(rest.trim_start());
    let rest = rest.split([',', ';', ':', '.', '!', '?', '–', '—', '\n']).next().unwrap_or("");
    let words: Vec<&str> = rest.split_whitespace().take_while(|word| !THEN.contains(word)).collect();
    // "a proactive Senior Welder": an adjective or two may stand before.
    let start = if words.first().is_some_and(|word| names_job(word)) {
        0
    } else {
        words.iter().position(|word| is_big(word))?
    };
    let name = &words[start..];
    let joins = |word: &&str| {
        is_big(word) || word.starts_with('(') || ["of", "and", "&", "/", "-", "|", "de", "und", "et"].contains(word)
    };
    let is_name = (1..=MOST_WORDS).contains(&name.len()) && name[1..].iter().all(joins) && names_job(&name.join(" "));
    let mut letters = name.first()?.chars();
    let first: String = letters.next()?.to_uppercase().collect();
    is_name.then(|| squash(&format!("{first}{} {}", letters.as_str(), name[1..].join(" "))).into_owned())
}

#[cfg(test)]
mod tests {
    use super::name_in;

    #[test]
    fn a_name_ends_where_the_sentence_goes_on() {
        for (rest, expected) in [
            (" a Senior Welder to join our yard", Some("Senior Welder")),
            (" an experienced and proactive UI/UX Designer who draws", Some("UI/UX Designer")),
            (" einen Schweißer (m/w/d) für unser Dock", Some("Schweißer (m/w/d)")),
            (" un(e) soudeur(se) pour notre chantier", Some("Soudeur(se)")),
            (" a Head of Welding, based in Ulm", Some("Head of Welding")),
            (" people who weld", None),
            (" someone like Jane", None),
            (" Welders and Engineers who really like to weld", None),
            (" a welder", Some("Welder")),
        ] {
            assert_eq!(name_in(rest).as_deref(), expected, "{rest}");
        }
    }
}
