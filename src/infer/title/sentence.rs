//! The name of the job in a sentence that says who is sought: "We are looking for a Senior Welder to join us."
//!
//! In goes the body, out come the words between the set phrase and what goes on behind the name, where they can be nothing
//! but a name: with capitals, or up to a word that jobs are named by. The words are `data/titles.txt`.

use std::borrow::Cow;
use std::cmp::Reverse;
use std::sync::LazyLock;

use super::announcement::behind_articles;
use super::{aside, capitalised, is_job_word, names_job, passing, unspaced};
use crate::extract::BlockKind;
use crate::infer::body::{Body, Part};
use crate::infer::lexicon::Lexicon;
use crate::infer::table::TITLES;
use crate::infer::words::{find_phrase, is_and, is_one_of, sentence_end, strip_end, strip_word};
use crate::infer::{dates, places};
use crate::posting::Field;

static SEEKING: LazyLock<Vec<&'static str>> = LazyLock::new(|| TITLES.words("seeking"));
static ASKING: LazyLock<Lexicon<()>> = LazyLock::new(|| TITLES.lexicon("asking"));
static AS: LazyLock<Vec<&'static str>> = LazyLock::new(|| TITLES.words("as"));
static FOR: LazyLock<Vec<&'static str>> = LazyLock::new(|| TITLES.words("purpose"));
static ONES: LazyLock<Vec<&'static str>> = LazyLock::new(|| TITLES.words("one"));
static APPLIED_FOR: LazyLock<Vec<&'static str>> = LazyLock::new(|| TITLES.words("applied for"));
static QUALITIES: LazyLock<Lexicon<()>> = LazyLock::new(|| TITLES.lexicon("quality"));
static BEARERS: LazyLock<Lexicon<()>> = LazyLock::new(|| TITLES.lexicon("bearer"));
static THEN: LazyLock<Vec<&'static str>> = LazyLock::new(|| TITLES.words("then"));

/// How a phrase ends behind which only a name can follow: "the post of".
const OPEN: [&str; 9] = [" of", " as", " als", " de", " di", " van", " a", " an", " for"];

/// Articles of the languages whose names of jobs begin with the word for who does it.
const ROMANCE: [&str; 22] = [
    "un", "una", "un/a", "un/una", "uno/a", "une", "un(e)", "un·e", "um", "uma", "um/a", "um(a)", "son", "sa", "notre",
    "su", "nuestro", "nuestra", "seu", "sua", "nosso", "nossa",
];

/// The name in the first sentence near the top that has one.
pub(super) fn in_body(body: &Body<'_>) -> Option<Field<String>> {
    const FIRST: usize = 16;
    let lines = body.parts.iter().filter(|part| part.block.kind != BlockKind::TableRow);
    let named = |part: &Part<'_>, name: Option<String>| Some(part.field(name?));
    let mut pairs = lines.clone().take(FIRST).zip(lines.clone().skip(1).map(Some).chain([None]));
    let sought = pairs.find_map(|(part, next)| named(part, in_text(&part.block.text)).or_else(|| below(part, next?)));
    let told = || lines.clone().take(FIRST).find_map(|part| named(part, passing::doing(&part.block.text)));
    let asked = || lines.clone().take(FIRST).find_map(|part| named(part, asked(&part.block.text)));
    sought
        .or_else(told)
        .or_else(asked)
        .or_else(|| lines.clone().find_map(|part| named(part, passing::subject(&part.block.text))))
}

/// The name in a sentence near the top that says who is sought.
pub(super) fn sought(body: &Body<'_>) -> Option<Field<String>> {
    const FIRST: usize = 6;
    let lines = body.parts.iter().filter(|part| part.block.kind == BlockKind::Paragraph).take(FIRST);
    let mut pairs = lines.clone().zip(lines.skip(1).map(Some).chain([None]));
    let told = |part: &Part<'_>| Some(part.field(in_text(&part.block.text)?));
    pairs.find_map(|(part, next)| told(part).or_else(|| below(part, next?)))
}

