//! Logos, the icon and the picture of the home page, from `careers.toml` and `_index.md`.

use crate::harness::TestSite;

const LOGO: &str = r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 24"><path d="M0 0h96v24H0z"/></svg>"#;
const POSTED: &str =
    "---\nposted: 2026-05-01\napply: https://mill.example/apply\nlocations: Berlin, Germany\n---\n# Baker\n\nBake.\n";

fn site(config: &str) -> TestSite {
    TestSite::new().file("careers.toml", config).file("brand/Logo.svg", LOGO).seed("baker.md", POSTED)
}

fn between<'a>(text: &'a str, before: &str, after: &str) -> &'a str {
    let (_, rest) = text.split_once(before).unwrap_or_else(|| panic!("`{before}` in {text}"));
    rest.split(after).next().unwrap_or_default()
}

#[test]
fn a_logo_stands_in_the_header_with_its_size_and_the_name_as_its_text() {
    let build = site(
        "[company]\nname = \"Mill\"\nlogo = \"brand/Logo.svg\"\n[site]\nbase_url = \"https://mill.example/work/\"\n",
    )
    .build()
    .succeeds();
    let page = build.page("/jobs/baker/");
    let address = between(&page, "<img src=\"/work/", "\"");
    assert_eq!(address.split('.').collect::<Vec<_>>()[..1], ["assets/logo"], "{address}");
    assert!(page.contains(&format!("{address}\" alt=\"Mill\" width=\"96\" height=\"24\">")), "{page}");
    assert_eq!(build.bytes(address), LOGO.as_bytes());
    let whole = format!("https://mill.example/work/{address}");
    let organization = between(&page, "\"hiringOrganization\":", "}");
    assert!(organization.contains(&format!("\"logo\":\"{whole}\"")), "{organization}");
    assert!(build.page("/feed.xml").contains(&format!("<logo>{whole}</logo>")));
    assert!(build.page("/jobs.json").contains(&format!("\"icon\":\"{whole}\"")));
}

#[test]
fn both_themes_show_the_logo() {
    let site = site("[company]\nname = \"Mill\"\nlogo = \"brand/Logo.svg\"\n");
    for theme in ["default", "board"] {
        let page = site.build_with(&["--theme", theme]).succeeds().page("/jobs/baker/");
        assert!(page.contains(".svg\" alt=\"Mill\" width=\"96\" height=\"24\"></a>"), "{theme}: {page}");
    }
}

#[test]
fn an_icon_of_the_site_takes_the_place_of_the_themes() {
    let favicon = |config: &str| {
        let page = site(config).build().succeeds().page("/");
        between(&page, "<link rel=\"icon\" href=\"", "\"").to_owned()
    };
    assert!(favicon("[site]\nfavicon = \"brand/Logo.svg\"\n").starts_with("/assets/logo."));
    assert!(favicon("").starts_with("/assets/favicon."));
}

#[test]
fn a_picture_on_the_home_page_has_its_words() {
    let build = site("[site]\nhero = \"brand/Logo.svg\"\nhero_alt = \"The mill at dawn\"\n").build().succeeds();
    assert!(build.main("/").contains("alt=\"The mill at dawn\" width=\"96\" height=\"24\">"));
    assert!(!build.main("/jobs/baker/").contains("hero"));
}

#[test]
fn i3_each_company_has_its_own_logo() {
    let index = "---\ncompany:\n  name: Mill\n  logo: mill.svg\n---\nWe mill.\n";
    let site =
        site("[site]\nbase_url = \"https://jobs.example\"\n[company]\nname = \"Holding\"\nlogo = \"brand/Logo.svg\"\n")
            .seed("mill/_index.md", index)
            .seed("mill/mill.svg", LOGO.replace("96", "48"))
            .seed("mill/miller.md", POSTED.replace("Baker", "Miller"));
    let build = site.build().succeeds();
    assert!(build.main("/companies/mill/").contains("src=\"/assets/mill."));
    let logo = |page: &str| between(between(page, "\"hiringOrganization\":", "}"), "\"logo\":\"", "\"").to_owned();
    assert!(logo(&build.page("/jobs/mill/miller/")).contains("/assets/mill."));
    assert!(logo(&build.page("/jobs/baker/")).contains("/assets/logo."));
    let board = site.build_with(&["--theme", "board"]).succeeds();
    for (page, rows) in [("/", 1), ("/companies/", 1), ("/companies/mill/", 2), ("/jobs/mill/miller/", 1)] {
        assert_eq!(board.main(page).matches("<img class=\"mark\" src=\"/assets/mill.").count(), rows, "{page}");
    }
    assert!(board.main("/").contains(">H</span>"), "what is too wide for a row stands there by its initial");
    assert!(board.main("/jobs/baker/").contains("<img class=\"mark\" src=\"/assets/logo."));
    site.remove("seeds/mill/mill.svg");
    let said = site.build().succeeds().stderr;
    assert!(said.contains("warning[broken-link]") && said.contains("seeds/mill/_index.md:4:9"), "{said}");
}

#[test]
fn a_picture_that_is_not_there_is_an_error_with_its_line() {
    let said = site("[site]\nlogo = \"brand/logo.png\"\n[company]\nlogo = \"../x.svg\"\n").build().fails(1).stderr;
    assert!(said.contains("error[missing-file]: there is no file `brand/logo.png`"), "{said}");
    assert!(said.contains("careers.toml:2:8") && said.contains("careers.toml:4:8"), "{said}");
}
