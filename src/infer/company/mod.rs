//! The employer's name, where neither front matter nor configuration gives it.
//!
//! In go title, text and the front matter's lines of prose; out comes the name for which most speaks: headings ("About
//! Acme"), set phrases ("At Acme, we …", "Acme is hiring"), a legal form, the address to apply at, a name beside the job's,
//! and how often the text names it. What clients, products, tools and places may have as well is not enough alone. The words
//! are `data/cues.txt` and `data/employers.txt`; what a name looks like is [`name`]'s matter.

mod address;
mod article;
mod beside;
mod crew;
mod folder;
mod founders;
mod han;
mod headings;
mod kind;
mod name;
mod postal;
mod quoted;
mod scholar;
mod sentences;
mod signed;
mod signs;
mod small;
mod spelling;
mod subject;
mod titles;
mod trade;
mod we_are;
mod work;
mod workplace;

#[cfg(test)]
mod tests;

use std::sync::LazyLock;

use memchr::memmem;

use self::kind::Kind;
pub(super) use self::name::behind_article;
use self::signs::Sign;
use super::body::Body;
use super::lexicon::Lexicon;
use super::table::EMPLOYERS;
use super::title::names_job;
use super::words::{is_ideographic, rsplit_at_each, same_ignoring_case, squash, stands_alone};
use super::{employment_type, places, skills, whereabouts};
use crate::extract::Link;
use crate::posting::Field;

/// What an employer may be: "a company".
static KINDS: LazyLock<Lexicon<()>> = LazyLock::new(|| EMPLOYERS.lexicon("kind"));
static WITHHELD: LazyLock<Lexicon<()>> = LazyLock::new(|| EMPLOYERS.lexicon("withheld"));
/// What sections of postings are about, as which their headings end: "About Parental Leave".
static TOPICS: LazyLock<Lexicon<()>> = LazyLock::new(|| EMPLOYERS.lexicon("topic"));
static CHANNELS: LazyLock<Vec<&'static str>> = LazyLock::new(|| EMPLOYERS.words("channel"));

static ENDINGS: LazyLock<Vec<&'static str>> = LazyLock::new(|| EMPLOYERS.words("ending"));

/// A name needs signs of this weight.
const ENOUGH: i32 = 4;
/// So many names are weighed.
const MOST_NAMES: usize = 24;

/// The employer in a title's own suffix: `Welder at Acme`, `Schweißer bei der Acme GmbH`; or the institution that stands
/// where the title would: `湊動物病院`.
pub(super) fn in_title(title: &str) -> Option<String> {
    let is_institution = || title.starts_with(is_ideographic) && ENDINGS.iter().any(|end| title.ends_with(end));
    let whole = || (is_institution() && !names_job(title)).then_some(title);
    suffix(title).map(|(_, name)| name).or_else(whole).map(str::to_owned)
}

/// `title` without such a suffix and what follows it.
pub(super) fn without_suffix(title: &str) -> Option<&str> {
    Some(suffix(title)?.0)
}

/// What stands before the suffix, and the name in it.
fn suffix(title: &str) -> Option<(&str, &str)> {
    let marks = [" at ", " @ ", " @", " bei ", " chez ", " bij ", " hos ", " ved ", " na ", " no ", " presso ", " в "];
    // A unit may stand there as well: "Svetsare till Varvet", but "Svetsare till Skrov & Co".
    let to_firm = || rsplit_at_each(title, &titles::TO_FIRM).find(|(_, name)| has_form(name));
    let (before, after) = rsplit_at_each(title, &marks).next().or_else(to_firm)?;
    let after = [" - ", " – ", " — "].iter().fold(after, |name, mark| name.split(mark).next().unwrap_or(name));
    let full = after.split(['(', '[', '|', ',']).next().unwrap_or("").trim();
    let name = name::without_article(full);
    // "at Teach for Ulm"
    let own = name::composed(name).unwrap_or_else(|| name::leading(name));
    // "at IIT's Steel Lab"
    let is_whole = own == name || ["'s ", "’s "].iter().any(|of| name::rest(name, own).starts_with(of));
    // "Welder at Le Goff Boats": amid another language, the article is a part of the name.
    let is_foreign =
        title.contains(" at ") && ["Le ", "La ", "Les ", "El ", "Il "].iter().any(|of| full.starts_with(of));
    let own = if is_foreign && own == name { full } else { own };
    (!own.is_empty() && is_whole).then_some((before, own))
}

/// The domain of the employer called `name`, where a link with just that name leads to its first page.
pub(super) fn domain<'a>(name: &str, links: &'a [Link]) -> Option<&'a str> {
    address::home(name, links)
}

