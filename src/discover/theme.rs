//! The files of a theme: the site's own `templates/`, then `themes/NAME/`, then its parents, then the built-in one (T1).

use std::fs;
use std::path::Path;
use std::sync::Arc;

use include_dir::{Dir, include_dir};
use walkdir::WalkDir;

use super::slashed;
use crate::data;
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

/// Reads all files of a site's theme, the layers in the order in which they are asked.
pub fn theme_files(root: &Path, theme: &str, diagnostics: &mut Vec<Diagnostic>) -> Vec<ThemeFile> {
    let mut files = Vec::new();
    read_folder(&root.join("templates"), "", &mut files, diagnostics);
    read_strings(root, &mut files, diagnostics);
    let mut layers: Vec<String> = Vec::new();
    let mut next = Some(theme.to_owned());
    while let Some(name) = next.take() {
        if layers.contains(&name) {
            break;
        }
        let from = files.len();
        read_layer(root, &name, &mut files, diagnostics);
        next = parent(&files[from..], diagnostics).or_else(|| (name != DEFAULT).then(|| DEFAULT.into()));
        layers.push(name);
    }
    files
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

/// The theme that a layer says it extends.
fn parent(files: &[ThemeFile], diagnostics: &mut Vec<Diagnostic>) -> Option<String> {
    let file = files.iter().find(|file| file.name == DESCRIPTION)?;
    let (source, _) = SourceFile::decode(file.shown.clone(), file.shown.clone(), file.bytes.clone());
    let (root, errors) = data::parse_toml(&source.text, 0..source.text.len());
    diagnostics.extend(
        errors
            .into_iter()
            .map(|error| Diagnostic::error("theme-syntax", error.message).at(source.location(error.span))),
    );
    root.get("extends").and_then(|node| node.as_str()).map(ToOwned::to_owned)
}

fn unknown_theme(root: &Path, name: &str) -> Diagnostic {
    let own = WalkDir::new(root.join("themes")).min_depth(1).max_depth(1).into_iter().flatten();
    let mut known: Vec<String> = own.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    known.extend(BUILT_IN.dirs().map(|folder| slashed(folder.path())));
    known.sort();
    known.dedup();
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
        let found = theme_files(root.path(), theme, &mut diagnostics);
        let layers = found.iter().filter(|file| file.name == name).map(|file| file.layer.to_string()).collect();
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
}
