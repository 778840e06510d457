//! Whether a posting says that it is closed, where front matter does not.
//!
//! In go title, body and path, out comes a status from words in brackets or behind a mark in the title, from a sentence of
//! the first blocks or of a short note further down, or from a folder's name. That a posting stays open "until it is filled"
//! says nothing.

use std::sync::LazyLock;

use super::body::{Body, Part};
use super::lexicon::Lexicon;
use super::table::{CUES, STATUSES};
use super::words::{
    is_one_of, rsplit_at_each, sentence_at, sentence_end, split_at_each, strip_ornaments, strip_word, word_after,
};
use crate::extract::{Block, BlockKind};
use crate::posting::{Field, Origin, OriginKind, Status};
use crate::source::{Span, floor_char_boundary};

/// What a phrase says of whether one may still apply.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Said {
    /// One may not.
    Closed,
    /// What stands beside it is taken back.
    Not,
    /// What ends the time to apply is named: "deadline".
    Term,
    /// The posting itself, or what is done with it, is named: "position", "recruitment".
    Posting,
}

static PHRASES: LazyLock<Lexicon<Said>> = LazyLock::new(|| {
    CUES.lexicon_of(|section| match section {
        "status closed" => Some(Said::Closed),
        "status not" => Some(Said::Not),
        "status term" => Some(Said::Term),
        "status posting" => Some(Said::Posting),
        _ => None,
    })
});
/// What becomes of a posting in the end, and the small words before: "has already been", "filled".
static ENDED: LazyLock<Lexicon<()>> = LazyLock::new(|| CUES.lexicon("status ended"));
static FILLERS: LazyLock<Lexicon<()>> = LazyLock::new(|| CUES.lexicon("status filler"));
/// Words that say that such a time has ended.
static OVER: LazyLock<Lexicon<()>> = LazyLock::new(|| CUES.lexicon("status over"));

static CLOSED: LazyLock<Vec<&'static str>> = LazyLock::new(|| CUES.words("title closed"));
static DRAFT: LazyLock<Vec<&'static str>> = LazyLock::new(|| CUES.words("title draft"));

/// What a word of a folder's name says of the postings in it; `None` for one that but says that there are postings.
static FOLDERS: LazyLock<Lexicon<Option<Status>>> = LazyLock::new(|| {
    STATUSES.lexicon_of(|section| match section {
        "folder closed" => Some(Some(Status::Closed)),
        "folder draft" => Some(Some(Status::Draft)),
        "folder postings" => Some(None),
        _ => None,
    })
});

/// The status that a title says: `Welder (closed)`, `FILLED: Welder`.
pub(super) fn in_title(title: &Field<String>) -> Option<Field<Status>> {
    let text = title.value.trim();
    let bracket = |open: char, close: char| {
        let inside = text.strip_suffix(close).and_then(|rest| rest.rsplit_once(open)).map(|(_, inside)| inside);
        inside.or_else(|| text.strip_prefix(open).and_then(|rest| rest.split_once(close)).map(|(inside, _)| inside))
    };
    let brackets = [('(', ')'), ('[', ']'), ('（', '）'), ('【', '】')];
    let in_brackets = brackets.iter().filter_map(|(open, close)| bracket(*open, *close));
    let first = split_at_each(text, &[": ", "：", " - ", " – "]).map(|(word, _)| word);
    let last = rsplit_at_each(text, &[" - ", " – ", " — ", " | "]).map(|(_, word)| word);
    let value = in_brackets.chain(first).chain(last).find_map(status_word)?;
    Some(Field { value, origin: Origin { kind: OriginKind::Title, ..title.origin } })
}

/// The status that the name of a folder says: `closed/welder.md`, `past-jobs/welder.md`.
pub(super) fn in_path(path: &str) -> Option<Field<Status>> {
    let (folders, _) = path.rsplit_once('/')?;
    let status = folders.rsplit('/').find_map(of_group)?;
    Some(Field::elsewhere(status, OriginKind::FileName))
}

