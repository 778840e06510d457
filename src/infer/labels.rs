//! Labelled lines near the top of a posting: `Location: Berlin`, a table row, a heading with a few words below it.
//!
//! In goes the body, out come facts with their lines. The words are `data/labels.txt`. A line counts only when its label
//! is all that stands before the colon and its value can be read as what the label says; prose is never touched.

mod above;
mod line;
mod locations;

pub(super) use self::line::{label, labelled, may_label_team};
use self::locations::{add_places, take_place, take_remote};

use super::body::{Body, Part, Section};
use super::employment_type::{self, Word};
use super::front_matter::{Key, fill_from, names_field};
use super::whereabouts::{self, Whereabouts};
use super::words::{is_one_of, is_placeholder, sentences, split_at_each, squash, strip_ornaments};
use super::{apply, bare, company, dates, experience, remote, salary, status, team, title};
use crate::extract::BlockKind;
use crate::posting::{EmploymentType, Facts, Field, OriginKind, Remote, Status};

/// Longest value in bytes.
const LONGEST_VALUE: usize = 160;

/// Fills what is still empty from labelled lines near the top, and from headings that are but labels.
pub(super) fn fill(facts: &mut Facts, body: &Body<'_>) {
    let top = body.top();
    for (at, part) in body.parts.iter().enumerate() {
        let is_top = at < top.len();
        if !is_top || part.section == Section::Benefits {
            take_below(facts, part);
        }
        // A list of definitions goes on below a label that could open a section: "Salary".
        if is_top && above::take_defined(facts, &body.parts, at) {
            continue;
        }
        if !(is_top || part.is_heading())
            || (matches!(part.section, Section::Benefits | Section::Process) && !part.is_heading())
        {
            continue;
        }
        match body.parts.get(at + 1) {
            Some(below) if is_top && is_header(part, below) => take_columns(facts, part, below),
            _ if is_top => {
                take_lines(facts, part);
                take_led(facts, &body.parts, at);
            }
            _ => {}
        }
        above::take(facts, &body.parts[at..], is_top);
    }
    forget_area(facts, top);
    bare::fill(facts, top);
}

