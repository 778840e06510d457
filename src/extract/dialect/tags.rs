//! The tags of template languages and of MDX: their brackets, names and arguments.
//!
//! In goes the text at a bracket, out comes a [`Tag`]; what a tag means is not known here.

use std::collections::BTreeMap;

use super::ahead::{Ahead, next, run};
use super::lines;
use crate::source::Span;

/// The brackets a tag is written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Syntax {
    /// `{% name … %}` of Liquid, `GitBook` and Zola.
    Block,
    /// `{{ … }}`, which prints a value.
    Output,
    /// `{{< name … >}}` and `{{% name … %}}` of Hugo.
    Shortcode,
    /// `<Name …>` of MDX.
    Component,
    /// `:::name`
    Admonition,
    /// `<aside>` of Notion
    Aside,
}

/// One tag.
#[derive(Debug, Clone)]
pub(super) struct Tag<'a> {
    pub syntax: Syntax,
    /// Where it stands.
    pub span: Span,
    /// Its name, without what makes it a closing tag.
    pub name: &'a str,
    /// Whether it ends what a tag of the same name began.
    pub closing: bool,
    /// Whether it says of itself that it wraps nothing.
    pub alone: bool,
    /// Whether it is written as a call, `name(…)`, as in Zola.
    pub call: bool,
    /// What stands behind the name.
    pub args: &'a str,
}

/// One argument.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Arg<'a> {
    pub key: Option<&'a str>,
    pub value: &'a str,
    /// Whether the value is text, rather than an expression.
    pub literal: bool,
}

/// Finds where tags end.
pub(super) struct Brackets {
    block: Ahead,
    output: Ahead,
    angle: Ahead,
    percent: Ahead,
    blank: Ahead,
}

impl Brackets {
    pub(super) fn new() -> Self {
        Self {
            block: next!(b"%}"),
            output: next!(b"}}"),
            angle: next!(b">}}"),
            percent: next!(b"%}}"),
            blank: Ahead::new(lines::blank_after),
        }
    }

    /// Where the paragraph that `at` stands in ends at the latest.
    pub(super) fn paragraph_end(&mut self, text: &str, at: usize) -> usize {
        self.blank.from(text, at).unwrap_or(text.len())
    }

    /// The tag that begins with `{%` or `{{` at `at`; `None` where nothing closes it before a blank line.
    pub(super) fn tag<'a>(&mut self, text: &'a str, at: usize) -> Option<Tag<'a>> {
        let limit = self.paragraph_end(text, at).min(at + LONGEST);
        let rest = &text[at..];
        if !rest.starts_with("{%") && !rest.starts_with("{{") {
            return None;
        }
        let inside = at + 2;
        let mut close = |ahead: fn(&mut Self) -> &mut Ahead, start: usize, length: usize| {
            let end = ahead(self).from(text, start).filter(|end| end + length <= limit)?;
            // Another bracket in between means that this one was never closed.
            let nested = memchr::memmem::find(&text.as_bytes()[inside..end], &rest.as_bytes()[..2]).is_some();
            (!nested).then_some((end, end + length))
        };
        if rest.starts_with("{%") {
            let (end, behind) = close(|b| &mut b.block, inside, 2)?;
            return Some(block(&text[inside..end], at..behind));
        }
        let shortcode = match rest.as_bytes().get(2) {
            Some(b'<') => close(|b| &mut b.angle, inside + 1, 3),
            Some(b'%') => close(|b| &mut b.percent, inside + 1, 3),
            _ => None,
        };
        if let Some((end, behind)) = shortcode {
            return Some(hugo(&text[inside + 1..end], at..behind));
        }
        let (end, mut behind) = close(|b| &mut b.output, inside, 2)?;
        if rest.starts_with("{{{") && text[behind..].starts_with('}') {
            behind += 1;
        }
        Some(output(&text[inside..end], at..behind))
    }
}

fn block(inside: &str, span: Span) -> Tag<'_> {
    let inside = inside.trim_matches(['-', '+']).trim();
    let (name, args) = split_name(inside);
    let end = name.strip_prefix("end").or_else(|| name.strip_prefix('/'));
    let call = args.starts_with('(');
    let args = if call { args.trim_start_matches('(').trim_end_matches(')') } else { args };
    let tag = Tag { syntax: Syntax::Block, span, name, closing: false, alone: false, call, args };
    match end {
        Some(name) => Tag { name: if name.is_empty() { args.trim() } else { name }, closing: true, ..tag },
        None => tag,
    }
}

fn hugo(inside: &str, span: Span) -> Tag<'_> {
    let inside = inside.trim();
    let (inside, alone) = inside.strip_suffix('/').map_or((inside, false), |inside| (inside, true));
    let (inside, closing) = inside.strip_prefix('/').map_or((inside, false), |inside| (inside.trim_start(), true));
    let (name, args) = split_name(inside);
    Tag { syntax: Syntax::Shortcode, span, name, closing, alone, call: false, args }
}

