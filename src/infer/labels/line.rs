//! One line as a label and its value: `Location: Berlin`, `Location – Berlin`, `Location Berlin`.
//!
//! In goes a line, out come the field that its label names and the text behind it. The words are `data/labels.txt`. What the
//! value says is asked only where the mark between them leaves doubt.

use std::sync::LazyLock;

use super::LONGEST_VALUE;
use crate::infer::body::section_of;
use crate::infer::front_matter::{Key, key};
use crate::infer::lexicon::Lexicon;
use crate::infer::places::{self, Kind};
use crate::infer::table;
use crate::infer::words::{
    BARS, first_of_marks, is_one_of, is_placeholder, sentence_end, split_at_each, squash, strip_ornaments, strip_word,
};
use crate::infer::{company, dates, employment_type, level, remote, salary, team, title, whereabouts};
use crate::posting::{Remote, Spot};
use crate::source::floor_char_boundary;

static LABELS: LazyLock<Lexicon<Key>> = LazyLock::new(|| table::LABELS.lexicon_of(key));

/// Words that many lines begin with, and that label what stands behind them where it can be nothing else: "What: Dock
/// welder".
static ASKED: LazyLock<Lexicon<Key>> = LazyLock::new(|| {
    table::LABELS.lexicon_of(|section| match section {
        "asked title" => Some(Key::Title),
        "asked company" => Some(Key::Company),
        "asked locations" => Some(Key::Locations),
        _ => None,
    })
});

/// Words that may label a team, and other things as well.
static TEAM_ASKED: LazyLock<Lexicon<()>> = LazyLock::new(|| table::LABELS.lexicon("asked team"));

/// Labels of a team that are also those of a part of a country.
static AREA_OR_TEAM: LazyLock<Lexicon<()>> = LazyLock::new(|| table::LABELS.lexicon("area or team"));

/// Labels of what lies in one.
static IN_AREA: LazyLock<Lexicon<()>> = LazyLock::new(|| table::LABELS.lexicon("in area"));

/// Longest label in bytes; what is longer before a colon is prose.
const LONGEST_LABEL: usize = 40;

/// The labelled values of one line; several may stand side by side, parted by bars.
pub(in crate::infer) fn labelled(text: &str) -> impl Iterator<Item = (Key, &str)> {
    // A definition: `: Location — Ulm`
    let text = text.strip_prefix(": ").unwrap_or(text);
    // A row of three columns is no label and its value.
    let text = if text.matches('\t').nth(1).is_some() { "" } else { text };
    let has_mark = memchr::memchr2(b':', b'\t', text.as_bytes()).is_some()
        || (memchr::memchr(b'-', text.as_bytes()).is_some() && text.contains(" - "))
        || (!text.is_ascii() && text.contains(['：', '\u{3000}', '–', '—']));
    let is_one = || text.matches([':', '：']).nth(1).is_none();
    let whole = if has_mark { one_label(text).filter(|_| is_one()) } else { led_by_label(text) };
    let whole = whole.or_else(|| run_in(text));
    let parts = (has_mark && whole.is_none()).then(|| text.split(BARS).filter_map(one_label));
    let sentences = (has_mark && text.contains(". ")).then(|| text.split(". ").filter_map(team_of_sentence));
    whole.into_iter().chain(parts.into_iter().flatten()).chain(sentences.into_iter().flatten())
}

/// The team that a sentence names by its label, as one of several facts: "Hullwerk, Ulm. Department: Hulls. Full-time."
fn team_of_sentence(text: &str) -> Option<(Key, &str)> {
    const MOST_WORDS: usize = 3;
    let is_short = |value: &str| value.starts_with(char::is_uppercase) && value.split(' ').nth(MOST_WORDS).is_none();
    // "Our team: Great people."
    let is_of_people =
        || ["team", "time", "équipe", "equipe", "equipo"].iter().any(|word| strip_word(text, word).is_some());
    let (key, value) = one_label(text)?;
    let is_name =
        key == Key::Team && (team::is_name(value.trim_end_matches('.')) || (is_short(value) && !is_of_people()));
    is_name.then_some((key, value))
}

/// `Location Berlin`, as a bold word leads to it, where all of the value is understood.
fn led_by_label(text: &str) -> Option<(Key, &str)> {
    // "Job Coach" is a name as a whole.
    let is_of = |value: &str| is_one_of(value.split(' ').next().unwrap_or(""), &["of", "de", "von", "van"]);
    // "Town of Hull"
    let may_lead =
        |key: Key, value: &str| key != Key::Company && (key != Key::Title || value.contains(' ')) && !is_of(value);
    led(text).find(|(key, value)| may_lead(*key, value) && is_told(*key, value))
}

