//! The job's title, where front matter gives none.
//!
//! In go the body and the file's name, out comes a title: the lead heading, a labelled line, another heading that names
//! a job, the file's name. Headings of sections ("Job description", "About us") are no titles.

use super::body::{Body, section_of};
use super::file_name::FileName;
use super::words::{squash, strip_ornaments, strip_word};
use crate::diagnostic::Diagnostic;
use crate::extract::{BlockKind, Draft};
use crate::posting::{Field, OriginKind};
use crate::source::SourceFile;

/// What a posting is called of which nothing is known.
const UNTITLED: &str = "Untitled role";

/// Words that jobs are named by, folded, at the end of a word: `Softwareentwickler`.
const JOB_WORDS: [&str; 64] = [
    "engineer",
    "developer",
    "manager",
    "designer",
    "director",
    "analyst",
    "specialist",
    "consultant",
    "architect",
    "scientist",
    "administrator",
    "coordinator",
    "assistant",
    "officer",
    "researcher",
    "writer",
    "editor",
    "recruiter",
    "technician",
    "accountant",
    "advisor",
    "adviser",
    "representative",
    "executive",
    "associate",
    "intern",
    "lead",
    "head",
    "counsel",
    "nurse",
    "teacher",
    "coach",
    "marketer",
    "strategist",
    "copywriter",
    "evangelist",
    "advocate",
    "programmer",
    "operator",
    "supervisor",
    "president",
    "planner",
    "entwickler",
    "entwicklerin",
    "entwickler*in",
    "entwickler:in",
    "ingenieur",
    "ingenieurin",
    "leiter",
    "leiterin",
    "mitarbeiter",
    "berater",
    "développeur",
    "ingénieur",
    "responsable",
    "chef",
    "desarrollador",
    "ingeniero",
    "ontwikkelaar",
    "desenvolvedor",
    "engenheiro",
    "welder",
    "driver",
    "master",
];

/// The title that the first heading gives.
pub(super) fn lead(draft: &Draft) -> Option<Field<String>> {
    let heading = draft.lead_heading.as_ref()?;
    let title = clean(&heading.text)?;
    Some(Field::new(title, OriginKind::Body, heading.line))
}

/// The title that any other heading gives: the first of the text, or one that names a job.
pub(super) fn heading(body: &Body<'_>) -> Option<Field<String>> {
    let headings = body.parts.iter().enumerate().filter(|(_, part)| part.is_heading());
    headings.take(8).find_map(|(at, part)| {
        let title = clean(&part.block.text)?;
        let leads = at == 0 && matches!(part.block.kind, BlockKind::Heading(1));
        (leads || (names_job(&title) && reads_as_name(&title)))
            .then(|| Field::new(title, OriginKind::Body, part.block.line))
    })
}

/// The last resort: the file's name, or words that say that there is none.
pub(super) fn last_resort(name: &FileName, source: &SourceFile, diagnostics: &mut Vec<Diagnostic>) -> Field<String> {
    if let Some(title) = &name.title {
        return Field::elsewhere(title.clone(), OriginKind::FileName);
    }
    diagnostics.push(
        Diagnostic::warning("no-title", "this posting has no title")
            .at(source.location(0..0))
            .help("put `title: …` into the front matter, or begin the text with `# ` and the title"),
    );
    Field::elsewhere(UNTITLED.to_owned(), OriginKind::Default)
}

/// A heading as a title, without ornaments and what only announces it; `None` for the heading of a section.
fn clean(heading: &str) -> Option<String> {
    const ANNOUNCEMENTS: [&str; 9] = [
        "job description",
        "job posting",
        "job",
        "position",
        "vacancy",
        "vacature",
        "stellenangebot",
        "we're hiring",
        "now hiring",
    ];
    let mut text = strip_ornaments(heading);
    for words in ANNOUNCEMENTS {
        let rest = strip_word(text, words).and_then(|rest| rest.strip_prefix([':', '-', '–', '—', '|']));
        if let Some(rest) = rest {
            text = rest.trim();
            break;
        }
    }
    let generic = is_generic(text);
    (!generic && text.chars().any(char::is_alphabetic) && text.len() <= 200).then(|| squash(text).into_owned())
}

