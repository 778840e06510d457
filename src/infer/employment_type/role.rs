//! Whether a word about employment is said of the role, rather than of a team, of people or of years of experience.
//!
//! In goes a phrase and the text that it stands in. What the phrase itself says is not decided here.

use super::prose::{ROLES, SEEKS, is_denied};
use super::{hours, is_time};
use crate::infer::body::{Fact, Hit};
use crate::infer::title;
use crate::infer::words::{is_one_of, sentence_at, strip_ornaments};
use crate::posting::EmploymentType;

/// Words for contracts and working hours: what stands beside them is said of the role.
const CONTRACTS: [&str; 16] = [
    "contratto",
    "contrato",
    "contrat",
    "contract",
    "vertrag",
    "kontrakt",
    "anställning",
    "jornada",
    "horario",
    "horário",
    "regime",
    "régimen",
    "dedicación",
    "dedicação",
    "alocação",
    "orario",
];

/// What else may be full-time or part-time, which says nothing of the role.
const OTHERS: [&str; 12] = [
    "team",
    "teams",
    "company",
    "experience",
    "students",
    "staff",
    "employees",
    "equivalent",
    "study",
    "degree",
    "people",
    "colleagues",
];

/// Whether the word describes the role: `full-time remote position`, `looking for a full-time welder`, or begins a line
/// of its own: `Full-time (40 h), on site`.
pub(super) fn is_of_role(text: &str, hit: &Hit) -> bool {
    const WHERE: [&str; 9] = [" at ", " in ", " from ", " on ", " bei ", " vor ", " en ", " à ", " em "];
    const SHORT: usize = 100;
    let word = |word: &str| word.trim_matches(|c: char| !c.is_alphanumeric()).to_owned();
    let clause = text[hit.span.end..].split(['.', ';', '\n']).next().unwrap_or("");
    let after: Vec<String> = clause.split_whitespace().take(4).map(word).collect();
    let before: Vec<String> = text[..hit.span.start].split_whitespace().rev().take(4).map(word).collect();
    // "Full-time in our team" is about the team, "an intern for our team" is not.
    let names_person = text[hit.span.clone()].split_whitespace().next_back().is_some_and(title::is_job_word);
    let is_time =
        matches!(hit.fact, Fact::Employment(kind) | Fact::EmploymentHint(kind) if is_time(kind)) && !names_person;
    let is_role = |word: &str| ROLES.exactly(word).is_some();
    let near = if is_time { after.as_slice() } else { &after[..after.len().min(1)] };
    let named = near.iter().find(|word| is_role(word) || is_one_of(word, &OTHERS));
    if let Some(named) = named {
        return is_role(named);
    }
    let line = text[..hit.span.start].rsplit('\n').next().unwrap_or("");
    // "As a welding intern you will …"
    let sentence = sentence_at(text, hit.span.start);
    let begins = &text[sentence.start..hit.span.start];
    let is_reader = begins.split_whitespace().next().is_some_and(|word| is_one_of(word, &["as", "als", "como"]))
        && begins.split_whitespace().count() <= 5
        && !is_denied(begins)
        && speaks_on(clause)
        && !text[hit.span.clone()].ends_with("time");
    let opens_line =
        strip_ornaments(line).is_empty() && clause.trim_start().starts_with([',', '(', '|', '/', '–', '-']);
    // "Seasonal: May to September"
    let is_label = hit.fact == Fact::EmploymentHint(EmploymentType::Temporary)
        && strip_ornaments(line).is_empty()
        && clause.starts_with(':');
    // "Employment for four years. Full-time. Pay by tariff."
    let goes_on = !line.is_empty() || text[hit.span.end..].len() > clause.len() + 2;
    let is_sentence =
        is_time && begins.trim().is_empty() && goes_on && (clause.trim().is_empty() || clause.starts_with(','));
    // "€22 an hour, full-time, 39 hours"
    let has_hours = is_time
        && clause.strip_prefix([',', ' ']).is_some_and(|rest| {
            let first = rest.trim_start_matches([' ', '(']).split([',', ')']).next().unwrap_or(rest);
            hours::of_working_time(first).is_some()
        });
    // "About the job: full-time, from our yard"
    let is_behind_label = is_time && line.trim_end().ends_with(':') && clause.starts_with(',');
    // "Freelance, you send a bill."
    let is_freelance = is_freelance(hit, text) && begins.trim().is_empty() && clause.starts_with(',');
    // "Full-time at our yard in Ulm."
    let is_where = is_time
        && strip_ornaments(line).is_empty()
        && begins.trim().is_empty()
        && WHERE.iter().any(|word| clause.starts_with(word));
    // "Contratto full-time"; "permanent contract, full-time (38 h), days only"
    let of_contract = is_time && before.first().is_some_and(|word| is_one_of(word, &CONTRACTS));
    let is_item = is_time
        && begins.len() < SHORT
        && begins.ends_with(", ")
        && begins.split([' ', ',']).any(|word| is_one_of(word, &CONTRACTS));
    // "A welder (freelance, six months)", but "Schweißer (intern)"
    let is_aside = &text[hit.span.clone()] != "intern"
        && text[..hit.span.start]
            .strip_suffix('(')
            .is_some_and(|job| job.split_whitespace().next_back().is_some_and(title::is_job_word));
    // "You'll be our first full-time designer", not "full-time designers support you".
    let is_first = is_time
        && before.iter().any(|word| is_one_of(word, &["first", "erste", "première", "primera"]))
        && after.first().is_some_and(|word| title::is_job_name(word));
    let is_one = || is_time && names_one_sought(&text[sentence], begins, &after);
    opens_line
        || is_label
        || is_first
        || of_contract
        || is_item
        || is_reader
        || is_sentence
        || is_where
        || has_hours
        || is_freelance
        || is_behind_label
        || is_aside
        || before.iter().any(|word| SEEKS.exactly(word).is_some())
        || is_one()
}

