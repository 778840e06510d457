//! Short lines near the top that need no label, since what they say can't be mistaken: `📍 Berlin · Full-time · €60–75k`.
//!
//! In go lines, list items and what bars part, out come facts with their lines. A piece tells by itself when all of it is
//! understood and it says more than a place; a place, only in the company of such pieces. Labelled lines and prose are
//! never touched.

use super::body::{Fact, Part, Section, facts_in};
use super::company;
use super::employment_type::{self, Employment, Word};
use super::front_matter::fill_from;
use super::labels;
use super::offices;
use super::places::{self, Kind};
use super::salary;
use super::team;
use super::whereabouts::{self, Whereabouts};
use super::words::{
    BARS, begins_with_indian_code, is_one_of, is_set_as_name, outside_brackets, stands_twice, strip_ornaments,
};
use crate::extract::BlockKind;
use crate::posting::{EmploymentType, Facts, Field, OriginKind, Place, Remote, Salary, Spot};

/// The most words of a piece, but for those in brackets.
const MOST_WORDS: usize = 8;

/// A stretch of a line, and what it says.
struct Piece {
    read: Whereabouts,
    pay: Option<Salary>,
    line: u32,
    /// Whether it says more than a place.
    tells: bool,
}

/// Fills what is still empty from the first blocks of the text.
pub(super) fn fill(facts: &mut Facts, top: &[Part<'_>]) {
    const FIRST_BLOCKS: usize = 12;
    let mut rest = &top[..top.len().min(FIRST_BLOCKS)];
    while let Some(first) = rest.first() {
        let items = rest.iter().take_while(|part| part.block.kind == BlockKind::ListItem).count();
        let (group, behind) = rest.split_at(items.max(1));
        rest = behind;
        if items == 0 && first.block.kind == BlockKind::Heading(1) {
            continue;
        }
        if matches!(first.section, Section::Lead | Section::Role | Section::Other) {
            let lines = group.iter().flat_map(|part| (part.block.line..).zip(part.block.text.split('\n')));
            let lines: Vec<(u32, &str)> = lines.collect();
            // A list of places is one of many things; a line that bars part is about this role.
            let least = if items > 0 { 2 } else { 1 };
            take(facts, &lines, least, !first.is_heading());
            if first.block.kind == BlockKind::Paragraph {
                take_sentences(facts, &lines);
            }
        }
    }
    take_line_below_title(facts, top);
}

/// Fills what is still empty from sentences of few words: `Three months. Ulm, on site. Full-time, permanent.`
fn take_sentences(facts: &mut Facts, lines: &[(u32, &str)]) {
    const LONGEST: usize = 240;
    let is_told = |text: &str| text.len() <= LONGEST && (text.contains(". ") || text.ends_with('.'));
    for (line, text) in lines.iter().filter(|(_, text)| is_told(text)) {
        let sentences = text.split(". ").map(|sentence| sentence.trim_end_matches(['.', ' ']));
        for piece in sentences.filter_map(|sentence| piece(sentence, *line)).filter(|piece| piece.tells) {
            fill_from(facts, &Field::new(piece.read, OriginKind::Label, *line));
        }
    }
}

/// A line of its own right below the title that is a town or two and nothing else, `San Francisco, CA`, one that ends with
/// the town of an employer, `Hullwerk, Ulm`, or one that bars part from it: `Hullwerk | Ulm, Germany`.
fn take_line_below_title(facts: &mut Facts, top: &[Part<'_>]) {
    const FIRST: usize = 4;
    const LONGEST_TITLE: usize = 80;
    if facts.locations.is_some() {
        return;
    }
    let below = top.iter().take(FIRST).filter(|part| part.block.kind != BlockKind::Heading(1));
    // What stands first may be the title without a mark.
    let is_title = |at: usize, text: &str| at == 0 && text.len() <= LONGEST_TITLE;
    let is_short = |(at, part): &(usize, &Part<'_>)| {
        part.is_heading() || is_line(&part.block.text) || is_title(*at, &part.block.text)
    };
    let lines = below.clone().enumerate().take_while(is_short).count();
    below.take(lines + 1).for_each(|part| take_towns(facts, part));
    super::fill(&mut facts.locations, || homonym_below_title(top));
}

/// The town right below the title whose name others have, too: `Shrewsbury`. As the first line of all, it may be anything.
fn homonym_below_title(top: &[Part<'_>]) -> Option<Field<Vec<Place>>> {
    let below = top.get(1).filter(|part| part.block.kind == BlockKind::Paragraph)?;
    let is_town = places::may_be_city(&below.block.text);
    is_town.then(|| Field::new(vec![whereabouts::place(&below.block.text)], OriginKind::Label, below.block.line))
}

/// Whether a text is a line by itself, or what bars part in it is.
fn is_line(text: &str) -> bool {
    const LONGEST: usize = 400;
    text.len() <= LONGEST
        && memchr::memchr2(b':', b'\n', text.as_bytes()).is_none()
        && text.split(BARS).all(whereabouts::may_be_line)
}

/// Fills the places from a line that names one or two towns, and nothing else but an employer.
fn take_towns(facts: &mut Facts, part: &Part<'_>) {
    let text = strip_ornaments(line_of(part).trim_start_matches(BARS));
    // "(Ulm/Kiel)" below the title
    let inside = text.strip_prefix('(').and_then(|text| text.strip_suffix(')'));
    let text = inside.filter(|text| !text.contains('(')).unwrap_or(text);
    // "Ulm, Hafenviertel. From May on, or when you can.", "Hullwerk, Ulm. You weld hulls."
    let begins_with_town = |first: &str| first.split(',').next().is_some_and(places::is_city);
    let led = text.split_once(". ").and_then(|(first, _)| {
        if begins_with_town(first) { Some(before_spot(first)) } else { offices::town_of_line(first) }
    });
    let text = led.unwrap_or(text);
    let is_line = part.block.kind != BlockKind::ListItem
        && facts.locations.is_none()
        && part.section != Section::Company
        && is_line(text);
    let towns = |piece| {
        let read = town_of_employer(piece);
        let only_towns = read.is_understood() && read.places.len() <= 2 && read.places.iter().all(is_town);
        only_towns.then_some((piece, read))
    };
    let mut told = is_line.then(|| text.split(BARS)).into_iter().flatten().filter_map(towns);
    // Beside other words, a bare name may be anything.
    let is_plain =
        |(piece, read): &(&str, Whereabouts)| !text.contains(BARS) || piece.contains(", ") || read.places.len() == 2;
    if let (Some((_, read)), None) = (told.next().filter(is_plain), told.next()) {
        fill_from(facts, &Field::new(read, OriginKind::Label, part.block.line));
    }
}

/// The town of a short line that says where in it something is: `Ulm` of `Ulm, down by the dock`.
fn before_spot(line: &str) -> &str {
    const MOST_WORDS: usize = 5;
    const INSIDE: [&str; 26] = [
        "in", "at", "by", "near", "down", "inside", "within", "beside", "nahe", "am", "an", "im", "bei", "dans",
        "près", "à", "au", "dentro", "junto", "no", "na", "en", "cerca", "vicino", "nel", "vid",
    ];
    let parted = line.split_once(", ").filter(|(_, spot)| {
        is_one_of(spot.split(' ').next().unwrap_or_default(), &INSIDE)
            && spot.split(' ').nth(MOST_WORDS).is_none()
            && !spot.contains(',')
            && !whereabouts::names_term(spot)
    });
    parted.map_or(line, |(town, _)| town)
}

/// The line of a block that may name a town: the first where those behind it tell something by themselves, as in `Hullwerk -
/// Ulm` above `Full-time`, or the town below a name; else all of the block.
fn line_of<'p>(part: &'p Part<'_>) -> &'p str {
    let text = part.block.text.as_str();
    // "Hullwerk Library" above "Bloomington, Indiana"
    if let Some((name, town)) = text.split_once('\n').filter(|(_, town)| is_town_name(town.trim()))
        && is_set_as_name(name.trim())
    {
        return town;
    }
    let tells = |line: &str| piece(line, part.block.line).is_some_and(|piece| piece.tells);
    text.split_once('\n').filter(|(_, rest)| rest.split('\n').all(tells)).map_or(text, |(first, _)| first)
}

/// A line without the American post code at its end: `New York, NY 10012`.
fn without_post_code(line: &str) -> &str {
    let is_state = |town: &str| town.rsplit_once(", ").is_some_and(|(_, code)| code.len() == 2 && code.is_ascii());
    let is_code = |code: &str| code.len() == 5 && code.bytes().all(|b| b.is_ascii_digit());
    line.trim_end()
        .rsplit_once(' ')
        .filter(|(town, code)| is_code(code) && is_state(town))
        .map_or(line, |(town, _)| town)
}

/// What a line says of places, with the town alone where somebody's name stands before it: `Hullwerk, Ulm`, `Hullwerk — Ulm`.
fn town_of_employer(line: &str) -> Whereabouts {
    let line = without_post_code(line);
    // "Anvil Estate, Dockside, Pune – 411001"
    let code = line.rfind(['-', '–', '—']).filter(|at| begins_with_indian_code(&line[*at..]));
    let coded = code.and_then(|at| line[..at].trim_end().rsplit(", ").next());
    if let Some(town) = coded.filter(|town| places::is_city(town)) {
        return whereabouts::read(town);
    }
    let is_alone = |(name, town): &(&str, &str)| places::kind(name).is_none() && is_town_name(town);
    let behind_dash = [" — ", " – ", " - "].iter().find_map(|dash| line.rsplit_once(dash).filter(is_alone));
    // "Hull & Sons Ltd, Ulm"
    let of_firm = || line.rsplit_once(", ").filter(|(name, town)| company::has_form(name) && is_town_name(town));
    let mut read = whereabouts::read(behind_dash.or_else(of_firm).map_or(line, |(_, town)| town));
    for place in &mut read.places {
        if let Some((_, town)) = place.name.rsplit_once(", ").filter(is_alone) {
            *place = whereabouts::place(town);
        }
    }
    read
}

/// Whether a text is the name of a town, maybe with what it lies in: `Ulm`, `Lyon (France)`, `Nowhere, Umbria`.
fn is_town_name(text: &str) -> bool {
    let in_brackets = || text.strip_suffix(')')?.split_once(" (");
    let lies_in = |(town, area): (&str, &str)| {
        let is_new = places::kind(town).is_none() && is_set_as_name(town);
        places::is_city_in(town, area) || (is_new && places::kind(area) == Some(Kind::Region))
    };
    places::is_city(text) || text.split_once(", ").or_else(in_brackets).is_some_and(lies_in)
}

/// Fills what is still empty from lines that stand together: all that they say where at least two pieces, and half of
/// them, say something, `least` of them more than a place; else what single pieces tell.
pub(super) fn take(facts: &mut Facts, lines: &[(u32, &str)], least: usize, alone: bool) {
    let texts = lines.iter().flat_map(|(line, text)| text.split(BARS).flat_map(parted).map(|piece| (*line, piece)));
    let texts: Vec<(u32, &str)> = texts.collect();
    // Hours that bars part from other facts are those of the work; among items they may be of anything.
    let has_bars = texts.len() > lines.len();
    let hours = |text, line| if has_bars { hours(text, line) } else { None };
    let read = |line, text| piece(text, line).or_else(|| hours(text, line)).or_else(|| led(text, line));
    let pieces = texts.iter().filter_map(|(line, text)| read(*line, text));
    let pieces: Vec<Piece> = pieces.collect();
    let telling = pieces.iter().filter(|piece| piece.tells).count();
    // "Ulm", "Kiel", "Remote": a list of nothing else offers them all.
    let is_place = |piece: &Piece| !piece.read.places.is_empty() && piece.read.employment.is_empty();
    if lines.len() > 1 && telling > 0 && pieces.len() == texts.len() && pieces.iter().all(is_place) {
        let names: Vec<&str> = texts.iter().map(|(_, text)| strip_ornaments(text)).collect();
        return fill_from(facts, &Field::new(whereabouts::read(&names.join("; ")), OriginKind::Label, lines[0].0));
    }
    // A department is a fact as well.
    let department = match telling {
        0 => None,
        _ if has_bars => department(&texts),
        _ => texts.iter().copied().find_map(marked_team),
    };
    let known = pieces.len() + usize::from(department.is_some());
    let all = telling >= least && known >= 2 && known * 2 >= texts.len();
    if all {
        super::fill(&mut facts.team, || department);
    } else if has_bars && pieces.iter().any(is_place) {
        super::fill(&mut facts.team, || said_team(&texts));
    }
    // "Full time — Ulm, Germany" in a heading is two facts as well.
    let several = |piece: &Piece| piece.tells && !piece.read.employment.is_empty() && !piece.read.places.is_empty();
    let mut told: Vec<Piece> =
        pieces.into_iter().filter(|piece| all || (alone && piece.tells) || several(piece)).collect();
    // A list that offers a choice: "full-time", "part-time".
    let mut kinds: Vec<EmploymentType> = Vec::new();
    for kind in told.iter().flat_map(|piece| &piece.read.employment) {
        if !kinds.contains(kind) {
            kinds.push(*kind);
        }
    }
    if let Some(first) = told.iter_mut().find(|piece| !piece.read.employment.is_empty()) {
        first.read.employment = kinds;
    }
    add_town_behind_remote(&mut told);
    for piece in told {
        let line = Field::new(piece.read, OriginKind::Label, piece.line);
        fill_from(facts, &line);
        super::fill(&mut facts.salary, || Some(Field { value: piece.pay?, origin: line.origin }));
    }
}

/// The usual department among facts that bars part, where there is but one: `Ulm · Finance · Full-time`.
fn department(texts: &[(u32, &str)]) -> Option<Field<String>> {
    let mut named = texts.iter().filter_map(|(line, text)| Some((*line, team::of_line(strip_ornaments(text))?)));
    match (named.next(), named.next()) {
        (Some((line, name)), None) => Some(Field::new(name, OriginKind::Label, line)),
        _ => None,
    }
}

/// The team among what bars part that is said to be one, where nothing beside a place tells more: `Hullwerk · Ulm · Team Hulls`.
fn said_team(texts: &[(u32, &str)]) -> Option<Field<String>> {
    let is_name = |team: &Field<String>| texts.iter().any(|(_, text)| strip_ornaments(text) == team.value);
    department(texts).filter(|team| !is_name(team))
}

/// The team in a line that a pictogram of people marks: `👥 Hulls team`.
fn marked_team((line, text): (u32, &str)) -> Option<Field<String>> {
    let named = text.trim_start().strip_prefix(['👥', '👪', '👫', '🧑'])?;
    Some(Field::new(team::of_line(strip_ornaments(named))?, OriginKind::Label, line))
}

/// What slashes or dashes part as bars do, where all of it together is no place: `Hulls / Full-time / On-site`, `Hullwerk –
/// Savannah, Georgia – full time`.
fn parted(text: &str) -> impl Iterator<Item = &str> {
    const MARKS: [&str; 3] = [" / ", " – ", " — "];
    let may_have_mark = text.contains('/') || !text.is_ascii();
    let mark = MARKS.into_iter().find(|mark| may_have_mark && stands_twice(text, mark));
    let mark = mark.filter(|mark| {
        let has_department = || text.split(*mark).any(|piece| team::of_line(piece).is_some());
        let is_place = || whereabouts::read(text).is_understood();
        // "Ulm / Finance / Full-time", but "City of Ulm – Department of Docks – full time"
        if *mark == MARKS[0] { !is_place() || has_department() } else { !(is_place() || has_department()) }
    });
    text.splitn(if mark.is_some() { usize::MAX } else { 1 }, mark.unwrap_or(MARKS[0]))
}

/// Adds the towns of a later piece to one that gives remote work as the place: `Remote or on-site | Ulm`.
fn add_town_behind_remote(told: &mut [Piece]) {
    let Some(first) = told.iter().position(|piece| !piece.read.places.is_empty()) else { return };
    let is_town = |place: &Place| matches!(place.spot, Spot::City(_));
    let behind = told[first + 1..].iter().find(|piece| piece.read.places.iter().any(is_town));
    let towns = behind.map(|piece| piece.read.places.clone()).unwrap_or_default();
    let places = &mut told[first].read.places;
    if places.iter().all(Place::is_remote) {
        places.extend(towns.into_iter().filter(is_town));
    }
}

/// What a stretch says, if it is short and nothing in it is unknown.
fn piece(text: &str, line: u32) -> Option<Piece> {
    const PINS: [char; 6] = ['📍', '📌', '🗺', '🌍', '🌎', '🌏'];
    const PURSES: [char; 6] = ['💰', '💵', '💶', '💷', '💸', '🤑'];
    let marked = text.trim_start();
    let text = strip_ornaments(text);
    let is_short = || outside_brackets(text).split(' ').nth(MOST_WORDS).is_none();
    if text.is_empty() || !whereabouts::may_be_line(text) || !is_short() || labels::labelled(text).next().is_some() {
        return None;
    }
    let mut read = whereabouts::read(text);
    let is_place = read.is_understood() && read.employment.is_empty();
    let told = if is_place { Employment::default() } else { employment_type::read(text) };
    if read.is_understood() {
        // "Full-time or part-time (at least 30 hours)"
        if told.understood {
            read.employment = told.kinds;
        }
        // "Home office" alone is a benefit as often as a place.
        let is_benefit =
            read.remote == Some(Remote::Full) && facts_in(text).any(|(fact, _)| fact == Fact::Remote(Remote::Hybrid));
        let is_address = text.matches(", ").count() > 1 && matches!(read.places.as_slice(), [place] if is_town(place));
        let is_pinned = (marked.starts_with(PINS) && !read.places.is_empty()) || is_address;
        let tells = is_pinned || read.remote.is_some() || !read.employment.is_empty();
        return (!is_benefit).then_some(Piece { read, pay: None, line, tells });
    }
    // "Part-time, 0.6 FTE (24 hours a week), permanent", "permanent post"
    if told.understood && (!told.kinds.is_empty() || text.contains(' ')) {
        let read = Whereabouts { employment: told.kinds, ..Whereabouts::default() };
        return Some(Piece { read, pay: None, line, tells: true });
    }
    // "Permanent" and "12 weeks, from May" stand beside facts as they do, and name no kind of employment.
    let is_duration = || text.split(',').next().is_some_and(employment_type::is_duration);
    if employment_type::word(text) == Some(Word::Neutral) || is_of_chinese_line(text) || is_duration() {
        return Some(Piece { read: Whereabouts::default(), pay: None, line, tells: true });
    }
    let pay = if marked.starts_with(PURSES) { salary::read(text) } else { salary::read_bare(text) };
    Some(Piece { read: Whereabouts::default(), pay: Some(pay?), line, tells: true })
}

/// What hours that are all of a stretch say: `22.5 hours (three nights)`.
fn hours(text: &str, line: u32) -> Option<Piece> {
    let employment = employment_type::of_hours(outside_brackets(text).trim())?;
    Some(Piece { read: Whereabouts { employment, ..Whereabouts::default() }, pay: None, line, tells: true })
}

/// A label and its value, which has been read, and is a fact as those beside it are: `Jornada completa`.
fn led(text: &str, line: u32) -> Option<Piece> {
    let is_led = !text.contains([':', '：', '\t']) && labels::labelled(text).next().is_some();
    is_led.then(|| Piece { read: Whereabouts::default(), pay: None, line, tells: true })
}

/// Whether a piece is one of those that stand beside a place on Chinese boards: a degree, months of pay, experience.
fn is_of_chinese_line(text: &str) -> bool {
    const DEGREES: [&str; 8] = ["本科", "大专", "硕士", "博士", "学历不限", "经验不限", "本科及以上", "大专及以上"];
    let is_years = || text.ends_with('年') && text.starts_with(|c: char| c.is_ascii_digit());
    is_one_of(text, &DEGREES) || (text.len() <= 12 && (text.ends_with('薪') || is_years()))
}

fn is_town(place: &Place) -> bool {
    matches!(&place.spot, Spot::City(city) if city.country.is_some()) || places::is_city_state(&place.name)
}

#[cfg(test)]
mod tests;
