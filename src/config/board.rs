//! The job boards that a site can have a feed for.

/// A job board, or an aggregator of them, with a feed format of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Board {
    /// indeed.com
    Indeed,
    /// linkedin.com
    LinkedIn,
    /// adzuna.com
    Adzuna,
    /// jooble.org
    Jooble,
    /// talent.com
    Talent,
}

impl Board {
    /// What it calls itself.
    pub fn name(self) -> &'static str {
        match self {
            Self::Indeed => "Indeed",
            Self::LinkedIn => "LinkedIn",
            Self::Adzuna => "Adzuna",
            Self::Jooble => "Jooble",
            Self::Talent => "Talent.com",
        }
    }

    /// Where its feed lies below the output.
    pub fn path(self) -> &'static str {
        match self {
            Self::Indeed => "feeds/indeed.xml",
            Self::LinkedIn => "feeds/linkedin.xml",
            Self::Adzuna => "feeds/adzuna.xml",
            Self::Jooble => "feeds/jooble.xml",
            Self::Talent => "feeds/talent.xml",
        }
    }
}
