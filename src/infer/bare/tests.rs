//! Which lines tell by themselves.

use crate::infer::fixture::{Fixture, draft};
use crate::posting::{EmploymentType, Facts, Remote};

fn places(facts: &Facts) -> Vec<&str> {
    facts.locations.iter().flat_map(|field| &field.value).map(|place| place.name.as_str()).collect()
}

fn told(facts: &Facts) -> (Vec<&str>, Option<Remote>, usize, Option<f64>) {
    (
        places(facts),
        facts.remote.as_ref().map(|field| field.value),
        facts.employment_type.as_ref().map_or(0, |field| field.value.len()),
        facts.salary.as_ref().and_then(|field| field.value.min),
    )
}

#[test]
fn f1_bare_lines_count_when_nothing_in_them_is_unknown() {
    let facts = draft().item("Remote (GMT +3/-3)").item("Full time").facts();
    assert_eq!(told(&facts), (vec!["Remote"], Some(Remote::Full), 1, None));
    assert_eq!(facts.employment_type.map(|field| field.value), Some(vec![EmploymentType::FullTime]));
}

#[test]
fn f1_sentences_of_few_words_tell_as_lines_do() {
    for (text, expected) in [
        (
            "Six months of sparks. Ulm, on site. Full-time, permanent. Come and see.",
            (vec!["Ulm"], Some(Remote::No), 1, None),
        ),
        ("Hullwerk | Ulm, Germany", (vec!["Ulm, Germany"], None, 0, None)),
        ("Hullwerk | Ulm | Bern", (vec![], None, 0, None)),
        ("Hullwerk · Ulm · 12 weeks, from May", (vec!["Ulm"], None, 0, None)),
        ("Part-time, 0.6 FTE (24 hours a week), permanent\nUlm", (vec!["Ulm"], None, 1, None)),
        ("Hull & Sons Ltd, Ulm", (vec!["Ulm"], None, 0, None)),
        ("Hull Group – Savannah, GA – full time", (vec!["Savannah, GA"], None, 1, None)),
        ("Night welder · Ulm · 22.5 hours (three nights)", (vec!["Ulm"], None, 1, None)),
        ("20 hours · befristet bis 30. Juni 2027 · Ulm oder mobil", (vec!["Ulm"], Some(Remote::Hybrid), 2, None)),
        (
            "Hullwerk | Ulm | hybrid (twice a week at the yard behind the old harbour)",
            (vec!["Ulm"], Some(Remote::Hybrid), 0, None),
        ),
        ("Leeds, down by the dock. Forty welders, one crane.", (vec!["Leeds"], None, 0, None)),
        ("Leeds, by the way, has cranes. We weld.", (vec![], None, 0, None)),
        ("Hullwerk | Anvil Estate, Dockside, Coimbatore – 641021", (vec!["Coimbatore"], None, 0, None)),
        ("We met in Ulm. Full-time nonsense. Whether on site or not, who knows.", (vec![], None, 0, None)),
    ] {
        assert_eq!(told(&draft().heading(1, "Welder").paragraph(text).facts()), expected, "{text}");
    }
}

#[test]
fn f1_facts_that_bars_part_are_read_side_by_side() {
    let welder = || draft().heading(1, "Welder");
    let ulm = || (vec!["Ulm"], Some(Remote::Hybrid), 1, Some(60_000.0));
    for text in [
        "📍 Ulm · 💰 €60k–€75k · 🕐 Full-time · 🏠 Hybrid",
        "Ulm | Hybrid | Full-time | €60,000 - €75,000 per year",
        "🏢 Ulm • hybrid • Vollzeit • 60.000 – 75.000 €",
        "📌 Ulm\n💶 €60–75k + equity\n⏰ Full-time\n🏠 Hybrid",
    ] {
        assert_eq!(told(&welder().paragraph(text).facts()), ulm(), "{text}");
    }
    assert_eq!(told(&welder().heading(3, "Ulm · Hybrid · Full-time · €60k–€75k").facts()), ulm());
    let headed = welder().heading(3, "Full time — Ulm, Germany").facts();
    assert_eq!(told(&headed), (vec!["Ulm, Germany"], None, 1, None));
    let choice = welder().item("full-time").item("part-time").item("internship").facts();
    assert_eq!(choice.employment_type.map(|field| field.value.len()), Some(3));
    let items = welder().item("Ulm").item("Full-time").item("Hybrid").item("$60,000 - $75,000 per year");
    assert_eq!(told(&items.facts()), ulm());
    let hourly = welder().paragraph("Ulm, Germany | 0.8 FTE | €20.50–€25.00 per hour").facts();
    assert_eq!(told(&hourly), (vec!["Ulm, Germany"], None, 1, Some(20.5)));
    let offered = welder().item("Ulm").item("Kiel").item("Remote").facts();
    assert_eq!(told(&offered), (vec!["Remote", "Ulm", "Kiel"], Some(Remote::Full), 0, None));
    assert_eq!(told(&welder().item("Full-time").item("En présentiel").facts()).1, Some(Remote::No));
    let named = welder().paragraph("Hullwerk | Senior Welder | Ulm or REMOTE (EU) | Full-time | €60k–€75k").facts();
    assert_eq!(told(&named).0, ["Remote", "Ulm", "European Union"]);
}

