//! Teams in sentences that place somebody in them.

use crate::infer::fixture::draft;

#[test]
fn f2_a_place_an_article_the_word_and_the_name_make_a_team_in_any_combination() {
    for (text, expected) in [
        ("You'd join a finance team of four.", Some("Finance")),
        ("You would join a Steel team.", None),
        ("You will be embedded in the Hulls team.", Some("Hulls")),
        ("The post belongs to our Hull Repair team.", Some("Hull Repair")),
        ("Jane is a member of Steel Faculty.", None),
        ("You report to the Hulls department.", None),
        ("Die Stelle gehört zur Abteilung Rumpfbau.", Some("Rumpfbau")),
        ("Du bist dem Referat Hafen zugeordnet.", Some("Hafen")),
        ("Wir suchen für unsere Abteilung Schweißer.", None),
        ("Wir suchen für unsere Abteilung Verstärkung.", None),
        ("Du berichtest an die Abteilung Finanzen.", None),
        ("Vous travaillerez dans l'équipe Coques.", Some("Coques")),
        ("Le chantier a un poste au sein de son service des achats.", Some("Achats")),
        ("Vous serez rattaché(e) à la direction Flotte.", Some("Flotte")),
        ("Au sein du pôle Vie navale, vous soudez.", Some("Vie navale")),
        ("Vous rejoignez l'équipe de Jeanne.", None),
        ("Nous cherchons une personne pour compléter notre équipe de production.", None),
        ("Rattachée à la direction des Systèmes d'Achat, vous soudez.", Some("Systèmes d'Achat")),
        ("La direction des Quais recrute.", Some("Quais")),
        ("Los clientes del área de Cascos crecen.", None),
        ("Te sumarás al área de Gestión de Proyectos.", Some("Gestión de Proyectos")),
        ("Te sumarás al equipo de Cascos de Acme.", Some("Cascos")),
        ("Team Rompen is op zoek naar een lasser.", Some("Rompen")),
        ("Avdelningen Köl söker en svetsare.", Some("Köl")),
        ("Zespół Kadłuby szuka spawacza.", Some("Kadłuby")),
        ("There is an opportunity in our Keels department.", Some("Keels")),
        ("Acme belongs to the Hullmouth group.", None),
        ("Acme gehört zur Gruppe Hullmouth.", None),
        ("In der Gruppe Rumpfbau wird eine Stelle frei.", Some("Rumpfbau")),
        ("Those who were part of a Steel team will like it.", None),
        ("Vous dirigez le chef du service Achats.", None),
        ("L'objectif de l'équipe IT est la paix.", None),
        ("Trabajarás en la unidad de Cascos.", Some("Cascos")),
        ("Darás apoyo al equipo de Ventas.", None),
        ("Para reforçar a equipa de Cascos, admitimos um soldador.", Some("Cascos")),
        ("Irá soldar no departamento Comercial.", Some("Comercial")),
        ("Em parceria com a equipa de Vendas, solda.", None),
        ("No service Fees are due.", None),
        ("Lavorerai nel nostro ufficio Acquisti.", Some("Acquisti")),
        ("Acme vive del settore IT.", None),
        ("Je wordt onderdeel van team Rompen.", Some("Rompen")),
        ("Je werkt samen met de afdeling Inkoop.", None),
        ("Du kommer att arbeta på avdelning Köl.", Some("Köl")),
        ("Szukamy osoby do działu Kadłuby i Maszty.", Some("Kadłuby i Maszty")),
        ("Współpracujesz z działem Kadłuby.", None),
        ("我们正在为造船部招聘一名焊工。", Some("造船部")),
        ("造船部现有五人。", Some("造船部")),
        ("你将加入造船部。", Some("造船部")),
        ("加入俱乐部。", None),
        ("造船部門で一緒に働く仲間を募集しています。", Some("造船部門")),
        ("他部門で働く人とも話します。", None),
        ("Acme requires Welders (2 posts) for its Hull Repair department.", Some("Hull Repair")),
        ("Acme has an opening for a full-time Welder II in its Hulls and Keels Division.", Some("Hulls and Keels")),
        ("The Hulls team is four welders and a dog.", Some("Hulls")),
        ("Our Hulls team, five people in Ulm, is looking for a welder.", Some("Hulls")),
        ("Our kitchen is looking for a cook.", Some("Kitchen")),
        ("Onze werkplaats zoekt een lasser.", Some("Werkplaats")),
        ("Our customers are looking for ships.", None),
        ("Il reparto vendite cerca una persona.", Some("Vendite")),
        ("Il cantiere cerca una persona.", None),
        ("Pessoa soldadora para a squad Cascos.", Some("Cascos")),
        ("Für das Team Einkauf & Logistik suchen wir dich.", Some("Einkauf & Logistik")),
        ("Overnights on the Hulls team, three a week.", Some("Hulls")),
        ("Our research, our product and our staff are looking for ways to grow.", None),
        ("An der Professur für Stahl ist die Stelle einer Schweißerin zu besetzen.", Some("Professur für Stahl")),
        ("中国东部招聘焊工。", None),
        ("総務課で働く人をさがしています。", Some("総務課")),
        ("The Steel Lab (Dr. Roe) at Ulm University invites applications.", Some("Steel Lab")),
    ] {
        let facts = draft().heading(1, "Welder").key("company", "Acme").paragraph(text).facts();
        assert_eq!(facts.team.map(|field| field.value).as_deref(), expected, "{text}");
    }
    let own = draft().heading(1, "Welder").key("company", "Steel Lab");
    let text = "The Steel Lab at Ulm University invites applications. The lab is part of the Department of Ships.";
    assert_eq!(own.paragraph(text).facts().team.unwrap().value, "Department of Ships");
    let below = draft().heading(1, "Welder").paragraph("Acme builds ships.").heading(2, "Your tasks");
    assert!(below.paragraph("You join our Hulls team.").facts().team.is_some());
}

#[test]
fn f2_a_unit_of_front_matter_that_says_that_it_is_one_is_a_team() {
    for (key, value, expected) in [
        ("enhet", "Avdelning Köl", Some("Avdelning Köl")),
        ("unidad", "Área de Cascos", Some("Área de Cascos")),
        ("unit", "Month", None),
        ("unit", "Ulm", None),
    ] {
        let facts = draft().heading(1, "Welder").key("company", "Acme").key(key, value).facts();
        assert_eq!(facts.team.map(|field| field.value).as_deref(), expected, "{key}: {value}");
    }
}
