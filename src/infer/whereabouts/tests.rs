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
        ("Kyoto HQ, Japan", vec!["Kyoto, Japan"]),
        ("北京，上海，Remote", vec!["Remote", "北京", "上海"]),
        ("Location: Southwest US (Arizona region)", vec!["Southwest US (Arizona region)"]),
        ("Cluj-Napoca", vec!["Cluj-Napoca"]),
        ("12 High Street, Springfield, IL", vec!["Springfield, IL"]),
        ("12 High Street, Smallville, IL 61000, USA", vec!["Smallville, IL, USA"]),
        ("Hafenstraße 5, 20457 Hamburg", vec!["Hamburg"]),
        ("our yard in Hamburg", vec!["Hamburg"]),
        ("our yard in Nowhere", vec!["our yard in Nowhere"]),
        ("Remote in Northern California", vec!["Remote", "Northern California"]),
        ("北京或者上海", vec!["北京", "上海"]),
        ("Semipresencial em São Paulo, SP", vec!["São Paulo, SP"]),
        ("[Recife] [PE]", vec!["Recife, PE"]),
        ("[Recife]", vec!["Recife"]),
        ("Recife [PE]", vec!["Recife [PE]"]),
        ("Flexible, within U.S.", vec!["United States"]),
        ("東京都台東区浅草1-2-3", vec!["東京都台東区"]),
        ("Shoreditch, London, UK", vec!["London, UK"]),
        ("1 The Quay, Nowhere", vec!["1 The Quay, Nowhere"]),
        ("Dortmund, Erfurt, Mönchengladbach", vec!["Dortmund", "Erfurt", "Mönchengladbach"]),
        ("Paris, Germany", vec!["Paris", "Germany"]),
        ("Germany, Berlin", vec!["Berlin, Germany"]),
        ("Germany - Berlin", vec!["Berlin, Germany"]),
        ("DE-Berlin", vec!["Berlin, DE"]),
        ("Berlin (Germany)", vec!["Berlin, Germany"]),
        ("Minneapolis MN", vec!["Minneapolis, MN"]),
        ("Minneapolis MN; Omaha, NE", vec!["Minneapolis, MN", "Omaha, NE"]),
        ("Brooklyn, New York", vec!["Brooklyn, New York"]),
        ("Chicago, New York", vec!["Chicago", "New York"]),
        ("Berlin / Berlin, Germany", vec!["Berlin"]),
        ("München, Munich", vec!["München"]),
        ("São Paulo/SP", vec!["São Paulo, SP"]),
        ("Curitiba - PR", vec!["Curitiba, PR"]),
        ("Paris/Berlin", vec!["Paris", "Berlin"]),
        ("BERLIN", vec!["Berlin"]),
        ("frankfurt am main", vec!["Frankfurt Am Main"]),
        ("the Netherlands", vec!["Netherlands"]),
        ("Deutschland, Österreich oder Schweiz", vec!["Deutschland", "Österreich", "Schweiz"]),
        ("APAC & EMEA", vec!["Asia-Pacific", "EMEA"]),
        ("Head Office", vec!["Head Office"]),
        ("Berlin + Remote", vec!["Remote", "Berlin"]),
        ("Soho, New York City", vec!["Soho, New York City"]),
        ("London (Soho)", vec!["London (Soho)"]),
        ("Berlin (relocation support available)", vec!["Berlin"]),
        ("Hullwerk HQ, Berlin", vec!["Berlin"]),
        ("Köln und Umgebung", vec!["Köln"]),
        ("New Brunswick, NJ", vec!["New Brunswick, NJ"]),
        ("Jundiaí - SP", vec!["Jundiaí, SP"]),
        ("Raum Köln", vec!["Köln"]),
        ("Germany      Berlin", vec!["Germany", "Berlin"]),
        ("Köln / Homeoffice", vec!["Köln"]),
        ("Köln / 100% Homeoffice", vec!["Remote", "Köln"]),
        ("London (preferred), Remote", vec!["Remote", "London"]),
        ("London, with flexible working", vec!["London"]),
        ("Hybrid, London (2 days a week in the office)", vec!["London"]),
        ("Remote; must be US-based", vec!["Remote", "United States"]),
        ("Anywhere in Europe", vec!["Remote", "Europe"]),
        ("Berlin or remote.", vec!["Remote", "Berlin"]),
        ("Various locations", vec![]),
        ("Our office in Berlin", vec!["Berlin"]),
        ("Remote (global)", vec!["Remote"]),
        ("Institute of Rust/Iron University, Paris, France", vec!["Paris, France"]),
        ("University of Iron", vec!["University of Iron"]),
        ("台北 + 遠端", vec!["Remote", "台北"]),
        ("", vec![]),
        ("TBD", vec![]),
    ] {
        assert_eq!(names(text), expected, "{text}");
    }
}

