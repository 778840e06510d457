//! `careers changes`: what is new on the web with the last build (O10).

use std::path::Path;
use std::time::Duration;

use anyhow::{Context as _, anyhow, bail};

use crate::changes;
use crate::cli::{ChangesArgs, ListFormat, SiteArgs};
use crate::diagnostic::has_errors;
use crate::pipeline;
use crate::report::{self, Format, Reporter, Verbosity};
use crate::write::{MANIFEST_NAME, Manifest, read_manifest};

/// A host that takes longer has gone away.
const PATIENCE: Duration = Duration::from_secs(30);
/// Far more than the manifest of 100,000 postings has.
const MOST_BYTES: u64 = 256 * 1024 * 1024;

/// Runs the command; whether the configuration has no errors.
pub(super) fn run(root: &Path, args: &ChangesArgs) -> anyhow::Result<bool> {
    let site = SiteArgs { base_url: args.base_url.clone(), ..SiteArgs::default() };
    let mut project = super::project(root, &site)?;
    project.output.clone_from(&args.output);
    let mut diagnostics = Vec::new();
    let destination = pipeline::destination(&project, &mut diagnostics);
    if has_errors(&diagnostics) {
        let color = super::use_color(args.color, &std::io::stderr());
        Reporter { format: Format::Human, color, verbosity: Verbosity::Normal }.diagnostics(&diagnostics);
        return Ok(false);
    }
    let base = destination
        .base_url
        .context("addresses need a base URL: set `base_url` under `[site]`, or use `--base-url`")?;
    let now = finished(&destination.output)?;
    let before = match &args.since {
        Some(since) => before(since)?,
        None => published(&base.join(MANIFEST_NAME))?,
    };
    let changes = changes::between(before.as_ref(), &now);
    let text = match (&args.indexnow, args.google, args.format) {
        (Some(key), ..) => changes::indexnow(&changes, &base, key),
        (_, true, _) => changes::google(&changes, &base),
        (_, _, ListFormat::Json) => report::changes_json(&changes, &base),
        (_, _, ListFormat::Human) => report::changes_human(&changes, &base),
    };
    report::to_stdout(&text);
    Ok(true)
}

/// The manifest of the last build.
fn finished(output: &Path) -> anyhow::Result<Manifest> {
    let shown = output.display();
    match read_manifest(output).map_err(|error| anyhow!(error.message))? {
        None => bail!("there is no build in `{shown}`; run `careers build` first"),
        Some(manifest) if manifest.building => bail!("the last build into `{shown}` has not finished; build again"),
        Some(manifest) => Ok(manifest),
    }
}

fn before(since: &str) -> anyhow::Result<Option<Manifest>> {
    if since.starts_with("https://") || since.starts_with("http://") {
        return published(since);
    }
    let json = std::fs::read(since).with_context(|| format!("cannot read `{since}`"))?;
    parsed(&json, since).map(Some)
}

/// The manifest that is published at an address; `None` where nothing is published there yet.
fn published(url: &str) -> anyhow::Result<Option<Manifest>> {
    let config = ureq::Agent::config_builder().timeout_global(Some(PATIENCE)).http_status_as_error(false);
    let agent: ureq::Agent = config.build().into();
    // What a cache has may be older than what is published.
    let response = agent.get(url).header("Cache-Control", "no-cache").call();
    let mut response = response.with_context(|| format!("cannot fetch `{url}`"))?;
    match response.status().as_u16() {
        200 => {}
        404 | 410 => {
            report::to_stderr(&format!("nothing is published at `{url}` yet, so every page is new\n"));
            return Ok(None);
        }
        status => bail!("cannot fetch `{url}`: the host answers {status}"),
    }
    let json = response.body_mut().with_config().limit(MOST_BYTES).read_to_vec();
    parsed(&json.with_context(|| format!("cannot fetch `{url}`"))?, url).map(Some)
}

fn parsed(json: &[u8], from: &str) -> anyhow::Result<Manifest> {
    Manifest::parse(json).map_err(|reason| anyhow!("`{from}` is no manifest: {reason}"))
}
