//! Code blocks into HTML, highlighted with classes that a theme colours.

use std::collections::HashMap;
use std::sync::{Arc, OnceLock, PoisonError, RwLock};

use syntect::html::{ClassStyle, ClassedHTMLGenerator};
use syntect::parsing::SyntaxSet;
use syntect::util::LinesWithEndings;

use super::escape;

/// Highlights code. It remembers what it has done by language and text, and loads its grammars when the first block of
/// code needs one; several threads may share it. What it returns depends on its arguments alone.
#[derive(Debug, Default)]
pub struct Highlighter {
    grammars: OnceLock<SyntaxSet>,
    done: RwLock<HashMap<String, HashMap<String, Arc<str>>>>,
}

/// What is longer is shown plain: a grammar may take seconds for it.
const MAX_BYTES: usize = 20 * 1024;
const MAX_LINE: usize = 2_000;

impl Highlighter {
    /// The code as HTML, plain where the language is unknown. `language` is in lower case.
    fn highlight(&self, language: &str, code: &str) -> Option<Arc<str>> {
        let plain = matches!(language, "" | "text" | "txt" | "plain" | "plaintext" | "none" | "mermaid");
        if plain || code.len() > MAX_BYTES || code.lines().any(|line| line.len() > MAX_LINE) {
            return None;
        }
        let done = self.done.read().unwrap_or_else(PoisonError::into_inner);
        if let Some(html) = done.get(language).and_then(|codes| codes.get(code)) {
            return Some(html.clone());
        }
        drop(done);
        let html: Arc<str> = self.spans(language, code)?.into();
        let mut done = self.done.write().unwrap_or_else(PoisonError::into_inner);
        done.entry(language.to_owned()).or_default().insert(code.to_owned(), html.clone());
        Some(html)
    }

    fn spans(&self, language: &str, code: &str) -> Option<String> {
        let grammars = self.grammars.get_or_init(two_face::syntax::extra_newlines);
        let grammar = grammars.find_syntax_by_token(alias(language))?;
        let style = ClassStyle::SpacedPrefixed { prefix: "hl-" };
        let mut generator = ClassedHTMLGenerator::new_with_class_style(grammar, grammars, style);
        for line in LinesWithEndings::from(code) {
            generator.parse_html_for_line_which_includes_newline(line).ok()?;
        }
        Some(generator.finalize())
    }
}

/// Names that people use for a language where the grammar knows it by another.
fn alias(language: &str) -> &str {
    match language {
        "shell" | "console" | "shell-session" | "zsh" => "sh",
        "jsonc" | "json5" => "json",
        "golang" => "go",
        "csharp" | "c#" => "cs",
        "node" | "mjs" | "cjs" => "js",
        "py3" | "python3" => "py",
        "hcl" => "tf",
        "docker" => "dockerfile",
        "postgres" | "postgresql" | "mysql" | "sqlite" => "sql",
        "tex" => "latex",
        "elisp" => "lisp",
        other => other,
    }
}

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
    match highlighter.highlight(&language, code) {
        Some(spans) => html.push_str(&spans),
        None => escape::text(html, code),
    }
    html.push_str("</code></pre>\n");
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
    fn known_languages_are_highlighted_with_classes() {
        for info in ["rust", "ts", "js", "bash", "shell", "yml", "py", "ex", "tf", "jsonc", "Go", "toml", "rust,no_run"]
        {
            let html = written(info, "let x = 1\n");
            assert!(html.contains("<span class=\"hl-source"), "{info}: {html}");
            assert!(!html.contains("style="), "{html}");
        }
    }

    #[test]
    fn unknown_languages_and_huge_blocks_stay_plain() {
        let long_line = "x".repeat(MAX_LINE + 1);
        let long_block = "x\n".repeat(MAX_BYTES);
        for (info, code) in [("", "a < b"), ("text", "a"), ("nosuch", "a"), ("rs", &long_line), ("rs", &long_block)] {
            assert!(!written(info, code).contains("<span"), "{info}");
        }
        assert_eq!(written("", "a < b"), "<pre tabindex=\"0\"><code>a &lt; b</code></pre>\n");
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

    #[test]
    fn the_same_block_is_highlighted_once() {
        let highlighter = Highlighter::default();
        let first = highlighter.highlight("rust", "fn a() {}\n").expect("a known language");
        let second = highlighter.highlight("rust", "fn a() {}\n").expect("a known language");
        assert!(Arc::ptr_eq(&first, &second));
    }
}
