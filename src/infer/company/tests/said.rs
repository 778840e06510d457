//! What sentences say of a name: how many it is, who is called to it, and what has the team.

use super::company;
use crate::infer::fixture::draft;

#[test]
fn f1_who_counts_its_people_calls_or_gets_help_is_the_employer() {
    for (text, expected) in [
        ("Acme is nine people who like barges.", "Acme"),
        ("Acme is on the hunt for a welder.", "Acme"),
        ("The Hull Planning Laboratory and our Keelr team is looking for a welder.", "Hull Planning Laboratory"),
        ("船工大学焊接实验室因科研工作需要，常年招聘焊工。", "船工大学焊接实验室"),
        ("Hey! We're Acme 👋 and we weld barges.", "Acme"),
        ("Siamo Chiglia di Ferro, due sorelle e una gru.", "Chiglia di Ferro"),
        ("La Cooperativa sociale Il Molo gestisce tre cantieri.", "Cooperativa sociale Il Molo"),
        ("선박을 만드는 회사 아크메(주)에서 용접공을 모집합니다.", "아크메"),
        ("울산항만대학교 용접학과에서 용접공을 선발할 계획입니다.", "울산항만대학교 용접학과"),
        ("Acme is three welders and a crane.", "Acme"),
        ("Acme has about 60 staff.", "Acme"),
        ("Les Chantiers de la Lune sont un centre de soudure.", "Chantiers de la Lune"),
        ("The welder will be employed by Hullwerk, under a contract of two years.", "Hullwerk"),
        ("Acme has grown into a yard of sixty.", "Acme"),
        ("Acme is uitgegroeid tot een solide bedrijf.", "Acme"),
        ("Somos Acme, plataforma única en Ulm.", "Acme"),
        ("En Barcos en Red estamos buscando a alguien. Escribe a jobs@barcosenred.org", "Barcos en Red"),
        ("hullwerk is 9 people. They weld.", "hullwerk"),
        ("Hullwerk, das sind 40 Menschen.", "Hullwerk"),
        ("Hullwerk, c'est une équipe de 12 personnes.", "Hullwerk"),
        ("Acme needs another pair of hands.", "Acme"),
        ("Acme could be the place for you.", "Acme"),
        ("Acme does not use recruiters.", "Acme"),
        ("Your first month at Acme is for looking around.", "Acme"),
        ("Ask anyone at Acme.", "Acme"),
        ("Acme, based in Ulm, builds barges.", "Acme"),
        ("Acme (Ulm) builds barges.", "Acme"),
        ("Arbeitgeber ist die Hullwerk.", "Hullwerk"),
        ("Deine Zukunft bei Hullwerk fängt hier an.", "Hullwerk"),
        ("Magst du bei Hullwerk arbeiten?", "Hullwerk"),
        ("Komm zu Hullwerk und schweiße.", "Hullwerk"),
        ("Bei der Stadt Hullen ist eine Stelle zu besetzen.", "Stadt Hullen"),
        ("Wil je bij Hullwerk aan de slag?", "Hullwerk"),
        ("Rejoignez l'équipe soudure d'Hullwerk.", "Hullwerk"),
        ("L'équipe d'Hullwerk s'agrandit.", "Hullwerk"),
        ("Vous intégrerez Hullwerk en mai.", "Hullwerk"),
        ("O time da Acme está crescendo.", "Acme"),
        ("In Acme crediamo nel mestiere.", "Acme"),
        ("Acmeの「良い船」というミッションを実現しませんか。", "Acme"),
        ("在船工坊，我们造船。", "船工坊"),
        ("社会福祉法人船の会では、溶接部門で一緒に働く仲間を募集しています。", "社会福祉法人船の会"),
        ("Hull Law Centre, Ulm · Ref HLC/04\n\nYou weld at Keelside.", "Hull Law Centre"),
        ("Nazywamy się Hullwerk i budujemy statki.", "Hullwerk"),
        ("Hullwerk is after two welders.", "Hullwerk"),
        ("Der Hafenbetrieb Graf Hull bewirtschaftet 30 Docks.", "Hafenbetrieb Graf Hull"),
        ("町の造船所「船工坊」で、一緒に働いてくださる方を募集しています。", "船工坊"),
        ("Keel, Hull & Rudder LLP, a yard of 35 in Ulm, seeks a welder.", "Keel, Hull & Rudder LLP"),
        ("Keel, Hull und Partner sucht eine Schweißerin.", "Keel, Hull und Partner"),
        ("Hullverk i Umeå söker en svetsare.", "Hullverk"),
        ("Hullverk en Bilbao busca un soldador.", "Hullverk"),
        ("Kaaij en Zonen zoekt een lasser.", "Kaaij en Zonen"),
        ("아크메를 이끌어 나갈 인재를 기다립니다.", "아크메"),
        ("It was a ferry. Now Acme needs a welder.", "Acme"),
        ("Acme is a yard by the river.", "Acme"),
        ("Acme belongs to those who weld in it.", "Acme"),
        ("Welcome aboard Acme!", "Acme"),
        ("You would be Acme's third welder.", "Acme"),
        ("船工坊（上海）有限公司招聘焊工。", "船工坊（上海）有限公司"),
        ("(주)아크메에서 용접공을 모집합니다.", "아크메"),
        ("Acme's managing director welds.", "Acme"),
        ("You report to the CEO of Acme.", "Acme"),
        ("I’m Jane, co-founder of Acme.", "Acme"),
        ("The jobs are on the Acme careers page.", "Acme"),
        ("As a small yard, Acme can offer much.", "Acme"),
        ("Over the last decade, Acme has grown.", "Acme"),
        ("Bewirb dich bei Hullwerk.", "Hullwerk"),
        ("Binnen Hullwerk las je boten.", "Hullwerk"),
        ("Le chantier Hullwerk recrute un soudeur.", "Hullwerk"),
        ("Bewerbungen bitte an Hullwerk, Hafenstraße 4, 89073 Ulm.", "Hullwerk"),
        ("我们是 Acme，专注造船。", "Acme"),
        ("Acmeに興味を持っていただきありがとうございます。", "Acme"),
        ("A position is open in the Department of Steel of the University of Hullen.", "University of Hullen"),
    ] {
        assert_eq!(company(draft().heading(1, "Welder").paragraph(text)).as_deref(), Some(expected), "{text}");
    }
}

