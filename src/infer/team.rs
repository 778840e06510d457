//! The team or department that sentences near the top name: "join our Platform team".
//!
//! In go title, body and company, out comes a name that stands right beside "team", with capitals or from a list of usual
//! departments. Whom one reports to, and the teams one works with, are not one's own. The words are `data/teams.txt`.

mod ahead;
mod around;
mod german;
mod name;
mod subject;
#[cfg(test)]
mod tests;
mod units;
mod values;

use std::sync::LazyLock;

use super::body::{Body, Part, Section};
use super::labels::labelled;
use super::lexicon::Lexicon;
use super::places;
use super::table::TEAMS;
use super::words::{
    find_phrase, has_phrase, is_ideographic, sentence_around, sentence_at, sentence_end, strip_ornaments, strip_word,
    word_before,
};
use crate::extract::BlockKind;
use crate::posting::Field;
use crate::source::Span;

pub(super) use self::around::of_title;
use self::german::{department_of, glued, quarter};
use self::name::{
    TRADES, as_name, is_capital, is_department, is_link, is_usual_compound, may_name, name_of, with_capital,
};
pub(super) use self::name::{is_name, is_usual, of_line};
pub(super) use self::units::is_unit_or_institute as is_unit;
pub(super) use self::values::{in_title, in_values, is_asked, is_size, is_sure, named};

/// What a phrase says of the name beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Cue {
    /// It stands before the name, or its article.
    Into,
    /// It stands before the name.
    Before,
    /// It stands before a compound.
    Compound,
    /// It stands before the name, where the sentence has said that somebody is sought.
    Sought,
    /// It says that somebody is sought.
    Seeking,
    /// It stands before a usual department's name that follows the word for a team.
    Usual,
    /// It stands before the name itself, where the post is said to be.
    Placed,
    /// It says that the team before it seeks somebody.
    Seeks,
    /// In a script without spaces, it stands behind the name of a department.
    Member,
    /// The same where the sentence tells what the reader does there.
    There,
    /// The same in front of it.
    Joined,
    /// It says that a post is to be filled.
    Vacant,
    /// It tells the reader what he would be, or do.
    Reader,
    /// It tells how many the team before it are.
    Counts,
    /// It begins to tell what those are who seek.
    Are,
}

static CUES: LazyLock<Lexicon<Cue>> = LazyLock::new(|| {
    TEAMS.lexicon_of(|section| match section {
        "into" => Some(Cue::Into),
        "before" => Some(Cue::Before),
        "compound" => Some(Cue::Compound),
        "sought" => Some(Cue::Sought),
        "seeking" => Some(Cue::Seeking),
        "ahead usual" => Some(Cue::Usual),
        "placed" => Some(Cue::Placed),
        "seeks" => Some(Cue::Seeks),
        "member" => Some(Cue::Member),
        "member there" => Some(Cue::There),
        "joined" => Some(Cue::Joined),
        "vacant" => Some(Cue::Vacant),
        "reader" => Some(Cue::Reader),
        "counts" => Some(Cue::Counts),
        "are" => Some(Cue::Are),
        _ => None,
    })
});
static HEADINGS: LazyLock<Vec<&'static str>> = LazyLock::new(|| TEAMS.words("heading"));
static BEHIND: LazyLock<Vec<&'static str>> = LazyLock::new(|| TEAMS.words("behind"));

static DONE_THERE: LazyLock<Lexicon<()>> = LazyLock::new(|| TEAMS.lexicon("done there"));

static POSTS: LazyLock<Lexicon<()>> = LazyLock::new(|| TEAMS.lexicon("post"));

static ARTICLES: LazyLock<Lexicon<()>> = LazyLock::new(|| TEAMS.lexicon("article"));
static ANY: LazyLock<Lexicon<()>> = LazyLock::new(|| TEAMS.lexicon("any"));

/// Where the first word for a team stands; with a capital, a group is a company's.
fn team_word(text: &str) -> Option<Span> {
    let found = BEHIND.iter().filter_map(|word| find_phrase(text, word).map(|at| at..at + word.len()));
    let is_company =
        |word: &Span| text[word.clone()].starts_with(['G', 'R']) || text[..word.start].ends_with("Research ");
    found.filter(|word| !is_company(word)).min_by_key(|word| word.start)
}

/// `text` without its last word, which has to be one for a team.
fn before_word(text: &str) -> Option<&str> {
    team_word(text).filter(|word| word.end == text.len()).map(|word| &text[..word.start])
}

