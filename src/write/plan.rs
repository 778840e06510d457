//! What one build will write, checked before the first page is rendered.
//!
//! In go paths and who makes them, out comes a [`Plan`] in which no two outputs meet: neither on one path, nor one as a
//! file where another needs a folder. Pure; the disk is not looked at here.

use std::path::{Component, Path};
use std::sync::Arc;

use super::manifest::{self, PageEntry};
use super::staging;
use crate::diagnostic::Diagnostic;

/// One file that a build will write.
#[derive(Debug, Clone)]
pub struct Planned {
    /// Below the output folder, `/` between the parts, not percent-encoded: `jobs/rust/index.html`.
    pub path: String,
    /// Who makes it, as a message names it when two claim one path: a source's path, or `sitemap`.
    pub origin: Arc<str>,
    /// What the manifest says of it, where it is a page.
    pub page: Option<PageEntry>,
}

/// All files that a build will write: paths unique, sorted, safe to join to a folder.
#[derive(Debug)]
pub struct Plan {
    /// In the order of their paths.
    pub(super) files: Vec<Planned>,
}

impl Plan {
    /// Takes the files in any order.
    ///
    /// # Errors
    /// `output-collision` for each two outputs that meet (O1), `output-path` for each path that leads out of the folder
    /// or to what is never written.
    pub fn new(mut files: Vec<Planned>) -> Result<Self, Vec<Diagnostic>> {
        files.sort_by(|a, b| a.path.cmp(&b.path).then_with(|| a.origin.cmp(&b.origin)));
        let mut errors: Vec<_> = files.iter().filter(|file| !is_safe(&file.path)).map(unsafe_path).collect();
        errors.extend(files.windows(2).filter(|two| two[0].path == two[1].path).map(|two| same_path(&two[0], &two[1])));
        let plan = Self { files };
        errors.extend(plan.files_where_folders_must_be());
        if errors.is_empty() { Ok(plan) } else { Err(errors) }
    }

    /// The place of `path` among the files.
    pub(super) fn position(&self, path: &str) -> Option<usize> {
        self.files.binary_search_by(|file| file.path.as_str().cmp(path)).ok()
    }

    fn files_where_folders_must_be(&self) -> Vec<Diagnostic> {
        let mut errors = Vec::new();
        let mut previous = "";
        for file in &self.files {
            for (slash, _) in file.path.match_indices('/') {
                // Sorted paths hold a folder's files together, so the folder was looked at if the last file is in it.
                if !previous.starts_with(&file.path[..=slash])
                    && let Some(at) = self.position(&file.path[..slash])
                {
                    errors.push(file_and_folder(&self.files[at], file));
                }
            }
            previous = &file.path;
        }
        errors
    }
}

/// Whether `path` names a file below the output folder that `careers` may write and remove: no way out of the folder,
/// nothing of git's, not the manifest, no temporary file.
pub(super) fn is_safe(path: &str) -> bool {
    let parts_are_plain = Path::new(path).components().all(|part| matches!(part, Component::Normal(_)));
    let parts_are_whole = path.split('/').all(|part| !part.is_empty() && part != ".");
    let first = path.split('/').next().unwrap_or_default();
    parts_are_plain
        && parts_are_whole
        && !path.contains(['\\', '\0'])
        && !path.eq_ignore_ascii_case(manifest::NAME)
        && !first.eq_ignore_ascii_case(".git")
        && !first.starts_with(staging::PREFIX)
}

fn unsafe_path(file: &Planned) -> Diagnostic {
    let message = format!("`{}` can't be written: `{}` is not a path inside the output folder", file.origin, file.path);
    Diagnostic::error("output-path", message).help("give it another address")
}

fn same_path(a: &Planned, b: &Planned) -> Diagnostic {
    let message = format!("`{}` and `{}` would both be written to `{}`", a.origin, b.origin, a.path);
    Diagnostic::error("output-collision", message).help("give one of them another address")
}

fn file_and_folder(file: &Planned, inside: &Planned) -> Diagnostic {
    let message = format!(
        "`{}` would be written to `{}`, which must be a folder for `{}` of `{}`",
        file.origin, file.path, inside.path, inside.origin
    );
    Diagnostic::error("output-collision", message).help("give one of them another address")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plan(files: &[(&str, &str)]) -> Result<Plan, Vec<String>> {
        let planned = |&(path, origin): &(&str, &str)| Planned { path: path.into(), origin: origin.into(), page: None };
        let errors =
            |errors: Vec<Diagnostic>| errors.into_iter().map(|e| format!("{}: {}", e.code, e.message)).collect();
        Plan::new(files.iter().map(planned).collect()).map_err(errors)
    }

    #[test]
    fn o1_two_outputs_on_one_path_are_an_error_that_names_both() {
        let errors = plan(&[("jobs/a/index.html", "b.md"), ("index.html", "home"), ("jobs/a/index.html", "a.md")]);
        let expected = "output-collision: `a.md` and `b.md` would both be written to `jobs/a/index.html`";
        assert_eq!(errors.expect_err("a collision"), [expected]);
    }

    #[test]
    fn o1_a_file_where_another_output_needs_a_folder_is_an_error_that_names_both() {
        let errors = plan(&[("a", "alias"), ("a-b", "other"), ("a/b/c", "c.md"), ("a/b/d", "d.md")]);
        let expected =
            "output-collision: `alias` would be written to `a`, which must be a folder for `a/b/c` of `c.md`";
        assert_eq!(errors.expect_err("a collision"), [expected]);
    }

    #[test]
    fn paths_that_only_look_alike_are_fine() {
        let plan =
            plan(&[("a/b", "1"), ("a.b", "2"), ("A/b", "3"), ("a/b.c/d", "4"), (".well-known/x", "5"), ("C..D", "6")]);
        assert_eq!(plan.expect("no collision").position("a/b"), Some(4));
    }

    #[test]
    fn a_path_that_leaves_the_folder_or_is_never_ours_is_refused() {
        let long = format!("{}x/index.html", staging::PREFIX);
        let paths = [
            "",
            "/etc/passwd",
            "../x",
            "a/../../x",
            "a/./b",
            "./a",
            "a//b",
            "a/",
            "a\\..\\b",
            "a\0b",
            ".git/config",
            ".GIT/x",
            "careers-manifest.json",
            "Careers-Manifest.json",
            &long,
        ];
        for path in paths {
            let errors = plan(&[(path, "a.md")]).expect_err(path);
            assert!(errors[0].starts_with("output-path: `a.md` can't be written"), "{path}: {errors:?}");
        }
    }
}
