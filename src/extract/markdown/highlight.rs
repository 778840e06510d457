//! Code into HTML whose classes say what each word is: `hl-keyword`, `hl-string` and a few more.
//!
//! A grammar is expensive to wake (its regular expressions take tens of milliseconds) and a line expensive to parse, so
//! grammars are loaded when the first block needs one, and a line is parsed once for each state that the grammar can be in
//! before it: most lines of code that postings share differ in a name or a number only. What comes out depends on the
//! language and the text alone.

use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError, RwLock, TryLockError};

use rayon::Yield;
use syntect::parsing::{ParseState, Scope, ScopeStack, SyntaxReference, SyntaxSet};
use syntect::util::LinesWithEndings;

use super::escape;

/// What is longer is shown plain: a grammar may take seconds for it.
const MAX_BYTES: usize = 20 * 1024;
const MAX_LINE: usize = 2_000;
/// How many lines of a language are remembered.
const MAX_REMEMBERED: usize = 20_000;

/// Highlights code, and remembers what it has parsed. Several threads may share it.
#[derive(Debug, Default)]
pub struct Highlighter {
    /// Sublime Text's own grammars: the usual languages, quick to wake.
    usual: OnceLock<SyntaxSet>,
    /// bat's collection: everything else.
    others: OnceLock<SyntaxSet>,
    classes: OnceLock<Vec<(Scope, &'static str)>>,
    languages: RwLock<HashMap<String, Arc<Language>>>,
}

/// A language that a block was met in.
#[derive(Debug, Default)]
struct Language {
    memory: RwLock<Memory>,
    /// Held while the first block is parsed, which wakes the grammar.
    waking: Mutex<()>,
    is_awake: AtomicBool,
}

/// The lines of a language that have been parsed.
#[derive(Debug, Default)]
struct Memory {
    /// Every state that a line was met in, and the lines that were met in it.
    states: Vec<(State, HashMap<Box<str>, Line>)>,
    lines: usize,
}

/// Where a grammar stands between two lines.
#[derive(Debug, Clone, PartialEq)]
struct State {
    parser: ParseState,
    scopes: ScopeStack,
}

/// A parsed line: its HTML, and the index of the state behind it.
#[derive(Debug, Clone)]
struct Line {
    html: Arc<str>,
    next: usize,
}

impl Highlighter {
    /// Writes the code as HTML. Says `false`, and writes nothing, where the language is unknown or the code too long.
    pub(super) fn write(&self, html: &mut String, language: &str, code: &str) -> bool {
        let plain = matches!(language, "" | "text" | "txt" | "plain" | "plaintext" | "none" | "mermaid");
        if plain || code.len() > MAX_BYTES || code.lines().any(|line| line.len() > MAX_LINE) {
            return false;
        }
        let Some((grammar, grammars)) = self.grammar(alias(language)) else { return false };
        let language = self.language(&grammar.name);
        let _waking = language.wait_until_awake();
        let before = html.len();
        let mut state = 0;
        for line in LinesWithEndings::from(code) {
            let Some(parsed) = self.line(&language.memory, state, line, grammar, grammars) else {
                html.truncate(before);
                return false;
            };
            html.push_str(&parsed.html);
            state = parsed.next;
        }
        language.is_awake.store(true, Ordering::Release);
        true
    }

    fn grammar(&self, language: &str) -> Option<(&SyntaxReference, &SyntaxSet)> {
        let usual = self.usual.get_or_init(SyntaxSet::load_defaults_newlines);
        if let Some(grammar) = usual.find_syntax_by_token(language) {
            return Some((grammar, usual));
        }
        let others = self.others.get_or_init(two_face::syntax::extra_newlines);
        others.find_syntax_by_token(language).map(|grammar| (grammar, others))
    }

    fn language(&self, grammar: &str) -> Arc<Language> {
        let languages = self.languages.read().unwrap_or_else(PoisonError::into_inner);
        if let Some(language) = languages.get(grammar) {
            return language.clone();
        }
        drop(languages);
        let mut languages = self.languages.write().unwrap_or_else(PoisonError::into_inner);
        languages.entry(grammar.to_owned()).or_default().clone()
    }

