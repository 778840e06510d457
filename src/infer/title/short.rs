//! A title without what surrounds the name of the job.
//!
//! In goes a title as written and the company's name, out comes what belongs on a card: no announcement ("Vacature:"), no
//! place, company, status, working time, gender marker, pay, code or pictogram. What may be part of the name stays: "(Scala)",
//! "EMEA", "*in". Where nothing would be left, all of it stays.

use std::cmp::Reverse;
use std::sync::LazyLock;

use super::announcement::without_announcement;
use super::aside::{
    are_asides, at_start_or_place, is_aside, is_code, is_count, is_dated, is_deadline, is_gender, is_place_or_time,
    is_slogan, is_working_time, without_hours,
};
use super::{capitalised, names_job, unspaced};
use crate::infer::front_matter::Key;
use crate::infer::labels::label;
use crate::infer::lexicon::Lexicon;
use crate::infer::table::TITLES;
use crate::infer::words::{
    first_of_marks, has_figure, is_ideographic, is_one_of, rsplit_at_each, same_ignoring_case, split_at_each, squash,
    strip_ornaments, word_before,
};
use crate::infer::{company, employment_type, offices, places, salary, skills};

pub(super) static BEHIND: LazyLock<Vec<&'static str>> = LazyLock::new(|| TITLES.words("behind"));
static CUTS: LazyLock<Lexicon<()>> = LazyLock::new(|| TITLES.lexicon("cut"));

/// What stands between working time and a place.
const TO: [&str; 5] = [" für", " for", " pour", " para", " voor"];
/// Words that a name goes on with.
const LINKS: [&str; 10] = ["of", "for", "and", "für", "und", "de", "del", "y", "et", "van"];
/// What stands before an amount of pay.
const BOUNDS: [&str; 23] = [
    " up to",
    " from",
    " at",
    " salary",
    " Salary",
    " pay",
    " Pay",
    " circa",
    " c.",
    " ca.",
    " bis zu",
    " ab",
    " Gehalt",
    " jusqu'à",
    " à partir de",
    " hasta",
    " desde",
    " até",
    " fino a",
    " da",
    " tot",
    " vanaf",
    " upp till",
];
/// Marks between a name and what is added to it.
const MARKS: [&str; 15] =
    [" > ", " » ", " › ", " - ", " – ", " — ", " | ", " · ", " • ", " // ", ": ", ", ", " ／ ", "｜", "／"];

/// The name of the job.
pub(in crate::infer) fn short(title: &str, company: Option<&str>) -> String {
    // Each turn takes one thing off; real titles have fewer.
    const MOST_TURNS: usize = 8;
    const LONGEST: usize = 400;
    let mut name = squash(unquoted(strip_ornaments(title))).into_owned();
    if super::is_empty(&name) || name.len() > LONGEST {
        return name;
    }
    for _ in 0..MOST_TURNS {
        let less = without_ends(&without_brackets(without_announcement(bare(&name)), company), company).to_owned();
        let less = unquoted(bare(&less));
        if less == name || less.chars().filter(|c| c.is_alphabetic()).count() < 2 {
            break;
        }
        less.clone_into(&mut name);
    }
    if name.len() < title.len() { begun(name) } else { name }
}

/// `name` with a capital in front, where the words that are gone had it: "welder" of "We seek a welder", but "iOS welder".
fn begun(name: String) -> String {
    let first = name.split([' ', '/', '-', ',', '(']).next().unwrap_or("");
    let is_small = !first.is_empty() && first.chars().all(|c| c.is_lowercase() || "*:·_".contains(c));
    if is_small { capitalised(&name) } else { name }
}

/// `« Welder »` without its quotation marks.
fn unquoted(text: &str) -> &str {
    const MOST_BEHIND: usize = 2;
    let Some(inner) = text.strip_prefix(['«', '“', '„', '"', '「', '『']) else { return text };
    let end = inner.rfind(['»', '”', '“', '"', '」', '』']).filter(|at| inner[*at..].chars().count() <= MOST_BEHIND);
    end.map_or(text, |end| inner[..end].trim())
}

/// `text` without ornaments, and marks at its end.
pub(super) fn bare(text: &str) -> &str {
    let text = strip_ornaments(
        strip_ornaments(text).trim_end_matches(['!', ':', '.', '?', ' ', '：', '！', ',', '-', '/', ';']),
    );
    // "【溶接工】" and "[Jobs]" are nothing else.
    let inside =
        |open, close| text.strip_prefix(open)?.strip_suffix(close).filter(|text| !text.contains([open, close]));
    inside('【', '】').or_else(|| inside('[', ']')).unwrap_or(text)
}

