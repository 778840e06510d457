use super::super::fixture::{draft, list, map, node, scalar};
use crate::data::{Scalar, Value};
use crate::posting::{EmploymentType, Facts, Period, Remote, Status};

fn codes(fixture: super::super::fixture::Fixture) -> Vec<(&'static str, String)> {
    fixture.infer().1.into_iter().map(|d| (d.code, d.message)).collect()
}

fn places(facts: &Facts) -> Vec<String> {
    facts.locations.iter().flat_map(|field| &field.value).map(|place| place.name.clone()).collect()
}

#[test]
fn i4_aliases_fill_their_fields() {
    let facts = draft()
        .key("job_title", "Welder")
        .key("excerpt", "We weld things that swim, and some that do not.")
        .key("hiringOrganization", "Acme")
        .key("jobLocation", "Ulm, Germany")
        .key("employmentType", "Vollzeit")
        .key("jobCategory", "Hulls")
        .key("seniority", "Senior")
        .key("datePosted", "2024-03-01T10:00:00+05:30")
        .key("valid_through", "October 29, 2024 at 9:00 am")
        .key("application link", "example.com/apply")
        .key("applyEmail", "jobs@example.com")
        .key("lang", "en-US")
        .key("skills", "Postgres; golang")
        .key("order", "3")
        .entry("redirect_from", list(&["/old/"]))
        .facts();
    let value = |field: Option<crate::posting::Field<String>>| field.map(|field| field.value).unwrap_or_default();
    assert_eq!(places(&facts), ["Ulm, Germany"]);
    assert_eq!(facts.employment_type.map(|field| field.value), Some(vec![EmploymentType::FullTime]));
    assert_eq!(facts.posted.map(|field| field.value.to_string()).as_deref(), Some("2024-03-01"));
    assert_eq!(facts.closes.map(|field| field.value.to_string()).as_deref(), Some("2024-10-29"));
    assert_eq!(
        facts.apply.map(|field| field.value),
        Some(vec!["https://example.com/apply".into(), "mailto:jobs@example.com".into()])
    );
    assert_eq!(facts.tags.map(|field| field.value), Some(vec!["PostgreSQL".into(), "Go".into()]));
    assert_eq!(
        (facts.weight.map(|field| field.value), facts.aliases.map(|field| field.value)),
        (Some(3), Some(vec!["/old/".into()]))
    );
    let texts =
        [value(facts.title), value(facts.company), value(facts.team), value(facts.level), value(facts.language)];
    assert_eq!(texts, ["Welder", "Acme", "Hulls", "Senior", "en"]);
}

#[test]
fn i4_keys_of_other_tools_are_kept_and_not_misread() {
    for (key, value) in [
        ("type", "page"),
        ("type", "jobs"),
        ("name", "ship-welder"),
        ("tags", "jobs"),
        ("contact", "Jane Doe"),
        ("permalink", "/x/"),
        ("link", "https://example.com"),
        ("published", "2024-03-01"),
        ("salary", "competitive"),
        ("order", "first"),
        ("layout", "job"),
        ("image", "a.png"),
    ] {
        let (facts, diagnostics) = draft().path("welder.md").key(key, value).infer();
        assert_eq!(facts.extra.iter().map(|entry| entry.key.as_str()).collect::<Vec<_>>(), [key], "{key}: {value}");
        assert!(diagnostics.is_empty(), "{key}: {value}: {diagnostics:?}");
        assert!(
            facts.employment_type.is_none() && facts.tags.is_none() && facts.apply.is_none() && facts.salary.is_none()
        );
        assert_eq!(facts.title.map(|field| field.value).as_deref(), Some("Welder"));
    }
}

#[test]
fn f3_nothing_is_nothing() {
    let fixture = draft()
        .key("location", "")
        .key("closes", "TBD")
        .key("company", "...")
        .key("remote", "n/a")
        .entry("tags", list(&[]));
    let (facts, diagnostics) = fixture.infer();
    assert!(
        facts.locations.is_none()
            && facts.closes.is_none()
            && facts.company.is_none()
            && facts.remote.is_none()
            && facts.tags.is_none()
    );
    assert!(diagnostics.is_empty(), "{diagnostics:?}");
}

