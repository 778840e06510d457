mod several;

use super::super::fixture::draft;
use crate::posting::{EmploymentType, OriginKind};

fn places(text: &str) -> Vec<String> {
    let facts = draft().heading(1, "Welder").paragraph(text).facts();
    facts.locations.into_iter().flat_map(|field| field.value).map(|place| place.name).collect()
}

#[test]
fn f1_sentences_tell_where_the_work_is_done() {
    for (text, expected) in [
        ("This role is based in Berlin.", vec!["Berlin"]),
        ("This role is based in Berlin or Munich.", vec!["Berlin", "Munich"]),
        ("You'll sit in our New York office, near the port.", vec!["New York"]),
        ("The position is located in Zürich", vec!["Zürich"]),
        ("You will work from our Lyon office.", vec!["Lyon"]),
        ("Our office is in the heart of Zurich.", vec!["Zurich"]),
        ("Freiraum, ein Büro am Fluss in Bern und Kuchen.", vec!["Bern"]),
        ("Een werkplek in ons kantoor aan de gracht in Utrecht.", vec!["Utrecht"]),
        ("Nos bureaux sont situés à Nantes.", vec!["Nantes"]),
        ("Welding at our North Harbour, Iowa office.", vec!["North Harbour, Iowa"]),
        ("Acme ist ein Verein mit Sitz in Köln.", vec!["Köln"]),
        ("Acme, headquartered in Austin, Texas, makes anvils.", vec!["Austin, Texas"]),
        ("勤務地は東京都です。", vec!["東京都"]),
        ("We are looking for a welder in Lisbon.", vec!["Lisbon"]),
        ("Für unsere Werft suchen wir Verstärkung in Kiel.", vec!["Kiel"]),
        ("Ort: Lyon", vec!["Lyon"]),
        ("This is an on-site role in Denver.", vec!["Denver"]),
        ("Acme is a Berlin-based yard.", vec!["Berlin"]),
        ("Estamos en Barcelona y soldamos.", vec!["Barcelona"]),
        ("Des locaux en plein centre-ville d'Amiens.", vec!["Amiens"]),
        ("東京オフィスで溶接します。", vec!["東京"]),
        ("This is a full-time position in Denver, Colorado.", vec!["Denver, Colorado"]),
        ("An in-person (Leeds, UK) position.", vec!["Leeds, UK"]),
        ("Whether you want to work in Berlin or not.", vec!["Berlin"]),
        ("Hullwerk, Bristol, is looking for a welder.", vec!["Bristol"]),
        ("Hullwerk builds submarines in Halifax, Nova Scotia.", vec!["Halifax, Nova Scotia"]),
        ("Hullwerk ist ein Familienunternehmen aus Paderborn.", vec!["Paderborn"]),
        ("Een kantoor van Hullwerk in centrum Amsterdam.", vec!["Amsterdam"]),
        ("The welder lives in or near Berlin.", vec!["Berlin"]),
        ("Be willing to relocate to Lisbon.", vec!["Lisbon"]),
        ("The Hull University, located in Ulm (Southern Germany), invites applications.", vec!["Ulm"]),
        ("This role can be based in Berlin or Munich.", vec!["Berlin", "Munich"]),
        ("Part-time (20 hours a week) in Berlin", vec!["Berlin"]),
        ("In unserem Hamburger Büro schweißt du.", vec!["Hamburg"]),
        ("Din arbetsplats är i våra ljusa lokaler i centrala Stockholm.", vec!["Stockholm"]),
        ("Vores kontor ligger i København.", vec!["København"]),
        ("Lavorerai nella nostra sede di Milano.", vec!["Milano"]),
        ("Leben, lieben und schweißen in Groningen.", vec!["Groningen"]),
        ("Soudure en centre ville à Marseille, à temps plein.", vec!["Marseille"]),
        ("Dock 4, 20095 Hamburg", vec!["Hamburg"]),
        ("The University of Oxford invites applications for a welder.", vec!["Oxford"]),
        ("We're a London startup.", vec!["London"]),
        (
            "This role is based in Austin TX, San Antonio TX, or Hamburg.",
            vec!["Austin, TX", "San Antonio, TX", "Hamburg"],
        ),
        ("A bright office in central Ho Chi Minh.", vec!["Ho Chi Minh"]),
        ("The position is located in the Department of Steel at the yard in Porto.", vec!["Porto"]),
        ("Our office is a five-minute walk from Utrecht Centraal.", vec!["Utrecht"]),
        ("You must live within commuting distance of Seattle.", vec!["Seattle"]),
        ("You're with us in the workshop in Leeds.", vec!["Leeds"]),
        ("The role is assigned to the Visalia district office.", vec!["Visalia"]),
        ("Amsterdam city centre offices by the canal.", vec!["Amsterdam"]),
        ("We are a yard based in Singapore.", vec!["Singapore"]),
        ("Our presence in Denver is three welders.", vec!["Denver"]),
        ("12 Dock Road, Manchester M1 2AB", vec!["Manchester"]),
        ("La sede di lavoro è Bologna.", vec!["Bologna"]),
        ("Buscamos soldador para Lima.", vec!["Lima"]),
        ("大阪の工場で溶接します。", vec!["大阪"]),
        ("Localisation à l’incubateur de l’école des Arts de Nantes", vec!["Nantes"]),
        ("Le stage se déroulera à Grenoble.", vec!["Grenoble"]),
        ("The welder will work at our Leeds site.", vec!["Leeds"]),
        ("We have yards in Leeds and York; this role is in York.", vec!["York"]),
        ("東京都渋谷区の工房で溶接します。", vec!["東京都渋谷区"]),
        ("工作地点在北京市海淀区。", vec!["北京市海淀区"]),
        ("溶接研究室\n〒123-4567 愛知県小牧市中央1-2", vec!["愛知県小牧市"]),
        ("Our office is in Staines-upon-Thames.", vec!["Staines-upon-Thames"]),
        ("We weld on a hill outside Bristol, Vermont.", vec!["Bristol, Vermont"]),
        ("We are a yard in the Anvil Quarter, Galway.", vec!["Galway"]),
        ("We are a small yard on the outskirts of Leeds.", vec!["Leeds"]),
        ("The position is based in our South Jakarta office.", vec!["South Jakarta"]),
        ("Unser Büro ist im 7. Bezirk in Wien.", vec!["Wien"]),
        ("Positions are open in both Oslo and Bergen.", vec!["Oslo", "Bergen"]),
        ("You'll need to live within reach of Leeds.", vec!["Leeds"]),
        ("Dienstort ist Stade.", vec!["Stade"]),
        ("A welder for our Leeds yard.", vec!["Leeds"]),
        ("You'd live in Lisbon, Portugal, and travel to yards.", vec!["Lisbon, Portugal"]),
        ("For this role you'd sit in Leeds, next to the kettle.", vec!["Leeds"]),
        ("One of you will be stationed at Leeds, the other at York.", vec!["Leeds", "York"]),
        ("Poste à pourvoir à Rennes ou à Nantes.", vec!["Rennes", "Nantes"]),
        ("Dein Schreibtisch steht in Köln.", vec!["Köln"]),
        ("工房は三重県大紀町にある小さな造船所です。", vec!["三重県大紀町"]),
    ] {
        assert_eq!(places(text), expected, "{text}");
    }
}

