//! `careers theme`: which themes there are, what one can set, and a copy of a theme's file to change (T4).

use std::fs::{self, OpenOptions};
use std::io::{ErrorKind, Write as _};
use std::path::Path;

use anyhow::{Context as _, anyhow, bail};

use crate::cli::{Color, SiteArgs, ThemeArgs, ThemeCommand};
use crate::diagnostic::{Diagnostic, has_errors, nearest};
use crate::discover::{self, ThemeFile};
use crate::pipeline;
use crate::report::{self, Format, Reporter, ThemeListed, Verbosity};

/// The folder of a site's own templates.
const OWN: &str = "templates";

/// Runs the command; whether what it looked at has no errors.
pub(super) fn run(root: &Path, args: &ThemeArgs) -> anyhow::Result<bool> {
    let project = super::project(root, &SiteArgs { theme: args.theme.clone(), ..SiteArgs::default() })?;
    let mut diagnostics = Vec::new();
    let in_use = pipeline::theme_in_use(&project, &mut diagnostics);
    let root = &project.root;
    match &args.command {
        ThemeCommand::List => list(root, &in_use, &mut diagnostics),
        ThemeCommand::Show { name } => show(root, name.as_ref().unwrap_or(&in_use), &mut diagnostics),
        ThemeCommand::Eject { file, from } => {
            eject(root, from.as_ref().unwrap_or(&in_use), file, &mut diagnostics)?;
        }
    }
    let color = super::use_color(Color::Auto, &std::io::stderr());
    Reporter { format: Format::Human, color, verbosity: Verbosity::Normal }.diagnostics(&diagnostics);
    Ok(!has_errors(&diagnostics))
}

fn list(root: &Path, in_use: &str, diagnostics: &mut Vec<Diagnostic>) {
    let described = discover::themes(root).into_iter().map(|(name, is_built_in)| {
        let description = discover::theme_description(root, &name, diagnostics).description;
        ThemeListed { is_in_use: name == in_use, name, is_built_in, description }
    });
    report::to_stdout(&report::themes(&described.collect::<Vec<_>>()));
}

fn show(root: &Path, name: &str, diagnostics: &mut Vec<Diagnostic>) {
    let mut theme = discover::theme(root, name, diagnostics);
    // What a site has of its own belongs to no theme.
    theme.files.retain(|file| !file.layer.is_empty());
    if diagnostics.iter().all(|diagnostic| diagnostic.code != "unknown-theme") {
        report::to_stdout(&report::theme(&theme));
    }
}

fn eject(root: &Path, theme: &str, name: &str, diagnostics: &mut Vec<Diagnostic>) -> anyhow::Result<()> {
    let found = discover::theme(root, theme, diagnostics);
    if diagnostics.iter().any(|diagnostic| diagnostic.code == "unknown-theme") {
        return Ok(());
    }
    let file = find(&found.files, name).map_err(|help| anyhow!("the theme `{theme}` has no file `{name}`; {help}"))?;
    let target = root.join(OWN).join(&file.name);
    let shown = discover::slashed(&target);
    fs::create_dir_all(target.parent().unwrap_or(root))
        .with_context(|| format!("cannot make the folder of `{shown}`"))?;
    // Never over a file of the site, not even one that comes at this very moment.
    let mut created = match OpenOptions::new().write(true).create_new(true).open(&target) {
        Err(error) if error.kind() == ErrorKind::AlreadyExists => {
            bail!("`{shown}` is there already; move it away to take the theme's file again")
        }
        created => created.with_context(|| format!("cannot write `{shown}`"))?,
    };
    let bytes = discover::ejected(&file.layer, &file.name, &file.bytes);
    created.write_all(&bytes).with_context(|| format!("cannot write `{shown}`"))?;
    report::to_stdout(&format!("took `{shown}` from {}/{}; it is yours to change\n", file.layer, file.name));
    Ok(())
}

/// The file of a theme that goes by a name, or what to do instead.
fn find<'a>(files: &'a [ThemeFile], name: &str) -> Result<&'a ThemeFile, String> {
    let of_theme = || files.iter().filter(|file| !file.layer.is_empty() && file.name != "theme.toml");
    let published = |file: &&ThemeFile| file.name == name || file.name.strip_suffix(".tera") == Some(name);
    of_theme().find(published).ok_or_else(|| match nearest(name, of_theme().map(|file| file.name.as_str())) {
        Some(near) => format!("did you mean `{near}`?"),
        None => "`careers theme show` lists its files".into(),
    })
}
