//! The files of postings, each read, extracted and inferred from in one go on one core, and remembered.
//!
//! What a file gives depends on its bytes and on what holds around it ([`Folders::around`]), on nothing else. The files
//! that it refers to are looked for beside it, and again when one of them may have changed.

use std::path::Path;
use std::sync::Arc;

use rayon::prelude::*;

use super::attachments::{AttachmentReader, Attachments, refer_to};
use super::changes::Touched;
use super::folders::Folders;
use super::memo::{carry_over, hash};
use super::reading::Reading;
use crate::diagnostic::Diagnostic;
use crate::discover::{self, Days, Found, History, HistoryRequest};
use crate::extract::Options;
use crate::infer::{self, Common, Comparable, Inferred, Peer};
use crate::model::{Arrival, Assets};
use crate::posting::{Field, OriginKind, Posting};
use crate::source::SourceFile;

/// All files of postings with what each of them gave, by path.
#[derive(Default)]
pub(super) struct Postings {
    files: Vec<(Found, Option<Slot>)>,
    /// What they were last found to have in common.
    common: Common,
}

/// What one file gave, and what that depends on.
#[derive(Debug, Clone)]
pub(super) struct Slot {
    bytes: u64,
    around: u64,
    read: Result<Arc<Read>, Diagnostic>,
    attachments: Attachments,
    settled: Option<Settled>,
}

/// What one file gave, beside all others and the history.
#[derive(Debug, Clone)]
struct Settled {
    days: Option<Days>,
    arrival: Arrival,
}

/// What one file gave: a function of its bytes and of what holds around it.
#[derive(Debug)]
struct Read {
    arrival: Arrival,
    comparable: Comparable,
    diagnostics: Vec<Diagnostic>,
}

impl Postings {
    pub(super) fn files(&self) -> impl Iterator<Item = &Path> + Clone {
        self.files.iter().map(|(file, _)| &*file.absolute)
    }

    /// Whether there are any below a folder, by their order.
    pub(super) fn are_below(&self, folder: &str) -> bool {
        let within = format!("{folder}/");
        let first = self.files.partition_point(|(file, _)| *file.path < *within);
        self.files.get(first).is_some_and(|(file, _)| file.path.starts_with(&within))
    }

    /// Takes another list of files, and forgets those that are not on it. Whether it differs.
    pub(super) fn list(&mut self, listed: Vec<Found>) -> bool {
        if self.files.iter().map(|(file, _)| file).eq(&listed) {
            return false;
        }
        self.files = carry_over(std::mem::take(&mut self.files), listed);
        true
    }

    /// Reads on all cores what is new, what may have changed, and what something else holds for now, and asks for the
    /// history where only that can tell a day. Whether anything came out that was not known.
    pub(super) fn read(
        &mut self,
        folders: &Folders,
        options: &Options<'_>,
        touched: &Touched<'_>,
        history: &HistoryRequest,
    ) -> bool {
        let needs = |(file, slot): &&mut (Found, Option<Slot>)| {
            let known = slot.as_ref().filter(|slot| slot.around == folders.around(&file.path));
            known.is_none_or(|slot| touched.has(&file.absolute) || slot.refers_to(touched, file))
        };
        let attachments = AttachmentReader::default();
        let mut needed: Vec<_> = self.files.iter_mut().filter(needs).collect();
        let differ = needed.par_iter_mut().map(|(file, slot)| {
            let read = Slot::read(file, slot.as_ref(), folders, options, &attachments);
            let differs = slot.as_ref().is_none_or(|known| !known.is(&read));
            if read.lacks_first_day() {
                history.start();
            }
            *slot = Some(read);
            differs
        });
        differ.reduce(|| false, |a, b| a || b)
    }

    /// Whether only git can tell when one of them was posted.
    pub(super) fn lack_first_day(&self) -> bool {
        self.files.iter().filter_map(|(_, slot)| slot.as_ref()).any(Slot::lacks_first_day)
    }

    /// The files, for those who ask what else is known of them.
    pub(super) fn found(&self) -> Vec<&Found> {
        self.files.iter().map(|(file, _)| file).collect()
    }

