//! Parts of institutions, which are called by what they are: "Department of Steel", "Steel Division".
//!
//! In go text and body, out comes the unit's full name. The words are `data/teams.txt`.

use std::sync::LazyLock;

use super::before_team;
use crate::extract::BlockKind;
use crate::infer::body::{Body, Section};
use crate::infer::lexicon::Lexicon;
use crate::infer::table::TEAMS;
use crate::infer::words::{
    find_phrase, is_ideographic, is_one_of, same_ignoring_case, strip_end, strip_ornaments, strip_word, word_after,
    word_before,
};
use crate::infer::{places, title, whereabouts};
use crate::posting::Field;

/// What stands before what a unit is about: "department of".
static UNITS: LazyLock<Vec<&'static str>> = LazyLock::new(|| TEAMS.words("unit"));
/// What stands behind it.
static ENDS: LazyLock<Vec<&'static str>> = LazyLock::new(|| TEAMS.words("unit end"));

/// What stands before what a body is about that may also stand by itself: "institute of".
static INSTITUTES: LazyLock<Vec<&'static str>> = LazyLock::new(|| TEAMS.words("institute"));
/// What laboratories end with: "lab".
static LABS: LazyLock<Vec<&'static str>> = LazyLock::new(|| TEAMS.words("lab"));
/// What stands between a part and its whole: "at the".
static WHOLE: LazyLock<Lexicon<()>> = LazyLock::new(|| TEAMS.lexicon("whole"));
/// What compounds for departments end with.
static COMPOUND_ENDS: LazyLock<Vec<&'static str>> = LazyLock::new(|| TEAMS.words("compound end"));

/// What may stand before a unit that is all of a line: "from the".
static LED: LazyLock<Lexicon<()>> = LazyLock::new(|| TEAMS.lexicon("led"));

/// Words in the names of bodies that have departments: "City of Ulm".
static PUBLIC: LazyLock<Vec<&'static str>> = LazyLock::new(|| TEAMS.words("public"));

/// The unit that a short line near the top has: "Department of Steel, University of Ulm".
pub(super) fn in_lines(body: &Body<'_>) -> Option<Field<String>> {
    const FIRST_BLOCKS: usize = 6;
    const LONGEST: usize = 160;
    let is_above = |section: Section| matches!(section, Section::Lead | Section::Role | Section::Other);
    let parts = body.parts.iter().take(FIRST_BLOCKS);
    let mut prose = parts.filter(|part| part.block.kind == BlockKind::Paragraph && is_above(part.section));
    prose.find_map(|part| {
        let lines = (part.block.line..).zip(part.block.text.split('\n'));
        let mut short =
            lines.filter(|(_, text)| text.len() <= LONGEST && !text.trim_end().ends_with(['.', '!', '?', ':']));
        short.find_map(|(line, text)| {
            let pieces = || text.split([',', '–', '—', '|', '·', '•']).map(str::trim);
            let is_whole = |piece: &str| is_public(piece) || begun(piece, &INSTITUTES).is_some();
            // "Institute of Steel — Hulls Group — Ulm"
            let is_group =
                |piece: &str| is_small_group(piece) && pieces().any(|whole| whole != piece && is_whole(whole));
            let unit = pieces().find_map(|piece| {
                let named = LED.strip(piece).unwrap_or(piece);
                // "From the Hulls department"
                let is_led = named.len() < piece.len();
                if is_led { before_team(named) } else { (is_unit(piece) || is_group(piece)).then(|| piece.to_owned()) }
            });
            Some(Field::new(unit?, part.kind, line))
        })
    })
}

/// Whether all of `text` is the name of a group such as institutions have: `Hulls Group`.
fn is_small_group(text: &str) -> bool {
    const KINDS: [&str; 5] = ["group", "lab", "laboratory", "unit", "section"];
    let end = text.rsplit_once(' ').map(|(_, end)| end);
    end.is_some_and(|end| is_one_of(end, &KINDS)) && is_run(text)
}

