//! A place in a line and the column it stands in, for Markdown's rules of indentation.

use super::lines;

/// A place in a line, with the column it stands in; tabs reach to the next multiple of four.
#[derive(Clone, Copy)]
pub(super) struct Cursor {
    pub at: usize,
    pub column: usize,
    /// Columns of a tab that was only used in part.
    left: usize,
}

impl Cursor {
    /// The place `at`, in `column`.
    pub(super) fn new(at: usize, column: usize) -> Self {
        Self { at, column, left: 0 }
    }

    /// The place behind a mark of `length` bytes.
    pub(super) fn behind(self, length: usize) -> Self {
        Self::new(self.at + length, self.column + length)
    }

    /// Columns of space here, and the place behind them.
    pub(super) fn indentation(self, text: &str) -> (usize, Self) {
        let (mut at, mut column) = (self.at, self.column + self.left);
        loop {
            match text.as_bytes().get(at) {
                Some(b' ') => column += 1,
                Some(b'\t') => column += 4 - column % 4,
                _ => return (column - self.column, Self::new(at, column)),
            }
            at += 1;
        }
    }

    /// Goes on by up to `columns` columns of space.
    pub(super) fn consume(mut self, text: &str, columns: usize) -> Self {
        let target = self.column + columns;
        while self.column < target {
            if self.left > 0 {
                (self.column, self.left) = (self.column + 1, self.left - 1);
                continue;
            }
            match text.as_bytes().get(self.at) {
                Some(b' ') => self.column += 1,
                Some(b'\t') => {
                    self.left = 3 - self.column % 4;
                    self.column += 1;
                }
                _ => return self,
            }
            self.at += 1;
        }
        self
    }

    /// Whether nothing but space follows on the line.
    pub(super) fn is_blank(self, text: &str) -> bool {
        lines::is_blank(text, self.at)
    }
}
