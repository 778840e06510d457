//! The include file for nginx, in a real one (O9).
//!
//! Needs nginx; `.ci/run` installs Debian's. `CAREERS_NGINX` names it where it lies elsewhere. Without it these tests are
//! skipped with a line that says so, unless `CAREERS_REQUIRE_NGINX` is set, as `.ci/run` does: then they fail.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::{Read as _, Write as _};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use crate::harness::TestSite;

const CONFIG: &str = "[company]\nname = \"Acme\"\n[embed]\norigins = [\"https://a.example\", \"https://b.example\"]\n\
     [[redirects]]\nfrom = \"/old\"\nto = \"/jobs/baker/\"\n[[redirects]]\nfrom = \"/bäcker $1.html\"\nto = \"https://x.example/$a b\"\n\
     [[redirects]]\nfrom = \"/gone\"\n";

/// A site below a base path, with an open and a closed posting.
fn site(base_path: &str) -> TestSite {
    let site = TestSite::new()
        .file("careers.toml", CONFIG)
        .seed(
            "baker.md",
            format!("---\nposted: 2026-05-01\ntags: [Bread]\n---\n# Baker\n\n{}\n", "We bake bread. ".repeat(200)),
        )
        .seed("cook.md", "---\nstatus: closed\ntags: [Bread]\n---\n# Cook\n\nWe cooked.\n");
    let (base, output) = (format!("https://example.com{base_path}"), format!("root{base_path}"));
    let arguments = ["--host", "nginx", "--precompress", "--base-url", &base, "--output", output.trim_end_matches('/')];
    site.build_with(&arguments).succeeds();
    site
}

#[test]
fn o9_clean_addresses_and_what_is_not_found_gone_or_elsewhere() {
    let Some(nginx) = Nginx::find() else { return };
    for base in ["/", "/careers/"] {
        let site = site(base);
        let server = nginx.start(&site, base);
        let external = "https://x.example/%24a%20b";
        for (path, status, found) in [
            ("", 200, "Baker"),
            ("jobs/baker/", 200, "We bake bread."),
            ("jobs/baker", 301, "jobs/baker/"),
            ("jobs/baker/index.html", 301, "jobs/baker/"),
            ("jobs/baker/index.html?a=1", 301, "jobs/baker/?a=1"),
            ("jobs/cook/", 410, "This role is closed"),
            ("jobs/cook/index.html", 301, "jobs/cook/"),
            ("none/", 404, "Page not found"),
            ("assets/none.css", 404, "Page not found"),
            ("old/", 301, "jobs/baker/"),
            ("old", 301, "jobs/baker/"),
            ("b%C3%A4cker%20%241.html", 301, external),
            ("gone/", 410, "Page not found"),
            ("gone", 410, "Page not found"),
            ("_host/nginx.conf", 404, "Page not found"),
            ("jobs/baker/index.html.br", 404, "Page not found"),
        ] {
            let answer = server.get(&format!("{base}{path}"), "identity");
            let place = answer.header("location").map(str::to_owned);
            assert_eq!(answer.status, status, "{base}{path}");
            match place {
                Some(place) if found == external => assert_eq!(place, external),
                Some(place) => assert_eq!(place, format!("{base}{found}"), "{base}{path}"),
                None => assert!(answer.text().contains(found), "{base}{path}: {}", answer.text()),
            }
        }
    }
    // A path that looks like a host must not become one.
    let site = site("/");
    let server = nginx.start(&site, "/");
    for path in ["//elsewhere.example/index.html", "/\\elsewhere.example/index.html"] {
        assert_eq!(server.get(path, "identity").header("location"), None, "{path}");
    }
}

#[test]
fn o9_readers_get_the_smallest_form_that_they_take() {
    let Some(nginx) = Nginx::find() else { return };
    let site = site("/careers/");
    let server = nginx.start(&site, "/careers/");
    let stylesheet = server.stylesheet();
    for (path, kind) in [
        ("/careers/jobs/baker/", "text/html; charset=utf-8"),
        ("/careers/none/", "text/html; charset=utf-8"),
        ("/careers/jobs/cook/", "text/html; charset=utf-8"),
        ("/careers/feed.xml", "application/atom+xml; charset=utf-8"),
        ("/careers/tags/bread/feed.xml", "application/atom+xml; charset=utf-8"),
        ("/careers/jobs.json", "application/feed+json; charset=utf-8"),
        (&*stylesheet, "text/css; charset=utf-8"),
    ] {
        let plain = server.get(path, "identity");
        assert_eq!((plain.header("content-encoding"), plain.header("content-type")), (None, Some(kind)), "{path}");
        for (accepted, encoding) in [
            ("gzip, deflate, br", "br"),
            ("gzip", "gzip"),
            ("br;q=0, gzip", "gzip"),
            ("br;q=0.5", "br"),
            ("abrupt", ""),
        ] {
            let answer = server.get(path, accepted);
            assert_eq!(answer.header("content-encoding").unwrap_or_default(), encoding, "{path}, {accepted}");
            assert_eq!(answer.header("content-type"), Some(kind), "{path}, {accepted}");
            assert_eq!(answer.header("vary"), Some("Accept-Encoding"), "{path}, {accepted}");
            assert_eq!(answer.unpacked(), plain.body, "{path}, {accepted}");
        }
    }
}

