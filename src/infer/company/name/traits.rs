//! What a name tells of who bears it: an institution, a part of one, a product, or but any word.
//!
//! In goes a name or a word of one, out comes yes or no. Whether it is the employer's is for [`super::super`] to say.

use std::sync::LazyLock;

use super::{WORDS, Word, is, is_form};
use crate::infer::lexicon::Lexicon;
use crate::infer::table::EMPLOYERS;
use crate::infer::words::{is_one_of, same_ignoring_case};
use crate::infer::{language, places};
use crate::source::Span;

static PARTS: LazyLock<Vec<&'static str>> = LazyLock::new(|| EMPLOYERS.words("part"));
static ADDRESSED: LazyLock<Vec<&'static str>> = LazyLock::new(|| EMPLOYERS.words("addressed"));
static ACADEMIES: LazyLock<Lexicon<()>> = LazyLock::new(|| EMPLOYERS.lexicon("academy"));
static TRADES: LazyLock<Lexicon<()>> = LazyLock::new(|| EMPLOYERS.lexicon("trade"));
static USUAL: LazyLock<Lexicon<()>> = LazyLock::new(|| EMPLOYERS.lexicon("usual"));
static UNNAMED: LazyLock<Vec<&'static str>> = LazyLock::new(|| EMPLOYERS.words("unnamed"));
static ADJUNCTS: LazyLock<Vec<&'static str>> = LazyLock::new(|| EMPLOYERS.words("adjunct"));
static TRADE_ENDS: LazyLock<Vec<&'static str>> = LazyLock::new(|| EMPLOYERS.words("trade end"));
static HOUSES: LazyLock<Vec<&'static str>> = LazyLock::new(|| EMPLOYERS.words("house"));

/// Whether the name has a word such as `Foundation`, or a legal form.
pub(in crate::infer::company) fn is_institution(name: &str) -> bool {
    // "Centro de Estudios Quilla", but "Vigo Centro"
    const CENTRES: [&str; 5] = ["Centro de ", "Centro di ", "Centro do ", "Centro da ", "Centro per "];
    name.split([' ', '-']).any(|word| is(word, Word::Institution))
        || has_form(name)
        || name.split(' ').any(is_house)
        || CENTRES.iter().any(|centre| name.strip_prefix(centre).is_some_and(|of| places::find(of).is_none()))
}

/// Whether the name is that of an institution in several words, and not of a part of one: `Hull Museum`.
pub(in crate::infer::company) fn is_whole_institution(name: &str) -> bool {
    name.contains(' ') && is_institution(name) && !is_unit(name)
}

/// Whether a name has but words for kinds of institutions, so that it does not say which one: `Parish Council`.
pub(in crate::infer::company) fn is_of_kinds(name: &str) -> bool {
    name.split(' ').all(|word| WORDS.exactly(word).is_some())
}

/// Whether a name says which one of its kind another, with which it ends, is: `HULL PARISH COUNCIL`, `Parish Council`.
pub(in crate::infer::company) fn says_which(name: &str, kind: &str) -> bool {
    let start = name.len().checked_sub(kind.len()).filter(|start| name.is_char_boundary(*start));
    let parts = start.map(|start| name.split_at(start));
    parts.is_some_and(|(own, end)| own.ends_with(' ') && same_ignoring_case(end, kind))
}

/// Whether a word says what an institution is, as names of practices and schools begin: `Zahnarztpraxis`, `Clinique`.
pub(in crate::infer::company) fn is_house(word: &str) -> bool {
    let ends = || word.char_indices().skip(3).any(|(at, _)| HOUSES.iter().any(|house| *house == &word[at..]));
    is(word, Word::Institution) || (word.starts_with(char::is_uppercase) && ends())
}

/// Whether a word is a trade before the name of who plies it: `Maschinenbau`, `Bäckerei`, `Installatiebedrijf`.
pub(in crate::infer::company) fn names_trade(word: &str) -> bool {
    let ends = || TRADE_ENDS.iter().any(|end| word.len() > end.len() && word.ends_with(end));
    word.starts_with(char::is_uppercase) && (is_house(word) || ends())
}

/// Whether the name is that of a university, an institute or the like.
pub(in crate::infer::company) fn is_academy(name: &str) -> bool {
    name.contains(' ') && name.split([' ', '-']).any(|word| ACADEMIES.exactly(word).is_some())
}

/// Where the words stand that the names of universities and institutes have.
pub(in crate::infer::company) fn academy_words(text: &str) -> impl Iterator<Item = Span> {
    ACADEMIES.find(text).map(|((), word)| word)
}

