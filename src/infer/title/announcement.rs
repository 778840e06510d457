//! What stands before the name of the job and announces it: "Vacature:", "We are hiring a …", "[Open position]".
//!
//! In goes a title, out comes the rest of it. What stands behind the name is taken off by [`super::short`].

use std::sync::LazyLock;

use super::aside::CODES;
use super::{empty, names_job, sentence, unspaced};
use crate::infer::company;
use crate::infer::front_matter::Key;
use crate::infer::labels::label;
use crate::infer::lexicon::Lexicon;
use crate::infer::table::TITLES;
use crate::infer::words::{first_of_marks, is_ideographic, is_one_of, split_at_each};

pub(super) static ANNOUNCEMENTS: LazyLock<Lexicon<()>> = LazyLock::new(|| TITLES.lexicon("announcement"));
static JOINING: LazyLock<Lexicon<()>> = LazyLock::new(|| TITLES.lexicon("joining"));
static LABELS: LazyLock<Lexicon<()>> = LazyLock::new(|| TITLES.lexicon("label"));
static ARTICLES: LazyLock<Lexicon<()>> = LazyLock::new(|| TITLES.lexicon("article"));

/// How a sentence goes on that tells what somebody is like.
const RELATIVES: [&str; 12] =
    [" who ", " that ", " qui ", " que ", " che ", " som ", ", who ", ", der ", ", die ", ", qui ", ", que ", ", che "];

/// What stands between "Join Acme" and the name.
const AS: [&str; 5] = [" as ", " als ", " como ", " comme ", " en tant que "];

/// `text` without "Vacature", "Job: ", "We are hiring a …" before it, and without what is said of somebody so announced: "Welder"
/// of "We need a welder who swims".
pub(super) fn without_announcement(text: &str) -> &str {
    // "Hey, we need another welder"
    let greeted = empty::GREETINGS.strip(text).and_then(|rest| rest.strip_prefix(',')).map(str::trim_start);
    let spoken = greeted.filter(|rest| behind_announcement(rest).len() < rest.len()).unwrap_or(text);
    let name = behind_announcement(spoken);
    let told = || split_at_each(name, &RELATIVES).min_by_key(first_of_marks).filter(|(name, _)| names_job(name));
    if name.len() < text.len() { told().map_or(name, |(name, _)| name) } else { text }
}

/// What stands behind the announcement that `text` begins with, or all of it.
pub(super) fn behind_announcement(text: &str) -> &str {
    // "Open: Welder", but "Open-Source Welder"
    let mark = |rest: &str| {
        let is_within =
            rest.starts_with('-') && !rest.starts_with("- ") && !text[..text.len() - rest.len()].ends_with(' ');
        !is_within && rest.trim_start().starts_with([':', '-', '–', '—', '|', '：', '】', ']', '/', '!'])
    };
    if let Some(rest) = company::behind_hiring(text).map(behind_articles).filter(|rest| names_job(rest)) {
        return rest;
    }
    let joining = || split_at_each(text, &AS).map(|(_, rest)| behind_articles(rest));
    if JOINING.strip(text.trim_start_matches('¡')).is_some()
        && let Some(name) = joining().find(|name| names_job(name))
    {
        return name;
    }
    if let Some(name) = behind_bracketed(text).or_else(|| behind_call(text)) {
        return name;
    }
    let opened = text.trim_start_matches(['[', '【', '¡', '¿']);
    // "招聘信息——Acme" announces who seeks, not who is sought.
    let is_of_job = |rest: &&str| {
        !opened[..opened.len() - rest.len()].trim_end().ends_with(is_ideographic)
            || rest.starts_with([':', '：', ']', '】'])
            || names_job(rest)
    };
    let found = ANNOUNCEMENTS.strip(opened).filter(is_of_job).or_else(|| behind_unspaced(opened));
    let found = found.or_else(|| LABELS.strip(text.trim_start_matches('[')).filter(|rest| mark(rest)));
    // "REQ-1234 Welder", "2x Welder", "1 Welder"
    let numbered = || {
        let (first, rest) = text.split_once(' ')?;
        // "2 x Welder"
        let times = ["x ", "× "].iter().find_map(|times| rest.strip_prefix(times)).filter(|_| is_small_figure(first));
        times.or_else(|| (is_number(first) || counts(first, rest)).then_some(rest)).map(str::trim_start)
    };
    // "Intitulé du poste : Soudeur"
    let labelled =
        || text.split_once([':', '：']).filter(|(of, _)| label(of) == Some(Key::Title)).map(|(of, _)| of.len());
    let found = found.or_else(|| labelled().map(|end| &text[end..]));
    let Some(rest) = found.filter(|rest| !rest.is_empty()) else { return numbered().unwrap_or(text) };
    let rest = without_number(rest).filter(|rest| mark(rest)).unwrap_or(rest);
    let has_mark = mark(rest);
    let rest = rest.trim_start_matches([':', '-', '–', '—', '|', '：', '】', ']', '/', '!', ' ', '*']);
    let name = sentence::behind_purpose(rest).unwrap_or_else(|| behind_articles(rest));
    // "Now hiring teams" is no announcement of teams.
    let begins_name =
        has_mark || name.len() < rest.len() || rest.starts_with(|c: char| c.is_uppercase() || !c.is_ascii());
    // "Se busca técnico de laboratorio", "we are hiring postdocs"
    let first = super::words(name).next().unwrap_or("");
    let begins_name = begins_name || super::is_job_or_jobs(first);
    // "Buscamos diseñador", "buscamos community manager"
    let begins_name =
        begins_name || (name.starts_with(char::is_alphabetic) && super::words(name).take(3).any(super::is_job_word));
    if !begins_name {
        return text;
    }
    if let Some(name) = with_position(text, name) {
        return name;
    }
    // "Wij zoeken een enthousiaste kok", but "Gezocht: creatieve kok"
    let has_colon = text[..text.len() - name.len()].contains([':', '：']);
    let sought = sentence::behind_qualities(name);
    if !has_colon && sought.len() < name.len() && names_job(sought) { sought } else { name }
}

