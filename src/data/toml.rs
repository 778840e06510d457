//! TOML into [`Node`]s.
//!
//! In goes a part of a file, out come the tree of all that could be read and every mistake, one a line. A value that
//! breaks the rules is kept as the text that stands there; a line that is no `key = value` is left out, with its
//! mistake. Dates and numbers stay text: what they mean is not decided here.

use std::borrow::Cow;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::{Entry, Node, Scalar, SyntaxError, Value, in_quotes};
use crate::source::Span;

/// Reads the part of `text` that `span` covers, which must lie on character boundaries. All spans in the result are
/// offsets into `text`; the node is always a [`Value::Map`].
pub fn parse(text: &str, span: Span) -> (Node, Vec<SyntaxError>) {
    let part = with_plain_line_ends(&text[span.clone()]);
    let (table, errors) = DeTable::parse_recoverable(&part);
    if errors.is_empty() {
        let reader = Reader { part: &part, offset: span.start, mistakes: &[] };
        return (reader.root(table.get_ref(), span), Vec::new());
    }
    let mistakes = one_a_line(&part, &errors);
    let spans: Vec<Span> = mistakes.iter().map(|mistake| mistake.span.clone()).collect();
    // The parser gives up at a line that is no `key = value`; with such lines mended it reads on.
    let root = match mended(&part, &mistakes) {
        None => Reader { part: &part, offset: span.start, mistakes: &spans }.root(table.get_ref(), span.clone()),
        Some(part) => {
            let (table, _) = DeTable::parse_recoverable(&part);
            Reader { part: &part, offset: span.start, mistakes: &spans }.root(table.get_ref(), span.clone())
        }
    };
    (root, mistakes.iter().map(|mistake| mistake.report(&part, span.start)).collect())
}

/// TOML knows no lone carriage return as a line end; old editors do. The length stays the same.
fn with_plain_line_ends(part: &str) -> Cow<'_, str> {
    let lone = |at: usize| part.as_bytes().get(at + 1) != Some(&b'\n');
    if !memchr::memchr_iter(b'\r', part.as_bytes()).any(lone) {
        return Cow::Borrowed(part);
    }
    Cow::Owned(part.char_indices().map(|(at, c)| if c == '\r' && lone(at) { '\n' } else { c }).collect())
}

/// One mistake of a line, in offsets of the part.
struct Mistake {
    kind: Kind,
    message: String,
    span: Span,
}

/// The mistakes that something can be done about.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    NoValue,
    UnclosedTable,
    Unquoted,
    Duplicate,
    Other,
}

/// What follows the first mistake of a line most often follows from it. Of several the one with a known fix is told.
fn one_a_line(part: &str, errors: &[toml::de::Error]) -> Vec<Mistake> {
    let mut all: Vec<Mistake> = errors
        .iter()
        .map(|error| Mistake {
            kind: kind(error.message()),
            message: error.message().to_owned(),
            span: error.span().unwrap_or(0..0),
        })
        .collect();
    all.sort_by_key(|mistake| mistake.span.start);
    let mut first_of_line: Vec<Mistake> = Vec::new();
    let mut seen_to = 0;
    for mistake in all {
        let between = &part.as_bytes()[seen_to..mistake.span.start.min(part.len())];
        seen_to += between.len();
        match first_of_line.last_mut() {
            Some(last) if memchr::memchr(b'\n', between).is_none() => {
                if mistake.kind < last.kind {
                    *last = mistake;
                }
            }
            _ => first_of_line.push(mistake),
        }
    }
    first_of_line
}

fn kind(message: &str) -> Kind {
    if message.starts_with("key with no value") {
        Kind::NoValue
    } else if message.starts_with("unclosed table") {
        Kind::UnclosedTable
    } else if message.starts_with("string values must be quoted") {
        Kind::Unquoted
    } else if message.starts_with("duplicate key") {
        Kind::Duplicate
    } else {
        Kind::Other
    }
}

impl Mistake {
    fn report(&self, part: &str, offset: usize) -> SyntaxError {
        let line = line_at(part, self.span.start);
        let (key, value) = line.split_once(['=', ':']).unwrap_or((line, ""));
        let (key, value) = (key.trim(), without_comment(value).trim());
        let (message, help) = match self.kind {
            Kind::NoValue if line.contains(':') => ("a key and its value are parted by `=`", Some(written(key, value))),
            Kind::NoValue => ("this is no `key = value`; it was left out", None),
            Kind::Unquoted if value.is_empty() => ("this key has no value", None),
            Kind::Unquoted if value.starts_with('[') => ("a text needs quotes", Some("put it in quotes".into())),
            Kind::Unquoted if truth(value).is_some() => {
                ("this is neither `true` nor `false`", Some(written(key, value)))
            }
            Kind::Unquoted => ("a text needs quotes", Some(written(key, value))),
            Kind::Duplicate => ("this key is given twice; the first is kept", Some("remove one of them".into())),
            Kind::UnclosedTable | Kind::Other => {
                (self.message.as_str(), truth(value).map(|truth| format!("write `{key} = {truth}`")))
            }
        };
        SyntaxError {
            message: message.to_owned(),
            span: self.span.start + offset..self.span.end + offset,
            help: help.filter(|help| help.len() <= 120),
        }
    }
}

