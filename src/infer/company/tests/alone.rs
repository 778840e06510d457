//! Signs that are enough by themselves, and those that are not.

use super::company;
use crate::infer::fixture::draft;

#[test]
fn f1_one_unmistakable_sign_is_enough() {
    for (text, expected) in [
        ("Acme looking for a careful welder.", "Acme"),
        ("Acme is now urgently seeking people.", "Acme"),
        ("Equal opportunity: Acme is committed to a diverse crew.", "Acme"),
        ("Acme’s mission is to keep ships afloat.", "Acme"),
        ("By applying you agree to Acme's privacy policy.", "Acme"),
        ("We value diversity at Acme, and so do you.", "Acme"),
        ("An exciting opportunity has arisen at Acme for all who weld.", "Acme"),
        ("A fully funded PhD position in the group of Jane Doe at Hull University.", "Hull University"),
        ("Founded in 2011, Acme has grown to forty people.", "Acme"),
        ("Acme was founded in 2011.", "Acme"),
        ("We, Acme, weld ships.", "Acme"),
        ("We (Acme) are a yard of nine.", "Acme"),
        ("⚓ Acme Docks is an independent small-ship yard of nine.", "Acme Docks"),
        ("💡 Acme is hiring.", "Acme"),
        ("Wir, das Team von Hullwerk, schweißen.", "Hullwerk"),
        ("Hullwerk unterstützt seine Mitarbeitenden beim Umzug.", "Hullwerk"),
        ("Acme offre à ses salariés une barque.", "Acme"),
        ("Thank you for considering Acme as your next yard.", "Acme"),
        ("We want a welder to join Acme.", "Acme"),
        ("Acme's yard in Ulm needs a welder.", "Acme"),
        ("See our ships. Acme offers you a place at the crane.", "Acme"),
        ("For more about Acme see www.acme.com.", "Acme"),
        ("Die Hullwerk GmbH mit Sitz in Ulm schweißt.", "Hullwerk GmbH"),
        ("Zur Verstärkung sucht die Hullwerk GmbH jemanden.", "Hullwerk GmbH"),
        ("Wir, die Hullwerk-Gruppe, sind ein Anbieter von Schiffen.", "Hullwerk-Gruppe"),
        ("Wir von Hullwerk schweißen gern.", "Hullwerk"),
        ("Hullwerk, gegründet 2011, schweißt.", "Hullwerk"),
        ("Bij Hullwerk las je schepen.", "Hullwerk"),
        ("En Acme soldamos barcos.", "Acme"),
        ("En ACME nos gusta soldar.", "ACME"),
        ("Somos a Acme, um estaleiro.", "Acme"),
        ("La mairie de Brest recrute un soudeur.", "mairie de Brest"),
        ("Il dipartimento per la saldatura è alla ricerca di un saldatore.", "dipartimento per la saldatura"),
        ("Il Team per la Saldatura Navale è alla ricerca di un saldatore.", "Team per la Saldatura Navale"),
        ("アクメでは溶接工を募集しています。", "アクメ"),
        ("現在、Acmeは溶接をする会社です。", "Acme"),
        ("Acmeで一緒に働きませんか。", "Acme"),
        ("船工坊正在招聘溶接工。", "船工坊"),
        ("船工坊成立于2011年。", "船工坊"),
        ("加入船工坊，一起造船。", "船工坊"),
        ("아크메에서 용접공을 모집합니다.", "아크메"),
        ("저희 아크메와 함께 성장하실 분을 찾고 있습니다.", "아크메"),
        ("주식회사 아크메는 배를 만듭니다.", "주식회사 아크메"),
        ("배를 만들고 있는 아크메 에서 용접공을 모십니다.", "아크메"),
        ("HULLS BY HAND was established in 2022.", "HULLS BY HAND"),
        ("You are responsible for Acme's yard.", "Acme"),
        ("Shape how sailors experience Acme’s docks.", "Acme"),
        ("Die „Hullwerk Werften“ erweitert ihr Team.", "Hullwerk Werften"),
        ("A postdoctoral position is available, Department of Steel, University of Ulm.", "University of Ulm"),
        ("Our yard at Ulm University has an open position.", "Ulm University"),
        ("An der Universität Ulm ist eine Stelle zu besetzen.", "Universität Ulm"),
        ("Friends of the Hull is a grassroots group that sails.", "Friends of the Hull"),
        ("Die Praxis Dr. Doe sucht eine Helferin.", "Praxis Dr. Doe"),
        ("En rejoignant Acme, vous soudez.", "Acme"),
        ("Acme leder efter en svejser.", "Acme"),
        ("关于我们：船工坊是一家造船公司。", "船工坊"),
        ("The mission of Acme is to weld.", "Acme"),
        ("Our company, Acme, welds ships.", "Acme"),
        ("We are Acme Hulls.", "Acme Hulls"),
        ("We are a startup called Acme.", "Acme"),
        ("As Acme continues to grow, it needs a welder.", "Acme"),
        ("Then Acme is the place for you.", "Acme"),
        ("St. Anna's Hospital is looking for a nurse.", "St. Anna's Hospital"),
        ("Hullwerk is een kleine hulloperator.", "Hullwerk"),
    ] {
        assert_eq!(company(draft().heading(1, "Welder").paragraph(text)).as_deref(), Some(expected), "{text}");
    }
}

