//! A draft becomes facts: what front matter leaves out is read from the text, each value with its origin.
//!
//! Pure, and a function of one posting and the defaults around it. Every field is looked for along one chain, the most
//! trusted source first (F1): front matter; the folder's defaults; the configuration; labelled lines near the top;
//! `description` and `subtitle`; the title; sentences of the text; the file's name. The first answer stands, whatever a
//! later source says. A field that no source names stays empty, since a wrong value is worse than none (F3): every
//! reader here would rather be silent. Postings are compared with one another by [`compare`] alone, behind all that; git is
//! not asked.
//!
//! The chain is [`infer`], to be read from top to bottom. Its steps are `chain.rs`; `whole.rs` asks what takes all sources at
//! once. A family of fields has a module of its own, and each vocabulary is a data file in `data/` that one can extend
//! without reading code.

mod apply;
mod bare;
mod body;
mod chain;
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
mod mail;
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
mod whole;
mod words;

#[cfg(test)]
mod fixture;

pub use self::compare::{Common, Comparable, Peer, compare};
pub use self::not_posting::{Reason, reason};

use self::body::{Body, blocks_of};
use self::file_name::FileName;
use self::front_matter::Given;
use crate::data::Entry;
use crate::diagnostic::Diagnostic;
use crate::extract::Draft;
use crate::posting::{Country, Facts, Field, OriginKind, Place};
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

/// Reads the facts of one posting. Each step fills what those above it left empty, so that their order is that of trust (F1).
pub fn infer(
    draft: &Draft,
    source: &SourceFile,
    defaults: &Defaults<'_>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Inferred {
    let (body, name) = (Body::new(draft), file_name::read(&draft.path));
    let entries = &draft.front_matter.entries;
    let mut given = front_matter::read(entries, OriginKind::FrontMatter, Some(source), diagnostics);
    let mut facts = std::mem::take(&mut given.facts);
    let weak_summary = facts.summary.take_if(|summary| description::is_no_summary(&summary.value));

    chain::from_around(&mut facts, defaults);
    let empty_title = chain::from_lead(&mut facts, draft, &body, &name);
    chain::from_labels(&mut facts, &given, &body, source, diagnostics);
    description::fill(&mut facts, &given.prose);

    description::drop_repeated(&mut given.prose, &body);
    description::drop_repeated(&mut given.texts, &body);
    let (lines, blocks) = (blocks_of(&given.prose), blocks_of(&given.texts));
    let (prose, texts) = (Body::of_prose(&lines), Body::of_prose(&blocks));
    let sources = Sources { draft, source, defaults, given: &given, name, body, prose, texts };

    chain::from_sentences(&mut facts, &sources.prose);
    let title = chain::take_title(&mut facts, &sources, empty_title, diagnostics);
    chain::from_language(&mut facts, &sources, &title);
    chain::from_title(&mut facts, &title, &sources.body);
    fill(&mut facts.employment_type, || given.tagged.clone());
    chain::from_sentences(&mut facts, &sources.body);
    chain::from_sentences(&mut facts, &sources.texts);
    chain::from_file_name(&mut facts, &sources.name);

    // What is asked of the posting as a whole, where the facts so far help to tell.
    whole::bring_salary_home(&mut facts, &sources);
    whole::apply(&mut facts, &sources);
    whole::company(&mut facts, &sources, &title);
    whole::team(&mut facts, &sources, &title);
    let summaries = whole::summary(&mut facts, &sources, weak_summary);
    let claims = whole::tags(&mut facts, &sources, &title);
    whole::unclear_apply(&mut facts, &sources, diagnostics);
    whole::days(&mut facts, &sources, diagnostics);
    whole::status(&mut facts, &sources, &title);
    title::set(&mut facts, &title, draft);
    whole::write_as_typed(&mut facts);
    Inferred { facts, comparable: Comparable::new(claims, summaries) }
}

/// Fills a field that is still empty with what `read` finds.
fn fill<T>(field: &mut Option<T>, read: impl FnOnce() -> Option<T>) {
    if field.is_none() {
        *field = read();
    }
}

/// The text of a field that has one.
fn text_of(field: &Option<Field<String>>) -> Option<&str> {
    field.as_ref().map(|field| field.value.as_str())
}

/// What the facts of a posting are read from, beside the keys of front matter that state them.
struct Sources<'a> {
    /// The posting, extracted.
    draft: &'a Draft,
    /// Its file.
    source: &'a SourceFile,
    /// What holds around it.
    defaults: &'a Defaults<'a>,
    /// What else its front matter gives.
    given: &'a Given,
    /// What its file's name tells.
    name: FileName<'a>,
    /// Its text.
    body: Body<'a>,
    /// The front matter's lines of prose: `description`, `subtitle`.
    prose: Body<'a>,
    /// The front matter's texts under keys that are not ours.
    texts: Body<'a>,
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

#[cfg(test)]
mod tests;
