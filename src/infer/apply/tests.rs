use super::super::fixture::draft;
use super::*;
use crate::infer::Defaults;

mod home;
mod sent;
mod whom;

fn ways(fixture: super::super::fixture::Fixture) -> Vec<String> {
    fixture.facts().apply.map(|field| field.value).unwrap_or_default()
}

#[test]
fn f2_addresses_are_made_complete() {
    for (text, expected) in [
        ("https://example.com/a?b=1", Some("https://example.com/a?b=1")),
        ("example.com/apply", Some("https://example.com/apply")),
        ("jobs@example.com", Some("mailto:jobs@example.com")),
        ("<jobs@example.com>", Some("mailto:jobs@example.com")),
        ("Send your CV to a.b+c@example.co.uk.", Some("mailto:a.b+c@example.co.uk")),
        ("mailto:jobs@example.com", Some("mailto:jobs@example.com")),
        ("by post", None),
        ("form.md", None),
        ("e.g", None),
        ("@example", None),
        ("a@b", None),
        ("javascript:alert(1)", None),
        ("", None),
    ] {
        assert_eq!(address(text).as_deref(), expected, "{text}");
    }
}

#[test]
fn f1_links_that_ask_to_apply_come_first() {
    let fixture = draft()
        .paragraph("See our tools, then Apply here or write.")
        .link("our tools", "https://example.com/tools")
        .link("Apply here", "https://example.com/form")
        .paragraph("Send your CV to jobs@example.com.");
    assert_eq!(ways(fixture), ["https://example.com/form", "mailto:jobs@example.com"]);
    let far = draft().paragraph("Apply here").link("Apply here", "https://example.com/form");
    let far = (0..4).fold(far, |fixture, _| fixture.paragraph("Weld."));
    assert_eq!(ways(far.paragraph("Send your CV to jobs@example.com.")), ["https://example.com/form"]);
    for text in ["Jetzt bewerben", "Postuler", "Solliciteer nu", "👉 Apply now!"] {
        let fixture = draft().paragraph(text).link(text, "https://example.com/form");
        assert_eq!(ways(fixture), ["https://example.com/form"], "{text}");
    }
    let pointing = draft().paragraph("To apply, fill in this form.").link("this form", "https://example.com/form");
    assert_eq!(ways(pointing), ["https://example.com/form"]);
}

#[test]
fn f1_links_to_tracking_systems_count_by_their_host() {
    let host = |url: &str| ways(draft().paragraph("Welder").link("Welder", url));
    assert_eq!(host("https://jobs.lever.co/acme/1"), ["https://jobs.lever.co/acme/1"]);
    assert_eq!(host("https://acme.teamtailor.com/jobs/1"), ["https://acme.teamtailor.com/jobs/1"]);
    assert!(host("https://clever.co/acme").is_empty());
    assert!(host("https://example.com/?to=lever.co").is_empty());
    let all = draft().paragraph("See all jobs").link("all jobs", "https://jobs.lever.co/acme");
    assert!(ways(all).is_empty());
}

#[test]
fn f1_an_address_counts_where_applications_go_there() {
    for text in [
        "Send your CV to jobs@example.com.",
        "To apply, write to `jobs@example.com` with a sample.",
        "Schick uns deine Unterlagen an jobs@example.com!",
        "Interested? Send us an email (jobs@example.com).",
        "Submit a resume, e.g. as PDF, to jobs@example.com",
    ] {
        assert_eq!(ways(draft().paragraph(text)), ["mailto:jobs@example.com"], "{text}");
    }
    let section = draft().heading(2, "How to apply").paragraph("jobs@example.com");
    assert_eq!(ways(section), ["mailto:jobs@example.com"]);
    assert_eq!(ways(draft().paragraph("✉️ jobs@example.com")), ["mailto:jobs@example.com"]);
    let link = draft().heading(2, "How to apply").paragraph("Write to Ann.").link("Ann", "mailto:ann@example.com");
    assert_eq!(ways(link), ["mailto:ann@example.com"]);
}