#[test]
fn f1_a_line_of_a_chinese_board_begins_with_its_town() {
    let line = |text: &str| draft().heading(1, "焊工").paragraph(text).facts();
    assert_eq!(places(&line("深圳 ｜ 3-5年 ｜ 本科")), ["深圳"]);
    assert!(places(&line("深圳 ｜ 3家工厂 ｜ 焊接")).is_empty());
}

#[test]
fn f1_an_address_near_the_top_is_where_the_work_is() {
    for text in ["Leeds, UK", "Yard University, Leeds, UK", "12 High Street, Leeds, UK"] {
        let facts = draft().heading(1, "Welder").paragraph(text).facts();
        assert_eq!(places(&facts), ["Leeds, UK"], "{text}");
    }
    for text in [
        "Hullwerk am Hafen, Ulm",
        "Hullwerk ★★★ — Ulm",
        "3 years, Ulm",
        "Anvil Street, Ulm",
        "Ulm. From May on, or when you can.",
        "Hullwerk & Sons Ltd, Ulm. You weld from dawn.",
        "Anvil Club, Ulm. Sparks, steel, and tea.",
    ] {
        let facts = draft().heading(1, "Welder").heading(2, "Three torches").paragraph(text).facts();
        assert_eq!(places(&facts), ["Ulm"], "{text}");
    }
    let untitled = draft().paragraph("Welding: hulls of ships").paragraph("3 years, Ulm (Germany)").facts();
    assert_eq!(places(&untitled), ["Ulm, Germany"]);
    let small = draft().heading(1, "Welder").paragraph("Hullwerk am Hafen – Nowhere, Umbria").facts();
    assert_eq!(places(&small), ["Nowhere, Umbria"]);
    for text in ["Hullwerk - Austin, TX 78701", "Hullwerk - Austin, TX\nFull-time, Part-time"] {
        let facts = draft().heading(1, "Welder").paragraph(text).facts();
        assert_eq!(places(&facts), ["Austin, TX"], "{text}");
    }
    let several = draft().heading(1, "Welder").paragraph("Shrewsbury").paragraph("We weld.").facts();
    assert_eq!(places(&several), ["Shrewsbury"]);
    let below_name = draft().heading(1, "Welder").paragraph("Anvil County Yard\nBloomington, Indiana").facts();
    assert_eq!(places(&below_name), ["Bloomington, Indiana"]);
    let bracketed = draft().heading(1, "Welder").paragraph("(Ulm/Kiel)").paragraph("We weld.").facts();
    assert_eq!(places(&bracketed), ["Ulm", "Kiel"]);
    let sparks = draft().heading(1, "Welder").paragraph("Hullwerk - Austin, TX\nSparks fly").facts();
    assert!(places(&sparks).is_empty());
    for text in
        ["Hullwerk, Ulm | Bern", "Yard: Hullwerk, Ulm", "Hullwerk, Nowhere", "Hullwerk am Hafen – Steel, Germany"]
    {
        assert!(places(&draft().heading(1, "Welder").paragraph(text).facts()).is_empty(), "{text}");
    }
}

#[test]
fn f3_places_and_sums_without_other_facts_are_not_read() {
    let silent = |fixture: Fixture| told(&fixture.facts()) == (vec![], None, 0, None);
    assert!(silent(draft().heading(1, "Welder").item("Germany").item("France").item("Full of joy")));
    for text in [
        "Berlin · Paris · Rome",
        "Home | About | Contact",
        "€3M raised · 40 people · Ulm",
        "401k with $5,000 match per year",
        "Two roles | Ulm",
    ] {
        assert!(silent(draft().heading(1, "Welder").paragraph(text)), "{text}");
    }
}

#[test]
fn f1_slashes_part_facts_as_bars_do() {
    let permanent = draft().heading(1, "Soudeur").paragraph("Ulm · Poste permanent à temps plein").facts();
    assert_eq!((told(&permanent).0, told(&permanent).2), (vec!["Ulm"], 1));
    for (text, expected) in [
        ("Hull Welder\nSingapore\nHulls / Full-time / On-site", (vec!["Singapore"], Some(Remote::No), 1, None)),
        ("Ulm / Full-time / On-site", (vec!["Ulm"], Some(Remote::No), 1, None)),
        ("Keels / Hulls / Masts", (vec![], None, 0, None)),
    ] {
        assert_eq!(told(&draft().paragraph(text).paragraph("We weld.").facts()), expected, "{text}");
    }
}
