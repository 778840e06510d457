//! Links to write an e-mail, and which of them applications go to.
//!
//! In go body and links, out come `mailto:` addresses, where the words around a link, or its own name, say so.

use super::address::is_for_hiring;
use super::link::asks;
use super::{Purpose, block_of, is_for, linked, purpose};
use crate::extract::Link;
use crate::infer::body::{Body, Part};
use crate::posting::Field;

/// A link to such an address, whatever its words.
pub(super) fn mailbox_link(body: &Body<'_>, links: &[Link]) -> Option<Field<Vec<String>>> {
    let is_free = |link: &&Link| {
        let part = block_of(body, link);
        part.is_none_or(|part| purpose(&part.block.text) != Some(Purpose::Question))
    };
    let mut to_write = links.iter().filter(|link| link.url.strip_prefix("mailto:").is_some_and(is_for_hiring));
    let link = to_write.find(is_free)?;
    Some(mail_linked(link))
}

/// The same of a link to write an e-mail.
fn mail_linked(link: &Link) -> Field<Vec<String>> {
    linked(link).map(|_| vec![without_template(&link.url).to_owned()])
}

/// An address without a subject that only a template can fill in.
fn without_template(url: &str) -> &str {
    let (address, rest) = url.split_once('?').unwrap_or((url, ""));
    if rest.contains(['{', '}']) || rest.ends_with('=') { address } else { url }
}

/// Whether a link is one to write an e-mail, and says to whom.
pub(super) fn is_to_write(url: &str) -> bool {
    url.strip_prefix("mailto:").is_some_and(|address| address.contains('@'))
}

/// A link to write an e-mail, in a block or section about applying.
pub(super) fn mail_link(body: &Body<'_>, links: &[Link], least: Purpose) -> Option<Field<Vec<String>>> {
    // One address in one block is asked once.
    let is_new = |at: usize| at == 0 || (&links[at - 1].url, links[at - 1].line) != (&links[at].url, links[at].line);
    let mut to_write = links.iter().enumerate().filter(|(at, link)| is_to_write(&link.url) && is_new(*at));
    to_write.find_map(|(first, link)| {
        let part = block_of(body, link)?;
        let at = part.block.text.find(link.text.trim()).unwrap_or(0);
        let asks = asks(&link.text) || is_for(least, part, &part.block.text, at);
        asks.then(|| {
            let mut told = mail_linked(link);
            told.value.extend(joined(part, &links[first..]).map(|link| without_template(&link.url).to_owned()));
            told
        })
    })
}

/// The links to write an e-mail that words for "and" join to the first of `links`: `to [Ann](…) and [Bo](…)`.
fn joined<'l>(part: &Part<'_>, links: &'l [Link]) -> impl Iterator<Item = &'l Link> {
    const JOINTS: [&str; 13] =
        [", ", " and ", " or ", " und ", " oder ", " et ", " ou ", " y ", " o ", " e ", " en ", " of ", " och "];
    let is_joined = |pair: &&[Link]| {
        let stands = |joint: &&str| part.block.text.contains(&format!("{}{joint}{}", pair[0].text, pair[1].text));
        is_to_write(&pair[1].url) && pair[0].url != pair[1].url && JOINTS.iter().any(stands)
    };
    links.windows(2).take_while(is_joined).map(|pair| &pair[1])
}
