//! Ways to apply under the keys of front matter: links and addresses to write to.
//!
//! In goes an entry, out come `https:` and `mailto:` addresses. What `how_to_apply` holds may be any text, which is read
//! as part of the posting.

use super::keys::{Key, meaning};
use super::reader::{Reading, shown, texts};
use super::values::{scalar, truth};
use crate::data::{Entry, Node};
use crate::infer::apply::address;
use crate::infer::words::is_one_of;

/// Addresses to apply at.
pub(super) fn apply(entry: &Entry) -> Reading<Vec<String>> {
    if scalar(entry).is_some_and(|text| truth(text).is_some()) {
        return Reading::NotOurs;
    }
    // `apply: {url: …}`, `application: {applyEmail: …}`
    let is_way = |key: &str| {
        is_one_of(key, &["url", "link", "href", "email", "mail", "form"])
            || matches!(meaning(key), Some((Key::Apply | Key::ApplyEmail, _)))
                && !key.to_lowercase().contains("contact")
    };
    let of_table = entry.value.entries().iter().filter(|inner| is_way(&inner.key));
    let of_table = of_table.filter_map(|inner| inner.value.as_str());
    let mut found: Vec<String> = texts(&entry.value).chain(of_table).filter_map(address).collect();
    found.dedup();
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
    const WORDS: [&str; 4] = ["contact", "kontakt", "contat", "ansprech"];
    let key = entry.key.to_ascii_lowercase();
    WORDS.iter().any(|word| key.contains(word)) && !["appl", "bewerb", "candidat"].iter().any(|word| key.contains(word))
}

/// What one can write to; anything else under `contact` is a person.
fn addresses(entry: &Entry) -> Reading<Vec<String>> {
    let of_person = ["email", "mail", "e-mail", "E-Mail", "correo", "courriel"]
        .iter()
        .find_map(|name| entry.value.get(name))
        .and_then(Node::as_str);
    let found: Vec<String> = texts(&entry.value)
        .chain(of_person)
        .filter_map(address)
        .filter(|address| address.starts_with("mailto:") || !is_contact(entry))
        .collect();
    if found.is_empty() { Reading::NotOurs } else { Reading::Value(found) }
}

#[cfg(test)]
mod tests {
    use super::super::super::fixture::{draft, map, scalar};

    #[test]
    fn i4_whom_to_write_to_is_a_way_where_nothing_else_is() {
        let ann = map(&[
            ("name", scalar("Ann Welder")),
            ("telefon", scalar("0731 4711")),
            ("email", scalar("ann@example.com")),
        ]);
        let ways = |facts: crate::posting::Facts| facts.apply.map(|field| field.value).unwrap_or_default();
        for draft in [
            draft().entry("ansprechpartner", ann),
            draft().key("kontakt", "ann@example.com"),
            draft().key("contatto", "Ann, ann@example.com"),
        ] {
            assert_eq!(ways(draft.key("titel", "Schweißerin").facts()), ["mailto:ann@example.com"]);
        }
        let both = draft().key("kontakt", "ann@example.com").key("bewerbung_email", "jobs@example.com");
        assert_eq!(ways(both.facts()), ["mailto:jobs@example.com"]);
        assert!(ways(draft().key("ansprechpartner", "Ann Welder").facts()).is_empty());
    }

    #[test]
    fn i4_a_table_about_applying_holds_ways_and_days() {
        let table = |entries: &[(&str, &str)]| {
            let entries: Vec<_> = entries.iter().map(|(key, text)| (*key, scalar(text))).collect();
            draft().key("title", "Welder").entry("application", map(&entries)).facts()
        };
        let facts =
            table(&[("applyUrl", "https://example.com/a"), ("closingDate", "2026-05-02"), ("notes", "Bring a torch.")]);
        assert_eq!(facts.apply.map(|field| field.value), Some(vec!["https://example.com/a".to_owned()]));
        assert_eq!(facts.closes.map(|field| field.value.to_string()).as_deref(), Some("2026-05-02"));
        let facts = table(&[("applyEmail", "jobs@example.com"), ("contact_email", "ann@example.com")]);
        assert_eq!(facts.apply.map(|field| field.value), Some(vec!["mailto:jobs@example.com".to_owned()]));
        assert!(table(&[("instructions", "Bring a torch.")]).apply.is_none());
    }

    #[test]
    fn i4_somebody_to_contact_may_stand_in_a_table_of_the_usual_names() {
        let person = || map(&[("email", scalar("ann@example.com")), ("fullName", scalar("Ann Arbor"))]);
        for key in ["contacts", "contact_person", "contactDetails", "recruiter"] {
            let facts = draft().key("title", "Welder").entry(key, person()).paragraph("We weld.").facts();
            assert_eq!(facts.apply.map(|field| field.value), Some(vec!["mailto:ann@example.com".to_owned()]), "{key}");
        }
    }
}
