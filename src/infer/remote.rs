//! Whether the work may be done from elsewhere, by the title or sentences of the text.
//!
//! In goes the body with its cues, out comes an answer only where the sentence is about this role or the whole company
//! works that way. Experience with remote work, remote systems and a few weeks abroad are no answer.

use super::body::{Body, Fact, Hit, Part, Section};
use super::whereabouts;
use super::words::{has_phrase, sentence_around};
use crate::posting::{Field, OriginKind, Remote};

/// What sentences of the text say. Where they but mention remote work, a role that `has_office` has some of it.
pub(super) fn in_body(body: &Body<'_>, has_office: impl FnOnce() -> bool) -> Option<Field<Remote>> {
    let has_office = body.hits.iter().any(|hit| hit.fact == Fact::SomeRemote) && has_office();
    let telling = body.hits.iter().filter_map(|hit| {
        let part = &body.parts[hit.part];
        let remote = match hit.fact {
            Fact::Remote(remote) => remote,
            // A wish, or a heading that only announces the subject.
            Fact::SomeRemote if part.section == Section::Ask || announces(part, hit) => return None,
            Fact::SomeRemote if has_office => Remote::Hybrid,
            Fact::SomeRemote => Remote::Full,
            _ => return None,
        };
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

/// The hours or time zones that one has to work in, from a sentence that names a span of them.
pub(super) fn hours_in_body(body: &Body<'_>) -> Option<Field<String>> {
    body.parts.iter().filter(|part| part.section != Section::Process).find_map(|part| {
        let hours = whereabouts::hours_in(&part.block.text)?;
        Some(Field::new(hours.to_owned(), OriginKind::Body, part.block.line))
    })
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

/// Whether a colon follows, as in `Remote: the future of work`.
fn announces(part: &Part<'_>, hit: &Hit) -> bool {
    part.block.text[hit.span.end..].trim_start().starts_with([':', '：'])
}

const DENIALS: [&str; 10] = ["not", "no", "nicht", "kein", "keine", "pas", "geen", "niet", "não", "isn't"];

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
    let denied = remote != Remote::No && DENIALS.iter().any(|word| has_phrase(sentence, word));
    !elsewhere && !denied
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
            ("Flexible hours and remote work options.", Some(Hybrid)),
            ("Flexible Arbeitszeiten und Homeoffice", Some(Hybrid)),
            ("Deux jours de télétravail par semaine", Some(Hybrid)),
            ("Thuis werken kan ook altijd.", Some(Hybrid)),
            ("Dias de home office flexíveis", Some(Hybrid)),
            ("Vaga remota para todo o Brasil", Some(Full)),
            ("フルリモート勤務です", Some(Full)),
            ("Puesto presencial: trabajo presencial en Lima", Some(No)),
            ("The welder works on-site full-time.", Some(No)),
            ("Homeoffice ist leider nicht möglich.", None),
            ("A home office budget and a bicycle.", None),
            ("Remote: the future of work.", None),
            ("Working with remote teams and remote servers.", None),
            ("Candidates interview remotely.", None),
        ] {
            let draft = draft().heading(1, "Welder").paragraph(text).build();
            assert_eq!(in_body(&Body::new(&draft), || false).map(|field| field.value), expected, "{text}");
        }
    }

    #[test]
    fn f3_a_mention_of_remote_work_is_some_of_it_where_there_is_an_office() {
        let draft = draft().heading(1, "Welder").paragraph("You may join in remotely.").build();
        let body = Body::new(&draft);
        let told = |has_office| in_body(&body, || has_office).map(|field| field.value);
        assert_eq!((told(false), told(true)), (Some(Remote::Full), Some(Remote::Hybrid)));
    }

    #[test]
    fn f2_hours_are_read_from_sentences_of_remote_roles_alone() {
        let hours = |text: &str| draft().paragraph(text).facts().remote_hours.map(|field| field.value);
        let text = "Fully remote, with overlap between 10am and 3pm PT.";
        assert_eq!(hours(text).as_deref(), Some("10am and 3pm PT"));
        assert_eq!(hours("The shop is open from 10am to 3pm PT."), None);
    }

    #[test]
    fn f3_what_is_said_both_ways_is_no_answer() {
        let draft = draft().paragraph("We are a fully remote team.").paragraph("This role is on-site.").build();
        assert_eq!(in_body(&Body::new(&draft), || false), None);
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
