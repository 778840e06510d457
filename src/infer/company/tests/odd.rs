//! Names that are written in an unusual way, and what is written like a name in scripts without capitals.

use super::company;
use crate::infer::fixture::draft;

fn titled(title: &str, text: &str) -> Option<String> {
    company(draft().key("title", title).paragraph(text))
}

#[test]
fn f1_a_name_may_be_small_short_dotted_or_full_of_stops() {
    for (text, expected) in [
        ("We weld. hullwork is looking for a welder. Come and weld.", "hullwork"),
        ("hullwork is an equal opportunity employer. We weld.", "hullwork"),
        ("Are you interested in working at Hull.Works? We are online.", "Hull.Works"),
        ("You run Hull.org’s accounts. Write to jobs@hull.org", "Hull.org"),
        ("La Cour des Navires recrute un soudeur. La Cour des Navires est grande.", "Cour des Navires"),
        ("There are openings in Hull.io. Write to jobs@hull.io", "Hull.io"),
        ("Who we are: Hullwork builds tools for those who weld.", "Hullwork"),
        ("Über uns: Hullwork schweißt seit 1999 Schiffe.", "Hullwork"),
        ("Vous rejoindrez l'équipe technique de Hullwork.", "Hullwork"),
        ("Venha fazer parte do time da Hullwork!", "Hullwork"),
        ("Hullwork is backed by Zetabank. We weld.", "Hullwork"),
        ("This task is part of the hiring process at Hullwork.", "Hullwork"),
        ("Hi, I'm Jane, CEO of Hullwork.", "Hullwork"),
        ("Work with us at Hullwork.", "Hullwork"),
        ("At hullwork, we weld. Write to jobs@hullwork.com", "hullwork"),
        ("K.K. Hull Works is looking for a welder.", "K.K. Hull Works"),
        ("Acme Hulls Co., Ltd. is the leading builder of ships.", "Acme Hulls Co., Ltd."),
        ("Na K7 estamos a soldar. A K7 solda. Trabalhar na K7 é bom.", "K7"),
        ("These are exciting times at the Department for Steel.", "Department for Steel"),
        ("Join our team at IIX's Steel Lab. IIX is hiring.", "IIX"),
        ("บริษัท Acme Hulls กำลังมองหาช่างเชื่อม", "Acme Hulls"),
        ("Công ty Acme Hulls cần thợ hàn.", "Acme Hulls"),
        ("Компания Acme ищет сварщика.", "Acme"),
        ("Acme Hulls szuka do zespołu spawacza.", "Acme Hulls"),
    ] {
        assert_eq!(company(draft().heading(1, "Welder").paragraph(text)).as_deref(), Some(expected), "{text}");
    }
    assert_eq!(titled("Welder at IIX's Steel Lab", "We weld.").as_deref(), Some("IIX"));
    assert_eq!(titled("Сварщик в Hullwerk", "Мы варим.").as_deref(), Some("Hullwerk"));
    let headed = draft().heading(1, "Welder").heading(2, "About hullwork").paragraph("hullwork is a small company.");
    assert_eq!(company(headed).as_deref(), Some("hullwork"));
    let mailed = draft()
        .heading(1, "Soldador")
        .heading(2, "Benefícios de trabalhar com a Hullwork:")
        .paragraph("jobs@hullwork.org");
    assert_eq!(company(mailed).as_deref(), Some("Hullwork"));
    let opened = draft().heading(1, "Welder").heading(2, "About hullwork").paragraph("At hullwork, we weld.");
    assert_eq!(company(opened).as_deref(), Some("hullwork"));
    for (heading, text) in [("アクメ採用情報", "アクメは船を造ります。"), ("아크메 채용", "아크메는 배를 만듭니다.")]
    {
        let called = draft().heading(1, heading).paragraph(text);
        assert_eq!(company(called).as_deref(), heading.get(..9), "{heading}");
    }
    let prose = draft().key("title", "Welder").key("about", "We weld. hullwork is looking for a welder who sails.");
    assert_eq!(company(prose).as_deref(), Some("hullwork"));
}

#[test]
fn f1_chinese_calls_name_who_hires_small_or_before_a_year() {
    for (text, expected) in [
        ("[上海+远程] hullwork 招聘焊接工程师", "hullwork"),
        ("【北京】船工坊招聘焊接工程师", "船工坊"),
        ("船工坊2024年校园招聘", "船工坊"),
        ("船工坊长期招收焊接工程师", "船工坊"),
        ("船工坊2025届春招", "船工坊"),
        ("公司简介：船工坊科技成立于2015年。", "船工坊科技"),
        ("海洋大学船体焊接实验室（焊接组）招聘博士后", "海洋大学船体焊接实验室"),
    ] {
        assert_eq!(company(draft().paragraph(text)).as_deref(), Some(expected), "{text}");
    }
    let mailed = draft().heading(1, "HULL.ME 前端招聘").paragraph("联系：jobs@hull.me");
    assert_eq!(company(mailed).as_deref(), Some("HULL.ME"));
}

