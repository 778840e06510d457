//! Where front matter begins and ends.
//!
//! In goes a file's text, out comes the part that holds keys and values, and where the text proper begins. A fence that
//! is missing is made up for where the lines leave no doubt; a rule (`---`) with prose below it is left to the text.
//! What the keys say is not looked at, beyond whether job postings have them.

use super::lines::{KeyLine, Line, is_blank, is_blank_char, is_known, key_line, lines};
use super::{Format, module};
use crate::source::Span;

/// Front matter found in a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fenced {
    /// The notation its fences ask for.
    pub format: Format,
    /// The keys and values without their fences; JSON with its braces.
    pub content: Span,
    /// Where the text proper begins.
    pub body: usize,
    /// The fence that is missing.
    pub fault: Option<Fault>,
}

/// A fence that should be there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// Nothing ends the front matter.
    Unclosed,
    /// Nothing begins it.
    Unopened,
}

/// Finds the front matter of a file.
pub(super) fn find(text: &str) -> Option<Fenced> {
    let start = text.find(|c| !is_blank_char(c))?;
    let mut first = lines(text, start..text.len()).next()?;
    // Indentation makes a code block of a fence, but nothing of a key.
    let indented = text[..start].ends_with([' ', '\t']);
    first.span.end = start + text[first.span.clone()].trim_end_matches(is_blank_char).len();
    match &text[first.span.clone()] {
        "---" | "---yaml" | "---yml" if !indented => yaml(text, &first),
        "+++" | "---toml" if !indented => toml(text, &first),
        "---json" if !indented => json(text, first.next).and_then(|found| closed_json(text, found)),
        line if line.starts_with('{') => json(text, start),
        line if line.starts_with("import ") || line.starts_with("export const ") => module::find(text, start),
        _ => unopened(text, &first),
    }
}

/// The same front matter ended at the empty line before prose, where its fence turns out to be a rule of the text further down:
/// the closing fence is missing, and all that stands before the rule would be lost.
pub(super) fn end_at_prose(text: &str, fenced: &Fenced) -> Option<Fenced> {
    if fenced.format == Format::Json || fenced.fault.is_some() {
        return None;
    }
    let prefix = prefix(text, fenced.content.clone(), fenced.format);
    let rest = prefix.end..fenced.content.end;
    let goes_on = lines(text, rest.clone())
        .filter_map(|line| key_line(text, &line, fenced.format))
        .any(|line| line.indent == 0 && is_known(&text[line.key]));
    let is_parted = lines(text, rest.clone()).next().is_some_and(|line| is_blank(&text[line.span]));
    if !prefix.is_front_matter() || !is_parted || goes_on || is_blank(&text[rest]) {
        return None;
    }
    Some(prefix.fenced(fenced))
}

fn yaml(text: &str, opening: &Line) -> Option<Fenced> {
    let after = opening.next..text.len();
    let closing = closing(text, after.clone(), &["---", "..."]);
    let end = closing.as_ref().map_or(text.len(), |line| line.span.start);
    let fenced = |line: &Line| Fenced {
        format: Format::Yaml,
        content: opening.next..line.span.start,
        body: line.next,
        fault: None,
    };
    let mut content = lines(text, opening.next..end);
    let significant = content.find(|line| !is_blank_or_comment(text, line));
    let begins_with_key = match (&significant, &closing) {
        // Headings between two rules look like comments; they would vanish.
        (None, Some(closing)) => return is_blank(&text[opening.next..end]).then(|| fenced(closing)),
        (None, None) => return None,
        (Some(line), _) => {
            key_line(text, line, Format::Yaml).is_some() || text[line.span.clone()].trim_start().starts_with('{')
        }
    };
    match closing {
        // Without an empty line it was meant as front matter, whatever it is; the reader will say.
        Some(closing) if begins_with_key || !lines(text, opening.next..end).any(|l| is_blank(&text[l.span])) => {
            Some(fenced(&closing))
        }
        None if begins_with_key => unclosed(text, after, Format::Yaml),
        _ => None,
    }
}

fn toml(text: &str, opening: &Line) -> Option<Fenced> {
    let after = opening.next..text.len();
    let fence = if text[opening.span.clone()].starts_with('+') { "+++" } else { "---" };
    match closing(text, after.clone(), &[fence]) {
        Some(line) => {
            let content = opening.next..line.span.start;
            Some(Fenced { format: Format::Toml, content, body: line.next, fault: None })
        }
        None => unclosed(text, after, Format::Toml),
    }
}