#[test]
fn f3_other_places_are_not_where_the_work_is_done() {
    for text in [
        "We work in our Sunday clothes.",
        "Investors in our Berlin portfolio.",
        "This role is based in Nowhere.",
        "Our customers have offices in Berlin.",
        "We fly you to our office in Paris for the interview.",
        "Offices in London, Berlin and Lisbon.",
        "Our products are sold in Berlin.",
        "We print a tale that is set in Berlin.",
        "Nous éditons un récit qui se passe à Nantes.",
        "We meet twice a year in Lisbon.",
        "Our founders met in Boston.",
        "Office work is nice.",
        "Microsoft Office and Reading.",
        "We ship to Rome. Our office is dog-friendly.",
        "Hullwerk is used by yards and customers in Halifax, Nova Scotia.",
        "Your position in our team is safe.",
        "Seams are made in Berlin, and sealed in Lisbon.",
        "A degree of the University of Oxford, or of the University of Bonn.",
        "The Summer office is closed.",
        "Ship number 20095 of Hullwerk.",
        "Hulls for yards in Berlin and Munich.",
        "Our servers are located in Frankfurt.",
        "Our CEO moved from Dublin.",
        "Our office is in Newcastle-under-Anvil.",
        "Our site is used by welders all over Bristol.",
        "Construction sites in Leeds rely on us.",
        "Our sister company sits in Tokyo.",
        "Bor du f.eks. i Aarhus, tager toget 18 minutter.",
        "If you live in Leeds, the train takes ten minutes.",
        "Wohnst du in Köln, bist du schnell da.",
        "Hullwerk won a prize in Vienna.",
        "Our steel comes from Kyoto.",
        "Before that, she worked in Geneva.",
        "She holds a degree from the University of Oxford.",
        "Formation à l'école de soudure à Paris appréciée.",
        "Jedes Jahr sind wir auf der Messe in Frankfurt.",
        "The team is led by Dr. Ann Weld and Prof. Ben Seam from Kyoto.",
        "You look after volunteers in Leeds, Hull and York.",
        "Hullwerk supplies yards from Leeds to Lagos.",
        "From Leeds to Lagos, yards rely on Hullwerk.",
        "You liaise with welders in Leeds.",
        "Our South Nowhere office is bright.",
        "Steel from the heart of Leeds.",
        "Ann, who lives in Leeds, leads the team.",
        "The yard lies an hour's drive from the dock, and our second workshop is in Kiel.",
        "Unser zweites Standbein, der Laden, ist in Halle.",
        "A nossa oficina de moldes está em Lisboa, onde irás de vez em quando.",
        "Os nossos servidores estão em Lisboa.",
        "You weld with Ann, who comes down from Copenhagen.",
        "You do your rounds in Ulm en Kiel.",
        "Our workshop is in good shape.",
        "Puedes dibujar cascos en pijama o en un café de Bogotá.",
        "Unsere Werkstatt ist in Bewegung.",
        "Die 面接場所は東京都です。",
        "Arbeitsort ist flexibel.",
        "Arbeitsort ist Verhandlungssache in jedem Fall.",
    ] {
        assert_eq!(places(text), [""; 0], "{text}");
    }
}

