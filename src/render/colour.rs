//! One brand colour becomes a scheme, light and dark, whose contrast is right by computation (T3).
//!
//! The hue stays, and as much of the chroma as the screen can show; the lightness is moved until text in the accent's
//! colour reads on paper and on tinted ground, and text on the accent reads as well. What is compared is what is
//! written: colours of eight bits.

use crate::config::Colour;

/// WCAG's AA for text.
const READABLE: f64 = 4.5;
/// Lightness and chroma of the grounds of `style.css`: `--paper` and `--tint`.
const LIGHT: [(f64, f64); 2] = [(0.985, 0.004), (0.955, 0.008)];
const DARK: [(f64, f64); 2] = [(0.185, 0.012), (0.235, 0.014)];

/// The same of its text on light paper: `--ink` and `--quiet`.
const INK: (f64, f64) = (0.23, 0.022);
const QUIET: (f64, f64) = (0.43, 0.022);

/// A colour by lightness, chroma, and hue in degrees.
#[derive(Debug, Clone, Copy)]
struct Oklch {
    lightness: f64,
    chroma: f64,
    hue: f64,
}

/// What colours are made of where a theme takes away the brand that `default` has.
const GREY: Colour = Colour { channels: [0x77; 3] };

/// The colours that follow from one.
#[derive(Debug, Clone, Copy)]
pub(super) struct Scheme {
    /// In whole degrees.
    hue: f64,
    /// For light surroundings.
    pub light: Colours,
    /// For dark ones.
    pub dark: Colours,
}

/// The colours of one scheme.
#[derive(Debug, Clone, Copy)]
pub(super) struct Colours {
    /// The ground of pages.
    pub paper: Colour,
    /// Links, buttons and marks.
    pub accent: Colour,
    /// Text on that.
    pub on_accent: Colour,
}

impl Scheme {
    /// The scheme of a brand colour.
    pub(super) fn of(brand: Option<Colour>) -> Self {
        let brand = Oklch::from(brand.unwrap_or(GREY));
        Self { hue: brand.hue.round(), light: light(brand), dark: dark(brand) }
    }

    /// Its tones of pictures.
    pub(super) fn tones(&self) -> Tones {
        let tone = |(lightness, chroma)| Colour::from(Oklch { lightness, chroma, hue: self.hue });
        Tones { paper: tone(LIGHT[0]), ink: tone(INK), quiet: tone(QUIET), accent: self.light.accent }
    }

    /// Its custom properties, to be put after a theme's own.
    pub(super) fn css(&self) -> String {
        let Self { hue, light, dark } = self;
        format!(
            "\n@layer theme {{\n  :root {{ --hue: {hue}; --accent: {}; --on-accent: {}; }}\n  \
             @media (prefers-color-scheme: dark) {{\n    :root {{ --accent: {}; --on-accent: {}; }}\n  }}\n}}\n",
            light.accent, light.on_accent, dark.accent, dark.on_accent
        )
    }
}

/// The colours of the light scheme, for pictures: they can't follow what their reader prefers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Tones {
    pub paper: Colour,
    pub ink: Colour,
    pub quiet: Colour,
    pub accent: Colour,
}

/// The accent is looked for on the way down to black.
fn light(brand: Oklch) -> Colours {
    let [paper, tint] = grounds(LIGHT, brand.hue);
    let accent = readable(Oklch { lightness: brand.lightness.min(0.58), ..brand }, -0.005, tint);
    Colours { paper, accent, on_accent: paper }
}

/// The accent is looked for on the way up to white.
fn dark(brand: Oklch) -> Colours {
    let [paper, tint] = grounds(DARK, brand.hue);
    let start = Oklch { lightness: brand.lightness.max(0.76), chroma: brand.chroma.min(0.15), ..brand };
    Colours { paper, accent: readable(start, 0.005, tint), on_accent: paper }
}