#[test]
fn f2_a_status_is_told_by_many_keys_and_the_least_public_wins() {
    for (keys, expected) in [
        (vec![("draft", "true")], Status::Draft),
        (vec![("published", "false")], Status::Draft),
        (vec![("active", "false")], Status::Closed),
        (vec![("status", "Filled")], Status::Closed),
        (vec![("state", "closed")], Status::Closed),
        (vec![("positionState", "Closed"), ("draft", "true")], Status::Closed),
        (vec![("hidden", "yes"), ("active", "true")], Status::Draft),
        (vec![("publish", "false")], Status::Draft),
        (vec![("open", "false"), ("publish", "true")], Status::Closed),
        (vec![("archived", "true")], Status::Closed),
        (vec![("expired", "false")], Status::Open),
    ] {
        let facts = keys.iter().fold(draft(), |fixture, (key, value)| fixture.key(key, value)).facts();
        assert_eq!(facts.status.map(|field| field.value), Some(expected), "{keys:?}");
    }
    for (key, value) in [("draft", "false"), ("published", "true")] {
        let said = || draft().key(key, value).heading(1, "Welder");
        assert!(said().facts().status.is_none(), "{key}");
        let closed = said().paragraph("This position has been filled.").facts();
        assert_eq!(closed.status.map(|field| field.value), Some(Status::Closed), "{key}");
    }
    let quoted = super::super::fixture::node(Value::Scalar(Scalar { text: "true".into(), quoted: true }));
    assert_eq!(draft().entry("draft", quoted).facts().status.map(|field| field.value), Some(Status::Draft));
}

#[test]
fn i4_a_state_beside_a_city_is_a_region() {
    let facts = draft().key("city", "Austin").key("state", "TX").facts();
    assert_eq!((places(&facts), facts.status), (vec!["Austin, TX".to_owned()], None));
    let closed = draft().key("city", "Austin").key("state", "closed").facts();
    assert_eq!(places(&closed), ["Austin"]);
}

#[test]
fn f2_places_come_as_texts_lists_and_tables() {
    let table = map(&[("city", scalar("Ulm")), ("country", scalar("Germany"))]);
    assert_eq!(places(&draft().entry("location", table).facts()), ["Ulm, Germany"]);
    assert_eq!(
        places(&draft().entry("locations", list(&["Ulm", "Remote (EU)"])).facts()),
        ["Remote", "Ulm", "European Union"]
    );
    assert_eq!(places(&draft().key("location", "Washington, DC; Remote").facts()), ["Remote", "Washington, DC"]);
}

#[test]
fn f2_remote_is_a_yes_a_word_or_a_place() {
    for (text, expected) in [
        ("true", Some(Remote::Full)),
        ("no", Some(Remote::No)),
        ("hybrid", Some(Remote::Hybrid)),
        ("Partial", Some(Remote::Hybrid)),
        ("full", Some(Remote::Full)),
        ("on-site", Some(Remote::No)),
        ("EU only", Some(Remote::Full)),
        ("perhaps on Tuesdays", None),
    ] {
        assert_eq!(draft().key("remote", text).facts().remote.map(|field| field.value), expected, "{text}");
    }
    let remote = |key, text| draft().key(key, text).facts().remote.map(|field| field.value);
    assert_eq!(remote("employment_type", "Full-time, remote"), Some(Remote::Full));
    assert_eq!(remote("tags", "rust, remote"), Some(Remote::Full));
    assert_eq!(remote("tags", "hybrid, remote sensing"), None);
    assert_eq!(remote("jobLocationType", "TELECOMMUTE"), Some(Remote::Full));
    assert_eq!(["true", "false"].map(|text| remote("on_site", text)), [Some(Remote::No), None]);
    let facts = draft().key("remote", "EU only").facts();
    let countries = facts.remote_countries.map(|field| field.value).unwrap_or_default();
    assert_eq!(countries.iter().map(|place| place.name.as_str()).collect::<Vec<_>>(), ["European Union"]);
}