fn output(inside: &str, span: Span) -> Tag<'_> {
    let inside = inside.trim_start_matches('{').trim_matches(['-', '~']).trim();
    let tag = Tag { syntax: Syntax::Output, span, name: "", closing: false, alone: true, call: false, args: inside };
    let (name, args) = split_name(inside);
    match args.strip_prefix('(').and_then(|args| args.trim_end().strip_suffix(')')) {
        Some(args) => Tag { name: name.rsplit(':').next().unwrap_or(name), call: true, args, ..tag },
        None => tag,
    }
}

fn split_name(inside: &str) -> (&str, &str) {
    let end = inside.find(|c: char| c.is_whitespace() || c == '(').unwrap_or(inside.len());
    (&inside[..end], inside[end..].trim_start())
}

/// The component tag that begins with `<` at `at`. Gives up at the next `<` that is not in quotes or braces.
pub(super) fn component<'a>(text: &'a str, at: usize, budget: &mut usize) -> Option<Tag<'a>> {
    let bytes = text.as_bytes();
    let closing = bytes.get(at + 1) == Some(&b'/');
    let name_start = at + 1 + usize::from(closing);
    let name_length = bytes[name_start.min(bytes.len())..]
        .iter()
        .take_while(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'_' | b'-' | b':'))
        .count();
    let name = &text[name_start..name_start + name_length];
    let args_start = name_start + name_length;
    if !matches!(bytes.get(args_start)?, b' ' | b'\t' | b'\n' | b'\r' | b'/' | b'>') {
        return None;
    }
    let close = args_end(text, args_start, budget)?;
    let args = &text[args_start..close];
    let (args, alone) = args.trim_end().strip_suffix('/').map_or((args, false), |args| (args, true));
    let tag = Tag { syntax: Syntax::Component, span: at..close + 1, name, closing, alone, call: false, args };
    Some(tag)
}

/// How far a component tag or an expression may reach.
const LONGEST: usize = 16 * 1024;

fn args_end(text: &str, start: usize, budget: &mut usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut at = start;
    let limit = bytes.len().min(start + LONGEST.min(*budget));
    while at < limit {
        match bytes[at] {
            b'>' => return Some(at),
            b'<' => break,
            quote @ (b'"' | b'\'') => {
                let length = memchr::memchr(quote, &bytes[at + 1..limit]);
                at = length.map_or(limit, |length| at + length + 1);
            }
            b'{' => at = balanced(text, at, limit, budget)? - 1,
            _ => {}
        }
        at += 1;
    }
    *budget = budget.saturating_sub(at.min(limit) - start + 1);
    None
}

/// Where the braces that open at `start` are closed, just behind; strings inside may hold braces.
pub(super) fn balanced(text: &str, start: usize, limit: usize, budget: &mut usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let limit = limit.min(bytes.len()).min(start + LONGEST.min(*budget));
    let (mut at, mut depth) = (start, 0usize);
    while at < limit {
        match bytes[at] {
            b'{' | b'(' | b'[' => depth += 1,
            b'}' | b')' | b']' => {
                depth = depth.saturating_sub(1);
                if depth == 0 {
                    return Some(at + 1);
                }
            }
            b'\\' => at += 1,
            // A string ends on its line, so that an apostrophe in a comment spoils no more than that.
            quote @ (b'"' | b'\'' | b'`') => {
                let end = memchr::memchr3(quote, b'\n', b'\n', &bytes[(at + 1).min(limit)..limit]);
                if let Some(length) = end.filter(|length| bytes[at + 1 + length] == quote) {
                    at += length + 1;
                }
            }
            _ => {}
        }
        at += 1;
    }
    *budget = budget.saturating_sub(limit - start + 1);
    None
}

impl<'a> Tag<'a> {
    /// Its arguments in order.
    pub(super) fn args(&self) -> impl Iterator<Item = Arg<'a>> + use<'a> {
        let mut rest = self.args;
        std::iter::from_fn(move || {
            rest = rest.trim_start_matches(|c: char| c.is_whitespace() || c == ',');
            if rest.is_empty() {
                return None;
            }
            let (arg, behind) = next_arg(rest);
            rest = behind;
            Some(arg)
        })
    }

    /// The text of the first argument that has one of these names; earlier names win.
    pub(super) fn get(&self, keys: &[&str]) -> Option<&'a str> {
        keys.iter().find_map(|key| {
            self.args()
                .find(|arg| arg.literal && arg.key.is_some_and(|k| k.eq_ignore_ascii_case(key)))
                .map(|arg| arg.value)
        })
    }

    /// The `n`th argument without a name.
    pub(super) fn positional(&self, n: usize) -> Option<&'a str> {
        self.args().filter(|arg| arg.key.is_none() && arg.literal).nth(n).map(|arg| arg.value)
    }
}

