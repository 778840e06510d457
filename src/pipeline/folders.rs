//! What `_index.md` files say for the postings below them (I2, I3).

use std::path::Path;
use std::sync::Arc;

use rayon::prelude::*;
use rustc_hash::FxHashMap;

use super::attachments::{AttachmentReader, Attachments, refer_to};
use super::changes::Touched;
use super::memo::hash;
use super::postings::Postings;
use crate::config::{Config, RawHtml, web_address};
use crate::data::{Entry, is_key};
use crate::diagnostic::Diagnostic;
use crate::discover::{self, Found};
use crate::extract::{self, Draft, Options, Reference};
use crate::infer::{self, Defaults};
use crate::model::{Assets, Company, Text};
use crate::source::{Location, SourceFile};

/// The folders that have an `_index.md`.
#[derive(Default)]
pub(super) struct Folders {
    /// Those above before those below them.
    all: Vec<Folder>,
    /// Index into `all` by path; of folders of several seeds at the same path, the last.
    by_path: FxHashMap<String, usize>,
    company: Option<String>,
    domain: Option<String>,
    language: String,
    /// Stands for what the configuration says for all postings.
    around: u64,
    diagnostics: Vec<Diagnostic>,
}

struct Folder {
    /// Its path below the seeds, without a slash at the end; empty for the seeds folder itself.
    path: String,
    /// Its own front matter, then that of the folders above it.
    entries: Vec<Entry>,
    /// The company that its own front matter names.
    company: Option<String>,
    /// That company's own site.
    url: Option<String>,
    /// That company's mark.
    logo: Option<Reference>,
    /// Its text, which introduces the company.
    intro: Text,
    /// The seeds folder that it was found in.
    root: Arc<Path>,
    /// The files that its text refers to, by target.
    attachments: Attachments,
    /// Stands for its own file.
    key: u64,
    /// Stands for all that it says to its postings: its own file, those above it and the configuration.
    around: u64,
}

impl Folders {
    /// Whether they have to be read again: one of their files may have changed, or a file that one of them refers to.
    pub(super) fn need(&self, indexes: &[Found], touched: &Touched<'_>) -> bool {
        indexes.iter().any(|file| touched.has(&file.absolute))
            || self.all.iter().any(|folder| refer_to(folder.references(), touched, &folder.intro.path, &folder.root))
    }

    /// Reads them all. Whether anything came out that was not known.
    pub(super) fn read(&mut self, indexes: &[Found], config: &Config, options: &Options<'_>) -> bool {
        let known = std::mem::take(self);
        let attachments = AttachmentReader::default();
        let read: Vec<_> = indexes.par_iter().map(|file| Folder::read(file, options, &attachments)).collect();
        let mut diagnostics = Vec::new();
        let mut folders: Vec<Folder> = Vec::new();
        for (folder, said) in read {
            diagnostics.extend(said);
            folders.extend(folder);
        }
        let (company, domain) = (config.company.name.clone(), domain(config));
        let language = config.site.language.clone();
        let around = hash(&(&company, &domain, &language, config.build.raw_html == RawHtml::Allow));
        // Those above first, so that each can take over what they have collected.
        folders.sort_by(|a, b| a.path.len().cmp(&b.path.len()).then_with(|| a.path.cmp(&b.path)));
        let mut by_path = FxHashMap::default();
        for index in 0..folders.len() {
            let (known, rest) = folders.split_at_mut(index);
            let folder = &mut rest[0];
            let above = nearest(&folder.path, &by_path).map(|above| &known[above]);
            folder.around = hash(&(above.map_or(around, |above| above.around), folder.key));
            if let Some(above) = above {
                folder.entries.extend_from_slice(&above.entries);
            }
            by_path.insert(folder.path.clone(), index);
        }
        *self = Self { all: folders, by_path, company, domain, language, around, diagnostics };
        !self.is(&known)
    }

    /// Whether another reading gave the same.
    fn is(&self, other: &Self) -> bool {
        let parts = |folders: &Self| -> Vec<(u64, Attachments)> {
            folders.all.iter().map(|folder| (folder.around, folder.attachments.clone())).collect()
        };
        self.around == other.around && self.diagnostics == other.diagnostics && parts(self) == parts(other)
    }

    /// What reading them had to say.
    pub(super) fn diagnostics(&self) -> &[Diagnostic] {
        &self.diagnostics
    }

    /// Stands for everything that holds for a posting beside its own file: [`Folders::defaults`] and how it is read.
    pub(super) fn around(&self, path: &str) -> u64 {
        self.nearest(path).map_or(self.around, |folder| folder.around)
    }

    fn nearest(&self, path: &str) -> Option<&Folder> {
        nearest(path, &self.by_path).map(|index| &self.all[index])
    }

