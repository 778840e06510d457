//! What is a title, and what only stands around one.

mod around;
mod calls;
mod lines;
mod sought;

use super::*;
use crate::infer::fixture::draft;

fn title(facts: crate::posting::Facts) -> (String, OriginKind) {
    facts.title.map(|field| (field.value, field.origin.kind)).expect("a posting always has a title")
}

#[test]
fn f1_front_matter_then_heading_then_label_then_file_name() {
    let full = || draft().path("file-name.md").heading(1, "🔥 Heading Welder 🔥").paragraph("Position: Label Welder");
    assert_eq!(title(full().key("title", "Front").facts()), ("Front".to_owned(), OriginKind::FrontMatter));
    assert_eq!(title(full().facts()), ("Heading Welder".to_owned(), OriginKind::Body));
    let labelled = draft().heading(1, "Job description").paragraph("Position: Label Welder");
    assert_eq!(title(labelled.facts()), ("Label Welder".to_owned(), OriginKind::Label));
    let named = draft().heading(1, "Hullwerk").paragraph("Position: Label Welder");
    assert_eq!(title(named.facts()), ("Label Welder".to_owned(), OriginKind::Label));
    assert_eq!(title(draft().path("a/ship-welder.md").facts()), ("Ship Welder".to_owned(), OriginKind::FileName));
}

#[test]
fn f3_headings_of_sections_are_no_titles() {
    for heading in
        ["About us", "Requirements", "Now hiring!", "What you'll do", "Über uns", "If you haven't, read more"]
    {
        let facts = draft().path("ship-welder.md").heading(2, heading).paragraph("Text.").facts();
        assert_eq!(title(facts).0, "Ship Welder", "{heading}");
    }
    for (heading, expected) in [
        ("Job Description: Ship Welder", "Ship Welder"),
        ("Vacature - Lasser", "Lasser"),
        ("Profile Manager", "Profile Manager"),
        ("Wizard of Light Bulbs", "Wizard of Light Bulbs"),
    ] {
        assert_eq!(title(draft().path("x-y.md").heading(1, heading).facts()).0, expected);
    }
    let later = draft().path("x.md").heading(2, "About us").heading(2, "Softwareentwickler (m/w/d)");
    let facts = later.facts();
    assert_eq!(facts.heading.as_ref().map(|field| field.value.as_str()), Some("Softwareentwickler (m/w/d)"));
    assert_eq!(title(facts).0, "Softwareentwickler");
}

#[test]
fn f2_a_posting_without_any_name_is_untitled_with_a_warning() {
    let (facts, diagnostics) = draft().path("3f2a9c81b7.md").infer();
    assert!(facts.all().iter().all(|fact| fact.name != "title"));
    assert_eq!(title(facts).0, UNTITLED);
    assert_eq!(diagnostics.iter().map(|d| d.code).collect::<Vec<_>>(), ["no-title"]);
}

