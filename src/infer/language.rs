//! The language of a posting's text.
//!
//! In goes the body, with title and front matter's prose where it has next to no text, out comes an ISO 639-1 code where
//! small words or the script leave no doubt. Languages that are not listed here stay unknown.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::LazyLock;

use super::body::Body;
use super::phrases::Phrases;
use super::table;
use crate::posting::Field;

/// Languages and their small words.
struct Languages {
    /// Their codes.
    codes: Vec<&'static str>,
    /// The small words of all of them.
    words: Phrases,
    /// The languages that have each of the words: a bit each, at the index of the code.
    of_word: Vec<u32>,
}

static LANGUAGES: LazyLock<Languages> = LazyLock::new(|| {
    let mut codes = Vec::new();
    let mut of_word: HashMap<&'static str, u32> = HashMap::with_capacity(1024);
    for row in table::LANGUAGES.rows() {
        if codes.last() != Some(&row.section) {
            codes.push(row.section);
        }
        let bit = 1 << (codes.len() - 1);
        for word in row.forms() {
            *of_word.entry(word).or_insert(0) |= bit;
        }
    }
    let (words, of_word) = of_word.into_iter().map(|(word, languages)| (Cow::Borrowed(word), languages)).unzip();
    Languages { codes, words: Phrases::new(words), of_word }
});

/// Names of languages, for those who write them out.
const NAMES: &[(&str, &[&str])] = &[
    ("en", &["english", "englisch"]),
    ("de", &["german", "deutsch"]),
    ("fr", &["french", "français"]),
    ("es", &["spanish", "español"]),
    ("nl", &["dutch", "nederlands"]),
    ("pt", &["portuguese", "português"]),
    ("it", &["italian", "italiano"]),
    ("ja", &["japanese", "日本語"]),
    ("zh", &["chinese", "中文"]),
    ("ko", &["korean", "한국어"]),
    ("sv", &["swedish", "svenska"]),
    ("da", &["danish", "dansk"]),
    ("no", &["norwegian", "norsk"]),
    ("fi", &["finnish", "suomi"]),
    ("pl", &["polish", "polski"]),
];

/// Codes that a file's name may end with. Endings of other uses (`md`, `js`, `go`, `io`) are left out.
const CODES: [&str; 33] = [
    "en", "de", "fr", "es", "nl", "pt", "it", "ja", "zh", "ko", "pl", "cs", "sk", "hu", "ro", "bg", "hr", "sl", "sr",
    "da", "sv", "nb", "no", "fi", "et", "lv", "lt", "uk", "ru", "tr", "el", "he", "ar",
];

/// Whether `text` is a language code, with or without a region.
pub(super) fn is_code(text: &str) -> bool {
    let language = text.split(['-', '_']).next().unwrap_or("");
    CODES.contains(&language)
}

/// The ISO 639-1 code of `de`, `de-CH`, `de_DE.UTF-8` or `German`.
pub(super) fn code(text: &str) -> Option<String> {
    let text = text.trim().to_lowercase();
    if let Some((code, _)) = NAMES.iter().find(|(_, names)| names.contains(&text.as_str())) {
        return Some((*code).to_owned());
    }
    let language = text.split(['-', '_', '.']).next().unwrap_or("");
    (language.len() == 2 && language.bytes().all(|b| b.is_ascii_lowercase())).then(|| language.to_owned())
}

/// The language that the text is written in, or else the title and the lines of prose in front matter.
pub(super) fn in_posting(body: &Body<'_>, title: &Field<String>, prose: &[Field<String>]) -> Option<Field<String>> {
    in_body(body).or_else(|| {
        let lines: Vec<&str> = prose.iter().chain([title]).map(|line| line.value.as_str()).collect();
        let has_text = body.parts.iter().any(|part| !part.is_heading() && part.block.text.len() > LEAST_TEXT);
        let code = in_texts(&lines).filter(|_| !has_text)?;
        Some(Field { value: code.to_owned(), origin: prose.first().unwrap_or(title).origin })
    })
}

/// A block of more bytes than this tells its language, or has none that is known.
const LEAST_TEXT: usize = 60;

