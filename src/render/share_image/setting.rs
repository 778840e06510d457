//! Text set into a box: broken into lines at the largest size that fits.
//!
//! In goes text that the face covers, out come lines with their outlines. Breaks are Unicode's (UAX 14), a word that is
//! wider than the box is broken anywhere, and what does not fit at the smallest size ends in an ellipsis. Text runs from
//! left to right: the face covers no other script.

use std::ops::Range;

use harfrust::font::glyph::outline::PathSink;
use unicode_linebreak::linebreaks;
use zeno::{Command, PathBuilder as _};

use super::face::{Face, Run};

/// Where text may stand, in pixels.
#[derive(Debug, Clone, Copy)]
pub(super) struct Frame {
    pub width: f32,
    pub height: f32,
    /// From one line to the next, in ems.
    pub leading: f32,
}

/// Text in lines.
pub(super) struct Setting<'a> {
    face: &'a Face,
    /// Of an em, in pixels.
    pub size: f32,
    pub lines: Vec<Run>,
}

/// What no line break parts.
struct Piece {
    /// In the text, with the blanks at its end.
    place: Range<usize>,
    /// With the blanks at its end and without, in units of the font.
    advance: i32,
    width: i32,
}

impl<'a> Setting<'a> {
    /// Sets text at the first of `sizes`, the largest first, at which all of it fits.
    pub(super) fn fit(face: &'a Face, text: &str, frame: Frame, sizes: &[f32]) -> Self {
        let smallest = sizes.last().copied().unwrap_or(1.0);
        let pieces = pieces(face, text, units(face, frame.width, smallest));
        for &size in sizes {
            let limit = units(face, frame.width, size);
            let lines = broken(&pieces, limit);
            if lines.len() <= most_lines(frame, size) && widest(&pieces, &lines) <= limit {
                let lines = balanced(&pieces, lines, limit);
                let line = |line: &Range<usize>| face.run(text_of(text, &pieces[line.clone()]));
                return Self { face, size, lines: lines.iter().map(line).collect() };
            }
        }
        Self { face, size: smallest, lines: cut(face, text, &pieces, frame, smallest) }
    }

    /// The lines' outlines, in pixels, the first line's feet at `baseline`.
    pub(super) fn outlines(&self, left: f32, baseline: f32, leading: f32) -> Vec<Command> {
        let scale = self.size / self.face.units();
        let mut pen = Pen { commands: Vec::new(), scale, left, baseline };
        for (index, line) in (0_u8..).zip(&self.lines) {
            let baseline = baseline + f32::from(index) * self.size * leading;
            for &(glyph, x, y) in &line.glyphs {
                (pen.left, pen.baseline) = (left + pixels(x, scale), baseline - pixels(y, scale));
                self.face.outline(glyph, &mut pen);
            }
        }
        pen.commands
    }
}

#[expect(clippy::cast_precision_loss, reason = "no line of text is as long as that")]
fn pixels(units: i32, scale: f32) -> f32 {
    units as f32 * scale
}

#[expect(clippy::cast_possible_truncation, reason = "rounded down on purpose, of a picture's width")]
fn units(face: &Face, width: f32, size: f32) -> i32 {
    (width * face.units() / size) as i32
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a few lines")]
fn most_lines(frame: Frame, size: f32) -> usize {
    (frame.height / (size * frame.leading)) as usize
}

fn text_of<'t>(text: &'t str, pieces: &[Piece]) -> &'t str {
    let (Some(first), Some(last)) = (pieces.first(), pieces.last()) else { return "" };
    text[first.place.start..last.place.end].trim_end()
}

/// The parts of a text, none wider than `limit`.
fn pieces(face: &Face, text: &str, limit: i32) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut start = 0;
    for (end, _) in linebreaks(text) {
        let mut rest = start..end;
        while !rest.is_empty() {
            let whole = piece(face, text, rest.clone());
            if whole.width <= limit {
                pieces.push(whole);
                break;
            }
            // Broken before the first letter that is too much, but never before a mark that stands on one.
            let letters = text[rest.clone()].char_indices().skip(1).filter(|(_, c)| !is_mark(*c));
            let breaks: Vec<usize> = letters.map(|(at, _)| rest.start + at).collect();
            let fits = breaks.partition_point(|&at| piece(face, text, rest.start..at).width <= limit);
            let at = breaks.get(fits.saturating_sub(1)).copied().unwrap_or(rest.end);
            pieces.push(piece(face, text, rest.start..at));
            rest.start = at;
        }
        start = end;
    }
    pieces
}