fn closing(text: &str, range: Span, fences: &[&str]) -> Option<Line> {
    lines(text, range).find(|line| fences.contains(&text[line.span.clone()].trim_end_matches(is_blank_char)))
}

fn unclosed(text: &str, range: Span, format: Format) -> Option<Fenced> {
    let start = range.start;
    let prefix = prefix(text, range, format);
    let whole = Fenced { format, content: start..start, body: start, fault: None };
    prefix.is_front_matter().then(|| prefix.fenced(&whole))
}

/// The lines from the start on that can only be front matter.
struct Prefix {
    end: usize,
    keys: usize,
    known: usize,
}

impl Prefix {
    /// One key may be a word with a colon by chance; a known one, or two, are meant.
    fn is_front_matter(&self) -> bool {
        self.known > 0 || self.keys > 1
    }

    fn fenced(&self, whole: &Fenced) -> Fenced {
        Fenced {
            format: whole.format,
            content: whole.content.start..self.end,
            body: self.end,
            fault: Some(Fault::Unclosed),
        }
    }
}

fn prefix(text: &str, range: Span, format: Format) -> Prefix {
    let mut prefix = Prefix { end: range.start, keys: 0, known: 0 };
    let mut after_blank = false;
    // The value goes on below its key: a list or a block of text.
    let mut open_value = false;
    for line in lines(text, range) {
        let shown = &text[line.span.clone()];
        if is_blank(shown) {
            after_blank = true;
            continue;
        }
        let indented = shown.starts_with([' ', '\t']);
        if let Some(key) = key_line(text, &line, format).filter(|_| !indented || prefix.keys == 0) {
            if after_blank && prefix.keys > 0 && !is_surely_key(text, &key) {
                break;
            }
            prefix.keys += 1;
            prefix.known += usize::from(is_known(&text[key.key.clone()]));
            open_value = key.value.is_empty() || text[key.value].starts_with(['|', '>', '[', '{', '"', '\'']);
        } else if shown.starts_with('#') && !after_blank {
            // A comment, unless it turns out to be the first heading: it counts only when a key follows.
            continue;
        } else if !is_continuation(shown, format, after_blank, open_value) || prefix.keys == 0 {
            break;
        }
        after_blank = false;
        prefix.end = line.next;
    }
    prefix
}

/// After an empty line, `Requirements:` is a heading of the text; `apply_url: …` still is a key.
fn is_surely_key(text: &str, line: &KeyLine) -> bool {
    let key = &text[line.key.clone()];
    !line.value.is_empty() && (is_known(key) || key.starts_with(char::is_lowercase) && !key.contains(' '))
}

fn is_continuation(line: &str, format: Format, after_blank: bool, open_value: bool) -> bool {
    if format == Format::Toml {
        return !after_blank && line.starts_with([' ', '\t', '[', ']', '}', '"', '\'']);
    }
    if line.starts_with([' ', '\t']) { !after_blank || open_value } else { !after_blank && open_value && is_item(line) }
}

fn is_item(line: &str) -> bool {
    line == "-" || line.starts_with("- ") || line.starts_with([']', '}'])
}

fn is_blank_or_comment(text: &str, line: &Line) -> bool {
    let shown = text[line.span.clone()].trim_start_matches(is_blank_char);
    shown.is_empty() || shown.starts_with('#')
}

/// Lines of keys from the top of the file down to a closing fence that nothing opened.
fn unopened(text: &str, first: &Line) -> Option<Fenced> {
    key_line(text, first, Format::Yaml)?;
    let (mut keys, mut known, mut after_blank) = (0, 0, false);
    for line in lines(text, first.span.start..text.len()) {
        let shown = text[line.span.clone()].trim_end_matches(is_blank_char);
        if shown == "---" {
            // A rule of the text has an empty line above it, or else makes a heading of what it touches.
            let found = keys > 1 && known > 0 && !after_blank;
            let content = first.span.start..line.span.start;
            let fault = Some(Fault::Unopened);
            return found.then_some(Fenced { format: Format::Yaml, content, body: line.next, fault });
        }
        after_blank = shown.is_empty();
        if let Some(key) = key_line(text, &line, Format::Yaml) {
            keys += 1;
            known += usize::from(is_known(&text[key.key]));
        } else if !(after_blank || shown.starts_with([' ', '\t', '#']) || is_item(shown)) {
            return None;
        }
    }
    None
}

