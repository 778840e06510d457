//! The pictures of `docs/gallery.md`: each kind of page in each built-in theme, narrow and wide, light and dark.
//!
//! `CAREERS_GALLERY=1 cargo test --test suite gallery` makes them anew, with the Chromium of `browser.rs`: a sheet of
//! frames is one picture.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::browser::{RUNNER_PATH, Server, THEMES, Tools, example_site, flags};
use crate::harness::TestSite;

/// Pages of the example site: name of the picture, address, and how much of its height is shown.
const EXAMPLE: [(&str, &str, u32); 13] = [
    ("home", "/", 900),
    ("search", "/?q=engineer&place=germany", 800),
    ("nothing-found", "/?q=carpenter", 700),
    ("posting", "/jobs/foliant/technical-writer/", 1300),
    ("process", "/jobs/plugboard/integrations-engineer/", 1000),
    ("closed", "/jobs/foliant/support-engineer/", 1000),
    ("company", "/companies/plugboard/", 800),
    ("region", "/locations/european-union/", 900),
    ("town", "/locations/lisbon/", 800),
    ("tag", "/tags/elixir/", 700),
    ("index", "/tags/", 700),
    ("page", "/how-we-hire/", 900),
    ("not-found", "/404.html", 900),
];

#[test]
fn the_gallery_shows_each_kind_of_page_in_each_theme() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/images/gallery");
    let names = || EXAMPLE.iter().map(|(name, ..)| *name).chain(["no-roles", "draft"]);
    if std::env::var_os("CAREERS_GALLERY").is_some() {
        make(&folder);
    }
    let text = fs::read_to_string(folder.join("../../gallery.md")).expect("the gallery");
    let mut expected: Vec<String> =
        THEMES.iter().flat_map(|theme| names().map(move |name| format!("{theme}-{name}.webp"))).collect();
    for file in &expected {
        let (before, _) = text.split_once(&format!("](images/gallery/{file})")).unwrap_or_else(|| panic!("{file}"));
        let words = before.rsplit("![").next().unwrap_or_default();
        assert!(words.len() > 30 && !words.contains('\n'), "{file} is told in words: {words:?}");
    }
    expected.sort();
    assert_eq!(crate::harness::files(&folder), expected);
}

fn make(folder: &Path) {
    let tools = Tools::find().expect("a browser");
    for theme in THEMES {
        let picture = |name: &str| folder.join(format!("{theme}-{name}.webp"));
        let example = example_site(theme);
        for (name, page, height) in EXAMPLE {
            photograph(&tools, &example, page, height, &picture(name));
        }
        let config = "[company]\nname = \"Quiet Mill\"\nurl = \"https://mill.example\"\n\
                      open_application = \"jobs@mill.example\"\n[site]\nbase_url = \"https://jobs.example/\"\n";
        let empty = TestSite::new().file("careers.toml", config);
        empty.build_with(&["--theme", theme]).succeeds();
        photograph(&tools, &empty, "/", 600, &picture("no-roles"));
        let draft = empty.seed("miller.md", "---\nstatus: draft\nteam: Mill\n---\n# Miller\n\nYou will mill.\n");
        draft.build_with(&["--theme", theme, "--drafts"]).succeeds();
        photograph(&tools, &draft, "/jobs/miller/", 600, &picture("draft"));
    }
}

/// One page of a built site at three widths, light and dark, at half its size.
fn photograph(tools: &Tools, site: &TestSite, page: &str, height: u32, picture: &Path) {
    let sheet = SHEET.replace("HEIGHT", &height.to_string()).replace("PAGE", page);
    let server = Server::with_runner(&site.path("output"), &tools.axe, sheet, None);
    let profile = tempfile::tempdir().expect("a temporary folder");
    let rendered: PathBuf = profile.path().join("picture.webp");
    let mut command = Command::new(&tools.chromium);
    command
        .args(flags(profile.path()))
        .args(["--hide-scrollbars", "--virtual-time-budget=20000", "--blink-settings=preferredColorScheme=1"])
        .arg(format!("--window-size=1267,{}", height + 32))
        .arg(format!("--screenshot={}", rendered.display()))
        .arg(format!("http://{}{RUNNER_PATH}", server.address))
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    assert!(command.status().expect("the browser runs").success(), "{page}");
    fs::create_dir_all(picture.parent().expect("a folder")).expect("a folder");
    fs::copy(&rendered, picture).expect("a picture");
}

/// Frames follow the colour scheme of their elements.
const SHEET: &str = r#"<!doctype html><meta charset="utf-8"><title>Sheet</title><style>
body { margin: 8px; display: grid; grid-template-columns: 195px 384px 640px; gap: 16px; background: #808488; }
div { height: calc(HEIGHTpx / 2); overflow: hidden; }
iframe { width: 390px; height: HEIGHTpx; border: 0; scale: 0.5; transform-origin: 0 0; }
div:nth-child(3n + 2) iframe { width: 768px; }
div:nth-child(3n) iframe { width: 1280px; }
div:nth-child(n + 4) iframe { color-scheme: dark; }
</style><body>
<div><iframe src="PAGE"></iframe></div><div><iframe src="PAGE"></iframe></div><div><iframe src="PAGE"></iframe></div>
<div><iframe src="PAGE"></iframe></div><div><iframe src="PAGE"></iframe></div><div><iframe src="PAGE"></iframe></div>"#;
