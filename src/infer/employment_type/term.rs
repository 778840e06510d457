//! How long a contract lasts, where a sentence says so.
//!
//! In goes a block, out comes whether the work ends. What clients or projects sign is no contract of the reader's.

use std::sync::LazyLock;

use super::prose::{SEEKS, is_denied};
use super::time::is_about_others;
use super::{NUMBERS, duration};
use crate::infer::lexicon::Lexicon;
use crate::infer::table::CUES;
use crate::infer::words::{is_one_of, sentence_at, sentences};
use crate::source::Span;

/// What a length of time stands behind: `contract for`.
static LEADS: LazyLock<Lexicon<()>> = LazyLock::new(|| CUES.lexicon("term before"));
/// What a length of time stands behind that may be that of anything: `for a period of`.
static PERIODS: LazyLock<Lexicon<()>> = LazyLock::new(|| CUES.lexicon("term period"));
/// `befristet`, and what it is said of: `Stelle`.
static LIMITED: LazyLock<Lexicon<()>> = LazyLock::new(|| CUES.lexicon("term limited"));
static CONTRACTS: LazyLock<Lexicon<()>> = LazyLock::new(|| CUES.lexicon("term contract"));

/// Whether the block says that the contract ends: `contract for two years`, `Die Stelle ist bis zum 1. Mai befristet`.
pub(super) fn is_limited(text: &str) -> bool {
    let is_limited = |sentence| has_length(sentence) || has_period(sentence) || is_called_limited(sentence);
    sentences(text).any(|sentence| is_limited(sentence) && !is_about_others(sentence))
}

/// Whether the value of a label of employment says that the contract ends: `2 years, funded by the port`, `until May 2027`.
pub(super) fn ends(value: &str) -> bool {
    const UNTIL: [&str; 14] = [
        "until",
        "till",
        "through",
        "ends",
        "bis",
        "jusqu'au",
        "jusqu’au",
        "hasta",
        "até",
        "fino",
        "tot",
        "t/m",
        "til",
        "do",
    ];
    const REACH: usize = 6;
    let words: Vec<&str> = value.split_whitespace().take(REACH).map(trimmed).collect();
    let is_year = |word: &&str| word.len() == 4 && word.starts_with("20") && word.bytes().all(|b| b.is_ascii_digit());
    let is_day = || words.iter().any(is_year);
    let lasts = || (0..words.len().min(3)).any(|at| duration(&words[at..]).is_some() && skips(&words[..at]));
    words.first().is_some_and(|first| is_one_of(first, &UNTIL)) && is_day() || lasts()
}

/// `contract for up to two years`
fn has_length(sentence: &str) -> bool {
    LEADS.find(sentence).any(|((), span)| begins_with_length(&sentence[span.end..]))
}

/// `We are looking for a welder for a period of three to six months.`
fn has_period(sentence: &str) -> bool {
    let lasts = PERIODS.find(sentence).any(|((), span)| begins_with_length(&sentence[span.end..]));
    lasts && SEEKS.find(sentence).any(|(of_employer, _)| of_employer)
}

/// ` up to two years, …`, ` three to six months`
fn begins_with_length(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().take(5).map(trimmed).collect();
    (0..words.len().min(3)).any(|skipped| duration(&words[skipped..]).is_some() && skips(&words[..skipped]))
}

/// Whether words may stand between what ends and its length: `contract for up to two years`, `for three to six months`.
fn skips(words: &[&str]) -> bool {
    const SMALL: [&str; 22] = [
        "bis",
        "tot",
        "à",
        "a",
        "til",
        "till",
        "or",
        "oder",
        "up",
        "to",
        "about",
        "initially",
        "zunächst",
        "max",
        "ca",
        "circa",
        "de",
        "einem",
        "jeweils",
        "van",
        "di",
        "et",
    ];
    let is_figure = |word: &str| word.bytes().all(|b| b.is_ascii_digit()) || NUMBERS.exactly(word).is_some();
    words.iter().all(|word| SMALL.contains(word) || is_figure(word))
}

fn trimmed(word: &str) -> &str {
    word.trim_matches(|c: char| !c.is_alphanumeric())
}

/// `Die Stelle ist zunächst bis zum 30. September befristet.`
fn is_called_limited(sentence: &str) -> bool {
    let is_free = |span: &Span| !is_denied(&sentence[sentence_at(sentence, span.start).start..span.start]);
    LIMITED.find(sentence).any(|((), span)| is_free(&span)) && CONTRACTS.is_in(sentence)
}

#[cfg(test)]
mod tests {
    use super::super::super::fixture::{Fixture, draft, list};
    use crate::posting::EmploymentType::{self, Contractor, FullTime, PartTime, Temporary};

