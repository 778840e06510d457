//! YAML into [`Node`]s, and JSON, which is YAML in flow style.
//!
//! In goes a part of a file, out comes the tree of its first document, or the first mistake. Strict on purpose: a key
//! given twice, a key that is no single text and an alias are mistakes, because each would lose or multiply what the
//! user wrote. Anchors and tags are accepted and ignored. What to make of a broken document is the caller's to decide.

use granit_parser::{ErrorKind, Event, Parser, ScalarStyle, ScanError, StrInput, StructureStyle};

use super::{Entry, Node, Scalar, SyntaxError, Value};
use crate::source::Span;

/// Collections inside collections beyond this are refused; real documents stay below five.
const MAX_DEPTH: usize = 64;

/// Reads the part of `text` that `span` covers, which must lie on character boundaries. All spans in the result, those
/// of errors included, are offsets into `text`. Nothing but blanks and comments is `Null`.
pub fn parse(text: &str, span: Span) -> Result<Node, SyntaxError> {
    let part = &text[span.clone()];
    let options = granit_parser::options! {
        emit_comments: false,
        emit_unresolved_aliases: true,
        flow_nesting_limit: MAX_DEPTH,
        block_nesting_limit: MAX_DEPTH,
    };
    let events = Parser::new_from_str_with_options(part, options);
    Reader { part, offset: span.start, events }.document()
}

/// Puts the parser's events together.
struct Reader<'a> {
    part: &'a str,
    offset: usize,
    events: Parser<'a, StrInput<'a>>,
}

impl<'a> Reader<'a> {
    fn document(mut self) -> Result<Node, SyntaxError> {
        loop {
            match self.next()? {
                (Event::StreamStart | Event::DocumentStart(..), _) => {}
                (Event::StreamEnd | Event::DocumentEnd, span) => return Ok(Node { value: Value::Null, span }),
                (event, span) => {
                    let root = self.node(event, span)?;
                    // Text may go on after the root where it should not; that is seen only beyond the document's end.
                    self.next()?;
                    self.next()?;
                    return Ok(root);
                }
            }
        }
    }

    fn node(&mut self, event: Event<'a>, span: Span) -> Result<Node, SyntaxError> {
        match event {
            Event::Scalar(text, style, _, tag) => {
                let is_text = tag.is_some_and(|tag| tag.core_suffix() == Some("str"));
                let quoted = style != ScalarStyle::Plain || is_text;
                if !quoted && (span.is_empty() || matches!(&*text, "" | "~" | "null" | "Null" | "NULL")) {
                    return Ok(Node { value: Value::Null, span });
                }
                // The span of a block scalar takes in the blank lines below it.
                let length = self.part[span.start - self.offset..span.end - self.offset].trim_end().len();
                let span = span.start..span.start + length;
                Ok(Node { value: Value::Scalar(Scalar { text: text.into_owned(), quoted }), span })
            }
            Event::SequenceStart(style, ..) => self.list(style, span),
            Event::MappingStart(style, ..) => self.map(style, span),
            Event::Alias(_) | Event::UnresolvedAlias(_) => Err(alias(span)),
            other => Err(SyntaxError { message: format!("unexpected {other:?}"), span, help: None }),
        }
    }

    fn list(&mut self, style: StructureStyle, mut span: Span) -> Result<Node, SyntaxError> {
        let mut items = Vec::new();
        loop {
            match self.next()? {
                (Event::SequenceEnd, end) => {
                    close(&mut span, style, &end);
                    return Ok(Node { value: Value::List(items), span });
                }
                (event, start) => {
                    let item = self.node(event, start)?;
                    span.end = span.end.max(item.span.end);
                    items.push(item);
                }
            }
        }
    }

    fn map(&mut self, style: StructureStyle, mut span: Span) -> Result<Node, SyntaxError> {
        let mut entries: Vec<Entry> = Vec::new();
        loop {
            match self.next()? {
                (Event::MappingEnd, end) => {
                    close(&mut span, style, &end);
                    refuse_repeated_keys(&entries)?;
                    return Ok(Node { value: Value::Map(entries), span });
                }
                (event, key_span) => {
                    let key = key(event, &key_span)?;
                    let (event, start) = self.next()?;
                    let value = self.node(event, start)?;
                    span.end = span.end.max(value.span.end).max(key_span.end);
                    entries.push(Entry { key, key_span, value });
                }
            }
        }
    }

    /// The next event, with its place in the whole file.
    fn next(&mut self) -> Result<(Event<'a>, Span), SyntaxError> {
        match self.events.next_event() {
            Some(Ok((event, place))) => {
                let range = place.byte_range().unwrap_or(0..0);
                Ok((event, range.start + self.offset..range.end + self.offset))
            }
            Some(Err(error)) => Err(self.error(&error)),
            None => Ok((Event::StreamEnd, self.offset + self.part.len()..self.offset + self.part.len())),
        }
    }

