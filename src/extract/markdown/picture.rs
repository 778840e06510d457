//! Pictures that stand in the text as `data:` addresses, as Google Docs exports them, taken out as files.

use base64::Engine;
use base64::alphabet::STANDARD;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};

use crate::extract::Embedded;

/// Reads a `data:` address in base64. `None` where it is damaged, or no picture of a kind that is safe to publish: SVG
/// can hold script. The kind is told from the bytes, not from what the address claims.
pub(super) fn decode(url: &str) -> Option<Embedded> {
    let (header, data) = url.split_once(',')?;
    if !header.to_ascii_lowercase().trim_end().ends_with(";base64") {
        return None;
    }
    let bytes = if data.bytes().any(|b| b == b'%' || b.is_ascii_whitespace()) {
        ENGINE.decode(data.replace("%2B", "+").replace("%2F", "/").replace("%3D", "=").replace(char::is_whitespace, ""))
    } else {
        ENGINE.decode(data)
    };
    let bytes = bytes.ok()?;
    Some(Embedded { extension: kind(&bytes)?, bytes: bytes.into() })
}

const ENGINE: GeneralPurpose = GeneralPurpose::new(
    &STANDARD,
    GeneralPurposeConfig::new()
        .with_decode_padding_mode(DecodePaddingMode::Indifferent)
        .with_decode_allow_trailing_bits(true),
);

fn kind(bytes: &[u8]) -> Option<&'static str> {
    match bytes {
        [0x89, b'P', b'N', b'G', ..] => Some("png"),
        [0xff, 0xd8, 0xff, ..] => Some("jpg"),
        [b'G', b'I', b'F', b'8', ..] => Some("gif"),
        [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => Some("webp"),
        [_, _, _, _, b'f', b't', b'y', b'p', b'a', b'v', b'i', b'f' | b's', ..] => Some("avif"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn i6_a_picture_is_told_by_its_bytes() {
        let cases = [
            ("data:image/png;base64,iVBORw0KGgo=", Some("png")),
            ("data:image/png;base64,iVBORw0KGgo", Some("png")),
            ("DATA:image/png;charset=x;BASE64,iVBO Rw0KGgo%3D", Some("png")),
            ("data:image/png;base64,/9j/4AAQ", Some("jpg")),
            ("data:image/gif;base64,R0lGODlhAQ==", Some("gif")),
            ("data:image/svg+xml;base64,PHN2Zz48L3N2Zz4=", None),
            ("data:image/svg+xml,<svg/>", None),
            ("data:image/png;base64,####", None),
            ("data:image/png;base64", None),
        ];
        for (url, expected) in cases {
            assert_eq!(decode(url).map(|e| e.extension), expected, "{url}");
        }
    }
}
