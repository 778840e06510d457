//! Where pages lie (O1, O4, I8).

use crate::harness::TestSite;

#[test]
fn o1_every_grouping_has_an_index_and_a_page_for_each_term() {
    let run = TestSite::new()
        .seed(
            "a.md",
            "---\ntags: [C++, C#, C]\nlocations: [Berlin, Remote]\nteam: R&D\nemployment_type: full-time\n---\n# A\n",
        )
        .build()
        .succeeds();
    let pages = [
        "/",
        "/tags/",
        "/tags/c/",
        "/tags/cplusplus/",
        "/tags/csharp/",
        "/locations/",
        "/locations/berlin/",
        "/locations/remote/",
        "/teams/",
        "/teams/r-and-d/",
        "/employment-types/",
        "/employment-types/full-time/",
    ];
    for page in pages {
        assert!(run.main(page).contains("<h1>"), "{page}");
    }
    assert!(!run.has("companies"), "one employer needs no grouping");
}

#[test]
fn o1_lists_are_cut_into_pages() {
    let mut site = TestSite::new().file("careers.toml", "[lists]\npaginate_by = 2\n");
    for index in 0..5 {
        site = site.seed(&format!("role-{index}x.md"), format!("---\ntags: [Rust]\n---\n# Role {index}\n"));
    }
    let run = site.build().succeeds();
    for list in ["/", "/tags/rust/"] {
        assert_eq!(run.main(list).matches("class=\"card\"").count(), 2);
        assert_eq!(run.main(&format!("{list}page/3/")).matches("class=\"card\"").count(), 1);
    }
    assert!(run.main("/page/2/").contains("href=\"/\"") && run.main("/page/2/").contains("href=\"/page/3/\""));
    assert!(!run.has("page/4") && !run.has("page/1"));
}

#[test]
fn o4_a_base_url_with_a_path_is_part_of_every_link() {
    let run = TestSite::new()
        .file("careers.toml", "[site]\nbase_url = \"https://example.com/careers/\"\n")
        .seed("a.md", "---\ntags: [Rust]\n---\n# A\n")
        .build()
        .succeeds();
    for (page, html) in run.pages() {
        for link in html.split(" href=\"").skip(1).filter_map(|rest| rest.split('"').next()) {
            let fine = link.starts_with("/careers/") || link.starts_with('#') || link.starts_with("https://");
            assert!(fine, "{page}: {link}");
        }
    }
    assert!(run.page("/jobs/a/").contains("<link rel=\"canonical\" href=\"https://example.com/careers/jobs/a/\">"));
}

#[test]
fn o4_every_internal_link_leads_somewhere() {
    let run = TestSite::new()
        .seed("a.md", "---\ntags: [Rust, SQL]\nteam: Core\nlocations: Berlin\n---\n# A\n\n[b](b.md)\n")
        .seed("b.md", "---\ntags: [Rust, SQL]\nstatus: closed\nlocations: Oslo\n---\n# B\n")
        .seed("c.md", "---\ntags: [Rust, SQL]\nteam: Core\n---\n# C\n")
        .build()
        .succeeds();
    for (page, html) in run.pages() {
        for link in html.split(" href=\"/").skip(1).filter_map(|rest| rest.split(['"', '#']).next()) {
            let file = if link.is_empty() || link.ends_with('/') { format!("{link}index.html") } else { link.into() };
            assert!(run.has(&file), "{page}: /{link}");
        }
    }
    assert!(!run.has("locations/oslo"), "a closed posting leaves the lists");
}

#[test]
fn i8_two_postings_on_one_address_are_both_published_with_a_warning() {
    let run = TestSite::new().seed("a/ops.md", "# One\n").seed("b/ops.md", "# Two\n").build().succeeds();
    assert!(run.main("/jobs/ops/").contains("One") && run.main("/jobs/ops-b/").contains("Two"));
    assert!(run.stderr.contains("`seeds/a/ops.md` and `seeds/b/ops.md` both ask for `/jobs/ops/`"), "{}", run.stderr);
}

#[test]
fn i8_machine_made_names_give_way_to_the_title() {
    let run = TestSite::new().seed("000_2b01dc7b2f06d213.txt", "# Senior Baker\n").build().succeeds();
    assert!(run.has("jobs/senior-baker/index.html"));
}

