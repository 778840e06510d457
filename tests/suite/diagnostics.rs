//! Messages: everything at once, each with file, line, column and fix (O11).

use crate::harness::TestSite;

/// A posting that job search engines take as it is.
const COMPLETE: &str = "---\ntitle: A\nposted: 2026-05-01\ncompany: Acme\nlocations: Berlin, Germany\n\
    apply: https://example.com/apply\n---\n\n";

#[test]
fn config_template_and_posting_broken_together_are_told_in_one_run() {
    let site = TestSite::new()
        .file("careers.toml", "[site]\ntitel = \"Jobs\"\n[lists]\npaginate_by = \"all\"\n")
        .file("templates/home.html", "{% extends \"base.html\" %}\n{% block main %}{% if %}{% endblock %}\n")
        .file("templates/card.html", "{{ posting.title | shout }}\n")
        .seed("a.md", "---\ntitle: A: B\nclosed: [\n---\ntext\n");
    let run = site.build().fails(1);
    for place in [
        "careers.toml:2:1",
        "careers.toml:4:15",
        "templates/home.html:2:23",
        "templates/card.html:1:20",
        "seeds/a.md:2:",
    ] {
        assert!(run.stderr.contains(place), "{place}\n{}", run.stderr);
    }
    let findings = run.stderr.matches("\n  --> ").count() + run.stderr.matches("\n --> ").count();
    assert!(run.stderr.matches("help: ").count() >= findings, "each has a fix\n{}", run.stderr);
    assert!(run.stderr.contains("nothing was written: 4 errors and"), "{}", run.stderr);
}

#[test]
fn a_template_that_fails_while_rendering_points_at_its_line() {
    let site = TestSite::new()
        .file(
            "templates/posting.html",
            "{% extends \"base.html\" %}\n{% block main %}\n{{ posting.titel }}\n{% endblock %}\n",
        )
        .seed("a.md", "# A")
        .seed("b.md", "# B");
    let run = site.build().fails(1);
    assert_eq!(run.stderr.matches("templates/posting.html:3:").count(), 1, "once, not once a page\n{}", run.stderr);
}

#[test]
fn o11_strict_fails_on_any_warning_and_writes_nothing() {
    let site = TestSite::new().seed("a.md", "# A\n\n[gone](b.md)\n");
    site.build_with(&["--strict"]).fails(1);
    assert!(!site.path("output/index.html").exists());
    site.build().succeeds();
}

#[test]
fn o11_the_summary_is_one_line_and_quiet_says_nothing() {
    let site = TestSite::new().seed("a.md", "# A\n");
    let run = site.build().succeeds();
    assert_eq!(run.stdout.lines().count(), 1);
    assert!(run.stdout.starts_with("built 1 posting on ") && run.stdout.contains("into output"), "{}", run.stdout);
    let run = site.build_with(&["--quiet"]).succeeds();
    assert_eq!((run.stdout.as_str(), run.stderr.as_str()), ("", ""));
}

#[test]
fn o11_json_is_one_object_a_line_with_a_summary_at_the_end() {
    let site = TestSite::new().seed("a.md", format!("{COMPLETE}[gone](b.md)\n"));
    let run = site.build_with(&["--format", "json"]).succeeds();
    let lines: Vec<serde_json::Value> =
        run.stdout.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    assert_eq!(lines[0]["code"], "broken-link");
    assert_eq!((&lines[0]["file"], &lines[0]["line"]), (&"seeds/a.md".into(), &9.into()));
    assert_eq!(lines.last().expect("a summary")["build"]["postings"], 1);
    assert_eq!(run.stderr, "");
}

#[test]
fn o11_githubs_form_is_chosen_by_itself_on_actions() {
    let site = TestSite::new().seed("a.md", format!("{COMPLETE}[gone](b.md)\n"));
    let mut command = site.command(&["build", "--date", "2026-06-01"]);
    command.env("GITHUB_ACTIONS", "true");
    let run = site.finish(command).succeeds();
    assert!(run.stdout.starts_with("::warning file=seeds/a.md,line=9,col="), "{}", run.stdout);
}

