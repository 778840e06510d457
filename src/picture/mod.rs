//! What is in the bytes of a picture, and the forms that a site publishes it in.
//!
//! In go the bytes of a file, out come its size as it is shown and the widths to publish it at, told from its head alone, so
//! that a page can be rendered before they are made; and, when somebody asks, the bytes of each. What a camera or a
//! program wrote into the file beside the picture is never in them, and what a picture claims of its size is believed only
//! within limits. Pure, and the same on every machine: nothing is computed with vectors of the processor.

mod container;
mod make;
mod svg;

pub use self::svg::size as svg_size;

use image::metadata::Orientation;

use self::container::Container;

/// Widths in pixels that large pictures are published at.
const WIDTHS: [u32; 3] = [480, 960, 1600];
/// More pixels than this are not unpacked: a file of a few bytes can claim any size.
const MOST_PIXELS: u64 = 50_000_000;
/// To be raised whenever the same bytes give other forms: their names change with it.
const REVISION: u8 = 1;

/// A picture, as its head describes it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    kind: Kind,
    /// As it is shown, in pixels.
    pub width: u32,
    /// As it is shown, in pixels.
    pub height: u32,
    /// How it lies in the file.
    orientation: Orientation,
    is_animated: bool,
}

/// The formats that browsers show and this module understands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Png,
    Jpeg,
    Gif,
    WebP,
}

/// One form of a picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Form {
    /// In pixels.
    pub width: u32,
    /// In pixels.
    pub height: u32,
    is_whole: bool,
}

impl Form {
    /// Whether it is the picture in its own size.
    pub fn is_whole(self) -> bool {
        self.is_whole
    }
}

/// Why a picture is published in its own size alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// It ends before its end.
    CutShort,
    /// What it holds is not what its head says.
    Damaged,
    /// It has more pixels than are unpacked.
    TooLarge,
}

impl Picture {
    /// Reads the head of a file; `None` for one that is no picture of a kind that is understood.
    pub fn read(bytes: &[u8]) -> Option<Result<Self, Refusal>> {
        let kind = Kind::of(bytes)?;
        let container = Container::of(kind, bytes);
        let size = imagesize::blob_size(bytes).ok();
        let size = size.and_then(|size| Some((u32::try_from(size.width).ok()?, u32::try_from(size.height).ok()?)));
        Some(match size.filter(|(width, height)| *width > 0 && *height > 0) {
            None => Err(Refusal::Damaged),
            Some(_) if !container.is_complete => Err(Refusal::CutShort),
            Some((width, height)) if u64::from(width) * u64::from(height) > MOST_PIXELS => Err(Refusal::TooLarge),
            Some(size) => {
                let orientation = container.orientation();
                let (width, height) = if is_across(orientation) { (size.1, size.0) } else { size };
                Ok(Self { kind, width, height, orientation, is_animated: container.is_animated })
            }
        })
    }

    /// The forms to publish, the smallest first; the last is the one for whoever takes only one.
    pub fn forms(&self) -> Vec<Form> {
        let whole = Form { width: self.width, height: self.height, is_whole: true };
        if self.is_animated || !matches!(self.kind, Kind::Png | Kind::Jpeg) {
            return vec![whole];
        }
        // One that is hardly smaller than the whole is worth no file.
        let worth = WIDTHS.into_iter().filter(|width| u64::from(*width) * 5 <= u64::from(self.width) * 4);
        let scaled = |width: u32| {
            let height = (u64::from(self.height) * u64::from(width)).div_ceil(u64::from(self.width));
            Form { width, height: u32::try_from(height).unwrap_or(self.height), is_whole: false }
        };
        let mut forms: Vec<Form> = worth.map(scaled).collect();
        if forms.len() < WIDTHS.len() {
            forms.push(whole);
        }
        forms
    }
}

/// The bytes of a file without what a camera or a program wrote beside the picture: place, time, device, comments. Files
/// that are no picture of a kind that is understood stay as they are.
pub fn stripped(bytes: Vec<u8>) -> Vec<u8> {
    match Kind::of(&bytes) {
        Some(kind) => Container::of(kind, &bytes).stripped(),
        None => bytes,
    }
}

/// Names what is made of a file: a hash of its bytes and of the way forms are made.
pub fn hash(bytes: &[u8]) -> String {
    blake3::Hasher::new().update(bytes).update(&[REVISION]).finalize().to_hex()[..10].to_owned()
}

impl Kind {
    fn of(bytes: &[u8]) -> Option<Self> {
        match bytes {
            [0x89, b'P', b'N', b'G', 0x0d, 0x0a, 0x1a, 0x0a, ..] => Some(Self::Png),
            [0xff, 0xd8, 0xff, ..] => Some(Self::Jpeg),
            [b'G', b'I', b'F', b'8', b'7' | b'9', b'a', ..] => Some(Self::Gif),
            [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => Some(Self::WebP),
            _ => None,
        }
    }
}

impl Refusal {
    /// What is the case, to stand behind "the picture".
    pub fn describe(self) -> &'static str {
        match self {
            Self::CutShort => "is cut short",
            Self::Damaged => "cannot be read",
            Self::TooLarge => "has more than 50 megapixels",
        }
    }
}

/// Whether what lies across in the file stands upright when it is shown.
fn is_across(orientation: Orientation) -> bool {
    use Orientation::{Rotate90, Rotate90FlipH, Rotate270, Rotate270FlipH};
    matches!(orientation, Rotate90 | Rotate270 | Rotate90FlipH | Rotate270FlipH)
}

#[cfg(test)]
mod tests;
