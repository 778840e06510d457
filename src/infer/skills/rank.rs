//! Which of the skills that a posting claims become its tags.

use super::vocabulary::{Kind, SkillId, VOCABULARY};
use crate::infer::compare::BlockHash;
use crate::posting::{Field, Origin, OriginKind};

/// What a posting says of skills, in the order in which it does.
#[derive(Debug, Default)]
pub(in crate::infer) struct Claims {
    heard: Vec<Claim>,
    /// Whether the title names somebody who makes technical things, such as an engineer.
    pub(super) is_trade: bool,
}

/// One mention of a skill.
#[derive(Debug, Clone, Copy)]
pub(super) struct Claim {
    pub skill: SkillId,
    pub weight: f32,
    /// The hash of the block that it stands in, and where that is; `None` for the title.
    pub at: Option<(BlockHash, Origin)>,
}

/// The most tags that are inferred; what comes later says little about the role.
const MOST: usize = 10;
/// The least score of a tag.
const LEAST: f32 = 1.0;
/// The least score where there are few tags.
const LEAST_OF_FEW: f32 = 0.6;
/// Fewer tags than these are few: what is said once, and of a field, then counts as well.
const ENOUGH: usize = 6;
/// What each mention after the first adds, up to three.
const AGAIN: f32 = 0.3;
/// What a mention in the title adds.
const TITLE: f32 = 4.0;
/// What it adds to a field or practice, which most often only says the title again.
const TITLE_OF_FIELD: f32 = 1.5;
/// What remains of a mention in a block that other postings have as well.
const SHARED: f32 = 0.7;
/// What remains of a score where the skill is of another trade than the role.
const FOREIGN: f32 = 0.6;
/// With no more tags than these, the title is said once more.
const FEW: usize = 2;
/// With fewer tags of its own, a posting keeps those that it shares: it may be a copy of another for a second place.
const OWN: usize = 3;

impl Claims {
    pub(super) fn hear(&mut self, claim: Claim) {
        self.heard.push(claim);
    }

    /// Drops what is claimed of `name`: an employer may be called like the tool it makes.
    pub(in crate::infer) fn forget(&mut self, name: &str) {
        self.heard.retain(|claim| !VOCABULARY.skill(claim.skill).name.eq_ignore_ascii_case(name));
    }