/// The unit that a sentence names which says that somebody is sought: "Am Institut für Stahl der Universität Ulm ist eine
/// Stelle frei". Where it is the unit itself that seeks, it has to be part of a whole.
pub(super) fn seeking(sentence: &str, is_subject: bool) -> Option<&str> {
    const FIRST_WORDS: usize = 2;
    let sentence = sentence.trim_start();
    let starts = std::iter::once(0).chain(sentence.match_indices(' ').map(|(space, _)| space + 1));
    let starts: Vec<usize> = starts.take(if is_subject { FIRST_WORDS } else { usize::MAX }).collect();
    let is_placed = |at: usize| (at == 0 && is_subject) || word_before(sentence, at).starts_with(char::is_alphabetic);
    let unit = starts.iter().find_map(|at| {
        let text = &sentence[*at..];
        let is_of = |rest: &str| {
            // "Seksjon for stål i Ulm kommune"
            rest.strip_prefix(" i ").is_some_and(|whole| whole.split(' ').take(2).any(|word| is_one_of(word, &PUBLIC)))
        };
        let is_part = |unit: &str| is_in_whole(&text[unit.len()..]) || is_of(&text[unit.len()..]);
        let unit = leading(text).filter(|unit| !is_subject || is_part(unit));
        let institute = || begun(text, &INSTITUTES).filter(|unit| is_part(unit));
        unit.or_else(institute).filter(|_| is_placed(*at))
    });
    unit.or_else(|| starts.iter().filter(|at| **at > 0).find_map(|at| lab(&sentence[*at..]).filter(|_| is_placed(*at))))
}

/// The unit that `text` begins with, where the whole follows that it is part of: "Institute of Steel" of "Institute of Steel
/// at Ulm University".
pub(super) fn of_whole(text: &str) -> Option<String> {
    let text = text.trim_start();
    let Some(unit) = leading(text).or_else(|| begun(text, &INSTITUTES)) else {
        return lab(text).map(str::to_owned);
    };
    // All of "Institute of Steel of the University of Ulm" has capitals.
    let is_whole = |rest: &str| PUBLIC.iter().any(|word| strip_word(rest, word).is_some());
    let mut whole = unit.match_indices(" of the ").filter(|(at, link)| is_whole(&unit[at + link.len()..]));
    match whole.next() {
        Some((at, _)) => Some(unit[..at].to_owned()),
        None => is_in_whole(&text[unit.len()..]).then(|| unit.to_owned()),
    }
}

/// The laboratory that `text` begins with, where the whole follows: `Steel Lab` of "Steel Lab (Dr. Roe) at Ulm University".
pub(super) fn lab(text: &str) -> Option<&str> {
    let name = capitals(text);
    let name = LABS.iter().find_map(|word| Some(&name[..find_phrase(name, word)? + word.len()]))?;
    let rest = text[name.len()..].trim_start();
    let rest = rest.strip_prefix('(').and_then(|aside| aside.split_once(')')).map_or(rest, |(_, rest)| rest);
    (name.contains(' ') && is_in_whole(rest)).then_some(name)
}

/// Whether `rest` goes on with the whole that the unit before it is part of: " der Universität Ulm".
pub(super) fn is_in_whole(rest: &str) -> bool {
    WHOLE.strip(rest.trim_start()).is_some()
}

/// The department that a text in a script without spaces ends with: `開発部` of `当社の開発部`.
pub(super) fn unspaced(text: &str) -> Option<&str> {
    let before = text.trim_end_matches(is_of_name);
    let name = &text[before.len()..];
    // "公司市场部" is the company's, "正在为市场部" for it
    let name = name.rsplit("公司").next().unwrap_or(name);
    let name = name.rsplit(['为', '為', '在', '于', '於']).next().unwrap_or(name);
    is_unspaced(name).then_some(name)
}

/// The department that such a text begins with: `设计部` of `设计部，负责`.
pub(super) fn unspaced_leading(text: &str) -> Option<&str> {
    let rest = text.trim_start_matches(is_of_name);
    let run = &text[..text.len() - rest.len()];
    let end = run.find(UNSPACED_ENDS).map(|at| at + '部'.len_utf8())?;
    Some(&run[..end]).filter(|name| is_unspaced(name))
}

/// What departments end with in scripts without spaces.
const UNSPACED_ENDS: [char; 3] = ['部', '課', '课'];

