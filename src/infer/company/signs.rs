//! What in a text speaks for a name: headings and phrases, each with the name beside it.
//!
//! In go body and prose, out come [`Sign`]s; one name may have many, and most mean little. Nothing is weighed here.

use std::sync::LazyLock;

use super::beside::read;
use super::kind::Kind;
use super::{Sources, headings, name, scholar, sentences, small, titles, work};
use crate::extract::BlockKind;
use crate::infer::body::{Body, Fact, Naming, Part, Section, namings_in, section_of};
use crate::infer::front_matter::Key;
use crate::infer::table::EMPLOYERS;
use crate::infer::words::{has_phrase, is_one_of, sentence_at, strip_word};
use crate::infer::{labels, places};
use crate::posting::{Field, Origin, OriginKind};
use crate::source::Span;

static SEATED: LazyLock<Vec<&'static str>> = LazyLock::new(|| EMPLOYERS.words("seated"));
static ELSEWHERE: LazyLock<Vec<&'static str>> = LazyLock::new(|| EMPLOYERS.words("key of others"));

/// So many signs are weighed; what comes later in the text is not about the employer.
const MOST: usize = 400;

/// Something that speaks for a name.
pub(super) struct Sign<'a> {
    pub name: &'a str,
    pub kind: Kind,
    pub origin: Origin,
}

/// Whether a name is but the first words of a title that has no mark as one: "Senior Dock" of `Senior Dock Driver`.
fn begins_title(sign: &Sign<'_>, title: &Field<String>) -> bool {
    let is_weak = matches!(sign.kind, Kind::IsSomething | Kind::OpensText | Kind::Stands);
    let rest = || title.value.strip_prefix(sign.name).and_then(|rest| rest.strip_prefix(' '));
    let goes_on = || rest().is_some_and(|rest| rest.starts_with(char::is_alphanumeric));
    is_weak && title.origin.kind == OriginKind::Body && sign.origin == title.origin && goes_on()
}

