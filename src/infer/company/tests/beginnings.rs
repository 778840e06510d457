//! Names that sections, texts and stories begin with.

use super::{company, draft};

fn below(heading: &str, text: &str) -> Option<String> {
    company(draft().heading(1, "Welder").paragraph("Steel and tar.").heading(2, heading).paragraph(text))
}

fn first(text: &str) -> Option<String> {
    company(draft().heading(1, "Welder").paragraph(text).paragraph("You need a steady hand."))
}

#[test]
fn f1_those_who_speak_below_the_name_in_a_heading_bear_it() {
    for (heading, text, expected) in [
        ("About Keelwright", "We make small anchors for rowers. There are nine of us.", "Keelwright"),
        ("About Keelwright Boats", "We make small anchors for rowers.", "Keelwright Boats"),
        ("About KeelWright", "Our boats are in twelve harbours.", "KeelWright"),
        ("Über Kielfeder", "Wir bauen Ruder und reparieren Boote. Neun sind wir.", "Kielfeder"),
        ("À propos de Quillac", "Nous réparons les bateaux de la région dans un petit atelier.", "Quillac"),
        ("Sobre Quillamar", "Construimos barcos de madera para pescadores. Somos nueve.", "Quillamar"),
        ("Chi è Chigliaviva", "Costruiamo barche di legno per i pescatori. Siamo in nove.", "Chigliaviva"),
        ("Over Kielzicht", "Wij bouwen houten boten op een kleine werf.", "Kielzicht"),
        ("Om Kølsmed", "Vi bygger små træbåde til fiskere. Vi er ni.", "Kølsmed"),
        ("关于 KielWorks", "我们为渔民制造小木船。", "KielWorks"),
        ("About Keelwright", "It’s a small workshop where nine people mend boats.", "Keelwright"),
        ("What is Keelwright?", "A workshop for wooden boats that nine people own.", "Keelwright"),
    ] {
        assert_eq!(below(heading, text).as_deref(), Some(expected), "{heading}");
    }
}

#[test]
fn f3_headings_about_work_and_terms_name_nobody_whoever_speaks_below() {
    for (heading, text) in [
        ("About Welding", "We weld hulls in two halls and out on the slipway."),
        ("About Parental Leave", "It is long, and it is paid."),
        ("About Job Shares", "We take them seriously and talk about them often."),
        ("About Pay", "We pay everybody the same and say so often."),
        ("Über Bezahlung", "Wir zahlen allen dasselbe und reden oft darüber."),
        ("À propos de musique", "Nous prenons cela au sérieux depuis longtemps."),
        ("Why Horses", "We think that they matter more than most say."),
        ("About Payments", "We move the money of nine thousand shops."),
        ("About Growth", "We own the funnel from first click to invoice."),
        ("Über Bewerbungen", "Wir lesen jede Bewerbung und antworten jedem."),
        ("About Remote Work", "We meet twice a year and write things down."),
        ("About Data Engineering", "We run pipelines that move readings."),
        ("About Keelwright", "The yard next door is a firm that we like."),
    ] {
        assert_eq!(below(heading, text), None, "{heading}");
    }
}

#[test]
fn f1_a_text_may_begin_with_the_house_that_has_the_work() {
    for (text, expected) in [
        ("Zeilmakerij De Kiel uit Harlingen naait al veertig jaar zeilen.", "Zeilmakerij De Kiel"),
        ("Käserei Kielfeder verkäst jeden Tag 900 Liter Milch.", "Käserei Kielfeder"),
        ("Bei der Käserei Kielfeder im Allgäu werden täglich 900 Liter verkäst.", "Käserei Kielfeder"),
        ("Bei der Tischlerei Kielfeder wird noch von Hand gehobelt.", "Tischlerei Kielfeder"),
        ("Restaurant Quillac sert cent couverts par jour.", "Restaurant Quillac"),
        ("蓝海书店在台中开了十一年，只卖诗集。", "蓝海书店"),
        ("藍海動物醫院位於高雄，服務毛小孩二十年。", "藍海動物醫院"),
        ("意者請洽藍海診所。", "藍海診所"),
        ("大波旅館（宮城県）で一緒に働いてくださる方を探しています。", "大波旅館"),
    ] {
        assert_eq!(first(text).as_deref(), Some(expected), "{text}");
    }
    for text in [
        "Museum users love boats.",
        "School children come to our yard.",
        "Bei der Arbeit wird geschweißt.",
        "我們書店在台中開了十一年。",
        "一家书店在台中开了十一年。",
        "有意者请联系王老师。",
    ] {
        assert_eq!(first(text), None, "{text}");
    }
}

