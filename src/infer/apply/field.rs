//! An address to apply to under a key of front matter that is nobody's: `lever_link`, `target_url: mailto:jobs@…`.
//!
//! In goes an entry, out come addresses that can't be there for anything else: by their host, their mailbox, the words of
//! the key, or those of a button.

use super::address::{Host, host, is_for_hiring, is_opening, is_picture};
use super::{is_to_write, link, may_be_way};
use crate::data::{Entry, Node};
use crate::infer::words::is_one_of;

/// The address that `entry` gives to apply to, whatever its key.
pub(in crate::infer) fn unmistakable(entry: &Entry) -> Option<Vec<String>> {
    let of_button = || button(&entry.value);
    let plain = entry.value.as_str().map(str::trim).filter(|text| is_for_applying(&entry.key, text));
    let inside = || entry.value.entries().iter().find_map(of_entry);
    let listed = || entry.value.items().iter().filter(|item| !item.entries().is_empty()).find_map(button);
    plain.or_else(of_button).or_else(inside).or_else(listed).map(|address| vec![address.to_owned()])
}

/// The address of a button or link whose words ask to apply.
fn button(node: &Node) -> Option<&str> {
    let texts = || node.entries().iter().filter_map(|entry| entry.value.as_str());
    texts().any(link::asks).then(|| texts().find(|text| may_be_way(text) || is_to_write(text))).flatten()
}

fn of_entry(entry: &Entry) -> Option<&str> {
    Node::as_str(&entry.value).map(str::trim).filter(|text| is_for_applying(&entry.key, text))
}

fn is_for_applying(key: &str, text: &str) -> bool {
    if text.contains(char::is_whitespace) || is_picture(text) {
        return false;
    }
    if let Some(address) = text.strip_prefix("mailto:") {
        return is_for_hiring(address) || asks(key);
    }
    match host(text) {
        Some(Host::System) => true,
        Some(Host::Form) => {
            let says = |word: &str| {
                is_one_of(word, &["form", "link", "url", "action", "button", "cta"]) || names_host(word, text)
            };
            asks(key) || words(key).any(says)
        }
        Some(Host::Social) => false,
        None => {
            may_be_way(text)
                && (asks(key)
                    || names_form(key, text)
                    || is_opening(text)
                    || (is_plain(key) && text.split('/').skip(3).any(asks)))
        }
    }
}

/// Whether a word of the key is what the maker of the form is called: `typeform`.
fn names_host(word: &str, address: &str) -> bool {
    let host = address.split('/').nth(2).unwrap_or("");
    word.len() > 4 && host.contains(&word.to_ascii_lowercase())
}

/// The address of one page elsewhere, under a key that says nothing of it.
pub(in crate::infer) fn plain_link(entry: &Entry) -> Option<&str> {
    let text = entry.value.as_str().map(str::trim).filter(|text| may_be_way(text))?;
    let has_path = text.split('/').skip(3).any(|part| !part.is_empty());
    // What others set into their pages is no page of its own.
    let is_part = text.split('/').any(|part| part == "embed");
    (has_path && !is_part && is_one_of(&entry.key, &["link", "source_url", "original_url"])).then_some(text)
}

/// Whether a key says of an address that it is that of a form: `form_url`, `notion_form` of one at Notion.
fn names_form(key: &str, address: &str) -> bool {
    const BESIDE: [&str; 6] = ["form", "url", "link", "href", "google", "job"];
    words(key).any(|word| is_one_of(word, &["form"]))
        && words(key).all(|word| is_one_of(word, &BESIDE) || names_host(word, address))
}

/// Whether a key says of an address only that it is one.
fn is_plain(key: &str) -> bool {
    words(key).all(|word| is_one_of(word, &["link", "url", "href", "target", "external", "form", "job"]))
}

