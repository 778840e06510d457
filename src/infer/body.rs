//! The text of a posting, block by block, each with what its section is about and the cues that stand in it.
//!
//! In goes a [`Draft`], out comes a [`Body`] that all families read. Bold lines that stand for headings count as
//! headings. What the cues amount to is not decided here.

mod facts;

use std::cell::OnceCell;
use std::sync::LazyLock;

pub(super) use self::facts::{Fact, Hit, Naming, Nearby, facts_in, namings_in};

use self::facts::office_inside;
use super::lexicon::Lexicon;
use super::table::CUES;
use super::title;
use super::words::{strip_ornaments, strip_word};
use crate::extract::{Block, BlockKind, Draft};
use crate::posting::{Field, Origin, OriginKind};
use crate::source::Span;

/// What a posting says, ready to be read for facts.
pub(super) struct Body<'a> {
    /// Its blocks, in order, without code.
    pub parts: Vec<Part<'a>>,
    /// Where facts of few words stand, in order.
    pub hits: Vec<Hit>,
    /// Where phrases stand beside the name of an employer, once somebody has asked.
    employers: OnceCell<Vec<Hit>>,
    /// What part of the file this is.
    pub kind: OriginKind,
}

/// A block and its context.
#[derive(Debug, Clone, Copy)]
pub(super) struct Part<'a> {
    /// The block.
    pub block: &'a Block,
    /// What the section it stands in is about; a heading belongs to the section it opens.
    pub section: Section,
    /// What part of the file it stands in.
    pub kind: OriginKind,
}

/// What a part of a posting is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Section {
    /// What stands before the first heading that says something else.
    Lead,
    /// The role in general.
    Role,
    /// What the applicant should have, and the tools of the job.
    Ask,
    /// What there is to do.
    Tasks,
    /// The employer, its product, its customers.
    Company,
    /// What the applicant gets.
    Benefits,
    /// The steps of hiring.
    Process,
    /// How to apply.
    Apply,
    /// A heading of which nothing is known.
    Other,
}

static SECTIONS: LazyLock<Lexicon<Section>> =
    LazyLock::new(|| CUES.lexicon_of(|name| section(name.strip_prefix("section ")?)));
/// Headings that say so only where nothing else stands in them: "Terms".
static HEADINGS: LazyLock<Lexicon<Section>> =
    LazyLock::new(|| CUES.lexicon_of(|name| section(name.strip_prefix("heading ")?)));

/// Lines of prose in front matter as blocks of text.
pub(super) fn blocks_of(prose: &[Field<String>]) -> Vec<Block> {
    let block = |line: &Field<String>| Block {
        kind: BlockKind::Paragraph,
        text: line.value.clone(),
        line: line.origin.line.unwrap_or_default(),
    };
    prose.iter().map(block).flat_map(Block::divided).collect()
}

impl<'a> Body<'a> {
    /// Reads the outline of `draft`.
    pub(super) fn new(draft: &'a Draft) -> Self {
        let mut outline = Outline::default();
        let blocks = draft.outline.iter().filter(|block| block.kind != BlockKind::Code);
        let kind = OriginKind::Body;
        Self::of(blocks.map(|block| Part { block, section: outline.enter(block), kind }).collect(), kind)
    }

    /// The same of lines of prose in front matter, of which no section is known.
    pub(super) fn of_prose(lines: &'a [Block]) -> Self {
        let kind = OriginKind::Description;
        Self::of(lines.iter().map(|block| Part { block, section: Section::Other, kind }).collect(), kind)
    }

    fn of(parts: Vec<Part<'a>>, kind: OriginKind) -> Self {
        let mut hits = Vec::new();
        for (part, Part { block, .. }) in parts.iter().enumerate() {
            for (fact, span) in facts_in(&block.text) {
                let inside = office_inside(&block.text, fact, &span);
                hits.push(Hit { fact, part, span });
                hits.extend(inside.map(|span| Hit { fact: Fact::InOffice, part, span }));
            }
        }
        Self { parts, hits, employers: OnceCell::new(), kind }
    }

    /// The blocks that stand within the first lines of the text, where a posting states its facts.
    pub(super) fn top(&self) -> &[Part<'a>] {
        // "The first 20 lines or so" (F1), a few more where blank lines lie between.
        const LINES: u32 = 30;
        let first = self.parts.first().map_or(1, |part| part.block.line);
        let end = self.parts.partition_point(|part| part.block.line <= first + LINES);
        &self.parts[..end]
    }

    /// Where phrases stand that may stand beside the name of an employer, in order.
    pub(super) fn employers(&self) -> &[Hit] {
        self.employers.get_or_init(|| {
            let texts = self.parts.iter().map(|part| part.block.text.as_str()).enumerate();
            let hit = |(part, (naming, span))| Hit { fact: Fact::Employer(naming), part, span };
            texts.flat_map(|(part, text)| namings_in(text).map(move |naming| (part, naming))).map(hit).collect()
        })
    }

    /// The hits of one part, in order.
    pub(super) fn hits_of(&self, part: usize) -> &[Hit] {
        of_part(&self.hits, part)
    }

    /// Those of them that begin within a stretch of its text, such as a sentence.
    pub(super) fn hits_within(&self, part: usize, stretch: &Span) -> &[Hit] {
        within(self.hits_of(part), stretch)
    }

