//! Feeds for job boards, held against what each board asks for.

use std::collections::BTreeSet;

use quick_xml::Reader;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::Event;

use crate::harness::{Run, TestSite};

pub(crate) const CONFIG: &str = "[site]\nbase_url = \"https://example.com/careers/\"\n[company]\nname = \"Acme\"\n\
    [feeds]\nindeed = true\nlinkedin = true\nadzuna = true\njooble = true\ntalent = true\nemail = \"jobs@acme.example\"\n";
const TEXT: &str = "We bake bread for the whole town, from four in the morning on. You knead, shape and bake it, and \
    you teach it to those who begin.\n";

pub(crate) const FEEDS: [&str; 5] = ["indeed", "linkedin", "adzuna", "jooble", "talent"];

/// The elements that a job must have, by feed, with words in them; `:` before one that may be empty.
const REQUIRED: [(&str, &str); 5] = [
    (
        "indeed",
        "title date referencenumber requisitionid url company sourcename city :state country :postalcode description email",
    ),
    ("linkedin", "partnerJobId company title description applyUrl location country posterEmail"),
    ("adzuna", "title id description url location country"),
    ("jooble", "link name region description pubdate updated"),
    ("talent", "referencenumber title company :city :state country dateposted url description isremote"),
];

/// The elements of a feed outside its jobs.
const HEADS: [(&str, &str); 5] = [
    ("indeed", "publisher publisherurl lastBuildDate"),
    ("linkedin", "lastBuildDate publisherUrl publisher expectedJobCount"),
    ("adzuna", ""),
    ("jooble", ""),
    ("talent", "publisher publisherurl lastbuilddate"),
];

/// An element's path below the root, and its text; attributes are paths that end in `@name`.
type Elements = Vec<(String, String)>;

/// The head of a feed and its jobs; what is no XML fails the test.
#[track_caller]
pub(crate) fn parsed(run: &Run, feed: &str) -> (Elements, Vec<Elements>) {
    let xml = run.page(&format!("/feeds/{feed}.xml"));
    let mut reader = Reader::from_str(&xml);
    reader.config_mut().check_end_names = true;
    let (mut head, mut jobs): (Elements, Vec<Elements>) = (Vec::new(), Vec::new());
    let (mut path, mut text): (Vec<String>, String) = (Vec::new(), String::new());
    loop {
        match reader.read_event().unwrap_or_else(|error| panic!("{feed}: {error}\n{xml}")) {
            Event::Start(start) => {
                path.push(start.name().as_ref().to_owned());
                if path[1..] == ["job"] {
                    jobs.push(Vec::new());
                }
                for attribute in start.attributes() {
                    let attribute = attribute.expect("an attribute");
                    let name = format!("@{}", attribute.key.as_ref());
                    jobs.last_mut().expect("only jobs have any").push((name, attribute.value.to_string()));
                }
                text.clear();
            }
            Event::End(_) => {
                let text = std::mem::take(&mut text);
                match (path.get(1).map(String::as_str), path.len()) {
                    (Some("job"), 3..) => jobs.last_mut().expect("a job").push((path[2..].join("/"), text)),
                    (Some("job") | None, _) => {}
                    (Some(name), _) => head.push((name.to_owned(), text)),
                }
                path.pop();
            }
            Event::Text(part) => text.push_str(part.xml10_content().trim()),
            Event::CData(part) => text.push_str(&part),
            Event::GeneralRef(entity) => text.push_str(resolve_predefined_entity(&entity).expect("one of XML's own")),
            Event::Eof => return (head, jobs),
            _ => {}
        }
    }
}

/// The texts of an element, job by job.
#[track_caller]
fn each(run: &Run, feed: &str, name: &str) -> Vec<String> {
    let (_, jobs) = parsed(run, feed);
    jobs.iter().map(|job| job.iter().find(|(path, _)| path == name).map_or("-", |(_, text)| text).to_owned()).collect()
}

fn references(run: &Run, feed: &str) -> Vec<String> {
    let names = ["referencenumber", "partnerJobId", "id", "@id", "referencenumber"];
    each(run, feed, names[FEEDS.iter().position(|known| *known == feed).expect("a feed")])
}