/// The status of postings that stand together below a name: `past-jobs`, `Closed positions`.
pub(super) fn of_group(name: &str) -> Option<Status> {
    let words = name.split(['-', '_', ' ']).filter(|word| !word.is_empty());
    let meanings: Option<Vec<Option<Status>>> = words.map(|word| FOLDERS.exactly(word)).collect();
    let told: Vec<Status> = meanings?.into_iter().flatten().collect();
    if let [status] = told[..] { Some(status) } else { None }
}

/// The status that the first blocks of the text say.
pub(super) fn in_body(body: &Body<'_>) -> Option<Field<Status>> {
    const FIRST: usize = 4;
    let told = body.parts.iter().enumerate().filter(|(at, part)| *at < FIRST || is_note(part.block));
    let closing = |part: &&Part<'_>| ends(&part.block.text).into_iter().any(closes);
    told.map(|(_, part)| part).find(closing).map(|part| part.field(Status::Closed))
}

/// All of a short block; of a long one the first sentences and the last, where a note would have been put.
fn ends(text: &str) -> [&str; 2] {
    const SHORT: usize = 240;
    const FIRST: usize = 120;
    if text.len() <= SHORT {
        return [text, ""];
    }
    let first = sentence_end(text, floor_char_boundary(text, FIRST));
    let last = sentence_at(text, floor_char_boundary(text, text.len() - 1)).start;
    [&text[..first], &text[last.max(first)..]]
}

/// What denies only what stands behind it.
const NOT: [&str; 2] = ["not", "may"];

/// Whether a text says that a posting is closed: by the first set phrase that does, by what has become of it, or by a
/// deadline that is over.
pub(super) fn closes(text: &str) -> bool {
    let found: Vec<(Said, Span)> = PHRASES.find(text).collect();
    let said = |wanted: Said| found.iter().filter(move |(said, _)| *said == wanted).map(|(_, span)| span);
    said(Said::Closed).next().is_some_and(|phrase| !is_taken_back(text, phrase))
        || said(Said::Posting).any(|posting| has_ended(text, posting))
        || said(Said::Term).any(|term| is_over(&text[term.end..sentence_end(text, term.end)]))
}

/// Whether what is said right behind a posting's name ends it: `position` … "has already been filled."
fn has_ended(text: &str, posting: &Span) -> bool {
    const MOST_FILLERS: usize = 6;
    let sentence = &text[..sentence_end(text, posting.end)];
    let mut rest = &sentence[posting.end..];
    for _ in 0..=MOST_FILLERS {
        rest = rest.trim_start_matches([' ', ',', ':']);
        if let Some(behind) = ENDED.strip(rest) {
            let end = sentence.len() - behind.len();
            return ends_clause(behind) && !is_taken_back(text, &(posting.start..end));
        }
        let Some(behind) = FILLERS.strip(rest) else { return false };
        rest = behind;
    }
    false
}

/// Whether nothing behind goes on with what a word describes: "closed on 3 May", but not "closed circle".
fn ends_clause(behind: &str) -> bool {
    const ON: [&str; 16] =
        ["on", "for", "and", "but", "at", "as", "since", "am", "seit", "und", "depuis", "le", "el", "em", "op", "per"];
    let next = behind.trim_start();
    !next.starts_with(char::is_alphanumeric)
        || next.starts_with(|c: char| c.is_ascii_digit())
        || is_one_of(word_after(next, 0), &ON)
}

/// Whether the sentence of a phrase takes back what that says.
fn is_taken_back(text: &str, phrase: &Span) -> bool {
    let sentence = sentence_at(text, phrase.start);
    // What is put in between may be longer than a sentence.
    let end = sentence.end.max(phrase.end);
    take_back(&text[sentence.start..phrase.start], &text[phrase.end..end])
}

