//! Which folders are never built into.
//!
//! In go the output folder and what must not be written over, out comes a refusal with its reason, or nothing. Links and
//! `..` are resolved first, so that no spelling gets past. What the folder holds is looked at elsewhere.

use std::path::{Component, Path, PathBuf};

use crate::diagnostic::Diagnostic;

/// What a build must not write over (O7), and whether the user allows more than usual.
#[derive(Debug, Clone, Copy)]
pub struct Guard<'a> {
    /// The project's folder, which holds `careers.toml`.
    pub root: &'a Path,
    /// The user's home, where there is one.
    pub home: Option<&'a Path>,
    /// Folders and files that the site is made of: seeds, themes, templates. They need not exist.
    pub sources: &'a [PathBuf],
    /// `--adopt-output`: build into a folder that holds other files, and overwrite those on the build's paths.
    pub adopt: bool,
}

/// Refuses the root of the file system, home, the project, folders that hold any of these or sources, and folders
/// inside sources, with the code `output-folder`.
pub(super) fn check(folder: &Path, guard: &Guard) -> Result<(), Diagnostic> {
    let place = resolve(folder);
    if place.parent().is_none() {
        return Err(refuse(folder, "is the root of the file system"));
    }
    if let Some(home) = guard.home
        && resolve(home).starts_with(&place)
    {
        return Err(refuse(folder, "is or holds the home folder"));
    }
    if resolve(guard.root).starts_with(&place) {
        return Err(refuse(folder, "is or holds the project's own folder"));
    }
    for source in guard.sources {
        let (shown, source) = (source.display(), resolve(source));
        if source.starts_with(&place) {
            return Err(refuse(folder, &format!("is or holds the sources in `{shown}`")));
        }
        if place.starts_with(&source) {
            return Err(refuse(folder, &format!("lies inside the sources in `{shown}`")));
        }
    }
    Ok(())
}

fn refuse(folder: &Path, reason: &str) -> Diagnostic {
    Diagnostic::error("output-folder", format!("can't build into `{}`: it {reason}", folder.display()))
        .help("choose a folder of its own with `--output`, or with `output` under `[build]` in careers.toml")
}

/// The absolute path without links and `..`, also of what does not exist yet.
fn resolve(path: &Path) -> PathBuf {
    let absolute = std::path::absolute(path).unwrap_or_else(|_| path.to_path_buf());
    for ancestor in absolute.ancestors() {
        if let (Ok(real), Ok(rest)) = (ancestor.canonicalize(), absolute.strip_prefix(ancestor)) {
            return append(real, rest);
        }
    }
    absolute
}

/// What does not exist holds no links, so its `..` can be resolved by the text alone.
fn append(mut real: PathBuf, rest: &Path) -> PathBuf {
    for part in rest.components() {
        match part {
            Component::ParentDir => _ = real.pop(),
            other => real.push(other),
        }
    }
    real
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn o7_root_home_project_and_sources_are_refused_however_they_are_spelled() {
        let home = tempfile::tempdir().expect("a folder");
        let home = home.path();
        let root = home.join("work/site");
        std::fs::create_dir_all(root.join("seeds/acme")).expect("folders");
        let sources = [root.join("seeds"), root.join("themes"), home.join("shared/job.md")];
        let guard = Guard { root: &root, home: Some(home), sources: &sources, adopt: true };
        let cases = [
            (PathBuf::from("/"), "is the root of the file system"),
            (home.to_path_buf(), "is or holds the home folder"),
            (home.join(".."), "is or holds the home folder"),
            (root.clone(), "is or holds the project's own folder"),
            (root.join("none/.."), "is or holds the project's own folder"),
            (home.join("work"), "is or holds the project's own folder"),
            (home.join("shared"), "is or holds the sources"),
            (root.join("seeds"), "is or holds the sources"),
            (root.join("seeds/acme"), "lies inside the sources"),
            (root.join("output/../themes/new"), "lies inside the sources"),
        ];
        for (folder, reason) in cases {
            let refusal = check(&folder, &guard).expect_err(reason);
            assert_eq!(refusal.code, "output-folder");
            assert!(refusal.message.contains(reason) && refusal.help.is_some(), "{folder:?}: {}", refusal.message);
        }
        for folder in [root.join("output"), home.join("elsewhere"), root.join("seeds-built"), root.join("a/../output")]
        {
            assert_eq!(check(&folder, &guard), Ok(()), "{folder:?}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn o7_a_link_to_a_refused_folder_is_refused() {
        let root = tempfile::tempdir().expect("a folder");
        let guard = Guard { root: root.path(), home: None, sources: &[], adopt: false };
        std::os::unix::fs::symlink(root.path(), root.path().join("output")).expect("a link");
        assert!(check(&root.path().join("output"), &guard).is_err());
        assert!(check(&root.path().join("output/new"), &guard).is_ok());
    }
}
