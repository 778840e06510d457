//! The files of a theme: the site's own `templates/`, then `themes/NAME/`, then its parents, then the built-in one (T1).

use std::fs;
use std::path::Path;
use std::sync::Arc;

use include_dir::{Dir, include_dir};
use walkdir::WalkDir;

use super::{ejected, slashed};
use crate::config::{Declared, Description};
use crate::diagnostic::{Diagnostic, nearest};
use crate::source::SourceFile;

/// The themes that the program brings along.
static BUILT_IN: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/themes");

/// The theme that every other falls back to.
const DEFAULT: &str = "default";

/// The name of a theme's description.
const DESCRIPTION: &str = "theme.toml";

/// The folder of a layer's strings, a file a language.
pub const STRINGS: &str = "i18n";

/// One file of one layer.
#[derive(Debug, Clone)]
pub struct ThemeFile {
    /// The theme's name; empty for the site's own templates, which stand before all themes.
    pub layer: Arc<str>,
    /// The path below the layer's folder, with `/` between the parts.
    pub name: String,
    /// The path for messages.
    pub shown: Arc<str>,
    /// What is in it.
    pub bytes: Vec<u8>,
}

/// A theme with everything that it falls back to.
#[derive(Debug, Default)]
pub struct ThemeSource {
    /// The themes, each followed by its parent.
    pub layers: Vec<Layer>,
    /// Their files, in the order in which layers are asked; those of the site itself stand first.
    pub files: Vec<ThemeFile>,
    /// What they declare, in the same order.
    pub options: Vec<Declared>,
}

/// One theme of a chain of them.
#[derive(Debug)]
pub struct Layer {
    /// The name that it goes by in `careers.toml`.
    pub name: Arc<str>,
    /// What it says of itself.
    pub description: Description,
}

/// Reads the theme of a site, and says which files of the site were taken from one that has changed since.
pub fn theme(root: &Path, name: &str, diagnostics: &mut Vec<Diagnostic>) -> ThemeSource {
    let mut theme = ThemeSource::default();
    read_folder(&root.join("templates"), "", &mut theme.files, diagnostics);
    read_strings(root, &mut theme.files, diagnostics);
    let own = describe(&theme.files, diagnostics);
    if own.extends.is_some() {
        let error = Diagnostic::error("theme-syntax", "`templates/theme.toml` extends a theme");
        diagnostics
            .push(error.help("set the theme as `name` under `[theme]` in careers.toml; here only options count"));
    }
    theme.options.extend(own.options);
    diagnostics.extend(ejected::changed(theme.files.iter(), |layer, file| theme_file(root, layer, file)));
    let mut next = Some(name.to_owned());
    while let Some(name) = next.take() {
        if theme.layers.iter().any(|layer| *layer.name == *name) {
            break;
        }
        let from = theme.files.len();
        read_layer(root, &name, &mut theme.files, diagnostics);
        let description = describe(&theme.files[from..], diagnostics);
        next = description.extends.clone().or_else(|| (name != DEFAULT).then(|| DEFAULT.into()));
        theme.options.extend_from_slice(&description.options);
        theme.layers.push(Layer { name: name.into(), description });
    }
    theme
}

/// The names of all themes that a site can have, each with whether it is built in.
pub fn themes(root: &Path) -> Vec<(String, bool)> {
    let own = WalkDir::new(root.join("themes")).min_depth(1).max_depth(1).into_iter().flatten();
    let own = own.filter(|entry| entry.file_type().is_dir()).map(|entry| slashed(Path::new(entry.file_name())));
    let mut all: Vec<(String, bool)> = own.filter(|name| is_plain_name(name)).map(|name| (name, false)).collect();
    all.extend(BUILT_IN.dirs().map(|folder| (slashed(folder.path()), true)));
    all.sort();
    // A site's own theme stands before the built-in one of its name.
    all.dedup_by(|later, first| later.0 == first.0);
    all
}

/// What a theme says of itself, nothing else of it read.
pub fn theme_description(root: &Path, name: &str, diagnostics: &mut Vec<Diagnostic>) -> Description {
    let shown = format!("themes/{name}/{DESCRIPTION}");
    let file = |bytes| ThemeFile { layer: name.into(), name: DESCRIPTION.into(), shown: shown.into(), bytes };
    describe(&theme_file(root, name, DESCRIPTION).map(file).into_iter().collect::<Vec<_>>(), diagnostics)
}

/// One file of one theme, its parents left aside.
fn theme_file(root: &Path, theme: &str, file: &str) -> Option<Vec<u8>> {
    let folder = root.join("themes").join(theme);
    if is_plain_name(theme) && folder.is_dir() {
        let inside = super::below("", file)?;
        return fs::read(folder.join(inside)).ok();
    }
    BUILT_IN.get_dir(theme)?.get_file(format!("{theme}/{file}")).map(|file| file.contents().to_vec())
}

/// A site's own strings lie beside its templates, where a theme has them among its files.
fn read_strings(root: &Path, files: &mut Vec<ThemeFile>, diagnostics: &mut Vec<Diagnostic>) {
    let from = files.len();
    read_folder(&root.join(STRINGS), "", files, diagnostics);
    for file in &mut files[from..] {
        file.name = format!("{STRINGS}/{}", file.name);
    }
}

fn read_layer(root: &Path, name: &str, files: &mut Vec<ThemeFile>, diagnostics: &mut Vec<Diagnostic>) {
    let folder = root.join("themes").join(name);
    if is_plain_name(name) && folder.is_dir() {
        read_folder(&folder, name, files, diagnostics);
    } else if let Some(built_in) = BUILT_IN.get_dir(name) {
        read_built_in(built_in, name, files);
    } else {
        diagnostics.push(unknown_theme(root, name));
    }
}

