//! The days that the text itself gives: since when a posting is open, and until when one may apply.
//!
//! In goes the body, out come dates that follow a phrase of `data/cues.txt` in the same sentence. A day of starting work,
//! of an interview or of founding is never taken, nor one without its year (F3). One that can be read both ways round is
//! a warning.

use std::sync::LazyLock;

use jiff::civil::Date;

use super::{NoDate, Order, leading, order, part};
use crate::diagnostic::Diagnostic;
use crate::infer::body::{Body, CUES, Part};
use crate::infer::lexicon::Lexicon;
use crate::infer::words::{sentence_at, strip_ornaments};
use crate::infer::{apply, places};
use crate::posting::{Field, OriginKind};
use crate::source::{SourceFile, Span, floor_char_boundary};

/// What the text gives.
#[derive(Debug, Default)]
pub(in crate::infer) struct Announced {
    /// First day.
    pub posted: Option<Field<Date>>,
    /// Last day to apply.
    pub closes: Option<Field<Date>>,
}

/// What the date behind a phrase is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Cue {
    /// The last day to apply.
    Closes,
    /// The last day of something, which is that of applying where the sentence is about it.
    Until,
    /// The first day, where the phrase begins its line.
    Posted,
    /// The first day, and the last one where a range follows.
    Opens,
    /// A day of anything else.
    Other,
}

static CUE_WORDS: LazyLock<Lexicon<Cue>> = LazyLock::new(|| {
    Lexicon::new(CUES, |section| match section {
        "date closes" => Some(Cue::Closes),
        "date until" => Some(Cue::Until),
        "date posted" => Some(Cue::Posted),
        "date opens" => Some(Cue::Opens),
        "date other" => Some(Cue::Other),
        _ => None,
    })
});

/// How far behind its phrase a date may stand, in bytes.
const REACH: usize = 90;
/// How near a phrase about something else takes the date of a phrase behind it, in bytes.
const NEAR: usize = 24;

/// Reads the days that sentences give; `wanted` says of which of the two fields nothing is known yet, and `usual` which of
/// day and month stands first where no date tells.
pub(in crate::infer) fn in_body(
    body: &Body<'_>,
    (posted, closes): (bool, bool),
    usual: Option<Order>,
    source: &SourceFile,
    diagnostics: &mut Vec<Diagnostic>,
) -> Announced {
    let mut found = Announced::default();
    if !(posted || closes) {
        return found;
    }
    let parts = || body.parts.iter().filter(|part| may_hold_date(&part.block.text));
    let texts = parts().map(|part| part.block.text.as_str());
    let order = order(texts.flat_map(|text| word_starts(text, 0, text.len()).map(|at| &text[at..]))).or(usual);
    let mut above: Option<&Part<'_>> = None;
    for part in &body.parts {
        let heading = above.replace(part).filter(|above| above.is_heading());
        if !may_hold_date(&part.block.text) {
            continue;
        }
        let mut announced = in_block(part, (body.kind, order), source, diagnostics);
        announced.closes = announced.closes.or_else(|| below_heading(heading?, part, (body.kind, order)));
        found.posted = found.posted.or(announced.posted.take().filter(|_| posted));
        found.closes = found.closes.or(announced.closes.take().filter(|_| closes));
    }
    found.posted = found.posted.or_else(|| signed(body, order).filter(|_| posted));
    found
}

/// Whether there are two figures in a row after a mark that dates have; most blocks have none.
fn may_hold_date(text: &str) -> bool {
    let two_digits =
        |at: usize| text.as_bytes().get(at..at + 2).is_some_and(|next| next.iter().all(u8::is_ascii_digit));
    memchr::memmem::find_iter(text.as_bytes(), "20").any(|at| two_digits(at + 2))
        || memchr::memchr_iter(b'.', text.as_bytes()).any(|at| at > 0 && two_digits(at + 1))
}

/// Where a text comes from, and which of day and month its dates begin with.
type Manner = (OriginKind, Option<Order>);

