//! What `_index.md` files say for the postings below them (I2, I3).

use rayon::prelude::*;

use crate::config::Config;
use crate::data::Entry;
use crate::diagnostic::Diagnostic;
use crate::discover::{self, Found};
use crate::extract::{self, Highlighter};
use crate::infer::{self, Defaults};
use crate::model::Company;

/// The folders that have an `_index.md`, deepest first.
pub(super) struct Folders {
    folders: Vec<Folder>,
    company: Option<String>,
    domain: Option<String>,
}

struct Folder {
    /// Its path below the seeds, without a slash at the end; empty for the seeds folder itself.
    path: String,
    entries: Vec<Entry>,
    company: Option<String>,
}

impl Folders {
    pub(super) fn read(
        indexes: &[&Found],
        config: &Config,
        highlighter: &Highlighter,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Self {
        let read: Vec<_> = indexes.par_iter().map(|file| Folder::read(file, config, highlighter)).collect();
        let mut folders = Vec::new();
        for (folder, said) in read {
            diagnostics.extend(said);
            folders.extend(folder);
        }
        folders.sort_by(|a: &Folder, b| b.path.len().cmp(&a.path.len()).then_with(|| a.path.cmp(&b.path)));
        Self { folders, company: config.company.name.clone(), domain: config.company.domain.clone() }
    }

    /// What holds for a posting that does not say otherwise: the nearest folder's word first, then the configuration's.
    pub(super) fn defaults<'a>(&'a self, path: &str) -> Defaults<'a> {
        let above = self.folders.iter().filter(|folder| folder.holds(path));
        Defaults {
            folder: above.flat_map(|folder| &folder.entries).collect(),
            company: self.company.as_deref(),
            domain: self.domain.as_deref(),
        }
    }

    /// The folders that are companies.
    pub(super) fn companies(&self) -> Vec<Company> {
        let named = self.folders.iter().filter(|folder| !folder.path.is_empty());
        named
            .filter_map(|folder| Some(Company { folder: folder.path.clone(), name: folder.company.clone()? }))
            .collect()
    }
}

impl Folder {
    fn read(file: &Found, config: &Config, highlighter: &Highlighter) -> (Option<Self>, Vec<Diagnostic>) {
        let (source, warning) = match discover::read(file) {
            Ok(read) => read,
            Err(error) => return (None, vec![error]),
        };
        let mut diagnostics: Vec<Diagnostic> = warning.into_iter().collect();
        let (draft, extracted) = extract::extract(&source, config.build.raw_html, highlighter);
        diagnostics.extend(extracted);
        let path = file.path.rsplit_once('/').map_or("", |(folder, _)| folder).to_owned();
        let company = infer::company_of_folder(&draft.front_matter);
        (Some(Self { path, entries: draft.front_matter.entries, company }), diagnostics)
    }

    fn holds(&self, path: &str) -> bool {
        self.path.is_empty() || path.strip_prefix(&self.path).is_some_and(|rest| rest.starts_with('/'))
    }
}
