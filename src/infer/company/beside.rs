//! The name beside a phrase, and what the phrase makes of it.
//!
//! In go a text, a phrase in it and how the phrase speaks of names, out come a name and a [`Kind`] of sign. Nothing is
//! weighed here. The words are `data/employers.txt`.

use std::sync::LazyLock;

use super::kind::Kind;
use super::{KINDS, address, crew, name, subject, trade, we_are, work, workplace};
use crate::infer::body::Naming;
use crate::infer::lexicon::Lexicon;
use crate::infer::table::EMPLOYERS;
use crate::infer::words::{behind_pictograms, is_one_of, sentence_at, sentence_end, strip_word};
use crate::infer::{skills, team, title};
use crate::source::{Span, floor_char_boundary};

static OTHERS: LazyLock<Lexicon<()>> = LazyLock::new(|| EMPLOYERS.lexicon("other"));
static POSSESSIVES: LazyLock<Lexicon<()>> = LazyLock::new(|| EMPLOYERS.lexicon("our own"));
static KIND_ENDINGS: LazyLock<Vec<&'static str>> = LazyLock::new(|| EMPLOYERS.words("kind ending"));
static THINGS: LazyLock<Lexicon<()>> = LazyLock::new(|| EMPLOYERS.lexicon("thing"));
static MADE: LazyLock<Lexicon<()>> = LazyLock::new(|| EMPLOYERS.lexicon("made"));
static RELATIVES: LazyLock<Lexicon<()>> = LazyLock::new(|| EMPLOYERS.lexicon("relative"));
static FIELDS: LazyLock<Vec<&'static str>> = LazyLock::new(|| EMPLOYERS.words("field of business"));
static SITES: LazyLock<Vec<&'static str>> = LazyLock::new(|| EMPLOYERS.words("site"));
/// What those who hire know of the reader: "your data".
static READERS_DATA: LazyLock<Lexicon<()>> = LazyLock::new(|| EMPLOYERS.lexicon("data of reader"));
/// What is said of those who keep it for another: "on our behalf".
static AGENTS: LazyLock<Lexicon<()>> = LazyLock::new(|| EMPLOYERS.lexicon("on behalf"));
static FOUNDED: LazyLock<Vec<&'static str>> = LazyLock::new(|| EMPLOYERS.words("founded"));

