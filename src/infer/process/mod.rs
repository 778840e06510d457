//! The steps of hiring.
//!
//! In goes the body, out come the steps that a section about the process tells as a list, a table, sub-headings, numbered
//! lines or a chain of arrows. Each is told by a short name, with its length as the posting puts it. A process that is
//! told in sentences is left as it is. The words are `data/process.txt`.

mod name;
#[cfg(test)]
mod tests;

use std::sync::LazyLock;

pub(super) use self::name::step;

use super::body::{Body, Part, Section};
use super::lexicon::Lexicon;
use super::table::PROCESS;
use crate::extract::BlockKind;
use crate::posting::{Field, Step};

static STEPS: LazyLock<Lexicon<()>> = LazyLock::new(|| PROCESS.lexicon("step"));

/// One step as the posting tells it, and its line.
type Told = (Step, u32);

/// The steps under a heading such as "Hiring process".
pub(super) fn in_body(body: &Body<'_>) -> Option<Field<Vec<Step>>> {
    let parts: Vec<&Part<'_>> = body.in_section(Section::Process).collect();
    let shapes = [sub_headings, list, table, numbered_lines, arrows];
    let told = shapes.iter().map(|shape| shape(&parts)).find(|told| is_process(told))?;
    let line = told.first()?.1;
    Some(Field::new(told.into_iter().map(|(step, _)| step).collect(), body.kind, line))
}

/// Whether these are steps of hiring: one is no process, a dozen are something else, and whole paragraphs name no steps.
fn is_process(told: &[Told]) -> bool {
    const LONGEST: usize = 140;
    let of_hiring = told.iter().filter(|(step, _)| STEPS.first(&step.step).is_some()).count();
    (2..=10).contains(&told.len())
        && of_hiring >= 2
        && told.iter().all(|(step, _)| step.step.chars().count() <= LONGEST)
}

/// The headings below the section's own.
fn sub_headings(parts: &[&Part<'_>]) -> Vec<Told> {
    let level = |part: &Part<'_>| match part.block.kind {
        BlockKind::Heading(level) => Some(level),
        _ => None,
    };
    let Some(own) = parts.first().and_then(|part| level(part)) else { return Vec::new() };
    let below = parts[1..].iter().take_while(|part| level(part).is_none_or(|level| level > own));
    let below: Vec<_> = below.filter(|part| level(part).is_some()).collect();
    below.iter().filter_map(|part| Some((step(&part.block.text)?, part.block.line))).collect()
}

fn list(parts: &[&Part<'_>]) -> Vec<Told> {
    let is_item = |part: &&&Part<'_>| part.block.kind == BlockKind::ListItem;
    let items = parts.iter().skip_while(|part| !is_item(part)).take_while(is_item);
    items.filter_map(|part| Some((step(&part.block.text)?, part.block.line))).collect()
}

/// The rows of a table: the first cell with letters is the step, one with a length its length.
fn table(parts: &[&Part<'_>]) -> Vec<Told> {
    let rows = parts.iter().filter(|part| part.block.kind == BlockKind::TableRow);
    // The first row is the head.
    rows.skip(1).filter_map(|part| Some((row(&part.block.text)?, part.block.line))).collect()
}

fn row(text: &str) -> Option<Step> {
    let named = text.split('\t').find(|cell| cell.contains(char::is_alphabetic) && !name::is_length(cell))?;
    let told = step(named)?;
    let length = text.split('\t').find(|cell| name::is_length(cell)).map(|cell| cell.trim().to_owned());
    Some(Step { length: told.length.or(length), ..told })
}

/// Lines that begin with a number: `Step 1: …`, `1. …`.
fn numbered_lines(parts: &[&Part<'_>]) -> Vec<Told> {
    let paragraphs = parts.iter().filter(|part| part.block.kind == BlockKind::Paragraph);
    let lines = paragraphs.flat_map(|part| (part.block.line..).zip(part.block.text.split('\n')));
    let numbered = lines.filter(|(_, text)| name::without_number(text).is_some());
    numbered.filter_map(|(line, text)| Some((step(text)?, line))).collect()
}

/// `Call → Trial → Offer`.
fn arrows(parts: &[&Part<'_>]) -> Vec<Told> {
    const ARROWS: [char; 7] = ['→', '➔', '➡', '⇒', '▶', '›', '»'];
    let chains = parts.iter().filter(|part| part.block.text.contains(ARROWS) || part.block.text.contains("->"));
    let Some(chain) = chains.into_iter().next() else { return Vec::new() };
    let text = chain.block.text.replace("->", "→");
    text.split(ARROWS).filter_map(|piece| Some((step(piece)?, chain.block.line))).collect()
}
