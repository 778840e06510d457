//! Values out of nodes, with a complaint at the right place where they don't fit.

use super::keys::{Key, Keys, SECTIONS, Section};
use super::{Config, FileName};
use crate::data::{Entry, Node, Value};
use crate::diagnostic::{Diagnostic, nearest};
use crate::source::{Location, SourceFile, Span};

pub(super) struct Reader<'a> {
    source: &'a SourceFile,
    diagnostics: &'a mut Vec<Diagnostic>,
}

impl<'a> Reader<'a> {
    pub(super) fn new(source: &'a SourceFile, diagnostics: &'a mut Vec<Diagnostic>) -> Self {
        Self { source, diagnostics }
    }

    pub(super) fn section(&mut self, config: &mut Config, section: &Section, node: &Node) {
        match section.keys {
            Keys::Known(keys) => self.known(config, keys, node),
            Keys::List(names, set) => self.list(config, names, set, node),
            Keys::Any(set) => set(config, self.table(node).unwrap_or_default()),
            Keys::Unused => self.unused(section, node),
        }
    }

    fn known(&mut self, config: &mut Config, keys: &[Key], node: &Node) {
        let Some(entries) = self.table(node) else { return };
        for entry in entries {
            match keys.iter().find(|key| key.name == entry.key) {
                Some(key) => (key.set)(config, &entry.value, self),
                None => self.unknown(entry, "key", keys.iter().map(|key| key.name)),
            }
        }
    }

    fn list(
        &mut self,
        config: &mut Config,
        names: &'static [&'static str],
        set: fn(&mut Config, &Node, &mut Self),
        node: &Node,
    ) {
        let items = match &node.value {
            Value::List(items) => items.as_slice(),
            _ => std::slice::from_ref(node),
        };
        for item in items {
            let Some(entries) = self.table(item) else { continue };
            for entry in entries.iter().filter(|entry| !names.contains(&&*entry.key)) {
                self.unknown(entry, "key", names.iter().copied());
            }
            set(config, item, self);
        }
    }

    /// Where a value stands.
    pub(super) fn location(&self, node: &Node) -> Location {
        self.location_of(&node.span)
    }

    /// The place of a span.
    pub(super) fn location_of(&self, span: &Span) -> Location {
        self.source.location(span.clone())
    }

    /// A feature that is switched off is what this version does anyway.
    fn unused(&mut self, section: &Section, node: &Node) {
        let off = |entry: &Entry| entry.value.as_str() == Some("false");
        if node.is_empty() || node.entries().iter().all(off) && !node.entries().is_empty() {
            return;
        }
        let message = format!("`[{}]` has no effect in this version of careers", section.name);
        self.diagnostics.push(Diagnostic::warning("no-effect", message).at(self.source.location(node.span.clone())));
    }

    pub(super) fn no_effect(&mut self, node: &Node) {
        let warning = Diagnostic::warning("no-effect", "this key has no effect in this version of careers");
        self.diagnostics.push(warning.at(self.source.location(node.span.clone())));
    }

    pub(super) fn unknown_section(&mut self, entry: &Entry) {
        self.unknown(entry, "section", SECTIONS.iter().map(|section| section.name));
    }

    /// A name that is none of the `known` ones.
    pub(super) fn unknown<'k>(&mut self, entry: &Entry, what: &str, known: impl Iterator<Item = &'k str> + Clone) {
        let help = match nearest(&entry.key, known.clone()) {
            Some(name) => format!("did you mean `{name}`?"),
            None => format!("one of {}", listed(known)),
        };
        let error = Diagnostic::error("unknown-key", format!("unknown {what} `{}`", entry.key));
        self.diagnostics.push(error.at(self.source.location(entry.key_span.clone())).help(help));
    }

    /// The entries of a table.
    pub(super) fn table<'n>(&mut self, node: &'n Node) -> Option<&'n [Entry]> {
        if matches!(node.value, Value::Map(_)) {
            return Some(node.entries());
        }
        self.invalid(
            node,
            &format!("a table is expected here, not {}", node.kind()),
            "write `key = value` lines below it",
        );
        None
    }

    /// A text; an empty one counts as absent.
    pub(super) fn text(&mut self, node: &Node) -> Option<String> {
        let Some(text) = node.as_str() else {
            self.invalid(node, &format!("a text is expected here, not {}", node.kind()), "write a text in quotes");
            return None;
        };
        Some(text.to_owned()).filter(|text| !text.is_empty())
    }

    /// A file, relative to the configuration's folder.
    pub(super) fn file(&mut self, node: &Node) -> Option<FileName> {
        let path = self.text(node)?;
        Some(FileName { path, location: self.location(node) })
    }

    /// A value that `parse` understands.
    pub(super) fn parsed<T>(
        &mut self,
        node: &Node,
        parse: impl Fn(&str) -> Option<T>,
        expected: &str,
        help: &str,
    ) -> Option<T> {
        let value = node.as_str().and_then(parse);
        if value.is_none() {
            let given = node.as_str().map_or_else(|| node.kind().to_owned(), |text| format!("`{text}`"));
            self.invalid(node, &format!("{expected} is expected here, not {given}"), help);
        }
        value
    }

    /// One of a few words.
    pub(super) fn choice<T: Copy>(&mut self, node: &Node, choices: &[(&'static str, T)]) -> Option<T> {
        let find = |text: &str| choices.iter().find(|(name, _)| *name == text).map(|(_, value)| *value);
        let names = choices.iter().map(|(name, _)| *name);
        self.parsed(node, find, "another word", &format!("one of {}", listed(names)))
    }

    /// `true` or `false`.
    pub(super) fn switch(&mut self, node: &Node) -> Option<bool> {
        self.parsed(node, |text| text.parse().ok(), "`true` or `false`", "write one of these, without quotes")
    }

    /// A list of countries by their codes; a single one needs no list.
    pub(super) fn countries(&mut self, node: &Node) -> Vec<String> {
        let code = |text: &str| celes::Country::from_alpha2(text).ok().map(|country| country.alpha2.to_owned());
        self.each(node, code, "a country", "write codes of two letters: `[\"DE\", \"FR\"]`")
    }

    /// A list of values that `parse` understands; a single one needs no list.
    pub(super) fn each<T>(
        &mut self,
        node: &Node,
        parse: impl Fn(&str) -> Option<T>,
        expected: &str,
        help: &str,
    ) -> Vec<T> {
        let items = match &node.value {
            Value::List(items) => items.as_slice(),
            _ => std::slice::from_ref(node),
        };
        items.iter().filter_map(|item| self.parsed(item, &parse, expected, help)).collect()
    }

    /// A table of texts.
    pub(super) fn aliases(&mut self, node: &Node) -> Vec<(String, String)> {
        let entries = self.table(node).unwrap_or_default();
        entries.iter().filter_map(|entry| Some((entry.key.clone(), self.text(&entry.value)?))).collect()
    }

    /// A value that is not what it should be.
    pub(super) fn invalid(&mut self, node: &Node, message: &str, help: &str) {
        let error = Diagnostic::error("invalid-value", message).at(self.source.location(node.span.clone()));
        self.diagnostics.push(error.help(help));
    }
}

/// Names in backticks, parted by commas.
pub(super) fn listed<'k>(names: impl Iterator<Item = &'k str>) -> String {
    names.map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ")
}
