//! How those who write say what they are called: "We are Acme, a shipyard", "We (Acme) build ships".
//!
//! In go a text and the phrase in it, out comes the name behind and what the phrase makes of it.

use std::sync::LazyLock;

use super::beside::{behind, is_kind};
use super::headings::FIRST_PERSON;
use super::kind::Kind;
use super::{KINDS, name};
use crate::infer::table::EMPLOYERS;
use crate::infer::words::{behind_pictograms, split_at_each, strip_word};
use crate::source::Span;

static ARTICLES: LazyLock<Vec<&'static str>> = LazyLock::new(|| EMPLOYERS.words("article"));

/// How those go on who have said their name.
const AND_WE: [&str; 5] = [" and we ", " and we’", " and we'", " – we", ", and we"];

/// The name behind the phrase, `after` it without its article.
pub(super) fn read<'a>(text: &str, span: &Span, after: &'a str) -> Option<(&'a str, Kind)> {
    // "Siamo Chiglia di Ferro, due sorelle"
    let composed = || name::composed(after.split([',', '.', '!']).next()?);
    if let Some(name) = of_people(after) {
        return Some((name, Kind::IsCompany));
    }
    if let Some(name) = apposed(after) {
        return Some((name, Kind::IsCompany));
    }
    let told = behind_kind(after);
    let name = told.or_else(composed).or_else(|| several_small(after)).or_else(|| behind(after))?;
    let rest = behind_pictograms(&after[after.find(name)? + name.len()..]);
    // "We (Acme) are a shipyard"
    let is_inside = text[span.clone()].ends_with('(') && rest.starts_with(')');
    let ends = is_inside
        || rest.starts_with([',', '.', '!', '(', '–'])
        || [" –", " -", " and ", " y ", " e ", " en ", " et "].iter().any(|goes_on| rest.starts_with(goes_on));
    let is_apart = rest.starts_with(", ") && strip_word(&text[span.clone()], "wir").is_none();
    let kind = match introduction(rest) {
        // "We, Acme, …"
        _ if is_inside || text[span.clone()].contains(',') => Kind::Within,
        // "We're three friends, a small firm": an address has to say that it is a name.
        Some(true) if name.contains(' ') && !name.contains(char::is_uppercase) => Kind::WeAre,
        Some(true) => Kind::IsCompany,
        _ if told.is_some() => Kind::IsCompany,
        Some(false) => Kind::Within,
        // "We're Acme and we're hiring"
        None if AND_WE.iter().any(|words| rest.starts_with(words)) => Kind::IsCompany,
        // "We are Acme Hulls." is no quality, nor is "We are Acme, which …" but where nouns have capitals.
        None if name.contains(char::is_uppercase) && (!name::is_plain_word(name) || is_apart) => Kind::Within,
        None => Kind::WeAre,
    };
    ends.then_some((name, kind))
}

/// The name of what people are of who tell theirs: "Jane and Joe from Acme, a shipyard", "Jip en Saar van 't Dok, een werf".
fn of_people(after: &str) -> Option<&str> {
    const OF: [&str; 14] = [
        " from ", " of ", " at ", " von ", " vom ", " van ", " de ", " du ", " di ", " da ", " från ", " fra ",
        " hos ", " chez ",
    ];
    const AND: [&str; 9] = [" and ", " & ", " und ", " et ", " y ", " e ", " en ", " och ", " og "];
    let (people, of) = split_at_each(after, &OF).min_by_key(|(people, _)| people.len())?;
    let (first, second) = split_at_each(people, &AND).next()?;
    let is_proper = |word: &str| name::is_plain_word(word) && word.starts_with(char::is_uppercase);
    let is_person = |name: &str| (1..=2).contains(&name.split(' ').count()) && name.split(' ').all(is_proper);
    let name = name::leading(name::without_article(of));
    let is_said = !name.is_empty() && introduction(name::rest(of, name)) == Some(true);
    (is_said && first.split(", ").all(is_person) && is_person(second)).then_some(name)
}

/// The name behind what those who write are, before what they do: "a small yard, Acme & Sons, and we build ships".
fn apposed(after: &str) -> Option<&str> {
    const LONGEST: usize = 80;
    const AND: [&str; 9] = [", and ", ", und ", ", et ", ", y ", ", e ", ", en ", ", och ", ", og ", ". "];
    let (kind, behind) = name::behind_article(after)?.split_once(", ").filter(|(kind, _)| kind.len() <= LONGEST)?;
    let name = Some(name::leading(name::without_article(behind))).filter(|name| !name.is_empty())?;
    let rest = name::behind_form(name::rest(behind, name));
    let goes_on = rest == "."
        || AND.iter().any(|and| rest.strip_prefix(and).is_some_and(|next| FIRST_PERSON.strip(next).is_some()));
    (goes_on && is_kind(kind)).then_some(name)
}

/// A name of several words, all of them small, before what it is: "blue hull coffee, a café".
fn several_small(after: &str) -> Option<&str> {
    let name = after.split(',').next().filter(|name| (2..=4).contains(&name.split(' ').count()))?;
    let is_small = name.chars().all(|c| c.is_lowercase() || c.is_ascii_digit() || " &-".contains(c));
    (is_small && introduction(&after[name.len()..]) == Some(true)).then_some(name)
}

/// The name behind what it is, in small letters: "la casa editrice Acme", "the design studio Acme"; or one in small letters
/// with its legal form, "die acme eG".
fn behind_kind(after: &str) -> Option<&str> {
    const ARTICLES: [&str; 12] = ["the", "die", "der", "das", "la", "le", "el", "il", "lo", "de", "het", "o"];
    let definite = after.split_once(' ').filter(|(word, _)| ARTICLES.contains(word)).map(|(_, rest)| rest)?;
    let named = || {
        let name = KINDS.strip(definite)?.trim_start();
        definite.starts_with(char::is_lowercase).then(|| name::leading(name)).filter(|own| name.starts_with(own))
    };
    name::small_with_form(definite).or_else(named).filter(|name| !name.is_empty())
}

/// Whether what a name is follows it, ", a … company" or another apposition.
pub(super) fn introduction(rest: &str) -> Option<bool> {
    let article = rest.strip_prefix(", ").and_then(|rest| rest.split(' ').next())?;
    ARTICLES.contains(&article).then(|| is_kind(rest))
}