#[test]
fn f1_a_team_or_a_group_belongs_to_who_has_it() {
    for (text, expected) in [
        ("The Acme Data Science team is looking for a welder.", "Acme"),
        ("The Hullwork team is looking for a welder.", "Hullwork"),
        ("The Acme Machine Vision team is hiring.", "Acme"),
        ("The Steel group, part of the Hull University of Steel, welds.", "Hull University of Steel"),
        ("The Hull Institute is carrying out a study of hulls. You would help the Hull Institute.", "Hull Institute"),
    ] {
        assert_eq!(company(draft().heading(1, "Welder").paragraph(text)).as_deref(), Some(expected), "{text}");
    }
    for text in ["Wir sind die ẞẞẞ   GmbH.", "ẞẞẞ\u{a0}GmbH", "A ẞ,  GmbH", "GmbH"] {
        let _ = company(draft().heading(1, "Welder").paragraph(text));
    }
    let product = draft().key("title", "Welder").key("description", "The Hullwork Cloud team is looking for a welder.");
    let product = product.key("jobLink", "https://hullwork.recruitee.com/o/welder");
    assert_eq!(company(product.paragraph("We weld.")).as_deref(), Some("Hullwork"));
}

#[test]
fn f3_what_is_called_a_job_is_no_employer() {
    let title = "Dock Telewelding Job - Hullwerk Telewelding";
    let facts = draft().key("title", title).key("name", "Dock Telewelding Job").facts();
    assert_eq!(facts.company.map(|field| field.value), None);
    assert_eq!(facts.title.map(|field| field.value).as_deref(), Some(title));
}

#[test]
fn f3_words_of_documents_parts_and_measures_are_no_names() {
    for text in [
        "当事務所では、溶接工を募集いたします。当事務所に興味のある方は、ご連絡ください。",
        "弊センターでは、溶接工を募集しています。",
        "校园招聘",
        "社会招聘：焊接工程师",
        "协助实施招聘工作，发布招聘广告、进行简历筛选。",
        "Die Start-up-Situation bietet viel. Die Start-up-Situation ist neu.",
        "Sie sind Expertin für die Bearbeitung von Stahl. Zuständig für die Bearbeitung.",
        "Wir arbeiten in der Fertigung. Du lernst in der Fertigung.",
        "We are a yard, 30-ish people, 30-ish boats.",
        "The Data Science team is looking for a welder.",
        "The Machine Learning team is hiring. The Machine Learning team is small.",
        "The Trust & Safety team is looking for a welder.",
        "Our Developer Relations team is hiring.",
        "Das IT-Team sucht einen Schweißer. Das Vertrieb Team sucht auch.",
        "Interested in working with Docker? Docker is good.",
        "You build on Docker. Working at Docker speed, you use Docker.",
        "We are open in Q3. At Q3 we weld, in Q3.",
        "Everyone is looking for a welder. We weld.",
        "Have questions? Write to jane at hullwork dot com, or at hullwork dot com.",
        "You report to the Director of Hulls & Steel, and help Hulls & Steel.",
        "The Mayor's office is old. You work with the Mayor.",
        "우리 연구실은 배를 만듭니다. 연구실에서 용접공을 모집합니다.",
        "We are an Equal Opportunity Employer. Equal Opportunity matters.",
        "We are an Affirmative Action Employer.",
        "I'm Jane, a graduate of Yarl. I'm head of Sales.",
        "The role is backed by Zetabank.",
    ] {
        assert_eq!(company(draft().heading(1, "Welder").paragraph(text)), None, "{text}");
    }
    for title in ["人才招聘", "校园招聘", "Hull JD Chinese", "iOS JD", "キャリア採用", "상시 채용", "Frontend Hiring"]
    {
        assert_eq!(titled(title, "Weld."), None, "{title}");
    }
    let labs = draft().key("title", "채용정보").heading(1, "인재 채용").heading(2, "UX LAB").heading(2, "HULL LAB");
    assert_eq!(company(labs), None);
    let misspelt = draft().key("name", "Hiring").key("description", "Lab Mannager").paragraph("We seek a Lab Manager.");
    assert_eq!(company(misspelt), None);
}