/// Whether the name ends as those of products and pages do: `Acme Cloud Platform`, `Acme Careers`.
pub(in crate::infer::company) fn is_product(name: &str) -> bool {
    const ENDS: [&str; 11] =
        ["platform", "suite", "app", "api", "cloud", "program", "programme", "portfolio", "careers", "jobs", "project"];
    name.rsplit_once(' ').is_some_and(|(_, last)| is_one_of(last, &ENDS))
}

/// Whether the name is that of a project, which has people only where it says so: `Projekt Kiel`, but `Project Hull` may be a firm.
pub(in crate::infer::company) fn is_project(name: &str) -> bool {
    const PROJECTS: [&str; 5] = ["projekt", "projet", "proyecto", "projeto", "progetto"];
    name.split_once(' ').is_some_and(|(first, _)| is_one_of(first, &PROJECTS))
}

/// Whether it is what one should speak: `Fluent English`.
pub(in crate::infer::company) fn ends_with_language(name: &str) -> bool {
    // Codes are shorter, and words of names as well.
    const SHORTEST: usize = 4;
    // "Co-op" is read as a tag of Corsican.
    let is_language = |last: &str| last.len() >= SHORTEST && !last.contains('-') && language::code(last).is_some();
    name.rsplit_once(' ').is_some_and(|(_, last)| is_language(last))
}

/// Whether a word is one of business with which names end: `Acme Software`.
pub(in crate::infer::company) fn is_trade(word: &str) -> bool {
    TRADES.exactly(word).is_some()
}

/// Whether a text without spaces names nobody, though it stands where names do: `人才`, `当事務所`.
pub(in crate::infer::company) fn is_unnamed(name: &str) -> bool {
    let holds = |word: &str| match (word.strip_prefix('~'), word.strip_suffix('~')) {
        (Some(end), _) => name.ends_with(end),
        (_, Some(beginning)) => name.starts_with(beginning),
        _ => name == word,
    };
    UNNAMED.iter().any(|word| holds(word))
}

/// Whether what an institution is stands before a word of any kind, as in names it never does: "Lab Helper".
pub(in crate::infer::company) fn is_adjoined(name: &str) -> bool {
    let two = name.split_once(' ').filter(|(_, last)| !last.contains(' '));
    two.is_some_and(|(first, last)| is_one_of(first, &ADJUNCTS) && !is_form(last))
}

/// Whether a sentence begins with verbs in a row, of which `name` is the first, as duties do: "Mends, cleans and paints",
/// but "Keels, makers of hulls".
pub(in crate::infer::company) fn is_first_of_verbs(sentence: &str, name: &str) -> bool {
    let is_verb = |word: &str| word.ends_with('s') && word.len() > 2 && word.chars().all(char::is_lowercase);
    let next = sentence.trim_start().strip_prefix(name).and_then(|rest| rest.strip_prefix(", ")).unwrap_or("");
    let (second, rest) = next.split_at(next.find([' ', ',']).unwrap_or(0));
    let is_series = [" and ", ", ", " or ", " & "].iter().any(|mark| rest.starts_with(mark));
    is_plain_word(name) && name.ends_with('s') && is_verb(second) && is_series
}

/// Whether a word with a capital behind `name` is a part of it, as a word of business at its end tells: "Campus" of "Keel
/// Research Campus".
pub(in crate::infer::company) fn goes_on(name: &str, behind: &str) -> bool {
    behind.starts_with(char::is_uppercase) && name.rsplit(' ').next().is_some_and(is_common) && name.contains(' ')
}

/// Whether a word is one of grammar.
pub(in crate::infer::company) fn is_grammar(word: &str) -> bool {
    is(word, Word::Grammar)
}

/// Whether it is but a word that sentences of postings begin with.
pub(in crate::infer::company) fn is_usual(name: &str) -> bool {
    USUAL.exactly(name).is_some()
}

/// Whether a word is one of business that anybody uses.
pub(in crate::infer::company) fn is_common(word: &str) -> bool {
    is(word, Word::Common)
}

/// Whether the name is that of a part of an institution: `Department of Steel`, `Steel Department`.
pub(in crate::infer::company) fn is_unit(name: &str) -> bool {
    const UNITS: [&str; 26] = [
        "arbeitsgruppe",
        "abteilung",
        "fachbereich",
        "dezernat",
        "sachgebiet",
        "arbeitsbereich",
        "facultad",
        "faculdade",
        "facoltà",
        "faculteit",
        "dipartimento",
        "governors",
        "trustees",
        "directors",
        "board",
        "governing",
        "department",
        "faculty",
        "division",
        "section",
        "chair",
        "office",
        "fakultät",
        "lehrstuhl",
        "departamento",
        "faculté",
    ];
    const ENDS: [&str; 5] = ["department", "faculty", "fakultät", "lehrstuhl", "division"];
    let is_among = |word: Option<&str>, words: &[&str]| word.is_some_and(|word| is_one_of(word, words));
    // "Office for National Statistics" is a house of its own.
    (is_among(name.split(' ').next(), &UNITS) && !name.starts_with("Office for "))
        // "Steel Department of Ulm University"
        || is_among(name.split(" of ").next().and_then(|own| own.rsplit(' ').next()), &ENDS)
        || is_among(name.rsplit(' ').next(), &ENDS)
        || name.starts_with("School of ")
}

