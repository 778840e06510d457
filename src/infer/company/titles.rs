//! The name that stands beside the job's in a title: "Acme – Welder", "Welder (Acme)", "Acme is hiring a welder".
//!
//! In goes a title, out come signs and what is left of it. Suffixes such as "at Acme" are [`super::in_title`]'s.

use std::sync::LazyLock;

use super::kind::Kind;
use super::signs::Sign;
use super::{headings, name, sentences, subject};
use crate::extract::BlockKind;
use crate::infer::body::{Body, Naming, namings_in};
use crate::infer::table::EMPLOYERS;
use crate::infer::words::{find_phrase, is_one_of, rsplit_at_each, split_at_each};
use crate::infer::{labels, team, title, whereabouts};
use crate::posting::{Field, OriginKind};

static PAGES: LazyLock<Vec<&'static str>> = LazyLock::new(|| EMPLOYERS.words("page of openings"));

/// What parts the pieces of a title.
const MARKS: [&str; 6] = [" - ", " – ", " — ", " | ", " · ", ": "];

/// What stands between the job's name and that of a firm, and may stand elsewhere: "Welder for Acme Ltd".
pub(super) const TO_FIRM: [&str; 8] = [" till ", " til ", " for ", " für ", " pour ", " para ", " per ", " voor "];

/// The signs of what stands before and behind the job's name.
pub(super) fn beside_job(title: &Field<String>) -> impl Iterator<Item = Sign<'_>> {
    let is_page = announces(&title.value);
    let stands = |name: &str| match name {
        _ if is_page => Kind::Hires,
        // "Acme Labs: Welder", "Acme | Welder | Ulm"
        _ if name::is_whole_institution(name) || leads_row(&title.value) => Kind::Heading,
        _ => Kind::Stands,
    };
    let before = before_job(&title.value).map(|name| (name, stands(name)));
    // A team stands there as well: "Welder, Hulls".
    let behind = behind_job(&title.value).map(|name| (name, Kind::Behind));
    let origin = title.origin;
    let with = opening_with(&title.value).map(|name| (name, Kind::Hires));
    let hiring = hiring(&title.value).map(|name| (name, Kind::Hires));
    let of_page = behind_page(&title.value).map(|name| (name, Kind::Hires));
    let inside = institution_behind(&title.value).map(|name| (name, Kind::Heading));
    before
        .into_iter()
        .chain(behind)
        .chain(with)
        .chain(hiring)
        .chain(of_page)
        .chain(inside)
        .map(move |(name, kind)| Sign { name, kind, origin })
}

/// "Acme" in "Job openings with Acme".
fn opening_with(title: &str) -> Option<&str> {
    let (page, name) = split_at_each(title, &[" with ", " bei ", " chez ", " con ", " com "]).next()?;
    name::whole(name).filter(|_| title::is_empty(page))
}

/// "Ships We Love" in "Ships We Love is hiring a welder": in titles, all words of a name have capitals.
fn hiring(title: &str) -> Option<&str> {
    let (_, hires) = namings_in(title).find(|(naming, _)| *naming == Naming::Hires)?;
    let name = title[..hires.start].trim_end();
    (title::names_job(&title[hires.end..]) && is_capitalised(name)).then_some(name)
}

/// Whether text is one word with a capital for what may hire, as a title calls it: "Yard" of "Yard seeks welder".
fn is_thing(text: &str) -> bool {
    const PEOPLE: [&str; 18] = [
        "We", "Who", "I", "You", "They", "Now", "Wir", "Wer", "Ich", "Nous", "On", "Qui", "Wij", "We", "Wie", "Vi",
        "Se", "Chi",
    ];
    text.starts_with(char::is_uppercase)
        && text.chars().all(|c| c.is_alphabetic() || c == '-')
        && !PEOPLE.contains(&text)
}

/// Whether a phrase and what follows name somebody whose work it is to hire: "Technical Recruiting Manager".
fn is_one_who_hires(phrase: &str, rest: &str) -> bool {
    const PEOPLE: [&str; 9] =
        ["manager", "partner", "lead", "coordinator", "specialist", "director", "assistant", "consultant", "officer"];
    is_one_of(phrase, &["hiring", "recruiting"]) && is_one_of(rest, &PEOPLE)
}