#[test]
fn f2_pay_comes_as_text_table_and_ends() {
    let table = map(&[
        ("min", scalar("50000")),
        ("max", scalar("60000")),
        ("currency", scalar("eur")),
        ("period", scalar("year")),
    ]);
    let ends = draft().key("salary_min", "$50,000").key("salary_max", "60000");
    for (fixture, currency) in
        [(draft().entry("salary", table), "EUR"), (ends, "USD"), (draft().key("salary", "£50-60k"), "GBP")]
    {
        let salary = fixture.facts().salary.expect("pay").value;
        assert_eq!((salary.min, salary.max, salary.period), (Some(50_000.), Some(60_000.), Some(Period::Year)));
        assert_eq!(salary.currency.as_deref(), Some(currency));
    }
    let monthly = map(&[("monthlyMin", scalar("3200")), ("monthly_max", scalar("€4800")), ("minutes", scalar("7"))]);
    let salary = draft().entry("salary", monthly).facts().salary.expect("pay").value;
    assert_eq!((salary.min, salary.max, salary.period), (Some(3200.), Some(4800.), Some(Period::Month)));
}

#[test]
fn f2_experience_is_a_time_or_a_level() {
    let facts = draft().key("experience", "5+ years").facts();
    assert_eq!((facts.experience_months.map(|field| field.value), facts.level), (Some(60), None));
    assert_eq!(draft().key("experience_months", "18").facts().experience_months.map(|field| field.value), Some(18));
    assert_eq!(draft().key("experience", "Senior").facts().level.map(|field| field.value).as_deref(), Some("Senior"));
}

#[test]
fn f2_employment_is_read_from_all_keys_about_it_and_from_values_that_mean_nothing_else() {
    use EmploymentType::{FullTime, Intern, PartTime, Temporary};
    for (keys, expected) in [
        (vec![("work_schedule", "Full time."), ("appointment_type", "term")], vec![Temporary, FullTime]),
        (vec![("hours", "20")], vec![PartTime]),
        (vec![("fte", "0.6")], vec![PartTime]),
        (vec![("régime", "temps plein")], vec![FullTime]),
        (vec![("workload", "Full-time")], vec![FullTime]),
        (vec![("kind", "internship")], vec![Intern]),
        (vec![("kind", "contract testing")], vec![]),
        (vec![("note", "We have full-time staff")], vec![]),
    ] {
        let fixture = keys.iter().fold(draft(), |fixture, (key, value)| fixture.key(key, value));
        let found = fixture.facts().employment_type.map(|field| field.value).unwrap_or_default();
        assert_eq!(found, expected, "{keys:?}");
    }
}

#[test]
fn f2_a_process_is_a_list_of_steps() {
    let step = map(&[("step", scalar("Call")), ("length", scalar("30 min"))]);
    let facts =
        draft().entry("process", super::super::fixture::node(Value::List(vec![step, scalar("Talk (1 hour)")]))).facts();
    let steps: Vec<_> = facts.process.expect("steps").value.into_iter().map(|step| (step.step, step.length)).collect();
    assert_eq!(steps, [("Call".into(), Some("30 min".into())), ("Talk".into(), Some("1 hour".into()))]);
}

#[test]
fn f3_values_that_cannot_be_read_are_warned_about_and_kept() {
    for (key, value, code) in [
        ("date", "03/04/2024", "unreadable-date"),
        ("closes", "2018-04-31", "unreadable-date"),
        ("closes", "next week", "unreadable-date"),
        ("employment_type", "sometimes", "invalid-value"),
        ("salary", "60-70k", "invalid-value"),
        ("salary_min", "much", "invalid-value"),
        ("status", "maybe", "invalid-value"),
        ("weight", "heavy", "invalid-value"),
        ("apply", "by post", "invalid-value"),
        ("locations", "3", "invalid-value"),
        ("language", "klingon", "invalid-value"),
        ("company", "Our client builds ships. They are big.", "invalid-value"),
    ] {
        let (facts, diagnostics) = draft().key(key, value).infer();
        assert_eq!(diagnostics.iter().map(|d| d.code).collect::<Vec<_>>(), [code], "{key}: {value}");
        assert!(diagnostics[0].help.is_some() && diagnostics[0].location.is_some());
        assert_eq!(facts.extra.len(), 1, "{key}: {value}");
    }
    assert_eq!(
        codes(draft().key("date", "03/04/2024"))[0].1,
        "`03/04/2024` under `date` can be day and month or month and day"
    );
}

