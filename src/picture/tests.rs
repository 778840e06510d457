use std::io::Cursor;

use image::{DynamicImage, ImageFormat, RgbImage};
use proptest::prelude::*;

use super::*;

/// A picture whose upper left quarter is red, the rest a ramp.
fn painted(width: u32, height: u32) -> RgbImage {
    RgbImage::from_fn(width, height, |x, y| {
        let shade = u8::try_from((x + y) * 255 / (width + height)).unwrap_or(u8::MAX);
        image::Rgb(if x < width / 2 && y < height / 2 { [230, 20, 30] } else { [shade, shade, 200] })
    })
}

fn png(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = Vec::new();
    painted(width, height).write_to(&mut Cursor::new(&mut bytes), ImageFormat::Png).expect("a PNG");
    bytes
}

fn jpeg(width: u16, height: u16) -> Vec<u8> {
    let mut bytes = Vec::new();
    let pixels = painted(width.into(), height.into());
    jpeg_encoder::Encoder::new(&mut bytes, 90)
        .encode(&pixels, width, height, jpeg_encoder::ColorType::Rgb)
        .expect("a JPEG");
    bytes
}

/// Exif as cameras write it: how the picture lies, and behind it what nobody else should know.
fn exif(orientation: u8) -> Vec<u8> {
    let head = b"MM\0\x2a\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0";
    [&head[..], &[orientation, 0, 0, 0, 0, 0, 0], b"GPS 52.5 N 13.4 E"].concat()
}

fn segment(marker: u8, data: &[u8]) -> Vec<u8> {
    let length = u16::try_from(data.len() + 2).expect("a short segment").to_be_bytes();
    [&[0xff, marker], &length[..], data].concat()
}

/// A JPEG as a phone writes it, with a preview behind its end.
fn photo(width: u16, height: u16, orientation: u8) -> Vec<u8> {
    let bytes = jpeg(width, height);
    let exif = segment(0xe1, &[&b"Exif\0\0"[..], &exif(orientation)].concat());
    let xmp = segment(0xe1, b"http://ns.adobe.com/xap/1.0/\0GPS");
    let comment = segment(0xfe, b"GPS");
    [&bytes[..2], &exif, &xmp, &comment, &bytes[2..], b"\xff\xd8 preview GPS"].concat()
}

fn chunk(name: [u8; 4], data: &[u8]) -> Vec<u8> {
    let mut sum = flate2::Crc::new();
    sum.update(&name);
    sum.update(data);
    let length = u32::try_from(data.len()).expect("a short chunk").to_be_bytes();
    [&length[..], &name, data, &sum.sum().to_be_bytes()].concat()
}

/// A PNG with Exif, a text, and bytes behind its end.
fn screenshot(width: u32, height: u32, orientation: u8) -> Vec<u8> {
    let bytes = png(width, height);
    let (head, rest) = bytes.split_at(33);
    [head, &chunk(*b"eXIf", &exif(orientation)), &chunk(*b"tEXt", b"Comment\0GPS"), rest, b"GPS"].concat()
}

/// A WebP of one lossless pixel with Exif and XMP.
fn webp(orientation: u8) -> Vec<u8> {
    let part = |name: &[u8], data: &[u8]| {
        let length = u32::try_from(data.len()).expect("a short chunk").to_le_bytes();
        let pad: &[u8] = if data.len() % 2 == 1 { &[0] } else { &[] };
        [name, &length[..], data, pad].concat()
    };
    let pixel = [0x2f, 0, 0, 0, 0, 0x07, 0x10, 0x11, 0x11, 0x88, 0x88, 0xfe, 0x07, 0];
    let parts = [
        part(b"VP8X", &[0x0c, 0, 0, 0, 0, 0, 0, 0, 0, 0]),
        part(b"VP8L", &pixel),
        part(b"EXIF", &exif(orientation)),
        part(b"XMP ", b"GPS"),
    ]
    .concat();
    let length = u32::try_from(parts.len() + 4).expect("a short file").to_le_bytes();
    [b"RIFF", &length[..], b"WEBP", &parts].concat()
}

