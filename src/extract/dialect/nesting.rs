//! Constructs that wrap others: each start gets its end, in the same list item or quotation, or is taken back.

use super::Construct;
use super::blocks::Blocks;
use super::compose::{Edit, New};
use super::findings::Findings;
use super::meaning::Part;
use super::tags::{Syntax, Tag};
use crate::source::Span;

/// Constructs inside constructs, at most.
const DEEPEST: usize = 64;

struct Open<'a> {
    syntax: Syntax,
    name: &'a str,
    part: Part,
    span: Span,
    /// The list item or quotation that it stands in.
    container: u32,
    /// Which edit holds its placeholder.
    edit: usize,
}

/// What is open at a place in the text.
#[derive(Default)]
pub(super) struct Nesting<'a> {
    open: Vec<Open<'a>>,
}

const UNCLOSED: &str = "is never closed";

impl<'a> Nesting<'a> {
    /// How many are open.
    pub(super) fn depth(&self) -> usize {
        self.open.len()
    }

    /// Whether `part` may begin here.
    pub(super) fn admits(&self, part: &Part, container: u32) -> bool {
        let is_tabs =
            |open: &Open<'_>| open.container == container && matches!(open.part, Part::Tabs | Part::Tab { .. });
        let in_tabs = || self.open.last().is_some_and(is_tabs);
        self.open.len() < DEEPEST && (!matches!(part, Part::Tab { .. }) || in_tabs())
    }

    /// Takes back what stands in a list item or quotation that has ended.
    pub(super) fn leave(
        &mut self,
        blocks: &Blocks<'_>,
        edits: &mut [Edit],
        findings: &mut Findings<'a>,
        text: &'a str,
    ) {
        while let Some(last) = self.open.pop_if(|last| !blocks.is_open(last.container)) {
            take_back(&last, edits, findings, text);
        }
    }

    /// Begins `part`, whose placeholder will be the edit of that number; gives what that stands for.
    pub(super) fn open(
        &mut self,
        tag: &Tag<'a>,
        part: Part,
        container: u32,
        edit: usize,
        findings: &mut Findings<'a>,
    ) -> Vec<Construct> {
        let mut constructs = Vec::new();
        if matches!(part, Part::Tab { .. })
            && let Some(last) = self.open.pop_if(|last| matches!(last.part, Part::Tab { .. }))
        {
            constructs.extend(last.part.close());
            findings.add("unclosed-tag", last.name, last.span, UNCLOSED);
        }
        constructs.extend(part.open());
        let name = if tag.call { "" } else { tag.name };
        let (syntax, span) = (tag.syntax, tag.span.clone());
        self.open.push(Open { syntax, name, part, span, container, edit });
        constructs
    }

    /// Whether something that `tag` can end is open.
    pub(super) fn has(&self, tag: &Tag<'_>) -> bool {
        self.position(tag).is_some()
    }

    /// Ends what `tag` began and all that is open inside it; gives what the placeholder stands for. Where it was begun in
    /// another list item or quotation, or there is no `room` for a placeholder, all of it is taken back.
    pub(super) fn close(
        &mut self,
        tag: &Tag<'a>,
        container: Option<u32>,
        edits: &mut [Edit],
        findings: &mut Findings<'a>,
        text: &'a str,
    ) -> Vec<Construct> {
        let Some(from) = self.position(tag) else { return Vec::new() };
        let begun = &self.open[from];
        if matches!(begun.part, Part::Tab { .. }) && container != Some(begun.container) {
            return Vec::new();
        }
        let closed: Vec<_> = self.open.drain(from..).rev().collect();
        let outermost = closed.len() - 1;
        let mut constructs = Vec::new();
        for (index, open) in closed.iter().enumerate() {
            let closes = open.part.close();
            if closes.is_some() && container != Some(open.container) {
                take_back(open, edits, findings, text);
                continue;
            }
            constructs.extend(closes);
            if index != outermost {
                findings.add("unclosed-tag", open.name, open.span.clone(), UNCLOSED);
            }
        }
        constructs
    }

    /// Ends all that is open at the end of the text.
    pub(super) fn finish(mut self, edits: &mut [Edit], findings: &mut Findings<'a>, text: &'a str) -> Vec<Construct> {
        let mut constructs = Vec::new();
        while let Some(open) = self.open.pop() {
            if open.container == 0 {
                findings.add("unclosed-tag", open.name, open.span, UNCLOSED);
                constructs.extend(open.part.close());
            } else {
                take_back(&open, edits, findings, text);
            }
        }
        constructs
    }

    fn position(&self, tag: &Tag<'_>) -> Option<usize> {
        self.open.iter().rposition(|open| open.syntax == tag.syntax && open.name == tag.name)
    }
}

/// Makes nothing of an opening placeholder; its title stays as text. Tabs go as a group, never one of them.
fn take_back<'a>(open: &Open<'a>, edits: &mut [Edit], findings: &mut Findings<'a>, text: &'a str) {
    if matches!(open.part, Part::Tab { .. }) {
        return;
    }
    findings.add("unclosed-tag", open.name, open.span.clone(), "is not closed where it was opened, and was left out");
    let Some((first, inner)) = edits.get_mut(open.edit..).and_then(<[Edit]>::split_first_mut) else { return };
    first.remove(&open.part.open(), open.part.title(), text);
    if open.part != Part::Tabs {
        return;
    }
    let mut depth = 0usize;
    for edit in inner {
        let New::Place(constructs) = &edit.new else { continue };
        for construct in constructs.clone() {
            match construct {
                Construct::TabsOpen => depth += 1,
                Construct::TabsClose => depth = depth.saturating_sub(1),
                Construct::TabOpen(title) if depth == 0 => {
                    let part = Part::Tab { title };
                    edit.remove(&part.open(), part.title(), text);
                }
                Construct::TabClose if depth == 0 => edit.remove(&[Construct::TabClose], None, text),
                _ => {}
            }
        }
    }
}