fn piece(face: &Face, text: &str, place: Range<usize>) -> Piece {
    let (advance, width) = (face.run(&text[place.clone()]).advance, face.run(text[place.clone()].trim_end()).advance);
    Piece { place, advance, width }
}

/// Combining diacritical marks.
fn is_mark(c: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&c)
}

/// Each line as full as it can be.
fn broken(pieces: &[Piece], limit: i32) -> Vec<Range<usize>> {
    let mut lines: Vec<Range<usize>> = Vec::new();
    let mut advance = 0;
    for (index, piece) in pieces.iter().enumerate() {
        match lines.last_mut() {
            Some(line) if advance + piece.width <= limit => line.end = index + 1,
            _ => {
                lines.push(index..index + 1);
                advance = 0;
            }
        }
        advance += piece.advance;
    }
    lines
}

/// As many lines, but of like lengths: those of the narrowest box that needs no more.
fn balanced(pieces: &[Piece], lines: Vec<Range<usize>>, limit: i32) -> Vec<Range<usize>> {
    let (mut least, mut most) = (0, limit);
    let mut best = lines;
    while most - least > limit / 64 {
        let middle = least.midpoint(most);
        let lines = broken(pieces, middle);
        if lines.len() <= best.len() && widest(pieces, &lines) <= middle {
            (best, most) = (lines, middle);
        } else {
            least = middle;
        }
    }
    best
}

fn widest(pieces: &[Piece], lines: &[Range<usize>]) -> i32 {
    let width = |line: &Range<usize>| {
        let before: i32 = pieces[line.start..line.end - 1].iter().map(|piece| piece.advance).sum();
        before + pieces[line.end - 1].width
    };
    lines.iter().map(width).max().unwrap_or(0)
}

/// The lines that fit, the last with an ellipsis.
fn cut(face: &Face, text: &str, pieces: &[Piece], frame: Frame, size: f32) -> Vec<Run> {
    let limit = units(face, frame.width, size);
    let lines = broken(pieces, limit);
    let shown = &lines[..lines.len().min(most_lines(frame, size).max(1))];
    let mut runs: Vec<Run> = shown.iter().map(|line| face.run(text_of(text, &pieces[line.clone()]))).collect();
    if let Some((run, line)) = runs.last_mut().zip(shown.last()) {
        let mut last = text_of(text, &pieces[line.clone()]);
        loop {
            *run = face.run(&format!("{}\u{2026}", last.trim_end_matches([' ', ',', '.', ':', ';', '-', '\u{2013}'])));
            let Some((at, _)) = last.char_indices().next_back().filter(|_| run.advance > limit) else { break };
            last = &last[..at];
        }
    }
    runs
}

/// Puts a glyph's outline, whose units point upwards, to its place on the canvas.
struct Pen {
    commands: Vec<Command>,
    scale: f32,
    left: f32,
    baseline: f32,
}

impl Pen {
    fn place(&self, x: f32, y: f32) -> [f32; 2] {
        [self.left + x * self.scale, self.baseline - y * self.scale]
    }
}

impl PathSink for Pen {
    fn move_to(&mut self, x: f32, y: f32) {
        let to = self.place(x, y);
        self.commands.move_to(to);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        let to = self.place(x, y);
        self.commands.line_to(to);
    }

    fn quad_to(&mut self, cx0: f32, cy0: f32, x: f32, y: f32) {
        let (control, to) = (self.place(cx0, cy0), self.place(x, y));
        self.commands.quad_to(control, to);
    }

    fn curve_to(&mut self, cx0: f32, cy0: f32, cx1: f32, cy1: f32, x: f32, y: f32) {
        let (first, second, to) = (self.place(cx0, cy0), self.place(cx1, cy1), self.place(x, y));
        self.commands.curve_to(first, second, to);
    }

    fn close(&mut self) {
        self.commands.close();
    }
}