#[test]
fn f1_a_title_tells_the_place_behind_the_job() {
    for (title, expected) in [
        ("Welder (Berlin)", vec!["Berlin"]),
        ("Welder - Berlin / München", vec!["Berlin", "München"]),
        ("Welder, Austin, TX", vec!["Austin, TX"]),
        ("Lasser 32 uur Utrecht", vec!["Utrecht"]),
        ("Ervaren lasser Utrecht (32 uur)", vec!["Utrecht"]),
        ("Senior Welder in New York", vec!["New York"]),
        ("Welder (m/w/d) in Köln", vec!["Köln"]),
        ("Account Manager, Germany", vec!["Germany"]),
        ("Welder (Remote)", vec!["Remote"]),
        ("Welder @ Berlin", vec!["Berlin"]),
        ("Welder @ Hullwerk, Ulm", vec!["Ulm"]),
        ("Köln – Welder", vec!["Köln"]),
        ("Welder in Köln (m/w/d)", vec!["Köln"]),
        // No places, or not those of the work.
        ("Director, EMEA", vec![]),
        ("Mobile Developer", vec![]),
        ("Welder, Mobile", vec![]),
        ("Reading Coach", vec![]),
        ("Head of Berlin", vec![]),
        ("Berlin Correspondent", vec![]),
        ("Reading – Coach", vec![]),
        ("Welder (Steel, Nowhere)", vec![]),
        ("Welder - Hulls, HR & Finance", vec![]),
        ("Welder (Zagreb, HR)", vec!["Zagreb, HR"]),
    ] {
        let facts = draft().heading(1, title).facts();
        let names: Vec<_> = facts.locations.into_iter().flat_map(|field| field.value).map(|place| place.name).collect();
        assert_eq!(names, expected, "{title}");
    }
}

