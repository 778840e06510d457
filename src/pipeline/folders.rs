//! What `_index.md` files say for the postings below them (I2, I3).

use rayon::prelude::*;

use crate::config::Config;
use crate::data::Entry;
use crate::diagnostic::Diagnostic;
use crate::discover::{self, Found};
use crate::extract::{self, Options};
use crate::infer::{self, Defaults};
use crate::model::Company;

/// The folders that have an `_index.md`, deepest first.
pub(super) struct Folders {
    all: Vec<Folder>,
    company: Option<String>,
    domain: Option<String>,
    language: String,
}

struct Folder {
    /// Its path below the seeds, without a slash at the end; empty for the seeds folder itself.
    path: String,
    /// Its own front matter, then that of the folders above it.
    entries: Vec<Entry>,
    /// The company that its own front matter names.
    company: Option<String>,
}

impl Folders {
    pub(super) fn read(
        indexes: &[&Found],
        config: &Config,
        options: &Options<'_>,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Self {
        let read: Vec<_> = indexes.par_iter().map(|file| Folder::read(file, options)).collect();
        let mut folders: Vec<Folder> = Vec::new();
        for (folder, said) in read {
            diagnostics.extend(said);
            folders.extend(folder);
        }
        // Those above first, so that each can take over what they have collected.
        folders.sort_by(|a, b| a.path.len().cmp(&b.path.len()).then_with(|| a.path.cmp(&b.path)));
        for index in 1..folders.len() {
            let (above, rest) = folders.split_at_mut(index);
            if let Some(above) = above.iter().rev().find(|above| above.holds(&rest[0].path)) {
                rest[0].entries.extend_from_slice(&above.entries);
            }
        }
        folders.reverse();
        Self {
            all: folders,
            company: config.company.name.clone(),
            domain: config.company.domain.clone(),
            language: config.site.language.clone(),
        }
    }

    /// What holds for a posting that does not say otherwise: the nearest folder's word first, then the configuration's.
    pub(super) fn defaults(&self, path: &str) -> Defaults<'_> {
        let nearest = self.all.iter().find(|folder| folder.holds(path));
        Defaults {
            folder: nearest.map_or(&[], |folder| &folder.entries),
            company: self.company.as_deref(),
            domain: self.domain.as_deref(),
            language: Some(&self.language),
        }
    }

    /// The folders that are companies.
    pub(super) fn companies(&self) -> Vec<Company> {
        let named = self.all.iter().filter(|folder| !folder.path.is_empty());
        named
            .filter_map(|folder| Some(Company { folder: folder.path.clone(), name: folder.company.clone()? }))
            .collect()
    }
}

impl Folder {
    fn read(file: &Found, options: &Options<'_>) -> (Option<Self>, Vec<Diagnostic>) {
        let (source, warning) = match discover::read(file) {
            Ok(read) => read,
            Err(error) => return (None, vec![error]),
        };
        let mut diagnostics: Vec<Diagnostic> = warning.into_iter().collect();
        let (draft, extracted) = extract::extract(&source, options);
        diagnostics.extend(extracted);
        let path = file.path.rsplit_once('/').map_or("", |(folder, _)| folder).to_owned();
        let entries = draft.front_matter.entries;
        (Some(Self { path, company: infer::company_of_folder(&entries), entries }), diagnostics)
    }

    fn holds(&self, path: &str) -> bool {
        self.path.is_empty() || path.strip_prefix(&self.path).is_some_and(|rest| rest.starts_with('/'))
    }
}
