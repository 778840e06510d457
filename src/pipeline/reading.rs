//! One file of a posting, decoded, extracted and inferred from.

use super::folders::Folders;
use crate::diagnostic::Diagnostic;
use crate::discover::Found;
use crate::extract::{self, Draft, Options};
use crate::infer::{self, Inferred, Peer, Reason};
use crate::posting::{Facts, OriginKind};
use crate::source::SourceFile;

/// What a file says, beside all others.
pub(super) struct Reading {
    pub source: SourceFile,
    /// Without its HTML, which is in `content`.
    pub draft: Draft,
    pub inferred: Inferred,
    /// Why it is no posting.
    pub reason: Option<Reason>,
    /// The text of its page.
    pub content: String,
    pub diagnostics: Vec<Diagnostic>,
}

impl Reading {
    /// Reads the bytes of a file.
    pub(super) fn of(file: &Found, bytes: Vec<u8>, folders: &Folders, options: &Options<'_>) -> Self {
        let (source, warning) = SourceFile::decode(file.path.clone(), file.shown.clone(), bytes);
        let mut reading = Self::of_text(source, folders, options);
        reading.diagnostics.splice(0..0, warning);
        reading
    }

    /// Reads a text under the name of a file.
    pub(super) fn of_text(source: SourceFile, folders: &Folders, options: &Options<'_>) -> Self {
        let (mut draft, mut diagnostics) = extract::extract(&source, options);
        let inferred = infer::infer(&draft, &source, &folders.defaults(&source.path), &mut diagnostics);
        let reason = infer::reason(&draft, &inferred.facts);
        let content = content(&mut draft, &inferred.facts);
        Self { source, draft, inferred, reason, content, diagnostics }
    }

    /// What is compared with others.
    pub(super) fn as_peer(&self) -> Peer<'_> {
        Peer { path: &self.source.path, facts: &self.inferred.facts, comparable: &self.inferred.comparable }
    }
}

/// The text as a page shows it below its title: with the heading that opens it, unless that is the title.
fn content(draft: &mut Draft, facts: &Facts) -> String {
    let Some(heading) = &draft.lead_heading else { return std::mem::take(&mut draft.html) };
    let title = facts.heading.as_ref().or(facts.title.as_ref());
    let is_title = title.is_some_and(|title| {
        let stands_there = title.origin.kind == OriginKind::Body && title.origin.line == Some(heading.line);
        let reads_the_same = title.value.trim().eq_ignore_ascii_case(heading.text.trim());
        stands_there || reads_the_same || infer::is_title_of(draft, &title.value)
    });
    let above = if is_title { String::new() } else { heading.html.clone() };
    let html = std::mem::take(&mut draft.html);
    if above.is_empty() { html } else { above + &html }
}