/// All signs of a posting: of its title, its headings, its sentences, and the front matter's lines of prose and other
/// values.
pub(super) fn all(sources: Sources<'_>) -> Vec<Sign<'_>> {
    let Sources { title, body, prose, others, .. } = sources;
    let mut signs = Vec::new();
    signs.extend(titles::beside_job(title));
    signs.extend(headings::above_title(title, body));
    signs.extend(headings::above_verb(body));
    signs.extend(titles::below(title, body));
    signs.extend(headings::trail(body));
    signs.extend(scholar::of_university(title, body));
    headings::add(body, &mut signs);
    headings::add_rows(body, &mut signs);
    let may_be_small = small::may_begin(small::prose(body));
    from_sentences(body, may_be_small, &mut signs);
    sentences::add(body, &mut signs);
    if may_be_small {
        small::add(body, &mut signs);
    }
    signs.retain(|sign| !begins_title(sign, title));
    from_addresses(body, &mut signs);
    for line in prose.into_iter().flatten().chain([title]) {
        let may_be_small = small::may_begin([line.value.as_str()].into_iter());
        let read = |(naming, span): (Naming, Span)| read(&line.value, naming, &span, may_be_small);
        let read = namings_in(&line.value).filter_map(read);
        signs.extend(read.map(|(name, kind)| Sign { name, kind, origin: line.origin }));
    }
    signs.extend(prose.into_iter().flatten().filter_map(|line| {
        let seat = seat(&line.value).map(|name| (name, Kind::Heading));
        let (name, kind) = seat.or_else(|| Some((institution(&line.value)?, Kind::Stands)))?;
        Some(Sign { name, kind, origin: line.origin })
    }));
    for (line, key, value) in others {
        let origin = Origin { kind: OriginKind::FrontMatter, line: Some(*line) };
        // `seo: {title: Welder – Acme}`
        let beside =
            if is_pages_title(key) { [titles::before_job(value), titles::behind_job(value)] } else { [None, None] };
        // "Welder | Acme", where the title is "Welder"
        let kind = if value.starts_with(&title.value) { Kind::Heading } else { Kind::Stands };
        signs.extend(beside.into_iter().flatten().map(|name| Sign { name, kind, origin }));
        let seat = seat(value).filter(|_| is_below_title(key));
        signs.extend(seat.map(|name| Sign { name, kind: Kind::Heading, origin }));
        let named = labelled(key, value).map(|name| (name, Kind::Hires));
        let kind = if is_employers(key) { Kind::Hires } else { Kind::Told };
        let named = named.or_else(|| Some((told(key, value)?, kind)));
        signs.extend(named.map(|(name, kind)| Sign { name, kind, origin }));
        // `author: Acme Foundation`
        let is_in_title = |name: &str| has_phrase(&title.value, name) && !name::may_be_persons(name);
        let author = headings::alone(value).filter(|_| is_one_of(key, &["author"]));
        let author = author.filter(|name| name::is_institution(name) || is_in_title(name));
        signs.extend(author.map(|name| Sign { name, kind: Kind::Hires, origin }));
    }
    signs.truncate(MOST);
    signs
}

/// Whether a key is that of a page's title, as search engines show it: `seo: {title: Welder – Acme}`, `meta_title`.
fn is_pages_title(key: &str) -> bool {
    const PAGES: [&str; 7] = ["seo", "meta", "og", "page", "browser", "html", "head"];
    let (of, last) = key.rsplit_once(' ').unwrap_or(("", key));
    is_one_of(last, &["title"]) && (of.is_empty() || of.split(' ').any(|word| is_one_of(word, &PAGES)))
}

/// Whether a key is that of a line below the title: `heroSubheading`, `sub_title`.
fn is_below_title(key: &str) -> bool {
    let key: String = key.split(' ').collect::<String>().to_lowercase();
    ["subtitle", "subheading", "subheader", "subline", "tagline", "untertitel"].iter().any(|line| key.ends_with(line))
}

/// Whether a key says that its value is the employer's name: `company_details: {name: Acme}`.
fn is_employers(key: &str) -> bool {
    const EMPLOYERS: [&str; 6] = ["company", "employer", "organization", "organisation", "unternehmen", "entreprise"];
    let mut words = key.split(' ');
    words.clone().any(|word| is_one_of(word, &EMPLOYERS))
        && words.next_back().is_some_and(|word| is_one_of(word, &["name"]))
}

/// The name under a key that is a label of employers all the same, `school: Hull Sailing School`, but `practice: Litigation`.
fn labelled<'a>(key: &str, value: &'a str) -> Option<&'a str> {
    let is_label = labels::label(key) == Some(Key::Company);
    let is_name =
        |name: &&str| name::is_institution(name) || (name.contains(' ') && !name.split(' ').all(name::is_common));
    // `clinic: Bad Hull` tells which one, as spas are towns.
    let is_town = |name: &str| name.strip_prefix("Bad ").is_some_and(|town| !town.contains(' '));
    headings::alone(super::labelled(value))
        .filter(|name| is_label && is_name(name) && !name::is_unit(name) && !is_town(name))
}

/// The name that a value of front matter is whose key is not ours: `brand: Acme`; not that of a person or a product.
fn told<'a>(key: &str, value: &'a str) -> Option<&'a str> {
    let is_else = || key.split(' ').any(|word| ELSEWHERE.iter().any(|known| word.eq_ignore_ascii_case(known)));
    headings::alone(value).filter(|_| !is_else())
}