fn next_arg(rest: &str) -> (Arg<'_>, &str) {
    let word = rest.bytes().take_while(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-' | b'@')).count();
    let behind = rest[word..].trim_start();
    let separator = behind.starts_with('=') && !behind.starts_with("==")
        || (behind.starts_with(':') && behind[1..].trim_start().starts_with(['"', '\'']));
    if word > 0 && separator {
        let (value, literal, behind) = value(behind[1..].trim_start());
        return (Arg { key: Some(&rest[..word]), value, literal }, behind);
    }
    let (value, literal, behind) = value(rest);
    (Arg { key: None, value, literal }, behind)
}

/// A value, whether it is text, and what follows it. Takes at least one character.
fn value(rest: &str) -> (&str, bool, &str) {
    let Some(first) = rest.chars().next() else { return ("", true, "") };
    let closer = match first {
        '"' | '\'' | '`' => Some(first),
        '\u{201C}' => Some('\u{201D}'),
        '{' => {
            let end = balanced(rest, 0, rest.len(), &mut rest.len().clone()).unwrap_or(rest.len());
            let inside = rest[1..end].trim_end_matches('}').trim();
            let text = ['"', '\'', '`']
                .iter()
                .find_map(|&quote| inside.strip_prefix(quote)?.strip_suffix(quote))
                .filter(|text| !text.contains("${"));
            return (text.unwrap_or(inside), text.is_some(), &rest[end..]);
        }
        _ => None,
    };
    let inside = &rest[first.len_utf8()..];
    if let Some((end, closer)) = closer.and_then(|closer| Some((inside.find(closer)?, closer))) {
        return (&inside[..end], true, &inside[end + closer.len_utf8()..]);
    }
    let end = inside.find(|c: char| c.is_whitespace() || c == ',').unwrap_or(inside.len()) + first.len_utf8();
    (&rest[..end], true, &rest[end..])
}

/// Where the last closing tag of each name begins, from `start` on.
pub(super) fn closers(text: &str, start: usize) -> BTreeMap<(Syntax, &str), usize> {
    let mut found = BTreeMap::new();
    let bytes = text.as_bytes();
    for at in memchr::memchr3_iter(b'{', b'<', b':', &bytes[start..]).map(|at| start + at) {
        let rest = &text[at..];
        let (syntax, behind) = if let Some(inside) = rest.strip_prefix("{%") {
            (Syntax::Block, inside.trim_start_matches(['-', '+', ' ', '\t', '\n']))
        } else if rest.starts_with("{{<") || rest.starts_with("{{%") {
            (Syntax::Shortcode, rest[3..].trim_start())
        } else if let Some(name) = rest.strip_prefix("</") {
            (if name.starts_with("aside>") { Syntax::Aside } else { Syntax::Component }, rest[1..].trim_start())
        } else if rest.starts_with(":::") && (at == 0 || bytes[at - 1] != b':') {
            let behind = at + run(bytes, at);
            if !lines::is_blank(text, behind) {
                continue;
            }
            found.insert((Syntax::Admonition, ":::"), at);
            continue;
        } else {
            continue;
        };
        let name = match (syntax, behind.strip_prefix('/')) {
            (Syntax::Block, _) => behind.strip_prefix("end"),
            (_, name) => name.map(str::trim_start),
        };
        if let Some(name) = name {
            let end =
                name.find(|c: char| c.is_whitespace() || "%>/".contains(c) && syntax != Syntax::Block || c == '%');
            found.insert((syntax, &name[..end.unwrap_or(name.len())]), at);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn describe(text: &str) -> String {
        let tag = match text.as_bytes() {
            [b'<', ..] => component(text, 0, &mut 1000),
            _ => Brackets::new().tag(text, 0),
        };
        let Some(tag) = tag else { return "none".into() };
        let args: Vec<_> = tag.args().map(|a| format!("{}={}", a.key.unwrap_or("_"), a.value)).collect();
        let mark = if tag.closing { "/" } else { "" };
        format!("{mark}{} {}{}", tag.name, args.join(" "), if tag.alone { " alone" } else { "" })
    }

    #[test]
    fn every_syntax_has_a_name_and_arguments() {
        let table = [
            ("{% hint style=\"info\" %}", "hint style=info"),
            ("{%- endhint -%}", "/hint "),
            ("{% end %}", "/ "),
            ("{% embed\n  url=\"https://a.example/b c\"\n%}", "embed url=https://a.example/b c"),
            ("{% mailto x@y.z %}", "mailto _=x@y.z"),
            ("{{< button href=\"https://a.example\" >}}", "button href=https://a.example"),
            ("{{% /quote %}}", "/quote "),
            ("{{< toc />}}", "toc  alone"),
            ("{{ youtube(id=\"a\", width=3) }}", "youtube id=a width=3 alone"),
            ("{{ page.title | upcase }}", " _=page.title _=| _=upcase alone"),
            ("<Button href=\"/a>b\" on={() => { go('}') }}>", "Button href=/a>b on=() => { go('}')"),
            ("<Card title={'Pay'} wide />", "Card title=Pay _=wide alone"),
            ("</Card>", "/Card "),
            ("{% include x.html", "none"),
            ("{{ a\n\n}}", "none"),
            ("<Vec<String>", "none"),
        ];
        for (text, expected) in table {
            assert_eq!(describe(text), expected, "{text}");
        }
    }
}
