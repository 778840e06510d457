//! Figures with the separators of all countries: `60.000`, `6'500`, `12,00,000`, `22.50`.
//!
//! In goes a text and where a digit stands, out come the end of the figure and its value. What it counts is not asked.

/// Where the digits that start at `at` end, with the points, commas, apostrophes and thin spaces between them.
pub(super) fn end(text: &str, at: usize) -> usize {
    let mut end = at + 1;
    for (offset, c) in text[end..].char_indices() {
        let next = at + 1 + offset;
        if next < end {
            continue;
        }
        let after = &text.as_bytes()[next + c.len_utf8()..];
        // A plain space joins only groups of three: `60 000`, never `60 80`.
        let three = after.len() >= 3
            && after[..3].iter().all(u8::is_ascii_digit)
            && !after.get(3).is_some_and(u8::is_ascii_digit);
        let one = after.first().is_some_and(u8::is_ascii_digit);
        let joins = match c {
            ' ' | '\u{a0}' => three && text[at..end].len() <= 7,
            '.' | ',' | '\'' | '’' | '\u{202f}' => one,
            c => c.is_ascii_digit(),
        };
        if !joins {
            break;
        }
        end = next + c.len_utf8();
    }
    end
}

/// The length of the dash that stands for no cents, at the start of `behind`: `2.500,-`, `6'500.–`, `48.000,--`.
pub(super) fn dashes(behind: &str) -> usize {
    let dashes = behind.strip_prefix([',', '.']).unwrap_or("");
    let rest = dashes.trim_start_matches(['-', '–', '—']);
    let ends = rest.len() < dashes.len() && !rest.starts_with(|c: char| c.is_alphanumeric());
    if ends { behind.len() - rest.len() } else { 0 }
}

/// The value of figures: a last group of three after a separator is thousands, of one or two a fraction.
pub(super) fn value(figure: &str) -> Option<f64> {
    let last = figure.rfind(|c: char| !c.is_ascii_digit());
    let is_fraction = last.is_some_and(|at| {
        let tail = figure[at..].chars().skip(1).count();
        tail < 3 && figure[at..].starts_with(['.', ','])
    });
    let (whole, fraction) = match last {
        Some(at) if is_fraction => (&figure[..at], &figure[at + 1..]),
        _ => (figure, ""),
    };
    let digits: String = whole.chars().filter(char::is_ascii_digit).collect();
    if digits.len() > 12 {
        return None;
    }
    format!("{digits}.{fraction}").trim_end_matches('.').parse().ok()
}
