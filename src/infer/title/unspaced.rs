//! The name of the job in sentences of East Asia: "招聘焊接工程师", "溶接工を募集しています", "용접 엔지니어를 모집합니다".
//!
//! In goes a text, out come the words right behind or before the verb that name a job. How many are sought, who seeks, and
//! what one does there are left off. The words are `data/titles.txt`.

use std::sync::LazyLock;

use memchr::memmem;

use super::names_job;
use crate::infer::table::TITLES;
use crate::infer::words::is_ideographic;

static SOUGHT: LazyLock<Vec<&'static str>> = LazyLock::new(|| TITLES.words("sought"));
static ENDS: LazyLock<Vec<&'static str>> = LazyLock::new(|| TITLES.words("word end"));
static PEOPLE: LazyLock<Vec<&'static str>> = LazyLock::new(|| TITLES.words("people sought"));
static MANY: LazyLock<Vec<&'static str>> = LazyLock::new(|| TITLES.words("many"));
static SEVERAL: LazyLock<Vec<&'static str>> = LazyLock::new(|| TITLES.words("several"));

/// The name that follows a verb, up to a mark: "招聘多名焊接工程师、…".
pub(super) fn behind_verb(rest: &str) -> Option<String> {
    const MOST_LETTERS: usize = 16;
    const MARKS: [char; 16] =
        ['，', '。', ',', '、', '；', ';', '！', '!', '（', '(', '\n', '：', '及', '和', '与', '或'];
    let rest = rest.trim_start_matches([' ', '：', ':']);
    let rest = MANY.iter().find_map(|many| rest.strip_prefix(many)).unwrap_or(rest);
    let name = without_count(rest.split(MARKS).next()?.trim());
    let fits = name.ends_with(is_ideographic) && name.chars().count() <= MOST_LETTERS && names_job(name);
    fits.then(|| name.to_owned())
}

/// `name` without how many are sought behind it: "焊接工程师两名".
pub(super) fn without_count(name: &str) -> &str {
    let Some(counted) = name.strip_suffix(['名', '人', '位']) else { return name };
    let before =
        counted.trim_end_matches(|c: char| c.is_ascii_digit() || "一二两三四五六七八九十数若干多-~ ".contains(c));
    if before.len() < counted.len() { before } else { name }
}

/// The name in the first sentence of `text` that says at its end who is sought; none where it names several.
pub(super) fn before_verb(text: &str) -> Option<String> {
    const LONGEST: usize = 60;
    if text.is_ascii() {
        return None;
    }
    let at = SOUGHT.iter().filter_map(|words| memmem::find(text.as_bytes(), words.as_bytes())).min()?;
    let clause = text[..at].rsplit(['。', '、', '！', '!', '，', ',', '\n', '」', '：', ':']).next()?.trim();
    if SEVERAL.iter().any(|or| clause.contains(or)) {
        return None;
    }
    // "Acmeでは船を造る溶接工": hiragana are grammar.
    let is_grammar = |c: char| ('\u{3041}'..='\u{309f}').contains(&c);
    let own = clause.rsplit(is_grammar).next().unwrap_or(clause);
    // "함께할 용접 엔지니어 분들"
    let words: Vec<&str> = own.split_whitespace().collect();
    let is_before = |word: &&str| ENDS.iter().any(|end| word.ends_with(end));
    let start = words.iter().rposition(is_before).map_or(0, |at| at + 1);
    let name: Vec<&str> = words[start..].iter().copied().take_while(|word| !PEOPLE.contains(word)).collect();
    let name = name.join(" ");
    (!name.is_empty() && name.len() <= LONGEST && names_job(&name)).then_some(name)
}
