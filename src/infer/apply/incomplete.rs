//! Addresses that are cut short, for the reader to complete: `jobs@[our main domain]`.
//!
//! In goes the body with the employer's domain, where it is known, out comes the address in full, or else a warning.

use super::address::local_start;
use super::{Purpose, is_for};
use crate::diagnostic::Diagnostic;
use crate::infer::body::{Body, Part};
use crate::posting::Field;
use crate::source::SourceFile;

/// `jobs@[our main domain]`: complete when `domain`, the employer's, is known, else worth a warning.
pub(in crate::infer) fn incomplete(
    body: &Body<'_>,
    domain: Option<&str>,
    source: &SourceFile,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<Field<Vec<String>>> {
    let mut with_sign = body.parts.iter().filter(|part| part.block.text.contains('@'));
    with_sign.find_map(|part| completed(part, domain, source, diagnostics))
}

fn completed(
    part: &Part<'_>,
    domain: Option<&str>,
    source: &SourceFile,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<Field<Vec<String>>> {
    let text = part.block.text.as_str();
    let at = memchr::memchr_iter(b'@', text.as_bytes()).find(|at| text[at + 1..].starts_with(['[', '<', '(', '{']))?;
    let start = local_start(text, at);
    let local = &text[start..at];
    if local.is_empty() || !is_for(Purpose::Application, part, text, at) {
        return None;
    }
    if let Some(domain) = domain {
        return Some(part.field(vec![format!("mailto:{local}@{domain}")]));
    }
    let place = source.text.find(&text[start..=at + 1]).unwrap_or(0);
    let shown = text[start..].split_inclusive([']', '>', ')', '}']).next().unwrap_or(local);
    diagnostics.push(
        Diagnostic::warning("incomplete-address", format!("`{shown}` is no address that one can write to"))
            .at(source.location(place..place + shown.len()))
            .help("write the address in full, put `apply: …` into the front matter, or set `[company] domain` in careers.toml"),
    );
    None
}