/// Whether what follows a deadline in its sentence says that it is over, whatever it is for: "for this vacancy has passed".
fn is_over(rest: &str) -> bool {
    const NEAR: usize = 80;
    let near = &rest[..floor_char_boundary(rest, rest.len().min(NEAR))];
    OVER.first(near).is_some_and(|((), over)| !take_back(&near[..over.start], &near[over.end..]))
}

/// Whether words before a phrase take it back, or those behind: "until", but not "…, it is not possible to apply any more".
fn take_back(before: &str, behind: &str) -> bool {
    denies(before, |_| true) || denies(behind, |word| !is_one_of(word, &NOT))
}

/// Whether a word of `text` that counts takes something back.
fn denies(text: &str, counts: impl Fn(&str) -> bool) -> bool {
    const MONTH: &str = "May";
    let mut denials = PHRASES.find(text).filter(|(said, at)| *said == Said::Not && text[at.clone()] != *MONTH);
    denials.any(|(_, at)| counts(&text[at]))
}

/// Whether a block is a short paragraph that begins with what it is about, the posting itself: further down, that alone
/// closes it.
fn is_note(block: &Block) -> bool {
    const LONGEST: usize = 120;
    const SELF: [&str; 17] = [
        "this",
        "diese",
        "dieses",
        "ce",
        "cet",
        "cette",
        "esta",
        "este",
        "deze",
        "dit",
        "questa",
        "questo",
        "applications",
        "bewerbungen",
        "candidatures",
        "update",
        "note",
    ];
    let begins = |text: &str| is_one_of(word_after(text, 0), &SELF) || text.starts_with(['該', '该', '本', 'こ']);
    block.kind == BlockKind::Paragraph && block.text.len() <= LONGEST && begins(strip_ornaments(&block.text))
}

/// A word that stands for a status, on its own.
pub(super) fn status_word(text: &str) -> Option<Status> {
    let text = text.trim();
    let is_one = |words: &[&str]| words.iter().any(|word| strip_word(text, word).is_some_and(str::is_empty));
    if is_one(&CLOSED) {
        return Some(Status::Closed);
    }
    is_one(&DRAFT).then_some(Status::Draft)
}

#[cfg(test)]
mod tests {
    use super::super::fixture::draft;
    use crate::posting::{OriginKind, Status};

    #[test]
    fn f2_the_first_words_of_a_posting_may_close_it() {
        for text in [
            "This position has been filled.",
            "The deadline for applying to this vacancy has passed.",
            "2026-01-02: The application deadline has passed, it is not possible to apply anymore.",
            "APPLICATIONS NOW CLOSED FOR SHORTLISTING",
            "We are no longer accepting applications. Thank you!",
            "Update: this role is now closed.",
            "Diese Stelle ist bereits besetzt.",
            "Ce poste a été pourvu.",
            "Cette offre n’est plus valable !",
            "Une soudeuse pour le quai. [OFFRE CLOTUREE EN MAI 2030]",
            "Deze vacature is vervuld.",
            "この求人は募集を終了しました。",
            "This posting has expired.",
            "The deadline for applications has passed, and this page is left for information.",
            "Die Bewerbungsfrist ist abgelaufen.",
            "The role has now been filled.",
            "Die Ausschreibung ist abgelaufen.",
            "该职位已停止招聘。",
            "채용이 마감되었습니다.",
            "The application window has closed.",
            "We've filled this position.",
            "Esta vacante ya está cerrada.",
            "Status: Filled",
            "**This call is now closed. Thank you for your interest!**",
            "Position closed on 3 May 2026.",
            "Applications for this position have closed.",
            "This role is currently not open.",
            "This post has already been taken, but you may write to us anyway.",
            "As inscrições estão encerradas.",
            "Le candidature sono chiuse.",
            "Stillingen er besat.",
            "Rekrutacja zakończona.",
        ] {
            let facts = draft().heading(1, "Welder").paragraph(text).paragraph("Weld ships.").facts();
            assert_eq!(
                facts.status.map(|field| (field.value, field.origin.kind)),
                Some((Status::Closed, OriginKind::Body)),
                "{text}"
            );
        }
        let long = "We weld ships in the harbour. ".repeat(20);
        for text in [format!("This role is now closed. {long}"), format!("{long}This role is now closed.")] {
            let facts = draft().heading(1, "Welder").paragraph(&text).facts();
            assert_eq!(facts.status.map(|field| field.value), Some(Status::Closed), "{text}");
        }
        for title in [
            "Welder (closed)",
            "[FILLED] Welder",
            "Closed: Welder",
            "Welder - CLOSED",
            "Soudeur (pourvu)",
            "溶接工【募集終了】",
            "용접공 (채용마감)",
        ] {
            let facts = draft().heading(1, title).facts();
            assert_eq!(facts.status.map(|field| field.value), Some(Status::Closed), "{title}");
        }
        let facts = draft().heading(1, "[Draft] Welder").facts();
        assert_eq!(facts.status.map(|field| field.value), Some(Status::Draft));
    }

