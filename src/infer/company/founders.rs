//! Names of what people founded, and when: "Jane and Ann started Acme in 1999".
//!
//! In goes a sentence, out comes the name. What the reader, or a colleague, once founded is another's. The words are
//! `data/employers.txt`.

use std::sync::LazyLock;

use super::name;
use crate::infer::lexicon::Lexicon;
use crate::infer::table::EMPLOYERS;
use crate::infer::words::is_one_of;

static FOUNDING: LazyLock<Lexicon<()>> = LazyLock::new(|| EMPLOYERS.lexicon("founding"));
/// What stands between the name and the year.
static IN: LazyLock<Lexicon<()>> = LazyLock::new(|| EMPLOYERS.lexicon("in year"));
/// Words of who founds, or of what came of it, where that is not the employer: "our captain founded … and sold it".
static ELSE: LazyLock<Lexicon<()>> = LazyLock::new(|| EMPLOYERS.lexicon("founded else"));

/// The name of what a sentence says that people founded.
pub(super) fn founded(sentence: &str) -> Option<&str> {
    let ((), verb) = FOUNDING.first(sentence)?;
    let after = name::without_article(sentence[verb.end..].trim_start());
    let name = Some(name::leading(after)).filter(|name| !name.is_empty())?;
    let rest = name::rest(after, name).trim_start();
    let who = sentence[..verb.start].trim();
    // "In 1999 Jane founded Acme"
    let is_dated = is_year(IN.strip(rest).unwrap_or(rest)) || IN.strip(who).is_some_and(is_year);
    let is_somebody = who.starts_with(char::is_uppercase) && !who.split(' ').any(|word| is_one_of(word, &["who", "i"]));
    (is_dated && is_somebody && !ELSE.is_in(sentence)).then_some(name)
}

/// Whether a text begins with a year.
fn is_year(text: &str) -> bool {
    let figures = text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    figures == 4 && text.starts_with(['1', '2'])
}
