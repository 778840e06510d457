//! A draft becomes facts: what front matter leaves out is read from the text, each value with its origin.
//!
//! Pure, and a function of one posting and the defaults around it. Every field is looked for along one chain, the most
//! trusted source first (F1): front matter; the folder's defaults; the configuration; labelled lines near the top;
//! `description` and `subtitle`; the title; sentences of the text; the file's name. The first answer stands, whatever a
//! later source says. A field that no source names stays empty, since a wrong value is worse than none (F3): every
//! reader here would rather be silent. Postings are compared with one another by [`compare`] alone, behind all that; git is
//! not asked.
//!
//! A family of fields has a file of its own, and each vocabulary is a data file in `data/` that one can extend without
//! reading code.

mod apply;
mod bare;
mod body;
mod company;
mod compare;
mod contradiction;
mod dates;
mod denial;
mod description;
mod employment_type;
mod experience;
mod file_name;
mod front_matter;
mod labels;
mod language;
mod level;
mod lexicon;
mod not_posting;
mod offices;
mod phrases;
mod places;
mod process;
mod remote;
mod salary;
mod skills;
mod status;
mod summary;
mod table;
mod team;
mod title;
mod whereabouts;
mod words;

#[cfg(test)]
mod fixture;

pub use self::compare::{Common, Comparable, Peer, compare};
pub use self::not_posting::{Reason, reason};

use self::body::Body;
use crate::data::Entry;
use crate::diagnostic::Diagnostic;
use crate::extract::{Block, BlockKind, Draft};
use crate::posting::{Country, EmploymentType, Facts, Field, OriginKind, Place, Remote};
use crate::source::SourceFile;

/// What holds for a posting that does not say otherwise.
#[derive(Debug, Clone, Copy, Default)]
pub struct Defaults<'a> {
    /// Front matter of the `_index.md` files above the posting, the nearest first; read for the company and for what
    /// postings of a folder share, never for titles or addresses.
    pub folder: &'a [Entry],
    /// The name of `[company]` in the configuration.
    pub company: Option<&'a str>,
    /// The domain of `[company]`, which completes addresses such as `jobs@[our domain]`.
    pub domain: Option<&'a str>,
    /// The site's language, for a text whose own can't be told.
    pub language: Option<&'a str>,
}

/// What is inferred from one posting alone.
#[derive(Debug, Default)]
pub struct Inferred {
    /// What is known of it.
    pub facts: Facts,
    /// What [`compare`] needs of it.
    pub comparable: Comparable,
}

