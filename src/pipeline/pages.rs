//! Static pages, read whenever something in their folder may have changed: they are few.

use std::path::{Component, Path, PathBuf};

use super::attachments::{AttachmentReader, Attachments};
use super::changes::Touched;
use super::memo::hash;
use crate::diagnostic::Diagnostic;
use crate::discover::{self, Found, Places, Role};
use crate::extract::{self, Options};
use crate::model::{Assets, StaticPage};
use crate::source::SourceFile;

/// The pages beside the postings.
#[derive(Default)]
pub(super) struct Pages {
    all: Vec<(StaticPage, Attachments)>,
    /// Stands for all that was read; 0 before anything was.
    key: u64,
    diagnostics: Vec<Diagnostic>,
}

impl Pages {
    /// Reads them again if they may have changed, or if `must` says so. Whether anything came out that was not known.
    pub(super) fn read(&mut self, places: &Places, options: &Options<'_>, touched: &Touched<'_>, must: bool) -> bool {
        if self.key != 0 && !must && !touched.has_in(&places.pages) {
            return false;
        }
        let mut pages = Self::default();
        let mut keys = Vec::new();
        let attachments = AttachmentReader::default();
        for file in listed(places, &mut pages.diagnostics) {
            keys.push(pages.add(&file, options, &attachments));
        }
        pages.key = hash(&(keys, format!("{:?}{:?}", options.raw_html, pages.diagnostics))) | 1;
        let differs = pages.key != self.key;
        *self = pages;
        differs
    }

    /// Reads one page; what stands for it.
    fn add(&mut self, file: &Found, options: &Options<'_>, attachments: &AttachmentReader) -> u64 {
        let bytes = match discover::read_bytes(&file.absolute) {
            Ok(bytes) => bytes,
            Err(error) => {
                self.diagnostics.push(error);
                return 0;
            }
        };
        let key = hash(&(&file.path, &bytes));
        let (source, warning) = SourceFile::decode(file.path.clone(), file.shown.clone(), bytes);
        self.diagnostics.extend(warning);
        let (draft, said) = extract::extract(&source, options);
        self.diagnostics.extend(said);
        let Some(page) = StaticPage::new(&file.path, &source, draft, &mut self.diagnostics) else { return key };
        let attachments = attachments.all(file, &page.text.references);
        let key = hash(&(key, attachments.iter().map(|(_, asset)| asset.path()).collect::<Vec<_>>()));
        self.all.push((page, attachments));
        key
    }

    /// What reading them had to say.
    pub(super) fn diagnostics(&self) -> &[Diagnostic] {
        &self.diagnostics
    }

    /// All of them; the files that they refer to go to `assets`.
    pub(super) fn pages(&self, assets: &mut Assets) -> Vec<StaticPage> {
        for (page, attachments) in &self.all {
            for (target, asset) in &**attachments {
                assets.add(page.text.path.clone(), target.clone(), asset.clone());
            }
        }
        self.all.iter().map(|(page, _)| page.clone()).collect()
    }
}

/// The files of pages. Inside the folder of postings, a folder of that name holds postings.
fn listed(places: &Places, diagnostics: &mut Vec<Diagnostic>) -> Vec<Found> {
    let plain = |path: &Path| -> PathBuf { path.components().filter(|part| *part != Component::CurDir).collect() };
    let pages = plain(&places.pages);
    if places.seeds.iter().any(|seed| pages.starts_with(plain(seed))) || !discover::is_folder(&places.pages) {
        return Vec::new();
    }
    let mut found = discover::files(std::slice::from_ref(&places.pages), &[], diagnostics);
    found.retain(|file| file.role == Role::Posting);
    found
}
