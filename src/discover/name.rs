//! What a file or folder is, by its name alone (I2).

use super::Role;

const POSTING_ENDINGS: [&str; 4] = ["md", "markdown", "mdx", "txt"];

/// Files that repositories have beside their postings.
const NOT_POSTINGS: [&str; 8] =
    ["readme", "license", "licence", "summary", "changelog", "contributing", "code_of_conduct", "robots"];

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

pub(super) fn is_ignored_folder(name: &str) -> bool {
    name.starts_with(['.', '_']) || IGNORED_FOLDERS.contains(&name)
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
}
