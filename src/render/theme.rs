//! A theme's files become templates and static files, with all mistakes in them told at once.
//!
//! A static file whose name ends with `.tera` is made first: it gets the options and the colours, and is published without
//! that ending. So a stylesheet can follow an option although no page may hold styles of its own.

use std::collections::HashMap;
use std::sync::Arc;

use tera::{Context, Tera};

use super::colour::{Scheme, Tones};
use super::language::{Language, StringsFile};
use super::{filters, mistakes, view};
use crate::config::{Config, Options};
use crate::diagnostic::{Diagnostic, has_errors};
use crate::discover::ThemeFile;
use crate::model::asset_path;
use crate::source::SourceFile;

/// The name of a theme's stylesheet.
const STYLESHEET: &str = "style.css";

/// The ending of a static file that is made by the template engine.
const MADE: &str = ".tera";

/// A theme, ready to render with.
pub struct Theme {
    tera: Tera,
    look: Context,
    tones: Tones,
    sources: HashMap<String, SourceFile>,
    static_files: Vec<StaticFile>,
    /// Those of the site, the default one first.
    languages: Vec<Arc<Language>>,
    is_sound: bool,
}

/// A file of the theme that is published under a name that its content decides.
#[derive(Debug, Clone)]
pub struct StaticFile {
    /// Its name in the theme: `style.css`.
    pub name: String,
    /// Its path below the output: `assets/style.0123456789.css`.
    pub path: String,
    /// What is in it.
    pub bytes: Arc<[u8]>,
}

impl Theme {
    /// Loads the files of all layers. Templates that can't be loaded are errors, and so is every page that needs them.
    /// What follows from a brand colour becomes part of the stylesheet, as no page may hold styles of its own.
    pub fn load(files: Vec<ThemeFile>, config: &Config, options: &Options, diagnostics: &mut Vec<Diagnostic>) -> Self {
        let before = diagnostics.len();
        let prefixes = prefixes(&files);
        let scheme = Scheme::of(options.brand());
        let mut context = Context::new();
        view::insert_look(&mut context, options, &scheme);
        let mut sources = HashMap::new();
        let mut strings = Vec::new();
        let mut static_files: Vec<StaticFile> = Vec::new();
        for mut file in files {
            if is_template(&file.name) {
                let (source, warning) = SourceFile::decode(file.shown.clone(), file.shown, file.bytes);
                diagnostics.extend(warning);
                sources.insert(prefix(&file.layer) + &file.name, source);
            } else if let Some(language) = language_of(&file.name) {
                let language = language.to_owned();
                let (source, warning) = SourceFile::decode(file.shown.clone(), file.shown, file.bytes);
                diagnostics.extend(warning);
                strings.push(StringsFile { language, source });
            } else if is_static(&file.name) && !static_files.iter().any(|known| known.name == published(&file.name)) {
                if file.name.ends_with(MADE) {
                    file = make(file, &context, diagnostics);
                }
                if options.changed_brand().is_some() && file.name == STYLESHEET {
                    file.bytes.extend_from_slice(scheme.css().as_bytes());
                }
                static_files.push(static_file(file));
            }
        }
        static_files.sort_by(|a, b| a.name.cmp(&b.name));
        let mut of_strings = Vec::new();
        let tags = std::iter::once(&config.site.language).chain(&config.site.languages);
        let languages: Vec<_> = tags.map(|tag| Arc::new(Language::new(tag, &strings, &mut of_strings))).collect();
        let mut tera = Tera::new();
        filters::register(&mut tera, &static_files, config.base_path());
        filters::speak(&mut tera, &languages[0]);
        add_templates(&mut tera, &prefixes, &sources, diagnostics);
        let is_sound = !has_errors(&diagnostics[before..]);
        diagnostics.extend(of_strings);
        Self { tera, look: context, tones: scheme.tones(), sources, static_files, languages, is_sound }
    }

    /// Whether its templates could be loaded.
    pub fn is_sound(&self) -> bool {
        self.is_sound
    }