#[test]
fn f3_addresses_for_anything_else_do_not_count() {
    for text in [
        "Questions? Write to ann@example.com.",
        "If you have questions, send an email to ann@example.com.",
        "For accommodation contact ann@example.com.",
        "Our founder is ann@example.com.",
        "Apply magic to a@b",
        "Send your CV to @acme on Twitter.",
    ] {
        assert!(ways(draft().heading(1, "Welder").paragraph(text)).is_empty(), "{text}");
    }
    for (text, url) in [
        ("how we apply physics", "https://example.com"),
        ("Apply now", "./form.md"),
        ("our values", "https://example.com"),
    ] {
        assert!(ways(draft().paragraph(text).link(text, url)).is_empty(), "{text}");
    }
}

#[test]
fn f3_an_incomplete_address_is_a_warning_unless_the_domain_is_known() {
    let fixture = || draft().heading(2, "Hiring process").item("Submit a CV to jobs@[our main domain]");
    let (facts, diagnostics) = fixture().infer();
    assert!(facts.apply.is_none());
    let told: Vec<_> = diagnostics.iter().map(|d| (d.code, d.message.as_str())).collect();
    assert_eq!(told, [("incomplete-address", "`jobs@[our main domain]` is no address that one can write to")]);
    let linked = |text: &str, url: &str| {
        let about = "At Acme, we weld. We at Acme care.";
        fixture().heading(2, "About Acme").paragraph(about).link(text, url).facts().apply.map(|field| field.value)
    };
    assert_eq!(linked("Acme", "https://www.acme.example/"), Some(vec!["mailto:jobs@acme.example".to_owned()]));
    assert_eq!(linked("Acme", "https://forge.example/acme"), None);
    assert_eq!(linked("Zeta", "https://zeta.example"), None);
    let (facts, diagnostics) = fixture().infer_with(&Defaults { domain: Some("example.com"), ..Defaults::default() });
    assert_eq!(facts.apply.map(|field| field.value), Some(vec!["mailto:jobs@example.com".to_owned()]));
    assert!(diagnostics.is_empty());
}

#[test]
fn f2_links_ask_in_many_languages_and_at_either_end() {
    for text in [
        "Bewerben",
        "Bewirb dich",
        "Postuler",
        "Solliciteer",
        "Candidatar",
        "Inscríbete",
        "応募する",
        "立即申请",
        "投递简历",
        "Click here to apply!",
    ] {
        let fixture = draft().paragraph(text).link(text, "https://example.com/form");
        assert_eq!(ways(fixture), ["https://example.com/form"], "{text}");
    }
}

#[test]
fn f2_a_bare_address_counts_where_its_sentence_asks() {
    let url = "https://docs.example.com/forms/1";
    let asking = draft().paragraph(&format!("To apply, fill in our form: {url}")).link(url, url);
    assert_eq!(ways(asking), [url]);
    let form = "https://forms.gle/abc";
    assert_eq!(ways(draft().heading(2, "How to apply").paragraph("Fill this in").link("Fill this in", form)), [form]);
    let silent = draft().paragraph(&format!("Our seams: {url}")).link(url, url);
    assert!(ways(silent).is_empty());
    let home = "https://example.com/";
    assert!(ways(draft().paragraph(&format!("Apply steel as on {home}")).link(home, home)).is_empty());
    let survey = draft().paragraph("Questions? Fill this in").link("Fill this in", form);
    assert!(ways(survey).is_empty());
}