    /// The blocks that name skills, by their hash; one may come several times.
    pub(in crate::infer) fn blocks(&self) -> impl Iterator<Item = BlockHash> + '_ {
        self.heard.iter().filter_map(|claim| claim.at.map(|(block, _)| block))
    }

    /// The best as tags; nothing where none is good enough.
    pub(in crate::infer) fn best(&self) -> Option<Field<Vec<String>>> {
        self.ranked(|_| 1.0)
    }

    /// The best as tags, where some blocks are shared with other postings; `None` where that changes nothing.
    pub(in crate::infer) fn best_beside(&self, is_shared: impl Fn(BlockHash) -> bool) -> Option<Field<Vec<String>>> {
        if !self.blocks().any(&is_shared) {
            return None;
        }
        let own = self.ranked(|block| if is_shared(block) { 0.0 } else { 1.0 });
        let has_own = own.is_some_and(|tags| tags.value.len() >= OWN);
        if has_own { self.ranked(|block| if is_shared(block) { SHARED } else { 1.0 }) } else { None }
    }

    fn ranked(&self, share: impl Fn(BlockHash) -> f32) -> Option<Field<Vec<String>>> {
        let role = self.role();
        let mut scored: Vec<(f32, Sum)> =
            self.sums(share).into_iter().map(|sum| (sum.score() * role.factor(sum.kind), sum)).collect();
        // Stable: of equals, the first mentioned comes first.
        scored.sort_by(|(a, _), (b, _)| b.total_cmp(a));
        let good = scored.iter().filter(|(score, sum)| *score >= LEAST && sum.kind != Kind::Role).count();
        let is_enough = |score: f32, sum: &Sum| {
            let is_telling = sum.is_own && sum.kind != Kind::Basic && !role.is_foreign(sum.kind);
            let least = if good < ENOUGH && is_telling { LEAST_OF_FEW } else { LEAST };
            score >= least && (good <= FEW || sum.kind != Kind::Role)
        };
        scored.retain(|(score, sum)| is_enough(*score, sum));
        scored.truncate(if good < ENOUGH { ENOUGH } else { MOST });
        let first = scored.iter().filter_map(|(_, sum)| sum.first).min_by_key(|origin| origin.line);
        let tags: Vec<String> = scored.iter().map(|(_, sum)| VOCABULARY.skill(sum.skill).name.to_owned()).collect();
        let of_title = Origin { kind: OriginKind::Title, line: None };
        (!tags.is_empty()).then(|| Field { value: tags, origin: first.unwrap_or(of_title) })
    }

    /// What has been said of each skill, in the order of first mention.
    fn sums(&self, share: impl Fn(BlockHash) -> f32) -> Vec<Sum> {
        let mut sums: Vec<Sum> = Vec::with_capacity(self.heard.len());
        for claim in &self.heard {
            let share = claim.at.map_or(1.0, |(block, _)| share(block));
            let concept = VOCABULARY.skill(claim.skill).concept;
            let at = sums.iter().position(|sum| sum.concept == concept).unwrap_or_else(|| {
                sums.push(Sum::of(claim.skill));
                sums.len() - 1
            });
            let sum = &mut sums[at];
            sum.best = sum.best.max(claim.weight * share);
            sum.times += share;
            sum.in_title |= claim.at.is_none();
            sum.is_own |= share >= 1.0;
            sum.first = sum.first.or(claim.at.map(|(_, origin)| origin));
        }
        sums
    }

    /// What sort of role it is, by its title, or else by how much software the text names.
    fn role(&self) -> Role {
        let kinds = |in_title: bool| {
            let claims = self.heard.iter().filter(move |claim| claim.at.is_none() == in_title);
            claims.map(|claim| VOCABULARY.skill(claim.skill).kind)
        };
        let technical = |kind: Kind| matches!(kind, Kind::Concrete | Kind::Practice | Kind::Technology);
        let is_technical = self.is_trade || kinds(true).any(technical);
        let is_other = kinds(true).any(|kind| matches!(kind, Kind::Business | Kind::Field));
        match (is_technical, is_other) {
            (true, false) => Role::Technical,
            (false, true) => Role::Other,
            (false, false) if kinds(false).filter(|kind| *kind == Kind::Concrete).nth(2).is_some() => Role::Technical,
            _ => Role::Unknown,
        }
    }
}

/// What has been said of a skill.
struct Sum {
    /// The name that comes first, of all that the concept has in any language.
    skill: SkillId,
    concept: SkillId,
    kind: Kind,
    /// The weight of the strongest mention.
    best: f32,
    times: f32,
    in_title: bool,
    /// Whether a block names it that no other posting has.
    is_own: bool,
    /// Where a block first names it.
    first: Option<Origin>,
}

impl Sum {
    fn of(skill: SkillId) -> Self {
        let of = VOCABULARY.skill(skill);
        let (concept, kind) = (of.concept, of.kind);
        Self { skill, concept, kind, best: 0.0, times: 0.0, in_title: false, is_own: false, first: None }
    }

    fn score(&self) -> f32 {
        let again = (self.times - 1.0).clamp(0.0, 3.0) * AGAIN;
        let by_title = match self.kind {
            _ if !self.in_title => 0.0,
            Kind::Concrete | Kind::Craft | Kind::Application | Kind::Product | Kind::Basic => TITLE,
            _ => TITLE_OF_FIELD,
        };
        self.best + again + by_title
    }
}

/// What sort of work it is, as far as it tells which fields are a neighbour's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Role {
    /// Making software and other technical things.
    Technical,
    /// Anything else.
    Other,
    /// Both, or neither.
    Unknown,
}

impl Role {
    fn factor(self, kind: Kind) -> f32 {
        if self.is_foreign(kind) { FOREIGN } else { 1.0 }
    }

    /// Whether a skill of this kind is a neighbour's.
    fn is_foreign(self, kind: Kind) -> bool {
        matches!((self, kind), (Self::Technical, Kind::Business) | (Self::Other, Kind::Technology | Kind::Practice))
    }
}
