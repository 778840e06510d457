//! One file a command: the only place where effects are put together, and where the clock, the environment and the
//! terminal are asked.

#![expect(clippy::disallowed_methods, reason = "commands ask the clock, the environment and the terminal")]

mod build;
mod changes;
mod explain;
mod serve;
mod theme;

use std::io::IsTerminal;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context as _, bail};
use jiff::civil::Date;

use crate::cli::{Cli, Color, Command, HostName, ReportArgs, ReportFormat, SiteArgs};
use crate::config::BaseUrl;
use crate::host::Host;
use crate::model::Selection;
use crate::pipeline::Project;
use crate::report::{Format, Reporter, Verbosity};
use crate::serve::Watcher;

/// The site has errors.
const SITE_HAS_ERRORS: u8 = 1;
/// The command line is wrong, or the tool could not work.
const COULD_NOT_WORK: u8 = 2;

/// Runs a command; the exit code is 0 if all is well, 1 if the site has errors, 2 if the tool could not work.
pub fn run(cli: &Cli) -> ExitCode {
    let result = match &cli.command {
        Command::Build(args) => build::run(&cli.root, args),
        Command::Serve(args) => serve::run(&cli.root, args),
        Command::Changes(args) => changes::run(&cli.root, args),
        Command::Explain(args) => explain::run(&cli.root, args),
        Command::Theme(args) => theme::run(&cli.root, args),
    };
    match result {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::from(SITE_HAS_ERRORS),
        Err(error) => {
            crate::report::to_stderr(&format!("error: {error:#}\n"));
            ExitCode::from(COULD_NOT_WORK)
        }
    }
}

fn project(root: &Path, args: &SiteArgs) -> anyhow::Result<Project> {
    if !root.is_dir() {
        bail!("there is no folder `{}`", root.display());
    }
    Ok(Project {
        // Joined to nothing, a path is shown as the user knows it: `seeds/a.md`, not `./seeds/a.md`.
        root: if root == Path::new(".") { PathBuf::new() } else { root.to_owned() },
        seeds: args.seeds.clone(),
        output: None,
        base_url: base_url(args.base_url.as_deref())?,
        theme: args.theme.clone(),
        selection: Selection { today: today(args.date)?, drafts: args.drafts, future: args.future },
    })
}

fn base_url(text: Option<&str>) -> anyhow::Result<Option<BaseUrl>> {
    let parse = |text: &str| {
        BaseUrl::parse(text).with_context(|| {
            format!("`{text}` is no address; write it whole, such as `--base-url https://careers.example.com`")
        })
    };
    text.map(parse).transpose()
}

/// `--date`, else `SOURCE_DATE_EPOCH` (reproducible-builds.org), else today in UTC.
fn today(date: Option<Date>) -> anyhow::Result<Date> {
    if let Some(date) = date {
        return Ok(date);
    }
    let now = match std::env::var("SOURCE_DATE_EPOCH") {
        Ok(seconds) => seconds
            .trim()
            .parse()
            .ok()
            .and_then(|seconds| jiff::Timestamp::from_second(seconds).ok())
            .with_context(|| format!("SOURCE_DATE_EPOCH is `{seconds}`; it must be seconds since 1970"))?,
        Err(_) => jiff::Timestamp::now(),
    };
    Ok(now.to_zoned(jiff::tz::TimeZone::UTC).date())
}

/// The day that is asked for, or each time today's.
fn days(date: Option<Date>, first: Date) -> impl Fn() -> Date {
    move || today(date).unwrap_or(first)
}

/// A watcher that SIGINT, SIGTERM and their like end.
fn watcher(poll: bool) -> anyhow::Result<Watcher> {
    let watcher = Watcher::new(poll);
    let stop = watcher.stopper();
    ctrlc::set_handler(move || stop.stop()).context("cannot wait for signals")?;
    Ok(watcher)
}

fn host(name: Option<HostName>) -> Host {
    match name {
        None => Host::Any,
        Some(HostName::Cloudflare) => Host::Cloudflare,
        Some(HostName::Github) => Host::Github,
        Some(HostName::Netlify) => Host::Netlify,
        Some(HostName::Nginx) => Host::Nginx,
        Some(HostName::S3) => Host::S3,
    }
}

fn reporter(args: &ReportArgs) -> Reporter {
    let on_actions = || std::env::var_os("GITHUB_ACTIONS").is_some_and(|value| value == "true");
    let format = match args.format {
        Some(ReportFormat::Json) => Format::Json,
        Some(ReportFormat::Github) => Format::Github,
        None if on_actions() => Format::Github,
        Some(ReportFormat::Human) | None => Format::Human,
    };
    let verbosity = match (args.quiet, args.verbose) {
        (true, _) => Verbosity::Quiet,
        (_, true) => Verbosity::Verbose,
        _ => Verbosity::Normal,
    };
    Reporter { format, color: use_color(args.color, &std::io::stderr()), verbosity }
}

/// `--color`, then `CLICOLOR_FORCE`, then `NO_COLOR`, then whether a person is looking at what is written to.
fn use_color(color: Color, to: &impl IsTerminal) -> bool {
    let set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    match color {
        Color::Always => true,
        Color::Never => false,
        Color::Auto if set("CLICOLOR_FORCE") => true,
        Color::Auto => !set("NO_COLOR") && to.is_terminal(),
    }
}
