//! Pages as a candidate sees them.

use std::collections::BTreeMap;

use crate::harness::{Run, TestSite, text};

#[test]
fn a_posting_page_shows_all_its_facts() {
    let run = TestSite::new()
        .seed(
            "a.md",
            "---\ntitle: Baker\ncompany: Acme\nlocations: [Berlin]\nremote: hybrid\nteam: Kitchen\nlevel: Senior\n\
             employment_type: [FULL_TIME, PART_TIME]\nsalary: {min: 50000, max: 60000, currency: EUR, period: YEAR}\n\
             posted: 2026-05-30\ncloses: 2026-07-01\ntags: [Sourdough]\napply: https://example.com/apply\n---\nWe bake.\n",
        )
        .build()
        .succeeds();
    let main = text(&run.main("/jobs/a/"));
    for fact in [
        "Baker",
        "Acme",
        "Berlin",
        "Hybrid",
        "Kitchen",
        "Senior",
        "Full-time",
        "Part-time",
        "\u{20ac}50,000 \u{2013} \u{20ac}60,000 a year",
        "May 30, 2026",
        "July 1, 2026",
        "Sourdough",
        "Apply",
        "We bake.",
    ] {
        assert!(main.contains(fact), "{fact}\n{main}");
    }
    let card = text(&run.main("/"));
    for fact in ["1 open role", "Baker", "New", "Berlin", "Hybrid", "Full-time", "\u{20ac}50,000"] {
        assert!(card.contains(fact), "{fact}\n{card}");
    }
}

#[test]
fn o3_a_closed_posting_says_so_and_offers_no_way_to_apply() {
    let run = TestSite::new()
        .seed("a.md", "---\ncloses: 2026-05-01\napply: https://example.com/apply\n---\n# Baker\n")
        .build()
        .succeeds();
    let page = run.page("/jobs/a/");
    assert!(text(&page).contains("This role is closed since May 1, 2026") && page.contains("noindex"));
    assert!(!page.contains("example.com/apply"));
    assert!(text(&run.main("/")).contains("no open roles"));
}

#[test]
fn drafts_are_marked_where_they_are_shown() {
    let site = TestSite::new().seed("a.md", "---\ndraft: true\n---\n# Baker\n");
    assert!(!site.build().succeeds().has("jobs/a"));
    let run = site.build_with(&["--drafts"]).succeeds();
    assert!(run.main("/jobs/a/").contains("This is a draft") && run.main("/").contains("Draft"));
}

#[test]
fn the_title_is_the_only_first_level_heading() {
    let run = TestSite::new().seed("a.md", "---\ntitle: Baker\n---\n# About us\n\n### Deep\n\n# More\n").build();
    let main = run.succeeds().main("/jobs/a/");
    assert_eq!(main.matches("<h1").count(), 1);
    assert!(main.contains("About us") && main.contains("<h2"), "{main}");
}

#[test]
fn a_home_page_is_grouped_by_team() {
    let run = TestSite::new()
        .seed("a.md", "---\nteam: Kitchen\nposted: 2026-05-01\n---\n# Baker\n")
        .seed("b.md", "# Driver\n")
        .seed("c.md", "---\nteam: Kitchen\nposted: 2026-05-02\n---\n# Cook\n")
        .build()
        .succeeds();
    let main = text(&run.main("/"));
    let at = |word: &str| main.find(word).unwrap_or_else(|| panic!("{word}\n{main}"));
    assert!(at("Kitchen") < at("Cook") && at("Cook") < at("Baker") && at("Baker") < at("Driver"), "{main}");
}

