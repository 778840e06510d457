//! Themes for people: which there are, and what one of them has (T4).

use std::fmt::Write as _;

use unicode_width::UnicodeWidthStr as _;

use crate::config::{Declared, OptionKind};
use crate::discover::ThemeSource;

/// A theme in a list.
#[derive(Debug)]
pub struct ThemeListed {
    /// The name that it goes by in `careers.toml`.
    pub name: String,
    /// Whether the site uses it.
    pub is_in_use: bool,
    /// Whether it comes with the program.
    pub is_built_in: bool,
    /// What it is like.
    pub description: Option<String>,
}

/// A line for each theme; the one in use has a star.
pub fn themes(themes: &[ThemeListed]) -> String {
    let rows = themes.iter().map(|theme| {
        let star = if theme.is_in_use { "* " } else { "  " };
        let home = if theme.is_built_in { "built in".to_owned() } else { format!("themes/{}", theme.name) };
        [format!("{star}{}", theme.name), home, theme.description.clone().unwrap_or_default()]
    });
    table(&rows.collect::<Vec<_>>(), "")
}

/// What a theme says of itself, its options and its files.
pub fn theme(theme: &ThemeSource) -> String {
    let mut text = String::new();
    let names: Vec<&str> = theme.layers.iter().map(|layer| &*layer.name).collect();
    let description = theme.layers.first().and_then(|layer| layer.description.description.as_deref());
    _ = writeln!(text, "{}", names.join(", which falls back to "));
    if let Some(description) = description {
        _ = writeln!(text, "{description}");
    }
    let mut options: Vec<&Declared> = Vec::new();
    for option in &theme.options {
        if options.iter().all(|known| known.name != option.name) {
            options.push(option);
        }
    }
    if !options.is_empty() {
        _ = write!(text, "\nOptions\n{}", table(&options.into_iter().map(option).collect::<Vec<_>>(), "  "));
    }
    let mut files: Vec<[String; 2]> = Vec::new();
    for file in theme.files.iter().filter(|file| file.name != "theme.toml") {
        if files.iter().all(|[known, _]| *known != file.name) {
            files.push([file.name.clone(), file.layer.to_string()]);
        }
    }
    files.sort();
    _ = write!(text, "\nFiles\n{}", table(&files, "  "));
    text
}

fn option(option: &Declared) -> [String; 4] {
    let kind = match &option.kind {
        OptionKind::Choice(choices) => choices.join(" | "),
        other => other.name().to_owned(),
    };
    let default = option.default.as_ref().and_then(|node| node.as_str()).unwrap_or("none");
    [option.name.clone(), kind, default.to_owned(), option.description.clone().unwrap_or_default()]
}

/// Rows whose columns line up, each after `indent`.
fn table<const N: usize>(rows: &[[String; N]], indent: &str) -> String {
    let width = |column: usize| rows.iter().map(|row| row[column].width()).max().unwrap_or(0);
    let widths: [usize; N] = std::array::from_fn(width);
    let mut text = String::new();
    for row in rows {
        let padded = row.iter().zip(widths).map(|(cell, width)| format!("{cell}{}", " ".repeat(width - cell.width())));
        _ = writeln!(text, "{indent}{}", padded.collect::<Vec<_>>().join("  ").trim_end());
    }
    text
}
