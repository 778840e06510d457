//! What is read from a posting as a whole, when all that single sources tell is known: who hires, what is asked, how to apply
//! and until when.
//!
//! In go the facts so far and all sources, out come the same facts with what was still empty. The order is decided by
//! [`infer`](super::infer()): the currency hangs on the place, the way to apply on the employer.

use super::compare::BlockHash;
use super::skills::Claims;
use super::{Sources, apply, company, dates, fill, home_of, places, salary, skills, status, summary, team, text_of};
use crate::diagnostic::Diagnostic;
use crate::posting::{Facts, Field, OriginKind};

/// Makes an amount in dollars one of the country where the work is.
pub(super) fn bring_salary_home(facts: &mut Facts, sources: &Sources<'_>) {
    if facts.salary.is_none() {
        return;
    }
    let country = home_of(facts, &sources.body);
    if let (Some(home), Some(salary)) = (salary::home(country, text_of(&facts.language)), &mut facts.salary) {
        salary::bring_home(salary, home, &sources.source.text);
    }
}

/// The employer that title, text, front matter's prose and the addresses of all of them tell.
pub(super) fn company(facts: &mut Facts, sources: &Sources<'_>, title: &Field<String>) {
    let Sources { body, given, draft, .. } = sources;
    let apply = facts.apply.as_ref().map_or(&[][..], |apply| &apply.value);
    fill(&mut facts.company, || {
        let (prose, others, path) = ([&given.prose[..], &given.texts], &given.others, &draft.path);
        company::in_posting(company::Sources { title, body, prose, others, apply, path }, &draft.links)
    });
}

/// The team: of other keys, of the title, of sentences.
pub(super) fn team(facts: &mut Facts, Sources { given, body, prose, .. }: &Sources<'_>, title: &Field<String>) {
    let company = text_of(&facts.company);
    fill(&mut facts.team, || {
        let in_sentences = || team::in_body(prose, company).or_else(|| team::in_body(body, company));
        let around = || team::of_title(body, &title.value);
        let told = team::in_values(&given.others).or_else(|| team::in_title(title, body));
        // "Our Québec team" is anybody there.
        let is_place = |team: &Field<String>| places::kind(&team.value).is_some() && !team::is_usual(&team.value);
        told.or_else(|| around().or_else(in_sentences).filter(|team| !is_place(team)))
    });
}

/// The summary: a paragraph of the text, or else a `weak` one that front matter gives. Returned are all that would do.
pub(super) fn summary(
    facts: &mut Facts,
    sources: &Sources<'_>,
    weak: Option<Field<String>>,
) -> Vec<(BlockHash, Field<String>)> {
    if facts.summary.is_some() {
        return Vec::new();
    }
    let summaries = summary::in_body(&sources.body);
    facts.summary = summaries.first().map(|(_, summary)| summary.clone()).or(weak);
    summaries
}

/// The best of the skills that are claimed. Returned is all that is claimed.
pub(super) fn tags(
    facts: &mut Facts,
    Sources { body, prose, texts, .. }: &Sources<'_>,
    title: &Field<String>,
) -> Claims {
    // A file's name alone is no posting: it claims nothing.
    let says_something = !body.parts.is_empty() || title.origin.kind != OriginKind::FileName;
    if facts.tags.is_some() || !says_something {
        return Claims::default();
    }
    let mut claims = skills::in_posting(&title.value, body, [prose, texts]);
    claims.forget(text_of(&facts.company).unwrap_or_default());
    facts.tags = claims.best();
    claims
}

/// How to apply: what the text says, texts in front matter, or an address in front matter of which nothing is said.
pub(super) fn apply(facts: &mut Facts, Sources { draft, body, source, .. }: &Sources<'_>) {
    fill(&mut facts.apply, || apply::in_body(body, draft, source));
}

/// The same where an address lacks the employer's domain, or stands where one rather looks for something else.
pub(super) fn unclear_apply(facts: &mut Facts, sources: &Sources<'_>, diagnostics: &mut Vec<Diagnostic>) {
    let Sources { draft, body, source, given, texts, defaults, .. } = sources;
    let home = text_of(&facts.company).and_then(|company| company::domain(company, &draft.links));
    let domain = defaults.domain.or(home);
    fill(&mut facts.apply, || apply::incomplete(body, domain, source, diagnostics));
    fill(&mut facts.apply, || apply::written_in(texts).or_else(|| given.contact.clone()));
}

/// The first and the last day: sentences, and for the first the file's name.
pub(super) fn days(facts: &mut Facts, sources: &Sources<'_>, diagnostics: &mut Vec<Diagnostic>) {
    let Sources { body, prose, name, source, .. } = sources;
    let order = text_of(&facts.language).and_then(dates::order_in);
    let order = order.or_else(|| dates::order_of(home_of(facts, body)?));
    let order = order.or_else(|| dates::order_paid_in(facts.salary.as_ref()?.value.currency.as_deref()?));
    let since = facts.posted.as_ref().map(|date| date.value).or(name.date);
    let known = dates::Known { posted: facts.posted.is_some(), closes: facts.closes.is_some(), since, order };
    for texts in [prose, body] {
        let told = dates::in_body(texts, known, source, diagnostics);
        fill(&mut facts.closes, || told.closes);
        fill(&mut facts.posted, || told.posted);
    }
    fill(&mut facts.posted, || name.date.map(|date| Field::elsewhere(date, OriginKind::FileName)));
}

/// Whether it is open, as the title says or the folder's name.
pub(super) fn status(facts: &mut Facts, sources: &Sources<'_>, title: &Field<String>) {
    fill(&mut facts.status, || status::in_title(title).or_else(|| status::in_path(&sources.draft.path)));
}

/// Gives names from the text the apostrophe of keyboards, with which they are typed; text has that of printers.
pub(super) fn write_as_typed(facts: &mut Facts) {
    let of_text = [&mut facts.title, &mut facts.heading, &mut facts.company].into_iter().flatten();
    for name in of_text.filter(|name| name.origin.kind == OriginKind::Body) {
        name.value = name.value.replace('’', "'");
    }
    if let Some(places) = facts.locations.as_mut().filter(|places| places.origin.kind != OriginKind::FrontMatter) {
        for place in places.value.iter_mut().filter(|place| place.name.contains('’')) {
            place.name = place.name.replace('’', "'");
        }
    }
}
