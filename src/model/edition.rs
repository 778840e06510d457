//! The languages that a site is there in: which posting belongs to which, and which pages are each other's translations
//! (I9).
//!
//! In go the languages of the configuration and the paths of postings, out come [`Languages`], which know where a posting's
//! page lies, and [`Edition`]s, which know each other's pages. What a posting's language is follows from its file, its folder
//! or its front matter; what is inferred from the text never moves a page.

use std::borrow::Cow;
use std::sync::Arc;

use rustc_hash::{FxHashMap, FxHashSet};

use super::frame::Outline;
use super::{Published, Route, Site, State};
use crate::config::Config;
use crate::posting::OriginKind;

/// The languages of a site, the default first; of most sites there is one.
pub(super) struct Languages {
    tags: Vec<String>,
}

/// What a file's path says: a language by its place among [`Languages`], and the path without it, which all translations of
/// a posting share.
struct Mark<'a> {
    language: Option<usize>,
    path: Cow<'a, str>,
}

impl Languages {
    pub(super) fn new(config: &Config) -> Self {
        let mut tags = vec![config.site.language.clone()];
        for tag in &config.site.languages {
            if !tags.iter().any(|known| known.eq_ignore_ascii_case(tag)) {
                tags.push(tag.clone());
            }
        }
        Self { tags }
    }

    /// Their tags.
    pub(super) fn tags(&self) -> &[String] {
        &self.tags
    }

    /// What the paths of a language begin with: nothing for the default one, else `/de`.
    pub(super) fn prefix(&self, language: usize) -> String {
        if language == 0 { String::new() } else { format!("/{}", self.tags[language].to_lowercase()) }
    }

    /// The language whose edition has a posting's page: the one that its file name, a folder or its front matter states.
    pub(super) fn of(&self, posting: &Outline) -> usize {
        if self.tags.len() == 1 {
            return 0;
        }
        let stated = posting.facts().language.as_ref().filter(|language| {
            matches!(language.origin.kind, OriginKind::FrontMatter | OriginKind::Folder | OriginKind::FileName)
        });
        let named = || stated.and_then(|language| self.nearest(&language.value));
        self.mark(posting.path()).language.or_else(named).unwrap_or(0)
    }

    /// A path without the language in it: `x.de.md` and `de/x.md` are `x.md`.
    pub(super) fn neutral<'a>(&self, path: &'a str) -> Cow<'a, str> {
        self.mark(path).path
    }

    fn mark<'a>(&self, path: &'a str) -> Mark<'a> {
        if self.tags.len() == 1 {
            return Mark { language: None, path: path.into() };
        }
        let (folder, name) = path.rsplit_once('/').map_or(("", path), |(folder, name)| (folder, name));
        let parts: Vec<&str> = name.rsplitn(3, '.').collect();
        if let [ending, tag, stem] = parts[..]
            && let Some(language) = self.exact(tag)
        {
            let folder = if folder.is_empty() { String::new() } else { format!("{folder}/") };
            return Mark { language: Some(language), path: format!("{folder}{stem}.{ending}").into() };
        }
        let mut folders: Vec<&str> = folder.split('/').collect();
        let Some(at) = folders.iter().rposition(|folder| self.exact(folder).is_some()) else {
            return Mark { language: None, path: path.into() };
        };
        let language = self.exact(folders.remove(at));
        folders.push(name);
        Mark { language, path: folders.join("/").into() }
    }

    fn exact(&self, tag: &str) -> Option<usize> {
        self.tags.iter().position(|known| known.eq_ignore_ascii_case(tag))
    }

    /// The same language, else another dialect of it.
    fn nearest(&self, tag: &str) -> Option<usize> {
        let primary = |tag: &str| tag.split(['-', '_']).next().unwrap_or_default().to_lowercase();
        self.exact(tag).or_else(|| self.tags.iter().position(|known| primary(known) == primary(tag)))
    }
}

/// What the pages of one language are, for those of the others.
#[derive(Debug)]
pub struct Edition {
    /// Its tag.
    pub language: String,
    /// What its paths begin with: nothing, or `/de`.
    pub prefix: String,
    /// The first pages of its lists, without the prefix.
    lists: FxHashSet<String>,
    /// The pages of its postings, by the posting's path without a language.
    postings: FxHashMap<String, String>,
}

/// A page in another language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Translation<'a> {
    /// The language's tag.
    pub language: &'a str,
    /// The translation's path; the language's home page where there is no translation.
    pub path: String,
    /// Whether it is a translation.
    pub is_whole: bool,
}

impl Edition {
    pub(super) fn new(site: &Site, languages: &Languages) -> Self {
        let mut lists = FxHashSet::default();
        for route in site.routes() {
            if matches!(route, Route::Home { page: 1 } | Route::Index(_) | Route::Term { page: 1, .. }) {
                lists.insert(route.path(site)[site.prefix.len()..].to_owned());
            }
        }
        let own = site.postings.iter().filter(|published| !published.is_guest);
        let key = |published: &Published| languages.neutral(&published.posting.path).into_owned();
        Self {
            language: site.config.site.language.clone(),
            prefix: site.prefix.clone(),
            lists,
            postings: own.map(|published| (key(published), published.route.clone())).collect(),
        }
    }