/// What to write for a value without quotes. A word for yes or no is most often meant as one, but `no` is Norwegian as well.
fn written(key: &str, value: &str) -> String {
    let text = format!("`{key} = {}`", in_quotes(value));
    match truth(value) {
        Some(truth) => format!("write `{key} = {truth}`, or {text} if a text is meant"),
        None => format!("write {text}"),
    }
}

/// The value that a word for yes or no is meant to be.
fn truth(value: &str) -> Option<bool> {
    Scalar { text: value.to_owned(), quoted: false }.as_bool()
}

/// The part with the lines at which the parser gives up made readable, or blank, without changing any offset; `None`
/// where there are none.
fn mended(part: &str, mistakes: &[Mistake]) -> Option<String> {
    let mut mended = String::new();
    let mut done = 0;
    for mistake in mistakes.iter().filter(|m| matches!(m.kind, Kind::NoValue | Kind::UnclosedTable)) {
        let start = line_start(part, mistake.span.start);
        let line = line_at(part, start);
        mended.push_str(&part[done..start]);
        match line.split_once(':').filter(|(key, _)| mistake.kind == Kind::NoValue && is_bare_key(key.trim())) {
            Some((key, value)) => mended.extend([key, "=", value]),
            None => mended.extend(std::iter::repeat_n(' ', line.len())),
        }
        done = start + line.len();
    }
    (done > 0).then(|| mended + &part[done..])
}

fn is_bare_key(key: &str) -> bool {
    !key.is_empty() && key.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-'))
}

fn line_start(part: &str, at: usize) -> usize {
    memchr::memrchr(b'\n', &part.as_bytes()[..at.min(part.len())]).map_or(0, |line_end| line_end + 1)
}

/// The line that `at` lies on, without its end.
fn line_at(part: &str, at: usize) -> &str {
    let start = line_start(part, at);
    let end = memchr::memchr(b'\n', &part.as_bytes()[start..]).map_or(part.len(), |length| start + length);
    part[start..end].trim_end_matches('\r')
}

/// The text before a ` #` that ends an unquoted value.
fn without_comment(value: &str) -> &str {
    value.find(" #").map_or(value, |at| &value[..at])
}

/// Turns the parser's tree into ours.
struct Reader<'a> {
    part: &'a str,
    offset: usize,
    /// Where the mistakes are, in order.
    mistakes: &'a [Span],
}

impl Reader<'_> {
    fn root(&self, table: &DeTable<'_>, span: Span) -> Node {
        Node { value: self.table(table, true), span }
    }

    fn table(&self, table: &DeTable<'_>, own_lines: bool) -> Value {
        let mut entries: Vec<Entry> = table
            .iter()
            .map(|(key, value)| Entry {
                key: key.get_ref().to_string(),
                key_span: self.whole(key.span()),
                value: self.node(value, own_lines),
            })
            .collect();
        // The parser's table is sorted by key.
        entries.sort_by_key(|entry| entry.key_span.start);
        Value::Map(entries)
    }

    /// `own_lines`: whether the value has the rest of its line to itself, as it has in a table but not inside brackets.
    fn node(&self, value: &Spanned<DeValue<'_>>, own_lines: bool) -> Node {
        let span = value.span();
        if own_lines && let Some(node) = self.broken(&span) {
            return node;
        }
        let (value, span) = match value.get_ref() {
            DeValue::Table(table) => {
                let inline = self.part[span.clone()].starts_with('{');
                (self.table(table, own_lines && !inline), span)
            }
            DeValue::Array(array) => {
                let of_tables = array.iter().any(|item| self.part[item.span()].starts_with("[["));
                (Value::List(array.iter().map(|item| self.node(item, own_lines && of_tables)).collect()), span)
            }
            DeValue::String(text) => {
                let quoted = self.part[span.clone()].starts_with(['"', '\'']);
                (Value::Scalar(Scalar { text: text.to_string(), quoted }), span)
            }
            _ => (Value::Scalar(Scalar { text: self.part[span.clone()].to_owned(), quoted: false }), span),
        };
        Node { value, span: self.whole(span) }
    }

    /// The value at `span` as the text of its line, where it was not written as TOML wants it.
    fn broken(&self, span: &Span) -> Option<Node> {
        if self.mistakes.is_empty() || self.part[span.clone()].starts_with(['[', '{']) {
            return None;
        }
        let line_end = line_start(self.part, span.start) + line_at(self.part, span.start).len();
        let in_value = self.mistakes.partition_point(|mistake| mistake.start < span.start);
        let mistake = self.mistakes.get(in_value).filter(|mistake| mistake.start <= line_end)?;
        let unquoted = !self.part[span.clone()].starts_with(['"', '\'']);
        if !unquoted && mistake.start < span.end || span.end > line_end {
            return None;
        }
        let text = &self.part[span.start..line_end];
        let text = if unquoted { without_comment(text) } else { text }.trim_end();
        let whole = self.whole(span.start..span.start + text.len());
        let value = if text.is_empty() { Value::Null } else { Value::Scalar(Scalar::from_broken(text)) };
        Some(Node { value, span: whole })
    }

    fn whole(&self, span: Span) -> Span {
        span.start + self.offset..span.end + self.offset
    }
}