/// The name in the value of a label, without an address, a place or a part of it behind it: `Acme (acme.com)`, `Acme, Ulm`,
/// `Acme, Department of Steel`; nor what is told of it in brackets, `Acme Hulls (twelve people, three of them welders).`
pub(super) fn labelled(value: &str) -> &str {
    let (name, behind) = value.split_once([',', '(', '|']).unwrap_or((value, ""));
    let behind = behind.trim_end_matches('.').trim_matches([' ', ')']);
    let is_address =
        behind.contains("://") || (behind.contains('.') && !behind.contains(' ') && !behind.ends_with('.'));
    let is_told = || value[name.len()..].starts_with('(') && behind.contains(' ') && is_name(name);
    // "Acme, a yard in Ulm"
    let is_described = || behind.starts_with(char::is_lowercase) && behind.contains(' ') && is_name(name);
    let is_beside = !behind.is_empty() && (places::find(behind).is_some() || is_unit(behind));
    if is_address || is_beside || is_told() || is_described() { name.trim() } else { value }
}

/// Whether a name is that of a part of an institution: `Department of Steel`.
pub(super) fn is_unit(name: &str) -> bool {
    name::is_unit(name)
}

/// Whether what stands where the employer's name would says that it is not told: `Confidential`, `our client`.
pub(super) fn is_withheld(name: &str) -> bool {
    WITHHELD.exactly(name.trim_end_matches('.')).is_some()
}

/// Whether a name ends with a legal form: `Acme Ltd.`
pub(super) fn has_form(name: &str) -> bool {
    name::has_form(name)
}

/// Whether all of `text` reads as a name.
pub(super) fn is_name(text: &str) -> bool {
    name::whole(text).is_some_and(|name| name.len() == text.trim().len())
}

/// Where names are looked for.
#[derive(Clone, Copy)]
pub(super) struct Sources<'a> {
    /// The title as written.
    pub title: &'a Field<String>,
    /// The text.
    pub body: &'a Body<'a>,
    /// The front matter's lines of prose and other texts.
    pub prose: [&'a [Field<String>]; 2],
    /// Its short values under keys that are not ours, each with its line and the words of its key.
    pub others: &'a [(u32, String, String)],
    /// The addresses to apply at that it gives.
    pub apply: &'a [String],
    /// The file's path below the seeds folder.
    pub path: &'a str,
}

/// The name that the text gives.
pub(super) fn in_posting(sources: Sources<'_>, links: &[Link]) -> Option<Field<String>> {
    let mut signs = signs::all(sources);
    address::confirm(&mut signs, sources, links);
    folder::confirm(&mut signs, sources);
    choose(sources, &signs)
}

/// What follows "Acme is hiring" in a title.
pub(super) fn behind_hiring(title: &str) -> Option<&str> {
    titles::behind_hiring(title)
}

/// Whether a title says who hires and nothing more.
pub(super) fn only_hires(title: &str) -> bool {
    titles::only_hires(title)
}

/// Whether a title is but the name of an institution: "Hull County Council".
pub(super) fn is_institution(title: &str) -> bool {
    name::is_whole_institution(title)
}

/// Whether a title ends as pages of openings do: "Acme - open positions".
pub(super) fn announces(title: &str) -> bool {
    titles::announces(title)
}

/// What stands before what an institution is of.
const OF: [&str; 6] = [" of ", " des ", " de ", " du ", " der ", " für "];