#[test]
fn f2_the_short_title_is_the_jobs_name_alone() {
    for (written, expected) in [
        ("Senior Welder (m/w/d)", "Senior Welder"),
        ("Schweißer*in m/w/d", "Schweißer*in"),
        ("Schweißer:in (all genders) – Berlin", "Schweißer:in"),
        ("Soudeur (H/F)", "Soudeur"),
        ("Svetsare sökes", "Svetsare"),
        ("Soldador na Hullwerk", "Soldador"),
        ("Welder (posted January 7, 2016)", "Welder"),
        ("Soudeur : envie de souder les navires de demain avec nous ?", "Soudeur"),
        ("Soudeur(se) H/F", "Soudeur(se)"),
        ("Nov. 2024: Poste à temps partiel en soudage", "Poste à temps partiel en soudage"),
        ("2024-11: Welder", "Welder"),
        ("Welder @ Acme - Vaga de Emprego", "Welder"),
        ("Vacature Lasser 32 - 40 uur p/w Utrecht", "Lasser"),
        ("« Soudeur de coques »", "Soudeur de coques"),
        ("Welder 80 – 100% (m/w)", "Welder"),
        ("Welder, 40h/week", "Welder"),
        ("Welder - Full-time, Remote", "Welder"),
        ("Part or full time welder", "Welder"),
        ("Nous cherchons un·e soudeur·euse", "Soudeur·euse"),
        ("Stiamo cercando un saldatore", "Saldatore"),
        ("Procuramos soldador", "Soldador"),
        ("Vollzeit Schweißerin (m/w/d)", "Schweißerin"),
        ("Welder (Remote, EU)", "Welder"),
        ("Remote: Welder", "Welder"),
        ("Welder in Berlin", "Welder"),
        ("Welder, Berlin, Germany", "Welder"),
        ("Welder (€40,000 - €50,000)", "Welder"),
        ("Welder (#4711)", "Welder"),
        ("Welder - Ref. 4711", "Welder"),
        ("Job: Welder", "Welder"),
        ("[Hiring] Welder", "Welder"),
        ("We're hiring a Welder!", "Welder"),
        ("🔥 Now hiring: Welder 🔥", "Welder"),
        ("Wir suchen eine*n Schweißer*in!", "Schweißer*in"),
        ("Stellenausschreibung: Schweißer", "Schweißer"),
        ("Offre d'emploi : Soudeur", "Soudeur"),
        ("Se busca Soldador", "Soldador"),
        ("募集：溶接工", "溶接工"),
        ("Welder at Acme", "Welder"),
        ("Welder | Acme Careers", "Welder"),
        ("Acme seeking Welder", "Welder"),
        ("Welder - Remote, US", "Welder"),
        ("Welder - 2 positions", "Welder"),
        ("Welder (2 years)", "Welder"),
        ("Welder (m/w/d) für unsere Werft", "Welder"),
        ("招聘前端工程师", "前端工程师"),
        ("职位：溶接工程师", "溶接工程师"),
        ("Acme - Welder", "Welder"),
        ("Welder – Acme", "Welder"),
        ("Acme: Welder", "Welder"),
        ("Welder gesucht", "Welder"),
        ("Welder (closed)", "Welder"),
        ("Jobs > Welder", "Welder"),
        ("Schweißer bei der Hullwerk GmbH", "Schweißer"),
        ("Welder at the University of Ulm", "Welder"),
        ("Join Acme as a Welder", "Welder"),
        ("¡Únete a Acme como Soldador!", "Soldador"),
        ("Bewerbung als Schweißer", "Schweißer"),
        ("Careers » Welder", "Welder"),
        ("Acme is hiring a Welder", "Welder"),
        ("Hullwerk sucht eine*n Schweißer*in (m/w/d)", "Schweißer*in"),
        ("Hullwerk recrute un soudeur (H/F)", "Soudeur"),
        ("CDI Soudeur", "Soudeur"),
        ("Soudeur - CDI", "Soudeur"),
        ("Hiring a Welder", "Welder"),
        ("Vacancy for a Welder", "Welder"),
        ("Welder (2 positions)", "Welder"),
        ("溶接工（3名）", "溶接工"),
        ("Welder (urgent)", "Welder"),
        ("Schweißer ab sofort in Vollzeit", "Schweißer"),
        ("Schweißer in Vollzeit", "Schweißer"),
        ("Welder in NYC", "Welder"),
        ("Yard Intern-Bremen", "Yard Intern"),
        ("Terms of Reference: Welder", "Welder"),
        ("Welder | Careers at Acme", "Welder"),
        ("Welder (volunteer)", "Welder"),
        ("Offerta di lavoro: Tecnico saldatore", "Tecnico saldatore"),
        ("溶接工【リモート可】", "溶接工"),
        ("Open: Welder", "Welder"),
        ("Job - Welder", "Welder"),
        ("溶接工 募集", "溶接工"),
        ("焊接工程师招聘", "焊接工程师"),
        ("海洋大学焊接实验室（焊接组）招聘博士后", "博士后"),
        ("Вакансия: Сварщик", "Сварщик"),
        ("Ship Welder JD", "Ship Welder"),
        ("【溶接エンジニア】募集", "溶接エンジニア"),
        ("焊接工程师-上海", "焊接工程师"),
        ("용접 엔지니어 (신입/경력)", "용접 엔지니어"),
        ("용접 엔지니어를 모십니다", "용접 엔지니어"),
        ("Ship Welder Coding Challenge", "Ship Welder"),
        ("Ship Welder (JD)", "Ship Welder"),
        ("Coding challenge for Ship Welder", "Ship Welder"),
        ("Welder at IIX's Steel Lab", "Welder"),
        ("Welder (m/f), Hulls", "Welder, Hulls"),
    ] {
        let facts = draft().key("title", written).key("company", "Acme").facts();
        assert_eq!(facts.heading.as_ref().map(|field| field.value.as_str()), Some(written), "{written}");
        assert_eq!(title(facts).0, expected, "{written}");
    }
}

