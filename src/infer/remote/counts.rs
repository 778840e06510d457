//! Whether what a phrase says of remote work is said of this role: not of customers, of interviews, of what somebody has
//! done before or may do for a few weeks, and not denied beside it.
//!
//! In go the part and the phrase in it, out comes a yes or a no. What the phrase says is not decided here.

use std::sync::LazyLock;

use super::days::counts_weeks;
use super::wording::names_mix;
use crate::infer::body::{Hit, Part, Section};
use crate::infer::lexicon::Lexicon;
use crate::infer::table::CUES;
use crate::infer::words::{is_one_of, sentence_around, sentence_at, word_after};
use crate::posting::Remote;
use crate::source::floor_char_boundary;

/// Whether words deny: "not" does, and "not only" does not.
static DENIALS: LazyLock<Lexicon<bool>> = LazyLock::new(|| {
    CUES.lexicon_of(|section| match section {
        "remote denied" => Some(true),
        "remote not denied" => Some(false),
        _ => None,
    })
});
/// Words of sentences about something else: what somebody has done before, a few weeks, customers and others' teams.
static ELSEWHERE: LazyLock<Lexicon<()>> = LazyLock::new(|| {
    CUES.lexicon_of(|section| {
        matches!(section, "remote experience" | "remote at times" | "remote others").then_some(())
    })
});

/// What leads to a phrase that something is about, or is for, or that somebody is good at: `software for`.
static TOPICS: LazyLock<Lexicon<()>> = LazyLock::new(|| CUES.lexicon("remote topic"));

/// What a comma leads on to where what a denial behind it takes back is something else: "…, and no shifts", "…, not in shifts".
const BUTS: [&str; 26] = [
    "and", "und", "et", "y", "e", "en", "och", "og", "but", "aber", "mais", "pero", "mas", "maar", "ma", "men", "not",
    "nicht", "pas", "no", "não", "niet", "non", "inte", "ikke", "rather",
];

/// What a sentence says farther behind a phrase denies something else.
const REACH: usize = 400;

/// Whether what a phrase says is said of this role, and not taken back beside it.
pub(super) fn counts(part: &Part<'_>, hit: &Hit, remote: Remote) -> bool {
    let text = part.block.text.as_str();
    let sentence = sentence_around(text, hit.span.start);
    if part.section == Section::Process || counts_weeks(sentence) {
        return false;
    }
    // "It doesn't matter where you live" denies nothing.
    let around = sentence_at(text, hit.span.start);
    let near = floor_char_boundary(text, hit.span.end + REACH);
    let behind = &text[hit.span.end..around.end.min(near).max(hit.span.end)];
    let behind = &behind[..clause_end(behind)];
    // "You work from home, and travel to customers"
    if ELSEWHERE.is_in(&text[around.start..hit.span.end + own_end(behind, &text[hit.span.clone()])]) {
        return false;
    }
    let before = &text[around.start..hit.span.start];
    if is_topic(before) {
        return false;
    }
    let beside = [before, behind];
    // "No office, no commute"
    let is_plain = || !denies(&text[hit.span.clone()]);
    let denied = remote != Remote::No
        && !names_mix(&text[hit.span.clone()])
        && is_plain()
        && beside.iter().any(|text| denies(text));
    !denied
}

/// Where in what stands behind a phrase something of its own begins: `home, and a laptop`; behind a phrase that names a job of
/// one's own, with any comma: `this virtual internship gives you a start, and experience`.
fn own_end(behind: &str, phrase: &str) -> usize {
    const ENDS: [&str; 8] =
        [" and a ", " and an ", " sowie ein", " und ein", " ainsi qu", " et un", " y un", " en een "];
    let end = ENDS.iter().filter_map(|end| behind.find(end)).min().unwrap_or(behind.len());
    let is_job = || ["intern", "praktik", "stage", "estágio", "prácticas"].iter().any(|job| phrase.contains(job));
    behind[..end].find(',').filter(|_| is_job()).unwrap_or(end)
}