    /// The files to publish, by name.
    pub fn static_files(&self) -> &[StaticFile] {
        &self.static_files
    }

    /// The colours of pictures.
    pub(super) fn tones(&self) -> Tones {
        self.tones
    }

    /// One of the languages that pages speak; the default one for a tag that is none of them.
    pub(super) fn language(&self, tag: &str) -> &Arc<Language> {
        self.languages.iter().find(|language| language.tag() == tag).unwrap_or(&self.languages[0])
    }

    /// A copy of the engine with `options` and `colours`, for a context of one's own. Templates are shared by it, not
    /// copied.
    pub(super) fn tera(&self) -> Tera {
        let mut tera = self.tera.clone();
        tera.global_context().extend(self.look.clone());
        tera
    }

    /// An error of the engine as a diagnostic that points into the template.
    pub(super) fn explain(&self, error: &tera::Error) -> Diagnostic {
        mistakes::explain(error, &self.sources)
    }
}

fn is_template(name: &str) -> bool {
    name.rsplit_once('.').is_some_and(|(_, ending)| ["html", "xml", "txt"].contains(&ending))
}

/// `de` for `i18n/de.toml`.
fn language_of(name: &str) -> Option<&str> {
    name.strip_prefix("i18n/")?.strip_suffix(".toml")
}

/// Everything else is published, but for what describes the theme itself.
fn is_static(name: &str) -> bool {
    name.rsplit_once('.').is_some_and(|(_, ending)| !["toml", "md"].contains(&ending))
}

/// The name that a static file is published and asked for by.
fn published(name: &str) -> &str {
    name.strip_suffix(MADE).unwrap_or(name)
}

/// Makes a static file out of its template.
fn make(file: ThemeFile, context: &Context, diagnostics: &mut Vec<Diagnostic>) -> ThemeFile {
    let (source, warning) = SourceFile::decode(file.shown.clone(), file.shown.clone(), file.bytes);
    diagnostics.extend(warning);
    let mut tera = Tera::new();
    let made = tera.add_raw_template(&file.name, &source.text).and_then(|()| tera.render(&file.name, context));
    let text = made.unwrap_or_else(|error| {
        diagnostics.push(mistakes::explain(&error, &HashMap::from([(file.name.clone(), source)])));
        String::new()
    });
    ThemeFile { name: published(&file.name).to_owned(), bytes: text.into_bytes(), ..file }
}

fn static_file(file: ThemeFile) -> StaticFile {
    let path = asset_path(file.name.rsplit('/').next().unwrap_or(&file.name), &file.bytes);
    StaticFile { name: file.name, path, bytes: file.bytes.into() }
}

/// A theme's template `base.html` is known as `THEME/base.html`; the site's own goes by its bare name, so that it can
/// extend the theme's.
fn prefix(layer: &str) -> String {
    if layer.is_empty() { String::new() } else { format!("{layer}/") }
}

fn prefixes(files: &[ThemeFile]) -> Vec<String> {
    let mut prefixes: Vec<String> = Vec::new();
    for file in files.iter().filter(|file| !file.layer.is_empty()) {
        let prefix = prefix(&file.layer);
        if !prefixes.contains(&prefix) {
            prefixes.push(prefix);
        }
    }
    prefixes
}

