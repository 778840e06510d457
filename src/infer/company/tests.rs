//! Who hires, and who only stands in the text.

mod alone;
mod around;
mod beginnings;
mod kinds;
mod letters;
mod odd;
mod said;
mod small;
mod stands;

use crate::infer::fixture::{Fixture, draft};
use crate::posting::OriginKind;

fn company(fixture: Fixture) -> Option<String> {
    fixture.facts().company.map(|field| field.value)
}

#[test]
fn f1_a_heading_names_the_company_when_the_text_uses_the_name() {
    for heading in ["About Acme", "👥 join Acme", "Why Acme?", "Über Acme", "Life at Acme"] {
        let used = draft().heading(1, "Welder").heading(2, heading).paragraph("Acme welds.").paragraph("Come to Acme.");
        assert_eq!(company(used).as_deref(), Some("Acme"), "{heading}");
    }
    let below = |text: &str| company(draft().heading(1, "Welder").heading(2, "About Acme").paragraph(text));
    assert_eq!(below("We weld."), None);
    assert_eq!(below("We are a yard that builds ships.").as_deref(), Some("Acme"));
    assert_eq!(below("Unser Team baut Schiffe.").as_deref(), Some("Acme"));
}

#[test]
fn f1_set_phrases_and_title_suffixes_name_it() {
    let phrase = draft().heading(1, "Welder").paragraph("At Acme Steel, we weld.").paragraph("Acme Steel is old.");
    assert_eq!(company(phrase).as_deref(), Some("Acme Steel"));
    let hiring = draft().heading(1, "Welder").paragraph("Acme is looking for a welder.").paragraph("Acme is old.");
    assert_eq!(company(hiring).as_deref(), Some("Acme"));
    let used = draft().heading(1, "Welder").paragraph("Work at Acme’s yard. Acme welds. We at Acme care.");
    assert_eq!(company(used).as_deref(), Some("Acme"));
    let facts = draft().heading(1, "Welder at Acme").facts();
    assert_eq!(facts.company.map(|field| field.origin.kind), Some(OriginKind::Title));
    assert_eq!(company(draft().heading(1, "Welder @ Acme & Co.")).as_deref(), Some("Acme & Co."));
}

#[test]
fn f3_headings_and_phrases_about_anything_else_name_nobody() {
    for (heading, text) in [
        ("About us", "We are us, and us is we."),
        ("About the Product", "The Product is good. The Product sells."),
        ("About Engineering", "Engineering is fun. Engineering is ours."),
        ("Join our team", "Our team is a team."),
        ("About Berlin", "Berlin is big. Berlin is old."),
        ("Why Rust", "Rust is safe. Rust is fast."),
        ("Welding", "At first, we weld. At First is no name."),
        ("Welding", "Our client is looking for a welder. Our client is big."),
        ("Welding", "People at Acme know us, and so do those at Zeta."),
        ("Welding", "See us at SHIPCON. We love SHIPCON, and SHIPCON loves us."),
        ("Welding", "We meet at Berlin. Berlin is big. Berlin is old."),
        ("Welding", "We sell to Acme. Acme is a client. Acme is big."),
    ] {
        assert_eq!(company(draft().heading(2, heading).paragraph(text)), None, "{heading}: {text}");
    }
    assert_eq!(company(draft().heading(1, "Look at Me")), None);
}

