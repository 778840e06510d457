//! Text into HTML: what is special is escaped, what nobody can see is left out.
//!
//! Zero-width spaces, control characters and characters that reorder what is around them never reach a page: they break
//! words for search and can make text look like other text. Joiners (emoji, Persian), soft hyphens and no-break spaces
//! stay. The two private-use characters that mark unresolved addresses are left out as well, so that every one in the
//! result is ours.

/// Whether `text` can be written anywhere as it is: most can, and one look is then enough for page and outline.
pub(super) fn is_plain(text: &str) -> bool {
    !text.bytes().any(|byte| SUSPECT[usize::from(byte)])
}

/// Writes `text` between tags.
pub(super) fn text(out: &mut String, text: &str) {
    copy(out, text, |c| match c {
        '&' => Some("&amp;"),
        '<' => Some("&lt;"),
        '>' => Some("&gt;"),
        _ => None,
    });
}

/// Writes `text` as a part of an attribute's value in double quotes.
pub(super) fn attribute(out: &mut String, text: &str) {
    copy(out, text, |c| match c {
        '&' => Some("&amp;"),
        '<' => Some("&lt;"),
        '>' => Some("&gt;"),
        '"' => Some("&quot;"),
        _ => None,
    });
}

/// Writes text that stood between raw tags: its entities stay as they are.
pub(super) fn raw_text(out: &mut String, text: &str) {
    copy(out, text, |c| match c {
        '<' => Some("&lt;"),
        '>' => Some("&gt;"),
        _ => None,
    });
}

/// Writes `text` as it is, without what can't be seen.
pub(super) fn visible(out: &mut String, text: &str) {
    copy(out, text, |_| None);
}

/// Writes `url` as the value of `href` or `src`. Letters of all scripts stay readable; what the URL standard forbids is
/// percent-encoded, a stray `%` included.
pub(super) fn address(out: &mut String, url: &str) {
    for (at, c) in url.char_indices() {
        match c {
            '&' => out.push_str("&amp;"),
            '%' if !is_encoded(&url.as_bytes()[at..]) => out.push_str("%25"),
            c if c.is_ascii_alphanumeric() || "-_.~!*'();:@=+$,/?#%".contains(c) => out.push(c),
            ' '..='~' => push_encoded(out, c),
            c if c.is_ascii() || invisible(c).is_some() => {}
            c if c.is_whitespace() => c.encode_utf8(&mut [0; 4]).bytes().for_each(|b| push_encoded(out, b.into())),
            c => out.push(c),
        }
    }
}

fn is_encoded(bytes: &[u8]) -> bool {
    bytes.len() > 2 && bytes[1].is_ascii_hexdigit() && bytes[2].is_ascii_hexdigit()
}

fn push_encoded(out: &mut String, byte: char) {
    const DIGITS: &[u8; 16] = b"0123456789ABCDEF";
    let byte = byte as usize;
    out.push('%');
    out.push(DIGITS[byte >> 4 & 15].into());
    out.push(DIGITS[byte & 15].into());
}

fn copy(out: &mut String, text: &str, entity: impl Fn(char) -> Option<&'static str>) {
    let mut written = 0;
    let mut at = 0;
    while let Some(step) = text.as_bytes()[at..].iter().position(|&byte| SUSPECT[usize::from(byte)]) {
        at += step;
        let Some(c) = text[at..].chars().next() else { break };
        let next = at + c.len_utf8();
        if let Some(replacement) = entity(c).or_else(|| invisible(c)) {
            out.push_str(&text[written..at]);
            out.push_str(replacement);
            written = next;
        }
        at = next;
    }
    out.push_str(&text[written..]);
}

/// Bytes that a character with a special meaning starts with.
static SUSPECT: [bool; 256] = {
    let mut table = [false; 256];
    let mut byte = 0;
    while byte < 256 {
        let control = byte < 0x20 && byte != 0x09 && byte != 0x0a || byte == 0x7f;
        let special = byte == b'&' as usize || byte == b'<' as usize || byte == b'>' as usize || byte == b'"' as usize;
        let lead = byte == 0xc2 || byte == 0xe2 || byte == 0xee || byte == 0xef;
        table[byte] = control || special || lead;
        byte += 1;
    }
    table
};

/// What stands for a character that nobody can see: nothing, or a space for line separators. `None` for all others.
pub(super) fn invisible(c: char) -> Option<&'static str> {
    match c {
        '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Some(" "),
        '\t' | '\n' => None,
        // Control characters, zero-width spaces, what reorders text, and the marks of unresolved addresses.
        '\0'..='\u{1f}'
        | '\u{7f}'..='\u{9f}'
        | '\u{200b}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{e000}'
        | '\u{e001}'
        | '\u{feff}'
        | '\u{fff9}'..='\u{fffb}'
        | '\u{fffe}'
        | '\u{ffff}' => Some(""),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(write: fn(&mut String, &str), input: &str) -> String {
        let mut out = String::new();
        write(&mut out, input);
        out
    }

    #[test]
    fn text_and_attributes_are_escaped() {
        assert_eq!(written(text, "a<b> & \"c\""), "a&lt;b&gt; &amp; \"c\"");
        assert_eq!(written(attribute, "a<b> & \"c\""), "a&lt;b&gt; &amp; &quot;c&quot;");
        assert_eq!(written(raw_text, "a < b &amp; c"), "a &lt; b &amp; c");
    }

    #[test]
    fn i5_what_nobody_can_see_is_left_out_and_joiners_stay() {
        let cases = [
            ("a\u{200b}b\u{feff}c\u{2060}d", "abcd"),
            ("a\u{202e}b\u{2066}c\0d\u{7f}e\u{9b}f\rg", "abcdefg"),
            ("a\u{2028}b", "a b"),
            ("a\u{a0}b\tc\nd", "a\u{a0}b\tc\nd"),
            (
                "\u{1f469}\u{200d}\u{1f4bb} \u{645}\u{6cc}\u{200c}\u{62e} e\u{2019}s",
                "\u{1f469}\u{200d}\u{1f4bb} \u{645}\u{6cc}\u{200c}\u{62e} e\u{2019}s",
            ),
            ("\u{e000}7\u{e001}8", "78"),
        ];
        for (input, expected) in cases {
            assert_eq!(written(visible, input), expected, "{input:?}");
            assert_eq!(written(text, input), expected, "{input:?}");
        }
    }

    #[test]
    fn addresses_hold_only_what_a_url_may_hold() {
        let cases = [
            ("https://x.org/a?b=1&c=2#d", "https://x.org/a?b=1&amp;c=2#d"),
            ("https://x.org/a b\"<>\\|[", "https://x.org/a%20b%22%3C%3E%5C%7C%5B"),
            ("https://x.org/100%/%20", "https://x.org/100%25/%20"),
            ("https://x.org/\u{fc}ber\u{a0}\u{200b}\u{e000}", "https://x.org/\u{fc}ber%C2%A0"),
        ];
        for (input, expected) in cases {
            assert_eq!(written(address, input), expected);
        }
    }
}
