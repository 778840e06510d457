//! What a tag means, and what can be kept of one that nobody knows.

use super::Construct;
use super::tags::{Syntax, Tag};
use super::{gitbook, hugo, liquid, mdx};

/// What to do with a tag that opens something or stands alone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Meaning {
    /// It begins a construct that its closing tag ends.
    Open(Part),
    /// It stands for a construct of its own.
    Show(Construct),
    /// Markdown stands in its place, and nothing is lost.
    Write(String),
    /// Markdown stands in its place, but it meant more than that.
    Salvage(String),
    /// An address that it prints: part of a link's address, or else a reference.
    Address(String),
    /// Text that it prints, which may be part of a link's address.
    Print(String),
    /// What it wraps is a link to this address.
    Link(String),
    /// It vanishes, what it wraps stays, and nothing is lost.
    Nothing,
    /// It vanishes, what it wraps stays.
    Dropped,
    /// What it wraps is to be read as it stands, up to the closing tag.
    Literal,
    /// What it wraps is not for readers.
    Comment,
    /// What it wraps is code in this language.
    Code(String),
}

/// A part of the page that a tag opens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Part {
    Callout {
        kind: &'static str,
        title: Option<String>,
    },
    Tabs,
    Tab {
        title: String,
    },
    /// Nothing of ours, but its end has to be told from the ends of others.
    Plain,
}

impl Part {
    /// What its opening placeholder stands for.
    pub(super) fn open(&self) -> Vec<Construct> {
        match self {
            Part::Callout { kind, title } => {
                let title = title.iter().map(|title| Construct::CalloutTitle(title.clone()));
                std::iter::once(Construct::CalloutOpen((*kind).to_owned())).chain(title).collect()
            }
            Part::Tabs => vec![Construct::TabsOpen],
            Part::Tab { title } => vec![Construct::TabOpen(title.clone())],
            Part::Plain => Vec::new(),
        }
    }

    /// What its closing placeholder stands for.
    pub(super) fn close(&self) -> Option<Construct> {
        match self {
            Part::Callout { .. } => Some(Construct::CalloutClose),
            Part::Tabs => Some(Construct::TabsClose),
            Part::Tab { .. } => Some(Construct::TabClose),
            Part::Plain => None,
        }
    }

    /// The text in its opening tag, as Markdown.
    pub(super) fn title(&self) -> Option<String> {
        match self {
            Part::Callout { title, .. } => title.as_deref().and_then(strong),
            Part::Tab { title } => strong(title),
            Part::Tabs | Part::Plain => None,
        }
    }
}

/// What an opening tag means. `paired` says whether a closing tag of its name follows.
pub(super) fn of(tag: &Tag<'_>, paired: bool) -> Meaning {
    let known = match tag.syntax {
        Syntax::Block => gitbook::meaning(tag, paired).or_else(|| liquid::block(tag)),
        Syntax::Output if !tag.call => Some(liquid::output(tag)),
        Syntax::Output | Syntax::Shortcode => hugo::meaning(tag, paired),
        Syntax::Component => mdx::component(tag),
        Syntax::Admonition | Syntax::Aside => None,
    };
    known.or_else(|| part(tag, paired).map(Meaning::Open)).unwrap_or_else(|| generic(tag, paired))
}

/// Call-outs and tabs, which are called alike everywhere; only where they are closed.
fn part(tag: &Tag<'_>, paired: bool) -> Option<Part> {
    if !paired {
        return None;
    }
    let title = || tag.get(&["title", "label", "name", "tabName", "header"]).and_then(clean).map(str::to_owned);
    let lower = tag.name.to_ascii_lowercase();
    match lower.as_str() {
        "tabs" | "tabgroup" | "codetabs" => return Some(Part::Tabs),
        "tab" | "tabitem" => {
            let title = title().or_else(|| tag.positional(0).and_then(clean).map(str::to_owned));
            let value = || tag.get(&["value"]).and_then(clean).unwrap_or_default().to_owned();
            return Some(Part::Tab { title: title.unwrap_or_else(value) });
        }
        _ => {}
    }
    let own = callout_kind(&lower)?;
    let stated = tag.get(&["type", "kind", "style", "variant", "status", "intent", "color"]).or(tag.positional(0));
    let kind = stated.and_then(|kind| callout_kind(&kind.to_ascii_lowercase())).unwrap_or(own);
    Some(Part::Callout { kind, title: title() })
}

/// The kind of a call-out by the name or type that a tool gives it; `None` where it is no call-out.
pub(super) fn callout_kind(name: &str) -> Option<&'static str> {
    // `alert-box`, `infobox`, but a `checkbox` is none.
    const BOXES: [&str; 7] = ["-box", "_box", "box", "-block", "-banner", "-panel", "-message"];
    let boxed =
        BOXES.iter().find_map(|end| name.strip_suffix(end)).filter(|stem| !matches!(*stem, "check" | "default"));
    Some(match boxed.unwrap_or(name).trim_start_matches("callout-") {
        "note" | "callout" | "hint" | "notice" | "alert" | "admonition" | "aside" | "details" | "working" | "quote"
        | "collapse" | "default" | "neutral" => "note",
        "info" | "important" | "primary" | "abstract" | "question" | "secondary" => "info",
        "tip" => "tip",
        "success" | "check" | "ok" => "success",
        "warning" | "caution" | "attention" | "warn" => "warning",
        "danger" | "error" | "failure" | "bug" => "danger",
        _ => return None,
    })
    .filter(|_| name != "quote")
}

