//! What sentences and lines say of a name by where it stands in them: "Since 1999 Acme …", "Acme, a shipyard", "© Acme".
//!
//! In goes the body, out come signs. Set phrases are read by [`super::beside`]. The words are `data/employers.txt`.

use std::sync::LazyLock;

use super::kind::Kind;
use super::signs::{Sign, asks};
use super::{KINDS, founders, han, headings, name, postal, quoted, signed, subject, trade};
use crate::extract::BlockKind;
use crate::infer::body::{Body, Part, Section, section_of};
use crate::infer::lexicon::Lexicon;
use crate::infer::table::EMPLOYERS;
use crate::infer::words::{
    has_figure, is_ideographic, is_one_of, is_two_capitals, sentences, split_at_each, strip_ornaments,
};
use crate::infer::{employment_type, places, team, title};
use crate::source::floor_char_boundary;

static LASTING: LazyLock<Vec<&'static str>> = LazyLock::new(|| EMPLOYERS.words("lasting"));
static HEREINAFTER: LazyLock<Vec<&'static str>> = LazyLock::new(|| EMPLOYERS.words("hereinafter"));
static OUR_PEOPLE: LazyLock<Lexicon<()>> = LazyLock::new(|| EMPLOYERS.lexicon("our people"));
static REGISTERS: LazyLock<Lexicon<()>> = LazyLock::new(|| EMPLOYERS.lexicon("register"));
static YEARS: LazyLock<Vec<&'static str>> = LazyLock::new(|| EMPLOYERS.words("years"));
static SINCE: LazyLock<Vec<&'static str>> = LazyLock::new(|| EMPLOYERS.words("since"));

/// So many blocks are read; what comes later is not about the employer.
const MOST_BLOCKS: usize = 80;
/// So many blocks at the top may name the employer and its place alone, and so many at the end.
const AT_ENDS: usize = 4;

