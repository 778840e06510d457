//! One brand colour becomes a scheme, light and dark, whose contrast is right by computation (T3).
//!
//! The hue stays, and as much of the chroma as the screen can show; the lightness is moved until text in the accent's
//! colour reads on paper and on tinted ground, and text on the accent reads as well. What is compared is what is
//! written: colours of eight bits.

use std::fmt::Write as _;

use crate::config::Colour;

/// WCAG's AA for text.
const READABLE: f64 = 4.5;
/// Lightness and chroma of the grounds of `style.css`: `--paper` and `--tint`.
const LIGHT: [(f64, f64); 2] = [(0.985, 0.004), (0.955, 0.008)];
const DARK: [(f64, f64); 2] = [(0.185, 0.012), (0.235, 0.014)];

/// The same of its text on light paper: `--ink` and `--quiet`.
const INK: (f64, f64) = (0.23, 0.022);
const QUIET: (f64, f64) = (0.43, 0.022);
/// The accent of `style.css`.
const OWN: Oklch = Oklch { lightness: 0.46, chroma: 0.17, hue: 262.0 };

/// A colour by lightness, chroma, and hue in degrees.
#[derive(Debug, Clone, Copy)]
struct Oklch {
    lightness: f64,
    chroma: f64,
    hue: f64,
}

/// The custom properties of a brand colour, to be put after a theme's own.
pub(super) fn scheme(brand: Colour) -> String {
    let brand = Oklch::from(brand);
    let hue = brand.hue.round();
    let (light, on_light) = light(brand);
    let (dark, on_dark) = dark(brand);
    let mut css = String::new();
    let _ = write!(
        css,
        "\n@layer theme {{\n  :root {{ --hue: {hue}; --accent: {light}; --on-accent: {on_light}; }}\n  \
         @media (prefers-color-scheme: dark) {{\n    :root {{ --accent: {dark}; --on-accent: {on_dark}; }}\n  }}\n}}\n"
    );
    css
}

/// The colours of the light scheme, for pictures: they can't follow what their reader prefers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Tones {
    pub paper: Colour,
    pub ink: Colour,
    pub quiet: Colour,
    pub accent: Colour,
}

/// The tones of a brand colour; without one, those of `style.css`.
pub(super) fn tones(brand: Option<Colour>) -> Tones {
    let brand = brand.map_or(OWN, Oklch::from);
    let hue = brand.hue.round();
    let tone = |(lightness, chroma)| Colour::from(Oklch { lightness, chroma, hue });
    Tones { paper: tone(LIGHT[0]), ink: tone(INK), quiet: tone(QUIET), accent: light(brand).0 }
}

/// The accent on light paper, and the colour of text on it.
fn light(brand: Oklch) -> (Colour, Colour) {
    let [paper, tint] = grounds(LIGHT, brand.hue);
    let accent = readable(Oklch { lightness: brand.lightness.min(0.58), ..brand }, -0.005, tint);
    (accent, paper)
}

/// The accent on dark paper, and the colour of text on it.
fn dark(brand: Oklch) -> (Colour, Colour) {
    let [paper, tint] = grounds(DARK, brand.hue);
    let start = Oklch { lightness: brand.lightness.max(0.76), chroma: brand.chroma.min(0.15), ..brand };
    (readable(start, 0.005, tint), paper)
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
mod tests {
    use super::*;

    fn colour(text: &str) -> Colour {
        Colour::parse(text).expect("a colour")
    }

    #[test]
    fn contrast_is_that_of_wcag() {
        for (a, b, ratio) in [("#000", "#fff", 21.0), ("#767676", "#fff", 4.54), ("#fff", "#fff", 1.0)] {
            assert!((contrast(colour(a), colour(b)) - ratio).abs() < 0.01, "{a} {b}");
        }
    }

    #[test]
    fn a_colour_survives_the_way_there_and_back() {
        for text in ["#000000", "#ffffff", "#0a7d55", "#ff0000", "#0000ff", "#fafa00"] {
            assert_eq!(Colour::from(Oklch::from(colour(text))).to_string(), text);
        }
    }

    #[test]
    fn t3_any_brand_colour_gives_readable_text_on_every_ground_in_both_schemes() {
        // A linear congruential generator: the same 600 colours on every run.
        let mut state: u32 = 2026;
        let mut channel = || {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            state.to_be_bytes()[0]
        };
        let random: Vec<Colour> = (0..600).map(|_| Colour { channels: [channel(), channel(), channel()] }).collect();
        let edges = ["#000", "#fff", "#ff0", "#00f", "#0ff", "#f00", "#808080"].map(colour);
        for brand in random.into_iter().chain(edges) {
            let oklch = Oklch::from(brand);
            for ((accent, on_accent), scheme) in [(light(oklch), LIGHT), (dark(oklch), DARK)] {
                for ground in grounds(scheme, oklch.hue) {
                    assert!(contrast(accent, ground) >= READABLE, "{accent} on {ground}, from {brand}");
                }
                assert!(contrast(on_accent, accent) >= READABLE, "{on_accent} on {accent}, from {brand}");
            }
        }
    }

    #[test]
    fn t3_a_brand_colour_that_reads_well_is_kept_as_it_is() {
        assert!(scheme(colour("#0a7d55")).contains("--accent: #0a7d55; --on-accent:"), "{}", scheme(colour("#0a7d55")));
    }

    #[test]
    fn t3_the_grounds_are_those_of_the_stylesheet() {
        let style = include_str!("../../themes/default/style.css");
        for (name, (lightness, chroma)) in
            [("paper", LIGHT[0]), ("tint", LIGHT[1]), ("paper", DARK[0]), ("tint", DARK[1])]
        {
            let line = format!("--{name}: oklch({:.1}% {chroma} var(--hue));", lightness * 100.0);
            assert!(style.contains(&line), "{line}");
        }
    }
}
