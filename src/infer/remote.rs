//! Whether the work may be done from elsewhere, by the title or sentences of the text.
//!
//! In goes the body with its cues, out comes an answer only where the sentence is about this role or the whole company
//! works that way. Experience with remote work, remote systems and a few weeks abroad are no answer.

use std::sync::LazyLock;

use super::body::{Body, CUES, Fact, Hit, Part, Section};
use super::denial::is_denied_behind;
use super::lexicon::Lexicon;
use super::whereabouts;
use super::words::{has_one_of, has_phrase, is_one_of, sentence_around, sentence_at, word_after};
use crate::posting::{Field, Remote};

/// What sentences of the text say. Where they but mention remote work, a role that `has_office` has some of it.
pub(super) fn in_body(body: &Body<'_>, has_office: impl FnOnce() -> bool) -> Option<Field<Remote>> {
    let has_office = body.hits.iter().any(|hit| hit.fact == Fact::SomeRemote) && has_office();
    let telling = body.hits.iter().filter_map(|hit| {
        let part = &body.parts[hit.part];
        let remote = match hit.fact {
            Fact::Remote(Remote::Hybrid) | Fact::SomeRemote if is_denied_behind(&part.block.text, hit.span.end) => {
                Remote::No
            }
            Fact::Remote(Remote::Full) | Fact::SomeRemote if days_in_office(body, hit.part).is_some() => return None,
            // What colleagues are like is no promise among what the reader should be used to.
            Fact::Remote(Remote::Full) if part.section == Section::Ask && names_team(&part.block.text, hit) => {
                return None;
            }
            Fact::Remote(remote) => remote,
            Fact::InOffice => office_days(&part.block.text, hit)?,
            Fact::OnSite if is_of_role(&part.block.text, hit) => Remote::No,
            // A wish, or a heading that only announces the subject.
            Fact::SomeRemote if matches!(part.section, Section::Ask | Section::Tasks) || announces(part, hit) => {
                return None;
            }
            // "You monitor pumps remotely."
            Fact::SomeRemote if !is_about_work(&part.block.text, hit) => return None,
            Fact::SomeRemote if has_office => Remote::Hybrid,
            Fact::SomeRemote => Remote::Full,
            _ => return None,
        };
        counts(part, hit, remote).then_some((remote, part.block.line))
    });
    let telling: Vec<(Remote, u32)> = telling.collect();
    let first = |wanted: Remote| telling.iter().find(|(remote, _)| *remote == wanted).map(|(_, line)| *line);
    let (full, hybrid, no) = (first(Remote::Full), first(Remote::Hybrid), first(Remote::No));
    let (remote, line) = match (full, hybrid, no) {
        // Said both ways, nobody can tell.
        (Some(_), _, Some(_)) | (None, None, None) => return None,
        (Some(line), _, None) => (Remote::Full, line),
        (None, Some(line), _) => (Remote::Hybrid, line),
        (None, None, Some(line)) => (Remote::No, line),
    };
    Some(Field::new(remote, body.kind, line))
}

/// What a block says of days in the office, which tells more than that one may work remotely on the others.
fn days_in_office(body: &Body<'_>, part: usize) -> Option<Remote> {
    // A block longer than this is no longer about one thing.
    const LONGEST: usize = 1500;
    if body.parts[part].block.text.len() > LONGEST {
        return None;
    }
    let from = body.hits.partition_point(|hit| hit.part < part);
    let of_part = body.hits[from..].iter().take_while(|hit| hit.part == part);
    let text = &body.parts[part].block.text;
    of_part.filter(|hit| hit.fact == Fact::InOffice).find_map(|hit| office_days(text, hit))
}

/// Words for days, and for how often.
const DAYS: [&str; 17] = [
    "day", "days", "once", "twice", "times", "tag", "tage", "jour", "jours", "días", "dias", "dagen", "vezes", "veces",
    "fois", "2x", "3x",
];

