//! The team that stands around the title: in the trail of pages that leads to it, beside it between bars, in the heading above
//! it.
//!
//! In go title and body, out comes a name that can be nothing but a department's.

use super::{before_team, is_department, units};
use crate::infer::body::{Body, Part};
use crate::infer::title;
use crate::infer::words::{is_one_of, strip_ornaments};
use crate::posting::Field;

/// The team that a trail of pages near the top names, the title's heading between bars, or the heading above it.
pub(in crate::infer) fn of_title(body: &Body<'_>, title: &str) -> Option<Field<String>> {
    const FIRST_BLOCKS: usize = 4;
    let top = || body.parts.iter().take(FIRST_BLOCKS);
    top()
        .find_map(|part| in_trail(part, title))
        .or_else(|| top().find_map(|part| in_heading(part, title)))
        .or_else(|| above(body, title))
}

/// The department among the pages that lead to this one: `Home › Careers › Customer Support › Support Engineer`.
fn in_trail(part: &Part<'_>, title: &str) -> Option<Field<String>> {
    const LONGEST: usize = 160;
    const MARKS: [&str; 5] = ["›", "»", " > ", "→", " / "];
    const HOME: [&str; 11] = [
        "home",
        "start",
        "startseite",
        "accueil",
        "inicio",
        "início",
        "startpagina",
        "hem",
        "hjem",
        "strona główna",
        "ホーム",
    ];
    let text = part.block.text.as_str();
    let mark = MARKS.iter().filter(|_| text.len() <= LONGEST).find(|mark| text.contains(**mark))?;
    let pages = || text.split(mark).map(strip_ornaments);
    let is_of_site = |page: &str| is_one_of(page, &HOME) || title::is_empty(page);
    let is_part = |page: &str| is_department(page) || units::is_unit(page);
    // "Home / Blog / Marketing / Hello"
    let leads_here = pages().last() == Some(title) || pages().nth(1).is_some_and(title::is_empty);
    let mut named = pages().skip(1).filter(|page| *page != title && !is_of_site(page) && is_part(page));
    let name =
        named.next().filter(|_| leads_here && pages().nth(2).is_some() && pages().next().is_some_and(is_of_site))?;
    named.next().is_none().then(|| part.field(name.to_owned()))
}

/// The unit between the job and the institution that bars part in its heading: `Gardener | Parks | City of Ulm`.
fn in_heading(part: &Part<'_>, title: &str) -> Option<Field<String>> {
    let text = part.block.text.as_str();
    let mark = [" | ", " – ", " — ", " · "].into_iter().find(|mark| part.is_heading() && text.contains(mark))?;
    let mut pieces = text.split(mark).map(str::trim);
    let (job, unit, whole) = (pieces.next()?, pieces.next()?, pieces.next()?);
    let is_unit = pieces.next().is_none() && units::is_public(whole) && units::is_beside(unit);
    (is_unit && title.starts_with(job)).then(|| part.field(unit.to_owned()))
}

/// The department whose heading stands right above that of the job, in a list of openings: `Hull Engineering` above `Welder`.
fn above(body: &Body<'_>, title: &str) -> Option<Field<String>> {
    let headings = || body.parts.iter().filter(|part| part.is_heading());
    let is_title = |part: &&Part<'_>| part.block.text == title;
    let of_job = headings().find(is_title)?;
    let above = headings().take_while(|part| !is_title(part)).filter(|part| title::is_deeper(part, of_job)).last()?;
    let text = strip_ornaments(&above.block.text);
    let name = if is_department(text) { Some(text.to_owned()) } else { before_team(text) };
    Some(above.field(name?))
}
