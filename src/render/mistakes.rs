//! The template engine's errors as diagnostics that point into the template.

use std::collections::{BTreeSet, HashMap};

use tera::{ErrorKind, ReportError, Tera};

use crate::diagnostic::{Diagnostic, nearest};
use crate::source::{Location, SourceFile};

/// Templates by the name that the engine knows them under.
pub(super) type Sources = HashMap<String, SourceFile>;

/// Names and texts, as the engine takes them.
pub(super) fn texts(sources: &Sources) -> impl Iterator<Item = (&str, &str)> {
    sources.iter().map(|(name, source)| (name.as_str(), source.text.as_str()))
}

/// Every mistake in a set of templates. The engine stops at the first template that it can't parse, so each is tried
/// alone; what is wrong between templates is found with the unparsable ones emptied.
pub(super) fn all(empty: &Tera, first: &tera::Error, sources: &Sources) -> Vec<Diagnostic> {
    let mut errors = Vec::new();
    let mut broken = BTreeSet::new();
    for (name, text) in texts(sources) {
        if let Err(error) = empty.clone().add_raw_template(name, text)
            && matches!(error.kind(), ErrorKind::SyntaxError(_))
        {
            errors.push(explain(&error, sources));
            broken.insert(name);
        }
    }
    let emptied = texts(sources).map(|(name, text)| (name, if broken.contains(name) { "" } else { text }));
    if let Err(error) = empty.clone().add_raw_templates(emptied) {
        errors.extend(between(&error, sources, !broken.is_empty()));
    }
    if errors.is_empty() { vec![explain(first, sources)] } else { errors }
}

/// What is wrong between templates comes as one text of several reports.
fn between(error: &tera::Error, sources: &Sources, some_emptied: bool) -> Vec<Diagnostic> {
    let ErrorKind::Msg(text) = error.kind() else { return vec![explain(error, sources)] };
    let reports = text.split("error: ").filter(|report| !report.trim().is_empty());
    // A block of an emptied parent is not missing, only out of sight.
    let reports = reports.filter(|report| !(some_emptied && report.contains("not defined in any parent template")));
    reports.map(|report| from_report(report, sources)).collect()
}

/// Reads `MESSAGE\n --> NAME:LINE:COLUMN\n…`.
fn from_report(report: &str, sources: &Sources) -> Diagnostic {
    let diagnostic = Diagnostic::error("template", in_our_grammar(report)).help(HELP);
    let place = report.lines().nth(1).and_then(|line| line.trim().strip_prefix("--> "));
    let mut parts = place.unwrap_or_default().rsplitn(3, ':');
    let column = parts.next().and_then(|text| text.parse().ok());
    let line = parts.next().and_then(|text| text.parse().ok());
    let source = parts.next().and_then(|name| sources.get(name));
    match (source, line, column) {
        (Some(source), Some(line), Some(column)) => {
            let start = source.offset(line, column);
            let word = report.split('`').nth(1).map_or(1, str::len);
            diagnostic.at(source.location(start..start + word))
        }
        _ => diagnostic,
    }
}

/// What to do about a mistake whose message says what there is.
const HELP: &str =
    "mend the template, or move it away and take a working copy of the theme's: `careers theme eject FILE`";

/// One error of the engine.
pub(super) fn explain(error: &tera::Error, sources: &Sources) -> Diagnostic {
    match error.kind() {
        ErrorKind::SyntaxError(report) => {
            placed("template-syntax", report, sources).help("mend the template; its syntax is that of Tera 2")
        }
        ErrorKind::RenderingError(report) => placed("template", report, sources).help(HELP),
        ErrorKind::MissingParent { current, parent } => missing_parent(current, parent, sources),
        other => Diagnostic::error("template", in_our_grammar(&other.to_string())).help(HELP),
    }
}

fn placed(code: &'static str, report: &ReportError, sources: &Sources) -> Diagnostic {
    let diagnostic = Diagnostic::error(code, in_our_grammar(report.message()));
    match sources.get(report.filename()) {
        Some(source) => diagnostic.at(source.location(report.span().range.clone())),
        None => diagnostic,
    }
}

fn missing_parent(current: &str, parent: &str, sources: &Sources) -> Diagnostic {
    let message = format!("`{current}` extends `{parent}`, which does not exist");
    let location = sources.get(current).map(|source| {
        let at = source.text.find(parent).unwrap_or(0);
        source.location(at..at + parent.len())
    });
    let near = nearest(parent, sources.keys().map(String::as_str));
    let help = near.map_or_else(|| "extend a template that there is".into(), |near| format!("did you mean `{near}`?"));
    Diagnostic::error("template", message).at(location.unwrap_or_else(|| Location::start_of(current.into()))).help(help)
}

/// The engine writes sentences; ours begin in lower case and end without a full stop.
fn in_our_grammar(message: &str) -> String {
    let line = message.lines().next().unwrap_or_default().trim_end_matches('.');
    let mut characters = line.chars();
    characters.next().map_or_else(String::new, |first| first.to_lowercase().chain(characters).collect())
}