/// `text` without brackets that hold an aside; those that touch a word belong to it.
fn without_brackets(text: &str, company: Option<&str>) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(open) = rest.find(['(', '[', '（', '【']) {
        let inside = &rest[open..].trim_start_matches(['(', '[', '（', '【']);
        let Some(close) = inside.find([')', ']', '）', '】']) else { break };
        let width = |text: &str| text.chars().next().map_or(0, char::len_utf8);
        let start = rest.len() - inside.len();
        let end = start + close + width(&inside[close..]);
        // Scripts without spaces have none before a bracket either: "溶接工(東京)".
        let is_within = |c: char| c.is_alphanumeric() && !super::is_unspaced(c);
        let touches = rest[..open].ends_with(is_within) && rest[open..].starts_with(['(', '[']);
        let aside = !touches && is_aside(&inside[..close], company, true);
        kept.push_str(&rest[..if aside { open } else { end }]);
        rest = &rest[end..];
    }
    kept.push_str(rest);
    squash(&kept).replace(" ,", ",")
}

/// `text` without an aside at its end or its beginning.
fn without_ends<'a>(text: &'a str, company: Option<&str>) -> &'a str {
    let timed = without_hours(text);
    if timed.len() < text.len() {
        return timed;
    }
    if let Some(name) = behind_working_time(text).or_else(|| without_pay(text)).or_else(|| without_count(text)) {
        return name;
    }
    if let Some(name) =
        before_slashes(text, company).or_else(|| without_behind(text)).or_else(|| without_labelled(text))
    {
        return name;
    }
    if let Some(name) = company::without_suffix(text).or_else(|| without_employer(text, company?)) {
        return name;
    }
    let last = rsplit_at_each(text, &MARKS).max_by_key(|(before, part)| (before.len(), Reverse(part.len())));
    let is_page = |part: &str| names_job(&text[..text.len() - part.len()]) && super::is_empty(part);
    // Behind a comma, a name may go on.
    // "Internship 3: what it is about"
    let is_number = |before: &str| before.trim_end().ends_with(|c: char| c.is_ascii_digit());
    let is_reason = |before: &str, part: &str| {
        !text[before.len()..].starts_with(", ") && names_job(before) && !is_number(before) && is_slogan(part)
    };
    let ends = |before: &str, part: &str| is_aside(part, company, false) || is_reason(before, part) || is_page(part);
    // "Welder - deadline Jan 26, 2031"
    if let Some((before, _)) = rsplit_at_each(text, &MARKS).find(|(_, part)| is_deadline(part)) {
        return before;
    }
    if let Some((before, _)) = last.filter(|(before, part)| ends(before, part) && !is_dated(before)) {
        return before;
    }
    if let Some(((), span)) = CUTS.first(text).filter(|((), span)| names_job(&text[..span.start])) {
        return bare(&text[..span.start]);
    }
    // "Welder - Remote, US": what stands behind an earlier mark may be one place.
    let placed = split_at_each(text, &MARKS[3..8])
        .filter(|(_, part)| is_place_or_time(part.trim()) || are_asides(part.trim(), company));
    // "Welder, San Francisco, CA"
    let in_region = text.split_once(", ").filter(|(job, part)| {
        part.split_once(", ").is_some_and(|(city, _)| places::find(city).is_some())
            && names_job(job)
            && is_place_or_time(part)
    });
    // "Welder - Acme - Hulls for all"
    let employed = split_at_each(text, &MARKS[3..8])
        .filter(|(job, part)| names_job(job) && company.is_some_and(|name| is_followed_by_mark(part, name)));
    // "Welder | Careers | Acme"
    let on_page = split_at_each(text, &MARKS[3..9]).filter(|(job, rest)| {
        let next = split_at_each(rest, &MARKS[3..9]).map(|(page, _)| page).min_by_key(|page| page.len());
        names_job(job) && next.is_some_and(super::is_empty)
    });
    if let Some((before, _)) =
        placed.chain(in_region).chain(employed).chain(on_page).min_by_key(|(before, _)| before.len())
    {
        return before;
    }
    let first = split_at_each(text, &MARKS[..11]).min_by_key(first_of_marks);
    if let Some((before, after)) = first {
        // "Jobs > Welder"
        let is_job = || names_job(before) && !names_job(after);
        let is_other = is_aside(before, company, false) || is_slogan(before) || is_dated(before);
        if (is_other && !is_job()) || (super::is_empty(before) && names_job(after)) {
            return after;
        }
    }
    // "Schweißer ab 1. April 2031"
    let placed = at_start_or_place(text).map(|at| text[..at].trim_end()).filter(|job| names_job(job));
    // "Post for a Cambridge yard", where "a" is no Italian.
    let placed = placed.filter(|job| !is_one_of(word_before(job, job.len()), &LINKS));
    placed.unwrap_or_else(|| without_last_words(text))
}

