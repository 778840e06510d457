//! Places that do not matter: `Where you work is up to you`, `Wo du dabei sitzt, ist uns egal`.
//!
//! In goes a text and where in it words stand by which something does not matter, out comes whether it is the place of work.

use std::sync::LazyLock;

use crate::infer::lexicon::Lexicon;
use crate::infer::table::CUES;
use crate::infer::words::sentence_at;
use crate::source::Span;

static WHERE: LazyLock<Lexicon<()>> = LazyLock::new(|| CUES.lexicon("remote where"));
/// What one does at a place of work, or has there.
static STAYS: LazyLock<Lexicon<()>> = LazyLock::new(|| CUES.lexicon("remote stays"));

/// So many words has a clause that asks for a place.
const MOST_WORDS: usize = 9;

/// Whether what does not matter by the words at `span` is where one works: right before them, or right behind.
pub(super) fn is_of_place(text: &str, span: &Span) -> bool {
    const MARKS: [char; 6] = [';', ':', '–', '—', '(', ')'];
    let sentence = sentence_at(text, span.start);
    let before = text[sentence.start..span.start].rsplit(MARKS).next().unwrap_or_default();
    let behind = &text[span.end..sentence.end.max(span.end)];
    // "We don't care where you live as long as we can pay you."
    let near = behind.match_indices(' ').nth(MOST_WORDS).map_or(behind, |(end, _)| &behind[..end]);
    asks_where(before) || asks_where(near.split([',', ';', '–', '—']).next().unwrap_or_default())
}

/// Whether a short clause begins with "where" and is about working or living: `where your desk is`.
fn asks_where(clause: &str) -> bool {
    let clause = clause.trim();
    clause.split_whitespace().nth(MOST_WORDS).is_none() && WHERE.strip(clause).is_some_and(|rest| STAYS.is_in(rest))
}

#[cfg(test)]
mod tests {
    use crate::infer::fixture::draft;
    use crate::posting::Remote::Full;

    #[test]
    fn f1_a_place_that_does_not_matter_is_any() {
        for (text, expected) in [
            ("It doesn't matter to us where your desk is.", Some(Full)),
            ("Where you sit while drawing is up to you.", Some(Full)),
            ("Wo du dabei sitzt, ist uns egal – Hauptsache, das Internet hält.", Some(Full)),
            ("Waar je werkt is aan jou, als je maar bereikbaar bent.", Some(Full)),
            ("Où vous travaillez nous importe peu.", Some(Full)),
            ("Dónde trabajes nos da igual.", Some(Full)),
            ("Hvor du arbejder, er op til dig.", Some(Full)),
            ("We don't care where you live as long as our bank can legally send money there.", Some(Full)),
            ("Where you learned to weld doesn't matter.", None),
            ("Where you start in the office is up to you.", None),
            ("How you work is up to you.", None),
            ("Wo du gelernt hast, ist uns egal.", None),
        ] {
            let facts = draft().heading(1, "Welder").paragraph(text).facts();
            assert_eq!(facts.remote.map(|field| field.value), expected, "{text}");
        }
    }
}
