//! Broken front matter, read key by key.
//!
//! In goes front matter that its parser refused, out come all the keys that it has and what is wrong with each. A value
//! that cannot be read is kept as the text that stands there. Lines that belong to no key are named in a problem and
//! left out, for they are no part of the posting's text.

use std::collections::HashMap;

use super::fence::Brackets;
use super::lines::{KeyLine, Line, is_blank, is_blank_char, key_line, lines};
use super::{Format, unclosed};
use crate::data::{Entry, Node, Scalar, SyntaxError, Value, in_quotes, parse_yaml};
use crate::source::Span;

/// What could be read.
#[derive(Debug, Default)]
pub(super) struct Salvaged {
    /// The keys, in order, each once.
    pub entries: Vec<Entry>,
    /// What was wrong; never empty.
    pub problems: Vec<SyntaxError>,
}

/// Reads YAML or JSON that could not be read as a whole, because of `cause`.
pub(super) fn salvage(text: &str, content: Span, format: Format, cause: SyntaxError) -> Salvaged {
    let (stray, chunks) = match format {
        Format::Json => json_chunks(text, content),
        Format::Yaml | Format::Toml => yaml_chunks(text, content),
    };
    let mut salvaged = Salvaged::default();
    salvaged.problems.extend(left_out(text, stray));
    let mut seen = HashMap::new();
    for chunk in chunks {
        for entry in read(text, &chunk, format, &mut salvaged.problems) {
            keep_once(entry, &mut seen, &mut salvaged);
        }
    }
    if salvaged.problems.is_empty() {
        salvaged.problems.push(cause);
    }
    salvaged
}

/// The lines of one key.
struct Chunk {
    line: KeyLine,
    /// From the start of its first line to the start of the next key's.
    whole: Span,
    /// From after the colon to the end.
    value: Span,
}

/// The lines before the first key, and the chunks. A key is as far indented as the first one.
fn yaml_chunks(text: &str, content: Span) -> (Span, Vec<Chunk>) {
    let mut chunks: Vec<Chunk> = Vec::new();
    for line in lines(text, content.clone()) {
        let Some(found) = key_line(text, &line, Format::Yaml) else { continue };
        if chunks.first().is_none_or(|first| first.line.indent == found.indent) {
            start_chunk(&mut chunks, found, line.span.start, content.end);
        }
    }
    for chunk in &mut chunks {
        chunk.value.end = without_comments_below(text, &chunk.value);
    }
    (content.start..chunks.first().map_or(content.end, |first| first.whole.start), chunks)
}

/// Where the value ends when the comments below it, which are about the next key, are left out; those of Markdown, too:
/// `[//]: # (Details)`.
fn without_comments_below(text: &str, value: &Span) -> usize {
    let begins = |text: &str| text.starts_with('#') || text.starts_with("[//]:");
    let is_comment = |line: &Line| begins(&text[line.span.clone()]) || is_blank(&text[line.span.clone()]);
    // The value's first line is never a comment, even where there is nothing on it.
    let mut value_lines = lines(text, value.clone());
    let first_end = value_lines.next().map_or(value.start, |line| line.span.end);
    value_lines.filter(|line| !is_comment(line)).last().map_or(first_end, |line| line.span.end)
}

/// The members of the object, each from the line that it begins on.
fn json_chunks(text: &str, content: Span) -> (Span, Vec<Chunk>) {
    let inner_end = content.start + text[content.clone()].trim_end_matches(is_blank_char).trim_end_matches('}').len();
    let mut chunks: Vec<Chunk> = Vec::new();
    let mut brackets = Brackets::default();
    brackets.read(b'{');
    let inner_start = content.start + usize::from(text[content.clone()].starts_with('{'));
    for line in lines(text, inner_start..inner_end.max(inner_start)) {
        if brackets.depth == 1
            && let Some(found) = member(text, &line)
        {
            start_chunk(&mut chunks, found, line.span.start, inner_end);
        }
        text.as_bytes()[line.span.start..line.next].iter().for_each(|&byte| brackets.read(byte));
    }
    for chunk in &mut chunks {
        let value = text[chunk.value.clone()].trim_end_matches(is_blank_char).trim_end_matches(',');
        chunk.value.end = chunk.value.start + value.len();
    }
    (inner_start..chunks.first().map_or(inner_end, |first| first.whole.start).max(inner_start), chunks)
}