#[cfg(test)]
mod tests {
    use super::super::show;
    use super::*;

    fn read(text: &str) -> (Vec<String>, Vec<String>) {
        let (root, errors) = parse(text, 0..text.len());
        let entries = root.entries().iter().map(|entry| format!("{} = {}", entry.key, show(&entry.value))).collect();
        (entries, errors.into_iter().map(|error| error.message).collect())
    }

    #[test]
    fn i2_toml_becomes_a_tree_in_the_order_written() {
        for (text, entries) in [
            ("b = \"x\"\na = 'y'", vec!["b = 'x'", "a = 'y'"]),
            (
                "d = 2024-01-02\nn = 1_000\nf = +1.5e3\nb = true",
                vec!["d = 2024-01-02", "n = 1_000", "f = +1.5e3", "b = true"],
            ),
            ("t = [\"x\", 1]\nu = {v = \"w\"}", vec!["t = ['x', 1]", "u = {v: 'w'}"]),
            ("[extra]\nteam = \"A\"\n[extra.pay]\nmin = 1", vec!["extra = {team: 'A', pay: {min: 1}}"]),
            ("[[step]]\na = 1\n[[step]]\na = 2", vec!["step = [{a: 1}, {a: 2}]"]),
            ("a.b = 1\na.c = 2", vec!["a = {b: 1, c: 2}"]),
            ("a = \"\"\"\nx\ny\"\"\"", vec!["a = 'x\ny'"]),
            ("a = 1\rb = 2\r\nc = 3\r", vec!["a = 1", "b = 2", "c = 3"]),
        ] {
            assert_eq!(read(text), (entries.into_iter().map(String::from).collect(), vec![]), "{text:?}");
        }
    }

    #[test]
    fn i5_every_mistake_is_told_and_the_rest_is_kept() {
        let quotes = "a text needs quotes";
        for (text, entries, errors) in [
            ("title = Senior Engineer\nb = 1", vec!["title = Senior Engineer", "b = 1"], vec![quotes]),
            (
                "title = Foo: Bar, Baz # x\nb = $78,000",
                vec!["title = Foo: Bar, Baz", "b = $78,000"],
                vec![quotes, quotes],
            ),
            (
                "title = \"Foo \"bar\" baz\"",
                vec!["title = 'Foo \"bar\" baz'"],
                vec!["unexpected key or value, expected newline, `#`"],
            ),
            ("title = \"Foo\nb = \"1\"", vec!["title = 'Foo'", "b = '1'"], vec!["invalid basic string, expected `\"`"]),
            ("title: Foo\nb = 1", vec!["title = Foo", "b = 1"], vec!["a key and its value are parted by `=`"]),
            ("some prose\nb = 1", vec!["b = 1"], vec!["this is no `key = value`; it was left out"]),
            ("a =\nb = 1", vec!["a = ~", "b = 1"], vec!["this key has no value"]),
            ("a = 1\na = 2", vec!["a = 1"], vec!["this key is given twice; the first is kept"]),
            ("draft = True", vec!["draft = True"], vec!["invalid boolean, expected `true`"]),
            ("date = 2024-13-45", vec!["date = 2024-13-45"], vec!["invalid date, expected month between 01 and 12"]),
            ("tags = [a, b]\nc = 1", vec!["tags = [a, b]", "c = 1"], vec![quotes]),
            ("[extra\nx = 1", vec!["x = 1"], vec!["unclosed table, expected `]`"]),
        ] {
            let entries: Vec<_> = entries.into_iter().map(String::from).collect();
            assert_eq!(read(text), (entries, errors.into_iter().map(String::from).collect()), "{text:?}");
        }
    }

    #[test]
    fn the_fix_for_a_yes_or_no_is_true_or_false() {
        for (line, message, help) in [
            (
                "json = yes",
                "this is neither `true` nor `false`",
                "write `json = true`, or `json = \"yes\"` if a text is meant",
            ),
            (
                "json: off # not yet",
                "a key and its value are parted by `=`",
                "write `json = false`, or `json = \"off\"` if a text is meant",
            ),
            ("json = True", "invalid boolean, expected `true`", "write `json = true`"),
        ] {
            let (_, errors) = parse(line, 0..line.len());
            let said: Vec<_> = errors.iter().map(|error| (&*error.message, error.help.as_deref())).collect();
            assert_eq!(said, [(message, Some(help))], "{line}");
        }
    }

    #[test]
    fn the_fix_for_an_unquoted_text_is_spelled_out() {
        let text = "+++\ntitle = C# or \"Go\"\n";
        let (root, errors) = parse(text, 4..text.len());
        assert_eq!(root.get("title").map(|title| &text[title.span.clone()]), Some("C# or \"Go\""));
        assert_eq!(errors[0].help.as_deref(), Some("write `title = \"C# or \\\"Go\\\"\"`"));
        assert!(errors[0].span.start >= 12);
    }
}