#[test]
fn similar_roles_are_open_and_share_most() {
    let run = TestSite::new()
        .seed("a.md", "---\ntags: [Rust, SQL]\n---\n# A role\n")
        .seed("b.md", "---\ntags: [Rust, SQL]\n---\n# Best match\n")
        .seed("c.md", "---\ntags: [Rust]\n---\n# Second match\n")
        .seed("d.md", "---\ntags: [Rust, SQL]\nstatus: closed\n---\n# Closed match\n")
        .seed("e.md", "---\ntags: [Paint]\n---\n# No match\n")
        .build()
        .succeeds();
    let main = run.main("/jobs/a/");
    let related = main.split("Similar roles").nth(1).expect("similar roles");
    let at = |word: &str| related.find(word);
    assert!(at("Best match") < at("Second match") && at("Best match").is_some(), "{related}");
    assert!(at("Closed match").is_none() && at("No match").is_none() && at("A role").is_none(), "{related}");
}

/// Two companies, teams, places, a closed posting, a second page of the list, and two postings of one name.
fn whole_site() -> Run {
    let posting = |team: &str, place: &str, tag: &str| {
        format!("---\ntitle: Baker\nteam: {team}\nlocations: [{place}]\ntags: [{tag}]\n---\n\nWe bake in {place}.\n")
    };
    TestSite::new()
        .file(
            "careers.toml",
            "[site]\nbase_url = \"https://example.com/careers/\"\nlanguage = \"en-GB\"\n[company]\nname = \"Guild\"\n\
             [lists]\npaginate_by = 3\n",
        )
        .seed("acme/_index.md", "---\ncompany: { name: Acme, url: https://acme.example }\n---\nWe make *everything*.\n")
        .seed("acme/a.md", posting("Kitchen", "Berlin", "Rye"))
        .seed("acme/b.md", posting("Kitchen", "Lisbon", "Rye"))
        .seed("blue/_index.md", "---\ncompany: Blue\n---\n")
        .seed("blue/c.md", posting("Kitchen", "Lisbon", "Wheat"))
        .seed("blue/d.md", "---\ntitle: Driver\nlocations: [Lisbon, Porto]\ntags: [Rye, Vans]\n---\n")
        .seed("blue/e.md", "---\ntitle: Gone\nstatus: closed\ntags: [Rye, Vans]\n---\n")
        .build()
        .succeeds()
}

/// What stands between two texts, in the first place where both do.
fn between<'a>(page: &'a str, start: &str, end: &str) -> &'a str {
    page.split_once(start).and_then(|(_, rest)| rest.split_once(end)).map_or("", |(inner, _)| inner)
}

#[test]
fn t7_every_page_has_one_heading_a_title_of_its_own_and_a_description() {
    let mut titles: BTreeMap<String, String> = BTreeMap::new();
    for (file, page) in whole_site().pages() {
        assert_eq!(page.matches("<h1").count(), 1, "{file}");
        let description = between(&page, "<meta name=\"description\" content=\"", "\">");
        assert!(description.ends_with('.'), "{file}: {description:?}");
        let title = between(&page, "<title>", "</title>").to_owned();
        assert!(title.ends_with("Careers at Guild"), "{file}: {title:?}");
        if let Some(other) = titles.insert(title.clone(), file.clone()) {
            panic!("`{title}` is the title of {other} and {file}");
        }
    }
    assert!(titles.len() > 15, "{titles:?}");
}

#[test]
fn t7_a_page_says_what_it_is_when_it_is_shared() {
    let run = whole_site();
    let page = run.page("/tags/rye/");
    for tag in [
        "<link rel=\"canonical\" href=\"https://example.com/careers/tags/rye/\">",
        "<meta property=\"og:title\" content=\"3 Rye roles\">",
        "<meta property=\"og:description\" content=\"3 Rye roles: Baker, Baker and Driver. See",
        "<meta property=\"og:type\" content=\"website\">",
        "<meta property=\"og:url\" content=\"https://example.com/careers/tags/rye/\">",
        "<meta property=\"og:site_name\" content=\"Careers at Guild\">",
        "<meta property=\"og:locale\" content=\"en_GB\">",
        "<html lang=\"en-GB\">",
    ] {
        assert!(page.contains(tag), "{tag}\n{page}");
    }
    assert_eq!(page.matches("<meta name=\"theme-color\"").count(), 2);
    let icon = between(&page, "<link rel=\"icon\" href=\"/careers/", "\"");
    assert!(run.has(icon) && icon.starts_with("assets/favicon."), "{icon}");
    assert!(!run.page("/404.html").contains("og:url"));
}