#[test]
fn i4_an_unknown_key_one_slip_away_is_warned_about() {
    let (facts, diagnostics) = draft().key("locaton", "Ulm").infer();
    assert_eq!(facts.extra.len(), 1);
    let told: Vec<_> = diagnostics.iter().map(|d| (d.code, d.message.as_str(), d.help.as_deref())).collect();
    assert_eq!(told, [("unknown-key", "`locaton` is no known key", Some("did you mean `location`?"))]);
    assert!(codes(draft().key("gs_level", "14").key("layout", "job").key("Benefits", "tea")).is_empty());
}

#[test]
fn i4_ways_to_apply_are_read_in_more_shapes_and_texts_about_it_are_left_alone() {
    let ways = |key: &str, value| draft().entry(key, value).infer();
    let contact = map(&[("name", scalar("Ann")), ("email", scalar("ann@example.com"))]);
    for (key, value, expected) in [
        ("contact", contact, Some("mailto:ann@example.com")),
        ("how_to_apply", scalar("Send your CV to jobs@example.com"), Some("mailto:jobs@example.com")),
        ("applicationForm", scalar("https://example.com/form"), Some("https://example.com/form")),
        ("How to apply", scalar("in person"), None),
        ("application", scalar("rolling"), None),
    ] {
        let (facts, diagnostics) = ways(key, value);
        assert_eq!(facts.apply.as_ref().and_then(|field| field.value.first()).map(String::as_str), expected, "{key}");
        assert!(diagnostics.iter().all(|d| d.code == "no-title"), "{key}: {diagnostics:?}");
    }
}

#[test]
fn f1_a_title_is_one_line_and_no_key_of_a_translation() {
    for (written, expected) in [
        ("Welder<br>with a passion", "Welder with a passion"),
        ("titles.job.welder", "Ship Welder"),
        ("Node.js welder", "Node.js welder"),
        ("C++ <3", "C++ <3"),
    ] {
        let facts = draft().path("ship-welder.md").key("title", written).facts();
        assert_eq!(facts.title.map(|field| field.value).as_deref(), Some(expected));
    }
}

#[test]
fn f1_other_keys_count_where_they_are_labels_and_their_values_understood() {
    let given = |key: &str, value: &str| draft().heading(1, "Welder").key(key, value).facts();
    let place = |facts: crate::posting::Facts| facts.locations.map(|field| field.value[0].name.clone());
    assert_eq!(place(given("place-of-performance", "Ulm")), None);
    assert_eq!(place(given("office locations", "Ulm")).as_deref(), Some("Ulm"));
    assert_eq!(place(given("einsatzorte", "Ulm")).as_deref(), Some("Ulm"));
    assert_eq!(place(given("site", "acme-docs")), None);
    assert_eq!(place(given("region", "Paris")).as_deref(), Some("Paris"));
    assert_eq!(given("rate", "$15/Hr").salary.and_then(|field| field.value.min), Some(15.0));
    assert_eq!(given("jobSite", "Remote").remote.map(|field| field.value), Some(crate::posting::Remote::Full));
    assert!(given("theme", "hybrid").remote.is_none());
    assert!(given("unit", "Hulls").team.is_none());
    let list = ["Ulm", "Full-time", "$50,000 - $60,000 per year"];
    let facts = draft().heading(1, "Welder").entry("highlights", super::super::fixture::list(&list)).facts();
    assert_eq!((facts.salary.is_some(), facts.employment_type.is_some()), (true, true));
    assert_eq!(place(facts).as_deref(), Some("Ulm"));
}

#[test]
fn f1_an_office_under_a_key_about_the_place_of_work_is_a_place() {
    for (key, value, expected, remote) in [
        ("workplace", "Ulm", "Ulm", None),
        ("workplace", "hybrid", "", Some(Remote::Hybrid)),
        ("location_type", "remote", "Remote", Some(Remote::Full)),
        ("remote", "EU only", "Remote", Some(Remote::Full)),
        ("homeoffice", "möglich", "", Some(Remote::Hybrid)),
        ("hybrid", "true", "", Some(Remote::Hybrid)),
        ("hybrid", "false", "", None),
        ("address", "Dock 4, 89073 Ulm", "Ulm", None),
        ("address", "jobs@example.com", "", None),
    ] {
        let facts = draft().heading(1, "Welder").key(key, value).facts();
        assert_eq!(places(&facts).concat(), expected, "{key}: {value}");
        assert_eq!(facts.remote.map(|field| field.value), remote, "{key}: {value}");
    }
}