/// The name that stands by itself near the top, below a sentence that is broken off before it.
pub(super) fn set_apart(body: &Body<'_>) -> Option<Field<String>> {
    const FIRST: usize = 8;
    let pairs = body.parts.windows(2).take(FIRST);
    let sentences = pairs.filter(|pair| !pair[0].is_heading());
    sentences.filter_map(|pair| below(&pair[0], &pair[1])).find(|name| names_job(&name.value))
}

/// `text` with its lines joined where a long one is broken, as editors wrap them: "Wij\nzoeken".
fn unwrapped(text: &str) -> Cow<'_, str> {
    const SHORTEST: usize = 50;
    if !text.contains('\n') {
        return Cow::Borrowed(text);
    }
    let mut joined = String::with_capacity(text.len());
    for line in text.split_inclusive('\n') {
        let is_long = line.len() > SHORTEST && line.ends_with('\n');
        joined.push_str(if is_long { line.trim_end() } else { line });
        joined.push_str(if is_long { " " } else { "" });
    }
    Cow::Owned(joined)
}

/// The name in the block below a sentence that is broken off before it: "The Council seeks to appoint a" above "Dock Keeper".
fn below(part: &Part<'_>, next: &Part<'_>) -> Option<Field<String>> {
    const MOST_WORDS: usize = 8;
    if !next.is_heading() && next.block.kind != BlockKind::Paragraph {
        return None;
    }
    let text = part.block.text.trim_end_matches([':', '…', ' ', '\n']);
    // "suchen wir eine", "for the post of the"
    let (before, last) = text.rsplit_once([' ', '\n'])?;
    let open = if ends_in_article(last) { before.trim_end() } else { text };
    let phrase = SEEKING
        .iter()
        .filter(|words| strip_end(open, words).is_some_and(|rest| !rest.ends_with(char::is_alphanumeric)));
    let phrase = phrase.max_by_key(|words| words.len())?;
    // Behind "of" and "a", whatever follows can be nothing but the name.
    let is_certain = open.len() < text.len() || OPEN.iter().any(|end| strip_end(phrase, end).is_some());
    let name = super::written(next.block.text.split('\n').next()?)?;
    // "diligent dock welder." in a heading
    let own = if next.is_heading() { behind_qualities(name.trim_end_matches('.')) } else { name.as_str() };
    let is_name = is_big(own) || (next.is_heading() && names_job(own));
    let reads = super::reads_as_name(own) && own.split(' ').nth(MOST_WORDS).is_none() && is_name;
    let whole = (reads && (is_certain || names_job(own))).then(|| capitalised(own));
    whole.or_else(|| one_in(&next.block.text)).map(|name| next.field(name))
}

/// The name of the one whom a text begins with: "A dock welder who sings. …"
fn one_in(text: &str) -> Option<String> {
    let text = &*unwrapped(text);
    (behind_articles(text).len() < text.len()).then(|| name_in(&text[..sentence_end(text, 0)])).flatten()
}

/// The name behind the first set phrase that one follows.
fn in_text(text: &str) -> Option<String> {
    let text = &*unwrapped(text);
    let begins = |at: &usize| text[..*at].trim_end_matches(' ').chars().next_back().is_none_or(|c| ".!?\n".contains(c));
    let sought = SEEKING.iter().filter_map(|words| Some((find_phrase(text, words)?, words.len(), false)));
    // "As a Welder, you …", "As Head Welder you …", but "As the yard grows"
    let names = |at: &usize, words: &str| {
        words != "as" || text[at + words.len()..].trim_start().starts_with(char::is_uppercase)
    };
    let spoken = AS.iter().filter_map(|words| {
        let at = find_phrase(text, words).filter(begins).filter(|at| names(at, words))?;
        Some((at, words.len(), true))
    });
    let mut cues: Vec<(usize, usize, bool)> = sought.chain(spoken).collect();
    // "Precisa incorporar" before "precisa"
    cues.sort_unstable_by_key(|(at, length, _)| (*at, Reverse(*length)));
    let name = cues.into_iter().find_map(|(at, length, is_spoken)| {
        let rest = &text[at + length..sentence_end(text, at + length)];
        let next = || {
            text[at + length + rest.len()..]
                .split('\n')
                .next()
                .filter(|_| rest.ends_with('\n') && ends_in_article(rest))
        };
        name_in(rest)
            .or_else(|| unspaced::behind_verb(rest))
            .or_else(|| name_in(next()?))
            .or_else(|| addressed(rest).filter(|_| is_spoken))
            .or_else(|| name_in(behind_purpose(rest)?))
    });
    name.or_else(|| unspaced::before_verb(text)).or_else(|| applied_for(text))
}

