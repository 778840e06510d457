//! How one is employed, as the text says it.
//!
//! In goes the body, out come the kinds that its first such line names. A line counts when it is but words about
//! employment, under a label or not, or when a phrase in it can't be mistaken. A lone "full-time" counts beside another
//! kind or before the name of the role, never before a team, years of experience or people.

use std::sync::LazyLock;

use super::role::is_of_role;
use super::time::{clauses, in_hours, is_short};
use super::{Employment, add_relation, hours, is_time, read, read_labelled, term};
use crate::extract::BlockKind;
use crate::infer::body::{Body, Fact, Hit, Part, Section};
use crate::infer::denial::is_denied_behind;
use crate::infer::front_matter::Key;
use crate::infer::labels;
use crate::infer::lexicon::Lexicon;
use crate::infer::table::CUES;
use crate::infer::words::{
    BARS, has_figure, has_one_of, is_one_of, sentence_at, split_at_each, strip_end, strip_ornaments, strip_word,
    word_after, word_before,
};
use crate::posting::EmploymentType;
use crate::posting::Field;

/// What a role is called.
pub(super) static ROLES: LazyLock<Lexicon<()>> = LazyLock::new(|| CUES.lexicon("role noun"));

/// What parts the name of a job from what is said of it.
const HEADING_MARKS: [&str; 4] = [", ", " - ", " – ", " | "];

/// What takes a phrase back right before it.
static DENIALS: LazyLock<Vec<&str>> = LazyLock::new(|| CUES.words("employment denied"));

/// How somebody is sought, and whether an employer says so of itself, rather than of the reader: `join`.
pub(super) static SEEKS: LazyLock<Lexicon<bool>> = LazyLock::new(|| {
    CUES.lexicon_of(|section| match section {
        "role sought" => Some(true),
        "role joined" => Some(false),
        _ => None,
    })
});

/// What the text says: the kinds of the first line that names any. Where it but says that the work ends, or is done by
/// a contractor, the next that says how much of it there is adds that; where it but says how much, one that it ends.
pub(in crate::infer) fn in_body(body: &Body<'_>) -> Option<Field<Vec<EmploymentType>>> {
    let mut lines = in_parts(body);
    let Some(mut first) = lines.next() else { return in_term(body) };
    if first.value.iter().copied().all(is_time) {
        let relations = [EmploymentType::Temporary, EmploymentType::Contractor];
        let told: Vec<EmploymentType> = lines.flat_map(|line| line.value).collect();
        first.value.extend(relations.into_iter().filter(|relation| told.contains(relation)));
        if first.value.iter().copied().all(is_time) && in_term(body).is_some() {
            first.value.push(EmploymentType::Temporary);
        }
    } else if !first.value.iter().copied().any(is_time) {
        let times = lines.map(|line| line.value).find(|kinds| kinds.iter().copied().all(is_time));
        first.value.extend(times.into_iter().flatten());
    }
    Some(first)
}

/// What a line near the top says of how long the contract lasts: `Duration: 2 years`.
fn in_term(body: &Body<'_>) -> Option<Field<Vec<EmploymentType>>> {
    let is_term =
        |text: &str| labels::labelled(text).any(|(key, value)| key == Key::EmploymentType && term::ends(value));
    body.top().iter().filter(|part| part.section != Section::Process).find_map(|part| {
        let mut lines = (part.block.line..).zip(part.block.text.split('\n'));
        let (line, _) = lines.find(|(_, text)| is_term(text))?;
        Some(Field::new(vec![EmploymentType::Temporary], part.kind, line))
    })
}

/// The kinds that each part of the text names, if any.
fn in_parts(body: &Body<'_>) -> impl Iterator<Item = Field<Vec<EmploymentType>>> {
    let mut hits = body.hits.as_slice();
    let mut label_above = false;
    body.parts.iter().enumerate().filter_map(move |(at, part)| {
        let of_part = hits.partition_point(|hit| hit.part == at);
        let (here, rest) = hits.split_at(of_part);
        hits = rest;
        // "About us: … We are looking for somebody to join us in full-time."
        if part.section == Section::Company {
            let sought = here.iter().filter(|hit| is_sought(&part.block.text, hit)).cloned().collect::<Vec<_>>();
            if let Some(kinds) = in_hits(part, &sought) {
                return Some(part.field(kinds));
            }
        }
        if matches!(part.section, Section::Company | Section::Process) {
            return None;
        }
        let lines = in_lines(part, !here.is_empty(), &mut label_above);
        let in_hits = || in_hits(part, here).unwrap_or_default();
        let (mut kinds, line) = lines.map_or_else(
            || (in_hits(), part.block.line),
            |(mut kinds, line)| {
                // "Freelance contract, full-time"
                add_relation(&mut kinds, in_hits);
                (kinds, line)
            },
        );
        // "25 hours a week. Three year contract."
        if !kinds.iter().copied().any(is_time) {
            // "24 to 32 hours, contract for a year"
            let beside = || clauses(&part.block.text).find_map(hours::of_working_time);
            let is_beside = !kinds.is_empty() && is_short(&part.block.text);
            let told = in_hours(part).or_else(|| is_beside.then(beside).flatten());
            kinds.extend(told.into_iter().flatten());
        }
        if kinds.iter().copied().all(is_time) && term::is_limited(&part.block.text) {
            kinds.push(EmploymentType::Temporary);
        }
        if kinds.is_empty() {
            return None;
        }
        Some(Field::new(kinds, part.kind, line))
    })
}

