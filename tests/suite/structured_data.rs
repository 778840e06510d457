//! What search engines read of a posting: schema.org's `JobPosting` by Google's rules.

use serde_json::{Value, json};

use crate::harness::{Run, TestSite};

const CONFIG: &str = "[site]\nbase_url = \"https://example.com/careers/\"\ntimezone = \"Europe/Berlin\"\n\
    [company]\nname = \"Acme\"\nurl = \"https://acme.example\"\n";
const APPLY: &str = "apply: https://acme.example/apply\n";

/// Everything in the page's JSON-LD of a type.
#[track_caller]
fn things(run: &Run, route: &str, kind: &str) -> Vec<Value> {
    let page = run.page(route);
    let Some((_, rest)) = page.split_once("<script type=\"application/ld+json\">") else { return Vec::new() };
    let json = rest.split_once("</script>").expect("an end").0;
    let document: Value = serde_json::from_str(json).unwrap_or_else(|error| panic!("{error}\n{json}"));
    let all = document["@graph"].as_array().cloned().unwrap_or_else(|| vec![document.clone()]);
    assert_eq!(document["@context"], "https://schema.org/");
    all.into_iter().filter(|thing| thing["@type"] == kind).collect()
}

fn build(front_matter: &str) -> Run {
    let posting = format!("---\ntitle: Baker\nposted: 2026-05-01\n{APPLY}{front_matter}---\nWe *bake*.\n");
    TestSite::new().file("careers.toml", CONFIG).seed("a.md", posting).build().succeeds()
}

#[track_caller]
fn job(front_matter: &str) -> Value {
    let mut jobs = things(&build(front_matter), "/jobs/a/", "JobPosting");
    assert_eq!(jobs.len(), 1, "{front_matter}");
    jobs.remove(0)
}

#[test]
fn f5_a_complete_posting_has_all_that_google_reads() {
    let job = job("locations: Berlin, Germany\ncloses: 2026-07-01\nemployment_type: full-time\nexperience: 2 years\n\
        salary: {min: 50000, max: 60000.5, currency: EUR, period: YEAR}\n");
    let mut expected = json!({
        "@type": "JobPosting",
        "title": "Baker",
        "description": "<p>We <em>bake</em>.</p>\n",
        "datePosted": "2026-05-01",
        "hiringOrganization": { "@type": "Organization", "name": "Acme", "sameAs": "https://acme.example" },
        "url": "https://example.com/careers/jobs/a/",
        "validThrough": "2026-07-01T23:59:59+02:00",
        "employmentType": "FULL_TIME",
        "jobLocation": { "@type": "Place", "address": {
            "@type": "PostalAddress", "addressLocality": "Berlin", "addressRegion": "BE", "addressCountry": "DE",
        } },
        "baseSalary": { "@type": "MonetaryAmount", "currency": "EUR", "value": {
            "@type": "QuantitativeValue", "minValue": 50000, "maxValue": 60000.5, "unitText": "YEAR",
        } },
        "experienceRequirements": { "@type": "OccupationalExperienceRequirements", "monthsOfExperience": 24 },
    });
    expected["identifier"] = json!({ "@type": "PropertyValue", "name": "Acme", "value": job["identifier"]["value"] });
    assert_eq!(job, expected);
}

#[test]
fn remote_work_names_the_countries_that_one_may_live_in() {
    let country = |name: &str| json!({ "@type": "Country", "name": name });
    let remote = job("remote: full\nremote_countries: [DE, France]\n");
    assert_eq!(remote["jobLocationType"], "TELECOMMUTE");
    assert_eq!(remote["applicantLocationRequirements"], json!([country("Germany"), country("France")]));
    assert_eq!(remote["jobLocation"], Value::Null);

    let group = job("locations: Remote (EU)\n");
    let countries = group["applicantLocationRequirements"].as_array().expect("several");
    assert_eq!(countries.len(), 27, "a group is all of its countries");

    let office = job("remote: full\nlocations: [Remote, \"Lisbon, Portugal\"]\n");
    assert_eq!(office["applicantLocationRequirements"], country("Portugal"));
    assert_eq!(office["jobLocation"]["address"]["addressLocality"], "Lisbon");
    let spelled = job("locations: Lisboa, Portugal\n");
    assert_eq!(spelled["jobLocation"]["address"]["addressLocality"], "Lisboa");

    let state = job("locations: \"Remote (Texas, USA)\"\n");
    assert_eq!(state["applicantLocationRequirements"], json!({ "@type": "State", "name": "Texas, United States" }));

    let hybrid = job("remote: hybrid\nlocations: Berlin, Germany\n");
    assert_eq!((&hybrid["jobLocationType"], &hybrid["applicantLocationRequirements"]), (&Value::Null, &Value::Null));
}

#[test]
fn pay_counts_where_an_amount_or_both_its_ends_are_told() {
    let pay =
        |salary: &str| job(&format!("locations: Berlin, Germany\nsalary: {salary}\n"))["baseSalary"]["value"].clone();
    let amount = json!({ "@type": "QuantitativeValue", "value": 50000, "unitText": "YEAR" });
    assert_eq!(pay("50000 EUR per year"), amount);
    for open in ["{min: 50000, currency: EUR, period: YEAR}", "{max: 50000, currency: EUR, period: YEAR}"] {
        assert_eq!(pay(open), Value::Null, "{open}");
    }
}