/// Reads the facts of one posting.
pub fn infer(
    draft: &Draft,
    source: &SourceFile,
    defaults: &Defaults<'_>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Inferred {
    let entries = &draft.front_matter.entries;
    let mut given = front_matter::read(entries, OriginKind::FrontMatter, Some(source), diagnostics);
    let weak_summary = description::is_no_summary(&given);
    let weak_summary = weak_summary.then(|| given.facts.summary.take()).flatten();
    let (mut facts, mut prose, mut texts) = (given.facts, given.prose, given.texts);
    let body = Body::new(draft);
    let name = file_name::read(&draft.path);

    from_around(&mut facts, defaults);
    let empty_title = title::take_empty(&mut facts, draft);
    facts.title = facts.title.or_else(|| title::below_lead(&body, &name)).or_else(|| title::lead(draft));
    let mut stated = Facts { status: status::in_body(&body), ..Facts::default() };
    labels::fill(&mut stated, &body);
    labels::fill_from_keys(&mut stated, &given.others);
    for list in &given.lists {
        labels::fill_from_list(&mut stated, list);
    }
    title::prefer_job(&mut facts.title, &mut stated.title);
    contradiction::warn(&facts, &stated, source, diagnostics);
    take_stated(&mut facts, stated);
    description::fill(&mut facts, &prose);
    // A summary that repeats the text says no more than the text does.
    let is_new = |line: &Field<String>| {
        let repeated = memchr::memmem::Finder::new(&line.value);
        !body.parts.iter().any(|part| repeated.find(part.block.text.as_bytes()).is_some())
    };
    prose.retain(is_new);
    texts.retain(is_new);
    let (lines, blocks) = (in_blocks(&prose), in_blocks(&texts));
    let (told, beside) = (Body::of_prose(&lines), Body::of_prose(&blocks));
    from_body(&mut facts, &told);
    facts.title = facts.title.or_else(|| title::heading(&body));
    let title = facts.title.take().or_else(|| title::in_text(&body, &name, empty_title));
    let title = title.unwrap_or_else(|| title::untitled(source, diagnostics));
    let by_name = name.language.clone().map(|code| Field::elsewhere(code, OriginKind::FileName));
    let by_site = || defaults.language.map(|code| Field::elsewhere(code.to_owned(), OriginKind::Config));
    facts.language =
        facts.language.or(by_name).or_else(|| language::in_posting(&body, &title, &prose)).or_else(by_site);
    from_title(&mut facts, &title);
    facts.employment_type = facts.employment_type.take().or(given.tagged);
    from_body(&mut facts, &body);
    from_body(&mut facts, &beside);
    from_file_name(&mut facts, &name);
    if facts.salary.is_some() {
        let spoken = facts.language.as_ref().map(|language| language.value.as_str());
        if let (Some(home), Some(salary)) = (salary::home(home_of(&facts, &body), spoken), &mut facts.salary) {
            salary::bring_home(salary, home, &source.text);
        }
    }
    let apply = facts.apply.as_ref().map_or(&[][..], |apply| &apply.value);
    facts.company = facts.company.take().or_else(|| {
        let (prose, others, path) = ([&prose[..], &texts], &given.others, &draft.path);
        let sources = company::Sources { title: &title, body: &body, prose, others, apply, path };
        company::in_posting(sources, &draft.links)
    });

    let company = facts.company.as_ref().map(|company| company.value.as_str());
    facts.team = facts.team.take().or_else(|| team::in_values(&given.others));
    facts.team = facts.team.take().or_else(|| team::in_title(&title, &body));
    facts.team = facts.team.take().or_else(|| team::in_body(&told, company)).or_else(|| team::in_body(&body, company));
    let (mut claims, mut summaries) = (skills::Claims::default(), Vec::new());
    if facts.summary.is_none() {
        summaries = summary::in_body(&body);
        facts.summary = summaries.first().map(|(_, summary)| summary.clone()).or(weak_summary);
    }
    // A file's name alone is no posting: it claims nothing.
    let says_something = !body.parts.is_empty() || title.origin.kind != OriginKind::FileName;
    if facts.tags.is_none() && says_something {
        claims = skills::in_posting(&title.value, &body, [&told, &beside]);
        claims.forget(company.unwrap_or_default());
        facts.tags = claims.best();
    }
    let home = facts.company.as_ref().and_then(|company| company::domain(&company.value, &draft.links));
    let domain = defaults.domain.or(home);
    facts.apply = facts
        .apply
        .or_else(|| apply::in_body(&body, draft, domain, source, diagnostics))
        .or_else(|| apply::written_in(&beside))
        .or(given.contact);
    let order = facts.language.as_ref().and_then(|language| dates::order_in(&language.value));
    let order = order.or_else(|| dates::order_of(home_of(&facts, &body)?));
    let since = facts.posted.as_ref().map(|date| date.value).or(name.date);
    let known = dates::Known { posted: facts.posted.is_some(), closes: facts.closes.is_some(), since, order };
    let told = dates::in_body(&told, known, source, diagnostics);
    let announced = dates::in_body(&body, known, source, diagnostics);
    facts.closes = facts.closes.or(told.closes).or(announced.closes);
    facts.posted = facts
        .posted
        .or(told.posted)
        .or(announced.posted)
        .or(name.date.map(|date| Field::elsewhere(date, OriginKind::FileName)));
    facts.status = facts.status.or_else(|| status::in_title(&title)).or_else(|| status::in_path(&draft.path));
    title::set(&mut facts, &title, draft);
    write_as_typed(&mut facts);
    Inferred { facts, comparable: Comparable::new(claims, summaries) }
}