    fn kinds(fixture: Fixture) -> Vec<EmploymentType> {
        fixture.facts().employment_type.map(|field| field.value).unwrap_or_default()
    }

    #[test]
    fn f1_one_block_may_say_how_much_one_works_and_for_how_long() {
        for (text, expected) in [
            ("30 hours per week over 4 days, with two Saturdays. Two year contract.", vec![Temporary, PartTime]),
            ("24 tot 32 uur, contract voor een jaar", vec![PartTime, Temporary]),
            ("Die Stelle ist zunächst bis zum 31.05.2027 befristet.", vec![Temporary]),
            ("Ein ordentlicher, befristeter Arbeitsvertrag nach Tarif", vec![Temporary]),
            ("Der monatliche Umfang der Stelle beträgt etwa 60 Stunden.", vec![PartTime]),
            ("You work 160 hours per month.", vec![FullTime]),
            ("We seek a full-time, dock-proof welder for the yard.", vec![FullTime]),
            ("The position is permanent, 100 %, and paid monthly.", vec![FullTime]),
            ("Fast stilling, 80 %, med turnus i verftet.", vec![PartTime]),
            ("Tjänsten är en tillsvidareanställning (75 %) på varvet.", vec![PartTime]),
            ("Von Mai bis Juli, 30 Stunden die Woche, wird auf der Werft geschweißt.", vec![PartTime]),
            ("You weld at night, 37.5 hours a week, with all of us in Ulm.", vec![FullTime]),
            ("Het gaat om 24 uur per week, waaronder elke vrijdag op de werf in Gouda.", vec![PartTime]),
            ("36 timer om ugen", vec![FullTime]),
            ("De aanstelling is voor twee jaar.", vec![Temporary]),
            ("La contratación temporal de una soldadora a tiempo completo.", vec![Temporary, FullTime]),
            ("Contrato de sustitución, unos ocho meses, en el astillero", vec![Temporary]),
            ("Varvet i Ulm har ledig 100 % fast stilling som sveiser.", vec![FullTime]),
            ("It's part-time, 10 hours a week in winter, and we pay well.", vec![PartTime]),
            ("Collaborazione con partita IVA, a tempo pieno", vec![FullTime, Contractor]),
            ("Contrato por prazo determinado de 12 meses.", vec![Temporary]),
            ("Le contrat est à durée déterminée, de six mois.", vec![Temporary]),
            ("Vollzeit, 38,5 Stunden, nie am Freitag", vec![FullTime]),
            ("Het gaat om een tijdelijke functie van 36 uur.", vec![Temporary, FullTime]),
            ("You get a contract of 20 hours, indoors.", vec![PartTime]),
            ("Du arbeitest 30 Stunden in der Woche, verteilt auf vier Tage.", vec![PartTime]),
            ("We need someone for 16 hours a week, weekends included.", vec![PartTime]),
            ("80 bis 100 Prozent", vec![FullTime, PartTime]),
            ("Cover for maternity leave until March 2027.", vec![Temporary]),
            ("The job is for one year to begin with.", vec![Temporary]),
            ("Als Aushilfe an Wochenenden in der Werft.", vec![PartTime]),
            ("Praktikum von drei bis sechs Monaten, vergütet.", vec![EmploymentType::Intern]),
            ("It pays well. Full time, with the whole crew, no nights.", vec![FullTime]),
        ] {
            assert_eq!(kinds(draft().heading(1, "Welder").paragraph("We weld.").paragraph(text)), expected, "{text}");
        }
    }

    #[test]
    fn f1_the_text_completes_a_title_that_says_how_much_one_works() {
        let told = |text: &str| kinds(draft().key("title", "Welder (part time)").paragraph(text));
        assert_eq!(told("This is a freelance contract for 24 hours a week."), [PartTime, Contractor]);
        assert_eq!(told("You guide our interns and volunteers, full-time or not."), [PartTime]);
    }

    #[test]
    fn f3_hours_and_lengths_of_other_matters_say_nothing_of_employment() {
        for text in [
            "Lön 30 000 kr vid heltid, och mer på natten.",
            "Wer Schiffbau studiert, bekommt die Zeit als Praktikum anerkannt.",
            "Our customers sign a contract for three years.",
            "The hull is made of steel, 80 %, and of wood.",
            "Der Vertrag ist nicht befristet.",
            "We seek welders who know full-stack docks.",
            "The crane lifts 37 t.",
            "A contract for 40 hours of crane work was signed.",
            "Praktikum von Vorteil, aber nicht nötig.",
            "Der Stahl ist zu 80 Prozent rostfrei.",
        ] {
            assert_eq!(kinds(draft().heading(1, "Welder").paragraph("We weld.").paragraph(text)), [], "{text}");
        }
        let task = draft().heading(2, "Your tasks").item("Teach apprentices, 6 hours a week, how to weld a hull");
        assert_eq!(kinds(task), []);
    }