/// Words of lines that tell how long one shift is.
const SHIFTS: [&str; 14] = [
    "shift",
    "shifts",
    "nights",
    "schicht",
    "schichten",
    "nächte",
    "nuits",
    "turno",
    "turnos",
    "turni",
    "diensten",
    "skift",
    "zmiana",
    "noches",
];

/// The kinds of a line that has nothing else in it, and that line. `label_above` is whether the line before was but a
/// label of employment; it is kept up to date. Without a label, a line needs a phrase or a figure to be read.
fn in_lines(part: &Part<'_>, has_phrase: bool, label_above: &mut bool) -> Option<(Vec<EmploymentType>, u32)> {
    // "Permanent full-time position, 40 hours per week" and its like.
    const LONGEST: usize = 80;
    for (line, text) in (part.block.line..).zip(part.block.text.split('\n')) {
        let text = strip_ornaments(text);
        let below_label = std::mem::take(label_above);
        if text.is_empty() || text.len() > LONGEST {
            continue;
        }
        let may_label = part.is_heading() || text.ends_with([':', '：']);
        if may_label && labels::label(text) == Some(Key::EmploymentType) {
            *label_above = true;
            continue;
        }
        let labelled = labels::labelled(text).find(|(key, _)| *key == Key::EmploymentType);
        if !(has_phrase || below_label || labelled.is_some() || has_figure(text)) {
            continue;
        }
        let other = text.split_once([':', '：']).map(|(_, value)| (Key::EmploymentType, value));
        // "Bonus: 25%"
        if labelled.is_none() && other.is_some_and(|(_, value)| value.contains('%')) {
            continue;
        }
        // "Hull Works, Permanent Full-Time"
        if part.is_heading() && labelled.is_none() && !below_label {
            if let Some(kinds) = in_heading(text) {
                return Some((kinds, line));
            }
            continue;
        }
        let value = labelled.or(other);
        let Employment { kinds, understood } = value.map_or_else(|| read(text), |(_, value)| read_labelled(value));
        // "Shift: 12 hours, days and nights"
        let is_of_shift = || has_one_of(text, &SHIFTS) && hours::of_week(text).is_none();
        if labelled.is_none() && !has_phrase && kinds == [EmploymentType::PartTime] && is_of_shift() {
            continue;
        }
        // A lone word such as "Internship" may be an item of any list, and stand behind any colon.
        let is_plain = || kinds.iter().copied().all(is_time);
        if let Some(kinds) = in_pieces(text) {
            return Some((kinds, line));
        }
        let is_list = text.contains([',', '|', '•', '·', '/']) && text.split_whitespace().count() <= 10;
        let is_told = understood || (is_list && !text.ends_with(['.', '!', '?']) && is_plain());
        if is_told && !kinds.is_empty() && (labelled.is_some() || below_label || is_plain()) {
            return Some((kinds, line));
        }
    }
    None
}

/// How much one works, by what stands between bars and is nothing else: `Ulm • Permanent part-time`.
fn in_pieces(text: &str) -> Option<Vec<EmploymentType>> {
    let mut pieces = text.split(BARS).filter(|piece| piece.len() < text.len());
    pieces.find_map(|piece| read(piece.trim()).told().filter(|kinds| kinds.iter().copied().all(is_time)))
}

/// How much one works, by what stands between commas or dashes behind the first words of a heading and is nothing else:
/// `Welder – Full-time – Ulm`.
fn in_heading(text: &str) -> Option<Vec<EmploymentType>> {
    let mut rest = text;
    while let Some((_, behind)) = split_at_each(rest, &HEADING_MARKS).min_by_key(|(before, _)| before.len()) {
        let piece = split_at_each(behind, &HEADING_MARKS).map(|(piece, _)| piece).min_by_key(|piece| piece.len());
        let told = read(piece.unwrap_or(behind)).told();
        if let Some(kinds) = told.filter(|kinds| kinds.iter().copied().all(is_time)) {
            return Some(kinds);
        }
        rest = behind;
    }
    None
}

