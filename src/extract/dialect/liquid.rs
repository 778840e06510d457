//! Liquid, as Jekyll and its kin write it: `{% if %}`, `{% include %}`, `{{ page.title }}`, and kramdown's `{: .class}`.

use super::Construct;
use super::hugo::elsewhere;
use super::meaning::{Meaning, addresses, clean, link, safe, show};
use super::tags::Tag;

/// Tags that steer a template and print nothing themselves.
const CONTROL: &[&str] = &[
    "if",
    "elsif",
    "elseif",
    "else",
    "unless",
    "case",
    "when",
    "for",
    "tablerow",
    "cycle",
    "break",
    "continue",
    "assign",
    "capture",
    "increment",
    "decrement",
    "set",
    "block",
    "extends",
    "macro",
    "import",
    "from",
    "with",
    "filter",
    "layout",
    "paginate",
    "render_with_liquid",
    "autoescape",
];

/// What a `{% … %}` of Liquid means; `None` for one nobody knows.
pub(super) fn block(tag: &Tag<'_>) -> Option<Meaning> {
    Some(match tag.name {
        "raw" | "verbatim" => Meaning::Literal,
        "comment" => Meaning::Comment,
        "highlight" => Meaning::Code(language(tag.positional(0).unwrap_or_default())),
        "link" => Meaning::Address(clean(tag.args)?.to_owned()),
        "post_url" => Meaning::Address(format!("{}.md", clean(tag.args)?)),
        "mailto" | "email" => match addresses(tag.args) {
            found if found.is_empty() => return None,
            found => Meaning::Write(found),
        },
        "youtube" | "vimeo" | "gist" => show(&elsewhere(tag)?, None),
        "include" | "include_relative" | "include_cached" | "render" => return include(tag),
        name if CONTROL.contains(&name) => Meaning::Dropped,
        _ => return None,
    })
}

/// An include that is plainly a link; what else it holds is kept as for any tag.
fn include(tag: &Tag<'_>) -> Option<Meaning> {
    let url = tag.get(&["url", "href", "link"]).and_then(safe)?;
    let text = tag.get(&["text", "label", "title"]).and_then(clean)?;
    link(text, url).map(Meaning::Write)
}

/// What `{{ … }}` prints: only a literal is known.
pub(super) fn output(tag: &Tag<'_>) -> Meaning {
    let quoted = tag.args.starts_with(['"', '\'']);
    match tag.positional(0).filter(|_| quoted).and_then(clean) {
        Some(text) => Meaning::Print(text.to_owned()),
        None => match addresses(tag.args) {
            found if found.is_empty() => Meaning::Dropped,
            found => Meaning::Salvage(found),
        },
    }
}

/// A name that can stand behind a fence.
pub(super) fn language(name: &str) -> String {
    name.chars().filter(|c| c.is_ascii_alphanumeric() || "+-#_".contains(*c)).collect()
}

/// Bytes of an attribute list, at most.
const LONGEST: usize = 300;

/// The length of kramdown's `{: .class #id key="value" }`, `{:toc}` or `{::comment}` that `rest` begins with.
pub(super) fn attribute_list(rest: &str) -> Option<usize> {
    let inside = rest.strip_prefix("{:")?;
    let end = inside
        .bytes()
        .take(LONGEST)
        .position(|b| b"}\n\r".contains(&b))
        .filter(|&end| inside[end..].starts_with('}'))?;
    let inside = &inside[..end];
    let list = inside.trim_start();
    let begins = list.starts_with(['.', '#', ':', '/']) || matches!(list.trim_end(), "toc" | "no_toc" | "");
    let key = list.bytes().take_while(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_')).count();
    let pair = key > 0
        && list[key..].starts_with(['=', ':'])
        && !list.starts_with("ok")
        && list[key + 1..].starts_with(['"', '\'', ' ', '.', '#']);
    (begins || pair).then_some(end + 3)
}

/// A reference to a page or file of one's own.
pub(super) fn reference(url: &str) -> Option<Construct> {
    safe(url).map(|url| Construct::Reference { url: url.to_owned(), text: None })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn i6_attribute_lists_are_told_from_prose_in_braces() {
        for list in ["{: .lead}", "{:.lead #id}", "{: target=\"_blank\" }", "{:toc}", "{::nomarkdown}", "{:/}"] {
            assert_eq!(attribute_list(list), Some(list.len()), "{list}");
        }
        for prose in ["{:ok, value}", "{: so }", "{:.lead", "{:error, reason}"] {
            assert_eq!(attribute_list(prose), None, "{prose}");
        }
    }
}
