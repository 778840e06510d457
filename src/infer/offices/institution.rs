//! Institutions before the towns that they are in or have their names of: `University of Leeds`, `Institute of Steel, Ulm`.
//!
//! In goes the text before a town, out comes whether it ends with one. Whether the work is there is [`super::mention`]'s.

use super::leading::place_at;
use crate::infer::places;
use crate::infer::whereabouts;
use crate::infer::words::is_set_as_name;
use crate::posting::Place;

/// The reader or the work, of whom a sentence says at which institution they are.
pub(super) const READER: [&str; 24] = [
    "you", "your", "you'll", "position", "role", "job", "du", "dich", "dein", "deine", "ihr", "ihre", "stelle", "vous",
    "votre", "tu", "poste", "puesto", "te", "você", "vaga", "je", "jij", "functie",
];

/// The town that stands behind a university of the land or the saint that `text` begins with, and its length there:
/// `Washington (UW), Seattle`.
pub(super) fn town_of_university(text: &str) -> Option<(Place, usize)> {
    const MOST_WORDS: usize = 4;
    let (name, behind) = text.split_once(", ")?;
    let (bare, is_abbreviated) = name.split_once(" (").map_or((name, false), |(bare, _)| (bare, true));
    let is_name = is_set_as_name(bare) && bare.split(' ').nth(MOST_WORDS).is_none();
    let (town, length) = place_at(behind).filter(|_| is_name)?;
    let is_there = is_abbreviated || places::kind(bare).is_none() || places::is_city_in(&town.name, bare);
    is_there.then_some((town, text.len() - behind.len() + length))
}

/// Whether `before` ends with what an institution is called before its town: `University Hospital`, `TU`.
pub(super) fn ends_institution(before: &str) -> bool {
    const MOST_WORDS: usize = 4;
    let Some(before) = before.strip_suffix(' ') else { return false };
    let names = before.rsplit([' ', '\n']).take(MOST_WORDS);
    let mut names =
        names.take_while(|word| word.starts_with(char::is_uppercase) && word.ends_with(char::is_alphabetic));
    names.any(whereabouts::is_institution)
}

/// Whether `before` ends with the name of an institution, maybe with its letters in brackets: `Institute of Steel (IoS)`.
pub(super) fn ends_institution_name(before: &str) -> bool {
    const MOST_WORDS: usize = 8;
    let name = before.strip_suffix(')').and_then(|before| before.rsplit_once(" (")).map_or(before, |(name, _)| name);
    let start = name.rmatch_indices(' ').nth(MOST_WORDS - 1).map_or(0, |(at, _)| at + 1);
    let name = name[start..].rsplit(['.', ',', ';', ':']).next().unwrap_or(name);
    name.rsplit(' ').next().is_some_and(|last| last.starts_with(char::is_uppercase))
        && whereabouts::is_institution(name)
}

/// Whether `before` ends with what a university is called before its town: `University of`.
pub(super) fn is_university(before: &str) -> bool {
    const HOUSES: [&str; 8] = [
        "university",
        "universität",
        "université",
        "universidad",
        "universidade",
        "università",
        "universiteit",
        "universitat",
    ];
    let words: Vec<&str> = before.split_whitespace().rev().take(2).collect();
    words.iter().any(|word| HOUSES.contains(&word.to_lowercase().as_str()))
}

#[cfg(test)]
mod tests {
    use crate::infer::fixture::draft;

    fn places(text: &str) -> Vec<String> {
        let facts = draft().heading(1, "Welder").paragraph(text).facts();
        facts.locations.into_iter().flat_map(|field| field.value).map(|place| place.name).collect()
    }

    #[test]
    fn f2_an_institution_has_the_name_of_its_town_or_stands_before_it() {
        for (text, expected) in [
            ("You weld at the Anvil University Medical Center Nijmegen.", vec!["Nijmegen"]),
            ("Du schweißt am Universitätsklinikum Freiburg.", vec!["Freiburg"]),
            ("Acme welds for the University of Washington (UW), Seattle.", vec!["Seattle"]),
            ("The Anvil Lab of University of Steel in Lecce, Italy, welds.", vec!["Lecce, Italy"]),
            ("The welders are at the University of California, Berkeley.", vec!["Berkeley"]),
            ("Steel comes from the Anvil Institute Freiburg.", vec![]),
            ("You learned at the University of Oxford, Cambridge or Bath.", vec![]),
        ] {
            assert_eq!(places(text), expected, "{text}");
        }
        assert_eq!(places("You will weld in our office in New\nYork."), ["New York"]);
    }

    #[test]
    fn f1_the_town_behind_the_institute_of_a_position_is_where_it_is() {
        for (text, expected) in [
            (
                "A position is open in the welding group of the Institute of Steel (IoS), Grenoble, France.",
                vec!["Grenoble, France"],
            ),
            ("We weld with the Institute of Steel (IoS), Grenoble, France.", vec![]),
        ] {
            assert_eq!(places(text), expected, "{text}");
        }
    }
}
