//! What a title and the blocks of a text say of skills, each mention with its weight.
//!
//! In goes text with the section it stands in, out come claims. A mention weighs by where it stands, what kind of skill
//! it is, and what its sentence tells of it.

use std::sync::LazyLock;

use super::rank::{Claim, Claims};
use super::vocabulary::{Kind, Mention, Place, VOCABULARY};
use crate::extract::BlockKind;
use crate::infer::body::{Part, Section};
use crate::infer::compare::block_hash;
use crate::infer::lexicon::Lexicon;
use crate::infer::places;
use crate::infer::salary;
use crate::infer::table::CUES;
use crate::infer::words::sentence_at;
use crate::source::Span;

/// Hears what the title names.
pub(super) fn title(title: &str, claims: &mut Claims) {
    let mentions: Vec<Mention> = VOCABULARY.mentions(title, Place::Title).collect();
    let is_trade = SIGNS.find(title).any(|(sign, _)| sign == Sign::Trade);
    let has_plain = mentions.iter().any(|mention| !mention.shy);
    for mention in mentions.iter().filter(|mention| !mention.shy || has_plain || is_trade) {
        for &skill in mention.skills() {
            claims.hear(Claim { skill, weight: 1.0, at: None });
        }
    }
    claims.is_trade = is_trade;
}

/// Hears what a block names.
pub(super) fn part(part: &Part<'_>, claims: &mut Claims) {
    let text = part.block.text.as_str();
    let mentions: Vec<Mention> = VOCABULARY.mentions(text, Place::Body).collect();
    let weight = weight_of(part, &mentions);
    if weight == 0.0 || mentions.is_empty() || part.block.kind == BlockKind::Heading(1) {
        return;
    }
    let context = Context::of(text);
    let has_plain = mentions.iter().any(|mention| !mention.shy);
    let at = Some((block_hash(text), part.origin()));
    let is_of_skill = |mention: &&Mention| {
        !context.has(Sign::Others, mention)
            && !names_area(text, &mention.span)
            && !salary::is_currency_at(text, &mention.span)
    };
    for mention in mentions.iter().filter(is_of_skill) {
        let alone = text.trim().len() == mention.span.len();
        if mention.shy && !has_plain && !alone && !leads_item(part, mention) && !context.has(Sign::Asked, mention) {
            continue;
        }
        for &skill in mention.skills() {
            let kind = VOCABULARY.skill(skill).kind;
            if let Some(of_kind) = context.weight(kind, part.section, mention) {
                claims.hear(Claim { skill, weight: weight * of_kind, at });
            }
        }
    }
}

/// Whether an item of what the reader should have begins with the mention: `Go (or what is like it)`, but not `TS/SCI`.
fn leads_item(part: &Part<'_>, mention: &Mention) -> bool {
    let is_item = matches!(part.block.kind, BlockKind::ListItem | BlockKind::TableRow);
    let (before, behind) = (&part.block.text[..mention.span.start], &part.block.text[mention.span.end..]);
    is_item && part.section == Section::Ask && before.trim().is_empty() && !behind.starts_with('/')
}

/// Whether a word is the code of the state behind its town: "Iowa City, IA".
fn names_area(text: &str, word: &Span) -> bool {
    const MOST_WORDS: usize = 3;
    let Some(before) = text[..word.start].strip_suffix(", ").filter(|_| word.len() == 2) else { return false };
    let starts = before.rmatch_indices([' ', '\n']).map(|(at, _)| at + 1).chain([0]).take(MOST_WORDS);
    starts.map(|at| &before[at..]).any(|town| places::is_city_in(town, &text[word.clone()]))
}

/// How much a block weighs by where it stands and what it is.
fn weight_of(part: &Part<'_>, mentions: &[Mention]) -> f32 {
    /// So many tools in one breath are what the team works with, wherever it is said.
    const STACK: usize = 3;
    let tools = || mentions.iter().filter(|mention| VOCABULARY.skill(mention.skills()[0]).kind == Kind::Concrete);
    let section = match part.section {
        Section::Ask => 3.0,
        Section::Role | Section::Tasks => 2.0,
        Section::Lead | Section::Other => 1.5,
        _ if tools().count() >= STACK => 1.5,
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

/// What a phrase tells of the skills in its sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sign {
    Others,
    Degree,
    Colleagues,
    Neighbour,
    Asked,
    Trade,
}

static SIGNS: LazyLock<Lexicon<Sign>> = LazyLock::new(|| {
    CUES.lexicon_of(|section| match section {
        "skill others" => Some(Sign::Others),
        "skill degree" => Some(Sign::Degree),
        "skill colleagues" => Some(Sign::Colleagues),
        "skill neighbour" => Some(Sign::Neighbour),
        "skill asked" => Some(Sign::Asked),
        "skill trade" => Some(Sign::Trade),
        _ => None,
    })
});

impl<'t> Context<'t> {
    fn of(text: &'t str) -> Self {
        Self { text, signs: SIGNS.find(text).map(|(sign, span)| (sign, span.start)).collect() }
    }

    /// Whether a phrase of this kind stands in the same sentence.
    fn has(&self, wanted: Sign, mention: &Mention) -> bool {
        if !self.signs.iter().any(|(sign, _)| *sign == wanted) {
            return false;
        }
        let sentence = sentence_at(self.text, mention.span.start);
        let from = self.signs.partition_point(|(_, at)| *at < sentence.start);
        self.signs[from..].iter().take_while(|(_, at)| *at < sentence.end).any(|(sign, _)| *sign == wanted)
    }

    /// Whether the mention is but the name of somebody or something else: `the marketing team`.
    fn names_neighbour(&self, mention: &Mention) -> bool {
        self.signs.contains(&(Sign::Neighbour, mention.span.end + 1))
    }

    /// How much a mention of this kind weighs; `None` where it does not count at all.
    fn weight(&self, kind: Kind, section: Section, mention: &Mention) -> Option<f32> {
        let asked = section == Section::Ask;
        // A degree's subject is no skill of the job, and neighbours of the role are no field of it.
        let is_elsewhere =
            || self.names_neighbour(mention) || self.has(Sign::Degree, mention) || self.has(Sign::Colleagues, mention);
        Some(match kind {
            Kind::Concrete => 1.0,
            Kind::Application => 0.9,
            // One who works with colleagues works with products as well.
            Kind::Product if asked || self.has(Sign::Asked, mention) || self.has(Sign::Colleagues, mention) => 0.7,
            // "Facebook" alone in a list is where else one is found.
            Kind::Product if mention.span.len() == self.text.trim().len() => return None,
            // Among other things to do, it is named for what it is connected with as often.
            Kind::Product => 0.5,
            Kind::Practice | Kind::Method => 0.56,
            Kind::Craft if !self.has(Sign::Colleagues, mention) => 0.9,
            _ if kind == Kind::Craft || kind.is_field() => {
                if is_elsewhere() {
                    return None;
                }
                if asked { 0.6 } else { 0.41 }
            }
            _ => 0.41,
        })
    }
}
