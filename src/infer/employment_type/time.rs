//! Working time in sentences: hours a week, hours a month and shares of full time, where they are those of the work.
//!
//! In goes a block, out come kinds. What hours amount to is told by [`super::hours`]; that they are somebody else's, here.

use std::sync::LazyLock;

use super::hours;
use crate::infer::body::{Part, Section};
use crate::infer::lexicon::Lexicon;
use crate::infer::table::CUES;
use crate::infer::title::is_job_word;
use crate::infer::words::{has_figure, is_one_of, sentences, split_at_each, word_before};
use crate::posting::EmploymentType;

/// Whose hours a sentence is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Whose {
    Work,
    Others,
}

static HOURS: LazyLock<Lexicon<Whose>> = LazyLock::new(|| {
    CUES.lexicon_of(|section| match section {
        "hours work" => Some(Whose::Work),
        "hours others" => Some(Whose::Others),
        _ => None,
    })
});

/// The kinds that hours or shares in a sentence about the work amount to: `You work 32-40 hours a week.`
pub(super) fn in_hours(part: &Part<'_>) -> Option<Vec<EmploymentType>> {
    const LONGEST: usize = 600;
    const FEW_WORDS: usize = 8;
    let text = part.block.text.as_str();
    if text.len() > LONGEST || !has_figure(text) {
        return None;
    }
    let is_tasks = part.section == Section::Tasks;
    let is_offer = !is_tasks && !matches!(part.section, Section::Benefits | Section::Ask);
    sentences(text).find_map(|sentence| {
        if let Some(kinds) = hours::of_contract(sentence).or_else(|| hours::of_grade(sentence)) {
            return Some(kinds);
        }
        let has_work = || !part.is_heading() && HOURS.find(sentence).any(|(of, _)| of == Whose::Work);
        // "The position is permanent, 80 %, from May on"
        // Of several, each is a part of the work: "research (60%) and teaching (40%)".
        let is_one = || sentence.matches('%').nth(1).is_none();
        let of_share = || {
            let bare = || clauses(sentence).find_map(hours::of_bare_share).filter(|_| has_work());
            bare().or_else(|| clauses(sentence).find_map(of_share_of_job)).filter(|_| !is_tasks && is_one())
        };
        let of_equivalents =
            || clauses(sentence).find_map(|clause| hours::of_leading_equivalents(clause.trim())).filter(|_| !is_tasks);
        let Some((kinds, _)) = hours::of_week(sentence).or_else(|| hours::of_month(sentence)) else {
            return of_share().or_else(of_equivalents);
        };
        // "About 20 hours per week, flexible"
        let is_line = || part.section != Section::Benefits && text.split(' ').nth(FEW_WORDS).is_none();
        // "From May to July, 30 hours a week, at night"
        let is_clause = |clause: &str| hours::of_week(clause).is_some_and(|(_, is_all)| is_all);
        let opens =
            || sentence.starts_with(|c: char| c.is_ascii_digit()) && clauses(sentence).next().is_some_and(is_short);
        // "## How we schedule 28 hours of work a week"
        let is_told = is_line()
            || has_work()
            || (is_offer && !part.is_heading() && (opens() || clauses(sentence).any(is_clause)));
        (is_told && !is_about_others(sentence)).then_some(kinds)
    })
}

/// `eine Schweißerin zu 80–100 %`, `en svetsare på 75 %`: the share that a clause ends with, behind the name of the job.
fn of_share_of_job(clause: &str) -> Option<Vec<EmploymentType>> {
    const AT: [&str; 12] = ["zu", "mit", "på", "i", "à", "at", "for", "für", "voor", "al", "til", "a"];
    let at = clause.find(|c: char| c.is_ascii_digit()).filter(|_| clause.ends_with('%'))?;
    let lead = word_before(clause, at);
    let job = word_before(clause, clause[..at].trim_end().len() - lead.len());
    (is_one_of(lead, &AT) && is_job_word(job)).then(|| hours::of_bare_share(&clause[at..])).flatten()
}

pub(super) fn is_short(clause: &str) -> bool {
    const FEW_WORDS: usize = 8;
    clause.split(' ').nth(FEW_WORDS).is_none()
}

/// The clauses of a sentence, without the marks around them.
pub(super) fn clauses(sentence: &str) -> impl Iterator<Item = &str> {
    const MARKS: [&str; 8] = [", ", "; ", " (", ") ", "),", " – ", " — ", " - "];
    let mut rest = Some(sentence);
    std::iter::from_fn(move || {
        let text = rest.take()?;
        let cut = split_at_each(text, &MARKS).min_by_key(|(before, _)| before.len());
        let (clause, behind) = cut.map_or((text, None), |(before, behind)| (before, Some(behind)));
        rest = behind;
        Some(clause.trim_matches(|c: char| c.is_whitespace() || matches!(c, '.' | ',' | '(' | ')')))
    })
}

/// Whether a sentence is about what others do or have: customers, savings.
pub(super) fn is_about_others(sentence: &str) -> bool {
    HOURS.find(sentence).any(|(of, _)| of == Whose::Others)
}
