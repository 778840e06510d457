//! A folder of Markdown job postings becomes a careers site.
//!
//! The modules stand in the order in which data flows through them; each may name those above it, never those below:
//! see `ARCHITECTURE.md`.

pub mod source;
// `source` and `diagnostic` know each other: decoding warns, and a warning has a place.
pub mod data;
pub mod diagnostic;
pub mod extract;
pub mod infer;
pub mod posting;
