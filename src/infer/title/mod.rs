//! The job's title: as written for the heading of its page, and short for lists.
//!
//! In go the body and the file's name, out comes a title: the lead heading, a labelled line, another heading or a first
//! line that names a job, the file's name, a sentence that says who is sought. Headings of sections ("Job description", "About us") are no titles. What surrounds the name
//! of the job is taken off by [`short`]. The words are `data/titles.txt`.

mod announcement;
mod aside;
mod below;
mod empty;
mod passing;
mod sentence;
mod short;
mod unspaced;

use std::collections::HashSet;
use std::sync::LazyLock;

use self::announcement::{behind_announcement, behind_articles, without_announcement};
pub(super) use self::below::below_lead;
pub(super) use self::empty::{is_empty, is_of_openings};
use self::short::bare;
pub(super) use self::short::short;
use super::body::{self, Body, Part, Section, section_of};
use super::company;
use super::file_name::FileName;
use super::labels::label;
use super::skills;
use super::summary::reads_as_prose;
use super::table::TITLES;
use super::team;
use super::words::{
    find_phrase, is_hangul, is_ideographic, is_one_of, is_set_as_name, split_at_each, squash, strip_ornaments,
};
use crate::diagnostic::Diagnostic;
use crate::extract::{BlockKind, Draft};
use crate::posting::{Facts, Field, OriginKind};
use crate::source::SourceFile;

/// What a posting is called of which nothing is known.
const UNTITLED: &str = "Untitled role";

/// So many headings are looked at; what comes later is no title.
const MOST_HEADINGS: usize = 8;

static JOB_WORDS: LazyLock<HashSet<&'static str>> = LazyLock::new(|| TITLES.forms("job").collect());
/// The length of the longest of them, in bytes.
static LONGEST_JOB_WORD: LazyLock<usize> = LazyLock::new(|| JOB_WORDS.iter().map(|word| word.len()).max().unwrap_or(0));
static ABOUT: LazyLock<Vec<&'static str>> = LazyLock::new(|| TITLES.words("about"));
static VACANCIES: LazyLock<Vec<&'static str>> = LazyLock::new(|| TITLES.words("vacancy"));

/// How a title goes on that tells what somebody should be like.
const WHO: [&str; 9] = ["who", "that", "die", "der", "qui", "que", "che", "dat", "som"];
/// How headings begin that are about those who write.
const WHO_WE_ARE: [&str; 13] =
    ["who", "what", "about", "wer", "was", "über", "qui", "quiénes", "quem", "chi", "wie", "over", "vem"];
/// What follows the name of a section that is about the job.
const FOR: [&str; 8] = ["for", "for:", "to", "für", "pour", "para", "voor", "per"];

/// The title that the first heading gives.
pub(super) fn lead(draft: &Draft) -> Option<Field<String>> {
    let heading = draft.lead_heading.as_ref()?;
    let title = written(&heading.text)?;
    Some(Field::new(title, OriginKind::Body, heading.line))
}

/// The title that any other heading gives: the first of the text, be there a row of badges or links above it, or one that
/// names a job.
pub(super) fn heading(body: &Body<'_>) -> Option<Field<String>> {
    let headings = body.parts.iter().enumerate().filter(|(_, part)| part.is_heading());
    headings.take(MOST_HEADINGS).find_map(|(at, part)| {
        let title = written(&part.block.text).filter(|title| !is_about_job(title))?;
        let title = behind_vacancy(&title).map_or(title.clone(), str::to_owned);
        let is_row = |above: &Part<'_>| above.block.kind == BlockKind::Paragraph && !reads_as_prose(&above.block.text);
        let is_top = matches!(part.block.kind, BlockKind::Heading(1)) || (at == 0 && is_above_others(part, body));
        let leads = is_top && body.parts[..at].iter().all(is_row);
        // "Acme is hiring a welder."
        let announced = without_announcement(title.trim_end_matches(['.', '?', '!']));
        let is_announced = || announced.len() + 1 < title.len() && names_job(announced) && reads_as_name(announced);
        (leads || (names_job(&title) && reads_as_name(&title)) || is_announced()).then(|| part.field(title))
    })
}