    /// Everything that was read, in the order of paths, compared with one another and with the history. A posting for which
    /// nothing of that is new is the same as before, not an equal one.
    pub(super) fn arrivals(
        &mut self,
        history: &History,
        assets: &mut Assets,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Vec<Arrival> {
        for slot in self.files.iter().filter_map(|(_, slot)| slot.as_ref()) {
            match &slot.read {
                Ok(read) => {
                    diagnostics.extend_from_slice(&read.diagnostics);
                    for (target, asset) in &*slot.attachments {
                        assets.add(read.arrival.posting.path.clone(), target.clone(), asset.clone());
                    }
                }
                Err(error) => diagnostics.push(error.clone()),
            }
        }
        let read = self.files.iter().filter_map(|(_, slot)| slot.as_ref()?.read.as_deref().ok());
        let common = infer::compare(read.filter(|read| !read.comparable.is_empty()).map(Read::as_peer));
        let is_another = common != self.common;
        self.common = common;
        let common = &self.common;
        let settle = |(file, slot): &mut (Found, Option<Slot>)| {
            let slot = slot.as_mut()?;
            slot.settled.take_if(|_| is_another);
            slot.settle(history.days(file), common)
        };
        self.files.par_iter_mut().filter_map(settle).collect()
    }
}

impl Slot {
    fn read(
        file: &Found,
        known: Option<&Self>,
        folders: &Folders,
        options: &Options<'_>,
        attachments: &AttachmentReader,
    ) -> Self {
        let around = folders.around(&file.path);
        let bytes = match discover::read_bytes(&file.absolute) {
            Ok(bytes) => bytes,
            Err(error) => return Self { bytes: 0, around, read: Err(error), attachments: [].into(), settled: None },
        };
        let key = hash(&bytes);
        let known = known.filter(|known| known.bytes == key && known.around == around);
        let read = match known.and_then(|known| known.read.as_ref().ok()) {
            Some(read) => read.clone(),
            None => Arc::new(Read::new(Reading::of(file, bytes, folders, options))),
        };
        let attachments = attachments.all(file, &*read.arrival.references);
        Self { bytes: key, around, read: Ok(read), attachments, settled: None }
    }

    /// What it gives to a site, as long as what all have in common stays as it is.
    fn settle(&mut self, days: Option<Days>, common: &Common) -> Option<Arrival> {
        let read = self.read.as_ref().ok()?;
        let known = self.settled.take().filter(|settled| settled.days == days);
        let settled = known.unwrap_or_else(|| Settled { days, arrival: read.settle(days, common) });
        Some(self.settled.insert(settled).arrival.clone())
    }

    /// Whether only git can tell when it was posted.
    fn lacks_first_day(&self) -> bool {
        let posting = self.read.as_ref().ok().map(|read| &read.arrival.posting);
        posting.is_some_and(|posting| posting.is_posting && posting.facts.posted.is_none())
    }

    /// Whether another reading gave the same.
    fn is(&self, other: &Self) -> bool {
        let same = match (&self.read, &other.read) {
            (Ok(a), Ok(b)) => Arc::ptr_eq(a, b),
            (Err(a), Err(b)) => a == b,
            _ => false,
        };
        same && self.attachments == other.attachments
    }

    /// Whether a file that this one refers to may have come, changed or gone.
    fn refers_to(&self, touched: &Touched<'_>, file: &Found) -> bool {
        let Ok(read) = &self.read else { return true };
        refer_to(&*read.arrival.references, touched, &file.path, &file.root)
    }
}

impl Read {
    fn new(reading: Reading) -> Self {
        let Reading { source, draft, inferred: Inferred { facts, comparable }, reason, content, mut diagnostics } =
            reading;
        diagnostics.extend(reason.map(|reason| not_published(reason, &source)));
        let (is_posting, content) = (reason.is_none(), content.into());
        let posting = Posting { path: source.path, shown: source.shown, content, is_posting, facts };
        let arrival = Arrival {
            posting: posting.into(),
            references: draft.references.into(),
            embedded: draft.embedded.into(),
            committed: None,
        };
        Self { arrival, comparable, diagnostics }
    }

    fn as_peer(&self) -> Peer<'_> {
        let posting = &*self.arrival.posting;
        Peer { path: &posting.path, facts: &posting.facts, comparable: &self.comparable }
    }

    /// What others and its file's commits tell of it: of the latter the day of the last change, and as the last resort the
    /// first day (F1).
    fn settle(&self, days: Option<Days>, common: &Common) -> Arrival {
        let mut arrival = self.arrival.clone();
        if let Some(facts) = common.correct(self.as_peer()) {
            Arc::make_mut(&mut arrival.posting).facts = facts;
        }
        arrival.committed = days.map(|days| days.last);
        if let Some(days) = days.filter(|_| arrival.posting.facts.posted.is_none()) {
            let posted = Field::elsewhere(days.first, OriginKind::Git);
            Arc::make_mut(&mut arrival.posting).facts.posted = Some(posted);
        }
        arrival
    }
}

fn not_published(reason: infer::Reason, source: &SourceFile) -> Diagnostic {
    let message = format!("{}, and is not published", reason.describe());
    let (code, help) = match reason {
        infer::Reason::Empty => ("empty-file", "write the posting, or remove the file"),
        infer::Reason::Form => ("not-a-posting", "fill it in, or put `_` before its name; `--drafts` shows it"),
        infer::Reason::Test => ("not-a-posting", "give it the title of a job, or remove the file; `--drafts` shows it"),
        infer::Reason::Pointer => ("not-a-posting", "put its address under `aliases` of the posting it points to"),
    };
    Diagnostic::warning(code, message).at(source.location(0..0)).help(help)
}