/// The last day to apply that a text begins with below a heading about it: "Deadline".
fn below_heading(heading: &Part<'_>, part: &Part<'_>, (kind, order): Manner) -> Option<Field<Date>> {
    // A weekday may stand before the day.
    const NEAR: usize = 16;
    let (_, span) = CUE_WORDS.find(&heading.block.text).find(|(cue, _)| *cue == Cue::Closes)?;
    let is_all = heading.block.text.split_whitespace().count() <= 4 && span.len() * 2 >= heading.block.text.len();
    let (_, read) = date_after(&part.block.text, order, 0, None).filter(|(at, _)| is_all && *at <= NEAR)?;
    let date = read.ok()?;
    Some(Field::new(date, kind, part.block.line))
}

/// The day on which a posting is signed in its last lines: "Ulm, den 1. März 2024".
fn signed(body: &Body<'_>, order: Option<Order>) -> Option<Field<Date>> {
    const LAST: usize = 4;
    const LONGEST: usize = 60;
    body.parts.iter().rev().take(LAST).find_map(|part| {
        let mut lines = (part.block.line..).zip(part.block.text.split('\n'));
        lines.find_map(|(line, text)| {
            let text = strip_ornaments(text).trim_end_matches('.');
            let (place, day) = text.rsplit_once(", ").filter(|_| text.len() <= LONGEST)?;
            let day = ["den ", "le ", "a ", "am "].iter().find_map(|word| day.strip_prefix(word)).unwrap_or(day);
            // "Date: March 1, 2024" has its comma inside.
            let is_place = !place.contains([':', '.']) && !place.contains(|c: char| c.is_ascii_digit());
            let starts = day.starts_with(|c: char| c.is_ascii_digit());
            let is_all = day.split_whitespace().count() <= 5 && day.ends_with(|c: char| c.is_ascii_digit());
            let date = leading(order, day).filter(|_| is_place && starts && is_all && places::find(place).is_some())?;
            Some(Field::new(date.ok()?, body.kind, line))
        })
    })
}

fn in_block(
    part: &Part<'_>,
    (kind, order): Manner,
    source: &SourceFile,
    diagnostics: &mut Vec<Diagnostic>,
) -> Announced {
    let text = part.block.text.as_str();
    let cues: Vec<(Cue, Span)> = CUE_WORDS.find(text).collect();
    let mut found = Announced::default();
    for (at, (cue, span)) in cues.iter().enumerate() {
        let before = at.checked_sub(1).map(|before| &cues[before]);
        // "Bewerbungsfrist bis zum …" is one announcement.
        let goes_on = *cue == Cue::Until
            && before.is_some_and(|(cue, closing)| {
                *cue == Cue::Closes && sentence_at(text, closing.start).contains(&span.start)
            });
        if *cue == Cue::Other || !(goes_on || counts(*cue, span, before, text)) {
            continue;
        }
        // What another phrase announces belongs to that one.
        let next = cues[at + 1..].iter().map(|(_, next)| next.start).find(|start| *start >= span.end);
        let Some((start, read)) = date_after(text, order, span.end, next) else { continue };
        let line = part.block.line + lines_before(text, start);
        if *cue == Cue::Opens {
            let end = range_end(text, order, start).map(|date| Field::new(date, kind, line));
            found.closes = found.closes.or(end);
        }
        match read {
            Ok(date) if matches!(cue, Cue::Closes | Cue::Until) => {
                found.closes = found.closes.or(Some(Field::new(date, kind, line)));
            }
            Ok(date) => {
                found.posted = found.posted.or(Some(Field::new(date, kind, line)));
            }
            Err(NoDate::Ambiguous) => diagnostics.push(ambiguous(super::figures(&text[start..]), line, source)),
            Err(_) => {}
        }
    }
    found
}

