//! Names that are written small, and what begins with a small letter by carelessness.

use super::company;
use crate::infer::fixture::draft;

#[test]
fn f1_what_begins_sentences_in_small_letters_where_others_have_capitals_is_a_name() {
    for (text, expected) in [
        ("At hullwork, we weld for sailors. hullwork began in a shed. We are twelve.", "hullwork"),
        ("Come and weld. Nobody works at night. hullwork helps yards plan their shifts.", "hullwork"),
        ("Founded in 2014, hullwork sells anvils. Nobody works at night.", "hullwork"),
        ("hullwork’s mission is to keep ships afloat. We weld, and hullwork sails.", "hullwork"),
        ("h2ull is looking for a welder. We are few. Nobody works at night.", "h2ull"),
        ("Die hullwork GmbH sucht Verstärkung. Wir schweißen. hullwork baut Schiffe.", "hullwork"),
    ] {
        assert_eq!(company(draft().heading(1, "Welder").paragraph(text)).as_deref(), Some(expected), "{text}");
    }
    let mailed = draft().heading(1, "Welder").paragraph("You would join hullwork in May. Write to jobs@hullwork.com");
    assert_eq!(company(mailed).as_deref(), Some("hullwork"));
}

#[test]
fn f3_small_letters_tell_nothing_where_nobody_minds_them_or_the_word_has_a_capital_elsewhere() {
    for text in [
        "welding is fun. sailing is better. experience is required. ships are built here.",
        "We weld. experience is required. Experience helps, and at experience we look first.",
        "Come and weld at scale. We meet at noon. Nobody works at night.",
        "Die GmbH sucht Verstärkung. Wir schweißen.",
        "Nous soudons. écriture soignée. Nous naviguons. Écriture.",
    ] {
        assert_eq!(company(draft().heading(1, "Welder").paragraph(text)), None, "{text}");
    }
}

#[test]
fn f1_what_a_name_has_as_anybody_may_tells_of_it_where_it_comes_again() {
    let duties =
        draft().heading(1, "Welder").item("You guide Acme Hull colleagues").item("You help Acme Hull customers");
    assert_eq!(company(duties).as_deref(), Some("Acme Hull"));
    let once = draft().heading(1, "Welder").item("You guide Acme Hull customers");
    assert_eq!(company(once), None);
    for text in ["Financial services are ours. Financial services sell.", "We look after Rust users and Rust products."]
    {
        assert_eq!(company(draft().heading(1, "Welder").paragraph(text)), None, "{text}");
    }
}