/// Whether the job named in the words `after` is the one that is offered: "Join our crew and, with it, the yard as a
/// full-time welder", "A full-time welder who divides the week …".
fn names_one_sought(sentence: &str, begins: &str, after: &[String]) -> bool {
    const MOST_WORDS: usize = 3;
    const ARTICLES: [&str; 12] = ["a", "an", "our", "ein", "eine", "einen", "un", "une", "una", "um", "uma", "een"];
    const AS: [&str; 5] = ["as", "als", "como", "come", "comme"];
    const WITH: [&str; 16] = [
        "with", "mit", "avec", "con", "com", "met", "med", "for", "für", "pour", "para", "per", "voor", "at", "bei",
        "who",
    ];
    const WHO: [&str; 13] =
        ["who", "to", "that", "for", "der", "die", "für", "qui", "pour", "que", "para", "che", "om"];
    let Some(job) = after.iter().take(MOST_WORDS).position(|word| title::is_job_name(word)) else { return false };
    let mut before = begins.split_whitespace().rev();
    let has_article = before.clone().next().is_some_and(|word| is_one_of(word, &ARTICLES));
    let first = if has_article { before.nth(1) } else { before.next() };
    let is_as = || first.is_some_and(|word| is_one_of(word, &AS)) && SEEKS.first(sentence).is_some();
    let is_described = || after.get(job + 1).is_none_or(|word| is_one_of(word, &WHO));
    // "Full-time welder with an eye for steel"
    let is_one = || after.get(job + 1).is_some_and(|word| is_one_of(word, &WITH)) && !after[job].ends_with('s');
    is_as() || (first.is_none() && (has_article && is_described() || is_one()))
}

/// Whether a phrase says that one works on one's own account, rather than naming somebody who does.
fn is_freelance(hit: &Hit, text: &str) -> bool {
    hit.fact == Fact::EmploymentHint(EmploymentType::Contractor) && is_one_of(&text[hit.span.clone()], &["freelance"])
}

/// Whether what follows speaks to the reader or tells where: "As an intern, you", but "as a volunteer manager".
fn speaks_on(clause: &str) -> bool {
    const WORDS: [&str; 16] = [
        "you", "we", "in", "at", "with", "on", "for", "du", "wirst", "bist", "bei", "im", "chez", "en", "you'll",
        "you’ll",
    ];
    let next = clause.trim_start();
    next.is_empty() || next.starts_with(',') || next.split(' ').next().is_some_and(|word| is_one_of(word, &WORDS))
}

#[cfg(test)]
mod tests {
    use crate::infer::fixture::draft;
    use crate::posting::EmploymentType::{self, Contractor, FullTime, PartTime, Temporary, Volunteer};

    #[test]
    fn f1_the_job_that_one_is_sought_for_may_stand_far_from_the_word_that_seeks() {
        for (text, expected) in [
            ("Acme seeks somebody to join a lively crew at the yard as a full-time welder.", Some(vec![FullTime])),
            ("Wir suchen jemanden für unsere Werft als Teilzeit Schweißer.", Some(vec![PartTime])),
            ("The position. A full-time welder who divides the week between two docks.", Some(vec![FullTime])),
            ("We pay €38,000 a year for a full-time contract of 40 hours.", Some(vec![FullTime])),
            ("We can offer full or part time.", Some(vec![PartTime, FullTime])),
            ("Seasonal: May to September", Some(vec![Temporary])),
            ("Freelancers welcome, you send a bill.", Some(vec![Contractor])),
            ("A full-time welder earns more than that.", None),
            ("Ann came to us as a full-time welder.", None),
            ("You bring one year of full-time experience.", None),
        ] {
            let facts = draft().heading(1, "Welder").paragraph(text).facts();
            assert_eq!(facts.employment_type.map(|field| field.value), expected, "{text}");
        }
    }

    fn kinds(text: &str) -> Vec<EmploymentType> {
        let facts = draft().heading(1, "Welder").paragraph("We weld.").paragraph(text).facts();
        facts.employment_type.map(|field| field.value).unwrap_or_default()
    }

    #[test]
    fn f1_full_time_begins_a_line_about_one_who_does_the_job() {
        for (text, expected) in [
            ("Full-time steel hull welder with an eye for seams and docks", vec![FullTime]),
            ("Part-time welder for a yard that builds hulls", vec![PartTime]),
            ("Full-time welders with an eye for seams are rare", vec![]),
            ("Full-time welder jobs are rare", vec![FullTime]),
            ("CDD (at first)", vec![Temporary]),
            ("Possibilité de CDD par la suite", vec![]),
        ] {
            assert_eq!(kinds(text), expected, "{text}");
        }
    }

    #[test]
    fn f1_who_works_as_a_volunteer_is_one_and_experience_as_one_is_none() {
        for (text, expected) in [
            ("Vous occuperez ce poste en tant que bénévole.", vec![Volunteer]),
            ("Du übst die Stelle als Ehrenamtliche aus.", vec![Volunteer]),
            ("Ocuparás este puesto como voluntario.", vec![Volunteer]),
            ("Você ocupará o cargo como voluntária.", vec![Volunteer]),
            ("Je vervult deze functie als vrijwilliger.", vec![Volunteer]),
            ("Ricoprirai questo ruolo come volontario.", vec![Volunteer]),
            ("Du har uppdraget som volontär.", vec![Volunteer]),
            ("Une expérience en tant que bénévole compte aussi.", vec![]),
            ("Erfahrung als Ehrenamtliche zählt auch.", vec![]),
        ] {
            assert_eq!(kinds(text), expected, "{text}");
        }
    }
}