/// Whether a heading opens a section, or says nothing at all.
fn is_generic(heading: &str) -> bool {
    const EMPTY: [&str; 14] = [
        "job description",
        "now hiring",
        "we are hiring",
        "we're hiring",
        "hiring",
        "job",
        "vacancy",
        "open position",
        "open positions",
        "careers",
        "jobs",
        "description",
        "stellenangebot",
        "募集中",
    ];
    let bare = heading.trim_end_matches(['!', ':', '.', '?', ' ']);
    super::words::is_one_of(bare, &EMPTY) || (section_of(bare).is_some() && !names_job(bare))
}

fn names_job(text: &str) -> bool {
    let names = |word: &str| {
        let word = word.to_lowercase();
        JOB_WORDS.iter().any(|job| word == *job || (word.len() > job.len() + 3 && job.len() > 5 && word.ends_with(job)))
    };
    text.split(|c: char| c.is_whitespace() || matches!(c, '/' | '(' | ')' | ',' | '-'))
        .any(|word| !word.is_empty() && names(word))
}

fn reads_as_name(text: &str) -> bool {
    text.split_whitespace().count() <= 10 && !text.ends_with(['.', '!', '?', ':', ','])
}

#[cfg(test)]
mod tests {
    use super::super::fixture::draft;
    use super::*;

    fn title(facts: crate::posting::Facts) -> (String, OriginKind) {
        facts.title.map(|field| (field.value, field.origin.kind)).expect("a posting always has a title")
    }

    #[test]
    fn f1_front_matter_then_heading_then_label_then_file_name() {
        let full =
            || draft().path("file-name.md").heading(1, "🔥 Heading Welder 🔥").paragraph("Position: Label Welder");
        assert_eq!(title(full().key("title", "Front").facts()), ("Front".to_owned(), OriginKind::FrontMatter));
        assert_eq!(title(full().facts()), ("Heading Welder".to_owned(), OriginKind::Body));
        let labelled = draft().heading(1, "Job description").paragraph("Position: Label Welder");
        assert_eq!(title(labelled.facts()), ("Label Welder".to_owned(), OriginKind::Label));
        assert_eq!(title(draft().path("a/ship-welder.md").facts()), ("Ship Welder".to_owned(), OriginKind::FileName));
    }

    #[test]
    fn f3_headings_of_sections_are_no_titles() {
        for heading in
            ["About us", "Requirements", "Now hiring!", "What you'll do", "Über uns", "If you haven't, read more"]
        {
            let facts = draft().path("ship-welder.md").heading(2, heading).paragraph("Text.").facts();
            assert_eq!(title(facts).0, "Ship Welder", "{heading}");
        }
        for (heading, expected) in [
            ("Job Description: Ship Welder", "Ship Welder"),
            ("Vacature - Lasser", "Lasser"),
            ("Profile Manager", "Profile Manager"),
            ("Wizard of Light Bulbs", "Wizard of Light Bulbs"),
        ] {
            assert_eq!(title(draft().path("x-y.md").heading(1, heading).facts()).0, expected);
        }
        let later = draft().path("x.md").heading(2, "About us").heading(2, "Softwareentwickler (m/w/d)");
        assert_eq!(title(later.facts()).0, "Softwareentwickler (m/w/d)");
    }

    #[test]
    fn f2_a_posting_without_any_name_is_untitled_with_a_warning() {
        let (facts, diagnostics) = draft().path("3f2a9c81b7.md").infer();
        assert_eq!(title(facts).0, UNTITLED);
        assert_eq!(diagnostics.iter().map(|d| d.code).collect::<Vec<_>>(), ["no-title"]);
    }
}
