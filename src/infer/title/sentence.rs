//! The name of the job in a sentence that says who is sought: "We are looking for a Senior Welder to join us."
//!
//! In goes the body, out comes the words between the set phrase and what goes on behind the name, where they can be
//! nothing but a name: with capitals, or a word at once that jobs are named by. The words are `data/titles.txt`.

use std::sync::LazyLock;

use super::{TITLES, capitalised, is_job_word, names_job, short, unspaced, words_of};
use crate::extract::BlockKind;
use crate::infer::body::Body;
use crate::infer::lexicon::Lexicon;
use crate::infer::words::{find_phrase, is_one_of, sentence_end, strip_word};
use crate::posting::{Field, OriginKind};

static SEEKING: LazyLock<Vec<&'static str>> = LazyLock::new(|| words_of("seeking").collect());
static AS: LazyLock<Vec<&'static str>> = LazyLock::new(|| words_of("as").collect());
static FOR: LazyLock<Vec<&'static str>> = LazyLock::new(|| words_of("purpose").collect());
static ONES: LazyLock<Vec<&'static str>> = LazyLock::new(|| words_of("one").collect());
static APPLIED_FOR: LazyLock<Vec<&'static str>> = LazyLock::new(|| words_of("applied for").collect());
static QUALITIES: LazyLock<Lexicon<()>> = LazyLock::new(|| Lexicon::of_section(TITLES, "quality"));
static THEN: LazyLock<Vec<&'static str>> = LazyLock::new(|| words_of("then").collect());

/// The name in the first sentence near the top that has one.
pub(super) fn in_body(body: &Body<'_>) -> Option<Field<String>> {
    const FIRST: usize = 8;
    let lines = body.parts.iter().filter(|part| matches!(part.block.kind, BlockKind::Paragraph | BlockKind::ListItem));
    lines.take(FIRST).find_map(|part| {
        let text = &part.block.text;
        let begins =
            |at: &usize| text[..*at].trim_end_matches(' ').chars().next_back().is_none_or(|c| ".!?\n".contains(c));
        let sought = SEEKING.iter().filter_map(|words| Some((find_phrase(text, words)?, words.len())));
        // "As a Welder, you …"
        let spoken = AS.iter().filter_map(|words| Some((find_phrase(text, words).filter(begins)?, words.len())));
        let spoken = spoken.map(|(at, length)| (at, length, true));
        let first = sought.map(|(at, length)| (at, length, false)).chain(spoken).min();
        let name = first.and_then(|(at, length, is_spoken)| {
            let rest = &text[at + length..sentence_end(text, at + length)];
            let next = || text[at + length + rest.len()..].split('\n').next().filter(|_| ends_in_article(rest));
            name_in(rest)
                .or_else(|| unspaced::behind_verb(rest))
                .or_else(|| name_in(next()?))
                .or_else(|| addressed(rest).filter(|_| is_spoken))
                .or_else(|| behind_purpose(rest))
        });
        let name = name.or_else(|| unspaced::before_verb(text)).or_else(|| applied_for(text))?;
        Some(Field::new(name, OriginKind::Body, part.block.line))
    })
}

/// The name before what it is: "This is the task for the Senior Welder position".
fn applied_for(text: &str) -> Option<String> {
    const MOST_WORDS: usize = 6;
    APPLIED_FOR.iter().filter_map(|noun| find_phrase(text, noun)).find_map(|at| {
        let before = text[..at].trim_end();
        let mut name: Vec<&str> = before.rsplit(' ').take_while(|word| is_big(word) || *word == "of").collect();
        let article = before.rsplit(' ').nth(name.len()).unwrap_or("");
        name.reverse();
        let name = Some(name.join(" ")).filter(|name| name.split(' ').count() <= MOST_WORDS && names_job(name));
        name.filter(|_| is_one_of(article, &["the", "a", "an", "our", "this"]))
    })
}

/// Whether a line goes on behind its end: "We are looking for a", "Wir suchen für unser Dock eine/n".
fn ends_in_article(line: &str) -> bool {
    let last = line.trim_end().rsplit(' ').next().unwrap_or("");
    line.ends_with('\n') && (short::behind_articles(&format!("{last} -")) == "-" || is_one_of(last, &ONES))
}

/// The name by which a sentence speaks to the reader, whatever jobs are called elsewhere: "As a Harbour Hero, you …".
fn addressed(rest: &str) -> Option<String> {
    const READERS: [&str; 12] =
        ["you", "you’ll", "you'll", "your", "du", "sie", "vous", "tu", "ti", "você", "je", "jij"];
    let (name, behind) = rest.split_once(',')?;
    let words: Vec<&str> = short::behind_articles(name.trim_start()).split_whitespace().collect();
    let is_reader = behind.split_whitespace().next().is_some_and(|word| is_one_of(word, &READERS));
    let is_name = (2..=5).contains(&words.len()) && words.iter().all(|word| is_big(word)) && !words.contains(&"I");
    (is_reader && is_name).then(|| words.join(" "))
}

/// The name behind what somebody is sought for: "Wir suchen für unser Dock in Ulm eine/n Schweißer/in".
fn behind_purpose(rest: &str) -> Option<String> {
    FOR.iter().find(|word| strip_word(rest.trim_start(), word).is_some())?;
    let (at, article) = ONES.iter().filter_map(|one| Some((find_phrase(rest, one)?, one))).min()?;
    name_in(&rest[at + article.len()..])
}

fn is_big(word: &str) -> bool {
    word.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
}

/// The name that few small words are, the last of which jobs are named by: "lead dock welder".
fn in_small_letters(words: &[&str]) -> Option<String> {
    const MOST_WORDS: usize = 4;
    let (last, before) = words.split_last()?;
    let is_plain = |word: &&str| word.chars().all(|c| c.is_lowercase() || matches!(c, '-' | '/' | '·'));
    let is_name = (1..MOST_WORDS).contains(&before.len()) && words.iter().all(is_plain) && is_job_word(last);
    is_name.then(|| capitalised(&words.join(" ")))
}

/// The name that the rest of a sentence begins with, an article and what the applicant is like aside.
fn name_in(rest: &str) -> Option<String> {
    const MOST_WORDS: usize = 6;
    let rest = short::behind_articles(rest.trim_start());
    let rest = rest.split([',', ';', ':', '!', '?', '–', '—', '\n']).next().unwrap_or("").trim_end_matches('.');
    let words: Vec<&str> = rest.split_whitespace().take_while(|word| !THEN.contains(word)).collect();
    let words: Vec<&str> = words.into_iter().skip_while(|word| QUALITIES.exactly(word).is_some()).collect();
    if let Some(name) = in_small_letters(&words) {
        return Some(name);
    }
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
    is_name.then(|| capitalised(&name.join(" ")))
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
