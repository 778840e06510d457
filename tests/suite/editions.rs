//! A site in several languages: an edition each, joined by translations (I9).

use crate::harness::{Run, TestSite, text};
use crate::served::Served;

fn posting(title: &str, more: &str) -> String {
    format!("---\ntitle: {title}\nposted: 2026-05-30\ntags: [Bread]\n{more}---\n\nText of {title}.\n")
}

/// Three languages; one posting in two of them, one in each of them alone.
fn site() -> TestSite {
    TestSite::new()
        .file(
            "careers.toml",
            "[site]\nbase_url = \"https://example.com/careers/\"\nlanguages = [\"en\", \"de\", \"ar\"]\n\
             [company]\nname = \"Mill\"\n",
        )
        .seed("baker.en.md", posting("Baker", ""))
        .seed("baker.de.md", posting("B\u{e4}ckerei", "aliases: /brot/\n"))
        .seed("miller.md", posting("Miller", ""))
        .seed("de/koch.md", posting("Koch", ""))
        .seed("kneader.md", posting("Kneter", "language: ar\n"))
}

fn alternates(run: &Run, route: &str) -> Vec<(String, String)> {
    let page = run.page(route);
    let (head, _) = page.split_once("</head>").expect("a head");
    let links = head.split("<link rel=\"alternate\" hreflang=\"").skip(1);
    let part = |link: &str| {
        let (language, rest) = link.split_once("\" href=\"").expect("an address");
        let url = rest.split('"').next().unwrap_or_default();
        (language.to_owned(), url.replace("https://example.com/careers", ""))
    };
    links.map(part).collect()
}

fn pairs(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
    pairs.iter().map(|(language, path)| ((*language).to_owned(), (*path).to_owned())).collect()
}

#[test]
fn i9_each_posting_has_one_page_in_the_edition_of_its_language() {
    let run = site().build().succeeds();
    let pages: Vec<String> = run.files().into_iter().filter(|file| file.contains("jobs/")).collect();
    assert_eq!(
        pages,
        [
            "ar/jobs/kneader/index.html",
            "de/jobs/baker/index.html",
            "de/jobs/koch/index.html",
            "jobs/baker/index.html",
            "jobs/miller/index.html",
        ]
    );
    for (page, root) in
        [("/", "<html lang=\"en\">"), ("/de/", "<html lang=\"de\">"), ("/ar/", "<html lang=\"ar\" dir=\"rtl\">")]
    {
        assert!(run.page(page).contains(root), "{page}");
    }
    assert!(
        text(&run.page("/de/jobs/baker/")).contains("Text of B\u{e4}ckerei")
            && run.page("/de/jobs/baker/").contains("Inhalt")
    );
}

#[test]
fn i9_an_edition_lists_what_lacks_a_translation_in_the_language_that_there_is() {
    let run = site().build().succeeds();
    for (home, links) in [
        ("/", ["/jobs/baker/", "/jobs/miller/", "/de/jobs/koch/", "/ar/jobs/kneader/"]),
        ("/de/", ["/de/jobs/baker/", "/jobs/miller/", "/de/jobs/koch/", "/ar/jobs/kneader/"]),
        ("/ar/", ["/jobs/baker/", "/jobs/miller/", "/de/jobs/koch/", "/ar/jobs/kneader/"]),
    ] {
        let main = run.main(home);
        assert_eq!(main.matches("<li class=\"card\">").count(), 4, "{main}");
        for link in links {
            assert!(main.contains(&format!("<a href=\"/careers{link}\"")), "{home} {link}\n{main}");
        }
    }
    assert!(run.main("/de/").contains("hreflang") || run.main("/de/").contains("lang=\"ar\" dir=\"auto\">Kneter</a>"));
    assert!(text(&run.main("/de/tags/bread/")).contains("Bread: 4 Stellen"));
    let feed = run.page("/de/feed.xml");
    assert!(feed.contains("xml:lang=\"de\"") && feed.contains("https://example.com/careers/de/jobs/koch/"), "{feed}");
    assert!(run.page("/de/jobs.json").contains("\"home_page_url\":\"https://example.com/careers/de/\""));
}

#[test]
fn i9_translations_name_each_other_and_whoever_lacks_one_leads_home() {
    let run = site().build().succeeds();
    let both = pairs(&[("en", "/jobs/baker/"), ("de", "/de/jobs/baker/"), ("x-default", "/jobs/baker/")]);
    assert_eq!(alternates(&run, "/jobs/baker/"), both);
    assert_eq!(alternates(&run, "/de/jobs/baker/"), both);
    assert_eq!(alternates(&run, "/jobs/miller/"), []);
    let home = pairs(&[("en", "/"), ("de", "/de/"), ("ar", "/ar/"), ("x-default", "/")]);
    assert_eq!(alternates(&run, "/de/"), home);
    assert_eq!(alternates(&run, "/ar/tags/bread/").len(), 4);
    let switch = |route: &str| {
        let page = run.page(route);
        let (_, rest) = page.split_once("<nav class=\"languages\"").expect("a switch");
        rest.split("</nav>").next().unwrap_or_default().to_owned()
    };
    let of_baker = switch("/jobs/baker/");
    assert!(
        of_baker.contains("<a href=\"/careers/de/jobs/baker/\" lang=\"de\" hreflang=\"de\" dir=\"ltr\">Deutsch</a>"),
        "{of_baker}"
    );
    assert!(of_baker.contains("<a href=\"/careers/ar/\" lang=\"ar\" hreflang=\"ar\" dir=\"rtl\">"), "{of_baker}");
    assert!(!of_baker.contains("English") && switch("/de/").contains("English"));
}

