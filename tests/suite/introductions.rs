//! Texts above the lists of places, teams, tags and companies: pages at those lists' addresses.

use crate::browser::THEMES;
use crate::harness::TestSite;

const POSTING: &str = "---\nlocations: Berlin, Germany\nteam: Design\ntags: [Rust]\n---\n# Welder\n\nText.\n";

#[test]
fn a_page_at_the_address_of_a_list_introduces_it_on_its_first_page() {
    let site = TestSite::new()
        .seed("a.md", POSTING)
        .seed("b.md", POSTING)
        .file("careers.toml", "[lists]\npaginate_by = 1\n")
        .file("pages/locations/berlin.md", "# Berlin\n\nBy the canal, ![a desk](desk.png).\n")
        .file("pages/locations/desk.png", "a desk")
        .file("pages/locations/germany.md", "# Working from Germany\n\nSee [all](../benefits.md).\n")
        .file("pages/teams/design.md", "---\ndescription: What we draw.\n---\nWe draw.\n")
        .file("pages/tags/rust.md", "We rust.\n")
        .file("pages/benefits.md", "# Benefits\n");
    for theme in THEMES {
        let run = site.build_with(&["--theme", theme]).succeeds();
        let berlin = run.main("/locations/berlin/");
        assert!(berlin.contains("2 roles in Berlin") && berlin.contains("By the canal"), "{theme}: {berlin}");
        assert!(berlin.contains("src=\"/assets/desk.") && !berlin.contains(">Berlin</h2>"), "{theme}: {berlin}");
        assert!(
            run.page("/locations/berlin/").contains("<meta name=\"description\" content=\"By the canal"),
            "{theme}"
        );
        assert!(!run.main("/locations/berlin/page/2/").contains("By the canal"), "{theme}");
        let germany = run.main("/locations/germany/");
        assert!(germany.contains("Working from Germany</h2>") && germany.contains("href=\"/benefits/\""), "{germany}");
        assert!(run.page("/teams/design/").contains("content=\"What we draw.\""), "{theme}");
        assert!(run.main("/tags/rust/").contains("We rust."), "{theme}");
        assert!(!run.page("/").contains("Working from Germany"), "{theme}: it is in no navigation");
        assert_eq!(run.stderr.matches("introduc").count(), 0, "{}", run.stderr);
    }
}

#[test]
fn a_page_for_a_company_comes_before_what_its_folder_says() {
    let run = TestSite::new()
        .seed("mill/_index.md", "---\ncompany: Mill\n---\nWe mill.\n")
        .seed("mill/a.md", POSTING)
        .seed("yard/_index.md", "---\ncompany: Yard\n---\nWe build.\n")
        .seed("yard/b.md", POSTING)
        .file("pages/companies/mill.md", "We grind.\n")
        .build()
        .succeeds();
    let mill = run.main("/companies/mill/");
    assert!(mill.contains("We grind.") && !mill.contains("We mill."), "{mill}");
    assert!(run.main("/companies/yard/").contains("We build."));
}

#[test]
fn an_introduction_to_nothing_is_told_with_the_nearest_list() {
    let site = TestSite::new().seed("a.md", POSTING).file("pages/locations/berlim.md", "Text.\n");
    let run = site.build().succeeds();
    assert!(
        run.stderr.contains("warning[idle-introduction]: no role is listed at `/locations/berlim/`"),
        "{}",
        run.stderr
    );
    assert!(run.stderr.contains("did you mean `/locations/berlin/`?"), "{}", run.stderr);
    assert!(run.stderr.contains("pages/locations/berlim.md:1:1"), "{}", run.stderr);
    site.remove("pages/locations/berlim.md");
    site.edit("pages/locations/tokyo.md", "Text.\n");
    let run = site.build();
    assert!(!run.stderr.contains("introduction"), "lists come and go: {}", run.stderr);
    let run = site.file("pages/locations/berlin.md", "One.\n").file("pages/locations/02-berlin.md", "Two.\n").build();
    assert!(run.stderr.contains("warning[second-introduction]"), "{}", run.stderr);
}