/// Institutions behind a comma in what says near the top that there is work: "a position in the group of Jane Doe,
/// Department of Steel, University of Ulm".
fn from_addresses<'a>(body: &'a Body<'_>, signs: &mut Vec<Sign<'a>>) {
    const OUTER: [&str; 7] = [" of the ", " der ", " de l'", " de l’", " de la ", " da ", " van de "];
    let prose = body.parts.iter().filter(|part| part.block.kind == BlockKind::Paragraph);
    for part in prose.filter(|part| matches!(part.section, Section::Lead | Section::Role | Section::Other)) {
        let text = part.block.text.as_str();
        let origin = part.origin();
        for (at, _) in text.match_indices(", ") {
            let end = text[at + 2..].find([',', '.', '(', ';', '\n']).map_or(text.len(), |end| at + 2 + end);
            let name = name::whole(&text[at + 2..end]).filter(|name| name::is_academy(name) && !name::is_unit(name));
            let name = name.filter(|_| work::is_about_work(text, at));
            signs.extend(name.map(|name| Sign { name, kind: Kind::Ours, origin }));
        }
        // "In the Steel Department of the University of Ulm", "am Institut für Stahl der Universität Ulm"
        let outer = OUTER.iter().flat_map(|of| text.match_indices(of).map(|(at, of)| (at, &text[at + of.len()..])));
        let outer = outer.map(|(at, behind)| (at, name::leading(behind)));
        let academy = |(at, name): &(usize, &str)| {
            name::is_academy(name) && !name::is_unit(name) && work::is_about_work(text, *at)
        };
        signs.extend(outer.filter(academy).map(|(_, name)| Sign { name, kind: Kind::Ours, origin }));
    }
}

/// The institution that a line names beside its place: "University of Ulm, DE".
fn seat(line: &str) -> Option<&str> {
    sentences::sited(line).filter(|name| name::is_institution(name) && !name::is_unit(name))
}

/// The institution that a short line is, and what of it: "Department of Steel, University of Ulm".
fn institution(line: &str) -> Option<&str> {
    const MOST_WORDS: usize = 14;
    let is_short = line.split(' ').nth(MOST_WORDS).is_none() && !line.trim_end().ends_with(['.', '!', '?']);
    let mut parts = line.split([',', '–', '|', '(']).filter_map(name::whole).filter(|_| is_short);
    parts.find(|name| name::is_whole_institution(name))
}

/// Adds what the set phrases of sentences say.
fn from_sentences<'a>(body: &'a Body<'_>, may_be_small: bool, signs: &mut Vec<Sign<'a>>) {
    let is_sentence =
        |part: &Part<'_>| part.block.kind == BlockKind::Paragraph && part.block.text.split(' ').nth(6).is_some();
    // A note may stand above what says who is looking.
    let first: Vec<usize> = (0..body.parts.len()).filter(|at| is_sentence(&body.parts[*at])).take(2).collect();
    let opening = body.parts.iter().position(|part| part.block.kind == BlockKind::Paragraph);
    let asks = asks(body);
    for hit in body.employers() {
        let part = &body.parts[hit.part];
        let text = part.block.text.as_str();
        let Fact::Employer(naming) = hit.fact else { continue };
        // What others are called stands among what the reader should have, and in headings anything may.
        let announces = naming == Naming::Hires && hit.part == 0;
        if naming != Naming::Within && part.is_heading() && !announces {
            continue;
        }
        // "Establish processes": items of lists begin with what there is to do.
        if naming == Naming::Does && part.block.kind == BlockKind::ListItem {
            continue;
        }
        let Some((name, kind)) = read(text, naming, &hit.span, may_be_small) else { continue };
        let is_unmistakable = matches!(kind, Kind::Within | Kind::Opens);
        let is_against = matches!(kind, Kind::IsOther | Kind::IsProduct);
        // "Acme does not sponsor visas"
        if asks(hit.part) && !is_unmistakable && !is_against && naming != Naming::Hires {
            continue;
        }
        let is_near = first.contains(&hit.part);
        let opens_section = opens_section(body, hit.part);
        let opens_text =
            (is_near || opening == Some(hit.part) || opens_section) && opens(text, naming, &hit.span, name);
        let leads = kind == Kind::IsSomething && (is_near || part.section == Section::Company);
        let kind = match kind {
            _ if leads && leads_sentence(text, &hit.span, name) => Kind::Leads,
            // "About us: Acme is an open source project"
            Kind::IsProduct if opens_text && opens_section => Kind::IsSomething,
            // "Shape welding at the Keel Foundation": what there is to do is done at the employer's.
            Kind::At if part.section == Section::Tasks && is_firm(name) => Kind::Ours,
            kind => kind,
        };
        let origin = part.origin();
        signs.push(Sign { name, kind, origin });
        if opens_text && !name::is_abstract(name) && !name::is_noun(text, name) {
            signs.push(Sign { name, kind: Kind::OpensText, origin });
        }
    }
}