/// Whether the phrase at `span` announces a date of the posting.
fn counts(cue: Cue, span: &Span, before: Option<&(Cue, Span)>, text: &str) -> bool {
    let sentence = sentence_at(text, span.start);
    match cue {
        Cue::Closes | Cue::Opens => true,
        Cue::Until => {
            // "befristet bis zum", "interviews take place until"
            let of_other = before.is_some_and(|(cue, other)| *cue == Cue::Other && other.end + NEAR >= span.start);
            // "Vous avez jusqu'au 31 mars 2026 pour postuler."
            let clause = text[span.end..sentence.end.max(span.end)].split([',', ';']).next().unwrap_or("");
            !of_other && apply::is_about_applying(&text[sentence.start..span.end + clause.len()])
        }
        Cue::Posted => {
            let line = text[..span.start].rfind('\n').map_or(0, |end| end + 1);
            strip_ornaments(&text[line..span.start]).trim_start_matches(['(', '[']).is_empty()
        }
        Cue::Other => false,
    }
}

/// The first date from `from` on in the same sentence, before `next`, and where it begins.
fn date_after(
    text: &str,
    order: Option<Order>,
    from: usize,
    next: Option<usize>,
) -> Option<(usize, Result<Date, NoDate>)> {
    let most = floor_char_boundary(text, (from + REACH).min(next.unwrap_or(text.len())));
    let end = clause_end(text, from, most);
    word_starts(text, from, end).find_map(|at| {
        let is_start = text[at..].starts_with(|c: char| c.is_ascii_digit()) || is_month(&text[at..]);
        leading(order, &text[at..]).filter(|_| is_start).map(|read| (at, read))
    })
}

fn is_month(text: &str) -> bool {
    let end = text.find(|c: char| !c.is_alphabetic()).unwrap_or(text.len());
    matches!(part(&text[..end]), Some(super::Part::Month(_)))
}

/// Where words begin in `text[from..end]`; figures may follow a script without spaces.
fn word_starts(text: &str, from: usize, end: usize) -> impl Iterator<Item = usize> {
    let mut before = ' ';
    text[from..end].char_indices().filter_map(move |(at, c)| {
        let goes_on = if c.is_ascii_digit() { before.is_ascii_alphanumeric() } else { before.is_alphanumeric() };
        before = c;
        (c.is_alphanumeric() && !goes_on).then_some(from + at)
    })
}

/// The end of what is said from `from` on: a full stop that is no ordinal's and no short form's, or a line's end.
fn clause_end(text: &str, from: usize, most: usize) -> usize {
    let mut ends = text[from..most].char_indices().map(|(at, c)| (from + at, c));
    let end = ends.find(|(at, c)| match c {
        // A phrase may be a line of its own above its date.
        '\n' => text[from..*at].contains(char::is_alphanumeric),
        '。' | ';' | '!' | '?' => true,
        '.' => {
            let before = text[from..*at].rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or("");
            text[at + 1..].starts_with([' ', '\u{a0}']) && part(before).is_none() && before.chars().count() > 1
        }
        _ => false,
    });
    end.map_or(most, |(at, _)| at)
}

/// The last day of a range whose first day begins at `start`: `1 March 2024 to 31 March 2024`.
fn range_end(text: &str, order: Option<Order>, start: usize) -> Option<Date> {
    const BETWEEN: [&str; 14] =
        ["to", "until", "till", "through", "and", "bis", "au", "al", "a", "até", "hasta", "t/m", "tot", "do"];
    let end = clause_end(text, start, floor_char_boundary(text, text.len().min(start + REACH)));
    let rest = &text[start..end];
    let mut between =
        BETWEEN.iter().filter_map(|word| crate::infer::words::find_phrase(rest, word).map(|at| at + word.len()));
    let dash = rest.find([' ', '\u{a0}']).and_then(|_| rest.find(['–', '—']).map(|at| at + '–'.len_utf8()));
    let wave = ['〜', '～', '~', '至', '到'].iter().find_map(|mark| Some(rest.find(*mark)? + mark.len_utf8()));
    leading(order, rest[between.next().or(dash).or(wave)?..].trim_start())?.ok()
}

