//! Titles that name no job: "Jobs", "Acme is hiring!", "Build the ships of tomorrow with us".
//!
//! In goes a title, out comes whether it only announces that there is a job, or calls. What is used in its place is decided
//! by [`super`].

use std::collections::HashSet;
use std::sync::LazyLock;

use super::announcement::without_announcement;
use super::short::bare;
use super::{is_about_work, is_job_or_jobs, is_job_word, names_job};
use crate::infer::company;
use crate::infer::lexicon::Lexicon;
use crate::infer::table::TITLES;
use crate::infer::words::{figures_in, has_figure, is_set_as_name, rsplit_at_each, split_at_each, strip_ornaments};

static EMPTY: LazyLock<HashSet<&'static str>> = LazyLock::new(|| TITLES.forms("empty").collect());
/// Words that names of pages of openings are made of.
static OF_PAGES: LazyLock<Lexicon<()>> = LazyLock::new(|| TITLES.lexicon("page word"));
/// What names of pages of openings begin with, before who hires.
static PAGES_OF: LazyLock<Lexicon<()>> = LazyLock::new(|| TITLES.lexicon("page of"));
static CALLS: LazyLock<Lexicon<()>> = LazyLock::new(|| TITLES.lexicon("call"));
/// How letters begin: "Hello".
pub(super) static GREETINGS: LazyLock<Lexicon<()>> = LazyLock::new(|| TITLES.lexicon("greeting"));
/// How the reader is asked to come and do something: "come and".
static INVITATIONS: LazyLock<Lexicon<()>> = LazyLock::new(|| TITLES.lexicon("invitation"));
/// Words by which those who write speak of themselves, or to the reader.
static SPEAKING: LazyLock<Lexicon<()>> = LazyLock::new(|| TITLES.lexicon("speaking"));

/// Whether a title only announces that there is a job, "Jobs", "Acme is hiring!", or calls and asks: "Is this you?"
pub(in crate::infer) fn is_empty(title: &str) -> bool {
    let bare = bare(strip_ornaments(title));
    is_page(bare)
        || bare.strip_suffix(".md").is_some()
        || company::only_hires(bare)
        || (speaks(title) && !names_job(title) && !announces_name(bare))
        || is_page_of_somebody(bare)
        || is_page_of_year(bare)
        || CALLS.strip(bare).is_some_and(|rest| !names_job(rest))
        || GREETINGS.strip(bare).is_some_and(|rest| !rest.starts_with(['-', '/', '.', '&']) && !names_job(rest))
        || invites(bare)
}

/// Whether a title is that of somebody's openings: "Vacancy at Acme", "Jobs at Acme".
pub(in crate::infer) fn is_of_openings(title: &str) -> bool {
    strip_ornaments(title).split(' ').next().is_some_and(|word| OF_PAGES.exactly(word).is_some()) && is_empty(title)
}

/// Whether a title invites to do something, which may be named as those are who do it: "Come cook with us".
fn invites(bare: &str) -> bool {
    let doing = INVITATIONS.strip(bare).map(str::trim_start);
    doing.and_then(|doing| doing.split_once(' ')).is_some_and(|(_, with)| speaks(bare) && !names_job(with))
}

/// Whether a name may stand behind an announcement: "We need a hullsmith", but not "[Jobs] Join our team!"
fn announces_name(bare: &str) -> bool {
    let name = without_announcement(bare);
    name.len() < bare.len() && !speaks(name)
}

/// Whether a word is one of those that say what is offered: "position".
pub(super) fn is_of_page(word: &str) -> bool {
    const SHORTEST: usize = 4;
    word.len() >= SHORTEST && OF_PAGES.exactly(word).is_some()
}

/// "Jobs", "Current vacancies", "Employment opportunities", "2025-05 Vacancy 3".
fn is_page(bare: &str) -> bool {
    const MOST_WORDS: usize = 5;
    let is_number = |word: &str| has_figure(word) && !word.contains(char::is_alphabetic);
    // A lone "New" may be a name.
    let is_made_of_page_words = || {
        (2..=MOST_WORDS).contains(&bare.split(' ').count())
            && bare.contains(char::is_alphabetic)
            && bare.split(' ').all(|word| OF_PAGES.exactly(word).is_some() || is_number(word))
    };
    bare.is_empty() || EMPTY.contains(bare.to_lowercase().as_str()) || is_made_of_page_words()
}

/// "Careers at Acme", "Jobs | Acme", "Acme – Job vacancies", but "Welder – Job description", whatever words there are for
/// welders.
fn is_page_of_somebody(bare: &str) -> bool {
    const DASHES: [&str; 4] = [" - ", " – ", " — ", " | "];
    const AT: [&str; 8] = [" at ", " bei ", " beim ", " chez ", " bij ", " hos ", " presso ", " w "];
    const MOST_WORDS: usize = 6;
    // "Hull & Sons Attorneys"
    let is_firm = |name: &str| {
        let last = name.rsplit(' ').next().unwrap_or_default();
        last.len() < name.len()
            && is_job_or_jobs(last)
            && !is_job_word(last)
            && is_set_as_name(&name.replace(" & ", " "))
    };
    let is_name = |name: &str| {
        // "at the Acme group", "bei der Gemeinde Ulm"
        let own = company::behind_article(name).filter(|own| own.contains(char::is_uppercase));
        (own.is_some() || name.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit() || !c.is_ascii()))
            && name.split(' ').nth(MOST_WORDS).is_none()
            && (!names_job(name) || is_firm(name))
    };
    // "Jobs | Acme", but "Jobs | Marketing"
    let of_page =
        bare.split_once(" | ").is_some_and(|(page, name)| is_page(page) && is_name(name) && !is_about_work(name));
    // "Job opening at Acme", "Offre d'emploi chez Acme"
    let is_at = split_at_each(bare, &AT)
        .any(|(page, name)| (is_page(page) || OF_PAGES.exactly(page).is_some()) && is_name(name));
    of_page
        || is_at
        || PAGES_OF.strip(bare).is_some_and(|name| is_name(name.trim_start()))
        || rsplit_at_each(bare, &DASHES)
            .any(|(before, last)| company::announces(last) && is_page(last) && !names_job(before))
}

/// "Call for applications – Course 2030/31", "Vacancies: 2031".
fn is_page_of_year(bare: &str) -> bool {
    const MARKS: [&str; 5] = [" - ", " – ", " — ", " | ", ": "];
    const MOST_WORDS: usize = 3;
    let is_year = |part: &str| {
        part.split(' ').nth(MOST_WORDS).is_none() && figures_in(part).any(|run| run.len() == 4) && !is_about_work(part)
    };
    split_at_each(bare, &MARKS).any(|(page, year)| is_year(year) && is_page(page))
}

/// Whether a title is a sentence, or the half of one, in which somebody speaks: "Help us build ships", "We need somebody who
/// sails", "Build the ships of tomorrow!"
fn speaks(title: &str) -> bool {
    const FEWEST_WORDS: usize = 3;
    let title = title.trim_end();
    // "Sales US"
    let is_speaking = |word: &str| {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric());
        SPEAKING.exactly(word).is_some() && word.chars().any(char::is_lowercase)
    };
    let is_long = title.split(' ').nth(FEWEST_WORDS - 1).is_some();
    title.ends_with(['?', '？']) || (is_long && (title.ends_with(['!', '！']) || title.split(' ').any(is_speaking)))
}
