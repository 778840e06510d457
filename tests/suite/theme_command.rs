//! `careers theme`: what there is, what it has, and taking a file over (T4).

use crate::harness::TestSite;

fn site() -> TestSite {
    let facts = "company: Example\nlocations: Berlin, Germany\nposted: 2026-05-01\napply: https://example.com/\n";
    TestSite::new()
        .seed("a.md", format!("---\n{facts}---\n# A\n\nText.\n"))
        .file("careers.toml", "[theme]\nname = \"mine\"\n")
        .file(
            "themes/mine/theme.toml",
            "description = \"Loud.\"\n[options.rows]\ntype = \"choice\"\nchoices = [\"wide\", \"narrow\"]\n\
             default = \"wide\"\ndescription = \"How wide rows are\"\n",
        )
        .file("themes/mine/404.html", "Mine.</html>\n")
}

#[test]
fn t4_the_list_has_each_theme_and_marks_the_one_in_use() {
    let list = site().run(&["theme", "list"]).succeeds().stdout;
    assert!(list.contains("  default  built in     Calm and editorial"), "{list}");
    assert!(list.contains("* mine     themes/mine  Loud.\n"), "{list}");
}

#[test]
fn t4_a_theme_is_shown_with_options_and_files() {
    let shown = site().run(&["theme", "show"]).succeeds().stdout;
    assert!(shown.starts_with("mine, which falls back to default\nLoud.\n\nOptions\n"), "{shown}");
    let has = |words: &[&str]| shown.lines().any(|line| line.split_whitespace().eq(words.iter().copied()));
    assert!(has(&["rows", "wide", "|", "narrow", "wide", "How", "wide", "rows", "are"]), "{shown}");
    assert!(has(&["404.html", "mine"]) && has(&["home.html", "default"]), "{shown}");
    assert!(site().run(&["theme", "show", "defalt"]).fails(1).stderr.contains("did you mean `default`?"));
}

#[test]
fn t4_an_ejected_file_takes_the_themes_place_and_changes_nothing_by_itself() {
    let site = site();
    let before = site.build().succeeds();
    let said = site.run(&["theme", "eject", "home.html"]).succeeds().stdout;
    assert_eq!(said, "took `templates/home.html` from default/home.html; it is yours to change\n");
    for file in ["card.html", "style.css", "favicon.svg", "404.html"] {
        site.run(&["theme", "eject", file]).succeeds();
    }
    let after = site.build_with(&["--strict"]).succeeds();
    assert_eq!(before.main("/"), after.main("/"));
    assert_eq!(after.page("/404.html"), "Mine.</html>\n");
    let again = site.run(&["theme", "eject", "home.html"]).fails(2);
    assert!(again.stderr.contains("`templates/home.html` is there already"), "{}", again.stderr);
}

#[test]
fn t4_a_file_can_come_from_another_theme_and_only_from_inside_one() {
    let site = site();
    site.run(&["theme", "eject", "404.html", "--from", "default"]).succeeds();
    assert!(site.build().succeeds().main("/404.html").contains("There is nothing here"));
    for (file, said) in
        [("hme.html", "did you mean `home.html`?"), ("../careers.toml", "lists its files"), ("theme.toml", "")]
    {
        let run = site.run(&["theme", "eject", file]).fails(2);
        assert!(run.stderr.contains("has no file") && run.stderr.contains(said), "{}", run.stderr);
    }
}

#[test]
fn t4_a_build_says_when_what_a_file_was_taken_from_has_changed() {
    let site = site();
    site.run(&["theme", "eject", "404.html"]).succeeds();
    assert_eq!(site.build().succeeds().stderr, "");
    site.edit("themes/mine/404.html", "Mine, and better.</html>\n");
    let run = site.build().succeeds();
    assert!(run.stderr.contains("warning[ejected-file-changed]: `mine/404.html`, which this file was taken from"));
    assert!(
        run.stderr.contains("templates/404.html") && run.stderr.contains("careers theme eject 404.html --from mine")
    );
    site.remove("themes/mine/404.html");
    assert!(site.build().succeeds().stderr.contains("is no longer there"));
}

#[test]
fn t4_options_are_held_against_what_the_theme_declares() {
    let site = site().file("templates/404.html", "{{ options.rows }} {{ options.brand }}</html>\n");
    assert_eq!(site.build().succeeds().page("/404.html"), "wide #1c50b5</html>\n");
    site.edit("careers.toml", "[theme]\nname = \"mine\"\n[theme.options]\nrows = \"narrow\"\n");
    assert!(site.build().succeeds().page("/404.html").starts_with("narrow"));
    for (option, code, place, help) in [
        ("row = \"wide\"", "unknown-option", "careers.toml:4:1", "did you mean `rows`?"),
        ("rows = \"wider\"", "invalid-value", "careers.toml:4:8", "one of `wide`, `narrow`"),
        ("rows = 3", "invalid-value", "careers.toml:4:8", "one of `wide`, `narrow`"),
    ] {
        site.edit("careers.toml", format!("[theme]\nname = \"mine\"\n[theme.options]\n{option}\n"));
        let said = site.build().fails(1).stderr;
        assert!(said.contains(code) && said.contains(place) && said.contains(help), "{option}: {said}");
    }
}

#[test]
fn t4_a_theme_for_another_version_is_an_error_with_a_fix() {
    for (line, said) in [("api = 2", "template API 1"), ("careers = \">=9\"", "the theme needs careers >=9")] {
        let site = site().file("themes/mine/theme.toml", format!("{line}\n"));
        let stderr = site.build().fails(1).stderr;
        assert!(stderr.contains(said) && stderr.contains("theme.toml:1:") && stderr.contains("help:"), "{stderr}");
    }
}
