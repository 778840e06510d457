//! Brackets in a line about where work is done: which tell terms, which are a part of a name, and which are remarks.
//!
//! In goes a line, out come what stands outside of brackets and what stood in those that tell terms; remarks are dropped.

use super::hours::is_hours;
use super::names::{names_part_of_town, of_address};
use super::remarks::counts_days;
use super::terms::{
    connected, is_nowhere, is_qualifier, leading_remote_word, remote_word, trailing_remote_word, without_qualifier,
};
use super::{Whereabouts, wide};
use crate::infer::places;
use crate::infer::words::{has_figure, has_one_of, is_hangul, is_ideographic, is_two_capitals};
use crate::posting::{City, Remote, Spot};

/// `text` without the round brackets that tell terms, and what stood in those; others stay where they are.
pub(super) fn split_brackets(text: &str) -> (String, Vec<&str>) {
    let mut outside = String::with_capacity(text.len());
    let mut brackets = Vec::new();
    let mut rest = text;
    while let Some(open) = rest.find(['(', '（', '[']) {
        let bracket = rest[open..].chars().next().map_or(1, char::len_utf8);
        let Some(length) = rest[open + bracket..].find([')', '）', ']']) else { break };
        let inside = &rest[open + bracket..open + bracket + length];
        let close = open + bracket + length;
        let is_address = is_address_of_house(inside, &rest[..open]);
        let after = close + rest[close..].chars().next().map_or(1, char::len_utf8);
        if is_address {
            brackets.push(inside);
        } else if tells_terms(inside, &rest[..open]) {
            outside.push_str(&rest[..open]);
            outside.push(' ');
            brackets.push(inside);
        } else if is_remark(inside, &rest[..open]) {
            outside.push_str(&rest[..open]);
        } else {
            outside.push_str(&rest[..after]);
        }
        rest = &rest[after..];
    }
    outside.push_str(rest);
    (outside, brackets)
}

/// Whether what stands in brackets behind a known place, and tells no terms, is some words about it: `Ulm (relocation
/// support available)`; whatever it is that stands behind `Remote`: `Remote (own torch)`.
fn is_remark(inside: &str, before: &str) -> bool {
    const WAYS: [&str; 10] = ["駅", "徒歩", "最寄", "号线", "地铁", "附近", "역", "도보", "지하철", "호선"];
    let begins_small = || inside.starts_with(|c: char| c.is_lowercase()) && inside.trim().contains(' ');
    let name = connected(before.split(',').next().unwrap_or(before));
    // "京都市（京都駅から徒歩3分）"
    let tells_way = || {
        before.trim_end().ends_with(|c| is_ideographic(c) || is_hangul(c))
            && WAYS.iter().any(|way| inside.contains(way))
    };
    if tells_way() {
        return true;
    }
    // "Vienne (38)", a town of the department
    let is_department = (2..=3).contains(&inside.len())
        && inside.starts_with(|c: char| c.is_ascii_digit())
        && inside.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'A' | b'B'));
    if is_department && before.trim_end().ends_with(char::is_alphabetic) {
        return true;
    }
    // "20121 Milano (MI)", a town of the province
    let last_word = before.trim_end().rsplit([' ', ',', '/']).next().unwrap_or(before);
    let is_province = is_two_capitals(inside);
    if is_province
        && matches!(places::find(last_word), Some(Spot::City(City { country: Some(land), .. })) if land.code() == "IT")
    {
        return true;
    }
    // "Ulm and Kiel (state which)"
    let last = || before.trim_end().rsplit([' ', '/', ',']).next().is_some_and(places::is_city);
    // "Ulm (city centre)", "Kiel (Hafen)"
    let tells_little = || begins_small() || names_part_of_town(inside);
    let is_about_place = || tells_little() && (places::kind(name).is_some() || last());
    // "Ulm (Hall 7, gate 3)"
    let is_long = || inside.split(' ').nth(2).is_some();
    let tells_way_in = || inside.contains([',', '，']) || is_long() || (has_figure(inside) && inside.contains(' '));
    let town = town_before(before);
    if (places::kind(town).is_some() || is_district(town)) && tells_way_in() && !is_understood(inside) {
        return true;
    }
    // "Delhi NCR (in person preferred)"
    if says_how_much(inside) {
        return true;
    }
    // "Ulm (HQ)"
    let is_code = inside.len() <= 3 && inside.bytes().all(|b| b.is_ascii_uppercase());
    if is_code && places::is_city(name) && !places::may_hold(inside, name) {
        return true;
    }
    // "Ulm; remote (DE)"
    let last = before.rsplit([';', '|', ',', '/', '·']).next().unwrap_or(before);
    (remote_word(last).is_some() || is_about_place()) && !is_understood(inside)
}

