//! The header of a mail that a posting was sent as: `From: …`, `Date: …`, `Subject: …` above the text.
//!
//! In goes the body, out come the day it was sent on and whom a reply goes to. Lines like these are a header only where
//! one says who wrote, and another what about.

use jiff::civil::Date;

use super::apply::address;
use super::body::{Body, Part};
use super::dates;
use super::words::{has_one_of, is_one_of, strip_ornaments};
use crate::posting::Field;

const FROM: [&str; 8] = ["from", "von", "de", "van", "da", "från", "fra", "expéditeur"];
const SENT: [&str; 12] = [
    "date",
    "sent",
    "datum",
    "gesendet",
    "envoyé",
    "fecha",
    "enviado",
    "data",
    "inviato",
    "verzonden",
    "skickat",
    "sendt",
];
const SUBJECT: [&str; 9] = ["subject", "betreff", "objet", "asunto", "assunto", "oggetto", "onderwerp", "ämne", "emne"];

/// The day on which the mail was sent: `Date: Tue, 3 Mar 2026 08:15:00 +0100`.
pub(super) fn sent_on(body: &Body<'_>) -> Option<Field<Date>> {
    let part = header(body)?;
    let (line, text) = value(part, &SENT)?;
    Some(Field::new(dates::read(text).ok()?, part.kind, line))
}

/// The address of who wrote, where the text asks for a reply: "Just reply to me."
pub(super) fn sender(body: &Body<'_>) -> Option<Field<Vec<String>>> {
    const REPLIES: [&str; 14] = [
        "reply",
        "respond",
        "antworte",
        "antworten",
        "antwortet",
        "répondez",
        "répondre",
        "réponds",
        "responde",
        "responder",
        "antwoord",
        "rispondi",
        "rispondete",
        "svara",
    ];
    let part = header(body)?;
    let (line, text) = value(part, &FROM)?;
    let address = address(text).filter(|address| address.starts_with("mailto:"))?;
    let asks = body.parts.iter().any(|part| has_one_of(&part.block.text, &REPLIES));
    asks.then(|| Field::new(vec![address], part.kind, line))
}

/// The block that is the header.
fn header<'b, 'a>(body: &'b Body<'a>) -> Option<&'b Part<'a>> {
    const FIRST: usize = 3;
    let first = &body.parts[..body.parts.len().min(FIRST)];
    first.iter().find(|part| value(part, &FROM).is_some() && value(part, &SUBJECT).is_some())
}

/// The line of a header that one of `names` begins, and what it says.
fn value<'t>(part: &'t Part<'_>, names: &[&str]) -> Option<(u32, &'t str)> {
    let mut lines = (part.block.line..).zip(part.block.text.split('\n'));
    lines.find_map(|(line, text)| {
        let (name, value) = text.split_once(':')?;
        is_one_of(strip_ornaments(name).trim(), names).then_some((line, value.trim()))
    })
}

#[cfg(test)]
mod tests {
    use crate::infer::fixture::draft;

    #[test]
    fn f1_a_mail_tells_when_it_was_sent_and_whom_to_reply_to() {
        let read = |header: &str, text: &str| {
            let facts = draft().paragraph(header).paragraph("We look for a welder in Ulm.").paragraph(text).facts();
            let posted = facts.posted.map(|day| day.value.to_string()).unwrap_or_default();
            (posted, facts.apply.map(|ways| ways.value.join(" ")).unwrap_or_default())
        };
        let is = |posted: &str, way: &str| (posted.to_owned(), way.to_owned());
        let english = "From: Ann Welder <ann@example.com>\nTo: docks@example.org\nDate: Tue, 3 Mar 2026 08:15:00 +0100\nSubject: Welder";
        assert_eq!(read(english, "Just reply to me."), is("2026-03-03", "mailto:ann@example.com"));
        assert_eq!(read(english, "The dock is by the river."), is("2026-03-03", ""));
        assert_eq!(
            read(english, "Send your CV to jobs@example.com, do not reply."),
            is("2026-03-03", "mailto:jobs@example.com")
        );
        let german = "Von: Ann Welder <ann@example.com>\nGesendet: 3. März 2026 08:15\nBetreff: Schweißerin";
        assert_eq!(read(german, "Antwortet mir einfach."), is("2026-03-03", "mailto:ann@example.com"));
        assert_eq!(read("From: 9 to 5\nDate: 3 March 2026", "Please reply.").1, "");
    }
}
