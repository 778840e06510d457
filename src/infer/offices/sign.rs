//! Lines with which somebody signs, or names themselves above a text: `Hull Rowing Club, Ulm`, `Hullwerk · Ulm`.
//!
//! In goes the body, out come the towns at the ends of such lines. Of lines in the midst of a text nobody can tell whose
//! they are; they are left alone.

use crate::extract::BlockKind;
use crate::infer::body::{Body, Part, Section};
use crate::infer::company;
use crate::infer::front_matter::Key;
use crate::infer::labels::labelled;
use crate::infer::places;
use crate::infer::whereabouts;
use crate::infer::words::{is_set_as_name, is_state_code, strip_ornaments};
use crate::posting::Place;

/// So many blocks from the beginning, lines may be a letterhead.
const HEAD: usize = 4;

/// So many blocks from the end, they may be a signature, whatever section they stand in.
const TAIL: usize = 2;

/// The towns of lines that name somebody and a town, each with its line.
pub(super) fn signed<'a>(body: &'a Body<'_>) -> impl Iterator<Item = (Place, u32)> + use<'a> {
    let count = body.parts.len();
    let may_sign = move |at: usize, part: &Part<'_>| (at < HEAD && is_of_head(part)) || at + TAIL >= count;
    let parts = body.parts.iter().enumerate().filter(move |(at, part)| is_text(part) && may_sign(*at, part));
    parts.flat_map(|(_, part)| {
        let towns = part.block.text.split('\n').filter_map(town_of_line);
        towns.map(|town| (whereabouts::place(town), part.block.line))
    })
}

/// The towns in lines that a label says to name the employer, each with its line: `Employer: Hullwerk, Ulm`.
pub(super) fn labelled_employers<'a>(body: &'a Body<'_>) -> impl Iterator<Item = (Place, u32)> + use<'a> {
    body.top().iter().flat_map(|part| {
        let lines = (part.block.line..).zip(part.block.text.split('\n'));
        let named = lines.flat_map(|(line, text)| labelled(text).map(move |(key, value)| (line, key, value)));
        let employers = named.filter(|(_, key, _)| *key == Key::Company);
        employers.filter_map(|(line, _, value)| Some((whereabouts::place(town_of_line(value)?), line)))
    })
}

fn is_text(part: &Part<'_>) -> bool {
    !matches!(part.block.kind, BlockKind::ListItem | BlockKind::Code)
}

fn is_of_head(part: &Part<'_>) -> bool {
    !matches!(part.section, Section::Ask | Section::Tasks | Section::Process | Section::Benefits)
}

/// The town that a line says to be near, where a name stands before it: `Ulm` of `Egg bei Ulm`.
fn near(line: &str) -> Option<&str> {
    const LINKS: [&str; 9] =
        [" bei ", " b. ", " near ", " près de ", " ved ", " vid ", " bij ", " cerca de ", " vicino a "];
    let (name, town) = LINKS.iter().find_map(|link| line.split_once(link))?;
    (is_set_as_name(name) && name.split(' ').count() <= 3).then_some(town)
}

/// The known town in brackets behind a name at the end of a line: `Ulm` of `Hull & Sons Ltd (Ulm, Danube)`. A name without a
/// firm's form may be anybody's, unless what the town lies in stands there as well.
fn in_brackets(line: &str) -> Option<&str> {
    let (name, inside) = line.strip_suffix(')')?.split_once(" (")?;
    let (town, area) = inside.split_once(", ").unwrap_or((inside, ""));
    if !area.is_empty() && places::is_city_in(town, area) {
        let is_name = (is_set_as_name(name) && places::kind(name).is_none()) || is_firm(name);
        return is_name.then_some(inside);
    }
    let is_new = area.is_empty() || (is_set_as_name(area) && places::kind(area).is_none());
    (is_new && places::is_city(town) && is_firm(name)).then_some(town)
}