pub(crate) fn site(postings: &[(&str, &str)]) -> TestSite {
    let site = TestSite::new().file("careers.toml", CONFIG);
    postings.iter().fold(site, |site, (name, front_matter)| site.seed(name, posting(front_matter)))
}

pub(crate) fn posting(front_matter: &str) -> String {
    let usual = [("title", "Baker"), ("posted", "2026-05-01"), ("apply", "https://acme.example/apply")];
    let missing = usual.into_iter().filter(|(key, _)| !front_matter.contains(&format!("{key}:")));
    let usual: Vec<String> = missing.map(|(key, value)| format!("{key}: {value}\n")).collect();
    format!("---\n{front_matter}{}---\n{TEXT}", usual.concat())
}

#[test]
fn every_job_of_every_feed_has_what_its_board_requires() {
    let site = site(&[
        ("office.md", "locations: Berlin, Germany\n"),
        ("offices.md", "locations: [\"Austin, TX\", \"Lisbon, Portugal\"]\nremote: hybrid\n"),
        ("remote.md", "remote: full\nremote_countries: [DE, PT]\n"),
        ("state.md", "locations: \"Remote (Texas, USA)\"\n"),
        ("unknown.md", "locations: \"Kleinkleckersdorf, Germany\"\n"),
        ("hostile.md", "title: \"]]> </job> & <b>\"\nlocations: Berlin, Germany\n"),
    ]);
    let run = site.build().succeeds();
    for (feed, names) in HEADS {
        let (head, _) = parsed(&run, feed);
        let found: Vec<&str> =
            head.iter().filter(|(_, text)| !text.is_empty()).map(|(name, _)| name.as_str()).collect();
        assert_eq!(found, names.split_whitespace().collect::<Vec<_>>(), "{feed}");
    }
    for (feed, names) in REQUIRED {
        let (_, jobs) = parsed(&run, feed);
        assert_eq!(jobs.len(), 8, "{feed}");
        for job in &jobs {
            for name in names.split(' ') {
                let (name, may_be_empty) = name.strip_prefix(':').map_or((name, false), |name| (name, true));
                let texts: Vec<_> = job.iter().filter(|(path, _)| path == name).map(|(_, text)| text).collect();
                assert!(texts.len() == 1 && (may_be_empty || !texts[0].is_empty()), "{feed}: {name} of {job:?}");
            }
        }
        let references: BTreeSet<String> = references(&run, feed).into_iter().collect();
        assert!(references.len() == 8 && references.iter().all(|reference| reference.len() <= 40), "{references:?}");
    }
}

#[test]
fn a_posting_at_several_places_is_as_many_jobs() {
    let site = site(&[
        ("a.md", "locations: [\"Austin, TX\", \"Lisbon, Portugal\", \"Lisboa, Portugal\"]\n"),
        ("b.md", "remote: full\nremote_countries: [DE, PT]\n"),
    ]);
    let run = site.build().succeeds();
    assert_eq!(each(&run, "indeed", "city"), ["Austin", "Lisbon", "Remote", "Remote"]);
    assert_eq!(each(&run, "indeed", "state"), ["TX", "", "", ""]);
    for feed in ["indeed", "linkedin", "adzuna", "talent"] {
        assert_eq!(each(&run, feed, "country"), ["US", "PT", "DE", "PT"], "{feed}");
    }
    let places = ["Austin, Texas, United States", "Lisbon, Portugal", "Germany", "Portugal"];
    assert_eq!(each(&run, "linkedin", "location"), places);
    assert_eq!(each(&run, "jooble", "region"), places);
    assert_eq!(each(&run, "linkedin", "workplaceTypes"), ["-", "-", "Remote", "Remote"]);
    assert_eq!(each(&run, "talent", "isremote"), ["no", "no", "yes", "yes"]);
    assert_eq!(each(&run, "indeed", "remotetype"), ["-", "-", "Fully remote", "Fully remote"]);
    let requisitions: BTreeSet<String> = each(&run, "indeed", "requisitionid").into_iter().collect();
    assert_eq!(requisitions.len(), 2, "one a posting");
}

