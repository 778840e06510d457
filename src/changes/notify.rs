//! Changes as search engines want to be told them: request bodies, ready to be sent.
//!
//! Nothing is sent from here, since that takes keys and accounts.

use serde_json::json;

use super::{Change, Kind};
use crate::config::BaseUrl;

/// Most addresses in one request (indexnow.org/documentation).
const MOST: usize = 10_000;

/// Bodies for IndexNow, one JSON object a line; none where nothing has changed. The key is expected in a file of its name
/// beside the home page, which proves that whoever tells is who publishes.
pub fn indexnow(changes: &[Change], base: &BaseUrl, key: &str) -> String {
    let host = base.origin().split_once("://").map_or("", |(_, host)| host);
    let body = |part: &[Change]| {
        let urls: Vec<String> = part.iter().map(|change| base.join(&change.route)).collect();
        let location = base.join(&format!("/{key}.txt"));
        format!("{}\n", json!({ "host": host, "key": key, "keyLocation": location, "urlList": urls }))
    };
    changes.chunks(MOST).map(body).collect()
}

/// Whether IndexNow takes a key: 8 to 128 letters, digits and dashes.
pub fn is_key(key: &str) -> bool {
    (8..=128).contains(&key.len()) && key.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
}

/// Bodies for `urlNotifications:publish` of Google's Indexing API, one JSON object a line. It is for job postings alone;
/// a closed one has `noindex`, which counts as deleted.
pub fn google(changes: &[Change], base: &BaseUrl) -> String {
    let postings = changes.iter().filter(|change| change.is_posting);
    let body = |change: &Change| {
        let kind = match change.kind {
            Kind::New | Kind::Changed => "URL_UPDATED",
            Kind::Closed | Kind::Gone => "URL_DELETED",
        };
        format!("{}\n", json!({ "url": base.join(&change.route), "type": kind }))
    };
    postings.map(body).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn change(kind: Kind, route: &str, is_posting: bool) -> Change {
        Change { kind, route: route.into(), is_posting }
    }

    fn base() -> BaseUrl {
        BaseUrl::parse("https://example.com/careers/").expect("an address")
    }

    #[test]
    fn o10_indexnow_is_told_every_address_in_as_many_requests_as_it_takes() {
        let changes = [change(Kind::New, "/jobs/a/", true), change(Kind::Gone, "/", false)];
        assert_eq!(
            indexnow(&changes, &base(), "0123abcd"),
            "{\"host\":\"example.com\",\"key\":\"0123abcd\",\"keyLocation\":\"https://example.com/careers/0123abcd.txt\",\
             \"urlList\":[\"https://example.com/careers/jobs/a/\",\"https://example.com/careers/\"]}\n"
        );
        let many: Vec<Change> = (0..=MOST).map(|n| change(Kind::New, &format!("/{n}/"), false)).collect();
        assert_eq!(indexnow(&many, &base(), "0123abcd").lines().count(), 2);
        assert_eq!(indexnow(&[], &base(), "0123abcd"), "");
    }

    #[test]
    fn o10_google_is_told_of_postings_alone() {
        let all = [
            change(Kind::New, "/jobs/a/", true),
            change(Kind::Closed, "/jobs/b/", true),
            change(Kind::Gone, "/tags/c/", false),
        ];
        assert_eq!(
            google(&all, &base()),
            "{\"url\":\"https://example.com/careers/jobs/a/\",\"type\":\"URL_UPDATED\"}\n\
             {\"url\":\"https://example.com/careers/jobs/b/\",\"type\":\"URL_DELETED\"}\n"
        );
    }

    #[test]
    fn a_key_is_letters_digits_and_dashes() {
        for key in ["0123abcd", "a-key-of-mine"] {
            assert!(is_key(key), "{key}");
        }
        for key in ["short", "with space", "../../../x", "clé-de-moi", &"x".repeat(129)] {
            assert!(!is_key(key), "{key}");
        }
    }
}