#[test]
fn o4_aliases_and_redirects_lead_from_old_addresses_to_new_ones() {
    let config = "[site]\nbase_url = \"https://example.com/careers/\"\n\
        [[redirects]]\nfrom = \"/team.html\"\nto = \"https://example.com/about?a=1&b=2\"\n\
        [[redirects]]\nfrom = \"/gone\"\n";
    let run = TestSite::new()
        .file("careers.toml", config)
        .seed("a.md", "---\naliases: [/old/role, /careers/older.html, former]\n---\n# A\n")
        .build()
        .succeeds();
    let to_posting = "<meta http-equiv=\"refresh\" content=\"0; url=https://example.com/careers/jobs/a/\">";
    for old in ["/old/role/", "/older.html", "/jobs/former/"] {
        assert!(run.page(old).contains(to_posting), "{old}");
    }
    assert!(run.page("/team.html").contains("0; url=https://example.com/about?a=1&amp;b=2\""));
    assert!(!run.has("gone") && !run.page("/sitemap.xml").contains("old"));
}

#[test]
fn o4_a_redirect_never_takes_the_place_of_a_page_or_of_another() {
    let run = TestSite::new()
        .seed("a.md", "---\naliases: [/jobs/b/, /old/, /jobs/a/]\n---\n# A\n")
        .seed("b.md", "---\naliases: /old/\n---\n# B\n")
        .build()
        .succeeds();
    assert!(run.main("/jobs/b/").contains("<h1>B</h1>"));
    assert!(run.page("/old/").contains("url=/jobs/a/"));
    assert_eq!(run.stderr.matches("unused-redirect").count(), 2, "{}", run.stderr);
}

#[test]
fn an_alias_that_leads_out_of_the_site_is_a_warning_and_no_file() {
    for alias in ["../../etc/passwd", "/a/../../b", "'/a\\b'", "'/%2e%2e/x'"] {
        let run = TestSite::new().seed("a.md", format!("---\naliases: {alias}\n---\n# A\n")).build().succeeds();
        assert!(run.stderr.contains("write it as `/old/address/`"), "{alias}: {}", run.stderr);
    }
}

#[test]
fn o2_a_place_lists_the_roles_of_all_places_in_it_and_those_open_to_it() {
    let run = TestSite::new()
        .seed("a.md", "---\nlocations: Berlin\n---\n# Baker\n")
        .seed("b.md", "---\nlocations: [Munich, Lyon]\n---\n# Cook\n")
        .seed("c.md", "---\nlocations: Remote (EU)\n---\n# Writer\n")
        .seed("d.md", "---\nlocations: Remote (US)\n---\n# Clerk\n")
        .seed("e.md", "---\nlocations: Germany\n---\n# Driver\n")
        .build()
        .succeeds();
    let has = |route: &str, titles: &[&str]| {
        let main = run.main(route);
        for title in ["Baker", "Cook", "Writer", "Clerk", "Driver"] {
            assert_eq!(main.contains(&format!(">{title}</a>")), titles.contains(&title), "{route}: {title}\n{main}");
        }
    };
    has("/locations/berlin/", &["Baker"]);
    has("/locations/germany/", &["Baker", "Cook", "Driver", "Writer"]);
    has("/locations/france/", &["Cook", "Writer"]);
    has("/locations/european-union/", &["Baker", "Cook", "Driver", "Writer"]);
    has("/locations/united-states/", &["Clerk"]);
    let germany = run.main("/locations/germany/");
    assert!(germany.contains("<h1>3 roles in Germany, 1 remote</h1>"), "{germany}");
    let (here, far) = germany.split_once("Remote, open to Germany").expect("a heading over what is far");
    assert!(here.contains(">Cook</a>") && !here.contains(">Writer</a>") && far.contains(">Writer</a>"));
    assert!(germany.contains("href=\"/locations/munich/\"") && germany.contains("href=\"/locations/european-union/\""));
    assert!(run.main("/locations/united-states/").contains("<h1>1 remote role open to the United States</h1>"));
    assert!(run.main("/locations/").contains("Germany"));
    assert!(run.main("/").contains("7 places"), "{}", run.main("/"));
    assert!(!run.has("locations/europe"), "a group that no posting names has no page");
}