#[test]
fn f3_two_offices_are_no_answer_but_the_role_has_its_own() {
    let facts = draft().paragraph("Work in our Berlin office.").paragraph("Or in our Paris office.").facts();
    assert!(facts.locations.is_none());
    let both = draft().paragraph("We have an office in Berlin.").paragraph("This role is based in Paris.").facts();
    assert_eq!(both.locations.map(|field| field.value[0].name.clone()).as_deref(), Some("Paris"));
    let named = draft().paragraph("This role is based in La Crosse, WI.").facts();
    assert_eq!(named.locations.map(|field| field.value[0].name.clone()).as_deref(), Some("La Crosse, WI"));
    let towns = draft().paragraph("Come to Boulder, CO, Austin, TX, or Iowa City, IA, site location.").facts();
    assert!(towns.locations.is_none());
    let told = draft().paragraph("The position can be at Boulder, CO, Austin, TX, or Iowa City, IA.").facts();
    assert_eq!(told.locations.map(|field| field.value.len()), Some(3));
    let remote = draft().paragraph("We are a fully remote team.").paragraph("Our office is in Berlin.").facts();
    assert!(remote.locations.is_some_and(|field| field.value[0].is_remote()));
}

#[test]
fn f1_the_files_name_tells_the_place_where_nothing_else_does() {
    let place = |path: &str, text: &str| {
        let facts = draft().path(path).heading(1, "Welder").paragraph(text).facts();
        facts.locations.map(|field| (field.value[0].name.clone(), field.origin.kind))
    };
    assert_eq!(place("hull-welder-lisbon.md", "Weld ships."), Some(("Lisbon".to_owned(), OriginKind::FileName)));
    assert_eq!(place("hull-welder-lisbon.md", "Based in Porto."), Some(("Porto".to_owned(), OriginKind::Body)));
    assert_eq!(place("head-of-lisbon.md", "Weld ships."), None);
    assert_eq!(place("hull-welder-steel.md", "Weld ships."), None);
    let kinds = draft().path("welder-part-time.md").heading(1, "Welder").facts().employment_type;
    assert_eq!(kinds.map(|field| field.value), Some(vec![EmploymentType::PartTime]));
}

#[test]
fn f1_towns_stand_in_possessives_behind_streets_and_behind_stations() {
    for (text, expected) in [
        ("We weld in Bristol's old harbour.", vec!["Bristol"]),
        ("We forge anvils at 12 Anvil Row, Leeds.", vec!["Leeds"]),
        ("L'atelier se trouve au 14 rue des Forges, Nantes.", vec!["Nantes"]),
        ("Die Werkstatt ist in der Ankerstraße 12, Hamburg.", vec!["Hamburg"]),
        ("Il laboratorio è in via Roma 3, Torino.", vec!["Torino"]),
        ("Unser Büro liegt direkt am Bahnhof Winterthur.", vec!["Winterthur"]),
        ("Somos una cooperativa de Zaragoza con diez soldadores.", vec!["Zaragoza"]),
    ] {
        assert_eq!(places(text), expected, "{text}");
    }
}

#[test]
fn f3_towns_of_partners_of_officials_and_of_spans_are_not_those_of_the_work() {
    for text in [
        "Speak for us before regulators in Brussels.",
        "Partner sind zwei Werften in Hamburg.",
        "The Anvil Institute (not to be confused with the one in Paris) forges steel.",
        "De Porto a Lisboa, dez estaleiros usam as nossas bigornas.",
        "De Nantes à Lyon, dix chantiers soudent.",
        "Lunch is in Kellyburg's bakery.",
        "Ships from Oslo, Hamburg and 12 ports more.",
        "Your place is between 12 anvils, Hamburg steel and us.",
    ] {
        assert_eq!(places(text), [""; 0], "{text}");
    }
}

