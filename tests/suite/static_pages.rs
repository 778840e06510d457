//! Pages beside the postings, and what the configuration holds for templates.

use crate::browser::THEMES;
use crate::harness::{TestSite, text};

const BENEFITS: &str = "---\ntitle: Benefits\ndescription: What everybody gets.\nweight: 2\n---\n\
                        # Benefits\n\nThirty days off, and ![a desk](desk.png).\n\n## Time\n\nEnough.\n";

#[test]
fn a_page_beside_postings_is_in_the_navigation_and_the_sitemap_of_either_theme() {
    let site = TestSite::new()
        .seed("a.md", "# Welder\n")
        .file("careers.toml", "[site]\nbase_url = \"https://example.com/\"\n")
        .file("pages/benefits.md", BENEFITS)
        .file("pages/desk.png", "a desk")
        .file("pages/01-how-we-hire.md", "We answer within a week.\n")
        .file("pages/legal/imprint.md", "---\nnav: false\n---\n# Imprint\n");
    for theme in THEMES {
        let run = site.build_with(&["--theme", theme]).succeeds();
        let page = run.page("/benefits/");
        assert!(
            page.contains("<title>Benefits · Careers</title>") && page.contains("content=\"What everybody gets.\"")
        );
        assert!(page.contains("href=\"/benefits/\" aria-current=\"page\">Benefits</a>"), "{theme}: {page}");
        let main = run.main("/benefits/");
        assert_eq!(main.matches("<h1>Benefits</h1>").count(), 1, "{theme}: {main}");
        assert!(main.contains("Thirty days off") && main.contains("src=\"/assets/desk."), "{theme}: {main}");
        let home = run.page("/");
        let nav = home.split("<nav").nth(1).and_then(|nav| nav.split("</nav>").next()).expect("a navigation");
        assert!(text(nav).ends_with("How we hire Benefits"), "{theme}: {nav}");
        assert!(run.main("/legal/imprint/").contains("<h1>Imprint</h1>") && !home.contains("Imprint"), "{theme}");
        assert!(run.page("/how-we-hire/").contains("content=\"We answer within a week.\""), "{theme}");
        let sitemap = run.page("/sitemap.xml");
        for route in ["benefits", "how-we-hire", "legal/imprint"] {
            assert!(sitemap.contains(&format!("<loc>https://example.com/{route}/</loc>")), "{route}");
        }
    }
}

#[test]
fn i10_postings_and_pages_link_to_one_another_by_their_files() {
    let run = TestSite::new()
        .seed("acme/welder.md", "# Welder\n\nSee [what you get](../../pages/benefits.md#time).\n")
        .file("pages/benefits.md", "# Benefits\n\nAs [welder](../seeds/acme/welder.md), and [how](more/how.md).\n")
        .file("pages/more/how.md", "# How\n\n[Back](../benefits.md), [gone](../gone.md).\n")
        .build()
        .succeeds();
    assert!(run.main("/jobs/welder/").contains("href=\"/benefits/#time\""), "{}", run.stderr);
    let main = run.main("/benefits/");
    assert!(main.contains("href=\"/jobs/welder/\"") && main.contains("href=\"/more/how/\""), "{main}");
    assert!(run.main("/more/how/").contains("href=\"/benefits/\""));
    assert_eq!(run.stderr.matches("warning[broken-link]").count(), 1, "{}", run.stderr);
    assert!(run.stderr.contains("there is no file `../gone.md` beside this one"), "{}", run.stderr);
    assert!(run.stderr.contains("pages/more/how.md:3:"), "{}", run.stderr);
}

#[test]
fn o1_an_address_that_is_not_a_pages_to_have_is_an_error_that_names_both() {
    for (file, said) in [
        ("tags.md", "`pages/tags.md` asks for `/tags/`, which belongs to the pages of tags"),
        ("index.md", "`pages/index.md` asks for `/`, which belongs to the home page"),
    ] {
        let run = TestSite::new().seed("a.md", "# A\n").file(&format!("pages/{file}"), "Text.\n").build().fails(1);
        assert!(run.stderr.contains(said) && run.stderr.contains("`slug`"), "{}", run.stderr);
    }
    let two = TestSite::new().file("pages/faq.md", "One.\n").file("pages/01-faq.md", "Two.\n").build().fails(1);
    assert!(two.stderr.contains("pages/faq.md") && two.stderr.contains("pages/01-faq.md"), "{}", two.stderr);
}

#[test]
fn i6_the_text_of_a_page_is_read_like_that_of_a_posting() {
    let page =
        "---\nnavv: 1\nnav: maybe\ncolour: red\n---\n# FAQ\n\n<script>alert(1)</script>\n\n> [!NOTE]\n> Ask us.\n";
    let run = TestSite::new()
        .file("pages/faq.md", page)
        .file("templates/page.html", "{{ content }}{{ extra.colour }}</html>\n")
        .build()
        .succeeds();
    let page = run.page("/faq/");
    assert!(!page.contains("<script>") && page.contains("class=\"callout") && page.contains("red</html>"), "{page}");
    for said in ["did you mean `nav`?", "`true` or `false` is expected here, not `maybe`", "dropped-html"] {
        assert!(run.stderr.contains(said), "{said}: {}", run.stderr);
    }
}

#[test]
fn a_folder_of_pages_among_the_postings_holds_postings() {
    let run = TestSite::new().file("pages/welder.md", "# Welder\n").build_with(&["pages"]).succeeds();
    assert!(run.has("jobs/welder/index.html") && !run.has("welder/index.html"));
}

#[test]
fn what_the_configuration_holds_as_data_reaches_templates() {
    let run = TestSite::new()
        .file(
            "careers.toml",
            "[data]\nfounded = 1998\n[[data.offices]]\ncity = \"Porto\"\n[[data.offices]]\ncity = \"Graz\"\n",
        )
        .file("pages/about.md", "# About\n")
        .file(
            "templates/page.html",
            "{{ data.founded + 1 }}{% for office in data.offices %} {{ office.city }}{% endfor %}</html>\n",
        )
        .build()
        .succeeds();
    assert_eq!(run.page("/about/"), "1999 Porto Graz</html>\n");
}
