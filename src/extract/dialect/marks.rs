//! Lists as word processors paste them, `• Weld`, `・溶接`, `1、焊接`, and headings without a space, `##About us`.
//!
//! In goes a line, out comes Markdown's mark for what it begins with. What stands between bullets on one line
//! (`• Ulm • Full-time`) is no item, and a single `#` begins a hashtag.

/// What word processors put before items, Wingdings among them, and `・` of Japanese lists.
const BULLETS: [char; 19] = [
    '•', '●', '▪', '◦', '‣', '▶', '►', '➢', '➤', '○', '■', '□', '∙', '⁃', '·', '・', '\u{f0b7}', '\u{f0a7}', '\u{f0d8}',
];

/// Whether a line of `text` may begin with one of these; in most texts none does.
pub(super) fn are_in(text: &str) -> bool {
    let starts = memchr::memchr2_iter(b'\n', b'\r', text.as_bytes()).map(|at| at + 1);
    std::iter::once(0).chain(starts).any(|start| {
        let line = text[start..].trim_start_matches([' ', '\t', '>']);
        let first = line.as_bytes().first().copied().unwrap_or_default();
        let may_be = !first.is_ascii() || first.is_ascii_digit() || line.starts_with("o\t") || line.starts_with("##");
        may_be && marker(&line[..super::lines::end(line, 0)]).is_some()
    })
}

/// The mark for what `line` begins with, of as many bytes as that and the space behind it.
pub(super) fn marker(line: &str) -> Option<String> {
    if line.starts_with('#') { heading(line) } else { item(line) }
}

/// One mark less leaves room for the space; levels are evened out all the same.
fn heading(line: &str) -> Option<String> {
    let level = line.bytes().take_while(|b| *b == b'#').count();
    let touches = line[level..].starts_with(|c: char| c.is_alphanumeric() || matches!(c, '*' | '_' | '('));
    ((2..=6).contains(&level) && touches).then(|| format!("{} ", "#".repeat(level - 1)))
}

/// The mark for a bullet or number.
fn item(line: &str) -> Option<String> {
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let sign = line[digits..].chars().next()?;
    let (mark, may_touch) = match sign {
        '、' | '．' | '）' if (1..=2).contains(&digits) => (format!("{}.", &line[..digits]), true),
        '·' | '∙' if digits == 0 => ("-".to_owned(), false),
        // What Wingdings' circle and square are in other fonts.
        'o' | '§' if digits == 0 && line[sign.len_utf8()..].starts_with('\t') => ("-".to_owned(), false),
        _ if digits == 0 && BULLETS.contains(&sign) => ("-".to_owned(), true),
        _ => return None,
    };
    let behind = &line[digits + sign.len_utf8()..];
    let text = behind.trim_start();
    let room = line.len() - text.len();
    let is_row = digits == 0 && !sign.is_ascii() && sign != '・' && text.contains(sign);
    let parted = may_touch || text.len() < behind.len();
    (!text.is_empty() && !is_row && parted).then(|| padded(&mark, room))
}

/// A mark of so many bytes. More than four spaces behind it would make code of the item.
fn padded(mark: &str, room: usize) -> String {
    const MOST_SPACES: usize = 4;
    const SPACE: &str = "&#32;";
    let spaces = room - mark.len();
    match spaces {
        0..=MOST_SPACES => format!("{mark}{}", " ".repeat(spaces)),
        5 => format!(" {mark}{}", " ".repeat(MOST_SPACES)),
        _ => format!("{mark} {SPACE}{}", " ".repeat(spaces - 1 - SPACE.len())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn i6_what_begins_a_line_becomes_a_mark_of_the_same_length() {
        for (line, expected) in [
            ("• Weld", Some("-   ")),
            ("•\tWeld", Some("-   ")),
            ("•Weld", Some("-  ")),
            ("・溶接", Some("-  ")),
            ("・サーバー・網", Some("-  ")),
            ("·\tWeld", Some("-  ")),
            ("•   Weld", Some(" -    ")),
            ("•\u{a0}\u{a0}Weld", Some("- &#32;")),
            ("•\u{a0}\u{a0} \tWeld", Some("- &#32;  ")),
            ("1、焊接、涂装", Some("1.  ")),
            ("o\tShips, boats", Some("- ")),
            ("12、 焊接", Some("12.   ")),
            ("o\tWeld", Some("- ")),
            ("·euse", None),
            ("o Weld", None),
            ("##About us", Some("# ")),
            ("###Über uns###", Some("## ")),
            ("## About us", None),
            ("#hiring", None),
            ("####", None),
            ("§ 1", None),
            ("• Ulm • Full-time", None),
            ("•", None),
            ("2024、焊接", None),
            ("Weld • paint", None),
            ("", None),
        ] {
            assert_eq!(marker(line).as_deref(), expected, "{line}");
            assert!(marker(line).is_none_or(|mark| line.is_char_boundary(mark.len())), "{line}");
        }
    }
}