/// The name behind "vaga de" inside what announces a task or a page: "Desafio para a vaga de Soldador."
fn behind_vacancy(title: &str) -> Option<&str> {
    let behind = VACANCIES.iter().find_map(|words| Some(&title[find_phrase(title, words)? + words.len()..]))?;
    Some(behind_articles(behind.trim()).trim_end_matches('.')).filter(|name| names_job(name))
}

/// Whether a heading speaks of what stands below it: "Requirements for the welder", "溶接工について".
fn is_about_job(heading: &str) -> bool {
    let mut words = heading.split(' ');
    let is_section = words.next().is_some_and(body::is_section);
    (is_section && words.next().is_some_and(|word| is_one_of(word, &FOR)))
        || ABOUT.iter().any(|end| heading.ends_with(end))
}

/// Whether a heading is the only one of its level, and the others are below it.
fn is_above_others(heading: &Part<'_>, body: &Body<'_>) -> bool {
    let mut others = body.parts.iter().skip(1).filter(|part| part.is_heading()).peekable();
    others.peek().is_some() && others.all(|other| is_deeper(heading, other))
}

pub(super) fn is_deeper(above: &Part<'_>, below: &Part<'_>) -> bool {
    matches!((above.block.kind, below.block.kind), (BlockKind::Heading(a), BlockKind::Heading(b)) if a < b)
}

/// The title that no heading gives: a first line that names a job, the file's name, a sentence; `empty` where all of
/// them say no more.
pub(super) fn in_text(body: &Body<'_>, name: &FileName<'_>, empty: Option<Field<String>>) -> Option<Field<String>> {
    let in_name = name.title().map(|title| Field::elsewhere(title, OriginKind::FileName));
    let names_job = |title: &Field<String>| names_job(&title.value);
    // "frontend.md"
    let names_field = |title: &Field<String>| skills::canonical(&title.value).is_some();
    let by_name = || {
        let named = in_name.clone().filter(names_job)?;
        // "postdoc.md" of "Post-doc researcher on steel"
        let is_single = !named.value.contains([' ', '-']);
        let is_fuller = |told: &Field<String>| {
            if is_single { spells_out(&told.value, &named.value) } else { says_more(&told.value, &named.value) }
        };
        sentence::in_body(body).filter(is_fuller).or(Some(named))
    };
    let told = first_line(body).or_else(|| sentence::set_apart(body)).or_else(by_name);
    let told = told.or_else(|| sentence::in_body(body));
    let told = told.or_else(|| in_name.clone().filter(names_field));
    let told = told.or_else(|| leading(body).filter(|_| empty.is_none()));
    told.or_else(|| in_name.filter(|_| empty.is_none())).or(empty).or_else(|| announced(body))
}

/// Whether a name of several words begins with the one word of another, however that is written: `Post-doc researcher`,
/// `Postdoc`.
fn spells_out(name: &str, word: &str) -> bool {
    let plain = |text: &str| text.to_lowercase().replace('-', "");
    name.contains(' ') && plain(name).starts_with(&plain(word))
}

/// Whether a name has all words of another in their order, and a few more: `Dock Crane Welder`, `Dock Welder`.
fn says_more(name: &str, less: &str) -> bool {
    const MOST_WORDS: usize = 6;
    let mut all = words(name);
    let is_said = words(less).all(|word| all.any(|known| known.eq_ignore_ascii_case(word)));
    is_said && name.len() > less.len() && words(name).count() <= MOST_WORDS
}

/// The heading of any level that the text begins with, where it is the only one.
fn leading(body: &Body<'_>) -> Option<Field<String>> {
    let (first, rest) = body.parts.split_first()?;
    let is_only = first.is_heading() && !rest.iter().any(Part::is_heading);
    let title = written(&first.block.text).filter(|title| is_only && !is_about_job(title) && reads_as_name(title))?;
    Some(first.field(title))
}

