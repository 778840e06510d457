//! Folders into lists of files, and files into sources.
//!
//! In go paths, out come [`Found`] files in an order that does not depend on the machine; reading is separate, so that it
//! can run on all cores. What git knows of files is read here as well. Nothing is written, but for what is kept of that,
//! and nothing is interpreted here. Links are not followed: postings may come
//! from people one does not trust, and a link could publish any file of the machine.

#![expect(clippy::disallowed_methods, reason = "the stage that reads")]

mod ejected;
mod history;
mod name;
mod no_postings;
mod places;
mod theme;

pub use self::ejected::ejected;
pub use self::history::{Days, History, Request as HistoryRequest};
pub use self::places::Places;
pub use self::theme::{Layer, STRINGS, ThemeFile, ThemeSource, theme, theme_description, themes};

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use walkdir::{DirEntry, WalkDir};

use crate::diagnostic::{Diagnostic, nearest};
use crate::source::SourceFile;

/// The folder of what is kept from build to build, below the project's.
pub const CACHES: &str = ".careers";

/// A file of postings, not read yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// Below its seeds folder, with `/` between the parts: the file's identity.
    pub path: Arc<str>,
    /// As the user would type it.
    pub shown: Arc<str>,
    /// Where to read it.
    pub absolute: PathBuf,
    /// The seeds folder that it was found in.
    pub root: Arc<Path>,
    /// What it is, by its name.
    pub role: Role,
}

/// What a file in a seeds folder is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// A posting.
    Posting,
    /// `_index.md`: a folder's company and defaults.
    Folder,
}

/// Lists the postings in `seeds`, as [`files`] does, and warns where there should be some.
pub fn seeds(seeds: &[PathBuf], skip: &[PathBuf], diagnostics: &mut Vec<Diagnostic>) -> Vec<Found> {
    let before = diagnostics.len();
    let found = files(seeds, skip, diagnostics);
    if diagnostics.len() == before && found.iter().all(|file| file.role != Role::Posting) {
        diagnostics.extend(no_postings::no_postings(seeds, skip));
    }
    found
}

/// Lists the Markdown files in `seeds`, which are folders or single files. `skip` are folders that are never looked into,
/// such as the output.
pub fn files(seeds: &[PathBuf], skip: &[PathBuf], diagnostics: &mut Vec<Diagnostic>) -> Vec<Found> {
    let mut found = Vec::new();
    for seed in seeds {
        match fs::metadata(seed) {
            Ok(metadata) if metadata.is_dir() => folder(seed, skip, &mut found, diagnostics),
            Ok(_) => found.extend(single(seed)),
            Err(error) => diagnostics.push(no_seeds(seed, &error)),
        }
    }
    // By path alone, so that the order of arguments and of the file system changes nothing.
    found.sort_by(|a, b| a.path.cmp(&b.path).then_with(|| a.absolute.cmp(&b.absolute)));
    found.dedup_by(|a, b| a.absolute == b.absolute);
    found
}

fn folder(root: &Path, skip: &[PathBuf], found: &mut Vec<Found>, diagnostics: &mut Vec<Diagnostic>) {
    let shared: Arc<Path> = root.into();
    for entry in walk(root, skip) {
        let entry = match entry {
            Ok(entry) => entry,
            Err(error) => {
                let path = error.path().unwrap_or(root).display().to_string();
                diagnostics.push(Diagnostic::error("io", format!("cannot look into `{path}`: {error}")));
                continue;
            }
        };
        let Some(role) = name::role(&entry.file_name().to_string_lossy()) else { continue };
        if entry.file_type().is_symlink() {
            diagnostics.push(symlink(entry.path()));
        } else if entry.file_type().is_file() {
            found.push(Found {
                path: slashed(entry.path().strip_prefix(root).unwrap_or(entry.path())).into(),
                shown: slashed(entry.path()).into(),
                absolute: entry.into_path(),
                root: shared.clone(),
                role,
            });
        }
    }
}

/// All that lies in a folder, without the folders that are nobody's business.
fn walk(root: &Path, skip: &[PathBuf]) -> impl Iterator<Item = walkdir::Result<DirEntry>> {
    let skipped: Vec<_> = skip.iter().filter_map(|path| path.canonicalize().ok()).collect();
    WalkDir::new(root).min_depth(1).into_iter().filter_entry(move |entry| {
        let name = entry.file_name().to_string_lossy();
        let is_output = || entry.path().canonicalize().is_ok_and(|path| skipped.contains(&path));
        !entry.file_type().is_dir() || !(name::is_ignored_folder(&name) || is_output())
    })
}

