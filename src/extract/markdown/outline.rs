//! The posting as blocks of plain text, collected while its HTML is written.
//!
//! A block exists from its first visible character, so that blocks stand in the order of the text and none is empty.
//! What the text means is not asked here.

use super::escape;
use crate::extract::{Block, BlockKind};
use crate::source::Span;

#[derive(Debug, Default)]
pub(super) struct Outline {
    blocks: Vec<Block>,
    /// What is open, outermost first; text goes to the last.
    targets: Vec<Target>,
    /// Whether anything but pictures has been seen.
    pub(super) has_words: bool,
}

#[derive(Debug)]
struct Target {
    kind: BlockKind,
    line: u32,
    /// Its block, once it has one.
    block: Option<usize>,
    /// Where in a heading the texts of pictures stand.
    pictures: Vec<Span>,
}

impl Outline {
    /// From here on text belongs to a block of this kind, until [`Self::end`].
    pub(super) fn begin(&mut self, kind: BlockKind, line: u32) {
        self.targets.push(Target { kind, line, block: None, pictures: Vec::new() });
    }

    /// Ends it, and returns its text. A heading is called by its words, and by the text of a picture where it has none:
    /// `![Logo](l.svg) Welder`.
    pub(super) fn end(&mut self) -> &str {
        let Some(Target { block: Some(index), pictures, .. }) = self.targets.pop() else { return "" };
        let block = &mut self.blocks[index].text;
        if !pictures.is_empty() {
            let mut words = block.clone();
            let still_there = |picture: &Span| block.get(picture.clone()).is_some();
            pictures.into_iter().filter(still_there).rev().for_each(|picture| words.replace_range(picture, ""));
            if words.contains(char::is_alphanumeric) {
                *block = words;
            }
        }
        block
    }

    /// What has been added since `mark` is the text of a picture.
    pub(super) fn end_picture(&mut self, mark: usize) {
        let end = self.mark();
        if let Some(target) = self.targets.last_mut()
            && matches!(target.kind, BlockKind::Heading(_))
            && mark < end
        {
            target.pictures.push(mark..end);
        }
    }

    /// Adds words to the current block.
    pub(super) fn push(&mut self, text: &str) {
        self.push_checked(text, false);
    }

    /// Adds words that are known to hold nothing invisible, or not.
    pub(super) fn push_checked(&mut self, text: &str, is_plain: bool) {
        let Some(target) = self.targets.last_mut() else { return };
        let index = match target.block {
            Some(index) => index,
            None if text.trim_start().is_empty() && !text.contains('\t') => return,
            None => {
                self.blocks.push(Block { kind: target.kind, text: String::new(), line: target.line });
                *target.block.insert(self.blocks.len() - 1)
            }
        };
        let block = &mut self.blocks[index].text;
        if is_plain {
            block.push_str(text);
        } else {
            escape::visible(block, text);
        }
    }

    /// Starts a new line in the current block, where it has text.
    pub(super) fn new_line(&mut self) {
        if let Some(text) = self.current_mut()
            && !text.is_empty()
            && !text.ends_with(['\n', '\t'])
        {
            text.push('\n');
        }
    }

    /// Adds a block that is complete.
    pub(super) fn add(&mut self, kind: BlockKind, text: &str, line: u32) {
        self.begin(kind, line);
        self.push(text);
        self.end();
    }

    /// The current block's text so far.
    pub(super) fn current(&self) -> &str {
        self.targets.last().and_then(|target| target.block).map_or("", |index| &self.blocks[index].text)
    }

    /// How long the current block's text is: a place for [`Self::since`] and [`Self::truncate`].
    pub(super) fn mark(&self) -> usize {
        self.current().len()
    }

    /// The current block's text from `mark` on.
    pub(super) fn since(&self, mark: usize) -> &str {
        self.current().get(mark..).unwrap_or_default()
    }