    fn error(&self, error: &ScanError) -> SyntaxError {
        let at = error.marker().byte_offset().unwrap_or(0).min(self.part.len());
        let width = self.part[at..].chars().next().filter(|c| !matches!(c, '\n' | '\r')).map_or(0, char::len_utf8);
        let span = self.offset + at..self.offset + at + width;
        SyntaxError { message: reason(error.kind()), span, help: fix(error.kind()).map(str::to_owned) }
    }
}

/// Only a flow collection says where it ends; a block collection ends with its last part.
fn close(span: &mut Span, style: StructureStyle, end: &Span) {
    if style == StructureStyle::Flow {
        span.end = span.end.max(end.end);
    }
}

fn key(event: Event<'_>, span: &Span) -> Result<String, SyntaxError> {
    match event {
        Event::Scalar(_, ScalarStyle::Plain, ..) if span.is_empty() => {
            Err(SyntaxError { message: "there is no key before this `:`".into(), span: span.clone(), help: None })
        }
        Event::Scalar(text, ..) => Ok(text.into_owned()),
        Event::Alias(_) | Event::UnresolvedAlias(_) => Err(alias(span.clone())),
        // `{{ name }}` of a template language is one, seen as YAML.
        _ => Err(SyntaxError {
            message: "a key must be a single text, not a list or a table".into(),
            span: span.clone(),
            help: None,
        }),
    }
}

fn alias(span: Span) -> SyntaxError {
    SyntaxError {
        message: "`*` begins an alias, and aliases are not followed".into(),
        span,
        help: Some("write the value out, or put it in quotes".into()),
    }
}

/// Sorts rather than compares each key with each other, so that a mapping of many keys costs no quadratic time.
fn refuse_repeated_keys(entries: &[Entry]) -> Result<(), SyntaxError> {
    let mut sorted: Vec<&Entry> = entries.iter().collect();
    sorted.sort_unstable_by_key(|entry| (&entry.key, entry.key_span.start));
    let repeated = sorted.windows(2).filter(|pair| pair[0].key == pair[1].key).map(|pair| pair[1]);
    match repeated.min_by_key(|entry| entry.key_span.start) {
        None => Ok(()),
        Some(entry) => Err(SyntaxError {
            message: format!("`{}` is given twice", entry.key),
            span: entry.key_span.clone(),
            help: Some("remove one of them".into()),
        }),
    }
}

/// The parser's reasons in words that need no knowledge of YAML's grammar, for the mistakes that people make.
fn reason(kind: &ErrorKind) -> String {
    match kind {
        ErrorKind::MappingValueNotAllowed | ErrorKind::InvalidColonPlacement => "this `:` stands inside a value".into(),
        ErrorKind::UnexpectedCharacter { character } if character.is_control() => {
            format!("the character U+{:04X} is not allowed", u32::from(*character))
        }
        ErrorKind::UnexpectedCharacter { character } => format!("a value cannot begin with `{character}`"),
        ErrorKind::UnclosedQuotedScalar | ErrorKind::InvalidQuotedScalarIndent => {
            "a quoted text is never closed".into()
        }
        ErrorKind::InvalidTrailingSingleQuotedScalar | ErrorKind::InvalidTrailingDoubleQuotedScalar => {
            "text follows the closing quote".into()
        }
        ErrorKind::TabInBlockIndentation | ErrorKind::TabInIndentation => "a tab cannot be used to indent".into(),
        ErrorKind::UnclosedFlowCollection { open } => format!("this `{open}` is never closed"),
        ErrorKind::SimpleKeyExpected | ErrorKind::InvalidSimpleKey | ErrorKind::ExpectedBlockMappingKey => {
            "this is no `key: value`".into()
        }
        ErrorKind::InvalidBlockScalarHeader => "text follows `|` or `>` on the same line".into(),
        ErrorKind::ExpectedDocumentStart => "this belongs to nothing above it".into(),
        ErrorKind::CommentInterceptedScalar => "a `#` after a space begins a comment".into(),
        ErrorKind::BlockSequenceEntryNotAllowed => "a list must begin on a line of its own".into(),
        ErrorKind::UnknownQuotedScalarEscape => "in double quotes, a backslash is written `\\\\`".into(),
        ErrorKind::RecursionLimitExceeded => "this is nested too deeply".into(),
        other => other.to_string(),
    }
}