#[test]
fn f1_who_grows_is_more_than_something_or_is_called_so_below_is_the_employer() {
    for (text, expected) in [
        ("As Acme grows we are expanding our dock and are looking for a new colleague.", "Acme"),
        ("A Acme não é apenas um estaleiro; somos parceiros. Venha soldar.", "Acme"),
        ("Acme isn't just a yard. Come and weld.", "Acme"),
        ("You will be an integral part of Acme.", "Acme"),
        ("For more, contact Acme Technologies at 555-0100.", "Acme Technologies"),
        ("Hull Works (hereinafter “the company”) welds.", "Hull Works"),
        ("Hull Works AG (im Folgenden „Hull“) schweißt.", "Hull Works AG"),
        ("船工大学拥有三座船坞。我们需要焊工。", "船工大学"),
        ("「船工」是 2015 年由三个人成立的。", "船工"),
        ("Since then Acme has raised a sail. We weld.", "Acme"),
        ("Mac’s Yard is hiring. We weld.", "Mac's Yard"),
        ("Acme Hulls Pvt. Ltd. is a company that builds ships.", "Acme Hulls Pvt. Ltd."),
        ("Der Schiffer e. V. kümmert sich um Boote. Im Schiffer e. V. sind wir viele.", "Schiffer e. V."),
        ("Hotel La Quilla is looking for a welder.", "Hotel La Quilla"),
        ("The Hull University of the Seas is hiring.", "Hull University of the Seas"),
        ("Acme’s Platform Team is hiring.", "Acme"),
        (
            "Verantwortlich ist “Schiffe sind groß e.V.” in Ulm. Der “Schiffe sind groß e.V.” schweißt.",
            "Schiffe sind groß e.V.",
        ),
    ] {
        assert_eq!(company(draft().heading(1, "Welder").paragraph(text)).as_deref(), Some(expected), "{text}");
    }
    let about =
        draft().heading(1, "Welder").heading(2, "About us").paragraph("Acme is an open source project. Acme is young.");
    assert_eq!(company(about).as_deref(), Some("Acme"));
    let called = draft().heading(1, "溶接工").heading(2, "アクメ造船(以下 当団体)について").paragraph("船を造ります。");
    assert_eq!(company(called).as_deref(), Some("アクメ造船"));
    for (line, expected) in [
        ("Hull School District #207 – Docks and Yards", "Hull School District"),
        ("Hotel da Quilha ★★★★ — Porto", "Hotel da Quilha"),
        ("認定NPO法人 船の会ネットワーク", "認定NPO法人 船の会ネットワーク"),
        ("Ziekenhuis De Kiel, Zwolle | 24 uur | FWG 50", "Ziekenhuis De Kiel"),
        ("Facility: Hull Yard", "Hull Yard"),
    ] {
        let below = draft().heading(1, "Welder").paragraph(line).paragraph("You weld, and you sail.");
        assert_eq!(company(below).as_deref(), Some(expected), "{line}");
    }
    let hiring = draft().heading(1, "船工坊前端招聘").paragraph("我们热爱船。");
    assert_eq!(company(hiring).as_deref(), Some("船工坊"));
}

#[test]
fn f3_words_that_sentences_begin_with_forms_and_people_are_no_employers() {
    for text in [
        "¿Estás buscando trabajo? Estás en el lugar correcto.",
        "In der Bearbeitung geht es rund. In der Bearbeitung schweißt du.",
        "Contact Jane Doe at 555-0100. Jane Doe knows.",
        "我们是做产品，不是外包。",
        "「船」做的是船。",
        "As Demand grows, we weld.",
        "We keep to the General Data Protection Regulation (hereinafter GDPR).",
    ] {
        assert_eq!(company(draft().heading(1, "Welder").paragraph(text)), None, "{text}");
    }
    let author = |name: &str| company(draft().key("title", "Welder").key("author", name).paragraph("You weld."));
    assert_eq!(author("Cooperativa del Muelle").as_deref(), Some("Cooperativa del Muelle"));
    assert_eq!(author("Jane Doe"), None);
    for heading in ["Sobre o Desafio", "About the Challenge"] {
        let text = "O Desafio é grande. The Challenge is big.";
        assert_eq!(company(draft().heading(1, "Welder").heading(2, heading).paragraph(text)), None, "{heading}");
    }
    let trade =
        draft().heading(1, "Stellen").paragraph("Pflasterer").paragraph("Wir suchen Pflasterer. Gute Pflasterer.");
    assert_eq!(company(trade), None);
}

