//! The vocabulary of skills, and where its spellings stand in a text.

use std::borrow::Cow;
use std::sync::LazyLock;

use crate::infer::phrases::Phrases;
use crate::infer::table::{Row, SKILLS};
use crate::infer::words::{is_ideographic, is_one_of, stands_alone, word_after, word_before};
use crate::source::Span;

/// A skill, tool or field.
pub(super) struct Skill {
    pub name: &'static str,
    pub kind: Kind,
    /// The skill that this one is in English; most often it is itself.
    pub concept: SkillId,
}

/// What kind of skill it is, as far as ranking asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// A language, framework, database, cloud or tool.
    Concrete,
    /// What engineers who build things one can touch, or designers, know how to do.
    Craft,
    /// A program that they do it with.
    Application,
    /// Software that is named as an integration as often as a skill.
    Product,
    /// A way in which software people work.
    Practice,
    /// A way in which anyone may work.
    Method,
    /// A field of work of those who make software.
    Technology,
    /// A field of work in sales, finance, law and the like.
    Business,
    /// Any other field of work.
    Field,
    /// What only says once more what the title says.
    Role,
    /// What nearly everyone uses.
    Basic,
}

/// A skill's place in [`Vocabulary::skills`].
pub(super) type SkillId = u16;

/// A spelling of one or two skills.
struct Form {
    skills: [SkillId; 2],
    mark: Mark,
}

/// What a spelling needs to count where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Mark {
    /// Nothing.
    Plain,
    /// Its own case.
    Exact,
    /// Its own case, and the company of other skills.
    Shy,
    /// To stand in a title.
    Title,
    /// It is only a name to show.
    Hidden,
    /// It is no skill, and keeps one that is spelled within it from counting: `visa sponsorship`.
    Nothing,
}

pub(super) struct Vocabulary {
    pub skills: Vec<Skill>,
    /// Side by side with the phrases.
    forms: Vec<Form>,
    phrases: Phrases,
}

/// A spelling that stands in a text.
pub(super) struct Mention {
    /// The skill it names, twice; or two of them.
    skills: [SkillId; 2],
    pub span: Span,
    /// Whether it has to be borne out by what stands around it.
    pub shy: bool,
}

/// Where a text stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    Title,
    Body,
}

pub(super) static VOCABULARY: LazyLock<Vocabulary> = LazyLock::new(Vocabulary::parse);

impl Vocabulary {
    fn parse() -> Self {
        // Some more than there are.
        let mut skills: Vec<Skill> = Vec::with_capacity(2048);
        let mut forms = Vec::with_capacity(8192);
        let mut texts = Vec::with_capacity(8192);
        let mut add_marked = |(mark, text): (Mark, &'static str), skills: [SkillId; 2]| {
            texts.push(Cow::Borrowed(text));
            forms.push(Form { skills, mark });
        };
        for row in SKILLS.rows() {
            let mut add = |form: &'static str, skills: [SkillId; 2]| add_marked(marked(form), skills);
            match row.section {
                "several" => {
                    let both = several(&row, &skills);
                    row.aliases().for_each(|form| add(form, both));
                    continue;
                }
                "nothing" => {
                    row.forms().for_each(|form| add_marked((Mark::Nothing, form), [0; 2]));
                    continue;
                }
                _ => {}
            }
            let Some(kind) = kind(row.section) else { continue };
            let concept = id(skills.len());
            for form in row.forms() {
                if id(skills.len()) == concept || form.starts_with('~') {
                    skills.push(Skill { name: marked(form).1, kind, concept });
                }
                add(form, [id(skills.len() - 1); 2]);
            }
        }
        Self { skills, forms, phrases: Phrases::new(texts) }
    }

    /// The skill of a number that comes from here.
    pub(super) fn skill(&self, skill: SkillId) -> &Skill {
        &self.skills[usize::from(skill)]
    }

