//! The sources that are asked one after the other, the most trusted first (F1), each for all that it may tell.
//!
//! In go the facts so far and one source, out come the same facts with what was still empty. Which source is asked when is
//! decided by [`infer`](super::infer()).

use super::body::Body;
use super::file_name::FileName;
use super::front_matter::{self, Given};
use super::{
    Defaults, Sources, company, contradiction, employment_type, experience, fill, home_of, labels, language, level,
    offices, process, remote, salary, status, text_of, title,
};
use crate::diagnostic::Diagnostic;
use crate::extract::Draft;
use crate::posting::{EmploymentType, Facts, Field, Origin, OriginKind, Place, Remote};
use crate::source::SourceFile;

/// What the folder and the configuration say for all their postings.
pub(super) fn from_around(facts: &mut Facts, defaults: &Defaults<'_>) {
    let folder = front_matter::read(defaults.folder, OriginKind::Folder, None, &mut Vec::new()).facts;
    // Where and how one works belong together: a remote posting is not in its folder's office.
    let has_place = facts.locations.is_some() || facts.remote.is_some();
    // Under the names of other tools, a date in a folder's index is that of the folder's own page.
    let is_ours = |name: &str| defaults.folder.iter().any(|entry| entry.key == name);
    let by_config = || defaults.company.map(|name| Field::elsewhere(name.to_owned(), OriginKind::Config));
    let shared = Facts {
        company: folder.company.or_else(by_config),
        locations: folder.locations.filter(|_| !has_place),
        remote: folder.remote.filter(|_| !has_place),
        remote_countries: folder.remote_countries.filter(|_| !has_place),
        remote_hours: folder.remote_hours.filter(|_| !has_place),
        employment_type: folder.employment_type,
        team: folder.team,
        apply: folder.apply,
        process: folder.process,
        language: folder.language,
        posted: folder.posted.filter(|_| is_ours("posted")),
        closes: folder.closes.filter(|_| is_ours("closes")),
        ..Facts::default()
    };
    *facts = std::mem::take(facts).or(shared);
}

/// The title that the first heading gives, or one right below it. Returned is one that only announces, "Join us", to be used
/// where nothing else is found.
pub(super) fn from_lead(
    facts: &mut Facts,
    draft: &Draft,
    body: &Body<'_>,
    name: &FileName<'_>,
) -> Option<Field<String>> {
    let empty = title::take_empty(facts, draft);
    fill(&mut facts.title, || title::below_lead(body, name).or_else(|| title::lead(draft)));
    empty
}

/// What labelled lines of the text state, keys of front matter that are labels all the same, and a first line that says that
/// the posting is closed.
pub(super) fn from_labels(
    facts: &mut Facts,
    given: &Given,
    body: &Body<'_>,
    source: &SourceFile,
    diagnostics: &mut Vec<Diagnostic>,
) {
    let mut stated = Facts { status: status::in_body(body), ..Facts::default() };
    labels::fill(&mut stated, body);
    labels::fill_from_keys(&mut stated, &given.others);
    for list in &given.lists {
        labels::fill_from_list(&mut stated, list);
    }
    title::prefer_job(&mut facts.title, &mut stated.title);
    contradiction::warn(facts, &stated, source, diagnostics);
    *facts = std::mem::take(facts).or(stated);
}