/// What the first heading of all announces, of any level, "Join us", or whatever one of the first level says: "Full stack",
/// which could be that of a section.
fn announced(body: &Body<'_>) -> Option<Field<String>> {
    let may_name = |part: &&Part<'_>| part.block.kind == BlockKind::Heading(1) && !body::is_section(&part.block.text);
    let part = body.parts.first().filter(|part| part.is_heading() && (is_empty(&part.block.text) || may_name(part)))?;
    let text = strip_ornaments(&part.block.text);
    // "Who we are", but "Join us"
    let first = text.split(' ').next().unwrap_or("");
    let is_section = match section_of(text) {
        Some(Section::Role) => true,
        Some(Section::Company) => is_one_of(first, &WHO_WE_ARE),
        _ => false,
    };
    let says_something = text.chars().any(char::is_alphabetic) && !is_section;
    says_something.then(|| part.field(squash(text).into_owned()))
}

/// A first line that stands as a title would; a number or a notice may stand above it.
fn first_line(body: &Body<'_>) -> Option<Field<String>> {
    const MOST_ABOVE: usize = 2;
    const LONGEST: usize = 80;
    // "University of Ulm, Institute of Hulls and Welding"
    let is_line = |text: &str| text.len() <= LONGEST && !text.contains('\n') && !text.ends_with(['.', '!', '?', ':']);
    let is_row = |part: &&Part<'_>| {
        let text = part.block.text.trim_end();
        part.block.kind == BlockKind::Paragraph && (!reads_as_prose(text) || is_line(text))
    };
    let above = body.parts.iter().take(MOST_ABOVE).take_while(is_row).count();
    body.parts.iter().take(above + 1).find_map(as_title)
}

/// The first line of a paragraph, where it stands as a title would.
fn as_title(part: &Part<'_>) -> Option<Field<String>> {
    const MOST_WORDS: usize = 8;
    if part.block.kind != BlockKind::Paragraph {
        return None;
    }
    let mut lines = part.block.text.split('\n').map(strip_ornaments);
    // "Ref: 4711"
    let line = lines.find(|line| !aside::is_code(line, false))?;
    // "Dock Welder." above "Acme · Ulm"
    let stopped = line.strip_suffix('.').filter(|name| is_plain_name(name) && lines.clone().next().is_some());
    let line = stopped.unwrap_or(line);
    // "We seek a welder or a", "Are you a welder who likes": a sentence that goes on in the next line.
    let is_wrapped = lines.next().is_some_and(|next| next.starts_with(char::is_lowercase));
    if is_wrapped || sentence::ends_in_article(line) {
        return None;
    }
    // "Acme | Welder | Ulm", "Welder · Ulm · 20 hours"
    let bar = ["|", " · ", " • "].into_iter().find(|bar| line.matches(bar).nth(1).is_some());
    let line = bar.map_or(Some(line), |bar| line.split(bar).map(str::trim).find(|piece| names_job(piece)))?;
    // "[FREELANCE] Welder – Ulm – from May"
    let name = split_at_each(line, &[" – ", " — ", " - ", " | "]).map(|(name, _)| name).min_by_key(|name| name.len());
    // "PhD position: how steel ages", but "Position: Welder"
    let is_labelled = || line.split_once([':', '：']).is_some_and(|(of, _)| !names_job(of) || label(of).is_some());
    let announced = behind_announcement(line);
    let tells_who = || announced.split(' ').any(|word| is_one_of(word, &WHO));
    let is_labelled_otherwise = || label(line.split([':', '：']).next().unwrap_or(line)).is_some();
    let is_announced = announced.len() < line.len() && !is_labelled_otherwise() && !tells_who();
    let is_title = name.unwrap_or(line).split(' ').nth(MOST_WORDS).is_none()
        && line.chars().count() <= 80
        && !line.contains(['。', '@'])
        && (is_announced || !is_labelled())
        && line.starts_with(|c: char| c.is_uppercase() || c == '[' || !c.is_ascii())
        && (names_job(line) || names_jobs(name.unwrap_or(line)))
        && reads_as_name(line);
    let title = written(line).filter(|_| is_title)?;
    Some(part.field(title))
}