/// `Team Hulls`, `Employer Hullwerk`: a label and a name, which may be a name as a whole where nothing beside it is labelled.
pub(super) fn led_by_label_of_name(text: &str) -> Option<(Key, &str)> {
    led(text).find(|(key, value)| match key {
        Key::Team => value.starts_with(char::is_uppercase) && team::is_name(value) && !title::names_job(value),
        Key::Company => company::is_name(value) && !title::names_job(value),
        Key::Level => level::in_title(value).is_some(),
        _ => false,
    })
}

/// Whether a short line begins with a label, and a space parts it from what may be no value: `Deadline 30 June`.
pub(super) fn is_led(text: &str) -> bool {
    led(text).next().is_some()
}

/// The labels that a short line begins with, each with the rest of it.
fn led(text: &str) -> impl Iterator<Item = (Key, &str)> {
    const LONGEST: usize = 60;
    const MOST_WORDS: usize = 3;
    let text = text.trim();
    let is_short = text.len() <= LONGEST && !text.ends_with(['.', '!', '?']) && !text.contains(':');
    let may_be_led = is_short && LABELS.leading(strip_ornaments(text)).is_some();
    let spaces = text.match_indices(' ').map(|(at, _)| at).take(if may_be_led { MOST_WORDS } else { 0 });
    spaces.filter_map(|at| Some((label(&text[..at])?, text[at..].trim())))
}

/// `Location. Berlin, near the port. You …` and `Remote? Yes.`, as bold words begin a paragraph, where all of the sentence is
/// understood.
fn run_in(text: &str) -> Option<(Key, &str)> {
    let head = &text[..floor_char_boundary(text, text.len().min(LONGEST_LABEL + 2))];
    let (first, _) = split_at_each(head, &[". ", "? "]).min_by_key(first_of_marks)?;
    let (key, rest) = (label(first)?, &text[first.len() + 2..]);
    let value = rest[..sentence_end(rest, 0)].trim_end_matches(['.', ' ']);
    let is_answer = || value.split(' ').count() <= 2 && remote::answer(value).is_some();
    match key {
        Key::Locations | Key::Closes | Key::Salary => is_told(key, value),
        Key::Remote => is_answer(),
        _ => false,
    }
    .then_some((key, value))
}

fn one_label(text: &str) -> Option<(Key, &str)> {
    // An ideographic space may part as well: `勤務地　大阪`.
    let Some(at) = text.find([':', '：', '\t', '\u{3000}']) else { return parted_by_dash(text) };
    let mark = text[at..].chars().next()?.len_utf8();
    let value = text[at + mark..].trim_start_matches(['\t', '\u{3000}', ':', '：']).trim();
    let value = value.split('\n').next().unwrap_or(value).trim_end();
    let key = label_of(&text[..at], value).filter(|key| *key != Key::Team || !names_area(&text[..at], value))?;
    let value = answered(key, strip_ornaments(&text[..at]), value)?;
    (!value.is_empty() && value.len() <= LONGEST_VALUE && !is_placeholder(value)).then_some((key, value))
}

/// Whether a label and its value name a part of a country, as may those of a team: `Département : Finistère`.
fn names_area(label: &str, value: &str) -> bool {
    AREA_OR_TEAM.exactly(strip_ornaments(label).trim_end()).is_some() && places::kind(value) == Some(Kind::Region)
}

/// The part of a country that a line tells by a label which may be that of a team as well: `Huila` of `Departamento: Huila`.
pub(super) fn area_or_team(text: &str) -> Option<&str> {
    let (label, value) = text.split_once([':', '：', '\t'])?;
    AREA_OR_TEAM.exactly(strip_ornaments(label).trim_end()).map(|()| strip_ornaments(value))
}

/// Whether the label of a line is that of what lies in such a part: `Municipio: Pitalito`.
pub(super) fn tells_what_is_in_area(text: &str) -> bool {
    text.split_once([':', '：', '\t'])
        .is_some_and(|(label, _)| IN_AREA.exactly(strip_ornaments(label).trim_end()).is_some())
}

/// The field that `text` is the label of where `value` is its value.
pub(super) fn label_of(text: &str, value: &str) -> Option<Key> {
    let is_name = |key: Key| match key {
        Key::Title => title::may_be_short_name(value),
        Key::Locations => names_towns(value),
        _ => is_told(key, value),
    };
    let asked = || ASKED.exactly(strip_ornaments(text)).filter(|key| is_name(*key));
    let team =
        || (may_label_team(strip_ornaments(text)) && team::is_asked(strip_ornaments(text), value)).then_some(Key::Team);
    label(text).or_else(asked).or_else(team)
}

