//! What in a text speaks for a name: headings and phrases, each with the name beside it.
//!
//! In go body and prose, out come [`Sign`]s; one name may have many, and most mean little. Nothing is weighed here.

use std::sync::LazyLock;

use super::{EMPLOYERS, name, words_of};
use crate::extract::{Block, BlockKind};
use crate::infer::body::{Body, Fact, Naming, Part, Section, facts_in, section_of};
use crate::infer::lexicon::Lexicon;
use crate::infer::title;
use crate::infer::words::{
    is_ideographic, is_one_of, sentence_at, sentence_end, strip_ornaments, strip_word, word_before,
};
use crate::posting::{Field, Origin, OriginKind};
use crate::source::{Span, floor_char_boundary};

static OPENINGS: LazyLock<Vec<&'static str>> = LazyLock::new(|| words_of("heading"));
static KINDS: LazyLock<Lexicon<()>> = LazyLock::new(|| Lexicon::of_section(EMPLOYERS, "kind"));
static ARTICLES: LazyLock<Vec<&'static str>> = LazyLock::new(|| words_of("article"));
static WORK: LazyLock<Vec<&'static str>> = LazyLock::new(|| words_of("work"));
static ADDRESSES: LazyLock<Vec<&'static str>> = LazyLock::new(|| words_of("address"));
static OTHERS: LazyLock<Lexicon<()>> = LazyLock::new(|| Lexicon::of_section(EMPLOYERS, "other"));
static RELATIVES: LazyLock<Lexicon<()>> = LazyLock::new(|| Lexicon::of_section(EMPLOYERS, "relative"));

/// So many signs are weighed; what comes later in the text is not about the employer.
const MOST: usize = 400;

/// Something that speaks for a name.
pub(super) struct Sign<'a> {
    pub name: &'a str,
    pub kind: Kind,
    pub origin: Origin,
}

/// What speaks for a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// A heading, "About Acme".
    Heading,
    /// "Acme is hiring".
    Hires,
    /// "Acme is a company".
    IsCompany,
    /// The text, or what it says of the company, begins with "Acme is …".
    Leads,
    /// The whole text begins with "Acme sells …".
    OpensText,
    /// "Acme is a …".
    IsSomething,
    /// "Acme is a client": not the employer.
    IsOther,
    /// "At Acme, we …".
    Opens,
    /// "we at Acme".
    Within,
    /// "working at Acme".
    Ours,
    /// "We are Acme, a …".
    WeAre,
    /// "at Acme".
    At,
    /// "Acme Ltd".
    Legal,
    /// A title or heading begins with "Acme – ", or is but the name.
    Stands,
    /// "アクメ株式会社".
    Form,
    /// An address to write to or apply at is called like it.
    Address,
    /// A link of that name leads to an address that is called like it.
    Homepage,
}

impl Kind {
    pub(super) const ALL: [Self; 17] = [
        Self::Heading,
        Self::Hires,
        Self::IsCompany,
        Self::Leads,
        Self::OpensText,
        Self::IsSomething,
        Self::IsOther,
        Self::Opens,
        Self::Within,
        Self::Ours,
        Self::WeAre,
        Self::At,
        Self::Legal,
        Self::Stands,
        Self::Form,
        Self::Address,
        Self::Homepage,
    ];

    /// How much it tells.
    pub(super) fn weight(self) -> i32 {
        match self {
            Self::Hires => 4,
            Self::Heading | Self::IsCompany | Self::Opens | Self::Within | Self::Ours | Self::Form | Self::Address => 3,
            Self::WeAre | Self::Leads | Self::OpensText | Self::Stands => 2,
            Self::IsSomething | Self::At | Self::Legal => 1,
            // Tools and clients have one as well; it only adds to another sign.
            Self::Homepage => 0,
            Self::IsOther => -6,
        }
    }
}

/// All signs of a posting: of its title, its headings, its sentences, and the front matter's lines of prose.
pub(super) fn all<'a>(title: &'a Field<String>, body: &'a Body<'_>, prose: &'a [Field<String>]) -> Vec<Sign<'a>> {
    let mut signs = Vec::new();
    signs.extend(before_job(&title.value).map(|name| Sign { name, kind: Kind::Stands, origin: title.origin }));
    from_headings(body, &mut signs);
    from_sentences(body, &mut signs);
    for line in prose.iter().chain([title]) {
        let read = |(fact, span): (Fact, Span)| read(&line.value, naming(fact, &line.value[span.clone()])?, &span);
        let read = facts_in(&line.value).filter_map(read);
        signs.extend(read.map(|(name, kind)| Sign { name, kind, origin: line.origin }));
    }
    signs.extend(prose.iter().filter_map(|line| {
        let name = institution(&line.value)?;
        Some(Sign { name, kind: Kind::Stands, origin: line.origin })
    }));
    signs.truncate(MOST);
    signs
}

