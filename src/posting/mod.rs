//! What is known of one job posting: plain data, the same names as in front matter.
//!
//! `infer` makes postings, everything after it reads them. A field that the posting is silent about is `None`: a wrong
//! value is worse than none (F3). Each value that is there says where it came from.

mod fact;
mod field;
mod place;
mod terms;

pub use self::fact::{Fact, members};
pub use self::field::{Field, Origin, OriginKind};
pub use self::place::{City, Country, Group, Place, Region, Spot};
pub use self::terms::{EmploymentType, Period, Remote, Salary, Status, Step};

use std::sync::Arc;

use jiff::civil::Date;

use crate::data::Entry;

/// One job posting.
#[derive(Debug, Clone)]
pub struct Posting {
    /// The file it comes from, below its seeds folder, with `/` between the parts.
    pub path: Arc<str>,
    /// The same file as the user would type it, for messages.
    pub shown: Arc<str>,
    /// Its text as HTML, ready for a page, without the heading that became the title.
    pub content: Arc<str>,
    /// Whether there is a posting at all: an empty file, a form or a test is none, and is shown like a draft.
    pub is_posting: bool,
    /// The facts about it.
    pub facts: Facts,
}

/// The facts about a posting, by the names that front matter, templates and JSON use.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Facts {
    /// The job's title, without place, company and working time; `None` only until the last resort, the file's name, has
    /// been asked.
    pub title: Option<Field<String>>,
    /// The title as written, where that is more than the title.
    pub heading: Option<Field<String>>,
    /// One or two sentences for lists and search results, plain text.
    pub summary: Option<Field<String>>,
    /// The employer's name.
    pub company: Option<Field<String>>,
    /// Where the work is done; `Remote` is among them where the posting gives it as the place.
    pub locations: Option<Field<Vec<Place>>>,
    /// Whether it may be done from elsewhere; `None` where unknown.
    pub remote: Option<Field<Remote>>,
    /// How one is employed; several where the posting offers a choice.
    pub employment_type: Option<Field<Vec<EmploymentType>>>,
    /// Skills, tools and fields under their canonical names, best first.
    pub tags: Option<Field<Vec<String>>>,
    /// Team or department.
    pub team: Option<Field<String>>,
    /// Seniority, as a word.
    pub level: Option<Field<String>>,
    /// Pay as stated.
    pub salary: Option<Field<Salary>>,
    /// First day.
    pub posted: Option<Field<Date>>,
    /// Last day to apply.
    pub closes: Option<Field<Date>>,
    /// Last significant change.
    pub updated: Option<Field<Date>>,
    /// How to apply, best first: `https:` or `mailto:` addresses.
    pub apply: Option<Field<Vec<String>>>,
    /// Language of the text, ISO 639-1.
    pub language: Option<Field<String>>,
    /// Whether it is open.
    pub status: Option<Field<Status>>,
    /// Address part that the front matter asks for.
    pub slug: Option<Field<String>>,
    /// Old addresses that lead here.
    pub aliases: Option<Field<Vec<String>>>,
    /// Place in lists: lower comes first.
    pub weight: Option<Field<i64>>,
    /// Countries, and groups of them, that a remote role is open to.
    pub remote_countries: Option<Field<Vec<Place>>>,
    /// Working hours or time zones that a remote role asks for, as text.
    pub remote_hours: Option<Field<String>>,
    /// The steps of the hiring process.
    pub process: Option<Field<Vec<Step>>>,
    /// Least experience asked for, in months.
    pub experience_months: Option<Field<u32>>,
    /// Front matter keys that are not ours, for themes.
    pub extra: Vec<Entry>,
}

impl Facts {
    /// These facts and, where they are silent, `other`s; what is kept for themes stays as it is. All fields are named, so that
    /// the compiler asks for a new one.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        Self {
            title: self.title.or(other.title),
            heading: self.heading.or(other.heading),
            summary: self.summary.or(other.summary),
            company: self.company.or(other.company),
            locations: self.locations.or(other.locations),
            remote: self.remote.or(other.remote),
            employment_type: self.employment_type.or(other.employment_type),
            tags: self.tags.or(other.tags),
            team: self.team.or(other.team),
            level: self.level.or(other.level),
            salary: self.salary.or(other.salary),
            posted: self.posted.or(other.posted),
            closes: self.closes.or(other.closes),
            updated: self.updated.or(other.updated),
            apply: self.apply.or(other.apply),
            language: self.language.or(other.language),
            status: self.status.or(other.status),
            slug: self.slug.or(other.slug),
            aliases: self.aliases.or(other.aliases),
            weight: self.weight.or(other.weight),
            remote_countries: self.remote_countries.or(other.remote_countries),
            remote_hours: self.remote_hours.or(other.remote_hours),
            process: self.process.or(other.process),
            experience_months: self.experience_months.or(other.experience_months),
            extra: self.extra,
        }
    }
}
