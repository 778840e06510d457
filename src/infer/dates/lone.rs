//! Days that stand alone, without a word about what they are: above the text, and below it.
//!
//! In goes the body, out comes the day on which a posting was written: a line of its own at the head, as letters and posts
//! have it, or the line at the foot where it is signed.

use jiff::civil::Date;

use super::{Order, begins_with_month, leading};
use crate::extract::BlockKind;
use crate::infer::body::Body;
use crate::infer::places;
use crate::infer::words::{has_figure, strip_ornaments};
use crate::posting::Field;

/// The day that is a line of its own above the text, as letters and posts have it.
pub(super) fn dated_head(body: &Body<'_>, order: Option<Order>) -> Option<Field<Date>> {
    const FIRST: usize = 3;
    const LONGEST: usize = 24;
    let head =
        body.parts.iter().take(FIRST).take_while(|part| part.is_heading() || part.block.text.len() <= LONGEST * 4);
    head.filter(|part| part.block.kind == BlockKind::Paragraph).find_map(|part| {
        let mut above = "";
        (part.block.line..).zip(part.block.text.split('\n')).find_map(|(line, text)| {
            let text = strip_ornaments(text);
            let names = std::mem::replace(&mut above, text).trim_end().ends_with([':', '：']);
            let is_all = text.len() <= LONGEST
                && !names
                && text.ends_with(|c: char| c.is_ascii_digit() || matches!(c, '日' | '일'))
                && (text.starts_with(|c: char| c.is_ascii_digit()) || begins_with_month(text));
            let date = leading(order, text).filter(|_| is_all)?;
            Some(Field::new(date.ok()?, part.kind, line))
        })
    })
}

/// The day on which a posting is signed in its last lines: "Ulm, den 1. März 2024".
pub(super) fn signed(body: &Body<'_>, order: Option<Order>) -> Option<Field<Date>> {
    const LAST: usize = 4;
    const LONGEST: usize = 60;
    body.parts.iter().rev().take(LAST).find_map(|part| {
        let mut lines = (part.block.line..).zip(part.block.text.split('\n'));
        lines.find_map(|(line, text)| {
            let text = strip_ornaments(text).trim_end_matches('.');
            let (place, day) = text.rsplit_once(", ").filter(|_| text.len() <= LONGEST)?;
            let led = ["den ", "le ", "a ", "am "].iter().find_map(|word| day.strip_prefix(word));
            // Such a word before the day says that a place stands before it, be it one that nobody knows.
            let is_known = || places::find(place).is_some() || (led.is_some() && is_name(place));
            let day = led.unwrap_or(day);
            // "Date: March 1, 2024" has its comma inside.
            let is_place = !place.contains([':', '.']) && !has_figure(place);
            let starts = day.starts_with(|c: char| c.is_ascii_digit());
            let is_all = day.split_whitespace().count() <= 5 && day.ends_with(|c: char| c.is_ascii_digit());
            let date = leading(order, day).filter(|_| is_place && starts && is_all && is_known())?;
            Some(Field::new(date.ok()?, part.kind, line))
        })
    })
}

/// Whether `text` may be the name of a place, and no weekday: `Bad Ulm`, but not `Freitag`.
fn is_name(text: &str) -> bool {
    const WEEKDAYS: [&str; 5] = ["tag", "woch", "abend", "di", "manche"];
    let is_capital = |word: &str| word.starts_with(char::is_uppercase);
    text.split_whitespace().count() <= 4 && is_capital(text) && !WEEKDAYS.iter().any(|end| text.ends_with(end))
}
