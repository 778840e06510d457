//! The parts of a picture's file, by what they are for.
//!
//! In go the bytes of a PNG, JPEG, GIF or WebP, out come its parts: those that draw it, those that say how it lies, and all
//! others, which nobody needs. What is kept is a list; whatever is not on it goes. A damaged file is read as far as it can
//! be followed, never further.

use std::ops::Range;

use image::metadata::Orientation;

use super::Kind;

/// A file taken apart.
pub(super) struct Container<'a> {
    kind: Kind,
    bytes: &'a [u8],
    kept: Vec<Range<usize>>,
    exif: Option<&'a [u8]>,
    /// Whether its end was there.
    pub is_complete: bool,
    pub is_animated: bool,
}

/// Chunks of a PNG that say how its pixels look, beside those without which it can't be read.
const PNG_LOOK: [&[u8; 4]; 13] = [
    b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"cICP", b"mDCV", b"cLLI", b"sBIT", b"pHYs", b"acTL", b"fcTL", b"fdAT",
];
/// Chunks of a WebP that draw it.
const WEBP_LOOK: [&[u8; 4]; 7] = [b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANIM", b"ANMF", b"ICCP"];
/// Extensions of a GIF that make it go round.
const GIF_LOOPS: [&[u8]; 2] = [b"NETSCAPE2.0", b"ANIMEXTS1.0"];

impl<'a> Container<'a> {
    pub(super) fn of(kind: Kind, bytes: &'a [u8]) -> Self {
        let mut container = Self { kind, bytes, kept: Vec::new(), exif: None, is_complete: false, is_animated: false };
        let read = match kind {
            Kind::Png => container.png(),
            Kind::Jpeg => container.jpeg(),
            Kind::Gif => container.gif(),
            Kind::WebP => container.webp(),
        };
        container.is_complete = read.is_some();
        container
    }

    /// How the picture has to be turned to be shown.
    pub(super) fn orientation(&self) -> Orientation {
        self.exif.and_then(Orientation::from_exif_chunk).unwrap_or(Orientation::NoTransforms)
    }

    /// The parts that draw the picture, and how it lies, where that matters.
    pub(super) fn stripped(&self) -> Vec<u8> {
        let exif = (self.orientation() != Orientation::NoTransforms).then(|| orientation_alone(self.orientation()));
        let mut out = Vec::with_capacity(self.bytes.len());
        for (index, part) in self.kept.iter().enumerate() {
            out.extend_from_slice(&self.bytes[part.clone()]);
            // Behind what must come first: the start of a JPEG, the signature and head of a PNG.
            match (self.kind, index, &exif) {
                (Kind::Jpeg, 0, Some(exif)) => out.extend(jpeg_segment(exif)),
                (Kind::Png, 1, Some(exif)) => out.extend(png_chunk(*b"eXIf", exif)),
                _ => {}
            }
        }
        if self.kind == Kind::WebP {
            complete_webp(&mut out, exif.as_deref());
        }
        out
    }

    fn keep(&mut self, part: Range<usize>) {
        self.kept.push(part.start..part.end.min(self.bytes.len()));
    }

    fn at(&self, range: Range<usize>) -> Option<&'a [u8]> {
        self.bytes.get(range)
    }

    /// PNG, third edition: a signature and chunks up to `IEND`.
    fn png(&mut self) -> Option<()> {
        self.keep(0..8);
        let mut at = 8;
        loop {
            let length = u32::from_be_bytes(self.at(at..at + 4)?.try_into().ok()?) as usize;
            let name: &[u8; 4] = self.at(at + 4..at + 8)?.try_into().ok()?;
            let data = at + 8..(at + 8).checked_add(length)?;
            let end = data.end.checked_add(4)?;
            if name == b"eXIf" {
                self.exif = self.at(data);
            } else if name[0].is_ascii_uppercase() || PNG_LOOK.contains(&name) {
                self.is_animated |= name == b"acTL";
                self.keep(at..end);
            }
            self.at(end - 1..end)?;
            at = end;
            if name == b"IEND" {
                return Some(());
            }
        }
    }

    /// JPEG, ISO 10918-1: segments and scans up to the end of the first image. What lies behind is another picture, such as
    /// a preview, or a film.
    fn jpeg(&mut self) -> Option<()> {
        self.keep(0..2);
        let mut at = 2;
        loop {
            while self.at(at..at + 1)? == [0xff] && self.at(at + 1..at + 2)? == [0xff] {
                at += 1;
            }
            let &[0xff, marker] = self.at(at..at + 2)? else { return None };
            if marker == 0xd9 {
                self.keep(at..at + 2);
                return Some(());
            }
            let length = usize::from(u16::from_be_bytes(self.at(at + 2..at + 4)?.try_into().ok()?)).max(2);
            let end = at + 2 + length;
            let data = self.at(at + 4..end)?;
            match marker {
                0xe1 if data.starts_with(b"Exif\0\0") && self.exif.is_none() => self.exif = data.get(6..),
                _ if is_kept(marker, data) => self.keep(at..end),
                _ => {}
            }
            at = if marker == 0xda { self.scan(end) } else { end };
        }
    }

    /// Keeps the data of a scan; where the next marker stands.
    fn scan(&mut self, start: usize) -> usize {
        let data = &self.bytes[start.min(self.bytes.len())..];
        // A zero behind it makes it a byte of data, and a restart is part of the scan.
        let is_marker = |pair: &[u8]| pair[0] == 0xff && !matches!(pair[1], 0x00 | 0xd0..=0xd7 | 0xff);
        let end = start + data.windows(2).position(is_marker).unwrap_or(data.len());
        self.keep(start..end);
        end
    }

    /// GIF, version 89a: a head, and blocks up to the trailer.
    fn gif(&mut self) -> Option<()> {
        let mut at = 13 + colours(*self.bytes.get(10)?);
        self.keep(0..at);
        let mut frames = 0;
        loop {
            let start = at;
            let is_kept = match self.at(at..at + 1)?[0] {
                0x3b => {
                    self.keep(at..at + 1);
                    return Some(());
                }
                0x2c => {
                    frames += 1;
                    self.is_animated = frames > 1;
                    at += 11 + colours(*self.bytes.get(at + 9)?);
                    true
                }
                0x21 => {
                    let label = *self.bytes.get(at + 1)?;
                    let application = self.at(at + 3..at + 14);
                    at += 2;
                    label == 0xf9 || label == 0xff && application.is_some_and(|name| GIF_LOOPS.contains(&name))
                }
                _ => return None,
            };
            // Its data, in blocks that each begin with their length; the last is empty.
            loop {
                let length = usize::from(*self.bytes.get(at)?);
                at += 1 + length;
                if length == 0 {
                    break;
                }
            }
            if is_kept {
                self.keep(start..at);
            }
        }
    }

    /// WebP, RFC 9649: chunks in a RIFF file, each of an even length.
    fn webp(&mut self) -> Option<()> {
        let size = u32::from_le_bytes(self.at(4..8)?.try_into().ok()?) as usize;
        let end = size.checked_add(8)?;
        self.keep(0..12);
        let mut at = 12;
        while at < end {
            let name: &[u8; 4] = self.at(at..at + 4)?.try_into().ok()?;
            let length = u32::from_le_bytes(self.at(at + 4..at + 8)?.try_into().ok()?) as usize;
            let data = at + 8..(at + 8).checked_add(length)?;
            let next = data.end.checked_add(length % 2)?;
            if name == b"EXIF" {
                let exif = self.at(data.clone())?;
                self.exif = Some(exif.strip_prefix(b"Exif\0\0").unwrap_or(exif));
            } else if WEBP_LOOK.contains(&name) {
                self.is_animated |= name == b"ANIM";
                self.keep(at..next);
            }
            self.at(at..data.end)?;
            at = next;
        }
        Some(())
    }
}

