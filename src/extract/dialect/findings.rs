//! What could not be kept, gathered so that one tag's name is one warning a file.

use std::collections::BTreeMap;

use crate::diagnostic::{Code, Diagnostic};
use crate::source::{SourceFile, Span};

/// The warnings about one file.
#[derive(Debug, Default)]
pub(super) struct Findings<'a> {
    found: BTreeMap<(Code, &'a str, &'static str), (Span, usize)>,
}

impl<'a> Findings<'a> {
    /// Something of the kind `name` at `span` was lost or is in doubt; `what` ends the sentence that names it.
    pub(super) fn add(&mut self, code: Code, name: &'a str, span: Span, what: &'static str) {
        self.found.entry((code, name, what)).or_insert((span, 0)).1 += 1;
    }

    /// Makes them diagnostics.
    pub(super) fn report(self, source: &SourceFile, diagnostics: &mut Vec<Diagnostic>) {
        let start = diagnostics.len();
        for ((code, _, what), (span, count)) in self.found {
            let more = if count > 1 { format!(" (and {} more)", count - 1) } else { String::new() };
            let shown = shown(&source.text[span.clone()]);
            diagnostics.push(
                Diagnostic::warning(code, format!("`{shown}` {what}{more}")).at(source.location(span)).help(help(code)),
            );
        }
        diagnostics[start..].sort_by(crate::diagnostic::order);
    }
}

fn help(code: Code) -> &'static str {
    match code {
        "unclosed-tag" => "write both the opening and the closing tag, each on a line of its own",
        _ => "write what should stand here as plain Markdown",
    }
}

/// The tag's first line, cut where it is long.
fn shown(tag: &str) -> String {
    let line = tag.lines().next().unwrap_or_default().trim();
    let mut shown: String = line.chars().take(60).collect();
    if shown.len() < line.len() || tag.contains('\n') {
        shown.push('…');
    }
    shown
}
