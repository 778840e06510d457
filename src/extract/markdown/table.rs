//! Tables, which scroll inside themselves and are aligned by class.

use pulldown_cmark::Alignment;

use super::Writer;
use super::blocks::Open;
use crate::extract::BlockKind;
use crate::source::Span;

#[derive(Debug, Default)]
pub(super) struct Table {
    alignments: Vec<Alignment>,
    column: usize,
    in_head: bool,
    /// Where the head, and the current cell, begin in the HTML.
    head: usize,
    cell: usize,
    /// Where the current cell's content begins.
    content: usize,
    head_is_empty: bool,
}

impl Writer<'_> {
    pub(super) fn start_table(&mut self, alignments: Vec<Alignment>) {
        self.start_container("<div class=\"table-scroll\" tabindex=\"0\">\n<table>\n");
        self.table = Table { alignments, ..Table::default() };
    }

    pub(super) fn end_table(&mut self) {
        self.end_container("</tbody>\n</table>\n</div>\n");
    }

    pub(super) fn start_row(&mut self, is_head: bool, at: &Span) {
        self.table.in_head = is_head;
        self.table.column = 0;
        if is_head {
            self.table.head = self.html.len();
            self.table.head_is_empty = true;
        }
        self.html.push_str(if is_head { "<thead>\n<tr>" } else { "<tr>" });
        let line = self.line(at);
        self.outline.begin(BlockKind::TableRow, line);
    }

    /// A head without words is how Markdown writes a table that has none.
    pub(super) fn end_head(&mut self) {
        self.outline.end();
        if self.table.head_is_empty {
            self.html.truncate(self.table.head);
        } else {
            self.html.push_str("</tr>\n</thead>\n");
        }
        self.html.push_str("<tbody>\n");
    }

    pub(super) fn end_row(&mut self) {
        self.outline.end();
        self.html.push_str("</tr>\n");
    }

    pub(super) fn start_cell(&mut self) {
        if self.table.column > 0 {
            self.outline.push("\t");
        }
        self.table.cell = self.html.len();
        self.html.push_str(if self.table.in_head { "<th scope=\"col\"" } else { "<td" });
        self.html.push_str(match self.table.alignments.get(self.table.column) {
            Some(Alignment::Left) => " class=\"align-left\">",
            Some(Alignment::Center) => " class=\"align-center\">",
            Some(Alignment::Right) => " class=\"align-right\">",
            _ => ">",
        });
        self.table.content = self.html.len();
        self.open.push(Open::Markdown { is_item: false });
    }

    pub(super) fn end_cell(&mut self) {
        self.end_leaf();
        self.write_deferred();
        self.close_innermost();
        if !self.table.in_head {
            self.html.push_str("</td>");
        } else if self.html[self.table.content.min(self.html.len())..].trim().is_empty() {
            // A head cell without text has no name for a screen reader to say.
            self.html.truncate(self.table.cell);
            self.html.push_str("<td></td>");
        } else {
            self.table.head_is_empty = false;
            self.html.push_str("</th>");
        }
        self.table.column += 1;
    }
}
