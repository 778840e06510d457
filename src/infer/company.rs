//! The employer's name, where neither front matter nor configuration gives it.
//!
//! In go title and body, out comes a name only when a heading ("About Acme") or a set phrase ("At Acme, we …") gives it
//! and the text goes on to use it. Clients and products are left alone.

use memchr::memmem;

use super::body::{Body, Fact};
use super::places;
use super::skills;
use super::words::{is_one_of, squash, stands_alone, strip_ornaments, strip_word};
use crate::posting::{Field, OriginKind};

/// Words that headings such as "About …" have instead of a name.
const NO_NAMES: &[&str] = &[
    "us",
    "the",
    "this",
    "our",
    "your",
    "you",
    "we",
    "me",
    "it",
    "that",
    "these",
    "a",
    "an",
    "role",
    "team",
    "company",
    "job",
    "position",
    "here",
    "uns",
    "die",
    "das",
    "den",
    "dich",
    "sie",
    "unser",
    "unsere",
    "mich",
    "ons",
    "de",
    "het",
    "je",
    "nous",
    "la",
    "le",
    "el",
    "nosotros",
    "now",
    "today",
    "what",
    "why",
    "how",
    "careers",
    "engineering",
    "product",
    "design",
    "sales",
    "marketing",
    "support",
    "people",
    "finance",
    "legal",
    "operations",
    "research",
    "data",
    "security",
    "first",
    "working",
    "work",
    "life",
    "hiring",
    "remote",
    "diversity",
    "benefits",
];

/// A title's own suffix: `Welder at Acme`, `Welder @ Acme`.
pub(super) fn in_title(title: &str) -> Option<String> {
    let (_, after) = title.rsplit_once(" at ").or_else(|| title.rsplit_once(" @ "))?;
    let name = after.split(['(', '[', '|', ',']).next().unwrap_or("").trim();
    is_name(name).then(|| name.to_owned())
}

/// The name that headings and set phrases of the text give.
pub(super) fn in_body(body: &Body<'_>) -> Option<Field<String>> {
    by_heading(body).or_else(|| by_phrase(body)).or_else(|| by_use(body))
}

fn by_heading(body: &Body<'_>) -> Option<Field<String>> {
    const OPENINGS: [&str; 14] = [
        "about",
        "join",
        "joining",
        "why join",
        "why",
        "life at",
        "working at",
        "work at",
        "welcome to",
        "über",
        "over",
        "sobre",
        "à propos de",
        "acerca de",
    ];
    body.parts.iter().filter(|part| part.is_heading() && part.block.text.len() <= 60).find_map(|part| {
        let heading = strip_ornaments(&part.block.text).trim_end_matches([':', '?', '!', '.']);
        // The longest opening, so that "why join Acme" is not about "join Acme".
        let name = OPENINGS.iter().filter_map(|opening| strip_word(heading, opening)).min_by_key(|rest| rest.len())?;
        let is_used = is_name(name) && mentions(body, name) >= 1;
        is_used.then(|| Field::new(squash(name).into_owned(), OriginKind::Body, part.block.line))
    })
}

/// "At Acme, we …", "Acme is looking for …", in a text that names Acme again.
fn by_phrase(body: &Body<'_>) -> Option<Field<String>> {
    body.hits.iter().find_map(|hit| {
        let part = &body.parts[hit.part];
        let (before, after) = (&part.block.text[..hit.span.start], &part.block.text[hit.span.end..]);
        let name = match hit.fact {
            Fact::NameAfter if before.is_empty() && !part.is_heading() => after.split(',').next()?.trim(),
            Fact::NameBefore if !part.is_heading() => before.rsplit(['.', '!', '?', '\n']).next()?.trim(),
            _ => return None,
        };
        let is_used = is_name(name) && mentions(body, name) >= 2;
        is_used.then(|| Field::new(name.to_owned(), OriginKind::Body, part.block.line))
    })
}

/// "… at Acme …", "join Acme", in a text that keeps naming Acme.
fn by_use(body: &Body<'_>) -> Option<Field<String>> {
    const LEAST: usize = 3;
    body.hits.iter().filter(|hit| hit.fact == Fact::NameAfter).find_map(|hit| {
        let part = &body.parts[hit.part];
        let name = leading_name(part.block.text[hit.span.end..].trim_start());
        let is_used = !part.is_heading() && is_name(name) && !is_acronym(name) && mentions(body, name) >= LEAST;
        is_used.then(|| Field::new(name.to_owned(), OriginKind::Body, part.block.line))
    })
}

