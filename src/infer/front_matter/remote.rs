//! What a key of front matter says of remote work: a yes or no, a word, places, or a table of these.
//!
//! In goes an entry, out come whether one may work from elsewhere and the places from which.

use super::reader::Reading;
use super::values::{scalar, truth};
use crate::data::Entry;
use crate::infer::remote;
use crate::infer::whereabouts::{self, Whereabouts};
use crate::infer::words::{is_one_of, is_placeholder};
use crate::posting::{Remote, Spot};

/// Whether one may work from elsewhere: a yes or no, a word, or the places from which.
pub(super) fn read(entry: &Entry) -> Reading<Whereabouts> {
    let Some(text) = scalar(entry) else { return remote_of_table(entry) };
    let remote = match truth(text) {
        // `hybrid: false` leaves all else open.
        Some(is_mix) if names_mix(entry) && !is_mix => return Reading::NotOurs,
        Some(_) if names_mix(entry) => Some(Remote::Hybrid),
        // `on_site: false` leaves open how much of the work is done elsewhere.
        Some(is_site) if names_site(entry) && !is_site => return Reading::NotOurs,
        Some(_) if names_site(entry) => Some(Remote::No),
        Some(true) => Some(Remote::Full),
        Some(false) => Some(Remote::No),
        None => match remote::value(text) {
            None if is_placeholder(text) => return Reading::Absent,
            told => told,
        },
    };
    if remote.is_some() {
        return Reading::Value(Whereabouts { remote, ..Whereabouts::default() });
    }
    // `2 jours par semaine`, `Hybrid — Mondays at the yard`
    let led = || whereabouts::remote_word(text.split([',', ';', '(', '—', '–', ':', '.']).next()?.split(" - ").next()?);
    let told = remote::answer(text).or_else(|| led().filter(|_| !whereabouts::read(text).is_understood()));
    if let Some(remote) = told {
        return Reading::Value(Whereabouts { remote: Some(remote), ..Whereabouts::default() });
    }
    // `workplace: Ulm` is an office, `remote: EU only` a remote role.
    let key = entry.key.to_ascii_lowercase();
    if ["place", "location", "work"].iter().any(|word| key.contains(word)) && !key.contains("remote") {
        let line = whereabouts::read(text);
        // `workplace: Ulm, Hafenviertel`
        let names_town =
            || line.remote.is_none() && line.places.iter().any(|place| matches!(place.spot, Spot::City(_)));
        return if line.is_understood() || names_town() { Reading::Value(line) } else { Reading::NotOurs };
    }
    let mut line = whereabouts::read(&format!("Remote: {text}"));
    line.remote = whereabouts::read(text).remote.or(line.remote);
    if line.has_unknown {
        return Reading::invalid("does not say whether the role is remote", "write `full`, `hybrid` or `no`");
    }
    if line.remote != Some(Remote::Full) {
        line.countries.clear();
    }
    Reading::Value(line)
}

/// What a table says of it: `{allowed: partial}`, `{allowed: true, days_per_week: 2}`.
fn remote_of_table(entry: &Entry) -> Reading<Whereabouts> {
    const KEYS: [&str; 10] =
        ["allowed", "possible", "enabled", "eligible", "available", "type", "policy", "mode", "model", "level"];
    let inner = entry.value.entries();
    let mut told = inner.iter().filter(|inner| is_one_of(&inner.key, &KEYS) && scalar(inner).is_some());
    let Some(Reading::Value(mut line)) = told.next().map(read) else { return Reading::NotOurs };
    let leaves_days = |inner: &Entry| {
        let days = scalar(inner).and_then(|days| days.parse::<u32>().ok());
        inner.key.to_ascii_lowercase().contains("days") && days.is_some_and(|days| (1..5).contains(&days))
    };
    if line.remote == Some(Remote::Full) && inner.iter().any(leaves_days) {
        line.remote = Some(Remote::Hybrid);
    }
    Reading::Value(line)
}

/// Whether a key asks for a mix of both: `hybrid: true`.
pub(super) fn names_mix(entry: &Entry) -> bool {
    let key = entry.key.to_lowercase();
    ["hybrid", "hibrid", "híbrid"].iter().any(|mix| key.contains(mix))
}

/// Whether a key asks for work in one place: `on_site: true`.
fn names_site(entry: &Entry) -> bool {
    let key = entry.key.to_lowercase().replace(['-', '_'], " ");
    whereabouts::remote_word(key.trim_start_matches("is ")) == Some(Remote::No)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::infer::fixture::{draft, map, scalar};

    #[test]
    fn i4_a_table_may_say_how_much_of_the_work_is_remote() {
        for (key, word, days, expected) in [
            ("allowed", "true", "", Some(Remote::Full)),
            ("allowed", "partial", "2", Some(Remote::Hybrid)),
            ("allowed", "yes", "3", Some(Remote::Hybrid)),
            ("allowed", "yes", "5", Some(Remote::Full)),
            ("type", "hybrid", "", Some(Remote::Hybrid)),
            ("possible", "false", "", Some(Remote::No)),
            ("colour", "true", "", None),
        ] {
            let table = map(&[(key, scalar(word)), ("days_per_week", scalar(days))]);
            let facts = draft().key("title", "Welder").entry("remote", table).facts();
            assert_eq!(facts.remote.map(|field| field.value), expected, "{key}: {word}, {days} days");
        }
    }
}