/// What so many days a week in the office amount to.
fn office_days(text: &str, hit: &Hit) -> Option<Remote> {
    const WEEKS: [&str; 8] = ["week", "weekly", "woche", "wöchentlich", "semaine", "semana", "weeks", "settimana"];
    const ALL: [&str; 8] = ["5", "five", "fünf", "cinq", "cinco", "vijf", "every", "all"];
    let sentence = &text[sentence_at(text, hit.span.start)];
    let has = |words: &[&str]| has_one_of(sentence, words);
    let is_weekly = has(&WEEKS) && has(&DAYS) && !has(&["hours"]);
    (is_weekly && !has(&["month", "year"])).then(|| if has(&ALL) { Remote::No } else { Remote::Hybrid })
}

/// What the words behind a label for remote work answer: a yes or a no, with reserve or without, or days of the week.
pub(super) fn answer(value: &str) -> Option<Remote> {
    const YES: [&str; 8] = ["yes", "ja", "oui", "sí", "si", "sim", "sì", "true"];
    const NO: [&str; 8] = ["no", "nein", "non", "nee", "não", "nej", "nei", "false"];
    const PARTLY: [&str; 13] = [
        "nach absprache",
        "teilweise",
        "partially",
        "partly",
        "partial",
        "partiel",
        "partielle",
        "parcial",
        "parzialmente",
        "deels",
        "some",
        "occasionally",
        "by arrangement",
    ];
    const MOST_WORDS: usize = 6;
    if value.split_whitespace().nth(MOST_WORDS).is_some() {
        return None;
    }
    let said = value.trim().split([',', ' ', '.', '(', '–']).next()?;
    let is_partial = counts_days(value) || has_one_of(value, &PARTLY);
    match is_partial {
        _ if is_one_of(said, &NO) => Some(Remote::No),
        _ if said == "100%" => Some(Remote::Full),
        true => Some(Remote::Hybrid),
        false => is_one_of(said, &YES).then_some(Remote::Full),
    }
}

/// Whether a few words count days of a week: `2 days a week`, `2 jours/semaine`, `週2日`.
fn counts_days(text: &str) -> bool {
    let has_figure = text.bytes().any(|b| (b'1'..=b'4').contains(&b)) && !text.contains('%');
    has_figure && (has_one_of(text, &DAYS) || text.contains(['日', '天']))
}

/// "A distributed team", "our remote team".
fn names_team(text: &str, hit: &Hit) -> bool {
    has_phrase(&text[hit.span.clone()], "team")
}

/// Whether nothing but words for working time stands between "on site" and the role: `an on site, full-time position`,
/// `die Stelle ist vor Ort`.
fn is_of_role(text: &str, hit: &Hit) -> bool {
    const ROLES: [&str; 12] = [
        "position",
        "role",
        "job",
        "employment",
        "stelle",
        "tätigkeit",
        "poste",
        "puesto",
        "vaga",
        "functie",
        "posición",
        "work",
    ];
    const BETWEEN: [&str; 26] = [
        "and",
        "und",
        "is",
        "a",
        "an",
        "in",
        "the",
        "full-time",
        "fulltime",
        "full",
        "time",
        "part-time",
        "part",
        "permanent",
        "fully",
        "strictly",
        "only",
        "100",
        "ist",
        "teilzeit",
        "vollzeit",
        "ausschließlich",
        "est",
        "es",
        "é",
        "en",
    ];
    let sentence = sentence_at(text, hit.span.start);
    let word = |word: &str| word.trim_matches(|c: char| !c.is_alphanumeric()).to_owned();
    let telling = |word: &String| !word.is_empty() && !is_one_of(word, &BETWEEN);
    // "Part-time (three days) and on site", "in-person (Ulm) position"
    let before =
        outside_brackets(&text[sentence.start..hit.span.start]).split_whitespace().rev().map(word).find(telling);
    let after = outside_brackets(&text[hit.span.end..sentence.end.max(hit.span.end)]);
    let after = after.split_whitespace().map(word).find(telling);
    [before, after].into_iter().flatten().any(|word| is_one_of(&word, &ROLES))
}

/// `text` without what stands in round brackets.
fn outside_brackets(text: &str) -> String {
    let mut pieces = text.split('(');
    let first = pieces.next().unwrap_or_default().to_owned();
    pieces.fold(first, |outside, piece| outside + piece.split_once(')').map_or("", |(_, rest)| rest))
}

