//! What headings and lines that stand like headings say of a name: "About Acme", "Acme | Ulm", "Your Acme team".
//!
//! In goes the body, out come signs. Sentences are read by [`super::beside`]. The words are `data/employers.txt`.

use std::sync::LazyLock;

use super::kind::Kind;
use super::signs::Sign;
use super::{KINDS, TOPICS, beside, name, sentences, subject};
use crate::extract::{Block, BlockKind};
use crate::infer::body::{Body, Naming, Part, namings_in, section_of};
use crate::infer::labels::label;
use crate::infer::lexicon::Lexicon;
use crate::infer::table::EMPLOYERS;
use crate::infer::words::{BARS, is_hangul, is_ideographic, is_one_of, rsplit_at_each, strip_ornaments};
use crate::infer::{dates, employment_type, salary, team, title, whereabouts};
use crate::posting::Field;
use crate::source::floor_char_boundary;

static OPENINGS: LazyLock<Lexicon<()>> = LazyLock::new(|| EMPLOYERS.lexicon("heading"));
/// What a text begins with in which an employer tells what it is.
static US: LazyLock<Lexicon<()>> = LazyLock::new(|| EMPLOYERS.lexicon("us"));
/// The same in any words: "We make anchors".
pub(super) static FIRST_PERSON: LazyLock<Lexicon<()>> = LazyLock::new(|| EMPLOYERS.lexicon("first person"));
/// What those who write count themselves by: "nine of us".
static OF_US: LazyLock<Lexicon<()>> = LazyLock::new(|| EMPLOYERS.lexicon("of us"));
static IT_IS: LazyLock<Lexicon<()>> = LazyLock::new(|| EMPLOYERS.lexicon("it is"));
/// How headings begin that say why one should work for the name behind, how they end that say what it has for those who do,
/// and what may stand before the name there.
static HIRING: LazyLock<Lexicon<()>> = LazyLock::new(|| EMPLOYERS.lexicon("heading hires"));
static OFFERS: LazyLock<Vec<&'static str>> = LazyLock::new(|| EMPLOYERS.words("heading offers"));
static WHAT: LazyLock<Lexicon<()>> = LazyLock::new(|| EMPLOYERS.lexicon("heading what"));
static TAILS: LazyLock<Vec<&'static str>> = LazyLock::new(|| EMPLOYERS.words("heading tail"));
static READER: LazyLock<Vec<&'static str>> = LazyLock::new(|| EMPLOYERS.words("heading reader"));
static SIGNED: LazyLock<Lexicon<()>> = LazyLock::new(|| EMPLOYERS.lexicon("signed"));

/// What the first page of a site is called.
const HOMES: [&str; 6] = ["Home", "Start", "Startseite", "Accueil", "Inicio", "Início"];

/// Adds what headings say, and lines that stand for headings.
pub(super) fn add<'a>(body: &'a Body<'_>, signs: &mut Vec<Sign<'a>>) {
    for (at, part) in body.parts.iter().enumerate() {
        let Some(text) = of(part.block) else { continue };
        let heading = strip_ornaments(text).trim_end_matches([':', '：', '?', '？', '!', '.', ' ']);
        let origin = part.origin();
        if let Some(name) = offers(heading) {
            signs.push(Sign { name, kind: Kind::Hires, origin });
            continue;
        }
        // The alternative text of a picture, "Acme logo"; "The Acme story".
        if let Some(name) = TAILS.iter().find_map(|tail| before_tail(heading, tail)).and_then(named) {
            signs.push(Sign { name, kind: Kind::Heading, origin });
            continue;
        }
        if let Some(name) = sentences::defined(heading).filter(|_| part.is_heading()) {
            signs.push(Sign { name, kind: Kind::Hires, origin });
            continue;
        }
        let signed = || if part.is_heading() { None } else { signature(heading) };
        if let Some(name) = addressed(heading).or_else(signed) {
            signs.push(Sign { name, kind: Kind::Hires, origin });
            continue;
        }
        let (name, kind) = match behind_opening(heading) {
            // "Engineering at Acme" can be about nobody else.
            Some(rest) if is_within(heading, rest) => (name::whole(rest.trim()), Kind::Hires),
            Some(rest) => (named(rest.trim()).or_else(|| small(rest.trim())), Kind::Heading),
            // "Learning goals & outcomes:" says what follows.
            None if !part.is_heading() && text.trim_end().ends_with([':', '：']) => (None, Kind::Stands),
            None if section_of(heading).is_none() && label(heading).is_none() && !is_dated(heading) => {
                (name::whole(heading), Kind::Stands)
            }
            None => (None, Kind::Stands),
        };
        // "About Acme", and below it "We are a yard …"
        let tells_of = |name: &&str| body.parts.get(at + 1).is_some_and(|below| tells_of_us(&below.block.text, name));
        let is_opening = || is_first_beside_title(body, at) && body.parts.get(at + 1).is_some_and(is_told_by_us);
        let told = match kind {
            Kind::Heading => name.filter(tells_of),
            _ => name.filter(|name| says_which(name) && is_opening()),
        };
        signs.extend(told.map(|name| Sign { name, kind: Kind::WeAre, origin }));
        signs.extend(name.map(|name| Sign { name, kind, origin }));
    }
}