#[test]
fn f1_who_pays_is_regulated_began_or_is_joined_is_the_employer() {
    for (text, expected) in [
        ("Acme & Sons pays for boots and gloves.", "Acme & Sons"),
        ("Die re:hull GmbH ist ein junges Unternehmen. re:hull schweißt.", "re:hull GmbH"),
        ("La ASW - Association des soudeurs est une association.", "ASW"),
        ("Hull Advisers LLP is authorised and regulated by the board.", "Hull Advisers LLP"),
        ("Hullwerk began in 1999 as a shed.", "Hullwerk"),
        ("“I joined Hullwerk in 2019 because I like ships.”", "Hullwerk"),
        ("Every year, the Hull Trust today welds one boat in fifty.", "Hull Trust"),
        ("The Hull Island Community Trust has owned it ever since.", "Hull Island Community Trust"),
        ("Letters to Dr Jane Doe, Institute of Old Steel, 9 Harbour Street, Ulm.", "Institute of Old Steel"),
        ("Data controller: Hullwerk S.à r.l.", "Hullwerk S.à r.l."),
        ("KIEL + SÖHNE — Schiffe seit 1961", "KIEL + SÖHNE"),
        ("La Fundación Casa de las Quillas abre una plaza de soldador.", "Fundación Casa de las Quillas"),
        ("Das Ding heißt hullfix. Schreib an jobs@hullfix.de", "hullfix"),
        ("Write to jobs@kielheim.edu. You weld at the University of Kielheim.", "University of Kielheim"),
    ] {
        assert_eq!(company(draft().heading(1, "Welder").paragraph(text)).as_deref(), Some(expected), "{text}");
    }
}

#[test]
fn f3_people_who_act_and_places_where_one_was_are_no_employers() {
    for text in [
        "You weld with Jane, who was at Zeta before she moved home.",
        "Our welder Jane was employee twelve at Zeta.",
        "Days, nights, bank: tell us what fits.",
        "Montags sind wir in der Werkstatt. In der Werkstatt schweißt du.",
        "Ship welder – in the docks of Ulm",
        "we are profitable, a bit proud, and we weld.",
        "Write to us at gmail.com, or at gmail.com once more.",
        "Unsere kolleg:innen bei kolleg:innen.",
    ] {
        assert_eq!(company(draft().heading(1, "Welder").paragraph(text)), None, "{text}");
    }
}

#[test]
fn f2_lines_at_the_ends_of_postings_name_the_employer() {
    for (text, expected) in [
        ("🏢 PaisaDock", "PaisaDock"),
        ("(Hullverk i Ulm AB, org. nr 559000-0000)", "Hullverk i Ulm AB"),
        ("Hullwerk Docks, KvK 12345678", "Hullwerk Docks"),
        ("Jane Doe\nHead chef, Hullwerk Docks", "Hullwerk Docks"),
        ("Firma: Hull Software (zwölf Leute, davon drei Schweißer).", "Hull Software"),
        ("Equipo de Hullwerk", "Hullwerk"),
    ] {
        assert_eq!(company(draft().heading(1, "Welder").paragraph(text)).as_deref(), Some(expected), "{text}");
    }
    for text in ["Ulm, am 10. Februar 2026", "Registered charity 1234567", "Gesucht wird ab Mai"] {
        assert_eq!(company(draft().heading(1, "Welder").paragraph(text)), None, "{text}");
    }
}

#[test]
fn f2_names_have_small_words_and_articles_inside() {
    for (text, expected) in [
        ("La Forge à Quai est une coopérative.", "Forge à Quai"),
        ("Siamo il Nido Pane e Hullo, 28 bimbi.", "Nido Pane e Hullo"),
        ("Doe & De Hull bouwt schepen.", "Doe & De Hull"),
        (
            "Beim Wasserverband Untere Werft gelangt mit 1. Mai 2026 die Stelle eines Schweißers zur Besetzung.",
            "Wasserverband Untere Werft",
        ),
        ("The management of Hull Model Schools seeks to employ a welder.", "Hull Model Schools"),
        ("L'asbl Dock de Hull assure depuis 1987 une permanence.", "Dock de Hull"),
        ("Hullwerk Docks hauls steel between Ulm and Bern.", "Hullwerk Docks"),
    ] {
        assert_eq!(company(draft().heading(1, "Welder").paragraph(text)).as_deref(), Some(expected), "{text}");
    }
    let stuck = "Looking for a welder who keeps calm when a barge is stuck at Lockheim.";
    assert_eq!(company(draft().heading(1, "Welder").paragraph(stuck)), None);
    let capitals = draft().heading(1, "Soudeuse").paragraph("SOUDEUSE EN DROIT DES QUAIS\nMi-temps");
    assert_eq!(company(capitals), None);
}