#[test]
fn f2_a_companys_name_without_its_form_is_none_of_the_jobs() {
    let facts = |title: &str| draft().key("title", title).key("company", "Acme Hulls Ltd").facts();
    assert_eq!(title(facts("Welder | Acme Hulls")).0, "Welder");
    assert_eq!(title(facts("Welder | Acme")).0, "Welder");
    assert_eq!(title(facts("Welder | Hulls")).0, "Welder | Hulls");
    let small = draft().key("title", "Welder (Hulls) at hullwire").key("company", "hullwire").facts();
    assert_eq!(title(small).0, "Welder (Hulls)");
}

#[test]
fn f3_what_may_be_part_of_the_name_stays() {
    for written in [
        "Backend Engineer (Scala)",
        "Full Stack Developer",
        "Internship 3 : how to weld the hulls of very old ships",
        "Engineering Manager - Web",
        "Lead Engineer, Hull Systems",
        "Sales Manager, EMEA",
        "Software Engineer - Java",
        "Marketing Intern",
        "Engineer – Internship",
        "Vacancy Manager",
        "Job Coach",
        "Hiring Manager",
        "Schweißer*in",
        "Développeur·se",
        "Engineer II",
        "Welder (Level 3)",
        "Remote Support Engineer",
        "Director of People, Places and Things",
        "Mid/Senior Welder",
        "Head of London Operations",
        "3D Artist",
        "C++ / Qt Developer",
        "Recherche Ingenieur",
        "100% Welder's Mate of Hope",
        "R&D Lead (Data & AI)",
        "Expert in AI",
        "Manager in PR",
        "Home Care Nurse",
        "Welder (3D)",
        "Working Student — Welding",
        "Werkstudent: Werft",
        "Recruiter, Hiring Systems",
        "New Business Manager",
        "招聘经理",
        "Care for our Oceans Lead",
        "Open-Source Engineer",
        "Head of Requirements",
        "Mission-Critical Systems Welder",
        "Role-Play Designer",
        "Title-IX Coordinator",
        "Job-Coach",
        "PhD Thesis: Welding, Riveting and Bolting of the Hulls of Ships",
    ] {
        let facts = draft().key("title", written).key("company", "Acme").facts();
        assert_eq!((facts.heading, facts.title.map(|field| field.value).as_deref()), (None, Some(written)));
    }
}

#[test]
fn f2_a_lead_heading_that_says_more_is_the_heading_of_a_title_from_front_matter() {
    let facts = draft().key("title", "Welder").heading(1, "Vacancy: Welder (m/w/d)").facts();
    assert_eq!(facts.heading.map(|field| field.value).as_deref(), Some("Vacancy: Welder (m/w/d)"));
    let other = draft().key("title", "Welder").heading(1, "Smith").facts();
    assert_eq!(other.heading, None);
}

#[test]
fn f3_a_title_that_only_announces_gives_way_to_one_that_names_a_job() {
    for empty in [
        "Jobs",
        "Is this you?",
        "We want you!",
        "Stellenausschreibung",
        "Offre d'emploi",
        "Vacature",
        "募集要項",
        "人才招聘",
        "船工坊招聘",
        "La Ville recrute",
        "Hullwerk sucht",
        "Acme is always hiring!",
        "採用情報",
        "Вакансии",
        "채용정보",
        "함께 일해요",
        "recruit.md",
        "Take-home challenge",
        "Descrição da vaga",
        "About the job",
    ] {
        let better = draft().path("x.md").key("title", empty).heading(2, "Senior Welder").facts();
        assert_eq!(title(better).0, "Senior Welder", "{empty}");
        let named = draft().path("senior-welder.md").key("title", empty).facts();
        assert_eq!(title(named).0, "Senior Welder", "{empty}");
        let nothing = draft().path("we-want-you.md").key("title", empty).facts();
        assert_eq!(title(nothing).0, empty);
    }
}

