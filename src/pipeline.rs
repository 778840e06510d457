//! The one module that calls the stages, in their order.
//!
//! [`prepare`] goes from folders to a [`Snapshot`], which is whole and does not change; [`publish`] renders every page of
//! it into the output folder, each page written as it is rendered. A stage never stops at the first bad file, so that
//! one run tells everything. [`Memo`] is what `prepare` keeps in mind for as long as it runs; `serve` keeps it from save
//! to save.

mod attachments;
mod brand;
mod changes;
mod folders;
mod memo;
mod pages;
mod pictures;
mod postings;
mod publish;
mod reading;
mod write_back;

pub use self::changes::Changes;
pub use self::memo::Memo;
pub use self::publish::{Delivery, Published, publish, rehearse};
pub use self::write_back::{WrittenBack, write_back};

use std::path::PathBuf;
use std::sync::Arc;

use crate::config::{self, BaseUrl, Config};
use crate::diagnostic::Diagnostic;
use crate::discover::{self, Places};
use crate::model::{PAGES, Selection, Site};
use crate::render::{Renderer, Theme};
use crate::source::SourceFile;

/// What to make a site from.
#[derive(Debug, Clone)]
pub struct Project {
    /// The folder that holds `careers.toml` and everything that it names.
    pub root: PathBuf,
    /// Folders or files of postings in place of those that the configuration names.
    pub seeds: Vec<PathBuf>,
    /// The output folder in place of the configuration's.
    pub output: Option<PathBuf>,
    /// The base URL in place of the configuration's.
    pub base_url: Option<BaseUrl>,
    /// The theme in place of the configuration's.
    pub theme: Option<String>,
    /// Which postings to show.
    pub selection: Selection,
}

/// A site and its theme, ready to render.
pub struct Snapshot {
    /// The site.
    pub site: Arc<Site>,
    /// The theme.
    pub theme: Arc<Theme>,
    /// Where everything lies that was read, and the folder to write to.
    pub places: Places,
    /// What there is to say so far, in order.
    pub diagnostics: Vec<Diagnostic>,
}

impl Snapshot {
    /// Makes ready to render any page of it.
    pub fn renderer(&self) -> Renderer {
        Renderer::new(self.site.clone(), self.theme.clone())
    }
}

impl Project {
    /// Paths of the configuration are relative to the project's folder.
    fn path(&self, path: &str) -> PathBuf {
        self.root.join(path)
    }

    /// The configuration's file, where there is one.
    fn config_file(&self, diagnostics: &mut Vec<Diagnostic>) -> Option<SourceFile> {
        match discover::read_optional(&self.path(config::FILE_NAME)) {
            Ok(read) => read.map(|(source, warning)| {
                diagnostics.extend(warning);
                source
            }),
            Err(error) => {
                diagnostics.push(error);
                None
            }
        }
    }

    /// What the file says, and the command line in its place.
    fn config(&self, source: Option<&SourceFile>, diagnostics: &mut Vec<Diagnostic>) -> Config {
        let mut config = source.map_or_else(Config::default, |source| Config::read(source, diagnostics));
        if let Some(base_url) = &self.base_url {
            config.site.base_url = Some(base_url.clone());
        }
        if let Some(theme) = &self.theme {
            config.theme.name.clone_from(theme);
        }
        config
    }

    fn places(&self, config: &Config) -> Places {
        Places {
            config: self.path(config::FILE_NAME),
            seeds: if self.seeds.is_empty() { vec![self.path(&config.build.seeds)] } else { self.seeds.clone() },
            pages: self.path(PAGES),
            themes: ["themes", "templates", discover::STRINGS].map(|folder| self.path(folder)).to_vec(),
            named: config.files().map(|file| self.path(&file.path)).collect(),
            output: self.output.clone().unwrap_or_else(|| self.path(&config.build.output)),
            caches: self.path(discover::CACHES),
        }
    }
}

/// Where a project's finished site lies, on the disk and on the web.
#[derive(Debug)]
pub struct Destination {
    /// The output folder.
    pub output: PathBuf,
    /// The base URL.
    pub base_url: Option<BaseUrl>,
}

/// Reads the configuration alone.
pub fn destination(project: &Project, diagnostics: &mut Vec<Diagnostic>) -> Destination {
    let source = project.config_file(diagnostics);
    let config = project.config(source.as_ref(), diagnostics);
    Destination { output: project.places(&config).output, base_url: config.site.base_url }
}

/// The name of a project's theme; reads the configuration alone.
pub fn theme_in_use(project: &Project, diagnostics: &mut Vec<Diagnostic>) -> String {
    let source = project.config_file(diagnostics);
    project.config(source.as_ref(), diagnostics).theme.name
}

/// Reads everything and puts the site together.
pub fn prepare(project: &Project) -> Snapshot {
    let mut memo = Memo::default();
    memo.read(project, &Changes::Everything);
    memo.assemble(project.selection)
}