fn in_hits(part: &Part<'_>, hits: &[Hit]) -> Option<Vec<EmploymentType>> {
    let text = part.block.text.as_str();
    let mut employment = Employment::default();
    for (at, hit) in hits.iter().enumerate() {
        let counts = match hit.fact {
            Fact::Employment(_) => true,
            Fact::EmploymentHint(kind) => {
                let neighbours = [at.checked_sub(1), Some(at + 1)];
                let beside = |other: usize| hits.get(other).is_some_and(|other| are_choices(text, hit, other));
                // "Full-" may go on as "full-stack".
                let is_half = text[hit.span.clone()].ends_with('-');
                let is_choice = || is_time(kind) && !named_with(kind, &text[hit.span.clone()]).is_empty();
                neighbours.into_iter().flatten().any(beside) || is_choice() || (!is_half && is_of_role(text, hit))
            }
            _ => false,
        };
        // "Experience with hulls, paid or as a volunteer"
        let is_asked = |kind| kind == EmploymentType::Volunteer && part.section == Section::Ask;
        if let Fact::Employment(kind) | Fact::EmploymentHint(kind) = hit.fact
            && counts
            && !is_asked(kind)
            && (is_time(kind) || !is_duty(part))
            && !is_of_others(kind, text, hit)
            && !is_denied(&text[sentence_at(text, hit.span.start).start..hit.span.start])
            && !is_denied_behind(text, hit.span.end)
        {
            employment.add([kind]);
            // "part or full time"
            employment.add(named_with(kind, &text[hit.span.clone()]));
            employment.add((is_time(kind) && is_contract_beside(text, hit)).then_some(EmploymentType::Contractor));
        }
    }
    (!employment.kinds.is_empty()).then_some(employment.kinds)
}

/// Whether an item of tasks begins with looking for people, which the reader will do: `Hire and train seasonal welders`.
fn is_duty(part: &Part<'_>) -> bool {
    part.section == Section::Tasks
        && part.block.kind == BlockKind::ListItem
        && SEEKS.leading(&part.block.text).is_some()
}

/// Whether an intern or a volunteer is somebody else: one that one works with, or whoever would rather be that: `with the help of
/// an intern`, `Wer nur als Freiwilliger helfen möchte, …`.
fn is_of_others(kind: EmploymentType, text: &str, hit: &Hit) -> bool {
    const WITH: [&str; 8] = ["with", "mit", "avec", "d", "con", "com", "met", "med"];
    const WHO: [&str; 16] = [
        "who", "whoever", "anyone", "those", "if", "wer", "wenn", "qui", "si", "quien", "quem", "se", "chi", "wie",
        "wil", "den",
    ];
    const RATHER: [&str; 15] = [
        "only",
        "just",
        "rather",
        "nur",
        "lieber",
        "seulement",
        "plutôt",
        "solo",
        "sólo",
        "apenas",
        "enkel",
        "alleen",
        "liever",
        "bara",
        "bare",
    ];
    let before = &text[sentence_at(text, hit.span.start).start..hit.span.start];
    let is_rather = || is_one_of(word_after(before, 0), &WHO) && before.split(' ').any(|word| is_one_of(word, &RATHER));
    let words = before.trim_end_matches([' ', '\'', '’']);
    let is_with = || text[hit.span.clone()].contains(' ') && is_one_of(word_before(words, words.len()), &WITH);
    match kind {
        EmploymentType::Intern => is_with(),
        EmploymentType::Volunteer => is_rather() || is_with(),
        _ => false,
    }
}

/// The other kind that a phrase names besides the one that it stands for: `part or full time`.
fn named_with(kind: EmploymentType, phrase: &str) -> Vec<EmploymentType> {
    let is_choice = has_one_of(phrase, &["or"]);
    let kinds = if is_choice { read(phrase).kinds } else { Vec::new() };
    kinds.into_iter().filter(|other| *other != kind).collect()
}

/// Whether work on contract is offered as well: `full-time or contract`, which by itself may mean anything.
fn is_contract_beside(text: &str, hit: &Hit) -> bool {
    const LINKS: [&str; 6] = ["or", "and", "/", "or on", "and on", "and/or"];
    let ends = |rest: &str| {
        let next = word_after(rest, 0);
        !rest.starts_with(' ') || next.is_empty() || ROLES.exactly(next).is_some()
    };
    let behind = LINKS.iter().find_map(|link| strip_word(text[hit.span.end..].trim_start(), link));
    let before = LINKS.iter().find_map(|link| strip_end(text[..hit.span.start].trim_end(), link));
    behind.and_then(|rest| strip_word(rest, "contract").map(|_| &rest["contract".len()..])).is_some_and(ends)
        || before.is_some_and(|before| is_one_of(word_before(before, before.len()), &["contract"]))
}