fn in_body(body: &Body<'_>) -> Option<Field<String>> {
    let first = body.parts.first()?;
    let headings_aside: Vec<&str> =
        body.parts.iter().filter(|part| !part.is_heading()).map(|part| part.block.text.as_str()).collect();
    let all: Vec<&str> = body.parts.iter().map(|part| part.block.text.as_str()).collect();
    let code = by_script(&headings_aside).or_else(|| by_small_words(&all))?;
    Some(first.field(code.to_owned()))
}

fn in_texts(texts: &[&str]) -> Option<&'static str> {
    by_script(texts).or_else(|| by_small_words(texts))
}

/// How many letters of each script stand in a text.
#[derive(Default)]
struct Letters {
    kana: usize,
    hangul: usize,
    han: usize,
    cyrillic: usize,
    /// Of the Cyrillic ones, those that only Ukrainian and Belarusian have, and those that Russian has.
    western: usize,
    eastern: usize,
    greek: usize,
    hebrew: usize,
    others: usize,
}

impl Letters {
    fn add_all(&mut self, text: &str) {
        if text.is_ascii() {
            // In steps whose count fits a byte, so that the compiler takes many letters at once.
            let letters = |bytes: &[u8]| bytes.iter().map(|byte| u8::from(byte.is_ascii_alphabetic())).sum::<u8>();
            self.others += text.as_bytes().chunks(128).map(|bytes| usize::from(letters(bytes))).sum::<usize>();
        } else {
            text.chars().for_each(|letter| self.add(letter));
        }
    }

    fn add(&mut self, letter: char) {
        match letter {
            '\u{3040}'..='\u{30ff}' => self.kana += 1,
            '\u{ac00}'..='\u{d7af}' => self.hangul += 1,
            '\u{3400}'..='\u{9fff}' => self.han += 1,
            '\u{400}'..='\u{52f}' => {
                self.cyrillic += 1;
                self.western += usize::from(matches!(letter, 'і' | 'ї' | 'є'));
                self.eastern += usize::from(matches!(letter, 'ы' | 'э'));
            }
            '\u{370}'..='\u{3ff}' => self.greek += 1,
            '\u{5d0}'..='\u{5ea}' => self.hebrew += 1,
            _ if letter.is_alphabetic() => self.others += 1,
            _ => {}
        }
    }

    fn east_asian(&self) -> usize {
        self.kana + self.hangul + self.han
    }

    fn all(&self) -> usize {
        self.east_asian() + self.cyrillic + self.greek + self.hebrew + self.others
    }
}

fn by_script(texts: &[&str]) -> Option<&'static str> {
    // Latin letters come in runs: most of the text has to be looked at only where the first letters are not Latin.
    const ENOUGH: usize = 600;
    const FEWEST: usize = 20;
    let mut letters = Letters::default();
    for text in texts {
        letters.add_all(text);
        if letters.all() > ENOUGH {
            break;
        }
    }
    // A sign of such a script says more than a letter, and names of tools are Latin everywhere.
    let is_main = |count: usize| count >= FEWEST && count * 2 >= letters.others;
    let east = letters.east_asian();
    if is_main(east) {
        return Some(if letters.kana * 10 > east {
            "ja"
        } else if letters.hangul * 2 > east {
            "ko"
        } else {
            "zh"
        });
    }
    match (letters.western, letters.eastern) {
        (0, 1..) if is_main(letters.cyrillic) => Some("ru"),
        (1.., 0) if is_main(letters.cyrillic) => Some("uk"),
        _ if is_main(letters.greek) => Some("el"),
        _ if is_main(letters.hebrew) => Some("he"),
        _ => None,
    }
}

fn by_small_words(texts: &[&str]) -> Option<&'static str> {
    // Evenly spread, since an English introduction may stand above a German posting.
    let step = texts.len() / MOST_TEXTS + 1;
    let sampled = texts.len().div_ceil(step).max(1);
    let found = count(texts, step, ENOUGH_WORDS / sampled + 1).winner();
    let found = found.or_else(|| count(texts, step, ENOUGH_WORDS).winner());
    // Long lists of tools may lie between the few sentences.
    found.or_else(|| if step > 1 { count(texts, 1, ENOUGH_WORDS).winner() } else { None })
}

