//! Where something next occurs in a text, remembered, so that asking again and again while walking forward stays linear.

/// Finds the next place of one thing.
#[derive(Clone)]
pub(super) struct Ahead {
    find: fn(&str, usize) -> Option<usize>,
    /// The last answer holds for every start from here …
    from: usize,
    /// … up to this place; `None` where there is none to the end of the text.
    at: Option<usize>,
    asked: bool,
}

impl Ahead {
    /// `find` gets the text and where to start, and gives the first place at or after it.
    pub(super) fn new(find: fn(&str, usize) -> Option<usize>) -> Self {
        Self { find, from: 0, at: None, asked: false }
    }

    /// The first place at or after `start`.
    pub(super) fn from(&mut self, text: &str, start: usize) -> Option<usize> {
        let known = self.asked && self.from <= start && self.at.is_none_or(|at| start <= at);
        if !known {
            (self.from, self.at, self.asked) = (start, (self.find)(text, start), true);
        }
        self.at
    }
}

/// An [`Ahead`] for the next occurrence of some bytes.
macro_rules! next {
    ($needle:literal) => {
        $crate::extract::dialect::ahead::Ahead::new(|text, at| {
            memchr::memmem::find(&text.as_bytes()[at..], $needle).map(|found| at + found)
        })
    };
}
pub(super) use next;

/// Code spans that open with more backticks than this are taken for text.
const MOST_TICKS: usize = 32;

/// Finds the backticks that end a code span.
pub(super) struct Ticks {
    /// By number of backticks: the start that was asked for and the run that was found.
    known: [Option<(usize, Option<usize>)>; MOST_TICKS + 1],
}

impl Ticks {
    pub(super) fn new() -> Self {
        Self { known: [None; MOST_TICKS + 1] }
    }

    /// The start of the first run of exactly `count` backticks at or after `start`.
    pub(super) fn closing(&mut self, text: &str, count: usize, start: usize) -> Option<usize> {
        let slot = self.known.get_mut(count)?;
        match *slot {
            Some((from, at)) if from <= start && at.is_none_or(|at| start <= at) => at,
            _ => {
                let at = find_run(text.as_bytes(), count, start);
                *slot = Some((start, at));
                at
            }
        }
    }
}

fn find_run(bytes: &[u8], count: usize, mut start: usize) -> Option<usize> {
    loop {
        let at = start + memchr::memchr(b'`', bytes.get(start..)?)?;
        let length = run(bytes, at);
        if length == count {
            return Some(at);
        }
        start = at + length;
    }
}

/// How often the byte at `at` is repeated there, itself included.
pub(super) fn run(bytes: &[u8], at: usize) -> usize {
    bytes[at..].iter().take_while(|&&byte| byte == bytes[at]).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_is_kept_until_it_is_passed() {
        let mut ahead = Ahead::new(|text, start| text[start..].find('x').map(|at| start + at));
        let answers: Vec<_> = [0, 2, 3, 5, 6].map(|start| ahead.from("..x..x..", start)).to_vec();
        assert_eq!(answers, [Some(2), Some(2), Some(5), Some(5), None]);
    }

    #[test]
    fn a_code_span_ends_at_a_run_of_the_same_length() {
        let mut ticks = Ticks::new();
        assert_eq!(ticks.closing("a `` b ` c ``", 2, 4), Some(11));
        assert_eq!(ticks.closing("a `` b ` c ``", 1, 4), Some(7));
        assert_eq!(ticks.closing("a `` b ` c ``", 3, 4), None);
    }
}
