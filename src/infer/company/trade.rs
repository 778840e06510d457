//! Firms that are called like those who do their work: "Dream Welders", "The Match Artist".
//!
//! In go the words before a verb for hiring and those behind it, out comes the name. Anywhere else, such words are somebody's
//! job. A firm with its legal form is one before any verb.

use super::name;
use super::work::names_job_soon;
use crate::infer::words::is_one_of;
use crate::infer::{team, title};

/// The firm that is called like those who do its work, and looks for some: "The Dream Welders" of "The Dream Welders are
/// looking for a mate". Those who lead look for people as well.
pub(super) fn firm<'a>(before: &'a str, rest: &str) -> Option<&'a str> {
    const MOST_WORDS: usize = 4;
    const LEADERS: [&str; 16] = [
        "manager",
        "director",
        "lead",
        "leader",
        "head",
        "chef",
        "owner",
        "founder",
        "recruiter",
        "supervisor",
        "coordinator",
        "officer",
        "president",
        "professor",
        "chair",
        "captain",
    ];
    let name = before.trim().trim_matches(['*', '_']);
    let words: Vec<&str> = name::without_article(name).split(' ').collect();
    let (trade, own) = words.split_last()?;
    let is_own = |word: &&str| {
        !(name::is_common(word) || name::is_grammar(word) || team::is_usual(word) || title::is_job_word(word))
    };
    let is_firm = (1..MOST_WORDS).contains(&own.len())
        && words.iter().all(|word| word.starts_with(char::is_uppercase))
        && title::is_job_or_jobs(trade)
        && !words.iter().any(|word| is_one_of(word.trim_end_matches('s'), &LEADERS))
        && own.iter().any(is_own);
    (is_firm && names_job_soon(rest)).then(|| name::without_article(name))
}

/// The name with a legal form that a text begins with, before whatever verb: "Acme Hulls BV stores keels".
pub(super) fn at_work(text: &str) -> Option<&str> {
    let name = Some(name::leading(name::without_article(text))).filter(|name| name::has_form(name))?;
    let verb = name::rest(text, name).strip_prefix(' ')?.split(' ').next()?;
    (verb.starts_with(char::is_lowercase) && !name::is_grammar(verb)).then_some(name)
}

/// The house that a text begins with, whose kind stands before its name, before whatever verb, be it parted from that by
/// where it is: "Hotel Kiel öffnet im Mai", "Zeilmakerij De Kiel uit Delft naait zeilen".
pub(super) fn house_at_work(text: &str) -> Option<&str> {
    const IN: [&str; 8] = ["uit", "aus", "in", "im", "à", "de", "te", "i"];
    let begun = name::without_article(text);
    let name = begun.split(' ').next().filter(|first| name::names_trade(first)).map(|_| name::leading(begun))?;
    let mut rest = name::rest(begun, name);
    let place = rest.trim_start_matches([',', ' ']).split_once(' ').filter(|(word, _)| IN.contains(word));
    if let Some((town, behind)) = place.and_then(|(_, place)| place.split_once(' ')) {
        rest = if town.starts_with(char::is_uppercase) { behind } else { rest };
    }
    let verb = rest.trim_start().split(' ').next()?;
    let is_verb = verb.len() > 2 && verb.chars().all(char::is_lowercase) && !name::is_grammar(verb);
    (name.contains(' ') && is_verb && !name::is_unit(name)).then_some(name)
}