/// A theme's name is one folder's name: never a way out of `themes/`.
fn is_plain_name(name: &str) -> bool {
    !name.is_empty() && !name.starts_with('.') && !name.contains(['/', '\\'])
}

fn read_folder(folder: &Path, layer: &str, files: &mut Vec<ThemeFile>, diagnostics: &mut Vec<Diagnostic>) {
    if !folder.is_dir() {
        return;
    }
    let layer: Arc<str> = layer.into();
    let visible = |entry: &walkdir::DirEntry| entry.depth() == 0 || is_theme_name(&entry.file_name().to_string_lossy());
    for entry in WalkDir::new(folder).sort_by_file_name().into_iter().filter_entry(visible).flatten() {
        if !entry.file_type().is_file() {
            continue;
        }
        let shown: Arc<str> = slashed(entry.path()).into();
        match fs::read(entry.path()) {
            Ok(bytes) => files.push(ThemeFile {
                layer: layer.clone(),
                name: slashed(entry.path().strip_prefix(folder).unwrap_or(entry.path())),
                shown,
                bytes,
            }),
            Err(error) => diagnostics.push(super::unreadable(&shown, &error)),
        }
    }
}

/// Neither hidden nor left behind by an editor.
pub(super) fn is_theme_name(name: &str) -> bool {
    !name.starts_with('.') && !super::name::is_leftover(name)
}

fn read_built_in(folder: &Dir<'_>, layer: &str, files: &mut Vec<ThemeFile>) {
    for file in folder.files() {
        let path = slashed(file.path());
        let name = path.strip_prefix(layer).map_or(path.as_str(), |rest| rest.trim_start_matches('/'));
        files.push(ThemeFile {
            layer: layer.into(),
            name: name.into(),
            shown: format!("themes/{path} (built in)").into(),
            bytes: file.contents().to_vec(),
        });
    }
    for inner in folder.dirs() {
        read_built_in(inner, layer, files);
    }
}

/// What a layer says of itself.
fn describe(files: &[ThemeFile], diagnostics: &mut Vec<Diagnostic>) -> Description {
    let Some(file) = files.iter().find(|file| file.name == DESCRIPTION) else { return Description::default() };
    let (source, warning) = SourceFile::decode(file.shown.clone(), file.shown.clone(), file.bytes.clone());
    diagnostics.extend(warning);
    Description::read(&source, diagnostics)
}

fn unknown_theme(root: &Path, name: &str) -> Diagnostic {
    let known: Vec<String> = themes(root).into_iter().map(|(name, _)| name).collect();
    let help = match nearest(name, known.iter().map(String::as_str)) {
        Some(near) => format!("did you mean `{near}`?"),
        None => format!("one of {}, or a folder of your own: `themes/{name}`", known.join(", ")),
    };
    Diagnostic::error("unknown-theme", format!("there is no theme `{name}`")).help(help)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn layers_of(files: &[(&str, &str)], theme: &str, name: &str) -> (Vec<String>, Vec<Diagnostic>) {
        let root = tempfile::tempdir().expect("a folder");
        for (path, text) in files {
            let path = root.path().join(path);
            fs::create_dir_all(path.parent().expect("a parent")).expect("folders");
            fs::write(path, text).expect("a file");
        }
        let mut diagnostics = Vec::new();
        let found = super::theme(root.path(), theme, &mut diagnostics);
        let layers = found.files.iter().filter(|file| file.name == name).map(|file| file.layer.to_string()).collect();
        (layers, diagnostics)
    }

    #[test]
    fn t1_layers_are_site_then_theme_then_parent_then_built_in() {
        let files = [
            ("templates/base.html", "1"),
            ("themes/mine/base.html", "2"),
            ("themes/mine/theme.toml", "extends = \"other\""),
            ("themes/other/base.html", "3"),
        ];
        let (layers, diagnostics) = layers_of(&files, "mine", "base.html");
        assert_eq!(diagnostics, []);
        assert_eq!(layers, ["", "mine", "other", "default"]);
    }

    #[test]
    fn themes_that_extend_each_other_end() {
        let files = [("themes/a/theme.toml", "extends = \"b\""), ("themes/b/theme.toml", "extends = \"a\"")];
        assert_eq!(layers_of(&files, "a", "theme.toml").0, ["a", "b"]);
    }

    #[test]
    fn an_unknown_theme_is_an_error_that_names_the_nearest() {
        let (layers, diagnostics) = layers_of(&[], "defualt", "base.html");
        assert_eq!(layers, ["default"]);
        assert_eq!(diagnostics[0].help.as_deref(), Some("did you mean `default`?"));
    }

    #[test]
    fn t4_options_are_those_of_the_site_and_of_every_theme_of_the_chain() {
        let root = tempfile::tempdir().expect("a folder");
        let option = |name: &str| format!("[options.{name}]\ntype = \"text\"\n");
        for (path, text) in [
            ("templates/theme.toml", option("a")),
            ("themes/mine/theme.toml", format!("extends = \"other\"\n{}", option("b"))),
            ("themes/other/theme.toml", option("c")),
        ] {
            fs::create_dir_all(root.path().join(path).parent().expect("a parent")).expect("folders");
            fs::write(root.path().join(path), text).expect("a file");
        }
        let mut diagnostics = Vec::new();
        let found = super::theme(root.path(), "mine", &mut diagnostics);
        assert_eq!(diagnostics, []);
        let names: Vec<&str> = found.options.iter().map(|option| &*option.name).collect();
        assert_eq!(names[..3], ["a", "b", "c"]);
        assert!(names.contains(&"brand"), "{names:?}");
        let themes = themes(root.path());
        assert!(themes.contains(&("mine".into(), false)) && themes.contains(&("default".into(), true)), "{themes:?}");
    }
}