/// Words for those who work together, which need not be the employer's.
const CREWS: [&str; 5] = ["team", "everyone", "anyone", "somebody", "someone"];
/// What employers do, as which they look for people.
const GROWTH: [&str; 6] = ["grows", "scales", "expands", "continues to", "is growing fast", "is growing rapidly"];
/// The name beside a phrase, and what the phrase makes of it. `may_be_small` is whether a sentence that begins with a small
/// letter begins with a name, since others do not.
pub(super) fn read<'a>(text: &'a str, naming: Naming, span: &Span, may_be_small: bool) -> Option<(&'a str, Kind)> {
    let after = name::without_article(text[span.end..].trim_start());
    match naming {
        Naming::Hires | Naming::Is | Naming::Organised | Naming::Does => acting(text, naming, span, may_be_small),
        // "Acme looking for a welder", "Acme is urgently seeking welders".
        Naming::Seeks => {
            let sentence = sentence_before(text, span.start)?;
            if let Some(name) = subject::behind_verb(sentence, &text[span.clone()]) {
                return Some((name, Kind::Hires));
            }
            let (before, is_verb) = subject::without_verb(sentence);
            let name = subject::of_sentence(before, true)?;
            (is_verb || work::names_job_soon(&text[span.end..])).then_some((name, Kind::Hires))
        }
        Naming::Ends => {
            let name = subject::unspaced(sentence_before(text, span.start)?, &text[span.clone()])?;
            Some((name, Kind::Hires))
        }
        Naming::Sought => {
            let name = name::leading(after);
            let kind = if name::is_plain_word(name) { Kind::At } else { Kind::Hires };
            (!name.is_empty()).then_some((name, kind))
        }
        // "Build Acme's brand", not "build a brand".
        Naming::Owns => {
            let name = name::leading(after);
            let owns = ["'s ", "’s "].iter().any(|of| name::rest(after, name).starts_with(of));
            (owns && !name.is_empty()).then_some((name, Kind::Ours))
        }
        // "Your data is processed by Acme", other than by somebody on its behalf
        Naming::Keeps => {
            let sentence = &text[sentence_at(text, span.start)];
            let is_told = READERS_DATA.is_in(sentence) && !AGENTS.is_in(sentence);
            let name = name::leading(after);
            (is_told && !name.is_empty()).then_some((name, Kind::Ours))
        }
        Naming::Others => Some((name::leading(after), Kind::IsOther)).filter(|(name, _)| !name.is_empty()),
        // "Our game Acme", "our next game, Acme", "Acme, our next game"
        Naming::Makes => {
            let behind = name::leading(after.trim_start_matches([',', ':', ' ']));
            let before = || text[..span.start].trim_end().strip_suffix(',').and_then(name::trailing);
            let name = Some(behind).filter(|name| !name.is_empty()).or_else(before)?;
            Some((name, Kind::IsProduct))
        }
        // "A startup called Acme", but "a tool called Keelr".
        Naming::Called => {
            let name = name::leading(after);
            let before = sentence_before(text, span.start)?;
            let near = before.trim_end_matches([' ', ',']).rsplit(' ').take(2);
            let is_kind = near.into_iter().any(|word| KINDS.exactly(word).is_some());
            (is_kind && !name.is_empty()).then_some((name, Kind::IsCompany))
        }
        Naming::Has => {
            let before = text[..span.start].trim_end();
            let phrase = &text[span.clone()];
            let small = || subject::plain(sentence_before(text, span.start)?).filter(|_| may_be_small);
            let name = name::trailing(before).or_else(small)?;
            // "Join us at Keel Research Campus"
            let whole = if name::goes_on(name, phrase) { &text[before.len() - name.len()..span.end] } else { name };
            // "Patrick's Day"
            (!phrase.ends_with(" Day")).then_some((whole, Kind::Ours))
        }
        // "Financial services" are nobody's, nor are "Acme Services" services.
        Naming::Near => {
            let before = text[..span.start].trim_end();
            let name = name::trailing(before).filter(|_| !text[span.clone()].starts_with(char::is_uppercase))?;
            let begins = || sentence_before(text, span.start).is_none_or(|sentence| sentence.trim() == name);
            (!(name::is_plain_word(name) && begins())).then_some((name, Kind::At))
        }
        Naming::Within | Naming::Ours | Naming::At => located(text, naming, span, after),
        Naming::WeAre => we_are::read(text, span, after),
        // "Hullrobe, Co. Mayo"
        Naming::Legal if name::is_county(&text[..span.start], &text[span.clone()], &text[span.end..]) => None,
        Naming::Legal => {
            let name = name::ending(&text[..span.end])?;
            let sentence = &text[sentence_at(text, span.start)];
            let before = text[..span.end - name.len()].trim_end();
            // "Brücken für die Hullwerk GmbH", but "wir suchen für die Hullwerk GmbH"
            let is_for = ["für die", "für", "for", "pour", "mit", "mit der", "with", "avec", "con", "met"]
                .iter()
                .any(|word| before.ends_with(word));
            let is_others = OTHERS.is_in(sentence) || (is_for && !sentence.contains("such"));
            (sentence.len() < 400 && !is_others).then_some((name, Kind::Legal))
        }
        Naming::Form => {
            let name = name::around(text, span)?;
            (!RELATIVES.is_in(&text[sentence_at(text, span.start)])).then_some((name, Kind::Form))
        }
    }
}

