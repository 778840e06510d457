//! Where work is done.

use serde::Serialize;

/// A place as a posting names it, under its usual name: `Berlin`, `Austin, TX`, `European Union`, `Remote`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[serde(transparent)]
pub struct Place {
    /// The name to show; equal names are the same place.
    pub name: String,
}

impl Place {
    /// The place of those who may work from anywhere.
    pub const REMOTE: &'static str = "Remote";

    /// A place by its name.
    pub fn new(name: impl Into<String>) -> Self {
        Self { name: name.into() }
    }

    /// Whether this is `Remote` rather than a place on the map.
    pub fn is_remote(&self) -> bool {
        self.name == Self::REMOTE
    }
}