/// Adds what sentences and lines say.
pub(super) fn add<'a>(body: &'a Body<'_>, signs: &mut Vec<Sign<'a>>) {
    let last = body.parts.len().saturating_sub(AT_ENDS);
    if let Some(name) =
        body.parts.first().filter(|part| part.is_heading()).and_then(|part| introduced(&part.block.text))
    {
        let origin = body.parts[0].origin();
        signs.push(Sign { name, kind: Kind::Hires, origin });
    }
    // What stands right below the title, "## Acme Labs".
    // One of several headings is that of a part.
    let is_headed = |at: usize| body.parts.get(at).is_some_and(Part::is_heading);
    if let Some(below) = body.parts.get(1).filter(|_| is_headed(0) && is_headed(1) && !is_headed(2)) {
        let first = || below.block.text.split_once(", ").and_then(|(name, _)| headings::alone(name));
        let name = headings::alone(&below.block.text).or_else(first).filter(|name| name::is_institution(name));
        let origin = below.origin();
        signs.extend(name.map(|name| Sign { name, kind: Kind::Heading, origin }));
    }
    let asks = asks(body);
    for (at, part) in body.parts.iter().enumerate().filter(|(at, part)| tells(part) && !asks(*at)) {
        let origin = part.origin();
        let text = part.block.text.as_str();
        // Where the verb is known, that has told.
        let is_new = |name: &&str| !signs.iter().any(|sign| sign.name == *name);
        let house = if at <= 1 { trade::house_at_work(text).filter(is_new) } else { None };
        let mut say = |name: Option<&'a str>, kind| signs.extend(name.map(|name| Sign { name, kind, origin }));
        say(speaks(text), Kind::Opens);
        say(defined(text), Kind::Hires);
        say(quoted::called(text), Kind::IsCompany);
        say(sentences(text).find_map(keeps_people), Kind::IsCompany);
        let above = at.checked_sub(1).map(|above| &body.parts[above]);
        if part.block.kind == BlockKind::Paragraph {
            say(lasting(text), Kind::IsSomething);
            say(greeting(text), Kind::Stands);
            say(if text.is_ascii() { None } else { han::contact(text) }, Kind::Ours);
        }
        let opens = above.is_none_or(|above| above.is_heading() && (at < AT_ENDS || part.section == Section::Company));
        let is_first = at <= 1 && body.parts[..at].iter().all(Part::is_heading);
        if is_first && part.block.kind == BlockKind::Paragraph {
            say(slogan_of(text), Kind::Heading);
        }
        say(text.split('\n').find_map(marked), Kind::Hires);
        say(registered(text), Kind::Hires);
        if part.block.kind == BlockKind::Paragraph {
            say(behind_section(text), Kind::IsCompany);
        }
        if at <= 1 && part.block.kind == BlockKind::Paragraph {
            say(trade::at_work(text), Kind::Leads);
            say(han::subject(text), Kind::IsCompany);
            // An institution's name tells more by itself.
            let kind = if house.is_some_and(name::is_institution) { Kind::Stands } else { Kind::IsCompany };
            say(house, kind);
        }
        if opens && part.block.kind == BlockKind::Paragraph {
            say(introduced(text), Kind::IsCompany);
            // "アクメは", below a heading that is about the employer
            let is_told = part.section == Section::Company && !text.is_ascii();
            say(is_told.then(|| subject::unspaced(text, "")).flatten(), Kind::OpensText);
        }
        if at < MOST_BLOCKS && may_hold_year(text) {
            say(sentences(text).find_map(dated), Kind::IsCompany);
            say(sentences(text).find_map(founders::founded), Kind::IsCompany);
        }
        if at < AT_ENDS || at >= last {
            say(first_sited(text), Kind::Stands);
            say(postal::above(text), Kind::Stands);
            say(above.and_then(|above| postal::addressee(&above.block.text, text)), Kind::Heading);
            say(text.split('\n').find_map(institution_of), Kind::Heading);
            say(text.split('\n').find_map(institution_before), Kind::Stands);
        }
        if at < AT_ENDS || part.section == Section::Company {
            say(quoted::subject(text), Kind::IsCompany);
        }
        if at >= last {
            let firm = |name: Option<&'a str>| name.filter(|name| !name::may_be_persons(name));
            if part.block.kind == BlockKind::Paragraph {
                say(signed::with(text), Kind::Heading);
            }
            say(firm(copyright(text)), Kind::Ours);
            say(firm(text.split('\n').find_map(postal::in_line)), Kind::Stands);
            say(firm(text.split('\n').find_map(postal::in_full_line)), Kind::Heading);
        }
    }
}

/// Whether a block may speak of the employer.
fn tells(part: &Part<'_>) -> bool {
    matches!(part.block.kind, BlockKind::Paragraph | BlockKind::ListItem)
}

/// Whether a year of our time may stand in a text; most blocks have none.
fn may_hold_year(text: &str) -> bool {
    ["18", "19", "20"].iter().any(|century| memchr::memmem::find(text.as_bytes(), century.as_bytes()).is_some())
}

/// The name behind a word of place that is too common to look for: "In Acme crediamo", "In Acme Docks, you", "在船工坊，我们".
fn speaks(text: &str) -> Option<&str> {
    const SPEAKING: [&str; 6] = ["you", "you'll", "you’ll", "we", "we're", "we’re"];
    if let Some(behind) = text.strip_prefix("In ") {
        let name = name::leading(behind);
        let verb = name::rest(behind, name).trim_start().split(' ').next()?;
        let is_ours = verb.len() > 4 && verb.ends_with("iamo");
        // "In Acme Docks, you weld", but "In Dock Sales, you sell"
        let next = name::rest(behind, name).strip_prefix(", ").and_then(|rest| rest.split(' ').next());
        let is_own =
            || name.contains(' ') && !name.split(' ').all(|word| name::is_common(word) || team::is_usual(word));
        let is_said = next.is_some_and(|word| SPEAKING.contains(&word)) && is_own();
        return Some(name).filter(|name| !name.is_empty() && (is_ours || is_said));
    }
    let (name, behind) = text.strip_prefix('在')?.split_once('，')?;
    // "在工作中" tells when.
    let is_time = name.ends_with(['中', '里', '下', '上', '时', '期', '后', '前']);
    name::unspaced(name).or_else(|| name::whole(name)).filter(|_| !is_time && behind.starts_with(['我', '你', '您']))
}

