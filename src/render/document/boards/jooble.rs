//! Jooble's feed (jooble.org, "XML specs").
//!
//! A job a place. Dates are written `DD.MM.YYYY`.

use jiff::civil::Date;

use super::{Job, Xml, cdata, optional};
use crate::posting::EmploymentType;

pub(super) fn write(xml: &mut Xml, jobs: &[Job<'_>]) -> std::io::Result<()> {
    xml.create_element("jobs").write_inner_content(|xml| {
        jobs.iter().try_for_each(|job| {
            let element = xml.create_element("job").with_attribute(("id", &*job.place.reference()));
            element.write_inner_content(|xml| write_job(xml, job)).map(drop)
        })
    })?;
    Ok(())
}

fn write_job(xml: &mut Xml, job: &Job<'_>) -> std::io::Result<()> {
    let published = job.published();
    cdata(xml, "link", &job.url())?;
    cdata(xml, "name", published.title())?;
    cdata(xml, "region", &job.location())?;
    cdata(xml, "description", &job.description())?;
    optional(xml, "pubdate", published.posted().map(date))?;
    optional(xml, "updated", published.changed().or(published.posted()).map(date))?;
    optional(xml, "salary", job.pay().map(|pay| pay.text()))?;
    optional(xml, "company", job.company())?;
    optional(xml, "expire", published.closes().map(date))?;
    let types: Vec<&str> = job.employment_types().map(EmploymentType::label).collect();
    optional(xml, "jobtype", Some(types.join(", ")).filter(|types| !types.is_empty()))
}

fn date(day: Date) -> String {
    day.strftime("%d.%m.%Y").to_string()
}
