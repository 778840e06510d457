//! What `_index.md` files say for the postings below them (I2, I3).

use rayon::prelude::*;

use crate::config::Config;
use crate::data::{Entry, is_key};
use crate::diagnostic::Diagnostic;
use crate::discover::{self, Found};
use crate::extract::{self, Draft, Options};
use crate::infer::{self, Defaults};
use crate::model::{Asset, Assets, Company, Text};

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
    /// That company's own site.
    url: Option<String>,
    /// Its text, which introduces the company.
    intro: Text,
    /// The files that its text refers to, by target.
    attachments: Vec<(String, Asset)>,
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
            domain: domain(config),
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

    /// The folders that are companies; the files that their texts refer to go to `assets`.
    pub(super) fn into_companies(self, assets: &mut Assets) -> Vec<Company> {
        let mut companies = Vec::new();
        for folder in self.all {
            let Some(name) = folder.company.filter(|_| !folder.path.is_empty()) else { continue };
            for (target, asset) in folder.attachments {
                assets.add(folder.intro.path.clone(), target, asset);
            }
            companies.push(Company { folder: folder.path, name, url: folder.url, intro: folder.intro });
        }
        companies
    }
}

impl Folder {
    fn read(file: &Found, options: &Options<'_>) -> (Option<Self>, Vec<Diagnostic>) {
        let (source, warning) = match discover::read(file) {
            Ok(read) => read,
            Err(error) => return (None, vec![error]),
        };
        let mut diagnostics: Vec<Diagnostic> = warning.into_iter().collect();
        let (mut draft, extracted) = extract::extract(&source, options);
        diagnostics.extend(extracted);
        let attachments = super::attachments(file, &draft);
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
        (Some(Self { path, company, url: url(&entries), intro, attachments, entries }), diagnostics)
    }

    fn holds(&self, path: &str) -> bool {
        self.path.is_empty() || path.strip_prefix(&self.path).is_some_and(|rest| rest.starts_with('/'))
    }
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
    let url = company.value.get("url")?.as_str()?.trim();
    (url.starts_with("https://") || url.starts_with("http://")).then(|| url.to_owned())
}
