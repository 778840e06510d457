//! The strings of the interface in one language, put together of all layers of a theme (T5).
//!
//! In go the `i18n/*.toml` of the site, its theme and that one's parents, out come [`Strings`]: key by key, the first layer
//! that has it, in the language asked for, in the one that this is a dialect of, else in English. Only the files of these
//! languages are read.

use std::collections::BTreeMap;

use icu_plurals::PluralCategory;

use super::pattern::{Message, Pattern};
use crate::data::{self, Entry, Value};
use crate::diagnostic::{Diagnostic, nearest};
use crate::source::{SourceFile, Span};

/// The language that every string is there in.
pub(super) const ENGLISH: &str = "en";

/// A file of strings.
#[derive(Debug)]
pub(in crate::render) struct StringsFile {
    /// Its name without the ending: `pt-BR`.
    pub language: String,
    /// Its text.
    pub source: SourceFile,
}

/// Strings by key: `posting.apply`.
#[derive(Debug)]
pub(in crate::render) struct Strings {
    messages: BTreeMap<String, Message>,
    /// Whether any of them is in the language itself.
    pub has_own: bool,
}

/// Strings with the file and the place that each is from.
type Read<'a> = BTreeMap<String, (Message, &'a SourceFile, Span)>;

impl Strings {
    /// The strings for a language tag, from files in the order in which layers are asked.
    pub(in crate::render) fn load(tag: &str, files: &[StringsFile], diagnostics: &mut Vec<Diagnostic>) -> Self {
        let english = read(&[ENGLISH], files, diagnostics);
        let languages: Vec<&str> = dialects(tag).take_while(|language| *language != ENGLISH).collect();
        let own = read(&languages, files, diagnostics);
        if !own.is_empty() || dialects(tag).all(|language| language != ENGLISH) {
            diagnostics.extend(lacking(tag, &own, &english));
            let unknown = own.iter().filter(|(key, _)| !english.contains_key(*key));
            diagnostics.extend(unknown.filter_map(|(key, (_, source, span))| {
                let near = nearest(key, english.keys().map(String::as_str))?;
                let unknown = Diagnostic::warning("unknown-string", format!("there is no string `{key}`"));
                Some(unknown.at(source.location(span.clone())).help(format!("did you mean `{near}`?")))
            }));
        }
        let has_own = !own.is_empty();
        let strings = english.into_iter().chain(own).map(|(key, (message, ..))| (key, message));
        Self { messages: strings.collect(), has_own }
    }

    /// The string of a key.
    pub(in crate::render) fn get(&self, key: &str) -> Option<&Message> {
        self.messages.get(key)
    }

    /// The keys of all strings.
    pub(in crate::render) fn keys(&self) -> impl Iterator<Item = &str> {
        self.messages.keys().map(String::as_str)
    }
}

/// `pt-BR`, `pt`.
fn dialects(tag: &str) -> impl Iterator<Item = &str> {
    std::iter::successors(Some(tag), |tag| tag.rsplit_once('-').map(|(wider, _)| wider))
}

/// What a translation leaves to English, in one warning; an English dialect leaves what it likes.
fn lacking(tag: &str, own: &Read<'_>, english: &Read<'_>) -> Option<Diagnostic> {
    if dialects(tag).any(|language| language == ENGLISH) {
        return None;
    }
    let help = format!("write them into `i18n/{tag}.toml`");
    if own.is_empty() {
        let message = format!("there are no strings in `{tag}`, so that the interface is in English");
        return Some(Diagnostic::warning("missing-strings", message).help(help));
    }
    let missing: Vec<String> =
        english.keys().filter(|key| !own.contains_key(*key)).map(|key| format!("`{key}`")).collect();
    let message = format!("these strings are in English, as `{tag}` lacks them: {}", missing.join(", "));
    (!missing.is_empty()).then(|| Diagnostic::warning("missing-strings", message).help(help))
}

fn read<'a>(languages: &[&str], files: &'a [StringsFile], diagnostics: &mut Vec<Diagnostic>) -> Read<'a> {
    let mut read = Read::new();
    for language in languages {
        for StringsFile { source, .. } in files.iter().filter(|file| file.language == *language) {
            let (root, errors) = data::parse_toml(&source.text, 0..source.text.len());
            diagnostics.extend(errors.into_iter().map(|error| error.into_diagnostic("strings-syntax", source)));
            add(&mut read, "", root.entries(), source, diagnostics);
        }
    }
    read
}