/// The team that one would be part of.
pub(super) fn in_body(body: &Body<'_>, company: Option<&str>) -> Option<Field<String>> {
    // Further down, teams are those that one works with.
    const FIRST: usize = 5;
    const FEWEST_WORDS: usize = 4;
    // What stands first below "Your tasks" may tell where.
    let is_above = |at: usize, part: &Part<'_>| match part.section {
        Section::Lead | Section::Role | Section::Other => true,
        Section::Tasks => at == 0 || body.parts[at - 1].is_heading(),
        _ => false,
    };
    let prose = body.parts.iter().enumerate();
    let prose =
        prose.filter(|(at, part)| part.block.kind == BlockKind::Paragraph && !part.is_heading() && is_above(*at, part));
    let others = |name: &String| without_company(name, company.unwrap_or_default()).map(str::to_owned);
    let own = |name: String, part: &Part<'_>| Some(part.field(others(&name)?));
    // "**2. The post**" and its like are headings, and count for none.
    let is_prose = |text: &str| {
        text.contains(is_ideographic) || (text.split(' ').nth(FEWEST_WORDS).is_some() && !is_labelled(text))
    };
    let mut prose = prose.scan(0, |seen, (_, part)| {
        *seen += usize::from(is_prose(&part.block.text));
        (*seen <= FIRST).then_some(part)
    });
    let told = prose.find_map(|part| {
        let text = &part.block.text;
        let cues: Vec<(Cue, Span)> = CUES.find(text).collect();
        let at_cue = |at: usize, cue: &Cue, span: &Span| match cue {
            Cue::Into | Cue::Placed if is_of_firms(text, span) => None,
            Cue::Into => into(text, span),
            Cue::Before => before(text, span.end),
            Cue::Compound => {
                between(text, span.end, &['-']).or_else(|| glued(text, span.end)).or_else(|| department_of(text, span))
            }
            Cue::Sought if !is_sought(text, &cues[..at], span) => vacant_in(text, &cues[..at], span),
            Cue::Sought if text[span.clone()].starts_with("at") => units::of_whole(&text[span.end..]),
            Cue::Sought => between(text, span.end, &[' ']).or_else(|| units::of_whole(&text[span.end..])),
            Cue::Usual if is_beside(text, span) || ahead::is_asking(text, span.start) => None,
            Cue::Usual => ahead::name_at(text, span.end, is_usual_compound).or_else(|| quarter(text, span)),
            Cue::Placed => into(text, span).or_else(|| placed(text, span)),
            Cue::Counts => subject::seeking(text, span.start),
            Cue::Seeks => subject::seeking(text, span.start).or_else(|| seeking(text, span, true)),
            Cue::There if !DONE_THERE.is_in(sentence_around(text, span.start)) => None,
            Cue::Member | Cue::There => units::unspaced(&text[..span.start]).map(str::to_owned),
            Cue::Joined => units::unspaced_leading(&text[span.end..]).map(str::to_owned),
            Cue::Vacant => seeking(text, span, false).or_else(|| with_post(text, &cues, span)),
            Cue::Reader => placed_in(text, span),
            Cue::Are => part_of(text, span),
            Cue::Seeking => None,
        };
        // "The Steel Lab … is part of the Department of Ships"
        let name = cues
            .iter()
            .enumerate()
            .find_map(|(at, (cue, span))| at_cue(at, cue, span).filter(|name| others(name).is_some()));
        let name =
            name.or_else(|| ahead::in_text(text)).or_else(|| subject::introduced(text)).or_else(|| subject::lab(text));
        own(name?, part)
    });
    let headings = || body.parts.iter().filter(|part| part.is_heading());
    let told = told.or_else(|| units::in_lines(body)).or_else(|| units::beside(body, company.unwrap_or_default()));
    told.or_else(|| headings().find_map(|part| own(heading(&part.block.text)?, part)))
}

/// Whether a text is but a short line with a label, which tells nothing of a team: `Starting date: May 2030`.
fn is_labelled(text: &str) -> bool {
    const LONGEST: usize = 80;
    text.len() <= LONGEST && text.contains(": ") && labelled(text).next().is_some()
}

/// The team that a heading is about: "About the Hulls team".
fn heading(text: &str) -> Option<String> {
    let text = strip_ornaments(text).trim_end_matches([':', '?', ' ']);
    let named = HEADINGS.iter().find_map(|words| strip_word(text, words));
    // "Vacancy in our Hulls team"
    let joined = || CUES.find(text).filter(|(cue, _)| *cue == Cue::Into).find_map(|(_, span)| into(text, &span));
    named.and_then(before_team).or_else(joined)
}

/// The name in a text that is a name and the word "team": "Hulls team".
fn before_team(named: &str) -> Option<String> {
    as_name(before_word(named)?.trim_end_matches([' ', '-'])).filter(|name| places::find(name).is_none())
}