fn lines_before(text: &str, at: usize) -> u32 {
    u32::try_from(memchr::memchr_iter(b'\n', &text.as_bytes()[..at]).count()).unwrap_or(0)
}

fn ambiguous(shown: &str, line: u32, source: &SourceFile) -> Diagnostic {
    let start = source.offset(line, 1);
    let at = source.text[start..].find(shown).map_or(start, |found| start + found);
    Diagnostic::warning("unreadable-date", format!("`{shown}` can be day and month or month and day"))
        .at(source.location(at..at + shown.len()))
        .help("write it as `YYYY-MM-DD`, where there is no doubt")
}

#[cfg(test)]
mod tests {
    use crate::infer::fixture::draft;

    fn dates(text: &str) -> (Option<String>, Option<String>) {
        let facts = draft().heading(1, "Welder").paragraph(text).facts();
        (facts.posted.map(|field| field.value.to_string()), facts.closes.map(|field| field.value.to_string()))
    }

    #[test]
    fn f1_a_sentence_says_until_when_one_may_apply() {
        for text in [
            "Please apply by 31 March 2024, and send a seam of yours.",
            "Applications close on Sunday, March 31st, 2024 at 23:59 CET.",
            "The deadline for applications is 31 March 2024.",
            "Deadline: 2024-03-31",
            "Closing date: Sun 31 Mar. 2024",
            "You start on 1 May 2024. Apply before 31/03/2024!",
            "Send us your CV until 31.03.2024.",
            "Bewerbungsschluss ist der 31. März 2024.",
            "Bitte schicke uns deine Bewerbung bis zum 31. März 2024 an Ann.",
            "Date limite de candidature : 31 mars 2024",
            "Envoyez votre CV avant le 31 mars 2024.",
            "Fecha límite: 31 de marzo de 2024",
            "Envía tu CV hasta el 31 de marzo de 2024.",
            "Stuur je cv uiterlijk 31 maart 2024.",
            "Inscrições até 31 de março de 2024",
            "応募締切：2024年3月31日",
            "截止日期：2024年3月31日",
            "마감일: 2024년 3월 31일",
            "Applications will be accepted through March 31st, 2024.",
            "Solliciteer uiterlijk 31 maart 2024",
            "As inscrições vão até o dia 31/03/2024.",
            "Sista ansökningsdag: 31 mars 2024",
            "Ansøgningsfrist: 31. marts 2024",
            "Termin składania aplikacji: 31 marca 2024",
            "Bewerbungsfrist bis zum 31. März 2024",
            "Les candidatures sont ouvertes jusqu'au 31 mars 2024.",
            "El plazo finaliza el 31 de marzo de 2024.",
            "As candidaturas estão abertas até 31 de março de 2024.",
            "Le candidature scadono il 31 marzo 2024.",
            "The position remains open until 31 March 2024.",
            "Bewerbungen mit Zeugnissen und einer Naht bitte bis 31. März 2024 an Ann.",
            "SVP répondre d'ici 11h59, heure de Brest, le 31 mars 2024, en envoyant un message.",
            "Termin na wysłanie dokumentów: niedziela, 31 marca 2024 roku.",
            "Vamos receber currículos até o dia 31/03/2024.",
            "Vous avez jusqu'au 31 mars 2024 pour postuler.",
            "[9] 応募締切\n2024年3月31日まで。書類選考の上、面接を実施します。",
            "Recibiremos solicitudes hasta el 31/03/2024.",
            "Le candidature devono pervenire entro il 31 marzo 2024.",
        ] {
            assert_eq!(dates(text), (None, Some("2024-03-31".to_owned())), "{text}");
        }
    }