#[test]
fn o9_no_page_needs_an_exception_from_a_strict_policy() {
    for (file, page) in whole_site().pages() {
        for forbidden in [" style=", "<style", " onclick=", "javascript:"] {
            assert!(!page.contains(forbidden), "{file}: {forbidden}");
        }
        // A data block is never run, and a script is a file of its own.
        for script in page.split("<script").skip(1) {
            let is_fine = script.starts_with(" type=\"application/ld+json\">") || script.starts_with(" src=\"/");
            assert!(is_fine, "{file}: {}", &script[..40]);
        }
        for source in page.split(" src=\"").skip(1) {
            assert!(source.starts_with('/'), "{file}: {}", &source[..20]);
        }
        assert_eq!(page.matches("rel=\"stylesheet\"").count(), 1, "{file}");
    }
}

#[test]
fn the_heading_of_a_term_is_a_sentence_and_its_neighbours_are_links_with_counts() {
    let run = whole_site();
    assert!(text(&run.main("/locations/lisbon/")).contains("3 roles in Lisbon"));
    let neighbours = |route: &str| {
        let main = run.main(route);
        text(between(&main, "<h2 id=\"neighbours\"", "</section>"))
    };
    assert!(neighbours("/locations/lisbon/").contains("Porto 1"));
    assert!(neighbours("/tags/rye/").contains("Vans 1") && !neighbours("/tags/rye/").contains("Wheat"));
    assert_eq!(neighbours("/tags/wheat/"), "");
}

#[test]
fn i2_the_text_of_a_company_s_folder_introduces_it() {
    let run = TestSite::new()
        .seed(
            "acme/_index.md",
            "---\ncompany: { name: Acme, url: https://acme.example }\n---\n# Acme\n\nWe make [ovens](ops.md).\n\n\
             ![Oven](oven.png)\n<script>alert(1)</script>\n",
        )
        .seed("acme/oven.png", b"png")
        .seed("acme/ops.md", "# Ops\n")
        .seed("blue/_index.md", "---\ncompany: { name: Blue, url: \"javascript:alert(1)\" }\n---\n")
        .seed("blue/web.md", "# Web\n")
        .build()
        .succeeds();
    let acme = run.main("/companies/acme/");
    assert!(acme.contains("<h1>1 role at Acme</h1>"), "{acme}");
    assert!(acme.contains("We make <a href=\"/jobs/acme/ops/\">ovens</a>"), "{acme}");
    assert!(acme.contains("href=\"https://acme.example\"") && !acme.contains("alert"), "{acme}");
    let picture = between(&acme, "src=\"", "\"");
    assert!(picture.starts_with("/assets/oven.") && run.has(picture), "{acme}");
    let blue = run.main("/companies/blue/");
    assert!(!blue.contains("employer") && !blue.contains("javascript:"), "{blue}");
}

#[test]
fn o3_a_closed_posting_shows_open_ones_before_its_text() {
    let main = whole_site().main("/jobs/blue/e/");
    let at = |word: &str| main.find(word).unwrap_or_else(|| panic!("{word}\n{main}"));
    assert!(at("This role is closed") < at("Similar roles") && at("Similar roles") < at("Driver"));
    assert!(at("Driver") < at("class=\"prose\""));
    assert_eq!(main.matches("Similar roles").count(), 1);
}

#[test]
fn a_site_without_roles_is_friendly_about_it() {
    let run = TestSite::new()
        .file("careers.toml", "[company]\nname = \"Acme\"\nurl = \"https://acme.example\"\n")
        .build()
        .succeeds();
    let main = run.main("/");
    assert!(text(&main).contains("There are no open roles right now."), "{main}");
    assert!(main.contains("href=\"https://acme.example\"") && !main.contains("class=\"cards"), "{main}");
}

