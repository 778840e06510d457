//! A value and where it came from.

use serde::Serialize;

/// A fact with its origin.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Field<T> {
    /// The fact.
    pub value: T,
    /// Where it was read.
    pub origin: Origin,
}

/// Where a value was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Origin {
    /// In which part of the input.
    pub kind: OriginKind,
    /// The line in the posting's file, from 1; `None` where it stands in another file or in no line.
    pub line: Option<u32>,
}

/// The parts of the input that facts are read from, most trusted first (F1).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum OriginKind {
    /// A key of the posting's own front matter.
    FrontMatter,
    /// A folder's `_index.md`.
    Folder,
    /// `careers.toml`.
    Config,
    /// A labelled line near the top of the text, such as `**Location:** Berlin`.
    Label,
    /// A text in front matter, such as its `description` or `subtitle`, read as prose.
    Description,
    /// The title or its suffixes.
    Title,
    /// The text.
    Body,
    /// The file's name.
    FileName,
    /// The history of the repository.
    Git,
    /// Nothing says so, and it is what holds when nothing does.
    Default,
}

impl<T> Field<T> {
    /// A value from a line of the posting's own file.
    pub fn new(value: T, kind: OriginKind, line: u32) -> Self {
        Self { value, origin: Origin { kind, line: Some(line) } }
    }

    /// A value that stands in no line of the posting's own file.
    pub fn elsewhere(value: T, kind: OriginKind) -> Self {
        Self { value, origin: Origin { kind, line: None } }
    }

    /// The same origin with another value.
    pub fn map<U>(self, change: impl FnOnce(T) -> U) -> Field<U> {
        Field { value: change(self.value), origin: self.origin }
    }
}
