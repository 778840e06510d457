//! What has been read of a project, kept so that reading again costs no more than what has changed.
//!
//! [`Memo::read`] brings it up to date with the disk, [`Memo::assemble`] makes a site of it. What a file gave is
//! remembered by its bytes and by what holds around it; all that follows is worked out anew, so that the site is that of
//! a first build whatever was read when. Nothing is remembered about pages.

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher as _};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::brand::BrandFiles;
use super::changes::{Changes, Touched};
use super::folders::Folders;
use super::pages::Pages;
use super::postings::{Postings, Slot};
use super::{Project, Snapshot};
use crate::check;
use crate::config::{Config, Options as ThemeOptions};
use crate::diagnostic::{self, Diagnostic};
use crate::discover::{self, Found, History, HistoryRequest, Places, Role, ThemeSource};
use crate::extract::{Highlighter, Options};
use crate::model::{Assets, Frame, Outlines, Selection, Site};
use crate::render::Theme;

/// A project as it was last read.
#[derive(Default)]
pub struct Memo {
    highlighter: Highlighter,
    config: Option<ConfigRead>,
    brand: BrandFiles,
    listed: Listed,
    folders: Folders,
    postings: Postings,
    pages: Pages,
    history: HistoryRead,
    theme: Option<ThemeRead>,
    /// The frame of the last site.
    frame: Option<Frame>,
}

/// What git knew when it was last asked.
#[derive(Default, PartialEq)]
struct HistoryRead {
    history: History,
    diagnostics: Vec<Diagnostic>,
}

struct ConfigRead {
    text: Option<String>,
    config: Arc<Config>,
    places: Places,
    diagnostics: Vec<Diagnostic>,
}

/// The files of postings, those that are indexes of folders apart.
#[derive(Default)]
struct Listed {
    /// The folders that were looked into, and the one that was not.
    of: Option<(Vec<PathBuf>, PathBuf)>,
    indexes: Vec<Found>,
    diagnostics: Vec<Diagnostic>,
}

struct ThemeRead {
    key: u64,
    theme: Arc<Theme>,
    diagnostics: Vec<Diagnostic>,
}

impl Memo {
    /// Reads what may have changed. Whether anything differs from what was known.
    pub fn read(&mut self, project: &Project, changes: &Changes) -> bool {
        let touched = changes.touched();
        let (read, config_differs) = ConfigRead::again(self.config.take(), project);
        let (config, places) = (read.config.clone(), read.places.clone());
        self.config = Some(read);

        let needs_brand = config_differs || BrandFiles::need(&project.root, &config, &touched);
        let brand_differs = needs_brand && self.read_brand(&project.root, &config);

        let list_differs = self.list(&places, &touched);
        let options = Options { raw_html: config.build.raw_html, highlighter: &self.highlighter };
        let needs_folders = config_differs || list_differs || self.folders.need(&self.listed.indexes, &touched);
        let folders_differ = needs_folders && self.folders.read(&self.listed.indexes, &config, &options);
        let request = HistoryRequest::new(&self.postings.found(), &project.root, &self.history.history);
        // A sitemap says of every posting when it last changed.
        if config.site.base_url.is_some() {
            request.start();
        }
        let postings_differ = self.postings.read(&self.folders, &options, &touched, &request);
        let pages_differ = self.pages.read(&places, &options, &touched, config_differs);
        let history_differs = self.read_history(request);
        let theme_differs = self.read_theme(project, &config, &places, &touched, config_differs);
        config_differs
            || brand_differs
            || list_differs
            || folders_differ
            || postings_differ
            || pages_differ
            || history_differs
            || theme_differs
    }

    fn read_brand(&mut self, root: &Path, config: &Config) -> bool {
        let read = BrandFiles::read(root, config);
        let differs = read != self.brand;
        self.brand = read;
        differs
    }

    /// Takes the history, if anything asked for it; that of before holds for all others.
    fn read_history(&mut self, request: HistoryRequest) -> bool {
        if !request.is_started() {
            return false;
        }
        let mut read = HistoryRead::default();
        read.history = request.finish(self.postings.lack_first_day(), &mut read.diagnostics);
        let differs = read != self.history;
        self.history = read;
        differs
    }

    /// Where everything lies that was read.
    ///
    /// # Panics
    ///
    /// If nothing has been read.
    pub fn places(&self) -> &Places {
        &self.config.as_ref().expect("`read` comes first").places
    }