/// Keeps what a reader would miss of a tag nobody knows: pictures, links, addresses, titles.
pub(super) fn generic(tag: &Tag<'_>, paired: bool) -> Meaning {
    let text = tag.get(&["text", "label", "title", "alt", "caption", "name"]).and_then(clean);
    let source = tag.get(&["src"]).and_then(safe);
    if let Some(source) = source.filter(|source| is_picture(source) || is_picture_tag(tag.name)) {
        let alt = tag.get(&["alt", "caption", "title"]).and_then(clean).unwrap_or_default();
        if let Some(link) = link(alt, source) {
            return Meaning::Write(format!("!{link}"));
        }
    }
    if let Some(url) = tag.get(&["href", "url", "to", "link", "page"]).and_then(safe) {
        if paired && !tag.alone {
            return Meaning::Link(url.to_owned());
        }
        if let Some(link) = text.and_then(|text| link(text, url)) {
            return Meaning::Write(link);
        }
        return show(url, text);
    }
    if let Some(source) = source {
        return show(source, text);
    }
    let addresses = addresses(tag.args);
    if !addresses.is_empty() {
        return Meaning::Salvage(addresses);
    }
    let title = tag.get(&["title", "summary", "caption", "text", "heading", "label", "question"]);
    match title.and_then(strong) {
        Some(title) => Meaning::Salvage(title),
        None => Meaning::Dropped,
    }
}

/// An address of the web is an embedded page, any other a file or page of one's own.
pub(super) fn show(url: &str, text: Option<&str>) -> Meaning {
    let (url, text) = (url.to_owned(), text.map(str::to_owned));
    Meaning::Show(if is_web(&url) {
        Construct::Embed { url, caption: text }
    } else {
        Construct::Reference { url, text }
    })
}

/// A Markdown link, where text and address can be written as they are.
pub(super) fn link(text: &str, url: &str) -> Option<String> {
    let plain = !text.contains(['[', ']', '`', '\\', '\n', '\r', '<', '{']);
    let bare = !url.contains(|c: char| c.is_whitespace() || "()<>\\".contains(c));
    let pointed = !url.contains(['<', '>', '\\', '\n', '\r']);
    match (plain, bare, pointed) {
        (true, true, _) if !url.is_empty() => Some(format!("[{text}]({url})")),
        (true, _, true) => Some(format!("[{text}](<{url}>)")),
        _ => None,
    }
}

/// All e-mail and web addresses in the arguments as autolinks; empty where there are none.
pub(super) fn addresses(args: &str) -> String {
    let mut found: Vec<&str> = Vec::new();
    for word in args.split(|c: char| c.is_whitespace() || "\"'`<>()[]{}|,;\u{201C}\u{201D}".contains(c)) {
        // "url=https://example.com/?a=b"
        let value = word.split_once('=').map(|(_, value)| value).filter(|_| !is_web(word));
        let word = value.unwrap_or(word).trim_end_matches(['.', ':', '!', '?']);
        let word = word.strip_prefix("mailto:").unwrap_or(word);
        if (is_web(word) || is_email(word)) && found.len() < 4 && !found.contains(&word) {
            found.push(word);
        }
    }
    found.iter().map(|address| format!("<{address}>")).collect::<Vec<_>>().join(" ")
}

fn is_email(word: &str) -> bool {
    let Some((user, host)) = word.split_once('@') else { return false };
    let part =
        |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_alphanumeric() || b"._%+-".contains(&b));
    part(user) && part(host) && host.split('.').all(|label| !label.is_empty()) && host.contains('.')
}

fn is_web(url: &str) -> bool {
    ["https://", "http://"].iter().any(|scheme| {
        url.len() > scheme.len()
            && url.is_char_boundary(scheme.len())
            && url[..scheme.len()].eq_ignore_ascii_case(scheme)
    })
}

/// The address, where it is one that a posting may link to.
pub(super) fn safe(url: &str) -> Option<&str> {
    let url = clean(url)?;
    let scheme = url.split(['/', '?', '#']).next().and_then(|start| start.split_once(':')).map(|(scheme, _)| scheme);
    let allowed = match scheme {
        None => !url.is_empty(),
        Some(scheme) => is_web(url) || ["mailto", "tel"].iter().any(|known| scheme.eq_ignore_ascii_case(known)),
    };
    allowed.then_some(url)
}

/// The text, where it is one line that holds no tag of its own.
pub(super) fn clean(text: &str) -> Option<&str> {
    let text = text.trim();
    let plain = !text.contains(['\n', '\r']) && !text.contains("{{") && !text.contains("{%");
    (plain && !text.is_empty()).then_some(text)
}

fn strong(title: &str) -> Option<String> {
    clean(title).filter(|title| !title.contains(['*', '`', '<', '{', '\\', '['])).map(|title| format!("**{title}**"))
}

fn is_picture(source: &str) -> bool {
    let path = source.split(['?', '#']).next().unwrap_or_default();
    path.rsplit_once('.').is_some_and(|(_, ending)| {
        ["png", "jpg", "jpeg", "gif", "svg", "webp", "avif"].iter().any(|known| ending.eq_ignore_ascii_case(known))
    })
}

fn is_picture_tag(name: &str) -> bool {
    ["image", "img", "figure", "picture"].iter().any(|known| name.eq_ignore_ascii_case(known))
}

#[cfg(test)]
mod tests {
    use super::addresses;

    #[test]
    fn i6_addresses_in_arguments_are_kept_whole() {
        for (args, expected) in [
            (
                r#""Apply" "https://example.com/?id=1&by=2%3D" "mailto:a@b.example""#,
                "<https://example.com/?id=1&by=2%3D> <a@b.example>",
            ),
            ("url=https://example.com/?id=1", "<https://example.com/?id=1>"),
            ("to='a@b.example'", "<a@b.example>"),
            ("id=1 name=b", ""),
        ] {
            assert_eq!(addresses(args), expected, "{args}");
        }
    }
}
