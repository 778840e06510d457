//! What keys of front matter hold that are not ours: short lines, short values and texts, which may tell facts all the same.
//!
//! In go the entries as sorted, out come texts with their lines. What they tell is not decided here.

use std::borrow::Cow;

use super::keys::{self, Key};
use super::reader::{Reader, Reading};
use super::values;
use crate::data::{Entry, Node, Value, normalise_key};
use crate::extract::plain_text;
use crate::infer::whereabouts::Whereabouts;
use crate::infer::words::{BARS, is_one_of};
use crate::posting::{Field, OriginKind};

/// Lists of a few short lines, and lines that bars part, which may be facts without a key of their own.
pub(super) fn lists(reader: &Reader<'_>) -> Vec<Vec<(u32, String)>> {
    const MOST_LINES: usize = 12;
    const LONGEST: usize = 80;
    let list = |node: &Node| -> Option<Vec<(u32, String)>> {
        let items = node.items();
        // `meta: Ulm · Full-time`
        let bars = node.as_str().filter(|text| text.len() <= LONGEST && text.contains(BARS));
        if let Some(text) = bars {
            let line = reader.origin(&node.span).line.unwrap_or_default();
            return Some(text.split(BARS).map(|piece| (line, piece.trim().to_owned())).collect());
        }
        let line = |item: &Node| {
            let text = item.as_str().filter(|text| text.len() <= LONGEST)?;
            Some((reader.origin(&item.span).line.unwrap_or_default(), plain_text(text).into_owned()))
        };
        let is_list = matches!(node.value, Value::List(_)) && (2..=MOST_LINES).contains(&items.len());
        is_list.then(|| items.iter().map(line).collect()).flatten()
    };
    // Deep in a table, only what has a label of its own is about the posting.
    let labelled = |node: &Node| {
        let lines = list(node)?.into_iter().filter(|(_, text)| text.contains([':', '：']));
        Some(lines.collect::<Vec<_>>())
    };
    let mut nested = Vec::new();
    reader.record.unknown.iter().for_each(|entry| collect_lists(&entry.value, &mut nested));
    let top = reader.record.unknown.iter().filter_map(|entry| list(&entry.value));
    top.chain(nested.into_iter().filter_map(labelled)).filter(|lines| !lines.is_empty()).collect()
}

/// The lists below `node`, however deep they lie.
fn collect_lists<'a>(node: &'a Node, found: &mut Vec<&'a Node>) {
    const MOST: usize = 60;
    let inside = node.items().iter().filter(|_| matches!(node.value, Value::List(_)));
    for inner in node.entries().iter().map(|entry| &entry.value).chain(inside) {
        if matches!(inner.value, Value::List(_)) && found.len() < MOST {
            found.push(inner);
        }
        collect_lists(inner, found);
    }
}

/// The place of the only job in the lists that builders of pages keep: `sections: [{jobs: [{location: Ulm}]}]`.
pub(super) fn place_of_job(reader: &Reader<'_>) -> Option<Field<Whereabouts>> {
    let mut found = Vec::new();
    reader.record.unknown.iter().for_each(|entry| collect_places(entry, false, &mut found));
    let [only] = found.as_slice() else { return None };
    let Reading::Value(value) = values::locations(only) else { return None };
    Some(Field { value, origin: reader.origin(&only.value.span) })
}

/// The places below `entry`, however deep they lie, where a key on the way there is one for jobs.
fn collect_places<'a>(entry: &'a Entry, is_job: bool, found: &mut Vec<&'a Entry>) {
    const JOBS: [&str; 6] = ["job", "vacanc", "career", "opening", "stelle", "emploi"];
    let key = normalise_key(&entry.key);
    let is_job = is_job || JOBS.iter().any(|job| key.contains(job));
    let inside = entry.value.items().iter().filter(|_| matches!(entry.value.value, Value::List(_)));
    for inner in entry.value.entries().iter().chain(inside.flat_map(Node::entries)) {
        match keys::meaning(&inner.key) {
            Some((Key::Locations, _)) if is_job && inner.value.as_str().is_some() => found.push(inner),
            _ => collect_places(inner, is_job, found),
        }
    }
}

