//! What follows the places of a line and names none: `Ulm, with travel to Bern`, `Lyon, deux jours par semaine au bureau`.
//!
//! In goes a line, out come what stands before such a remark and the remark. What it says of remote work is asked here,
//! what it says of other places is left alone: one only travels there. Links and full stops come off as well.

use std::sync::LazyLock;

use super::terms::TERMS;
use crate::infer::lexicon::Lexicon;
use crate::infer::places;
use crate::infer::remote;
use crate::infer::table;
use crate::infer::words::{has_figure, has_one_of, is_and, is_ideographic, split_at_each, strip_word};
use crate::posting::Remote;

static LEADS: LazyLock<Lexicon<()>> = LazyLock::new(|| table::TERMS.lexicon("remark"));

/// `text` without the remark behind a comma, and that; the whole text where there is none.
pub(super) fn split_remark(text: &str) -> (&str, &str) {
    let commas = text.match_indices([',', ';', '，']).map(|(at, mark)| (at, at + mark.len()));
    let is_open = |at: usize| text[..at].matches(['(', '（']).count() > text[..at].matches([')', '）']).count();
    let mut behind = commas.filter(|(at, _)| !is_open(*at)).map(|(at, next)| (at, text[next..].trim_start()));
    let begins = |rest: &str| {
        let part = rest.split([',', ';', '，']).next().unwrap_or(rest);
        LEADS.leading(rest).is_some() || counts_days(part) || adds_aside(part)
    };
    let parted = behind.find(|(_, rest)| begins(rest)).map(|(at, rest)| (&text[..at], rest));
    parted.or_else(|| behind_town(text)).unwrap_or((text, ""))
}

/// Whether words add what is no name: `and sites throughout the County`, but `and remote`.
fn adds_aside(part: &str) -> bool {
    let joined = || part.split_once(' ').filter(|(and, _)| is_and(and)).map(|(_, added)| added);
    let added = strip_word(part, "as well as").or_else(joined).map(str::trim_start);
    added.is_some_and(|added| {
        added.starts_with(char::is_lowercase) && added.contains(' ') && TERMS.first(added).is_none()
    })
}

/// What of a line stands before a remark.
pub(in crate::infer) fn before_remark(text: &str) -> &str {
    split_remark(text).0
}

/// Whether a few words count the days that one works here or there: `office 2x a week`.
pub(super) fn counts_days(text: &str) -> bool {
    has_figure(text) && remote::answer(text) == Some(Remote::Hybrid) && TERMS.first(text).is_some()
}

/// `Ulm or remote` and `with travel to Bern` of `Ulm or remote with travel to Bern`.
fn behind_town(text: &str) -> Option<(&str, &str)> {
    const LINKS: [&str; 6] = [" with ", " mit ", " avec ", " con ", " com ", " met "];
    let (town, _) = split_at_each(text, &LINKS).min_by_key(|(before, _)| before.len())?;
    let tells_places = places::kind(town.split(',').next()?).is_some() || super::read(town).is_understood();
    tells_places.then(|| (town, text[town.len()..].trim_start()))
}

/// Whether a remark says that some of the work is done elsewhere.
pub(super) fn tells_mix(remark: &str) -> bool {
    // As places of their own, they would be all of it.
    const HOME: [&str; 2] = ["at home", "from home"];
    TERMS.find(remark).any(|(remote, _)| remote != Remote::No) || has_one_of(remark, &HOME)
}

/// Whether a line names days for the office, and more than that: `Work from office (Tue, Wed, Thu), work from home (Mon, Fri)`.
pub(super) fn shares_week(line: &str) -> bool {
    let mut brackets = line.split('(').skip(1).filter_map(|behind| behind.split_once(')'));
    brackets.any(|(inside, _)| remote::are_weekdays(inside)) && TERMS.find(line).any(|(remote, _)| remote == Remote::No)
}

/// `Ulm https://example.com/map` as `Ulm`.
pub(super) fn without_links(text: &str) -> String {
    text.split_whitespace().filter(|word| !word.contains("://")).collect::<Vec<_>>().join(" ")
}

/// `Stockholm.` as `Stockholm`, but not `Washington, D.C.` as a shorter name.
pub(super) fn without_full_stop(text: &str) -> &str {
    let text = text.trim_end();
    let ends_word = |rest: &&str| rest.ends_with(|c: char| c.is_lowercase() || is_ideographic(c));
    text.strip_suffix(['.', '。']).filter(ends_word).unwrap_or(text)
}