#[test]
fn f1_an_employer_is_named_in_many_ways() {
    for (text, expected) in [
        ("Acme is a small company from Ulm.", "Acme"),
        ("Acme is hiring.", "Acme"),
        ("You could join King's University. King's University is old.", "King's University"),
        ("You may join Mac's. Mac's is hiring, and Mac's is fun.", "Mac's"),
        ("The Università di Ulma requires a welder.", "Università di Ulma"),
        ("The Department of Steel of Ulm University has opened a call.", "Ulm University"),
        ("The Hull lab is searching for a welder.", "Hull lab"),
        ("Acme société d'ingénierie recherche des soudeurs.", "Acme"),
        ("Hullwerk söker en svetsare. Hullwerk är ett företag.", "Hullwerk"),
        ("Acme, a maker of ships, is looking for a welder.", "Acme"),
        ("Join our growing team at Acme Hulls.", "Acme Hulls"),
        ("We at Acme care for each other.", "Acme"),
        ("All of us at hullworks care. The hullworks yard is big.", "hullworks"),
        ("Acme Hulls Ltd. was founded in 1999 and is a manufacturer of ships.", "Acme Hulls Ltd."),
        ("Acme is an equal opportunity employer.", "Acme"),
        ("The Acme Foundation is a charity that keeps ships afloat.", "Acme Foundation"),
        ("Wir sind hullwerk, ein Team aus Ulm. Bei hullwerk wird geschweißt.", "hullwerk"),
        ("Die Hullwerk GmbH ist ein Unternehmen aus Ulm.", "Hullwerk GmbH"),
        ("Hullwerk sucht ab sofort Verstärkung.", "Hullwerk"),
        ("Wir bei Hullwerk schweißen gern.", "Hullwerk"),
        ("Acmé recrute pour son chantier.", "Acmé"),
        ("Chez Acmé, nous soudons. Acmé est une entreprise de Brest.", "Acmé"),
        ("Acme busca una persona que suelde.", "Acme"),
        ("Existe un sitio así, y se llama Acme.", "Acme"),
        ("Acme is op zoek naar een lasser.", "Acme"),
        ("Bij Acme, een bedrijf uit Delft, lassen wij. Acme groeit.", "Acme"),
        ("A Acme é uma empresa de navios.", "Acme"),
        ("The U.S. Hull Office is part of the Navy. The U.S. Hull Office is an agency.", "U.S. Hull Office"),
        ("株式会社アクメでは、溶接工を募集しています。", "株式会社アクメ"),
        ("アクメ株式会社は船を造る会社です。", "アクメ株式会社"),
        ("hullworks is a remote company from Ulm. At hullworks, you weld.", "hullworks"),
        (
            "The ACME Hull Lab maintains Keelr, a tool. ACME seeks a welder. Keelr uses steel. Keelr has users.",
            "ACME Hull Lab",
        ),
        ("ACME HULLS c'est la rencontre de cinq soudeurs.", "ACME HULLS"),
        ("About Acme: We weld. Acme was built on steel, and Acme is big.", "Acme"),
        ("Acme is actively recruiting for its yard.", "Acme"),
        ("Acme has a vacancy in the yard.", "Acme"),
        ("Acme considers all qualified applicants.", "Acme"),
        ("Acme embauche pour son chantier.", "Acme"),
        ("Acme heeft een vacature op de werf.", "Acme"),
        ("Acme está recrutando para o estaleiro.", "Acme"),
        ("Acme是一家造船公司。", "Acme"),
        ("船工坊是一家造船公司。", "船工坊"),
        ("Acme正在招聘溶接工。", "Acme"),
        ("Acmeは、船を造る会社です。", "Acme"),
        ("En Acme somos un equipo de diez. Acme nació en Vigo.", "Acme"),
        ("The Acme Lab at the University of Ulm is looking for a welder.", "Acme Lab"),
        ("The Department of Steel at the University of Ulm invites applications.", "University of Ulm"),
        ("Hullwright repairs boats for ferry companies.", "Hullwright"),
        ("Die ACME ist eine Vereinigung von Schweißern, deren Werften verstreut sind.", "ACME"),
        ("En Acme tenemos varios barcos, y buscamos a quien suelde.", "Acme"),
        ("Wir, die Hullwerk IT GmbH, suchen Verstärkung.", "Hullwerk IT GmbH"),
        ("株式会社みなとは、港の会社です。", "株式会社みなと"),
        ("You write stories to build Hullwerk's brand.", "Hullwerk"),
        ("L'association Hullwerk est une école de soudure.", "Hullwerk"),
        ("hullWorks gGmbH ist eine Einrichtung in Ulm.", "hullWorks gGmbH"),
    ] {
        assert_eq!(company(draft().heading(1, "Welder").paragraph(text)).as_deref(), Some(expected), "{text}");
    }
}

