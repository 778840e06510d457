//! XML by quick-xml, with what it leaves to its caller: characters that XML 1.0 can't hold.

use std::borrow::Cow;

use quick_xml::Writer;
use quick_xml::events::{BytesCData, BytesDecl, BytesEnd, BytesStart, BytesText, Event};

/// A document, element by element.
pub(super) type Xml = Writer<Vec<u8>>;

/// Writes a whole document with its declaration.
pub(super) fn document(write: impl FnOnce(&mut Xml) -> std::io::Result<()>) -> String {
    let mut xml = Writer::new_with_indent(Vec::new(), b' ', 1);
    let declared = xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("utf-8"), None)));
    declared.and_then(|()| write(&mut xml)).expect("a vector takes everything");
    let mut text = String::from_utf8(xml.into_inner()).expect("text went in");
    text.push('\n');
    text
}

/// An element as it stands in the root of a document, to be [added](add) to several.
pub(super) fn child(write: impl FnOnce(&mut Xml) -> std::io::Result<()>) -> Vec<u8> {
    let mut xml = Writer::new_with_indent(Vec::new(), b' ', 1);
    let mut start = 0;
    let opened = xml.write_event(Event::Start(BytesStart::new("root")));
    let written = opened.and_then(|()| {
        start = xml.get_ref().len();
        write(&mut xml)
    });
    written.expect("a vector takes everything");
    xml.into_inner().split_off(start)
}

/// Writes a [`child`] of the root.
pub(super) fn add(xml: &mut Xml, child: &[u8]) {
    xml.get_mut().extend_from_slice(child);
}

/// Writes `<name>text</name>`.
pub(super) fn element(xml: &mut Xml, name: &str, text: &str) -> std::io::Result<()> {
    xml.create_element(name).write_text_content(BytesText::new(&allowed(text))).map(drop)
}

/// Writes `<name attributes…>text</name>`, or an empty element where there is no text.
pub(super) fn element_with(
    xml: &mut Xml,
    name: &str,
    attributes: &[(&str, &str)],
    text: Option<&str>,
) -> std::io::Result<()> {
    let attributes: Vec<(&str, Cow<'_, str>)> = attributes.iter().map(|(key, value)| (*key, allowed(value))).collect();
    let element = xml.create_element(name).with_attributes(attributes.iter().map(|(key, value)| (*key, &**value)));
    match text {
        Some(text) => element.write_text_content(BytesText::new(&allowed(text))).map(drop),
        None => element.write_empty().map(drop),
    }
}

/// Writes `<name><![CDATA[text]]></name>`, with each `]]>` of the text split over two sections.
pub(super) fn cdata(xml: &mut Xml, name: &str, text: &str) -> std::io::Result<()> {
    if text.is_empty() {
        return element(xml, name, text);
    }
    xml.write_event(Event::Start(BytesStart::new(name)))?;
    for section in BytesCData::escaped(&allowed(text)) {
        xml.write_event(Event::CData(section))?;
    }
    xml.write_event(Event::End(BytesEnd::new(name)))
}

/// `text` without the characters that no XML document may hold, escaped or not (XML 1.0, production 2).
fn allowed(text: &str) -> Cow<'_, str> {
    let fits = |c: char| matches!(c, '\t' | '\n' | '\r' | ' '..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..);
    if text.chars().all(fits) { text.into() } else { text.chars().filter(|c| fits(*c)).collect::<String>().into() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_ends_a_cdata_section_is_split_over_two() {
        for (text, expected) in [
            ("<b> & \u{1}c", "<a><![CDATA[<b> & c]]></a>"),
            ("a]]>b", "<a><![CDATA[a]]]]><![CDATA[>b]]></a>"),
            // Taking a character out must not put such an end together.
            ("]\u{0}]>", "<a><![CDATA[]]]]><![CDATA[>]]></a>"),
            ("]]", "<a><![CDATA[]]]]></a>"),
            ("", "<a></a>"),
        ] {
            assert_eq!(document(|xml| cdata(xml, "a", text)).lines().nth(1), Some(expected), "{text}");
        }
    }

    #[test]
    fn text_is_escaped_and_what_xml_cannot_hold_is_left_out() {
        let xml = document(|xml| {
            element(xml, "a", "<b> & \u{1}c\u{b}\u{ffff}\n")?;
            element_with(xml, "link", &[("href", "/?a=1&b=\"2\"<\u{0}")], None)
        });
        assert_eq!(
            xml,
            "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<a>&lt;b&gt; &amp; c\n</a>\n\
             <link href=\"/?a=1&amp;b=&quot;2&quot;&lt;\"/>\n"
        );
    }
}