#[test]
fn o9_hashed_files_are_kept_for_ever_and_every_answer_is_safe() {
    let Some(nginx) = Nginx::find() else { return };
    let site = site("/careers/");
    let server = nginx.start(&site, "/careers/");
    let kept = "public, max-age=31536000, immutable";
    let asked_again = "public, max-age=0, must-revalidate";
    for (path, status, cache) in [
        (&*server.stylesheet(), 200, kept),
        ("/careers/", 200, asked_again),
        ("/careers/jobs.json", 200, asked_again),
        ("/careers/jobs/cook/", 410, asked_again),
        ("/careers/assets/none.css", 404, asked_again),
    ] {
        for encoding in ["identity", "gzip", "br"] {
            let answer = server.get(path, encoding);
            assert_eq!((answer.status, answer.header("cache-control")), (status, Some(cache)), "{path}, {encoding}");
            assert_eq!(answer.header("x-content-type-options"), Some("nosniff"), "{path}, {encoding}");
            let policy = answer.header("content-security-policy").unwrap_or_default();
            assert!(policy.starts_with("default-src 'none';") && policy.contains("frame-ancestors 'none'"), "{policy}");
            for name in ["referrer-policy", "permissions-policy"] {
                assert!(answer.header(name).is_some(), "{path}, {encoding}: {name}");
            }
        }
    }
}

#[test]
fn o9_other_sites_may_frame_one_page_and_read_one_list() {
    let Some(nginx) = Nginx::find() else { return };
    let site = site("/careers/");
    let server = nginx.start(&site, "/careers/");
    for (path, ancestors, readers) in [
        ("/careers/embed/", "https://a.example https://b.example", None),
        ("/careers/embed.json", "'none'", Some("*")),
        ("/careers/", "'none'", None),
        ("/careers/jobs/baker/", "'none'", None),
        ("/careers/embed/none", "'none'", None),
    ] {
        for encoding in ["identity", "gzip", "br"] {
            let answer = server.get(path, encoding);
            let policy = answer.header("content-security-policy").unwrap_or_default();
            assert!(policy.ends_with(&format!("frame-ancestors {ancestors}")), "{path}, {encoding}: {policy}");
            assert_eq!(answer.header("access-control-allow-origin"), readers, "{path}, {encoding}");
        }
    }
}

#[test]
fn o4_below_a_path_no_link_is_dead() {
    let Some(nginx) = Nginx::find() else { return };
    let site = site("/careers/");
    let server = nginx.start(&site, "/careers/");
    let (mut open, mut seen) = (vec!["/careers/".to_owned()], BTreeSet::new());
    while let Some(path) = open.pop() {
        if !seen.insert(path.clone()) {
            continue;
        }
        let answer = server.get(&path, "identity");
        assert_eq!(answer.status, 200, "{path}");
        if answer.header("content-type") == Some("text/html; charset=utf-8") {
            open.extend(links(&answer.text()));
        }
    }
    assert!(seen.len() > 8 && seen.contains("/careers/jobs/baker/") && seen.contains("/careers/feed.xml"), "{seen:?}");
}

/// Where a page's links and sources lead on its own host, without fragments.
fn links(html: &str) -> Vec<String> {
    let values = ["href=\"", "src=\""].map(|attribute| html.split(attribute).skip(1));
    let values = values.into_iter().flatten().filter_map(|rest| rest.split_once('"')).map(|(value, _)| value);
    let own = values.filter_map(|value| {
        let path = value.strip_prefix("https://example.com").unwrap_or(value);
        path.starts_with('/').then(|| path.split('#').next().unwrap_or_default().to_owned())
    });
    own.collect()
}

/// The program.
struct Nginx(PathBuf);

impl Nginx {
    fn find() -> Option<Self> {
        let path = std::env::var_os("PATH").unwrap_or_default();
        let folders = std::env::split_paths(&path).chain(["/usr/sbin".into(), "/usr/local/sbin".into()]);
        let found = folders.map(|folder| folder.join("nginx")).find(|file| file.is_file());
        let found = std::env::var_os("CAREERS_NGINX").map(PathBuf::from).or(found);
        let missing = "no nginx: install it, or set CAREERS_NGINX";
        assert!(found.is_some() || std::env::var_os("CAREERS_REQUIRE_NGINX").is_none(), "{missing}");
        if found.is_none() {
            eprintln!("skipped: {missing}");
        }
        found.map(Self)
    }

