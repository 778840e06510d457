//! Files of a theme that a site has taken over, and whether what they were taken from has changed since (T4).
//!
//! The first line of such a file is a comment in its own language that says where it came from, with a hash of what was
//! there. Nothing is remembered elsewhere, so that a copy of the site's folder knows as much as the site.

use crate::diagnostic::Diagnostic;
use crate::source::Location;

use super::ThemeFile;

const BEGIN: &str = "ejected from ";

/// Where a file came from.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Origin {
    theme: String,
    file: String,
    hash: String,
}

/// A theme's file with the line that remembers where it came from; a file whose kind has no comments stays as it is.
pub fn ejected(theme: &str, file: &str, bytes: &[u8]) -> Vec<u8> {
    let mark = format!("{BEGIN}{theme}/{file}, careers {}, blake3 {}", env!("CARGO_PKG_VERSION"), hash(bytes));
    let Some((before, after)) = comment(file) else { return bytes.to_vec() };
    [format!("{before} {mark}{after}\n").as_bytes(), bytes].concat()
}

/// Warns of each file of a site that was taken from one that is another by now. `current` reads a theme's file.
pub(super) fn changed<'a>(
    own: impl Iterator<Item = &'a ThemeFile>,
    current: impl Fn(&str, &str) -> Option<Vec<u8>>,
) -> Vec<Diagnostic> {
    let warning = |file: &ThemeFile| {
        let origin = Origin::read(&file.bytes)?;
        let shown = format!("{}/{}", origin.theme, origin.file);
        let (case, help) = match current(&origin.theme, &origin.file) {
            None => ("is no longer there", "look whether anything still uses this file".to_owned()),
            Some(bytes) if hash(&bytes) == origin.hash => return None,
            Some(_) => {
                let again = format!("careers theme eject {} --from {}", origin.file, origin.theme);
                ("has changed since", format!("move this file away, run `{again}`, and make your changes again"))
            }
        };
        let message = format!("`{shown}`, which this file was taken from, {case}");
        Some(Diagnostic::warning("ejected-file-changed", message).at(Location::start_of(file.shown.clone())).help(help))
    };
    own.filter_map(warning).collect()
}

impl Origin {
    fn read(bytes: &[u8]) -> Option<Self> {
        let line = std::str::from_utf8(bytes.split(|byte| *byte == b'\n').next()?).ok()?;
        let (_, mark) = line.split_once(BEGIN)?;
        let (from, rest) = mark.split_once(", careers ")?;
        let (_, hash) = rest.split_once(", blake3 ")?;
        let (theme, file) = from.split_once('/')?;
        let hash = hash.split_whitespace().next()?;
        Some(Self { theme: theme.into(), file: file.into(), hash: hash.into() })
    }
}

fn hash(bytes: &[u8]) -> String {
    blake3::hash(bytes).to_hex()[..16].to_owned()
}

/// How a comment begins and ends. That of templates takes the line end along.
fn comment(file: &str) -> Option<(&'static str, &'static str)> {
    match file.rsplit_once('.')?.1 {
        "html" | "xml" | "txt" | "tera" => Some(("{#-", " -#}")),
        "css" | "js" | "mjs" => Some(("/*", " */")),
        "svg" => Some(("<!--", " -->")),
        "toml" => Some(("#", "")),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn own(name: &str, bytes: &[u8]) -> ThemeFile {
        ThemeFile { layer: "".into(), name: name.into(), shown: name.into(), bytes: bytes.to_vec() }
    }

    #[test]
    fn t4_a_file_remembers_where_it_came_from_in_its_own_language() {
        for file in ["home.html", "feed.xml", "favicon.svg.tera", "style.css", "deadline.js", "a/b.svg", "i18n/en.toml"]
        {
            let taken = ejected("default", file, b"one");
            let origin = Origin::read(&taken).expect("an origin");
            assert_eq!((&*origin.theme, &*origin.file), ("default", file));
            assert!(taken.ends_with(b"\none"), "{file}");
        }
        assert_eq!(ejected("default", "x.png", b"one"), b"one");
    }

    #[test]
    fn t4_only_what_has_changed_since_is_told() {
        let warned = |current: Option<&[u8]>| {
            let taken = own("home.html", &ejected("default", "home.html", b"one"));
            let edited = own("base.html", b"{# written by hand, ejected from nothing #}");
            changed([&taken, &edited].into_iter(), |_, _| current.map(<[u8]>::to_vec))
        };
        assert_eq!(warned(Some(b"one")), []);
        let said = warned(Some(b"two"));
        assert_eq!(said[0].message, "`default/home.html`, which this file was taken from, has changed since");
        assert!(
            said[0].help.as_ref().is_some_and(|help| help.contains("careers theme eject home.html --from default"))
        );
        assert_eq!(warned(None)[0].message, "`default/home.html`, which this file was taken from, is no longer there");
    }
}