/// The name in a question to the reader: "Are you a dock welder who likes rust?" Many a job asks for students.
fn asked(text: &str) -> Option<String> {
    const LEARNERS: [&str; 10] =
        ["stud", "grad", "absolvent", "étudiant", "estud", "estudante", "laureat", "undergrad", "alumn", "person"];
    let text = &*unwrapped(text);
    ASKING.find(text).find_map(|((), span)| {
        let rest = &text[span.end..];
        let question = rest[..sentence_end(rest, 0)].trim_end();
        let name = name_in(question).filter(|_| question.ends_with('?'))?;
        let is_learner = |word: &str| LEARNERS.iter().any(|learner| word.starts_with(learner));
        (!name.to_lowercase().split(' ').any(is_learner)).then_some(name)
    })
}

/// The name before what it is: "This is the task for the Senior Welder position".
fn applied_for(text: &str) -> Option<String> {
    const MOST_WORDS: usize = 6;
    APPLIED_FOR.iter().filter_map(|noun| find_phrase(text, noun)).find_map(|at| {
        let before = text[..at].trim_end();
        let mut name: Vec<&str> = before.rsplit(' ').take_while(|word| is_big(word) || *word == "of").collect();
        // "A one-year Welder position"
        let mut outer = before.rsplit(' ').skip(name.len()).skip_while(|word| word.contains('-'));
        let article = outer.next().unwrap_or("");
        name.reverse();
        let name = Some(name.join(" ")).filter(|name| name.split(' ').count() <= MOST_WORDS && names_job(name));
        name.filter(|_| is_one_of(article, &["the", "a", "an", "our", "this"]))
    })
}

/// Whether a line goes on behind its end: "We are looking for a", "Wir suchen für unser Dock eine/n".
pub(super) fn ends_in_article(line: &str) -> bool {
    let last = line.trim_end().rsplit(' ').next().unwrap_or("");
    behind_articles(&format!("{last} -")) == "-" || is_one_of(last, &ONES)
}

/// The name by which a sentence speaks to the reader, whatever jobs are called elsewhere: "As a Harbour Hero, you …".
fn addressed(rest: &str) -> Option<String> {
    const READERS: [&str; 12] =
        ["you", "you’ll", "you'll", "your", "du", "sie", "vous", "tu", "ti", "você", "je", "jij"];
    let (name, behind) = rest.split_once(',')?;
    let words: Vec<&str> = behind_articles(name.trim_start()).split_whitespace().collect();
    let is_reader = behind.split_whitespace().next().is_some_and(|word| is_one_of(word, &READERS));
    let is_name = (2..=5).contains(&words.len()) && words.iter().all(|word| is_big(word)) && !words.contains(&"I");
    (is_reader && is_name).then(|| words.join(" "))
}

/// What stands behind what somebody is sought for, and an article: "Wir suchen für unser Dock in Ulm eine/n Schweißer/in".
pub(super) fn behind_purpose(rest: &str) -> Option<&str> {
    FOR.iter().find(|word| strip_word(rest.trim_start_matches([' ', ',']), word).is_some())?;
    let (at, article) = ONES.iter().filter_map(|one| Some((find_phrase(rest, one)?, one))).min()?;
    Some(rest[at + article.len()..].trim_start()).filter(|name| !name.is_empty())
}

fn is_big(word: &str) -> bool {
    word.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
}

