//! Where a line about places is parted by marks and words that part only some lines.

use super::terms::{connected, remote_word};
use crate::infer::employment_type;
use crate::infer::places;
use crate::infer::words::{first_of_marks, is_one_of, split_at_each, strip_word};

/// What stands before and behind a joint that is one behind a city alone: `Utrecht of Delft`, but `City of London`.
pub(super) fn at_joint_of_cities(piece: &str) -> Option<(&str, &str)> {
    const JOINTS: [&str; 8] = [" of ", " en ", "+", "または", "もしくは", "或者", "或", "和"];
    let joints = split_at_each(piece, &JOINTS).filter(|(city, _)| places::is_city(connected(city)));
    joints.min_by_key(first_of_marks)
}

/// A dash or a colon parts a line only where a side of it is a term; `Location:` before it is dropped.
pub(super) fn split_at_dashes(piece: &str) -> Vec<&str> {
    const LABELS: [&str; 10] = [
        "location",
        "locations",
        "standort",
        "place",
        "contract",
        "contract type",
        "contrat",
        "contrato",
        "vertrag",
        "type",
    ];
    let telling =
        |side: &str| remote_word(connected(side)).is_some() || employment_type::word(connected(side)).is_some();
    for dash in [": ", " - ", " – ", " — "] {
        let Some((before, after)) = piece.split_once(dash) else { continue };
        if dash == ": " && is_one_of(before.trim(), &LABELS) {
            return split_at_dashes(after);
        }
        if telling(before) || telling(after) {
            return [before].into_iter().chain(split_at_dashes(after)).collect();
        }
    }
    vec![piece]
}

/// The parts of an address from the town on that what nobody knows is near to: `near Ulm` and `Germany` of `Anvil Farm`,
/// `near Ulm`, `Germany`.
pub(super) fn from_near<'a, 'b>(parts: &'b [&'a str]) -> &'b [&'a str] {
    const NEAR: [&str; 14] = [
        "near",
        "close to",
        "nahe",
        "bei",
        "unweit von",
        "près de",
        "proche de",
        "cerca de",
        "perto de",
        "nabij",
        "vlak bij",
        "vicino a",
        "nära",
        "nær",
    ];
    let is_near = |part: &&str| NEAR.iter().any(|near| strip_word(part, near).is_some());
    let near = parts.iter().position(is_near).unwrap_or(0);
    if parts[..near].iter().all(|part| places::kind(part).is_none()) { &parts[near..] } else { parts }
}
