//! Names that do not look like names: written small, with small words inside, or in scripts without capitals.
//!
//! In goes text, out comes what of it may be a name. Whether it is one, is for what stands beside it to say.

use std::sync::LazyLock;

use super::{
    ARTICLES, LONGEST, Word, bare, behind_elision, has_capital, is, is_form, is_house, is_name, is_unnamed,
    without_kind,
};
use crate::infer::table::EMPLOYERS;
use crate::infer::title;
use crate::infer::words::is_ideographic;
use crate::source::Span;

/// Words of grammar in scripts that put no space around them.
static UNSPACED: LazyLock<Vec<&'static str>> =
    LazyLock::new(|| EMPLOYERS.forms("grammar").filter(|word| word.starts_with(is_ideographic)).collect());

/// How institutions end whose names may be long.
static LONG_ENDINGS: LazyLock<Vec<&'static str>> = LazyLock::new(|| EMPLOYERS.words("long ending"));

/// What stands behind names in headings that say who is sought.
static SOUGHT: LazyLock<Vec<&'static str>> = LazyLock::new(|| EMPLOYERS.words("sought unspaced"));

/// The name that a legal form without spaces around it belongs to.
pub(in crate::infer::company) fn around<'a>(text: &'a str, form: &Span) -> Option<&'a str> {
    // Hiragana are grammar; names are written with everything else.
    let is_name = |c: char| (c.is_alphanumeric() && !('\u{3041}'..='\u{309f}').contains(&c)) || c == '・' || c == 'ー';
    // "船工坊（上海）有限公司"
    let of_town = || {
        let name = text[..form.start].strip_suffix('）')?.rsplit_once('（')?.0;
        let start = name.char_indices().rev().take_while(|(_, c)| is_name(*c)).last()?.0;
        Some(&text[start..form.end])
    };
    if let Some(name) = of_town() {
        return (name.len() <= LONGEST).then_some(name);
    }
    let before = text[..form.start].char_indices().rev().take_while(|(_, c)| is_name(*c)).last();
    let start = before.map_or(form.start, |(at, _)| at);
    // "NPO法人 船の会"
    let space = usize::from(start == form.start && text[form.end..].starts_with(' '));
    let rest = &text[form.end + space..];
    // Behind a form that begins a line, a name may have hiragana up to the particle of the subject.
    let subject = || {
        let clause = rest.split(['、', '。', ' ', '（', '(']).next()?;
        ["では", "には", "は", "です"].iter().find_map(|particle| clause.strip_suffix(particle))
    };
    // "運営は株式会社ふなや、"
    let predicate = || {
        let clause = rest.split(['、', '。', ' ', '（', '(', '\n']).next()?;
        Some(clause.strip_suffix("です").unwrap_or(clause)).filter(|name| !name.is_empty())
    };
    let begins = form.start == 0 || text[..form.start].ends_with(['\n', '。', '！']);
    let is_told = || ["運営は", "会社は", "母体は", "主は", "元は"].iter().any(|of| text[..form.start].ends_with(of));
    let subject = if begins { subject() } else { Some(()).filter(|()| is_told()).and_then(|()| predicate()) };
    let ends = |c: char| if space > 0 { "\n、。，（( ".contains(c) } else { !is_name(c) };
    let own = subject.map_or_else(|| rest.find(ends).unwrap_or(rest.len()), str::len);
    let end = form.end + space + own;
    let name = if start < form.start { &text[start..form.end] } else { &text[start..end] };
    (name.len() > form.len() && name.len() <= LONGEST).then_some(name)
}