    #[test]
    fn f1_a_line_says_since_when_a_posting_is_open() {
        for text in [
            "Posted on March 1, 2024 by Ann",
            "*Published: 2024-03-01*",
            "Job Posting: Mar 1, 2024",
            "Publié le 1er mars 2024",
            "Veröffentlicht am 1. März 2024",
            "(annonce mise en ligne le 1er mars 2024)",
            "Ulm, den 1. März 2024",
            "Recife, 1 de março de 2024.",
        ] {
            assert_eq!(dates(text), (Some("2024-03-01".to_owned()), None), "{text}");
        }
        let both = (Some("2024-03-01".to_owned()), Some("2024-03-31".to_owned()));
        assert_eq!(dates("Applications are open from 1 March 2024 to 31 March 2024."), both);
        assert_eq!(dates("Applications open on 1 March 2024 and close on 31 March 2024."), both);
        assert_eq!(dates("応募受付期間：2024年3月1日〜2024年3月31日"), both);
        assert_eq!(dates("Período de inscrição: 01/03/2024 a 31/03/2024").1, both.1);
    }

    #[test]
    fn f2_a_heading_about_the_deadline_or_another_date_tells_more() {
        let below = |heading: &str, text: &str| {
            let facts = draft().heading(1, "Welder").heading(2, heading).paragraph(text).facts();
            facts.closes.map(|field| field.value.to_string())
        };
        let expected = Some("2024-03-31".to_owned());
        assert_eq!(below("Deadline", "31 March 2024. We read what you send from then on."), expected);
        assert_eq!(below("[16] 応募締切", "2024年3月31日まで。その後、面接をする。"), expected);
        assert_eq!(below("How we work to a deadline of others", "31 March 2024 was one."), None);
        assert_eq!(below("Deadline", "We have none. We began on 31 March 2024."), None);
        let told = draft().heading(1, "Welder").key("description", "Welder (Ulm) - Closes: 31-03-2024").facts();
        assert_eq!(told.closes.map(|field| field.value.to_string()), expected);
        let range = "Applications are open from 03/04/2024 to 15/04/2024.";
        assert_eq!(dates(range), (Some("2024-04-03".to_owned()), Some("2024-04-15".to_owned())));
    }

    #[test]
    fn f3_other_days_are_none_of_the_postings() {
        for text in [
            "Start date: 1 April 2024",
            "Eintritt ab 1. April 2024",
            "The position is to be filled by 1 April 2024.",
            "Interviews take place until 15 April 2024.",
            "We were founded on March 3, 2014.",
            "Die Stelle ist befristet bis zum 31.12.2025.",
            "You begin no later than 1 April 2024.",
            "截至2024年3月31日，我们有三艘船。",
            "Your contract runs until 31 December 2025.",
            "We ship within tight deadlines. Version 2024.03.31 is out.",
            "Apply by e-mail. We have built ships since 3 May 2004.",
            "Apply by 31 March.",
            "Apply by March 2024.",
            "Our paper, published on March 3, 2020, is about seams.",
            "Our dock remains open, and you weld until 31 March 2024.",
            "The harbour closes in winter; work starts on 1 April 2024.",
            "Applications close when it is filled, work starts on 1 April 2024.",
            "Applications close soon; 5 of 2000 seams from 1 May 2024 on.",
            "Die Bewerbungsgespräche finden am 3. April 2024 statt.",
            "Interviews in Ulm, 1 April 2024",
            "Start: Ulm, 1 April 2024",
        ] {
            assert_eq!(dates(text), (None, None), "{text}");
        }
        let code = draft().heading(1, "Welder").code("Apply by 31 March 2024").facts();
        assert!(code.closes.is_none());
    }

    #[test]
    fn f3_a_day_that_reads_both_ways_is_a_warning() {
        let (facts, diagnostics) = draft().heading(1, "Welder").paragraph("Closing date: 03/04/2024").infer();
        assert!(facts.closes.is_none());
        let told: Vec<_> = diagnostics.iter().map(|d| (d.code, d.message.as_str())).collect();
        assert_eq!(told, [("unreadable-date", "`03/04/2024` can be day and month or month and day")]);
    }
}