/// Whether it may be that of a person: a few words, none of them one of business.
pub(in crate::infer::company) fn may_be_persons(name: &str) -> bool {
    let count = name.split(' ').count();
    let is_any = |word: &str| is_plain_word(word) && WORDS.exactly(word).is_none() && !is_house(word);
    (2..=3).contains(&count) && name.split(' ').all(is_any)
}

/// Whether it is that of a person who is addressed: "Frau Doe".
pub(in crate::infer::company) fn is_addressed(name: &str) -> bool {
    name.split_once(' ').is_some_and(|(title, _)| ADDRESSED.contains(&title))
}

/// Whether it tells an order or a quality rather than names anything: `6th`, `30-minute`, `VC-funded`.
pub(in crate::infer::company) fn is_measure(name: &str) -> bool {
    const ENDS: [&str; 16] = [
        "ed", "en", "minute", "hour", "day", "week", "month", "year", "level", "time", "end", "first", "free",
        "friendly", "wide", "only",
    ];
    let figures = name.trim_start_matches(|c: char| c.is_ascii_digit());
    // "40-ish"
    let is_about = figures.len() < name.len()
        && figures.strip_prefix('-').is_some_and(|rest| rest.starts_with(char::is_lowercase) && !rest.contains(' '));
    let is_ordinal = figures.len() < name.len() && is_one_of(figures, &["st", "nd", "rd", "th"]);
    let is_quality = |last: &str| last.starts_with(char::is_lowercase) && ENDS.iter().any(|end| last.ends_with(end));
    is_ordinal || is_about || (!name.contains(' ') && name.rsplit_once('-').is_some_and(|(_, last)| is_quality(last)))
}

/// Whether the name is that of a part of a firm: "Gruppe Stahl".
pub(in crate::infer::company) fn is_part(name: &str) -> bool {
    name.split_once(' ').is_some_and(|(first, _)| PARTS.contains(&first))
}

/// Whether the name ends with a legal form, be it of several words: `Acme Ltd`, `Acme sp. z o.o.`
pub(in crate::infer::company) fn has_form(name: &str) -> bool {
    const MOST_WORDS: usize = 4;
    name.rmatch_indices(' ').take(MOST_WORDS).any(|(space, _)| is_form(&name[space + 1..]))
}

/// Whether it is in capitals alone, as conferences and agencies are.
pub(in crate::infer::company) fn is_acronym(name: &str) -> bool {
    name.chars().filter(|c| c.is_uppercase()).count() > 1 && !name.contains(|c: char| c.is_lowercase() || c == ' ')
}

/// Whether it is a letter and a figure or two, as few names are and many levels, versions and visas: `V3`.
pub(in crate::infer::company) fn is_short(name: &str) -> bool {
    let figures = name.strip_prefix(|c: char| c.is_ascii_uppercase()).unwrap_or("");
    (1..=2).contains(&figures.len()) && figures.bytes().all(|b| b.is_ascii_digit())
}

/// Whether it ends as words for ideas do, with which texts begin as well: "Sustainability drives us."
pub(in crate::infer::company) fn is_abstract(name: &str) -> bool {
    const ENDS: [&str; 16] = [
        "ity", "ness", "ment", "tion", "sion", "ance", "ence", "ship", "ism", "ung", "heit", "keit", "ing", "cy",
        "dad", "ción",
    ];
    !name.contains(' ') && ENDS.iter().any(|end| name.ends_with(end))
}

/// Whether it is but one word, written as any noun at the beginning of a sentence.
pub(in crate::infer::company) fn is_plain_word(name: &str) -> bool {
    name.chars().all(char::is_alphabetic) && !name.chars().skip(1).any(char::is_uppercase)
}

/// Whether `name` is but a German noun with its article at the beginning of `text`: "Die Werft", "Die Start-up-Situation".
pub(in crate::infer::company) fn is_noun(text: &str, name: &str) -> bool {
    let article = text.split_once(name).map_or("", |(before, _)| before.trim());
    (is_plain_word(name) || (name.contains('-') && is_abstract(name))) && matches!(article, "Der" | "Die" | "Das")
}
