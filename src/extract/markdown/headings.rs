//! Headings: ids as GitHub makes them, and levels that make a sound outline below the page's own heading.

use std::collections::HashMap;

/// The ids of a page's elements, each given once.
#[derive(Debug, Default)]
pub(super) struct Ids {
    /// How many times an id was asked for.
    taken: HashMap<String, usize>,
}

impl Ids {
    /// The id for a heading of this text, `None` where nothing of it can stand in an id.
    pub(super) fn for_heading(&mut self, text: &str) -> Option<String> {
        self.claim(&slug(text))
    }

    /// `wanted` if it is free, else with the first number that makes it so. Ids of footnotes are never free.
    pub(super) fn claim(&mut self, wanted: &str) -> Option<String> {
        let mut wanted: String = wanted.split_whitespace().collect();
        if wanted.is_empty() {
            return None;
        }
        if wanted.starts_with("fn-") || wanted.starts_with("fnref-") {
            wanted.insert_str(0, "section-");
        }
        let Some(&count) = self.taken.get(&wanted) else {
            self.taken.insert(wanted.clone(), 0);
            return Some(wanted);
        };
        let free = (count + 1..=count + 1 + self.taken.len())
            .map(|n| (n, format!("{wanted}-{n}")))
            .find(|(_, id)| !self.taken.contains_key(id));
        let (number, id) = free?;
        self.taken.insert(wanted, number);
        self.taken.insert(id.clone(), 0);
        Some(id)
    }
}

/// GitHub's anchor for a heading: lower case, spaces as `-`, and letters, digits, `_` and `-` of any script.
fn slug(text: &str) -> String {
    let mut slug = String::with_capacity(text.len());
    for c in text.trim().chars() {
        match c {
            '_' | '-' => slug.push(c),
            c if c.is_ascii_alphanumeric() => slug.push(c.to_ascii_lowercase()),
            c if c.is_whitespace() => slug.push('-'),
            c if !c.is_ascii() && (c.is_alphanumeric() || is_mark(c)) => slug.extend(c.to_lowercase()),
            _ => {}
        }
    }
    slug
}

/// Combining marks of living scripts that the standard library does not count as alphabetic.
fn is_mark(c: char) -> bool {
    matches!(c,
        '\u{300}'..='\u{36f}' | '\u{483}'..='\u{487}' | '\u{591}'..='\u{5bd}' | '\u{64b}'..='\u{65f}'
        | '\u{6d6}'..='\u{6dc}' | '\u{6df}'..='\u{6e8}' | '\u{6ea}'..='\u{6ed}'
        | '\u{93c}' | '\u{94d}' | '\u{9bc}' | '\u{9cd}' | '\u{a3c}' | '\u{a4d}' | '\u{abc}' | '\u{acd}'
        | '\u{b3c}' | '\u{b4d}' | '\u{bcd}' | '\u{c4d}' | '\u{cbc}' | '\u{ccd}' | '\u{d4d}' | '\u{dca}'
        | '\u{e47}'..='\u{e4e}' | '\u{eb8}'..='\u{ecd}' | '\u{f39}' | '\u{f84}' | '\u{1037}'..='\u{103a}'
        | '\u{17c9}'..='\u{17d3}' | '\u{1dc0}'..='\u{1dff}' | '\u{3099}' | '\u{309a}')
}

/// The headings written so far, so that their levels can be set when all are known.
#[derive(Debug, Default)]
pub(super) struct Levels {
    written: Vec<Written>,
}

/// A heading in the HTML: the level its source gives it, and where the digits of its tags stand.
#[derive(Debug)]
struct Written {
    level: u8,
    open: usize,
    close: Option<usize>,
}

impl Levels {
    /// Writes the start of a heading's tag, `<h2`, of a level to be set later. Returns its index for [`Self::close`].
    pub(super) fn open(&mut self, html: &mut String, level: u8) -> usize {
        html.push_str("<h2");
        self.written.push(Written { level, open: html.len() - 1, close: None });
        self.written.len() - 1
    }

    /// Writes a heading's end tag.
    pub(super) fn close(&mut self, html: &mut String, index: usize) {
        html.push_str("</h2>");
        if let Some(heading) = self.written.get_mut(index) {
            heading.close = Some(html.len() - 2);
        }
    }

    /// Forgets headings, and ends of headings, that were taken back with the end of the HTML.
    pub(super) fn truncate(&mut self, length: usize) {
        self.written.retain(|heading| heading.open < length);
        for heading in &mut self.written {
            heading.close = heading.close.filter(|at| *at < length);
        }
    }

    /// Sets the levels: the highest level in use becomes 2, the next 3, and none is more than one below the heading
    /// before it.
    pub(super) fn settle(&self, html: &mut String) {
        let mut used: Vec<u8> = self.written.iter().map(|heading| heading.level).collect();
        used.sort_unstable();
        used.dedup();
        let mut previous = 1;
        for heading in &self.written {
            let rank = used.partition_point(|&level| level < heading.level);
            let level = (rank + 2).min(previous + 1).min(6);
            previous = level;
            let digit = ["2", "3", "4", "5", "6"][level - 2];
            for at in [Some(heading.open), heading.close].into_iter().flatten() {
                html.replace_range(at..=at, digit);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn i7_ids_are_those_of_github() {
        let cases = [
            ("What you'll do", "what-youll-do"),
            ("\u{1f680} Launch & learn", "-launch--learn"),
            ("\u{dc}ber uns: C++_x-y", "\u{fc}ber-uns-c_x-y"),
            ("\u{4eba}\u{6c42} \u{304c}\u{3099}", "\u{4eba}\u{6c42}-\u{304c}\u{3099}"),
            ("\u{939}\u{93f}\u{928}\u{94d}\u{926}\u{940}", "\u{939}\u{93f}\u{928}\u{94d}\u{926}\u{940}"),
            ("\u{2764}\u{fe0f}\u{200d}\u{1f525}", ""),
        ];
        for (text, expected) in cases {
            assert_eq!(slug(text), expected, "{text}");
        }
    }

    #[test]
    fn i7_no_id_is_given_twice() {
        let mut ids = Ids::default();
        let given: Vec<_> = ["a", "a", "a-1", "A", "", "fn-1", "a b"].map(|text| ids.for_heading(text)).into();
        let expected = [Some("a"), Some("a-1"), Some("a-1-1"), Some("a-2"), None, Some("section-fn-1"), Some("a-b")];
        assert_eq!(given, expected.map(|id| id.map(str::to_owned)));
    }

    #[test]
    fn levels_are_ranked_and_never_jump() {
        let cases: &[(&[u8], &str)] = &[
            (&[1, 1, 2], "223"),
            (&[3, 5, 3, 5, 6], "23234"),
            (&[4, 2, 4], "223"),
            (&[2, 6, 3, 4, 5, 6], "233456"),
            (&[1, 2, 3, 4, 5, 6], "234566"),
        ];
        for (source, expected) in cases {
            let mut html = String::new();
            let mut levels = Levels::default();
            for &level in *source {
                let index = levels.open(&mut html, level);
                html.push('>');
                levels.close(&mut html, index);
            }
            levels.settle(&mut html);
            let digits: Vec<_> = html.chars().filter(char::is_ascii_digit).collect();
            let expected: Vec<_> = expected.chars().flat_map(|c| [c, c]).collect();
            assert_eq!(digits, expected, "{source:?}");
        }
    }
}