#[test]
fn f2_places_are_told_from_addresses_houses_and_joints_in_many_tongues() {
    for (text, expected) in [
        ("上海+远程", vec!["Remote", "上海"]),
        ("Chennai, TN", vec!["Chennai, TN"]),
        ("Bengaluru, KA / Pune, MH", vec!["Bengaluru, KA", "Pune, MH"]),
        ("Smallville, TN", vec!["Smallville, TN"]),
        ("Stockholm.", vec!["Stockholm"]),
        ("Washington, D.C.", vec!["Washington, D.C."]),
        ("大阪。", vec!["大阪"]),
        ("Madrid o Barcelona", vec!["Madrid", "Barcelona"]),
        ("Malmö och Lund", vec!["Malmö", "Lund"]),
        ("Utrecht of Delft", vec!["Utrecht", "Delft"]),
        ("City of London", vec!["City of London"]),
        ("東京または大阪", vec!["東京", "大阪"]),
        ("서울 또는 부산", vec!["서울", "부산"]),
        ("Canada (Toronto preferred)", vec!["Canada", "Toronto"]),
        ("Deutschland (idealerweise Ulm)", vec!["Deutschland", "Ulm"]),
        ("Remote (own torch and mask)", vec!["Remote"]),
        ("Incubateur de l’école des Arts de Nantes", vec!["Nantes"]),
        ("University of Oxford", vec!["Oxford"]),
        ("Hullwerk HQ, Victoria BC", vec!["Victoria, BC"]),
        ("Flexible (UK)", vec!["United Kingdom"]),
        ("UK-wide", vec!["United Kingdom"]),
        ("bundesweit", vec![]),
        ("deutschlandweit", vec!["Deutschland"]),
        ("Europaweit", vec!["Europa"]),
        ("in ganz Deutschland", vec!["Deutschland"]),
        ("qualquer lugar do Brasil", vec!["Remote", "Brasil"]),
        ("cualquier parte de España", vec!["Remote", "España"]),
        ("partout en France", vec!["Remote", "France"]),
        ("京都市（京都駅から徒歩3分）", vec!["京都市"]),
        ("Leeds City Centre", vec!["Leeds"]),
        ("Downtown Toronto", vec!["Toronto"]),
        ("Central Europe", vec!["Central Europe"]),
        ("Ulm (HQ)", vec!["Ulm"]),
        ("Kiel (Hafen)", vec!["Kiel"]),
        ("Lyon (centre-ville)", vec!["Lyon"]),
        ("Nairobi, Kenya (with travel to Kisumu)", vec!["Nairobi, Kenya"]),
        ("東京（フルリモート可）", vec!["Remote", "東京"]),
        ("Atlanta, GA USA + Remote", vec!["Remote", "Atlanta, GA USA"]),
        ("Hull Yard - 78 Dock Road - Leeds - at the station", vec!["Leeds"]),
        ("Hull Yard (12 Dock Road, Leeds)", vec!["Leeds"]),
        ("勤務工房（〒123-4567 愛知県小牧市中央1-2・二階）", vec!["愛知県小牧市"]),
        ("+49 30 1234567", vec![]),
        ("Tel. 030 1234567", vec![]),
        ("ann@example.com", vec![]),
        ("https://example.com/map", vec![]),
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
        ("Berlin (required)", vec!["Berlin"], None, vec![], None),
        ("San Francisco CA, Victoria BC", vec!["San Francisco, CA", "Victoria, BC"], None, vec![], None),
        ("Worldwide", vec!["Worldwide"], Some(Full), vec![], None),
        ("Berlin or remote", vec!["Remote", "Berlin"], Some(Full), vec![], None),
        ("Remote, OR", vec!["Remote", "OR"], Some(Full), vec![], None),
        ("Germany", vec!["Germany"], None, vec![], None),
        ("Ulm (remote work by arrangement)", vec!["Ulm"], Some(Hybrid), vec![], None),
        ("Ulm (sorry, no remote work)", vec!["Ulm"], None, vec![], None),
        ("Ulm (aucun télétravail)", vec!["Ulm"], None, vec![], None),
        ("Nowhere Dock (in person preferred)", vec!["Nowhere Dock"], None, vec![], None),
        ("Ulm or Kiel (Ulm preferred; Kiel if you like)", vec!["Ulm", "Kiel"], None, vec![], None),
        ("Ulm (sin teletrabajo)", vec!["Ulm"], None, vec![], None),
        ("Hybrid, Ulm, 60–80%", vec!["Ulm"], Some(Hybrid), vec![], None),
        ("本社（リモート勤務は応相談）", vec!["本社"], Some(Hybrid), vec![], None),
    ] {
        let found = read(text);
        let names: Vec<_> = found.places.iter().map(|place| place.name.as_str()).collect();
        assert_eq!((names, found.remote), (places, remote), "{text}");
        assert_eq!(
            (found.countries.iter().map(|place| place.name.as_str()).collect::<Vec<_>>(), found.hours.as_deref()),
            (countries, hours),
            "{text}"
        );
    }
}

