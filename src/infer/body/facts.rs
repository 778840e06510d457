//! The phrases of a text that tell a fact, and those that stand beside the name of an employer.
//!
//! In goes a text, out come the phrases of `data/cues.txt` in it. Those beside names are many and begin with the most common
//! words, and few postings of a site that names its company need them: they are looked for apart, where somebody asks.

use std::sync::LazyLock;

use crate::infer::lexicon::Lexicon;
use crate::infer::table::CUES;
use crate::posting::{EmploymentType, Remote};
use crate::source::{Span, floor_char_boundary};

/// A phrase that tells a fact.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::infer) struct Hit {
    /// The fact.
    pub fact: Fact,
    /// Index into [`Body::parts`].
    pub part: usize,
    /// Where in the block's text.
    pub span: Span,
}

/// What a phrase tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::infer) enum Fact {
    /// Whether the work may be done from elsewhere.
    Remote(Remote),
    /// Some of it may, or all: remote work is mentioned, and no more.
    SomeRemote,
    /// One's home is mentioned, which may be no place of work: `at home`.
    AtHome,
    /// Time in the office is mentioned.
    InOffice,
    /// Being on site is mentioned.
    OnSite,
    /// Something does not matter, which may be the place of work: `is up to you`.
    NoMatter,
    /// How one is employed.
    Employment(EmploymentType),
    /// How one is employed, if the words around it are about the role.
    EmploymentHint(EmploymentType),
    /// A number.
    Number(u32),
    /// A place of work stands nearby.
    Office(Nearby),
    /// The name of an employer may stand beside.
    Employer(Naming),
    /// Nothing; the phrase only keeps a shorter one inside it from counting.
    Nothing,
}

/// How a phrase speaks of the name beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::infer) enum Naming {
    /// The name before looks for people.
    Hires,
    /// The same, where the name before may be followed by a verb, or none: "seeking".
    Seeks,
    /// The name behind looks for people: "sucht die".
    Sought,
    /// The end of a sentence that the name looking for people begins, as in Japanese.
    Ends,
    /// What the name before is follows.
    Is,
    /// The name before was founded, or has its seat somewhere.
    Organised,
    /// What the name before has, which only employers do: "'s mission".
    Has,
    /// What the name before has, as anybody may: "customers".
    Near,
    /// What the name before does follows.
    Does,
    /// The name behind is where those who write work.
    Within,
    /// The name behind is where the reader would work.
    Ours,
    /// The name behind keeps what is told of the reader: "your data is processed by".
    Keeps,
    /// What the name behind owns is the reader's to work on.
    Owns,
    /// What the word before stands for is called like the name behind.
    Called,
    /// The name behind is a client, an investor or a partner.
    Others,
    /// The name behind is what the employer makes.
    Makes,
    /// The name behind is what those who write call themselves.
    WeAre,
    /// The name behind may be anybody's.
    At,
    /// It is the last word of a name.
    Legal,
    /// It is part of the name that touches it.
    Form,
}

/// Whose place stands near a phrase, and where.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::infer) enum Nearby {
    /// That of the role, right behind it.
    Role,
    /// That of the role, later in the sentence that says who is sought.
    Hiring,
    /// That of an office, right before it or later in its sentence.
    Workplace,
    /// That of the employer, right behind it.
    Company,
}

static FACTS: LazyLock<Lexicon<Fact>> = LazyLock::new(|| CUES.lexicon_of(fact));
static EMPLOYERS: LazyLock<Lexicon<Fact>> = LazyLock::new(|| CUES.lexicon_of(beside_employer));

/// The phrases of `text` that tell a fact, in order.
pub(in crate::infer) fn facts_in(text: &str) -> impl Iterator<Item = (Fact, Span)> {
    FACTS.find(text).filter(|(fact, _)| *fact != Fact::Nothing)
}

/// The office that a phrase leads to with its last word: "you work in" of `you work in the office`.
pub(super) fn office_inside(text: &str, fact: Fact, span: &Span) -> Option<Span> {
    const LONGEST: usize = 48;
    let Fact::Office(_) = fact else { return None };
    let last = span.start + text[span.clone()].rfind(' ')? + 1;
    let near = &text[last..floor_char_boundary(text, text.len().min(last + LONGEST))];
    let (found, rest) = FACTS.leading(near)?;
    let phrase = near[..near.len() - rest.len()].trim_end();
    (found == Fact::InOffice).then_some(last..last + phrase.len())
}

/// The phrases of `text` that may stand beside the name of an employer, in order.
pub(in crate::infer) fn namings_in(text: &str) -> impl Iterator<Item = (Naming, Span)> {
    EMPLOYERS
        .find(text)
        .filter_map(|(fact, span)| if let Fact::Employer(naming) = fact { Some((naming, span)) } else { None })
}

fn fact(section: &str) -> Option<Fact> {
    Some(match section {
        "remote full" => Fact::Remote(Remote::Full),
        "remote some" => Fact::SomeRemote,
        "remote home" => Fact::AtHome,
        "remote no matter" => Fact::NoMatter,
        "remote office" => Fact::InOffice,
        "remote site" => Fact::OnSite,
        "remote hybrid" => Fact::Remote(Remote::Hybrid),
        "remote no" => Fact::Remote(Remote::No),
        "office role" => Fact::Office(Nearby::Role),
        "office hiring" => Fact::Office(Nearby::Hiring),
        "office workplace" => Fact::Office(Nearby::Workplace),
        "office company" => Fact::Office(Nearby::Company),
        "ignore" => Fact::Nothing,
        _ => {
            let kind = |code: &str| EmploymentType::ALL.into_iter().find(|kind| kind.code() == code);
            match section.split_once(' ')? {
                ("number", figure) => Fact::Number(figure.parse().ok()?),
                ("hint", code) => Fact::EmploymentHint(kind(code)?),
                ("employment", code) => Fact::Employment(kind(code)?),
                _ => return None,
            }
        }
    })
}

/// What the phrases of a section mean that stand beside the name of an employer.
fn beside_employer(section: &str) -> Option<Fact> {
    if section == "ignore" {
        return Some(Fact::Nothing);
    }
    Some(Fact::Employer(match section.strip_prefix("employer ")? {
        "hires" => Naming::Hires,
        "seeks" => Naming::Seeks,
        "sought" => Naming::Sought,
        "ends" => Naming::Ends,
        "organised" => Naming::Organised,
        "called" => Naming::Called,
        "keeps" => Naming::Keeps,
        "others" => Naming::Others,
        "makes" => Naming::Makes,
        "has" => Naming::Has,
        "near" => Naming::Near,
        "is" => Naming::Is,
        "does" => Naming::Does,
        "within" => Naming::Within,
        "owns" => Naming::Owns,
        "ours" => Naming::Ours,
        "we are" => Naming::WeAre,
        "legal" => Naming::Legal,
        "form" => Naming::Form,
        "at" => Naming::At,
        _ => return None,
    }))
}