/// The name that a sentence is about, before a verb.
fn acting<'a>(text: &'a str, naming: Naming, span: &Span, may_be_small: bool) -> Option<(&'a str, Kind)> {
    let before = without_aside(sentence_before(text, span.start)?.trim_end_matches([' ', ',', '–', '—']));
    let before = subject::without_adverb(before);
    let rest = &text[span.end..];
    let Some(name) = subject::of_sentence(before, naming == Naming::Hires) else {
        if let Some(name) = trade::firm(before, rest).filter(|_| naming == Naming::Hires) {
            return Some((name, Kind::Hires));
        }
        if naming == Naming::Hires && !text[..span.end].is_ascii() {
            return subject::of_hiring(before);
        }
        let kind = match naming {
            Naming::Is if is_kind(rest) => Kind::IsCompany,
            _ if crew::follows(&text[span.clone()], rest) => Kind::IsCompany,
            // "We are few. acme makes anvils": what begins a sentence in small letters, other than its neighbours, is a name
            // that is written so.
            _ if may_be_small => Kind::IsCompany,
            // "船工坊学院拥有"
            _ if name::unspaced(before).is_some_and(name::is_long_institution) => Kind::IsCompany,
            _ => return None,
        };
        let behind = || before.rsplit_once(", ").map(|(_, name)| name).filter(|_| is_founded(before));
        // "La Forge à Quai est une coopérative"
        let in_full = || name::composed(before).filter(|_| naming == Naming::Is && is_kind(rest));
        return in_full()
            .or_else(|| subject::plain(before))
            .or_else(|| subject::plain(behind()?))
            .map(|name| (name, kind));
    };
    // "Jane Doe, our captain, seeks a mate"
    if naming == Naming::Hires && name::may_be_persons(name) && subject::is_colleague(before, name) {
        return None;
    }
    // "Jane Doe is stepping back", "Jane Doe is a welder from Ulm"
    let goes_on = naming == Naming::Does && text[span.clone()].eq_ignore_ascii_case("is");
    let is_person = (goes_on
        && !name::is_institution(name)
        && rest.trim_start().split(' ').next().is_some_and(|word| word.ends_with("ing")))
        || (naming == Naming::Is && is_somebody(rest))
        || crew::is_age(&text[span.clone()], rest);
    if is_person || name::is_first_of_verbs(&text[sentence_at(text, span.start)], name) {
        return None;
    }
    let kind = match naming {
        // "As Acme grows, we …"
        Naming::Does if before.starts_with("As ") && GROWTH.contains(&&text[span.clone()]) => Kind::IsCompany,
        // "Die Werft sucht", "Die Start-up-Situation bietet"
        _ if name::is_noun(before, name) && (naming == Naming::Hires || name.contains('-')) => return None,
        Naming::Hires => Kind::Hires,
        // "Acme is building your next home" is not yours, other than "Acme is your partner"; nor is what it pays for.
        _ if !text[span.clone()].ends_with("ing") && is_others(rest, naming == Naming::Does && !goes_on) => {
            Kind::IsOther
        }
        _ if naming == Naming::Is && (begins_with(rest, &THINGS, 24) || is_made(rest)) => Kind::IsProduct,
        _ if naming == Naming::Organised || is_founded(before) => Kind::IsCompany,
        Naming::Is if is_kind(rest) => Kind::IsCompany,
        _ if crew::follows(&text[span.clone()], rest) => Kind::IsCompany,
        _ => Kind::IsSomething,
    };
    Some((name, kind))
}

/// What stands before what is put in brackets at the end: "Acme (acme.example)".
fn without_aside(before: &str) -> &str {
    let aside = before.strip_suffix(')').and_then(|before| before.rsplit_once(" ("));
    aside.map_or(before, |(before, _)| before)
}

/// Whether a name is said to be another's than the employer's by what follows its verb; one that `does` something may do
/// it for the reader.
fn is_others(rest: &str, does: bool) -> bool {
    const REACH: usize = 24;
    let near = &rest[..floor_char_boundary(rest, REACH)];
    let near = &near[..sentence_end(near, 0)];
    let found = OTHERS.first(near).or_else(|| POSSESSIVES.first(near));
    found.is_some_and(|((), span)| {
        // "Acme is a trusted partner to all who sail"
        let is_any = rest[span.end..].starts_with(" to ") || rest[span.end..].starts_with(" für ");
        // "Acme is a place to grow your skills"
        let is_readers = near[..span.start].contains(" to ");
        !(is_any || is_readers || does && near[span].eq_ignore_ascii_case("your"))
    })
}