/// Adds all templates to an engine that has none, and knows all functions.
fn add_templates(
    tera: &mut Tera,
    prefixes: &[String],
    sources: &HashMap<String, SourceFile>,
    diagnostics: &mut Vec<Diagnostic>,
) {
    // Cannot fail: no template has been added yet.
    let _ = tera.set_fallback_prefixes(prefixes.to_vec());
    let empty = tera.clone();
    if let Err(error) = tera.add_raw_templates(mistakes::texts(sources)) {
        diagnostics.extend(mistakes::all(&empty, &error, sources));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Description;

    fn file(layer: &str, name: &str, text: &str) -> ThemeFile {
        ThemeFile {
            layer: layer.into(),
            name: name.into(),
            shown: format!("themes/{layer}/{name}").into(),
            bytes: text.into(),
        }
    }

    fn rendered(files: Vec<ThemeFile>, template: &str) -> String {
        let mut diagnostics = Vec::new();
        let theme = Theme::load(files, &Config::default(), &Options::default(), &mut diagnostics);
        assert_eq!(diagnostics, []);
        theme.tera().render(template, &tera::Context::new()).expect("a page")
    }

    #[test]
    fn t1_a_site_template_that_extends_the_themes_applies_to_all_pages() {
        let files = vec![
            file("", "base.html", "{% extends \"default/base.html\" %}{% block foot %}mine{% endblock %}"),
            file("default", "base.html", "{% block main %}{% endblock %}-{% block foot %}theirs{% endblock %}"),
            file("default", "page.html", "{% extends \"base.html\" %}{% block main %}page{% endblock %}"),
        ];
        assert_eq!(rendered(files, "page.html"), "page-mine");
    }

    #[test]
    fn t1_each_file_is_taken_from_the_first_layer_that_has_it() {
        let files = vec![
            file("mine", "a.html", "mine {% include \"b.html\" %}"),
            file("default", "a.html", "default"),
            file("default", "b.html", "default"),
        ];
        assert_eq!(rendered(files, "a.html"), "mine default");
    }

    #[test]
    fn all_broken_templates_are_told_at_once_with_their_places() {
        let files = vec![
            file("", "a.html", "fine\n{% if %}"),
            file("", "b.html", "{{ x | nosuchfilter }}"),
            file("", "c.html", "fine"),
        ];
        let mut diagnostics = Vec::new();
        Theme::load(files, &Config::default(), &Options::default(), &mut diagnostics);
        let places: Vec<_> =
            diagnostics.iter().filter_map(|d| d.location.as_ref().map(|l| (l.path.to_string(), l.line))).collect();
        assert_eq!(places, [("themes//a.html".to_owned(), 2), ("themes//b.html".to_owned(), 1)]);
    }

    #[test]
    fn a_missing_parent_is_told_with_its_place() {
        let mut diagnostics = Vec::new();
        Theme::load(
            vec![file("", "a.html", "\n{% extends \"bse.html\" %}"), file("", "base.html", "")],
            &Config::default(),
            &Options::default(),
            &mut diagnostics,
        );
        let location = diagnostics[0].location.as_ref().expect("a place");
        assert_eq!((location.line, diagnostics[0].help.as_deref()), (2, Some("did you mean `base.html`?")));
    }

    #[test]
    fn static_files_are_named_by_their_content() {
        let files = vec![file("a", "style.css", "x"), file("b", "style.css", "y")];
        let theme = Theme::load(files, &Config::default(), &Options::default(), &mut Vec::new());
        assert_eq!(theme.static_files().len(), 1);
        assert_eq!(&*theme.static_files()[0].bytes, b"x");
    }

    #[test]
    fn t3_a_static_file_can_be_made_of_the_colours() {
        let files = vec![file("a", "favicon.svg.tera", "{#- a mark -#}\n<svg fill=\"{{ colours.light.accent }}\"/>")];
        let declared = SourceFile::new("theme.toml", "[options.brand]\ntype = \"colour\"\ndefault = \"#0a7d55\"");
        let declared = Description::read(&declared, &mut Vec::new()).options;
        let options = Options::settle(declared.iter(), &[], &mut Vec::new());
        let theme = Theme::load(files, &Config::default(), &options, &mut Vec::new());
        let made = &theme.static_files()[0];
        assert_eq!((&*made.name, &*made.bytes), ("favicon.svg", &b"<svg fill=\"#0a7d55\"/>"[..]));
    }

    #[test]
    fn a_mistake_in_a_made_file_is_told_with_its_place() {
        let mut diagnostics = Vec::new();
        let files = vec![file("a", "style.css.tera", "a {\n  color: {{ colours.blue }}\n}")];
        let theme = Theme::load(files, &Config::default(), &Options::default(), &mut diagnostics);
        assert_eq!((diagnostics[0].location.as_ref().map(|at| at.line), theme.is_sound()), (Some(2), false));
    }
}
