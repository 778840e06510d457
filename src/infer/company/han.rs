//! Institutions in Chinese texts, which are told by how their names end: "船工書店在台中開了十年", "請洽船工診所".
//!
//! In goes a text, out comes the name. The words are `data/employers.txt`.

use std::sync::LazyLock;

use super::name;
use crate::infer::table::EMPLOYERS;

static CONTACTS: LazyLock<Vec<&'static str>> = LazyLock::new(|| EMPLOYERS.words("contact unspaced"));
static GOES_ON: LazyLock<Vec<&'static str>> = LazyLock::new(|| EMPLOYERS.words("predicate unspaced"));
static ANY: LazyLock<Vec<&'static str>> = LazyLock::new(|| EMPLOYERS.words("any unspaced"));

/// The institution that a text begins with and tells of.
pub(super) fn subject(text: &str) -> Option<&str> {
    let goes_on = |name: &&str| GOES_ON.iter().any(|word| text[name.len()..].starts_with(word));
    institutions(text).filter(goes_on).last()
}

/// The institution that the reader should turn to.
pub(super) fn contact(text: &str) -> Option<&str> {
    let behind = CONTACTS.iter().find_map(|word| Some(text.split_once(word)?.1))?;
    let ends = |name: &&str| !behind[name.len()..].starts_with(char::is_alphanumeric);
    institutions(behind.trim_start_matches([' ', '：', ':'])).find(ends)
}

/// The names of institutions that a text may begin with, each longer than the one before.
fn institutions(text: &str) -> impl Iterator<Item = &str> {
    const LONGEST: usize = 14;
    const SHORTEST: usize = 3;
    let is_any = ANY.iter().any(|word| text.starts_with(word));
    let ends = text.char_indices().map(|(at, c)| at + c.len_utf8()).take(LONGEST).skip(SHORTEST - 1);
    let names = ends.filter(move |_| !is_any).map(|end| &text[..end]);
    names.filter(|name| name::is_long_institution(name) && name::unspaced(name) == Some(name))
}

/// The university that a faculty and a group within it are named with: "船工大学" of "船工大学焊接学院钢材课题组".
pub(super) fn outer(name: &str) -> &str {
    const GROUPS: [&str; 4] = ["课题组", "課題組", "研究组", "研究組"];
    let university = ["大学", "大學"].iter().find_map(|end| Some(name.find(end)? + end.len()));
    let is_within = |end: &usize| ["学院", "學院", "系"].iter().any(|faculty| name[*end..].contains(faculty));
    let is_group = GROUPS.iter().any(|group| name.ends_with(group));
    university.filter(is_within).filter(|_| is_group).map_or(name, |end| &name[..end])
}