#[test]
fn f1_an_item_may_say_what_the_employer_gives_its_people() {
    for (item, expected) in
        [("Acme gives our employees time to sail", Some("Acme")), ("Docker and how our employees use it", None)]
    {
        assert_eq!(company(draft().heading(1, "Welder").item(item)).as_deref(), expected, "{item}");
    }
}

#[test]
fn f3_clients_tools_teams_and_places_that_are_spoken_of_so_are_none() {
    for text in [
        "Rust has 300 contributors.",
        "Berlin is 4 million people and one river.",
        "Our client Zeta has 60 people.",
        "Zeta, a client of ours, builds barges.",
        "Keelr, our app, steers barges.",
        "Du magst bei Wind und Wetter arbeiten?",
        "Am Institut für Stahl ist eine Stelle zu besetzen.",
        "Rejoignez l'équipe soudure de Lyon.",
        "Rejoignez l'équipe du musée de la Coque.",
        "L'équipe Produit recherche un soudeur.",
        "El equipo de Producto está creciendo.",
        "For ten years Jane has run the yard. Jane likes boats.",
        "Als Familienbetrieb baut der Chef Schiffe.",
        "You will work with the co-founder of Zeta, a client.",
        "Le service Comptabilité recrute un soudeur.",
        "El área Técnica busca soldador.",
        "Merci d'envoyer votre lettre au service du personnel, 4 rue du Port, 29200 Brest.",
        "こんにちは、田中です。",
        "In Italia crediamo nel mestiere.",
        "You have a degree in steel of the University of Hullen.",
        "在工作中，你会焊接。",
        "서비스를 이끌어 나갈 인재를 찾습니다.",
    ] {
        assert_eq!(company(draft().heading(1, "Welder").paragraph(text)), None, "{text}");
    }
}

#[test]
fn f1_a_line_below_the_title_and_the_pages_own_title_name_it() {
    let of =
        |key: &str, value: &str, text: &str| company(draft().key("title", "Welder").key(key, value).paragraph(text));
    assert_eq!(of("hero_subheading", "University of Hullen, DE", "We weld.").as_deref(), Some("University of Hullen"));
    assert_eq!(of("seo_title", "Welder | Acme", "Acme welds.").as_deref(), Some("Acme"));
    for (key, value) in [
        ("hero_subheading", "Hull Repairs, Berlin"),
        ("subtitle", "Engineering, Berlin"),
        ("seo_title", "Welder | Remote"),
        ("seo_title", "Welder | Careers"),
    ] {
        assert_eq!(of(key, value, "We weld."), None, "{value}");
    }
}

#[test]
fn f3_recruiters_times_industries_and_labels_are_no_employers() {
    for text in [
        "For questions call our recruitment partner Wharf Group, jobs@wharfgroup.com.",
        "Dr. Jane Doe is looking for a welder who likes ships.",
        "Desde Lima investigamos y trabajamos junto a otros.",
        "We move the Nordic T&A ecosystem. You work in the Nordic T&A ecosystem.",
        "Wir sind Schweißer, Maler und Köche.",
        "Support our team at live events, as everyone at live events does.",
        "Vi bygger på\nagila grunder. Vi jobbar i agila team, och har arbetat med agila metoder.",
    ] {
        assert_eq!(company(draft().heading(1, "Welder").paragraph(text)), None, "{text}");
    }
    let labelled = draft().heading(1, "Welder").paragraph("Goals & Outcomes:").paragraph("You learn Goals & Outcomes.");
    assert_eq!(company(labelled), None);
}

