//! One route becomes one page, on demand and from any thread.
//!
//! In go a [`Site`] and a [`Theme`], out comes a [`Page`]. Pure: the same site and theme give the same bytes. `build`
//! renders every route, `serve` those that are asked for; nothing is rendered in two ways. What is no page is a
//! [`Document`] of the same site.

mod colour;
mod contents;
mod document;
mod filters;
mod json;
mod language;
mod list;
mod mistakes;
mod page;
mod search;
mod share_image;
mod structured_data;
mod terms;
mod theme;
mod view;
mod words;

pub use self::document::Document;
use self::document::{Entries, documents};
pub use self::share_image::ShareImage;
pub use self::theme::{StaticFile, Theme};

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use rustc_hash::FxHashMap;
use tera::{Context, Tera, Value};

use self::language::Language;
use self::terms::Terms;
use crate::diagnostic::Diagnostic;
use crate::model::{Kind, Route, Site};

/// One file of the finished site.
#[derive(Debug)]
pub struct Page {
    /// Its path below the output folder.
    pub file: String,
    /// What is in it.
    pub html: String,
}

/// A site that can be rendered: what all pages of a language share is worked out once.
pub struct Renderer {
    site: Arc<Site>,
    theme: Arc<Theme>,
    /// The language that its pages speak.
    language: Arc<Language>,
    /// The theme's templates with what all pages share as their global context.
    tera: Tera,
    /// Shared by all pages that name a term.
    terms: Terms,
    /// The folder of each company that has a page, as an index into the site's, by its term.
    employers: FxHashMap<usize, usize>,
    /// The card of each posting, rendered once for all lists, when the first of them needs it.
    cards: Vec<OnceLock<Result<Value, Diagnostic>>>,
    /// The entries of feeds, shared by all feeds that name a posting.
    entries: Entries,
    /// `search`, shared by all pages of the home page's list.
    search: OnceLock<Value>,
    /// The editions in other languages.
    others: Vec<Renderer>,
}

impl Renderer {
    /// Prepares all pages of a site.
    pub fn new(site: Arc<Site>, theme: Arc<Theme>) -> Self {
        let mut tera = theme.tera();
        let language = theme.language(&site.config.site.language).clone();
        filters::speak(&mut tera, &language);
        let terms = Terms::new(&site, &language);
        view::insert_globals(tera.global_context(), &site, &terms, &language);
        let cards = std::iter::repeat_with(OnceLock::new).take(site.postings.len()).collect();
        let entries = Entries::of(&site);
        let employers = employers(&site);
        let others = site.others.iter().map(|edition| Self::new(edition.clone(), theme.clone())).collect();
        Self { site, theme, language, tera, terms, employers, cards, entries, search: OnceLock::new(), others }
    }

    /// The site that it renders.
    pub fn site(&self) -> &Arc<Site> {
        &self.site
    }

    /// The site in each of its languages, the default first.
    pub fn all(&self) -> impl Iterator<Item = &Self> {
        std::iter::once(self).chain(&self.others)
    }

    /// Every page of all editions.
    pub fn all_pages(&self) -> Vec<(&Self, Route)> {
        self.all().flat_map(|edition| edition.site.routes().into_iter().map(move |route| (edition, route))).collect()
    }

    /// Every document of all editions.
    pub fn all_documents(&self) -> Vec<(&Self, Document)> {
        self.all()
            .flat_map(|edition| documents(&edition.site).into_iter().map(move |document| (edition, document)))
            .collect()
    }

    /// The theme that it renders with.
    pub fn theme(&self) -> &Theme {
        &self.theme
    }

    /// Renders one page.
    pub fn page(&self, route: Route) -> Result<Page, Diagnostic> {
        let (template, context) = self.context(route)?;
        let html = self.render(template, &context)?;
        Ok(Page { file: route.file(&self.site), html })
    }

    /// Makes one document.
    pub fn document(&self, document: &Document) -> Vec<u8> {
        document.render(&self.site, &self.language, &self.entries)
    }

    /// Every share image of the site, each once, by path.
    pub fn share_images(&self) -> Vec<ShareImage> {
        let images =
            self.all().flat_map(|edition| share_image::of_all(&edition.site, &edition.language, self.theme.tones()));
        images.collect::<BTreeMap<_, _>>().into_values().collect()
    }

    /// The share image at a path below the output, as [`ShareImage::path`] gives it.
    pub fn share_image(&self, path: &str) -> Option<ShareImage> {
        self.all().find_map(|edition| share_image::at(&edition.site, &edition.language, self.theme.tones(), path))
    }

    fn card(&self, index: usize) -> Result<Value, Diagnostic> {
        let card = || {
            let mut context = Context::new();
            context.insert_value("posting", view::posting(&self.site, &self.terms, &self.language, index));
            self.render("card.html", &context).map(|html| Value::safe_string(html.trim()))
        };
        self.cards[index].get_or_init(card).clone()
    }

    fn cards(&self, indexes: impl IntoIterator<Item = usize>) -> Result<Value, Diagnostic> {
        indexes.into_iter().map(|index| self.card(index)).collect::<Result<Vec<Value>, _>>().map(Value::from)
    }

    /// What the home page searches with.
    fn search(&self) -> Value {
        self.search.get_or_init(|| view::search(&self.site, &self.terms, &self.language)).clone()
    }

    fn render(&self, template: &str, context: &Context) -> Result<String, Diagnostic> {
        self.tera.render(template, context).map_err(|error| self.theme.explain(&error))
    }
}

/// The first folder of each company that has a page, by the company's term.
fn employers(site: &Site) -> FxHashMap<usize, usize> {
    let mut employers = FxHashMap::default();
    for (index, company) in site.companies.all().iter().enumerate() {
        if let Some(term) = site.taxonomy(Kind::Companies).and_then(|taxonomy| taxonomy.index_of(&company.name)) {
            employers.entry(term).or_insert(index);
        }
    }
    employers
}
