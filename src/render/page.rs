//! Which template a route is rendered with, and what that template gets.

use rustc_hash::FxHashMap;
use tera::{Context, Value};

use super::list::List;
use super::share_image::{self, ShareImage};
use super::{Renderer, contents, document, structured_data, view};
use crate::config::BaseUrl;
use crate::diagnostic::Diagnostic;
use crate::model::{Company, Kind, Route, Site, Taxonomy, Translation};

/// How many similar postings end a posting's page.
const RELATED: usize = 3;
/// How many postings on each side of one in a term's list are looked at for similar ones. Bounded, so that a page costs
/// the same on a site of any size.
const NEIGHBOURS: usize = 12;
/// How many of a term's postings are asked which other terms they have, and of how many they may tell, for the same
/// reason.
const ASKED: usize = 200;
/// How many neighbours a term's page names.
const NAMED: usize = 8;

impl Renderer {
    /// The template and the context of a page; what all pages share is in the engine's global context.
    pub(super) fn context(&self, route: Route) -> Result<(&'static str, Context), Diagnostic> {
        let mut context = Context::new();
        let words = &*self.language;
        let template = match route {
            Route::Home { page } => {
                // The site's name is that of the default language's home page.
                let is_named = page > 1 || !self.site.prefix.is_empty();
                let title = is_named.then(|| words.paged(words.say("roles.open", &[]), page));
                let config = &self.site.config;
                let stated = config.site.description.as_ref().or(config.company.description.as_ref());
                let description = stated.cloned().unwrap_or_else(|| words.home_description(&self.site));
                context.insert_value("page", self.page_value(route, title, &words.paged_sentence(description, page)));
                let list =
                    List { route: self.site.below("/"), postings: &self.site.open, page, by_team: true, apart: None };
                context.insert_value("list", self.list(&list)?);
                context.insert_value("search", self.search());
                "home.html"
            }
            Route::Posting(index) => {
                let published = &self.site.postings[index];
                let title = words.posting_title(&self.site, published);
                let description = words.description(&self.site, published);
                context.insert_value("page", self.page_value(route, Some(title), &description));
                context.insert_value("posting", view::posting_with_content(&self.site, &self.terms, words, index));
                context.insert_value("related", self.related(index)?);
                "posting.html"
            }
            Route::Index(kind) => {
                let terms = self.site.taxonomy(kind).map_or(&[][..], |taxonomy| &taxonomy.terms);
                let description = words.index_description(kind, terms);
                let title = words.index_heading(kind);
                context.insert_value("page", self.page_value(route, Some(title), &description));
                context.insert_value("kind", kind.name().into());
                context.insert_value("terms", self.terms.by_name(&self.site, words, kind).into());
                "index.html"
            }
            Route::Term { kind, term, page } => {
                self.term_context(route, kind, term, page, &mut context)?;
                "term.html"
            }
            Route::Page(index) => {
                let page = &self.site.pages[index];
                let title = Some(page.title.clone());
                context.insert_value("page", self.page_value(route, title, &page.description));
                context.insert_value("content", Value::safe_string(&page.text.html));
                context.insert_value("contents", contents::sections(&page.text.html));
                context.insert_value("extra", view::entries(&page.extra));
                "page.html"
            }
            Route::Embed => {
                let title = Some(words.say("roles.open", &[]));
                context.insert_value("page", self.page_value(route, title, &words.home_description(&self.site)));
                let list = List {
                    route: self.site.below("/"),
                    postings: &self.site.open,
                    page: 1,
                    by_team: true,
                    apart: None,
                };
                context.insert_value("list", self.list(&list)?);
                "embed.html"
            }
            Route::NotFound => {
                let title = Some(words.say("not_found.title", &[]));
                let description = words.say("not_found.description", &[]);
                context.insert_value("page", self.page_value(route, title, &description));
                let newest = &self.site.open[..self.site.open.len().min(RELATED * 2)];
                context.insert_value("newest", self.cards(newest.iter().copied())?);
                "404.html"
            }
        };
        Ok((template, context))
    }