#[test]
fn t6_many_roles_can_be_narrowed_down_by_links() {
    let roles = |count: usize| {
        let site = (0..count).fold(TestSite::new(), |site, n| {
            site.seed(&format!("role-{n}x.md"), format!("---\nteam: Team {}\n---\n# Role\n", n % 2))
        });
        site.build().succeeds().main("/")
    };
    let few = roles(5);
    assert!(!few.contains("class=\"filters\"") && few.contains("cards few"), "{few}");
    let many = roles(6);
    let filters = between(&many, "class=\"filters\"", "</form>");
    assert!(filters.contains("<a href=\"/teams/team-1/\">Team 1 <span>3</span></a>"), "{filters}");
    assert!(!many.contains("cards few"));
}

#[test]
fn a_long_posting_lists_its_contents() {
    let page = |sections: usize| {
        let body: Vec<String> = (0..sections).map(|n| format!("## Part **{n}** & more\n\nText.\n\n")).collect();
        TestSite::new().seed("a.md", format!("# Baker\n\n{}", body.concat())).build().succeeds().main("/jobs/a/")
    };
    assert!(!page(4).contains("class=\"contents\""));
    let long = page(5);
    let contents = between(&long, "class=\"contents\"", "</details>");
    assert!(contents.contains("<a href=\"#part-3--more\">Part 3 &amp; more</a>"), "{contents}");
}

#[test]
fn t7_a_card_is_small() {
    let posting = "---\ntitle: Senior Backend Engineer\nteam: Platform\nlocations: [Berlin, Lisbon]\nremote: hybrid\n\
                   employment_type: FULL_TIME\nsalary: {min: 60000, max: 75000, currency: EUR, period: YEAR}\n\
                   posted: 2026-05-30\n---\nWe bake.\n";
    let run = TestSite::new().seed("senior-backend-engineer.md", posting).build().succeeds();
    let home = run.main("/");
    let card = between(&home, "<li class=\"card\">", "</li>");
    assert!(!card.is_empty() && card.len() < 450, "{} bytes\n{card}", card.len());
}

#[test]
fn t7_a_posting_in_another_language_says_so_where_its_text_is() {
    let run = TestSite::new().seed("a.md", "---\nlanguage: de\n---\n# B\u{e4}cker\n\nWir backen.\n").build().succeeds();
    let page = run.page("/jobs/a/");
    assert!(
        page.contains("<html lang=\"en\">") && page.contains("<h1 lang=\"de\" dir=\"auto\">B\u{e4}cker</h1>"),
        "{page}"
    );
    assert!(
        page.contains("<div class=\"prose\" lang=\"de\" dir=\"auto\">") && page.matches(" lang=").count() == 3,
        "{page}"
    );
}

#[test]
fn o2_a_place_names_those_right_in_it_and_all_that_it_lies_in() {
    let run = TestSite::new()
        .seed("a.md", "---\nlocations: Berlin, Germany\n---\n# A\n")
        .seed("b.md", "---\nlocations: [European Union]\n---\n# B\n")
        .build()
        .succeeds();
    let around = |page: &str| {
        let main = run.main(page);
        let (_, section) = main.split_once("class=\"neighbours\"").expect("neighbours");
        text(section.split("</section>").next().unwrap_or_default())
    };
    for (page, expected) in [
        ("/locations/european-union/", "Places in it Germany 1"),
        ("/locations/germany/", "Places in it Berlin, Germany 1 all of European Union 2"),
        ("/locations/berlin/", "Part of Germany 1 European Union 2"),
    ] {
        assert!(around(page).contains(expected), "{page}: {}", around(page));
    }
    assert!(!around("/locations/european-union/").contains("Berlin"));
}