/// Forgets a team that is part of a country: `Departamento: Huila` beside `Municipio: Pitalito`.
fn forget_area(facts: &mut Facts, top: &[Part<'_>]) {
    let lines = || top.iter().flat_map(|part| part.block.text.split('\n'));
    facts.team.take_if(|team| {
        team.origin.kind == OriginKind::Label
            && !team.value.split(' ').any(team::is_usual)
            && lines().any(|line| line::area_or_team(line) == Some(&team.value))
            && lines().any(line::tells_what_is_in_area)
    });
}

/// Fills what is still empty from keys of front matter that nobody lists, where they are labels all the same and nothing in
/// their value is unknown; a name could be anybody's.
pub(super) fn fill_from_keys(facts: &mut Facts, keys: &[(u32, String, String)]) {
    for (line, name, value) in keys {
        match label(name) {
            Some(Key::Locations) if !whereabouts::read(value).is_understood() => {}
            Some(Key::EmploymentType) => {
                let kinds = || Some(employment_type::read(value).kinds).filter(|kinds| !kinds.is_empty());
                fill_empty(&mut facts.employment_type, || kinds().or_else(|| employment_type::in_title(value)), *line);
            }
            // `- label: Department` with `value: Hulls`
            Some(Key::Team) if names_field(name, Key::Team) && team::is_name(value) => {
                take(facts, Key::Team, value, *line);
            }
            Some(Key::Title | Key::Company | Key::Team | Key::Level | Key::Language) | None => {}
            Some(key) => take(facts, key, value, *line),
        }
        // What is a date in Portuguese and Polish may be anything in English.
        let is_day = is_one_of(name, &["data", "dato", "affiche"]);
        fill_empty(&mut facts.posted, || if is_day { dates::read(value).ok() } else { None }, *line);
        // `job_site: Remote`
        let is_of_page = is_one_of(name, &["layout", "template", "theme", "style", "view"]);
        fill_empty(&mut facts.remote, || remote_of_any(value).filter(|_| !is_of_page), *line);
        // `category: Full Time`
        let time = || match employment_type::word(value) {
            // "full" alone may be a page's width, and `layout: student_job` is about pages as well.
            Some(Word::Kind(kind @ (EmploymentType::FullTime | EmploymentType::PartTime)))
                if value.len() >= "fulltime".len() && !is_of_page =>
            {
                Some(vec![kind])
            }
            _ => None,
        };
        fill_empty(&mut facts.employment_type, time, *line);
    }
}

/// What a value says of remote work, whatever it is a value of: `job_site: Remote`. An office, a house and a part are also
/// words for kinds of work, and more.
fn remote_of_any(value: &str) -> Option<Remote> {
    const AMBIGUOUS: [&str; 7] = ["office", "in-house", "partial", "partially", "partly", "présence", "präsenz"];
    let value = value.trim_end_matches([')', '）']);
    whereabouts::remote_word(value).filter(|_| !is_one_of(value.trim_end_matches('.').trim(), &AMBIGUOUS))
}

/// Fills what is still empty from a list of short lines in front matter: `Location: Ulm`, or `Ulm` beside `Full-time`.
pub(super) fn fill_from_list(facts: &mut Facts, lines: &[(u32, String)]) {
    let lines: Vec<(u32, &str)> = lines.iter().map(|(line, text)| (*line, text.as_str())).collect();
    for (line, text) in &lines {
        for (key, value) in labelled(text) {
            take(facts, key, value, *line);
        }
    }
    bare::take(facts, &lines, 1, true);
}

/// A labelled place far below the top, as a list of facts at the end has it, where nothing in it is unknown, and what such a
/// list says of remote work.
fn take_below(facts: &mut Facts, part: &Part<'_>) {
    let text = &part.block.text;
    if (facts.locations.is_some() && facts.remote.is_some())
        || part.is_heading()
        || (text.len() > LONGEST_VALUE && !text.contains(['\n', '\t']))
        || matches!(part.section, Section::Company | Section::Process)
        || !may_have_label(text)
    {
        return;
    }
    // "**[5] 就業場所**" and the place in the next line
    let above = text.split_once('\n').and_then(|(first, rest)| Some((label(first)?, rest.split('\n').next()?)));
    let told = || text.split('\n').flat_map(labelled).chain(above);
    let places = told().filter(|(key, value)| *key == Key::Locations && !value.contains(". "));
    let mut known = places.map(|(_, value)| whereabouts::read(value)).filter(Whereabouts::is_understood);
    if let Some(read) = known.next().filter(|_| facts.locations.is_none()) {
        fill_from(facts, &Field::new(read, OriginKind::Label, part.block.line));
    }
    // "Home office: yes" among the benefits is some of it.
    let counts = |value: &str| part.section != Section::Benefits || remote::answer(value) == Some(Remote::Hybrid);
    if let Some((_, value)) = told().find(|(key, value)| *key == Key::Remote && counts(value)) {
        take_remote(facts, value, part.block.line);
    }
}

/// Whether there is a mark in `text` that may part a label from its value.
fn may_have_label(text: &str) -> bool {
    memchr::memchr3(b':', b'\t', b'\n', text.as_bytes()).is_some() || (!text.is_ascii() && text.contains('：'))
}

/// The labelled values of a block, each on its line or on the line below its label.
fn take_lines(facts: &mut Facts, part: &Part<'_>) {
    // A cell that paragraphs are set in has blank lines.
    let lines = (part.block.line..).zip(part.block.text.split('\n'));
    let lines: Vec<(u32, &str)> = lines.filter(|(_, text)| !text.trim().is_empty()).collect();
    for (at, (line, text)) in lines.iter().enumerate() {
        for (key, value) in labelled(text) {
            take(facts, key, value, *line);
        }
        add_places(facts, text);
        if let Some(key) = label(text)
            && let Some((line, below)) = value_below(key, &lines[at + 1..])
            // "Offer" may stand above what is offered.
            && (key != Key::Title || title::names_job(below))
            && (may_stand_above(key) || (at + 2 == lines.len() && above::is_name_of(key, below)))
        {
            // A list of definitions: `: Ulm`
            take(facts, key, below.trim().trim_start_matches([':', ' ']), line);
        }
    }
}

/// The names that labels without a colon lead to, as bold words do, among lines that are labelled as well: `Team Hulls` above
/// `Location Ulm`.
fn take_led(facts: &mut Facts, parts: &[Part<'_>], at: usize) {
    let part = &parts[at];
    if matches!(part.block.kind, BlockKind::Heading(_) | BlockKind::TableRow) {
        return;
    }
    let around = &parts[at.saturating_sub(2)..parts.len().min(at + 3)];
    let beside = around
        .iter()
        .filter(|other| other.block.kind == part.block.kind)
        .flat_map(|other| other.block.text.split('\n'));
    for (line, text) in (part.block.line..).zip(part.block.text.split('\n')) {
        if let Some((key, value)) = line::led_by_label_of_name(text)
            && beside.clone().any(|other| other != text && labelled(other).next().is_some())
        {
            take(facts, key, value, line);
        }
    }
}

/// The value on the lines below a label: the next, or of an address the one that names a town.
fn value_below<'t>(key: Key, lines: &[(u32, &'t str)]) -> Option<(u32, &'t str)> {
    const LONGEST_ADDRESS: usize = 5;
    let mut value = lines.iter().take_while(|(_, line)| label(line).is_none() && labelled(line).next().is_none());
    let first = value.clone().next()?;
    let names_town = |line: &str| {
        let places = whereabouts::read(line).places;
        places.iter().any(|place| !place.is_remote() && !place.countries().is_empty())
    };
    let is_known = names_town(first.1) || whereabouts::read(first.1).is_understood();
    let town = || value.by_ref().take(LONGEST_ADDRESS).find(|(_, line)| names_town(line));
    Some(*(key == Key::Locations && !is_known).then(town).flatten().unwrap_or(first))
}

