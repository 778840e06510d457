//! Indeed's feed (docs.indeed.com, "XML feed reference").
//!
//! A job a place; of remote work, the town is `Remote` and the state stays empty. Whatever a posting's page shows must be
//! here too.

use super::super::moment;
use super::{Job, Source, Xml, cdata, each_job, element, html, mail_date, optional};
use crate::posting::EmploymentType;

pub(super) fn write(xml: &mut Xml, source: &Source<'_>, jobs: &[Job<'_>]) -> std::io::Result<()> {
    xml.create_element("source").write_inner_content(|xml| {
        cdata(xml, "publisher", &source.publisher)?;
        element(xml, "publisherurl", &source.base.join("/"))?;
        element(xml, "lastBuildDate", &mail_date(source.today))?;
        each_job(xml, jobs, write_job)
    })?;
    Ok(())
}

fn write_job(xml: &mut Xml, job: &Job<'_>) -> std::io::Result<()> {
    let (published, facts, place) = (job.published(), job.facts(), &job.place);
    let config = &job.site.config;
    cdata(xml, "title", published.title())?;
    optional(xml, "date", published.posted().map(moment))?;
    cdata(xml, "referencenumber", &place.reference())?;
    cdata(xml, "requisitionid", &published.uuid())?;
    cdata(xml, "url", &job.url())?;
    optional(xml, "company", job.company())?;
    optional(xml, "sourcename", config.company.name.as_deref().or_else(|| job.company()))?;
    let town = if place.is_remote { "Remote" } else { place.town.unwrap_or_default() };
    cdata(xml, "city", town)?;
    cdata(xml, "state", place.region.filter(|_| !place.is_remote).map_or("", |region| region.short_code()))?;
    cdata(xml, "country", place.country.code())?;
    cdata(xml, "postalcode", "")?;
    optional(xml, "email", config.feeds.email.as_deref())?;
    cdata(xml, "description", &html::with_plain_characters(&job.description()))?;
    optional(xml, "salary", job.pay().map(|pay| pay.text()))?;
    let types: Vec<&str> = job.employment_types().filter_map(job_type).collect();
    optional(xml, "jobtype", Some(types.join(", ")).filter(|types| !types.is_empty()))?;
    optional(xml, "category", facts.team.as_ref().map(|team| &team.value))?;
    optional(xml, "experience", facts.experience_months.as_ref().map(|months| experience(months.value)))?;
    optional(xml, "expirationdate", published.closes().map(|day| day.to_string()))?;
    let remote_type = match (place.is_remote, job.is_hybrid()) {
        (true, _) => Some("Fully remote"),
        (false, true) => Some("Hybrid remote"),
        (false, false) => None,
    };
    optional(xml, "remotetype", remote_type)?;
    optional(xml, "lastactivitydate", published.changed().map(moment))
}

fn job_type(kind: EmploymentType) -> Option<&'static str> {
    match kind {
        EmploymentType::FullTime => Some("fulltime"),
        EmploymentType::PartTime => Some("parttime"),
        EmploymentType::Contractor => Some("contract"),
        EmploymentType::Temporary => Some("temporary"),
        EmploymentType::Intern => Some("internship"),
        EmploymentType::Volunteer | EmploymentType::PerDiem | EmploymentType::Other => None,
    }
}

/// `2+ years`, `1+ year`, `18+ months`.
fn experience(months: u32) -> String {
    match months {
        12 => "1+ year".into(),
        months if months % 12 == 0 => format!("{}+ years", months / 12),
        months => format!("{months}+ months"),
    }
}
