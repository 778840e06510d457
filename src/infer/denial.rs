//! Whether words behind a phrase take back what it says: `Remote work is not possible`.
//!
//! In goes the text behind the phrase, out comes yes or no. Denials before a phrase are each family's own matter.

use std::sync::LazyLock;

use super::lexicon::Lexicon;
use super::table::CUES;
use super::words::{is_one_of, sentence_end, word_after, word_before};

static DENIALS: LazyLock<Lexicon<()>> = LazyLock::new(|| CUES.lexicon("denial"));
static VERBS: LazyLock<Lexicon<()>> = LazyLock::new(|| CUES.lexicon("denial verb"));

/// Whether the clause that `at` lies in goes on to say that it is not so.
pub(super) fn is_denied_behind(text: &str, at: usize) -> bool {
    // What comes later denies something else.
    const REACH: usize = 80;
    // "Remote? Not possible."
    let asked = text[at..].trim_start().strip_prefix('?').map(str::trim_start);
    let at = asked.map_or(at, |answer| text.len() - answer.len());
    let near = text[at..].char_indices().nth(REACH).map_or(&text[at..], |(end, _)| &text[at..at + end]);
    let clause = near[..sentence_end(near, 0)].split([',', ';', '–', '—', '、', '，']).next();
    // "Thuiswerken kan", which goes on " bij ons niet"
    let before = text[..at].trim_end();
    let has_verb = || before.rmatch_indices(' ').take(2).any(|(at, _)| VERBS.exactly(&before[at + 1..]).is_some());
    clause.is_some_and(|clause| DENIALS.first(clause).is_some() || ends_denied(clause, has_verb))
}

/// Whether a clause that goes on with a verb, or behind one, ends with "not", as German ones do, or is a no and nothing else: ` geht bei uns
/// leider nicht`.
fn ends_denied(clause: &str, has_verb: impl FnOnce() -> bool) -> bool {
    const NO: [&str; 7] = ["no", "nein", "non", "nee", "não", "nej", "nei"];
    const NOT: [&str; 8] = ["nicht", "niet", "inte", "ikke", "ikkje", "keines", "keins", "keinen"];
    const WITH: [&str; 12] = ["mit", "in", "im", "für", "bei", "auf", "am", "med", "met", "voor", "på", "op"];
    const PARTICLES: [&str; 5] = ["an", "vor", "statt", "aan", "drin"];
    const MOST_WORDS: usize = 7;
    const AND: [&str; 8] = ["und", "oder", "en", "of", "och", "eller", "og", "und/oder"];
    let clause = clause.trim().trim_end_matches(['.', '!']).trim_end();
    // "Remote und Homeoffice gehen nicht"
    let added = clause.split_once(' ').filter(|(and, _)| is_one_of(and, &AND));
    let clause = added.and_then(|(_, rest)| rest.split_once(' ')).map_or(clause, |(_, verb)| verb);
    let is_short = clause.split_whitespace().nth(MOST_WORDS).is_none();
    // "Bieten wir nicht an", "findet nicht statt"
    let last = word_before(clause, clause.len());
    let verb = if is_one_of(last, &PARTICLES) { &clause[..clause.len() - last.len()] } else { clause };
    // "Homeoffice mit Hefeteig geht nicht"
    let with_more = || is_one_of(word_after(clause, 0), &WITH) && VERBS.first(clause).is_some();
    is_one_of(clause, &NO)
        || is_short
            && is_one_of(word_before(verb, verb.len()), &NOT)
            && (VERBS.leading(clause).is_some() || has_verb() || with_more())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn f3_a_clause_may_take_back_what_it_began_with() {
        for (text, expected) in [
            ("Remote work is not possible.", true),
            ("Remote oder frei ist leider nicht möglich", true),
            ("Remote. Smoking is not possible.", false),
            ("Remote? Geht leider nicht.", true),
            ("Remote? No.", true),
            ("Remote mit Hefeteig geht halt nicht.", true),
            ("Remote mit Blick auf den Hafen.", false),
            ("Remote? No problem.", false),
            ("Remote, but parking is not possible.", false),
            ("Remote is possible.", false),
            ("Remote geht bei uns im Dock leider nicht – die Schiffe kommen ja hierher.", true),
            ("Remote gibt es bei uns nicht.", true),
            ("Remote bieten wir leider nicht an.", true),
            ("Remote bieten wir ab sofort an.", false),
            ("Remote kan bij ons helaas niet.", true),
            ("Remote går hos oss tyvärr inte", true),
            ("Remote und Homeoffice gibt es bei uns nicht", true),
            ("Remote ist bei uns selbstverständlich, stört das nicht?", false),
            ("Remote oder vor Ort, das stört uns nicht.", false),
        ] {
            assert_eq!(is_denied_behind(text, "Remote".len()), expected, "{text}");
        }
    }
}