/// A file that the user names is a posting whatever its ending.
fn single(file: &Path) -> Option<Found> {
    let name = file.file_name()?.to_string_lossy().into_owned();
    let parent = file.parent().unwrap_or(Path::new(""));
    let root: Arc<Path> = if parent.as_os_str().is_empty() { Path::new(".").into() } else { parent.into() };
    let role = name::role(&name).unwrap_or(Role::Posting);
    Some(Found { path: name.into(), shown: slashed(file).into(), absolute: file.into(), root, role })
}

fn symlink(path: &Path) -> Diagnostic {
    Diagnostic::warning("symlink-ignored", format!("`{}` is a link and was left out", slashed(path)))
        .help("put the file itself there: links are not followed, as they could publish any file")
}

fn no_seeds(seed: &Path, error: &io::Error) -> Diagnostic {
    let shown = slashed(seed);
    if error.kind() != io::ErrorKind::NotFound {
        return Diagnostic::error("no-seeds", format!("cannot read `{shown}`: {error}"))
            .help("check that it may be read");
    }
    if seed.extension().is_none() {
        return Diagnostic::error("no-seeds", format!("there is no folder `{shown}`"))
            .help("put postings there as Markdown files, or name the folder that has them behind the command");
    }
    let help = sibling(seed).map_or_else(
        || "check how it is written, and the folder that you are in".into(),
        |near| format!("did you mean `{}`?", slashed(&near)),
    );
    Diagnostic::error("no-seeds", format!("there is no file `{shown}`")).help(help)
}

/// A file beside one that is not there, where its name is a typing slip away.
fn sibling(file: &Path) -> Option<PathBuf> {
    let parent = file.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut names: Vec<String> =
        fs::read_dir(parent).ok()?.flatten().filter_map(|entry| entry.file_name().into_string().ok()).collect();
    names.sort();
    let near = nearest(file.file_name()?.to_str()?, names.iter().map(String::as_str))?;
    Some(file.with_file_name(near))
}

/// Whether there is a file, which is no link.
pub fn is_plain_file(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok_and(|metadata| metadata.is_file())
}

/// Whether there is a folder, which is no link.
pub fn is_folder(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok_and(|metadata| metadata.is_dir())
}

/// Whether a file is listed by [`seeds`], by its name.
pub fn is_listed(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name::role(&name.to_string_lossy()).is_some())
}

/// Reads a file that need not be there, such as the configuration; `None` where it is not.
pub fn read_optional(path: &Path) -> Result<Option<(SourceFile, Option<Diagnostic>)>, Diagnostic> {
    let shown: Arc<str> = slashed(path).into();
    match fs::read(path) {
        Ok(bytes) => Ok(Some(SourceFile::decode(shown.clone(), shown, bytes))),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(unreadable(&shown, &error)),
    }
}

/// Reads a file's bytes.
pub fn read_bytes(path: &Path) -> Result<Vec<u8>, Diagnostic> {
    fs::read(path).map_err(|error| unreadable(&slashed(path), &error))
}

/// Where a file lies that the posting at `from` refers to as `target`: a plain file inside the seeds folder, no link,
/// nothing hidden, no posting. `None` where there is no such file.
pub fn attachment(from: &Found, target: &str) -> Option<PathBuf> {
    let path = below(&from.path, target).filter(|path| name::is_attachment(path))?;
    let absolute = from.root.join(&path);
    let mut step = from.root.to_path_buf();
    for part in Path::new(&path).components() {
        step.push(part);
        if fs::symlink_metadata(&step).ok()?.file_type().is_symlink() {
            return None;
        }
    }
    absolute.is_file().then_some(absolute)
}

/// The path below the root that `target` means, seen from the file at `from`; `None` where it leads out.
pub fn below(from: &str, target: &str) -> Option<String> {
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    for part in target.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop()?;
            }
            part if part.contains(['\0', '\\', ':']) => return None,
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

fn unreadable(shown: &str, error: &io::Error) -> Diagnostic {
    Diagnostic::error("io", format!("cannot read `{shown}`: {error}")).help("check that the file may be read")
}

