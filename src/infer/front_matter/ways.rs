//! Ways to apply under the keys of front matter: links and addresses to write to.
//!
//! In goes an entry, out come `https:` and `mailto:` addresses. What `how_to_apply` holds may be any text, which is read
//! as part of the posting.

use super::reader::{Reading, shown, texts};
use super::values::{scalar, truth};
use crate::data::{Entry, Node};
use crate::infer::apply::address;

/// Addresses to apply at.
pub(super) fn apply(entry: &Entry) -> Reading<Vec<String>> {
    if scalar(entry).is_some_and(|text| truth(text).is_some()) {
        return Reading::NotOurs;
    }
    // `apply: {url: …}`
    let of_table =
        ["url", "link", "href", "email"].iter().find_map(|name| entry.value.get(name)).and_then(Node::as_str);
    let found: Vec<String> = texts(&entry.value).chain(of_table).filter_map(address).collect();
    if !found.is_empty() {
        return Reading::Value(found);
    }
    // What `how_to_apply` and its like hold may be any text.
    let key = entry.key.to_ascii_lowercase();
    let is_text = key != "apply" && !["url", "link"].iter().any(|word| key.contains(word));
    match texts(&entry.value).next() {
        None if entry.value.entries().is_empty() => Reading::Absent,
        _ if is_text => Reading::NotOurs,
        _ => Reading::invalid("is no address", "write `https://…` or an e-mail address"),
    }
}

/// The address of somebody to write to, about what is not said.
pub(super) fn contact(entry: &Entry) -> Reading<Vec<String>> {
    if is_contact(entry) { addresses(entry) } else { Reading::NotOurs }
}

/// An e-mail address, or a link in its place.
pub(super) fn apply_email(entry: &Entry) -> Reading<Vec<String>> {
    match addresses(entry) {
        _ if is_contact(entry) => Reading::NotOurs,
        Reading::NotOurs if shown(entry) == "apply_email" && entry.key.to_ascii_lowercase().starts_with("apply") => {
            Reading::invalid("is no e-mail address", "write an address such as `jobs@example.com`")
        }
        found => found,
    }
}

fn is_contact(entry: &Entry) -> bool {
    let key = entry.key.to_ascii_lowercase();
    key.contains("contact") && !key.contains("appl")
}

/// What one can write to; anything else under `contact` is a person.
fn addresses(entry: &Entry) -> Reading<Vec<String>> {
    let of_person = ["email", "mail", "e-mail"].iter().find_map(|name| entry.value.get(name)).and_then(Node::as_str);
    let found: Vec<String> = texts(&entry.value)
        .chain(of_person)
        .filter_map(address)
        .filter(|address| address.starts_with("mailto:") || !is_contact(entry))
        .collect();
    if found.is_empty() { Reading::NotOurs } else { Reading::Value(found) }
}
