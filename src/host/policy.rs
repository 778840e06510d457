//! Which headers go with which files, whatever the host's dialect (O9).

use crate::config::Config;

/// For files whose name holds a hash of their content: they never change.
pub(super) const IMMUTABLE: &str = "public, max-age=31536000, immutable";
/// For all others: kept, but asked for again with each visit.
pub(super) const REVALIDATE: &str = "public, max-age=0, must-revalidate";
/// The folder of the files that never change.
pub(super) const IMMUTABLE_FOLDER: &str = "/assets/";

/// What a page may have of the address that a reader comes from.
pub(super) const REFERRER_POLICY: &str = "strict-origin-when-cross-origin";
/// What no page needs.
pub(super) const PERMISSIONS_POLICY: &str = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";

/// The end of every Atom feed's path.
pub(super) const FEED: &str = "/feed.xml";
/// Types that hosts can't tell by a file's ending: the path's end, and the type.
pub(super) const TYPES: [(&str, &str); 2] =
    [(FEED, "application/atom+xml; charset=utf-8"), ("/jobs.json", "application/feed+json; charset=utf-8")];

/// The folder of the page that other sites may show in a frame.
pub(super) const EMBED_FOLDER: &str = "/embed/";
/// The list that scripts of other sites may read.
pub(super) const EMBED_LIST: &str = "/embed.json";
/// Nobody, as `frame-ancestors` has it.
pub(super) const NOBODY: &str = "'none'";

/// The sites that may show the page for frames, as `frame-ancestors` has them; `None` where there is no such page.
pub(super) fn embedders(config: &Config) -> Option<String> {
    let origins = &config.embed.origins;
    (!origins.is_empty()).then(|| origins.join(" "))
}

/// Everything that a page may load, and from where, and who may show it in a frame. Pictures in postings may lie anywhere;
/// nothing else does.
pub(super) fn content_security_policy(ancestors: &str) -> String {
    format!(
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: https:; font-src 'self'; \
         connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors {ancestors}"
    )
}
