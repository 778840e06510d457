//! Talent.com's feed (talent.com, "Integration guide").
//!
//! A job a place, with its town; of remote work, the town may be missing.

use super::super::moment;
use super::{Job, Source, Xml, cdata, each_job, element, number, optional};
use crate::posting::EmploymentType;

pub(super) fn write(xml: &mut Xml, source: &Source<'_>, jobs: &[Job<'_>]) -> std::io::Result<()> {
    xml.create_element("source").write_inner_content(|xml| {
        cdata(xml, "publisher", &source.publisher)?;
        element(xml, "publisherurl", &source.base.join("/"))?;
        element(xml, "lastbuilddate", &moment(source.today))?;
        each_job(xml, jobs, write_job)
    })?;
    Ok(())
}

fn write_job(xml: &mut Xml, job: &Job<'_>) -> std::io::Result<()> {
    let (published, place) = (job.published(), &job.place);
    cdata(xml, "referencenumber", &place.reference())?;
    cdata(xml, "title", published.title())?;
    optional(xml, "company", job.company())?;
    cdata(xml, "city", place.town.unwrap_or_default())?;
    cdata(xml, "state", place.region.map_or("", |region| region.name))?;
    cdata(xml, "country", place.country.code())?;
    optional(xml, "dateposted", published.posted().map(moment))?;
    cdata(xml, "url", &job.url())?;
    cdata(xml, "description", &job.description())?;
    optional(xml, "expirationdate", published.closes().map(moment))?;
    let types: Vec<&str> = job.employment_types().map(EmploymentType::label).collect();
    optional(xml, "jobtype", Some(types.join(", ")).filter(|types| !types.is_empty()))?;
    cdata(xml, "isremote", if place.is_remote { "yes" } else { "no" })?;
    let Some(pay) = job.pay() else { return Ok(()) };
    xml.create_element("salary").write_inner_content(|xml| {
        optional(xml, "salary_min", pay.min.map(number))?;
        optional(xml, "salary_max", pay.max.map(number))?;
        cdata(xml, "salary_currency", pay.currency)?;
        cdata(xml, "period", pay.unit())?;
        cdata(xml, "type", "BASE_SALARY")
    })?;
    Ok(())
}
