//! The country that the e-mail addresses of a posting tell.
//!
//! In goes the body, out comes a country where the domains of all its addresses with one are that country's. Those that
//! anybody anywhere takes for their sound (`.io`, `.co`, `.is`) tell none.

use super::address::emails;
use crate::infer::body::Body;
use crate::infer::words::is_one_of;
use crate::posting::Country;

/// Top-level domains that are the ISO 3166-1 code of their country, and taken by its people, where a sign of money or the
/// order of dates is to be told.
const OWN: [&str; 20] = [
    "au", "ca", "cl", "cn", "dk", "hk", "ie", "in", "jp", "lk", "mx", "ng", "no", "np", "nz", "ph", "pk", "se", "sg",
    "za",
];

/// The country whose domain the addresses of `body` have: South Africa for `ann@example.co.za`.
pub(in crate::infer) fn home(body: &Body<'_>) -> Option<Country> {
    let mut countries = body.parts.iter().flat_map(|part| emails(&part.block.text)).filter_map(of_address);
    let first = countries.next()?;
    countries.all(|other| other == first).then_some(first)
}

fn of_address(email: &str) -> Option<Country> {
    let (_, top) = email.rsplit_once('.')?;
    let code = if is_one_of(top, &["uk"]) { "GB" } else { top };
    (code == "GB" || is_one_of(top, &OWN)).then(|| Country::of(code)).flatten()
}