/// The name that a sentence begins with which says what it does for its people: "Acme gives our employees time to learn".
fn keeps_people(sentence: &str) -> Option<&str> {
    let name = Some(name::leading(name::without_article(sentence))).filter(|name| !name.is_empty())?;
    let behind = name::rest(sentence, name).trim_start();
    let is_verb = behind.starts_with(char::is_lowercase) && !name::is_noun(sentence, name);
    (is_verb && OUR_PEOPLE.is_in(behind)).then_some(name)
}

/// The name in what begins with a year: "Since 1999 Acme has …", "Seit 1999 baut Acme …".
fn dated(sentence: &str) -> Option<&str> {
    let (word, rest) = sentence.split_once(' ')?;
    let (year, rest) = rest.trim_start().split_once(' ').filter(|_| is_one_of(word, &SINCE))?;
    let year = year.trim_end_matches(',');
    if year.len() != 4 || !year.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    behind_time(word, rest)
}

/// The name in what begins with how long something has been so: "For over a century, Acme has …", "Seit 40 Jahren baut
/// Acme …".
fn lasting(text: &str) -> Option<&str> {
    const SOON: usize = 8;
    let (word, rest) = text.split_once(' ').filter(|(word, _)| is_one_of(word, &LASTING))?;
    let ends = |word: &str| is_one_of(word.trim_end_matches(','), &YEARS);
    let years = rest.split(' ').take(SOON).find(|word| ends(word))?;
    let behind = name::rest(rest, years).trim_start();
    let behind = ["that ", "que "].iter().find_map(|that| behind.strip_prefix(that)).unwrap_or(behind);
    behind_time(word, behind).filter(|name| places::find(name).is_none())
}

/// The name that follows a time that begins with `word`, or follows the verb there.
fn behind_time<'a>(word: &str, rest: &'a str) -> Option<&'a str> {
    let named = |text| Some(name::leading(name::without_article(text))).filter(|name| !name.is_empty());
    named(rest).or_else(|| {
        let (verb, behind) = rest.split_once(' ')?;
        let behind = behind.strip_prefix("sich ").unwrap_or(behind);
        let is_verb = verb.starts_with(char::is_lowercase) && (verb.ends_with('t') || verb.ends_with("te"));
        let name = named(behind).filter(|_| is_verb)?;
        // Any noun has a capital behind the name.
        let is_whole = name::is_institution(name) || name::has_form(name);
        let name = if is_whole { Some(name) } else { name.split(' ').next() };
        name.filter(|name| is_whole || !name::is_plain_word(name) || !is_one_of(word, &["seit"]))
    })
}

/// The name that a text begins with, and what it is, without a verb: "Acme – a maker of ships", "Acme (a co-operative)".
fn introduced(text: &str) -> Option<&str> {
    const SOON: usize = 60;
    const MARKS: [&str; 8] = [", ", " – ", " — ", " - ", ": ", " / ", " | ", " ("];
    let name = name::leading(name::without_article(text));
    let name = if name.is_empty() { name::small(text) } else { name };
    let rest = name::rest(text, name);
    // "School of Steel, University of Ulm" says of what it is a part.
    let is_own =
        !name.is_empty() && !name::is_unit(name) && !name::is_first_of_verbs(text, name) && !names_contract(name);
    let behind = MARKS.iter().find_map(|mark| rest.strip_prefix(mark)).filter(|_| is_own)?;
    let first = behind.split(' ').next()?;
    // "Acme, who"
    if name::is_grammar(first) && !name::is_article(first) {
        return None;
    }
    let near = &behind[..floor_char_boundary(behind, SOON)];
    let near = &near[..near.find(['.', ';', '\n']).unwrap_or(near.len())];
    KINDS.is_in(near).then_some(name)
}