/// The words of a key: `day rate` of `day_rate` and `dayRate`.
pub(super) fn in_words(key: &str) -> String {
    let mut words = String::with_capacity(key.len() + 4);
    for c in key.chars() {
        if c.is_uppercase() && words.ends_with(char::is_lowercase) {
            words.push(' ');
        }
        words.push(if matches!(c, '_' | '-') { ' ' } else { c });
    }
    words
}

/// Short values under keys that are not ours, each with its line and the words of its key.
pub(super) fn others(reader: &Reader<'_>) -> Vec<(u32, String, String)> {
    const LONGEST: usize = 80;
    const WRAPPERS: [&str; 14] = [
        "job",
        "details",
        "facts",
        "info",
        "information",
        "meta",
        "metadata",
        "params",
        "summary",
        "overview",
        "position",
        "attributes",
        "properties",
        "data",
    ];
    let other = |entry: &&Entry| {
        let value = entry.value.as_str().filter(|text| text.len() <= LONGEST)?;
        let line = reader.origin(&entry.value.span).line?;
        Some((line, entry.key.replace(['_', '-'], " "), value.to_owned()))
    };
    // `- label: Location` with `value: Ulm`
    let of_pair = |item: &Node| {
        let [name, value] = item.entries() else { return None };
        let is_pair = is_one_of(&name.key, &["label", "name", "title", "key", "heading", "term"])
            && is_one_of(&value.key, &["value", "text", "content", "description", "detail", "body"]);
        let text = value.value.as_str().filter(|text| is_pair && text.len() <= LONGEST)?;
        Some((reader.origin(&value.value.span).line?, name.value.as_str()?.to_owned(), text.to_owned()))
    };
    let pairs = reader.record.unknown.iter().flat_map(|entry| entry.value.items()).filter_map(of_pair);
    // `facts: {place: Ulm}`, `author: {name: Ann}`
    let nested = reader.record.unknown.iter().chain(&reader.left_over).flat_map(|outer| {
        let is_wrapper = is_one_of(&outer.key, &WRAPPERS);
        outer.value.entries().iter().filter_map(move |entry| {
            let (line, key, value) = other(&entry)?;
            Some((line, if is_wrapper { key } else { format!("{} {key}", outer.key.replace(['_', '-'], " ")) }, value))
        })
    });
    // `seo: {title: Welder at Acme}`: the first title is the posting's own.
    let titles: Vec<&Entry> = reader.record.entries(Key::Title).skip(1).collect();
    let unknown = reader.record.unknown.iter().filter_map(other);
    unknown.chain(titles.iter().filter_map(other)).chain(pairs).chain(nested).collect()
}

/// The texts of some words under keys that are not ours, however deep they lie, without their mark-up.
pub(super) fn sentences(reader: &Reader<'_>) -> Vec<Field<String>> {
    const FEWEST_WORDS: usize = 5;
    // "Possibility to work remotely", an item of a list, says more than the name under a key.
    const FEWEST_OF_ITEM: usize = 4;
    fn collect<'a>(node: &'a Node, fewest: usize, found: &mut Vec<(Cow<'a, str>, &'a Node)>) {
        let mut add = |text: Cow<'a, str>| {
            if text.split(' ').nth(fewest - 1).is_some() {
                found.push((text, node));
            }
        };
        match &node.value {
            Value::Scalar(scalar) => add(scalar.text.as_str().into()),
            Value::Null => {}
            Value::List(items) => match joined(items) {
                Some(text) => add(text.into()),
                None => items.iter().for_each(|item| collect(item, FEWEST_OF_ITEM, found)),
            },
            Value::Map(entries) => entries.iter().for_each(|entry| collect(&entry.value, FEWEST_WORDS, found)),
        }
    }
    const MOST: usize = 60;
    let mut texts = Vec::new();
    reader.record.unknown.iter().for_each(|entry| collect(&entry.value, FEWEST_WORDS, &mut texts));
    texts.truncate(MOST);
    let field = |(text, node): (Cow<'_, str>, &Node)| Field {
        value: text.split('\n').map(plain_text).collect::<Vec<_>>().join("\n"),
        origin: crate::posting::Origin { kind: OriginKind::Description, ..reader.origin(&node.span) },
    };
    texts.into_iter().map(field).collect()
}