/// What to do, where quotes around the value would not help.
fn fix(kind: &ErrorKind) -> Option<&'static str> {
    match kind {
        ErrorKind::TabInBlockIndentation | ErrorKind::TabInIndentation => Some("indent with spaces"),
        ErrorKind::ExpectedDocumentStart => Some("check how far it is indented"),
        ErrorKind::InvalidBlockScalarHeader => Some("begin the text on the next line, indented"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::show;
    use super::*;

    #[test]
    fn i2_yaml_becomes_a_tree() {
        for (text, tree) in [
            ("", "~"),
            ("# only a comment\n", "~"),
            ("a: 1\nb: yes # comment\n", "{a: 1, b: yes}"),
            ("a:\nb: ~\nc: null\nd: ''\n", "{a: ~, b: ~, c: ~, d: ''}"),
            ("a: 'x: y'\nb: \"\\u00e9\"\n", "{a: 'x: y', b: '\u{e9}'}"),
            ("a: |\n  x\n  y\nb: >-\n  x\n  y\n", "{a: 'x\ny\n', b: 'x y'}"),
            ("a:\n- x\n- y: 1\n  z: 2\n", "{a: [x, {y: 1, z: 2}]}"),
            ("a: [x, 'y', {z: 1}]", "{a: [x, 'y', {z: 1}]}"),
            ("a: !!str 12\nb: !ruby/object:Foo {c: 1}\nd: !x y", "{a: '12', b: {c: 1}, d: y}"),
            ("a: &anchor x\n", "{a: x}"),
            ("a: 1\r\nb: 2\rc: 3\r\n", "{a: 1, b: 2, c: 3}"),
            ("a: 1\n---\nb: 2\n", "{a: 1}"),
            ("a: http://x.org/#y\nb: 2024-01-02 10:00\n", "{a: http://x.org/#y, b: 2024-01-02 10:00}"),
        ] {
            assert_eq!(parse(text, 0..text.len()).as_ref().map(show), Ok(tree.to_owned()), "{text:?}");
        }
    }

    #[test]
    fn i2_json_becomes_a_tree() {
        let long = "x".repeat(3000);
        for (text, tree) in [
            (
                "{\n\t\"a\": \"\\/\\ud83d\\ude00\\t\",\n\t\"b\":-1.5e3,\n\t\"c\":[true,null]\n}",
                "{a: '/\u{1f600}\t', b: -1.5e3, c: [true, ~]}",
            ),
            ("{\"a\":{\"b\":[]},\"c\":{}}", "{a: {b: []}, c: {}}"),
            (&format!("{{\"a\":\"{long}\",\"b\":[\"{long}\"]}}"), &format!("{{a: '{long}', b: ['{long}']}}")),
        ] {
            assert_eq!(parse(text, 0..text.len()).as_ref().map(show), Ok(tree.to_owned()), "{text:?}");
        }
    }

    #[test]
    fn spans_are_offsets_into_the_whole_file() {
        let text = "---\n\u{e9}: 'x'\nb:\n  - 1\n  - 2\nc: [3]\nd: |\n  y\n\n---\n";
        let root = parse(text, 4..text.len() - 4).expect("valid");
        let shown: Vec<_> =
            root.entries().iter().map(|e| (&text[e.key_span.clone()], &text[e.value.span.clone()])).collect();
        assert_eq!(shown, [("\u{e9}", "'x'"), ("b", "- 1\n  - 2"), ("c", "[3]"), ("d", "y")]);
    }

    #[test]
    fn mistakes_are_named_and_placed() {
        for (text, message, at) in [
            ("title: Foo: Bar", "this `:` stands inside a value", 10),
            ("a: @x", "a value cannot begin with `@`", 3),
            ("a: %x", "a value cannot begin with `%`", 3),
            ("a: 1\nb: \"x\nc: 2", "a quoted text is never closed", 11),
            ("a:\n\t- x", "a tab cannot be used to indent", 4),
            ("a: it\nb: 'it's'", "text follows the closing quote", 13),
            ("a: 1\0", "the character U+0000 is not allowed", 4),
            ("a: {{ x }}", "a key must be a single text, not a list or a table", 4),
            ("a: &b 1\nc: *b", "`*` begins an alias, and aliases are not followed", 11),
            ("a: *bold*", "`*` begins an alias, and aliases are not followed", 3),
            ("a: 1\nb: 2\na: 3\nb: 4", "`a` is given twice", 10),
            ("a: [1, 2", "this `[` is never closed", 3),
            ("a: | text\n", "text follows `|` or `>` on the same line", 3),
            ("  - a\n - b\n", "this belongs to nothing above it", 7),
        ] {
            let error = parse(text, 0..text.len()).expect_err(text);
            assert_eq!((error.message.as_str(), error.span.start), (message, at), "{text:?}");
        }
    }

    #[test]
    fn i5_bombs_and_depth_are_refused_at_once() {
        let aliases = "a: &a [x,x,x,x]\nb: &b [*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b]\n";
        let deep = "[".repeat(100_000);
        let dashes = "- ".repeat(100_000);
        for text in [aliases, &deep, &dashes] {
            assert!(parse(text, 0..text.len()).is_err());
        }
    }
}
