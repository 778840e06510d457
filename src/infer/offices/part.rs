//! Parts of a town and streets before its name: `in the Anvil Quarter, Ulm`, `au 12 rue de la Forge, Nantes`.
//!
//! In goes the text before a comma and a town, out comes whether it ends with one. Whether the work is there is not decided
//! here.

use std::sync::LazyLock;

use super::town::STREETS;
use crate::infer::places;
use crate::infer::table::OFFICES;
use crate::infer::words::is_one_of;

static QUARTERS: LazyLock<Vec<&str>> = LazyLock::new(|| OFFICES.words("quarter"));

/// Whether `before` ends with the name of a house or a quarter behind words for "in the", or with a street and its number, so
/// that a town behind a comma is where that is: `im Hotel Anker`, `no bairro da Doca`, `at 12 Anvil Row`.
pub(super) fn is_part(before: &str) -> bool {
    const IN_THE: [&str; 10] = ["im", "am", "beim", "au", "no", "na", "nel", "nella", "al", "do"];
    const MOST_WORDS: usize = 4;
    let words: Vec<&str> = before.rsplit([' ', '\n']).take(MOST_WORDS + 1).collect();
    let is_name = |word: &&str| word.starts_with(char::is_uppercase) && word.ends_with(char::is_alphabetic);
    let names = words.iter().take_while(|word| is_name(word)).count();
    let is_led = (1..=MOST_WORDS).contains(&names)
        && words.get(names).is_some_and(|word| is_one_of(word, &IN_THE) || is_one_of(word, &QUARTERS));
    is_led && places::kind(words[0]).is_none() || ends_street(before)
}

/// Whether `before` ends with the name of a part of a town, or of a house there, behind a word for "in": `in the Anvil
/// Quarter`, `in Anvilgate`, or with that of a street behind a number: `at 12 Anvil Row`.
pub(super) fn is_part_inside(before: &str, inside: &[&str]) -> bool {
    const MOST_WORDS: usize = 3;
    // A name without an article is that of a place only where nobody comes from it.
    const PLAINLY: [&str; 9] = ["in", "at", "à", "en", "em", "te", "i", "bei", "bij"];
    let is_name =
        |word: &&str| word.starts_with(char::is_uppercase) && word.chars().all(|c| c.is_alphabetic() || c == '-');
    let words: Vec<&str> = before.rsplit([' ', '\n']).take(MOST_WORDS + 2).collect();
    let names = words.iter().take_while(|word| is_name(word)).count();
    let is_number = |word: &str| word.starts_with(|c: char| c.is_ascii_digit()) && word.len() <= 4;
    // "on Anvil Road"
    let is_street = words.get(names).is_some_and(|word| is_one_of(word, &["on"])) && is_one_of(words[0], &STREETS);
    let article = usize::from(words.get(names).is_some_and(|word| is_one_of(word, &["the"]) || is_number(word)));
    let links = if article == 1 { inside } else { &PLAINLY };
    let length = words[..names].iter().map(|word| word.len() + 1).sum::<usize>().saturating_sub(1);
    let is_new = || places::kind(&before[before.len() - length..]).is_none();
    (1..=MOST_WORDS).contains(&names)
        && (is_street || words.get(names + article).is_some_and(|word| is_one_of(word, links)))
        && is_new()
}

/// Whether `before` ends with the name of a street and a house number, in either order: `au 12 rue de la Forge`,
/// `Ankerweg 12`.
pub(super) fn ends_street(before: &str) -> bool {
    const ENDS: [&str; 12] =
        ["straße", "strasse", "str.", "weg", "platz", "gasse", "allee", "damm", "straat", "laan", "kade", "gracht"];
    const MOST_WORDS: usize = 7;
    let is_number = |word: &&str| word.len() <= 5 && word.starts_with(|c: char| c.is_ascii_digit());
    let words: Vec<&str> = before.rsplit([' ', '\n']).take(MOST_WORDS).collect();
    let is_last = words.first().is_some_and(is_number);
    let is_compound = || {
        let street = words.get(1).map(|word| word.to_lowercase()).unwrap_or_default();
        is_last && ENDS.iter().any(|end| street.ends_with(end))
    };
    // "41 King Street West"
    let is_numbered =
        |at: usize| is_last || words.iter().skip(at + 1).take(3).any(|word| is_number(&word.trim_end_matches(',')));
    let mut streets = words.iter().enumerate().filter(|(_, word)| is_one_of(word, &STREETS));
    streets.any(|(at, _)| is_numbered(at)) || is_compound()
}

#[cfg(test)]
mod tests {
    use crate::infer::fixture::draft;

    fn places(text: &str) -> Vec<String> {
        let facts = draft().heading(1, "Welder").paragraph("We weld hulls.").paragraph(text).facts();
        facts.locations.into_iter().flat_map(|field| field.value).map(|place| place.name).collect()
    }

    #[test]
    fn f2_a_house_or_a_quarter_stands_before_its_town() {
        for (text, expected) in [
            ("Für den Winter suchen wir im Hotel Anker, Ulm", vec!["Ulm"]),
            ("O nosso escritório fica no bairro Dona Quilha, Recife.", vec!["Recife"]),
            ("Híbrido, duas vezes por semana na nossa oficina no bairro Dona Quilha, Recife.", vec!["Recife"]),
            ("Our yard, with its main building in downtown Leeds and sheds in Ulm, seeks a welder.", vec!["Leeds"]),
            ("Das Vorstellungsgespräch ist im Hotel Anker, Ulm.", vec![]),
            ("You sit on the steel committee, which meets quarterly in Ulm.", vec![]),
            ("The committee sits in Ulm.", vec![]),
            ("You help at the crane in Ulm as and when required.", vec![]),
            ("Our registered office in Ulm has a desk for you.", vec![]),
        ] {
            assert_eq!(places(text), expected, "{text}");
        }
    }

    #[test]
    fn f2_an_indian_post_code_marks_the_town_before_it() {
        assert_eq!(places("You find us at Anvil Estate, Dockside, Coimbatore – 641 021."), ["Coimbatore"]);
        assert!(places("Seams for Coimbatore – 6410 of them.").is_empty());
    }

    #[test]
    fn f2_we_may_be_a_firm_of_our_town() {
        for (text, expected) in [
            ("We are a mid-sized Leeds firm in search of a welder.", vec!["Leeds"]),
            ("We're an old, family-run Leeds business.", vec!["Leeds"]),
            ("Anvil & Sons is a mid-sized Leeds firm.", vec!["Leeds"]),
            ("Anvil & Sons is a Leeds firm, and a supplier of ours.", vec![]),
            ("We are a member of a Kiel and Ulm firm.", vec![]),
            ("We are a mid-sized German firm.", vec![]),
        ] {
            assert_eq!(places(text), expected, "{text}");
        }
    }

    #[test]
    fn f2_a_label_in_square_brackets_may_stand_anywhere() {
        assert_eq!(places("【上班地点】杭州市西湖区船坞园区（地铁2号线可到）"), ["杭州市西湖区"]);
    }
}