#[test]
fn f3_signs_that_others_may_have_as_well_are_not_enough() {
    for text in [
        "People looking for a job may write to us.",
        "I’m Jane, and I’m hiring a welder.",
        "You’ll join Jane’s team.",
        "You will join Jane and the others in the yard.",
        "Our founders were engineers at Zeta.",
        "You held a senior role at Zeta before.",
        "You would be part of the Hulls Initiative group.",
        "We’re hiring.",
        "We are Different.",
        "Our tool, called Keelr, welds.",
        "We work with clients such as Zeta. Zeta is one of the largest. Zeta's yard is in Hull.",
        "We are funded by Zeta. Zeta invests in ships.",
        "The job is funded by the National Hull Foundation. The National Hull Foundation supports research.",
        "Our product Keelr is used by sailors. Keelr runs on ships.",
        "Jane, who holds a degree from Ulm, University of Ulm, sails.",
        "You studied steel, University of Ulm or elsewhere.",
        "Importante empresa busca soldador.",
        "Junges Unternehmen sucht einen Schweißer.",
        "Therefore, we are looking for a welder.",
        "You will use Zeta's crane, and integrate with Zeta's dock.",
        "You hold a Master's degree and a driver's license.",
        "Summer is great, and Summer is the season.",
        "Health Insurance is covered, and Health Insurance covers you.",
        "Momentan suchen wir einen Schweißer.",
        "Jane Doe is a welder from Ulm who runs the yard.",
        "Zur Verstärkung sucht die Werft jemanden.",
        "L'université recrute un soudeur.",
        "エンジニアを募集しています。",
        "営業チームでは仲間を募集しています。",
        "弊社では溶接工を募集しています。",
        "开源社区正在招聘。",
        "저희와 함께할 용접공을 찾습니다.",
        "서울에서 용접공을 모집합니다.",
        "열정과 능력을 갖춘 분을 찾습니다.",
    ] {
        assert_eq!(company(draft().heading(1, "Welder").paragraph(text)), None, "{text}");
    }
    let tasks = draft().heading(1, "Welder").item("Establish ways to weld. Establish sells nothing.");
    assert_eq!(company(tasks), None);
}

#[test]
fn f1_titles_lines_and_pictures_name_it_when_the_text_uses_the_name() {
    let used = "Acme builds ships.";
    for (title, text) in [("Welder – Acme", used), ("Welder (Acme)", used), ("Acme | Welder", used)] {
        assert_eq!(company(draft().key("title", title).paragraph(text)).as_deref(), Some("Acme"), "{title}");
    }
    for title in ["Welder – Hulls", "Welder (Marketing)", "Welder, Ulm"] {
        assert_eq!(company(draft().key("title", title).paragraph("Hulls and Marketing need you.")), None, "{title}");
    }
    let team = draft().key("title", "Welder, Hulls").paragraph("We weld. You weld for Hulls, and those of Hulls care.");
    assert_eq!(company(team), None);
    let bars = draft().heading(1, "Welder").paragraph("Acme | Ulm | Full-time").paragraph(used);
    assert_eq!(company(bars).as_deref(), Some("Acme"));
    let row = draft().paragraph("Acme | Senior Welder | Ulm | Full-time").paragraph("We weld ships.");
    assert_eq!(company(row).as_deref(), Some("Acme"));
    let no_row = draft().heading(1, "Welder").paragraph("Hulls | Ulm | Full-time").paragraph("We weld ships.");
    assert_eq!(company(no_row), None);
    let announced = draft().heading(1, "Acme is hiring!").paragraph("We are looking for a welder.");
    assert_eq!(company(announced).as_deref(), Some("Acme"));
    for label in ["Company: Acme (https://acme.com)", "Company: Acme, Ulm", "Company: Acme"] {
        assert_eq!(company(draft().heading(1, "Welder").item(label)).as_deref(), Some("Acme"), "{label}");
    }
    for picture in ["Acme logo", "Logo of Acme", "Logo Acme", "Acme-Logo", "Logo de Acme"] {
        let logo = draft().heading(1, "Welder").paragraph(picture).paragraph("Weld at Acme.");
        assert_eq!(company(logo).as_deref(), Some("Acme"), "{picture}");
    }
    assert_eq!(company(draft().heading(1, "Welder").paragraph("Company logo").paragraph("Weld.")), None);
    let above = draft().heading(1, "Acme").heading(2, "Welder").paragraph(used);
    assert_eq!(company(above).as_deref(), Some("Acme"));
    let page = draft().heading(1, "Vacatures").heading(2, "Welder").paragraph("Vacatures zijn er altijd.");
    assert_eq!(company(page), None);
    assert_eq!(company(draft().heading(2, "Engineering at Acme:").paragraph("We weld.")).as_deref(), Some("Acme"));
    assert_eq!(company(draft().heading(2, "Employer").paragraph("Acme")).as_deref(), Some("Acme"));
    assert_eq!(company(draft().heading(2, "Company").paragraph("We weld")), None);
}