/// Whether a row of a table holds labels of what stands in the row below: nothing else, or of many cells half.
fn is_header(row: &Part<'_>, below: &Part<'_>) -> bool {
    let cells = || row.block.text.split('\t');
    [row, below].iter().all(|part| part.block.kind == BlockKind::TableRow)
        && match (cells().count(), cells().filter(|cell| label(cell).is_some()).count()) {
            (0 | 1, _) => false,
            // "Workplace | Remote" above "Hours | 40" is a label and its value.
            (2, labels) => labels == 2 && below.block.text.split('\t').next().and_then(label).is_none(),
            (all, labels) => labels * 2 >= all,
        }
}

/// The values of a row below their labels.
fn take_columns(facts: &mut Facts, header: &Part<'_>, row: &Part<'_>) {
    for (name, value) in header.block.text.split('\t').zip(row.block.text.split('\t')) {
        if let Some(key) = label(name).filter(|_| !is_placeholder(value) && value.len() <= LONGEST_VALUE) {
            take(facts, key, value.trim(), row.block.line);
        }
    }
}

/// Whether a label of this kind may stand above its value; "Team", "Type" and "Contact" open sections of prose.
fn may_stand_above(key: Key) -> bool {
    matches!(key, Key::Locations | Key::Title | Key::EmploymentType | Key::Posted | Key::Closes)
}

