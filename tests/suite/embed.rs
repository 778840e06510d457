//! The open roles on other sites: the list, the script and the page for frames.

use serde_json::{Value, json};

use crate::browser::{Scheme, Server, Tools, browse};
use crate::harness::{Run, TestSite};

const CONFIG: &str = "[site]\nbase_url = \"https://example.com/careers/\"\n[company]\nname = \"Acme\"\n";

fn site(config: &str) -> TestSite {
    TestSite::new()
        .file("careers.toml", config)
        .seed(
            "a.md",
            "---\ntitle: Baker\nteam: Ovens\nposted: 2026-05-01\nlocations: Lisbon, Portugal\nremote: hybrid\n\
             employment_type: full-time\nsalary: {min: 50000, max: 60000, currency: EUR, period: YEAR}\n---\nText.\n",
        )
        .seed("b.md", "---\ntitle: </script><x>\ncompany: Zeta\n---\nText.\n")
        .seed("closed.md", "---\ntitle: Closed\nstatus: closed\n---\nText.\n")
        .seed("draft.md", "---\ntitle: Draft\nstatus: draft\n---\nText.\n")
}

fn list(run: &Run) -> Value {
    serde_json::from_str(&run.page("/embed.json")).expect("JSON")
}

#[test]
fn o1_embed_json_is_a_compact_list_of_the_open_roles() {
    let run = site(CONFIG).build_with(&["--drafts"]).succeeds();
    let expected = json!({
        "title": "Open roles",
        "other": "Other roles",
        "none": "There are no open roles right now.",
        "url": "https://example.com/careers/",
        "roles": [
            {
                "title": "Baker",
                "url": "https://example.com/careers/jobs/a/",
                "company": "Acme",
                "team": "Ovens",
                "where": "Lisbon, Portugal \u{b7} Hybrid",
                "places": ["Lisbon, Portugal"],
                "remote": "hybrid",
                "type": ["Full-time"],
                "salary": "\u{20ac}50,000 \u{2013} \u{20ac}60,000 a year",
                "posted": "2026-05-01",
            },
            { "title": "</script><x>", "url": "https://example.com/careers/jobs/b/", "company": "Zeta" },
        ],
    });
    assert_eq!(list(&run), expected);
}

#[test]
fn embed_js_is_under_2_kb_and_needs_nothing_that_a_strict_policy_forbids() {
    let script = site(CONFIG).build().succeeds().page("/embed.js");
    assert!(script.len() < 2048, "{}", script.len());
    for forbidden in
        ["innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval", "Function", ".style", "import"]
    {
        assert!(!script.contains(forbidden), "{forbidden}");
    }
}

#[test]
fn the_page_for_frames_is_there_where_somebody_may_frame_it() {
    assert!(!site(CONFIG).build().succeeds().has("/embed"));
    let run = site(&format!("{CONFIG}[embed]\norigins = [\"https://www.acme.example\"]\n")).build().succeeds();
    let page = run.page("/embed/");
    for part in
        ["<meta name=\"robots\" content=\"noindex\">", "<base target=\"_top\">", "href=\"/careers/jobs/a/\"", "Ovens"]
    {
        assert!(page.contains(part), "{part}\n{page}");
    }
    for part in ["site-header", "site-footer", "Closed"] {
        assert!(!page.contains(part), "{part}\n{page}");
    }
    assert!(!run.page("/sitemap.xml").contains("embed"));
}

#[test]
fn the_page_for_frames_is_one_page_that_leads_to_the_whole_list() {
    let config = format!("{CONFIG}[embed]\norigins = \"https://www.acme.example\"\n[lists]\npaginate_by = 1\n");
    let run = site(&config).build().succeeds();
    let page = run.page("/embed/");
    assert!(page.contains("<a href=\"/careers/\">All 2 open roles</a>") && !page.contains("/page/2/"), "{page}");
    assert!(!run.has("/embed/page"));
}

#[test]
fn where_nobody_is_hired_the_list_and_the_page_say_so() {
    let config = format!("{CONFIG}[embed]\norigins = \"https://www.acme.example\"\n");
    let run = TestSite::new().file("careers.toml", config).build().succeeds();
    assert_eq!(list(&run)["roles"], json!([]));
    assert!(run.main("/embed/").contains("There are no open roles right now."));
}

#[test]
fn one_tag_shows_the_list_on_another_site_whose_policy_is_strict() {
    let Some(tools) = Tools::find() else { return };
    let careers = site(CONFIG).seed("c.md", "---\ntitle: Cook\ncompany: Zeta\nteam: Kitchen\n---\nText.\n");
    careers.build().succeeds();
    let careers = Server::start(&careers.path("output"), &tools.axe, &[]);
    let page = |attributes: &str| {
        let origin = format!("http://{}", careers.address);
        format!(
            "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Acme</title>\
             <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src {origin}; connect-src {origin}\">\
             <body><h1>Acme</h1><script src=\"{origin}/embed.js\" async {attributes}></script><p>After</p></body></html>"
        )
    };
    let acme = TestSite::new()
        .file("output/all.html", page(""))
        .file("output/zeta.html", page("data-company=\"zeta\" data-team=\"Kitchen\" data-heading=\"3\""))
        .file("output/nobody.html", page("data-company=\"Nobody\" data-heading=\"0\""))
        .file("output/astray.html", page("").replace("/embed.js", "/assets/embed.js"));
    let acme = Server::start(&acme.path("output"), &tools.axe, &[]);
    let shown = |page: &str| {
        let dom = browse(&tools, acme.address, page, Scheme::Light);
        let (_, rest) = dom.split_once("</script>").expect("the tag");
        rest.split_once("<p>After").expect("what stands after it").0.to_owned()
    };
    let role = |name: &str, title: &str| format!("<a href=\"https://example.com/careers/jobs/{name}/\">{title}</a>");
    let (baker, other, cook) = (role("a", "Baker"), role("b", "&lt;/script&gt;&lt;x&gt;"), role("c", "Cook"));
    let facts = "<br>Acme · Lisbon, Portugal · Hybrid · Full-time · €50,000 – €60,000 a year";
    assert_eq!(
        shown("/all.html"),
        format!(
            "<section aria-label=\"Open roles\"><h2>Open roles</h2><h3>Ovens</h3><ul><li>{baker}{facts}</li></ul>\
             <h3>Kitchen</h3><ul><li>{cook}<br>Zeta</li></ul><h3>Other roles</h3><ul><li>{other}<br>Zeta</li></ul></section>"
        )
    );
    assert_eq!(
        shown("/zeta.html"),
        format!("<section aria-label=\"Open roles\"><h3>Open roles</h3><ul><li>{cook}</li></ul></section>")
    );
    let nothing = "<section aria-label=\"Open roles\"><p>There are no open roles right now.</p></section>";
    assert_eq!(shown("/nobody.html"), nothing);
    assert_eq!(shown("/astray.html"), "");
}
