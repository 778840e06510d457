//! What a posting can lack for those who list it elsewhere, in words.

/// Something that a posting must say and does not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Missing {
    Text,
    /// The text is there, but too short.
    Length,
    Posted,
    Company,
    Place,
    /// The country is there, but not the town.
    Town,
    Eligibility,
    Apply,
    /// At best there is an e-mail address to apply at.
    ApplyLink,
}

impl Missing {
    /// What is missing, and what adds it.
    fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::Text => ("what the work is", "describe it below the front matter"),
            Self::Length => ("what the work is in 100 characters or more", "describe it at greater length"),
            Self::Posted => ("when it was posted", "`posted: 2026-01-31`"),
            Self::Company => ("who hires", "`company: …`, or `name` of `[company]` in careers.toml for all postings"),
            Self::Place => ("a place and its country", "`locations: Berlin, Germany`"),
            Self::Town => ("the town", "`locations: Berlin, Germany`"),
            Self::Eligibility => (
                "which countries one may live in",
                "`remote_countries: [DE, FR]`, or `countries` of `[remote]` in careers.toml for all postings",
            ),
            Self::Apply => ("how to apply", "`apply: https://…` or an address"),
            Self::ApplyLink => ("where to apply on the web", "`apply: https://…`"),
        }
    }
}

/// What is missing, as the end of a sentence: `a place or how to apply`; and what to add.
pub(super) fn sentence(missing: &[Missing]) -> (String, String) {
    let (what, add): (Vec<_>, Vec<_>) = missing.iter().map(|missing| missing.words()).unzip();
    (listed(&what, "or"), format!("add {}", add.join("; ")))
}

/// `a, b or c`.
pub(super) fn listed(names: &[&str], last_by: &str) -> String {
    match names {
        [] => String::new(),
        [only] => (*only).to_owned(),
        [first @ .., last] => format!("{} {last_by} {last}", first.join(", ")),
    }
}