/// A line that begins with a quoted key.
fn member(text: &str, line: &Line) -> Option<KeyLine> {
    let starts_quoted = text[line.span.clone()].trim_start_matches(is_blank_char).starts_with('"');
    key_line(text, line, Format::Json).filter(|_| starts_quoted)
}

fn start_chunk(chunks: &mut Vec<Chunk>, line: KeyLine, start: usize, end: usize) {
    if let Some(last) = chunks.last_mut() {
        last.whole.end = start;
        last.value.end = start;
    }
    let value = line.value.start..end;
    chunks.push(Chunk { line, whole: start..end, value });
}

fn left_out(text: &str, stray: Span) -> Option<SyntaxError> {
    let said = |line: &Line| {
        let shown = text[line.span.clone()].trim_start_matches(is_blank_char);
        !shown.is_empty() && !shown.starts_with('#')
    };
    let mut said = lines(text, stray).filter(said);
    let first = said.next()?;
    let more = said.count();
    let lines = if more == 0 { String::new() } else { format!(", nor are {more} lines below it") };
    Some(SyntaxError {
        message: format!("this line is no `key: value`{lines}; it was left out"),
        span: first.span,
        help: Some("move it below the front matter, or give it a key".into()),
    })
}

/// The entries of a chunk: one, or what else the parser sees in it.
fn read(text: &str, chunk: &Chunk, format: Format, problems: &mut Vec<SyntaxError>) -> Vec<Entry> {
    let key_span = chunk.line.key.clone();
    let key = text[key_span.clone()].to_owned();
    let value = if format == Format::Json {
        parse_yaml(text, chunk.value.clone())
    } else {
        match parse_yaml(text, chunk.whole.clone()) {
            Ok(Node { value: Value::Map(entries), .. }) => return entries,
            Ok(_) => Err(SyntaxError {
                message: "a space is missing after the `:`".into(),
                span: key_span.clone(),
                help: Some(format!("write `{key}: {}`", text[chunk.line.value.clone()].trim())),
            }),
            Err(error) => Err(error),
        }
    };
    // A broken item of a list leaves the others whole.
    let value = value.or_else(|error| list(text, chunk, &key, problems).ok_or(error)).unwrap_or_else(|error| {
        let broken = as_text(text, chunk.value.clone());
        let (kept, start) = (unclosed::list(&broken), before_value(&key, format));
        let help = match &kept {
            Some(list) => Some(unclosed::fix(&start, list, format)),
            None => error.help.clone().or_else(|| quotes(text, &start, &broken)),
        };
        problems.push(problem(&key, chunk, error, format, help, kept.is_some()));
        kept.unwrap_or(broken)
    });
    vec![Entry { key, key_span, value }]
}

/// What stands before the value of a key.
fn before_value(key: &str, format: Format) -> String {
    match format {
        Format::Json => format!("\"{key}\": "),
        Format::Yaml | Format::Toml => format!("{key}: "),
    }
}

/// A list below its key, item by item, where at least one of them can be read. YAML only: elsewhere no line begins so.
fn list(text: &str, chunk: &Chunk, key: &str, problems: &mut Vec<SyntaxError>) -> Option<Node> {
    if !chunk.line.value.is_empty() {
        return None;
    }
    let below = lines(text, chunk.value.clone()).next()?.next..chunk.value.end;
    let indent_of = |line: &Line| text[line.span.clone()].find(|c| !is_blank_char(c)).unwrap_or(usize::MAX);
    let is_item = |line: &Line| {
        let item = text[line.span.clone()].trim_start_matches(is_blank_char);
        item == "-" || item.strip_prefix('-').is_some_and(|rest| rest.starts_with(is_blank_char))
    };
    let first = lines(text, below.clone()).find(|line| !is_blank(&text[line.span.clone()])).filter(is_item)?;
    let starts: Vec<usize> = lines(text, first.span.start..below.end)
        .filter(|line| is_item(line) && indent_of(line) <= indent_of(&first))
        .map(|line| line.span.start)
        .collect();
    let ends = starts.iter().skip(1).copied().chain([below.end]);
    let mut own_problems = Vec::new();
    let items: Vec<Node> =
        starts.iter().zip(ends).flat_map(|(&start, end)| item(text, start..end, key, &mut own_problems)).collect();
    if own_problems.len() == items.len() {
        return None;
    }
    problems.append(&mut own_problems);
    let end = items.last().map_or(first.span.end, |item| item.span.end);
    Some(Node { value: Value::List(items), span: first.span.start..end.max(first.span.start) })
}