    fn page(&self, key: &Key) -> Option<String> {
        match key {
            Key::List(list) => self.lists.contains(list).then(|| format!("{}{list}", self.prefix)),
            Key::Posting(path) => self.postings.get(path).cloned(),
            Key::Alone => None,
        }
    }
}

/// What a page shares with its translations.
enum Key {
    List(String),
    Posting(String),
    Alone,
}

impl Site {
    /// A page in all languages of the site, its own included, in the order of the configuration; none where there is only
    /// one. Later pages of a list are translated by its first.
    pub fn translations(&self, route: Route) -> Vec<Translation<'_>> {
        if self.editions.is_empty() {
            return Vec::new();
        }
        let first = match route {
            Route::Home { .. } => Route::Home { page: 1 },
            Route::Term { kind, term, .. } => Route::Term { kind, term, page: 1 },
            other => other,
        };
        let key = match first {
            Route::Home { .. } | Route::Index(_) | Route::Term { .. } => {
                Key::List(first.path(self)[self.prefix.len()..].to_owned())
            }
            Route::Posting(index) => {
                let languages = Languages { tags: self.editions.iter().map(|e| e.language.clone()).collect() };
                Key::Posting(languages.neutral(&self.postings[index].posting.path).into_owned())
            }
            Route::Page(_) | Route::Embed | Route::NotFound => Key::Alone,
        };
        let of = |edition: &Edition| {
            let page = if edition.prefix == self.prefix { Some(route.path(self)) } else { edition.page(&key) };
            let is_whole = page.is_some();
            (page.unwrap_or_else(|| format!("{}/", edition.prefix)), is_whole)
        };
        let translation = |edition| {
            let (path, is_whole) = of(edition);
            Translation { language: &edition.language, path, is_whole }
        };
        self.editions.iter().map(translation).collect()
    }

    /// The site in each of its languages, the default first.
    pub fn all(&self) -> impl Iterator<Item = &Site> {
        std::iter::once(self).chain(self.others.iter().map(Arc::as_ref))
    }
}

/// A posting of an edition.
#[derive(Debug)]
pub(super) struct Member {
    /// Which of those that are shown.
    pub posting: usize,
    /// Whether its page belongs to an edition in another language.
    pub is_guest: bool,
}

impl Member {
    fn own(posting: usize) -> Self {
        Self { posting, is_guest: false }
    }
}

/// The postings of each language's edition: those whose page it has, and of every other the translation that there is, the
/// default language's first, which keeps its own page.
pub(super) fn distribute(postings: &[&Outline], states: &[State], languages: &Languages) -> Vec<Vec<Member>> {
    let count = languages.tags.len();
    if count == 1 {
        return vec![(0..postings.len()).map(Member::own).collect()];
    }
    let mut groups: FxHashMap<Cow<'_, str>, Vec<Option<usize>>> = FxHashMap::default();
    let mut editions: Vec<Vec<Member>> = std::iter::repeat_with(Vec::new).take(count).collect();
    for (index, posting) in postings.iter().enumerate() {
        let language = languages.of(posting);
        let group = groups.entry(languages.neutral(posting.path())).or_insert_with(|| vec![None; count]);
        group[language].get_or_insert(index);
        editions[language].push(Member::own(index));
    }
    for group in groups.into_values() {
        let Some(&first) = group.iter().flatten().find(|&&posting| states[posting].is_listed()) else { continue };
        for (language, own) in group.iter().enumerate() {
            if own.is_none() {
                editions[language].push(Member { posting: first, is_guest: true });
            }
        }
    }
    editions
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::tests::arrival;
    use crate::posting::Field;

    fn languages(tags: &[&str]) -> Languages {
        Languages { tags: tags.iter().map(|&tag| tag.into()).collect() }
    }

    #[test]
    fn i9_a_language_is_the_file_names_or_a_folders() {
        let languages = languages(&["en", "de", "pt-BR"]);
        for (path, language, neutral) in [
            ("x.md", None, "x.md"),
            ("x.de.md", Some(1), "x.md"),
            ("a/x.en.md", Some(0), "a/x.md"),
            ("a/x.pt-br.md", Some(2), "a/x.md"),
            ("de/x.md", Some(1), "x.md"),
            ("acme/de/x.md", Some(1), "acme/x.md"),
            ("x.fr.md", None, "x.fr.md"),
            ("node.js.md", None, "node.js.md"),
            ("design/x.md", None, "design/x.md"),
        ] {
            let mark = languages.mark(path);
            assert_eq!((mark.language, &*mark.path), (language, neutral), "{path}");
        }
    }

    #[test]
    fn i9_without_languages_a_path_is_only_a_path() {
        assert_eq!(languages(&["en"]).neutral("de/x.de.md"), "de/x.de.md");
    }

    #[test]
    fn i9_what_is_inferred_from_the_text_moves_no_page() {
        let languages = languages(&["en", "de"]);
        for (kind, language) in [(OriginKind::FrontMatter, 1), (OriginKind::Folder, 1), (OriginKind::Body, 0)] {
            let mut posting = (*arrival("x.md", "X").posting).clone();
            posting.facts.language = Some(Field::elsewhere("de".into(), kind));
            assert_eq!(languages.of(&Outline::of(posting.into())), language, "{kind:?}");
        }
    }
}
