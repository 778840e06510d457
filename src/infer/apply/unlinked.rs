//! A page to apply on that is written without its scheme, so that no link leads there: `Apply at example.com/jobs/welder`.
//!
//! In goes the body, out comes the address with `https:`. Anything with dots and slashes looks like one, so that only what
//! stands right behind words that lead there, in a sentence about applying, is taken.

use super::papers::TOWARDS;
use super::{Purpose, purpose};
use crate::infer::body::{Body, Part};
use crate::infer::words::{is_one_of, sentence_around, word_before};
use crate::posting::Field;

/// Words right before a page that something is done on, beside those that lead there.
const ON: [&str; 10] = ["on", "auf", "unter", "über", "sur", "en", "em", "su", "op", "på"];

/// The first such page.
pub(super) fn page(body: &Body<'_>) -> Option<Field<Vec<String>>> {
    body.parts.iter().filter(|part| part.block.text.contains('/')).find_map(in_part)
}

fn in_part(part: &Part<'_>) -> Option<Field<Vec<String>>> {
    const MARKS: [char; 10] = ['(', ')', ',', '.', ';', ':', '!', '?', '"', '*'];
    let text = part.block.text.as_str();
    let mut words = text.split_whitespace().map(|word| word.trim_matches(MARKS)).filter(|word| is_address(word));
    let led_to = |word: &&str| {
        let at = text.find(*word).unwrap_or(0);
        let leads = word_before(text, at);
        let is_asked = || purpose(sentence_around(text, at)) == Some(Purpose::Application);
        (is_one_of(leads, &TOWARDS) || is_one_of(leads, &ON)) && is_asked()
    };
    let address = words.find(led_to)?;
    Some(part.field(vec![format!("https://{address}")]))
}

/// Whether a word is a host and a path on it: `example.com/jobs/welder`, but not `and/or`, nor `welders/v1.2`.
fn is_address(word: &str) -> bool {
    const LONGEST_TOP: usize = 10;
    let Some((host, path)) = word.split_once('/') else { return false };
    let Some((name, top)) = host.rsplit_once('.') else { return false };
    let is_top = (2..=LONGEST_TOP).contains(&top.len()) && top.bytes().all(|b| b.is_ascii_lowercase());
    let is_label = |label: &str| {
        !label.is_empty() && label.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
    };
    is_top && name.split('.').all(is_label) && path.starts_with(|c: char| c.is_ascii_alphanumeric())
}

#[cfg(test)]
mod tests {
    use super::super::super::fixture::draft;

    #[test]
    fn f1_a_page_without_its_scheme_is_one_to_apply_on_where_words_lead_there() {
        let ways = |text: &str| draft().heading(1, "Welder").paragraph(text).facts().apply.map(|field| field.value);
        let page = || Some(vec!["https://example.com/jobs/7b".to_owned()]);
        for text in [
            "Apply at the gate, by post, or online at example.com/jobs/7b.",
            "Bewerbungen bitte über das Formular auf example.com/jobs/7b!",
            "Postulez via example.com/jobs/7b",
        ] {
            assert_eq!(ways(text), page(), "{text}");
        }
        for text in ["Read of our hulls at example.com/hulls.", "Apply with a CV and/or at welders/v1.2 of the form."] {
            assert_eq!(ways(text), None, "{text}");
        }
    }
}