/// Whether all of `name` is a department's in such a script.
fn is_unspaced(name: &str) -> bool {
    // "headquarters", "all", "the section itself", "club", "east"
    const OTHERS: [&str; 38] = [
        "本部",
        "全部",
        "内部",
        "外部",
        "一部",
        "总部",
        "総部",
        "總部",
        "大部",
        "上部",
        "下部",
        "各部",
        "干部",
        "幹部",
        "东部",
        "東部",
        "西部",
        "南部",
        "北部",
        "中部",
        "俱乐部",
        "俱樂部",
        "倶楽部",
        "各課",
        "放課",
        "日課",
        "他部",
        "当部",
        "同部",
        "该部",
        "跨部",
        "多部",
        "相关部",
        "相關部",
        "関連部",
        "関係部",
        "所属部",
        "用人部",
    ];
    // "造船部門"
    let name = name.strip_suffix(['門', '门']).unwrap_or(name);
    name.ends_with(UNSPACED_ENDS)
        && (3..=8).contains(&name.chars().count())
        && !OTHERS.iter().any(|other| name.ends_with(other))
}

/// Whether a character may be one of such a name.
fn is_of_name(c: char) -> bool {
    is_ideographic(c) && !is_hiragana(c) && c != '的'
}

fn is_hiragana(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{309f}')
}

/// The department that one word is: "Personalabteilung".
pub(super) fn compound(word: &str) -> Option<&str> {
    const LEAST: usize = 3;
    let stem = COMPOUND_ENDS.iter().find_map(|end| strip_end(word, end))?;
    // "Fachabteilung" is any.
    let is_any = is_one_of(stem, &["fach", "haupt", "unter", "teil"]);
    // "Ehrenamt" is no part of anything, "Landratsamt" is a whole.
    let is_whole =
        is_one_of(stem, &["ehren", "ges", "insges", "landrats", "bundes", "landes", "arbeits", "finanz", "bezirks"]);
    let tells = stem.len() >= LEAST && !is_any && !is_whole;
    (tells && word.chars().all(char::is_alphabetic)).then_some(word)
}

/// The unit that `text` begins with: "Department of Steel" of "Department of Steel at Ulm University".
pub(super) fn leading(text: &str) -> Option<&str> {
    begun(text, &UNITS)
}

/// The same of units that one of `kinds` begins.
fn begun<'t>(text: &'t str, kinds: &[&str]) -> Option<&'t str> {
    let about = behind_kind(text, kinds)?;
    let length = run(about);
    let length = if length > 0 { length } else { small_run(text, about)? };
    Some(&text[..text.len() - about.len() + length])
}

/// The length of the small words that tell what a unit is about, as in Romance and Nordic languages, up to what cannot be of
/// its name: `språk og skip` of "språk og skip, Ulm universitet".
fn small_run(text: &str, about: &str) -> Option<usize> {
    const BEHIND: [&str; 9] = ["i", "på", "ved", "vid", "hos", "er", "är", "à", "en"];
    let head = &text[..text.len() - about.len()];
    let mut ends = about.match_indices([' ', ',', '.', ';', ':', '(', '\n']).filter(|(at, mark)| {
        let rest = &about[*at..];
        *mark != " " || is_in_whole(rest) || BEHIND.contains(&word_after(rest, 0)) || rest.trim().is_empty()
    });
    let end = ends.next().map_or(about.len(), |(at, _)| at);
    is_small(&format!("{head}{}", &about[..end])).then_some(end)
}

/// Whether `text` begins with a unit's kind, as a name does: "Direction des".
pub(super) fn is_begun(text: &str) -> bool {
    behind_kind(text, &UNITS).is_some()
}

/// What follows the unit's kind that `text` begins with: "Steel" of "Department of Steel".
fn behind_kind<'t>(text: &'t str, kinds: &[&str]) -> Option<&'t str> {
    // Most words begin no unit.
    if !text.starts_with(char::is_uppercase) {
        return None;
    }
    // "Direction de l'Urbanisme"
    let elided = |unit: &str| strip_prefix(text, unit).filter(|_| unit.ends_with(['\'', '’']));
    let about = kinds.iter().filter_map(|unit| strip_word(text, unit).or_else(|| elided(unit)));
    about.min_by_key(|about| about.len())
}

/// `text` without `prefix`, without regard to case.
pub(super) fn strip_prefix<'a>(text: &'a str, prefix: &str) -> Option<&'a str> {
    text.get(..prefix.len()).filter(|head| same_ignoring_case(head, prefix)).map(|_| &text[prefix.len()..])
}