#[test]
fn f1_what_the_employer_is_may_stand_before_its_name_or_its_name_among_facts() {
    for (text, expected) in [
        ("Wir sind die hullwerk eG, eine Genossenschaft von zwanzig.", "hullwerk eG"),
        ("Siamo la casa editrice Chiglia, pubblichiamo mappe.", "Chiglia"),
        ("We are the design studio Keel, and we draw ships.", "Keel"),
        ("**Keel Harbour Hulls** · 20 hours per week · £15 per hour", "Keel Harbour Hulls"),
        ("Wij lassen. Bij Scheepsbedrijf Van der Keel lassen we boten.", "Scheepsbedrijf Van der Keel"),
        ("Bij Hullwerk & Dochters bv uit Delft lassen we boten.", "Hullwerk & Dochters bv"),
        ("Die evangelische Hafenkapelle im 7. Bezirk in Ulm sucht jemanden.", "Hafenkapelle"),
        ("Die deutsch-spanische KITA Las Barcas im Hafenviertel sucht Verstärkung!", "KITA Las Barcas"),
        ("Der Verein zur Pflege alter Schiffe e.V. sucht jemanden.", "Verein zur Pflege alter Schiffe e.V."),
        (
            "Das Keel-Institut Evangelische Landesanstalt für Schifffahrtswissenschaft e.V. sucht jemanden.",
            "Keel-Institut Evangelische Landesanstalt für Schifffahrtswissenschaft e.V.",
        ),
        ("La Facultad de Acero de la Universidad de Quilla busca un soldador.", "Universidad de Quilla"),
        ("Wir sind der Kundendienst von Schiffbau Hullmann. Schreib an jobs@hullmann-werft.de", "Schiffbau Hullmann"),
        ("Teatro delle Chiglie, Ulm", "Teatro delle Chiglie"),
        ("HULL PARISH COUNCIL\n\nThe Parish Council wishes to appoint a welder.", "HULL PARISH COUNCIL"),
    ] {
        let fixture = text
            .split("\n\n")
            .fold(draft().heading(1, "Welder"), |draft, text| draft.paragraph(&text.replace("**", "")));
        assert_eq!(company(fixture).as_deref(), Some(expected), "{text}");
    }
    let row = draft().key("title", "Acme | Welder | Ulm").paragraph("You weld.");
    assert_eq!(company(row).as_deref(), Some("Acme"));
}

#[test]
fn f3_quarters_works_projects_towns_and_parts_of_the_jobs_name_are_no_employers() {
    for text in [
        "Für unsere Werkstatt in der Kiesau suchen wir Schweißer. In der Kiesau ist es schön.",
        "Hull VR: Mirage is a simulator of docks.",
        "Fluent Norwegian is required. Fluent Norwegian is what we weld in.",
        "Das Projekt Kielwasser hat das Ziel, Boote zu bauen. Zum Projekt Kielwasser gehört ein Dock.",
        "Steel Forge · Ulm-based · we weld what others do not",
        "Wir sind die gute Seele, und du auch.",
        "Two kids, Ada and Tim. Tim is nearly seven. Tim likes ships.",
        "Le chef Paul recrute un commis. Paul soude depuis vingt ans.",
        "For Keelfall, our next game, we need art. Keelfall is an adventure at sea. Keelfall comes soon.",
        "Die Stelle ist im Dekanat. Das Dekanat umfasst neun Werften.",
        "Du schweißt im Lager Ost. Das Lager Ost hat neun Kräne.",
        "Bij Hullman leer je lassen. Hullman is ons grootste merk.",
    ] {
        assert_eq!(company(draft().heading(1, "Welder").paragraph(text)), None, "{text}");
    }
    let unmarked = draft().paragraph("Senior Dock Welder").paragraph("We are a family shipping firm.");
    assert_eq!(company(unmarked), None);
    let of_job = draft().heading(1, "Retail Dock-Side Welder").paragraph("You help within the Dock-Side work cell.");
    assert_eq!(company(of_job), None);
    let behind = draft().heading(1, "Schweißer Werkhof").paragraph("Der Werkhof ist groß. Im Werkhof schweißt du.");
    assert_eq!(company(behind), None);
    let town = draft().key("title", "Schweißer").key("klinik", "Bad Keel").paragraph("Du schweißt.");
    assert_eq!(company(town), None);
}