/// The company that a folder's `_index.md` names, which makes the folder that company's (I3).
pub fn company_of_folder(entries: &[Entry]) -> Option<String> {
    front_matter::read(entries, OriginKind::Folder, None, &mut Vec::new()).facts.company.map(|company| company.value)
}

/// The names under which front matter states a field, its own name first; none for a name that is no field's.
pub fn names_of(field: &str) -> &'static [&'static str] {
    front_matter::names_of(field)
}

/// Whether the heading that opens the text gives the posting this title.
pub fn is_title_of(draft: &Draft, title: &str) -> bool {
    title::lead(draft).is_some_and(|lead| lead.value == title)
}

/// What the folder and the configuration say for all their postings.
fn from_around(facts: &mut Facts, defaults: &Defaults<'_>) {
    let shared = front_matter::read(defaults.folder, OriginKind::Folder, None, &mut Vec::new()).facts;
    facts.company = facts.company.take().or(shared.company);
    facts.company = facts
        .company
        .take()
        .or_else(|| defaults.company.map(|name| Field::elsewhere(name.to_owned(), OriginKind::Config)));
    // Where and how one works belong together: a remote posting is not in its folder's office.
    if facts.locations.is_none() && facts.remote.is_none() {
        facts.locations = shared.locations;
        facts.remote = shared.remote;
        facts.remote_countries = facts.remote_countries.take().or(shared.remote_countries);
        facts.remote_hours = facts.remote_hours.take().or(shared.remote_hours);
    }
    facts.employment_type = facts.employment_type.take().or(shared.employment_type);
    facts.team = facts.team.take().or(shared.team);
    facts.apply = facts.apply.take().or(shared.apply);
    facts.process = facts.process.take().or(shared.process);
    facts.language = facts.language.take().or(shared.language);
    // Under the names of other tools, a date in a folder's index is that of the folder's own page.
    let is_ours = |name: &str| defaults.folder.iter().any(|entry| entry.key == name);
    facts.posted = facts.posted.take().or(shared.posted.filter(|_| is_ours("posted")));
    facts.closes = facts.closes.take().or(shared.closes.filter(|_| is_ours("closes")));
}

/// What labelled lines of the text state.
fn take_stated(facts: &mut Facts, stated: Facts) {
    fn fill<T>(field: &mut Option<T>, stated: Option<T>) {
        *field = field.take().or(stated);
    }
    fill(&mut facts.title, stated.title);
    fill(&mut facts.company, stated.company);
    fill(&mut facts.locations, stated.locations);
    fill(&mut facts.remote, stated.remote);
    fill(&mut facts.remote_countries, stated.remote_countries);
    fill(&mut facts.remote_hours, stated.remote_hours);
    fill(&mut facts.employment_type, stated.employment_type);
    fill(&mut facts.team, stated.team);
    fill(&mut facts.level, stated.level);
    fill(&mut facts.experience_months, stated.experience_months);
    fill(&mut facts.salary, stated.salary);
    fill(&mut facts.posted, stated.posted);
    fill(&mut facts.closes, stated.closes);
    fill(&mut facts.apply, stated.apply);
    fill(&mut facts.status, stated.status);
}

/// The front matter's lines of prose as blocks of text.
fn in_blocks(prose: &[Field<String>]) -> Vec<Block> {
    let block = |line: &Field<String>| Block {
        kind: BlockKind::Paragraph,
        text: line.value.clone(),
        line: line.origin.line.unwrap_or_default(),
    };
    prose.iter().map(block).flat_map(Block::divided).collect()
}

