//! `careers changes` (O10), where the build before is the site that is published.

use std::fs;
use std::io::{Read as _, Write as _};
use std::net::TcpListener;
use std::thread::{self, JoinHandle};

use serde_json::{Value, from_str, json};

use crate::harness::TestSite;

/// Answers one request with what it is given, and returns the path that was asked for.
fn answer_once(status: &'static str, body: Vec<u8>) -> (String, JoinHandle<String>) {
    let listener = TcpListener::bind(("127.0.0.1", 0)).expect("a port");
    let address = format!("http://{}", listener.local_addr().expect("its address"));
    let thread = thread::spawn(move || {
        let (mut stream, _) = listener.accept().expect("a connection");
        let (mut request, mut part) = (Vec::new(), [0; 4096]);
        while !request.windows(4).any(|end| end == b"\r\n\r\n") {
            let length = stream.read(&mut part).expect("a request");
            request.extend_from_slice(&part[..length]);
        }
        let length = body.len();
        write!(stream, "HTTP/1.1 {status}\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n").expect("a head");
        stream.write_all(&body).expect("a body");
        let request = String::from_utf8(request).expect("UTF-8");
        request.split_whitespace().nth(1).expect("a path").to_owned()
    });
    (address, thread)
}

/// A site that has been built.
fn site() -> TestSite {
    let site = TestSite::new().seed("a.md", "# A\n\nText.\n").seed("b.md", "# B\n\nText.\n");
    site.build().succeeds();
    site
}

fn manifest(site: &TestSite) -> Vec<u8> {
    fs::read(site.path("output/careers-manifest.json")).expect("a manifest")
}

#[test]
fn o10_without_more_words_the_published_site_is_compared_with() {
    let site = site();
    let (address, asked) = answer_once("200 OK", manifest(&site));
    site.edit("seeds/a.md", "# A\n\nOther text.\n");
    site.build().succeeds();
    let base = format!("{address}/careers/");
    let run = site.run(&["changes", "--base-url", &base, "--format", "json"]).succeeds();
    assert_eq!(asked.join().expect("a request"), "/careers/careers-manifest.json");
    let line: Value = from_str(&run.stdout).expect("one line of JSON");
    assert_eq!(line, json!({ "change": "changed", "url": format!("{base}jobs/a/"), "is_posting": true }));
}

#[test]
fn o10_where_nothing_is_published_yet_everything_is_new() {
    let site = site();
    let (address, asked) = answer_once("404 Not Found", b"<h1>Not found</h1>".to_vec());
    let since = format!("{address}/m.json");
    let run = site.run(&["changes", "--base-url", "https://example.com", "--since", &since]).succeeds();
    assert_eq!(asked.join().expect("a request"), "/m.json");
    assert!(run.stderr.contains("every page is new"), "{}", run.stderr);
    let new: Vec<&str> = run.stdout.lines().filter_map(|line| line.strip_prefix("new      ")).collect();
    assert_eq!(new, ["https://example.com/", "https://example.com/jobs/a/", "https://example.com/jobs/b/"]);
}

#[test]
fn o10_what_cannot_be_compared_is_said_and_nothing_is_printed() {
    let site = site();
    let base = ["--base-url", "https://example.com"];
    let (busy, _asked) = answer_once("503 Service Unavailable", Vec::new());
    let (page, _asked) = answer_once("200 OK", b"<!doctype html>".to_vec());
    let closed = {
        let listener = TcpListener::bind(("127.0.0.1", 0)).expect("a port");
        format!("http://{}/", listener.local_addr().expect("its address"))
    };
    for (since, message) in [
        (&*busy, "the host answers 503"),
        (&*page, "is no manifest"),
        (&*closed, "cannot fetch"),
        ("none.json", "cannot read `none.json`"),
    ] {
        let run = site.run(&[&["changes", "--since", since], &base[..]].concat()).fails(2);
        assert!(run.stderr.contains(message) && run.stdout.is_empty(), "{}{}", run.stdout, run.stderr);
    }
    let run = site.run(&["changes", "--since", "output/careers-manifest.json"]).fails(2);
    assert!(run.stderr.contains("`--base-url`"), "{}", run.stderr);
    let run = TestSite::new().run(&[&["changes"], &base[..]].concat()).fails(2);
    assert!(run.stderr.contains("run `careers build` first"), "{}", run.stderr);
}

#[test]
fn o10_request_bodies_are_ready_to_be_sent() {
    let site = site();
    fs::write(site.path("before.json"), manifest(&site)).expect("a file");
    let since = ["changes", "--base-url", "https://example.com", "--since", "before.json"];
    let print = |option: &[&str]| site.run(&[&since[..], option].concat()).succeeds().stdout;
    assert_eq!(print(&["--indexnow", "0123456789abcdef"]), "");
    assert_eq!(print(&["--google"]), "");
    site.remove("seeds/b.md");
    site.build().succeeds();
    let body: Value = from_str(&print(&["--indexnow", "0123456789abcdef"])).expect("JSON");
    assert_eq!(body["urlList"], json!(["https://example.com/jobs/b/"]));
    assert_eq!(body["keyLocation"], "https://example.com/0123456789abcdef.txt");
    let body: Value = from_str(&print(&["--google"])).expect("JSON");
    assert_eq!(body, json!({ "url": "https://example.com/jobs/b/", "type": "URL_DELETED" }));
    site.run(&[&since[..], &["--indexnow", "not a key"]].concat()).fails(2);
}
