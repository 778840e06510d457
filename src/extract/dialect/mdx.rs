//! MDX: component tags, lines that import and export, expressions in braces.

use super::hugo::elsewhere;
use super::lines;
use super::meaning::{Meaning, show};
use super::tags::{Tag, balanced};

/// Whether the file is MDX, in which all tags, braces and modules are code.
pub(super) fn is_mdx(path: &str) -> bool {
    path.rsplit_once('.').is_some_and(|(_, ending)| ending.eq_ignore_ascii_case("mdx"))
}

/// What a component means; `None` for one nobody knows.
pub(super) fn component(tag: &Tag<'_>) -> Option<Meaning> {
    match tag.name {
        "Fragment" | "React.Fragment" => Some(Meaning::Nothing),
        "YouTube" | "Youtube" | "Vimeo" | "Tweet" | "Gist" => {
            let id = tag.get(&["id", "youTubeId", "videoId", "tweetId"]);
            let args = Tag { args: id.unwrap_or(tag.args), ..tag.clone() };
            Some(show(&elsewhere(&args)?, None))
        }
        _ => None,
    }
}

/// Whether `<name` may be a component in this file. In MDX all names with a capital or a dot are; in Markdown only such
/// as are closed somewhere, close themselves or have attributes, so that `<String>` and `<YOUR-NAME>` stay text.
pub(super) fn is_component(tag: &Tag<'_>, mdx: bool, paired: bool, opened: bool) -> bool {
    let capital = tag.name.starts_with(|c: char| c.is_ascii_uppercase());
    if mdx {
        return (capital && !is_old_html(tag.name)) || (tag.name.contains('.') && !tag.name.contains(':'));
    }
    if !capital || is_old_html(tag.name) || (is_html(tag.name) && tag.get(&["href", "to", "url"]).is_none() && !opened)
    {
        return false;
    }
    if tag.closing { opened } else { paired || tag.alone || tag.args().any(|arg| arg.key.is_some()) }
}

/// HTML in capitals, as it was written long ago.
fn is_old_html(name: &str) -> bool {
    !name.bytes().any(|b| b.is_ascii_lowercase()) && is_html(name)
}

fn is_html(name: &str) -> bool {
    const NAMES: &[&str] = &[
        "a",
        "abbr",
        "address",
        "article",
        "aside",
        "audio",
        "b",
        "big",
        "blockquote",
        "body",
        "br",
        "button",
        "caption",
        "center",
        "cite",
        "code",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
        "em",
        "embed",
        "figure",
        "font",
        "footer",
        "form",
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
        "i",
        "iframe",
        "img",
        "input",
        "label",
        "li",
        "link",
        "main",
        "mark",
        "meta",
        "nav",
        "object",
        "ol",
        "option",
        "p",
        "picture",
        "pre",
        "q",
        "s",
        "script",
        "section",
        "select",
        "small",
        "span",
        "strike",
        "strong",
        "style",
        "sub",
        "summary",
        "sup",
        "table",
        "tbody",
        "td",
        "textarea",
        "tfoot",
        "th",
        "thead",
        "title",
        "tr",
        "tt",
        "u",
        "ul",
        "video",
    ];
    NAMES.binary_search(&name.to_ascii_lowercase().as_str()).is_ok()
}

/// Where the `import` or `export` that begins at `start` ends, line end not included; `None` where it is prose.
pub(super) fn module_code(text: &str, start: usize, paragraph_end: usize, budget: &mut usize) -> Option<usize> {
    let statement = &text[start..paragraph_end];
    if statement.starts_with("import") {
        return import_end(statement).map(|end| start + end);
    }
    let rest = statement.strip_prefix("export ")?.trim_start();
    let word = rest.split(|c: char| !c.is_ascii_alphabetic()).next().unwrap_or_default();
    let declares = matches!(word, "const" | "let" | "var" | "function" | "async" | "class" | "type" | "interface");
    let named = rest.starts_with('{') || (word == "default" && rest.contains(['{', '(', '<', ';']));
    if !(named || declares && rest.contains(['=', '{'])) {
        return None;
    }
    // Up to the end of the line on which all brackets are closed.
    let mut at = start;
    loop {
        let line_end = lines::end(text, at);
        let open = text[at..line_end].find(['{', '(', '[']).map(|offset| at + offset);
        match open.and_then(|open| balanced(text, open, text.len(), budget)) {
            Some(behind) if behind <= line_end && !text[behind..line_end].contains(['{', '(', '[']) => {
                return Some(line_end);
            }
            Some(behind) => at = behind,
            None if open.is_some() => return Some(paragraph_end),
            None => return Some(line_end),
        }
    }
}

/// `import x from "y"`, `import {\n a\n} from "y";`, `import "y"`.
fn import_end(statement: &str) -> Option<usize> {
    let rest = statement.strip_prefix("import")?;
    if !rest.starts_with([' ', '{', '\n', '*']) {
        return None;
    }
    let quote = rest.find(['"', '\''])?;
    let named = rest[..quote].trim_end();
    let from = named.strip_suffix("from").is_some_and(|names| names.ends_with([' ', '}', '\n']));
    if !(named.is_empty() || from && named.len() < 2000) {
        return None;
    }
    let mark = rest.as_bytes()[quote] as char;
    let behind =
        quote + 1 + rest[quote + 1..].find([mark, '\n']).filter(|&end| rest[quote + 1 + end..].starts_with(mark))? + 1;
    let tail = rest[behind..].lines().next().unwrap_or_default();
    let code = matches!(tail.trim(), "" | ";") || tail.trim_start().starts_with("//") || tail.starts_with(';');
    code.then_some("import".len() + behind + tail.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn i6_modules_are_told_from_prose() {
        let end = |text: &str| module_code(text, 0, lines::blank_after(text, 0).unwrap_or(text.len()), &mut 9999);
        for code in [
            "import A from './a'",
            "import {\n  A,\n  B,\n} from \"b\";",
            "import './style.css'",
            "import * as A from 'a' // why",
            "export const a = 1",
            "export const meta = {\n  a: '}',\n\n  b: [1],\n}",
            "export default ({ children }) => <Layout>{children}</Layout>",
            "export { a } from 'b'",
        ] {
            assert_eq!(end(code), Some(code.len()), "{code}");
            assert_eq!(end(&format!("{code}\ntext")), Some(code.len()), "{code}");
        }
        for prose in ["import goods from 'Asia' and sell them", "export goods", "import and export", "exports"] {
            assert_eq!(end(prose), None, "{prose}");
        }
    }

    #[test]
    fn html_names_are_sorted() {
        assert!(is_html("A") && is_html("video") && is_html("h3") && !is_html("Callout"));
    }
}
