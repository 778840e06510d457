//! What is written for hosts (O9). nginx has tests of its own, in a real one.

use std::path::PathBuf;
use std::process::Command;

use serde_json::{Value, json};

use crate::harness::{Run, TestSite, is_page};

const CONFIG: &str = "[site]\nbase_url = \"https://jobs.example.com/\"\n[company]\nname = \"Acme\"\n\
     [[redirects]]\nfrom = \"/old\"\nto = \"/jobs/baker/\"\n[[redirects]]\nfrom = \"/bäcker.html\"\nto = \"https://x.example/\"\n\
     [[redirects]]\nfrom = \"/gone\"\n";

fn site() -> TestSite {
    TestSite::new().file("careers.toml", CONFIG).seed("baker.md", "# Baker\n\nWe bake bread.\n")
}

/// The files that are there for the host, and the pages that only redirect.
fn host_files(run: &Run) -> Vec<String> {
    let is_extra =
        |file: &String| file.starts_with(['_', '.', 'C']) || matches!(&**file, "old/index.html" | "bäcker.html");
    run.files().into_iter().filter(is_extra).collect()
}

#[test]
fn o9_a_build_writes_what_its_host_reads_and_takes_away_what_it_does_not() {
    let site = site();
    for (host, files) in [
        (None, &[".nojekyll", "_headers", "_redirects", "bäcker.html", "old/index.html"][..]),
        (Some("github"), &[".nojekyll", "CNAME", "bäcker.html", "old/index.html"]),
        (Some("netlify"), &["_headers", "_redirects"]),
        (Some("cloudflare"), &["_headers", "_redirects", "bäcker.html", "old/index.html"]),
        (Some("nginx"), &["_host/nginx.conf"]),
        (
            Some("s3"),
            &[
                "_host/cloudfront-function.js",
                "_host/cloudfront-headers-embed.json",
                "_host/cloudfront-headers.json",
                "bäcker.html",
                "old/index.html",
            ],
        ),
    ] {
        let arguments: Vec<&str> = host.iter().flat_map(|host| ["--host", host]).collect();
        assert_eq!(host_files(&site.build_with(&arguments).succeeds()), files, "{host:?}");
    }
}

#[test]
fn o9_netlify_is_told_to_redirect_even_where_there_is_a_file() {
    let lines = |host: &str| site().build_with(&["--host", host]).succeeds().page("/_redirects");
    assert_eq!(lines("netlify"), "/b%C3%A4cker.html https://x.example/ 301!\n/old/ /jobs/baker/ 301!\n");
    assert_eq!(lines("cloudflare"), "/b%C3%A4cker.html https://x.example/ 301\n/old/ /jobs/baker/ 301\n");
}

#[test]
fn o9_a_site_that_exceeds_its_host_is_warned_about_and_whole() {
    let redirect = |n: usize| format!("[[redirects]]\nfrom = \"/old-{n}\"\nto = \"/jobs/baker/\"\n");
    let redirects = (0..2001).map(redirect).collect::<Vec<_>>().concat();
    let config = format!("[site]\nbase_url = \"https://jobs.example.com/\"\n[company]\nname = \"Acme\"\n{redirects}");
    let site = TestSite::new().file("careers.toml", config).seed(
        "baker.md",
        "---\nposted: 2026-05-01\n---\n# Baker\n\nLocation: Ulm, Germany\n\nWe bake bread.\n\nWrite to jobs@example.com.\n",
    );
    site.build_with(&["--strict"]).succeeds();
    let strict = site.build_with(&["--host", "cloudflare", "--strict"]).fails(1);
    let said = "error[host-limit]: `_redirects` has 2001 redirects";
    assert!(
        strict.stderr.starts_with(said) && strict.stderr.contains("nothing was written: 1 error\n"),
        "{}",
        strict.stderr
    );
    assert!(strict.has("/_redirects") && strict.has("/.nojekyll"), "the build before is as it was");
    let run = site.build_with(&["--host", "cloudflare"]).succeeds();
    assert!(run.stderr.contains("host-limit") && run.stderr.contains("2001 redirects"), "{}", run.stderr);
    assert!(run.has("/old-2000/index.html"));
}