/// A GIF of two frames that goes round, with a comment.
fn gif() -> Vec<u8> {
    let head = b"GIF89a\x01\0\x01\0\x80\0\0\0\0\0\xff\xff\xff";
    let round = b"\x21\xff\x0bNETSCAPE2.0\x03\x01\0\0\0";
    let frame = b"\x21\xf9\x04\0\0\0\0\0\x2c\0\0\0\0\x01\0\x01\0\0\x02\x02\x44\x01\0";
    [&head[..], round, b"\x21\xfe\x03GPS\0", frame, frame, b"\x3b"].concat()
}

fn read(bytes: &[u8]) -> Picture {
    Picture::read(bytes).expect("a picture").expect("a readable picture")
}

fn has_secrets(bytes: &[u8]) -> bool {
    bytes.windows(3).any(|three| three == b"GPS")
}

#[test]
fn i10_what_a_camera_wrote_beside_the_picture_is_not_published() {
    let files =
        [photo(64, 32, 1), photo(64, 32, 6), screenshot(64, 32, 1), screenshot(64, 32, 8), webp(1), webp(6), gif()];
    for bytes in files {
        assert!(has_secrets(&bytes));
        let picture = read(&bytes);
        let bare = stripped(bytes.clone());
        assert!(!has_secrets(&bare), "{:?}", picture.kind);
        assert_eq!(read(&bare), picture, "it is the same picture, and lies as it did");
        for made in picture.make(&bytes, &picture.forms()).expect("forms") {
            assert!(!has_secrets(&made), "{:?}", picture.kind);
        }
    }
}

#[test]
fn i10_a_picture_that_is_not_touched_keeps_every_byte_that_draws_it() {
    assert_eq!(stripped(photo(64, 32, 1)), jpeg(64, 32));
    assert_eq!(stripped(screenshot(64, 32, 1)), png(64, 32));
    assert_eq!(stripped(b"%PDF-1.7 GPS".to_vec()), b"%PDF-1.7 GPS");
}

#[test]
fn i10_a_photo_that_lies_across_is_published_upright() {
    for (orientation, red) in [(1, (8, 8)), (3, (56, 24)), (6, (24, 8)), (8, (8, 56))] {
        for bytes in [photo(64, 32, orientation), screenshot(64, 32, orientation)] {
            let picture = read(&bytes);
            let upright = if orientation < 5 { (64, 32) } else { (32, 64) };
            assert_eq!((picture.width, picture.height), upright);
            let made = picture.make(&bytes, &picture.forms()).expect("forms").pop().expect("a form");
            let shown = read(&made);
            assert_eq!(
                (shown.width, shown.height, shown.orientation),
                (upright.0, upright.1, Orientation::NoTransforms)
            );
            let pixel = unpacked(&made).to_rgb8().get_pixel(red.0, red.1).0;
            assert!(pixel[0] > 190 && pixel[1] < 80, "{orientation}: {pixel:?}");
        }
    }
}

fn unpacked(bytes: &[u8]) -> DynamicImage {
    let picture = read(bytes);
    if picture.kind == Kind::Png {
        return image::load_from_memory(bytes).expect("a PNG");
    }
    let pixels = jpeg_decoder::Decoder::new(bytes).decode().expect("a JPEG");
    RgbImage::from_raw(picture.width, picture.height, pixels).expect("its pixels").into()
}

#[test]
fn i10_large_pictures_have_smaller_forms_and_none_is_larger_than_1600() {
    for (width, widths) in [
        (400, &[400][..]),
        (600, &[480, 600]),
        (1199, &[480, 1199]),
        (1200, &[480, 960, 1200]),
        (1999, &[480, 960, 1999]),
        (2000, &[480, 960, 1600]),
        (8000, &[480, 960, 1600]),
    ] {
        let picture = Picture { width, height: width / 2, ..read(&png(2, 1)) };
        let forms = picture.forms();
        assert_eq!(forms.iter().map(|form| form.width).collect::<Vec<_>>(), widths);
        assert!(forms.iter().all(|form| form.height.abs_diff(form.width / 2) <= 1), "{forms:?}");
    }
    assert_eq!(read(&gif()).forms().len(), 1);
}

