//! `careers serve`: the site in a browser, right the moment a file is saved.

use std::io::ErrorKind;
use std::net::{IpAddr, SocketAddr, TcpListener};
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::Arc;

use anyhow::{Context as _, bail};

use crate::cli::ServeArgs;
use crate::report::{self, plural};
use crate::serve::{self, Following};

/// The first port to be tried, and how many.
const PORTS: (u16, u16) = (4000, 100);

/// Runs the command until it is ended from outside, which is no failure.
pub(super) fn run(root: &Path, args: &ServeArgs) -> anyhow::Result<bool> {
    let reporter = super::reporter(&args.report);
    let project = super::project(root, &args.site)?;
    let listener = listen(args.address, args.port)?;
    let address = listener.local_addr().context("cannot tell the port")?;
    let watcher = super::watcher(args.poll)?;
    let today = super::days(args.site.date, project.selection.today);

    let ready = |postings: usize, base_path: &str| {
        let url = format!("http://{}{base_path}", shown(address));
        report::to_stdout(&format!("serving {} on {url} (stop with Ctrl-C)\n", plural(postings, "posting")));
        if args.open {
            open(&url);
        }
    };
    let following = Following { project, today: &today, watcher, turn: Arc::default() };
    serve::run(following, listener, args.allow_host.clone(), reporter, ready);
    Ok(true)
}

/// The port that is asked for, or the first that is free.
fn listen(address: IpAddr, port: Option<u16>) -> anyhow::Result<TcpListener> {
    if let Some(port) = port {
        return TcpListener::bind((address, port)).map_err(|error| match error.kind() {
            ErrorKind::AddrInUse => {
                anyhow::anyhow!("port {port} is in use; choose another with `--port`, or 0 for any")
            }
            _ => anyhow::anyhow!("cannot listen on {}: {error}", SocketAddr::new(address, port)),
        });
    }
    for port in PORTS.0..PORTS.0 + PORTS.1 {
        match TcpListener::bind((address, port)) {
            Ok(listener) => {
                if port > PORTS.0 {
                    report::to_stderr(&format!("port {} is in use, so this is on {port}\n", PORTS.0));
                }
                return Ok(listener);
            }
            Err(error) if error.kind() == ErrorKind::AddrInUse => {}
            Err(error) => bail!("cannot listen on {}: {error}", SocketAddr::new(address, port)),
        }
    }
    bail!("the ports from {} on are all in use; choose one with `--port`", PORTS.0)
}

/// An address that one can click on: all interfaces are not one.
fn shown(address: SocketAddr) -> String {
    if address.ip().is_unspecified() { format!("localhost:{}", address.port()) } else { address.to_string() }
}

/// Opens a browser; without one, the address can still be clicked on.
fn open(url: &str) {
    let mut command = if cfg!(target_os = "macos") {
        Command::new("open")
    } else if cfg!(windows) {
        Command::new("explorer")
    } else {
        Command::new("xdg-open")
    };
    let spawned = command.arg(url).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn();
    match spawned {
        // Waited for in its own time, so that nothing of it is left behind.
        Ok(mut browser) => drop(std::thread::spawn(move || browser.wait())),
        Err(error) => report::to_stderr(&format!("cannot open a browser: {error}\n")),
    }
}
