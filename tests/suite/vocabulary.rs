//! The data files of `infer`: a section that nobody reads is misspelled, there or where it is read.

use std::fs;
use std::path::Path;

use careers::posting::EmploymentType;

/// A data file as its readers see it.
struct DataFile {
    /// The name of its table: `CUES` for `cues.txt`.
    table: String,
    sections: Vec<String>,
    /// The code that names the table.
    readers: Vec<String>,
}

impl DataFile {
    /// Whether some reader names the section, or its family and what it is in that: `"status closed"`; `"title "` and
    /// `"none"`; `("number", figure)` and a number.
    fn is_read(&self, section: &str) -> bool {
        let named = |code: &str| code.contains(&format!("\"{section}\""));
        let in_family = |code: &str| {
            section.match_indices(' ').any(|(at, _)| {
                let (family, member) = (&section[..at], &section[at + 1..]);
                let asked = [format!("\"{family} \""), format!("(\"{family}\", ")];
                asked.iter().any(|asked| code.contains(asked))
                    && (is_code(member) || code.contains(&format!("\"{member}\"")) || self.has_twice(member))
            })
        };
        let by_code = match self.table.as_str() {
            "EMPLOYMENT" => is_kind(section),
            "LANGUAGES" => section.len() == 2,
            _ => false,
        };
        by_code || self.readers.iter().any(|code| named(code) || in_family(code))
    }

    /// Whether two families have the same member, as `[sign kr]` and `[local kr]`.
    fn has_twice(&self, member: &str) -> bool {
        let has = |section: &&String| section.split_once(' ').is_some_and(|(_, other)| other == member);
        self.sections.iter().filter(has).count() == 2
    }
}

/// `12`, `EUR`, `DE-BY`, `FULL_TIME`.
fn is_code(text: &str) -> bool {
    let is_iso = |part: &str, longest| {
        (1..=longest).contains(&part.len()) && part.chars().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit())
    };
    let (code, region) = text.split_once('-').unwrap_or((text, "0"));
    is_kind(text) || text.parse::<u64>().is_ok() || (code.len() > 1 && is_iso(code, 3) && is_iso(region, 3))
}

fn is_kind(code: &str) -> bool {
    EmploymentType::ALL.iter().any(|kind| kind.code() == code)
}

fn data_files() -> Vec<DataFile> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/infer");
    let (mut texts, mut sources) = (Vec::new(), Vec::new());
    for entry in walkdir::WalkDir::new(&folder).into_iter().map(|entry| entry.expect("readable")) {
        let path = entry.path().strip_prefix(&folder).expect("below infer").to_string_lossy().replace('\\', "/");
        let is_test = path.split(['/', '.']).any(|part| part == "tests");
        match entry.path().extension().and_then(|ending| ending.to_str()) {
            Some("rs") if !is_test => sources.push(fs::read_to_string(entry.path()).expect("source text")),
            Some("txt") => texts.push((path, fs::read_to_string(entry.path()).expect("data"))),
            _ => {}
        }
    }
    let file = |(path, text): &(String, String)| {
        let stem = path.strip_prefix("data/").and_then(|name| name.strip_suffix(".txt")).expect("a file of data/");
        let table = stem.to_uppercase();
        let code = sources.iter().map(|source| source.split("mod tests {").next().unwrap_or_default());
        let names = |code: &&str| code.split(|c: char| !(c.is_alphanumeric() || c == '_')).any(|word| word == table);
        // A label is that of the key whose name its section has.
        let declares_keys = |code: &&str| table == "LABELS" && code.contains("keys! {");
        let readers = code.filter(|code| names(code) || declares_keys(code)).map(str::to_owned).collect();
        let names = text.lines().filter_map(|line| line.trim().strip_prefix('['));
        let sections = names.map(|name| name.strip_suffix(']').unwrap_or(name).to_owned()).collect();
        DataFile { table, sections, readers }
    };
    texts.iter().map(file).collect()
}

#[test]
fn every_section_of_a_data_file_has_a_reader() {
    let files = data_files();
    assert!(files.len() >= 20, "{} data files", files.len());
    let unread: Vec<_> = files
        .iter()
        .flat_map(|file| file.sections.iter().filter(|name| !file.is_read(name)).map(|name| (&file.table, name)))
        .collect();
    assert!(unread.is_empty(), "nobody reads {unread:?}");
}