#[test]
fn f1_what_people_founded_in_a_year_is_the_employer_unless_it_is_anothers() {
    for (text, expected) in [
        ("Ada and Bo started Keelwright Boats in 2009 with a loan.", "Keelwright Boats"),
        ("In 1987 Jan and Piet set up Keelwright Boats.", "Keelwright Boats"),
        ("Jeanne et Luc ont fondé Quillac Marine en 2011.", "Quillac Marine"),
        ("Ana fundó Quillamar Astilleros en 1987.", "Quillamar Astilleros"),
        ("A Ana fundou a Quilhamar Barcos em 1998.", "Quilhamar Barcos"),
        ("Ada ha fondato Chigliaviva Barche nel 1998.", "Chigliaviva Barche"),
        ("Ada richtte Kielzicht Boten in 1998 op.", "Kielzicht Boten"),
        ("Ada startade Kölvarvet Nord 1998.", "Kölvarvet Nord"),
    ] {
        assert_eq!(first(text).as_deref(), Some(expected), "{text}");
    }
    for text in [
        "Our captain founded Hull Tools in 2009 and sold it later.",
        "You may have started Hull Tools in 2009; we do not mind.",
        "We started welding in 2009.",
        "Bo joined Hullwerk in 2009.",
    ] {
        assert_eq!(first(text), None, "{text}");
    }
}

#[test]
fn f1_calls_to_join_name_the_employer_behind_its_crew() {
    for (text, expected) in [
        ("Join the crew at Keelwright Boats! We need a welder.", "Keelwright Boats"),
        ("Werde Teil der Crew von Kielfeder Bootsbau!", "Kielfeder Bootsbau"),
        ("Súmate al equipo de Quillamar Astilleros.", "Quillamar Astilleros"),
        ("Unisciti alla squadra di Chigliaviva Barche.", "Chigliaviva Barche"),
        ("Sluit je aan bij Kielzicht Boten.", "Kielzicht Boten"),
        ("Faça parte da equipe da Quilhamar Barcos.", "Quilhamar Barcos"),
        ("Bliv en del af Kølsmed Både.", "Kølsmed Både"),
    ] {
        assert_eq!(first(text).as_deref(), Some(expected), "{text}");
    }
    for text in ["Bli en del av Kölvikens största varv.", "You may have seen our work at the Keel museum."] {
        assert_eq!(first(text), None, "{text}");
    }
}

#[test]
fn f1_a_heading_that_is_but_article_and_name_keeps_both() {
    let headed =
        |heading: &str| company(draft().heading(1, heading).heading(2, "Night Baker").paragraph("Up at eleven."));
    assert_eq!(headed("The Keel Bakehouse").as_deref(), Some("The Keel Bakehouse"));
    assert_eq!(headed("The University of Keel").as_deref(), Some("University of Keel"));
}

#[test]
fn f1_a_co_op_speaks_no_language() {
    assert_eq!(first("Keel Outdoor Co-op is an equal opportunity employer.").as_deref(), Some("Keel Outdoor Co-op"));
}

#[test]
fn f1_what_a_name_offers_those_who_work_there_is_an_employers_heading() {
    let headed = |heading: &str| {
        company(draft().heading(1, "Welder").paragraph("Steel and tar.").heading(2, heading).item("boots").item("tea"))
    };
    for (heading, expected) in [
        ("What Keelwright offers", "Keelwright"),
        ("Keelwright offers you", "Keelwright"),
        ("Why join Keelwright?", "Keelwright"),
        ("Das bietet dir Kielfeder", "Kielfeder"),
        ("Kielfeder bietet", "Kielfeder"),
        ("Pourquoi rejoindre Quillac ?", "Quillac"),
        ("¿Por qué trabajar en Quillamar?", "Quillamar"),
        ("Kølsmed tilbyder", "Kølsmed"),
        ("Waarom werken bij Kielzicht", "Kielzicht"),
    ] {
        assert_eq!(headed(heading).as_deref(), Some(expected), "{heading}");
    }
    for heading in [
        "Das bietet dir die Ausbildung",
        "Die Stelle bietet",
        "What the role offers",
        "Why Keelwright?",
        "Why join us?",
        "Was bietet Ulm?",
    ] {
        assert_eq!(headed(heading), None, "{heading}");
    }
}

#[test]
fn f1_a_line_of_place_and_name_and_a_colleagues_years_tell_the_employer() {
    for (text, expected) in [
        ("bei Kielfeder in Ulm", "Kielfeder"),
        ("chez Quillac, à Brest", "Quillac"),
        ("I’ve been with Keelwright Boats for nine years.", "Keelwright Boats"),
        ("Seit neun Jahren bin ich bei Kielfeder und immer noch gern.", "Kielfeder"),
        ("Kølsmed A/S søger en svejser.", "Kølsmed A/S"),
    ] {
        assert_eq!(first(text).as_deref(), Some(expected), "{text}");
    }
}