    /// A line as it is parsed in the state of that index; state 0 is the start of a block.
    fn line(
        &self,
        memory: &RwLock<Memory>,
        state: usize,
        line: &str,
        grammar: &SyntaxReference,
        grammars: &SyntaxSet,
    ) -> Option<Line> {
        let known = memory.read().unwrap_or_else(PoisonError::into_inner);
        let known_state = known.states.get(state);
        if let Some(parsed) = known_state.and_then(|(_, lines)| lines.get(line)) {
            return Some(parsed.clone());
        }
        let start = || State { parser: ParseState::new(grammar), scopes: ScopeStack::new() };
        let mut after = known_state.map_or_else(start, |(state, _)| state.clone());
        drop(known);
        // Parsed without a lock: two threads may both parse a line, and come to the same result.
        let before = after.clone();
        let html = self.parse(&mut after, line, grammars)?;
        Some(memory.write().unwrap_or_else(PoisonError::into_inner).learn(before, line, &html, after))
    }

    fn parse(&self, state: &mut State, line: &str, grammars: &SyntaxSet) -> Option<String> {
        let operations = state.parser.parse_line(line, grammars).ok()?;
        let mut spans = Spans::default();
        let mut at = 0;
        for (next, operation) in operations {
            spans.push(&line[at..next], self.class(&state.scopes));
            at = next;
            state.scopes.apply(&operation).ok()?;
        }
        spans.push(&line[at..], self.class(&state.scopes));
        Some(spans.finish())
    }

    /// The class of the innermost scope that has one.
    fn class(&self, scopes: &ScopeStack) -> &'static str {
        let classes = self.classes.get_or_init(|| {
            let scope = |(name, class): &(&str, &'static str)| Some((Scope::new(name).ok()?, *class));
            CLASSES.iter().filter_map(scope).collect()
        });
        let of = |scope: &Scope| classes.iter().find(|(prefix, _)| prefix.is_prefix_of(*scope));
        scopes.scopes.iter().rev().find_map(of).map_or("", |(_, class)| class)
    }
}

impl Language {
    /// Lets one thread parse the first block, which it may do while it holds what this returns. The others do something
    /// else meanwhile: all they could do here is wait for the same regular expressions.
    fn wait_until_awake(&self) -> Option<MutexGuard<'_, ()>> {
        while !self.is_awake.load(Ordering::Acquire) {
            match self.waking.try_lock() {
                Ok(guard) => return Some(guard),
                Err(TryLockError::Poisoned(poisoned)) => return Some(poisoned.into_inner()),
                Err(TryLockError::WouldBlock) if rayon::yield_now() == Some(Yield::Executed) => {}
                Err(TryLockError::WouldBlock) => std::thread::yield_now(),
            }
        }
        None
    }
}

impl Memory {
    fn learn(&mut self, before: State, line: &str, html: &str, after: State) -> Line {
        let from = self.index_of(before);
        let parsed = Line { html: html.into(), next: self.index_of(after) };
        if self.lines < MAX_REMEMBERED {
            self.lines += 1;
            self.states[from].1.insert(line.into(), parsed.clone());
        }
        parsed
    }

    fn index_of(&mut self, state: State) -> usize {
        let known = self.states.iter().position(|(known, _)| *known == state);
        known.unwrap_or_else(|| {
            self.states.push((state, HashMap::new()));
            self.states.len() - 1
        })
    }
}

/// Classes by the scopes of Sublime Text's naming guide, the more particular first. An empty class ends the search:
/// an expression inside a string is no string.
const CLASSES: [(&str, &str); 19] = [
    ("comment", "hl-comment"),
    ("meta.interpolation", ""),
    ("meta.template.expression", ""),
    ("string", "hl-string"),
    ("constant.character", "hl-string"),
    ("constant", "hl-constant"),
    ("keyword.operator", ""),
    ("keyword", "hl-keyword"),
    ("storage", "hl-keyword"),
    ("entity.name.function", "hl-function"),
    ("entity.name.tag", "hl-keyword"),
    ("entity.other.attribute-name", "hl-type"),
    ("entity.name", "hl-type"),
    ("support.function", "hl-function"),
    ("variable.function", "hl-function"),
    ("support", "hl-type"),
    ("markup.inserted", "hl-inserted"),
    ("markup.deleted", "hl-deleted"),
    ("markup.heading", "hl-keyword"),
];