#[test]
fn i10_each_form_has_the_size_that_the_page_says() {
    for bytes in [photo(1000, 500, 6), photo(1300, 20, 1), screenshot(1300, 650, 1)] {
        let picture = read(&bytes);
        let forms = picture.forms();
        for (form, made) in forms.iter().zip(picture.make(&bytes, &forms).expect("forms")) {
            let shown = read(&made);
            assert_eq!((shown.width, shown.height), (form.width, form.height));
        }
    }
}

#[test]
fn i10_a_smaller_form_is_never_a_larger_file() {
    // Two colours in stripes: a palette holds them in a few bytes, and shades between them would not.
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, 700, 40);
    encoder.set_color(png::ColorType::Grayscale);
    encoder.set_depth(png::BitDepth::One);
    let stripes: Vec<u8> = (0..40).flat_map(|_| [0b0110_1101_u8; 88]).collect();
    encoder.write_header().and_then(|mut writer| writer.write_image_data(&stripes)).expect("a PNG");
    let picture = read(&bytes);
    let made = picture.make(&bytes, &picture.forms()).expect("forms");
    assert!(made.iter().all(|form| form.len() <= bytes.len()));
}

#[test]
fn o5_forms_are_the_same_on_every_machine() {
    let bytes = photo(700, 500, 3);
    let picture = read(&bytes);
    let made = picture.make(&bytes, &picture.forms()).expect("forms").concat();
    // Other bytes under the same name would stay in caches and browsers: raise `REVISION` with the hash.
    assert_eq!((REVISION, &blake3::hash(&made).to_hex()[..16]), (1, "615b5942b5a74987"));
}

#[test]
fn a_picture_that_claims_too_much_or_ends_too_early_is_refused() {
    let bomb =
        [&b"\x89PNG\r\n\x1a\n"[..], &chunk(*b"IHDR", &[0, 1, 0, 0, 0, 1, 0, 0, 8, 2, 0, 0, 0]), &chunk(*b"IEND", b"")];
    assert_eq!(Picture::read(&bomb.concat()), Some(Err(Refusal::TooLarge)));
    for whole in [photo(64, 32, 6), png(64, 32), webp(1), gif()] {
        let (half, most) = (&whole[..whole.len() / 2], &whole[..whole.len() - 30]);
        for cut in [half, most].into_iter().filter(|cut| !cut.ends_with(b"preview GPS")) {
            assert!(matches!(Picture::read(cut), Some(Err(Refusal::CutShort | Refusal::Damaged))), "{cut:?}");
        }
    }
    assert_eq!(Picture::read(b"GIF89a"), Some(Err(Refusal::Damaged)));
    assert_eq!(Picture::read(b"%PDF-1.7"), None);
}

#[test]
fn a_picture_whose_data_is_damaged_is_refused_when_it_is_made() {
    let mut bytes = png(700, 300);
    let middle = bytes.len() / 2;
    bytes[middle..middle + 40].fill(0x55);
    let picture = read(&bytes);
    assert_eq!(picture.make(&bytes, &picture.forms()), Err(Refusal::Damaged));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn no_damage_to_a_file_is_a_panic(which in 0..4_usize, changes in prop::collection::vec((any::<u16>(), any::<u8>()), 0..8), cut in any::<u16>()) {
        let mut bytes = [photo(24, 16, 6), screenshot(24, 16, 8), webp(6), gif()][which].clone();
        for (at, byte) in changes {
            let at = usize::from(at) % bytes.len();
            bytes[at] = byte;
        }
        bytes.truncate(usize::from(cut) % (bytes.len() * 4) + 1);
        stripped(bytes.clone());
        if let Some(Ok(picture)) = Picture::read(&bytes) {
            _ = picture.make(&bytes, &picture.forms());
        }
    }
}
