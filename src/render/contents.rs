//! The sections of a posting, for a list of contents.

use tera::Value;

use super::view;

/// The headings of the second level: what each is called, and the name of its anchor.
pub(super) fn sections(html: &str) -> Value {
    let headings = html.split("<h2 id=\"").skip(1).filter_map(|part| {
        let (id, rest) = part.split_once("\">")?;
        let (inner, _) = rest.split_once("</h2>")?;
        // Text and entities are kept as they are: this is HTML that has been made safe.
        let title = without_tags(inner);
        (!title.is_empty()).then(|| view::map([("id", Value::safe_string(id)), ("title", Value::safe_string(&title))]))
    });
    headings.collect::<Vec<_>>().into()
}

fn without_tags(html: &str) -> String {
    let parts = html.split('<').enumerate();
    let text: String =
        parts.map(|(index, part)| if index == 0 { part } else { part.split_once('>').map_or("", |p| p.1) }).collect();
    text.trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sections_are_the_headings_of_the_second_level_without_their_tags() {
        let html = "<h2 id=\"a\"><strong>A</strong> &amp; b</h2><p>x</p><h3 id=\"b\">B</h3>\n<h2 id=\"c\"><a href=\"/\">C</a></h2>";
        let sections = sections(html);
        let shown: Vec<_> = sections.as_array().expect("a list").iter().map(ToString::to_string).collect();
        assert_eq!(shown.len(), 2);
        assert!(shown[0].contains("A &amp; b") && shown[1].contains('C'), "{shown:?}");
    }
}
