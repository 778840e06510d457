//! Front matter: the keys and values above a posting's text.
//!
//! In goes a file, out come its entries and the part of it that is the posting's text. Never fails: front matter that
//! cannot be read is salvaged key by key, and what is lost or doubtful is a warning with its line. What the keys mean is
//! not decided here.

mod exported;
mod fence;
mod lines;
mod salvage;
#[cfg(test)]
mod tests;
mod unclosed;

pub use self::fence::{Fault, Fenced};

use std::borrow::Cow;

use self::lines::{is_blank, is_blank_char, is_known, lines};
use crate::data::{Entry, Node, SyntaxError, Value, is_key, parse_toml, parse_yaml};
use crate::diagnostic::Diagnostic;
use crate::source::{SourceFile, Span};

/// The keys and values above the text.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct FrontMatter {
    /// The entries, in the order they are written, with the keys as written.
    pub entries: Vec<Entry>,
    /// Whether some of it could not be read as it stands, and was salvaged key by key.
    pub salvaged: bool,
}

/// A notation of front matter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Between `---` and `---` or `...`.
    Yaml,
    /// Between `+++` and `+++`.
    Toml,
    /// An object in braces.
    Json,
}

/// More complaints about one front matter than this help nobody.
const MAX_WARNINGS: usize = 20;

impl FrontMatter {
    /// The entry under the first of these keys, which are given as [`normalise_key`](crate::data::normalise_key) leaves
    /// them. An entry without a value gives way to one that has one.
    pub fn get(&self, normalised_keys: &[&str]) -> Option<&Entry> {
        let mut empty = None;
        for key in normalised_keys {
            for entry in self.entries.iter().filter(|entry| is_key(&entry.key, key)) {
                if !entry.value.is_empty() {
                    return Some(entry);
                }
                empty = empty.or(Some(entry));
            }
        }
        empty
    }
}

/// Where the front matter of a file stands, if it has any.
pub fn locate(source: &SourceFile) -> Option<Fenced> {
    fence::find(&source.text)
}

/// Splits the file into front matter and text; returns the span of the text.
pub fn split_and_parse(source: &SourceFile, diagnostics: &mut Vec<Diagnostic>) -> (FrontMatter, Span) {
    let text = source.text.as_str();
    let Some(mut fenced) = locate(source) else {
        let entries = exported::entries(text).unwrap_or_default();
        // What is an object of a program can't be written to as front matter.
        let salvaged = !entries.is_empty();
        return (FrontMatter { entries, salvaged }, 0..text.len());
    };
    let (entries, problems) = match fenced.format {
        Format::Toml => toml(text, &mut fenced),
        Format::Yaml | Format::Json => yaml(text, &mut fenced),
    };
    if !problems.is_empty() && is_prose(text, &fenced, &entries) {
        diagnostics.push(no_front_matter(source, &fenced));
        return (FrontMatter::default(), 0..text.len());
    }
    diagnostics.extend(fenced.fault.map(|fault| missing_fence(source, &fenced, fault)));
    let salvaged = !problems.is_empty();
    warn(source, problems, diagnostics);
    (FrontMatter { entries, salvaged }, fenced.body..text.len())
}

/// Whether what could not be read as it stands was not meant as front matter at all.
fn is_prose(text: &str, fenced: &Fenced, entries: &[Entry]) -> bool {
    let has_paragraphs = || lines(text, fenced.content.clone()).any(|line| is_blank(&text[line.span]));
    entries.is_empty() || !entries.iter().any(|entry| is_known(&entry.key)) && has_paragraphs()
}

fn toml(text: &str, fenced: &mut Fenced) -> (Vec<Entry>, Vec<SyntaxError>) {
    let (mut root, mut problems) = parse_toml(text, fenced.content.clone());
    if !problems.is_empty()
        && let Some(shorter) = fence::end_at_prose(text, fenced)
    {
        *fenced = shorter;
        (root, problems) = parse_toml(text, fenced.content.clone());
    }
    (entries(root), problems)
}

/// YAML, and JSON with the same parser.
fn yaml(text: &str, fenced: &mut Fenced) -> (Vec<Entry>, Vec<SyntaxError>) {
    match with_plain_spaces(text, &fenced.content) {
        Cow::Borrowed(_) => plain_yaml(text, fenced),
        Cow::Owned(plain) => {
            let (mut entries, problems) = plain_yaml(&plain, fenced);
            for entry in &mut entries {
                snap(&mut entry.value, text);
            }
            (entries, problems)
        }
    }
}

/// Moves a start inside a no-break space, which was two spaces to the parser, behind it.
fn snap(node: &mut Node, text: &str) {
    node.span.start += usize::from(!text.is_char_boundary(node.span.start));
    node.span.end += usize::from(!text.is_char_boundary(node.span.end));
    match &mut node.value {
        Value::Null | Value::Scalar(_) => {}
        Value::List(items) => items.iter_mut().for_each(|item| snap(item, text)),
        Value::Map(entries) => entries.iter_mut().for_each(|entry| snap(&mut entry.value, text)),
    }
}