#[test]
fn f2_all_spellings_of_a_place_are_one() {
    let key = |text: &str| {
        let places = read(text).places;
        assert_eq!(places.len(), 1, "{text}");
        places[0].key().into_owned()
    };
    for (spellings, expected) in [
        (
            vec!["Berlin", "Berlin, Germany", "DE-Berlin", "Berlin, DE", "Berlin (Deutschland)", "10115 Berlin"],
            "Berlin",
        ),
        (vec!["Munich", "München", "Muenchen, Bayern", "Munich HQ", "Munich, Bavaria, Germany"], "Munich"),
        (vec!["Austin", "Austin, TX", "Austin TX", "Austin, Texas, USA"], "Austin"),
        (vec!["Portland, OR", "Portland, Oregon", "Portland OR", "Portland, OR 97201"], "Portland, OR"),
        (vec!["東京", "Tokyo", "Tokyo, Japan", "東京都"], "Tokyo"),
        (vec!["US", "USA", "United States", "the U.S.", "アメリカ"], "United States"),
        (vec!["EU", "European Union", "Europäische Union"], "European Union"),
        (vec!["Smallville, KS", "Smallville, Kansas", "Smallville, KS, USA"], "Smallville, KS"),
    ] {
        for spelling in spellings {
            assert_eq!(key(spelling), expected, "{spelling}");
        }
    }
}

