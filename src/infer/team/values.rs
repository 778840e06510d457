//! The team that a value names: a title's own suffix, front matter, what stands behind a label.

use std::sync::LazyLock;

use super::{BEHIND, as_name, before_word, is_capital, is_department, is_link, is_name, may_name, subject, units};
use crate::infer::body::Body;
use crate::infer::front_matter::Key;
use crate::infer::labels::{label, labelled, may_label_team};
use crate::infer::lexicon::Lexicon;
use crate::infer::table::TEAMS;
use crate::infer::words::{find_phrase, has_phrase, is_one_of, rsplit_at_each, split_at_each, strip_word, word_before};
use crate::infer::{company, places, title, whereabouts};
use crate::posting::{Field, Origin, OriginKind};

/// How a remark begins that follows a name and a comma: "which" of "Hulls, which is five people".
static REMARKS: LazyLock<Vec<&'static str>> = LazyLock::new(|| TEAMS.words("remark"));

/// What a value begins with that tells how many the team are: "six".
static SIZES: LazyLock<Lexicon<()>> = LazyLock::new(|| TEAMS.lexicon("size"));
/// Whom it counts, where they have a capital: "Leute".
static COUNTED: LazyLock<Lexicon<()>> = LazyLock::new(|| TEAMS.lexicon("counted"));

/// Keys of front matter for a part of the whole, which may also be a unit of measure.
const UNIT_KEYS: [&str; 9] = ["unit", "enhet", "enhed", "einheit", "eenheid", "unité", "unidad", "unidade", "unità"];

/// The team that a title's own suffix names: "Welder, Hulls team", or "Welder, Hulls" where the text speaks of such a team.
pub(in crate::infer) fn in_title(title: &Field<String>, body: &Body<'_>) -> Option<Field<String>> {
    let text = company::without_suffix(&title.value).unwrap_or(&title.value);
    let text = text.trim_end().trim_end_matches([')', ']']);
    let last = rsplit_at_each(text, &[", ", " - ", " – ", " — ", " | ", " (", " ["]);
    let (_, part) = last.min_by_key(|(_, part)| part.len())?;
    let in_front = ["Team ", "Squad "].iter().find_map(|word| part.strip_prefix(word));
    // "In-Patient Unit", but "Hulls team"
    let with_word = || if part.ends_with(" Unit") { Some(part) } else { before_word(part) };
    let told = |text: &str| {
        let named = BEHIND.iter().map(|word| format!("{part} {word}"));
        let mut found = named.filter_map(|name| find_phrase(text, &name).map(|at| &text[at..at + name.len()]));
        // "Welder (Ulm)", and the team there
        let ahead = || {
            places::find(part).is_none()
                && find_phrase(text, part).is_some_and(|at| label(word_before(text, at)) == Some(Key::Team))
        };
        has_phrase(text, part) && (found.any(|name| !name.ends_with("Group")) || ahead())
    };
    let is_told = || as_name(part).is_some() && body.parts.iter().any(|body| told(&body.block.text));
    let name = in_front.or_else(with_word).or_else(|| is_told().then_some(part))?;
    let value = as_name(name.trim_end_matches([' ', '-']))?;
    Some(Field { value, origin: Origin { kind: OriginKind::Title, ..title.origin } })
}

/// The team that a value of front matter names under a key that is not ours: a usual department as a category, or a part
/// of an institution.
pub(in crate::infer) fn in_values(values: &[(u32, String, String)]) -> Option<Field<String>> {
    values.iter().find_map(|(line, key, value)| {
        let is_key = |words: &[&str]| key.split(' ').any(|word| is_one_of(word, words));
        let is_key_of_many = || is_key(&["category", "area", "field", "unit"]) || may_label_team(key);
        let is_usual = value.split(' ').all(is_capital) && is_key_of_many();
        // `unit: Hulls and Data`, but `unit: Month`
        let is_usual = is_usual
            || (is_key(&["unit"])
                && value.split(' ').any(is_capital)
                && value.split(' ').all(|word| may_name(word) || is_link(word)));
        // `enhet: Avdelning Köl`
        let is_said = is_key(&UNIT_KEYS) && subject::behind_word(value).is_some();
        let is_part = is_key(&["institute", "school", "faculty"]) && company::is_unit(value);
        let told = (is_usual && is_name(value)) || is_said || is_part;
        told.then(|| Field {
            value: value.clone(),
            origin: Origin { kind: OriginKind::FrontMatter, line: Some(*line) },
        })
    })
}

