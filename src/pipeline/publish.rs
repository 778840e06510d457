//! A snapshot into its output folder.

use std::sync::Mutex;

use rayon::prelude::*;

use super::{Snapshot, pictures};
use crate::diagnostic::{self, Diagnostic, Severity, has_errors};
use crate::host::{self, Host, HostFile};
use crate::model::{self, Route, Site, State};
use crate::render::{Document, Page, Renderer, ShareImage};
use crate::write::{Cache, Guard, Output, PageEntry, Plan, Planned, Summary, with_compressed};

/// What a site is published for.
#[derive(Debug, Clone, Copy, Default)]
pub struct Delivery {
    /// Where.
    pub host: Host,
    /// Whether text files get compressed forms beside them.
    pub precompress: bool,
    /// Whether any warning is an error.
    pub strict: bool,
}

impl Delivery {
    /// Makes errors of warnings where the site is to have none.
    fn judge(self, diagnostics: &mut [Diagnostic]) {
        if self.strict {
            for diagnostic in diagnostics.iter_mut().filter(|d| d.severity == Severity::Warning) {
                diagnostic.severity = Severity::Error;
            }
        }
    }
}

/// What publishing a snapshot came to.
pub struct Published {
    /// Everything there is to say, in order.
    pub diagnostics: Vec<Diagnostic>,
    /// What was written; `None` where an error kept the previous output as it was.
    pub written: Option<Summary>,
    /// How many pages the site has.
    pub pages: usize,
}

/// Renders and writes every page. `progress` is called before each is written with how many there are, from any
/// thread.
pub fn publish(
    mut snapshot: Snapshot,
    delivery: Delivery,
    guard: &Guard<'_>,
    progress: &(dyn Fn(usize) + Sync),
) -> Published {
    let mut diagnostics = std::mem::take(&mut snapshot.diagnostics);
    delivery.judge(&mut diagnostics);
    let pages = snapshot.site.all().map(|edition| edition.routes().len()).sum();
    // Without its templates, a page can only say again what is wrong with them.
    let written = if snapshot.theme.is_sound() {
        let renderer = snapshot.renderer();
        if has_errors(&diagnostics) {
            diagnostics.extend(render_all(&renderer.all_pages(), |_| Ok(())));
            None
        } else {
            write_all(&snapshot, &renderer, delivery, guard, progress, &mut diagnostics)
        }
    } else {
        None
    };
    diagnostics.sort_by(diagnostic::order);
    diagnostics.dedup();
    Published { diagnostics, written, pages }
}