/// "Platform" of "Acme Platform"; nothing of "Acme".
fn without_company<'a>(name: &'a str, company: &str) -> Option<&'a str> {
    let rest = if company.is_empty() { name } else { strip_word(name, company).unwrap_or(name) };
    // "Acme’s Platform"
    let rest = ["'s ", "’s "].iter().find_map(|owner| rest.strip_prefix(owner)).unwrap_or(rest);
    // "Pflegeteam Ulm" has no team of its own; "NSO" is all of the "Naval Steel Office".
    let is_companys =
        || has_phrase(company, rest) || has_phrase(company, &format!("{rest}team")) || is_initials(rest, company);
    (!rest.is_empty() && !is_companys()).then_some(rest)
}

/// Whether a word is made of the initials of a name: `NSO` of "Naval Steel Office".
fn is_initials(word: &str, name: &str) -> bool {
    word.len() > 1 && name.split(' ').filter_map(|part| part.chars().next()).eq(word.chars())
}

/// The name at `at`, before the word for a team, one with it, or a unit's.
fn before(text: &str, at: usize) -> Option<String> {
    between(text, at, &[' ', '-'])
        .or_else(|| glued(text, at))
        .or_else(|| Some(units::leading(text[at..].trim_start())?.to_owned()))
}

/// The same behind `phrase` and an article. One of many has to be a usual department: "join a sales team", but "join a
/// Java team".
fn into(text: &str, phrase: &Span) -> Option<String> {
    let rest = text[phrase.end..].strip_prefix(' ')?;
    let name = |rest: &str| before(text, text.len() - rest.len());
    let is_part = |of: &str| text[..phrase.end].ends_with(of);
    match (ARTICLES.strip(rest), ANY.strip(rest)) {
        (Some(rest), _) => name(rest),
        // "You'll be part of a small Hulls team"
        (_, Some(rest)) => name(rest).filter(|name| is_part("be part of") || name.split(' ').any(is_usual)),
        // "You weld as part of Acme's Hulls team"
        _ => is_part("part of").then(|| name(rest)).flatten(),
    }
}

/// Whether the sentence said, shortly before `phrase`, that somebody is sought.
fn is_sought(text: &str, before: &[(Cue, Span)], phrase: &Span) -> bool {
    const NEAR: usize = 60;
    // "You will work on the Hulls team", but "you will write tools for the Hulls team".
    let is_place = !text[phrase.clone()].to_ascii_lowercase().starts_with("for");
    // "Working in the yard, within the Hulls team"
    let is_within = strip_word(&text[phrase.clone()], "within").is_some();
    // "We wish to appoint a welder to our Hulls team", but "looking for a welder who reports to our Hulls team"
    let is_appointed =
        |seeking: &Span| !text[phrase.clone()].starts_with("to ") || text[seeking.clone()].contains("appoint");
    let says_so = |(cue, seeking): &&(Cue, Span)| match cue {
        Cue::Seeking | Cue::Seeks => is_appointed(seeking),
        // "We have a vacancy in our Hulls team"
        Cue::Vacant => {
            is_place
                && ["appoint", "vacancy", "position"].iter().any(|word| text[seeking.clone()].contains(word))
                && is_appointed(seeking)
        }
        Cue::Reader => is_place && is_appointed(seeking),
        Cue::Placed | Cue::Into | Cue::Before => is_within,
        _ => false,
    };
    let seeking = before.iter().rev().find(says_so);
    seeking.is_some_and(|(_, seeking)| {
        phrase.start - seeking.end <= NEAR && sentence_end(text, seeking.start) > phrase.start
    })
}

/// The unit with its whole at `phrase`, where what is told right before it is that a post is to be filled: "A post is available
/// in the Department of Steel at Ulm University".
fn vacant_in(text: &str, before: &[(Cue, Span)], phrase: &Span) -> Option<String> {
    let is_vacant = before.last().is_some_and(|(cue, vacant)| *cue == Cue::Vacant && vacant.end + 1 == phrase.start);
    is_vacant.then(|| units::of_whole(&text[phrase.end..])).flatten()
}

/// The name that stands between `at` and the word "team", which one of `marks` joins to it.
fn between(text: &str, at: usize, marks: &[char]) -> Option<String> {
    const LONGEST: usize = 60;
    let rest = &text[at..sentence_end(text, at)];
    let word = team_word(rest).filter(|word| word.start <= LONGEST)?;
    // "As part of project teams"; in German, "unseres Hull-Teams" is one.
    let is_several = &rest[word.clone()] == "teams";
    let name = as_name(without_town(rest[..word.start].trim_start().strip_suffix(marks)?)).filter(|_| !is_several)?;
    // Other than a team, a unit is called so.
    let word = &rest[word];
    Some(if matches!(word, "Unit" | "Faculty") { format!("{name} {word}") } else { name })
}

