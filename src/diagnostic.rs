//! Something to tell the user, as a value.
//!
//! Stages return diagnostics beside their result and go on; they never print and never stop at the first. A diagnostic
//! is complete when it exists: it carries the line it is about, so that reporting needs no source text. Drawing is
//! `report`'s work.
//!
//! The grammar of a message: lower case, no final full stop, the user's own words in backticks, the fix in `help`.

use std::cmp::Ordering;

use crate::source::Location;

/// The name of a kind of diagnostic, in kebab case. Stable: users name it in their configuration.
pub type Code = &'static str;

/// How much a diagnostic weighs. An error is what makes the site wrong as a whole (O8).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Nothing is written.
    Error,
    /// A part of one posting was lost or is in doubt; fails the build with `--strict`.
    Warning,
    /// Worth knowing.
    Info,
}

/// One finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// What kind of finding this is.
    pub code: Code,
    /// How much it weighs.
    pub severity: Severity,
    /// One sentence: what is the case.
    pub message: String,
    /// Where; `None` only where no file is to blame. Boxed, so that a `Result` with a diagnostic stays small.
    pub location: Option<Box<Location>>,
    /// A few words drawn beside the place.
    pub label: Option<String>,
    /// What to do about it.
    pub help: Option<String>,
}

impl Diagnostic {
    /// A finding that stops the site from being written.
    pub fn error(code: Code, message: impl Into<String>) -> Self {
        Self::new(code, Severity::Error, message.into())
    }

    /// A finding about a part of one posting.
    pub fn warning(code: Code, message: impl Into<String>) -> Self {
        Self::new(code, Severity::Warning, message.into())
    }

    /// A finding that needs no action.
    pub fn info(code: Code, message: impl Into<String>) -> Self {
        Self::new(code, Severity::Info, message.into())
    }

    fn new(code: Code, severity: Severity, message: String) -> Self {
        Self { code, severity, message, location: None, label: None, help: None }
    }

    /// Says where.
    #[must_use]
    pub fn at(mut self, location: Location) -> Self {
        self.location = Some(Box::new(location));
        self
    }

    /// Puts a few words beside the place.
    #[must_use]
    pub fn label(mut self, label: impl Into<String>) -> Self {
        self.label = Some(label.into());
        self
    }

    /// Says what to do.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }
}

/// The one order in which diagnostics are shown: by file, then place, then code. Those without a file come first.
pub fn order(a: &Diagnostic, b: &Diagnostic) -> Ordering {
    fn key(diagnostic: &Diagnostic) -> Option<(&str, usize)> {
        diagnostic.location.as_ref().map(|location| (&*location.path, location.span.start))
    }
    key(a).cmp(&key(b)).then(a.code.cmp(b.code)).then_with(|| a.message.cmp(&b.message))
}

/// Whether anything among them stops the site from being written.
pub fn has_errors(diagnostics: &[Diagnostic]) -> bool {
    diagnostics.iter().any(|diagnostic| diagnostic.severity == Severity::Error)
}

/// The candidate nearest to `word`, where one is at most a typing slip or two away.
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let allowed = if word.chars().count() <= 4 { 1 } else { 2 };
    candidates
        .into_iter()
        .map(|candidate| (strsim::osa_distance(word, candidate), candidate))
        .filter(|(distance, _)| *distance <= allowed)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::SourceFile;

    #[test]
    fn diagnostics_sort_by_file_then_place_then_code() {
        let (a, b) = (SourceFile::new("a.md", "one two"), SourceFile::new("b.md", "one"));
        let mut all = [
            Diagnostic::warning("z", "4").at(b.location(0..1)),
            Diagnostic::warning("z", "3").at(a.location(4..5)),
            Diagnostic::warning("y", "2").at(a.location(4..5)),
            Diagnostic::error("z", "1"),
        ];
        all.sort_by(order);
        assert_eq!(all.iter().map(|d| d.message.as_str()).collect::<String>(), "1234");
    }

    #[test]
    fn the_nearest_word_is_at_most_two_slips_away() {
        assert_eq!(nearest("titel", ["title", "tags"]), Some("title"));
        assert_eq!(nearest("tgas", ["title", "tags"]), Some("tags"));
        assert_eq!(nearest("colour", ["title", "tags"]), None);
    }
}
