//! What the name of an employer looks like.
//!
//! In goes text, out come the words that read as a name: each with a capital or a figure, none of them grammar, not all of
//! them common words of business. Whether a name is an employer's is for [`super`] to say. The words are
//! `data/employers.txt`.

mod forms;
mod joints;
mod plain;
mod traits;
mod whole;

use std::sync::LazyLock;

use self::forms::is_form;
pub(super) use self::forms::{behind_form, ending};
pub(super) use self::joints::is_family;
use self::joints::{describes, family_follows, is_numbered, is_particle, joins, partners_follow, qualifies};
pub(super) use self::plain::{around, composed, is_long_institution, small, small_with_form, unspaced};
pub(super) use self::traits::{
    academy_words, ends_with_language, goes_on, has_form, is_abstract, is_academy, is_acronym, is_addressed, is_common,
    is_first_of_verbs, is_grammar, is_house, is_institution, is_noun, is_of_kinds, is_plain_word, is_product,
    is_project, is_short, is_trade, is_unit, is_unnamed, is_usual, is_whole_institution, may_be_persons, names_trade,
    says_which,
};
pub(super) use self::whole::is_name;

use crate::infer::lexicon::Lexicon;
use crate::infer::table::EMPLOYERS;
use crate::infer::words::is_one_of;

/// What a word tells of the name it stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Word {
    Grammar,
    Common,
    Institution,
}

static WORDS: LazyLock<Lexicon<Word>> = LazyLock::new(|| {
    EMPLOYERS.lexicon_of(|section| match section {
        "grammar" => Some(Word::Grammar),
        "common" => Some(Word::Common),
        "institution" => Some(Word::Institution),
        _ => None,
    })
});
static ARTICLES: LazyLock<Vec<&'static str>> = LazyLock::new(|| EMPLOYERS.words("article"));
static KINDS_BEFORE: LazyLock<Vec<&'static str>> = LazyLock::new(|| EMPLOYERS.words("kind before"));
static SMALL_ENDS: LazyLock<Vec<&'static str>> = LazyLock::new(|| EMPLOYERS.words("institution behind"));
static QUALITIES: LazyLock<Vec<&'static str>> = LazyLock::new(|| EMPLOYERS.words("institution quality"));

/// Marks before a name that is quoted.
const QUOTES: [char; 4] = ['"', '“', '„', '«'];
/// The most words of a name.
const MOST_WORDS: usize = 7;
/// Its greatest length in bytes.
const LONGEST: usize = 60;
/// The same of what stands between two spaces where it begins; scripts without them have the whole sentence there.
const LONGEST_WORD: usize = 400;