/// The institution that a short line is, and what of it: "Department of Steel, University of Ulm".
fn institution(line: &str) -> Option<&str> {
    const MOST_WORDS: usize = 14;
    let is_short = line.split(' ').nth(MOST_WORDS).is_none() && !line.trim_end().ends_with(['.', '!', '?']);
    let mut parts = line.split([',', '–', '|', '(']).filter_map(name::whole).filter(|_| is_short);
    parts.find(|name| name.contains(' ') && name::is_institution(name) && !name::is_unit(name))
}

/// How the phrase of a fact speaks of a name.
fn naming(fact: Fact, phrase: &str) -> Option<Naming> {
    match fact {
        Fact::Employer(naming) => Some(naming),
        // "Acme is a remote company": the longer phrase hides the shorter.
        Fact::Remote(_) => strip_word(phrase, "is").map(|_| Naming::Is),
        _ => None,
    }
}

fn from_sentences<'a>(body: &'a Body<'_>, signs: &mut Vec<Sign<'a>>) {
    let is_sentence =
        |part: &Part<'_>| part.block.kind == BlockKind::Paragraph && part.block.text.split(' ').nth(6).is_some();
    let first = body.parts.iter().position(is_sentence);
    let opening = body.parts.iter().position(|part| part.block.kind == BlockKind::Paragraph);
    for hit in &body.hits {
        let part = &body.parts[hit.part];
        let Some(naming) = naming(hit.fact, &part.block.text[hit.span.clone()]) else { continue };
        // What others are called stands among what the reader should have, and in headings anything may.
        if naming != Naming::Within && part.is_heading() {
            continue;
        }
        let Some((name, kind)) = read(&part.block.text, naming, &hit.span) else { continue };
        let is_unmistakable = matches!(kind, Kind::Within | Kind::Opens);
        if part.section == Section::Ask && !is_unmistakable {
            continue;
        }
        let speaks_of_it = first == Some(hit.part) || part.section == Section::Company;
        let leads = kind == Kind::IsSomething && speaks_of_it && hit.span.start < 60;
        let origin = Origin { kind: OriginKind::Body, line: Some(part.block.line) };
        signs.push(Sign { name, kind: if leads { Kind::Leads } else { kind }, origin });
        // The very first words of all: what a text begins with is rarely anybody else.
        let acts = naming == Naming::Does && !is_auxiliary(&part.block.text[hit.span.clone()]);
        let opens_text = acts && opening == Some(hit.part) && hit.span.start <= name.len() + 5;
        if opens_text && !name::is_abstract(name) {
            signs.push(Sign { name, kind: Kind::OpensText, origin });
        }
    }
}

/// A verb that anything may stand before: "Rust is", "Steel has".
fn is_auxiliary(verb: &str) -> bool {
    const VERBS: [&str; 16] = [
        "is", "ist", "est", "es", "é", "has", "hat", "was", "will", "wurde", "steht", "wants", "needs", "makes it",
        "lets", "runs",
    ];
    is_one_of(verb, &VERBS)
}

/// "Acme" in "Acme – Welder" and "Acme: Welder".
fn before_job(title: &str) -> Option<&str> {
    let (name, _) = [" - ", " – ", " — ", " | ", ": "].iter().find_map(|mark| title.split_once(mark))?;
    name::whole(name.trim_matches(['[', ']', '(', ')']))
}

/// The rest of a title behind "Acme is hiring".
pub(super) fn behind_hiring(title: &str) -> Option<&str> {
    facts_in(title).find_map(|(fact, span)| {
        let hires = matches!(fact, Fact::Employer(Naming::Hires)) && name::whole(&title[..span.start]).is_some();
        hires.then(|| title[span.end..].trim_start())
    })
}