/// Fills the field that a label names, where it is still empty.
fn take(facts: &mut Facts, key: Key, value: &str, line: u32) {
    let name = || name_in(value);
    match key {
        Key::Locations => take_place(facts, value, line),
        Key::Remote => {
            // "Modalidad: prácticas"
            fill_empty(&mut facts.employment_type, || employment_type::read(value).told(), line);
            take_remote(facts, value, line);
        }
        Key::Title => fill_empty(&mut facts.title, name, line),
        Key::Company if company::is_withheld(value) => {}
        Key::Company if is_part_of_known(facts, value) => fill_empty(&mut facts.team, name, line),
        Key::Company => fill_empty(&mut facts.company, || name_in(company::labelled(value)), line),
        Key::Team => fill_empty(&mut facts.team, || name_in(team::named(value)?), line),
        Key::Level => fill_empty(&mut facts.level, name, line),
        Key::RemoteHours => fill_empty(&mut facts.remote_hours, name, line),
        Key::EmploymentType => {
            match &mut facts.employment_type {
                // Hours stand under one label, the kind of contract under another.
                Some(known) if known.origin.kind == OriginKind::Label => {
                    employment_type::complete(&mut known.value, || kinds_told(value).unwrap_or_default());
                }
                unknown => fill_empty(unknown, || kinds_told(value), line),
            }
            // "Type: Hybrid (two days a week)", "Hours: 30 a week, on site"
            let mut pieces = value.split(['(', '（', ',', ';', '、']);
            let first = pieces.next().and_then(whereabouts::remote_word);
            fill_empty(&mut facts.remote, || first.or_else(|| pieces.find_map(remote_of_any)), line);
        }
        Key::Salary => fill_empty(&mut facts.salary, || salary::read(value), line),
        Key::Posted => fill_empty(&mut facts.posted, || dates::read(value).ok(), line),
        Key::Closes if status::status_word(value) == Some(Status::Closed) => {
            fill_empty(&mut facts.status, || Some(Status::Closed), line);
        }
        Key::Closes => fill_empty(&mut facts.closes, || dates::read_in(None, value).ok(), line),
        Key::Experience => fill_empty(&mut facts.experience_months, || experience::in_text(value), line),
        Key::Apply => fill_empty(&mut facts.apply, || apply::address(value).map(|address| vec![address]), line),
        // No line of a text is labelled so, or its value is not read; all are named, so that the compiler asks for a new one.
        Key::Summary
        | Key::Subtitle
        | Key::City
        | Key::Region
        | Key::Country
        | Key::Tags
        | Key::SalaryMin
        | Key::SalaryMax
        | Key::Currency
        | Key::Period
        | Key::Updated
        | Key::ApplyEmail
        | Key::Language
        | Key::Status
        | Key::Slug
        | Key::Aliases
        | Key::Weight
        | Key::RemoteCountries
        | Key::Process => {}
    }
}

/// Whether what a label gives as the employer is but a part of the one that another has given: `Institute: Institute of Steel`
/// below `University: Ulm University`.
fn is_part_of_known(facts: &Facts, value: &str) -> bool {
    let known = facts.company.as_ref().filter(|known| known.origin.kind == OriginKind::Label);
    known.is_some_and(|known| known.value != value && !team::is_unit(&known.value)) && team::is_unit(value)
}

/// The kinds of employment that a label's value tells, or what of it stands before a remark: `Contract with a view to more`,
/// `Full-time; Salary: 50k`.
fn kinds_told(value: &str) -> Option<Vec<EmploymentType>> {
    const REMARKS: [&str; 17] = [
        " tot ",
        " hasta ",
        " até ",
        " fino ",
        ";",
        " with ",
        " for ",
        " until ",
        " starting ",
        " mit ",
        " bis ",
        " avec ",
        " jusqu",
        " con ",
        " com ",
        " met ",
        "，",
    ];
    let told = |value| employment_type::read_labelled(value).told();
    let before = || split_at_each(value, &REMARKS).map(|(before, _)| before).min_by_key(|before| before.len());
    // "Contract: temporary, from May to July"
    let first = || value.split_once(", ").map(|(first, _)| first);
    told(value).or_else(|| told(before()?)).or_else(|| told(first()?))
}

/// The value of a label as a name; sentences are none.
fn name_in(value: &str) -> Option<String> {
    const LONGEST: usize = 80;
    // "St. Anna", "Acme Ltd.", "Specjalista ds. spawania"
    let is_stopped = value.ends_with('.') && !company::has_form(value);
    let goes_on = || sentences(value).skip(1).any(|next| !next.starts_with(char::is_lowercase));
    let is_sentence = || goes_on() || is_stopped || value.ends_with(['!', '?', ':', ',']);
    let is_name = value.chars().count() <= LONGEST && value.contains(char::is_alphabetic) && !is_sentence();
    is_name.then(|| squash(strip_ornaments(value)).into_owned())
}

fn fill_empty<T>(field: &mut Option<Field<T>>, read: impl FnOnce() -> Option<T>, line: u32) {
    super::fill(field, || Some(Field::new(read()?, OriginKind::Label, line)));
}

#[cfg(test)]
mod tests;