/// The name that `text` is when it has small words inside, as those of institutions do: "l'école des Mines de Brest",
/// "Team per la Saldatura Navale".
pub(in crate::infer::company) fn composed(text: &str) -> Option<&str> {
    const JOINS: [&str; 33] = [
        "à", "au", "aux", "of", "for", "and", "the", "de", "du", "des", "la", "le", "les", "las", "los", "el", "del",
        "della", "delle", "dei", "di", "per", "e", "y", "et", "da", "do", "das", "dos", "für", "und", "pour", "to",
    ];
    const WITHIN: [&str; 5] = ["am", "an", "im", "zum", "zur"];
    let text = text.trim();
    let name = behind_elision(text).unwrap_or(text);
    let name = match name.split_once(' ') {
        Some((word, rest)) if ARTICLES.iter().any(|known| word.eq_ignore_ascii_case(known)) => rest,
        _ => name,
    };
    let words: Vec<&str> = name.split(' ').collect();
    let first = words.first()?;
    let is_small = first.starts_with(char::is_lowercase) && is(first, Word::Institution);
    let inner = &words[1..];
    // "La boulangerie Lemoine"
    let is_named =
        is_small && without_kind(name) == name && !inner.is_empty() && inner.iter().all(|word| has_capital(word));
    // "Praxis am Markt", but "Freude am Steuer"
    let joins = |word: &&str| JOINS.contains(word) || (is_house(first) && WITHIN.contains(word));
    let fits = is_named
        || ((3..=9).contains(&words.len())
            && inner.iter().any(|word| joins(word) && !["und", "and", "et", "y", "e"].contains(word)));
    let is_whole = if is_small {
        inner.iter().all(|word| word.chars().all(|c| c.is_alphabetic() || "'’-".contains(c)))
    } else {
        has_capital(first)
            && !is(first, Word::Grammar)
            && inner.iter().all(|word| has_capital(word) || joins(word))
            && inner.last().is_some_and(|word| has_capital(word))
    };
    (fits && is_whole && is_name(name) && !name.split(' ').any(title::is_job_word)).then_some(name)
}

/// A name that is written small, as some are: the first word, if it is a word of no common use.
pub(in crate::infer::company) fn small(text: &str) -> &str {
    let word = &text[..text.find(|c: char| !c.is_alphanumeric()).unwrap_or(text.len())];
    let is_small = |c: char| c.is_lowercase() || c.is_ascii_digit();
    let may_name = word.starts_with(char::is_lowercase) && word.chars().count() >= 4 && word.chars().all(is_small);
    if may_name && !is(word, Word::Grammar) && !is(word, Word::Common) { word } else { "" }
}

/// A name that is written small, with its legal form: "acme eG".
pub(in crate::infer::company) fn small_with_form(text: &str) -> Option<&str> {
    let own = Some(small(text)).filter(|own| !own.is_empty())?;
    let form = bare(text[own.len()..].strip_prefix(' ')?.split([' ', '\n']).next()?);
    is_form(form).then(|| &text[..own.len() + 1 + form.len()])
}

/// Whether a name in such a script ends as those of institutions do: "船工大学".
pub(in crate::infer::company) fn is_long_institution(name: &str) -> bool {
    LONG_ENDINGS.iter().any(|end| name.ends_with(end) && name.len() > end.len())
}

/// A name in a script without capitals: a few letters, none of them grammar.
pub(in crate::infer::company) fn unspaced(text: &str) -> Option<&str> {
    let name = text.trim_matches(|c: char| !c.is_alphanumeric());
    // "船工坊前端招聘"
    let own = SOUGHT.iter().find_map(|sought| name.strip_suffix(sought)).filter(|own| own.chars().count() >= 2);
    let name = own.unwrap_or(name);
    // Kana write grammar as well.
    let is_han = |c: char| is_ideographic(c) && !('\u{3040}'..='\u{30ff}').contains(&c);
    let is_institution = is_long_institution(name);
    let most = if is_institution { 20 } else { 8 };
    let fits = (2..=most).contains(&name.chars().count()) && name.chars().all(is_han);
    let is_grammar = || UNSPACED.iter().any(|word| name.contains(word));
    (fits
        && !is_grammar()
        && (is_institution || !is_unnamed(name))
        && !title::names_job(name)
        && !super::super::ENDINGS.contains(&name))
    .then_some(name)
}