/// "Keelr is the hull software created by the yards of Ulm"
fn is_made(rest: &str) -> bool {
    begins_with(rest, &MADE, 80)
}

/// "Founded in 1999, Acme …"
fn is_founded(before: &str) -> bool {
    before.split([' ', ',']).next().is_some_and(|word| is_one_of(word, &FOUNDED)) && before.contains(',')
}

/// The name behind a word of place.
fn located<'a>(text: &'a str, naming: Naming, span: &Span, after: &'a str) -> Option<(&'a str, Kind)> {
    let phrase = &text[span.clone()];
    let name = behind(after)
        .or_else(|| subject::behind(after).filter(|_| naming == Naming::Ours))
        .or_else(|| subject::of_team(&text[span.end..]).filter(|_| naming == Naming::Ours))?;
    // "We at acme weld", but "the team at live events"
    let first = phrase.split(' ').next().unwrap_or("");
    if naming == Naming::Within && !name.contains(char::is_uppercase) && name.is_ascii() && is_one_of(first, &CREWS) {
        return None;
    }
    // "Jane at acme dot com"
    let at = span.end + text[span.end..].find(name)?;
    if address::holds(text, at, at + name.len()) {
        return None;
    }
    let rest = name::rest(&text[span.end..], name).trim_start_matches(['"', '”', '*']);
    // "bei der Montage": behind an article any noun has a capital.
    let has_article =
        phrase.ends_with(" der") || phrase.ends_with("beim") || after.len() < text[span.end..].trim_start().len();
    if has_article && (phrase.starts_with("bei") || phrase.ends_with("bei")) && !name::is_institution(name) {
        return None;
    }
    // "In the Nordic shipping industry", "in South American markets"
    let next = rest.trim_start().split(|c: char| !c.is_alphanumeric()).next().unwrap_or("");
    if is_one_of(next, &FIELDS) {
        return None;
    }
    // "Bli en del av Ulms största varv"
    let is_genitive = name::is_plain_word(name) && name.ends_with('s') && phrase.to_lowercase().starts_with("bli");
    if is_genitive && rest.starts_with(' ') {
        return None;
    }
    // In "SOUDEUR EN CHEF DE QUAI" each word has capitals.
    let in_capitals = |text: &str| text.contains(char::is_uppercase) && !text.contains(char::is_lowercase);
    if phrase.len() > 1 && in_capitals(phrase) && in_capitals(name) {
        return None;
    }
    // "Für die Stadt Ulm bauen wir"
    let is_for = phrase.eq_ignore_ascii_case("für die") && !rest.contains("such");
    // "Join the Platform team" is about a part of the employer, "join Jane and Ann" about people.
    let is_team = [" team", " squad", " community", " group", " project", " program", "'s ", "’s "]
        .iter()
        .any(|word| rest.starts_with(word))
        || ((phrase.ends_with("join") || phrase.ends_with("joining")) && rest.starts_with(" and "));
    // "In der Bearbeitung": any noun has a capital behind an article, and "für die Bearbeitung" tells what for. "Die Hullwerk
    // sucht", but "in der Südstadt suchen wir".
    let is_sought = || rest.contains("such") && strip_word(phrase, "in").is_none();
    let ends_in_article = phrase.ends_with(" der") || phrase.ends_with(" die") || phrase.ends_with(" den");
    let is_noun = ends_in_article
        && !phrase.starts_with("team")
        && name::is_plain_word(name)
        && !name::is_institution(name)
        && !is_sought();
    if is_noun && naming == Naming::At {
        return None;
    }
    // "Working at Docker" is about an employer, "working with Docker" about a tool.
    let is_tool = skills::canonical(name).is_some();
    // "At the Hullmouth terminal": of several, one is called so.
    let is_site = has_article && is_one_of(next, &SITES);
    let is_workplace = [" at", " bei", " chez", " bij", " hos"].iter().any(|place| phrase.ends_with(place));
    let begins = text[..span.start].trim_end().chars().next_back().is_none_or(|c| ".!?\n。".contains(c));
    let kind = match naming {
        _ if we_are::introduction(rest) == Some(true) => Kind::IsCompany,
        Naming::Within => Kind::Within,
        _ if is_site => Kind::At,
        Naming::Ours if !is_team && !work::is_past(text, span) && !name.split(' ').all(team::is_usual) => {
            match (is_tool, is_workplace) {
                (true, true) => Kind::Within,
                (true, false) if phrase.ends_with(" with") => Kind::At,
                _ => Kind::Ours,
            }
        }
        _ if workplace::is_said_to_work(rest) => Kind::Ours,
        // "Contact Acme Labs at 555 0100", not "contact Jane Doe at"
        _ if is_one_of(phrase, &["contact"]) => {
            return (name::is_institution(name) && rest.starts_with(" at ")).then_some((name, Kind::Ours));
        }
        // "Bei der Tischlerei Kiel wird gehobelt"
        _ if begins
            && is_one_of(phrase, &["bei", "bei der", "beim"])
            && workplace::is_house(name)
            && workplace::is_made_there(rest) =>
        {
            Kind::Opens
        }
        // "bei Acme in Ulm", below the title
        _ if span.start == 0 && workplace::is_all(phrase, rest) => Kind::Opens,
        _ if rest.starts_with(" as ") || (!is_team && work::offers(text, span, name)) => Kind::Ours,
        _ if begins
            && !is_team
            && !is_for
            && (rest.trim_start().starts_with(',') || workplace::addresses(rest) || workplace::is_call(phrase)) =>
        {
            Kind::Opens
        }
        _ => Kind::At,
    };
    Some((name, kind))
}

