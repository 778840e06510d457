//! The forms of a picture as bytes: unpacked, turned upright, made smaller, and packed again in its own format.
//!
//! There is no form in WebP: what can be written without a C library is lossless alone, and larger than a photograph. Where
//! a smaller picture would be the larger file, the whole one takes its place.

use std::io::Cursor;

use image::codecs::png::{CompressionType, FilterType, PngDecoder, PngEncoder};
use image::metadata::Orientation;
use image::{DynamicImage, GrayImage, ImageDecoder as _, ImageEncoder as _, Limits, RgbImage};
use jpeg_decoder::{Decoder, PixelFormat};
use jpeg_encoder::{Encoder, SamplingFactor};

use super::container::Container;
use super::{Form, Kind, Picture, Refusal};

/// How much of a photograph stays, of 100.
const QUALITY: u8 = 82;

/// An unpacked picture, upright.
struct Pixels {
    image: DynamicImage,
    /// Which colours they are, where that is not sRGB.
    profile: Option<Vec<u8>>,
}

impl Picture {
    /// Makes forms of the picture, from the bytes that it was read from.
    ///
    /// # Errors
    /// [`Refusal::Damaged`], where the bytes are not what their head promises; `stripped` is what is left to publish.
    pub fn make(&self, bytes: &[u8], forms: &[Form]) -> Result<Vec<Vec<u8>>, Refusal> {
        let whole = Container::of(self.kind, bytes).stripped();
        if self.orientation == Orientation::NoTransforms && forms.iter().all(|form| form.is_whole) {
            return Ok(forms.iter().map(|_| whole.clone()).collect());
        }
        let unpacked = match self.kind {
            Kind::Jpeg => unpacked_jpeg(bytes),
            Kind::Png => unpacked_png(bytes),
            Kind::Gif | Kind::WebP => return Ok(forms.iter().map(|_| whole.clone()).collect()),
        };
        let mut pixels = unpacked.ok_or(Refusal::Damaged)?;
        pixels.image.apply_orientation(self.orientation);
        if (pixels.image.width(), pixels.image.height()) != (self.width, self.height) {
            return Err(Refusal::Damaged);
        }
        forms.iter().map(|form| self.form(&pixels, *form, &whole).ok_or(Refusal::Damaged)).collect()
    }

    fn form(&self, pixels: &Pixels, form: Form, whole: &[u8]) -> Option<Vec<u8>> {
        if form.is_whole && self.orientation == Orientation::NoTransforms {
            return Some(whole.to_vec());
        }
        let scaled;
        let image = if form.is_whole {
            &pixels.image
        } else {
            scaled = pixels.image.thumbnail_exact(form.width, form.height);
            &scaled
        };
        let packed = match self.kind {
            Kind::Jpeg => packed_jpeg(image, pixels.profile.as_deref())?,
            _ => packed_png(image, pixels.profile.clone())?,
        };
        Some(if packed.len() < whole.len() || form.is_whole { packed } else { whole.to_vec() })
    }
}

fn unpacked_jpeg(bytes: &[u8]) -> Option<Pixels> {
    let mut decoder = Decoder::new(bytes);
    let pixels = decoder.decode().ok()?;
    let info = decoder.info()?;
    let (width, height) = (info.width.into(), info.height.into());
    let image = match info.pixel_format {
        PixelFormat::L8 => DynamicImage::ImageLuma8(GrayImage::from_raw(width, height, pixels)?),
        PixelFormat::RGB24 => DynamicImage::ImageRgb8(RgbImage::from_raw(width, height, pixels)?),
        // Inks of a printer, and medicine: nothing that a phone or a program for screens writes.
        PixelFormat::CMYK32 | PixelFormat::L16 => return None,
    };
    let is_grey = info.pixel_format == PixelFormat::L8;
    Some(Pixels { profile: decoder.icc_profile().filter(|profile| is_of(profile, is_grey)), image })
}

/// Whether a profile describes such colours.
fn is_of(profile: &[u8], is_grey: bool) -> bool {
    profile.get(16..20) == Some(if is_grey { b"GRAY" } else { b"RGB " })
}

fn unpacked_png(bytes: &[u8]) -> Option<Pixels> {
    let mut decoder = PngDecoder::with_limits(Cursor::new(bytes), Limits::default()).ok()?;
    let profile = decoder.icc_profile().ok()?;
    let image = DynamicImage::from_decoder(decoder).ok()?;
    let image = match image {
        DynamicImage::ImageLuma16(_) => image.into_luma8().into(),
        DynamicImage::ImageRgb16(_) => image.into_rgb8().into(),
        DynamicImage::ImageLumaA16(_) | DynamicImage::ImageRgba16(_) => image.into_rgba8().into(),
        image => image,
    };
    Some(Pixels { image, profile })
}

fn packed_jpeg(image: &DynamicImage, profile: Option<&[u8]>) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    let mut encoder = Encoder::new(&mut bytes, QUALITY);
    encoder.set_sampling_factor(SamplingFactor::R_4_2_0);
    encoder.set_optimized_huffman_tables(true);
    if let Some(profile) = profile {
        // One that is too long for a JPEG can't have come from one.
        encoder.add_icc_profile(profile).ok()?;
    }
    let (width, height) = (u16::try_from(image.width()).ok()?, u16::try_from(image.height()).ok()?);
    let colours = match image {
        DynamicImage::ImageLuma8(_) => jpeg_encoder::ColorType::Luma,
        _ => jpeg_encoder::ColorType::Rgb,
    };
    encoder.encode(image.as_bytes(), width, height, colours).ok()?;
    Some(bytes)
}

fn packed_png(image: &DynamicImage, profile: Option<Vec<u8>>) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    let mut encoder = PngEncoder::new_with_quality(&mut bytes, CompressionType::Default, FilterType::Adaptive);
    if let Some(profile) = profile {
        encoder.set_icc_profile(profile).ok()?;
    }
    encoder.write_image(image.as_bytes(), image.width(), image.height(), image.color().into()).ok()?;
    Some(bytes)
}
