//! The days of files' first and last commits, out of what `git log` prints.
//!
//! In goes the output from the newest commit to the oldest, out come the days of the files that the newest one has, by path
//! below the repository's top. A file that was renamed keeps its first day, and a rename alone is no change; one that was
//! deleted and added anew begins anew. Nothing is run here.

use std::collections::HashMap;

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

/// How git has to print a commit: a mark that no status begins with, and the author's seconds since 1970.
pub(super) const FORMAT: &str = "--format=%x01%at";

/// The days of a file's commits, in UTC.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Days {
    /// Of the commit that added it.
    pub first: Date,
    /// Of the last one that changed what is in it.
    pub last: Date,
}

/// The days of all files of a repository.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Log {
    days: HashMap<String, Days>,
}

impl Log {
    pub(super) fn days(&self, path: &str) -> Option<Days> {
        self.days.get(path).copied()
    }

    /// Reads what `git log -z --name-status` prints in [`FORMAT`].
    pub(super) fn parse(printed: &[u8]) -> Self {
        let mut walk = Walk::default();
        let mut day = None;
        let mut fields = printed.split(|byte| *byte == 0).map(<[u8]>::trim_ascii_start);
        while let Some(field) = fields.next() {
            if let Some(seconds) = field.strip_prefix(b"\x01") {
                day = date(seconds);
                continue;
            }
            let Some(&status) = field.first() else { continue };
            let is_rename = status == b'R';
            let Some(first) = fields.next() else { break };
            let second = if is_rename { fields.next() } else { None };
            if is_rename && second.is_none() {
                break;
            }
            if let Some(day) = day {
                walk.step(status, &path(first), second.map(path).as_deref(), day);
            }
        }
        Self {
            days: walk.days.into_iter().filter_map(|(path, days)| days.complete().map(|days| (path, days))).collect(),
        }
    }

    /// Path, first and last day of each file, in order.
    pub(super) fn rows(&self) -> Vec<(&str, Date, Date)> {
        let mut rows: Vec<_> = self.days.iter().map(|(path, days)| (path.as_str(), days.first, days.last)).collect();
        rows.sort_unstable();
        rows
    }

    pub(super) fn from_rows(rows: Vec<(String, Date, Date)>) -> Self {
        Self { days: rows.into_iter().map(|(path, first, last)| (path, Days { first, last })).collect() }
    }
}

/// The walk from the newest commit to the oldest.
#[derive(Default)]
struct Walk {
    /// What the file that had a path at this time is called today; `None` where it is gone.
    today: HashMap<String, Option<String>>,
    days: HashMap<String, Known>,
}

#[derive(Default)]
struct Known {
    first: Option<Date>,
    last: Option<Date>,
}

impl Known {
    fn complete(self) -> Option<Days> {
        let first = self.first?;
        Some(Days { first, last: self.last.unwrap_or(first) })
    }
}

impl Walk {
    fn step(&mut self, status: u8, old: &str, new: Option<&str>, day: Date) {
        let path = new.unwrap_or(old);
        let today = self.today.get(path).cloned().unwrap_or_else(|| Some(path.to_owned()));
        if status == b'D' {
            self.today.entry(path.to_owned()).or_insert(None);
            return;
        }
        if let Some(name) = &today {
            let known = self.days.entry(name.clone()).or_default();
            // The oldest commit comes last; a file whose addition lies on a side branch has none older.
            known.first = Some(day);
            if new.is_none() {
                known.last = known.last.or(Some(day));
            }
        }
        if let Some(new) = new {
            self.today.insert(new.to_owned(), None);
            self.today.insert(old.to_owned(), today);
        } else if status == b'A' {
            // What had this path before was another file.
            self.today.insert(path.to_owned(), None);
        } else {
            self.today.insert(path.to_owned(), today);
        }
    }
}

fn path(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

fn date(seconds: &[u8]) -> Option<Date> {
    let seconds = std::str::from_utf8(seconds).ok()?.trim().parse().ok()?;
    Timestamp::from_second(seconds).ok().map(|moment| moment.to_zoned(TimeZone::UTC).date())
}

#[cfg(test)]
mod tests {
    use super::*;

    const DAY: i64 = 86_400;

    /// First and last day of `path`, in days since 1970, after commits from the newest on.
    fn days(commits: &[(i64, &[&str])], path: &str) -> Option<(i64, i64)> {
        let changed = |change: &&str| change.replace(' ', "\0") + "\0";
        let commit = |(day, changes): &(i64, &[&str])| {
            format!("\u{1}{}\0\n{}", day * DAY + 5, changes.iter().map(changed).collect::<String>())
        };
        let printed: String = commits.iter().map(commit).collect();
        let number = |date: Date| i64::from((date - jiff::civil::date(1970, 1, 1)).get_days());
        Log::parse(printed.as_bytes()).days(path).map(|days| (number(days.first), number(days.last)))
    }

    #[test]
    fn f1_a_file_has_the_day_that_added_it_and_the_one_that_last_changed_it() {
        let commits: &[(i64, &[&str])] =
            &[(9, &["M a.md"]), (8, &["M b.md"]), (5, &["M a.md"]), (3, &["A a.md", "A b.md"])];
        assert_eq!(days(commits, "a.md"), Some((3, 9)));
        assert_eq!(days(commits, "b.md"), Some((3, 8)));
        assert_eq!(days(commits, "c.md"), None);
    }

    #[test]
    fn f1_a_rename_keeps_the_first_day_and_is_no_change() {
        let commits: &[(i64, &[&str])] =
            &[(9, &["R100 b.md c.md"]), (8, &["A a.md"]), (7, &["R100 a.md b.md"]), (5, &["M a.md"]), (3, &["A a.md"])];
        assert_eq!(days(commits, "c.md"), Some((3, 5)));
        assert_eq!(days(commits, "a.md"), Some((8, 8)));
        assert_eq!(days(commits, "b.md"), None);
    }

    #[test]
    fn f3_a_file_that_was_deleted_and_added_anew_begins_anew() {
        let commits: &[(i64, &[&str])] =
            &[(9, &["A a.md"]), (7, &["D a.md", "D b.md"]), (5, &["M a.md", "M b.md"]), (3, &["A a.md", "A b.md"])];
        assert_eq!(days(commits, "a.md"), Some((9, 9)));
        assert_eq!(days(commits, "b.md"), None);
    }

    #[test]
    fn i5_what_git_never_prints_does_no_harm() {
        for printed in ["", "\0\0", "\u{1}x\0A\0a\0", "\u{1}5\0R100\0a", "M\0a\0", "\u{1}99999999999999999999\0M\0a"] {
            assert_eq!(Log::parse(printed.as_bytes()), Log::default(), "{printed:?}");
        }
    }
}