#[test]
fn f1_a_name_is_given_as_sentences_write_it() {
    for (text, expected) in [
        ("Die Werft Kanten GmbH & Co. KG mit Sitz in Ulm baut Boote.", Some("Werft Kanten GmbH & Co. KG")),
        ("Bei Kanten Software entwickeln wir Kräne. Bei Kanten Software wird gelacht.", Some("Kanten Software")),
        ("We’re Acme and we’re hiring a welder.", Some("Acme")),
        ("Acme is building your next boat. Acme’s yard is in Ulm.", Some("Acme")),
        ("You will weld for The Forge. Working at The Forge is fun, since The Forge cares.", Some("The Forge")),
        ("Venez souder chez La Coque. La Coque recrute, et à La Coque on rit.", Some("La Coque")),
        ("Acme does more than weld. Acme is a place to grow your skills. Few weld as Acme does.", Some("Acme")),
        ("You will weld for the Forge. Working at the Forge is fun, since the Forge cares.", Some("Forge")),
        ("Wer am Montag Zeit hat, hilft uns bei der Montage. Mitarbeit bei der Montage.", None),
        ("You write stories to build «Éclair»’s brand. «Éclair» welds.", None),
        ("acme makes anvils for smiths. We like acme.", Some("acme")),
        ("training makes welders, and training takes time", None),
        ("Vollzeit oder Teilzeit? Bei uns ist Vollzeit Vollzeit. Wir bei Vollzeit sind viele.", None),
    ] {
        let welder = draft().heading(1, "Welder").paragraph(text);
        assert_eq!(company(welder).as_deref(), expected, "{text}");
    }
    let in_capitals = draft().heading(1, "Welder").heading(2, "ACME").paragraph("Acme welds. At Acme, we weld.");
    assert_eq!(company(in_capitals).as_deref(), Some("Acme"));
}

#[test]
fn f3_clients_tools_and_common_words_are_no_employers() {
    for text in [
        "Our client, a maker of ships, is hiring. Zeta is a client of ours.",
        "We have offices in Victoria BC and Austin TX. Come to us in Victoria BC, since Victoria BC is a town of boats.",
        "Kubernetes is a system that runs ships. We use Kubernetes at every port.",
        "Management is looking for a welder. Our management is old.",
        "You have worked at Zeta or a company like Zeta.",
        "We apply through Greenhouse. At Greenhouse, you upload your papers.",
        "Jane is our captain. Talk to Jane.",
        "Jane Doe is stepping back from the yard. Jane Doe built it.",
        "Sustainability drives all that is done here.",
        "Se busca soldador. Se procura quem solde.",
        "You help us build Python's ecosystem, and build Berlin's harbour.",
        "Zeta Weekly wrote about us, and so did Zeta Daily.",
        "Wir sind Schweißer, die gern arbeiten.",
        "Bei Fragen wende dich an uns. Bei Interesse auch.",
        "Our team at work is happy. People work at scale here.",
        "Write to jobs@zeta.example or see zeta.example.",
        "We are backed by Zeta Capital and customers such as Zeta Foods.",
        "Remote is a way of life. Remote is good.",
        "The Welding Engineer is a member of the crew.",
        "Join the Platform team. The Platform team is a team of four.",
        "The Postdoctoral Scholar will weld. The Postdoctoral Scholar is a member of the crew.",
        "Die Universität ist groß. An der Universität wird geforscht.",
        "Keelr est une librairie java. La librairie Keelr soude.",
        "我们是一家造船公司。",
        "私たちは、船を造る会社です。",
        "弊社は、船を造る会社です。",
        "Für unseren Kunden, die Hullwerk GmbH, suchen wir dich.",
        "公司是一家造船企业。",
        "契約は子会社の株式会社アクメで行います。",
        "welding is a business of trust",
        "Welding is fun. You weld at weld.example. Write to jobs@welding.example about welding.",
    ] {
        assert_eq!(company(draft().heading(1, "Welder").paragraph(text)), None, "{text}");
    }
    assert_eq!(company(draft().key("title", "湊動物病院")).as_deref(), Some("湊動物病院"));
    assert_eq!(company(draft().key("title", "湊動物病院の看護師")), None);
    let asked =
        draft().heading(1, "Welder").heading(2, "Requirements").item("You worked at Zeta, and Zeta is big, Zeta.");
    assert_eq!(company(asked), None);
}