#[test]
fn f2_an_institution_between_the_job_and_its_slogan_is_the_employer() {
    let title = |title: &str| company(draft().heading(1, title).paragraph("You weld ships."));
    assert_eq!(title("Welder - Museum of Ship Heritage - Hulls for all").as_deref(), Some("Museum of Ship Heritage"));
    assert_eq!(title("Welder - Department of Ship Heritage - Hulls for all"), None);
}

#[test]
fn f2_an_institution_is_named_in_full() {
    for (text, expected) in [
        ("Clinique vétérinaire des Quais recrute un soudeur.", "Clinique vétérinaire des Quais"),
        ("Azienda agricola Podere Hullo cerca un saldatore.", "Azienda agricola Podere Hullo"),
        ("Hull Yards is hiring. More on the Hull Yards careers page.", "Hull Yards"),
        (
            "We look for a welder for a position at the Steel Department, University of Hullshire. You weld.",
            "University of Hullshire",
        ),
        ("A position is open at the Department of Steel of the University of Hullshire.", "University of Hullshire"),
    ] {
        assert_eq!(company(draft().heading(1, "Welder").paragraph(text)).as_deref(), Some(expected), "{text}");
    }
    let product =
        draft().heading(1, "Welder").paragraph("Keelr is the hull planning software created by the City of Ulm.");
    assert_eq!(company(product.paragraph("You weld for Keelr.")), None);
    let university = draft().heading(1, "Welder").paragraph("University of Hullshire, Ulm, Germany");
    let university = university.paragraph("See the Hullshire recruitment page, or write to ann@hullshire.example.");
    assert_eq!(company(university).as_deref(), Some("University of Hullshire"));
}

#[test]
fn i4_an_author_that_the_title_begins_with_is_the_employer() {
    let by = |author: &str, title: &str| company(draft().key("title", title).key("author", author).paragraph("Weld."));
    assert_eq!(by("HullShare", "HullShare 용접 인턴 채용").as_deref(), Some("HullShare"));
    assert_eq!(by("Jane Doe", "Welder for Jane Doe"), None);
    assert_eq!(by("HullShare", "Welder"), None);
}

#[test]
fn f2_kinds_of_employers_are_told_in_one_word_or_behind_the_name() {
    for (text, expected) in [
        ("Das Haus am Kai ist ein Seniorenzentrum mit 78 Plätzen.", "Haus am Kai"),
        ("Hullgrend kommune har ledig stilling som sveiser.", "Hullgrend kommune"),
        ("El Instituto Hullense de Acero abre una convocatoria para soldar.", "Instituto Hullense de Acero"),
        ("Who we are: Hull Slip Boatworks, five shipwrights and a dog.", "Hull Slip Boatworks"),
        ("We're The Hull Project, a registered non-profit.", "The Hull Project"),
        ("Hull Reach Rowing Club, Durham", "Hull Reach Rowing Club"),
    ] {
        assert_eq!(company(draft().heading(1, "Welder").paragraph(text)).as_deref(), Some(expected), "{text}");
    }
    let headed = |heading: &str, text: &str| company(draft().heading(1, "Welder").heading(2, heading).paragraph(text));
    assert_eq!(headed("About Somesha Hulls", "We weld since 1999.").as_deref(), Some("Somesha Hulls"));
    assert_eq!(headed("About Climate Change", "We fight climate change."), None);
    assert_eq!(headed("아크메를 소개합니다", "아크메는 배를 만듭니다.").as_deref(), Some("아크메"));
}

#[test]
fn f3_a_colleague_who_seeks_and_what_grammar_joins_are_no_employer() {
    for text in [
        "Jane Doe, our captain, is looking for a mate.",
        "필요한 배를 직접 만들기 보다는 기성 배를 고쳐서 만들고 있습니다.",
    ] {
        assert_eq!(company(draft().key("title", "Welder").paragraph(text)), None, "{text}");
    }
    let headed = draft().key("title", "Сварщик").heading(2, "О команде и продукте").paragraph("Команда варит корабли.");
    assert_eq!(company(headed), None);
    let with = draft().heading(1, "Job openings with Acme").paragraph("You weld.");
    assert_eq!(company(with).as_deref(), Some("Acme"));
    let later = draft().heading(1, "Postdoc").paragraph("You weld.").paragraph("You sail.").paragraph("You sing.");
    let later = later
        .paragraph("The team has post-docs from the WG group of the Steel Department of the University of Hullen.");
    assert_eq!(company(later).as_deref(), Some("University of Hullen"));
}