#[test]
fn f1_other_values_of_front_matter_confirm_a_name() {
    let of =
        |key: &str, value: &str, text: &str| company(draft().key("title", "Welder").key(key, value).paragraph(text));
    for (key, value) in [("brand", "Acme"), ("website", "https://acme.com/en"), ("logo_text", "Acme")] {
        assert_eq!(of(key, value, "Acme builds ships.").as_deref(), Some("Acme"), "{key}");
        assert_eq!(of(key, value, "We build ships."), None, "{key}");
    }
    for (key, value) in [("author", "Jane Doe"), ("product", "Keelr"), ("category", "Hulls")] {
        assert_eq!(of(key, value, &format!("Talk to those of {value}.")), None, "{key}");
    }
    assert_eq!(company(draft().key("company", "ACME PTE. LTD.")).as_deref(), Some("ACME PTE. LTD."));
}

#[test]
fn f1_where_an_employer_says_who_is_sought_is_called_like_it() {
    for apply in ["https://keelr.com/form", "mailto:jane@keelr.com", "https://jobs.lever.co/keelr/1"] {
        let facts = draft().key("title", "Welder").key("apply", apply).paragraph("Become an expert in Keelr.");
        assert_eq!(company(facts).as_deref(), Some("Keelr"), "{apply}");
    }
    for (url, expected) in [
        ("https://www.keelr.com/careers/welder", Some("Keelr")),
        ("https://jobs.keelr.com", Some("Keelr")),
        ("https://keelr.com/docs", None),
    ] {
        let facts = draft().heading(1, "Welder").paragraph("You help to grow Keelr.").link("here", url);
        assert_eq!(company(facts).as_deref(), expected, "{url}");
    }
}

#[test]
fn f1_headings_name_it_where_they_speak_to_the_reader_or_tell_its_story() {
    for heading in
        ["Your role at Acme", "Benefits of working at Acme", "Deine Aufgaben bei Acme", "Travailler chez Acme"]
    {
        assert_eq!(company(draft().heading(2, heading).paragraph("Weld.")).as_deref(), Some("Acme"), "{heading}");
    }
    for heading in ["Acme’s story", "The Acme way", "Acme in a nutshell", "Acmeについて"] {
        let told = draft().heading(2, heading).paragraph("Acme is old.");
        assert_eq!(company(told).as_deref(), Some("Acme"), "{heading}");
        assert_eq!(company(draft().heading(2, heading).paragraph("Built in a shed.")), None, "{heading}");
    }
    for heading in ["Meet us at Shipcon", "Your life at sea", "Your work at Google", "The Hulls culture"] {
        assert_eq!(company(draft().heading(2, heading).paragraph("Weld.")), None, "{heading}");
    }
    let section = draft().heading(2, "About us").paragraph("Acme builds.");
    assert_eq!(company(section).as_deref(), Some("Acme"));
}

#[test]
fn f1_a_posting_may_be_signed() {
    for line in ["— The Acme team", "Your Acme Team", "Dein Acme-Team", "L'équipe Acme"] {
        assert_eq!(company(draft().heading(1, "Welder").paragraph(line)).as_deref(), Some("Acme"), "{line}");
    }
    for line in ["Your team", "Your HR Team", "The Talent Acquisition team", "The team of Acme"] {
        assert_eq!(company(draft().heading(1, "Welder").paragraph(line)), None, "{line}");
    }
}