    fn term_context(
        &self,
        route: Route,
        kind: Kind,
        term: usize,
        page: usize,
        context: &mut Context,
    ) -> Result<(), Diagnostic> {
        let words = &*self.language;
        let (taxonomy, model) = self.site.term(kind, term);
        let title = words.paged(words.heading(kind, model), page);
        let introduction = self.site.introduction(kind, &model.slug);
        let said = introduction.map(|page| &page.description).filter(|said| *said != &model.name).cloned();
        let description = said.unwrap_or_else(|| words.term_description(&self.site, kind, model));
        let description = words.paged_sentence(description, page);
        context.insert_value("page", self.page_value(route, Some(title), &description));
        context.insert_value("kind", kind.name().into());
        context.insert_value("term", self.terms.all(kind)[term].clone());
        let named = |terms: &[usize]| -> Value {
            terms.iter().map(|&term| self.terms.all(kind)[term].clone()).collect::<Vec<_>>().into()
        };
        context.insert_value("within", named(&model.within));
        // What lies in one of those is named on its page.
        let nearest = |held: &usize| taxonomy.terms[*held].within.first() == Some(&term);
        context.insert_value("holds", named(&model.holds.iter().copied().filter(nearest).collect::<Vec<_>>()));
        context.insert_value("neighbours", self.neighbours(taxonomy, term));
        let company = self.employers.get(&term).filter(|_| kind == Kind::Companies);
        let company = company.map(|&index| &self.site.companies.all()[index]);
        context.insert_value("facet", view::facet(kind, &model.slug));
        context.insert_value("employer", company.map_or_else(Value::none, |company| employer(&self.site, company)));
        let intro = introduction.map(|page| &page.text).or(company.map(|company| &company.intro));
        let intro = intro.map(|text| text.html.trim()).filter(|html| !html.is_empty());
        context.insert_value("intro", intro.map_or_else(Value::none, Value::safe_string));
        context.insert_value("index_url", view::url(&self.site, &self.site.below(&kind.route())).into());
        let apart = Some((&*model.remote, words.here_and_far(model)));
        let list = List {
            route: self.site.below(&taxonomy.route(model)),
            postings: &model.postings,
            page,
            by_team: false,
            apart,
        };
        context.insert_value("list", self.list(&list)?);
        Ok(())
    }

    /// `page`: what a page's head needs.
    fn page_value(&self, route: Route, title: Option<String>, description: &str) -> Value {
        let path = route.path(&self.site);
        // The page of a host for lost readers has no address of its own; that of another edition lies somewhere.
        let has_address = route != Route::NotFound || !self.site.prefix.is_empty();
        let base = self.site.config.site.base_url.as_ref().filter(|_| has_address);
        let feed = document::feed_of(&self.site, route).map(|path| view::url(&self.site, &path));
        let translations = self.site.translations(route);
        view::map([
            ("kind", kind_name(route).into()),
            ("title", view::optional(title)),
            ("description", description.into()),
            ("canonical", view::optional(base.map(|base| base.join(&path)))),
            ("url", view::url(&self.site, &path).into()),
            ("feed", view::optional(feed)),
            (
                "image",
                ShareImage::of(&self.site, &self.language, self.theme.tones(), route)
                    .zip(base)
                    .map_or_else(Value::none, image),
            ),
            ("languages", self.languages(&translations)),
            ("alternates", links(base.map(|base| alternates(&translations, base)).unwrap_or_default())),
            (
                "structured_data",
                structured_data::of_page(&self.site, &self.language, route)
                    .map_or_else(Value::none, |json| Value::safe_string(&json)),
            ),
        ])
    }

    /// The site's languages as links: to the page's translation, or to the home page of a language that it lacks.
    fn languages(&self, translations: &[Translation<'_>]) -> Value {
        let link = |translation: &Translation<'_>| {
            let language = self.theme.language(translation.language);
            view::map([
                ("language", translation.language.into()),
                ("name", language.name().into()),
                ("direction", language.direction().into()),
                ("url", view::url(&self.site, &translation.path).into()),
                ("is_current", (translation.language == self.language.tag()).into()),
            ])
        };
        translations.iter().map(link).collect::<Vec<_>>().into()
    }