#[test]
fn f1_a_line_below_the_title_may_be_the_institution() {
    for (line, expected) in [
        ("Department of Steel, University of Ulm", Some("University of Ulm")),
        ("University of Ulm, Centre for Hulls (CH)", Some("University of Ulm")),
        ("Department of Steel", None),
        ("Weld with us, for the good of the University of Ulm and all who are at sea.", None),
    ] {
        let fixture = draft().key("title", "Welder").key("subtitle", line).paragraph("You weld.");
        assert_eq!(company(fixture).as_deref(), expected, "{line}");
    }
}

#[test]
fn f1_the_full_name_of_an_institution_is_taken_and_a_product_is_not() {
    let full =
        draft().heading(1, "Welder").paragraph("Acme is a project. Acme Foundation is a charity that runs Acme.");
    assert_eq!(company(full).as_deref(), Some("Acme Foundation"));
    let product = draft()
        .heading(1, "Welder")
        .paragraph("Our mission at Acme is to weld. The Acme Cloud Platform is a product. Acme Cloud Platform sells.");
    assert_eq!(company(product).as_deref(), Some("Acme"));
}

#[test]
fn f1_the_front_matters_lines_of_prose_may_name_it() {
    let facts = draft().key("description", "Welder @ Acme (30h)").heading(1, "Welder").facts();
    assert_eq!(
        facts.company.map(|field| (field.value, field.origin.kind)),
        Some(("Acme".to_owned(), OriginKind::Description))
    );
    let facts = draft().key("summary", "Acme is a small company that welds.").heading(1, "Welder").facts();
    assert_eq!(facts.company.map(|field| field.value).as_deref(), Some("Acme"));
}

#[test]
fn f1_an_address_confirms_a_name_that_the_text_uses_and_names_nobody_alone() {
    for (text, expected) in [
        ("Become an expert in Keelr. Write to jobs@keelr.com.", Some("Keelr")),
        ("Become an expert in Keelr. Write to jobs@hr.keelr.co.uk", Some("Keelr")),
        ("Become an expert in Keelr. Write to jobs@zeta.com", None),
        ("Become an expert in keels. Write to jobs@keels.com", None),
        ("Write to jobs@keelr.com", None),
        ("We use Gmail. Write to acme.jobs@gmail.com", None),
        ("The kilns of Hull & Söhne are warm. Write to jobs@hullundsoehne.de", Some("Hull & Söhne")),
        ("The Friends of the Steel Otters row. Write to a@steelotters.org", Some("Friends of the Steel Otters")),
        ("You join the Hull Valley Dock Council. Write to hr@hvdc.ie", Some("Hull Valley Dock Council")),
        ("Tarmack is large. Write to hr@co.tarmack.mn.us", Some("Tarmack")),
        ("The Museum of Fog and Steel moves. Write to a@fogandsteel.org", Some("Museum of Fog and Steel")),
        ("The library is at Hullrobe, Co. Mayo. See Hullrobe.", None),
    ] {
        assert_eq!(company(draft().heading(1, "Welder").paragraph(text)).as_deref(), expected, "{text}");
    }
    for url in ["https://jobs.lever.co/acme-hulls/1", "https://acmehulls.recruitee.com/o/1", "mailto:cv@acmehulls.com"]
    {
        let text = "Work at Acme Hulls is fun. Apply here.";
        let facts = draft().heading(1, "Welder").paragraph(text).link("here", url);
        assert_eq!(company(facts).as_deref(), Some("Acme Hulls"), "{url}");
    }
    for (url, expected) in [
        ("https://crew.keelhulls.org/2031/build", Some("Keel Hulls")),
        ("https://keelhulls.wd3.myworkdayjobs.com/Careers/job/1", Some("Keel Hulls")),
        ("https://docs.google.com/forms/d/e/1", None),
    ] {
        let text = "The fair of Keel Hulls is fun, and on Google Maps. Apply with this form.";
        let facts = draft().heading(1, "Welder").paragraph(text).link("this form", url);
        assert_eq!(company(facts).as_deref(), expected, "{url}");
    }
}