    /// Puts the site together from what has been read.
    ///
    /// # Panics
    ///
    /// If nothing has been read.
    pub fn assemble(&mut self, selection: Selection) -> Snapshot {
        let (read, theme) = self.config.as_ref().zip(self.theme.as_ref()).expect("`read` comes first");
        let mut diagnostics = read.diagnostics.clone();
        for said in
            [&self.listed.diagnostics, self.folders.diagnostics(), &self.history.diagnostics, &theme.diagnostics]
        {
            diagnostics.extend_from_slice(said);
        }
        diagnostics.extend_from_slice(self.pages.diagnostics());
        diagnostics.extend(self.folders.lonely(&self.postings));

        let mut assets = Assets::default();
        let arrivals = self.postings.arrivals(&self.history.history, &mut assets, &mut diagnostics);
        self.brand.add_to(&mut assets, &mut diagnostics);
        let companies = self.folders.companies(&mut assets);
        let pages = self.pages.pages(&mut assets);
        let outlines = Outlines::new(read.config.clone(), selection, &arrivals, &companies);
        let known = self.frame.take().filter(|frame| frame.is_of(&outlines));
        let frame = self.frame.insert(known.unwrap_or_else(|| Frame::of(outlines)));
        let site = Site::new(frame, arrivals, companies, pages, assets, &mut diagnostics);
        site.all().for_each(|edition| check::check(edition, &mut diagnostics));

        diagnostics.sort_by(diagnostic::order);
        // A posting that lacks a translation stands in several editions.
        diagnostics.dedup();
        Snapshot { site: Arc::new(site), theme: theme.theme.clone(), places: read.places.clone(), diagnostics }
    }

    /// Looks into the folders again if files may have come or gone. Whether the list differs.
    fn list(&mut self, places: &Places, touched: &Touched<'_>) -> bool {
        let of = Some((places.seeds.clone(), places.output.clone()));
        let indexes = self.listed.indexes.iter().map(|file| &*file.absolute);
        // Where there are none, what else lies there is told.
        let has_postings = self.postings.files().next().is_some();
        if self.listed.of == of && has_postings && !touched.moves(&self.postings.files().chain(indexes)) {
            return false;
        }
        let mut diagnostics = Vec::new();
        let found = discover::seeds(&places.seeds, std::slice::from_ref(&places.output), &mut diagnostics);
        let (indexes, postings): (Vec<_>, Vec<_>) = found.into_iter().partition(|file| file.role == Role::Folder);
        let listed = Listed { of, indexes, diagnostics };
        let postings_differ = self.postings.list(postings);
        let differs = postings_differ
            || listed.indexes != self.listed.indexes
            || listed.diagnostics != self.listed.diagnostics
            || listed.of != self.listed.of;
        self.listed = listed;
        differs
    }

    fn read_theme(
        &mut self,
        project: &Project,
        config: &Config,
        places: &Places,
        touched: &Touched<'_>,
        config_differs: bool,
    ) -> bool {
        let is_touched = places.themes.iter().any(|folder| touched.has_in(folder));
        if self.theme.is_some() && !config_differs && !is_touched {
            return false;
        }
        let mut diagnostics = Vec::new();
        let ThemeSource { files, options, .. } = discover::theme(&project.root, &config.theme.name, &mut diagnostics);
        let options = ThemeOptions::settle(options.iter(), &config.theme.settings, &mut diagnostics);
        let key = hash(&(
            files.iter().map(|file| (&file.layer, &file.name, &file.bytes)).collect::<Vec<_>>(),
            (
                config.base_path(),
                (&config.site.language, &config.site.languages),
                format!("{options:?}{diagnostics:?}"),
            ),
        ));
        if self.theme.as_ref().is_some_and(|known| known.key == key) {
            return false;
        }
        let theme = Arc::new(Theme::load(files, config, &options, &mut diagnostics));
        self.theme = Some(ThemeRead { key, theme, diagnostics });
        true
    }
}

impl ConfigRead {
    /// The file is small enough to be read every time.
    fn again(known: Option<Self>, project: &Project) -> (Self, bool) {
        let mut diagnostics = Vec::new();
        let source = project.config_file(&mut diagnostics);
        let text = source.as_ref().map(|source| source.text.clone());
        if let Some(known) = known.filter(|known| known.text == text && diagnostics.is_empty()) {
            return (known, false);
        }
        let config = Arc::new(project.config(source.as_ref(), &mut diagnostics));
        let places = project.places(&config);
        (Self { text, config, places, diagnostics }, true)
    }
}

/// What files are told apart by from one reading to the next; it leaves no trace in what is made.
pub(super) fn hash(value: &(impl Hash + ?Sized)) -> u64 {
    let mut hasher = DefaultHasher::new();
    value.hash(&mut hasher);
    hasher.finish()
}

/// Carries over what is known of files that are still listed.
pub(super) fn carry_over(known: Vec<(Found, Option<Slot>)>, listed: Vec<Found>) -> Vec<(Found, Option<Slot>)> {
    let mut known: HashMap<PathBuf, (Found, Option<Slot>)> =
        known.into_iter().map(|(file, slot)| (file.absolute.clone(), (file, slot))).collect();
    let slot = |file: Found| {
        let before = known.remove(Path::new(&file.absolute)).filter(|(before, _)| *before == file);
        (file, before.and_then(|(_, slot)| slot))
    };
    listed.into_iter().map(slot).collect()
}
