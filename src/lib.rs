//! A folder of Markdown job postings becomes a careers site.
//!
//! The modules stand in the order in which data flows through them. A stage may name the types of those above it, never
//! of those below; only `pipeline` calls stages, and only `commands` and `serve` call `pipeline`. `ARCHITECTURE.md` tells why, and a
//! test holds it.

// What every stage speaks of.
pub mod diagnostic;
pub mod source;

pub mod data;
pub mod picture;

// The stages.
pub mod config;
pub mod discover;
pub mod extract;
pub mod posting;

pub mod infer;

pub mod amend;
pub mod model;

pub mod check;
pub mod host;
pub mod render;
pub mod write;

pub mod changes;

// What puts them to work.
pub mod pipeline;
pub mod report;
pub mod serve;

pub mod cli;

pub mod commands;