fn grounds(grounds: [(f64, f64); 2], hue: f64) -> [Colour; 2] {
    grounds.map(|(lightness, chroma)| Colour::from(Oklch { lightness, chroma, hue }))
}

/// The first colour on the way to black or white that can be read on a ground.
fn readable(start: Oklch, step: f64, ground: Colour) -> Colour {
    let mut colour = start;
    loop {
        let shown = Colour::from(colour);
        if contrast(shown, ground) >= READABLE || !(0.0..=1.0).contains(&colour.lightness) {
            return shown;
        }
        colour.lightness += step;
    }
}

/// WCAG's contrast of two colours, from 1 to 21.
fn contrast(a: Colour, b: Colour) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

fn luminance(colour: Colour) -> f64 {
    let [red, green, blue] = colour.channels.map(linear);
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

fn linear(channel: u8) -> f64 {
    let channel = f64::from(channel) / 255.0;
    if channel <= 0.04045 { channel / 12.92 } else { ((channel + 0.055) / 1.055).powf(2.4) }
}

impl From<Colour> for Oklch {
    fn from(colour: Colour) -> Self {
        let [red, green, blue] = colour.channels.map(linear);
        let long = (0.412_221_470_8 * red + 0.536_332_536_3 * green + 0.051_445_992_9 * blue).cbrt();
        let medium = (0.211_903_498_2 * red + 0.680_699_545_1 * green + 0.107_396_956_6 * blue).cbrt();
        let short = (0.088_302_461_9 * red + 0.281_718_837_6 * green + 0.629_978_700_5 * blue).cbrt();
        let lightness = 0.210_454_255_3 * long + 0.793_617_785_0 * medium - 0.004_072_046_8 * short;
        let green_red = 1.977_998_495_1 * long - 2.428_592_205_0 * medium + 0.450_593_709_9 * short;
        let blue_yellow = 0.025_904_037_1 * long + 0.782_771_766_2 * medium - 0.808_675_766_0 * short;
        let hue = blue_yellow.atan2(green_red).to_degrees().rem_euclid(360.0);
        Self { lightness, chroma: green_red.hypot(blue_yellow), hue }
    }
}

impl From<Oklch> for Colour {
    /// With as much chroma as the screen can show.
    fn from(colour: Oklch) -> Self {
        let mut colour = Oklch { lightness: colour.lightness.clamp(0.0, 1.0), ..colour };
        while colour.chroma > 0.0 && linear_channels(colour).iter().any(|c| !(-1e-4..=1.0001).contains(c)) {
            colour.chroma = (colour.chroma - 0.002).max(0.0);
        }
        Self { channels: linear_channels(colour).map(encoded) }
    }
}

fn linear_channels(colour: Oklch) -> [f64; 3] {
    let (sine, cosine) = colour.hue.to_radians().sin_cos();
    let (green_red, blue_yellow) = (colour.chroma * cosine, colour.chroma * sine);
    let long = (colour.lightness + 0.396_337_777_4 * green_red + 0.215_803_757_3 * blue_yellow).powi(3);
    let medium = (colour.lightness - 0.105_561_345_8 * green_red - 0.063_854_172_8 * blue_yellow).powi(3);
    let short = (colour.lightness - 0.089_484_177_5 * green_red - 1.291_485_548_0 * blue_yellow).powi(3);
    [
        4.076_741_662_1 * long - 3.307_711_591_3 * medium + 0.230_969_929_2 * short,
        -1.268_438_004_6 * long + 2.609_757_401_1 * medium - 0.341_319_396_5 * short,
        -0.004_196_086_3 * long - 0.703_418_614_7 * medium + 1.707_614_701_0 * short,
    ]
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to what a byte can hold")]
fn encoded(channel: f64) -> u8 {
    let channel = channel.clamp(0.0, 1.0);
    let channel = if channel <= 0.003_130_8 { channel * 12.92 } else { 1.055 * channel.powf(1.0 / 2.4) - 0.055 };
    (channel * 255.0).round() as u8
}

#[cfg(test)]
mod tests;