/// Whether a phrase can but say that somebody hires: not "hiring" of "Technical hiring manager".
fn is_verb(phrase: &str) -> bool {
    phrase.starts_with(char::is_lowercase) && !is_one_of(phrase, &["hiring", "recruiting"])
}

/// Whether text is a few words with capitals, small ones between them aside, of which none speaks of those who write.
fn is_capitalised(text: &str) -> bool {
    const MOST_WORDS: usize = 6;
    const SMALL: [&str; 7] = ["of", "for", "the", "and", "&", "in", "on"];
    const FIRST: [&str; 8] = ["We", "Who", "I", "You", "They", "Our", "My", "This"];
    let words = || text.split(' ');
    (2..=MOST_WORDS).contains(&words().count())
        && words().next().is_some_and(|first| !FIRST.contains(&first))
        && words()
            .all(|word| word.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit()) || SMALL.contains(&word))
}

/// "Acme" in "Acme – Welder" and "Acme: Welder".
pub(super) fn before_job(title: &str) -> Option<&str> {
    let (name, _) = split_at_each(title, &[" - ", " – ", " — ", " | ", ": "]).next()?;
    // "Stanowisko: Spawacz" has a label.
    name::whole(name.trim_matches(['[', ']', '(', ')'])).filter(|name| labels::label(name).is_none())
}

/// Whether the name in front is that of a row of three: "Acme | Welder | Ulm".
fn leads_row(title: &str) -> bool {
    let pieces: Vec<&str> = title.split(" | ").collect();
    pieces.len() == 3
        && headings::alone(pieces[0]).is_some()
        && !title::names_job(pieces[0])
        && title::names_job(pieces[1])
        && whereabouts::read(pieces[2]).is_understood()
}

/// "Acme" in "Welder – Acme" and "Welder (Acme)".
pub(super) fn behind_job(title: &str) -> Option<&str> {
    let last = rsplit_at_each(title, &[" - ", " – ", " — ", " | ", " · ", ", ", " ("]);
    let (job, name) = last.min_by_key(|(_, name)| name.len())?;
    headings::alone(name.trim_end_matches(')')).filter(|_| title::names_job(job))
}

/// "Acme" in "Welder | Careers | Acme".
fn behind_page(title: &str) -> Option<&str> {
    let (before, name) = rsplit_at_each(title, &MARKS).min_by_key(|(_, name)| name.len())?;
    let (job, page) = rsplit_at_each(before, &MARKS).min_by_key(|(_, page)| page.len())?;
    headings::alone(name).filter(|_| title::names_job(job) && title::is_empty(page))
}

/// "Acme Museum" in "Welder - Acme Museum - Hulls for all", "Welder: Acme Museum", "Welder – Hullbouw Acme, Ulm".
fn institution_behind(title: &str) -> Option<&str> {
    let (job, rest) = split_at_each(title, &MARKS).min_by_key(|(job, _)| job.len())?;
    let piece = split_at_each(rest, &MARKS).map(|(piece, _)| piece).min_by_key(|piece| piece.len()).unwrap_or(rest);
    let named = || headings::alone(piece).or_else(|| sentences::sited(piece)).filter(|name| is_house(name));
    title::names_job(job).then(named).flatten()
}

/// The house that the line right below the title begins with: "Hullbouw Kiel, close to the docks".
pub(super) fn below<'a>(title: &Field<String>, body: &'a Body<'_>) -> Option<Sign<'a>> {
    const LONGEST: usize = 80;
    const FOR: [&str; 3] = [" für ", " for ", " voor "];
    let line_of = title.origin.line.filter(|_| title.origin.kind == OriginKind::Body);
    let at = body.parts.iter().position(|part| Some(part.block.line) == line_of)? + 1;
    let part = body.parts.get(at).filter(|part| part.block.kind == BlockKind::Paragraph)?;
    let line =
        part.block.text.split('\n').next().filter(|line| line.len() <= LONGEST && !line.ends_with(['.', '!', '?']))?;
    let name = headings::alone(line.split(", ").next()?)?;
    // "Klinik für Chirurgie" is a part of one.
    let is_own = is_house(name) && !FOR.iter().any(|of| name.contains(of)) && !is_street(name);
    is_own.then_some(Sign { name, kind: Kind::Heading, origin: part.origin() })
}