    #[test]
    fn f2_the_folder_of_postings_that_are_over_closes_them() {
        for (path, expected) in [
            ("closed/welder.md", Some(Status::Closed)),
            ("past-positions/2024/welder.md", Some(Status::Closed)),
            ("Archiv/welder.md", Some(Status::Closed)),
            ("drafts/welder.md", Some(Status::Draft)),
            ("jobs/welder.md", None),
            ("closed-loop/welder.md", None),
            ("closed.md", None),
        ] {
            let facts = draft().path(path).heading(1, "Welder").paragraph("Weld ships.").facts();
            assert_eq!(facts.status.map(|field| field.value), expected, "{path}");
        }
        let category = |name| draft().key("category", name).paragraph("Weld ships.").facts().status;
        assert_eq!(category("Closed positions").map(|field| field.value), Some(Status::Closed));
        assert_eq!(category("Open positions"), None);
        let facts = draft().path("archive/welder.md").key("status", "open").paragraph("Weld ships.").facts();
        assert_eq!(facts.status.map(|field| field.value), Some(Status::Open));
    }

    #[test]
    fn i5_however_much_stands_between_a_posting_and_what_became_of_it_nothing_breaks() {
        for length in 1_970..2_010 {
            let text = format!("position{}closed", ",".repeat(length));
            let _ = draft().heading(1, "Welder").paragraph(&text).facts();
        }
    }

    #[test]
    fn f3_a_posting_that_will_be_filled_is_open() {
        for text in [
            "Open until this position is filled.",
            "This post closes once the role has been filled.",
            "We will tell you if the position is closed.",
            "Your day is filled with joy. Glasses are filled and the bar is closed on Mondays.",
            "Applications close on 2 May.",
            "We have filled many tanks.",
            "Status: open",
            "The vacancy is open.",
            "The position is closed circuit television, and the job is filled with cameras.",
            "The role has not been filled yet.",
        ] {
            assert_eq!(draft().heading(1, "Welder").paragraph(text).facts().status, None, "{text}");
        }
        // Further down, a posting speaks of itself alone.
        let below = |text: &str| {
            let later = (0..5).fold(draft().heading(1, "Welder"), |later, _| later.paragraph("Weld ships."));
            later.paragraph(text).facts().status.map(|field| field.value)
        };
        assert_eq!(below("The last position has been filled."), None);
        assert_eq!(below("This position has been filled."), Some(Status::Closed));
        for title in ["Engineer - Closed Loop", "Closed Loop Engineer", "Welder (Closed Systems)", "Drafting Engineer"]
        {
            assert_eq!(draft().heading(1, title).facts().status, None, "{title}");
        }
        assert_eq!(
            draft()
                .key("status", "open")
                .paragraph("This position has been filled.")
                .facts()
                .status
                .map(|field| field.value),
            Some(Status::Open)
        );
    }
}
