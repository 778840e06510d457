//! Front matter as facts.
//!
//! In go entries as written, of a posting or of a folder's `_index.md`; out come the facts they state under any of the
//! names in `data/keys.txt`, and a warning for each value that can't be read. Nothing is guessed: what is unclear stays
//! empty, and is kept in `extra` for themes like every key that is not ours.

mod keys;
mod lines;
mod pay;
mod reader;
mod record;
mod remote;
mod status;
mod tags;
mod title;
mod values;
mod ways;

pub(super) use self::keys::{Key, key, names_field, names_of};

use self::lines::{lists, others, place_of_job, sentences};
use self::reader::{Reader, Reading, text};
use self::record::Record;
use super::apply::{plain_link, unmistakable};
use super::employment_type;
use super::status::of_group;
use super::whereabouts::{Whereabouts, remote_word};
use super::words::is_one_of;
use super::{dates, fill};
use crate::data::Entry;
use crate::diagnostic::Diagnostic;
use crate::posting::{EmploymentType, Facts, Field, OriginKind, Remote};
use crate::source::SourceFile;

/// What front matter states.
#[derive(Debug, Default)]
pub(super) struct Given {
    /// The facts.
    pub facts: Facts,
    /// Lines of prose that may tell more, most trusted first: `description`, `subtitle`.
    pub prose: Vec<Field<String>>,
    /// Texts under keys that are not ours, as those who build pages of them write: they tell least.
    pub texts: Vec<Field<String>>,
    /// Lists of short lines under keys that are not ours, each line with its own: `details: [Ulm, Full-time]`.
    pub lists: Vec<Vec<(u32, String)>>,
    /// Whom to write to about what is not said, or an address of which nothing is: ways to apply where the text has none.
    pub contact: Option<Field<Vec<String>>>,
    /// How one is employed, as the tags say.
    pub tagged: Option<Field<Vec<EmploymentType>>>,
    /// Keys that are not ours, in words, with their short values: `duty station` with `Ulm`.
    pub others: Vec<(u32, String, String)>,
}