/// A path with `/` between its parts, whatever the system.
pub fn slashed(path: &Path) -> String {
    let text = path.to_string_lossy();
    if std::path::MAIN_SEPARATOR == '/' { text.into_owned() } else { text.replace(std::path::MAIN_SEPARATOR, "/") }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn list(files: &[&str]) -> Vec<String> {
        let folder = tempfile::tempdir().expect("a folder");
        for file in files {
            let path = folder.path().join(file);
            fs::create_dir_all(path.parent().expect("a parent")).expect("folders");
            fs::write(path, "x").expect("a file");
        }
        let found = seeds(&[folder.path().into()], &[folder.path().join("out")], &mut Vec::new());
        found.iter().map(|file| file.path.to_string()).collect()
    }

    #[test]
    fn i2_postings_are_told_by_their_names() {
        assert_eq!(
            list(&[
                "b.md",
                "a/x.markdown",
                "a/_index.md",
                "c.mdx",
                "d.txt",
                "README.md",
                "e.md_",
                ".git/f.md",
                "_g.md"
            ]),
            ["a/_index.md", "a/x.markdown", "b.md", "c.mdx", "d.txt"]
        );
    }

    #[test]
    fn i2_folders_without_postings_are_warned_about_unless_they_are_kept_for_some() {
        let said = |files: &[&str]| {
            let folder = tempfile::tempdir().expect("a folder");
            for file in files {
                fs::write(folder.path().join(file), "x").expect("a file");
            }
            let mut diagnostics = Vec::new();
            seeds(&[folder.path().into()], &[], &mut diagnostics);
            let root = slashed(folder.path());
            diagnostics.first().map(|first| first.message.replace(&root, "seeds"))
        };
        let none = "there are no postings in `seeds`";
        assert_eq!(said(&[]).as_deref(), Some(none));
        assert_eq!(said(&[".DS_Store"]).as_deref(), Some(none));
        assert_eq!(said(&["a.docx"]), Some(format!("{none}: `seeds/a.docx` can't be read")));
        let several = format!("{none}: `seeds/a.docx`, `seeds/b.PDF`, `seeds/c.html` and 2 more can't be read");
        assert_eq!(said(&["d.odt", "c.html", "b.PDF", "a.docx", "e.rtf", "~$a.docx", "f.png"]), Some(several));
        for kept in [&["README.md"][..], &[".gitkeep"], &["_index.md", "logo.png"], &["a.md", "b.docx"]] {
            assert_eq!(said(kept), None, "{kept:?}");
        }
    }

    #[test]
    fn the_output_is_never_looked_into() {
        assert_eq!(list(&["a.md", "out/b.md", "node_modules/c.md"]), ["a.md"]);
    }

    #[test]
    fn a_missing_folder_is_an_error_that_says_what_to_do() {
        let mut diagnostics = Vec::new();
        assert!(seeds(&["/nowhere/seeds".into()], &[], &mut diagnostics).is_empty());
        assert_eq!(diagnostics[0].message, "there is no folder `/nowhere/seeds`");
        assert!(diagnostics[0].help.is_some());
    }

    #[cfg(unix)]
    #[test]
    fn links_are_left_out_with_a_warning_and_no_attachment_leads_out() {
        let folder = tempfile::tempdir().expect("a folder");
        let inside = folder.path().join("seeds");
        fs::create_dir(&inside).expect("a folder");
        fs::write(folder.path().join("secret.png"), "secret").expect("a file");
        std::os::unix::fs::symlink("../secret.png", inside.join("a.md")).expect("a link");
        std::os::unix::fs::symlink("../secret.png", inside.join("a.png")).expect("a link");
        fs::write(inside.join("b.md"), "x").expect("a file");
        fs::write(inside.join("b.png"), "x").expect("a file");
        let mut diagnostics = Vec::new();
        let found = seeds(std::slice::from_ref(&inside), &[], &mut diagnostics);
        assert_eq!(found.len(), 1);
        assert_eq!(diagnostics[0].code, "symlink-ignored");
        assert_eq!(attachment(&found[0], "a.png"), None);
        assert_eq!(attachment(&found[0], "../secret.png"), None);
        assert_eq!(attachment(&found[0], "./b.png"), Some(inside.join("b.png")));
    }

    #[test]
    fn a_target_is_seen_from_its_file() {
        assert_eq!(below("a/b.md", "../img/x.png").as_deref(), Some("img/x.png"));
        assert_eq!(below("b.md", "../x.png"), None);
        assert_eq!(below("b.md", "./x/./y.png").as_deref(), Some("x/y.png"));
    }
}