/// The name that `text` begins with; empty where it begins with none.
pub(super) fn leading(text: &str) -> &str {
    let text = text.trim_start_matches(QUOTES).trim_start_matches(['\'', '*', '_', ' ']);
    let text = text.split('\n').next().unwrap_or("");
    let mut end = 0;
    // "Van der Berg" begins as "van der Werf" does not.
    let particle = ["Van der ", "Van den ", "Von der "].iter().find(|words| text.starts_with(**words));
    let mut at = particle.map_or(0, |words| words.len());
    let words = text[at..].split(' ').take(MOST_WORDS);
    for word in words.take_while(|word| word.len() <= LONGEST_WORD) {
        let bare = bare(word);
        if is_form(bare) && end > 0 {
            if is_county(&text[..at], word, &text[at + word.len()..]) {
                break;
            }
            end = at + bare.len();
            // "S.A. de C.V."
            if let Some(form) = forms::of_words(&text[at..]) {
                end = at + form.len();
                break;
            }
            let after = &text[at + word.len()..];
            let next = after.trim_start().split(' ').next();
            // "Acme Co., Ltd." is one name.
            let goes_on = if bare.len() < word.len() {
                form_follows(&word[bare.len()..], after)
            } else {
                next.is_some_and(is_form)
            };
            if !goes_on {
                break;
            }
            at += word.len() + 1;
            continue;
        }
        // "Palisade IT Ltd"
        // "HGV VAN is", but "OUR WORK FOR ALL"
        let is_within_prose = || !text[at + word.len()..].trim_start().starts_with(char::is_uppercase);
        let is_initials =
            end > 0 && is_acronym(bare) && (text[..end].contains(char::is_lowercase) || is_within_prose());
        // "First Baptist Church", "Three Rivers School"
        let is_number = || ["First", "All", "Two", "Three", "Four", "Five", "Seven"].contains(&bare);
        let is_ordinal = || end == 0 && is_number() && follows_institution(&text[at + word.len()..]);
        // "Hotel La Quilla", "Doe & De Hull"
        let is_inner_article = || {
            let before = text[..at].trim_end().rsplit(' ').next();
            is_article(bare)
                && before.is_some_and(|word| word == "&" || is(word, Word::Institution) || is_one_of(word, &QUALITIES))
                && text[at + word.len()..].trim_start().starts_with(char::is_uppercase)
        };
        // "Hullwerk Van Keel"
        let is_particle = || end > 0 && is_particle(word, text[at + word.len()..].trim_start());
        // "Coopérative funéraire des Quais", "Keel et Filles"
        let is_adjective = || describes(word, &text[..end], text[at + word.len()..].trim_start());
        let is_family = || family_follows(word, &text[at + word.len()..]);
        // "805 Foundation"
        if end == 0 && is_numbered(word, &text[at + word.len()..]) {
            at += word.len() + 1;
            continue;
        }
        if has_capital(bare)
            && (is_initials || is_particle() || !is(bare, Word::Grammar) || is_ordinal() || is_inner_article())
        {
            let after = &text[at + word.len()..];
            let owns = possessive(&word[bare.len()..]);
            // "King's College", but never "King's" in "Ann King's boat".
            let ends = || bare.len() + owns < word.len() || after.is_empty() || follows_institution(after);
            // "St Anna's cares for …"
            let of_saint = || text[..at].trim_end().rsplit(' ').next().is_some_and(is_saint);
            // The lab in "IIT's Lab" has a name of its own.
            let is_whole = owns > 0 && !is_acronym(bare) && (ends() || of_saint());
            end = at + bare.len() + if is_whole { owns } else { 0 };
            let is_short = is_saint(word) || matches!(word, "Mt." | "Dr." | "Prof.");
            let mark = &word[bare.len()..];
            let goes_on =
                end == at + word.len() || is_short || form_follows(mark, after) || partners_follow(mark, after);
            if !goes_on {
                break;
            }
        } else if end > 0 && (ends_institution(bare) || is_number_of_name(bare, &text[at + word.len()..])) {
            end = at + bare.len();
            break;
        } else if end == 0
            || !(joins(word, &text[..at]) || qualifies(word, &text[..end]) || is_adjective() || is_family())
        {
            break;
        } else if qualifies(word, &text[..end]) && is(&text[..end], Word::Institution) {
            // "École polytechnique"
            end = at + bare.len();
        }
        at += word.len() + 1;
    }
    let end = if end > 0 { end + branch(&text[end..]) } else { 0 };
    let name = without_open_end(&text[..end]);
    if is_name(name) { name } else { "" }
}

/// A name without an institution at its end that goes on: "Department of Steel" for "Department of Steel of the University".
fn without_open_end(name: &str) -> &str {
    let (own, last) = name.rsplit_once(" of the ").unwrap_or((name, ""));
    if is(last, Word::Institution) { own } else { name }
}

/// Whether the name of an institution may end with a small word: "Steel lab", "Hulls kommune", "Hulls sjöfartsmuseum".
fn ends_institution(word: &str) -> bool {
    SMALL_ENDS.contains(&word) || (word.len() > "museum".len() && word.ends_with("museum"))
}

/// "Studio 44", where a verb or nothing follows: not a year, nor how many of something.
fn is_number_of_name(word: &str, after: &str) -> bool {
    (1..=3).contains(&word.len())
        && word.bytes().all(|b| b.is_ascii_digit())
        && !after.trim_start().starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit() || "%€$+".contains(c))
        && !after.trim_start().split(' ').next().is_some_and(|next| next.ends_with("ers") || next == "people")
}

/// `text` without the possessive that it ends with.
pub(super) fn without_possessive(text: &str) -> &str {
    ["'s", "’s"].iter().find_map(|of| text.strip_suffix(of)).unwrap_or(text)
}

/// The length of the possessive that what follows a name begins with.
fn possessive(rest: &str) -> usize {
    ["'s", "’s"].iter().find(|of| rest.starts_with(**of)).map_or(0, |of| of.len())
}

/// Whether one of the next words is one of institutions, behind words with capitals: "Catholic Primary School".
fn follows_institution(after: &str) -> bool {
    const SOON: usize = 4;
    let words = after.trim_start().split(' ').take(SOON).take_while(|word| has_capital(word));
    words.map(bare).any(|word| is(word, Word::Institution))
}

/// Whether a word stands before the name of a saint.
fn is_saint(word: &str) -> bool {
    matches!(word, "St" | "St." | "Ste." | "Saint" | "Sankt")
}