/// Whether two kinds are offered side by side: `full-time or part-time`, `Voll-/Teilzeit`.
fn are_choices(text: &str, one: &Hit, other: &Hit) -> bool {
    const LINKS: [&str; 14] =
        ["or", "oder", "und", "and", "/", "als", "als op", "of", "ou", "et", "o", "y", "e", "as well as"];
    let between =
        if one.span.end <= other.span.start { one.span.end..other.span.start } else { other.span.end..one.span.start };
    // "You guide interns and volunteers" is about people.
    let are_people = [one, other].iter().all(|hit| text[hit.span.clone()].ends_with('s'));
    // "part-time (from 24 hours) or full-time"
    let aside = || text[between.clone()].trim_start().strip_prefix('(')?.split_once(')').map(|(_, rest)| rest);
    let link = aside().unwrap_or(&text[between.clone()]).trim();
    let is_kind = !are_people && matches!(other.fact, Fact::Employment(_) | Fact::EmploymentHint(_));
    is_kind && one.fact != other.fact && is_one_of(link, &LINKS)
}

/// Whether the sentence of a phrase that can't be mistaken is about the role, among what the employer says of itself.
fn is_sought(text: &str, hit: &Hit) -> bool {
    let sentence = &text[sentence_at(text, hit.span.start)];
    let is_told = || SEEKS.find(sentence).any(|(of_employer, _)| of_employer);
    matches!(hit.fact, Fact::Employment(_))
        && (is_told() || has_one_of(sentence, &["poste", "position", "stelle", "puesto"]))
}

/// Whether one of the words right before a phrase takes it back: `no`, `never`, `years of`. A rate's does not: "€38,000 a
/// year for a full-time contract".
pub(super) fn is_denied(before: &str) -> bool {
    const RATES: [&str; 5] = ["a", "per", "pro", "im", "/"];
    let words: Vec<&str> = before.split_whitespace().rev().take(4).collect();
    let is_rate = |at: usize| {
        is_one_of(words[at], &["year", "jahr"]) && words.get(at + 1).is_some_and(|word| is_one_of(word, &RATES))
    };
    (0..words.len().min(3)).any(|at| is_one_of(words[at], &DENIALS) && !is_rate(at))
}

#[cfg(test)]
mod tests {
    use crate::infer::fixture::draft;
    use crate::posting::EmploymentType::{FullTime, PartTime, Temporary};

    #[test]
    fn f1_a_heading_tells_behind_the_name_of_the_job_how_much_one_works() {
        for (heading, expected) in [
            ("Dock Welder – Full Time – Remote", Some(vec![FullTime])),
            ("Schweißer, Teilzeit, Ulm", Some(vec![PartTime])),
            ("Dock Welder – a full time for ships – Remote", None),
        ] {
            let facts = draft().key("title", "Welder").heading(1, heading).paragraph("We weld.").facts();
            assert_eq!(facts.employment_type.map(|field| field.value), expected, "{heading}");
        }
    }

    #[test]
    fn f3_the_months_of_a_year_at_school_and_the_word_term_end_no_contract() {
        for (text, expected) in [
            ("The welding teacher is a full-time, twelve-month position.", vec![FullTime]),
            ("Term: Full time, permanent", vec![FullTime]),
            ("**Term** | Full time, permanent", vec![FullTime]),
            ("Term: Full-time, 12 month contract", vec![FullTime, Temporary]),
            ("Term: two years", vec![Temporary]),
        ] {
            let facts = draft().heading(1, "Welder").paragraph(text).paragraph("We weld.").facts();
            assert_eq!(facts.employment_type.map(|field| field.value), Some(expected), "{text}");
        }
    }

    #[test]
    fn f1_full_time_leads_a_line_follows_its_contract_and_stands_beside_a_grade() {
        for (text, expected) in [
            ("Full-time at our yard in Ulm.", Some(vec![FullTime])),
            ("Full-time in our team are nine people.", None),
            ("Regime full-time, no estaleiro.", Some(vec![FullTime])),
            ("Welding at the institute (E13 TV-L, 100 %)", Some(vec![FullTime])),
            ("TV-L E13, 75 %, auf drei Jahre befristet.", Some(vec![Temporary, PartTime])),
            ("Hledáme svářeče na plný úvazek.", Some(vec![FullTime])),
            ("Мы ищем сварщика, полная занятость.", Some(vec![FullTime])),
        ] {
            let facts = draft().heading(1, "Welder").paragraph(text).facts();
            assert_eq!(facts.employment_type.map(|field| field.value), expected, "{text}");
        }
    }
}
