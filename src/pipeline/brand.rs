//! The pictures that the configuration names, read beside it.

use std::path::Path;
use std::sync::Arc;

use super::attachments::AttachmentReader;
use super::changes::Touched;
use crate::config::{self, Config};
use crate::diagnostic::Diagnostic;
use crate::discover::{Found, Role};
use crate::model::{Assets, Attachment};

/// What was found of them.
#[derive(Debug, Default, PartialEq)]
pub(super) struct BrandFiles {
    found: Vec<(String, Attachment)>,
    diagnostics: Vec<Diagnostic>,
}

impl BrandFiles {
    /// Looks for them below the project's folder; one that is not there is an error, as every page would lack it.
    pub(super) fn read(root: &Path, config: &Config) -> Self {
        let from = Found {
            path: config::FILE_NAME.into(),
            shown: config::FILE_NAME.into(),
            absolute: root.join(config::FILE_NAME),
            root: root.into(),
            role: Role::Folder,
        };
        let attachments = AttachmentReader::default();
        let mut read = Self::default();
        for file in config.files() {
            match attachments.one(&from, &file.path) {
                Some(attachment) => read.found.push((file.path.clone(), attachment)),
                None => read.diagnostics.push(
                    Diagnostic::error("missing-file", format!("there is no file `{}` beside careers.toml", file.path))
                        .at(file.location.clone())
                        .help("mend the path, or put the file there; links to other folders are not followed"),
                ),
            }
        }
        read
    }

    /// Whether one of them may have come, changed or gone.
    pub(super) fn need(root: &Path, config: &Config, touched: &Touched<'_>) -> bool {
        config.files().any(|file| touched.has(&root.join(&file.path)))
    }

    pub(super) fn add_to(&self, assets: &mut Assets, diagnostics: &mut Vec<Diagnostic>) {
        let from: Arc<str> = config::FILE_NAME.into();
        for (target, attachment) in &self.found {
            assets.add(from.clone(), target.clone(), attachment.clone());
        }
        diagnostics.extend_from_slice(&self.diagnostics);
    }
}
