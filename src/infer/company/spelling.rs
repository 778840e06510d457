//! How a name is written in an address: letters and figures alone, "and" for "&", "ue" for "ü", or but initials.
//!
//! In go a name and a label of an address, out comes whether the one is written as the other. Which addresses tell is for
//! [`super::address`] and [`super::folder`] to say.

/// Letters and figures alone, so that "Acme Steel" is `acme-steel`.
pub(super) fn fold(name: &str) -> String {
    let mut letters = String::with_capacity(name.len());
    letters.extend(folded(name));
    letters
}

/// Letters and figures of `name`, in small letters.
pub(super) fn folded(name: &str) -> impl Iterator<Item = char> {
    name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase)
}

/// Whether letters and figures of `name` are those of `letters`, which are folded: "Hull & Söhne" is `hullsohne`,
/// `hullundsoehne` and `hull-soehne`.
pub(super) fn is_folded(name: &str, letters: &str) -> bool {
    const ANDS: [&str; 9] = ["", "and", "und", "et", "y", "e", "en", "og", "n"];
    if folded(name).eq(letters.chars()) {
        return true;
    }
    let is_written = |and: &str, is_long: bool| written(name, and, is_long) == letters;
    let has_and = name.contains(['&', '+']);
    let ands = if has_and { &ANDS[..] } else { &ANDS[..1] };
    (has_and || !name.is_ascii()) && ands.iter().any(|and| is_written(and, false) || is_written(and, true))
}

/// A name in the letters of addresses; `is_long` is whether "ü" is "ue" rather than "u".
fn written(name: &str, and: &str, is_long: bool) -> String {
    let mut letters = String::with_capacity(name.len() + 4);
    for c in name.chars().flat_map(char::to_lowercase) {
        let short = match c {
            '&' | '+' => and,
            'ä' | 'á' | 'à' | 'â' | 'ã' | 'å' | 'ą' => "a",
            'ö' | 'ó' | 'ò' | 'ô' | 'õ' | 'ø' => "o",
            'ü' | 'ú' | 'ù' | 'û' | 'ů' => "u",
            'é' | 'è' | 'ê' | 'ë' | 'ę' | 'ě' => "e",
            'í' | 'ì' | 'î' | 'ï' => "i",
            'ç' | 'č' | 'ć' => "c",
            'ñ' | 'ń' => "n",
            'š' | 'ś' | 'ş' => "s",
            'ž' | 'ź' | 'ż' => "z",
            'ý' => "y",
            'ř' => "r",
            'ł' => "l",
            'ß' => "ss",
            'æ' => "ae",
            'œ' => "oe",
            c if c.is_alphanumeric() => {
                letters.push(c);
                continue;
            }
            _ => continue,
        };
        letters.push_str(short);
        match c {
            'ä' | 'ö' | 'ø' | 'ü' if is_long => letters.push('e'),
            'å' if is_long => letters.push('a'),
            _ => {}
        }
    }
    letters
}

/// Whether `letters` are the initials of a name of several words: `hcc` of "Hull County Council".
pub(super) fn are_initials(letters: &str, name: &str) -> bool {
    const FEWEST: usize = 3;
    let initials = || name.split(' ').filter_map(|word| word.chars().next()).filter(|c| c.is_uppercase());
    initials().count() >= FEWEST && initials().flat_map(char::to_lowercase).eq(letters.chars())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_known_in_the_letters_of_addresses() {
        for (name, label) in [
            ("Acme Steel", "acmesteel"),
            ("Hull & Söhne", "hullsohne"),
            ("Hull & Söhne", "hullundsoehne"),
            ("Acme + Daughters", "acmeanddaughters"),
            ("Café Ærø", "cafeaeroe"),
            ("Strøm Skib", "stromskib"),
            ("Weißwerft", "weisswerft"),
            ("船工坊", "船工坊"),
        ] {
            assert!(is_folded(name, label), "{name}");
        }
        for (name, label) in [("Hull & Sons", "hullorsons"), ("Hüll", "hell"), ("Acme", "acmes"), ("Acme", "")] {
            assert!(!is_folded(name, label), "{name}");
        }
    }

    #[test]
    fn initials_are_those_of_three_words_or_more() {
        assert!(are_initials("hcc", "Hull County Council"));
        assert!(are_initials("uou", "University of Old Ulm"));
        assert!(!are_initials("hc", "Hull Council"));
        assert!(!are_initials("hcd", "Hull County Council"));
    }
}
