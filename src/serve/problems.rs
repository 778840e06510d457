//! What there is to say about a site, for the browser: the overlay's text, and a page of everything.
//!
//! The words are those of the terminal. The overlay is text to the browser and is never read as HTML; on the page
//! everything is escaped.

use std::fmt::Write as _;

use crate::diagnostic::{Diagnostic, Severity};
use crate::model::Site;
use crate::report;

/// As many errors as anybody reads before mending the first.
const SHOWN: usize = 20;

/// The errors as text; empty where there are none.
pub(super) fn overlay(diagnostics: &[Diagnostic]) -> String {
    let errors: Vec<&Diagnostic> = diagnostics.iter().filter(|d| d.severity == Severity::Error).collect();
    let mut text = report::plain(&errors[..errors.len().min(SHOWN)]);
    if errors.len() > SHOWN {
        let _ = writeln!(text, "… and {} more", errors.len() - SHOWN);
    }
    text
}

/// A page with everything, each finding with a link to the posting that it is about.
pub(super) fn page(diagnostics: &[Diagnostic], site: &Site, base_path: &str) -> String {
    let (errors, warnings) = report::counts(diagnostics);
    let title = match (errors, warnings) {
        (0, 0) => "No problems".into(),
        (0, _) => report::plural(warnings, "warning"),
        (_, 0) => report::plural(errors, "error"),
        _ => format!("{} and {}", report::plural(errors, "error"), report::plural(warnings, "warning")),
    };
    let items: String = diagnostics.iter().map(|diagnostic| item(diagnostic, site, base_path)).collect();
    format!(
        "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>{title}</title>\
         <meta name=\"viewport\" content=\"width=device-width\"><meta name=\"color-scheme\" content=\"light dark\">\
         </head><body><h1>{title}</h1>\n<ul>\n{items}</ul>\n<p><a href=\"{}\">All open roles</a></p></body></html>\n",
        escaped(base_path)
    )
}

fn item(diagnostic: &Diagnostic, site: &Site, base_path: &str) -> String {
    let text = escaped(&report::plain(&[diagnostic]));
    let file = diagnostic.location.as_ref().map(|location| &location.path);
    let posting = file.and_then(|file| {
        site.all().flat_map(|edition| &edition.postings).find(|published| published.posting.shown == *file)
    });
    let link = posting.map(|published| {
        let route = published.route.trim_start_matches('/');
        format!("<a href=\"{}{}\">{}</a>", escaped(base_path), escaped(route), escaped(published.title()))
    });
    format!("<li><pre>{text}</pre>{}</li>\n", link.unwrap_or_default())
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::SourceFile;

    #[test]
    fn s5_the_page_is_escaped_and_the_overlay_is_the_terminals_text() {
        let source = SourceFile::new("seeds/<a>.md", "<script>alert(1)</script>");
        let error = Diagnostic::error("x", "a `<b>` & more").at(source.location(0..8)).help("\"quote\"");
        let text = overlay(std::slice::from_ref(&error));
        assert_eq!(text, report::plain(&[&error]));
        assert!(text.contains("seeds/<a>.md:1:1") && text.contains("error[x]"), "{text}");
        let item = escaped(&text);
        assert!(!item.contains(['<', '>', '"']), "{item}");
    }

    #[test]
    fn warnings_are_on_the_page_alone_and_errors_are_cut() {
        let many: Vec<Diagnostic> = (0..30).map(|n| Diagnostic::error("x", format!("error {n}"))).collect();
        assert!(overlay(&many).ends_with("… and 10 more\n"));
        assert_eq!(overlay(&[Diagnostic::warning("x", "y")]), "");
    }
}
