//! The title below the first heading, where that is another's name: "Acme", and below it "Dock Welder".
//!
//! In goes the body, out comes the title. What may stand between the two only announces.

use std::collections::HashSet;

use super::announcement::without_announcement;
use super::{MOST_HEADINGS, as_title, is_deeper, is_empty, names_job, reads_as_name, sentence, words, written};
use crate::infer::body::{Body, Part, section_of};
use crate::infer::file_name::FileName;
use crate::infer::summary::reads_as_prose;
use crate::infer::words::strip_ornaments;
use crate::posting::Field;

/// The title in the heading that the file is named after or that stands right below, where the lead heading names no
/// job: the employer's name may stand above.
pub(in crate::infer) fn below_lead(body: &Body<'_>, name: &FileName<'_>) -> Option<Field<String>> {
    let lead = body.parts.first().filter(|part| part.is_heading() && !names_job(&part.block.text))?;
    let name = name.title().unwrap_or_default().to_lowercase();
    let others = body.parts.iter().enumerate().filter(|(at, part)| *at > 0 && part.is_heading());
    let headed = others.take(MOST_HEADINGS).find_map(|(at, part)| {
        // "Buscamos soldadores" names a job, whatever its words.
        let is_sought = |title: &str| names_job(title) || without_announcement(title).len() < title.len();
        let title = written(&part.block.text).filter(|title| is_sought(title) && reads_as_name(title))?;
        let words: HashSet<String> = words(&title).map(str::to_lowercase).collect();
        let is_namesake = name.split(' ').all(|word| words.contains(word));
        let is_below = is_right_below(&body.parts[1..at])
            && is_deeper(lead, part)
            && section_of(without_announcement(&title)).is_none();
        (is_namesake || is_below).then(|| part.field(title))
    });
    headed.or_else(|| as_title(body.parts.get(1)?)).or_else(|| announced_below(body))
}

/// The title that a line below a heading and a row or two announces: "Dock Academy", "Ulm | Since 1990", "Vacancy
/// announcement: Teacher".
fn announced_below(body: &Body<'_>) -> Option<Field<String>> {
    const MOST_ROWS: usize = 2;
    let is_row = |part: &&Part<'_>| !part.is_heading() && !reads_as_prose(&part.block.text);
    let rows = body.parts.iter().skip(1).take(MOST_ROWS).take_while(is_row).count();
    let below = body.parts.iter().skip(2).take(rows);
    let announces = |text: &str| text.contains([':', '：']) && without_announcement(text).len() < text.len();
    below.filter(|part| announces(strip_ornaments(&part.block.text))).find_map(as_title)
}

/// Whether nothing stands between two headings, or one that announces and rows.
fn is_right_below(between: &[Part<'_>]) -> bool {
    const MOST: usize = 3;
    const LONGEST: usize = 100;
    const BEFORE_NAME: [&str; 8] = [" as", " als", " de", " d'", " d’", " como", " come", " som"];
    // "Vacancy at our docks", "is looking for a", "offers a post as"
    let is_broken_off =
        |text: &str| sentence::ends_in_article(text) || BEFORE_NAME.iter().any(|word| text.ends_with(word));
    let announces =
        |part: &Part<'_>| part.is_heading() && (is_empty(&part.block.text) || is_broken_off(&part.block.text));
    let is_line = |text: &str| text.len() <= LONGEST && !text.ends_with(['.', '!', '?', ':']);
    let is_row = |text: &str| !reads_as_prose(text) || is_line(text);
    let passes = |part: &Part<'_>| announces(part) || (!part.is_heading() && is_row(&part.block.text));
    between.is_empty() || (between.len() <= MOST && between.iter().any(announces) && between.iter().all(passes))
}