/// The name behind the words of a section about the employer: "Who we are: Acme, five welders and a dog."
fn behind_section(text: &str) -> Option<&str> {
    const LONGEST: usize = 40;
    let (label, rest) = text.split_once([':', '?']).filter(|(label, _)| label.len() <= LONGEST)?;
    let name = rest.split([',', '(', '–', '—']).next().filter(|name| name.len() < rest.len())?;
    headings::alone(name).filter(|_| section_of(strip_ornaments(label)) == Some(Section::Company))
}

/// The name before a slogan, where nothing else stands in a text: "ACME + SONS — fine hulls since 1961".
fn slogan_of(text: &str) -> Option<&str> {
    const LONGEST: usize = 80;
    let text = Some(text.trim()).filter(|text| text.len() <= LONGEST && !text.contains(['\n', '|', '·']))?;
    let (name, slogan) = split_at_each(text, &[" — ", " – "]).min_by_key(|(name, _)| name.len())?;
    let is_slogan = slogan.starts_with(char::is_alphabetic)
        && slogan.contains(' ')
        && !title::names_job(slogan)
        && places::find(slogan.split(',').next().unwrap_or(slogan)).is_none();
    headings::alone(name).filter(|name| is_slogan && !names_contract(name))
}

/// Whether a name begins with a kind of contract, as titles do: "Tirocinio extracurriculare".
fn names_contract(name: &str) -> bool {
    let first = name.split(' ').next().unwrap_or(name);
    employment_type::word(first).is_some() && !name::is_institution(name)
}

/// The name that a line has behind the picture of a building: "🏢 Acme".
fn marked(line: &str) -> Option<&str> {
    const BUILDINGS: [char; 5] = ['🏢', '🏬', '🏛', '🏭', '🏠'];
    line.trim_start().starts_with(BUILDINGS).then(|| headings::alone(line))?
}

/// Whether a number of some figures follows: ": 559000-0000", " B 12345".
fn is_numbered(behind: &str) -> bool {
    const FEWEST: usize = 5;
    let near = behind.char_indices().nth(24).map_or(behind, |(at, _)| &behind[..at]);
    near.bytes().filter(u8::is_ascii_digit).count() >= FEWEST
}

/// The name before its number in a register: "(Acme i Ulm AB, org. nr 559000-0000)", "Acme, HRB 12345".
fn registered(text: &str) -> Option<&str> {
    if !has_figure(text) {
        return None;
    }
    let ((), register) = REGISTERS.first(text).filter(|((), span)| is_numbered(&text[span.end..]))?;
    let before = text[..register.start].trim_end_matches([' ', ',', '(', '–', '-', '·', '|', ':']);
    let line = before.rsplit(['\n', '(']).next()?.trim();
    name::trailing(line)
        .filter(|name| name.len() == line.len())
        .or_else(|| Some(line).filter(|line| name::has_form(line)))
}

/// The name before what it is called for short below: "Acme Labs Inc. (hereinafter “Acme”)", "アクメ(以下 当団体)"; other terms
/// are shortened so as well.
pub(super) fn defined(text: &str) -> Option<&str> {
    let opening = memchr::memchr(b'(', text.as_bytes()).or_else(|| text.find('（'))?;
    let within = text[opening..].trim_start_matches(['(', '（', ' ']);
    let short = HEREINAFTER.iter().find_map(|word| within.strip_prefix(word))?;
    let short = &short[..short.find([')', '）']).unwrap_or(short.len())];
    let before = text[..opening].trim_end();
    let own = before.rsplit(['。', '、', '，', ' ', '\n']).next().unwrap_or(before);
    let unspaced = || Some(own).filter(|own| own.starts_with(is_ideographic) && subject::is_unspaced(own));
    let name = name::trailing(before).or_else(unspaced)?;
    let is_own = || name.split(' ').next().is_some_and(|first| short.contains(first));
    (short.contains(['当', '弊', '本']) || KINDS.is_in(short) || is_own()).then_some(name)
}