#[test]
fn f1_a_heading_that_is_but_a_label_gives_way_to_what_stands_below() {
    for label in ["Job title", "職種名", "职位名称", "Position", "Poste"] {
        let facts = draft().path("x.md").heading(1, label).paragraph("海辺の溶接工").heading(1, "Pay").facts();
        assert_eq!(title(facts).0, "海辺の溶接工", "{label}");
    }
}

#[test]
fn f1_the_heading_that_the_file_is_named_after_is_the_title_below_the_employers() {
    let headed = || draft().heading(1, "Acme").heading(2, "Senior Welder (Ulm)").heading(2, "Requirements");
    assert_eq!(title(headed().path("senior-welder.md").facts()).0, "Senior Welder");
    assert_eq!(title(headed().path("4711.md").facts()).0, "Senior Welder");
    let bold = draft().path("4711.md").heading(1, "Acme").paragraph("Senior Welder").paragraph("We weld.").facts();
    assert_eq!(title(bold).0, "Senior Welder");
    let prose = draft().path("4711.md").heading(1, "Ship Hand").paragraph("A welder welds.").facts();
    assert_eq!(title(prose).0, "Ship Hand");
    let later = draft().path("4711.md").heading(1, "Ship Hand").paragraph("Weld.").heading(2, "Head Welder").facts();
    assert_eq!(title(later).0, "Ship Hand");
    let section = draft().path("4711.md").heading(1, "Ship Hand").heading(2, "About the welder").facts();
    assert_eq!(title(section).0, "Ship Hand");
    let named = draft().path("welder.md").heading(1, "Ship Engineer").heading(2, "What a Welder does").facts();
    assert_eq!(title(named).0, "Ship Engineer");
}

#[test]
fn f2_who_is_sought_for_whom_and_calls_in_small_letters_leave_the_job() {
    for (written, expected) in [
        ("Searching Hull Engineer", "Hull Engineer"),
        ("Buscamos ship welder", "Ship welder"),
        ("Designer til Acme Hulls", "Designer"),
        ("Soudeur pour Acme Hulls", "Soudeur"),
        ("Welder @ Acme Hulls - Apply now", "Welder"),
        ("Welder | Acme Hulls", "Welder"),
        ("Welder | The Acme Hulls | Ulm", "Welder"),
        ("Soldador en Acme Hulls", "Soldador"),
        ("Welder for Hulls", "Welder for Hulls"),
        ("Now: a way to weld that all of us at sea like", "Now: a way to weld that all of us at sea like"),
    ] {
        let facts = draft().path("x.md").key("title", written).key("company", "Acme Hulls GmbH & Co. KG").facts();
        assert_eq!(title(facts).0, expected, "{written}");
    }
}