/// Whether a name is in capitals alone, as conferences and agencies are.
fn is_acronym(name: &str) -> bool {
    name.chars().filter(|c| c.is_uppercase()).count() > 1 && !name.chars().skip(2).any(char::is_lowercase)
}

/// The capitalised words that `text` begins with.
fn leading_name(text: &str) -> &str {
    let mut end = 0;
    for word in text.split_inclusive(' ').take(3) {
        if !word.starts_with(|c: char| c.is_uppercase()) {
            break;
        }
        let bare = word.trim_end().trim_end_matches("'s").trim_end_matches("’s");
        let clean = bare.trim_end_matches(|c: char| !c.is_alphanumeric());
        end += clean.len();
        if clean.len() + 1 != word.len() || !word.ends_with(' ') {
            break;
        }
        end += 1;
    }
    text[..end].trim_end()
}

/// Whether `text` can be a company's name: a few words, each with a capital or figure, none of them a common word.
fn is_name(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    let capital = |word: &&str| {
        word.chars().any(|c| c.is_uppercase() || c.is_ascii_digit()) || is_one_of(word, &["of", "and", "&", "e.V."])
    };
    (1..=4).contains(&words.len())
        && text.len() <= 40
        && words.iter().all(capital)
        && !is_one_of(words[0], NO_NAMES)
        && places::find(text).is_none()
        && skills::canonical(text).is_none()
        && super::body::section_of(text).is_none()
}

/// How often the text, headings aside, uses `name` as written.
fn mentions(body: &Body<'_>, name: &str) -> usize {
    let finder = memmem::Finder::new(name);
    let in_block =
        |text: &str| finder.find_iter(text.as_bytes()).filter(|at| stands_alone(text, *at, at + name.len())).count();
    body.parts.iter().filter(|part| !part.is_heading()).map(|part| in_block(&part.block.text)).sum()
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{Fixture, draft};
    use crate::posting::OriginKind;

    fn company(fixture: Fixture) -> Option<String> {
        fixture.facts().company.map(|field| field.value)
    }

    #[test]
    fn f1_a_heading_names_the_company_when_the_text_uses_the_name() {
        for heading in ["About Acme", "👥 join Acme", "Why Acme?", "Über Acme", "Life at Acme"] {
            let used =
                draft().heading(1, "Welder").heading(2, heading).paragraph("Acme welds.").paragraph("Come to Acme.");
            assert_eq!(company(used).as_deref(), Some("Acme"), "{heading}");
        }
        let unused = draft().heading(1, "Welder").heading(2, "About Acme").paragraph("We weld.");
        assert_eq!(company(unused), None);
    }

    #[test]
    fn f1_set_phrases_and_title_suffixes_name_it() {
        let phrase = draft().heading(1, "Welder").paragraph("At Acme Steel, we weld.").paragraph("Acme Steel is old.");
        assert_eq!(company(phrase).as_deref(), Some("Acme Steel"));
        let hiring = draft().heading(1, "Welder").paragraph("Acme is looking for a welder.").paragraph("Acme is old.");
        assert_eq!(company(hiring).as_deref(), Some("Acme"));
        let used = draft().heading(1, "Welder").paragraph("Work at Acme’s yard. Acme welds. We at Acme care.");
        assert_eq!(company(used).as_deref(), Some("Acme"));
        let facts = draft().heading(1, "Welder at Acme").facts();
        assert_eq!(facts.company.map(|field| field.origin.kind), Some(OriginKind::Title));
    }

    #[test]
    fn f3_headings_and_phrases_about_anything_else_name_nobody() {
        for (heading, text) in [
            ("About us", "We are us, and us is we."),
            ("About the Product", "The Product is good. The Product sells."),
            ("About Engineering", "Engineering is fun. Engineering is ours."),
            ("Join our team", "Our team is a team."),
            ("About Berlin", "Berlin is big. Berlin is old."),
            ("Why Rust", "Rust is safe. Rust is fast."),
            ("Welding", "At first, we weld. At First is no name."),
            ("Welding", "Our client is looking for a welder. Our client is big."),
            ("Welding", "People at Acme know us, and so do those at Zeta."),
            ("Welding", "See us at SHIPCON. We love SHIPCON, and SHIPCON loves us."),
            ("Welding", "We meet at Berlin. Berlin is big. Berlin is old."),
            ("Welding", "We sell to Acme. Acme is a client. Acme is big."),
        ] {
            assert_eq!(company(draft().heading(2, heading).paragraph(text)), None, "{heading}: {text}");
        }
        assert_eq!(company(draft().heading(1, "Look at Me")), None);
    }
}
