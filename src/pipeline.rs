//! The one module that calls the stages, in their order.
//!
//! [`prepare`] goes from folders to a [`Snapshot`], which is whole and does not change; [`publish`] renders every page of
//! it into the output folder, each page written as it is rendered. A stage never stops at the first bad file, so that
//! one run tells everything.

mod folders;
mod publish;

pub use self::publish::{Delivery, Published, publish};

use std::path::PathBuf;
use std::sync::Arc;

use rayon::prelude::*;

use self::folders::Folders;
use crate::check;
use crate::config::{self, BaseUrl, Config};
use crate::diagnostic::{self, Diagnostic};
use crate::discover::{self, Found, Role};
use crate::extract::{self, Draft, Highlighter, Options};
use crate::infer::{self, Comparable, Inferred};
use crate::model::{Arrival, Asset, Assets, Company, Selection, Site};
use crate::posting::{Facts, OriginKind, Posting};
use crate::render::Theme;

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
    pub site: Site,
    /// The theme.
    pub theme: Theme,
    /// The folder to write to.
    pub output: PathBuf,
    /// Folders and files that were read, which the output must not overwrite.
    pub sources: Vec<PathBuf>,
    /// What there is to say so far, in order.
    pub diagnostics: Vec<Diagnostic>,
}

impl Project {
    /// Paths of the configuration are relative to the project's folder.
    fn path(&self, path: &str) -> PathBuf {
        self.root.join(path)
    }

    fn config(&self, diagnostics: &mut Vec<Diagnostic>) -> Config {
        let mut config = match discover::read_optional(&self.path(config::FILE_NAME)) {
            Ok(None) => Config::default(),
            Ok(Some((source, warning))) => {
                diagnostics.extend(warning);
                Config::read(&source, diagnostics)
            }
            Err(error) => {
                diagnostics.push(error);
                Config::default()
            }
        };
        if let Some(base_url) = &self.base_url {
            config.site.base_url = Some(base_url.clone());
        }
        if let Some(theme) = &self.theme {
            config.theme.name.clone_from(theme);
        }
        config
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
    let config = project.config(diagnostics);
    let output = project.output.clone().unwrap_or_else(|| project.path(&config.build.output));
    Destination { output, base_url: config.site.base_url }
}

/// Reads everything and puts the site together.
pub fn prepare(project: &Project) -> Snapshot {
    let mut diagnostics = Vec::new();
    let config = Arc::new(project.config(&mut diagnostics));
    let output = project.output.clone().unwrap_or_else(|| project.path(&config.build.output));
    let seeds = if project.seeds.is_empty() { vec![project.path(&config.build.seeds)] } else { project.seeds.clone() };

    let found = discover::seeds(&seeds, std::slice::from_ref(&output), &mut diagnostics);
    let (arrivals, companies, assets) = read_all(&found, &config, &mut diagnostics);
    let site = Site::new(config.clone(), project.selection, arrivals, companies, assets, &mut diagnostics);

    check::check(&site, &mut diagnostics);

    let files = discover::theme_files(&project.root, &config.theme.name, &mut diagnostics);
    let theme = Theme::load(files, config.base_path(), config.theme.brand, &mut diagnostics);

    diagnostics.sort_by(diagnostic::order);
    let sources = seeds.into_iter().chain([project.path("themes"), project.path("templates")]).collect();
    Snapshot { site, theme, output, sources, diagnostics }
}

/// Reads, extracts and infers on all cores. A file's text is let go as soon as its facts are known.
fn read_all(
    found: &[Found],
    config: &Config,
    diagnostics: &mut Vec<Diagnostic>,
) -> (Vec<Arrival>, Vec<Company>, Assets) {
    let options = Options { raw_html: config.build.raw_html, highlighter: &Highlighter::default() };
    let (indexes, postings): (Vec<_>, Vec<_>) = found.iter().partition(|file| file.role == Role::Folder);
    let folders = Folders::read(&indexes, config, &options, diagnostics);

    let mut results: Vec<Read> = postings.par_iter().map(|file| read_posting(file, &folders, &options)).collect();

    infer::compare(results.iter_mut().filter_map(Read::peer));

    let mut arrivals = Vec::with_capacity(results.len());
    let mut assets = Assets::default();
    for result in results {
        diagnostics.extend(result.diagnostics);
        if let Some(arrival) = result.arrival {
            for (target, asset) in result.attachments {
                assets.add(arrival.posting.path.clone(), target, asset);
            }
            arrivals.push(arrival);
        }
    }
    let companies = folders.into_companies(&mut assets);
    (arrivals, companies, assets)
}

/// What one file gave.
#[derive(Default)]
struct Read {
    arrival: Option<Arrival>,
    comparable: Comparable,
    attachments: Vec<(String, Asset)>,
    diagnostics: Vec<Diagnostic>,
}

impl Read {
    /// The posting, to be compared with the others.
    fn peer(&mut self) -> Option<infer::Peer<'_>> {
        let posting = &mut self.arrival.as_mut()?.posting;
        Some(infer::Peer { path: &posting.path, facts: &mut posting.facts, comparable: &self.comparable })
    }
}

fn read_posting(file: &Found, folders: &Folders, options: &Options<'_>) -> Read {
    let (source, warning) = match discover::read(file) {
        Ok(read) => read,
        Err(error) => return Read { diagnostics: vec![error], ..Read::default() },
    };
    let mut diagnostics: Vec<Diagnostic> = warning.into_iter().collect();
    let (mut draft, extracted) = extract::extract(&source, options);
    diagnostics.extend(extracted);
    let Inferred { facts, comparable } = infer::infer(&draft, &source, &folders.defaults(&file.path), &mut diagnostics);
    let attachments = attachments(file, &draft);
    let is_posting = !draft.is_empty();
    if !is_posting {
        let location = source.location(0..0);
        diagnostics.push(
            Diagnostic::warning("empty-file", "this file is empty, and gets no page")
                .at(location)
                .help("write the posting, or remove the file"),
        );
    }
    let content = content(&mut draft, &facts).into();
    let posting = Posting { path: source.path, shown: source.shown, content, is_posting, facts };
    let arrival = Arrival { posting, references: draft.references, embedded: draft.embedded };
    Read { arrival: Some(arrival), comparable, attachments, diagnostics }
}

/// The text as a page shows it below its title: with the heading that opens it, unless that is the title.
fn content(draft: &mut Draft, facts: &Facts) -> String {
    let html = std::mem::take(&mut draft.html);
    let Some(heading) = &draft.lead_heading else { return html };
    let title = facts.title.as_ref();
    let is_title = title.is_some_and(|title| {
        let stands_there = title.origin.kind == OriginKind::Body && title.origin.line == Some(heading.line);
        stands_there || title.value.trim().eq_ignore_ascii_case(heading.text.trim())
    });
    if is_title { html } else { heading.html.clone() + &html }
}

/// The files beside a posting that it refers to, by target.
fn attachments(file: &Found, draft: &Draft) -> Vec<(String, Asset)> {
    let mut found: Vec<(String, Asset)> = Vec::new();
    for reference in &draft.references {
        if found.iter().all(|(target, _)| *target != reference.target)
            && let Some((path, bytes)) = discover::attachment(file, &reference.target)
        {
            found.push((reference.target.clone(), Asset::beside(file.shown.clone(), file.root.join(path), &bytes)));
        }
    }
    found
}
