//! `GitBook`'s blocks: `{% hint %}`, `{% tabs %}`, `{% embed %}` and the like.

use super::Construct;
use super::meaning::{Meaning, Part, callout_kind, clean, safe, show};
use super::tags::Tag;

/// What a tag of `GitBook` means; `None` for what is none of `GitBook`'s.
pub(super) fn meaning(tag: &Tag<'_>, paired: bool) -> Option<Meaning> {
    let url = tag.get(&["url", "src", "page"]).and_then(safe);
    let caption = tag.get(&["caption", "title"]).and_then(clean);
    Some(match tag.name {
        "hint" => {
            let kind = tag.get(&["style"]).and_then(callout_kind).unwrap_or("info");
            let title = tag.get(&["title"]).and_then(clean).map(str::to_owned);
            Meaning::Open(Part::Callout { kind, title })
        }
        "tabs" => Meaning::Open(Part::Tabs),
        "tab" => Meaning::Open(Part::Tab { title: caption.unwrap_or_default().to_owned() }),
        "embed" => show(url?, caption),
        // What it wraps is a link of its own; `walk` sees whether it does wrap anything.
        "content-ref" if paired => Meaning::Nothing,
        "content-ref" | "page-ref" | "file" => {
            Meaning::Show(Construct::Reference { url: url?.to_owned(), text: caption.map(str::to_owned) })
        }
        name if name.starts_with("@github-files") => show(url?, caption),
        "code" | "stepper" | "step" | "columns" | "column" | "raw-html" => Meaning::Nothing,
        _ => return None,
    })
}