/// The team that a label's value names: `Hulls` of `Hulls, which is five people` and of `Hulls.`; none of `6 people`.
pub(in crate::infer) fn named(value: &str) -> Option<&str> {
    let name = without_facts(without_remark(value));
    let stopped = name.strip_suffix('.').filter(|name| is_name(name));
    (!is_size(value)).then(|| stopped.unwrap_or(name))
}

/// Whether a value tells how many the team are, and not who: `6 people, 2 dogs`, `About ten`.
pub(in crate::infer) fn is_size(value: &str) -> bool {
    let value = value.trim_start_matches(['~', '>', '+', '≈', ' ']);
    let behind_figure = || {
        let rest = value.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '-' | '–' | '+'));
        let is_apart = rest.is_empty() || rest.starts_with([' ', ',', '(', '人', '名', '명']);
        (rest.len() < value.len() && is_apart).then_some(rest)
    };
    let Some(rest) = SIZES.strip(value).or_else(behind_figure) else { return false };
    let rest = rest.trim_start();
    !rest.starts_with(char::is_uppercase) || COUNTED.strip(rest).is_some()
}

/// A label's value without the facts that a dash or a bar parts from it: `Hulls` of `Hulls – Ulm – full-time`.
fn without_facts(value: &str) -> &str {
    const MARKS: [&str; 4] = [" – ", " — ", " | ", " · "];
    let is_fact = |rest: &str| {
        let first = MARKS
            .iter()
            .filter_map(|mark| rest.split_once(mark))
            .map(|(first, _)| first)
            .min_by_key(|first| first.len());
        let first = first.unwrap_or(rest).trim();
        whereabouts::read(first).is_understood() || labelled(first).next().is_some()
    };
    let found = split_at_each(value, &MARKS).filter(|(_, rest)| is_fact(rest));
    found.map(|(name, _)| name.trim_end()).min_by_key(|name| name.len()).unwrap_or(value)
}

/// A label's value without what it tells of the team: `Hulls` of `Hulls (5 people)`.
fn without_remark(value: &str) -> &str {
    let is_remark = |text: &str| {
        let is_led = || REMARKS.iter().any(|word| strip_word(text, word).is_some());
        text.starts_with(|c: char| c.is_ascii_digit()) || (text.starts_with(char::is_lowercase) && is_led())
    };
    let found = split_at_each(value, &[", ", " (", " – ", " — ", " - ", "; "]).filter(|(_, rest)| is_remark(rest));
    found.map(|(name, _)| name).min_by_key(|name| name.len()).unwrap_or(value)
}

/// Whether a text can be nothing but a team's name, be there no label: `Customer Success`, `Harbour Relations`.
pub(in crate::infer) fn is_sure(text: &str) -> bool {
    const LONGEST: usize = 40;
    // "Developer Relations", but "Head of Hull Support"
    let is_job =
        || title::names_job(text) && (has_phrase(text, "of") || !text.rsplit(' ').next().is_some_and(is_capital));
    text.len() <= LONGEST
        && units::is_run(text)
        && text.split(' ').any(is_capital)
        && !is_job()
        && places::find(text).is_none()
}

/// Whether a value names a team behind a word that may label other things as well: `Area: Customer Success`. In Portuguese,
/// "time" is one of them.
pub(in crate::infer) fn is_asked(label: &str, value: &str) -> bool {
    let is_portuguese =
        || is_one_of(label, &["time"]) && value.split(' ').any(|word| word == "e") && units::is_run(value);
    // "Settore: Ufficio Acquisti", "Area: Hulls Department"
    let value = without_facts(value);
    let says_so = || {
        // "Category: Service Jobs", "Sector: Energy Group"
        let is_english =
            || value.split(' ').next().is_some_and(|word| is_one_of(word, &["service", "group", "division", "unit"]));
        let is_group = || value.ends_with("Group") || value.ends_with("Function");
        let is_led = || !is_english() && subject::behind_word(value).is_some();
        units::is_run(value) && (is_led() || (!is_group() && before_word(value).and_then(as_name).is_some()))
    };
    is_department(value) || is_portuguese() || says_so()
}
