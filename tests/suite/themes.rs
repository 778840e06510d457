//! Where templates come from, and what they get (T1).

use crate::harness::TestSite;

#[test]
fn t1_a_site_template_that_extends_the_themes_applies_to_all_pages() {
    let run = TestSite::new()
        .seed("a.md", "---\ntags: [Rust]\n---\n# A\n")
        .file(
            "templates/base.html",
            "{% extends \"default/base.html\" %}{% block head %}<meta name=\"x\" content=\"mine\">{% endblock %}",
        )
        .build()
        .succeeds();
    for page in ["/", "/tags/", "/tags/rust/"] {
        assert!(run.page(page).contains("content=\"mine\""), "{page}");
    }
}

#[test]
fn t1_a_theme_of_ones_own_falls_back_to_the_built_in_one() {
    let run = TestSite::new()
        .seed("a.md", "# A\n")
        .file("careers.toml", "[theme]\nname = \"mine\"\n")
        .file("themes/mine/home.html", "mine: {{ list.count }}</html>\n")
        .file("themes/mine/style.css", "body { color: red }")
        .build()
        .succeeds();
    assert_eq!(run.page("/"), "mine: 1</html>\n");
    let page = run.page("/jobs/a/");
    let style = page.split("href=\"/").find(|part| part.starts_with("assets/style.")).expect("a stylesheet");
    assert_eq!(run.page(&format!("/{}", style.split('"').next().expect("a link"))), "body { color: red }");
}

#[test]
fn t1_an_unknown_theme_names_the_nearest() {
    let run = TestSite::new().seed("a.md", "# A").build_with(&["--theme", "defalt"]).fails(1);
    assert!(run.stderr.contains("did you mean `default`?"), "{}", run.stderr);
}

#[test]
fn options_and_extra_front_matter_reach_templates() {
    let run = TestSite::new()
        .seed("a.md", "---\nmascot: Otter\nteam_size: 7\n---\n# A\n")
        .file("careers.toml", "[theme]\noptions = { shape = \"round\" }\n")
        .file(
            "templates/posting.html",
            "{{ options.shape }} {{ posting.extra.mascot }} {{ posting.extra.team_size + 1 }}</html>\n",
        )
        .build()
        .succeeds();
    assert_eq!(run.page("/jobs/a/"), "round Otter 8</html>\n");
}

#[test]
fn tera_in_a_posting_is_never_run() {
    let run = TestSite::new().seed("a.md", "# A\n\n`{{ 6 * 7 }}` and {{ 6 * 7 }} and `{% set x = 1 %}`\n").build();
    let main = run.succeeds().main("/jobs/a/");
    assert!(main.contains("<code>{{ 6 * 7 }}</code>") && !main.contains("42"), "{main}");
}