/// Whether a heading is the first of a text, the title above it aside.
fn is_first_beside_title(body: &Body<'_>, at: usize) -> bool {
    body.parts[at].is_heading() && body.parts[..at].iter().filter(|part| part.is_heading()).count() <= 1
}

/// Whether a name is that of one institution, and not a topic of theirs: "School Holidays".
fn says_which(name: &str) -> bool {
    let is_topic = |word: &str| name::is_common(word) || team::is_usual(word) || TOPICS.exactly(word).is_some();
    name::is_whole_institution(name) && !name.split(' ').any(is_topic)
}

/// Whether those who write tell of themselves somewhere in a text: "Nine welders and a dog. We make anchors."
fn is_told_by_us(part: &Part<'_>) -> bool {
    part.block.kind == BlockKind::Paragraph && FIRST_PERSON.is_in(&part.block.text)
}

/// The name in the first heading that the line below it goes on from: "# Acme" above "is hiring", "sucht per sofort".
pub(super) fn above_verb<'a>(body: &'a Body<'_>) -> Option<Sign<'a>> {
    let [first, below, ..] = &body.parts[..] else { return None };
    let name = alone(&first.block.text).filter(|_| first.is_heading())?;
    let mut namings = namings_in(&below.block.text);
    let hires = namings.any(|(naming, phrase)| naming == Naming::Hires && phrase.start == 0);
    hires.then_some(Sign { name, kind: Kind::Hires, origin: first.origin() })
}

/// The name in a heading that says what its bearer has for those who work there: "What Acme offers", "Pourquoi rejoindre
/// Acme", but "Das bietet dir die Ausbildung".
fn offers(heading: &str) -> Option<&str> {
    let behind = || HIRING.strip(heading.trim_start_matches('¿'));
    let before = || OFFERS.iter().find_map(|verb| heading.strip_suffix(verb)?.strip_suffix(' '));
    let name = behind().or_else(before)?.trim();
    // "What Acme offers"
    let name = WHAT.strip(name).unwrap_or(name);
    alone(name).filter(|own| own.len() == name.len())
}

/// Whether what stands below a heading is told by those who bear the name in it: "We are a yard", "We make anchors; there
/// are nine of us", "It's a small yard". One word alone may be what the section is about: "We take pay seriously".
fn tells_of_us(below: &str, name: &str) -> bool {
    let is_own = || {
        name.contains(char::is_uppercase)
            && !name.split(' ').all(|word| team::is_usual(word) || name::is_common(word) || name::is_usual(word))
    };
    // "KeelWright"
    let is_made_up = || !name::is_plain_word(name) && !name.contains([' ', '-']);
    let is_firm = || is_made_up() || KINDS.is_in(below) || OF_US.is_in(below);
    let is_yard = || IT_IS.strip(below).or_else(|| behind_indefinite(below)).is_some_and(beside::is_kind);
    US.strip(below).is_some() || (is_own() && ((is_firm() && speaks_of_self(below)) || is_yard()))
}

/// What stands behind the article by which something is said to be one of many: "a yard", other than "the Hull Yard".
fn behind_indefinite(text: &str) -> Option<&str> {
    const ARTICLES: [&str; 13] = ["a", "an", "ein", "eine", "un", "une", "una", "uno", "um", "uma", "een", "en", "ett"];
    text.split_once(' ').filter(|(word, _)| is_one_of(word, &ARTICLES)).map(|(_, rest)| rest)
}