/// The name that the rest of a sentence begins with, an article and what the applicant is like aside.
fn name_in(rest: &str) -> Option<String> {
    // "the position of “Dock Welder”", "na stanowisko: Spawacz"
    let rest = rest.trim_start_matches([' ', '\n', ':', '“', '„', '"', '«', '‘']);
    let first = rest.split_whitespace().next().unwrap_or("");
    let is_romance = is_one_of(first, &ROMANCE) || is_romance(first);
    let rest = before_mark(behind_qualities(behind_articles(rest)));
    if let Some(name) = with_field(rest) {
        return Some(capitalised(&name.join(" ")));
    }
    // "Responsible" may be part of a name, "responsible for" is none.
    let ends = |word: &str| is_one_of(word, &THEN) && (!is_big(word) || word == "I");
    let words: Vec<&str> = rest.split_whitespace().take_while(|word| !ends(word)).collect();
    let name = with_capitals(&words).or_else(|| if is_romance { in_romance(&words) } else { up_to_job(&words) });
    name.map(|name| capitalised(&name.join(" ")))
}

/// Whether a word for who does a job is set as Romance languages form them, which put first what others put last:
/// "diseñadora", "moniteur".
fn is_romance(word: &str) -> bool {
    const ENDS: [&str; 15] = [
        "ora", "dor", "ero", "era", "ista", "ico", "ica", "ivo", "iva", "eur", "euse", "trice", "tore", "iere", "ière",
    ];
    ENDS.iter().any(|end| word.ends_with(end)) && word.starts_with(char::is_lowercase) && is_job_word(word)
}

/// `text` without what applicants are like: "a committed, proactive and driven welder". An unknown word of the kind may
/// stay.
pub(super) fn behind_qualities(text: &str) -> &str {
    const ENDS: [&str; 14] = [
        "-minded",
        "-driven",
        "-oriented",
        "-talented",
        "-motivated",
        "-focused",
        "-working",
        "-skilled",
        "-registered",
        "-qualified",
        "-certified",
        "-trained",
        "-loving",
        "-experienced",
    ];
    let mut rest = text;
    while let Some((word, behind)) = rest.split_once(' ') {
        let bare = word.trim_end_matches(',');
        let is_link = rest.len() < text.len() && is_and(bare);
        let is_quality = !is_big(word) && QUALITIES.exactly(bare).is_some();
        if !(is_link || is_quality || ENDS.iter().any(|end| bare.ends_with(end))) {
            break;
        }
        rest = behind.trim_start();
    }
    rest
}

/// `text` up to the mark behind which the sentence goes on; a gender may stand in brackets, or behind a colon within a word.
fn before_mark(text: &str) -> &str {
    let ends = |at: usize, c: char| match c {
        ',' | ';' | '!' | '?' | '–' | '—' | '\n' | '”' | '“' | '"' | '»' => true,
        ':' => !text[at + 1..].starts_with(char::is_alphanumeric),
        '(' => {
            let inside = text[at + 1..].split(')').next().unwrap_or("");
            text[..at].ends_with(' ') && !aside::is_gender(inside)
        }
        _ => false,
    };
    let end = text.char_indices().find(|(at, c)| ends(*at, *c)).map_or(text.len(), |(at, _)| at);
    text[..end].trim_end_matches(['.', ' '])
}

/// The words with capitals that name a job: "proactive Senior Welder".
fn with_capitals<'a>(words: &[&'a str]) -> Option<Vec<&'a str>> {
    const MOST_WORDS: usize = 6;
    // An adjective or two may stand before.
    let start = if words.first().is_some_and(|word| names_job(word)) {
        0
    } else {
        words.iter().position(|word| is_big(word))?
    };
    let is_link = |word: &&str| ["of", "and", "&", "/", "-", "|", "de", "und", "et"].contains(word);
    let joins = |word: &&str| is_big(word) || word.starts_with('(') || is_link(word);
    let end = words.iter().rposition(|word| !is_link(word)).map_or(0, |last| last + 1);
    let name = words.get(start..end)?;
    let is_name = (1..=MOST_WORDS).contains(&name.len()) && name[1..].iter().all(joins) && names_job(&name.join(" "));
    is_name.then(|| name.to_vec())
}

