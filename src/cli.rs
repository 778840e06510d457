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
}

/// `careers build`
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

/// What to read and how: the same for every command.
#[derive(Debug, Args)]
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
    #[arg(long, value_name = "DATE")]
    pub date: Option<Date>,
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
