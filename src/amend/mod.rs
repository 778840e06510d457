//! Facts become front matter: the text of a posting with them written above it (`careers explain --write`).
//!
//! In go a file's text, its front matter and the facts to write; out comes the new text. Keys are added in the notation that
//! is there, or as YAML where there is none; a key that is there without a value gets one. Everything else stays as it is,
//! byte for byte. Which facts to write and whether they read the same afterwards is decided by who asks.

mod value;

use crate::data::Entry;
use crate::extract::{Fenced, Format, FrontMatter, locate};
use crate::infer::names_of;
use crate::posting::Fact;
use crate::source::{SourceFile, Span};

/// Why nothing can be written: follows "nothing was written: ".
pub type Refusal = &'static str;

/// A change of a part of the text.
struct Edit {
    span: Span,
    text: String,
}

/// The text with `facts` in its front matter. `body` is where its text proper begins.
pub fn amend(source: &SourceFile, given: &FrontMatter, body: usize, facts: &[Fact]) -> Result<String, Refusal> {
    let text = source.text.as_str();
    let Some(fenced) = locate(source).filter(|_| body > 0) else { return Ok(above(text, facts)) };
    if given.salvaged {
        return Err("its front matter could not be read as it stands");
    }
    if fenced.fault.is_some() || fenced.body != body {
        return Err("a fence of its front matter is missing");
    }
    let mut edits = Vec::new();
    let mut new = Vec::new();
    for fact in facts {
        let names = names_of(fact.name);
        let taken = |name: &str| given.entries.iter().find(|entry| entry.key == name);
        let empty = names.first().and_then(|name| taken(name)).filter(|entry| entry.value.is_empty());
        if let Some(entry) = empty {
            edits.push(fill(text, entry, fact, fenced.format));
        } else {
            let free = names.iter().find(|name| taken(name).is_none()).ok_or("every name of a key is taken")?;
            new.push((*free, fact));
        }
    }
    edits.extend(add(text, given, &fenced, &new));
    Ok(edited(text, edits))
}

/// The text below front matter of its own.
fn above(text: &str, facts: &[Fact]) -> String {
    let end = line_end(text);
    let lines: String = facts.iter().map(|fact| value::line(fact.name, fact, Format::Yaml, end) + end).collect();
    format!("---{end}{lines}---{end}{text}")
}

/// The line end that a text uses first.
fn line_end(text: &str) -> &'static str {
    match text.find(['\n', '\r']).map(|at| &text[at..]) {
        Some(rest) if rest.starts_with("\r\n") => "\r\n",
        Some(rest) if rest.starts_with('\r') => "\r",
        _ => "\n",
    }
}

/// Gives a key that has no value one.
fn fill(text: &str, entry: &Entry, fact: &Fact, format: Format) -> Edit {
    let value = value::written(fact, format, line_end(text));
    let written = entry.value.span.clone();
    if !text[written.clone()].trim().is_empty() {
        return Edit { span: written, text: value };
    }
    let mark = if format == Format::Toml { '=' } else { ':' };
    let behind = text[entry.key_span.end..].find(mark).map_or(entry.key_span.end, |at| entry.key_span.end + at + 1);
    let space = if value.starts_with(['\n', '\r']) { "" } else { " " };
    Edit { span: behind..behind, text: format!("{space}{value}") }
}

/// Adds keys behind those that are there.
fn add(text: &str, given: &FrontMatter, fenced: &Fenced, new: &[(&str, &Fact)]) -> Option<Edit> {
    if new.is_empty() {
        return None;
    }
    let end = line_end(text);
    let lines = |indent: &str| -> String {
        let line =
            |(name, fact): &(&str, &Fact)| format!("{indent}{}{end}", value::line(name, fact, fenced.format, end));
        new.iter().map(line).collect()
    };
    let (at, added) = match fenced.format {
        Format::Yaml => (fenced.content.end, lines(given.entries.first().map_or("", |first| indent(text, first)))),
        Format::Toml => (before_tables(text, given, fenced), lines("")),
        Format::Json => return Some(add_members(text, given, fenced, new)),
    };
    // The last line may end with the file.
    let open = at > fenced.content.start && !text[..at].ends_with(['\n', '\r']);
    Some(Edit { span: at..at, text: if open { format!("{end}{added}") } else { added } })
}

/// The blanks in front of a key.
fn indent<'a>(text: &'a str, entry: &Entry) -> &'a str {
    let start = text[..entry.key_span.start].rfind(['\n', '\r']).map_or(0, |at| at + 1);
    let before = &text[start..entry.key_span.start];
    if before.trim().is_empty() { before } else { "" }
}

/// Where a key of TOML belongs to no table: in front of the first one, and of the comment above that.
fn before_tables(text: &str, given: &FrontMatter, fenced: &Fenced) -> usize {
    let is_header = |entry: &&Entry| {
        let line = text[..entry.key_span.start].rfind(['\n', '\r']).map_or(0, |at| at + 1);
        text[line..].trim_start().starts_with('[')
    };
    let Some(table) = given.entries.iter().find(is_header) else { return fenced.content.end };
    let last = given.entries.iter().take_while(|entry| entry.key_span.start < table.key_span.start).last();
    let Some(last) = last else { return fenced.content.start };
    let from = last.value.span.end;
    text[from..].find('\n').map_or(fenced.content.end, |at| from + at + 1)
}

/// Adds members to an object, each on a line of its own if the first one is.
fn add_members(text: &str, given: &FrontMatter, fenced: &Fenced, new: &[(&str, &Fact)]) -> Edit {
    let end = line_end(text);
    let first = given.entries.first();
    let own_lines = first.is_some_and(|first| text[fenced.content.start..first.key_span.start].contains(['\n', '\r']));
    let between =
        if own_lines { format!("{end}{}", first.map_or("", |first| indent(text, first))) } else { " ".into() };
    let members: Vec<String> = new.iter().map(|(name, fact)| value::line(name, fact, Format::Json, end)).collect();
    let members = members.join(&format!(",{between}"));
    if let Some(last) = given.entries.last() {
        let at = last.value.span.end;
        return Edit { span: at..at, text: format!(",{between}{members}") };
    }
    let at = fenced.content.start + text[fenced.content.clone()].find('{').map_or(0, |at| at + 1);
    Edit { span: at..at, text: members }
}

fn edited(text: &str, mut edits: Vec<Edit>) -> String {
    edits.sort_by_key(|edit| edit.span.start);
    let mut result = String::with_capacity(text.len() + 512);
    let mut from = 0;
    for edit in edits {
        result.push_str(&text[from..edit.span.start]);
        result.push_str(&edit.text);
        from = edit.span.end;
    }
    result.push_str(&text[from..]);
    result
}

#[cfg(test)]
mod tests;
