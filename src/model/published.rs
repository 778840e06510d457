//! A posting with its place in the site.

use std::sync::Arc;

use jiff::civil::Date;

use crate::posting::Posting;

/// A posting with its place in the site.
#[derive(Debug, Clone)]
pub struct Published {
    /// What is known of it; its content is ready for a page.
    pub posting: Arc<Posting>,
    /// Its path below the base URL, with a slash at both ends: `/jobs/designer/`.
    pub route: String,
    /// Whether it takes applications on the site's day.
    pub state: State,
    /// The day of the last commit that changed its file.
    pub(super) committed: Option<Date>,
    /// Whether its page belongs to an edition in another language, as there is no translation.
    pub is_guest: bool,
    /// Whether another posting of the edition has the same title.
    pub has_namesake: bool,
}

/// Whether a posting takes applications on the day of the build.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// It does.
    Open,
    /// Its front matter or its closing date says that it does no more.
    Closed,
    /// Marked as a draft, or no posting at all, and shown only on demand.
    Draft,
    /// Its first day is yet to come, and it is shown only on demand.
    Scheduled,
}

impl State {
    /// Whether lists show postings of this state.
    pub(super) fn is_listed(self) -> bool {
        self != Self::Closed
    }
}

/// Facts that a posting's own page does not show.
const UNSEEN: [&str; 3] = ["slug", "aliases", "weight"];

impl Published {
    /// The title, which inference never leaves out.
    pub fn title(&self) -> &str {
        self.posting.facts.title.as_ref().map_or("", |title| &title.value)
    }

    /// Its first day.
    pub fn posted(&self) -> Option<Date> {
        self.posting.facts.posted.as_ref().map(|posted| posted.value)
    }

    /// Its last day.
    pub fn closes(&self) -> Option<Date> {
        self.posting.facts.closes.as_ref().map(|closes| closes.value)
    }

    /// The day of its last significant change: the one it states, else that of its file's last commit, but never before
    /// its first day.
    pub fn changed(&self) -> Option<Date> {
        let stated = self.posting.facts.updated.as_ref().map(|updated| updated.value);
        stated.or_else(|| self.committed.max(self.committed.and(self.posted())))
    }

    /// A name for machines that outlives a change of title, text or address: it is made of the file's path alone.
    /// A UUID.
    pub fn uuid(&self) -> String {
        uuid(&self.posting.path)
    }

    /// The same for the posting at one of its places alone, which `place` tells from the others; it does not depend on
    /// what those are.
    pub fn uuid_at(&self, place: &str) -> String {
        uuid(&format!("{}\n{place}", self.posting.path))
    }

    /// What its page says, as a hash of the text and the facts: it outlives a new look of the site, and changes of other
    /// postings.
    pub fn digest(&self) -> String {
        let mut hasher = blake3::Hasher::new();
        for fact in self.posting.facts.all().iter().filter(|fact| !UNSEEN.contains(&fact.name)) {
            hasher.update(format!("{}: {}\n", fact.name, fact.value).as_bytes());
        }
        hasher.update(self.posting.content.as_bytes());
        hasher.finalize().to_hex()[..16].to_owned()
    }

    /// Whether lists show it.
    pub fn is_listed(&self) -> bool {
        self.state.is_listed()
    }
}

/// A UUID of version 8, RFC 9562, made of a text.
fn uuid(text: &str) -> String {
    let mut bytes = [0; 16];
    blake3::Hasher::new().update(text.as_bytes()).finalize_xof().fill(&mut bytes);
    bytes[6] = bytes[6] & 0x0f | 0x80;
    bytes[8] = bytes[8] & 0x3f | 0x80;
    let digits = format!("{:032x}", u128::from_be_bytes(bytes));
    [&digits[..8], &digits[8..12], &digits[12..16], &digits[16..20], &digits[20..]].join("-")
}

#[cfg(test)]
mod tests {
    use crate::model::tests::{arrival, site};

    #[test]
    fn a_postings_uuid_depends_on_its_file_alone() {
        let uuid = |path: &str, title: &str| site(vec![arrival(path, title)], false, false).postings[0].uuid();
        assert_eq!(uuid("a.md", "A"), uuid("a.md", "B"));
        assert_ne!(uuid("a.md", "A"), uuid("b.md", "A"));
        let parts: Vec<_> = uuid("a.md", "A").split('-').map(str::len).collect();
        assert_eq!(parts, [8, 4, 4, 4, 12]);
        assert_eq!(&uuid("a.md", "A")[14..15], "8");
    }
}
