//! The blocks of plain text that a posting's facts are read from.

use crate::source::floor_char_boundary;

/// A block of plain text: mark-up removed, entities resolved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    /// What kind of block it was.
    pub kind: BlockKind,
    /// Its text. Line breaks of the source are `\n`, the cells of a table row are parted by `\t`. Inline code keeps its
    /// text; pictures leave their alternative text.
    pub text: String,
    /// Its first line in the file, from 1.
    pub line: u32,
}

/// The kinds of blocks that readers of facts tell apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BlockKind {
    /// A heading of the level that the source gives it, 1 to 6.
    Heading(u8),
    /// Running text.
    Paragraph,
    /// The text of a list item, without that of lists inside it.
    ListItem,
    /// A row of a table, the head included.
    TableRow,
    /// Code, which is never read for facts.
    Code,
}

impl Block {
    /// The most bytes of a block's text. What is read from a word of a block may depend on all of it, so that one without an
    /// end would take time by the square of its length; a paragraph that people read is far shorter.
    const LONGEST: usize = 8_000;

    /// The block in pieces that are not too long, cut where a line, a sentence or at least a word ends. What is behind the
    /// first piece of a heading is none.
    pub(crate) fn divided(self) -> Vec<Self> {
        if self.text.len() <= Self::LONGEST || self.kind == BlockKind::Code {
            return vec![self];
        }
        let Self { mut kind, text, mut line } = self;
        let mut pieces = Vec::new();
        let mut rest = text.as_str();
        while !rest.is_empty() {
            let (piece, behind) = rest.split_at(end_within(rest, Self::LONGEST));
            pieces.push(Self { kind, text: piece.to_owned(), line });
            line = line.saturating_add(u32::try_from(piece.matches('\n').count()).unwrap_or(u32::MAX));
            if matches!(kind, BlockKind::Heading(_)) {
                kind = BlockKind::Paragraph;
            }
            rest = behind;
        }
        pieces
    }
}

/// Where a text ends or, if it is too long, the last line, sentence or word that it begins with and that is not.
fn end_within(text: &str, longest: usize) -> usize {
    if text.len() <= longest {
        return text.len();
    }
    let most = floor_char_boundary(text, longest);
    let mut ends = ["\n", ". ", " "].iter().filter_map(|mark| text[..most].rfind(mark).map(|at| at + mark.len()));
    ends.find(|end| *end > longest / 2).unwrap_or(most)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn i5_a_block_without_an_end_comes_in_pieces_and_nothing_is_lost() {
        for (unit, ends) in [("We weld ships\n", "\n"), ("We weld. Ships sail, ", ". "), ("船", "船"), ("weld ", " ")]
        {
            let text = unit.repeat(30_000 / unit.len());
            let block = Block { kind: BlockKind::Heading(1), text: text.clone(), line: 3 };
            let blocks = block.divided();
            assert!(blocks.len() > 2 && blocks.iter().all(|block| block.text.len() <= Block::LONGEST), "{unit}");
            assert!(blocks[..blocks.len() - 1].iter().all(|block| block.text.ends_with(ends)), "{unit}");
            assert_eq!(blocks.iter().map(|block| block.text.as_str()).collect::<String>(), text, "{unit}");
            let lines = if unit.contains('\n') { blocks[0].text.matches('\n').count() } else { 0 };
            assert_eq!(blocks[1].line as usize, 3 + lines, "{unit}");
        }
    }
}
