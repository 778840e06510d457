//! The one module that calls the stages, in their order.
//!
//! [`prepare`] goes from folders to a [`Snapshot`], which is whole and does not change; [`publish`] renders every page of
//! it into the output folder, each page written as it is rendered. A stage never stops at the first bad file, so that
//! one run tells everything.

mod folders;
mod publish;
mod write_back;

pub use self::publish::{Published, publish};
pub use self::write_back::{WrittenBack, write_back};

use std::path::{Path, PathBuf};
use std::sync::Arc;

use rayon::prelude::*;

use self::folders::Folders;
use crate::check;
use crate::config::{self, BaseUrl, Config};
use crate::diagnostic::{self, Diagnostic};
use crate::discover::{self, Found, History, HistoryRequest, Role};
use crate::extract::{self, Draft, Highlighter, Options};
use crate::infer::{self, Comparable, Inferred};
use crate::model::{Arrival, Asset, Assets, Company, Selection, Site};
use crate::posting::{Facts, Field, OriginKind, Posting};
use crate::render::Theme;
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

    fn output(&self, config: &Config) -> PathBuf {
        self.output.clone().unwrap_or_else(|| self.path(&config.build.output))
    }

    fn seeds(&self, config: &Config) -> Vec<PathBuf> {
        if self.seeds.is_empty() { vec![self.path(&config.build.seeds)] } else { self.seeds.clone() }
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

/// Reads everything and puts the site together.
pub fn prepare(project: &Project) -> Snapshot {
    let mut diagnostics = Vec::new();
    let config = Arc::new(project.config(&mut diagnostics));
    let output = project.output(&config);
    let seeds = project.seeds(&config);

    let found = discover::seeds(&seeds, std::slice::from_ref(&output), &mut diagnostics);
    let (arrivals, companies, assets) = read_all(&found, &project.root, &config, &mut diagnostics);
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
    project: &Path,
    config: &Config,
    diagnostics: &mut Vec<Diagnostic>,
) -> (Vec<Arrival>, Vec<Company>, Assets) {
    let options = Options { raw_html: config.build.raw_html, highlighter: &Highlighter::default() };
    let (indexes, postings): (Vec<_>, Vec<_>) = found.iter().partition(|file| file.role == Role::Folder);
    let folders = Folders::read(&indexes, config, &options, diagnostics);

    let request = HistoryRequest::new(&postings, project);
    let read = |file: &&Found| {
        let read = read_posting(file, &folders, &options);
        if read.needs_date() {
            request.start();
        }
        read
    };
    let mut results: Vec<Read> = postings.par_iter().map(read).collect();
    let history = request.finish(diagnostics);
    infer::compare(results.iter_mut().filter_map(Read::peer));

    let mut arrivals = Vec::with_capacity(results.len());
    let mut assets = Assets::default();
    for (file, result) in postings.into_iter().zip(results) {
        diagnostics.extend(result.diagnostics);
        if let Some(mut arrival) = result.arrival {
            date_by(&history, file, &mut arrival.posting.facts);
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

    /// Whether only git can tell when it was posted.
    fn needs_date(&self) -> bool {
        self.arrival
            .as_ref()
            .is_some_and(|arrival| arrival.posting.is_posting && arrival.posting.facts.posted.is_none())
    }
}

/// The last resort for the first day: that of the file's first commit (F1).
fn date_by(history: &History, file: &Found, facts: &mut Facts) {
    let first = || history.days(file).map(|days| Field::elsewhere(days.first, OriginKind::Git));
    facts.posted = facts.posted.take().or_else(first);
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
    let reason = infer::reason(&draft, &facts);
    diagnostics.extend(reason.map(|reason| not_published(reason, &source)));
    let content = content(&mut draft, &facts).into();
    let posting = Posting { path: source.path, shown: source.shown, content, is_posting: reason.is_none(), facts };
    let arrival = Arrival { posting, references: draft.references, embedded: draft.embedded };
    Read { arrival: Some(arrival), comparable, attachments, diagnostics }
}

fn not_published(reason: infer::Reason, source: &SourceFile) -> Diagnostic {
    let message = format!("{}, and is not published", reason.describe());
    let (code, help) = match reason {
        infer::Reason::Empty => ("empty-file", "write the posting, or remove the file"),
        infer::Reason::Form => ("not-a-posting", "fill it in, or put `_` before its name; `--drafts` shows it"),
        infer::Reason::Test => ("not-a-posting", "give it the title of a job, or remove the file; `--drafts` shows it"),
        infer::Reason::Pointer => ("not-a-posting", "put its address under `aliases` of the posting it points to"),
    };
    Diagnostic::warning(code, message).at(source.location(0..0)).help(help)
}

/// The text as a page shows it below its title: with the heading that opens it, unless that is the title.
fn content(draft: &mut Draft, facts: &Facts) -> String {
    let Some(heading) = &draft.lead_heading else { return std::mem::take(&mut draft.html) };
    let title = facts.heading.as_ref().or(facts.title.as_ref());
    let is_title = title.is_some_and(|title| {
        let stands_there = title.origin.kind == OriginKind::Body && title.origin.line == Some(heading.line);
        let reads_the_same = title.value.trim().eq_ignore_ascii_case(heading.text.trim());
        stands_there || reads_the_same || infer::is_title_of(draft, &title.value)
    });
    let above = if is_title { String::new() } else { heading.html.clone() };
    let html = std::mem::take(&mut draft.html);
    if above.is_empty() { html } else { above + &html }
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
