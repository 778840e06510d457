//! Diagnostics as one JSON object a line.

use std::fmt::Write as _;

use serde_json::json;

use super::{Summary, counts};
use crate::diagnostic::Diagnostic;

pub(super) fn diagnostics(diagnostics: &[&Diagnostic]) -> String {
    diagnostics.iter().fold(String::new(), |mut text, diagnostic| {
        let _ = writeln!(text, "{}", diagnostic_value(diagnostic));
        text
    })
}

fn diagnostic_value(diagnostic: &Diagnostic) -> serde_json::Value {
    let location = diagnostic.location.as_ref();
    json!({
        "type": "diagnostic",
        "code": diagnostic.code,
        "severity": diagnostic.severity,
        "message": diagnostic.message,
        "help": diagnostic.help,
        "file": location.map(|location| &*location.path),
        "line": location.map(|location| location.line),
        "column": location.map(|location| location.column),
        "span": location.map(|location| [location.span.start, location.span.end]),
    })
}

/// The last line: what was done, or `null`s where nothing was.
pub(super) fn summary(summary: Option<&Summary>, diagnostics: &[Diagnostic]) -> String {
    let (errors, warnings) = counts(diagnostics);
    format!("{}\n", json!({ "type": "summary", "errors": errors, "warnings": warnings, "build": summary }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::SourceFile;

    #[test]
    fn o11_a_diagnostic_is_one_line_of_json() {
        let source = SourceFile::new("a.md", "one\ntwo");
        let diagnostic = Diagnostic::warning("x", "a \"b\"").at(source.location(4..7)).help("c");
        let line = diagnostics(&[&diagnostic]);
        let value: serde_json::Value = serde_json::from_str(&line).expect("JSON");
        assert_eq!(line.lines().count(), 1);
        assert_eq!(
            (&value["file"], &value["line"], &value["severity"]),
            (&json!("a.md"), &json!(2), &json!("warning"))
        );
    }
}
