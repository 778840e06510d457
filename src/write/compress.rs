//! Compressed forms of text files, for servers that send them as they are.
//!
//! In go a file's bytes, out come the same bytes for the same input on every machine: fixed levels, no time, no name.

use std::io::Write as _;

use flate2::{Compression, GzBuilder};

use super::Planned;

/// How the forms are made. To be raised whenever they would come out otherwise, so that older ones are not kept.
pub(super) const VERSION: u32 = 1;

/// A smaller file fits into a packet as it is.
pub(super) const LEAST: usize = 1024;

/// Files worth compressing, by ending; pictures and documents are compressed already.
const ENDINGS: [&str; 10] = ["html", "css", "js", "mjs", "json", "xml", "svg", "txt", "csv", "md"];

/// Some 40 to 80 ms a megabyte. The most that brotli can do makes pages an eighth smaller, and takes 25 times as long.
const BROTLI_QUALITY: i32 = 6;

/// One form: what its name ends in, and how it is made.
pub(super) struct Form {
    pub ending: &'static str,
    pub compress: fn(&[u8]) -> Vec<u8>,
}

pub(super) const FORMS: [Form; 2] = [Form { ending: ".br", compress: brotli }, Form { ending: ".gz", compress: gzip }];

/// Adds to each file of text its compressed forms. Those of small files are not written.
pub fn with_compressed(files: Vec<Planned>) -> Vec<Planned> {
    let text = files.iter().filter(|file| is_text(&file.path));
    let forms = text.flat_map(|file| {
        FORMS.map(|form| Planned { path: file.path.clone() + form.ending, origin: file.origin.clone(), page: None })
    });
    let forms: Vec<Planned> = forms.collect();
    files.into_iter().chain(forms).collect()
}

/// Whether a path is that of a compressed form.
pub(super) fn is_compressed(path: &str) -> bool {
    FORMS.iter().any(|form| path.strip_suffix(form.ending).is_some_and(is_text))
}

fn is_text(path: &str) -> bool {
    path.rsplit_once('.').is_some_and(|(_, ending)| ENDINGS.contains(&ending))
}

fn brotli(bytes: &[u8]) -> Vec<u8> {
    let parameters = brotli::enc::BrotliEncoderParams {
        quality: BROTLI_QUALITY,
        size_hint: bytes.len(),
        mode: brotli::enc::backward_references::BrotliEncoderMode::BROTLI_MODE_TEXT,
        ..Default::default()
    };
    let mut out = Vec::new();
    let compressed = brotli::BrotliCompress(&mut &*bytes, &mut out, &parameters);
    compressed.expect("a vector takes everything");
    out
}

/// RFC 1952, without a time.
fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzBuilder::new().write(Vec::new(), Compression::best());
    encoder.write_all(bytes).and_then(|()| encoder.finish()).expect("a vector takes everything")
}

#[cfg(test)]
mod tests {
    use std::io::Read as _;

    use super::*;

    #[test]
    fn o9_compressed_forms_hold_the_same_bytes() {
        let text = "Careers at Example. ".repeat(200);
        let mut unpacked = Vec::new();
        brotli::BrotliDecompress(&mut &*super::brotli(text.as_bytes()), &mut unpacked).expect("brotli");
        assert_eq!(unpacked, text.as_bytes());
        let mut unpacked = String::new();
        flate2::read::GzDecoder::new(&*gzip(text.as_bytes())).read_to_string(&mut unpacked).expect("gzip");
        assert_eq!(unpacked, text);
        assert_eq!(gzip(text.as_bytes())[4..8], [0; 4], "no time");
    }

    #[test]
    fn o5_whoever_changes_how_files_are_compressed_raises_the_version() {
        let lines: Vec<String> = (0..2000).map(|n| format!("<li>{} posting {n}</li>\n", n * n % 97)).collect();
        let text = lines.concat();
        let hashes = FORMS.map(|form| blake3::hash(&(form.compress)(text.as_bytes())).to_hex()[..16].to_owned());
        assert_eq!((VERSION, hashes), (1, ["6c3e24f38d926375".to_owned(), "fdea8f3ac313f941".to_owned()]));
    }

    #[test]
    fn o9_text_is_compressed_and_nothing_else() {
        for (path, expected) in [
            ("index.html.br", true),
            ("a/jobs.json.gz", true),
            ("index.html", false),
            ("map.png.gz", false),
            ("x.gz", false),
        ] {
            assert_eq!(is_compressed(path), expected, "{path}");
        }
    }
}