fn item(text: &str, span: Span, key: &str, problems: &mut Vec<SyntaxError>) -> Vec<Node> {
    let error = match parse_yaml(text, span.clone()) {
        Ok(Node { value: Value::List(items), .. }) => return items,
        Ok(other) => return vec![other],
        Err(error) => error,
    };
    let dash = text[span.clone()].find('-').map_or(0, |at| at + 1);
    let node = as_text(text, span.start + dash..span.end);
    problems.push(SyntaxError {
        message: format!("an item of `{key}` is no valid YAML: {}; it was kept as text", error.message),
        span: within(error.span, &node.span),
        help: error.help.or_else(|| quotes(text, "- ", &node)),
    });
    vec![node]
}

/// What stands there, as text; nothing where nothing does.
fn as_text(text: &str, span: Span) -> Node {
    let from_start = text[span.clone()].trim_start_matches(is_blank_char);
    let raw = from_start.trim_end_matches(is_blank_char);
    let start = span.end - from_start.len();
    let text = without_block_sign(raw);
    let value = if raw.is_empty() {
        Value::Null
    } else if text.contains(['\n', '\r']) {
        Value::Scalar(Scalar { text: text.replace("\r\n", "\n").replace('\r', "\n"), quoted: true })
    } else {
        Value::Scalar(Scalar::from_broken(text))
    };
    Node { value, span: start..start + raw.len() }
}

/// The text behind the `|` or `>` that introduces a block of text.
fn without_block_sign(raw: &str) -> &str {
    let Some(behind) = raw.strip_prefix(['|', '>']) else { return raw };
    behind.trim_start_matches(['+', '-']).trim_start_matches(is_blank_char)
}

fn problem(
    key: &str,
    chunk: &Chunk,
    error: SyntaxError,
    format: Format,
    help: Option<String>,
    is_list: bool,
) -> SyntaxError {
    let notation = if format == Format::Json { "JSON" } else { "YAML" };
    let kept = if is_list { "read as a list" } else { "kept as text" };
    SyntaxError {
        message: format!("`{key}` is no valid {notation}: {}; it was {kept}", error.message),
        span: within(error.span, &(chunk.line.key.start..chunk.whole.end)),
        help,
    }
}

/// A parser that runs into the end sees its mistake there, which is of no use to the user.
fn within(span: Span, outer: &Span) -> Span {
    if outer.contains(&span.start) { span } else { outer.start..outer.start }
}

/// The fix for nearly all broken values of one line.
fn quotes(text: &str, start: &str, node: &Node) -> Option<String> {
    let value =
        node.as_str().filter(|value| !value.contains('\n') && !text[node.span.clone()].contains(['\n', '\r']))?;
    let fixed = format!("{start}{}", in_quotes(value));
    Some(if fixed.len() <= 100 {
        format!("put the value in quotes: `{fixed}`")
    } else {
        "put the value in quotes".into()
    })
}

/// Of a key given twice the first is kept, unless it is empty.
fn keep_once(entry: Entry, seen: &mut HashMap<String, usize>, salvaged: &mut Salvaged) {
    let Some(&first) = seen.get(&entry.key) else {
        seen.insert(entry.key.clone(), salvaged.entries.len());
        salvaged.entries.push(entry);
        return;
    };
    let replaces = salvaged.entries[first].value.is_empty();
    salvaged.problems.push(SyntaxError {
        message: format!("`{}` is given twice; the {} is kept", entry.key, if replaces { "second" } else { "first" }),
        span: entry.key_span.clone(),
        help: Some("remove one of them".into()),
    });
    if replaces {
        salvaged.entries[first] = entry;
    }
}
