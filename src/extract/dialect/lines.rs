//! Lines of a text: where they end, and which blocks of Markdown they can begin.

use super::ahead::run;

/// Where the line that holds `at` ends, without its line end.
pub(super) fn end(text: &str, at: usize) -> usize {
    memchr::memchr2(b'\n', b'\r', &text.as_bytes()[at..]).map_or(text.len(), |offset| at + offset)
}

/// Where the next line begins, given where a line [ends](end).
pub(super) fn after(text: &str, end: usize) -> usize {
    let bytes = text.as_bytes();
    match bytes.get(end) {
        Some(b'\r') if bytes.get(end + 1) == Some(&b'\n') => end + 2,
        Some(_) => end + 1,
        None => end,
    }
}

/// Where the first character at or after `at` stands that is neither space nor tab.
pub(super) fn skip_space(text: &str, at: usize) -> usize {
    at + text.as_bytes()[at..].iter().take_while(|byte| matches!(byte, b' ' | b'\t')).count()
}

/// Whether there is nothing but space from `at` to the end of the line.
pub(super) fn is_blank(text: &str, at: usize) -> bool {
    matches!(text.as_bytes().get(skip_space(text, at)), None | Some(b'\n' | b'\r'))
}

/// The end of the last line before a blank one, at or after `from`; the end of the text where there is none.
pub(super) fn blank_after(text: &str, from: usize) -> Option<usize> {
    let mut at = from;
    loop {
        let line_end = end(text, at);
        let next = after(text, line_end);
        if next == line_end || is_blank(text, next) {
            return Some(line_end);
        }
        at = next;
    }
}

/// The length of the mark that opens a fenced code block. Lines are asked again and again from where one stands in them,
/// so only what begins with such a mark is counted.
pub(super) fn opens_fence(rest: &str) -> Option<usize> {
    let mark = rest.bytes().next().filter(|mark| matches!(mark, b'`' | b'~'))?;
    let length = run(rest.as_bytes(), 0);
    (length >= 3 && (mark == b'~' || !rest[length..].contains('`'))).then_some(length)
}

pub(super) fn is_rule(rest: &str) -> bool {
    let mark = |first: &u8| {
        rest.bytes().all(|byte| byte == *first || byte == b' ' || byte == b'\t')
            && rest.bytes().filter(|byte| byte == first).count() >= 3
    };
    rest.as_bytes().first().filter(|first| b"*-_".contains(first)).is_some_and(mark)
}

/// Whether a line begins an HTML block: with a block's tag, or with any tag alone, which can't end a paragraph.
pub(super) fn begins_html(line: &str, continues: bool) -> bool {
    const BLOCKS: &[&str] = &[
        "address",
        "article",
        "aside",
        "base",
        "basefont",
        "blockquote",
        "body",
        "caption",
        "center",
        "col",
        "colgroup",
        "dd",
        "details",
        "dialog",
        "dir",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "frame",
        "frameset",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "head",
        "header",
        "hr",
        "html",
        "iframe",
        "legend",
        "li",
        "link",
        "main",
        "menu",
        "menuitem",
        "nav",
        "noframes",
        "ol",
        "optgroup",
        "option",
        "p",
        "param",
        "search",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "title",
        "tr",
        "track",
        "ul",
    ];
    let tag = &line[1..];
    let name = tag.strip_prefix('/').unwrap_or(tag);
    let length = name.bytes().take_while(|b| b.is_ascii_alphanumeric() || *b == b'-').count();
    let (name, behind) = name.split_at(length);
    let ended = behind.is_empty() || behind.starts_with([' ', '\t', '>']) || behind.starts_with("/>");
    if ended && BLOCKS.binary_search(&name.to_ascii_lowercase().as_str()).is_ok() {
        return true;
    }
    let alone = tag.trim_end().ends_with('>') && !tag.contains('<');
    !continues && alone && name.starts_with(|c: char| c.is_ascii_alphabetic()) && !behind.starts_with([':', '@', '.'])
}

pub(super) fn is_heading(rest: &str) -> bool {
    let behind = rest.trim_start_matches('#');
    (1..=6).contains(&(rest.len() - behind.len())) && (behind.is_empty() || behind.starts_with([' ', '\t']))
}

pub(super) fn is_underline(rest: &str) -> bool {
    let line = rest.trim_end();
    !line.is_empty() && (line.bytes().all(|byte| byte == b'=') || line.bytes().all(|byte| byte == b'-'))
}

/// The length of a list item's mark.
pub(super) fn list_marker(rest: &str) -> Option<usize> {
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    match rest.as_bytes().get(digits) {
        Some(b'-' | b'+' | b'*') if digits == 0 => Some(1),
        Some(b'.' | b')') if (1..=9).contains(&digits) => Some(digits + 1),
        _ => None,
    }
}

pub(super) fn note_marker(rest: &str) -> Option<usize> {
    rest.starts_with("[^").then(|| rest.find("]:")).flatten().map(|at| at + 2)
}