/// `text` without an announcement at its end: "Schweißer gesucht", "Soudeur en CDI".
fn without_behind(text: &str) -> Option<&str> {
    // Most end with another letter.
    let last = text.bytes().next_back().unwrap_or_default();
    let ends_alike =
        |word: &&&str| word.bytes().next_back().is_some_and(|end| !end.is_ascii() || end.eq_ignore_ascii_case(&last));
    let stands = |word: &&&str| {
        let end = text.len().saturating_sub(word.len());
        let parted = text.is_char_boundary(end) && (text[..end].ends_with(' ') || !word.is_ascii());
        // "Genau dich haben wir gesucht" seeks nobody by name.
        // "人才招聘" is but an announcement.
        let is_few = || !word.starts_with(super::is_unspaced) && text[..end].split_whitespace().nth(3).is_none();
        let may_name = || is_few() || names_job(&text[..end]);
        // "Head of Requirements"
        let is_linked = || is_one_of(word_before(text, end), &LINKS) || text[..end].trim_end().ends_with(['&', ',']);
        end > 0 && parted && same_ignoring_case(&text[end..], word) && may_name() && !is_linked()
    };
    let longest = BEHIND.iter().filter(ends_alike).filter(stands).max_by_key(|word| word.len())?;
    Some(bare(&text[..text.len() - longest.len()]))
}

/// What stands before asides that slashes part: "Welder / Ulm / full-time", but "UX / UI Designer".
fn before_slashes<'a>(text: &'a str, company: Option<&str>) -> Option<&'a str> {
    let (job, rest) = text.split_once(" / ")?;
    (names_job(job) && rest.split(" / ").all(|part| is_aside(part, company, false))).then_some(job)
}

/// `text` without another fact under its label: "Welder – Salary: £30k".
fn without_labelled(text: &str) -> Option<&str> {
    let is_labelled = |part: &str| {
        let of = part.split_once([':', '：']).and_then(|(of, _)| label(of.trim_end()));
        of.is_some_and(|key| key != Key::Title)
    };
    rsplit_at_each(text, &MARKS[3..9]).find(|(job, part)| names_job(job) && is_labelled(part)).map(|(job, _)| job)
}

/// The name behind the working time that `text` begins with: "Part or full-time welder".
fn behind_working_time(text: &str) -> Option<&str> {
    const MOST_WORDS: usize = 5;
    // "Full" alone may go on as "Full Stack".
    const SHORTEST: usize = "heltid".len();
    let first = text.split([' ', '/']).next()?;
    employment_type::word(first)?;
    let is_time = |text: &str| {
        let told = employment_type::read(text).told();
        told.is_some_and(|kinds| kinds.into_iter().all(employment_type::is_time))
    };
    let parts = text.match_indices(' ').take(MOST_WORDS).map(|(at, _)| (&text[..at], &text[at + 1..]));
    // "Part Time Full Stack Welder"
    let is_whole = |time: &str| !time.ends_with(" full") && !time.ends_with(" Full");
    let parts =
        parts.filter(|(time, name)| time.len() >= SHORTEST && is_whole(time) && is_time(time) && names_job(name));
    parts.map(|(_, name)| name).last()
}

/// `text` without pay at its end that no mark parts from it: "Welder $20/hr".
fn without_pay(text: &str) -> Option<&str> {
    let sign = text.find(['$', '€', '£'])?;
    let job = without_bound(text[..sign].trim_end());
    let is_pay = || salary::read(&text[sign..]).is_some_and(|pay| pay.currency.is_some());
    (has_figure(&text[sign..]) && names_job(job) && is_pay()).then_some(job)
}

/// `text` without how many are sought, in scripts that put that behind: "溶接工2名".
fn without_count(text: &str) -> Option<&str> {
    let name = unspaced::without_count(text);
    (name.len() < text.len() && names_job(name)).then_some(name)
}

/// Whether a word is a range of pay in thousands: `20-40K`.
pub(super) fn is_thousands(word: &str) -> bool {
    let is_figure = |word: &str| (1..=3).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_digit());
    let ends = word.strip_suffix(['k', 'K']).and_then(|range| range.split_once(['-', '–', '~']));
    ends.is_some_and(|(least, most)| is_figure(least.trim_end_matches(['k', 'K'])) && is_figure(most))
}

