//! Front matter that the posting's own text contradicts.
//!
//! In go the facts that front matter states and those that labelled lines of the text state, out come warnings that name
//! both. Front matter stands. Values that may both be true ("Berlin", "Germany") are no contradiction.

use crate::diagnostic::Diagnostic;
use crate::posting::{EmploymentType, Facts, Field, OriginKind, Place, Remote, Spot, Status};
use crate::source::SourceFile;

/// Warns of each fact that the text states otherwise.
pub(super) fn warn(given: &Facts, stated: &Facts, source: &SourceFile, diagnostics: &mut Vec<Diagnostic>) {
    let found = [
        differing("location", &given.locations, &stated.locations, places_differ, |places| {
            places.iter().map(|place| place.name.as_str()).collect::<Vec<_>>().join(", ")
        }),
        differing("employment_type", &given.employment_type, &stated.employment_type, times_differ, |kinds| {
            kinds.iter().map(|kind| kind.label()).collect::<Vec<_>>().join(", ")
        }),
        differing("closes", &given.closes, &stated.closes, |a, b| a != b, ToString::to_string),
        differing(
            "remote",
            &given.remote,
            &stated.remote,
            |a, b| matches!((a, b), (Remote::Full, Remote::No) | (Remote::No, Remote::Full)),
            |remote| in_words(*remote).to_owned(),
        ),
        differing(
            "status",
            &given.status,
            &stated.status,
            |a, b| (*a, *b) == (Status::Open, Status::Closed),
            |status| said(*status).to_owned(),
        ),
    ];
    for (line, message) in found.into_iter().flatten() {
        let at = source.offset(line, 1);
        let end = at + source.line_text(line).len();
        let warning = Diagnostic::warning("contradiction", message).at(source.location(at..end));
        diagnostics.push(warning.help("front matter counts; make both say the same"));
    }
}

/// The line of the front matter and what to say, where both values are stated and can't both be true.
fn differing<T>(
    name: &str,
    given: &Option<Field<T>>,
    stated: &Option<Field<T>>,
    differ: impl Fn(&T, &T) -> bool,
    show: impl Fn(&T) -> String,
) -> Option<(u32, String)> {
    let given = given.as_ref().filter(|field| field.origin.kind == OriginKind::FrontMatter)?;
    let stated = stated.as_ref()?;
    let (line, other) = (given.origin.line?, stated.origin.line?);
    let (ours, theirs) = (show(&given.value), show(&stated.value));
    differ(&given.value, &stated.value)
        .then(|| (line, format!("`{name}` is `{ours}` here, but line {other} of the text says `{theirs}`")))
}

/// Cities on both sides, and none in common.
#[expect(clippy::ptr_arg, reason = "compared as the fields hold them")]
fn places_differ(a: &Vec<Place>, b: &Vec<Place>) -> bool {
    let cities = |places: &[Place]| -> Option<Vec<String>> {
        let city = |place: &Place| matches!(place.spot, Spot::City(_)).then(|| place.key().into_owned());
        places.iter().map(city).collect()
    };
    match (cities(a), cities(b)) {
        (Some(a), Some(b)) => !a.is_empty() && !b.is_empty() && !a.iter().any(|city| b.contains(city)),
        _ => false,
    }
}

/// Full time alone on one side, part time alone on the other.
#[expect(clippy::ptr_arg, reason = "compared as the fields hold them")]
fn times_differ(a: &Vec<EmploymentType>, b: &Vec<EmploymentType>) -> bool {
    let time = |kinds: &[EmploymentType]| {
        (kinds.contains(&EmploymentType::FullTime), kinds.contains(&EmploymentType::PartTime))
    };
    matches!((time(a), time(b)), ((true, false), (false, true)) | ((false, true), (true, false)))
}

fn in_words(remote: Remote) -> &'static str {
    match remote {
        Remote::Full => "remote",
        Remote::Hybrid => "hybrid",
        Remote::No => "on site",
    }
}

fn said(status: Status) -> &'static str {
    match status {
        Status::Open => "open",
        Status::Draft => "draft",
        Status::Closed => "closed",
    }
}

#[cfg(test)]
mod tests {
    use crate::data::{Entry, Node, Scalar, Value};
    use crate::infer::fixture::{Fixture, draft};

    fn given(key: &str, text: &str) -> Fixture {
        draft().heading(1, "Welder").key(key, text)
    }

    fn warnings(fixture: Fixture) -> Vec<String> {
        let found = fixture.infer().1;
        found.into_iter().filter(|found| found.code == "contradiction").map(|found| found.message).collect()
    }

    #[test]
    fn what_front_matter_and_text_state_differently_is_told_with_both() {
        for (key, value, line, message) in [
            (
                "location",
                "Berlin",
                "Location: Munich",
                "`location` is `Berlin` here, but line 3 of the text says `Munich`",
            ),
            (
                "type",
                "full-time",
                "Type: part-time",
                "`employment_type` is `Full-time` here, but line 3 of the text says `Part-time`",
            ),
            (
                "closes",
                "2026-05-01",
                "Closing date: 2026-06-01",
                "`closes` is `2026-05-01` here, but line 3 of the text says `2026-06-01`",
            ),
            ("remote", "yes", "Remote: no", "`remote` is `remote` here, but line 3 of the text says `on site`"),
            (
                "status",
                "open",
                "This position has been filled.",
                "`status` is `open` here, but line 3 of the text says `closed`",
            ),
        ] {
            assert_eq!(warnings(given(key, value).paragraph(line)), [message]);
        }
    }

    #[test]
    fn f3_what_may_both_be_true_is_no_contradiction() {
        for (key, value, line) in [
            ("location", "Berlin", "Location: Germany"),
            ("location", "Berlin, Munich", "Location: Munich"),
            ("location", "Berlin", "Location: our yard"),
            ("location", "Berlin", "Location: Berlin, Germany"),
            ("type", "full-time", "Type: temporary"),
            ("type", "full-time", "Type: full-time or part-time"),
            ("closes", "2026-05-01", "Closing date: 1 May 2026"),
            ("remote", "hybrid", "Remote: no"),
            ("status", "closed", "This position has been filled."),
        ] {
            assert_eq!(warnings(given(key, value).paragraph(line)), [] as [String; 0], "{key}: {value} and {line}");
        }
        let node = Node { value: Value::Scalar(Scalar { text: "Berlin".to_owned(), quoted: false }), span: 0..0 };
        let folder = [Entry { key: "location".to_owned(), key_span: 0..0, value: node }];
        let defaults = crate::infer::Defaults { folder: &folder, ..crate::infer::Defaults::default() };
        let (_, found) = draft().heading(1, "Welder").paragraph("Location: Munich").infer_with(&defaults);
        assert_eq!(found.len(), 0);
    }
}
