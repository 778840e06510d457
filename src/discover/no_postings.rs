//! What is said of folders in which there is no posting.

use std::path::PathBuf;

use super::{name, slashed, walk};
use crate::diagnostic::Diagnostic;

/// How many documents are named.
const NAMED: usize = 3;

/// A warning where nobody can have meant the folders to have no postings: they hold documents that are no Markdown, or
/// nothing at all. A README or the like tells that they are kept for openings to come, which is nothing to warn about.
pub(super) fn no_postings(seeds: &[PathBuf], skip: &[PathBuf]) -> Option<Diagnostic> {
    let mut files: Vec<PathBuf> = seeds
        .iter()
        .flat_map(|seed| walk(seed, skip))
        .flatten()
        .filter(|entry| !entry.file_type().is_dir() && entry.file_name() != ".DS_Store")
        .map(walkdir::DirEntry::into_path)
        .collect();
    let is_empty = files.is_empty();
    files.retain(|file| file.file_name().is_some_and(|name| name::is_document(&name.to_string_lossy())));
    files.sort();
    if files.is_empty() && !is_empty {
        return None;
    }
    let folders = seeds.iter().map(|seed| format!("`{}`", slashed(seed))).collect::<Vec<_>>().join(", ");
    let warning = Diagnostic::warning("no-postings", format!("there are no postings in {folders}{}", told(&files)));
    let first =
        files.first().map(|file| format!("save them as Markdown, such as `{}`", slashed(&file.with_extension("md"))));
    Some(warning.help(first.unwrap_or_else(|| "put postings there as Markdown files, such as `welder.md`".into())))
}

/// What the documents are called.
fn told(files: &[PathBuf]) -> String {
    if files.is_empty() {
        return String::new();
    }
    let named: Vec<String> = files.iter().take(NAMED).map(|file| format!("`{}`", slashed(file))).collect();
    let more = files.len() - named.len();
    let more = if more == 0 { String::new() } else { format!(" and {more} more") };
    format!(": {}{more} can't be read", named.join(", "))
}
