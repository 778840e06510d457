//! A picture of a few inks on paper, and its PNG.
//!
//! In go outlines, each in one ink; out come the bytes of a PNG with a palette: every pixel is a step of the way from
//! paper to one ink, so that it takes one byte, which is what makes drawing and packing quick. Inks do not mix: where two
//! meet, the later one stands. Nothing here depends on the processor: coverage is computed without its vectors.

use zeno::{Command, Mask, Origin};

use crate::config::Colour;

/// Steps from paper to an ink.
const STEPS: u8 = 63;

/// What is drawn on.
pub(super) struct Canvas {
    width: u32,
    height: u32,
    /// Indexes into the palette.
    pixels: Vec<u8>,
    paper: Colour,
    inks: Vec<Colour>,
}

impl Canvas {
    /// Blank paper, of a size in pixels, and at most four inks.
    pub(super) fn new(width: u32, height: u32, paper: Colour, inks: Vec<Colour>) -> Self {
        debug_assert!(inks.len() * usize::from(STEPS) < 256, "a palette has 256 colours");
        Self { width, height, pixels: vec![0; (width * height) as usize], paper, inks }
    }

    /// Fills outlines, in pixels from the upper left corner down, with an ink. What lies outside is cut.
    pub(super) fn fill(&mut self, outlines: &[Command], ink: u8) {
        let (coverage, place) = Mask::new(outlines).origin(Origin::TopLeft).render();
        let (width, first) = (self.width as usize, ink * STEPS);
        for (row, y) in coverage.chunks_exact((place.width as usize).max(1)).zip(place.top..) {
            let Some(line) = usize::try_from(y).ok().and_then(|y| self.pixels.chunks_exact_mut(width).nth(y)) else {
                continue;
            };
            for (&covered, x) in row.iter().zip(place.left..) {
                let step = u8::try_from(u16::from(covered) * u16::from(STEPS) / 255).unwrap_or(STEPS);
                let pixel = usize::try_from(x).ok().and_then(|x| line.get_mut(x));
                if let Some(pixel) = pixel.filter(|_| step > 0) {
                    let known = pixel.checked_sub(first).filter(|known| *known <= STEPS).unwrap_or(0);
                    *pixel = first + step.max(known);
                }
            }
        }
    }

    /// The picture as a PNG.
    pub(super) fn png(&self) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(32 * 1024);
        let mut encoder = png::Encoder::new(&mut bytes, self.width, self.height);
        encoder.set_color(png::ColorType::Indexed);
        encoder.set_depth(png::BitDepth::Eight);
        encoder.set_palette(self.palette());
        encoder.set_filter(png::Filter::NoFilter);
        encoder.set_deflate_compression(png::DeflateCompression::Level(2));
        // Cannot fail: it is written to memory, and the palette is there.
        let written = encoder.write_header().and_then(|mut writer| {
            writer.write_image_data(&self.pixels)?;
            writer.finish()
        });
        debug_assert!(written.is_ok(), "{written:?}");
        bytes
    }

    fn palette(&self) -> Vec<u8> {
        let steps = self.inks.iter().flat_map(|ink| (1..=STEPS).map(move |step| (ink, step)));
        let mixed = steps.flat_map(|(ink, step)| {
            let mix = |(from, to): (u8, u8)| {
                let (from, to, step) = (u16::from(from), u16::from(to), u16::from(step));
                let steps = u16::from(STEPS);
                u8::try_from((from * (steps - step) + to * step + steps / 2) / steps).unwrap_or(u8::MAX)
            };
            std::array::from_fn::<u8, 3, _>(|i| mix((self.paper.channels[i], ink.channels[i])))
        });
        self.paper.channels.into_iter().chain(mixed).collect()
    }

    /// The smallest box around all that has been drawn: left, top, right and bottom.
    #[cfg(test)]
    pub(super) fn drawn(&self) -> [u32; 4] {
        let places = self.pixels.iter().zip(0..).filter(|(pixel, _)| **pixel > 0);
        places
            .map(|(_, at): (_, u32)| (at % self.width, at / self.width))
            .fold([self.width, self.height, 0, 0], |[left, top, right, bottom], (x, y)| {
                [left.min(x), top.min(y), right.max(x + 1), bottom.max(y + 1)]
            })
    }
}