    /// The same of phrases beside the name of an employer.
    pub(super) fn employers_within(&self, part: usize, stretch: &Span) -> &[Hit] {
        within(of_part(self.employers(), part), stretch)
    }

    /// The blocks of one kind of section.
    pub(super) fn in_section(&self, section: Section) -> impl Iterator<Item = &Part<'a>> {
        self.parts.iter().filter(move |part| part.section == section)
    }
}

impl Part<'_> {
    /// Whether it is a heading, in mark-up.
    pub(super) fn is_heading(&self) -> bool {
        matches!(self.block.kind, BlockKind::Heading(_))
    }

    /// A value that it tells, with where it begins as the origin.
    pub(super) fn field<T>(&self, value: T) -> Field<T> {
        Field { value, origin: self.origin() }
    }

    /// A value that it tells at byte `at` of its text.
    pub(super) fn field_at<T>(&self, value: T, at: usize) -> Field<T> {
        Field::new(value, self.kind, self.line_at(at))
    }

    /// Where it begins.
    pub(super) fn origin(&self) -> Origin {
        Origin { kind: self.kind, line: Some(self.block.line) }
    }

    /// The line of the file that byte `at` of its text stands in.
    pub(super) fn line_at(&self, at: usize) -> u32 {
        self.block.line + lines_before(&self.block.text, at)
    }
}

/// Those of a part among hits in order.
fn of_part(hits: &[Hit], part: usize) -> &[Hit] {
    let hits = &hits[hits.partition_point(|hit| hit.part < part)..];
    &hits[..hits.partition_point(|hit| hit.part == part)]
}

/// Those that begin within a stretch of the text among the hits of a part.
fn within<'h>(of_part: &'h [Hit], stretch: &Span) -> &'h [Hit] {
    let from = of_part.partition_point(|hit| hit.span.start < stretch.start);
    let until = of_part.partition_point(|hit| hit.span.start < stretch.end);
    &of_part[from..until.max(from)]
}

/// How many lines of `text` end before byte `at`.
pub(super) fn lines_before(text: &str, at: usize) -> u32 {
    u32::try_from(memchr::memchr_iter(b'\n', &text.as_bytes()[..at]).count()).unwrap_or(0)
}

/// What the kind of section is whose heading reads `heading`; `None` where its words say nothing.
pub(super) fn section_of(heading: &str) -> Option<Section> {
    let heading = strip_ornaments(heading);
    // Matching folds ASCII only: "LA SOCIÉTÉ".
    let small = (!heading.is_ascii() && !heading.contains(char::is_lowercase)).then(|| heading.to_lowercase());
    let heading = small.as_deref().unwrap_or(heading);
    let whole = || HEADINGS.exactly(heading.trim_end_matches([':', '：', '?', '？', '!', ' ']));
    if let Some(section) = whole().or_else(|| SECTIONS.first(heading).map(|(section, _)| section)) {
        return Some(section);
    }
    let names_somebody =
        ["about", "join", "über", "over", "sobre", "why"].iter().any(|w| strip_word(heading, w).is_some());
    names_somebody.then_some(Section::Company)
}

/// Whether a text is but the name of a section: "Responsibilities".
pub(super) fn is_section(text: &str) -> bool {
    SECTIONS.exactly(text.trim_end_matches([':', '：', ' '])).is_some()
}

/// The sections that are open while the blocks go by.
#[derive(Default)]
struct Outline {
    /// Level and kind of the headings above, shallowest first.
    open: Vec<(u8, Section)>,
    /// What a bold line that stands for a heading says of the blocks after it.
    below: Option<Section>,
    /// Whether there was a heading.
    is_headed: bool,
}

impl Outline {
    fn enter(&mut self, block: &Block) -> Section {
        if let BlockKind::Heading(level) = block.kind {
            self.below = None;
            self.open.retain(|(above, _)| *above < level);
            let inherited = self.open.last().map_or(Section::Other, |(_, section)| *section);
            // The title of the posting opens no section of its own.
            let unknown = if level == 1 { Section::Lead } else { inherited };
            // "Benefits Manager" is the title as well, whatever its words.
            let is_title = !self.is_headed && !block.text.ends_with('?') && title::names_job(&block.text);
            self.is_headed = true;
            let section = if is_title { Section::Lead } else { section_of(&block.text).unwrap_or(unknown) };
            self.open.push((level, section));
        } else if block.kind == BlockKind::Paragraph && stands_for_heading(&block.text) {
            self.below = section_of(&block.text).or(self.below);
        }
        self.below.or(self.open.last().map(|(_, section)| *section)).unwrap_or(Section::Lead)
    }
}

/// Whether a paragraph is but a bold line, or a few words with a colon.
fn stands_for_heading(text: &str) -> bool {
    let text = text.trim_end();
    let few_words = || text.split_whitespace().nth(6).is_none();
    text.len() <= 60
        && !text.contains('\n')
        && (text.ends_with([':', '：', '?']) || (few_words() && !text.ends_with(['.', '!'])))
}

fn section(name: &str) -> Option<Section> {
    Some(match name {
        "ask" => Section::Ask,
        "tasks" => Section::Tasks,
        "role" => Section::Role,
        "company" => Section::Company,
        "benefits" => Section::Benefits,
        "process" => Section::Process,
        "apply" => Section::Apply,
        _ => return None,
    })
}

#[cfg(test)]
mod tests;
