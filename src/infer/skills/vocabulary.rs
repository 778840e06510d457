//! The vocabulary of skills, and where its spellings stand in a text.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::LazyLock;

use crate::infer::phrases::Phrases;
use crate::infer::table;
use crate::infer::words::{is_one_of, stands_alone, word_after, word_before};
use crate::source::Span;

/// A skill, tool or field.
pub(super) struct Skill {
    pub name: &'static str,
    pub kind: Kind,
}

/// What kind of skill it is, as far as ranking asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// A language, framework, database, cloud or tool.
    Concrete,
    /// A tool of engineers who build things one can touch, or of designers.
    Craft,
    /// Software that is named as an integration as often as a skill.
    Product,
    /// A way of working.
    Practice,
    /// A field of work.
    Field,
    /// What nearly everyone uses.
    Basic,
}

/// A spelling of one or more skills.
struct Form {
    text: &'static str,
    skills: Vec<usize>,
    /// Counts only in its own case.
    exact: bool,
    /// Counts only in the company of other skills.
    shy: bool,
}

pub(super) struct Vocabulary {
    pub skills: Vec<Skill>,
    forms: Vec<Form>,
    by_text: HashMap<String, usize>,
    phrases: Phrases,
}

/// A spelling that stands in a text.
pub(super) struct Mention {
    /// The skills it names.
    pub skills: &'static [usize],
    pub span: Span,
    /// Whether it has to be borne out by what stands around it.
    pub shy: bool,
}

pub(super) static VOCABULARY: LazyLock<Vocabulary> = LazyLock::new(Vocabulary::parse);

impl Vocabulary {
    fn parse() -> Self {
        let mut skills = Vec::with_capacity(1024);
        let mut forms: Vec<Form> = Vec::with_capacity(2048);
        let mut by_text: HashMap<String, usize> = HashMap::with_capacity(2048);
        for row in table::rows(include_str!("../data/skills.txt")) {
            let skill = skills.len();
            skills.push(Skill { name: unmarked(row.name), kind: kind(row.section) });
            for form in row.forms() {
                let text = unmarked(form);
                // A name that is not looked for is still known where it stands alone, as a tag.
                match by_text.entry(text.to_lowercase()) {
                    std::collections::hash_map::Entry::Occupied(known) => {
                        let named = &mut forms[*known.get()].skills;
                        if !named.contains(&skill) {
                            named.push(skill);
                        }
                    }
                    std::collections::hash_map::Entry::Vacant(new) => {
                        new.insert(forms.len());
                        forms.push(Form { text, skills: vec![skill], exact: form != text, shy: form.starts_with('?') });
                    }
                }
                if form.starts_with('-') {
                    let known = by_text[&text.to_lowercase()];
                    // Phrases of no letters are never found.
                    forms[known].text = "";
                }
            }
        }
        let phrases = Phrases::new(forms.iter().map(|form| Cow::Borrowed(form.text)).collect());
        Self { skills, forms, by_text, phrases }
    }

    /// The skill that is spelled exactly like `name`, without regard to case.
    pub(super) fn exactly(&self, name: &str) -> Option<usize> {
        // No spelling is longer.
        let form = (name.len() <= 60).then(|| self.by_text.get(&name.trim().to_lowercase()))??;
        self.forms[*form].skills.first().copied()
    }

    /// The spellings that stand in `text`, in order.
    pub(super) fn mentions<'t>(&'static self, text: &'t str) -> impl Iterator<Item = Mention> + use<'t> {
        let fits = move |form: usize, span: &Span| {
            let form = &self.forms[form];
            let span = span.start..stretched(text, span.end);
            let right_case = !form.exact || text[span.start..].starts_with(form.text);
            let whole = stands_alone(text, span.start, span.end) && !is_part_of_name(text, &span);
            right_case && whole && (!form.shy || stands_before_trade(text, &span) || has_room(text, &span))
        };
        self.phrases.find(text, fits).map(move |(form, span)| {
            let form = &self.forms[form];
            let span = span.start..stretched(text, span.end);
            Mention { skills: &form.skills, shy: form.shy && !stands_before_trade(text, &span), span }
        })
    }
}

fn unmarked(form: &'static str) -> &'static str {
    form.strip_prefix(['=', '?', '-']).unwrap_or(form)
}

fn kind(section: &str) -> Kind {
    match section {
        "product" => Kind::Product,
        "practice" => Kind::Practice,
        "field" => Kind::Field,
        "basic" => Kind::Basic,
        "design" | "engineering" => Kind::Craft,
        _ => Kind::Concrete,
    }
}

/// Takes a version into the mention: `PHP7`, `Angular2`.
fn stretched(text: &str, end: usize) -> usize {
    let letter_before = text[..end].ends_with(|c: char| c.is_ascii_alphabetic());
    let digits = text[end..].bytes().take_while(u8::is_ascii_digit).count();
    if letter_before && (1..=2).contains(&digits) { end + digits } else { end }
}

/// Whether what is around makes the mention a part of an address, a file or another name: `foo.js`, `@react`, `go.dev`.
fn is_part_of_name(text: &str, span: &Span) -> bool {
    let before = text[..span.start].chars().next_back();
    let mut after = text[span.end..].chars();
    let (next, over_next) = (after.next(), after.next());
    before.is_some_and(|c| matches!(c, '@' | '#' | '.' | '\\'))
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

/// Whether a word that is also an everyday word is set like an item of a list.
fn has_room(text: &str, span: &Span) -> bool {
    const JOINTS: [&str; 14] =
        ["and", "or", "und", "oder", "et", "ou", "y", "o", "e", "en", "of", "in", "with", "using"];
    let (before, after) = (text[..span.start].trim_end(), text[span.end..].trim_start());
    if text[..span.start].ends_with('-') || text[span.end..].starts_with('-') {
        return false;
    }
    let next = word_after(text, span.end);
    let opens = before.is_empty()
        || before.ends_with([',', '/', ';', '(', '&', '+', ':', '•', '|', '\t', '、'])
        || is_one_of(word_before(text, span.start), &JOINTS);
    let joined = JOINTS[..10].contains(&next) && {
        let at = text.len() - after.len() + next.len();
        text[at..].trim_start().starts_with(char::is_uppercase)
    };
    let marks = [',', '/', ';', ')', '&', '+', '.', ':', '(', '|', '\t', '\n', '、'];
    opens && (after.is_empty() || after.starts_with(marks) || joined)
}
