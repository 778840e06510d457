//! Every kind of page in a real browser, looked at by axe (T7).
//!
//! Needs Chromium and axe-core; `.ci/run` installs both. `CAREERS_CHROMIUM` and `CAREERS_AXE` name them where they lie
//! elsewhere. Without them these tests are skipped with a line that says so, unless
//! `CAREERS_REQUIRE_BROWSER` is set, as `.ci/run` does: then they fail.

use std::collections::BTreeSet;
use std::fs;
use std::io::{Read as _, Write as _};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::mpsc;
use std::thread::{self, JoinHandle};
use std::time::Duration;

use serde::Deserialize;

use crate::harness::TestSite;

/// A page enlarged to four times its size, a telephone, and a desk.
const WIDTHS: [u32; 3] = [320, 360, 1280];
const SCHEMES: [Scheme; 2] = [Scheme::Light, Scheme::Dark];
/// A browser that takes longer hangs.
const PATIENCE: Duration = Duration::from_secs(120);

/// One page of each kind, and of postings those that differ in what they hold.
pub(crate) const PAGES: [&str; 16] = [
    "/",
    "/jobs/foliant/backend-engineer/",
    "/jobs/foliant/technical-writer/",
    "/jobs/foliant/support-engineer/", // closed
    "/jobs/plugboard/integrations-engineer/",
    "/tags/",
    "/tags/elixir/",
    "/locations/",
    "/locations/lisbon/",
    "/teams/",
    "/teams/product/",
    "/companies/",
    "/companies/plugboard/",
    "/employment-types/",
    "/employment-types/full-time/",
    "/embed/",
];
pub(crate) const NOT_FOUND: &str = "/404.html";
/// The built-in themes.
pub(crate) const THEMES: [&str; 2] = ["default", "board"];

#[test]
fn t7_axe_finds_nothing_on_any_kind_of_page_at_any_width_in_either_scheme() {
    let Some(tools) = Tools::find() else { return };
    let pages: Vec<&str> = PAGES.into_iter().chain([NOT_FOUND]).collect();
    for theme in THEMES {
        let site = example_site(theme);
        let found = look_at(&tools, &site.path("output"), &pages);
        assert!(found.is_empty(), "axe has {} findings in {theme}:\n{}", found.len(), listed(&found));
    }
}

#[test]
fn t7_every_kind_of_page_of_the_example_site_is_looked_at() {
    let site = example_site("board");
    let kinds: BTreeSet<String> = folders(&site.path("output")).filter(|name| name != "assets").collect();
    let looked_at: BTreeSet<String> = PAGES
        .iter()
        .filter_map(|page| page.split('/').nth(1))
        .filter(|name| !name.is_empty())
        .map(Into::into)
        .collect();
    assert_eq!(kinds, looked_at, "a kind of page is missing from `PAGES`, or gone");
    for page in PAGES {
        assert!(site.path("output").join(&page[1..]).join("index.html").exists(), "there is no {page}");
    }
}

#[test]
fn a_bad_page_is_found_to_be_bad_and_a_good_one_is_not() {
    let Some(tools) = Tools::find() else { return };
    let site = TestSite::new()
        .file("output/good.html", page("", "<p>Good.</p>"))
        .file("output/bad.html", page("p { color: #aaa; background: #fff }", "<p>Pale.</p><img src=\"/x.png\">"))
        .file("output/dark.html", page("@media (prefers-color-scheme: dark) { p { color: #333 } }", "<p>Dark.</p>"))
        .file("output/narrow.html", page("@media (max-width: 400px) { p { color: #ddd } }", "<p>Narrow.</p>"));
    let found = look_at(&tools, &site.path("output"), &["/good.html", "/bad.html", "/dark.html", "/narrow.html"]);
    let found: BTreeSet<(&str, &str, u32, Scheme)> =
        found.iter().map(|f| (f.page.as_str(), f.rule.as_str(), f.width, f.scheme)).collect();
    let mut expected = BTreeSet::from([
        ("/dark.html", "color-contrast", 320, Scheme::Dark),
        ("/dark.html", "color-contrast", 360, Scheme::Dark),
        ("/dark.html", "color-contrast", 1280, Scheme::Dark),
        ("/narrow.html", "color-contrast", 320, Scheme::Light),
        ("/narrow.html", "color-contrast", 360, Scheme::Light),
    ]);
    for (width, scheme) in WIDTHS.into_iter().flat_map(|width| SCHEMES.map(|scheme| (width, scheme))) {
        expected.insert(("/bad.html", "image-alt", width, scheme));
        expected.insert(("/bad.html", "color-contrast", width, scheme));
    }
    assert_eq!(found, expected);
}