#[test]
fn f1_without_a_heading_a_first_line_or_a_sentence_names_the_job() {
    for (text, expected) in [
        ("Senior Welder (m/f/d)", "Senior Welder"),
        ("Acme | Senior Welder | Ulm | Full-time", "Senior Welder"),
        ("#溶接工程师", "溶接工程师"),
        ("We are looking for a Senior Welder to join our yard.", "Senior Welder"),
        ("El Astillero Quilla precisa incorporar soldador/a para su muelle.", "Soldador/a"),
        ("Kom werken bij Hullwerk als lasser!", "Lasser"),
        ("Nous recherchons un(e) soudeur(se) pour notre chantier.", "Soudeur(se)"),
        ("Wir suchen ab sofort eine Schweißerin für unser Dock.", "Schweißerin"),
        ("As a Senior Welder at our yard, you weld.", "Senior Welder"),
        ("Als Schweißerin bei uns schweißt du.", "Schweißerin"),
        ("We are looking for a Sr. Ship Welder who welds.", "Sr. Ship Welder"),
        ("We are looking for a\nSenior Welder who welds.", "Senior Welder"),
        ("Wir suchen für unser Dock in Ulm eine/n Schweißer/in (m/w/d).", "Schweißer/in"),
        ("Nous recherchons pour notre chantier un soudeur.", "Soudeur"),
        ("Buscamos para nuestro taller una soldadora.", "Soldadora"),
        ("What you do\nAs a Harbour Support Hero, you weld.", "Harbour Support Hero"),
        ("Als Hafen Held, du schweißt.", "Hafen Held"),
        ("Acmeでは溶接エンジニアを募集しています。", "溶接エンジニア"),
        ("Acmeでは、港で船をつくっていくエンジニアを募集しています。", "エンジニア"),
        ("저희와 함께할 용접 엔지니어 분들을 찾고 있습니다.", "용접 엔지니어"),
        ("我们团队在寻找焊接工程师，团队很好。", "焊接工程师"),
        ("现招聘多名C/C++ 焊接工程师、涂装工程师。", "C/C++ 焊接工程师"),
        ("Thank you for applying for the Ship Welder role at Acme.", "Ship Welder"),
        ("Olá! Este é o desafio para a vaga de Soldador.", "Soldador"),
        ("As an Equal Opportunity Employer, we weld.", "Dock"),
        ("The dock has a role in it, and our role is to weld.", "Dock"),
        ("我们招聘优秀的你，和工程师一起成长。", "Dock"),
        ("溶接または塗装のエンジニアを募集しています。", "Dock"),
        ("We see you as a Senior Welder.", "Dock"),
        ("Ask an engineer, or our welder.", "Dock"),
        ("We are looking for people who weld.", "Dock"),
    ] {
        let facts = draft().path("dock.md").paragraph(text).heading(2, "Requirements").facts();
        assert_eq!(title(facts).0, expected, "{text}");
    }
    let item =
        draft().path("dock.md").heading(1, "Acme is hiring!").item("We are looking for a Senior Welder to weld.");
    assert_eq!(title(item.facts()).0, "Senior Welder");
    let alone = draft().path("4711.md").heading(1, "Acme is hiring!").paragraph("We weld.");
    assert_eq!(title(alone.facts()).0, "Acme is hiring!");
    let named = draft().path("ship-welder.md").paragraph("We are looking for a Senior Smith to join us.").facts();
    assert_eq!(title(named).0, "Ship Welder");
}

#[test]
fn f1_a_first_heading_is_the_title_below_a_row_of_links_or_badges_and_not_below_prose() {
    let role = |above: &str| draft().path("dock.md").paragraph(above).heading(1, "Keel whisperer").facts();
    let title = |above: &str| role(above).title.expect("a title").value;
    assert_eq!(title("← all roles at this yard · how we hire here · what you get"), "Keel whisperer");
    assert_eq!(title("We have built ships for many years, and now we want to build more of them."), "Dock");
}

#[test]
fn f3_headings_about_the_job_and_sections_in_front_matter_are_no_titles() {
    for heading in [
        "Qualification for the paid internship",
        "Requirements for a welder",
        "焊接工程师要求",
        "溶接エンジニアについて",
    ] {
        let facts = draft().path("dock.md").paragraph("We weld ships all day, and so will you.").heading(3, heading);
        assert_eq!(title(facts.facts()).0, "Dock", "{heading}");
    }
    let vacant =
        draft().path("dock.md").paragraph("Olá.").heading(2, "Desafio para a vaga de Soldador (Jr/Pleno) de navios.");
    assert_eq!(title(vacant.facts()).0, "Soldador (Jr/Pleno) de navios");
    let role = draft().key("role", "Ship Welder").key("title", "Responsibilities").paragraph("Weld.").facts();
    assert_eq!(title(role).0, "Ship Welder");
    let page = draft().key("title", "Careers").key("jobTitle", "Ship Welder").paragraph("Weld.").facts();
    assert_eq!(title(page).0, "Ship Welder");
    let manager = draft().key("role", "x-1").key("title", "Benefits Manager").paragraph("Weld.").facts();
    assert_eq!(title(manager).0, "Benefits Manager");
    let joined = draft().path("4711.md").heading(2, "Join us").paragraph("We weld.").facts();
    assert_eq!(title(joined).0, "Join us");
}