    /// The skill that is spelled exactly like `name`, without regard to ASCII case.
    pub(super) fn exactly(&self, name: &str) -> Option<SkillId> {
        let at = self.phrases.exactly(name.trim())?;
        let form = &self.forms[at];
        // Who is a nurse has a profession, not a skill of another name.
        let is_name = || self.skill(form.skills[0]).name == self.phrases.text(at);
        (form.mark != Mark::Nothing && (form.mark != Mark::Title || is_name())).then_some(form.skills[0])
    }

    /// The spellings that stand in `text`, in order.
    pub(super) fn mentions<'t>(&'static self, text: &'t str, place: Place) -> impl Iterator<Item = Mention> + use<'t> {
        let fits = move |form: usize, span: &Span| self.fits(form, text, place, span);
        let named = self.phrases.find(text, fits).map(|(form, span)| (&self.forms[form], span));
        named.filter(|(form, _)| form.mark != Mark::Nothing).map(move |(form, span)| {
            let span = span.start..stretched(text, form.mark, span.end);
            let shy = form.mark == Mark::Shy && !stands_before_trade(text, &span);
            Mention { skills: form.skills, span, shy }
        })
    }

    fn fits(&self, form: usize, text: &str, place: Place, span: &Span) -> bool {
        let mark = self.forms[form].mark;
        let as_written = || text[span.start..].starts_with(self.phrases.text(form));
        let span = span.start..stretched(text, mark, span.end);
        let marked_right = match mark {
            Mark::Plain | Mark::Nothing => true,
            Mark::Exact => as_written(),
            Mark::Shy => as_written() && (stands_before_trade(text, &span) || has_room(text, &span)),
            Mark::Title => place == Place::Title,
            Mark::Hidden => false,
        };
        marked_right && stands_alone(text, span.start, span.end) && !is_part_of_name(text, &span)
    }
}

impl Mention {
    /// The skills it names.
    pub(super) fn skills(&self) -> &[SkillId] {
        if self.skills[0] == self.skills[1] { &self.skills[..1] } else { &self.skills }
    }
}

impl Kind {
    /// Whether it is a field of work.
    pub(super) fn is_field(self) -> bool {
        matches!(self, Self::Technology | Self::Business | Self::Field | Self::Role)
    }
}

/// The two skills that a row such as `C + C++: C/C++` names.
fn several(row: &Row, skills: &[Skill]) -> [SkillId; 2] {
    let (one, other) = row.name.split_once(" + ").expect("two names with a plus between");
    [one, other].map(|name| {
        id(skills.iter().position(|skill| skill.name == name).expect("rows of two stand behind those of one"))
    })
}

fn id(at: usize) -> SkillId {
    SkillId::try_from(at).expect("fewer skills than numbers")
}

/// A spelling's mark, and the spelling without it.
fn marked(form: &'static str) -> (Mark, &'static str) {
    let mark = match form.as_bytes()[0] {
        b'=' => Mark::Exact,
        b'?' => Mark::Shy,
        b'^' => Mark::Title,
        b'-' => Mark::Hidden,
        // What stands in another language may have a mark of its own.
        b'~' => return marked(&form[1..]),
        _ => return (Mark::Plain, form),
    };
    (mark, &form[1..])
}

fn kind(section: &str) -> Option<Kind> {
    Some(match section {
        "language" | "framework" | "database" | "cloud" | "tool" => Kind::Concrete,
        "application" => Kind::Application,
        "product" => Kind::Product,
        "practice" => Kind::Practice,
        "method" => Kind::Method,
        "technology" => Kind::Technology,
        "business" => Kind::Business,
        "field" => Kind::Field,
        "role" => Kind::Role,
        "basic" => Kind::Basic,
        "design" | "engineering" => Kind::Craft,
        _ => return None,
    })
}