/// A page that is sound but for what is put into it.
fn page(style: &str, body: &str) -> String {
    format!(
        "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>A page</title>\
         <meta name=\"viewport\" content=\"width=device-width\"><style>:root {{ color-scheme: light dark; }}\
         body {{ color: #111; background: #fff }}\
         @media (prefers-color-scheme: dark) {{ body {{ color: #eee; background: #111 }} }}{style}</style>\
         <body><main><h1>A page</h1>{body}</main></body></html>"
    )
}

/// The example site in a theme.
pub(crate) fn example_site(theme: &str) -> TestSite {
    let site = TestSite::new();
    let output = site.path("output");
    let root = env!("CARGO_MANIFEST_DIR");
    let arguments = ["-C", root, "build", "--date", "2026-12-01", "--theme", theme, "--output"];
    site.run(&[&arguments[..], &[&output.to_string_lossy()]].concat()).succeeds();
    site
}

fn folders(path: &Path) -> impl Iterator<Item = String> {
    let entries = fs::read_dir(path).expect("the output").map(|entry| entry.expect("an entry"));
    entries.filter(|entry| entry.path().is_dir()).map(|entry| entry.file_name().to_string_lossy().into_owned())
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Scheme {
    Light,
    Dark,
}

/// Something that axe objects to.
struct Finding {
    page: String,
    width: u32,
    scheme: Scheme,
    rule: String,
    help: String,
    /// The elements, as selectors.
    targets: Vec<String>,
}

/// What the runner says of one page at one width.
#[derive(Deserialize)]
struct Looked {
    page: String,
    width: u32,
    violations: Vec<Violation>,
}

#[derive(Deserialize)]
struct Violation {
    id: String,
    help: String,
    targets: Vec<String>,
}

fn listed(found: &[Finding]) -> String {
    let lines = found.iter().map(|finding| {
        let Finding { page, width, scheme, rule, help, targets } = finding;
        format!("{page} at {width} px, {scheme:?}: {rule}: {help}\n    {}\n", targets.join("\n    "))
    });
    lines.collect()
}

/// Looks at pages of a folder at all widths and in both schemes: a browser each scheme, side by side.
fn look_at(tools: &Tools, folder: &Path, pages: &[&str]) -> Vec<Finding> {
    let server = Server::start(folder, &tools.axe, pages);
    let browsers: Vec<_> = thread::scope(|scope| {
        let started =
            SCHEMES.map(|scheme| scope.spawn(move || (scheme, browse(tools, server.address, RUNNER_PATH, scheme))));
        started.map(|browser| browser.join().expect("a browser's thread")).into_iter().collect()
    });
    let mut found = Vec::new();
    for (scheme, dom) in browsers {
        let results = results(&dom);
        assert_eq!(results.len(), pages.len() * WIDTHS.len(), "not every page was looked at:\n{dom}");
        for Looked { page, width, violations } in results {
            found.extend(violations.into_iter().map(|Violation { id, help, targets }| Finding {
                page: page.clone(),
                width,
                scheme,
                rule: id,
                help,
                targets,
            }));
        }
    }
    found
}

/// Opens a page of a server, and returns the document that it has made of itself.
pub(crate) fn browse(tools: &Tools, address: SocketAddr, page: &str, scheme: Scheme) -> String {
    listen(tools, address, page, scheme).0
}

/// The same, with what the browser wrote on the way.
pub(crate) fn listen(tools: &Tools, address: SocketAddr, page: &str, scheme: Scheme) -> (String, String) {
    let profile = tempfile::tempdir().expect("a temporary folder");
    let mut command = Command::new(&tools.chromium);
    command
        .args(flags(profile.path()))
        .args(["--window-size=1400,1000", "--virtual-time-budget=600000", "--dump-dom", "--enable-logging=stderr"])
        // 0 is dark and 1 is light; the flag for dark pages does not reach media queries.
        .arg(format!("--blink-settings=preferredColorScheme={}", i32::from(scheme == Scheme::Light)))
        .arg(format!("http://{address}{page}"))
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    let mut browser = command.spawn().expect("the browser starts");
    let (dom, console) = (read(browser.stdout.take()), read(browser.stderr.take()));
    let dom = dom.recv_timeout(PATIENCE);
    if dom.is_err() {
        browser.kill().expect("the browser stops");
    }
    browser.wait().expect("the browser ends");
    let console = console.recv_timeout(PATIENCE).expect("what it wrote");
    (dom.expect("the browser is done in time"), console)
}

/// Reads to the end beside everything else.
fn read(stream: Option<impl std::io::Read + Send + 'static>) -> mpsc::Receiver<String> {
    let mut stream = stream.expect("an output");
    let (sender, receiver) = mpsc::channel();
    thread::spawn(move || {
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes).expect("an output");
        sender.send(String::from_utf8_lossy(&bytes).into_owned())
    });
    receiver
}