/// Whether a name is that of a street or a square, as houses give them: "Mühle Straße", "School Lane".
fn is_street(name: &str) -> bool {
    const STREETS: [&str; 12] =
        ["Street", "Road", "Lane", "Avenue", "Square", "Way", "Straße", "Strasse", "Weg", "Platz", "Allee", "Quarter"];
    name.rsplit(' ').next().is_some_and(|last| STREETS.contains(&last))
}

/// Whether a name behind a job's is that of a firm or an institution rather than of a field or a team: "Keel Hotel",
/// "Schiffbau Kiel", "Museum of Hulls", but "Hotel & Leisure", "Gebäudetechnik Nord", "Hospital Discharge Team".
fn is_house(name: &str) -> bool {
    const QUARTERS: [&str; 10] = ["Nord", "Süd", "Ost", "West", "Mitte", "North", "South", "East", "Sud", "Noord"];
    const OF: [&str; 7] = ["of", "for", "de", "des", "du", "für", "van"];
    let words: Vec<&str> = name.split(' ').collect();
    let [first, .., last] = words[..] else { return false };
    let is_family = |pair: &[&str]| pair[0] == "&" && name::is_family(pair[1]);
    if words.windows(2).any(is_family) {
        return true;
    }
    let is_field =
        |pair: &[&str]| (pair[1] == "&" && name::is_house(pair[0])) || (pair == ["&", last] && name::is_house(last));
    let says_of_what = |pair: &[&str]| name::is_house(pair[0]) && OF.contains(&pair[1]);
    let begins = name::names_trade(first) && !QUARTERS.contains(&last);
    let has_kind = name::is_house(last) || name::has_form(name) || begins || words.windows(2).any(says_of_what);
    let is_team = name::is_unit(name) || name::is_common(last) || team::is_usual(last);
    has_kind && !is_team && !words.windows(2).any(is_field)
}

/// Whether the last word of a title says that it is a page of openings.
pub(super) fn announces(title: &str) -> bool {
    title.rsplit(' ').next().is_some_and(|last| is_one_of(last, &PAGES))
}

/// Whether a title says who hires and nothing more: "Acme is hiring", "La Ville recrute".
pub(super) fn only_hires(title: &str) -> bool {
    namings_in(title).any(|(naming, span)| {
        let hires = match naming {
            Naming::Hires => true,
            Naming::Seeks => subject::without_verb(&title[..span.start]).1,
            _ => false,
        };
        hires && !title[span.end..].contains(char::is_alphanumeric) && !title::names_job(&title[..span.start])
    })
}

/// Whether a title has a name in it that is not what the job is about: not "Dock Side" of "Dock Side Welder" or of
/// "Welder Dock Side".
pub(super) fn holds(title: &str, name: &str) -> bool {
    let Some(at) = find_phrase(title, name) else { return false };
    // "Teamleitung Bauhof"
    let before = title[..at].strip_suffix(' ').and_then(|before| before.rsplit(' ').next());
    if before.is_some_and(|word| word.ends_with(char::is_alphabetic) && title::is_job_word(word)) {
        return false;
    }
    let next = title[at + name.len()..].strip_prefix(' ').and_then(|rest| rest.split(' ').next());
    !next.is_some_and(|word| title::is_job_word(word.trim_end_matches([',', '!', '.', ':'])))
}

/// The rest of a title behind "Acme is hiring" and "Acme seeking".
pub(super) fn behind_hiring(title: &str) -> Option<&str> {
    namings_in(title).find_map(|(naming, span)| {
        let before = &title[..span.start];
        let is_name = || {
            subject::of_sentence(before, true).is_some()
                || is_capitalised(before.trim_end())
                || (is_thing(before.trim_end()) && is_verb(&title[span.clone()]))
                || (!title.is_ascii() && subject::of_hiring(before).is_some())
        };
        let rest = title[span.end..].trim_start_matches([' ', '!', '.']);
        let hires = matches!(naming, Naming::Hires | Naming::Seeks) && is_name();
        (hires && !is_one_who_hires(&title[span], rest)).then_some(rest)
    })
}