/// Whether a text of some length begins with those who write: "We make anchors", "Construimos barcos".
fn speaks_of_self(text: &str) -> bool {
    const FEWEST_WORDS: usize = 5;
    const VERBS: [&str; 2] = ["mos", "iamo"];
    if FIRST_PERSON.strip_unspaced(text).is_some() {
        return true;
    }
    let first = text.split(' ').next().unwrap_or("");
    let is_verb = first.len() > 5 && VERBS.iter().any(|end| first.ends_with(end));
    (is_verb || FIRST_PERSON.strip(text).is_some()) && text.split(' ').nth(FEWEST_WORDS - 1).is_some()
}

/// Whether a line is where and when something was signed: "Ulm, am 10. Februar 2026".
fn is_dated(line: &str) -> bool {
    line.split_once(", ").is_some_and(|(_, day)| dates::read_in(None, day).is_ok())
}

/// Names that stand beside other facts in a line near the top: "Acme | Ulm | Full-time". Before the job's name, it is
/// the employer's: "Acme | Welder | Ulm".
pub(super) fn add_rows<'a>(body: &'a Body<'_>, signs: &mut Vec<Sign<'a>>) {
    const FIRST_BLOCKS: usize = 6;
    const LONGEST: usize = 160;
    let parts = body.parts.iter().take(FIRST_BLOCKS).filter(|part| part.block.text.len() <= LONGEST);
    for part in parts {
        let origin = part.origin();
        for line in part.block.text.split('\n').filter(|line| line.contains(BARS)) {
            let pieces: Vec<&str> = line.split(BARS).collect();
            let is_row = pieces.len() > 2 && pieces[1..].iter().any(|piece| title::names_job(piece));
            for (at, name) in pieces.iter().enumerate().filter_map(|(at, piece)| Some((at, in_piece(piece)?))) {
                let leads = at == 0 && (is_row || is_before_facts(name, &pieces[1..]));
                let kind = if leads { Kind::Heading } else { Kind::Stands };
                signs.push(Sign { name, kind, origin });
            }
        }
    }
}

/// The name that is all of a piece of such a line, or an institution's before its town: "Hull Law Centre, Ulm".
fn in_piece(piece: &str) -> Option<&str> {
    alone(piece).or_else(|| sentences::sited(strip_ornaments(piece)).filter(|name| name::is_whole_institution(name)))
}

/// Whether a name of several words, none of them a department's, stands before nothing but facts: "Acme Hulls · Ulm · 20
/// hours".
fn is_before_facts(name: &str, others: &[&str]) -> bool {
    let is_own = name.contains(' ') && !name.split(' ').any(|word| team::is_usual(word) || name::is_common(word));
    let is_fact = |piece: &&str| {
        employment_type::read(piece).told().is_some()
            || salary::read(piece).is_some_and(|pay| pay.currency.is_some())
            || whereabouts::read(piece).is_understood()
    };
    is_own && others.iter().all(is_fact)
}

/// The name that the path to a page begins with: "Acme / Jobs / Welder".
pub(super) fn trail<'a>(body: &'a Body<'_>) -> Option<Sign<'a>> {
    const MARKS: [&str; 5] = [" / ", " > ", " » ", " › ", " → "];
    const LONGEST: usize = 120;
    let first = body.parts.first().filter(|part| part.block.text.len() <= LONGEST)?;
    let mark = MARKS.into_iter().find(|mark| first.block.text.contains(mark))?;
    let (name, rest) = first.block.text.split_once(mark)?;
    let (page, _) = rest.split_once(mark)?;
    let name = alone(name).filter(|name| !HOMES.iter().any(|home| home.eq_ignore_ascii_case(name)))?;
    title::is_empty(page).then_some(Sign { name, kind: Kind::Heading, origin: first.origin() })
}

/// The name that stands as the first heading above that of the job.
pub(super) fn above_title<'a>(title: &Field<String>, body: &'a Body<'_>) -> Option<Sign<'a>> {
    let first = body.parts.first().filter(|part| part.is_heading())?;
    let name = alone(&first.block.text).or_else(|| sentences::sited(&first.block.text));
    // "## Sector" opens a section.
    let is_first = |name: &&str| first.block.kind == BlockKind::Heading(1) || name::is_institution(name);
    let name = name.filter(is_first).filter(|name| title::names_job(&title.value) && *name != title.value)?;
    let origin = first.origin();
    (title.origin.line != origin.line).then_some(Sign { name, kind: Kind::Heading, origin })
}