#[test]
fn i9_the_sitemap_has_every_page_of_all_editions_once() {
    let run = site().build().succeeds();
    let sitemap = run.page("/sitemap.xml");
    for path in ["", "de/", "ar/", "jobs/baker/", "de/jobs/baker/", "jobs/miller/", "de/jobs/koch/", "ar/jobs/kneader/"]
    {
        let address = format!("<loc>https://example.com/careers/{path}</loc>");
        assert_eq!(sitemap.matches(&address).count(), 1, "{path}\n{sitemap}");
    }
    assert!(!run.has("/de/sitemap.xml") && !run.has("/de/robots.txt") && !run.has("/de/embed.json"));
}

#[test]
fn i9_old_addresses_lead_to_the_page_in_their_language() {
    let run = site().build().succeeds();
    assert!(run.page("/brot/").contains("url=https://example.com/careers/de/jobs/baker/"));
    let manifest: serde_json::Value = serde_json::from_str(&run.page("/careers-manifest.json")).expect("JSON");
    let sources: Vec<&str> =
        manifest["pages"].as_array().expect("pages").iter().filter_map(|page| page["source"].as_str()).collect();
    assert_eq!(sources.len(), 5, "{sources:?}");
    let explained = site().run(&["explain", "--format", "json"]);
    assert_eq!(explained.stdout.lines().count(), 5, "{}", explained.stdout);
}

#[test]
fn i9_hosts_answer_in_the_language_of_the_address() {
    let run = site().build_with(&["--host", "netlify"]).succeeds();
    assert!(run.page("/_redirects").contains("/careers/de/* /careers/de/404.html 404\n"));
    let run = site().build_with(&["--host", "nginx"]).succeeds();
    let nginx = run.page("/_host/nginx.conf");
    assert!(nginx.contains("if ($uri ~ \"^/careers/ar/\") { set $careers_lost \"/careers/ar/404.html\"; }"), "{nginx}");
}

#[test]
fn i9_what_is_served_is_what_a_build_writes_in_every_language() {
    let site = site();
    let run = site.build().succeeds();
    let served = Served::start(&site, &["--date", "2026-06-01"]);
    let is_text = |file: &String| file != "careers-manifest.json" && !file.starts_with("assets/cards/");
    for file in run.files().into_iter().filter(is_text) {
        let got = served.get(&format!("/careers/{file}"));
        assert_eq!((got.status, got.page() == run.page(&format!("/{file}"))), (200, true), "{file}");
    }
    let lost = served.get("/careers/de/jobs/nobody/");
    assert_eq!(lost.status, 404);
    assert!(lost.page().contains("Hier ist nichts"), "{}", lost.page());
    assert!(served.get("/careers/nobody/").page().contains("There is nothing here"));
}

#[test]
fn i9_each_edition_is_searched_by_itself_and_finds_the_pages_of_the_others() {
    let more = |site: TestSite, n: usize| site.seed(&format!("miller-{n}.md"), posting(&format!("Miller {n}"), ""));
    let site = (0..4).fold(site(), more);
    let home = site.build().succeeds().page("/de/");
    let (_, rest) = home.split_once("data-index>").expect("an index in the page");
    let index: serde_json::Value =
        serde_json::from_str(rest.split("</script>").next().unwrap_or_default()).expect("JSON");
    let urls: Vec<&str> = index["url"].as_array().expect("addresses").iter().filter_map(|url| url.as_str()).collect();
    for url in ["jobs/baker/", "jobs/koch/", "../jobs/miller/", "../ar/jobs/kneader/"] {
        assert!(urls.contains(&url), "{urls:?}");
    }
    assert!(home.contains("action=\"/careers/de/\"") && home.contains("Stellen durchsuchen"), "{home}");
}

#[test]
fn i9_a_site_of_one_language_has_no_switch_and_takes_names_as_they_are() {
    let run = TestSite::new().seed("baker.de.md", posting("B\u{e4}cker", "")).build().succeeds();
    assert!(run.has("/jobs/baker-de/index.html") && !run.page("/").contains("languages"));
}

#[test]
fn i9_a_static_page_cannot_lie_where_another_language_does() {
    let run = site().file("pages/de.md", "# Deutschland\n").build().fails(1);
    assert!(run.stderr.contains("`/de/`, which belongs to the pages of another language"), "{}", run.stderr);
    assert_eq!(run.stderr.matches("error[").count(), 1, "{}", run.stderr);
    site().file("pages/denmark.md", "# Denmark\n").build().succeeds();
}
