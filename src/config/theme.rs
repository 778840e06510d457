//! `theme.toml` into a [`Description`] (T4).
//!
//! Every key may be left out: a folder of templates is a theme. All mistakes are reported at once, each with its place,
//! and so is a theme that this version can't use. What a site sets is held against the options in [`options`].

mod options;

pub use self::options::{Declared, Kind, Options, Setting};

use semver::{Version, VersionReq};

use super::reader::Reader;
use crate::data;
use crate::diagnostic::Diagnostic;
use crate::source::SourceFile;

/// The number of what templates get, docs/templates.md. It changes where a template could cease to work.
pub const TEMPLATE_API: &str = "1";

const KEYS: [&str; 6] = ["name", "description", "extends", "api", "careers", "options"];

/// What a theme says of itself.
#[derive(Debug, Clone, Default)]
pub struct Description {
    /// What it is called.
    pub name: Option<String>,
    /// What it is like, in a sentence.
    pub description: Option<String>,
    /// The theme that has what it lacks.
    pub extends: Option<String>,
    /// What sites can set.
    pub options: Vec<Declared>,
}

impl Description {
    /// Reads `theme.toml`.
    pub fn read(source: &SourceFile, diagnostics: &mut Vec<Diagnostic>) -> Self {
        let (root, errors) = data::parse_toml(&source.text, 0..source.text.len());
        diagnostics.extend(errors.into_iter().map(|error| error.into_diagnostic("theme-syntax", source)));
        let mut reader = Reader::new(source, diagnostics);
        let mut description = Self::default();
        for entry in root.entries() {
            let node = &entry.value;
            match &*entry.key {
                "name" => description.name = reader.text(node),
                "description" => description.description = reader.text(node),
                "extends" => description.extends = reader.text(node),
                "options" => description.options = options::declared(node, &mut reader),
                "api" if node.as_str() != Some(TEMPLATE_API) => reader.invalid(node, &other_api(node), API_HELP),
                "careers" => {
                    let help = "write it as in Cargo.toml, such as `0.1` or `>=0.1, <0.4`";
                    let read = |text: &str| VersionReq::parse(text).ok();
                    let needed = reader.parsed(node, read, "a range of versions", help);
                    if let Some(needed) = needed.filter(|needed| !is_met(needed)) {
                        reader.invalid(
                            node,
                            &other_version(&needed),
                            "update careers, or take another version of the theme",
                        );
                    }
                }
                "api" => {}
                _ => reader.unknown(entry, "key", KEYS.into_iter()),
            }
        }
        description
    }
}

const API_HELP: &str = "take a version of the theme that is made for this one, or bring its templates up to date";

fn other_api(node: &data::Node) -> String {
    let given = node.as_str().map_or_else(|| node.kind().to_owned(), |text| format!("`{text}`"));
    format!("this version of careers has template API {TEMPLATE_API}, and the theme is made for {given}")
}

fn is_met(needed: &VersionReq) -> bool {
    Version::parse(env!("CARGO_PKG_VERSION")).is_ok_and(|version| needed.matches(&version))
}

fn other_version(needed: &VersionReq) -> String {
    format!("the theme needs careers {needed}, and this is {}", env!("CARGO_PKG_VERSION"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> (Description, Vec<Diagnostic>) {
        let mut diagnostics = Vec::new();
        let description = Description::read(&SourceFile::new("theme.toml", text), &mut diagnostics);
        (description, diagnostics)
    }

    #[test]
    fn t4_a_theme_says_what_it_is_and_what_can_be_set() {
        let (description, diagnostics) = read(
            "name = \"Mine\"\ndescription = \"Loud.\"\nextends = \"board\"\napi = 1\ncareers = \"0.1\"\n\
             [options.rows]\ntype = \"number\"\ndefault = 7\n[options.shape]\ntype = \"choice\"\nchoices = [\"round\"]\n",
        );
        assert_eq!(diagnostics, []);
        assert_eq!(description.extends.as_deref(), Some("board"));
        let options: Vec<_> = description.options.iter().map(|option| (&*option.name, option.kind.name())).collect();
        assert_eq!(options, [("rows", "number"), ("shape", "choice")]);
    }

    #[test]
    fn t4_mistakes_are_told_with_place_and_fix() {
        for (text, message, help) in [
            ("nam = \"x\"", "unknown key `nam`", "did you mean `name`?"),
            ("name = Hullwerk", "a text needs quotes", "write `name = \"Hullwerk\"`"),
            ("api = 7", "this version of careers has template API 1, and the theme is made for `7`", API_HELP),
            ("careers = \"soon\"", "a range of versions is expected here, not `soon`", "write it as in Cargo.toml"),
            ("careers = \">=99\"", "the theme needs careers >=99, and this is 0.1.0", "update careers"),
            ("[options.x]\ntype = \"color\"", "another word is expected here, not `color`", "one of `text`, `number`"),
            ("[options.x]\ndefault = 1", "option `x` has no type", "one of `text`, `number`"),
            (
                "[options.x]\ntype = \"choice\"",
                "option `x` has no choices",
                "write them as `choices = [\"one\", \"two\"]`",
            ),
            ("[options.x]\ntype = \"number\"\ndefault = \"1\"", "a number is expected here, not `1`", "without quotes"),
            ("[options.x]\ntype = \"switch\"\nhelp = \"x\"", "unknown key `help`", "one of `type`"),
        ] {
            let (_, diagnostics) = read(text);
            let said: Vec<_> =
                diagnostics.iter().map(|d| (&*d.message, d.help.as_deref().unwrap_or_default())).collect();
            assert!(said.len() == 1 && said[0].0 == message && said[0].1.contains(help), "{text}: {said:?}");
            assert!(diagnostics[0].location.is_some());
        }
    }
}
