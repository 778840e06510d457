//! The tags that front matter gives, and the skills that it asks for.

use super::reader::{Reading, texts};
use crate::data::{Entry, Value};
use crate::infer::words::{is_one_of, is_placeholder, squash};
use crate::infer::{employment_type, skills, whereabouts};

/// What static site generators call collections of postings.
const COLLECTIONS: [&str; 44] = [
    "job",
    "jobs",
    "career",
    "careers",
    "post",
    "posts",
    "position",
    "positions",
    "opening",
    "openings",
    "job opening",
    "job openings",
    "job vacancy",
    "job vacancies",
    "blog",
    "lavoro",
    "vacancy",
    "vacancies",
    "hiring",
    "all",
    "alle",
    "tous",
    "archive",
    "archived",
    "open",
    "news",
    "about",
    "page",
    "stellenangebote",
    "karriere",
    "emploi",
    "vacatures",
    "vagas",
    "empleo",
    "recruit",
    "recruiting",
    "recruitment",
    "recrutement",
    "emplois",
    "stellen",
    "採用",
    "求人",
    "招聘",
    "채용",
];

/// A list, or a text with commas. The names of Eleventy's collections (`tags: jobs`) are no tags, nor is a list that says
/// but where, when and how one works.
pub(super) fn read(entry: &Entry) -> Reading<Vec<String>> {
    if let Value::Map(_) = entry.value.value {
        return Reading::NotOurs;
    }
    let mut tags: Vec<String> = Vec::new();
    let all = texts(&entry.value).flat_map(|text| text.split([',', ';', '，', '、'])).map(str::trim);
    let is_ours = entry.key == "tags";
    for tag in all.filter_map(|tag| if is_ours { Some(tag) } else { required(tag) }) {
        let name = skills::spelled(tag).map_or_else(|| squash(tag).into_owned(), str::to_owned);
        if !is_placeholder(tag) && !is_one_of(tag, &COLLECTIONS) && !tags.contains(&name) {
            tags.push(name);
        }
    }
    let tells_terms = |tag: &String| {
        skills::canonical(tag).is_none()
            && (employment_type::in_tags(std::slice::from_ref(tag)).is_some() || whereabouts::read(tag).is_understood())
    };
    if tags.iter().all(tells_terms) { Reading::NotOurs } else { Reading::Value(tags) }
}

/// The skill in an entry of a list of what is asked for: "Excel" of "Excel (required)", none of "Ability to work under
/// pressure".
fn required(text: &str) -> Option<&str> {
    const MOST_WORDS: usize = 3;
    const LONGEST: usize = 40;
    let name = text.split(['(', '（']).next().unwrap_or("").trim();
    let is_short = name.len() <= LONGEST && name.split_whitespace().nth(MOST_WORDS).is_none();
    (is_short || skills::canonical(name).is_some()).then_some(name)
}

#[cfg(test)]
mod tests {
    use super::super::super::fixture::{draft, list};
    use crate::posting::{OriginKind, Remote};

    #[test]
    fn f2_entries_of_lists_are_tags_unless_they_say_nothing_of_the_work() {
        for (key, entries, expected) in [
            ("tags", &["Rust", "PostgreSQL", "rust"][..], &["Rust", "PostgreSQL"][..]),
            ("tags", &["jobs", "Ships"], &["Ships"]),
            ("tags", &["採用", "Ships"], &["Ships"]),
            ("tags", &["Ships for all seven seas"], &["Ships for all seven seas"]),
            ("skills", &["Excel (required)", "Ability to work under pressure"], &["Excel"]),
            ("skills", &["TIG welding", "Clean seams"], &["TIG welding", "Clean seams"]),
            (
                "tags",
                &["Sourdough", "postgres", "ML", "Unit tests"],
                &["Sourdough", "PostgreSQL", "Machine learning", "Unit testing"],
            ),
        ] {
            let facts = draft().entry(key, list(entries)).heading(1, "Welder").facts();
            assert_eq!(facts.tags.map_or_else(Vec::new, |tags| tags.value), expected, "{key}: {entries:?}");
        }
        for (key, entries) in
            [("tags", ["jobs", "Remote"]), ("skills", ["Ability to work fast", "A steady hand is a must"])]
        {
            let facts = draft().entry(key, list(&entries)).heading(1, "Welder").facts();
            assert!(facts.tags.is_none_or(|tags| tags.origin.kind != OriginKind::FrontMatter), "{entries:?}");
        }
    }

    #[test]
    fn f2_a_mix_among_tags_counts_beside_another_term() {
        for (tags, expected) in [
            (["hybrid", "welding", "part-time"], Some(Remote::Hybrid)),
            (["on-site", "welding", "full-time"], Some(Remote::No)),
            (["hybrid", "welding", "drives"], None),
        ] {
            let facts = draft().entry("tags", list(&tags)).heading(1, "Welder").facts();
            assert_eq!(facts.remote.map(|field| field.value), expected, "{tags:?}");
        }
    }
}
