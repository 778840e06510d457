//! Adzuna's feed (adzuna.co.uk, "XML specification").
//!
//! A job a place, as only the first of several in one job would count. Of several jobs of a posting, each has an address
//! of its own, which is a rule too: the page's, with a query that makes no difference to it.

use super::super::moment;
use super::{Job, Xml, cdata, number, optional};
use crate::posting::{EmploymentType, Period};

pub(super) fn write(xml: &mut Xml, jobs: &[Job<'_>]) -> std::io::Result<()> {
    xml.create_element("jobs").write_inner_content(|xml| {
        let of_one_posting = jobs.chunk_by(|job, next| job.published().route == next.published().route);
        of_one_posting.flat_map(|jobs| jobs.iter().map(|job| (job, jobs.len() > 1))).try_for_each(
            |(job, has_siblings)| {
                xml.create_element("job").write_inner_content(|xml| write_job(xml, job, has_siblings)).map(drop)
            },
        )
    })?;
    Ok(())
}

fn write_job(xml: &mut Xml, job: &Job<'_>, has_siblings: bool) -> std::io::Result<()> {
    let place = &job.place;
    let reference = place.reference();
    cdata(xml, "title", job.published().title())?;
    cdata(xml, "id", &reference)?;
    cdata(xml, "description", &job.description())?;
    let url = job.url();
    cdata(xml, "url", &if has_siblings { format!("{url}?place={reference}") } else { url })?;
    cdata(xml, "location", &job.location())?;
    cdata(xml, "country", place.country.code())?;
    if let Some((pay, frequency)) = job.pay().and_then(|pay| Some((pay, frequency(pay.period)?))) {
        optional(xml, "salary_min", pay.min.map(number))?;
        optional(xml, "salary_max", pay.max.map(number))?;
        cdata(xml, "salary_frequency", frequency)?;
        cdata(xml, "salary_currency", pay.currency)?;
    }
    optional(xml, "company", job.company())?;
    optional(xml, "category", job.facts().team.as_ref().map(|team| &team.value))?;
    let types: Vec<EmploymentType> = job.employment_types().collect();
    optional(xml, "contract_type", contract_type(&types))?;
    optional(xml, "contract_time", contract_time(&types))?;
    optional(xml, "date", job.published().posted().map(moment))
}

/// Pay by the week has no word here.
fn frequency(period: Period) -> Option<&'static str> {
    match period {
        Period::Hour => Some("hour"),
        Period::Day => Some("day"),
        Period::Week => None,
        Period::Month => Some("month"),
        Period::Year => Some("year"),
    }
}

/// `permanent` is what no posting is known to be.
fn contract_type(types: &[EmploymentType]) -> Option<&'static str> {
    let is_contract = |kind: &EmploymentType| matches!(kind, EmploymentType::Contractor | EmploymentType::Temporary);
    types.iter().any(is_contract).then_some("contract")
}

/// One of the two, where the posting leaves no choice between them.
fn contract_time(types: &[EmploymentType]) -> Option<&'static str> {
    match (types.contains(&EmploymentType::FullTime), types.contains(&EmploymentType::PartTime)) {
        (true, false) => Some("full_time"),
        (false, true) => Some("part_time"),
        _ => None,
    }
}