    #[test]
    fn f1_labels_of_hours_and_of_the_contract_complete_each_other() {
        for (lines, expected) in [
            (["Umfang: 100 %, auch im Team teilbar", "Laufzeit: befristet auf 36 Monate"], vec![FullTime, Temporary]),
            (["Contract: fixed-term, from May to October", "Hours: 20 per week"], vec![Temporary, PartTime]),
            (["Type: Full-time", "Hours: 20 per week"], vec![FullTime]),
        ] {
            let draft = lines.iter().fold(draft().heading(1, "Welder"), |draft, line| draft.item(line));
            assert_eq!(kinds(draft.paragraph("We weld.")), expected, "{lines:?}");
        }
    }

    #[test]
    fn f1_a_label_tells_how_long_the_contract_lasts_and_how_its_hours_are_spread() {
        for (line, expected) in [
            ("Duration: 6 months", vec![Temporary]),
            ("Contract: 2 years, funded by the port", vec![Temporary]),
            ("Laufzeit: zunächst zwei Jahre", vec![Temporary]),
            ("Contract: until 30 May 2027", vec![Temporary]),
            ("Duur: tijdelijk tot 1 mei 2027, met uitzicht op vast", vec![Temporary]),
            ("Hours: 28 per week over four days", vec![PartTime]),
            (": Hours — 28 a week over four days", vec![PartTime]),
            ("Stunden: 38 pro Woche, verteilt auf fünf Tage", vec![FullTime]),
            ("Omvang: 0,8 fte", vec![PartTime]),
            ("Umfang: 0,5 VZÄ", vec![PartTime]),
            ("30 hours over four days, you choose which", vec![PartTime]),
            ("80–100 %, Arbeitsvertrag, kein Werkvertrag", vec![FullTime, PartTime]),
            ("€22 an hour, full-time, 39 hours, out at one on Fridays", vec![FullTime]),
            ("€240 a day. Freelance, you send a bill.", vec![Contractor]),
            ("We are looking for a welder for the season.", vec![Temporary]),
            ("Hours: until 6 pm", vec![]),
            ("We sold 300 hulls for the season.", vec![]),
            ("Freelance welders, riggers and we weld.", vec![]),
        ] {
            assert_eq!(kinds(draft().heading(1, "Welder").item(line).paragraph("We weld.")), expected, "{line}");
        }
        assert_eq!(kinds(draft().heading(1, "Welding intern").item("Duration: 6 months")), [EmploymentType::Intern]);
    }

    #[test]
    fn i4_keys_of_hours_and_of_the_contract_complete_each_other() {
        let facts = draft().key("workPattern", "Part-time").key("contractType", "Fixed term (12 months)");
        assert_eq!(kinds(facts.paragraph("We weld.")), [Temporary, PartTime]);
        let tags = list(&["Fully Remote", "Part-Time or Full-Time", "Steel", "Hulls", "Docks", "Cranes"]);
        assert_eq!(kinds(draft().key("title", "Welder").entry("tags", tags)), [PartTime, FullTime]);
        let facts = draft().key("contract_type", "Permanent").key("hours", "30 per week");
        assert_eq!(kinds(facts.paragraph("We weld.")), [PartTime]);
    }

    #[test]
    fn f1_a_period_for_which_somebody_is_sought_ends_the_contract() {
        for (text, expected) in [
            ("We are looking for a welder for a period of 3 to 6 months.", vec![Temporary]),
            (
                "We zijn op zoek naar een lasser die voor een periode van 3 tot 6 maanden wil meewerken.",
                vec![Temporary],
            ),
            ("Wir suchen für einen Zeitraum von sechs Monaten eine Schweißerin.", vec![Temporary]),
            ("Nous cherchons un soudeur pour une durée de 6 mois.", vec![Temporary]),
            ("Buscamos un soldador por un periodo de 6 meses.", vec![Temporary]),
            ("Procuramos um soldador por um período de 6 meses.", vec![Temporary]),
            ("Vi söker en svetsare för en period på 6 månader.", vec![Temporary]),
            ("We keep your data for a period of 6 months.", vec![]),
            ("The hull lies in the dock for a period of two years.", vec![]),
        ] {
            assert_eq!(kinds(draft().heading(1, "Welder").paragraph("We weld.").paragraph(text)), expected, "{text}");
        }
    }
}
