//! Options of a theme: what it declares, and what a site sets, held against each other (T4).

use crate::config::Colour;
use crate::config::reader::{Reader, listed};
use crate::data::{Entry, Node, Value};
use crate::diagnostic::{Diagnostic, nearest};
use crate::source::Location;

const KEYS: [&str; 4] = ["type", "choices", "default", "description"];
const TYPES: [&str; 5] = ["text", "number", "switch", "choice", "colour"];

/// One option that a theme declares.
#[derive(Debug, Clone, PartialEq)]
pub struct Declared {
    /// Its name in `options` of templates.
    pub name: String,
    /// What can be set.
    pub kind: Kind,
    /// What holds where nothing is set; templates get `none` without it.
    pub default: Option<Node>,
    /// What it does, in a sentence.
    pub description: Option<String>,
}

/// The types of options.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kind {
    /// A text in quotes.
    Text,
    /// A number, whole or not.
    Number,
    /// `true` or `false`.
    Switch,
    /// One of a few words.
    Choice(Vec<String>),
    /// A colour as [`Colour::parse`] reads it.
    Colour,
}

/// One option that a site sets.
#[derive(Debug, Clone)]
pub struct Setting {
    /// The name of the option.
    pub name: String,
    /// Where the name stands.
    pub name_at: Location,
    /// What it is set to.
    pub value: Node,
    /// Where the value stands.
    pub value_at: Location,
}

/// All options of a theme as templates get them: each declared one, by what the site sets or by its default.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Options(Vec<Settled>);

#[derive(Debug, Clone, PartialEq)]
struct Settled {
    name: String,
    value: Option<Node>,
    /// Whether the site sets it, or a theme declares again what its parent has.
    is_changed: bool,
}

impl Kind {
    /// The word for it in `theme.toml`.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Number => "number",
            Self::Switch => "switch",
            Self::Choice(_) => "choice",
            Self::Colour => "colour",
        }
    }

    fn takes(&self, node: &Node) -> bool {
        let Value::Scalar(scalar) = &node.value else { return false };
        match self {
            Self::Text => scalar.quoted,
            Self::Number => scalar.as_f64().is_some(),
            Self::Switch => scalar.as_bool().is_some(),
            Self::Choice(choices) => scalar.quoted && choices.contains(&scalar.text),
            Self::Colour => Colour::parse(&scalar.text).is_some(),
        }
    }

    /// What to say of a value that it does not take: what is the case, and what to write.
    fn complaint(&self, node: &Node) -> (String, String) {
        let (expected, help) = match self {
            Self::Text => ("a text", "write it in quotes".into()),
            Self::Number => ("a number", "write it without quotes".into()),
            Self::Switch => ("`true` or `false`", "write one of these, without quotes".into()),
            Self::Choice(choices) => ("another word", format!("one of {}", listed(choices.iter().map(String::as_str)))),
            Self::Colour => ("a colour", "write it as six digits, such as `#0a7d55`".into()),
        };
        let given = node.as_str().map_or_else(|| node.kind().to_owned(), |text| format!("`{text}`"));
        (format!("{expected} is expected here, not {given}"), help)
    }
}

/// Reads the table `options` of a theme's description.
pub(super) fn declared(node: &Node, reader: &mut Reader<'_>) -> Vec<Declared> {
    let entries = reader.table(node).unwrap_or_default();
    entries.iter().filter_map(|entry| option(entry, reader)).collect()
}

fn option(entry: &Entry, reader: &mut Reader<'_>) -> Option<Declared> {
    for inner in reader.table(&entry.value)?.iter().filter(|inner| !KEYS.contains(&&*inner.key)) {
        reader.unknown(inner, "key", KEYS.into_iter());
    }
    let kind = kind(entry, reader)?;
    let description = entry.value.get("description").and_then(|node| reader.text(node));
    let default = entry.value.get("default").cloned();
    if let Some(node) = default.as_ref().filter(|node| !kind.takes(node)) {
        let (message, help) = kind.complaint(node);
        reader.invalid(node, &message, &help);
    }
    Some(Declared { name: entry.key.clone(), kind, default, description })
}