/// The title, which leaves `facts` to be set at last: what is known of it, or else a later heading, a first line, the file's
/// name, a sentence.
pub(super) fn take_title(
    facts: &mut Facts,
    Sources { body, name, source, .. }: &Sources<'_>,
    empty: Option<Field<String>>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Field<String> {
    title::prefer_sought(&mut facts.title, body);
    let told = facts.title.take().or_else(|| title::heading(body)).or_else(|| title::in_text(body, name, empty));
    told.unwrap_or_else(|| title::untitled(source, diagnostics))
}

/// The language: that of the file's name, of the text, of the site.
pub(super) fn from_language(facts: &mut Facts, sources: &Sources<'_>, title: &Field<String>) {
    let Sources { name, body, given, defaults, .. } = sources;
    let by_name = || name.language.clone().map(|code| Field::elsewhere(code, OriginKind::FileName));
    let by_site = || defaults.language.map(|code| Field::elsewhere(code.to_owned(), OriginKind::Config));
    let told = || language::in_posting(body, title, &given.prose);
    fill(&mut facts.language, || by_name().or_else(told).or_else(by_site));
}

/// What the title says beside the job's name.
pub(super) fn from_title(facts: &mut Facts, title: &Field<String>, body: &Body<'_>) {
    let origin_of_title = title.origin.kind;
    let origin = Origin { kind: OriginKind::Title, ..title.origin };
    let title = title.value.as_str();
    if let Some(value) = remote::in_title(title) {
        front_matter::fill_from(facts, &Field { value, origin });
    }
    // What a file's name says is asked last.
    let has_title = origin_of_title != OriginKind::FileName;
    fill(&mut facts.locations, || Some(Field { value: has_title.then(|| offices::in_title(title))??, origin }));
    // "We seek a welder in Ulm", below the title in front matter
    let heading = body.parts.first().filter(|first| first.is_heading() && first.block.text != title);
    fill(&mut facts.locations, || heading.and_then(|first| Some(first.field(offices::in_title(&first.block.text)?))));
    let language = text_of(&facts.language);
    let is_internal = |kinds: &[_]| kinds == [EmploymentType::Intern] && employment_type::is_internal(title, language);
    let kinds = || employment_type::in_title(title).filter(|kinds| !is_internal(kinds));
    // "Hours: 20 a week" below "Welding intern" says but how much one works.
    if let Some(stated) = facts.employment_type.as_mut() {
        employment_type::add_relation(&mut stated.value, || kinds().unwrap_or_default());
    }
    fill(&mut facts.employment_type, || Some(Field { value: kinds()?, origin }));
    fill(&mut facts.level, || Some(Field { value: level::in_title(title)?, origin }));
    fill(&mut facts.experience_months, || Some(Field { value: experience::in_title(title)?, origin }));
    fill(&mut facts.company, || Some(Field { value: company::in_title(title)?, origin }));
    // "Vacancy at Acme"
    let page = || heading.filter(|first| title::is_of_openings(&first.block.text));
    fill(&mut facts.company, || page().and_then(|first| Some(first.field(company::in_title(&first.block.text)?))));
}

/// What sentences of a text say.
pub(super) fn from_sentences(facts: &mut Facts, body: &Body<'_>) {
    where_from_sentences(facts, body);
    let of_text = || employment_type::in_body(body);
    let more = || of_text().map(|field| field.value).unwrap_or_default();
    match facts.employment_type.as_mut() {
        Some(known) if known.origin.kind == OriginKind::Title => employment_type::add_relation(&mut known.value, more),
        Some(known) if known.origin.kind == OriginKind::Label => employment_type::complete(&mut known.value, more),
        _ => {}
    }
    fill(&mut facts.employment_type, of_text);
    fill(&mut facts.process, || process::in_body(body));
    let home = salary::home(home_of(facts, body), text_of(&facts.language));
    facts.salary = salary::settle(facts.salary.take(), body, home);
    fill(&mut facts.experience_months, || experience::in_body(body));
}

/// Where sentences say that one works: an office tells how to read remote work, and that which places to look for.
fn where_from_sentences(facts: &mut Facts, body: &Body<'_>) {
    let has_office = || match &facts.locations {
        Some(field) => field.value.iter().any(|place| !place.is_remote()),
        None => offices::in_body(body, None).is_some(),
    };
    fill(&mut facts.remote, || remote::in_body(body, has_office));
    let remote = facts.remote.as_ref().map(|remote| remote.value);
    if matches!(remote, Some(Remote::Full | Remote::Hybrid)) {
        fill(&mut facts.remote_hours, || remote::hours_in_body(body));
    }
    fill(&mut facts.locations, || offices::in_body(body, remote));
    let full = facts.remote.as_ref().filter(|remote| remote.value == Remote::Full);
    fill(&mut facts.locations, || Some(Field { value: vec![Place::new(Place::REMOTE)], origin: full?.origin }));
}

/// What the file's name says beside the job's: `welder-part-time-ulm.md`.
pub(super) fn from_file_name(facts: &mut Facts, name: &FileName<'_>) {
    fn told<T>(value: T) -> Field<T> {
        Field::elsewhere(value, OriginKind::FileName)
    }
    let is_remote = facts.remote.as_ref().is_some_and(|remote| remote.value == Remote::Full);
    let lacks_place = facts.locations.is_none() && !is_remote;
    if facts.employment_type.is_some() && !lacks_place {
        return;
    }
    let Some(title) = name.title() else { return };
    fill(&mut facts.employment_type, || employment_type::in_title(&title).map(told));
    if lacks_place {
        facts.locations = offices::in_title(&title).map(told);
    }
}
