//! What many files have alike, told once.
//!
//! In go diagnostics in order, out come the same without those that say of further files what was said of the first, and
//! with errors at the end, where a terminal stops scrolling. Nothing that is about one file alone is left out.

use std::collections::HashMap;

use crate::diagnostic::{Diagnostic, Severity};
use crate::source::Location;

/// How many of the further files are named.
const NAMED: usize = 2;

/// A diagnostic, and where it holds as well.
pub(super) struct Folded<'a> {
    pub diagnostic: &'a Diagnostic,
    /// The first place in each further file.
    also: Vec<&'a Location>,
}

impl<'a> Folded<'a> {
    /// One that stands for itself alone.
    pub(super) fn alone(diagnostic: &'a Diagnostic) -> Self {
        Self { diagnostic, also: Vec::new() }
    }

    /// `and in seeds/b.md:3, seeds/c.md:3 and 297 more files`.
    pub(super) fn elsewhere(&self) -> Option<String> {
        let named = &self.also[..self.also.len().min(NAMED)];
        let named: Vec<String> = named.iter().map(|location| place(location)).collect();
        match self.also.len() - named.len() {
            0 if named.is_empty() => None,
            0 => Some(format!("and in {}", named.join(" and "))),
            1 => Some(format!("and in {} and 1 more file", named.join(", "))),
            more => Some(format!("and in {} and {more} more files", named.join(", "))),
        }
    }

    fn is_in(&self, location: &Location) -> bool {
        self.diagnostic.location.as_ref().is_some_and(|own| own.path == location.path)
    }

    fn add(&mut self, location: &'a Location) {
        if self.also.last().is_none_or(|last| last.path != location.path) {
            self.also.push(location);
        }
    }
}

/// File and line; the file alone where it is meant as a whole.
fn place(location: &Location) -> String {
    if location.excerpt.is_empty() { location.path.to_string() } else { format!("{}:{}", location.path, location.line) }
}

/// Folds diagnostics that are in order, and puts errors last.
pub(super) fn folded<'a>(diagnostics: &[&'a Diagnostic]) -> Vec<Folded<'a>> {
    let mut folded: Vec<Folded<'a>> = Vec::new();
    let mut known: HashMap<_, usize> = HashMap::new();
    for &diagnostic in diagnostics {
        let said = (diagnostic.severity, diagnostic.code, &diagnostic.message, &diagnostic.help);
        match (&diagnostic.location, known.get(&said)) {
            (Some(location), Some(&first)) if !folded[first].is_in(location) => folded[first].add(location),
            _ => {
                known.insert(said, folded.len());
                folded.push(Folded::alone(diagnostic));
            }
        }
    }
    folded.sort_by_key(|folded| folded.diagnostic.severity == Severity::Error);
    folded
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::SourceFile;

    fn warning(file: &str, at: usize, message: &str) -> Diagnostic {
        Diagnostic::warning("x", message).at(SourceFile::new(file, "a\nb\nc").location(at..at + 1))
    }

    fn told(diagnostics: &[Diagnostic]) -> Vec<String> {
        let all: Vec<&Diagnostic> = diagnostics.iter().collect();
        let told = |folded: &Folded<'_>| {
            let Diagnostic { message, location, .. } = folded.diagnostic;
            let line = location.as_ref().map_or(0, |location| location.line);
            format!("{message} {line} {}", folded.elsewhere().unwrap_or_default()).trim_end().to_owned()
        };
        folded(&all).iter().map(told).collect()
    }

    #[test]
    fn o11_what_many_files_have_alike_is_told_once() {
        let files = ["b", "c", "d", "e"].map(|file| warning(file, 2, "m"));
        for (further, said) in [
            (0, "m 1"),
            (1, "m 1 and in b:2"),
            (2, "m 1 and in b:2 and c:2"),
            (3, "m 1 and in b:2, c:2 and 1 more file"),
            (4, "m 1 and in b:2, c:2 and 2 more files"),
        ] {
            let all: Vec<_> = std::iter::once(warning("a", 0, "m")).chain(files[..further].iter().cloned()).collect();
            assert_eq!(told(&all), [said]);
        }
    }

    #[test]
    fn o11_each_place_in_one_file_and_what_differs_is_told() {
        let all = [
            warning("a", 0, "m"),
            warning("a", 2, "m"),
            warning("b", 0, "m"),
            warning("b", 2, "m"),
            warning("c", 0, "n"),
        ];
        assert_eq!(told(&all), ["m 1", "m 2 and in b:1", "n 1"]);
        let helped = [warning("a", 0, "m").help("one"), warning("b", 0, "m").help("two")];
        assert_eq!(told(&helped), ["m 1", "m 1"]);
    }

    #[test]
    fn o11_errors_come_last() {
        let all = [Diagnostic::error("z", "wrong"), warning("a", 0, "m"), warning("b", 0, "m")];
        assert_eq!(told(&all), ["m 1 and in b:1", "wrong 0"]);
    }
}