/// A JSON object that begins at `start` or after blanks: `{`, then a quoted key.
fn json(text: &str, start: usize) -> Option<Fenced> {
    let start = start + text[start..].find(|c| !is_blank_char(c))?;
    let inner = text[start..].strip_prefix('{')?.trim_start_matches(is_blank_char).strip_prefix('"')?;
    let key_end = memchr::memchr3(b'"', b'\n', b'\r', inner.as_bytes())?;
    inner[key_end..].strip_prefix('"')?.trim_start().strip_prefix(':')?;
    let found = |end: usize, fault| Fenced { format: Format::Json, content: start..end, body: end, fault };
    let mut fenced = match closing_brace(text, start) {
        Some(end) => found(end, None),
        None => found(unclosed_json(text, start), Some(Fault::Unclosed)),
    };
    let rest = lines(text, fenced.body..text.len()).next();
    if let Some(rest) = rest.filter(|rest| is_blank(&text[rest.span.clone()])) {
        fenced.body = rest.next;
    }
    Some(fenced)
}

/// The end of the object, as the brackets say.
fn closing_brace(text: &str, start: usize) -> Option<usize> {
    let mut brackets = Brackets::default();
    let at = text.as_bytes()[start..].iter().position(|&byte| {
        brackets.read(byte);
        brackets.depth == 0
    })?;
    Some(start + at + 1)
}

/// Where brackets don't match: at a brace on a line of its own, or else at the first empty line.
fn unclosed_json(text: &str, start: usize) -> usize {
    let brace = |line: &Line| text[line.span.clone()].trim_end_matches(is_blank_char) == "}";
    if let Some(line) = lines(text, start..text.len()).find(brace) {
        return line.span.end;
    }
    let blank = |line: &Line| is_blank(&text[line.span.clone()]);
    lines(text, start..text.len()).find(blank).map_or(text.len(), |line| line.span.start)
}

/// Behind `---json`, the object ends with a fence.
fn closed_json(text: &str, mut found: Fenced) -> Option<Fenced> {
    let fence = lines(text, found.content.end..text.len()).find(|line| !is_blank(&text[line.span.clone()]))?;
    if text[fence.span.clone()].trim_end() == "---" {
        found.body = fence.next;
    }
    Some(found)
}

/// How deep inside brackets one is, strings left out. A string ends with its line at the latest, so that a quote that
/// nothing closes does no harm beyond it.
#[derive(Default)]
pub(super) struct Brackets {
    /// Brackets open; never negative.
    pub depth: usize,
    in_string: bool,
    escaped: bool,
}

