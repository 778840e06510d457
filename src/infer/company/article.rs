//! The article that belongs to a name: "The Forge", "La Forge".
//!
//! In go the sources and a name without it, out comes the name with it, where the text uses it so.

use memchr::memmem;

use super::{Sources, mentions};

/// Articles that names begin with, as written there.
const ARTICLES: [&str; 10] = ["The", "La", "Le", "Les", "El", "Los", "Las", "Il", "De", "Het"];

/// The name with its article, where the text writes that with a capital amid sentences more often than it goes without, or
/// where all of the first heading is the name, and no text says it without.
pub(super) fn with(sources: Sources<'_>, name: &str) -> Option<String> {
    let texts = sources.body.parts.iter().filter(|part| !part.is_heading()).map(|part| part.block.text.as_str());
    let found = texts.flat_map(|text| memmem::find_iter(text.as_bytes(), name).map(move |at| &text[..at]));
    let before: Vec<&str> = found.filter_map(|before| before.strip_suffix(' ')?.rsplit(' ').next()).collect();
    let articles = ARTICLES.into_iter().filter(|article| before.contains(article));
    let said = articles.map(|article| format!("{article} {name}")).find(|full| is_whole(sources, name, full));
    said.or_else(|| headed(sources, name))
}

/// The first heading, where it is but an article and the name: "# The Forge". What says of what it is, is described: "The
/// University of Hull".
fn headed(sources: Sources<'_>, name: &str) -> Option<String> {
    let first = sources.body.parts.first().filter(|part| part.is_heading())?;
    let full = first.block.text.trim();
    let article = full.strip_suffix(name)?.strip_suffix(' ')?;
    let is_name = ARTICLES.contains(&article) && !super::OF.iter().any(|of| name.contains(of));
    (is_name && mentions(sources, full) == mentions(sources, name)).then(|| full.to_owned())
}

/// Whether `full` rather than `name` is what the text uses as a name.
fn is_whole(sources: Sources<'_>, name: &str, full: &str) -> bool {
    let amid = |text: &str| {
        let found = memmem::find_iter(text.as_bytes(), full);
        found
            .filter(|at| text[..*at].strip_suffix(' ').is_some_and(|before| before.ends_with(char::is_lowercase)))
            .count()
    };
    let parts = sources.body.parts.iter().filter(|part| !part.is_heading());
    let amid: usize = parts.map(|part| amid(&part.block.text)).sum();
    amid > 0 && amid + mentions(sources, full) > mentions(sources, name)
}
