//! Short texts parted at marks such as dashes, of which most texts have none.

/// What stands before and behind the first place of each of `marks` that `text` has, in the order of the marks.
pub(in crate::infer) fn split_at_each<'t, 'm>(
    text: &'t str,
    marks: &'m [&str],
) -> impl Iterator<Item = Halves<'t>> + use<'t, 'm> {
    let bytes = ByteSet::of(text);
    let marks = marks.iter().filter(move |mark| bytes.has(told_by(mark.as_bytes()).1));
    marks.filter_map(move |mark| places_of(text, mark).next().map(|at| halves(text, at, mark)))
}

/// What stands before and behind the last place of each of `marks` that `text` has, in the order of the marks.
pub(in crate::infer) fn rsplit_at_each<'t, 'm>(
    text: &'t str,
    marks: &'m [&str],
) -> impl Iterator<Item = Halves<'t>> + use<'t, 'm> {
    let bytes = ByteSet::of(text);
    let marks = marks.iter().filter(move |mark| bytes.has(told_by(mark.as_bytes()).1));
    marks.filter_map(move |mark| places_of(text, mark).next_back().map(|at| halves(text, at, mark)))
}

/// The key by which the least of several halves are those at the first mark, the longest of marks that begin together.
pub(in crate::infer) fn first_of_marks((before, behind): &Halves<'_>) -> (usize, usize) {
    (before.len(), behind.len())
}

/// What stands before a mark, and what behind it.
type Halves<'t> = (&'t str, &'t str);

fn halves<'t>(text: &'t str, at: usize, mark: &str) -> Halves<'t> {
    (&text[..at], &text[at + mark.len()..])
}

/// Whether `mark` stands in `text` more than once.
pub(in crate::infer) fn stands_twice(text: &str, mark: &str) -> bool {
    places_of(text, mark).nth(1).is_some()
}

/// Where `mark` stands in a text, by its first byte that is no space, which most texts don't have: to prepare a search for it
/// takes longer than to look.
fn places_of(text: &str, mark: &str) -> impl DoubleEndedIterator<Item = usize> {
    let (text, mark) = (text.as_bytes(), mark.as_bytes());
    let (ahead, byte) = told_by(mark);
    let told = memchr::memchr_iter(byte, text).filter_map(move |at| at.checked_sub(ahead));
    told.filter(move |at| text[*at..].starts_with(mark))
}

/// The byte of a mark that tells where it may stand, the first that is no space, and how many bytes stand ahead of it.
fn told_by(mark: &[u8]) -> (usize, u8) {
    let ahead = mark.iter().position(|byte| *byte != b' ').unwrap_or_default();
    (ahead, mark.get(ahead).copied().unwrap_or_default())
}

/// Which bytes a text has: what tells at once of most marks that they don't stand in it.
#[derive(Clone, Copy)]
struct ByteSet([u64; 4]);

impl ByteSet {
    fn of(text: &str) -> Self {
        let mut bits = [0; 4];
        text.bytes().for_each(|byte| bits[usize::from(byte >> 6)] |= 1 << (byte & 63));
        Self(bits)
    }

    fn has(self, byte: u8) -> bool {
        self.0[usize::from(byte >> 6)] >> (byte & 63) & 1 != 0
    }
}
