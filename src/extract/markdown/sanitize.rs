//! What raw HTML a posting may have, and the browser-grade pass that holds the result to it.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use ammonia::Builder;

/// Elements that a posting may use, each with the attributes it may have beside [`ANYWHERE`].
const ELEMENTS: &[(&str, &[&str])] = &[
    ("a", &["href"]),
    ("abbr", &[]),
    ("article", &[]),
    ("aside", &[]),
    ("b", &[]),
    ("bdi", &[]),
    ("bdo", &[]),
    ("blockquote", &[]),
    ("br", &[]),
    ("caption", &[]),
    ("cite", &[]),
    ("code", &[]),
    ("col", &["span"]),
    ("colgroup", &["span"]),
    ("dd", &[]),
    ("del", &["datetime"]),
    ("details", &["open"]),
    ("dfn", &[]),
    ("div", &[]),
    ("dl", &[]),
    ("dt", &[]),
    ("em", &[]),
    ("figcaption", &[]),
    ("figure", &[]),
    ("h1", &[]),
    ("h2", &[]),
    ("h3", &[]),
    ("h4", &[]),
    ("h5", &[]),
    ("h6", &[]),
    ("hr", &[]),
    ("i", &[]),
    ("img", &["src", "alt", "width", "height"]),
    ("ins", &["datetime"]),
    ("kbd", &[]),
    ("li", &["value"]),
    ("mark", &[]),
    ("ol", &["start", "reversed", "type"]),
    ("p", &[]),
    ("pre", &[]),
    ("q", &[]),
    ("rp", &[]),
    ("rt", &[]),
    ("ruby", &[]),
    ("s", &[]),
    ("samp", &[]),
    ("section", &[]),
    ("small", &[]),
    ("span", &[]),
    ("strong", &[]),
    ("sub", &[]),
    ("summary", &[]),
    ("sup", &[]),
    ("table", &[]),
    ("tbody", &[]),
    ("td", &["colspan", "rowspan"]),
    ("tfoot", &[]),
    ("th", &["colspan", "rowspan", "scope"]),
    ("thead", &[]),
    ("time", &["datetime"]),
    ("tr", &[]),
    ("u", &[]),
    ("ul", &[]),
    ("var", &[]),
    ("wbr", &[]),
];

/// Attributes that every element may have.
const ANYWHERE: &[&str] = &["id", "title", "lang", "dir", "class"];

/// Attributes that only what is written here has, never a posting's own HTML.
const OURS: &[&str] = &["role", "tabindex", "aria-label", "rel", "loading", "decoding"];

/// Attributes that change nothing a reader would miss, so that leaving them out needs no word.
const UNREMARKABLE: &[&str] =
    &["target", "rel", "loading", "decoding", "role", "tabindex", "class", "srcset", "sizes", "name"];

/// The element that stands for one that a posting wrote, `None` where it may not be used. Lower case.
pub(super) fn element(name: &str) -> Option<&'static str> {
    let name = match name {
        "strike" => "s",
        "tt" => "code",
        "acronym" => "abbr",
        "center" => "div",
        other => other,
    };
    ELEMENTS.iter().map(|(element, _)| *element).find(|element| *element == name)
}

/// Whether a posting may give this attribute to this element.
pub(super) fn allows_attribute(element: &str, attribute: &str) -> bool {
    ANYWHERE.contains(&attribute)
        || ELEMENTS.iter().any(|(name, attributes)| *name == element && attributes.contains(&attribute))
}

/// Whether an element only wraps others, so that leaving it out needs no word.
pub(super) fn is_wrapper(name: &str) -> bool {
    ["html", "head", "body", "main", "header", "footer", "nav", "picture", "source"].contains(&name)
}

/// Whether an attribute can be left out without a word.
pub(super) fn is_unremarkable(attribute: &str) -> bool {
    UNREMARKABLE.contains(&attribute) || attribute.starts_with("data-") || attribute.starts_with("aria-")
}

/// The class names of `value` that are ours, for which themes have rules.
pub(super) fn own_classes(value: &str) -> Cow<'_, str> {
    const NAMES: &[&str] =
        &["callout", "align-", "table-scroll", "task", "footnote", "tab", "embed", "file", "hl-", "language-"];
    let is_ours = |name: &&str| NAMES.iter().any(|ours| name.starts_with(ours));
    if value.split(' ').all(|name| is_ours(&name)) {
        return Cow::Borrowed(value);
    }
    Cow::Owned(value.split_whitespace().filter(is_ours).collect::<Vec<_>>().join(" "))
}

/// Reads `html` as a browser does and writes it anew: balanced, and with nothing in it but what is allowed.
pub(super) fn clean(html: &str) -> String {
    CLEANER.clean(html).to_string()
}

static CLEANER: LazyLock<Builder<'static>> = LazyLock::new(|| {
    let mut attributes: HashMap<&str, HashSet<&str>> =
        ELEMENTS.iter().map(|(name, attributes)| (*name, attributes.iter().copied().collect())).collect();
    attributes.insert("input", HashSet::from(["disabled", "checked"]));
    let mut builder = Builder::default();
    builder
        .tags(attributes.keys().copied().collect())
        .tag_attributes(attributes)
        .tag_attribute_values(HashMap::from([("input", HashMap::from([("type", HashSet::from(["checkbox"]))]))]))
        .generic_attributes(ANYWHERE.iter().chain(OURS).copied().collect())
        .url_schemes(HashSet::from(["http", "https", "mailto", "tel"]))
        .link_rel(None)
        .attribute_filter(|_, attribute, value| match attribute {
            "class" => Some(own_classes(value)).filter(|classes| !classes.is_empty()),
            _ => Some(Cow::Borrowed(value)),
        });
    builder
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_here_passes_unchanged() {
        let ours = [
            "<ul>\n<li class=\"task\"><input type=\"checkbox\" disabled=\"\" checked=\"\" aria-label=\"done\"> x</li></ul>",
            "<pre tabindex=\"0\"><code class=\"language-rust\"><span class=\"hl-keyword\">x</span></code></pre>",
            "<div class=\"callout callout-note\" role=\"note\"><p class=\"callout-title\">Note</p></div>",
            "<a href=\"\u{e000}12\">x</a><img src=\"\u{e001}0\" alt=\"\" loading=\"lazy\" decoding=\"async\">",
            "<a href=\"https://x.org\" rel=\"noopener\">x</a>",
            "<li id=\"fn-1\"><a href=\"#fnref-1\" class=\"footnote-back\" aria-label=\"Back\">\u{21a9}</a></li>",
        ];
        for html in ours {
            assert_eq!(clean(html), html);
        }
    }

    #[test]
    fn nothing_else_passes_whatever_its_shape() {
        let hostile = [
            "<svg onload=alert(1)>",
            "<img src=x onerror=alert(1)>",
            "<a href='java&#115;cript:alert(1)'>x</a>",
            "<div style='color:red'>",
            "<iframe src=x></iframe><form><button>x",
            "<input type=text name=x>",
            "<script>alert(1)</script><style>p{}</style>",
            "<p class='hero callout'>",
        ];
        for html in hostile {
            let cleaned = clean(html);
            let bad =
                ["<svg", "onload", "onerror", "script", "style", "<iframe", "<form", "name=", "alert", "hero", "text"];
            assert!(!bad.iter().any(|bad| cleaned.contains(bad)), "{html} became {cleaned}");
        }
    }
}
