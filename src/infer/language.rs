//! The language of a posting's text.
//!
//! In goes the body, with title and front matter's prose where it has next to no text, out comes an ISO 639-1 code where
//! small words or the script leave no doubt. Languages that are not listed here stay unknown.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::body::Body;
use crate::posting::{Field, OriginKind};

/// The commonest words of each language, folded.
const SMALL_WORDS: &[(&str, &str)] = &[
    (
        "en",
        "the and of to with for you our we are your in on is as will that have this be or from an by their at who it us can what not if has also please about a",
    ),
    (
        "de",
        "und der die das mit für du wir ein eine den von zu im ist in auf bei oder sie dich dir uns als werden bist dein deine sich nicht bis dem des zum zur einen einer es ihr ihre hast pro auch sind unser unsere suchen jetzt nach aus wie über um durch",
    ),
    (
        "fr",
        "et les des vous nous avec pour une est dans le la de du en sur notre votre au aux que qui par nos vos être sont ou un il elle se ses pas cette ce tu ton ta tes chez plus ans a",
    ),
    (
        "es",
        "y los las con para una del que en el la de un por tu se es como nuestro equipo más al nos te o su son nuestra nuestros buscamos ser tus sobre esta años sin desde hasta sus está hay trabajo a",
    ),
    (
        "nl",
        "en het een van de met voor je wij we bij ons is zijn in op aan als of naar jij jouw die dat niet ook onze wat te ben bent hebt heeft wordt door om tot uit maar er",
    ),
    (
        "pt",
        "e os as com para uma do da que em o a de um por você nossa nosso no na dos das ou mais é são se seu sua ser nossos estar não pelo pela sobre vaga às ao pessoas quem",
    ),
    (
        "ca",
        "i els les amb per una del que en el la de un som és com més al dels nostre nostra equip o aquest aquesta ser seva seu dins fins amb tenim som persona l d a",
    ),
    (
        "it",
        "e il gli con per una del della che in la di un i le si è nostro sei ti da al nel sono come ai alla o più non dei delle nella nostra nostri tuo tua dal dalla chi a",
    ),
    (
        "sv",
        "och som på med att för av till dig oss inte ett eller också dina vårt våra vår från söker mer än när där vad är jobba arbeta vill hos erfarenhet",
    ),
    (
        "nb",
        "og som på med å av til deg oss ikke eller også ditt vår vårt våre fra søker mer enn når hva er jobbe jobb være noe etter hos erfaring",
    ),
    (
        "da",
        "og som på med at af til dig os ikke eller også dit vores fra søger mere end når hvad er arbejde være blive efter hos erfaring der",
    ),
    (
        "pl",
        "w z się że jest nie dla oraz lub jak przez pracy jako nas nasz nasza naszej twoje będzie są czy może od który która",
    ),
];

/// Names of languages, for those who write them out.
const NAMES: &[(&str, &[&str])] = &[
    ("en", &["english", "englisch"]),
    ("de", &["german", "deutsch"]),
    ("fr", &["french", "français"]),
    ("es", &["spanish", "español"]),
    ("nl", &["dutch", "nederlands"]),
    ("pt", &["portuguese", "português"]),
    ("it", &["italian", "italiano"]),
    ("sv", &["swedish", "svenska"]),
    ("nb", &["norwegian", "norsk", "bokmål"]),
    ("da", &["danish", "dansk"]),
    ("pl", &["polish", "polski"]),
    ("ja", &["japanese", "日本語"]),
    ("zh", &["chinese", "中文"]),
    ("ko", &["korean", "한국어"]),
];

/// Codes that a file's name may end with. Endings of other uses (`md`, `js`, `go`, `io`) are left out.
const CODES: [&str; 32] = [
    "en", "de", "fr", "es", "nl", "pt", "it", "ja", "zh", "ko", "pl", "cs", "sk", "hu", "ro", "bg", "hr", "sl", "sr",
    "da", "sv", "nb", "fi", "et", "lv", "lt", "uk", "ru", "tr", "el", "he", "ar",
];

static VOTES: LazyLock<HashMap<&'static str, u16>> = LazyLock::new(|| {
    let mut votes = HashMap::with_capacity(256);
    for (at, (_, words)) in SMALL_WORDS.iter().enumerate() {
        for word in words.split(' ') {
            *votes.entry(word).or_insert(0) |= 1 << at;
        }
    }
    votes
});

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
    let line = body.parts.first()?.block.line;
    let headings_aside: Vec<&str> =
        body.parts.iter().filter(|part| !part.is_heading()).map(|part| part.block.text.as_str()).collect();
    let all: Vec<&str> = body.parts.iter().map(|part| part.block.text.as_str()).collect();
    let code = by_script(&headings_aside).or_else(|| by_small_words(&all))?;
    Some(Field::new(code.to_owned(), OriginKind::Body, line))
}

fn in_texts(texts: &[&str]) -> Option<&'static str> {
    by_script(texts).or_else(|| by_small_words(texts))
}

fn by_script(texts: &[&str]) -> Option<&'static str> {
    // Latin letters come in runs: most of the text has to be looked at only where the first letters are not Latin.
    const ENOUGH: usize = 600;
    let (mut letters, mut kana, mut hangul, mut han) = (0_usize, 0_usize, 0_usize, 0_usize);
    for text in texts {
        for c in text.chars() {
            match c {
                '\u{3040}'..='\u{30ff}' => kana += 1,
                '\u{ac00}'..='\u{d7af}' => hangul += 1,
                '\u{3400}'..='\u{9fff}' => han += 1,
                _ if c.is_alphabetic() => letters += 1,
                _ => {}
            }
        }
        if letters + kana + hangul + han > ENOUGH {
            break;
        }
    }
    let east = kana + hangul + han;
    if east < 20 || east * 2 < letters {
        return None;
    }
    Some(if kana * 10 > east {
        "ja"
    } else if hangul * 2 > east {
        "ko"
    } else {
        "zh"
    })
}