#[test]
fn f3_a_city_of_several_countries_is_in_none_until_the_line_tells() {
    let country = |text: &str| read(text).places[0].country().map(crate::posting::Country::code);
    for (text, expected) in [
        ("Birmingham", None),
        ("Birmingham; London", Some("GB")),
        ("Birmingham; Austin, TX", Some("US")),
        ("Birmingham; London; Austin", None),
        ("Birmingham; Nowhere", None),
        ("Birmingham, AL", Some("US")),
        ("Cambridge or Remote", None),
    ] {
        let at = usize::from(text.ends_with("Remote"));
        let found =
            if at == 1 { read(text).places[1].country().map(crate::posting::Country::code) } else { country(text) };
        assert_eq!(found, expected, "{text}");
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

#[test]
fn f2_a_share_of_remote_work_in_brackets_is_no_part_of_the_name() {
    for (text, expected) in [("Ulm/Bonn (remoto al 60%)", Remote::Hybrid), ("Ulm (remoto, 100%)", Remote::Full)] {
        let read = read(text);
        assert_eq!(read.remote, Some(expected), "{text}");
        assert!(read.places.iter().all(|place| !place.name.contains('(')), "{text}");
    }
    assert_eq!(names("Ulm (Mitte)"), ["Ulm (Mitte)"]);
    assert_eq!(names("Lyon and Paris (say which you like)"), ["Lyon", "Paris"]);
}

#[test]
fn f2_a_remark_behind_a_place_is_no_place() {
    for (text, expected, remote) in [
        ("Ulm, with frequent travel to Bern and Lyon", "Ulm", None),
        ("Ulm with travel to Bern", "Ulm", None),
        ("Lyon (Vaise), 2 j/semaine sur site, le reste à distance", "Lyon (Vaise)", Some(Remote::Hybrid)),
        ("Ulm, mit Homeoffice nach Absprache", "Ulm", Some(Remote::Hybrid)),
        ("Ulm, and yards throughout the county", "Ulm", None),
        ("3 years, Ulm", "Ulm", None),
        ("Full-time. Based in Ulm or nearby with travel to Bern", "Ulm", None),
        ("Remote, with an office in Ulm", "Remote", Some(Remote::Full)),
        ("Fukuoka City", "Fukuoka City", None),
        ("Mexico City", "Mexico City", None),
        ("Ulm (Hall 7, gate 3)", "Ulm", None),
        ("Ulm (Hall 7 — the one with the crane)", "Ulm", None),
        ("杭州 · 余杭区（坐班，不打卡）", "杭州", None),
        ("Anvil Farm, near Ulm, Germany", "Ulm, Germany", None),
    ] {
        let read = read(text);
        assert_eq!((read.places.len(), read.places[0].name.as_str(), read.remote), (1, expected, remote), "{text}");
    }
    assert_eq!(names("Town Hall, 3400 Nowhere"), ["Nowhere"]);
    assert_eq!(names("Ulm or nearby"), ["Ulm"]);
    assert_eq!(names("Porto, PT"), ["Porto, PT"]);
    // Two towns, and a town of the name of a word.
    assert_eq!(names("Ulm, Bern"), ["Ulm", "Bern"]);
    assert_eq!(names("Worthing, England"), ["Worthing, England"]);
    assert_eq!(names("Ulm (Mitte)"), ["Ulm (Mitte)"]);
    assert_eq!(names("Kiel, near Ulm"), ["Kiel", "Ulm"]);
}

#[test]
fn f3_a_town_with_a_point_of_the_compass_is_its_neighbour_in_america() {
    assert!(matches!(read("South Jakarta").places[0].spot, Spot::City(_)));
    assert_eq!(read("East Denver").places[0].spot, Spot::Unknown);
}

#[test]
fn f2_days_and_hours_beside_a_place_are_no_part_of_it() {
    use Remote::{Full, Hybrid};
    for (text, places, remote) in [
        ("Leeds or York (office 2x a week)", vec!["Leeds", "York"], Some(Hybrid)),
        ("Lyon, un jour de télétravail par semaine", vec!["Lyon"], Some(Hybrid)),
        ("Ulm / remote within ±2h of CET", vec!["Remote", "Ulm"], Some(Full)),
        ("Homeoffice deutschlandweit möglich", vec!["Remote"], Some(Full)),
        ("Leeds (notice of 30 days)", vec!["Leeds"], None),
        ("Leeds office, with up to two days a week at home", vec!["Leeds"], Some(Hybrid)),
    ] {
        let read = read(text);
        let names: Vec<_> = read.places.iter().map(|place| place.name.as_str()).collect();
        assert_eq!((names, read.remote), (places, remote), "{text}");
    }
}

#[test]
fn f3_a_remote_word_with_a_remark_is_no_name_of_a_place() {
    use Remote::{Full, Hybrid, No};
    for (text, expected, remote) in [
        ("Remote, Hybrid, In-Office (Wherever you want)", vec!["Remote"], Some(Full)),
        ("In-Office", vec![], Some(No)),
        ("Ulm (where you like)", vec!["Remote", "Ulm"], Some(Full)),
        ("Wo du willst", vec!["Remote"], Some(Full)),
        ("Ulm oder Leeds (nach Wahl)", vec!["Ulm", "Leeds"], None),
        ("Remote or Ulm, your choice", vec!["Remote", "Ulm"], Some(Full)),
        ("a elegir", vec![], None),
        ("Totalmente REMOTO full time (horário flexível)", vec!["Remote"], Some(Full)),
        ("Remote within reason", vec!["Remote"], Some(Full)),
        ("Remote two days a week", vec![], Some(Hybrid)),
        ("Remote not possible", vec![], None),
        ("Homeoffice nach Absprache", vec![], Some(Hybrid)),
        ("On-site at our yard", vec![], Some(No)),
        ("Remote Nowhere", vec!["Remote Nowhere"], None),
        ("Office at the quay in Rotterdam", vec!["Rotterdam"], None),
        ("Office, Ulm", vec!["Ulm"], Some(No)),
        ("Ulm, Germany · Engineering", vec!["Ulm, Germany"], None),
        ("Ulm; remote (DE)", vec!["Remote", "Ulm"], Some(Full)),
        ("Remote within Nowhere", vec!["Remote", "Nowhere"], Some(Full)),
        ("Ulm | Remote (own torch)", vec!["Remote", "Ulm"], Some(Full)),
    ] {
        assert_eq!(names(text), expected, "{text}");
        assert_eq!(read(text).remote, remote, "{text}");
    }
    // Nobody has to trust it.
    assert!(read("Remote within reason").has_unknown);
}

#[test]
fn f2_counties_and_provinces_hold_towns_that_nobody_knows() {
    for (text, country) in [
        ("Nowhere, Shropshire", "GB"),
        ("Nowhere, Co. Clare", "IE"),
        ("Nowhere, Limpopo", "ZA"),
        ("Nowhere, Umbria", "IT"),
        ("Nowhere, Gelderland", "NL"),
        ("Nowhere, Drôme", "FR"),
        ("Nowhere, Värmland", "SE"),
        ("Nowhere, Vestland", "NO"),
        ("Nowhere, Jalisco", "MX"),
        ("Nirgends an der Aa, Germany", "DE"),
        ("Nowhere, Washington", "US"),
    ] {
        let read = read(text);
        assert_eq!(names(text), [text]);
        assert_eq!(read.places[0].country().map(crate::posting::Country::code), Some(country), "{text}");
    }
}