/// The subject of a sentence, if it is a name.
fn subject(before: &str, naming: Naming) -> Option<&str> {
    // "Founded in 1999, Acme is …"
    // "The Acme project seeks …"
    let before =
        [" project", " team", " family"].iter().find_map(|noun| before.trim_end().strip_suffix(noun)).unwrap_or(before);
    let whole = name::whole(before).or_else(|| name::whole(before.rsplit_once(", ")?.1));
    // "The Acme Lab at the University of Ulm is looking for …", but "the Department of Steel at the University of Ulm".
    let part = || {
        const WITHIN: [&str; 7] = [" at ", " in ", " an der ", " am ", " aus ", " à ", " of the "];
        let parts = WITHIN.iter().filter_map(|word| before.split_once(word));
        let (name, outer) = parts.min_by_key(|(name, _)| name.len())?;
        let whole = name::whole(name)?;
        if name::is_unit(whole) { name::whole(outer).or(Some(whole)) } else { Some(whole) }
    };
    // "Acme société d'ingénierie recherche …"
    let of_kind = || {
        let name = name::leading(name::without_article(before.trim_start()));
        let rest = before.split_once(name)?.1.trim_start();
        (!name.is_empty() && KINDS.leading(rest).is_some()).then_some(name)
    };
    // "The Department of Steel of Ulm University"
    let outer = || {
        let (unit, outer) = before.rsplit_once(" of ")?;
        let is_unit = name::is_unit(name::without_article(unit));
        name::whole(outer).filter(|outer| is_unit && name::is_institution(outer))
    };
    if let Some(outer) = outer().filter(|_| naming == Naming::Hires) {
        return Some(outer);
    }
    whole.or_else(|| if naming == Naming::Hires { part().or_else(of_kind) } else { None })
}

/// A subject that has no capital; whether it is a name is for what follows to say.
fn plain_subject(before: &str) -> Option<&str> {
    let word = before.trim();
    Some(name::small(word)).filter(|name| !name.is_empty() && *name == word).or_else(|| name::unspaced(word))
}

fn from_headings<'a>(body: &'a Body<'_>, signs: &mut Vec<Sign<'a>>) {
    for (part, text) in body.parts.iter().filter_map(|part| Some((part, heading_of(part.block)?))) {
        let heading = strip_ornaments(text).trim_end_matches([':', '：', '?', '？', '!', '.', ' ']);
        // The longest opening, so that "why join Acme" is not about "join Acme".
        let rest = OPENINGS.iter().filter_map(|opening| behind_opening(heading, opening)).min_by_key(|rest| rest.len());
        let origin = Origin { kind: OriginKind::Body, line: Some(part.block.line) };
        let (name, kind) = match rest {
            Some(rest) => (name::whole(rest.trim()), Kind::Heading),
            None if section_of(heading).is_none() => (name::whole(heading), Kind::Stands),
            None => (None, Kind::Stands),
        };
        signs.extend(name.map(|name| Sign { name, kind, origin }));
    }
}

/// What of a block stands as a heading: all of it, or what runs into the text: "About Acme: We weld."
fn heading_of(block: &Block) -> Option<&str> {
    const LONGEST: usize = 60;
    let text = block.text.as_str();
    let is_paragraph = block.kind == BlockKind::Paragraph;
    let few_words = |text: &str| text.split(' ').nth(6).is_none();
    let whole = matches!(block.kind, BlockKind::Heading(_))
        || (is_paragraph && !text.trim_end().ends_with('.') && few_words(text));
    if whole {
        return (text.len() <= LONGEST).then_some(text);
    }
    let near = &text[..floor_char_boundary(text, LONGEST)];
    let (heading, _) = near.split_once([':', '：', '\n'])?;
    let opens = || OPENINGS.iter().any(|opening| behind_opening(heading, opening).is_some());
    (is_paragraph && few_words(heading) && opens()).then_some(heading)
}

/// What follows an opening; a script without spaces needs none between.
fn behind_opening<'a>(heading: &'a str, opening: &str) -> Option<&'a str> {
    if opening.ends_with(is_ideographic) { heading.strip_prefix(opening) } else { strip_word(heading, opening) }
}