/// Whether a name of several words is that of a firm or the like, other than a university, with which work is shared.
fn is_firm(name: &str) -> bool {
    name::is_whole_institution(name) && !name::is_academy(name)
}

/// Whether a block is the first of a section about the employer.
fn opens_section(body: &Body<'_>, at: usize) -> bool {
    let is_headed = |above: usize| headings::of(body.parts[above].block).is_some();
    body.parts[at].section == Section::Company && at.checked_sub(1).is_some_and(is_headed)
}

/// Whether a sentence near the beginning of `text` is about `name`: not "Our captain, Jane Doe, has …", nor "Die Werft ist".
fn leads_sentence(text: &str, phrase: &Span, name: &str) -> bool {
    const NEAR: usize = 60;
    if phrase.start >= NEAR {
        return false;
    }
    let before = text[..phrase.start].trim_end();
    let is_apposed = before.strip_suffix(',').is_some_and(|before| is_behind_comma(behind_label(before), name));
    // "Das Dekanat umfasst", whatever stands in the sentence before
    !is_apposed && !name::is_noun(&text[sentence_at(text, phrase.start)], name)
}

/// Whether the very first words of `text` are `name` and what it does: what texts begin with is rarely anybody else.
fn opens(text: &str, naming: Naming, phrase: &Span, name: &str) -> bool {
    const NEAR: usize = 80;
    let acts = match naming {
        Naming::Does => !is_auxiliary(&text[phrase.clone()]),
        _ => naming == Naming::Is,
    };
    if !acts || phrase.start > LONGEST_LABEL + NEAR {
        return false;
    }
    let before = behind_label(text[..phrase.start].trim_end_matches([',', ' ']));
    // "Acme, based in Ulm, sells …"
    let aside = before.split_once(name).filter(|(first, _)| first.len() <= 4).map(|(_, aside)| aside);
    // "With sixty people, Acme sells …"
    before.len() < NEAR && (aside.is_some_and(is_seat) || is_behind_comma(before, name))
}

/// The longest name of a section before a colon, in bytes.
const LONGEST_LABEL: usize = 40;

/// What stands behind the name of a section about the employer: "Who we are: Acme".
fn behind_label(text: &str) -> &str {
    let parted = text.split_once([':', '：']).filter(|(label, _)| label.len() < LONGEST_LABEL);
    let own = parted.filter(|(label, _)| section_of(label) == Some(Section::Company));
    own.map_or(text, |(_, rest)| rest.trim_start())
}

/// Whether a text ends with `name`, parted from what stands before it.
fn is_behind_comma(text: &str, name: &str) -> bool {
    text.strip_suffix(name).is_some_and(|before| before.ends_with(", "))
}

/// Whether nothing follows a name, or but where its bearer is: ", based in Ulm,", " (Ulm)".
fn is_seat(aside: &str) -> bool {
    let in_brackets = || places::find(aside.trim().strip_prefix('(')?.strip_suffix(')')?);
    let is_based =
        || aside.strip_prefix(", ").is_some_and(|aside| SEATED.iter().any(|word| strip_word(aside, word).is_some()));
    aside.is_empty() || is_based() || in_brackets().is_some()
}

/// Tells of each block by its place whether it is about what the reader should have; what stands behind the last list of
/// all is not, nor is that with which a text begins: "We seek a welder".
pub(super) fn asks(body: &Body<'_>) -> impl Fn(usize) -> bool {
    let is_list = |part: &Part<'_>| matches!(part.block.kind, BlockKind::ListItem | BlockKind::TableRow);
    let last = body.parts.iter().rposition(is_list);
    move |at| at > 1 && body.parts[at].section == Section::Ask && last >= Some(at)
}

/// A verb that anything may stand before: "Rust is", "Steel has".
fn is_auxiliary(verb: &str) -> bool {
    const VERBS: [&str; 16] = [
        "is", "ist", "est", "es", "é", "has", "hat", "was", "will", "wurde", "steht", "wants", "needs", "makes it",
        "lets", "runs",
    ];
    is_one_of(verb, &VERBS)
}
