//! Feeds for job boards: all open postings as XML, by each board's rules.
//!
//! What a board demands, and which jobs a posting is there, is known to `check::feed`; here is only how they are written.
//! Everything of a job stands in CDATA, as most boards ask. Whatever a posting is silent about has no element, unless the
//! board asks for an empty one.

mod adzuna;
mod html;
mod indeed;
mod jooble;
mod linkedin;
mod talent;

use jiff::civil::Date;

use super::portable::{self, Place};
use super::xml::{Xml, cdata, document, element};
use crate::check::feed;
use crate::config::{BaseUrl, Board};
use crate::model::{Published, Site};
use crate::posting::{EmploymentType, Facts, Period, Remote, Salary};
use crate::render::language::Language;

/// A job on its way into a feed.
struct Job<'a> {
    site: &'a Site,
    base: &'a BaseUrl,
    place: feed::Job<'a>,
}

/// Who publishes a feed, where and when.
struct Source<'a> {
    /// The company, or else the site.
    publisher: String,
    base: &'a BaseUrl,
    today: Date,
}

/// The whole feed of a board.
pub(super) fn render(site: &Site, base: &BaseUrl, board: Board, words: &Language) -> String {
    let jobs: Vec<Job> = feed::jobs(site, board).into_iter().map(|place| Job { site, base, place }).collect();
    let publisher = site.config.company.name.clone().unwrap_or_else(|| words.site_title(site));
    let source = Source { publisher, base, today: site.today };
    document(|xml| match board {
        Board::Indeed => indeed::write(xml, &source, &jobs),
        Board::LinkedIn => linkedin::write(xml, &source, &jobs),
        Board::Adzuna => adzuna::write(xml, &jobs),
        Board::Jooble => jooble::write(xml, &jobs),
        Board::Talent => talent::write(xml, &source, &jobs),
    })
}

impl Job<'_> {
    fn published(&self) -> &Published {
        self.place.published
    }

    fn facts(&self) -> &Facts {
        &self.published().posting.facts
    }

    /// The posting's page.
    fn url(&self) -> String {
        self.base.join(&self.published().route)
    }

    /// The text as HTML with whole addresses.
    fn description(&self) -> String {
        let place = Place { base: self.base, page: &self.url() };
        portable::html(&self.published().posting.content, Some(place))
    }

    fn company(&self) -> Option<&str> {
        self.facts().company.as_ref().map(|company| company.value.as_str())
    }

    fn employment_types(&self) -> impl Iterator<Item = EmploymentType> {
        self.facts().employment_type.iter().flat_map(|types| types.value.iter().copied())
    }

    fn is_hybrid(&self) -> bool {
        self.facts().remote.as_ref().is_some_and(|remote| remote.value == Remote::Hybrid)
    }

    /// Pay that can be compared: with its currency and period.
    fn pay(&self) -> Option<Pay<'_>> {
        let Salary { min, max, currency, period } = &self.facts().salary.as_ref()?.value;
        (min.is_some() || max.is_some()).then_some(())?;
        Some(Pay { min: *min, max: *max, currency: currency.as_deref()?, period: (*period)? })
    }

    /// `Lisbon, Portugal`, `Austin, Texas, United States`, `Germany`.
    fn location(&self) -> String {
        let region = self.place.region.map(|region| region.name).filter(|region| Some(*region) != self.place.town);
        let parts = [self.place.town, region, Some(self.place.country.name())];
        parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
    }
}

/// What a job pays.
#[derive(Clone, Copy)]
struct Pay<'a> {
    min: Option<f64>,
    max: Option<f64>,
    /// ISO 4217.
    currency: &'a str,
    period: Period,
}

impl Pay<'_> {
    /// `$50000 per year`, `€20.50-€24 per hour`, `From CHF 5000 per month`: no commas and no abbreviations, as Indeed asks.
    fn text(&self) -> String {
        let amount = |figure: f64| match self.currency {
            "USD" => format!("${}", number(figure)),
            "EUR" => format!("\u{20ac}{}", number(figure)),
            "GBP" => format!("\u{a3}{}", number(figure)),
            code => format!("{code} {}", number(figure)),
        };
        let amounts = match (self.min.map(amount), self.max.map(amount)) {
            (Some(min), Some(max)) if min == max => min,
            (Some(min), Some(max)) => format!("{min}-{max}"),
            (Some(min), None) => format!("From {min}"),
            (None, max) => format!("Up to {}", max.unwrap_or_default()),
        };
        format!("{amounts} per {}", self.unit())
    }

    /// `hour`, `day`, `week`, `month`, `year`.
    fn unit(&self) -> &'static str {
        match self.period {
            Period::Hour => "hour",
            Period::Day => "day",
            Period::Week => "week",
            Period::Month => "month",
            Period::Year => "year",
        }
    }
}

/// A figure as machines read it, with cents only where there are any.
fn number(figure: f64) -> String {
    if figure.fract() == 0.0 { format!("{figure:.0}") } else { format!("{figure:.2}") }
}

/// A `job` element each, with what `write` says of it.
fn each_job<'a>(
    xml: &mut Xml,
    jobs: &[Job<'a>],
    write: impl Fn(&mut Xml, &Job<'a>) -> std::io::Result<()>,
) -> std::io::Result<()> {
    jobs.iter().try_for_each(|job| xml.create_element("job").write_inner_content(|xml| write(xml, job)).map(drop))
}

/// Writes an element where there is something to write.
fn optional(xml: &mut Xml, name: &str, text: Option<impl AsRef<str>>) -> std::io::Result<()> {
    text.map_or(Ok(()), |text| cdata(xml, name, text.as_ref()))
}

/// A day as RFC 5322 has it, at its beginning: `Mon, 01 Jun 2026 00:00:00 GMT`.
fn mail_date(day: Date) -> String {
    day.strftime("%a, %d %b %Y 00:00:00 GMT").to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pay_is_written_as_plainly_as_boards_ask() {
        for (min, max, currency, period, text) in [
            (Some(50_000.0), Some(50_000.0), "USD", Period::Year, "$50000 per year"),
            (Some(20.5), Some(24.0), "EUR", Period::Hour, "\u{20ac}20.50-\u{20ac}24 per hour"),
            (Some(5_000.0), None, "CHF", Period::Month, "From CHF 5000 per month"),
            (None, Some(400.0), "GBP", Period::Day, "Up to \u{a3}400 per day"),
        ] {
            assert_eq!(Pay { min, max, currency, period }.text(), text);
        }
    }

    #[test]
    fn a_build_date_is_in_english_wherever_it_is_built() {
        assert_eq!(mail_date(jiff::civil::date(2026, 6, 1)), "Mon, 01 Jun 2026 00:00:00 GMT");
    }
}
