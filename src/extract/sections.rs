//! Sections of a posting that stand in its front matter, such as `requirements: [...]`, as part of its text.
//!
//! In go a file and its front matter, out comes a copy of the file with the sections written behind its text as Markdown,
//! so that everything later treats them like the rest; and afterwards what was found in them is traced back to the lines
//! where it really stands. A posting without such keys, as most are, costs a look at its keys.

use std::fmt::Write as _;

use super::{Draft, FrontMatter};
use crate::data::{Entry, Node, Value, normalise_key};
use crate::diagnostic::Diagnostic;
use crate::source::{SourceFile, Span};

/// Keys that hold text for the page, normalised.
const SECTIONS: [&str; 70] = [
    "responsibilities",
    "duties",
    "tasks",
    "whatyoulldo",
    "whatyouwilldo",
    "keyobjectives",
    "requirements",
    "qualifications",
    "profile",
    "whatwelookfor",
    "whatyoubring",
    "aboutyou",
    "aboutus",
    "aboutthejob",
    "abouttherole",
    "nicetohave",
    "bonus",
    "benefits",
    "perks",
    "offer",
    "whatweoffer",
    "conditions",
    "desirable",
    "essential",
    "howtoapply",
    "aufgaben",
    "deineaufgaben",
    "ihreaufgaben",
    "anforderungen",
    "profil",
    "deinprofil",
    "ihrprofil",
    "wirbieten",
    "dasbietenwir",
    "missions",
    "vosmissions",
    "profilrecherche",
    "profilrecherché",
    "votreprofil",
    "avantages",
    "nousoffrons",
    "requisitos",
    "funciones",
    "tareas",
    "ofrecemos",
    "beneficios",
    "benefícios",
    "responsabilidades",
    "atividades",
    "diferenciais",
    "taken",
    "werkzaamheden",
    "functieeisen",
    "jouwprofiel",
    "wijbieden",
    "requisiti",
    "mansioni",
    "offriamo",
    "arbetsuppgifter",
    "krav",
    "kvalifikationer",
    "meriterande",
    "vierbjuder",
    "oppgaver",
    "arbeidsoppgaver",
    "kvalifikasjoner",
    "vitilbyr",
    "opgaver",
    "仕事内容",
    "応募資格",
];

/// A file with its sections behind its text.
pub(super) struct Combined {
    /// The copy.
    pub source: SourceFile,
    /// The part of it that is text.
    pub body: Span,
    /// For each section its first line in the copy, and the place of its key in the file.
    origins: Vec<(u32, Span)>,
}

/// Writes the sections behind the text; `None` where there are none.
pub(super) fn combine(source: &SourceFile, front_matter: &FrontMatter, body: &Span) -> Option<Combined> {
    let sections: Vec<&Entry> = front_matter.entries.iter().filter(|entry| is_section(entry)).collect();
    if sections.is_empty() {
        return None;
    }
    let mut text = source.text.clone();
    let mut starts = Vec::with_capacity(sections.len());
    for entry in sections {
        text.push_str("\n\n");
        starts.push((text.len(), entry.key_span.clone()));
        let _ = writeln!(text, "## {}\n", heading(&entry.key));
        write_value(&mut text, &entry.value, 0);
    }
    let combined = SourceFile::sharing(source, text);
    let origins = starts.into_iter().map(|(start, key)| (combined.line(start), key)).collect();
    let body = body.start..combined.text.len();
    Some(Combined { source: combined, body, origins })
}

fn is_section(entry: &Entry) -> bool {
    let has_text = match &entry.value.value {
        Value::Scalar(scalar) => scalar.as_bool().is_none() && scalar.as_f64().is_none(),
        Value::List(_) => true,
        Value::Null | Value::Map(_) => false,
    };
    // An address alone is a fact rather than a text.
    let is_word = entry.value.as_str().is_some_and(|text| !text.trim().contains(char::is_whitespace));
    let key = normalise_key(&entry.key);
    has_text && !(is_word && key == "howtoapply") && !entry.value.is_empty() && SECTIONS.contains(&key.as_str())
}

/// `key_objectives` as people write it: `Key objectives`.
fn heading(key: &str) -> String {
    let words = key.replace(['_', '-'], " ");
    let mut characters = words.trim().chars();
    characters.next().map_or_else(String::new, |first| first.to_uppercase().chain(characters).collect())
}