/// The name that all of a short text is, where it is no usual department.
pub(super) fn alone(text: &str) -> Option<&str> {
    let text = strip_ornaments(text);
    let name = name::whole(text).filter(|name| name.len() == name::without_article(text).len())?;
    (!name.split(' ').all(team::is_usual) && section_of(name).is_none() && !title::is_empty(name)).then_some(name)
}

/// The name that all of a text is, in any script.
fn named(text: &str) -> Option<&str> {
    let is_letter = |c: char| is_ideographic(c) || is_hangul(c) || !c.is_alphabetic();
    let is_unspaced = || text.chars().all(is_letter) && subject::is_unspaced(text);
    name::whole(text).or_else(|| name::unspaced(text)).or_else(|| is_unspaced().then_some(text))
}

/// The name that all of a text may be, written small.
fn small(text: &str) -> Option<&str> {
    Some(name::small(text)).filter(|name| !name.is_empty() && name.len() == text.len())
}

/// `heading` without the words that it ends with; a possessive belongs to them.
fn before_tail<'a>(heading: &'a str, tail: &str) -> Option<&'a str> {
    let name = heading.strip_suffix(tail)?;
    // "Acme logo", "Hullwerk-Logo"
    let name = if tail.is_ascii() { name.strip_suffix([' ', '-'])? } else { name.trim_end() };
    Some(name::without_possessive(name))
}

/// The name behind a word of place in a heading that speaks to the reader or of work: "Your role at Acme".
fn addressed(heading: &str) -> Option<&str> {
    const PLACES: [&str; 7] = [" at ", " bei ", " bei der ", " chez ", " bij ", " hos ", " von "];
    let (before, name) = rsplit_at_each(heading, &PLACES).min_by_key(|(_, name)| name.len())?;
    let speaks = |word: &str| READER.iter().any(|known| word.eq_ignore_ascii_case(known));
    before.split(|c: char| !c.is_alphabetic()).any(speaks).then(|| name::whole(name)).flatten()
}

/// The name in a line by which a posting is signed: "Your Acme team".
fn signature(line: &str) -> Option<&str> {
    let line = line.trim_start_matches(['-', '–', '—', ' ']);
    let behind = SIGNED.strip(line)?;
    let name = [" Team", " team", "-Team", " crew", " Crew"].iter().find_map(|word| behind.strip_suffix(word));
    // "L'équipe Acme" has the word in front.
    // other than in "Deine Jane".
    let opening = line[..line.len() - behind.len()].trim_end();
    let is_in_front = || opening.contains([' ', '\'', '’']) && !behind.contains(' ');
    alone(name.or_else(|| is_in_front().then_some(behind))?)
}

/// Whether the name in a heading stands behind a word of place.
fn is_within(heading: &str, name: &str) -> bool {
    const PLACES: [&str; 5] = [" at", " bei", " chez", " bij", " hos"];
    let before = heading[..heading.len() - name.len()].trim_end();
    PLACES.iter().any(|place| before.ends_with(place))
}

/// What of a block stands as a heading: all of it, or what runs into the text: "About Acme: We weld."
pub(super) fn of(block: &Block) -> Option<&str> {
    const LONGEST: usize = 60;
    let text = block.text.as_str();
    let is_paragraph = block.kind == BlockKind::Paragraph;
    let few_words = |text: &str| text.split(' ').nth(6).is_none();
    let whole = matches!(block.kind, BlockKind::Heading(_))
        || (is_paragraph && (!text.trim_end().ends_with('.') || name::has_form(text.trim_end())) && few_words(text));
    if whole {
        return (text.chars().count() <= LONGEST).then_some(text);
    }
    let near = &text[..floor_char_boundary(text, LONGEST)];
    let (heading, _) = near.split_once([':', '：', '\n'])?;
    (is_paragraph && few_words(heading) && behind_opening(heading).is_some()).then_some(heading)
}

/// What follows the longest opening, so that "why join Acme" is not about "join Acme".
fn behind_opening(heading: &str) -> Option<&str> {
    OPENINGS.strip(heading).or_else(|| OPENINGS.strip_unspaced(heading))
}
