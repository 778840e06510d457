//! The university of a scholar's position: the only one that the text names.
//!
//! In go title and body, out comes a sign. Who writes "we seek a postdoc" rarely says that the university is the employer, but
//! names it. Where several are named, some are partners', and none counts. The words are `data/employers.txt`.

use std::sync::LazyLock;

use super::kind::Kind;
use super::signs::Sign;
use super::{name, work};
use crate::infer::body::{Body, Part, Section};
use crate::infer::lexicon::Lexicon;
use crate::infer::table::EMPLOYERS;
use crate::infer::words::same_ignoring_case;
use crate::posting::Field;

static SCHOLARS: LazyLock<Lexicon<()>> = LazyLock::new(|| EMPLOYERS.lexicon("scholar"));

/// The sign of the only university that the text of a scholar's posting names.
pub(super) fn of_university<'a>(title: &Field<String>, body: &'a Body<'_>) -> Option<Sign<'a>> {
    if !SCHOLARS.is_in(&title.value) {
        return None;
    }
    let named = |part: &'a Part<'_>| in_text(&part.block.text).filter(|name| !name::is_unit(name));
    let mut all = body.parts.iter().flat_map(named);
    let name = all.next()?;
    let is_only = all.all(|other| same_ignoring_case(other, name));
    // Degrees are other universities'.
    let mut parts = body.parts.iter().filter(|part| !part.is_heading() && part.section != Section::Ask);
    let part = parts.find(|part| named(part).next().is_some()).filter(|_| is_only)?;
    Some(Sign { name, kind: Kind::Ours, origin: part.origin() })
}

/// The universities and institutes that a text names, but for those of what is past.
fn in_text(text: &str) -> impl Iterator<Item = &str> {
    name::academy_words(text).filter_map(move |word| {
        // "Hull University", but "University of Hull"
        let begun = name::trailing(&text[..word.end]).map_or(word.len(), str::len);
        let name = name::leading(&text[word.end - begun..]);
        (name::is_academy(name) && !work::is_past(text, &word)).then_some(name)
    })
}