/// The name by which those who write introduce themselves; it may be a person's: "안녕하세요, 아크메입니다".
fn greeting(text: &str) -> Option<&str> {
    const GREETINGS: [(&str, &str); 3] = [("안녕하세요", "입니다"), ("こんにちは", "です"), ("はじめまして", "です")];
    let within = |(hello, end): &(&str, &str)| Some(text.strip_prefix(hello)?.split_once(end)?.0);
    let name = GREETINGS.iter().find_map(within)?.trim_start_matches(['、', ',', '!', '！', '.', '。', ' ']);
    subject::is_unspaced(name).then_some(name).filter(|name| !name.contains(' '))
}

/// The name in the first line that is but a name and a place; below a line that is but a name, it is that one's address.
fn first_sited(text: &str) -> Option<&str> {
    let above = std::iter::once("").chain(text.split('\n'));
    above.zip(text.split('\n')).find_map(|(above, line)| sited(line).filter(|_| headings::alone(above).is_none()))
}

/// The name in a line that is but a name and a place: "Acme, Ulm".
pub(super) fn sited(line: &str) -> Option<&str> {
    const MARKS: [&str; 8] = [", ", " – ", " — ", " - ", " | ", " · ", " • ", " ("];
    let line = Some(line).filter(|line| line.len() < 80)?;
    let (name, place) = split_at_each(line, &MARKS).min_by_key(|(name, _)| name.len())?;
    let place = strip_ornaments(place.trim_end_matches([')', '.', ' ']));
    // "Acme Labs, IT"
    let is_code = || is_two_capitals(place);
    let is_place =
        place.split(", ").any(|place| places::find(place).is_some()) || (is_code() && name::is_institution(name));
    headings::alone(name).filter(|_| is_place)
}

/// The institution that all of a line is, with small words inside: "Zahnarztpraxis am Markt", "Department of Steel —
/// University of Ulm".
pub(super) fn institution_of(line: &str) -> Option<&str> {
    const MOST_WORDS: usize = 7;
    const LONGEST: usize = 100;
    let line = Some(line).filter(|line| line.len() <= LONGEST && !line.ends_with(['.', '!', '?']))?;
    let line = line.rsplit([',', '—', '–', '|']).next()?.trim();
    let mut words = line.split(' ');
    let ends_as_name = words.clone().next_back()?.starts_with(char::is_uppercase);
    let is_short = (2..=MOST_WORDS).contains(&words.clone().count());
    let is_letter = |c: char| c.is_alphanumeric() || " .&'’-".contains(c);
    let names_job = || line.split(' ').any(|word| word.starts_with(char::is_uppercase) && title::is_job_word(word));
    let is_name = ends_as_name && is_short && line.chars().all(is_letter) && !names_job();
    let first = words.next()?;
    let is_office = line.starts_with("Office for ");
    ((name::is_house(first) || is_office) && is_name && !name::is_unit(line) && name::is_name(line)).then_some(line)
}

/// The institution that a line begins with, before its place or a part of it: "Hull School District #207 – Docks",
/// "Hotel Werft ★★★★ — Ulm".
fn institution_before(line: &str) -> Option<&str> {
    const LONGEST: usize = 100;
    const MARKS: [&str; 6] = [" – ", " — ", " - ", " | ", " • ", " · "];
    let line = Some(line).filter(|line| line.len() <= LONGEST && !line.ends_with(['.', '!', '?']))?;
    let name = split_at_each(line, &MARKS).map(|(name, _)| name).min_by_key(|name| name.len()).unwrap_or(line);
    let name = name.split(" #").next()?.trim_end_matches(['★', '*', ' ']);
    let name = headings::alone(name).or_else(|| sited(name));
    name.filter(|name| name::is_whole_institution(name))
}

/// The name in a line about rights: "© 2025 Acme", "(c) 2025 Acme".
fn copyright(text: &str) -> Option<&str> {
    let (_, behind) =
        text.split_once('©').or_else(|| text.split_once("Copyright")).or_else(|| text.split_once("(c) 20"))?;
    let rest = behind.trim_start_matches(|c: char| c.is_ascii_digit() || " -–,©".contains(c));
    let has_year = behind.contains("20") || behind.contains("19");
    Some(name::leading(rest)).filter(|name| !name.is_empty() && (has_year || name::has_form(name)))
}
