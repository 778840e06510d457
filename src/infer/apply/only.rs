//! The one address of a whole text, where an invitation leads to it: `Sounds good? ann@example.com`.
//!
//! In go body and links, out comes the address. It is asked for last: whatever says more has been read before.

use super::address::{emails, is_for_others};
use super::{Purpose, purpose};
use crate::extract::{BlockKind, Link};
use crate::infer::body::{Body, Part, Section};
use crate::infer::words::has_one_of;
use crate::posting::Field;

/// The one address of the text, where nothing says that it is for anything else.
pub(super) fn address(body: &Body<'_>, links: &[Link]) -> Option<Field<Vec<String>>> {
    let mut found: Option<(&str, &Part<'_>)> = None;
    for part in body.parts.iter().filter(|part| part.block.text.contains('@')) {
        for email in emails(&part.block.text) {
            if found.is_some_and(|(known, _)| known != email) {
                return None;
            }
            found = Some((email, part));
        }
    }
    let (email, part) = found?;
    let linked = links.iter().filter_map(|link| link.url.strip_prefix("mailto:"));
    let is_only = linked.map(|url| url.split('?').next().unwrap_or(url)).all(|other| other == email);
    let is_last = || body.parts.last().is_some_and(|last| last.block.line == part.block.line);
    let invites = || invites(&part.block.text, email) || (is_last() && signs(&part.block.text, email));
    (is_only && is_free(email, part) && invites()).then(|| part.field(vec![format!("mailto:{email}")]))
}

/// Whether neither the address nor where it stands is about something else: whom one writes to in the course of the
/// work, or what an employer tells of itself.
fn is_free(email: &str, part: &Part<'_>) -> bool {
    let is_item = part.block.kind == BlockKind::ListItem;
    let is_elsewhere = part.section == Section::Company || (is_item && part.section != Section::Apply);
    !is_elsewhere && !is_for_others(email) && purpose(&part.block.text) != Some(Purpose::Question)
}

/// Whether a question stands before the address, or a colon right before it, or how to call beside it.
fn invites(text: &str, email: &str) -> bool {
    const CALLS: [&str; 9] =
        ["tel", "tel.", "telefon", "phone", "téléphone", "teléfono", "telefone", "telefono", "telefoon"];
    let before = text.find(email).map_or(text, |at| &text[..at]);
    let line = text.lines().find(|line| line.contains(email)).unwrap_or("");
    before.contains(['?', '？']) || before.trim_end().ends_with([':', '：']) || has_one_of(line, &CALLS)
}

/// Whether the address is one of the pieces of what a posting is signed with: "Ann Doe\nHead welder, Acme\nann@example.com",
/// "Acme, Hafenstraße 1, ann@example.com".
fn signs(text: &str, email: &str) -> bool {
    const FEWEST: usize = 3;
    let text = text.trim();
    let pieces = || text.split(['\n', ',', '|', '·', '•']).map(str::trim);
    pieces().count() >= FEWEST && pieces().any(|piece| piece == email) && !text.contains(['!', '?', ':'])
}

#[cfg(test)]
mod tests {
    use super::super::super::fixture::draft;

    #[test]
    fn f1_the_one_address_of_a_text_is_the_way_to_apply_where_it_invites() {
        let ways = |text: &str| {
            let facts = draft().heading(1, "Welder").paragraph("We weld.").paragraph(text).facts();
            facts.apply.map(|field| field.value).unwrap_or_default()
        };
        for text in [
            "Think we should weld together? ann@example.com",
            "A few lines, please: ann@example.com",
            "Hullwerk, Dock 4\nTel. 0731 47 11 · ann@example.com · example.com",
            "Thanks\nAnn Doe\nHead welder, Hullwerk\nann@example.com",
            "Hullwerk, Dockstr. 3, ann@example.com",
        ] {
            assert_eq!(ways(text), ["mailto:ann@example.com"], "{text}");
        }
        for text in [
            "Visitors find us by the dock: press@example.com",
            "Who runs it? Ann (ann@example.com) the dock, Bo (bo@example.com) the crane.",
            "The dock has questions? ann@example.com",
            "The crane is run by ann@example.com.",
            "Visits can be booked by e-mail to ann@example.com.",
            "Ann, who runs the crane, is ann@example.com, as of May",
        ] {
            assert!(ways(text).is_empty(), "{text}");
        }
        let about = draft().heading(1, "Welder").heading(2, "About Hullwerk").paragraph("The dock: ann@example.com");
        assert!(about.facts().apply.is_none());
    }
}
