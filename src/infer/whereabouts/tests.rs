use super::*;

fn names(text: &str) -> Vec<String> {
    read(text).places.into_iter().map(|place| place.name).collect()
}

#[test]
fn f2_a_city_with_its_region_is_one_place_and_two_cities_are_two() {
    for (text, expected) in [
        ("Berlin", vec!["Berlin"]),
        ("Austin, TX", vec!["Austin, TX"]),
        ("Harrisburg, PA", vec!["Harrisburg, PA"]),
        ("Berlin, Munich, Hamburg", vec!["Berlin", "Munich", "Hamburg"]),
        ("Bonn/Berlin/München", vec!["Bonn", "Berlin", "München"]),
        ("Washington, DC; San Francisco, CA; Remote", vec!["Remote", "Washington, DC", "San Francisco, CA"]),
        ("Springfield, Elsewhere", vec!["Springfield, Elsewhere"]),
        ("London, UK, Berlin, Germany", vec!["London, UK", "Berlin, Germany"]),
        ("Portland, Oregon, USA", vec!["Portland, Oregon, USA"]),
        ("US, Canada and UK", vec!["United States", "Canada", "United Kingdom"]),
        ("Bosnia and Herzegovina", vec!["Bosnia and Herzegovina"]),
        ("WA, United States", vec!["WA, United States"]),
        ("Kyoto HQ, Japan", vec!["Kyoto HQ, Japan"]),
        ("北京，上海，Remote", vec!["Remote", "北京", "上海"]),
        ("Location: Southwest US (Arizona region)", vec!["Southwest US (Arizona region)"]),
        ("Cluj-Napoca", vec!["Cluj-Napoca"]),
        ("12 High Street, Springfield, IL", vec!["12 High Street, Springfield, IL"]),
        ("Head Office", vec!["Head Office"]),
        ("", vec![]),
        ("TBD", vec![]),
    ] {
        assert_eq!(names(text), expected, "{text}");
    }
}

#[test]
fn f2_remote_terms_are_told_from_places() {
    use Remote::{Full, Hybrid, No};
    for (text, places, remote, countries, hours) in [
        ("Remote", vec!["Remote"], Some(Full), vec![], None),
        (
            "Full remote: EU & UK (+/- 3 hours)",
            vec!["Remote", "European Union", "United Kingdom"],
            Some(Full),
            vec!["European Union", "United Kingdom"],
            Some("+/- 3 hours"),
        ),
        ("Tallinn, Estonia (Hybrid)", vec!["Tallinn, Estonia"], Some(Hybrid), vec![], None),
        ("Frisco, TX / Remote", vec!["Remote", "Frisco, TX"], Some(Full), vec![], None),
        ("Anywhere in the U.S. (remote)", vec!["Remote", "United States"], Some(Full), vec!["United States"], None),
        ("Remote (US)", vec!["Remote", "United States"], Some(Full), vec!["United States"], None),
        ("Remote, Germany only", vec!["Remote", "Germany"], Some(Full), vec!["Germany"], None),
        (
            "Remote - Americas/Europe",
            vec!["Remote", "Americas", "Europe"],
            Some(Full),
            vec!["Americas", "Europe"],
            None,
        ),
        ("Remote (GMT +3/-3)", vec!["Remote"], Some(Full), vec![], Some("GMT +3/-3")),
        ("Remote within CET -3 / +3 timezone", vec!["Remote"], Some(Full), vec![], Some("CET -3 / +3 timezone")),
        ("US Remote", vec!["Remote", "United States"], Some(Full), vec!["United States"], None),
        ("Berlin (on-site)", vec!["Berlin"], Some(No), vec![], None),
        ("Worldwide", vec!["Worldwide"], Some(Full), vec![], None),
        ("Berlin or remote", vec!["Remote", "Berlin"], Some(Full), vec![], None),
        ("Remote, OR", vec!["Remote", "OR"], Some(Full), vec![], None),
        ("Germany", vec!["Germany"], None, vec![], None),
        ("Ulm (remote work by arrangement)", vec!["Ulm"], Some(Hybrid), vec![], None),
        ("Ulm (sorry, no remote work)", vec!["Ulm"], None, vec![], None),
        ("本社（リモート勤務は応相談）", vec!["本社"], Some(Hybrid), vec![], None),
    ] {
        let found = read(text);
        let names: Vec<_> = found.places.iter().map(|place| place.name.as_str()).collect();
        assert_eq!((names, found.remote), (places, remote), "{text}");
        assert_eq!(
            (found.countries.iter().map(String::as_str).collect::<Vec<_>>(), found.hours.as_deref()),
            (countries, hours),
            "{text}"
        );
    }
}

#[test]
fn f3_prose_is_not_understood() {
    for text in [
        "A hub for documentation",
        "Join us in Berlin to build a company",
        "Small company - big product vision",
        "We are remote, and we care",
        "CCNA level, m/w",
    ] {
        assert!(!read(text).is_understood(), "{text}");
    }
    for text in ["Full time / Remote", "Berlin, Germany · Full-time", "Hybrid", "Vollzeit"] {
        assert!(read(text).is_understood(), "{text}");
    }
}

#[test]
fn i5_odd_lines_do_no_harm() {
    for text in [
        "((((",
        "（",
        "Remote (",
        ")(",
        "/ / /",
        ",,,",
        " & ",
        "Berlin (",
        "é(ü)ö",
        "remote remote remote",
        "and and and",
    ] {
        let _ = read(text);
    }
    let _ = read(&"a, ".repeat(10_000));
    let _ = read(&"(remote) ".repeat(10_000));
    let _ = read(&"x & ".repeat(10_000));
}