/// Takes in what is not there yet.
fn add<'a>(
    read: &mut Read<'a>,
    above: &str,
    entries: &[Entry],
    source: &'a SourceFile,
    diagnostics: &mut Vec<Diagnostic>,
) {
    for entry in entries {
        let key = format!("{above}{}", entry.key);
        let message = match &entry.value.value {
            Value::Map(forms) if !is_plural(forms) => {
                add(read, &format!("{key}."), forms, source, diagnostics);
                continue;
            }
            Value::Map(forms) => plural(forms),
            _ => entry.value.as_str().map(|text| Message::Plain(Pattern::parse(text))),
        };
        let Some(message) = message else {
            let help = "write a text, or a table of texts: `{ one = \"…\", other = \"…\" }`, with `other` among them";
            let wrong = Diagnostic::warning("invalid-string", format!("`{key}` is no text"));
            diagnostics.push(wrong.at(source.location(entry.value.span.clone())).help(help));
            continue;
        };
        read.entry(key).or_insert_with(|| (message, source, entry.key_span.clone()));
    }
}

/// Whether a table holds the forms of one string, rather than several strings.
fn is_plural(forms: &[Entry]) -> bool {
    !forms.is_empty() && forms.iter().all(|form| category(&form.key).is_some())
}

fn plural(forms: &[Entry]) -> Option<Message> {
    let form = |form: &Entry| Some((category(&form.key)?, Pattern::parse(form.value.as_str()?)));
    let forms: Vec<_> = forms.iter().map(form).collect::<Option<_>>()?;
    forms.iter().any(|(category, _)| *category == PluralCategory::Other).then_some(Message::Plural(forms))
}

fn category(name: &str) -> Option<PluralCategory> {
    PluralCategory::get_for_cldr_string(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn load(tag: &str, files: &[(&str, &str)]) -> (Strings, Vec<String>) {
        let file = |(language, text): &(&str, &str)| StringsFile {
            language: (*language).into(),
            source: SourceFile::new(&format!("i18n/{language}.toml"), *text),
        };
        let files: Vec<StringsFile> = files.iter().map(file).collect();
        let mut diagnostics = Vec::new();
        let strings = Strings::load(tag, &files, &mut diagnostics);
        (strings, diagnostics.into_iter().map(|d| format!("{}: {}", d.code, d.message)).collect())
    }

    fn plain(text: &str) -> Message {
        Message::Plain(Pattern::parse(text))
    }

    #[test]
    fn t5_each_string_is_of_the_first_layer_that_has_it_in_the_nearest_language() {
        let files = [
            ("de", "a = \"site's\""),
            ("de", "a = \"theme's\"\nb = \"theme's\"\n[group]\nc = \"theme's\""),
            ("de-AT", "b = \"Austrian\""),
            ("fr", "this is not even read"),
            ("en", "a = \"English\"\nb = \"English\"\n[group]\nc = \"English\""),
        ];
        let (strings, said) = load("de-AT", &files);
        assert_eq!(said, [""; 0]);
        for (key, text) in [("a", "site's"), ("b", "Austrian"), ("group.c", "theme's")] {
            assert_eq!(strings.get(key), Some(&plain(text)), "{key}");
        }
    }

    #[test]
    fn t5_what_a_language_lacks_is_english_with_one_warning() {
        let english = ("en", "a = \"A\"\nb = \"B\"\nc = \"C\"");
        let (strings, said) = load("de", &[("de", "a = \"Ä\"\nbb = \"B\""), english]);
        assert_eq!(strings.get("c"), Some(&plain("C")));
        assert_eq!(
            said,
            [
                "missing-strings: these strings are in English, as `de` lacks them: `b`, `c`",
                "unknown-string: there is no string `bb`"
            ]
        );
        let none = "missing-strings: there are no strings in `sv`, so that the interface is in English";
        assert_eq!(load("sv", &[english]).1, [none]);
        assert_eq!(load("en-GB", &[english, ("en-GB", "a = \"Aye\"")]).1, [""; 0]);
    }

    #[test]
    fn what_is_no_toml_is_told_with_its_fix() {
        let source = SourceFile::new("i18n/en.toml", "apply = Apply now\n");
        let mut diagnostics = Vec::new();
        Strings::load("en", &[StringsFile { language: "en".into(), source }], &mut diagnostics);
        assert_eq!(diagnostics[0].help.as_deref(), Some("write `apply = \"Apply now\"`"));
    }

    #[test]
    fn a_table_of_categories_is_one_string() {
        let (strings, said) = load("en", &[("en", "[roles]\ncount = { one = \"1\", other = \"n\" }\nother = \"o\"")]);
        assert_eq!(said, [""; 0]);
        let count = strings.get("roles.count").expect("a string");
        assert_eq!(count.form(PluralCategory::One), &Pattern::parse("1"));
        assert_eq!(strings.get("roles.other"), Some(&plain("o")));
        for wrong in ["a = [1]", "a = { one = \"1\" }", "a = { one = [], other = \"n\" }"] {
            assert_eq!(load("en", &[("en", wrong)]).1, ["invalid-string: `a` is no text"], "{wrong}");
        }
    }
}