/// The name that `before` ends with, behind the mark that parts it from others.
fn town_before(before: &str) -> &str {
    before.rsplit([',', '/', '|', ';', '·', '、']).next().unwrap_or(before).trim()
}

/// Whether a name is that of a district of a Chinese town: `余杭区`.
pub(super) fn is_district(name: &str) -> bool {
    name.ends_with(['区', '區']) && name.chars().all(is_ideographic)
}

/// Whether several words end one of their parts with how much it is meant: `in person preferred; Kiel possible`.
fn says_how_much(inside: &str) -> bool {
    let ends = |part: &str| part.trim().rsplit_once(' ').is_some_and(|(_, last)| is_qualifier(last));
    inside.split([';', ',']).any(ends)
}

/// Whether it is the address of a house whose name stands before: `Hullwerk Yard (12 Dock Road, Leeds)`.
fn is_address_of_house(inside: &str, before: &str) -> bool {
    let has_figure = inside.contains(char::is_numeric);
    has_figure && places::kind(connected(before)).is_none() && remote_word(before).is_none() && {
        let parts: Vec<&str> = inside.split([',', '・']).map(str::trim).collect();
        let place = of_address(&parts).or_else(|| wide::of_address(parts[0]));
        place.is_some_and(|place| matches!(place.spot, Spot::City(_)))
    }
}

/// Whether it is a place with a word for how much one should be there: `Ulm preferred`, `ideally Ulm`.
fn is_preferred_place(inside: &str) -> bool {
    without_qualifier(inside.trim()).is_some_and(|name| places::kind(name).is_some())
}

/// Whether what stands in brackets after `before` tells terms rather than being a part of the name.
fn tells_terms(inside: &str, before: &str) -> bool {
    if is_hours(inside) || gender_marker(inside) {
        return !gender_marker(inside);
    }
    if is_qualifier(inside) || is_nowhere(inside) || is_preferred_place(inside) {
        return true;
    }
    let names_remote = has_one_of(
        inside,
        &["remote", "remotely", "homeoffice", "télétravail", "hybrid", "days per week", "days a week", "anywhere"],
    );
    // "Ulm (remoto al 80%)"
    let begins = || leading_remote_word(inside).is_some_and(|(remote, _)| remote != Remote::No) && inside.contains('%');
    if names_remote || inside.contains("リモート") || begins() || counts_days(inside) {
        return true;
    }
    let mut trial = Whereabouts::default();
    trial.add_line(inside);
    let after_remote = remote_word(before).is_some() || trailing_remote_word(before).is_some() || is_nowhere(before);
    !trial.has_unknown && (trial.remote.is_some() || !trial.employment.is_empty() || after_remote)
}

/// Whether nothing in a line is unknown.
pub(super) fn is_understood(line: &str) -> bool {
    let mut trial = Whereabouts::default();
    trial.add_line(line);
    !trial.has_unknown
}

fn gender_marker(text: &str) -> bool {
    text.len() <= 8 && text.split('/').count() > 1 && text.split('/').all(|part| part.trim().chars().count() <= 1)
}

/// What stands in square brackets that are all of a line, each part behind a comma.
pub(super) fn in_square_brackets(text: &str) -> Option<String> {
    let inside = text.trim().strip_prefix('[')?.strip_suffix(']')?;
    let parts: Vec<&str> = inside.split("] [").collect();
    parts.iter().all(|part| !part.contains(['[', ']'])).then(|| parts.join(", "))
}
