//! Diagnostics as annotations of GitHub Actions.

use std::fmt::Write as _;

use crate::diagnostic::{Diagnostic, Severity};

/// GitHub shows ten annotations of a kind for a step, and drops the others without a word.
const LIMIT: usize = 10;

pub(super) fn diagnostics(diagnostics: &[&Diagnostic]) -> String {
    let mut text = String::new();
    for (severity, command) in [(Severity::Error, "error"), (Severity::Warning, "warning"), (Severity::Info, "notice")]
    {
        let all: Vec<_> = diagnostics.iter().filter(|d| d.severity == severity).collect();
        for diagnostic in all.iter().take(LIMIT) {
            annotate(&mut text, command, diagnostic);
        }
        if all.len() > LIMIT {
            let _ = writeln!(text, "::{command}::+{} more", all.len() - LIMIT);
        }
    }
    text
}

fn annotate(text: &mut String, command: &str, diagnostic: &Diagnostic) {
    let place = diagnostic
        .location
        .as_ref()
        .map(|location| format!("file={},line={},col={},", property(&location.path), location.line, location.column));
    let help = diagnostic.help.as_ref().map(|help| format!("\nhelp: {help}")).unwrap_or_default();
    let message = data(&format!("{}{help}", diagnostic.message));
    let _ = writeln!(text, "::{command} {}title={}::{message}", place.unwrap_or_default(), property(diagnostic.code));
}

/// Escapes as the runner's own toolkit does.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::SourceFile;

    #[test]
    fn o11_at_most_ten_of_a_kind_then_how_many_more() {
        let source = SourceFile::new("a,b.md", "100 %");
        let one = Diagnostic::warning("x", "100 %").at(source.location(0..3)).help("do");
        let text = diagnostics(&[&one; 12]);
        assert_eq!(text.lines().count(), 11);
        assert_eq!(text.lines().next(), Some("::warning file=a%2Cb.md,line=1,col=1,title=x::100 %25%0Ahelp: do"));
        assert_eq!(text.lines().last(), Some("::warning::+2 more"));
    }
}
