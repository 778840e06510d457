//! What is a day, and what only looks like one.

use super::*;
use crate::infer::fixture::draft;

#[test]
fn f2_a_language_with_one_order_of_day_and_month_tells_it() {
    let text = "Buscamos a una persona que suelde los barcos del taller con nosotros.";
    let posting = draft().heading(1, "Soldadora").paragraph(text).paragraph("Publicado el 03/04/2024");
    let (facts, diagnostics) = posting.infer();
    assert_eq!(facts.posted.map(|day| day.value.to_string()).as_deref(), Some("2024-04-03"));
    assert!(!diagnostics.iter().any(|d| d.code == "unreadable-date"), "{diagnostics:?}");
}

#[test]
fn f2_dates_are_read_as_people_write_them() {
    for (text, expected) in [
        ("2024-03-01", "2024-03-01"),
        ("2019-07-22T17:22:03+05:30", "2019-07-22"),
        ("2016-03-20 13:02:00 Z", "2016-03-20"),
        ("2024/3/1", "2024-03-01"),
        ("October 29, 2021 at 9:00 am EDT", "2021-10-29"),
        ("29. Oktober 2021", "2021-10-29"),
        ("3 de marzo de 2024", "2024-03-03"),
        ("1er août 2024", "2024-08-01"),
        ("Fri, 3 May 2024", "2024-05-03"),
        ("02.09.2026", "2026-09-02"),
        ("2. 9. 2026", "2026-09-02"),
        ("2026. 9. 2.(수)", "2026-09-02"),
        ("2 września 2026", "2026-09-02"),
        ("2 Eylül 2026", "2026-09-02"),
        ("13/4/2024", "2024-04-13"),
        ("4/13/2024", "2024-04-13"),
        ("5/5/2024", "2024-05-05"),
        ("31.03.24", "2024-03-31"),
        ("31/03/24", "2024-03-31"),
        ("12 noon (by the dock's clock), Friday 27th March 2026", "2026-03-27"),
        ("23:59 CET, 2026-03-14", "2026-03-14"),
        ("Midnight, Sunday 22/02/26", "2026-02-22"),
        ("Sept. 5th, 2023", "2023-09-05"),
        ("the 31st of March 2024", "2024-03-31"),
        ("Freitag, 1. März 2024, 12 Uhr", "2024-03-01"),
        ("31 maart 2024", "2024-03-31"),
        ("31 de março de 2024", "2024-03-31"),
        ("31-Mar-2024", "2024-03-31"),
        ("2024年3月31日（日）", "2024-03-31"),
        ("令和6年3月31日", "2024-03-31"),
        ("民國113年3月31日止", "2024-03-31"),
    ] {
        assert_eq!(read_in(None, text).map(|date| date.to_string()), Ok(expected.to_owned()), "{text}");
    }
}

#[test]
fn f3_what_is_no_date_is_told_apart() {
    use NoDate::{Absent, Ambiguous, Impossible, Unreadable};
    for (text, expected) in [
        ("03/04/2024", Ambiguous),
        ("3-4-2024", Ambiguous),
        ("2018-04-31", Impossible),
        ("31.02.2024", Impossible),
        ("February 30, 2024", Impossible),
        ("TBD", Absent),
        ("", Absent),
        ("open until filled", Absent),
        ("3000-03-01", Unreadable),
        ("soon", Unreadable),
        ("May", Unreadable),
        ("2024", Unreadable),
        ("10 days", Unreadable),
        ("1/2", Unreadable),
        ("March 31", Unreadable),
        ("March 2024, 15 people", Unreadable),
        ("2024年3月", Unreadable),
        ("maintain 3 sites of 2024", Unreadable),
        ("99999999999999999999", Unreadable),
    ] {
        assert_eq!(read_in(None, text), Err(expected), "{text}");
    }
}

#[test]
fn f2_another_date_tells_the_order_of_day_and_month() {
    for (others, expected) in [
        (["01/26/2026", "soon"], Ok("2026-03-04")),
        (["26/01/2026", "2026-04-05"], Ok("2026-04-03")),
        (["26/01/2026", "01/26/2026"], Err(NoDate::Ambiguous)),
        (["04/05/2026", "31/03/24"], Err(NoDate::Ambiguous)),
    ] {
        let read = read_in(order(others.into_iter()), "03/04/2026").map(|date| date.to_string());
        assert_eq!(read.as_deref().map_err(|none| *none), expected, "{others:?}");
    }
}

#[test]
fn f1_a_file_name_may_begin_with_a_date() {
    let read = |name| prefix(name).map(|(date, rest)| (date.to_string(), rest));
    assert_eq!(read("2016-05-27-welder"), Some(("2016-05-27".to_owned(), "welder")));
    for name in ["2016-05-27", "2016-13-27-x", "20160527-x", "01-welder", "日本語日本語-x"] {
        assert_eq!(read(name), None, "{name}");
    }
}

#[test]
fn f1_a_last_day_without_its_year_is_read_beside_a_first_one() {
    let closes = |deadline: &str| {
        let welder = draft().key("title", "Welder").key("posted", "2026-02-01").key("deadline", deadline);
        welder.facts().closes.map(|field| field.value.to_string())
    };
    assert_eq!(closes("14 March").as_deref(), Some("2026-03-14"));
    assert_eq!(closes("Friday, Jan 8").as_deref(), None);
    assert_eq!(closes("14 days"), None);
}
