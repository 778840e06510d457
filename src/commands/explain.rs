//! `careers explain`: what is known of each posting, and where it was read (F4).

use std::path::Path;

use crate::cli::{ExplainArgs, ExplainFormat};
use crate::diagnostic::Severity;
use crate::pipeline;
use crate::posting::Posting;
use crate::report::{self, Format, Reporter, Verbosity};

/// Runs the command; whether the site has no errors. All postings are shown, those without a page included.
pub(super) fn run(root: &Path, args: &ExplainArgs) -> anyhow::Result<bool> {
    let project = super::project(root, &args.site)?;
    let snapshot = pipeline::prepare(&project);
    let site = &snapshot.site;
    let published = site.postings.iter().map(|published| (&*published.posting, Some(published.route.as_str())));
    let mut all: Vec<(&Posting, Option<&str>)> =
        published.chain(site.unpublished.iter().map(|posting| (&**posting, None))).collect();
    all.sort_by(|a, b| a.0.path.cmp(&b.0.path));

    let explain = match args.format {
        ExplainFormat::Human => report::explain_human,
        ExplainFormat::Json => report::explain_json,
    };
    for (posting, route) in all {
        report::to_stdout(&explain(posting, route));
    }
    let reporter =
        Reporter { format: Format::Human, color: super::use_color(args.color), verbosity: Verbosity::Normal };
    reporter.diagnostics(&snapshot.diagnostics);
    Ok(snapshot.diagnostics.iter().all(|d| d.severity != Severity::Error))
}