#[test]
fn f1_a_folder_confirms_a_name_that_the_text_uses_often_and_names_nobody_alone() {
    let twice = ["You pack rods for Acme all day.", "Old ships come to Acme from afar."];
    for (path, texts, expected) in [
        ("acme/welder.md", twice, Some("Acme")),
        ("boards/acme-jobs/2026/welder.md", twice, Some("Acme")),
        ("welder.md", twice, None),
        ("acme/index.md", twice, None),
        ("bakery/welder.md", twice, None),
        ("acme/welder.md", ["You support the yard.", "The whole crew welds."], None),
        ("hulls/welder.md", ["You weld, and Hulls come first.", "We love Hulls: hulls are large."], None),
        ("hafen/welder.md", ["Man schweißt gern im Hafen.", "Ohne Hafen geht nichts, mit Hafen alles."], None),
    ] {
        let fixture = draft().path(path).key("title", "Welder").paragraph(texts[0]).paragraph(texts[1]);
        assert_eq!(company(fixture).as_deref(), expected, "{path}: {texts:?}");
    }
}

#[test]
fn f1_a_link_of_its_own_name_confirms_the_subject_of_the_text_alone() {
    let of = |text: &str| {
        let facts = draft().heading(1, "Welder").paragraph(text).link("Keelr", "https://www.keelr.com/about");
        company(facts)
    };
    assert_eq!(of("Keelr is on a mission to weld.").as_deref(), Some("Keelr"));
    assert_eq!(of("We weld with Keelr every day."), None);
}

#[test]
fn f1_a_heading_without_spaces_and_a_title_with_words_of_a_section_are_read() {
    let unspaced = draft().heading(1, "Welder").heading(2, "关于Acme").paragraph("Acme 造船。");
    assert_eq!(company(unspaced).as_deref(), Some("Acme"));
    let titled = draft().heading(2, "Welder with skills and requirements").paragraph("Acme is hiring.");
    assert_eq!(company(titled).as_deref(), Some("Acme"));
}

#[test]
fn f1_a_clause_of_why_stands_before_who_hires_in_chinese() {
    for text in [
        "为进一步推进船舶建设，船工坊学院现面向海内外公开招聘焊工若干名，诚邀加盟。",
        "随着业务发展,船工坊学院诚聘焊工。",
        "为推进造船，船工坊学院因工作需要，现招聘焊工。",
        "船工坊学院面向社会招聘焊工。",
    ] {
        let facts = draft().key("title", "船工坊学院焊接工程师招聘公告").paragraph(text).facts();
        assert_eq!(facts.company.as_ref().map(|company| company.value.as_str()), Some("船工坊学院"), "{text}");
        assert_eq!(facts.title.map(|title| title.value).as_deref(), Some("焊接工程师"), "{text}");
    }
    let heart = draft().heading(1, "Welder").paragraph("You will be the welcoming heart of our Asian community.");
    assert_eq!(company(heart), None);
}
