//! Whether the work may be done from elsewhere, by the title or sentences of the text.
//!
//! In goes the body with its cues, out comes an answer only where the sentence is about this role or the whole company
//! works that way. Experience with remote work, remote systems and a few weeks abroad are no answer.

use super::body::{Body, Fact, Hit, Part, Section};
use super::whereabouts;
use super::words::{has_phrase, sentence_around};
use crate::posting::{Field, OriginKind, Remote};

/// What sentences of the text say.
pub(super) fn in_body(body: &Body<'_>) -> Option<Field<Remote>> {
    let telling = body.hits.iter().filter_map(|hit| {
        let Fact::Remote(remote) = hit.fact else { return None };
        let part = &body.parts[hit.part];
        counts(part, hit, remote).then_some((remote, part.block.line))
    });
    let telling: Vec<(Remote, u32)> = telling.collect();
    let first = |wanted: Remote| telling.iter().find(|(remote, _)| *remote == wanted).map(|(_, line)| *line);
    let (full, hybrid, no) = (first(Remote::Full), first(Remote::Hybrid), first(Remote::No));
    let (remote, line) = match (full, hybrid, no) {
        // Said both ways, nobody can tell.
        (Some(_), _, Some(_)) | (None, None, None) => return None,
        (Some(line), _, None) => (Remote::Full, line),
        (None, Some(line), _) => (Remote::Hybrid, line),
        (None, None, Some(line)) => (Remote::No, line),
    };
    Some(Field::new(remote, OriginKind::Body, line))
}

/// What a title says in brackets or behind a dash: `Welder (Remote)`.
pub(super) fn in_title(title: &str) -> Option<whereabouts::Whereabouts> {
    let pieces = title
        .split(['(', ')', '[', ']', '|'])
        .flat_map(|piece| piece.split(" - ").flat_map(|piece| piece.split([',', '–', '—'])));
    // What stands first is the job itself: "Remote Sensing Engineer".
    let mut told = pieces.skip(1).map(whereabouts::read).filter(|read| read.is_understood() && read.remote.is_some());
    told.next()
}

fn counts(part: &Part<'_>, hit: &Hit, remote: Remote) -> bool {
    let sentence = sentence_around(&part.block.text, hit.span.start);
    let about_experience =
        ["experience", "erfahrung", "expérience", "experiencia", "ervaring", "comfortable", "used to"];
    let about_others = ["customers", "clients", "kunden", "users", "candidates interview", "interview", "interviews"];
    let for_a_while = [
        "weeks",
        "week per year",
        "days per year",
        "months per year",
        "month a year",
        "weeks per year",
        "occasionally",
        "wochen",
    ];
    let has = |words: &[&str]| words.iter().any(|word| has_phrase(sentence, word));
    if has(&about_experience) || has(&for_a_while) {
        return false;
    }
    // A heading of process or a product that serves others' remote teams says nothing about this role.
    let elsewhere = matches!(part.section, Section::Process) || has(&about_others);
    let plain = remote == Remote::Full && has_phrase(sentence, "not");
    !elsewhere && !plain
}

#[cfg(test)]
mod tests {
    use super::super::fixture::draft;
    use super::*;

    #[test]
    fn f1_sentences_say_it_when_they_cannot_be_mistaken() {
        use Remote::{Full, Hybrid, No};
        for (text, expected) in [
            ("Acme is a fully remote company.", Some(Full)),
            ("We're a small, fully remote team.", Some(Full)),
            ("Fully remote, but able to meet once a week", Some(Full)),
            ("This role is remote.", Some(Full)),
            ("Work from anywhere in Europe.", Some(Full)),
            ("This is a hybrid role with two days in the office.", Some(Hybrid)),
            ("Dieser Job ist vollständig remote.", Some(Full)),
            ("This position is on-site in Ulm.", Some(No)),
            ("This is not a remote position.", Some(No)),
            ("Previous experience working remotely.", None),
            ("You have experience in a fully remote team.", None),
            ("Work from anywhere for four weeks a year.", None),
            ("Our software gives remote access to pumps.", None),
            ("We build tools for our customers, fully remote or not.", None),
            ("Hybrid cloud and remote sensing.", None),
            ("We are not fully remote.", None),
            ("A remote island.", None),
        ] {
            let draft = draft().heading(1, "Welder").paragraph(text).build();
            assert_eq!(in_body(&Body::new(&draft)).map(|field| field.value), expected, "{text}");
        }
    }

    #[test]
    fn f3_what_is_said_both_ways_is_no_answer() {
        let draft = draft().paragraph("We are a fully remote team.").paragraph("This role is on-site.").build();
        assert_eq!(in_body(&Body::new(&draft)), None);
    }

    #[test]
    fn f1_a_title_says_it_behind_the_job() {
        for (title, expected) in [
            ("Welder (Remote)", Some(Remote::Full)),
            ("Welder - Remote, EU", Some(Remote::Full)),
            ("Welder (Hybrid)", Some(Remote::Hybrid)),
            ("Remote Sensing Engineer", None),
            ("Welder (m/f/d)", None),
            ("Welder - Berlin", None),
        ] {
            assert_eq!(in_title(title).and_then(|read| read.remote), expected, "{title}");
        }
    }
}
