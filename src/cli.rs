//! The command line as clap structs, nothing else.

use std::net::IpAddr;
use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use jiff::civil::Date;

/// Turns a folder of Markdown job postings into a careers site.
#[derive(Debug, Parser)]
#[command(version, arg_required_else_help = true, propagate_version = true)]
pub struct Cli {
    /// Folder that holds careers.toml, seeds/, templates/ and themes/
    #[arg(
        short = 'C',
        long,
        visible_alias = "directory",
        value_name = "DIR",
        default_value = ".",
        hide_default_value = true
    )]
    pub root: PathBuf,

    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// What can be done.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Make the site
    Build(BuildArgs),
    /// Show the site in a browser, and each change the moment it is saved
    Serve(ServeArgs),
    /// Show what is known of each posting, and where it was read
    Explain(ExplainArgs),
    /// List the pages that are new, changed, closed or gone with the last build
    Changes(ChangesArgs),
    /// Show which themes there are and what they have, or take over a file of one
    Theme(ThemeArgs),
}

/// `careers build`
#[expect(clippy::struct_excessive_bools, reason = "each is a flag of its own")]
#[derive(Debug, Args)]
pub struct BuildArgs {
    /// What to read and how.
    #[command(flatten)]
    pub site: SiteArgs,

    /// Folder to write the site into [default: output]
    #[arg(short, long, value_name = "DIR")]
    pub output: Option<PathBuf>,

    /// Write into a folder that holds files of others; they stay as they are
    #[arg(long)]
    pub adopt_output: bool,

    /// Write what this host reads, and nothing for others
    #[arg(long, value_enum, value_name = "NAME")]
    pub host: Option<HostName>,

    /// Write .br and .gz files beside text files, for servers that send them
    #[arg(long)]
    pub precompress: bool,

    /// Fail on any warning
    #[arg(long)]
    pub strict: bool,

    /// Build again after each change
    #[arg(long)]
    pub watch: bool,

    /// How to report.
    #[command(flatten)]
    pub report: ReportArgs,
}

/// `careers serve`
#[derive(Debug, Args)]
pub struct ServeArgs {
    /// What to read and how.
    #[command(flatten)]
    pub site: SiteArgs,

    /// Port to listen on, 0 for any that is free [default: 4000, or the next that is free]
    #[arg(long, value_name = "N")]
    pub port: Option<u16>,

    /// Address to listen on; 0.0.0.0 lets others in your network see the site
    #[arg(long, value_name = "IP", default_value = "127.0.0.1")]
    pub address: IpAddr,

    /// Name that the site may be asked for by, beside addresses and `localhost`
    #[arg(long, value_name = "NAME")]
    pub allow_host: Vec<String>,

    /// Open the site in a browser
    #[arg(long)]
    pub open: bool,

    /// Look for changes again and again, where file events do not work
    #[arg(long)]
    pub poll: bool,

    /// How to report.
    #[command(flatten)]
    pub report: ReportArgs,
}

/// `careers explain`
#[derive(Debug, Args)]
pub struct ExplainArgs {
    /// What to read and how.
    #[command(flatten)]
    pub site: SiteArgs,

    /// Write what was inferred into the front matter of each posting
    #[arg(long)]
    pub write: bool,

    /// Form of the answer
    #[arg(long, value_enum, default_value_t = ExplainFormat::Human)]
    pub format: ExplainFormat,

    /// When to use colour
    #[arg(long, value_enum, value_name = "WHEN", default_value_t = Color::Auto)]
    pub color: Color,
}

/// `careers changes`
#[derive(Debug, Args)]
pub struct ChangesArgs {
    /// Manifest to compare with [default: the one that is published at the base URL]
    #[arg(long, value_name = "FILE|URL")]
    pub since: Option<String>,

    /// Folder that the site was written into [default: output]
    #[arg(short, long, value_name = "DIR")]
    pub output: Option<PathBuf>,

    /// Where the site will be found, such as `https://careers.example.com`
    #[arg(long, value_name = "URL")]
    pub base_url: Option<String>,

    /// Form of the answer
    #[arg(long, value_enum, default_value_t = ListFormat::Human)]
    pub format: ListFormat,

