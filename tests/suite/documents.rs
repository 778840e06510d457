//! What a site has beside its pages, as feed readers and crawlers see it.

use quick_xml::Reader;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::Event;

use crate::harness::{Run, TestSite};

const CONFIG: &str = "[site]\nbase_url = \"https://example.com/careers/\"\n[company]\nname = \"Acme\"\n";

/// The texts of all elements of a name, in order; what is no XML fails the test.
#[track_caller]
fn texts(run: &Run, file: &str, name: &str) -> Vec<String> {
    let xml = run.page(&format!("/{file}"));
    let mut reader = Reader::from_str(&xml);
    let (mut texts, mut inside): (Vec<String>, bool) = (Vec::new(), false);
    loop {
        match reader.read_event().unwrap_or_else(|error| panic!("{file}: {error}\n{xml}")) {
            Event::Start(start) if start.name().as_ref() == name => {
                texts.push(String::new());
                inside = true;
            }
            Event::End(_) => inside = false,
            Event::Text(text) if inside => {
                texts.last_mut().expect("an element").push_str(&text.xml10_content());
            }
            Event::GeneralRef(entity) if inside => {
                let character = resolve_predefined_entity(&entity).expect("one of XML's own");
                texts.last_mut().expect("an element").push_str(character);
            }
            Event::Eof => return texts,
            _ => {}
        }
    }
}

#[test]
fn o1_the_site_and_each_of_its_terms_have_a_feed_of_the_latest_postings() {
    let site = TestSite::new()
        .file("careers.toml", format!("{CONFIG}[feeds]\nlimit = 2\n"))
        .seed("old.md", "---\ntitle: Old\nposted: 2026-01-01\ntags: [Rust]\n---\nText.\n")
        .seed("new.md", "---\ntitle: New\nposted: 2026-05-01\n---\nText.\n")
        .seed("edited.md", "---\ntitle: Edited\nposted: 2026-04-01\nupdated: 2026-05-20\ntags: [Rust]\n---\nText.\n")
        .seed("closed.md", "---\ntitle: Closed\nposted: 2026-05-02\ncloses: 2026-05-03\ntags: [Rust]\n---\nText.\n");
    let run = site.build().succeeds();
    assert_eq!(texts(&run, "feed.xml", "title"), ["Careers at Acme", "New", "Edited"]);
    assert_eq!(texts(&run, "feed.xml", "updated")[0], "2026-05-20T00:00:00Z");
    assert_eq!(texts(&run, "tags/rust/feed.xml", "title")[1..], ["Edited", "Old"]);
    let link = "<link rel=\"alternate\" type=\"application/atom+xml\" title=\"Careers at Acme\" href=\"/careers/tags/rust/feed.xml\">";
    assert!(run.page("/tags/rust/").contains(link));
    assert!(run.page("/").contains("href=\"/careers/feed.xml\""));
}

#[test]
fn o4_what_feeds_quote_has_whole_addresses() {
    let run = TestSite::new()
        .file("careers.toml", CONFIG)
        .seed("a.md", "---\nposted: 2026-05-01\n---\n# A & B <i>\n\nSee [the other](b.md) and [below](#end).\n\n## End\n\nText.\n")
        .seed("b.md", "---\nposted: 2026-04-01\n---\n# B\n\nText.\n")
        .build()
        .succeeds();
    let content = &texts(&run, "feed.xml", "content")[0];
    for address in ["\"https://example.com/careers/jobs/b/\"", "\"https://example.com/careers/jobs/a/#end\""] {
        assert!(content.contains(address), "{content}");
    }
}

#[test]
fn an_entrys_id_outlives_a_new_title_and_a_new_address() {
    let site =
        TestSite::new().file("careers.toml", CONFIG).seed("a.md", "---\ntitle: A\nposted: 2026-05-01\n---\nText.\n");
    let before = texts(&site.build().succeeds(), "feed.xml", "id");
    site.edit("seeds/a.md", "---\ntitle: B\nslug: other\nposted: 2026-05-01\n---\nNew text.\n");
    assert_eq!(texts(&site.build().succeeds(), "feed.xml", "id"), before);
}

#[test]
fn a_posting_without_a_date_is_in_no_atom_feed_but_in_the_sitemap() {
    let run = TestSite::new().file("careers.toml", CONFIG).seed("a.md", "# A\n\nText.\n").build().succeeds();
    assert_eq!(texts(&run, "feed.xml", "title"), ["Careers at Acme"]);
    assert!(texts(&run, "sitemap.xml", "loc").contains(&"https://example.com/careers/jobs/a/".to_owned()));
    assert_eq!(texts(&run, "sitemap.xml", "lastmod"), Vec::<String>::new());
}

#[test]
fn o3_the_sitemap_lists_what_search_engines_may_show() {
    let run = TestSite::new()
        .file("careers.toml", CONFIG)
        .seed("open.md", "---\nposted: 2026-05-01\nupdated: 2026-05-09\n---\n# Open\n\nText.\n")
        .seed("closed.md", "---\nstatus: closed\n---\n# Closed\n\nText.\n")
        .seed("draft.md", "---\nstatus: draft\n---\n# Draft\n\nText.\n")
        .build_with(&["--drafts"])
        .succeeds();
    let base = "https://example.com/careers";
    assert_eq!(texts(&run, "sitemap.xml", "loc"), [format!("{base}/jobs/open/"), format!("{base}/")]);
    assert_eq!(texts(&run, "sitemap.xml", "lastmod"), ["2026-05-09"]);
    assert!(run.page("/robots.txt").contains(&format!("Sitemap: {base}/sitemap.xml\n")));
}

#[test]
fn a_site_without_an_address_has_nothing_that_needs_one() {
    let run = TestSite::new().seed("a.md", "---\nposted: 2026-05-01\n---\n# A\n\nText.\n").build().succeeds();
    let files = run.files();
    assert!(!files.iter().any(|file| file.contains(".xml")), "{files:?}");
    assert!(!run.page("/").contains("feed.xml") && !run.page("/robots.txt").contains("Sitemap"));
}

#[test]
fn feeds_can_be_switched_off() {
    let config = format!("{CONFIG}[feeds]\natom = false\n");
    let run = TestSite::new().file("careers.toml", config).seed("a.md", "# A\n\nText.\n").build().succeeds();
    assert!(!run.has("/feed.xml") && run.has("/sitemap.xml"));
}