#[test]
fn o3_a_posting_that_lacks_what_is_required_has_no_markup_and_a_warning_that_says_what_to_add() {
    for (posting, lacks) in [
        ("---\nposted: 2026-05-01\nlocations: Berlin, Germany\n---\n# A\n\nText.\n", "how to apply"),
        ("---\napply: https://a.example/\nlocations: Berlin, Germany\n---\n# A\n\nText.\n", "when it was posted"),
        ("---\napply: https://a.example/\nposted: 2026-05-01\n---\n# A\n\nText.\n", "a place and its country"),
        (
            "---\napply: https://a.example/\nposted: 2026-05-01\nremote: true\n---\n# A\n\nText.\n",
            "which countries one may live in",
        ),
        (
            "---\ntitle: A\napply: https://a.example/\nposted: 2026-05-01\nlocations: Berlin, Germany\n---\n",
            "what the work is",
        ),
    ] {
        let run = TestSite::new().file("careers.toml", CONFIG).seed("a.md", posting).build().succeeds();
        assert_eq!(things(&run, "/jobs/a/", "JobPosting"), [""; 0], "{lacks}");
        let warning = format!("job search engines won't list this posting, which does not say {lacks}\n");
        assert!(run.stderr.contains(&warning), "{warning}{}", run.stderr);
    }
}

#[test]
fn the_configuration_completes_what_postings_leave_out() {
    let config = format!("{CONFIG}countries = [\"DE\"]\n[remote]\ncountries = [\"AT\", \"CH\"]\n");
    let run = TestSite::new()
        .file("careers.toml", config)
        .seed("far.md", format!("---\nposted: 2026-05-01\n{APPLY}remote: true\n---\n# A\n\nText.\n"))
        .seed("near.md", format!("---\nposted: 2026-05-01\n{APPLY}locations: Kleinkleckersdorf\n---\n# B\n\nText.\n"))
        .build()
        .succeeds();
    let far = &things(&run, "/jobs/far/", "JobPosting")[0];
    assert_eq!(far["applicantLocationRequirements"][1]["name"], "Switzerland");
    let near = &things(&run, "/jobs/near/", "JobPosting")[0];
    let address = json!({ "@type": "PostalAddress", "addressLocality": "Kleinkleckersdorf", "addressCountry": "DE" });
    assert_eq!(near["jobLocation"]["address"], address);
}

#[test]
fn o3_closed_postings_drafts_and_lists_have_no_job_posting() {
    let complete = format!("posted: 2026-05-01\n{APPLY}locations: Berlin, Germany\ntags: [Rust]\n---\nText.\n");
    let run = TestSite::new()
        .file("careers.toml", CONFIG)
        .seed("open.md", format!("---\ntitle: Open\n{complete}"))
        .seed("closed.md", format!("---\ntitle: Closed\nstatus: closed\n{complete}"))
        .seed("draft.md", format!("---\ntitle: Draft\nstatus: draft\n{complete}"))
        .build_with(&["--drafts"])
        .succeeds();
    let with_jobs: Vec<String> =
        run.pages().into_iter().filter(|(_, page)| page.contains("\"JobPosting\"")).map(|(file, _)| file).collect();
    assert_eq!(with_jobs, ["jobs/open/index.html"]);
}

#[test]
fn breadcrumbs_and_employers_are_told_where_they_are_shown() {
    let run = TestSite::new()
        .file("careers.toml", CONFIG)
        .seed("acme/_index.md", "---\ncompany: {name: Acme, url: https://acme.example}\n---\n")
        .seed("acme/a.md", format!("---\ntitle: A\nteam: Ovens\n{APPLY}---\nText.\n"))
        .seed("zeta/_index.md", "---\ncompany: Zeta\n---\n")
        .seed("zeta/b.md", "# B\n\nText.\n")
        .build()
        .succeeds();
    let crumbs = &things(&run, "/jobs/acme/a/", "BreadcrumbList")[0]["itemListElement"];
    let names: Vec<&str> = crumbs.as_array().expect("steps").iter().filter_map(|step| step["name"].as_str()).collect();
    assert_eq!(names, ["All open roles", "Acme", "Ovens", "A"]);
    assert_eq!(crumbs[1]["item"]["@id"], "https://example.com/careers/companies/acme/");
    let employer = json!({ "@type": "Organization", "name": "Acme", "sameAs": "https://acme.example" });
    assert_eq!(things(&run, "/companies/acme/", "Organization"), [employer]);
}

#[test]
fn nothing_in_a_posting_ends_the_script_that_it_stands_in() {
    let evil = "'</script><script>alert(1)</script><!--'";
    let posting = format!(
        "---\ntitle: {evil}\ncompany: {evil}\nposted: 2026-05-01\n{APPLY}locations: Berlin, Germany\n---\n\
         `</script><!--` and \u{2028}\n"
    );
    let run = TestSite::new().file("careers.toml", CONFIG).seed("a.md", posting).build().succeeds();
    let job = &things(&run, "/jobs/a/", "JobPosting")[0];
    assert_eq!(job["hiringOrganization"]["name"], evil.trim_matches('\''));
    assert!(job["description"].as_str().expect("text").contains("&lt;/script&gt;"));
    assert!(!run.page("/jobs/a/").contains("alert(1)</script>"));
}

#[test]
fn jobs_json_is_a_feed_of_all_open_postings_with_their_markup() {
    let run = build("locations: Berlin, Germany\ntags: [Sourdough]\n");
    let feed: Value = serde_json::from_str(&run.page("/jobs.json")).expect("JSON");
    assert_eq!(feed["version"], "https://jsonfeed.org/version/1.1");
    let item = &feed["items"][0];
    assert_eq!((&item["title"], &item["date_published"]), (&json!("Baker"), &json!("2026-05-01T00:00:00Z")));
    assert_eq!(item["tags"], json!(["Sourdough"]));
    assert_eq!(item["_jobposting"]["jobLocation"]["address"]["addressCountry"], "DE");
    let link = "type=\"application/feed+json\" title=\"Careers at Acme\" href=\"/careers/jobs.json\"";
    assert!(run.page("/").contains(link));
}