/// What stands in the runner's `<pre>`.
fn results(dom: &str) -> Vec<Looked> {
    let json = dom.split_once("<pre>").and_then(|(_, rest)| rest.split_once("</pre>")).map(|(json, _)| json);
    let json = json.unwrap_or_else(|| panic!("the runner did not come to its end:\n{dom}"));
    let json = json.replace("&lt;", "<").replace("&gt;", ">").replace("&nbsp;", " ").replace("&amp;", "&");
    serde_json::from_str(&json).unwrap_or_else(|error| panic!("{error}:\n{json}"))
}

pub(crate) struct Tools {
    pub(crate) chromium: PathBuf,
    pub(crate) axe: PathBuf,
}

impl Tools {
    /// `None` where one is missing, which `.ci/run` is not content with.
    pub(crate) fn find() -> Option<Self> {
        let missing = match (chromium(), axe()) {
            (Some(chromium), Some(axe)) => return Some(Self { chromium, axe }),
            (None, _) => "no Chromium: install it, or set CAREERS_CHROMIUM",
            (_, None) => "no axe-core: `npm install --prefix target/browser-tests axe-core@4`, or set CAREERS_AXE",
        };
        assert!(std::env::var_os("CAREERS_REQUIRE_BROWSER").is_none(), "{missing}");
        eprintln!("skipped: {missing}");
        None
    }
}

/// What every browser here is started with.
pub(crate) fn flags(profile: &Path) -> Vec<String> {
    let flags = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-dev-shm-usage"]
        .into_iter()
        .chain(["--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"]);
    flags.map(str::to_owned).chain([format!("--user-data-dir={}", profile.display())]).collect()
}

/// Chromium; `None` where it is missing, which `.ci/run` is not content with.
pub(crate) fn chromium_or_skip() -> Option<PathBuf> {
    let found = chromium();
    let missing = "no Chromium: install it, or set CAREERS_CHROMIUM";
    assert!(found.is_some() || std::env::var_os("CAREERS_REQUIRE_BROWSER").is_none(), "{missing}");
    if found.is_none() {
        eprintln!("skipped: {missing}");
    }
    found
}

fn chromium() -> Option<PathBuf> {
    if let Some(named) = std::env::var_os("CAREERS_CHROMIUM") {
        return Some(named.into());
    }
    let path = std::env::var_os("PATH")?;
    let names = ["chromium", "chromium-browser", "google-chrome"];
    std::env::split_paths(&path).flat_map(|folder| names.map(|name| folder.join(name))).find(|file| file.is_file())
}

fn axe() -> Option<PathBuf> {
    let here = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/browser-tests/node_modules/axe-core/axe.min.js");
    std::env::var_os("CAREERS_AXE").map(PathBuf::from).or(Some(here)).filter(|file| file.is_file())
}

pub(crate) const RUNNER_PATH: &str = "/runner";
const AXE_PATH: &str = "/axe.js";
const STOP_PATH: &str = "/stop";

/// Shows each page in a frame of each width, one after the other, and writes down what axe says.
const RUNNER: &str = r#"<!doctype html><meta charset="utf-8"><title>Runner</title><body><script type="module">
const load = (element, parent) => new Promise((resolve) => {
  element.onload = resolve;
  parent.append(element);
});
const results = [];
for (const width of WIDTHS) for (const page of PAGES) {
  const frame = document.createElement("iframe");
  frame.style.cssText = `border: 0; width: ${width}px; height: 900px`;
  frame.src = page;
  await load(frame, document.body);
  const inside = frame.contentDocument;
  const script = inside.createElement("script");
  script.src = "/axe.js";
  await load(script, inside.head);
  const { violations } = await frame.contentWindow.axe.run(inside, {
    runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    rules: { "target-size": { enabled: true } },
    resultTypes: ["violations"],
  });
  results.push({ page, width, violations: violations.map(({ id, help, nodes }) =>
    ({ id, help, targets: nodes.map(({ target, html }) => `${target.join(" ")}  ${html.slice(0, 160)}`) })) });
  frame.remove();
}
const pre = document.createElement("pre");
pre.textContent = JSON.stringify(results);
document.body.append(pre);
</script>"#;

