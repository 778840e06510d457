//! What a posting's page offers beside its text: ways to share it, marks for a full-text search. And where those may apply
//! whom no posting fits.

use crate::browser::THEMES;
use crate::harness::{TestSite, text};

const CONFIG: &str = "[site]\nbase_url = \"https://example.com/careers/\"\n[company]\nname = \"Bäckerei & Co\"\n";
const POSTING: &str = "---\ntitle: Baker & Cook\nteam: Kitchen\nlocations: [Berlin]\nremote: hybrid\nlevel: Senior\n\
                       employment_type: FULL_TIME\ntags: [Rye]\n---\nWe bake.\n";

#[test]
fn a_posting_is_shared_by_links_that_load_nothing_from_anybody() {
    let site = TestSite::new().file("careers.toml", CONFIG).seed("baker.md", POSTING);
    for theme in THEMES {
        let run = site.build_with(&["--theme", theme]).succeeds();
        let main = run.main("/jobs/baker/");
        let address = "https%3A%2F%2Fexample.com%2Fcareers%2Fjobs%2Fbaker%2F";
        assert!(main.contains(&format!("share-offsite/?url={address}\" rel=\"noopener\"")), "{theme}: {main}");
        assert_eq!(main.matches("<li class=\"scripted\"").count(), 2, "{theme}: what a script does comes with it");
        assert!(run.page("/jobs/baker/").contains("/assets/share."), "{theme}");
    }
}

#[test]
fn nobody_is_asked_to_share_a_closed_posting_or_one_without_a_whole_address() {
    let site = TestSite::new().file("careers.toml", CONFIG).seed("a.md", "---\nstatus: closed\n---\n# A\n\nText.\n");
    assert!(!site.build().succeeds().page("/jobs/a/").contains("share"));
    let site = TestSite::new().seed("a.md", "# A\n\nText.\n");
    assert!(!site.build().succeeds().page("/jobs/a/").contains("share"));
}

#[test]
fn t6_a_full_text_search_finds_what_open_postings_say_and_the_facts_to_narrow_it_down() {
    let site = TestSite::new().seed("baker.md", POSTING).seed("gone.md", "---\nstatus: closed\n---\n# Gone\n\nText.\n");
    for theme in THEMES {
        let run = site.build_with(&["--theme", theme]).succeeds();
        let main = run.main("/jobs/baker/");
        assert!(main.contains("<article class=\"posting\" data-pagefind-body>"), "{main}");
        for (filter, value) in [
            ("team", "Kitchen"),
            ("place", "Berlin"),
            ("remote", "Hybrid"),
            ("type", "Full-time"),
            ("level", "Senior"),
            ("tag", "Rye"),
        ] {
            let (_, rest) = main.split_once(&format!("data-pagefind-filter=\"{filter}\">")).expect("a filter");
            assert!(text(&rest[..80.min(rest.len())]).starts_with(value), "{filter}: {rest}");
        }
        for (file, page) in run.pages() {
            assert_eq!(page.contains("data-pagefind-body"), file == "jobs/baker/index.html", "{file}");
        }
    }
}

#[test]
fn an_open_application_is_offered_below_the_roles_and_where_there_are_none() {
    let config = format!("{CONFIG}open_application = \"jobs@example.com\"\n");
    let site = TestSite::new().file("careers.toml", &config);
    let hiring = TestSite::new().file("careers.toml", &config).seed("baker.md", POSTING);
    for theme in THEMES {
        let home = |site: &TestSite| site.build_with(&["--theme", theme]).succeeds().main("/");
        let none = home(&site);
        assert!(none.contains("href=\"mailto:jobs@example.com\">Apply all the same</a>"), "{theme}: {none}");
        assert!(none.contains("href=\"/careers/feed.xml\""), "{theme}: {none}");
        let some = home(&hiring);
        let (roles, application) = (some.find("Baker &amp; Cook"), some.find("mailto:jobs@example.com"));
        assert!(roles.is_some() && roles < application, "{theme}: {some}");
    }
    let without = TestSite::new().file("careers.toml", CONFIG).seed("baker.md", POSTING).build().succeeds().main("/");
    assert!(!without.contains("Apply all the same"), "{without}");
}