/// `text` without what its end says of the amount that follows: "Welder up to", "Schweißer, Gehalt ab".
fn without_bound(text: &str) -> &str {
    let text = text.trim_end_matches([' ', ',', ':', '-', '–', '(']);
    let bound = BOUNDS.iter().filter_map(|bound| text.strip_suffix(bound)).min_by_key(|rest| rest.len());
    bound.map_or(text, without_bound)
}

/// Whether `text` begins with a name, and a mark parts from it what follows.
fn is_followed_by_mark(text: &str, name: &str) -> bool {
    // "The Dock Hotel" of "Dock Hotel"
    text.strip_prefix(name)
        .or_else(|| company::behind_article(text)?.strip_prefix(name))
        .is_some_and(|rest| MARKS[3..8].iter().any(|mark| rest.starts_with(mark)))
}

/// `text` without "for Acme" at its end, or "船工坊" at its beginning.
fn without_employer<'a>(text: &'a str, company: &str) -> Option<&'a str> {
    const FOR: [&str; 20] = [
        " pour ", " para ", " til ", " till ", " в ", " w ", " at ", " @ ", " bei ", " chez ", " bij ", " hos ",
        " en ", " em ", " na ", " no ", " presso ", " da ", " på ", " i ",
    ];
    let behind = text.strip_prefix(company).filter(|job| company.ends_with(is_ideographic) && names_job(job));
    if let Some(job) = behind.filter(|job| job.starts_with(is_ideographic)) {
        return Some(job);
    }
    let is_company = |name: &str| {
        same_ignoring_case(name, company) || company.strip_prefix(name).is_some_and(|rest| rest.starts_with(' '))
    };
    rsplit_at_each(text, &FOR).filter(|(job, name)| is_company(name) && names_job(job)).map(|(job, _)| job).next()
}

/// Whether `place` is a part of a city, named with it: "Ulm-Süd".
fn is_quarter(place: &str) -> bool {
    place.split_once('-').is_some_and(|(city, part)| part.starts_with(char::is_uppercase) && places::is_city(city))
}

/// `text` without a gender marker or "in Berlin" that no mark parts from it.
fn without_last_words(text: &str) -> &str {
    let (before, last) = text.rsplit_once(' ').unwrap_or(("", text));
    // "Welder #4711"
    if last.starts_with('#') && is_code(last, false) && !before.is_empty() {
        return before;
    }
    // "Welder 20-40K"
    if is_thousands(last) && !before.is_empty() {
        return before;
    }
    // "Welder x2"
    if is_count(last) && last.contains(['x', '×']) && !before.is_empty() {
        return before;
    }
    if last.contains(['/', '|']) && is_gender(last) && !before.is_empty() {
        return before;
    }
    // "Shop Intern-Ulm"
    if let Some((job, place)) = last.rsplit_once('-')
        && super::is_job_word(job)
        && place.len() > 3
        && places::find(place).is_some()
    {
        return &text[..text.len() - place.len() - 1];
    }
    // A place counts behind "in", or behind working time.
    for words in 1..=2 {
        let Some((at, _)) = text.rmatch_indices(' ').nth(words - 1) else { break };
        let (before, place) = (&text[..at], &text[at + 1..]);
        // Two letters may stand for anything; three in capitals only for a city.
        let is_long =
            place.len() > 3 || (place.len() == 3 && places::is_city(place) && !place.contains(char::is_lowercase));
        let is_known = places::find(place).is_some() || is_quarter(place);
        let is_place = is_long && is_known && skills::canonical(place).is_none();
        if is_place || (is_long && is_working_time(place)) {
            let connected =
                [" in", " à", " en", " te", " em", " a", " i", " w"].iter().find_map(|word| before.strip_suffix(word));
            // "Post for a Cambridge-Ulm yard"
            if let Some(name) = connected.filter(|name| !is_one_of(word_before(name, name.len()), &LINKS)) {
                return name;
            }
            // "Dock Welder full time", "Soldador a jornada completa"
            let job = before.strip_suffix(" a").unwrap_or(before);
            if is_working_time(place) && super::is_job_word(job.rsplit(' ').next().unwrap_or("")) {
                return job;
            }
            let timed = without_hours(before);
            if timed.len() < before.len() {
                return timed;
            }
            // "Vollzeit für Ulm"
            let to = TO.iter().find_map(|word| before.strip_suffix(word));
            if let Some(time) = to.filter(|time| is_working_time(time.rsplit(' ').next().unwrap_or(""))) {
                return time;
            }
            // "Dock Welder Ulm", where that is read as its place.
            let is_told = || offices::in_title(text).is_some();
            if is_place && super::is_job_word(before.rsplit(' ').next().unwrap_or("")) && is_told() {
                return before;
            }
        }
    }
    text
}
