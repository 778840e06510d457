//! What the README says is true.

use crate::harness::TestSite;

fn readme() -> String {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/README.md");
    std::fs::read_to_string(path).expect("README.md")
}

#[test]
fn the_example_site_builds_from_the_folder_of_the_project() {
    let site = TestSite::new();
    let output = site.path("output");
    let root = env!("CARGO_MANIFEST_DIR");
    let run = site
        .run(&["-C", root, "build", "--strict", "--date", "2026-12-01", "--output", &output.to_string_lossy()])
        .succeeds();
    assert_eq!(run.stdout.lines().count(), 1, "{}", run.stdout);
    assert!(run.has("index.html") && run.has("tags/index.html") && run.has("locations/index.html"));
}

#[test]
fn the_commands_of_the_readme_are_commands_of_the_program() {
    let readme = readme();
    let used: Vec<&str> = readme
        .lines()
        .filter_map(|line| line.trim().strip_prefix("careers "))
        .filter_map(|rest| rest.split_whitespace().next())
        .collect();
    assert!(used.contains(&"build") && used.contains(&"explain"), "{used:?}");
    let help = TestSite::new().run(&["--help"]).succeeds().stdout;
    for command in used {
        assert!(help.contains(&format!("\n  {command}")), "`careers {command}` is not in the help");
    }
}

#[test]
fn every_option_of_build_is_in_the_readme() {
    let readme = readme();
    let help = TestSite::new().run(&["build", "--help"]).succeeds().stdout;
    let options =
        help.split_whitespace().filter(|word| word.starts_with("--")).map(|word| word.trim_matches([',', '.']));
    for option in options.filter(|option| !["--help", "--version"].contains(option)) {
        assert!(readme.contains(option), "`{option}` is not in the README");
    }
}

#[test]
fn the_three_lines_of_the_readme_make_a_site() {
    // `mkdir seeds`, a posting, `careers build`.
    let site = TestSite::new().seed("designer.md", "# Designer\n\nWe look for a designer in Berlin.\n");
    let run = site.build().succeeds();
    assert!(run.page("/jobs/designer/").contains("Designer"));
}