/// The few words up to the last one that jobs are named by: "lead dock welder", "Golang developer urgently".
fn up_to_job<'a>(words: &[&'a str]) -> Option<Vec<&'a str>> {
    const MOST_WORDS: usize = 5;
    let near = &words[..words.len().min(MOST_WORDS)];
    let last = near.iter().rposition(|word| names_job(word))?;
    let is_plain = |word: &&str| word.chars().all(|c| c.is_alphanumeric() || "-/·.+#*:_&()‧".contains(c));
    let name = &near[..=last];
    (name.iter().all(is_plain) && !name.iter().any(|word| is_one_of(word, &ONES))).then(|| name.to_vec())
}

/// A word for who does something, with its field behind it: "Referent:in für Presse- und Hafenarbeit", "medewerker
/// communicatie en vlootbeheer". By itself such a word says too little.
fn with_field(rest: &str) -> Option<Vec<&str>> {
    const MOST_WORDS: usize = 5;
    const LINKS: [&str; 4] = ["und", "en", "&", "sowie"];
    let mut words = rest.split_whitespace();
    let bearer = words
        .next()
        .filter(|word| BEARERS.exactly(word.split([':', '*', '_', '/', '(']).next().unwrap_or(word)).is_some())?;
    let is_german = bearer.starts_with(char::is_uppercase);
    let link = if is_german { Some(words.next().filter(|word| is_one_of(word, &["für"]))?) } else { None };
    let is_link = |word: &str| LINKS.contains(&word);
    let tells_field = |word: &&str| {
        let is_plain = word.chars().all(|c| c.is_alphabetic() || c == '-');
        is_link(word) || (is_plain && is_big(word) == is_german && !is_one_of(word, &THEN))
    };
    let mut field: Vec<&str> = words.take_while(tells_field).take(MOST_WORDS).collect();
    while field.last().is_some_and(|word| is_link(word)) {
        field.pop();
    }
    field.first().filter(|first| places::find(first).is_none())?;
    Some(std::iter::once(bearer).chain(link).chain(field).collect())
}

/// The name in a Romance language: the word that the job is named by and what follows it, "soldador naval", "editor de
/// video", "chargé de projet et communication", or a name from English, "community manager".
fn in_romance<'a>(words: &[&'a str]) -> Option<Vec<&'a str>> {
    const MOST_WORDS: usize = 4;
    const MOST_OF_SEVERAL: usize = 7;
    const OF: [&str; 7] = ["de", "do", "da", "di", "du", "des", "del"];
    const AND: [&str; 3] = ["et", "y", "e"];
    const ENGLISH: [&str; 4] = ["er", "ist", "lead", "head"];
    // "camarera de pisos de junio a septiembre"
    let is_time = |pair: &[&str]| OF.contains(&pair[0]) && dates::begins_with_month(pair[1]);
    // "saldatrice da inserire in squadra"
    let is_use = |pair: &[&str]| pair[0] == "da" && pair[1].ends_with("re");
    let words = words.windows(2).position(|pair| is_time(pair) || is_use(pair)).map_or(words, |at| &words[..at]);
    let last = words.iter().rposition(|word| QUALITIES.exactly(word).is_none()).unwrap_or(0);
    let words = words.get(..=last)?;
    let is_joined = words.get(1).is_some_and(|word| OF.contains(word));
    let few = match is_joined {
        true if words.iter().any(|word| AND.contains(word)) => MOST_OF_SEVERAL,
        true => MOST_WORDS,
        false => MOST_WORDS - 1,
    };
    if is_job_word(words.first()?) && words.len() <= few {
        return Some(words.to_vec());
    }
    let is_english = |name: &Vec<&str>| name.last().is_some_and(|last| ENGLISH.iter().any(|end| last.ends_with(end)));
    up_to_job(words).filter(|name| name.len() == 1 || is_english(name))
}

#[cfg(test)]
mod tests;
