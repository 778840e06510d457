//! What was inferred goes into the postings' own front matter (`careers explain --write`).
//!
//! In goes a project, out come the files that were changed. A file is changed only if it afterwards says exactly what it
//! said before: the new text is read again, and has to give the same facts and the same page. What other files say
//! (`_index.md`, `careers.toml`) and what git knows is left where it is, since it may change without the posting.

use rayon::prelude::*;

use super::Project;
use super::folders::Folders;
use super::reading::Reading;
use crate::amend::amend;
use crate::diagnostic::{self, Diagnostic, has_errors};
use crate::discover::{self, Found, Role};
use crate::extract::{self, Highlighter, Options};
use crate::infer;
use crate::posting::{Fact, Facts, OriginKind};
use crate::source::SourceFile;
use crate::write;

/// A file that was changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WrittenBack {
    /// The file as the user would type it.
    pub shown: String,
    /// The fields that were added, in the order in which they are documented.
    pub fields: Vec<&'static str>,
}

/// Writes what was inferred into the files of the project. Returns what was changed, and what there is to say: everything
/// that reading them says, and an error for each file that had to stay as it is. Where the configuration or a folder can't be
/// read as a whole, nothing is changed: it may be what says which files are meant, and what holds for them.
pub fn write_back(project: &Project) -> (Vec<WrittenBack>, Vec<Diagnostic>) {
    let mut diagnostics = Vec::new();
    let source = project.config_file(&mut diagnostics);
    let config = project.config(source.as_ref(), &mut diagnostics);
    let places = project.places(&config);
    let found = discover::seeds(&places.seeds, &[places.output], &mut diagnostics);
    let options = Options { raw_html: config.build.raw_html, highlighter: &Highlighter::default() };
    let (indexes, postings): (Vec<_>, Vec<_>) = found.into_iter().partition(|file| file.role == Role::Folder);
    let mut folders = Folders::default();
    folders.read(&indexes, &config, &options);
    diagnostics.extend_from_slice(folders.diagnostics());
    if has_errors(&diagnostics) {
        diagnostics.sort_by(diagnostic::order);
        return (Vec::new(), diagnostics);
    }
    let results: Vec<_> = compared(&postings, &folders, &options)
        .into_par_iter()
        .map(|read| read.map_or_else(|error| (None, vec![error]), |read| write_one(&read, &folders, &options)))
        .collect();
    let mut written = Vec::new();
    for (changed, said) in results {
        written.extend(changed);
        diagnostics.extend(said);
    }
    diagnostics.sort_by(diagnostic::order);
    (written, diagnostics)
}

/// A file as it is before anything is written into it.
struct Before<'a> {
    file: &'a Found,
    bytes: Vec<u8>,
    reading: Reading,
}

/// What is known of each posting once all are compared with one another.
fn compared<'a>(
    postings: &'a [Found],
    folders: &Folders,
    options: &Options<'_>,
) -> Vec<Result<Before<'a>, Diagnostic>> {
    let read = |file: &'a Found| {
        let bytes = discover::read_bytes(&file.absolute)?;
        let reading = Reading::of(file, bytes.clone(), folders, options);
        Ok(Before { file, bytes, reading })
    };
    let mut read: Vec<Result<Before, Diagnostic>> = postings.par_iter().map(read).collect();
    let common = infer::compare(read.iter().flatten().map(|before| before.reading.as_peer()));
    for Before { reading, .. } in read.iter_mut().flatten() {
        if let Some(facts) = common.correct(reading.as_peer()) {
            reading.inferred.facts = facts;
        }
    }
    read
}

fn write_one(before: &Before<'_>, folders: &Folders, options: &Options<'_>) -> (Option<WrittenBack>, Vec<Diagnostic>) {
    let Before { file, bytes, reading } = before;
    let mut said = reading.diagnostics.clone();
    let facts: Vec<Fact> =
        as_written(&reading.inferred.facts).all().into_iter().filter(|fact| is_inferred(fact.origin.kind)).collect();
    if facts.is_empty() || reading.draft.is_empty() {
        return (None, said);
    }
    let fields = facts.iter().map(|fact| fact.name).collect();
    match new_bytes(before, &facts, |new| Reading::of_text(new, folders, options)) {
        Ok(new) => match write::replace(&file.absolute, bytes, &new) {
            Ok(()) => return (Some(WrittenBack { shown: file.shown.to_string(), fields }), said),
            Err(error) => said.push(error),
        },
        Err(reason) => said.push(refusal(reading, reason)),
    }
    (None, said)
}

/// The facts as front matter states them: a title as it is written, which its short form follows from.
fn as_written(facts: &Facts) -> Facts {
    let mut facts = facts.clone();
    let heading = facts.heading.take();
    if facts.title.as_ref().is_some_and(|title| is_inferred(title.origin.kind)) {
        facts.title = heading.or(facts.title);
    }
    facts
}

/// Values that the posting's own words or its name gave.
fn is_inferred(kind: OriginKind) -> bool {
    match kind {
        OriginKind::Label | OriginKind::Description | OriginKind::Title | OriginKind::Body | OriginKind::FileName => {
            true
        }
        OriginKind::FrontMatter | OriginKind::Folder | OriginKind::Config | OriginKind::Git | OriginKind::Default => {
            false
        }
    }
}

/// The heading and the text of its page.
fn shown(reading: &Reading) -> (Option<&String>, &str) {
    let facts = &reading.inferred.facts;
    let heading = facts.heading.as_ref().or(facts.title.as_ref());
    (heading.map(|heading| &heading.value), &reading.content)
}

fn values(reading: &Reading) -> Vec<(&'static str, serde_json::Value)> {
    reading.inferred.facts.all().into_iter().map(|fact| (fact.name, fact.value)).collect()
}

/// The file with the facts in its front matter, or why there can't be one.
fn new_bytes(
    before: &Before<'_>,
    facts: &[Fact],
    read: impl Fn(SourceFile) -> Reading,
) -> Result<Vec<u8>, &'static str> {
    const MARK: &[u8] = "\u{feff}".as_bytes();
    let (bytes, before) = (&*before.bytes, &before.reading);
    let source = &before.source;
    let (mark, text) = bytes.strip_prefix(MARK).map_or((&[][..], bytes), |text| (MARK, text));
    if text != source.text.as_bytes() {
        return Err("it is not UTF-8");
    }
    let (given, body) = extract::split_and_parse(source, &mut Vec::new());
    let after = read(SourceFile::sharing(source, amend(source, &given, body.start, facts)?));
    if after.draft.front_matter.salvaged || values(&after) != values(before) || shown(&after) != shown(before) {
        return Err("it would no longer say the same");
    }
    let is_stated = |fact: &Fact| fact.origin.kind == OriginKind::FrontMatter || !is_inferred(fact.origin.kind);
    if !as_written(&after.inferred.facts).all().iter().all(is_stated) {
        return Err("its front matter says something else under the same names");
    }
    Ok([mark, after.source.text.as_bytes()].concat())
}

fn refusal(before: &Reading, reason: &str) -> Diagnostic {
    let cause = before
        .diagnostics
        .iter()
        .find(|d| d.code.contains("front-matter"))
        .and_then(|d| d.location.as_deref().cloned());
    Diagnostic::error("not-written", format!("nothing was written into this file: {reason}"))
        .at(cause.unwrap_or_else(|| before.source.location(0..0)))
        .help("put its front matter right by hand, then run it again")
}