/// Takes a version or a plural's ending into the mention: `PHP7`, `Angular2`, `data centers`.
fn stretched(text: &str, mark: Mark, end: usize) -> usize {
    let rest = &text.as_bytes()[end..];
    let letter_before = text.as_bytes()[..end].last().is_some_and(u8::is_ascii_alphabetic);
    match rest.first() {
        Some(b's') if letter_before && matches!(mark, Mark::Plain | Mark::Title) => end + 1,
        Some(first) if letter_before && first.is_ascii_digit() => {
            let digits = rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
            if digits <= 2 { end + digits } else { end }
        }
        _ => end,
    }
}

/// Whether what is around makes the mention a part of an address, a file or another name: `foo.js`, `@react`, `go.dev`.
fn is_part_of_name(text: &str, span: &Span) -> bool {
    let before = text[..span.start].chars().next_back();
    let mut after = text[span.end..].chars();
    let (next, over_next) = (after.next(), after.next());
    // "anna@acme.net", but "ADO.NET"
    let is_domain =
        || text[span.start..].starts_with('.') && text[span.clone()].bytes().any(|b| b.is_ascii_lowercase());
    before.is_some_and(|c| matches!(c, '@' | '#' | '.' | '\\') || (c.is_alphanumeric() && is_domain()))
        || (next == Some('.') && over_next.is_some_and(|c| c.is_ascii_lowercase()))
        || matches!(next, Some('@' | '#'))
        || (next == Some('+') && over_next == Some('+'))
}

/// Whether a word of the trade follows: `Go developer`, never `Go, developer` or `Go-based`.
fn stands_before_trade(text: &str, span: &Span) -> bool {
    const TRADE: &[&str] = &[
        "developer",
        "developers",
        "engineer",
        "engineers",
        "code",
        "codebase",
        "programming",
        "programmer",
        "fundamentals",
        "services",
        "microservices",
        "backend",
        "application",
        "applications",
        "framework",
        "entwickler",
    ];
    text[span.end..].trim_start().starts_with(char::is_alphabetic) && is_one_of(word_after(text, span.end), TRADE)
}

/// Whether a word that is also an everyday word is set like an item of a list, or like what somebody knows: `and Go,`,
/// `with Git for`.
fn has_room(text: &str, span: &Span) -> bool {
    const JOINTS: &[&str] = &["and", "or", "und", "oder", "et", "ou", "y", "o", "e", "en"];
    const OPENERS: &[&str] = &[
        "of",
        "in",
        "with",
        "using",
        "as",
        "like",
        "including",
        "use",
        "mit",
        "von",
        "wie",
        "avec",
        "de",
        "du",
        "con",
        "com",
        "em",
        "met",
        "van",
        "zoals",
    ];
    const CLOSERS: &[&str] = &["for", "on", "is", "für", "pour", "para", "voor"];
    const REST: &[&str] = &["similar", "another", "other", "any", "equivalent", "comparable"];
    let (before, after) = (text[..span.start].trim_end(), text[span.end..].trim_start());
    if text[..span.start].ends_with('-') || text[span.end..].starts_with('-') {
        return false;
    }
    // Among characters, what is written in letters is no everyday word.
    if before.ends_with(is_ideographic) || after.starts_with(is_ideographic) {
        return true;
    }
    let (previous, next) = (word_before(text, span.start), word_after(text, span.end));
    let opens = before.is_empty()
        || before.ends_with([',', '/', ';', '(', '&', '+', ':', '•', '|', '\t', '、', '，', '：', '（', '；'])
        || is_one_of(previous, JOINTS)
        || is_one_of(previous, OPENERS);
    let joined = JOINTS.contains(&next) && {
        let rest = text[text.len() - after.len() + next.len()..].trim_start();
        rest.starts_with(char::is_uppercase) || is_one_of(word_after(rest, 0), REST)
    };
    let known = CLOSERS.contains(&next) && is_one_of(previous, OPENERS);
    let marks = [',', '/', ';', ')', '&', '+', '.', ':', '(', '|', '\t', '\n', '、', '，', '。', '）', '；'];
    opens && (after.is_empty() || after.starts_with(marks) || joined || known)
}