fn plain_yaml(plain: &str, fenced: &mut Fenced) -> (Vec<Entry>, Vec<SyntaxError>) {
    let cause = match mapping(plain, &fenced.content) {
        Ok(entries) => return (entries, Vec::new()),
        Err(error) => error,
    };
    if let Some(shorter) = fence::end_at_prose(plain, fenced) {
        *fenced = shorter;
        if let Ok(entries) = mapping(plain, &fenced.content) {
            return (entries, Vec::new());
        }
    }
    if let Some(untabbed) = without_tabs(plain, &fenced.content)
        && let Ok(entries) = mapping(&untabbed, &fenced.content)
    {
        return (entries, vec![cause]);
    }
    let salvaged = salvage::salvage(plain, fenced.content.clone(), fenced.format, cause);
    (salvaged.entries, salvaged.problems)
}

fn mapping(text: &str, content: &Span) -> Result<Vec<Entry>, SyntaxError> {
    let node = parse_yaml(text, content.clone())?;
    match node.value {
        Value::Map(_) | Value::Null => Ok(entries(node)),
        Value::Scalar(_) | Value::List(_) => {
            let message = format!("this is {}, not `key: value`", node.kind());
            Err(SyntaxError { message, span: node.span, help: None })
        }
    }
}

fn entries(node: Node) -> Vec<Entry> {
    match node.value {
        Value::Map(entries) => entries,
        _ => Vec::new(),
    }
}

/// The text with the no-break spaces that stand for indentation, or after a dash or a colon, made plain: no parser
/// takes them, and no eye tells them apart. Offsets stay as they are.
fn with_plain_spaces<'a>(text: &'a str, content: &Span) -> Cow<'a, str> {
    const NO_BREAK: &str = "\u{a0}";
    if memchr::memmem::find(&text.as_bytes()[content.clone()], NO_BREAK.as_bytes()).is_none() {
        return Cow::Borrowed(text);
    }
    let mut plain = text[..content.start].to_owned();
    for line in lines(text, content.clone()) {
        let shown = &text[line.span.start..line.next];
        let lead = shown.trim_start_matches(|c| is_blank_char(c) || c == '-');
        let colon = lead.find(':').map_or(0, |at| at + 1);
        let after = lead[colon..].trim_start_matches(is_blank_char);
        let (before, after) = shown.split_at(shown.len() - after.len());
        plain.push_str(&before.replace(NO_BREAK, "  "));
        plain.push_str(after);
    }
    plain.push_str(&text[content.end..]);
    Cow::Owned(plain)
}

/// The text with tabs made spaces, where there are any. Offsets stay as they are.
fn without_tabs(text: &str, content: &Span) -> Option<String> {
    memchr::memchr(b'\t', &text.as_bytes()[content.clone()])?;
    Some(format!("{}{}", &text[..content.start], text[content.clone()].replace('\t', " ")))
}

fn no_front_matter(source: &SourceFile, fenced: &Fenced) -> Diagnostic {
    Diagnostic::warning(
        "front-matter-syntax",
        "the lines between the fences are no `key: value`; they were kept as text",
    )
    .at(source.location(fenced.content.clone()))
    .help("write the posting's facts as `key: value`, or remove the fences")
}

fn missing_fence(source: &SourceFile, fenced: &Fenced, fault: Fault) -> Diagnostic {
    let fence = match fenced.format {
        Format::Yaml => "---",
        Format::Toml => "+++",
        Format::Json => "}",
    };
    match fault {
        Fault::Unclosed => {
            let last = source.line(fenced.content.end.saturating_sub(1));
            let message = format!("this front matter is never closed; it was taken to end with line {last}");
            Diagnostic::warning("unclosed-front-matter", message)
                .at(source.location(fenced.content.start..fenced.content.start))
                .help(format!("put a line `{fence}` after line {last}"))
        }
        Fault::Unopened => {
            let message = "this looks like front matter, but nothing opens it; it was read as such";
            Diagnostic::warning("unopened-front-matter", message)
                .at(source.location(fenced.content.start..fenced.content.start))
                .help(format!("put a line `{fence}` above it"))
        }
    }
}

fn warn(source: &SourceFile, mut problems: Vec<SyntaxError>, diagnostics: &mut Vec<Diagnostic>) {
    let unsaid = problems.len().saturating_sub(MAX_WARNINGS);
    problems.truncate(MAX_WARNINGS);
    for problem in problems {
        let mut warning = Diagnostic::warning("front-matter-syntax", problem.message).at(source.location(problem.span));
        warning.help = problem.help;
        diagnostics.push(warning);
    }
    if unsaid > 0
        && let Some(last) = diagnostics.last_mut()
    {
        last.label = Some(format!("and {unsaid} more mistakes like this"));
    }
}
