//! What time alone will change about a site: which postings open and close next.

use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::{Site, State, frame};

/// What is next to change, by the calendar alone.
#[derive(Debug, Clone, PartialEq, Eq, Default, serde::Serialize)]
pub struct Upcoming {
    /// The nearest last day among open postings.
    pub closes: Option<Change>,
    /// The nearest first day among those yet to come.
    pub opens: Option<Change>,
    /// The day from which a new build would show either.
    pub rebuild: Option<Date>,
}

/// A day, and the postings that it is about.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Change {
    /// The last day of those that close, the first of those that open.
    pub date: Date,
    /// The postings' titles, in the order of lists.
    pub titles: Vec<String>,
}

impl Site {
    /// What is next to change.
    pub fn upcoming(&self) -> Upcoming {
        let open = self.postings.iter().filter(|published| published.state == State::Open);
        let closing = open.filter_map(|published| Some((published.closes()?, published.title())));
        let scheduled = self
            .unpublished
            .iter()
            .filter(|posting| frame::state(posting.is_posting, &posting.facts, self.today) == State::Scheduled);
        let shown = self.postings.iter().filter(|p| p.state == State::Scheduled).map(|published| &published.posting);
        let opening = scheduled.chain(shown).filter_map(|posting| {
            let title = posting.facts.title.as_ref().map_or("", |title| &title.value);
            Some((posting.facts.posted.as_ref()?.value, title))
        });
        let (closes, opens) = (nearest(closing), nearest(opening));
        // A posting takes applications to the end of its last day.
        let day_after = closes.as_ref().and_then(|change| change.date.tomorrow().ok());
        let rebuild = day_after.into_iter().chain(opens.as_ref().map(|change| change.date)).min();
        Upcoming { closes, opens, rebuild }
    }
}

fn nearest<'a>(changes: impl Iterator<Item = (Date, &'a str)>) -> Option<Change> {
    changes.fold(None, |nearest: Option<Change>, (date, title)| match nearest {
        Some(known) if known.date < date => Some(known),
        Some(mut known) if known.date == date => {
            known.titles.push(title.to_owned());
            Some(known)
        }
        _ => Some(Change { date, titles: vec![title.to_owned()] }),
    })
}

/// The last second of a day in a time zone, as RFC 3339 with its offset: `2026-03-29T23:59:59+02:00`.
pub fn end_of_day(day: Date, zone: &TimeZone) -> String {
    let end = day.at(23, 59, 59, 0);
    let offset = zone.to_ambiguous_timestamp(end).offset();
    let seconds = match offset {
        jiff::tz::AmbiguousOffset::Unambiguous { offset } => offset,
        jiff::tz::AmbiguousOffset::Gap { before, .. } => before,
        // The later of the two, so that nobody is shut out too early.
        jiff::tz::AmbiguousOffset::Fold { after, .. } => after,
    }
    .seconds();
    let (sign, minutes) = (if seconds < 0 { '-' } else { '+' }, seconds.abs() / 60);
    format!("{end}{sign}{:02}:{:02}", minutes / 60, minutes % 60)
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use jiff::civil::date;

    use super::*;
    use crate::model::Arrival;
    use crate::model::tests::{arrival, site};
    use crate::posting::{Field, OriginKind};

    fn dated(title: &str, posted: Option<Date>, closes: Option<Date>) -> Arrival {
        let mut arrival = arrival(&format!("{title}.md"), title);
        let stated = |day| Field::elsewhere(day, OriginKind::FrontMatter);
        let facts = &mut Arc::make_mut(&mut arrival.posting).facts;
        facts.posted = posted.map(stated);
        facts.closes = closes.map(stated);
        arrival
    }

    #[test]
    fn o3_what_opens_and_closes_next_is_known() {
        let site = site(
            vec![
                dated("a", None, Some(date(2026, 7, 9))),
                dated("b", None, Some(date(2026, 6, 9))),
                dated("c", None, Some(date(2026, 6, 9))),
                dated("past", None, Some(date(2026, 5, 1))),
                dated("soon", Some(date(2026, 6, 20)), Some(date(2026, 6, 21))),
                dated("late", Some(date(2026, 8, 1)), None),
            ],
            false,
            false,
        );
        let upcoming = site.upcoming();
        let titles = |change: &Option<Change>| change.as_ref().map(|c| (c.date, c.titles.join(" ")));
        assert_eq!(titles(&upcoming.closes), Some((date(2026, 6, 9), "b c".into())));
        assert_eq!(titles(&upcoming.opens), Some((date(2026, 6, 20), "soon".into())));
        assert_eq!(upcoming.rebuild, Some(date(2026, 6, 10)));
    }

    #[test]
    fn o3_nothing_is_next_where_no_date_is_stated() {
        assert_eq!(site(vec![dated("a", None, None)], false, false).upcoming(), Upcoming::default());
    }

    #[test]
    fn a_deadline_is_the_end_of_its_day_where_the_site_is() {
        for (zone, day, expected) in [
            ("UTC", date(2026, 1, 5), "2026-01-05T23:59:59+00:00"),
            ("Europe/Berlin", date(2026, 1, 5), "2026-01-05T23:59:59+01:00"),
            ("Europe/Berlin", date(2026, 7, 5), "2026-07-05T23:59:59+02:00"),
            ("America/St_Johns", date(2026, 1, 5), "2026-01-05T23:59:59-03:30"),
            ("Asia/Kolkata", date(2026, 1, 5), "2026-01-05T23:59:59+05:30"),
            // The clocks went back from midnight to 23:00, so that there were two such seconds.
            ("America/Sao_Paulo", date(2019, 2, 16), "2019-02-16T23:59:59-03:00"),
        ] {
            let zone = jiff::tz::TimeZoneDatabase::bundled().get(zone).expect("a time zone");
            assert_eq!(end_of_day(day, &zone), expected);
        }
    }
}