#[test]
fn f2_a_list_of_ways_gives_them_all_with_the_address_to_write_to_first() {
    let fixture = draft()
        .heading(2, "Sounds good? Apply by")
        .item("open a pull request")
        .link("pull request", "https://example.com/pulls")
        .item("email us at jobs@example.com")
        .item("reading our handbook")
        .link("our handbook", "https://example.com/book");
    assert_eq!(ways(fixture), ["mailto:jobs@example.com", "https://example.com/pulls"]);
    let papers = draft()
        .paragraph("To apply, send us your CV and:")
        .item("a link to a seam")
        .link("a link to a seam", "https://example.com/seams")
        .item("two words about you");
    assert!(ways(papers).is_empty());
}

#[test]
fn f2_addresses_spelled_out_for_people_count() {
    for text in [
        "Send your CV to jobs (at) example (dot) com.",
        "Bewerbung an jobs [at] example.com",
        "Apply: jobs{AT}example.com",
    ] {
        assert_eq!(ways(draft().heading(1, "Welder").paragraph(text)), ["mailto:jobs@example.com"], "{text}");
    }
}

#[test]
fn f3_somebody_to_write_to_counts_only_where_nothing_else_is_said() {
    let contact = || draft().heading(1, "Welder").paragraph("Sounds like you? Contact ann@example.com.");
    assert_eq!(ways(contact()), ["mailto:ann@example.com"]);
    assert_eq!(ways(contact().paragraph("Send your CV to jobs@example.com.")), ["mailto:jobs@example.com"]);
    for text in [
        "Questions? Contact ann@example.com.",
        "Press contact: press@example.com",
        "Contact privacy@example.com about your data protection rights.",
        "If you need adjustments, contact ann@example.com.",
        "Contact sales@example.com for a demo of our support.",
    ] {
        assert!(ways(draft().heading(1, "Welder").paragraph(text)).is_empty(), "{text}");
    }
}

#[test]
fn f3_links_to_other_pages_of_a_tracking_system_do_not_count() {
    for text in ["Log in", "See all jobs", "Candidate privacy notice", "Other openings"] {
        let fixture = draft().paragraph(text).link(text, "https://jobs.lever.co/acme");
        assert!(ways(fixture).is_empty(), "{text}");
    }
}

#[test]
fn f1_a_mailbox_for_hiring_counts_unless_it_is_for_questions() {
    let ship = || draft().heading(1, "Welder").paragraph("Ships of the yard: jobs@example.com");
    assert_eq!(ways(ship()), ["mailto:jobs@example.com"]);
    let asking = draft().heading(1, "Welder").paragraph("Any question? That is what hr@example.com is there for.");
    assert!(ways(asking).is_empty());
}

#[test]
fn f2_words_that_lead_to_a_link_make_it_the_way_to_apply() {
    let url = "https://example.com/yard";
    for (text, words) in [
        ("Please apply via our careers page.", "careers page"),
        ("To apply, please visit the job portal.", "the job portal"),
        ("Ready to apply? Click here.", "here"),
        ("Bewirb dich über unser Karriereportal.", "Karriereportal"),
        ("Candidatez sur notre site.", "notre site"),
        ("Postúlate en este formulario.", "este formulario"),
        ("Solliciteren kan via dit formulier.", "dit formulier"),
        ("ご応募はこちらから", "こちら"),
    ] {
        assert_eq!(ways(draft().paragraph(text).link(words, url)), [url], "{text}");
    }
    for (text, words) in [
        ("You will apply the methods of this paper.", "this paper"),
        ("Apply React wherever you can.", "React"),
        ("To apply, tell us what you like about our product.", "our product"),
        ("Please send a link to your code.", "code"),
        ("For questions about how to apply, see our site.", "our site"),
    ] {
        assert!(ways(draft().heading(1, "Welder").paragraph(text).link(words, url)).is_empty(), "{text}");
    }
    let below_tasks = draft().heading(2, "Tasks").item("Weld").paragraph("Please apply online at our site.");
    assert_eq!(ways(below_tasks.link("our site", url)), [url]);
    let skill = draft().heading(2, "Requirements").item("Apply rules via Prolog").link("Prolog", url);
    assert!(ways(skill).is_empty());
}