/// `name` with the position that its announcement ends with, where nothing else says what it is: "stage Soudure" of "Offre de
/// stage Soudure", but "Soudeur" of "Offre de stage Soudeur".
fn with_position<'a>(text: &'a str, name: &str) -> Option<&'a str> {
    const POSITIONS: [&str; 8] =
        ["stage", "thèse", "alternance", "prácticas", "tesis", "estágio", "tirocinio", "praktikum"];
    let announcement = text.strip_suffix(name)?.strip_suffix(' ').filter(|_| !names_job(name))?;
    let (_, position) = announcement.rsplit_once(' ').filter(|(_, word)| is_one_of(word, &POSITIONS))?;
    Some(&text[announcement.len() - position.len()..])
}

/// The name behind brackets that only announce: "[Open position] Welder".
fn behind_bracketed(text: &str) -> Option<&str> {
    let inside = text.strip_prefix(['[', '【', '('])?;
    let (inside, name) = inside.split_once([']', '】', ')'])?;
    let name = name.trim_start_matches([' ', ':', '-', '–', '—', '|']);
    (names_job(name) && empty::is_empty(inside)).then_some(name)
}

/// The name behind a call that is a sentence of its own: "Join us! Welder", "Fancy some steel? Welder (m/f/d)".
fn behind_call(text: &str) -> Option<&str> {
    const ENDS: [&str; 4] = ["! ", "? ", "！", "？"];
    let (before, name) = split_at_each(text, &ENDS).min_by_key(|(before, _)| before.len())?;
    let end = before.len() + text[before.len()..].chars().next().map_or(0, char::len_utf8);
    (names_job(name) && !names_job(before) && empty::is_empty(&text[..end])).then_some(name)
}

/// What stands behind the number of an announcement: "04/2025 – Welder", "nº 3: Welder".
fn without_number(text: &str) -> Option<&str> {
    let figures = text.trim_start_matches(['n', 'N', 'º', '°', '.', 'o', 'r', '#', ' ']);
    let rest = figures.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '/' | '.' | '-'));
    (figures.starts_with(|c: char| c.is_ascii_digit()) && rest.len() < figures.len()).then_some(rest)
}

/// Whether a word is a figure of one or two digits.
fn is_small_figure(word: &str) -> bool {
    (1..=2).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether a word says how many of the name behind it are sought: "1 Senior Welder", "2 Dock Welders", but "3 Star Chef",
/// "3 things we offer to welders".
fn counts(word: &str, name: &str) -> bool {
    const MOST_WORDS: usize = 3;
    let is_plural = |word: &str| ["es", "s"].iter().filter_map(|end| word.strip_suffix(end)).any(super::is_job_word);
    let mut words = super::words(name);
    is_small_figure(word)
        && ((word == "1" && names_job(name))
            || words.next().is_some_and(super::is_job_or_jobs)
            || super::words(name).take(MOST_WORDS).any(is_plural))
}

/// Whether a word before a name is a code or how many are sought: `REQ-1234`, `2x`.
fn is_number(word: &str) -> bool {
    let is_figures = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let count = word.strip_suffix(['x', '×']).filter(|count| count.len() <= 2);
    let code = word.rsplit_once('-').filter(|(of, _)| is_one_of(of, &CODES) || is_one_of(of, &["JOB", "POS"]));
    count.is_some_and(is_figures) || code.is_some_and(|(_, number)| is_figures(number))
}

/// The name behind an announcement in a script without spaces: "招聘前端工程师", but "招聘经理".
fn behind_unspaced(text: &str) -> Option<&str> {
    const FEWEST: usize = 3;
    let name = unspaced::without_count(ANNOUNCEMENTS.strip_unspaced(text)?);
    let letters = name.chars().count();
    // "招聘博士后", but "招聘负责人"
    let is_whole = letters > FEWEST || (letters == FEWEST && super::is_job_name(name) && !name.ends_with('人'));
    (is_whole && names_job(name)).then_some(name)
}

/// `text` without the articles it begins with: "a", "dich als", "un(e)".
pub(super) fn behind_articles(text: &str) -> &str {
    std::iter::successors(Some(text), |rest| without_article(rest)).last().unwrap_or(text)
}

fn without_article(text: &str) -> Option<&str> {
    ARTICLES.strip(text).filter(|name| !name.is_empty())
}