#[test]
fn the_address_is_the_postings_page_and_adzunas_its_own() {
    let run = site(&[("a.md", "locations: [\"Austin, TX\", \"Lisbon, Portugal\"]\n"), ("b.md", "locations: Berlin\n")]);
    let run = run.build().succeeds();
    let page = "https://example.com/careers/jobs/a/";
    for (feed, name) in [("indeed", "url"), ("jooble", "link"), ("talent", "url")] {
        assert_eq!(each(&run, feed, name)[..2], [page, page], "{feed}");
    }
    let [first, second, single] = &each(&run, "adzuna", "url")[..] else { panic!("three jobs") };
    assert!(first != second && [first, second].iter().all(|url| url.starts_with(&format!("{page}?place="))));
    assert_eq!(single, "https://example.com/careers/jobs/b/");
    assert_eq!(each(&run, "linkedin", "applyUrl")[0], "https://acme.example/apply");
}

#[test]
fn references_outlive_a_new_title_a_new_address_and_a_further_place() {
    let site = site(&[("a.md", "locations: [\"Lisbon, Portugal\", \"Munich, Germany\"]\n")]);
    let all = |run: &Run| FEEDS.map(|feed| references(run, feed));
    let before = all(&site.build().succeeds());
    let changed =
        "title: Confectioner\nslug: sweets\nlocations: [\"Austin, TX\", \"München, Germany\", \"Lisbon, Portugal\"]\n";
    site.edit("seeds/a.md", posting(changed));
    for (before, after) in before.iter().zip(all(&site.build().succeeds())) {
        assert_eq!((&before[0], &before[1]), (&after[2], &after[1]));
    }
}