#[test]
fn f2_an_address_without_a_link_counts_where_words_lead_to_it() {
    for text in ["Apply at example.com/jobs/1.", "Apply on our website: example.com/jobs/1"] {
        assert_eq!(ways(draft().heading(1, "Welder").paragraph(text)), ["https://example.com/jobs/1"], "{text}");
    }
    for text in ["Apply and/or write.", "We weld for example.com/ships.", "Apply at example.com."] {
        assert!(ways(draft().heading(1, "Welder").paragraph(text)).is_empty(), "{text}");
    }
}

#[test]
fn f2_addresses_are_sent_to_in_many_languages() {
    for text in [
        "Drop Jane a line at jane@example.com or come and see us.",
        "Write first, please, to Jane at jane@example.com",
        "简历请发送至 jane@example.com",
        "有興趣的夥伴請私訊 jane@example.com",
        "이력서를 jane@example.com 으로 보내주세요.",
        "Interesados enviar CV a jane@example.com",
        "Mandá tu CV a jane@example.com",
        "Manda il portfolio a jane@example.com",
        "As costuras devem ser enviadas para jane@example.com",
        "Schick uns deine schönste Naht an jane@example.com",
        "Los antecedentes se reciben en jane@example.com",
        "CV et lettre à envoyer à jane@example.com",
    ] {
        assert_eq!(ways(draft().heading(1, "Welder").paragraph(text)), ["mailto:jane@example.com"], "{text}");
    }
    let duty = draft().heading(2, "Tasks").item("Contact vendors such as jane@example.com");
    assert!(ways(duty).is_empty());
}

#[test]
fn i5_a_sentence_behind_a_wide_full_stop_is_read() {
    let link = "https://jobs.example.com/welder";
    let wide = draft().paragraph("溶接工を募集しています。 Apply here").link("here", link);
    assert_eq!(ways(wide), [link]);
}

#[test]
fn f2_a_link_to_a_mailbox_for_hiring_counts_without_what_a_template_fills_in() {
    let button = draft().paragraph("Go").link("Go", "mailto:yard-jobs@example.com?subject={% t a %}");
    assert_eq!(ways(button), ["mailto:yard-jobs@example.com"]);
    assert!(ways(draft().paragraph("Ann").link("Ann", "mailto:ann@example.com")).is_empty());
    let nobody = draft().paragraph("To apply, send us a CV.").link("send us", "mailto:");
    assert!(ways(nobody).is_empty());
}

#[test]
fn f2_an_address_set_apart_below_what_to_send_counts() {
    let letter = "Hullwerk Ltd\nDock 4\nann@example.com";
    let ask = |text: &str| draft().heading(1, "Welder").paragraph(text).code(letter);
    assert_eq!(ways(ask("Send your CV to:")), ["mailto:ann@example.com"]);
    assert_eq!(ways(ask("Bewerbungen an:")), ["mailto:ann@example.com"]);
    for text in ["Our address:", "Configure git as follows:", "Send your CV, please."] {
        assert!(ways(ask(text)).is_empty(), "{text}");
    }
    let two = draft().paragraph("Send your CV to:").code("ann@example.com\nbob@example.com");
    assert!(ways(two).is_empty());
}

#[test]
fn f2_an_address_for_questions_and_papers_counts() {
    for text in [
        "Send questions or your CV to ann@example.com.",
        "Applications, questions: ann@example.com",
        "Fragen und Bewerbung an ann@example.com",
        "Bewerbung bis 15. Februar 2026 als PDF an ann@example.com – Fragen an Bo (bo@example.com)",
        "Candidates should submit a seam to Ann at ann@example.com. All inquiries stay among us.",
        "To apply, send your CV and your social media to Ann at ann@example.com.",
    ] {
        assert_eq!(ways(draft().heading(1, "Welder").paragraph(text)), ["mailto:ann@example.com"], "{text}");
    }
    for text in ["Questions about your application? ann@example.com", "Questions about your CV to be sent? Ann knows."]
    {
        assert!(ways(draft().heading(1, "Welder").paragraph(text)).is_empty(), "{text}");
    }
}