    /// Serves a site, as the current user on a port of its own, for as long as what it returns is kept.
    fn start(&self, site: &TestSite, base_path: &str) -> Server {
        let address = TcpListener::bind(("127.0.0.1", 0)).and_then(|free| free.local_addr()).expect("a free port");
        let root = site.path("root");
        let include = root.join(base_path.trim_start_matches('/')).join("_host/nginx.conf");
        let temporary = site.path("nginx");
        fs::create_dir_all(&temporary).expect("a folder");
        let config = site.path("nginx.conf");
        fs::write(&config, configuration(&temporary, &root, &include, address)).expect("a configuration");
        let mut command = Command::new(&self.0);
        command.arg("-c").arg(&config).arg("-e").arg(temporary.join("errors"));
        let process = command.stdin(Stdio::null()).stdout(Stdio::null()).spawn().expect("nginx starts");
        let mut server = Server { process, address };
        server.wait(&temporary);
        server
    }
}

/// As a distribution's: its types, and compression of what is not compressed yet.
fn configuration(temporary: &Path, root: &Path, include: &Path, address: SocketAddr) -> String {
    let (temporary, root, include) = (temporary.display(), root.display(), include.display());
    let folders = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"];
    let folders = folders.map(|name| format!("{name}_temp_path {temporary}/{name};\n")).concat();
    format!(
        "daemon off; master_process off; pid {temporary}/pid; events {{}}\n\
         http {{\n{folders}access_log off; gzip on; default_type application/octet-stream;\n\
         types {{ text/html html; text/css css; text/xml xml; application/json json; application/javascript js; image/svg+xml svg; text/plain txt; }}\n\
         server {{ listen {address}; root {root}; include {include}; }}\n}}\n"
    )
}

/// A running nginx; it ends with this value.
struct Server {
    process: Child,
    address: SocketAddr,
}

impl Server {
    fn wait(&mut self, temporary: &Path) {
        let start = Instant::now();
        while TcpStream::connect(self.address).is_err() {
            let ended = self.process.try_wait().expect("a process");
            let errors = || fs::read_to_string(temporary.join("errors")).unwrap_or_default();
            assert!(ended.is_none() && start.elapsed() < Duration::from_secs(30), "nginx: {}", errors());
            thread::sleep(Duration::from_millis(20));
        }
    }

    fn get(&self, path: &str, encoding: &str) -> Answer {
        let mut stream = TcpStream::connect(self.address).expect("a connection");
        let request = format!(
            "GET {path} HTTP/1.1\r\nHost: example.com\r\nAccept-Encoding: {encoding}\r\nConnection: close\r\n\r\n"
        );
        stream.write_all(request.as_bytes()).expect("a request");
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes).expect("an answer");
        Answer::parse(&bytes)
    }

    /// The path of the theme's stylesheet.
    fn stylesheet(&self) -> String {
        let home = self.get("/careers/", "identity").text();
        links(&home).into_iter().find(|link| link.contains(".css")).expect("a stylesheet")
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        _ = self.process.kill();
        _ = self.process.wait();
    }
}

struct Answer {
    status: u16,
    /// By name in small letters; a name that comes twice has its values joined, as readers see them.
    headers: BTreeMap<String, String>,
    body: Vec<u8>,
}

impl Answer {
    fn parse(bytes: &[u8]) -> Self {
        let end = bytes.windows(4).position(|part| part == b"\r\n\r\n").expect("a head");
        let head = String::from_utf8(bytes[..end].to_vec()).expect("UTF-8");
        let mut lines = head.lines();
        let status = lines.next().and_then(|line| line.split(' ').nth(1)?.parse().ok()).expect("a status");
        let mut headers: BTreeMap<String, String> = BTreeMap::new();
        for (name, value) in lines.filter_map(|line| line.split_once(": ")) {
            let known = headers.entry(name.to_ascii_lowercase()).or_default();
            *known = if known.is_empty() { value.to_owned() } else { format!("{known}, {value}") };
        }
        let body = bytes[end + 4..].to_vec();
        let body = if headers.contains_key("transfer-encoding") { unchunked(&body) } else { body };
        Self { status, headers, body }
    }

    fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name).map(String::as_str)
    }

    fn text(&self) -> String {
        String::from_utf8(self.body.clone()).expect("UTF-8")
    }

    fn unpacked(&self) -> Vec<u8> {
        let mut bytes = Vec::new();
        match self.header("content-encoding") {
            Some("br") => brotli::BrotliDecompress(&mut &*self.body, &mut bytes).expect("brotli"),
            Some("gzip") => _ = flate2::read::GzDecoder::new(&*self.body).read_to_end(&mut bytes).expect("gzip"),
            _ => bytes.clone_from(&self.body),
        }
        bytes
    }
}

/// The body of an answer that comes in parts, each behind its length.
fn unchunked(mut body: &[u8]) -> Vec<u8> {
    let mut whole = Vec::new();
    while let Some(end) = body.windows(2).position(|part| part == b"\r\n") {
        let length = std::str::from_utf8(&body[..end]).ok().and_then(|digits| usize::from_str_radix(digits, 16).ok());
        let length = length.expect("a length");
        if length == 0 {
            break;
        }
        whole.extend_from_slice(&body[end + 2..end + 2 + length]);
        body = &body[end + 2 + length + 2..];
    }
    whole
}