/// Whether a name ends with a firm's form, be that in small letters: `Hullwerk inc.`
fn is_firm(name: &str) -> bool {
    let in_capitals = |(name, form): (&str, &str)| {
        let mut form = form.to_owned();
        form.get_mut(..1)?.make_ascii_uppercase();
        Some(format!("{name} {form}"))
    };
    company::has_form(name) || name.rsplit_once(' ').and_then(in_capitals).is_some_and(|name| company::has_form(&name))
}

/// The known town that a line ends with, where it is all that stands behind a name: "Ulm" of `Hullwerk · Ulm`.
pub(in crate::infer) fn town_of_line(line: &str) -> Option<&str> {
    const LONGEST: usize = 70;
    const MARKS: [&str; 6] = [", ", " · ", " | ", " – ", " — ", " - "];
    const MOST_WORDS: usize = 6;
    if let Some(town) = in_brackets(line.trim_end()).filter(|_| line.len() <= LONGEST && !line.contains(':')) {
        return Some(town);
    }
    let line = strip_ornaments(line);
    // "Yard: Hullwerk, Ulm"
    if line.len() > LONGEST || line.contains(':') {
        return None;
    }
    let (name, town) = MARKS.iter().filter_map(|mark| line.rsplit_once(mark)).max_by_key(|(name, _)| name.len())?;
    let town = near(town).unwrap_or(town);
    // "Hull & Sons"
    let marks = MARKS.iter().chain(&[" & "]);
    let names =
        || marks.clone().fold(vec![name], |names, mark| names.iter().flat_map(|name| name.split(mark)).collect());
    let is_name =
        |name: &&str| is_set_as_name(name) && name.split(' ').nth(MOST_WORDS).is_none() && places::kind(name).is_none();
    // Before a town with its state, a name may be in any letters: "two hulls, Portland OR".
    let is_in_state =
        || town.rsplit_once(' ').is_some_and(|(name, code)| is_state_code(code) && places::is_city_in(name, code));
    let is_town = places::is_city(town) || places::is_city_state(town);
    ((is_town && names().iter().all(is_name)) || is_in_state()).then_some(town)
}

#[cfg(test)]
mod tests {
    use crate::infer::fixture::{Fixture, draft};

    fn places(fixture: Fixture) -> Vec<String> {
        fixture.facts().locations.into_iter().flat_map(|field| field.value).map(|place| place.name).collect()
    }

    #[test]
    fn f1_a_labelled_employer_may_name_its_town() {
        let labelled = draft().heading(1, "Welder").paragraph("Employer: Hullwerk am Hafen, Ulm").paragraph("We weld.");
        assert_eq!(places(labelled), ["Ulm"]);
    }

    #[test]
    fn f2_a_town_in_brackets_behind_a_firm_is_its_own() {
        for (line, expected) in [
            ("Hullwerk inc. (Leeds, Dockland)", vec!["Leeds"]),
            ("Hull & Sons Ltd (Leeds)", vec!["Leeds"]),
            ("Hullwerk Boats (Toulouse, Occitanie)", vec!["Toulouse, Occitanie"]),
            ("Hullwerk Care, Toowoomba QLD", vec!["Toowoomba, QLD"]),
            ("Ann Weld (Leeds)", vec![]),
            ("Hull & Sons Ltd (Leeds, Kiel)", vec![]),
            ("Contact: Ann Weld (Ulm, Germany)", vec![]),
        ] {
            assert_eq!(places(draft().heading(1, "Welder").paragraph(line).paragraph("We weld.")), expected, "{line}");
        }
    }

    #[test]
    fn f1_the_heading_below_a_title_in_front_matter_may_name_the_town() {
        let headed =
            draft().key("title", "Welder").heading(1, "Vi söker en svetsare till Ulm").paragraph("Vi svetsar.");
        assert_eq!(places(headed), ["Ulm"]);
    }
}
