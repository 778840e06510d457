//! Front matter that MDX exports as an object: `export const metadata = { title: 'Welder' }`.
//!
//! In goes a text without fences, out come the entries of the object, where YAML can read it: plain values in quotes, as
//! nearly all are. Code that computes something is none. The statement itself is dropped with all other code of MDX.

use super::lines::is_known;
use super::{Entry, mapping};

/// Names that the object goes by.
const NAMES: [&str; 6] = ["meta", "metadata", "frontmatter", "frontMatter", "job", "posting"];

/// The entries of the object that `text` exports above its first heading.
pub(super) fn entries(text: &str) -> Option<Vec<Entry>> {
    let above = if text.starts_with('#') { "" } else { &text[..text.find("\n#").unwrap_or(text.len())] };
    let exports = above.match_indices("export const ").map(|(at, export)| at + export.len());
    exports.filter(|start| starts_line(above, *start)).find_map(|start| {
        let open = start + above[start..].find('{')?;
        // `meta: Meta = {`
        let (name, _) = above[start..open]
            .trim_end()
            .strip_suffix('=')?
            .split_at_checked(above[start..open].find(|c: char| !c.is_ascii_alphanumeric())?)?;
        let line_end = open + above[open..].find('\n').unwrap_or(above.len() - open);
        let on_line = above[open..line_end].trim_end_matches([' ', ';', '\r']).ends_with('}');
        let close =
            if on_line { open + above[open..line_end].rfind('}')? } else { open + above[open..].find("\n}")? + 1 };
        let entries = mapping(text, &(open..close + 1)).ok().filter(|_| NAMES.contains(&name))?;
        entries.iter().any(|entry| is_known(&entry.key)).then_some(entries)
    })
}

/// Whether the statement that goes on at `at` begins its line.
fn starts_line(text: &str, at: usize) -> bool {
    let line = text[..at].rfind('\n').map_or(0, |end| end + 1);
    text[line..at].trim() == "export const"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn i6_the_object_that_mdx_exports_is_front_matter() {
        let told = |text: &str| {
            let entries = entries(text).unwrap_or_default();
            let shown = |entry: &Entry| format!("{}={}", entry.key, entry.value.as_str().unwrap_or("?"));
            entries.iter().map(shown).collect::<Vec<_>>().join(" ")
        };
        for (text, expected) in [
            (
                "export const meta = {\n  title: 'Welder',\n  team: \"Hulls\",\n}\n\n# Welder\n",
                "title=Welder team=Hulls",
            ),
            ("import A from 'a'\n\nexport const metadata: Job = { title: 'Welder' };\n\nWe weld.", "title=Welder"),
            (
                "export const frontmatter = {\n  title: 'Welder',\n  place: { city: 'Ulm' },\n};\n",
                "title=Welder place=?",
            ),
            ("export const meta = {\n  title: name(1) + 'x',\n  a: () => 2,\n", ""),
            ("export const dock = { title: 'Welder' }\n", ""),
            ("export const meta = makeMeta({ title: 'Welder' })\n", ""),
            ("We export const meta = { title: 'Welder' }\n", ""),
            ("# Welder\n\nexport const meta = { title: 'Welder' }\n", ""),
            ("export const meta = {", ""),
        ] {
            assert_eq!(told(text), expected, "{text}");
        }
    }
}