/// A server for one folder, on a port of its own, for as long as it is kept.
pub(crate) struct Server {
    pub(crate) address: SocketAddr,
    thread: Option<JoinHandle<()>>,
}

impl Server {
    /// Has axe look at pages.
    pub(crate) fn start(folder: &Path, axe: &Path, pages: &[&str]) -> Self {
        let runner = RUNNER
            .replace("PAGES", &serde_json::to_string(pages).expect("JSON"))
            .replace("WIDTHS", &serde_json::to_string(&WIDTHS).expect("JSON"));
        Self::with_runner(folder, axe, runner, None)
    }

    /// Sends a policy along with the folder's files.
    pub(crate) fn with_runner(folder: &Path, axe: &Path, runner: String, policy: Option<&str>) -> Self {
        let listener = TcpListener::bind(("127.0.0.1", 0)).expect("a port");
        let address = listener.local_addr().expect("its address");
        let folder = folder.to_owned();
        let axe = fs::read_to_string(axe).expect("axe-core");
        let policy = policy.map(|policy| format!("Content-Security-Policy: {policy}\r\n")).unwrap_or_default();
        let thread = thread::spawn(move || {
            for stream in listener.incoming() {
                let mut stream = stream.expect("a connection");
                // A browser that goes away in the middle is no failure of the page.
                _ = match asked(&mut stream).as_deref() {
                    Some(STOP_PATH) => break,
                    Some(RUNNER_PATH) => {
                        answer(&mut stream, "200 OK", "text/html; charset=utf-8", "", runner.as_bytes())
                    }
                    Some(AXE_PATH) => {
                        answer(&mut stream, "200 OK", "text/javascript; charset=utf-8", "", axe.as_bytes())
                    }
                    Some(path) => answer_file(&mut stream, &folder, path, &policy),
                    None => Ok(()),
                };
            }
        });
        Self { address, thread: Some(thread) }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let stopped =
            TcpStream::connect(self.address).and_then(|mut stream| write!(stream, "GET {STOP_PATH} HTTP/1.1\r\n\r\n"));
        if let (Ok(()), Some(thread)) = (stopped, self.thread.take()) {
            _ = thread.join();
        }
    }
}

/// The path of a GET request; `None` for a connection that asks nothing in time, as browsers keep some in stock.
fn asked(stream: &mut TcpStream) -> Option<String> {
    stream.set_read_timeout(Some(Duration::from_millis(250))).ok()?;
    let mut request = Vec::new();
    let mut part = [0; 4096];
    while !request.windows(4).any(|end| end == b"\r\n\r\n") {
        let length = stream.read(&mut part).ok().filter(|length| *length > 0)?;
        request.extend_from_slice(&part[..length]);
    }
    let request = String::from_utf8(request).ok()?;
    let path = request.strip_prefix("GET ")?.split_whitespace().next()?;
    path.split('?').next().map(str::to_owned)
}

/// Answers; `more` are further headers, each with its line end.
fn answer(stream: &mut TcpStream, status: &str, kind: &str, more: &str, body: &[u8]) -> std::io::Result<()> {
    let length = body.len();
    write!(
        stream,
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {length}\r\n{more}Connection: close\r\n\
         Access-Control-Allow-Origin: *\r\n\r\n"
    )?;
    stream.write_all(body)
}

fn answer_file(stream: &mut TcpStream, folder: &Path, path: &str, more: &str) -> std::io::Result<()> {
    let file = folder.join(path.trim_start_matches('/'));
    let file = if path.ends_with('/') { file.join("index.html") } else { file };
    let kind = match file.extension().and_then(|ending| ending.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("json") => "application/json",
        Some("svg") => "image/svg+xml",
        _ => "application/octet-stream",
    };
    match fs::read(&file) {
        Ok(body) => answer(stream, "200 OK", kind, more, &body),
        Err(_) => answer(stream, "404 Not Found", "text/plain", more, b"not found"),
    }
}
