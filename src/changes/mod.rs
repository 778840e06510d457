//! What is new on the web with a build: two manifests into a list of addresses (O10).
//!
//! In go the manifest of the build before and that of the last one, out come [`Change`]s in the order of their addresses.
//! Pure. A posting has changed if what it says has changed, not if its page looks otherwise; lists change with every
//! posting, so they are told of only when they come and go.

mod notify;

pub use self::notify::{google, indexnow, is_key};

use std::collections::BTreeMap;

use crate::write::{Manifest, PageEntry};

/// One page that is not as it was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// What became of it.
    pub kind: Kind,
    /// Its path below the base URL.
    pub route: String,
    /// Whether it is that of a posting, not a list.
    pub is_posting: bool,
}

/// What can become of a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// There was none.
    New,
    /// It says something else.
    Changed,
    /// It is still there, and says that the posting takes no more applications.
    Closed,
    /// There is none any more.
    Gone,
}

impl Kind {
    /// Its name, for people and programs.
    pub fn name(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::Changed => "changed",
            Self::Closed => "closed",
            Self::Gone => "gone",
        }
    }
}

/// What is not as it was, by address. Without a manifest before, everything is new.
pub fn between(before: Option<&Manifest>, now: &Manifest) -> Vec<Change> {
    let mut all: BTreeMap<&str, (Option<&PageEntry>, Option<&PageEntry>)> = BTreeMap::new();
    for page in before.into_iter().flat_map(pages) {
        all.entry(&page.route).or_default().0 = Some(page);
    }
    for page in pages(now) {
        all.entry(&page.route).or_default().1 = Some(page);
    }
    let changes = all.into_iter().filter_map(|(route, (old, new))| {
        let is_posting = new.or(old)?.source.is_some();
        Some(Change { kind: kind(old, new)?, route: route.to_owned(), is_posting })
    });
    changes.collect()
}

/// The pages; what is no address of its own, such as `404.html`, is none.
fn pages(manifest: &Manifest) -> impl Iterator<Item = &PageEntry> {
    manifest.pages.iter().filter(|page| page.route.ends_with('/'))
}

fn kind(old: Option<&PageEntry>, new: Option<&PageEntry>) -> Option<Kind> {
    match (old, new) {
        (None, None) => None,
        (Some(_), None) => Some(Kind::Gone),
        (None, Some(_)) => Some(Kind::New),
        (Some(old), Some(new)) if new.closed && !old.closed => Some(Kind::Closed),
        (Some(old), Some(new)) => {
            let says_otherwise = match (&old.digest, &new.digest) {
                (Some(old), Some(new)) => old != new,
                // A manifest of an earlier version has no digests.
                _ => old.changed != new.changed,
            };
            (old.closed != new.closed || says_otherwise).then_some(Kind::Changed)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn manifest(pages: &str) -> Manifest {
        let json = format!(r#"{{ "version": 1, "pages": [{pages}] }}"#);
        Manifest::parse(json.as_bytes()).expect("a manifest")
    }

    #[test]
    fn o10_pages_come_change_close_and_go() {
        let page = r#"{ "route": "/jobs/a/", "source": "a.md", "digest": "1" }"#;
        let again = r#"{ "route": "/jobs/a/", "source": "a.md", "digest": "2" }"#;
        let closed = r#"{ "route": "/jobs/a/", "source": "a.md", "digest": "2", "closed": true }"#;
        let undated = r#"{ "route": "/jobs/a/", "source": "a.md", "changed": "2026-01-01" }"#;
        let dated = r#"{ "route": "/jobs/a/", "source": "a.md", "changed": "2026-01-02", "digest": "1" }"#;
        for (before, now, kind) in [
            ("", page, Some(Kind::New)),
            (page, page, None),
            (page, again, Some(Kind::Changed)),
            (page, closed, Some(Kind::Closed)),
            (closed, closed, None),
            (closed, again, Some(Kind::Changed)),
            (page, "", Some(Kind::Gone)),
            (undated, dated, Some(Kind::Changed)),
            (undated, &dated.replace("-02", "-01"), None),
        ] {
            let changes = between(Some(&manifest(before)), &manifest(now));
            assert_eq!(changes.first().map(|change| change.kind), kind, "{before} → {now}");
        }
    }

    #[test]
    fn o10_lists_are_told_of_when_they_come_and_go_only() {
        let before = manifest(r#"{ "route": "/" }, { "route": "/tags/old/" }, { "route": "/404.html" }"#);
        let now = manifest(r#"{ "route": "/" }, { "route": "/tags/new/" }"#);
        let changes = between(Some(&before), &now);
        let shown: Vec<_> = changes.iter().map(|change| (change.kind, &*change.route, change.is_posting)).collect();
        assert_eq!(shown, [(Kind::New, "/tags/new/", false), (Kind::Gone, "/tags/old/", false)]);
    }

    #[test]
    fn o10_without_a_build_before_everything_is_new() {
        let now = manifest(r#"{ "route": "/" }, { "route": "/404.html" }"#);
        assert_eq!(between(None, &now).len(), 1);
    }
}
