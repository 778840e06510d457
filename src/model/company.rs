//! Companies: folders whose `_index.md` names an employer, and may introduce it (I2, I3).

use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::Image;
use crate::extract::{Embedded, Reference};

/// The folders that are companies.
#[derive(Debug, Clone, Default)]
pub struct Companies {
    all: Vec<Company>,
    /// Index into `all`: of several folders of one name, the first.
    by_name: FxHashMap<String, usize>,
}

impl Companies {
    /// Those that can be asked for by name from now on.
    pub fn new(all: Vec<Company>) -> Self {
        let mut by_name = FxHashMap::default();
        for (index, company) in all.iter().enumerate() {
            by_name.entry(company.name.clone()).or_insert(index);
        }
        Self { all, by_name }
    }

    /// All of them, in the order in which they were found.
    pub fn all(&self) -> &[Company] {
        &self.all
    }

    /// The first that has this very name.
    pub fn named(&self, name: &str) -> Option<&Company> {
        self.by_name.get(name).map(|&index| &self.all[index])
    }
}

/// A folder whose `_index.md` names a company.
#[derive(Debug, Clone, Default)]
pub struct Company {
    /// The folder's path below the seeds, without a slash at its end.
    pub folder: String,
    /// The company's name.
    pub name: String,
    /// The address of its own site.
    pub url: Option<String>,
    /// The file of its mark, as its `_index.md` names it.
    pub logo: Option<Reference>,
    /// Its mark, as it is published.
    pub image: Option<Image>,
    /// What the text of its `_index.md` says about it.
    pub intro: Text,
}

/// The text of a file that is no posting, with what only the whole site can resolve.
#[derive(Debug, Clone, Default)]
pub struct Text {
    /// The file, below its seeds folder.
    pub path: Arc<str>,
    /// The same file as the user would type it.
    pub shown: Arc<str>,
    /// The text as HTML.
    pub html: String,
    /// Addresses relative to the file.
    pub references: Vec<Reference>,
    /// Pictures that stood in the text.
    pub embedded: Vec<Embedded>,
}
