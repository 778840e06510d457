//! The theme that docs/themes.md teaches works as it is written there.

use crate::harness::TestSite;

/// The files of the tutorial: a path in bold, and a block of code.
fn files() -> Vec<(String, String)> {
    let guide =
        std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/themes.md")).expect("docs/themes.md");
    let parts = guide.split("\n**").skip(1).filter_map(|part| {
        let (path, rest) = part.split_once("**\n\n```")?;
        let (_, rest) = rest.split_once('\n')?;
        Some((path.to_owned(), rest.split_once("\n```").expect("its end").0.to_owned() + "\n"))
    });
    parts.collect()
}

#[test]
fn t4_the_theme_of_the_tutorial_works_as_it_is_written_in_forty_lines() {
    let files = files();
    assert_eq!(files.len(), 6, "{files:?}");
    let lines: usize = files.iter().map(|(_, text)| text.lines().count()).sum();
    assert!((30..=40).contains(&lines), "{lines} lines");
    let posting = "---\nsalary: €60,000 a year\n---\n# Rigger\n\nLocation: Porto, Portugal\n";
    let site =
        files.iter().fold(TestSite::new().seed("rigger.md", posting), |site, (path, text)| site.file(path, text));
    let run = site.build().succeeds();
    let home = run.main("/");
    assert!(home.contains("<h1>Build boats with us</h1>") && home.contains("1 open role at Careers"), "{home}");
    assert!(home.contains("<li class=\"berth\">") && home.contains("<span>Porto, Portugal</span>"), "{home}");
    let page = run.page("/jobs/rigger/");
    let css = page.split("href=\"").find(|part| part.starts_with("/assets/harbour.")).expect("a stylesheet");
    let css = run.page(css.split('"').next().expect("its address"));
    assert!(css.starts_with(":root { --radius: 0.75rem;") && css.contains(".berth span"), "{css}");
    let shown = site.run(&["theme", "show"]).succeeds().stdout;
    assert!(shown.contains("The line above the roles"), "{shown}");
}
