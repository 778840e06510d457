//! Diagnostics as rustc draws them.

use std::fmt::Write as _;

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};

use super::folded::{self, Folded};
use super::{Summary, counts};
use crate::diagnostic::{Diagnostic, Severity};
use crate::source::Location;

/// Draws all of them as they come, with an empty line after each.
pub(super) fn diagnostics(diagnostics: &[&Diagnostic], color: bool) -> String {
    drawn(diagnostics.iter().map(|diagnostic| Folded::alone(diagnostic)), color)
}

/// The same with what many files have alike told once, and errors last.
pub(super) fn folded(diagnostics: &[&Diagnostic], color: bool) -> String {
    drawn(folded::folded(diagnostics).into_iter(), color)
}

fn drawn<'a>(all: impl Iterator<Item = Folded<'a>>, color: bool) -> String {
    let renderer = if color { Renderer::styled() } else { Renderer::plain() };
    all.fold(String::new(), |mut text, folded| {
        text.push_str(&draw(&folded, &renderer));
        text.push_str("\n\n");
        text
    })
}

fn draw(folded: &Folded<'_>, renderer: &Renderer) -> String {
    let diagnostic = folded.diagnostic;
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Info => Level::INFO,
    };
    let mut group = Group::with_title(level.primary_title(diagnostic.message.as_str()).id(diagnostic.code));
    if let Some(location) = &diagnostic.location {
        group = if location.excerpt.is_empty() {
            group.element(Origin::path(&*location.path))
        } else {
            group.element(snippet(location, diagnostic.label.as_deref()))
        };
    }
    if let Some(elsewhere) = folded.elsewhere() {
        group = group.element(Level::NOTE.message(elsewhere));
    }
    if let Some(help) = &diagnostic.help {
        group = group.element(Level::HELP.message(help.as_str()));
    }
    renderer.render(&[group])
}

fn snippet<'a>(location: &'a Location, label: Option<&'a str>) -> Snippet<'a, annotate_snippets::Annotation<'a>> {
    let start = location.excerpt_start.min(location.excerpt.len());
    let length = location.span.len().min(location.excerpt.len() - start);
    let mut annotation = AnnotationKind::Primary.span(start..start + length);
    if let Some(label) = label {
        annotation = annotation.label(label);
    }
    Snippet::source(&*location.excerpt).line_start(location.line as usize).path(&*location.path).annotation(annotation)
}

/// One line: what was done, or why nothing was.
pub(super) fn summary(summary: Option<&Summary>, diagnostics: &[Diagnostic]) -> String {
    let (errors, warnings) = counts(diagnostics);
    let Some(summary) = summary else {
        let also = if warnings > 0 { format!(" and {}", plural(warnings, "warning")) } else { String::new() };
        let cause = if errors > 0 { format!("{}{also}", plural(errors, "error")) } else { plural(warnings, "warning") };
        return format!("nothing was written: {cause}\n");
    };
    let mut line = format!(
        "built {} on {} in {} into {}",
        plural(summary.postings, "posting"),
        plural(summary.pages, "page"),
        duration(summary.milliseconds),
        summary.output
    );
    if summary.written == 0 && summary.removed == 0 {
        line.push_str(", nothing had changed");
    }
    if warnings > 0 {
        let _ = write!(line, ", with {}", plural(warnings, "warning"));
    }
    line.push('\n');
    for (what, change) in [("opens", &summary.next.opens), ("closes", &summary.next.closes)] {
        if let Some(change) = change {
            let _ = writeln!(line, "next {what} {}: {}", change.date, titles(&change.titles));
        }
    }
    line
}

/// A few of the titles.
fn titles(titles: &[String]) -> String {
    const SHOWN: usize = 3;
    let mut shown = titles.iter().take(SHOWN).cloned().collect::<Vec<_>>().join(", ");
    if titles.len() > SHOWN {
        let _ = write!(shown, " and {} more", titles.len() - SHOWN);
    }
    shown
}

fn duration(milliseconds: u128) -> String {
    if milliseconds < 1000 {
        return format!("{milliseconds} ms");
    }
    format!("{}.{} s", milliseconds / 1000, milliseconds % 1000 / 100)
}

pub(super) fn plural(count: usize, noun: &str) -> String {
    if count == 1 { format!("1 {noun}") } else { format!("{count} {noun}s") }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::model::{Change, Upcoming};
    use crate::source::SourceFile;

    #[test]
    fn a_diagnostic_shows_its_line_and_its_fix() {
        let source = SourceFile::new("seeds/a.md", "---\n\u{1f44b} titel: Ops\n---\n");
        let at = source.text.find("titel").expect("the key");
        let diagnostic = Diagnostic::warning("unknown-key", "unknown key `titel`")
            .at(source.location(at..at + 5))
            .label("not a key")
            .help("did you mean `title`?");
        insta::assert_snapshot!(diagnostics(&[&diagnostic], false), @"
        warning[unknown-key]: unknown key `titel`
         --> seeds/a.md:2:3
          |
        2 | 👋 titel: Ops
          |    ^^^^^ not a key
          |
          = help: did you mean `title`?
        ");
    }

    #[test]
    fn a_diagnostic_about_a_whole_file_names_it() {
        let diagnostic = Diagnostic::error("io", "cannot read `a`").at(Location::start_of("a".into()));
        insta::assert_snapshot!(diagnostics(&[&diagnostic], false), @"
        error[io]: cannot read `a`
        --> a
        ");
    }

    fn done() -> Summary {
        Summary {
            postings: 1,
            pages: 12,
            written: 3,
            unchanged: 9,
            removed: 0,
            milliseconds: 1234,
            output: "output".into(),
            next: Upcoming::default(),
        }
    }

    #[test]
    fn o3_the_summary_tells_what_opens_and_closes_next() {
        let titles = ["Baker", "Cook", "Host", "Waiter"].map(str::to_owned).to_vec();
        let closes = Some(Change { date: date(2026, 6, 9), titles });
        let opens = Some(Change { date: date(2026, 7, 1), titles: vec!["Clerk".into()] });
        let next = Upcoming { closes, opens, rebuild: None };
        let summary = summary(Some(&Summary { next, ..done() }), &[]);
        assert!(summary.ends_with(
            "into output\nnext opens 2026-07-01: Clerk\nnext closes 2026-06-09: Baker, Cook, Host and 1 more\n"
        ));
    }

    #[test]
    fn o11_the_summary_is_one_line() {
        let done = done();
        assert_eq!(summary(Some(&done), &[]), "built 1 posting on 12 pages in 1.2 s into output\n");
        let warned = [Diagnostic::warning("x", "y")];
        let idle = Summary { written: 0, milliseconds: 7, ..done };
        assert_eq!(
            summary(Some(&idle), &warned),
            "built 1 posting on 12 pages in 7 ms into output, nothing had changed, with 1 warning\n"
        );
        let errors = [Diagnostic::error("x", "y"), Diagnostic::warning("x", "y")];
        assert_eq!(summary(None, &errors), "nothing was written: 1 error and 1 warning\n");
    }
}