    /// Takes back what came after `mark`.
    pub(super) fn truncate(&mut self, mark: usize) {
        if let Some(text) = self.current_mut()
            && text.is_char_boundary(mark)
        {
            text.truncate(mark);
        }
        if let Some(target) = self.targets.last_mut() {
            target.pictures.retain(|picture| picture.end <= mark);
        }
    }

    /// Takes away a `\` at the end of the current block.
    pub(super) fn trim_backslash(&mut self) {
        if let Some(text) = self.current_mut() {
            let kept = text.trim_end().trim_end_matches('\\').len();
            text.truncate(kept);
        }
    }

    /// All blocks, trimmed, none too long.
    pub(super) fn finish(mut self) -> Vec<Block> {
        for block in &mut self.blocks {
            trim(block);
            if matches!(block.kind, BlockKind::Heading(_)) && is_prose(&block.text) {
                block.kind = BlockKind::Paragraph;
            }
        }
        self.blocks.retain(|block| !block.text.trim().is_empty());
        self.blocks.into_iter().flat_map(Block::divided).collect()
    }

    fn current_mut(&mut self) -> Option<&mut String> {
        let index = self.targets.last()?.block?;
        Some(&mut self.blocks[index].text)
    }
}

/// Whether a heading is a paragraph that somebody set large: several sentences, or as much text.
fn is_prose(heading: &str) -> bool {
    const FEW: usize = 120;
    const MANY: usize = 200;
    let is_sentence = || heading.ends_with(['.', '!', '?', '。']);
    heading.len() > FEW && (heading.contains(". ") || (heading.len() > MANY && is_sentence()))
}

/// Cells may be empty, so the tabs of a row stay; so does the indentation of code.
fn trim(block: &mut Block) {
    let trimmed = match block.kind {
        BlockKind::TableRow => block.text.trim_matches([' ', '\n']),
        BlockKind::Code => block.text.trim_end(),
        _ => block.text.trim(),
    };
    if trimmed.len() != block.text.len() {
        block.text = trimmed.to_owned();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_stand_in_the_order_of_their_first_word_and_none_is_empty() {
        let mut outline = Outline::default();
        outline.begin(BlockKind::ListItem, 1);
        outline.push("outer ");
        outline.begin(BlockKind::ListItem, 2);
        outline.push(" ");
        outline.push("inner");
        outline.end();
        outline.push("more");
        outline.begin(BlockKind::Paragraph, 3);
        outline.push("\u{200b} ");
        outline.end();
        let texts: Vec<_> = outline.finish().into_iter().map(|b| (b.text, b.line)).collect();
        assert_eq!(texts, [("outer more".to_owned(), 1), ("inner".to_owned(), 2)]);
    }

    #[test]
    fn a_heading_is_called_by_its_words_before_its_pictures() {
        for (pictures, words, expected) in [
            (&["Acme logo"][..], " | Welder", "| Welder"),
            (&["Anchor", "Hull"], "Wélder", "Wélder"),
            (&["Acme", " Works"], " –", "Acme Works –"),
        ] {
            let mut outline = Outline::default();
            outline.begin(BlockKind::Heading(1), 1);
            for picture in pictures {
                let mark = outline.mark();
                outline.push(picture);
                outline.end_picture(mark);
            }
            outline.push(words);
            outline.end();
            assert_eq!(outline.finish()[0].text, expected);
        }
    }

    #[test]
    fn a_paragraph_that_was_set_as_a_heading_is_one() {
        let mut outline = Outline::default();
        outline.add(BlockKind::Heading(2), "Welder. Full time", 1);
        outline.add(BlockKind::Heading(2), &"We weld ships that sail by themselves. ".repeat(4), 3);
        outline.add(BlockKind::Heading(2), &"Welder of hulls, masts and cranes, ".repeat(4), 5);
        let kinds: Vec<_> = outline.finish().into_iter().map(|block| block.kind).collect();
        assert_eq!(kinds, [BlockKind::Heading(2), BlockKind::Paragraph, BlockKind::Heading(2)]);
    }
}
