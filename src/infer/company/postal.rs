//! Names in postal addresses: above the street, or before it on the same line.
//!
//! In go lines of text, out come names. The words are `data/employers.txt`.

use std::sync::LazyLock;

use super::sentences::institution_of;
use super::{headings, name};
use crate::infer::lexicon::Lexicon;
use crate::infer::table::EMPLOYERS;
use crate::infer::team;
use crate::infer::words::rsplit_at_each;

/// What stands before the person in an address to whom a letter should go: "Attn.".
static ATTENTION: LazyLock<Lexicon<()>> = LazyLock::new(|| EMPLOYERS.lexicon("attention"));
/// What one sends to those who hire.
static PAPERS: LazyLock<Lexicon<()>> = LazyLock::new(|| EMPLOYERS.lexicon("papers"));

/// The name in the line above a street and a town with its postcode, lines to a person or a department there aside.
pub(super) fn above(text: &str) -> Option<&str> {
    let lines: Vec<&str> = text.split('\n').map(str::trim).collect();
    let has_number =
        |line: &str| line.len() < 60 && line.split(' ').any(|word| word.starts_with(|c: char| c.is_ascii_digit()));
    let is_town = |line: &str| line.split(' ').any(is_postcode) && line.len() < 60;
    let at = lines.windows(3).position(|lines| has_number(lines[1]) && !has_number(lines[0]) && is_town(lines[2]))?;
    let name = lines[..=at].iter().rev().find(|line| !is_within(line))?;
    headings::alone(name).or_else(|| institution_of(name))
}

/// The same below a line that says where papers should go: "Bewerbungen an:"; it may be a person's where that is not told.
pub(super) fn addressee<'a>(above_it: &str, text: &'a str) -> Option<&'a str> {
    let is_told = above_it.trim_end().ends_with([':', '：']) && PAPERS.is_in(above_it);
    if is_told { above(text).filter(|name| !name::may_be_persons(name)) } else { None }
}

/// Whether a line of an address says who at the employer's should have a letter: "z. Hd. Frau Doe", "Human Resources".
fn is_within(line: &str) -> bool {
    let is_department = || line.split(' ').all(team::is_usual);
    ATTENTION.strip(line).is_some() || name::is_addressed(line) || is_department()
}

/// The name in an address on one line: "Acme · Hafenstraße 4 · Ulm"; an institution's may stand behind another name, "Jane
/// Doe, Institute of Steel, 4 Harbour Road".
pub(super) fn in_line(line: &str) -> Option<&str> {
    const FEWEST: usize = 3;
    let pieces: Vec<&str> = line.split([',', '|', '·', '•']).map(str::trim).collect();
    let has_number = |piece: &str| {
        let is_number = |word: &str| word.starts_with(|c: char| c.is_ascii_digit());
        // "45 seats"
        let is_count = piece.split_once(' ').is_some_and(|(number, counted)| {
            is_number(number) && counted.starts_with(char::is_lowercase) && !counted.contains(' ')
        });
        piece.split(' ').any(is_number) && !is_count
    };
    let named = |name| headings::alone(name).or_else(|| institution_of(name));
    let is_address = pieces.len() >= FEWEST && line.len() < 100 && has_number(pieces[1]);
    let first = pieces.first().filter(|_| is_address).and_then(|name| named(name));
    let first = first.or_else(|| before_street(&pieces));
    let mut inner = pieces.windows(2).skip(1).filter(|pair| has_number(pair[1])).map(|pair| pair[0]);
    first.or_else(|| inner.find_map(|name| named(name).filter(|name| name::is_institution(name))))
}

/// The institution that stands before a street and nothing else: "Bodega Quilla, Calle del Puerto 4".
fn before_street<'a>(pieces: &[&'a str]) -> Option<&'a str> {
    const LONGEST_NUMBER: usize = 4;
    let [name, street] = *pieces else { return None };
    let is_number = |word: &str| {
        word.len() <= LONGEST_NUMBER
            && word.starts_with(|c: char| c.is_ascii_digit())
            && word.trim_start_matches(|c: char| c.is_ascii_digit()).chars().count() <= 1
    };
    let (first, last) = (street.split(' ').next()?, street.rsplit_once(' ')?.1);
    let is_street = (is_number(last) && first.starts_with(char::is_uppercase))
        || (is_number(first) && last.starts_with(char::is_uppercase));
    headings::alone(name).filter(|name| is_street && name::is_whole_institution(name))
}

/// The name in a whole address on one line: "Acme group – Hafenstraße 4, 89073 Ulm".
pub(super) fn in_full_line(line: &str) -> Option<&str> {
    const LONGEST: usize = 110;
    let (name, address) = line.split_once([',', '–', '|', '·', '•']).filter(|_| line.len() <= LONGEST)?;
    let mut pieces = address.split([',', '–', '|', '·', '•']).map(str::trim);
    let is_town = |piece: &str| {
        let mut words = piece.split(' ');
        words.next().is_some_and(is_postcode) && words.next().is_some_and(|town| town.starts_with(char::is_uppercase))
    };
    let is_street = || name.ends_with(|c: char| c.is_ascii_digit());
    // "Write to Acme, Hafenstraße 4, 89073 Ulm"
    let addressee = rsplit_at_each(name, &[" an ", " an die ", " to ", " à ", " aan ", " para ", " a ", ": "]);
    let name = addressee.map(|(_, name)| name).min_by_key(|name| name.len()).unwrap_or(name);
    let own = Some(name::leading(name)).filter(|own| !own.is_empty() && !is_street())?;
    // "Acme group", but "Envoyez votre lettre"
    let is_all = name::rest(name, own).split_whitespace().nth(1).is_none();
    (is_all && pieces.any(is_town)).then_some(own)
}

/// Whether a word is a postcode of four or five figures, a country's code before it or not.
fn is_postcode(word: &str) -> bool {
    let figures = word.rsplit('-').next().unwrap_or("").trim_end_matches(',');
    (4..=5).contains(&figures.len()) && figures.bytes().all(|b| b.is_ascii_digit())
}
