//! One route becomes one page, on demand and from any thread.
//!
//! In go a [`Site`] and a [`Theme`], out comes a [`Page`]. Pure: the same site and theme give the same bytes. `build`
//! renders every route, `serve` those that are asked for; nothing is rendered in two ways. What is no page is a
//! [`Document`] of the same site.

mod colour;
mod contents;
mod document;
mod filters;
mod list;
mod mistakes;
mod page;
mod structured_data;
mod theme;
mod view;
mod words;

pub use self::document::{Document, documents};
pub use self::theme::{StaticFile, Theme};

use std::collections::HashSet;

use rayon::prelude::*;
use tera::{Context, Tera, Value};

use crate::diagnostic::Diagnostic;
use crate::model::{Published, Route, Site};

/// One file of the finished site.
#[derive(Debug)]
pub struct Page {
    /// Its path below the output folder.
    pub file: String,
    /// What is in it.
    pub html: String,
}

/// A site that can be rendered: what all pages share is worked out once.
pub struct Renderer<'a> {
    site: &'a Site,
    theme: &'a Theme,
    /// The theme's templates with what all pages share as their global context.
    tera: Tera,
    /// `view::Terms`, shared by all pages that name a term.
    terms: view::Terms,
    /// The card of each posting, rendered once for all lists.
    cards: Vec<Value>,
    /// Titles that several postings have.
    repeated: HashSet<&'a str>,
}

impl<'a> Renderer<'a> {
    /// Prepares all pages of a site. A card that can't be rendered is an error, told once for all postings.
    pub fn new(site: &'a Site, theme: &'a Theme, diagnostics: &mut Vec<Diagnostic>) -> Self {
        let mut tera = theme.tera();
        let terms = view::Terms::new(site);
        view::insert_globals(tera.global_context(), site, &terms);
        let mut renderer = Self { site, theme, tera, terms, cards: Vec::new(), repeated: repeated_titles(site) };
        let cards: Vec<Result<Value, Diagnostic>> =
            (0..site.postings.len()).into_par_iter().map(|index| renderer.card(index)).collect();
        for card in cards {
            renderer.cards.push(card.unwrap_or_else(|diagnostic| {
                if !diagnostics.contains(&diagnostic) {
                    diagnostics.push(diagnostic);
                }
                Value::none()
            }));
        }
        renderer
    }

    /// Renders one page.
    pub fn page(&self, route: Route) -> Result<Page, Diagnostic> {
        let (template, context) = self.context(route);
        let html = self.render(template, &context)?;
        Ok(Page { file: route.file(self.site), html })
    }

    fn card(&self, index: usize) -> Result<Value, Diagnostic> {
        let mut context = Context::new();
        context.insert_value("posting", view::posting(self.site, &self.terms, index));
        self.render("card.html", &context).map(|html| Value::safe_string(html.trim()))
    }

    fn render(&self, template: &str, context: &Context) -> Result<String, Diagnostic> {
        self.tera.render(template, context).map_err(|error| self.theme.explain(&error))
    }
}

fn repeated_titles(site: &Site) -> HashSet<&str> {
    let mut seen = HashSet::new();
    site.postings.iter().map(Published::title).filter(|title| !seen.insert(*title)).collect()
}
