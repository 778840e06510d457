//! `careers serve` in a real browser: a file is saved, and the page that somebody looks at changes.
//!
//! The browser reaches the server through a gateway that stands for whatever may be in between: it adds a strict
//! Content-Security-Policy to every page, and does to files what the page that runs the test asks it to. Needs Chromium,
//! as `browser.rs` does.

use std::io::{BufRead as _, BufReader, Read as _, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::process::{Command, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use crate::browser::{chromium_or_skip, flags};
use crate::harness::TestSite;
use crate::served::Served;

/// A browser that takes longer hangs.
const PATIENCE: Duration = Duration::from_secs(120);

/// What a careful site would send: nothing from elsewhere, and nothing inline.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: https:; \
                      connect-src 'self'; base-uri 'none'; form-action 'none'";

/// What every script of a test begins with.
const PRELUDE: &str = r#"
const save = (file, text) => fetch(`/test/save?${encodeURIComponent(file)}`, { method: "POST", body: text });
const until = async (what, holds) => {
  for (const end = Date.now() + 60000; Date.now() < end; await new Promise((next) => setTimeout(next, 10))) {
    try { if (await holds()) return; } catch {}
  }
  throw new Error(`not in time: ${what}`);
};
const open = async (path) => {
  const frame = document.createElement("iframe");
  frame.style.cssText = "width: 800px; height: 400px";
  frame.src = path;
  const loaded = new Promise((done) => { frame.onload = done; });
  document.body.append(frame);
  await loaded;
  // A page that is loaded anew loses this.
  frame.contentWindow.stayed = true;
  return frame.contentWindow;
};
const text = (page) => page.document.body.textContent;
const problems = (page) => page.document.querySelector("careers-problems")?.shadowRoot.textContent ?? "";
const is = (what, holds) => { if (!holds) throw new Error(`not so: ${what}`); };
"#;

#[test]
fn s5_the_overlay_shows_what_the_terminal_says_and_goes_by_itself() {
    let site = TestSite::new().seed("a.md", "# A\n\nGood words.\n");
    run(
        &site,
        &[],
        r#"
        const page = await open("/jobs/a/");
        for (const [file, broken, words] of [
            ["templates/posting.html", "<b>{% if %}", "templates/posting.html:1:"],
            ["templates/posting.html", "{{ no.such }}<b>bold</b>", "templates/posting.html:1:"],
            ["careers.toml", "[site]\ntitle = <script>", "careers.toml:2:"],
        ]) {
            await save(file, broken);
            await until(`the overlay of ${broken}`, () => problems(page).includes(words));
            is("it is text", !page.document.querySelector("careers-problems").shadowRoot.querySelector("b, script"));
            is("the last good page stays", text(page).includes("Good words."));
            await save(file, file === "careers.toml" ? "" : "{% extends \"default/posting.html\" %}");
            await until("it goes by itself", () => problems(page) === "");
        }
        is("the page stayed", page.stayed);
    "#,
    );
}

#[test]
fn s6_a_page_becomes_what_was_saved_with_no_reload_by_hand() {
    let site = TestSite::new().seed("a.md", "# A\n\nOld words.\n");
    run(
        &site,
        &["--base-url", "https://example.com/careers/"],
        r#"
        const page = await open("/careers/jobs/a/");
        for (const words of ["New words.", "Newer words.\n\n* one\n* two", "Last words.\n\n## Part\n\nMore."]) {
            await save("seeds/a.md", `# A\n\n${words}\n`);
            await until(words, () => text(page).includes(words.split("\n")[0]));
        }
        is("the page stayed", page.stayed);
        is("nothing is left", !text(page).includes("Old words."));
        const fresh = new DOMParser().parseFromString(await (await fetch("/careers/jobs/a/")).text(), "text/html");
        fresh.querySelector("script[data-scene]").dataset.scene = page.document.querySelector("script[data-scene]").dataset.scene;
        is("it is as if loaded", fresh.body.isEqualNode(page.document.body));
        await save("seeds/a.md", "");
        await until("a page that is gone says so", () => text(page).includes("There is nothing here"));
    "#,
    );
}

#[test]
fn s12_style_is_swapped_and_the_place_on_the_page_and_open_details_stay() {
    let long = "Many words in a row make a page long.\n\n".repeat(80);
    let parts = [1, 2, 3, 4, 5, 6].map(|part| format!("## Part {part}\n\nText.\n\n")).concat();
    let site = TestSite::new()
        .seed("a.md", format!("# A\n\nStart.\n\n{parts}{long}"))
        .file("templates/style.css", "body { color: rgb(1, 2, 3) }");
    run(&site, &[], &r#"
        const page = await open("/jobs/a/");
        const place = () => [Math.round(page.scrollY), page.document.querySelector("details").open];
        page.document.querySelector("details").open = true;
        page.scrollTo(0, 500);
        const before = place().join();
        is("there is a place to keep", place()[0] > 300 && place()[1]);
        await save("seeds/a.md", `# A\n\nA new start.\n\nLONG`);
        await until("new text", () => text(page).includes("A new start."));
        is("the place is kept", place().join() === before);
        const color = () => page.getComputedStyle(page.document.body).color;
        is("the first style", color() === "rgb(1, 2, 3)");
        await save("templates/style.css", "body { color: rgb(4, 5, 6) }");
        await until("the second style", () => color() === "rgb(4, 5, 6)");
        await until("one sheet", () => page.document.querySelectorAll("link[rel=stylesheet]").length === 1);
        is("the page stayed", page.stayed && place().join() === before);
        // A page with a script of the theme's own is loaded anew, in its place.
        await save("templates/slots/head.html", "<script src=\"/test/nothing.js\"></script>");
        await until("it is loaded anew", () => !page.stayed && page.document.querySelector("head script[src*=nothing]"));
        await until("in its place", () => place().join() === before);
    "#.replace("LONG", &format!("{parts}{long}").replace('\n', "\\n")));
}

#[test]
fn s13_twelve_tabs_all_load_and_all_change() {
    let site = TestSite::new().seed("a.md", "# A\n\nOld words.\n").seed("b.md", "# B\n");
    run(
        &site,
        &[],
        r#"
        const pages = [];
        for (let tab = 0; tab < 12; tab++) pages.push(await open("/jobs/a/"));
        for (const words of ["First words.", "Second words."]) {
            await save("seeds/a.md", `# A\n\n${words}\n`);
            for (const [tab, page] of pages.entries()) await until(`${words} in ${tab}`, () => text(page).includes(words));
        }
        is("all stayed", pages.every((page) => page.stayed));
        const other = await open("/jobs/b/");
        is("there is still a connection left", text(other).includes("B"));
    "#,
    );
}

/// Runs a script in a browser, on a page of its own beside those of the site; its failure is the test's.
#[track_caller]
fn run(site: &TestSite, arguments: &[&str], script: &str) {
    let Some(chromium) = chromium_or_skip() else { return };
    let served = Served::start(site, arguments);
    let listener = TcpListener::bind(("127.0.0.1", 0)).expect("a port");
    let gateway = listener.local_addr().expect("its address");
    let (sender, receiver) = mpsc::channel();
    let script = format!(
        "{PRELUDE}\n(async () => {{ {script} }})().then(() => \"\", (error) => `${{error}}`)\
        .then((said) => fetch(\"/test/over\", {{ method: \"POST\", body: said }}));"
    );
    let (upstream, root) = (served.address, site.path(""));
    thread::spawn(move || {
        for stream in listener.incoming().map_while(Result::ok) {
            let (script, sender, root) = (script.clone(), sender.clone(), root.clone());
            // A browser that goes away in the middle is no failure.
            thread::spawn(move || pass(stream, upstream, &script, &sender, &root));
        }
    });
    let profile = tempfile::tempdir().expect("a temporary folder");
    let mut browser = Command::new(chromium)
        .args(flags(profile.path()))
        .args(["--window-size=1400,1000", "--remote-debugging-port=0"])
        .arg(format!("http://{gateway}/test/page"))
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .expect("the browser starts");
    let said = receiver.recv_timeout(PATIENCE);
    browser.kill().expect("the browser stops");
    browser.wait().expect("the browser ends");
    assert_eq!(said.as_deref(), Ok(""), "{:#?}", served.lines());
}

/// One connection through the gateway.
fn pass(
    mut stream: TcpStream,
    upstream: SocketAddr,
    script: &str,
    over: &mpsc::Sender<String>,
    root: &std::path::Path,
) -> Option<()> {
    let mut reader = BufReader::new(stream.try_clone().ok()?);
    let mut head = String::new();
    while !head.ends_with("\r\n\r\n") {
        if reader.read_line(&mut head).ok()? == 0 {
            return None;
        }
    }
    let target = head.split(' ').nth(1)?.to_owned();
    let length = head.lines().find_map(|line| line.to_ascii_lowercase().strip_prefix("content-length: ")?.parse().ok());
    let mut body = vec![0; length.unwrap_or(0)];
    reader.read_exact(&mut body).ok()?;
    let body = String::from_utf8(body).ok()?;
    let mut answer = |kind: &str, text: &str| {
        let length = text.len();
        write!(
            stream,
            "HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n{text}"
        )
        .ok()
    };
    let (path, query) = target.split_once('?').unwrap_or((&target, ""));
    match path {
        "/test/page" => {
            answer("text/html", "<!doctype html><title>Test</title><body><script src=\"/test/script.js\"></script>")
        }
        "/test/script.js" => answer("text/javascript", script),
        "/test/nothing.js" => answer("text/javascript", ""),
        "/test/over" => {
            over.send(body).ok()?;
            answer("text/plain", "")
        }
        "/test/save" => {
            let file = root.join(query.replace("%2F", "/"));
            std::fs::create_dir_all(file.parent()?).ok()?;
            // Whole at once, as editors do it: on a busy machine an empty file may last long enough to be shown.
            let mut whole = tempfile::NamedTempFile::new_in(root.parent()?).ok()?;
            whole.write_all(body.as_bytes()).ok()?;
            whole.persist(file).ok()?;
            answer("text/plain", "")
        }
        _ => forward(stream, upstream, &head),
    }
}

/// Passes a request on, and the answer back as it comes, with the policy in its head.
fn forward(mut stream: TcpStream, upstream: SocketAddr, head: &str) -> Option<()> {
    let mut to = TcpStream::connect(upstream).ok()?;
    let kept = head.lines().filter(|line| !line.is_empty() && !line.to_ascii_lowercase().starts_with("connection:"));
    let head = kept.collect::<Vec<_>>().join("\r\n");
    write!(to, "{head}\r\nConnection: close\r\n\r\n").ok()?;
    let mut from = BufReader::new(to);
    let mut status = String::new();
    from.read_line(&mut status).ok()?;
    write!(stream, "{status}Content-Security-Policy: {POLICY}\r\n").ok()?;
    let mut part = [0; 4096];
    loop {
        let length = from.read(&mut part).ok().filter(|length| *length > 0)?;
        stream.write_all(&part[..length]).ok()?;
    }
}
