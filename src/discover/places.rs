//! Where the files of a project lie, and which names among them matter.

use std::path::{Path, PathBuf};

use super::{name, slashed, theme};

/// The folders and files that a site is made of, and the one that it is made into.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Places {
    /// The configuration's file. It need not exist.
    pub config: PathBuf,
    /// Folders or files of postings.
    pub seeds: Vec<PathBuf>,
    /// The folder of static pages. It need not exist.
    pub pages: PathBuf,
    /// Folders of themes and templates. They need not exist.
    pub themes: Vec<PathBuf>,
    /// Files that the configuration names. They need not exist.
    pub named: Vec<PathBuf>,
    /// The folder to write to.
    pub output: PathBuf,
    /// The folder of what is kept from build to build. It need not exist.
    pub caches: PathBuf,
}

impl Places {
    /// Folders and files that were read, which the output must not overwrite.
    pub fn sources(&self) -> Vec<PathBuf> {
        self.seeds.iter().chain([&self.pages]).chain(&self.themes).chain(&self.named).cloned().collect()
    }

    /// Whether a change at `path` may change the site, by its name alone: not the output, nothing hidden, no file that is
    /// neither a posting nor may be brought along by one, and nothing that editors leave behind while they save.
    pub fn concern(&self, path: &Path) -> bool {
        if path == self.config || self.holds(path) {
            return true;
        }
        if path.starts_with(&self.output) {
            return false;
        }
        let of_theme = self
            .themes
            .iter()
            .filter_map(|folder| path.strip_prefix(folder).ok())
            .any(|inner| inner.components().all(|part| theme::is_theme_name(&part.as_os_str().to_string_lossy())));
        of_theme || self.seeds.iter().chain([&self.pages]).filter_map(|seed| path.strip_prefix(seed).ok()).any(is_seed)
    }

    /// Whether one of the places lies at or below `path`.
    fn holds(&self, path: &Path) -> bool {
        self.seeds
            .iter()
            .chain([&self.pages])
            .chain(&self.themes)
            .chain(&self.named)
            .any(|place| place.starts_with(path))
    }
}

fn is_seed(path: &Path) -> bool {
    let path = slashed(path);
    let last = path.rsplit('/').next().unwrap_or(&path);
    let hidden = path.split('/').any(|part| part.starts_with('.') && part != ".gitbook");
    !hidden && (name::role(last).is_some() || name::is_attachment(&path))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn s1_s6_what_editors_leave_and_what_is_not_read_is_no_change() {
        let places = Places {
            config: "site/careers.toml".into(),
            seeds: vec!["site/seeds".into(), "one.md".into()],
            pages: "site/pages".into(),
            themes: vec!["site/themes".into(), "site/templates".into()],
            named: vec!["site/pictures/logo.svg".into()],
            output: "site/output".into(),
            caches: "site/.careers".into(),
        };
        for change in [
            "site/careers.toml",
            "site/pictures/logo.svg",
            "site/seeds",
            "site",
            "one.md",
            "site/seeds/a.md",
            "site/seeds/acme",
            "site/seeds/acme/_index.md",
            "site/seeds/acme/map.png",
            "site/seeds/.gitbook/assets/x.svg",
            "site/pages",
            "site/pages/benefits.md",
            "site/pages/team.jpg",
            "site/templates/base.html",
            "site/themes/mine/style.css",
        ] {
            assert!(places.concern(Path::new(change)), "{change}");
        }
        for other in [
            "site/output/index.html",
            "site/.git/index",
            "site/README.md",
            "site/seeds/.git/HEAD",
            "site/seeds/.a.md.swp",
            "site/seeds/a.md~",
            "site/seeds/a.md.bck",
            "site/seeds/4913",
            "site/seeds/README.md",
            "site/pages/.benefits.md.swp",
            "site/templates/base.html~",
            "site/templates/.base.html.swp",
            "site/themes/mine/style.css.bck",
            "two.md",
        ] {
            assert!(!places.concern(Path::new(other)), "{other}");
        }
    }
}
