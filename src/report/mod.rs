//! Diagnostics and results into text: for people, for programs, for GitHub Actions.
//!
//! The only place that prints. What the user asked for (the summary, JSON) goes to the standard output, what happened on
//! the way to the standard error. A reader that has gone away is no error.

mod changes;
mod explain;
mod folded;
mod github;
mod human;
mod json;
mod themes;

pub use self::changes::{changes_human, changes_json};
pub use self::explain::{Table, explain_json, written_human, written_json};
pub use self::themes::{ThemeListed, theme, themes};

use std::io::Write as _;

use crate::diagnostic::{self, Diagnostic, Severity};
use crate::model::Upcoming;

/// The forms of a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// For people.
    Human,
    /// One JSON object a line.
    Json,
    /// Workflow commands of GitHub Actions.
    Github,
}

/// How much to say.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verbosity {
    /// Errors alone.
    Quiet,
    /// Errors, warnings and a summary.
    Normal,
    /// Everything.
    Verbose,
}

/// Prints reports of one form.
#[derive(Debug, Clone, Copy)]
pub struct Reporter {
    /// In which form.
    pub format: Format,
    /// Whether to use colour.
    pub color: bool,
    /// How much to say.
    pub verbosity: Verbosity,
}

/// What a build did.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Summary {
    /// Postings with a page.
    pub postings: usize,
    /// Pages in all.
    pub pages: usize,
    /// Files that were new or had changed.
    pub written: usize,
    /// Files that were as they should be.
    pub unchanged: usize,
    /// Files that were removed.
    pub removed: usize,
    /// Milliseconds from start to end.
    pub milliseconds: u128,
    /// The folder that was written to.
    pub output: String,
    /// What the calendar will change next.
    pub next: Upcoming,
}

impl Reporter {
    /// Prints diagnostics, which are in order already. For people what many files have alike is told once, unless they want
    /// to know everything.
    pub fn diagnostics(&self, diagnostics: &[Diagnostic]) {
        let shown: Vec<&Diagnostic> = diagnostics.iter().filter(|d| self.shows(d.severity)).collect();
        match self.format {
            Format::Human if self.verbosity == Verbosity::Verbose => to_stderr(&human::diagnostics(&shown, self.color)),
            Format::Human => to_stderr(&human::folded(&shown, self.color)),
            Format::Json => to_stdout(&json::diagnostics(&shown)),
            Format::Github => to_stdout(&github::diagnostics(&shown)),
        }
    }

    /// Prints what was done; nothing was done if there is no summary.
    pub fn summary(&self, summary: Option<&Summary>, diagnostics: &[Diagnostic]) {
        if self.format == Format::Json {
            to_stdout(&json::summary(summary, diagnostics));
        } else if summary.is_none() || self.verbosity > Verbosity::Quiet {
            let line = human::summary(summary, diagnostics);
            if summary.is_some() { to_stdout(&line) } else { to_stderr(&line) }
        }
    }

    /// Prints a line about a change, and before it those diagnostics that were not `told` before. Both are in order.
    pub fn news(&self, told: &[Diagnostic], diagnostics: &[Diagnostic], line: &str) {
        let is_told = |new: &Diagnostic| told.binary_search_by(|old| diagnostic::order(old, new)).is_ok();
        let news: Vec<Diagnostic> = diagnostics.iter().filter(|new| !is_told(new)).cloned().collect();
        self.diagnostics(&news);
        if self.verbosity > Verbosity::Quiet && self.format != Format::Json {
            to_stdout(line);
        }
    }

    /// Prints a line that only those see who ask for more.
    pub fn detail(&self, line: &str) {
        if self.verbosity == Verbosity::Verbose {
            to_stderr(&format!("{line}\n"));
        }
    }

    fn shows(self, severity: Severity) -> bool {
        match severity {
            Severity::Error => true,
            Severity::Warning => self.verbosity > Verbosity::Quiet,
            Severity::Info => self.verbosity == Verbosity::Verbose,
        }
    }
}

/// Diagnostics as text without colour, in the words of the terminal.
pub fn plain(diagnostics: &[&Diagnostic]) -> String {
    human::diagnostics(diagnostics, false)
}

/// `1 warning`, `2 warnings`.
pub fn plural(count: usize, noun: &str) -> String {
    human::plural(count, noun)
}

/// Prints what the user asked for.
pub fn to_stdout(text: &str) {
    let _ = std::io::stdout().lock().write_all(text.as_bytes());
}

/// Prints what happened on the way.
pub fn to_stderr(text: &str) {
    let _ = std::io::stderr().lock().write_all(text.as_bytes());
}

/// Errors and warnings among diagnostics.
pub fn counts(diagnostics: &[Diagnostic]) -> (usize, usize) {
    let count = |severity| diagnostics.iter().filter(|d| d.severity == severity).count();
    (count(Severity::Error), count(Severity::Warning))
}