/// Whether a segment of a JPEG draws it: tables, frames and scans, and what says which colours these are.
fn is_kept(marker: u8, data: &[u8]) -> bool {
    match marker {
        0xc0..=0xcf | 0xda..=0xdf => true,
        0xe0 => data.starts_with(b"JFIF\0"),
        0xe2 => data.starts_with(b"ICC_PROFILE\0"),
        0xee => data.starts_with(b"Adobe"),
        _ => false,
    }
}

/// The bytes of a GIF's table of colours, by the flags before it.
fn colours(flags: u8) -> usize {
    if flags & 0x80 == 0 { 0 } else { 3 << ((flags & 7) + 1) }
}

/// Exif of one entry: how the picture lies (TIFF 6, tag 274).
fn orientation_alone(orientation: Orientation) -> Vec<u8> {
    let head = b"MM\0\x2a\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0";
    [&head[..], &[orientation.to_exif(), 0, 0, 0, 0, 0, 0]].concat()
}

fn jpeg_segment(exif: &[u8]) -> Vec<u8> {
    let length = u16::try_from(exif.len() + 8).unwrap_or(u16::MAX);
    [&[0xff, 0xe1], &length.to_be_bytes()[..], b"Exif\0\0", exif].concat()
}

fn png_chunk(name: [u8; 4], data: &[u8]) -> Vec<u8> {
    let mut checked = flate2::Crc::new();
    checked.update(&name);
    checked.update(data);
    let length = u32::try_from(data.len()).unwrap_or(u32::MAX);
    [&length.to_be_bytes()[..], &name, data, &checked.sum().to_be_bytes()].concat()
}

/// Puts the file's length, and what its head says of metadata, right again.
fn complete_webp(out: &mut Vec<u8>, exif: Option<&[u8]>) {
    const HAS_EXIF: u8 = 0x08;
    const HAS_XMP: u8 = 0x04;
    if out.get(12..16) == Some(b"VP8X") && out.len() > 20 {
        out[20] &= !(HAS_EXIF | HAS_XMP);
        if let Some(exif) = exif {
            out[20] |= HAS_EXIF;
            out.extend_from_slice(b"EXIF");
            out.extend_from_slice(&u32::try_from(exif.len()).unwrap_or(u32::MAX).to_le_bytes());
            out.extend_from_slice(exif);
        }
    }
    let length = u32::try_from(out.len().saturating_sub(8)).unwrap_or(u32::MAX);
    if let Some(size) = out.get_mut(4..8) {
        size.copy_from_slice(&length.to_le_bytes());
    }
}