/// "Acme, Inc." is one name.
fn form_follows(mark: &str, after: &str) -> bool {
    mark == "," && after.trim_start().split(' ').next().is_some_and(|next| is_form(bare(next)))
}

/// Whether `Co.` is short for the county that is named behind it, rather than for the company before: "Hullrobe, Co. Mayo".
pub(super) fn is_county(before: &str, form: &str, after: &str) -> bool {
    let next = after.trim_start().split([' ', ',', '.', '\n']).next().unwrap_or("");
    form == "Co." && before.trim_end().ends_with(',') && next.starts_with(char::is_uppercase) && !is_form(next)
}

/// How much of `behind` belongs to the name before it, a place in brackets and a legal form: " (Ulm) Ltd".
fn branch(behind: &str) -> usize {
    const LONGEST: usize = 24;
    let length = || {
        let (place, rest) = behind.strip_prefix(" (")?.split_once(") ")?;
        let form = rest.split([' ', '\n']).next().map(bare).filter(|form| is_form(form))?;
        (place.len() <= LONGEST && has_capital(place)).then_some(behind.len() - rest.len() + form.len())
    };
    length().unwrap_or(0)
}

/// What follows the name that `text` begins with, be there a mark before it.
pub(super) fn rest<'a>(text: &'a str, name: &str) -> &'a str {
    text.find(name).map_or(text, |at| &text[at + name.len()..])
}

/// The name that `text` is, its article and what is put in between by commas or brackets aside.
pub(super) fn whole(text: &str) -> Option<&str> {
    let mut text = text.trim_matches([' ', '"', '“', '”', '„', '*', '_', '-', '–', '—', '•']);
    text = without_article(text).trim_start_matches(QUOTES);
    let name = leading(text);
    let rest = rest(text, name).trim_start_matches(['"', '”', '“', '*', '_', '®', '™']).trim_start();
    let aside = rest.is_empty()
        || (rest.starts_with('(') && rest.ends_with(')'))
        || (rest.starts_with(',') && rest.split_whitespace().nth(1).is_some());
    (!name.is_empty() && aside).then_some(name)
}

/// `text` without an article, where a capital follows it.
pub(super) fn without_article(text: &str) -> &str {
    // "L'Université de Brest", but "L'Oréal".
    let is_institution = |rest: &&str| has_capital(rest) && is(rest.split(' ').next().unwrap_or(""), Word::Institution);
    if let Some(rest) = behind_elision(text).filter(is_institution) {
        return rest;
    }
    match text.split_once(' ') {
        Some((word, rest))
            if is_article(word)
                && rest.trim_start_matches(QUOTES).starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit()) =>
        {
            without_kind(rest)
        }
        Some((word, rest)) if is_article(word) && without_kind(rest).len() < rest.len() => without_kind(rest),
        _ => without_kind(text),
    }
}

/// What stands behind the article that `text` begins with.
pub(in crate::infer) fn behind_article(text: &str) -> Option<&str> {
    text.split_once(' ').filter(|(word, _)| is_article(word)).map(|(_, rest)| rest)
}

/// Whether a word is an article.
pub(super) fn is_article(word: &str) -> bool {
    is_one_of(word, &ARTICLES)
}

/// What follows an elided article: `Université` of `L'Université`.
fn behind_elision(text: &str) -> Option<&str> {
    ["L'", "L’", "l'", "l’", "d'", "d’"].iter().find_map(|article| text.strip_prefix(article))
}

/// `text` without what the name is before it: `l'association Acme`, `Firma Acme`.
fn without_kind(text: &str) -> &str {
    let is_kind = |word: &str| {
        let elided = word.starts_with("L'") || word.starts_with("L’");
        KINDS_BEFORE.contains(&word) || (elided && KINDS_BEFORE.contains(&word.to_lowercase().as_str()))
    };
    let named = text.split_once(' ').filter(|(word, name)| is_kind(word) && name.starts_with(char::is_uppercase));
    named.map_or(text, |(_, name)| name)
}

/// The name of a saint's house, of which the word at `at` is but the saint: "St Anna's Hospital" for "Anna".
pub(super) fn of_saint(text: &str, at: usize) -> Option<&str> {
    let saint = text[..at].strip_suffix(' ')?.rsplit(' ').next().filter(|word| is_saint(word))?;
    Some(leading(&text[at - saint.len() - 1..])).filter(|name| !name.is_empty())
}

