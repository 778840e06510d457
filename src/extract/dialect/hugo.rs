//! Hugo's shortcodes, `{{< name args >}}` and `{{% name args %}}`, and Zola's, `{{ name(args) }}`.

use super::liquid::language;
use super::meaning::{Meaning, addresses, clean, generic, link, safe, show};
use super::tags::Tag;

/// What a shortcode means; `None` for one nobody knows.
pub(super) fn meaning(tag: &Tag<'_>, paired: bool) -> Option<Meaning> {
    Some(match tag.name {
        "ref" | "relref" | "get_url" | "resize_image" => Meaning::Address(
            tag.get(&["path"]).or(tag.positional(0)).and_then(safe)?.trim_start_matches("@/").to_owned(),
        ),
        "figure" | "img" | "image" => {
            let source = tag.get(&["src", "path"]).or(tag.positional(0)).and_then(safe)?;
            let alt = tag.get(&["alt", "caption", "title"]).and_then(clean).unwrap_or_default();
            Meaning::Write(format!("!{}", link(alt, source)?))
        }
        "highlight" if paired => Meaning::Code(language(tag.positional(0).unwrap_or_default())),
        "comment" if paired => Meaning::Comment,
        "email" | "mailto" | "cloakemail" => match addresses(tag.args) {
            found if found.is_empty() => generic(tag, paired),
            found => Meaning::Write(found),
        },
        _ => show(&elsewhere(tag)?, None),
    })
}

/// The page that a tag for a video, a post or a snippet elsewhere shows.
pub(super) fn elsewhere(tag: &Tag<'_>) -> Option<String> {
    let id = tag.get(&["id"]).or(tag.positional(0)).and_then(clean)?;
    let plain = |part: &str| part.bytes().all(|b| b.is_ascii_alphanumeric() || b"-_/.".contains(&b));
    let second = || tag.positional(1).filter(|part| plain(part));
    if safe(id).is_some_and(|url| url.contains("://")) {
        return Some(id.to_owned());
    }
    if !plain(id) {
        return None;
    }
    Some(match tag.name.to_ascii_lowercase().as_str() {
        "youtube" => format!("https://www.youtube.com/watch?v={id}"),
        "vimeo" => format!("https://vimeo.com/{id}"),
        "instagram" => format!("https://www.instagram.com/p/{id}/"),
        "gist" => match second() {
            Some(gist) => format!("https://gist.github.com/{id}/{gist}"),
            None => format!("https://gist.github.com/{id}"),
        },
        "tweet" | "twitter" | "x" => match tag.get(&["user"]).filter(|user| plain(user)) {
            Some(user) => format!("https://x.com/{user}/status/{id}"),
            None => format!("https://x.com/i/status/{id}"),
        },
        _ => return None,
    })
}