    /// What holds for a posting that does not say otherwise: the nearest folder's word first, then the configuration's.
    pub(super) fn defaults(&self, path: &str) -> Defaults<'_> {
        Defaults {
            folder: self.nearest(path).map_or(&[], |folder| &folder.entries),
            company: self.company.as_deref(),
            domain: self.domain.as_deref(),
            language: Some(&self.language),
        }
    }

    /// A warning for each index with a text of no company and for none of `postings`, as nobody would see it.
    pub(super) fn lonely(&self, postings: &Postings) -> impl Iterator<Item = Diagnostic> {
        let is_lonely = |folder: &&Folder| {
            let is_said = folder.company.is_some() || folder.path.is_empty() || folder.intro.html.trim().is_empty();
            !is_said && !postings.are_below(&folder.path)
        };
        self.all.iter().filter(is_lonely).map(|folder| {
            Diagnostic::warning("text-not-shown", "this text is on no page: its folder has no postings")
                .at(Location::start_of(folder.intro.shown.clone()))
                .help(
                    "if it is a posting, call the file `index.md`; if it introduces a company, say `company: …` in it",
                )
        })
    }

    /// The folders that are companies, the deepest first; the files that their texts refer to go to `assets`.
    pub(super) fn companies(&self, assets: &mut Assets) -> Vec<Company> {
        let mut companies = Vec::new();
        for folder in self.all.iter().rev() {
            let Some(name) = folder.company.as_ref().filter(|_| !folder.path.is_empty()) else { continue };
            for (target, asset) in &*folder.attachments {
                assets.add(folder.intro.path.clone(), target.clone(), asset.clone());
            }
            companies.push(Company {
                folder: folder.path.clone(),
                name: name.clone(),
                url: folder.url.clone(),
                logo: folder.logo.clone(),
                image: None,
                intro: folder.intro.clone(),
            });
        }
        companies
    }
}

impl Folder {
    fn read(file: &Found, options: &Options<'_>, attachments: &AttachmentReader) -> (Option<Self>, Vec<Diagnostic>) {
        let bytes = match discover::read_bytes(&file.absolute) {
            Ok(bytes) => bytes,
            Err(error) => return (None, vec![error]),
        };
        let key = hash(&(&file.path, &bytes));
        let (source, warning) = SourceFile::decode(file.path.clone(), file.shown.clone(), bytes);
        let mut diagnostics: Vec<Diagnostic> = warning.into_iter().collect();
        let (mut draft, extracted) = extract::extract(&source, options);
        diagnostics.extend(extracted);
        let logo = logo(&draft.front_matter.entries, &source);
        let attachments = attachments.all(file, draft.references.iter().chain(&logo));
        let company = infer::company_of_folder(&draft.front_matter.entries);
        let intro = Text {
            path: source.path.clone(),
            shown: source.shown.clone(),
            html: intro(&mut draft, company.as_deref()),
            references: std::mem::take(&mut draft.references),
            embedded: std::mem::take(&mut draft.embedded),
        };
        let path = file.path.rsplit_once('/').map_or("", |(folder, _)| folder).to_owned();
        let entries = draft.front_matter.entries;
        let url = url(&entries);
        (
            Some(Self {
                path,
                company,
                url,
                logo,
                intro,
                root: file.root.clone(),
                attachments,
                entries,
                key,
                around: 0,
            }),
            diagnostics,
        )
    }

    /// The files that it refers to.
    fn references(&self) -> impl Iterator<Item = &Reference> {
        self.intro.references.iter().chain(&self.logo)
    }
}

/// The nearest folder above a path, of those that are known.
fn nearest(path: &str, known: &FxHashMap<String, usize>) -> Option<usize> {
    let mut above = path.rmatch_indices('/').map(|(slash, _)| &path[..slash]).chain([""]);
    above.find_map(|folder| known.get(folder)).copied()
}

/// The domain of the company's e-mail addresses: the one that is set, or that of its site. Where the careers site is
/// published says nothing: it may be anybody's host.
fn domain(config: &Config) -> Option<String> {
    let of_site = || {
        let (_, rest) = config.company.url.as_deref()?.split_once("://")?;
        let host = rest.split(['/', ':', '?', '#']).next()?;
        Some(host.strip_prefix("www.").unwrap_or(host).to_owned())
    };
    config.company.domain.clone().or_else(of_site)
}

/// The text of a folder, with the heading that opens it unless that is the company's name.
fn intro(draft: &mut Draft, company: Option<&str>) -> String {
    let html = std::mem::take(&mut draft.html);
    match &draft.lead_heading {
        Some(heading) if company != Some(heading.text.trim()) => heading.html.clone() + &html,
        _ => html,
    }
}

/// `url` of the `company` that the front matter describes.
fn url(entries: &[Entry]) -> Option<String> {
    let company = entries.iter().find(|entry| is_key(&entry.key, "company"))?;
    web_address(company.value.get("url")?.as_str()?)
}

/// `logo` of the `company` that the front matter describes, or beside it: a file beside this one.
fn logo(entries: &[Entry], source: &SourceFile) -> Option<Reference> {
    let of_company =
        entries.iter().find(|entry| is_key(&entry.key, "company")).and_then(|entry| entry.value.get("logo"));
    let beside = || entries.iter().find(|entry| is_key(&entry.key, "logo")).map(|entry| &entry.value);
    let logo = of_company.or_else(beside)?;
    let target = logo.as_str()?.trim().to_owned();
    let location = source.location(logo.span.clone());
    (!target.is_empty() && !target.contains("://")).then(|| Reference { target, suffix: String::new(), location })
}