fn write_all(
    snapshot: &Snapshot,
    renderer: &Renderer,
    delivery: Delivery,
    guard: &Guard<'_>,
    progress: &(dyn Fn(usize) + Sync),
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<Summary> {
    let pages = renderer.all_pages();
    let mut documents = renderer.all_documents();
    documents.retain(|(_, document)| !(document.is_redirect() && delivery.host.redirects_all()));
    let images = renderer.share_images();
    let host_files = host::files(&snapshot.site, delivery.host);
    let entered = |&(edition, route): &(&Renderer, Route)| {
        let site = edition.site();
        Planned { page: Some(entry(site, route)), ..planned(site, route) }
    };
    let mut planned = files_of(renderer, pages.par_iter().map(entered).collect(), &documents, &images);
    if delivery.precompress {
        planned = with_compressed(planned);
    }
    planned.extend(host_files.iter().map(|file| Planned {
        path: file.path.clone(),
        origin: "the host".into(),
        page: None,
    }));
    host::check(delivery.host, &host_files, planned.len(), diagnostics);
    delivery.judge(diagnostics);
    let opened = Plan::new(planned)
        .and_then(|plan| Output::open(&snapshot.places.output, plan, guard).map_err(|refusal| vec![refusal]));
    let output = match opened {
        Ok(output) => output,
        Err(refusals) => {
            diagnostics.extend(refusals);
            return None;
        }
    };
    let cache = Cache::new(&snapshot.places.caches);
    let (errors, (failed, said)) = rayon::join(
        || {
            render_all(&pages, |page| {
                progress(pages.len());
                output.put(&page.file, page.html.as_bytes())
            })
        },
        || {
            rayon::join(
                || write_files(snapshot, &documents, &host_files, &output),
                || pictures::write(&images, &snapshot.site.assets, &cache, &output),
            )
        },
    );
    diagnostics.extend(errors.into_iter().chain(failed).chain(said));
    delivery.judge(diagnostics);
    if has_errors(diagnostics) {
        output.abort();
        return None;
    }
    output.commit().map_err(|error| diagnostics.push(error)).ok()
}

/// Renders every page for nothing but what goes wrong, one after the other, until `is_over` says that nobody wants to know
/// any more; `None` then.
pub fn rehearse(renderer: &Renderer, is_over: &dyn Fn() -> bool) -> Option<Vec<Diagnostic>> {
    let pages = renderer.all_pages();
    let mut errors = Vec::new();
    for &(edition, route) in &pages {
        if is_over() {
            return None;
        }
        if let Err(error) = edition.page(route)
            && !errors.contains(&error)
        {
            errors.push(error);
        }
    }
    let images = renderer.share_images();
    let planned = pages.iter().map(|(edition, route)| planned(edition.site(), *route)).collect();
    if let Err(collisions) = Plan::new(files_of(renderer, planned, &renderer.all_documents(), &images)) {
        errors.extend(collisions);
    }
    Some(errors)
}

/// Renders every page and hands it on; a page is let go before the next one is made. Returns what went wrong, each once.
fn render_all(pages: &[(&Renderer, Route)], take: impl Fn(Page) -> Result<(), Diagnostic> + Sync) -> Vec<Diagnostic> {
    let errors: Mutex<Vec<Diagnostic>> = Mutex::default();
    pages.par_iter().for_each(|&(edition, route)| {
        if let Err(error) = edition.page(route).and_then(&take) {
            let mut errors = errors.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
            if !errors.contains(&error) {
                errors.push(error);
            }
        }
    });
    errors.into_inner().unwrap_or_else(std::sync::PoisonError::into_inner)
}

/// The files that are neither pages nor pictures: feeds and their like, the host's, the theme's.
fn write_files(
    snapshot: &Snapshot,
    documents: &[(&Renderer, Document)],
    host_files: &[HostFile],
    output: &Output,
) -> Vec<Diagnostic> {
    let put =
        |(edition, document): &(&Renderer, Document)| output.put(&document.path, &edition.document(document)).err();
    let errors: Vec<Diagnostic> = documents.par_iter().filter_map(put).collect();
    let theme = snapshot.theme.static_files().iter().map(|file| output.put(&file.path, &file.bytes));
    let host = host_files.iter().map(|file| output.put(&file.path, file.text.as_bytes()));
    errors.into_iter().chain(host.chain(theme).filter_map(Result::err)).collect()
}

/// Every file of the site, those of its pages among them, so that two on one path are found before anything is written.
fn files_of(
    renderer: &Renderer,
    pages: Vec<Planned>,
    documents: &[(&Renderer, Document)],
    images: &[ShareImage],
) -> Vec<Planned> {
    let site = renderer.site();
    let theme = renderer.theme().static_files().iter().map(|file| Planned {
        path: file.path.clone(),
        origin: format!("{} of the theme", file.name).into(),
        page: None,
    });
    let assets =
        site.assets.iter().map(|asset| Planned { path: asset.path.clone(), origin: asset.origin.clone(), page: None });
    let documents = documents.iter().map(|(_, document)| Planned {
        path: document.path.clone(),
        origin: document.name.into(),
        page: None,
    });
    let images = images.iter().map(|image| Planned { path: image.path(), origin: "a share image".into(), page: None });
    pages.into_iter().chain(documents).chain(theme).chain(assets).chain(images).collect()
}

/// The file of a page, without what the manifest says of it.
fn planned(site: &Site, route: Route) -> Planned {
    let origin = match route {
        Route::Posting(index) => site.postings[index].posting.shown.clone(),
        Route::Page(index) => site.pages[index].text.shown.clone(),
        _ => route.path(site).into(),
    };
    Planned { path: route.file(site), origin, page: None }
}

/// What the manifest says of a page.
fn entry(site: &Site, route: Route) -> PageEntry {
    let published = match route {
        Route::Posting(index) => Some(&site.postings[index]),
        _ => None,
    };
    let page = match route {
        Route::Page(index) => Some(&site.pages[index]),
        _ => None,
    };
    PageEntry {
        route: route.path(site),
        source: published.map(|published| published.posting.path.to_string()),
        changed: published.and_then(model::Published::changed).map(|day| day.to_string()),
        digest: published.map(model::Published::digest).or_else(|| page.map(model::StaticPage::digest)),
        closed: published.is_some_and(|published| published.state == State::Closed),
    }
}