fn by_small_words(texts: &[&str]) -> Option<&'static str> {
    // Evenly spread, since an English introduction may stand above a German posting.
    let sampled = texts.len().div_ceil(texts.len() / MOST_TEXTS + 1).max(1);
    winner(count(texts, ENOUGH_WORDS / sampled + 1)).or_else(|| winner(count(texts, ENOUGH_WORDS)))
}

/// So many small words tell a language.
const ENOUGH_WORDS: usize = 60;
/// About so many blocks are looked at.
const MOST_TEXTS: usize = 40;

/// The longest of the small words, in bytes.
const LONGEST_WORD: usize = 8;
/// How long words of one language end, and of no other here.
const ENDINGS: [(&str, &str); 7] =
    [("ção", "pt"), ("ções", "pt"), ("ência", "pt"), ("ción", "es"), ("ité", "fr"), ("ości", "pl"), ("ość", "pl")];

/// The place in [`SMALL_WORDS`] of the language that a long word's ending tells.
fn by_ending(word: &str) -> Option<usize> {
    let ending = |(ending, _): &&(&str, &str)| word.ends_with(ending);
    let (_, code) = ENDINGS.iter().filter(|_| !word.is_ascii()).find(ending)?;
    SMALL_WORDS.iter().position(|(known, _)| known == code)
}

/// What a word of one language alone is worth; those of several share it.
const OF_ONE: u32 = 12;

/// How much speaks for each language: the small words of `texts`, of each text so many at most.
fn count(texts: &[&str], most_each: usize) -> [u32; SMALL_WORDS.len()] {
    let mut counts = [0_u32; SMALL_WORDS.len()];
    let mut seen = 0;
    let mut folded = String::with_capacity(8);
    for text in texts.iter().step_by(texts.len() / MOST_TEXTS + 1) {
        let before = seen;
        for word in text.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()) {
            if seen - before >= most_each {
                break;
            }
            if word.len() > LONGEST_WORD {
                if let Some(language) = by_ending(word) {
                    seen += 1;
                    counts[language] += OF_ONE;
                }
                continue;
            }
            folded.clear();
            if word.is_ascii() {
                folded.push_str(word);
                folded.make_ascii_lowercase();
            } else {
                folded.extend(word.chars().flat_map(char::to_lowercase));
            }
            let Some(&languages) = VOTES.get(folded.as_str()) else { continue };
            seen += 1;
            for (at, count) in counts.iter_mut().enumerate() {
                *count += u32::from(languages >> at & 1) * OF_ONE / languages.count_ones();
            }
        }
        if seen > 2 * ENOUGH_WORDS {
            break;
        }
    }
    counts
}

/// The language that is clearly ahead.
fn winner(counts: [u32; SMALL_WORDS.len()]) -> Option<&'static str> {
    let best = (0..counts.len()).max_by_key(|at| counts[*at])?;
    let second = counts.iter().enumerate().filter(|(at, _)| *at != best).map(|(_, count)| *count).max()?;
    // The Romance languages share many small words, so the winner needs a clear lead but not twice the votes.
    (counts[best] * 2 >= 5 * OF_ONE && counts[best] * 2 >= second * 3).then(|| SMALL_WORDS[best].0)
}

#[cfg(test)]
mod tests {
    use super::super::fixture::draft;
    use super::*;

    #[test]
    fn f2_small_words_or_the_script_tell_the_language() {
        for (text, expected) in [
            ("We are looking for a welder who will work with our team on the ships of the future.", Some("en")),
            ("Wir suchen eine Person, die mit uns Schiffe baut und für die Sicherheit der Werft sorgt.", Some("de")),
            ("Nous cherchons une personne pour construire des navires avec notre équipe dans le port.", Some("fr")),
            ("Buscamos a una persona para construir los barcos con el equipo y las grúas del puerto.", Some("es")),
            ("Wij zoeken een lasser die met ons aan de schepen van het bedrijf werkt en dat leuk vindt.", Some("nl")),
            ("Procuramos uma pessoa para construir os navios com a nossa equipa e as gruas do porto.", Some("pt")),
            ("Vi söker en svetsare som vill bygga båtar med oss och som inte är rädd för havet.", Some("sv")),
            ("Vi søker en sveiser som vil bygge båter med oss, og som ikke er redd for havet.", Some("nb")),
            ("Vi søger en svejser, der vil bygge skibe med os, og som ikke er bange for havet.", Some("da")),
            ("Szukamy spawacza, który buduje z nami statki i nie boi się pracy na morzu.", Some("pl")),
            ("溶接工を募集しています。私たちと一緒に船を作りませんか。経験は問いません。", Some("ja")),
            ("Buscamos una persona para el muelle. Envía tu CV a Ana.", Some("es")),
            ("Wir, die Hullwerk GmbH, suchen Verstärkung. Jetzt bewerben!", Some("de")),
            ("Em Santos temos vários navios. Envie seu CV para a nossa equipe.", Some("pt")),
            ("Experiência em soldagem, técnicas de medição e fabricação", Some("pt")),
            ("Welder wanted.", None),
            ("Welder in São João, at the Fundação", None),
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
