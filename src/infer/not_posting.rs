//! Files among postings that are none: forms to fill in, tests, and signs that point elsewhere.
//!
//! In go draft and facts, out comes the reason, where general traits leave no doubt. A short posting is a posting, be it
//! but a title. The words are `data/blanks.txt`.

use std::sync::LazyLock;

use super::table::BLANKS;
use super::words::{has_one_of, squash, strip_ornaments};
use crate::extract::{Block, BlockKind, Draft};
use crate::posting::Facts;

static FORM_TITLES: LazyLock<Vec<&'static str>> = LazyLock::new(|| BLANKS.words("form title"));
static FORM_WORDS: LazyLock<Vec<&'static str>> = LazyLock::new(|| BLANKS.words("form words"));
static BLANK: LazyLock<Vec<&'static str>> = LazyLock::new(|| BLANKS.words("blank"));
static TESTS: LazyLock<Vec<&'static str>> = LazyLock::new(|| BLANKS.words("test"));
static POINTERS: LazyLock<Vec<&'static str>> = LazyLock::new(|| BLANKS.words("pointer"));

/// Why a file is no posting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// There is nothing in it.
    Empty,
    /// It is a form that nobody filled in.
    Form,
    /// It was made to try something out.
    Test,
    /// It only says where the posting is.
    Pointer,
}

impl Reason {
    /// What to say of such a file, in a few words.
    pub fn describe(self) -> &'static str {
        match self {
            Self::Empty => "this file is empty",
            Self::Form => "this file is a form that is not filled in",
            Self::Test => "this file is a test",
            Self::Pointer => "this file only says where the posting is",
        }
    }
}

/// The reason for which a file is no posting; `None` for a posting.
pub fn reason(draft: &Draft, facts: &Facts) -> Option<Reason> {
    if draft.is_empty() {
        return Some(Reason::Empty);
    }
    let title = facts.heading.as_ref().or(facts.title.as_ref()).map_or("", |title| &title.value);
    let words = text_of(draft).flat_map(|block| block.text.split_whitespace()).take(FEW_WORDS).count();
    let heading = draft.lead_heading.as_ref().map_or("", |heading| &heading.text);
    if is_form_title(title) || is_form_title(heading) || blanks(draft) >= MOST_BLANKS || has_filler(draft) {
        Some(Reason::Form)
    } else if words < FEW_WORDS && is_one_of(title, &TESTS) {
        Some(Reason::Test)
    } else if points_elsewhere(draft, words) {
        Some(Reason::Pointer)
    } else {
        None
    }
}

/// A test has less text than this, in words.
const FEW_WORDS: usize = 60;
/// So many different blanks make a form; one or two were overlooked.
const MOST_BLANKS: usize = 3;

fn text_of(draft: &Draft) -> impl Iterator<Item = &Block> {
    draft.outline.iter().filter(|block| !matches!(block.kind, BlockKind::Heading(_) | BlockKind::Code))
}

fn is_one_of(title: &str, words: &[&str]) -> bool {
    let title = squash(strip_ornaments(title)).to_lowercase();
    let title = title.trim_matches(['[', ']', '<', '>', '{', '}', '(', ')', '_', '!', '.', ' ']);
    words.contains(&title)
}

fn is_form_title(title: &str) -> bool {
    is_one_of(title, &FORM_TITLES) || has_one_of(title, &FORM_WORDS)
}

/// How many different blanks stand in the text, `[Company name]` and the like.
fn blanks(draft: &Draft) -> usize {
    let mut found: Vec<String> = Vec::new();
    for block in text_of(draft) {
        if memchr::memchr3(b'[', b'<', b'{', block.text.as_bytes()).is_none() {
            continue;
        }
        for piece in block.text.split(['[', '<', '{']).skip(1) {
            let Some((inside, _)) = piece.split_once([']', '>', '}']) else { continue };
            let blank = inside.trim().to_lowercase();
            if BLANK.contains(&blank.as_str()) && !found.contains(&blank) {
                found.push(blank);
            }
        }
    }
    found.len()
}

/// Whether the text is the filler that typesetters use.
fn has_filler(draft: &Draft) -> bool {
    let finder = memchr::memmem::Finder::new("orem ipsum dolor");
    text_of(draft).any(|block| finder.find(block.text.as_bytes()).is_some())
}

/// Whether a few words and a link are all there is, and the words say that it is elsewhere.
fn points_elsewhere(draft: &Draft, words: usize) -> bool {
    const MOST_WORDS: usize = 25;
    let says_so = || text_of(draft).any(|block| has_one_of(&block.text, &POINTERS));
    words <= MOST_WORDS && !draft.links.is_empty() && says_so()
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{Fixture, draft};
    use super::*;

    fn reason_of(fixture: Fixture) -> Option<Reason> {
        let draft = fixture.build();
        let source = crate::source::SourceFile::new("welder.md", "");
        let inferred = super::super::infer(&draft, &source, &super::super::Defaults::default(), &mut Vec::new());
        reason(&draft, &inferred.facts)
    }

    #[test]
    fn a_form_a_test_and_a_sign_are_no_postings() {
        for title in
            ["[Job title]", "<Role title>", "ENTER OFFICE HERE - ENTER ROLE TITLE HERE", "Job posting template"]
        {
            assert_eq!(reason_of(draft().key("title", title).paragraph("Weld.")), Some(Reason::Form), "{title}");
        }
        let headed = draft().path("welder-template.md").heading(1, "Role title").paragraph("Describe the role.");
        assert_eq!(reason_of(headed), Some(Reason::Form));
        let blanks = draft().heading(1, "Welder").paragraph("[Company name] in [City] seeks [X years] of welding.");
        assert_eq!(reason_of(blanks), Some(Reason::Form));
        let filler = draft().heading(1, "Welder").paragraph("Lorem ipsum dolor sit amet.");
        assert_eq!(reason_of(filler), Some(Reason::Form));
        for title in ["Test", "Test Vacancy", "TEST!", "Teststelle"] {
            assert_eq!(reason_of(draft().key("title", title).paragraph("…")), Some(Reason::Test), "{title}");
        }
        let moved = draft().heading(1, "Welder").paragraph("Now listed as Smith").link("Smith", "./smith.md");
        assert_eq!(reason_of(moved), Some(Reason::Pointer));
        assert_eq!(reason_of(draft()), Some(Reason::Empty));
    }

    #[test]
    fn f3_short_postings_and_jobs_about_tests_are_postings() {
        for fixture in [
            draft().heading(1, "Welder"),
            draft().key("title", "Welder"),
            draft().heading(1, "Welder").paragraph("Write to jobs@example.com."),
            draft().heading(1, "Welder").paragraph("Apply here.").link("here", "https://example.com/apply"),
            draft().key("title", "Test Engineer").paragraph("Weld."),
            draft().key("title", "Template Designer").paragraph("Weld."),
            draft().key("title", "Head of Testing").paragraph("Weld."),
            draft().key("title", "Welder").paragraph("Pay: [salary range]. Place: [Ulm]. Read [the handbook]."),
            draft()
                .key("title", "Welder")
                .paragraph("You have moved to Ulm, or will. See our yard.")
                .link("yard", "/yard"),
            draft().path("template-designer.md").paragraph("Draw templates for us, with a pen and a ruler."),
        ] {
            assert_eq!(reason_of(fixture), None);
        }
        let long = draft().key("title", "Test").paragraph(&"We weld ships in the yard of Ulm. ".repeat(20));
        assert_eq!(reason_of(long), None);
    }
}