#[test]
fn each_board_gets_its_own_forms_of_dates_pay_and_kinds_of_employment() {
    let front_matter = "locations: Berlin, Germany\nremote: hybrid\ncloses: 2026-07-09\nupdated: 2026-05-20\n\
        employment_type: [FULL_TIME, CONTRACTOR]\nteam: Ovens\nlevel: Senior\ntags: [Sourdough]\nexperience: 2 years\n\
        salary: {min: 50000, max: 60000, currency: EUR, period: YEAR}\n";
    let run = site(&[("a.md", front_matter)]).build().succeeds();
    let all: Vec<String> = FEEDS
        .iter()
        .map(|feed| {
            let (_, jobs) = parsed(&run, feed);
            let shown =
                jobs[0].iter().filter(|(_, text)| text.len() != 36 && !text.contains("bread") && !text.is_empty());
            let shown: Vec<String> = shown.map(|(path, text)| format!("{path} {text}")).collect();
            format!("{feed}\n  {}\n", shown.join("\n  "))
        })
        .collect();
    insta::assert_snapshot!(all.concat(), @r"
    indeed
      title Baker
      date 2026-05-01T00:00:00Z
      url https://example.com/careers/jobs/a/
      company Acme
      sourcename Acme
      city Berlin
      state BE
      country DE
      email jobs@acme.example
      salary €50000-€60000 per year
      jobtype fulltime, contract
      category Ovens
      experience 2+ years
      expirationdate 2026-07-09
      remotetype Hybrid remote
      lastactivitydate 2026-05-20T00:00:00Z
    linkedin
      company Acme
      title Baker
      applyUrl https://acme.example/apply
      posterEmail jobs@acme.example
      location Berlin, Germany
      city Berlin
      state Berlin
      country DE
      workplaceTypes Hybrid
      experienceLevel MID_SENIOR_LEVEL
      jobtype FULL_TIME
      skills/skill Sourdough
      salaries/salary/highEnd/amount 60000
      salaries/salary/highEnd/currencyCode EUR
      salaries/salary/lowEnd/amount 50000
      salaries/salary/lowEnd/currencyCode EUR
      salaries/salary/period YEARLY
      salaries/salary/type BASE_SALARY
      listDate 2026-05-01
      expirationDate 2026-07-09
    adzuna
      title Baker
      url https://example.com/careers/jobs/a/
      location Berlin, Germany
      country DE
      salary_min 50000
      salary_max 60000
      salary_frequency year
      salary_currency EUR
      company Acme
      category Ovens
      contract_type contract
      contract_time full_time
      date 2026-05-01T00:00:00Z
    jooble
      link https://example.com/careers/jobs/a/
      name Baker
      region Berlin, Germany
      pubdate 01.05.2026
      updated 20.05.2026
      salary €50000-€60000 per year
      company Acme
      expire 09.07.2026
      jobtype Full-time, Contract
    talent
      title Baker
      company Acme
      city Berlin
      state Berlin
      country DE
      dateposted 2026-05-01T00:00:00Z
      url https://example.com/careers/jobs/a/
      expirationdate 2026-07-09T00:00:00Z
      jobtype Full-time, Contract
      isremote no
      salary/salary_min 50000
      salary/salary_max 60000
      salary/salary_currency EUR
      salary/period year
      salary/type BASE_SALARY
    ");
}

#[test]
fn linkedin_gets_the_elements_that_it_shows_and_the_others_all() {
    let text =
        "## What\n\nA *b* [link](https://a.example/), `code`.\n\n1. One\n2. Two\n\n| A | B |\n|---|---|\n| 1 | 2 |\n\n";
    let posting = posting("locations: Berlin, Germany\n").replace(TEXT, &format!("{text}{TEXT}"));
    let run = TestSite::new().file("careers.toml", CONFIG).seed("a.md", posting).build().succeeds();
    let description = &each(&run, "linkedin", "description")[0];
    let expected = "<p><strong>What</strong></p><p>A <i>b</i> link (https://a.example/), code.</p>\
        <ul><li>One</li><li>Two</li></ul><p>A | B</p><p>1 | 2</p><p>We bake";
    assert!(description.replace('\n', "").starts_with(expected), "{description}");
    for feed in ["indeed", "adzuna", "jooble", "talent"] {
        let description = &each(&run, feed, "description")[0];
        let parts = ["<h2>What</h2>", "<em>b</em>", "<ol>", "<table>", "<a href=\"https://a.example/\">link</a>"];
        assert!(
            parts.iter().all(|part| description.contains(part)) && !description.contains("class="),
            "{description}"
        );
    }
}

#[test]
fn whatever_a_posting_says_a_feed_stays_well_formed_and_says_the_same() {
    let evil = "a]]>b <![CDATA[ &amp; </description></job> & \u{1} ]]]>";
    let front_matter = format!("title: '{evil}'\ncompany: '{evil}'\nteam: '{evil}'\nlocations: 'Berlin, Germany'\n");
    let posting = posting(&front_matter).replace(TEXT, &format!("`{evil}` {TEXT}\n<p title=']]>'>x</p>\n"));
    let run = TestSite::new().file("careers.toml", CONFIG).seed("a.md", posting).build().succeeds();
    for feed in FEEDS {
        let name = if feed == "jooble" { "name" } else { "title" };
        let title = &each(&run, feed, name)[0];
        assert!(
            title.starts_with("a]]>b <![CDATA[ &amp; </description></job> &") && title.ends_with("]]]>"),
            "{title}"
        );
        let description = &each(&run, feed, "description")[0];
        let escaped = if feed == "indeed" { "a]]>b &lt;![CDATA[ " } else { "a]]&gt;b &lt;![CDATA[ " };
        assert!(description.contains(escaped), "{feed}: {description}");
        assert_eq!(each(&run, feed, name).len(), 1);
    }
}

#[test]
fn closed_postings_drafts_and_those_of_the_future_are_in_no_feed() {
    let site = site(&[
        ("open.md", "locations: Berlin, Germany\n"),
        ("closed.md", "locations: Berlin, Germany\ncloses: 2026-05-31\n"),
        ("draft.md", "locations: Berlin, Germany\nstatus: draft\n"),
        ("future.md", "locations: Berlin, Germany\nposted: 2026-08-01\n"),
    ]);
    let run = site.build_with(&["--drafts", "--future"]).succeeds();
    for feed in FEEDS {
        assert_eq!(parsed(&run, feed).1.len(), 1, "{feed}");
    }
    assert!(!run.stderr.contains("not-in-feed"), "{}", run.stderr);
}