/// The name for which most speaks, if that is enough.
fn choose(sources: Sources<'_>, signs: &[Sign<'_>]) -> Option<Field<String>> {
    let mut names: Vec<&Sign<'_>> = Vec::new();
    let is_written_so =
        |name: &str| signs.iter().any(|sign| matches!(sign.kind, Kind::Heading | Kind::Small) && sign.name == name);
    for sign in signs {
        // A name may be written small where something else says that it is one.
        let may_name = sign.name.contains(|c: char| !c.is_lowercase())
            || matches!(sign.kind, Kind::WeAre | Kind::Within | Kind::IsCompany | Kind::Address)
            || (matches!(sign.kind, Kind::Opens | Kind::Ours | Kind::At) && is_written_so(sign.name));
        match names.iter().position(|known| same_ignoring_case(known.name, sign.name)) {
            Some(known) if is_better_written(sources, sign.name, names[known].name) => names[known] = sign,
            None if may_name && names.len() < MOST_NAMES => names.push(sign),
            _ => {}
        }
    }
    let weighed: Vec<(i32, &Sign<'_>)> =
        names.into_iter().map(|sign| (weight(sources, sign.name, signs), sign)).collect();
    // Of equals the first.
    let best = weighed.iter().rev().max_by_key(|(weight, _)| *weight).filter(|(weight, _)| *weight >= ENOUGH)?;
    let longer = |name: &str| name.strip_prefix(best.1.name).is_some_and(|rest| rest.starts_with(' '));
    // "Acme" is but the beginning of "Acme Commons" where it never stands without it.
    let is_all = |name: &str| {
        let adds = &name[best.1.name.len()..];
        let count = mentions(sources, name);
        !adds.split(' ').any(|word| name::is_common(word) && !name::is_trade(word))
            && count > 0
            && count == mentions(sources, best.1.name)
    };
    // "Chamber" is what "Chamber of Ulm" is called for short.
    let says_of_what = |name: &str| OF.iter().any(|of| name[best.1.name.len()..].starts_with(of));
    // "The Parish Council" below "Hull Parish Council"
    let is_any = name::is_of_kinds(best.1.name);
    // Addresses and folders are called by the first word of a name.
    let is_by_address = signs
        .iter()
        .filter(|sign| sign.name == best.1.name)
        .all(|sign| matches!(sign.kind, Kind::Address | Kind::Folder | Kind::Homepage));
    let in_full = weighed.iter().find(|(weight, sign)| {
        let is_more = || is_by_address || name::is_institution(sign.name) || says_of_what(sign.name);
        // "Ulm" of the "University of Ulm"
        let is_of = || {
            let before = sign.name.strip_suffix(best.1.name);
            name::is_institution(sign.name) && before.is_some_and(|before| OF.iter().any(|of| before.ends_with(of)))
        };
        (longer(sign.name) && ((*weight >= ENOUGH && is_more()) || is_all(sign.name)))
            || (*weight >= ENOUGH && is_of())
            || (is_any && name::says_which(sign.name, best.1.name))
    });
    let (_, sign) = in_full
        .or_else(|| weighed.iter().find(|(_, sign)| address::is_without_kind(signs, best.1.name, sign.name)))
        .unwrap_or(best);
    let name = squash(spelled_out(sources.body, sign.name).unwrap_or(sign.name)).into_owned();
    let value = article::with(sources, &name).or_else(|| address::with_article(signs, &name)).unwrap_or(name);
    Some(Field { value, origin: sign.origin })
}

/// What an acronym stands for where it is put in brackets behind that: "Steel Research Institute (SRI)".
fn spelled_out<'a>(body: &'a Body<'_>, name: &str) -> Option<&'a str> {
    if !name::is_acronym(name) {
        return None;
    }
    let bracket = format!(" ({name})");
    let before = |text: &'a str| text.split_once(&bracket).and_then(|(before, _)| name::trailing(before));
    let full = body.parts.iter().find_map(|part| before(&part.block.text))?;
    let initials: String =
        full.split(' ').filter_map(|word| word.chars().next()).filter(|c| c.is_uppercase()).collect();
    (initials == name).then_some(full)
}

/// Whether a text writes a name so rather than as it is `known`: a heading may be in capitals as a whole, and a title may
/// begin each word with one.
fn is_better_written(sources: Sources<'_>, name: &str, known: &str) -> bool {
    if name == known || !name.contains(char::is_uppercase) {
        return false;
    }
    let is_heading = || !known.contains(char::is_lowercase) && mentions(sources, known) == 0;
    is_heading() || mentions(sources, name) > mentions(sources, known)
}

/// What speaks for a name, less what speaks against it.
fn weight(sources: Sources<'_>, name: &str, signs: &[Sign<'_>]) -> i32 {
    let own: Vec<Kind> =
        signs.iter().filter(|sign| same_ignoring_case(sign.name, name)).map(|sign| sign.kind).collect();
    let count = |kind: Kind| own.iter().filter(|known| **known == kind).count();
    let at_most = |kind: Kind| if matches!(kind, Kind::At | Kind::IsSomething) { 2 } else { 1 };
    let said: i32 = Kind::ALL
        .into_iter()
        .map(|kind| i32::try_from(count(kind).min(at_most(kind))).unwrap_or(0) * kind.weight())
        .sum();
    let mut weight = said
        + match mentions(sources, name) {
            0 => 0,
            1 => 1,
            2..=4 => 2,
            _ => 3,
        };
    if own.contains(&Kind::Leads) && !name::is_plain_word(name) {
        weight += 1;
    }
    if ["'s", "’s"].iter().any(|of| mentions(sources, &format!("{name}{of}")) > 0) {
        weight += 1;
    }
    if name::is_institution(name) {
        weight += 1;
    }
    // "Acme & Sons has …": people have names of other words.
    let acts = own.contains(&Kind::IsSomething) || own.contains(&Kind::Leads);
    if acts && name.contains(' ') && !name::may_be_persons(name) {
        weight += 1;
    }
    if name::has_form(name) {
        weight += 1;
    } else if name::is_addressed(name) {
        weight -= 6;
    }
    if !own.contains(&Kind::Stands) && !own.contains(&Kind::Behind) && titles::holds(&sources.title.value, name) {
        weight += 1;
    }
    if name::is_short(name) {
        weight -= 2;
    }
    // "The Steel Department, University of Ulm"
    if name::is_unit(name) {
        weight -= 1;
    }
    if name::is_acronym(name) && own.iter().all(|kind| kind.weight() < 3) {
        weight -= 1;
    }
    if name::is_product(name) && !own.contains(&Kind::IsCompany) {
        weight -= 2;
    }
    if name::is_project(name) && !own.contains(&Kind::Hires) {
        weight -= 3;
    }
    if own.contains(&Kind::Heading) && is_only_headed(sources.body, name) {
        weight += 1;
    }
    // "We are acme, a yard" tells that it is a name, however it is written.
    if name.chars().all(char::is_lowercase) && !own.contains(&Kind::IsCompany) && !own.contains(&Kind::Small) {
        weight -= 1;
    }
    if name::is_usual(name)
        || name::ends_with_language(name)
        || KINDS.exactly(name).is_some()
        || (name::is_plain_word(name) && is_common_noun(sources.body, name, signs))
    {
        weight -= 3;
    }
    // "… at our dock in Hull, Yorkshire, founded in 1486"
    if places::kind(name).is_some() && !own.iter().any(|kind| matches!(kind, Kind::Hires | Kind::WeAre | Kind::Heading))
    {
        weight -= 2;
    }
    // "Bootstrap 4"
    let bare = name.trim_end_matches(|c: char| c.is_ascii_digit()).trim_end();
    let is_fact = || employment_type::word(name).is_some() || whereabouts::remote_word(name).is_some();
    // Who works at a tool that the text speaks of nowhere else works for its makers.
    let is_workplace = || count(Kind::Within) > 0 && count(Kind::Within) >= mentions(sources, name);
    let is_tool = || skills::canonical(bare).is_some() && !is_workplace();
    let is_other = || is_tool() || is_fact();
    if is_other() || CHANNELS.iter().any(|channel| same_ignoring_case(channel, name)) {
        weight -= 4;
    }
    weight
}