#[test]
fn i4_facts_lie_in_tables_of_any_name_and_in_pairs() {
    let place = |key: &str, value| {
        let facts = draft().heading(1, "Welder").entry(key, value).facts();
        facts.locations.map(|field| field.value[0].name.clone())
    };
    let table = || map(&[("location", scalar("Ulm")), ("team", scalar("Hulls"))]);
    assert_eq!(place("opening_facts", table()).as_deref(), Some("Ulm"));
    // Whose place, nobody knows; and an employer's is its seat.
    assert_eq!(place("author", map(&[("name", scalar("Ann")), ("location", scalar("Ulm"))])), None);
    assert_eq!(place("organization", table()), None);
    let pair = |name: &str| map(&[("label", scalar(name)), ("value", scalar("Ulm"))]);
    assert_eq!(place("side", node(Value::List(vec![pair("Location")]))).as_deref(), Some("Ulm"));
    assert_eq!(place("side", node(Value::List(vec![pair("Author")]))), None);
    assert_eq!(place("bar", scalar("Ulm | Full-time")).as_deref(), Some("Ulm"));
    assert_eq!(place("bar", scalar("Ulm | Steel")), None);
}

#[test]
fn f1_texts_under_keys_that_are_not_ours_tell_what_the_text_leaves_out() {
    let page = || map(&[("line", scalar("Schick uns deine <b>Bewerbung</b> an jobs@example.com."))]);
    let ways = |text: &str| {
        let facts = draft().key("title", "Welder").entry("page", page()).paragraph(text).facts();
        facts.apply.map(|field| field.value)
    };
    assert_eq!(ways("Weld."), Some(vec!["mailto:jobs@example.com".to_owned()]));
    assert_eq!(ways("Send your CV to ann@example.com."), Some(vec!["mailto:ann@example.com".to_owned()]));
}

#[test]
fn f2_full_and_part_time_are_told_under_any_key() {
    for (value, expected) in [("Full Time", Some(EmploymentType::FullTime)), ("Intern", None), ("permanent", None)] {
        let job = map(&[("skill", scalar("Senior")), ("category", scalar(value))]);
        let kinds = draft().key("title", "Welder").entry("job", job).facts().employment_type.map(|field| field.value);
        assert_eq!(kinds, expected.map(|kind| vec![kind]), "{value}");
    }
}

#[test]
fn f2_pay_as_people_read_it_counts_before_its_figures_for_a_chart() {
    let chart = map(&[("original", scalar("£33,000 - £39,000")), ("min", scalar("33")), ("max", scalar("39"))]);
    let salary = draft().key("title", "Welder").entry("salary", chart).facts().salary.map(|field| field.value);
    assert_eq!(salary.map(|salary| (salary.min, salary.max)), Some((Some(33_000.0), Some(39_000.0))));
}

#[test]
fn i4_published_is_a_day_or_a_status() {
    let given = |text: &str| draft().key("title", "Welder").key("published", text).facts();
    assert_eq!(given("2026-05-02").posted.map(|field| field.value.to_string()).as_deref(), Some("2026-05-02"));
    assert_eq!(given("false").status.map(|field| field.value), Some(Status::Draft));
    assert!(given("true").posted.is_none());
    let closed = draft().key("title", "Welder").key("is_open", "false").facts();
    assert_eq!(closed.status.map(|field| field.value), Some(Status::Closed));
}

#[test]
fn i4_a_word_for_remote_work_says_more_than_a_yes_or_no_beside_it() {
    for (truth, word, expected) in
        [("false", "HYBRID", Remote::Hybrid), ("true", "Ulm", Remote::Full), ("false", "", Remote::No)]
    {
        let place = map(&[("city", scalar("Ulm")), ("remote", scalar(truth)), ("remoteType", scalar(word))]);
        let facts = draft().key("title", "Welder").entry("location", place).facts();
        assert_eq!(facts.remote.map(|field| field.value), Some(expected), "{truth} {word}");
    }
}

#[test]
fn i4_russian_words_for_where_and_how_one_works_are_read() {
    for (format, kind, expected) in [("Удалённая работа", "Полная", Remote::Full), ("Офис", "Частичная", Remote::No)]
    {
        let facts = draft().key("title", "Сварщик").key("workFormat", format).key("employment", kind).facts();
        assert_eq!(facts.remote.map(|field| field.value), Some(expected), "{format}");
    }
}
