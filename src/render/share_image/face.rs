//! The typeface of share images: what it covers, and text as a row of its glyphs.
//!
//! In goes text, out come glyphs with their places, in units of the font, and outlines of glyphs. The fonts are part of
//! the program, so that every machine draws the same; docs/pictures.md tells how they were made.

use std::sync::LazyLock;

use harfrust::font::Font;
use harfrust::font::glyph::outline::{DrawMemory, DrawOptions, PathSink};
use harfrust::{Buffer, GlyphId, ShapeOptions, ShaperFont, shape};

/// A weight of the typeface.
pub(super) struct Face {
    font: Font,
    /// What is added between letters, in units of the font.
    tracking: i32,
}

/// A row of glyphs, in units of the font.
#[derive(Debug, Clone, Default)]
pub(super) struct Run {
    /// Each glyph with the place of its origin.
    pub glyphs: Vec<(GlyphId, i32, i32)>,
    /// How far the next run stands from the beginning of this one.
    pub advance: i32,
}

/// For titles, a little tighter, as headings are on the page.
pub(super) static SEMI_BOLD: LazyLock<Face> =
    LazyLock::new(|| Face::new(include_bytes!("../../../fonts/Inter-SemiBold.ttf"), -36));
/// For all else.
pub(super) static REGULAR: LazyLock<Face> =
    LazyLock::new(|| Face::new(include_bytes!("../../../fonts/Inter-Regular.ttf"), -12));

impl Face {
    fn new(data: &'static [u8], tracking: i32) -> Self {
        // Cannot fail: the fonts are constants, and every card is drawn with both.
        let font = Font::new(data, 0).expect("the font in the program is a font");
        Self { font, tracking }
    }

    /// How many of the font's units an em has.
    pub(super) fn units(&self) -> f32 {
        f32::from(self.font.units_per_em())
    }

    /// Whether there is a glyph for each character.
    pub(super) fn covers(&self, text: &str) -> bool {
        let charmap = self.font.charmap();
        text.chars().all(|c| charmap.map_unicode(c).is_some())
    }

    /// Sets text in one line.
    pub(super) fn run(&self, text: &str) -> Run {
        let mut buffer = Buffer::new();
        buffer.push_str(text);
        buffer.guess_segment_properties();
        let mut run = Run::default();
        if shape(&ShaperFont::new(&self.font), &mut buffer, ShapeOptions::new()).is_err() {
            return run;
        }
        for (glyph, place) in buffer.glyph_infos().iter().zip(buffer.glyph_positions()) {
            run.glyphs.push((glyph.glyph_id.into(), run.advance + place.x_offset, place.y_offset));
            // A mark stands on the letter before it.
            let tracking = if place.x_advance > 0 { self.tracking } else { 0 };
            run.advance += place.x_advance + tracking;
        }
        run
    }

    /// Draws the outline of a glyph, in units of the font, upwards.
    pub(super) fn outline(&self, glyph: GlyphId, sink: &mut impl PathSink) {
        if let Some(outline) = self.font.outline_glyphs().get(glyph) {
            // A glyph that can't be drawn is one that the font leaves empty.
            _ = outline.draw(&DrawOptions::new(), DrawMemory::default(), sink);
        }
    }
}
