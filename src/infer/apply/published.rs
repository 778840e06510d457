//! Links to where a posting is published in full, as a way to apply where nothing else tells one: "View job", "Job ad: …".
//!
//! In go the body and its links, out comes the one such address.

use std::sync::LazyLock;

use super::address::{Host, host};
use super::link::{has_path, leads_elsewhere, only_leads, place_of};
use super::{Purpose, block_of, linked, may_be_way, purpose};
use crate::extract::Link;
use crate::infer::body::{Body, Part};
use crate::infer::lexicon::Lexicon;
use crate::infer::table::CUES;
use crate::infer::words::{sentence_at, strip_ornaments};
use crate::posting::Field;

static POSTING: LazyLock<Lexicon<()>> = LazyLock::new(|| CUES.lexicon("apply posting"));

/// The one link to a form, or else to where the posting is published in full.
pub(super) fn link(body: &Body<'_>, links: &[Link]) -> Option<Field<Vec<String>>> {
    let only = |fits: &dyn Fn(&&Link) -> bool| {
        let mut fitting = links.iter().filter(|link| may_be_way(&link.url)).filter(fits);
        let link = fitting.next()?;
        fitting.all(|other| other.url == link.url).then_some(link)
    };
    let shows = |link: &&Link| {
        let text = strip_ornaments(&link.text);
        POSTING.leading(text).is_some_and(|((), rest)| rest.len() <= 30)
    };
    let is_question =
        |link: &Link| block_of(body, link).is_some_and(|part| purpose(&part.block.text) == Some(Purpose::Question));
    let is_form =
        |link: &&Link| host(&link.url) == Some(Host::Form) && !leads_elsewhere(&link.text) && !is_question(link);
    let link = only(&is_form).or_else(|| only(&shows)).or_else(|| only(&|link| is_told_to_show(body, link)))?;
    Some(linked(link))
}

/// Whether what stands before a link that says nothing calls it so: "Job ad:", "The official posting is here."
fn is_told_to_show(body: &Body<'_>, link: &Link) -> bool {
    let says_nothing = link.text.trim().starts_with("http") || only_leads(&link.text);
    let before = |(part, at): (&Part<'_>, usize)| {
        let text = &part.block.text;
        POSTING.is_in(&text[sentence_at(text, at).start.min(at)..at])
    };
    says_nothing && has_path(&link.url) && place_of(body, link).is_some_and(before)
}

#[cfg(test)]
mod tests {
    use super::super::super::fixture::{Fixture, draft};

    const PAGE: &str = "https://example.com/jobs/weld";

    fn ways(fixture: Fixture) -> Vec<String> {
        fixture.facts().apply.map(|field| field.value).unwrap_or_default()
    }

    #[test]
    fn f1_the_page_of_the_whole_posting_is_where_one_applies() {
        for (text, link) in [
            ("Job ad: https://example.com/jobs/weld", PAGE),
            ("Check out the job opening: https://example.com/jobs/weld", PAGE),
            ("The official job posting is here.", "here"),
            ("Die vollständige Stellenausschreibung: https://example.com/jobs/weld", PAGE),
        ] {
            assert_eq!(ways(draft().paragraph("We weld.").paragraph(text).link(link, PAGE)), [PAGE], "{text}");
        }
        for (text, link) in [
            ("See our ships here.", "here"),
            ("Our yard: https://example.com/jobs/weld", PAGE),
            ("Job ads cost us dear. See our ships here.", "here"),
        ] {
            assert!(ways(draft().paragraph("We weld.").paragraph(text).link(link, PAGE)).is_empty(), "{text}");
        }
    }
}
