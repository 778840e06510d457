//! What the search of the home page is given: the index, and links where there is no script (T6).

use std::collections::BTreeSet;

use serde_json::Value;

use crate::browser::THEMES;
use crate::harness::{Run, TestSite, text};

/// Nine postings that differ in everything there is to choose from.
const POSTINGS: [(&str, &str); 9] = [
    (
        "Baker",
        "team: Kitchen\nlocations: [Berlin]\nemployment_type: FULL_TIME\ntags: [Rye, Ovens]\nsalary: { min: 40000, max: 50000, currency: EUR, period: YEAR }\nlevel: Senior\n",
    ),
    (
        "Cook",
        "team: Kitchen\nlocations: [Munich, Paris]\nemployment_type: PART_TIME\ntags: [Ovens]\nsalary: { min: 70000, currency: EUR, period: YEAR }\n",
    ),
    (
        "Crème pâtissier",
        "team: Kitchen\nlocations: [Lyon]\nremote: no\ntags: [Sugar]\nsalary: { min: 90000, currency: USD, period: YEAR }\n",
    ),
    ("Driver", "team: Vans\nlocations: [Lisbon]\nremote: hybrid\nemployment_type: [FULL_TIME, CONTRACTOR]\n"),
    (
        "Planner",
        "team: Vans\nlocations: [Remote]\nremote: full\nremote_countries: [Germany, Portugal]\nlevel: Senior\n",
    ),
    ("Writer", "locations: [Remote]\nremote: full\nremote_countries: [EU]\nposted: 2026-05-30\n"),
    ("C++ <x>Engineer</x> & \"friends\" </script>", "team: Ovens\nlocations: [Boston]\ntags: [C++]\n"),
    ("Clerk", "salary: { min: 20, currency: EUR, period: HOUR }\n"),
    ("Closed", "status: closed\nteam: Ghosts\n"),
];

pub(crate) fn bakery() -> TestSite {
    POSTINGS.iter().enumerate().fold(TestSite::new(), |site, (index, (title, facts))| {
        let title = serde_json::to_string(title).expect("a text");
        site.seed(&format!("role-{index}x.md"), format!("---\ntitle: {title}\n{facts}---\nText of the posting.\n"))
    })
}

fn index(run: &Run) -> Value {
    serde_json::from_str(&run.page("/search.json")).expect("JSON")
}

/// The index inside the home page.
fn inner_index(run: &Run) -> Value {
    let page = run.page("/");
    let (_, rest) = page.split_once("data-index>").expect("an index");
    serde_json::from_str(rest.split_once("</script>").expect("its end").0).expect("JSON")
}

/// A value of each row, of a column of the index.
fn column<'a>(index: &'a Value, name: &str) -> Vec<&'a str> {
    let column = &index["columns"][name];
    let at = column["at"].as_array().expect("rows");
    at.iter()
        .map(|at| {
            column["of"][usize::try_from(at.as_u64().expect("a place")).expect("small")].as_str().expect("a text")
        })
        .collect()
}

/// The titles of the postings that a choice of a facet fits.
fn fitting<'a>(index: &'a Value, key: &str, slug: &str) -> BTreeSet<&'a str> {
    let facets = index["facets"].as_array().expect("facets");
    let facet = facets.iter().find(|facet| facet["key"] == key).unwrap_or_else(|| panic!("{key}"));
    let terms = facet["terms"].as_array().expect("terms");
    let term = terms.iter().position(|term| term[0] == slug).unwrap_or_else(|| panic!("{slug}: {terms:?}"));
    let sets = facet["sets"].as_array().expect("sets");
    let has = |at: &Value| {
        sets[usize::try_from(at.as_u64().expect("a place")).expect("small")]
            .as_array()
            .is_some_and(|set| set.contains(&term.into()))
    };
    let rows = facet["at"].as_array().expect("rows").iter().zip(column(index, "title"));
    rows.filter(|(at, _)| has(at)).map(|(_, title)| title).collect()
}

#[test]
fn t6_the_index_holds_what_cards_show_of_every_open_posting_and_what_fits_each_choice() {
    let run = bakery().build().succeeds();
    let index = inner_index(&run);
    let titles: BTreeSet<&str> = column(&index, "title").into_iter().collect();
    let open: BTreeSet<&str> = POSTINGS.iter().map(|(title, _)| *title).filter(|title| *title != "Closed").collect();
    assert_eq!(titles, open);
    for (key, slug, expected) in [
        ("team", "vans", &["Driver", "Planner"][..]),
        ("place", "germany", &["Baker", "Cook", "Planner", "Writer"]),
        ("place", "munich", &["Cook"]),
        ("place", "portugal", &["Driver", "Planner", "Writer"]),
        ("remote", "remote", &["Planner", "Writer"]),
        ("remote", "hybrid", &["Driver"]),
        ("remote", "on-site", &["Crème pâtissier"]),
        ("type", "contract", &["Driver"]),
        ("level", "senior", &["Baker", "Planner"]),
        ("tag", "ovens", &["Baker", "Cook"]),
        // Dollars and hourly wages are not compared with euros a year.
        ("salary", "70000", &["Cook"]),
    ] {
        assert_eq!(fitting(&index, key, slug).into_iter().collect::<Vec<_>>(), expected, "{key} {slug}");
    }
    let of = |name: &str, title: &str| {
        column(&index, name)[column(&index, "title").iter().position(|t| *t == title).expect("a row")].to_owned()
    };
    assert_eq!(of("where", "Cook"), "Munich, Paris");
    assert_eq!(of("type", "Driver"), "Full-time, Contract");
    assert_eq!(of("salary", "Baker"), "\u{20ac}40,000 \u{2013} \u{20ac}50,000 a year");
    assert_eq!(
        (of("new", "Writer"), of("new", "Baker"), of("company", "Baker")),
        ("new".into(), String::new(), String::new())
    );
    for url in index["url"].as_array().expect("addresses") {
        assert!(run.has(&format!("/{}index.html", url.as_str().expect("a text"))), "{url}");
    }
}