/// The last resort: words that say that there is no title.
pub(super) fn untitled(source: &SourceFile, diagnostics: &mut Vec<Diagnostic>) -> Field<String> {
    diagnostics.push(
        Diagnostic::warning("no-title", "this posting has no title")
            .at(source.location(0..0))
            .help("put `title: …` into the front matter, or begin the text with `# ` and the title"),
    );
    Field::elsewhere(UNTITLED.to_owned(), OriginKind::Default)
}

/// Puts a labelled title, `Role: Welder`, in the place of a heading that names no job, such as the employer's name.
pub(super) fn prefer_job(title: &mut Option<Field<String>>, labelled: &mut Option<Field<String>>) {
    let is_heading = |title: &Field<String>| title.origin.kind == OriginKind::Body && !names_job(&title.value);
    if title.as_ref().is_some_and(is_heading) && labelled.as_ref().is_some_and(|label| names_job(&label.value)) {
        *title = labelled.take();
    }
}

/// Puts the job that a sentence offers in the place of a heading that is not about it, such as a motto or the employer's
/// name.
pub(super) fn prefer_sought(title: &mut Option<Field<String>>, body: &Body<'_>) {
    let is_other = |title: &Field<String>| {
        title.origin.kind == OriginKind::Body
            && !is_about_work(&title.value)
            && (!may_be_name(&title.value, body) || company::is_institution(&title.value))
    };
    if title.as_ref().is_some_and(is_other)
        && let Some(sought) = sentence::sought(body)
    {
        *title = Some(sought);
    }
}

/// Whether a heading is short enough for the name of a job, whatever its words, and no paragraph begins with it, as one does
/// with the employer's: "Acme" above "Acme builds ships".
fn may_be_name(heading: &str, body: &Body<'_>) -> bool {
    const MOST_WORDS: usize = 3;
    const FARTHEST: usize = 6;
    let begins = |part: &Part<'_>| part.block.text.find(heading).is_some_and(|at| at <= FARTHEST) && !part.is_heading();
    let is_short = heading.split(' ').nth(MOST_WORDS).is_none() && !heading.contains(['.', ',', '!', '?']);
    is_short && !body.parts.iter().any(begins)
}

/// Whether a heading names a job, a field or a position: "Dock Welder", "Steel & Python", "Open position", "Marketing".
pub(super) fn is_about_work(heading: &str) -> bool {
    let is_of_work = |word: &str| {
        let word = word.trim_end_matches(|c: char| !c.is_alphanumeric());
        team::is_usual(word)
            || skills::canonical(word).is_some()
            || empty::is_of_page(word)
            || is_job_word(word.trim_end_matches('s'))
    };
    names_job(heading) || words(heading).any(is_of_work)
}

/// Takes a title that only announces ("Jobs", "We want you!") out of `facts`, or a heading that does so from the top of the
/// text, to be used where nothing else is found.
pub(super) fn take_empty(facts: &mut Facts, draft: &Draft) -> Option<Field<String>> {
    let heading = || draft.lead_heading.as_ref().filter(|heading| is_empty(&heading.text));
    let lead = || heading().map(|heading| (squash(strip_ornaments(&heading.text)).into_owned(), heading.line));
    let given = facts
        .title
        .take_if(|title| is_empty(&title.value) || (body::is_section(&title.value) && !names_job(&title.value)));
    let lead = || lead().filter(|(text, _)| text.contains(char::is_alphabetic));
    given.or_else(|| lead().map(|(text, line)| Field::new(text, OriginKind::Body, line)))
}

/// Sets the title of `facts` from the one that is `written`: short for lists, and as written for the page's heading. A
/// lead heading that says the same with more around it is what is written.
pub(super) fn set(facts: &mut Facts, written: &Field<String>, draft: &Draft) {
    let company = facts.company.as_ref().map(|company| company.value.as_str());
    let title = short(&written.value, company);
    let lead = lead(draft)
        .filter(|lead| lead.value == written.value || short(&lead.value, company) == title)
        .unwrap_or_else(|| written.clone());
    facts.heading = (lead.value != title).then_some(lead);
    facts.title = Some(Field { value: title, origin: written.origin });
}

