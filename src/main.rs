//! The `careers` command: arguments → command → exit code.

use std::process::ExitCode;

use careers::cli::Cli;
use clap::Parser as _;

fn main() -> ExitCode {
    careers::commands::run(&Cli::parse())
}
