//! Seniority by the words of a title.

use super::words::is_one_of;

/// The words of seniority, each with its spellings, the one that tells more first.
const LEVELS: &[(&str, &[&str])] = &[
    ("Intern", &["intern", "internship", "praktikum", "praktikant", "praktikantin", "stagiaire"]),
    ("Principal", &["principal"]),
    ("Staff", &["staff"]),
    ("Head", &["head"]),
    ("Director", &["director"]),
    ("Lead", &["lead", "teamlead"]),
    ("Junior", &["junior", "jr", "graduate", "trainee"]),
    ("Mid", &["mid", "mid-level", "intermediate"]),
    ("Senior", &["senior", "sr"]),
];

/// The seniority that `title` names: all of them where it offers a choice, such as `Mid/Senior`.
pub(super) fn in_title(title: &str) -> Option<String> {
    let words: Vec<&str> =
        title.split(|c: char| !(c.is_alphanumeric() || c == '-')).filter(|word| !word.is_empty()).collect();
    let named = |word: &&str| LEVELS.iter().find(|(_, spellings)| is_one_of(word, spellings)).map(|(level, _)| *level);
    let levels: Vec<(usize, &str)> =
        words.iter().enumerate().filter_map(|(at, word)| Some((at, named(word)?))).collect();
    let is_lead_generation =
        words.windows(2).any(|pair| is_one_of(pair[0], &["lead"]) && is_one_of(pair[1], &["generation", "gen"]));
    let is_staff_noun = words.windows(2).any(|pair| is_one_of(pair[1], &["staff"]) && !is_one_of(pair[0], &["senior"]));
    match levels.as_slice() {
        [] => None,
        [(_, "Lead")] if is_lead_generation => None,
        [(_, "Staff")] if is_staff_noun => None,
        [(_, level)] => Some((*level).to_owned()),
        [(first, low), (second, high)] if second - first == 1 && title.contains('/') && low != high => {
            Some(format!("{low}, {high}"))
        }
        several => LEVELS
            .iter()
            .find(|(level, _)| several.iter().any(|(_, named)| named == level))
            .map(|(level, _)| (*level).to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn f2_titles_name_a_seniority_as_a_word() {
        for (title, expected) in [
            ("Senior Welder", Some("Senior")),
            ("Data Scientist (Sr.)", Some("Senior")),
            ("Mid/Senior Welder", Some("Mid, Senior")),
            ("Senior Staff Engineer", Some("Staff")),
            ("Head of Welding", Some("Head")),
            ("Lead Engineer", Some("Lead")),
            ("Welding Intern", Some("Intern")),
            ("Lead Generation Manager", None),
            ("Support Staff Coordinator", None),
            ("Seniority Researcher", None),
            ("Leadership Coach", None),
            ("Welder", None),
        ] {
            assert_eq!(in_title(title).as_deref(), expected, "{title}");
        }
    }
}