/// Whether `text` may be the label of a team, and of other things as well: `area`.
pub(in crate::infer) fn may_label_team(text: &str) -> bool {
    TEAM_ASKED.exactly(text).is_some()
}

/// What is said where the label itself names how one works, rather than that one may work elsewhere: "on-site" of `On-site:
/// yes`. A no leaves open what it is instead.
fn answered<'t>(key: Key, label: &'t str, value: &'t str) -> Option<&'t str> {
    let term = || whereabouts::remote_word(label).filter(|term| *term != Remote::Full);
    if key != Key::Remote || term().is_none() {
        return Some(value);
    }
    match remote::answer(value) {
        Some(Remote::Full) => Some(label),
        Some(Remote::No) => None,
        _ => Some(value),
    }
}

/// Whether a value names towns and nothing else: that of `Branch: Leeds`, not that of `Branch: Steel`.
fn names_towns(value: &str) -> bool {
    let read = whereabouts::read(value);
    read.is_understood() && read.places.iter().all(|place| matches!(place.spot, Spot::City(_)))
}

/// `Location – Berlin`, where all of the value is understood.
fn parted_by_dash(text: &str) -> Option<(Key, &str)> {
    let (before, value) = split_at_each(text, &[" – ", " - ", " — "]).min_by_key(|(before, _)| before.len())?;
    let key = label(before)?;
    // "Afdeling – Rompen"
    let is_team = || key == Key::Team && is_team_behind_dash(value) && !names_area(before, value);
    (is_told(key, value) || is_team()).then_some((key, value.trim()))
}

/// Whether what follows "Team – " is its name, rather than a page, a place or a job.
fn is_team_behind_dash(value: &str) -> bool {
    let is_name = value.starts_with(char::is_uppercase) && team::is_name(value) && !title::names_job(value);
    is_name && label(value).is_none() && section_of(value).is_none() && places::find(value).is_none()
}

/// Whether a value is surely one of its field, so that its label needs no colon.
fn is_told(key: Key, value: &str) -> bool {
    match key {
        Key::Locations | Key::EmploymentType => {
            whereabouts::may_be_line(value) && whereabouts::read(value).is_understood()
                || key == Key::EmploymentType && is_employment(value)
        }
        Key::Salary => salary::read(value).is_some(),
        Key::Posted | Key::Closes => dates::read(value).is_ok(),
        Key::Company => company::is_name(value),
        Key::Title => title::is_plain_name(value),
        _ => false,
    }
}

fn is_employment(value: &str) -> bool {
    employment_type::read(value).understood || employment_type::read_labelled(value).told().is_some()
}

/// The field that `text`, all of it, is the label of.
pub(in crate::infer) fn label(text: &str) -> Option<Key> {
    // Ornaments may stand around it.
    if text.len() > 2 * LONGEST_LABEL {
        return None;
    }
    let text = strip_ornaments(text).trim_end_matches([':', '：', '*', ' ', '?', '？']).trim_start_matches('¿');
    let text = without_number(text);
    if text.is_empty() || text.len() > LONGEST_LABEL {
        return None;
    }
    let known = |text: &str| LABELS.exactly(&squash(text));
    // "Location/Duty station" says the same twice, and "Location (city, country)" what to write there.
    let twice = || {
        let (one, other) = text.split_once('/')?;
        known(one.trim_end()).filter(|key| known(other.trim_start()) == Some(*key))
    };
    let explained = || known(text.strip_suffix(')')?.split_once(" (")?.0);
    let named = || known(strip_word(text, "the")?);
    known(text).or_else(twice).or_else(explained).or_else(named)
}

/// `[5] 就業場所`, `2. Location` and `1.2 Location` without their numbers.
fn without_number(text: &str) -> &str {
    if text.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return text;
    }
    let number = text.split(' ').next().unwrap_or("");
    let is_section =
        number.len() <= 5 && number.contains('.') && number.bytes().all(|b| b.is_ascii_digit() || b == b'.');
    if is_section {
        return text[number.len()..].trim_start();
    }
    // "一、工作地点"
    let is_figure = |c: char| "一二三四五六七八九十".contains(c);
    if !text.is_ascii()
        && let Some((_, behind)) = text.split_once('、').filter(|(figure, _)| figure.chars().all(is_figure))
    {
        return behind;
    }
    let rest = text.trim_start_matches(['[', '(', '（', '【']);
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    if !(1..=2).contains(&digits) {
        return text;
    }
    let mark = rest[digits..].trim_start_matches([']', ')', '）', '】', '.', '、']);
    if mark.len() < rest.len() - digits { mark.trim_start() } else { text }
}
