//! The size of an SVG, as the element that holds it states it.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

/// Width and height in pixels: those that are stated, else those of `viewBox`. `None` for anything but an SVG, and for one
/// that has no size of its own.
pub fn size(bytes: &[u8]) -> Option<(u32, u32)> {
    let mut reader = Reader::from_str(std::str::from_utf8(bytes).ok()?);
    loop {
        match reader.read_event().ok()? {
            Event::Start(tag) | Event::Empty(tag) => return of_root(&tag),
            Event::Eof => return None,
            _ => {}
        }
    }
}

fn of_root(tag: &BytesStart<'_>) -> Option<(u32, u32)> {
    if tag.local_name().as_ref() != "svg" {
        return None;
    }
    let text = |name: &str| {
        let attribute = tag.try_get_attribute(name).ok()??;
        Some(attribute.value.into_owned())
    };
    let length = |name: &str| pixels(text(name)?.trim().trim_end_matches("px"));
    if let Some(size) = length("width").zip(length("height")) {
        return Some(size);
    }
    let view_box = text("viewBox")?;
    let parts: Vec<&str> = view_box.split([' ', ',', '\t', '\n']).filter(|part| !part.is_empty()).collect();
    let &[_, _, width, height] = parts.as_slice() else { return None };
    pixels(width).zip(pixels(height))
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "within the limits that it is held against"
)]
fn pixels(text: &str) -> Option<u32> {
    let length: f64 = text.parse().ok()?;
    (0.5..100_000.0).contains(&length).then(|| length.round() as u32)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_svg_tells_its_size_by_lengths_or_by_its_view() {
        for (text, expected) in [
            (r#"<svg xmlns="http://www.w3.org/2000/svg" width="120" height="40.4px"/>"#, Some((120, 40))),
            (r#"<?xml version="1.0"?><!-- logo --><svg viewBox="0 0 24,12"><path/></svg>"#, Some((24, 12))),
            (r#"<svg width="100%" height="2em" viewBox="0 0 3 4"/>"#, Some((3, 4))),
            (r#"<svg width="12"/>"#, None),
            (r#"<svg viewBox="0 0 NaN -1"/>"#, None),
            ("<html/>", None),
            ("<svg", None),
            ("\u{0}\u{1}", None),
        ] {
            assert_eq!(size(text.as_bytes()), expected, "{text}");
        }
    }
}
