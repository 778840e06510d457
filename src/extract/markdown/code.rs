//! Code blocks into HTML.

use super::escape;
use super::highlight::Highlighter;

/// Writes a block of code. `info` is what follows the fence.
pub(super) fn write(html: &mut String, highlighter: &Highlighter, info: &str, code: &str) {
    let language = language(info);
    html.push_str("<pre tabindex=\"0\"><code");
    if !language.is_empty() {
        html.push_str(" class=\"language-");
        escape::attribute(html, &language);
        html.push('"');
    }
    html.push('>');
    if !highlighter.write(html, &language, code) {
        escape::text(html, code);
    }
    html.push_str("</code></pre>\n");
}

/// Whether what is code by its indentation alone is but text that somebody moved in: several words, and nothing that only
/// code, commands and tables have.
pub(super) fn is_prose(text: &str) -> bool {
    const SIGNS: [char; 11] = ['{', '}', '<', '>', '=', '\\', '`', '|', '_', '\t', '~'];
    let reads = |line: &str| {
        let is_command = line.starts_with(['$', '#', '/', '%', '.']) || line.contains(" --");
        line.contains(char::is_alphanumeric) && !is_command
    };
    let mut lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    text.split_whitespace().nth(1).is_some() && !text.trim().contains(SIGNS) && lines.all(reads)
}

/// The language that an info string names: its first word, as ```` ```rust,no_run ```` or ```` ```{.python} ```` have it.
fn language(info: &str) -> String {
    let info = info.trim_start_matches(|c: char| !c.is_ascii_alphanumeric());
    let end = info.find(|c: char| !c.is_ascii_alphanumeric() && !"+-#_.".contains(c)).unwrap_or(info.len());
    info[..end].to_ascii_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(info: &str, code: &str) -> String {
        let mut html = String::new();
        write(&mut html, &Highlighter::default(), info, code);
        html
    }

    #[test]
    fn a_block_names_its_language_and_code_is_always_escaped() {
        assert_eq!(written("", "a < b"), "<pre tabindex=\"0\"><code>a &lt; b</code></pre>\n");
        let rust = written("rust,no_run", "fn a() {}\n");
        assert!(rust.contains("<code class=\"language-rust\"><span class=\"hl-keyword\">fn</span>"), "{rust}");
    }

    #[test]
    fn text_that_is_but_indented_is_told_from_code() {
        for text in
            ["R$ 2.500,00 à R$ 3.500,00 (a combinar);", "Full-time, in Ulm\n\nWe weld ships.\n", "US$ 50,000 a year"]
        {
            assert!(is_prose(text), "{text}");
        }
        for code in
            ["let a = 1;", "$ cargo run", "# weld", "<p>a b</p>", "a | b", "weld", "fn a() {\n}", "./weld --now ship"]
        {
            assert!(!is_prose(code), "{code}");
        }
    }

    #[test]
    fn an_info_string_never_leaves_its_attribute() {
        for info in ["\" onclick=\"x", "a\"><script>", "{.python #id}", "c++ title=\"x\"", "rust{1,2}"] {
            let html = written(info, "x");
            let (_, code) = html.split_once("<code class=\"language-").expect("a class");
            let (class, _) = code.split_once("\">").expect("the end of the tag");
            assert!(class.chars().all(|c| c.is_ascii_alphanumeric() || c == '+'), "{info}: {html}");
        }
    }
}
