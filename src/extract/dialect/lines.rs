//! Lines of a text: where they end, and what kinds of lines end a paragraph.

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