#[test]
fn t6_nothing_in_a_posting_can_end_the_element_that_the_index_stands_in() {
    let run = bakery().build().succeeds();
    let page = run.page("/");
    let (_, rest) = page.split_once("data-index>").expect("an index");
    assert!(rest.split_once("</script>").expect("its end").0.contains("\\u003c/script\\u003e"));
    assert_eq!(page.matches("<script").count(), page.matches("</script>").count());
}

#[test]
fn t6_a_list_of_several_pages_has_its_index_in_a_file_that_is_the_same_on_every_build() {
    let site = bakery()
        .file("careers.toml", "[lists]\npaginate_by = 5\n[site]\nbase_url = \"https://example.com/careers/\"\n");
    let run = site.build().succeeds();
    assert!(run.page("/").contains("data-search=\"/careers/search.json\"") && !run.page("/").contains("data-index"));
    assert!(run.page("/page/2/").contains("data-search=\"/careers/search.json\""));
    let (first, parsed) = (run.page("/search.json"), index(&run));
    site.edit("careers.toml", "");
    let whole = site.build().succeeds();
    assert_eq!(inner_index(&whole), parsed, "it does not depend on where it stands");
    assert!(!whole.has("/search.json"), "it is gone with the need for it");
    site.edit("careers.toml", "[lists]\npaginate_by = 5\n");
    assert_eq!(site.build().succeeds().page("/search.json"), first);
}

#[test]
fn t6_a_posting_costs_the_index_little() {
    let of = |count: usize| {
        let site = (0..count).fold(TestSite::new(), |site, n| {
            let (title, facts) = POSTINGS[n % 6];
            site.seed(&format!("a{n}y.md"), format!("---\ntitle: {title} {}\n{facts}---\nText.\n", n % 40))
        });
        site.file("careers.toml", "[lists]\npaginate_by = 10\n").build().succeeds().page("/search.json").len()
    };
    let each = (of(300) - of(100)) / 200;
    assert!(each < 100, "{each} bytes");
}

#[test]
fn t6_without_a_script_each_filter_is_a_link_to_a_page_that_is_there() {
    for theme in THEMES {
        let run = bakery().build_with(&["--theme", theme]).succeeds();
        let page = run.page("/");
        let (_, filters) = page.split_once("data-search=").expect("filters");
        let filters = filters.split_once("</form>").expect("their end").0;
        let links: Vec<&str> = filters.split("href=\"").skip(1).filter_map(|part| part.split('"').next()).collect();
        for expected in ["/locations/munich/", "/locations/germany/", "/teams/kitchen/"] {
            assert!(links.contains(&expected), "{theme}: {links:?}");
        }
        for link in links {
            assert!(run.has(&format!("{link}index.html")), "{theme}: {link}");
        }
    }
}

#[test]
fn t6_pages_with_many_roles_and_the_page_of_nothing_lead_to_the_search() {
    let site =
        (0..7).fold(TestSite::new(), |site, n| site.seed(&format!("a{n}y.md"), "---\nteam: Kitchen\n---\n# Cook\n"));
    let run = site.file("careers.toml", "[site]\nbase_url = \"https://example.com/careers/\"\n").build().succeeds();
    let team = run.main("/teams/kitchen/");
    assert!(team.contains("action=\"/careers/\"") && team.contains("name=\"team\" value=\"kitchen\""), "{team}");
    let missing = run.main("/404.html");
    assert!(missing.contains("name=\"q\"") && !missing.contains("type=\"hidden\""), "{missing}");
    let few = TestSite::new().seed("a.md", "---\nteam: Kitchen\n---\n# Cook\n").build().succeeds();
    for page in ["/", "/teams/kitchen/", "/404.html"] {
        assert!(!few.main(page).contains("name=\"q\""), "{page}");
    }
    assert!(!text(&few.main("/")).contains("Search"));
}

#[test]
fn t7_the_script_of_the_search_is_small_and_read_on_no_page_without_a_search() {
    let run = bakery().build().succeeds();
    let script = run.files().into_iter().find(|file| file.starts_with("assets/search.")).expect("a script");
    let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    std::io::Write::write_all(&mut gzip, run.page(&format!("/{script}")).as_bytes()).expect("memory");
    let size = gzip.finish().expect("memory").len();
    assert!(size < 5_000, "{size} bytes");
    assert!(run.page("/").contains(&script));
    assert!(!run.page("/teams/kitchen/").contains(&script));
}