/// Whether all of `text` is a unit's name.
pub(super) fn is_unit(text: &str) -> bool {
    let ends = || text.rsplit_once(' ').is_some_and(|(about, end)| is_one_of(end, &ENDS) && run(about) == about.len());
    leading(text) == Some(text) || ends() || is_small(text)
}

/// Whether all of `text` is a unit's name whose words are small but for the first, as in Romance languages: `Service de la
/// programmation`.
fn is_small(text: &str) -> bool {
    const MOST_WORDS: usize = 5;
    const ENGLISH: [&str; 6] = ["department", "directorate", "chair", "institute", "centre", "center"];
    let (kind, link) = (text.split(' ').next().unwrap_or(text), text.split(' ').nth(1));
    let is_english = || link == Some("of") || (link == Some("for") && is_one_of(kind, &ENGLISH));
    let is_word = |word: &str| word.chars().all(|c| c.is_alphabetic() || matches!(c, '\'' | '’' | '-'));
    behind_kind(text, &UNITS).is_some_and(|about| {
        about.starts_with(char::is_lowercase) && about.split(' ').count() <= MOST_WORDS && about.split(' ').all(is_word)
    }) && !is_english()
}

/// Whether all of `text` is a unit's name, or an institute's that another institution may have: `Institute of Steel`.
pub(in crate::infer) fn is_unit_or_institute(text: &str) -> bool {
    is_unit(text) || begun(text, &INSTITUTES) == Some(text)
}

/// The unit that a line near the top names beside the institution it is of: `City of Ulm – Parks and Gardens`.
pub(super) fn beside(body: &Body<'_>, institution: &str) -> Option<Field<String>> {
    const FIRST_BLOCKS: usize = 4;
    if !is_public(institution) {
        return None;
    }
    body.parts.iter().take(FIRST_BLOCKS).find_map(|part| {
        let mut lines = (part.block.line..).zip(part.block.text.split('\n'));
        lines.find_map(|(line, text)| {
            let behind = strip_ornaments(text).strip_prefix(institution)?.trim_start();
            let behind = behind.strip_prefix(['–', '—', '|', '·', '•', '-'])?.strip_prefix(' ')?;
            let unit =
                behind.split([" – ", " — ", " - "].iter().find(|mark| behind.contains(**mark)).unwrap_or(&" · "));
            let unit = unit.into_iter().next()?.split(['|', '·', '•']).next()?.trim();
            // "Team Hafen" is but the team.
            let name = strip_word(unit, "team").unwrap_or(unit);
            is_beside(unit).then(|| Field::new(name.to_owned(), part.kind, line))
        })
    })
}

/// Whether an institution is one that has departments: `City of Ulm`.
pub(super) fn is_public(institution: &str) -> bool {
    institution.split(' ').any(|word| is_one_of(word, &PUBLIC))
}

/// Whether a text beside such an institution is a part of it, rather than a job or a place: `Parks and Gardens`.
pub(super) fn is_beside(text: &str) -> bool {
    const MOST_WORDS: usize = 6;
    text.split(' ').count() <= MOST_WORDS
        && is_run(text)
        && !title::names_job(text)
        && !whereabouts::read(text).is_understood()
        && !text.split(' ').any(places::is_city)
}

/// Whether all words of `text` but those that join them have a capital: `Hulls and Keels`.
pub(super) fn is_run(text: &str) -> bool {
    !text.is_empty() && run(text) == text.len()
}

/// The words with a capital that `text` begins with, and what joins them.
pub(super) fn capitals(text: &str) -> &str {
    &text[..run(text)]
}

/// The length of the words with a capital that the line begins with which `text` begins with, and of what joins them.
fn run(text: &str) -> usize {
    const JOINS: [&str; 10] = ["and", "&", "of", "for", "the", "und", "et", "e", "y", "en"];
    let line = text.split('\n').next().unwrap_or(text);
    let (mut at, mut end) = (0, 0);
    for word in line.split(' ') {
        let bare = word.trim_end_matches(|c: char| !c.is_alphanumeric());
        if word.starts_with(char::is_uppercase) {
            end = at + bare.len();
        } else if !JOINS.contains(&word) {
            break;
        }
        if bare.len() < word.len() && word != "&" {
            break;
        }
        at += word.len() + 1;
    }
    end
}
