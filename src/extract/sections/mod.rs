//! Sections of a posting that stand in its front matter, such as `requirements: [...]`, as part of its text.
//!
//! In go a file and its front matter, out comes a copy of the file with the sections written behind its text as Markdown,
//! so that everything later treats them like the rest; and afterwards what was found in them is traced back to the lines
//! where it really stands. Where a text follows the front matter, only known keys are sections, and lists in Markdown
//! under any key; where none does, whatever reads as text is, however deep a page builder has put it. A posting without
//! such keys, as most are, costs a look at its keys.

mod keys;
#[cfg(test)]
mod tests;

use std::fmt::Write as _;

use self::keys::{HEADINGS, LEADS, NO_SECTION_STARTS, NO_SECTIONS, SECTIONS, SUMMARIES};
use super::{Draft, FrontMatter};
use crate::data::{Entry, Node, Value, normalise_key};
use crate::diagnostic::Diagnostic;
use crate::source::{SourceFile, Span};

/// A file with its sections behind its text.
pub(super) struct Combined {
    /// The copy.
    pub source: SourceFile,
    /// The part of it that is text.
    pub body: Span,
    /// For each section its first line in the copy, and the place of its key in the file.
    origins: Vec<(u32, Span)>,
}

/// Writes the sections behind the text; `None` where there are none.
pub(super) fn combine(source: &SourceFile, front_matter: &FrontMatter, body: &Span) -> Option<Combined> {
    let all = &front_matter.entries;
    let is_alone = is_nearly_blank(&source.text[body.clone()]);
    let is_part = |entry: &&Entry| is_section(entry) || is_markdown_list(entry) || (is_alone && is_text(entry));
    let mut sections: Vec<&Entry> = all.iter().filter(is_part).collect();
    if sections.is_empty() && is_alone {
        let is_summary = |entry: &&Entry| SUMMARIES.contains(&normalise_key(&entry.key).as_str());
        sections.extend(all.iter().find(is_summary).filter(|entry| has_prose(&entry.value)));
    }
    if sections.is_empty() {
        return None;
    }
    let mut text = source.text.clone();
    let mut starts = Vec::with_capacity(sections.len());
    for entry in sections {
        text.push_str("\n\n");
        starts.push((text.len(), entry.key_span.clone()));
        if is_section(entry) || !is_deep(&entry.value) {
            write_heading(&mut text, &entry.key);
            write_value(&mut text, &entry.value, 0);
        } else {
            write_deep(&mut text, &entry.value);
        }
    }
    let combined = SourceFile::sharing(source, text);
    let origins = starts.into_iter().map(|(start, key)| (combined.line(start), key)).collect();
    let body = body.start..combined.text.len();
    Some(Combined { source: combined, body, origins })
}

fn is_section(entry: &Entry) -> bool {
    let has_text = match &entry.value.value {
        Value::Scalar(scalar) => scalar.as_bool().is_none() && scalar.as_f64().is_none(),
        Value::List(_) => true,
        Value::Null | Value::Map(_) => false,
    };
    // An address alone is a fact rather than a text.
    let is_word = entry.value.as_str().is_some_and(|text| !text.trim().contains(char::is_whitespace));
    let key = normalise_key(&entry.key);
    has_text && !(is_word && key == "howtoapply") && !entry.value.is_empty() && SECTIONS.contains(&key.as_str())
}

/// Whether an entry is a text with a list in Markdown, which only a page can show: `notes: "* One\n* Two"`.
fn is_markdown_list(entry: &Entry) -> bool {
    let is_item = |line: &str| ["* ", "- ", "+ "].iter().any(|mark| line.trim_start().starts_with(mark));
    let has_items = |text: &str| text.lines().filter(|line| is_item(line)).nth(1).is_some();
    entry.value.as_str().is_some_and(has_items) && !is_fact(entry)
}

/// Whether a file has no more than a few words below its front matter.
fn is_nearly_blank(text: &str) -> bool {
    const FEW: usize = 8;
    text.split_whitespace().nth(FEW).is_none()
}

/// Whether an entry holds text for the page, in a posting that has none elsewhere.
fn is_text(entry: &Entry) -> bool {
    !is_fact(entry) && has_prose(&entry.value)
}

/// Whether an entry holds a fact, or a text for others than the reader of the page.
fn is_fact(entry: &Entry) -> bool {
    let key = normalise_key(&entry.key);
    NO_SECTIONS.contains(&key.as_str()) || NO_SECTION_STARTS.iter().any(|start| key.starts_with(start))
}