/// Whether a group is one of firms that somebody is part of: "Acme, part of the Hullmouth group".
fn is_of_firms(text: &str, phrase: &Span) -> bool {
    let said = &text[phrase.clone()];
    let is_part = ["part of", "is part of", "belong to", "belongs to", "member of"]
        .iter()
        .any(|words| strip_word(said, words).is_some());
    let rest = &text[phrase.end..sentence_end(text, phrase.end)];
    is_part
        && team_word(rest)
            .is_some_and(|word| &rest[word.clone()] == "group" && !rest[..word.start].split(' ').any(is_usual))
}

/// A usual department's name without the town before it: `sales` of `Ulm sales`. With a capital, as in `Hull Support`,
/// it may be all one name.
fn without_town(name: &str) -> &str {
    let is_kind = |name: &str| name.starts_with(char::is_lowercase) && is_usual(name);
    let rest = name.split_once(' ').filter(|(town, rest)| is_kind(rest) && places::is_city(town));
    rest.map_or(name, |(_, rest)| rest)
}

/// Whether one works with the team at `phrase`: "mit dem Team Einkauf", "und dem Team Vertrieb zusammen".
fn is_beside(text: &str, phrase: &Span) -> bool {
    let is_in = ["im", "in"].iter().any(|word| strip_word(&text[phrase.clone()], word).is_some());
    let rest = &text[phrase.end..sentence_end(text, phrase.end)];
    ["mit", "an"].contains(&word_before(text, phrase.start)) || (!is_in && has_phrase(rest, "zusammen"))
}

/// The department that the words with a capital behind `phrase` name, one of them a usual one's: "sits within Dock Operations".
/// What belongs somewhere has to be the post, or the reader.
fn placed(text: &str, phrase: &Span) -> Option<String> {
    let name = units::capitals(text[phrase.end..].trim_start());
    // "Technology Transformation Services" may be the employer.
    let is_short = || name.split(' ').nth(2).is_none() && name.rsplit(' ').next().is_some_and(is_function);
    let is_team = is_department(name) || (is_short() && values::is_sure(name));
    let before = &text[sentence_at(text, phrase.start).start..phrase.start];
    let is_ours = || ["sit", "work"].iter().any(|verb| text[phrase.clone()].starts_with(verb)) || POSTS.is_in(before);
    (is_team && is_ours() && subject::behind_word(name).is_none()).then(|| as_name(name)).flatten()
}

/// The department where the reader is said to work, right behind `phrase`: "You'll work in Fundraising and Ships".
fn placed_in(text: &str, phrase: &Span) -> Option<String> {
    let rest = text[phrase.end..].strip_prefix(" in ")?;
    let name = units::capitals(rest);
    let halves = || name.split_once(" and ").or_else(|| name.split_once(" & "));
    let is_pair =
        || halves().is_some_and(|(first, second)| [first, second].iter().any(|half| half.split(' ').all(is_capital)));
    // "You'll work in Support Zone 3"
    let ends = !rest[name.len()..].trim_start().starts_with(|c: char| c.is_ascii_digit());
    let is_team = ends && (is_department(name) || is_pair()) && values::is_sure(name);
    is_team.then(|| as_name(name)).flatten()
}

/// The unit that those who seek say, behind `phrase`, that they are a part of: "We are a lab in the Department of Steel at
/// Ulm University".
fn part_of(text: &str, phrase: &Span) -> Option<String> {
    let rest = &text[phrase.end..sentence_end(text, phrase.end)];
    [" in the ", " at the ", " within the "]
        .iter()
        .find_map(|link| rest.split_once(link).and_then(|(_, whole)| units::of_whole(whole)))
}

/// Whether a word is one that departments end with, and firms hardly: `Affairs`.
fn is_function(word: &str) -> bool {
    const FUNCTIONS: [&str; 8] =
        ["Affairs", "Assurance", "Control", "Management", "Operations", "Procurement", "Relations", "Support"];
    FUNCTIONS.contains(&word)
}

/// The unit in the sentence that says, at `cue`, that somebody is sought, the unit itself or for it.
fn seeking(text: &str, cue: &Span, is_subject: bool) -> Option<String> {
    let sentence = sentence_at(text, cue.start);
    units::seeking(&text[sentence.start..cue.start], is_subject).map(str::to_owned)
}

/// The team with the whole it is part of, in the German sentence that says, at `post`, that a post is to be filled: "Im Team
/// Stahl unseres Werks ist eine Stelle frei". Without the whole, any noun may follow the word.
fn with_post(text: &str, cues: &[(Cue, Span)], post: &Span) -> Option<String> {
    let sentence = sentence_at(text, post.start);
    let ahead = cues
        .iter()
        .filter(|(cue, span)| *cue == Cue::Usual && sentence.contains(&span.start) && span.end <= post.start);
    ahead.map(|(_, span)| span).find_map(|span| {
        let name = ahead::name_at(text, span.end, may_name)?;
        let rest = text[span.end..].trim_start().strip_prefix(name.as_str())?;
        units::is_in_whole(rest).then_some(name)
    })
}