#[test]
fn o11_colour_is_used_when_it_is_asked_for() {
    let site = TestSite::new().seed("a.md", "# A\n\n[gone](b.md)\n");
    assert!(!site.build().stderr.contains('\u{1b}'));
    assert!(site.build_with(&["--color", "always"]).stderr.contains('\u{1b}'));
}

#[test]
fn a_wrong_command_line_exits_with_2() {
    let site = TestSite::new().seed("a.md", "# A");
    site.build_with(&["--no-such-flag"]).fails(2);
    site.build_with(&["--base-url", "example.com"]).fails(2);
    site.run(&["-C", "nowhere", "build"]).fails(2);
}

#[test]
fn a_missing_seeds_folder_says_what_to_do() {
    let run = TestSite::new().build_with(&["nowhere"]).fails(1);
    assert!(run.stderr.contains("there is no folder `nowhere`") && run.stderr.contains("help:"), "{}", run.stderr);
}

#[test]
fn a_missing_posting_is_called_a_file_and_the_nearest_is_named() {
    let site = TestSite::new().seed("welder.md", "# Welder\n");
    for (given, said) in [
        ("seeds/wleder.md", "there is no file `seeds/wleder.md`\n |\n = help: did you mean `seeds/welder.md`?"),
        ("seeds/cook.md", "there is no file `seeds/cook.md`\n |\n = help: check how it is written"),
    ] {
        let run = site.run(&["explain", given]).fails(1);
        assert!(run.stderr.contains(said), "{}", run.stderr);
    }
}

#[test]
fn a_day_that_is_none_says_how_to_write_one() {
    let run = TestSite::new().build_with(&["--date", "tomorrow"]).fails(2);
    assert!(run.stderr.contains("there is no such day; write it as `--date 2026-01-31`"), "{}", run.stderr);
}

#[test]
fn help_names_nothing_that_comes_without_the_program() {
    let site = TestSite::new().file("templates/card.html", "{{ posting.title | shout }}\n").seed("a.md", "# A\n");
    let run = site.build().fails(1);
    assert!(run.stderr.contains("`careers theme eject FILE`") && !run.stderr.contains("docs/"), "{}", run.stderr);
}

#[test]
fn o11_a_folder_of_other_documents_is_warned_about_and_one_that_waits_for_openings_is_not() {
    let site = TestSite::new().seed("welder.docx", "PK").seed("closed/cook.pdf", "%PDF");
    let run = site.build().succeeds();
    let said = "warning[no-postings]: there are no postings in `seeds`: `seeds/closed/cook.pdf`, `seeds/welder.docx` can't be read";
    assert!(run.stderr.starts_with(said), "{}", run.stderr);
    assert!(run.stderr.contains("help: save them as Markdown, such as `seeds/closed/cook.md`"), "{}", run.stderr);
    site.build_with(&["--strict"]).fails(1);
    let waiting =
        TestSite::new().file("careers.toml", "[company]\nname = \"Acme\"\n").seed("README.md", "Roles go here.\n");
    let run = waiting.build_with(&["--strict"]).succeeds();
    assert!(run.stderr.is_empty() && run.stdout.starts_with("built 0 postings on "), "{}{}", run.stdout, run.stderr);
}

#[test]
fn o11_people_are_told_once_what_many_files_have_alike_and_of_errors_last() {
    let site = (0..300).fold(TestSite::new(), |site, n| site.seed(&format!("role-{n:03}.md"), "# Role\n"));
    let run = site.build().succeeds();
    assert!(run.stderr.lines().count() < 40, "{}", run.stderr);
    assert!(run.stderr.contains("and in seeds/role-001.md, seeds/role-002.md and 297 more files"), "{}", run.stderr);
    assert!(run.stdout.contains("with 300 warnings"), "{}", run.stdout);
    let all = site.build_with(&["--verbose"]).succeeds();
    assert_eq!(all.stderr.matches("warning[not-for-job-search]").count(), 300);
    let json = site.build_with(&["--format", "json"]).succeeds();
    assert_eq!(json.stdout.matches("not-for-job-search").count(), 300);
    site.edit("careers.toml", "[site]\ntitel = \"Jobs\"\n");
    let broken = site.build().fails(1).stderr;
    let (before, error) = broken.split_once("error[unknown-key]").expect("an error");
    assert!(before.contains("warning[") && !error.contains("warning["), "{broken}");
}