/// Whether what somebody is follows: "a welder from Ulm", but "a developer of ships".
fn is_somebody(rest: &str) -> bool {
    let words: Vec<&str> = rest.split([',', '.', ';', '\n']).next().unwrap_or("").split_whitespace().take(5).collect();
    let names_person = |word: &str| title::is_job_name(word) && KINDS.exactly(word).is_none();
    let job = words.iter().position(|word| names_person(word));
    job.is_some_and(|at| !words.get(at + 1).is_some_and(|next| is_one_of(next, &["of", "von", "de", "di", "van"])))
}

/// The name that `text` begins with, written small or not.
pub(super) fn behind(text: &str) -> Option<&str> {
    [name::leading(text), name::small(text)].into_iter().find(|name| !name.is_empty())
}

/// What stands between the beginning of a sentence and `at`; a long way is none that a name fills.
pub(super) fn sentence_before(text: &str, at: usize) -> Option<&str> {
    const LONGEST: usize = 200;
    let window = floor_char_boundary(text, at.saturating_sub(LONGEST));
    let start = sentence_at(&text[window..at], at - window).start;
    // "🐾 Acme is a practice"
    (start > 0 || window == 0).then(|| behind_pictograms(&text[window + start..at]).trim_start())
}

/// Whether the sentence that `text` begins with soon names a kind of employer: "a yard", "ein Seniorenzentrum".
pub(super) fn is_kind(text: &str) -> bool {
    const SOON: usize = 110;
    const SHORTEST: usize = 3;
    let near = &text[..floor_char_boundary(text, SOON)];
    let near = &near[..sentence_end(near, 0)];
    let is_compound = |word: &str| {
        let ends = |end: &&str| word.len() >= end.len() + SHORTEST && word.ends_with(*end);
        KIND_ENDINGS.iter().any(ends)
    };
    KINDS.is_in(near) || near.split(|c: char| !c.is_alphabetic()).any(is_compound)
}

/// Whether one of `words` stands in the sentence that `text` begins with, not too far from its beginning.
fn begins_with(text: &str, words: &'static Lexicon<()>, within: usize) -> bool {
    let near = &text[..floor_char_boundary(text, within)];
    words.is_in(&near[..sentence_end(near, 0)])
}
