use super::super::super::fixture::{Fixture, draft};

fn ways(fixture: Fixture) -> Vec<String> {
    fixture.facts().apply.map(|field| field.value).unwrap_or_default()
}

#[test]
fn f3_nobody_applies_at_a_hashtag_or_a_profile() {
    const FEED: &str = "https://www.linkedin.com/feed/hashtag/?keywords=vacature&id=7066699289829236736";
    let tagged = || draft().paragraph("#vacature").link("#vacature", FEED);
    assert!(ways(tagged()).is_empty());
    let written = tagged().paragraph("Stuur direct een mailtje naar ann@example.com.");
    assert_eq!(ways(written), ["mailto:ann@example.com"]);
    let profile = draft().heading(2, "Contact").item("Email: ann@example.com").item("LinkedIn: Ann");
    let profile = profile.link("Ann", "https://www.linkedin.com/in/ann-welder/");
    assert_eq!(ways(profile), ["mailto:ann@example.com"]);
}

#[test]
fn f2_a_call_leads_to_the_application_whatever_stands_in_brackets() {
    for label in ["Call for applications", "Call for applications (IT/EN)", "Appel à candidatures", "Edital completo"]
    {
        let text = format!("{label}: https://example.com/calls/67");
        let fixture = draft().paragraph(&text).link("https://example.com/calls/67", "https://example.com/calls/67");
        assert_eq!(ways(fixture), ["https://example.com/calls/67"], "{label}");
    }
}

#[test]
fn f2_a_form_to_fill_in_and_the_one_link_of_its_section_lead_to_an_application() {
    for (text, words) in [
        ("Fill in this short form.", "this short form"),
        ("Remplissez le formulaire.", "le formulaire"),
        ("Rellena este formulario.", "este formulario"),
        ("Bitte nutze unser Onlineformular.", "Onlineformular"),
        ("Interested? Tell us about yourself.", "Tell us about yourself"),
        ("Open an issue to apply.", "an issue"),
        ("Ready? Fill in the form, it has six questions.", "the form, it has six questions"),
        ("Druk op deze knop.", "deze knop"),
        ("Postulate en example.com/a.", "example.com/a"),
        ("👉 Throw your hat in the ring", "Throw your hat in the ring"),
    ] {
        let fixture = draft().paragraph(text).link(words, "https://example.com/a");
        assert_eq!(ways(fixture), ["https://example.com/a"], "{text}");
    }
    let section = |text: &str, words: &str| {
        ways(draft().heading(2, "How to apply").paragraph(text).link(words, "https://example.com/a"))
    };
    assert_eq!(section("Have a look at the county board.", "county board"), ["https://example.com/a"]);
    assert!(section("Read more about our culture.", "our culture").is_empty());
    assert!(section("Questions? See the guide.", "the guide").is_empty());
}

#[test]
fn f1_the_line_above_a_bare_address_leads_to_it() {
    const URL: &str = "https://yard.example.com/view/464/welder/";
    let below = |above: &str| {
        let asks = "If you have any queries, contact recruitment at recruitment@example.com.";
        ways(draft().heading(1, "Welder").paragraph(above).paragraph(URL).link(URL, URL).paragraph(asks))
    };
    for above in ["Please read the description and apply under", "Bewirb dich unter", "Apply at:"] {
        assert_eq!(below(above), [URL], "{above}");
    }
    assert_eq!(below("We apply paint to hulls."), ["mailto:recruitment@example.com"]);
    for text in ["Du kan söka jobbet direkt på", "Sök tjänsten på", "Du kan søge jobbet direkte på"] {
        let fixture = draft().heading(1, "Welder").paragraph(&format!("{text} app.example.com."));
        assert_eq!(ways(fixture.link("app.example.com", "https://app.example.com")), ["https://app.example.com"]);
    }
}
