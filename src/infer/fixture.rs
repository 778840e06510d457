//! Drafts built by hand, for the tests of this stage: what `extract` would make of a file, without the file.

use super::{Defaults, Inferred, infer};
use crate::data::{Entry, Node, Scalar, Value};
use crate::diagnostic::Diagnostic;
use crate::extract::{Block, BlockKind, Draft, Heading, Link};
use crate::posting::Facts;
use crate::source::SourceFile;

/// Starts an empty draft of `roles/welder.md`.
pub(super) fn draft() -> Fixture {
    Fixture {
        draft: Draft { path: "roles/welder.md".into(), shown: "seeds/roles/welder.md".into(), ..Draft::default() },
        line: 1,
    }
}

pub(super) struct Fixture {
    draft: Draft,
    line: u32,
}

impl Fixture {
    pub(super) fn path(mut self, path: &str) -> Self {
        self.draft.path = path.into();
        self
    }

    pub(super) fn key(self, key: &str, text: &str) -> Self {
        self.entry(key, scalar(text))
    }

    pub(super) fn entry(mut self, key: &str, value: Node) -> Self {
        self.draft.front_matter.entries.push(Entry { key: key.to_owned(), key_span: 0..0, value });
        self
    }

    pub(super) fn heading(mut self, level: u8, text: &str) -> Self {
        if level == 1 && self.draft.outline.is_empty() {
            self.draft.lead_heading = Some(Heading { text: text.to_owned(), line: self.line, html: String::new() });
        }
        self.block(BlockKind::Heading(level), text)
    }

    pub(super) fn paragraph(self, text: &str) -> Self {
        self.block(BlockKind::Paragraph, text)
    }

    pub(super) fn item(self, text: &str) -> Self {
        self.block(BlockKind::ListItem, text)
    }

    pub(super) fn row(self, text: &str) -> Self {
        self.block(BlockKind::TableRow, text)
    }

    pub(super) fn code(self, text: &str) -> Self {
        self.block(BlockKind::Code, text)
    }

    pub(super) fn block(mut self, kind: BlockKind, text: &str) -> Self {
        self.draft.outline.extend(Block { kind, text: text.to_owned(), line: self.line }.divided());
        self.line += 2;
        self
    }

    /// A link in the block before.
    pub(super) fn link(mut self, text: &str, url: &str) -> Self {
        self.draft.links.push(Link { text: text.to_owned(), url: url.to_owned(), line: self.line - 2 });
        self
    }

    /// The blocks so far, to name a case by.
    pub(super) fn build_outline(&self) -> Vec<String> {
        self.draft.outline.iter().map(|block| block.text.clone()).collect()
    }

    pub(super) fn build(self) -> Draft {
        self.draft
    }

    pub(super) fn facts(self) -> Facts {
        self.infer().0
    }

    pub(super) fn infer(self) -> (Facts, Vec<Diagnostic>) {
        self.infer_with(&Defaults::default())
    }

    pub(super) fn infer_with(self, defaults: &Defaults<'_>) -> (Facts, Vec<Diagnostic>) {
        let source = SourceFile::new(&self.draft.path, "---\n");
        let mut diagnostics = Vec::new();
        let inferred = infer(&self.draft, &source, defaults, &mut diagnostics);
        (inferred.facts, diagnostics)
    }

    /// Everything that inference finds, for what comes after it.
    pub(super) fn inferred(self) -> Inferred {
        let source = SourceFile::new(&self.draft.path, "---\n");
        infer(&self.draft, &source, &Defaults::default(), &mut Vec::new())
    }
}

/// An unquoted scalar.
pub(super) fn scalar(text: &str) -> Node {
    node(Value::Scalar(Scalar { text: text.to_owned(), quoted: false }))
}

pub(super) fn list(items: &[&str]) -> Node {
    node(Value::List(items.iter().map(|item| scalar(item)).collect()))
}

pub(super) fn map(entries: &[(&str, Node)]) -> Node {
    let entry = |(key, value): &(&str, Node)| Entry { key: (*key).to_owned(), key_span: 0..0, value: value.clone() };
    node(Value::Map(entries.iter().map(entry).collect()))
}

pub(super) fn node(value: Value) -> Node {
    Node { value, span: 0..0 }
}