/// Pieces of text with their classes; neighbours of one class share a span.
#[derive(Default)]
struct Spans {
    html: String,
    class: &'static str,
}

impl Spans {
    fn push(&mut self, text: &str, class: &'static str) {
        if text.is_empty() {
            return;
        }
        if class != self.class {
            self.close();
            if !class.is_empty() {
                self.html.push_str("<span class=\"");
                self.html.push_str(class);
                self.html.push_str("\">");
            }
            self.class = class;
        }
        escape::text(&mut self.html, text);
    }

    fn close(&mut self) {
        if !self.class.is_empty() {
            self.html.push_str("</span>");
        }
    }

    fn finish(mut self) -> String {
        self.close();
        self.html
    }
}

/// Names that people use for a language where the grammar knows it by another.
fn alias(language: &str) -> &str {
    match language {
        "shell" | "console" | "shell-session" | "zsh" => "sh",
        "jsonc" | "json5" => "json",
        "golang" => "go",
        "csharp" | "c#" => "cs",
        // TypeScript's own grammar takes a third of a second to wake; JavaScript's knows all but the types.
        "node" | "mjs" | "cjs" | "jsx" | "ts" | "tsx" | "typescript" => "js",
        "py3" | "python3" => "py",
        "hcl" => "tf",
        "docker" => "dockerfile",
        "postgres" | "postgresql" | "mysql" | "sqlite" => "sql",
        "tex" => "latex",
        "elisp" => "lisp",
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn highlighted(highlighter: &Highlighter, language: &str, code: &str) -> Option<String> {
        let mut html = String::new();
        highlighter.write(&mut html, language, code).then_some(html)
    }

    #[test]
    fn words_get_classes_by_what_they_are() {
        let highlighter = Highlighter::default();
        for (language, code, expected) in [
            ("rust", "// a < b\n", "<span class=\"hl-comment\">// a &lt; b\n</span>"),
            (
                "json",
                "{\"a\": 1}\n",
                "{<span class=\"hl-string\">\"a\"</span>: <span class=\"hl-constant\">1</span>}\n",
            ),
            (
                "ts",
                "return `x${y}`;\n",
                "<span class=\"hl-keyword\">return</span> <span class=\"hl-string\">`x</span>${y}<span class=\"hl-string\">`</span>;\n",
            ),
        ] {
            assert_eq!(highlighted(&highlighter, language, code).as_deref(), Some(expected), "{language}");
        }
    }

    #[test]
    fn the_usual_languages_and_rarer_ones_are_known() {
        let highlighter = Highlighter::default();
        for language in ["rust", "ts", "js", "bash", "shell", "yml", "py", "ex", "tf", "jsonc", "go", "toml", "sql"] {
            assert!(highlighted(&highlighter, language, "x = 1\n").is_some(), "{language}");
        }
    }

    #[test]
    fn what_is_remembered_never_changes_the_result() {
        let blocks =
            ["/* a\nb */ let x;\n", "let x;\n", "b */ let x;\n", "/* a\nlet x;\n", "`${\n`a`\n}`\nlet x;\n", ""];
        let shared = Highlighter::default();
        for _ in 0..2 {
            for block in blocks {
                assert_eq!(
                    highlighted(&shared, "js", block),
                    highlighted(&Highlighter::default(), "js", block),
                    "{block}"
                );
            }
        }
    }

    #[test]
    fn the_first_line_is_parsed_alike_whichever_block_came_first() {
        let highlighter = Highlighter::default();
        let second = highlighted(&highlighter, "sql", "select 1\n");
        assert_eq!(second, highlighted(&highlighter, "sql", "select 1\n"));
    }

    #[test]
    fn unknown_languages_and_huge_blocks_stay_plain() {
        let (long_line, long_block) = ("x".repeat(MAX_LINE + 1), "x\n".repeat(MAX_BYTES));
        let highlighter = Highlighter::default();
        for (language, code) in [("", "a"), ("text", "a"), ("nosuch", "a"), ("rs", &*long_line), ("rs", &*long_block)] {
            assert_eq!(highlighted(&highlighter, language, code), None, "{language}");
        }
    }
}
