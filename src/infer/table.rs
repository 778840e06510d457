//! The data files of this stage as rows.
//!
//! One format for all, made to be read and edited by hand: `[section]` lines, then one entry a line,
//! `Name: other spelling, another`; `#` starts a comment. Parsing costs microseconds, so that start-up stays free. The
//! files are embedded and tested, so nothing here can fail.

/// One line of a data file.
pub(super) struct Row {
    /// The `[section]` it stands in.
    pub section: &'static str,
    /// What stands before the colon.
    pub name: &'static str,
    /// What stands after it.
    rest: &'static str,
}

impl Row {
    /// The other spellings.
    pub(super) fn aliases(&self) -> impl Iterator<Item = &'static str> + use<> {
        self.rest.split(',').map(str::trim).filter(|alias| !alias.is_empty())
    }

    /// The name, then the other spellings.
    pub(super) fn forms(&self) -> impl Iterator<Item = &'static str> + use<> {
        std::iter::once(self.name).chain(self.aliases())
    }
}

/// The rows of a data file.
pub(super) fn rows(data: &'static str) -> impl Iterator<Item = Row> {
    let mut section = "";
    data.lines().filter_map(move |line| {
        let line = line.trim();
        if line.is_empty() || line.starts_with("# ") || line == "#" {
            return None;
        }
        if let Some(name) = line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
            section = name;
            return None;
        }
        let (name, rest) = line.split_once(": ").unwrap_or((line, ""));
        Some(Row { section, name: name.trim(), rest })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_knows_its_section_and_spellings() {
        let all: Vec<_> =
            rows("# c\n[a]\nX: y, z\n\n[b]\nC#\n").map(|row| (row.section, row.forms().collect::<Vec<_>>())).collect();
        assert_eq!(all, [("a", vec!["X", "y", "z"]), ("b", vec!["C#"])]);
    }
}
