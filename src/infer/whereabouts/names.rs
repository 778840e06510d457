//! Names of places that have several parts.

use super::terms::{connected, is_hours, remote_word};
use crate::infer::employment_type;
use crate::infer::places::{self, Kind};

/// The parts of one name: a city, then its region and country.
#[derive(Default)]
pub(super) struct Compound<'a> {
    pub parts: Vec<&'a str>,
    /// The largest kind so far; `None` for a name that nobody knows.
    reach: Option<Kind>,
}

impl<'a> Compound<'a> {
    pub(super) fn start(part: &'a str) -> Self {
        Self { parts: vec![part], reach: kind(part) }
    }

    /// Takes one more part where it belongs to the same name.
    pub(super) fn take(&mut self, part: &'a str, of: usize) -> bool {
        if self.parts.is_empty() {
            *self = Self::start(part);
            return true;
        }
        let first_is_term = remote_word(self.parts[0]).is_some() || employment_type::word(self.parts[0]).is_some();
        let is_term = remote_word(part).is_some() || employment_type::word(part).is_some() || is_hours(part);
        let belongs = match (self.reach, kind(part)) {
            _ if first_is_term || is_term => false,
            (None | Some(Kind::City), Some(Kind::Region | Kind::Country | Kind::Group))
            | (Some(Kind::Region), Some(Kind::Country)) => true,
            (_, None) => of == 2 && self.parts.len() == 1,
            _ => false,
        };
        if belongs {
            self.parts.push(part);
            self.reach = kind(part).or(self.reach);
        }
        belongs
    }

    /// Whether its end is known, and its beginning is set like a name.
    pub(super) fn is_known(&self) -> bool {
        let begins_as_name = self.parts[0].split_whitespace().all(|word| word.starts_with(char::is_uppercase));
        self.reach.is_some() && (kind(self.parts[0]).is_some() || (begins_as_name && self.parts[0].len() <= 30))
    }
}

fn kind(name: &str) -> Option<Kind> {
    places::find(connected(name)).map(|known| known.kind)
}

/// Whether the parts are a street address: it has figures, and only its end is known.
pub(super) fn is_address(parts: &[&str]) -> bool {
    parts.len() > 2
        && parts[0].bytes().any(|b| b.is_ascii_digit())
        && remote_word(parts[0]).is_none()
        && !is_hours(parts[0])
}
