//! Which of the skills that a posting mentions become its tags.

use std::sync::LazyLock;

use super::vocabulary::{Kind, Mention, VOCABULARY};
use crate::extract::BlockKind;
use crate::infer::body::{CUES, Part, Section};
use crate::infer::lexicon::Lexicon;
use crate::infer::words::sentence_at;

/// What has been heard of the skills so far.
#[derive(Default)]
pub(super) struct Ranking {
    /// In the order of first mention.
    heard: Vec<Heard>,
}

struct Heard {
    skill: usize,
    /// The weight of the strongest mention.
    best: f32,
    count: u16,
    in_title: bool,
    line: Option<u32>,
}

/// The least score of a tag.
const LEAST: f32 = 1.2;
/// What each mention after the first adds, up to three.
const AGAIN: f32 = 0.3;
/// What a mention in the title adds.
const TITLE: f32 = 4.0;
/// What it adds to a field or practice, which most often only says the title again.
const TITLE_OF_FIELD: f32 = 1.5;

impl Ranking {
    /// Hears what the title names.
    pub(super) fn add_title(&mut self, title: &str) {
        for mention in VOCABULARY.mentions(title) {
            for skill in mention.skills {
                self.hear(*skill, 1.0, None);
            }
        }
        for heard in &mut self.heard {
            heard.in_title = true;
        }
    }

    /// Hears what a block names.
    pub(super) fn add(&mut self, part: &Part<'_>) {
        let text = part.block.text.as_str();
        let weight = weight_of(part);
        if weight == 0.0 || part.block.kind == BlockKind::Heading(1) {
            return;
        }
        let mentions: Vec<Mention> = VOCABULARY.mentions(text).collect();
        if mentions.is_empty() {
            return;
        }
        let context = Context::of(text);
        if context.tells_of_others() {
            return;
        }
        let has_plain = mentions.iter().any(|mention| !mention.shy);
        for mention in &mentions {
            let alone = text.trim().len() == mention.span.len();
            if mention.shy && !has_plain && !alone && !context.has(Sign::Asked, mention) {
                continue;
            }
            for skill in mention.skills {
                let kind = VOCABULARY.skills[*skill].kind;
                if let Some(of_kind) = context.weight(kind, part.section, mention) {
                    self.hear(*skill, weight * of_kind, Some(part.block.line));
                }
            }
        }
    }

    fn hear(&mut self, skill: usize, weight: f32, line: Option<u32>) {
        match self.heard.iter_mut().find(|heard| heard.skill == skill) {
            Some(heard) => {
                heard.best = heard.best.max(weight);
                heard.count += 1;
                heard.line = heard.line.or(line);
            }
            None => self.heard.push(Heard { skill, best: weight, count: 1, in_title: false, line }),
        }
    }

    /// The names of the best, and the line of the first of them; nothing where none is good enough.
    pub(super) fn best(self, most: usize) -> Option<(Vec<String>, Option<u32>)> {
        let mut scored: Vec<(f32, &Heard)> = self.heard.iter().map(|heard| (heard.score(), heard)).collect();
        scored.retain(|(score, _)| *score >= LEAST);
        // Stable: of equals, the first mentioned comes first.
        scored.sort_by(|(a, _), (b, _)| b.total_cmp(a));
        scored.truncate(most);
        let line = scored.iter().filter_map(|(_, heard)| heard.line).min();
        let names: Vec<String> =
            scored.iter().map(|(_, heard)| VOCABULARY.skills[heard.skill].name.to_owned()).collect();
        (!names.is_empty()).then_some((names, line))
    }
}

impl Heard {
    fn score(&self) -> f32 {
        let again = f32::from(self.count.min(4) - 1) * AGAIN;
        let by_title = match VOCABULARY.skills[self.skill].kind {
            _ if !self.in_title => 0.0,
            Kind::Field | Kind::Practice => TITLE_OF_FIELD,
            _ => TITLE,
        };
        self.best + again + by_title
    }
}

/// How much a block weighs by where it stands and what it is.
fn weight_of(part: &Part<'_>) -> f32 {
    let section = match part.section {
        Section::Ask => 3.0,
        Section::Role | Section::Tasks => 2.0,
        Section::Lead | Section::Other => 1.5,
        Section::Company | Section::Benefits | Section::Process | Section::Apply => 0.0,
    };
    let of_kind = match part.block.kind {
        BlockKind::ListItem | BlockKind::TableRow => 1.2,
        _ => 1.0,
    };
    section * of_kind
}

/// What the sentences of a block tell of the skills in them.
struct Context<'t> {
    text: &'t str,
    signs: Vec<(Sign, usize)>,
}

/// What a phrase tells of the skills around it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sign {
    Others,
    Degree,
    Colleagues,
    Asked,
}

static SIGNS: LazyLock<Lexicon<Sign>> = LazyLock::new(|| {
    Lexicon::new(CUES, |section| match section {
        "skill others" => Some(Sign::Others),
        "skill degree" => Some(Sign::Degree),
        "skill colleagues" => Some(Sign::Colleagues),
        "skill asked" => Some(Sign::Asked),
        _ => None,
    })
});

impl<'t> Context<'t> {
    fn of(text: &'t str) -> Self {
        Self { text, signs: SIGNS.find(text).map(|(sign, span)| (sign, span.start)).collect() }
    }

    /// Whether the block tells of customers, investors or integrations.
    fn tells_of_others(&self) -> bool {
        self.signs.iter().any(|(sign, _)| *sign == Sign::Others)
    }

    /// Whether a phrase of this kind stands in the same sentence.
    fn has(&self, wanted: Sign, mention: &Mention) -> bool {
        if !self.signs.iter().any(|(sign, _)| *sign == wanted) {
            return false;
        }
        let sentence = sentence_at(self.text, mention.span.start);
        self.signs.iter().any(|(sign, at)| *sign == wanted && sentence.contains(at))
    }

    /// How much a mention of this kind weighs; `None` where it does not count at all.
    fn weight(&self, kind: Kind, section: Section, mention: &Mention) -> Option<f32> {
        let asked = section == Section::Ask;
        Some(match kind {
            Kind::Concrete => 1.0,
            Kind::Product if asked || self.has(Sign::Asked, mention) => 0.7,
            Kind::Product => return None,
            Kind::Practice => 0.55,
            Kind::Craft if !self.has(Sign::Colleagues, mention) => 0.9,
            // A degree's subject is no skill of the job, and neighbours of the role are no field of it.
            Kind::Field | Kind::Craft if self.has(Sign::Degree, mention) || self.has(Sign::Colleagues, mention) => {
                return None;
            }
            Kind::Field | Kind::Craft if asked => 0.6,
            Kind::Field | Kind::Craft => 0.5,
            Kind::Basic => 0.41,
        })
    }
}
