//! Where a line about places is parted by marks and words that part only some lines.

use super::terms::{connected, remote_word};
use crate::infer::employment_type;
use crate::infer::places;
use crate::infer::words::{first_of_marks, is_one_of, split_at_each};

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