impl Brackets {
    /// Takes the next byte of the text.
    pub(super) fn read(&mut self, byte: u8) {
        let escaped = std::mem::take(&mut self.escaped);
        match byte {
            b'\n' | b'\r' => self.in_string = false,
            b'"' if !escaped => self.in_string = !self.in_string,
            b'\\' if self.in_string => self.escaped = !escaped,
            b'{' | b'[' if !self.in_string => self.depth += 1,
            b'}' | b']' if !self.in_string => self.depth = self.depth.saturating_sub(1),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Content, body and fault.
    fn split(text: &str) -> Option<(&str, &str, Option<Fault>)> {
        find(text).map(|found| (&text[found.content], &text[found.body..], found.fault))
    }

    #[test]
    fn i2_fences_of_three_notations_are_found() {
        for (text, content, body) in [
            ("---\ntitle: x\n---\nbody\n", "title: x\n", "body\n"),
            ("---\ntitle: x\n...\nbody", "title: x\n", "body"),
            ("\u{feff}\n \n--- \t\r\ntitle: x\r\n---  \r\nbody", "title: x\r\n", "body"),
            ("---\rtitle: x\r---\rbody", "title: x\r", "body"),
            ("---\n---\nbody", "", "body"),
            ("---\n# comment\ntitle: x\n---", "# comment\ntitle: x\n", ""),
            ("---\n  title: x\n---\nbody", "  title: x\n", "body"),
            ("+++\ntitle = 'x'\n+++\nbody", "title = 'x'\n", "body"),
            ("---toml\ntitle = 'x'\n---\nbody", "title = 'x'\n", "body"),
            ("{\n\"a\": \"}\\\"{\"\n}\n\nbody", "{\n\"a\": \"}\\\"{\"\n}", "\nbody"),
            ("{\"a\": {\"b\": [1]}} body", "{\"a\": {\"b\": [1]}}", " body"),
            ("---json\n{\"a\": 1}\n---\nbody", "{\"a\": 1}", "body"),
        ] {
            assert_eq!(split(text), Some((content, body, None)), "{text:?}");
        }
    }

    #[test]
    fn i5_text_that_only_resembles_front_matter_is_left_alone() {
        for text in [
            "",
            "\n \n",
            "# Title\n\nLocation: Berlin\n",
            "---\n\nWe are hiring.\n\n---\n\nMore.\n",
            "---\nWe are hiring.\n\nMore.\n",
            "---\n# Heading\n---\nbody",
            "---\nNote: hello\n\nWe are hiring.\n",
            "----\ntitle: x\n----\n",
            "    ---\ntitle: x\n---\n",
            "Location: Berlin\nSalary: 50k\n\nWe are hiring.\n",
            "Location: Berlin\nSalary: 50k\n\n---\n\nWe are hiring.\n",
            "- Location: Berlin\n- Salary: 50k\n---\n",
            "One: a\nTwo: b\n---\n",
            "{{< figure >}}\n",
            "{% raw %}\n",
            "{\"a quote\"} begins this\n",
        ] {
            assert_eq!(split(text), None, "{text:?}");
        }
    }

    #[test]
    fn i5_an_unclosed_fence_keeps_the_text() {
        for (text, content, body) in [
            (
                "---\ntitle: x\ntags:\n- a\n\n# Heading\n\nLocation: y\n",
                "title: x\ntags:\n- a\n",
                "\n# Heading\n\nLocation: y\n",
            ),
            ("---\ntitle: x\n# Heading\nprose", "title: x\n", "# Heading\nprose"),
            (
                "---\ntitle: x\n\nlocation: y\n\nRequirements:\n\n- a\n",
                "title: x\n\nlocation: y\n",
                "\nRequirements:\n\n- a\n",
            ),
            ("---\ntitle: x\nWe are hiring.\n", "title: x\n", "We are hiring.\n"),
            ("---\nsummary: |\n  a\n\n  b\nprose", "summary: |\n  a\n\n  b\n", "prose"),
            (
                "+++\ntitle = 'x'\ntags = [\n  'a'\n]\n[extra]\na = 1\n\n# Heading",
                "title = 'x'\ntags = [\n  'a'\n]\n[extra]\na = 1\n",
                "\n# Heading",
            ),
            ("{\n\"a\": {\n\"b\": 1\n}\n\nbody", "{\n\"a\": {\n\"b\": 1\n}", "\nbody"),
            ("{\n\"a\": {\n\nbody", "{\n\"a\": {\n", "body"),
        ] {
            assert_eq!(split(text), Some((content, body, Some(Fault::Unclosed))), "{text:?}");
        }
    }

    #[test]
    fn i5_an_unopened_fence_is_made_up_for() {
        let text = "title: x\n# comment\n\ntags:\n  - a\nfoo: 'y'\n---\nbody";
        let content = "title: x\n# comment\n\ntags:\n  - a\nfoo: 'y'\n";
        assert_eq!(split(text), Some((content, "body", Some(Fault::Unopened))));
    }

    #[test]
    fn i5_a_rule_further_down_is_not_taken_for_the_closing_fence() {
        let text = "---\ntitle: x\n\n# About\n\nWe are: kind\n\n---\nend\n";
        let found = find(text).expect("fences");
        let cut = end_at_prose(text, &found).expect("prose between them");
        assert_eq!((&text[cut.content], &text[cut.body..]), ("title: x\n", "\n# About\n\nWe are: kind\n\n---\nend\n"));
        let whole = "---\ntitle: x\nsome prose\n\nlocation: y\n---\n";
        assert_eq!(end_at_prose(whole, &find(whole).expect("fences")), None);
    }
}