#[test]
fn f3_towns_of_the_past_of_trips_and_of_those_who_leave_are_not_those_of_the_work() {
    for text in [
        "Our founder used to weld in Paris.",
        "Our suppliers are in Bilbao.",
        "Notre fournisseur est à Lyon.",
        "Ada geht nach zehn Jahren zurück nach Kassel.",
        "Ada is off to be a grandmother in Leeds.",
        "Ada repart à Nantes.",
        "English helps in the foundry in Porto, where you go once a quarter.",
        "Einmal im Quartal bist du in der Werkstatt in Köln.",
        "Hvert år er der en studietur, i år til værftet i London.",
        "Værftet ble stiftet i Oslo.",
        "Messeauftritte, unter anderem auf der Ankermesse in Hamburg.",
    ] {
        assert_eq!(places(text), [""; 0], "{text}");
    }
    assert_eq!(places("Our yard sits at the edge of Taos, New Mexico."), ["Taos, New Mexico"]);
    assert_eq!(places("The yard is in Nowhere, County Kerry."), ["Nowhere, County Kerry"]);
}

#[test]
fn f1_the_town_of_an_address_counts_where_the_text_names_it_elsewhere() {
    for (text, expected) in [
        ("Wir schweißen in Nieheim. Komm vorbei (Ankerweg 12, 12345 Nieheim) oder ruf an.", vec!["Nieheim"]),
        ("Onze werf staat in Nergensdijk. Schrijf ons: Ankerweg 12, 1234 AB Nergensdijk.", vec!["Nergensdijk"]),
        ("Nous soudons à Nulleville. Écrivez au 12 rue de la Forge, 12345 Nulleville.", vec!["Nulleville"]),
        ("Dienstort ist Nieheim; das Gebiet hat 14 Häfen.", vec!["Nieheim"]),
        // Once may be where letters are sent to.
        ("Schreib an: Ankerweg 12, 12345 Nieheim.", vec![]),
        ("Wir schweißen in Nieheim für sieben Häfen und einen in Ulm. Ankerweg 12, 12345 Nieheim.", vec![]),
    ] {
        assert_eq!(places(text), expected, "{text}");
    }
}

#[test]
fn f1_towns_stand_behind_parts_of_them_behind_houses_and_in_words_for_nearness() {
    for (text, expected) in [
        ("We are a yard in Anvilgate, Leeds, and weld hulls.", vec!["Leeds"]),
        ("You join us at Hullwerk Family Yard, Leeds.", vec!["Leeds"]),
        ("Wir schweißen bei Hullwerk, Hamburg.", vec!["Hamburg"]),
        ("Onze werf bij Utrecht last rompen.", vec!["Utrecht"]),
        ("Our yard is on a hill, in close vicinity to Grenoble.", vec!["Grenoble"]),
        ("Nous soudons près de Nantes.", vec!["Nantes"]),
        ("The Welder will be based in Leeds and travel to York.", vec!["Leeds"]),
        ("Arbeidsstedet er verftet i Oslo.", vec!["Oslo"]),
        (
            "The position is located at the yard office, 41 Forge Street West, Nowhere, Ontario.",
            vec!["Nowhere, Ontario"],
        ),
        ("Hullwerk, Ulm (forty welders) is looking for a welder.", vec!["Ulm"]),
        ("Our shop's on Anvil Road, Leeds, by the dock.", vec!["Leeds"]),
        ("The position is in person at Anvil University in Ulm; some nights.", vec!["Ulm"]),
        ("Der Werftverband mit Sitz in Egg im Tal sucht eine Schweißerin.", vec!["Egg im Tal"]),
        ("Das Hotel Anker (34 Zimmer, Ulm, am Fluss) sucht eine Schweißerin.", vec!["Ulm"]),
        ("Wij lassen rompen in Nergensdorp, vlak bij Utrecht.", vec!["Nergensdorp"]),
        ("Bureau quai de Versailles, trois jours par semaine.", vec![]),
        ("Arbeidsstedet er verftet i Eggdal.", vec!["Eggdal"]),
        ("Le lieu de travail est l’atelier à Nulleville.", vec!["Nulleville"]),
        // Of several, nobody can tell, and a new name may be anybody's.
        ("We weld in Anvilgate, Leeds and York.", vec![]),
        ("Steel comes from Anvilgate, Leeds.", vec![]),
        ("Our clients are in Anvilgate, Leeds.", vec![]),
        ("Arbeidsstedet er fleksibelt i store deler av året.", vec![]),
        ("Arbeitsort ist die Werft oder das Büro in Absprache.", vec![]),
    ] {
        assert_eq!(places(text), expected, "{text}");
    }
}

