//! Call-outs between lines of their own: `:::note` of Docusaurus, `VuePress` and Pandoc, `<aside>` of Notion.

use super::compose::New;
use super::meaning::{Part, callout_kind, clean};
use super::tags::{Syntax, Tag};
use super::walk::Walk;

impl<'a> Walk<'a> {
    /// `:::name Title` and `:::`. Whether the line is one of them.
    pub(super) fn admonition(&mut self, line: &'a str) -> bool {
        let span = self.line.content..self.line.end;
        let rest = line.trim_start_matches(':').trim().trim_end_matches(':').trim_end();
        let mut tag =
            Tag { syntax: Syntax::Admonition, span, name: ":::", closing: true, alone: false, call: false, args: rest };
        if rest.is_empty() {
            if self.nesting.has(&tag) || self.met.contains(&(Syntax::Admonition, ":::")) {
                self.close(&tag);
                return true;
            }
            return false;
        }
        tag.closing = false;
        let in_braces = rest.starts_with('{');
        let words = rest.trim_start_matches(['{', ' ', '.']);
        let length = words.bytes().take_while(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_')).count();
        let (name, title) = words.split_at(length);
        let title = if in_braces {
            title.split_once("title=").map_or("", |(_, title)| title.trim_matches(['"', '\'', '}', ' ']))
        } else {
            title.trim_start_matches(|c| c != '[' && c != ' ').trim_start_matches('[').trim_end_matches(']').trim()
        };
        let title = clean(title).map(str::to_owned);
        let paired = self.paired(&tag);
        match callout_kind(&name.to_ascii_lowercase()) {
            Some(kind) => self.open(&tag, Part::Callout { kind, title }),
            None if paired && !name.is_empty() => {
                self.drop_tag(&tag);
                self.open(&tag, Part::Plain);
                if let (Some(title), Some(last)) = (title, self.edits.last_mut()) {
                    last.new = New::Text(title);
                }
            }
            None => return false,
        }
        self.met.insert((Syntax::Admonition, ":::"));
        true
    }

    /// `<aside>` and `</aside>` alone on their lines. Whether the line is one of them.
    pub(super) fn aside(&mut self, line: &'a str) -> bool {
        let (content, end) = (self.line.content, self.line.content + line.trim_end().len());
        let tag = Tag {
            syntax: Syntax::Aside,
            span: content..end,
            name: "aside",
            closing: false,
            alone: false,
            call: false,
            args: "",
        };
        let opens = line.starts_with("<aside") && line.trim_end().find('>') == Some(line.trim_end().len() - 1);
        if opens && self.paired(&tag) {
            self.begins_no_html(content);
            self.open(&tag, Part::Callout { kind: "note", title: None });
            return true;
        }
        let closing = Tag { closing: true, ..tag };
        if line.trim() == "</aside>" && self.nesting.has(&closing) {
            self.begins_no_html(content);
            self.close(&closing);
            return true;
        }
        false
    }
}
