//! LinkedIn's feed (learn.microsoft.com, "XML feeds development guide").
//!
//! A job a place, and of remote work a job a country or region, since each must say where it is. A few elements of HTML
//! are understood, and whoever applies is led to the employer's own form.

use super::{Job, Pay, Source, Xml, cdata, each_job, element, html, mail_date, number, optional};
use crate::check::feed;
use crate::posting::{EmploymentType, Period, Remote};

pub(super) fn write(xml: &mut Xml, source: &Source<'_>, jobs: &[Job<'_>]) -> std::io::Result<()> {
    xml.create_element("source").write_inner_content(|xml| {
        element(xml, "lastBuildDate", &mail_date(source.today))?;
        element(xml, "publisherUrl", &source.base.join("/"))?;
        cdata(xml, "publisher", &source.publisher)?;
        element(xml, "expectedJobCount", &jobs.len().to_string())?;
        each_job(xml, jobs, write_job)
    })?;
    Ok(())
}

fn write_job(xml: &mut Xml, job: &Job<'_>) -> std::io::Result<()> {
    let (published, facts, place) = (job.published(), job.facts(), &job.place);
    cdata(xml, "partnerJobId", &place.reference())?;
    optional(xml, "company", job.company())?;
    cdata(xml, "title", published.title())?;
    cdata(xml, "description", &html::in_few_elements(&job.description(), &job.url()))?;
    optional(xml, "applyUrl", feed::apply_link(published))?;
    optional(xml, "posterEmail", job.site.config.feeds.email.as_deref())?;
    cdata(xml, "location", &job.location())?;
    optional(xml, "city", place.town)?;
    optional(xml, "state", place.region.map(|region| region.name))?;
    cdata(xml, "country", place.country.code())?;
    let workplace = match (place.is_remote, facts.remote.as_ref().map(|remote| remote.value)) {
        (true, _) => Some("Remote"),
        (false, Some(Remote::Hybrid)) => Some("Hybrid"),
        (false, Some(Remote::No)) => Some("On-site"),
        (false, _) => None,
    };
    optional(xml, "workplaceTypes", workplace)?;
    optional(xml, "experienceLevel", facts.level.as_ref().and_then(|level| experience_level(&level.value)))?;
    optional(xml, "jobtype", job.employment_types().find_map(job_type))?;
    if let Some(tags) = &facts.tags {
        xml.create_element("skills")
            .write_inner_content(|xml| tags.value.iter().try_for_each(|tag| cdata(xml, "skill", tag)))?;
    }
    if let Some(pay) = job.pay().filter(is_whole) {
        write_pay(xml, pay)?;
    }
    optional(xml, "listDate", published.posted().map(|day| day.to_string()))?;
    optional(xml, "expirationDate", published.closes().map(|day| day.to_string()))
}

/// Amounts are whole numbers here, and a rounded one would be wrong.
fn is_whole(pay: &Pay<'_>) -> bool {
    [pay.min, pay.max].iter().flatten().all(|amount| amount.fract() == 0.0)
}

fn write_pay(xml: &mut Xml, pay: Pay<'_>) -> std::io::Result<()> {
    let end = |xml: &mut Xml, name: &str, amount: Option<f64>| match amount {
        None => Ok(()),
        Some(amount) => xml
            .create_element(name)
            .write_inner_content(|xml| {
                cdata(xml, "amount", &number(amount))?;
                cdata(xml, "currencyCode", pay.currency)
            })
            .map(drop),
    };
    let period = match pay.period {
        Period::Hour => "HOURLY",
        Period::Day => "DAILY",
        Period::Week => "WEEKLY",
        Period::Month => "MONTHLY",
        Period::Year => "YEARLY",
    };
    xml.create_element("salaries").write_inner_content(|xml| {
        xml.create_element("salary")
            .write_inner_content(|xml| {
                end(xml, "highEnd", pay.max)?;
                end(xml, "lowEnd", pay.min)?;
                cdata(xml, "period", period)?;
                cdata(xml, "type", "BASE_SALARY")
            })
            .map(drop)
    })?;
    Ok(())
}

fn job_type(kind: EmploymentType) -> Option<&'static str> {
    match kind {
        EmploymentType::FullTime => Some("FULL_TIME"),
        EmploymentType::PartTime => Some("PART_TIME"),
        EmploymentType::Contractor => Some("CONTRACT"),
        EmploymentType::Intern => Some("INTERNSHIP"),
        EmploymentType::Volunteer => Some("VOLUNTEER"),
        EmploymentType::Temporary | EmploymentType::PerDiem | EmploymentType::Other => None,
    }
}

/// The level that a word of seniority means beyond doubt.
fn experience_level(level: &str) -> Option<&'static str> {
    match level.to_lowercase().as_str() {
        "intern" | "internship" => Some("INTERNSHIP"),
        "entry" | "entry level" | "entry-level" | "junior" | "graduate" | "trainee" => Some("ENTRY_LEVEL"),
        "associate" => Some("ASSOCIATE"),
        "mid" | "mid, senior" | "senior" | "lead" | "staff" | "principal" => Some("MID_SENIOR_LEVEL"),
        "director" => Some("DIRECTOR"),
        "executive" => Some("EXECUTIVE"),
        _ => None,
    }
}
