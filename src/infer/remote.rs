//! Whether the work may be done from elsewhere, by the title or sentences of the text.
//!
//! In goes the body with its cues, out comes an answer only where the sentence is about this role or the whole company
//! works that way. Experience with remote work, remote systems and a few weeks abroad are no answer.

mod answer;
mod counts;
mod share;

pub(super) use self::answer::{answer, value, with_remark};

use std::cell::LazyCell;
use std::sync::LazyLock;

use self::counts::counts;
use self::share::{Share, office_days};
use super::body::{Body, Fact, Hit, Nearby, Part, Section};
use super::denial::is_denied_behind;
use super::front_matter::Key;
use super::labels;
use super::lexicon::Lexicon;
use super::offices::is_house;
use super::table::CUES;
use super::whereabouts;
use super::words::{
    has_one_of, has_phrase, is_ideographic, is_one_of, outside_brackets, sentence_around, sentence_at, strip_ornaments,
    word_after, word_before,
};
use crate::extract::BlockKind;
use crate::posting::{Field, Remote};

/// What sentences of the text say. Where they but mention remote work, a role that `has_office` has some of it.
pub(super) fn in_body(body: &Body<'_>, has_office: impl FnOnce() -> bool) -> Option<Field<Remote>> {
    let has_office = body.hits.iter().any(|hit| hit.fact == Fact::SomeRemote) && has_office();
    let telling = body.hits.iter().filter_map(|hit| {
        let part = &body.parts[hit.part];
        let text = part.block.text.as_str();
        let share = |reach| share::around(text, &hit.span, reach);
        let (beside, in_office) = (LazyCell::new(|| share(0)), LazyCell::new(|| days_in_office(body, hit.part)));
        let remote = match hit.fact {
            Fact::Remote(Remote::Hybrid) | Fact::SomeRemote
                if is_denied_behind(text, hit.span.end) || (*beside == Some(Share::Never) && !names_mix(text, hit)) =>
            {
                Remote::No
            }
            // "We don't offer remote or hybrid work."
            Fact::Remote(Remote::Hybrid) if is_denied_with(body, hit) => return None,
            // "There is no fully distributed work."
            Fact::Remote(Remote::Full) if share::is_denied(text, &hit.span) && !is_whole(text, hit) => Remote::No,
            // "You come to our Leeds office every Wednesday."
            Fact::Office(Nearby::Workplace) if is_house(&text[hit.span.clone()]) && is_inside(text, hit) => {
                office_days(text, &hit.span).filter(|days| *days == Remote::No || is_office(text, hit))?
            }
            Fact::Remote(Remote::Full) | Fact::SomeRemote if in_office.is_some() => {
                in_office.filter(|days| *days == Remote::Hybrid)?
            }
            // What colleagues are like is no promise among what the reader should be used to.
            Fact::Remote(Remote::Full) if part.section == Section::Ask && names_team(text, hit) => {
                return None;
            }
            Fact::Remote(Remote::Full) if share(2) == Some(Share::Part) && !is_whole(text, hit) => Remote::Hybrid,
            // "The other days you work from wherever you like."
            Fact::Remote(Remote::Full) if share::is_rest(text, &hit.span) && !is_whole(text, hit) => Remote::Hybrid,
            // "Until June you work from wherever you like; from July on site."
            Fact::Remote(Remote::Full) if share::is_until(text, &hit.span) && names_office(body, hit) => Remote::Hybrid,
            // "You work entirely from home."
            Fact::Remote(Remote::Hybrid) if *beside == Some(Share::All) && !names_mix(text, hit) => Remote::Full,
            // "You help students on site"
            Fact::Remote(Remote::No) if part.section == Section::Tasks && !names_role(text, hit) => return None,
            Fact::Remote(remote) => remote,
            Fact::OnSite if is_of_role(text, hit) => Remote::No,
            Fact::OnSite | Fact::InOffice if is_all(part, hit) => Remote::No,
            // "One day a week in the warehouse, picking orders"
            Fact::InOffice if part.section == Section::Tasks && share::names_hall(&text[hit.span.clone()]) => {
                return None;
            }
            Fact::InOffice | Fact::OnSite => office_days(text, &hit.span)?,
            // A wish, or a heading that only announces the subject.
            Fact::SomeRemote if is_wish(part, hit) || announces(part, hit) => return None,
            // "Meal voucher: 22 a day on site, 15 remote"
            Fact::SomeRemote if share::is_about_treats(text, &hit.span) => return None,
            // "You monitor pumps remotely."
            Fact::SomeRemote
                if !(is_about_work(text, hit) || names_office(body, hit) || *beside == Some(Share::Part)) =>
            {
                return None;
            }
            Fact::SomeRemote if *beside == Some(Share::All) => Remote::Full,
            // "Three days a week there, two at your kitchen table"
            Fact::SomeRemote if share::is_counted(sentence_around(text, hit.span.start)) => Remote::Hybrid,
            Fact::SomeRemote if has_office || share(6) == Some(Share::Part) || names_office(body, hit) => {
                Remote::Hybrid
            }
            Fact::SomeRemote => Remote::Full,
            _ => return None,
        };
        counts(part, hit, remote).then_some((remote, part, hit.fact))
    });
    let telling: Vec<(Remote, &Part<'_>, Fact)> = telling.collect();
    let first = |wanted: Remote| telling.iter().find(|(remote, ..)| *remote == wanted).map(|(_, part, _)| *part);
    let (full, hybrid, no) = (first(Remote::Full), first(Remote::Hybrid), first(Remote::No));
    // A bare mention says less than one of a mix.
    let is_bare = !telling.iter().any(|(remote, _, fact)| *remote == Remote::Full && *fact != Fact::SomeRemote);
    let (remote, part) = match (full, hybrid, no) {
        // Said both ways, nobody can tell.
        (Some(_), _, Some(_)) | (None, None, None) => return None,
        (None, Some(part), _) => (Remote::Hybrid, part),
        (Some(_), Some(part), None) if is_bare => (Remote::Hybrid, part),
        (Some(part), _, None) => (Remote::Full, part),
        (None, None, Some(part)) => (Remote::No, part),
    };
    Some(part.field(remote))
}

/// Whether a phrase goes on what a denial before it began.
fn is_denied_with(body: &Body<'_>, hit: &Hit) -> bool {
    const OR: [&str; 9] = ["or", "nor", "and", "oder", "und", "ou", "ni", "o", "of"];
    let text = &body.parts[hit.part].block.text;
    let sentence = sentence_at(text, hit.span.start);
    let before = body.hits_within(hit.part, &(sentence.start..hit.span.start)).iter();
    let mut denials = before.filter(|other| other.fact == Fact::Remote(Remote::No) && other.span.end <= hit.span.start);
    denials.any(|denial| is_one_of(text[denial.span.end..hit.span.start].trim(), &OR))
}

/// Whether a place of work is called an office.
fn is_office(text: &str, hit: &Hit) -> bool {
    const OFFICES: [&str; 12] = [
        "office",
        "offices",
        "hq",
        "headquarters",
        "büro",
        "bureau",
        "oficina",
        "escritório",
        "kantoor",
        "ufficio",
        "kontor",
        "kontoret",
    ];
    is_one_of(&text[hit.span.clone()], &OFFICES)
}

/// Whether somebody is said to be in a place of work: `to our Leeds office`, `from the Old Dock workshop`.
fn is_inside(text: &str, hit: &Hit) -> bool {
    const INSIDE: [&str; 15] =
        ["in", "at", "to", "into", "from", "im", "ins", "au", "à", "en", "no", "op", "naar", "i", "på"];
    const REACH: usize = 4;
    text[..hit.span.start].split_whitespace().rev().take(REACH).any(|word| is_one_of(word, &INSIDE))
}

/// Whether the sentence of a phrase names time in an office as well: `three days at the office, two at home`.
fn names_office(body: &Body<'_>, hit: &Hit) -> bool {
    let sentence = sentence_at(&body.parts[hit.part].block.text, hit.span.start);
    let is_office = |other: &Hit| matches!(other.fact, Fact::InOffice | Fact::OnSite | Fact::Remote(Remote::No));
    body.hits_within(hit.part, &sentence).iter().any(is_office)
}

/// What a block says of days in the office, which tells more than that one may work remotely on the others.
fn days_in_office(body: &Body<'_>, part: usize) -> Option<Remote> {
    // A block longer than this is no longer about one thing.
    const LONGEST: usize = 1500;
    if body.parts[part].block.text.len() > LONGEST {
        return None;
    }
    let text = &body.parts[part].block.text;
    let is_office = |hit: &&Hit| matches!(hit.fact, Fact::InOffice | Fact::Office(Nearby::Workplace));
    body.hits_of(part).iter().filter(is_office).find_map(|hit| office_days(text, &hit.span))
}

/// Whether a phrase itself says that all of the work is done so.
fn is_whole(text: &str, hit: &Hit) -> bool {
    share::is_whole(&text[hit.span.clone()])
}

/// Whether a phrase names a mix of both, which leaves nothing to be said of how much.
fn names_mix(text: &str, hit: &Hit) -> bool {
    let phrase = text[hit.span.clone()].to_lowercase();
    ["hybrid", "híbrid", "hibrid", "hybryd", "ibrid"].iter().any(|mix| phrase.contains(mix))
}

/// "An on-site role", and "not remote": a phrase that is about the role by itself.
fn names_role(text: &str, hit: &Hit) -> bool {
    let phrase = text[hit.span.clone()].to_lowercase();
    ["remot", "at home", "from home", "role", "position", "job", "stelle", "poste", "puesto", "vaga"]
        .iter()
        .any(|word| phrase.contains(word))
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
    if is_alternative(text, hit) {
        return false;
    }
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

/// Whether something else is offered right beside a phrase: `remote/in person work`, `on site or hybrid`.
fn is_alternative(text: &str, hit: &Hit) -> bool {
    const OR: [&str; 7] = ["or", "oder", "ou", "o", "of", "eller", "lub"];
    let (before, after) = (&text[..hit.span.start], &text[hit.span.end..]);
    let is_slashed = before.trim_end().ends_with('/') || after.trim_start().starts_with('/');
    is_slashed || is_one_of(word_before(before, before.len()), &OR) || is_one_of(word_after(after, 0), &OR)
}

/// The hours or time zones that one has to work in, from a sentence that names a span of them.
pub(super) fn hours_in_body(body: &Body<'_>) -> Option<Field<String>> {
    body.parts.iter().filter(|part| part.section != Section::Process).find_map(|part| {
        let hours = whereabouts::hours_in(&part.block.text)?;
        Some(part.field(hours.to_owned()))
    })
}

/// What a title says in brackets or behind a dash: `Welder (Remote)`.
pub(super) fn in_title(title: &str) -> Option<whereabouts::Whereabouts> {
    let pieces = title
        .split(['(', ')', '[', ']', '|'])
        .flat_map(|piece| piece.split(" - ").flat_map(|piece| piece.split([',', '–', '—'])));
    // What stands first is the job itself: "Remote Sensing Engineer".
    let may_tell = |piece: &&str| whereabouts::names_term(piece);
    let mut told = pieces
        .skip(1)
        .filter(may_tell)
        .map(whereabouts::read)
        .filter(|read| read.is_understood() && read.remote.is_some());
    told.next()
}

/// Whether a sentence says of work, rather than of a thing, that it is done remotely.
fn is_about_work(text: &str, hit: &Hit) -> bool {
    // "We are looking for a remote welder."
    const SEARCH: [&str; 6] = ["looking for", "hiring", "seeking", "recherchons", "buscamos", "procuramos"];
    let sentence = sentence_at(text, hit.span.start);
    let phrase = text[hit.span.clone()].to_lowercase();
    match phrase.as_str() {
        "remotely" => share::speaks_of_work(text, &sentence),
        "remote" => !describes_thing(&text[hit.span.end..]) || has_one_of(&text[sentence], &SEARCH),
        // One's home, and any distance, are more than a place of work.
        _ => {
            phrase.contains("remot")
                || phrase.contains(is_ideographic)
                || share::speaks_of_work(text, &hit.span)
                || share::is_counted(&text[sentence])
        }
    }
}

/// Whether the word behind "remote" is that of a thing which is remote: `remote workstations`.
fn describes_thing(behind: &str) -> bool {
    let Some(rest) = behind.strip_prefix(' ') else { return false };
    rest.starts_with(|c: char| c.is_lowercase()) && OF_WORK.exactly(word_after(rest, 0)).is_none()
}

/// Words behind "remote" where it says how one works.
static OF_WORK: LazyLock<Lexicon<()>> = LazyLock::new(|| CUES.lexicon("remote of work"));

/// Whether "remote" stands among what is asked for or done, where it says less than "from home".
fn is_wish(part: &Part<'_>, hit: &Hit) -> bool {
    let names_home = || {
        let phrase = part.block.text[hit.span.clone()].to_ascii_lowercase();
        ["from home", "at home", "casa", "hause", "thuis", "chez", "kitchen", "küche", "keuken"]
            .iter()
            .any(|home| phrase.contains(home))
    };
    // "Remote working: one day a week"
    let is_label = || labels::labelled(&part.block.text).any(|(key, _)| key == Key::Remote);
    matches!(part.section, Section::Ask | Section::Tasks) && !names_home() && !is_label()
}

/// Whether a phrase is all that an item says.
fn is_all(part: &Part<'_>, hit: &Hit) -> bool {
    part.block.kind == BlockKind::ListItem && strip_ornaments(&part.block.text).len() == hit.span.len()
}

/// Whether a colon or a question mark follows, as in `Remote: the future of work`.
fn announces(part: &Part<'_>, hit: &Hit) -> bool {
    part.block.text[hit.span.end..].trim_start().starts_with([':', '：', '?'])
}

#[cfg(test)]
mod tests;