/// The one text of a paragraph that an editor keeps in pieces: `- {type: text, text: "Write to "}` and
/// `- {type: text, text: ann@example.com}` below it.
fn joined(items: &[Node]) -> Option<String> {
    let text_of = |item: &Node, names: &[&str]| {
        let entry = item.entries().iter().find(|entry| is_one_of(&entry.key, names));
        entry.and_then(|entry| entry.value.as_str()).map(str::to_owned)
    };
    let piece = |item: &Node| {
        let kind = text_of(item, &["type", "_type"])?;
        if kind.to_ascii_lowercase().ends_with("break") { Some("\n".into()) } else { text_of(item, &["text"]) }
    };
    if items.len() < 2 {
        return None;
    }
    items.iter().map(piece).collect()
}

#[cfg(test)]
mod tests {
    use super::super::super::fixture::{draft, list, map, node, scalar};
    use crate::data::{Node, Value};
    use crate::posting::EmploymentType;

    #[test]
    fn f1_the_pieces_that_an_editor_keeps_a_paragraph_in_are_one_text() {
        let piece = |text: &str| map(&[("type", scalar("text")), ("text", scalar(text))]);
        let paragraph =
            |pieces: Vec<Node>| map(&[("type", scalar("paragraph")), ("content", node(Value::List(pieces)))]);
        let pieces = vec![
            piece("Please send your application with a CV and a sample to "),
            map(&[("type", scalar("hardBreak"))]),
            piece("ann@example.com"),
        ];
        let page = node(Value::List(vec![paragraph(pieces)]));
        let facts = draft().heading(1, "Welder").entry("body_parts", page).facts();
        assert_eq!(facts.apply.map(|field| field.value), Some(vec!["mailto:ann@example.com".to_owned()]));
    }

    #[test]
    fn i4_the_place_of_the_only_job_of_a_page_is_read_however_deep_it_lies() {
        let item = |place: &str| map(&[("title", scalar("Welder")), ("location", scalar(place))]);
        let page = |key: &str, items: Vec<Node>| {
            let inner = map(&[("items", node(Value::List(items)))]);
            node(Value::List(vec![map(&[(key, node(Value::List(vec![inner])))])]))
        };
        for (page, expected) in [
            (page("jobLists", vec![item("Ulm")]), vec!["Ulm"]),
            (page("jobLists", vec![item("Ulm"), item("Leeds")]), vec![]),
            (page("events", vec![item("Ulm")]), vec![]),
        ] {
            let facts = draft().heading(1, "Welder").entry("sections", page).facts();
            let names: Vec<_> =
                facts.locations.into_iter().flat_map(|field| field.value).map(|place| place.name).collect();
            assert_eq!(names, expected);
        }
    }

    #[test]
    fn i4_labelled_lines_are_read_however_deep_they_lie() {
        let page = |lines: &[&str]| node(Value::List(vec![map(&[("text", list(lines))])]));
        let facts =
            draft().heading(1, "Welder").entry("sections", page(&["**Location:** Ulm", "**Type:** Full-time"])).facts();
        assert_eq!(facts.locations.map(|field| field.value[0].name.clone()).as_deref(), Some("Ulm"));
        assert_eq!(facts.employment_type.map(|field| field.value), Some(vec![EmploymentType::FullTime]));
        // Without a label of its own, a line may be about anything.
        let facts = draft().heading(1, "Welder").entry("sections", page(&["Remote", "Part-time"])).facts();
        assert!(facts.locations.is_none() && facts.employment_type.is_none());
        let facts = draft().heading(1, "Welder").entry("facts", map(&[("note", scalar("Location: Ulm"))])).facts();
        assert!(facts.locations.is_none());
    }

    #[test]
    fn f1_an_item_of_four_words_is_a_text_and_a_value_of_four_is_a_name() {
        let offer = draft().key("title", "Welder").key("city", "Ulm");
        let facts = offer.entry("offers", list(&["Fair pay", "Possibility to work remotely"])).paragraph("Weld.");
        assert_eq!(facts.facts().remote.map(|field| field.value), Some(crate::posting::Remote::Hybrid));
        let local = draft().key("title", "Welder").key("locality", "Ulm").facts().locations;
        assert_eq!(local.map(|field| field.value.len()), Some(1));
        let named = draft().key("title", "Welder").key("group", "Sea Hulls Hospitality Group");
        assert!(named.paragraph("We weld.").facts().company.is_none());
    }
}