/// `text` without the adjective at its end that goes with an institution: "Coopérative funéraire" before "des Quais".
fn without_adjective<'a>(text: &'a str, rest: &str) -> &'a str {
    let parted = text.rsplit_once(' ').filter(|(own, word)| describes(word, own, rest.trim_start()));
    parted.map_or(text, |(own, _)| own)
}

/// What those who support something call themselves, before its name.
const FRIENDS: [&str; 6] = ["Friends", "Amis", "Freunde", "Amigos", "Vrienden", "Amici"];

/// The institution that `text[at..end]` says of what: all of "Technical University of Ulm" for "Ulm".
pub(super) fn of_institution(text: &str, at: usize, end: usize) -> Option<&str> {
    const OF: [&str; 13] = [
        " of ", " de ", " of the ", " d'", " d’", " des ", " du ", " del ", " da ", " di ", " für ", " for ", " voor ",
    ];
    let before = OF.iter().find_map(|of| text[..at].strip_suffix(of))?;
    let inner = without_adjective(before, &text[before.len()..]);
    let last = inner.rsplit(' ').next()?;
    (is(last, Word::Institution) || FRIENDS.contains(&last)).then_some(())?;
    let words = inner.rsplit([' ', '\n']).take_while(|word| has_capital(word) && !is(word, Word::Grammar));
    let own = words.map(|word| word.len() + 1).sum::<usize>().checked_sub(1)?;
    Some(&text[inner.len() - own..end])
}

/// The name that `text` ends with: the words with a capital before the end.
pub(super) fn trailing(text: &str) -> Option<&str> {
    let words = text.rsplit(' ').take(MOST_WORDS).take_while(|word| has_capital(word) && !is(word, Word::Grammar));
    let length = words.map(|word| word.len() + 1).sum::<usize>().checked_sub(1)?;
    let name = &text[text.len() - length..];
    (leading(name) == name && !name.is_empty()).then_some(name)
}

/// A word without the marks behind it and a possessive; the full stop of `Inc.` and `U.S.` is its own.
fn bare(word: &str) -> &str {
    if is_form(word) || is_form(word.trim_end_matches([',', ';', ':', ')'])) {
        return word.trim_end_matches([',', ';', ':', ')']);
    }
    // "Acmeの", "Acme，船工坊": what follows without a space is none of it.
    let is_kana = |c: char| ('\u{3041}'..='\u{309f}').contains(&c);
    let ends =
        |c: char| "，。、；！？".contains(c) || (is_kana(c) && word.starts_with(|c: char| c.is_ascii_alphabetic()));
    let word = if word.is_ascii() { word } else { &word[..word.find(ends).unwrap_or(word.len())] };
    let bare = word.trim_end_matches(|c: char| !c.is_alphanumeric() && c != '+' && c != '&');
    let dots = bare.contains('.') && bare.split('.').all(|part| part.chars().count() == 1);
    if dots && word[bare.len()..].starts_with('.') {
        return &word[..=bare.len()];
    }
    without_possessive(bare).trim_end_matches(['»', '"', '”'])
}

fn has_capital(word: &str) -> bool {
    let word = behind_elision(word).unwrap_or(word);
    let first = |wanted: fn(char) -> bool| word.starts_with(wanted);
    is_domain(word)
        || is_joined(word)
        || (first(|c| c.is_uppercase() || c.is_ascii_digit()) && word.chars().any(char::is_alphabetic))
        || (first(char::is_alphabetic) && word.is_ascii() && word.chars().skip(1).any(char::is_uppercase))
}

/// Whether a name is put together with a mark, `acme&co`, `re:weld`; "kolleg:in" is put together with its ending.
fn is_joined(word: &str) -> bool {
    const ENDINGS: [&str; 7] = ["in", "innen", "e", "r", "n", "s", "en"];
    let is_part = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit());
    word.split_once([':', '&']).is_some_and(|(one, other)| {
        is_part(one) && is_part(other) && one.starts_with(char::is_alphabetic) && !ENDINGS.contains(&other)
    })
}

/// Whether a name is written as an address, `acme.org`.
fn is_domain(word: &str) -> bool {
    let labels = || word.split('.');
    labels().nth(1).is_some()
        && labels().all(|label| label.len() >= 2 && label.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit()))
        && labels().next().is_some_and(|label| label.len() >= 3)
}

fn is(word: &str, meaning: Word) -> bool {
    // "We're" is grammar as "we" is.
    let contracted = word.split_once(['\'', '’']).filter(|(_, verb)| is_one_of(verb, &["m", "re", "ve", "ll", "d"]));
    WORDS.exactly(contracted.map_or(word, |(word, _)| word)) == Some(meaning)
}
