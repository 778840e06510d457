//! What a file or folder is, by its name alone (I2).

use super::Role;

const POSTING_ENDINGS: [&str; 4] = ["md", "markdown", "mdx", "txt"];

/// Documents that postings are kept in as well.
const DOCUMENT_ENDINGS: [&str; 14] =
    ["adoc", "asciidoc", "doc", "docx", "gdoc", "htm", "html", "odt", "org", "pages", "pdf", "rst", "rtf", "tex"];

/// Files that repositories have beside their postings.
const NOT_POSTINGS: [&str; 8] =
    ["readme", "license", "licence", "summary", "changelog", "contributing", "code_of_conduct", "robots"];

/// Swap files and backups. Vim tries whether it can write a folder with a file `4913`.
const LEFTOVER_ENDINGS: [&str; 6] = ["swp", "swo", "swx", "bck", "bak", "tmp"];

/// Collections of postings, which Jekyll keeps in folders whose names begin with `_`.
const COLLECTIONS: [&str; 24] = [
    "_jobs",
    "_posts",
    "_careers",
    "_positions",
    "_openings",
    "_roles",
    "_vacancies",
    "_postings",
    "_opportunities",
    "_stellen",
    "_emplois",
    "_empleos",
    "_vagas",
    "_vacatures",
    "_job-openings",
    "_job_openings",
    "_open-positions",
    "_listings",
    "_karriere",
    "_stellenangebote",
    "_offres",
    "_recrutement",
    "_ofertas",
    "_vacantes",
];

/// Folders that hold other people's Markdown.
const IGNORED_FOLDERS: [&str; 2] = ["node_modules", "target"];

pub(super) fn role(name: &str) -> Option<Role> {
    let (stem, ending) = name.rsplit_once('.')?;
    if !POSTING_ENDINGS.iter().any(|known| ending.eq_ignore_ascii_case(known)) {
        return None;
    }
    if stem == "_index" {
        return Some(Role::Folder);
    }
    let hidden = name.starts_with(['.', '_']) || name.ends_with('~');
    let other = NOT_POSTINGS.iter().any(|known| stem.eq_ignore_ascii_case(known));
    (!hidden && !other).then_some(Role::Posting)
}

/// Whether a file may hold a posting in a form that is not read.
pub(super) fn is_document(name: &str) -> bool {
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
    !name.starts_with(['.', '_', '~']) && DOCUMENT_ENDINGS.iter().any(|known| ending.eq_ignore_ascii_case(known))
}

pub(super) fn is_ignored_folder(name: &str) -> bool {
    let is_collection = || COLLECTIONS.iter().any(|known| name.eq_ignore_ascii_case(known));
    name.starts_with('.') || (name.starts_with('_') && !is_collection()) || IGNORED_FOLDERS.contains(&name)
}

/// Whether a posting may bring this file along, by its path. `GitBook` keeps pictures in a hidden folder; any other hidden
/// file is nobody's business, and Markdown is never published as it is.
pub(super) fn is_attachment(path: &str) -> bool {
    let hidden = path.split('/').any(|part| part.starts_with('.') && part != ".gitbook");
    let ending = path.rsplit_once('.').map_or("", |(_, ending)| ending);
    let name = path.rsplit('/').next().unwrap_or(path);
    !hidden && !is_leftover(name) && !POSTING_ENDINGS[..3].iter().any(|known| ending.eq_ignore_ascii_case(known))
}

/// Whether editors leave a file of this name behind for as long as they save another.
pub(super) fn is_leftover(name: &str) -> bool {
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
    name.ends_with('~') || name == "4913" || LEFTOVER_ENDINGS.iter().any(|known| ending.eq_ignore_ascii_case(known))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn i2_endings_and_names_decide() {
        for posting in ["a.md", "A.MD", "a.b.markdown", "x.mdx", "000_2b01dc.txt", "index.md", "index.en.md"] {
            assert_eq!(role(posting), Some(Role::Posting), "{posting}");
        }
        assert_eq!(role("_index.md"), Some(Role::Folder));
        for other in ["a", "a.html", "README.md", "licence.txt", "SUMMARY.md", ".a.md", "_a.md", "test.md_", "a.md~"] {
            assert_eq!(role(other), None, "{other}");
        }
    }

    #[test]
    fn i2_folders_that_begin_with_a_line_are_left_out_but_for_collections_of_postings() {
        for ignored in [".git", "_drafts", "_includes", "_jobs_old", "node_modules"] {
            assert!(is_ignored_folder(ignored), "{ignored}");
        }
        for kept in ["jobs", "_jobs", "_Vacancies", "_posts", "_offres"] {
            assert!(!is_ignored_folder(kept), "{kept}");
        }
    }

    #[test]
    fn i10_hidden_files_and_markdown_are_no_attachments() {
        for attachment in ["a.png", "b/c.pdf", ".gitbook/assets/x.svg", "notes.txt"] {
            assert!(is_attachment(attachment), "{attachment}");
        }
        for other in [".env", "a/.git/config", "README.md", "a.MDX", "a.png~", "b/4913", "c.jpg.swp"] {
            assert!(!is_attachment(other), "{other}");
        }
    }
}
