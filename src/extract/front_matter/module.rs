//! Metadata that a module exports above the text, as MDX has it: `export const meta = { title: 'Welder' }`.
//!
//! In goes a file's text, out comes the object as front matter. Only imports and empty lines may stand before it, and only
//! names that are used for metadata count; what else a module exports is left to the text.

use super::fence::Fenced;
use super::lines::{is_blank, lines};
use super::{Format, Span};

/// What such an object is called.
const NAMES: [&str; 9] =
    ["meta", "metadata", "frontmatter", "frontMatter", "attributes", "post", "posting", "job", "jobMeta"];

/// Finds the object behind the imports that begin at `start`.
pub(super) fn find(text: &str, start: usize) -> Option<Fenced> {
    let mut in_import = false;
    for line in lines(text, start..text.len()) {
        let shown = &text[line.span.clone()];
        if in_import || shown.starts_with("import ") {
            // An import ends with the quoted name of what it imports.
            in_import = !shown.contains(['\'', '"']);
        } else if !is_blank(shown) {
            return object(text, line.span);
        }
    }
    None
}

/// The object that a line assigns: `export const meta = {`.
fn object(text: &str, line: Span) -> Option<Fenced> {
    let (declared, value) = text[line.clone()].strip_prefix("export const ")?.split_once('=')?;
    let name = declared.split(':').next().unwrap_or(declared).trim();
    let open = value.trim_start().starts_with('{') && NAMES.contains(&name);
    let start = line.start + text[line.clone()].find('{').filter(|_| open)?;
    let end = closing_brace(text, start)?;
    let rest = lines(text, end..text.len()).next();
    let is_over = |rest: &str| is_blank(rest.trim_start_matches(';'));
    let body = rest.filter(|rest| is_over(&text[rest.span.clone()])).map_or(end, |rest| rest.next);
    Some(Fenced { format: Format::Json, content: start..end, body, fault: None })
}

/// Where the brace at `start` is closed; braces in quotes are text.
fn closing_brace(text: &str, start: usize) -> Option<usize> {
    let (mut depth, mut quote, mut is_escaped) = (0_usize, None, false);
    for (at, byte) in text.as_bytes()[start..].iter().copied().enumerate() {
        match (quote, byte) {
            _ if is_escaped => is_escaped = false,
            (Some(_), b'\\') => is_escaped = true,
            (Some(mark), _) => quote = quote.filter(|_| mark != byte),
            (None, b'\'' | b'"' | b'`') => quote = Some(byte),
            (None, b'{') => depth += 1,
            (None, b'}') if depth == 1 => return Some(start + at + 1),
            (None, b'}') => depth -= 1,
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::super::fence::find;

    #[test]
    fn i5_an_object_that_a_module_exports_is_front_matter() {
        for (text, content, body) in [
            ("export const meta = { title: 'x' }\n\nbody", "{ title: 'x' }", "\nbody"),
            ("export const metadata: Meta = {\n  a: '}',\n  b: [1],\n};\nbody", "{\n  a: '}',\n  b: [1],\n}", "body"),
            ("import A from './a'\nimport {\n  B\n} from \"b\"\n\nexport const meta = {\n}\nbody", "{\n}", "body"),
        ] {
            let found = find(text).expect("an object");
            assert_eq!((&text[found.content], &text[found.body..]), (content, body), "{text:?}");
        }
        for text in [
            "export const Button = { a: 1 }\n",
            "export const meta = load()\n",
            "export const meta = {\n",
            "import duties are paid\n\nWe weld.\n",
            "We weld.\n\nexport const meta = {}\n",
        ] {
            assert_eq!(find(text), None, "{text:?}");
        }
    }
}
