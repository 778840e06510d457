//! The closed sets of values that a posting's facts are drawn from.

use serde::Serialize;

/// Whether the work may be done from elsewhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Remote {
    /// Wholly, be it within one country.
    Full,
    /// Partly, or from an office with some days at home.
    Hybrid,
    /// The posting says on site.
    No,
}

/// How one is employed: schema.org's `employmentType`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum EmploymentType {
    /// Full-time.
    FullTime,
    /// Part-time.
    PartTime,
    /// As a contractor or freelancer.
    Contractor,
    /// For a limited time.
    Temporary,
    /// As an intern.
    Intern,
    /// Unpaid.
    Volunteer,
    /// By the day.
    PerDiem,
    /// Anything else.
    Other,
}

impl EmploymentType {
    /// All of them, in the order in which they are listed.
    pub const ALL: [Self; 8] = [
        Self::FullTime,
        Self::PartTime,
        Self::Contractor,
        Self::Temporary,
        Self::Intern,
        Self::Volunteer,
        Self::PerDiem,
        Self::Other,
    ];

    /// schema.org's name.
    pub fn code(self) -> &'static str {
        match self {
            Self::FullTime => "FULL_TIME",
            Self::PartTime => "PART_TIME",
            Self::Contractor => "CONTRACTOR",
            Self::Temporary => "TEMPORARY",
            Self::Intern => "INTERN",
            Self::Volunteer => "VOLUNTEER",
            Self::PerDiem => "PER_DIEM",
            Self::Other => "OTHER",
        }
    }

    /// The English words for it.
    pub fn label(self) -> &'static str {
        match self {
            Self::FullTime => "Full-time",
            Self::PartTime => "Part-time",
            Self::Contractor => "Contract",
            Self::Temporary => "Temporary",
            Self::Intern => "Internship",
            Self::Volunteer => "Volunteer",
            Self::PerDiem => "Per diem",
            Self::Other => "Other",
        }
    }
}

/// Whether a posting is open, by its own word; dates are weighed when the site is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Status {
    /// Takes applications.
    Open,
    /// Not to be published yet.
    Draft,
    /// Filled or withdrawn; its page says so.
    Closed,
}

/// Pay as the posting states it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Salary {
    /// Lower end, in units of the currency.
    pub min: Option<f64>,
    /// Upper end, in units of the currency.
    pub max: Option<f64>,
    /// ISO 4217 code.
    pub currency: Option<String>,
    /// What the figures are for; `None` where the posting does not say.
    pub period: Option<Period>,
}

/// The time that a salary is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "UPPERCASE")]
pub enum Period {
    /// An hour.
    Hour,
    /// A day.
    Day,
    /// A week.
    Week,
    /// A month.
    Month,
    /// A year.
    Year,
}

/// One step of a hiring process.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Step {
    /// What happens.
    pub step: String,
    /// How long it takes, as the posting puts it: `30 min`.
    pub length: Option<String>,
}