/// A heading as a title, without ornaments; `None` for the heading of a section, and for one with an address in it.
fn written(heading: &str) -> Option<String> {
    let text = strip_ornaments(heading);
    if text.contains("://") {
        return None;
    }
    let name = without_announcement(text);
    let is_section =
        is_empty(text) || (!names_job(name) && (section_of(bare(name)).is_some() || label(text).is_some()));
    (!is_section && name.chars().any(char::is_alphabetic) && text.len() <= 200).then(|| squash(text).into_owned())
}

/// Whether a word of `text` is one that jobs are named by.
pub(super) fn names_job(text: &str) -> bool {
    words(text).any(is_job_word)
}

/// Whether a text is the name of a job for several: "Care Workers", "DOCK WELDERS".
fn names_jobs(text: &str) -> bool {
    let is_capital = |word: &str| word.starts_with(char::is_uppercase);
    words(text).last().is_some_and(is_job_or_jobs) && words(text).all(is_capital)
}

/// Whether a text is the name of a job and nothing more, set as such: "Dock Welder", but "for a welder".
pub(super) fn is_plain_name(text: &str) -> bool {
    // "Level 2 Welder"
    let is_figure = |word: &&str| word.starts_with(|c: char| c.is_ascii_digit());
    let words = || text.split(' ').filter(|word| !is_figure(word)).collect::<Vec<_>>().join(" ");
    let is_set = || is_set_as_name(&words()) && text.contains(char::is_lowercase);
    names_job(text) && is_set() && behind_articles(text).len() == text.len()
}

/// Whether a line is short enough for a name, and names a job in capitals or not: "Steel yard clerk".
pub(super) fn may_be_short_name(line: &str) -> bool {
    const MOST_WORDS: usize = 9;
    names_job(line) && line.split(' ').nth(MOST_WORDS).is_none() && !line.ends_with(['.', '!', '?'])
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| c.is_whitespace() || "/(),-（）[]【】「」|!?・".contains(c)).filter(|word| !word.is_empty())
}

/// Whether jobs are named by a word, be it for one or for several: `welder`, `welders`.
pub(super) fn is_job_or_jobs(word: &str) -> bool {
    is_job_word(word) || is_job_word(word.trim_end_matches(['s', 'S']))
}

/// Whether jobs are named by a word: `Engineer`, `Softwareentwickler`.
pub(super) fn is_job_word(word: &str) -> bool {
    const SHORTEST_ENDING: usize = 6;
    let word = word.to_lowercase();
    // "Instructeur·rice", "Unterwasserschweißer*in"
    let both =
        word.split_once(['·', '•', '‧', '*', ':', '_']).filter(|(_, end)| (1..=5).contains(&end.chars().count()));
    // "ingénieur.e", but "zeugmeister.nl"
    if word.split_once('.').is_some_and(|(one, end)| end.len() <= 5 && JOB_WORDS.contains(one)) {
        return true;
    }
    // "保育士さん"
    let word = both.map_or(word.as_str(), |(one, _)| one);
    let word = word.strip_suffix("さん").unwrap_or(word);
    let ends_as_one = || {
        // Scripts without spaces put a name together from any words.
        let least = if word.is_ascii() || !word.ends_with(is_unspaced) { 4 } else { 1 };
        let ends = word.char_indices().map(|(at, _)| at).skip(least);
        let ends = ends.skip_while(|at| word.len() - at > *LONGEST_JOB_WORD);
        ends.take_while(|at| word.len() - at >= SHORTEST_ENDING).any(|at| JOB_WORDS.contains(&word[at..]))
    };
    JOB_WORDS.contains(word) || ends_as_one()
}

/// Whether a word, as it is, names a job; part of another word may name a thing: `telecomoperator`.
pub(super) fn is_job_name(word: &str) -> bool {
    JOB_WORDS.contains(word.to_lowercase().as_str())
}

fn is_unspaced(c: char) -> bool {
    is_ideographic(c) || is_hangul(c)
}

/// `name` with a capital in front.
fn capitalised(name: &str) -> String {
    let mut letters = name.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}

fn reads_as_name(text: &str) -> bool {
    text.split_whitespace().count() <= 12 && !text.ends_with(['.', '?', ':', ','])
}

#[cfg(test)]
mod tests;