/// Whether words lead to what something is about or is for, with one more word between: `tools for modern `.
fn is_topic(before: &str) -> bool {
    const REACH: usize = 60;
    let before = &before[floor_char_boundary(before, before.len().saturating_sub(REACH))..];
    TOPICS.find(before).any(|((), found)| before[found.end..].split_whitespace().nth(1).is_none())
}

/// Words that begin a condition: "Work from home when no meeting is held".
const CONDITIONS: [&str; 20] = [
    "when", "whenever", "if", "unless", "wenn", "falls", "sofern", "solange", "quand", "lorsque", "si", "cuando",
    "quando", "se", "wanneer", "als", "när", "om", "når", "hvis",
];

/// Whether a word begins a condition.
pub(super) fn is_condition(word: &str) -> bool {
    is_one_of(word, &CONDITIONS)
}

/// Where what stands behind a phrase goes over to something else: "…, but a hull cannot be welded there".
fn clause_end(behind: &str) -> usize {
    let is_lead = |word: &str| is_one_of(word, &BUTS) || is_condition(word);
    let is_end = |at: usize| behind[at..].starts_with(';') || is_lead(word_after(behind, at + 1));
    let end = memchr::memchr2_iter(b',', b';', behind.as_bytes()).find(|at| is_end(*at)).unwrap_or(behind.len());
    // "From home when you need not be in the dock"
    let is_mark = |c: char| !c.is_alphabetic();
    let mut start = 0;
    let condition = behind[..end].split_inclusive(is_mark).find_map(|word| {
        let at = start;
        start += word.len();
        is_condition(word.trim_end_matches(is_mark)).then_some(at)
    });
    condition.unwrap_or(end)
}

/// Whether a denial stands in `text`.
fn denies(text: &str) -> bool {
    DENIALS.find(text).any(|(denies, _)| denies)
}

#[cfg(test)]
mod tests {
    use super::super::super::fixture::draft;
    use crate::posting::Remote;

    #[test]
    fn f1_a_condition_takes_nothing_back_and_one_of_days_in_an_office_leaves_a_mix() {
        use Remote::{Full, Hybrid};
        for (text, expected) in [
            ("Can work remotely from home when no meetings are held in the office.", Some(Hybrid)),
            ("You may work from home unless there is no crane in the office.", Some(Hybrid)),
            ("Du kannst von zu Hause arbeiten, wenn keine Termine im Büro anstehen.", Some(Hybrid)),
            ("Work remotely, if you do not live in Ulm.", Some(Full)),
            ("We are now mostly at home: we mainly work from home and are fully settled there.", Some(Hybrid)),
            ("We werken vooral vanuit huis en zijn helemaal gewend aan werken op afstand.", Some(Hybrid)),
            ("You are used to working remotely.", None),
            ("Vous êtes habitués au télétravail.", None),
        ] {
            let facts = draft().heading(1, "Welder").paragraph(text).facts();
            assert_eq!(facts.remote.map(|field| field.value), expected, "{text}");
        }
    }

    #[test]
    fn f3_an_ability_to_work_remotely_is_offered_only_among_what_one_gets() {
        let item = |heading: &str, text: &str| {
            let facts = draft().heading(1, "Welder").heading(2, heading).item("Steel").item(text).facts();
            facts.remote.map(|field| field.value)
        };
        assert_eq!(item("What we offer", "100% ability to work remotely"), Some(Remote::Full));
        assert_eq!(item("What we offer", "Home office"), Some(Remote::Hybrid));
        assert_eq!(item("What we offer", "Home office but lots of docks to visit"), Some(Remote::Hybrid));
        assert_eq!(item("Requirements", "Ability to work remotely"), None);
        assert_eq!(item("Other", "Ability to work remotely"), None);
        assert_eq!(item("Requirements", "Home office"), None);
        assert_eq!(item("Your tasks", "Report to the home office"), None);
    }
}
