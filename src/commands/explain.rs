//! `careers explain`: what is known of each posting, and where it was read; with `--write`, into its front matter (F4).

use std::path::Path;

use crate::cli::{ExplainArgs, ExplainFormat};
use crate::diagnostic::{Diagnostic, has_errors};
use crate::pipeline::{self, Project};
use crate::posting::Posting;
use crate::report::{self, Format, Reporter, Table, Verbosity};

/// Runs the command; whether the site has no errors. All postings are shown, those without a page included.
pub(super) fn run(root: &Path, args: &ExplainArgs) -> anyhow::Result<bool> {
    let project = super::project(root, &args.site)?;
    if args.write {
        return Ok(write(&project, args));
    }
    let snapshot = pipeline::prepare(&project);
    let site = &snapshot.site;
    let published = site.all().flat_map(|edition| &edition.postings).filter(|published| !published.is_guest);
    let published = published.map(|published| (&*published.posting, Some(published.route.as_str())));
    let mut all: Vec<(&Posting, Option<&str>)> =
        published.chain(site.unpublished.iter().map(|posting| (&**posting, None))).collect();
    all.sort_by(|a, b| a.0.path.cmp(&b.0.path));

    let table = Table { color: super::use_color(args.color, &std::io::stdout()) };
    for (posting, route) in all {
        report::to_stdout(&match args.format {
            ExplainFormat::Human => table.posting(posting, route),
            ExplainFormat::Json => report::explain_json(posting, route),
        });
    }
    Ok(report_all(&snapshot.diagnostics, args))
}

/// Writes what was inferred into the postings; whether every one of them took it.
fn write(project: &Project, args: &ExplainArgs) -> bool {
    let (written, diagnostics) = pipeline::write_back(project);
    let show = match args.format {
        ExplainFormat::Human => report::written_human,
        ExplainFormat::Json => report::written_json,
    };
    for file in written {
        report::to_stdout(&show(&file.shown, &file.fields));
    }
    report_all(&diagnostics, args)
}

/// Prints what there is to say; whether none of it is an error.
fn report_all(diagnostics: &[Diagnostic], args: &ExplainArgs) -> bool {
    let color = super::use_color(args.color, &std::io::stderr());
    Reporter { format: Format::Human, color, verbosity: Verbosity::Normal }.diagnostics(diagnostics);
    !has_errors(diagnostics)
}