/// Gives names from the text the apostrophe of keyboards, with which they are typed; text has that of printers.
fn write_as_typed(facts: &mut Facts) {
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

/// What the title says beside the job's name.
fn from_title(facts: &mut Facts, title: &Field<String>) {
    let origin = crate::posting::Origin { kind: OriginKind::Title, ..title.origin };
    if let Some(value) = remote::in_title(&title.value) {
        front_matter::fill_from(facts, &Field { value, origin });
    }
    facts.locations =
        facts.locations.take().or_else(|| offices::in_title(&title.value).map(|value| Field { value, origin }));
    let language = facts.language.as_ref().map(|field| field.value.as_str());
    let is_internal =
        |kinds: &[_]| kinds == [EmploymentType::Intern] && employment_type::is_internal(&title.value, language);
    let kinds = || {
        let kinds = employment_type::in_title(&title.value).filter(|kinds| !is_internal(kinds));
        kinds.map(|value| Field { value, origin })
    };
    // "Hours: 20 a week" below "Welding intern" says but how much one works.
    if let Some(stated) = facts.employment_type.as_mut() {
        employment_type::add_relation(&mut stated.value, || kinds().map(|field| field.value).unwrap_or_default());
    }
    facts.employment_type = facts.employment_type.take().or_else(kinds);
    facts.level = facts.level.take().or_else(|| level::in_title(&title.value).map(|value| Field { value, origin }));
    facts.experience_months = facts
        .experience_months
        .take()
        .or_else(|| experience::in_title(&title.value).map(|value| Field { value, origin }));
    facts.company =
        facts.company.take().or_else(|| company::in_title(&title.value).map(|value| Field { value, origin }));
}

/// What the file's name says beside the job's: `welder-part-time-ulm.md`.
fn from_file_name(facts: &mut Facts, name: &file_name::FileName<'_>) {
    fn told<T>(value: T) -> Field<T> {
        Field::elsewhere(value, OriginKind::FileName)
    }
    let is_remote = facts.remote.as_ref().is_some_and(|remote| remote.value == Remote::Full);
    let lacks_place = facts.locations.is_none() && !is_remote;
    if facts.employment_type.is_some() && !lacks_place {
        return;
    }
    let Some(title) = name.title() else { return };
    facts.employment_type = facts.employment_type.take().or_else(|| employment_type::in_title(&title).map(told));
    if lacks_place {
        facts.locations = offices::in_title(&title).map(told);
    }
}

/// The one country that all places of work lie in; `None` where they lie in several, or none is known.
fn country_of(facts: &Facts) -> Option<Country> {
    let mut countries = facts.locations.iter().flat_map(|places| &places.value).flat_map(Place::countries);
    let first = countries.next()?;
    countries.all(|other| other == first).then_some(first)
}

/// The country where the work is or, where no place names one, that of the addresses to write to.
fn home_of(facts: &Facts, body: &Body<'_>) -> Option<Country> {
    let mut places = facts.locations.iter().flat_map(|places| &places.value);
    let is_unknown = places.all(|place| place.countries().is_empty());
    country_of(facts).or_else(|| if is_unknown { apply::home(body) } else { None })
}

/// What sentences of the text say.
fn from_body(facts: &mut Facts, body: &Body<'_>) {
    let has_office = || match &facts.locations {
        Some(field) => field.value.iter().any(|place| !place.is_remote()),
        None => offices::in_body(body, None).is_some(),
    };
    facts.remote = facts.remote.take().or_else(|| remote::in_body(body, has_office));
    if matches!(&facts.remote, Some(Field { value: Remote::Full | Remote::Hybrid, .. })) {
        facts.remote_hours = facts.remote_hours.take().or_else(|| remote::hours_in_body(body));
    }
    facts.locations =
        facts.locations.take().or_else(|| offices::in_body(body, facts.remote.as_ref().map(|remote| remote.value)));
    if let (None, Some(Field { value: Remote::Full, origin })) = (&facts.locations, &facts.remote) {
        facts.locations = Some(Field { value: vec![Place::new(Place::REMOTE)], origin: *origin });
    }
    let of_text = || employment_type::in_body(body);
    if let Some(Field { value, .. }) =
        facts.employment_type.as_mut().filter(|field| field.origin.kind == OriginKind::Title)
    {
        employment_type::add_relation(value, || of_text().map(|field| field.value).unwrap_or_default());
    }
    facts.employment_type = facts.employment_type.take().or_else(of_text);
    facts.process = facts.process.take().or_else(|| process::in_body(body));
    let spoken = facts.language.as_ref().map(|language| language.value.as_str());
    facts.salary = salary::settle(facts.salary.take(), body, salary::home(home_of(facts, body), spoken));
    facts.experience_months = facts.experience_months.take().or_else(|| experience::in_body(body));
}

#[cfg(test)]
mod tests;