    /// Print request bodies for IndexNow instead, with this key
    #[arg(long, value_name = "KEY", value_parser = indexnow_key, conflicts_with_all = ["google", "format"])]
    pub indexnow: Option<String>,

    /// Print request bodies for Google's Indexing API instead
    #[arg(long, conflicts_with = "format")]
    pub google: bool,

    /// When to use colour
    #[arg(long, value_enum, value_name = "WHEN", default_value_t = Color::Auto)]
    pub color: Color,
}

/// `careers theme`
#[derive(Debug, Args)]
pub struct ThemeArgs {
    /// Theme in use, in place of the configuration's
    #[arg(long, value_name = "NAME", global = true)]
    pub theme: Option<String>,

    /// What to do.
    #[command(subcommand)]
    pub command: ThemeCommand,
}

/// What can be done with themes.
#[derive(Debug, Subcommand)]
pub enum ThemeCommand {
    /// List the built-in themes and those below themes/
    List,
    /// Show what a theme is like, its options and its files
    Show {
        /// Theme to show [default: the one in use]
        name: Option<String>,
    },
    /// Copy a file of a theme into templates/, where it takes the theme's place
    Eject {
        /// File, as `careers theme show` names it
        file: String,

        /// Theme to take it from [default: the one in use]
        #[arg(long, value_name = "THEME")]
        from: Option<String>,
    },
}

fn indexnow_key(text: &str) -> Result<String, String> {
    if crate::changes::is_key(text) {
        Ok(text.to_owned())
    } else {
        Err("a key is 8 to 128 letters, digits and dashes".into())
    }
}

/// What to read and how: the same for every command.
#[derive(Debug, Default, Args)]
pub struct SiteArgs {
    /// Folders or files of postings [default: seeds]
    #[arg(value_name = "SEEDS")]
    pub seeds: Vec<PathBuf>,

    /// Where the site will be found, such as `https://careers.example.com`
    #[arg(long, value_name = "URL")]
    pub base_url: Option<String>,

    /// Built-in theme, or folder below themes/
    #[arg(long, value_name = "NAME")]
    pub theme: Option<String>,

    /// Show drafts
    #[arg(long)]
    pub drafts: bool,

    /// Show postings before their first day
    #[arg(long)]
    pub future: bool,

    /// Make the site as of this day [default: `SOURCE_DATE_EPOCH`, or today]
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub date: Option<Date>,
}

fn day(text: &str) -> Result<Date, String> {
    text.parse().map_err(|_| "there is no such day; write it as `--date 2026-01-31`".into())
}

/// How to report.
#[derive(Debug, Args)]
pub struct ReportArgs {
    /// Form of the report [default: human, or github on GitHub Actions]
    #[arg(long, value_enum)]
    pub format: Option<ReportFormat>,

    /// When to use colour
    #[arg(long, value_enum, value_name = "WHEN", default_value_t = Color::Auto)]
    pub color: Color,

    /// Say nothing but errors
    #[arg(short, long, conflicts_with = "verbose")]
    pub quiet: bool,

    /// Say more: information, and where the time went
    #[arg(short, long)]
    pub verbose: bool,
}

/// Forms of a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ReportFormat {
    /// For people at a terminal
    Human,
    /// One JSON object a line
    Json,
    /// Annotations for GitHub Actions
    Github,
}

/// Hosts that can be written for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum HostName {
    /// Cloudflare Pages
    Cloudflare,
    /// GitHub Pages
    Github,
    /// Netlify
    Netlify,
    /// A server of one's own
    Nginx,
    /// Amazon S3 with CloudFront
    S3,
}

/// Forms of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ListFormat {
    /// One line each
    Human,
    /// One JSON object a line
    Json,
}

/// Forms of `explain`'s answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ExplainFormat {
    /// A table for each posting
    Human,
    /// One JSON object a line
    Json,
}

/// When to use colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Color {
    /// Where the terminal has it, unless `NO_COLOR` is set
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_command_line_is_consistent() {
        use clap::CommandFactory as _;
        Cli::command().debug_assert();
    }
}