/// So many small words tell a language.
const ENOUGH_WORDS: usize = 60;
/// About so many blocks are looked at.
const MOST_TEXTS: usize = 40;

/// The small words of a text, by the languages that have them.
#[derive(Default)]
struct Votes(Vec<(u32, u32)>);

impl Votes {
    fn add(&mut self, languages: u32) {
        match self.0.iter_mut().find(|(known, _)| *known == languages) {
            Some((_, count)) => *count += 1,
            None => self.0.push((languages, 1)),
        }
    }

    /// What the words that fulfil a condition are worth; one of a single language is worth [`OF_ONE`], and the others share it.
    fn worth(&self, counts: impl Fn(u32) -> bool) -> u32 {
        let counted = self.0.iter().filter(|(languages, _)| counts(*languages));
        counted.map(|(languages, count)| count * OF_ONE / languages.count_ones()).sum()
    }

    /// The language that is clearly ahead: of each other by half, in the words that the two don't share.
    fn winner(&self) -> Option<&'static str> {
        const LEAST: u32 = 2 * OF_ONE;
        let has = |languages: u32, at: usize| languages >> at & 1 == 1;
        let codes = &LANGUAGES.codes;
        let best = (0..codes.len()).max_by_key(|at| self.worth(|languages| has(languages, *at)))?;
        let is_behind = |other: usize| {
            let mine = self.worth(|languages| has(languages, best) && !has(languages, other));
            let theirs = self.worth(|languages| has(languages, other) && !has(languages, best));
            mine > 0 && mine * 2 >= theirs * 3
        };
        let named = self.0.iter().fold(0, |all, (languages, _)| all | languages);
        let is_ahead = (0..codes.len()).filter(|at| *at != best && has(named, *at)).all(is_behind);
        (is_ahead && self.worth(|languages| has(languages, best)) >= LEAST).then(|| codes[best])
    }
}

/// Divisible by most counts of languages that share a word.
const OF_ONE: u32 = 12;

/// The words of a text. What is no letter of ASCII is only decoded where it has to be.
fn words(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        rest = rest.trim_start_matches(|c: char| !c.is_alphabetic());
        let ascii = rest.bytes().position(|byte| !byte.is_ascii_alphabetic()).unwrap_or(rest.len());
        let goes_on = rest.as_bytes().get(ascii).is_some_and(|byte| !byte.is_ascii());
        let end = if goes_on { rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len()) } else { ascii };
        let (word, behind) = rest.split_at(end);
        rest = behind;
        (!word.is_empty()).then_some(word)
    })
}

/// The small words of every so many of `texts`, of each of them so many at most.
fn count(texts: &[&str], step: usize, most_each: usize) -> Votes {
    let mut votes = Votes::default();
    let mut seen = 0;
    for text in texts.iter().step_by(step) {
        let before = seen;
        for word in words(text).filter(|word| word.len() <= 8) {
            if seen - before >= most_each {
                break;
            }
            // What is looked for folds ASCII by itself.
            let known = if word.is_ascii() {
                LANGUAGES.words.exactly(word)
            } else {
                LANGUAGES.words.exactly(&word.to_lowercase())
            };
            let Some(known) = known else { continue };
            seen += 1;
            votes.add(LANGUAGES.of_word[known]);
        }
        if seen > 2 * ENOUGH_WORDS {
            break;
        }
    }
    votes
}

#[cfg(test)]
mod tests {
    use super::super::fixture::draft;
    use super::*;

    #[test]
    fn f2_sentences_between_long_lists_tell_the_language() {
        let lists = (0..120).fold(draft().heading(1, "4711"), |draft, at| draft.item(&format!("Rust {at}")));
        let text = lists.paragraph("Nous cherchons une personne pour souder les navires.").item("Go").item("Zig");
        assert_eq!(text.facts().language.map(|field| field.value).as_deref(), Some("fr"));
    }