#[test]
fn f1_what_leads_to_an_application_in_many_tongues_is_followed() {
    let url = "https://example.com/posts/7";
    for (text, words) in [
        ("Pour candidater, cliquez ici.", "cliquez ici"),
        ("Postula aquí", "aquí"),
        ("For more information and to apply, see here.", "here"),
        ("Applications must be submitted through the online portal.", "online portal"),
        ("Formularz rekrutacyjny: https://example.com/posts/7", url),
        ("View full posting", "View full posting"),
        ("Voir l’offre", "Voir l’offre"),
        ("Please fill in this short form to apply.", "this short form"),
        ("You can apply via our job portal.", "via our job portal"),
        ("Pour postuler, c'est par ici !", "par ici"),
        ("Candidate-se neste link", "neste link"),
        ("Join our team", "Join our team"),
    ] {
        assert_eq!(ways(draft().heading(1, "Welder").paragraph(text).link(words, url)), [url], "{text}");
    }
    let form = "https://forms.gle/abc";
    assert_eq!(ways(draft().paragraph("More of us here").link("here", form)), [form]);
    for (text, words) in [
        ("For more information see here.", "here"),
        ("Weld through the online portal.", "online portal"),
        ("We view jobs as craft", "craft"),
        ("To apply, know this blog of ours.", "this blog"),
        ("Weld via our job portal.", "via our job portal"),
        (
            "View full posting of our welding blog and all its articles",
            "View full posting of our welding blog and all its articles",
        ),
    ] {
        assert!(ways(draft().heading(1, "Welder").paragraph(text).link(words, url)).is_empty(), "{text}");
    }
}

#[test]
fn f3_the_home_page_gives_way_to_the_page_to_apply_on() {
    let fixture = draft()
        .paragraph("Apply on our website.")
        .link("our website", "https://example.com/")
        .paragraph("Apply now")
        .link("Apply now", "https://example.com/form");
    assert_eq!(ways(fixture), ["https://example.com/form"]);
    let home = draft().paragraph("Apply on our website.").link("our website", "https://example.com/");
    assert_eq!(ways(home), ["https://example.com/"]);
}

#[test]
fn f1_whom_to_contact_gives_way_to_where_applications_go() {
    let welder = || draft().key("title", "Welder").key("contact", "ann@example.com");
    assert_eq!(ways(welder().paragraph("Weld.")), ["mailto:ann@example.com"]);
    assert_eq!(ways(welder().paragraph("Send your CV to jobs@example.com.")), ["mailto:jobs@example.com"]);
    let link = draft().key("title", "Welder").key("link", "https://example.com/posts/7");
    assert_eq!(ways(link.paragraph("Weld.")), ["https://example.com/posts/7"]);
    let home = draft().key("title", "Welder").key("link", "https://example.com/");
    assert!(ways(home.paragraph("Weld.")).is_empty());
}

#[test]
fn f3_an_address_for_a_chat_beside_the_form_is_no_second_way() {
    let fixture = draft()
        .heading(2, "How to apply")
        .paragraph("Apply via our portal. For an informal chat write to ann@example.com.")
        .link("our portal", "https://example.com/a");
    assert_eq!(ways(fixture), ["https://example.com/a"]);
    assert!(ways(draft().paragraph("If you need an adjustment, tell us at people@example.com.")).is_empty());
}

#[test]
fn f1_words_that_lead_on_reach_the_address_below_them() {
    let below = |words: &str| ways(draft().heading(1, "Welder").paragraph(words).code("ann@example.com"));
    assert_eq!(below("Envía CV y una soldadura a"), ["mailto:ann@example.com"]);
    assert!(below("Our server answers to").is_empty());
}
