//! Companies: folders whose `_index.md` names an employer, and may introduce it (I2, I3).

use std::sync::Arc;

use super::Image;
use crate::extract::{Embedded, Reference};

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