/// A text as it is, a list as a list; the texts of a mapping are an item and the list below it.
fn write_value(text: &mut String, node: &Node, depth: usize) {
    match &node.value {
        Value::Null => {}
        Value::Scalar(scalar) if depth == 0 => {
            text.push_str(scalar.text.trim());
            text.push('\n');
        }
        Value::Scalar(scalar) => write_item(text, &scalar.text, depth),
        Value::List(items) => items.iter().for_each(|item| write_value(text, item, depth + 1)),
        Value::Map(entries) => {
            for (index, entry) in entries.iter().enumerate() {
                // The first text names the item: `title`, `name`; what follows belongs to it.
                let inner = if index == 0 { depth } else { depth + 1 };
                match &entry.value.value {
                    Value::List(items) => items.iter().for_each(|item| write_value(text, item, depth + 1)),
                    _ => write_value(text, &entry.value, inner),
                }
            }
        }
    }
}

fn write_item(text: &mut String, item: &str, depth: usize) {
    let indent = "  ".repeat(depth.saturating_sub(1));
    let continued = format!("\n{indent}  ");
    let _ = writeln!(text, "{indent}- {}", item.trim().replace('\n', &continued));
}

impl Combined {
    /// Gives everything that was found in the sections the line of its key.
    pub(super) fn trace_back(&self, source: &SourceFile, draft: &mut Draft, diagnostics: &mut [Diagnostic]) {
        for block in &mut draft.outline {
            self.trace(source, &mut block.line);
        }
        for link in &mut draft.links {
            self.trace(source, &mut link.line);
        }
        let locations = draft.references.iter_mut().map(|reference| &mut reference.location);
        let said = diagnostics.iter_mut().filter_map(|diagnostic| diagnostic.location.as_deref_mut());
        for location in locations.chain(said) {
            if let Some(key) = self.key_of(location.line) {
                *location = source.location(key.clone());
            }
        }
    }

    fn trace(&self, source: &SourceFile, line: &mut u32) {
        if let Some(key) = self.key_of(*line) {
            *line = source.line(key.start);
        }
    }

    /// The key of the section that a line of the copy is in; `None` for the lines of the file itself.
    fn key_of(&self, line: u32) -> Option<&Span> {
        let index = self.origins.partition_point(|(first, _)| *first <= line).checked_sub(1)?;
        self.origins.get(index).map(|(_, key)| key)
    }
}

#[cfg(test)]
mod tests {
    use crate::config::RawHtml;
    use crate::extract::{Highlighter, Options, extract};
    use crate::source::SourceFile;

    /// The HTML, the blocks with their lines, and the codes of what was said with theirs.
    type Found = (String, Vec<(String, u32)>, Vec<(&'static str, u32)>);

    fn read(text: &str) -> Found {
        let options = Options { raw_html: RawHtml::Sanitize, highlighter: &Highlighter::default() };
        let (draft, diagnostics) = extract(&SourceFile::new("a.md", text), &options);
        let blocks = draft.outline.into_iter().map(|block| (block.text, block.line)).collect();
        let said = diagnostics.iter().map(|d| (d.code, d.location.as_ref().map_or(0, |l| l.line))).collect();
        (draft.html.replace(">\n<", "><"), blocks, said)
    }

    #[test]
    fn i5_sections_in_the_front_matter_are_part_of_the_text() {
        let (html, blocks, _) = read(
            "---\ntitle: A\nkey_objectives:\n  - title: Ship\n    items: [fast, often]\nbenefits: A *bike*\n---\nText.\n",
        );
        assert_eq!(
            html.trim(),
            "<p>Text.</p><h2 id=\"key-objectives\">Key objectives</h2><ul><li>Ship\n<ul><li>fast</li><li>often</li></ul></li></ul>\
             <h2 id=\"benefits\">Benefits</h2><p>A <em>bike</em></p>"
        );
        assert_eq!(blocks.last(), Some(&("A bike".to_owned(), 6)));
    }

    #[test]
    fn what_is_said_of_a_section_points_at_its_key() {
        let (_, _, said) = read("---\ntitle: A\nrequirements:\n  - fine\n  - '[x](javascript:y)'\n---\nText.");
        assert_eq!(said, [("unsafe-link", 3)]);
    }

    #[test]
    fn numbers_switches_and_other_keys_are_no_sections() {
        assert_eq!(
            read("---\nbonus: 5000\nbenefits: yes\noffer: ''\nmotto: words\n---\nText.\n").0.trim(),
            "<p>Text.</p>"
        );
    }

    #[test]
    fn a_posting_may_stand_in_its_front_matter_alone() {
        let (html, ..) = read("---\nrequirements:\n  - Rust\n---\n");
        assert_eq!(html.trim(), "<h2 id=\"requirements\">Requirements</h2><ul><li>Rust</li></ul>");
    }
}