fn kind(entry: &Entry, reader: &mut Reader<'_>) -> Option<Kind> {
    let Some(kind) = entry.value.get("type") else {
        let help = format!("one of {}: `type = \"text\"`", listed(TYPES.into_iter()));
        reader.invalid(&entry.value, &format!("option `{}` has no type", entry.key), &help);
        return None;
    };
    let known = |text: &str| TYPES.into_iter().find(|known| *known == text);
    Some(match reader.parsed(kind, known, "another word", &format!("one of {}", listed(TYPES.into_iter())))? {
        "text" => Kind::Text,
        "number" => Kind::Number,
        "switch" => Kind::Switch,
        "colour" => Kind::Colour,
        _ => {
            let choices = entry.value.get("choices").map_or(&[][..], Node::items);
            if choices.is_empty() {
                let help = "write them as `choices = [\"one\", \"two\"]`";
                reader.invalid(&entry.value, &format!("option `{}` has no choices", entry.key), help);
                return None;
            }
            Kind::Choice(choices.iter().filter_map(|choice| reader.text(choice)).collect())
        }
    })
}

impl Options {
    /// Holds what a site sets against what its theme declares. Where a name is declared more than once, the first counts,
    /// so that a theme can redefine what its parent has.
    pub fn settle<'a>(
        declared: impl Iterator<Item = &'a Declared>,
        settings: &[Setting],
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Self {
        let mut known: Vec<&Declared> = Vec::new();
        let mut redeclared: Vec<&str> = Vec::new();
        for option in declared {
            if known.iter().all(|first| first.name != option.name) {
                known.push(option);
            } else {
                redeclared.push(&option.name);
            }
        }
        let is_known = |setting: &&Setting| known.iter().any(|option| option.name == setting.name);
        diagnostics
            .extend(settings.iter().filter(|setting| !is_known(setting)).map(|setting| unknown(setting, &known)));
        let value = |option: &&Declared| {
            let setting = settings.iter().find(|setting| setting.name == option.name);
            let fitting = setting.filter(|setting| option.kind.takes(&setting.value));
            if let Some(setting) = setting.filter(|_| fitting.is_none()) {
                let (message, help) = option.kind.complaint(&setting.value);
                diagnostics.push(Diagnostic::error("invalid-value", message).at(setting.value_at.clone()).help(help));
            }
            Settled {
                name: option.name.clone(),
                value: fitting.map(|setting| &setting.value).or(option.default.as_ref()).cloned(),
                is_changed: fitting.is_some() || redeclared.contains(&&*option.name),
            }
        };
        Self(known.iter().map(value).collect())
    }

    /// Names and values, in the order in which they are declared.
    pub fn iter(&self) -> impl Iterator<Item = (&str, Option<&Node>)> {
        self.0.iter().map(|option| (option.name.as_str(), option.value.as_ref()))
    }

    /// The option `brand`: the colour that the accents are made of.
    pub fn brand(&self) -> Option<Colour> {
        self.settled_brand().and_then(Settled::colour)
    }

    /// The same where it is another than that of the theme which has the stylesheet.
    pub fn changed_brand(&self) -> Option<Colour> {
        self.settled_brand().filter(|option| option.is_changed).and_then(Settled::colour)
    }

    fn settled_brand(&self) -> Option<&Settled> {
        self.0.iter().find(|option| option.name == "brand")
    }
}

impl Settled {
    fn colour(&self) -> Option<Colour> {
        Colour::parse(self.value.as_ref()?.as_str()?)
    }
}

fn unknown(setting: &Setting, known: &[&Declared]) -> Diagnostic {
    let names = || known.iter().map(|option| option.name.as_str());
    let help = match nearest(&setting.name, names()) {
        Some(name) => format!("did you mean `{name}`?"),
        None => format!(
            "one of {}; themes declare theirs in `theme.toml`, a site in `templates/theme.toml`",
            listed(names())
        ),
    };
    Diagnostic::error("unknown-option", format!("the theme has no option `{}`", setting.name))
        .at(setting.name_at.clone())
        .help(help)
}