/// The hours or time zones that one has to work in, from a sentence that names a span of them.
pub(super) fn hours_in_body(body: &Body<'_>) -> Option<Field<String>> {
    body.parts.iter().filter(|part| part.section != Section::Process).find_map(|part| {
        let hours = whereabouts::hours_in(&part.block.text)?;
        Some(Field::new(hours.to_owned(), body.kind, part.block.line))
    })
}

/// What a title says in brackets or behind a dash: `Welder (Remote)`.
pub(super) fn in_title(title: &str) -> Option<whereabouts::Whereabouts> {
    let pieces = title
        .split(['(', ')', '[', ']', '|'])
        .flat_map(|piece| piece.split(" - ").flat_map(|piece| piece.split([',', '–', '—'])));
    // What stands first is the job itself: "Remote Sensing Engineer".
    let mut told = pieces.skip(1).map(whereabouts::read).filter(|read| read.is_understood() && read.remote.is_some());
    told.next()
}

/// Whether a sentence says of work, rather than of a thing, that it is done remotely.
fn is_about_work(text: &str, hit: &Hit) -> bool {
    const WORK: [&str; 20] = [
        "work",
        "working",
        "works",
        "role",
        "position",
        "job",
        "join",
        "team",
        "hire",
        "hiring",
        "candidates",
        "based",
        "office",
        "location",
        "arbeiten",
        "arbeit",
        "hours",
        "flexible",
        "possible",
        "live",
    ];
    // "We are looking for a remote welder."
    const SEARCH: [&str; 6] = ["looking for", "hiring", "seeking", "recherchons", "buscamos", "procuramos"];
    let sentence = &text[sentence_at(text, hit.span.start)];
    match text[hit.span.clone()].to_ascii_lowercase().as_str() {
        "remotely" => has_one_of(sentence, &WORK),
        "remote" => !describes_thing(&text[hit.span.end..]) || has_one_of(sentence, &SEARCH),
        _ => true,
    }
}

/// Whether the word behind "remote" is that of a thing which is remote: `remote workstations`.
fn describes_thing(behind: &str) -> bool {
    let Some(rest) = behind.strip_prefix(' ') else { return false };
    rest.starts_with(|c: char| c.is_lowercase()) && OF_WORK.exactly(word_after(rest, 0)).is_none()
}

/// Words behind "remote" where it says how one works.
static OF_WORK: LazyLock<Lexicon<()>> = LazyLock::new(|| Lexicon::of_section(CUES, "remote of work"));

/// Whether a colon follows, as in `Remote: the future of work`.
fn announces(part: &Part<'_>, hit: &Hit) -> bool {
    part.block.text[hit.span.end..].trim_start().starts_with([':', '：'])
}

const DENIALS: [&str; 22] = [
    "not",
    // Alone it is "in the" in Portuguese.
    "there is no",
    "no hay",
    "no se",
    "no option",
    "no possibility",
    "nicht",
    "kein",
    "keine",
    "pas",
    "geen",
    "niet",
    "não",
    "isn't",
    "isn’t",
    "don't",
    "don’t",
    "doesn’t",
    "cannot",
    "can’t",
    "unable",
    "aucun",
];

fn counts(part: &Part<'_>, hit: &Hit, remote: Remote) -> bool {
    let sentence = sentence_around(&part.block.text, hit.span.start);
    let about_experience =
        ["experience", "erfahrung", "expérience", "experiencia", "ervaring", "comfortable", "used to"];
    let about_others = [
        "customers",
        "clients",
        "kunden",
        "users",
        "candidates interview",
        "interview",
        "interviews",
        "lets",
        "helps",
        "enables",
        "our product",
        "our software",
        "our app",
        "our platform",
    ];
    let for_a_while = [
        "weeks",
        "week per year",
        "days per year",
        "months per year",
        "month a year",
        "weeks per year",
        "occasionally",
        "may be asked",
        "sometimes",
        "gelegentlich",
        "wochen",
    ];
    let has = |words: &[&str]| has_one_of(sentence, words);
    if has(&about_experience) || has(&for_a_while) {
        return false;
    }
    // A heading of process or a product that serves others' remote teams says nothing about this role.
    let elsewhere = matches!(part.section, Section::Process) || has(&about_others);
    let denied = remote != Remote::No && has_one_of(sentence, &DENIALS);
    !elsewhere && !denied
}

#[cfg(test)]
mod tests;