/// The name beside a phrase, and what the phrase makes of it.
fn read<'a>(text: &'a str, naming: Naming, span: &Span) -> Option<(&'a str, Kind)> {
    let after = name::without_article(text[span.end..].trim_start());
    match naming {
        Naming::Hires | Naming::Is | Naming::Does => {
            let before = sentence_before(text, span.start)?;
            let rest = &text[span.end..];
            let Some(name) = subject(before, naming) else {
                let is_company = naming == Naming::Is && begins_with(rest, &KINDS, 110);
                return plain_subject(before).filter(|_| is_company).map(|name| (name, Kind::IsCompany));
            };
            // "Jane Doe is stepping back"
            let goes_on = naming == Naming::Does && text[span.clone()].eq_ignore_ascii_case("is");
            if goes_on && rest.trim_start().split(' ').next().is_some_and(|word| word.ends_with("ing")) {
                return None;
            }
            let kind = match naming {
                Naming::Hires => Kind::Hires,
                _ if begins_with(rest, &OTHERS, 24) => Kind::IsOther,
                Naming::Is if begins_with(rest, &KINDS, 110) => Kind::IsCompany,
                _ => Kind::IsSomething,
            };
            Some((name, kind))
        }
        // "Build Acme's brand", not "build a brand".
        Naming::Owns => {
            let name = name::leading(after);
            let owns = ["'s ", "’s "].iter().any(|of| after[name.len()..].starts_with(of));
            (owns && !name.is_empty()).then_some((name, Kind::Ours))
        }
        Naming::Within | Naming::Ours | Naming::At => {
            let name = behind(after)?;
            let rest = after[after.find(name)? + name.len()..].trim_start_matches(['"', '”', '*']);
            let begins = text[..span.start].trim_end().chars().next_back().is_none_or(|c| ".!?\n。".contains(c));
            let kind = match naming {
                _ if introduces(rest) => Kind::IsCompany,
                Naming::Within => Kind::Within,
                Naming::Ours => Kind::Ours,
                _ if is_about_work(word_before(text, span.start)) || rest.starts_with(" as ") => Kind::Ours,
                _ if begins && (rest.starts_with(',') || addresses(rest) || is_call(&text[span.clone()])) => {
                    Kind::Opens
                }
                _ => Kind::At,
            };
            Some((name, kind))
        }
        Naming::WeAre => {
            let name = behind(after)?;
            let rest = &after[after.find(name)? + name.len()..];
            let ends =
                rest.starts_with([',', '.', '!', '(', '–']) || rest.starts_with(" –") || rest.starts_with(" and");
            let kind = if introduces(rest) { Kind::IsCompany } else { Kind::WeAre };
            ends.then_some((name, kind))
        }
        Naming::Legal => {
            let name = name::ending(&text[..span.end])?;
            let sentence = &text[sentence_at(text, span.start)];
            (sentence.len() < 400 && !OTHERS.is_in(sentence)).then_some((name, Kind::Legal))
        }
        Naming::Form => {
            let name = name::around(text, span)?;
            (!RELATIVES.is_in(&text[sentence_at(text, span.start)])).then_some((name, Kind::Form))
        }
    }
}

/// "engineer at", "role at".
fn is_about_work(word: &str) -> bool {
    title::is_job_word(word) || WORK.iter().any(|known| known.eq_ignore_ascii_case(word))
}

/// "At Acme we", "Bei Acme findest".
fn addresses(rest: &str) -> bool {
    rest.trim_start().split(' ').next().is_some_and(|word| ADDRESSES.contains(&word))
}

/// "Join Acme".
fn is_call(phrase: &str) -> bool {
    phrase.eq_ignore_ascii_case("join")
}

/// Whether a name is followed by ", a … company".
fn introduces(rest: &str) -> bool {
    let article = rest.strip_prefix(", ").and_then(|rest| rest.split(' ').next());
    article.is_some_and(|word| ARTICLES.contains(&word)) && begins_with(rest, &KINDS, 110)
}

/// The name that `text` begins with, written small or not.
fn behind(text: &str) -> Option<&str> {
    [name::leading(text), name::small(text)].into_iter().find(|name| !name.is_empty())
}

/// What stands between the beginning of a sentence and `at`; a long way is none that a name fills.
fn sentence_before(text: &str, at: usize) -> Option<&str> {
    const LONGEST: usize = 200;
    let window = floor_char_boundary(text, at.saturating_sub(LONGEST));
    let start = sentence_at(&text[window..at], at - window).start;
    (start > 0 || window == 0).then(|| &text[window + start..at])
}

/// Whether one of `words` stands in the sentence that `text` begins with, not too far from its beginning.
fn begins_with(text: &str, words: &'static Lexicon<()>, within: usize) -> bool {
    let near = &text[..floor_char_boundary(text, within)];
    words.is_in(&near[..sentence_end(near, 0)])
}
