//! Ways in which small firms, shops, universities and municipalities tell the department in prose.

use crate::infer::fixture::draft;

/// The team of a posting of `company` that says no more than `text`.
fn team(company: &str, text: &str) -> Option<String> {
    let facts = draft().heading(1, "Welder").key("company", company).paragraph(text).facts();
    facts.team.map(|field| field.value)
}

#[test]
fn f2_a_post_is_placed_in_a_section_a_practice_or_a_field_of_work() {
    for (text, expected) in [
        ("We want a welder to join our Keels and Masts practice group.", Some("Keels and Masts")),
        ("This is a maternity cover in our small Rare Hulls section.", Some("Rare Hulls")),
        ("In this project you will be part of the Hulls Junior Research group.", None),
        ("We wish to appoint a welder to our busy Ship Repair department.", Some("Ship Repair")),
        ("We are looking for a welder who talks to our Hulls team.", None),
        ("We have a vacancy in our thriving Ship Repair department.", Some("Ship Repair")),
        ("A post has become vacant, to be told to our Hulls team.", None),
        ("We need one more pair of hands on the Front of Ship team.", Some("Front of Ship")),
        ("You'll work in Fundraising and Engagement alongside two welders.", Some("Fundraising and Engagement")),
        ("You'll work in Ulm and Kiel.", None),
        ("You'll work in Steel.", None),
        ("Jane helps in the day-to-day running of the Docks department.", Some("Docks")),
        ("In Team Data, we weld figures.", Some("Data")),
        ("You will work on the Children's Hulls team.", Some("Children's Hulls")),
        ("Children's ships are what the Acme’s Hulls team loves.", None),
    ] {
        assert_eq!(team("Acme", text).as_deref(), expected, "{text}");
    }
    assert_eq!(team("Acme", "You weld as part of the Acme’s Hulls function.").as_deref(), Some("Hulls"));
    assert_eq!(team("Naval Steel Office", "Das NSO Team sucht Verstärkung."), None);
}

#[test]
fn f2_a_unit_is_told_with_the_whole_it_is_part_of() {
    for (text, expected) in [
        ("We are a lab in the Department of Ships at Ulm University.", Some("Department of Ships")),
        ("We are a firm in the Hullmouth group.", None),
        ("The Steel Lab in the Department of Ships at Ulm University is funded by Zeta.", Some("Steel Lab")),
        ("The Department of Ships at Ulm University wishes to appoint a welder.", Some("Department of Ships")),
        ("A post is available in the Department of Ships at Ulm University.", Some("Department of Ships")),
        (
            "Ved Institutt for språk og skip, Ulm universitet, er det ledig en stilling.",
            Some("Institutt for språk og skip"),
        ),
        ("Seksjon for skipsvern i Ulm kommune søker en sveiser.", Some("Seksjon for skipsvern")),
        ("Ulm Institute — Hulls Group — Kiel", None),
        ("Institute of Steel — Hulls Group — Kiel", Some("Hulls Group")),
    ] {
        assert_eq!(team("Acme", text).as_deref(), expected, "{text}");
    }
}

#[test]
fn f2_a_name_ends_with_small_words_where_its_language_writes_it_so() {
    for (text, expected) in [
        ("Du kommer att tillhöra enheten Skrov och köl, sex kollegor.", Some("Skrov och köl")),
        ("Du tillhör enheten Skrov och svetsar.", Some("Skrov")),
        ("Forvaltningen Køl og Mast i Ulm Kommune søger en svejser.", Some("Køl og Mast")),
        ("Le chantier recrute pour son service Petite coque.", Some("Petite coque")),
        ("Vous rejoignez le service Achats demain.", Some("Achats")),
        ("Le chantier recrute pour notre rayon Coques et quilles.", Some("Coques et quilles")),
        ("El área de Reparación naval del Ayuntamiento de Ulm busca una persona.", Some("Reparación naval")),
        ("Te unirás al equipo de Cascos y crecerás.", Some("Cascos")),
        ("Je komt te werken bij de afdeling Rompen en masten.", Some("Rompen en masten")),
        ("Je komt op de afdeling Rompen lassen.", Some("Rompen")),
    ] {
        assert_eq!(team("Acme", text).as_deref(), expected, "{text}");
    }
}

#[test]
fn f2_one_german_word_names_a_department_where_somebody_is_sought_for_it() {
    for (text, expected) in [
        ("Für unser Ordnungsamt suchen wir dich.", Some("Ordnungsamt")),
        ("Für unser Ehrenamt suchen wir dich.", None),
        ("Die Gemeinde Ulm sucht für den Bauhof eine Schweißerin.", Some("Bauhof")),
        ("Wir suchen jemanden für den Vertrieb unserer Schiffe.", None),
        ("Wir suchen jemanden für die Küche.", None),
        ("Wir suchen jemanden mit Erfahrung im Vertrieb.", None),
        ("Du schreibst Berichte für die Finanzabteilung.", None),
        ("Du verstärkst unser Team in der Lohnbuchhaltung.", Some("Lohnbuchhaltung")),
        ("Du arbeitest bei uns im Versand mit fünf Leuten.", Some("Versand")),
        ("Unser Kundendienst braucht Verstärkung.", Some("Kundendienst")),
        ("Unsere Community sucht dich.", None),
        ("Im Team Auftragsabwicklung wird ein Platz frei.", Some("Auftragsabwicklung")),
        ("Dann ins Team Abrechnung: drei Leute und ein Hund.", Some("Abrechnung")),
        ("Im Team Schweißnähte prüfen macht Spaß.", None),
        ("Wir suchen dich für unser Dezernat Seerecht.", Some("Seerecht")),
    ] {
        assert_eq!(team("Acme", text).as_deref(), expected, "{text}");
    }
}

#[test]
fn f1_a_heading_or_a_trail_names_the_department_that_has_a_vacancy() {
    let headed = draft().heading(1, "Acme").heading(2, "Vacancy in our Steel Department").heading(3, "Welder");
    assert_eq!(headed.paragraph("You weld.").facts().team.map(|field| field.value).as_deref(), Some("Steel"));
    let trail = draft().paragraph("Home › Employment › Hull Protection Division › Welder").heading(1, "Welder");
    let team = trail.paragraph("You weld.").facts().team.map(|field| field.value);
    assert_eq!(team.as_deref(), Some("Hull Protection Division"));
    let key = draft().key("title", "Welder").key("ressort", "Schiff und Hafen").facts();
    assert_eq!(key.team.map(|field| field.value).as_deref(), Some("Schiff und Hafen"));
}