/// Reads front matter. Without a `source` the entries are another file's: no line is known and nothing complained about.
pub(super) fn read(
    entries: &[Entry],
    kind: OriginKind,
    source: Option<&SourceFile>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Given {
    if entries.is_empty() {
        return Given::default();
    }
    let record = Record::new(entries);
    let mut reader = Reader { record, kind, source, left_over: Vec::new(), diagnostics: Vec::new() };
    let days = [Key::Posted, Key::Closes, Key::Updated].into_iter().flat_map(|key| reader.record.entries(key));
    let order = dates::order(days.filter_map(|entry| entry.value.as_str()));
    let mut places = Facts::default();
    add_whereabouts(&mut places, &mut reader);
    let home = super::country_of(&places);
    let order = order.or_else(|| dates::order_of(home?));
    let date = |entry: &Entry| values::date(entry, order);
    let posted = reader.first(Key::Posted, date).or_else(|| published_on(&mut reader));
    let since = posted.as_ref().map(|day| day.value);
    // All fields are named, so that the compiler asks for a new one.
    let mut facts = Facts {
        title: title(&mut reader),
        heading: None,
        summary: reader.first(Key::Summary, values::plain),
        company: reader.first(Key::Company, values::company),
        locations: places.locations,
        remote: places.remote,
        tags: reader.first(Key::Tags, tags::read),
        team: reader.first(Key::Team, values::team),
        level: reader.first(Key::Level, values::names),
        closes: reader.first(Key::Closes, |entry| values::last_day(entry, order, since)),
        posted,
        updated: reader.first(Key::Updated, date),
        language: reader.first(Key::Language, values::language),
        slug: reader.first(Key::Slug, text),
        aliases: reader.first(Key::Aliases, values::paths),
        weight: reader.first(Key::Weight, values::weight),
        process: reader.first(Key::Process, values::process),
        remote_countries: reader.first(Key::RemoteCountries, values::countries).or(places.remote_countries),
        remote_hours: reader.first(Key::RemoteHours, text).or(places.remote_hours),
        employment_type: employment_type(&mut reader).or(places.employment_type),
        salary: pay::salary(&mut reader, home),
        status: status(&mut reader),
        apply: apply(&mut reader),
        experience_months: None,
        extra: Vec::new(),
    };
    add_experience(&mut facts, &mut reader);
    let prose = prose(&mut reader);
    let contact = contact(&mut reader);
    let tagged = reader.record.entries(Key::Tags).find_map(|entry| {
        let value = values::unmistakable_employment(entry)?;
        Some(Field { value, origin: reader.origin(&entry.value.span) })
    });
    let (lists, others) = (lists(&reader), others(&reader));
    facts.extra = extra(&mut reader);
    warn_about_slips(&mut reader);
    diagnostics.append(&mut reader.diagnostics);
    Given { facts, prose, texts: sentences(&reader), lists, contact, tagged, others }
}

/// The title, or that of the page where only a line below it names the job, if at all.
fn title(reader: &mut Reader<'_>) -> Option<Field<String>> {
    let page = reader.record.entries(Key::Title).find_map(|entry| entry.value.as_str()).unwrap_or_default();
    let of_job = reader.record.entries(Key::Title).find_map(|entry| {
        let value = title::of_job(entry, page)?.to_owned();
        Some(Field { value, origin: reader.origin(&entry.value.span) })
    });
    let given = of_job.or_else(|| reader.first(Key::Title, title::title));
    // "Come on in" above "subtitle: Dock Welder"
    let job = reader.first(Key::Subtitle, title::named_below);
    if given.as_ref().is_some_and(|given| job.is_some() && title::is_motto(&given.value)) {
        return job;
    }
    given.or_else(|| {
        let page = reader.first(Key::Title, title::of_page)?;
        Some(reader.first(Key::Subtitle, title::below_page).unwrap_or(page))
    })
}

/// `published: 2026-05-02` tells a day, where `published: true` tells a status.
fn published_on(reader: &mut Reader<'_>) -> Option<Field<jiff::civil::Date>> {
    let mut entries = reader.record.entries(Key::Status);
    let entry = entries.find(|entry| is_one_of(&entry.key, &["published", "publish"]))?;
    let value = dates::read(entry.value.as_str()?).ok()?;
    Some(Field { value, origin: reader.origin(&entry.value.span) })
}

/// What all keys about employment say together: hours stand under one, the kind of contract under another.
fn employment_type(reader: &mut Reader<'_>) -> Option<Field<Vec<EmploymentType>>> {
    let entries: Vec<_> = reader.record.entries(Key::EmploymentType).collect();
    let mut found: Option<Field<Vec<_>>> = None;
    for entry in entries {
        match values::employment_type(entry) {
            Reading::Value(kinds) => {
                let origin = reader.origin(&entry.value.span);
                let known = &mut found.get_or_insert(Field { value: Vec::new(), origin }).value;
                for kind in kinds {
                    if !known.contains(&kind) {
                        known.push(kind);
                    }
                }
            }
            Reading::Absent => {}
            Reading::NotOurs => reader.left_over.push(entry),
            Reading::Invalid(problem) => reader.complain(entry, problem),
        }
    }
    found.or_else(|| {
        // `Full-time` says the same under any key, be it `status`.
        let of_status = reader.record.entries(Key::Status);
        let told = reader.record.unknown.iter().copied().chain(of_status).filter_map(|entry| {
            let value = values::unmistakable_employment(entry)?;
            Some(Field { value, origin: reader.origin(&entry.value.span) })
        });
        told.reduce(|mut all, more| {
            all.value.extend(more.value.into_iter().filter(|kind| !all.value.contains(kind)).collect::<Vec<_>>());
            all
        })
    })
}

/// All keys that tell a status, the one that takes the posting furthest from the public first.
fn status(reader: &mut Reader<'_>) -> Option<Field<crate::posting::Status>> {
    let entries: Vec<_> = reader.record.entries(Key::Status).collect();
    let mut found: Option<Field<_>> = None;
    for entry in entries {
        match status::status(entry) {
            Reading::Value(value) => {
                let stronger =
                    found.as_ref().is_none_or(|known| status::weight_of(known.value) < status::weight_of(value));
                if stronger {
                    found = Some(Field { value, origin: reader.origin(&entry.value.span) });
                }
            }
            Reading::Absent | Reading::NotOurs => reader.left_over.push(entry),
            Reading::Invalid(problem) => reader.complain(entry, problem),
        }
    }
    found.or_else(|| {
        // `category: Closed positions`
        let is_category = |entry: &&&Entry| is_one_of(&entry.key, &["category", "categories"]);
        reader.record.unknown.iter().filter(is_category).find_map(|entry| {
            let mut names = reader::texts(&entry.value).filter(|name| name.contains([' ', '-']));
            Some(Field { value: names.find_map(of_group)?, origin: reader.origin(&entry.value.span) })
        })
    })
}

/// A link first, then an address to write to.
fn apply(reader: &mut Reader<'_>) -> Option<Field<Vec<String>>> {
    let link = reader.first(Key::Apply, ways::apply);
    let email = reader.first(Key::ApplyEmail, ways::apply_email);
    match (link, email) {
        (Some(mut link), Some(email)) => {
            let new = email.value.into_iter().filter(|address| !link.value.contains(address)).collect::<Vec<_>>();
            link.value.extend(new);
            Some(link)
        }
        (link, email) => link.or(email).or_else(|| {
            reader.record.unknown.iter().find_map(|entry| {
                let value = unmistakable(entry)?;
                Some(Field { value, origin: reader.origin(&entry.value.span) })
            })
        }),
    }
}

/// The address under `contact`, or else the one under `link`, which leads to where the posting was taken from.
fn contact(reader: &mut Reader<'_>) -> Option<Field<Vec<String>>> {
    reader.first(Key::ApplyEmail, ways::contact).or_else(|| {
        let told = reader.record.unknown.iter().find_map(|entry| Some((plain_link(entry)?, &entry.value.span)));
        told.map(|(link, span)| Field { value: vec![link.to_owned()], origin: reader.origin(span) })
    })
}

/// `experience` is a seniority when it is a word, and a length of time when it has a figure.
fn add_experience(facts: &mut Facts, reader: &mut Reader<'_>) {
    let Some(experience) = reader.first(Key::Experience, values::experience) else { return };
    let origin = experience.origin;
    match experience.value {
        values::Experience::Months(value) => facts.experience_months = Some(Field { value, origin }),
        values::Experience::Level(value) => fill(&mut facts.level, || Some(Field { value, origin })),
    }
}

/// Whether one may work from elsewhere; a word says more than a yes or no beside it: `remote: false`, `remote_type: hybrid`.
fn remote(reader: &mut Reader<'_>) -> Option<Field<Whereabouts>> {
    let is_truth =
        |entry: &&Entry| values::scalar(entry).and_then(values::truth).is_some() && !remote::names_mix(entry);
    let word = |entry: &Entry| match remote::read(entry) {
        Reading::Value(value) if value.remote.is_some() => {
            Some(Field { value, origin: reader.origin(&entry.value.span) })
        }
        _ => None,
    };
    let (truths, words): (Vec<_>, Vec<_>) = reader.record.entries(Key::Remote).partition(is_truth);
    let told = if truths.is_empty() { None } else { words.into_iter().find_map(word) };
    told.or_else(|| reader.first(Key::Remote, remote::read))
}

/// Places tell more than places: `Remote (EU)`, `Berlin (Hybrid)`, `Berlin, full-time`.
fn add_whereabouts(facts: &mut Facts, reader: &mut Reader<'_>) {
    let remote = remote(reader);
    let locations = reader.first(Key::Locations, values::locations).or_else(|| values::city(reader));
    let locations = locations.or_else(|| place_of_job(reader));
    if let Some(Field { value, origin }) = remote {
        facts.remote = value.remote.map(|remote| Field { value: remote, origin });
        let places = if value.remote.is_none() { value.places } else { Vec::new() };
        fill_from(facts, &Field { value: Whereabouts { places, ..value }, origin });
    }
    if let Some(locations) = locations {
        fill_from(facts, &locations);
    }
    // `type: Full-time, remote`, and `remote` among the tags.
    for key in [Key::EmploymentType, Key::Tags] {
        for entry in reader.record.entries(key).collect::<Vec<_>>() {
            let words: Vec<&str> =
                reader::texts(&entry.value).flat_map(|text| text.split([',', '/', '|', ';'])).collect();
            // "Hybrid" among skills is one of many things, but not beside "part-time".
            let are_terms = || words.iter().any(|word| names_employment(word));
            let told = words.iter().find_map(|word| remote_word(word));
            let told = told.filter(|remote| key == Key::EmploymentType || *remote == Remote::Full || are_terms());
            let origin = reader.origin(&entry.value.span);
            fill(&mut facts.remote, || Some(Field { value: told?, origin }));
        }
    }
}

/// Whether a word is that of a kind of employment: `part-time`.
fn names_employment(word: &str) -> bool {
    matches!(employment_type::word(word.trim()), Some(employment_type::Word::Kind(_)))
}

/// Fills what is still empty from a line about where and how one works.
pub(super) fn fill_from(facts: &mut Facts, line: &Field<Whereabouts>) {
    fn some<T: Clone>(list: &[T]) -> Option<Vec<T>> {
        (!list.is_empty()).then(|| list.to_vec())
    }
    let Field { value: told, origin } = line;
    let origin = *origin;
    fill(&mut facts.locations, || Some(Field { value: some(&told.places)?, origin }));
    fill(&mut facts.remote, || Some(Field { value: told.remote?, origin }));
    fill(&mut facts.employment_type, || Some(Field { value: some(&told.employment)?, origin }));
    fill(&mut facts.remote_hours, || Some(Field { value: told.hours.clone()?, origin }));
    fill(&mut facts.remote_countries, || Some(Field { value: some(&told.countries)?, origin }));
}

fn prose(reader: &mut Reader<'_>) -> Vec<Field<String>> {
    let mut prose = Vec::new();
    for key in [Key::Summary, Key::Subtitle] {
        let entries: Vec<_> = reader.record.entries(key).collect();
        for entry in entries {
            if let Reading::Value(value) = values::plain(entry) {
                prose.push(Field {
                    value,
                    origin: crate::posting::Origin {
                        kind: OriginKind::Description,
                        ..reader.origin(&entry.value.span)
                    },
                });
            }
            if key == Key::Subtitle {
                reader.left_over.push(entry);
            }
        }
    }
    prose
}

/// What is kept for themes, in the order of the file.
fn extra(reader: &mut Reader<'_>) -> Vec<Entry> {
    let mut extra: Vec<&Entry> = reader.record.unknown.iter().chain(&reader.left_over).copied().collect();
    extra.sort_by_key(|entry| entry.key_span.start);
    extra.dedup_by(|a, b| std::ptr::eq(*a, *b));
    extra.into_iter().cloned().collect()
}

fn warn_about_slips(reader: &mut Reader<'_>) {
    let Some(source) = reader.source else { return };
    for entry in &reader.record.unknown {
        if let Some(meant) = keys::slip_of(&entry.key) {
            let message = format!("`{}` is no known key", entry.key);
            let warning = Diagnostic::warning("unknown-key", message).at(source.location(entry.key_span.clone()));
            reader.diagnostics.push(warning.help(format!("did you mean `{meant}`?")));
        }
    }
}

#[cfg(test)]
mod tests;