#[test]
fn f1_a_place_of_work_is_told_many_words_behind_it() {
    for (text, expected) in [
        ("You would sit with the rest of us in an old chapel by the dock in Edinburgh.", "Edinburgh"),
        ("Je vindt ons op de derde verdieping van de oude werf aan de kade in Gent.", "Gent"),
        ("Du findest uns im Hinterhof der alten Werft in Leipzig.", "Leipzig"),
        ("Nuestro taller está en los bajos del viejo muelle (Barcelona).", "Barcelona"),
        ("Onze werkplaats staat in Nergens, maar we varen veel.", "Nergens"),
        ("Hullwerk cherche un soudeur pour travailler dans son bureau à Nulleville, en Brabant.", "Nulleville"),
        ("Hullwerk seeks a welder for its office in Nowhere.", "Nowhere"),
        ("Our workshop is in Nowhere, by the dock.", "Nowhere"),
        ("Ons kantoortje ligt in Nergens.", "Nergens"),
        ("A base de Hullwerk fica perto, e o ateliê é no Porto.", "Porto"),
        ("Hullwerk, sediado no Porto, solda cascos.", "Porto"),
        ("Stillinga har fast oppmøtestad i Ingenstad, og du er mykje ute.", "Ingenstad"),
        ("Minimaal 32 uur per week in Amsterdam.", "Amsterdam"),
        ("オフィスは仙台駅から歩いて八分。", "仙台"),
        ("場所は札幌市西区です。", "札幌市西区"),
        ("勤務していただくのは、長野県松本市の造船所です。", "長野県松本市"),
        ("我们是一家开在杭州的小船厂。", "杭州"),
        ("You'll weld in Ulm; our suppliers are in Kiel.", "Ulm"),
        ("The barn is just outside Leeds, an hour's drive from York.", "Leeds"),
        ("Our workshop is by the dock in Nowhere (Kiel).", "Nowhere, Kiel"),
        ("The yard is in St John’s, Newfoundland.", "St John's, Newfoundland"),
    ] {
        assert_eq!(places(text), [expected], "{text}");
    }
}

#[test]
fn f1_where_the_reader_may_choose_all_offices_count() {
    for (text, expected) in [
        ("We have an office in Ulm and one in Kiel: you choose.", ["Ulm", "Kiel"]),
        ("Abbiamo una sede a Milano e una a Nessunluogo: scegli tu.", ["Milano", "Nessunluogo"]),
    ] {
        assert_eq!(places(text), expected, "{text}");
    }
    assert!(places("We have an office in Ulm and one in Kiel.").is_empty());
    for (text, expected) in [
        ("You work from our offices in Ulm and Kiel, or remotely.", vec!["Remote", "Ulm", "Kiel"]),
        ("Du arbeitest in unserem Büro in Ulm oder komplett remote.", vec!["Remote", "Ulm"]),
        ("We work remotely, and have an office in Ulm.", vec!["Remote"]),
    ] {
        assert_eq!(places(text), expected, "{text}");
    }
}

#[test]
fn f1_a_letterhead_or_signature_ends_with_the_town() {
    let signed = |line: &str| {
        let fixture = draft().heading(1, "Welder").paragraph("We weld hulls.").item("Steel").item("Iron");
        let facts = fixture.item("Bronze").item("Tin").paragraph("Write soon!").paragraph(line).facts();
        facts.locations.into_iter().flat_map(|field| field.value).map(|place| place.name).collect::<Vec<_>>()
    };
    for line in ["Ann Weld\nCaptain\nHull Rowing Club, Ulm", "Hullwerk · Welders · Ulm", "Hullwerk Yard – Ulm"] {
        assert_eq!(signed(line), ["Ulm"], "{line}");
    }
    for line in ["We weld hulls by the dock, Ulm", "Yard: Hullwerk, Ulm", "Kiel, Ulm", "Hullwerk, Nowhere"] {
        assert!(signed(line).is_empty(), "{line}");
    }
    let lines = signed("Hullwerk\n20 Dock Close\nNorwich\nNorfolk\nNR5 8NJ");
    assert_eq!(lines, ["Norwich"]);
}