/// Whether there is a text of some words in a value, or a list of them.
fn has_prose(node: &Node) -> bool {
    const WORDS: usize = 8;
    const WORDS_OF_ITEMS: usize = 4;
    let words = |text: &str| text.split_whitespace().count();
    match &node.value {
        Value::Null => false,
        Value::Scalar(scalar) => words(&scalar.text) >= WORDS,
        Value::List(items) => {
            let texts: Vec<&str> = items.iter().filter_map(Node::as_str).collect();
            let total: usize = texts.iter().map(|text| words(text)).sum();
            (texts.len() > 1 && total >= texts.len() * WORDS_OF_ITEMS) || items.iter().any(has_prose)
        }
        Value::Map(entries) => entries.iter().any(is_text),
    }
}

/// Whether there are mappings in a value.
fn is_deep(node: &Node) -> bool {
    match &node.value {
        Value::Map(_) => true,
        Value::List(items) => items.iter().any(is_deep),
        Value::Null | Value::Scalar(_) => false,
    }
}

/// The texts in the mappings of a page builder, each below the title that stands beside it.
fn write_deep(text: &mut String, node: &Node) {
    let entries = match &node.value {
        Value::List(items) => {
            return items.iter().filter(|item| has_prose(item)).for_each(|item| write_deep(text, item));
        }
        Value::Map(entries) => entries,
        Value::Null | Value::Scalar(_) => return write_value(text, node, 0),
    };
    let is_heading = |entry: &Entry| HEADINGS.contains(&normalise_key(&entry.key).as_str());
    let title = entries.iter().find(|entry| is_heading(entry)).and_then(|entry| entry.value.as_str());
    if let Some(title) = title {
        let _ = writeln!(text, "\n## {}\n", title.trim());
    }
    for entry in entries.iter().filter(|entry| !is_heading(entry) && is_text(entry)) {
        if is_deep(&entry.value) {
            write_deep(text, &entry.value);
            continue;
        }
        if title.is_none() {
            write_heading(text, &entry.key);
        }
        write_value(text, &entry.value, 0);
        text.push('\n');
    }
}

fn write_heading(text: &mut String, key: &str) {
    if !LEADS.contains(&normalise_key(key).as_str()) {
        let _ = writeln!(text, "## {}\n", heading(key));
    }
}

/// `key_objectives` as people write it: `Key objectives`.
fn heading(key: &str) -> String {
    let words = key.replace(['_', '-'], " ");
    let mut characters = words.trim().chars();
    characters.next().map_or_else(String::new, |first| first.to_uppercase().chain(characters).collect())
}

/// A text as it is, a list as a list; the texts of a mapping are an item and the list below it.
fn write_value(text: &mut String, node: &Node, depth: usize) {
    match &node.value {
        Value::Null => {}
        Value::Scalar(scalar) if depth == 0 => {
            text.push_str(scalar.text.trim());
            text.push('\n');
        }
        Value::Scalar(scalar) => write_item(text, &scalar.text, depth),
        Value::List(items) => items.iter().for_each(|item| write_value(text, item, depth + 1)),
        Value::Map(entries) => {
            for (index, entry) in entries.iter().enumerate() {
                // The first text names the item: `title`, `name`; what follows belongs to it.
                let inner = if index == 0 { depth } else { depth + 1 };
                match &entry.value.value {
                    Value::List(items) => items.iter().for_each(|item| write_value(text, item, depth + 1)),
                    _ => write_value(text, &entry.value, inner),
                }
            }
        }
    }
}

fn write_item(text: &mut String, item: &str, depth: usize) {
    let indent = "  ".repeat(depth.saturating_sub(1));
    let continued = format!("\n{indent}  ");
    let _ = writeln!(text, "{indent}- {}", item.trim().replace('\n', &continued));
}

impl Combined {
    /// Gives everything that was found in the sections the line of its key.
    pub(super) fn trace_back(&self, source: &SourceFile, draft: &mut Draft, diagnostics: &mut [Diagnostic]) {
        for block in &mut draft.outline {
            self.trace(source, &mut block.line);
        }
        for link in &mut draft.links {
            self.trace(source, &mut link.line);
        }
        let locations = draft.references.iter_mut().map(|reference| &mut reference.location);
        let said = diagnostics.iter_mut().filter_map(|diagnostic| diagnostic.location.as_deref_mut());
        for location in locations.chain(said) {
            if let Some(key) = self.key_of(location.line) {
                *location = source.location(key.clone());
            }
        }
    }

    fn trace(&self, source: &SourceFile, line: &mut u32) {
        if let Some(key) = self.key_of(*line) {
            *line = source.line(key.start);
        }
    }

    /// The key of the section that a line of the copy is in; `None` for the lines of the file itself.
    fn key_of(&self, line: u32) -> Option<&Span> {
        let index = self.origins.partition_point(|(first, _)| *first <= line).checked_sub(1)?;
        self.origins.get(index).map(|(_, key)| key)
    }
}
