//! Rules over a whole site: what its readers, human or not, will miss.
//!
//! In goes a [`Site`], out come diagnostics. Pure; one file a family of rules. Nothing here changes what is published,
//! but later stages may ask a rule's question themselves.

pub(crate) mod feed;
pub(crate) mod google;
mod missing;

use crate::diagnostic::Diagnostic;
use crate::model::Site;

/// Holds a site against all rules.
pub fn check(site: &Site, diagnostics: &mut Vec<Diagnostic>) {
    google::check(site, diagnostics);
    feed::check(site, diagnostics);
}
