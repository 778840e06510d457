//! How a sentence goes on behind the name of a workplace: whom it speaks to, what is done there, what it calls to.
//!
//! In goes what stands behind the name, or the phrase before it, out comes yes or no. The words are `data/employers.txt`.

use std::sync::LazyLock;

use super::name;
use crate::infer::table::EMPLOYERS;
use crate::infer::words::{is_one_of, strip_word};

static ADDRESSES: LazyLock<Vec<&'static str>> = LazyLock::new(|| EMPLOYERS.words("address"));
static PRONOUNS: LazyLock<Vec<&'static str>> = LazyLock::new(|| EMPLOYERS.words("pronoun"));

/// "At Acme we", "Bei Acme findest du", "En Acme soldamos".
pub(super) fn addresses(rest: &str) -> bool {
    const VERBS: [&str; 3] = ["mos", "iamo", "ons"];
    let mut words = behind_place(rest).split_whitespace().map(|word| word.trim_end_matches([',', '.', ':', '!']));
    let Some(first) = words.next() else { return false };
    let speaks =
        first.len() > 5 && first.starts_with(char::is_lowercase) && VERBS.iter().any(|end| first.ends_with(end));
    speaks || ADDRESSES.contains(&first) || words.take(2).any(|word| PRONOUNS.contains(&word))
}

/// Whether a name is that of an institution or a trade's with its kind before it: "Käserei Ulm".
pub(super) fn is_house(name: &str) -> bool {
    name.split_once(' ').is_some_and(|(first, _)| name::names_trade(first) || name::is_institution(name))
}

/// "wird gehobelt", "im Allgäu werden täglich", of what is done at the place before.
pub(super) fn is_made_there(rest: &str) -> bool {
    let verb = behind_place(rest).trim_start().split(' ').next().unwrap_or("");
    is_one_of(verb, &["wird", "werden"])
}

/// `rest` without where the name before it is: "uit Ulm lassen we", "in Bad Ulm findest du".
fn behind_place(rest: &str) -> &str {
    const IN: [&str; 11] = ["in", "aus", "uit", "te", "à", "en", "em", "a", "from", "i", "im"];
    let placed = rest.trim_start().split_once(' ').filter(|(word, _)| IN.contains(word));
    let Some((_, mut behind)) = placed.filter(|(_, place)| place.starts_with(char::is_uppercase)) else { return rest };
    while let Some((_, next)) = behind.split_once(' ').filter(|(word, _)| word.starts_with(char::is_uppercase)) {
        behind = next;
    }
    behind
}

/// Whether nothing stands in a text but a word of place, a name and, perhaps, where that is: "bei Acme", "at Acme in Ulm".
pub(super) fn is_all(phrase: &str, rest: &str) -> bool {
    const PLACES: [&str; 6] = ["at", "bei", "chez", "bij", "hos", "presso"];
    let mut words = behind_place(rest).split_whitespace();
    is_one_of(phrase, &PLACES) && words.all(|word| word.starts_with(char::is_uppercase))
}

/// "Join Acme".
pub(super) fn is_call(phrase: &str) -> bool {
    const CALLS: [&str; 18] = [
        "bli en del av",
        "bli del av",
        "bliv en del af",
        "bliv del af",
        "faça parte da",
        "join",
        "bewirb dich bei",
        "bewerbe dich bei",
        "bewerben sie sich bei",
        "solliciteer bij",
        "komm zu",
        "komm zur",
        "werde teil von",
        "become part of",
        "únete a",
        "kom bij",
        "kom werken bij",
        "vieni in",
    ];
    is_one_of(phrase, &CALLS)
}

/// "Bei Acme arbeiten", "bij Acme aan de slag": the work is said at the end.
pub(super) fn is_said_to_work(rest: &str) -> bool {
    const VERBS: [&str; 16] = [
        "arbeiten",
        "zu arbeiten",
        "arbeitest",
        "anfangen",
        "starten",
        "einsteigen",
        "durchstarten",
        "mitarbeiten",
        "mitmachen",
        "werken",
        "te werken",
        "komen werken",
        "aan de slag",
        "beginnen",
        "bewerben",
        "solliciteren",
    ];
    VERBS.iter().any(|verb| strip_word(rest.trim_start(), verb).is_some())
}