/// Whether a name of several words stands in a heading alone, "About Acme Hulls", and its words nowhere in small letters.
fn is_only_headed(body: &Body<'_>, name: &str) -> bool {
    let small = name.to_lowercase();
    let is_said = |text: &str| text.contains(name) || text.contains(&small);
    let mut texts = body.parts.iter().filter(|part| !part.is_heading()).map(|part| part.block.text.as_str());
    let words = name.split(' ').count();
    let is_topic = || name.rsplit(' ').next().is_some_and(|last| TOPICS.exactly(last).is_some());
    words > 1 && !name.split(' ').take(words - 1).any(name::is_common) && !is_topic() && !texts.any(is_said)
}

/// Whether the text writes `name` small at least as often as with a capital inside a sentence, and not because the
/// employer does, nor within an address.
fn is_common_noun(body: &Body<'_>, name: &str, signs: &[Sign<'_>]) -> bool {
    let small = name.to_lowercase();
    let inside = |text: &str, at: usize| text[..at].ends_with(' ') && text[..at - 1].ends_with(char::is_lowercase);
    let count = |word: &str, counts: &dyn Fn(&str, usize) -> bool| -> usize {
        let finder = memmem::Finder::new(word);
        let in_text = |text: &str| {
            let found = finder.find_iter(text.as_bytes()).filter(|at| stands_alone(text, *at, at + word.len()));
            found.filter(|at| counts(text, *at)).count()
        };
        body.parts.iter().map(|part| in_text(&part.block.text)).sum()
    };
    if signs.iter().any(|sign| sign.name == small) {
        return false;
    }
    let written_small = count(&small, &|text, at| !address::holds(text, at, at + small.len()));
    written_small > 0 && written_small >= count(name, &inside)
}

/// How often the text, headings aside, uses `name` as written.
fn mentions(sources: Sources<'_>, name: &str) -> usize {
    let finder = memmem::Finder::new(name);
    let count =
        |text: &str| finder.find_iter(text.as_bytes()).filter(|at| stands_alone(text, *at, at + name.len())).count();
    let parts = sources.body.parts.iter().filter(|part| !part.is_heading());
    let texts = parts
        .map(|part| part.block.text.as_str())
        .chain(sources.prose.into_iter().flatten().map(|line| line.value.as_str()));
    texts.map(count).sum()
}
