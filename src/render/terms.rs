//! Terms as templates see them: the names, addresses and counts of what postings are grouped by.
//!
//! In goes a site, out come values that all its pages share. Those of companies know their logos.

use rustc_hash::FxHashMap;
use tera::Value;

use super::language::Language;
use super::view::{image, map, url};
use crate::model::{Collation, Image, Kind, Site, Taxonomy, Term};
use crate::posting::Place;

/// The values of all terms, made once and shared by every page that names one.
pub(super) struct Terms(Vec<(Kind, Vec<Value>)>);

impl Terms {
    pub(super) fn new(site: &Site, language: &Language) -> Self {
        let values = |taxonomy: &Taxonomy| {
            let logos = logos(site).filter(|_| taxonomy.kind == Kind::Companies);
            let logos: FxHashMap<usize, &Image> =
                logos.filter_map(|(name, logo)| Some((taxonomy.index_of(name)?, logo))).collect();
            let terms = taxonomy.terms.iter().enumerate();
            terms.map(|(index, t)| term(site, language, taxonomy, t, logos.get(&index).copied())).collect()
        };
        Self(site.taxonomies.iter().map(|taxonomy| (taxonomy.kind, values(taxonomy))).collect())
    }

    /// All terms of a kind, in the order in which readers of the language look for their names.
    pub(super) fn by_name(&self, site: &Site, language: &Language, kind: Kind) -> Vec<Value> {
        let mut values: Vec<(usize, &Value)> = self.all(kind).iter().enumerate().collect();
        // The model has sorted the names as postings spell them; these are translated.
        if let (Kind::Locations | Kind::EmploymentTypes, Some(taxonomy)) = (kind, site.taxonomy(kind)) {
            let collation = Collation::new(language.tag());
            values.sort_by_cached_key(|(term, _)| collation.key(&language.term(kind, &taxonomy.terms[*term].name)));
        }
        values.into_iter().map(|(_, value)| value.clone()).collect()
    }

    /// All terms of a kind, in the order of the model.
    pub(super) fn all(&self, kind: Kind) -> &[Value] {
        self.0.iter().find(|(known, _)| *known == kind).map_or(&[], |(_, values)| values)
    }

    /// The term of a name as a posting spells it; a name without a page, as a closed posting may have, has no `url`.
    pub(super) fn named(&self, site: &Site, language: &Language, kind: Kind, name: &str) -> Value {
        let index = site.taxonomy(kind).and_then(|taxonomy| taxonomy.index_of(name));
        if let Some(value) = index.and_then(|index| self.all(kind).get(index)) {
            return value.clone();
        }
        let mut logos = logos(site).filter(|(company, _)| kind == Kind::Companies && *company == name);
        map([
            ("name", language.term(kind, name).into()),
            ("url", Value::none()),
            ("count", 0.into()),
            ("logo", image(site, logos.next().map(|(_, logo)| logo))),
        ])
    }

    /// The term of a place, under the name that the posting gives it.
    pub(super) fn place(&self, site: &Site, language: &Language, place: &Place) -> Value {
        let taxonomy = site.taxonomy(Kind::Locations);
        let named =
            taxonomy.and_then(|taxonomy| Some((taxonomy, taxonomy.terms.get(taxonomy.index_of(&place.key())?)?)));
        match named {
            Some((taxonomy, term)) if term.name != place.name => map([
                ("name", place.name.as_str().into()),
                ("url", url(site, &site.below(&taxonomy.route(term))).into()),
                ("count", term.postings.len().into()),
                ("logo", Value::none()),
            ]),
            _ => self.named(site, language, Kind::Locations, &place.key()),
        }
    }
}

fn term(site: &Site, language: &Language, taxonomy: &Taxonomy, term: &Term, logo: Option<&Image>) -> Value {
    map([
        ("name", language.term(taxonomy.kind, &term.name).into()),
        ("url", url(site, &site.below(&taxonomy.route(term))).into()),
        ("count", term.postings.len().into()),
        ("logo", image(site, logo)),
    ])
}

/// The companies whose mark is known, by name.
fn logos(site: &Site) -> impl Iterator<Item = (&str, &Image)> {
    let own = site.config.company.name.as_deref().zip(site.brand.company.as_ref());
    let folders = site.companies.all().iter().filter_map(|company| Some((&*company.name, company.image.as_ref()?)));
    own.into_iter().chain(folders)
}