    #[test]
    fn f2_small_words_or_the_script_tell_the_language() {
        for (text, expected) in [
            ("We are looking for a welder who will work with our team on the ships of the future.", Some("en")),
            ("Wir suchen eine Person, die mit uns Schiffe baut und für die Sicherheit der Werft sorgt.", Some("de")),
            ("Nous cherchons une personne pour construire des navires avec notre équipe dans le port.", Some("fr")),
            ("Buscamos a una persona para construir los barcos con el equipo y las grúas del puerto.", Some("es")),
            ("Wij zoeken een lasser die met ons aan de schepen van het bedrijf werkt en dat leuk vindt.", Some("nl")),
            ("Procuramos uma pessoa para construir os navios com a nossa equipa e as gruas do porto.", Some("pt")),
            ("溶接工を募集しています。私たちと一緒に船を作りませんか。経験は問いません。", Some("ja")),
            ("Buscamos una persona para el muelle. Envía tu CV a Ana.", Some("es")),
            ("Wir, die Hullwerk GmbH, suchen Verstärkung. Jetzt bewerben!", Some("de")),
            ("Em Santos temos vários navios. Envie seu CV para a nossa equipe.", Some("pt")),
            ("Vi söker dig som vill bygga skepp med oss på varvet, och som inte är rädd för höjder.", Some("sv")),
            ("Vi søger dig, der vil bygge skibe med os på værftet, og som ikke er bange for højder.", Some("da")),
            ("Vi søker deg som vil bygge skip med oss på verftet, og som ikke er redd for høyder.", Some("no")),
            ("Etsimme hitsaajaa, joka haluaa rakentaa laivoja meidän kanssa ja olla osa porukkaa.", Some("fi")),
            ("Szukamy osoby, która będzie budować statki w naszym zespole i nie boi się pracy.", Some("pl")),
            ("Мы ищем сварщика, который хочет строить корабли вместе с нами, и это наш порт.", Some("ru")),
            ("Шукаємо зварювальника, який хоче будувати кораблі разом із нами.", Some("uk")),
            ("Ζητάμε συγκολλητή για τα πλοία μας στο λιμάνι.", Some("el")),
            ("Kami mencari tukang las yang akan bekerja dengan tim di pelabuhan untuk kapal ini.", Some("id")),
            ("Hľadáme zvárača, ktorý stavia lode pre nás alebo pri nás. Čo ťa čaká? Máš práca na lodiach.", Some("sk")),
            ("Търсим заварчик за нашата корабостроителница в пристанището.", None),
            ("Welder wanted.", None),
            ("Rust, Go, TypeScript, PostgreSQL, Redis, Kafka, Docker", None),
            ("", None),
        ] {
            let draft = draft().paragraph(text).build();
            assert_eq!(in_body(&Body::new(&draft)).map(|field| field.value).as_deref(), expected, "{text}");
        }
    }

    #[test]
    fn f2_the_longer_of_two_languages_counts_and_of_equals_none() {
        let english =
            "We are a yard with a team that works for you and with all of the ships that are in the harbour. ";
        let german =
            "Wir sind eine Werft und suchen dich für die Arbeit mit uns an den Schiffen, die nicht schwimmen. ";
        let of = |texts: &[&str]| {
            let draft = texts.iter().fold(draft(), |draft, text| draft.paragraph(text)).build();
            in_body(&Body::new(&draft)).map(|field| field.value)
        };
        assert_eq!(of(&[&english.repeat(4), german, german, german]).as_deref(), Some("de"));
        assert_eq!(of(&[english, german]), None);
    }

    #[test]
    fn f2_title_and_summary_tell_it_where_there_is_no_text() {
        let french = || {
            draft()
                .key("title", "Soudeur")
                .key("summary", "Souder les coques et la quille avec nous, pour des bateaux.")
        };
        assert_eq!(french().facts().language.map(|field| field.value).as_deref(), Some("fr"));
        let text = "We weld the ships that are in the harbour, and you will weld with us for the good of all.";
        assert_eq!(french().paragraph(text).facts().language.map(|field| field.value).as_deref(), Some("en"));
    }

    #[test]
    fn i4_codes_are_read_with_their_region_and_as_names() {
        for (text, expected) in [
            ("de", Some("de")),
            ("en-US", Some("en")),
            ("de_CH.UTF-8", Some("de")),
            ("Deutsch", Some("de")),
            ("x", None),
            ("klingon", None),
        ] {
            assert_eq!(code(text).as_deref(), expected, "{text}");
        }
    }
}