/// Whether a word of the key is about applying: `apply_now`, `bewerbung-url`.
fn asks(key: &str) -> bool {
    const WORDS: [&str; 10] = [
        "apply",
        "application",
        "applications",
        "bewerbung",
        "bewerben",
        "postuler",
        "candidature",
        "candidatura",
        "solliciteer",
        "sollicitatie",
    ];
    words(key).any(|word| is_one_of(word, &WORDS))
}

/// The words of a key: `applyUrl` and `apply_url` have two.
fn words(key: &str) -> impl Iterator<Item = &str> {
    key.split(['_', '-', ' ', '.']).flat_map(|part| {
        let is_start = |at: &usize| {
            let before = part.as_bytes().get(at.wrapping_sub(1));
            part.as_bytes()[*at].is_ascii_uppercase() && before.is_none_or(u8::is_ascii_lowercase)
        };
        let starts: Vec<usize> = (1..part.len()).filter(is_start).collect();
        let ends = starts.clone().into_iter().chain([part.len()]);
        std::iter::once(0).chain(starts).zip(ends).map(|(start, end)| &part[start..end]).collect::<Vec<_>>()
    })
}

#[cfg(test)]
mod tests {
    use super::super::super::fixture::{draft, map, node, scalar};
    use crate::data::Value;

    fn ways(key: &str, value: crate::data::Node) -> Vec<String> {
        draft().key("title", "Welder").entry(key, value).facts().apply.map(|field| field.value).unwrap_or_default()
    }

    #[test]
    fn f2_an_address_that_can_only_be_there_to_apply_counts_under_any_key() {
        for (key, address) in [
            ("lever_link", "https://jobs.lever.co/acme/1"),
            ("url", "https://acme.workable.com/j/1"),
            ("target_url", "mailto:yard-jobs@example.com"),
            ("applyNow", "https://example.com/form"),
            ("yardApplyURL", "https://example.com/form"),
            ("bewerbung_link", "mailto:ann@example.com"),
            ("form", "https://forms.gle/a"),
            ("action", "https://forms.gle/a"),
            ("typeform", "https://yard.typeform.com/to/a"),
            ("hullform_form_link", "https://acme.hullform.site/a"),
            ("link", "https://example.com/vacancies/22272"),
            ("url", "https://example.com/posts/apply/7"),
        ] {
            assert_eq!(ways(key, scalar(address)), [address], "{key}");
        }
        let button = || map(&[("text", scalar("Apply now")), ("url", scalar("https://example.com/form"))]);
        assert_eq!(ways("button", button()), ["https://example.com/form"]);
        let item = || map(&[("name", scalar("Apply")), ("href", scalar("https://example.com/form"))]);
        assert_eq!(ways("menu", node(Value::List(vec![item()]))), ["https://example.com/form"]);
        assert_eq!(ways("apply", map(&[("url", scalar("https://example.com/form"))])), ["https://example.com/form"]);
        assert_eq!(ways("links", map(&[("ats", scalar("https://jobs.lever.co/a/1"))])), ["https://jobs.lever.co/a/1"]);
    }

    #[test]
    fn f3_other_addresses_of_front_matter_are_no_ways_to_apply() {
        for (key, value) in [
            ("url", "https://example.com/welder"),
            ("twitter", "https://example.com/acme"),
            ("logo", "https://cdn.personio.de/logos/1/social/1.png"),
            ("survey", "https://forms.gle/a"),
            ("newsletter_form", "https://acme.hullform.site/a"),
            ("author_mail", "mailto:ann@example.com"),
            ("application_area", "shipyards"),
            ("lever_link", "ask https://jobs.lever.co/acme"),
            ("logo", "https://jobs.lever.co/acme/logo.png"),
            ("link", "https://example.com/embed/post/7"),
        ] {
            assert!(ways(key, scalar(value)).is_empty(), "{key}");
        }
        let button = map(&[("text", scalar("Read more")), ("url", scalar("https://example.com/form"))]);
        assert!(ways("button", button).is_empty());
    }
}