#[test]
fn o9_precompressed_files_are_the_same_everywhere_and_go_with_the_option() {
    let site = site();
    let run = site.build_with(&["--precompress"]).succeeds();
    let bytes = |name: &str| std::fs::read(site.path("output").join(name)).expect("a file");
    let (first, files) = (bytes("index.html.br"), run.files());
    for file in files.iter().filter(|file| is_page(file) && run.page(&format!("/{file}")).len() > 1024) {
        for ending in [".br", ".gz"] {
            assert!(files.contains(&(file.clone() + ending)), "{file}{ending}");
        }
    }
    let elsewhere = self::site();
    elsewhere.build_with(&["--precompress"]).succeeds();
    assert_eq!(std::fs::read(elsewhere.path("output/index.html.br")).expect("a file"), first);
    let run = site.build().succeeds();
    assert!(!run.files().iter().any(|file| file.contains(".br") || file.contains(".gz")));
}

/// Runs the function for CloudFront in Node on each address, and returns what becomes of the request.
fn requested(site: &TestSite, addresses: &[&str]) -> Option<Vec<Value>> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let node: Option<PathBuf> =
        std::env::split_paths(&path).map(|folder| folder.join("node")).find(|file| file.is_file());
    assert!(node.is_some() || std::env::var_os("CAREERS_REQUIRE_BROWSER").is_none(), "no Node: install it");
    let Some(node) = node else {
        eprintln!("skipped: no Node: install it");
        return None;
    };
    let function = std::fs::read_to_string(site.path("output/_host/cloudfront-function.js")).expect("a function");
    let query = r#"{ a: { value: "1" }, b: { value: "" } }"#;
    let script = format!(
        "{function}\nconsole.log(JSON.stringify({}.map((uri) => handler({{ request: {{ uri, querystring: uri.includes('query') ? {query} : {{}} }} }}))));",
        json!(addresses)
    );
    let output = Command::new(node).args(["--eval", &script]).output().expect("Node runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    Some(serde_json::from_slice(&output.stdout).expect("JSON"))
}

#[test]
fn o9_cloudfront_finds_pages_and_redirects() {
    let site = site();
    site.build_with(&["--host", "s3"]).succeeds();
    let cases = [
        ("/", "/index.html"),
        ("/jobs/baker/", "/jobs/baker/index.html"),
        ("/assets/style.0123.css", "/assets/style.0123.css"),
        ("/jobs/baker", "301 /jobs/baker/"),
        ("/query", "301 /query/?a=1&b"),
        ("/jobs/baker/index.html", "301 /jobs/baker/"),
        ("/old/", "301 /jobs/baker/"),
        ("/old", "301 /jobs/baker/"),
        ("/b%C3%A4cker.html", "301 https://x.example/"),
        ("/gone/", "410"),
        ("/%E0%A4%A", "301 /%E0%A4%A/"),
        ("//elsewhere.example/index.html", "301 /elsewhere.example/"),
        ("/\\elsewhere", "301 /elsewhere/"),
    ];
    let Some(answers) = requested(&site, &cases.map(|(address, _)| address)) else { return };
    for ((address, expected), answer) in cases.iter().zip(answers) {
        let found = match (&answer["statusCode"], &answer["headers"]["location"]["value"]) {
            (Value::Null, _) => answer["uri"].as_str().expect("a request").to_owned(),
            (status, Value::String(place)) => format!("{status} {place}"),
            (status, _) => status.to_string(),
        };
        assert_eq!(found, *expected, "{address}");
    }
    let policy = std::fs::read_to_string(site.path("output/_host/cloudfront-headers.json")).expect("a policy");
    let policy: Value = serde_json::from_str(&policy).expect("JSON");
    let inner = &policy["SecurityHeadersConfig"]["ContentSecurityPolicy"]["ContentSecurityPolicy"];
    assert!(inner.as_str().is_some_and(|policy| policy.starts_with("default-src 'none';")), "{policy}");
}
