//! Parts of addresses from names.

use std::borrow::Cow;

/// Names that are short because of their signs: without this, C, C++ and C# would share a page.
const SIGNS: [(char, &str); 4] = [('+', "plus"), ('#', "sharp"), ('&', " and "), ('@', " at ")];

/// The most characters of a part of an address: file systems take 255 bytes, readers far less.
const MAX: usize = 100;

/// A name in lower-case ASCII letters, digits and single hyphens. Never empty: a name of signs alone becomes a short hash.
/// Never longer than [`MAX`]: what a long name has more is told apart by one.
pub fn slugify(name: &str) -> String {
    if is_slug(name) {
        return name.to_owned();
    }
    let mut spelled = Cow::Borrowed(name);
    for (sign, word) in SIGNS {
        if spelled.contains(sign) {
            spelled = spelled.replace(sign, word).into();
        }
    }
    // Their names are spelled otherwise: "welder-woman-technologist".
    let has_pictograms = !spelled.is_ascii() && spelled.contains(is_pictogram);
    let spelled = if has_pictograms { spelled.replace(is_pictogram, " ").into() } else { spelled };
    let slug = slug::slugify(&*spelled);
    let hash = || blake3::hash(name.as_bytes()).to_hex()[..8].to_owned();
    if slug.is_empty() {
        hash()
    } else if slug.len() > MAX {
        format!("{}-{}", slug[..MAX - 9].trim_end_matches('-'), hash())
    } else {
        slug
    }
}

/// Emoji and what joins them.
fn is_pictogram(c: char) -> bool {
    matches!(c, '\u{200d}' | '\u{2600}'..='\u{27bf}' | '\u{fe0f}' | '\u{1f000}'..='\u{1faff}')
}

/// Whether a name is what it would become, as most names of files are.
fn is_slug(name: &str) -> bool {
    let is_plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    let has_gap = name.starts_with('-') || name.ends_with('-') || name.contains("--");
    !name.is_empty() && name.len() <= MAX && name.bytes().all(is_plain) && !has_gap
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_become_addresses() {
        for (name, slug) in [
            ("Senior Rust Engineer", "senior-rust-engineer"),
            ("C++", "cplusplus"),
            ("C#", "csharp"),
            ("C", "c"),
            ("Node.js", "node-js"),
            ("R&D", "r-and-d"),
            ("Z\u{fc}rich", "zurich"),
            ("  a -- b  ", "a-b"),
            ("Welder \u{1f469}\u{200d}\u{1f4bb}", "welder"),
        ] {
            assert_eq!(slugify(name), slug);
        }
    }

    #[test]
    fn a_name_of_signs_alone_still_has_an_address() {
        assert_eq!(slugify("!!!").len(), 8);
        assert_eq!(slugify("\u{1f525}").len(), 8);
        assert_ne!(slugify("!!!"), slugify("???"));
    }

    #[test]
    fn a_very_long_name_is_cut_and_still_its_own() {
        let (one, two) = (slugify(&"very long ".repeat(50)), slugify(&("very long ".repeat(50) + "indeed")));
        assert!(one.len() <= MAX && one.starts_with("very-long-very-"), "{one}");
        assert_ne!(one, two);
        assert_eq!(slugify(&one), one);
    }

    proptest::proptest! {
        #[test]
        fn any_name_gives_a_safe_address(name in "\\PC{0,140}") {
            let slug = slugify(&name);
            proptest::prop_assert!(!slug.is_empty());
            proptest::prop_assert!(slug.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-'));
            proptest::prop_assert!(!slug.starts_with('-') && !slug.ends_with('-'));
            proptest::prop_assert!(is_slug(&slug));
            proptest::prop_assert_eq!(slug::slugify(&slug), slug);
        }
    }
}