    /// The terms of the same kind that a term's postings have most often beside it.
    fn neighbours(&self, taxonomy: &Taxonomy, term: usize) -> Value {
        let mut shared: FxHashMap<usize, usize> = FxHashMap::default();
        let postings: &[usize] = &taxonomy.terms[term].postings;
        for &posting in postings.iter().take(ASKED) {
            let keys = taxonomy.kind.keys(&self.site.postings[posting].posting.facts);
            let mut terms: Vec<usize> =
                keys.into_iter().take(ASKED).filter_map(|key| taxonomy.index_of(&key)).collect();
            terms.sort_unstable();
            terms.dedup();
            let own = &taxonomy.terms[term];
            let is_other = |other: &usize| *other != term && !own.holds.contains(other) && !own.within.contains(other);
            for other in terms.into_iter().filter(is_other) {
                *shared.entry(other).or_default() += 1;
            }
        }
        let mut shared: Vec<(usize, usize)> = shared.into_iter().collect();
        shared.sort_unstable_by_key(|&(other, count)| (std::cmp::Reverse(count), other));
        let terms = self.terms.all(taxonomy.kind);
        shared.iter().take(NAMED).map(|&(other, _)| terms[other].clone()).collect::<Vec<_>>().into()
    }

    /// The cards of the open postings that share the most with one: tags count two, team and place one.
    fn related(&self, index: usize) -> Result<Value, Diagnostic> {
        let mut scores: FxHashMap<usize, u32> = FxHashMap::default();
        for (kind, weight) in [(Kind::Tags, 2), (Kind::Teams, 1), (Kind::Locations, 1)] {
            let Some(taxonomy) = self.site.taxonomy(kind) else { continue };
            for key in kind.keys(&self.site.postings[index].posting.facts) {
                let Some(term) = taxonomy.index_of(&key) else { continue };
                for &other in around(&taxonomy.terms[term].postings, index) {
                    *scores.entry(other).or_default() += weight;
                }
            }
        }
        let mut scores: Vec<(usize, u32)> =
            scores.into_iter().filter(|&(other, score)| other != index && score > 1).collect();
        scores.sort_unstable_by_key(|&(other, score)| (std::cmp::Reverse(score), other));
        self.cards(scores.into_iter().take(RELATED).map(|(other, _)| other))
    }
}

/// What a link to a page shows; its address is absolute.
fn image((image, base): (ShareImage, &BaseUrl)) -> Value {
    let (width, height) = share_image::SIZE;
    view::map([
        ("url", base.join(&format!("/{}", image.path())).into()),
        ("width", width.into()),
        ("height", height.into()),
        ("alt", image.alt().into()),
    ])
}

/// Addresses by language.
fn links(alternates: Vec<(&str, String)>) -> Value {
    let link = |(language, url): (&str, String)| view::map([("language", language.into()), ("url", url.into())]);
    alternates.into_iter().map(link).collect::<Vec<_>>().into()
}

/// The whole addresses of a page's translations by language, its own among them; none where it is the only one. Google asks
/// that all of them name each other; `x-default` is for readers of no language among them.
pub(super) fn alternates<'a>(translations: &[Translation<'a>], base: &BaseUrl) -> Vec<(&'a str, String)> {
    let whole = || translations.iter().filter(|translation| translation.is_whole);
    if whole().count() < 2 {
        return Vec::new();
    }
    let default = translations.first().filter(|translation| translation.is_whole);
    let default = default.map(|translation| ("x-default", base.join(&translation.path)));
    whole().map(|translation| (translation.language, base.join(&translation.path))).chain(default).collect()
}

/// What a company says of itself.
fn employer(site: &Site, company: &Company) -> Value {
    view::map([("url", view::optional(company.url.as_deref())), ("logo", view::image(site, company.image.as_ref()))])
}

fn kind_name(route: Route) -> &'static str {
    match route {
        Route::Home { .. } => "home",
        Route::Posting(_) => "posting",
        Route::Index(_) => "index",
        Route::Term { .. } => "term",
        Route::Page(_) => "page",
        Route::Embed => "embed",
        Route::NotFound => "404",
    }
}

/// The part of an ascending list that is nearest to `index`.
fn around(postings: &[usize], index: usize) -> &[usize] {
    let at = postings.partition_point(|&posting| posting < index);
    &postings[at.saturating_sub(NEIGHBOURS)..(at + NEIGHBOURS + 1).min(postings.len())]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_neighbourhood_of_a_posting_is_looked_at() {
        let all: Vec<usize> = (0..100).collect();
        assert_eq!(around(&all, 50), (50 - NEIGHBOURS..=50 + NEIGHBOURS).collect::<Vec<_>>());
        assert_eq!(around(&all, 0).len(), NEIGHBOURS + 1);
        assert_eq!(around(&[3], 7), [3]);
    }
}
