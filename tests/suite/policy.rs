//! Every kind of page in a real browser, under the policy that hosts send along (O9). What it needs, and when these tests
//! are skipped, is told in `browser.rs`.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use crate::browser::{NOT_FOUND, PAGES, RUNNER_PATH, Scheme, Server, THEMES, Tools, example_site, listen};
use crate::harness::TestSite;

#[test]
fn o9_no_kind_of_page_needs_an_exception_from_the_policy() {
    let Some(tools) = Tools::find() else { return };
    let pages: Vec<&str> = PAGES.into_iter().chain([NOT_FOUND]).collect();
    for theme in THEMES {
        let site = example_site(theme);
        let policy = policy(&site.path("output/_headers"));
        assert_eq!(complaints(&tools, &site.path("output"), &policy, &pages), [""; 0], "{theme}");
    }
}

#[test]
fn a_page_that_needs_an_exception_is_found() {
    let Some(tools) = Tools::find() else { return };
    let policy = policy(&example_site("default").path("output/_headers"));
    let site = TestSite::new()
        .file("output/good.html", "<!doctype html><title>Good</title><script type=\"application/ld+json\">{}</script>")
        .file("output/style.html", "<!doctype html><title>Style</title><p style=\"color: red\">Red.</p>")
        .file("output/script.html", "<!doctype html><title>Script</title><script>document.title = 1</script>")
        .file("output/frame.html", "<!doctype html><title>Frame</title><iframe src=\"/good.html\"></iframe>");
    let pages = ["/good.html", "/style.html", "/script.html", "/frame.html"];
    let found = complaints(&tools, &site.path("output"), &policy, &pages);
    let of = |violated: &str| found.iter().filter(|line| line.contains(violated)).count();
    assert_eq!((found.len(), of("inline style"), of("inline script"), of("Framing")), (3, 1, 1, 1), "{found:#?}");
}

/// The Content-Security-Policy of `_headers`, but that the runner may frame the pages. In that alone they may differ.
fn policy(headers: &Path) -> String {
    let headers = fs::read_to_string(headers).expect("_headers");
    let policies = headers.lines().filter_map(|line| line.trim().strip_prefix("Content-Security-Policy: "));
    let policies: BTreeSet<&str> = policies.filter_map(|policy| policy.split("frame-ancestors").next()).collect();
    assert_eq!(policies.len(), 1, "{headers}");
    policies.first().map(|policy| format!("{policy}frame-ancestors 'self'")).expect("a policy")
}

/// What the browser's console says while it shows pages under a policy.
fn complaints(tools: &Tools, folder: &Path, policy: &str, pages: &[&str]) -> Vec<String> {
    let runner = SHOWER.replace("PAGES", &serde_json::to_string(pages).expect("JSON"));
    let server = Server::with_runner(folder, &tools.axe, runner, Some(policy));
    let (dom, console) = listen(tools, server.address, RUNNER_PATH, Scheme::Light);
    assert!(dom.contains("<pre>done</pre>"), "not every page was shown:\n{dom}");
    console.lines().filter(|line| line.contains(":CONSOLE")).map(str::to_owned).collect()
}

/// Shows each page in a frame, one after the other.
const SHOWER: &str = r#"<!doctype html><meta charset="utf-8"><title>Runner</title><body><script type="module">
for (const page of PAGES) {
  const frame = document.createElement("iframe");
  frame.src = page;
  await new Promise((resolve) => {
    frame.onload = resolve;
    document.body.append(frame);
  });
  frame.remove();
}
const pre = document.createElement("pre");
pre.textContent = "done";
document.body.append(pre);
</script>"#;
